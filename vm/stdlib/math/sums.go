package math

import (
	"slp/vm/internal/libm"
	"slp/vm/object"
)

var sumFuncs = []object.Def{
	{Sig: "hypot(*coordinates)", Fn: func(c *ctx, a []value) value {
		xs, ok := floats(c, object.Items(a[0]))
		if !ok {
			return object.Nil
		}
		return object.Float(libm.Norm(xs))
	}, Doc: "Multidimensional Euclidean distance from the origin to a point."},
	{Sig: "dist(p, q, /)", Fn: dist, Doc: "Return the Euclidean distance between two points p and q."},
	{Sig: "fsum(seq, /)", Fn: fsum, Doc: "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic."},
	{Sig: "prod(iterable, /, *, start=1)", Fn: prod, Doc: "Calculate the product of all the elements in the input iterable."},
	{Sig: "sumprod(p, q, /)", Fn: sumprod, Doc: "Return the sum of products of values from two iterables p and q."},
}

func floats(c *ctx, items []value) ([]float64, bool) {
	xs := make([]float64, len(items))
	for i, v := range items {
		var ok bool
		if xs[i], ok = c.ToFloat(v); !ok {
			return nil, false
		}
	}
	return xs, true
}

func dist(c *ctx, a []value) value {
	p, ok := c.Collect(a[0])
	if !ok {
		return object.Nil
	}
	q, ok := c.Collect(a[1])
	if !ok {
		return object.Nil
	}
	if len(p) != len(q) {
		return c.Raise(object.ValueError, "both points must have the same number of dimensions")
	}
	xs, ok := floats(c, p)
	if !ok {
		return object.Nil
	}
	ys, ok := floats(c, q)
	if !ok {
		return object.Nil
	}
	for i := range xs {
		xs[i] -= ys[i]
	}
	return object.Float(libm.Norm(xs))
}

func fsum(c *ctx, a []value) value {
	items, ok := c.Collect(a[0])
	if !ok {
		return object.Nil
	}
	xs, ok := floats(c, items)
	if !ok {
		return object.Nil
	}
	var s libm.Fsum
	for _, x := range xs {
		s.Add(x)
		if s.Overflowed() {
			return c.Raise(object.OverflowError, "intermediate overflow in fsum")
		}
	}
	sum, opposite := s.Sum()
	if opposite {
		return c.Raise(object.ValueError, "-inf + inf in fsum")
	}
	return object.Float(sum)
}

// isNumber tells numbers whose operators run no Python code.
func isNumber(v value) bool {
	return v.IsInt() || v.IsFloat() || v.IsBool() || v.Kind() == object.KBigInt
}

func allNumbers(items []value) bool {
	for _, v := range items {
		if !isNumber(v) {
			return false
		}
	}
	return true
}

func prod(c *ctx, a []value) value {
	total := a[1]
	if total.IsNil() {
		total = object.Int(1)
	}
	items, ok := c.Collect(a[0])
	if !ok {
		return object.Nil
	}
	if !isNumber(total) || !allNumbers(items) {
		return c.Self("math_prod", c.NewList(items), total)
	}
	for _, v := range items {
		if total = c.Binary(object.OpMul, total, v); total.IsNil() {
			return total
		}
	}
	return total
}

func sumprod(c *ctx, a []value) value {
	p, ok := c.Collect(a[0])
	if !ok {
		return object.Nil
	}
	q, ok := c.Collect(a[1])
	if !ok {
		return object.Nil
	}
	if len(p) != len(q) {
		return c.Raise(object.ValueError, "Inputs are not the same length")
	}
	if !allNumbers(p) || !allNumbers(q) {
		return c.Self("math_sumprod", c.NewList(p), c.NewList(q))
	}
	total := object.Int(0)
	ints, floating, used := true, true, false
	var sum libm.SumProd
	for i := range p {
		x, y := p[i], q[i]
		if ints && !x.IsFloat() && !y.IsFloat() {
			if total = c.Binary(object.OpAdd, total, c.Binary(object.OpMul, x, y)); total.IsNil() {
				return total
			}
			continue
		}
		ints = false
		if floating && (x.IsFloat() || y.IsFloat()) {
			fx, okx := c.ToFloat(x)
			fy, oky := c.ToFloat(y)
			if okx && oky {
				if sum.Add(fx, fy) {
					used = true
					continue
				}
			} else {
				c.Catch(object.OverflowError)
			}
		}
		floating = false
		if used {
			used = false
			total = c.Binary(object.OpAdd, total, object.Float(sum.Sum()))
		}
		m := c.Binary(object.OpMul, x, y)
		if m.IsNil() {
			return m
		}
		if total = c.Binary(object.OpAdd, total, m); total.IsNil() {
			return total
		}
	}
	if used {
		return c.Binary(object.OpAdd, total, object.Float(sum.Sum()))
	}
	return total
}
