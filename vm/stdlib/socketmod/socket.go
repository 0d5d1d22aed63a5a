package socketmod

import (
	"math"
	"strconv"

	"slp/vm/object"
	"slp/vm/world"
)

// socket is an instance of _socket.socket.
type socket struct {
	fd                  int // -1: closed
	family, kind, proto int
	timeout             int64 // nanoseconds; -1: it waits for ever, 0: it never waits
}

// Walk implements object.Impl.
func (s *socket) Walk(w *object.Walker) {
	object.Word(w, &s.fd)
	object.Word(w, &s.family)
	object.Word(w, &s.kind)
	object.Word(w, &s.proto)
	object.Word(w, &s.timeout)
}

func socketOf(v value) *socket {
	s, _ := object.As[*socket](v)
	return s
}

// newSocket makes the object of a descriptor.
func newSocket(c *ctx, fd, family, kind, proto int) value {
	s := &socket{fd: fd, family: family, kind: kind &^ (world.SocketNonBlock | world.SocketCloseExec), proto: proto, timeout: -1}
	v := c.NewObj(stateOf(c).socket, s)
	s.begin(c, kind)
	registryOf(c).note(c, v)
	return v
}

// begin sets the timeout of a new socket.
func (s *socket) begin(c *ctx, kind int) {
	switch d := defaultTimeout(c).timeout; {
	case kind&world.SocketNonBlock != 0:
		s.timeout = 0
	case d >= 0:
		s.timeout = d
		s.setFlag(c, true)
	}
}

const nonBlock = world.OpenNonBlock

// setFlag makes the descriptor itself non-blocking, or not.
func (s *socket) setFlag(c *ctx, on bool) world.Answer {
	flags := int64(world.OpenReadWrite)
	if on {
		flags |= nonBlock
	}
	return c.Query(world.Control(s.fd, world.ControlSetFlags, flags))
}

func seconds(ns int64) value {
	if ns < 0 {
		return object.None
	}
	return object.Float(float64(ns) / 1e9)
}

// timeoutArg reads a timeout in seconds, or None.
func timeoutArg(c *ctx, v value) (int64, bool) {
	if v.IsNone() {
		return -1, true
	}
	var f float64
	if x, ok := v.AsFloat(); ok {
		f = x
	} else {
		if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
			c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(v).Name)
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
	switch {
	case math.IsNaN(f):
		c.Raise(object.ValueError, "Invalid value NaN (not a number)")
		return 0, false
	case f < 0:
		c.Raise(object.ValueError, "Timeout value out of range")
		return 0, false
	case f >= math.MaxInt64/1e9:
		c.Raise(object.OverflowError, "timestamp too large to convert to C PyTime_t")
		return 0, false
	}
	return int64(math.Ceil(f * 1e9)), true
}

// retry does something again until it is done or the timeout is over: try tells that it would have to wait.
func (s *socket) retry(c *ctx, write bool, until int64, try func(c *ctx) (v value, wait bool)) value {
	v, wait := try(c)
	if !wait {
		return v
	}
	if s.timeout == 0 {
		return c.RaiseOS(int64(world.EAGAIN), world.EAGAIN.Text())
	}
	if s.timeout > 0 && until < 0 {
		until = c.Query(world.Clock(world.ClockMonotonic)).N + s.timeout
	}
	return waiterOf(c).Await(c, []world.Interest{{Fd: s.fd, Read: !write, Write: write}}, until, func(c *ctx, ready []byte) value {
		if ready == nil {
			return c.Raise(object.TimeoutError, "timed out")
		}
		return s.retry(c, write, until, try)
	})
}

// ask is retry of one question.
func (s *socket) ask(c *ctx, write bool, q func() world.Question, made func(c *ctx, r *world.Answer) value, flags int) value {
	return s.retry(c, write, -1, func(c *ctx) (value, bool) {
		r := c.Query(q())
		switch {
		case r.OK():
			return made(c, &r), false
		case r.Errno == world.EAGAIN && flags&dontWait == 0:
			return object.Nil, true
		}
		return fail(c, &r), false
	})
}

func done(c *ctx, r world.Answer) value {
	if !r.OK() {
		return fail(c, &r)
	}
	return object.None
}

