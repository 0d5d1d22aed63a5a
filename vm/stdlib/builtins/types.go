package builtins

import "slp/vm/object"

// callIter is iter(callable, sentinel).
type callIter struct{ fn, sentinel value }

// Walk implements object.Impl.
func (it *callIter) Walk(w *object.Walker) {
	w.Value(&it.fn)
	w.Value(&it.sentinel)
}

// Next implements object.Iterator.
func (it *callIter) Next(c *object.Ctx, self value) value {
	if it.fn.IsNil() {
		return object.Nil
	}
	v := c.Call(it.fn)
	if v.IsNil() {
		if c.Catch(object.StopIteration) {
			c.Touch(self.Hdr())
			it.fn = object.Nil
		}
		return object.Nil
	}
	eq, ok := c.Eq(v, it.sentinel)
	if !ok {
		return object.Nil
	}
	if eq {
		c.Touch(self.Hdr())
		it.fn = object.Nil
		return object.Nil
	}
	return v
}

type types struct{ callIter *object.Type }

func newCallIter(c *object.Ctx, fn, sentinel value) value {
	t := object.ModuleState(c, "builtins", func(c *object.Ctx) *types {
		return &types{c.NewClass(object.Spec{Name: "callable_iterator", Module: "builtins", Flags: object.Final | object.Disallow, Methods: []object.Def{
			{Sig: "__iter__(self, /)", Fn: func(c *object.Ctx, a []value) value { return a[0] }},
			{Sig: "__next__(self, /)", Fn: object.IteratorNext},
		}})}
	})
	return c.NewObj(t.callIter, &callIter{fn, sentinel})
}

// iteratorTypes are the builtin iterator classes that are names of the module.
func iteratorTypes() []*object.Type { return nil }
