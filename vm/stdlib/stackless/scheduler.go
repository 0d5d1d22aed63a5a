package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

type value = object.Value

// Scheduler runs the tasklets of a machine. It is the interpreter's Scheduler and holds the state of this module.
type Scheduler struct {
	*sched.Thread
	holder  value // the Obj that holds the thread
	tasklet *object.Type
	channel *object.Type
	bomb    *object.Type
	cstack  *object.Type
	cframe  *object.Type
	stub    value // the one cstack: what every tasklet has for a C stack
	sites   map[siteKey]*sched.Site
	bottom  *interp.Frame // of every tasklet but main
	yields  yieldOp
	acts    actOp
	Observe func(News) // news for whoever watches, or nil

	threads    *threads // the circle at work is that of the current one
	threadsObj value
	greens     *greenlets
	greensObj  value
}

// News is one thing that happened; see package event for the words.
type News struct {
	Kind           NewsKind
	Tasklet, Other int32
	Channel        int32
	Send           bool
	Value          value
}

// NewsKind is the kind of News.
type NewsKind uint8

// The kinds.
const (
	Created NewsKind = iota + 1
	Switched
	Waiting
	Sent
	Received
	Woken
	Ended
	Killed
	Failed
	Deadlock
)

type siteKey struct {
	file, function string
	line           int
}

// Install makes the scheduler of a machine; the program's main frame becomes the main tasklet.
func Install(vm *interp.VM) *Scheduler {
	c := &vm.Ctx
	s := &Scheduler{sites: map[siteKey]*sched.Site{}}
	holder := c.NewClass(object.Spec{Name: "scheduler", Module: "_stackless", Flags: object.Final | object.Disallow})
	s.Thread, s.holder = sched.NewThread(c, holder)
	s.makeTypes(c)
	s.stub = c.NewObj(s.cstack, &cstack{})
	main := s.NewTasklet(s.tasklet, nil)
	main.Main, main.Started = true, true
	s.Main = main
	s.Born(main)
	s.Insert(main)
	vm.Sched = s
	s.bottom = vm.NewBottom()
	c.States()["stackless"] = s
	s.installThreads(c)
	s.installGreenlets(c)
	return s
}

// Of returns the scheduler of a machine.
func Of(c *object.Ctx) *Scheduler {
	if s, ok := interp.FromCtx(c).Sched.(*Scheduler); ok {
		return s
	}
	return c.States()["stackless"].(*Scheduler)
}

// Roots implements what the interpreter asks for a digest.
func (s *Scheduler) Roots(visit func(value)) {
	visit(s.holder)
	visit(s.stub)
	visit(s.threadsObj)
	visit(s.greensObj)
}

func (s *Scheduler) news(n News) {
	if s.Observe != nil {
		s.Observe(n)
	}
}

// site is where Python code now runs, outside this module.
func (s *Scheduler) site(vm *interp.VM) *sched.Site {
	f := vm.Current()
	if f == nil {
		return nil
	}
	k := siteKey{f.Code().Filename, f.Code().Qualname, f.Line()}
	x := s.sites[k]
	if x == nil {
		x = &sched.Site{File: k.file, Function: k.function, Line: k.line}
		s.sites[k] = x
	}
	return x
}

// ---- switching

// The commonest operations are no closures: each runs as soon as it is asked for, so one of each is enough.
type yieldOp struct {
	s      *Scheduler
	retval value
	remove bool
}

// Do implements interp.HostOp.
func (o *yieldOp) Do(vm *interp.VM, f *interp.Frame) *interp.Frame {
	return o.s.schedule(vm, f, o.retval, o.remove)
}

type actOp struct {
	s   *Scheduler
	ch  *sched.Channel
	dir int
	arg value
}

// Do implements interp.HostOp.
func (o *actOp) Do(vm *interp.VM, f *interp.Frame) *interp.Frame {
	return o.s.act(vm, f, o.ch, o.dir, o.arg)
}

// park stores where the current tasklet goes on.
func (s *Scheduler) park(vm *interp.VM, t *sched.Tasklet, f *interp.Frame) {
	vm.Touch(&t.Hdr)
	t.Frame = f.V()
	t.Since = vm.Ticks()
}

// switchTo goes on with t, which is the head of the circle; prev has been parked already (nil: it ended).
func (s *Scheduler) switchTo(vm *interp.VM, prev, t *sched.Tasklet, from *interp.Frame) *interp.Frame {
	if len(s.Watchdogs) > 0 {
		t = s.softEnd(vm, prev, t)
	}
	if prev == t {
		return s.enter(vm, t)
	}
	if !s.Callback.IsNone() {
		p := object.None
		if prev != nil {
			p = prev.V()
		}
		s.Touch()
		s.Shown = prev
		return vm.CallThen(from, s.Callback, []value{p, t.V()}, func(vm *interp.VM, f *interp.Frame, v, exc value) *interp.Frame {
			if !exc.IsNil() {
				return vm.CallThen(f, vm.Hosted("unraisable"), []value{exc, object.NewStr("Error in scheduling callback")},
					func(vm *interp.VM, f *interp.Frame, v, exc value) *interp.Frame { return s.called(vm, t) })
			}
			return s.called(vm, t)
		})
	}
	return s.enter(vm, t)
}

