package object

import (
	"math"
	"math/big"

	"slp/vm/internal/format"
	"slp/vm/internal/libm"
	"slp/vm/internal/numtext"
	"slp/vm/internal/pyhash"
)

func defineNumbers() {
	defineInt()
	defineFloat()
	defineComplex()
}

// intBin makes a binary operator of int: fast for small numbers where fastBinary knows, exact for all.
func intBin(op BinOp, reflected bool) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0], a[1]
		if !x.IsAnyInt() || !y.IsAnyInt() {
			return NotImplemented
		}
		if reflected {
			x, y = y, x
		}
		return c.intOp(op, x.Unbox(), y.Unbox())
	}
}

func (c *Ctx) intOp(op BinOp, x, y Value) Value {
	xi, xok := x.AsInt()
	yi, yok := y.AsInt()
	if xok && yok {
		if x.p.Kind == KBool && y.p.Kind == KBool {
			switch op {
			case OpAnd:
				return Bool(xi&yi != 0)
			case OpOr:
				return Bool(xi|yi != 0)
			case OpXor:
				return Bool(xi^yi != 0)
			}
		}
		if v := c.intBinary(op, xi, yi); !v.IsNil() {
			return v
		}
	}
	switch op {
	case OpTrueDiv, OpFloorDiv, OpMod, OpDivmod:
		if yok && yi == 0 {
			return c.Raise(ZeroDivisionError, "division by zero")
		}
	case OpPow:
		return c.intPow(x, y)
	case OpLShift, OpRShift:
		return c.intShift(op, x, y)
	}
	a, b := x.AsBigInt(), y.AsBigInt()
	r := new(big.Int)
	switch op {
	case OpAdd:
		r.Add(a, b)
	case OpSub:
		r.Sub(a, b)
	case OpMul:
		r.Mul(a, b)
	case OpTrueDiv:
		f, ok := numtext.TrueDiv(a, b)
		if !ok {
			return c.Raise(OverflowError, "integer division result too large for a float")
		}
		return Float(f)
	case OpFloorDiv:
		r, _ = numtext.FloorDivMod(a, b)
	case OpMod:
		_, r = numtext.FloorDivMod(a, b)
	case OpDivmod:
		q, m := numtext.FloorDivMod(a, b)
		return TupleOf(NewBig(q), NewBig(m))
	case OpAnd:
		r.And(a, b)
	case OpOr:
		r.Or(a, b)
	case OpXor:
		r.Xor(a, b)
	default:
		return NotImplemented
	}
	return NewBig(r)
}

func (c *Ctx) intPow(x, y Value) Value {
	xi, xok := x.AsInt()
	yi, yok := y.AsInt()
	if yok && yi >= 0 {
		if xok {
			if r, ok := numtext.PowInt(xi, yi); ok {
				return Int(r)
			}
		}
		r, ok := numtext.Pow(x.AsBigInt(), y.AsBigInt())
		if !ok {
			return c.RaiseArgs(MemoryError)
		}
		return NewBig(r)
	}
	if y.AsBigInt().Sign() > 0 {
		r, ok := numtext.Pow(x.AsBigInt(), y.AsBigInt())
		if !ok {
			return c.RaiseArgs(MemoryError)
		}
		return NewBig(r)
	}
	if xok && xi == 0 {
		return c.Raise(ZeroDivisionError, "zero to a negative power")
	}
	f, ok := c.toFloat(x)
	if !ok {
		return Nil
	}
	g, ok := c.toFloat(y)
	if !ok {
		return Nil
	}
	return c.floatPow(f, g)
}

func (c *Ctx) intShift(op BinOp, x, y Value) Value {
	n, ok := y.AsInt()
	if y.AsBigInt().Sign() < 0 {
		return c.Raise(ValueError, "negative shift count")
	}
	a := x.AsBigInt()
	if op == OpRShift {
		if !ok || n > int64(a.BitLen()) {
			if a.Sign() < 0 {
				return Int(-1)
			}
			return Int(0)
		}
		return NewBig(new(big.Int).Rsh(a, uint(n)))
	}
	if a.Sign() == 0 {
		return Int(0)
	}
	if !ok || n > 1<<33 {
		return c.Raise(OverflowError, "too many digits in integer")
	}
	return NewBig(new(big.Int).Lsh(a, uint(n)))
}

