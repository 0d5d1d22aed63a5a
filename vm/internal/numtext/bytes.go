package numtext

import (
	"math/big"
	"slices"
)

// BytesError is why IntToBytes failed: its text is the message of the OverflowError.
type BytesError string

// The ways to fail.
const (
	BytesTooBig   BytesError = "int too big to convert"
	BytesNegative BytesError = "can't convert negative int to unsigned"
)

// IntToBytes is n.to_bytes(length, signed=signed), little endian if asked and big endian otherwise.
func IntToBytes(n *big.Int, length int, little, signed bool) ([]byte, BytesError) {
	if n.Sign() < 0 && !signed {
		return nil, BytesNegative
	}
	b := n
	if n.Sign() < 0 { // two's complement
		b = new(big.Int).Lsh(big.NewInt(1), uint(8*length))
		b.Add(b, n)
	}
	bits := n.BitLen()
	if n.Sign() < 0 {
		bits = new(big.Int).Not(n).BitLen()
	}
	if signed && n.Sign() != 0 {
		bits++
	}
	if bits > 8*length {
		return nil, BytesTooBig
	}
	out := b.FillBytes(make([]byte, length))
	if little {
		slices.Reverse(out)
	}
	return out, ""
}

// IntFromBytes is int.from_bytes(b, signed=signed).
func IntFromBytes(b []byte, little, signed bool) (int64, *big.Int) {
	if little {
		b = slices.Clone(b)
		slices.Reverse(b)
	}
	n := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return Normal(n)
}

// Lsh is n << by. ok is false when the result would not fit in memory.
func Lsh(n *big.Int, by uint64) (r *big.Int, ok bool) {
	if n.Sign() == 0 {
		return new(big.Int), true
	}
	if by > maxBits {
		return nil, false
	}
	return new(big.Int).Lsh(n, uint(by)), true
}
