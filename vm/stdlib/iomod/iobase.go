package iomod

import "slp/vm/object"

// plain is the Go part of an instance of a class written in Python that derives from one of the abstract classes.
type plain struct{ closed bool }

// Walk implements object.Impl.
func (p *plain) Walk(w *object.Walker) { w.Bool(&p.closed) }

const streamFlags = object.HasDict | object.HasWeakref

func newPlain(c *ctx, a []value) value { return c.NewObj(a[0].AsType(), &plain{}) }

// checkClosed asks the object itself whether it is closed, as its class may say so in Python.
func checkClosed(c *ctx, o value) bool {
	v := c.GetAttrName(o, "closed")
	if v.IsNil() {
		return false
	}
	t, ok := c.Truth(v)
	if ok && t {
		closedFile(c)
		return false
	}
	return ok
}

// checkAble makes _checkReadable and its like.
func checkAble(method, text string) object.Fn {
	return func(c *ctx, a []value) value {
		r := c.CallAttr(a[0], method)
		if r.IsNil() || r.IsTrue() {
			return r
		}
		return unsupported(c, "File or stream is not "+text+".")
	}
}

func (s *state) makeBases(c *ctx) {
	no := func(name string) object.Fn { return func(c *ctx, a []value) value { return unsupported(c, name) } }
	isFalse := func(c *ctx, a []value) value {
		if !checkClosed(c, a[0]) {
			return object.Nil
		}
		return object.False
	}
	s.ioBase = c.NewClass(object.Spec{Name: "_IOBase", Module: "_io", Flags: streamFlags, Doc: "The abstract base class for all I/O classes.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: newPlain},
			{Sig: "seek(self, offset, whence=0, /)", Fn: no("seek"), Doc: "Change the stream position to the given byte offset."},
			{Sig: "tell(self, /)", Fn: func(c *ctx, a []value) value { return c.CallAttr(a[0], "seek", object.Int(0), object.Int(1)) }, Doc: "Return current stream position."},
			{Sig: "truncate(self, size=None, /)", Fn: no("truncate"), Doc: "Truncate file to size bytes."},
			{Sig: "flush(self, /)", Fn: func(c *ctx, a []value) value {
				if p, ok := object.As[*plain](a[0]); ok && p.closed {
					return closedFile(c)
				}
				return object.None
			}, Doc: "Flush write buffers, if applicable."},
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				p, ok := object.As[*plain](a[0])
				if !ok || p.closed {
					return object.None
				}
				return c.Self("iobase_close", a[0])
			}, Doc: "Flush and close the IO object."},
			{Sig: "seekable(self, /)", Fn: isFalse0, Doc: "Return whether object supports random access."},
			{Sig: "readable(self, /)", Fn: isFalse0, Doc: "Return whether object was opened for reading."},
			{Sig: "writable(self, /)", Fn: isFalse0, Doc: "Return whether object was opened for writing."},
			{Sig: "_checkClosed(self, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
				if !checkClosed(c, a[0]) {
					return object.Nil
				}
				return object.None
			}},
			{Sig: "_checkSeekable(self, /, *args, **kwargs)", Fn: checkAble("seekable", "seekable")},
			{Sig: "_checkReadable(self, /, *args, **kwargs)", Fn: checkAble("readable", "readable")},
			{Sig: "_checkWritable(self, /, *args, **kwargs)", Fn: checkAble("writable", "writable")},
			{Sig: "fileno(self, /)", Fn: no("fileno"), Doc: "Return underlying file descriptor if one exists."},
			{Sig: "isatty(self, /)", Fn: isFalse, Doc: "Return whether this is an 'interactive' stream."},
			{Sig: "__enter__(self, /)", Fn: func(c *ctx, a []value) value {
				if !checkClosed(c, a[0]) {
					return object.Nil
				}
				return a[0]
			}},
			{Sig: "__exit__(self, /, *args)", Fn: func(c *ctx, a []value) value { return c.CallAttr(a[0], "close") }},
			{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value {
				if !checkClosed(c, a[0]) {
					return object.Nil
				}
				return a[0]
			}},
			{Sig: "__next__(self, /)", Fn: nextLine},
			{Sig: "readline(self, size=-1, /)", Fn: func(c *ctx, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				return c.Self("iobase_readline", a[0], object.Int(int64(n)))
			}, Doc: "Read and return a line from the stream."},
			{Sig: "readlines(self, hint=-1, /)", Fn: readLines, Doc: "Return a list of lines from the stream."},
			{Sig: "writelines(self, lines, /)", Fn: func(c *ctx, a []value) value { return c.Self("iobase_writelines", a[0], a[1]) },
				Doc: "Write a list of lines to stream."},
			{Sig: "__del__(self, /)", Fn: finalize},
		},
		Gets: []object.Get{{Name: "closed", Get: func(c *ctx, o value) value {
			p, ok := object.As[*plain](o)
			return object.Bool(ok && p.closed)
		}}, {Name: "__dict__", Get: func(c *ctx, o value) value { return c.InstanceDict(o).V() }}}})
	s.rawBase = c.NewClass(object.Spec{Name: "_RawIOBase", Module: "_io", Base: s.ioBase, Doc: "Base class for raw binary I/O.",
		Methods: []object.Def{
			{Sig: "read(self, size=-1, /)", Fn: func(c *ctx, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				if n < 0 {
					return c.CallAttr(a[0], "readall")
				}
				return c.Self("raw_read", a[0], object.Int(int64(n)))
			}},
			{Sig: "readall(self, /)", Fn: func(c *ctx, a []value) value { return c.Self("raw_readall", a[0]) }, Doc: "Read until EOF, using multiple read() call."},
			{Sig: "readinto(self, buffer, /)", Fn: func(c *ctx, a []value) value { return c.RaiseArgs(object.NotImplementedError) }},
			{Sig: "write(self, b, /)", Fn: func(c *ctx, a []value) value { return c.RaiseArgs(object.NotImplementedError) }},
		}})
	s.bufferedBase = c.NewClass(object.Spec{Name: "_BufferedIOBase", Module: "_io", Base: s.ioBase, Doc: "Base class for buffered IO objects.",
		Methods: []object.Def{
			{Sig: "detach(self, /)", Fn: no("detach"), Doc: "Disconnect this buffer from its underlying raw stream and return it."},
			{Sig: "read(self, size=-1, /)", Fn: no("read"), Doc: "Read and return up to n bytes."},
			{Sig: "read1(self, size=-1, /)", Fn: no("read1"), Doc: "Read and return up to size bytes, with at most one read() call to the underlying raw stream."},
			{Sig: "readinto(self, buffer, /)", Fn: func(c *ctx, a []value) value { return c.Self("buffered_readinto", a[0], a[1], object.NewStr("read")) }},
			{Sig: "readinto1(self, buffer, /)", Fn: func(c *ctx, a []value) value { return c.Self("buffered_readinto", a[0], a[1], object.NewStr("read1")) }},
			{Sig: "write(self, b, /)", Fn: no("write"), Doc: "Write buffer b to the IO stream."},
		}})
	field := func(name string) object.Get {
		return object.Get{Name: name, Get: func(c *ctx, o value) value { return object.None }}
	}
	s.textBase = c.NewClass(object.Spec{Name: "_TextIOBase", Module: "_io", Base: s.ioBase, Doc: "Base class for text I/O.",
		Methods: []object.Def{
			{Sig: "detach(self, /)", Fn: no("detach")},
			{Sig: "read(self, size=-1, /)", Fn: no("read")},
			{Sig: "readline(self, size=-1, /)", Fn: no("readline")},
			{Sig: "write(self, s, /)", Fn: no("write")},
		},
		Gets: []object.Get{field("encoding"), field("newlines"), field("errors")}})
}

