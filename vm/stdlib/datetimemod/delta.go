package datetimemod

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"slp/vm/internal/pyhash"
	"slp/vm/object"
)

// duration is the value of a timedelta: 0 <= secs < 86400, 0 <= us < 1000000.
type duration struct{ days, secs, us int }

const (
	maxDays  = 999999999
	daySecs  = 24 * 3600
	secondUS = 1000000
)

// delta is the Go part of a timedelta.
type delta struct{ duration }

// Walk implements object.Impl.
func (d *delta) Walk(w *object.Walker) {
	if w.Digesting() {
		object.Word(w, &d.days)
		object.Word(w, &d.secs)
		object.Word(w, &d.us)
	}
}

func deltaOf(v value) (duration, bool) {
	d, ok := object.As[*delta](v)
	if !ok {
		return duration{}, false
	}
	return d.duration, true
}

// newDelta makes a timedelta of a normal duration.
func newDelta(c *ctx, d duration) value { return c.NewObj(state(c).delta, &delta{d}) }

// makeDelta makes a timedelta of any numbers of days, seconds and microseconds (not near the ends of int64).
func makeDelta(c *ctx, cls *object.Type, d duration) value {
	carry := floorDiv(d.us, secondUS)
	d.us -= carry * secondUS
	d.secs += carry
	carry = floorDiv(d.secs, daySecs)
	d.secs -= carry * daySecs
	d.days += carry
	if d.days < -maxDays || d.days > maxDays {
		return c.Raise(object.OverflowError, "days=%d; must have magnitude <= %d", d.days, maxDays)
	}
	return c.NewObj(cls, &delta{d})
}

func (d duration) negated() duration {
	n := duration{-d.days, -d.secs, -d.us}
	if n.us < 0 {
		n.us += secondUS
		n.secs--
	}
	if n.secs < 0 {
		n.secs += daySecs
		n.days--
	}
	return n
}

func (d duration) compare(e duration) int {
	if c := compare(d.days, e.days); c != 0 {
		return c
	}
	if c := compare(d.secs, e.secs); c != 0 {
		return c
	}
	return compare(d.us, e.us)
}

func (d duration) zero() bool { return d == duration{} }

// small is the duration in microseconds, if that is far from the ends of int64.
func (d duration) small() (int64, bool) {
	const days = 10_000_000
	if d.days > days || d.days < -days {
		return 0, false
	}
	return (int64(d.days)*daySecs+int64(d.secs))*secondUS + int64(d.us), true
}

func (d duration) big() *big.Int {
	n := big.NewInt(int64(d.days)*daySecs + int64(d.secs))
	return n.Mul(n, big.NewInt(secondUS)).Add(n, big.NewInt(int64(d.us)))
}

// microseconds is the duration as an int of Python.
func (d duration) microseconds() value {
	if n, ok := d.small(); ok {
		return object.Int(n)
	}
	return object.NewBig(d.big())
}

// fromMicroseconds makes a timedelta of an int of Python.
func fromMicroseconds(c *ctx, cls *object.Type, v value) value {
	if v.IsInt() {
		n := v.I()
		secs := n / secondUS
		us := n % secondUS
		return makeDelta(c, cls, duration{secs: int(secs), us: int(us)})
	}
	day := big.NewInt(daySecs * secondUS)
	days, rest := new(big.Int).DivMod(v.AsBigInt(), day, new(big.Int))
	if !days.IsInt64() || days.Int64() != int64(int32(days.Int64())) {
		return c.Raise(object.OverflowError, "Python int too large to convert to C int")
	}
	n := rest.Int64()
	return makeDelta(c, cls, duration{days: int(days.Int64()), secs: int(n / secondUS), us: int(n % secondUS)})
}

var deltaUnits = [...]struct {
	name   string
	arg    int
	factor int64
}{{"microseconds", 3, 1}, {"milliseconds", 4, 1000}, {"seconds", 2, 1e6}, {"minutes", 5, 60e6}, {"hours", 6, 3600e6},
	{"days", 1, 86400e6}, {"weeks", 7, 7 * 86400e6}}

