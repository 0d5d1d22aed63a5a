package object

import "strings"

// StructSeq describes a tuple with named fields, as os.stat returns it.
type StructSeq struct {
	Name, Module, Doc string
	// Fields are the names; one that begins with "_unnamed" is an item of the tuple without a name.
	Fields []string
	// Visible is how many of them are items of the tuple; the others are attributes only.
	Visible int
	// Default says which item an attribute takes its value from when the class is called without it.
	Default  map[string]int
	Disallow bool // cannot be made by calling the class
}

// NewStructSeq makes a class of tuples with named fields, and a function that makes its instances: it takes a value for
// each field.
func (c *Ctx) NewStructSeq(d StructSeq) (t *Type, instance func(c *Ctx, fields ...Value) Value) {
	s := Spec{Name: d.Name, Module: d.Module, Doc: d.Doc, Base: TupleType, Flags: Final}
	if d.Disallow {
		s.Flags |= Disallow
	}
	unnamed := 0
	names := make([]*Str, len(d.Fields))
	var match []Value
	var named []string
	for i, f := range d.Fields {
		names[i] = c.Intern(f)
		if strings.HasPrefix(f, "_unnamed") {
			unnamed++
			continue
		}
		named = append(named, f)
		if i < d.Visible {
			match = append(match, NewStr(f))
		}
		s.Gets = append(s.Gets, Get{Name: f, Get: func(c *Ctx, o Value) Value {
			if i < d.Visible {
				return o.AsTuple().Items[i]
			}
			v := o.AsInst().GetSlot(c, names[i])
			if v.IsNil() {
				return None
			}
			return v
		}, Set: func(c *Ctx, o, v Value) bool {
			c.Raise(AttributeError, "readonly attribute")
			return false
		}})
	}
	full := d.Module + "." + d.Name
	s.Attrs = map[string]Value{"n_fields": Int(int64(len(d.Fields))), "n_sequence_fields": Int(int64(d.Visible)),
		"n_unnamed_fields": Int(int64(unnamed)), "__match_args__": NewTuple(match)}
	extras := func(c *Ctx, o Value) *Dict {
		rest := c.NewDict()
		for i := d.Visible; i < len(names); i++ {
			if v := o.AsInst().GetSlot(c, names[i]); !v.IsNil() {
				rest.SetName(c, names[i], v)
			}
		}
		return rest
	}
	s.Methods = []Def{
		{Sig: "__new__(cls, sequence, dict={})", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			items, ok := c.Collect(a[1])
			if !ok {
				if c.Catch(TypeError) {
					return c.Raise(TypeError, "constructor requires a sequence")
				}
				return Nil
			}
			given := c.NewDict()
			if !a[2].IsNil() {
				if given = a[2].AsDict(); given == nil {
					return c.Raise(TypeError, "%s() takes a dict as second arg, if any", full)
				}
			}
			switch n := len(items); {
			case n < d.Visible && d.Visible != len(d.Fields):
				return c.Raise(TypeError, "%s() takes an at least %d-sequence (%d-sequence given)", full, d.Visible, n)
			case n > len(d.Fields) && d.Visible != len(d.Fields):
				return c.Raise(TypeError, "%s() takes an at most %d-sequence (%d-sequence given)", full, len(d.Fields), n)
			case n != d.Visible && d.Visible == len(d.Fields):
				return c.Raise(TypeError, "%s() takes a %d-sequence (%d-sequence given)", full, d.Visible, n)
			}
			all := append([]Value(nil), items...)
			for i := len(items); i < len(d.Fields); i++ {
				v := given.GetStr(names[i])
				if from, ok := d.Default[d.Fields[i]]; ok && v.IsNil() {
					v = items[from]
				} else if v.IsNil() {
					v = None
				}
				all = append(all, v)
			}
			return c.structSeq(a[0].AsType(), all, d.Visible, names)
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			parts := make([]string, 0, d.Visible)
			for i, v := range a[0].AsTuple().Items {
				text, ok := c.ReprText(v)
				if !ok {
					return Nil
				}
				parts = append(parts, named[i]+"="+text)
			}
			return NewStr(full + "(" + strings.Join(parts, ", ") + ")")
		}},
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			return TupleOf(TypeOf(a[0]).V(), TupleOf(a[0].AsTuple().V(), extras(c, a[0]).V()))
		}},
		{Sig: "__replace__(self, /, **changes)", Fn: func(c *Ctx, a []Value) Value {
			all := append([]Value(nil), a[0].AsTuple().Items...)
			for i := d.Visible; i < len(names); i++ {
				all = append(all, a[0].AsInst().GetSlot(c, names[i]))
			}
			if !a[1].IsNil() {
				ch := a[1].AsDict()
				left := ch.Len()
				for i, n := range names {
					if v := ch.GetStr(n); !v.IsNil() {
						all[i] = v
						left--
					}
				}
				if left > 0 {
					return c.Raise(TypeError, "Got unexpected field name(s): %s", c.structExtra(ch, names))
				}
			}
			return c.structSeq(TypeOf(a[0]), all, d.Visible, names)
		}},
	}
	t = c.NewClass(s)
	t.NSlots = 1
	return t, func(c *Ctx, fields ...Value) Value { return c.structSeq(t, fields, d.Visible, names) }
}

func (c *Ctx) structExtra(d *Dict, names []*Str) string {
	var odd []Value
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		known := false
		for _, n := range names {
			known = known || n == d.T.At(i).Key.AsStr()
		}
		if !known {
			odd = append(odd, d.T.At(i).Key)
		}
	}
	text, _ := c.ReprText(c.NewList(odd))
	return text
}

func (c *Ctx) structSeq(t *Type, all []Value, visible int, names []*Str) Value {
	o := c.NewInst(t)
	o.SetPayload((&Tuple{Hdr: Hdr{Kind: KTuple}, Items: append([]Value(nil), all[:visible]...)}).V())
	for i := visible; i < len(all); i++ {
		if !all[i].IsNil() {
			o.SetSlot(c, names[i], all[i])
		}
	}
	return o.V()
}
