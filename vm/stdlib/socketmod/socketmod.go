// Package socketmod is the module _socket: sockets of the World, and the names of hosts and services.
//
// A socket never waits by itself. What cannot be done at once is answered with EAGAIN; then the thread is parked until the
// descriptor is ready or the socket's timeout is over, and other threads run.
package socketmod

import (
	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// Module is the module _socket.
var Module = object.ModuleDef{
	Name:  "_socket",
	Doc:   "Implementation module for socket operations.\n\nSee the socket module for documentation.",
	Funcs: concat(makingFuncs, nameFuncs, inetFuncs),
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range constants {
			m.Set(c, k.name, object.Int(k.value))
		}
		s := stateOf(c)
		m.Set(c, "socket", s.socket.V())
		m.Set(c, "SocketType", s.socket.V())
		m.Set(c, "error", object.OSError.V())
		m.Set(c, "timeout", object.TimeoutError.V())
		m.Set(c, "gaierror", c.Host.Hosted("gaierror"))
		m.Set(c, "herror", c.Host.Hosted("herror"))
		m.Set(c, "has_ipv6", object.True)
		return true
	},
}

func concat(lists ...[]object.Def) []object.Def {
	var all []object.Def
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// state is the module's class and the timeout of new sockets.
type state struct {
	socket   *object.Type
	defaults value // Obj with a *defaults
}

type defaults struct{ timeout int64 }

// Walk implements object.Impl.
func (d *defaults) Walk(w *object.Walker) { object.Word(w, &d.timeout) }

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "_socket", func(c *ctx) *state {
		s := &state{socket: c.NewClass(socketSpec())}
		s.defaults = c.NewObj(c.NewClass(object.Spec{Name: "_defaults", Module: "_socket", Flags: object.Disallow | object.Final}), &defaults{timeout: -1})
		return s
	})
}

func defaultTimeout(c *ctx) *defaults {
	d, _ := object.As[*defaults](stateOf(c).defaults)
	return d
}

// waiter is how the threads of the machine wait.
type waiter interface {
	Await(c *ctx, files []world.Interest, until int64, then func(c *ctx, ready []byte) value) value
	Disturb(c *ctx, result value) value
}

func waiterOf(c *ctx) waiter { return c.States()["_thread"].(waiter) }

func none(v value) bool { return v.IsNil() || v.IsNone() }

func fail(c *ctx, a *world.Answer) value { return c.RaiseOS(int64(a.Errno), a.Reason()) }

// intArg reads an argument that is a C int.
func intArg(c *ctx, v value, def int) (int, bool) {
	if v.IsNil() {
		return def, true
	}
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Name)
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	switch {
	case !ok || n > 1<<31-1:
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
		return 0, false
	case n < -1<<31:
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
		return 0, false
	}
	return int(n), true
}

var makingFuncs = []object.Def{
	{Sig: "socketpair(family=1, type=1, proto=0, /)", Doc: "Create a pair of socket objects from the sockets returned by the platform\nsocketpair() function.", Fn: func(c *ctx, a []value) value {
		var n [3]int
		for i, def := range [...]int{world.FamilyUnix, world.SocketStream, 0} {
			var ok bool
			if n[i], ok = intArg(c, a[i], def); !ok {
				return object.Nil
			}
		}
		r := c.Query(world.SocketPair(n[0], n[1], n[2]))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.TupleOf(newSocket(c, int(r.N), n[0], n[1], n[2]), newSocket(c, int(r.M), n[0], n[1], n[2]))
	}},
	{Sig: "close(fd, /)", Doc: "Close an integer socket file descriptor.", Fn: func(c *ctx, a []value) value {
		fd, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		if r := c.Query(world.Close(fd)); !r.OK() && r.Errno != world.ECONNRESET {
			return fail(c, &r)
		}
		return object.None
	}},
	{Sig: "dup(fd, /)", Doc: "Duplicate an integer socket file descriptor.", Fn: func(c *ctx, a []value) value {
		fd, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.Duplicate(fd))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Int(r.N)
	}},
	{Sig: "getdefaulttimeout()", Doc: "Returns the default timeout in seconds (float) for new socket objects.", Fn: func(c *ctx, a []value) value {
		return seconds(defaultTimeout(c).timeout)
	}},
	{Sig: "setdefaulttimeout(timeout, /)", Doc: "Set the default timeout in seconds (float) for new socket objects.", Fn: func(c *ctx, a []value) value {
		ns, ok := timeoutArg(c, a[0])
		if !ok {
			return object.Nil
		}
		c.Touch(stateOf(c).defaults.Hdr())
		defaultTimeout(c).timeout = ns
		return object.None
	}},
}
