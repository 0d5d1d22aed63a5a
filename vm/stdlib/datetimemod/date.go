package datetimemod

import (
	"fmt"

	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

// dateObject is the Go part of a date.
type dateObject struct{ date }

// Walk implements object.Impl.
func (d *dateObject) Walk(w *object.Walker) {
	if w.Digesting() {
		n := d.ordinal()
		object.Word(w, &n)
	}
}

func newDate(c *ctx, d date) value { return c.NewObj(state(c).date, &dateObject{d}) }

// dayOf is the day of a date or datetime.
func dayOf(v value) date {
	if d, ok := object.As[*dateObject](v); ok {
		return d.date
	}
	dt, _ := object.As[*datetime](v)
	return dt.date
}

// plainDate tells that v is a date and no datetime.
func plainDate(v value) (date, bool) {
	d, ok := object.As[*dateObject](v)
	if !ok {
		return date{}, false
	}
	return d.date, true
}

func checkDate(c *ctx, d date) bool {
	switch {
	case d.y < minYear || d.y > maxYear:
		c.Raise(object.ValueError, "year must be in %d..%d, not %d", minYear, maxYear, d.y)
	case d.m < 1 || d.m > 12:
		c.Raise(object.ValueError, "month must be in 1..12, not %d", d.m)
	case d.d < 1 || d.d > daysIn(d.y, d.m):
		c.Raise(object.ValueError, "day %d must be in range 1..%d for month %d in year %d", d.d, daysIn(d.y, d.m), d.m, d.y)
	default:
		return true
	}
	return false
}

// dateFor makes a date of a class: by calling it, if it is a subclass.
func dateFor(c *ctx, cls *object.Type, d date) value {
	if cls == state(c).date {
		if !checkDate(c, d) {
			return object.Nil
		}
		return newDate(c, d)
	}
	return c.Call(cls.V(), object.Int(int64(d.y)), object.Int(int64(d.m)), object.Int(int64(d.d)))
}

// pickled is the state in a constructor's first argument: n bytes of which the byte at month is a month.
func pickled(c *ctx, v value, n, month int, what string) (state string, is, ok bool) {
	if v.IsNil() {
		return "", false, true
	}
	if b := v.AsBytes(); b != nil {
		state = b.S
	} else if s := v.AsStr(); s != nil && s.Len() == n {
		var out []byte
		for i := range n {
			out = append(out, latin(s.Slice(i, i+1)))
		}
		for i := range n {
			if s.Slice(i, i+1) > "\u00ff" {
				if m := latin(s.Slice(month, month+1)) & 0x7f; m >= 1 && m <= 12 || what == "time" && m < 24 {
					c.Raise(object.ValueError, "Failed to encode latin1 string when unpickling a %s object. pickle.load(data, encoding='latin1') is assumed.", what)
					return "", true, false
				}
				return "", false, true
			}
		}
		state = string(out)
	}
	if len(state) != n {
		return "", false, true
	}
	m := state[month] & 0x7f
	if what == "time" {
		return state, m < 24, true
	}
	return state, m >= 1 && m <= 12, true
}

// latin is the code of a character below 256.
func latin(s string) byte {
	if len(s) == 1 {
		return s[0]
	}
	if len(s) == 2 {
		return s[0]<<6 | s[1]&0x3f
	}
	return 0
}

var ymd = []string{"year", "month", "day"}

func dateNew(c *ctx, a []value) value {
	if a[2].IsNil() && a[3].IsNil() {
		st, is, ok := pickled(c, a[1], 4, 2, "date")
		if !ok {
			return object.Nil
		}
		if is {
			return c.NewObj(a[0].AsType(), &dateObject{date{int(st[0])<<8 | int(st[1]), int(st[2]), int(st[3])}})
		}
	}
	var d date
	if !needed(c, "function", a[1:], ymd, &d.y, &d.m, &d.d) || !checkDate(c, d) {
		return object.Nil
	}
	return c.NewObj(a[0].AsType(), &dateObject{d})
}

func (d date) packed() string { return string([]byte{byte(d.y >> 8), byte(d.y), byte(d.m), byte(d.d)}) }

func (d date) iso8601() string { return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d) }

