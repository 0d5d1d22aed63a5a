package libm

import "math"

// Constants of the tangent.
const (
	tanTiny   = 0x1.b096cp-27
	tanSmall  = 0x1.f212dp-5
	tanDirect = 0x1.92f1ap-1
	tanD3     = 0x1.5555555555555p-2
	tanD5     = 0x1.11111111107c6p-3
	tanD7     = 0x1.ba1ba1cdb8745p-5
	tanD9     = 0x1.664ed49cfc666p-6
	tanD11    = 0x1.2385a3cf2e4eap-7
	tanE0     = 0x1.5555555554dbdp-2
	tanE1     = 0x1.11112e0a6b45fp-3
)

// tanSeries is what the series adds to x, over x**3.
func tanSeries(x2 float64) float64 {
	return fma(x2, fma(x2, fma(x2, fma(x2, tanD11, tanD9), tanD7), tanD5), tanD3)
}

// Tan is the tangent.
func Tan(x float64) float64 {
	w := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 0):
		return math.NaN()
	case w <= tanTiny:
		return x
	case w <= tanSmall:
		x2 := x * x
		return fma(tanSeries(x2), x*x2, x)
	case w <= tanDirect:
		return math.Copysign(tanAbove(w, 0, 1, false), x)
	}
	var n int
	var a, da float64
	switch {
	case w <= 25:
		t := fma(x, invHalf, toWhole)
		k := t - toWhole
		n = int(math.Float64bits(t) & 1)
		t1 := fma(-k, piPart2, fma(-k, piPart1, x))
		a = fma(-k, piPart3, t1)
		da = fma(-k, piPart3, t1-a)
	case w <= 1e8:
		t := fma(x, invHalf, toWhole)
		k := t - toWhole
		n = int(math.Float64bits(t) & 1)
		y := fma(-k, piPart2, fma(-k, piPart1, x))
		t2 := fma(-k, piPart3a, y)
		da = fma(-k, piPart3a, y-t2)
		a = fma(-k, piPart3b, t2)
		da = fma(-k, piPart3b, t2-a) + da
		a, da = exactSum(a, da)
	default:
		n, a, da = reduceHuge(x)
		n &= 1
		a, da = exactSum(a, da)
	}
	ya, yda, sign := a, da, 1.0
	if a < 0 {
		ya, yda, sign = -a, -da, -1
	}
	if ya > tanSmall {
		return tanAbove(ya, yda, sign, n != 0)
	}
	a2 := a * a
	t2 := fma(a*a2, tanSeries(a2), da)
	if n == 0 {
		return a + t2
	}
	// -1/(b + db), with one step of refinement
	b, db := exactSum(a, t2)
	c := 1 / b
	u := float64(c * b)
	uu := fma(c, b, -u)
	dc := fma(-c, db, ((1-u)-uu)+0) / b
	z := c + dc
	return -(z + ((c - z) + dc))
}

// tanAbove is sign*tan(w + dw), or minus the cotangent, from the nearest point of the table.
func tanAbove(w, dw, sign float64, cot bool) float64 {
	row := &tanTable[int(fma(256, w, -15.5))]
	z := w - row[0] + dw
	z2 := z * z
	p := fma(z*z2, fma(z2, tanE1, tanE0), z)
	if cot {
		return -sign * (row[2] - p*(row[1]+row[2])/(row[1]+p))
	}
	return sign * (row[1] + p*(row[2]+row[1])/(row[2]-p))
}

// exactSum is x + y as a float and what it lost.
func exactSum(x, y float64) (z, lost float64) {
	z = x + y
	if math.Abs(x) > math.Abs(y) {
		return z, (x - z) + y
	}
	return z, (y - z) + x
}

// exactDifference is exactSum(x, -y).
func exactDifference(x, y float64) (z, lost float64) {
	z = x - y
	if math.Abs(x) > math.Abs(y) {
		return z, (x - z) - y
	}
	return z, x - (y + z)
}
