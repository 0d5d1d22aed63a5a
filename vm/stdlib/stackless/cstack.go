package stackless

import "slp/vm/object"

// cstack stands for the slice of the C stack that a tasklet of Stackless Python may have. Here no tasklet has any: all
// share one that is empty.
type cstack struct{}

// Walk implements object.Impl.
func (*cstack) Walk(*object.Walker) {}

func cstackSpec() object.Spec {
	get := func(name, doc string, v func(o value) value) object.Get {
		return object.Get{Name: name, Doc: doc, Get: func(c *object.Ctx, o value) value { return v(o) }}
	}
	zero := func(value) value { return object.Int(0) }
	self := func(o value) value { return o }
	return object.Spec{Name: "cstack", Module: "_stackless", Flags: object.Final | object.Disallow,
		Doc: "The part of the C stack that belongs to a tasklet. It is always empty: tasklets live on the heap.",
		Gets: []object.Get{
			get("next", "The next one in the circle.", self), get("prev", "The one before in the circle.", self),
			get("task", "The tasklet it belongs to, or None.", func(value) value { return object.None }),
			get("nesting_level", "How many calls of C code are in it.", zero), get("size", "Its size in bytes.", zero),
			get("serial", "Its number.", zero), get("startaddr", "Its address.", zero),
		}}
}
