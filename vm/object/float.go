package object

import (
	"math"

	"slp/vm/internal/format"
	"slp/vm/internal/numtext"
	"slp/vm/internal/pyhash"
)

// ToFloat is float(v) of a real number: ok is false if it raised or was suspended.
func (c *Ctx) ToFloat(v Value) (float64, bool) {
	switch v.p.Kind {
	case KFloat:
		return v.F(), true
	case KInt, KBool:
		return float64(v.I()), true
	case KBigInt:
		return c.toFloat(v)
	}
	if f, ok := v.AsFloat(); ok && TypeOf(v).Dunder(DFloat) == FloatType.Dunder(DFloat) {
		return f, true
	}
	t := TypeOf(v)
	if m := t.Dunder(DFloat); !m.IsNil() && !m.IsNone() {
		r := c.CallMethod(m, v)
		if r.IsNil() {
			return 0, false
		}
		f, ok := r.AsFloat()
		if !ok {
			c.Raise(TypeError, "%s.__float__ returned non-float (type %s)", t.Said(), TypeOf(r).Said())
		} else if TypeOf(r) != FloatType {
			ok = c.Warn(DeprecationWarning, "%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass of float is deprecated, "+
				"and may be removed in a future version of Python.", t.Said(), TypeOf(r).Said())
		}
		return f, ok
	}
	if m := t.Dunder(DIndex); !m.IsNil() && !m.IsNone() {
		i := c.Index(v)
		if i.IsNil() {
			return 0, false
		}
		return c.toFloat(i)
	}
	c.Raise(TypeError, "must be real number, not %s", t.Said())
	return 0, false
}

// operand takes a float or int operand of a float operator; known is false for other types.
func (c *Ctx) floatOperand(v Value) (f float64, known, ok bool) {
	if f, is := v.AsFloat(); is {
		return f, true, true
	}
	if v.IsAnyInt() {
		f, ok := c.toFloat(v.Unbox())
		return f, true, ok
	}
	return 0, false, true
}

func floatBin(op BinOp, reflected bool) Fn {
	return func(c *Ctx, a []Value) Value {
		x, known, ok := c.floatOperand(a[0])
		y, known2, ok2 := c.floatOperand(a[1])
		if !ok || !ok2 {
			return Nil
		}
		if !known || !known2 {
			return NotImplemented
		}
		if reflected {
			x, y = y, x
		}
		switch op {
		case OpAdd:
			return Float(x + y)
		case OpSub:
			return Float(x - y)
		case OpMul:
			return Float(x * y)
		case OpPow:
			return c.floatPow(x, y)
		}
		if y == 0 {
			switch op {
			case OpMod:
				return c.Raise(ZeroDivisionError, "division by zero")
			case OpTrueDiv:
				return c.Raise(ZeroDivisionError, "division by zero")
			}
			return c.Raise(ZeroDivisionError, "division by zero")
		}
		switch op {
		case OpTrueDiv:
			return Float(x / y)
		case OpFloorDiv:
			return Float(numtext.FloatFloorDiv(x, y))
		case OpMod:
			return Float(numtext.FloatMod(x, y))
		}
		q, m := numtext.FloatDivMod(x, y)
		return TupleOf(Float(q), Float(m))
	}
}

func floatCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, _ := a[0].AsFloat()
		if y, ok := a[1].AsFloat(); ok {
			return Bool(cmpOrdered(op, x, y))
		}
		if !a[1].IsAnyInt() {
			return NotImplemented
		}
		if math.IsNaN(x) {
			return Bool(op == CmpNe)
		}
		var n int
		if i, ok := a[1].AsInt(); ok {
			n = -numtext.CompareIntFloat(i, x)
		} else {
			n = -numtext.CompareBigFloat(a[1].AsBigInt(), x)
		}
		return Bool(cmpOrdered(op, int64(n), 0))
	}
}

