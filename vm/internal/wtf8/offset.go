package wtf8

import "encoding/binary"

// Offset is the byte offset of the i-th code point of s; len(s) when s has i code points or fewer, 0 when i is negative.
func Offset(s string, i int) int {
	if i <= 0 {
		return 0
	}
	b := view(s)
	at := 0
	for at+8 <= len(b) {
		n := starts(binary.LittleEndian.Uint64(b[at:]))
		if n > i {
			break
		}
		i -= n
		at += 8
	}
	// The i-th start from here on; a continuation byte before it belongs to an earlier code point.
	for ; at < len(b); at++ {
		if b[at]&0xC0 != 0x80 {
			if i == 0 {
				return at
			}
			i--
		}
	}
	return len(b)
}

// At returns the i-th code point of s, which must exist.
func At(s string, i int) rune {
	r, _ := DecodeRune(s[Offset(s, i):])
	return r
}

// Slice returns the code points i to j of s, 0 <= i <= j <= Count(s), sharing its memory.
func Slice(s string, i, j int) string {
	lo := Offset(s, i)
	return s[lo : lo+Offset(s[lo:], j-i)]
}

// SliceStep returns n code points of s: start, start+step, start+2*step... All of them must exist.
func SliceStep(s string, start, step, n int) string {
	if n <= 0 {
		return ""
	}
	if IsASCII(s) {
		b := make([]byte, n)
		for k := range b {
			b[k] = s[start]
			start += step
		}
		return text(b)
	}
	rs := Runes(s)
	b := make([]byte, 0, n)
	for range n {
		b = AppendRune(b, rs[start])
		start += step
	}
	return text(b)
}

// Reverse returns the code points of s in reverse order.
func Reverse(s string) string {
	b := make([]byte, len(s))
	at := len(s)
	for i := 0; i < len(s); {
		_, n := DecodeRune(s[i:])
		at -= n
		copy(b[at:], s[i:i+n])
		i += n
	}
	return text(b)
}

// indexStride is how many code points lie between two marks of an Index: a look-up scans at most this many.
const indexStride = 64

// Index makes the offsets of one text that is not ASCII quick to find: one mark for each 64 code points.
// It is immutable and belongs to the text that it was made from.
type Index struct {
	marks []uint32 // marks[k] is the offset of code point k*indexStride
	count int
}

// NewIndex reads s once. A text above 4 GiB has no index: look-ups then scan.
func NewIndex(s string) *Index {
	x := &Index{count: Count(s)}
	if uint64(len(s)) > 1<<32-1 {
		return x
	}
	x.marks = make([]uint32, 0, x.count/indexStride+1)
	for at, k := 0, 0; at < len(s); k++ {
		if k%indexStride == 0 {
			x.marks = append(x.marks, uint32(at))
		}
		_, n := DecodeRune(s[at:])
		at += n
	}
	return x
}

// Count is the number of code points in the text.
func (x *Index) Count() int { return x.count }

// Offset is what Offset(s, i) gives, in constant time; s must be the text of the index.
func (x *Index) Offset(s string, i int) int {
	switch {
	case i <= 0:
		return 0
	case i >= x.count:
		return len(s)
	case x.marks == nil:
		return Offset(s, i)
	}
	at := int(x.marks[i/indexStride])
	return at + Offset(s[at:], i%indexStride)
}
