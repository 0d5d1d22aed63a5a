package cmath

import (
	"math"

	"slp/vm/internal/libm"
)

// Bounds beyond which the formulas would overflow or lose everything.
const (
	smallest = 0x1p-1022 // of the normal floats
	large    = math.MaxFloat64 / 4
	digits   = 53
	ln2      = 0.6931471805599453094
	ln10     = 2.302585092994045684
)

var (
	sqrtLarge    = math.Sqrt(large)
	sqrtSmallest = math.Sqrt(smallest)
	logLarge     = libm.Log(large)
)

func huge(z complex128) bool { return math.Abs(real(z)) > large || math.Abs(imag(z)) > large }

// logHuge is the logarithm of twice the distance of a huge number.
func logHuge(z complex128) float64 {
	return libm.Log(libm.Distance(real(z)/2, imag(z)/2)) + ln2*2
}

// turn multiplies by i, back by -i.
func turn(z complex128) complex128 { return complex(-imag(z), real(z)) }
func back(z complex128) complex128 { return complex(imag(z), -real(z)) }

func looked(c cell) (complex128, libm.Error) {
	if c.domain {
		return c.z, libm.Domain
	}
	return c.z, libm.OK
}

func acos(z complex128) (complex128, libm.Error) {
	if c, ok := acosTable.of(z); ok {
		return looked(c)
	}
	x, y := real(z), imag(z)
	if huge(z) {
		re := libm.Atan2(math.Abs(y), x)
		if x < 0 {
			return complex(re, -math.Copysign(logHuge(z), y)), libm.OK
		}
		return complex(re, math.Copysign(logHuge(z), -y)), libm.OK
	}
	s1, _ := sqrt(complex(1-x, -y))
	s2, _ := sqrt(complex(1+x, y))
	return complex(2*libm.Atan2(real(s1), real(s2)), libm.Asinh(float64(real(s2)*imag(s1))-float64(imag(s2)*real(s1)))), libm.OK
}

func acosh(z complex128) (complex128, libm.Error) {
	if c, ok := acoshTable.of(z); ok {
		return looked(c)
	}
	x, y := real(z), imag(z)
	if huge(z) {
		return complex(logHuge(z), libm.Atan2(y, x)), libm.OK
	}
	s1, _ := sqrt(complex(x-1, y))
	s2, _ := sqrt(complex(x+1, y))
	return complex(libm.Asinh(float64(real(s1)*real(s2))+float64(imag(s1)*imag(s2))), 2*libm.Atan2(imag(s1), real(s2))), libm.OK
}

func asin(z complex128) (complex128, libm.Error) {
	r, bad := asinh(turn(z))
	return back(r), bad
}

func asinh(z complex128) (complex128, libm.Error) {
	if c, ok := asinhTable.of(z); ok {
		return looked(c)
	}
	x, y := real(z), imag(z)
	if huge(z) {
		im := libm.Atan2(y, math.Abs(x))
		if y >= 0 {
			return complex(math.Copysign(logHuge(z), x), im), libm.OK
		}
		return complex(-math.Copysign(logHuge(z), -x), im), libm.OK
	}
	s1, _ := sqrt(complex(1+y, -x))
	s2, _ := sqrt(complex(1-y, x))
	return complex(libm.Asinh(float64(real(s1)*imag(s2))-float64(real(s2)*imag(s1))),
		libm.Atan2(y, float64(real(s1)*real(s2))-float64(imag(s1)*imag(s2)))), libm.OK
}

func atan(z complex128) (complex128, libm.Error) {
	r, bad := atanh(turn(z))
	return back(r), bad
}

func atanh(z complex128) (complex128, libm.Error) {
	if c, ok := atanhTable.of(z); ok {
		return looked(c)
	}
	x, y := real(z), imag(z)
	if math.Signbit(x) {
		r, bad := atanh(-z)
		return -r, bad
	}
	ay := math.Abs(y)
	switch {
	case x > sqrtLarge || ay > sqrtLarge:
		h := libm.Distance(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y)), libm.OK
	case x == 1 && ay < sqrtSmallest:
		if ay == 0 {
			return complex(math.Inf(1), y), libm.Domain
		}
		return complex(-libm.Log(math.Sqrt(ay)/math.Sqrt(libm.Distance(ay, 2))), math.Copysign(libm.Atan2(2, -ay)/2, y)), libm.OK
	}
	ay2 := float64(ay * ay)
	return complex(libm.Log1p(4*x/(float64((1-x)*(1-x))+ay2))/4, -libm.Atan2(-2*y, float64((1-x)*(1+x))-ay2)/2), libm.OK
}

func cos(z complex128) (complex128, libm.Error) { return cosh(turn(z)) }

// infinite handles what has an infinite real part and a finite imaginary part that is not zero: the direction counts.
func infinite(z complex128) bool {
	return math.IsInf(real(z), 0) && imag(z)-imag(z) == 0 && imag(z) != 0
}

func cosh(z complex128) (complex128, libm.Error) {
	x, y := real(z), imag(z)
	inf := math.Inf(1)
	if infinite(z) {
		if x > 0 {
			return complex(math.Copysign(inf, libm.Cos(y)), math.Copysign(inf, libm.Sin(y))), libm.OK
		}
		return complex(math.Copysign(inf, libm.Cos(y)), -math.Copysign(inf, libm.Sin(y))), libm.OK
	}
	if c, ok := coshTable.of(z); ok {
		return looked(c)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return ranged(complex(libm.Cos(y)*libm.Cosh(less)*math.E, libm.Sin(y)*libm.Sinh(less)*math.E))
	}
	return ranged(complex(libm.Cos(y)*libm.Cosh(x), libm.Sin(y)*libm.Sinh(x)))
}

