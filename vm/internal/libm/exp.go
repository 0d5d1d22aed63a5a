// Package libm computes the functions of Python's math module to the last bit as CPython 3.14 does on 64-bit Linux, that is,
// as glibc 2.36 does on a processor with fused multiply-add, and the module's own functions (gamma, hypot, fsum...) as
// CPython does itself.
//
// glibc's results are not always the nearest float, so its arithmetic is followed operation by operation with the same
// constants (data_*.go). Where it fuses a product and a sum this package says fma; everywhere else a product that is added
// goes through float64(), so that no compiler fuses it.
//
// Functions take and give floats as C's do: infinities and NaNs, no errors. What Python raises is in the table Functions.
package libm

import "math"

func fma(a, b, c float64) float64 { return math.FMA(a, b, c) }

// Constants of exp: x = k*ln2/128 + r, and 2**(k/128) comes from expPairs.
const (
	expScale  = 0x1.71547652b82fep+7   // 128/ln2
	expShift  = 0x1.8p52               // adding it rounds to a whole number
	expLn2Hi  = -0x1.62e42fefap-8      // -ln2/128, in two parts
	expLn2Lo  = -0x1.cf79abc9e3b3ap-47 //
	expC2     = 0x1.ffffffffffdbdp-2
	expC3     = 0x1.555555555543cp-3
	expC4     = 0x1.55555cf172b91p-5
	expC5     = 0x1.1111167a4d017p-7
	exp2Shift = 0x1.8p45
	exp2C1    = 0x1.62e42fefa39efp-1
	exp2C2    = 0x1.ebfbdff82c424p-3
	exp2C3    = 0x1.c6b08d70cf4b5p-5
	exp2C4    = 0x1.3b2abd24650ccp-7
	exp2C5    = 0x1.5d7e09b4e3a84p-10
)

// exponent is the biased exponent of x.
func exponent(x float64) uint32 { return uint32(math.Float64bits(x)>>52) & 0x7FF }

const (
	expTiny  = 0x3C9 // exponent of 2**-54: below, e**x is 1+x
	expLarge = 0x408 // exponent of 512: from there on the result may leave the range
	expHuge  = 0x409 // exponent of 1024: from there on it does
)

// Exp is e**x.
func Exp(x float64) float64 {
	e := exponent(x)
	careful := false
	if e-expTiny >= expLarge-expTiny {
		switch {
		case e < expTiny:
			return 1 + x
		case e >= 0x7FF:
			if x < 0 {
				return 0
			}
			return x
		case e >= expHuge && x < 0:
			return 0
		case e >= expHuge:
			return math.Inf(1)
		}
		careful = true
	}
	kd := fma(expScale, x, expShift)
	ki := math.Float64bits(kd)
	kd -= expShift
	r := fma(kd, expLn2Lo, fma(kd, expLn2Hi, x))
	return expFinish(r, ki, 0, careful)
}

// expFinish is 2**(k/128) * e**r with the sign given; careful when the exponent may not fit.
func expFinish(r float64, ki, sign uint64, careful bool) float64 {
	pair := &expPairs[ki%128]
	tail := math.Float64frombits(pair[0])
	bits := pair[1] + (ki+sign)<<45
	r2 := r * r
	t := fma(r2*r2, fma(r, expC5, expC4), fma(r2, fma(r, expC3, expC2), tail+r))
	if careful {
		return expEdge(t, bits, ki)
	}
	scale := math.Float64frombits(bits)
	return fma(scale, t, scale)
}

// expEdge is scale + scale*t where scale may have left the range of exponents: it is brought back, and the result is scaled
// once more in a way that rounds only once.
func expEdge(t float64, bits, ki uint64) float64 {
	if ki&0x80000000 == 0 { // large
		scale := math.Float64frombits(bits - 1009<<52)
		return 0x1p1009 * fma(scale, t, scale)
	}
	scale := math.Float64frombits(bits + 1022<<52)
	st := float64(scale * t) // not fused here: it is used twice
	y := scale + st
	if math.Abs(y) < 1 {
		one := math.Copysign(1, y)
		lo := scale - y + st
		hi := one + y
		lo = one - hi + y + lo
		y = (hi + lo) - one
		if y == 0 {
			y = math.Copysign(0, scale)
		}
	}
	return 0x1p-1022 * y
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	e := exponent(x)
	careful := false
	if e-expTiny >= expLarge-expTiny {
		switch {
		case e < expTiny:
			return 1 + x
		case e >= 0x7FF && x < 0:
			return 0
		case e >= 0x7FF:
			return x
		case e >= expHuge && x > 0:
			return math.Inf(1)
		case x <= -1075:
			return 0
		}
		careful = math.Abs(x) > 928
	}
	kd := x + exp2Shift
	ki := math.Float64bits(kd)
	kd -= exp2Shift
	r := x - kd
	pair := &expPairs[ki%128]
	tail := math.Float64frombits(pair[0])
	bits := pair[1] + ki<<45
	r2 := r * r
	t := tail + float64(r*exp2C1) + float64(r2*(exp2C2+float64(r*exp2C3))) + float64(float64(r2*r2)*(exp2C4+float64(r*exp2C5)))
	if careful {
		return exp2Edge(t, bits, ki)
	}
	scale := math.Float64frombits(bits)
	return scale + float64(scale*t)
}

