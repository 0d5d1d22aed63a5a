// Package datetimemod is the module _datetime: dates, times and what lies between them.
//
// Its objects never change. Time zones are objects of the program, so whatever needs an offset may call Python code:
// such functions ask for all offsets first (see offset).
package datetimemod

import "slp/vm/object"

type (
	ctx   = object.Ctx
	value = object.Value
)

// types are the classes of one machine, and what is made once.
type types struct {
	delta, date, time, datetime, tzinfo, timezone, week *object.Type
	weekOf                                              func(c *ctx, year, week, day int) value
	utc, epoch                                          value
	localtime                                           value // time.localtime, once it was needed
	zoneInfo                                            *object.Type
	makeZone                                            value
}

func state(c *ctx) *types {
	return object.ModuleState(c, "_datetime", func(c *ctx) *types { return &types{} })
}

const (
	minYear = 1
	maxYear = 9999
)

// Module is the module _datetime.
var Module = object.ModuleDef{Name: "_datetime", Doc: "Fast implementation of the datetime module.", Init: func(c *ctx, m *object.Module) bool {
	setup(c)
	st := state(c)
	for _, t := range [...]*object.Type{st.delta, st.date, st.time, st.datetime, st.tzinfo, st.timezone} {
		m.Set(c, t.Name, t.V())
	}
	m.Set(c, "MINYEAR", object.Int(minYear))
	m.Set(c, "MAXYEAR", object.Int(maxYear))
	m.Set(c, "UTC", st.utc)
	return true
}}

// setup makes the classes of this machine, once: _zoneinfo needs them, too.
func setup(c *ctx) {
	st := state(c)
	if st.delta != nil {
		return
	}
	st.delta = c.NewClass(deltaSpec)
	st.date = c.NewClass(dateSpec)
	st.time = c.NewClass(timeSpec)
	spec := datetimeSpec
	spec.Base = st.date
	st.datetime = c.NewClass(spec)
	st.tzinfo = c.NewClass(tzinfoSpec)
	spec = timezoneSpec
	spec.Base = st.tzinfo
	st.timezone = c.NewClass(spec)
	st.week, st.weekOf = newWeek(c)
	st.utc = newTimezone(c, st.timezone, duration{}, object.Nil)
	st.epoch = newDatetime(c, stamp{date: date{1970, 1, 1}, tz: st.utc})
	attr := func(t *object.Type, name string, v value) { t.Dict.SetStr(c, name, v) }
	second := duration{us: 1}
	attr(st.delta, "resolution", newDelta(c, second))
	attr(st.delta, "min", newDelta(c, duration{days: -maxDays}))
	attr(st.delta, "max", newDelta(c, duration{days: maxDays, secs: 24*3600 - 1, us: 999999}))
	attr(st.date, "min", newDate(c, date{1, 1, 1}))
	attr(st.date, "max", newDate(c, date{9999, 12, 31}))
	attr(st.date, "resolution", newDelta(c, duration{days: 1}))
	attr(st.time, "min", newTime(c, clock{}))
	attr(st.time, "max", newTime(c, clock{h: 23, mi: 59, s: 59, us: 999999}))
	attr(st.time, "resolution", newDelta(c, second))
	attr(st.datetime, "min", newDatetime(c, stamp{date: date{1, 1, 1}}))
	attr(st.datetime, "max", newDatetime(c, stamp{date: date{9999, 12, 31}, clock: clock{h: 23, mi: 59, s: 59, us: 999999}}))
	attr(st.datetime, "resolution", newDelta(c, second))
	attr(st.timezone, "utc", st.utc)
	attr(st.timezone, "min", newTimezone(c, st.timezone, duration{days: -1, secs: 60}, object.Nil))
	attr(st.timezone, "max", newTimezone(c, st.timezone, duration{secs: 86340}, object.Nil))
	for _, t := range [...]*object.Type{st.delta, st.date, st.time, st.datetime, st.timezone} {
		c.Changed(t)
	}
}

