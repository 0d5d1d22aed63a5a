package wtf8

import (
	"strconv"
	"strings"
)

// Encoding names one of the codecs of this package.
type Encoding uint8

// The codecs. UTF16 and UTF32 carry a byte order mark; without one, decoding reads little endian.
const (
	UTF8 Encoding = iota
	UTF8Sig
	ASCII
	Latin1
	UTF16
	UTF16LE
	UTF16BE
	UTF32
	UTF32LE
	UTF32BE
	UnicodeEscape
	RawUnicodeEscape
)

// Name is the encoding's name in a UnicodeError: note unicodeescape for the escapes.
func (e Encoding) Name() string {
	return [...]string{"utf-8", "utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be",
		"utf-32", "utf-32-le", "utf-32-be", "unicodeescape", "rawunicodeescape"}[e]
}

// Unit is how many bytes a unit of the encoding takes: raw bytes from an error handler must fill whole units, or the error stands.
func (e Encoding) Unit() int {
	switch e {
	case UTF16, UTF16LE, UTF16BE:
		return 2
	case UTF32, UTF32LE, UTF32BE:
		return 4
	}
	return 1
}

// LookupEncoding finds the encoding by any of its usual names; case, '-', '_' and ' ' do not matter.
func LookupEncoding(name string) (Encoding, bool) {
	key := strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		if r >= 'A' && r <= 'Z' {
			return r + 32
		}
		return r
	}, name)
	switch key {
	case "utf-8", "utf8", "u8", "utf", "cp65001", "utf8-ucs2", "utf8-ucs4":
		return UTF8, true
	case "utf-8-sig":
		return UTF8Sig, true
	case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "ansi-x3-4-1968", "ansi-x3.4-1986", "cp367", "csascii", "ibm367",
		"iso646-us", "iso-646.irv-1991", "iso-ir-6", "us":
		return ASCII, true
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "csisolatin1", "ibm819", "iso8859",
		"iso-8859-1-1987", "iso-ir-100", "l1", "latin":
		return Latin1, true
	case "utf-16", "utf16", "u16":
		return UTF16, true
	case "utf-16-le", "utf-16le", "utf16le", "unicodelittleunmarked":
		return UTF16LE, true
	case "utf-16-be", "utf-16be", "utf16be", "unicodebigunmarked":
		return UTF16BE, true
	case "utf-32", "utf32", "u32":
		return UTF32, true
	case "utf-32-le", "utf-32le", "utf32le":
		return UTF32LE, true
	case "utf-32-be", "utf-32be", "utf32be":
		return UTF32BE, true
	case "unicode-escape", "unicodeescape":
		return UnicodeEscape, true
	case "raw-unicode-escape", "rawunicodeescape":
		return RawUnicodeEscape, true
	}
	return 0, false
}

// Fault is a place that a codec cannot translate: [Start, End) and CPython's reason.
// The offsets are bytes; for a UnicodeEncodeError make code points of them with Count(s[:f.Start]).
type Fault struct {
	Start, End int
	Reason     string
}

// None reports that there is no fault.
func (f Fault) None() bool { return f.Reason == "" }

// SkipBOM resolves UTF8Sig, UTF16 and UTF32 to a codec with a known byte order and says how many bytes of b its mark takes.
// Other encodings come back as they are.
func SkipBOM(e Encoding, b []byte) (Encoding, int) {
	switch e {
	case UTF8Sig:
		if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
			return UTF8, 3
		}
		return UTF8, 0
	case UTF16:
		if len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE {
			return UTF16LE, 2
		}
		if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF {
			return UTF16BE, 2
		}
		return UTF16LE, 0
	case UTF32:
		if len(b) >= 4 && b[0] == 0xFF && b[1] == 0xFE && b[2] == 0 && b[3] == 0 {
			return UTF32LE, 4
		}
		if len(b) >= 4 && b[0] == 0 && b[1] == 0 && b[2] == 0xFE && b[3] == 0xFF {
			return UTF32BE, 4
		}
		return UTF32LE, 0
	}
	return e, 0
}

// AppendBOM appends the byte order mark that encoding with e begins with, if it has one.
func AppendBOM(dst []byte, e Encoding) []byte {
	switch e {
	case UTF8Sig:
		return append(dst, 0xEF, 0xBB, 0xBF)
	case UTF16:
		return append(dst, 0xFF, 0xFE)
	case UTF32:
		return append(dst, 0xFF, 0xFE, 0, 0)
	}
	return dst
}

