package object

import (
	"math"

	"slp/vm/internal/format"
	"slp/vm/internal/libm"
	"slp/vm/internal/numtext"
	"slp/vm/internal/pyhash"
	"slp/vm/internal/unicodedb"
)

func complexOperand(c *Ctx, v Value) (z complex128, known, ok bool) {
	if x := v.AsComplex(); x != nil {
		return x.V, true, true
	}
	f, known, ok := c.floatOperand(v)
	return complex(f, 0), known, ok
}

func complexBin(op BinOp, reflected bool) Fn {
	return func(c *Ctx, a []Value) Value {
		x, k1, ok1 := complexOperand(c, a[0])
		y, k2, ok2 := complexOperand(c, a[1])
		if !ok1 || !ok2 {
			return Nil
		}
		if !k1 || !k2 {
			return NotImplemented
		}
		yc := a[1].AsComplex() != nil
		xc := a[0].AsComplex() != nil
		if reflected {
			x, y = y, x
			xc, yc = yc, xc
		}
		switch op {
		case OpAdd:
			switch {
			case !yc:
				return NewComplex(complex(real(x)+real(y), imag(x)))
			case !xc:
				return NewComplex(complex(real(x)+real(y), imag(y)))
			}
			return NewComplex(complex(real(x)+real(y), imag(x)+imag(y)))
		case OpSub:
			switch {
			case !yc:
				return NewComplex(complex(real(x)-real(y), imag(x)))
			case !xc:
				return NewComplex(complex(real(x)-real(y), -imag(y)))
			}
			return NewComplex(complex(real(x)-real(y), imag(x)-imag(y)))
		case OpMul:
			switch {
			case !yc:
				return NewComplex(complex(real(x)*real(y), imag(x)*real(y)))
			case !xc:
				return NewComplex(complex(real(x)*real(y), real(x)*imag(y)))
			}
			return NewComplex(complexMul(x, y))
		case OpPow:
			return complexPow(c, x, y)
		}
		if y == 0 {
			return c.Raise(ZeroDivisionError, "division by zero")
		}
		if !yc {
			return NewComplex(complex(real(x)/real(y), imag(x)/real(y)))
		}
		return NewComplex(complexDiv(x, y))
	}
}

// complexMul multiplies without fusing products.
func complexMul(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	ac, bd, ad, bc := float64(a*c), float64(b*d), float64(a*d), float64(b*c)
	re, im := ac-bd, ad+bc
	if math.IsNaN(re) && math.IsNaN(im) { // recover infinities, as C's Annex G wants
		recalc := false
		one := func(v float64) float64 {
			if math.IsInf(v, 0) {
				return math.Copysign(1, v)
			}
			return math.Copysign(0, v)
		}
		zero := func(v float64) float64 {
			if math.IsNaN(v) {
				return math.Copysign(0, v)
			}
			return v
		}
		if math.IsInf(a, 0) || math.IsInf(b, 0) {
			a, b, c, d = one(a), one(b), zero(c), zero(d)
			recalc = true
		}
		if math.IsInf(c, 0) || math.IsInf(d, 0) {
			c, d, a, b = one(c), one(d), zero(a), zero(b)
			recalc = true
		}
		if !recalc && (math.IsInf(ac, 0) || math.IsInf(bd, 0) || math.IsInf(ad, 0) || math.IsInf(bc, 0)) {
			a, b, c, d = zero(a), zero(b), zero(c), zero(d)
			recalc = true
		}
		if recalc {
			re = math.Inf(1) * (float64(a*c) - float64(b*d))
			im = math.Inf(1) * (float64(a*d) + float64(b*c))
		}
	}
	return complex(re, im)
}

// complexDiv is Smith's method, as CPython divides.
func complexDiv(x, y complex128) complex128 {
	ar, ai, br, bi := real(x), imag(x), real(y), imag(y)
	abr, abi := math.Abs(br), math.Abs(bi)
	switch {
	case abr >= abi:
		ratio := bi / br
		den := br + float64(bi*ratio)
		return complex((ar+float64(ai*ratio))/den, (ai-float64(ar*ratio))/den)
	case abi >= abr:
		ratio := br / bi
		den := float64(br*ratio) + bi
		return complex((float64(ar*ratio)+ai)/den, (float64(ai*ratio)-ar)/den)
	}
	return complex(math.NaN(), math.NaN())
}

