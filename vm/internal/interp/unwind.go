package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// Traceback is one entry of an exception's __traceback__.
type Traceback struct {
	object.Hdr
	Next  object.Value // the entry nearer to where the exception was raised, or None
	Frame *Frame
	Lasti int32
	Line  int32
}

func walkTraceback(h *object.Hdr, w *object.Walker) {
	t := (*Traceback)(unsafe.Pointer(h))
	w.Value(&t.Next)
	object.Object(w, &t.Frame)
	object.Word(w, &t.Lasti)
	object.Word(w, &t.Line)
}

// AsTraceback returns a traceback object, or nil.
func AsTraceback(v object.Value) *Traceback {
	if v.IsNil() {
		return nil
	}
	return (*Traceback)(v.Pointer(object.KTraceback))
}

// Pos is the source range of the instruction that the entry stands for.
func (t *Traceback) Pos() code.Pos { return t.Frame.code.PosAt(int(t.Lasti)) }

// handled is the exception being handled at f: in f itself or in a frame that called it.
func (f *Frame) handled() object.Value {
	for ; f != nil; f = f.prev {
		if f.exc != nil {
			return object.Ref(f.exc)
		}
	}
	return object.Nil
}

// chain sets e's __context__ to the exception being handled at f, without making a circle.
func (vm *VM) chain(f *Frame, e *object.Exc) {
	h := f.handled()
	if h.IsNil() || h == e.V() {
		return
	}
	slow := h.AsExc()
	for o, step := h.AsExc(), 0; ; step++ {
		next := o.Context
		if next.IsNone() || next.IsNil() {
			break
		}
		if next == e.V() {
			vm.Touch(&o.Hdr)
			o.Context = object.None
			break
		}
		o = next.AsExc()
		if step%2 == 1 {
			if slow = slow.Context.AsExc(); slow == o {
				break
			}
		}
	}
	vm.Touch(&e.Hdr)
	e.Context = h
}

// unwind looks for the handler of an exception that the running instruction of f raised. here is false for an
// exception raised again as it is, which adds no traceback entry for f.
func (vm *VM) unwind(f *Frame, exc object.Value, here bool) *Frame {
	e := exc.AsExc()
	if here && e.TB.IsNone() {
		vm.chain(f, e)
	}
	if vm.onRaise != nil && here && e.TB.IsNone() && vm.onRaise(vm, f, exc) {
		return vm.LeaveAmid(f, Stop{Why: Raising, Exc: exc}, func() *Frame { return vm.unwound(f, exc, true) })
	}
	return vm.unwound(f, exc, here)
}

func (vm *VM) unwound(f *Frame, exc object.Value, here bool) *Frame {
	return vm.unwindFrom(f, exc, here, reached)
}

// How far a frame has been dealt with that an exception unwinds: between the steps trace functions run.
const (
	reached = iota
	told    // that the exception is there
	leaving // told that the exception leaves it
)

func (vm *VM) unwindFrom(f *Frame, exc object.Value, here bool, step int) *Frame {
	e := exc.AsExc()
	for {
		switch code.OpOf(f.code.ins[f.pc]) {
		case code.NATIVE:
			return vm.resumeNative(f, object.Nil, exc)
		case code.TASKEND:
			return vm.taskEnd(f, object.Nil, exc)
		}
		vm.Touch(&f.Hdr)
		if step == reached && here && f.code.CoFlags&code.Hidden == 0 {
			vm.Touch(&e.Hdr)
			pc := f.running()
			if vm.lookup {
				pc = f.code.LookupPC(pc)
			}
			t := &Traceback{Next: e.TB, Frame: f, Lasti: int32(pc), Line: f.code.PosAt(pc).Line}
			t.Kind, t.Epoch = object.KTraceback, vm.Epoch
			f.capture()
			e.TB = object.Ref(&t.Hdr)
		}
		vm.lookup = false
		if step == reached && here {
			if next, begun := vm.unwinding(f, exc, false, func(vm *VM, f *Frame, exc object.Value) *Frame { return vm.unwindFrom(f, exc, true, told) }); begun {
				return next
			}
		}
		if h := f.code.HandlerAt(f.running()); h >= 0 {
			f.pc = int32(h)
			vm.caught = exc
			return f
		}
		if step != leaving {
			if next, begun := vm.unwinding(f, exc, true, func(vm *VM, f *Frame, exc object.Value) *Frame { return vm.unwindFrom(f, exc, here, leaving) }); begun {
				return next
			}
		}
		step = reached
		f.exc = nil
		p := f.prev
		if specialEnds(p, f.code, exc) {
			p.pc += int32(int16(p.instruction() >> 48))
			return vm.enter(p)
		}
		if g := f.gen; g != nil {
			vm.Touch(&g.Hdr)
			g.state, g.frame = genDone, nil
			f.prev = nil
		}
		here = true
		f = p
	}
}

