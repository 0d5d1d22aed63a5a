package compile

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// comp is what the four kinds of comprehension have in common.
type comp struct {
	node       syntax.Expr
	name       string
	key, elt   syntax.Expr // key of a dict comprehension only
	generators []*syntax.Comprehension
	build, add code.Op // NOP for a generator expression
}

func compOf(e syntax.Expr) comp {
	switch e := e.(type) {
	case *syntax.ListComp:
		return comp{e, "<listcomp>", nil, e.Elt, e.Generators, code.LIST, code.LISTAPPEND}
	case *syntax.SetComp:
		return comp{e, "<setcomp>", nil, e.Elt, e.Generators, code.SET, code.SETADD}
	case *syntax.DictComp:
		return comp{e, "<dictcomp>", e.Key, e.Value, e.Generators, code.DICT, code.DICTSET}
	case *syntax.GeneratorExp:
		return comp{e, "<genexpr>", nil, e.Elt, e.Generators, code.NOP, code.NOP}
	}
	panic("compile: not a comprehension")
}

func (u *unit) comprehension(e syntax.Expr, dst int) {
	c := compOf(e)
	sc := u.c.table.Of(e)
	if sc.Inlined && c.build != code.NOP {
		u.inlineComp(c, sc, dst)
		return
	}
	u.outlineComp(c, sc, dst)
}

// inlineComp runs a comprehension in this frame (PEP 709), its variables in hidden registers. dst is a temporary.
func (u *unit) inlineComp(c comp, sc *scope.Scope, dst int) {
	first := c.generators[0]
	// The first iterable belongs to the scope around.
	state := u.temp(3)
	if first.Async {
		u.free = state
		state = u.asyncIterate(first.Iter)
		u.temp(2)
	} else {
		u.iterate(first.Iter, state)
	}
	o := &overlay{parent: u.overlay, scope: sc, vars: map[string]access{}}
	from := len(u.locals)
	u.span = c.node.Range()
	for _, s := range sc.Symbols {
		if s.Storage != scope.Local && s.Storage != scope.Cell || !s.Bound {
			continue
		}
		r := u.temp(1)
		a := access{kind: accFast, reg: r}
		u.bound.clear(r)
		onlyTarget := false
		if n, ok := first.Target.(*syntax.Name); ok && sc.Mangle(n.Id) == s.Name && s.Storage == scope.Local {
			onlyTarget = true // bound before anything reads it
		}
		if !onlyTarget {
			u.wide(code.UNSET, r, 0)
		}
		if s.Storage == scope.Cell {
			a.kind = accCell
			u.wide(code.MAKECELL, r, 0)
		}
		o.vars[s.Name] = a
		u.locals = append(u.locals, openLocal{code.Local{Name: s.Name, Reg: int32(r), Cell: a.kind == accCell, Hidden: true}, len(u.ins), -1})
	}
	u.overlay = o
	u.span = c.node.Range()
	u.emit(c.build, 0, dst, 0, 0)
	u.compLoops(c, 0, state, dst)
	u.overlay = o.parent
	for i := from; i < len(u.locals); i++ {
		if u.locals[i].Hidden && u.locals[i].to < 0 {
			u.locals[i].to = len(u.ins)
		}
	}
}

// outlineComp makes a function of a comprehension and calls it with the iterator.
func (u *unit) outlineComp(c comp, sc *scope.Scope, dst int) {
	first := c.generators[0]
	base := u.temp(2)
	inner := u.compCode(c, sc)
	u.span = c.node.Range()
	u.makePlain(inner, false, base)
	u.expr(first.Iter, base+1)
	u.span = first.Iter.Range()
	if first.Async {
		u.emit(code.AITER, 0, base+1, base+1, 0)
	} else {
		u.emit(code.GETITER, 0, base+1, base+1, 0)
	}
	u.span = c.node.Range()
	if c.build != code.NOP && inner.Flags&code.Coroutine != 0 {
		t := u.temp(1)
		u.emit(code.CALL, 1, t, base, 0)
		u.await(t, 0, dst)
		return
	}
	u.emit(code.CALL, 1, dst, base, 0)
}

func (u *unit) compCode(c comp, sc *scope.Scope) *code.Code {
	f := newUnit(u.c, u, sc, c.name, u.qualify(c.name), c.node.Range())
	f.out.Flags |= u.c.future
	switch {
	case c.build == code.NOP && sc.Coroutine:
		f.out.Flags |= code.AsyncGen
	case c.build == code.NOP:
		f.out.Flags |= code.Generator
	case sc.Coroutine:
		f.out.Flags |= code.Coroutine
	}
	var free []string
	if sc.ClassVisible {
		if _, ok := u.cellReg("__classdict__"); ok {
			free = append(free, "__classdict__")
		}
	}
	f.setup(params{names: []string{".0"}, argCount: 1}, nil, free)
	f.wrapGenerator(func() {
		f.statement(c.node.Range())
		result := -1
		if c.build != code.NOP {
			result = f.temp(1)
			f.emit(c.build, 0, result, 0, 0)
		}
		state := f.temp(3)
		f.span = c.generators[0].Iter.Range()
		if c.generators[0].Async {
			state = 0
		} else {
			f.emit(code.ITER, 0, state, 0, 0)
		}
		f.compLoops(c, 0, state, result)
		f.span = c.node.Range()
		if result >= 0 {
			f.emit(code.RET, 0, result, 0, 0)
		} else {
			f.emit(code.RETNONE, 0, 0, 0, 0)
		}
	})
	return f.finish()
}

// compLoops emits the loop of generator i, which is prepared in the registers from state, with all that is in it.
func (u *unit) compLoops(c comp, i, state, result int) {
	mark := u.free
	g := c.generators[i]
	next, exit := newLabel(), newLabel()
	span := g.Iter.Range()
	top := u.top(nil)
	var h *handler
	if g.Async {
		h = u.asyncNext(state, g.Target, span)
	} else {
		u.next(state, g.Target, span, exit)
	}
	for _, cond := range g.Ifs {
		u.jumpIf(cond, false, next)
	}
	if i+1 < len(c.generators) {
		inner := c.generators[i+1]
		s := 0
		if inner.Async {
			s = u.asyncIterate(inner.Iter)
		} else {
			s = u.temp(3)
			u.iterate(inner.Iter, s)
		}
		u.compLoops(c, i+1, s, result)
	} else {
		u.compElement(c, result)
	}
	u.place(next)
	u.span = span
	u.loop(top)
	if h != nil {
		u.asyncEnd(h, exit, span)
	}
	u.place(exit)
	u.free = mark
}

func (u *unit) compElement(c comp, result int) {
	mark := u.free
	switch {
	case c.build == code.NOP:
		v := u.operand(c.elt)
		t := u.temp(1)
		u.span = c.elt.Range()
		u.emit(code.YIELD, u.yieldFlag(), t, v, 0)
	case c.key != nil:
		k := u.operand(c.key, c.elt)
		v := u.operand(c.elt)
		u.span = syntax.Span{Start: c.key.Range().Start, End: c.elt.Range().End}
		u.emit(code.DICTSET, 0, result, k, v)
	default:
		v := u.operand(c.elt)
		u.span = c.elt.Range()
		u.emit(c.add, 0, result, v, 0)
	}
	u.free = mark
}
