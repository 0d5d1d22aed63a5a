package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/world"
)

// Signals are looked for every so many ticks, whenever a wait is broken off, and after the program sent itself one. Their
// handlers run in the main thread, between two instructions.

// How many ticks lie between two looks: of a program that has no handlers, and of one that has.
const (
	signalPeriod    = 1 << 16
	attentivePeriod = 1 << 12
)

// signals is what is known of the signals of the process.
type signals struct {
	look     int64  // tick at which to look
	pending  uint64 // their handlers have to run: the bit of each number, 64 being bit 0
	blocked  uint64 // those that pthread_sigmask holds back
	held     uint64 // of these, those that arrived
	wakeup   int64  // descriptor that is told of them, or -1
	warn     bool   // of a wakeup descriptor that takes no more
	handlers bool   // the program has handlers
	handled  int64  // how often handlers ran
}

func (s *signals) walk(w *object.Walker) {
	object.Word(w, &s.look)
	object.Word(w, &s.pending)
	object.Word(w, &s.blocked)
	object.Word(w, &s.held)
	object.Word(w, &s.wakeup)
	w.Bool(&s.warn)
	w.Bool(&s.handlers)
	object.Word(w, &s.handled)
}

// attentive tells that a signal, or the end of a child, may end the waiting of threads that nothing else can wake.
func (t *threads) attentive() bool {
	if t.signals.handlers {
		return true
	}
	for _, v := range t.all {
		if th := threadOf(v); th.state == threadWaits && th.alert {
			return true
		}
	}
	return false
}

// arrive asks which signals arrived.
func (t *threads) arrive(vm *interp.VM) {
	bits := uint64(vm.Query(world.Signals()).N)
	if bits == 0 {
		return
	}
	vm.Touch(t.hdr)
	t.signals.held |= bits & t.signals.blocked
	bits &^= t.signals.blocked
	t.signals.pending |= bits
	if fd := t.signals.wakeup; fd >= 0 {
		for n := 1; n <= 64; n++ {
			if bits>>(n&63)&1 == 0 {
				continue
			}
			r := vm.Query(world.WriteNow(int(fd), []byte{byte(n)}))
			if !r.OK() && (r.Errno != world.EAGAIN || t.signals.warn) {
				t.signals.pending |= 1 << 32 // no signal of its own: the wakeup descriptor failed
			}
		}
	}
}

// lookForSignals is called when the tick for that has come.
func (t *threads) lookForSignals(vm *interp.VM, f *interp.Frame) *interp.Frame {
	vm.Touch(t.hdr)
	t.signals.look = vm.Ticks() + signalPeriod
	if t.signals.handlers {
		t.signals.look = vm.Ticks() + attentivePeriod
	}
	t.arrive(vm)
	if t.signals.pending == 0 {
		return f
	}
	main := t.all[0]
	if t.current == main {
		return t.handled(vm, f)
	}
	if threadOf(main).state != threadWaits {
		return f // it will see them
	}
	th := t.now()
	vm.Touch(t.current.Hdr())
	th.state, th.frame = threadReady, f.V()
	return t.interrupt(vm)
}

// disturbed is called when a Wait was broken off. main: the main thread has something to do.
func (t *threads) disturbed(vm *interp.VM) (f *interp.Frame, main bool) {
	t.arrive(vm)
	for _, v := range t.all {
		if th := threadOf(v); th.state == threadWaits && th.alert {
			t.give(&vm.Ctx, th, object.None)
		}
	}
	if t.signals.pending == 0 || threadOf(t.all[0]).state != threadWaits {
		return nil, false
	}
	return t.interrupt(vm), true
}

// interrupt makes the main thread, which waits, run the handlers; then it waits on.
func (t *threads) interrupt(vm *interp.VM) *interp.Frame {
	vm.Tick()
	v := t.all[0]
	if w := waitsOf(threadOf(v).on); w != nil {
		w.leave(&vm.Ctx, threadOf(v).on, v)
	}
	was := t.become(vm, v)
	return vm.Held(t.handle(vm, interp.AsFrame(was.frame), func(vm *interp.VM, f *interp.Frame) *interp.Frame {
		if w := waitsOf(was.on); w != nil {
			if r := w.again(&vm.Ctx, was.on, v); !r.IsNil() {
				return vm.Deliver(f, r)
			}
		}
		vm.Touch(v.Hdr())
		th := t.now()
		th.files, th.alert = was.files, was.alert
		return t.wait(vm, f, was.on, was.until)
	}))
}

// handled makes the main thread, which goes on at f, run the handlers first.
func (t *threads) handled(vm *interp.VM, f *interp.Frame) *interp.Frame {
	if f == nil || t.signals.pending == 0 || t.current != t.all[0] {
		return f
	}
	return t.handle(vm, f, func(_ *interp.VM, f *interp.Frame) *interp.Frame { return f })
}

func (t *threads) handle(vm *interp.VM, f *interp.Frame, then func(vm *interp.VM, f *interp.Frame) *interp.Frame) *interp.Frame {
	vm.Touch(t.hdr)
	bits := t.signals.pending
	t.signals.pending = 0
	t.signals.handled++
	return vm.CallThen(f, vm.Hosted("signals_arrived"), []value{object.Int(int64(bits))}, func(vm *interp.VM, f *interp.Frame, _, exc value) *interp.Frame {
		if !exc.IsNil() {
			return vm.Throw(f, exc)
		}
		return then(vm, f)
	})
}

