package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// ask hands the rest of a method to the scheduler, which may switch.
func ask(c *object.Ctx, do func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame) value {
	s := Of(c)
	return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame { return do(s, vm, f) }))
}

func (s *Scheduler) channelSpec() object.Spec {
	send := func(c *object.Ctx, ch *sched.Channel, v value) value {
		s := Of(c)
		s.acts = actOp{s, ch, 1, v}
		return c.Ask(&s.acts)
	}
	receive := func(c *object.Ctx, a []value) value {
		s := Of(c)
		s.acts = actOp{s, sched.AsChannel(a[0]), -1, object.None}
		return c.Ask(&s.acts)
	}
	get := func(name, doc string, f func(ch *sched.Channel) value) object.Get {
		return object.Get{Name: name, Doc: doc, Get: func(c *object.Ctx, o value) value { return f(sched.AsChannel(o)) }}
	}
	num := func(b bool) value { return object.Bool(b) }
	return object.Spec{Name: "channel", Module: "_stackless", Flags: object.HasWeakref,
		Doc: "A channel carries values from tasklet to tasklet: whoever comes first waits for the other.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				s := Of(c)
				return s.NewChannel(a[0].AsType(), s.site(interp.FromCtx(c))).V()
			}},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
			{Sig: "send(self, value, /)", Fn: func(c *object.Ctx, a []value) value { return send(c, sched.AsChannel(a[0]), a[1]) },
				Doc: "Send a value over the channel; block until another tasklet receives it."},
			{Sig: "receive(self, /)", Fn: receive, Doc: "Receive a value over the channel; block until another tasklet sends one."},
			{Sig: "send_exception(self, exc, /, *args)", Fn: func(c *object.Ctx, a []value) value {
				b := makeBomb(c, a[1], a[2].AsTuple().Items, "channel.send_exception")
				if b.IsNil() {
					return b
				}
				return send(c, sched.AsChannel(a[0]), b)
			}, Doc: "Send an exception over the channel."},
			{Sig: "send_throw(self, exc, val=None, tb=None)", Fn: func(c *object.Ctx, a []value) value {
				exc := throwArgs(c, a[1], a[2], a[3])
				if exc.IsNil() {
					return exc
				}
				return send(c, sched.AsChannel(a[0]), c.Once(func() value { return newBomb(interp.FromCtx(c), exc) }))
			}, Doc: "Send an exception with a traceback over the channel."},
			{Sig: "send_sequence(self, seq, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("send_sequence", a[0], a[1]) },
				Doc: "Send the items of an iterable one by one and return their number."},
			{Sig: "__iter__(self, /)", Fn: func(c *object.Ctx, a []value) value { return a[0] }},
			{Sig: "__next__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				ch := sched.AsChannel(a[0])
				if ch.Closing && ch.Balance <= 0 {
					return c.RaiseArgs(object.StopIteration)
				}
				return receive(c, a)
			}},
			{Sig: "close(self, /)", Fn: func(c *object.Ctx, a []value) value {
				c.Touch(a[0].Hdr())
				sched.AsChannel(a[0]).Closing = true
				return object.None
			}, Doc: "Forbid that tasklets block on the channel; those that wait already still get their partners."},
			{Sig: "open(self, /)", Fn: func(c *object.Ctx, a []value) value {
				c.Touch(a[0].Hdr())
				sched.AsChannel(a[0]).Closing = false
				return object.None
			}, Doc: "Undo close()."},
			{Sig: "__reduce__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				ch := sched.AsChannel(a[0])
				var waiting []value
				for _, t := range ch.Waiting() {
					waiting = append(waiting, t.V())
				}
				flags := int64(ch.Preference) & 3
				if ch.ScheduleAll {
					flags |= 8
				}
				if ch.Closing {
					flags |= 1 << 2
				}
				return object.TupleOf(ch.Cls.V(), object.TupleOf(), object.TupleOf(object.Int(int64(ch.Balance)), object.Int(flags), c.NewList(waiting)))
			}},
			{Sig: "__setstate__(self, state, /)", Fn: channelSetState},
		},
		Gets: []object.Get{
			get("balance", "The number of tasklets waiting to send (>0) or receive (<0).", func(ch *sched.Channel) value { return object.Int(int64(ch.Balance)) }),
			get("closing", "True after close().", func(ch *sched.Channel) value { return num(ch.Closing) }),
			get("closed", "True after close() when no tasklet waits any more.", func(ch *sched.Channel) value { return num(ch.Closing && ch.Balance == 0) }),
			get("queue", "The first waiting tasklet, or None.", func(ch *sched.Channel) value {
				if ch.Head != nil {
					return ch.Head.V()
				}
				return object.None
			}),
			{Name: "preference", Doc: "-1 prefers the receiver, 1 the sender, 0 neither.",
				Get: func(c *object.Ctx, o value) value { return object.Int(int64(sched.AsChannel(o).Preference)) },
				Set: func(c *object.Ctx, o, v value) bool {
					n, ok := int64(0), false
					if !v.IsNil() {
						n, ok = v.AsInt()
					}
					if !ok {
						c.Raise(object.TypeError, "preference must be set to an integer")
						return false
					}
					c.Touch(o.Hdr())
					sched.AsChannel(o).Preference = int8(max(-1, min(1, n)))
					return true
				}},
			{Name: "schedule_all", Doc: "True: every action on the channel schedules; overrides preference.",
				Get: func(c *object.Ctx, o value) value {
					if sched.AsChannel(o).ScheduleAll {
						return object.Int(1)
					}
					return object.Int(0)
				},
				Set: func(c *object.Ctx, o, v value) bool {
					n, ok := int64(0), false
					if !v.IsNil() {
						n, ok = v.AsInt()
					}
					if !ok {
						c.Raise(object.TypeError, "schedule_all must be set to a bool or integer")
						return false
					}
					c.Touch(o.Hdr())
					sched.AsChannel(o).ScheduleAll = n != 0
					return true
				}},
		}}
}

