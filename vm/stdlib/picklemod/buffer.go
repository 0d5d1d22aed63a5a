package picklemod

import (
	"slp/vm/object"
)

// pickleBuffer wraps an object with the buffer protocol whose memory may travel outside of the pickle.
type pickleBuffer struct{ view value } // a memoryview, or Nil when released

// Walk implements object.Impl.
func (b *pickleBuffer) Walk(w *object.Walker) { w.Value(&b.view) }

// View implements object.Wrapper.
func (b *pickleBuffer) View() value { return b.view }

func bufferView(c *ctx, v value) value {
	b, _ := object.As[*pickleBuffer](v)
	if b.view.IsNil() {
		return c.Raise(object.ValueError, "operation forbidden on released PickleBuffer object")
	}
	return b.view
}

var bufferSpec = object.Spec{Name: "PickleBuffer", Module: "pickle", Doc: "Wrapper for potentially out-of-band buffers", Flags: object.HasWeakref,
	Methods: []object.Def{
		{Sig: "__new__(cls, object, /)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			var view value
			if b, ok := object.As[*pickleBuffer](a[1]); ok && !b.view.IsNil() {
				view = c.NewMemoryView(b.view)
			} else {
				view = c.Call(object.MemoryViewType.V(), a[1])
			}
			if view.IsNil() {
				if c.Catch(object.TypeError) {
					return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Name)
				}
				return object.Nil
			}
			return c.NewObj(a[0].AsType(), &pickleBuffer{view})
		}},
		{Sig: "__buffer__(self, flags, /)", Doc: "Return a buffer object that exposes the underlying memory of the object.", Fn: func(c *ctx, a []value) value {
			view := bufferView(c, a[0])
			if view.IsNil() {
				return object.Nil
			}
			return c.NewMemoryView(view)
		}},
		{Sig: "__release_buffer__(self, buffer, /)", Fn: func(c *ctx, a []value) value { return object.None }},
		{Sig: "raw(self, /)", Doc: "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.", Fn: func(c *ctx, a []value) value {
			view := bufferView(c, a[0])
			if view.IsNil() {
				return object.Nil
			}
			flat := c.GetAttrName(view, "contiguous")
			if flat.IsNil() {
				return object.Nil
			}
			if !flat.IsTrue() {
				return c.Raise(object.BufferError, "cannot extract raw buffer from non-contiguous buffer")
			}
			return c.CallAttr(view, "cast", object.NewStr("B"))
		}},
		{Sig: "release(self, /)", Doc: "Release the underlying buffer exposed by the PickleBuffer object.", Fn: func(c *ctx, a []value) value {
			b, _ := object.As[*pickleBuffer](a[0])
			if b.view.IsNil() {
				return object.None
			}
			if c.CallAttr(b.view, "release").IsNil() {
				return object.Nil
			}
			c.Touch(a[0].Hdr())
			b.view = object.Nil
			return object.None
		}},
	}}

// saveBuffer saves a PickleBuffer in band, or leaves its memory to the callback.
func (s *saver) saveBuffer(c *ctx, obj value, b *pickleBuffer) bool {
	if s.p.proto < 5 {
		c.Raise(state(c).picklingError, "PickleBuffer can only be pickled with protocol >= 5")
		return false
	}
	if bufferView(c, obj).IsNil() {
		return false
	}
	if flat := c.GetAttrName(b.view, "contiguous"); flat.IsNil() || !flat.IsTrue() {
		if !flat.IsNil() {
			c.Raise(state(c).picklingError, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
		}
		return false
	}
	if !s.p.callback.IsNone() {
		return s.hosted(c, task{kind: wBuffer, obj: obj}, "pickle_truth", s.p.callback, obj)
	}
	return s.inBand(c, obj)
}

func (s *saver) gotBuffer(c *ctx, obj, inBand value) {
	if inBand.IsTrue() {
		s.inBand(c, obj)
		return
	}
	b, _ := object.As[*pickleBuffer](obj)
	readOnly := c.GetAttrName(b.view, "readonly")
	if readOnly.IsNil() {
		return
	}
	s.out.byte(opNextBuffer)
	if readOnly.IsTrue() {
		s.out.byte(opReadOnlyBuffer)
	}
}

func (s *saver) inBand(c *ctx, obj value) bool {
	view := bufferView(c, obj)
	if view.IsNil() {
		return false
	}
	readOnly := c.GetAttrName(view, "readonly")
	text, ok, _ := c.BytesLike(view)
	if readOnly.IsNil() || !ok {
		return false
	}
	if readOnly.IsTrue() {
		return s.bytesText(c, text, object.Nil, obj)
	}
	return s.sizedText(opByteArray8, 8, text, object.Nil, obj)
}
