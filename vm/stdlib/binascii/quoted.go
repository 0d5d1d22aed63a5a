package binascii

import (
	"strings"

	"slp/vm/object"
)

const hexDigits = "0123456789ABCDEF"

func nibble(ch byte) (byte, bool) {
	switch {
	case ch >= '0' && ch <= '9':
		return ch - '0', true
	case ch >= 'a' && ch <= 'f':
		return ch - 'a' + 10, true
	case ch >= 'A' && ch <= 'F':
		return ch - 'A' + 10, true
	}
	return 0, false
}

func fromQuoted(c *ctx, a []value) value {
	s, ok := ascii(c, a[0])
	if !ok {
		return object.Nil
	}
	header, ok := flag(c, a[1], false)
	if !ok {
		return object.Nil
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '=':
			if i++; i >= len(s) {
				break
			}
			switch {
			case s[i] == '\n' || s[i] == '\r': // a line break that was added
				for i < len(s) && s[i] != '\n' {
					i++
				}
				if i < len(s) {
					i++
				}
			case s[i] == '=':
				out = append(out, '=')
				i++
			default:
				if i+1 < len(s) {
					hi, ok1 := nibble(s[i])
					lo, ok2 := nibble(s[i+1])
					if ok1 && ok2 {
						out = append(out, hi<<4|lo)
						i += 2
						continue
					}
				}
				out = append(out, '=')
			}
		case header && s[i] == '_':
			out = append(out, ' ')
			i++
		default:
			out = append(out, s[i])
			i++
		}
	}
	return object.NewBytes(string(out))
}

func toQuoted(c *ctx, a []value) value {
	s, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	var flags [3]bool
	for i, without := range [...]bool{false, true, false} {
		if flags[i], ok = flag(c, a[1+i], without); !ok {
			return object.Nil
		}
	}
	tabs, text, header := flags[0], flags[1], flags[2]
	crlf := false
	if i := strings.IndexByte(s, '\n'); i > 0 && s[i-1] == '\r' {
		crlf = true
	}
	var out []byte
	newline := func() {
		if crlf {
			out = append(out, '\r')
		}
		out = append(out, '\n')
	}
	quote := func(ch byte) { out = append(out, '=', hexDigits[ch>>4], hexDigits[ch&15]) }
	const longest = 76
	line := 0
	for i := 0; i < len(s); {
		ch := s[i]
		last := i+1 == len(s)
		blank, end := ch == ' ' || ch == '\t', ch == '\r' || ch == '\n'
		dot := ch == '.' && line == 0 && (last || s[i+1] == '\n' || s[i+1] == '\r' || s[i+1] == 0)
		switch {
		case ch > 126 || ch == '=' || header && ch == '_' || dot || !text && end || blank && last || ch < 33 && !end && (tabs || !blank):
			if line+3 >= longest {
				out = append(out, '=')
				newline()
				line = 0
			}
			quote(ch)
			i++
			line += 3
		case text && (ch == '\n' || ch == '\r' && !last && s[i+1] == '\n'):
			line = 0
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') { // white space at the end of a line would get lost
				w := out[n-1]
				out = out[:n-1]
				quote(w)
			}
			newline()
			if i++; ch == '\r' {
				i++
			}
		default:
			if !last && s[i+1] != '\n' && line+1 >= longest {
				out = append(out, '=')
				newline()
				line = 0
			}
			line++
			if header && ch == ' ' {
				ch = '_'
			}
			out = append(out, ch)
			i++
		}
	}
	return object.NewBytes(string(out))
}

func fromUU(c *ctx, a []value) value {
	s, ok := ascii(c, a[0])
	if !ok {
		return object.Nil
	}
	if s == "" {
		return object.NewBytes("")
	}
	want := int((s[0] - ' ') & 63)
	out := make([]byte, 0, want)
	i, bits, left := 1, 0, uint32(0)
	for len(out) < want {
		ch := uint32(0)
		if i < len(s) {
			b := s[i]
			i++
			switch {
			case b == '\n' || b == '\r':
				i = len(s) + 1 // what was cut off counts as spaces
			case b < ' ' || b > ' '+64:
				return fail(c, "Illegal char")
			default:
				ch = uint32(b-' ') & 63
			}
		}
		left = left<<6 | ch
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(left>>bits))
			left &= 1<<bits - 1
		}
	}
	for ; i < len(s); i++ {
		if b := s[i]; b != ' ' && b != ' '+64 && b != '\n' && b != '\r' {
			return fail(c, "Trailing garbage")
		}
	}
	return object.NewBytes(string(out))
}

func toUU(c *ctx, a []value) value {
	s, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	tick, ok := flag(c, a[1], false)
	if !ok {
		return object.Nil
	}
	if len(s) > 45 {
		return fail(c, "At most 45 bytes at once")
	}
	put := func(n uint32) byte {
		if n == 0 && tick {
			return '`'
		}
		return byte(n) + ' '
	}
	out := []byte{put(uint32(len(s)))}
	for i := 0; i < len(s); i += 3 {
		var n uint32
		for j := range 3 {
			n <<= 8
			if i+j < len(s) {
				n |= uint32(s[i+j])
			}
		}
		out = append(out, put(n>>18), put(n>>12&63), put(n>>6&63), put(n&63))
	}
	return object.NewBytes(string(append(out, '\n')))
}