// Disturb makes handlers run of signals that the program sent itself, as the end of a native function with that result.
func (t *threads) Disturb(c *object.Ctx, result value) value {
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame {
		t.arrive(vm)
		g := vm.Deliver(f, result)
		if g == nil || t.signals.pending == 0 {
			return g
		}
		if t.current == t.all[0] {
			return t.handled(vm, g)
		}
		if threadOf(t.all[0]).state != threadWaits {
			return g
		}
		vm.Touch(t.current.Hdr())
		th := t.now()
		th.state, th.frame = threadReady, g.V()
		return t.interrupt(vm)
	}))
}

// signalNatives are the functions that only hosted code sees.
func signalNatives(c *object.Ctx) map[string]value {
	f := func(sig string, do func(c *object.Ctx, t *threads, a []value) value) value {
		return c.Func("", &object.Def{Sig: sig, Fn: func(c *object.Ctx, a []value) value { return do(c, Of(c).threads, a) }})
	}
	word := func(v value) uint64 { n, _ := v.AsInt(); return uint64(n) }
	return map[string]value{
		"_signal_set": f("_signal_set(number, action, /)", func(c *object.Ctx, t *threads, a []value) value {
			r := c.Query(world.SetSignal(int(int64(word(a[0]))), int(int64(word(a[1])))))
			if !r.OK() {
				return c.RaiseOS(int64(r.Errno), r.Reason())
			}
			return object.Int(r.N)
		}),
		// _signal_watch says whether the program has handlers.
		"_signal_watch": f("_signal_watch(on, /)", func(c *object.Ctx, t *threads, a []value) value {
			c.Touch(t.hdr)
			t.signals.handlers = a[0].IsTrue()
			if vm := interp.FromCtx(c); t.signals.handlers && t.signals.look > vm.Ticks()+attentivePeriod {
				t.signals.look = vm.Ticks() + attentivePeriod
				vm.Reslice()
			}
			return object.None
		}),
		"_signal_mask": f("_signal_mask(mask, /)", func(c *object.Ctx, t *threads, a []value) value {
			c.Touch(t.hdr)
			old := t.signals.blocked
			t.signals.blocked = word(a[0])
			free := t.signals.held &^ t.signals.blocked
			t.signals.held &^= free
			t.signals.pending |= free
			return t.Disturb(c, object.Int(int64(old)))
		}),
		"_signal_blocked": f("_signal_blocked()", func(c *object.Ctx, t *threads, a []value) value { return object.Int(int64(t.signals.blocked)) }),
		"_signal_count":   f("_signal_count()", func(c *object.Ctx, t *threads, a []value) value { return object.Int(t.signals.handled) }),
		"_signal_held":    f("_signal_held()", func(c *object.Ctx, t *threads, a []value) value { return object.Int(int64(t.signals.held)) }),
		// _signal_take takes the first of the signals that are held.
		"_signal_take": f("_signal_take(mask, /)", func(c *object.Ctx, t *threads, a []value) value {
			for n := 1; n <= 64; n++ {
				if bit := uint64(1) << (n & 63); t.signals.held&word(a[0])&bit != 0 {
					c.Touch(t.hdr)
					t.signals.held &^= bit
					return object.Int(int64(n))
				}
			}
			return object.Int(0)
		}),
		"_signal_wakeup": f("_signal_wakeup(fd, warn, /)", func(c *object.Ctx, t *threads, a []value) value {
			c.Touch(t.hdr)
			old := t.signals.wakeup
			t.signals.wakeup = int64(word(a[0]))
			t.signals.warn = a[1].IsTrue()
			return object.Int(old)
		}),
		// _signal_await waits until a signal arrives, or until a time.
		"_signal_await": f("_signal_await(until, /)", func(c *object.Ctx, t *threads, a []value) value {
			return t.AwaitChild(c, int64(word(a[0])), func(c *object.Ctx, ready []byte) value { return object.None })
		}),
		"_signal_kill": f("_signal_kill(pid, number, /)", func(c *object.Ctx, t *threads, a []value) value {
			r := c.Query(world.Kill(int(int64(word(a[0]))), int(int64(word(a[1])))))
			switch {
			case !r.OK():
				return c.RaiseOS(int64(r.Errno), r.Reason())
			case r.N == 1:
				return c.Self("exit_now", object.Int(128+int64(word(a[1]))))
			}
			return t.Disturb(c, object.None)
		}),
		// _signal_trip makes a handler run as if the signal had arrived; _signal_again those that another one's exception left.
		"_signal_trip": f("_signal_trip(number, /)", func(c *object.Ctx, t *threads, a []value) value {
			c.Touch(t.hdr)
			t.signals.pending |= 1 << (word(a[0]) & 63)
			return t.Disturb(c, object.None)
		}),
		"_signal_again": f("_signal_again(bits, /)", func(c *object.Ctx, t *threads, a []value) value {
			c.Touch(t.hdr)
			t.signals.pending |= word(a[0])
			t.signals.look = interp.FromCtx(c).Ticks() + 1
			interp.FromCtx(c).Reslice()
			return object.None
		}),
		"_signal_timer": f("_signal_timer(which, first, interval, get, /)", func(c *object.Ctx, t *threads, a []value) value {
			r := c.Query(world.Timer(int(word(a[0])), int64(word(a[1])), int64(word(a[2])), a[3].IsTrue()))
			if !r.OK() {
				return c.RaiseOS(int64(r.Errno), r.Reason())
			}
			return object.TupleOf(object.Int(r.N), object.Int(r.M))
		}),
	}
}
