package datetimemod

import (
	"slp/vm/object"
)

// stamp is the value of a datetime.
type stamp struct {
	date
	clock
	fold int
	tz   value // Nil: none
}

// datetime is the Go part of a datetime.
type datetime struct{ stamp }

// Walk implements object.Impl.
func (t *datetime) Walk(w *object.Walker) {
	w.Value(&t.tz)
	if w.Digesting() {
		n := (t.ordinal()*daySecs+t.seconds())*secondUS + t.us
		object.Word(w, &n)
	}
	object.Word(w, &t.fold)
}

func newDatetime(c *ctx, s stamp) value { return c.NewObj(state(c).datetime, &datetime{s}) }

func datetimeOf(v value) *datetime {
	t, _ := object.As[*datetime](v)
	return t
}

func (s *stamp) check(c *ctx) bool {
	return checkDate(c, s.date) && checkClock(c, s.clock, s.fold) && checkZone(c, s.tz)
}

// datetimeFor makes a datetime of a class: by calling it, if it is a subclass.
func datetimeFor(c *ctx, cls *object.Type, s stamp) value {
	if cls == state(c).datetime {
		if !s.check(c) {
			return object.Nil
		}
		return c.NewObj(cls, &datetime{s})
	}
	if s.fold != 0 && !s.check(c) {
		return object.Nil
	}
	n := func(i int) value { return object.Int(int64(i)) }
	v := c.Call(cls.V(), n(s.y), n(s.m), n(s.d), n(s.h), n(s.mi), n(s.s), n(s.us), orNone(s.tz))
	if !v.IsNil() && s.fold != 0 {
		if x := datetimeOf(v); x != nil {
			c.Touch(v.Hdr())
			x.fold = s.fold
		}
	}
	return v
}

func datetimeNew(c *ctx, a []value) value {
	if a[3].IsNil() && a[4].IsNil() {
		st, is, ok := pickled(c, a[1], 10, 2, "datetime")
		if !ok {
			return object.Nil
		}
		if is {
			tz := a[2]
			if !tz.IsNil() && !tz.IsNone() && !object.Is(tz, state(c).tzinfo) {
				return c.Raise(object.TypeError, "bad tzinfo state arg")
			}
			return c.NewObj(a[0].AsType(), &datetime{stamp{date: date{int(st[0])<<8 | int(st[1]), int(st[2] & 0x7f), int(st[3])},
				clock: unpackClock(st[4:]), fold: int(st[2] >> 7), tz: noneToNil(tz)}})
		}
	}
	s := stamp{tz: noneToNil(a[8])}
	if !needed(c, "function", a[1:], ymd, &s.y, &s.m, &s.d) || !numbers(c, a[4:], &s.h, &s.mi, &s.s, &s.us) || !numbers(c, a[9:], &s.fold) || !s.check(c) {
		return object.Nil
	}
	return c.NewObj(a[0].AsType(), &datetime{s})
}

// moved is the stamp some time later, without fold; ok is false if there is no such date (nothing is raised).
func (s stamp) moved(d duration) (stamp, bool) {
	us := s.us + d.us
	carry := floorDiv(us, secondUS)
	us -= carry * secondUS
	secs := s.seconds() + d.secs + carry
	carry = floorDiv(secs, daySecs)
	secs -= carry * daySecs
	n := s.ordinal() + d.days + carry
	if n < 1 || n > maxOrdinal {
		return s, false
	}
	if n == s.ordinal() {
		return stamp{date: s.date, clock: clock{secs / 3600, secs / 60 % 60, secs % 60, us}, tz: s.tz}, true
	}
	return stamp{date: fromOrdinal(n), clock: clock{secs / 3600, secs / 60 % 60, secs % 60, us}, tz: s.tz}, true
}

// shifted is self + d.
func (t *datetime) shifted(c *ctx, self value, d duration) value {
	s, ok := t.moved(d)
	if !ok {
		return c.Raise(object.OverflowError, "date value out of range")
	}
	if cls := object.TypeOf(self); cls != state(c).datetime {
		return datetimeFor(c, cls, s)
	}
	return c.NewObj(state(c).datetime, &datetime{s})
}

