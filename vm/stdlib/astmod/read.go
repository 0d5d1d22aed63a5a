package astmod

import (
	"strings"

	"slp/syntax"
	"slp/vm/object"
)

// reader makes the compiler's tree of a program's one. It reads what the nodes hold and calls no Python code.
type reader struct {
	c      *ctx
	st     *state
	pos    [4]*object.Str
	starts []int32 // where each line begins in the text that stands for the source
}

// The most that positions are believed: a tree may say any numbers.
const (
	mostLines   = 1 << 20
	mostColumns = 1 << 16
)

// Source makes the compiler's tree of a program's one, and a file of blanks in which its positions lie. It raises what
// compile() raises for wrong trees.
func Source(c *ctx, root value, mode syntax.Mode, filename string) (m *syntax.Module, file *syntax.File, ok bool) {
	r := &reader{c: c, st: stateOf(c)}
	for i, p := range positions {
		r.pos[i] = c.Intern(p)
	}
	widths := []int{0}
	r.measure(root, &widths)
	var text strings.Builder
	for _, w := range widths {
		r.starts = append(r.starts, int32(text.Len()))
		text.WriteString(strings.Repeat(" ", w))
		text.WriteByte('\n')
	}
	text.WriteString("# :=\n") // the compiler looks for it
	file = syntax.NewTextFile(filename, text.String())
	m = &syntax.Module{File: file, Mode: mode, Span: syntax.Span{End: int32(text.Len())}}
	if mode == syntax.Eval {
		e := r.expr(r.get(root, "body"))
		if e != nil {
			m.Body = []syntax.Stmt{&syntax.ExprStmt{Span: e.Range(), Value: e}}
		}
	} else {
		m.Body = all(r, root, "body", r.stmt)
	}
	return m, file, !c.Failed()
}

func (r *reader) get(node value, name string) value {
	o := node.AsObj()
	if o == nil || o.Dict == nil {
		return object.None
	}
	if v := o.Dict.GetStr(r.c.Intern(name)); !v.IsNil() {
		return v
	}
	return object.None
}

func (r *reader) isNode(v value) bool {
	return !v.IsNil() && v.AsObj() != nil && object.TypeOf(v).IsSubtype(r.st.ast)
}

// kind is the name of the class of the grammar that a node is of.
func (r *reader) kind(v value) string {
	if v.IsNil() || v.AsObj() == nil {
		return ""
	}
	for _, t := range object.TypeOf(v).MRO {
		if r.st.classes[t.Name] == t {
			return t.Name
		}
	}
	return ""
}

func (r *reader) number(node value, name *object.Str) int {
	if node.AsObj().Dict == nil {
		return 0
	}
	v := node.AsObj().Dict.GetStr(name)
	if v.IsNil() {
		return 0
	}
	n, _ := v.AsInt()
	return int(n)
}

// place is the position of a node: line and column of its start and end, within bounds.
func (r *reader) place(node value) (p [4]int) {
	for i, name := range r.pos {
		p[i] = r.number(node, name)
	}
	if p[2] < p[0] {
		p[2], p[3] = p[0], p[1]
	}
	for i, most := range [4]int{mostLines, mostColumns, mostLines, mostColumns} {
		p[i] = min(max(p[i], 0), most)
	}
	return p
}

// measure finds how long the lines are that the nodes lie in.
func (r *reader) measure(v value, widths *[]int) {
	if !r.isNode(v) || v.AsObj().Dict == nil {
		return
	}
	p := r.place(v)
	for i := 0; i < 4; i += 2 {
		for len(*widths) < p[i] {
			*widths = append(*widths, 0)
		}
		if p[i] > 0 {
			(*widths)[p[i]-1] = max((*widths)[p[i]-1], p[i+1])
		}
	}
	d := v.AsObj().Dict
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		x := d.T.At(i).Val
		if l := x.AsList(); l != nil {
			for _, item := range l.Items {
				r.measure(item, widths)
			}
			continue
		}
		r.measure(x, widths)
	}
}

func (r *reader) span(v value) syntax.Span {
	p := r.place(v)
	at := func(line, column int) int32 {
		if line < 1 {
			return 0
		}
		return r.starts[line-1] + int32(column)
	}
	return syntax.Span{Start: at(p[0], p[1]), End: at(p[2], p[3])}
}

// wrong raises TypeError for a node that cannot stand where it does.
func (r *reader) wrong(what string, v value) {
	if !r.c.Failed() {
		r.c.Raise(object.TypeError, "expected some sort of %s, but got %s", what, object.TypeOf(v).Name)
	}
}

// all reads the nodes of a list.
func all[T any](r *reader, node value, name string, read func(value) T) (out []T) {
	l := r.get(node, name).AsList()
	if l == nil {
		return nil
	}
	for _, x := range l.Items {
		if r.c.Failed() {
			return out
		}
		out = append(out, read(x))
	}
	return out
}

