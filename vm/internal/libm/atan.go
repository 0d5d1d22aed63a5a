package libm

import "math"

// Constants of the arc tangent.
const (
	atanTiny = 0x1.bb67ap-27
	atanHuge = 0x1.49ff2p52
	atanD3   = -0x1.5555555555555p-2
	atanD5   = 0x1.99999999997fdp-3
	atanD7   = -0x1.24924923f7603p-3
	atanD9   = 0x1.c71c6e5129a3bp-4
	atanD11  = -0x1.7458022b13c25p-4
	atanD13  = 0x1.375f08b31cbcep-4
	pi       = 0x1.921fb54442d18p+1
	piLo     = 0x1.1a62633145c07p-53
)

// atanSeries is what the series adds to x, over x**3.
func atanSeries(v float64) float64 {
	return fma(v, fma(v, fma(v, fma(v, fma(v, atanD13, atanD11), atanD9), atanD7), atanD5), atanD3)
}

// atanRow is the row of the table for 1/16 <= u <= 1.
func atanRow(u float64) *[7]float64 {
	return &atanTable[int(fma(256, u, 0x1p52)-0x1p52)-16]
}

// atanTail is the series of a row from its k-th coefficient on.
func atanTail(row *[7]float64, z float64) float64 {
	return fma(z, fma(z, fma(z, fma(z, row[6], row[5]), row[4]), row[3]), row[2])
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	u := math.Abs(x)
	switch {
	case x != x:
		return x
	case u < atanTiny:
		return x
	case u < 0.0625:
		v := x * x
		return fma(atanSeries(v), x*v, x)
	case u < 1:
		row := atanRow(u)
		z := u - row[0]
		return math.Copysign(fma(atanTail(row, z), z, row[1]), x)
	case u >= atanHuge:
		return math.Copysign(halfPi, x)
	}
	w := 1 / u
	t1 := float64(w * u)
	t2 := fma(w, u, -t1)
	if u < 16 {
		row := atanRow(w)
		z := fma(w, (1-t1)-t2, w-row[0])
		return math.Copysign((halfPi-row[1])+fma(-z, atanTail(row, z), halfPiLo), x)
	}
	v := w * w
	yy := atanSeries(v)
	t3, lost := exactDifference(halfPi, w)
	yy = fma(-yy, w*v, fma(-w, (1-t1)-t2, halfPiLo+lost))
	return math.Copysign(t3+yy, x)
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	ax, ay := math.Abs(x), math.Abs(y)
	switch {
	case x != x || y != y:
		return math.NaN()
	case y == 0 && math.Signbit(x):
		return math.Copysign(pi, y)
	case y == 0:
		return y
	case x == 0:
		return math.Copysign(halfPi, y)
	case ax > math.MaxFloat64 && ay > math.MaxFloat64 && x > 0:
		return math.Copysign(0x1.921fb54442d18p-1, y)
	case ax > math.MaxFloat64 && ay > math.MaxFloat64:
		return math.Copysign(0x1.2d97c7f3321d2p+1, y)
	case ax > math.MaxFloat64 && x > 0:
		return math.Copysign(0, y)
	case ax > math.MaxFloat64:
		return math.Copysign(pi, y)
	case ay > math.MaxFloat64:
		return math.Copysign(halfPi, y)
	}
	apart := int(exponent(y)) - int(exponent(x))
	switch {
	case apart >= 57:
		return math.Copysign(halfPi, y)
	case apart <= -57 && x > 0:
		return math.Copysign(ay/ax, y)
	case apart <= -57:
		return math.Copysign(pi, y)
	}
	if ax < 0x1p-500 || ay < 0x1p-500 {
		ax *= 0x1p500
		ay *= 0x1p500
	}
	if ax > 0x1p500 || ay > 0x1p500 {
		ax *= 0x1p-500
		ay *= 0x1p-500
	}
	// u + du is the smaller over the greater
	small, great := ax, ay
	if ay < ax {
		small, great = ay, ax
	}
	u := small / great
	v := float64(great * u)
	vv := fma(great, u, -v)
	du := ((small - v) - vv) / great
	var z float64
	switch {
	case x > 0 && ay < ax:
		z = atanFlat(u, du)
	case x > 0:
		z = atanTurned(halfPi, halfPiLo, u, du, -1)
	case ax < ay:
		z = atanTurned(halfPi, halfPiLo, u, du, 1)
	default:
		z = atanTurned(pi, piLo, u, du, -1)
	}
	return math.Copysign(z, y)
}

// atanFlat is atan(u + du).
func atanFlat(u, du float64) float64 {
	if u < 0.0625 {
		v := u * u
		return u + fma(u*v, atanSeries(v), du)
	}
	row := atanRow(u)
	v, dv := exactSum(u-row[0], du)
	tail := fma(v, fma(v, fma(v, row[6], row[5]), row[4]), row[3])
	return row[1] + fma(v, row[2], fma(dv, row[2], v*v*tail))
}

// atanTurned is base + sign*atan(u + du), base given in two parts.
func atanTurned(base, baseLo, u, du, sign float64) float64 {
	if u < 0.0625 {
		v := u * u
		if sign < 0 {
			t2, lost := exactDifference(base, u)
			return t2 + fma(-(u*v), atanSeries(v), (baseLo+lost)-du)
		}
		t2, lost := exactSum(base, u)
		return t2 + fma(u*v, atanSeries(v), (baseLo+lost)+du)
	}
	row := atanRow(u)
	v := (u - row[0]) + du
	return (base + sign*row[1]) + fma(sign*v, atanTail(row, v), baseLo)
}
