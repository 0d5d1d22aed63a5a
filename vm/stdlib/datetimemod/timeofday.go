package datetimemod

import (
	"fmt"

	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

// timeObject is the Go part of a time.
type timeObject struct {
	clock
	fold int
	tz   value // Nil: none
}

// Walk implements object.Impl.
func (t *timeObject) Walk(w *object.Walker) {
	w.Value(&t.tz)
	if w.Digesting() {
		n := (t.seconds()*secondUS+t.us)<<1 | t.fold
		object.Word(w, &n)
	}
	object.Word(w, &t.fold)
}

func newTime(c *ctx, t clock) value { return c.NewObj(state(c).time, &timeObject{clock: t}) }

func timeOf(v value) *timeObject {
	t, _ := object.As[*timeObject](v)
	return t
}

func checkClock(c *ctx, t clock, fold int) bool {
	switch {
	case t.h < 0 || t.h > 23:
		c.Raise(object.ValueError, "hour must be in 0..23, not %d", t.h)
	case t.mi < 0 || t.mi > 59:
		c.Raise(object.ValueError, "minute must be in 0..59, not %d", t.mi)
	case t.s < 0 || t.s > 59:
		c.Raise(object.ValueError, "second must be in 0..59, not %d", t.s)
	case t.us < 0 || t.us > 999999:
		c.Raise(object.ValueError, "microsecond must be in 0..999999, not %d", t.us)
	case fold != 0 && fold != 1:
		c.Raise(object.ValueError, "fold must be either 0 or 1, not %d", fold)
	default:
		return true
	}
	return false
}

func orNone(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

func noneToNil(v value) value {
	if !v.IsNil() && v.IsNone() {
		return object.Nil
	}
	return v
}

func unpackClock(s string) clock {
	return clock{int(s[0] & 0x7f), int(s[1]), int(s[2]), int(s[3])<<16 | int(s[4])<<8 | int(s[5])}
}

func (t clock) packed() []byte {
	return []byte{byte(t.h), byte(t.mi), byte(t.s), byte(t.us >> 16), byte(t.us >> 8), byte(t.us)}
}

func timeNew(c *ctx, a []value) value {
	if a[3].IsNil() && a[4].IsNil() && a[5].IsNil() && a[6].IsNil() {
		st, is, ok := pickled(c, a[1], 6, 0, "time")
		if !ok {
			return object.Nil
		}
		if is {
			if !a[2].IsNil() && !a[2].IsNone() && !object.Is(a[2], state(c).tzinfo) {
				return c.Raise(object.TypeError, "bad tzinfo state arg")
			}
			return c.NewObj(a[0].AsType(), &timeObject{clock: unpackClock(st), fold: int(st[0] >> 7), tz: noneToNil(a[2])})
		}
	}
	t := &timeObject{tz: noneToNil(a[5])}
	if !numbers(c, a[1:], &t.h, &t.mi, &t.s, &t.us) || !numbers(c, a[6:], &t.fold) || !checkClock(c, t.clock, t.fold) || !checkZone(c, t.tz) {
		return object.Nil
	}
	return c.NewObj(a[0].AsType(), t)
}

// timeFor makes a time of a class: by calling it, if it is a subclass.
func timeFor(c *ctx, cls *object.Type, t timeObject) value {
	if cls == state(c).time {
		if !checkClock(c, t.clock, t.fold) || !checkZone(c, t.tz) {
			return object.Nil
		}
		return c.NewObj(cls, &t)
	}
	if t.fold != 0 && !checkClock(c, t.clock, t.fold) {
		return object.Nil
	}
	n := func(i int) value { return object.Int(int64(i)) }
	v := c.Call(cls.V(), n(t.h), n(t.mi), n(t.s), n(t.us), orNone(t.tz))
	if !v.IsNil() && t.fold != 0 {
		if x := timeOf(v); x != nil {
			c.Touch(v.Hdr())
			x.fold = t.fold
		}
	}
	return v
}

// isoClock writes a time with as many parts as timespec says; "" is an unknown one.
func isoClock(t clock, timespec string) string {
	hms := fmt.Sprintf("%02d:%02d:%02d", t.h, t.mi, t.s)
	switch timespec {
	case "auto":
		if t.us == 0 {
			return hms
		}
		return hms + fmt.Sprintf(".%06d", t.us)
	case "hours":
		return hms[:2]
	case "minutes":
		return hms[:5]
	case "seconds":
		return hms
	case "milliseconds":
		return hms + fmt.Sprintf(".%03d", t.us/1000)
	case "microseconds":
		return hms + fmt.Sprintf(".%06d", t.us)
	}
	return ""
}

// timespecArg reads the argument timespec.
func timespecArg(c *ctx, v value, pos int) (string, bool) {
	if v.IsNil() {
		return "auto", true
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "isoformat() argument %d must be str, not %s", pos, object.TypeOf(v).Name)
		return "", false
	}
	if isoClock(clock{}, s.String()) == "" {
		c.Raise(object.ValueError, "Unknown timespec value")
		return "", false
	}
	return s.String(), true
}

func (t *timeObject) isoformat(c *ctx, spec string) value {
	text := isoClock(t.clock, spec)
	d, known, ok := offset(c, t.tz, "utcoffset", object.None)
	if !ok {
		return object.Nil
	}
	if known {
		text += offsetText(d, ":")
	}
	return object.NewASCII(text)
}

func compareTimes(c *ctx, op object.CmpOp, a, b value) value {
	x, y := timeOf(a), timeOf(b)
	if y == nil {
		return object.NotImplemented
	}
	if x.tz == y.tz {
		return ordered(op, x.before(y.clock))
	}
	d, known, ok := offset(c, x.tz, "utcoffset", object.None)
	if !ok {
		return object.Nil
	}
	e, known2, ok := offset(c, y.tz, "utcoffset", object.None)
	switch {
	case !ok:
		return object.Nil
	case known == known2 && d == e:
		return ordered(op, x.before(y.clock))
	case known && known2:
		s := x.seconds() - d.days*daySecs - d.secs
		t := y.seconds() - e.days*daySecs - e.secs
		if s != t {
			return ordered(op, compare(s, t))
		}
		return ordered(op, compare(x.us, y.us))
	case op == object.CmpEq:
		return object.False
	case op == object.CmpNe:
		return object.True
	}
	return c.Raise(object.TypeError, "can't compare offset-naive and offset-aware times")
}

// keywords writes what follows in a repr: time zone and fold.
func keywords(c *ctx, text string, tz value, fold int) value {
	if !tz.IsNil() {
		zone, ok := c.ReprText(tz)
		if !ok {
			return object.Nil
		}
		text += ", tzinfo=" + zone
	}
	if fold != 0 {
		text += fmt.Sprintf(", fold=%d", fold)
	}
	return object.NewStr(text + ")")
}

// protocolArg reads the argument of __reduce_ex__.
func protocolArg(c *ctx, v value) (int, bool) { return number(c, v) }

func (t *timeObject) reduce(c *ctx, self value, proto int) value {
	b := t.packed()
	if proto > 3 && t.fold != 0 {
		b[0] |= 0x80
	}
	args := object.TupleOf(object.NewBytes(string(b)))
	if !t.tz.IsNil() {
		args = object.TupleOf(object.NewBytes(string(b)), t.tz)
	}
	return object.TupleOf(object.TypeOf(self).V(), args)
}

func getTime(field func(t *timeObject) int) func(c *ctx, o value) value {
	return func(c *ctx, o value) value { return object.Int(int64(field(timeOf(o)))) }
}

var timeSpec = object.Spec{Name: "time", Module: "datetime", Doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.\n",
	Methods: append(comparisons(compareTimes), []object.Def{
		{Sig: "__new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", Kind: object.AsNew, Fn: timeNew, Called: "function"},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			t := timeOf(a[0])
			text := fmt.Sprintf("%s(%d, %d", label(a[0]), t.h, t.mi)
			if t.s != 0 || t.us != 0 {
				text += fmt.Sprintf(", %d", t.s)
			}
			if t.us != 0 {
				text += fmt.Sprintf(", %d", t.us)
			}
			return keywords(c, text, t.tz, t.fold)
		}},
		{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value { return c.CallAttr(a[0], "isoformat") }},
		{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value {
			t := timeOf(a[0])
			d, known, ok := offset(c, t.tz, "utcoffset", object.None)
			switch {
			case !ok:
				return object.Nil
			case !known:
				return object.Int(pyhash.Bytes(t.packed()))
			}
			x := duration{-d.days, t.seconds() - d.secs, t.us - d.us}
			v := makeDelta(c, state(c).delta, x)
			if v.IsNil() {
				return object.Nil
			}
			x, _ = deltaOf(v)
			return object.Int(x.hash())
		}},
		{Sig: "strptime(cls, string, format, /)", Kind: object.AsClass, Doc: "string, format -> new time parsed from a string (like time.strptime()).", Fn: strptime("_strptime_datetime_time")},
		{Sig: "isoformat(self, /, timespec='auto')", Doc: "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n", Fn: func(c *ctx, a []value) value {
			spec, ok := timespecArg(c, a[1], 1)
			if !ok {
				return object.Nil
			}
			return timeOf(a[0]).isoformat(c, spec)
		}},
		{Sig: "strftime(self, /, format)", Doc: "format -> strftime() style string.", Fn: func(c *ctx, a []value) value {
			t := timeOf(a[0])
			n := func(i int) value { return object.Int(int64(i)) }
			tuple := object.NewTuple([]value{n(1900), n(1), n(1), n(t.h), n(t.mi), n(t.s), n(0), n(1), n(-1)})
			return strftime(c, a[1], tuple, date{1900, 1, 1}, t.clock, t.tz, object.None)
		}},
		{Sig: "__format__(self, format, /)", Doc: "Formats self with strftime.", Fn: formatted},
		{Sig: "utcoffset(self, /)", Doc: "Return self.tzinfo.utcoffset(self).", Fn: func(c *ctx, a []value) value { return offsetValue(c, timeOf(a[0]).tz, "utcoffset", object.None) }},
		{Sig: "tzname(self, /)", Doc: "Return self.tzinfo.tzname(self).", Fn: func(c *ctx, a []value) value { return zoneName(c, timeOf(a[0]).tz, object.None) }},
		{Sig: "dst(self, /)", Doc: "Return self.tzinfo.dst(self).", Fn: func(c *ctx, a []value) value { return offsetValue(c, timeOf(a[0]).tz, "dst", object.None) }},
		{Sig: "replace(self, /, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)", Doc: "Return time with new specified fields.", Fn: func(c *ctx, a []value) value {
			t := *timeOf(a[0])
			if !replaced(c, a[1:], &t.h, &t.mi, &t.s, &t.us) || !replaced(c, a[6:], &t.fold) {
				return object.Nil
			}
			if !a[5].IsNil() {
				t.tz = noneToNil(a[5])
			}
			return timeFor(c, object.TypeOf(a[0]), t)
		}},
		{Sig: "__replace__(self, /, **changes)", Doc: "The same as replace().", Fn: replaceChanges()},
		{Sig: "fromisoformat(cls, object, /)", Kind: object.AsClass, Doc: "string -> time from a string in ISO 8601 format", Fn: func(c *ctx, a []value) value {
			s := a[1].AsStr()
			if s == nil {
				return c.Raise(object.TypeError, "fromisoformat: argument must be str")
			}
			text := s.String()
			if len(text) > 0 && text[0] == 'T' {
				text = text[1:]
			}
			p, good := parseTime(text)
			if !good {
				return c.Raise(object.ValueError, "Invalid isoformat string: %s", c.ReprStr(s))
			}
			if p.badDay {
				return c.Raise(object.ValueError, "minute, second, and microsecond must be 0 when hour is 24")
			}
			tz, ok := p.tzinfo(c)
			if !ok {
				return object.Nil
			}
			return timeFor(c, a[0].AsType(), timeObject{clock: p.clock, tz: tz})
		}},
		{Sig: "__reduce_ex__(self, proto, /)", Doc: "__reduce_ex__(proto) -> (cls, state)", Fn: func(c *ctx, a []value) value {
			n, ok := protocolArg(c, a[1])
			if !ok {
				return object.Nil
			}
			return timeOf(a[0]).reduce(c, a[0], n)
		}},
		{Sig: "__reduce__(self, /)", Doc: "__reduce__() -> (cls, state)", Fn: func(c *ctx, a []value) value { return timeOf(a[0]).reduce(c, a[0], 2) }},
	}...),
	Gets: []object.Get{
		{Name: "hour", Get: getTime(func(t *timeObject) int { return t.h })},
		{Name: "minute", Get: getTime(func(t *timeObject) int { return t.mi })},
		{Name: "second", Get: getTime(func(t *timeObject) int { return t.s })},
		{Name: "microsecond", Get: getTime(func(t *timeObject) int { return t.us })},
		{Name: "tzinfo", Get: func(c *ctx, o value) value { return orNone(timeOf(o).tz) }},
		{Name: "fold", Get: getTime(func(t *timeObject) int { return t.fold })},
	}}
