package interp

import (
	"fmt"
	"strings"

	"slp/vm/internal/code"
	"slp/vm/internal/suggest"
	"slp/vm/object"
)

// call calls any callable; its result goes to f.
func (vm *VM) call(f *Frame, fn object.Value, args []object.Value, kw []*object.Str) *Frame {
	for range 1000 {
		switch fn.Kind() {
		case object.KFunc:
			return vm.callFunc(f, asFunc(fn), args, kw)
		case object.KMethod:
			m := fn.AsMethod()
			args = append([]object.Value{m.Self}, args...)
			fn = m.Func
			continue
		case object.KBuiltin:
			vm.Start()
			v := vm.CallTop(fn.AsBuiltin(), args, kw)
			if !v.IsNil() {
				return vm.deliver(f, v)
			}
			return vm.nativeFailed(f, fn, args, kw)
		case object.KType:
			if fn.AsType().CallsPlainly() {
				return vm.callType(f, fn.AsType(), args, kw)
			}
		}
		m := object.TypeOf(fn).Dunder(object.DCall)
		if m.IsNil() {
			return vm.raise(f, object.TypeError, "'%s' object is not callable", object.TypeOf(fn).Said())
		}
		if !m.BindsPlainly() {
			b, next := vm.bindCall(f, m, fn, args, kw)
			if next != nil {
				return next
			}
			fn = b
			continue
		}
		args = append([]object.Value{fn}, args...)
		fn = m
	}
	return vm.raise(f, object.RecursionError, "maximum recursion depth exceeded in __call__")
}

// bindCall binds m, which was found on the class of self and is no plain function. If that needs Python code or fails,
// next is the frame to go on with.
func (vm *VM) bindCall(f *Frame, m, self object.Value, args []object.Value, kw []*object.Str) (b object.Value, next *Frame) {
	vm.Start()
	if b = vm.BindTo(m, self, object.TypeOf(self)); !b.IsNil() {
		return b, nil
	}
	if !vm.Suspended() {
		return b, vm.unwind(f, vm.TakeExc(), true)
	}
	p, _ := vm.TakePending(&object.Recall{}) // __call__ is a descriptor written in Python
	rest, names := append([]object.Value(nil), args...), kw
	nf := vm.newFrame(nativePad)
	nf.prev, nf.pc, nf.depth = f, 1, f.depth
	nf.native = &native{then: func(vm *VM, f *Frame, v, exc object.Value) *Frame {
		if v.IsNil() {
			return vm.unwind(f, exc, true)
		}
		return vm.call(f, v, rest, names)
	}}
	return b, vm.start(nf, p)
}

// nativeFailed handles a native function that returned Nil.
func (vm *VM) nativeFailed(f *Frame, fn object.Value, args []object.Value, kw []*object.Str) *Frame {
	if vm.Suspended() {
		if p, direct := vm.TakeDirect(); direct {
			return vm.start(f, p)
		}
		return vm.suspend(f, &native{fn: fn, args: append([]object.Value(nil), args...), kw: kw})
	}
	exc := vm.TakeExc()
	if exc.IsNil() {
		panic(fmt.Sprintf("native function %v returned nothing and raised nothing", fn.AsBuiltin().Name))
	}
	return vm.unwind(f, exc, true)
}

// callType calls a class whose metaclass does not do that in a way of its own.
func (vm *VM) callType(f *Frame, t *object.Type, args []object.Value, kw []*object.Str) *Frame {
	if t.Layout == object.KInst && t.Flags&(object.HasNew|object.Abstract) == 0 && t.Flags&object.HeapType != 0 {
		if t.Flags&object.HasInit == 0 {
			if len(args) == 0 {
				return vm.deliver(f, vm.NewInst(t).V())
			}
		} else if init := t.Dunder(object.DInit); init.Kind() == object.KFunc {
			fn := asFunc(init)
			if fn.code.CoFlags&code.AnyGenerator == 0 {
				o := vm.NewInst(t).V()
				vm.deliver(f, o)
				if k := fn.code.initVariant(); int(k.fast) == len(args)+1 && len(kw) == 0 && f.depth < vm.maxDepth {
					nf := vm.push(f, k, fn)
					*nf.R(0) = o
					for i, a := range args {
						*nf.R(i + 1) = a
					}
					vm.budget--
					return nf
				}
				return vm.callCode(f, fn, fn.code.initVariant(), append([]object.Value{o}, args...), kw)
			}
		}
	}
	vm.Start()
	if t.Flags2Static() && t.Flags&(object.HasInit|object.Disallow) == 0 && (t != object.TypeType) {
		// A builtin class that __new__ makes completely.
		if t == object.StrType && len(args) > 3 && len(kw) == 0 {
			return vm.raise(f, object.TypeError, "str expected at most 3 arguments, got %d", len(args))
		}
		if t == object.RangeType && len(kw) == 0 {
			if v := smallRange(args); !v.IsNil() {
				return vm.deliver(f, v)
			}
		}
		if v, done := vm.Construct(t, args, kw); done {
			if !v.IsNil() {
				return vm.deliver(f, v)
			}
			return vm.nativeFailed(f, t.V(), args, kw)
		}
		if b := t.Dunder(object.DNew).AsBuiltin(); b != nil && b.Owner == t {
			all := append([]object.Value{t.V()}, args...)
			v := vm.CallTop(b, all, kw)
			if !v.IsNil() {
				return vm.deliver(f, v)
			}
			return vm.nativeFailed(f, b.V(), all, kw)
		}
	}
	v := vm.CallType(t, args, kw)
	if !v.IsNil() {
		return vm.deliver(f, v)
	}
	return vm.nativeFailed(f, t.V(), args, kw)
}

