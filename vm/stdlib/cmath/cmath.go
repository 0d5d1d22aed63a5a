// Package cmath is the module cmath.
package cmath

import (
	"math"

	"slp/vm/internal/libm"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module cmath.
var Module = object.ModuleDef{Name: "cmath", Doc: "This module provides access to mathematical functions for complex\nnumbers.", Funcs: append(ofOne(), others...),
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range [...]struct {
			name string
			z    value
		}{{"e", object.Float(math.E)}, {"pi", object.Float(math.Pi)}, {"tau", object.Float(2 * math.Pi)}, {"inf", object.Float(math.Inf(1))},
			{"nan", object.Float(math.NaN())}, {"infj", object.NewComplex(complex(0, math.Inf(1)))}, {"nanj", object.NewComplex(complex(0, math.NaN()))}} {
			m.Set(c, k.name, k.z)
		}
		return true
	}}

func ofOne() []object.Def {
	var defs []object.Def
	for _, f := range [...]struct {
		name, doc string
		do        func(complex128) (complex128, libm.Error)
	}{
		{"acos", "Return the arc cosine of z.", acos}, {"acosh", "Return the inverse hyperbolic cosine of z.", acosh},
		{"asin", "Return the arc sine of z.", asin}, {"asinh", "Return the inverse hyperbolic sine of z.", asinh},
		{"atan", "Return the arc tangent of z.", atan}, {"atanh", "Return the inverse hyperbolic tangent of z.", atanh},
		{"cos", "Return the cosine of z.", cos}, {"cosh", "Return the hyperbolic cosine of z.", cosh},
		{"exp", "Return the exponential value e**z.", exp}, {"log10", "Return the base-10 logarithm of z.", log10},
		{"sin", "Return the sine of z.", sin}, {"sinh", "Return the hyperbolic sine of z.", sinh},
		{"sqrt", "Return the square root of z.", sqrt}, {"tan", "Return the tangent of z.", tan}, {"tanh", "Return the hyperbolic tangent of z.", tanh},
	} {
		defs = append(defs, object.Def{Sig: f.name + "(z, /)", Doc: f.doc, Fn: func(c *ctx, a []value) value {
			z, ok := number(c, a[0])
			if !ok {
				return object.Nil
			}
			return result(c, f.do, z)
		}})
	}
	return defs
}

func result(c *ctx, f func(complex128) (complex128, libm.Error), z complex128) value {
	r, bad := f(z)
	if failed(c, bad) {
		return object.Nil
	}
	return object.NewComplex(r)
}

func failed(c *ctx, bad libm.Error) bool {
	switch bad {
	case libm.Domain:
		c.Raise(object.ValueError, "math domain error")
	case libm.Range:
		c.Raise(object.OverflowError, "math range error")
	}
	return bad != libm.OK
}

// number is an argument as a complex number.
func number(c *ctx, v value) (complex128, bool) {
	if z := v.AsComplex(); z != nil {
		return z.V, true
	}
	if f, ok := v.AsFloat(); ok {
		return complex(f, 0), true
	}
	if t := object.TypeOf(v); t.Dunder(object.DComplex).IsNil() {
		f, ok := c.ToFloat(v)
		return complex(f, 0), ok
	}
	return c.ToComplex(v, "", true)
}

// test makes a function that tells something about a number.
func test(sig, doc string, is func(x, y float64) bool) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		z, ok := number(c, a[0])
		if !ok {
			return object.Nil
		}
		return object.Bool(is(real(z), imag(z)))
	}}
}

