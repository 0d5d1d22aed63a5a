package stackless

import (
	"slices"

	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
	"slp/vm/world"
)

// Threads are made by the machine itself: one runs at a time, for a slice of ticks or until it blocks, so that a run is
// the same whenever it is run again. Each has a circle of tasklets of its own.

// threadSlice is how many ticks a thread runs while others could.
const threadSlice = 5000

// threads are the threads of a machine; it lives in an Obj.
type threads struct {
	s       *Scheduler
	hdr     *object.Hdr
	all     []value // those that have not ended, by creation
	current value
	nextID  int64
	until   int64 // tick at which the slice of the current one ends
	flags   int64 // pickle flags that new threads begin with
	locks   *object.Type
	signals signals
}

// Walk implements object.Impl. The scheduler works on the circle of the current thread, also after going back.
func (t *threads) Walk(w *object.Walker) {
	w.Values(&t.all)
	w.Value(&t.current)
	object.Word(w, &t.nextID)
	object.Word(w, &t.until)
	object.Word(w, &t.flags)
	t.signals.walk(w)
	if th := threadOf(t.current); th != nil {
		t.s.Thread, t.s.holder = th.circle, th.holder
	}
}

// thread is a thread; it lives in an Obj.
type thread struct {
	id     int64
	circle *sched.Thread
	holder value // the Obj of the circle
	state  threadState
	frame  value // where it goes on
	on     value // what it waits for: a lock, a handle, or None
	until  int64 // when waiting ends by itself, in nanoseconds of the monotonic clock; -1: never
	files  value // the descriptors it waits for, or None: a tuple of fd<<3 and 1 to read, 2 to write, 4 if only a blocking one waits
	result value // what waiting gives; a bomb raises
	count  int64 // with which a waiting thread takes an RLock
	fn     value // of a new thread
	args   value
	handle value
	name   value
	atEnd  value // called when its main tasklet has ended, or None
	flags  int64 // pickle flags
	// The context of its tasklets that have none of their own, or None until one is needed.
	context value
	daemon  bool
	alert   bool // waiting ends, too, when something happened to the process: a signal, the end of a child
}

type threadState uint8

const (
	threadRuns  threadState = iota
	threadNew               // its function has not been called
	threadReady             // goes on at frame
	threadGiven             // goes on at frame with result
	threadWaits
	threadIdle  // none of its tasklets can run until another thread wakes one
	threadWoken // one can
	threadEnded
)

// Walk implements object.Impl.
func (t *thread) Walk(w *object.Walker) {
	object.Word(w, &t.state)
	object.Word(w, &t.until)
	object.Word(w, &t.count)
	object.Word(w, &t.flags)
	w.Bool(&t.daemon)
	w.Bool(&t.alert)
	for _, v := range [...]*value{&t.holder, &t.frame, &t.on, &t.files, &t.result, &t.fn, &t.args, &t.handle, &t.name, &t.context, &t.atEnd} {
		w.Value(v)
	}
}

func threadOf(v value) *thread {
	if v.IsNil() || v.Kind() != object.KObj {
		return nil
	}
	t, _ := object.As[*thread](v)
	return t
}

// installThreads makes the main thread.
func (s *Scheduler) installThreads(c *object.Ctx) {
	cls := c.NewClass(object.Spec{Name: "_threads", Module: "_thread", Flags: object.Final | object.Disallow})
	t := &threads{s: s, nextID: 2, locks: cls, signals: signals{wakeup: -1, look: signalPeriod}}
	self := c.NewObj(cls, t)
	t.hdr = self.Hdr()
	main := &thread{id: threadID, circle: s.Thread, holder: s.holder, frame: object.Nil, on: object.None, until: -1, files: object.None, result: object.None,
		fn: object.None, args: object.None, handle: object.None, name: object.None, context: object.None, atEnd: object.None}
	t.current = c.NewObj(cls, main)
	t.all = []value{t.current}
	s.threads, s.threadsObj = t, self
	c.States()["_thread"] = t
}

func (t *threads) now() *thread { return threadOf(t.current) }

