package object

import (
	"strings"

	"slp/vm/internal/unicodedb"
	"slp/vm/internal/wtf8"
)

// Encode is s.encode(encoding, errors): a bytes object; empty names mean utf-8 and strict. Codecs and error handlers
// that are not built in are Python code.
func (c *Ctx) Encode(s *Str, encoding, errors string) Value {
	if s.IsASCII() && (encoding == "" || encoding == "utf-8") {
		return NewBytes(s.s)
	}
	encoding, errors, handler := codecNames(encoding, errors)
	e, ok := wtf8.LookupEncoding(encoding)
	if !ok {
		return c.Call(c.Host.Hosted("codec_encode_text"), s.V(), NewStr(encoding), NewStr(NormalEncoding(encoding)), handler)
	}
	return c.EncodeWith(e, s, errors)
}

// EncodeWith encodes with a built-in codec.
func (c *Ctx) EncodeWith(e wtf8.Encoding, s *Str, errors string) Value {
	if s.IsASCII() && e <= wtf8.Latin1 && e != wtf8.UTF8Sig {
		return NewBytes(s.s)
	}
	if wtf8.HasHandler(errors) {
		b, f := wtf8.Encode(e, s.s, errors, uniName)
		if !f.None() {
			return c.RaiseExc(c.EncodeError(e.Name(), s, f))
		}
		return NewBytes(string(b))
	}
	b, f := wtf8.Encode(e, s.s, "strict", uniName)
	if f.None() {
		return NewBytes(string(b))
	}
	return c.Call(c.Host.Hosted("encode_handled"), s.V(), NewStr(errors), Int(int64(e)), NewStr(e.Name()), Int(int64(e.Unit())), c.Func("", &encodeStep))
}

// codecNames fills in what encode and decode were not given; handler is the errors argument for Python code.
func codecNames(encoding, errors string) (string, string, Value) {
	if encoding == "" {
		encoding = "utf-8"
	}
	if errors == "" {
		return encoding, "strict", None
	}
	return encoding, errors, NewStr(errors)
}

// Decode is b.decode(encoding, errors), b a bytes object: a str.
func (c *Ctx) Decode(b Value, encoding, errors string) Value {
	if data := b.AsBytes().S; (encoding == "" || encoding == "utf-8") && wtf8.IsASCII(data) {
		if len(data) <= 1 {
			return NewStr(data)
		}
		return newStrN(data, len(data)).V()
	}
	encoding, errors, handler := codecNames(encoding, errors)
	e, ok := wtf8.LookupEncoding(encoding)
	if !ok {
		return c.Call(c.Host.Hosted("codec_decode_text"), b, NewStr(encoding), NewStr(NormalEncoding(encoding)), handler)
	}
	v := c.DecodeWith(e, b.AsBytes().S, errors, true)
	if v.IsNil() {
		return Nil
	}
	if t := v.AsTuple(); t != nil {
		return t.Items[0]
	}
	return v
}

// DecodeWith decodes with a built-in codec: the pair of the text and the number of bytes read. Unless final, an
// incomplete sequence at the end is not read. With an error handler that is not built in, Python code makes the pair.
func (c *Ctx) DecodeWith(e wtf8.Encoding, b, errors string, final bool) Value {
	if (e == wtf8.UTF8 || e == wtf8.ASCII || e == wtf8.Latin1) && wtf8.IsASCII(b) {
		return TupleOf(NewStrCount(b, len(b)), Int(int64(len(b))))
	}
	data := []byte(b)
	k, pos := wtf8.SkipBOM(e, data)
	out := make([]byte, 0, len(b))
	var odd wtf8.Unknown
	for {
		var f wtf8.Fault
		out, pos, f = c.decodeFrom(k, out, data, pos, final, &odd)
		if f.None() {
			if odd.Text != "" && c.Call(c.Host.Hosted("escape_warning"), NewStr(`"`+odd.Text+`"`), Bool(odd.Octal)).IsNil() {
				return Nil
			}
			return TupleOf(NewStr(string(out)), Int(int64(pos)))
		}
		if !wtf8.HasHandler(errors) {
			return c.Call(c.Host.Hosted("decode_handled"), NewBytes(b), NewStr(errors), Int(int64(k)), NewStr(k.Name()), Bool(final), c.Func("", &decodeStep))
		}
		with, resume, ok := wtf8.HandleDecode(errors, k, data, f)
		if !ok {
			if errors == "xmlcharrefreplace" || errors == "namereplace" {
				return c.Raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
			}
			return c.RaiseExc(c.DecodeError(k.Name(), b, f))
		}
		out = append(out, with...)
		pos = resume
	}
}

