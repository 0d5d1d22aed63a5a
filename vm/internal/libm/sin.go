package libm

import "math"

// Pi/2 and 2/pi in pieces.
const (
	halfPi   = 0x1.921fb54442d18p+0
	halfPiLo = 0x1.1a62633145c07p-54
	invHalf  = 0x1.45f306dc9c883p-1 // 2/pi
	toWhole  = 0x1.8p52             // adding it rounds to a whole number
	piPart1  = 0x1.921fb58p+0
	piPart2  = -0x1.dde973cp-27
	piPart3  = -0x1.cb3b399d747f2p-55
	piPart3a = -0x1.cb3b398p-55
	piPart3b = -0x1.d747f23e32ed7p-83
)

// Coefficients of the series.
const (
	sinS1 = -0x1.5555555555555p-3
	sinS2 = 0x1.1111111110ecep-7
	sinS3 = -0x1.a01a019db08b8p-13
	sinS4 = 0x1.71de27b9a7ed9p-19
	sinS5 = -0x1.addffc2fcdf59p-26
	sin3  = -0x1.5555555555515p-3
	sin5  = 0x1.11110e829872fp-7
	cos2  = 0.5
	cos4  = -0x1.5555555555535p-5
	cos6  = 0x1.6c16bedd9e239p-10

	toTable = 0x1.8p45 // adding it rounds to a multiple of 1/128
)

// Bounds of the ranges, as high gives them.
const (
	highTinySin = 0x3E500000 // 2**-26
	highTinyCos = 0x3E400000 // 2**-27
	highDirect  = 0x3FEB6000 // 0.855469
	highHalfPi  = 0x400368FD // 2.426265
	highReduce  = 0x419921FB // 105414350
	highInf     = 0x7FF00000
)

// cosPart is cos(x + dx) for |x| below pi/4 or so: from the nearest point of the table.
func cosPart(x, dx float64) float64 {
	if x < 0 {
		dx = -dx
	}
	x = math.Abs(x)
	u := x + toTable
	x = x - (u - toTable) + dx
	row := &sincosTable[uint32(math.Float64bits(u))]
	xx := x * x
	s := fma(x*xx, fma(xx, sin5, sin3), x)
	c := xx * fma(xx, fma(xx, cos6, cos4), cos2)
	return row[2] + fma(-row[0], s, fma(-row[2], c, fma(-s, row[1], row[3])))
}

// sinPart is sin(x + dx) in the same way, and by the series alone near 0.
func sinPart(x, dx float64) float64 {
	a := math.Abs(x)
	if a < 0.126 {
		xx := x * x
		p := fma(fma(fma(fma(sinS5, xx, sinS4), xx, sinS3), xx, sinS2), xx, sinS1)
		return x + fma(fma(p, x, -(0.5*dx)), xx, dx)
	}
	if x <= 0 {
		dx = -dx
	}
	u := a + toTable
	a -= u - toTable
	row := &sincosTable[uint32(math.Float64bits(u))]
	xx := a * a
	s := a + fma(a*xx, fma(xx, sin5, sin3), dx)
	c := fma(a, dx, xx*fma(xx, fma(xx, cos6, cos4), cos2))
	r := row[0] + fma(row[2], s, fma(-row[0], c, fma(s, row[3], row[1])))
	return math.Copysign(r, x)
}

// quadrant turns sine and cosine of what a reduction left into the sine of the whole.
func quadrant(a, da float64, n int) float64 {
	var r float64
	if n&1 != 0 {
		r = cosPart(a, da)
	} else {
		r = sinPart(a, da)
	}
	if n&2 != 0 {
		return -r
	}
	return r
}

// reduce is x modulo pi/2 for |x| below 1e8: n, and a + da below pi/4.
func reduce(x float64) (n int, a, da float64) {
	t := fma(x, invHalf, toWhole)
	k := t - toWhole
	n = int(math.Float64bits(t) & 3)
	y := fma(-k, piPart2, fma(-k, piPart1, x))
	t2 := fma(-k, piPart3a, y)
	da = fma(-k, piPart3a, y-t2)
	a = fma(-k, piPart3b, t2)
	da += fma(-k, piPart3b, t2-a)
	return n, a, da
}

// Sin is the sine.
func Sin(x float64) float64 {
	switch h := high(x); {
	case h < highTinySin:
		return x
	case h < highDirect:
		return sinPart(x, 0)
	case h < highHalfPi:
		return math.Copysign(cosPart(halfPi-math.Abs(x), halfPiLo), x)
	case h < highReduce:
		n, a, da := reduce(x)
		return quadrant(a, da, n)
	case h < highInf:
		n, a, da := reduceHuge(x)
		return quadrant(a, da, n)
	}
	return math.NaN()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	switch h := high(x); {
	case h < highTinyCos:
		return 1
	case h < highDirect:
		return cosPart(x, 0)
	case h < highHalfPi:
		y := halfPi - math.Abs(x)
		a := y + halfPiLo
		return sinPart(a, (y-a)+halfPiLo)
	case h < highReduce:
		n, a, da := reduce(x)
		return quadrant(a, da, n+1)
	case h < highInf:
		n, a, da := reduceHuge(x)
		return quadrant(a, da, n+1)
	}
	return math.NaN()
}

// Constants of the reduction of huge arguments.
const (
	splitter = 0x1.0000002p27 // multiplying by it splits a float into halves
	whole1   = 0x1.8p52
	whole4   = 0x1.8p54 // rounds to a multiple of four
	hugePart = -0x1.dde974p-27
)

// hugeTurns is x*2/pi modulo 4 for half of an argument scaled by 2**-600: whole quarters, and the rest as b + bb.
func hugeTurns(x float64) (sum, b, bb float64) {
	k := max((int(math.Float64bits(x)>>52&0x7FF)-450)/24, 0)
	scale := math.Ldexp(1, 576-24*k)
	var r [6]float64
	for i := range r {
		r[i] = float64(x*twoOverPi[k+i]) * scale
		scale *= 0x1p-24
	}
	for i := range 3 {
		s := (r[i] + whole1) - whole1
		sum += s
		r[i] -= s
	}
	t := 0.0
	for i := range r {
		t += r[5-i]
	}
	bb = (((((r[0] - t) + r[1]) + r[2]) + r[3]) + r[4]) + r[5]
	s := (t + whole1) - whole1
	sum += s
	t -= s
	b = t + bb
	bb = (t - b) + bb
	s = (sum + whole4) - whole4
	return sum - s, b, bb
}

// reduceHuge is reduce for any finite x.
func reduceHuge(x float64) (n int, a, da float64) {
	x = float64(x * 0x1p-600)
	t := float64(x * splitter)
	x1 := t - (t - x)
	sum1, b1, bb1 := hugeTurns(x1)
	sum2, b2, bb2 := hugeTurns(x - x1)
	sum := sum1 + sum2
	b := b1 + b2
	bb := (b2 - b) + b1
	if math.Abs(b1) > math.Abs(b2) {
		bb = (b1 - b) + b2
	}
	if b > 0.5 {
		b--
		sum++
	} else if b < -0.5 {
		b++
		sum--
	}
	s := b + (bb + bb1 + bb2)
	t = ((b - s) + bb) + (bb1 + bb2)
	b = float64(s * splitter)
	t1 := b - (b - s)
	t2 := s - t1
	b = float64(s * halfPi)
	bb = ((float64(t1*piPart1) - b + float64(t1*hugePart)) + float64(t2*piPart1)) +
		(float64(t2*hugePart) + float64(s*halfPiLo) + float64(t*halfPi))
	a = b + bb
	return int(sum) & 3, a, (b - a) + bb
}
