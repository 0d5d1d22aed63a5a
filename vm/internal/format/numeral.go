package format

import (
	"math"
	"strconv"
	"strings"
)

// numeral is a number taken apart for padding and grouping.
type numeral struct {
	negative bool
	prefix   string // 0x and the like
	digits   string // before the point
	point    bool
	fraction string
	rest     string // exponent, %, or the whole of inf, nan and characters
}

// isZero reports whether every digit shown is 0.
func (n *numeral) isZero() bool {
	return n.digits != "" && strings.Trim(n.digits, "0") == "" && strings.Trim(n.fraction, "0") == ""
}

// splitFloat renders f with code e, f, g (or capital) or r (shortest); alternate keeps the point and, for g, the zeros; dot
// makes sure of a digit behind the point unless there is an exponent.
func splitFloat(f float64, code byte, precision int, alternate, dot bool) numeral {
	upper := code >= 'A' && code <= 'Z'
	code |= 0x20
	n := numeral{negative: math.Signbit(f)}
	switch {
	case f != f:
		n.negative, n.rest = false, "nan"
	case math.IsInf(f, 0):
		n.rest = "inf"
	case code == 'f':
		n.digits = strconv.FormatFloat(math.Abs(f), 'f', precision, 64)
		n.digits, n.fraction, n.point = strings.Cut(n.digits, ".")
		n.point = n.point || alternate
	default:
		n.general(math.Abs(f), code, precision, alternate, dot)
	}
	if upper {
		n.rest = strings.ToUpper(n.rest)
	}
	return n
}

// general fills in a non-negative finite number for e, g and r.
func (n *numeral) general(a float64, code byte, precision int, alternate, dot bool) {
	digits := precision
	switch {
	case code == 'r':
		digits = -1
	case code == 'g':
		precision = max(precision, 1)
		digits = precision - 1
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(a, 'e', digits, 64), "e")
	all := mantissa[:1]
	if len(mantissa) > 2 {
		all += mantissa[2:]
	}
	exp, _ := strconv.Atoi(exponent)
	scientific := true
	switch code {
	case 'r':
		scientific = exp < -4 || exp >= 16
	case 'g':
		// With the point always shown ".0" takes the last digit of the precision.
		limit := precision
		if dot {
			limit--
		}
		scientific = exp < -4 || exp >= limit
		if !alternate {
			all = strings.TrimRight(all, "0")
			if all == "" {
				all = "0"
			}
		}
	}
	if scientific {
		n.digits, n.fraction = all[:1], all[1:]
		n.rest = "e" + exponent
		n.point = n.fraction != "" || alternate
		return
	}
	switch {
	case exp < 0:
		n.digits, n.fraction = "0", strings.Repeat("0", -exp-1)+all
	case len(all) <= exp+1:
		n.digits = all + strings.Repeat("0", exp+1-len(all))
	default:
		n.digits, n.fraction = all[:exp+1], all[exp+1:]
	}
	n.point = n.fraction != "" || alternate
	if dot && n.fraction == "" {
		n.point, n.fraction = true, "0"
	}
}

// layout signs, groups and pads a number.
func (s *Spec) layout(n numeral) (string, *Error) {
	if s.Width > maxSize {
		return "", &errTooLong
	}
	sign := ""
	switch {
	case n.negative:
		sign = "-"
	case s.Sign == '+' || s.Sign == ' ':
		sign = string(rune(s.Sign))
	}
	if s.FracGrouping != 0 && n.fraction != "" {
		n.fraction = groupFraction(n.fraction, s.FracGrouping)
	}
	others := len(sign) + len(n.prefix) + len(n.fraction) + length(n.rest)
	if n.point {
		others++
	}
	least := 0
	if s.Fill == '0' && s.Align == '=' {
		least = s.Width - others
	}
	if n.digits != "" {
		n.digits = s.group(n.digits, least)
	}
	pad := max(s.Width-others-len(n.digits), 0)
	left, inner, right := 0, 0, 0
	if s.Align == '=' {
		inner = pad
	} else {
		left, right = split(s.Align, pad)
	}
	b := make([]byte, 0, others+len(n.digits)+4*pad+4)
	b = appendFill(b, s.Fill, left)
	b = append(b, sign...)
	b = append(b, n.prefix...)
	b = appendFill(b, s.Fill, inner)
	b = append(b, n.digits...)
	if n.point {
		b = append(b, '.')
	}
	b = append(b, n.fraction...)
	b = append(b, n.rest...)
	return string(appendFill(b, s.Fill, right)), nil
}

// group puts separators into the digits and zeros in front of them until they take at least least characters.
func (s *Spec) group(digits string, least int) string {
	if s.Grouping == 0 {
		if least > len(digits) {
			return strings.Repeat("0", least-len(digits)) + digits
		}
		return digits
	}
	size := 3
	switch s.Code {
	case 'b', 'o', 'x', 'X':
		size = 4
	}
	var reversed []byte
	for {
		take := min(size, max(len(digits), least, 1))
		for range take {
			if digits == "" {
				reversed = append(reversed, '0')
				continue
			}
			reversed = append(reversed, digits[len(digits)-1])
			digits = digits[:len(digits)-1]
		}
		least -= take
		if digits == "" && least <= 0 {
			break
		}
		reversed = append(reversed, s.Grouping)
		least--
	}
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	return string(reversed)
}

// groupFraction puts a separator after every three digits behind the point.
func groupFraction(digits string, separator byte) string {
	b := make([]byte, 0, len(digits)*4/3+1)
	for i := range len(digits) {
		if i > 0 && i%3 == 0 {
			b = append(b, separator)
		}
		b = append(b, digits[i])
	}
	return string(b)
}
