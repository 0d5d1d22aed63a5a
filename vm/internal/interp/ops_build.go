package interp

import (
	"strings"
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

func (vm *VM) buildSet(f *Frame, a uint64, items []object.Value) *Frame {
	s := vm.NewSet()
	for _, v := range items {
		if !vm.SetAdd(s, v) {
			return vm.failed(f)
		}
	}
	*reg(f.base, a) = s.V()
	return f
}

func (vm *VM) buildDict(f *Frame, a uint64, pairs []object.Value) *Frame {
	d := vm.NewDict()
	for i := 0; i < len(pairs); i += 2 {
		if !vm.DictSet(d, pairs[i], pairs[i+1]) {
			return vm.failed(f)
		}
	}
	*reg(f.base, a) = d.V()
	return f
}

// listExtend is LISTEXTEND.
func (vm *VM) listExtend(f *Frame, list, o object.Value, n int, callee object.Value) *Frame {
	l := list.AsList()
	if cur, ok := vm.Loop(o); ok {
		vm.Touch(&l.Hdr)
		for cur.Next() {
			l.Items = append(l.Items, cur.V)
		}
		return vm.done(f, !vm.Failed())
	}
	t := object.TypeOf(o)
	if t.Dunder(object.DIter).IsNil() && t.Dunder(object.DGetItem).IsNil() || t.Dunder(object.DIter).IsNone() {
		if n == 0 {
			return vm.raise(f, object.TypeError, "Value after * must be an iterable, not %s", t.Said())
		}
		name, ok := vm.calleeName(callee)
		if !ok {
			return vm.failed(f)
		}
		return vm.raise(f, object.TypeError, "%s argument after * must be an iterable, not %s", name, t.Said())
	}
	return vm.done(f, !vm.Call(vm.Hosted("list_extend"), list, o).IsNil())
}

// dictUpdate is DICTUPDATE.
func (vm *VM) dictUpdate(f *Frame, dict, m object.Value) *Frame {
	d := dict.AsDict()
	if m.Kind() == object.KDict {
		src := m.AsDict()
		for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
			e := src.T.At(i)
			if !vm.DictSet(d, e.Key, e.Val) {
				return vm.failed(f)
			}
		}
		return f
	}
	r := vm.Call(vm.Hosted("dict_update_mapping"), dict, m)
	if r.IsNil() && vm.Catch(object.AttributeError) {
		return vm.raise(f, object.TypeError, "'%s' object is not a mapping", object.TypeOf(m).Said())
	}
	return vm.done(f, !r.IsNil())
}

// dictMerge is DICTMERGE: the ** argument of a call.
func (vm *VM) dictMerge(f *Frame, dict, m, callee object.Value) *Frame {
	if m.Kind() == object.KDict {
		d, src := dict.AsDict(), m.AsDict()
		for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
			e := src.T.At(i)
			s := e.Key.AsStr()
			if s == nil {
				return vm.raise(f, object.TypeError, "keywords must be strings")
			}
			if !d.GetStr(s).IsNil() {
				name, ok := vm.calleeName(callee)
				if !ok {
					return vm.failed(f)
				}
				return vm.raise(f, object.TypeError, "%s got multiple values for keyword argument '%s'", name, s.String())
			}
			d.SetName(&vm.Ctx, s, e.Val)
		}
		return f
	}
	name, ok := vm.calleeName(callee)
	if !ok {
		return vm.failed(f)
	}
	return vm.done(f, !vm.Call(vm.Hosted("dict_merge"), dict, m, object.NewStr(name)).IsNil())
}

// calleeName is how messages about ** arguments name the function: module.qualname() as CPython's _PyObject_FunctionStr.
func (vm *VM) calleeName(fn object.Value) (string, bool) {
	q := vm.FindAttr(fn, vm.names.qualname)
	if q.IsNil() || q.AsStr() == nil {
		if vm.Failed() {
			return "", false
		}
		return vm.Text(fn)
	}
	m := vm.FindAttr(fn, vm.names.module)
	if m.IsNil() && vm.Failed() {
		return "", false
	}
	if !m.IsNil() && m.AsStr() != nil && m.AsStr().String() != "builtins" {
		return m.AsStr().String() + "." + q.AsStr().String() + "()", true
	}
	return q.AsStr().String() + "()", true
}

