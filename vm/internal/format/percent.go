package format

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Directive is one % directive and the literal text before it.
type Directive struct {
	Literal   string
	Key       string // of %(key)s
	HasKey    bool
	Left      bool // -
	Plus      bool // +
	Space     bool
	Alternate bool // #
	Zero      bool // 0
	Width     int  // -1 when absent, Star for *
	Precision int  // -1 when absent, Star for *
	Code      rune // 0 when there is only literal text, at the end
	Index     int  // where Code stands, for messages: in code points (in bytes for bytes)
}

// Star is a width or precision that the arguments give: the caller puts it in with SetWidth and SetPrecision.
const Star = -2

// Percent reads a format string for % directive by directive; copying it copies the place.
type Percent struct {
	Text  string
	Bytes bool // the text is a bytes object: count bytes
	at    int
}

// Next returns the next directive; ok is false at the end and on an error. "%%" comes as literal text; '%' as a code with
// anything between ("%5%") is unsupported, as any letter that means nothing: it takes its argument first.
func (p *Percent) Next() (d Directive, ok bool, err *Error) {
	if p.at >= len(p.Text) {
		return d, false, nil
	}
	d.Width, d.Precision = -1, -1
	text := p.Text
	i := strings.IndexByte(text[p.at:], '%')
	if i < 0 {
		d.Literal = text[p.at:]
		p.at = len(text)
		return d, true, nil
	}
	d.Literal = text[p.at : p.at+i]
	i += p.at + 1
	if i < len(text) && text[i] == '%' {
		d.Literal = text[p.at:i]
		p.at = i + 1
		return d, true, nil
	}
	if i < len(text) && text[i] == '(' {
		from, depth := i+1, 1
		for i++; i < len(text) && depth > 0; i++ {
			switch text[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		if depth > 0 {
			return d, false, valueError("incomplete format key")
		}
		d.Key, d.HasKey = text[from:i-1], true
	}
	for ; i < len(text); i++ {
		switch text[i] {
		case '-':
			d.Left = true
		case '+':
			d.Plus = true
		case ' ':
			d.Space = true
		case '#':
			d.Alternate = true
		case '0':
			d.Zero = true
		default:
			goto width
		}
	}
width:
	var good bool
	if i < len(text) && text[i] == '*' {
		d.Width = Star
		i++
	} else if d.Width, i, good = number(text, i); !good {
		return d, false, valueError("width too big")
	}
	if i < len(text) && text[i] == '.' {
		i++
		if i < len(text) && text[i] == '*' {
			d.Precision = Star
			i++
		} else if d.Precision, i, good = number(text, i); !good || d.Precision > math.MaxInt32 {
			return d, false, valueError("precision too big")
		} else if d.Precision < 0 {
			d.Precision = 0
		}
	}
	if i < len(text) && (text[i] == 'h' || text[i] == 'l' || text[i] == 'L') {
		i++
	}
	if i >= len(text) {
		return d, false, valueError("incomplete format")
	}
	if p.Bytes {
		d.Code, d.Index = rune(text[i]), i
		i++
	} else {
		d.Code, d.Index = decode(text[i:]), length(text[:i])
		i += runeSize(text[i:])
	}
	p.at = i
	return d, true, nil
}

// At is how many bytes of Text were read.
func (p *Percent) At() int { return p.at }

// SetWidth fills in a width of *: a negative one means left.
func (d *Directive) SetWidth(w int) {
	if w < 0 {
		d.Left = true
		w = -w
	}
	d.Width = w
}

// SetPrecision fills in a precision of *: a negative one is 0.
func (d *Directive) SetPrecision(p int) { d.Precision = max(p, 0) }

// Unsupported is the error for a code that % does not know.
func (d *Directive) Unsupported() *Error {
	shown := d.Code
	if shown < 32 || shown > 126 {
		shown = '?'
	}
	return valueError("unsupported format character '%c' (0x%x) at index %d", shown, d.Code, d.Index)
}

// Text renders %s, %r, %a and %c: v is cut to the precision (not for %c) and padded.
func (d *Directive) Text(v string) (string, *Error) {
	if d.Precision >= 0 && d.Precision < len(v) && d.Code != 'c' {
		v = prefix(v, d.Precision)
	}
	return d.pad("", "", v, length(v), ' ')
}

// ByteText is Text for bytes.
func (d *Directive) ByteText(v string) (string, *Error) {
	if d.Precision >= 0 && d.Precision < len(v) && d.Code != 'c' {
		v = v[:d.Precision]
	}
	return d.pad("", "", v, len(v), ' ')
}

// Int renders %d %i %u %o %x %X.
func (d *Directive) Int(v int64) (string, *Error) {
	if d.Width < 0 && d.Precision < 0 && d.Code == 'd' && !d.Plus && !d.Space {
		return strconv.FormatInt(v, 10), nil
	}
	s := strconv.FormatInt(v, d.base())
	return d.integer(strings.TrimPrefix(s, "-"), v < 0)
}

// Big is Int for an int of any size. The limit on decimal digits is the caller's.
func (d *Directive) Big(v *big.Int) (string, *Error) {
	return d.integer(strings.TrimPrefix(v.Text(d.base()), "-"), v.Sign() < 0)
}

func (d *Directive) base() int {
	switch d.Code {
	case 'x', 'X':
		return 16
	case 'o':
		return 8
	}
	return 10
}

func (d *Directive) integer(digits string, negative bool) (string, *Error) {
	if d.Precision > maxSize-len(digits) {
		return "", valueError("precision too large")
	}
	if n := d.Precision - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	mark := ""
	if d.Alternate && d.base() != 10 {
		mark = "0" + string(d.Code)
	}
	if d.Code == 'X' {
		digits = strings.ToUpper(digits)
	}
	return d.number(mark, digits, negative)
}

// Float renders %e %E %f %F %g %G.
func (d *Directive) Float(f float64) (string, *Error) {
	precision := d.Precision
	if precision < 0 {
		precision = 6
	}
	n := splitFloat(f, byte(d.Code), precision, d.Alternate, false)
	s := n.digits
	if n.point {
		s += "."
	}
	return d.number("", s+n.fraction+n.rest, n.negative)
}

// number signs and pads digits.
func (d *Directive) number(mark, digits string, negative bool) (string, *Error) {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case d.Plus:
		sign = "+"
	case d.Space:
		sign = " "
	}
	fill := byte(' ')
	if d.Zero {
		fill = '0'
	}
	return d.pad(sign, mark, digits, len(digits), fill)
}

// pad puts sign, prefix and text of n characters into the width; zeros go behind the prefix.
func (d *Directive) pad(sign, mark, v string, n int, fill byte) (string, *Error) {
	gap := d.Width - len(sign) - len(mark) - n
	if gap <= 0 {
		return sign + mark + v, nil
	}
	if gap > maxSize {
		return "", &errTooLong
	}
	switch {
	case d.Left:
		return sign + mark + v + strings.Repeat(" ", gap), nil
	case fill == '0':
		return sign + mark + strings.Repeat("0", gap) + v, nil
	}
	return strings.Repeat(" ", gap) + sign + mark + v, nil
}
