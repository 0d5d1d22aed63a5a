package numtext

import (
	"math"
	"strconv"
	"strings"
)

// FloatHex is f.hex().
func FloatHex(f float64) string {
	if f != f || math.IsInf(f, 0) {
		return FloatRepr(f)
	}
	u := math.Float64bits(f)
	sign, exp, frac := "", int(u>>52&0x7FF), u&(1<<52-1)
	if u>>63 != 0 {
		sign = "-"
	}
	lead := "1"
	switch {
	case exp == 0 && frac == 0:
		return sign + "0x0.0p+0"
	case exp == 0:
		lead, exp = "0", 1
	}
	exp -= 1023
	digits := strconv.FormatUint(frac|1<<52, 16)[1:]
	if exp < 0 {
		return sign + "0x" + lead + "." + digits + "p" + strconv.Itoa(exp)
	}
	return sign + "0x" + lead + "." + digits + "p+" + strconv.Itoa(exp)
}

// HexError says why FloatFromHex failed: its text is the message of the exception.
type HexError string

// The ways to fail: the first is a ValueError, the second an OverflowError.
const (
	HexInvalid HexError = "invalid hexadecimal floating-point string"
	HexTooBig  HexError = "hexadecimal value too large to represent as a float"
)

func (e HexError) Error() string { return string(e) }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// FloatFromHex is float.fromhex(s). The error is empty when all is well.
func FloatFromHex(s string) (float64, HexError) {
	s = trimSpace(s)
	sign := 1.0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	if f, n := namedPrefix(s); n > 0 {
		if n != len(s) {
			return 0, HexInvalid
		}
		return math.Copysign(f, sign), ""
	}
	if len(s) >= 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		s = s[2:]
	}
	i, digits := 0, 0
	for ; i < len(s) && (isHex(s[i]) || s[i] == '.'); i++ {
		if s[i] != '.' {
			digits++
		}
	}
	mantissa, exponent := s[:i], "0"
	if i < len(s) && s[i]|0x20 == 'p' {
		exponent = s[i+1:]
		e := strings.TrimLeft(exponent, "+-")
		if len(exponent)-len(e) > 1 || e == "" || strings.Trim(e, "0123456789") != "" {
			return 0, HexInvalid
		}
	} else if i != len(s) {
		return 0, HexInvalid
	}
	if digits == 0 || strings.Count(mantissa, ".") > 1 {
		return 0, HexInvalid
	}
	f, _ := strconv.ParseFloat("0x"+mantissa+"p"+exponent, 64) // well formed: only the range can fail
	if math.IsInf(f, 0) {
		return 0, HexTooBig
	}
	return math.Copysign(f, sign), ""
}
