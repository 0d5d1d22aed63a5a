package syntax

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// maxDigits is sys.int_info.default_max_str_digits: reading a decimal takes quadratic time.
const maxDigits = 4300

// numberLiteral reads an int, a float or an imaginary number.
func (p *parser) numberLiteral() Expr {
	c := p.constants.take()
	c.Span, c.Kind = p.span(), Int
	text := p.text[c.Start:c.End]
	p.next()
	if len(text) < 18 {
		value := int64(0)
		i := 0
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			value = value*10 + int64(text[i]-'0')
			i++
		}
		if i == len(text) {
			c.Int = value
			return c
		}
	}
	text = strings.ReplaceAll(text, "_", "")
	base := 10
	if len(text) > 2 && text[0] == '0' {
		switch text[1] {
		case 'x', 'X':
			base = 16
		case 'o', 'O':
			base = 8
		case 'b', 'B':
			base = 2
		}
	}
	if base != 10 {
		p.integer(c, text[2:], base)
		return c
	}
	if last := text[len(text)-1]; last == 'j' || last == 'J' {
		c.Kind = Imaginary
		c.Float = parseFloat(text[:len(text)-1])
		return c
	}
	if strings.ContainsAny(text, ".eE") {
		c.Kind = Float
		c.Float = parseFloat(text)
		return c
	}
	if len(text) > maxDigits {
		p.errorf(c.Span, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "+
			"to avoid decimal conversion limits.", maxDigits, len(text))
		return c
	}
	p.integer(c, text, 10)
	return c
}

// integer sets c's value; a malformed literal, which the scanner reported, is 0.
func (p *parser) integer(c *Constant, digits string, base int) {
	if value, err := strconv.ParseInt(digits, base, 64); err == nil {
		c.Int = value
	} else if value, ok := new(big.Int).SetString(digits, base); ok {
		c.Big = value
	}
}

// parseFloat is the value of a decimal literal; too large is infinity.
func parseFloat(text string) float64 {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(value, 0) {
		return 0
	}
	return value
}
