package functools

import "slp/vm/object"

// lru is a function that remembers its results: in the order of their last use.
type lru struct {
	fn, info     value
	max          int // -1: no limit
	typed        bool
	hits, misses int64
	cache        *object.Dict
}

// Walk implements object.Impl.
func (l *lru) Walk(w *object.Walker) {
	w.Value(&l.fn)
	w.Value(&l.info)
	object.Word(w, &l.hits)
	object.Word(w, &l.misses)
	object.Object(w, &l.cache)
}

func ofLRU(v value) *lru {
	l, _ := object.As[*lru](v)
	return l
}

func lruNew(c *ctx, a []value) value {
	l := &lru{fn: a[1], info: a[4], max: -1, cache: c.NewDict()}
	if !callable(a[1]) {
		return c.Raise(object.TypeError, "the first argument must be callable")
	}
	var ok bool
	if !a[2].IsNone() {
		if !a[2].IsAnyInt() && object.TypeOf(a[2]).Dunder(object.DIndex).IsNil() {
			return c.Raise(object.TypeError, "maxsize should be integer or None")
		}
		if l.max, ok = c.IndexInt(a[2], false); !ok {
			return object.Nil
		}
		l.max = max(l.max, 0)
	}
	if l.typed, ok = c.Truth(a[3]); !ok {
		return object.Nil
	}
	return c.NewObj(a[0].AsType(), l)
}

// key is what a call is remembered by.
func (l *lru) key(c *ctx, args []value, kw value) value {
	if kw.IsNil() && !l.typed {
		if len(args) == 1 && (args[0].IsInt() || args[0].Kind() == object.KStr) {
			return args[0]
		}
		return object.CopyTuple(args)
	}
	out := append([]value(nil), args...)
	if !kw.IsNil() {
		out = append(out, state(c).placeholder)
		d := kw.AsDict()
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			out = append(out, d.T.At(i).Key, d.T.At(i).Val)
		}
	}
	if l.typed {
		for _, v := range args {
			out = append(out, object.TypeOf(v).V())
		}
		if !kw.IsNil() {
			d := kw.AsDict()
			for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
				out = append(out, object.TypeOf(d.T.At(i).Val).V())
			}
		} else if k := args; len(k) == 1 && (k[0].IsInt() || k[0].Kind() == object.KStr) {
			out = append(out, state(c).placeholder)
		}
	}
	return object.NewTuple(out)
}

func lruCall(c *ctx, a []value) value {
	self, l := a[0].Hdr(), ofLRU(a[0])
	kw := a[2]
	if !kw.IsNil() && kw.AsDict().Len() == 0 {
		kw = object.Nil
	}
	missed := func() value {
		return c.Once(func() value {
			c.Touch(self)
			l.misses++
			return object.None
		})
	}
	if l.max == 0 {
		missed()
		return c.CallDict(l.fn, a[1].AsTuple().Items, a[2])
	}
	key := l.key(c, a[1].AsTuple().Items, kw)
	// Asked once: while the function runs, another call may remember the same result.
	if key.AsTuple() != nil {
		if _, ok := c.Hash(key); !ok { // says it in other words than a dict does
			return object.Nil
		}
	}
	v := c.DictGet(l.cache, key)
	if v.IsNil() {
		if c.Failed() {
			return v
		}
		v = state(c).placeholder
	}
	v = c.Once(func() value { return v })
	if v != state(c).placeholder {
		if l.max > 0 { // the last used one is last
			if _, ok := c.DictDel(l.cache, key); !ok {
				return object.Nil
			}
			if !c.DictSet(l.cache, key, v) {
				return object.Nil
			}
		}
		c.Touch(self)
		l.hits++
		return v
	}
	missed()
	v = c.CallDict(l.fn, a[1].AsTuple().Items, a[2])
	if v.IsNil() {
		return v
	}
	entry, _, ok := c.Find(l.cache, key)
	if !ok {
		return object.Nil
	}
	if entry >= 0 {
		return v
	}
	if l.max > 0 && l.cache.Len() >= l.max {
		oldest := l.cache.T.At(l.cache.T.Next(0)).Key
		if _, ok := c.DictDel(l.cache, oldest); !ok {
			return object.Nil
		}
	}
	if !c.DictSet(l.cache, key, v) {
		return object.Nil
	}
	return v
}

func itself(c *ctx, a []value) value { return a[0] }

var lruSpec = object.Spec{Name: "_lru_cache_wrapper", Module: "functools", Flags: object.HasDict | object.HasWeakref,
	Doc: "Create a cached callable that wraps another function.", Gets: []object.Get{dictGet},
	Methods: []object.Def{
		{Sig: "__new__(cls, user_function, maxsize, typed, cache_info_type)", Kind: object.AsNew, Fn: lruNew},
		{Sig: "__call__(self, /, *args, **kwargs)", Fn: lruCall},
		{Sig: "cache_info(self, /)", Fn: func(c *ctx, a []value) value {
			l := ofLRU(a[0])
			most := object.None
			if l.max >= 0 {
				most = object.Int(int64(l.max))
			}
			return c.Tail(l.info, object.Int(l.hits), object.Int(l.misses), most, object.Int(int64(l.cache.Len())))
		}, Doc: "Report cache statistics"},
		{Sig: "cache_clear(self, /)", Fn: func(c *ctx, a []value) value {
			c.Touch(a[0].Hdr())
			l := ofLRU(a[0])
			l.hits, l.misses, l.cache = 0, 0, c.NewDict()
			return object.None
		}, Doc: "Clear the cache and cache statistics"},
		{Sig: "__get__(self, instance, owner=None, /)", Fn: bound},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value { return c.GetAttrName(a[0], "__qualname__") }},
		{Sig: "__copy__(self, /)", Fn: itself},
		{Sig: "__deepcopy__(self, memo, /)", Fn: itself},
	},
}
