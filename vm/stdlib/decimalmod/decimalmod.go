// Package decimalmod is the module _decimal: decimal floating point as the General Decimal Arithmetic Specification has
// it. What is used all the time is here (number, limits, context); the rare functions are those of _pydecimal, called
// through hosted/decimal.py.
package decimalmod

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// types are the classes of one machine.
type types struct {
	decimal, context      *object.Type
	standard              value // DefaultContext
	variable              value // the ContextVar with the context in use
	finish, mask, setMask value // functions for hosted code
}

func state(c *ctx) *types {
	return object.ModuleState(c, "_decimal", func(c *ctx) *types { return &types{} })
}

// Natives are the functions that hosted/decimal.py calls: it makes the module.
func Natives(c *ctx) map[string]value {
	f := func(d object.Def) value { return c.Func("", &d) }
	return map[string]value{"_decimal_setup": f(object.Def{Sig: "_decimal_setup(module, variable, /)", Fn: setup})}
}

// setup puts into the module what is written in Go, and returns functions that only hosted code uses.
func setup(c *ctx, a []value) value {
	st := state(c)
	m := a[0].AsModule()
	st.variable = a[1]
	st.decimal = c.NewClass(decimalSpec())
	st.context = c.NewClass(contextSpec())
	st.finish = c.Func("_decimal", &object.Def{Sig: "finish(result, status, context, /)", Fn: finishHosted})
	st.mask = c.Func("_decimal", &object.Def{Sig: "mask(context, which, /)", Fn: func(c *ctx, a []value) value {
		x := contextOf(a[0])
		if a[1].IsTrue() {
			return object.Int(int64(x.traps))
		}
		return object.Int(int64(x.status))
	}})
	st.setMask = c.Func("_decimal", &object.Def{Sig: "set_mask(context, which, mask, /)", Fn: func(c *ctx, a []value) value {
		x := contextOf(a[0])
		c.Touch(a[0].Hdr())
		n, _ := a[2].AsInt()
		if a[1].IsTrue() {
			x.traps = uint32(n)
		} else {
			x.status = uint32(n)
		}
		return object.None
	}})
	make := func(l limits, traps uint32) value {
		return c.NewObj(st.context, &context{limits: l, capitals: 1, traps: traps})
	}
	usual := sAnyInvalid | sDivisionByZero | sOverflow
	st.standard = make(limits{prec: 28, emin: -999999, emax: 999999, round: roundHalfEven}, usual)
	m.Set(c, "DefaultContext", st.standard)
	m.Set(c, "BasicContext", make(limits{prec: 9, emin: -999999, emax: 999999, round: roundHalfUp}, usual|sUnderflow|sClamped))
	m.Set(c, "ExtendedContext", make(limits{prec: 9, emin: -999999, emax: 999999, round: roundHalfEven}, 0))
	m.Set(c, "Decimal", st.decimal.V())
	m.Set(c, "Context", st.context.V())
	for _, r := range roundings {
		m.Set(c, r, c.Intern(r).V())
	}
	for _, k := range [...]struct {
		name string
		n    int64
	}{{"MAX_PREC", maxPrec}, {"MAX_EMAX", maxEmax}, {"MIN_EMIN", minEmin}, {"MIN_ETINY", minEtiny}, {"IEEE_CONTEXT_MAX_BITS", 512}} {
		m.Set(c, k.name, object.Int(k.n))
	}
	m.Set(c, "HAVE_THREADS", object.True)
	m.Set(c, "HAVE_CONTEXTVAR", object.True)
	return object.TupleOf(st.mask, st.setMask)
}

// decimal is the Go part of a Decimal.
type decimal struct{ number }

// Walk implements object.Impl.
func (d *decimal) Walk(w *object.Walker) {
	if w.Digesting() {
		object.Word(w, &d.exp)
		object.Word(w, &d.lo)
		object.Word(w, &d.kind)
		w.Bool(&d.neg)
	}
}

func of(v value) *decimal {
	d, _ := object.As[*decimal](v)
	return d
}

func contextOf(v value) *context {
	x, _ := object.As[*context](v)
	return x
}

