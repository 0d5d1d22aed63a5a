package astmod

import (
	"slp/syntax"
	"slp/vm/object"
)

// builder makes nodes of a syntax tree.
type builder struct {
	c    *ctx
	st   *state
	file *syntax.File
	pos  [4]*object.Str
	line int // the last position that was asked for
	from int32
	to   int32
}

// Tree makes the program's tree of a parsed file.
func Tree(c *ctx, m *syntax.Module, file *syntax.File) value {
	b := &builder{c: c, st: stateOf(c), file: file}
	for i, p := range positions {
		b.pos[i] = c.Intern(p)
	}
	switch m.Mode {
	case syntax.Eval:
		return b.node("Expression", b.expr(m.Body[0].(*syntax.ExprStmt).Value))
	case syntax.Single:
		return b.node("Interactive", b.stmts(m.Body))
	}
	return b.node("Module", b.stmts(m.Body), b.list(nil))
}

// node makes a node without a position, with its fields in order; Nil is None.
func (b *builder) node(name string, fields ...value) value {
	t := b.st.classes[name]
	v := b.c.NewObj(t, node{})
	d := b.c.NewDict()
	for i, f := range b.st.fields[t] {
		x := fields[i]
		if x.IsNil() {
			x = object.None
		}
		d.SetName(b.c, f.name, x)
	}
	v.AsObj().Dict = d
	return v
}

// at makes a node with a position.
func (b *builder) at(s syntax.Span, name string, fields ...value) value {
	v := b.node(name, fields...)
	d := v.AsObj().Dict
	l1, c1 := b.place(s.Start)
	l2, c2 := b.place(s.End)
	for i, n := range [4]int{l1, c1, l2, c2} {
		d.SetName(b.c, b.pos[i], object.Int(int64(n)))
	}
	return v
}

// place is the line, from 1, and column, from 0, of an offset.
func (b *builder) place(offset int32) (line, column int) {
	if b.line == 0 || offset < b.from || offset > b.to {
		b.line = b.file.Line(offset)
		s := b.file.LineSpan(b.line)
		b.from, b.to = s.Start, s.End
	}
	return b.line, int(offset - b.from)
}

func (b *builder) list(items []value) value { return b.c.NewList(items) }

func (b *builder) str(s string) value { return b.c.Intern(s).V() }

// name is a str, or None for "".
func (b *builder) name(s string) value {
	if s == "" {
		return object.None
	}
	return b.str(s)
}

func flag(on bool) value {
	if on {
		return object.Int(1)
	}
	return object.Int(0)
}

func each[T any](b *builder, items []T, f func(T) value) value {
	out := make([]value, len(items))
	for i, x := range items {
		out[i] = f(x)
	}
	return b.list(out)
}

func (b *builder) stmts(body []syntax.Stmt) value { return each(b, body, b.stmt) }

func (b *builder) exprs(es []syntax.Expr) value { return each(b, es, b.expr) }

