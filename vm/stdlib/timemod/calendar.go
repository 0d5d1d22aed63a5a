package timemod

import (
	"math"

	"slp/vm/object"
	"slp/vm/world"
)

// moment is a broken-down time, as struct tm has it.
type moment struct {
	year                 int64
	month, day           int // from 1
	hour, minute, second int
	weekday              int // Monday is 0
	yday                 int // from 1
	isdst                int
	zone                 string
	offset               int64
	named                bool // zone and offset are known
}

// days counts days from 1970-01-01 to a date of the Gregorian calendar.
func days(y int64, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := int64(m+9) % 12
	doy := (153*mp+2)/5 + int64(d) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// civil breaks down seconds since 1970.
func civil(s int64) moment {
	z := floorDiv(s, 86400)
	rest := s - z*86400
	z += 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	m := moment{year: yoe + era*400, day: int(doy - (153*mp+2)/5 + 1), month: int(mp + 3)}
	if m.month > 12 {
		m.month -= 12
		m.year++
	}
	m.hour, m.minute, m.second = int(rest/3600), int(rest/60%60), int(rest%60)
	d := floorDiv(s, 86400)
	m.weekday = int(((d+3)%7 + 7) % 7)
	m.yday = int(d-days(m.year, 1, 1)) + 1
	return m
}

func (m *moment) seconds() int64 {
	y, mon := m.year, int64(m.month-1)
	y += floorDiv(mon, 12)
	mon -= floorDiv(mon, 12) * 12
	return (days(y, int(mon)+1, 1)+int64(m.day)-1)*86400 + int64(m.hour)*3600 + int64(m.minute)*60 + int64(m.second)
}

// local breaks down a time in the local zone.
func local(c *ctx, s int64) moment {
	z := c.Query(world.Zone(zoneOf(c).name, s))
	m := civil(s + z.N)
	m.isdst, m.zone, m.offset, m.named = int(z.M), z.Text, z.N, true
	return m
}

func (m *moment) value(c *ctx) value {
	i := func(n int) value { return object.Int(int64(n)) }
	return stateOf(c).newTime(c, object.Int(m.year), i(m.month), i(m.day), i(m.hour), i(m.minute), i(m.second), i(m.weekday), i(m.yday), i(m.isdst),
		object.NewStr(m.zone), object.Int(m.offset))
}

// epoch is a time argument in seconds, rounded down; now if it was not given.
func epoch(c *ctx, v value) (int64, bool) {
	if v.IsNil() || v.IsNone() {
		return floorDiv(c.Query(world.Clock(world.ClockWall)).N, 1e9), true
	}
	if f, ok := v.AsFloat(); ok {
		switch {
		case math.IsNaN(f):
			c.Raise(object.ValueError, "Invalid value NaN (not a number)")
			return 0, false
		case math.Abs(f) >= 1<<62:
			c.Raise(object.OverflowError, "timestamp out of range for platform time_t")
			return 0, false
		}
		return checkYear(c, int64(math.Floor(f)))
	}
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Said())
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	if !ok {
		c.Raise(object.OverflowError, "timestamp out of range for platform time_t")
		return 0, false
	}
	return checkYear(c, n)
}

func checkYear(c *ctx, s int64) (int64, bool) {
	if s > 67768036191676799 || s < -67768040609740800 {
		c.RaiseOS(int64(world.EOVERFLOW), world.EOVERFLOW.Text())
		return 0, false
	}
	return s, true
}

// fields reads a time tuple.
func fields(c *ctx, v value, where string) (m moment, ok bool) {
	t := v.AsTuple()
	if t == nil {
		c.Raise(object.TypeError, "Tuple or struct_time argument required")
		return m, false
	}
	if len(t.Items) != 9 {
		c.Raise(object.TypeError, "%s(): illegal time tuple argument", where)
		return m, false
	}
	var n [9]int
	for i, x := range t.Items {
		if _, isFloat := x.AsFloat(); isFloat || !x.IsAnyInt() && object.TypeOf(x).Dunder(object.DIndex).IsNil() {
			c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(x).Said())
			return m, false
		}
		if n[i], ok = c.IndexInt(x, false); !ok {
			return m, false
		}
		if n[i] > 1<<31-1 || n[i] < -1<<31 {
			what := "signed integer is greater than maximum"
			if n[i] < 0 {
				what = "signed integer is less than minimum"
			}
			c.Raise(object.OverflowError, "%s", what)
			return m, false
		}
	}
	m = moment{year: int64(n[0]), month: n[1], day: n[2], hour: n[3], minute: n[4], second: n[5], weekday: ((n[6]+1)%7 + 7 - 1) % 7, yday: n[7], isdst: n[8]}
	if n[6] < -1 {
		m.weekday = -2 // out of range
	}
	if o := v.AsInst(); o != nil && object.TypeOf(v) == stateOf(c).structTime {
		z, off := o.GetSlot(c, c.Intern("tm_zone")), o.GetSlot(c, c.Intern("tm_gmtoff"))
		if !z.IsNil() && z.AsStr() != nil && !off.IsNil() {
			m.zone, m.named = z.AsStr().String(), true
			m.offset, _ = off.AsInt()
		}
	}
	return m, true
}

