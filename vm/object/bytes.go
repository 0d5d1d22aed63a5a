package object

import (
	"strings"

	"slp/vm/internal/format"
	"slp/vm/internal/wtf8"
)

// byteKind is what differs between bytes and bytearray in the methods that they share.
type byteKind struct {
	mutable bool
	// wrap makes an object of a method's result; s may be part of the object's own memory.
	wrap func(c *Ctx, s string) Value
	// same is the result of a method that changed nothing.
	same func(c *Ctx, self Value) Value
}

var bytesKind = byteKind{
	wrap: func(c *Ctx, s string) Value { return NewBytes(s) },
	same: func(c *Ctx, self Value) Value { return self.AsBytes().V() },
}

func defineBytes() {
	BytesType.define(Spec{
		Doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
		Methods: append([]Def{
			{Sig: "__new__(cls, source=b'', encoding='utf-8', errors='strict')", Fn: bytesNew, Kind: AsNew, Doc: "Create and return a new object.  See help(type) for accurate signature."},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewASCII(wtf8.BytesRepr([]byte(view(a[0])))) }, Doc: "Return repr(self)."},
			{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewASCII(wtf8.BytesRepr([]byte(view(a[0])))) }, Doc: "Return str(self)."},
			{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(a[0].AsBytes().Hash()) }, Doc: "Return hash(self)."},
			{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(a[0].AsBytes().V()) }},
			{Sig: "__bytes__(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0].AsBytes().V() }, Doc: "Convert this value to exact type bytes."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				return c.NewObj(BytesIterType, &textIter{Seq: a[0].AsBytes().V()})
			}, Doc: "Implement iter(self)."},
			{Sig: "__eq__(self, value, /)", Fn: bytesCompare(CmpEq), Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: bytesCompare(CmpNe), Doc: "Return self!=value."},
			{Sig: "__lt__(self, value, /)", Fn: bytesCompare(CmpLt), Doc: "Return self<value."},
			{Sig: "__le__(self, value, /)", Fn: bytesCompare(CmpLe), Doc: "Return self<=value."},
			{Sig: "__gt__(self, value, /)", Fn: bytesCompare(CmpGt), Doc: "Return self>value."},
			{Sig: "__ge__(self, value, /)", Fn: bytesCompare(CmpGe), Doc: "Return self>=value."},
			{Sig: "__getitem__(self, key, /)", Fn: bytesGetItem, Doc: "Return self[key]."},
			{Sig: "__buffer__(self, flags, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewMemoryView(a[0]) }, Doc: "Return a buffer object that exposes the underlying memory of the object."},
		}, bytesMethods(&bytesKind)...),
	})
}

func bytesNew(c *Ctx, a []Value) Value {
	s, ok := c.bytesSource(a[1], a[2], a[3], "bytes", "bytes must be in range(0, 256)")
	if !ok {
		return Nil
	}
	if cls := a[0].AsType(); cls.Flags&HeapType != 0 {
		return c.NewPayload(cls, NewBytes(s))
	}
	if !a[1].IsNil() && a[1].p.Kind == KBytes {
		return a[1]
	}
	return NewBytes(s)
}

// bytesSource reads the arguments of bytes() and bytearray().
func (c *Ctx) bytesSource(src, encoding, errors Value, name, outside string) (string, bool) {
	enc, hasEnc, ok := c.optStrArg(encoding, name+"() argument 'encoding'")
	if !ok {
		return "", false
	}
	errs, hasErrs, ok := c.optStrArg(errors, name+"() argument 'errors'")
	if !ok {
		return "", false
	}
	if hasEnc || hasErrs {
		what := "encoding"
		if !hasEnc {
			what = "errors"
		}
		if src.IsNil() || src.AsStr() == nil {
			c.Raise(TypeError, "%s without a string argument", what)
			return "", false
		}
		if !hasEnc {
			c.Raise(TypeError, "string argument without an encoding")
			return "", false
		}
		b := c.Encode(src.AsStr(), enc, errs)
		if b.IsNil() {
			return "", false
		}
		return b.AsBytes().S, true
	}
	if src.IsNil() {
		return "", true
	}
	t := TypeOf(src)
	if m := t.Dunder(DBytes); name == "bytes" && src.p.Kind != KBytes && !m.IsNil() && !m.IsNone() {
		r := c.CallMethod(m, src)
		if r.IsNil() {
			return "", false
		}
		b := r.AsBytes()
		if b == nil {
			c.Raise(TypeError, "__bytes__ returned non-bytes (type %s)", typeName(r))
			return "", false
		}
		return b.S, true
	}
	if src.AsStr() != nil {
		c.Raise(TypeError, "string argument without an encoding")
		return "", false
	}
	if src.IsAnyInt() || !t.Dunder(DIndex).IsNil() {
		n, ok := c.SizeIndex(src, OverflowError)
		switch {
		case !ok && (!c.Raised() || !c.Catch(TypeError)):
			return "", false
		case ok && n < 0:
			c.Raise(ValueError, "negative count")
			return "", false
		case ok:
			if !c.fits(1, n) {
				return "", false
			}
			return strings.Repeat("\x00", n), true
		}
	}
	if s, ok, like := c.bufferBytes(src); like {
		return s, ok
	}
	return c.byteValues(src, outside, func() {
		c.Raise(TypeError, "cannot convert '%s' object to %s", t.Said(), name)
	})
}