var (
	dayNames   = [...]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	monthNames = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

func ctime(d date, t clock) string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d", dayNames[d.weekday()], monthNames[d.m], d.d, t.h, t.mi, t.s, d.y)
}

// structTime makes a time.struct_time.
func structTime(c *ctx, d date, t clock, dst int) value {
	n := func(i int) value { return object.Int(int64(i)) }
	return call(c, "time", "struct_time", object.NewTuple([]value{n(d.y), n(d.m), n(d.d), n(t.h), n(t.mi), n(t.s), n(d.weekday()), n(d.dayOfYear()), n(dst)}))
}

func compareDates(c *ctx, op object.CmpOp, a, b value) value {
	y, ok := plainDate(b)
	if !ok {
		return object.NotImplemented
	}
	return ordered(op, dayOf(a).before(y))
}

// dateAdd is date + timedelta: only the days count.
func dateAdd(c *ctx, a, b value, sign int) value {
	d, ok := plainDate(a)
	e, ok2 := deltaOf(b)
	if !ok || !ok2 {
		return object.NotImplemented
	}
	n := d.ordinal() + sign*e.days
	if n < 1 || n > maxOrdinal {
		return c.Raise(object.OverflowError, "date value out of range")
	}
	return dateFor(c, object.TypeOf(a), fromOrdinal(n))
}

func dateSub(c *ctx, a []value) value {
	x, ok := plainDate(a[0])
	if !ok {
		return object.NotImplemented
	}
	if y, ok := plainDate(a[1]); ok {
		return newDelta(c, duration{days: x.ordinal() - y.ordinal()})
	}
	return dateAdd(c, a[0], a[1], -1)
}

// fromISOCalendar finds the day of a week.
func fromISOCalendar(c *ctx, y, w, d int) (date, bool) {
	if y < minYear || y > maxYear {
		c.Raise(object.ValueError, "year must be in %d..%d, not %d", minYear, maxYear, y)
		return date{}, false
	}
	if w <= 0 || w >= 53 {
		long := false
		if w == 53 {
			wd := date{y, 1, 1}.weekday()
			long = wd == 3 || wd == 2 && leap(y)
		}
		if !long {
			c.Raise(object.ValueError, "Invalid week: %d", w)
			return date{}, false
		}
	}
	if d <= 0 || d >= 8 {
		c.Raise(object.ValueError, "Invalid weekday: %d (range is [1, 7])", d)
		return date{}, false
	}
	n := firstMonday(y) + (w-1)*7 + d - 1
	if n > maxOrdinal {
		return date{10000, 1, n - maxOrdinal}, true
	}
	return fromOrdinal(n), true
}

// dayInt makes a method whose result is an int made of the day.
func dayInt(f func(d date) int) object.Fn {
	return func(c *ctx, a []value) value { return object.Int(int64(f(dayOf(a[0])))) }
}

func formatted(c *ctx, a []value) value {
	spec := a[1].AsStr()
	if spec == nil {
		return c.Raise(object.TypeError, "__format__() argument 1 must be str, not %s", argument(a[1]))
	}
	if spec.Len() == 0 {
		return c.Str(a[0])
	}
	return c.CallAttr(a[0], "strftime", a[1])
}

func replaceChanges() object.Fn {
	return func(c *ctx, a []value) value {
		f := c.GetAttrName(a[0], "replace")
		if f.IsNil() {
			return object.Nil
		}
		return c.CallDict(f, nil, a[1])
	}
}

// strptime makes the class method strptime; how is the function of _strptime that does it.
func strptime(how string) object.Fn {
	return func(c *ctx, a []value) value {
		for i := range 2 {
			if a[1+i].AsStr() == nil {
				return c.Raise(object.TypeError, "strptime() argument %d must be str, not %s", i+1, argument(a[1+i]))
			}
		}
		return call(c, "_strptime", how, a[0], a[1], a[2])
	}
}

func getDate(field func(d date) int) func(c *ctx, o value) value {
	return func(c *ctx, o value) value { return object.Int(int64(field(dayOf(o)))) }
}