// called goes on after the schedule callback.
func (s *Scheduler) called(vm *interp.VM, t *sched.Tasklet) *interp.Frame {
	s.Touch()
	s.Shown = nil
	return s.enter(vm, t)
}

// enter gives control to the current tasklet. It is a tick: between two ticks only one tasklet runs.
func (s *Scheduler) enter(vm *interp.VM, t *sched.Tasklet) *interp.Frame {
	vm.Tick()
	return vm.Held(s.resume(vm, t))
}

func (s *Scheduler) resume(vm *interp.VM, t *sched.Tasklet) *interp.Frame {
	if s.Observe != nil {
		s.news(News{Kind: Switched, Tasklet: t.ID})
	}
	s.slice(vm)
	if len(s.Watchdogs) > 0 {
		s.popWatchdog(t) // its run() returns now
	}
	vm.Touch(&t.Hdr)
	f := interp.AsFrame(t.Frame)
	t.Frame = object.Nil
	v := t.Temp
	t.Temp = object.None
	t.Since = vm.Ticks()
	if t.Preempted {
		t.Preempted = false
		if b := asBomb(v); b != nil {
			return vm.Throw(f, b.exception(vm))
		}
		t.Temp = v
		vm.Touch(&f.Hdr)
		return f
	}
	if b := asBomb(v); b != nil {
		return vm.Throw(f, b.exception(vm))
	}
	if !t.Started {
		t.Started = true
		fn := t.Func
		t.Func = object.Nil
		args, kwargs := t.TakeCall()
		if kwargs.IsNil() {
			return vm.StartFrom(f, fn, object.Items(args), nil)
		}
		all, names := object.SpreadKwargs(&vm.Ctx, object.Items(args), kwargs)
		return vm.StartFrom(f, fn, all, names)
	}
	return vm.Deliver(f, v)
}

// trapped raises if switching is forbidden.
func (s *Scheduler) trapped(vm *interp.VM, f *interp.Frame) (*interp.Frame, bool) {
	switch {
	case s.Shown != nil:
		vm.Raise(object.RuntimeError, "Recursive scheduler call due to callbacks!")
	case s.Trap == 0:
		return nil, false
	default:
		vm.Raise(object.RuntimeError, "switch_trap")
	}
	return vm.Throw(f, vm.TakeExc()), true
}

// schedule lets the next tasklet run; remove takes the caller out of the circle.
func (s *Scheduler) schedule(vm *interp.VM, f *interp.Frame, retval value, remove bool) *interp.Frame {
	t := s.Current
	if t.Next == t && !remove && !s.softDue() {
		return vm.Deliver(f, retval)
	}
	if x, bad := s.trapped(vm, f); bad {
		return x
	}
	vm.Touch(&t.Hdr)
	t.Temp = retval
	if remove {
		s.Remove(t)
		if s.Current == nil {
			return s.nobody(vm, f, t, func() { s.Insert(t); t.Temp = object.None })
		}
	} else {
		s.Touch()
		s.Current = t.Next
	}
	s.park(vm, t, f)
	return s.switchTo(vm, t, s.Current, f)
}

// nobody is called when the last runnable tasklet t was taken out of the circle: the deadlock rules. undo takes back
// what t was about to do.
func (s *Scheduler) nobody(vm *interp.VM, f *interp.Frame, t *sched.Tasklet, undo func()) *interp.Frame {
	w, await := s.Main, false // await: the run() in progress wants to wait for other threads
	if d := s.Innermost(); d != nil {
		w, await = d.Tasklet, d.Block && !s.threads.single()
	}
	if t == w && t.Blocked() == 0 { // schedule_remove() of main alone: it is revived at once
		v := t.Temp
		undo()
		return vm.Deliver(f, v)
	}
	if w != t && !w.Scheduled() && !await && !s.switchedAway(w) {
		s.park(vm, t, f)
		s.Insert(w)
		vm.Touch(&w.Hdr)
		w.Temp = object.None
		if asBomb(t.Temp) != nil { // an exception that nobody is left to receive goes to whoever waits in run()
			w.Temp = t.Temp
		}
		return s.switchTo(vm, t, w, f)
	}
	if !s.threads.single() { // another thread may wake one of its tasklets
		s.park(vm, t, f)
		return s.threads.idle(vm, f, t)
	}
	s.news(News{Kind: Deadlock, Tasklet: t.ID})
	fail := func() *interp.Frame {
		undo()
		vm.Raise(object.RuntimeError, "Deadlock: the last runnable tasklet cannot be blocked.")
		return vm.Throw(f, vm.TakeExc())
	}
	if vm.Deadlock != nil && vm.Deadlock(vm, f) {
		return vm.LeaveAmid(f, interp.Stop{Why: interp.Deadlocked}, fail)
	}
	return fail()
}

