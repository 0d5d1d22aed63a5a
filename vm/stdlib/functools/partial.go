package functools

import "slp/vm/object"

type partial struct {
	fn    value
	args  []value // may hold placeholders
	tuple value   // the arguments as a program sees them
	kw    *object.Dict
	holes int
}

// Walk implements object.Impl.
func (p *partial) Walk(w *object.Walker) {
	w.Value(&p.fn)
	w.Values(&p.args)
	w.Value(&p.tuple)
	object.Object(w, &p.kw)
	object.Word(w, &p.holes)
}

func ofPartial(v value) *partial {
	p, _ := object.As[*partial](v)
	return p
}

func holes(c *ctx, args []value) (n int) {
	for _, v := range args {
		if v == state(c).placeholder {
			n++
		}
	}
	return n
}

// fill puts arguments into the holes; what is left of them comes behind.
func fill(c *ctx, into, args []value) []value {
	out := append(make([]value, 0, len(into)+len(args)), into...)
	for i, v := range out {
		if v == state(c).placeholder && len(args) > 0 {
			out[i] = args[0]
			args = args[1:]
		}
	}
	return append(out, args...)
}

// mergeKw is {**d, **more}.
func mergeKw(c *ctx, d *object.Dict, more value) *object.Dict {
	out := c.NewDict()
	if d != nil {
		out = d.Clone(c)
	}
	if !more.IsNil() {
		m := more.AsDict()
		for i := m.T.Next(0); i >= 0; i = m.T.Next(i + 1) {
			out.SetName(c, m.T.At(i).Key.AsStr(), m.T.At(i).Val)
		}
	}
	return out
}

func partialNew(c *ctx, a []value) value {
	args := a[1].AsTuple().Items
	if len(args) == 0 {
		return c.Raise(object.TypeError, "type 'partial' takes at least one argument")
	}
	a = []value{a[0], args[0], object.Nil, a[2]}
	args = args[1:]
	if !callable(a[1]) {
		return c.Raise(object.TypeError, "the first argument must be callable")
	}
	hole := state(c).placeholder
	if n := len(args); n > 0 && args[n-1] == hole {
		return c.Raise(object.TypeError, "trailing Placeholders are not allowed")
	}
	if !a[3].IsNil() {
		d := a[3].AsDict()
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			if d.T.At(i).Val == hole {
				return c.Raise(object.TypeError, "Placeholder cannot be passed as a keyword argument")
			}
		}
	}
	p := &partial{fn: a[1], args: args}
	var kw *object.Dict
	if q, ok := object.As[*partial](a[1]); ok && (a[1].AsObj().Dict == nil || a[1].AsObj().Dict.Len() == 0) {
		p.fn, kw = q.fn, q.kw
		p.args = fill(c, q.args, args)
	}
	p.kw = mergeKw(c, kw, a[3])
	p.holes, p.tuple = holes(c, p.args), object.CopyTuple(p.args)
	return c.NewObj(a[0].AsType(), p)
}

func partialCall(c *ctx, a []value) value {
	p := ofPartial(a[0])
	args := a[1].AsTuple().Items
	if len(args) < p.holes {
		return c.Raise(object.TypeError, "missing positional arguments in 'partial' call; expected at least %d, got %d", p.holes, len(args))
	}
	var out []value
	if p.holes == 0 {
		out = append(append(make([]value, 0, len(p.args)+len(args)+4), p.args...), args...)
	} else {
		out = fill(c, p.args, args)
	}
	if p.kw.Len() == 0 && a[2].IsNil() {
		return c.TailKw(p.fn, out, nil)
	}
	kw := p.kw
	if !a[2].IsNil() {
		kw = mergeKw(c, kw, a[2])
	}
	var names []*object.Str
	for i := kw.T.Next(0); i >= 0; i = kw.T.Next(i + 1) {
		e := kw.T.At(i)
		if e.Key.AsStr() == nil {
			return c.Raise(object.TypeError, "keywords must be strings")
		}
		names = append(names, c.Name(e.Key.AsStr()))
		out = append(out, e.Val)
	}
	return c.TailKw(p.fn, out, names)
}

func partialState(c *ctx, a []value) value {
	t := a[1].AsTuple()
	bad := func() value { return c.Raise(object.TypeError, "invalid partial state") }
	if t == nil || len(t.Items) != 4 {
		return bad()
	}
	fn, args, kw, dict := t.Items[0], t.Items[1].AsTuple(), t.Items[2], t.Items[3]
	if !callable(fn) || args == nil || !kw.IsNone() && kw.AsDict() == nil {
		return bad()
	}
	if n := len(args.Items); n > 0 && args.Items[n-1] == state(c).placeholder {
		return c.Raise(object.TypeError, "trailing Placeholders are not allowed")
	}
	c.Touch(a[0].Hdr())
	p := ofPartial(a[0])
	p.fn, p.args, p.holes, p.tuple = fn, args.Items, holes(c, args.Items), t.Items[1]
	if object.TypeOf(p.tuple) != object.TupleType {
		p.tuple = object.CopyTuple(args.Items)
	}
	switch {
	case kw.IsNone():
		p.kw = c.NewDict()
	case object.TypeOf(kw) == object.DictType:
		p.kw = kw.AsDict()
	default:
		p.kw = kw.AsDict().Clone(c)
	}
	a[0].AsObj().Dict = dict.AsDict() // None: it has none until it is asked for
	return object.None
}

var partialSpec = object.Spec{Name: "partial", Module: "functools", Flags: object.HasDict | object.HasWeakref,
	Doc: "Create a new function with partial application of the given arguments and keywords.",
	Gets: []object.Get{dictGet,
		{Name: "func", Get: func(c *ctx, o value) value { return ofPartial(o).fn }, Doc: "function object to use in future partial calls"},
		{Name: "args", Get: func(c *ctx, o value) value { return ofPartial(o).tuple }, Doc: "tuple of arguments to future partial calls"},
		{Name: "keywords", Get: func(c *ctx, o value) value { return ofPartial(o).kw.V() }, Doc: "dictionary of keyword arguments to future partial calls"},
	},
	Methods: []object.Def{
		{Sig: "__new__(cls, /, *args, **keywords)", Kind: object.AsNew, Fn: partialNew},
		{Sig: "__call__(self, /, *args, **kwargs)", Fn: partialCall},
		{Sig: "__get__(self, instance, owner=None, /)", Fn: bound},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			p := ofPartial(a[0])
			return c.Self("partial_repr", a[0], p.fn, p.tuple, p.kw.V())
		}},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
			p := ofPartial(a[0])
			dict := object.None
			if d := a[0].AsObj().Dict; d != nil {
				dict = d.V()
			}
			return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(p.fn), object.TupleOf(p.fn, p.tuple, p.kw.V(), dict))
		}},
		{Sig: "__setstate__(self, state, /)", Fn: partialState},
		{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
			return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
		}, Doc: "See PEP 585"},
	},
}