// minus is the time between two stamps as they stand on the clock.
func (s stamp) minus(t stamp) duration {
	return duration{s.ordinal() - t.ordinal(), s.seconds() - t.seconds(), s.us - t.us}
}

func (s stamp) before(t stamp) int {
	if c := s.date.before(t.date); c != 0 {
		return c
	}
	return s.clock.before(t.clock)
}

// offsets asks for the offsets of two datetimes. ok is false if that raised or was suspended.
func offsets(c *ctx, a, b value) (d, e duration, known, known2, ok bool) {
	if d, known, ok = offset(c, datetimeOf(a).tz, "utcoffset", a); ok {
		e, known2, ok = offset(c, datetimeOf(b).tz, "utcoffset", b)
	}
	return
}

func datetimeSub(c *ctx, a []value) value {
	x := datetimeOf(a[0])
	if x == nil {
		return object.NotImplemented
	}
	if d, ok := deltaOf(a[1]); ok {
		return x.shifted(c, a[0], duration{-d.days, -d.secs, -d.us})
	}
	y := datetimeOf(a[1])
	if y == nil {
		return object.NotImplemented
	}
	diff := x.minus(y.stamp)
	if x.tz != y.tz {
		d, e, known, known2, ok := offsets(c, a[0], a[1])
		if !ok {
			return object.Nil
		}
		if known != known2 {
			return c.Raise(object.TypeError, "can't subtract offset-naive and offset-aware datetimes")
		}
		if known {
			diff = duration{diff.days - d.days + e.days, diff.secs - d.secs + e.secs, diff.us - d.us + e.us}
		}
	}
	return makeDelta(c, state(c).delta, diff)
}

func datetimeAdd(c *ctx, a []value) value {
	x := datetimeOf(a[0])
	d, ok := deltaOf(a[1])
	if x == nil || !ok {
		return object.NotImplemented
	}
	return x.shifted(c, a[0], d)
}

func compareDatetimes(c *ctx, op object.CmpOp, a, b value) value {
	x, y := datetimeOf(a), datetimeOf(b)
	if y == nil {
		return object.NotImplemented
	}
	if x.tz == y.tz {
		return ordered(op, x.before(y.stamp))
	}
	d, e, known, known2, ok := offsets(c, a, b)
	if !ok {
		return object.Nil
	}
	cmp := 0
	switch {
	case known == known2 && d == e:
		cmp = x.before(y.stamp)
	case known && known2:
		diff := x.minus(y.stamp)
		us := int64(diff.days-d.days+e.days)*daySecs*secondUS + int64(diff.secs-d.secs+e.secs)*secondUS + int64(diff.us-d.us+e.us)
		switch {
		case us < 0:
			cmp = -1
		case us > 0:
			cmp = 1
		}
	case op == object.CmpEq:
		return object.False
	case op == object.CmpNe:
		return object.True
	default:
		return c.Raise(object.TypeError, "can't compare offset-naive and offset-aware datetimes")
	}
	if cmp == 0 && (op == object.CmpEq || op == object.CmpNe) {
		odd, ok := ambiguous(c, a, d)
		if ok && !odd {
			odd, ok = ambiguous(c, b, e)
		}
		if !ok {
			return object.Nil
		}
		if odd {
			cmp = 1
		}
	}
	return ordered(op, cmp)
}

// ambiguous tells that the offset of a datetime depends on its fold: then it equals nothing in another time zone.
func ambiguous(c *ctx, v value, off duration) (odd, ok bool) {
	t := datetimeOf(v)
	if object.TypeOf(orNone(t.tz)) == state(c).timezone {
		return false, true
	}
	s := t.stamp
	s.fold = 1 - s.fold
	other := c.NewObj(object.TypeOf(v), &datetime{s})
	d, _, ok := offset(c, t.tz, "utcoffset", other)
	return d != off, ok
}

