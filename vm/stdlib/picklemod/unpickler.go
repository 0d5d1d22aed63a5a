package picklemod

import (
	"slp/vm/object"
)

// unpickler is what an Unpickler was told, and its memo. load and loads make one that no program sees.
type unpickler struct {
	ready                bool
	read, readline, peek value // of the file; read is Nil if the text is given
	encoding, errors     string
	fixImports           bool
	buffers              value // an iterator, or Nil
	persLoad             value // persistent_load as it was set on the instance, or Nil
	memo                 value // a shelf
	running              bool
	rest                 string // what was read from the file and not yet used
	peeked               bool   // rest is still in the file, too
	proto                int
}

// Walk implements object.Impl.
func (u *unpickler) Walk(w *object.Walker) {
	w.Bool(&u.ready)
	w.Value(&u.read)
	w.Value(&u.readline)
	w.Value(&u.peek)
	w.String(&u.encoding)
	w.String(&u.errors)
	w.Bool(&u.fixImports)
	w.Value(&u.buffers)
	w.Value(&u.persLoad)
	w.Value(&u.memo)
	w.Bool(&u.running)
	w.String(&u.rest)
	w.Bool(&u.peeked)
	object.Word(w, &u.proto)
}

func unpicklerOf(v value) *unpickler {
	u, _ := object.As[*unpickler](v)
	return u
}

// shelf is the memo of an Unpickler: objects by number.
type shelf struct {
	items []value
	far   map[int]value // those with numbers far beyond; no pickle of ours has any
}

// Walk implements object.Impl.
func (m *shelf) Walk(w *object.Walker) {
	w.Values(&m.items)
	object.State(w, &m.far, func(f map[int]value) map[int]value {
		if f == nil {
			return nil
		}
		g := make(map[int]value, len(f))
		for k, v := range f { // order-free: a copy of a map
			g[k] = v
		}
		return g
	}, nil)
}

func shelfOf(v value) *shelf {
	m, _ := object.As[*shelf](v)
	return m
}

func newShelf(c *ctx) value { return c.NewObj(state(c).shelf, &shelf{}) }

func (m *shelf) get(i int) value {
	if i >= 0 && i < len(m.items) {
		return m.items[i]
	}
	return m.far[i]
}

func (m *shelf) put(i int, v value) {
	if i == len(m.items) {
		m.items = append(m.items, v)
		return
	}
	if i > 2*len(m.items)+1<<16 {
		if m.far == nil {
			m.far = map[int]value{}
		}
		m.far[i] = v
		return
	}
	for i >= len(m.items) {
		m.items = append(m.items, m.far[len(m.items)])
	}
	m.items[i] = v
}

// unpicklerMemo is the memo as the attribute memo of an Unpickler shows it.
type unpicklerMemo struct{ unpickler value }

// Walk implements object.Impl.
func (p *unpicklerMemo) Walk(w *object.Walker) { w.Value(&p.unpickler) }

var unpicklerMemoSpec = object.Spec{Name: "UnpicklerMemoProxy", Module: "_pickle", Flags: object.Disallow, Attrs: map[string]value{"__hash__": object.None}, Methods: []object.Def{
	{Sig: "clear(self, /)", Doc: "Remove all items from memo.", Fn: func(c *ctx, a []value) value {
		p, _ := object.As[*unpicklerMemo](a[0])
		m := unpicklerOf(p.unpickler).memo
		c.Touch(m.Hdr())
		*shelfOf(m) = shelf{}
		return object.None
	}},
	{Sig: "copy(self, /)", Doc: "Copy the memo to a new object.", Fn: func(c *ctx, a []value) value {
		return unpicklerMemoDict(c, a[0])
	}},
	{Sig: "__reduce__(self, /)", Doc: "Implement pickling support.", Fn: func(c *ctx, a []value) value {
		return object.TupleOf(object.DictType.V(), object.TupleOf(unpicklerMemoDict(c, a[0])))
	}},
}}

func unpicklerMemoDict(c *ctx, proxy value) value {
	p, _ := object.As[*unpicklerMemo](proxy)
	d := c.NewDict()
	for i, v := range shelfOf(unpicklerOf(p.unpickler).memo).items {
		if !v.IsNil() {
			c.DictSet(d, object.Int(int64(i)), v)
		}
	}
	return d.V()
}

func setUnpicklerMemo(c *ctx, self, v value) bool {
	if v.IsNil() {
		c.Raise(object.TypeError, "attribute deletion is not supported")
		return false
	}
	fresh := &shelf{}
	if other, ok := object.As[*unpicklerMemo](v); ok {
		fresh.items = append([]value(nil), shelfOf(unpicklerOf(other.unpickler).memo).items...)
	} else if d := v.AsDict(); d != nil {
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			e := d.T.At(i)
			if !e.Key.IsAnyInt() {
				c.Raise(object.TypeError, "memo key must be integers")
				return false
			}
			n, ok := c.IndexInt(e.Key, false)
			if !ok {
				return false
			}
			if n < 0 {
				c.Raise(object.ValueError, "memo key must be positive integers.")
				return false
			}
			fresh.put(n, e.Val)
		}
	} else {
		c.Raise(object.TypeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s", object.TypeOf(v).Name)
		return false
	}
	m := unpicklerOf(self).memo
	c.Touch(m.Hdr())
	*shelfOf(m) = *fresh
	return true
}

