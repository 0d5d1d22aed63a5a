package object

// bestBase is the base whose layout a class with these bases has; nil: it raised.
func (c *Ctx) bestBase(bases []*Type) (best *Type) {
	for _, b := range bases {
		if b.Flags&Final != 0 {
			c.Raise(TypeError, "type '%s' is not an acceptable base type", b.fullName())
			return nil
		}
		if b.MRO == nil {
			c.Raise(TypeError, "Cannot extend an incomplete type '%s'", b.Said())
			return nil
		}
		s, u := solid(b), best
		switch {
		case u == nil:
			best = b
		case solid(u).IsSubtype(s):
		case s.IsSubtype(solid(u)):
			best = b
		default:
			c.Raise(TypeError, "multiple bases have instance lay-out conflict")
			return nil
		}
	}
	return best
}

// ownMRO tells that the metaclass computes the order of bases in a way of its own.
func (c *Ctx) ownMRO(meta *Type) bool {
	return meta != TypeType && c.Lookup(meta, c.Intern("mro")) != TypeType.Dict.Get("mro")
}

// typeDefs are the steps of changing __bases__ for hosted code, between which mro() of metaclasses runs.
var typeDefs = []Def{
	{Sig: "_own_mro(cls, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(c.ownMRO(a[0].AsType().Meta)) }},
	{Sig: "_linear_mro(cls, /)", Fn: typeMRO},
	{Sig: "_put_mro(cls, mro, /)", Fn: func(c *Ctx, a []Value) Value {
		if !c.putMRO(a[0].AsType(), a[1]) {
			return Nil
		}
		return None
	}},
	{Sig: "_put_bases(cls, bases, /)", Fn: func(c *Ctx, a []Value) Value {
		t := a[0].AsType()
		c.Touch(&t.Hdr)
		t.Bases = nil
		for _, b := range Items(a[1]) {
			t.Bases = append(t.Bases, b.AsType())
		}
		t.Base = c.bestBase(t.Bases)
		c.TakeExc()
		return None
	}},
	{Sig: "_link_bases(cls, old, new, /)", Fn: func(c *Ctx, a []Value) Value {
		for _, b := range Items(a[1]) {
			c.removeSub(b.AsType(), a[0].AsType())
		}
		for _, b := range Items(a[2]) {
			c.addSub(b.AsType(), a[0].AsType())
		}
		return None
	}},
	{Sig: "_type_version(cls, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsType().Version)) }},
	{Sig: "_plain_subclasses(cls, /)", Fn: func(c *Ctx, a []Value) Value { return typeTuple(c.Subclasses(a[0].AsType())) }},
}

// putMRO sets the order of bases, a sequence of classes or None, and checks what a metaclass made of it.
func (c *Ctx) putMRO(t *Type, v Value) bool {
	var mro []*Type
	for _, x := range Items(v) {
		m := x.AsType()
		if m == nil {
			c.Raise(TypeError, "mro() returned a non-class ('%s')", TypeOf(x).Said())
			return false
		}
		if !solid(t).derives(solid(m)) {
			c.Raise(TypeError, "mro() returned base with unsuitable layout ('%s')", m.Said())
			return false
		}
		mro = append(mro, m)
	}
	if mro == nil && !v.IsNone() {
		c.Raise(TypeError, "type MRO must not be empty")
		return false
	}
	c.Touch(&t.Hdr)
	t.MRO = mro
	c.Changed(t)
	return true
}
