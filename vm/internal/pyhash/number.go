// Package pyhash computes CPython's hash() of the builtin types, 64-bit build, to the last bit.
//
// A hash is an int64 and never -1, which CPython keeps for errors. Texts and bytes are hashed as under PYTHONHASHSEED=0, so a
// run is a function of its program.
package pyhash

import (
	"math"
	"math/big"
	"math/bits"
)

// modulus is the prime 2**61 - 1: equal numbers hash equal because all are reduced by it.
const (
	modulusBits = 61
	modulus     = 1<<modulusBits - 1
)

// Inf is hash(float("inf")).
const Inf = 314159

// imaginary is the weight of a complex number's imaginary part.
const imaginary = 1000003

// done keeps a hash from being -1.
func done(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

// Int is hash(v).
func Int(v int64) int64 {
	if v > -modulus && v < modulus && v != -1 {
		return v
	}
	if v < 0 {
		return done(-int64(-uint64(v) % modulus))
	}
	return int64(uint64(v) % modulus)
}

// Big is hash(b) of an int of any size.
func Big(b *big.Int) int64 {
	// Horner's rule over the words, from the most significant: h*2**64 + w modulo 2**61-1.
	var h uint64
	words := b.Bits()
	for i := len(words) - 1; i >= 0; i-- {
		h = reduce(rotate(h, bits.UintSize%modulusBits) + reduce(uint64(words[i])))
	}
	if b.Sign() < 0 {
		return done(-int64(h))
	}
	return int64(h)
}

// reduce is x modulo 2**61-1.
func reduce(x uint64) uint64 {
	x = x&modulus + x>>modulusBits
	if x >= modulus {
		x -= modulus
	}
	return x
}

// rotate is x * 2**n modulo 2**61-1, for x below the modulus and 0 <= n < 61.
func rotate(x uint64, n int) uint64 {
	return x<<n&modulus | x>>(modulusBits-n)
}

// Float is hash(f): that of the equal int where there is one. For NaN CPython takes the object's identity; here it is 0 and
// the caller does so.
func Float(f float64) int64 {
	if i := int64(f); float64(i) == f && f > -modulus && f < modulus {
		return done(i)
	}
	switch {
	case f != f:
		return 0
	case math.IsInf(f, 1):
		return Inf
	case math.IsInf(f, -1):
		return -Inf
	}
	u := math.Float64bits(f)
	m, e := u&(1<<52-1), int(u>>52&0x7FF)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << 52
	}
	e -= 1075 // f = m * 2**e, and 2**61 is 1
	e %= modulusBits
	if e < 0 {
		e += modulusBits
	}
	h := int64(rotate(m, e))
	if f < 0 {
		h = -h
	}
	return done(h)
}

// Complex is hash(complex(re, im)).
func Complex(re, im float64) int64 { return done(Float(re) + imaginary*Float(im)) }

// Identity is the hash of an object that has none of its own: CPython's for an address, here for an id.
func Identity(id uint64) int64 { return done(int64(bits.RotateLeft64(id, -4))) }
