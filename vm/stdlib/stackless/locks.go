package stackless

import (
	"math"
	"strconv"

	"slp/vm/object"
	"slp/vm/world"
)

// waits is what threads wait for: the line of those that do, first come first served.
type waits interface {
	object.Impl
	// leave takes a thread out of the line, when its time is over; the result of its waiting.
	leave(c *object.Ctx, self, th value) value
	// again goes on waiting after leave: the result if there is nothing to wait for any more, else Nil.
	again(c *object.Ctx, self, th value) value
}

func waitsOf(v value) waits {
	if v.IsNil() || v.Kind() != object.KObj {
		return nil
	}
	w, _ := v.AsObj().Impl.(waits)
	return w
}

// line is a line of waiting threads.
type line struct{ threads []value }

func (l *line) remove(th value) {
	for i, v := range l.threads {
		if v == th {
			l.threads = append(l.threads[:i:i], l.threads[i+1:]...)
			return
		}
	}
}

// lock is a lock, or an RLock: then owner and count are in use.
type lock struct {
	line
	locked    bool
	reentrant bool
	owner     int64
	count     int64
}

// Walk implements object.Impl.
func (l *lock) Walk(w *object.Walker) {
	w.Values(&l.threads)
	w.Bool(&l.locked)
	w.Bool(&l.reentrant)
	object.Word(w, &l.owner)
	object.Word(w, &l.count)
}

func (l *lock) leave(c *object.Ctx, self, th value) value {
	c.Touch(self.Hdr())
	l.remove(th)
	return object.False
}

func (l *lock) again(c *object.Ctx, self, th value) value {
	if w := threadOf(th); l.take(c, self, w.id, w.count) {
		return object.True
	}
	c.Touch(self.Hdr())
	l.threads = append(l.threads[:len(l.threads):len(l.threads)], th)
	return object.Nil
}

func lockOf(v value) *lock {
	l, _ := object.As[*lock](v)
	return l
}

// take makes the lock the current thread's if it is free.
func (l *lock) take(c *object.Ctx, self value, id, count int64) bool {
	switch {
	case l.reentrant && l.locked && l.owner == id:
		c.Touch(self.Hdr())
		l.count += count
	case l.locked:
		return false
	default:
		c.Touch(self.Hdr())
		l.locked, l.owner, l.count = true, id, count
	}
	return true
}

// free gives the lock to the first thread in the line, or to nobody.
func (l *lock) free(c *object.Ctx, self value, t *threads) {
	c.Touch(self.Hdr())
	if len(l.threads) == 0 {
		l.locked, l.owner, l.count = false, 0, 0
		return
	}
	th := threadOf(l.threads[0])
	l.threads = l.threads[1:len(l.threads):len(l.threads)]
	l.owner, l.count = th.id, th.count
	t.give(c, th, object.True)
}

// timeout reads the arguments blocking and timeout: until when to wait, -1 for ever, 0 not at all.
func timeout(c *object.Ctx, blocking, limit value) (until int64, ok bool) {
	block := true
	if !blocking.IsNil() {
		if block, ok = c.Truth(blocking); !ok {
			return 0, false
		}
	}
	if limit.IsNil() {
		if !block {
			return 0, true
		}
		return -1, true
	}
	ns, ok := nanoseconds(c, limit)
	switch {
	case !ok:
		return 0, false
	case !block && ns != -1e9:
		c.Raise(object.ValueError, "can't specify a timeout for a non-blocking call")
		return 0, false
	case ns < 0 && ns != -1e9:
		c.Raise(object.ValueError, "timeout value must be a non-negative number")
		return 0, false
	case !block || ns == 0:
		return 0, true
	case ns < 0:
		return -1, true
	}
	now := c.Query(world.Clock(world.ClockMonotonic)).N
	return now + min(ns, math.MaxInt64-now), true
}

