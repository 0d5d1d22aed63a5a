package rules

import (
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
)

// removeStatement takes out a statement with its line; where it is the only one of its block, "pass" stays.
func removeStatement(f *modules.File, s syntax.Stmt) Edit {
	src := f.Source
	if block := blockWith(f, s); len(block) == 1 {
		if _, module := f.Parent(s).(*syntax.Module); !module {
			return Edit{Span: s.Range(), Text: "pass"}
		}
	}
	first, last := src.Line(s.Range().Start), src.Line(s.Range().End)
	start, end := src.LineSpan(first).Start, src.LineSpan(last).End
	alone := strings.TrimSpace(src.Text[start:s.Range().Start]) == "" && strings.TrimSpace(stripComment(src.Text[s.Range().End:end])) == ""
	if !alone {
		span := s.Range()
		for int(span.End) < len(src.Text) && (src.Text[span.End] == ';' || src.Text[span.End] == ' ') {
			span.End++
		}
		return Edit{Span: span}
	}
	if last < src.Lines() {
		end = src.LineSpan(last + 1).Start
	}
	return Edit{Span: syntax.Span{Start: start, End: end}}
}

func stripComment(s string) string {
	if i := strings.IndexByte(s, '#'); i >= 0 {
		return s[:i]
	}
	return s
}

func blockWith(f *modules.File, s syntax.Stmt) []syntax.Stmt {
	for _, list := range lists(f.Parent(s)) {
		if inList(list, s) {
			return list
		}
	}
	return nil
}

// lists are the blocks of statements of a node.
func lists(n syntax.Node) [][]syntax.Stmt {
	switch n := n.(type) {
	case *syntax.Module:
		return [][]syntax.Stmt{n.Body}
	case *syntax.FunctionDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ClassDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.For:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.While:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.If:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.With:
		return [][]syntax.Stmt{n.Body}
	case *syntax.MatchCase:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ExceptHandler:
		return [][]syntax.Stmt{n.Body}
	case *syntax.Try:
		return [][]syntax.Stmt{n.Body, n.Orelse, n.Finalbody}
	}
	return nil
}

// importEdit is the edit that adds an import after the docstring and the imports that are there.
func importEdit(f *modules.File, line string) Edit {
	at := int32(0)
	body := f.Tree.Body
	if len(body) > 0 {
		at = modules.Cover(body[0]).Start
		at = f.Source.LineSpan(f.Source.Line(at)).Start
	}
	for i, s := range body {
		isDoc := false
		if x, ok := s.(*syntax.ExprStmt); ok && i == 0 {
			c, isConst := x.Value.(*syntax.Constant)
			isDoc = isConst && c.Kind == syntax.Str
		}
		future := false
		if from, ok := s.(*syntax.ImportFrom); ok && from.Module == "__future__" {
			future = true
		}
		if !isDoc && !future {
			break
		}
		at = afterLine(f, s.Range().End)
	}
	text := line + "\n"
	if int(at) == len(f.Source.Text) && at > 0 && f.Source.Text[at-1] != '\n' {
		text = "\n" + text
	}
	return Edit{Span: syntax.Span{Start: at, End: at}, Text: text}
}

func afterLine(f *modules.File, offset int32) int32 {
	line := f.Source.Line(offset)
	if line < f.Source.Lines() {
		return f.Source.LineSpan(line + 1).Start
	}
	return int32(len(f.Source.Text))
}
