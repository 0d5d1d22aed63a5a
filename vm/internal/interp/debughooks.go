package interp

import "slp/vm/object"

// SetStepHook makes the machine ask before each instruction whether to stop; nil ends that. While a hook is set the
// machine runs its stepping loop.
func (vm *VM) SetStepHook(h func(vm *VM, f *Frame, pc int) bool) { vm.hook = h }

// SetTrapHook sets who decides whether the machine stops at a trap; nil: always.
func (vm *VM) SetTrapHook(h func(vm *VM, f *Frame, t *Trap) bool) { vm.onTrap = h }

// SetRaiseHook sets who sees exceptions as they are raised; true stops the machine in the frame that raised.
func (vm *VM) SetRaiseHook(h func(vm *VM, f *Frame, exc object.Value) bool) { vm.onRaise = h }

// HandlerFor tells whether some frame from f outwards would handle an exception raised now.
func (f *Frame) HandlerFor() bool {
	for x := f; x != nil; x = x.prev {
		if !x.Waits() && x.code.HandlerAt(x.running()) >= 0 {
			return true
		}
	}
	return false
}

// SetLoadHook sets who is told of code that the machine loads, before it runs.
func (vm *VM) SetLoadHook(h func(k *Code)) { vm.onLoad = h }

// Codes calls yield with every code object that the machine has loaded.
func (vm *VM) Codes(yield func(*Code)) {
	for _, k := range vm.codes { // order-free: callers collect and sort
		yield(k)
		if k.twin != nil {
			yield(k.twin)
		}
	}
}
