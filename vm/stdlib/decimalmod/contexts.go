package decimalmod

import (
	"slp/vm/object"
)

// contextField is an int of a context and what it may be.
type contextField struct {
	name   string
	lo, hi int64
	bad    string
	get    func(x *context) int64
	set    func(x *context, n int64)
}

var contextFields = [...]contextField{
	{"prec", 1, maxPrec, "valid range for prec is [1, MAX_PREC]", func(x *context) int64 { return x.prec }, func(x *context, n int64) { x.prec = n }},
	{"Emin", minEmin, 0, "valid range for Emin is [MIN_EMIN, 0]", func(x *context) int64 { return x.emin }, func(x *context, n int64) { x.emin = n }},
	{"Emax", 0, maxEmax, "valid range for Emax is [0, MAX_EMAX]", func(x *context) int64 { return x.emax }, func(x *context, n int64) { x.emax = n }},
	{"capitals", 0, 1, "valid values for capitals are 0 or 1", func(x *context) int64 { return int64(x.capitals) }, func(x *context, n int64) { x.capitals = int(n) }},
	{"clamp", 0, 1, "valid values for clamp are 0 or 1", func(x *context) int64 { return int64(x.clamp) }, func(x *context, n int64) { x.clamp = int(n) }},
}

func (f *contextField) store(c *ctx, self, v value) bool {
	if v.IsNil() {
		c.Raise(object.AttributeError, "context attributes cannot be deleted")
		return false
	}
	n, ok := c.IndexInt(v, false)
	if !ok {
		return false
	}
	if int64(n) < f.lo || int64(n) > f.hi {
		c.Raise(object.ValueError, "%s", f.bad)
		return false
	}
	c.Touch(self.Hdr())
	f.set(contextOf(self), int64(n))
	return true
}

func storeRounding(c *ctx, self, v value) bool {
	if v.IsNil() {
		c.Raise(object.AttributeError, "context attributes cannot be deleted")
		return false
	}
	n, ok := roundingArg(c, v)
	if ok {
		c.Touch(self.Hdr())
		contextOf(self).round = n
	}
	return ok
}