// raiseOp is RAISE.
func (vm *VM) raiseOp(f *Frame, n int, ins uint64) *Frame {
	if n == 0 {
		h := f.handled()
		if h.IsNil() || h.IsNone() {
			return vm.raise(f, object.RuntimeError, "No active exception to reraise")
		}
		return vm.unwind(f, h, false)
	}
	exc := vm.instantiate(*reg(f.base, ins>>16&0xffff))
	if exc.IsNil() {
		return vm.failed(f)
	}
	if n == 2 {
		c := *reg(f.base, ins>>32&0xffff)
		switch {
		case c.IsNone():
		case c.AsExc() != nil:
		case c.AsType() != nil && c.AsType().Flags&object.IsException != 0:
			c = vm.instantiate(c)
			if c.IsNil() {
				return vm.failed(f)
			}
		default:
			return vm.raise(f, object.TypeError, "exception causes must derive from BaseException")
		}
		e := exc.AsExc()
		vm.Touch(&e.Hdr)
		e.Cause, e.Suppress = c, true
	}
	vm.chain(f, exc.AsExc())
	return vm.unwind(f, exc, true)
}

// instantiate makes the exception that "raise x" raises.
func (vm *VM) instantiate(x object.Value) object.Value {
	if x.AsExc() != nil {
		return x
	}
	if t := x.AsType(); t != nil && t.Flags&object.IsException != 0 {
		v := vm.Call(x)
		if v.IsNil() {
			return v
		}
		if v.AsExc() == nil {
			return vm.Raise(object.TypeError, "calling %s should have returned an instance of BaseException, not %s", vm.typeRepr(t), vm.typeRepr(object.TypeOf(v)))
		}
		return v
	}
	return vm.Raise(object.TypeError, "exceptions must derive from BaseException")
}

func (vm *VM) typeRepr(t *object.Type) string {
	s, _ := vm.ReprText(t.V())
	return s
}

// excMatches is EXCMATCH.
func (vm *VM) excMatches(exc, what object.Value) (bool, bool) {
	if t := what.AsType(); t != nil {
		if t.Flags&object.IsException == 0 {
			vm.Raise(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
			return false, false
		}
		return object.Is(exc, t), true
	}
	tup := what.AsTuple()
	if tup == nil {
		vm.Raise(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
		return false, false
	}
	match := false
	for _, x := range tup.Items {
		t := x.AsType()
		if t == nil || t.Flags&object.IsException == 0 {
			vm.Raise(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
			return false, false
		}
		match = match || object.Is(exc, t)
	}
	return match, true
}

// taskEnd goes on after the bottom frame of a tasklet (or of a nested start) got its result or exception.
func (vm *VM) taskEnd(f *Frame, v, exc object.Value) *Frame {
	vm.Touch(&f.Hdr)
	f.pc = 1                                                     // tasklets may share the frame
	if n := vm.started; n != nil && !n.captured && exc.IsNil() { // a tasklet that never waited leaves its frame to the next
		vm.spare, vm.started = n, nil
	}
	if then := vm.ended[f]; then != nil {
		return then(vm, v, exc)
	}
	if vm.Sched != nil {
		return vm.Sched.Ended(vm, f, v, exc)
	}
	if !exc.IsNil() {
		return vm.Leave(f, Stop{Why: Raised, Exc: exc})
	}
	return vm.Leave(f, Stop{Why: Exited, Value: v})
}

// StartFrom calls a function as the first of a tasklet whose bottom frame is f, which tasklets may share: nothing stays
// in it but the result of the one that ends.
func (vm *VM) StartFrom(f *Frame, fn object.Value, args []object.Value, kw []*object.Str) *Frame {
	f.next, f.pc = vm.spare, 1
	vm.spare = nil
	g := vm.call(f, fn, args, kw)
	f.next, vm.started = nil, f.next
	return g
}

// NewBottom makes the bottom frame of a tasklet.
func (vm *VM) NewBottom() *Frame {
	f := vm.newFrame(endPad)
	f.pc = 1
	return f
}

// special is SPECIAL: the bound special method of a context manager.
func (vm *VM) special(mgr object.Value, n int) object.Value {
	t := object.TypeOf(mgr)
	d := [...]object.Dunder{object.DEnter, object.DExit, object.DAEnter, object.DAExit}[n]
	m := t.Dunder(d)
	if m.IsNil() {
		proto, miss := "context manager", [...]string{"__enter__", "__exit__", "__aenter__", "__aexit__"}[n]
		if n >= 2 {
			proto = "asynchronous context manager"
		}
		hint := ""
		other := [...]object.Dunder{object.DAEnter, object.DAExit, object.DEnter, object.DExit}
		if !t.Dunder(other[n&2]).IsNil() && !t.Dunder(other[n&2+1]).IsNil() {
			if n < 2 {
				hint = " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
			} else {
				hint = " but it supports the context manager protocol. Did you mean to use 'with'?"
			}
		}
		return vm.Raise(object.TypeError, "'%s' object does not support the %s protocol (missed %s method)%s", t.Said(), proto, miss, hint)
	}
	return vm.BindTo(m, mgr, t)
}

// Handled is the exception being handled where native code was called, or Nil.
func (vm *VM) Handled() object.Value {
	if vm.current == nil {
		return object.Nil
	}
	return vm.current.handled()
}