func channelSetState(c *object.Ctx, a []value) value {
	items := object.Items(a[1])
	if len(items) != 3 {
		return c.Raise(object.ValueError, "invalid channel state")
	}
	flags, ok := items[1].AsInt()
	list := items[2].AsList()
	balance, ok2 := items[0].AsInt()
	if !ok || !ok2 || list == nil {
		return c.Raise(object.TypeError, "invalid channel state")
	}
	s := Of(c)
	ch := sched.AsChannel(a[0])
	c.Touch(&ch.Hdr)
	switch flags & 3 {
	case 3:
		ch.Preference = -1
	case 1:
		ch.Preference = 1
	default:
		ch.Preference = 0
	}
	ch.ScheduleAll, ch.Closing = flags&8 != 0, flags&4 != 0
	dir := 1
	if balance < 0 {
		dir = -1
	}
	for _, x := range list.Items {
		t := sched.AsTasklet(x)
		if t == nil || t.Scheduled() {
			return c.Raise(object.ValueError, "the tasklets of a channel's state must be neither scheduled nor blocked")
		}
		s.Enqueue(ch, t, dir)
	}
	return a[0]
}

// makeBomb makes the bomb of raise_exception and send_exception.
func makeBomb(c *object.Ctx, cls value, args []value, where string) value {
	t := cls.AsType()
	if cls.AsStr() == nil && (t == nil || t.Flags&object.IsException == 0) {
		return c.Raise(object.TypeError, "%s needs Exception or string subclass as first parameter", where)
	}
	return c.Once(func() value {
		return c.NewObj(Of(c).bomb, &bomb{cls, object.NewTuple(append([]value(nil), args...)), object.None})
	})
}

// throwArgs makes the exception of throw(exc, val, tb) with Stackless's messages.
func throwArgs(c *object.Ctx, typ, val, tb value) value {
	none := func(v value) bool { return v.IsNil() || v.IsNone() }
	if !none(tb) && tb.Kind() != object.KTraceback {
		return c.Raise(object.TypeError, "third argument must be a traceback object")
	}
	exc := typ
	switch {
	case typ.AsType() != nil && typ.AsType().Flags&object.IsException != 0:
		switch {
		case none(val):
			exc = c.Call(typ)
		case val.AsExc() != nil && object.Is(val, typ.AsType()):
			exc = val
		case val.AsTuple() != nil:
			exc = c.Call(typ, val.AsTuple().Items...)
		default:
			exc = c.Call(typ, val)
		}
		if exc.IsNil() {
			return exc
		}
	case typ.AsExc() != nil:
		if !none(val) {
			return c.Raise(object.TypeError, "instance exception may not have a separate value")
		}
	default:
		return c.Raise(object.TypeError, "exceptions must be classes, or instances, not %s", object.TypeOf(typ).Said())
	}
	if !none(tb) {
		c.Touch(exc.Hdr())
		exc.AsExc().TB = tb
	}
	return exc
}
