package scope

import "slp/syntax"

func (b *binder) function(n *syntax.FunctionDef) {
	b.bind(n.Name, n.NameSpan, BindFunction, n)
	b.exprs(n.Args.Defaults)
	b.exprs(n.Args.KwDefaults)
	b.exprs(n.Decorators)
	generic := b.enterTypeParams(n, n.Name, n.TypeParams)
	b.signature(n)
	s := b.enter(Function, n.Name, n)
	b.table.body[n] = s
	s.Coroutine = n.Async
	restore := b.inside()
	b.parameters(n.Args)
	b.stmts(n.Body)
	restore()
	b.leave()
	b.leaveTypeParams(generic)
}

func (b *binder) parameters(a *syntax.Arguments) {
	all := func(args []*syntax.Arg) {
		for _, arg := range args {
			b.bind(arg.Name, arg.NameSpan, BindParameter, arg)
		}
	}
	all(a.PosOnly)
	all(a.Args)
	all(a.KwOnly)
	if a.VarArg != nil {
		b.bind(a.VarArg.Name, a.VarArg.NameSpan, BindParameter, a.VarArg)
		b.cur.VarArgs = true
	}
	if a.KwArg != nil {
		b.bind(a.KwArg.Name, a.KwArg.NameSpan, BindParameter, a.KwArg)
		b.cur.VarKwds = true
	}
}

// signature reads the annotations of a function, which have a scope of their own.
func (b *binder) signature(n *syntax.FunctionDef) {
	a := n.Args
	var all []syntax.Expr
	add := func(args ...*syntax.Arg) {
		for _, arg := range args {
			if arg != nil && arg.Annotation != nil {
				all = append(all, arg.Annotation)
			}
		}
	}
	add(a.PosOnly...)
	add(a.Args...)
	add(a.VarArg)
	add(a.KwOnly...)
	add(a.KwArg)
	if n.Returns != nil {
		all = append(all, n.Returns)
	}
	if len(all) == 0 {
		return
	}
	see := b.cur.ClassVisible || b.cur.Kind == Class
	s := b.enter(Annotations, "__annotate__", n)
	b.table.annotations[n] = s
	if see {
		b.seeClass(s)
	}
	restore := b.inside()
	weak := b.weak
	b.weak = weak || b.postponed
	b.exprs(all)
	b.weak = weak
	restore()
	b.leave()
}

// variableAnnotation reads the annotation of "x: int". Those of a module or class are evaluated on
// demand, together, in one scope; those of a function never.
func (b *binder) variableAnnotation(e syntax.Expr) {
	owner := b.cur
	weak := b.weak
	restore := b.inside()
	switch owner.Kind {
	case Module, Class:
		s := b.table.annotations[owner.Node]
		if s == nil {
			s = b.enter(Annotations, "__annotate__", owner.Node)
			b.table.annotations[owner.Node] = s
			if owner.Kind == Class {
				b.seeClass(s)
			}
		} else {
			b.cur = s
		}
		b.weak = weak || b.postponed
	default:
		b.weak = true
	}
	b.checkUnevaluated(e, owner)
	b.expr(e)
	b.weak = weak
	restore()
	if owner.Kind == Module || owner.Kind == Class && b.conditional > 0 {
		owner.Conditional = true
	}
	b.cur = owner
}

// checkUnevaluated reports what may not stand in the annotation of a function's variable either.
func (b *binder) checkUnevaluated(e syntax.Expr, owner *Scope) {
	if !owner.Kind.FunctionLike() || e == nil {
		return
	}
	syntax.Inspect(e, func(n syntax.Node) bool {
		switch n.(type) {
		case *syntax.Lambda:
			return false
		case *syntax.NamedExpr:
			b.errorf(n.Range(), "named expression cannot be used within an annotation")
		case *syntax.Yield, *syntax.YieldFrom:
			b.errorf(n.Range(), "yield expression cannot be used within an annotation")
		case *syntax.Await:
			b.errorf(n.Range(), "await expression cannot be used within an annotation")
		}
		return true
	})
}

