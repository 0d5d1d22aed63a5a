// Package selectmod is the module select: waiting for descriptors. Other threads run meanwhile.
package selectmod

import (
	"math"

	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// Module is the module select.
var Module = object.ModuleDef{
	Name:  "select",
	Doc:   "This module supports asynchronous I/O on multiple file descriptors.",
	Funcs: []object.Def{{Sig: "select(rlist, wlist, xlist, timeout=None, /)", Doc: "Wait until one or more file descriptors are ready for some kind of I/O.", Fn: doSelect}, {Sig: "poll()", Doc: "Returns a polling object.", Fn: newPoll}},
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range constants {
			m.Set(c, k.name, object.Int(k.value))
		}
		m.Set(c, "error", object.OSError.V())
		m.Set(c, "epoll", stateOf(c).epoll.V())
		return true
	},
}

type state struct{ poll, epoll *object.Type }

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "select", func(c *ctx) *state {
		return &state{poll: c.NewClass(pollSpec()), epoll: c.NewClass(epollSpec())}
	})
}

// waiter is how the threads of the machine wait.
type waiter interface {
	Await(c *ctx, files []world.Interest, until int64, then func(c *ctx, ready []byte) value) value
}

func await(c *ctx, files []world.Interest, until int64, then func(c *ctx, ready []byte) value) value {
	return c.States()["_thread"].(waiter).Await(c, files, until, then)
}

func fail(c *ctx, a *world.Answer) value { return c.RaiseOS(int64(a.Errno), a.Reason()) }

// fileno is the descriptor that an int or an object with fileno() means.
func fileno(c *ctx, v value) (int, bool) {
	if !v.IsAnyInt() {
		m := c.FindAttr(v, c.Intern("fileno"))
		if m.IsNil() {
			if !c.Failed() {
				c.Raise(object.TypeError, "argument must be an int, or have a fileno() method.")
			}
			return 0, false
		}
		if v = c.Call(m); v.IsNil() {
			return 0, false
		}
		if !v.IsAnyInt() {
			c.Raise(object.TypeError, "fileno() returned a non-integer")
			return 0, false
		}
	}
	n, ok := v.AsInt()
	switch {
	case !ok || n > math.MaxInt32 || n < math.MinInt32:
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
		return 0, false
	case n < 0:
		c.Raise(object.ValueError, "file descriptor cannot be a negative integer (%d)", n)
		return 0, false
	}
	return int(n), true
}

// deadline turns a timeout of so many units of a second into the moment when it ends: -1 never, 0 at once.
func deadline(c *ctx, v value, unit float64, bad string) (int64, bool) {
	if v.IsNil() || v.IsNone() {
		return -1, true
	}
	f, ok := v.AsFloat()
	if !ok {
		if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
			c.Raise(object.TypeError, "%s", bad)
			return 0, false
		}
		n, ok := c.Long(v)
		if !ok {
			if c.Catch(object.OverflowError) {
				c.Raise(object.OverflowError, "timestamp too large to convert to C PyTime_t")
			}
			return 0, false
		}
		f = float64(n)
	}
	ns := f * 1e9 / unit
	switch {
	case math.IsNaN(ns):
		c.Raise(object.ValueError, "Invalid value NaN (not a number)")
		return 0, false
	case ns > math.MaxInt64/2:
		c.Raise(object.OverflowError, "timeout is too large")
		return 0, false
	case ns < 0:
		return -2, true
	case ns == 0:
		return 0, true
	}
	return c.Query(world.Clock(world.ClockMonotonic)).N + int64(math.Ceil(ns)), true
}

func doSelect(c *ctx, a []value) value {
	var lists [3][]value
	var files []world.Interest
	for i := range lists {
		items, ok := c.Collect(a[i])
		if !ok {
			if c.Catch(object.TypeError) {
				return c.Raise(object.TypeError, "arguments 1-3 must be sequences")
			}
			return object.Nil
		}
		lists[i] = items
		for _, v := range items {
			fd, ok := fileno(c, v)
			if !ok {
				return object.Nil
			}
			const most = 1024
			if fd >= most {
				return c.Raise(object.ValueError, "filedescriptor out of range in select()")
			}
			if i < 2 {
				files = append(files, world.Interest{Fd: fd, Read: i == 0, Write: i == 1})
			}
		}
	}
	end := c.Once(func() value {
		n, ok := deadline(c, a[3], 1, "timeout must be a float or None")
		if !ok {
			return object.Nil
		}
		return object.Int(n)
	})
	if end.IsNil() {
		return end
	}
	until, _ := end.AsInt()
	if until == -2 {
		return c.Raise(object.ValueError, "timeout must be non-negative")
	}
	return await(c, files, until, func(c *ctx, ready []byte) value {
		at := 0
		var out [3]value
		for i := range out {
			var found []value
			if i < 2 {
				for _, v := range lists[i] {
					if at < len(ready) && ready[at] != 0 {
						found = append(found, v)
					}
					at++
				}
			}
			out[i] = c.NewList(found)
		}
		return object.TupleOf(out[0], out[1], out[2])
	})
}
