package libm

import "math"

// Coefficients of the error function, lowest power first.
var (
	erfP = [5]float64{0x1.06eba8214db68p-3, -0x1.4cd7d691cb913p-2, -0x1.d2a51dbd7194fp-6, -0x1.7a291236668e4p-8, -0x1.8ead6120016acp-16}
	erfQ = [6]float64{1, 0x1.97779cddadc09p-2, 0x1.0a54c5536cebap-4, 0x1.4d022c4d36b0fp-8, 0x1.15dc9221c1a10p-13, -0x1.09c4342a26120p-18}

	erfPa = [7]float64{-0x1.359b8bef77538p-9, 0x1.a8d00ad92b34dp-2, -0x1.7d240fbb8c3f1p-2, 0x1.45fca805120e4p-2, -0x1.c63983d3e28ecp-4,
		0x1.22a36599795ebp-5, -0x1.1bf380a96073fp-9}
	erfQa = [7]float64{1, 0x1.b3e6618eee323p-4, 0x1.14af092eb6f33p-1, 0x1.2635cd99fe9a7p-4, 0x1.02660e763351fp-3, 0x1.bedc26b51dd1cp-7,
		0x1.88b545735151dp-7}

	erfRa = [8]float64{-0x1.43412600d6435p-7, -0x1.63416e4ba7360p-1, -0x1.51e0441b0e726p+3, -0x1.f300ae4cba38dp+5, -0x1.44cb184282266p+7,
		-0x1.7135cebccabb2p+7, -0x1.4526557e4d2f2p+6, -0x1.3a0efc69ac25cp+3}
	erfSa = [9]float64{1, 0x1.3a6b9bd707687p+4, 0x1.1350c526ae721p+7, 0x1.b290dd58a1a71p+8, 0x1.42b1921ec2868p+9, 0x1.ad02157700314p+8,
		0x1.b28a3ee48ae2cp+6, 0x1.a47ef8e484a93p+2, -0x1.eeff2ee749a62p-5}

	erfRb = [7]float64{-0x1.4341239e86f4ap-7, -0x1.993ba70c285dep-1, -0x1.1c209555f995ap+4, -0x1.4145d43c5ed98p+7, -0x1.3ec881375f228p+9,
		-0x1.004616a2e5992p+10, -0x1.e384e9bdc383fp+8}
	erfSb = [8]float64{1, 0x1.e568b261d5190p+4, 0x1.45cae221b9f0ap+8, 0x1.802eb189d5118p+10, 0x1.8ffb7688c246ap+11, 0x1.3f219cedf3be6p+11,
		0x1.da874e79fe763p+8, -0x1.670e242712d62p+4}
)

const (
	erfx = 0x1.b0ac16p-1        // erf(1), roughly
	efx  = 0x1.06eba8214db69p-3 // 2/sqrt(pi) - 1
)

// pairs evaluates a polynomial two coefficients at a time: (c0 + c1*s) + s2*(c2 + c3*s) + s4*(c4 + c5*s)...
func pairs(c []float64, s float64) float64 {
	s2 := s * s
	s4 := s2 * s2
	powers := [5]float64{1, s2, s4, s4 * s2, s4 * s4}
	sum := 0.0
	for i := 0; i < len(c); i += 2 {
		t := c[i]
		if i+1 < len(c) {
			t += float64(s * c[i+1])
		}
		if i == 0 {
			sum = t
			continue
		}
		sum += float64(powers[i/2] * t)
	}
	return sum
}

// erfcTail is x * erfc(x) for 1.25 <= x < 28.
func erfcTail(x float64, first bool) float64 {
	s := 1 / float64(x*x)
	var r float64
	if first {
		r = pairs(erfRa[:], s) / pairs(erfSa[:], s)
	} else {
		r = pairs(erfRb[:], s) / pairs(erfSb[:], s)
	}
	z := math.Float64frombits(math.Float64bits(x) &^ (1<<32 - 1))
	return Exp(float64(-z*z)-0.5625) * Exp(float64((z-x)*(z+x))+r)
}

// Erf is the error function.
func Erf(x float64) float64 {
	a := math.Abs(x)
	switch h := high(x); {
	case x != x:
		return x
	case h < 0x00800000:
		return 0.0625 * (float64(16*x) + float64(16*efx*x))
	case h < 0x3E300000: // 2**-28
		return x + float64(efx*x)
	case h < 0x3FEB0000: // 0.84375
		z := float64(x * x)
		return x + float64(x*(pairs(erfP[:], z)/pairs(erfQ[:], z)))
	case h < 0x3FF40000: // 1.25
		s := a - 1
		return math.Copysign(erfx+pairs(erfPa[:], s)/pairs(erfQa[:], s), x)
	case h < 0x40180000: // 6
		return math.Copysign(1-erfcTail(a, h < 0x4006DB6E)/a, x)
	}
	return math.Copysign(1, x)
}

// Erfc is 1 - erf(x), without losing what is small.
func Erfc(x float64) float64 {
	a := math.Abs(x)
	switch h := high(x); {
	case x != x:
		return x
	case h < 0x3C700000: // 2**-56
		return 1 - x
	case h < 0x3FEB0000: // 0.84375
		z := float64(x * x)
		y := pairs(erfP[:], z) / pairs(erfQ[:], z)
		if x < 0.25 {
			return 1 - (x + float64(x*y))
		}
		return 0.5 - (float64(x*y) + (x - 0.5))
	case h < 0x3FF40000: // 1.25
		s := a - 1
		r := pairs(erfPa[:], s) / pairs(erfQa[:], s)
		if x > 0 {
			return (1 - erfx) - r
		}
		return 1 + (erfx + r)
	case h >= 0x40180000 && x < 0: // -6
		return 2
	case h < 0x403C0000: // 28
		r := erfcTail(a, h < 0x4006DB6D) / a
		if x > 0 {
			return r
		}
		return 2 - r
	}
	return 0
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return x
	}
	m, e := math.Frexp(math.Abs(x))
	u := 0x1.91e2a6fe7e984p-1 - float64(0x1.29801e893366dp-3*m)
	u = float64(u*m) - 0x1.d5ae6cfa20f0cp+0
	u = float64(u*m) + 0x1.39350adad51ecp+1
	u = float64(u*m) - 0x1.0eb8277cd8d5dp+1
	u = float64(u*m) + 0x1.8218dde9028b4p+0
	u = float64(u*m) + 0x1.6b69cba168ff2p-2
	t := float64(float64(u*u) * u)
	r := u * (t + float64(2*m)) / (float64(2*t) + m) * cbrtFactors[2+e%3]
	return math.Copysign(math.Ldexp(r, e/3), x)
}

// cbrtFactors are 2**(k/3) for k from -2 to 2.
var cbrtFactors = [5]float64{0x1.428a2f98d728ap-1, 0x1.965fea53d6e3cp-1, 1, 0x1.428a2f98d728bp+0, 0x1.965fea53d6e3dp+0}
