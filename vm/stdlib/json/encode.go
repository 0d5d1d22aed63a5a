package json

import (
	"math"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"slp/vm/internal/numtext"
	"slp/vm/object"
)

const hexDigits = "0123456789abcdef"

func quoteFn(ascii bool) object.Fn {
	return func(c *ctx, a []value) value {
		s := a[0].AsStr()
		if s == nil {
			return c.Raise(object.TypeError, "first argument must be a string, not %s", object.TypeOf(a[0]).Said())
		}
		return object.NewStr(string(quote(make([]byte, 0, len(s.String())+2), s.String(), ascii)))
	}
}

func unit(out []byte, r rune) []byte {
	return append(out, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// quote writes a str as JSON does.
func quote(out []byte, s string, ascii bool) []byte {
	out = append(out, '"')
	for i := 0; i < len(s); i++ {
		ch := s[i]
		switch {
		case ch == '"' || ch == '\\':
			out = append(out, '\\', ch)
		case ch == '\n':
			out = append(out, '\\', 'n')
		case ch == '\r':
			out = append(out, '\\', 'r')
		case ch == '\t':
			out = append(out, '\\', 't')
		case ch == '\b':
			out = append(out, '\\', 'b')
		case ch == '\f':
			out = append(out, '\\', 'f')
		case ch < 0x20 || ascii && ch == 0x7f:
			out = unit(out, rune(ch))
		case ch < 0x80 || !ascii:
			out = append(out, ch)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 && i+2 < len(s) { // a lone surrogate
				r, n = rune(s[i]&15)<<12|rune(s[i+1]&63)<<6|rune(s[i+2]&63), 3
			}
			if r > 0xFFFF {
				r -= 0x10000
				out = unit(unit(out, 0xD800|r>>10), 0xDC00|r&0x3FF)
			} else {
				out = unit(out, r)
			}
			i += n - 1
		}
	}
	return append(out, '"')
}

// encoder makes the text of whole documents: natively when they consist of plain builtin values.
type encoder struct {
	args                       []value // of the constructor
	keySep, itemSep            string
	indent                     string
	pretty, ascii, native      bool
	sortKeys, skipKeys, allNaN bool
}

// Walk implements object.Impl.
func (e *encoder) Walk(w *object.Walker) { w.Values(&e.args) }

var encoderSpec = object.Spec{Name: "Encoder", Module: "_json", Doc: "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)", Methods: []object.Def{
	{Sig: "__new__(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)", Kind: object.AsNew, Fn: encoderNew},
	{Sig: "__call__(self, obj, _current_indent_level)", Fn: encode},
}}

func encoderNew(c *ctx, a []value) value {
	e := &encoder{args: append([]value(nil), a[1:]...)}
	if !a[1].IsNone() && a[1].AsDict() == nil {
		return c.Raise(object.TypeError, "make_encoder() argument 1 must be dict or None, not %s", object.TypeOf(a[1]).Said())
	}
	for i, p := range [...]*bool{&e.sortKeys, &e.skipKeys, &e.allNaN} {
		var ok bool
		if *p, ok = c.Truth(a[7+i]); !ok {
			return object.Nil
		}
	}
	k, s := a[5].AsStr(), a[6].AsStr()
	if k == nil || s == nil {
		return c.Raise(object.TypeError, "make_encoder() argument 5 must be str, not %s", object.TypeOf(a[5]).Said())
	}
	e.keySep, e.itemSep = k.String(), s.String()
	if b := a[3].AsBuiltin(); b != nil && b.Owner == nil {
		switch b.Name.String() {
		case "encode_basestring_ascii":
			e.ascii, e.native = true, true
		case "encode_basestring":
			e.native = true
		}
	}
	if !a[4].IsNone() {
		t := a[4].AsStr()
		if t == nil {
			e.native = false
		} else {
			e.pretty, e.indent = true, t.String()
		}
	}
	return c.NewObj(a[0].AsType(), e)
}

func encode(c *ctx, a []value) value {
	e, _ := object.As[*encoder](a[0])
	level, ok := c.IndexInt(a[2], false)
	if !ok {
		return object.Nil
	}
	if e.native {
		w := writer{e: e, c: c}
		if w.value(a[1], level) {
			return object.TupleOf(object.NewStr(string(w.out)))
		}
		if c.Failed() {
			return object.Nil
		}
	}
	return c.Self("json_encode", append([]value{a[1], a[2]}, e.args...)...)
}

// writer writes plain values; what is not plain, or wrong, is left to the code written in Python.
type writer struct {
	e     *encoder
	c     *ctx
	out   []byte
	depth int
}

// deepest is where documents are taken for circular ones, or too deep: then the code in Python finds out.
const deepest = 200

func (w *writer) value(v value, level int) bool {
	switch v.Kind() {
	case object.KStr:
		w.out = quote(w.out, v.AsStr().String(), w.e.ascii)
	case object.KNone:
		w.out = append(w.out, "null"...)
	case object.KBool:
		w.out = strconv.AppendBool(w.out, v.IsTrue())
	case object.KInt:
		w.out = strconv.AppendInt(w.out, v.I(), 10)
	case object.KBigInt:
		if numtext.ExceedsDigits(v.AsBigInt(), w.c.MaxStrDigits) {
			return false
		}
		w.out = append(w.out, numtext.FormatBig(v.AsBigInt(), 10, false)...)
	case object.KFloat:
		return w.float(v.F())
	case object.KList, object.KTuple:
		return w.list(object.Items(v), level)
	case object.KDict:
		return w.dict(v.AsDict(), level)
	default:
		return false
	}
	return true
}

func (w *writer) float(f float64) bool {
	switch {
	case f-f == 0:
		w.out = numtext.AppendFloatRepr(w.out, f)
	case !w.e.allNaN:
		return false
	case f != f:
		w.out = append(w.out, "NaN"...)
	case math.IsInf(f, 1):
		w.out = append(w.out, "Infinity"...)
	default:
		w.out = append(w.out, "-Infinity"...)
	}
	return true
}

func (w *writer) newline(level int) {
	if w.e.pretty {
		w.out = append(w.out, '\n')
		w.out = append(w.out, strings.Repeat(w.e.indent, level)...)
	}
}

func (w *writer) list(items []value, level int) bool {
	if len(items) == 0 {
		w.out = append(w.out, "[]"...)
		return true
	}
	if w.depth++; w.depth > deepest {
		return false
	}
	w.out = append(w.out, '[')
	for i, v := range items {
		if i > 0 {
			w.out = append(w.out, w.e.itemSep...)
		}
		w.newline(level + 1)
		if !w.value(v, level+1) {
			return false
		}
	}
	w.newline(level)
	w.out = append(w.out, ']')
	w.depth--
	return true
}

func (w *writer) dict(d *object.Dict, level int) bool {
	if d.Len() == 0 {
		w.out = append(w.out, "{}"...)
		return true
	}
	if w.depth++; w.depth > deepest {
		return false
	}
	type entry struct{ k, v value }
	entries := make([]entry, 0, d.Len())
	texts := true
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		texts = texts && e.Key.Kind() == object.KStr
		entries = append(entries, entry{e.Key, e.Val})
	}
	if w.e.sortKeys {
		if !texts {
			return false
		}
		sort.SliceStable(entries, func(i, j int) bool { return entries[i].k.AsStr().String() < entries[j].k.AsStr().String() })
	}
	w.out = append(w.out, '{')
	first := true
	for _, e := range entries {
		switch e.k.Kind() {
		case object.KStr, object.KNone, object.KBool, object.KInt, object.KBigInt, object.KFloat:
		default:
			if object.TypeOf(e.k).Flags&object.HeapType != 0 || !w.e.skipKeys {
				return false
			}
			continue
		}
		if !first {
			w.out = append(w.out, w.e.itemSep...)
		}
		first = false
		w.newline(level + 1)
		if e.k.Kind() == object.KStr {
			w.value(e.k, level)
		} else {
			w.out = append(w.out, '"')
			if !w.value(e.k, level) {
				return false
			}
			w.out = append(w.out, '"')
		}
		w.out = append(w.out, w.e.keySep...)
		if !w.value(e.v, level+1) {
			return false
		}
	}
	if !first {
		w.newline(level)
	}
	w.out = append(w.out, '}')
	w.depth--
	return true
}