func intCmp(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		if !a[0].IsAnyInt() || !a[1].IsAnyInt() {
			return NotImplemented
		}
		return Bool(cmpOrdered(op, int64(a[0].AsBigInt().Cmp(a[1].AsBigInt())), 0))
	}
}

// newInt makes the result of an int method from a big.Int.
func newIntOf(cls *Type, c *Ctx, v Value) Value {
	if cls == IntType || cls.Flags&HeapType == 0 {
		return v
	}
	return c.NewPayload(cls, v)
}

func defineInt() {
	IntType.define(Spec{Doc: "int([x]) -> integer\nint(x, base=10) -> integer", Methods: append([]Def{
		{Sig: "__new__(cls, x=0, /, base=10)", Fn: intNew, Kind: AsNew, Unpack: true},
		{Sig: "__repr__(self, /)", Fn: intRepr},
		{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			h, _ := plainHash(a[0].Unbox())
			return Int(h)
		}},
		{Sig: "__bool__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(a[0].AsBigInt().Sign() != 0) }},
		{Sig: "__neg__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewBig(new(big.Int).Neg(a[0].AsBigInt())) }},
		{Sig: "__pos__(self, /)", Fn: intSelf}, {Sig: "__int__(self, /)", Fn: intSelf}, {Sig: "__index__(self, /)", Fn: intSelf},
		{Sig: "__trunc__(self, /)", Fn: intSelf}, {Sig: "__floor__(self, /)", Fn: intSelf}, {Sig: "__ceil__(self, /)", Fn: intSelf},
		{Sig: "conjugate(self, /)", Fn: intSelf, Doc: "Returns self, the complex conjugate of any int."},
		{Sig: "__abs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewBig(new(big.Int).Abs(a[0].AsBigInt())) }},
		{Sig: "__invert__(self, /)", Fn: func(c *Ctx, a []Value) Value { return NewBig(new(big.Int).Not(a[0].AsBigInt())) }},
		{Sig: "__float__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			f, ok := c.toFloat(a[0].Unbox())
			if !ok {
				return Nil
			}
			return Float(f)
		}},
		{Sig: "__round__(self, ndigits=None, /)", Fn: intRound},
		{Sig: "__pow__(self, value, mod=None, /)", Fn: intPow3}, {Sig: "__rpow__(self, value, mod=None, /)", Fn: func(c *Ctx, a []Value) Value { return intPow3(c, []Value{a[1], a[0], a[2]}) }},
		{Sig: "__format__(self, format_spec, /)", Fn: intFormat},
		{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(c.Index(a[0])) }},
		{Sig: "bit_length(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsBigInt().BitLen())) }, Doc: "Number of bits necessary to represent self in binary."},
		{Sig: "bit_count(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(numtext.BitCountBig(a[0].AsBigInt()))) }, Doc: "Number of ones in the binary representation of the absolute value of self."},
		{Sig: "to_bytes(self, /, length=1, byteorder='big', *, signed=False)", Fn: intToBytes, Doc: "Return an array of bytes representing an integer."},
		{Sig: "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", Fn: intFromBytes, Kind: AsClass, Doc: "Return the integer represented by the given array of bytes."},
		{Sig: "as_integer_ratio(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(c.Index(a[0]), Int(1)) }, Doc: "Return a pair of integers, whose ratio is equal to the original int."},
		{Sig: "is_integer(self, /)", Fn: func(c *Ctx, a []Value) Value { return True }, Doc: "Returns True. Exists for duck type compatibility with float.is_integer."},
		{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(sizeOf(a[0].Unbox())) }},
		{Sig: "__eq__(self, value, /)", Fn: intCmp(CmpEq)}, {Sig: "__ne__(self, value, /)", Fn: intCmp(CmpNe)}, {Sig: "__lt__(self, value, /)", Fn: intCmp(CmpLt)},
		{Sig: "__le__(self, value, /)", Fn: intCmp(CmpLe)}, {Sig: "__gt__(self, value, /)", Fn: intCmp(CmpGt)}, {Sig: "__ge__(self, value, /)", Fn: intCmp(CmpGe)},
	}, operators(intBin, OpAdd, OpSub, OpMul, OpTrueDiv, OpFloorDiv, OpMod, OpLShift, OpRShift, OpAnd, OpOr, OpXor, OpDivmod)...), Gets: []Get{
		{Name: "real", Get: func(c *Ctx, o Value) Value { return c.Index(o) }}, {Name: "numerator", Get: func(c *Ctx, o Value) Value { return c.Index(o) }},
		{Name: "imag", Get: func(c *Ctx, o Value) Value { return Int(0) }}, {Name: "denominator", Get: func(c *Ctx, o Value) Value { return Int(1) }},
	}})
	BoolType.Flags |= Final
	BoolType.define(Spec{Base: IntType, Doc: "Returns True when the argument is true, False otherwise.", Methods: []Def{
		{Sig: "__new__(cls, object=False, /)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			if a[1].IsNil() {
				return False
			}
			t, ok := c.Truth(a[1])
			if !ok {
				return Nil
			}
			return Bool(t)
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Repr(a[0]) }},
		{Sig: "__invert__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			if !c.Warn(DeprecationWarning, "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion "+
				"of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation "+
				"or ~int(x) if you really want the bitwise inversion of the underlying int.") {
				return Nil
			}
			return Int(^a[0].I())
		}},
		{Sig: "__and__(self, value, /)", Fn: intBin(OpAnd, false)}, {Sig: "__or__(self, value, /)", Fn: intBin(OpOr, false)}, {Sig: "__xor__(self, value, /)", Fn: intBin(OpXor, false)},
		{Sig: "__rand__(self, value, /)", Fn: intBin(OpAnd, true)}, {Sig: "__ror__(self, value, /)", Fn: intBin(OpOr, true)}, {Sig: "__rxor__(self, value, /)", Fn: intBin(OpXor, true)},
	}})
}

