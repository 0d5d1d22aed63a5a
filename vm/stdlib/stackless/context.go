package stackless

import (
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// A tasklet runs in the context of its maker, which is nearly always that of its thread: so nothing is stored in a
// tasklet (Nil) unless it has another one. None is for a task that begins with a context of its own, made when needed.

// context is the context of a tasklet, or None if it has not been needed yet.
func (s *Scheduler) context(t *sched.Tasklet) value {
	if ctx := t.Extra().Context; !ctx.IsNil() {
		return ctx
	}
	if unbound(t) {
		return object.None
	}
	return s.home(t).context
}

// unbound tells that a tasklet has no function and never had: it has nobody's context.
func unbound(t *sched.Tasklet) bool { return t.Func.IsNil() && t.Frame.IsNil() && !t.Started }

// adopt makes a context that of a tasklet which had none.
func (s *Scheduler) adopt(c *object.Ctx, t *sched.Tasklet, ctx value) {
	if t.Extra().Context.IsNil() && !unbound(t) {
		th := s.home(t)
		s.threads.touch(c, th)
		th.context = ctx
		return
	}
	c.Touch(&t.Hdr)
	t.EditExtra().Context = ctx
}

// contextOf is the context of a tasklet; it makes one if there is none. Nil: it has to be called again.
func contextOf(c *object.Ctx, t *sched.Tasklet) value {
	s := Of(c)
	if ctx := s.context(t); !ctx.IsNone() {
		return ctx
	}
	ctx := c.Call(c.Host.Hosted("Context"))
	if !ctx.IsNil() {
		s.adopt(c, t, ctx)
	}
	return ctx
}

// setContext is tasklet.set_context().
func setContext(c *object.Ctx, a []value) value {
	if t := c.Host.Hosted("Context").AsType(); object.TypeOf(a[1]) != t {
		return c.Raise(object.TypeError, "set_context() argument must be contextvars.Context, not %s", object.TypeOf(a[1]).Name)
	}
	s := Of(c)
	t := sched.AsTasklet(a[0])
	if s.foreign(t) && (t.Runnable() || t == s.home(t).circle.Current) && s.home(t).state != threadEnded {
		return c.Raise(object.RuntimeError, "tasklet belongs to a different thread")
	}
	if old := s.context(t); !old.IsNone() {
		entered := c.GetAttr(old, c.Intern("_entered"))
		switch {
		case entered.IsNil():
			return entered
		case entered.IsTrue():
			return c.Raise(object.RuntimeError, "the current context of the tasklet has been entered.")
		}
	}
	c.Touch(&t.Hdr)
	t.EditExtra().Context = a[1]
	return a[0]
}

// contextNatives are what the module _contextvars, written in Python, asks.
func contextNatives(c *object.Ctx) map[string]value {
	f := func(sig string, fn object.Fn) value { return c.Func("", &object.Def{Sig: sig, Fn: fn}) }
	return map[string]value{
		"_context_get": f("_context_get()", func(c *object.Ctx, a []value) value { s := Of(c); return s.context(s.Current) }),
		"_context_set": f("_context_set(context, /)", func(c *object.Ctx, a []value) value {
			t := Of(c).Current
			c.Touch(&t.Hdr)
			t.EditExtra().Context = a[0]
			return object.None
		}),
		"_context_adopt": f("_context_adopt(context, /)", func(c *object.Ctx, a []value) value {
			s := Of(c)
			s.adopt(c, s.Current, a[0])
			return object.None
		}),
		"_context_own": f("_context_own()", func(c *object.Ctx, a []value) value { // the tasklet's own, or Ellipsis
			if ctx := Of(c).Current.Extra().Context; !ctx.IsNil() {
				return ctx
			}
			return object.Ellipsis
		}),
		"_context_restore": f("_context_restore(context, /)", func(c *object.Ctx, a []value) value {
			t := Of(c).Current
			c.Touch(&t.Hdr)
			if t.EditExtra().Context = a[0]; a[0] == object.Ellipsis {
				t.EditExtra().Context = object.Nil
			}
			return object.None
		}),
	}
}
