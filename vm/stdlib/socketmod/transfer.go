package socketmod

import (
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// bytesArg reads what is sent.
func bytesArg(c *ctx, v value) ([]byte, bool) {
	text, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Name)
		return nil, false
	}
	return []byte(text), ok
}

// MSG_WAITALL and MSG_DONTWAIT.
const (
	waitAll  = 256
	dontWait = 64
)

func (s *socket) receive(c *ctx, n, flags int, made func(c *ctx, data []byte) value) value {
	if flags&waitAll == 0 || s.timeout == 0 {
		return s.ask(c, false, func() world.Question { return world.Receive(s.fd, n, flags, false, 0) }, func(c *ctx, r *world.Answer) value { return made(c, r.Data) }, flags)
	}
	return s.receiveAll(c, n, flags, "", made)
}

// receiveAll receives until all is there.
func (s *socket) receiveAll(c *ctx, n, flags int, have string, made func(c *ctx, data []byte) value) value {
	return s.ask(c, false, func() world.Question { return world.Receive(s.fd, n-len(have), flags&^waitAll, false, 0) }, func(c *ctx, r *world.Answer) value {
		all := have + string(r.Data)
		if len(r.Data) == 0 || len(all) >= n {
			return made(c, []byte(all))
		}
		return s.receiveAll(c, n, flags, all, made)
	}, flags)
}

// into are the arguments buffer and nbytes of recv_into and recvfrom_into.
func into(c *ctx, where string, buffer, nbytes value) (n int, ok bool) {
	mem, ok := c.Writable(buffer, where)
	if !ok {
		return 0, false
	}
	n, ok = intArg(c, nbytes, 0)
	switch {
	case !ok:
		return 0, false
	case n < 0:
		c.Raise(object.ValueError, "negative buffersize in %s", strings.TrimSuffix(where, "()"))
		return 0, false
	case n == 0:
		return len(mem), true
	case n > len(mem):
		c.Raise(object.ValueError, "buffer too small for requested bytes")
		return 0, false
	}
	return n, true
}

func put(c *ctx, where string, buffer value, data []byte) value {
	mem, ok := c.Writable(buffer, where)
	if !ok {
		return object.Nil
	}
	return object.Int(int64(copy(mem, data)))
}

