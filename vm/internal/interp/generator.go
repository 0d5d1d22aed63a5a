package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// Gen is a generator, coroutine or async generator: a frame that can be left and entered again.
type Gen struct {
	object.Hdr
	state    genState
	frame    *Frame // nil when done
	code     *Code
	name     *object.Str
	qualname *object.Str
	running  object.Value // async generators: reserved for the awaitable that drives it
	closed   bool         // async generators: aclose or athrow ended it
	hooked   bool         // async generators: sys.set_asyncgen_hooks' firstiter was called
}

type genState uint8

const (
	genCreated genState = iota
	genRunning
	genSuspended
	genDone
)

// V is the generator as a Python object.
func (g *Gen) V() object.Value { return object.Ref(&g.Hdr) }

func asGen(v object.Value) *Gen { return (*Gen)(v.Pointer(object.KGen)) }

func walkGen(h *object.Hdr, w *object.Walker) {
	g := (*Gen)(unsafe.Pointer(h))
	object.Word(w, &g.state)
	object.Object(w, &g.frame)
	object.Object(w, &g.code)
	object.Object(w, &g.name)
	object.Object(w, &g.qualname)
	w.Value(&g.running)
	w.Bool(&g.closed)
	w.Bool(&g.hooked)
}

func (vm *VM) newGen(nf *Frame, fn *Func) *Gen {
	g := &Gen{frame: nf, code: nf.code, name: fn.name, qualname: fn.qualname}
	g.Kind = object.KGen
	g.Epoch = vm.Epoch
	nf.gen = g
	return g
}

func (g *Gen) flags() code.Flags { return g.code.CoFlags & code.AnyGenerator }

func (g *Gen) what() string {
	switch {
	case g.flags()&code.Coroutine != 0:
		return "coroutine"
	case g.flags()&code.AsyncGen != 0:
		return "async generator"
	}
	return "generator"
}

// delegate tells whether the generator is suspended in "yield from" or "await".
func (g *Gen) delegate() bool {
	if g.frame == nil || g.state != genSuspended {
		return false
	}
	in := g.frame.instruction()
	return code.OpOf(in) == code.YIELD && code.N(in)&1 != 0
}

// Delegate returns what the generator delegates to, or Nil.
func (g *Gen) Delegate() object.Value {
	if !g.delegate() {
		return object.Nil
	}
	return *reg(g.frame.base, g.frame.code.ins[g.frame.pc-1]>>48)
}

// genResume lets a generator go on with v as the result of its yield; what it yields or returns goes to f, as the
// running instruction of f wants it.
func (vm *VM) genResume(f *Frame, g *Gen, v object.Value) *Frame {
	switch g.state {
	case genRunning:
		return vm.raise(f, object.ValueError, "%s already executing", g.what())
	case genDone:
		if g.flags()&code.Coroutine != 0 {
			return vm.raise(f, object.RuntimeError, "cannot reuse already awaited coroutine")
		}
		if g.flags()&code.AsyncGen != 0 {
			return vm.unwind(f, vm.NewExc(object.StopAsyncIteration).V(), true)
		}
		return vm.genFinished(f, object.None)
	case genCreated:
		if !v.IsNone() {
			return vm.raise(f, object.TypeError, "can't send non-None value to a just-started %s", g.what())
		}
	}
	if f.depth >= vm.maxDepth {
		return vm.raise(f, object.RecursionError, "maximum recursion depth exceeded")
	}
	gf := vm.genLink(f, g)
	if gf.pc > 0 {
		*reg(gf.base, gf.code.ins[gf.pc-1]>>16&0xffff) = v
	}
	return vm.tick(gf)
}

func (vm *VM) genLink(f *Frame, g *Gen) *Frame {
	gf := g.frame
	vm.Touch(&g.Hdr)
	vm.Touch(&gf.Hdr)
	g.state = genRunning
	gf.prev = f
	gf.depth = f.depth + 1
	return gf
}

// genThrow raises exc at the yield where the generator is suspended. It is a tick, as every entry into a frame.
func (vm *VM) genThrow(f *Frame, g *Gen, exc object.Value) *Frame {
	vm.budget--
	return vm.held(vm.throwInto(f, g, exc))
}

func (vm *VM) throwInto(f *Frame, g *Gen, exc object.Value) *Frame {
	switch g.state {
	case genRunning:
		return vm.raise(f, object.ValueError, "%s already executing", g.what())
	case genDone:
		if g.flags()&code.Coroutine != 0 {
			return vm.raise(f, object.RuntimeError, "cannot reuse already awaited coroutine")
		}
		return vm.unwind(f, exc, true)
	case genCreated:
		gf := vm.genLink(f, g)
		gf.pc = 1
		return vm.unwind(gf, exc, true)
	}
	if !g.delegate() {
		gf := vm.genLink(f, g)
		if e := exc.AsExc(); !e.TB.IsNone() { // one that was raised before happens anew here
			vm.chain(gf, e)
		}
		return vm.unwind(gf, exc, true)
	}
	d := g.Delegate()
	if object.Is(exc, object.GeneratorExit) {
		return vm.callKind(f, vm.Hosted("close_delegate"), []object.Value{d}, thenClosed, g.V(), exc)
	}
	gf := vm.genLink(f, g)
	gf.pc-- // as if its SEND, which stands before the YIELD, were waiting
	if dg := asGen(d); dg != nil && dg.flags()&code.AsyncGen == 0 {
		return vm.genThrow(gf, dg, exc)
	}
	return vm.callKind(gf, vm.Hosted("throw_delegate"), []object.Value{d, exc}, thenThrown)
}

