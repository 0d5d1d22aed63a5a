package interp

import "slp/vm/internal/code"

// Trap is a place in the code where the machine stops: a breakpoint.
type Trap struct {
	Code *Code
	PC   int
	Data any
}

type trapKey struct {
	code *Code
	pc   int32
}

// SetTrap makes the machine stop before the instruction at pc.
func (vm *VM) SetTrap(k *Code, pc int, data any) *Trap {
	key := trapKey{k, int32(pc)}
	if t := vm.traps[key]; t != nil {
		t.Data = data
		return t
	}
	t := &Trap{k, pc, data}
	vm.traps[key] = t
	for _, v := range k.forms() {
		if v != nil {
			v.patch(pc)
		}
	}
	return t
}

func (k *Code) patch(pc int) {
	if k.traps == nil {
		k.traps = map[int32]uint64{}
	}
	k.traps[int32(pc)] = k.ins[pc]
	k.ins[pc] = k.ins[pc]&^0xff | uint64(code.TRAP)
}

// ClearTrap removes a trap.
func (vm *VM) ClearTrap(t *Trap) {
	delete(vm.traps, trapKey{t.Code, int32(t.PC)})
	for _, v := range t.Code.forms() {
		if v == nil {
			continue
		}
		if in, ok := v.traps[int32(t.PC)]; ok {
			v.ins[t.PC] = in
			delete(v.traps, int32(t.PC))
		}
	}
}

// trap is TRAP: the machine stops before the instruction, or executes it if whoever set the trap says so or the
// machine stopped here a moment ago.
func (vm *VM) trap(f *Frame) *Frame {
	f.pc--
	pc := f.pc
	t := vm.trapAt(f.code, pc)
	if t != nil && vm.passTrap != f && (vm.onTrap == nil || vm.onTrap(vm, f, t)) {
		vm.passTrap = f
		return vm.Leave(f, Stop{Why: Trapped, Trap: t})
	}
	vm.passTrap = nil
	k := f.code
	patched := k.ins[pc]
	k.ins[pc] = k.traps[pc]
	next := vm.one(f)
	if _, still := k.traps[pc]; still {
		k.ins[pc] = patched
	}
	return next
}

func (vm *VM) trapAt(k *Code, pc int32) *Trap { return vm.traps[trapKey{k.Base(), pc}] }

// one executes one instruction of f and returns the frame to go on with.
func (vm *VM) one(f *Frame) *Frame {
	hook, n := vm.hook, 0
	vm.hook = func(*VM, *Frame, int) bool { n++; return n > 1 }
	vm.runStep(f)
	vm.hook = hook
	if vm.stop.Why != Stepped {
		return nil
	}
	vm.stop = Stop{}
	f = vm.frame
	vm.frame = nil
	return f
}

// instruction is the running instruction of f, as it was compiled.
func (f *Frame) instruction() uint64 {
	in := f.code.ins[f.pc-1]
	if code.OpOf(in) == code.TRAP {
		return f.code.traps[f.pc-1]
	}
	return in
}

// TrapAt is the trap at a place, or nil.
func (vm *VM) TrapAt(k *Code, pc int) *Trap { return vm.traps[trapKey{k, int32(pc)}] }