var others = []object.Def{
	test("isfinite(z, /)", "Return True if both the real and imaginary parts of z are finite, else False.", func(x, y float64) bool { return x-x == 0 && y-y == 0 }),
	test("isinf(z, /)", "Checks if the real or imaginary part of z is infinite.", func(x, y float64) bool { return math.IsInf(x, 0) || math.IsInf(y, 0) }),
	test("isnan(z, /)", "Checks if the real or imaginary part of z not a number (NaN).", func(x, y float64) bool { return x != x || y != y }),
	{Sig: "phase(z, /)", Doc: "Return argument, also known as the phase angle, of a complex.", Fn: func(c *ctx, a []value) value {
		z, ok := number(c, a[0])
		if !ok {
			return object.Nil
		}
		phi := libm.Atan2(imag(z), real(z))
		if phi == 0 && imag(z) != 0 && real(z)-real(z) == 0 {
			return c.Raise(object.OverflowError, "math range error")
		}
		return object.Float(phi)
	}},
	{Sig: "polar(z, /)", Doc: "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.", Fn: func(c *ctx, a []value) value {
		z, ok := number(c, a[0])
		if !ok {
			return object.Nil
		}
		r := libm.Distance(real(z), imag(z))
		if math.IsInf(r, 0) && real(z)-real(z) == 0 && imag(z)-imag(z) == 0 {
			return c.Raise(object.OverflowError, "math range error")
		}
		return object.TupleOf(object.Float(r), object.Float(libm.Atan2(imag(z), real(z))))
	}},
	{Sig: "rect(r, phi, /)", Doc: "Convert from polar coordinates to rectangular coordinates.", Fn: func(c *ctx, a []value) value {
		r, ok := c.ToFloat(a[0])
		if !ok {
			return object.Nil
		}
		phi, ok := c.ToFloat(a[1])
		if !ok {
			return object.Nil
		}
		return result(c, func(z complex128) (complex128, libm.Error) { return rect(real(z), imag(z)) }, complex(r, phi))
	}},
	{Sig: "log(z, base=<unrepresentable>, /)", Doc: "log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z.", Unpack: true, Fn: logBase},
	{Sig: "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Fn: isClose, Doc: `Determine whether two complex numbers are close in value.

  rel_tol
    maximum difference for being considered "close", relative to the
    magnitude of the input values
  abs_tol
    maximum difference for being considered "close", regardless of the
    magnitude of the input values

Return True if a is close in value to b, and False otherwise.

For the values to be considered close, the difference between them must be
smaller than at least one of the tolerances.

-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is
not close to anything, even itself. inf and -inf are only close to themselves.`},
}

func logBase(c *ctx, a []value) value {
	x, ok := number(c, a[0])
	if !ok {
		return object.Nil
	}
	z, bad := log(x)
	if !a[1].IsNil() {
		y, ok := number(c, a[1])
		if !ok {
			return object.Nil
		}
		var base complex128
		base, bad = log(y) // what the first one was asked is forgotten, as in CPython
		if base == 0 {
			return c.Raise(object.ValueError, "math domain error")
		}
		q := c.Binary(object.OpTrueDiv, object.NewComplex(z), object.NewComplex(base))
		if q.IsNil() {
			return object.Nil
		}
		z = q.AsComplex().V
	}
	if failed(c, bad) {
		return object.Nil
	}
	return object.NewComplex(z)
}

func isClose(c *ctx, a []value) value {
	x, ok := number(c, a[0])
	if !ok {
		return object.Nil
	}
	y, ok := number(c, a[1])
	if !ok {
		return object.Nil
	}
	tolerance := [2]float64{1e-9, 0}
	for i := range tolerance {
		if !a[2+i].IsNil() {
			if tolerance[i], ok = c.ToFloat(a[2+i]); !ok {
				return object.Nil
			}
		}
	}
	if tolerance[0] < 0 || tolerance[1] < 0 {
		return c.Raise(object.ValueError, "tolerances must be non-negative")
	}
	size := func(z complex128) float64 { return libm.Distance(real(z), imag(z)) }
	inf := func(z complex128) bool { return math.IsInf(real(z), 0) || math.IsInf(imag(z), 0) }
	switch {
	case x == y:
		return object.True
	case inf(x) || inf(y):
		return object.False
	}
	diff := size(x - y)
	return object.Bool(diff <= tolerance[0]*size(y) || diff <= tolerance[0]*size(x) || diff <= tolerance[1])
}