var dateSpec = object.Spec{Name: "date", Module: "datetime", Doc: "date(year, month, day) --> date object", Methods: append(comparisons(compareDates), []object.Def{
	{Sig: "__new__(cls, year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>)", Kind: object.AsNew, Fn: dateNew, Called: "function"},
	{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
		d := dayOf(a[0])
		return object.NewStr(fmt.Sprintf("%s(%d, %d, %d)", label(a[0]), d.y, d.m, d.d))
	}},
	{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value { return c.CallAttr(a[0], "isoformat") }},
	{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value { return object.Int(pyhash.Bytes([]byte(dayOf(a[0]).packed()))) }},
	{Sig: "__add__(self, value, /)", Fn: func(c *ctx, a []value) value { return dateAdd(c, a[0], a[1], 1) }},
	{Sig: "__radd__(self, value, /)", Fn: func(c *ctx, a []value) value { return dateAdd(c, a[0], a[1], 1) }},
	{Sig: "__sub__(self, value, /)", Fn: dateSub},
	{Sig: "__rsub__(self, value, /)", Fn: swapped(dateSub)},
	{Sig: "fromtimestamp(cls, timestamp, /)", Kind: object.AsClass, Doc: "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), that is\ninterpreted as local time.", Fn: func(c *ctx, a []value) value {
		secs, _, ok := timestampArg(c, a[1], true)
		if !ok {
			return object.Nil
		}
		dt, ok := localTime(c, secs)
		if !ok {
			return object.Nil
		}
		return dateFor(c, a[0].AsType(), dt.date)
	}},
	{Sig: "fromordinal(cls, ordinal)", Kind: object.AsClass, Doc: "int -> date corresponding to a proleptic Gregorian ordinal.", Fn: func(c *ctx, a []value) value {
		n, ok := number(c, a[1])
		if !ok {
			return object.Nil
		}
		if n < 1 {
			return c.Raise(object.ValueError, "ordinal must be >= 1")
		}
		return dateFor(c, a[0].AsType(), fromOrdinal(n))
	}},
	{Sig: "fromisoformat(cls, object, /)", Kind: object.AsClass, Doc: "str -> Construct a date from a string in ISO 8601 format.", Fn: func(c *ctx, a []value) value {
		s := a[1].AsStr()
		if s == nil {
			return c.Raise(object.TypeError, "fromisoformat: argument must be str")
		}
		text := s.String()
		if n := s.Len(); n == 7 || n == 8 || n == 10 {
			d, good, raised := parseDate(c, text)
			if raised {
				c.TakeExc()
			}
			if good {
				return dateFor(c, a[0].AsType(), d)
			}
		}
		return c.Raise(object.ValueError, "Invalid isoformat string: %s", c.ReprStr(s))
	}},
	{Sig: "fromisocalendar(cls, year=<unrepresentable>, week=<unrepresentable>, day=<unrepresentable>)", Kind: object.AsClass, Doc: "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the inverse of the date.isocalendar() function", Fn: func(c *ctx, a []value) value {
		var y, w, d int
		if !needed(c, "fromisocalendar()", a[1:], []string{"year", "week", "day"}, &y, &w, &d) {
			if c.Catch(object.OverflowError) {
				return c.Raise(object.ValueError, "ISO calendar component out of range")
			}
			return object.Nil
		}
		day, ok := fromISOCalendar(c, y, w, d)
		if !ok {
			return object.Nil
		}
		return dateFor(c, a[0].AsType(), day)
	}},
	{Sig: "strptime(cls, string, format, /)", Kind: object.AsClass, Doc: "string, format -> new date parsed from a string (like time.strptime()).", Fn: strptime("_strptime_datetime_date")},
	{Sig: "today(cls, /)", Kind: object.AsClass, Doc: "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).", Fn: func(c *ctx, a []value) value {
		if a[0].AsType() == state(c).date {
			dt, ok := localTime(c, now(c)/1e9)
			if !ok {
				return object.Nil
			}
			return newDate(c, dt.date)
		}
		t := call(c, "time", "time")
		if t.IsNil() {
			return object.Nil
		}
		return c.CallAttr(a[0], "fromtimestamp", t)
	}},
	{Sig: "ctime(self, /)", Doc: "Return ctime() style string.", Fn: func(c *ctx, a []value) value { return object.NewASCII(ctime(dayOf(a[0]), clock{})) }},
	{Sig: "strftime(self, /, format)", Doc: "format -> strftime() style string.", Fn: func(c *ctx, a []value) value {
		t := c.CallAttr(a[0], "timetuple")
		if t.IsNil() {
			return object.Nil
		}
		return strftime(c, a[1], t, dayOf(a[0]), clock{}, object.Nil, a[0])
	}},
	{Sig: "__format__(self, format, /)", Doc: "Formats self with strftime.", Fn: formatted},
	{Sig: "timetuple(self, /)", Doc: "Return time tuple, compatible with time.localtime().", Fn: func(c *ctx, a []value) value {
		return structTime(c, dayOf(a[0]), clock{}, -1)
	}},
	{Sig: "isocalendar(self, /)", Doc: "Return a named tuple containing ISO year, week number, and weekday.", Fn: func(c *ctx, a []value) value {
		y, w, d := dayOf(a[0]).iso()
		return state(c).weekOf(c, y, w, d)
	}},
	{Sig: "isoformat(self, /)", Doc: "Return string in ISO 8601 format, YYYY-MM-DD.", Fn: func(c *ctx, a []value) value { return object.NewASCII(dayOf(a[0]).iso8601()) }},
	{Sig: "isoweekday(self, /)", Doc: "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7", Fn: dayInt(func(d date) int { return d.weekday() + 1 })},
	{Sig: "toordinal(self, /)", Doc: "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.", Fn: dayInt(date.ordinal)},
	{Sig: "weekday(self, /)", Doc: "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6", Fn: dayInt(date.weekday)},
	{Sig: "replace(self, /, year=unchanged, month=unchanged, day=unchanged)", Doc: "Return date with new specified fields.", Fn: func(c *ctx, a []value) value {
		d := dayOf(a[0])
		if !replaced(c, a[1:], &d.y, &d.m, &d.d) {
			return object.Nil
		}
		return dateFor(c, object.TypeOf(a[0]), d)
	}},
	{Sig: "__replace__(self, /, **changes)", Doc: "The same as replace().", Fn: replaceChanges()},
	{Sig: "__reduce__(self, /)", Doc: "__reduce__() -> (cls, state)", Fn: func(c *ctx, a []value) value {
		return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(object.NewBytes(dayOf(a[0]).packed())))
	}},
}...), Gets: []object.Get{
	{Name: "year", Get: getDate(func(d date) int { return d.y })},
	{Name: "month", Get: getDate(func(d date) int { return d.m })},
	{Name: "day", Get: getDate(func(d date) int { return d.d })},
}}

