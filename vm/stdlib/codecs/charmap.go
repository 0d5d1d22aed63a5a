package codecs

import (
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

const undefined = "character maps to <undefined>"

func otherCodecs() []object.Def {
	return []object.Def{
		{Sig: "charmap_encode(str, errors=None, mapping=None, /)", Fn: charmapEncode},
		{Sig: "charmap_decode(data, errors=None, mapping=None, /)", Fn: charmapDecode},
		{Sig: "charmap_build(map, /)", Fn: charmapBuild},
		{Sig: "utf_7_encode(str, errors=None, /)", Fn: utf7Encode},
		{Sig: "utf_7_decode(data, errors=None, final=False, /)", Fn: utf7Decode},
		{Sig: "escape_encode(data, errors=None, /)", Fn: escapeEncode},
		{Sig: "escape_decode(data, errors=None, /)", Fn: escapeDecode},
		{Sig: "readbuffer_encode(data, errors=None, /)", Fn: readBufferEncode},
	}
}

func charmapEncode(c *ctx, a []value) value {
	s, ok := textArg(c, a[0], "charmap_encode")
	if !ok {
		return object.Nil
	}
	errors, ok := errorsArg(c, a[1], "charmap_encode")
	if !ok {
		return object.Nil
	}
	n := object.Int(int64(s.Len()))
	if a[2].IsNil() || a[2].IsNone() {
		b := c.EncodeWith(wtf8.Latin1, s, errors)
		if b.IsNil() {
			return object.Nil
		}
		return object.TupleOf(b, n)
	}
	out, bad, _, ok := charmapRun(c, s, 0, a[2])
	if !ok {
		return object.Nil
	}
	if bad < 0 {
		return object.TupleOf(object.NewBytes(string(out)), n)
	}
	b := c.Call(c.Host.Hosted("encode_handled"), s.V(), object.NewStr(errors), a[2], object.NewStr("charmap"), object.Int(1), c.Func("", &charmapEncodeStep))
	if b.IsNil() {
		return object.Nil
	}
	return object.TupleOf(b, n)
}

// charmapRun encodes from code point pos on, until the end or the first run of code points without an encoding:
// bad..end, bad -1 if there is none.
func charmapRun(c *ctx, s *object.Str, pos int, mapping value) (out []byte, bad, end int, ok bool) {
	text := s.String()
	bad = -1
	for i := s.Offset(pos); i < len(text); pos++ {
		r, size := wtf8.DecodeRune(text[i:])
		i += size
		v := c.GetItem(mapping, object.Int(int64(r)))
		if v.IsNil() {
			if !c.Raised() || !c.Catch(object.LookupError) {
				return nil, 0, 0, false
			}
			v = object.None
		}
		if bad >= 0 && !v.IsNone() {
			return out, bad, pos, true
		}
		switch {
		case v.IsNone():
			if bad < 0 {
				bad = pos
			}
		case v.AsBytes() != nil:
			out = append(out, v.AsBytes().S...)
		case v.IsAnyInt():
			n, fits := v.AsInt()
			if !fits || n < 0 || n > 255 {
				c.Raise(object.TypeError, "character mapping must be in range(256)")
				return nil, 0, 0, false
			}
			out = append(out, byte(n))
		default:
			c.Raise(object.TypeError, "character mapping must return integer, bytes or None, not %s", object.TypeOf(v).Said())
			return nil, 0, 0, false
		}
	}
	return out, bad, pos, true
}

var charmapEncodeStep = object.Def{Sig: "_charmap_encode_step(mapping, text, pos, /)", Fn: func(c *ctx, a []value) value {
	n, _ := a[2].AsInt()
	out, bad, end, ok := charmapRun(c, a[1].AsStr(), max(int(n), 0), a[0])
	if !ok {
		return object.Nil
	}
	b := object.NewBytes(string(out))
	if bad < 0 {
		return object.TupleOf(b, object.None)
	}
	return object.TupleOf(b, object.Int(int64(bad)), object.Int(int64(end)), object.NewStr(undefined))
}}

func charmapDecode(c *ctx, a []value) value {
	data, ok := dataArg(c, a[0])
	if !ok {
		return object.Nil
	}
	errors, ok := errorsArg(c, a[1], "charmap_decode")
	if !ok {
		return object.Nil
	}
	if a[2].IsNil() || a[2].IsNone() {
		return c.DecodeWith(wtf8.Latin1, data, errors, true)
	}
	text, bad, ok := charmapText(c, data, 0, a[2])
	if !ok {
		return object.Nil
	}
	if bad < 0 {
		return object.TupleOf(text, object.Int(int64(len(data))))
	}
	return c.Self("decode_handled", object.NewBytes(data), object.NewStr(errors), a[2], object.NewStr("charmap"), object.True, c.Func("", &charmapDecodeStep))
}

// charmapText decodes from pos on, until the end or the first byte that means nothing: bad, or -1.
func charmapText(c *ctx, data string, pos int, mapping value) (text value, bad int, ok bool) {
	var b object.StrBuilder
	table := mapping.AsStr()
	for ; pos < len(data); pos++ {
		if table != nil {
			i := int(data[pos])
			if i >= table.Len() {
				return b.Str(), pos, true
			}
			r := table.RuneAt(i)
			if r == 0xFFFE {
				return b.Str(), pos, true
			}
			b.Rune(r)
			continue
		}
		v := c.GetItem(mapping, object.Int(int64(data[pos])))
		if v.IsNil() {
			if !c.Raised() || !c.Catch(object.LookupError) {
				return object.Nil, 0, false
			}
			v = object.None
		}
		switch {
		case v.IsNone():
			return b.Str(), pos, true
		case v.IsAnyInt():
			n, fits := v.AsInt()
			if !fits || n < 0 || n > wtf8.MaxRune {
				c.Raise(object.TypeError, "character mapping must be in range(0x110000)")
				return object.Nil, 0, false
			}
			if n == 0xFFFE {
				return b.Str(), pos, true
			}
			b.Rune(rune(n))
		case v.AsStr() != nil:
			if v.AsStr().String() == "\uFFFE" {
				return b.Str(), pos, true
			}
			b.Text(v.AsStr().String())
		default:
			c.Raise(object.TypeError, "character mapping must return integer, None or str")
			return object.Nil, 0, false
		}
	}
	return b.Str(), -1, true
}

var charmapDecodeStep = object.Def{Sig: "_charmap_decode_step(mapping, data, pos, final, /)", Fn: func(c *ctx, a []value) value {
	n, _ := a[2].AsInt()
	data := a[1].AsBytes().S
	text, bad, ok := charmapText(c, data, max(int(n), 0), a[0])
	if !ok {
		return object.Nil
	}
	if bad < 0 {
		return object.TupleOf(text, object.None, object.Int(int64(len(data))))
	}
	return object.TupleOf(text, object.Int(int64(bad)), object.Int(int64(bad+1)), object.NewStr(undefined))
}}

func charmapBuild(c *ctx, a []value) value {
	s := a[0].AsStr()
	if s == nil {
		return c.Raise(object.TypeError, "charmap_build() argument must be str, not %s", argName(a[0]))
	}
	d := c.NewDict()
	for i, r := range wtf8.Runes(s.String()) {
		if r != 0xFFFE && i < 256 {
			c.DictSet(d, object.Int(int64(r)), object.Int(int64(i)))
		}
	}
	return d.V()
}
