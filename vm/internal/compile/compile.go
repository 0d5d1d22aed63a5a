package compile

import (
	"sort"

	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// Mode is the kind of a source text, as compile() has it.
type Mode uint8

// Modes.
const (
	Exec   Mode = iota // a module; returns None
	Eval               // an expression; returns its value
	Single             // a statement at a prompt; expression statements go to sys.displayhook
)

// Future features that change what code means. Values are those of __future__ and of code flags.
const (
	FutureBarry       code.Flags = 0x400000
	FutureAnnotations code.Flags = 0x1000000
	// Future has the flags of all features; the others are always on by now.
	Future code.Flags = 0x1fe0000
)

var futureFlags = map[string]code.Flags{
	"division": 0x20000, "absolute_import": 0x40000, "with_statement": 0x80000, "print_function": 0x100000,
	"unicode_literals": 0x200000, "barry_as_FLUFL": FutureBarry, "generator_stop": 0x800000,
	"annotations": FutureAnnotations,
}

// Options say how to compile.
type Options struct {
	Filename string
	Mode     Mode
	Optimize int        // 1: no asserts, __debug__ is False; 2: no docstrings either
	Flags    code.Flags // future features inherited from the compiling code
	Hidden   bool       // the code implements a builtin: marked code.Hidden
	// TopLevelAwait allows await and its kin outside functions: the code is a coroutine if it uses them.
	TopLevelAwait bool
}

// compiler is one run of Compile.
type compiler struct {
	opts   Options
	file   *syntax.File
	table  *scope.Table
	future code.Flags
	errors []syntax.Error

	hasWalrus bool // some := stands in the file
}

// Compile compiles a tree that parsed without errors. It gives either code or the errors, in the order of the text:
// those of the names and of statements in wrong places, and those of code too large for the machine.
func Compile(mod *syntax.Module, file *syntax.File, opts Options) (*code.Code, []syntax.Error) {
	c := &compiler{opts: opts, file: file, future: opts.Flags & Future}
	c.readFutures(mod)
	c.hasWalrus = textHasWalrus(file.Text)
	table, errors := scope.Check(mod)
	if len(errors) > 0 {
		return nil, errors
	}
	c.table = table
	out := c.module(mod)
	if len(c.errors) > 0 {
		sort.SliceStable(c.errors, func(i, j int) bool { return c.errors[i].Start < c.errors[j].Start })
		return nil, c.errors
	}
	return out, nil
}

// readFutures finds the future statements at the head of a module.
func (c *compiler) readFutures(mod *syntax.Module) {
	for i, s := range mod.Body {
		if i == 0 {
			if _, ok := docstring(mod.Body); ok {
				continue
			}
		}
		from, ok := s.(*syntax.ImportFrom)
		if !ok || from.Module != "__future__" || from.Level != 0 {
			return
		}
		for _, a := range from.Names {
			c.future |= futureFlags[a.Name]
		}
	}
}

// module compiles the outermost unit.
func (c *compiler) module(mod *syntax.Module) *code.Code {
	first := syntax.Span{}
	u := newUnit(c, nil, c.table.Module, "<module>", "<module>", first)
	u.out.FirstLine = 1
	u.interactive = c.opts.Mode == Single
	u.out.Flags |= c.future
	if c.opts.TopLevelAwait && c.table.Module.Coroutine {
		u.out.Flags |= code.Coroutine
	}
	u.setup(params{}, nil, nil)
	if c.opts.Mode == Eval {
		u.evalBody(mod)
	} else {
		u.wrapGenerator(func() { u.moduleBody(mod.Body) })
	}
	return u.finish()
}

func (u *unit) evalBody(mod *syntax.Module) {
	u.wrapGenerator(func() {
		for _, s := range mod.Body {
			if e, ok := s.(*syntax.ExprStmt); ok {
				u.statement(e.Span)
				r := u.operand(e.Value)
				u.span = e.Value.Range()
				u.emit(code.RET, 0, r, 0, 0)
			}
		}
	})
}

func (u *unit) moduleBody(body []syntax.Stmt) {
	u.collectAnnotations(body)
	u.bodyPrologue(body)
	rest := u.docstringStmt(body)
	u.stmts(rest)
	u.emit(code.RETNONE, 0, 0, 0, 0)
}

// docstringStmt stores the docstring of a module or class body as __doc__ and returns the other statements.
func (u *unit) docstringStmt(body []syntax.Stmt) []syntax.Stmt {
	doc, ok := docstring(body)
	if !ok || u.interactive {
		return body
	}
	if u.c.opts.Optimize < 2 {
		u.out.Doc, u.out.HasDoc = doc, true
		u.statement(body[0].Range())
		t := u.temp(1)
		u.loadConst(doc, t)
		u.storeName("__doc__", t)
		u.free = t
	}
	return body[1:]
}

func (c *compiler) line(offset int32) int { return c.file.Line(offset) }

func (c *compiler) fail(span syntax.Span, message string) {
	for _, e := range c.errors {
		if e.Message == message {
			return
		}
	}
	c.errors = append(c.errors, syntax.Error{Span: span, Message: message})
}

// docstring is the docstring of a body, cleaned as CPython cleans it.
func docstring(body []syntax.Stmt) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	s, ok := body[0].(*syntax.ExprStmt)
	if !ok {
		return "", false
	}
	k, ok := s.Value.(*syntax.Constant)
	if !ok || k.Kind != syntax.Str {
		return "", false
	}
	return cleanDoc(k.Str), true
}

// cleanDoc takes the common indentation off a docstring: of the first line all leading spaces and tabs, of the others
// what all that are not blank have in common.
func cleanDoc(doc string) string {
	expanded := expandTabs(doc)
	lines := splitLines(expanded)
	margin := -1
	for _, l := range lines[1:] {
		for i := 0; i < len(l); i++ {
			if l[i] != ' ' {
				if margin < 0 || i < margin {
					margin = i
				}
				break
			}
		}
	}
	if margin < 0 {
		margin = 0
	}
	out := make([]byte, 0, len(expanded))
	for i, l := range lines {
		if i == 0 {
			for len(l) > 0 && l[0] == ' ' {
				l = l[1:]
			}
		} else {
			out = append(out, '\n')
			for n := 0; n < margin && len(l) > 0 && l[0] == ' '; n++ {
				l = l[1:]
			}
		}
		out = append(out, l...)
	}
	return string(out)
}

func splitLines(s string) []string {
	var lines []string
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			lines = append(lines, s[start:i])
			start = i + 1
		}
	}
	return append(lines, s[start:])
}

func expandTabs(s string) string {
	out := make([]byte, 0, len(s))
	col := 0
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch == '\t':
			for {
				out = append(out, ' ')
				col++
				if col%8 == 0 {
					break
				}
			}
		case ch == '\n' || ch == '\r':
			out = append(out, ch)
			col = 0
		default:
			out = append(out, ch)
			if ch&0xc0 != 0x80 {
				col++
			}
		}
	}
	return string(out)
}