func (b *builder) stmt(s syntax.Stmt) value {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		name := "FunctionDef"
		if s.Async {
			name = "AsyncFunctionDef"
		}
		return b.at(s.Span, name, b.str(s.Name), b.args(s.Args), b.stmts(s.Body), b.exprs(s.Decorators), b.expr(s.Returns), object.None, b.typeParams(s.TypeParams))
	case *syntax.ClassDef:
		return b.at(s.Span, "ClassDef", b.str(s.Name), b.exprs(s.Bases), each(b, s.Keywords, b.keyword), b.stmts(s.Body), b.exprs(s.Decorators), b.typeParams(s.TypeParams))
	case *syntax.Return:
		return b.at(s.Span, "Return", b.expr(s.Value))
	case *syntax.Delete:
		return b.at(s.Span, "Delete", b.exprs(s.Targets))
	case *syntax.Assign:
		return b.at(s.Span, "Assign", b.exprs(s.Targets), b.expr(s.Value), object.None)
	case *syntax.AugAssign:
		return b.at(s.Span, "AugAssign", b.expr(s.Target), b.operator(s.Op), b.expr(s.Value))
	case *syntax.AnnAssign:
		return b.at(s.Span, "AnnAssign", b.expr(s.Target), b.expr(s.Annotation), b.expr(s.Value), flag(s.Simple))
	case *syntax.TypeAlias:
		return b.at(s.Span, "TypeAlias", b.expr(s.Name), b.typeParams(s.TypeParams), b.expr(s.Value))
	case *syntax.For:
		name := "For"
		if s.Async {
			name = "AsyncFor"
		}
		return b.at(s.Span, name, b.expr(s.Target), b.expr(s.Iter), b.stmts(s.Body), b.stmts(s.Orelse), object.None)
	case *syntax.While:
		return b.at(s.Span, "While", b.expr(s.Test), b.stmts(s.Body), b.stmts(s.Orelse))
	case *syntax.If:
		return b.at(s.Span, "If", b.expr(s.Test), b.stmts(s.Body), b.stmts(s.Orelse))
	case *syntax.With:
		name := "With"
		if s.Async {
			name = "AsyncWith"
		}
		return b.at(s.Span, name, each(b, s.Items, func(i *syntax.WithItem) value {
			return b.node("withitem", b.expr(i.Context), b.expr(i.Target))
		}), b.stmts(s.Body), object.None)
	case *syntax.Match:
		return b.at(s.Span, "Match", b.expr(s.Subject), each(b, s.Cases, func(m *syntax.MatchCase) value {
			return b.node("match_case", b.pattern(m.Pattern), b.expr(m.Guard), b.stmts(m.Body))
		}))
	case *syntax.Raise:
		return b.at(s.Span, "Raise", b.expr(s.Exc), b.expr(s.Cause))
	case *syntax.Try:
		name := "Try"
		if s.Star {
			name = "TryStar"
		}
		return b.at(s.Span, name, b.stmts(s.Body), each(b, s.Handlers, func(h *syntax.ExceptHandler) value {
			return b.at(h.Span, "ExceptHandler", b.expr(h.Type), b.name(h.Name), b.stmts(h.Body))
		}), b.stmts(s.Orelse), b.stmts(s.Finalbody))
	case *syntax.Assert:
		return b.at(s.Span, "Assert", b.expr(s.Test), b.expr(s.Msg))
	case *syntax.Import:
		return b.at(s.Span, "Import", each(b, s.Names, b.alias))
	case *syntax.ImportFrom:
		return b.at(s.Span, "ImportFrom", b.name(s.Module), each(b, s.Names, b.alias), object.Int(int64(s.Level)))
	case *syntax.Global:
		return b.at(s.Span, "Global", each(b, s.Names, func(i syntax.Ident) value { return b.str(i.Name) }))
	case *syntax.Nonlocal:
		return b.at(s.Span, "Nonlocal", each(b, s.Names, func(i syntax.Ident) value { return b.str(i.Name) }))
	case *syntax.ExprStmt:
		return b.at(s.Span, "Expr", b.expr(s.Value))
	case *syntax.Break:
		return b.at(s.Span, "Break")
	case *syntax.Continue:
		return b.at(s.Span, "Continue")
	}
	return b.at(s.Range(), "Pass")
}

func (b *builder) alias(a *syntax.Alias) value {
	return b.at(a.Span, "alias", b.str(a.Name), b.name(a.AsName))
}

func (b *builder) keyword(k *syntax.Keyword) value {
	return b.at(k.Span, "keyword", b.name(k.Name), b.expr(k.Value))
}

func (b *builder) arg(a *syntax.Arg) value {
	if a == nil {
		return object.None
	}
	return b.at(a.Span, "arg", b.str(a.Name), b.expr(a.Annotation), object.None)
}

func (b *builder) args(a *syntax.Arguments) value {
	return b.node("arguments", each(b, a.PosOnly, b.arg), each(b, a.Args, b.arg), b.arg(a.VarArg), each(b, a.KwOnly, b.arg),
		b.exprs(a.KwDefaults), b.arg(a.KwArg), b.exprs(a.Defaults))
}

