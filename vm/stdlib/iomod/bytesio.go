package iomod

import (
	"bytes"

	"slp/vm/object"
)

// bytesIO is a BytesIO: bytes in memory.
type bytesIO struct {
	buf     []byte
	pos     int
	exports int
	closed  bool
	hdr     *object.Hdr
}

// Walk implements object.Impl.
func (b *bytesIO) Walk(w *object.Walker) {
	w.Bytes(&b.buf)
	object.Word(w, &b.pos)
	object.Word(w, &b.exports)
	w.Bool(&b.closed)
}

// bytesView lends the memory of a BytesIO to memoryviews.
type bytesView struct{ of value }

// Walk implements object.Impl.
func (v *bytesView) Walk(w *object.Walker) { w.Value(&v.of) }

// Memory implements object.Buffer.
func (v *bytesView) Memory() object.Memory { return object.Memory{Data: bytesOf(v.of).buf} }

// Export implements object.Buffer.
func (v *bytesView) Export(c *ctx, self value, by int) {
	b := bytesOf(v.of)
	c.Touch(b.hdr)
	b.exports += by
}

func bytesOf(v value) *bytesIO {
	b, _ := object.As[*bytesIO](v)
	return b
}

// resizable raises if a view forbids changing the size. Views that the program dropped do not count.
func (b *bytesIO) resizable(c *ctx) bool {
	if b.exports == 0 {
		return true
	}
	n := b.exports
	if !c.Searches() {
		return true
	}
	if h, ok := c.Host.(interface{ Reachable(see func(value)) }); ok {
		n = 0
		seen := 0
		h.Reachable(func(v value) {
			seen++
			if o, ok := object.ViewOf(v); ok {
				if x, ok := object.As[*bytesView](o); ok && bytesOf(x.of) == b {
					n++
				}
			}
		})
		c.Searched(n > 0, seen)
		c.Touch(b.hdr)
		b.exports = n
	}
	if n > 0 {
		c.Raise(object.BufferError, "Existing exports of data: object cannot be re-sized")
		return false
	}
	return true
}

func (b *bytesIO) ready(c *ctx) bool {
	if b.closed {
		closedFile(c)
	}
	return !b.closed
}

// take reads n bytes, all for a negative number.
func (b *bytesIO) take(c *ctx, n int) string {
	rest := b.buf[min(b.pos, len(b.buf)):]
	if n < 0 || n > len(rest) {
		n = len(rest)
	}
	if n > 0 {
		c.Touch(b.hdr)
		b.pos += n
	}
	return string(rest[:n])
}

