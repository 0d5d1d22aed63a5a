package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// A greenlet is a tasklet that is never scheduled: it runs when another one switches to it, and gives control back to
// its parent when it ends. So the debugger, the checker and the recording see greenlets as they see tasklets. The rules
// are those of the package greenlet, version 3.

// greenlet is the Go part of a greenlet object.
type greenlet struct {
	task    *sched.Tasklet // nil until it starts
	parent  value          // None for a main one
	run     value          // Nil when there is none, or it has started
	context value          // until it starts
	main    bool           // it stands for a tasklet that is no greenlet
	state   greenState
}

type greenState uint8

const (
	greenPending greenState = iota
	greenActive
	greenDead
)

// Walk implements object.Impl.
func (g *greenlet) Walk(w *object.Walker) {
	object.Object(w, &g.task)
	w.Value(&g.parent)
	w.Value(&g.run)
	w.Value(&g.context)
	w.Bool(&g.main)
	object.Word(w, &g.state)
}

func asGreenlet(v value) *greenlet {
	if v.IsNil() || v.Kind() != object.KObj {
		return nil
	}
	g, _ := object.As[*greenlet](v)
	return g
}

// greenlets is what a machine has for all its greenlets; it lives in an Obj.
type greenlets struct {
	class, fault, exit *object.Type // the class greenlet, error and GreenletExit
	trace              value        // function, or None
	mains              int64        // main greenlets made so far
}

// Walk implements object.Impl.
func (x *greenlets) Walk(w *object.Walker) {
	w.Value(&x.trace)
	object.Word(w, &x.mains)
}

// parcel is what a switch brings: arguments, or an exception.
type parcel struct {
	args        []value
	kwargs, exc value
}

// delivered is a parcel as the result of a switch.
func (p parcel) delivered() value {
	switch {
	case p.kwargs.IsNil() && len(p.args) == 1:
		return p.args[0]
	case p.kwargs.IsNil():
		return object.NewTuple(p.args)
	case len(p.args) == 0:
		return p.kwargs
	}
	return object.TupleOf(object.NewTuple(p.args), p.kwargs)
}

func (p parcel) event() value {
	if p.exc.IsNil() {
		return object.NewStr("switch")
	}
	return object.NewStr("throw")
}

// returned is the parcel of a run that came to its end: a GreenletExit is a result like any other.
func (x *greenlets) returned(v, exc value) parcel {
	if !exc.IsNil() && object.Is(exc, x.exit) {
		v, exc = exc, object.Nil
	}
	return parcel{args: []value{v}, kwargs: object.Nil, exc: exc}
}

// currentGreenlet is the greenlet that runs; a tasklet that is none gets a main one.
func (s *Scheduler) currentGreenlet(c *object.Ctx) value {
	t := s.Current
	if g := t.Extra().Green; !g.IsNil() {
		return g
	}
	x := s.greens
	v := c.NewObj(x.class, &greenlet{task: t, parent: object.None, main: true, state: greenActive})
	c.Touch(&t.Hdr)
	t.EditExtra().Green = v
	c.Touch(s.greensObj.Hdr())
	x.mains++
	return v
}

// gone tells that the thread of a greenlet has ended.
func (s *Scheduler) gone(g *greenlet) bool {
	return g.task != nil && s.home(g.task).state == threadEnded
}

func (s *Scheduler) greenAlive(g *greenlet) bool { return g.state == greenActive && !s.gone(g) }

// root is the main greenlet of the tree that g belongs to, or nil.
func root(g *greenlet) *greenlet {
	for g != nil && !g.main {
		g = asGreenlet(g.parent)
	}
	return g
}

// reachable raises greenlet.error unless g belongs to the running thread.
func (s *Scheduler) reachable(c *object.Ctx, target value) bool {
	x := s.greens
	g := asGreenlet(target)
	r := root(g)
	switch {
	case s.gone(g), r != nil && s.gone(r):
		c.Raise(x.fault, "cannot switch to a different thread (which happens to have exited)")
	case g.task != nil && s.foreign(g.task), r != nil && s.foreign(r.task):
		here := c.Repr(s.currentGreenlet(c))
		var there value
		if !here.IsNil() {
			if r == nil {
				r = g
			}
			there = c.Repr(r.task.Extra().Green)
		}
		if there.IsNil() {
			return false
		}
		c.Raise(x.fault, "Cannot switch to a different thread\n\tCurrent:  %s\n\tExpected: %s", here.AsStr().String(), there.AsStr().String())
	default:
		return true
	}
	return false
}

// switchGreenlet goes on with a greenlet, or with its nearest ancestor that is not dead. f is where the current one goes
// on; ended is the current one if it is over.
func (s *Scheduler) switchGreenlet(vm *interp.VM, f *interp.Frame, target value, p parcel, ended *sched.Tasklet) *interp.Frame {
	origin := s.currentGreenlet(&vm.Ctx)
	for {
		g := asGreenlet(target)
		switch {
		case g == nil: // no ancestor is left that could go on
			if ended != nil {
				return s.bury(vm, f, ended, p.exc)
			}
			x := s.greens
			vm.Raise(x.fault, "cannot switch to a greenlet whose ancestors are all dead")
			return vm.Throw(f, vm.TakeExc())
		case g.state == greenPending:
			return s.startGreenlet(vm, f, origin, target, p, ended)
		case g.state == greenDead:
			target = g.parent
			continue
		}
		if g.task == s.Current && ended == nil {
			if !p.exc.IsNil() {
				return vm.Throw(f, p.exc)
			}
			return vm.Deliver(f, p.delivered())
		}
		if g.task.InQueue() {
			x := s.greens
			vm.Raise(x.fault, "cannot switch to a greenlet that waits on a channel")
			if ended != nil {
				return s.bury(vm, f, ended, vm.TakeExc())
			}
			return vm.Throw(f, vm.TakeExc())
		}
		s.handOver(vm, f, g.task, ended)
		return s.arrive(vm, origin, target, p, func(vm *interp.VM, at *interp.Frame, exc value) *interp.Frame {
			if !exc.IsNil() {
				return vm.Throw(at, exc)
			}
			return vm.Deliver(at, p.delivered())
		})
	}
}