func (b *builder) typeParams(ps []syntax.TypeParam) value {
	return each(b, ps, func(p syntax.TypeParam) value {
		switch p := p.(type) {
		case *syntax.TypeVar:
			return b.at(p.Span, "TypeVar", b.str(p.Name), b.expr(p.Bound), b.expr(p.Default))
		case *syntax.ParamSpec:
			return b.at(p.Span, "ParamSpec", b.str(p.Name), b.expr(p.Default))
		}
		x := p.(*syntax.TypeVarTuple)
		return b.at(x.Span, "TypeVarTuple", b.str(x.Name), b.expr(x.Default))
	})
}

func (b *builder) generators(gs []*syntax.Comprehension) value {
	return each(b, gs, func(g *syntax.Comprehension) value {
		return b.node("comprehension", b.expr(g.Target), b.expr(g.Iter), b.exprs(g.Ifs), flag(g.Async))
	})
}

var (
	operators  = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
	boolOps    = [...]string{"And", "Or"}
	unaryOps   = [...]string{"Invert", "Not", "UAdd", "USub"}
	compareOps = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
	contexts   = [...]string{"Load", "Store", "Del"}
)

func (b *builder) operator(op syntax.Operator) value { return b.st.singletons[operators[op]] }

func (b *builder) ctx(x syntax.ExprContext) value { return b.st.singletons[contexts[x]] }

func conversion(x byte) value {
	if x == 0 {
		return object.Int(-1)
	}
	return object.Int(int64(x))
}

func (b *builder) expr(e syntax.Expr) value {
	switch e := e.(type) {
	case nil:
		return object.None
	case *syntax.BoolOp:
		return b.at(e.Span, "BoolOp", b.st.singletons[boolOps[e.Op]], b.exprs(e.Values))
	case *syntax.NamedExpr:
		return b.at(e.Span, "NamedExpr", b.expr(e.Target), b.expr(e.Value))
	case *syntax.BinOp:
		return b.at(e.Span, "BinOp", b.expr(e.Left), b.operator(e.Op), b.expr(e.Right))
	case *syntax.UnaryOp:
		return b.at(e.Span, "UnaryOp", b.st.singletons[unaryOps[e.Op]], b.expr(e.Operand))
	case *syntax.Lambda:
		return b.at(e.Span, "Lambda", b.args(e.Args), b.expr(e.Body))
	case *syntax.IfExp:
		return b.at(e.Span, "IfExp", b.expr(e.Test), b.expr(e.Body), b.expr(e.Orelse))
	case *syntax.Dict:
		return b.at(e.Span, "Dict", b.exprs(e.Keys), b.exprs(e.Values))
	case *syntax.Set:
		return b.at(e.Span, "Set", b.exprs(e.Elts))
	case *syntax.ListComp:
		return b.at(e.Span, "ListComp", b.expr(e.Elt), b.generators(e.Generators))
	case *syntax.SetComp:
		return b.at(e.Span, "SetComp", b.expr(e.Elt), b.generators(e.Generators))
	case *syntax.DictComp:
		return b.at(e.Span, "DictComp", b.expr(e.Key), b.expr(e.Value), b.generators(e.Generators))
	case *syntax.GeneratorExp:
		return b.at(e.Span, "GeneratorExp", b.expr(e.Elt), b.generators(e.Generators))
	case *syntax.Await:
		return b.at(e.Span, "Await", b.expr(e.Value))
	case *syntax.Yield:
		return b.at(e.Span, "Yield", b.expr(e.Value))
	case *syntax.YieldFrom:
		return b.at(e.Span, "YieldFrom", b.expr(e.Value))
	case *syntax.Compare:
		return b.at(e.Span, "Compare", b.expr(e.Left), each(b, e.Ops, func(op syntax.CmpOp) value { return b.st.singletons[compareOps[op]] }), b.exprs(e.Comparators))
	case *syntax.Call:
		return b.at(e.Span, "Call", b.expr(e.Func), b.exprs(e.Args), each(b, e.Keywords, b.keyword))
	case *syntax.FormattedValue:
		return b.at(e.Span, "FormattedValue", b.expr(e.Value), conversion(e.Conversion), b.spec(e.FormatSpec))
	case *syntax.Interpolation:
		return b.at(e.Span, "Interpolation", b.expr(e.Value), object.NewStr(e.Str), conversion(e.Conversion), b.spec(e.FormatSpec))
	case *syntax.JoinedStr:
		return b.at(e.Span, "JoinedStr", b.exprs(e.Values))
	case *syntax.TemplateStr:
		return b.at(e.Span, "TemplateStr", b.exprs(e.Values))
	case *syntax.Constant:
		kind := object.None
		if e.U {
			kind = b.str("u")
		}
		return b.at(e.Span, "Constant", constant(e), kind)
	case *syntax.Attribute:
		return b.at(e.Span, "Attribute", b.expr(e.Value), b.str(e.Name), b.ctx(e.Ctx))
	case *syntax.Subscript:
		return b.at(e.Span, "Subscript", b.expr(e.Value), b.expr(e.Index), b.ctx(e.Ctx))
	case *syntax.Starred:
		return b.at(e.Span, "Starred", b.expr(e.Value), b.ctx(e.Ctx))
	case *syntax.Name:
		return b.at(e.Span, "Name", b.str(e.Id), b.ctx(e.Ctx))
	case *syntax.List:
		return b.at(e.Span, "List", b.exprs(e.Elts), b.ctx(e.Ctx))
	case *syntax.Tuple:
		return b.at(e.Span, "Tuple", b.exprs(e.Elts), b.ctx(e.Ctx))
	case *syntax.Slice:
		return b.at(e.Span, "Slice", b.expr(e.Lower), b.expr(e.Upper), b.expr(e.Step))
	}
	return object.None
}

