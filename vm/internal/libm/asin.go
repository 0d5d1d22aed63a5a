package libm

import "math"

// Constants of the arc sine.
const (
	asinF1 = 0x1.55555555554f9p-3
	asinF2 = 0x1.333333336127dp-4
	asinF3 = 0x1.6db6dae42c0e4p-5
	asinF4 = 0x1.f1c7e04f4ad99p-6
	asinF5 = 0x1.6e442c822d419p-6
	asinF6 = 0x1.292d80f453c72p-6
	root0  = 0x1.fffffffecc1ddp-1
	root1  = 0x1.fffffff757304p-2
	root2  = 0x1.800496769c91ap-2
	root3  = 0x1.4006318d1dab9p-2
)

// asinSeries is what the series adds to x, over x**3.
func asinSeries(v float64) float64 {
	return fma(fma(fma(fma(fma(asinF6, v, asinF5), v, asinF4), v, asinF3), v, asinF2), v, asinF1)
}

// asinPart is asin(a) as base + rest for 0.125 <= a < 0.96875, from the nearest point of the table: the point, the first
// coefficient, the others from the second power on, and the two parts of the value there.
func asinPart(a float64) (base, rest float64) {
	h := int(high(a))
	var at, terms int
	switch {
	case h < 0x3FD00000:
		at, terms = 11*(h&0xFFFFF>>15), 5
	case h < 0x3FE00000:
		at, terms = 11*(h&0xFFFFF>>14)+352, 5
	case h < 0x3FE80000:
		at, terms = 1056+h&0xFE000>>11*3, 6
	case h < 0x3FED8000:
		at, terms = 992+h&0xFE000>>13*13, 7
	case h < 0x3FEE8000:
		at, terms = 884+h&0xFE000>>13*14, 8
	default:
		at, terms = 768+h&0xFE000>>13*15, 9
	}
	row := asinTable[at : at+terms+4]
	x := a - row[0]
	p := row[terms+1]
	for i := terms; i > 1; i-- {
		p = fma(x, p, row[i])
	}
	return row[terms+3], fma(row[1], x, fma(x*x, p, row[terms+2]))
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	a := math.Abs(x)
	switch h := high(x); {
	case h < 0x3E500000: // 2**-26
		return x
	case h < 0x3FC00000: // 1/8
		v := x * x
		return fma(asinSeries(v), v*x, x)
	case h < 0x3FEF0000: // 0.96875
		base, rest := asinPart(a)
		return math.Copysign(base+rest, x)
	case a < 1:
		z, t, w := asinGuess(a)
		y := (w + 0x1p24) - 0x1p24
		c := fma(-y, y, z) / fma(w, t, y)
		p := asinSeries(z) * z
		cor := fma(-(2 * (y + c)), p, fma(-2, c, halfPiLo))
		return math.Copysign(fma(-2, y, halfPi)+cor, x)
	case a == 1:
		return math.Copysign(halfPi, x)
	}
	return math.NaN()
}

// asinGuess is z = (1-a)/2 and its root as the product w*t, w being the root to half its digits.
func asinGuess(a float64) (z, t, w float64) {
	z = 0.5 * (1 - a)
	h := high(z)
	t = inverseRoots[h&0x1FFFFF>>14] * math.Float64frombits(uint64(1023+511-h>>21)<<52)
	r := fma(-(t * t), z, 1)
	t *= fma(r, fma(r, fma(r, root3, root2), root1), root0)
	w = float64(t * z)
	return z, fma(-(0.5 * t), w, 1.5), w
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	a := math.Abs(x)
	switch h := high(x); {
	case h < 0x3C880000: // 2**-55
		return halfPi
	case h < 0x3FC00000: // 1/8
		v := x * x
		r := halfPi - x
		return r + fma(-asinSeries(v), v*x, ((halfPi-r)-x)+halfPiLo)
	case h < 0x3FEF0000: // 0.96875
		base, rest := asinPart(a)
		if x > 0 {
			return (halfPi - base) + (halfPiLo - rest)
		}
		return (halfPi + base) + (halfPiLo + rest)
	case a < 1:
		z, t, w := asinGuess(a)
		y := fma(0x1p27, w, w) - float64(0x1p27*w)
		c := fma(-y, y, z) / fma(w, t, y)
		p := float64(asinSeries(z) * z * (y + c))
		if x < 0 {
			res := (halfPi - y) + ((halfPiLo - c) - p)
			return res + res
		}
		res := y + (c + p)
		return res + res
	case x == 1:
		return 0
	case x == -1:
		return pi
	}
	return math.NaN()
}
