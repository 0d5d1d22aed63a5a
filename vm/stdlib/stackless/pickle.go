package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// Bits of the first item of a tasklet's state; the lowest two tell how it is blocked. Those from 1<<8 on are ours.
const (
	stateBlocked = 3 // 1 to send, 3 to receive
	stateAtomic  = 1 << 2
	stateIgnore  = 1 << 3
	stateTrap    = 1 << 5
	statePreempt = 1 << 8 // it was stopped between two instructions
	stateDoomed  = 1 << 9 // it never ran, and will get the exception in its tempval
)

// preserveTracing and pickleContext are two of the pickle flags.
const (
	preserveTracing = 1
	pickleContext   = 8
)

// cframe is the frame of a call that has not begun: what a tasklet has that never ran.
type cframe struct{ fn, args, kwargs value }

// Walk implements object.Impl.
func (f *cframe) Walk(w *object.Walker) {
	w.Value(&f.fn)
	w.Value(&f.args)
	w.Value(&f.kwargs)
}

func cframeSpec() object.Spec {
	return object.Spec{Name: "cframe", Module: "_stackless", Flags: object.Final, Doc: "The frame of a call that has not begun.",
		Methods: []object.Def{
			{Sig: "__new__(cls, func=None, args=(), kwargs=None, /)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				f := &cframe{opt(a[1]), object.NewTuple(nil), opt(a[3])}
				if !a[2].IsNil() {
					f.args = a[2]
				}
				if f.args.AsTuple() == nil || !f.kwargs.IsNone() && f.kwargs.AsDict() == nil {
					return c.Raise(object.TypeError, "cframe() needs a callable, a tuple and a dict")
				}
				return c.NewObj(a[0].AsType(), f)
			}},
			{Sig: "__reduce__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				f, _ := object.As[*cframe](a[0])
				return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(), object.TupleOf(f.fn, f.args, f.kwargs))
			}},
			{Sig: "__setstate__(self, state, /)", Fn: func(c *object.Ctx, a []value) value {
				f, _ := object.As[*cframe](a[0])
				s := object.Items(a[1])
				if len(s) != 3 || s[1].AsTuple() == nil || !s[2].IsNone() && s[2].AsDict() == nil {
					return c.Raise(object.ValueError, "invalid state of a cframe")
				}
				c.Touch(a[0].Hdr())
				f.fn, f.args, f.kwargs = s[0], s[1], s[2]
				return object.None
			}},
		}}
}

// reduceTasklet is tasklet.__reduce__().
func reduceTasklet(c *object.Ctx, a []value) value {
	s, vm := Of(c), interp.FromCtx(c)
	t := sched.AsTasklet(a[0])
	home := s.home(t)
	if home.state != threadEnded && t == home.circle.Current {
		return c.Raise(object.RuntimeError, "You cannot __reduce__ the tasklet which is current.")
	}
	var frames []value
	flags := int64(0)
	switch {
	case t.Frame.IsNil():
	case interp.AsFrame(t.Frame) == s.bottom:
		if t.Started {
			flags |= stateDoomed
		}
		call := t.Call()
		kwargs := call.Kwargs
		if kwargs.IsNil() {
			kwargs = object.None
		}
		frames = append(frames, c.NewObj(s.cframe, &cframe{opt(t.Func), call.Args, kwargs}))
	default:
		for _, f := range vm.Chain(interp.AsFrame(t.Frame)) {
			frames = append(frames, f.Capture())
		}
	}
	flags |= int64(t.Blocked()) & stateBlocked
	for _, x := range [...]struct {
		on  bool
		bit int64
	}{{t.Atomic, stateAtomic}, {t.IgnoreNesting, stateIgnore}, {t.BlockTrap, stateTrap}, {t.Preempted, statePreempt}} {
		if x.on {
			flags |= x.bit
		}
	}
	temp := opt(t.Temp)
	if t.Frame.IsNil() && !t.Func.IsNil() && temp.IsNone() { // bound to a function: that waits where the value will be
		temp = t.Func
	}
	x := t.Extra()
	profile, trace, which := object.None, object.None, int64(0)
	if s.threads.now().flags&preserveTracing != 0 {
		profile, trace = opt(x.Profile), opt(x.Trace)
		if !trace.IsNone() {
			which |= 1
		}
		if !profile.IsNone() {
			which |= 2
		}
	}
	state := []value{object.Int(flags), temp, object.Int(0), c.NewList(frames), object.None, object.None, object.None, object.None,
		object.Int(0), object.Int(which), profile, trace}
	if s.threads.now().flags&pickleContext != 0 {
		state = append(state, s.context(t))
	}
	if t.Dict != nil && t.Dict.Len() > 0 {
		if len(state) == 12 {
			state = append(state, object.None)
		}
		state = append(state, t.Dict.V())
	}
	return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(), object.NewTuple(state))
}

