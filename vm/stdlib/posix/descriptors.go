package posix

import (
	"slp/vm/object"
	"slp/vm/world"
)

// onFD makes a function of a descriptor.
func onFD(sig, doc string, do func(c *ctx, fd int, a []value) value) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		fd, ok := fdArg(c, a[0])
		if !ok {
			return object.Nil
		}
		return do(c, fd, a)
	}}
}

// fdArg is a descriptor, or an object with fileno().
func fdArg(c *ctx, v value) (int, bool) {
	if v.IsAnyInt() || !object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		return intArg(c, v, 0)
	}
	c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Said())
	return 0, false
}

func readAt(c *ctx, fd int, count value, at int64) value {
	n, ok := c.IndexInt(count, false)
	if !ok {
		return object.Nil
	}
	if n < 0 {
		return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
	}
	if at >= 0 {
		r := c.Query(world.Read(fd, min(n, 1<<30), at))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.NewBytes(string(r.Data))
	}
	return readNow(c, fd, n, func(data []byte) value { return object.NewBytes(string(data)) })
}

// waiter is how the threads of the machine wait.
type waiter interface {
	Await(c *ctx, files []world.Interest, until int64, then func(c *ctx, ready []byte) value) value
	AwaitChild(c *ctx, until int64, then func(c *ctx, ready []byte) value) value
	Disturb(c *ctx, result value) value
	Single() bool
}

func waiterOf(c *ctx) waiter { return c.States()["_thread"].(waiter) }

// readNow reads from a descriptor, and lets other threads run while there is nothing to read.
func readNow(c *ctx, fd, n int, made func(data []byte) value) value {
	r := c.Query(world.ReadNow(fd, min(n, 1<<30)))
	switch {
	case r.OK():
		return made(r.Data)
	case r.Errno == world.EAGAIN && r.M == 1:
		return waiterOf(c).Await(c, []world.Interest{{Fd: fd, Read: true}}, -1, func(c *ctx, _ []byte) value { return readNow(c, fd, n, made) })
	}
	return fail(c, &r)
}

func writeAt(c *ctx, fd int, data value, at int64) value {
	text, ok, like := c.BytesLike(data)
	if !like {
		return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(data).Said())
	}
	if !ok {
		return object.Nil
	}
	if at < 0 {
		return writeNow(c, fd, []byte(text), 0)
	}
	r := c.Query(world.Write(fd, []byte(text), at))
	if !r.OK() {
		return fail(c, &r)
	}
	return object.Int(r.N)
}

// writeNow writes to a descriptor, and lets other threads run while it takes nothing.
func writeNow(c *ctx, fd int, data []byte, done int) value {
	r := c.Query(world.WriteNow(fd, data[done:]))
	switch {
	case r.OK() && (done+int(r.N) >= len(data) || r.M != 1):
		return object.Int(int64(done) + r.N)
	case r.OK() || r.Errno == world.EAGAIN && r.M == 1:
		done += int(r.N)
		return waiterOf(c).Await(c, []world.Interest{{Fd: fd, Write: true}}, -1, func(c *ctx, _ []byte) value { return writeNow(c, fd, data, done) })
	case done > 0:
		return object.Int(int64(done))
	}
	return fail(c, &r)
}