var unpicklerSpec = object.Spec{Name: "Unpickler", Module: "_pickle", Doc: `This takes a binary file for reading a pickle data stream.

The protocol version of the pickle is detected automatically. The argument *file* must have two methods, a read()
method that takes an integer argument, and a readline() method that requires no arguments; both return bytes.
*fix_imports*, *encoding* and *errors* say how to read what Python 2 wrote; *buffers* are what travelled out of band.`,
	Methods: append([]object.Def{
		{Sig: "__new__(cls, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			return c.NewObj(a[0].AsType(), &unpickler{memo: newShelf(c)})
		}},
		{Sig: "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Fn: unpicklerInit},
		{Sig: "persistent_load(self, pid, /)", Fn: func(c *ctx, a []value) value { return noPersistentLoad(c) }},
		{Sig: "load(self, /)", Doc: "Load a pickle.\n\nRead a pickled object representation from the open file object given\nin the constructor, and return the reconstituted object hierarchy\nspecified therein.", Fn: unpicklerLoad},
		{Sig: "find_class(self, module_name, global_name, /)", Doc: "Return an object from a specified module.\n\nIf necessary, the module will be imported. Subclasses may override\nthis method (e.g. to restrict unpickling of arbitrary classes and\nfunctions).", Fn: func(c *ctx, a []value) value {
			if !prepare(c) {
				return object.Nil
			}
			u := unpicklerOf(a[0])
			module, name, ok := newNames(c, u, a[1], a[2])
			if !ok {
				return object.Nil
			}
			return c.Self("pickle_find_class", module, name, object.Int(int64(u.proto)))
		}},
		{Sig: "__sizeof__(self, /)", Doc: "Returns size in memory, in bytes.", Fn: func(c *ctx, a []value) value {
			u := unpicklerOf(a[0])
			return object.Int(int64(248 + 8*len(shelfOf(u.memo).items) + len(u.rest)))
		}},
	}, own("persistent_load", func(v value) *value { return &unpicklerOf(v).persLoad })...), Gets: []object.Get{
		{Name: "memo", Get: func(c *ctx, o value) value {
			return c.NewObj(state(c).unpicklerMemo, &unpicklerMemo{unpickler: o})
		}, Set: setUnpicklerMemo},
	}}

func noPersistentLoad(c *ctx) value {
	return c.Raise(state(c).unpicklingError, "A load persistent id instruction was encountered, but no persistent_load function was specified.")
}

// configureLoad reads the arguments that Unpickler, load and loads share; file is Nil for loads.
func configureLoad(c *ctx, file value, a []value) (*unpickler, bool) {
	u := &unpickler{ready: true, fixImports: true, encoding: "ASCII", errors: "strict"}
	if !file.IsNil() {
		u.peek = c.FindAttr(file, c.Intern("peek"))
		if c.Failed() {
			return nil, false
		}
		for i, p := range [...]*value{&u.read, &u.readline} {
			if *p = c.FindAttr(file, c.Intern([...]string{"read", "readline"}[i])); c.Failed() {
				return nil, false
			}
		}
		if u.read.IsNil() || u.readline.IsNil() {
			c.Raise(object.AttributeError, "file must have 'read' and 'readline' attributes")
			return nil, false
		}
	}
	if !a[0].IsNil() {
		var ok bool
		if u.fixImports, ok = c.Truth(a[0]); !ok {
			return nil, false
		}
	}
	for i, p := range [...]*string{&u.encoding, &u.errors} {
		if v := a[1+i]; !v.IsNil() {
			t := v.AsStr()
			if t == nil {
				c.Raise(object.TypeError, "argument '%s' must be str, not %s", [...]string{"encoding", "errors"}[i], object.TypeOf(v).Name)
				return nil, false
			}
			*p = t.String()
		}
	}
	if !a[3].IsNil() && !a[3].IsNone() {
		if u.buffers = c.Iter(a[3]); u.buffers.IsNil() {
			return nil, false
		}
	}
	return u, true
}

func unpicklerInit(c *ctx, a []value) value {
	u, ok := configureLoad(c, a[1], a[2:])
	if !ok {
		return object.Nil
	}
	old := unpicklerOf(a[0])
	c.Touch(a[0].Hdr())
	c.Touch(old.memo.Hdr())
	*shelfOf(old.memo) = shelf{}
	u.memo, u.persLoad = old.memo, old.persLoad
	*old = *u
	return object.None
}

func unpicklerLoad(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	u := unpicklerOf(a[0])
	switch {
	case !u.ready:
		return c.Raise(state(c).unpicklingError, "Unpickler.__init__() was not called by %s.__init__()", object.TypeOf(a[0]).Name)
	case u.running:
		return c.Raise(object.RuntimeError, "Unpickler object is already used")
	}
	pers := c.FindAttr(a[0], c.Intern("persistent_load"))
	if c.Failed() {
		return object.Nil
	}
	l := newLoader(c, u, a[0])
	l.persLoad = pers
	if object.TypeOf(a[0]) != state(c).unpickler {
		l.subclass = true
	}
	c.Touch(a[0].Hdr())
	u.running = true
	l.data, l.peeked = u.rest, u.peeked
	u.rest = ""
	return l.start(c)
}

func load(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	u, ok := configureLoad(c, a[0], a[1:])
	if !ok {
		return object.Nil
	}
	u.memo = newShelf(c)
	return newLoader(c, u, object.Nil).start(c)
}

func loads(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	text, ok, like := c.BytesLike(a[0])
	if !like {
		return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[0]).Name)
	}
	if !ok {
		return object.Nil
	}
	u, ok := configureLoad(c, object.Nil, a[1:])
	if !ok {
		return object.Nil
	}
	u.memo = newShelf(c)
	l := newLoader(c, u, object.Nil)
	l.data = text
	return l.start(c)
}