// operators lists a type's binary operators and their reflected forms.
func operators(make func(op BinOp, reflected bool) Fn, ops ...BinOp) []Def {
	var out []Def
	for _, op := range ops {
		d := DAdd + Dunder(op)*3
		if op == OpDivmod {
			d = DDivmod
		}
		out = append(out, Def{Sig: d.Name().s + "(self, value, /)", Fn: make(op, false)},
			Def{Sig: (d + 1).Name().s + "(self, value, /)", Fn: make(op, true)})
	}
	return out
}

func intSelf(c *Ctx, a []Value) Value {
	v := a[0].Unbox()
	if v.p.Kind == KBool {
		return Int(v.I())
	}
	return v
}

func intRepr(c *Ctx, a []Value) Value {
	v := a[0].Unbox()
	if v.p.Kind == KBigInt {
		b := v.AsBig().I
		if numtext.ExceedsDigits(b, c.MaxStrDigits) {
			return c.Raise(ValueError, "%s", numtext.TooManyDigits(c.MaxStrDigits))
		}
		return NewASCII(numtext.FormatBig(b, 10, false))
	}
	return NewASCII(itoa(v.I()))
}

// toFloat is float(v) of an int.
func (c *Ctx) toFloat(v Value) (float64, bool) {
	if b := v.AsBig(); b != nil {
		f, ok := numtext.BigToFloat(b.I)
		if !ok {
			c.Raise(OverflowError, "int too large to convert to float")
		}
		return f, ok
	}
	i, _ := v.AsInt()
	return float64(i), true
}

func intRound(c *Ctx, a []Value) Value {
	if a[1].IsNil() || a[1].IsNone() {
		return intSelf(c, a)
	}
	n := c.Index(a[1])
	if n.IsNil() {
		return Nil
	}
	if n.AsBigInt().Sign() >= 0 {
		return intSelf(c, a)
	}
	d, ok := n.AsInt()
	if !ok || d < -1<<20 {
		return Int(0)
	}
	return NewBig(numtext.RoundInt(a[0].AsBigInt(), int(d)))
}

