package datetimemod

import (
	"strings"
	"unicode/utf8"
)

// digits reads n digits at the beginning of s.
func digits(s string, n int) (v int, rest string, ok bool) {
	if len(s) < n {
		return 0, s, false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, s, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, s[n:], true
}

// parseDate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www, YYYYWww, YYYY-Www-D or YYYYWwwD. raised: there is an exception already.
func parseDate(c *ctx, s string) (d date, good, raised bool) {
	var ok bool
	var rest string
	if d.y, rest, ok = digits(s, 4); !ok || rest == "" {
		return d, false, false
	}
	sep := rest[0] == '-'
	if sep {
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, "W") {
		week, day := 0, 1
		if week, rest, ok = digits(rest[1:], 2); !ok {
			return d, false, false
		}
		if rest != "" {
			if (rest[0] == '-') != sep {
				return d, false, false
			}
			if sep {
				rest = rest[1:]
			}
			if day, rest, ok = digits(rest, 1); !ok || rest != "" {
				return d, false, false
			}
		}
		d, ok = fromISOCalendar(c, d.y, week, day)
		return d, ok, !ok
	}
	if d.m, rest, ok = digits(rest, 2); !ok || rest == "" || (rest[0] == '-') != sep {
		return d, false, false
	}
	if sep {
		rest = rest[1:]
	}
	d.d, rest, ok = digits(rest, 2)
	return d, ok && rest == "", false
}

// separatorAt finds where the date ends in a text of at least 7 bytes.
func separatorAt(s string) (int, bool) {
	n := len(s)
	digit := func(i int) bool { return i < n && s[i] >= '0' && s[i] <= '9' }
	if n == 7 {
		return 7, true
	}
	switch {
	case s[4] == '-' && s[5] == 'W':
		if n < 8 {
			return 0, false
		}
		if n > 8 && s[8] == '-' {
			if n == 9 {
				return 0, false
			}
			if n > 10 && digit(10) {
				return 8, true
			}
			return 10, true
		}
		return 8, true
	case s[4] == '-':
		return 10, true
	case s[4] == 'W':
		i := 7
		for digit(i) {
			i++
		}
		if i < 9 {
			return i, true
		}
		if i%2 == 0 {
			return 7, true
		}
		return 8, true
	}
	return 8, true
}

// parsedTime is a time of day as it was written.
type parsedTime struct {
	clock
	zoned   bool
	offset  duration
	nextDay bool // 24:00
	badDay  bool // 24:00:01 and the like
}

// parseTime reads HH[:MM[:SS[.ffffff]]] and an offset.
func parseTime(s string) (p parsedTime, good bool) {
	if len(s) < 2 {
		return p, false
	}
	at := strings.IndexAny(s, "+-Z")
	text := s
	if at >= 0 {
		text = s[:at]
	}
	var rest bool
	if p.clock, rest, good = parseClock(text); !good || rest && at < 0 {
		return p, false
	}
	if p.h == 24 {
		if p.mi == 0 && p.s == 0 && p.us == 0 {
			p.h, p.nextDay = 0, true
		} else {
			p.badDay = true
		}
	}
	if at < 0 {
		return p, true
	}
	p.zoned = true
	zone := s[at+1:]
	if s[at] == 'Z' {
		return p, zone == ""
	}
	off, rest, good := parseClock(zone)
	if !good || rest {
		return p, false
	}
	p.offset = duration{secs: off.seconds(), us: off.us}
	p.offset.days, p.offset.secs = p.offset.secs/daySecs, p.offset.secs%daySecs
	if s[at] == '-' {
		p.offset = p.offset.negated()
	}
	return p, true
}

// parseClock reads HH[[:]MM[[:]SS[[.,]f+]]]. rest tells that something follows that a time zone may follow, such as a
// separator: what CPython lets pass passes.
func parseClock(s string) (t clock, rest, good bool) {
	sep, ok := false, false
	for i, p := range [...]*int{&t.h, &t.mi, &t.s} {
		if *p, s, ok = digits(s, 2); !ok {
			return t, false, false
		}
		if s == "" {
			return t, false, true
		}
		next := s[0]
		if i == 0 {
			sep = next == ':'
		}
		switch {
		case len(s) == 1:
			return t, true, true
		case sep && next == ':':
			if i == 2 {
				return t, false, false
			}
			s = s[1:]
			continue
		case next == '.' || next == ',':
			if i < 2 {
				return t, false, false
			}
			s = s[1:]
		case sep:
			return t, false, false
		}
	}
	if _, _, ok := digits(s, min(len(s), 6)); !ok {
		return t, false, false
	}
	scale := 100000
	for s != "" && s[0] >= '0' && s[0] <= '9' {
		t.us += int(s[0]-'0') * scale
		scale /= 10
		s = s[1:]
	}
	return t, s != "", true
}

// tzinfo is the time zone as an object, Nil for none.
func (p *parsedTime) tzinfo(c *ctx) (value, bool) {
	if !p.zoned {
		return value{}, true
	}
	tz := fixedZone(c, p.offset)
	return tz, !tz.IsNil()
}

// splitDateTime parts a text at the character between date and time.
func splitDateTime(s string) (day, time string, ok bool) {
	if len(s) < 7 {
		return "", "", false
	}
	at, ok := separatorAt(s)
	if !ok || at > len(s) {
		return "", "", false
	}
	if at == len(s) {
		return s, "", true
	}
	if !utf8.RuneStart(s[at]) {
		return "", "", false
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	if s[at] == 0xed && len(s) >= at+3 { // perhaps a lone surrogate
		n = 3
	}
	return s[:at], s[at+n:], true
}