func isFalse0(c *ctx, a []value) value { return object.False }

// nextLine is __next__ by way of readline.
func nextLine(c *ctx, a []value) value {
	if _, ok := object.As[*plain](a[0]); ok && !checkClosed(c, a[0]) {
		return object.Nil
	}
	v := c.CallAttr(a[0], "readline")
	if v.IsNil() {
		return v
	}
	n, ok := c.Len(v)
	switch {
	case !ok:
		return object.Nil
	case n == 0:
		return c.RaiseArgs(object.StopIteration)
	}
	return v
}

// readLines is readlines(hint) for any stream.
func readLines(c *ctx, a []value) value {
	n, ok := size(c, a[1])
	if !ok {
		return object.Nil
	}
	if s, ok := nativeLines(c, a[0]); ok {
		if !s.ready(c) {
			return object.Nil
		}
		list, total := []value{}, 0
		for n <= 0 || total < n {
			v := s.nextLine(c)
			if v.IsNil() {
				if c.Failed() {
					return object.Nil
				}
				break
			}
			list = append(list, v)
			m, _ := c.Len(v)
			total += m
		}
		return c.NewList(list)
	}
	return c.Self("iobase_readlines", a[0], object.Int(int64(n)))
}

// lines is a stream whose lines are read without Python code.
type lines interface {
	ready(c *ctx) bool     // not closed; false: it raised
	nextLine(c *ctx) value // Nil without an exception at the end
}

// nativeLines returns v as lines if no class written in Python has a say.
func nativeLines(c *ctx, v value) (lines, bool) {
	if v.Kind() != object.KObj || v.AsObj().Cls.Flags&object.HeapType != 0 {
		return nil, false
	}
	switch s := v.AsObj().Impl.(type) {
	case *bytesIO:
		return s, true
	case *stringIO:
		return s, s.ok
	case *buffered:
		return s, s.kind != kindWriter && s.file() != nil
	case *textIO:
		return s, s.decodes && s.fast(c)
	}
	return nil, false
}

// finalize closes a stream that the program dropped without closing it; a standard stream stays open.
func finalize(c *ctx, a []value) value {
	if f := fileOf(a[0]); f != nil && !f.closefd {
		return object.None
	}
	if t := textOf(a[0]); t != nil && t.ok && !t.detached {
		if b := bufferedOf(t.buffer); b != nil && b.ok && b.file() != nil && !b.file().closefd {
			return object.None
		}
	}
	if b := bufferedOf(a[0]); b != nil && b.ok && b.file() != nil && !b.file().closefd {
		return object.None
	}
	v := c.FindAttr(a[0], c.Intern("closed"))
	if v.IsNil() {
		if c.Failed() && !c.Catch(object.ValueError) {
			return v
		}
		return object.None
	}
	closed, ok := c.Truth(v)
	switch {
	case !ok:
		return object.Nil
	case closed:
		return object.None
	}
	return c.CallAttr(a[0], "close")
}
