package iomod

import (
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// text makes a method of an open text stream: native if the stream is fast, else the hosted function of this name.
func textMethod(sig, hosted, doc string, native func(c *ctx, t *textIO, a []value) value) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		t := textOf(a[0])
		if !t.ready(c) {
			return object.Nil
		}
		if t.fast(c) {
			return native(c, t, a)
		}
		args := append([]value(nil), a...)
		for i := range args {
			if args[i].IsNil() {
				args[i] = object.None
			}
		}
		return c.Self(hosted, args...)
	}}
}

func ofBuffer(name string) object.Fn {
	return func(c *ctx, a []value) value {
		t := textOf(a[0])
		if !t.usable(c) {
			return object.Nil
		}
		return c.CallAttr(t.buffer, name)
	}
}

func bufferAttr(name string) func(c *ctx, o value) value {
	return func(c *ctx, o value) value {
		t := textOf(o)
		if !t.usable(c) {
			return object.Nil
		}
		return c.GetAttrName(t.buffer, name)
	}
}

// nameArg is an optional str argument; def for None.
func nameArg(c *ctx, v value, what, def string) (string, bool) {
	if none(v) {
		return def, true
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "TextIOWrapper() argument '%s' must be str or None, not %s", what, object.TypeOf(v).Said())
		return "", false
	}
	for i := range len(s.String()) {
		if s.String()[i] == 0 {
			c.Raise(object.ValueError, "embedded null character")
			return "", false
		}
	}
	return s.String(), true
}

// findCodec raises if there is no text codec of this name.
func findCodec(c *ctx, encoding string) bool {
	if _, ok := wtf8.LookupEncoding(encoding); ok {
		return true
	}
	return !c.CallHosted("text_codec", object.NewStr(encoding)).IsNil()
}

// initText is TextIOWrapper.__init__.
func initText(c *ctx, a []value) value {
	encoding, ok := nameArg(c, a[2], "encoding", localEncoding)
	if !ok {
		return object.Nil
	}
	if encoding == "locale" {
		encoding = localEncoding
	}
	errors, ok := nameArg(c, a[3], "errors", "strict")
	if !ok {
		return object.Nil
	}
	newline := a[4]
	if newline.IsNil() {
		newline = object.None
	}
	if !checkTextNewline(c, newline) {
		return object.Nil
	}
	line, ok := flag(c, a[5], false)
	if !ok {
		return object.Nil
	}
	through, ok := flag(c, a[6], false)
	if !ok || !findCodec(c, encoding) {
		return object.Nil
	}
	var able [3]bool
	for i, name := range [...]string{"readable", "writable", "seekable"} {
		r := c.CallAttr(a[1], name)
		if r.IsNil() {
			return r
		}
		if able[i], ok = c.Truth(r); !ok {
			return object.Nil
		}
	}
	t := textOf(a[0])
	c.Touch(t.hdr)
	*t = textIO{ok: true, buffer: a[1], lineBuffering: line, writeThrough: through, chunk: chunkSize, seekable: able[2], telling: able[2],
		decodes: able[0], encodes: able[1], decoder: object.None, encoder: object.None, snapshot: object.None, hdr: t.hdr}
	t.setCodec(encoding, errors)
	t.setNewline(newline)
	return object.None
}

func checkTextNewline(c *ctx, v value) bool {
	if v.IsNone() {
		return true
	}
	t := v.AsStr()
	if t == nil {
		c.Raise(object.TypeError, "TextIOWrapper() argument 'newline' must be str or None, not %s", object.TypeOf(v).Said())
		return false
	}
	switch t.String() {
	case "", "\n", "\r", "\r\n":
		return true
	}
	c.Raise(object.ValueError, "illegal newline value: %s", t.String())
	return false
}

