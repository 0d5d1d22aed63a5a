package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

func dictAddr(d *object.Dict) uintptr { return uintptr(unsafe.Pointer(d)) }

// getAttr is GETATTR: it fills the inline cache for attributes that instances hold themselves.
func (vm *VM) getAttr(f *Frame, o object.Value, ic *cache) object.Value {
	if o.Kind() == object.KInst {
		in := o.AsInst()
		t := in.Shape.Cls
		if t.Flags&object.CustomGetattribute == 0 && !in.Shape.DictMode {
			if i, ok := in.Shape.Find(ic.name); ok {
				if vm.Lookup(t, ic.name).IsNil() {
					ic.shape, ic.cls, ic.ver, ic.off, ic.fn = in.Shape, t, t.Version, uintptr(i)*code.RegSize, nil
					return *in.Slot(i)
				}
			}
		}
	}
	return vm.GetAttr(o, ic.name)
}

// setAttr is SETATTR.
func (vm *VM) setAttr(f *Frame, o object.Value, ic *cache, v object.Value) *Frame {
	if o.Kind() == object.KInst {
		in := o.AsInst()
		t := in.Shape.Cls
		if t.Flags&object.CustomSetattr == 0 && t.Flags&object.HasDict != 0 && !in.Shape.DictMode && vm.Lookup(t, ic.name).IsNil() {
			before := in.Shape
			in.SetSlot(&vm.Ctx, ic.name, v)
			if i, ok := in.Shape.Find(ic.name); ok && !in.Shape.DictMode {
				ic.shape, ic.cls, ic.ver, ic.off, ic.idx = before, t, t.Version, uintptr(i)*code.RegSize, i
				ic.next = nil
				if before != in.Shape {
					ic.next = in.Shape
				}
			}
			return f
		}
	}
	return vm.done(f, vm.SetAttr(o, ic.name, v))
}

// callOp is the calls that the loop does not do itself.
func (vm *VM) callOp(f *Frame, ins uint64) *Frame {
	b, c, n := ins>>32&0xffff, ins>>48, int(ins>>8&0xff)
	fv := *reg(f.base, b)
	args := unsafe.Slice(reg(f.base, b+16), n)[:n:n]
	switch code.OpOf(ins) {
	case code.CALL:
		switch fv.Kind() {
		case object.KBuiltin:
			v := vm.CallTop(fv.AsBuiltin(), args, nil)
			if !v.IsNil() {
				*reg(f.base, ins>>16&0xffff) = v
				return f
			}
			return vm.nativeFailed(f, fv, args, nil)
		case object.KFunc, object.KType:
			return vm.call(f, fv, args, nil)
		}
		// What is called gets its receiver in the callee's register, which is not read again: without arguments that may
		// be the register of a variable.
		all := vm.alone[:]
		if n == 0 {
			all[0] = fv
		} else {
			all = unsafe.Slice(reg(f.base, b), n+1)[: n+1 : n+1]
		}
		var m object.Value
		if x := fv.AsMethod(); x != nil {
			m = x.Func
			if m.Kind() == object.KFunc || m.Kind() == object.KBuiltin {
				all[0] = x.Self
			}
		} else if m = object.TypeOf(fv).Dunder(object.DCall); m.IsNil() || !m.BindsPlainly() {
			return vm.call(f, fv, args, nil)
		}
		switch m.Kind() {
		case object.KBuiltin:
			v := vm.CallTop(m.AsBuiltin(), all, nil)
			if v.IsNil() {
				return vm.nativeFailed(f, m, all, nil)
			}
			*reg(f.base, ins>>16&0xffff) = v
			return f
		case object.KFunc:
			return vm.callFunc(f, asFunc(m), all, nil)
		}
		return vm.call(f, fv, args, nil)
	case code.CALLMETH:
		return vm.callBound(f, ins)
	case code.CALLK:
		names := f.code.Consts[c].AsTuple().Items
		kw := make([]*object.Str, len(names))
		for i, x := range names {
			kw[i] = vm.Name(x.AsStr())
		}
		return vm.call(f, fv, args, kw)
	case code.CALLEX:
		items := reg(f.base, b+16).AsTuple().Items
		if n == 0 {
			return vm.call(f, fv, items, nil)
		}
		d := reg(f.base, b+32).AsDict()
		all := append(make([]object.Value, 0, len(items)+d.Len()), items...)
		var kw []*object.Str
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			e := d.T.At(i)
			s := e.Key.AsStr()
			if s == nil {
				return vm.raise(f, object.TypeError, "keywords must be strings")
			}
			kw = append(kw, vm.Name(s))
			all = append(all, e.Val)
		}
		return vm.call(f, fv, all, kw)
	}
	return vm.callMethod(f, ins, fv, args, &f.code.ics[c])
}

// callMethod is CALLM: obj.name(args) without making a bound method where that cannot be seen.
func (vm *VM) callMethod(f *Frame, ins uint64, o object.Value, args []object.Value, ic *cache) *Frame {
	t := object.TypeOf(o)
	if ic.kind >= icNative && t == ic.cls && t.Version == ic.ver {
		return vm.callMethodNative(f, ins, ic.val, len(args)+1, ic.kw)
	}
	if t.Flags&object.CustomGetattribute == 0 && o.Kind() != object.KType && o.Kind() != object.KModule {
		m := vm.Lookup(t, ic.name)
		if !m.IsNil() && (m.Kind() == object.KFunc || m.Kind() == object.KBuiltin && m.AsBuiltin().Def.Kind == object.AsMethod && m.AsBuiltin().Owner != nil) {
			shadowed := false
			if o.Kind() == object.KInst {
				in := o.AsInst()
				if !in.GetSlot(&vm.Ctx, ic.name).IsNil() {
					shadowed = true
				} else if m.Kind() == object.KFunc && !in.Shape.DictMode && ic.kw == nil {
					ic.shape, ic.cls, ic.ver, ic.fn, ic.kind = in.Shape, t, t.Version, asFunc(m), 0
				}
			} else if d := object.PeekDict(o); d != nil && !d.GetStr(ic.name).IsNil() {
				shadowed = true
			}
			if !shadowed {
				all := unsafe.Slice(reg(f.base, ins>>32&0xffff), len(args)+1)
				if m.Kind() == object.KBuiltin {
					if t.Flags&(object.HeapType|object.HasDict) == 0 {
						ic.shape, ic.cls, ic.ver, ic.fn, ic.val, ic.kind = nil, t, t.Version, nil, m, icNative
						if o.Kind() == object.KList && len(args) == 1 && ic.kw == nil && ic.name.String() == "append" {
							ic.kind = icAppend
						}
					}
					return vm.callMethodNative(f, ins, m, len(all), ic.kw)
				}
				return vm.callFunc(f, asFunc(m), all, ic.kw)
			}
		}
	}
	m := vm.GetAttr(o, ic.name)
	if m.IsNil() {
		vm.lookup = !vm.Suspended()
		return vm.failed(f)
	}
	return vm.call(f, m, args, ic.kw)
}

// callMethodNative calls a native method with the receiver and arguments of a CALLM.
func (vm *VM) callMethodNative(f *Frame, ins uint64, m object.Value, n int, kw []*object.Str) *Frame {
	all := unsafe.Slice(reg(f.base, ins>>32&0xffff), n)[:n:n]
	v := vm.CallTop(m.AsBuiltin(), all, kw)
	if v.IsNil() {
		return vm.nativeFailed(f, m, all, kw)
	}
	*reg(f.base, ins>>16&0xffff) = v
	return f
}