// nanoseconds reads a number of seconds, rounded up.
func nanoseconds(c *object.Ctx, v value) (int64, bool) {
	f, ok := v.AsFloat()
	if !ok {
		if !v.IsAnyInt() {
			c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer or float", object.TypeOf(v).Said())
			return 0, false
		}
		n, small := v.AsInt()
		if !small {
			c.Raise(object.OverflowError, "timestamp too large to convert to C PyTime_t")
			return 0, false
		}
		f = float64(n)
	}
	switch {
	case math.IsNaN(f):
		c.Raise(object.ValueError, "Invalid value NaN (not a number)")
		return 0, false
	case math.Abs(f) > timeoutMax:
		c.Raise(object.OverflowError, "timeout value is too large")
		return 0, false
	}
	return int64(math.Ceil(f * 1e9)), true
}

// timeoutMax is TIMEOUT_MAX.
const timeoutMax = 9223372036

func acquire(c *object.Ctx, a []value) value {
	until, ok := timeout(c, a[1], a[2])
	if !ok {
		return object.Nil
	}
	return acquireUntil(c, a[0], until, 1)
}

func acquireUntil(c *object.Ctx, self value, until, count int64) value {
	l, t := lockOf(self), Of(c).threads
	switch {
	case l.take(c, self, t.Ident(), count):
		return object.True
	case until == 0:
		return object.False
	}
	c.Touch(self.Hdr())
	c.Touch(t.current.Hdr())
	l.threads = append(l.threads[:len(l.threads):len(l.threads)], t.current)
	t.now().count = count
	return t.ask(c, self, until)
}

func release(c *object.Ctx, a []value) value {
	l, t := lockOf(a[0]), Of(c).threads
	switch {
	case l.reentrant && (!l.locked || l.owner != t.Ident()):
		return c.Raise(object.RuntimeError, "cannot release un-acquired lock")
	case !l.locked:
		return c.Raise(object.RuntimeError, "release unlocked lock")
	case l.reentrant && l.count > 1:
		c.Touch(a[0].Hdr())
		l.count--
		return object.None
	}
	l.free(c, a[0], t)
	return object.None
}

func lockSpec(name string, reentrant bool) object.Spec {
	enter := func(c *object.Ctx, a []value) value { return acquireUntil(c, a[0], -1, 1) }
	exit := func(c *object.Ctx, a []value) value { return release(c, a[:1]) }
	locked := func(c *object.Ctx, a []value) value { return object.Bool(lockOf(a[0]).locked) }
	methods := []object.Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
			return c.NewObj(a[0].AsType(), &lock{reentrant: reentrant})
		}},
		{Sig: "acquire(self, blocking=True, timeout=-1)", Fn: acquire, Doc: "Lock the lock; block until it is free."},
		{Sig: "release(self, /)", Fn: release, Doc: "Release the lock."},
		{Sig: "__enter__(self, /)", Fn: enter}, {Sig: "__exit__(self, /, *args)", Fn: exit},
		{Sig: "locked(self, /)", Fn: locked, Doc: "Return whether the lock is in the locked state."},
		{Sig: "_at_fork_reinit(self, /)", Fn: func(c *object.Ctx, a []value) value {
			c.Touch(a[0].Hdr())
			*lockOf(a[0]) = lock{reentrant: reentrant}
			return object.None
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
			l := lockOf(a[0])
			text := "<unlocked "
			if l.locked {
				text = "<locked "
			}
			text += "_thread." + name
			if reentrant {
				text += " object owner=" + strconv.FormatInt(l.owner, 10) + " count=" + strconv.FormatInt(l.count, 10)
			} else {
				text += " object"
			}
			return object.NewStr(text + " at " + c.Address(a[0]) + ">")
		}},
	}
	if reentrant {
		methods = append(methods,
			object.Def{Sig: "_is_owned(self, /)", Fn: func(c *object.Ctx, a []value) value {
				l := lockOf(a[0])
				return object.Bool(l.locked && l.owner == Of(c).threads.Ident())
			}},
			object.Def{Sig: "_recursion_count(self, /)", Fn: func(c *object.Ctx, a []value) value {
				if l := lockOf(a[0]); l.locked && l.owner == Of(c).threads.Ident() {
					return object.Int(l.count)
				}
				return object.Int(0)
			}},
			object.Def{Sig: "_release_save(self, /)", Fn: func(c *object.Ctx, a []value) value {
				l := lockOf(a[0])
				if !l.locked {
					return c.Raise(object.RuntimeError, "cannot release un-acquired lock")
				}
				state := object.TupleOf(object.Int(l.count), object.Int(l.owner))
				l.free(c, a[0], Of(c).threads)
				return state
			}},
			object.Def{Sig: "_acquire_restore(self, state, /)", Fn: func(c *object.Ctx, a []value) value {
				items := object.Items(a[1])
				if len(items) != 2 {
					return c.Raise(object.TypeError, "_acquire_restore() argument 1 must be a pair")
				}
				n, _ := items[0].AsInt()
				return acquireUntil(c, a[0], -1, n)
			}})
	} else {
		methods = append(methods, object.Def{Sig: "acquire_lock(self, blocking=True, timeout=-1)", Fn: acquire},
			object.Def{Sig: "release_lock(self, /)", Fn: release}, object.Def{Sig: "locked_lock(self, /)", Fn: locked})
	}
	return object.Spec{Name: name, Module: "_thread", Flags: object.HasWeakref, Methods: methods}
}

