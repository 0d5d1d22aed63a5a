// Package timemod is the module time: the clocks of the World, and the calendar.
package timemod

import (
	"math"

	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// Module is the module time.
var Module = object.ModuleDef{
	Name:  "time",
	Doc:   "This module provides various functions to manipulate time values.",
	Funcs: append(clockFuncs(), calendarFuncs...),
	Init: func(c *ctx, m *object.Module) bool {
		s := stateOf(c)
		for _, k := range clocks {
			m.Set(c, k.name, object.Int(k.id))
		}
		m.Set(c, "_STRUCT_TM_ITEMS", object.Int(11))
		m.Set(c, "struct_time", s.structTime.V())
		setZone(c, m, zoneVariable(c.Query(world.Environment()).List))
		return true
	},
}

// state is the module's class and the time zone in use.
type state struct {
	structTime *object.Type
	newTime    func(c *ctx, fields ...value) value
	zone       value // Obj with a *zone
}

// zone is the name of the time zone: what the variable TZ was at the start or at the last tzset().
type zone struct {
	name     string
	std, dst string
	offsets  [2]int64 // seconds east of UTC: standard time, summer time
}

// Walk implements object.Impl.
func (z *zone) Walk(w *object.Walker) {
	w.String(&z.name)
	w.String(&z.std)
	w.String(&z.dst)
	object.Word(w, &z.offsets[0])
	object.Word(w, &z.offsets[1])
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "time", func(c *ctx) *state {
		s := &state{}
		s.structTime, s.newTime = c.NewStructSeq(object.StructSeq{Name: "struct_time", Module: "time", Visible: 9,
			Doc:    "The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime().  May be considered as a\nsequence of 9 integers.",
			Fields: []string{"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"}})
		holder := c.NewClass(object.Spec{Name: "_zone", Module: "time", Flags: object.Disallow | object.Final})
		s.zone = c.NewObj(holder, &zone{})
		return s
	})
}

func zoneOf(c *ctx) *zone {
	z, _ := object.As[*zone](stateOf(c).zone)
	return z
}

func zoneVariable(environment []string) string {
	for _, e := range environment {
		if len(e) >= 3 && e[:3] == "TZ=" {
			return e[3:]
		}
	}
	return ""
}

// setZone makes a time zone the local one and sets the module's names for it.
func setZone(c *ctx, m *object.Module, name string) {
	s := stateOf(c)
	c.Touch(s.zone.Hdr())
	z := zoneOf(c)
	z.name = name
	const year = (365*24 + 6) * 3600
	now := c.Query(world.Clock(world.ClockWall)).N / 1e9 / year * year
	jan, jul := c.Query(world.Zone(name, now)), c.Query(world.Zone(name, now+year/2))
	z.std, z.dst, z.offsets = jan.Text, jul.Text, [2]int64{jan.N, jul.N}
	if jan.N > jul.N { // the south
		z.std, z.dst, z.offsets = jul.Text, jan.Text, [2]int64{jul.N, jan.N}
	}
	m.Set(c, "timezone", object.Int(-z.offsets[0]))
	m.Set(c, "altzone", object.Int(-z.offsets[1]))
	m.Set(c, "daylight", object.Int(b2i(z.offsets[0] != z.offsets[1])))
	m.Set(c, "tzname", object.TupleOf(object.NewStr(z.std), object.NewStr(z.dst)))
}