// genYield is YIELD: the generator's frame is left and v goes to whoever resumed it.
func (vm *VM) genYield(f *Frame, v object.Value, n int) *Frame {
	g, p := f.gen, f.prev
	vm.Touch(&g.Hdr)
	g.state = genSuspended
	f.prev = nil
	if n&2 != 0 {
		return vm.asyncYield(p, g, v)
	}
	return vm.genGive(p, v)
}

// genGive hands a yielded value to the frame that resumed the generator.
func (vm *VM) genGive(p *Frame, v object.Value) *Frame {
	vm.Touch(&p.Hdr)
	in := p.instruction()
	if code.OpOf(in) == code.FORNEXT {
		*reg(p.base, in>>32&0xffff) = v
		return p
	}
	*reg(p.base, in>>16&0xffff) = v
	return p
}

// genReturn is the return of a generator's body.
func (vm *VM) genReturn(f *Frame, v object.Value) *Frame {
	g, p := f.gen, f.prev
	vm.Touch(&g.Hdr)
	g.state, g.frame = genDone, nil
	f.prev = nil
	f.exc = nil
	if g.flags()&code.AsyncGen != 0 {
		g.closed = true
		return vm.unwind(vm.enter(p), vm.NewExc(object.StopAsyncIteration).V(), true)
	}
	return vm.genFinished(p, v)
}

// genFinished tells the frame that resumed a generator that it returned v.
func (vm *VM) genFinished(p *Frame, v object.Value) *Frame {
	vm.Touch(&p.Hdr)
	in := p.instruction()
	switch code.OpOf(in) {
	case code.FORNEXT:
		p.pc += int32(int16(in >> 48))
		return p
	case code.SEND:
		return vm.sendFinished(p, v)
	}
	return vm.unwind(p, vm.newStop(v).V(), true)
}

func (vm *VM) sendFinished(p *Frame, v object.Value) *Frame {
	vm.Touch(&p.Hdr)
	in := p.instruction()
	*reg(p.base, in>>16&0xffff) = v
	p.pc += int32(int16(in >> 48))
	return p
}

// newStop makes the StopIteration of a return value.
func (vm *VM) newStop(v object.Value) *object.Exc {
	if v.IsNone() {
		return vm.NewExc(object.StopIteration)
	}
	return vm.NewExc(object.StopIteration, v)
}

// stopValue is the value of a StopIteration.
func stopValue(exc object.Value) object.Value {
	e := exc.AsExc()
	if len(e.Fields) > 0 && !e.Fields[0].IsNil() {
		return e.Fields[0]
	}
	if t := e.Args.AsTuple(); len(t.Items) > 0 {
		return t.Items[0]
	}
	return object.None
}

// send is SEND.
func (vm *VM) send(f *Frame, ins uint64) *Frame {
	it := *reg(f.base, ins>>32&0xffff)
	v := *reg(f.base, ins>>16&0xffff)
	if g := asGen(it); g != nil && g.flags()&code.AsyncGen == 0 {
		return vm.genResume(f, g, v)
	}
	var r object.Value
	if v.IsNone() {
		r = vm.NextOrStop(it)
	} else {
		r = vm.CallAttr(it, "send", v)
	}
	if r.IsNil() {
		if e := vm.Exc(); !e.IsNil() && object.Is(e, object.StopIteration) {
			vm.TakeExc()
			return vm.sendFinished(f, stopValue(e))
		}
		if !vm.Failed() {
			return vm.sendFinished(f, object.None)
		}
		return vm.failed(f)
	}
	*reg(f.base, ins>>16&0xffff) = r
	return f
}