func transferMethods() []object.Def {
	method := func(sig, info string, do func(c *ctx, s *socket, a []value) value) object.Def {
		return object.Def{Sig: sig, Doc: info, Fn: func(c *ctx, a []value) value { return do(c, socketOf(a[0]), a) }}
	}
	return []object.Def{
		method("recv(self, bufsize, flags=0, /)", "Receive up to buffersize bytes from the socket.", func(c *ctx, s *socket, a []value) value {
			n, flags, ok := sizeAndFlags(c, "recv", a[1], a[2])
			if !ok {
				return object.Nil
			}
			return s.receive(c, n, flags, func(c *ctx, data []byte) value { return object.NewBytes(string(data)) })
		}),
		method("recv_into(self, buffer, nbytes=0, flags=0)", "A version of recv() that stores its data into a buffer.", func(c *ctx, s *socket, a []value) value {
			n, ok := into(c, "recv_into()", a[1], a[2])
			if !ok {
				return object.Nil
			}
			flags, ok := intArg(c, a[3], 0)
			if !ok {
				return object.Nil
			}
			if n == 0 {
				return object.Int(0)
			}
			buffer := a[1]
			return s.receive(c, n, flags, func(c *ctx, data []byte) value { return put(c, "recv_into()", buffer, data) })
		}),
		method("recvfrom(self, bufsize, flags=0, /)", "Like recv(buffersize, flags) but also return the sender's address info.", func(c *ctx, s *socket, a []value) value {
			n, flags, ok := sizeAndFlags(c, "recvfrom", a[1], a[2])
			if !ok {
				return object.Nil
			}
			return s.ask(c, false, func() world.Question { return world.Receive(s.fd, n, flags, true, 0) }, func(c *ctx, r *world.Answer) value {
				return object.TupleOf(object.NewBytes(string(r.Data)), s.shown(world.ParseAddress(r.Text)))
			}, flags)
		}),
		method("recvfrom_into(self, buffer, nbytes=0, flags=0)", "Like recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.", func(c *ctx, s *socket, a []value) value {
			n, ok := into(c, "recvfrom_into()", a[1], a[2])
			if !ok {
				return object.Nil
			}
			flags, ok := intArg(c, a[3], 0)
			if !ok {
				return object.Nil
			}
			buffer := a[1]
			return s.ask(c, false, func() world.Question { return world.Receive(s.fd, n, flags, true, 0) }, func(c *ctx, r *world.Answer) value {
				got := put(c, "recvfrom_into()", buffer, r.Data)
				if got.IsNil() {
					return got
				}
				return object.TupleOf(got, s.shown(world.ParseAddress(r.Text)))
			}, flags)
		}),
		method("recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", "Receive normal data and ancillary data from the socket.", func(c *ctx, s *socket, a []value) value {
			n, flags, ok := sizeAndFlags(c, "recvmsg", a[1], a[3])
			if !ok {
				return object.Nil
			}
			return s.message(c, n, flags, a[2], "recvmsg", func(c *ctx, data []byte) value { return object.NewBytes(string(data)) })
		}),
		method("recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)", "Receive normal data and ancillary data into buffers.", func(c *ctx, s *socket, a []value) value {
			buffers, ok := c.Collect(a[1])
			if !ok {
				if c.Catch(object.TypeError) {
					c.Raise(object.TypeError, "recvmsg_into() argument 1 must be an iterable")
				}
				return object.Nil
			}
			flags, ok := intArg(c, a[3], 0)
			if !ok {
				return object.Nil
			}
			total := 0
			for _, b := range buffers {
				mem, ok := c.Writable(b, "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
				if !ok {
					return object.Nil
				}
				total += len(mem)
			}
			return s.message(c, total, flags, a[2], "recvmsg_into", func(c *ctx, data []byte) value {
				n := len(data)
				for _, b := range buffers {
					mem, ok := c.Writable(b, "recvmsg_into()")
					if !ok {
						return object.Nil
					}
					data = data[copy(mem, data):]
				}
				return object.Int(int64(n))
			})
		}),
		method("send(self, data, flags=0, /)", "Send a data string to the socket.", func(c *ctx, s *socket, a []value) value {
			data, ok := bytesArg(c, a[1])
			if !ok {
				return object.Nil
			}
			flags, ok := intArg(c, a[2], 0)
			if !ok {
				return object.Nil
			}
			return s.send(c, data, flags, world.Address{}, nil)
		}),
		method("sendall(self, data, flags=0, /)", "Send a data string to the socket, and all of it.", func(c *ctx, s *socket, a []value) value {
			data, ok := bytesArg(c, a[1])
			if !ok {
				return object.Nil
			}
			flags, ok := intArg(c, a[2], 0)
			if !ok {
				return object.Nil
			}
			return s.sendAll(c, data, flags, 0, -1)
		}),
		method("sendto(self, /, *args)", "Like send(data, flags) but allows specifying the destination address.", func(c *ctx, s *socket, a []value) value {
			given := a[1].AsTuple().Items
			if len(given) < 2 || len(given) > 3 {
				return c.Raise(object.TypeError, "sendto() takes 2 or 3 arguments (%d given)", len(given))
			}
			a = append(append([]value{a[0]}, given...), object.Nil)
			data, ok := bytesArg(c, a[1])
			if !ok {
				return object.Nil
			}
			flags, target := 0, a[2]
			if !a[3].IsNil() {
				if flags, ok = intArg(c, a[2], 0); !ok {
					return object.Nil
				}
				target = a[3]
			}
			to, ok := s.address(c, target, "sendto")
			if !ok {
				return object.Nil
			}
			return s.send(c, data, flags, to, nil)
		}),
		method("sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)", "Send normal and ancillary data to the socket.", func(c *ctx, s *socket, a []value) value { return s.sendMessage(c, a) }),
	}
}

func sizeAndFlags(c *ctx, where string, size, flags value) (n, f int, ok bool) {
	if n, ok = intArg(c, size, 0); !ok {
		return 0, 0, false
	}
	if n < 0 {
		c.Raise(object.ValueError, "negative buffersize in %s", where)
		return 0, 0, false
	}
	f, ok = intArg(c, flags, 0)
	return n, f, ok
}

func (s *socket) send(c *ctx, data []byte, flags int, to world.Address, control []string) value {
	return s.ask(c, true, func() world.Question { return world.Send(s.fd, data, flags, to, control) }, func(c *ctx, r *world.Answer) value { return object.Int(r.N) }, flags)
}

// sendAll sends what is left from done on; the timeout is for all of it.
func (s *socket) sendAll(c *ctx, data []byte, flags, sent int, until int64) value {
	for {
		r := c.Query(world.Send(s.fd, data[sent:], flags, world.Address{}, nil))
		switch {
		case r.OK():
			if sent += int(r.N); sent >= len(data) {
				return object.None
			}
			continue
		case r.Errno != world.EAGAIN || s.timeout == 0 || flags&dontWait != 0:
			return fail(c, &r)
		}
		if s.timeout > 0 && until < 0 {
			until = c.Query(world.Clock(world.ClockMonotonic)).N + s.timeout
		}
		return waiterOf(c).Await(c, []world.Interest{{Fd: s.fd, Write: true}}, until, func(c *ctx, ready []byte) value {
			if ready == nil {
				return c.Raise(object.TimeoutError, "timed out")
			}
			return s.sendAll(c, data, flags, sent, until)
		})
	}
}

// message receives a message with its control messages.
func (s *socket) message(c *ctx, n, flags int, ancillary value, where string, made func(c *ctx, data []byte) value) value {
	size, ok := intArg(c, ancillary, 0)
	switch {
	case !ok:
		return object.Nil
	case size < 0:
		return c.Raise(object.ValueError, "invalid ancillary data buffer length")
	}
	return s.ask(c, false, func() world.Question { return world.Receive(s.fd, n, flags, true, size) }, func(c *ctx, r *world.Answer) value {
		var list []value
		for _, text := range r.List {
			level, kind, data := world.ParseControlMessage(text)
			list = append(list, object.TupleOf(object.Int(int64(level)), object.Int(int64(kind)), object.NewBytes(data)))
		}
		got := made(c, r.Data)
		if got.IsNil() {
			return got
		}
		return object.TupleOf(got, c.NewList(list), object.Int(r.N), s.shown(world.ParseAddress(r.Text)))
	}, flags)
}

func (s *socket) sendMessage(c *ctx, a []value) value {
	parts, ok := c.Collect(a[1])
	if !ok {
		if c.Catch(object.TypeError) {
			c.Raise(object.TypeError, "sendmsg() argument 1 must be an iterable")
		}
		return object.Nil
	}
	var data []byte
	for _, p := range parts {
		b, ok := bytesArg(c, p)
		if !ok {
			return object.Nil
		}
		data = append(data, b...)
	}
	var control []string
	if !a[2].IsNil() {
		items, ok := c.Collect(a[2])
		if !ok {
			if c.Catch(object.TypeError) {
				c.Raise(object.TypeError, "sendmsg() argument 2 must be an iterable")
			}
			return object.Nil
		}
		for _, item := range items {
			t := object.Items(item)
			if item.AsTuple() == nil && item.AsList() == nil || len(t) != 3 {
				return c.Raise(object.TypeError, "[sendmsg() ancillary data items] must be 3-item sequences")
			}
			level, ok := intArg(c, t[0], 0)
			if !ok {
				return object.Nil
			}
			kind, ok := intArg(c, t[1], 0)
			if !ok {
				return object.Nil
			}
			b, ok := bytesArg(c, t[2])
			if !ok {
				return object.Nil
			}
			control = append(control, world.ControlMessage(level, kind, string(b)))
		}
	}
	flags, ok := intArg(c, a[3], 0)
	if !ok {
		return object.Nil
	}
	var to world.Address
	if !none(a[4]) {
		if to, ok = s.address(c, a[4], "sendmsg"); !ok {
			return object.Nil
		}
	}
	return s.send(c, data, flags, to, control)
}
