package modules

import "slp/syntax"

// Walk calls enter for a node and everything below it, outer before inner, in the order of the
// text as far as the language allows.
func Walk(n syntax.Node, enter func(syntax.Node)) { walk(n, enter, func(syntax.Node) {}) }

// WalkUntil is Walk, but goes below a node only when enter says so.
func WalkUntil(n syntax.Node, enter func(syntax.Node) bool) {
	if !enter(n) {
		return
	}
	for _, c := range Children(n) {
		WalkUntil(c, enter)
	}
}

func walk(n syntax.Node, enter, leave func(syntax.Node)) {
	enter(n)
	for _, c := range Children(n) {
		walk(c, enter, leave)
	}
	leave(n)
}

// kids collects the children of a node.
type kids []syntax.Node

func (k *kids) expr(es ...syntax.Expr) {
	for _, e := range es {
		if e != nil {
			*k = append(*k, e)
		}
	}
}

func (k *kids) stmts(ss []syntax.Stmt) {
	for _, s := range ss {
		*k = append(*k, s)
	}
}

func (k *kids) keywords(ks []*syntax.Keyword) {
	for _, w := range ks {
		*k = append(*k, w)
	}
}

func (k *kids) typeParams(ps []syntax.TypeParam) {
	for _, p := range ps {
		*k = append(*k, p)
	}
}

func (k *kids) generators(gs []*syntax.Comprehension) {
	for _, g := range gs {
		*k = append(*k, g)
	}
}

func (k *kids) patterns(ps []syntax.Pattern) {
	for _, p := range ps {
		if p != nil {
			*k = append(*k, p)
		}
	}
}

// Children are the nodes directly below a node.
func Children(n syntax.Node) []syntax.Node {
	var k kids
	switch n := n.(type) {
	case *syntax.Module:
		k.stmts(n.Body)
	case syntax.Stmt:
		k.statement(n)
	case syntax.Expr:
		k.expression(n)
	case syntax.Pattern:
		k.pattern(n)
	case *syntax.TypeVar:
		k.expr(n.Bound, n.Default)
	case *syntax.ParamSpec:
		k.expr(n.Default)
	case *syntax.TypeVarTuple:
		k.expr(n.Default)
	case *syntax.Arguments:
		k.arguments(n)
	case *syntax.Arg:
		k.expr(n.Annotation)
	case *syntax.Keyword:
		k.expr(n.Value)
	case *syntax.WithItem:
		k.expr(n.Context, n.Target)
	case *syntax.MatchCase:
		if n.Pattern != nil {
			k = append(k, n.Pattern)
		}
		k.expr(n.Guard)
		k.stmts(n.Body)
	case *syntax.ExceptHandler:
		k.expr(n.Type)
		k.stmts(n.Body)
	case *syntax.Comprehension:
		k.expr(n.Target, n.Iter)
		k.expr(n.Ifs...)
	}
	return k
}

func (k *kids) statement(n syntax.Stmt) {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		k.expr(n.Decorators...)
		k.typeParams(n.TypeParams)
		*k = append(*k, n.Args)
		k.expr(n.Returns)
		k.stmts(n.Body)
	case *syntax.ClassDef:
		k.expr(n.Decorators...)
		k.typeParams(n.TypeParams)
		k.expr(n.Bases...)
		k.keywords(n.Keywords)
		k.stmts(n.Body)
	case *syntax.Return:
		k.expr(n.Value)
	case *syntax.Delete:
		k.expr(n.Targets...)
	case *syntax.Assign:
		k.expr(n.Targets...)
		k.expr(n.Value)
	case *syntax.AugAssign:
		k.expr(n.Target, n.Value)
	case *syntax.AnnAssign:
		k.expr(n.Target, n.Annotation, n.Value)
	case *syntax.TypeAlias:
		*k = append(*k, n.Name)
		k.typeParams(n.TypeParams)
		k.expr(n.Value)
	case *syntax.For:
		k.expr(n.Target, n.Iter)
		k.stmts(n.Body)
		k.stmts(n.Orelse)
	case *syntax.While:
		k.expr(n.Test)
		k.stmts(n.Body)
		k.stmts(n.Orelse)
	case *syntax.If:
		k.expr(n.Test)
		k.stmts(n.Body)
		k.stmts(n.Orelse)
	case *syntax.With:
		for _, w := range n.Items {
			*k = append(*k, w)
		}
		k.stmts(n.Body)
	case *syntax.Match:
		k.expr(n.Subject)
		for _, c := range n.Cases {
			*k = append(*k, c)
		}
	case *syntax.Raise:
		k.expr(n.Exc, n.Cause)
	case *syntax.Try:
		k.stmts(n.Body)
		for _, h := range n.Handlers {
			*k = append(*k, h)
		}
		k.stmts(n.Orelse)
		k.stmts(n.Finalbody)
	case *syntax.Assert:
		k.expr(n.Test, n.Msg)
	case *syntax.Import:
		for _, a := range n.Names {
			*k = append(*k, a)
		}
	case *syntax.ImportFrom:
		for _, a := range n.Names {
			*k = append(*k, a)
		}
	case *syntax.ExprStmt:
		k.expr(n.Value)
	case *syntax.BadStmt:
		*k = append(*k, n.Parts...)
	}
}