// module is a module that the functions here need.
func module(c *ctx, name string) *object.Module {
	v := c.Modules.Get(name)
	if v.IsNil() || v.AsModule() == nil {
		if v = c.Host.Import(c, name); v.IsNil() {
			return nil
		}
	}
	if m := v.AsModule(); m != nil {
		return m
	}
	c.Raise(object.ImportError, "%s is no module", name)
	return nil
}

// call calls a function of a module.
func call(c *ctx, mod, name string, args ...value) value {
	m := module(c, mod)
	if m == nil {
		return object.Nil
	}
	f := c.GetAttrName(m.V(), name)
	if f.IsNil() {
		return object.Nil
	}
	return c.Call(f, args...)
}

// number reads an argument that must be an int of C's size.
func number(c *ctx, v value) (int, bool) {
	if v.IsInt() && v.I() == int64(int32(v.I())) {
		return int(v.I()), true
	}
	if v.IsFloat() {
		c.Raise(object.TypeError, "'float' object cannot be interpreted as an integer")
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	if !x.IsInt() {
		if x.AsBig() != nil {
			c.Raise(object.OverflowError, "Python int too large to convert to C long")
			return 0, false
		}
		return int(x.Bits()), true
	}
	switch n := x.I(); {
	case n > 1<<31-1:
		c.Raise(object.OverflowError, "signed integer is greater than maximum")
		return 0, false
	case n < -1<<31:
		c.Raise(object.OverflowError, "signed integer is less than minimum")
		return 0, false
	default:
		return int(n), true
	}
}

// needed reads arguments that must be given: each is looked at after those before it are read.
func needed(c *ctx, fn string, args []value, names []string, into ...*int) bool {
	for i, p := range into {
		if args[i].IsNil() {
			c.Raise(object.TypeError, "%s missing required argument '%s' (pos %d)", fn, names[i], i+1)
			return false
		}
		n, ok := number(c, args[i])
		if !ok {
			return false
		}
		*p = n
	}
	return true
}

// replaced is numbers for the methods replace.
func replaced(c *ctx, args []value, into ...*int) bool {
	if numbers(c, args, into...) {
		return true
	}
	if c.Catch(object.OverflowError) {
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
	}
	return false
}

// numbers reads several of them; those that were not given stay.
func numbers(c *ctx, args []value, into ...*int) bool {
	for i, p := range into {
		if args[i].IsNil() {
			continue
		}
		n, ok := number(c, args[i])
		if !ok {
			return false
		}
		*p = n
	}
	return true
}

// label is a class's name in a repr.
func label(v value) string {
	t := object.TypeOf(v)
	if t.Flags&object.HeapType == 0 {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// ordered is the result of a comparison operator.
func ordered(op object.CmpOp, cmp int) value {
	switch op {
	case object.CmpEq:
		return object.Bool(cmp == 0)
	case object.CmpNe:
		return object.Bool(cmp != 0)
	case object.CmpLt:
		return object.Bool(cmp < 0)
	case object.CmpLe:
		return object.Bool(cmp <= 0)
	case object.CmpGt:
		return object.Bool(cmp > 0)
	}
	return object.Bool(cmp >= 0)
}

// comparisons makes the methods of the six operators.
func comparisons(f func(c *ctx, op object.CmpOp, a, b value) value) []object.Def {
	var out []object.Def
	for _, o := range [...]struct {
		name string
		op   object.CmpOp
	}{{"eq", object.CmpEq}, {"ne", object.CmpNe}, {"lt", object.CmpLt}, {"le", object.CmpLe}, {"gt", object.CmpGt}, {"ge", object.CmpGe}} {
		op := o.op
		out = append(out, object.Def{Sig: "__" + o.name + "__(self, value, /)", Fn: func(c *ctx, a []value) value { return f(c, op, a[0], a[1]) }})
	}
	return out
}

func compare(a, b int) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// argument is how messages about the class of an argument name it.
func argument(v value) string {
	if v.IsNone() {
		return "None"
	}
	return object.TypeOf(v).FullName()
}
