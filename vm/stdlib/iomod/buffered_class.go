package iomod

import (
	"strings"

	"slp/vm/object"
)

// method makes a method: native works on a file, other work is left to the hosted function of this name.
func (st *state) method(sig, closed, hosted string, native func(c *ctx, b *buffered, a []value) value, doc string) object.Def {
	reads := strings.HasPrefix(closed, "read") || strings.HasPrefix(closed, "peek")
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		b := bufferedOf(a[0])
		if !b.open(c, closed) {
			return object.Nil
		}
		if b.file() == nil {
			args := append([]value(nil), a...)
			for i := range args {
				if args[i].IsNil() {
					args[i] = object.None
				}
			}
			return c.Self(hosted, args...)
		}
		if reads && !b.await(c) {
			return object.Nil
		}
		return native(c, b, a)
	}}
}

// of makes a method or attribute that the raw stream answers.
func ofRaw(name string) object.Fn {
	return func(c *ctx, a []value) value {
		b := bufferedOf(a[0])
		if !b.usable(c) {
			return object.Nil
		}
		return c.CallAttr(b.raw, name)
	}
}

// readSize checks the argument of read.
func readSize(c *ctx, v value) (int, bool) {
	n, ok := size(c, v)
	if ok && n < -1 {
		c.Raise(object.ValueError, "read length must be non-negative or -1")
		return 0, false
	}
	return n, ok
}

func (st *state) bufferedInit(k kind) object.Def {
	able, text := "readable", "File or stream is not readable."
	if k == kindWriter {
		able, text = "writable", "File or stream is not writable."
	}
	return object.Def{Sig: "__init__(self, raw, buffer_size=131072)", Fn: func(c *ctx, a []value) value {
		n := defaultBuffer
		if !a[2].IsNil() {
			var ok bool
			if n, ok = c.IndexInt(a[2], false); !ok {
				return object.Nil
			}
		}
		names := []string{able}
		texts := []string{text}
		if k == kindRandom {
			names = []string{"seekable", "readable", "writable"}
			texts = []string{"File or stream is not seekable.", text, "File or stream is not writable."}
		}
		for i, name := range names {
			r := c.CallAttr(a[1], name)
			if r.IsNil() {
				return r
			}
			yes, ok := c.Truth(r)
			if !ok {
				return object.Nil
			}
			if !yes {
				return unsupported(c, texts[i])
			}
		}
		if n <= 0 {
			return c.Raise(object.ValueError, "buffer size must be strictly positive")
		}
		b := bufferedOf(a[0])
		c.Touch(b.hdr)
		hdr := b.hdr
		*b = buffered{kind: k, ok: true, raw: a[1], size: n, hdr: hdr}
		return object.None
	}}
}