func deltaNew(c *ctx, a []value) value {
	cls := a[0].AsType()
	if v, ok := quickDelta(c, cls, a); ok {
		return v
	}
	sum, left := new(big.Int), 0.0
	for _, u := range deltaUnits {
		v := a[u.arg]
		if v.IsNil() {
			continue
		}
		factor := big.NewInt(u.factor)
		if n := v.AsBigInt(); n != nil {
			sum.Add(sum, new(big.Int).Mul(n, factor))
			continue
		}
		f, ok := v.AsFloat()
		switch {
		case !ok:
			return c.Raise(object.TypeError, "unsupported type for timedelta %s component: %s", u.name, object.TypeOf(v).Name)
		case math.IsNaN(f):
			return c.Raise(object.ValueError, "cannot convert float NaN to integer")
		case math.IsInf(f, 0):
			return c.Raise(object.OverflowError, "cannot convert float infinity to integer")
		}
		whole, part := math.Modf(f)
		n, _ := new(big.Float).SetFloat64(whole).Int(nil)
		sum.Add(sum, n.Mul(n, factor))
		if part != 0 {
			whole, part = math.Modf(float64(u.factor) * part)
			sum.Add(sum, big.NewInt(int64(whole)))
			left += part
		}
	}
	if left != 0 {
		whole := math.Round(left)
		if math.Abs(whole-left) == 0.5 { // halfway: to the even one of the sum
			odd := float64(sum.Bit(0))
			whole = 2*math.Round((left+odd)*0.5) - odd
		}
		sum.Add(sum, big.NewInt(int64(whole)))
	}
	return fromMicroseconds(c, cls, object.NewBig(sum))
}

// quickDelta makes a timedelta of small ints.
func quickDelta(c *ctx, cls *object.Type, a []value) (value, bool) {
	const limit = 1 << 30
	for _, v := range a[1:8] {
		if !v.IsNil() && (!v.IsInt() || v.I() > limit || v.I() < -limit) {
			return object.Nil, false
		}
	}
	get := func(i int) int {
		if a[i].IsNil() {
			return 0
		}
		return int(a[i].I())
	}
	return makeDelta(c, cls, duration{days: get(1) + 7*get(7), secs: get(2) + 60*get(5) + 3600*get(6), us: get(3) + 1000*get(4)}), true
}

func (d duration) String() string {
	h, m, s := d.secs/3600, d.secs/60%60, d.secs%60
	text := fmt.Sprintf("%d:%02d:%02d", h, m, s)
	if d.us != 0 {
		text += fmt.Sprintf(".%06d", d.us)
	}
	if d.days != 0 {
		plural := "s"
		if d.days == 1 || d.days == -1 {
			plural = ""
		}
		text = strconv.Itoa(d.days) + " day" + plural + ", " + text
	}
	return text
}

func (d duration) repr(name string) string {
	var parts []string
	for i, n := range [...]int{d.days, d.secs, d.us} {
		if n != 0 {
			parts = append(parts, [...]string{"days=", "seconds=", "microseconds="}[i]+strconv.Itoa(n))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

func (d duration) hash() int64 {
	t := pyhash.NewSequence()
	for _, n := range [...]int{d.days, d.secs, d.us} {
		t.Add(pyhash.Int(int64(n)))
	}
	return t.Tuple()
}

func compareDeltas(c *ctx, op object.CmpOp, a, b value) value {
	x, _ := deltaOf(a)
	y, ok := deltaOf(b)
	if !ok {
		return object.NotImplemented
	}
	return ordered(op, x.compare(y))
}

func getDelta(field func(d duration) int) func(c *ctx, o value) value {
	return func(c *ctx, o value) value {
		d, _ := deltaOf(o)
		return object.Int(int64(field(d)))
	}
}

var deltaSpec = object.Spec{Name: "timedelta", Module: "datetime", Doc: "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
	Methods: append(comparisons(compareDeltas), append(deltaOperators,
		object.Def{Sig: "__new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", Kind: object.AsNew, Fn: deltaNew, Called: "__new__()"},
		object.Def{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return object.NewASCII(d.repr(label(a[0])))
		}},
		object.Def{Sig: "__str__(self, /)", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return object.NewASCII(d.String())
		}},
		object.Def{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return object.Int(d.hash())
		}},
		object.Def{Sig: "__bool__(self, /)", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return object.Bool(!d.zero())
		}},
		object.Def{Sig: "total_seconds(self, /)", Doc: "Total seconds in the duration.", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return c.Binary(object.OpTrueDiv, d.microseconds(), object.Int(secondUS))
		}},
		object.Def{Sig: "__reduce__(self, /)", Doc: "__reduce__() -> (cls, state)", Fn: func(c *ctx, a []value) value {
			d, _ := deltaOf(a[0])
			return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(object.Int(int64(d.days)), object.Int(int64(d.secs)), object.Int(int64(d.us))))
		}},
	)...),
	Gets: []object.Get{
		{Name: "days", Doc: "Number of days.", Get: getDelta(func(d duration) int { return d.days })},
		{Name: "seconds", Doc: "Number of seconds (>= 0 and less than 1 day).", Get: getDelta(func(d duration) int { return d.secs })},
		{Name: "microseconds", Doc: "Number of microseconds (>= 0 and less than 1 second).", Get: getDelta(func(d duration) int { return d.us })},
	}}
