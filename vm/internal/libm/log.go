package libm

import "math"

// Constants of log, log2 and pow.
const (
	logLn2Hi = 0x1.62e42fefa38p-1
	logLn2Lo = 0x1.ef35793c7673p-45
	logA0    = -0x1.0000000000001p-1
	logA1    = 0x1.555555551305bp-2
	logA2    = -0x1.fffffffeb459p-3
	logA3    = 0x1.999b324f10111p-3
	logA4    = -0x1.55575e506c89fp-3
	logB0    = -0.5
	logB1    = 0x1.5555555555577p-2
	logB2    = -0x1.ffffffffffdcbp-3
	logB3    = 0x1.999999995dd0cp-3
	logB4    = -0x1.55555556745a7p-3
	logB5    = 0x1.24924a344de3p-3
	logB6    = -0x1.fffffa4423d65p-4
	logB7    = 0x1.c7184282ad6cap-4
	logB8    = -0x1.999eb43b068ffp-4
	logB9    = 0x1.78182f7afd085p-4
	logB10   = -0x1.5521375d145cdp-4

	log2InvHi = 0x1.71547652p+0
	log2InvLo = 0x1.705fc2eefa2p-33
	log2A0    = -0x1.71547652b8339p-1
	log2A1    = 0x1.ec709dc3a04bep-2
	log2A2    = -0x1.7154764702ffbp-2
	log2A3    = 0x1.2776c50034c48p-2
	log2A4    = -0x1.ec7b328ea92bcp-3
	log2A5    = 0x1.a6225e117f92ep-3
	log2B0    = -0x1.71547652b82fep-1
	log2B1    = 0x1.ec709dc3a03f7p-2
	log2B2    = -0x1.71547652b7c3fp-2
	log2B3    = 0x1.2776c50f05be4p-2
	log2B4    = -0x1.ec709dd768fe5p-3
	log2B5    = 0x1.a61761ec4e736p-3
	log2B6    = -0x1.7153fbc64a79bp-3
	log2B7    = 0x1.484d154f01b4ap-3
	log2B8    = -0x1.289e4a72c383cp-3
	log2B9    = 0x1.0b32f285aee66p-3

	logOffset = 0x3FE6000000000000 // bits of 0x1.6p-1, where a table begins
)

// logEdge deals with arguments that are not positive, finite and normal: done with a result, or the bits of x made normal with
// an exponent below the range.
func logEdge(x float64) (bits uint64, result float64, done bool) {
	switch {
	case x == 0:
		return 0, math.Inf(-1), true
	case x < 0 || x != x:
		return 0, math.NaN(), true
	case math.IsInf(x, 1):
		return 0, x, true
	}
	return math.Float64bits(x*0x1p52) - 52<<52, 0, false
}

// normal reports bits of a positive, finite and normal float.
func normal(bits uint64) bool { return bits-1<<52 < 0x7FE<<52 }

// Log is the natural logarithm.
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	const near, far = 0x3FEE000000000000, 0x3FF1090000000000 // 1-0x1p-4, 1+0x1.09p-4
	if bits-near < far-near {
		return logNearOne(x)
	}
	if !normal(bits) {
		var r float64
		var done bool
		if bits, r, done = logEdge(x); done {
			return r
		}
	}
	t := bits - logOffset
	k := float64(int64(t) >> 52)
	z := math.Float64frombits(bits - t&(0xFFF<<52))
	row := &logTable[t>>45%128]
	r := fma(z, row[0], -1)
	w := fma(k, logLn2Hi, row[1])
	hi := w + r
	lo := fma(k, logLn2Lo, w-hi+r)
	r2 := r * r
	p := fma(r2, fma(r, logA4, logA3), fma(r, logA2, logA1))
	return fma(r*r2, p, fma(r2, logA0, lo)) + hi
}

func logNearOne(x float64) float64 {
	if x == 1 {
		return 0
	}
	r := x - 1
	r2 := r * r
	r3 := r * r2
	q := fma(r3, logB10, fma(r2, logB9, fma(r, logB8, logB7)))
	q = fma(r3, q, fma(r2, logB6, fma(r, logB5, logB4)))
	q = fma(r3, q, fma(r2, logB3, fma(r, logB2, logB1)))
	w := float64(r * 0x1p27)
	rhi := r + w - w
	rlo := r - rhi
	w = float64(float64(rhi*rhi) * logB0)
	hi := r + w
	lo := r - hi + w
	lo = fma(logB0*rlo, rhi+r, lo)
	return fma(r3, q, lo) + hi
}