// handOver makes t the current tasklet in the place of the one that ran, which is parked at f unless it has ended.
func (s *Scheduler) handOver(vm *interp.VM, f *interp.Frame, t, ended *sched.Tasklet) {
	cur := s.Current
	if !t.Runnable() {
		s.InsertAfter(t)
	}
	vm.Touch(&cur.Hdr)
	cur.Temp = object.None
	s.Remove(cur)
	if ended == nil {
		s.park(vm, cur, f)
	} else {
		cur.Frame = object.Nil
		s.Died(cur)
	}
	s.Touch()
	s.Current = t
}

// arrive gives control to the current tasklet, whose greenlet is target: first to the trace function, if there is one.
func (s *Scheduler) arrive(vm *interp.VM, origin, target value, p parcel, goOn func(vm *interp.VM, at *interp.Frame, exc value) *interp.Frame) *interp.Frame {
	t := s.Current
	vm.Tick()
	if s.Observe != nil {
		s.news(News{Kind: Switched, Tasklet: t.ID})
	}
	s.slice(vm)
	vm.Touch(&t.Hdr)
	at := interp.AsFrame(t.Frame)
	t.Frame, t.Temp = object.Nil, object.None
	t.Preempted = false
	t.Since = vm.Ticks()
	x := s.greens
	if x.trace.IsNone() {
		return vm.Held(goOn(vm, at, p.exc))
	}
	args := []value{p.event(), object.TupleOf(origin, target)}
	return vm.Held(vm.CallThen(at, x.trace, args, func(vm *interp.VM, at *interp.Frame, v, failed value) *interp.Frame {
		if !failed.IsNil() { // it is not called again
			vm.Touch(s.greensObj.Hdr())
			x.trace = object.None
			return goOn(vm, at, failed)
		}
		return goOn(vm, at, p.exc)
	}))
}

// startGreenlet begins a greenlet: its run is looked up where the switch was asked for.
func (s *Scheduler) startGreenlet(vm *interp.VM, f *interp.Frame, origin, target value, p parcel, ended *sched.Tasklet) *interp.Frame {
	return vm.CallThen(f, vm.Hosted("greenlet_run"), []value{target}, func(vm *interp.VM, f *interp.Frame, run, failed value) *interp.Frame {
		g := asGreenlet(target)
		if !failed.IsNil() {
			if ended != nil {
				return s.switchGreenlet(vm, f, g.parent, parcel{kwargs: object.Nil, exc: failed}, ended)
			}
			return vm.Throw(f, failed)
		}
		if g.state != greenPending { // looking it up has started it
			return s.switchGreenlet(vm, f, target, p, ended)
		}
		if ended == nil && !s.reachable(&vm.Ctx, target) {
			return vm.Throw(f, vm.TakeExc())
		}
		c := &vm.Ctx
		t := s.NewTasklet(s.tasklet, s.site(vm))
		t.Frame = vm.NewBottom().V()
		t.Started = true
		extra := t.EditExtra()
		extra.Green = target
		extra.Context = opt(g.context)
		s.Born(t)
		s.news(News{Kind: Created, Tasklet: t.ID, Other: s.Current.ID})
		c.Touch(target.Hdr())
		g.task, g.state, g.run, g.context = t, greenActive, object.Nil, object.Nil
		s.handOver(vm, f, t, ended)
		return s.arrive(vm, origin, target, p, func(vm *interp.VM, at *interp.Frame, exc value) *interp.Frame {
			if !exc.IsNil() {
				return s.Ended(vm, at, object.Nil, exc)
			}
			if p.kwargs.IsNil() {
				return vm.CallFrom(at, run, p.args, nil)
			}
			args, names := object.SpreadKwargs(&vm.Ctx, p.args, p.kwargs)
			return vm.CallFrom(at, run, args, names)
		})
	})
}

// greenletEnded goes on with the parent of the greenlet whose tasklet has ended.
func (s *Scheduler) greenletEnded(vm *interp.VM, bottom *interp.Frame, t *sched.Tasklet, v, exc value) *interp.Frame {
	x := s.greens
	self := t.Extra().Green
	g := asGreenlet(self)
	p := x.returned(v, exc)
	switch {
	case exc.IsNil():
		s.news(News{Kind: Ended, Tasklet: t.ID})
	case p.exc.IsNil():
		s.news(News{Kind: Killed, Tasklet: t.ID})
	default:
		s.news(News{Kind: Failed, Tasklet: t.ID, Value: exc})
	}
	vm.Touch(self.Hdr())
	g.state = greenDead
	return s.switchGreenlet(vm, bottom, g.parent, p, t)
}

// switchedAway tells that a tasklet waits for a greenlet to come back to it.
func (s *Scheduler) switchedAway(t *sched.Tasklet) bool {
	return len(s.Watchdogs) == 0 && !t.Extra().Green.IsNil() && !t.Frame.IsNil()
}
