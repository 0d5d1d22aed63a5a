// Package mersenne is the generator behind Python's random module: MT19937, seeded and read as CPython does.
//
// A Generator is a plain value: copying it copies its whole state, and two equal ones give equal numbers.
package mersenne

import (
	"errors"
	"math/big"
)

const (
	size   = 624
	middle = 397
)

// Generator is the state of MT19937. Seed it before use.
type Generator struct {
	words [size]uint32
	at    int // of the next word; size when they are used up
}

// New is a generator seeded with the words of a key.
func New(key []uint32) *Generator {
	g := new(Generator)
	g.Seed(key)
	return g
}

// Clone is an independent generator in the same state.
func (g *Generator) Clone() *Generator {
	c := *g
	return &c
}

// SeedInt seeds as random.seed(n) does: with the magnitude of n.
func (g *Generator) SeedInt(n *big.Int) {
	b := n.Bytes() // the magnitude, big endian
	key := make([]uint32, max((len(b)+3)/4, 1))
	for i := range b {
		key[i/4] |= uint32(b[len(b)-1-i]) << (8 * (i % 4))
	}
	g.Seed(key)
}

// seedWord fills the state from one word.
func (g *Generator) seedWord(s uint32) {
	g.words[0] = s
	for i := 1; i < size; i++ {
		s = 1812433253*(s^s>>30) + uint32(i)
		g.words[i] = s
	}
	g.at = size
}

// Seed seeds with a key of any length, the reference's init_by_array. An empty key counts as one zero.
func (g *Generator) Seed(key []uint32) {
	if len(key) == 0 {
		key = []uint32{0}
	}
	g.seedWord(19650218)
	w := &g.words
	i, j := 1, 0
	step := func() {
		if i++; i == size {
			w[0] = w[size-1]
			i = 1
		}
	}
	for range max(size, len(key)) {
		w[i] = (w[i] ^ (w[i-1]^w[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range size - 1 {
		w[i] = (w[i] ^ (w[i-1]^w[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	w[0] = 0x80000000
}

// refill computes the next size words.
func (g *Generator) refill() {
	w := &g.words
	next := func(i, j, k int) {
		y := w[i]&0x80000000 | w[j]&0x7FFFFFFF
		w[i] = w[k] ^ y>>1 ^ -(y&1)&0x9908B0DF
	}
	for i := range size - middle {
		next(i, i+1, i+middle)
	}
	for i := size - middle; i < size-1; i++ {
		next(i, i+1, i+middle-size)
	}
	next(size-1, 0, middle-1)
	g.at = 0
}

// Uint32 is the next 32 random bits.
func (g *Generator) Uint32() uint32 {
	if g.at >= size {
		g.refill()
	}
	y := g.words[g.at]
	g.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9D2C5680
	y ^= y << 15 & 0xEFC60000
	return y ^ y>>18
}

// Float64 is random.random(): 53 random bits in [0, 1).
func (g *Generator) Float64() float64 {
	a, b := g.Uint32()>>5, g.Uint32()>>6
	return float64(uint64(a)<<26|uint64(b)) / (1 << 53)
}

// Bits is random.getrandbits(k) for 0 <= k <= 64.
func (g *Generator) Bits(k int) uint64 {
	switch {
	case k <= 0:
		return 0
	case k <= 32:
		return uint64(g.Uint32() >> (32 - k))
	}
	low := g.Uint32()
	return uint64(g.Uint32()>>(64-k))<<32 | uint64(low)
}

// BigBits is random.getrandbits(k) for any k >= 0.
func (g *Generator) BigBits(k int) *big.Int {
	if k <= 64 {
		return new(big.Int).SetUint64(g.Bits(k))
	}
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := range n {
		w := g.Uint32()
		if left := k - 32*i; left < 32 {
			w >>= 32 - left
		}
		end := len(b) - 4*i
		b[end-1], b[end-2], b[end-3], b[end-4] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return new(big.Int).SetBytes(b)
}

// State is what random.getstate() shows: the words and, last, the place.
func (g *Generator) State() [size + 1]uint32 {
	var s [size + 1]uint32
	copy(s[:], g.words[:])
	s[size] = uint32(g.at)
	return s
}

// ErrState is the ValueError of SetState.
var ErrState = errors.New("invalid state")

// SetState puts back what State gave.
func (g *Generator) SetState(s [size + 1]uint32) error {
	if s[size] > size {
		return ErrState
	}
	copy(g.words[:], s[:])
	g.at = int(s[size])
	return nil
}