// ranged tells of an overflow.
func ranged(z complex128) (complex128, libm.Error) {
	if math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) {
		return z, libm.Range
	}
	return z, libm.OK
}

func exp(z complex128) (complex128, libm.Error) {
	x, y := real(z), imag(z)
	if infinite(z) {
		size := 0.0
		if x > 0 {
			size = math.Inf(1)
		}
		return complex(math.Copysign(size, libm.Cos(y)), math.Copysign(size, libm.Sin(y))), libm.OK
	}
	if c, ok := expTable.of(z); ok {
		return looked(c)
	}
	if x > logLarge {
		l := libm.Exp(x - 1)
		return ranged(complex(l*libm.Cos(y)*math.E, l*libm.Sin(y)*math.E))
	}
	l := libm.Exp(x)
	return ranged(complex(l*libm.Cos(y), l*libm.Sin(y)))
}

func log(z complex128) (complex128, libm.Error) {
	if c, ok := logTable.of(z); ok {
		return looked(c)
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	angle := libm.Atan2(imag(z), real(z))
	switch {
	case huge(z):
		return complex(libm.Log(libm.Distance(ax/2, ay/2))+ln2, angle), libm.OK
	case ax < smallest && ay < smallest:
		if ax == 0 && ay == 0 {
			return complex(math.Inf(-1), angle), libm.Domain
		}
		return complex(libm.Log(libm.Distance(math.Ldexp(ax, digits), math.Ldexp(ay, digits)))-digits*ln2, angle), libm.OK
	}
	h := libm.Distance(ax, ay)
	if 0.71 <= h && h <= 1.73 {
		most, least := max(ax, ay), min(ax, ay)
		return complex(libm.Log1p(float64((most-1)*(most+1))+float64(least*least))/2, angle), libm.OK
	}
	return complex(libm.Log(h), angle), libm.OK
}

func log10(z complex128) (complex128, libm.Error) {
	r, bad := log(z)
	return complex(real(r)/ln10, imag(r)/ln10), bad
}

func sin(z complex128) (complex128, libm.Error) {
	r, bad := sinh(turn(z))
	return back(r), bad
}

func sinh(z complex128) (complex128, libm.Error) {
	x, y := real(z), imag(z)
	inf := math.Inf(1)
	if infinite(z) {
		if x > 0 {
			return complex(math.Copysign(inf, libm.Cos(y)), math.Copysign(inf, libm.Sin(y))), libm.OK
		}
		return complex(-math.Copysign(inf, libm.Cos(y)), math.Copysign(inf, libm.Sin(y))), libm.OK
	}
	if c, ok := sinhTable.of(z); ok {
		return looked(c)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return ranged(complex(libm.Cos(y)*libm.Sinh(less)*math.E, libm.Sin(y)*libm.Cosh(less)*math.E))
	}
	return ranged(complex(libm.Cos(y)*libm.Sinh(x), libm.Sin(y)*libm.Cosh(x)))
}

func sqrt(z complex128) (complex128, libm.Error) {
	if c, ok := sqrtTable.of(z); ok {
		return looked(c)
	}
	x, y := real(z), imag(z)
	if x == 0 && y == 0 {
		return complex(0, y), libm.OK
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var s float64
	if ax < smallest && ay < smallest {
		const up, down = digits, -(digits + 1) / 2
		ax = math.Ldexp(ax, up)
		s = math.Ldexp(math.Sqrt(ax+libm.Distance(ax, math.Ldexp(ay, up))), down)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+libm.Distance(ax, ay/8))
	}
	d := ay / (2 * s)
	if x >= 0 {
		return complex(s, math.Copysign(d, y)), libm.OK
	}
	return complex(d, math.Copysign(s, y)), libm.OK
}

func tan(z complex128) (complex128, libm.Error) {
	r, bad := tanh(turn(z))
	return back(r), bad
}

func tanh(z complex128) (complex128, libm.Error) {
	x, y := real(z), imag(z)
	if infinite(z) {
		return complex(math.Copysign(1, x), math.Copysign(0, 2*libm.Sin(y)*libm.Cos(y))), libm.OK
	}
	if c, ok := tanhTable.of(z); ok {
		return looked(c)
	}
	if math.Abs(x) > logLarge {
		return complex(math.Copysign(1, x), 4*libm.Sin(y)*libm.Cos(y)*libm.Exp(-2*math.Abs(x))), libm.OK
	}
	tx, ty := libm.Tanh(x), libm.Tan(y)
	cx := 1 / libm.Cosh(x)
	both := tx * ty
	denom := 1 + float64(both*both)
	return complex(tx*(1+float64(ty*ty))/denom, ((ty/denom)*cx)*cx), libm.OK
}

// rect is the number at a distance and an angle.
func rect(r, phi float64) (complex128, libm.Error) {
	if r-r != 0 || phi-phi != 0 {
		if math.IsInf(r, 0) && phi-phi == 0 && phi != 0 {
			inf := math.Inf(1)
			if r > 0 {
				return complex(math.Copysign(inf, libm.Cos(phi)), math.Copysign(inf, libm.Sin(phi))), libm.OK
			}
			return complex(-math.Copysign(inf, libm.Cos(phi)), -math.Copysign(inf, libm.Sin(phi))), libm.OK
		}
		c, _ := rectTable.of(complex(r, phi))
		return looked(c)
	}
	if phi == 0 {
		return complex(r, r*phi), libm.OK
	}
	return complex(r*libm.Cos(phi), r*libm.Sin(phi)), libm.OK
}