// exp2Edge is expEdge without fused operations.
func exp2Edge(t float64, bits, ki uint64) float64 {
	if ki&0x80000000 == 0 {
		scale := math.Float64frombits(bits - 1<<52)
		return 2 * (scale + float64(scale*t))
	}
	scale := math.Float64frombits(bits + 1022<<52)
	y := scale + float64(scale*t)
	if y < 1 {
		lo := scale - y + float64(scale*t)
		hi := 1 + y
		lo = 1 - hi + y + lo
		y = (hi + lo) - 1
		if y == 0 {
			y = 0
		}
	}
	return 0x1p-1022 * y
}

// Constants of expm1 and log1p.
const (
	ln2Hi     = 0x1.62e42feep-1
	ln2Lo     = 0x1.a39ef35793c76p-33
	invLn2    = 0x1.71547652b82fep+0
	expm1Q1   = -0x1.11111111110f4p-5
	expm1Q2   = 0x1.a01a019fe5585p-10
	expm1Q3   = -0x1.4ce199eaadbb7p-14
	expm1Q4   = 0x1.0cfca86e65239p-18
	expm1Q5   = -0x1.afdb76e09c32dp-23
	expm1Over = 0x1.62e42fefa39efp+9
)

// high is the upper half of |x|'s bits: comparing it is how the classic algorithms tell ranges apart.
func high(x float64) uint32 { return uint32(math.Float64bits(x)>>32) & 0x7FFFFFFF }

// addExponent multiplies y by 2**k without looking at the range.
func addExponent(y float64, k int) float64 {
	return math.Float64frombits(math.Float64bits(y) + uint64(int64(k))<<52)
}

// Expm1 is e**x - 1.
func Expm1(x float64) float64 {
	h := high(x)
	switch {
	case x != x:
		return x
	case x > expm1Over:
		return math.Inf(1)
	case h >= 0x4043687A && x < 0: // 56*ln2
		return -1
	case h < 0x3C900000: // 2**-54
		return x
	}
	k, c := 0, 0.0
	if h > 0x3FD62E42 { // ln2/2
		var hi, lo float64
		switch {
		case h >= 0x3FF0A2B2: // 3*ln2/2
			k = int(fma(invLn2, x, math.Copysign(0.5, x)))
			hi = fma(-float64(k), ln2Hi, x)
			lo = float64(k) * ln2Lo
		case x > 0:
			hi, lo, k = x-ln2Hi, ln2Lo, 1
		default:
			hi, lo, k = x+ln2Hi, -ln2Lo, -1
		}
		x = hi - lo
		c = (hi - x) - lo
	}
	half := 0.5 * x
	s := float64(x * half)
	s2 := s * s
	r := fma(s2*s2, fma(s, expm1Q5, expm1Q4), fma(s2, fma(s, expm1Q3, expm1Q2), fma(s, expm1Q1, 1)))
	t := fma(-r, half, 3)
	e := float64(s * ((r - t) / fma(-x, t, 6)))
	if k == 0 {
		return x - fma(x, e, -s)
	}
	e = fma(x, e-c, -c)
	e -= s
	switch {
	case k == -1:
		return fma(0.5, x-e, -0.5)
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return fma(2, x-e, 1)
	case k <= -2 || k > 56:
		return addExponent(1-(e-x), k) - 1
	case k < 20:
		t = math.Float64frombits(uint64(0x3FF00000-0x200000>>k) << 32) // 1 - 2**-k
		return addExponent(t-(e-x), k)
	}
	t = math.Float64frombits(uint64(0x3FF-k) << 52) // 2**-k
	return addExponent(x-(e+t)+1, k)
}
