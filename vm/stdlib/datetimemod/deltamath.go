package datetimemod

import (
	"math"
	"math/big"

	"slp/vm/object"
)

// deltaOperators are the arithmetic methods of timedelta.
var deltaOperators = []object.Def{
	{Sig: "__add__(self, value, /)", Fn: deltaAdd},
	{Sig: "__radd__(self, value, /)", Fn: swapped(deltaAdd)},
	{Sig: "__sub__(self, value, /)", Fn: deltaSub},
	{Sig: "__rsub__(self, value, /)", Fn: swapped(deltaSub)},
	{Sig: "__mul__(self, value, /)", Fn: deltaMul},
	{Sig: "__rmul__(self, value, /)", Fn: deltaMul},
	{Sig: "__truediv__(self, value, /)", Fn: deltaTrueDiv},
	{Sig: "__rtruediv__(self, value, /)", Fn: swapped(deltaTrueDiv)},
	{Sig: "__floordiv__(self, value, /)", Fn: deltaFloorDiv},
	{Sig: "__rfloordiv__(self, value, /)", Fn: swapped(deltaFloorDiv)},
	{Sig: "__mod__(self, value, /)", Fn: deltaMod},
	{Sig: "__rmod__(self, value, /)", Fn: swapped(deltaMod)},
	{Sig: "__divmod__(self, value, /)", Fn: deltaDivmod},
	{Sig: "__rdivmod__(self, value, /)", Fn: swapped(deltaDivmod)},
	{Sig: "__neg__(self, /)", Fn: func(c *ctx, a []value) value {
		d, _ := deltaOf(a[0])
		n := d.negated()
		return makeDelta(c, state(c).delta, n)
	}},
	{Sig: "__pos__(self, /)", Fn: func(c *ctx, a []value) value {
		d, _ := deltaOf(a[0])
		return newDelta(c, d)
	}},
	{Sig: "__abs__(self, /)", Fn: func(c *ctx, a []value) value {
		d, _ := deltaOf(a[0])
		if d.days < 0 {
			d = d.negated()
		}
		return newDelta(c, d)
	}},
}

func swapped(f object.Fn) object.Fn {
	return func(c *ctx, a []value) value { return f(c, []value{a[1], a[0]}) }
}

func deltaAdd(c *ctx, a []value) value {
	x, ok := deltaOf(a[0])
	y, ok2 := deltaOf(a[1])
	if !ok || !ok2 {
		return object.NotImplemented
	}
	return makeDelta(c, state(c).delta, duration{x.days + y.days, x.secs + y.secs, x.us + y.us})
}

func deltaSub(c *ctx, a []value) value {
	x, ok := deltaOf(a[0])
	y, ok2 := deltaOf(a[1])
	if !ok || !ok2 {
		return object.NotImplemented
	}
	return makeDelta(c, state(c).delta, duration{x.days - y.days, x.secs - y.secs, x.us - y.us})
}

func deltaMul(c *ctx, a []value) value {
	d, _ := deltaOf(a[0])
	if a[1].IsAnyInt() {
		n := c.Binary(object.OpMul, d.microseconds(), a[1].Unbox())
		if n.IsNil() {
			return object.Nil
		}
		return fromMicroseconds(c, state(c).delta, n)
	}
	if f, ok := a[1].AsFloat(); ok {
		num, den, ok := ratio(c, a[1], f)
		if !ok {
			return object.Nil
		}
		return fromMicroseconds(c, state(c).delta, object.NewBig(nearest(num.Mul(num, d.big()), den)))
	}
	return object.NotImplemented
}

