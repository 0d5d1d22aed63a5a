package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// Frame is an activation of Python code, or a native operation that waits for one (code native). Frames live on the
// heap and are reused by depth: next is the frame that the last call from here used. Whoever keeps a frame beyond its
// return (a traceback, sys._getframe) unlinks it from there.
//
// A frame is saved for time travel when control comes (back) to it in a new epoch; while it runs its registers are
// written freely.
type Frame struct {
	object.Hdr
	pc       int32 // index of the next instruction; the running one is pc-1
	base     unsafe.Pointer
	code     *Code
	prev     *Frame
	next     *Frame
	fn       *Func
	gen      *Gen
	native   *native
	kp       unsafe.Pointer
	icp      unsafe.Pointer
	exc      *object.Hdr // the exception being handled here, or nil
	depth    int32
	cap      uint16
	captured bool
}

func reg(base unsafe.Pointer, off uint64) *object.Value {
	return (*object.Value)(unsafe.Add(base, off))
}

// R returns register i.
func (f *Frame) R(i int) *object.Value { return (*object.Value)(unsafe.Add(f.base, i*code.RegSize)) }

// V is the frame as a Python object.
func (f *Frame) V() object.Value { return object.Ref(&f.Hdr) }

func (vm *VM) newFrame(k *Code) *Frame {
	n := max(int(k.nregs), 2)
	f := allocFrame(n)
	f.cap = uint16(n)
	f.Kind = object.KFrame
	f.setCode(k)
	f.Epoch = vm.Epoch
	return f
}

// Frames with few registers are allocated with them in one piece. A pointer just behind the last register must lie in the
// same object: that is what the word at the end is for.
type (
	frame3 struct {
		Frame
		r [3]object.Value
		_ uint64
	}
	frame4 struct {
		Frame
		r [4]object.Value
		_ uint64
	}
	frame5 struct {
		Frame
		r [5]object.Value
		_ uint64
	}
	frame6 struct {
		Frame
		r [6]object.Value
		_ uint64
	}
	frame8 struct {
		Frame
		r [8]object.Value
		_ uint64
	}
	frame10 struct {
		Frame
		r [10]object.Value
		_ uint64
	}
	frame13 struct {
		Frame
		r [13]object.Value
		_ uint64
	}
)

func allocFrame(n int) *Frame {
	switch {
	case n <= 3:
		x := &frame3{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 4:
		x := &frame4{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 5:
		x := &frame5{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 6:
		x := &frame6{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 8:
		x := &frame8{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 10:
		x := &frame10{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	case n <= 13:
		x := &frame13{}
		x.base = unsafe.Pointer(&x.r)
		return &x.Frame
	}
	regs := make([]object.Value, n+1)
	return &Frame{base: unsafe.Pointer(&regs[0])}
}

func (f *Frame) setCode(k *Code) {
	f.code, f.kp, f.icp = k, k.consts, k.caches
}

// push makes the frame of a call from f, with all named registers cleared.
func (vm *VM) push(f *Frame, k *Code, fn *Func) *Frame {
	nf := f.next
	if nf == nil || int32(nf.cap) < k.nregs || nf.native != nil {
		nf = vm.newFrame(k)
		f.next = nf
	} else {
		nf.setCode(k)
		nf.Epoch = vm.Epoch
		for i := range int(k.nnamed) {
			*nf.R(i) = object.Nil
		}
	}
	nf.prev = f
	nf.fn = fn
	nf.gen = nil
	nf.pc = 0
	nf.exc = nil
	nf.depth = f.depth + 1
	return nf
}

// capture keeps the frame, and those around it that it names as its callers, from being reused. That is no state of the
// program: a frame that was captured in a future that is undone is merely not reused.
func (f *Frame) capture() {
	for ; f != nil && (!f.captured || f.gen != nil); f = f.prev { // a generator's frame has another caller each time
		f.captured = true
		if p := f.prev; p != nil {
			if p.next == f {
				p.next = nil
			}
			p.Epoch = 0 // so the loop leaves f by the slow way, which stores where it ended
		}
	}
}

// enter must be called when control comes to f from elsewhere than a fresh call.
func (vm *VM) enter(f *Frame) *Frame {
	vm.Touch(&f.Hdr)
	return f
}

// deliver gives a value to a frame that waits for the result of a call.
func (vm *VM) deliver(f *Frame, v object.Value) *Frame {
	vm.Touch(&f.Hdr)
	*reg(f.base, f.code.ins[f.pc-1]>>16&0xffff) = v
	return f
}

// line gives the line of the running instruction.
func (f *Frame) line() int {
	return int(f.code.PosAt(f.running()).Line)
}

// running is the index of the instruction that runs or waits.
func (f *Frame) running() int { return max(int(f.pc)-1, 0) }

// results is the range of temporaries that the instruction at pc writes.
func (k *Code) results(pc int) (from, to int) {
	if pc >= len(k.Code.Ins) {
		return 0, 0
	}
	ranges, n := code.Registers(k.Code.Ins[pc])
	for _, r := range ranges[:n] {
		if r.Kind.Writes() && r.Reg >= int(k.nnamed) {
			return r.Reg, r.Reg + r.Count
		}
	}
	return 0, 0
}

func walkFrame(h *object.Hdr, w *object.Walker) {
	f := (*Frame)(unsafe.Pointer(h))
	object.Object(w, &f.code)
	f.setCode(f.code)
	object.Object(w, &f.prev)
	object.Object(w, &f.fn)
	object.Object(w, &f.gen)
	object.Word(w, &f.pc)
	object.Word(w, &f.depth)
	exc := object.Ref(f.exc)
	w.Value(&exc)
	f.exc = exc.Hdr()
	object.State(w, &f.native, cloneNative, nil)
	if f.native != nil {
		f.native.walk(w)
	}
	n := int(f.code.nregs)
	if w.Digesting() {
		live, from, to := f.live(), 0, 0
		if f.pc > 0 { // a frame that waits has not written its result yet: in a temporary lies what was there before
			from, to = f.code.results(int(f.pc) - 1)
		}
		for i := range n {
			if live.Has(i) && (i < from || i >= to) {
				w.Value(f.R(i))
			}
		}
		return
	}
	for i := range n {
		w.Value(f.R(i))
	}
}