func defineFloat() {
	self := func(c *Ctx, a []Value) Value {
		f, _ := a[0].AsFloat()
		return Float(f)
	}
	FloatType.define(Spec{Doc: "Convert a string or number to a floating-point number, if possible.", Methods: append([]Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: floatNew, Kind: AsNew},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return NewASCII(numtext.FloatRepr(f))
		}},
		{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			if math.IsNaN(f) {
				return Int(c.idHash(a[0]))
			}
			return Int(pyhash.Float(f))
		}},
		{Sig: "__bool__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return Bool(f != 0)
		}},
		{Sig: "__neg__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return Float(-f)
		}},
		{Sig: "__pos__(self, /)", Fn: self}, {Sig: "__float__(self, /)", Fn: self}, {Sig: "conjugate(self, /)", Fn: self},
		{Sig: "__abs__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return Float(math.Abs(f))
		}},
		{Sig: "__int__(self, /)", Fn: floatTo(math.Trunc)}, {Sig: "__trunc__(self, /)", Fn: floatTo(math.Trunc)},
		{Sig: "__floor__(self, /)", Fn: floatTo(math.Floor)}, {Sig: "__ceil__(self, /)", Fn: floatTo(math.Ceil)},
		{Sig: "__round__(self, ndigits=None, /)", Fn: floatRound},
		{Sig: "__pow__(self, value, mod=None, /)", Fn: floatPow3(false)}, {Sig: "__rpow__(self, value, mod=None, /)", Fn: floatPow3(true)},
		{Sig: "__format__(self, format_spec, /)", Fn: floatFormat},
		{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(self(c, a)) }},
		{Sig: "__getformat__(cls, typestr, /)", Kind: AsClass, Fn: func(c *Ctx, a []Value) Value {
			s := a[1].AsStr()
			if s == nil {
				return c.Raise(TypeError, "__getformat__() argument must be str, not %s", TypeOf(a[1]).Name)
			}
			if s.s != "double" && s.s != "float" {
				return c.Raise(ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
			}
			return NewStr("IEEE, little-endian")
		}},
		{Sig: "from_number(cls, number, /)", Kind: AsClass, Fn: func(c *Ctx, a []Value) Value {
			f, ok := c.ToFloat(a[1])
			if !ok {
				return Nil
			}
			return c.floatAs(a[0].AsType(), f)
		}},
		{Sig: "is_integer(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return Bool(!math.IsInf(f, 0) && f == math.Floor(f))
		}, Doc: "Return True if the float is an integer."},
		{Sig: "as_integer_ratio(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			switch {
			case math.IsInf(f, 0):
				return c.Raise(OverflowError, "cannot convert Infinity to integer ratio")
			case math.IsNaN(f):
				return c.Raise(ValueError, "cannot convert NaN to integer ratio")
			}
			n, d := numtext.AsIntegerRatio(f)
			return TupleOf(NewBig(n), NewBig(d))
		}, Doc: "Return a pair of integers, whose ratio is exactly equal to the original float."},
		{Sig: "hex(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, _ := a[0].AsFloat()
			return NewASCII(numtext.FloatHex(f))
		}, Doc: "Return a hexadecimal representation of a floating-point number."},
		{Sig: "fromhex(cls, string, /)", Kind: AsClass, Fn: func(c *Ctx, a []Value) Value {
			s := a[1].AsStr()
			if s == nil {
				return c.Raise(TypeError, "bad argument type for built-in operation")
			}
			f, e := numtext.FloatFromHex(s.s)
			switch e {
			case "":
				return c.floatAs(a[0].AsType(), f)
			case numtext.HexTooBig:
				return c.Raise(OverflowError, "%s", string(e))
			}
			return c.Raise(ValueError, "%s", string(e))
		}, Doc: "Create a floating-point number from a hexadecimal string."},
		{Sig: "__eq__(self, value, /)", Fn: floatCompare(CmpEq)}, {Sig: "__ne__(self, value, /)", Fn: floatCompare(CmpNe)}, {Sig: "__lt__(self, value, /)", Fn: floatCompare(CmpLt)},
		{Sig: "__le__(self, value, /)", Fn: floatCompare(CmpLe)}, {Sig: "__gt__(self, value, /)", Fn: floatCompare(CmpGt)}, {Sig: "__ge__(self, value, /)", Fn: floatCompare(CmpGe)},
	}, operators(floatBin, OpAdd, OpSub, OpMul, OpTrueDiv, OpFloorDiv, OpMod, OpDivmod)...), Gets: []Get{
		{Name: "real", Get: func(c *Ctx, o Value) Value { return self(c, []Value{o}) }}, {Name: "imag", Get: func(c *Ctx, o Value) Value { return Float(0) }},
	}})
}

