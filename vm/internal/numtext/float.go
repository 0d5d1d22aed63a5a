// Package numtext holds Python's numbers as text and the exact arithmetic behind int, float and complex.
//
// An int is an int64, or a *big.Int when it does not fit: functions that may give either return (v, nil) or (0, b). A
// *big.Int that is given is only read.
//
// Text that is parsed is ASCII: the caller has mapped Unicode digits and white space, as int() and float() do first.
//
// Invariant: results are those of CPython 3.14 to the last bit, and no product is fused on any processor.
package numtext

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// FloatRepr is repr(f): the shortest digits that read back as f.
func FloatRepr(f float64) string {
	var buf [32]byte
	return string(AppendFloatRepr(buf[:0], f))
}

// AppendFloatRepr appends repr(f).
func AppendFloatRepr(dst []byte, f float64) []byte { return appendRepr(dst, f, true) }

// appendRepr appends repr(f); without point, whole numbers get no ".0".
func appendRepr(dst []byte, f float64, point bool) []byte {
	a := math.Abs(f)
	switch {
	case f != f:
		return append(dst, "nan"...)
	case a > math.MaxFloat64:
		if f < 0 {
			dst = append(dst, '-')
		}
		return append(dst, "inf"...)
	case a >= 1e16 || a < 1e-4 && a != 0:
		return strconv.AppendFloat(dst, f, 'e', -1, 64)
	}
	at := len(dst)
	dst = strconv.AppendFloat(dst, f, 'f', -1, 64)
	if !point {
		return dst
	}
	for _, c := range dst[at:] {
		if c == '.' {
			return dst
		}
	}
	return append(dst, ".0"...)
}

// isSpace is C's isspace.
func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// trimSpace drops C's white space from both ends.
func trimSpace(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// dropUnderscores removes underscores, each of which must stand between two digits.
func dropUnderscores(s string) (string, bool) {
	if strings.IndexByte(s, '_') < 0 {
		return s, true
	}
	for i := range len(s) {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1])) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

// ParseFloat is float(s) for an ASCII text: white space around it, underscores between digits, inf, infinity and nan in any
// case. A value too large is infinite. When ok is false the caller raises "could not convert string to float: %r".
func ParseFloat(s string) (f float64, ok bool) {
	s, ok = dropUnderscores(trimSpace(s))
	if !ok {
		return 0, false
	}
	f, n := floatPrefix(s)
	return f, n > 0 && n == len(s)
}

// floatPrefix reads the longest float literal that s begins with and returns its length, 0 when there is none.
func floatPrefix(s string) (f float64, n int) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	negative := i == 1 && s[0] == '-'
	if f, n := namedPrefix(s[i:]); n > 0 {
		if negative {
			f = math.Copysign(f, -1)
		}
		return f, i + n
	}
	digits := 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		digits++
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]); i++ {
			digits++
		}
	}
	if digits == 0 {
		return 0, 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if j < len(s) && isDigit(s[j]) {
			for i = j; i < len(s) && isDigit(s[i]); i++ {
			}
		}
	}
	text := s[:i]
	if i > longFloat {
		text = shortFloat(text)
	}
	f, _ = strconv.ParseFloat(text, 64) // the only error left is the range, and then f is what Python gives
	return f, i
}

const (
	longFloat  = 100 // shorter literals strconv reads as they are
	mostDigits = 770 // more never decide how a float is rounded, but that something follows
	mostExp    = 1 << 40
)

// shortFloat writes a literal with as few digits as it takes, and one exponent: strconv miscounts more than 800 digits
// before the point and exponents beyond 10000.
func shortFloat(s string) string {
	sign := ""
	if s[0] == '+' || s[0] == '-' {
		sign, s = s[:1], s[1:]
	}
	exp := int64(0)
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		negative := s[e+1] == '-'
		for _, d := range strings.TrimLeft(s[e+1:], "+-") {
			exp = min(exp*10+int64(d-'0'), mostExp)
		}
		if negative {
			exp = -exp
		}
		s = s[:e]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	digits := whole + fraction
	exp += int64(len(whole))
	digits = strings.TrimLeft(digits, "0")
	exp -= int64(len(whole) + len(fraction) - len(digits))
	if len(digits) > mostDigits {
		rest := strings.TrimRight(digits[mostDigits:], "0")
		digits = digits[:mostDigits]
		if rest != "" {
			digits += "1"
		}
	}
	if digits == "" {
		return sign + "0"
	}
	return sign + "0." + digits + "e" + strconv.FormatInt(min(max(exp, -9999), 9999), 10)
}

// namedPrefix reads inf, infinity or nan.
func namedPrefix(s string) (f float64, n int) {
	for _, name := range [...]string{"infinity", "inf", "nan"} {
		if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			if name == "nan" {
				return math.NaN(), 3
			}
			return math.Inf(1), len(name)
		}
	}
	return 0, 0
}

// Round is round(f, ndigits) of a finite f: the decimal value nearest to the true f, ties to even. overflow means that
// the caller raises "rounded value too large to represent".
func Round(f float64, ndigits int) (r float64, overflow bool) {
	switch {
	case f == 0 || ndigits > 323 || f != f || math.IsInf(f, 0):
		return f, false
	case ndigits < -308:
		return math.Copysign(0, f), false
	case ndigits >= 0:
		var buf [400]byte
		r, _ = strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], f, 'f', ndigits, 64)), 64)
		return r, math.IsInf(r, 0)
	}
	whole, fraction := math.Modf(math.Abs(f))
	n, _ := big.NewFloat(whole).Int(nil)
	n = roundBig(n, -ndigits, fraction != 0)
	r, _ = new(big.Float).SetInt(n).Float64()
	return math.Copysign(r, f), math.IsInf(r, 0)
}

// RoundToInt is round(f): the nearest whole number, ties to even.
func RoundToInt(f float64) float64 { return math.RoundToEven(f) }

// roundBig rounds n >= 0 to a multiple of 10**digits, ties to even; more says that the true value lies a little above n.
func roundBig(n *big.Int, digits int, more bool) *big.Int {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)
	q, r := new(big.Int).QuoRem(n, unit, new(big.Int))
	c := r.Lsh(r, 1).Cmp(unit)
	if c > 0 || c == 0 && (more || q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	return q.Mul(q, unit)
}

// RoundInt is round(n, ndigits) of an int for a negative ndigits: to a multiple of 10**-ndigits, ties to even.
func RoundInt(n *big.Int, ndigits int) *big.Int {
	if ndigits >= 0 {
		return new(big.Int).Set(n)
	}
	if float64(-ndigits) > float64(float64(n.BitLen())*0.30103)+2 {
		return new(big.Int) // less than half a unit, whatever it is
	}
	r := roundBig(new(big.Int).Abs(n), -ndigits, false)
	if n.Sign() < 0 {
		r.Neg(r)
	}
	return r
}

// AsIntegerRatio is f.as_integer_ratio() of a finite f: f == num/den in lowest terms, den > 0.
func AsIntegerRatio(f float64) (num, den *big.Int) {
	if f == 0 {
		return new(big.Int), big.NewInt(1)
	}
	m, e := math.Frexp(f)
	n := int64(m * (1 << 53))
	e -= 53
	for n&1 == 0 {
		n >>= 1
		e++
	}
	num, den = big.NewInt(n), big.NewInt(1)
	if e > 0 {
		return num.Lsh(num, uint(e)), den
	}
	return num, den.Lsh(den, uint(-e))
}
