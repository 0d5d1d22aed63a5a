package scope

import "slp/syntax"

func (b *binder) exprs(list []syntax.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *binder) expr(node syntax.Expr) {
	switch n := node.(type) {
	case nil:
	case *syntax.Name:
		b.name(n)
	case *syntax.Attribute:
		b.expr(n.Value)
	case *syntax.Call:
		b.expr(n.Func)
		b.exprs(n.Args)
		b.keywords(n.Keywords)
	case *syntax.Constant:
	case *syntax.NamedExpr:
		b.namedExpr(n)
	case *syntax.Lambda:
		b.lambda(n)
	case *syntax.ListComp:
		b.comprehension(n, "<listcomp>", n.Generators, n.Elt, nil)
	case *syntax.SetComp:
		b.comprehension(n, "<setcomp>", n.Generators, n.Elt, nil)
	case *syntax.DictComp:
		b.comprehension(n, "<dictcomp>", n.Generators, n.Key, n.Value)
	case *syntax.GeneratorExp:
		b.comprehension(n, "<genexpr>", n.Generators, n.Elt, nil)
	case *syntax.Yield:
		b.yield(n, "yield expression", "'yield'")
		b.expr(n.Value)
	case *syntax.YieldFrom:
		b.yield(n, "yield expression", "'yield'")
		b.expr(n.Value)
	case *syntax.Await:
		b.forbidden(n, "await expression")
		b.cur.Coroutine = b.cur.Coroutine || b.cur.Kind == Comprehension
		b.expr(n.Value)
	default:
		b.parts(node)
	}
}

// parts walks an expression that has no scope of its own.
func (b *binder) parts(node syntax.Expr) {
	switch n := node.(type) {
	case *syntax.BinOp:
		b.expr(n.Left)
		b.expr(n.Right)
	case *syntax.BoolOp:
		b.exprs(n.Values)
	case *syntax.UnaryOp:
		b.expr(n.Operand)
	case *syntax.Compare:
		b.expr(n.Left)
		b.exprs(n.Comparators)
	case *syntax.IfExp:
		b.expr(n.Test)
		b.expr(n.Body)
		b.expr(n.Orelse)
	case *syntax.Subscript:
		b.expr(n.Value)
		b.expr(n.Index)
	case *syntax.Slice:
		b.expr(n.Lower)
		b.expr(n.Upper)
		b.expr(n.Step)
	case *syntax.Starred:
		b.expr(n.Value)
	case *syntax.List:
		b.exprs(n.Elts)
	case *syntax.Tuple:
		b.exprs(n.Elts)
	case *syntax.Set:
		b.exprs(n.Elts)
	case *syntax.Dict:
		b.exprs(n.Keys)
		b.exprs(n.Values)
	case *syntax.JoinedStr:
		b.exprs(n.Values)
	case *syntax.TemplateStr:
		b.exprs(n.Values)
	case *syntax.FormattedValue:
		b.expr(n.Value)
		if n.FormatSpec != nil {
			b.expr(n.FormatSpec)
		}
	case *syntax.Interpolation:
		b.expr(n.Value)
		if n.FormatSpec != nil {
			b.expr(n.FormatSpec)
		}
	case *syntax.BadExpr:
		b.exprs(n.Parts)
	}
}

func (b *binder) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		b.expr(k.Value)
	}
}

func (b *binder) name(n *syntax.Name) {
	if n.Ctx != syntax.Load { // in the target of something broken
		b.bind(n.Id, n.Span, BindAssign, n)
		return
	}
	b.use(n.Id, n.Span, n)
	// super() finds its class in a cell, so a mention of it counts as a use of __class__.
	if n.Id == "super" && b.cur.Kind.FunctionLike() && b.inClass() && !b.weak {
		sym := b.symbol(b.cur, "__class__")
		sym.Used = true
		sym.Uses = append(sym.Uses, Use{n.Span, n})
	}
}

func (b *binder) inClass() bool {
	for s := b.cur; s != nil; s = s.Parent {
		if s.Kind == Class {
			return true
		}
	}
	return false
}

func (b *binder) lambda(n *syntax.Lambda) {
	b.exprs(n.Args.Defaults)
	b.exprs(n.Args.KwDefaults)
	s := b.enter(Lambda, "lambda", n)
	b.table.body[n] = s
	defer b.inside()()
	b.parameters(n.Args)
	b.expr(n.Body)
	b.leave()
}

// inside resets what the walk knows of its surroundings, for a new scope, until the result is called.
func (b *binder) inside() func() {
	conditional, iterable, target := b.conditional, b.iterable, b.target
	b.conditional, b.iterable, b.target = 0, 0, false
	return func() { b.conditional, b.iterable, b.target = conditional, iterable, target }
}

