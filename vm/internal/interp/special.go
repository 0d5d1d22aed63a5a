package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// Instructions that come down to one call of a special method written in Python make that call at once: the method's
// frame lies directly above the instruction's, and RETOP ends the instruction. When that takes more than storing the
// result, the instruction runs again in full generality with the memory of a native operation that has made the call.

// direct calls the special method that ins will call first; done is false if the general way has to be taken. Then the
// frame to go on with is the method's, or nil if the call was the last of the slice.
func (vm *VM) direct(f *Frame, op code.Op, ins uint64) (nf *Frame, done bool) {
	A, b, c := reg(f.base, ins>>16&0xffff), ins>>32&0xffff, ins>>48
	switch op {
	case code.ADD, code.SUB, code.MUL, code.DIV, code.FLOORDIV, code.MOD, code.POW, code.LSHIFT, code.RSHIFT, code.AND,
		code.OR, code.XOR, code.MATMUL:
		return vm.directBinary(f, object.DAdd+3*object.Dunder(op-code.ADD), ins>>8&0xff != 0, *reg(f.base, b), *reg(f.base, c))
	case code.ADDI:
		return vm.directBinary(f, object.DAdd, ins>>8&0xff != 0, *reg(f.base, b), object.Int(int64(ins)>>48))
	case code.SUBI:
		return vm.directBinary(f, object.DAdd+3*object.Dunder(object.OpSub), ins>>8&0xff != 0, *reg(f.base, b), object.Int(int64(ins)>>48))
	case code.EQ, code.NE, code.LT, code.LE, code.GT, code.GE:
		return vm.directCompare(f, object.CmpOp(op-code.EQ), *reg(f.base, b), *reg(f.base, c))
	case code.JNEQ, code.JNNE, code.JNLT, code.JNLE, code.JNGT, code.JNGE:
		return vm.directCompare(f, jumpOps[op-code.JNLT], *A, *reg(f.base, b))
	case code.GETIDX:
		return vm.directCall(f, object.DGetItem, *reg(f.base, b), *reg(f.base, c), object.Nil)
	case code.GETIDXI:
		return vm.directCall(f, object.DGetItem, *reg(f.base, b), object.Int(int64(ins)>>48), object.Nil)
	case code.SETIDX:
		return vm.directCall(f, object.DSetItem, *A, *reg(f.base, b), *reg(f.base, c))
	case code.DELIDX:
		return vm.directCall(f, object.DDelItem, *A, *reg(f.base, b), object.Nil)
	case code.IN, code.NOTIN:
		return vm.directCall(f, object.DContains, *reg(f.base, c), *reg(f.base, b), object.Nil)
	case code.NEG:
		return vm.directCall(f, object.DNeg, *reg(f.base, b), object.Nil, object.Nil)
	case code.JT, code.JF:
		return vm.directTruth(f, *A)
	case code.NOT:
		return vm.directTruth(f, *reg(f.base, b))
	case code.FORNEXT:
		return vm.directCall(f, object.DNext, *A, object.Nil, object.Nil)
	}
	return nil, false
}

// directCall calls the special method d of o.
func (vm *VM) directCall(f *Frame, d object.Dunder, o, x, y object.Value) (nf *Frame, done bool) {
	if o.Kind() != object.KInst {
		return nil, false
	}
	return vm.directFunc(f, o.AsInst().Shape.Cls.Dunder(d), o, x, y)
}

func (vm *VM) directFunc(f *Frame, m, o, x, y object.Value) (nf *Frame, done bool) {
	if m.IsNil() || m.Kind() != object.KFunc {
		return nil, false
	}
	fn := asFunc(m)
	n := 1
	if !x.IsNil() {
		if n = 2; !y.IsNil() {
			n = 3
		}
	}
	k := fn.code.specialVariant()
	if int(k.fast) != n || f.depth >= vm.maxDepth {
		return nil, false
	}
	nf = vm.push(f, k, fn)
	*nf.R(0) = o
	if n > 1 {
		if *nf.R(1) = x; n > 2 {
			*nf.R(2) = y
		}
	}
	return vm.tick(nf), true
}

// directBinary calls what x op y asks first, if that is a method of x.
func (vm *VM) directBinary(f *Frame, d object.Dunder, augmented bool, x, y object.Value) (nf *Frame, done bool) {
	if x.Kind() != object.KInst {
		return nil, false
	}
	tx := x.AsInst().Shape.Cls
	if augmented {
		if m := tx.Dunder(d + 2); !m.IsNil() {
			return vm.directFunc(f, m, x, y, object.Nil)
		}
	}
	if y.Kind() == object.KInst {
		if ty := y.AsInst().Shape.Cls; ty != tx && ty.IsSubtype(tx) {
			return nil, false
		}
	}
	if tx.Layout != object.KInst && d == object.DAdd+3*object.Dunder(object.OpMul) {
		return nil, false
	}
	return vm.directFunc(f, tx.Dunder(d), x, y, object.Nil)
}

