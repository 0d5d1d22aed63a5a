package syntax

import (
	"fmt"
	"sort"
	"strings"
)

// Warning is something that CPython compiles, with a SyntaxWarning.
type Warning struct {
	Span
	Message string
}

// Warnings are what CPython warns of when it compiles a module, in order of the text.
func Warnings(module *Module) []Warning {
	w := warner{file: module.File, warnings: append([]Warning(nil), module.escapes...)}
	w.stmts(module.Body, place{})
	sort.SliceStable(w.warnings, func(i, j int) bool { return w.warnings[i].Start < w.warnings[j].Start })
	return w.warnings
}

// escapeWarning is the warning of an escape sequence that means nothing.
func escapeWarning(span Span, escape string, octal bool) Warning {
	kind := "escape"
	if octal {
		kind = "octal escape"
	}
	return Warning{span, fmt.Sprintf("\"%s\" is an invalid %s sequence. Such sequences will not work in the future. "+
		"Did you mean \"\\%s\"? A raw string is also an option.", escape, kind, escape)}
}

type warner struct {
	file     *File
	warnings []Warning
}

// place is where a statement stands: what would leave a finally block.
type place struct{ finally, loop bool }

func (w *warner) warnf(span Span, format string, args ...any) {
	w.warnings = append(w.warnings, Warning{span, fmt.Sprintf(format, args...)})
}

func (w *warner) stmts(list []Stmt, at place) {
	for _, s := range list {
		w.stmt(s, at)
	}
}

func (w *warner) stmt(node Stmt, at place) {
	switch n := node.(type) {
	case *Return:
		if at.finally {
			w.warnf(n.Span, "'return' in a 'finally' block")
		}
	case *Break:
		if at.finally && !at.loop {
			w.warnf(n.Span, "'break' in a 'finally' block")
		}
	case *Continue:
		if at.finally && !at.loop {
			w.warnf(n.Span, "'continue' in a 'finally' block")
		}
	case *Assert:
		if t, ok := n.Test.(*Tuple); ok && len(t.Elts) > 0 {
			w.warnf(n.Span, "assertion is always true, perhaps remove parentheses?")
		}
	}
	inner := at
	switch n := node.(type) {
	case *FunctionDef, *ClassDef:
		inner = place{}
	case *For, *While:
		inner.loop = true
	case *Try:
		w.try(n, at)
		return
	}
	Children(node, func(child Node) {
		switch n := child.(type) {
		case Stmt:
			w.stmt(n, inner)
		case *MatchCase:
			w.stmts(n.Body, inner)
			Inspect(n.Pattern, w.expr)
			if n.Guard != nil {
				Inspect(n.Guard, w.expr)
			}
		default:
			Inspect(child, w.expr)
		}
	})
}

func (w *warner) try(n *Try, at place) {
	w.stmts(n.Body, at)
	for _, h := range n.Handlers {
		if h.Type != nil {
			Inspect(h.Type, w.expr)
		}
		w.stmts(h.Body, at)
	}
	w.stmts(n.Orelse, at)
	w.stmts(n.Finalbody, place{finally: true})
}

func (w *warner) expr(node Node) bool {
	switch n := node.(type) {
	case *Constant:
		w.number(n)
	case *Compare:
		w.compare(n)
	case *Call:
		if name := typeName(n.Func); name != "" && name != "function" {
			w.warnf(n.Span, "'%s' object is not callable; perhaps you missed a comma?", name)
		}
	case *Subscript:
		w.subscript(n)
	}
	return true
}

// number: "1if x": the next version may not read that.
func (w *warner) number(c *Constant) {
	if c.Kind != Int && c.Kind != Float && c.Kind != Imaginary || int(c.End) >= len(w.file.Text) ||
		charClasses[w.file.Text[c.End]] != classLetter {
		return
	}
	kind := "decimal"
	text := w.file.Text[c.Start:c.End]
	switch {
	case c.Kind == Imaginary:
		kind = "imaginary"
	case strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0X"):
		kind = "hexadecimal"
	case strings.HasPrefix(text, "0o") || strings.HasPrefix(text, "0O"):
		kind = "octal"
	case strings.HasPrefix(text, "0b") || strings.HasPrefix(text, "0B"):
		kind = "binary"
	}
	w.warnf(c.Span, "invalid %s literal", kind)
}

func (w *warner) compare(n *Compare) {
	left := n.Left
	for i, op := range n.Ops {
		right := n.Comparators[i]
		if op == Is || op == IsNot {
			name := literalName(left)
			if name == "" {
				name = literalName(right)
			}
			if name != "" && op == Is {
				w.warnf(n.Span, "\"is\" with '%s' literal. Did you mean \"==\"?", name)
			} else if name != "" {
				w.warnf(n.Span, "\"is not\" with '%s' literal. Did you mean \"!=\"?", name)
			}
		}
		left = right
	}
}

// literalName is the type of a literal whose identity nobody should ask for.
func literalName(e Expr) string {
	switch n := e.(type) {
	case *Constant:
		switch n.Kind {
		case None, True, False, Ellipsis:
			return ""
		}
		return typeName(n)
	case *Tuple:
		for _, elt := range n.Elts {
			if _, constant := elt.(*Constant); !constant && literalName(elt) == "" {
				return ""
			}
		}
		return "tuple"
	}
	return ""
}

func (w *warner) subscript(n *Subscript) {
	name := typeName(n.Value)
	switch name {
	case "":
	case "NoneType", "bool", "int", "float", "complex", "ellipsis", "set", "generator", "function", "string.templatelib.Template":
		if n.Ctx == Load {
			w.warnf(n.Span, "'%s' object is not subscriptable; perhaps you missed a comma?", name)
		}
	case "str", "bytes", "tuple", "list":
		index := typeName(n.Index)
		if c, ok := n.Index.(*Constant); ok && (c.Kind == Int || c.Kind == True || c.Kind == False) {
			return
		}
		if index != "" && n.Ctx == Load {
			w.warnf(n.Span, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", name, index)
		}
	}
}

// typeName is the type of what a display or literal makes, "" for other expressions.
func typeName(e Expr) string {
	switch n := e.(type) {
	case *Tuple:
		return "tuple"
	case *List, *ListComp:
		return "list"
	case *Dict, *DictComp:
		return "dict"
	case *Set, *SetComp:
		return "set"
	case *GeneratorExp:
		return "generator"
	case *Lambda:
		return "function"
	case *JoinedStr, *FormattedValue:
		return "str"
	case *TemplateStr, *Interpolation:
		return "string.templatelib.Template"
	case *Constant:
		return [...]string{None: "NoneType", True: "bool", False: "bool", Ellipsis: "ellipsis", Int: "int", Float: "float",
			Imaginary: "complex", Str: "str", Bytes: "bytes"}[n.Kind]
	}
	return ""
}
