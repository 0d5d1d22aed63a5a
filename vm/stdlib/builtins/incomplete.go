package builtins

import (
	"strings"

	"slp/syntax"
	"slp/vm/internal/compile"
)

// Flags of compile() that prompts give, which read a statement line by line.
const (
	allowIncomplete = 0x4000 // PyCF_ALLOW_INCOMPLETE_INPUT
	noDedent        = 0x200  // PyCF_DONT_IMPLY_DEDENT
)

// incomplete tells that more lines could make a statement of a text: the error is that it ends.
func incomplete(e *syntax.Error, text string) bool {
	rest := text[min(int(e.Start), len(text)):]
	switch m := e.Message; {
	case strings.HasPrefix(m, "unterminated triple-quoted"), strings.HasSuffix(m, "was never closed"), strings.HasPrefix(m, "unexpected EOF"):
		return true
	case strings.HasPrefix(m, "expected an indented block"), strings.HasPrefix(m, "expected 'except'"):
	case m == "invalid syntax": // a decorator without what it decorates
		lines := strings.Split(strings.TrimRight(text, " \t\r\n"), "\n")
		if !strings.HasPrefix(strings.TrimLeft(lines[len(lines)-1], " \t"), "@") || strings.TrimSpace(rest) != "" {
			return false
		}
	default:
		return false
	}
	for i, line := range strings.Split(rest, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && (i > 0 || line != ":") {
			return false
		}
	}
	return true
}

// unfinished tells that a compound statement at a prompt goes on until an empty line.
func unfinished(m *syntax.Module, text string, mode compile.Mode) bool {
	if mode != compile.Single || len(m.Body) == 0 || strings.HasSuffix(text, "\n") {
		return false
	}
	switch m.Body[len(m.Body)-1].(type) {
	case *syntax.FunctionDef, *syntax.ClassDef, *syntax.For, *syntax.While, *syntax.If, *syntax.With, *syntax.Try, *syntax.Match:
		return true
	}
	return false
}