func intPow3(c *Ctx, a []Value) Value {
	if !a[0].IsAnyInt() || !a[1].IsAnyInt() {
		return NotImplemented
	}
	if a[2].IsNil() || a[2].IsNone() {
		return c.intPow(a[0].Unbox(), a[1].Unbox())
	}
	if !a[2].IsAnyInt() {
		return NotImplemented
	}
	m := a[2].AsBigInt()
	if m.Sign() == 0 {
		return c.Raise(ValueError, "pow() 3rd argument cannot be 0")
	}
	r, bad := numtext.ModPow(a[0].AsBigInt(), a[1].AsBigInt(), m)
	if bad != "" {
		return c.Raise(ValueError, "%s", string(bad))
	}
	return NewBig(r)
}

// formatError raises the exception of a format error.
func (c *Ctx) formatError(e *format.Error) Value {
	t := ValueError
	switch e.Kind {
	case format.OverflowError:
		t = OverflowError
	case format.MemoryError:
		return c.RaiseArgs(MemoryError)
	}
	return c.Raise(t, "%s", e.Message)
}

func intFormat(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "__format__() argument must be str, not %s", TypeOf(a[1]).Said())
	}
	if s.s == "" {
		return c.Str(a[0])
	}
	spec, e := format.Parse(s.s, format.Int, TypeOf(a[0]).Name)
	if e != nil {
		return c.formatError(e)
	}
	var text string
	if i, ok := a[0].AsInt(); ok {
		text, e = spec.Int(i)
	} else {
		if b := a[0].AsBig().I; numtext.ExceedsDigits(b, c.MaxStrDigits) && (s.s[len(s.s)-1] == 'd' || s.s[len(s.s)-1] == 'n') {
			return c.Raise(ValueError, "%s", numtext.TooManyDigits(c.MaxStrDigits))
		}
		text, e = spec.Big(a[0].AsBig().I)
	}
	if e != nil {
		return c.formatError(e)
	}
	return NewStr(text)
}

func intNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	x := a[1]
	if x.IsNil() {
		if !a[2].IsNil() {
			return c.Raise(TypeError, "int() missing string argument")
		}
		return newIntOf(cls, c, Int(0))
	}
	if !a[2].IsNil() {
		base, ok := c.IndexInt(a[2], true)
		if !ok {
			return Nil
		}
		if base != 0 && (base < 2 || base > 36) {
			return c.Raise(ValueError, "int() base must be >= 2 and <= 36, or 0")
		}
		v := c.intFromText(x, base)
		if v == NotImplemented {
			return c.Raise(TypeError, "int() can't convert non-string with explicit base")
		}
		if v.IsNil() {
			return Nil
		}
		return newIntOf(cls, c, v)
	}
	v := c.ToInt(x)
	if v.IsNil() {
		return Nil
	}
	return newIntOf(cls, c, v)
}