// single tells that there is one thread only.
func (t *threads) single() bool { return len(t.all) == 1 }

// Ident is threading.get_ident().
func (t *threads) Ident() int64 { return t.now().id }

// start makes a thread that will call fn(*args).
func (t *threads) start(vm *interp.VM, fn, args value, handle value, daemon bool) *thread {
	c := &vm.Ctx
	s := t.s
	circle, holder := sched.NewThread(c, object.TypeOf(s.holder))
	c.Touch(t.hdr)
	th := &thread{id: t.nextID, circle: circle, holder: holder, state: threadNew, frame: object.Nil, on: object.None, until: -1, files: object.None,
		result: object.None, fn: fn, args: args, handle: handle, name: object.None, context: object.None, atEnd: object.None, flags: t.flags, daemon: daemon}
	t.nextID++
	circle.FirstID(int32(th.id) << 20)
	circle.Callback, circle.ChannelCB, circle.ErrorFn = s.Callback, s.ChannelCB, s.ErrorFn
	main := circle.NewTasklet(s.tasklet, s.site(vm))
	main.Main, main.Started = true, true
	circle.Main = main
	circle.Born(main)
	circle.Insert(main)
	v := c.NewObj(t.locks, th)
	circle.Home = v
	main.EditExtra().Home = v
	t.all = append(t.all, v)
	if len(t.all) == 2 {
		t.until = vm.Ticks() + threadSlice
		vm.Reslice()
	}
	return th
}

// find returns the thread with a number, or nil.
func (t *threads) find(id int64) *thread {
	for _, v := range t.all {
		if th := threadOf(v); th.id == id {
			return th
		}
	}
	return nil
}

func (t *threads) touch(c *object.Ctx, th *thread) {
	for _, v := range t.all {
		if threadOf(v) == th {
			c.Touch(v.Hdr())
			return
		}
	}
}

// wait parks the current thread at f until it is given something, or until a time (-1: for ever).
func (t *threads) wait(vm *interp.VM, f *interp.Frame, on value, until int64) *interp.Frame {
	th := t.now()
	vm.Touch(t.current.Hdr())
	th.state, th.frame, th.on, th.until, th.result = threadWaits, f.V(), on, until, object.None
	return t.next(vm, f)
}

// give ends the waiting of a thread.
func (t *threads) give(c *object.Ctx, th *thread, result value) {
	t.touch(c, th)
	th.state, th.on, th.until, th.files, th.alert, th.result = threadGiven, object.None, -1, object.None, false, result
}

// runnable is the first thread after the current one that can run, the current one last; Nil if there is none.
func (t *threads) runnable() value {
	at := 0
	for i, v := range t.all {
		if v == t.current {
			at = i
		}
	}
	for i := range t.all {
		v := t.all[(at+1+i)%len(t.all)]
		if th := threadOf(v); th.state != threadWaits && th.state != threadRuns && th.state != threadIdle {
			return v
		}
	}
	return object.Nil
}

// expire ends the waits whose time has come.
func (t *threads) expire(vm *interp.VM) {
	timed := false
	for _, v := range t.all {
		th := threadOf(v)
		timed = timed || th.state == threadWaits && th.until >= 0
		if th.state == threadWaits && th.alert && v != t.current { // what it waits for may have happened
			t.give(&vm.Ctx, th, object.None)
		}
	}
	if timed {
		t.over(vm, vm.Query(world.Clock(world.ClockMonotonic)).N)
	}
	if files, who := t.interests(); len(files) > 0 {
		t.readable(vm, who, vm.Query(world.Wait(0, files...)))
	}
}

// interests are the descriptors that threads wait for, and for each the thread.
func (t *threads) interests() (files []world.Interest, who []*thread) {
	for _, v := range t.all {
		th := threadOf(v)
		if th.state != threadWaits || th.files.IsNone() {
			continue
		}
		for _, w := range interestsOf(th.files) {
			files, who = append(files, w), append(who, th)
		}
	}
	return files, who
}

