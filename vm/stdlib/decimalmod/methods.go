package decimalmod

import (
	"math"
	"math/big"

	"slp/vm/internal/numtext"
	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

func num(v value) *number { return &of(v).number }

// hashOf is hash(x): that of the equal number of another class.
func (x *number) hashOf() int64 {
	const p = 1<<61 - 1
	if x.kind == infinite {
		if x.neg {
			return -314159
		}
		return 314159
	}
	prime := big.NewInt(p)
	e := new(big.Int)
	if x.exp >= 0 {
		e.Exp(big.NewInt(10), big.NewInt(x.exp), prime)
	} else {
		inv := new(big.Int).ModInverse(big.NewInt(10), prime)
		e.Exp(inv, big.NewInt(-x.exp), prime)
	}
	h := e.Mul(e, new(big.Int).Mod(x.coef(), prime)).Mod(e, prime).Int64()
	if x.neg {
		h = -h
	}
	if h == -1 {
		h = -2
	}
	return h
}

func decimalHash(c *ctx, a []value) value {
	d := of(a[0])
	switch {
	case d.kind == signalNaN:
		return c.Raise(object.TypeError, "Cannot hash a signaling NaN value")
	case d.kind == quietNaN:
		return object.Int(int64(c.ID(a[0]) >> 4))
	case d.kind == finite && d.hi == nil && d.exp == 0 && d.lo <= math.MaxInt64:
		n := int64(d.lo)
		if d.neg {
			n = -n
		}
		return object.Int(pyhash.Int(n))
	}
	return object.Int(d.hashOf())
}

// comparison makes a method of a comparison operator.
func comparison(name string, op object.CmpOp, f func(cmp int) bool) object.Def {
	return object.Def{Sig: "__" + name + "__(self, value, /)", Fn: func(c *ctx, a []value) value {
		equality := op == object.CmpEq || op == object.CmpNe
		x := num(a[0])
		y, ok := operand(a[1])
		if !ok {
			if v, is := a[1].AsFloat(); is {
				k, kv := current(c, object.Nil)
				if k == nil {
					return object.Nil
				}
				if equality {
					if k.status&sFloatOperation == 0 {
						c.Touch(kv.Hdr())
						k.status |= sFloatOperation
					}
				} else if !report(c, k, kv, sFloatOperation) {
					return object.Nil
				}
				y = ofFloat(v)
			} else if z := a[1].AsComplex(); z != nil && equality {
				if imag(z.V) != 0 {
					return object.Bool(op == object.CmpNe)
				}
				y = ofFloat(real(z.V))
			} else if a[1].Kind() == object.KInst {
				return c.Self("decimal_compare_rational", a[0], a[1], object.NewStr(name))
			} else {
				return object.NotImplemented
			}
		}
		if x.nan() || y.nan() {
			if x.kind == signalNaN || y.kind == signalNaN || !equality {
				k, kv := current(c, object.Nil)
				if k == nil || !report(c, k, kv, sInvalidOperation) {
					return object.Nil
				}
			}
			return object.Bool(op == object.CmpNe)
		}
		return object.Bool(f(compare(x, &y)))
	}}
}

func toFloat(c *ctx, x *number) value {
	if x.nan() {
		if x.kind == signalNaN {
			return c.Raise(object.ValueError, "cannot convert signaling NaN to float")
		}
		return object.Float(math.Copysign(math.NaN(), signOf(x)))
	}
	f, _ := numtext.ParseFloat(x.text(false, 1))
	return object.Float(f)
}

func signOf(x *number) float64 {
	if x.neg {
		return -1
	}
	return 1
}

func asTuple(c *ctx, x *number) value {
	sign, exp := object.Int(0), object.Int(x.exp)
	if x.neg {
		sign = object.Int(1)
	}
	text := x.coef().String()
	switch x.kind {
	case infinite:
		text, exp = "0", object.NewStr("F")
	case quietNaN, signalNaN:
		exp = object.NewStr("n")
		if x.kind == signalNaN {
			exp = object.NewStr("N")
		}
		if text == "0" {
			text = ""
		}
	}
	digits := make([]value, len(text))
	for i := range digits {
		digits[i] = object.Int(int64(text[i] - '0'))
	}
	return c.Self("decimal_tuple", sign, object.NewTuple(digits), exp)
}

func asRatio(c *ctx, x *number) value {
	switch {
	case x.nan():
		return c.Raise(object.ValueError, "cannot convert NaN to integer ratio")
	case x.kind == infinite:
		return c.Raise(object.OverflowError, "cannot convert Infinity to integer ratio")
	case x.exp > longest || x.exp < -longest:
		return c.RaiseArgs(object.MemoryError)
	}
	n := new(big.Int).Set(x.coef())
	if x.neg {
		n.Neg(n)
	}
	d := big.NewInt(1)
	if x.exp >= 0 {
		n.Mul(n, bigPow10(x.exp))
	} else {
		d = new(big.Int).Set(bigPow10(-x.exp))
		if g := new(big.Int).GCD(nil, nil, new(big.Int).Abs(n), d); g.Sign() != 0 {
			n.Quo(n, g)
			d.Quo(d, g)
		}
	}
	return object.TupleOf(object.NewBig(n), object.NewBig(d))
}

func roundTo(c *ctx, a []value) value {
	x := num(a[0])
	if a[1].IsNil() {
		return x.toInt(c, roundHalfEven)
	}
	if !a[1].IsAnyInt() {
		return c.Raise(object.TypeError, "optional arg must be an integer")
	}
	n, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	y := small(false, 1, int64(-n))
	return apply2(c, (*limits).quantize, x, &y, object.Nil)
}

// roundingArg reads the argument rounding.
func roundingArg(c *ctx, v value) (int, bool) {
	if s := v.AsStr(); s != nil {
		for i, r := range roundings {
			if r == s.String() {
				return i, true
			}
		}
	}
	c.Raise(object.TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
	return 0, false
}

// withRounding is an operation in a context with another rounding mode, if one is given.
func withRounding(c *ctx, op unaryOp, x *number, rounding, arg value) value {
	k, v := current(c, arg)
	if k == nil {
		return object.Nil
	}
	l := k.limits
	if !rounding.IsNil() && !rounding.IsNone() {
		var ok bool
		if l.round, ok = roundingArg(c, rounding); !ok {
			return object.Nil
		}
	}
	var status uint32
	r := op(&l, x, &status)
	if !report(c, k, v, status) {
		return object.Nil
	}
	return newDecimal(c, r)
}

func decimalSpec() object.Spec {
	s := object.Spec{Name: "Decimal", Module: "decimal", Doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0')."}
	add := func(defs ...object.Def) { s.Methods = append(s.Methods, defs...) }
	add(object.Def{Sig: "__new__(cls, value='0', context=None)", Kind: object.AsNew, Fn: decimalNew},
		object.Def{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			k, _ := current(c, object.Nil)
			if k == nil {
				return object.Nil
			}
			return object.NewASCII("Decimal('" + num(a[0]).text(false, k.capitals) + "')")
		}},
		object.Def{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value {
			k, _ := current(c, object.Nil)
			if k == nil {
				return object.Nil
			}
			return object.NewASCII(num(a[0]).text(false, k.capitals))
		}},
		object.Def{Sig: "to_eng_string(self, /, context=None)", Fn: func(c *ctx, a []value) value {
			k, _ := current(c, a[1])
			if k == nil {
				return object.Nil
			}
			return object.NewASCII(num(a[0]).text(true, k.capitals))
		}},
		object.Def{Sig: "__hash__(self, /)", Fn: decimalHash},
		comparison("eq", object.CmpEq, func(n int) bool { return n == 0 }), comparison("ne", object.CmpNe, func(n int) bool { return n != 0 }),
		comparison("lt", object.CmpLt, func(n int) bool { return n < 0 }), comparison("le", object.CmpLe, func(n int) bool { return n <= 0 }),
		comparison("gt", object.CmpGt, func(n int) bool { return n > 0 }), comparison("ge", object.CmpGe, func(n int) bool { return n >= 0 }),
		unaryOperator("neg", (*limits).minus), unaryOperator("pos", (*limits).plus), unaryOperator("abs", (*limits).abs),
		object.Def{Sig: "__bool__(self, /)", Fn: func(c *ctx, a []value) value { return object.Bool(!num(a[0]).zero()) }},
		object.Def{Sig: "__int__(self, /)", Fn: func(c *ctx, a []value) value { return num(a[0]).toInt(c, roundDown) }},
		object.Def{Sig: "__trunc__(self, /)", Fn: func(c *ctx, a []value) value { return num(a[0]).toInt(c, roundDown) }},
		object.Def{Sig: "__floor__(self, /)", Fn: func(c *ctx, a []value) value { return num(a[0]).toInt(c, roundFloor) }},
		object.Def{Sig: "__ceil__(self, /)", Fn: func(c *ctx, a []value) value { return num(a[0]).toInt(c, roundCeiling) }},
		object.Def{Sig: "__round__(self, ndigits=None, /)", Fn: roundTo},
		object.Def{Sig: "__float__(self, /)", Fn: func(c *ctx, a []value) value { return toFloat(c, num(a[0])) }},
		object.Def{Sig: "__complex__(self, /)", Fn: func(c *ctx, a []value) value {
			f := toFloat(c, num(a[0]))
			if f.IsNil() {
				return object.Nil
			}
			return object.NewComplex(complex(f.F(), 0))
		}},
		object.Def{Sig: "__format__(self, format_spec, override=<unrepresentable>, /)", Fn: func(c *ctx, a []value) value {
			if a[1].AsStr() == nil {
				return c.Raise(object.TypeError, "format argument must be str")
			}
			k, v := current(c, object.Nil)
			if k == nil {
				return object.Nil
			}
			override := object.None
			if !a[2].IsNil() {
				if override = a[2]; override.AsDict() == nil {
					return c.Raise(object.TypeError, "optional argument must be a dict")
				}
			}
			return c.Self("decimal_format", object.NewASCII(num(a[0]).text(false, 1)), a[1], v, override)
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
			k, _ := current(c, object.Nil)
			if k == nil {
				return object.Nil
			}
			return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(object.NewASCII(num(a[0]).text(false, k.capitals))))
		}},
		object.Def{Sig: "__copy__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
		object.Def{Sig: "__sizeof__(self, /)", Fn: func(c *ctx, a []value) value { return object.Int(104) }},
		object.Def{Sig: "as_tuple(self, /)", Fn: func(c *ctx, a []value) value { return asTuple(c, num(a[0])) }},
		object.Def{Sig: "as_integer_ratio(self, /)", Fn: func(c *ctx, a []value) value { return asRatio(c, num(a[0])) }},
		object.Def{Sig: "adjusted(self, /)", Fn: func(c *ctx, a []value) value {
			if num(a[0]).kind != finite {
				return object.Int(0)
			}
			return object.Int(num(a[0]).adjusted())
		}},
		object.Def{Sig: "conjugate(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
		object.Def{Sig: "radix(self, /)", Fn: func(c *ctx, a []value) value { return newDecimal(c, small(false, 10, 0)) }},
		object.Def{Sig: "number_class(self, /, context=None)", Fn: func(c *ctx, a []value) value {
			k, _ := current(c, a[1])
			if k == nil {
				return object.Nil
			}
			return object.NewASCII(num(a[0]).class(&k.limits))
		}},
		object.Def{Sig: "copy_sign(self, /, other, context=None)", Fn: func(c *ctx, a []value) value {
			y, ok := needOperand(c, a[1])
			if !ok {
				return object.Nil
			}
			return newDecimal(c, copySign(*num(a[0]), y))
		}},
		object.Def{Sig: "same_quantum(self, /, other, context=None)", Fn: func(c *ctx, a []value) value {
			y, ok := needOperand(c, a[1])
			if !ok {
				return object.Nil
			}
			return object.Bool(sameQuantum(num(a[0]), &y))
		}},
		object.Def{Sig: "fma(self, /, other, third, context=None)", Fn: func(c *ctx, a []value) value { return fma(c, a[0], a[1], a[2], a[3]) }},
		object.Def{Sig: "quantize(self, /, exp, rounding=None, context=None)", Fn: func(c *ctx, a []value) value {
			y, ok := needOperand(c, a[1])
			if !ok {
				return object.Nil
			}
			return withRounding(c, func(l *limits, x *number, status *uint32) number { return l.quantize(x, &y, status) }, num(a[0]), a[2], a[3])
		}},
		object.Def{Sig: "__pow__(self, value, mod=None, /)", Fn: func(c *ctx, a []value) value {
			if _, ok := operand(a[1]); !ok {
				return object.NotImplemented
			}
			if !a[2].IsNil() && !a[2].IsNone() {
				if _, ok := operand(a[2]); !ok {
					return object.NotImplemented
				}
			}
			return power(c, a[0], a[1], a[2], object.Nil)
		}},
		object.Def{Sig: "__rpow__(self, value, mod=None, /)", Fn: func(c *ctx, a []value) value {
			if _, ok := operand(a[1]); !ok {
				return object.NotImplemented
			}
			return power(c, a[1], a[0], a[2], object.Nil)
		}},
		object.Def{Sig: "from_float(cls, f, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
			var x number
			if n, ok := intOperand(a[1]); ok {
				x = n
			} else if f, ok := a[1].AsFloat(); ok {
				x = ofFloat(f)
			} else {
				return c.Raise(object.TypeError, "argument must be int or float")
			}
			v := newDecimal(c, x)
			if a[0] == state(c).decimal.V() {
				return v
			}
			return c.Call(a[0], v)
		}},
		object.Def{Sig: "from_number(cls, number, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
			if f, ok := a[1].AsFloat(); ok {
				return c.CallAttr(a[0], "from_float", object.Float(f))
			}
			if _, ok := operand(a[1]); !ok {
				return c.Raise(object.TypeError, "Cannot convert %s to Decimal", reprOf(c, a[1]))
			}
			return c.Call(a[0], a[1])
		}},
		object.Def{Sig: "__divmod__(self, value, /)", Fn: func(c *ctx, a []value) value { return divmod(c, a[0], a[1], object.Nil, false) }},
		object.Def{Sig: "__rdivmod__(self, value, /)", Fn: func(c *ctx, a []value) value { return divmod(c, a[1], a[0], object.Nil, false) }},
	)
	for _, o := range [...]struct {
		name string
		op   binaryOp
	}{{"add", (*limits).add}, {"sub", (*limits).sub}, {"mul", (*limits).mul}, {"truediv", (*limits).div}, {"floordiv", (*limits).floorDiv}, {"mod", (*limits).rem}} {
		add(operator(o.name, o.op)...)
	}
	for _, o := range unary {
		sig := o.name + "(self, /, context=None)"
		if o.name != "sqrt" && o.name != "normalize" {
			add(object.Def{Sig: o.name + "(self, /, rounding=None, context=None)", Fn: func(c *ctx, a []value) value {
				return withRounding(c, o.op, num(a[0]), a[1], a[2])
			}})
			continue
		}
		add(object.Def{Sig: sig, Fn: func(c *ctx, a []value) value { return apply1(c, o.op, num(a[0]), a[1]) }})
	}
	for _, o := range binary {
		add(object.Def{Sig: o.name + "(self, /, other, context=None)", Fn: func(c *ctx, a []value) value {
			y, ok := needOperand(c, a[1])
			if !ok {
				return object.Nil
			}
			return apply2(c, o.op, num(a[0]), &y, a[2])
		}})
	}
	for _, name := range rare1 {
		add(object.Def{Sig: name + "(self, /, context=None)", Fn: func(c *ctx, a []value) value { return rare(c, name, a[1], a[0]) }})
	}
	for _, name := range rare2 {
		add(object.Def{Sig: name + "(self, /, other, context=None)", Fn: func(c *ctx, a []value) value { return rare(c, name, a[2], a[0], a[1]) }})
	}
	for _, t := range tests() {
		sig := t.name + "(self, /)"
		if t.name == "is_normal" || t.name == "is_subnormal" {
			sig = t.name + "(self, /, context=None)"
		}
		add(object.Def{Sig: sig, Fn: func(c *ctx, a []value) value {
			arg := object.Nil
			if len(a) > 1 {
				arg = a[1]
			}
			k, _ := current(c, arg)
			if k == nil {
				return object.Nil
			}
			return object.Bool(t.test(num(a[0]), &k.limits))
		}})
	}
	for _, o := range copies() {
		add(object.Def{Sig: o.name + "(self, /)", Fn: func(c *ctx, a []value) value {
			if o.name == "canonical" {
				return a[0]
			}
			return newDecimal(c, o.op(*num(a[0])))
		}})
	}
	s.Gets = []object.Get{{Name: "real", Get: func(c *ctx, o value) value { return o }},
		{Name: "imag", Get: func(c *ctx, o value) value { return newDecimal(c, number{}) }}}
	return s
}

func fma(c *ctx, x, y, z, arg value) value {
	var n [3]number
	for i, v := range [...]value{x, y, z} {
		var ok bool
		if n[i], ok = needOperand(c, v); !ok {
			return object.Nil
		}
	}
	return apply1(c, func(l *limits, x *number, status *uint32) number { return l.fma(x, &n[1], &n[2], status) }, &n[0], arg)
}

// divmod is divmod(x, y); must says that operands of other classes raise.
func divmod(c *ctx, xv, yv, arg value, must bool) value {
	x, ok := operand(xv)
	y, ok2 := operand(yv)
	if !ok || !ok2 {
		if !must {
			return object.NotImplemented
		}
		if _, ok = needOperand(c, xv); ok {
			needOperand(c, yv)
		}
		return object.Nil
	}
	k, v := current(c, arg)
	if k == nil {
		return object.Nil
	}
	var status uint32
	q, r := k.divmod(&x, &y, &status, true, true)
	if !report(c, k, v, status) {
		return object.Nil
	}
	return object.TupleOf(newDecimal(c, q), newDecimal(c, r))
}

func reprOf(c *ctx, v value) string {
	text, _ := c.ReprText(v)
	return text
}
