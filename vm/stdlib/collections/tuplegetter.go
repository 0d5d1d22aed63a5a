package collections

import "slp/vm/object"

// getter is the descriptor of a field of a named tuple.
type getter struct {
	i   int
	doc value
}

// Walk implements object.Impl.
func (g *getter) Walk(w *object.Walker) { w.Value(&g.doc) }

func fixed(c *object.Ctx, a []value) value {
	return c.Raise(object.AttributeError, "can't set attribute")
}

var getterSpec = object.Spec{Name: "_tuplegetter", Module: "collections", Methods: []object.Def{
	{Sig: "__new__(cls, index, doc, /)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
		i, ok := c.IndexInt(a[1], false)
		if !ok {
			return object.Nil
		}
		return c.NewObj(a[0].AsType(), &getter{i, a[2]})
	}},
	{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *object.Ctx, a []value) value {
		if a[1].IsNone() {
			return a[0]
		}
		g, _ := object.As[*getter](a[0])
		t := a[1].AsTuple()
		if t == nil {
			return c.Raise(object.TypeError, "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.i, object.TypeOf(a[1]).Said())
		}
		if g.i < 0 || g.i >= len(t.Items) {
			return c.Raise(object.IndexError, "tuple index out of range")
		}
		return t.Items[g.i]
	}},
	{Sig: "__set__(self, instance, value, /)", Fn: fixed},
	{Sig: "__delete__(self, instance, /)", Fn: func(c *object.Ctx, a []value) value {
		return c.Raise(object.AttributeError, "can't delete attribute")
	}},
	{Sig: "__reduce__(self, /)", Fn: func(c *object.Ctx, a []value) value {
		g, _ := object.As[*getter](a[0])
		return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(object.Int(int64(g.i)), g.doc))
	}},
	{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
		g, _ := object.As[*getter](a[0])
		doc, ok := c.ReprText(g.doc)
		if !ok {
			return object.Nil
		}
		return object.NewStr("_tuplegetter(" + object.Int(int64(g.i)).String() + ", " + doc + ")")
	}},
}, Gets: []object.Get{{Name: "__doc__", Get: func(c *object.Ctx, o value) value {
	g, _ := object.As[*getter](o)
	return g.doc
}, Set: func(c *object.Ctx, o, v value) bool {
	g, _ := object.As[*getter](o)
	c.Touch(o.Hdr())
	if v.IsNil() {
		v = object.None
	}
	g.doc = v
	return true
}}}}
