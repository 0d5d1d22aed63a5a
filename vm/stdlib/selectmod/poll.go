package selectmod

import (
	"encoding/binary"
	"math"

	"slp/vm/object"
	"slp/vm/world"
)

// The events of poll and epoll.
const (
	pollIn   = 0x1
	pollPri  = 0x2
	pollOut  = 0x4
	pollErr  = 0x8
	pollHup  = 0x10
	pollNval = 0x20
)

// poll is an instance of select.poll: the descriptors, in order of registration.
type poll struct {
	files   []int64 // pairs: descriptor, events
	running bool
}

// Walk implements object.Impl.
func (p *poll) Walk(w *object.Walker) {
	w.Bool(&p.running)
	object.State(w, &p.files, func(f []int64) []int64 { return append([]int64(nil), f...) }, func(f []int64, _ func(value), word func(uint64)) {
		for _, n := range f {
			word(uint64(n))
		}
	})
}

func pollOf(v value) *poll {
	p, _ := object.As[*poll](v)
	return p
}

func newPoll(c *ctx, a []value) value { return c.NewObj(stateOf(c).poll, &poll{}) }

func (p *poll) find(fd int) int {
	for i := 0; i < len(p.files); i += 2 {
		if p.files[i] == int64(fd) {
			return i
		}
	}
	return -1
}

// set writes a new list: what is walked is not changed in place.
func (p *poll) set(c *ctx, self value, fd int, events int64) {
	c.Touch(self.Hdr())
	files := append([]int64(nil), p.files...)
	if i := p.find(fd); i >= 0 {
		files[i+1] = events
	} else {
		files = append(files, int64(fd), events)
	}
	p.files = files
}

