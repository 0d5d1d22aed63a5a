package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// alive tells that a tasklet has something left to do and a thread to do it in.
func alive(s *Scheduler, t *sched.Tasklet) bool {
	if t == s.Current {
		return true
	}
	home := s.home(t)
	return home.state != threadEnded && (!t.Frame.IsNil() || t == home.circle.Current)
}

func opt(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

// shown is the current tasklet as programs see it: a schedule callback sees the one that is being left.
func (s *Scheduler) shown() *sched.Tasklet {
	if s.Shown != nil {
		return s.Shown
	}
	return s.Current
}

// inRun tells that the tasklet has called run(), which has not returned: that belongs to its thread.
func (s *Scheduler) inRun(t *sched.Tasklet) bool {
	for _, d := range s.home(t).circle.Watchdogs {
		if d.Tasklet == t {
			return true
		}
	}
	return false
}

// bindThread is tasklet.bind_thread().
func bindThread(c *object.Ctx, a []value) value {
	s := Of(c)
	t := sched.AsTasklet(a[0])
	to := s.threads.current
	if !a[1].IsNil() {
		if !a[1].IsAnyInt() {
			return c.Raise(object.TypeError, "bind_thread() argument 1 must be int, not %s", object.TypeOf(a[1]).Name)
		}
		n, ok := a[1].AsInt()
		switch {
		case ok && n == -1:
		case ok && n < 0:
			return c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		default:
			to = object.Nil
			if ok {
				to = s.threads.value(n)
			}
		}
	}
	from := s.home(t)
	switch {
	case from == threadOf(to):
		return object.None
	case t.Runnable():
		return c.Raise(object.RuntimeError, "can't (re)bind a runnable tasklet")
	case to.IsNil():
		return c.Raise(object.ValueError, "bad thread")
	case t.Main || s.inRun(t):
		return c.Raise(object.RuntimeError, "tasklet has C state on its stack")
	}
	s.rebind(c, t, to)
	return object.None
}

// rebind lets a tasklet belong to another thread.
func (s *Scheduler) rebind(c *object.Ctx, t *sched.Tasklet, to value) {
	from := s.home(t)
	listed := from.circle.Died(t)
	c.Touch(&t.Hdr)
	if x := t.EditExtra(); x.Context.IsNil() && !from.context.IsNone() {
		x.Context = from.context
	}
	t.EditExtra().Home = to
	if listed {
		threadOf(to).circle.Born(t)
	}
}

// start makes the bottom frame of a bound tasklet: from now on it is alive.
func (s *Scheduler) start(vm *interp.VM, t *sched.Tasklet, args, kwargs value) {
	vm.Touch(&t.Hdr)
	t.SetCall(args, kwargs)
	t.Frame = s.bottom.V()
	t.Started, t.Preempted = false, false
	t.Temp = object.None
	t.Since = vm.Ticks()
	s.home(t).circle.Born(t)
	s.news(News{Kind: Created, Tasklet: t.ID, Other: s.Current.ID})
}

// bind is tasklet.bind(func, args, kwargs).
func bind(c *object.Ctx, a []value) value {
	s, vm := Of(c), interp.FromCtx(c)
	t := sched.AsTasklet(a[0])
	fn, args, kwargs := opt(a[1]), opt(a[2]), opt(a[3])
	if !fn.IsNone() && object.TypeOf(fn).Dunder(object.DCall).IsNil() {
		return c.Raise(object.TypeError, "tasklet function must be a callable or None")
	}
	if !args.IsNone() && args.AsTuple() == nil {
		return c.Raise(object.TypeError, "tasklet args must be a tuple or None")
	}
	if !kwargs.IsNone() && kwargs.AsDict() == nil {
		return c.Raise(object.TypeError, "tasklet kwargs must be a dictionary or None")
	}
	home := s.home(t)
	if home.state != threadEnded && t == home.circle.Current {
		return c.Raise(object.RuntimeError, "can't (re)bind the current tasklet")
	}
	if t.Scheduled() {
		return c.Raise(object.RuntimeError, "tasklet is scheduled")
	}
	withArgs := !args.IsNone() || !kwargs.IsNone()
	if t.Main && !withArgs {
		return c.Raise(object.RuntimeError, "can't unbind the main tasklet")
	}
	if withArgs && home.state == threadEnded {
		return c.Raise(object.RuntimeError, "tasklet has no thread")
	}
	if fn.IsNone() && withArgs && t.Func.IsNil() {
		return c.Raise(object.RuntimeError, "the tasklet was not bound to a function")
	}
	c.Touch(&t.Hdr)
	if !t.Frame.IsNil() { // frames are dropped without running finally blocks
		home.circle.Died(t)
		t.Frame = object.Nil
	}
	if fn.IsNone() && !withArgs {
		t.Func, t.Temp = object.Nil, object.None
		return a[0]
	}
	if !fn.IsNone() {
		t.Func = fn
		if ctx := s.Current.Extra().Context; ctx != t.Extra().Context {
			t.EditExtra().Context = ctx
		}
		if t.Origin == nil {
			t.Origin = s.site(vm)
		}
	}
	if withArgs {
		if args.IsNone() {
			args = object.NewTuple(nil)
		}
		if kwargs.IsNone() {
			kwargs = object.Nil
		}
		s.start(vm, t, args, kwargs)
	}
	return a[0]
}

// setup is tasklet(...) called: the arguments are bound and the tasklet enters the circle.
func setup(c *object.Ctx, a []value) value {
	s, vm := Of(c), interp.FromCtx(c)
	t := sched.AsTasklet(a[0])
	if alive(s, t) {
		return c.Raise(object.RuntimeError, "tasklet is alive")
	}
	if s.home(t).state == threadEnded {
		return c.Raise(object.RuntimeError, "tasklet has no thread")
	}
	if t.Func.IsNil() {
		return c.Raise(object.RuntimeError, "the tasklet was not bound to a function")
	}
	s.start(vm, t, a[1], a[2])
	s.admit(c, t)
	return a[0]
}

// insertable checks that a tasklet may enter the circle.
func insertable(c *object.Ctx, s *Scheduler, t *sched.Tasklet) bool {
	if t.InQueue() {
		c.Raise(object.RuntimeError, "You cannot run a blocked tasklet")
		return false
	}
	if s.home(t).state == threadEnded && !t.Runnable() {
		c.Raise(object.RuntimeError, "Target thread isn't initialized")
		return false
	}
	if !alive(s, t) {
		c.Raise(object.RuntimeError, "You cannot run an unbound(dead) tasklet")
		return false
	}
	return true
}

func insert(c *object.Ctx, a []value) value {
	s := Of(c)
	t := sched.AsTasklet(a[0])
	if !insertable(c, s, t) {
		return object.Nil
	}
	if !t.Runnable() {
		s.admit(c, t)
	}
	return a[0]
}

func remove(c *object.Ctx, a []value) value {
	s := Of(c)
	t := sched.AsTasklet(a[0])
	if t.InQueue() {
		return c.Raise(object.RuntimeError, "You cannot remove a blocked tasklet.")
	}
	if t == s.Current {
		return c.Raise(object.RuntimeError, "The current tasklet cannot be removed.")
	}
	if t.Runnable() {
		s.home(t).circle.Remove(t)
	}
	return a[0]
}

// jump switches to a tasklet at once; leave takes the caller out of the circle.
func jump(c *object.Ctx, a []value, leave bool) value {
	t := sched.AsTasklet(a[0])
	s := Of(c)
	if s.home(t).state == threadEnded {
		return c.Raise(object.RuntimeError, "tasklet has no thread")
	}
	if s.foreign(t) && leave {
		return c.Raise(object.RuntimeError, "can't switch to a different thread.")
	}
	if !insertable(c, s, t) {
		return object.Nil
	}
	return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
		cur := s.Current
		if t == cur || s.foreign(t) {
			if s.foreign(t) && !t.Runnable() { // it runs in its own thread, as soon as it can
				s.admitNext(&vm.Ctx, t)
			}
			vm.Touch(&cur.Hdr)
			v := cur.Temp
			cur.Temp = object.None
			if b := asBomb(v); b != nil {
				return vm.Throw(f, b.exception(vm))
			}
			return vm.Deliver(f, v)
		}
		if x, bad := s.trapped(vm, f); bad {
			return x
		}
		if !t.Runnable() {
			s.admit(&vm.Ctx, t)
		}
		if leave {
			s.Remove(cur)
		}
		s.park(vm, cur, f)
		s.Touch()
		s.Current = t
		return s.switchTo(vm, cur, t, f)
	})
}

