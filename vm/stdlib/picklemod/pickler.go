package picklemod

import (
	"slp/vm/object"
)

// pickler is what a Pickler was told, and its memo. The functions dump and dumps make one that no program sees.
type pickler struct {
	ready      bool // __init__ has run
	proto      int
	bin, fast  int64
	fixImports bool
	write      value // file.write; Nil: the text is the result
	callback   value // buffer_callback, or None
	table      value // dispatch_table, or Nil
	persID     value // persistent_id as it was set on the instance, or Nil
	memo       value // a memo, or Nil before __init__
	running    bool
}

// Walk implements object.Impl.
func (p *pickler) Walk(w *object.Walker) {
	w.Bool(&p.ready)
	object.Word(w, &p.proto)
	object.Word(w, &p.bin)
	object.Word(w, &p.fast)
	w.Bool(&p.fixImports)
	w.Value(&p.write)
	w.Value(&p.callback)
	w.Value(&p.table)
	w.Value(&p.persID)
	w.Value(&p.memo)
	w.Bool(&p.running)
}

func picklerOf(v value) *pickler {
	p, _ := object.As[*pickler](v)
	return p
}

var picklerSpec = object.Spec{Name: "Pickler", Module: "_pickle", Doc: `This takes a binary file for writing a pickle data stream.

The optional *protocol* argument tells the pickler to use the given protocol; it says which Python can read the
pickle. A negative one is the highest. The *file* argument must have a write() method that accepts a single bytes
argument. With *fix_imports* and a protocol below 3 names of Python 3 are mapped to those of Python 2. A
*buffer_callback* is called with each buffer view and says whether it goes out of band.`,
	Methods: append([]object.Def{
		{Sig: "__new__(cls, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			return c.NewObj(a[0].AsType(), &pickler{callback: object.None, memo: newMemo(c)})
		}},
		{Sig: "__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)", Fn: picklerInit},
		{Sig: "persistent_id(self, obj, /)", Fn: func(c *ctx, a []value) value { return object.None }},
		{Sig: "dump(self, obj, /)", Doc: "Write a pickled representation of the given object to the open file.", Fn: picklerDump},
		{Sig: "clear_memo(self, /)", Doc: "Clears the pickler's \"memo\".", Fn: func(c *ctx, a []value) value { return clearMemo(c, a[0]) }},
		{Sig: "__sizeof__(self, /)", Doc: "Returns size in memory, in bytes.", Fn: func(c *ctx, a []value) value {
			return object.Int(int64(160 + 24*len(memoOf(picklerOf(a[0]).memo).slots)))
		}},
	}, own("persistent_id", func(v value) *value { return &picklerOf(v).persID })...), Gets: []object.Get{
		{Name: "bin", Get: func(c *ctx, o value) value { return object.Int(picklerOf(o).bin) }, Set: setNumber(func(p *pickler) *int64 { return &p.bin })},
		{Name: "fast", Get: func(c *ctx, o value) value { return object.Int(picklerOf(o).fast) }, Set: setNumber(func(p *pickler) *int64 { return &p.fast })},
		{Name: "dispatch_table", Get: func(c *ctx, o value) value {
			if t := picklerOf(o).table; !t.IsNil() {
				return t
			}
			return c.Raise(object.AttributeError, "'%s' object has no attribute 'dispatch_table'", object.TypeOf(o).Name)
		}, Set: func(c *ctx, o, v value) bool {
			p := picklerOf(o)
			if v.IsNil() && p.table.IsNil() {
				c.Raise(object.AttributeError, "dispatch_table")
				return false
			}
			c.Touch(o.Hdr())
			p.table = v
			return true
		}},
		{Name: "memo", Get: func(c *ctx, o value) value {
			return c.NewObj(state(c).picklerMemo, &picklerMemo{pickler: o})
		}, Set: setPicklerMemo},
	}}

func setNumber(field func(*pickler) *int64) func(c *ctx, o, v value) bool {
	return func(c *ctx, o, v value) bool {
		if v.IsNil() {
			c.Raise(object.TypeError, "can't delete numeric/char attribute")
			return false
		}
		n, ok := c.IndexInt(v, false)
		if ok {
			c.Touch(o.Hdr())
			*field(picklerOf(o)) = int64(int32(n))
		}
		return ok
	}
}