// directCompare calls what comparing x with y asks first, if that is a method of x.
func (vm *VM) directCompare(f *Frame, op object.CmpOp, x, y object.Value) (nf *Frame, done bool) {
	if x.Kind() != object.KInst {
		return nil, false
	}
	tx := x.AsInst().Shape.Cls
	if y.Kind() == object.KInst {
		if ty := y.AsInst().Shape.Cls; ty != tx && ty.IsSubtype(tx) {
			return nil, false
		}
	}
	return vm.directFunc(f, tx.Dunder(object.DEq+object.Dunder(op)), x, y, object.Nil)
}

// directTruth calls __bool__.
func (vm *VM) directTruth(f *Frame, x object.Value) (nf *Frame, done bool) {
	return vm.directCall(f, object.DBool, x, object.Nil, object.Nil)
}

// directGet calls the getter of a property.
func (vm *VM) directGet(f *Frame, o object.Value, name *object.Str) (nf *Frame, done bool) {
	if o.Kind() != object.KInst {
		return nil, false
	}
	t := o.AsInst().Shape.Cls
	if t.Flags&object.CustomGetattribute != 0 {
		return nil, false
	}
	m := vm.Lookup(t, name)
	if m.IsNil() || m.Kind() != object.KProperty {
		return nil, false
	}
	if p := m.AsProperty(); p.Cls == nil && !p.Get.IsNil() {
		return vm.directFunc(f, p.Get, o, object.Nil, object.Nil)
	}
	return nil, false
}

// directSet calls the setter of a property.
func (vm *VM) directSet(f *Frame, o object.Value, name *object.Str, v object.Value) (nf *Frame, done bool) {
	if o.Kind() != object.KInst {
		return nil, false
	}
	t := o.AsInst().Shape.Cls
	if t.Flags&object.CustomSetattr != 0 {
		return nil, false
	}
	m := vm.Lookup(t, name)
	if m.IsNil() || m.Kind() != object.KProperty {
		return nil, false
	}
	if p := m.AsProperty(); p.Cls == nil && !p.Set.IsNil() {
		return vm.directFunc(f, p.Set, o, v, object.Nil)
	}
	return nil, false
}

// directLen calls __len__ for the builtin len.
func (vm *VM) directLen(f *Frame, fn object.Value, args []object.Value) (nf *Frame, done bool) {
	if len(args) != 1 || fn != vm.lenFunc {
		return nil, false
	}
	return vm.directCall(f, object.DLen, args[0], object.Nil, object.Nil)
}

// specialDone ends the instruction of f that called the special method fn, which returned v.
func (vm *VM) specialDone(f *Frame, fn *Func, v object.Value) *Frame {
	vm.enter(f)
	ins := f.instruction()
	op := code.OpOf(ins)
	switch op {
	case code.ADD, code.SUB, code.MUL, code.DIV, code.FLOORDIV, code.MOD, code.POW, code.LSHIFT, code.RSHIFT, code.AND,
		code.OR, code.XOR, code.MATMUL, code.ADDI, code.SUBI, code.EQ, code.NE, code.LT, code.LE, code.GT, code.GE:
		if v.Kind() != object.KNotImplemented {
			*reg(f.base, ins>>16&0xffff) = v
			return f
		}
	case code.GETATTR, code.GETIDX, code.GETIDXI, code.NEG:
		*reg(f.base, ins>>16&0xffff) = v
		return f
	case code.SETATTR, code.SETIDX, code.DELIDX:
		return f
	case code.FORNEXT:
		*reg(f.base, ins>>32&0xffff) = v
		return f
	case code.IN, code.NOTIN:
		if v.IsBool() {
			*reg(f.base, ins>>16&0xffff) = object.Bool(v.IsTrue() == (op == code.IN))
			return f
		}
	case code.NOT:
		if v.IsBool() {
			*reg(f.base, ins>>16&0xffff) = object.Bool(!v.IsTrue())
			return f
		}
	case code.JT, code.JF:
		if v.IsBool() {
			if v.IsTrue() == (op == code.JT) {
				f.pc += int32(ins >> 32)
			}
			return f
		}
	case code.JNEQ, code.JNNE, code.JNLT, code.JNLE, code.JNGT, code.JNGE:
		if v.IsBool() {
			if !v.IsTrue() {
				f.pc += int32(int16(ins >> 48))
			}
			return f
		}
	case code.CALL: // of len
		if v.IsInt() && v.I() >= 0 {
			*reg(f.base, ins>>16&0xffff) = v
			return f
		}
	}
	vm.ResumeWith(fn.V(), v, true)
	vm.resuming = true
	return vm.slow(f, ins)
}

// specialEnds tells whether an exception that left the special method with code k ends the loop whose FORNEXT called it.
func specialEnds(f *Frame, k *Code, exc object.Value) bool {
	return k.of != nil && k == k.of.special && code.OpOf(f.instruction()) == code.FORNEXT && object.Is(exc, object.StopIteration)
}
