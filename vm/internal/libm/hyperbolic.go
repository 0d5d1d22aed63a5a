package libm

import "math"

// Bounds of the hyperbolic functions, as high gives them.
const (
	high22       = 0x40360000
	highLogMax   = 0x40862E42          // log of the greatest float
	coshOverflow = 0x1.633ce8fb9f87dp9 // above, even halving the argument does not help
	ln2          = 0x1.62e42fefa39efp-1
)

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	h := math.Copysign(0.5, x)
	switch hi := high(x); {
	case hi >= highInf:
		return x
	case hi < 0x3E300000: // 2**-28
		return x
	case hi < 0x3FF00000:
		t := Expm1(a)
		return h * (float64(2*t) - float64(t*t)/(t+1))
	case hi < high22:
		t := Expm1(a)
		return h * (t + t/(t+1))
	case hi < highLogMax:
		return h * Exp(a)
	case a <= coshOverflow:
		w := Exp(0.5 * a)
		return h * w * w
	}
	return math.Copysign(math.Inf(1), x)
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch hi := high(x); {
	case hi < 0x3C800000: // 2**-55
		return 1
	case hi < 0x3FD62E43: // ln2/2
		t := Expm1(a)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	case hi < high22:
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	case hi < highLogMax:
		return 0.5 * Exp(a)
	case a <= coshOverflow:
		w := Exp(0.5 * a)
		return 0.5 * w * w
	case x != x:
		return x
	}
	return math.Inf(1)
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	z := 1.0
	switch hi := high(x); {
	case x != x || x == 0:
		return x
	case hi < 0x3C800000: // 2**-55
		return x * (1 + x)
	case hi < 0x3FF00000:
		t := Expm1(-2 * a)
		z = -t / (t + 2)
	case hi < high22:
		z = 1 - 2/(Expm1(2*a)+2)
	}
	return math.Copysign(z, x)
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch hi := high(x); {
	case hi < 0x3E300000 || hi >= highInf: // 2**-28
		return x
	case hi > 0x41B00000: // 2**28
		w = Log(a) + ln2
	case hi > 0x40000000: // 2
		w = Log(float64(2*a) + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := float64(a * a)
		w = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 1:
		return math.NaN()
	case x >= 0x1p28:
		return Log(x) + ln2
	case x > 2:
		return Log(float64(2*x) - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	var t float64
	switch {
	case x != x || a < 0x1p-28:
		return x
	case a < 0.5:
		t = a + a
		t = 0.5 * Log1p(t+float64(t*a)/(1-a))
	case a < 1:
		t = 0.5 * Log1p((a+a)/(1-a))
	case a == 1:
		t = math.Inf(1)
	default:
		return math.NaN()
	}
	return math.Copysign(t, x)
}