// own are the methods of an attribute that, once it is set on an instance, hides the method of that name. field is where
// the instance keeps it.
func own(name string, field func(v value) *value) []object.Def {
	get := func(c *ctx, a []value) value {
		n := a[1].AsStr()
		if n == nil {
			return c.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(a[1]).Name)
		}
		if n.String() == name {
			if v := *field(a[0]); !v.IsNil() {
				return v
			}
		}
		return generic(c, a[0], n)
	}
	set := func(c *ctx, a []value) value {
		v := object.Nil
		if len(a) > 2 {
			v = a[2]
		}
		n := a[1].AsStr()
		if n == nil {
			return c.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(a[1]).Name)
		}
		if n.String() == name {
			at := field(a[0])
			if v.IsNil() && at.IsNil() {
				return c.Raise(object.AttributeError, "%s", name)
			}
			c.Touch(a[0].Hdr())
			*at = v
			return object.None
		}
		if !c.GenericSetAttr(a[0], c.Name(n), v) {
			return object.Nil
		}
		return object.None
	}
	return []object.Def{
		{Sig: "__getattribute__(self, name, /)", Fn: get},
		{Sig: "__setattr__(self, name, value, /)", Fn: set},
		{Sig: "__delattr__(self, name, /)", Fn: set},
	}
}

func generic(c *ctx, o value, name *object.Str) value {
	return c.Call(object.ObjectType.Dunder(object.DGetAttribute), o, name.V())
}

// configure reads the arguments that Pickler, dump and dumps share; file is Nil for dumps.
func configure(c *ctx, file, protocol, fixImports, callback value) (*pickler, bool) {
	p := &pickler{ready: true, proto: standard, fixImports: true, callback: object.None}
	if !protocol.IsNil() && !protocol.IsNone() {
		n, ok := c.IndexInt(protocol, false)
		if !ok {
			return nil, false
		}
		if p.proto = n; n < 0 {
			p.proto = highest
		}
		if p.proto > highest {
			c.Raise(object.ValueError, "pickle protocol must be <= %d", highest)
			return nil, false
		}
	}
	if !fixImports.IsNil() {
		var ok bool
		if p.fixImports, ok = c.Truth(fixImports); !ok {
			return nil, false
		}
	}
	p.fixImports = p.fixImports && p.proto < 3
	if p.proto >= 1 {
		p.bin = 1
	}
	if !file.IsNil() {
		if p.write = c.FindAttr(file, c.Intern("write")); p.write.IsNil() {
			if !c.Failed() {
				c.Raise(object.TypeError, "file must have a 'write' attribute")
			}
			return nil, false
		}
	}
	if !callback.IsNil() {
		p.callback = callback
	}
	if !p.callback.IsNone() && p.proto < 5 {
		c.Raise(object.ValueError, "buffer_callback needs protocol >= 5")
		return nil, false
	}
	return p, true
}

func picklerInit(c *ctx, a []value) value {
	p, ok := configure(c, a[1], a[2], a[3], a[4])
	if !ok {
		return object.Nil
	}
	table := c.FindAttr(a[0], c.Intern("dispatch_table"))
	if c.Failed() {
		return object.Nil
	}
	old := picklerOf(a[0])
	c.Touch(a[0].Hdr())
	c.Touch(old.memo.Hdr())
	*memoOf(old.memo) = memo{}
	p.memo, p.table, p.persID, p.fast = old.memo, table, old.persID, 0
	*old = *p
	return object.None
}

func picklerDump(c *ctx, a []value) value {
	if !prepare(c) {
		return object.Nil
	}
	p := picklerOf(a[0])
	switch {
	case !p.ready:
		return c.Raise(state(c).picklingError, "Pickler.__init__() was not called by %s.__init__()", object.TypeOf(a[0]).Name)
	case p.running:
		return c.Raise(object.RuntimeError, "Pickler object is already used")
	}
	var hooks [2]value
	for i, name := range [...]string{"reducer_override", "persistent_id"} {
		if hooks[i] = c.FindAttr(a[0], c.Intern(name)); c.Failed() {
			return object.Nil
		}
	}
	s := newSaver(c, p, a[0])
	s.override = hooks[0]
	if m := hooks[1].AsMethod(); m == nil || m.Func.AsBuiltin() == nil || m.Func.AsBuiltin().Owner != state(c).pickler {
		s.persID = hooks[1]
	}
	c.Touch(a[0].Hdr())
	p.running = true
	return s.start(c, a[1])
}