// init is __init__: a new socket, or one on a descriptor that there is.
func (s *socket) init(c *ctx, self value, a []value) value {
	var n [3]int
	for i := range n {
		var ok bool
		if n[i], ok = intArg(c, a[i+1], -1); !ok {
			return object.Nil
		}
	}
	if none(a[4]) {
		for i, def := range [...]int{world.FamilyInet, world.SocketStream, 0} {
			if n[i] == -1 {
				n[i] = def
			}
		}
		r := c.Query(world.Socket(n[0], n[1], n[2]))
		if !r.OK() {
			return fail(c, &r)
		}
		c.Touch(self.Hdr())
		*s = socket{fd: int(r.N), family: n[0], kind: n[1] &^ (world.SocketNonBlock | world.SocketCloseExec), proto: n[2], timeout: -1}
		s.begin(c, n[1])
		registryOf(c).note(c, self)
		return object.None
	}
	if _, ok := a[4].AsFloat(); ok {
		return c.Raise(object.TypeError, "integer argument expected, got float")
	}
	fd, ok := intArg(c, a[4], 0)
	switch {
	case !ok:
		return object.Nil
	case fd < 0:
		return c.Raise(object.ValueError, "negative file descriptor")
	}
	for i, option := range [...]int{39, 3, 38} { // SO_DOMAIN, SO_TYPE, SO_PROTOCOL
		r := c.Query(world.GetOption(fd, 1, option, 0))
		switch {
		case !r.OK():
			return fail(c, &r)
		case n[i] == -1:
			n[i] = int(r.N)
		}
	}
	c.Touch(self.Hdr())
	*s = socket{fd: fd, family: n[0], kind: n[1] &^ (world.SocketNonBlock | world.SocketCloseExec), proto: n[2], timeout: -1}
	s.begin(c, n[1])
	registryOf(c).note(c, self)
	return object.None
}

// connect begins a connection and waits for it; made gets the error number, 0 if there is a connection.
func (s *socket) connect(c *ctx, to world.Address, made func(c *ctx, e world.Errno) value) value {
	r := c.Query(world.Connect(s.fd, to))
	switch {
	case r.OK():
		return made(c, 0)
	case r.Errno == world.EAGAIN && s.family == world.FamilyUnix && s.timeout != 0: // too many wait there
		const pause = 2e6
		return waiterOf(c).Await(c, nil, c.Query(world.Clock(world.ClockMonotonic)).N+pause, func(c *ctx, _ []byte) value { return s.connect(c, to, made) })
	case r.Errno != world.EINPROGRESS && r.Errno != world.EINTR || s.timeout == 0:
		return made(c, r.Errno)
	}
	until := int64(-1)
	if s.timeout > 0 {
		until = c.Query(world.Clock(world.ClockMonotonic)).N + s.timeout
	}
	return waiterOf(c).Await(c, []world.Interest{{Fd: s.fd, Write: true}}, until, func(c *ctx, ready []byte) value {
		if ready == nil {
			return made(c, timedOut)
		}
		r := c.Query(world.GetOption(s.fd, 1, 4, 0)) // SO_ERROR
		switch {
		case !r.OK():
			return made(c, r.Errno)
		case r.N == int64(world.EISCONN):
			return made(c, 0)
		}
		return made(c, world.Errno(r.N))
	})
}

// timedOut is what connect tells of a timeout; no system has this number.
const timedOut world.Errno = 1 << 20

