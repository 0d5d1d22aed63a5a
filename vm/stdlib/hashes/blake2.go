package hashes

import (
	"encoding/binary"
	"math/bits"
)

// blake is BLAKE2b or BLAKE2s (RFC 7693) with all its parameters. Words of BLAKE2s lie in the low halves.
type blake struct {
	small bool // BLAKE2s
	start [8]uint64
	h     [8]uint64
	t     uint64 // bytes taken
	buf   [128]byte
	n     int
	size  int
	last  bool   // the last node of a level of a tree
	key   []byte // padded to a block, or nil
}

var blakeB = [8]uint64{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}

var blakeS = [8]uint64{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

var blakeSigma = [10][16]uint8{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// tree are the parameters of BLAKE2's tree mode; the defaults are those of a plain hash.
type tree struct {
	fanout, depth, leaf uint64
	offset              uint64
	nodeDepth, inner    uint64
	last                bool
}

// newBlake makes a hash of size bytes; key, salt and person are not longer than the algorithm allows.
func newBlake(small bool, size int, key, salt, person string, p tree) *blake {
	b := &blake{small: small, size: size, last: p.last}
	var block [64]byte
	block[0], block[1], block[2], block[3] = byte(size), byte(len(key)), byte(p.fanout), byte(p.depth)
	binary.LittleEndian.PutUint32(block[4:], uint32(p.leaf))
	binary.LittleEndian.PutUint64(block[8:], p.offset)
	if small {
		block[14], block[15] = byte(p.nodeDepth), byte(p.inner)
		copy(block[16:], salt)
		copy(block[24:], person)
		for i := range b.start {
			b.start[i] = blakeS[i] ^ uint64(binary.LittleEndian.Uint32(block[4*i:]))
		}
	} else {
		block[16], block[17] = byte(p.nodeDepth), byte(p.inner)
		copy(block[32:], salt)
		copy(block[48:], person)
		for i := range b.start {
			b.start[i] = blakeB[i] ^ binary.LittleEndian.Uint64(block[8*i:])
		}
	}
	if key != "" {
		b.key = make([]byte, b.BlockSize())
		copy(b.key, key)
	}
	b.Reset()
	return b
}

func (b *blake) Size() int { return b.size }

func (b *blake) BlockSize() int {
	if b.small {
		return 64
	}
	return 128
}

func (b *blake) Reset() {
	b.h, b.t, b.n = b.start, 0, 0
	_, _ = b.Write(b.key)
}

func (b *blake) Write(p []byte) (int, error) {
	block := b.BlockSize()
	total := len(p)
	for len(p) > 0 {
		if b.n == block { // only when more follows: the last block is special
			b.t += uint64(block)
			b.compress(false)
			b.n = 0
		}
		k := copy(b.buf[b.n:block], p)
		b.n += k
		p = p[k:]
	}
	return total, nil
}

func (b *blake) Sum(to []byte) []byte {
	d := *b
	d.t += uint64(d.n)
	clear(d.buf[d.n:])
	d.compress(true)
	var out [64]byte
	for i, w := range d.h {
		if d.small {
			binary.LittleEndian.PutUint32(out[4*i:], uint32(w))
		} else {
			binary.LittleEndian.PutUint64(out[8*i:], w)
		}
	}
	return append(to, out[:d.size]...)
}

func (b *blake) compress(final bool) {
	var v, m [16]uint64
	copy(v[:], b.h[:])
	full := ^uint64(0)
	rounds, turns := 12, [4]int{32, 24, 16, 63}
	if b.small {
		copy(v[8:], blakeS[:])
		v[12] ^= b.t & 0xFFFFFFFF
		v[13] ^= b.t >> 32
		full, rounds, turns = 0xFFFFFFFF, 10, [4]int{16, 12, 8, 7}
		for i := range m {
			m[i] = uint64(binary.LittleEndian.Uint32(b.buf[4*i:]))
		}
	} else {
		copy(v[8:], blakeB[:])
		v[12] ^= b.t
		for i := range m {
			m[i] = binary.LittleEndian.Uint64(b.buf[8*i:])
		}
	}
	if final {
		v[14] ^= full
		if b.last {
			v[15] ^= full
		}
	}
	turn := func(x uint64, k int) uint64 { return bits.RotateLeft64(x, -k) }
	if b.small {
		turn = func(x uint64, k int) uint64 { return uint64(bits.RotateLeft32(uint32(x), -k)) }
	}
	mix := func(a, e, f, g int, x, y uint64) {
		v[a] = (v[a] + v[e] + x) & full
		v[g] = turn(v[g]^v[a], turns[0])
		v[f] = (v[f] + v[g]) & full
		v[e] = turn(v[e]^v[f], turns[1])
		v[a] = (v[a] + v[e] + y) & full
		v[g] = turn(v[g]^v[a], turns[2])
		v[f] = (v[f] + v[g]) & full
		v[e] = turn(v[e]^v[f], turns[3])
	}
	for r := range rounds {
		s := &blakeSigma[r%10]
		for i := range 4 {
			mix(i, i+4, i+8, i+12, m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			mix(i, (i+1)%4+4, (i+2)%4+8, (i+3)%4+12, m[s[8+2*i]], m[s[9+2*i]])
		}
	}
	for i := range b.h {
		b.h[i] ^= v[i] ^ v[i+8]
	}
}