// DecodeFrom appends the text of b[pos:] to dst until its end or the first fault, and returns where it stands.
// After a fault the caller appends a replacement, picks a position to go on from and calls again, so that error handlers
// need no callback. Unless final, an incomplete sequence at the end is left unread: next is then below len(b).
// A byte order mark is not looked for (see SkipBOM).
func DecodeFrom(e Encoding, dst, b []byte, pos int, final bool) (out []byte, next int, f Fault) {
	switch e {
	case ASCII:
		return decodeASCII(dst, b, pos)
	case Latin1:
		return decodeLatin1(dst, b, pos)
	case UTF16, UTF16LE:
		return decodeUTF16(dst, b, pos, final, false)
	case UTF16BE:
		return decodeUTF16(dst, b, pos, final, true)
	case UTF32, UTF32LE:
		return decodeUTF32(dst, b, pos, final, false)
	case UTF32BE:
		return decodeUTF32(dst, b, pos, final, true)
	case UnicodeEscape:
		return DecodeUnicodeEscape(dst, b, pos, final, nil, nil)
	case RawUnicodeEscape:
		return decodeRawUnicodeEscape(dst, b, pos, final)
	}
	return decodeUTF8(dst, b, pos, final)
}

// EncodeFrom appends the encoding of s[pos:] to dst until its end or the first fault: DecodeFrom's mirror.
// It writes no byte order mark (see AppendBOM).
func EncodeFrom(e Encoding, dst []byte, s string, pos int) (out []byte, next int, f Fault) {
	switch e {
	case ASCII:
		return encodeASCII(dst, s, pos)
	case Latin1:
		return encodeLatin1(dst, s, pos)
	case UTF16, UTF16LE:
		return encodeUTF16(dst, s, pos, false)
	case UTF16BE:
		return encodeUTF16(dst, s, pos, true)
	case UTF32, UTF32LE:
		return encodeUTF32(dst, s, pos, false)
	case UTF32BE:
		return encodeUTF32(dst, s, pos, true)
	case UnicodeEscape:
		return encodeUnicodeEscape(dst, s, pos), len(s), Fault{}
	case RawUnicodeEscape:
		return encodeRawUnicodeEscape(dst, s, pos), len(s), Fault{}
	}
	return encodeUTF8(dst, s, pos)
}

// Decode is bytes.decode with one of the built-in error handlers (see HasHandler). The encoding returned is the one to
// name in the error: a byte order mark makes utf-16-be of utf-16.
func Decode(e Encoding, b []byte, handler string) (string, Encoding, Fault) {
	e, pos := SkipBOM(e, b)
	out := make([]byte, 0, len(b)-pos)
	for {
		var f Fault
		out, _, f = DecodeFrom(e, out, b, pos, true)
		if f.None() {
			return text(out), e, f
		}
		with, resume, ok := HandleDecode(handler, e, b, f)
		if !ok {
			return "", e, f
		}
		out = append(out, with...)
		pos = resume
	}
}

// Encode is str.encode with one of the built-in error handlers. name gives a code point's name for namereplace; it may be
// nil for the other handlers.
func Encode(e Encoding, s, handler string, name func(rune) string) ([]byte, Fault) {
	out := AppendBOM(make([]byte, 0, len(s)+4), e)
	pos := 0
	for {
		var f Fault
		out, _, f = EncodeFrom(e, out, s, pos)
		if f.None() {
			return out, f
		}
		with, raw, resume, ok := HandleEncode(handler, e, s, f, name)
		if !ok {
			return nil, f
		}
		if raw {
			if len(with)%e.Unit() != 0 {
				return nil, f
			}
			out = append(out, with...)
		} else {
			var inner Fault
			if out, _, inner = EncodeFrom(e, out, with, 0); !inner.None() {
				return nil, f
			}
		}
		pos = resume
	}
}

// HasHandler reports whether name is an error handler that HandleDecode and HandleEncode know.
func HasHandler(name string) bool {
	switch name {
	case "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass":
		return true
	}
	return false
}

