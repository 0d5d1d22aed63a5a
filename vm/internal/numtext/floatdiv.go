package numtext

import (
	"math"
	"math/bits"
)

// Fmod is C's fmod: the exact remainder with the sign of x. NaN when x is infinite, y is zero or either is NaN.
func Fmod(x, y float64) float64 {
	const exact = 1 << 53
	if x > -exact && x < exact && y > -exact && y < exact {
		if i, j := int64(x), int64(y); float64(i) == x && float64(j) == y && j != 0 && i != 0 {
			return math.Copysign(float64(i%j), x)
		}
	}
	if y == 0 || math.IsInf(x, 0) || x != x || y != y {
		return math.NaN()
	}
	a, b := math.Abs(x), math.Abs(y)
	if a < b {
		return x
	}
	am, ae := mantissa(a)
	bm, be := mantissa(b)
	// a = am*2^ae, b = bm*2^be, ae >= be: reduce am*2^(ae-be) modulo bm, eleven bits at a time.
	for d := ae - be; d > 0; d -= 11 {
		am = am << min(d, 11) % bm
	}
	am %= bm
	if am == 0 {
		return math.Copysign(0, x)
	}
	return math.Copysign(scaled(am, be), x)
}

// mantissa splits a positive finite f into m*2^e with m < 2^53, and m >= 2^52 unless f is subnormal.
func mantissa(f float64) (m uint64, e int) {
	u := math.Float64bits(f)
	m, e = u&(1<<52-1), int(u>>52)
	if e == 0 {
		return m, -1074
	}
	return m | 1<<52, e - 1075
}

// scaled is m*2^e, which is exact: m < 2^53 and e >= -1074.
func scaled(m uint64, e int) float64 {
	n := bits.Len64(m)
	if shift := min(53-n, e+1074); shift > 0 {
		m <<= shift
		e -= shift
	}
	if m < 1<<52 {
		return math.Float64frombits(m) // subnormal: e is -1074
	}
	return math.Float64frombits(m&(1<<52-1) | uint64(e+1075)<<52)
}

// FloatMod is x % y of floats, y != 0: the remainder has the sign of y.
func FloatMod(x, y float64) float64 {
	m := Fmod(x, y)
	if m == 0 {
		return math.Copysign(0, y)
	}
	if (y < 0) != (m < 0) {
		m += y
	}
	return m
}

// FloatDivMod is divmod(x, y) of floats, y != 0.
func FloatDivMod(x, y float64) (div, mod float64) {
	mod = Fmod(x, y)
	div = (x - mod) / y
	if mod != 0 {
		if (y < 0) != (mod < 0) {
			mod += y
			div--
		}
	} else {
		mod = math.Copysign(0, y)
	}
	if div == 0 {
		return math.Copysign(0, x/y), mod
	}
	floor := math.Floor(div)
	if div-floor > 0.5 {
		floor++
	}
	return floor, mod
}

// FloatFloorDiv is x // y of floats, y != 0.
func FloatFloorDiv(x, y float64) float64 {
	div, _ := FloatDivMod(x, y)
	return div
}
