// Package stackless is the module stackless: Python's face of the tasklet scheduler. The module is an instance of a
// class with properties (current, main, runcount ...), as in Stackless Python.
package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// Module is the native part, _stackless; the module stackless itself is Lib code on top of it (hosted).
var Module = object.ModuleDef{
	Name:  "_stackless",
	Doc:   "Native part of the module stackless.",
	Funcs: funcs,
	Init: func(c *object.Ctx, m *object.Module) bool {
		s := Of(c)
		m.Set(c, "tasklet", s.tasklet.V())
		m.Set(c, "channel", s.channel.V())
		m.Set(c, "bomb", s.bomb.V())
		return true
	},
}

func (s *Scheduler) makeTypes(c *object.Ctx) {
	s.tasklet = c.NewClass(s.taskletSpec())
	s.tasklet.Layout = object.KTasklet
	s.channel = c.NewClass(s.channelSpec())
	s.channel.Layout = object.KChannel
	s.bomb = c.NewClass(s.bombSpec())
}

func callable(c *object.Ctx, v value, what string) bool {
	if !v.IsNone() && object.TypeOf(v).Dunder(object.DCall).IsNil() {
		c.Raise(object.TypeError, "%s must be callable", what)
		return false
	}
	return true
}

// hook makes set_schedule_callback and its like.
func hook(what string, field func(s *Scheduler) *value) object.Fn {
	return func(c *object.Ctx, a []value) value {
		if !a[0].IsNil() && !callable(c, a[0], what) {
			return object.Nil
		}
		s := Of(c)
		s.Touch()
		old := *field(s)
		*field(s) = opt(a[0])
		return old
	}
}

var funcs = []object.Def{
	{Sig: "run(timeout=0, threadblock=False, soft=False, ignore_nesting=False, totaltimeout=False, **kwargs)", Fn: run, Doc: "Run the tasklets until none is runnable or the time is over."},
	{Sig: "schedule(retval=_CURRENT)", Fn: func(c *object.Ctx, a []value) value { return schedule(c, a[0], false) }, Doc: "Let the next tasklet run; the caller stays runnable."},
	{Sig: "schedule_remove(retval=_CURRENT)", Fn: func(c *object.Ctx, a []value) value { return schedule(c, a[0], true) }, Doc: "Let the next tasklet run and leave the queue."},
	{Sig: "getruncount()", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(Of(c).Count)) }, Doc: "Return the number of runnable tasklets."},
	{Sig: "getcurrent()", Fn: func(c *object.Ctx, a []value) value { return Of(c).Current.V() }, Doc: "Return the tasklet that runs."},
	{Sig: "getmain()", Fn: func(c *object.Ctx, a []value) value { return Of(c).Main.V() }, Doc: "Return the main tasklet."},
	{Sig: "getcurrentid()", Fn: func(c *object.Ctx, a []value) value {
		if s := Of(c); !s.Current.Main {
			return object.Int(int64(c.ID(s.Current.V())))
		}
		return object.Int(Of(c).threads.Ident())
	}},
	{Sig: "getthreads()", Fn: func(c *object.Ctx, a []value) value { return c.NewList(Of(c).threads.idents()) }},
	{Sig: "getdebug()", Fn: func(c *object.Ctx, a []value) value { return object.False }},
	{Sig: "getuncollectables()", Fn: func(c *object.Ctx, a []value) value { return c.NewList(nil) }},
	{Sig: "get_thread_info(thread_id=-1, flags=0, /)", Fn: func(c *object.Ctx, a []value) value {
		t := Of(c).threads
		th := t.now()
		if !a[0].IsNil() {
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			if n != -1 {
				if th = t.find(int64(n)); th == nil {
					return c.Raise(object.RuntimeError, "Thread id not found")
				}
			}
		}
		current := object.None
		if th.circle.Current != nil {
			current = th.circle.Current.V()
		}
		return object.TupleOf(th.circle.Main.V(), current, object.Int(int64(th.circle.Count)))
	}},
	{Sig: "switch_trap(change=0, /)", Fn: func(c *object.Ctx, a []value) value {
		s := Of(c)
		old := s.Trap
		if !a[0].IsNil() {
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			s.Touch()
			s.Trap += n
		}
		return object.Int(int64(old))
	}, Doc: "Change the level of the switch trap; while it is not 0, switching raises RuntimeError."},
	{Sig: "enable_softswitch(flag, /)", Fn: func(c *object.Ctx, a []value) value {
		s := Of(c)
		old := s.Soft
		if !a[0].IsNone() {
			on, ok := c.Truth(a[0])
			if !ok {
				return object.Nil
			}
			s.Touch()
			s.Soft = on
		}
		return object.Bool(old)
	}, Doc: "Remember a flag and return the old one: every switch is a soft one here."},
	{Sig: "set_schedule_callback(callable, /)", Fn: hook("schedule callback", func(s *Scheduler) *value { return &s.Callback })},
	{Sig: "get_schedule_callback()", Fn: func(c *object.Ctx, a []value) value { return Of(c).Callback }},
	{Sig: "set_channel_callback(callable, /)", Fn: hook("channel callback", func(s *Scheduler) *value { return &s.ChannelCB })},
	{Sig: "get_channel_callback()", Fn: func(c *object.Ctx, a []value) value { return Of(c).ChannelCB }},
	{Sig: "set_error_handler(handler=None, /)", Fn: hook("error handler", func(s *Scheduler) *value { return &s.ErrorFn })},
	{Sig: "pickle_flags(new=-1, mask=-1)", Fn: func(c *object.Ctx, a []value) value { return pickleFlags(c, a) }},
	{Sig: "pickle_flags_default(new=-1, mask=-1)", Fn: func(c *object.Ctx, a []value) value { return pickleFlags(c, a) }},
}

