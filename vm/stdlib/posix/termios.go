package posix

import (
	"encoding/binary"

	"slp/vm/object"
	"slp/vm/world"
)

// Termios is the module termios.
var Termios = object.ModuleDef{
	Name: "termios",
	Doc:  "This module provides an interface to the Posix calls for tty I/O control.",
	Funcs: []object.Def{
		{Sig: "tcgetattr(fd, /)", Doc: "Get the tty attributes for file descriptor fd.", Fn: getAttributes},
		{Sig: "tcsetattr(fd, when, attributes, /)", Doc: "Set the tty attributes for file descriptor fd.", Fn: setAttributes},
		terminalCall("tcsendbreak(fd, duration, /)", 0x5425), terminalCall("tcflush(fd, queue, /)", 0x540b), terminalCall("tcflow(fd, action, /)", 0x540a),
		{Sig: "tcdrain(fd, /)", Doc: "Wait until all output written to file descriptor fd has been transmitted.", Fn: func(c *ctx, a []value) value {
			fd, ok := descriptorArg(c, a[0])
			if !ok {
				return object.Nil
			}
			return terminalDone(c, c.Query(world.Device(fd, 0x5409, 1, nil)))
		}},
		{Sig: "tcgetwinsize(fd, /)", Doc: "Get the tty winsize for file descriptor fd.", Fn: func(c *ctx, a []value) value {
			fd, ok := descriptorArg(c, a[0])
			if !ok {
				return object.Nil
			}
			r := c.Query(world.Device(fd, getWindow, 0, make([]byte, 8)))
			if !r.OK() || len(r.Data) < 4 {
				return terminalDone(c, r)
			}
			return object.TupleOf(object.Int(int64(binary.NativeEndian.Uint16(r.Data))), object.Int(int64(binary.NativeEndian.Uint16(r.Data[2:]))))
		}},
		{Sig: "tcsetwinsize(fd, winsize, /)", Doc: "Set the tty winsize for file descriptor fd.", Fn: func(c *ctx, a []value) value {
			fd, ok := descriptorArg(c, a[0])
			if !ok {
				return object.Nil
			}
			size := object.Items(a[1])
			if a[1].AsTuple() == nil && a[1].AsList() == nil || len(size) != 2 {
				return c.Raise(object.TypeError, "tcsetwinsize, arg 2: must be a two-item sequence")
			}
			b := make([]byte, 8)
			for i, v := range size {
				n, ok := c.Long(v)
				switch {
				case !ok:
					return object.Nil
				case n < 0 || n > 0xffff:
					return c.Raise(object.OverflowError, "winsize value(s) out of range.")
				}
				binary.NativeEndian.PutUint16(b[2*i:], uint16(n))
			}
			return terminalDone(c, c.Query(world.Device(fd, setWindow, 0, b)))
		}},
	},
	Init: func(c *ctx, m *object.Module) bool {
		for _, k := range termiosConstants {
			m.Set(c, k.name, object.Int(k.value))
		}
		m.Set(c, "error", c.Host.Hosted("TermiosError"))
		return true
	},
}

// The requests to a terminal, and how its attributes lie in memory.
const (
	getTerminal = 0x5401
	setTerminal = 0x5402 // and the next two: when what was written is out, and what was not read is dropped
	getWindow   = 0x5413
	setWindow   = 0x5414

	terminalSize   = 36
	controlAt      = 17
	controls       = 19
	controlsShown  = 32
	speedMask      = 0o10017
	canonical      = 2
	atLeast, after = 6, 5 // VMIN and VTIME
)

func terminalDone(c *ctx, r world.Answer) value {
	if r.OK() {
		return object.None
	}
	return c.RaiseArgs(c.Host.Hosted("TermiosError").AsType(), object.Int(int64(r.Errno)), object.NewStr(r.Reason()))
}

func terminalCall(sig string, request uint64) object.Def {
	return object.Def{Sig: sig, Fn: func(c *ctx, a []value) value {
		fd, ok := descriptorArg(c, a[0])
		if !ok {
			return object.Nil
		}
		n, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return terminalDone(c, c.Query(world.Device(fd, request, int64(n), nil)))
	}}
}

func getAttributes(c *ctx, a []value) value {
	fd, ok := descriptorArg(c, a[0])
	if !ok {
		return object.Nil
	}
	r := c.Query(world.Device(fd, getTerminal, 0, make([]byte, terminalSize)))
	if !r.OK() || len(r.Data) < terminalSize {
		return terminalDone(c, r)
	}
	word := func(i int) int64 { return int64(binary.NativeEndian.Uint32(r.Data[4*i:])) }
	keys := make([]value, controlsShown)
	for i := range keys {
		keys[i] = object.NewBytes("\x00")
		if i < controls {
			b := r.Data[controlAt+i]
			keys[i] = object.NewBytes(string([]byte{b}))
			if word(3)&canonical == 0 && (i == atLeast || i == after) {
				keys[i] = object.Int(int64(b))
			}
		}
	}
	speed := object.Int(word(2) & speedMask)
	return c.NewList([]value{object.Int(word(0)), object.Int(word(1)), object.Int(word(2)), object.Int(word(3)), speed, speed, c.NewList(keys)})
}

func setAttributes(c *ctx, a []value) value {
	fd, ok := descriptorArg(c, a[0])
	if !ok {
		return object.Nil
	}
	when, ok := intArg(c, a[1], 0)
	if !ok {
		return object.Nil
	}
	l := a[2].AsList()
	if l == nil || len(l.Items) != 7 {
		return c.Raise(object.TypeError, "tcsetattr, arg 3: must be 7 element list")
	}
	keys := l.Items[6].AsList()
	if keys == nil || len(keys.Items) != controlsShown {
		return c.Raise(object.TypeError, "tcsetattr: attributes[6] must be %d element list", controlsShown)
	}
	b := make([]byte, terminalSize)
	for i := range 4 {
		n, ok := c.Long(l.Items[i])
		if !ok {
			return object.Nil
		}
		if i == 2 {
			speed, ok := c.Long(l.Items[5])
			if !ok {
				return object.Nil
			}
			n = n&^speedMask | speed&speedMask
		}
		binary.NativeEndian.PutUint32(b[4*i:], uint32(n))
	}
	for i, v := range keys.Items[:controls] {
		switch {
		case v.AsBytes() != nil && len(v.AsBytes().S) == 1:
			b[controlAt+i] = v.AsBytes().S[0]
		case v.IsAnyInt():
			n, _ := v.AsInt()
			b[controlAt+i] = byte(n)
		default:
			return c.Raise(object.TypeError, "tcsetattr: elements of attributes must be characters or integers")
		}
	}
	if when < 0 || when > 2 {
		return terminalDone(c, world.Fail(world.EINVAL))
	}
	return terminalDone(c, c.Query(world.Device(fd, setTerminal+uint64(when), 0, b)))
}
