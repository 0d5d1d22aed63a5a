package libm

import "math"

// Sqrt is the square root, which IEEE 754 defines to the bit.
func Sqrt(x float64) float64 { return math.Sqrt(x) }

// Remainder is math.remainder: x - n*y for the whole n nearest to x/y, even in a tie. It is exact; NaN when y is zero or x
// infinite.
func Remainder(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return math.NaN()
	case math.IsInf(x, 0) || y == 0:
		return math.NaN()
	case math.IsInf(y, 0):
		return x
	}
	ax, ay := math.Abs(x), math.Abs(y)
	m := math.Mod(ax, ay)
	c := ay - m
	r := m
	if m > c {
		r = -c
	} else if m == c {
		r = m - 2*math.Mod(0.5*(ax-m), ay)
	}
	return math.Copysign(1, x) * r
}

// Ldexp is x * 2**e for any e. An infinite result of a finite x is a range error.
func Ldexp(x float64, e int64) float64 {
	return math.Ldexp(x, int(min(max(e, -1<<20), 1<<20)))
}

// Frexp is math.frexp: x == m * 2**e with 0.5 <= |m| < 1.
func Frexp(x float64) (m float64, e int) { return math.Frexp(x) }

// Modf is math.modf: the parts behind and before the point, both with the sign of x.
func Modf(x float64) (fraction, whole float64) {
	if math.IsInf(x, 0) {
		return math.Copysign(0, x), x
	}
	whole = math.Trunc(x)
	return math.Copysign(x-whole, x), whole
}

// Nextafter is math.nextafter: the float that is the given number of steps from x in the direction of y, not beyond it.
func Nextafter(x, y float64, steps uint64) float64 {
	const sign = 1 << 63
	switch {
	case steps == 0 || x != x:
		return x
	case y != y:
		return y
	}
	xb, yb := math.Float64bits(x), math.Float64bits(y)
	if xb == yb {
		return x
	}
	if x == y {
		return y // zeros of two signs
	}
	xa, ya := xb&^sign, yb&^sign
	switch {
	case (xb^yb)&sign != 0 && xa+ya <= steps:
		return y
	case (xb^yb)&sign != 0 && xa < steps:
		return math.Float64frombits(yb&sign | (steps - xa))
	case (xb^yb)&sign != 0:
		return math.Float64frombits(xb - steps)
	case xa > ya && xa-ya >= steps:
		return math.Float64frombits(xb - steps)
	case xa < ya && ya-xa >= steps:
		return math.Float64frombits(xb + steps)
	}
	return y
}

// Ulp is math.ulp: the value of the last bit of x.
func Ulp(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x == math.MaxFloat64:
		return x - math.Float64frombits(math.Float64bits(x)-1)
	}
	return math.Float64frombits(math.Float64bits(x)+1) - x
}

// Fma is math.fma: x*y + z rounded once. ok is an Error when CPython raises "invalid operation in fma" or "overflow in fma".
func Fma(x, y, z float64) (r float64, ok Error) {
	r = math.FMA(x, y, z)
	switch {
	case r != r && x == x && y == y && z == z:
		return r, Domain
	case math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsInf(z, 0):
		return r, Range
	}
	return r, OK
}