func interestsOf(files value) (out []world.Interest) {
	for _, x := range files.AsTuple().Items {
		n, _ := x.AsInt()
		out = append(out, world.Interest{Fd: int(n >> 3), Read: n&1 != 0, Write: n&2 != 0, Patient: n&4 != 0})
	}
	return out
}

// readiness is what a Wait said of each descriptor, as Python sees it.
func readiness(bits []byte, n int) value {
	items := make([]value, n)
	for i := range items {
		items[i] = object.Int(0)
		if i < len(bits) {
			items[i] = object.Int(int64(bits[i]))
		}
	}
	return object.NewTuple(items)
}

// readable ends the waiting for descriptors that an answer shows to be ready, or to be none.
func (t *threads) readable(vm *interp.VM, who []*thread, a world.Answer) {
	for i := 0; i < len(who); {
		th, from := who[i], i
		ready := a.Errno == world.EBADF
		for ; i < len(who) && who[i] == th; i++ {
			ready = ready || i < len(a.Data) && a.Data[i] != 0
		}
		if !ready {
			continue
		}
		var bits []byte
		if i <= len(a.Data) {
			bits = a.Data[from:i]
		}
		t.give(&vm.Ctx, th, readiness(bits, i-from))
	}
}

// over ends the waits that end at a time or before.
func (t *threads) over(vm *interp.VM, now int64) {
	for _, v := range t.all {
		th := threadOf(v)
		if th.state != threadWaits || th.until < 0 || th.until > now {
			continue
		}
		result := object.None
		if w := waitsOf(th.on); w != nil {
			result = w.leave(&vm.Ctx, th.on, v)
		}
		t.give(&vm.Ctx, th, result)
	}
}

// sweeper closes what the program dropped, when the machine is idle.
type sweeper interface {
	Pending() bool
	Sweep(c *object.Ctx, waits func(fd int) bool) bool
}

// idlePause is how long nothing happens before the machine counts as idle, in nanoseconds.
const idlePause = 30e6

// next goes on with a thread that can run; the current one has been parked, or has ended.
func (t *threads) next(vm *interp.VM, f *interp.Frame) *interp.Frame {
	for {
		t.expire(vm)
		if v := t.runnable(); !v.IsNil() {
			return t.enter(vm, v)
		}
		first := int64(-1)
		for _, v := range t.all {
			if th := threadOf(v); th.state == threadWaits && th.until >= 0 && (first < 0 || th.until < first) {
				first = th.until
			}
		}
		files, who := t.interests()
		if first < 0 && len(files) == 0 && !t.attentive() {
			return t.deadlock(vm, f)
		}
		wait := first
		drops, _ := vm.States()["_socket.registry"].(sweeper)
		if drops != nil && drops.Pending() { // a pause before what may be long: then one knows that the machine is idle
			if soon := vm.Query(world.Clock(world.ClockMonotonic)).N + idlePause; wait < 0 || soon < wait {
				wait = soon
			} else {
				drops = nil
			}
		} else {
			drops = nil
		}
		r := vm.Query(world.Wait(wait, files...))
		switch {
		case r.OK() && r.N == 0 && drops != nil:
			drops.Sweep(&vm.Ctx, func(fd int) bool {
				return slices.ContainsFunc(files, func(w world.Interest) bool { return w.Fd == fd })
			})
		case r.OK() && r.N > 0 || r.Errno == world.EBADF:
			t.readable(vm, who, r)
		case r.OK():
			t.over(vm, first)
		case r.Errno == world.EDEADLK:
			return t.deadlock(vm, f)
		case r.Errno != world.EINTR:
			return t.fail(vm, vm.NewExc(object.OSError, object.Int(int64(r.Errno)), object.NewStr(r.Reason())))
		default:
			if g, main := t.disturbed(vm); main {
				return g
			}
		}
	}
}

