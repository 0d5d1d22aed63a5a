package interp

import (
	"slp/vm/object"
)

// importName is IMPORT.
func (vm *VM) importName(f *Frame, a uint64, name *object.Str, fromlist object.Value, level int) *Frame {
	imp := f.fn.builtins.GetStr(vm.names.importName)
	if imp.IsNil() {
		return vm.raise(f, object.ImportError, "__import__ not found")
	}
	if imp == vm.HostedBuiltins().GetStr(vm.names.importName) && level == 0 { // the commonest cases without a call: the module is there already
		m := vm.Modules.GetStr(name)
		if !m.IsNil() && m.AsModule() != nil && !vm.initializing(m.AsModule()) {
			if !fromlist.IsNone() && len(object.Items(fromlist)) > 0 {
				if m.AsModule().Dict.GetStr(vm.names.path).IsNil() {
					*reg(f.base, a) = m
					return f
				}
			} else if !hasDot(name.String()) {
				*reg(f.base, a) = m
				return f
			}
		}
	}
	locals := object.None
	if f.code.CoFlags&1 == 0 {
		locals = *f.R(0)
	}
	v := vm.Call(imp, name.V(), f.fn.globals.V(), locals, fromlist, object.Int(int64(level)))
	if v.IsNil() {
		return vm.failed(f)
	}
	*reg(f.base, a) = v
	return f
}

func hasDot(s string) bool {
	for i := range len(s) {
		if s[i] == '.' {
			return true
		}
	}
	return false
}

// initializing tells whether a module is still being imported.
func (vm *VM) initializing(m *object.Module) bool {
	spec := m.Dict.GetStr(vm.names.spec)
	if spec.IsNil() || spec.IsNone() || spec.AsInst() == nil {
		return false
	}
	v := spec.AsInst().GetSlot(&vm.Ctx, vm.Intern("_initializing"))
	return v.IsTrue()
}

// importFrom is IMPORTFROM.
func (vm *VM) importFrom(m object.Value, name *object.Str) object.Value {
	v := vm.FindAttr(m, vm.Name(name))
	if !v.IsNil() || vm.Failed() {
		return v
	}
	return vm.Call(vm.Hosted("import_from"), m, name.V())
}

// Import implements object.Host.
func (vm *VM) Import(c *object.Ctx, name string) object.Value {
	if m := vm.Modules.Get(name); !m.IsNil() && m.AsModule() != nil && !vm.initializing(m.AsModule()) {
		return m
	}
	return vm.Call(vm.Hosted("import_module"), object.NewStr(name))
}
