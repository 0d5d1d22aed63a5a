package timemod

import (
	"fmt"
	"strings"
)

var (
	dayNames   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// format is strftime in the C locale, with GNU's flags and widths.
func format(c *ctx, spec string, m *moment) string {
	var out strings.Builder
	for i := 0; i < len(spec); i++ {
		if spec[i] != '%' {
			out.WriteByte(spec[i])
			continue
		}
		start := i
		i++
		pad, upper, width := byte(0), false, 0
		for i < len(spec) && strings.IndexByte("-_0^#", spec[i]) >= 0 {
			if spec[i] == '^' || spec[i] == '#' {
				upper = true
			} else {
				pad = spec[i]
			}
			i++
		}
		for i < len(spec) && spec[i] >= '0' && spec[i] <= '9' && width < 1000 {
			width = width*10 + int(spec[i]-'0')
			i++
		}
		if i < len(spec) && (spec[i] == 'E' || spec[i] == 'O') && i+1 < len(spec) && strings.IndexByte("cCxXyYdeHImMSuUVwW", spec[i+1]) >= 0 {
			i++
		}
		if i >= len(spec) {
			out.WriteString(spec[start:])
			break
		}
		text, known := directive(c, spec[i], m, pad, width)
		if !known {
			out.WriteString(spec[start : i+1])
			continue
		}
		if upper {
			text = strings.ToUpper(text)
		}
		if n := width - len(text); n > 0 {
			fill := " "
			if pad == '0' {
				fill = "0"
			}
			text = strings.Repeat(fill, n) + text
		}
		out.WriteString(text)
	}
	return out.String()
}

// directive formats one directive.
func directive(c *ctx, d byte, m *moment, pad byte, width int) (string, bool) {
	num := func(n int64, digits int, fill byte) string {
		switch pad {
		case '-':
			return fmt.Sprint(n)
		case '_':
			fill = ' '
		case '0':
			fill = '0'
		}
		digits = max(digits, width)
		if fill == '0' {
			return fmt.Sprintf("%0*d", digits, n)
		}
		return fmt.Sprintf("%*d", digits, n)
	}
	two := func(n int) string { return num(int64(n), 2, '0') }
	h12 := (m.hour+11)%12 + 1
	half := "AM"
	if m.hour >= 12 {
		half = "PM"
	}
	again := func(f string) (string, bool) { return format(c, f, m), true }
	switch d {
	case 'a':
		return dayNames[m.weekday][:3], true
	case 'A':
		return dayNames[m.weekday], true
	case 'b', 'h':
		return monthNames[m.month-1][:3], true
	case 'B':
		return monthNames[m.month-1], true
	case 'c':
		return again("%a %b %e %H:%M:%S %Y")
	case 'C':
		return num(floorDiv(m.year, 100), 1, '0'), true
	case 'd':
		return two(m.day), true
	case 'D', 'x':
		return again("%m/%d/%y")
	case 'e':
		return num(int64(m.day), 2, ' '), true
	case 'F':
		return again("%Y-%m-%d")
	case 'g', 'G', 'V':
		year, week := isoWeek(m)
		switch d {
		case 'g':
			return num(year-floorDiv(year, 100)*100, 2, '0'), true
		case 'G':
			return num(year, 1, '0'), true
		}
		return two(week), true
	case 'H':
		return two(m.hour), true
	case 'I':
		return two(h12), true
	case 'j':
		return num(int64(m.yday), 3, '0'), true
	case 'k':
		return num(int64(m.hour), 2, ' '), true
	case 'l':
		return num(int64(h12), 2, ' '), true
	case 'm':
		return two(m.month), true
	case 'M':
		return two(m.minute), true
	case 'n':
		return "\n", true
	case 'p':
		return half, true
	case 'P':
		return strings.ToLower(half), true
	case 'r':
		return again("%I:%M:%S %p")
	case 'R':
		return again("%H:%M")
	case 's':
		return fmt.Sprint(mktime(c, m)), true
	case 'S':
		return two(m.second), true
	case 't':
		return "\t", true
	case 'T', 'X':
		return again("%H:%M:%S")
	case 'u':
		return fmt.Sprint(m.weekday + 1), true
	case 'U':
		return two((m.yday + 6 - (m.weekday+1)%7) / 7), true
	case 'w':
		return fmt.Sprint((m.weekday + 1) % 7), true
	case 'W':
		return two((m.yday + 6 - m.weekday) / 7), true
	case 'y':
		return num(m.year-floorDiv(m.year, 100)*100, 2, '0'), true
	case 'Y':
		return num(m.year, 1, '0'), true
	case 'z':
		off := m.zoneOffset(c)
		sign := '+'
		if off < 0 {
			sign, off = '-', -off
		}
		return fmt.Sprintf("%c%02d%02d", sign, off/3600, off/60%60), true
	case 'Z':
		return m.zoneName(c), true
	case '%':
		return "%", true
	}
	return "", false
}

func (m *moment) zoneOffset(c *ctx) int64 {
	if m.named {
		return m.offset
	}
	return zoneOf(c).offsets[b2i(m.isdst > 0)]
}

func (m *moment) zoneName(c *ctx) string {
	switch {
	case m.named:
		return m.zone
	case m.isdst > 0:
		return zoneOf(c).dst
	}
	return zoneOf(c).std
}

// isoWeek is the year and number of the week that ISO 8601 counts the day in.
func isoWeek(m *moment) (year int64, week int) {
	week = (m.yday - m.weekday + 9) / 7
	year = m.year
	switch {
	case week < 1:
		year--
		week = weeksIn(year)
	case week > weeksIn(year):
		year++
		week = 1
	}
	return year, week
}

func weeksIn(year int64) int {
	jan1 := ((days(year, 1, 1)+3)%7 + 7) % 7
	leap := year%4 == 0 && (year%100 != 0 || year%400 == 0)
	if jan1 == 3 || jan1 == 2 && leap {
		return 53
	}
	return 52
}
