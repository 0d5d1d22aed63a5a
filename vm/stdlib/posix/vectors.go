package posix

import (
	"slp/vm/object"
	"slp/vm/world"
)

// vectorFuncs read into several buffers and write several.
var vectorFuncs = []object.Def{
	onFD("readv(fd, buffers, /)", "Read from a file descriptor fd into an iterable of buffers.", func(c *ctx, fd int, a []value) value {
		return readVector(c, fd, a[1], world.AtCursor)
	}),
	onFD("preadv(fd, buffers, offset, flags=0, /)", "Reads from a file descriptor into a number of mutable bytes-like objects.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[2])
		if !ok {
			return object.Nil
		}
		return readVector(c, fd, a[1], at)
	}),
	onFD("writev(fd, buffers, /)", "Iterate over buffers, and write the contents of each to a file descriptor.", func(c *ctx, fd int, a []value) value {
		data, ok := joined(c, "writev", a[1])
		if !ok {
			return object.Nil
		}
		return writeAt(c, fd, data, world.AtCursor)
	}),
	onFD("pwritev(fd, buffers, offset, flags=0, /)", "Writes the contents of bytes-like objects to a file descriptor at a given offset.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[2])
		if !ok {
			return object.Nil
		}
		data, ok := joined(c, "pwritev", a[1])
		if !ok {
			return object.Nil
		}
		return writeAt(c, fd, data, at)
	}),
	onFD("posix_fadvise(fd, offset, length, advice, /)", "Announce an intention to access data in a specific pattern.", func(c *ctx, fd int, a []value) value {
		return done(c, c.Query(world.FileStat(fd))) // advice may be ignored
	}),
	onFD("posix_fallocate(fd, offset, length, /)", "Ensure a file has allocated at least a particular number of bytes on disk.", func(c *ctx, fd int, a []value) value {
		at, ok := c.Long(a[1])
		if !ok {
			return object.Nil
		}
		n, ok := c.Long(a[2])
		if !ok {
			return object.Nil
		}
		if at < 0 || n <= 0 {
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		r := c.Query(world.FileStat(fd))
		if !r.OK() || r.Stat.Size >= at+n {
			return done(c, r)
		}
		return done(c, c.Query(world.Truncate(fd, at+n)))
	}),
}

// buffersOf are the items of the argument buffers.
func buffersOf(c *ctx, where string, v value) ([]value, bool) {
	t := object.TypeOf(v)
	if t.Dunder(object.DGetItem).IsNil() || t.Dunder(object.DLen).IsNil() {
		c.Raise(object.TypeError, "%s() arg 2 must be a sequence", where)
		return nil, false
	}
	return c.Collect(v)
}

func joined(c *ctx, where string, v value) (value, bool) {
	items, ok := buffersOf(c, where, v)
	if !ok {
		return object.Nil, false
	}
	var all []byte
	for _, x := range items {
		text, ok, like := c.BytesLike(x)
		if !like {
			c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(x).Said())
		}
		if !ok {
			return object.Nil, false
		}
		all = append(all, text...)
	}
	return object.NewBytes(string(all)), true
}

// readVector fills the buffers one after the other.
func readVector(c *ctx, fd int, v value, at int64) value {
	items, ok := buffersOf(c, "readv", v)
	if !ok {
		return object.Nil
	}
	most := 0
	for _, x := range items {
		memory, ok := c.Writable(x, "readv()")
		if !ok {
			return object.Nil
		}
		most += len(memory)
	}
	fill := func(data []byte) value {
		got := len(data)
		for _, x := range items {
			memory, ok := c.Writable(x, "readv()")
			if !ok {
				return object.Nil
			}
			data = data[copy(memory, data):]
		}
		return object.Int(int64(got))
	}
	if at < 0 {
		return readNow(c, fd, most, fill)
	}
	r := c.Query(world.Read(fd, most, at))
	if !r.OK() {
		return fail(c, &r)
	}
	return fill(r.Data)
}