func contextSpec() object.Spec {
	s := object.Spec{Name: "Context", Module: "decimal", Doc: "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more."}
	add := func(sig string, fn object.Fn) { s.Methods = append(s.Methods, object.Def{Sig: sig, Fn: fn}) }
	s.Methods = append(s.Methods, object.Def{Sig: "__new__(cls, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		x := *contextOf(state(c).standard)
		x.limits = limits{prec: 28, emin: -999999, emax: 999999, round: roundHalfEven}
		x.capitals, x.traps, x.status = 1, sAnyInvalid|sDivisionByZero|sOverflow, 0
		return c.NewObj(a[0].AsType(), &x)
	}})
	add("__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)", func(c *ctx, a []value) value {
		given := func(v value) bool { return !v.IsNil() && !v.IsNone() }
		args := [...]value{a[1], a[3], a[4], a[5], a[6]}
		for i := range contextFields {
			if given(args[i]) && !contextFields[i].store(c, a[0], args[i]) {
				return object.Nil
			}
		}
		if given(a[2]) && !storeRounding(c, a[0], a[2]) {
			return object.Nil
		}
		for i, name := range [...]string{"traps", "flags"} {
			if v := a[8-i]; given(v) && c.Call(c.Host.Hosted("decimal_set_signals"), a[0], object.Bool(name == "traps"), v).IsNil() {
				return object.Nil
			}
		}
		return object.None
	})
	operands := func(c *ctx, a []value, n int) ([]number, bool) {
		out := make([]number, n)
		for i := range out {
			var ok bool
			if out[i], ok = needOperand(c, a[1+i]); !ok {
				return nil, false
			}
		}
		return out, true
	}
	for _, list := range [...][]struct {
		name string
		op   unaryOp
	}{unary, contextUnary} {
		for _, o := range list {
			add(o.name+"(self, x, /)", func(c *ctx, a []value) value {
				n, ok := operands(c, a, 1)
				if !ok {
					return object.Nil
				}
				return apply1(c, o.op, &n[0], a[0])
			})
		}
	}
	for _, list := range [...][]struct {
		name string
		op   binaryOp
	}{binary, contextBinary} {
		for _, o := range list {
			add(o.name+"(self, x, y, /)", func(c *ctx, a []value) value {
				n, ok := operands(c, a, 2)
				if !ok {
					return object.Nil
				}
				return apply2(c, o.op, &n[0], &n[1], a[0])
			})
		}
	}
	for _, name := range rare1 {
		add(name+"(self, x, /)", func(c *ctx, a []value) value { return rare(c, name, a[0], a[1]) })
	}
	for _, name := range rare2 {
		add(name+"(self, x, y, /)", func(c *ctx, a []value) value { return rare(c, name, a[0], a[1], a[2]) })
	}
	for _, t := range tests() {
		add(t.name+"(self, x, /)", func(c *ctx, a []value) value {
			if t.name == "is_canonical" && of(a[1]) == nil {
				return c.Raise(object.TypeError, "argument must be a Decimal")
			}
			n, ok := operands(c, a, 1)
			if !ok {
				return object.Nil
			}
			return object.Bool(t.test(&n[0], &contextOf(a[0]).limits))
		})
	}
	for _, o := range copies() {
		add(o.name+"(self, x, /)", func(c *ctx, a []value) value {
			if o.name == "canonical" && of(a[1]) == nil {
				return c.Raise(object.TypeError, "argument must be a Decimal")
			}
			n, ok := operands(c, a, 1)
			if !ok {
				return object.Nil
			}
			return newDecimal(c, o.op(n[0]))
		})
	}
	add("copy_decimal(self, x, /)", func(c *ctx, a []value) value {
		n, ok := operands(c, a, 1)
		if !ok {
			return object.Nil
		}
		return newDecimal(c, n[0])
	})
	add("copy_sign(self, x, y, /)", func(c *ctx, a []value) value {
		n, ok := operands(c, a, 2)
		if !ok {
			return object.Nil
		}
		return newDecimal(c, copySign(n[0], n[1]))
	})
	add("same_quantum(self, x, y, /)", func(c *ctx, a []value) value {
		n, ok := operands(c, a, 2)
		if !ok {
			return object.Nil
		}
		return object.Bool(sameQuantum(&n[0], &n[1]))
	})
	add("number_class(self, x, /)", func(c *ctx, a []value) value {
		n, ok := operands(c, a, 1)
		if !ok {
			return object.Nil
		}
		return object.NewASCII(n[0].class(&contextOf(a[0]).limits))
	})
	for _, name := range [...]string{"to_sci_string", "to_eng_string"} {
		add(name+"(self, x, /)", func(c *ctx, a []value) value {
			n, ok := operands(c, a, 1)
			if !ok {
				return object.Nil
			}
			return object.NewASCII(n[0].text(name == "to_eng_string", contextOf(a[0]).capitals))
		})
	}
	add("divmod(self, x, y, /)", func(c *ctx, a []value) value { return divmod(c, a[1], a[2], a[0], true) })
	add("fma(self, x, y, z, /)", func(c *ctx, a []value) value { return fma(c, a[1], a[2], a[3], a[0]) })
	add("power(self, /, a, b, modulo=None)", func(c *ctx, a []value) value { return power(c, a[1], a[2], a[3], a[0]) })
	add("Etiny(self, /)", func(c *ctx, a []value) value { return object.Int(contextOf(a[0]).etiny()) })
	add("Etop(self, /)", func(c *ctx, a []value) value { return object.Int(contextOf(a[0]).etop()) })
	add("radix(self, /)", func(c *ctx, a []value) value { return newDecimal(c, small(false, 10, 0)) })
	add("clear_flags(self, /)", func(c *ctx, a []value) value {
		c.Touch(a[0].Hdr())
		contextOf(a[0]).status = 0
		return object.None
	})
	add("clear_traps(self, /)", func(c *ctx, a []value) value {
		c.Touch(a[0].Hdr())
		contextOf(a[0]).traps = 0
		return object.None
	})
	for _, name := range [...]string{"copy", "__copy__"} {
		add(name+"(self, /)", func(c *ctx, a []value) value {
			x := *contextOf(a[0])
			return c.NewObj(state(c).context, &x)
		})
	}
	add("create_decimal(self, num='0', /)", func(c *ctx, a []value) value { return create(c, a[0], a[1]) })
	add("create_decimal_from_float(self, f, /)", func(c *ctx, a []value) value {
		f, ok := a[1].AsFloat()
		x, isInt := intOperand(a[1])
		switch {
		case ok:
			x = ofFloat(f)
		case !isInt:
			return c.Raise(object.TypeError, "argument must be int or float")
		}
		return apply1(c, func(l *limits, x *number, status *uint32) number { return l.finish(*x, status) }, &x, a[0])
	})
	add("_apply(self, a, /)", func(c *ctx, a []value) value { return create(c, a[0], a[1]) })
	add("__repr__(self, /)", func(c *ctx, a []value) value { return c.Self("decimal_context_repr", a[0]) })
	add("__reduce__(self, /)", func(c *ctx, a []value) value { return c.Self("decimal_context_reduce", a[0]) })
	for i := range contextFields {
		f := &contextFields[i]
		s.Gets = append(s.Gets, object.Get{Name: f.name, Get: func(c *ctx, o value) value { return object.Int(f.get(contextOf(o))) },
			Set: func(c *ctx, o, v value) bool { return f.store(c, o, v) }})
	}
	s.Gets = append(s.Gets, object.Get{Name: "rounding", Get: func(c *ctx, o value) value { return c.Intern(roundings[contextOf(o).round]).V() }, Set: storeRounding})
	for _, name := range [...]string{"flags", "traps"} {
		s.Gets = append(s.Gets, object.Get{Name: name,
			Get: func(c *ctx, o value) value {
				return c.Call(c.Host.Hosted("decimal_signals"), o, object.Bool(name == "traps"))
			},
			Set: func(c *ctx, o, v value) bool {
				if v.IsNil() {
					c.Raise(object.AttributeError, "context attributes cannot be deleted")
					return false
				}
				if v.AsList() != nil {
					c.Raise(object.TypeError, "argument must be a signal dict")
					return false
				}
				return !c.Call(c.Host.Hosted("decimal_set_signals"), o, object.Bool(name == "traps"), v).IsNil()
			}})
	}
	return s
}

// create is a number rounded as the context says.
func create(c *ctx, self, v value) value {
	if v.IsNil() {
		return newDecimal(c, number{})
	}
	k := contextOf(self)
	x, ok := convert(c, v, k, self, true)
	if !ok {
		return object.Nil
	}
	if x.nan() && x.digits() > k.prec-int64(k.clamp) {
		if !report(c, k, self, sConversionSyntax) {
			return object.Nil
		}
		return newDecimal(c, nan)
	}
	return apply1(c, func(l *limits, x *number, status *uint32) number { return l.finish(*x, status) }, &x, self)
}
