package interp

import (
	"fmt"
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// slowRare executes the instructions that build values, handle exceptions, import, match and make functions.
func (vm *VM) slowRare(f *Frame, ins uint64) *Frame {
	op := code.OpOf(ins)
	a, b, c, n := ins>>16&0xffff, ins>>32&0xffff, ins>>48, int(ins>>8&0xff)
	base := f.base
	A := reg(base, a) // B and C are registers of some instructions only: a pointer made of anything else would harm the collector
	var v object.Value
	switch op {
	case code.TUPLE:
		v = object.CopyTuple(unsafe.Slice(reg(f.base, b), int(c)))
	case code.LIST:
		v = vm.NewList(vm.regs(f, b, int(c)))
	case code.SET:
		return vm.buildSet(f, a, vm.regs(f, b, int(c)))
	case code.DICT:
		return vm.buildDict(f, a, vm.regs(f, b, 2*int(c)))
	case code.LISTAPPEND:
		A.AsList().Append(&vm.Ctx, *reg(base, b))
		return f
	case code.LISTEXTEND:
		callee := object.Nil
		if n == 1 {
			callee = *reg(base, c)
		}
		return vm.listExtend(f, *A, *reg(base, b), n, callee)
	case code.LISTTUPLE:
		v = object.NewTuple(append([]object.Value(nil), reg(base, b).AsList().Items...))
	case code.SETADD:
		return vm.done(f, vm.SetAdd(A.AsSet(), *reg(base, b)))
	case code.SETUPDATE:
		return vm.done(f, !vm.CallAttr(*A, "update", *reg(base, b)).IsNil())
	case code.DICTSET:
		return vm.done(f, vm.DictSet(A.AsDict(), *reg(base, b), *reg(base, c)))
	case code.DICTUPDATE:
		return vm.dictUpdate(f, *A, *reg(base, b))
	case code.DICTMERGE:
		return vm.dictMerge(f, *A, *reg(base, b), *reg(base, c))
	case code.STRCAT:
		v = strcat(vm.regs(f, b, int(c)))
	case code.FORMAT:
		spec := object.Nil
		if c != code.NoReg {
			spec = *reg(base, c)
		}
		v = vm.formatValue(*reg(base, b), byte(n), spec)
	case code.INTERP:
		v = vm.Call(vm.Hosted("Interpolation"), *reg(base, b), *reg(base, b+16), *reg(base, b+32), *reg(base, b+48))
	case code.TEMPLATE:
		v = vm.CallKw(vm.Hosted("Template"), vm.regs(f, b, int(c)), nil)

	case code.MAKEFUNC:
		v = vm.makeFunc(f, f.code.child(vm, int(c)), b)

	case code.RAISE:
		return vm.raiseOp(f, n, ins)
	case code.RERAISE:
		return vm.unwind(f, *A, false)
	case code.EXCENTER:
		*reg(base, b) = object.Ref(f.exc)
		f.exc = vm.caught.Hdr()
		*A = vm.caught
		vm.caught = object.Nil
		return f
	case code.EXCLEAVE:
		f.exc = A.Hdr()
		return f
	case code.EXCMATCH:
		m, ok := vm.excMatches(*reg(base, b), *reg(base, c))
		if !ok {
			return vm.failed(f)
		}
		v = object.Bool(m)
	case code.EGMATCH:
		return vm.groupMatch(f, a, *reg(base, b), *reg(base, c))
	case code.EGRAISE:
		v = vm.Call(vm.Hosted("prep_reraise_star"), *reg(base, b), *reg(base, c))
	case code.SPECIAL:
		v = vm.special(*reg(base, b), n)
	case code.WITHEXC:
		e := reg(base, c).AsExc()
		v = vm.Call(*reg(base, b), e.Cls.V(), *reg(base, c), e.TB)
	case code.LOADASSERT:
		v = object.AssertionError.V()
		if n == 1 {
			v = object.NotImplementedError.V()
		}

	case code.IMPORT:
		return vm.importName(f, a, f.code.Consts[c].AsStr(), *reg(base, b), n)
	case code.IMPORTFROM:
		v = vm.importFrom(*reg(base, b), f.code.Consts[c].AsStr())
	case code.IMPORTSTAR:
		return vm.done(f, !vm.Call(vm.Hosted("import_star"), *A, *f.R(0)).IsNil())

	case code.MATCHSEQ:
		v = object.Bool(object.TypeOf(*reg(base, b)).Flags&object.SeqPattern != 0)
	case code.MATCHMAP:
		v = object.Bool(object.TypeOf(*reg(base, b)).Flags&object.MapPattern != 0)
	case code.MATCHKEYS:
		v = vm.Call(vm.Hosted("match_keys"), *reg(base, b), *reg(base, c))
	case code.MATCHCLASS:
		v = vm.Call(vm.Hosted("match_class"), *reg(base, b), *reg(base, c), *reg(base, c+16), object.Int(int64(n)))
	case code.GETLEN:
		l, ok := vm.Len(*reg(base, b))
		if !ok {
			return vm.failed(f)
		}
		v = object.Int(int64(l))

	case code.BUILDCLASS:
		v = f.fn.builtins.GetStr(vm.names.build)
		if v.IsNil() && f.fn.globals == vm.hostedNS { // hosted classes are made before the builtins are complete
			v = vm.hostedNS.GetStr(vm.Intern("build_class"))
		}
		if v.IsNil() {
			return vm.raise(f, object.NameError, "__build_class__ not found")
		}
	case code.INTRIN1:
		return vm.intrinsic1(f, a, *reg(base, b), n)
	case code.INTRIN2:
		return vm.intrinsic2(f, a, *reg(base, b), *reg(base, c), n)
	case code.HALT:
		return vm.Leave(f, Stop{Why: Exited})
	default:
		panic(fmt.Sprintf("instruction %d has no meaning", op))
	}
	if v.IsNil() {
		return vm.failed(f)
	}
	*A = v
	return f
}

// regs copies n registers from the one at byte offset off on.
func (vm *VM) regs(f *Frame, off uint64, n int) []object.Value {
	if n == 0 {
		return nil
	}
	out := make([]object.Value, n)
	for i := range out {
		out[i] = *reg(f.base, off+uint64(i)*16)
	}
	return out
}
