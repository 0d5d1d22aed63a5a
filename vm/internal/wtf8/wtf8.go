// Package wtf8 holds the algorithms of Python's str over WTF-8 text: UTF-8 in
// which a lone surrogate is allowed and takes three bytes (ED A0..BF xx).
//
// A Python str is a sequence of code points and a surrogate pair stays two of
// them, so surrogates are never joined: "\ud800" + "\udc00" is six bytes and two
// code points. Byte order equals code point order, so strings compare as bytes.
//
// Positions are byte offsets unless a function says code points.
//
// Invariant: every function that is given well-formed WTF-8 returns well-formed
// WTF-8. Only the decoders may be given anything else.
package wtf8

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// MaxRune is the greatest code point.
const MaxRune = 0x10FFFF

const highBits = 0x8080808080808080

// view returns the bytes of s without copying; they must not be written to.
func view(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// text returns b as a string without copying; b must not be written to again.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// IsASCII reports whether every byte of s is below 0x80.
func IsASCII(s string) bool { return IsASCIIBytes(view(s)) }

// IsASCIIBytes reports whether every byte of b is below 0x80.
func IsASCIIBytes(b []byte) bool {
	for len(b) >= 8 {
		if binary.LittleEndian.Uint64(b)&highBits != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// asciiPrefix is the length of the longest ASCII prefix of b.
func asciiPrefix(b []byte) int {
	i := 0
	for i+8 <= len(b) {
		if x := binary.LittleEndian.Uint64(b[i:]) & highBits; x != 0 {
			return i + bits.TrailingZeros64(x)/8
		}
		i += 8
	}
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	return i
}

// starts counts the bytes in x that are not continuation bytes.
func starts(x uint64) int {
	return 8 - bits.OnesCount64((x>>7)&^(x>>6)&0x0101010101010101)
}

// Count is the number of code points in s.
func Count(s string) int {
	b := view(s)
	n := 0
	for len(b) >= 8 {
		n += starts(binary.LittleEndian.Uint64(b))
		b = b[8:]
	}
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// RuneLen is the number of bytes that r takes; r is a code point, surrogates included.
func RuneLen(r rune) int {
	switch {
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 4
}

// AppendRune appends the encoding of r, surrogates included.
func AppendRune(dst []byte, r rune) []byte {
	switch {
	case r < 0x80:
		return append(dst, byte(r))
	case r < 0x800:
		return append(dst, 0xC0|byte(r>>6), 0x80|byte(r&0x3F))
	case r < 0x10000:
		return append(dst, 0xE0|byte(r>>12), 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return append(dst, 0xF0|byte(r>>18), 0x80|byte(r>>12&0x3F), 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
}

// String is the text of one code point.
func String(r rune) string {
	if r < 0x80 {
		return string(r) // the runtime keeps these ready made
	}
	return text(AppendRune(make([]byte, 0, 4), r))
}

// FromRunes is the text of the given code points.
func FromRunes(rs []rune) string {
	b := make([]byte, 0, len(rs))
	for _, r := range rs {
		b = AppendRune(b, r)
	}
	return text(b)
}

// Runes returns the code points of s.
func Runes(s string) []rune {
	rs := make([]rune, 0, Count(s))
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		rs = append(rs, r)
		i += n
	}
	return rs
}

// DecodeRune returns the first code point of s and its length in bytes; (0, 0) when s is empty.
// It trusts its input: a cut sequence gives its lead byte as a code point.
func DecodeRune(s string) (r rune, size int) {
	if len(s) == 0 {
		return 0, 0
	}
	c := s[0]
	switch {
	case c < 0x80:
		return rune(c), 1
	case c >= 0xC0 && c < 0xE0 && len(s) >= 2:
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	case c >= 0xE0 && c < 0xF0 && len(s) >= 3:
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	case c >= 0xF0 && len(s) >= 4:
		return rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
	}
	return rune(c), 1
}

// DecodeLastRune returns the last code point of s and its length in bytes; (0, 0) when s is empty.
func DecodeLastRune(s string) (r rune, size int) {
	i := len(s) - 1
	if i < 0 {
		return 0, 0
	}
	for i > 0 && len(s)-i < 4 && s[i]&0xC0 == 0x80 {
		i--
	}
	r, _ = DecodeRune(s[i:])
	return r, len(s) - i
}

// IsSurrogate reports whether r is a surrogate code point.
func IsSurrogate(r rune) bool { return r >= 0xD800 && r < 0xE000 }

// MaxCodePoint is the greatest code point in s, 0 when s is empty.
func MaxCodePoint(s string) rune {
	var most rune
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		most = max(most, r)
		i += n
	}
	return most
}

// HasSurrogate reports whether s holds a surrogate, that is, whether it is not UTF-8.
func HasSurrogate(s string) bool { return indexSurrogate(s) >= 0 }

// indexSurrogate is the offset of the first surrogate in s, or -1.
func indexSurrogate(s string) int {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xED && s[i+1] >= 0xA0 {
			return i
		}
	}
	return -1
}
