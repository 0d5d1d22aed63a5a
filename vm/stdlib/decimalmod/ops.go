package decimalmod

import (
	"math/big"

	"slp/vm/object"
)

func ofBig(n *big.Int) number {
	if n.Sign() < 0 {
		return make1(true, new(big.Int).Neg(n), 0)
	}
	return make1(false, n, 0)
}

type (
	unaryOp  func(l *limits, x *number, status *uint32) number
	binaryOp func(l *limits, x, y *number, status *uint32) number
)

// apply1 and apply2 compute in a context.
func apply1(c *ctx, op unaryOp, x *number, arg value) value {
	k, v := current(c, arg)
	if k == nil {
		return object.Nil
	}
	var status uint32
	r := op(&k.limits, x, &status)
	if !report(c, k, v, status) {
		return object.Nil
	}
	return newDecimal(c, r)
}

func apply2(c *ctx, op binaryOp, x, y *number, arg value) value {
	k, v := current(c, arg)
	if k == nil {
		return object.Nil
	}
	var status uint32
	r := op(&k.limits, x, y, &status)
	if !report(c, k, v, status) {
		return object.Nil
	}
	return newDecimal(c, r)
}

// operator makes __op__ and __rop__.
func operator(name string, op binaryOp) []object.Def {
	return []object.Def{
		{Sig: "__" + name + "__(self, value, /)", Fn: func(c *ctx, a []value) value {
			y, ok := operand(a[1])
			if !ok {
				return object.NotImplemented
			}
			return apply2(c, op, &of(a[0]).number, &y, object.Nil)
		}},
		{Sig: "__r" + name + "__(self, value, /)", Fn: func(c *ctx, a []value) value {
			x, ok := operand(a[1])
			if !ok {
				return object.NotImplemented
			}
			return apply2(c, op, &x, &of(a[0]).number, object.Nil)
		}},
	}
}

func unaryOperator(name string, op unaryOp) object.Def {
	return object.Def{Sig: "__" + name + "__(self, /)", Fn: func(c *ctx, a []value) value { return apply1(c, op, &of(a[0]).number, object.Nil) }}
}

// Functions with one and two operands that are written here; of a Decimal and of a Context.
var (
	unary = []struct {
		name string
		op   unaryOp
	}{{"sqrt", (*limits).sqrt}, {"normalize", (*limits).reduce},
		{"to_integral_exact", func(l *limits, x *number, status *uint32) number { return l.toIntegral(x, status, true) }},
		{"to_integral_value", func(l *limits, x *number, status *uint32) number { return l.toIntegral(x, status, false) }},
		{"to_integral", func(l *limits, x *number, status *uint32) number { return l.toIntegral(x, status, false) }}}
	binary = []struct {
		name string
		op   binaryOp
	}{{"compare", compareOp}}
	contextUnary = []struct {
		name string
		op   unaryOp
	}{{"plus", (*limits).plus}, {"minus", (*limits).minus}, {"abs", (*limits).abs}}
	contextBinary = []struct {
		name string
		op   binaryOp
	}{{"add", (*limits).add}, {"subtract", (*limits).sub}, {"multiply", (*limits).mul}, {"divide", (*limits).div},
		{"divide_int", (*limits).floorDiv}, {"remainder", (*limits).rem}, {"quantize", (*limits).quantize}}

	// Functions of _pydecimal, by number of operands.
	rare1 = []string{"exp", "ln", "log10", "next_minus", "next_plus", "logb", "logical_invert"}
	rare2 = []string{"compare_signal", "max", "max_mag", "min", "min_mag", "next_toward", "remainder_near", "logical_and", "logical_or", "logical_xor",
		"rotate", "scaleb", "shift", "compare_total", "compare_total_mag"}
)

func compareOp(l *limits, x, y *number, status *uint32) number {
	if r, ok := nanOf(l, status, x, y); ok {
		return r
	}
	switch compare(x, y) {
	case -1:
		return small(true, 1, 0)
	case 1:
		return small(false, 1, 0)
	}
	return small(false, 0, 0)
}

// rare leaves a function to _pydecimal.
func rare(c *ctx, name string, arg value, operands ...value) value {
	args := make([]value, len(operands))
	for i, v := range operands {
		x, ok := needOperand(c, v)
		if !ok {
			return object.Nil
		}
		args[i] = object.NewASCII(x.text(false, 1))
	}
	k, v := current(c, arg)
	if k == nil {
		return object.Nil
	}
	return c.Self("decimal_rare", c.Intern(name).V(), object.NewTuple(args), v, state(c).finish)
}

func tests() []struct {
	name string
	test func(x *number, l *limits) bool
} {
	return []struct {
		name string
		test func(x *number, l *limits) bool
	}{
		{"is_canonical", func(x *number, l *limits) bool { return true }},
		{"is_finite", func(x *number, l *limits) bool { return x.kind == finite }},
		{"is_infinite", func(x *number, l *limits) bool { return x.kind == infinite }},
		{"is_nan", func(x *number, l *limits) bool { return x.nan() }},
		{"is_qnan", func(x *number, l *limits) bool { return x.kind == quietNaN }},
		{"is_snan", func(x *number, l *limits) bool { return x.kind == signalNaN }},
		{"is_signed", func(x *number, l *limits) bool { return x.neg }},
		{"is_zero", func(x *number, l *limits) bool { return x.zero() }},
		{"is_normal", func(x *number, l *limits) bool { return x.kind == finite && !x.zero() && x.adjusted() >= l.emin }},
		{"is_subnormal", func(x *number, l *limits) bool { return x.kind == finite && !x.zero() && x.adjusted() < l.emin }},
	}
}

// class names what a number is.
func (x *number) class(l *limits) string {
	sign := "+"
	if x.neg {
		sign = "-"
	}
	switch {
	case x.kind == quietNaN:
		return "NaN"
	case x.kind == signalNaN:
		return "sNaN"
	case x.kind == infinite:
		return sign + "Infinity"
	case x.zero():
		return sign + "Zero"
	case x.adjusted() < l.emin:
		return sign + "Subnormal"
	}
	return sign + "Normal"
}

// copies are the functions that only copy.
func copies() []struct {
	name string
	op   func(x number) number
} {
	return []struct {
		name string
		op   func(x number) number
	}{
		{"copy_abs", func(x number) number { x.neg = false; return x }},
		{"copy_negate", func(x number) number { x.neg = !x.neg; return x }},
		{"canonical", func(x number) number { return x }},
	}
}

func copySign(x, y number) number {
	x.neg = y.neg
	return x
}

func sameQuantum(x, y *number) bool {
	if x.kind != finite || y.kind != finite {
		return x.nan() && y.nan() || x.kind == infinite && y.kind == infinite
	}
	return x.exp == y.exp
}

// power is x ** y, by _pydecimal but for what it is used for most.
func power(c *ctx, x, y, mod, arg value) value {
	operands := []value{x, y}
	name := "power"
	if !mod.IsNil() && !mod.IsNone() {
		operands = append(operands, mod)
	}
	return rare(c, name, arg, operands...)
}
