package socketmod

import (
	"slices"

	"slp/vm/object"
	"slp/vm/world"
)

// registry knows the sockets that were made: those that the program drops without closing them are closed when the machine
// is idle, so that whoever waits for their end hears of it. CPython closes them at once, as it counts references.
type registry struct {
	hdr  *object.Hdr
	open []value
	made bool // some were since the last sweep
}

// Walk implements object.Impl. The registry is no part of what the program can get at.
func (r *registry) Walk(w *object.Walker) {
	w.Values(&r.open)
	w.Bool(&r.made)
}

// note enters a socket.
func (r *registry) note(c *ctx, v value) {
	c.Touch(r.hdr)
	r.open, r.made = append(r.open[:len(r.open):len(r.open)], v), true
	const many = 64
	if len(r.open) > many && len(r.open)&(len(r.open)-1) == 0 {
		r.open = slices.DeleteFunc(slices.Clone(r.open), func(v value) bool { return socketOf(v).fd < 0 })
	}
}

// Pending tells that a Sweep might find something.
func (r *registry) Pending() bool { return r.made && len(r.open) > 0 }

// Sweep closes the sockets that cannot be reached, but for those that somebody waits for. It tells whether there were any.
func (r *registry) Sweep(c *ctx, waits func(fd int) bool) (found bool) {
	c.Touch(r.hdr)
	r.made = false
	h, ok := c.Host.(interface{ Reachable(see func(value)) })
	if !ok {
		return false
	}
	live := map[*object.Hdr]bool{}
	h.Reachable(func(v value) { live[v.Hdr()] = true })
	var open []value
	for _, v := range r.open {
		s := socketOf(v)
		switch {
		case s.fd < 0:
		case live[v.Hdr()] || waits(s.fd):
			open = append(open, v)
		default:
			c.Touch(v.Hdr())
			fd := s.fd
			s.fd = -1
			c.Query(world.Close(fd))
			found = true
		}
	}
	r.open = open
	return found
}

func registryOf(c *ctx) *registry {
	return object.ModuleState(c, "_socket.registry", func(c *ctx) *registry {
		r := &registry{}
		v := c.NewObj(object.ObjectType, r)
		r.hdr = v.Hdr()
		return r
	})
}
