package object

import (
	"slices"
	"strings"

	"slp/vm/internal/wtf8"
)

var byteArrayKind = byteKind{
	mutable: true,
	wrap:    func(c *Ctx, s string) Value { return c.NewByteArray([]byte(s)) },
	same:    func(c *Ctx, self Value) Value { return c.NewByteArray(slices.Clone(self.AsByteArray().B)) },
}

const byteOutside = "byte must be in range(0, 256)"

func defineByteArray() {
	ByteArrayType.define(Spec{
		Doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
		Methods: append([]Def{
			{Sig: "__new__(cls, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return c.NewPayload(a[0].AsType(), c.NewByteArray(nil)) }, Kind: AsNew, Doc: "Create and return a new object.  See help(type) for accurate signature."},
			{Sig: "__init__(self, source=b'', encoding='utf-8', errors='strict')", Fn: byteArrayInit, Doc: "Initialize self.  See help(type(self)) for accurate signature."},
			{Sig: "__repr__(self, /)", Fn: byteArrayRepr, Doc: "Return repr(self)."},
			{Sig: "__str__(self, /)", Fn: byteArrayRepr, Doc: "Return str(self)."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				return c.NewObj(ByteArrayIterType, &textIter{Seq: a[0].AsByteArray().V()})
			}, Doc: "Implement iter(self)."},
			{Sig: "__eq__(self, value, /)", Fn: byteArrayCompare(CmpEq), Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: byteArrayCompare(CmpNe), Doc: "Return self!=value."},
			{Sig: "__lt__(self, value, /)", Fn: byteArrayCompare(CmpLt), Doc: "Return self<value."},
			{Sig: "__le__(self, value, /)", Fn: byteArrayCompare(CmpLe), Doc: "Return self<=value."},
			{Sig: "__gt__(self, value, /)", Fn: byteArrayCompare(CmpGt), Doc: "Return self>value."},
			{Sig: "__ge__(self, value, /)", Fn: byteArrayCompare(CmpGe), Doc: "Return self>=value."},
			{Sig: "__getitem__(self, key, /)", Fn: byteArrayGetItem, Doc: "Return self[key]."},
			{Sig: "__setitem__(self, key, value, /)", Fn: byteArraySetItem, Doc: "Set self[key] to value."},
			{Sig: "__delitem__(self, key, /)", Fn: func(c *Ctx, a []Value) Value { return byteArraySetItem(c, []Value{a[0], a[1], Nil}) }, Doc: "Delete self[key]."},
			{Sig: "__iadd__(self, value, /)", Fn: byteArrayIAdd, Doc: "Implement self+=value."},
			{Sig: "__imul__(self, value, /)", Fn: byteArrayIMul, Doc: "Implement self*=value."},
			{Sig: "__alloc__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				n := len(a[0].AsByteArray().B)
				if n > 0 {
					n++
				}
				return Int(int64(n))
			}, Doc: "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated."},
			{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return byteArrayReduce(c, a[0], 2) }, Doc: "Return state information for pickling."},
			{Sig: "__reduce_ex__(self, proto=0, /)", Fn: func(c *Ctx, a []Value) Value {
				n, ok := c.cIntArg(a[1], 0)
				if !ok {
					return Nil
				}
				return byteArrayReduce(c, a[0], n)
			}, Doc: "Return state information for pickling."},
			{Sig: "__buffer__(self, flags, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewMemoryView(a[0]) }, Doc: "Return a buffer object that exposes the underlying memory of the object."},
			{Sig: "__release_buffer__(self, buffer, /)", Fn: func(c *Ctx, a []Value) Value { return releaseBuffer(c, a[1]) }, Doc: "Release the buffer object that exposes the underlying memory of the object."},
			{Sig: "append(self, item, /)", Fn: byteArrayAppend, Doc: "Append a single item to the end of the bytearray."},
			{Sig: "extend(self, iterable_of_ints, /)", Fn: byteArrayExtend, Doc: "Append all the items from the iterator or sequence to the end of the bytearray."},
			{Sig: "insert(self, index, item, /)", Fn: byteArrayInsert, Doc: "Insert a single item into the bytearray before the given index."},
			{Sig: "pop(self, index=-1, /)", Fn: byteArrayPop, Doc: "Remove and return a single item from B."},
			{Sig: "remove(self, value, /)", Fn: byteArrayRemove, Doc: "Remove the first occurrence of a value in the bytearray."},
			{Sig: "reverse(self, /)", Fn: func(c *Ctx, a []Value) Value {
				b := a[0].AsByteArray()
				c.Touch(&b.Hdr)
				slices.Reverse(b.B)
				return None
			}, Doc: "Reverse the order of the values in B in place."},
			{Sig: "clear(self, /)", Fn: func(c *Ctx, a []Value) Value {
				if !a[0].AsByteArray().splice(c, 0, len(a[0].AsByteArray().B), "") {
					return Nil
				}
				return None
			}, Doc: "Remove all items from the bytearray."},
			{Sig: "copy(self, /)", Fn: func(c *Ctx, a []Value) Value { return byteArrayKind.same(c, a[0]) }, Doc: "Return a copy of B."},
			{Sig: "resize(self, size, /)", Fn: byteArrayResize, Doc: "Resize the internal buffer of bytearray to len."},
		}, bytesMethods(&byteArrayKind)...),
	})
}