// throwInto raises an exception in a tasklet: at once, or when it runs next.
func throwInto(c *object.Ctx, tv, b value, exc value, pending bool) value {
	s := Of(c)
	t := sched.AsTasklet(tv)
	if t == s.Current {
		return c.RaiseExc(exc.AsExc())
	}
	if !alive(s, t) {
		orphan := s.home(t).state == threadEnded
		switch {
		case object.Is(exc, object.TaskletExit) && (!orphan || t.Frame.IsNil()):
			if t.InQueue() {
				s.Dequeue(t)
			}
			return object.None
		case orphan:
			return c.Raise(object.RuntimeError, "tasklet has no thread")
		}
		return c.Raise(object.RuntimeError, "You cannot throw to a dead tasklet")
	}
	return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
		cur := s.Current
		if !pending && !s.foreign(t) {
			if x, bad := s.trapped(vm, f); bad {
				return x
			}
		}
		if t.InQueue() {
			s.Dequeue(t)
		}
		vm.Touch(&t.Hdr)
		t.Started = true // one that never ran dies without running
		t.Temp = b
		if !t.Runnable() { // one that is runnable keeps its place
			s.admit(&vm.Ctx, t)
		}
		if pending || s.foreign(t) {
			return vm.Deliver(f, object.None)
		}
		s.park(vm, cur, f)
		s.Touch()
		s.Current = t
		return s.switchTo(vm, cur, t, f)
	})
}