// ---- channels

// act sends (dir 1) or receives (dir -1) on a channel.
func (s *Scheduler) act(vm *interp.VM, f *interp.Frame, ch *sched.Channel, dir int, arg value) *interp.Frame {
	if s.ChannelCB.IsNone() {
		return s.transfer(vm, f, ch, dir, arg)
	}
	if s.InChannel {
		vm.Raise(object.RuntimeError, "Recursive channel call due to callbacks!")
		return vm.Throw(f, vm.TakeExc())
	}
	will := ch.Balance*dir >= 0
	t := s.Current
	num := func(b bool) value {
		if b {
			return object.Int(1)
		}
		return object.Int(0)
	}
	s.Touch()
	s.InChannel = true
	vm.Touch(&t.Hdr)
	t.Temp = arg
	return vm.CallThen(f, s.ChannelCB, []value{ch.V(), t.V(), num(dir > 0), num(will)}, func(vm *interp.VM, f *interp.Frame, v, exc value) *interp.Frame {
		s.Touch()
		s.InChannel = false
		vm.Touch(&t.Hdr)
		t.Temp = object.None
		if !exc.IsNil() {
			return vm.Throw(f, exc)
		}
		return s.transfer(vm, f, ch, dir, arg)
	})
}

func (s *Scheduler) transfer(vm *interp.VM, f *interp.Frame, ch *sched.Channel, dir int, arg value) *interp.Frame {
	src := s.Current
	if ch.Balance*dir >= 0 {
		return s.block(vm, f, ch, dir, arg)
	}
	dst := ch.Head
	home := s.home(dst)
	if home.state == threadEnded {
		vm.Raise(object.RuntimeError, "tasklet has no thread")
		return vm.Throw(f, vm.TakeExc())
	}
	foreign := home != s.threads.now()
	switches := !foreign && (ch.ScheduleAll || int(ch.Preference) == -dir)
	if switches {
		if x, bad := s.trapped(vm, f); bad {
			return x
		}
	}
	s.Dequeue(dst)
	vm.Touch(&dst.Hdr)
	vm.Touch(&src.Hdr)
	got := dst.Temp
	dst.Temp = arg
	if s.Observe != nil {
		k := Received
		v := got
		if dir > 0 {
			k, v = Sent, arg
		}
		s.news(News{Kind: k, Tasklet: src.ID, Other: dst.ID, Channel: ch.ID, Value: v})
		s.news(News{Kind: Woken, Tasklet: dst.ID, Other: src.ID})
	}
	if dir > 0 {
		got = object.None
	} else if asBomb(got) == nil {
		vm.Touch(&dst.Hdr)
		dst.Temp = object.None
	} else {
		dst.Temp = object.None
	}
	switch {
	case foreign: // it goes on in its own thread
		s.admit(&vm.Ctx, dst)
		if b := asBomb(got); b != nil {
			return vm.Throw(f, b.exception(vm))
		}
		return vm.Deliver(f, got)
	case ch.ScheduleAll:
		s.Insert(dst)
		src.Temp = got
		s.Touch()
		s.Current = src.Next
		s.park(vm, src, f)
		return s.switchTo(vm, src, s.Current, f)
	case int(ch.Preference) == -dir:
		s.InsertAfter(dst)
		src.Temp = got
		s.Touch()
		s.Current = dst
		s.park(vm, src, f)
		return s.switchTo(vm, src, dst, f)
	}
	s.Insert(dst)
	if b := asBomb(got); b != nil {
		return vm.Throw(f, b.exception(vm))
	}
	return vm.Deliver(f, got)
}

func (s *Scheduler) block(vm *interp.VM, f *interp.Frame, ch *sched.Channel, dir int, arg value) *interp.Frame {
	t := s.Current
	if t.BlockTrap {
		vm.Raise(object.RuntimeError, "this tasklet does not like to be blocked.")
		return vm.Throw(f, vm.TakeExc())
	}
	if ch.Closing {
		vm.Raise(object.ValueError, "Send/receive operation on a closed channel")
		return vm.Throw(f, vm.TakeExc())
	}
	if t.Next != t || s.Shown != nil {
		if x, bad := s.trapped(vm, f); bad {
			return x
		}
	}
	vm.Touch(&t.Hdr)
	t.Temp = arg
	s.Remove(t)
	s.Enqueue(ch, t, dir)
	s.news(News{Kind: Waiting, Tasklet: t.ID, Channel: ch.ID, Send: dir > 0})
	if s.Current == nil {
		return s.nobody(vm, f, t, func() {
			s.Dequeue(t)
			s.Insert(t)
			t.Temp = object.None
		})
	}
	s.park(vm, t, f)
	return s.switchTo(vm, t, s.Current, f)
}