func strcat(parts []object.Value) object.Value {
	n, count := 0, 0
	for _, p := range parts {
		s := p.AsStr()
		n += len(s.String())
		count += s.Len()
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range parts {
		b.WriteString(p.AsStr().String())
	}
	return object.NewStrCount(b.String(), count)
}

// formatValue is FORMAT.
func (vm *VM) formatValue(v object.Value, conversion byte, spec object.Value) object.Value {
	switch conversion {
	case 's':
		v = vm.Str(v)
	case 'r':
		v = vm.Repr(v)
	case 'a':
		v = vm.Ascii(v)
	}
	if v.IsNil() {
		return v
	}
	return vm.Format(v, spec)
}

// makeFunc is MAKEFUNC.
func (vm *VM) makeFunc(f *Frame, k *Code, b uint64) object.Value {
	fn := vm.newFunc(k, f.fn.globals)
	fn.builtins, fn.scope = f.fn.builtins, f.fn.scope
	if d := *reg(f.base, b); !d.IsNil() {
		fn.defaults = d.AsTuple().Items
	}
	if d := *reg(f.base, b+16); !d.IsNil() {
		fn.kwdefaults = d.AsDict()
	}
	if c := *reg(f.base, b+32); !c.IsNil() {
		for _, x := range c.AsTuple().Items {
			fn.closure = append(fn.closure, x.AsCell())
		}
	}
	fn.annotate = *reg(f.base, b+48)
	return fn.V()
}

func (vm *VM) intrinsic1(f *Frame, a uint64, x object.Value, n int) *Frame {
	var v object.Value
	switch n {
	case code.IntrinPrint:
		v = vm.Call(vm.Hosted("displayhook"), x)
	case code.IntrinStopIterErr:
		v = vm.stopIterError(f, x)
	case code.IntrinIsStopAsync:
		is, ok := vm.excMatches(x, object.StopAsyncIteration.V())
		if !ok {
			return vm.failed(f)
		}
		v = object.Bool(is)
	case code.IntrinTypeVar:
		v = vm.Call(vm.Hosted("make_typevar"), x)
	case code.IntrinParamSpec:
		v = vm.Call(vm.Hosted("make_paramspec"), x)
	case code.IntrinTypeVarTuple:
		v = vm.Call(vm.Hosted("make_typevartuple"), x)
	case code.IntrinTypeAlias:
		v = vm.Call(vm.Hosted("make_typealias"), x.AsTuple().Items...)
	case code.IntrinGeneric:
		v = vm.Call(vm.Hosted("subscript_generic"), x)
	case code.IntrinUnpackStar:
		v = vm.Call(vm.Hosted("unpack_star"), x)
	default:
		panic("unknown intrinsic")
	}
	if v.IsNil() {
		return vm.failed(f)
	}
	*reg(f.base, a) = v
	return f
}

func (vm *VM) intrinsic2(f *Frame, a uint64, x, y object.Value, n int) *Frame {
	var v object.Value
	switch n {
	case code.IntrinTypeVarBound:
		v = vm.Call(vm.Hosted("make_typevar_bound"), x, y)
	case code.IntrinTypeVarConstraints:
		v = vm.Call(vm.Hosted("make_typevar_constraints"), x, y)
	case code.IntrinTypeParamDefault:
		v = vm.Call(vm.Hosted("typeparam_default"), x, y)
	case code.IntrinSetTypeParams:
		fn := asFunc(x)
		vm.Touch(&fn.Hdr)
		fn.typeParams = y
		v = x
	default:
		panic("unknown intrinsic")
	}
	if v.IsNil() {
		return vm.failed(f)
	}
	*reg(f.base, a) = v
	return f
}

// stopIterError turns a StopIteration that leaves a generator body into the RuntimeError that PEP 479 wants.
func (vm *VM) stopIterError(f *Frame, exc object.Value) object.Value {
	e := exc.AsExc()
	text := ""
	g := f.code.CoFlags & code.AnyGenerator
	switch {
	case object.Is(exc, object.StopIteration):
		text = "generator raised StopIteration"
		if g&code.Coroutine != 0 {
			text = "coroutine raised StopIteration"
		} else if g&code.AsyncGen != 0 {
			text = "async generator raised StopIteration"
		}
	case g&code.AsyncGen != 0 && object.Is(exc, object.StopAsyncIteration):
		text = "async generator raised StopAsyncIteration"
	default:
		return exc
	}
	n := vm.NewExc(object.RuntimeError, object.NewStr(text))
	n.Cause, n.Context, n.Suppress = e.V(), e.V(), true
	return n.V()
}

// groupMatch is EGMATCH.
func (vm *VM) groupMatch(f *Frame, a uint64, exc, what object.Value) *Frame {
	r := vm.Call(vm.Hosted("exception_group_match"), exc, what)
	if r.IsNil() {
		return vm.failed(f)
	}
	items := r.AsTuple().Items
	*reg(f.base, a), *reg(f.base, a+16) = items[0], items[1]
	return f
}

// sliceAhead does a SLICE together with the instruction after it, if that takes items of a builtin sequence by it or
// replaces items of a list: no slice is made.
func (vm *VM) sliceAhead(f *Frame, a uint64, parts *object.Value) bool {
	p := (*[3]object.Value)(unsafe.Pointer(parts))
	for i := range p {
		if !p[i].IsInt() && !p[i].IsNone() || i == 2 && p[i].IsInt() && p[i].I() == 0 {
			return false
		}
	}
	next := f.code.ins[f.pc]
	switch code.OpOf(next) {
	case code.GETIDX:
		if next>>48 != a {
			return false
		}
		v := vm.GetSlice(*reg(f.base, next>>32&0xffff), p[0], p[1], p[2])
		if v.IsNil() {
			return false
		}
		*reg(f.base, next>>16&0xffff) = v
	case code.SETIDX:
		if next>>32&0xffff != a || !p[2].IsNone() || !vm.SetSlice(*reg(f.base, next>>16&0xffff), p[0], p[1], *reg(f.base, next>>48)) {
			return false
		}
	case code.DELIDX:
		if next>>32&0xffff != a || !p[2].IsNone() || !vm.SetSlice(*reg(f.base, next>>16&0xffff), p[0], p[1], object.Nil) {
			return false
		}
	default:
		return false
	}
	f.pc++
	return true
}