// byteValues reads an iterable of ints; refuse raises for what is no iterable.
func (c *Ctx) byteValues(src Value, outside string, refuse func()) (string, bool) {
	if cur, ok := Loop(src); ok {
		var out []byte
		for cur.Next() {
			b, ok := c.byteArg(cur.V, outside)
			if !ok {
				return "", false
			}
			out = append(out, b)
		}
		return string(out), true
	}
	t := TypeOf(src)
	if m := t.Dunder(DIter); m.IsNone() || m.IsNil() && t.Dunder(DGetItem).IsNil() {
		refuse()
		return "", false
	}
	l := c.Call(c.Host.Hosted("byte_values"), src, NewASCII(outside))
	if l.IsNil() {
		return "", false
	}
	items := l.AsList().Items
	out := make([]byte, len(items))
	for i, v := range items {
		x, _ := v.AsInt()
		out[i] = byte(x)
	}
	return string(out), true
}

// byteArg is an int that must be a byte.
func (c *Ctx) byteArg(v Value, outside string) (byte, bool) {
	x := v
	if !v.IsInt() {
		if x = c.Index(v); x.IsNil() {
			return 0, false
		}
	}
	if i, ok := x.AsInt(); ok && i >= 0 && i < 256 {
		return byte(i), true
	}
	c.RaiseArgs(ValueError, NewASCII(outside))
	return 0, false
}

func bytesCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		y := a[1].AsBytes()
		if y == nil {
			return NotImplemented
		}
		return Bool(cmpOrdered(op, a[0].AsBytes().S, y.S))
	}
}

func bytesGetItem(c *Ctx, a []Value) Value {
	b, key := a[0].AsBytes(), a[1]
	if sl := key.AsSlice(); sl != nil {
		start, _, step, n, ok := sl.Span(c, len(b.S))
		switch {
		case !ok:
			return Nil
		case step == 1 && n == len(b.S):
			return b.V()
		}
		return NewBytes(pick(b.S, start, step, n))
	}
	i, ok := c.byteIndex(key, "byte", len(b.S))
	if !ok {
		return Nil
	}
	if i < 0 || i >= len(b.S) {
		return c.Raise(IndexError, "index out of range")
	}
	return Int(int64(b.S[i]))
}

// byteIndex is the subscript of a bytes or bytearray that is no slice, counted from the start.
func (c *Ctx) byteIndex(key Value, name string, n int) (int, bool) {
	if !key.IsAnyInt() && TypeOf(key).Dunder(DIndex).IsNil() {
		c.Raise(TypeError, "%s indices must be integers or slices, not %s", name, typeName(key))
		return 0, false
	}
	i, ok := c.SizeIndex(key, IndexError)
	if i < 0 {
		i += n
	}
	return i, ok
}

// pick takes the bytes of an extended slice.
func pick(s string, start, step, n int) string {
	if step == 1 || n <= 1 {
		if n == 0 {
			return ""
		}
		return s[start : start+n]
	}
	b := make([]byte, n)
	for i := range b {
		b[i] = s[start+i*step]
	}
	return string(b)
}

// percentByte renders one directive of a bytes format.
func (c *Ctx) percentByte(d *format.Directive, v Value) (string, bool) {
	switch d.Code {
	case 's', 'b':
		s, ok, like := c.BytesLike(v)
		if !like {
			m := TypeOf(v).Dunder(DBytes)
			if m.IsNil() || m.IsNone() {
				c.Raise(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(v))
				return "", false
			}
			r := c.CallMethod(m, v)
			if r.IsNil() {
				return "", false
			}
			if r.AsBytes() == nil {
				c.Raise(TypeError, "__bytes__ returned non-bytes (type %s)", typeName(r))
				return "", false
			}
			s, ok = r.AsBytes().S, true
		}
		if !ok {
			return "", false
		}
		return c.rendered(d.ByteText(s))
	case 'r', 'a':
		x := c.Ascii(v)
		if x.IsNil() {
			return "", false
		}
		return c.rendered(d.ByteText(x.AsStr().s))
	case 'c':
		if b := v.AsBytes(); b != nil {
			if len(b.S) != 1 {
				c.Raise(TypeError, "%%c requires an integer in range(256) or a single byte, not a bytes object of length %d", len(b.S))
				return "", false
			}
			return c.rendered(d.ByteText(b.S))
		}
		if b := v.AsByteArray(); b != nil {
			if len(b.B) != 1 {
				c.Raise(TypeError, "%%c requires an integer in range(256) or a single byte, not a bytearray object of length %d", len(b.B))
				return "", false
			}
			return c.rendered(d.ByteText(string(b.B)))
		}
		if !v.IsAnyInt() && TypeOf(v).Dunder(DIndex).IsNil() {
			c.Raise(TypeError, "%%c requires an integer in range(256) or a single byte, not %s", typeName(v))
			return "", false
		}
		x := c.Index(v)
		if x.IsNil() {
			return "", false
		}
		i, ok := x.AsInt()
		if !ok || i < 0 || i > 255 {
			c.Raise(OverflowError, "%c arg not in range(256)")
			return "", false
		}
		return c.rendered(d.ByteText(string([]byte{byte(i)})))
	case 'e', 'E', 'f', 'F', 'g', 'G':
		if _, ok := v.AsFloat(); !ok && !v.IsAnyInt() && TypeOf(v).Dunder(DFloat).IsNil() && TypeOf(v).Dunder(DIndex).IsNil() {
			c.Raise(TypeError, "float argument required, not %s", typeName(v))
			return "", false
		}
	}
	return c.percentNumber(d, v)
}
