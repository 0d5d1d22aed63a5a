package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// native is a Go operation that waits in a frame of its own for Python code: either an instruction of the frame
// below, or a native function called from there.
type native struct {
	mem     object.Recall
	pending object.Pending
	// A native function: what was called. fn Nil: the instruction of the frame below is executed again.
	fn   object.Value
	args []object.Value
	kw   []*object.Str
	sort object.Value // a sort, which compares in this frame; see sortRun
	kept *object.Dict // attributes set on the frame object of an ordinary frame
	// Further kinds of waiting get their result here.
	then func(vm *VM, f *Frame, v, exc object.Value) *Frame
	kind thenKind       // what then is, if it can be made again from
	data []object.Value // these
	// What a restored operation that is executed again has to put into the frame below, until it is linked to it.
	below [2]object.Value
}

// thenKind names the functions that a native operation may go on with and that survive pickling.
type thenKind uint8

const (
	thenUnknown thenKind = iota
	thenDriven           // data: the awaitable of an async generator
	thenClosed           // data: the generator whose delegate was closed, and the exception to raise there
	thenThrown           // an exception was thrown into the delegate of the generator below
)

// again makes the function of a kind.
func (n *native) again() {
	data := n.data
	switch n.kind {
	case thenDriven:
		n.then = func(vm *VM, f *Frame, r, exc object.Value) *Frame {
			o, _ := object.As[*asyncOp](data[0])
			return vm.driven(f, data[0], o, r, exc)
		}
	case thenClosed:
		n.then = func(vm *VM, f *Frame, v, failed object.Value) *Frame {
			exc := data[1]
			if !failed.IsNil() {
				exc = failed
			}
			return vm.unwind(vm.genLink(f, asGen(data[0])), exc, true)
		}
	case thenThrown:
		n.then = func(vm *VM, f *Frame, v, failed object.Value) *Frame {
			if !failed.IsNil() {
				if object.Is(failed, object.StopIteration) {
					return vm.sendFinished(f, stopValue(failed))
				}
				return vm.unwind(f, failed, true)
			}
			return vm.deliver(f, v)
		}
	}
}

// callKind calls a function and hands its result to the function of a kind.
func (vm *VM) callKind(f *Frame, fn object.Value, args []object.Value, kind thenKind, data ...object.Value) *Frame {
	nf := vm.waiting(f, kind, data...)
	return vm.call(nf, fn, args, nil)
}

// waiting makes a frame above f that waits for something to hand it to the function of a kind.
func (vm *VM) waiting(f *Frame, kind thenKind, data ...object.Value) *Frame {
	nf := vm.newFrame(nativePad)
	nf.prev, nf.pc, nf.depth = f, 1, f.depth
	nf.native = &native{kind: kind, data: data}
	nf.native.again()
	return nf
}

func cloneNative(n *native) *native {
	if n == nil {
		return nil
	}
	c := *n
	return &c
}

func (n *native) walk(w *object.Walker) {
	n.mem.Walk(w)
	object.Object(w, &n.kept)
	w.Value(&n.fn)
	w.Value(&n.sort)
	w.Values(&n.args)
	w.Values(&n.data)
	w.Value(&n.below[0])
	w.Value(&n.below[1])
	w.Value(&n.pending.Fn)
	w.Values(&n.pending.Args)
}

var (
	nativePad = pad("<native>", code.NATIVE)
	endPad    = pad("<tasklet>", code.TASKEND)
)

// suspend takes what the native operation at the top waits for and starts it. f is the frame that gets the result in
// the end. n is the operation; its frame is pushed above f unless the result of what it waits for is its own.
func (vm *VM) suspend(f *Frame, n *native) *Frame {
	p, direct := vm.TakePending(&n.mem)
	if direct {
		return vm.start(f, p)
	}
	nf := vm.newFrame(nativePad)
	nf.prev = f
	nf.pc = 1
	nf.depth = f.depth
	n.pending = p
	nf.native = n
	return vm.start(nf, p)
}