// smallRange is range(stop) and range(start, stop) of small ints, or Nil.
func smallRange(args []object.Value) object.Value {
	const limit = 1 << 40
	switch {
	case len(args) == 1 && args[0].IsInt() && args[0].I() < limit:
		return object.NewRange(0, args[0].I(), 1)
	case len(args) == 2 && args[0].IsInt() && args[1].IsInt() && args[0].I() > -limit && args[1].I() < limit:
		return object.NewRange(args[0].I(), args[1].I(), 1)
	}
	return object.Nil
}

func (vm *VM) callFunc(f *Frame, fn *Func, args []object.Value, kw []*object.Str) *Frame {
	return vm.callCode(f, fn, fn.code, args, kw)
}

// callCode calls a function, running k (its code or a variant of it).
func (vm *VM) callCode(f *Frame, fn *Func, k *Code, args []object.Value, kw []*object.Str) *Frame {
	if f.depth >= vm.maxDepth {
		return vm.raise(f, object.RecursionError, "maximum recursion depth exceeded")
	}
	if k.CoFlags&code.AnyGenerator != 0 {
		nf := vm.newFrame(k)
		nf.fn = fn
		if !vm.bind(nf, fn, k, args, kw) {
			return vm.unwind(f, vm.TakeExc(), true)
		}
		return vm.deliver(f, vm.newGen(nf, fn).V())
	}
	nf := vm.push(f, k, fn)
	if int(k.fast) == len(args) && len(kw) == 0 {
		for i, a := range args {
			*nf.R(i) = a
		}
	} else if !vm.bind(nf, fn, k, args, kw) {
		return vm.unwind(f, vm.TakeExc(), true)
	}
	return vm.tick(nf)
}

// bind fills the argument registers of a new frame. It raises TypeError with CPython's wording.
func (vm *VM) bind(nf *Frame, fn *Func, k *Code, args []object.Value, kw []*object.Str) bool {
	npos := len(args) - len(kw)
	pos, kwvals := args[:npos], args[npos:]
	argc := int(k.ArgCount)
	total := argc + int(k.KwOnly)
	n := min(npos, argc)
	for i := range n {
		*nf.R(i) = pos[i]
	}
	for i := n; i < int(k.nnamed); i++ {
		*nf.R(i) = object.Nil
	}
	slot := total
	if k.CoFlags&code.VarArgs != 0 {
		*nf.R(slot) = object.NewTuple(append([]object.Value(nil), pos[n:]...))
		slot++
	}
	var rest *object.Dict
	if k.CoFlags&code.VarKeywords != 0 {
		rest = vm.NewDict()
		*nf.R(slot) = rest.V()
	}
	for i, name := range kw {
		j := -1
		for a := int(k.PosOnly); a < total; a++ {
			if k.Locals[a].Name == name.String() {
				j = a
				break
			}
		}
		if j < 0 {
			if rest == nil {
				return vm.unexpectedKeyword(fn, k, kw, name)
			}
			if !rest.GetStr(name).IsNil() {
				vm.Raise(object.TypeError, "%s() got multiple values for keyword argument '%s'", fn.qualname.String(), name.String())
				return false
			}
			rest.SetName(&vm.Ctx, name, kwvals[i])
			continue
		}
		if !nf.R(j).IsNil() {
			vm.Raise(object.TypeError, "%s() got multiple values for argument '%s'", fn.qualname.String(), name.String())
			return false
		}
		*nf.R(j) = kwvals[i]
	}
	if npos > argc && k.CoFlags&code.VarArgs == 0 {
		return vm.tooManyPositional(nf, fn, k, npos)
	}
	var missing []string
	first := argc - len(fn.defaults)
	for i := n; i < argc; i++ {
		if nf.R(i).IsNil() {
			if i >= first {
				*nf.R(i) = fn.defaults[i-first]
			} else {
				missing = append(missing, k.Locals[i].Name)
			}
		}
	}
	if missing != nil {
		return vm.missing(fn, missing, "positional")
	}
	for i := argc; i < total; i++ {
		if nf.R(i).IsNil() {
			v := object.Nil
			if fn.kwdefaults != nil {
				v = fn.kwdefaults.Get(k.Locals[i].Name)
			}
			if v.IsNil() {
				missing = append(missing, k.Locals[i].Name)
				continue
			}
			*nf.R(i) = v
		}
	}
	if missing != nil {
		return vm.missing(fn, missing, "keyword-only")
	}
	return true
}