// ---- ending

// Ended implements interp.Scheduler.
func (s *Scheduler) Ended(vm *interp.VM, bottom *interp.Frame, v, exc value) *interp.Frame {
	t := s.Current
	if g := asGreenlet(t.Extra().Green); g != nil {
		if !g.main {
			return s.greenletEnded(vm, bottom, t, v, exc)
		}
		vm.Touch(t.Extra().Green.Hdr())
		g.state = greenDead
	}
	if t.Main {
		if th := s.threads.now(); !th.atEnd.IsNone() {
			vm.Touch(s.threads.current.Hdr())
			last := th.atEnd
			th.atEnd = object.None
			return vm.CallThen(bottom, last, nil, func(vm *interp.VM, f *interp.Frame, _, _ value) *interp.Frame { return s.Ended(vm, f, v, exc) })
		}
		s.Died(t)
		if s.threads.now().id != threadID {
			return s.threads.ended(vm, bottom)
		}
		if !exc.IsNil() {
			return vm.Leave(bottom, interp.Stop{Why: interp.Raised, Exc: exc})
		}
		if bottom == s.bottom { // it was bound to another function meanwhile
			v = object.Int(0)
		}
		return vm.Leave(bottom, interp.Stop{Why: interp.Exited, Value: v})
	}
	switch {
	case exc.IsNil():
		s.news(News{Kind: Ended, Tasklet: t.ID})
	case object.Is(exc, object.TaskletExit):
		s.news(News{Kind: Killed, Tasklet: t.ID})
		exc = object.Nil
	default:
		s.news(News{Kind: Failed, Tasklet: t.ID, Value: exc})
		if !s.ErrorFn.IsNone() && !object.Is(exc, object.SystemExit) {
			e := exc.AsExc()
			return vm.CallThen(bottom, s.ErrorFn, []value{e.Cls.V(), exc, e.TB}, func(vm *interp.VM, f *interp.Frame, v, failed value) *interp.Frame {
				return s.bury(vm, f, t, failed)
			})
		}
	}
	return s.bury(vm, bottom, t, exc)
}

// bury removes a tasklet that ended and goes on with another; exc, if any, goes to the innermost run() or main.
func (s *Scheduler) bury(vm *interp.VM, f *interp.Frame, t *sched.Tasklet, exc value) *interp.Frame {
	vm.Touch(&t.Hdr)
	t.Frame, t.Func, t.Temp = object.Nil, object.Nil, object.None
	s.Remove(t)
	s.Died(t)
	w, await := s.Main, false
	if d := s.Innermost(); d != nil {
		w, await = d.Tasklet, d.Block && !s.threads.single()
		if !exc.IsNil() && object.Is(exc, object.SystemExit) {
			w = s.Main
		}
	}
	if !exc.IsNil() {
		s.wake(vm, w, newBomb(vm, exc))
		s.Touch()
		s.Current = w
		return s.switchTo(vm, t, w, f)
	}
	if s.Current != nil {
		return s.switchTo(vm, t, s.Current, f)
	}
	if !w.Scheduled() && !await {
		s.Insert(w)
		return s.switchTo(vm, t, w, f)
	}
	if !s.threads.single() {
		return s.threads.idle(vm, f, w)
	}
	// The watchdog or main waits on a channel and nobody is left.
	s.news(News{Kind: Deadlock, Tasklet: w.ID})
	fail := func() *interp.Frame {
		text := "the main tasklet is receiving without a sender available."
		if w.Blocked() > 0 {
			text = "the main tasklet is sending without a receiver available."
		}
		e := vm.NewExc(object.RuntimeError, object.NewStr(text))
		s.wake(vm, w, newBomb(vm, e.V()))
		return s.switchTo(vm, t, w, f)
	}
	if vm.Deadlock != nil && vm.Deadlock(vm, f) {
		return vm.LeaveAmid(f, interp.Stop{Why: interp.Deadlocked}, fail)
	}
	return fail()
}

// wake makes w runnable, wherever it was, with a value to be delivered.
func (s *Scheduler) wake(vm *interp.VM, w *sched.Tasklet, temp value) {
	if w.InQueue() {
		s.Dequeue(w)
	}
	if !w.Runnable() {
		s.Insert(w)
	}
	vm.Touch(&w.Hdr)
	w.Temp = temp
}