// handle is a _ThreadHandle: what one joins.
type handle struct {
	line
	id      int64
	started bool
	done    bool
}

// Walk implements object.Impl.
func (h *handle) Walk(w *object.Walker) {
	w.Values(&h.threads)
	object.Word(w, &h.id)
	w.Bool(&h.started)
	w.Bool(&h.done)
}

func (h *handle) leave(c *object.Ctx, self, th value) value {
	c.Touch(self.Hdr())
	h.remove(th)
	return object.None
}

func (h *handle) again(c *object.Ctx, self, th value) value {
	if h.done {
		return object.None
	}
	c.Touch(self.Hdr())
	h.threads = append(h.threads[:len(h.threads):len(h.threads)], th)
	return object.Nil
}

// finish wakes everybody who waits for the thread's end.
func (h *handle) finish(c *object.Ctx, self value, t *threads) {
	c.Touch(self.Hdr())
	h.done = true
	for _, v := range h.threads {
		t.give(c, threadOf(v), object.None)
	}
	h.threads = nil
}

func handleOf(v value) *handle {
	if v.IsNil() || v.Kind() != object.KObj {
		return nil
	}
	h, _ := object.As[*handle](v)
	return h
}

func handleSpec() object.Spec {
	return object.Spec{Name: "_ThreadHandle", Module: "_thread",
		Methods: []object.Def{
			{Sig: "__new__(cls, /)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value { return c.NewObj(a[0].AsType(), &handle{}) }},
			{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				return object.NewStr("<_ThreadHandle object: ident=" + strconv.FormatInt(handleOf(a[0]).id, 10) + ">")
			}},
			{Sig: "is_done(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(handleOf(a[0]).done) }},
			{Sig: "_set_done(self, /)", Fn: func(c *object.Ctx, a []value) value {
				h := handleOf(a[0])
				if !h.started {
					return c.Raise(object.RuntimeError, "thread not started")
				}
				h.finish(c, a[0], Of(c).threads)
				return object.None
			}},
			{Sig: "join(self, timeout=None, /)", Fn: func(c *object.Ctx, a []value) value {
				h, t := handleOf(a[0]), Of(c).threads
				until := int64(-1)
				if !a[1].IsNil() && !a[1].IsNone() {
					ns, ok := nanoseconds(c, a[1])
					switch {
					case !ok:
						return object.Nil
					case ns >= 0:
						until = c.Query(world.Clock(world.ClockMonotonic)).N + ns
					}
				}
				switch {
				case !h.started:
					return c.Raise(object.RuntimeError, "thread not started")
				case h.done:
					return object.None
				case h.id == t.Ident():
					return c.Raise(object.RuntimeError, "Cannot join current thread")
				}
				c.Touch(a[0].Hdr())
				h.threads = append(h.threads[:len(h.threads):len(h.threads)], t.current)
				return t.ask(c, a[0], until)
			}},
		},
		Gets: []object.Get{{Name: "ident", Get: func(c *object.Ctx, o value) value {
			if h := handleOf(o); h.started {
				return object.Int(h.id)
			}
			return object.None
		}}}}
}
