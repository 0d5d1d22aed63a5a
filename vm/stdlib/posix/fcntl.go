package posix

import (
	"slp/vm/object"
	"slp/vm/world"
)

// Fcntl is the module fcntl.
var Fcntl = object.ModuleDef{
	Name: "fcntl",
	Doc:  "This module performs file control and I/O control on file\ndescriptors.  It is an interface to the fcntl() and ioctl() Unix\nroutines.  File descriptors can be obtained with the fileno() method of\na file or socket object.",
	Funcs: []object.Def{
		{Sig: "fcntl(fd, cmd, arg=0, /)", Doc: "Perform the operation `cmd` on file descriptor fd.", Fn: doFcntl},
		{Sig: "ioctl(fd, request, arg=0, mutate_flag=True, /)", Doc: "Perform the operation request on file descriptor fd.", Fn: doIoctl},
		{Sig: "flock(fd, operation, /)", Doc: "Perform the lock operation `operation` on file descriptor `fd`.", Fn: func(c *ctx, a []value) value {
			fd, ok := descriptorArg(c, a[0])
			if !ok {
				return object.Nil
			}
			n, ok := intArg(c, a[1], 0)
			if !ok {
				return object.Nil
			}
			return tryLock(c, world.Control(fd, world.ControlLock, int64(n|lockNow)), n&lockNow != 0)
		}},
		{Sig: "lockf(fd, cmd, len=0, start=0, whence=0, /)", Doc: "A wrapper around the fcntl() locking calls.", Fn: func(c *ctx, a []value) value {
			fd, ok := descriptorArg(c, a[0])
			if !ok {
				return object.Nil
			}
			var n [4]int64
			for i := range n {
				if !a[1+i].IsNil() {
					if n[i], ok = c.Long(a[1+i]); !ok {
						return object.Nil
					}
				}
			}
			kind := 0
			switch {
			case n[0] == lockUn:
				kind = 2
			case n[0]&lockShared != 0:
			case n[0]&lockExclusive != 0:
				kind = 1
			default:
				return c.Raise(object.ValueError, "unrecognized lockf argument")
			}
			return tryLock(c, world.RecordLock(fd, kind, n[2], n[1], int(n[3])), n[0]&lockNow != 0)
		}},
	},
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range fcntlConstants {
			m.Set(c, k.name, object.Int(k.value))
		}
		return true
	},
}

const (
	lockShared    = 1
	lockExclusive = 2
	lockNow       = 4
	lockUn        = 8
)

// tryLock locks, and waits for the lock a little at a time unless it must not.
func tryLock(c *ctx, q world.Question, now bool) value {
	r := c.Query(q)
	switch {
	case r.OK():
		return object.None
	case (r.Errno != world.EAGAIN && r.Errno != world.EACCES) || now:
		return fail(c, &r)
	}
	const pause = 5e6
	return waiterOf(c).Await(c, nil, c.Query(world.Clock(world.ClockMonotonic)).N+pause, func(c *ctx, _ []byte) value { return tryLock(c, q, now) })
}

// descriptorArg is an int or an object with fileno().
func descriptorArg(c *ctx, v value) (int, bool) {
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
	n, ok := intArg(c, v, 0)
	if ok && n < 0 {
		c.Raise(object.ValueError, "file descriptor cannot be a negative integer (%d)", n)
		return 0, false
	}
	return n, ok
}

func doFcntl(c *ctx, a []value) value {
	fd, ok := descriptorArg(c, a[0])
	if !ok {
		return object.Nil
	}
	command, ok := intArg(c, a[1], 0)
	if !ok {
		return object.Nil
	}
	if !a[2].IsNil() && !a[2].IsAnyInt() {
		text, ok := "", true
		if a[2].AsStr() != nil {
			text = a[2].AsStr().String()
		} else {
			var like bool
			if text, ok, like = c.BytesLike(a[2]); !like {
				return c.Raise(object.TypeError, "fcntl() argument 3 must be an integer, a bytes-like object, or a string, not %s", object.TypeOf(a[2]).Name)
			}
		}
		const most = 1024
		switch {
		case !ok:
			return object.Nil
		case len(text) > most:
			return c.Raise(object.ValueError, "fcntl argument 3 is too long")
		}
		return recordLock(c, fd, command, text)
	}
	argument := int64(0)
	if !a[2].IsNil() {
		if argument, ok = c.Long(a[2]); !ok {
			return object.Nil
		}
	}
	r := c.Query(world.Control(fd, command, argument))
	if !r.OK() {
		return fail(c, &r)
	}
	return object.Int(r.N)
}

// recordLock is fcntl with a struct flock: F_GETLK tells of no lock, as nobody else's can be seen through the World.
func recordLock(c *ctx, fd, command int, text string) value {
	const get, set, setWait = 5, 6, 7
	if (command != get && command != set && command != setWait) || len(text) < 24 {
		r := c.Query(world.Control(fd, command, 0))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.NewBytes(text)
	}
	word := func(at, n int) (v int64) {
		for i := n - 1; i >= 0; i-- {
			v = v<<8 | int64(text[at+i])
		}
		return v
	}
	if command == get {
		return object.NewBytes("\x02\x00" + text[2:])
	}
	r := tryLock(c, world.RecordLock(fd, int(word(0, 2)), word(8, 8), word(16, 8), int(word(2, 2))), command == set)
	if r.IsNil() {
		return r
	}
	return object.NewBytes(text)
}

func doIoctl(c *ctx, a []value) value {
	fd, ok := descriptorArg(c, a[0])
	if !ok {
		return object.Nil
	}
	request, ok := c.Long(a[1])
	if !ok {
		return object.Nil
	}
	request &= 1<<32 - 1
	if a[2].IsNil() || a[2].IsAnyInt() {
		n := int64(0)
		if !a[2].IsNil() {
			if n, ok = c.Long(a[2]); !ok {
				return object.Nil
			}
		}
		r := c.Query(world.Device(fd, uint64(request), n, nil))
		if !r.OK() {
			return fail(c, &r)
		}
		return object.Int(r.N)
	}
	mutate, ok := truth(c, a[3], true)
	if !ok {
		return object.Nil
	}
	text, like := "", true
	if a[2].AsStr() != nil {
		text = a[2].AsStr().String()
	} else if text, ok, like = c.BytesLike(a[2]); !ok && like {
		return object.Nil
	}
	if !like {
		return c.Raise(object.TypeError, "ioctl() argument 3 must be an integer, a bytes-like object, or a string, not %s", object.TypeOf(a[2]).Name)
	}
	memory, writable := []byte(nil), false
	if mutate && a[2].AsStr() == nil && a[2].AsBytes() == nil {
		if memory, writable = c.Writable(a[2], "ioctl()"); !writable {
			c.TakeExc()
		}
	}
	const most = 1024
	if !writable && len(text) > most {
		return c.Raise(object.ValueError, "ioctl argument 3 is too long")
	}
	r := c.Query(world.Device(fd, uint64(request), 0, []byte(text)))
	switch {
	case !r.OK():
		return fail(c, &r)
	case writable:
		copy(memory, r.Data)
		return object.Int(r.N)
	}
	return object.NewBytes(string(r.Data))
}
