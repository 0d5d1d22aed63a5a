package wtf8

// append16 appends a 16-bit unit in the given byte order.
func append16(dst []byte, u uint16, big bool) []byte {
	if big {
		return append(dst, byte(u>>8), byte(u))
	}
	return append(dst, byte(u), byte(u>>8))
}

// append32 appends a 32-bit unit in the given byte order.
func append32(dst []byte, u uint32, big bool) []byte {
	if big {
		return append(dst, byte(u>>24), byte(u>>16), byte(u>>8), byte(u))
	}
	return append(dst, byte(u), byte(u>>8), byte(u>>16), byte(u>>24))
}

func unit16(b []byte, i int, big bool) rune {
	if big {
		return rune(b[i])<<8 | rune(b[i+1])
	}
	return rune(b[i+1])<<8 | rune(b[i])
}

func decodeUTF16(dst, b []byte, pos int, final, big bool) ([]byte, int, Fault) {
	i := pos
	for i < len(b) {
		left := len(b) - i
		if left < 2 {
			if !final {
				return dst, i, Fault{}
			}
			return dst, i, Fault{i, len(b), "truncated data"}
		}
		r := unit16(b, i, big)
		switch {
		case !IsSurrogate(r):
			dst = AppendRune(dst, r)
			i += 2
		case r >= 0xDC00:
			return dst, i, Fault{i, i + 2, "illegal encoding"}
		case left < 4:
			if !final {
				return dst, i, Fault{}
			}
			return dst, i, Fault{i, len(b), "unexpected end of data"}
		default:
			low := unit16(b, i+2, big)
			if low < 0xDC00 || low > 0xDFFF {
				return dst, i, Fault{i, i + 2, "illegal UTF-16 surrogate"}
			}
			dst = AppendRune(dst, 0x10000+(r-0xD800)<<10+(low-0xDC00))
			i += 4
		}
	}
	return dst, i, Fault{}
}

func encodeUTF16(dst []byte, s string, pos int, big bool) ([]byte, int, Fault) {
	i := pos
	for i < len(s) {
		r, n := DecodeRune(s[i:])
		switch {
		case IsSurrogate(r):
			return dst, i, Fault{i, i + n, "surrogates not allowed"}
		case r < 0x10000:
			dst = append16(dst, uint16(r), big)
		default:
			r -= 0x10000
			dst = append16(dst, uint16(0xD800+r>>10), big)
			dst = append16(dst, uint16(0xDC00+r&0x3FF), big)
		}
		i += n
	}
	return dst, i, Fault{}
}

func decodeUTF32(dst, b []byte, pos int, final, big bool) ([]byte, int, Fault) {
	i := pos
	for i < len(b) {
		if len(b)-i < 4 {
			if !final {
				return dst, i, Fault{}
			}
			return dst, i, Fault{i, len(b), "truncated data"}
		}
		u := uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16 | uint32(b[i+3])<<24
		if big {
			u = uint32(b[i+3]) | uint32(b[i+2])<<8 | uint32(b[i+1])<<16 | uint32(b[i])<<24
		}
		switch {
		case u > MaxRune:
			return dst, i, Fault{i, i + 4, "code point not in range(0x110000)"}
		case IsSurrogate(rune(u)):
			return dst, i, Fault{i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)"}
		}
		dst = AppendRune(dst, rune(u))
		i += 4
	}
	return dst, i, Fault{}
}

func encodeUTF32(dst []byte, s string, pos int, big bool) ([]byte, int, Fault) {
	i := pos
	for i < len(s) {
		r, n := DecodeRune(s[i:])
		if IsSurrogate(r) {
			return dst, i, Fault{i, i + n, "surrogates not allowed"}
		}
		dst = append32(dst, uint32(r), big)
		i += n
	}
	return dst, i, Fault{}
}