func eventMask(c *ctx, v value, def int64) (int64, bool) {
	if v.IsNil() {
		return def, true
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	switch {
	case ok && n < 0:
		c.Raise(object.ValueError, "value must be positive")
		return 0, false
	case !ok || n > math.MaxUint16:
		c.Raise(object.OverflowError, "Python int too large for C unsigned short")
		return 0, false
	}
	return n, true
}

func pollSpec() object.Spec {
	return object.Spec{Name: "poll", Module: "select", Flags: object.Disallow | object.Final, Methods: []object.Def{
		{Sig: "register(self, fd, eventmask=7, /)", Doc: "Register a file descriptor with the polling object.", Fn: func(c *ctx, a []value) value {
			fd, ok := fileno(c, a[1])
			if !ok {
				return object.Nil
			}
			events, ok := eventMask(c, a[2], pollIn|pollPri|pollOut)
			if !ok {
				return object.Nil
			}
			pollOf(a[0]).set(c, a[0], fd, events)
			return object.None
		}},
		{Sig: "modify(self, fd, eventmask, /)", Doc: "Modify an already registered file descriptor.", Fn: func(c *ctx, a []value) value {
			fd, ok := fileno(c, a[1])
			if !ok {
				return object.Nil
			}
			events, ok := eventMask(c, a[2], 0)
			if !ok {
				return object.Nil
			}
			p := pollOf(a[0])
			if p.find(fd) < 0 {
				return c.RaiseOS(int64(world.ENOENT), world.ENOENT.Text())
			}
			p.set(c, a[0], fd, events)
			return object.None
		}},
		{Sig: "unregister(self, fd, /)", Doc: "Remove a file descriptor being tracked by the polling object.", Fn: func(c *ctx, a []value) value {
			fd, ok := fileno(c, a[1])
			if !ok {
				return object.Nil
			}
			p := pollOf(a[0])
			i := p.find(fd)
			if i < 0 {
				return c.RaiseArgs(object.KeyError, object.Int(int64(fd)))
			}
			c.Touch(a[0].Hdr())
			p.files = append(p.files[:i:i], p.files[i+2:]...)
			return object.None
		}},
		{Sig: "poll(self, timeout=None, /)", Doc: "Polls the set of registered file descriptors.", Fn: pollPoll},
	}}
}

func pollPoll(c *ctx, a []value) value {
	p := pollOf(a[0])
	until, ok := deadline(c, a[1], 1000, "timeout must be an integer or None")
	if !ok {
		return object.Nil
	}
	if until == -2 {
		until = -1
	}
	if p.running {
		return c.Raise(object.RuntimeError, "concurrent poll() invocation")
	}
	files := p.files
	var open []world.Interest
	var index []int
	var out []value
	for i := 0; i < len(files); i += 2 {
		if r := c.Query(world.Control(int(files[i]), world.ControlGetDescriptor, 0)); r.Errno == world.EBADF {
			out = append(out, object.TupleOf(object.Int(files[i]), object.Int(pollNval)))
			continue
		}
		open = append(open, world.Interest{Fd: int(files[i]), Read: files[i+1]&(pollIn|0x40) != 0, Write: files[i+1]&(pollOut|0x100) != 0})
		index = append(index, i)
	}
	if len(out) > 0 {
		until = 0
	}
	self := a[0]
	if until != 0 {
		c.Touch(self.Hdr())
		p.running = true
	}
	return await(c, open, until, func(c *ctx, ready []byte) value {
		c.Touch(self.Hdr())
		p.running = false
		for k, i := range index {
			if k >= len(ready) || ready[k] == 0 {
				continue
			}
			events := int64(0)
			if ready[k]&world.WaitReadable != 0 {
				events |= files[i+1] & (pollIn | 0x40)
			}
			if ready[k]&world.WaitWritable != 0 {
				events |= files[i+1] & (pollOut | 0x100)
			}
			if ready[k]&world.WaitHungUp != 0 {
				events |= pollHup
			}
			if ready[k]&world.WaitFailed != 0 {
				events |= pollErr
			}
			if events != 0 {
				out = append(out, object.TupleOf(object.Int(files[i]), object.Int(events)))
			}
		}
		return c.NewList(out)
	})
}

// epoll is an instance of select.epoll.
type epoll struct{ fd int }

// Walk implements object.Impl.
func (e *epoll) Walk(w *object.Walker) { object.Word(w, &e.fd) }

func epollOf(v value) *epoll {
	e, _ := object.As[*epoll](v)
	return e
}

func epollSpec() object.Spec {
	method := func(sig, info string, do func(c *ctx, e *epoll, a []value) value) object.Def {
		return object.Def{Sig: sig, Doc: info, Fn: func(c *ctx, a []value) value {
			e := epollOf(a[0])
			if e.fd < 0 {
				return c.Raise(object.ValueError, "I/O operation on closed epoll object")
			}
			return do(c, e, a)
		}}
	}
	change := func(what int) func(c *ctx, e *epoll, a []value) value {
		return func(c *ctx, e *epoll, a []value) value {
			fd, ok := fileno(c, a[1])
			if !ok {
				return object.Nil
			}
			events := int64(pollIn | pollPri | pollOut)
			if len(a) > 2 && !a[2].IsNil() {
				if events, ok = c.Long(a[2]); !ok {
					return object.Nil
				}
				if events < 0 || events > math.MaxUint32 {
					return c.Raise(object.OverflowError, "Python int too large for C unsigned int")
				}
			}
			r := c.Query(world.PollChange(e.fd, what, fd, uint32(events)))
			if !r.OK() {
				return fail(c, &r)
			}
			return object.None
		}
	}
	shut := func(c *ctx, self value) value {
		e := epollOf(self)
		if fd := e.fd; fd >= 0 {
			c.Touch(self.Hdr())
			e.fd = -1
			if r := c.Query(world.Close(fd)); !r.OK() {
				return fail(c, &r)
			}
		}
		return object.None
	}
	create := func(c *ctx, cls *object.Type, size, flags value) value {
		if !size.IsNil() {
			n, ok := c.Long(size)
			switch {
			case !ok:
				return object.Nil
			case n == -1:
			case n <= 0:
				return c.Raise(object.ValueError, "sizehint must be positive or -1")
			}
		}
		if !flags.IsNil() {
			n, ok := c.Long(flags)
			switch {
			case !ok:
				return object.Nil
			case n != 0 && n != world.SocketCloseExec:
				return c.RaiseArgs(object.OSError, object.NewStr("invalid flags"))
			}
		}
		r := c.Query(world.PollMake())
		if !r.OK() {
			return fail(c, &r)
		}
		return c.NewObj(cls, &epoll{int(r.N)})
	}
	return object.Spec{Name: "epoll", Module: "select", Doc: "Returns an epolling object.", Methods: []object.Def{
		{Sig: "__new__(cls, /, sizehint=-1, flags=0)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return create(c, a[0].AsType(), a[1], a[2]) }},
		{Sig: "fromfd(cls, fd, /)", Kind: object.AsClass, Doc: "Create an epoll object from a given control fd.", Fn: func(c *ctx, a []value) value {
			fd, ok := c.IndexInt(a[1], false)
			if !ok {
				return object.Nil
			}
			return c.NewObj(a[0].AsType(), &epoll{fd})
		}},
		{Sig: "close(self, /)", Doc: "Close the epoll control file descriptor.", Fn: func(c *ctx, a []value) value { return shut(c, a[0]) }},
		{Sig: "__enter__(self, /)", Fn: func(c *ctx, a []value) value {
			if epollOf(a[0]).fd < 0 {
				return c.Raise(object.ValueError, "I/O operation on closed epoll object")
			}
			return a[0]
		}},
		{Sig: "__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", Fn: func(c *ctx, a []value) value { return shut(c, a[0]) }},
		method("fileno(self, /)", "Return the epoll control file descriptor.", func(c *ctx, e *epoll, a []value) value { return object.Int(int64(e.fd)) }),
		method("register(self, fd, eventmask=7)", "Registers a new fd or raises an OSError if the fd is already registered.", change(world.PollAdd)),
		method("modify(self, fd, eventmask)", "Modify event mask for a registered file descriptor.", change(world.PollModify)),
		method("unregister(self, fd)", "Remove a registered file descriptor from the epoll object.", change(world.PollRemove)),
		method("poll(self, timeout=None, maxevents=-1)", "Wait for events on the epoll file descriptor.", func(c *ctx, e *epoll, a []value) value {
			most := 1023
			if !a[2].IsNil() {
				n, ok := c.IndexInt(a[2], false)
				switch {
				case !ok:
					return object.Nil
				case n == -1:
				case n <= 0:
					return c.Raise(object.ValueError, "maxevents must be greater than 0, got %d", n)
				default:
					most = n
				}
			}
			r := c.Query(world.PollReady(e.fd, most))
			if !r.OK() {
				return fail(c, &r)
			}
			if len(r.Data) > 0 {
				return eventList(c, r.Data)
			}
			until, ok := deadline(c, a[1], 1, "timeout must be an integer or None")
			switch {
			case !ok:
				return object.Nil
			case until == -2:
				until = -1
			case until == 0:
				return c.NewList(nil)
			}
			return e.wait(c, until, most)
		}),
	}, Gets: []object.Get{{Name: "closed", Doc: "True if the epoll handler is closed", Get: func(c *ctx, o value) value { return object.Bool(epollOf(o).fd < 0) }}}}
}

// wait waits for the epoll descriptor itself, and asks then what is ready.
func (e *epoll) wait(c *ctx, until int64, most int) value {
	return await(c, []world.Interest{{Fd: e.fd, Read: true}}, until, func(c *ctx, ready []byte) value {
		if ready == nil {
			return c.NewList(nil)
		}
		r := c.Query(world.PollReady(e.fd, most))
		switch {
		case !r.OK():
			return fail(c, &r)
		case len(r.Data) == 0:
			return e.wait(c, until, most)
		}
		return eventList(c, r.Data)
	})
}

func eventList(c *ctx, data []byte) value {
	out := make([]value, 0, len(data)/8)
	for ; len(data) >= 8; data = data[8:] {
		fd, events := int32(binary.LittleEndian.Uint32(data)), binary.LittleEndian.Uint32(data[4:])
		out = append(out, object.TupleOf(object.Int(int64(fd)), object.Int(int64(events))))
	}
	return c.NewList(out)
}
