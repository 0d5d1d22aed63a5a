package numtext

import (
	"math"
	"math/big"
	"math/bits"
)

// FloorDiv is a // b, b != 0. ok is false for the one quotient that is no int64: -2**63 // -1.
func FloorDiv(a, b int64) (q int64, ok bool) {
	if a == math.MinInt64 && b == -1 {
		return 0, false
	}
	q = a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q, true
}

// Mod is a % b, b != 0: it has the sign of b.
func Mod(a, b int64) int64 {
	if b == -1 {
		return 0
	}
	m := a % b
	if m != 0 && (m < 0) != (b < 0) {
		m += b
	}
	return m
}

// FloorDivMod is divmod(a, b) of big ints, b != 0.
func FloorDivMod(a, b *big.Int) (q, m *big.Int) {
	q, m = new(big.Int).QuoRem(a, b, new(big.Int))
	if m.Sign() != 0 && (m.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		m.Add(m, b)
	}
	return q, m
}

// maxBits bounds the results of Pow and Lsh: above 1 GiB CPython's answer is a MemoryError too.
const maxBits = 1 << 33

// Pow is base ** exp, exp >= 0. ok is false when the result would not fit in memory.
func Pow(base, exp *big.Int) (*big.Int, bool) {
	if base.BitLen() <= 1 { // -1, 0, 1
		switch {
		case exp.Sign() == 0 || base.Sign() < 0 && exp.Bit(0) == 0:
			return big.NewInt(1), true
		}
		return new(big.Int).Set(base), true
	}
	if !exp.IsInt64() || exp.Int64() > maxBits/int64(base.BitLen()-1) {
		return nil, false
	}
	if base.BitLen() == int(base.TrailingZeroBits())+1 { // a power of two is only a shift
		b := new(big.Int).Lsh(big.NewInt(1), base.TrailingZeroBits()*uint(exp.Int64()))
		if base.Sign() < 0 && exp.Bit(0) == 1 {
			b.Neg(b)
		}
		return b, true
	}
	return new(big.Int).Exp(base, exp, nil), true
}

// PowInt is base ** exp of int64s, exp >= 0. ok is false when the result is no int64: use Pow then.
func PowInt(base, exp int64) (v int64, ok bool) {
	v = 1
	for {
		if exp&1 != 0 {
			if v, ok = mul(v, base); !ok {
				return 0, false
			}
		}
		if exp >>= 1; exp == 0 {
			return v, true
		}
		if base, ok = mul(base, base); !ok {
			return 0, false
		}
	}
}

// mul is a * b where that is an int64.
func mul(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	negative := (a < 0) != (b < 0)
	if hi != 0 || lo > 1<<63 || lo == 1<<63 && !negative {
		return 0, false
	}
	if negative {
		return int64(-lo), true
	}
	return int64(lo), true
}

// ModPowError is why ModPow failed: its text is the message of the ValueError.
type ModPowError string

// The ways to fail.
const (
	ModulusZero   ModPowError = "pow() 3rd argument cannot be 0"
	NotInvertible ModPowError = "base is not invertible for the given modulus"
)

// ModPow is pow(base, exp, mod): exp may be negative where base has an inverse, and the result has the sign of mod.
func ModPow(base, exp, mod *big.Int) (*big.Int, ModPowError) {
	if mod.Sign() == 0 {
		return nil, ModulusZero
	}
	m := new(big.Int).Abs(mod)
	r := new(big.Int).Mod(base, m)
	if exp.Sign() < 0 {
		if m.BitLen() > 1 && r.ModInverse(r, m) == nil {
			return nil, NotInvertible
		}
		exp = new(big.Int).Neg(exp)
	}
	r.Exp(r, exp, m).Mod(r, m)
	if mod.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, mod)
	}
	return r, ""
}

// Isqrt is math.isqrt of n >= 0.
func Isqrt(n *big.Int) *big.Int { return new(big.Int).Sqrt(n) }

// Gcd is math.gcd of two big ints, never negative.
func Gcd(a, b *big.Int) *big.Int {
	return new(big.Int).GCD(nil, nil, new(big.Int).Abs(a), new(big.Int).Abs(b))
}