// check makes the zeros that strftime allows real dates and refuses what is out of range.
func (m *moment) check(c *ctx) bool {
	if m.month == 0 {
		m.month = 1
	}
	if m.day == 0 {
		m.day = 1
	}
	if m.yday == 0 {
		m.yday = 1
	}
	bad := ""
	switch {
	case m.month < 1 || m.month > 12:
		bad = "month"
	case m.day < 1 || m.day > 31:
		bad = "day of month"
	case m.hour < 0 || m.hour > 23:
		bad = "hour"
	case m.minute < 0 || m.minute > 59:
		bad = "minute"
	case m.second < 0 || m.second > 61:
		bad = "seconds"
	case m.weekday < 0:
		bad = "day of week"
	case m.yday < 1 || m.yday > 366:
		bad = "day of year"
	default:
		return true
	}
	c.Raise(object.ValueError, "%s out of range", bad)
	return false
}

// mktime finds the time at which local clocks show m.
func mktime(c *ctx, m *moment) int64 {
	want := m.seconds()
	name := zoneOf(c).name
	best, found := want-c.Query(world.Zone(name, want)).N, false
	for _, near := range [...]int64{want - 86400, want + 86400} {
		z := c.Query(world.Zone(name, near))
		s := want - z.N
		there := c.Query(world.Zone(name, s))
		if there.N != z.N {
			continue
		}
		if !found || m.isdst >= 0 && there.M == int64(min(m.isdst, 1)) {
			best, found = s, true
		}
	}
	if m.isdst > 0 && c.Query(world.Zone(name, best)).M == 0 { // summer time where there is none
		if z := zoneOf(c); z.offsets[1] != z.offsets[0] {
			best = want - z.offsets[1]
		}
	}
	return best
}

var calendarFuncs = []object.Def{
	{Sig: "gmtime(seconds=None, /)", Doc: "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).", Fn: func(c *ctx, a []value) value {
		s, ok := epoch(c, a[0])
		if !ok {
			return object.Nil
		}
		m := civil(s)
		m.zone = "GMT"
		return m.value(c)
	}},
	{Sig: "localtime(seconds=None, /)", Doc: "Convert seconds since the Epoch to a time tuple expressing local time.", Fn: func(c *ctx, a []value) value {
		s, ok := epoch(c, a[0])
		if !ok {
			return object.Nil
		}
		m := local(c, s)
		return m.value(c)
	}},
	{Sig: "mktime(tuple, /)", Doc: "Convert a time tuple in local time to seconds since the Epoch.", Fn: func(c *ctx, a []value) value {
		m, ok := fields(c, a[0], "mktime")
		if !ok {
			return object.Nil
		}
		return object.Float(float64(mktime(c, &m)))
	}},
	{Sig: "asctime(tuple=None, /)", Doc: "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.", Fn: func(c *ctx, a []value) value {
		var m moment
		if a[0].IsNil() {
			s, _ := epoch(c, object.Nil)
			m = local(c, s)
		} else {
			var ok bool
			if m, ok = fields(c, a[0], "asctime"); !ok || !m.check(c) {
				return object.Nil
			}
		}
		return object.NewStr(format(c, "%a %b %e %H:%M:%S %Y", &m))
	}},
	{Sig: "ctime(seconds=None, /)", Doc: "Convert a time in seconds since the Epoch to a string in local time.", Fn: func(c *ctx, a []value) value {
		s, ok := epoch(c, a[0])
		if !ok {
			return object.Nil
		}
		m := local(c, s)
		return object.NewStr(format(c, "%a %b %e %H:%M:%S %Y", &m))
	}},
	{Sig: "strftime(format, time_tuple=<unrepresentable>, /)", Doc: "Convert a time tuple to a string according to a format specification.", Fn: func(c *ctx, a []value) value {
		if a[0].AsStr() == nil {
			return c.Raise(object.TypeError, "strftime() argument 1 must be str, not %s", object.TypeOf(a[0]).Said())
		}
		var m moment
		if a[1].IsNil() {
			s, _ := epoch(c, object.Nil)
			m = local(c, s)
		} else {
			var ok bool
			if m, ok = fields(c, a[1], "strftime"); !ok || !m.check(c) {
				return object.Nil
			}
		}
		return object.NewStr(format(c, a[0].AsStr().String(), &m))
	}},
	{Sig: "strptime(string, format='%a %b %d %H:%M:%S %Y', /)", Doc: "Parse a string to a time tuple according to a format specification.", Fn: func(c *ctx, a []value) value {
		f := a[1]
		if f.IsNil() {
			f = object.NewStr("%a %b %d %H:%M:%S %Y")
		}
		return c.Self("time_strptime", a[0], f)
	}},
	{Sig: "tzset()", Doc: "Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ'].", Fn: func(c *ctx, a []value) value {
		name := ""
		if p := c.Modules.Get("posix"); !p.IsNil() && p.AsModule() != nil {
			if env := p.AsModule().Dict.Get("environ"); !env.IsNil() && env.AsDict() != nil {
				d := env.AsDict()
				if i, _, _ := c.Find(d, object.NewBytes("TZ")); i >= 0 && d.T.At(i).Val.AsBytes() != nil {
					name = d.T.At(i).Val.AsBytes().S
				}
			}
		} else {
			name = zoneVariable(c.Query(world.Environment()).List)
		}
		setZone(c, c.Modules.Get("time").AsModule(), name)
		return object.None
	}},
}