func (b *binder) comprehension(n syntax.Expr, name string, generators []*syntax.Comprehension, elt, value syntax.Expr) {
	if len(generators) == 0 {
		b.expr(elt)
		b.expr(value)
		return
	}
	outermost := generators[0]
	b.iterable++
	b.expr(outermost.Iter)
	b.iterable--
	_, generator := n.(*syntax.GeneratorExp)
	inlined := !generator && !b.cur.ClassVisible && !b.weak
	s := b.enter(Comprehension, name, n)
	b.table.body[n] = s
	restore := b.inside()
	s.Coroutine = outermost.Async
	s.Generator = generator
	s.Inlined = inlined
	b.compTarget(outermost)
	b.exprs(outermost.Ifs)
	for _, g := range generators[1:] {
		b.compTarget(g)
		b.iterable++
		b.expr(g.Iter)
		b.iterable--
		b.exprs(g.Ifs)
		s.Coroutine = s.Coroutine || g.Async
	}
	b.expr(value)
	b.expr(elt)
	b.leave()
	restore()
	if s.Coroutine && !generator && b.cur.Kind == Comprehension {
		b.cur.Coroutine = true
	}
}

func (b *binder) compTarget(g *syntax.Comprehension) {
	b.target = true
	b.bindTarget(g.Target, BindComprehension, g)
	b.target = false
}

func (b *binder) namedExpr(n *syntax.NamedExpr) {
	b.forbidden(n, "named expression")
	switch {
	case b.iterable > 0:
		b.errorf(n.Span, "assignment expression cannot be used in a comprehension iterable expression")
		b.bind(n.Target.Id, n.Target.Span, BindWalrus, n)
	case b.cur.Kind == Comprehension:
		b.walrusOut(n)
	default:
		b.bind(n.Target.Id, n.Target.Span, BindWalrus, n)
	}
	b.expr(n.Value)
}

// walrusOut binds the name in the function, or module, around the comprehensions.
func (b *binder) walrusOut(n *syntax.NamedExpr) {
	name := b.cur.Mangle(n.Target.Id)
	span := n.Target.Span
	for s := b.cur; s != nil; s = s.Parent {
		switch s.Kind {
		case Comprehension:
			if sym := s.Lookup(name); sym != nil && sym.CompIter {
				b.errorf(span, "assignment expression cannot rebind comprehension iteration variable '%s'", n.Target.Id)
				return
			}
			continue
		case Class:
			b.errorf(span, "assignment expression within a comprehension cannot be used in a class body")
			return
		case TypeParams:
			b.errorf(span, "assignment expression within a comprehension cannot be used within the definition of a generic")
			return
		case TypeAlias:
			b.errorf(span, "assignment expression within a comprehension cannot be used in a type alias")
			return
		case TypeVarBound:
			b.errorf(span, "assignment expression within a comprehension cannot be used in a TypeVar bound")
			return
		case Annotations:
			return // reported as a named expression in an annotation
		}
		outer := b.symbol(s, name)
		inner := b.symbol(b.cur, name)
		if s.Kind == Module || outer.global {
			inner.global = true
			b.symbol(b.table.Module, name).global = true
		} else {
			inner.Nonlocal = true
			b.directives = append(b.directives, directive{b.cur, name, n.Span})
		}
		inner.Declared = true
		inner.Bound = true
		outer.Bound = true
		binding := Binding{span, BindWalrus, n}
		inner.Bindings = append(inner.Bindings, binding)
		return
	}
}

func (b *binder) yield(n syntax.Node, what, word string) {
	b.forbidden(n, what)
	if b.cur.Kind == Comprehension {
		kind := "list comprehension"
		switch b.cur.Node.(type) {
		case *syntax.SetComp:
			kind = "set comprehension"
		case *syntax.DictComp:
			kind = "dict comprehension"
		case *syntax.GeneratorExp:
			kind = "generator expression"
		}
		b.errorf(n.Range(), "%s inside %s", word, kind)
	}
	if b.cur.Kind.FunctionLike() {
		b.cur.Generator = true
	}
}

// forbidden reports an expression that annotation scopes do not allow.
func (b *binder) forbidden(n syntax.Node, what string) {
	switch b.cur.Kind {
	case Annotations:
		b.errorf(n.Range(), "%s cannot be used within an annotation", what)
	case TypeVarBound:
		b.errorf(n.Range(), "%s cannot be used within a %s", what, b.cur.info)
	case TypeAlias:
		b.errorf(n.Range(), "%s cannot be used within a type alias", what)
	case TypeParams:
		b.errorf(n.Range(), "%s cannot be used within the definition of a generic", what)
	}
}
