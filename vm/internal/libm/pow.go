package libm

import "math"

// Constants of pow's logarithm, which has some 68 good bits.
const (
	powA1     = -0x1.555555555556p-1
	powA2     = 0x1.0000000000006p-1
	powA3     = 0x1.999999959554ep-1
	powA4     = -0x1.555555529a47ap-1
	powA5     = -0x1.2495b9b4845e9p+0
	powA6     = 0x1.0002b8b263fc3p+0
	powOffset = 0x3FE6955500000000
	powSign   = 0x800 << 7 // adds the sign bit to the scale in expFinish
)

// parity of a finite float that is not zero.
type parity int

const (
	fractional parity = iota
	odd
	even
)

func parityOf(bits uint64) parity {
	e := int(bits >> 52 & 0x7FF)
	switch {
	case e < 0x3FF:
		return fractional
	case e > 0x3FF+52:
		return even
	case bits&(1<<(0x3FF+52-e)-1) != 0:
		return fractional
	case bits&(1<<(0x3FF+52-e)) != 0:
		return odd
	}
	return even
}

// Pow is C's pow: x**y with every special case of IEEE 754 and no error.
func Pow(x, y float64) float64 {
	xb, yb := math.Float64bits(x), math.Float64bits(y)
	sign := uint64(0)
	ye := uint32(yb>>52) & 0x7FF
	if xb-1<<52 >= 0x7FE<<52 || ye-0x3BE >= 0x43E-0x3BE {
		r, done := powSpecial(x, y)
		if done {
			return r
		}
		if x < 0 {
			if parityOf(yb) == odd {
				sign = powSign
			}
			xb &= 1<<63 - 1
		}
		if xb < 1<<52 {
			xb = math.Float64bits(math.Abs(x)*0x1p52) - 52<<52
		}
	}
	// log(x) = hi + lo
	t := xb - powOffset
	k := float64(int64(t) >> 52)
	z := math.Float64frombits(xb - t&(0xFFF<<52))
	row := &powTable[t>>45%128]
	r := fma(z, row[0], -1)
	t1 := fma(k, logLn2Hi, row[1])
	t2 := t1 + r
	lo1 := fma(k, logLn2Lo, row[2])
	lo2 := t1 - t2 + r
	ar := float64(-0.5 * r)
	ar2 := float64(r * ar)
	ar3 := r * ar2
	hi := t2 + ar2
	lo3 := fma(ar, r, -ar2)
	lo4 := t2 - hi + ar2
	p := fma(ar2, fma(ar2, fma(r, powA6, powA5), fma(r, powA4, powA3)), fma(r, powA2, powA1))
	lo := fma(ar3, p, lo1+lo2+lo3+lo4)
	top := hi + lo
	lo = hi - top + lo
	// e**(y*log(x))
	ehi := float64(y * top)
	elo := fma(y, lo, fma(y, top, -ehi))
	return powExp(ehi, elo, sign)
}

// powExp is e**(x + low) with the sign of powSign.
func powExp(x, low float64, sign uint64) float64 {
	e := exponent(x)
	careful := false
	if e-expTiny >= expLarge-expTiny {
		switch {
		case e < expTiny:
			if sign != 0 {
				return -(1 + x)
			}
			return 1 + x
		case e >= expHuge:
			r := math.Inf(1)
			if x < 0 {
				r = 0
			}
			if sign != 0 {
				r = -r
			}
			return r
		}
		careful = true
	}
	kd := fma(expScale, x, expShift)
	ki := math.Float64bits(kd)
	kd -= expShift
	r := fma(kd, expLn2Lo, fma(kd, expLn2Hi, x)) + low
	return expFinish(r, ki, sign, careful)
}

// powSpecial deals with zeros, infinities, NaNs, negative bases and exponents so small or large that the result is plain.
func powSpecial(x, y float64) (r float64, done bool) {
	yb := math.Float64bits(y)
	a := math.Abs(x)
	switch {
	case y == 0 || x == 1:
		return 1, true
	case x != x || y != y:
		return math.NaN(), true
	case math.IsInf(y, 0):
		switch {
		case a == 1:
			return 1, true
		case (a < 1) == (y > 0):
			return 0, true
		}
		return math.Inf(1), true
	case x == 0 || math.IsInf(x, 0):
		r = x * x
		if y < 0 {
			r = 1 / r
		}
		if math.Signbit(x) && parityOf(yb) == odd {
			r = -r
		}
		return r, true
	case x < 0 && parityOf(yb) == fractional:
		return math.NaN(), true
	}
	ye := uint32(yb>>52) & 0x7FF
	switch {
	case ye-0x3BE < 0x43E-0x3BE:
		return 0, false
	case a == 1:
		return 1, true // y is even
	case ye < 0x3BE && a > 1:
		return 1 + y, true
	case ye < 0x3BE:
		return 1 - y, true
	case (a > 1) == (y > 0):
		return math.Inf(1), true
	}
	return 0, true
}
