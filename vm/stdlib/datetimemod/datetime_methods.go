package datetimemod

import (
	"fmt"

	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

func getStamp(field func(t *datetime) int) func(c *ctx, o value) value {
	return func(c *ctx, o value) value { return object.Int(int64(field(datetimeOf(o)))) }
}

func datetimeHash(c *ctx, a []value) value {
	t := datetimeOf(a[0])
	self := a[0]
	if t.fold != 0 {
		s := t.stamp
		s.fold = 0
		self = c.NewObj(object.TypeOf(a[0]), &datetime{s})
	}
	d, known, ok := offset(c, t.tz, "utcoffset", self)
	switch {
	case !ok:
		return object.Nil
	case !known:
		return object.Int(pyhash.Bytes([]byte(t.packed(false))))
	}
	v := makeDelta(c, state(c).delta, duration{t.ordinal() - d.days, t.seconds() - d.secs, t.us - d.us})
	if v.IsNil() {
		return object.Nil
	}
	x, _ := deltaOf(v)
	return object.Int(x.hash())
}

func datetimeISO(c *ctx, a []value) value {
	sep := "T"
	if !a[1].IsNil() {
		s := a[1].AsStr()
		switch {
		case s == nil:
			return c.Raise(object.TypeError, "isoformat() argument 1 must be a unicode character, not %s", argument(a[1]))
		case s.Len() != 1:
			return c.Raise(object.TypeError, "isoformat() argument 1 must be a unicode character, not a string of length %d", s.Len())
		}
		sep = s.String()
	}
	spec, ok := timespecArg(c, a[2], 2)
	if !ok {
		return object.Nil
	}
	t := datetimeOf(a[0])
	d, known, ok := offset(c, t.tz, "utcoffset", a[0])
	if !ok {
		return object.Nil
	}
	text := t.iso8601() + sep + isoClock(t.clock, spec)
	if known {
		text += offsetText(d, ":")
	}
	return object.NewStr(text)
}

func combine(c *ctx, a []value) value {
	if !object.Is(a[1], state(c).date) {
		return c.Raise(object.TypeError, "combine() argument 1 must be datetime.date, not %s", argument(a[1]))
	}
	t := timeOf(a[2])
	if t == nil {
		return c.Raise(object.TypeError, "combine() argument 2 must be datetime.time, not %s", argument(a[2]))
	}
	tz := t.tz
	if !a[3].IsNil() {
		tz = noneToNil(a[3])
	}
	return datetimeFor(c, a[0].AsType(), stamp{date: dayOf(a[1]), clock: t.clock, fold: t.fold, tz: tz})
}

// datetimeNow is now() and utcnow().
func datetimeNow(c *ctx, cls *object.Type, tz value, utc bool) value {
	tz = noneToNil(tz)
	if !checkZone(c, tz) {
		return object.Nil
	}
	at := c.Once(func() value { return object.Int(now(c)) }).I()
	return atInstant(c, cls, floorDiv(int(at), 1e9), int(at-int64(floorDiv(int(at), 1e9))*1e9)/1000, tz, utc)
}

// atInstant makes a datetime of a POSIX timestamp: local time, UTC, or that of a time zone.
func atInstant(c *ctx, cls *object.Type, secs, us int, tz value, utc bool) value {
	var s stamp
	var ok bool
	if tz.IsNil() && !utc {
		s, ok = localStamp(c, int64(secs))
	} else {
		s, ok = utcTime(c, int64(secs))
	}
	if !ok {
		return object.Nil
	}
	s.us, s.tz = us, tz
	v := datetimeFor(c, cls, s)
	if v.IsNil() || tz.IsNil() {
		return v
	}
	return c.CallAttr(tz, "fromutc", v)
}

func fromTimestamp(c *ctx, a []value) value {
	tz := noneToNil(a[2])
	if !checkZone(c, tz) {
		return object.Nil
	}
	secs, us, ok := timestampArg(c, a[1], false)
	if !ok {
		return object.Nil
	}
	return atInstant(c, a[0].AsType(), int(secs), us, tz, false)
}

const utcnowWarning = "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."
const utcfromWarning = "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC)."

// deprecated warns; false if that raised or was suspended.
func deprecated(c *ctx, text string) bool {
	return !call(c, "_warnings", "warn", object.NewStr(text), object.DeprecationWarning.V(), object.Int(1)).IsNil()
}

var datetimeSpec = object.Spec{Name: "datetime", Module: "datetime", Doc: "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.\n",
	Methods: append(comparisons(compareDatetimes), []object.Def{
		{Sig: "__new__(cls, year=<unrepresentable>, month=<unrepresentable>, day=<unrepresentable>, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", Kind: object.AsNew, Fn: datetimeNew, Called: "function"},
		{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			text := fmt.Sprintf("%s(%d, %d, %d, %d, %d", label(a[0]), t.y, t.m, t.d, t.h, t.mi)
			if t.s != 0 || t.us != 0 {
				text += fmt.Sprintf(", %d", t.s)
			}
			if t.us != 0 {
				text += fmt.Sprintf(", %d", t.us)
			}
			if t.fold != 0 {
				text += ", fold=1"
			}
			return keywords(c, text, t.tz, 0)
		}},
		{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value {
			f := c.GetAttrName(a[0], "isoformat")
			if f.IsNil() {
				return object.Nil
			}
			return c.CallKw(f, []value{object.NewStr(" ")}, []*object.Str{c.Intern("sep")})
		}},
		{Sig: "__hash__(self, /)", Fn: datetimeHash},
		{Sig: "__add__(self, value, /)", Fn: datetimeAdd},
		{Sig: "__radd__(self, value, /)", Fn: datetimeAdd},
		{Sig: "__sub__(self, value, /)", Fn: datetimeSub},
		{Sig: "__rsub__(self, value, /)", Fn: swapped(datetimeSub)},
		{Sig: "now(cls, /, tz=None)", Kind: object.AsClass, Doc: "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone.", Fn: func(c *ctx, a []value) value {
			return datetimeNow(c, a[0].AsType(), a[1], false)
		}},
		{Sig: "utcnow(cls, /)", Kind: object.AsClass, Doc: "Return a new datetime representing UTC day and time.", Fn: func(c *ctx, a []value) value {
			if !deprecated(c, utcnowWarning) {
				return object.Nil
			}
			return datetimeNow(c, a[0].AsType(), object.Nil, true)
		}},
		{Sig: "fromtimestamp(cls, timestamp, tz=None)", Kind: object.AsClass, Doc: "timestamp[, tz] -> tz's local time from POSIX timestamp.", Fn: fromTimestamp},
		{Sig: "utcfromtimestamp(cls, timestamp, /)", Kind: object.AsClass, Doc: "Construct a naive UTC datetime from a POSIX timestamp.", Fn: func(c *ctx, a []value) value {
			if !deprecated(c, utcfromWarning) {
				return object.Nil
			}
			secs, us, ok := timestampArg(c, a[1], false)
			if !ok {
				return object.Nil
			}
			return atInstant(c, a[0].AsType(), int(secs), us, object.Nil, true)
		}},
		{Sig: "strptime(cls, string, format, /)", Kind: object.AsClass, Doc: "string, format -> new datetime parsed from a string (like time.strptime()).", Fn: strptime("_strptime_datetime_datetime")},
		{Sig: "combine(cls, date, time, tzinfo=<unrepresentable>)", Kind: object.AsClass, Doc: "date, time -> datetime with same date and time fields", Fn: combine},
		{Sig: "fromisoformat(cls, object, /)", Kind: object.AsClass, Doc: "string -> datetime from a string in most ISO 8601 formats", Fn: fromISO},
		{Sig: "date(self, /)", Doc: "Return date object with same year, month and day.", Fn: func(c *ctx, a []value) value { return newDate(c, datetimeOf(a[0]).date) }},
		{Sig: "time(self, /)", Doc: "Return time object with same time but with tzinfo=None.", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			return c.NewObj(state(c).time, &timeObject{clock: t.clock, fold: t.fold})
		}},
		{Sig: "timetz(self, /)", Doc: "Return time object with same time and tzinfo.", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			return c.NewObj(state(c).time, &timeObject{clock: t.clock, fold: t.fold, tz: t.tz})
		}},
		{Sig: "ctime(self, /)", Doc: "Return ctime() style string.", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			return object.NewASCII(ctime(t.date, t.clock))
		}},
		{Sig: "strftime(self, /, format)", Doc: "format -> strftime() style string.", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			tuple := c.CallAttr(a[0], "timetuple")
			if tuple.IsNil() {
				return object.Nil
			}
			return strftime(c, a[1], tuple, t.date, t.clock, t.tz, a[0])
		}},
		{Sig: "timetuple(self, /)", Doc: "Return time tuple, compatible with time.localtime().", Fn: func(c *ctx, a []value) value {
			t := datetimeOf(a[0])
			dst := -1
			d, known, ok := offset(c, t.tz, "dst", a[0])
			if !ok {
				return object.Nil
			}
			if known {
				dst = 1
				if d.zero() {
					dst = 0
				}
			}
			return structTime(c, t.date, t.clock, dst)
		}},
		{Sig: "timestamp(self, /)", Doc: "Return POSIX timestamp as float.", Fn: func(c *ctx, a []value) value { return timestampOf(c, a[0]) }},
		{Sig: "utctimetuple(self, /)", Doc: "Return UTC time tuple, compatible with time.localtime().", Fn: func(c *ctx, a []value) value {
			s, ok := utcStamp(c, a[0])
			if !ok {
				return object.Nil
			}
			return structTime(c, s.date, s.clock, 0)
		}},
		{Sig: "isoformat(self, /, sep='T', timespec='auto')", Doc: "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n", Fn: datetimeISO},
		{Sig: "utcoffset(self, /)", Doc: "Return self.tzinfo.utcoffset(self).", Fn: func(c *ctx, a []value) value { return offsetValue(c, datetimeOf(a[0]).tz, "utcoffset", a[0]) }},
		{Sig: "tzname(self, /)", Doc: "Return self.tzinfo.tzname(self).", Fn: func(c *ctx, a []value) value { return zoneName(c, datetimeOf(a[0]).tz, a[0]) }},
		{Sig: "dst(self, /)", Doc: "Return self.tzinfo.dst(self).", Fn: func(c *ctx, a []value) value { return offsetValue(c, datetimeOf(a[0]).tz, "dst", a[0]) }},
		{Sig: "replace(self, /, year=unchanged, month=unchanged, day=unchanged, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)", Doc: "Return datetime with new specified fields.", Fn: func(c *ctx, a []value) value {
			s := datetimeOf(a[0]).stamp
			if !replaced(c, a[1:], &s.y, &s.m, &s.d, &s.h, &s.mi, &s.s, &s.us) || !replaced(c, a[9:], &s.fold) {
				return object.Nil
			}
			if !a[8].IsNil() {
				s.tz = noneToNil(a[8])
			}
			return datetimeFor(c, object.TypeOf(a[0]), s)
		}},
		{Sig: "__replace__(self, /, **changes)", Doc: "The same as replace().", Fn: replaceChanges()},
		{Sig: "astimezone(self, /, tz=None)", Doc: "tz -> convert to local time in new timezone tz\n", Fn: asZone},
		{Sig: "__reduce_ex__(self, proto, /)", Doc: "__reduce_ex__(proto) -> (cls, state)", Fn: func(c *ctx, a []value) value {
			n, ok := protocolArg(c, a[1])
			if !ok {
				return object.Nil
			}
			return datetimeOf(a[0]).reduce(a[0], n)
		}},
		{Sig: "__reduce__(self, /)", Doc: "__reduce__() -> (cls, state)", Fn: func(c *ctx, a []value) value { return datetimeOf(a[0]).reduce(a[0], 2) }},
	}...),
	Gets: []object.Get{
		{Name: "hour", Get: getStamp(func(t *datetime) int { return t.h })},
		{Name: "minute", Get: getStamp(func(t *datetime) int { return t.mi })},
		{Name: "second", Get: getStamp(func(t *datetime) int { return t.s })},
		{Name: "microsecond", Get: getStamp(func(t *datetime) int { return t.us })},
		{Name: "tzinfo", Get: func(c *ctx, o value) value { return orNone(datetimeOf(o).tz) }},
		{Name: "fold", Get: getStamp(func(t *datetime) int { return t.fold })},
	}}
