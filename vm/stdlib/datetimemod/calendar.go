package datetimemod

// date is a day of the proleptic Gregorian calendar.
type date struct{ y, m, d int }

var daysBefore = [...]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// dayOfYear counts from 1.
func (d date) dayOfYear() int {
	n := daysBefore[d.m] + d.d
	if d.m > 2 && leap(d.y) {
		n++
	}
	return n
}

// ordinal counts days: January 1 of year 1 is day 1.
func (d date) ordinal() int {
	y := d.y - 1
	return y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + d.dayOfYear()
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

const maxOrdinal = 3652059

// fromOrdinal is the inverse of ordinal, for 1 to maxOrdinal.
func fromOrdinal(n int) date {
	const d400, d100, d4 = 146097, 36524, 1461
	n--
	y := n/d400*400 + 1
	n %= d400
	n100 := n / d100
	n %= d100
	n4 := n / d4
	n %= d4
	n1 := n / 365
	n %= 365
	y += n100*100 + n4*4 + n1
	if n1 == 4 || n100 == 4 {
		return date{y - 1, 12, 31}
	}
	m := (n + 50) >> 5
	before := daysBefore[m]
	if m > 2 && leap(y) {
		before++
	}
	if before > n {
		m--
		before -= daysIn(y, m)
	}
	return date{y, m, n - before + 1}
}

// weekday is 0 for Monday.
func (d date) weekday() int { return (d.ordinal() + 6) % 7 }

// firstMonday is the ordinal of the Monday that begins week 1 of a year.
func firstMonday(y int) int {
	first := date{y, 1, 1}
	wd := first.weekday()
	n := first.ordinal() - wd
	if wd > 3 {
		n += 7
	}
	return n
}

// iso gives year, week and day of ISO 8601.
func (d date) iso() (year, week, day int) {
	year = d.y
	today := d.ordinal()
	days := today - firstMonday(year)
	week = floorDiv(days, 7)
	if week < 0 {
		year--
		days = today - firstMonday(year)
		week = days / 7
	} else if week >= 52 && today >= firstMonday(year+1) {
		year++
		week = 0
	}
	return year, week + 1, d.weekday() + 1
}

func (d date) before(e date) int {
	if c := compare(d.y, e.y); c != 0 {
		return c
	}
	if c := compare(d.m, e.m); c != 0 {
		return c
	}
	return compare(d.d, e.d)
}

// clock is a time of day.
type clock struct{ h, mi, s, us int }

func (t clock) seconds() int { return (t.h*60+t.mi)*60 + t.s }

func (t clock) before(u clock) int {
	if c := compare(t.seconds(), u.seconds()); c != 0 {
		return c
	}
	return compare(t.us, u.us)
}
