package iomod

import (
	"strings"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// stringIO is a StringIO: text in memory. pos counts code points and may lie beyond the end; off is its byte offset, or
// that of the end.
type stringIO struct {
	buf       []byte
	n         int // code points in buf
	pos, off  int
	ok        bool // __init__ has run
	closed    bool
	translate bool   // newline=None: \r\n and \r become \n
	universal bool   // lines end at \n, \r and \r\n
	writeNL   string // what \n is written as, or ""
	readNL    string // where lines end when not universal
	newline   value
	seen      int8 // newlines, as the decoder saw them
	hdr       *object.Hdr
}

// Walk implements object.Impl.
func (s *stringIO) Walk(w *object.Walker) {
	w.Bytes(&s.buf)
	object.Word(w, &s.n)
	object.Word(w, &s.pos)
	object.Word(w, &s.off)
	w.Bool(&s.ok)
	w.Bool(&s.closed)
	w.Bool(&s.translate)
	w.Bool(&s.universal)
	w.String(&s.writeNL)
	w.String(&s.readNL)
	w.Value(&s.newline)
	object.Word(w, &s.seen)
}

func stringOf(v value) *stringIO {
	s, _ := object.As[*stringIO](v)
	return s
}

func (s *stringIO) ready(c *ctx) bool {
	switch {
	case !s.ok:
		c.Raise(object.ValueError, "I/O operation on uninitialized object")
	case s.closed:
		c.Raise(object.ValueError, "I/O operation on closed file")
	}
	return s.ok && !s.closed
}

func (s *stringIO) ascii() bool { return s.n == len(s.buf) }

// place sets the position.
func (s *stringIO) place(c *ctx, pos int) {
	c.Touch(s.hdr)
	s.pos = pos
	switch {
	case pos >= s.n:
		s.off = len(s.buf)
	case s.ascii():
		s.off = pos
	default:
		s.off = wtf8.Offset(string(s.buf), pos)
	}
}

// take reads the next bytes of text.
func (s *stringIO) take(c *ctx, bytes int) value {
	text := string(s.buf[s.off : s.off+bytes])
	if text == "" {
		return object.NewStr("")
	}
	n := wtf8.Count(text)
	c.Touch(s.hdr)
	s.pos += n
	s.off += bytes
	return object.NewStrCount(text, n)
}

// span is how many bytes the next n code points take.
func (s *stringIO) span(n int) int {
	rest := s.buf[s.off:]
	if n < 0 || n >= len(rest) {
		return len(rest)
	}
	if s.ascii() {
		return n
	}
	i := 0
	for ; n > 0 && i < len(rest); n-- {
		i++
		for i < len(rest) && rest[i]&0xc0 == 0x80 {
			i++
		}
	}
	return i
}

func (s *stringIO) line(c *ctx, limit int) value {
	n := lineEnd(viewString(s.buf[s.off:]), s.universal && !s.translate, s.readNL)
	if n < 0 {
		n = len(s.buf) - s.off
	}
	if limit >= 0 {
		n = min(n, s.span(limit))
	}
	return s.take(c, n)
}

// nextLine implements lines.
func (s *stringIO) nextLine(c *ctx) value {
	v := s.line(c, -1)
	if v.AsStr().Len() == 0 {
		return object.Nil
	}
	return v
}

// Next implements object.Iterator.
func (s *stringIO) Next(c *ctx, self value) value {
	if !s.ready(c) {
		return object.Nil
	}
	return s.nextLine(c)
}

// write puts text at the place.
func (s *stringIO) write(c *ctx, text string) {
	if s.translate || s.universal {
		text, _ = translateNewlines(text, s.translate, false, true, &s.seen)
	}
	if s.writeNL != "" {
		text = strings.ReplaceAll(text, "\n", s.writeNL)
	}
	if text == "" {
		return
	}
	c.Touch(s.hdr)
	n := wtf8.Count(text)
	if gap := s.pos - s.n; gap > 0 {
		s.buf = append(s.buf, make([]byte, gap)...)
		s.n += gap
		s.off = len(s.buf)
	}
	if s.off == len(s.buf) {
		s.buf = append(s.buf, text...)
		s.n += n
	} else {
		gone := s.span(n)
		had := wtf8.Count(string(s.buf[s.off : s.off+gone]))
		if gone == len(text) {
			copy(s.buf[s.off:], text)
		} else {
			tail := string(s.buf[s.off+gone:])
			s.buf = append(append(s.buf[:s.off:s.off], text...), tail...)
		}
		s.n += n - had
	}
	s.pos += n
	s.off += len(text)
}

func stringMethod(do func(c *ctx, s *stringIO, a []value) value) object.Fn {
	return func(c *ctx, a []value) value {
		s := stringOf(a[0])
		if !s.ready(c) {
			return object.Nil
		}
		return do(c, s, a)
	}
}

// setNewline reads the argument newline.
func (s *stringIO) setNewline(c *ctx, v value) bool {
	s.newline = v
	if v.IsNil() {
		s.newline = object.NewStr("\n")
		s.readNL = "\n"
		return true
	}
	if !checkNewline(c, v) {
		return false
	}
	if v.IsNone() {
		s.translate, s.universal, s.readNL = true, true, "\n"
		return true
	}
	text := v.AsStr().String()
	s.readNL = text
	if text == "" {
		s.universal = true
	}
	if text != "" && text != "\n" {
		s.writeNL = text
	}
	return true
}

func checkNewline(c *ctx, v value) bool {
	if v.IsNone() {
		return true
	}
	t := v.AsStr()
	if t == nil {
		c.Raise(object.TypeError, "newline must be str or None, not %s", object.TypeOf(v).Said())
		return false
	}
	switch t.String() {
	case "", "\n", "\r", "\r\n":
		return true
	}
	c.Raise(object.ValueError, "illegal newline value: %s", c.ReprStr(t))
	return false
}

func (st *state) stringSpec() object.Spec {
	yes := stringMethod(func(c *ctx, s *stringIO, a []value) value { return object.True })
	return object.Spec{Name: "StringIO", Module: "_io", Base: st.textBase, Flags: streamFlags, Doc: "Text I/O implementation using an in-memory buffer.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				s := &stringIO{newline: object.None}
				v := c.NewObj(a[0].AsType(), s)
				s.hdr = v.Hdr()
				return v
			}},
			{Sig: "__init__(self, initial_value='', newline='\\n')", Fn: func(c *ctx, a []value) value {
				s := stringOf(a[0])
				g := &stringIO{hdr: s.hdr, ok: true}
				if !g.setNewline(c, a[2]) {
					return object.Nil
				}
				if !none(a[1]) && a[1].AsStr() == nil {
					return c.Raise(object.TypeError, "initial_value must be str or None, not %s", object.TypeOf(a[1]).Said())
				}
				c.Touch(s.hdr)
				*s = *g
				if !none(a[1]) {
					s.write(c, a[1].AsStr().String())
					s.place(c, 0)
				}
				return object.None
			}},
			{Sig: "__next__(self, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				if object.TypeOf(a[0]).Flags&object.HeapType != 0 {
					return nextLine(c, a)
				}
				if v := s.nextLine(c); !v.IsNil() {
					return v
				}
				return c.RaiseArgs(object.StopIteration)
			})},
			{Sig: "readable(self, /)", Fn: yes}, {Sig: "seekable(self, /)", Fn: yes}, {Sig: "writable(self, /)", Fn: yes},
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				s := stringOf(a[0])
				c.Touch(s.hdr)
				s.closed, s.buf = true, nil
				return object.None
			}},
			{Sig: "getvalue(self, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value { return object.NewStrCount(string(s.buf), s.n) })},
			{Sig: "read(self, size=-1, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				return s.take(c, s.span(n))
			})},
			{Sig: "readline(self, size=-1, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				n, ok := size(c, a[1])
				if !ok {
					return object.Nil
				}
				return s.line(c, n)
			})},
			{Sig: "tell(self, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value { return object.Int(int64(s.pos)) })},
			{Sig: "truncate(self, pos=None, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				n := s.pos
				if !none(a[1]) {
					var ok bool
					if n, ok = c.IndexInt(a[1], false); !ok {
						return object.Nil
					}
				}
				if n < 0 {
					return c.Raise(object.ValueError, "Negative size value %d", n)
				}
				if n < s.n {
					pos := s.pos
					s.place(c, n)
					s.buf = s.buf[:s.off:s.off]
					s.n = n
					s.place(c, pos)
				}
				return object.Int(int64(n))
			})},
			{Sig: "seek(self, pos, whence=0, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				pos, whence, ok := seekArgs(c, a[1], a[2])
				switch {
				case !ok:
					return object.Nil
				case whence < 0 || whence > 2:
					return c.Raise(object.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
				case pos < 0 && whence == 0:
					return c.Raise(object.ValueError, "Negative seek position %d", pos)
				case pos != 0 && whence != 0:
					return c.Raise(object.OSError, "Can't do nonzero cur-relative seeks")
				case whence == 1:
					pos = int64(s.pos)
				case whence == 2:
					pos = int64(s.n)
				}
				s.place(c, int(pos))
				return object.Int(pos)
			})},
			{Sig: "write(self, s, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				t := a[1].AsStr()
				if t == nil {
					return c.Raise(object.TypeError, "string argument expected, got '%s'", object.TypeOf(a[1]).Said())
				}
				s.write(c, t.String())
				return object.Int(int64(t.Len()))
			})},
			{Sig: "__getstate__(self, /)", Fn: stringMethod(func(c *ctx, s *stringIO, a []value) value {
				d := object.None
				if x := c.InstanceDict(a[0]); x != nil && x.Len() > 0 {
					d = x.Clone(c).V()
				}
				return object.TupleOf(object.NewStrCount(string(s.buf), s.n), s.newline, object.Int(int64(s.pos)), d)
			})},
			{Sig: "__setstate__(self, state, /)", Fn: func(c *ctx, a []value) value {
				s, t := stringOf(a[0]), a[1].AsTuple()
				if s.closed {
					return c.Raise(object.ValueError, "I/O operation on closed file")
				}
				if t == nil || len(t.Items) < 4 || none(t.Items[0]) || t.Items[0].AsStr() == nil {
					return c.Raise(object.TypeError, "%s.__setstate__ argument should be 4-tuple, got %s", object.TypeOf(a[0]).Said(), object.TypeOf(a[1]).Said())
				}
				g := &stringIO{hdr: s.hdr, ok: true}
				if !g.setNewline(c, t.Items[1]) {
					return object.Nil
				}
				pos, isInt := t.Items[2].AsInt()
				switch {
				case !isInt:
					return c.Raise(object.TypeError, "third item of state must be an integer, got %s", object.TypeOf(t.Items[2]).Said())
				case pos < 0:
					return c.Raise(object.ValueError, "position value cannot be negative")
				}
				c.Touch(s.hdr)
				*s = *g
				text := t.Items[0].AsStr()
				s.buf, s.n = []byte(text.String()), text.Len()
				s.place(c, int(pos))
				return restoreDict(c, a[0], t.Items[3])
			}},
		},
		Gets: []object.Get{
			{Name: "closed", Get: func(c *ctx, o value) value {
				s := stringOf(o)
				if !s.ok {
					return c.Raise(object.ValueError, "I/O operation on uninitialized object")
				}
				return object.Bool(s.closed)
			}},
			{Name: "newlines", Get: func(c *ctx, o value) value {
				s := stringOf(o)
				if !s.ready(c) {
					return object.Nil
				}
				return seenNewlines(s.seen)
			}},
			{Name: "line_buffering", Get: func(c *ctx, o value) value {
				if !stringOf(o).ready(c) {
					return object.Nil
				}
				return object.False
			}},
		}}
}
