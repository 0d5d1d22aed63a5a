package decimalmod

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// text writes a number as str does; eng: with an exponent that is a multiple of three.
func (x *number) text(eng bool, capitals int) string {
	sign := ""
	if x.neg {
		sign = "-"
	}
	switch x.kind {
	case infinite:
		return sign + "Infinity"
	case quietNaN, signalNaN:
		name := "NaN"
		if x.kind == signalNaN {
			name = "sNaN"
		}
		if x.hi != nil || x.lo != 0 {
			name += x.coef().String()
		}
		return sign + name
	}
	digits := ""
	if x.hi == nil {
		digits = strconv.FormatUint(x.lo, 10)
	} else {
		digits = x.hi.String()
	}
	n := int64(len(digits))
	left := x.exp + n
	dot := int64(1)
	switch {
	case x.exp <= 0 && left > -6:
		dot = left
	case !eng:
	case digits == "0":
		dot = mod3(left+1) - 1
	default:
		dot = mod3(left-1) + 1
	}
	whole, part := "", ""
	switch {
	case dot <= 0:
		whole, part = "0", "."+strings.Repeat("0", int(-dot))+digits
	case dot >= n:
		whole = digits + strings.Repeat("0", int(dot-n))
	default:
		whole, part = digits[:dot], "."+digits[dot:]
	}
	exp := ""
	if left != dot {
		e := "E"
		if capitals == 0 {
			e = "e"
		}
		exp = e + strconv.FormatInt(left-dot, 10)
		if left-dot >= 0 {
			exp = e + "+" + strconv.FormatInt(left-dot, 10)
		}
	}
	return sign + whole + part + exp
}

func mod3(n int64) int64 { return (n%3 + 3) % 3 }

// parse reads a number from ASCII text without space around it and without underscores. The result is exact; ok is false
// if it is no number.
func parse(s string) (x number, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		x.neg = s[0] == '-'
		s = s[1:]
	}
	switch lower := strings.ToLower(s); {
	case lower == "inf" || lower == "infinity":
		x.kind = infinite
		return x, true
	case strings.HasPrefix(lower, "nan"), strings.HasPrefix(lower, "snan"):
		x.kind = quietNaN
		payload := s[3:]
		if lower[0] == 's' {
			x.kind = signalNaN
			payload = s[4:]
		}
		if payload == "" {
			return x, true
		}
		if !allDigits(payload) {
			return x, false
		}
		x.setDigits(payload)
		return x, true
	}
	mant, exp := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mant, exp = s[:i], s[i+1:]
		e := exp
		if e != "" && (e[0] == '+' || e[0] == '-') {
			e = e[1:]
		}
		if !allDigits(e) {
			return x, false
		}
	}
	whole, part, _ := strings.Cut(mant, ".")
	if whole+part == "" || whole != "" && !allDigits(whole) || part != "" && !allDigits(part) {
		return x, false
	}
	if exp != "" {
		n, err := strconv.ParseInt(exp, 10, 64)
		if err != nil || n > 4*maxEmax || n < 4*minEmin {
			n = 4 * maxEmax
			if exp[0] == '-' {
				n = -n
			}
		}
		x.exp = n
	}
	x.exp -= int64(len(part))
	x.setDigits(whole + part)
	return x, true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func (x *number) setDigits(s string) {
	if len(s) < 20 {
		x.lo, _ = strconv.ParseUint(s, 10, 64)
		return
	}
	n, _ := new(big.Int).SetString(s, 10)
	if n.IsUint64() {
		x.lo = n.Uint64()
		return
	}
	x.hi = n
}

// ofFloat is the exact value of a float.
func ofFloat(f float64) number {
	neg := math.Signbit(f)
	switch {
	case math.IsNaN(f):
		return number{neg: neg, kind: quietNaN}
	case math.IsInf(f, 0):
		return inf(neg)
	case f == 0:
		return small(neg, 0, 0)
	}
	r := new(big.Rat).SetFloat64(math.Abs(f))
	k := r.Denom().BitLen() - 1
	c := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(k)), nil)
	return make1(neg, c.Mul(c, r.Num()), -int64(k))
}