// start begins the pending call; its result goes to f.
func (vm *VM) start(f *Frame, p object.Pending) *Frame {
	if p.Kind == object.PendingHost {
		return p.Data.(HostOp).Do(vm, f)
	}
	return vm.call(f, p.Fn, p.Args, p.Kw)
}

// HostOp is what native code asks of the interpreter with Ctx.Ask: it gives its result to f, at once (Deliver) or
// when the frames it pushes return.
type HostOp interface {
	Do(vm *VM, f *Frame) *Frame
}

// HostFunc is a HostOp made of a function.
type HostFunc func(vm *VM, f *Frame) *Frame

// Do implements HostOp.
func (h HostFunc) Do(vm *VM, f *Frame) *Frame { return h(vm, f) }

// Deliver gives a value to a frame that waits for the result of a call; Throw raises an exception there; CallFrom
// calls a function whose result goes to f.
func (vm *VM) Deliver(f *Frame, v object.Value) *Frame { return vm.deliver(f, v) }
func (vm *VM) Throw(f *Frame, exc object.Value) *Frame { return vm.unwind(f, exc, true) }
func (vm *VM) CallFrom(f *Frame, fn object.Value, args []object.Value, kw []*object.Str) *Frame {
	return vm.call(f, fn, args, kw)
}

// CallThen calls a function and hands its result (or exception) to then, which gives the result to f.
func (vm *VM) CallThen(f *Frame, fn object.Value, args []object.Value, then func(vm *VM, f *Frame, v, exc object.Value) *Frame) *Frame {
	nf := vm.newFrame(nativePad)
	nf.prev = f
	nf.pc = 1
	nf.depth = f.depth
	nf.native = &native{then: then}
	return vm.call(nf, fn, args, nil)
}

// Later makes a frame above f that waits for a result: what gets it (Deliver, Throw) is then, which gives the result to f.
// then keeps nothing that changes.
func (vm *VM) Later(f *Frame, then func(vm *VM, f *Frame, v, exc object.Value) *Frame) *Frame {
	nf := vm.newFrame(nativePad)
	nf.prev = f
	nf.pc = 1
	nf.depth = f.depth
	nf.native = &native{then: then}
	return nf
}

// Native gives f the result of Go code that made no calls of Python code but at its end (Ctx.Tail, Ctx.Ask).
func (vm *VM) Native(f *Frame, do func(c *object.Ctx) object.Value) *Frame {
	vm.Start()
	r := do(&vm.Ctx)
	switch {
	case !r.IsNil():
		return vm.deliver(f, r)
	case vm.Suspended():
		p, direct := vm.TakeDirect()
		if !direct {
			panic("native code called Python code where it must not")
		}
		return vm.start(f, p)
	}
	return vm.unwind(f, vm.TakeExc(), true)
}

// resume goes on with the operation that waited in frame nf for v or exc.
func (vm *VM) resumeNative(nf *Frame, v, exc object.Value) *Frame {
	n := nf.native
	f := nf.prev
	vm.Touch(&nf.Hdr)
	if !n.sort.IsNil() {
		return vm.sortResume(nf, v, exc)
	}
	if n.then != nil {
		return n.then(vm, vm.enter(f), v, exc)
	}
	m := &native{fn: n.fn, args: n.args, kw: n.kw, mem: n.mem.Clone()}
	m.mem.Deliver(&n.pending, v, exc)
	vm.enter(f)
	if n.fn.IsNil() {
		vm.Resume(&m.mem)
		vm.resuming = true
		return vm.slow(f, f.instruction())
	}
	vm.Resume(&m.mem)
	r := vm.callNative(m.fn, m.args, m.kw)
	if !r.IsNil() {
		return vm.deliver(f, r)
	}
	if vm.Suspended() {
		return vm.suspend(f, m)
	}
	return vm.unwind(f, vm.TakeExc(), true)
}

// callNative runs a native function or the native half of calling a class.
func (vm *VM) callNative(fn object.Value, args []object.Value, kw []*object.Str) object.Value {
	if b := fn.AsBuiltin(); b != nil {
		return vm.CallTop(b, args, kw)
	}
	return vm.CallType(fn.AsType(), args, kw)
}
