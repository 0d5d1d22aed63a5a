// Package itertools is the module itertools.
package itertools

import (
	"slp/vm/object"
)

type value = object.Value

// Module is the module itertools.
var Module = object.ModuleDef{Name: "itertools", Doc: "Functional tools for creating and using iterators.", Init: setup,
	Funcs: []object.Def{{Sig: "tee(iterable, n=2, /)", Fn: teeNew, Doc: "Returns a tuple of n independent iterators."}}}

// spec is one class: its constructor makes the Go part, or nil when it raised or was suspended.
type spec struct {
	sig, doc string
	make     func(c *object.Ctx, a []value) object.Iterator
	more     []object.Def
}

func self(c *object.Ctx, a []value) value { return a[0] }

func setup(c *object.Ctx, m *object.Module) bool {
	add := func(s spec) *object.Type {
		name := s.sig[:indexByte(s.sig, '(')]
		make := s.make
		defs := []object.Def{
			{Sig: "__new__(cls, " + s.sig[len(name)+1:], Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				it := make(c, a[1:])
				if it == nil {
					return object.Nil
				}
				return c.NewObj(a[0].AsType(), it)
			}},
			{Sig: "__iter__(self, /)", Fn: self}, {Sig: "__next__(self, /)", Fn: object.IteratorNext},
		}
		t := c.NewClass(object.Spec{Name: name, Module: "itertools", Doc: s.doc, Methods: append(defs, s.more...)})
		m.Set(c, name, t.V())
		return t
	}
	for _, s := range infinite {
		add(s)
	}
	for _, s := range finite {
		add(s)
	}
	for _, s := range combinatoric {
		add(s)
	}
	st := object.ModuleState(c, "itertools", func(c *object.Ctx) *types { return &types{} })
	chain := add(chainSpec)
	st.chain = chain
	st.grouper = c.NewClass(object.Spec{Name: "_grouper", Module: "itertools", Flags: object.Disallow, Methods: []object.Def{
		{Sig: "__iter__(self, /)", Fn: self}, {Sig: "__next__(self, /)", Fn: object.IteratorNext}}})
	m.Set(c, "_grouper", st.grouper.V())
	st.tee = c.NewClass(object.Spec{Name: "_tee", Module: "itertools", Methods: []object.Def{
		{Sig: "__iter__(self, /)", Fn: self}, {Sig: "__next__(self, /)", Fn: object.IteratorNext},
		{Sig: "__copy__(self, /)", Fn: func(c *object.Ctx, a []value) value {
			t, _ := object.As[*tee](a[0])
			return c.NewObj(st.tee, &tee{t.node})
		}}}})
	m.Set(c, "_tee", st.tee.V())
	return true
}

type types struct{ chain, grouper, tee *object.Type }

func state(c *object.Ctx) *types {
	return object.ModuleState(c, "itertools", func(c *object.Ctx) *types { return &types{} })
}

func indexByte(s string, b byte) int {
	for i := range len(s) {
		if s[i] == b {
			return i
		}
	}
	return len(s)
}

func optional(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

// iterOf is iter(v) remembered: false if it raised or was suspended.
func iterOf(c *object.Ctx, v value) (value, bool) {
	it := c.Iter(v)
	return it, !it.IsNil()
}
