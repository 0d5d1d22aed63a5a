package datetimemod

import "slp/vm/object"

// ttinfo is what holds between two transitions of a time zone; its values are None where nothing is known.
type ttinfo struct {
	offset, dst, name value
	secs, dstSecs     int
}

func newInfo(c *ctx, secs, dstSecs int, name value) *ttinfo {
	d := func(n int) value { return makeDelta(c, state(c).delta, duration{secs: n}) }
	return &ttinfo{d(secs), d(dstSecs), name, secs, dstSecs}
}

func (t *ttinfo) same(u *ttinfo) bool {
	return t.secs == u.secs && t.dstSecs == u.dstSecs && t.name.AsStr().String() == u.name.AsStr().String()
}

// tzRule is the end of a TZif file: what holds after the last transition.
type tzRule struct {
	std, dst   *ttinfo // dst is nil if there is no summer time
	diff       int
	start, end ruleDay
}

// ruleDay is the day of a year on which summer time begins or ends: in week w of month m on weekday d (form 'M'), or the
// d-th day, counted from 1 without leap days ('J') or from 0 with them (0).
type ruleDay struct {
	form    byte
	m, w, d int
	secs    int
}

// at is the second of the local clock, counted from 1970.
func (r ruleDay) at(year int) int {
	before := (date{year, 1, 1}).ordinal() - epochDay
	switch r.form {
	case 'J':
		n := r.d
		if n >= 59 && leap(year) {
			n++
		}
		return (before+n-1)*daySecs + r.secs
	case 0: // CPython counts these from the day before the year begins
		return (before+r.d-1)*daySecs + r.secs
	}
	first := date{year, r.m, 1}
	n := r.d - (first.weekday()+1)%7
	if n < 0 {
		n += 7
	}
	n += 1 + (r.w-1)*7
	if n > daysIn(year, r.m) {
		n -= 7
	}
	return (first.ordinal()-epochDay+n-1)*daySecs + r.secs
}

// local is what holds at a second of the local clock.
func (r *tzRule) local(ts, year, fold int) *ttinfo {
	if r.dst == nil {
		return r.std
	}
	start, end := r.start.at(year), r.end.at(year)
	if (fold == 1) == (r.diff >= 0) {
		end -= r.diff
	} else {
		start += r.diff
	}
	return r.pick(ts, start, end)
}

func (r *tzRule) pick(ts, start, end int) *ttinfo {
	summer := start <= ts && ts < end
	if start >= end {
		summer = !(end <= ts && ts < start)
	}
	if summer {
		return r.dst
	}
	return r.std
}

// utc is what holds at a second in UTC.
func (r *tzRule) utc(ts, year int) (t *ttinfo, fold bool) {
	if r.dst == nil {
		return r.std, false
	}
	start, end := r.start.at(year)-r.std.secs, r.end.at(year)-r.dst.secs
	from, to := end, end+r.diff
	if r.diff <= 0 {
		from, to = start, start-r.diff
	}
	return r.pick(ts, start, end), from <= ts && ts < to
}

// parseRule reads a TZ string: std offset [dst [offset] , start [/time] , end [/time]].
func parseRule(c *ctx, text value) *tzRule {
	b := text.AsBytes()
	s := b.S
	bad := func(what string) *tzRule {
		repr, ok := c.ReprText(text)
		if ok {
			c.Raise(object.ValueError, what, repr)
		}
		return nil
	}
	name := func() (string, bool) {
		n := 0
		if len(s) > 0 && s[0] == '<' {
			for n = 1; n < len(s) && s[n] != '>'; n++ {
				if ch := s[n]; (ch|0x20 < 'a' || ch|0x20 > 'z') && (ch < '0' || ch > '9') && ch != '+' && ch != '-' {
					return "", false
				}
			}
			if n >= len(s) || n < 2 {
				return "", false
			}
			t := s[1:n]
			s = s[n+1:]
			return t, true
		}
		for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
			n++
		}
		t := s[:n]
		s = s[n:]
		return t, n > 0
	}
	// clockTime reads [+-]h[h[h]][:mm[:ss]].
	clockTime := func(limit int) (secs int, ok bool) {
		sign := 1
		if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
			if s[0] == '-' {
				sign = -1
			}
			s = s[1:]
		}
		n, h := 0, 0
		for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
			h = h*10 + int(s[n]-'0')
			n++
		}
		if n == 0 || h > limit {
			return 0, false
		}
		s = s[n:]
		secs = h * 3600
		for unit := 60; unit >= 1 && len(s) > 0 && s[0] == ':'; unit /= 60 {
			v, rest, ok := digits(s[1:], 2)
			if !ok {
				return 0, false
			}
			secs += v * unit
			s = rest
		}
		return sign * secs, true
	}
	stdName, ok := name()
	if !ok {
		return bad("Invalid STD format in %s")
	}
	std, ok := clockTime(24)
	if !ok {
		return bad("Invalid STD offset in %s")
	}
	std = -std
	r := &tzRule{std: newInfo(c, std, 0, object.NewStr(stdName))}
	if s == "" {
		return r
	}
	dstName, ok := name()
	if !ok {
		return bad("Invalid DST format in %s")
	}
	dst := std + 3600
	if s != "" && s[0] != ',' {
		if dst, ok = clockTime(24); !ok {
			return bad("Invalid DST offset in %s")
		}
		dst = -dst
	}
	r.diff = dst - std
	r.dst = newInfo(c, dst, r.diff, object.NewStr(dstName))
	for _, day := range [...]*ruleDay{&r.start, &r.end} {
		if s == "" || s[0] != ',' {
			return bad("Missing transition rules in TZ string: %s")
		}
		s = s[1:]
		day.secs = 2 * 3600
		if s, ok = day.parse(s); !ok {
			return bad("Malformed transition rule in TZ string: %s")
		}
		if len(s) > 0 && s[0] == '/' {
			s = s[1:]
			if day.secs, ok = clockTime(167); !ok {
				return bad("Malformed transition rule in TZ string: %s")
			}
		}
	}
	if s != "" {
		return bad("Extraneous characters at end of TZ string: %s")
	}
	return r
}

// parse reads the day of a rule.
func (r *ruleDay) parse(s string) (rest string, ok bool) {
	number := func(most int) (v int, ok bool) {
		n := 0
		for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
			v = v*10 + int(s[n]-'0')
			n++
		}
		s = s[n:]
		return v, n > 0
	}
	dot := func() bool {
		if s == "" || s[0] != '.' {
			return false
		}
		s = s[1:]
		return true
	}
	if s != "" && s[0] == 'M' {
		r.form, s = 'M', s[1:]
		if r.m, ok = number(2); !ok || !dot() {
			return s, false
		}
		if r.w, ok = number(1); !ok || !dot() {
			return s, false
		}
		if r.d, ok = number(1); !ok {
			return s, false
		}
		return s, r.m >= 1 && r.m <= 12 && r.w >= 1 && r.w <= 5 && r.d <= 6
	}
	least := 0
	if s != "" && s[0] == 'J' {
		r.form, s, least = 'J', s[1:], 1
	}
	r.d, ok = number(3)
	return s, ok && r.d >= least && r.d <= 365
}