// reconfigure is TextIOWrapper.reconfigure.
func reconfigure(c *ctx, a []value) value {
	t := textOf(a[0])
	if !t.usable(c) {
		return object.Nil
	}
	codec := !none(a[1]) || !none(a[2])
	if t.started && (codec || !a[3].IsNil()) {
		return unsupported(c, "It is not possible to set the encoding or newline of stream after the first read")
	}
	encoding, ok := nameArg(c, a[1], "encoding", "")
	if !ok {
		return object.Nil
	}
	errors, ok := nameArg(c, a[2], "errors", "")
	if !ok || !a[3].IsNil() && !checkTextNewline(c, a[3]) {
		return object.Nil
	}
	line, through := t.lineBuffering, t.writeThrough
	if !none(a[4]) {
		if line, ok = c.Truth(a[4]); !ok {
			return object.Nil
		}
	}
	if !none(a[5]) {
		if through, ok = c.Truth(a[5]); !ok {
			return object.Nil
		}
	}
	if encoding == "locale" {
		encoding = localEncoding
	}
	if encoding != "" && !findCodec(c, encoding) {
		return object.Nil
	}
	if c.CallAttr(a[0], "flush").IsNil() {
		return object.Nil
	}
	c.Touch(t.hdr)
	if codec {
		if errors == "" {
			if errors = t.errors; encoding != "" {
				errors = "strict"
			}
		}
		if encoding == "" {
			encoding = t.encoding
		}
		t.setCodec(encoding, errors)
		t.decoder, t.encoder = object.None, object.None
	}
	if !a[3].IsNil() {
		t.setNewline(a[3])
		t.decoder = object.None
	}
	t.lineBuffering, t.writeThrough = line, through
	return object.None
}