// ratio is v.as_integer_ratio() of a float.
func ratio(c *ctx, v value, f float64) (num, den *big.Int, ok bool) {
	if !v.IsFloat() { // a subclass may have its own idea
		r := c.CallAttr(v, "as_integer_ratio")
		if r.IsNil() {
			return nil, nil, false
		}
		t := r.AsTuple()
		if t == nil {
			c.Raise(object.TypeError, "unexpected return type from as_integer_ratio(): expected tuple, not '%s'", object.TypeOf(r).Name)
			return nil, nil, false
		}
		if len(t.Items) != 2 {
			c.Raise(object.ValueError, "as_integer_ratio() must return a 2-tuple")
			return nil, nil, false
		}
		num, den = t.Items[0].AsBigInt(), t.Items[1].AsBigInt()
		if num == nil || den == nil {
			c.Raise(object.TypeError, "unsupported operand type(s) for *: 'int' and '%s'", object.TypeOf(t.Items[0]).Name)
			return nil, nil, false
		}
		return new(big.Int).Set(num), new(big.Int).Set(den), true
	}
	switch {
	case math.IsNaN(f):
		c.Raise(object.ValueError, "cannot convert NaN to integer ratio")
		return nil, nil, false
	case math.IsInf(f, 0):
		c.Raise(object.OverflowError, "cannot convert Infinity to integer ratio")
		return nil, nil, false
	}
	r := new(big.Rat).SetFloat64(f)
	return new(big.Int).Set(r.Num()), new(big.Int).Set(r.Denom()), true
}

// nearest is a/b rounded to the nearest integer, halfway to the even one.
func nearest(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	switch c := r.Lsh(r, 1).Cmp(b); {
	case c > 0, c == 0 && q.Bit(0) == 1:
		q.Add(q, big.NewInt(1))
	}
	return q
}

func deltaTrueDiv(c *ctx, a []value) value {
	d, ok := deltaOf(a[0])
	if !ok {
		return object.NotImplemented
	}
	if e, ok := deltaOf(a[1]); ok {
		return c.Binary(object.OpTrueDiv, d.microseconds(), e.microseconds())
	}
	if n := a[1].AsBigInt(); n != nil {
		if n.Sign() == 0 {
			return c.Raise(object.ZeroDivisionError, "division by zero")
		}
		return fromMicroseconds(c, state(c).delta, object.NewBig(nearest(d.big(), n)))
	}
	if f, ok := a[1].AsFloat(); ok {
		num, den, ok := ratio(c, a[1], f)
		if !ok {
			return object.Nil
		}
		if num.Sign() == 0 {
			return c.Raise(object.ZeroDivisionError, "division by zero")
		}
		return fromMicroseconds(c, state(c).delta, object.NewBig(nearest(den.Mul(den, d.big()), num)))
	}
	return object.NotImplemented
}

func deltaFloorDiv(c *ctx, a []value) value {
	d, ok := deltaOf(a[0])
	if !ok {
		return object.NotImplemented
	}
	if e, ok := deltaOf(a[1]); ok {
		return c.Binary(object.OpFloorDiv, d.microseconds(), e.microseconds())
	}
	if a[1].IsAnyInt() {
		n := c.Binary(object.OpFloorDiv, d.microseconds(), a[1].Unbox())
		if n.IsNil() {
			return object.Nil
		}
		return fromMicroseconds(c, state(c).delta, n)
	}
	return object.NotImplemented
}

func deltaMod(c *ctx, a []value) value {
	d, ok := deltaOf(a[0])
	e, ok2 := deltaOf(a[1])
	if !ok || !ok2 {
		return object.NotImplemented
	}
	n := c.Binary(object.OpMod, d.microseconds(), e.microseconds())
	if n.IsNil() {
		return object.Nil
	}
	return fromMicroseconds(c, state(c).delta, n)
}

func deltaDivmod(c *ctx, a []value) value {
	d, ok := deltaOf(a[0])
	e, ok2 := deltaOf(a[1])
	if !ok || !ok2 {
		return object.NotImplemented
	}
	t := c.Binary(object.OpDivmod, d.microseconds(), e.microseconds())
	if t.IsNil() {
		return object.Nil
	}
	rest := fromMicroseconds(c, state(c).delta, t.AsTuple().Items[1])
	if rest.IsNil() {
		return object.Nil
	}
	return object.TupleOf(t.AsTuple().Items[0], rest)
}
