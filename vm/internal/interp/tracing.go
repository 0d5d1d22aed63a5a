package interp

import (
	"sort"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// tracing is what sys.settrace and sys.setprofile have installed, and how far the events of the instruction that comes
// next have been told. While it is on, the machine runs its stepping loop and looks here before each instruction.
type tracing struct {
	trace, profile object.Value // the functions, or Nil

	busy  bool    // one of them runs: nothing is traced
	frame *Frame  // whose instruction was looked at last
	at    int32   // its pc
	line  int32   // the line that runs
	seen  int32   // the pc of the last instruction that stands in it
	stage telling // what is to be told next before that instruction
	gone  bool    // everything has been told: the instruction was executed
	fresh bool    // control has just entered the frame: a call, or a generator that goes on
}

// telling is an event at an instruction, in the order in which they are told.
type telling uint8

const (
	tellCall telling = iota
	tellProfileCall
	tellLine
	tellOpcode
	tellReturn
	tellProfileReturn
	toldAll
)

func (t *tracing) digest(value func(object.Value), word func(uint64)) {
	if !t.on() {
		return
	}
	for _, v := range [...]object.Value{t.trace, t.profile} {
		if !v.IsNil() {
			value(v)
		}
	}
	word(uint64(t.at))
	word(uint64(t.line))
	word(uint64(t.stage))
}

func (t *tracing) on() bool { return !t.trace.IsNil() || !t.profile.IsNil() }

// TraceFunc and ProfileFunc are sys.gettrace() and sys.getprofile(), or Nil.
func (vm *VM) TraceFunc() object.Value   { return vm.tracing.trace }
func (vm *VM) ProfileFunc() object.Value { return vm.tracing.profile }

// SetTraceFunc is sys.settrace for a native function: "return vm.SetTraceFunc(fn)". Nil ends tracing.
func (vm *VM) SetTraceFunc(fn object.Value) object.Value {
	return vm.Ask(HostFunc(func(vm *VM, f *Frame) *Frame {
		vm.tracing.trace = fn
		return vm.changeLoop(f)
	}))
}

// SetProfileFunc is sys.setprofile, as SetTraceFunc.
func (vm *VM) SetProfileFunc(fn object.Value) object.Value {
	return vm.Ask(HostFunc(func(vm *VM, f *Frame) *Frame {
		vm.tracing.profile = fn
		return vm.changeLoop(f)
	}))
}

// changeLoop gives None to f and leaves the loop, so that Run chooses the one that is right now.
func (vm *VM) changeLoop(f *Frame) *Frame {
	f = vm.deliver(f, object.None)
	if !vm.tracing.on() {
		return f
	}
	return vm.Leave(f, Stop{Why: Spent})
}

// traceFunc is f_trace, or Nil.
func (f *Frame) traceFunc() object.Value {
	v := f.keptAttr("f_trace")
	if v.IsNil() || v.IsNone() {
		return object.Nil
	}
	return v
}

// keptAttr is an attribute that was set on the frame object, or Nil.
func (f *Frame) keptAttr(name string) object.Value {
	if f.native == nil || f.native.kept == nil {
		return object.Nil
	}
	return f.native.kept.Get(name)
}

// keep sets an attribute on the frame object.
func (f *Frame) keep(c *object.Ctx, name string, v object.Value) {
	c.Touch(&f.Hdr)
	if f.native == nil {
		f.native = &native{}
	}
	if f.native.kept == nil {
		f.native.kept = c.NewDict()
	}
	f.native.kept.SetStr(c, name, v)
}

// observe tells the events of the instruction of f that comes next, one at a time: it returns the frame to go on with,
// which is f when nothing is left to tell, or nil if the loop has to leave.
func (vm *VM) observe(f *Frame) *Frame {
	t := &vm.tracing
	if t.busy || f.fn == nil || !f.Visible() || !t.on() {
		return f
	}
	pc := f.pc
	switch {
	case t.frame != f: // from elsewhere: the call that came back, or that began, was the last instruction here
		t.fresh = pc == 0 || code.OpOf(f.code.plain(pc-1)) == code.YIELD
		t.frame, t.at, t.line, t.stage, t.gone = f, pc-1, -1, tellCall, false
		if pc > 0 {
			t.line, t.seen = f.code.PosAt(int(pc)-1).Line, pc-1
		}
	case t.gone:
		t.fresh = t.at == pc-1 && code.OpOf(f.code.plain(t.at)) == code.YIELD
		t.stage, t.gone = tellCall, false
	}
	for t.stage < toldAll {
		now := t.stage
		t.stage++
		if next, told := vm.tell(f, now); told {
			return next
		}
	}
	t.at, t.gone = pc, true
	return f
}

// quiet tells of instructions that stand for no text of their own, though they have its position: ways out of statements.
func quiet(ins uint64) bool {
	switch code.OpOf(ins) {
	case code.LOOP, code.JMP, code.NOP, code.UNSET, code.EXCENTER, code.EXCLEAVE, code.RERAISE, code.RET, code.RETNONE, code.RETINIT,
		code.RETINITNONE, code.RETOP, code.RETOPNONE, code.RETGEN, code.RETGENNONE:
		return true
	}
	return false
}

// startsAt tells whether a statement starts at pc.
func (k *Code) startsAt(pc int32) bool {
	i := sort.Search(len(k.Starts), func(i int) bool { return k.Starts[i].PC >= pc })
	return i < len(k.Starts) && k.Starts[i].PC == pc
}

// plain is the instruction at pc as it was compiled.
func (k *Code) plain(pc int32) uint64 {
	if in, ok := k.traps[pc]; ok {
		return in
	}
	return k.ins[pc]
}

// tell begins the call of the function that hears of an event; told is false if there is nothing to tell.
func (vm *VM) tell(f *Frame, what telling) (next *Frame, told bool) {
	t := &vm.tracing
	switch what {
	case tellCall:
		if t.fresh && !t.trace.IsNil() {
			return vm.traceCall(f, t.trace, "call", object.None, true), true
		}
	case tellProfileCall:
		if t.fresh && !t.profile.IsNil() {
			return vm.traceCall(f, t.profile, "call", object.None, false), true
		}
	case tellLine:
		fn, due := f.traceFunc(), vm.lineDue(f)
		if f.code.startsAt(f.pc) || !quiet(f.code.plain(f.pc)) {
			t.line, t.seen = f.code.PosAt(int(f.pc)).Line, f.pc
		}
		if t.trace.IsNil() || fn.IsNil() || !due {
			return nil, false
		}
		if v := f.keptAttr("f_trace_lines"); !v.IsNil() && !v.IsTrue() {
			return nil, false
		}
		return vm.traceCall(f, fn, "line", object.None, true), true
	case tellOpcode:
		if v := f.keptAttr("f_trace_opcodes"); v.IsNil() || !v.IsTrue() || t.trace.IsNil() || f.traceFunc().IsNil() {
			return nil, false
		}
		return vm.traceCall(f, f.traceFunc(), "opcode", object.None, true), true
	default:
		v := f.result(f.code.plain(f.pc))
		switch fn := f.traceFunc(); {
		case v.IsNil():
		case what == tellReturn && !t.trace.IsNil() && !fn.IsNil():
			return vm.traceCall(f, fn, "return", v, true), true
		case what == tellProfileReturn && !t.profile.IsNil():
			return vm.traceCall(f, t.profile, "return", v, false), true
		}
	}
	return nil, false
}

// lineDue tells whether a line begins at the next instruction of f.
func (vm *VM) lineDue(f *Frame) bool {
	t, k, pc := &vm.tracing, f.code, f.pc
	if len(k.Starts) > 0 && pc < k.Starts[0].PC {
		return false
	}
	line := k.PosAt(int(pc)).Line
	start := k.startsAt(pc)
	if line <= 0 || !start && quiet(k.plain(pc)) {
		return false
	}
	return line != t.line || start && pc < t.at
}

// result is what an instruction returns or yields to the caller, or Nil.
func (f *Frame) result(ins uint64) object.Value {
	switch code.OpOf(ins) {
	case code.RET, code.RETINIT, code.RETOP, code.RETGEN:
		return *reg(f.base, ins>>16&0xffff)
	case code.RETNONE, code.RETINITNONE, code.RETOPNONE, code.RETGENNONE:
		return object.None
	case code.YIELD:
		return *reg(f.base, ins>>32&0xffff)
	}
	return object.Nil
}

// traceCall calls a trace function (or profile function) with an event before the next instruction of f. What a trace
// function returns for a call becomes the function that hears of the frame's other events.
func (vm *VM) traceCall(f *Frame, fn object.Value, event string, arg object.Value, trace bool) *Frame {
	pc := f.pc
	switch {
	case event == "call" && pc > 0: // a generator stands at its yield
	case event == "call":
		f.keep(&vm.Ctx, "line", object.Int(int64(f.code.FirstLine)))
	case event == "return" && vm.tracing.line > 0 && f.code.PosAt(int(pc)).Line != vm.tracing.line: // it belongs to what ran last
		f.keep(&vm.Ctx, "line", object.Int(int64(vm.tracing.line)))
		f.keep(&vm.Ctx, "at", object.Int(lasti(int(vm.tracing.seen))))
		f.pc++
	default:
		f.pc++ // the frame shows the instruction as the running one
	}
	return vm.traced(f, fn, event, arg, trace, func(vm *VM, f *Frame, exc object.Value) *Frame {
		if !exc.IsNil() {
			return vm.unwind(f, exc, true)
		}
		f.pc = pc
		if event == "call" && pc == 0 || event == "return" {
			f.keep(&vm.Ctx, "line", object.None)
			f.keep(&vm.Ctx, "at", object.None)
		}
		if to := f.keptAttr("jump"); !to.IsNil() && !to.IsNone() {
			n, _ := to.AsInt()
			f.keep(&vm.Ctx, "jump", object.None)
			f.pc = int32(n)
			vm.tracing.stage, vm.tracing.gone, vm.tracing.at, vm.tracing.line = tellLine, false, f.pc, -1
		}
		return f
	})
}

// traced calls a trace function for f, in which the event's instruction is the running one, and goes on with then.
func (vm *VM) traced(f *Frame, fn object.Value, event string, arg object.Value, trace bool, then func(vm *VM, f *Frame, exc object.Value) *Frame) *Frame {
	f.capture()
	vm.tracing.busy = true
	vm.Start()
	return vm.CallThen(f, fn, []object.Value{f.V(), vm.Intern(event).V(), arg}, func(vm *VM, f *Frame, v, exc object.Value) *Frame {
		t := &vm.tracing
		t.busy = false
		switch {
		case v.IsNil() && trace:
			t.trace = object.Nil
			f.keep(&vm.Ctx, "f_trace", object.None)
		case v.IsNil():
			t.profile = object.Nil
		case trace && !v.IsNone():
			f.keep(&vm.Ctx, "f_trace", v)
		}
		return then(vm, f, exc)
	})
}

// unwinding tells of an exception that has reached f, then of its leaving f; then goes on. begun is false if there is
// nothing to tell.
func (vm *VM) unwinding(f *Frame, exc object.Value, leaves bool, then func(vm *VM, f *Frame, exc object.Value) *Frame) (next *Frame, begun bool) {
	t := &vm.tracing
	if !t.on() || t.busy || f.fn == nil || !f.Visible() {
		return nil, false
	}
	t.frame, t.at, t.line, t.seen, t.gone = f, f.pc-1, f.code.PosAt(f.running()).Line, f.pc-1, true
	fn := f.traceFunc()
	tell := func(fn object.Value, event string, arg object.Value, trace bool, then func(vm *VM, f *Frame, exc object.Value) *Frame) *Frame {
		return vm.traced(f, fn, event, arg, trace, func(vm *VM, f *Frame, other object.Value) *Frame {
			if !other.IsNil() {
				return vm.unwind(f, other, true)
			}
			return then(vm, f, exc)
		})
	}
	if !leaves {
		if t.trace.IsNil() || fn.IsNil() {
			return nil, false
		}
		e := exc.AsExc()
		return tell(fn, "exception", object.TupleOf(e.Cls.V(), exc, e.TB), true, then), true
	}
	profile := t.profile
	switch {
	case !t.trace.IsNil() && !fn.IsNil():
		return tell(fn, "return", object.None, true, func(vm *VM, f *Frame, exc object.Value) *Frame {
			if vm.tracing.profile.IsNil() {
				return then(vm, f, exc)
			}
			return tell(vm.tracing.profile, "return", object.None, false, then)
		}), true
	case !profile.IsNil():
		return tell(profile, "return", object.None, false, then), true
	}
	return nil, false
}
