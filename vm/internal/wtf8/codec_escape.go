package wtf8

import "bytes"

// Unknown is what is wrong with an escape that Python accepts but warns about.
type Unknown struct {
	Offset int    // of the backslash
	Text   string // the escape, as `\q` or `\777`
	Octal  bool   // an octal escape above \377
}

// DecodeUnicodeEscape is DecodeFrom for unicode_escape, with a look-up for \N{name} (nil knows no names) and a place to
// remember the first escape that deserves a warning (may be nil).
func DecodeUnicodeEscape(dst, b []byte, pos int, final bool, name func(string) (string, bool), odd *Unknown) (out []byte, next int, f Fault) {
	warn := func(u Unknown) {
		if odd != nil && odd.Text == "" {
			*odd = u
		}
	}
	i := pos
	for i < len(b) {
		c := b[i]
		if c != '\\' {
			dst = AppendRune(dst, rune(c)) // bytes above ASCII are Latin-1
			i++
			continue
		}
		if i+1 == len(b) {
			if !final {
				return dst, i, Fault{}
			}
			return dst, i, Fault{i, i + 1, `\ at end of string`}
		}
		at := i
		c = b[i+1]
		i += 2
		switch c {
		case '\n':
		case '\\', '\'', '"':
			dst = append(dst, c)
		case 'b':
			dst = append(dst, '\b')
		case 'f':
			dst = append(dst, '\f')
		case 't':
			dst = append(dst, '\t')
		case 'n':
			dst = append(dst, '\n')
		case 'r':
			dst = append(dst, '\r')
		case 'v':
			dst = append(dst, '\v')
		case 'a':
			dst = append(dst, '\a')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := rune(c - '0')
			for n := 1; n < 3 && i < len(b) && b[i] >= '0' && b[i] <= '7'; n++ {
				v = v<<3 | rune(b[i]-'0')
				i++
			}
			if v > 0o377 {
				warn(Unknown{at, string(b[at:i]), true})
			}
			dst = AppendRune(dst, v)
		case 'x', 'u', 'U':
			v, end := scanHex(b, i, escapeDigits(c))
			if end < i+escapeDigits(c) {
				if !final && end == len(b) {
					return dst, at, Fault{}
				}
				return dst, at, Fault{at, end, truncatedEscape(c)}
			}
			if v > MaxRune {
				return dst, at, Fault{at, end, "illegal Unicode character"}
			}
			dst = AppendRune(dst, rune(v))
			i = end
		case 'N':
			if i >= len(b) && !final {
				return dst, at, Fault{}
			}
			if i >= len(b) || b[i] != '{' {
				return dst, at, Fault{at, i, `malformed \N character escape`}
			}
			n := bytes.IndexByte(b[i:], '}')
			if n < 0 && !final {
				return dst, at, Fault{}
			}
			if n < 0 {
				return dst, at, Fault{at, len(b), `malformed \N character escape`}
			}
			if n == 1 {
				return dst, at, Fault{at, i + 1, `malformed \N character escape`}
			}
			end := i + n + 1
			if name != nil {
				if s, ok := name(string(b[i+1 : end-1])); ok {
					dst = append(dst, s...)
					i = end
					continue
				}
			}
			return dst, at, Fault{at, end, "unknown Unicode character name"}
		default:
			warn(Unknown{at, string(b[at:i]), false})
			dst = AppendRune(append(dst, '\\'), rune(c))
		}
	}
	return dst, i, Fault{}
}

func escapeDigits(c byte) int {
	switch c {
	case 'x':
		return 2
	case 'u':
		return 4
	}
	return 8
}

func truncatedEscape(c byte) string {
	switch c {
	case 'x':
		return `truncated \xXX escape`
	case 'u':
		return `truncated \uXXXX escape`
	}
	return `truncated \UXXXXXXXX escape`
}

// scanHex reads up to n hexadecimal digits at i and returns their value and where they end.
func scanHex(b []byte, i, n int) (v uint32, end int) {
	for end = i; end < len(b) && end < i+n; end++ {
		c := b[end]
		switch {
		case c >= '0' && c <= '9':
			v = v<<4 | uint32(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = v<<4 | uint32(c|0x20-'a'+10)
		default:
			return v, end
		}
	}
	return v, end
}

// decodeRawUnicodeEscape knows \uXXXX and \UXXXXXXXX after an odd number of backslashes; all else is Latin-1.
func decodeRawUnicodeEscape(dst, b []byte, pos int, final bool) ([]byte, int, Fault) {
	i := pos
	for i < len(b) {
		if b[i] != '\\' {
			dst = AppendRune(dst, rune(b[i]))
			i++
			continue
		}
		if i+1 == len(b) {
			if !final {
				return dst, i, Fault{}
			}
			return append(dst, '\\'), i + 1, Fault{}
		}
		c := b[i+1]
		if c != 'u' && c != 'U' {
			dst = AppendRune(append(dst, '\\'), rune(c))
			i += 2
			continue
		}
		v, end := scanHex(b, i+2, escapeDigits(c))
		if end < i+2+escapeDigits(c) {
			if !final && end == len(b) {
				return dst, i, Fault{}
			}
			return dst, i, Fault{i, end, truncatedEscape(c)}
		}
		if v > MaxRune {
			return dst, i, Fault{i, end, `\Uxxxxxxxx out of range`}
		}
		dst = AppendRune(dst, rune(v))
		i = end
	}
	return dst, i, Fault{}
}

func encodeUnicodeEscape(dst []byte, s string, pos int) []byte {
	for i := pos; i < len(s); {
		r, n := DecodeRune(s[i:])
		i += n
		switch {
		case r == '\\':
			dst = append(dst, `\\`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r >= 0x20 && r < 0x7F:
			dst = append(dst, byte(r))
		default:
			dst = appendEscape(dst, r)
		}
	}
	return dst
}

func encodeRawUnicodeEscape(dst []byte, s string, pos int) []byte {
	for i := pos; i < len(s); {
		r, n := DecodeRune(s[i:])
		i += n
		if r < 0x100 {
			dst = append(dst, byte(r))
		} else {
			dst = appendEscape(dst, r)
		}
	}
	return dst
}
