package datetimemod

import (
	"fmt"

	"slp/vm/object"
)

// tzinfo is the Go part of a tzinfo: all that it knows is in attributes of Python subclasses.
type tzinfo struct{}

// Walk implements object.Impl.
func (*tzinfo) Walk(*object.Walker) {}

// timezone is the Go part of a timezone.
type timezone struct {
	offset duration
	delta  value // the same as an object
	name   value // or Nil
}

// Walk implements object.Impl.
func (z *timezone) Walk(w *object.Walker) {
	w.Value(&z.delta)
	w.Value(&z.name)
}

func newTimezone(c *ctx, cls *object.Type, offset duration, name value) value {
	return c.NewObj(cls, &timezone{offset, newDelta(c, offset), name})
}

// fixedZone makes a timezone without a name: the one object for UTC.
func fixedZone(c *ctx, offset duration) value {
	if offset.zero() {
		return state(c).utc
	}
	if !checkOffset(c, offset, object.Nil) {
		return object.Nil
	}
	return newTimezone(c, state(c).timezone, offset, object.Nil)
}

// checkOffset tells that an offset is less than a day.
func checkOffset(c *ctx, d duration, v value) bool {
	if d.days == -1 && (d.secs > 0 || d.us > 0) || d.days == 0 {
		return true
	}
	if v.IsNil() {
		v = newDelta(c, d)
	}
	text, ok := c.ReprText(v)
	if ok {
		c.Raise(object.ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s", text)
	}
	return false
}

// offset asks a time zone for utcoffset or dst of arg. known is false for None; ok is false if it raised or was
// suspended.
func offset(c *ctx, tz value, method string, arg value) (d duration, known, ok bool) {
	if tz.IsNil() || tz.IsNone() {
		return d, false, true
	}
	if z, is := object.As[*timezone](tz); is && object.TypeOf(tz) == state(c).timezone {
		return z.offset, method == "utcoffset", true
	}
	v := c.CallAttr(tz, method, arg)
	if v.IsNil() {
		return d, false, false
	}
	if v.IsNone() {
		return d, false, true
	}
	if d, ok = deltaOf(v); !ok {
		c.Raise(object.TypeError, "tzinfo.%s() must return None or timedelta, not '%s'", method, object.TypeOf(v).Name)
		return d, false, false
	}
	return d, true, checkOffset(c, d, v)
}

// offsetValue is offset as Python sees it.
func offsetValue(c *ctx, tz value, method string, arg value) value {
	d, known, ok := offset(c, tz, method, arg)
	switch {
	case !ok:
		return object.Nil
	case !known:
		return object.None
	}
	return newDelta(c, d)
}

// zoneName asks a time zone for its name: a str or None.
func zoneName(c *ctx, tz, arg value) value {
	if tz.IsNil() || tz.IsNone() {
		return object.None
	}
	v := c.CallAttr(tz, "tzname", arg)
	if v.IsNil() || v.IsNone() || v.AsStr() != nil {
		return v
	}
	return c.Raise(object.TypeError, "tzinfo.tzname() must return None or a string, not '%s'", object.TypeOf(v).Name)
}

// offsetText writes an offset as +HH:MM[:SS[.ffffff]].
func offsetText(d duration, sep string) string {
	sign := '+'
	if d.days < 0 {
		sign = '-'
		d = d.negated()
	}
	h, m, s := d.secs/3600, d.secs/60%60, d.secs%60
	text := fmt.Sprintf("%c%02d%s%02d", sign, h, sep, m)
	if s != 0 || d.us != 0 {
		text += fmt.Sprintf("%s%02d", sep, s)
	}
	if d.us != 0 {
		text += fmt.Sprintf(".%06d", d.us)
	}
	return text
}

func (z *timezone) String() string {
	if !z.name.IsNil() {
		return z.name.AsStr().String()
	}
	if z.offset.zero() {
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}

func abstract(name string) object.Fn {
	return func(c *ctx, a []value) value {
		return c.Raise(object.NotImplementedError, "a tzinfo subclass must implement %s()", name)
	}
}

var tzinfoSpec = object.Spec{Name: "tzinfo", Module: "datetime", Doc: "Abstract base class for time zone info objects.", Methods: []object.Def{
	{Sig: "__new__(cls, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return c.NewObj(a[0].AsType(), &tzinfo{}) }},
	{Sig: "tzname(self, object, /)", Doc: "datetime -> string name of time zone.", Fn: abstract("tzname")},
	{Sig: "utcoffset(self, object, /)", Doc: "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC", Fn: abstract("utcoffset")},
	{Sig: "dst(self, object, /)", Doc: "datetime -> DST offset as timedelta positive east of UTC.", Fn: abstract("dst")},
	{Sig: "fromutc(self, object, /)", Doc: "datetime in UTC -> datetime in local time.", Fn: tzinfoFromUTC},
	{Sig: "__reduce__(self, /)", Doc: "-> (cls, state)", Fn: func(c *ctx, a []value) value {
		args := object.TupleOf()
		if f := c.FindAttr(a[0], c.Intern("__getinitargs__")); !f.IsNil() {
			if args = c.Call(f); args.IsNil() {
				return object.Nil
			}
		} else if c.Failed() {
			return object.Nil
		}
		st := c.CallAttr(a[0], "__getstate__")
		if st.IsNil() {
			return object.Nil
		}
		return object.TupleOf(object.TypeOf(a[0]).V(), args, st)
	}},
}}

// tzinfoFromUTC is tzinfo.fromutc: the standard offset, corrected by summer time.
func tzinfoFromUTC(c *ctx, a []value) value {
	dt, ok := object.As[*datetime](a[1])
	switch {
	case !ok:
		return c.Raise(object.TypeError, "fromutc: argument must be a datetime")
	case dt.tz != a[0]:
		return c.Raise(object.ValueError, "fromutc: dt.tzinfo is not self")
	}
	off, known, ok := offset(c, a[0], "utcoffset", a[1])
	if !ok {
		return object.Nil
	}
	if !known {
		return c.Raise(object.ValueError, "fromutc: non-None utcoffset() result required")
	}
	dst, known, ok := offset(c, a[0], "dst", a[1])
	if !ok {
		return object.Nil
	}
	if !known {
		return c.Raise(object.ValueError, "fromutc: non-None dst() result required")
	}
	n := dst.negated()
	result := dt.shifted(c, a[1], duration{off.days + n.days, off.secs + n.secs, off.us + n.us})
	if result.IsNil() {
		return object.Nil
	}
	dst, known, ok = offset(c, a[0], "dst", result)
	if !ok {
		return object.Nil
	}
	if !known {
		return c.Raise(object.ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	if dst.zero() {
		return result
	}
	r, ok := object.As[*datetime](result)
	if !ok {
		return result
	}
	return r.shifted(c, result, dst)
}

// zoneArg checks the argument of timezone's methods.
func zoneArg(c *ctx, v value, method string) bool {
	if _, ok := object.As[*datetime](v); ok || v.IsNone() {
		return true
	}
	c.Raise(object.TypeError, "%s(dt) argument must be a datetime instance or None, not %s", method, object.TypeOf(v).Name)
	return false
}

func timezoneOf(v value) *timezone {
	z, _ := object.As[*timezone](v)
	return z
}

var timezoneSpec = object.Spec{Name: "timezone", Module: "datetime", Doc: "Fixed offset from UTC implementation of tzinfo.", Flags: object.Final,
	Methods: append(comparisons(compareTimezones), []object.Def{
		{Sig: "__new__(cls, offset, name=<unrepresentable>)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			d, ok := deltaOf(a[1])
			if !ok {
				return c.Raise(object.TypeError, "timezone() argument 1 must be datetime.timedelta, not %s", argument(a[1]))
			}
			if !a[2].IsNil() && a[2].AsStr() == nil {
				return c.Raise(object.TypeError, "timezone() argument 2 must be str, not %s", argument(a[2]))
			}
			if a[2].IsNil() && d.zero() {
				return state(c).utc
			}
			if !checkOffset(c, d, a[1]) {
				return object.Nil
			}
			return newTimezone(c, state(c).timezone, d, a[2])
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			z := timezoneOf(a[0])
			if a[0] == state(c).utc {
				return object.NewASCII(label(a[0]) + ".utc")
			}
			text := label(a[0]) + "(" + z.offset.repr("datetime.timedelta")
			if !z.name.IsNil() {
				text += ", " + c.ReprStr(z.name.AsStr())
			}
			return object.NewStr(text + ")")
		}},
		{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value { return object.NewStr(timezoneOf(a[0]).String()) }},
		{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value { return object.Int(timezoneOf(a[0]).offset.hash()) }},
		{Sig: "tzname(self, object, /)", Doc: "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.", Fn: func(c *ctx, a []value) value {
			if !zoneArg(c, a[1], "tzname") {
				return object.Nil
			}
			if z := timezoneOf(a[0]); !z.name.IsNil() {
				return z.name
			}
			return object.NewStr(timezoneOf(a[0]).String())
		}},
		{Sig: "utcoffset(self, object, /)", Doc: "Return fixed offset.", Fn: func(c *ctx, a []value) value {
			if !zoneArg(c, a[1], "utcoffset") {
				return object.Nil
			}
			return timezoneOf(a[0]).delta
		}},
		{Sig: "dst(self, object, /)", Doc: "Return None.", Fn: func(c *ctx, a []value) value {
			if !zoneArg(c, a[1], "dst") {
				return object.Nil
			}
			return object.None
		}},
		{Sig: "fromutc(self, object, /)", Doc: "datetime in UTC -> datetime in local time.", Fn: func(c *ctx, a []value) value {
			dt, ok := object.As[*datetime](a[1])
			switch {
			case !ok:
				return c.Raise(object.TypeError, "fromutc: argument must be a datetime")
			case dt.tz != a[0]:
				return c.Raise(object.ValueError, "fromutc: dt.tzinfo is not self")
			}
			return dt.shifted(c, a[1], timezoneOf(a[0]).offset)
		}},
		{Sig: "__getinitargs__(self, /)", Doc: "pickle support", Fn: func(c *ctx, a []value) value {
			z := timezoneOf(a[0])
			if z.name.IsNil() {
				return object.TupleOf(z.delta)
			}
			return object.TupleOf(z.delta, z.name)
		}},
	}...)}

func compareTimezones(c *ctx, op object.CmpOp, a, b value) value {
	x, y := timezoneOf(a), timezoneOf(b)
	if y == nil || op != object.CmpEq && op != object.CmpNe {
		return object.NotImplemented
	}
	return object.Bool((x.offset == y.offset) == (op == object.CmpEq))
}

// checkZone tells that an argument may be the time zone of a datetime.
func checkZone(c *ctx, v value) bool {
	if v.IsNil() || v.IsNone() || object.Is(v, state(c).tzinfo) {
		return true
	}
	c.Raise(object.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", object.TypeOf(v).Name)
	return false
}