func (r *reader) text(node value, name string) string {
	if s := r.get(node, name).AsStr(); s != nil {
		return s.String()
	}
	return ""
}

func (r *reader) exprs(node value, name string) []syntax.Expr { return all(r, node, name, r.expr) }

func (r *reader) sub(node value, name string) syntax.Expr { return r.expr(r.get(node, name)) }

func (r *reader) body(node value, name string) []syntax.Stmt { return all(r, node, name, r.stmt) }

func (r *reader) idents(node value, name string) []syntax.Ident {
	s := r.span(node)
	return all(r, node, name, func(v value) syntax.Ident {
		if v.AsStr() == nil {
			return syntax.Ident{Span: s}
		}
		return syntax.Ident{Span: s, Name: v.AsStr().String()}
	})
}

func (r *reader) name(node value, field string) *syntax.Name {
	e := r.sub(node, field)
	n, ok := e.(*syntax.Name)
	if !ok {
		r.wrong("Name", r.get(node, field))
		return &syntax.Name{}
	}
	return n
}

func (r *reader) typeParams(node value) []syntax.TypeParam {
	return all(r, node, "type_params", func(v value) syntax.TypeParam {
		s, name, def := r.span(v), r.text(v, "name"), r.sub(v, "default_value")
		switch r.kind(v) {
		case "ParamSpec":
			return &syntax.ParamSpec{Span: s, Name: name, NameSpan: s, Default: def}
		case "TypeVarTuple":
			return &syntax.TypeVarTuple{Span: s, Name: name, NameSpan: s, Default: def}
		}
		return &syntax.TypeVar{Span: s, Name: name, NameSpan: s, Bound: r.sub(v, "bound"), Default: def}
	})
}

func (r *reader) arg(v value) *syntax.Arg {
	if v.IsNone() {
		return nil
	}
	s := r.span(v)
	return &syntax.Arg{Span: s, Name: r.text(v, "arg"), NameSpan: s, Annotation: r.sub(v, "annotation")}
}

func (r *reader) args(node value) *syntax.Arguments {
	v := r.get(node, "args")
	return &syntax.Arguments{Span: r.span(node), PosOnly: all(r, v, "posonlyargs", r.arg), Args: all(r, v, "args", r.arg), VarArg: r.arg(r.get(v, "vararg")),
		KwOnly: all(r, v, "kwonlyargs", r.arg), KwDefaults: r.exprs(v, "kw_defaults"), KwArg: r.arg(r.get(v, "kwarg")), Defaults: r.exprs(v, "defaults")}
}

func (r *reader) keyword(v value) *syntax.Keyword {
	s := r.span(v)
	return &syntax.Keyword{Span: s, Name: r.text(v, "arg"), NameSpan: s, Value: r.sub(v, "value")}
}

func (r *reader) alias(v value) *syntax.Alias {
	s := r.span(v)
	return &syntax.Alias{Span: s, Name: r.text(v, "name"), NameSpan: s, AsName: r.text(v, "asname"), AsNameSpan: s}
}

