// Package structmod is the module _struct: values as packed bytes and back.
package structmod

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

type state struct{ error, strct, iter *object.Type }

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "_struct", func(*ctx) *state { return &state{} })
}

// Module is the module _struct.
var Module = object.ModuleDef{Name: "_struct", Doc: "Functions to convert between Python values and C structs.", Funcs: []object.Def{
	{Sig: "calcsize(format, /)", Doc: "Return size in bytes of the struct described by the format string.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return object.Int(int64(f.size))
	}},
	{Sig: "_clearcache()", Doc: "Clear the internal cache.", Fn: func(c *ctx, a []value) value { return object.None }},
	{Sig: "pack(format, /, *values)", Doc: "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return f.packed(c, a[1].AsTuple().Items)
	}},
	{Sig: "pack_into(format, buffer, offset, /, *values)", Doc: "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return f.packInto(c, a[1], a[2], a[3].AsTuple().Items)
	}},
	{Sig: "unpack(format, buffer, /)", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return f.unpack(c, a[1])
	}},
	{Sig: "unpack_from(format, /, buffer, offset=0)", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return f.unpackFrom(c, a[1], a[2])
	}},
	{Sig: "iter_unpack(format, buffer, /)", Doc: "Return an iterator yielding tuples unpacked from the given bytes.", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[0])
		if !ok {
			return object.Nil
		}
		return f.iterate(c, a[1])
	}},
}, Init: func(c *ctx, m *object.Module) bool {
	st := stateOf(c)
	st.error = c.NewClass(object.Spec{Name: "error", Module: "struct", Base: object.Exception})
	st.iter = c.NewClass(object.Spec{Name: "unpack_iterator", Module: "_struct", Flags: object.Disallow | object.Final, Methods: []object.Def{
		{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
		{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value { return c.NextOrStop(a[0]) }},
		{Sig: "__length_hint__(self, /)", Fn: func(c *ctx, a []value) value {
			u, _ := object.As[*unpacker](a[0])
			return object.Int(int64((len(u.data) - u.at) / max(u.format.size, 1)))
		}},
	}})
	st.strct = c.NewClass(object.Spec{Name: "Struct", Module: "_struct", Doc: "Struct(fmt) --> compiled struct object", Flags: object.HasWeakref, Methods: structMethods, Gets: []object.Get{
		{Name: "format", Get: func(c *ctx, o value) value { return object.NewStr(structOf(o).text) }, Doc: "struct format string"},
		{Name: "size", Get: func(c *ctx, o value) value { return object.Int(int64(structOf(o).size)) }, Doc: "struct size in bytes"},
	}})
	m.Set(c, "error", st.error.V())
	m.Set(c, "Struct", st.strct.V())
	return true
}}

// strct is an instance of Struct.
type strct struct{ f *format }

// Walk implements object.Impl.
func (s *strct) Walk(w *object.Walker) {
	object.State(w, &s.f, func(f *format) *format { return f }, nil)
}

func structOf(v value) *format {
	s, _ := object.As[*strct](v)
	return s.f
}

var structMethods = []object.Def{
	{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		return c.NewObj(a[0].AsType(), &strct{&format{}})
	}},
	{Sig: "__init__(self, /, format)", Fn: func(c *ctx, a []value) value {
		f, ok := formatOf(c, a[1])
		if !ok {
			return object.Nil
		}
		c.Touch(a[0].Hdr())
		s, _ := object.As[*strct](a[0])
		s.f = f
		return object.None
	}},
	{Sig: "pack(self, /, *values)", Doc: "S.pack(v1, v2, ...) -> bytes", Fn: func(c *ctx, a []value) value {
		return structOf(a[0]).packed(c, a[1].AsTuple().Items)
	}},
	{Sig: "pack_into(self, buffer, offset, /, *values)", Doc: "S.pack_into(buffer, offset, v1, v2, ...)", Fn: func(c *ctx, a []value) value {
		return structOf(a[0]).packInto(c, a[1], a[2], a[3].AsTuple().Items)
	}},
	{Sig: "unpack(self, buffer, /)", Doc: "Return a tuple containing unpacked values.", Fn: func(c *ctx, a []value) value { return structOf(a[0]).unpack(c, a[1]) }},
	{Sig: "unpack_from(self, /, buffer, offset=0)", Doc: "Return a tuple containing unpacked values.", Fn: func(c *ctx, a []value) value { return structOf(a[0]).unpackFrom(c, a[1], a[2]) }},
	{Sig: "iter_unpack(self, buffer, /)", Doc: "Return an iterator yielding tuples.", Fn: func(c *ctx, a []value) value { return structOf(a[0]).iterate(c, a[1]) }},
	{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
		return object.NewStr(object.TypeOf(a[0]).Name + "(" + c.ReprStr(object.NewStr(structOf(a[0]).text).AsStr()) + ")")
	}},
}

