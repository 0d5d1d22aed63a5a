// Package picklemod is the module _pickle: objects as bytes and back, in all protocols.
//
// A Pickler keeps what it has begun on a stack of its own (saver), an Unpickler the stack that the format demands
// (loader). Both run in Go until Python code is needed; then they hand out what is to be called and a loop written in
// Python (hosted/pickle.py) calls it and hands the result back. So a __reduce__ may block a tasklet, and no depth of
// nesting is a depth of Go's stack.
package picklemod

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// types are the classes of one machine.
type types struct {
	pickleError, picklingError, unpicklingError    *object.Type
	pickler, unpickler, picklerMemo, unpicklerMemo *object.Type
	buffer, saver, loader, memo, shelf             *object.Type
	moduleNames                                    map[string]value // of builtin functions: one str a module
}

func state(c *ctx) *types {
	return object.ModuleState(c, "_pickle", func(c *ctx) *types { return &types{moduleNames: map[string]value{}} })
}

// highest and standard are the protocols' numbers.
const (
	highest  = 5
	standard = 5
)

// Module is the module _pickle.
var Module = object.ModuleDef{Name: "_pickle", Doc: "Optimized C implementation for the Python pickle module.", Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	st.pickleError = c.NewClass(object.Spec{Name: "PickleError", Module: "_pickle", Base: object.Exception})
	st.picklingError = c.NewClass(object.Spec{Name: "PicklingError", Module: "_pickle", Base: st.pickleError})
	st.unpicklingError = c.NewClass(object.Spec{Name: "UnpicklingError", Module: "_pickle", Base: st.pickleError})
	st.pickler = c.NewClass(picklerSpec)
	st.unpickler = c.NewClass(unpicklerSpec)
	st.picklerMemo = c.NewClass(picklerMemoSpec)
	st.unpicklerMemo = c.NewClass(unpicklerMemoSpec)
	st.buffer = c.NewClass(bufferSpec)
	st.saver = c.NewClass(saverSpec)
	st.loader = c.NewClass(loaderSpec)
	st.memo = c.NewClass(object.Spec{Name: "memo", Module: "_pickle", Flags: object.Disallow})
	st.shelf = c.NewClass(object.Spec{Name: "memo", Module: "_pickle", Flags: object.Disallow})
	for _, t := range [...]*object.Type{st.pickleError, st.picklingError, st.unpicklingError, st.pickler, st.unpickler, st.buffer} {
		m.Set(c, t.Name, t.V())
	}
	return true
}, Funcs: []object.Def{
	{Sig: "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", Fn: dump,
		Doc: "Write a pickled representation of obj to the open file object file."},
	{Sig: "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", Fn: dumps,
		Doc: "Return the pickled representation of the object as a bytes object."},
	{Sig: "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Fn: load,
		Doc: "Read and return an object from the pickle data stored in a file."},
	{Sig: "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Fn: loads,
		Doc: "Read and return an object from the given pickle data."},
}}

// prepare imports what both directions look things up in. False: it raised or was suspended.
func prepare(c *ctx) bool {
	for _, name := range [...]string{"copyreg", "_compat_pickle", "codecs", "functools"} {
		if c.Modules.Get(name).IsNil() && c.Host.Import(c, name).IsNil() {
			return false
		}
	}
	return true
}

// table is a dict of a module that prepare imported.
func table(c *ctx, module, name string) (*object.Dict, bool) {
	if m := c.Modules.Get(module); !m.IsNil() && m.AsModule() != nil {
		v := m.AsModule().Dict.Get(name)
		if v.IsNil() {
			c.Raise(object.AttributeError, "module '%s' has no attribute '%s'", module, name)
			return nil, false
		}
		if d := v.AsDict(); d != nil {
			return d, true
		}
		c.Raise(object.RuntimeError, "%s.%s should be a dict, not %s", module, name, object.TypeOf(v).Name)
		return nil, false
	}
	c.Raise(object.ImportError, "No module named '%s'", module)
	return nil, false
}

func dump(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	p, ok := configure(c, a[1], a[2], a[3], a[4])
	if !ok {
		return object.Nil
	}
	p.memo = newMemo(c)
	return newSaver(c, p, object.Nil).start(c, a[0])
}

func dumps(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	p, ok := configure(c, object.Nil, a[1], a[2], a[3])
	if !ok {
		return object.Nil
	}
	p.memo = newMemo(c)
	return newSaver(c, p, object.Nil).start(c, a[0])
}
