package codecs

import (
	"slp/vm/object"
)

func escapeEncode(c *ctx, a []value) value {
	b := a[0].AsBytes()
	if b == nil {
		return c.Raise(object.TypeError, "escape_encode() argument 1 must be bytes, not %s", argName(a[0]))
	}
	if _, ok := errorsArg(c, a[1], "escape_encode"); !ok {
		return object.Nil
	}
	const digits = "0123456789abcdef"
	out := make([]byte, 0, len(b.S))
	for i := range len(b.S) {
		switch x := b.S[i]; {
		case x == '\'' || x == '\\':
			out = append(out, '\\', x)
		case x == '\t':
			out = append(out, '\\', 't')
		case x == '\n':
			out = append(out, '\\', 'n')
		case x == '\r':
			out = append(out, '\\', 'r')
		case x < ' ' || x >= 0x7f:
			out = append(out, '\\', 'x', digits[x>>4], digits[x&15])
		default:
			out = append(out, x)
		}
	}
	return object.TupleOf(object.NewBytes(string(out)), object.Int(int64(len(b.S))))
}

// plainEscapes are the escapes of one letter.
var plainEscapes = [256]byte{'\\': '\\', '\'': '\'', '"': '"', 'b': '\b', 'f': '\f', 't': '\t', 'n': '\n', 'r': '\r', 'v': '\v', 'a': '\a'}

func escapeDecode(c *ctx, a []value) value {
	var data string
	var ok bool
	if s := a[0].AsStr(); s != nil {
		data = s.String()
	} else if data, ok = dataArg(c, a[0]); !ok {
		return object.Nil
	}
	errors, ok := errorsArg(c, a[1], "escape_decode")
	if !ok {
		return object.Nil
	}
	out := make([]byte, 0, len(data))
	odd, octal := "", false
	for i := 0; i < len(data); {
		x := data[i]
		if x != '\\' {
			out = append(out, x)
			i++
			continue
		}
		if i+1 == len(data) {
			return c.Raise(object.ValueError, "Trailing \\ in string")
		}
		start := i
		x = data[i+1]
		i += 2
		switch {
		case x == '\n':
		case plainEscapes[x] != 0:
			out = append(out, plainEscapes[x])
		case x >= '0' && x <= '7':
			n := int(x - '0')
			for k := 0; k < 2 && i < len(data) && data[i] >= '0' && data[i] <= '7'; k++ {
				n = n*8 + int(data[i]-'0')
				i++
			}
			if n > 255 && odd == "" {
				odd, octal = data[start:i], true
			}
			out = append(out, byte(n))
		case x == 'x':
			if i+1 < len(data) && hexValue(data[i]) >= 0 && hexValue(data[i+1]) >= 0 {
				out = append(out, byte(hexValue(data[i])<<4|hexValue(data[i+1])))
				i += 2
				break
			}
			switch errors {
			case "strict":
				return c.Raise(object.ValueError, "invalid \\x escape at position %d", start)
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return c.Raise(object.ValueError, "decoding error; unknown error handling code: %s", errors)
			}
			if i < len(data) && hexValue(data[i]) >= 0 {
				i++
			}
		default:
			if odd == "" {
				odd = "\\" + string(rune(x))
			}
			out = append(out, '\\', x)
		}
	}
	if odd != "" && c.Call(c.Host.Hosted("escape_warning"), object.NewStr(`b"`+odd+`"`), object.Bool(octal)).IsNil() {
		return object.Nil
	}
	return object.TupleOf(object.NewBytes(string(out)), object.Int(int64(len(data))))
}

func hexValue(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}

func readBufferEncode(c *ctx, a []value) value {
	var data string
	if s := a[0].AsStr(); s != nil {
		b := c.Encode(s, "utf-8", "strict")
		if b.IsNil() {
			return object.Nil
		}
		data = b.AsBytes().S
	} else {
		var ok bool
		if data, ok = dataArg(c, a[0]); !ok {
			return object.Nil
		}
	}
	return object.TupleOf(object.NewBytes(data), object.Int(int64(len(data))))
}
