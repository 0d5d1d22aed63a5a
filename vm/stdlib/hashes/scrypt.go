package hashes

import (
	"crypto/pbkdf2"
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"slp/vm/object"
)

// scrypt is RFC 7914.
func scrypt(c *ctx, a []value) value {
	password, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	salt, ok := data(c, a[1])
	if !ok {
		return object.Nil
	}
	numbers := [5]int{4: 64}
	for i := range numbers {
		if a[2+i].IsNil() {
			continue
		}
		if numbers[i], ok = c.IndexInt(a[2+i], false); !ok {
			return object.Nil
		}
	}
	n, r, p, most, size := numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]
	switch {
	case n < 2 || n&(n-1) != 0:
		return c.Raise(object.ValueError, "n must be a power of 2.")
	case most < 0 || most > 1<<31-1:
		return c.Raise(object.ValueError, "maxmem must be positive and smaller than %d", 1<<31-1)
	case size < 1:
		return c.Raise(object.ValueError, "dklen must be greater than 0 and smaller than %d", 1<<31-1)
	}
	if most == 0 {
		most = 32 << 20
	}
	if r < 1 || p < 1 || r > 1<<20 || n > most || 128*r*n > most || r*p > most/128 {
		return c.Raise(object.ValueError, "Invalid parameter combination for n, r, p, maxmem.")
	}
	b, err := pbkdf2.Key(sha256.New, password, []byte(salt), 1, p*128*r)
	if err != nil {
		return c.Raise(object.ValueError, "%s", err.Error())
	}
	x := make([]uint32, 32*r)
	y := make([]uint32, 32*r)
	v := make([]uint32, 32*r*n)
	for i := range p {
		part := b[i*128*r : (i+1)*128*r]
		for j := range x {
			x[j] = binary.LittleEndian.Uint32(part[4*j:])
		}
		for j := range n {
			copy(v[j*32*r:], x)
			mixBlocks(x, y, r)
		}
		for range n {
			k := int(x[(2*r-1)*16] & uint32(n-1))
			for j := range x {
				x[j] ^= v[k*32*r+j]
			}
			mixBlocks(x, y, r)
		}
		for j, w := range x {
			binary.LittleEndian.PutUint32(part[4*j:], w)
		}
	}
	key, err := pbkdf2.Key(sha256.New, password, b, 1, size)
	if err != nil {
		return c.Raise(object.ValueError, "%s", err.Error())
	}
	return object.NewBytes(string(key))
}

func mixBlocks(x, y []uint32, r int) {
	var t [16]uint32
	copy(t[:], x[(2*r-1)*16:])
	for i := range 2 * r {
		for j := range t {
			t[j] ^= x[i*16+j]
		}
		salsa(&t)
		at := i / 2 * 16
		if i%2 == 1 {
			at += r * 16
		}
		copy(y[at:], t[:])
	}
	copy(x, y)
}

func salsa(b *[16]uint32) {
	x := *b
	quarter := func(a, e, f, g int) {
		x[e] ^= bits.RotateLeft32(x[a]+x[g], 7)
		x[f] ^= bits.RotateLeft32(x[e]+x[a], 9)
		x[g] ^= bits.RotateLeft32(x[f]+x[e], 13)
		x[a] ^= bits.RotateLeft32(x[g]+x[f], 18)
	}
	for range 4 {
		quarter(0, 4, 8, 12)
		quarter(5, 9, 13, 1)
		quarter(10, 14, 2, 6)
		quarter(15, 3, 7, 11)
		quarter(0, 1, 2, 3)
		quarter(5, 6, 7, 4)
		quarter(10, 11, 8, 9)
		quarter(15, 12, 13, 14)
	}
	for i := range b {
		b[i] += x[i]
	}
}