// deadlock is called when every thread waits for another one: it raises in the main thread.
func (t *threads) deadlock(vm *interp.VM, f *interp.Frame) *interp.Frame {
	th := t.now()
	if th.state != threadIdle {
		th = threadOf(t.all[0])
	}
	fail := func() *interp.Frame {
		if th.state == threadIdle {
			return t.failIdle(vm, th)
		}
		return t.fail(vm, vm.NewExc(object.RuntimeError, object.NewStr("Deadlock: every thread waits, and nothing can wake any of them.")))
	}
	if vm.Deadlock != nil && vm.Deadlock(vm, f) {
		return vm.LeaveAmid(f, interp.Stop{Why: interp.Deadlocked}, fail)
	}
	return fail()
}

// fail raises an exception in the main thread, which waits, or else in the first thread.
func (t *threads) fail(vm *interp.VM, exc *object.Exc) *interp.Frame {
	th := threadOf(t.all[0])
	if w := waitsOf(th.on); w != nil {
		w.leave(&vm.Ctx, th.on, t.all[0])
	}
	t.give(&vm.Ctx, th, newBomb(vm, exc.V()))
	return t.enter(vm, t.all[0])
}

// failIdle ends the waiting of an idle thread that nobody will wake: run() returns, if it was what waited, and else the
// tasklet that blocked last gets the error.
func (t *threads) failIdle(vm *interp.VM, th *thread) *interp.Frame {
	x := sched.AsTasklet(th.on)
	if d := th.circle.Innermost(); d != nil && !d.Tasklet.Scheduled() {
		vm.Touch(&d.Tasklet.Hdr)
		d.Tasklet.Temp = object.None
		th.circle.Insert(d.Tasklet)
		t.touch(&vm.Ctx, th)
		th.state = threadWoken
		return t.enter(vm, t.value(th.id))
	}
	if x.InQueue() {
		th.circle.Dequeue(x)
	}
	if !x.Runnable() {
		th.circle.Insert(x)
	}
	vm.Touch(&x.Hdr)
	x.Temp = newBomb(vm, vm.NewExc(object.RuntimeError, object.NewStr("Deadlock: the last runnable tasklet cannot be blocked.")).V())
	t.touch(&vm.Ctx, th)
	th.state = threadWoken
	return t.enter(vm, t.value(th.id))
}

// idle parks the current thread, whose last runnable tasklet x has been parked, until another thread wakes one.
func (t *threads) idle(vm *interp.VM, f *interp.Frame, x *sched.Tasklet) *interp.Frame {
	vm.Touch(t.current.Hdr())
	th := t.now()
	th.state, th.on, th.until = threadIdle, x.V(), -1
	return t.next(vm, f)
}

// value is the Obj of the thread with a number, or Nil.
func (t *threads) value(id int64) value {
	for _, v := range t.all {
		if threadOf(v).id == id {
			return v
		}
	}
	return object.Nil
}

// idents are the numbers of the threads.
func (t *threads) idents() []value {
	var out []value
	for _, v := range t.all {
		out = append(out, object.Int(threadOf(v).id))
	}
	return out
}

// home is the thread that a tasklet belongs to.
func (s *Scheduler) home(x *sched.Tasklet) *thread {
	if h := x.Extra().Home; !h.IsNil() {
		return threadOf(h)
	}
	return threadOf(s.threads.all[0])
}

// foreign tells that a tasklet belongs to another thread than the current one.
func (s *Scheduler) foreign(x *sched.Tasklet) bool { return s.home(x) != s.threads.now() }

// admit puts a tasklet into the circle of its thread.
func (s *Scheduler) admit(c *object.Ctx, x *sched.Tasklet) {
	th := s.home(x)
	if th == s.threads.now() {
		s.Insert(x)
		return
	}
	th.circle.Insert(x)
	if th.state == threadIdle {
		s.threads.touch(c, th)
		th.state, th.on = threadWoken, object.None
	}
}

// admitNext is admit for a tasklet of another thread that is to run there before the others.
func (s *Scheduler) admitNext(c *object.Ctx, x *sched.Tasklet) {
	th := s.home(x)
	if th.state != threadIdle && th.state != threadWoken {
		th.circle.InsertAfter(x)
		return
	}
	s.admit(c, x)
	th.circle.Touch()
	th.circle.Current = x
}