func pickleFlags(c *object.Ctx, a []value) value {
	for _, v := range a {
		if v.IsNil() {
			continue
		}
		n, ok := c.IndexInt(v, false)
		if !ok {
			return object.Nil
		}
		if n != -1 && n&^15 != 0 {
			return c.Raise(object.ValueError, "you must not set an undefined pickle-flag")
		}
	}
	return object.Int(0)
}

func schedule(c *object.Ctx, retval value, remove bool) value {
	s := Of(c)
	if retval.IsNil() {
		retval = s.Current.V()
	}
	s.yields = yieldOp{s, retval, remove}
	return c.Ask(&s.yields)
}

func run(c *object.Ctx, a []value) value {
	if !a[5].IsNil() && a[5].AsDict().Len() > 0 {
		return c.Raise(object.TypeError, "'%s' is an invalid keyword argument for run_watchdog()", a[5].AsDict().Keys()[0].AsStr().String())
	}
	d := &sched.Watchdog{}
	if !a[0].IsNil() {
		if !a[0].IsAnyInt() {
			return c.Raise(object.TypeError, "an integer is required (got type %s)", object.TypeOf(a[0]).Name)
		}
		n, ok := a[0].AsInt()
		if !ok {
			return c.Raise(object.OverflowError, "Python int too large to convert to C long")
		}
		d.Timeout = max(n, 0)
	}
	for i, p := range [...]*bool{&d.Block, &d.Soft, &d.Ignore, &d.Total} {
		if a[1+i].IsNil() {
			continue
		}
		t, ok := c.Truth(a[1+i])
		if !ok {
			return object.Nil
		}
		*p = t
	}
	return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame { return s.run(vm, f, d) })
}

// Bootstrap tells the interpreter the layouts of tasklets and channels, once per process.
func Bootstrap() {
	placeholder := func(name string, k object.Kind) *object.Type { return object.Declare(name, k) }
	object.RegisterKind(object.KTasklet, placeholder("tasklet", object.KTasklet), sched.WalkTasklet)
	object.RegisterKind(object.KChannel, placeholder("channel", object.KChannel), sched.WalkChannel)
	object.RegisterClassOf(object.KTasklet, func(h *object.Hdr) *object.Type { return sched.AsTasklet(object.Ref(h)).Cls })
	object.RegisterClassOf(object.KChannel, func(h *object.Hdr) *object.Type { return sched.AsChannel(object.Ref(h)).Cls })
	object.RegisterDict(object.KTasklet, func(h *object.Hdr) **object.Dict { return &sched.AsTasklet(object.Ref(h)).Dict })
	object.RegisterDict(object.KChannel, func(h *object.Hdr) **object.Dict { return &sched.AsChannel(object.Ref(h)).Dict })
}