func (c *Ctx) floatAs(cls *Type, f float64) Value {
	if cls == FloatType {
		return Float(f)
	}
	return c.Call(cls.V(), Float(f))
}

func floatTo(f func(float64) float64) Fn {
	return func(c *Ctx, a []Value) Value {
		x, _ := a[0].AsFloat()
		return c.floatToInt(f(x))
	}
}

func floatPow3(reflected bool) Fn {
	bin := floatBin(OpPow, reflected)
	return func(c *Ctx, a []Value) Value {
		if !a[2].IsNil() && !a[2].IsNone() {
			return c.Raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
		}
		return bin(c, a[:2])
	}
}

func floatNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	f := 0.0
	if !c.noKeywords(cls, FloatType, a[2]) {
		return Nil
	}
	args, ok := c.argCount("float", a[1], Nil, 0, 1)
	if !ok {
		return Nil
	}
	if len(args) > 0 {
		x := args[0]
		var ok bool
		text, isText := numberText(x)
		if isText && x.p.Kind == KInst && !TypeOf(x).Dunder(DFloat).IsNil() {
			isText = false // an instance of a subclass that knows better
		}
		if !isText && x.p.Kind == KObj && hasBuffer(x) && TypeOf(x).Dunder(DFloat).IsNil() {
			if text, ok, isText = c.bufferBytes(x); !ok {
				return Nil
			}
		}
		if isText {
			if f, ok = numtext.ParseFloat(text); !ok {
				r, ok := c.ReprText(x)
				if !ok {
					return Nil
				}
				return c.Raise(ValueError, "could not convert string to float: %s", r)
			}
			if math.IsNaN(f) {
				f = c.freshNaN(f)
			}
		} else {
			t := TypeOf(x)
			if t.Dunder(DFloat).IsNil() && t.Dunder(DIndex).IsNil() {
				return c.Raise(TypeError, "float() argument must be a string or a real number, not '%s'", t.Said())
			}
			if f, ok = c.ToFloat(x); !ok {
				return Nil
			}
		}
	}
	return c.NewPayload(cls, Float(f))
}

// freshNaN makes a NaN that is another object than every one before: unboxed floats are one object when their bits are
// equal, and NaNs are the only ones of which a program can tell (nan in [nan], but not float("nan") in [nan]).
func (c *Ctx) freshNaN(f float64) float64 {
	c.nextID++
	return math.Float64frombits(math.Float64bits(f)&^(1<<32-1) | uint64(c.nextID))
}

// PlainNaN takes off a NaN's bits what makes it an object of its own: for code that shows the bits.
func PlainNaN(f float64) float64 {
	if b := math.Float64bits(f); math.IsNaN(f) && b&(1<<51-1)>>32 == 0 {
		return math.Float64frombits(b&^(1<<32-1) | 1<<51)
	}
	return f
}

func floatRound(c *Ctx, a []Value) Value {
	f, _ := a[0].AsFloat()
	if a[1].IsNil() || a[1].IsNone() {
		return c.floatToInt(numtext.RoundToInt(f))
	}
	n, ok := c.IndexInt(a[1], true)
	if !ok {
		return Nil
	}
	if math.IsInf(f, 0) || math.IsNaN(f) || f == 0 {
		return Float(f)
	}
	r, overflow := numtext.Round(f, n)
	if overflow {
		return c.Raise(OverflowError, "rounded value too large to represent")
	}
	return Float(r)
}

func floatFormat(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "__format__() argument must be str, not %s", TypeOf(a[1]).Said())
	}
	if s.s == "" {
		return c.Str(a[0])
	}
	spec, e := format.Parse(s.s, format.Float, TypeOf(a[0]).Name)
	if e != nil {
		return c.formatError(e)
	}
	f, _ := a[0].AsFloat()
	text, e := spec.Float(f)
	if e != nil {
		return c.formatError(e)
	}
	return NewStr(text)
}
