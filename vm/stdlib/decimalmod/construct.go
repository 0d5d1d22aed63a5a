package decimalmod

import (
	"math/big"
	"strings"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// cleaned makes all digits of a text ASCII, and takes space around it and underscores in it away unless it is strict.
func cleaned(c *ctx, s *object.Str, strict bool) (string, bool) {
	text := s.String()
	if s.IsASCII() {
		if strict {
			return text, true
		}
		text = strings.Trim(text, " \t\n\r\v\f\x1c\x1d\x1e\x1f")
		if strings.IndexByte(text, '_') >= 0 {
			text = strings.ReplaceAll(text, "_", "")
		}
		return text, true
	}
	var out []byte
	for len(text) > 0 {
		r, n := wtf8.DecodeRune(text)
		ch := text[:n]
		text = text[n:]
		switch {
		case r < 0x80:
			out = append(out, byte(r))
		case wtf8.IsSpace(r):
			out = append(out, ' ')
		default:
			d := c.Call(object.IntType.V(), object.NewStr(ch))
			if d.IsNil() {
				c.TakeExc()
				return "", false
			}
			out = append(out, byte('0'+d.I()))
		}
	}
	if strict {
		return string(out), true
	}
	return strings.ReplaceAll(strings.Trim(string(out), " \t\n\r\v\f\x1c\x1d\x1e\x1f"), "_", ""), true
}

// exact tells that an exact number is within the limits of every context.
func exact(x *number) bool {
	return x.kind != finite || x.digits() <= maxPrec && (x.zero() && x.exp <= maxEmax && x.exp >= minEtiny || !x.zero() && x.adjusted() <= maxEmax && x.exp >= minEtiny)
}

// convert makes a number of any value that Decimal() takes, exactly. strict allows neither space nor underscores.
func convert(c *ctx, v value, k *context, kv value, strict bool) (x number, ok bool) {
	var status uint32
	switch {
	case of(v) != nil:
		return of(v).number, true
	case v.AsStr() != nil:
		text, good := cleaned(c, v.AsStr(), strict)
		if good {
			x, good = parse(text)
		}
		if !good {
			status, x = sConversionSyntax, nan
		}
	case v.IsAnyInt():
		return intOperand(v)
	case v.AsTuple() != nil, v.AsList() != nil:
		if x, ok = fromTuple(c, object.Items(v)); !ok {
			return x, false
		}
	default:
		f, is := v.AsFloat()
		if !is {
			c.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeOf(v).Said())
			return x, false
		}
		status, x = sFloatOperation, ofFloat(f)
	}
	if !strict && !exact(&x) {
		status, x = sInvalidOperation, nan
	}
	return x, report(c, k, kv, status)
}

// fromTuple makes a number of (sign, digits, exponent).
func fromTuple(c *ctx, t []value) (x number, ok bool) {
	bad := func(text string) (number, bool) {
		c.Raise(object.ValueError, "%s", text)
		return x, false
	}
	if len(t) != 3 {
		return bad("argument must be a sequence of length 3")
	}
	sign, is := t[0].AsInt()
	if !is || sign != 0 && sign != 1 {
		return bad("sign must be an integer with the value 0 or 1")
	}
	x.neg = sign == 1
	if e := t[2].AsStr(); e != nil {
		switch e.String() {
		case "F":
			x.kind = infinite
			return x, true
		case "n":
			x.kind = quietNaN
		case "N":
			x.kind = signalNaN
		default:
			return bad("string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else {
		if t[2].AsBig() != nil {
			c.Raise(object.OverflowError, "Python int too large to convert to C ssize_t")
			return x, false
		}
		n, is := t[2].AsInt()
		if !is {
			return bad("exponent must be an integer")
		}
		x.exp = max(min(n, 4*maxEmax), 4*minEmin)
	}
	digits, is := []value(nil), false
	if t[1].AsTuple() != nil || t[1].AsList() != nil {
		digits, is = object.Items(t[1]), true
	}
	if !is {
		return bad("coefficient must be a tuple of digits")
	}
	text := make([]byte, 0, len(digits)+1)
	for _, d := range digits {
		n, is := d.AsInt()
		if !is || n < 0 || n > 9 {
			return bad("coefficient must be a tuple of digits")
		}
		text = append(text, byte('0'+n))
	}
	if len(text) == 0 {
		text = append(text, '0')
	}
	x.setDigits(string(text))
	return x, true
}

func decimalNew(c *ctx, a []value) value {
	cls := a[0].AsType()
	if a[1].IsNil() {
		return c.NewObj(cls, &decimal{})
	}
	if d := of(a[1]); d != nil && (a[2].IsNil() || a[2].IsNone()) {
		if cls == state(c).decimal && object.TypeOf(a[1]) == cls {
			return a[1]
		}
		return c.NewObj(cls, &decimal{number: d.number})
	}
	if x, ok := intOperand(a[1]); ok && (a[2].IsNil() || a[2].IsNone()) {
		return c.NewObj(cls, &decimal{number: x})
	}
	k, kv := current(c, a[2])
	if k == nil {
		return object.Nil
	}
	x, ok := convert(c, a[1], k, kv, false)
	if !ok {
		return object.Nil
	}
	if d := of(a[1]); d != nil && cls == state(c).decimal && object.TypeOf(a[1]) == cls {
		return a[1]
	}
	return c.NewObj(cls, &decimal{number: x})
}

// toInt is the number cut or rounded to an int.
func (x *number) toInt(c *ctx, round int) value {
	switch {
	case x.nan():
		return c.Raise(object.ValueError, "cannot convert NaN to integer")
	case x.kind == infinite:
		return c.Raise(object.OverflowError, "cannot convert Infinity to integer")
	}
	l := limits{round: round}
	var status uint32
	if huge(x.exp, &status) {
		return c.RaiseArgs(object.MemoryError)
	}
	y := l.toIntegral(x, &status, false)
	n := y.coef()
	if y.exp > 0 && !y.zero() {
		n = new(big.Int).Mul(n, bigPow10(y.exp))
	}
	if y.neg {
		n = new(big.Int).Neg(n)
	}
	return object.NewBig(n)
}
