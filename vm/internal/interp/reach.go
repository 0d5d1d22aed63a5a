package interp

import "slp/vm/object"

// Reachable calls see with every object that the program can still get at while a native function runs: what a
// variable holds counts, what is left in a register that nobody reads does not.
func (vm *VM) Reachable(see func(object.Value)) {
	seen := map[*object.Hdr]bool{}
	var todo []object.Value
	visit := func(v object.Value) {
		if v.IsObject() && !v.IsLoop() && !seen[v.Hdr()] {
			seen[v.Hdr()] = true
			todo = append(todo, v)
		}
	}
	if vm.current != nil {
		visit(vm.current.V())
	}
	vm.Roots(visit)
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		see(v)
		f := (*Frame)(v.Pointer(object.KFrame))
		if f == nil || f.code.NRegs == 0 { // a frame that is no function's has nothing that is dead
			object.Visit(v.Hdr(), visit)
			continue
		}
		object.Digest(v.Hdr(), visit, func(uint64) {})
		for i := range int(f.code.nnamed) {
			visit(*f.R(i))
		}
	}
}