func (st *state) textSpec() object.Spec {
	readable := func(c *ctx, t *textIO) bool {
		if !t.decodes {
			unsupported(c, "not readable")
		}
		return t.decodes
	}
	str := func(s string, ok bool) value {
		if !ok {
			return object.Nil
		}
		return object.NewStr(s)
	}
	plain := func(name string, get func(t *textIO) value) object.Get {
		return object.Get{Name: name, Get: func(c *ctx, o value) value { return get(textOf(o)) }}
	}
	field := func(name string, get func(t *textIO) value) object.Get {
		return object.Get{Name: name, Get: func(c *ctx, o value) value {
			t := textOf(o)
			if !t.usable(c) {
				return object.Nil
			}
			return get(t)
		}}
	}
	return object.Spec{Name: "TextIOWrapper", Module: "_io", Base: st.textBase, Flags: streamFlags,
		Doc: "Character and line based layer over a BufferedIOBase object, buffer.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				v, _ := newText(c, a[0].AsType())
				return v
			}},
			{Sig: "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", Fn: initText},
			{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
				t := textOf(a[0])
				if !t.usable(c) {
					return object.Nil
				}
				text := "<_io.TextIOWrapper"
				for _, name := range [...]string{"name", "mode"} {
					v := c.FindAttr(a[0], c.Intern(name))
					if v.IsNil() {
						if c.Failed() && !c.Catch(object.ValueError) {
							return v
						}
						continue
					}
					r, ok := c.ReprText(v)
					if !ok {
						return object.Nil
					}
					text += " " + name + "=" + r
				}
				return object.NewStr(text + " encoding=" + c.ReprStr(object.NewStr(t.encoding).AsStr()) + ">")
			}},
			{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value {
				if object.TypeOf(a[0]).Flags&object.HeapType != 0 {
					return c.Self("textio_next_sub", a[0])
				}
				t := textOf(a[0])
				v := t.Next(c, a[0])
				if v.IsNil() && !c.Failed() {
					return c.RaiseArgs(object.StopIteration)
				}
				return v
			}},
			{Sig: "detach(self, /)", Fn: func(c *ctx, a []value) value {
				t := textOf(a[0])
				if !t.usable(c) || c.CallAttr(a[0], "flush").IsNil() {
					return object.Nil
				}
				c.Touch(t.hdr)
				b := t.buffer
				t.buffer, t.detached = object.None, true
				return b
			}},
			{Sig: "reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)", Fn: reconfigure,
				Doc: "Reconfigure the text stream with new parameters."},
			{Sig: "write(self, text, /)", Fn: func(c *ctx, a []value) value {
				t, s := textOf(a[0]), a[1].AsStr()
				if s == nil {
					return c.Raise(object.TypeError, "write() argument must be str, not %s", object.TypeOf(a[1]).Said())
				}
				if !t.ready(c) {
					return object.Nil
				}
				if !t.fast(c) {
					return c.Self("textio_write", a[0], a[1])
				}
				if !t.encodes {
					return unsupported(c, "not writable")
				}
				if !t.put(c, s) {
					return object.Nil
				}
				return object.Int(int64(s.Len()))
			}},
			textMethod("read(self, size=-1, /)", "textio_read", "", func(c *ctx, t *textIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok || !readable(c, t) || !t.await(c) {
					return object.Nil
				}
				return str(t.take(c, n))
			}),
			textMethod("readline(self, size=-1, /)", "textio_readline", "", func(c *ctx, t *textIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok || !readable(c, t) || !t.await(c) {
					return object.Nil
				}
				return str(t.line(c, n))
			}),
			textMethod("flush(self, /)", "textio_flush", "", func(c *ctx, t *textIO, a []value) value {
				if !t.flush(c) {
					return object.Nil
				}
				return object.None
			}),
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				t := textOf(a[0])
				if !t.usable(c) {
					return object.Nil
				}
				b := t.below()
				if b == nil || !t.native || object.TypeOf(a[0]).Flags&object.HeapType != 0 {
					return c.Self("textio_close", a[0])
				}
				if b.isClosed() {
					return object.None
				}
				flushed := t.flush(c)
				exc := c.TakeExc()
				if !b.shut(c) {
					return object.Nil
				}
				if !flushed {
					return c.RaiseExc(exc.AsExc())
				}
				return object.None
			}},
			{Sig: "fileno(self, /)", Fn: ofBuffer("fileno")}, {Sig: "seekable(self, /)", Fn: ofBuffer("seekable")},
			{Sig: "readable(self, /)", Fn: ofBuffer("readable")}, {Sig: "writable(self, /)", Fn: ofBuffer("writable")},
			{Sig: "isatty(self, /)", Fn: ofBuffer("isatty")},
			textMethod("seek(self, cookie, whence=0, /)", "textio_seek", "", func(c *ctx, t *textIO, a []value) value {
				whence := 0
				if !a[2].IsNil() {
					var ok bool
					if whence, ok = c.IndexInt(a[2], false); !ok {
						return object.Nil
					}
				}
				target := c.Index(a[1])
				if target.IsNil() {
					return target
				}
				return t.seekText(c, target, whence)
			}),
			textMethod("tell(self, /)", "textio_tell", "", func(c *ctx, t *textIO, a []value) value { return t.tell(c) }),
			{Sig: "truncate(self, pos=None, /)", Fn: func(c *ctx, a []value) value {
				t := textOf(a[0])
				if !t.usable(c) || c.CallAttr(a[0], "flush").IsNil() {
					return object.Nil
				}
				pos := a[1]
				if pos.IsNil() {
					pos = object.None
				}
				return c.CallAttr(t.buffer, "truncate", pos)
			}},
			{Sig: "__getstate__(self, /)", Fn: noPickle},
		},
		Gets: []object.Get{
			plain("encoding", func(t *textIO) value { return object.NewStr(t.encoding) }),
			field("errors", func(t *textIO) value { return object.NewStr(t.errors) }),
			plain("line_buffering", func(t *textIO) value { return object.Bool(t.lineBuffering) }),
			plain("write_through", func(t *textIO) value { return object.Bool(t.writeThrough) }),
			plain("buffer", func(t *textIO) value { return t.buffer }),
			{Name: "newlines", Get: func(c *ctx, o value) value {
				t := textOf(o)
				if !t.usable(c) {
					return object.Nil
				}
				if !t.decoder.IsNone() {
					v := c.FindAttr(t.decoder, c.Intern("newlines"))
					if v.IsNil() && !c.Failed() {
						return object.None
					}
					return v
				}
				return seenNewlines(t.seen)
			}},
			{Name: "closed", Get: bufferAttr("closed")}, {Name: "name", Get: bufferAttr("name")},
			field("_finalizing", func(t *textIO) value { return object.False }),
			{Name: "_CHUNK_SIZE", Get: func(c *ctx, o value) value { return object.Int(int64(textOf(o).chunk)) }, Set: func(c *ctx, o, v value) bool {
				if v.IsNil() {
					c.Raise(object.AttributeError, "cannot delete attribute")
					return false
				}
				n, ok := c.IndexInt(v, false)
				if ok && n <= 0 {
					c.Raise(object.ValueError, "a strictly positive integer is required")
					return false
				}
				if ok {
					c.Touch(o.Hdr())
					textOf(o).chunk = n
				}
				return ok
			}},
		}}
}