func (b *binder) classDef(n *syntax.ClassDef) {
	b.bind(n.Name, n.NameSpan, BindClass, n)
	b.exprs(n.Decorators)
	outer := b.class
	generic := b.enterTypeParams(n, n.Name, n.TypeParams)
	b.exprs(n.Bases)
	b.keywords(n.Keywords)
	b.class = n.Name
	s := b.enter(Class, n.Name, n)
	s.mangled = nil
	b.table.body[n] = s
	restore := b.inside()
	b.stmts(n.Body)
	restore()
	b.leave()
	b.leaveTypeParams(generic)
	b.class = outer
}

func (b *binder) typeAlias(n *syntax.TypeAlias) {
	b.bind(n.Name.Id, n.Name.Span, BindTypeAlias, n)
	inClass := b.cur.Kind == Class
	generic := b.enterTypeParams(n, n.Name.Id, n.TypeParams)
	s := b.enter(TypeAlias, n.Name.Id, n)
	b.table.body[n] = s
	if inClass {
		b.seeClass(s)
	}
	restore := b.inside()
	b.expr(n.Value)
	restore()
	b.leave()
	b.leaveTypeParams(generic)
}

// enterTypeParams opens the scope of a type parameter list, if there is one. It stays open around
// what the parameters belong to.
func (b *binder) enterTypeParams(n syntax.Node, name string, params []syntax.TypeParam) bool {
	if len(params) == 0 {
		return false
	}
	inClass := b.cur.Kind == Class
	outer := b.class
	class, isClass := n.(*syntax.ClassDef)
	if isClass {
		b.class = class.Name
	}
	s := b.enter(TypeParams, name, n)
	b.class = outer
	if isClass {
		// Only the parameters themselves are mangled here, not what bases mention.
		s.mangled = map[string]bool{}
		for _, p := range params {
			s.mangled[typeParamName(p)] = true
		}
	}
	b.table.typeParams[n] = s
	if inClass {
		b.seeClass(s)
	}
	restore := b.inside()
	for _, p := range params {
		b.typeParam(p)
	}
	restore()
	return true
}

func (b *binder) leaveTypeParams(open bool) {
	if open {
		b.leave()
	}
}

func typeParamName(p syntax.TypeParam) string {
	switch n := p.(type) {
	case *syntax.TypeVar:
		return n.Name
	case *syntax.ParamSpec:
		return n.Name
	case *syntax.TypeVarTuple:
		return n.Name
	}
	return ""
}

func (b *binder) typeParam(p syntax.TypeParam) {
	switch n := p.(type) {
	case *syntax.TypeVar:
		b.bind(n.Name, n.NameSpan, BindTypeParam, n)
		info := "TypeVar bound"
		if _, tuple := n.Bound.(*syntax.Tuple); tuple {
			info = "TypeVar constraint"
		}
		b.lazy(b.table.bounds, n, n.Name, info, n.Bound)
		b.lazy(b.table.defaults, n, n.Name, "TypeVar default", n.Default)
	case *syntax.ParamSpec:
		b.bind(n.Name, n.NameSpan, BindTypeParam, n)
		b.lazy(b.table.defaults, n, n.Name, "ParamSpec default", n.Default)
	case *syntax.TypeVarTuple:
		b.bind(n.Name, n.NameSpan, BindTypeParam, n)
		b.lazy(b.table.defaults, n, n.Name, "TypeVarTuple default", n.Default)
	}
}

// lazy reads a bound or default, which is evaluated on demand in a scope of its own.
func (b *binder) lazy(scopes map[syntax.TypeParam]*Scope, p syntax.TypeParam, name, info string, e syntax.Expr) {
	if e == nil {
		return
	}
	see := b.cur.ClassVisible
	s := b.enter(TypeVarBound, name, p)
	s.info = info
	scopes[p] = s
	if see {
		b.seeClass(s)
	}
	b.expr(e)
	b.leave()
}

// seeClass makes a scope look into the namespace of the class around.
func (b *binder) seeClass(s *Scope) {
	s.ClassVisible = true
	b.symbol(s, "__classdict__").Used = true
}
