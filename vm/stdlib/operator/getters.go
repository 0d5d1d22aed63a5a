package operator

import (
	"strings"

	"slp/vm/object"
)

// getter is an itemgetter, an attrgetter or a methodcaller; it never changes.
type getter struct {
	args  []value
	paths [][]*object.Str // of an attrgetter
	kw    value           // of a methodcaller: a dict or Nil
}

// Walk implements object.Impl.
func (g *getter) Walk(w *object.Walker) {
	w.Values(&g.args)
	w.Value(&g.kw)
}

func of(v value) *getter {
	g, _ := object.As[*getter](v)
	return g
}

func reduce(c *ctx, a []value) value {
	return object.TupleOf(object.TypeOf(a[0]).V(), object.CopyTuple(of(a[0]).args))
}

func repr(c *ctx, a []value) value {
	g := of(a[0])
	var parts []string
	for _, v := range g.args {
		s, ok := c.ReprText(v)
		if !ok {
			return object.Nil
		}
		parts = append(parts, s)
	}
	if !g.kw.IsNil() {
		d := g.kw.AsDict()
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			s, ok := c.ReprText(d.T.At(i).Val)
			if !ok {
				return object.Nil
			}
			parts = append(parts, d.T.At(i).Key.AsStr().String()+"="+s)
		}
	}
	return object.NewStr("operator." + object.TypeOf(a[0]).Name + "(" + strings.Join(parts, ", ") + ")")
}

// several applies get to each of n places: one result, or a tuple.
func several(n int, get func(i int) value) value {
	if n == 1 {
		return get(0)
	}
	out := make([]value, n)
	for i := range out {
		if out[i] = get(i); out[i].IsNil() {
			return object.Nil
		}
	}
	return object.NewTuple(out)
}

// one checks that a getter is called with one object.
func one(c *ctx, a []value, name string) bool {
	if !a[2].IsNil() && a[2].AsDict().Len() > 0 {
		c.Raise(object.TypeError, "%s() takes no keyword arguments", name)
		return false
	}
	if n := len(a[1].AsTuple().Items); n != 1 {
		c.Raise(object.TypeError, "%s expected 1 argument, got %d", name, n)
		return false
	}
	return true
}

func atLeastOne(c *ctx, a []value, name string) bool {
	if !a[2].IsNil() && a[2].AsDict().Len() > 0 {
		c.Raise(object.TypeError, "%s() takes no keyword arguments", name)
		return false
	}
	if len(a[1].AsTuple().Items) == 0 {
		c.Raise(object.TypeError, "%s expected 1 argument, got 0", name)
		return false
	}
	return true
}

var getters = [...]object.Spec{
	{Name: "itemgetter", Module: "operator", Doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])", Methods: []object.Def{
		{Sig: "__new__(cls, /, *items, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			if !atLeastOne(c, a, "itemgetter") {
				return object.Nil
			}
			return c.NewObj(a[0].AsType(), &getter{args: a[1].AsTuple().Items})
		}},
		{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
			if !one(c, a, "itemgetter") {
				return object.Nil
			}
			g, o := of(a[0]), a[1].AsTuple().Items[0]
			return several(len(g.args), func(i int) value { return c.GetItem(o, g.args[i]) })
		}},
		{Sig: "__repr__(self, /)", Fn: repr}, {Sig: "__reduce__(self, /)", Fn: reduce},
	}},
	{Name: "attrgetter", Module: "operator", Doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.", Methods: []object.Def{
		{Sig: "__new__(cls, /, *attrs, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			if !atLeastOne(c, a, "attrgetter") {
				return object.Nil
			}
			g := &getter{args: a[1].AsTuple().Items}
			for _, v := range g.args {
				s := v.AsStr()
				if s == nil {
					return c.Raise(object.TypeError, "attribute name must be a string")
				}
				var path []*object.Str
				for _, p := range strings.Split(s.String(), ".") {
					path = append(path, c.Intern(p))
				}
				g.paths = append(g.paths, path)
			}
			return c.NewObj(a[0].AsType(), g)
		}},
		{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
			if !one(c, a, "attrgetter") {
				return object.Nil
			}
			g := of(a[0])
			return several(len(g.paths), func(i int) value {
				o := a[1].AsTuple().Items[0]
				for _, name := range g.paths[i] {
					if o = c.GetAttr(o, name); o.IsNil() {
						return o
					}
				}
				return o
			})
		}},
		{Sig: "__repr__(self, /)", Fn: repr}, {Sig: "__reduce__(self, /)", Fn: reduce},
	}},
	{Name: "methodcaller", Module: "operator", Doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().", Methods: []object.Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			args := a[1].AsTuple().Items
			if len(args) == 0 {
				return c.Raise(object.TypeError, "methodcaller needs at least one argument, the method name")
			}
			if args[0].AsStr() == nil {
				return c.Raise(object.TypeError, "method name must be a string")
			}
			kw := a[2]
			if !kw.IsNil() && kw.AsDict().Len() == 0 {
				kw = object.Nil
			}
			return c.NewObj(a[0].AsType(), &getter{args: args, kw: kw})
		}},
		{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
			if !one(c, a, "methodcaller") {
				return object.Nil
			}
			g := of(a[0])
			m := c.GetAttr(a[1].AsTuple().Items[0], c.Name(g.args[0].AsStr()))
			if m.IsNil() {
				return m
			}
			args, kw := spread(c, g.args[1:], g.kw)
			return c.TailKw(m, args, kw)
		}},
		{Sig: "__repr__(self, /)", Fn: repr},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
			g := of(a[0])
			if g.kw.IsNil() {
				return reduce(c, a)
			}
			return c.Self("methodcaller_reduce", object.TypeOf(a[0]).V(), object.CopyTuple(g.args), g.kw)
		}},
	}},
}