func newDecimal(c *ctx, x number) value { return c.NewObj(state(c).decimal, &decimal{number: x}) }

// current is the context in use: an argument, or that of the tasklet. x is nil if that raised or was suspended.
func current(c *ctx, arg value) (x *context, v value) {
	if !arg.IsNil() && !arg.IsNone() {
		if x = contextOf(arg); x == nil {
			c.Raise(object.TypeError, "optional argument must be a context")
		}
		return x, arg
	}
	vars := c.Call(c.Host.Hosted("_context_get"))
	if vars.IsNil() {
		return nil, vars
	}
	if !vars.IsNone() {
		if d := c.GetAttrName(vars, "_vars"); !d.IsNil() && d.AsDict() != nil {
			v = c.DictGet(d.AsDict(), state(c).variable)
		}
		if c.Failed() {
			return nil, v
		}
	}
	if v.IsNil() {
		if v = c.Call(c.Host.Hosted("decimal_first_context")); v.IsNil() {
			return nil, v
		}
	}
	return contextOf(v), v
}

// report adds a status to a context; false: a trap raised an exception.
func report(c *ctx, x *context, v value, status uint32) bool {
	if status == 0 {
		return true
	}
	if status&sMallocError != 0 {
		c.RaiseArgs(object.MemoryError)
		return false
	}
	if x.status|status != x.status {
		c.Touch(v.Hdr())
		x.status |= status
	}
	trapped := status & x.traps
	if trapped == 0 {
		return true
	}
	var list []value
	for _, k := range conditions {
		if trapped&k.bits != 0 {
			list = append(list, c.Host.Hosted("decimal_"+k.name))
		}
	}
	class := object.Nil
	for _, k := range signals {
		if trapped&k.bits != 0 {
			s := c.Host.Hosted("decimal_" + k.name)
			if class.IsNil() {
				class = s
			}
			if k.name != "InvalidOperation" {
				list = append(list, s)
			}
		}
	}
	c.RaiseArgs(class.AsType(), c.NewList(list))
	return false
}

type condition struct {
	name string
	bits uint32
}

// conditions are those that count as InvalidOperation; signals are what can be trapped.
var (
	conditions = [...]condition{{"InvalidOperation", sInvalidOperation}, {"ConversionSyntax", sConversionSyntax}, {"DivisionImpossible", sDivisionImpossible},
		{"DivisionUndefined", sDivisionUndefined}, {"InvalidContext", sInvalidContext}}
	signals = [...]condition{{"InvalidOperation", sAnyInvalid}, {"FloatOperation", sFloatOperation}, {"DivisionByZero", sDivisionByZero}, {"Overflow", sOverflow},
		{"Underflow", sUnderflow}, {"Subnormal", sSubnormal}, {"Inexact", sInexact}, {"Rounded", sRounded}, {"Clamped", sClamped}}
)

// operand converts an operand: a Decimal or an int. ok is false for others.
func operand(v value) (x number, ok bool) {
	if d := of(v); d != nil {
		return d.number, true
	}
	return intOperand(v)
}

func intOperand(v value) (x number, ok bool) {
	if n, is := v.AsInt(); is {
		if n < 0 {
			return small(true, uint64(-n), 0), true
		}
		return small(false, uint64(n), 0), true
	}
	if b := v.AsBig(); b != nil {
		return ofBig(b.I), true
	}
	return x, false
}

// needOperand is operand for methods: others raise.
func needOperand(c *ctx, v value) (number, bool) {
	x, ok := operand(v)
	if !ok {
		c.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeOf(v).Said())
	}
	return x, ok
}

// finishHosted takes what _pydecimal computed: the text of a Decimal in a tuple, or another value, and the status.
func finishHosted(c *ctx, a []value) value {
	n, _ := a[1].AsInt()
	if !report(c, contextOf(a[2]), a[2], uint32(n)) {
		return object.Nil
	}
	if t := a[0].AsTuple(); t != nil && len(t.Items) == 1 {
		x, _ := parse(t.Items[0].AsStr().String())
		return newDecimal(c, x)
	}
	return a[0]
}
