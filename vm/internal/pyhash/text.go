package pyhash

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// Key is the secret of the hash of texts and bytes; the zero Key is that of PYTHONHASHSEED=0.
type Key struct{ K0, K1 uint64 }

// Str is hash(s) of a str in WTF-8 under PYTHONHASHSEED=0.
func Str(s string) int64 { return Key{}.Str(s) }

// Bytes is hash(b) of a bytes object under PYTHONHASHSEED=0.
func Bytes(b []byte) int64 { return Key{}.Bytes(b) }

// Bytes is hash(b) of a bytes object.
func (k Key) Bytes(b []byte) int64 {
	if len(b) == 0 {
		return 0
	}
	s := k.start()
	n := len(b)
	for ; len(b) >= 8; b = b[8:] {
		s.block(binary.LittleEndian.Uint64(b))
	}
	var tail uint64
	for i, c := range b {
		tail |= uint64(c) << (8 * i)
	}
	return s.finish(tail, n)
}

// Str is hash(s) of a str in WTF-8. CPython hashes the array of its code points, whose items take one, two or four bytes as
// the greatest of them needs.
func (k Key) Str(s string) int64 {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	width := itemWidth(b)
	if width == 0 {
		return k.Bytes(b)
	}
	state := k.start()
	var word uint64
	at, n := 0, 0 // bits in word, bytes in all
	for i := 0; i < len(b); {
		r, size := uint64(b[i]), 1
		switch {
		case r < 0x80:
		case r < 0xE0 && i+1 < len(b):
			r, size = r&0x1F<<6|uint64(b[i+1]&0x3F), 2
		case r < 0xF0 && i+2 < len(b):
			r, size = r&0x0F<<12|uint64(b[i+1]&0x3F)<<6|uint64(b[i+2]&0x3F), 3
		case i+3 < len(b):
			r, size = r&0x07<<18|uint64(b[i+1]&0x3F)<<12|uint64(b[i+2]&0x3F)<<6|uint64(b[i+3]&0x3F), 4
		}
		i += size
		word |= r << at
		at += 8 * width
		n += width
		if at == 64 {
			state.block(word)
			word, at = 0, 0
		}
	}
	return state.finish(word, n)
}

// itemWidth is how many bytes CPython gives each code point of the text, or 0 when it is ASCII and needs no translation.
func itemWidth(b []byte) int {
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if binary.LittleEndian.Uint64(b[i:])&0x8080808080808080 != 0 {
			break
		}
	}
	width := 0
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c >= 0xF0:
			return 4
		case c >= 0xC4:
			width = 2
		case c >= 0x80:
			width = max(width, 1)
		}
	}
	return width
}

// sip is the state of SipHash-1-3.
type sip struct{ v0, v1, v2, v3 uint64 }

func (k Key) start() sip {
	return sip{k.K0 ^ 0x736f6d6570736575, k.K1 ^ 0x646f72616e646f6d, k.K0 ^ 0x6c7967656e657261, k.K1 ^ 0x7465646279746573}
}

func (s *sip) round() {
	s.v0 += s.v1
	s.v2 += s.v3
	s.v1 = bits.RotateLeft64(s.v1, 13) ^ s.v0
	s.v3 = bits.RotateLeft64(s.v3, 16) ^ s.v2
	s.v0 = bits.RotateLeft64(s.v0, 32)
	s.v2 += s.v1
	s.v0 += s.v3
	s.v1 = bits.RotateLeft64(s.v1, 17) ^ s.v2
	s.v3 = bits.RotateLeft64(s.v3, 21) ^ s.v0
	s.v2 = bits.RotateLeft64(s.v2, 32)
}

func (s *sip) block(m uint64) {
	s.v3 ^= m
	s.round()
	s.v0 ^= m
}

// finish takes the last, incomplete word and the length in bytes.
func (s *sip) finish(tail uint64, n int) int64 {
	s.block(tail | uint64(n)<<56)
	s.v2 ^= 0xFF
	s.round()
	s.round()
	s.round()
	return done(int64(s.v0 ^ s.v1 ^ s.v2 ^ s.v3))
}