// ToInt is int(x): an exact int, or Nil.
func (c *Ctx) ToInt(x Value) Value {
	switch x.p.Kind {
	case KInt, KBigInt:
		return x
	case KBool:
		return Int(x.I())
	case KFloat:
		return c.floatToInt(x.F())
	}
	t := TypeOf(x)
	if m := t.Dunder(DInt); !m.IsNil() && !m.IsNone() {
		r := c.CallMethod(m, x)
		if r.IsNil() {
			return Nil
		}
		if !r.IsAnyInt() {
			return c.Raise(TypeError, "__int__ returned non-int (type %s)", TypeOf(r).Said())
		}
		if TypeOf(r) != IntType && !c.Warn(DeprecationWarning, "__int__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int is deprecated, "+
			"and may be removed in a future version of Python.", TypeOf(r).Name) {
			return Nil
		}
		return c.Index(r)
	}
	if m := t.Dunder(DIndex); !m.IsNil() && !m.IsNone() {
		return c.Index(x)
	}
	if v := c.intFromText(x, 10); v != NotImplemented {
		return v
	}
	return c.Raise(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", t.Said())
}

// intFromText parses a str or bytes; NotImplemented for anything else.
func (c *Ctx) intFromText(x Value, base int) Value {
	text, ok := numberText(x)
	if !ok {
		if !hasBuffer(x) {
			return NotImplemented
		}
		if text, ok, _ = c.bufferBytes(x); !ok {
			return Nil
		}
	}
	i, b, e := numtext.ParseInt(text, base, c.MaxStrDigits)
	if e != nil {
		r, ok := c.ReprText(x)
		if !ok {
			return Nil
		}
		return c.Raise(ValueError, "%s", e.Message(r))
	}
	if b != nil {
		return NewBig(b)
	}
	return Int(i)
}

func byteOrder(c *Ctx, v Value) (little, ok bool) {
	if v.IsNil() {
		return false, true
	}
	if s := v.AsStr(); s != nil {
		switch s.s {
		case "little":
			return true, true
		case "big":
			return false, true
		}
		c.Raise(ValueError, "byteorder must be either 'little' or 'big'")
		return false, false
	}
	c.Raise(TypeError, "argument 'byteorder' must be str, not %s", TypeOf(v).Said())
	return false, false
}

func (c *Ctx) optTruth(v Value) (truth, ok bool) {
	if v.IsNil() {
		return false, true
	}
	return c.Truth(v)
}

func intToBytes(c *Ctx, a []Value) Value {
	n := 1
	var ok bool
	if !a[1].IsNil() {
		if n, ok = c.IndexInt(a[1], false); !ok {
			return Nil
		}
	}
	little, ok := byteOrder(c, a[2])
	if !ok {
		return Nil
	}
	signed, ok := c.optTruth(a[3])
	if !ok {
		return Nil
	}
	if n < 0 {
		return c.Raise(ValueError, "length argument must be non-negative")
	}
	v := a[0].AsBigInt()
	if v.Sign() < 0 && !signed {
		return c.Raise(OverflowError, "can't convert negative int to unsigned")
	}
	limit := n * 8
	bits := v.BitLen()
	if signed {
		if v.Sign() < 0 {
			bits = new(big.Int).Not(v).BitLen()
		}
		bits++
		if v.Sign() == 0 {
			bits = 0
		}
	}
	if bits > limit {
		return c.Raise(OverflowError, "int too big to convert")
	}
	if v.Sign() < 0 {
		v = new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), uint(limit)))
	}
	buf := v.FillBytes(make([]byte, n))
	if little {
		reverseBytes(buf)
	}
	return NewBytes(string(buf))
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func intFromBytes(c *Ctx, a []Value) Value {
	little, ok := byteOrder(c, a[2])
	if !ok {
		return Nil
	}
	signed, ok := c.optTruth(a[3])
	if !ok {
		return Nil
	}
	src := a[1]
	if src.AsStr() != nil || src.IsAnyInt() {
		return c.Raise(TypeError, "cannot convert '%s' object to bytes", TypeOf(src).Said())
	}
	if src.AsBytes() == nil {
		src = c.Call(BytesType.V(), src)
		if src.IsNil() {
			return Nil
		}
	}
	buf := []byte(src.AsBytes().S)
	if little {
		reverseBytes(buf)
	}
	v := new(big.Int).SetBytes(buf)
	if signed && len(buf) > 0 && buf[0]&0x80 != 0 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(len(buf)*8)))
	}
	r := NewBig(v)
	if cls := a[0].AsType(); cls != IntType {
		return c.Call(cls.V(), r)
	}
	return r
}

func (c *Ctx) floatToInt(f float64) Value {
	switch {
	case math.IsNaN(f):
		return c.Raise(ValueError, "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return c.Raise(OverflowError, "cannot convert float infinity to integer")
	}
	i, b := numtext.FloatToInt(f)
	if b != nil {
		return NewBig(b)
	}
	return Int(i)
}

func (c *Ctx) floatPow(x, y float64) Value {
	if x == 0 && y < 0 {
		return c.Raise(ZeroDivisionError, "zero to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsNaN(y) && y != math.Floor(y) {
		return complexPow(c, complex(x, 0), complex(y, 0))
	}
	r := libm.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return c.RaiseArgs(OverflowError, Int(34), NewStr("Numerical result out of range"))
	}
	return Float(r)
}

var _ = pyhash.Int