func (b *bytesIO) line(c *ctx, limit int) string {
	rest := b.buf[min(b.pos, len(b.buf)):]
	n := bytes.IndexByte(rest, '\n') + 1
	if n == 0 {
		n = len(rest)
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	return b.take(c, n)
}

// nextLine implements lines.
func (b *bytesIO) nextLine(c *ctx) value {
	s := b.line(c, -1)
	if s == "" {
		return object.Nil
	}
	return object.NewBytes(s)
}

// Next implements object.Iterator.
func (b *bytesIO) Next(c *ctx, self value) value {
	if !b.ready(c) {
		return object.Nil
	}
	return b.nextLine(c)
}

// write puts bytes at the place; false: it raised.
func (b *bytesIO) write(c *ctx, data string) bool {
	if data == "" {
		return true
	}
	end := b.pos + len(data)
	if end > len(b.buf) && !b.resizable(c) {
		return false
	}
	c.Touch(b.hdr)
	if b.pos > len(b.buf) {
		b.buf = append(b.buf, make([]byte, b.pos-len(b.buf))...)
	}
	n := copy(b.buf[b.pos:], data)
	b.buf = append(b.buf, data[n:]...)
	b.pos = end
	return true
}

func (b *bytesIO) seek(c *ctx, pos int64, whence int) (int64, bool) {
	switch whence {
	case 0:
		if pos < 0 {
			c.Raise(object.ValueError, "negative seek value %d", pos)
			return 0, false
		}
	case 1:
		pos += int64(b.pos)
	case 2:
		pos += int64(len(b.buf))
	default:
		c.Raise(object.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
		return 0, false
	}
	c.Touch(b.hdr)
	b.pos = int(max(0, pos))
	return int64(b.pos), true
}

func (b *bytesIO) truncate(c *ctx, n int64) bool {
	if n < 0 {
		c.Raise(object.ValueError, "negative size value %d", n)
		return false
	}
	if !b.resizable(c) {
		return false
	}
	if n < int64(len(b.buf)) {
		c.Touch(b.hdr)
		b.buf = b.buf[:n:n]
	}
	return true
}

func bytesMethod(do func(c *ctx, b *bytesIO, a []value) value) object.Fn {
	return func(c *ctx, a []value) value {
		b := bytesOf(a[0])
		if !b.ready(c) {
			return object.Nil
		}
		return do(c, b, a)
	}
}

func (s *state) bytesSpec() object.Spec {
	yes := bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return object.True })
	read := bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
		n, ok := size(c, a[1])
		if !ok {
			return object.Nil
		}
		return object.NewBytes(b.take(c, n))
	})
	return object.Spec{Name: "BytesIO", Module: "_io", Base: s.bufferedBase, Flags: streamFlags, Doc: "Buffered I/O implementation using an in-memory bytes buffer.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				b := &bytesIO{}
				v := c.NewObj(a[0].AsType(), b)
				b.hdr = v.Hdr()
				return v
			}},
			{Sig: "__init__(self, initial_bytes=b'')", Fn: func(c *ctx, a []value) value {
				b, text := bytesOf(a[0]), ""
				if !none(a[1]) {
					var ok bool
					if text, ok = bytesArg(c, a[1]); !ok {
						return object.Nil
					}
				}
				if !b.resizable(c) {
					return object.Nil
				}
				c.Touch(b.hdr)
				b.buf, b.pos = []byte(text), 0
				return object.None
			}},
			{Sig: "__iter__(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return a[0] })},
			{Sig: "__next__(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				if v := b.nextLine(c); !v.IsNil() {
					return v
				}
				return c.RaiseArgs(object.StopIteration)
			})},
			{Sig: "readable(self, /)", Fn: yes}, {Sig: "seekable(self, /)", Fn: yes}, {Sig: "writable(self, /)", Fn: yes},
			{Sig: "isatty(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return object.False })},
			{Sig: "flush(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return object.None })},
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				b := bytesOf(a[0])
				if b.closed {
					return object.None
				}
				if !b.resizable(c) {
					return object.Nil
				}
				c.Touch(b.hdr)
				b.closed, b.buf = true, nil
				return object.None
			}},
			{Sig: "tell(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return object.Int(int64(b.pos)) })},
			{Sig: "write(self, b, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				data, ok := bytesArg(c, a[1])
				if !ok || !b.write(c, data) {
					return object.Nil
				}
				return object.Int(int64(len(data)))
			})},
			{Sig: "writelines(self, lines, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return c.Self("iobase_writelines", a[0], a[1]) })},
			{Sig: "read(self, size=-1, /)", Fn: read}, {Sig: "read1(self, size=-1, /)", Fn: read},
			{Sig: "readinto(self, buffer, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				mem, ok := c.Writable(a[1], "readinto()")
				if !ok {
					return object.Nil
				}
				return object.Int(int64(copy(mem, b.take(c, len(mem)))))
			})},
			{Sig: "readline(self, size=-1, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				return object.NewBytes(b.line(c, n))
			})},
			{Sig: "readlines(self, size=None, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				list, total := []value{}, 0
				for n <= 0 || total < n {
					s := b.line(c, -1)
					if s == "" {
						break
					}
					total += len(s)
					list = append(list, object.NewBytes(s))
				}
				return c.NewList(list)
			})},
			{Sig: "getbuffer(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				return c.NewMemoryView(c.NewObj(stateOf(c).bytesView, &bytesView{a[0]}))
			})},
			{Sig: "getvalue(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value { return object.NewBytes(string(b.buf)) })},
			{Sig: "seek(self, pos, whence=0, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				pos, whence, ok := seekArgs(c, a[1], a[2])
				if !ok {
					return object.Nil
				}
				at, ok := b.seek(c, pos, whence)
				if !ok {
					return object.Nil
				}
				return object.Int(at)
			})},
			{Sig: "truncate(self, size=None, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				n, ok := int64(b.pos), true
				if !none(a[1]) {
					n, ok = c.Long(a[1])
				}
				if !ok || !b.truncate(c, n) {
					return object.Nil
				}
				return object.Int(n)
			})},
			{Sig: "__getstate__(self, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				d := object.None
				if x := c.InstanceDict(a[0]); x != nil && x.Len() > 0 {
					d = x.Clone(c).V()
				}
				return object.TupleOf(object.NewBytes(string(b.buf)), object.Int(int64(b.pos)), d)
			})},
			{Sig: "__setstate__(self, state, /)", Fn: bytesMethod(func(c *ctx, b *bytesIO, a []value) value {
				t := a[1].AsTuple()
				if t == nil || len(t.Items) < 3 {
					return c.Raise(object.TypeError, "%s.__setstate__ argument should be 3-tuple, got %s", object.TypeOf(a[0]).Said(), object.TypeOf(a[1]).Said())
				}
				data, ok := bytesArg(c, t.Items[0])
				if !ok || !b.resizable(c) {
					return object.Nil
				}
				pos, isInt := t.Items[1].AsInt()
				if !isInt {
					return c.Raise(object.TypeError, "second item of state must be an integer, not %s", object.TypeOf(t.Items[1]).Said())
				}
				if pos < 0 {
					return c.Raise(object.ValueError, "position value cannot be negative")
				}
				c.Touch(b.hdr)
				b.buf, b.pos = []byte(data), int(pos)
				return restoreDict(c, a[0], t.Items[2])
			})},
		},
		Gets: []object.Get{{Name: "closed", Get: func(c *ctx, o value) value { return object.Bool(bytesOf(o).closed) }, Doc: "True if the file is closed."}}}
}

// restoreDict puts the attributes of a pickled stream back.
func restoreDict(c *ctx, o, d value) value {
	if none(d) {
		return object.None
	}
	src := d.AsDict()
	if src == nil {
		return c.Raise(object.TypeError, "third item of state should be a dict, got a %s", object.TypeOf(d).Said())
	}
	dst := c.InstanceDict(o)
	for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
		if e := src.T.At(i); !c.DictSet(dst, e.Key, e.Val) {
			return object.Nil
		}
	}
	return object.None
}
