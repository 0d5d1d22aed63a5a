// Package math is the module math.
package math

import (
	"math"
	"slices"
	"strings"

	"slp/vm/internal/libm"
	"slp/vm/internal/numtext"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module math.
var Module = object.ModuleDef{Name: "math", Doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
	Funcs: slices.Concat(ofOneFloat(), floatFuncs, wholeFuncs, sumFuncs),
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range [...]struct {
			name string
			f    float64
		}{{"pi", math.Pi}, {"e", math.E}, {"tau", 2 * math.Pi}, {"inf", math.Inf(1)}, {"nan", math.NaN()}} {
			m.Set(c, k.name, object.Float(k.f))
		}
		return true
	}}

// docs says what the functions of one float do.
var docs = map[string]string{
	"acos": "Return the arc cosine (measured in radians) of x.", "acosh": "Return the inverse hyperbolic cosine of x.",
	"asin": "Return the arc sine (measured in radians) of x.", "asinh": "Return the inverse hyperbolic sine of x.",
	"atan": "Return the arc tangent (measured in radians) of x.", "atanh": "Return the inverse hyperbolic tangent of x.",
	"cbrt": "Return the cube root of x.", "cos": "Return the cosine of x (measured in radians).", "cosh": "Return the hyperbolic cosine of x.",
	"erf": "Error function at x.", "erfc": "Complementary error function at x.", "exp": "Return e raised to the power of x.",
	"exp2": "Return 2 raised to the power of x.", "expm1": "Return exp(x)-1.", "gamma": "Gamma function at x.",
	"lgamma": "Natural logarithm of absolute value of Gamma function at x.", "log1p": "Return the natural logarithm of 1+x (base e).",
	"log10": "Return the base 10 logarithm of x.", "log2": "Return the base 2 logarithm of x.",
	"sin": "Return the sine of x (measured in radians).", "sinh": "Return the hyperbolic sine of x.", "sqrt": "Return the square root of x.",
	"tan": "Return the tangent of x (measured in radians).", "tanh": "Return the hyperbolic tangent of x.",
}

