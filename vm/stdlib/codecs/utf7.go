package codecs

import (
	"strings"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// plainInUTF7 tells what the encoder writes as it is: letters, digits, white space and RFC 2152's optional characters.
func plainInUTF7(r rune) bool {
	switch {
	case r >= 0x7f || r == '+' || r == '\\' || r == '~':
		return false
	case r >= ' ' || r == '\t' || r == '\n' || r == '\r':
		return true
	}
	return false
}

func isBase64(b byte) bool { return strings.IndexByte(base64Digits, b) >= 0 }

func utf7Encode(c *ctx, a []value) value {
	s, ok := textArg(c, a[0], "utf_7_encode")
	if !ok {
		return object.Nil
	}
	if _, ok := errorsArg(c, a[1], "utf_7_encode"); !ok {
		return object.Nil
	}
	var out []byte
	shifted := false
	bits, buf := uint(0), uint32(0)
	put := func(u uint16) {
		buf = buf<<16 | uint32(u)
		for bits += 16; bits >= 6; bits -= 6 {
			out = append(out, base64Digits[buf>>(bits-6)&63])
		}
		buf &= 1<<bits - 1
	}
	flush := func() {
		if bits > 0 {
			out = append(out, base64Digits[buf<<(6-bits)&63])
			bits, buf = 0, 0
		}
	}
	for _, r := range wtf8.Runes(s.String()) {
		if shifted && plainInUTF7(r) {
			flush()
			shifted = false
			if r == '-' || r < 128 && isBase64(byte(r)) {
				out = append(out, '-')
			}
		}
		switch {
		case !shifted && r == '+':
			out = append(out, '+', '-')
			continue
		case !shifted && plainInUTF7(r):
			out = append(out, byte(r))
			continue
		case !shifted:
			out = append(out, '+')
			shifted = true
		}
		if r >= 0x10000 {
			put(uint16(0xD800 + (r-0x10000)>>10))
			put(uint16(0xDC00 + (r-0x10000)&0x3ff))
		} else {
			put(uint16(r))
		}
	}
	flush()
	if shifted {
		out = append(out, '-')
	}
	return object.TupleOf(object.NewBytes(string(out)), object.Int(int64(s.Len())))
}

func utf7Decode(c *ctx, a []value) value {
	data, ok := dataArg(c, a[0])
	if !ok {
		return object.Nil
	}
	errors, ok := errorsArg(c, a[1], "utf_7_decode")
	if !ok {
		return object.Nil
	}
	final := false
	if !a[2].IsNil() {
		if final, ok = c.Truth(a[2]); !ok {
			return object.Nil
		}
	}
	text, next, f := utf7Run(data, 0, final)
	if f.None() {
		return object.TupleOf(object.NewStr(text), object.Int(int64(next)))
	}
	return c.Self("decode_handled", object.NewBytes(data), object.NewStr(errors), object.None, object.NewStr("utf7"), object.Bool(final), c.Func("", &utf7Step))
}

var utf7Step = object.Def{Sig: "_utf_7_step(kind, data, pos, final, /)", Fn: func(c *ctx, a []value) value {
	n, _ := a[2].AsInt()
	text, next, f := utf7Run(a[1].AsBytes().S, max(int(n), 0), a[3] == object.True)
	if f.None() {
		return object.TupleOf(object.NewStr(text), object.None, object.Int(int64(next)))
	}
	return object.TupleOf(object.NewStr(text), object.Int(int64(f.Start)), object.Int(int64(f.End)), object.NewStr(f.Reason))
}}

// utf7Run decodes from pos on until the end or the first fault. Unless final, a shift sequence at the end that is not
// closed is not read.
func utf7Run(data string, pos int, final bool) (text string, next int, f wtf8.Fault) {
	var out []byte
	var high rune // a high surrogate that waits for its partner, or 0
	unit := func(u rune) {
		if high != 0 {
			if u >= 0xDC00 && u <= 0xDFFF {
				out = wtf8.AppendRune(out, 0x10000+(high-0xD800)<<10+(u-0xDC00))
				high = 0
				return
			}
			out = wtf8.AppendRune(out, high)
			high = 0
		}
		if u >= 0xD800 && u <= 0xDBFF {
			high = u
			return
		}
		out = wtf8.AppendRune(out, u)
	}
	settle := func() {
		if high != 0 {
			out = wtf8.AppendRune(out, high)
			high = 0
		}
	}
	for i := pos; i < len(data); {
		b := data[i]
		if b != '+' {
			if b >= 0x80 {
				return string(out), i, wtf8.Fault{Start: i, End: i + 1, Reason: "unexpected special character"}
			}
			out = append(out, b)
			i++
			continue
		}
		start, mark := i, len(out)
		i++
		if i < len(data) && data[i] == '-' {
			out = append(out, '+')
			i++
			continue
		}
		if i < len(data) && !isBase64(data[i]) {
			return string(out), i, wtf8.Fault{Start: start, End: i + 1, Reason: "ill-formed sequence"}
		}
		bits, buf := uint(0), uint32(0)
		for i < len(data) && isBase64(data[i]) {
			buf = buf<<6 | uint32(strings.IndexByte(base64Digits, data[i]))
			i++
			if bits += 6; bits >= 16 {
				bits -= 16
				unit(rune(buf >> bits & 0xFFFF))
				buf &= 1<<bits - 1
			}
		}
		if i == len(data) {
			if !final {
				return string(out[:mark]), start, f
			}
			if high != 0 || bits >= 6 || bits > 0 && buf != 0 {
				settle()
				return string(out), i, wtf8.Fault{Start: start, End: i, Reason: "unterminated shift sequence"}
			}
			break
		}
		b = data[i]
		switch {
		case bits >= 6:
			settle()
			return string(out), i, wtf8.Fault{Start: start, End: i + 1, Reason: "partial character in shift sequence"}
		case bits > 0 && buf != 0:
			settle()
			return string(out), i, wtf8.Fault{Start: start, End: i + 1, Reason: "non-zero padding bits in shift sequence"}
		}
		settle()
		if b == '-' {
			i++
		}
	}
	return string(out), len(data), f
}