// setTaskletState is tasklet.__setstate__().
func setTaskletState(c *object.Ctx, a []value) value {
	s, vm := Of(c), interp.FromCtx(c)
	t := sched.AsTasklet(a[0])
	if alive(s, t) {
		return c.Raise(object.RuntimeError, "tasklet is alive")
	}
	state := object.Items(a[1])
	var flags int64
	ok := len(state) >= 12 && len(state) <= 14
	if ok {
		flags, ok = state[0].AsInt()
	}
	if !ok || state[3].AsList() == nil {
		return c.Raise(object.TypeError, "invalid state of a tasklet")
	}
	list := state[3].AsList().Items
	c.Touch(&t.Hdr)
	t.Atomic, t.IgnoreNesting, t.BlockTrap = flags&stateAtomic != 0, flags&stateIgnore != 0, flags&stateTrap != 0
	temp := state[1]
	if first, isCall := firstCall(list); isCall {
		t.Func = first.fn
		kwargs := first.kwargs
		if kwargs.IsNone() {
			kwargs = object.Nil
		}
		s.start(vm, t, first.args, kwargs)
		t.Started, t.Temp = flags&stateDoomed != 0, temp
	} else if len(list) > 0 {
		frames := make([]*interp.Frame, len(list))
		for i, v := range list {
			frames[i] = interp.AsFrame(v)
		}
		top := vm.Link(s.bottom, frames)
		if top == nil {
			return c.Raise(object.ValueError, "invalid frames in the state of a tasklet")
		}
		t.Frame, t.Started, t.Temp, t.Preempted = top.V(), true, temp, flags&statePreempt != 0
		t.Since = vm.Ticks()
		s.home(t).circle.Born(t)
		s.news(News{Kind: Created, Tasklet: t.ID, Other: s.Current.ID})
	} else if !temp.IsNone() && object.TypeOf(temp).Dunder(object.DCall) != object.Nil {
		t.Func, t.Temp = temp, object.None
	} else {
		t.Temp = temp
	}
	if len(list) > 0 {
		if ctx := s.Current.Extra().Context; !ctx.IsNil() {
			t.EditExtra().Context = ctx
		}
	}
	if which, _ := state[9].AsInt(); which != 0 {
		x := t.EditExtra()
		x.Profile, x.Trace = state[10], state[11]
	}
	if len(state) > 12 && !state[12].IsNone() {
		t.EditExtra().Context = state[12]
	}
	if len(state) > 13 && state[13].AsDict() != nil {
		d := c.InstanceDict(a[0])
		if d == nil {
			return c.Raise(object.TypeError, "invalid state of a tasklet")
		}
		for i := state[13].AsDict().T.Next(0); i >= 0; i = state[13].AsDict().T.Next(i + 1) {
			e := state[13].AsDict().T.At(i)
			d.SetStr(c, e.Key.AsStr().String(), e.Val)
		}
	}
	return a[0]
}

// firstCall is the call that has not begun, if that is all of a tasklet's frames.
func firstCall(list []value) (*cframe, bool) {
	if len(list) != 1 {
		return nil, false
	}
	return object.As[*cframe](list[0])
}