func (st *state) makeBuffered(c *ctx) {
	newOf := func(k kind) object.Def {
		return object.Def{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			v, _ := newBuffered(c, a[0].AsType(), k)
			return v
		}}
	}
	common := func(k kind) []object.Def {
		return []object.Def{newOf(k), st.bufferedInit(k),
			{Sig: "__repr__(self, /)", Fn: streamRepr},
			{Sig: "detach(self, /)", Fn: func(c *ctx, a []value) value {
				b := bufferedOf(a[0])
				if !b.usable(c) {
					return object.Nil
				}
				if c.CallAttr(a[0], "flush").IsNil() {
					return object.Nil
				}
				c.Touch(b.hdr)
				raw := b.raw
				b.raw, b.detached, b.ok = object.None, true, false
				return raw
			}, Doc: "Disconnect this buffer from its underlying raw stream and return it."},
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				b := bufferedOf(a[0])
				if !b.usable(c) {
					return object.Nil
				}
				if b.file() == nil || object.TypeOf(a[0]).Flags&object.HeapType != 0 {
					return c.Self("buffered_close", a[0])
				}
				if !b.shut(c) {
					return object.Nil
				}
				return object.None
			}},
			{Sig: "seekable(self, /)", Fn: ofRaw("seekable")}, {Sig: "fileno(self, /)", Fn: ofRaw("fileno")}, {Sig: "isatty(self, /)", Fn: ofRaw("isatty")},
			{Sig: "_dealloc_warn(self, source, /)", Fn: func(c *ctx, a []value) value { return object.None }},
			{Sig: "__getstate__(self, /)", Fn: noPickle},
			{Sig: "__sizeof__(self, /)", Fn: func(c *ctx, a []value) value { return object.Int(int64(136 + bufferedOf(a[0]).size)) }},
			st.method("flush(self, /)", "flush of", "buffered_flush", func(c *ctx, b *buffered, a []value) value {
				if !b.drain(c) || b.kind != kindWriter && b.file().seekable(c) && !b.rewind(c) {
					return object.Nil
				}
				return object.None
			}, ""),
			st.method("seek(self, target, whence=0, /)", "seek of", "buffered_seek", func(c *ctx, b *buffered, a []value) value {
				whence := 0
				if !a[2].IsNil() {
					var ok bool
					if whence, ok = c.IndexInt(a[2], false); !ok {
						return object.Nil
					}
				}
				if whence < 0 || whence > 2 {
					return c.Raise(object.ValueError, "whence value %d unsupported", whence)
				}
				if !b.file().seekable(c) {
					return unsupported(c, "File or stream is not seekable.")
				}
				pos, ok := c.Long(a[1])
				if !ok {
					return object.Nil
				}
				at, ok := b.seekTo(c, pos, whence)
				if !ok {
					return object.Nil
				}
				return object.Int(at)
			}, ""),
			{Sig: "tell(self, /)", Fn: func(c *ctx, a []value) value {
				b := bufferedOf(a[0])
				if !b.usable(c) {
					return object.Nil
				}
				if b.file() == nil {
					return c.Self("buffered_tell", a[0])
				}
				if b.file().fd < 0 {
					return closedFD(c)
				}
				at, ok := b.place(c)
				if !ok {
					return object.Nil
				}
				return object.Int(at)
			}},
			st.method("truncate(self, pos=None, /)", "truncate of", "buffered_truncate", func(c *ctx, b *buffered, a []value) value {
				f := b.file()
				if !f.writable {
					return unsupported(c, "truncate")
				}
				if !b.flushFile(c) || !b.rewind(c) {
					return object.Nil
				}
				return f.truncate(c, a[1])
			}, ""),
		}
	}
	gets := []object.Get{
		{Name: "raw", Get: func(c *ctx, o value) value { return bufferedOf(o).raw }},
		{Name: "closed", Get: rawAttr("closed")}, {Name: "name", Get: rawAttr("name")}, {Name: "mode", Get: rawAttr("mode")},
		{Name: "_finalizing", Get: func(c *ctx, o value) value { return object.False }},
	}
	reading := []object.Def{
		{Sig: "readable(self, /)", Fn: ofRaw("readable")},
		{Sig: "__next__(self, /)", Fn: nextLine},
		st.method("read(self, size=-1, /)", "read of", "buffered_read", func(c *ctx, b *buffered, a []value) value {
			n, ok := readSize(c, a[1])
			if !ok {
				return object.Nil
			}
			return optBytes(b.take(c, n))
		}, ""),
		st.method("peek(self, size=0, /)", "peek of", "buffered_peek", func(c *ctx, b *buffered, a []value) value {
			if !b.prepare(c) {
				return object.Nil
			}
			if b.ahead() == "" {
				if _, ok := b.fill(c); !ok {
					return object.Nil
				}
			}
			return object.NewBytes(b.ahead())
		}, ""),
		st.method("read1(self, size=-1, /)", "read of", "buffered_read1", func(c *ctx, b *buffered, a []value) value {
			n, ok := size(c, a[1])
			if !ok {
				return object.Nil
			}
			data, _, ok := b.read1(c, n)
			return optBytes(data, false, ok)
		}, ""),
		st.method("readline(self, size=-1, /)", "readline of", "buffered_readline", func(c *ctx, b *buffered, a []value) value {
			n, ok := size(c, a[1])
			if !ok {
				return object.Nil
			}
			data, ok := b.line(c, n)
			return optBytes(data, false, ok)
		}, ""),
		st.readInto("readinto", "buffered_fill"),
		st.readInto("readinto1", "buffered_fill1"),
	}
	writing := []object.Def{
		{Sig: "writable(self, /)", Fn: ofRaw("writable")},
		{Sig: "write(self, buffer, /)", Fn: func(c *ctx, a []value) value {
			b := bufferedOf(a[0])
			if !b.usable(c) {
				return object.Nil
			}
			data, ok := bytesArg(c, a[1])
			if !ok {
				return object.Nil
			}
			if !b.open(c, "write to") {
				return object.Nil
			}
			if b.file() == nil {
				return c.Self("buffered_write", a[0], object.NewBytes(data))
			}
			if !b.offer(c, []byte(data)) {
				return object.Nil
			}
			return object.Int(int64(len(data)))
		}},
	}
	class := func(name, doc string, k kind, more ...[]object.Def) *object.Type {
		methods := common(k)
		for _, m := range more {
			methods = append(methods, m...)
		}
		return c.NewClass(object.Spec{Name: name, Module: "_io", Base: st.bufferedBase, Flags: streamFlags, Doc: doc, Methods: methods, Gets: gets})
	}
	st.reader = class("BufferedReader", "Create a new buffered reader using the given readable raw IO object.", kindReader, reading)
	st.writer = class("BufferedWriter", "A buffer for a writeable sequential RawIO object.", kindWriter, writing)
	st.random = class("BufferedRandom", "A buffered interface to random access streams.", kindRandom, reading, writing)
	st.makePair(c)
}

