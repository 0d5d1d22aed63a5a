package compile

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

func (u *unit) functionDef(s *syntax.FunctionDef) {
	first := u.decorators(s.Decorators)
	dst := u.definition(s.Name, s.Decorators)
	start := s.Span
	if len(s.Decorators) > 0 {
		start = s.Decorators[0].Range()
	}
	u.statement(s.Span)
	if len(s.TypeParams) > 0 {
		u.genericFunction(s, start, dst)
	} else {
		u.function(s, start, dst, evaluate, evaluate)
	}
	u.bindDefinition(s.Name, s.Decorators, first, dst, s.Span)
}

// definition is the register that a function or class is made in: that of its name, if nothing decorates it and the
// name is a plain local, else a new temporary.
func (u *unit) definition(name string, decorators []syntax.Expr) int {
	if r := u.fastReg(name); r >= 0 && len(decorators) == 0 {
		return r
	}
	return u.temp(1)
}

// bindDefinition decorates what stands in R[dst] and binds its name.
func (u *unit) bindDefinition(name string, decorators []syntax.Expr, first, dst int, span syntax.Span) {
	if len(decorators) > 0 {
		u.decorate(decorators, first)
		dst = first
	}
	u.span = span
	u.storeName(name, dst)
}

// decorators evaluates decorators into consecutive temporaries, which stand right before what they decorate.
func (u *unit) decorators(list []syntax.Expr) int {
	first := u.free
	for _, d := range list {
		u.statement(d.Range())
		u.expr(d, u.temp(1))
	}
	return first
}

// decorate calls the decorators, the last first; the result is where the first stood.
func (u *unit) decorate(list []syntax.Expr, first int) {
	for i := len(list) - 1; i >= 0; i-- {
		u.span = list[i].Range()
		u.emit(code.CALL, 1, first+i, first+i, 0)
	}
}

// function makes the function of a def in R[dst]. defaults and kwDefaults are registers that hold
// them already, or say what to do instead.
func (u *unit) function(s *syntax.FunctionDef, start syntax.Span, dst, defaults, kwDefaults int) {
	mark := u.free
	w := u.temp(4)
	u.span = s.Span
	u.moveOr(w, defaults, func() { u.defaults(s.Args, w) })
	u.moveOr(w+1, kwDefaults, func() { u.kwDefaults(s.Args, w+1) })
	if sc := u.c.table.Annotations(s); sc != nil && hasAnnotations(s) {
		u.annotateFunction(s, sc, w+3)
	} else {
		u.wide(code.UNSET, w+3, 0)
	}
	inner := u.functionCode(s, start)
	u.span = s.Span
	u.makeFunction(inner, w, dst)
	u.free = mark
}

// Instead of a register with defaults: they are to be evaluated, or there are none.
const (
	evaluate = -1
	absent   = -2
)

// moveOr fills R[to] from a register, or by other means if it is to be evaluated.
func (u *unit) moveOr(to, from int, other func()) {
	switch from {
	case evaluate:
		other()
	case absent:
		u.wide(code.UNSET, to, 0)
	default:
		u.emit(code.MOVE, 0, to, from, 0)
	}
}

// defaults puts the tuple of positional defaults into R[dst], which stays unset if there are none.
func (u *unit) defaults(a *syntax.Arguments, dst int) {
	if len(a.Defaults) == 0 {
		u.wide(code.UNSET, dst, 0)
		return
	}
	if k, ok := u.constants(a.Defaults); ok {
		u.loadConst(k, dst)
		return
	}
	span := u.span
	u.tuple(a.Defaults, dst, span)
}

// kwDefaults does the same for the dict of keyword-only defaults.
func (u *unit) kwDefaults(a *syntax.Arguments, dst int) {
	span, mark := u.span, u.free
	n := 0
	started := false
	flush := func() {
		if !started {
			u.emit(code.DICT, 0, dst, mark, n)
		} else if n > 0 {
			t := u.temp(1)
			u.emit(code.DICT, 0, t, mark, n)
			u.emit(code.DICTUPDATE, 0, dst, t, 0)
		}
		started, n = true, 0
		u.free = mark
	}
	for i, d := range a.KwDefaults {
		if d == nil {
			continue
		}
		pair := u.temp(2)
		u.loadConst(u.scope.Mangle(a.KwOnly[i].Name), pair)
		u.expr(d, pair+1)
		u.span = span
		if n++; n == batchPairs {
			flush()
		}
	}
	if n > 0 {
		flush()
	}
	if !started {
		u.wide(code.UNSET, dst, 0)
	}
}