// Splice replaces B[i:j] by with. It raises BufferError if views forbid a change of size.
func (b *ByteArray) splice(c *Ctx, i, j int, with string) bool {
	if j-i != len(with) && !b.mayResize(c) {
		return false
	}
	if !c.fits(len(b.B)-(j-i)+len(with), 1) {
		return false
	}
	c.Touch(&b.Hdr)
	if j-i == len(with) {
		copy(b.B[i:j], with)
		return true
	}
	b.B = slices.Replace(b.B, i, j, []byte(with)...)
	return true
}

// mayResize tells whether no view of the memory is in use; otherwise it raises BufferError.
func (b *ByteArray) mayResize(c *Ctx) bool {
	if b.Exports&exportCount > 0 && c.viewed(b) {
		c.Raise(BufferError, "Existing exports of data: object cannot be re-sized")
		return false
	}
	return true
}

func byteArrayInit(c *Ctx, a []Value) Value {
	s, ok := c.bytesSource(a[1], a[2], a[3], "bytearray", byteOutside)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	if !b.splice(c, 0, len(b.B), s) {
		return Nil
	}
	return None
}

func byteArrayRepr(c *Ctx, a []Value) Value {
	text := string(wtf8.AppendBytesRepr(nil, a[0].AsByteArray().B))
	if text[0] == '"' { // unlike bytes, CPython escapes apostrophes within any quotes
		text = strings.ReplaceAll(text, "'", `\'`)
	}
	return NewStr(TypeOf(a[0]).Name + "(b" + text + ")")
}

func byteArrayCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		if !hasBuffer(a[1]) {
			return NotImplemented
		}
		y, ok, _ := c.BytesLike(a[1])
		switch {
		case !ok && c.Catch(BufferError):
			return NotImplemented
		case !ok:
			return Nil
		}
		return Bool(cmpOrdered(op, view(a[0]), y))
	}
}

func byteArrayGetItem(c *Ctx, a []Value) Value {
	b, key := a[0].AsByteArray(), a[1]
	if sl := key.AsSlice(); sl != nil {
		start, _, step, n, ok := sl.Span(c, len(b.B))
		if !ok {
			return Nil
		}
		return c.NewByteArray([]byte(pick(view(a[0]), start, step, n)))
	}
	i, ok := c.byteIndex(key, "bytearray", len(b.B))
	if !ok {
		return Nil
	}
	if i < 0 || i >= len(b.B) {
		return c.Raise(IndexError, "bytearray index out of range")
	}
	return Int(int64(b.B[i]))
}

// byteArraySetItem is self[key] = v, or del self[key] when v is Nil.
func byteArraySetItem(c *Ctx, a []Value) Value {
	b, key, v := a[0].AsByteArray(), a[1], a[2]
	if sl := key.AsSlice(); sl != nil {
		return b.setSlice(c, sl, v)
	}
	i, ok := c.byteIndex(key, "bytearray", len(b.B))
	if !ok {
		return Nil
	}
	x := byte(0)
	if !v.IsNil() {
		if x, ok = c.byteArg(v, byteOutside); !ok {
			return Nil
		}
	}
	if i < 0 || i >= len(b.B) {
		return c.Raise(IndexError, "bytearray index out of range")
	}
	if v.IsNil() {
		if !b.splice(c, i, i+1, "") {
			return Nil
		}
		return None
	}
	c.Touch(&b.Hdr)
	b.B[i] = x
	return None
}