func (st *state) readInto(name, hosted string) object.Def {
	return st.method(name+"(self, buffer, /)", "readinto of", hosted, func(c *ctx, b *buffered, a []value) value {
		mem, ok := c.Writable(a[1], name+"()")
		if !ok {
			return object.Nil
		}
		data, again := "", false
		if name == "readinto" {
			data, again, ok = b.take(c, len(mem))
		} else {
			data, _, ok = b.read1(c, len(mem))
		}
		switch {
		case !ok:
			return object.Nil
		case again:
			return object.None
		}
		return object.Int(int64(copy(mem, data)))
	}, "")
}

func rawAttr(name string) func(c *ctx, o value) value {
	return func(c *ctx, o value) value {
		b := bufferedOf(o)
		if !b.usable(c) {
			return object.Nil
		}
		return c.GetAttrName(b.raw, name)
	}
}

// shownName is a class's name in the repr of its instances: without the module if it was made by Python code.
func shownName(t *object.Type) string {
	if t.Flags&object.HeapType != 0 {
		return t.Name
	}
	return "_io." + t.Name
}

// streamRepr is the repr of buffered streams: with the name, if there is one.
func streamRepr(c *ctx, a []value) value {
	cls := shownName(object.TypeOf(a[0]))
	name := c.FindAttr(a[0], c.Intern("name"))
	if name.IsNil() {
		if c.Failed() && !c.Catch(object.ValueError) {
			return name
		}
		return object.NewStr("<" + cls + ">")
	}
	text, ok := c.ReprText(name)
	if !ok {
		return object.Nil
	}
	return object.NewStr("<" + cls + " name=" + text + ">")
}

// pair is a BufferedRWPair.
type pair struct{ reader, writer value }

// Walk implements object.Impl.
func (p *pair) Walk(w *object.Walker) {
	w.Value(&p.reader)
	w.Value(&p.writer)
}

func (st *state) makePair(c *ctx) {
	part := func(sig, name string, reads bool) object.Def {
		return object.Def{Sig: sig, Fn: func(c *ctx, a []value) value {
			p, _ := object.As[*pair](a[0])
			o := p.writer
			if reads {
				o = p.reader
			}
			if o.IsNil() || o.IsNone() {
				return c.Raise(object.ValueError, "I/O operation on uninitialized object")
			}
			args := a[1:]
			if len(args) == 1 && args[0].IsNil() {
				args = nil
			}
			return c.CallAttr(o, name, args...)
		}}
	}
	st.pair = c.NewClass(object.Spec{Name: "BufferedRWPair", Module: "_io", Base: st.bufferedBase, Flags: streamFlags,
		Doc: "A buffered reader and writer object together.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				return c.NewObj(a[0].AsType(), &pair{object.None, object.None})
			}},
			{Sig: "__init__(self, reader, writer, buffer_size=131072, /)", Fn: func(c *ctx, a []value) value {
				n := object.Int(defaultBuffer)
				if !a[3].IsNil() {
					n = a[3]
				}
				r := c.Call(st.reader.V(), a[1], n)
				if r.IsNil() {
					return r
				}
				w := c.Call(st.writer.V(), a[2], n)
				if w.IsNil() {
					return w
				}
				p, _ := object.As[*pair](a[0])
				c.Touch(a[0].Hdr())
				p.reader, p.writer = r, w
				return object.None
			}},
			part("read(self, size=-1, /)", "read", true), part("peek(self, size=0, /)", "peek", true), part("read1(self, size=-1, /)", "read1", true),
			part("readinto(self, buffer, /)", "readinto", true), part("readinto1(self, buffer, /)", "readinto1", true),
			part("write(self, b, /)", "write", false), part("flush(self, /)", "flush", false),
			part("readable(self, /)", "readable", true), part("writable(self, /)", "writable", false),
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				p, _ := object.As[*pair](a[0])
				return c.Self("pair_close", p.reader, p.writer)
			}},
			{Sig: "isatty(self, /)", Fn: func(c *ctx, a []value) value {
				p, _ := object.As[*pair](a[0])
				w := c.CallAttr(p.writer, "isatty")
				if w.IsNil() || w.IsTrue() {
					return w
				}
				return c.CallAttr(p.reader, "isatty")
			}},
		},
		Gets: []object.Get{{Name: "closed", Get: func(c *ctx, o value) value {
			p, _ := object.As[*pair](o)
			if p.writer.IsNone() {
				return c.Raise(object.RuntimeError, "the BufferedRWPair object is being garbage-collected")
			}
			return c.GetAttrName(p.writer, "closed")
		}}}})
}
