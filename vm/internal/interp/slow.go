package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

const (
	icGlobal uint8 = iota + 1
	icBuiltin
	icNative // a CALLM of a native method of class cls, which is val
	icAppend // of list.append with one argument
)

// slow executes one instruction in full generality. f.pc is after it. It returns the frame to go on with, or nil when
// the loop has to leave.
func (vm *VM) slow(f *Frame, ins uint64) *Frame {
	vm.current = f
	op := code.OpOf(ins)
	again := vm.resuming
	if again {
		vm.resuming = false
	} else {
		vm.Start()
		if nf, done := vm.direct(f, op, ins); done {
			return nf
		}
	}
	a, b, c, n := ins>>16&0xffff, ins>>32&0xffff, ins>>48, int(ins>>8&0xff)
	base := f.base
	A := reg(base, a) // B and C are registers of some instructions only: a pointer made of anything else would harm the collector
	var v object.Value
	switch op {
	case code.TRAP:
		return vm.trap(f)
	case code.CHECK:
		return vm.unboundLocal(f, constStr(f, ins))
	case code.MAKECELL:
		*A = vm.NewCell(*A).V()
		return f
	case code.LOADCELL:
		name := f.code.Consts[c].AsStr().String()
		if n == 1 {
			return vm.unboundFree(f, name)
		}
		return vm.unboundLocal(f, name)
	case code.STORECELL:
		cell := A.AsCell()
		vm.Touch(&cell.Hdr)
		cell.Val = *reg(base, b)
		return f
	case code.DELCELL:
		cell := A.AsCell()
		if cell.Val.IsNil() {
			if n == 1 {
				return vm.unboundFree(f, constStr(f, ins))
			}
			return vm.unboundLocal(f, constStr(f, ins))
		}
		vm.Touch(&cell.Hdr)
		cell.Val = object.Nil
		return f

	case code.LOADG:
		v = vm.loadGlobal(f, &f.code.ics[ins>>32])
	case code.STOREG:
		vm.storeGlobal(f, &f.code.ics[ins>>32], *A)
		return f
	case code.DELG:
		ic := &f.code.ics[ins>>32]
		if !f.fn.globals.DelStr(&vm.Ctx, ic.name) {
			return vm.nameError(f, ic.name.String())
		}
		return f
	case code.LOADNAME:
		v = vm.loadName(f, *f.R(0), &f.code.ics[ins>>32])
	case code.STORENAME:
		ic := &f.code.ics[ins>>32]
		if d := f.R(0).AsDict(); d != nil && f.R(0).Kind() == object.KDict {
			d.SetName(&vm.Ctx, ic.name, *A)
			return f
		}
		return vm.done(f, vm.SetItem(*f.R(0), ic.name.V(), *A))
	case code.DELNAME:
		ic := &f.code.ics[ins>>32]
		if f.R(0).Kind() == object.KDict {
			if !f.R(0).AsDict().DelStr(&vm.Ctx, ic.name) {
				return vm.nameError(f, ic.name.String())
			}
			return f
		}
		if !vm.SetItem(*f.R(0), ic.name.V(), object.Nil) {
			if vm.Catch(object.KeyError) {
				return vm.nameError(f, ic.name.String())
			}
			return vm.failed(f)
		}
		return f
	case code.LOADNAMECELL:
		ic := &f.code.ics[c]
		v = vm.fromNamespace(*f.R(0), ic.name)
		if v.IsNil() && !vm.Failed() {
			if v = reg(base, b).AsCell().Val; v.IsNil() {
				return vm.unboundFree(f, ic.name.String())
			}
		}
	case code.LOADMAPCELL:
		ic := &f.code.ics[c]
		v = vm.fromNamespace(*reg(base, b), ic.name)
		if v.IsNil() && !vm.Failed() {
			if v = reg(base, b+code.RegSize).AsCell().Val; v.IsNil() {
				return vm.unboundFree(f, ic.name.String())
			}
		}
	case code.LOADNAMEGLOBAL:
		ic := &f.code.ics[c]
		ns := *reg(base, b)
		if cell := ns.AsCell(); cell != nil {
			ns = cell.Val
		}
		v = vm.fromNamespace(ns, ic.name)
		if v.IsNil() && !vm.Failed() {
			v = vm.loadGlobal(f, ic)
		}

	case code.GETATTR:
		if !again {
			if nf, done := vm.directGet(f, *reg(base, b), f.code.ics[c].name); done {
				return nf
			}
		}
		v = vm.getAttr(f, *reg(base, b), &f.code.ics[c])
	case code.SETATTR:
		if !again {
			if nf, done := vm.directSet(f, *A, f.code.ics[c].name, *reg(base, b)); done {
				return nf
			}
		}
		return vm.setAttr(f, *A, &f.code.ics[c], *reg(base, b))
	case code.DELATTR:
		return vm.done(f, vm.SetAttr(*A, f.code.ics[c].name, object.Nil))
	case code.GETIDX:
		v = vm.GetItem(*reg(base, b), *reg(base, c))
	case code.GETIDXI:
		v = vm.GetItem(*reg(base, b), object.Int(int64(ins)>>48))
	case code.SETIDX:
		return vm.done(f, vm.SetItem(*A, *reg(base, b), *reg(base, c)))
	case code.DELIDX:
		return vm.done(f, vm.SetItem(*A, *reg(base, b), object.Nil))
	case code.SLICE:
		if vm.sliceAhead(f, a, reg(base, b)) {
			return f
		}
		v = object.NewSlice(*reg(base, b), *reg(base, b+16), *reg(base, b+32))

	case code.ADD, code.SUB, code.MUL, code.DIV, code.FLOORDIV, code.MOD, code.POW, code.LSHIFT, code.RSHIFT, code.AND,
		code.OR, code.XOR, code.MATMUL:
		if n == 0 {
			v = vm.Binary(object.BinOp(op-code.ADD), *reg(base, b), *reg(base, c))
		} else {
			v = vm.Augmented(object.BinOp(op-code.ADD), *reg(base, b), *reg(base, c))
		}
	case code.ADDI:
		v = vm.immediate(object.OpAdd, n, *reg(base, b), int64(ins)>>48)
	case code.SUBI:
		v = vm.immediate(object.OpSub, n, *reg(base, b), int64(ins)>>48)
	case code.MODI:
		v = vm.immediate(object.OpMod, n, *reg(base, b), int64(ins>>48))
	case code.NEG:
		v = vm.Unary(object.DNeg, *reg(base, b))
	case code.POS:
		v = vm.Unary(object.DPos, *reg(base, b))
	case code.INVERT:
		v = vm.Unary(object.DInvert, *reg(base, b))
	case code.NOT:
		t, ok := vm.Truth(*reg(base, b))
		if !ok {
			return vm.failed(f)
		}
		v = object.Bool(!t)
	case code.EQ, code.NE, code.LT, code.LE, code.GT, code.GE:
		v = vm.Compare(object.CmpOp(op-code.EQ), *reg(base, b), *reg(base, c))
	case code.IN, code.NOTIN:
		in, ok := vm.Contains(*reg(base, c), *reg(base, b))
		if !ok {
			return vm.failed(f)
		}
		v = object.Bool(in == (op == code.IN))

	case code.LOOP:
		if vm.budget <= 0 {
			f.pc--
			return vm.Leave(f, Stop{Why: Spent})
		}
		vm.budget--
		f.pc += int32(ins >> 32)
		return f
	case code.JT, code.JF:
		t, ok := vm.Truth(*A)
		if !ok {
			return vm.failed(f)
		}
		if t == (op == code.JT) {
			f.pc += int32(ins >> 32)
		}
		return f
	case code.JNEQ, code.JNNE, code.JNLT, code.JNLE, code.JNGT, code.JNGE:
		return vm.jumpCompare(f, jumpOps[op-code.JNLT], *A, *reg(base, b), int32(int16(ins>>48)))
	case code.JNEQI, code.JNNEI, code.JNLTI, code.JNLEI, code.JNGTI, code.JNGEI:
		return vm.jumpCompare(f, jumpOps[op-code.JNLTI], *A, object.Int(int64(int16(ins>>32))), int32(int16(ins>>48)))

	case code.ITER:
		return vm.iterInit(f, a, *reg(base, b))
	case code.FORNEXT:
		return vm.forNext(f, ins)
	case code.GETITER:
		v = vm.Iter(*reg(base, b))
	case code.UNPACK:
		return vm.unpack(f, a, *reg(base, b), int(c))
	case code.UNPACKEX:
		return vm.unpackEx(f, a, *reg(base, b), n, int(c))

	case code.GETMETH:
		return vm.getMethod(f, a, *reg(base, b), &f.code.ics[c])
	case code.CALL, code.CALLM, code.CALLK, code.CALLEX, code.CALLMETH:
		if vm.budget <= 0 {
			f.pc--
			return vm.Leave(f, Stop{Why: Spent})
		}
		if op == code.CALL && !again {
			if nf, done := vm.directLen(f, *reg(base, b), unsafe.Slice(reg(base, b+code.RegSize), n)); done {
				return nf
			}
		}
		return vm.callOp(f, ins)
	case code.RET:
		return vm.deliver(f.prev, *A)
	case code.RETNONE:
		return vm.deliver(f.prev, object.None)
	case code.RETINIT:
		if !A.IsNone() {
			p := f.prev
			vm.Raise(object.TypeError, "__init__() should return None, not '%s'", object.TypeOf(*A).Said())
			return vm.unwind(vm.enter(p), vm.TakeExc(), true)
		}
		return vm.enter(f.prev)
	case code.RETINITNONE:
		return vm.enter(f.prev)
	case code.RETOP:
		return vm.specialDone(f.prev, f.fn, *A)
	case code.RETOPNONE:
		return vm.specialDone(f.prev, f.fn, object.None)
	case code.RETGEN:
		return vm.genReturn(f, *A)
	case code.RETGENNONE:
		return vm.genReturn(f, object.None)
	case code.YIELD:
		return vm.genYield(f, *reg(base, b), n)
	case code.SEND:
		return vm.send(f, ins)
	case code.GETYFITER:
		return vm.yieldFromIter(f, a, *reg(base, b))
	case code.AWAITABLE:
		return vm.awaitable(f, a, *reg(base, b), n)
	case code.AITER:
		v = vm.asyncIter(*reg(base, b))
	case code.ANEXT:
		v = vm.asyncNext(*reg(base, b))
	case code.NATIVE:
		return vm.resumeNative(f, *f.R(0), object.Nil)
	case code.TASKEND:
		return vm.taskEnd(f, *f.R(0), object.Nil)
	default:
		return vm.slowRare(f, ins)
	}
	if v.IsNil() {
		return vm.failed(f)
	}
	*A = v
	return f
}