func (k *kids) expression(n syntax.Expr) {
	switch n := n.(type) {
	case *syntax.BoolOp:
		k.expr(n.Values...)
	case *syntax.NamedExpr:
		*k = append(*k, n.Target)
		k.expr(n.Value)
	case *syntax.BinOp:
		k.expr(n.Left, n.Right)
	case *syntax.UnaryOp:
		k.expr(n.Operand)
	case *syntax.Lambda:
		*k = append(*k, n.Args)
		k.expr(n.Body)
	case *syntax.IfExp:
		k.expr(n.Body, n.Test, n.Orelse)
	case *syntax.Dict:
		for i, v := range n.Values {
			k.expr(n.Keys[i], v)
		}
	case *syntax.Set:
		k.expr(n.Elts...)
	case *syntax.ListComp:
		k.expr(n.Elt)
		k.generators(n.Generators)
	case *syntax.SetComp:
		k.expr(n.Elt)
		k.generators(n.Generators)
	case *syntax.DictComp:
		k.expr(n.Key, n.Value)
		k.generators(n.Generators)
	case *syntax.GeneratorExp:
		k.expr(n.Elt)
		k.generators(n.Generators)
	case *syntax.Await:
		k.expr(n.Value)
	case *syntax.Yield:
		k.expr(n.Value)
	case *syntax.YieldFrom:
		k.expr(n.Value)
	case *syntax.Compare:
		k.expr(n.Left)
		k.expr(n.Comparators...)
	case *syntax.Call:
		k.expr(n.Func)
		k.expr(n.Args...)
		k.keywords(n.Keywords)
	case *syntax.FormattedValue:
		k.expr(n.Value)
		if n.FormatSpec != nil {
			*k = append(*k, n.FormatSpec)
		}
	case *syntax.Interpolation:
		k.expr(n.Value)
		if n.FormatSpec != nil {
			*k = append(*k, n.FormatSpec)
		}
	case *syntax.JoinedStr:
		k.expr(n.Values...)
	case *syntax.TemplateStr:
		k.expr(n.Values...)
	case *syntax.Attribute:
		k.expr(n.Value)
	case *syntax.Subscript:
		k.expr(n.Value, n.Index)
	case *syntax.Starred:
		k.expr(n.Value)
	case *syntax.List:
		k.expr(n.Elts...)
	case *syntax.Tuple:
		k.expr(n.Elts...)
	case *syntax.Slice:
		k.expr(n.Lower, n.Upper, n.Step)
	case *syntax.BadExpr:
		k.expr(n.Parts...)
	}
}

func (k *kids) pattern(n syntax.Pattern) {
	switch n := n.(type) {
	case *syntax.MatchValue:
		k.expr(n.Value)
	case *syntax.MatchSequence:
		k.patterns(n.Patterns)
	case *syntax.MatchMapping:
		k.expr(n.Keys...)
		k.patterns(n.Patterns)
	case *syntax.MatchClass:
		k.expr(n.Cls)
		k.patterns(n.Patterns)
		k.patterns(n.KwdPatterns)
	case *syntax.MatchAs:
		if n.Pattern != nil {
			*k = append(*k, n.Pattern)
		}
	case *syntax.MatchOr:
		k.patterns(n.Patterns)
	}
}

// arguments gives the parameters, each followed by its default.
func (k *kids) arguments(a *syntax.Arguments) {
	for _, p := range Parameters(a) {
		*k = append(*k, p)
		if d := Default(a, p); d != nil {
			*k = append(*k, d)
		}
	}
}