// HandleDecode does what the named error handler does about a fault: the text to put in and the offset to go on from.
// ok is false when the handler lets the error stand.
func HandleDecode(handler string, e Encoding, b []byte, f Fault) (with string, resume int, ok bool) {
	switch handler {
	case "ignore":
		return "", f.End, true
	case "replace":
		return "\uFFFD", f.End, true
	case "backslashreplace":
		var w []byte
		for _, c := range b[f.Start:f.End] {
			w = appendHex(append(w, `\x`...), uint32(c), 2)
		}
		return text(w), f.End, true
	case "surrogateescape":
		// At most four bytes, and only those above ASCII: a byte below 0x80 can never hide a slash.
		var w []byte
		i := f.Start
		for ; i < f.End && i < f.Start+4 && b[i] >= 0x80; i++ {
			w = AppendRune(w, 0xDC00+rune(b[i]))
		}
		return text(w), i, i > f.Start
	case "surrogatepass":
		r, n := surrogateAt(e, b[f.Start:])
		return String(r), f.Start + n, n > 0
	}
	return "", 0, false
}

// surrogateAt reads a surrogate as the encoding would write it; n is 0 when there is none.
func surrogateAt(e Encoding, b []byte) (r rune, n int) {
	switch e {
	case UTF8, UTF8Sig:
		if len(b) >= 3 && b[0]&0xF0 == 0xE0 && b[1]&0xC0 == 0x80 && b[2]&0xC0 == 0x80 {
			r, n = rune(b[0]&15)<<12|rune(b[1]&63)<<6|rune(b[2]&63), 3
		}
	case UTF16, UTF16LE:
		if len(b) >= 2 {
			r, n = rune(b[1])<<8|rune(b[0]), 2
		}
	case UTF16BE:
		if len(b) >= 2 {
			r, n = rune(b[0])<<8|rune(b[1]), 2
		}
	case UTF32, UTF32LE:
		if len(b) >= 4 {
			r, n = rune(b[3])<<24|rune(b[2])<<16|rune(b[1])<<8|rune(b[0]), 4
		}
	case UTF32BE:
		if len(b) >= 4 {
			r, n = rune(b[0])<<24|rune(b[1])<<16|rune(b[2])<<8|rune(b[3]), 4
		}
	}
	if !IsSurrogate(r) {
		return 0, 0
	}
	return r, n
}

// HandleEncode does what the named error handler does about a fault: what to put in, whether that is raw bytes or text that
// has to be encoded in its turn, and the offset to go on from. ok is false when the handler lets the error stand.
func HandleEncode(handler string, e Encoding, s string, f Fault, name func(rune) string) (with string, raw bool, resume int, ok bool) {
	switch handler {
	case "ignore":
		return "", false, f.End, true
	case "replace":
		return strings.Repeat("?", Count(s[f.Start:f.End])), false, f.End, true
	case "backslashreplace", "xmlcharrefreplace", "namereplace":
		var w []byte
		for i := f.Start; i < f.End; {
			r, n := DecodeRune(s[i:])
			w = appendReference(w, handler, r, name)
			i += n
		}
		return text(w), false, f.End, true
	case "surrogateescape":
		var w []byte
		i := f.Start
		for i < f.End {
			r, n := DecodeRune(s[i:])
			if r < 0xDC80 || r > 0xDCFF {
				break
			}
			w = append(w, byte(r))
			i += n
		}
		return text(w), true, i, i > f.Start
	case "surrogatepass":
		var w []byte
		i := f.Start
		for i < f.End {
			r, n := DecodeRune(s[i:])
			if !IsSurrogate(r) {
				break
			}
			switch e {
			case UTF8, UTF8Sig:
				w = AppendRune(w, r)
			case UTF16, UTF16LE, UTF16BE:
				w = append16(w, uint16(r), e == UTF16BE)
			case UTF32, UTF32LE, UTF32BE:
				w = append32(w, uint32(r), e == UTF32BE)
			default:
				return "", false, 0, false
			}
			i += n
		}
		return text(w), true, i, i > f.Start
	}
	return "", false, 0, false
}

// appendReference appends one code point as the replacing handlers spell it.
func appendReference(dst []byte, handler string, r rune, name func(rune) string) []byte {
	switch handler {
	case "xmlcharrefreplace":
		dst = strconv.AppendInt(append(dst, "&#"...), int64(r), 10)
		return append(dst, ';')
	case "namereplace":
		if name != nil {
			if n := name(r); n != "" {
				return append(append(append(dst, `\N{`...), n...), '}')
			}
		}
	}
	return appendEscape(dst, r)
}