// Log2 is the logarithm in base 2.
func Log2(x float64) float64 {
	bits := math.Float64bits(x)
	const near, far = 0x3FEEA4AF00000000, 0x3FF0B55900000000 // 1-0x1.5b51p-5, 1+0x1.6ab2p-5
	if bits-near < far-near {
		return log2NearOne(x)
	}
	if !normal(bits) {
		var r float64
		var done bool
		if bits, r, done = logEdge(x); done {
			return r
		}
	}
	t := bits - logOffset
	k := float64(int64(t) >> 52)
	z := math.Float64frombits(bits - t&(0xFFF<<52))
	row := &log2Table[t>>46%64]
	r := fma(z, row[0], -1)
	t1 := float64(r * log2InvHi)
	t2 := fma(r, log2InvLo, fma(r, log2InvHi, -t1))
	t3 := k + row[1]
	hi := t3 + t1
	lo := t3 - hi + t1 + t2
	r2 := r * r
	p := fma(r2*r2, fma(r, log2A5, log2A4), fma(r2, fma(r, log2A3, log2A2), fma(r, log2A1, log2A0)))
	return fma(r2, p, lo) + hi
}

func log2NearOne(x float64) float64 {
	if x == 1 {
		return 0
	}
	r := x - 1
	hi := float64(r * log2InvHi)
	lo := fma(r, log2InvLo, fma(r, log2InvHi, -hi))
	r2 := r * r
	r4 := r2 * r2
	q := fma(r, log2B1, log2B0)
	y := fma(r2, q, hi)
	lo += fma(r2, q, hi-y)
	p := fma(r4, fma(r2, fma(r, log2B9, log2B8), fma(r, log2B7, log2B6)), fma(r2, fma(r, log2B5, log2B4), fma(r, log2B3, log2B2)))
	return y + fma(r4, p, lo)
}

// Constants of log10.
const (
	log10Two54 = 0x1p54
	invLn10    = 0x1.bcb7b1526e50ep-2
	log10Hi    = 0x1.34413509f6p-2
	log10Lo    = 0x1.9fef311f12b36p-42
)

// Log10 is the logarithm in base 10.
func Log10(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0 || x != x:
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	}
	k := 0
	if x < 0x1p-1022 {
		k = -54
		x *= log10Two54
	}
	bits := math.Float64bits(x)
	k += int(bits>>52) - 1023
	i := 0
	if k < 0 {
		i = 1
	}
	y := float64(k + i)
	x = math.Float64frombits(bits&(1<<52-1) | uint64(0x3FF-i)<<52)
	z := float64(y*log10Lo) + float64(invLn10*Log(x))
	return z + float64(y*log10Hi)
}

// Constants of log1p.
const (
	log1pC1 = 0x1.5555555555593p-1
	log1pC2 = 0x1.999999997fa04p-2
	log1pC3 = 0x1.2492494229359p-2
	log1pC4 = 0x1.c71c51d8e78afp-3
	log1pC5 = 0x1.7466496cb03dep-3
	log1pC6 = 0x1.39a09d078c69fp-3
	log1pC7 = 0x1.2f112df3e5244p-3
	twoThir = 0x1.5555555555555p-1
)

// Log1p is log(1 + x).
func Log1p(x float64) float64 {
	h := high(x)
	switch {
	case x == -1:
		return math.Inf(-1)
	case x < -1 || x != x:
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	case h < 0x3C900000: // 2**-54
		return x
	case h < 0x3E200000: // 2**-29
		return fma(-(x * x), 0.5, x)
	}
	k, f, c := 0, x, 0.0
	whole := uint32(1) // the fraction of u, only to tell whether f is tiny
	if x > 0 && h >= 0x3FDA827A || x < 0 && h > 0x3FD2BEC3 {
		u := x
		if h < 0x43400000 {
			u = 1 + x
			k = int(high(u)>>20) - 1023
			if k > 0 {
				c = 1 - (u - x)
			} else {
				c = x - (u - 1)
			}
			c /= u
		} else {
			k = int(high(u)>>20) - 1023
		}
		bits := math.Float64bits(u)
		whole = uint32(bits>>32) & 0xFFFFF
		if whole < 0x6A09E {
			u = math.Float64frombits(bits&(1<<52-1) | 0x3FF<<52)
		} else {
			k++
			u = math.Float64frombits(bits&(1<<52-1) | 0x3FE<<52)
			whole = (0x100000 - whole) >> 2
		}
		f = u - 1
	}
	kd := float64(k)
	half := float64(0.5 * f * f)
	if whole == 0 {
		if f == 0 {
			if k == 0 {
				return 0
			}
			return fma(kd, ln2Hi, fma(kd, ln2Lo, c))
		}
		r := float64(half * fma(-twoThir, f, 1))
		if k == 0 {
			return f - r
		}
		return fma(kd, ln2Hi, -((r - fma(kd, ln2Lo, c)) - f))
	}
	s := f / (2 + f)
	z := s * s
	z2 := z * z
	z4 := z2 * z2
	r := fma(z4*z2, fma(z, log1pC7, log1pC6), fma(z4, fma(z, log1pC5, log1pC4), fma(z, log1pC1, z2*fma(z, log1pC3, log1pC2))))
	sr := float64(s * (half + r))
	if k == 0 {
		return f - (half - sr)
	}
	return fma(kd, ln2Hi, -((half - (sr + fma(kd, ln2Lo, c))) - f))
}