func taskletThrow(c *object.Ctx, a []value) value {
	exc := throwArgs(c, a[1], a[2], a[3])
	if exc.IsNil() {
		return exc
	}
	pending := false
	if !a[4].IsNil() {
		var ok bool
		if pending, ok = c.Truth(a[4]); !ok {
			return object.Nil
		}
	}
	return throwInto(c, a[0], newBomb(interp.FromCtx(c), exc), exc, pending)
}

func kill(c *object.Ctx, a []value) value {
	pending := false
	if !a[1].IsNil() {
		var ok bool
		if pending, ok = c.Truth(a[1]); !ok {
			return object.Nil
		}
	}
	exc := c.NewExc(object.TaskletExit)
	if s, t := Of(c), sched.AsTasklet(a[0]); s.home(t).state == threadEnded && !t.Frame.IsNil() { // it dies in this thread
		s.rebind(c, t, s.threads.current)
	}
	return throwInto(c, a[0], newBomb(interp.FromCtx(c), exc.V()), exc.V(), pending)
}

func raiseException(c *object.Ctx, a []value) value {
	items := a[1].AsTuple().Items
	if len(items) == 0 {
		return c.Raise(object.TypeError, "raise_exception() takes at least 1 argument")
	}
	t := items[0].AsType()
	if items[0].AsStr() != nil {
		exc := c.NewExc(object.TypeError, object.NewStr("exceptions must derive from BaseException"))
		return throwInto(c, a[0], newBomb(interp.FromCtx(c), exc.V()), exc.V(), false)
	}
	if t == nil || t.Flags&object.IsException == 0 {
		return c.Raise(object.TypeError, "tasklet.raise_exception needs Exception or string subclass as first parameter")
	}
	exc := c.Call(items[0], items[1:]...)
	if exc.IsNil() {
		return exc
	}
	if exc.AsExc() == nil {
		return c.Raise(object.TypeError, "exceptions must derive from BaseException")
	}
	return throwInto(c, a[0], newBomb(interp.FromCtx(c), exc), exc, false)
}

// flag makes set_atomic and set_ignore_nesting.
func flag(name string, field func(t *sched.Tasklet) *bool) object.Fn {
	return func(c *object.Ctx, a []value) value {
		t := sched.AsTasklet(a[0])
		on, ok := boolArg(a[1])
		if !ok {
			return c.Raise(object.TypeError, "%s needs exactly one bool or integer", name)
		}
		old := *field(t)
		c.Touch(&t.Hdr)
		*field(t) = on
		return object.Bool(old)
	}
}

func boolArg(v value) (on, ok bool) {
	if v.IsNil() {
		return false, false
	}
	n, ok := v.AsInt()
	return n != 0, ok
}

// frameOf is the innermost Python frame of a suspended tasklet, or None.
func frameOf(s *Scheduler, vm *interp.VM, t *sched.Tasklet) value {
	if t == s.Current {
		if f := vm.Current(); f != nil {
			return f.Capture()
		}
		return object.None
	}
	if t.Frame.IsNil() || !t.Started {
		return object.None
	}
	for f := interp.AsFrame(t.Frame); f != nil; f = f.Prev() {
		if f.Visible() {
			return f.Capture()
		}
	}
	return object.None
}

