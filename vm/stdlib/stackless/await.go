package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/world"
)

// Then goes on after an Await: ready has the Wait bits of each descriptor, none if the time is over. It may ask the World
// and raise, and call Python code at its end only.
type Then = func(c *object.Ctx, ready []byte) value

// Await parks the current thread until one of the descriptors is ready, or until a time in nanoseconds of the monotonic
// clock: -1 never, 0 it only looks. Other threads run meanwhile. What then returns is the result of the native function
// that ends with Await; without then it is a tuple of bits, or None when the time is over.
func (t *threads) Await(c *object.Ctx, files []world.Interest, until int64, then Then) value {
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame {
		if until == 0 {
			r := vm.Query(world.Wait(0, files...))
			if r.Errno == world.EINTR {
				t.arrive(vm)
				r = vm.Query(world.Wait(0, files...))
			}
			if !r.OK() && r.Errno != world.EINTR {
				vm.RaiseOS(int64(r.Errno), r.Reason())
				return vm.Throw(f, vm.TakeExc())
			}
			return t.handled(vm, t.awaited(vm, f, r.Data, len(files), then))
		}
		return t.await(vm, f, files, until, false, then)
	}))
}

// AwaitChild parks the current thread until a time, or until something happened to the process that may concern it: a
// signal arrived, a child has ended.
func (t *threads) AwaitChild(c *object.Ctx, until int64, then Then) value {
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame { return t.await(vm, f, nil, until, true, then) }))
}

func (t *threads) await(vm *interp.VM, f *interp.Frame, files []world.Interest, until int64, alert bool, then Then) *interp.Frame {
	n := len(files)
	at := vm.Later(f, func(vm *interp.VM, f *interp.Frame, v, exc value) *interp.Frame {
		if !exc.IsNil() {
			return vm.Throw(f, exc)
		}
		if v.IsNone() {
			return t.awaited(vm, f, nil, n, then)
		}
		bits := make([]byte, n)
		if x := v.AsTuple(); x != nil {
			for i := range bits {
				b, _ := x.Items[i].AsInt()
				bits[i] = byte(b)
			}
		}
		return t.awaited(vm, f, bits, n, then)
	})
	vm.Touch(t.current.Hdr())
	th := t.now()
	th.alert = alert
	if n > 0 {
		items := make([]value, n)
		for i, w := range files {
			bits := int64(0)
			if w.Read {
				bits |= 1
			}
			if w.Write {
				bits |= 2
			}
			if w.Patient {
				bits |= 4
			}
			items[i] = object.Int(int64(w.Fd)<<3 | bits)
		}
		th.files = object.NewTuple(items)
	}
	return t.wait(vm, at, object.None, until)
}

// awaited goes on with what waiting gave.
func (t *threads) awaited(vm *interp.VM, f *interp.Frame, ready []byte, n int, then Then) *interp.Frame {
	if then != nil {
		return vm.Native(f, func(c *object.Ctx) value { return then(c, ready) })
	}
	if ready == nil {
		return vm.Deliver(f, object.None)
	}
	return vm.Deliver(f, readiness(ready, n))
}