var jumpOps = [...]object.CmpOp{object.CmpLt, object.CmpLe, object.CmpGt, object.CmpGe, object.CmpEq, object.CmpNe}

func constStr(f *Frame, ins uint64) string { return f.code.Consts[ins>>32].AsStr().String() }

// failed goes on after an operation of the running instruction that returned Nil: it waits for Python code, or raised.
func (vm *VM) failed(f *Frame) *Frame {
	if vm.Suspended() {
		return vm.suspend(f, &native{})
	}
	exc := vm.TakeExc()
	if exc.IsNil() {
		panic("operation failed without an exception: " + f.code.Name)
	}
	return vm.unwind(f, exc, true)
}

func (vm *VM) done(f *Frame, ok bool) *Frame {
	if ok {
		return f
	}
	return vm.failed(f)
}

func (vm *VM) unboundLocal(f *Frame, name string) *Frame {
	return vm.raise(f, object.UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
}

func (vm *VM) unboundFree(f *Frame, name string) *Frame {
	return vm.raiseName(f, object.NameError, name, "cannot access free variable '"+name+"' where it is not associated with a value in enclosing scope")
}

func (vm *VM) nameError(f *Frame, name string) *Frame {
	return vm.raiseName(f, object.NameError, name, "name '"+name+"' is not defined")
}

func (vm *VM) raiseName(f *Frame, t *object.Type, name, text string) *Frame {
	e := vm.NewExc(t, object.NewStr(text))
	e.Fields = []object.Value{object.NewStr(name)}
	return vm.unwind(f, e.V(), true)
}

func (vm *VM) immediate(op object.BinOp, n int, x object.Value, y int64) object.Value {
	if n == 0 {
		return vm.Binary(op, x, object.Int(y))
	}
	return vm.Augmented(op, x, object.Int(y))
}

func (vm *VM) jumpCompare(f *Frame, op object.CmpOp, x, y object.Value, off int32) *Frame {
	v := vm.Compare(op, x, y)
	if v.IsNil() {
		return vm.failed(f)
	}
	t, ok := vm.Truth(v)
	if !ok {
		return vm.failed(f)
	}
	if !t {
		f.pc += off
	}
	return f
}

func (vm *VM) loadGlobal(f *Frame, ic *cache) object.Value {
	g := f.fn.globals
	name := ic.name
	if scope := f.fn.scope; !scope.IsNil() {
		if v := vm.GetItem(scope, name.V()); !v.IsNil() || !vm.Catch(object.KeyError) {
			return v
		}
		if v := f.fn.builtins.GetStr(name); !v.IsNil() {
			return v
		}
		return vm.undefinedName(name)
	}
	if i := g.T.FindIdentical(name.Hash(), name.V()); i >= 0 {
		ic.kind, ic.idx = icGlobal, uint32(i)
		return g.T.At(i).Val
	}
	if v := g.GetStr(name); !v.IsNil() {
		return v
	}
	bi := f.fn.builtins
	if i := bi.T.FindIdentical(name.Hash(), name.V()); i >= 0 {
		ic.kind, ic.idx, ic.gver, ic.ver, ic.off = icBuiltin, uint32(i), g.T.Version(), bi.T.Version(), dictAddr(g)
		return bi.T.At(i).Val
	}
	if v := bi.GetStr(name); !v.IsNil() {
		return v
	}
	return vm.undefinedName(name)
}

func (vm *VM) undefinedName(name *object.Str) object.Value {
	e := vm.NewExc(object.NameError, object.NewStr("name '"+name.String()+"' is not defined"))
	e.Fields = []object.Value{name.V()}
	return vm.RaiseExc(e)
}

func (vm *VM) storeGlobal(f *Frame, ic *cache, v object.Value) {
	g := f.fn.globals
	g.SetName(&vm.Ctx, ic.name, v)
	if i := g.T.FindIdentical(ic.name.Hash(), ic.name.V()); i >= 0 {
		ic.kind, ic.idx = icGlobal, uint32(i)
	}
}

// fromNamespace looks a name up in the mapping of module, class or exec code: Nil without an exception if missing.
func (vm *VM) fromNamespace(ns object.Value, name *object.Str) object.Value {
	if ns.Kind() == object.KDict {
		return ns.AsDict().GetStr(name)
	}
	v := vm.GetItem(ns, name.V())
	if v.IsNil() {
		vm.Catch(object.KeyError)
	}
	return v
}

func (vm *VM) loadName(f *Frame, ns object.Value, ic *cache) object.Value {
	v := vm.fromNamespace(ns, ic.name)
	if v.IsNil() && !vm.Failed() {
		return vm.loadGlobal(f, ic)
	}
	return v
}
