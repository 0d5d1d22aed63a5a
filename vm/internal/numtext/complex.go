package numtext

import (
	"math"
	"strings"
)

// ComplexRepr is repr(complex(re, im)).
func ComplexRepr(re, im float64) string {
	var buf [64]byte
	b := buf[:0]
	if re == 0 && !math.Signbit(re) {
		return string(append(appendRepr(b, im, false), 'j'))
	}
	b = appendRepr(append(b, '('), re, false)
	if !math.Signbit(im) || im != im {
		b = append(b, '+')
	}
	return string(append(appendRepr(b, im, false), "j)"...))
}

// ParseComplex is complex(s) for an ASCII text. When ok is false the caller raises
// "complex() arg is a malformed string".
func ParseComplex(s string) (re, im float64, ok bool) {
	s, ok = dropUnderscores(trimSpace(s))
	if !ok {
		return 0, 0, false
	}
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, 0, false
		}
		s = trimSpace(s[1 : len(s)-1])
	}
	x, n := floatPrefix(s)
	s = s[n:]
	switch {
	case n > 0 && s == "":
		return x, 0, true
	case n > 0 && s[0]|0x20 == 'j':
		return 0, x, len(s) == 1
	case n > 0:
		if s[0] != '+' && s[0] != '-' {
			return 0, 0, false
		}
		re = x
	}
	// The imaginary part is left: a float, or no more than its sign.
	im, n = floatPrefix(s)
	if n == 0 {
		im = 1
		if s != "" && (s[0] == '+' || s[0] == '-') {
			if s[0] == '-' {
				im = -1
			}
			n = 1
		}
	}
	s = s[n:]
	return re, im, len(s) == 1 && s[0]|0x20 == 'j'
}