func socketSpec() object.Spec {
	method := func(sig, info string, do func(c *ctx, s *socket, a []value) value) object.Def {
		return object.Def{Sig: sig, Doc: info, Fn: func(c *ctx, a []value) value { return do(c, socketOf(a[0]), a) }}
	}
	setTimeout := func(c *ctx, self value, s *socket, ns int64) value {
		c.Touch(self.Hdr())
		was := s.timeout
		s.timeout = ns
		if (was < 0) != (ns < 0) || s.fd < 0 {
			return done(c, s.setFlag(c, ns >= 0))
		}
		return object.None
	}
	methods := []object.Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
			return c.NewObj(a[0].AsType(), &socket{fd: -1, timeout: -1})
		}},
		method("__init__(self, family=-1, type=-1, proto=-1, fileno=None)", "", func(c *ctx, s *socket, a []value) value { return s.init(c, a[0], a) }),
		method("__repr__(self, /)", "", func(c *ctx, s *socket, a []value) value {
			return object.NewStr("<socket object, fd=" + strconv.Itoa(s.fd) + ", family=" + strconv.Itoa(s.family) + ", type=" + strconv.Itoa(s.kind) +
				", proto=" + strconv.Itoa(s.proto) + ">")
		}),
		method("_accept(self, /)", "_accept() -> (integer, address info)", func(c *ctx, s *socket, a []value) value {
			return s.ask(c, false, func() world.Question { return world.Accept(s.fd) }, func(c *ctx, r *world.Answer) value {
				return object.TupleOf(object.Int(r.N), s.shown(world.ParseAddress(r.Text)))
			}, 0)
		}),
		method("bind(self, address, /)", "Bind the socket to a local address.", func(c *ctx, s *socket, a []value) value {
			to, ok := s.address(c, a[1], "bind")
			if !ok {
				return object.Nil
			}
			return done(c, c.Query(world.Bind(s.fd, to)))
		}),
		method("close(self, /)", "close()\n\nClose the socket.  It cannot be used after this call.", func(c *ctx, s *socket, a []value) value {
			fd := s.fd
			if fd < 0 {
				return object.None
			}
			c.Touch(a[0].Hdr())
			s.fd = -1
			if r := c.Query(world.Close(fd)); !r.OK() && r.Errno != world.ECONNRESET {
				return fail(c, &r)
			}
			return object.None
		}),
		method("detach(self, /)", "Close the socket object without closing the underlying file descriptor.", func(c *ctx, s *socket, a []value) value {
			c.Touch(a[0].Hdr())
			fd := s.fd
			s.fd = -1
			return object.Int(int64(fd))
		}),
		method("fileno(self, /)", "Return the integer file descriptor of the socket.", func(c *ctx, s *socket, a []value) value { return object.Int(int64(s.fd)) }),
		method("connect(self, address, /)", "Connect the socket to a remote address.", func(c *ctx, s *socket, a []value) value {
			to, ok := s.address(c, a[1], "connect")
			if !ok {
				return object.Nil
			}
			return s.connect(c, to, func(c *ctx, e world.Errno) value {
				switch e {
				case 0:
					return object.None
				case timedOut:
					return c.Raise(object.TimeoutError, "timed out")
				}
				return c.RaiseOS(int64(e), e.Text())
			})
		}),
		method("connect_ex(self, address, /)", "This is like connect(address), but returns an error code.", func(c *ctx, s *socket, a []value) value {
			to, ok := s.address(c, a[1], "connect_ex")
			if !ok {
				return object.Nil
			}
			return s.connect(c, to, func(c *ctx, e world.Errno) value {
				if e == timedOut {
					e = world.EAGAIN
				}
				return object.Int(int64(e))
			})
		}),
		method("listen(self, backlog=128, /)", "Enable a server to accept connections.", func(c *ctx, s *socket, a []value) value {
			n, ok := intArg(c, a[1], 128)
			if !ok {
				return object.Nil
			}
			return done(c, c.Query(world.Listen(s.fd, max(n, 0))))
		}),
		method("shutdown(self, how, /)", "Shut down the reading side, the writing side, or both.", func(c *ctx, s *socket, a []value) value {
			n, ok := intArg(c, a[1], 0)
			if !ok {
				return object.Nil
			}
			return done(c, c.Query(world.Shutdown(s.fd, n)))
		}),
		method("getsockname(self, /)", "Return the address of the local endpoint.", func(c *ctx, s *socket, a []value) value { return s.name(c, false) }),
		method("getpeername(self, /)", "Return the address of the remote endpoint.", func(c *ctx, s *socket, a []value) value { return s.name(c, true) }),
		method("getsockopt(self, level, option, buflen=0, /)", "Get a socket option.", func(c *ctx, s *socket, a []value) value {
			var n [3]int
			for i := range n {
				var ok bool
				if n[i], ok = intArg(c, a[i+1], 0); !ok {
					return object.Nil
				}
			}
			if n[2] < 0 || n[2] > 1024 {
				return c.RaiseArgs(object.OSError, object.NewStr("getsockopt buflen out of range"))
			}
			r := c.Query(world.GetOption(s.fd, n[0], n[1], n[2]))
			switch {
			case !r.OK():
				return fail(c, &r)
			case n[2] > 0:
				return object.NewBytes(string(r.Data))
			}
			return object.Int(r.N)
		}),
		method("setsockopt(self, level, option, value, optlen=None, /)", "Set a socket option.", func(c *ctx, s *socket, a []value) value { return s.setOption(c, a) }),
		method("settimeout(self, timeout, /)", "Set a timeout on socket operations.", func(c *ctx, s *socket, a []value) value {
			ns, ok := timeoutArg(c, a[1])
			if !ok {
				return object.Nil
			}
			return setTimeout(c, a[0], s, ns)
		}),
		method("gettimeout(self, /)", "Returns the timeout in seconds (float) associated with socket operations.", func(c *ctx, s *socket, a []value) value { return seconds(s.timeout) }),
		method("setblocking(self, flag, /)", "Set the socket to blocking (flag is true) or non-blocking (false).", func(c *ctx, s *socket, a []value) value {
			on, ok := c.Truth(a[1])
			switch {
			case !ok:
				return object.Nil
			case on:
				return setTimeout(c, a[0], s, -1)
			}
			return setTimeout(c, a[0], s, 0)
		}),
		method("getblocking(self, /)", "Returns True if socket is in blocking mode, or False if it is in non-blocking mode.", func(c *ctx, s *socket, a []value) value { return object.Bool(s.timeout != 0) }),
	}
	return object.Spec{Name: "socket", Module: "_socket",
		Doc:     "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\nsocket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nOpen a socket of the given type.",
		Methods: append(methods, transferMethods()...),
		Gets: []object.Get{
			{Name: "family", Doc: "the socket family", Get: func(c *ctx, o value) value { return object.Int(int64(socketOf(o).family)) }},
			{Name: "type", Doc: "the socket type", Get: func(c *ctx, o value) value { return object.Int(int64(socketOf(o).kind)) }},
			{Name: "proto", Doc: "the socket protocol", Get: func(c *ctx, o value) value { return object.Int(int64(socketOf(o).proto)) }},
			{Name: "timeout", Doc: "the socket timeout", Get: func(c *ctx, o value) value { return seconds(socketOf(o).timeout) }},
		}}
}

