package format

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Str formats a text.
func (s *Spec) Str(v string) (string, *Error) {
	switch {
	case s.Code != 's':
		return "", s.unknownCode()
	case s.Sign == ' ':
		return "", valueError("Space not allowed in string format specifier")
	case s.Sign != 0:
		return "", valueError("Sign not allowed in string format specifier")
	case s.NoNegZero:
		return "", valueError("Negative zero coercion (z) not allowed in string format specifier")
	case s.Alternate:
		return "", valueError("Alternate form (#) not allowed in string format specifier")
	case s.Align == '=':
		return "", valueError("'=' alignment not allowed in string format specifier")
	}
	if s.Precision >= 0 && s.Precision < len(v) {
		v = prefix(v, s.Precision)
	}
	if s.Width < 0 {
		return v, nil
	}
	return s.pad(v)
}

// pad puts a finished text into the width.
func (s *Spec) pad(v string) (string, *Error) {
	n := s.Width - length(v)
	if n <= 0 {
		return v, nil
	}
	if n > maxSize {
		return "", &errTooLong
	}
	left, right := split(s.Align, n)
	b := make([]byte, 0, len(v)+n*4)
	b = appendFill(b, s.Fill, left)
	b = append(b, v...)
	return string(appendFill(b, s.Fill, right)), nil
}

// split shares padding between the left and the right.
func split(align byte, n int) (left, right int) {
	switch align {
	case '<':
		return 0, n
	case '^':
		return n / 2, n - n/2
	}
	return n, 0
}

// Int formats an int that fits 64 bits.
func (s *Spec) Int(v int64) (string, *Error) {
	if s.plain() && s.Code == 'd' {
		return strconv.FormatInt(v, 10), nil
	}
	return s.integer(v < 0, func(base int) string {
		if v < 0 {
			return strconv.FormatUint(-uint64(v), base)
		}
		return strconv.FormatInt(v, base)
	}, func() (float64, bool) { return float64(v), true }, func() (rune, *Error) {
		if v < 0 || v > 0x10FFFF {
			return 0, &Error{OverflowError, "%c arg not in range(0x110000)"}
		}
		return rune(v), nil
	})
}

// Big formats an int of any size. The limit on decimal digits is the caller's.
func (s *Spec) Big(v *big.Int) (string, *Error) {
	if v.IsInt64() {
		return s.Int(v.Int64())
	}
	return s.integer(v.Sign() < 0, func(base int) string {
		return strings.TrimPrefix(v.Text(base), "-")
	}, func() (float64, bool) {
		f, _ := v.Float64()
		return f, !math.IsInf(f, 0)
	}, func() (rune, *Error) { return 0, &Error{OverflowError, "Python int too large to convert to C long"} })
}

// plain reports a specification that asks for nothing beyond its type.
func (s *Spec) plain() bool {
	return s.Width < 0 && s.Precision < 0 && s.Grouping == 0 && s.Sign == 0 && !s.NoNegZero && !s.Alternate
}

func (s *Spec) integer(negative bool, digits func(base int) string, asFloat func() (float64, bool), asRune func() (rune, *Error)) (string, *Error) {
	base := 0
	switch s.Code {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, ok := asFloat()
		if !ok {
			return "", &Error{OverflowError, "int too large to convert to float"}
		}
		return s.Float(f)
	case 'd', 'n':
		base = 10
	case 'x', 'X':
		base = 16
	case 'o':
		base = 8
	case 'b':
		base = 2
	case 'c':
	default:
		return "", s.unknownCode()
	}
	if s.Precision >= 0 {
		return "", valueError("Precision not allowed in integer format specifier")
	}
	if s.NoNegZero {
		return "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if s.Code == 'c' {
		if s.Sign != 0 {
			return "", valueError("Sign not allowed with integer format specifier 'c'")
		}
		if s.Alternate {
			return "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
		}
		r, err := asRune()
		if err != nil {
			return "", err
		}
		return s.layout(numeral{rest: string(appendRune(nil, r))})
	}
	n := numeral{negative: negative, digits: digits(base)}
	if s.Alternate && base != 10 {
		n.prefix = "0" + string(s.Code)
	}
	if s.Code == 'X' {
		n.digits = strings.ToUpper(n.digits)
	}
	return s.layout(n)
}

// Float formats a float.
func (s *Spec) Float(f float64) (string, *Error) {
	n, err := s.floatNumeral(f, true)
	if err != nil {
		return "", err
	}
	return s.layout(n)
}

// floatNumeral renders f by the presentation type, without padding. dot: without a type there is a digit behind the point.
func (s *Spec) floatNumeral(f float64, dot bool) (numeral, *Error) {
	code, precision := s.Code, s.Precision
	percent := false
	dot = dot && code == 0
	switch code {
	case 0:
		code = 'r'
	case 'n':
		code = 'g'
	case '%':
		code, percent = 'f', true
		f *= 100
	case 'e', 'E', 'f', 'F', 'g', 'G':
	default:
		return numeral{}, s.unknownCode()
	}
	if precision > math.MaxInt32 {
		return numeral{}, valueError("precision too big")
	}
	switch {
	case precision >= 0 && code == 'r':
		code = 'g'
	case precision < 0 && code != 'r':
		precision = 6
	}
	n := splitFloat(f, byte(code), precision, s.Alternate, dot)
	if s.NoNegZero && n.isZero() {
		n.negative = false
	}
	if percent {
		n.rest += "%"
	}
	return n, nil
}

// Complex formats a complex number.
func (s *Spec) Complex(re, im float64) (string, *Error) {
	switch s.Code {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", s.unknownCode()
	}
	switch {
	case s.Precision > math.MaxInt32:
		return "", valueError("precision too big")
	case s.Fill == '0':
		return "", valueError("Zero padding is not allowed in complex format specifier")
	case s.Align == '=':
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	part := *s
	part.Width, part.Align, part.Fill = -1, '<', ' '
	skip := s.Code == 0 && re == 0 && !math.Signbit(re)
	parens := s.Code == 0 && !skip
	text := ""
	for k, f := range [2]float64{re, im} {
		if k == 0 && skip {
			continue
		}
		if k == 1 && !skip {
			part.Sign = '+'
		}
		n, err := part.floatNumeral(f, false)
		if err != nil {
			return "", err
		}
		t, err := part.layout(n)
		if err != nil {
			return "", err
		}
		text += t
	}
	text += "j"
	if parens {
		text = "(" + text + ")"
	}
	if s.Width < 0 {
		return text, nil
	}
	return s.pad(text)
}