func (vm *VM) missing(fn *Func, names []string, kind string) bool {
	q := make([]string, len(names))
	for i, n := range names {
		q[i] = "'" + n + "'"
	}
	list := q[0]
	switch len(q) {
	case 1:
	case 2:
		list = q[0] + " and " + q[1]
	default:
		list = strings.Join(q[:len(q)-1], ", ") + ", and " + q[len(q)-1]
	}
	s := "s"
	if len(q) == 1 {
		s = ""
	}
	vm.Raise(object.TypeError, "%s() missing %d required %s argument%s: %s", fn.qualname.String(), len(q), kind, s, list)
	return false
}

func (vm *VM) tooManyPositional(nf *Frame, fn *Func, k *Code, given int) bool {
	argc := int(k.ArgCount)
	kwonly := 0
	for i := argc; i < argc+int(k.KwOnly); i++ {
		if !nf.R(i).IsNil() {
			kwonly++
		}
	}
	sig, plural := "", argc != 1
	if d := len(fn.defaults); d > 0 {
		plural = true
		sig = fmt.Sprintf("from %d to %d", argc-d, argc)
	} else {
		sig = fmt.Sprint(argc)
	}
	extra := ""
	if kwonly > 0 {
		extra = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", sfx(given != 1), kwonly, sfx(kwonly != 1))
	}
	was := "were"
	if given == 1 && kwonly == 0 {
		was = "was"
	}
	vm.Raise(object.TypeError, "%s() takes %s positional argument%s but %d%s %s given", fn.qualname.String(), sig, sfx(plural), given, extra, was)
	return false
}

func sfx(plural bool) string {
	if plural {
		return "s"
	}
	return ""
}

func (vm *VM) unexpectedKeyword(fn *Func, k *Code, kw []*object.Str, name *object.Str) bool {
	var posonly []string
	for i := range int(k.PosOnly) {
		for _, n := range kw {
			if n.String() == k.Locals[i].Name {
				posonly = append(posonly, n.String())
			}
		}
	}
	if posonly != nil {
		vm.Raise(object.TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.qualname.String(), strings.Join(posonly, ", "))
		return false
	}
	vm.Raise(object.TypeError, "%s() got an unexpected keyword argument '%s'%s", fn.qualname.String(), name.String(), vm.suggestKeyword(k, name.String()))
	return false
}

// suggestKeyword adds CPython's "Did you mean" to an unknown keyword.
func (vm *VM) suggestKeyword(k *Code, name string) string {
	var names []string
	for i := int(k.PosOnly); i < int(k.ArgCount+k.KwOnly); i++ {
		names = append(names, k.Locals[i].Name)
	}
	if s := suggest.Name(name, names); s != "" {
		return ". Did you mean '" + s + "'?"
	}
	return ""
}

// raise raises an exception in f.
func (vm *VM) raise(f *Frame, t *object.Type, format string, args ...any) *Frame {
	vm.Raise(t, format, args...)
	return vm.unwind(f, vm.TakeExc(), true)
}

// RunCode runs module, class or exec code with ns as its namespace; the result goes to f.
func (vm *VM) RunCode(f *Frame, fn *Func, ns object.Value) *Frame {
	if f.depth >= vm.maxDepth {
		return vm.raise(f, object.RecursionError, "maximum recursion depth exceeded")
	}
	k := vm.inNamespace(fn.code, fn, ns)
	if k.CoFlags&code.AnyGenerator != 0 { // top-level await
		nf := vm.newFrame(k)
		nf.fn = fn
		*nf.R(0) = ns
		return vm.deliver(f, vm.newGen(nf, fn).V())
	}
	nf := vm.push(f, k, fn)
	if k.CoFlags&code.Optimized == 0 {
		*nf.R(0) = ns
	}
	return vm.tick(nf)
}