// yieldFromIter is GETYFITER.
func (vm *VM) yieldFromIter(f *Frame, a uint64, o object.Value) *Frame {
	if g := asGen(o); g != nil && g.flags()&code.AsyncGen == 0 {
		if g.flags()&code.Coroutine != 0 && f.code.CoFlags&(code.Coroutine|code.IterCoroutine) == 0 {
			return vm.raise(f, object.TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
		}
		*reg(f.base, a) = o
		return f
	}
	it := vm.Iter(o)
	if it.IsNil() {
		return vm.failed(f)
	}
	*reg(f.base, a) = it
	return f
}

// awaitable is AWAITABLE.
func (vm *VM) awaitable(f *Frame, a uint64, o object.Value, n int) *Frame {
	if g := asGen(o); g != nil && (g.flags()&code.Coroutine != 0 || g.code.CoFlags&code.IterCoroutine != 0) {
		if g.flags()&code.Coroutine != 0 && g.delegate() {
			return vm.raise(f, object.RuntimeError, "coroutine is being awaited already")
		}
		*reg(f.base, a) = o
		return f
	}
	t := object.TypeOf(o)
	m := t.Dunder(object.DAwait)
	if m.IsNil() {
		switch n {
		case 1:
			return vm.raise(f, object.TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %s", t.Said())
		case 2:
			return vm.raise(f, object.TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %s", t.Said())
		case 3:
			vm.Raise(object.TypeError, "'async for' received an invalid object from __anext__: %s", t.Said())
			return vm.failed(f)
		}
		return vm.raise(f, object.TypeError, "'%s' object can't be awaited", t.Said())
	}
	it := vm.CallMethod(m, o)
	if it.IsNil() {
		return vm.failed(f)
	}
	if g := asGen(it); g != nil && g.flags()&code.Coroutine != 0 {
		return vm.raise(f, object.TypeError, "__await__() returned a coroutine")
	}
	if object.TypeOf(it).Dunder(object.DNext).IsNil() {
		return vm.raise(f, object.TypeError, "__await__() returned non-iterator of type '%s'", object.TypeOf(it).Said())
	}
	*reg(f.base, a) = it
	return f
}

func (vm *VM) asyncIter(o object.Value) object.Value {
	t := object.TypeOf(o)
	m := t.Dunder(object.DAIter)
	if m.IsNil() {
		return vm.Raise(object.TypeError, "'async for' requires an object with __aiter__ method, got %s", t.Said())
	}
	it := vm.CallMethod(m, o)
	if it.IsNil() {
		return it
	}
	if object.TypeOf(it).Dunder(object.DANext).IsNil() {
		return vm.Raise(object.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", object.TypeOf(it).Said())
	}
	return it
}

func (vm *VM) asyncNext(o object.Value) object.Value {
	t := object.TypeOf(o)
	m := t.Dunder(object.DANext)
	if m.IsNil() {
		return vm.Raise(object.TypeError, "'async for' requires an iterator with __anext__ method, got %s", t.Said())
	}
	return vm.CallMethod(m, o)
}

// genResult is a HostOp: resume or throw into a generator for native code.
func (vm *VM) askResume(g *Gen, v object.Value) object.Value {
	return vm.Ask(HostFunc(func(vm *VM, f *Frame) *Frame { return vm.genResume(f, g, v) }))
}

func (vm *VM) askThrow(g *Gen, exc object.Value) object.Value {
	return vm.Ask(HostFunc(func(vm *VM, f *Frame) *Frame { return vm.genThrow(f, g, exc) }))
}

// genNext is __next__ of generators.
func genNext(c *object.Ctx, a []object.Value) object.Value {
	return FromCtx(c).askResume(asGen(a[0]), object.None)
}

func genSend(c *object.Ctx, a []object.Value) object.Value {
	return FromCtx(c).askResume(asGen(a[0]), a[1])
}

// genThrowMethod is throw(typ[, val[, tb]]).
func genThrowMethod(c *object.Ctx, a []object.Value) object.Value {
	vm := FromCtx(c)
	exc := vm.throwArgs(a[1], a[2], a[3])
	if exc.IsNil() {
		return exc
	}
	return vm.askThrow(asGen(a[0]), exc)
}

// throwArgs makes the exception of throw(typ, val, tb).
func (vm *VM) throwArgs(typ, val, tb object.Value) object.Value {
	if !tb.IsNil() && !tb.IsNone() && AsTraceback(tb) == nil {
		return vm.Raise(object.TypeError, "throw() third argument must be a traceback object")
	}
	exc := typ
	switch {
	case typ.AsType() != nil && typ.AsType().Flags&object.IsException != 0:
		switch {
		case val.IsNil() || val.IsNone():
			exc = vm.Call(typ)
		case val.AsExc() != nil && object.Is(val, typ.AsType()):
			exc = val
		case val.AsTuple() != nil:
			exc = vm.Call(typ, val.AsTuple().Items...)
		default:
			exc = vm.Call(typ, val)
		}
		if exc.IsNil() {
			return exc
		}
		if exc.AsExc() == nil {
			return vm.Raise(object.TypeError, "calling %s should have returned an instance of BaseException, not %s", vm.typeRepr(typ.AsType()), vm.typeRepr(object.TypeOf(exc)))
		}
	case typ.AsExc() != nil:
		if !val.IsNil() && !val.IsNone() {
			return vm.Raise(object.TypeError, "instance exception may not have a separate value")
		}
	default:
		return vm.Raise(object.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", object.TypeOf(typ).Said())
	}
	if !tb.IsNil() && !tb.IsNone() {
		e := exc.AsExc()
		vm.Touch(&e.Hdr)
		e.TB = tb
	}
	return exc
}

func genClose(c *object.Ctx, a []object.Value) object.Value {
	g := asGen(a[0])
	switch g.state {
	case genDone:
		return object.None
	case genCreated:
		c.Touch(&g.Hdr)
		g.state, g.frame = genDone, nil
		return object.None
	}
	return c.Self("gen_close", a[0])
}