// extend gives the current thread another slice.
func (t *threads) extend(vm *interp.VM) {
	vm.Touch(t.hdr)
	t.until = vm.Ticks() + threadSlice
}

// enter gives control to a thread. It is a tick: between two ticks only one thread runs.
func (t *threads) enter(vm *interp.VM, v value) *interp.Frame {
	vm.Tick()
	return vm.Held(t.handled(vm, t.resume(vm, v)))
}

// become makes a thread the current one. What it was is in the copy.
func (t *threads) become(vm *interp.VM, v value) thread {
	th := threadOf(v)
	vm.Touch(t.hdr)
	vm.Touch(v.Hdr())
	t.current = v
	t.until = vm.Ticks() + threadSlice
	t.s.Thread, t.s.holder = th.circle, th.holder
	vm.Reslice()
	was := *th
	th.files, th.alert = object.None, false
	th.state, th.frame, th.result, th.until, th.on = threadRuns, object.Nil, object.None, -1, object.None
	return was
}

func (t *threads) resume(vm *interp.VM, v value) *interp.Frame {
	was, th := t.become(vm, v), threadOf(v)
	state, result, frame := was.state, was.result, was.frame
	switch state {
	case threadNew:
		fn, args := th.fn, th.args.AsTuple().Items
		th.fn, th.args = object.None, object.None
		return vm.CallFrom(vm.NewBottom(), fn, args, nil)
	case threadWoken:
		return t.s.resume(vm, t.s.Current)
	case threadReady:
		f := interp.AsFrame(frame)
		vm.Touch(&f.Hdr)
		return f
	}
	f := interp.AsFrame(frame)
	if b := asBomb(result); b != nil {
		return vm.Throw(f, b.exception(vm))
	}
	return vm.Deliver(f, result)
}

// sliced lets the next thread run, when the slice of the current one is over.
func (t *threads) sliced(vm *interp.VM, f *interp.Frame) *interp.Frame {
	t.extend(vm)
	t.expire(vm)
	v := t.runnable()
	if v.IsNil() {
		return f
	}
	th := t.now()
	vm.Touch(t.current.Hdr())
	th.state, th.frame = threadReady, f.V()
	return t.enter(vm, v)
}

// ended goes on after the main tasklet of a thread other than the main one has ended.
func (t *threads) ended(vm *interp.VM, f *interp.Frame) *interp.Frame {
	c := &vm.Ctx
	th := t.now()
	c.Touch(t.hdr)
	c.Touch(t.current.Hdr())
	th.state = threadEnded
	for x := range th.circle.All { // its tasklets belong to no thread now: they run again if bind_thread finds them one
		if x.Runnable() {
			th.circle.Remove(x)
		}
	}
	for i, v := range t.all {
		if v == t.current {
			t.all = append(t.all[:i:i], t.all[i+1:]...)
			break
		}
	}
	if h := handleOf(th.handle); h != nil {
		h.finish(c, th.handle, t)
	}
	return t.next(vm, f)
}

// Sleep parks the current thread until a time; done is false if there is no other thread.
func (t *threads) Sleep(c *object.Ctx, until int64) (v value, done bool) {
	if t.single() {
		return object.Nil, false
	}
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame { return t.wait(vm, f, object.None, until) })), true
}

// Single tells that there is one thread only: whatever it does, nobody else could run meanwhile.
func (t *threads) Single() bool { return t.single() }

// ask parks the current thread with a result to be given; for the methods of locks.
func (t *threads) ask(c *object.Ctx, on value, until int64) value {
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame { return t.wait(vm, f, on, until) }))
}

// Circles calls yield with the scheduler of each thread, the running one first, and where the thread goes on (Nil for the
// running one).
func (s *Scheduler) Circles(yield func(circle *sched.Thread, frame value) bool) {
	now := s.threads.now()
	if !yield(now.circle, object.Nil) {
		return
	}
	for _, v := range s.threads.all {
		if t := threadOf(v); t != now && !yield(t.circle, t.frame) {
			return
		}
	}
}