func (b *builder) spec(s *syntax.JoinedStr) value {
	if s == nil {
		return object.None
	}
	return b.expr(s)
}

func constant(e *syntax.Constant) value {
	switch e.Kind {
	case syntax.True:
		return object.True
	case syntax.False:
		return object.False
	case syntax.Ellipsis:
		return object.Ellipsis
	case syntax.Int:
		if e.Big != nil {
			return object.NewBig(e.Big)
		}
		return object.Int(e.Int)
	case syntax.Float:
		return object.Float(e.Float)
	case syntax.Imaginary:
		return object.NewComplex(complex(0, e.Float))
	case syntax.Str:
		return object.NewStr(e.Str)
	case syntax.Bytes:
		return object.NewBytes(e.Str)
	}
	return object.None
}

func (b *builder) pattern(p syntax.Pattern) value {
	switch p := p.(type) {
	case nil:
		return object.None
	case *syntax.MatchValue:
		return b.at(p.Span, "MatchValue", b.expr(p.Value))
	case *syntax.MatchSingleton:
		return b.at(p.Span, "MatchSingleton", constant(&syntax.Constant{Kind: p.Kind}))
	case *syntax.MatchSequence:
		return b.at(p.Span, "MatchSequence", each(b, p.Patterns, b.pattern))
	case *syntax.MatchMapping:
		return b.at(p.Span, "MatchMapping", b.exprs(p.Keys), each(b, p.Patterns, b.pattern), b.name(p.Rest))
	case *syntax.MatchClass:
		return b.at(p.Span, "MatchClass", b.expr(p.Cls), each(b, p.Patterns, b.pattern),
			each(b, p.KwdAttrs, func(i syntax.Ident) value { return b.str(i.Name) }), each(b, p.KwdPatterns, b.pattern))
	case *syntax.MatchStar:
		return b.at(p.Span, "MatchStar", b.name(p.Name))
	case *syntax.MatchAs:
		return b.at(p.Span, "MatchAs", b.pattern(p.Pattern), b.name(p.Name))
	case *syntax.MatchOr:
		return b.at(p.Span, "MatchOr", each(b, p.Patterns, b.pattern))
	}
	return object.None
}
