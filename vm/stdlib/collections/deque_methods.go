package collections

import "slp/vm/object"

var dequeDefs = []object.Def{
	{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
		return c.NewObj(a[0].AsType(), &deque{max: -1})
	}},
	{Sig: "__init__(self, iterable=None, maxlen=None)", Fn: func(c *object.Ctx, a []value) value {
		limit := -1
		if !a[2].IsNil() && !a[2].IsNone() {
			if !a[2].IsAnyInt() {
				return c.Raise(object.TypeError, "an integer is required")
			}
			n, ok := c.IndexInt(a[2], false)
			if !ok {
				return object.Nil
			}
			if n < 0 {
				return c.Raise(object.ValueError, "maxlen must be non-negative")
			}
			limit = n
		}
		c.Touch(a[0].Hdr())
		d := of(a[0])
		d.items, d.head, d.max = nil, 0, limit
		d.version++
		if a[1].IsNil() || a[1].IsNone() && false {
			return object.None
		}
		return extend(c, a[0], a[1], false)
	}},
	{Sig: "append(self, item, /)", Doc: "Add an element to the right side of the deque.", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		of(a[0]).append(a[1])
		return object.None
	}},
	{Sig: "appendleft(self, item, /)", Doc: "Add an element to the left side of the deque.", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		of(a[0]).appendLeft(a[1])
		return object.None
	}},
	{Sig: "pop(self, /)", Doc: "Remove and return the rightmost element.", Fn: func(c *object.Ctx, a []value) value {
		d := of(a[0])
		if len(d.all()) == 0 {
			return c.Raise(object.IndexError, "pop from an empty deque")
		}
		c.Touch(a[0].Hdr())
		return d.pop()
	}},
	{Sig: "popleft(self, /)", Doc: "Remove and return the leftmost element.", Fn: func(c *object.Ctx, a []value) value {
		d := of(a[0])
		if len(d.all()) == 0 {
			return c.Raise(object.IndexError, "pop from an empty deque")
		}
		c.Touch(a[0].Hdr())
		return d.popLeft()
	}},
	{Sig: "extend(self, iterable, /)", Fn: func(c *object.Ctx, a []value) value { return extend(c, a[0], a[1], false) }},
	{Sig: "extendleft(self, iterable, /)", Fn: func(c *object.Ctx, a []value) value { return extend(c, a[0], a[1], true) }},
	{Sig: "clear(self, /)", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		d := of(a[0])
		d.items, d.head = nil, 0
		d.version++
		return object.None
	}},
	{Sig: "copy(self, /)", Fn: copyDeque}, {Sig: "__copy__(self, /)", Fn: copyDeque},
	{Sig: "count(self, value, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("deque_count", a[0], a[1]) }},
	{Sig: "index(self, value, start=0, stop=None, /)", Fn: func(c *object.Ctx, a []value) value {
		n := len(of(a[0]).all())
		bound := func(v value, d int) (int, bool) {
			if v.IsNil() {
				return d, true
			}
			i, ok := c.IndexInt(v, true)
			if i < 0 {
				i = max(i+n, 0)
			}
			return min(i, n), ok
		}
		lo, ok := bound(a[2], 0)
		if !ok {
			return object.Nil
		}
		hi, ok := bound(a[3], n)
		if !ok {
			return object.Nil
		}
		return c.Self("deque_index", a[0], a[1], object.Int(int64(lo)), object.Int(int64(hi)))
	}},
	{Sig: "remove(self, value, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("deque_remove", a[0], a[1]) }},
	{Sig: "__contains__(self, value, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("contains", a[0], a[1]) }},
	{Sig: "insert(self, index, value, /)", Fn: func(c *object.Ctx, a []value) value {
		i, ok := c.IndexInt(a[1], true)
		if !ok {
			return object.Nil
		}
		d := of(a[0])
		items := d.all()
		if d.max >= 0 && len(items) >= d.max {
			return c.Raise(object.IndexError, "deque already at its maximum size")
		}
		if i < 0 {
			i = max(i+len(items), 0)
		}
		i = min(i, len(items))
		c.Touch(a[0].Hdr())
		out := append(append(append(make([]value, 0, len(items)+1), items[:i]...), a[2]), items[i:]...)
		d.items, d.head = out, 0
		d.version++
		return object.None
	}},
	{Sig: "reverse(self, /)", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		items := of(a[0]).all()
		for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
			items[i], items[j] = items[j], items[i]
		}
		return object.None
	}},
	{Sig: "rotate(self, n=1, /)", Fn: func(c *object.Ctx, a []value) value {
		n := 1
		if !a[1].IsNil() {
			var ok bool
			if n, ok = c.IndexInt(a[1], false); !ok {
				return object.Nil
			}
		}
		d := of(a[0])
		items := d.all()
		if len(items) < 2 {
			return object.None
		}
		if n = n % len(items); n < 0 {
			n += len(items)
		}
		if n == 0 {
			return object.None
		}
		c.Touch(a[0].Hdr())
		k := len(items) - n
		d.items = append(append(make([]value, 0, len(items)), items[k:]...), items[:k]...)
		d.head = 0
		d.version++
		return object.None
	}},
	{Sig: "__len__(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(len(of(a[0]).all()))) }},
	{Sig: "__bool__(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(len(of(a[0]).all()) > 0) }},
	{Sig: "__getitem__(self, index, /)", Fn: func(c *object.Ctx, a []value) value {
		i, ok := at(c, a[0], a[1])
		if !ok {
			return object.Nil
		}
		return of(a[0]).all()[i]
	}},
	{Sig: "__setitem__(self, index, value, /)", Fn: func(c *object.Ctx, a []value) value {
		i, ok := at(c, a[0], a[1])
		if !ok {
			return object.Nil
		}
		c.Touch(a[0].Hdr())
		of(a[0]).all()[i] = a[2]
		return object.None
	}},
	{Sig: "__delitem__(self, index, /)", Fn: func(c *object.Ctx, a []value) value {
		i, ok := at(c, a[0], a[1])
		if !ok {
			return object.Nil
		}
		c.Touch(a[0].Hdr())
		d := of(a[0])
		items := d.all()
		d.items, d.head = append(append(make([]value, 0, len(items)), items[:i]...), items[i+1:]...), 0
		d.version++
		return object.None
	}},
	{Sig: "__iter__(self, /)", Fn: func(c *object.Ctx, a []value) value { return newIter(c, a[0], false) }},
	{Sig: "__reversed__(self, /)", Fn: func(c *object.Ctx, a []value) value { return newIter(c, a[0], true) }},
	{Sig: "__add__(self, value, /)", Fn: func(c *object.Ctx, a []value) value {
		o := of(a[1])
		if o == nil {
			return c.Raise(object.TypeError, "can only concatenate deque (not \"%s\") to deque", object.TypeOf(a[1]).Said())
		}
		d := of(a[0])
		n := &deque{max: d.max}
		for _, v := range d.all() {
			n.append(v)
		}
		for _, v := range o.all() {
			n.append(v)
		}
		return c.NewObj(object.TypeOf(a[0]), n)
	}},
	{Sig: "__iadd__(self, value, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("deque_iadd", a[0], a[1]) }},
	{Sig: "__mul__(self, value, /)", Fn: multiply}, {Sig: "__rmul__(self, value, /)", Fn: multiply},
	{Sig: "__imul__(self, value, /)", Fn: func(c *object.Ctx, a []value) value {
		r := multiply(c, a)
		if r.IsNil() || r == object.NotImplemented {
			return r
		}
		c.Touch(a[0].Hdr())
		d := of(a[0])
		d.items, d.head = of(r).items, of(r).head
		d.version++
		return a[0]
	}},
	{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("deque_repr", a[0]) }},
	{Sig: "__hash__(self, /)", Fn: func(c *object.Ctx, a []value) value {
		return c.Raise(object.TypeError, "unhashable type: '%s'", object.TypeOf(a[0]).Said())
	}},
	{Sig: "__reduce__(self, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("deque_reduce", a[0]) }},
	compare("__eq__", object.CmpEq), compare("__ne__", object.CmpNe), compare("__lt__", object.CmpLt), compare("__le__", object.CmpLe),
	compare("__gt__", object.CmpGt), compare("__ge__", object.CmpGe),
	{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *object.Ctx, a []value) value {
		return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
	}},
}

func compare(name string, op object.CmpOp) object.Def {
	return object.Def{Sig: name + "(self, value, /)", Fn: func(c *object.Ctx, a []value) value {
		x, y := of(a[0]), of(a[1])
		if y == nil {
			return object.NotImplemented
		}
		l := c.Once(func() value { return c.NewList(append([]value(nil), x.all()...)) })
		r := c.Once(func() value { return c.NewList(append([]value(nil), y.all()...)) })
		return c.Compare(op, l, r)
	}}
}

func copyDeque(c *object.Ctx, a []value) value {
	d := of(a[0])
	if t := object.TypeOf(a[0]); t != state(c).deque {
		if d.max < 0 {
			return c.Tail(t.V(), a[0])
		}
		return c.Tail(t.V(), a[0], object.Int(int64(d.max)))
	}
	return newLike(c, a[0], append([]value(nil), d.all()...), d.max)
}

func multiply(c *object.Ctx, a []value) value {
	if !a[1].IsAnyInt() && object.TypeOf(a[1]).Dunder(object.DIndex).IsNil() {
		return object.NotImplemented
	}
	n, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	d := of(a[0])
	out := &deque{max: d.max}
	for range n {
		for _, v := range d.all() {
			out.append(v)
		}
	}
	return c.NewObj(object.TypeOf(a[0]), out)
}

func at(c *object.Ctx, self, index value) (int, bool) {
	i, ok := c.IndexInt(index, false)
	if !ok {
		if c.Raised() && !index.IsAnyInt() && object.TypeOf(index).Dunder(object.DIndex).IsNil() {
			c.TakeExc()
			c.Raise(object.TypeError, "sequence index must be integer, not '%s'", object.TypeOf(index).Said())
		}
		return 0, false
	}
	n := len(of(self).all())
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		c.Raise(object.IndexError, "deque index out of range")
		return 0, false
	}
	return i, true
}

func newIter(c *object.Ctx, d value, reverse bool) value {
	x := of(d)
	return c.NewObj(state(c).iter, &iter{d: d, version: x.version, left: len(x.all()), reverse: reverse})
}
