package stackless

import (
	"strings"

	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// The module scheduler decides itself who goes on. These are its steps: they move tasklets as the rules of Stackless do,
// but ask nobody.

// schedulerNatives is a dict of the functions that the hosted code of the module scheduler calls.
func schedulerNatives(c *object.Ctx, a []value) value {
	d := c.NewDict()
	for _, def := range directedDefs {
		d.SetStr(c, def.Sig[:strings.IndexByte(def.Sig, '(')], c.Func("", &def))
	}
	return d.V()
}

var directedDefs = []object.Def{
	{Sig: "_resume(tasklet, why, sign, /)", Fn: func(c *object.Ctx, a []value) value { // why: None (it stays runnable), False or a channel
		t, why := sched.AsTasklet(a[0]), a[1]
		n, _ := a[2].AsInt()
		return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
			return s.direct(vm, f, t, why, int(n))
		})
	}},
	{Sig: "_finish(tasklet, /)", Fn: func(c *object.Ctx, a []value) value {
		t := sched.AsTasklet(a[0])
		return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
			ended := s.Current
			s.news(News{Kind: Ended, Tasklet: ended.ID})
			if t.Frame.IsNil() {
				return s.bury(vm, f, ended, object.Nil)
			}
			s.admitHere(t)
			s.handOver(vm, f, t, ended)
			return s.enter(vm, t)
		})
	}},
	{Sig: "_list(tasklet, /)", Fn: func(c *object.Ctx, a []value) value {
		if t := sched.AsTasklet(a[0]); !t.Scheduled() {
			Of(c).admit(c, t)
		}
		return object.None
	}},
	{Sig: "_unlist(tasklet, /)", Fn: func(c *object.Ctx, a []value) value {
		s, t := Of(c), sched.AsTasklet(a[0])
		if home := s.home(t).circle; t.Runnable() && t != home.Current {
			home.Remove(t)
		}
		return object.None
	}},
	{Sig: "_dequeue(tasklet, /)", Fn: func(c *object.Ctx, a []value) value {
		s, t := Of(c), sched.AsTasklet(a[0])
		if t.InQueue() {
			s.home(t).circle.Dequeue(t)
			s.news(News{Kind: Woken, Tasklet: t.ID, Other: s.Current.ID})
		}
		return object.None
	}},
	{Sig: "_at_thread_end(function, /)", Fn: func(c *object.Ctx, a []value) value {
		t := Of(c).threads
		if th := t.now(); th.id != threadID {
			c.Touch(t.current.Hdr())
			th.atEnd = a[0]
		}
		return object.None
	}},
	{Sig: "_deadlock(text, /)", Fn: func(c *object.Ctx, a []value) value {
		text := a[0].AsStr().String()
		return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
			s.news(News{Kind: Deadlock, Tasklet: s.Current.ID})
			fail := func() *interp.Frame {
				vm.Raise(object.RuntimeError, "%s", text)
				return vm.Throw(f, vm.TakeExc())
			}
			if vm.Deadlock != nil && vm.Deadlock(vm, f) {
				return vm.LeaveAmid(f, interp.Stop{Why: interp.Deadlocked}, fail)
			}
			return fail()
		})
	}},
}

// admitHere makes t a runnable tasklet of the running thread, wherever it waits.
func (s *Scheduler) admitHere(t *sched.Tasklet) {
	if t.InQueue() {
		s.Dequeue(t)
	}
	if !t.Runnable() {
		s.InsertAfter(t)
	}
}

// direct goes on with t. why says what becomes of the current tasklet: None, it stays runnable; False, it leaves; a
// channel, it waits there.
func (s *Scheduler) direct(vm *interp.VM, f *interp.Frame, t *sched.Tasklet, why value, sign int) *interp.Frame {
	cur := s.Current
	if t == cur {
		return vm.Deliver(f, object.None)
	}
	if t.Frame.IsNil() {
		vm.Raise(object.RuntimeError, "You cannot run an unbound(dead) tasklet")
		return vm.Throw(f, vm.TakeExc())
	}
	s.admitHere(t)
	vm.Touch(&cur.Hdr)
	cur.Temp = object.None
	if !why.IsNone() {
		s.Remove(cur)
	}
	if ch := sched.AsChannel(why); ch != nil {
		s.Enqueue(ch, cur, sign)
		s.news(News{Kind: Waiting, Tasklet: cur.ID, Channel: ch.ID, Send: sign > 0})
	}
	s.park(vm, cur, f)
	s.Touch()
	s.Current = t
	return s.enter(vm, t)
}