// GcdInt is the gcd of two int64s as a magnitude: gcd(-2**63, 0) is 2**63.
func GcdInt(a, b int64) uint64 {
	x, y := magnitude(a), magnitude(b)
	if x == 0 || y == 0 {
		return x | y
	}
	shift := bits.TrailingZeros64(x | y)
	x >>= bits.TrailingZeros64(x)
	for y != 0 {
		y >>= bits.TrailingZeros64(y)
		if x > y {
			x, y = y, x
		}
		y -= x
	}
	return x << shift
}

// TrueDivInt is a / b, b != 0, correctly rounded.
func TrueDivInt(a, b int64) float64 {
	const exact = 1 << 53
	if magnitude(a) <= exact && magnitude(b) <= exact {
		return float64(a) / float64(b)
	}
	f, _ := TrueDiv(big.NewInt(a), big.NewInt(b))
	return f
}

// TrueDiv is a / b, b != 0, correctly rounded. ok is false when the caller raises the OverflowError
// "integer division result too large for a float".
func TrueDiv(a, b *big.Int) (f float64, ok bool) {
	if a.Sign() == 0 {
		return math.Copysign(0, float64(b.Sign())), true
	}
	negative := (a.Sign() < 0) != (b.Sign() < 0)
	// Scale so that the quotient has 65 or 66 bits; a remainder only sets its last bit, so that one rounding is left.
	shift := a.BitLen() - b.BitLen() - 65
	if shift > 1024 {
		return 0, false
	}
	x, y := new(big.Int).Abs(a), new(big.Int).Abs(b)
	if shift < 0 {
		x.Lsh(x, uint(-shift))
	} else {
		y.Lsh(y, uint(shift))
	}
	q, r := x.QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	f = roundScaled(q, shift)
	if negative {
		f = -f
	}
	return f, !math.IsInf(f, 0)
}

// roundScaled is q*2^shift rounded to even; q has at least 65 bits.
func roundScaled(q *big.Int, shift int) float64 {
	exp := q.BitLen() + shift // the value is in [2^(exp-1), 2^exp)
	keep := 53
	if exp < -1021 {
		keep = 53 - (-1021 - exp)
	}
	if keep < 0 {
		return 0
	}
	drop := uint(q.BitLen() - keep)
	m := new(big.Int).Rsh(q, drop)
	half := q.Bit(int(drop)-1) == 1
	sticky := q.TrailingZeroBits() < drop-1
	v := m.Uint64()
	if half && (sticky || v&1 == 1) {
		v++
	}
	return math.Ldexp(float64(v), shift+int(drop))
}

// BigToFloat is float(b). ok is false when the caller raises the OverflowError "int too large to convert to float".
func BigToFloat(b *big.Int) (f float64, ok bool) {
	f, _ = b.Float64()
	return f, !math.IsInf(f, 0)
}

// FloatToInt is int(f) of a finite f: towards zero.
func FloatToInt(f float64) (int64, *big.Int) {
	if f >= -1<<63 && f < 1<<63 {
		return int64(f), nil
	}
	b, _ := big.NewFloat(f).Int(nil)
	return 0, b
}

// CompareIntFloat orders an int and a float exactly: -1, 0 or 1. f must not be NaN.
func CompareIntFloat(v int64, f float64) int {
	if f >= 1<<63 {
		return -1
	}
	if f < -1<<63 {
		return 1
	}
	whole := int64(f) // towards zero
	switch {
	case v < whole:
		return -1
	case v > whole:
		return 1
	}
	rest := f - float64(whole)
	switch {
	case rest > 0:
		return -1
	case rest < 0:
		return 1
	}
	return 0
}

// CompareBigFloat is CompareIntFloat for a big int.
func CompareBigFloat(b *big.Int, f float64) int {
	if math.IsInf(f, 0) {
		if f > 0 {
			return -1
		}
		return 1
	}
	whole := math.Trunc(f)
	n, _ := big.NewFloat(whole).Int(nil)
	if c := b.Cmp(n); c != 0 {
		return c
	}
	switch {
	case f > whole:
		return -1
	case f < whole:
		return 1
	}
	return 0
}