// newWeek makes the class of what isocalendar returns.
func newWeek(c *ctx) (t *object.Type, make func(c *ctx, year, week, day int) value) {
	names := [...]string{"year", "week", "weekday"}
	spec := object.Spec{Name: "IsoCalendarDate", Module: "datetime", Base: object.TupleType, Doc: "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday))\nor via the object attributes as named in the above tuple."}
	for i, n := range names {
		spec.Gets = append(spec.Gets, object.Get{Name: n, Get: func(c *ctx, o value) value { return o.AsTuple().Items[i] }})
	}
	instance := func(c *ctx, cls *object.Type, items []value) value {
		o := c.NewInst(cls)
		o.SetPayload(object.CopyTuple(items))
		return o.V()
	}
	spec.Methods = []object.Def{
		{Sig: "__new__(cls, /, year, week, weekday)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return instance(c, a[0].AsType(), a[1:]) }},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			items := a[0].AsTuple().Items
			var texts [3]string
			for i, v := range items {
				var ok bool
				if texts[i], ok = c.Text(v); !ok {
					return object.Nil
				}
			}
			return object.NewStr(fmt.Sprintf("%s(year=%s, week=%s, weekday=%s)", label(a[0]), texts[0], texts[1], texts[2]))
		}},
		{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
			return object.TupleOf(object.TupleType.V(), object.TupleOf(object.CopyTuple(a[0].AsTuple().Items)))
		}},
	}
	t = c.NewClass(spec)
	t.NSlots = 1
	return t, func(c *ctx, year, week, day int) value {
		return instance(c, t, []value{object.Int(int64(year)), object.Int(int64(week)), object.Int(int64(day))})
	}
}