func (c *Ctx) decodeFrom(e wtf8.Encoding, out, b []byte, pos int, final bool, odd *wtf8.Unknown) ([]byte, int, wtf8.Fault) {
	if e == wtf8.UnicodeEscape {
		return wtf8.DecodeUnicodeEscape(out, b, pos, final, unicodedb.Lookup, odd)
	}
	return wtf8.DecodeFrom(e, out, b, pos, final)
}

func uniName(r rune) string {
	s, _ := unicodedb.Name(r)
	return s
}

// EncodeError makes the UnicodeEncodeError of a fault.
func (c *Ctx) EncodeError(encoding string, s *Str, f wtf8.Fault) *Exc {
	start := wtf8.Count(s.s[:f.Start])
	end := start + wtf8.Count(s.s[f.Start:f.End])
	return c.NewExc(UnicodeEncodeError, NewStr(encoding), s.V(), Int(int64(start)), Int(int64(end)), NewStr(f.Reason))
}

// DecodeError makes the UnicodeDecodeError of a fault.
func (c *Ctx) DecodeError(encoding, b string, f wtf8.Fault) *Exc {
	return c.NewExc(UnicodeDecodeError, NewStr(encoding), NewBytes(b), Int(int64(f.Start)), Int(int64(f.End)), NewStr(f.Reason))
}

// encodeStep encodes on from a code point (-1: from the start, with the byte order mark): (bytes, None) at the end, or (bytes, start, end, reason) at a fault.
var encodeStep = Def{Sig: "_encode_step(encoding, text, pos, /)", Fn: func(c *Ctx, a []Value) Value {
	k, _ := a[0].AsInt()
	s := a[1].AsStr()
	pos, _ := a[2].AsInt()
	e := wtf8.Encoding(k)
	var out []byte
	if pos < 0 {
		out, pos = wtf8.AppendBOM(out, e), 0
	}
	out, _, f := wtf8.EncodeFrom(e, out, s.s, s.Offset(int(pos)))
	if f.None() {
		return TupleOf(NewBytes(string(out)), None)
	}
	x := c.EncodeError("", s, f).Args.AsTuple().Items
	return TupleOf(NewBytes(string(out)), x[2], x[3], x[4])
}}

// decodeStep decodes on from a byte (-1: behind the byte order mark): (text, None, next) at the end, or (text, start, end, reason) at a fault.
var decodeStep = Def{Sig: "_decode_step(encoding, data, pos, final, /)", Fn: func(c *Ctx, a []Value) Value {
	k, _ := a[0].AsInt()
	b := []byte(a[1].AsBytes().S)
	pos, _ := a[2].AsInt()
	e := wtf8.Encoding(k)
	p := int(pos)
	if p < 0 {
		_, p = wtf8.SkipBOM(e, b)
	}
	out, next, f := c.decodeFrom(e, nil, b, p, a[3] == True, nil)
	if f.None() {
		return TupleOf(NewStr(string(out)), None, Int(int64(next)))
	}
	return TupleOf(NewStr(string(out)), Int(int64(f.Start)), Int(int64(f.End)), NewStr(f.Reason))
}}

// NormalEncoding is the name under which a codec is looked up: lower case, runs of what is neither a letter, a digit
// nor a dot become one underscore.
func NormalEncoding(name string) string {
	var b strings.Builder
	gap := false
	for i := 0; i < len(name); i++ {
		ch := name[i]
		if ch >= 'A' && ch <= 'Z' {
			ch += 'a' - 'A'
		}
		if ch == '.' || ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'z' {
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			b.WriteByte(ch)
			continue
		}
		gap = true
	}
	return b.String()
}
