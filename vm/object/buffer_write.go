package object

// Writable lends the memory of an object with a writable, contiguous buffer, ready to be written at once; what tells in
// messages who wants it ("readinto()"). ok is false if it raised or was suspended.
func (c *Ctx) Writable(v Value, what string) (memory []byte, ok bool) {
	if b := v.AsByteArray(); b != nil {
		c.Touch(&b.Hdr)
		return b.B, true
	}
	if !hasBuffer(v) {
		return nil, c.notWritable(v, what)
	}
	view := v
	if _, is := As[*MemoryView](v); !is {
		if view = c.NewMemoryView(v); view.IsNil() {
			return nil, false
		}
	}
	m, _ := As[*MemoryView](view)
	if m.gone() {
		m.check(c)
		return nil, false
	}
	if m.readOnly || m.obj.AsBytes() != nil || !m.contiguous() {
		return nil, c.notWritable(v, what)
	}
	c.Touch(m.obj.Hdr())
	memory = m.memory()
	memory = memory[m.off : m.off+m.len() : m.off+m.len()]
	if view != v && !m.release(c, view) {
		return nil, false
	}
	return memory, true
}

func (c *Ctx) notWritable(v Value, what string) bool {
	c.Raise(TypeError, "%s argument must be read-write bytes-like object, not %s", what, TypeOf(v).Said())
	return false
}

// ViewOf returns the object whose memory a memoryview that was not released shows; ok is false for anything else.
func ViewOf(v Value) (obj Value, ok bool) {
	m, ok := As[*MemoryView](v)
	if !ok || m.gone() {
		return Nil, false
	}
	return m.obj, true
}

// TextSink is implemented by text streams that take what print writes without further ado. native is false when the
// stream's method write has to be called.
type TextSink interface {
	PrintText(c *Ctx, self, text Value) (done, native bool)
}