func (b *ByteArray) setSlice(c *Ctx, sl *Slice, v Value) Value {
	with := ""
	if !v.IsNil() {
		if _, _, _, _, ok := sl.Span(c, len(b.B)); !ok {
			return Nil
		}
		var ok bool
		if with, ok = c.byteItems(v); !ok {
			return Nil
		}
	}
	start, stop, step, n, ok := sl.Span(c, len(b.B))
	if !ok {
		return Nil
	}
	switch {
	case step == 1:
		if !b.splice(c, start, max(start, stop), with) {
			return Nil
		}
	case with == "": // an extended slice that nothing is assigned to is deleted
		if n == 0 {
			return None
		}
		if !b.mayResize(c) {
			return Nil
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		c.Touch(&b.Hdr)
		out := b.B[:start]
		for i, k := start, 0; i < len(b.B); i++ {
			if k < n && i == start+k*step {
				k++
				continue
			}
			out = append(out, b.B[i])
		}
		b.B = out
	case len(with) != n:
		return c.Raise(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(with), n)
	default:
		c.Touch(&b.Hdr)
		for k := range n {
			b.B[start+k*step] = with[k]
		}
	}
	return None
}

// byteItems are the bytes that are assigned to a slice.
func (c *Ctx) byteItems(v Value) (string, bool) {
	if s, ok, like := c.bufferBytes(v); like {
		return s, ok
	}
	refuse := func() {
		c.Raise(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	if v.IsAnyInt() || v.AsStr() != nil {
		refuse()
		return "", false
	}
	return c.byteValues(v, byteOutside, func() {
		c.Raise(TypeError, "cannot convert '%s' object to bytearray", typeName(v))
	})
}

func byteArrayIAdd(c *Ctx, a []Value) Value {
	s, ok, like := c.BytesLike(a[1])
	if !like {
		return c.Raise(TypeError, "can't concat %s to %s", typeName(a[1]), typeName(a[0]))
	}
	b := a[0].AsByteArray()
	if !ok || !b.splice(c, len(b.B), len(b.B), s) {
		return Nil
	}
	return a[0]
}

func byteArrayIMul(c *Ctx, a []Value) Value {
	if !hasIndex(a[1]) {
		return c.Raise(TypeError, "can't multiply sequence by non-int of type '%s'", typeName(a[1]))
	}
	n, _, ok := c.repeatArg(a[0], a[1])
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	if !c.fits(len(b.B), n) {
		return Nil
	}
	if !b.splice(c, 0, len(b.B), strings.Repeat(view(a[0]), n)) {
		return Nil
	}
	return a[0]
}

func byteArrayReduce(c *Ctx, self Value, protocol int) Value {
	b := self.AsByteArray()
	state := c.FindAttr(self, c.Intern("__dict__"))
	if state.IsNil() {
		if c.Failed() {
			return Nil
		}
		state = None
	}
	cls := TypeOf(self).V()
	if protocol >= 3 {
		if len(b.B) == 0 {
			return TupleOf(cls, emptyTuple.V(), state)
		}
		return TupleOf(cls, TupleOf(NewBytes(string(b.B))), state)
	}
	text, _, _ := wtf8.Decode(wtf8.Latin1, b.B, "strict")
	if text == "" {
		return TupleOf(cls, emptyTuple.V(), state)
	}
	return TupleOf(cls, TupleOf(NewStr(text), NewASCII("latin-1")), state)
}

func byteArrayAppend(c *Ctx, a []Value) Value {
	x, ok := c.byteArg(a[1], byteOutside)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	if !b.mayResize(c) {
		return Nil
	}
	c.Touch(&b.Hdr)
	b.B = append(b.B, x)
	return None
}

func byteArrayExtend(c *Ctx, a []Value) Value {
	s, ok, like := c.BytesLike(a[1])
	if !like {
		if a[1].AsStr() != nil && a[1].AsStr().n > 0 {
			return c.Raise(TypeError, "expected iterable of integers; got: '%s'", typeName(a[1]))
		}
		s, ok = c.byteValues(a[1], byteOutside, func() {
			c.Raise(TypeError, "can't extend bytearray with %s", typeName(a[1]))
		})
	}
	b := a[0].AsByteArray()
	if !ok || !b.splice(c, len(b.B), len(b.B), s) {
		return Nil
	}
	return None
}

func byteArrayInsert(c *Ctx, a []Value) Value {
	i, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	x, ok := c.byteArg(a[2], byteOutside)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	if i < 0 {
		i += len(b.B)
	}
	i = min(max(i, 0), len(b.B))
	if !b.splice(c, i, i, string([]byte{x})) {
		return Nil
	}
	return None
}

func byteArrayPop(c *Ctx, a []Value) Value {
	i, ok := c.sizeArg(a[1], -1)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	if len(b.B) == 0 {
		return c.Raise(IndexError, "pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return c.Raise(IndexError, "pop index out of range")
	}
	x := b.B[i]
	if !b.splice(c, i, i+1, "") {
		return Nil
	}
	return Int(int64(x))
}

func byteArrayRemove(c *Ctx, a []Value) Value {
	x, ok := c.byteArg(a[1], byteOutside)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	i := slices.Index(b.B, x)
	if i < 0 {
		return c.Raise(ValueError, "value not found in bytearray")
	}
	if !b.splice(c, i, i+1, "") {
		return Nil
	}
	return None
}

func byteArrayResize(c *Ctx, a []Value) Value {
	n, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	b := a[0].AsByteArray()
	switch {
	case n < 0:
		return c.Raise(ValueError, "Can only resize to positive sizes, got %d", n)
	case n < len(b.B):
		ok = b.splice(c, n, len(b.B), "")
	case n > len(b.B):
		if !c.fits(1, n) {
			return Nil
		}
		ok = b.splice(c, len(b.B), len(b.B), strings.Repeat("\x00", n-len(b.B)))
	}
	if !ok {
		return Nil
	}
	return None
}