// makeFunction emits MAKEFUNC with the window w, whose closure is filled in here.
func (u *unit) makeFunction(inner *code.Code, w, dst int) {
	mark := u.free
	if len(inner.FreeVars) == 0 {
		u.wide(code.UNSET, w+2, 0)
	} else {
		cells := u.temp(len(inner.FreeVars))
		for i, name := range inner.FreeVars {
			r, ok := u.cellReg(name)
			if !ok {
				panic("compile: " + inner.Qualname + " captures " + name + ", for which " + u.out.Qualname + " has no cell")
			}
			u.emit(code.MOVE, 0, cells+i, r, 0)
		}
		u.emit(code.TUPLE, 0, w+2, cells, len(inner.FreeVars))
	}
	u.emit(code.MAKEFUNC, 0, dst, w, u.child(inner))
	u.free = mark
}

// makePlain makes a function without defaults and annotations; with withDefault its one default is 1, as the
// functions that evaluate type parameters have it.
func (u *unit) makePlain(inner *code.Code, withDefault bool, dst int) {
	w := u.temp(4)
	if withDefault {
		u.loadConst(tupleConst{int64(1)}, w)
	} else {
		u.wide(code.UNSET, w, 0)
	}
	u.wide(code.UNSET, w+1, 0)
	u.wide(code.UNSET, w+3, 0)
	u.makeFunction(inner, w, dst)
	u.free = w
}

// paramsOf lists the parameters of a function in the order of its registers.
func (u *unit) paramsOf(sc *scope.Scope, a *syntax.Arguments) params {
	p := params{argCount: len(a.PosOnly) + len(a.Args), posOnly: len(a.PosOnly), kwOnly: len(a.KwOnly)}
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, a.KwOnly} {
		for _, x := range list {
			p.names = append(p.names, sc.Mangle(x.Name))
		}
	}
	if a.VarArg != nil {
		p.varArgs = true
		p.names = append(p.names, sc.Mangle(a.VarArg.Name))
	}
	if a.KwArg != nil {
		p.varKeywords = true
		p.names = append(p.names, sc.Mangle(a.KwArg.Name))
	}
	return p
}

// functionCode compiles the body of a def.
func (u *unit) functionCode(s *syntax.FunctionDef, start syntax.Span) *code.Code {
	sc := u.c.table.Of(s)
	f := newUnit(u.c, u, sc, s.Name, u.qualifyDef(s.Name), start)
	f.setKind(sc, s.Async)
	if u.scope.Kind == scope.Class {
		f.out.Flags |= code.Method
	}
	f.setup(f.paramsOf(sc, s.Args), nil, nil)
	body := s.Body
	if doc, ok := docstring(body); ok {
		if u.c.opts.Optimize < 2 {
			f.out.Doc, f.out.HasDoc = doc, true
			f.out.Flags |= code.HasDocstring
		}
		if body = body[1:]; len(body) == 0 {
			f.span = s.Body[0].Range()
		}
	}
	f.wrapGenerator(func() {
		f.stmts(body)
		f.pendingStart = false
		f.emit(code.RETNONE, 0, 0, 0, 0)
	})
	return f.finish()
}

// setKind sets the flags of generators and coroutines.
func (u *unit) setKind(sc *scope.Scope, async bool) {
	switch {
	case async && sc.Generator:
		u.out.Flags |= code.AsyncGen
	case async:
		u.out.Flags |= code.Coroutine
	case sc.Generator:
		u.out.Flags |= code.Generator
	}
	u.out.Flags |= u.c.future
}

// qualifyDef is the qualified name of a def or class: just its name if that is declared global.
func (u *unit) qualifyDef(name string) string {
	in := u
	if in.scope.Kind == scope.TypeParams && in.parent != nil {
		in = in.parent
	}
	if s := in.scope.Lookup(in.scope.Mangle(name)); s != nil && s.Storage == scope.GlobalExplicit {
		return name
	}
	return u.qualify(name)
}

func (u *unit) lambda(e *syntax.Lambda, dst int) {
	w := u.temp(4)
	u.span = e.Span
	u.defaults(e.Args, w)
	u.kwDefaults(e.Args, w+1)
	u.wide(code.UNSET, w+3, 0)
	sc := u.c.table.Of(e)
	f := newUnit(u.c, u, sc, "<lambda>", u.qualify("<lambda>"), e.Span)
	f.setKind(sc, sc.Coroutine)
	f.setup(f.paramsOf(sc, e.Args), nil, nil)
	f.wrapGenerator(func() {
		f.statement(e.Body.Range())
		r := f.operand(e.Body)
		f.span = e.Body.Range()
		if f.out.Flags&code.AsyncGen != 0 { // an asynchronous generator returns nothing
			f.emit(code.RETNONE, 0, 0, 0, 0)
			return
		}
		f.emit(code.RET, 0, r, 0, 0)
	})
	inner := f.finish()
	u.span = e.Span
	u.makeFunction(inner, w, dst)
}
