package interp

import (
	"slp/vm/object"
)

// asyncOp is the awaitable that __anext__, asend, athrow and aclose of an async generator return: driving it drives
// the generator.
type asyncOp struct {
	gen   *Gen
	kind  asyncKind
	state uint8 // 0 not started, 1 running, 2 done
	val   object.Value
}

type asyncKind uint8

const (
	asyncSend asyncKind = iota
	asyncThrow
	asyncClose
)

// Walk implements object.Impl.
func (o *asyncOp) Walk(w *object.Walker) {
	object.Object(w, &o.gen)
	object.Word(w, &o.state)
	w.Value(&o.val)
}

func (vm *VM) newAsyncOp(g *Gen, kind asyncKind, val object.Value) object.Value {
	t := asyncSendType
	if kind != asyncSend {
		t = asyncThrowType
	}
	return vm.NewObj(t, &asyncOp{gen: g, kind: kind, val: val})
}

// asyncYield is the yield of an async generator: the awaitable that drives it is done.
func (vm *VM) asyncYield(p *Frame, g *Gen, v object.Value) *Frame {
	return vm.unwind(vm.enter(p), vm.newAsyncResult(v), true)
}

// newAsyncResult marks a value yielded by an async generator: the StopIteration that ends its asend().
func (vm *VM) newAsyncResult(v object.Value) object.Value {
	e := vm.NewExc(object.StopIteration, v)
	e.Fields = []object.Value{v}
	return e.V()
}

// asyncOpSend is send() and __next__() of the awaitables.
func asyncOpSend(c *object.Ctx, self object.Value, v object.Value) object.Value {
	vm := FromCtx(c)
	o, _ := object.As[*asyncOp](self)
	g := o.gen
	if o.state == 2 {
		if o.kind == asyncSend {
			return c.Raise(object.RuntimeError, "cannot reuse already awaited __anext__()/asend()")
		}
		return c.Raise(object.RuntimeError, "cannot reuse already awaited aclose()/athrow()")
	}
	first := o.state == 0
	if first {
		if !g.running.IsNil() && !g.running.IsNone() {
			c.Touch(self.Hdr())
			o.state = 2
			name := [...]string{"anext()", "athrow()", "aclose()"}[o.kind]
			if o.kind == asyncSend {
				name = "anext()"
			}
			return c.Raise(object.RuntimeError, "%s: asynchronous generator is already running", name)
		}
		if o.kind != asyncSend {
			if g.closed || g.state == genDone {
				c.Touch(self.Hdr())
				o.state = 2
				if g.state == genDone { // also athrow() does nothing then
					return c.RaiseExc(c.NewExc(object.StopIteration))
				}
				return c.RaiseExc(c.NewExc(object.StopAsyncIteration))
			}
			if !v.IsNone() {
				return c.Raise(object.RuntimeError, "can't send non-None value to a just-started coroutine")
			}
		}
	}
	c.Touch(self.Hdr())
	c.Touch(&g.Hdr)
	o.state = 1
	g.running = self
	return c.Ask(HostFunc(func(vm2 *VM, f *Frame) *Frame {
		return vm.drive(f, self, o, first, v, object.Nil)
	}))
}

// asyncOpThrow is throw() of the awaitables.
func asyncOpThrow(c *object.Ctx, self, exc object.Value) object.Value {
	o, _ := object.As[*asyncOp](self)
	if o.state == 2 {
		if o.kind == asyncSend {
			return c.Raise(object.RuntimeError, "cannot reuse already awaited __anext__()/asend()")
		}
		return c.Raise(object.RuntimeError, "cannot reuse already awaited aclose()/athrow()")
	}
	c.Touch(self.Hdr())
	c.Touch(&o.gen.Hdr)
	first := o.state == 0
	o.state = 1
	o.gen.running = self
	return c.Ask(HostFunc(func(vm *VM, f *Frame) *Frame {
		return vm.drive(f, self, o, first, object.None, exc)
	}))
}

// drive resumes the generator for an awaitable and sorts out how it came back.
func (vm *VM) drive(f *Frame, self object.Value, o *asyncOp, first bool, v, thrown object.Value) *Frame {
	g := o.gen
	nf := vm.waiting(f, thenDriven, self)
	switch {
	case !thrown.IsNil():
		return vm.genThrow(nf, g, thrown)
	case o.kind == asyncSend:
		if first && !o.val.IsNil() {
			v = o.val
		}
		return vm.genResume(nf, g, v)
	case !first:
		return vm.genResume(nf, g, v)
	}
	vm.Touch(&g.Hdr)
	if o.kind == asyncClose {
		if g.state == genCreated {
			g.state, g.frame, g.closed = genDone, nil, true
			return vm.unwind(nf, vm.NewExc(object.StopAsyncIteration).V(), true)
		}
		g.closed = true
		return vm.genThrow(nf, g, vm.NewExc(object.GeneratorExit).V())
	}
	return vm.genThrow(nf, g, o.val)
}

// driven handles what the generator did when an awaitable resumed it: r from an await inside, an exception otherwise
// (StopIteration for a yielded value).
func (vm *VM) driven(f *Frame, self object.Value, o *asyncOp, r, exc object.Value) *Frame {
	g := o.gen
	if exc.IsNil() {
		return vm.deliver(f, r)
	}
	vm.Touch(self.Hdr())
	vm.Touch(&g.Hdr)
	o.state = 2
	g.running = object.Nil
	yielded := object.Is(exc, object.StopIteration)
	if o.kind == asyncClose {
		switch {
		case yielded:
			return vm.raise(f, object.RuntimeError, "async generator ignored GeneratorExit")
		case object.Is(exc, object.StopAsyncIteration), object.Is(exc, object.GeneratorExit):
			return vm.unwind(f, vm.NewExc(object.StopIteration).V(), true)
		}
	}
	if g.state == genDone {
		g.closed = true
	}
	return vm.unwind(f, exc, true)
}