func complexPow(c *Ctx, x, y complex128) Value {
	switch {
	case y == 0:
		return NewComplex(1)
	case x == 0:
		if imag(y) != 0 || real(y) < 0 {
			return c.Raise(ZeroDivisionError, "zero to a negative or complex power")
		}
		return NewComplex(0)
	}
	var r complex128
	if n := real(y); imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		k := int(math.Abs(n))
		r = 1
		for p, mask := x, 1; mask <= k; mask <<= 1 {
			if k&mask != 0 {
				r = complexMul(r, p)
			}
			p = complexMul(p, p)
		}
		if n < 0 {
			r = complexDiv(1, r)
		}
	} else {
		vabs := libm.Distance(real(x), imag(x))
		length := libm.Pow(vabs, real(y))
		at := libm.Atan2(imag(x), real(x))
		phase := float64(at * real(y))
		if imag(y) != 0 {
			length *= libm.Exp(-float64(at * imag(y)))
			phase += float64(imag(y) * libm.Log(vabs))
		}
		r = complex(float64(length*libm.Cos(phase)), float64(length*libm.Sin(phase)))
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return c.Raise(OverflowError, "complex exponentiation")
	}
	return NewComplex(r)
}

func defineComplex() {
	cmp := func(op CmpOp) Fn {
		return func(c *Ctx, a []Value) Value {
			switch a[1].Unbox().p.Kind {
			case KComplex, KFloat, KInt, KBool, KBigInt:
				return Bool(numEq(a[0].Unbox(), a[1].Unbox()) == (op == CmpEq))
			}
			return NotImplemented
		}
	}
	ComplexType.define(Spec{Doc: "Create a complex number from a string or numbers.", Methods: append([]Def{
		{Sig: "__new__(cls, real=0, imag=0)", Fn: complexNew, Kind: AsNew},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			z := a[0].AsComplex().V
			return NewASCII(numtext.ComplexRepr(real(z), imag(z)))
		}},
		{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			z := a[0].AsComplex().V
			return Int(pyhash.Complex(real(z), imag(z)))
		}},
		{Sig: "__bool__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(a[0].AsComplex().V != 0) }},
		{Sig: "__neg__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewComplex(-a[0].AsComplex().V) }},
		{Sig: "__pos__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewComplex(a[0].AsComplex().V) }},
		{Sig: "__complex__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewComplex(a[0].AsComplex().V) }},
		{Sig: "__abs__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			z := a[0].AsComplex().V
			r := libm.Distance(real(z), imag(z))
			if math.IsInf(r, 0) && !math.IsInf(real(z), 0) && !math.IsInf(imag(z), 0) {
				return c.Raise(OverflowError, "absolute value too large")
			}
			return Float(r)
		}},
		{Sig: "conjugate(self, /)", Fn: func(c *Ctx, a []Value) Value {
			z := a[0].AsComplex().V
			return NewComplex(complex(real(z), -imag(z)))
		}},
		{Sig: "__pow__(self, value, mod=None, /)", Fn: complexPow3(false)}, {Sig: "__rpow__(self, value, mod=None, /)", Fn: complexPow3(true)},
		{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			z := a[0].AsComplex().V
			return TupleOf(Float(real(z)), Float(imag(z)))
		}},
		{Sig: "from_number(cls, number, /)", Kind: AsClass, Fn: func(c *Ctx, a []Value) Value { return c.Tail(a[0], a[1]) }},
		{Sig: "__format__(self, format_spec, /)", Fn: func(c *Ctx, a []Value) Value {
			s := a[1].AsStr()
			if s == nil {
				return c.Raise(TypeError, "__format__() argument must be str, not %s", TypeOf(a[1]).Said())
			}
			if s.s == "" {
				return c.Str(a[0])
			}
			spec, e := format.Parse(s.s, format.Complex, TypeOf(a[0]).Name)
			if e != nil {
				return c.formatError(e)
			}
			z := a[0].AsComplex().V
			text, e := spec.Complex(real(z), imag(z))
			if e != nil {
				return c.formatError(e)
			}
			return NewStr(text)
		}},
		{Sig: "__eq__(self, value, /)", Fn: cmp(CmpEq)}, {Sig: "__ne__(self, value, /)", Fn: cmp(CmpNe)},
	}, operators(complexBin, OpAdd, OpSub, OpMul, OpTrueDiv)...), Gets: []Get{
		{Name: "real", Get: func(c *Ctx, o Value) Value { return Float(real(o.AsComplex().V)) }},
		{Name: "imag", Get: func(c *Ctx, o Value) Value { return Float(imag(o.AsComplex().V)) }},
	}})
}

