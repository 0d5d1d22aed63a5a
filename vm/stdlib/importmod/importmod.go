// Package importmod is the module _imp, on which importlib stands. There are no frozen modules, no extension modules
// and no files of compiled code here.
package importmod

import (
	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

func always(v value) object.Fn { return func(c *ctx, a []value) value { return v } }

// native tells whether a module is one of sys.builtin_module_names.
func native(c *ctx, name value) bool {
	sys := c.Modules.Get("sys")
	if sys.IsNil() || sys.AsModule() == nil {
		return false
	}
	for _, n := range object.Items(sys.AsModule().Dict.Get("builtin_module_names")) {
		if n.AsStr().String() == name.AsStr().String() {
			return true
		}
	}
	return false
}

func notFrozen(c *ctx, a []value) value {
	text, ok := c.ReprText(a[0])
	if !ok {
		return object.Nil
	}
	return c.Raise(object.ImportError, "No such frozen object named %s", text)
}

// Module is the module _imp.
var Module = object.ModuleDef{Name: "_imp", Doc: "(Extremely) low-level import machinery bits as used by importlib.", Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "check_hash_based_pycs", object.NewStr("default"))
	m.Set(c, "pyc_magic_number_token", object.Int(168627755))
	return true
}, Funcs: []object.Def{
	{Sig: "acquire_lock()", Fn: always(object.None)},
	{Sig: "release_lock()", Fn: always(object.None)},
	{Sig: "lock_held()", Fn: always(object.False)},
	{Sig: "extension_suffixes()", Fn: func(c *ctx, a []value) value { return c.NewList(nil) }},
	{Sig: "is_builtin(name, /)", Fn: func(c *ctx, a []value) value {
		if a[0].AsStr() == nil {
			return c.Raise(object.TypeError, "is_builtin() argument must be str, not %s", object.TypeOf(a[0]).Name)
		}
		if native(c, a[0]) {
			return object.Int(1)
		}
		return object.Int(0)
	}},
	{Sig: "is_frozen(name, /)", Fn: always(object.False)},
	{Sig: "is_frozen_package(name, /)", Fn: notFrozen},
	{Sig: "get_frozen_object(name, data=None, /)", Fn: notFrozen},
	{Sig: "find_frozen(name, /, *, withdata=False)", Fn: always(object.None)},
	{Sig: "init_frozen(name, /)", Fn: always(object.None)},
	{Sig: "_frozen_module_names()", Fn: func(c *ctx, a []value) value { return c.NewList(nil) }},
	{Sig: "_override_frozen_modules_for_tests(override, /)", Fn: always(object.None)},
	{Sig: "_override_multi_interp_extensions_check(override, /)", Fn: always(object.Int(0))},
	{Sig: "create_builtin(spec, /)", Fn: func(c *ctx, a []value) value {
		name := c.GetAttrName(a[0], "name")
		if name.IsNil() {
			return name
		}
		return c.Tail(c.Host.Hosted("import_module"), name)
	}},
	{Sig: "exec_builtin(mod, /)", Fn: always(object.Int(0))},
	{Sig: "create_dynamic(spec, file=None, /)", Fn: func(c *ctx, a []value) value {
		return c.Raise(object.ImportError, "dynamic module loading is not supported: use a pure-Python module instead")
	}},
	{Sig: "exec_dynamic(mod, /)", Fn: always(object.Int(0))},
	{Sig: "_fix_co_filename(code, path, /)", Fn: always(object.None)},
	{Sig: "source_hash(key, source)", Fn: func(c *ctx, a []value) value {
		b, ok, like := c.BytesLike(a[1])
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Name)
		}
		if !ok {
			return object.Nil
		}
		h := uint64(pyhash.Bytes([]byte(b)))
		out := make([]byte, 8)
		for i := range out {
			out[i] = byte(h >> (8 * i))
		}
		return object.NewBytes(string(out))
	}},
}}
