// Package weakref holds the modules _weakref and gc. A weak reference shows its object until a collection finds that
// the program cannot reach it: gc.collect(), or one that starts by itself after so many new weak references.
package weakref

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// ref is a weak reference.
type ref struct {
	target   value // Nil: dead
	callback value // Nil: none
	hash     int64
	hashed   bool
}

// Walk implements object.Impl: the object is no part of what a reference holds.
func (r *ref) Walk(w *object.Walker) {
	if !w.Visiting() {
		w.Value(&r.target)
	}
	w.Value(&r.callback)
	object.Word(w, &r.hash)
	w.Bool(&r.hashed)
}

func of(v value) *ref {
	r, _ := object.As[*ref](v)
	return r
}

type types struct{ ref *object.Type }

func state(c *ctx) *types {
	return object.ModuleState(c, "_weakref", func(*ctx) *types { return &types{} })
}

// Module is the module _weakref.
var Module = object.ModuleDef{Name: "_weakref", Doc: "Weak-reference support module.", Funcs: []object.Def{
	{Sig: "getweakrefcount(object, /)", Doc: "Return the number of weak references to 'object'.", Fn: func(c *ctx, a []value) value {
		return object.Int(int64(len(table(c).Of(a[0]))))
	}},
	{Sig: "getweakrefs(object, /)", Doc: "Return a list of all weak reference objects pointing to 'object'.", Fn: func(c *ctx, a []value) value {
		return c.NewList(table(c).Of(a[0]))
	}},
	{Sig: "_remove_dead_weakref(dct, key, /)", Doc: "Atomically remove key from dict if it points to a dead weakref.", Fn: removeDead},
	{Sig: "proxy(object, callback=None, /)", Doc: "Create a proxy object that weakly references 'object'.", Fn: func(c *ctx, a []value) value {
		if !referable(c, a[0]) {
			return object.Nil
		}
		cb := a[1]
		if cb.IsNil() {
			cb = object.None
		}
		return c.Self("weakproxy_new", a[0], cb)
	}},
}, Init: func(c *ctx, m *object.Module) bool {
	t := c.NewClass(object.Spec{Name: "ReferenceType", Module: "weakref", Methods: methods, Gets: []object.Get{
		{Name: "__callback__", Get: func(c *ctx, o value) value {
			if r := of(o); !r.callback.IsNil() && !r.target.IsNil() {
				return r.callback
			}
			return object.None
		}},
	}})
	state(c).ref = t
	table(c)
	m.Set(c, "ref", t.V())
	m.Set(c, "ReferenceType", t.V())
	m.Set(c, "ProxyType", c.Host.Hosted("weakproxy"))
	m.Set(c, "CallableProxyType", c.Host.Hosted("weakcallableproxy"))
	return true
}}

// table is the machine's table, ready for references of this package.
func table(c *ctx) *object.WeakTable {
	t := c.Weak()
	if t.Target == nil {
		t.Target = func(v value) value { return of(v).target }
	}
	return t
}

func referable(c *ctx, v value) bool {
	if object.CanRefer(v) {
		return true
	}
	c.Raise(object.TypeError, "cannot create weak reference to '%s' object", object.TypeOf(v).Said())
	return false
}

var methods = []object.Def{
	{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: newRef},
	{Sig: "__init__(self, object, callback=None, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
		if object.TypeOf(a[0]) == state(c).ref && !a[4].IsNil() {
			return c.Raise(object.TypeError, "ref() takes no keyword arguments")
		}
		return object.None
	}},
	{Sig: "__call__(self, /)", Fn: func(c *ctx, a []value) value {
		if t := of(a[0]).target; !t.IsNil() {
			return t
		}
		return object.None
	}},
	{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value {
		r := of(a[0])
		if r.hashed {
			return object.Int(r.hash)
		}
		if r.target.IsNil() {
			return c.Raise(object.TypeError, "weak object has gone away")
		}
		h, ok := c.Hash(r.target)
		if !ok {
			return object.Nil
		}
		c.Touch(a[0].Hdr())
		r.hash, r.hashed = h, true
		return object.Int(h)
	}},
	{Sig: "__eq__(self, value, /)", Fn: func(c *ctx, a []value) value { return compare(c, a, object.CmpEq) }},
	{Sig: "__ne__(self, value, /)", Fn: func(c *ctx, a []value) value { return compare(c, a, object.CmpNe) }},
	{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
		r := of(a[0])
		head := "<weakref at " + c.Address(a[0]) + "; "
		if r.target.IsNil() {
			return object.NewStr(head + "dead>")
		}
		to := "to '" + object.TypeOf(r.target).Name + "' at " + c.Address(r.target)
		if name := c.FindAttr(r.target, c.Intern("__name__")); !name.IsNil() && name.AsStr() != nil {
			return object.NewStr(head + to + " (" + name.AsStr().String() + ")>")
		} else if c.Failed() {
			return object.Nil
		}
		return object.NewStr(head + to + ">")
	}},
	{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
		return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
	}},
}

func newRef(c *ctx, a []value) value {
	cls, args := a[0].AsType(), a[1].AsTuple().Items
	switch len(args) {
	case 0:
		return c.Raise(object.TypeError, "__new__ expected at least 1 argument, got 0")
	case 1, 2:
	default:
		return c.Raise(object.TypeError, "__new__ expected at most 2 arguments, got %d", len(args))
	}
	target, cb := args[0], object.Nil
	if len(args) == 2 {
		cb = args[1]
	}
	if !referable(c, target) {
		return object.Nil
	}
	if !cb.IsNil() && cb.IsNone() {
		cb = object.Nil
	}
	t := table(c)
	if cls == state(c).ref && cb.IsNil() {
		for _, r := range t.Of(target) {
			if object.TypeOf(r) == cls && of(r).callback.IsNil() {
				return r
			}
		}
	}
	r := c.NewObj(cls, &ref{target: target, callback: cb})
	t.Add(c, r)
	if t.Due() {
		return c.Self("weakref_auto", r)
	}
	return r
}

// compare compares the objects of two live references, else the references themselves.
func compare(c *ctx, a []value, op object.CmpOp) value {
	r, s := of(a[0]), of(a[1])
	if s == nil {
		return object.NotImplemented
	}
	if r.target.IsNil() || s.target.IsNil() {
		return object.Bool((a[0] == a[1]) == (op == object.CmpEq))
	}
	return c.Compare(op, r.target, s.target)
}

func removeDead(c *ctx, a []value) value {
	d := a[0].AsDict()
	if d == nil {
		return c.Raise(object.TypeError, "_remove_dead_weakref() argument 1 must be dict, not %s", object.TypeOf(a[0]).Said())
	}
	v := c.DictGet(d, a[1])
	if v.IsNil() {
		if c.Failed() {
			return object.Nil
		}
		return object.None
	}
	r := of(v)
	if r == nil {
		return c.Raise(object.TypeError, "not a weakref")
	}
	if r.target.IsNil() {
		if _, ok := c.DictDel(d, a[1]); !ok {
			return object.Nil
		}
	}
	return object.None
}