// unpacker unpacks one record after the other.
type unpacker struct {
	format *format
	data   string
	at     int
}

// Walk implements object.Impl.
func (u *unpacker) Walk(w *object.Walker) {
	w.String(&u.data)
	object.Word(w, &u.at)
}

// Next implements object.Iterator.
func (u *unpacker) Next(c *ctx, self value) value {
	if u.at+u.format.size > len(u.data) || u.format.size == 0 {
		return object.Nil
	}
	c.Touch(self.Hdr())
	v := u.format.values(u.data[u.at:])
	u.at += u.format.size
	return v
}

func (f *format) iterate(c *ctx, buffer value) value {
	if f.size == 0 {
		return c.Raise(stateOf(c).error, "cannot iteratively unpack with a struct of length 0")
	}
	s, ok := bufferOf(c, buffer)
	if !ok {
		return object.Nil
	}
	if len(s)%f.size != 0 {
		return c.Raise(stateOf(c).error, "iterative unpacking requires a buffer of a multiple of %d bytes", f.size)
	}
	return c.NewObj(stateOf(c).iter, &unpacker{format: f, data: s})
}

func bufferOf(c *ctx, v value) (string, bool) {
	s, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
	}
	return s, ok && like
}

func (f *format) unpack(c *ctx, buffer value) value {
	s, ok := bufferOf(c, buffer)
	if !ok {
		return object.Nil
	}
	if len(s) != f.size {
		return c.Raise(stateOf(c).error, "unpack requires a buffer of %d bytes", f.size)
	}
	return f.values(s)
}

func (f *format) unpackFrom(c *ctx, buffer, offset value) value {
	at := 0
	if !offset.IsNil() {
		var ok bool
		if at, ok = c.IndexInt(offset, false); !ok {
			return object.Nil
		}
	}
	s, ok := bufferOf(c, buffer)
	if !ok {
		return object.Nil
	}
	if at < 0 {
		if at+f.size > 0 {
			return c.Raise(stateOf(c).error, "not enough data to unpack %d bytes at offset %d", f.size, at)
		}
		if at+len(s) < 0 {
			return c.Raise(stateOf(c).error, "offset %d out of range for %d-byte buffer", at, len(s))
		}
		at += len(s)
	}
	if len(s)-at < f.size {
		return c.Raise(stateOf(c).error, "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", f.size+at, f.size, at, len(s))
	}
	return f.values(s[at:])
}

func (f *format) packed(c *ctx, vals []value) value {
	if len(vals) != f.count {
		return c.Raise(stateOf(c).error, "pack expected %d items for packing (got %d)", f.count, len(vals))
	}
	out := make([]byte, f.size)
	if !f.pack(c, vals, out) {
		return object.Nil
	}
	return object.NewBytes(string(out))
}

func (f *format) packInto(c *ctx, buffer, offset value, vals []value) value {
	if len(vals) != f.count {
		return c.Raise(stateOf(c).error, "pack_into expected %d items for packing (got %d)", f.count, len(vals))
	}
	at, ok := c.IndexInt(offset, false)
	if !ok {
		return object.Nil
	}
	out := make([]byte, f.size)
	if !f.pack(c, vals, out) {
		return object.Nil
	}
	mem, ok := c.Writable(buffer, "pack_into()")
	if !ok {
		return object.Nil
	}
	if at < 0 {
		if at+f.size > 0 {
			return c.Raise(stateOf(c).error, "no space to pack %d bytes at offset %d", f.size, at)
		}
		if at+len(mem) < 0 {
			return c.Raise(stateOf(c).error, "offset %d out of range for %d-byte buffer", at, len(mem))
		}
		at += len(mem)
	}
	if len(mem)-at < f.size {
		return c.Raise(stateOf(c).error, "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", f.size+at, f.size, at, len(mem))
	}
	// Padding leaves what is there alone, as every byte that belongs to no item.
	for _, it := range f.items {
		copy(mem[at+it.off:at+it.off+it.size*it.n], out[it.off:it.off+it.size*it.n])
	}
	return object.None
}
