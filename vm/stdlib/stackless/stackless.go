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
		m.Set(c, "cstack", s.cstack.V())
		m.Set(c, "cframe", s.cframe.V())
		for _, n := range object.Items(c.Host.Hosted("_STACKLESS_NAMES")) {
			m.Set(c, n.AsStr().String(), c.Host.Hosted(n.AsStr().String()))
		}
		m.Set(c, "_wrap", c.Host.Hosted("_wrap"))
		m.Set(c, "_test_nostacklesscall", c.Host.Hosted("test_nostacklesscall"))
		m.Set(c, "_test_cframe_nr", c.Host.Hosted("test_cframe_nr"))
		m.Set(c, "_test_outside", c.Host.Hosted("test_outside"))
		m.Set(c, "_gc_track", c.Host.Hosted("gc_track"))
		m.Set(c, "_gc_untrack", c.Host.Hosted("gc_track"))
		m.Set(c, "_pickle_moduledict", c.Host.Hosted("_globals_ref"))
		return true
	},
}

func (s *Scheduler) makeTypes(c *object.Ctx) {
	s.tasklet = c.NewClass(s.taskletSpec())
	s.tasklet.Layout = object.KTasklet
	s.channel = c.NewClass(s.channelSpec())
	s.channel.Layout = object.KChannel
	s.bomb = c.NewClass(s.bombSpec())
	s.cstack = c.NewClass(cstackSpec())
	s.cframe = c.NewClass(cframeSpec())
}

func callable(c *object.Ctx, v value, what string) bool {
	if !v.IsNone() && object.TypeOf(v).Dunder(object.DCall).IsNil() {
		c.Raise(object.TypeError, "%s must be callable", what)
		return false
	}
	return true
}

// hook makes set_schedule_callback and its like.
func hook(what string, field func(s *sched.Thread) *value) object.Fn {
	return func(c *object.Ctx, a []value) value {
		if !a[0].IsNil() && !callable(c, a[0], what) {
			return object.Nil
		}
		s := Of(c)
		old := *field(s.Thread)
		for _, v := range s.threads.all { // one for all threads
			circle := threadOf(v).circle
			circle.Touch()
			*field(circle) = opt(a[0])
		}
		return old
	}
}

var funcs = []object.Def{
	{Sig: "run(timeout=0, threadblock=False, soft=False, ignore_nesting=False, totaltimeout=False, *args, **kwargs)", Fn: run, Doc: "Run the tasklets until none is runnable or the time is over."},
	{Sig: "schedule(retval=_CURRENT)", Fn: func(c *object.Ctx, a []value) value { return schedule(c, a[0], false) }, Doc: "Let the next tasklet run; the caller stays runnable."},
	{Sig: "schedule_remove(retval=_CURRENT)", Fn: func(c *object.Ctx, a []value) value { return schedule(c, a[0], true) }, Doc: "Let the next tasklet run and leave the queue."},
	{Sig: "getruncount()", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(Of(c).Count)) }, Doc: "Return the number of runnable tasklets."},
	{Sig: "getcurrent()", Fn: func(c *object.Ctx, a []value) value { return Of(c).shown().V() }, Doc: "Return the tasklet that runs."},
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
	{Sig: "get_thread_info(thread_id=-1, flags=0, /)", Fn: threadInfo, Doc: "Return the main and the current tasklet of a thread and the number of runnable ones."},
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
	{Sig: "set_schedule_callback(callable, /)", Fn: hook("schedule callback", func(s *sched.Thread) *value { return &s.Callback })},
	{Sig: "get_schedule_callback()", Fn: func(c *object.Ctx, a []value) value { return Of(c).Callback }},
	{Sig: "set_channel_callback(callable, /)", Fn: hook("channel callback", func(s *sched.Thread) *value { return &s.ChannelCB })},
	{Sig: "get_channel_callback()", Fn: func(c *object.Ctx, a []value) value { return Of(c).ChannelCB }},
	{Sig: "set_error_handler(handler=None, /)", Fn: hook("error handler", func(s *sched.Thread) *value { return &s.ErrorFn })},
	{Sig: "pickle_flags(new_flags=-1, mask=-1)", Fn: func(c *object.Ctx, a []value) value {
		s := Of(c)
		return pickleFlags(c, a, s.threads.current.Hdr(), &s.threads.now().flags)
	}, Doc: "Get and set what the current thread pickles of a tasklet."},
	{Sig: "pickle_flags_default(new_default=-1, mask=-1)", Fn: func(c *object.Ctx, a []value) value {
		s := Of(c)
		return pickleFlags(c, a, s.threads.hdr, &s.threads.flags)
	}, Doc: "Get and set the pickle flags that new threads begin with."},
}

// pickleFlags gets flags and sets those that mask names.
func pickleFlags(c *object.Ctx, a []value, owner *object.Hdr, flags *int64) value {
	given := [2]int{-1, -1}
	for i, v := range a {
		if v.IsNil() {
			continue
		}
		n, ok := c.IndexInt(v, false)
		if !ok {
			return object.Nil
		}
		given[i] = n
	}
	old, set, mask := *flags, int64(given[0]), int64(given[1])
	if set < -1 || set != -1 && set&mask > 15 {
		return c.Raise(object.ValueError, "you must not set an undefined pickle-flag")
	}
	if set != -1 {
		c.Touch(owner)
		*flags = old&^mask | set&mask
	}
	return object.Int(old)
}

// threadInfo is get_thread_info(). Bit 30 of the flags adds three facts about the C stack, of which there is none; bit
// 31 the tasklets in run().
func threadInfo(c *object.Ctx, a []value) value {
	s := Of(c)
	th := s.threads.now()
	if !a[0].IsNil() {
		if !a[0].IsAnyInt() {
			return c.Raise(object.TypeError, "get_thread_info() argument 1 must be int, not %s", object.TypeOf(a[0]).Name)
		}
		n, ok := a[0].AsInt()
		switch {
		case ok && n == -1:
		case ok && n < 0:
			return c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		case !ok || s.threads.find(n) == nil:
			return c.Raise(object.RuntimeError, "Thread id not found")
		default:
			th = s.threads.find(n)
		}
	}
	flags := 0
	if !a[1].IsNil() {
		var ok bool
		if flags, ok = c.IndexInt(a[1], false); !ok {
			return object.Nil
		}
	}
	current := object.None
	if th.circle.Current != nil {
		current = th.circle.Current.V()
	}
	info := []value{th.circle.Main.V(), current, object.Int(int64(th.circle.Count))}
	if flags&(1<<30) != 0 {
		info = append(info, object.Int(0), object.Int(0), s.stub)
	}
	if flags&(1<<31) != 0 {
		info = append(info, th.circle.List(c))
	}
	return object.NewTuple(info)
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
	if more := a[5].AsTuple(); more != nil && len(more.Items) > 0 {
		return c.Raise(object.TypeError, "run_watchdog() takes at most 5 arguments (%d given)", 5+len(more.Items))
	}
	if !a[6].IsNil() && a[6].AsDict().Len() > 0 {
		return c.Raise(object.TypeError, "'%s' is an invalid keyword argument for run_watchdog()", a[6].AsDict().Keys()[0].AsStr().String())
	}
	d := &sched.Watchdog{}
	if !a[0].IsNil() {
		if !a[0].IsAnyInt() {
			return c.Raise(object.TypeError, "an integer is required (got type %s)", object.TypeOf(a[0]).Said())
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