// asZone is astimezone(tz).
func asZone(c *ctx, a []value) value {
	t := datetimeOf(a[0])
	target := noneToNil(a[1])
	if !target.IsNil() && !object.Is(target, state(c).tzinfo) {
		return c.Raise(object.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", object.TypeOf(target).Name)
	}
	own := t.tz
	if own.IsNil() {
		if own = localZoneOf(c, t.stamp); own.IsNil() {
			return object.Nil
		}
	}
	if own == target {
		return a[0]
	}
	off, known, ok := offset(c, own, "utcoffset", a[0])
	if ok && !known { // as good as none
		if own = localZoneOf(c, t.stamp); own.IsNil() {
			return object.Nil
		}
		off, _, ok = offset(c, own, "utcoffset", a[0])
	}
	if !ok {
		return object.Nil
	}
	utc := t.shifted(c, a[0], duration{-off.days, -off.secs, -off.us})
	if utc.IsNil() {
		return object.Nil
	}
	u := datetimeOf(utc)
	if u == nil {
		return c.Raise(object.TypeError, "expected a datetime, got '%s'", object.TypeOf(utc).Name)
	}
	if target.IsNil() {
		secs := int64(u.ordinal()-epochDay)*daySecs + int64(u.seconds())
		if target = localZoneAt(c, secs); target.IsNil() {
			return object.Nil
		}
	}
	c.Touch(utc.Hdr())
	u.tz = target
	return c.CallAttr(target, "fromutc", utc)
}

// utcStamp is the stamp in UTC, as utctimetuple and timestamp need it.
func utcStamp(c *ctx, v value) (s stamp, ok bool) {
	t := datetimeOf(v)
	d, _, ok := offset(c, t.tz, "utcoffset", v)
	if !ok {
		return s, false
	}
	if s, ok = t.moved(duration{-d.days, -d.secs, -d.us}); !ok {
		c.Raise(object.OverflowError, "date value out of range")
	}
	return s, ok
}

func timestampOf(c *ctx, v value) value {
	t := datetimeOf(v)
	if t.tz.IsNil() {
		secs, ok := localSeconds(c, t.stamp)
		if !ok {
			return object.Nil
		}
		return object.Float(float64(secs) + float64(t.us)/1e6)
	}
	d := datetimeSub(c, []value{v, state(c).epoch})
	if d.IsNil() {
		return object.Nil
	}
	x, _ := deltaOf(d)
	return c.Binary(object.OpTrueDiv, x.microseconds(), object.Int(secondUS))
}

func (t *datetime) packed(fold bool) string {
	b := []byte(t.date.packed())
	if fold && t.fold != 0 {
		b[2] |= 0x80
	}
	return string(append(b, t.clock.packed()...))
}

func (t *datetime) reduce(self value, proto int) value {
	st := object.NewBytes(t.packed(proto > 3))
	args := object.TupleOf(st)
	if !t.tz.IsNil() {
		args = object.TupleOf(st, t.tz)
	}
	return object.TupleOf(object.TypeOf(self).V(), args)
}

func fromISO(c *ctx, a []value) value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(object.TypeError, "fromisoformat: argument must be str")
	}
	bad := func() value { return c.Raise(object.ValueError, "Invalid isoformat string: %s", c.ReprStr(s)) }
	day, text, ok := splitDateTime(s.String())
	if !ok {
		return bad()
	}
	d, good, raised := parseDate(c, day)
	if raised {
		c.TakeExc()
	}
	var p parsedTime
	if good && (text != "" || len(day) < len(s.String())) {
		p, good = parseTime(text)
	}
	if !good {
		return bad()
	}
	if p.badDay {
		return c.Raise(object.ValueError, "minute, second, and microsecond must be 0 when hour is 24")
	}
	if p.nextDay && d.m >= 1 && d.m <= 12 && d.y >= 1 && d.y <= 9999 && d.d >= 1 && d.d <= daysIn(d.y, d.m) {
		if d.d++; d.d > daysIn(d.y, d.m) {
			d.d = 1
			if d.m++; d.m > 12 {
				d.m = 1
				d.y++
			}
		}
	}
	tz, ok := p.tzinfo(c)
	if !ok {
		return object.Nil
	}
	return datetimeFor(c, a[0].AsType(), stamp{date: d, clock: p.clock, tz: tz})
}