func b2i(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// clock is a clock of clock_gettime.
type clock struct {
	name  string
	id    int64
	asked int
}

var clocks = []clock{{"CLOCK_REALTIME", 0, world.ClockWall}, {"CLOCK_MONOTONIC", 1, world.ClockMonotonic},
	{"CLOCK_PROCESS_CPUTIME_ID", 2, world.ClockProcess}, {"CLOCK_THREAD_CPUTIME_ID", 3, world.ClockThread},
	{"CLOCK_MONOTONIC_RAW", 4, world.ClockMonotonic}, {"CLOCK_BOOTTIME", 7, world.ClockMonotonic}}

func clockFuncs() []object.Def {
	var out []object.Def
	for _, f := range [...]struct {
		name  string
		clock int
		info  string
	}{{"time", world.ClockWall, "Return the current time in seconds since the Epoch."}, {"monotonic", world.ClockMonotonic, "Monotonic clock, cannot go backward."},
		{"perf_counter", world.ClockMonotonic, "Performance counter for benchmarking."}, {"process_time", world.ClockProcess, "Process time for profiling."},
		{"thread_time", world.ClockThread, "Thread time for profiling."}} {
		which := f.clock
		out = append(out, object.Def{Sig: f.name + "()", Doc: f.info, Fn: func(c *ctx, a []value) value { return ask(c, which, false) }},
			object.Def{Sig: f.name + "_ns()", Doc: f.info, Fn: func(c *ctx, a []value) value { return ask(c, which, true) }})
	}
	byID := func(ns bool) object.Fn {
		return func(c *ctx, a []value) value {
			if !a[0].IsAnyInt() {
				return c.Raise(object.TypeError, "clk_id should be integer, not %s", object.TypeOf(a[0]).Said())
			}
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			for _, k := range clocks {
				if k.id == int64(n) {
					return ask(c, k.asked, ns)
				}
			}
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
	}
	denied := func(c *ctx, a []value) value { return c.RaiseOS(int64(world.EPERM), world.EPERM.Text()) }
	return append(out,
		object.Def{Sig: "clock_gettime(clk_id, /)", Fn: byID(false)}, object.Def{Sig: "clock_gettime_ns(clk_id, /)", Fn: byID(true)},
		object.Def{Sig: "clock_settime(clk_id, time, /)", Fn: denied}, object.Def{Sig: "clock_settime_ns(clk_id, time, /)", Fn: denied},
		object.Def{Sig: "clock_getres(clk_id, /)", Fn: func(c *ctx, a []value) value {
			if byID(true)(c, a).IsNil() {
				return object.Nil
			}
			return object.Float(1e-9)
		}},
		object.Def{Sig: "sleep(seconds, /)", Fn: sleep, Doc: "Delay execution for a given number of seconds."},
		object.Def{Sig: "get_clock_info(name, /)", Fn: clockInfo, Doc: "Get information of the specified clock."},
	)
}

func ask(c *ctx, which int, ns bool) value {
	r := c.Query(world.Clock(which))
	if !r.OK() {
		return c.RaiseOS(int64(r.Errno), r.Reason())
	}
	if ns {
		return object.Int(r.N)
	}
	return object.Float(float64(r.N/1e9) + float64(r.N%1e9)*1e-9)
}

func clockInfo(c *ctx, a []value) value {
	if a[0].AsStr() == nil {
		return c.Raise(object.TypeError, "get_clock_info() argument 1 must be str, not %s", object.TypeOf(a[0]).Said())
	}
	impl, monotonic := "", true
	switch a[0].AsStr().String() {
	case "time":
		impl, monotonic = "CLOCK_REALTIME", false
	case "monotonic", "perf_counter":
		impl = "CLOCK_MONOTONIC"
	case "process_time":
		impl = "CLOCK_PROCESS_CPUTIME_ID"
	case "thread_time":
		impl = "CLOCK_THREAD_CPUTIME_ID"
	default:
		return c.Raise(object.ValueError, "unknown clock")
	}
	return c.Self("simple_namespace", object.NewStr("implementation"), object.NewStr("clock_gettime("+impl+")"), object.NewStr("monotonic"),
		object.Bool(monotonic), object.NewStr("adjustable"), object.Bool(!monotonic), object.NewStr("resolution"), object.Float(1e-9))
}

// Nanoseconds reads a number of seconds, rounded up; false: it raised.
func nanoseconds(c *ctx, v value) (int64, bool) {
	if f, ok := v.AsFloat(); ok {
		if math.IsNaN(f) {
			c.Raise(object.ValueError, "Invalid value NaN (not a number)")
			return 0, false
		}
		if ns := math.Ceil(f * 1e9); math.Abs(ns) < 1<<63 {
			return int64(ns), true
		}
		c.Raise(object.OverflowError, "timestamp out of range for platform time_t")
		return 0, false
	}
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer or float", object.TypeOf(v).Said())
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	if !ok || n > math.MaxInt64/1000000000 || n < math.MinInt64/1000000000 {
		c.Raise(object.OverflowError, "timestamp too large to convert to C PyTime_t")
		return 0, false
	}
	return n * 1e9, true
}

// sleep blocks the thread, and every tasklet in it. Other threads run meanwhile.
func sleep(c *ctx, a []value) value {
	ns, ok := nanoseconds(c, a[0])
	switch {
	case !ok:
		return object.Nil
	case ns < 0:
		return c.Raise(object.ValueError, "sleep length must be non-negative")
	}
	// A handler of a signal may be Python code: then this function is started again, and goes on where it was.
	end := c.Once(func() value {
		now := c.Query(world.Clock(world.ClockMonotonic)).N
		return object.Int(now + min(ns, math.MaxInt64-now))
	})
	until := end.I()
	if t, ok := c.States()["_thread"].(interface {
		Sleep(c *ctx, until int64) (value, bool)
	}); ok {
		if v, done := t.Sleep(c, until); done {
			return v
		}
	}
	for {
		r := c.Once(func() value { return object.Int(int64(c.Query(world.Wait(until)).Errno)) })
		switch errno := world.Errno(r.I()); errno {
		case 0:
			return object.None
		case world.EINTR:
		default:
			return c.RaiseOS(int64(errno), errno.Text())
		}
		bits := c.Once(func() value { return object.Int(c.Query(world.Signals()).N) })
		if bits.I() != 0 && c.CallHosted("signals_arrived", bits).IsNil() {
			return object.Nil
		}
	}
}
