package object

import "unsafe"

// Buffer is implemented by Impls that lend their memory to memoryview and to whatever takes bytes-like objects.
type Buffer interface {
	Impl
	// Memory describes the memory as it is now; Data is the memory itself, not a copy.
	Memory() Memory
	// Export counts views: by is 1 or -1. While there are any, the memory must keep its place and size. It touches
	// self before it writes.
	Export(c *Ctx, self Value, by int)
}

// Wrapper is implemented by Impls that lend what a memoryview of theirs shows; views of them belong to the object behind.
type Wrapper interface {
	Impl
	View() Value // Nil when released
}

// Memory is what a Buffer lends: Data holds items of one format of the struct module ("B" when empty).
type Memory struct {
	Data     []byte
	Format   string
	ItemSize int
	ReadOnly bool
}

// BytesLike returns the bytes of an object with the buffer protocol; the text never changes. like tells whether v is
// such an object at all (nothing is raised if not); ok is false if it raised or was suspended. A view whose bytes do not
// lie one behind the other raises BufferError.
func (c *Ctx) BytesLike(v Value) (text string, ok, like bool) {
	if m, is := As[*MemoryView](v); is && !m.gone() && !m.contiguous() {
		c.Raise(BufferError, "memoryview: underlying buffer is not C-contiguous")
		return "", false, true
	}
	return c.bufferBytes(v)
}

// bufferBytes is BytesLike for views of any layout.
func (c *Ctx) bufferBytes(v Value) (text string, ok, like bool) {
	if b := v.AsBytes(); b != nil {
		return b.S, true, true
	}
	if b := v.AsByteArray(); b != nil {
		return string(b.B), true, true
	}
	if m, is := As[*MemoryView](v); is {
		if m.gone() {
			m.check(c)
			return "", false, true
		}
		return string(m.contents()), true, true
	}
	if b, is := As[Buffer](v); is {
		return string(b.Memory().Data), true, true
	}
	if !hasBuffer(v) {
		return "", false, false
	}
	text, ok = c.lent(v)
	return text, ok, true
}

// lent is the bytes of an object whose class has a __buffer__ written in Python.
func (c *Ctx) lent(v Value) (string, bool) {
	r := c.CallMethod(TypeOf(v).Dunder(DBuffer), v, Int(bufferFullRO))
	if r.IsNil() {
		return "", false
	}
	m, is := As[*MemoryView](r)
	if !is {
		c.Raise(TypeError, "__buffer__ returned non-memoryview object")
		return "", false
	}
	text := c.Once(func() Value {
		if m.gone() {
			return m.check(c)
		}
		return NewBytes(string(m.contents()))
	})
	if text.IsNil() {
		return "", false
	}
	if rel := c.Lookup(TypeOf(v), c.Intern("__release_buffer__")); !rel.IsNil() && !rel.IsNone() {
		if c.CallMethod(rel, v, r).IsNil() {
			return "", false
		}
	}
	return text.AsBytes().S, true
}

// bufferFullRO is inspect.BufferFlags.FULL_RO: a buffer of any layout, for reading.
const bufferFullRO = 0x11c

// hasBuffer tells whether v has the buffer protocol.
func hasBuffer(v Value) bool {
	switch v.Unbox().p.Kind {
	case KBytes, KByteArray:
		return true
	}
	if v.p.Kind == KObj {
		switch v.AsObj().Impl.(type) {
		case *MemoryView, Buffer:
			return true
		}
	}
	m := TypeOf(v).Dunder(DBuffer)
	return !m.IsNil() && !m.IsNone()
}

// needBytes is BytesLike for an argument that must be bytes-like.
func (c *Ctx) needBytes(v Value) (string, bool) {
	s, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(TypeError, "a bytes-like object is required, not '%s'", typeName(v))
	}
	return s, ok
}

// view is the bytes of a bytes or bytearray without a copy, to be read at once.
func view(v Value) string {
	if b := v.AsBytes(); b != nil {
		return b.S
	}
	b := v.AsByteArray().B
	return unsafe.String(unsafe.SliceData(b), len(b))
}