func complexPow3(reflected bool) Fn {
	bin := complexBin(OpPow, reflected)
	return func(c *Ctx, a []Value) Value {
		if !a[2].IsNil() && !a[2].IsNone() {
			return c.Raise(ValueError, "complex modulo")
		}
		return bin(c, a[:2])
	}
}

func complexNew(c *Ctx, a []Value) Value {
	cls, re, im := a[0].AsType(), a[1], a[2]
	if re.IsNil() && im.IsNil() {
		return c.NewPayload(cls, NewComplex(0))
	}
	if !re.IsNil() && re.AsStr() != nil {
		if !im.IsNil() {
			return c.Raise(TypeError, "complex() argument 'real' must be a real number, not %s", TypeOf(re).Said())
		}
		x, y, ok := numtext.ParseComplex(unicodedb.ASCIINumber(re.AsStr().s))
		if !ok {
			return c.Raise(ValueError, "complex() arg is a malformed string")
		}
		return c.NewPayload(cls, NewComplex(complex(x, y)))
	}
	if !im.IsNil() && im.AsStr() != nil {
		return c.Raise(TypeError, "complex() argument 'imag' must be a real number, not str")
	}
	z := complex128(0)
	if !re.IsNil() {
		if im.IsNil() && cls == ComplexType && re.p.Kind == KComplex {
			return re
		}
		var ok bool
		if z, ok = c.ToComplex(re, "real", im.IsNil()); !ok {
			return Nil
		}
	}
	if !im.IsNil() {
		w, ok := c.ToComplex(im, "imag", false)
		if !ok {
			return Nil
		}
		// Only what was given as a complex number has a second part: adding 0.0 would lose the sign of -0.0.
		x, y := real(z), real(w)
		if im.AsComplex() != nil || imag(w) != 0 {
			x -= imag(w)
		}
		if !re.IsNil() && (re.AsComplex() != nil || imag(z) != 0) {
			y += imag(z)
		}
		z = complex(x, y)
	}
	return c.NewPayload(cls, NewComplex(z))
}

// ToComplex is complex(v) of a number.
func (c *Ctx) ToComplex(v Value, arg string, alone bool) (complex128, bool) {
	if z := v.AsComplex(); z != nil {
		return z.V, true
	}
	t := TypeOf(v)
	if m := t.Dunder(DComplex); !m.IsNil() && arg != "imag" {
		r := c.CallMethod(m, v)
		if r.IsNil() {
			return 0, false
		}
		z := r.AsComplex()
		if z == nil {
			c.Raise(TypeError, "__complex__ returned non-complex (type %s)", TypeOf(r).Said())
			return 0, false
		}
		return z.V, true
	}
	if t.Dunder(DFloat).IsNil() && t.Dunder(DIndex).IsNil() {
		if alone {
			c.Raise(TypeError, "complex() argument must be a string or a number, not %s", t.Said())
		} else {
			c.Raise(TypeError, "complex() argument '%s' must be a real number, not %s", arg, t.Said())
		}
		return 0, false
	}
	f, ok := c.ToFloat(v)
	return complex(f, 0), ok
}
