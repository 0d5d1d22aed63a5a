package wtf8

import "strings"

const hexDigits = "0123456789abcdef"

// AppendHex appends n lower-case hexadecimal digits of v.
func appendHex(dst []byte, v uint32, n int) []byte {
	for n--; n >= 0; n-- {
		dst = append(dst, hexDigits[v>>(4*n)&15])
	}
	return dst
}

// appendEscape appends \xNN, \uNNNN or \UNNNNNNNN, the shortest that fits.
func appendEscape(dst []byte, r rune) []byte {
	switch {
	case r < 0x100:
		return appendHex(append(dst, `\x`...), uint32(r), 2)
	case r < 0x10000:
		return appendHex(append(dst, `\u`...), uint32(r), 4)
	}
	return appendHex(append(dst, `\U`...), uint32(r), 8)
}

// quoteFor picks the quote as repr does: double only when that saves escapes.
func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// Repr is repr(s). printable decides for the code points above ASCII (str.isprintable); nil means none is.
func Repr(s string, printable func(rune) bool) string {
	return text(AppendRepr(make([]byte, 0, len(s)+2), s, printable))
}

// AppendRepr appends repr(s).
func AppendRepr(dst []byte, s string, printable func(rune) bool) []byte {
	quote := quoteFor(s)
	dst = append(dst, quote)
	from := 0 // s[from:i] needs no escape
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		plain := false
		if r < 0x80 {
			plain = r >= 0x20 && r != 0x7F && r != '\\' && r != rune(quote)
		} else {
			plain = printable != nil && printable(r)
		}
		if plain {
			i += n
			continue
		}
		dst = append(dst, s[from:i]...)
		i += n
		from = i
		switch r {
		case '\\', rune(quote):
			dst = append(dst, '\\', byte(r))
		case '\t':
			dst = append(dst, `\t`...)
		case '\n':
			dst = append(dst, `\n`...)
		case '\r':
			dst = append(dst, `\r`...)
		default:
			dst = appendEscape(dst, r)
		}
	}
	dst = append(dst, s[from:]...)
	return append(dst, quote)
}

// ReprASCII is ascii(s) for a str.
func ReprASCII(s string) string { return Repr(s, nil) }

// EscapeNonASCII is what ascii() does to the repr of an object: each code point above ASCII becomes an escape.
func EscapeNonASCII(s string) string {
	if IsASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)*2)
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if r < 0x80 {
			b = append(b, byte(r))
		} else {
			b = appendEscape(b, r)
		}
		i += n
	}
	return text(b)
}

// BytesRepr is repr(b) for a bytes object, with the leading b.
func BytesRepr(b []byte) string {
	return text(AppendBytesRepr(append(make([]byte, 0, len(b)+3), 'b'), b))
}

// AppendBytesRepr appends the quoted part of repr(b), without the leading b, as bytearray's repr needs it.
func AppendBytesRepr(dst, b []byte) []byte {
	quote := quoteFor(text(b))
	dst = append(dst, quote)
	for _, c := range b {
		switch {
		case c == '\\' || c == quote:
			dst = append(dst, '\\', c)
		case c == '\t':
			dst = append(dst, `\t`...)
		case c == '\n':
			dst = append(dst, `\n`...)
		case c == '\r':
			dst = append(dst, `\r`...)
		case c < 0x20 || c >= 0x7F:
			dst = appendHex(append(dst, `\x`...), uint32(c), 2)
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, quote)
}
