// Package functools is the module _functools.
package functools

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

type types struct {
	partial, lru *object.Type
	placeholder  value
}

func state(c *ctx) *types {
	return object.ModuleState(c, "_functools", func(c *ctx) *types { return &types{} })
}

type nothing struct{}

func (nothing) Walk(*object.Walker) {}

// Module is the module _functools.
var Module = object.ModuleDef{Name: "_functools", Doc: "Tools that operate on functions.", Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	t := c.NewClass(object.Spec{Name: "_PlaceholderType", Module: "functools", Flags: object.Final, Doc: "The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.", Methods: []object.Def{
		{Sig: "__new__(cls)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return state(c).placeholder }},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value { return object.NewStr("Placeholder") }},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value { return object.NewStr("Placeholder") }},
	}})
	st.placeholder = c.NewObj(t, nothing{})
	st.partial = c.NewClass(partialSpec)
	st.lru = c.NewClass(lruSpec)
	m.Set(c, "_PlaceholderType", t.V())
	m.Set(c, "Placeholder", st.placeholder)
	m.Set(c, "partial", st.partial.V())
	m.Set(c, "_lru_cache_wrapper", st.lru.V())
	return true
}, Funcs: []object.Def{
	{Sig: "reduce(function, iterable, /, initial=_functools._initial_missing)", Fn: func(c *ctx, a []value) value {
		if t := object.TypeOf(a[1]); t.Dunder(object.DIter).IsNil() && t.Dunder(object.DGetItem).IsNil() {
			return c.Raise(object.TypeError, "reduce() arg 2 must support iteration")
		}
		if a[2].IsNil() {
			return c.Self("functools_reduce", a[0], a[1])
		}
		return c.Self("functools_reduce", a[0], a[1], a[2])
	}, Doc: "Apply a function of two arguments cumulatively to the items of an iterable, from left to right."},
	{Sig: "cmp_to_key(mycmp)", Fn: func(c *ctx, a []value) value { return c.Self("cmp_to_key_", a[0]) }, Doc: "Convert a cmp= function into a key= function."},
}}

// bound is __get__ of callables that become methods.
func bound(c *ctx, a []value) value {
	if a[1].IsNone() {
		return a[0]
	}
	return object.Bind(a[0], a[1])
}

func callable(v value) bool {
	return !object.TypeOf(v).Dunder(object.DCall).IsNil()
}

// dictGet is the __dict__ of objects of these classes.
var dictGet = object.Get{Name: "__dict__", Get: func(c *ctx, o value) value { return c.InstanceDict(o).V() }, Set: func(c *ctx, o, v value) bool {
	switch {
	case v.IsNil():
		c.Raise(object.TypeError, "cannot delete __dict__")
		return false
	case v.AsDict() == nil:
		c.Raise(object.TypeError, "__dict__ must be set to a dictionary, not a '%s'", object.TypeOf(v).Said())
		return false
	}
	c.Touch(o.Hdr())
	o.AsObj().Dict = v.AsDict()
	return true
}}