func (r *reader) stmt(v value) syntax.Stmt {
	kind := r.kind(v)
	if kind == "" {
		r.wrong("stmt", v)
		return &syntax.Pass{}
	}
	s := r.span(v)
	switch kind {
	case "FunctionDef", "AsyncFunctionDef":
		return &syntax.FunctionDef{Span: s, Async: kind != "FunctionDef", Name: r.text(v, "name"), NameSpan: s, TypeParams: r.typeParams(v), Args: r.args(v),
			Returns: r.sub(v, "returns"), Decorators: r.exprs(v, "decorator_list"), Body: r.body(v, "body")}
	case "ClassDef":
		return &syntax.ClassDef{Span: s, Name: r.text(v, "name"), NameSpan: s, TypeParams: r.typeParams(v), Bases: r.exprs(v, "bases"),
			Keywords: all(r, v, "keywords", r.keyword), Decorators: r.exprs(v, "decorator_list"), Body: r.body(v, "body")}
	case "Return":
		return &syntax.Return{Span: s, Value: r.sub(v, "value")}
	case "Delete":
		return &syntax.Delete{Span: s, Targets: r.exprs(v, "targets")}
	case "Assign":
		return &syntax.Assign{Span: s, Targets: r.exprs(v, "targets"), Value: r.sub(v, "value")}
	case "AugAssign":
		return &syntax.AugAssign{Span: s, Target: r.sub(v, "target"), Op: syntax.Operator(r.one(v, "op", operators[:])), Value: r.sub(v, "value")}
	case "AnnAssign":
		n, _ := r.get(v, "simple").AsInt()
		return &syntax.AnnAssign{Span: s, Target: r.sub(v, "target"), Annotation: r.sub(v, "annotation"), Value: r.sub(v, "value"), Simple: n != 0}
	case "TypeAlias":
		return &syntax.TypeAlias{Span: s, Name: r.name(v, "name"), TypeParams: r.typeParams(v), Value: r.sub(v, "value")}
	case "For", "AsyncFor":
		return &syntax.For{Span: s, Async: kind != "For", Target: r.sub(v, "target"), Iter: r.sub(v, "iter"), Body: r.body(v, "body"), Orelse: r.body(v, "orelse")}
	case "While":
		return &syntax.While{Span: s, Test: r.sub(v, "test"), Body: r.body(v, "body"), Orelse: r.body(v, "orelse")}
	case "If":
		return &syntax.If{Span: s, Test: r.sub(v, "test"), Body: r.body(v, "body"), Orelse: r.body(v, "orelse")}
	case "With", "AsyncWith":
		return &syntax.With{Span: s, Async: kind != "With", Body: r.body(v, "body"), Items: all(r, v, "items", func(i value) *syntax.WithItem {
			w := &syntax.WithItem{Context: r.sub(i, "context_expr"), Target: r.sub(i, "optional_vars")}
			if w.Context != nil {
				w.Span = w.Context.Range()
			}
			return w
		})}
	case "Match":
		return &syntax.Match{Span: s, Subject: r.sub(v, "subject"), Cases: all(r, v, "cases", func(m value) *syntax.MatchCase {
			k := &syntax.MatchCase{Pattern: r.pattern(r.get(m, "pattern")), Guard: r.sub(m, "guard"), Body: r.body(m, "body")}
			if k.Pattern != nil {
				k.Span = k.Pattern.Range()
			}
			return k
		})}
	case "Raise":
		return &syntax.Raise{Span: s, Exc: r.sub(v, "exc"), Cause: r.sub(v, "cause")}
	case "Try", "TryStar":
		return &syntax.Try{Span: s, Star: kind != "Try", Body: r.body(v, "body"), Orelse: r.body(v, "orelse"), Finalbody: r.body(v, "finalbody"),
			Handlers: all(r, v, "handlers", func(h value) *syntax.ExceptHandler {
				p := r.span(h)
				return &syntax.ExceptHandler{Span: p, Type: r.sub(h, "type"), Name: r.text(h, "name"), NameSpan: p, Body: r.body(h, "body")}
			})}
	case "Assert":
		return &syntax.Assert{Span: s, Test: r.sub(v, "test"), Msg: r.sub(v, "msg")}
	case "Import":
		return &syntax.Import{Span: s, Names: all(r, v, "names", r.alias)}
	case "ImportFrom":
		n, _ := r.get(v, "level").AsInt()
		return &syntax.ImportFrom{Span: s, Module: r.text(v, "module"), ModuleSpan: s, Level: int(n), Names: all(r, v, "names", r.alias)}
	case "Global":
		return &syntax.Global{Span: s, Names: r.idents(v, "names")}
	case "Nonlocal":
		return &syntax.Nonlocal{Span: s, Names: r.idents(v, "names")}
	case "Expr":
		return &syntax.ExprStmt{Span: s, Value: r.sub(v, "value")}
	case "Pass":
		return &syntax.Pass{Span: s}
	case "Break":
		return &syntax.Break{Span: s}
	case "Continue":
		return &syntax.Continue{Span: s}
	}
	r.wrong("stmt", v)
	return &syntax.Pass{Span: s}
}

func (r *reader) pattern(v value) syntax.Pattern {
	if v.IsNone() {
		return nil
	}
	s := r.span(v)
	switch r.kind(v) {
	case "MatchValue":
		return &syntax.MatchValue{Span: s, Value: r.sub(v, "value")}
	case "MatchSingleton":
		kind := syntax.None
		switch r.get(v, "value") {
		case object.True:
			kind = syntax.True
		case object.False:
			kind = syntax.False
		}
		return &syntax.MatchSingleton{Span: s, Kind: kind}
	case "MatchSequence":
		return &syntax.MatchSequence{Span: s, Patterns: all(r, v, "patterns", r.pattern)}
	case "MatchMapping":
		return &syntax.MatchMapping{Span: s, Keys: r.exprs(v, "keys"), Patterns: all(r, v, "patterns", r.pattern), Rest: r.text(v, "rest"), RestSpan: s}
	case "MatchClass":
		return &syntax.MatchClass{Span: s, Cls: r.sub(v, "cls"), Patterns: all(r, v, "patterns", r.pattern), KwdAttrs: r.idents(v, "kwd_attrs"),
			KwdPatterns: all(r, v, "kwd_patterns", r.pattern)}
	case "MatchStar":
		return &syntax.MatchStar{Span: s, Name: r.text(v, "name"), NameSpan: s}
	case "MatchAs":
		return &syntax.MatchAs{Span: s, Pattern: r.pattern(r.get(v, "pattern")), Name: r.text(v, "name"), NameSpan: s}
	case "MatchOr":
		return &syntax.MatchOr{Span: s, Patterns: all(r, v, "patterns", r.pattern)}
	}
	r.wrong("pattern", v)
	return &syntax.MatchAs{Span: s}
}
