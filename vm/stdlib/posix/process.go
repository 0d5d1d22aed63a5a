package posix

import (
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// number makes a function that tells a fact about the process.
func number(name, fact string) object.Def {
	return object.Def{Sig: name + "()", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.Fact(fact))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Int(r.N)
	}}
}

func cpus(c *ctx, a []value) value {
	r := c.Query(world.Fact(world.FactCPUs))
	if !r.OK() {
		return object.None
	}
	return object.Int(r.N)
}

func status(name string, f func(n int) value) object.Def {
	return object.Def{Sig: name + "(status)", Fn: func(c *ctx, a []value) value {
		n, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		return f(n)
	}}
}

var processFuncs = []object.Def{
	number("getpid", world.FactPID), number("getppid", world.FactParentPID), number("getuid", world.FactUID), number("geteuid", world.FactEUID),
	number("getgid", world.FactGID), number("getegid", world.FactEGID), number("getpgrp", world.FactPID),
	{Sig: "cpu_count()", Doc: "Return the number of logical CPUs in the system.", Fn: cpus},
	{Sig: "sched_getaffinity(pid, /)", Fn: func(c *ctx, a []value) value {
		n, _ := cpus(c, nil).AsInt()
		s := c.NewSet()
		for i := range max(n, 1) {
			c.SetAdd(s, object.Int(i))
		}
		return s.V()
	}},
	{Sig: "sched_yield()", Fn: func(c *ctx, a []value) value { return object.None }},
	{Sig: "getgroups()", Fn: func(c *ctx, a []value) value {
		return c.NewList([]value{object.Int(c.Query(world.Fact(world.FactGID)).N)})
	}},
	{Sig: "getlogin()", Doc: "Return the actual login name.", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.Fact(world.FactUser))
		if !r.OK() || r.Text == "" {
			return c.RaiseOS(int64(world.ENOTTY), world.ENOTTY.Text())
		}
		return object.NewStr(r.Text)
	}},
	{Sig: "getloadavg()", Fn: func(c *ctx, a []value) value {
		return c.Raise(object.OSError, "Load averages are unobtainable")
	}},
	{Sig: "uname()", Doc: "Return an object identifying the current operating system.", Fn: func(c *ctx, a []value) value {
		var f []value
		for _, n := range [...]string{world.FactSystem, world.FactNode, world.FactRelease, world.FactVersion, world.FactMachine} {
			f = append(f, object.FSDecode(c.Query(world.Fact(n)).Text))
		}
		return stateOf(c).newUname(c, f...)
	}},
	{Sig: "times()", Doc: "Return a collection containing process timing information.", Fn: func(c *ctx, a []value) value {
		cpu := c.Query(world.Clock(world.ClockProcess)).N
		now := c.Query(world.Clock(world.ClockMonotonic)).N
		zero := object.Float(0)
		hundredths := func(ns int64) value { return object.Float(float64(ns/1e7) / 100) }
		return stateOf(c).newTimes(c, hundredths(cpu), zero, zero, zero, hundredths(now))
	}},
	{Sig: "umask(mask, /)", Doc: "Set the current numeric umask and return the previous umask.", Fn: func(c *ctx, a []value) value {
		n, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		return object.Int(c.Query(world.SetMask(uint32(n))).N)
	}},
	{Sig: "urandom(size, /)", Doc: "Return a bytes object containing random bytes suitable for cryptographic use.", Fn: func(c *ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		switch {
		case !ok:
			return object.Nil
		case n < 0:
			return c.Raise(object.ValueError, "negative argument not allowed")
		}
		r := c.Query(world.Random(n))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.NewBytes(string(r.Data))
	}},
	{Sig: "getrandom(size, flags=0)", Fn: func(c *ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		switch {
		case !ok:
			return object.Nil
		case n < 0:
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		r := c.Query(world.Random(n))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.NewBytes(string(r.Data))
	}},
	{Sig: "strerror(code, /)", Doc: "Translate an error code to a message string.", Fn: func(c *ctx, a []value) value {
		n, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		return object.NewStr(world.Errno(n).Text())
	}},
	{Sig: "putenv(name, value, /)", Doc: "Change or add an environment variable.", Fn: func(c *ctx, a []value) value {
		var text [2]string
		for i := range 2 {
			p, ok := pathArg(c, a[i], "putenv", 0)
			if !ok {
				return object.Nil
			}
			text[i] = p.text
		}
		if text[0] == "" || strings.Contains(text[0], "=") {
			return c.Raise(object.ValueError, "illegal environment variable name")
		}
		c.DictSet(stateOf(c).env.AsDict(), object.NewBytes(text[0]), object.NewBytes(text[1]))
		return object.None
	}},
	{Sig: "unsetenv(name, /)", Doc: "Delete an environment variable.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "unsetenv", 0)
		switch {
		case !ok:
			return object.Nil
		case p.text == "" || strings.Contains(p.text, "="):
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		c.DictDel(stateOf(c).env.AsDict(), object.NewBytes(p.text))
		return object.None
	}},
	{Sig: "_create_environ()", Fn: func(c *ctx, a []value) value { return environ(c) }},
	{Sig: "_exit(status)", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: func(c *ctx, a []value) value {
		n, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		return c.Self("exit_now", object.Int(int64(n&0xff)))
	}},
	{Sig: "abort()", Doc: "Abort the interpreter immediately.", Fn: func(c *ctx, a []value) value {
		return c.Self("_signal_abort")
	}},
	{Sig: "ctermid()", Fn: func(c *ctx, a []value) value { return object.NewStr("/dev/tty") }},
	{Sig: "kill(pid, signal, /)", Doc: "Kill a process with a signal.", Fn: func(c *ctx, a []value) value {
		pid, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		sig, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return c.Self("_signal_kill", object.Int(int64(pid)), object.Int(int64(sig)))
	}},
	{Sig: "register_at_fork(*, before=None, after_in_child=None, after_in_parent=None)", Fn: func(c *ctx, a []value) value { return object.None }},
	{Sig: "waitstatus_to_exitcode(status)", Fn: func(c *ctx, a []value) value {
		n, ok := intArg(c, a[0], 0)
		switch {
		case !ok:
			return object.Nil
		case n&0x7f == 0:
			return object.Int(int64(n >> 8 & 0xff))
		case n&0xff == 0x7f:
			return c.Raise(object.ValueError, "process stopped by delivery of signal %d", n>>8&0xff)
		}
		return object.Int(int64(-(n & 0x7f)))
	}},
	status("WIFEXITED", func(n int) value { return object.Bool(n&0x7f == 0) }),
	status("WEXITSTATUS", func(n int) value { return object.Int(int64(n >> 8 & 0xff)) }),
	status("WIFSIGNALED", func(n int) value { return object.Bool(n&0x7f != 0 && n&0xff != 0x7f) }),
	status("WTERMSIG", func(n int) value { return object.Int(int64(n & 0x7f)) }),
	status("WIFSTOPPED", func(n int) value { return object.Bool(n&0xff == 0x7f) }),
	status("WSTOPSIG", func(n int) value { return object.Int(int64(n >> 8 & 0xff)) }),
	status("WIFCONTINUED", func(n int) value { return object.Bool(n == 0xffff) }),
	status("WCOREDUMP", func(n int) value { return object.Bool(n&0x80 != 0) }),
	{Sig: "sysconf(name, /)", Fn: func(c *ctx, a []value) value {
		name := ""
		if s := a[0].AsStr(); s != nil {
			name = s.String()
		} else if n, ok := intArg(c, a[0], 0); !ok {
			return object.Nil
		} else {
			for k, x := range sysconfNumbers { // order-free: numbers differ
				if x == n {
					name = k
				}
			}
		}
		switch name {
		case "SC_PAGE_SIZE", "SC_PAGESIZE":
			return object.Int(4096)
		case "SC_CLK_TCK":
			return object.Int(100)
		case "SC_NPROCESSORS_ONLN", "SC_NPROCESSORS_CONF":
			return cpus(c, nil)
		case "SC_OPEN_MAX":
			return object.Int(1024)
		case "SC_ARG_MAX":
			return object.Int(2097152)
		case "SC_IOV_MAX":
			return object.Int(1024)
		case "SC_PHYS_PAGES":
			return object.Int(1 << 20)
		case "SC_SEM_NSEMS_MAX":
			return object.Int(-1)
		}
		return c.Raise(object.ValueError, "unrecognized configuration name")
	}},
}

var sysconfNumbers = map[string]int{"SC_ARG_MAX": 0, "SC_CLK_TCK": 2, "SC_OPEN_MAX": 4, "SC_PAGESIZE": 30, "SC_PAGE_SIZE": 30, "SC_SEM_NSEMS_MAX": 32,
	"SC_IOV_MAX": 60, "SC_NPROCESSORS_CONF": 83, "SC_NPROCESSORS_ONLN": 84, "SC_PHYS_PAGES": 85}

func names(c *ctx, which string) value {
	d := c.NewDict()
	if which == "sysconf_names" {
		for _, k := range [...]string{"SC_ARG_MAX", "SC_CLK_TCK", "SC_IOV_MAX", "SC_NPROCESSORS_CONF", "SC_NPROCESSORS_ONLN", "SC_OPEN_MAX",
			"SC_PAGESIZE", "SC_PAGE_SIZE", "SC_PHYS_PAGES", "SC_SEM_NSEMS_MAX"} {
			d.SetStr(c, k, object.Int(int64(sysconfNumbers[k])))
		}
	}
	return d.V()
}