func (s *Scheduler) taskletSpec() object.Spec {
	get := func(name string, f func(s *Scheduler, t *sched.Tasklet) value) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return f(Of(c), sched.AsTasklet(o)) }}
	}
	neighbour := func(s *Scheduler, t *sched.Tasklet) value {
		if t == nil {
			return object.None
		}
		return t.V()
	}
	field := func(name string, f func(x *sched.Extra) *value) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o value) value {
			x := sched.AsTasklet(o).Extra()
			return opt(*f(&x))
		},
			Set: func(c *object.Ctx, o, v value) bool {
				c.Touch(o.Hdr())
				*f(sched.AsTasklet(o).EditExtra()) = opt(v)
				return true
			}}
	}
	return object.Spec{Name: "tasklet", Module: "_stackless", Flags: object.HasWeakref,
		Doc: "A tasklet is a tiny task: a function that runs until it gives control to another tasklet.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				s := Of(c)
				return s.NewTasklet(a[0].AsType(), s.site(interp.FromCtx(c))).V()
			}},
			{Sig: "__init__(self, func=None, args=None, kwargs=None)", Fn: func(c *object.Ctx, a []value) value {
				if bind(c, a).IsNil() {
					return object.Nil
				}
				return object.None
			}},
			{Sig: "__call__(self, /, *args, **kwargs)", Fn: setup, Doc: "Bind the arguments and make the tasklet runnable."},
			{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				t := object.TypeOf(a[0])
				name := t.Qualname
				if m, ok := t.ModuleName().(string); ok {
					name = m + "." + name
				}
				return object.NewStr("<" + name + " object at " + c.Address(a[0]) + ">")
			}},
			{Sig: "bind(self, func=None, args=None, kwargs=None)", Fn: bind, Doc: "Bind the tasklet to a function, and to arguments if given."},
			{Sig: "setup(self, /, *args, **kwargs)", Fn: setup, Doc: "Bind the arguments and make the tasklet runnable."},
			{Sig: "insert(self, /)", Fn: insert, Doc: "Put the tasklet at the end of the queue of runnable tasklets."},
			{Sig: "remove(self, /)", Fn: remove, Doc: "Take the tasklet out of the queue of runnable tasklets."},
			{Sig: "run(self, /)", Fn: func(c *object.Ctx, a []value) value { return jump(c, a, false) }, Doc: "Run the tasklet now."},
			{Sig: "switch(self, /)", Fn: func(c *object.Ctx, a []value) value { return jump(c, a, true) }, Doc: "Run the tasklet now and leave the queue."},
			{Sig: "raise_exception(self, /, *args)", Fn: raiseException, Doc: "Raise an exception in the tasklet."},
			{Sig: "throw(self, exc, val=None, tb=None, pending=False)", Fn: taskletThrow, Doc: "Raise an exception in the tasklet."},
			{Sig: "kill(self, pending=False)", Fn: kill, Doc: "Raise TaskletExit in the tasklet."},
			{Sig: "set_atomic(self, flag, /)", Fn: flag("set_atomic", func(t *sched.Tasklet) *bool { return &t.Atomic }), Doc: "Forbid or allow interruption; returns the old value."},
			{Sig: "set_ignore_nesting(self, flag, /)", Fn: flag("set_ignore_nesting", func(t *sched.Tasklet) *bool { return &t.IgnoreNesting })},
			{Sig: "bind_thread(self, thread_id=-1, /)", Fn: bindThread, Doc: "Let the tasklet belong to another thread, by default to the current one."},
			{Sig: "set_context(self, context, /)", Fn: setContext, Doc: "Let the tasklet run in another context."},
			{Sig: "__reduce__(self, /)", Fn: reduceTasklet, Doc: "Return state information for pickling."},
			{Sig: "__reduce_ex__(self, protocol, /)", Fn: func(c *object.Ctx, a []value) value {
				if !a[1].IsAnyInt() {
					return c.Raise(object.TypeError, "__reduce_ex__ argument should be an integer")
				}
				if m := c.GetAttr(a[0], c.Intern("__reduce__")); !m.IsNil() { // of a subclass, perhaps
					return c.Tail(m)
				}
				return object.Nil
			}},
			{Sig: "__setstate__(self, state, /)", Fn: setTaskletState},
			{Sig: "_context(self, /)", Fn: func(c *object.Ctx, a []value) value { return contextOf(c, sched.AsTasklet(a[0])) }},
			{Sig: "context_run(self, callable, /, *args, **kwargs)", Fn: func(c *object.Ctx, a []value) value {
				ctx := contextOf(c, sched.AsTasklet(a[0]))
				if ctx.IsNil() {
					return ctx
				}
				kw := a[3]
				if kw.IsNil() {
					kw = c.NewDict().V()
				}
				return c.Self("context_run", ctx, a[1], a[2], kw)
			}},
		},
		Gets: []object.Get{
			{Name: "tempval", Get: func(c *object.Ctx, o value) value {
				t := sched.AsTasklet(o)
				if t.Temp.IsNone() && !t.Func.IsNil() && t.Frame.IsNil() { // the bound function waits there for the arguments
					return t.Func
				}
				return opt(t.Temp)
			}, Set: func(c *object.Ctx, o, v value) bool {
				c.Touch(o.Hdr())
				sched.AsTasklet(o).Temp = opt(v)
				return true
			}},
			field("trace_function", func(x *sched.Extra) *value { return &x.Trace }),
			field("profile_function", func(x *sched.Extra) *value { return &x.Profile }),
			get("alive", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(alive(s, t)) }),
			get("blocked", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(t.InQueue()) }),
			get("scheduled", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(t.Scheduled()) }),
			get("paused", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(alive(s, t) && !t.Scheduled()) }),
			get("restorable", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(!s.inRun(t)) }),
			get("is_main", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(t.Main) }),
			get("is_current", func(s *Scheduler, t *sched.Tasklet) value { return object.Bool(t == s.shown()) }),
			get("thread_id", func(s *Scheduler, t *sched.Tasklet) value {
				if th := s.home(t); th.state != threadEnded {
					return object.Int(th.id)
				}
				return object.Int(-1)
			}),
			get("nesting_level", func(s *Scheduler, t *sched.Tasklet) value { return object.Int(0) }),
			get("cstate", func(s *Scheduler, t *sched.Tasklet) value { return s.stub }),
			get("next", func(s *Scheduler, t *sched.Tasklet) value { return neighbour(s, t.Next) }),
			get("prev", func(s *Scheduler, t *sched.Tasklet) value { return neighbour(s, t.Prev) }),
			get("_channel", func(s *Scheduler, t *sched.Tasklet) value {
				if t.Channel == nil {
					return object.None
				}
				return t.Channel.V()
			}),
			{Name: "frame", Get: func(c *object.Ctx, o value) value { return frameOf(Of(c), interp.FromCtx(c), sched.AsTasklet(o)) }},
			{Name: "recursion_depth", Get: func(c *object.Ctx, o value) value {
				s, vm := Of(c), interp.FromCtx(c)
				t := sched.AsTasklet(o)
				f := vm.Current()
				if t != s.Current {
					f = nil
					if !t.Frame.IsNil() {
						f = interp.AsFrame(t.Frame)
					}
				}
				n := 0
				for ; f != nil; f = f.Prev() {
					if f.Visible() {
						n++
					}
				}
				return object.Int(int64(n))
			}},
			{Name: "context_id", Get: func(c *object.Ctx, o value) value {
				ctx := contextOf(c, sched.AsTasklet(o))
				if ctx.IsNil() {
					return ctx
				}
				return object.Int(int64(c.ID(ctx)))
			}},
			{Name: "atomic", Get: func(c *object.Ctx, o value) value { return object.Bool(sched.AsTasklet(o).Atomic) }},
			{Name: "ignore_nesting", Get: func(c *object.Ctx, o value) value { return object.Bool(sched.AsTasklet(o).IgnoreNesting) }},
			{Name: "block_trap", Get: func(c *object.Ctx, o value) value { return object.Bool(sched.AsTasklet(o).BlockTrap) }, Set: func(c *object.Ctx, o, v value) bool {
				on, ok := boolArg(v)
				if !ok {
					c.Raise(object.TypeError, "block_trap must be set to a bool or integer")
					return false
				}
				c.Touch(o.Hdr())
				sched.AsTasklet(o).BlockTrap = on
				return true
			}},
		}}
}

// threadID is the number of the main thread.
const threadID = 1
