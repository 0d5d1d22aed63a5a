package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// Modes of code whose names live in a namespace.
const (
	namesUndecided uint8 = iota
	namesGlobal          // the namespace is the globals: names are looked up as in functions, with inline caches
	namesApart
)

// inNamespace is the instance of k to run with the namespace ns. Modules and most exec code run in their globals, where
// LOADNAME means what LOADG means and STORENAME what STOREG means, and those are fast. The first run decides for the
// instance; a run the other way gets an instance of its own.
func (vm *VM) inNamespace(k *Code, fn *Func, ns object.Value) *Code {
	mode := namesApart
	if ns.Kind() == object.KDict && ns.AsDict() == fn.globals {
		mode = namesGlobal
	}
	switch {
	case k.CoFlags&code.Optimized != 0 || k.names == mode:
		return k
	case k.names != namesUndecided:
		if k.twin == nil {
			k.twin = vm.instance(k.Code)
		}
		k = k.twin
	}
	k.names = mode
	if mode == namesGlobal {
		for i, in := range k.ins {
			k.ins[i] = globalForm(in)
		}
		for pc, in := range k.traps { // order-free: each is changed by itself
			k.traps[pc] = globalForm(in)
		}
	}
	return k
}

func globalForm(in uint64) uint64 {
	switch code.OpOf(in) {
	case code.LOADNAME:
		return in&^0xff | uint64(code.LOADG)
	case code.STORENAME:
		return in&^0xff | uint64(code.STOREG)
	}
	return in
}
