package wtf8

import "unicode/utf8"

// decodeUTF8 follows CPython: a fault spans the longest prefix of a valid sequence, at least one byte.
func decodeUTF8(dst, b []byte, pos int, final bool) ([]byte, int, Fault) {
	if utf8.Valid(b[pos:]) {
		return append(dst, b[pos:]...), len(b), Fault{}
	}
	i := pos
	for i < len(b) {
		c := b[i]
		if c < 0x80 {
			i += asciiPrefix(b[i:])
			continue
		}
		need, low, high := 0, byte(0x80), byte(0xBF)
		switch {
		case c >= 0xC2 && c <= 0xDF:
			need = 1
		case c >= 0xE0 && c <= 0xEF:
			need = 2
			if c == 0xE0 {
				low = 0xA0
			} else if c == 0xED {
				high = 0x9F
			}
		case c >= 0xF0 && c <= 0xF4:
			need = 3
			if c == 0xF0 {
				low = 0x90
			} else if c == 0xF4 {
				high = 0x8F
			}
		default:
			return append(dst, b[pos:i]...), i, Fault{i, i + 1, "invalid start byte"}
		}
		end := i + 1
		for ; end <= i+need; end++ {
			if end == len(b) {
				if !final {
					return append(dst, b[pos:i]...), i, Fault{}
				}
				return append(dst, b[pos:i]...), i, Fault{i, end, "unexpected end of data"}
			}
			if b[end] < low || b[end] > high {
				return append(dst, b[pos:i]...), i, Fault{i, end, "invalid continuation byte"}
			}
			low, high = 0x80, 0xBF
		}
		i = end
	}
	return append(dst, b[pos:i]...), i, Fault{}
}

// encodeUTF8 copies up to the first surrogate; a fault spans the whole run of them.
func encodeUTF8(dst []byte, s string, pos int) ([]byte, int, Fault) {
	i := indexSurrogate(s[pos:])
	if i < 0 {
		return append(dst, s[pos:]...), len(s), Fault{}
	}
	i += pos
	end := i
	for end+1 < len(s) && s[end] == 0xED && s[end+1] >= 0xA0 {
		end += 3
	}
	return append(dst, s[pos:i]...), i, Fault{i, min(end, len(s)), "surrogates not allowed"}
}

func decodeASCII(dst, b []byte, pos int) ([]byte, int, Fault) {
	i := pos + asciiPrefix(b[pos:])
	dst = append(dst, b[pos:i]...)
	if i < len(b) {
		return dst, i, Fault{i, i + 1, "ordinal not in range(128)"}
	}
	return dst, i, Fault{}
}

func decodeLatin1(dst, b []byte, pos int) ([]byte, int, Fault) {
	for pos < len(b) {
		n := asciiPrefix(b[pos:])
		dst = append(dst, b[pos:pos+n]...)
		for pos += n; pos < len(b) && b[pos] >= 0x80; pos++ {
			dst = append(dst, 0xC0|b[pos]>>6, 0x80|b[pos]&0x3F)
		}
	}
	return dst, pos, Fault{}
}

func encodeASCII(dst []byte, s string, pos int) ([]byte, int, Fault) {
	i := pos + asciiPrefix(view(s)[pos:])
	dst = append(dst, s[pos:i]...)
	if i == len(s) {
		return dst, i, Fault{}
	}
	end := i
	for end < len(s) && s[end] >= 0x80 {
		end++
	}
	return dst, i, Fault{i, end, "ordinal not in range(128)"}
}

func encodeLatin1(dst []byte, s string, pos int) ([]byte, int, Fault) {
	i := pos
	for i < len(s) {
		r, n := DecodeRune(s[i:])
		if r > 0xFF {
			end := i
			for end < len(s) {
				r, n := DecodeRune(s[end:])
				if r <= 0xFF {
					break
				}
				end += n
			}
			return dst, i, Fault{i, end, "ordinal not in range(256)"}
		}
		dst = append(dst, byte(r))
		i += n
	}
	return dst, i, Fault{}
}
