package iomod

import (
	"strings"
	"unsafe"

	"slp/vm/object"
)

// The newlines that were seen.
const (
	seenCR int8 = 1 << iota
	seenLF
	seenCRLF
)

func seenNewlines(seen int8) value {
	var items []value
	for _, n := range [...]struct {
		bit  int8
		text string
	}{{seenCR, "\r"}, {seenLF, "\n"}, {seenCRLF, "\r\n"}} {
		if seen&n.bit != 0 {
			items = append(items, object.NewStr(n.text))
		}
	}
	switch len(items) {
	case 0:
		return object.None
	case 1:
		return items[0]
	}
	return object.NewTuple(items)
}

// translateNewlines notes the newlines of a piece of text and, if asked to, makes them all \n. A \r that comes before the
// piece (pending) belongs to it; one at its end is kept back (held) unless the piece is the last.
func translateNewlines(text string, translate, pending, final bool, seen *int8) (out string, held bool) {
	if pending && (text != "" || final) {
		text = "\r" + text
	}
	if !final && strings.HasSuffix(text, "\r") {
		text, held = text[:len(text)-1], true
	}
	if pending && text == "" && !final && !held {
		return "", true
	}
	if strings.IndexByte(text, '\r') < 0 {
		if *seen&seenLF == 0 && strings.IndexByte(text, '\n') >= 0 {
			*seen |= seenLF
		}
		return text, held
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			*seen |= seenLF
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			*seen |= seenCRLF
			i++
		case text[i] == '\r':
			*seen |= seenCR
		}
	}
	if translate {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text, held
}

// lineEnd is where the first line of text ends, its newline included; -1 if there is none.
func lineEnd(text string, universal bool, newline string) int {
	if !universal {
		if newline == "" {
			newline = "\n"
		}
		if i := strings.Index(text, newline); i >= 0 {
			return i + len(newline)
		}
		return -1
	}
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return -1
	case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
		return i + 2
	}
	return i + 1
}

// viewString is the text of b without a copy, to be read at once.
func viewString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// newlineDecoder is an IncrementalNewlineDecoder.
type newlineDecoder struct {
	decoder   value // or None
	translate bool
	pending   bool // a \r is kept back
	seen      int8
	errors    value
	ok        bool
	hdr       *object.Hdr
}

// Walk implements object.Impl.
func (d *newlineDecoder) Walk(w *object.Walker) {
	w.Value(&d.decoder)
	w.Bool(&d.translate)
	w.Bool(&d.pending)
	object.Word(w, &d.seen)
	w.Value(&d.errors)
	w.Bool(&d.ok)
}

func decoderMethod(do func(c *ctx, d *newlineDecoder, a []value) value) object.Fn {
	return func(c *ctx, a []value) value {
		d, _ := object.As[*newlineDecoder](a[0])
		if !d.ok {
			return c.Raise(object.ValueError, "IncrementalNewlineDecoder.__init__() not called")
		}
		return do(c, d, a)
	}
}

func newlineSpec() object.Spec {
	return object.Spec{Name: "IncrementalNewlineDecoder", Module: "_io", Flags: object.HasDict | object.HasWeakref,
		Doc: "Codec used when reading a file in universal newlines mode.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				d := &newlineDecoder{decoder: object.None, errors: object.None}
				v := c.NewObj(a[0].AsType(), d)
				d.hdr = v.Hdr()
				return v
			}},
			{Sig: "__init__(self, decoder, translate, errors='strict')", Fn: func(c *ctx, a []value) value {
				d, _ := object.As[*newlineDecoder](a[0])
				t, ok := c.Truth(a[2])
				if !ok {
					return object.Nil
				}
				c.Touch(d.hdr)
				d.decoder, d.translate, d.pending, d.seen, d.ok = a[1], t, false, 0, true
				d.errors = object.NewStr("strict")
				if !a[3].IsNil() {
					d.errors = a[3]
				}
				return object.None
			}},
			{Sig: "decode(self, input, final=False)", Fn: decoderMethod(func(c *ctx, d *newlineDecoder, a []value) value {
				final, ok := flag(c, a[2], false)
				if !ok {
					return object.Nil
				}
				out := a[1]
				if !d.decoder.IsNone() {
					if out = c.CallAttr(d.decoder, "decode", a[1], object.Bool(final)); out.IsNil() {
						return out
					}
				}
				t := out.AsStr()
				if t == nil {
					return c.Raise(object.TypeError, "decoder should return a string result, not '%s'", object.TypeOf(out).Said())
				}
				c.Touch(d.hdr)
				text, held := translateNewlines(t.String(), d.translate, d.pending, final, &d.seen)
				d.pending = held
				return object.NewStr(text)
			})},
			{Sig: "getstate(self, /)", Fn: decoderMethod(func(c *ctx, d *newlineDecoder, a []value) value {
				buf, flags := object.NewBytes(""), int64(0)
				if !d.decoder.IsNone() {
					s := c.CallAttr(d.decoder, "getstate")
					if s.IsNil() {
						return s
					}
					t := s.AsTuple()
					if t == nil || len(t.Items) != 2 {
						return c.Raise(object.TypeError, "illegal decoder state")
					}
					n, ok := t.Items[1].AsInt()
					if !ok {
						return c.Raise(object.TypeError, "illegal decoder state")
					}
					buf, flags = t.Items[0], n
				}
				flags <<= 1
				if d.pending {
					flags |= 1
				}
				return object.TupleOf(buf, object.Int(flags))
			})},
			{Sig: "setstate(self, state, /)", Fn: decoderMethod(func(c *ctx, d *newlineDecoder, a []value) value {
				t := a[1].AsTuple()
				if t == nil {
					return c.Raise(object.TypeError, "state argument must be a tuple")
				}
				n, ok := int64(0), len(t.Items) == 2
				if ok {
					n, ok = t.Items[1].AsInt()
				}
				if !ok {
					return c.Raise(object.TypeError, "setstate(): illegal state argument")
				}
				c.Touch(d.hdr)
				d.pending = n&1 != 0
				if d.decoder.IsNone() {
					return object.None
				}
				return c.CallAttr(d.decoder, "setstate", object.TupleOf(t.Items[0], object.Int(n>>1)))
			})},
			{Sig: "reset(self, /)", Fn: decoderMethod(func(c *ctx, d *newlineDecoder, a []value) value {
				c.Touch(d.hdr)
				d.seen, d.pending = 0, false
				if d.decoder.IsNone() {
					return object.None
				}
				return c.CallAttr(d.decoder, "reset")
			})},
		},
		Gets: []object.Get{{Name: "newlines", Get: func(c *ctx, o value) value {
			d, _ := object.As[*newlineDecoder](o)
			return seenNewlines(d.seen)
		}}}}
}
