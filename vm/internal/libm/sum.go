package libm

import "math"

// twoSum is a + b and exactly what it lost.
func twoSum(a, b float64) (sum, lost float64) {
	sum = a + b
	z := sum - a
	return sum, (a - (sum - z)) + (b - z)
}

// fastSum is twoSum for |a| >= |b|.
func fastSum(a, b float64) (sum, lost float64) {
	sum = a + b
	return sum, (a - sum) + b
}

// twoProduct is x * y and exactly what it lost.
func twoProduct(x, y float64) (product, lost float64) {
	product = float64(x * y)
	return product, fma(x, y, -product)
}

// Norm is the length of a vector: math.hypot, and math.dist on differences. It uses xs as scratch space.
func Norm(xs []float64) float64 {
	most, nan := 0.0, false
	for i, x := range xs {
		x = math.Abs(x)
		xs[i] = x
		nan = nan || x != x
		if x > most {
			most = x
		}
	}
	switch {
	case math.IsInf(most, 1):
		return most
	case nan:
		return math.NaN()
	}
	return norm(xs, most)
}

// norm is Norm of finite magnitudes, the greatest being known: exact squares, compensated sums, one Newton step.
func norm(xs []float64, most float64) float64 {
	const leastNormal = 0x1p-1022
	if most == 0 || len(xs) <= 1 {
		return most
	}
	_, e := math.Frexp(most)
	if e < -1023 { // 2**-e would overflow
		for i := range xs {
			xs[i] /= leastNormal
		}
		return leastNormal * norm(xs, most/leastNormal)
	}
	scale := math.Ldexp(1, -e)
	sum, lost1, lost2 := 1.0, 0.0, 0.0 // from 1 on, so that the sum is always the greater
	add := func(x, y float64) {
		p, low := twoProduct(x, y)
		var rest float64
		sum, rest = fastSum(sum, p)
		lost1 += low
		lost2 += rest
	}
	for _, x := range xs {
		x = float64(x * scale)
		add(x, x)
	}
	h := math.Sqrt(sum - 1 + (lost1 + lost2))
	add(-h, h)
	x := sum - 1 + (lost1 + lost2)
	h += x / (2 * h)
	return h / scale
}

// Hypot is math.hypot of two numbers.
func Hypot(x, y float64) float64 {
	xs := [2]float64{x, y}
	return Norm(xs[:])
}

// Fsum adds floats without rounding: math.fsum. The zero value is the empty sum.
type Fsum struct {
	partials []float64 // do not overlap, growing magnitude
	special  float64   // sum of the infinities and NaNs
	infinite float64   // sum of the infinities
	over     bool
}

// Add adds one term.
func (s *Fsum) Add(x float64) {
	given := x
	kept := s.partials[:0]
	for _, y := range s.partials {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		hi := x + y
		lo := y - (hi - x)
		if lo != 0 {
			kept = append(kept, lo)
		}
		x = hi
	}
	if x != 0 {
		if math.IsInf(x, 0) || x != x {
			if !math.IsInf(given, 0) && given == given {
				s.over = true
			} else {
				s.special += given
				if math.IsInf(given, 0) {
					s.infinite += given
				}
			}
			kept = kept[:0] // nothing finite matters any more
		} else {
			kept = append(kept, x)
		}
	}
	s.partials = kept
}

// Overflowed reports that a term did not fit: the caller raises the OverflowError "intermediate overflow in fsum" at once.
func (s *Fsum) Overflowed() bool { return s.over }

// Sum is the sum, correctly rounded. opposite means that the caller raises the ValueError "-inf + inf in fsum".
func (s *Fsum) Sum() (sum float64, opposite bool) {
	if s.special != 0 {
		return s.special, s.infinite != s.infinite
	}
	n := len(s.partials)
	if n == 0 {
		return 0, false
	}
	n--
	hi, lo := s.partials[n], 0.0
	for n > 0 {
		n--
		x, y := hi, s.partials[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// Half an ulp is rounded to even only if nothing more lies beyond it.
	if n > 0 && (lo < 0 && s.partials[n-1] < 0 || lo > 0 && s.partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi, false
}

// SumProd adds products of floats in triple length: math.sumprod. The zero value is the empty sum.
type SumProd struct{ hi, lo, tiny float64 }

// Add adds x*y. It reports false, and adds nothing, when the sum would not stay finite: the caller goes on without it.
func (s *SumProd) Add(x, y float64) bool {
	p, low := twoProduct(x, y)
	hi, rest := twoSum(s.hi, p)
	if math.IsInf(hi, 0) || hi != hi {
		return false
	}
	r1, r1low := twoSum(s.lo, low)
	r2, r2low := twoSum(r1, rest)
	*s = SumProd{hi, r2, s.tiny + r1low + r2low}
	return true
}

// Sum is the sum.
func (s *SumProd) Sum() float64 {
	last, low := twoSum(s.lo, s.hi)
	return s.tiny + low + last
}