func ofOneFloat() []object.Def {
	var defs []object.Def
	for i := range libm.Functions {
		f := &libm.Functions[i]
		d := object.Def{Sig: f.Name + "(x, /)", Doc: docs[f.Name], Fn: func(c *ctx, a []value) value { return apply(c, f, a[0]) }}
		switch f.Name {
		case "log":
			d = object.Def{Sig: "log(x, base=e, /)", Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.", Fn: func(c *ctx, a []value) value { return logBase(c, f, a) }, Unpack: true}
		case "log2", "log10":
			d.Fn = func(c *ctx, a []value) value { return logOf(c, f, a[0]) }
		}
		defs = append(defs, d)
	}
	return defs
}

func apply(c *ctx, f *libm.Function, v value) value {
	x, ok := c.ToFloat(v)
	if !ok {
		return object.Nil
	}
	return result(c, f, x)
}

func result(c *ctx, f *libm.Function, x float64) value {
	r, bad := f.Call(x)
	switch bad {
	case libm.Domain:
		return c.Raise(object.ValueError, "%s", strings.Replace(f.Domain, "%s", numtext.FloatRepr(x), 1))
	case libm.Range:
		return c.Raise(object.OverflowError, libm.RangeMessage)
	}
	return object.Float(r)
}

// failed raises what a function of several floats says; false if there is nothing to raise.
func failed(c *ctx, bad libm.Error) bool {
	switch bad {
	case libm.Domain:
		c.Raise(object.ValueError, libm.DomainMessage)
	case libm.Range:
		c.Raise(object.OverflowError, libm.RangeMessage)
	}
	return bad != libm.OK
}

// logOf takes ints of any size, beyond the range of floats too.
func logOf(c *ctx, f *libm.Function, v value) value {
	if !v.IsAnyInt() {
		return apply(c, f, v)
	}
	n := v.AsBigInt()
	if n.Sign() <= 0 {
		return c.Raise(object.ValueError, "expected a positive input")
	}
	if x, ok := numtext.BigToFloat(n); ok {
		return object.Float(f.Apply(x))
	}
	m, e := frexpBig(n)
	return object.Float(f.Apply(m) + float64(f.Apply(2)*float64(e)))
}

func logBase(c *ctx, f *libm.Function, a []value) value {
	num := logOf(c, f, a[0])
	if num.IsNil() || a[1].IsNil() {
		return num
	}
	den := logOf(c, f, a[1])
	if den.IsNil() {
		return den
	}
	return c.Binary(object.OpTrueDiv, num, den)
}

func twoFloats(f func(c *ctx, x, y float64) value) object.Fn {
	return func(c *ctx, a []value) value {
		x, ok := c.ToFloat(a[0])
		if !ok {
			return object.Nil
		}
		y, ok := c.ToFloat(a[1])
		if !ok {
			return object.Nil
		}
		return f(c, x, y)
	}
}

func oneFloat(f func(x float64) value) object.Fn {
	return func(c *ctx, a []value) value {
		x, ok := c.ToFloat(a[0])
		if !ok {
			return object.Nil
		}
		return f(x)
	}
}

// bothReal raises a domain error for a NaN that was made of numbers.
func bothReal(c *ctx, r, x, y float64) value {
	if r != r && x == x && y == y {
		return c.Raise(object.ValueError, libm.DomainMessage)
	}
	return object.Float(r)
}

var floatFuncs = []object.Def{
	{Sig: "atan2(y, x, /)", Fn: twoFloats(func(c *ctx, y, x float64) value { return object.Float(libm.Atan2(y, x)) }),
		Doc: "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered."},
	{Sig: "copysign(x, y, /)", Fn: twoFloats(func(c *ctx, x, y float64) value { return object.Float(math.Copysign(x, y)) }),
		Doc: "Return a float with the magnitude (absolute value) of x but the sign of y."},
	{Sig: "fabs(x, /)", Fn: oneFloat(func(x float64) value { return object.Float(math.Abs(x)) }), Doc: "Return the absolute value of the float x."},
	{Sig: "degrees(x, /)", Fn: oneFloat(func(x float64) value { return object.Float(x * (180 / math.Pi)) }), Doc: "Convert angle x from radians to degrees."},
	{Sig: "radians(x, /)", Fn: oneFloat(func(x float64) value { return object.Float(x * (math.Pi / 180)) }), Doc: "Convert angle x from degrees to radians."},
	{Sig: "isfinite(x, /)", Fn: oneFloat(func(x float64) value { return object.Bool(x-x == 0) }), Doc: "Return True if x is neither an infinity nor a NaN, and False otherwise."},
	{Sig: "isinf(x, /)", Fn: oneFloat(func(x float64) value { return object.Bool(math.IsInf(x, 0)) }), Doc: "Return True if x is a positive or negative infinity, and False otherwise."},
	{Sig: "isnan(x, /)", Fn: oneFloat(func(x float64) value { return object.Bool(x != x) }), Doc: "Return True if x is a NaN (not a number), and False otherwise."},
	{Sig: "ulp(x, /)", Fn: oneFloat(func(x float64) value { return object.Float(libm.Ulp(x)) }), Doc: "Return the value of the least significant bit of the float x."},
	{Sig: "frexp(x, /)", Fn: oneFloat(func(x float64) value {
		m, e := libm.Frexp(x)
		return object.TupleOf(object.Float(m), object.Int(int64(e)))
	}), Doc: "Return the mantissa and exponent of x, as pair (m, e)."},
	{Sig: "modf(x, /)", Fn: oneFloat(func(x float64) value {
		f, w := libm.Modf(x)
		return object.TupleOf(object.Float(f), object.Float(w))
	}), Doc: "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats."},
	{Sig: "fmod(x, y, /)", Fn: twoFloats(func(c *ctx, x, y float64) value {
		if math.IsInf(y, 0) && x-x == 0 {
			return object.Float(x)
		}
		return bothReal(c, math.Mod(x, y), x, y)
	}), Doc: "Return fmod(x, y), according to platform C.\n\nx % y may differ."},
	{Sig: "remainder(x, y, /)", Fn: twoFloats(func(c *ctx, x, y float64) value { return bothReal(c, libm.Remainder(x, y), x, y) }),
		Doc: "Difference between x and the closest integer multiple of y."},
	{Sig: "pow(x, y, /)", Fn: twoFloats(func(c *ctx, x, y float64) value {
		r := libm.Pow(x, y)
		if failed(c, libm.PowError(x, y, r)) {
			return object.Nil
		}
		return object.Float(r)
	}), Doc: "Return x**y (x to the power of y)."},
	{Sig: "fma(x, y, z, /)", Fn: func(c *ctx, a []value) value {
		var f [3]float64
		for i := range f {
			var ok bool
			if f[i], ok = c.ToFloat(a[i]); !ok {
				return object.Nil
			}
		}
		r, bad := libm.Fma(f[0], f[1], f[2])
		switch bad {
		case libm.Domain:
			return c.Raise(object.ValueError, "invalid operation in fma")
		case libm.Range:
			return c.Raise(object.OverflowError, "overflow in fma")
		}
		return object.Float(r)
	}, Doc: "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round."},
	{Sig: "ldexp(x, i, /)", Fn: ldexp, Doc: "Return x * (2**i).\n\nThis is essentially the inverse of frexp()."},
	{Sig: "nextafter(x, y, /, *, steps=None)", Fn: nextafter, Doc: "Return the floating-point value the given number of steps after x towards y."},
	{Sig: "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Fn: isclose, Doc: "Determine whether two floating-point numbers are close in value."},
}

func ldexp(c *ctx, a []value) value {
	x, ok := c.ToFloat(a[0])
	if !ok {
		return object.Nil
	}
	if !a[1].IsAnyInt() {
		return c.Raise(object.TypeError, "Expected an int as second argument to ldexp.")
	}
	e, small := a[1].AsInt()
	if !small {
		e = int64(a[1].AsBigInt().Sign()) * math.MaxInt64
	}
	if x == 0 || x-x != 0 {
		return object.Float(x)
	}
	r := libm.Ldexp(x, e)
	if math.IsInf(r, 0) {
		return c.Raise(object.OverflowError, libm.RangeMessage)
	}
	return object.Float(r)
}

func nextafter(c *ctx, a []value) value {
	x, ok := c.ToFloat(a[0])
	if !ok {
		return object.Nil
	}
	y, ok := c.ToFloat(a[1])
	if !ok {
		return object.Nil
	}
	steps := uint64(1)
	if !a[2].IsNil() && !a[2].IsNone() {
		n := c.Index(a[2])
		if n.IsNil() {
			return n
		}
		b := n.AsBigInt()
		switch {
		case b.Sign() < 0:
			return c.Raise(object.ValueError, "steps must be a non-negative integer")
		case b.IsUint64():
			steps = b.Uint64()
		default:
			steps = math.MaxUint64
		}
	}
	return object.Float(libm.Nextafter(x, y, steps))
}

func isclose(c *ctx, a []value) value {
	f := [4]float64{2: 1e-9}
	for i := range f {
		if a[i].IsNil() {
			continue
		}
		var ok bool
		if f[i], ok = c.ToFloat(a[i]); !ok {
			return object.Nil
		}
	}
	x, y, rel, abs := f[0], f[1], f[2], f[3]
	if rel < 0 || abs < 0 {
		return c.Raise(object.ValueError, "tolerances must be non-negative")
	}
	if x == y {
		return object.True
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return object.False
	}
	diff := math.Abs(y - x)
	return object.Bool(diff <= math.Abs(rel*y) || diff <= math.Abs(rel*x) || diff <= abs)
}
