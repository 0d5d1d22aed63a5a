package datetimemod

import (
	"math"

	"slp/vm/object"
	"slp/vm/world"
)

// epochDay is the ordinal of 1970-01-01.
const epochDay = 719163

// now is the World's clock in nanoseconds since the epoch.
func now(c *ctx) int64 { return c.Query(world.Clock(world.ClockWall)).N }

// timestampArg reads a POSIX timestamp: seconds, rounded down if floor, else to the nearest microsecond.
func timestampArg(c *ctx, v value, floor bool) (secs int64, us int, ok bool) {
	f, is := v.AsFloat()
	if !is {
		x := c.Index(v)
		if x.IsNil() {
			if c.Catch(object.TypeError) {
				c.Raise(object.TypeError, "argument must be int or float, not %s", object.TypeOf(v).FullName())
			}
			return 0, 0, false
		}
		n, fits := x.AsInt()
		if !fits {
			c.Raise(object.OverflowError, "timestamp out of range for platform time_t")
			return 0, 0, false
		}
		return n, 0, true
	}
	if math.IsNaN(f) {
		c.Raise(object.ValueError, "Invalid value NaN (not a number)")
		return 0, 0, false
	}
	whole, part := math.Modf(f)
	if floor {
		whole, part = math.Floor(f), 0
	}
	part = math.RoundToEven(part * 1e6)
	if part >= 1e6 {
		part -= 1e6
		whole++
	} else if part < 0 {
		part += 1e6
		whole--
	}
	if !(whole >= -(1<<63) && whole < 1<<63) {
		c.Raise(object.OverflowError, "timestamp out of range for platform time_t")
		return 0, 0, false
	}
	return int64(whole), int(part), true
}

// utcTime is the stamp of a POSIX timestamp in UTC.
func utcTime(c *ctx, secs int64) (stamp, bool) {
	const limit = 1 << 60
	if secs > limit || secs < -limit {
		c.RaiseOS(int64(world.EOVERFLOW), world.EOVERFLOW.Text())
		return stamp{}, false
	}
	days := floorDiv(int(secs), daySecs)
	rest := int(secs) - days*daySecs
	n := days + epochDay
	if n < 1 || n > maxOrdinal {
		year := 1970 + int(float64(days)/365.2425)
		if n == maxOrdinal+1 {
			year = 10000
		}
		if n <= 0 && year > 0 {
			year = 0
		}
		c.Raise(object.ValueError, "year must be in %d..%d, not %d", minYear, maxYear, year)
		return stamp{}, false
	}
	return stamp{date: fromOrdinal(n), clock: clock{rest / 3600, rest / 60 % 60, rest % 60, 0}}, true
}

// localTuple asks the module time for the local time of a POSIX timestamp: a struct_time. Its own function is used, even
// if the program put another one in its place.
func localTuple(c *ctx, secs int64) value {
	st := state(c)
	if st.localtime.IsNil() {
		m := module(c, "time")
		if m == nil {
			return object.Nil
		}
		f := m.Dict.Get("localtime")
		if f.IsNil() {
			return c.Raise(object.AttributeError, "module 'time' has no attribute 'localtime'")
		}
		if f.AsBuiltin() == nil {
			return c.Call(f, object.Int(secs))
		}
		st.localtime = f
	}
	return c.Call(st.localtime, object.Int(secs))
}

// localTime is the local time of a POSIX timestamp, without fold.
func localTime(c *ctx, secs int64) (stamp, bool) {
	v := localTuple(c, secs)
	if v.IsNil() {
		return stamp{}, false
	}
	var n [6]int
	for i := range n {
		x, _ := v.AsTuple().Items[i].AsInt()
		n[i] = int(x)
	}
	s := stamp{date: date{n[0], n[1], n[2]}, clock: clock{n[3], n[4], min(n[5], 59), 0}}
	return s, checkDate(c, s.date)
}

// seconds since the epoch, if the stamp were UTC.
func (s stamp) asUTC() int64 { return int64(s.ordinal()-epochDay)*daySecs + int64(s.seconds()) }

const daySecs64 = int64(daySecs)

// localStamp is the local time of a POSIX timestamp, with fold.
func localStamp(c *ctx, secs int64) (stamp, bool) {
	s, ok := localTime(c, secs)
	if !ok || secs-daySecs64 <= minLocal {
		return s, ok
	}
	result := s.asUTC()
	before, ok := localTime(c, secs-daySecs64)
	if !ok {
		return s, false
	}
	if change := result - before.asUTC() - daySecs64; change < 0 {
		probe, ok := localTime(c, secs+change)
		if !ok {
			return s, false
		}
		if probe.asUTC() == result {
			s.fold = 1
		}
	}
	return s, true
}

// minLocal is the timestamp a day after the first for which there is a local time.
const minLocal = -(epochDay - 1) * daySecs64

// localSeconds is the POSIX timestamp of a local time.
func localSeconds(c *ctx, s stamp) (int64, bool) {
	t := s.asUTC()
	local := func(u int64) (int64, bool) {
		s, ok := localTime(c, u)
		return s.asUTC(), ok
	}
	lt, ok := local(t)
	if !ok {
		return 0, false
	}
	a := lt - t
	u1 := t - a
	t1, ok := local(u1)
	if !ok {
		return 0, false
	}
	var b int64
	if t1 == t { // one solution; there may be another one
		u2 := u1 - daySecs64
		if s.fold != 0 {
			u2 = u1 + daySecs64
		}
		lt, ok = local(u2)
		if !ok {
			return 0, false
		}
		if b = lt - u2; a == b {
			return u1, true
		}
	} else {
		b = t1 - u1
	}
	u2 := t - b
	t2, ok := local(u2)
	switch {
	case !ok:
		return 0, false
	case t2 == t:
		return u2, true
	case t1 == t:
		return u1, true
	case s.fold != 0: // in a gap
		return min(u1, u2), true
	}
	return max(u1, u2), true
}

// localZoneAt is the local time zone at a POSIX timestamp, as a timezone.
func localZoneAt(c *ctx, secs int64) value {
	return c.Once(func() value { return makeLocalZone(c, secs) })
}

func makeLocalZone(c *ctx, secs int64) value {
	v := localTuple(c, secs)
	if v.IsNil() {
		return object.Nil
	}
	off := c.GetAttrName(v, "tm_gmtoff")
	name := c.GetAttrName(v, "tm_zone")
	if off.IsNil() || name.IsNil() {
		return object.Nil
	}
	n, _ := off.AsInt()
	d, _ := deltaOf(makeDelta(c, state(c).delta, duration{secs: int(n)}))
	return newTimezone(c, state(c).timezone, d, name)
}

// localZoneOf is the local time zone at a local time.
func localZoneOf(c *ctx, s stamp) value {
	secs, ok := localSeconds(c, s)
	if !ok {
		return object.Nil
	}
	return localZoneAt(c, secs)
}
