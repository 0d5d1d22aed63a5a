package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// getMethod is GETMETH: the function and the receiver when binding them cannot be seen, else the attribute alone.
func (vm *VM) getMethod(f *Frame, a uint64, o object.Value, ic *cache) *Frame {
	fn, self := reg(f.base, a), reg(f.base, a+code.RegSize)
	if m := vm.plainMethod(o, ic.name); !m.IsNil() {
		if o.Kind() == object.KInst && m.Kind() == object.KFunc && !o.AsInst().Shape.DictMode {
			in := o.AsInst()
			ic.shape, ic.cls, ic.ver, ic.fn = in.Shape, object.TypeOf(o), object.TypeOf(o).Version, asFunc(m)
		}
		*fn, *self = m, o
		return f
	}
	*self = object.Nil
	v := vm.GetAttr(o, ic.name)
	if v.IsNil() {
		return vm.failed(f)
	}
	*fn = v
	return f
}

// plainMethod is the function that o.name would bind to o, or Nil if the attribute is anything else.
func (vm *VM) plainMethod(o object.Value, name *object.Str) object.Value {
	t := object.TypeOf(o)
	if t.Flags&object.CustomGetattribute != 0 || o.Kind() == object.KType || o.Kind() == object.KModule {
		return object.Nil
	}
	m := vm.Lookup(t, name)
	switch {
	case m.IsNil():
		return object.Nil
	case m.Kind() == object.KFunc:
	case m.Kind() == object.KBuiltin && m.AsBuiltin().Def.Kind == object.AsMethod && m.AsBuiltin().Owner != nil:
	default:
		return object.Nil
	}
	if o.Kind() == object.KInst {
		if !o.AsInst().GetSlot(&vm.Ctx, name).IsNil() {
			return object.Nil
		}
	} else if d := object.PeekDict(o); d != nil && !d.GetStr(name).IsNil() {
		return object.Nil
	}
	return m
}

// callBound is CALLMETH: it calls what getMethod found, with the receiver if there is one.
func (vm *VM) callBound(f *Frame, ins uint64) *Frame {
	b, c, n := ins>>32&0xffff, ins>>48, int(ins>>8&0xff)+1
	fn := *reg(f.base, b)
	args := unsafe.Slice(reg(f.base, b+code.RegSize), n)[:n:n]
	if args[0].IsNil() {
		args = args[1:]
	}
	var kw []*object.Str
	if c != code.NoReg {
		for _, x := range f.code.Consts[c].AsTuple().Items {
			kw = append(kw, vm.Name(x.AsStr()))
		}
	}
	if fn.Kind() == object.KBuiltin {
		v := vm.CallTop(fn.AsBuiltin(), args, kw)
		if v.IsNil() {
			return vm.nativeFailed(f, fn, args, kw)
		}
		*reg(f.base, ins>>16&0xffff) = v
		return f
	}
	return vm.call(f, fn, args, kw)
}
