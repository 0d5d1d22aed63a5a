package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// iterInit is ITER: it fills the three hidden registers of a for loop. Lists and tuples are walked by index, small
// ranges by counting, everything else through its iterator.
func (vm *VM) iterInit(f *Frame, a uint64, o object.Value) *Frame {
	s0, s1, s2 := reg(f.base, a), reg(f.base, a+16), reg(f.base, a+32)
	switch o.Kind() {
	case object.KList, object.KTuple:
		*s0, *s1, *s2 = o, object.Int(0), object.None
		return f
	case object.KRange:
		r := o.AsRange()
		if r.Start.IsInt() && r.Step.IsInt() && r.Len.IsInt() {
			*s0, *s1, *s2 = object.LoopMark(uint64(r.Step.I())), object.Int(r.Start.I()), object.Int(r.Len.I())
			return f
		}
	case object.KGen:
		*s0, *s1, *s2 = o, object.None, object.None
		if asGen(o).flags()&^0x20 == 0 {
			return f
		}
	}
	it := vm.Iter(o)
	if it.IsNil() {
		return vm.failed(f)
	}
	if name, args := object.LoopFunc(it); name != "" {
		fn := asFunc(vm.Hosted(name))
		nf := vm.newFrame(fn.code)
		nf.fn = fn
		*nf.R(0), *nf.R(1) = args[0], args[1]
		it = vm.newGen(nf, fn).V()
	}
	*s0, *s1, *s2 = it, object.None, object.None
	return f
}

// forNext is FORNEXT for what the loop does not do itself.
func (vm *VM) forNext(f *Frame, ins uint64) *Frame {
	s := *reg(f.base, ins>>16&0xffff)
	if g := asGen(s); g != nil {
		return vm.genResume(f, g, object.None)
	}
	if next := f.code.ins[f.pc]; code.OpOf(next) == code.UNPACK && next>>48 == 2 && next>>32&0xffff == ins>>32&0xffff {
		if x, y, known := vm.NextPair(s); known {
			if !x.IsNil() {
				to := reg(f.base, next>>16&0xffff)
				*to, *(*object.Value)(unsafe.Add(unsafe.Pointer(to), code.RegSize)) = x, y
				f.pc++
				return f
			}
			if vm.Failed() {
				return vm.failed(f)
			}
			f.pc += int32(int16(ins >> 48))
			return f
		}
	}
	v, pure := vm.PureNext(s)
	if !pure {
		v = vm.Next(s)
	}
	if v.IsNil() {
		if vm.Failed() {
			return vm.failed(f)
		}
		f.pc += int32(int16(ins >> 48))
		return f
	}
	*reg(f.base, ins>>32&0xffff) = v
	return f
}

// unpack is UNPACK.
func (vm *VM) unpack(f *Frame, a uint64, o object.Value, n int) *Frame {
	var items []object.Value
	switch o.Kind() {
	case object.KTuple, object.KList:
		items = object.Items(o)
	case object.KStr, object.KDict, object.KRange, object.KBytes, object.KSet, object.KFrozenSet:
		cur, ok := object.Loop(o)
		if !ok {
			return vm.unpackHosted(f, a, o, n, -1)
		}
		for cur.Next() && len(items) <= n {
			items = append(items, cur.V)
		}
		if len(items) > n {
			if l, ok := vm.Len(o); ok && o.Kind() == object.KDict {
				return vm.raise(f, object.ValueError, "too many values to unpack (expected %d, got %d)", n, l)
			}
			return vm.raise(f, object.ValueError, "too many values to unpack (expected %d)", n)
		}
	default:
		return vm.unpackHosted(f, a, o, n, -1)
	}
	if len(items) != n {
		if len(items) > n {
			return vm.raise(f, object.ValueError, "too many values to unpack (expected %d, got %d)", n, len(items))
		}
		return vm.raise(f, object.ValueError, "not enough values to unpack (expected %d, got %d)", n, len(items))
	}
	for i, v := range items {
		*reg(f.base, a+uint64(i)*16) = v
	}
	return f
}

// unpackEx is UNPACKEX.
func (vm *VM) unpackEx(f *Frame, a uint64, o object.Value, before, after int) *Frame {
	switch o.Kind() {
	case object.KTuple, object.KList:
		return vm.spread(f, a, object.Items(o), before, after)
	}
	return vm.unpackHosted(f, a, o, before, after)
}

// unpackHosted collects the items with code written in Python: at most n+1, or all when there is a star.
func (vm *VM) unpackHosted(f *Frame, a uint64, o object.Value, before, after int) *Frame {
	t := object.TypeOf(o)
	if t.Dunder(object.DIter).IsNil() && t.Dunder(object.DGetItem).IsNil() {
		return vm.raise(f, object.TypeError, "cannot unpack non-iterable %s object", t.Said())
	}
	limit := object.Int(int64(before))
	if after >= 0 {
		limit = object.None
	}
	l := vm.Call(vm.Hosted("unpack"), o, limit)
	if l.IsNil() {
		return vm.failed(f)
	}
	items := l.AsList().Items
	if after >= 0 {
		return vm.spread(f, a, items, before, after)
	}
	switch {
	case len(items) > before:
		return vm.raise(f, object.ValueError, "too many values to unpack (expected %d)", before)
	case len(items) < before:
		return vm.raise(f, object.ValueError, "not enough values to unpack (expected %d, got %d)", before, len(items))
	}
	for i, v := range items {
		*reg(f.base, a+uint64(i)*16) = v
	}
	return f
}

func (vm *VM) spread(f *Frame, a uint64, items []object.Value, before, after int) *Frame {
	if len(items) < before+after {
		return vm.raise(f, object.ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	for i := range before {
		*reg(f.base, a+uint64(i)*16) = items[i]
	}
	rest := append([]object.Value(nil), items[before:len(items)-after]...)
	*reg(f.base, a+uint64(before)*16) = vm.NewList(rest)
	for i := range after {
		*reg(f.base, a+uint64(before+1+i)*16) = items[len(items)-after+i]
	}
	return f
}
