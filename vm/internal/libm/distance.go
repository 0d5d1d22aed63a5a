package libm

import "math"

// Distance is C's hypot as glibc computes it, on which abs() of a complex number and cmath stand. It may differ from
// Hypot in the last bit.
func Distance(x, y float64) float64 {
	const (
		large = 0x1p+511
		tiny  = 0x1p-459
		eps   = 0x1p-54
		scale = 0x1p-600
	)
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Inf(1)
	}
	if x != x || y != y {
		return math.NaN()
	}
	x, y = math.Abs(x), math.Abs(y)
	ax, ay := max(x, y), min(x, y)
	switch {
	case ax > large:
		if ay <= ax*eps {
			return ax + ay
		}
		return distance(ax*scale, ay*scale) / scale
	case ay < tiny:
		if ax >= ay/eps {
			return ax + ay
		}
		return distance(ax/scale, ay/scale) * scale
	case ay <= ax*eps:
		return ax + ay
	}
	return distance(ax, ay)
}

// distance mends the rounding of the plain formula by what the squares lost; ax >= ay.
func distance(ax, ay float64) float64 {
	h := math.Sqrt(float64(ax*ax) + float64(ay*ay))
	var lost float64
	if h <= 2*ay {
		d := h - ay
		lost = float64(ax*(2*d-ax)) + float64((d-2*(ax-ay))*d)
	} else {
		d := h - ax
		lost = float64(2*d*(ax-2*ay)) + (float64((4*d-ay)*ay) + float64(d*d))
	}
	return h - lost/(2*h)
}
