package interp

import (
	"unsafe"

	"slp/vm/object"
)

// Func is a Python function.
type Func struct {
	object.Hdr
	code       *Code
	globals    *object.Dict
	builtins   *object.Dict
	defaults   []object.Value // of the last positional parameters
	kwdefaults *object.Dict   // or nil
	closure    []*object.Cell
	name       *object.Str
	qualname   *object.Str
	doc        object.Value
	module     object.Value
	dict       *object.Dict
	annotate   object.Value // __annotate__, or Nil
	annots     *object.Dict // evaluated or assigned __annotations__
	typeParams object.Value // Nil: ()
	scope      object.Value // what globals is the builtin part of: an instance of a subclass of dict, or Nil
}

// V is the function as a Python object.
func (fn *Func) V() object.Value { return object.Ref(&fn.Hdr) }

// globalsValue is __globals__.
func (fn *Func) globalsValue() object.Value {
	if !fn.scope.IsNil() {
		return fn.scope
	}
	return fn.globals.V()
}

func asFunc(v object.Value) *Func { return (*Func)(v.Pointer(object.KFunc)) }

func (vm *VM) newFunc(k *Code, globals *object.Dict) *Func {
	fn := &Func{code: k, globals: globals, builtins: vm.builtinsOf(globals), doc: object.None, module: object.None}
	fn.Kind = object.KFunc
	fn.Epoch = vm.Epoch
	fn.name = vm.Intern(k.Name)
	fn.qualname = vm.Intern(k.Qualname)
	if k.HasDoc {
		fn.doc = object.NewStr(k.Doc)
	}
	if m := globals.GetStr(vm.names.name); !m.IsNil() {
		fn.module = m
	}
	return fn
}

// builtinsOf finds the builtins that code with these globals sees.
func (vm *VM) builtinsOf(globals *object.Dict) *object.Dict {
	b := globals.GetStr(vm.names.builtins)
	if !b.IsNil() {
		if m := b.AsModule(); m != nil {
			return m.Dict
		}
		if d := b.AsDict(); d != nil {
			return d
		}
	}
	return vm.Builtins
}

func walkFunc(h *object.Hdr, w *object.Walker) {
	fn := (*Func)(unsafe.Pointer(h))
	object.Object(w, &fn.code)
	object.Object(w, &fn.globals)
	object.Object(w, &fn.kwdefaults)
	object.Object(w, &fn.name)
	object.Object(w, &fn.qualname)
	object.Object(w, &fn.dict)
	object.Object(w, &fn.annots)
	w.Values(&fn.defaults)
	w.Value(&fn.doc)
	w.Value(&fn.module)
	w.Value(&fn.annotate)
	w.Value(&fn.typeParams)
	w.Value(&fn.scope)
	object.State(w, &fn.closure, func(c []*object.Cell) []*object.Cell { return append([]*object.Cell(nil), c...) },
		func(c []*object.Cell, value func(object.Value), _ func(uint64)) {
			for _, x := range c {
				value(x.V())
			}
		})
}