func (s *socket) name(c *ctx, peer bool) value {
	r := c.Query(world.SocketName(s.fd, peer))
	if !r.OK() {
		return fail(c, &r)
	}
	return s.shown(world.ParseAddress(r.Text))
}

func (s *socket) setOption(c *ctx, a []value) value {
	level, ok := intArg(c, a[1], 0)
	if !ok {
		return object.Nil
	}
	option, ok := intArg(c, a[2], 0)
	if !ok {
		return object.Nil
	}
	if a[3].IsNone() {
		if a[4].IsNil() {
			return c.Raise(object.TypeError, "socket option should be integer, bytes-like object or None")
		}
		n, ok := intArg(c, a[4], 0)
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.SetOptionBytes(s.fd, level, option, make([]byte, max(0, min(n, 1<<16))))))
	}
	if !a[4].IsNil() {
		return c.Raise(object.TypeError, "only socket option None can be given a length")
	}
	if a[3].IsAnyInt() || !object.TypeOf(a[3]).Dunder(object.DIndex).IsNil() {
		n, ok := c.Long(a[3])
		if !ok {
			return object.Nil
		}
		if n > 1<<32-1 || n < -1<<31 {
			return c.Raise(object.OverflowError, "Python int too large to convert to C int")
		}
		return done(c, c.Query(world.SetOption(s.fd, level, option, int64(int32(n)), nil)))
	}
	text, ok, like := c.BytesLike(a[3])
	switch {
	case !like:
		return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[3]).Name)
	case !ok:
		return object.Nil
	}
	return done(c, c.Query(world.SetOptionBytes(s.fd, level, option, []byte(text))))
}