var descriptorFuncs = []object.Def{
	{Sig: "open(path, flags, mode=0o777, *, dir_fd=None)", Doc: "Open a file for low level IO.  Returns a file descriptor (integer).", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "open", 0)
		if !ok {
			return object.Nil
		}
		flags, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		mode, ok := intArg(c, a[2], 0o777)
		if !ok || !noDirFD(c, a[3]) {
			return object.Nil
		}
		settle(c, p.text)
		r := c.Query(world.Open(p.text, flags|world.OpenCloseExec, uint32(mode)))
		if !r.OK() {
			return fail(c, &r, p.name)
		}
		return object.Int(r.N)
	}},
	onFD("close(fd)", "Close a file descriptor.", func(c *ctx, fd int, a []value) value { return done(c, c.Query(world.Close(fd))) }),
	{Sig: "closerange(fd_low, fd_high, /)", Doc: "Closes all file descriptors in [fd_low, fd_high), ignoring errors.", Fn: func(c *ctx, a []value) value {
		lo, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		hi, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		for fd := max(lo, 0); fd < min(hi, 1<<16); fd++ {
			c.Query(world.Close(fd))
		}
		return object.None
	}},
	onFD("read(fd, length, /)", "Read from a file descriptor.  Returns a bytes object.", func(c *ctx, fd int, a []value) value { return readAt(c, fd, a[1], world.AtCursor) }),
	onFD("readinto(fd, buffer, /)", "Read into a buffer object from a file descriptor.", func(c *ctx, fd int, a []value) value {
		mem, ok := c.Writable(a[1], "readinto()")
		if !ok {
			return object.Nil
		}
		buffer := a[1]
		return readNow(c, fd, len(mem), func(data []byte) value {
			mem, ok := c.Writable(buffer, "readinto()")
			if !ok {
				return object.Nil
			}
			return object.Int(int64(copy(mem, data)))
		})
	}),
	onFD("pread(fd, length, offset, /)", "Read a number of bytes from a file descriptor starting at a particular offset.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[2])
		switch {
		case !ok:
			return object.Nil
		case at < 0:
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		return readAt(c, fd, a[1], at)
	}),
	onFD("write(fd, data, /)", "Write a bytes object to a file descriptor.", func(c *ctx, fd int, a []value) value { return writeAt(c, fd, a[1], world.AtCursor) }),
	onFD("pwrite(fd, buffer, offset, /)", "Write bytes to a file descriptor starting at a particular offset.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[2])
		switch {
		case !ok:
			return object.Nil
		case at < 0:
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		return writeAt(c, fd, a[1], at)
	}),
	onFD("lseek(fd, position, whence, /)", "Set the position of a file descriptor.  Return the new position.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[1])
		if !ok {
			return object.Nil
		}
		whence, ok := intArg(c, a[2], 0)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.Seek(fd, at, whence))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Int(r.N)
	}),
	onFD("fstat(fd)", "Perform a stat system call on the given file descriptor.", func(c *ctx, fd int, a []value) value { return statAnswer(c, c.Query(world.FileStat(fd))) }),
	{Sig: "fsync(fd)", Doc: "Force write of fd to disk.", Fn: syncFD}, {Sig: "fdatasync(fd)", Doc: "Force write of fd to disk without forcing update of metadata.", Fn: syncFD},
	{Sig: "sync()", Fn: func(c *ctx, a []value) value { return object.None }},
	onFD("ftruncate(fd, length, /)", "Truncate a file, specified by file descriptor, to a specific length.", func(c *ctx, fd int, a []value) value {
		n, ok := c.Long(a[1])
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.Truncate(fd, n)))
	}),
	onFD("isatty(fd, /)", "Return True if the fd is connected to a terminal.", func(c *ctx, fd int, a []value) value {
		r := c.Query(world.IsTerminal(fd))
		return object.Bool(r.OK() && r.N == 1)
	}),
	onFD("dup(fd, /)", "Return a duplicate of a file descriptor.", func(c *ctx, fd int, a []value) value {
		r := c.Query(world.Duplicate(fd))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Int(r.N)
	}),
	onFD("dup2(fd, fd2, inheritable=True)", "Duplicate file descriptor.", func(c *ctx, fd int, a []value) value {
		to, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		inherit, ok := truth(c, a[2], true)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.DuplicateTo(fd, to))
		if !r.OK() {
			return fail(c, &r)
		}
		if to > 2 || !inherit {
			c.Query(world.Control(to, world.ControlSetDescriptor, flag(!inherit)))
		}
		return object.Int(int64(to))
	}),
	{Sig: "pipe()", Doc: "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)", Fn: pipe},
	{Sig: "pipe2(flags, /)", Fn: func(c *ctx, a []value) value {
		flags, ok := intArg(c, a[0], 0)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.Pipe())
		if !r.OK() {
			return fail(c, &r)
		}
		for i, fd := range [...]int64{r.N, r.M} {
			if flags&linuxNonBlock != 0 {
				c.Query(world.Control(int(fd), world.ControlSetFlags, int64(i)|world.OpenNonBlock))
			}
			if flags&linuxCloseExec == 0 {
				c.Query(world.Control(int(fd), world.ControlSetDescriptor, 0))
			}
		}
		return object.TupleOf(object.Int(r.N), object.Int(r.M))
	}},
	{Sig: "get_terminal_size(fd=1, /)", Doc: "Return the size of the terminal window as (columns, lines).", Fn: func(c *ctx, a []value) value {
		fd, ok := intArg(c, a[0], 1)
		if !ok {
			return object.Nil
		}
		r := c.Query(world.TerminalSize(fd))
		if !r.OK() {
			return fail(c, &r)
		}
		return stateOf(c).newTerminal(c, object.Int(r.N), object.Int(r.M))
	}},
	onFD("get_inheritable(fd, /)", "Get the close-on-exe flag of the specified file descriptor.", func(c *ctx, fd int, a []value) value {
		r := c.Query(world.Control(fd, world.ControlGetDescriptor, 0))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Bool(r.N&1 == 0)
	}),
	onFD("set_inheritable(fd, inheritable, /)", "Set the inheritable flag of the specified file descriptor.", func(c *ctx, fd int, a []value) value {
		on, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.Control(fd, world.ControlSetDescriptor, flag(on == 0))))
	}),
	onFD("get_blocking(fd, /)", "Get the blocking mode of the file descriptor.", func(c *ctx, fd int, a []value) value {
		r := c.Query(world.Control(fd, world.ControlGetFlags, 0))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Bool(r.N&world.OpenNonBlock == 0)
	}),
	onFD("set_blocking(fd, blocking, /)", "Set the blocking mode of the specified file descriptor.", func(c *ctx, fd int, a []value) value {
		on, ok := c.Truth(a[1])
		if !ok {
			return object.Nil
		}
		r := c.Query(world.Control(fd, world.ControlGetFlags, 0))
		if !r.OK() {
			return fail(c, &r)
		}
		flags := r.N &^ world.OpenNonBlock
		if !on {
			flags |= world.OpenNonBlock
		}
		return done(c, c.Query(world.Control(fd, world.ControlSetFlags, flags)))
	}),
	onFD("device_encoding(fd)", "Return a string describing the encoding of a terminal's file descriptor.", func(c *ctx, fd int, a []value) value {
		if r := c.Query(world.IsTerminal(fd)); r.OK() && r.N == 1 {
			return object.NewStr("utf-8")
		}
		return object.None
	}),
	onFD("ttyname(fd, /)", "", func(c *ctx, fd int, a []value) value {
		if r := c.Query(world.IsTerminal(fd)); r.OK() && r.N == 1 {
			return object.NewStr("/dev/tty")
		}
		return c.RaiseOS(int64(world.ENOTTY), world.ENOTTY.Text())
	}),
}

// Flags of pipe2, with the numbers of the module.
const (
	linuxNonBlock  = 0o4000
	linuxCloseExec = 0o2000000
)

func flag(on bool) int64 {
	if on {
		return 1
	}
	return 0
}

func syncFD(c *ctx, a []value) value {
	if !noBool(c, a[0]) {
		return object.Nil
	}
	v := a[0]
	if !v.IsAnyInt() {
		if v = c.CallAttr(v, "fileno"); v.IsNil() {
			return v
		}
	}
	fd, ok := fdArg(c, v)
	if !ok {
		return object.Nil
	}
	return done(c, c.Query(world.Sync(fd)))
}

func pipe(c *ctx, a []value) value {
	r := c.Query(world.Pipe())
	if !r.OK() {
		return fail(c, &r)
	}
	return object.TupleOf(object.Int(r.N), object.Int(r.M))
}
