package interp

import "slp/vm/object"

// sortRun sorts what object.SortNext knows of: a native frame above f compares two items after the other, by calling
// their __lt__ where that is written in Python. f gets None in the end.
func (vm *VM) sortRun(f *Frame, sort object.Value) *Frame {
	x, y, more := vm.SortNext(sort)
	if !more {
		return vm.deliver(f, object.None)
	}
	nf := vm.newFrame(nativePad)
	nf.prev = f
	nf.depth = f.depth
	nf.native = &native{sort: sort}
	return vm.sortCompare(nf, x, y)
}

// sortCompare begins a comparison whose result goes to the frame of the sort.
func (vm *VM) sortCompare(nf *Frame, x, y object.Value) *Frame {
	nf.pc = 1
	if m := lessMethod(x, y); !m.IsNil() && nf.depth < vm.maxDepth {
		if fn := asFunc(m); int(fn.code.fast) == 2 {
			cf := vm.push(nf, fn.code, fn)
			*cf.R(0), *cf.R(1) = x, y
			return vm.tick(cf)
		}
	}
	return vm.call(nf, vm.Hosted("_less"), []object.Value{x, y}, nil)
}

// lessMethod is the function written in Python that x < y calls first, or Nil.
func lessMethod(x, y object.Value) object.Value {
	if x.Kind() != object.KInst {
		return object.Nil
	}
	t := x.AsInst().Shape.Cls
	if y.Kind() != object.KInst || y.AsInst().Shape.Cls != t {
		return object.Nil
	}
	if m := t.Dunder(object.DLt); !m.IsNil() && m.Kind() == object.KFunc {
		return m
	}
	return object.Nil
}

// sortResume goes on with a sort in frame nf: the comparison that it waited for gave v or raised exc.
func (vm *VM) sortResume(nf *Frame, v, exc object.Value) *Frame {
	sort := nf.native.sort
	if !exc.IsNil() {
		return vm.unwind(vm.enter(nf.prev), exc, true)
	}
	if !v.IsBool() { // of __lt__ itself: there is more to ask
		x, y, _ := vm.SortNext(sort)
		vm.ResumeWith(lessMethod(x, y), v, false)
		less := vm.Hosted("_less")
		args := []object.Value{x, y}
		if v = vm.CallTop(less.AsBuiltin(), args, nil); v.IsNil() {
			if vm.Suspended() {
				nf.pc = 1
				return vm.suspend(nf, &native{fn: less, args: args})
			}
			return vm.unwind(vm.enter(nf.prev), vm.TakeExc(), true)
		}
	}
	vm.SortAnswer(sort, v.IsTrue())
	x, y, more := vm.SortNext(sort)
	if !more {
		return vm.deliver(nf.prev, object.None)
	}
	return vm.sortCompare(nf, x, y)
}
