package stackless

import (
	"strconv"

	"slp/vm/internal/interp"
	"slp/vm/object"
)

var greenletFuncs = []object.Def{
	{Sig: "getcurrent()", Fn: getCurrentGreenlet, Doc: "Return the greenlet that runs."},
	{Sig: "settrace(callback, /)", Fn: setGreenletTrace, Doc: "Call callback(event, (origin, target)) at each switch; returns the function that was called before."},
	{Sig: "gettrace()", Fn: func(c *object.Ctx, a []value) value { return Of(c).greens.trace }, Doc: "Return the function that is called at each switch, or None."},
	{Sig: "get_pending_cleanup_count()", Fn: func(c *object.Ctx, a []value) value { return object.Int(0) }},
	{Sig: "get_total_main_greenlets()", Fn: func(c *object.Ctx, a []value) value { return object.Int(Of(c).mainGreenlets()) }, Doc: "Count the main greenlets of the threads that run."},
	{Sig: "get_clocks_used_doing_optional_cleanup()", Fn: func(c *object.Ctx, a []value) value { return object.Int(0) }},
	{Sig: "enable_optional_cleanup(on, /)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
}

// Greenlet is the module greenlet, with the names of version 3.
var Greenlet = object.ModuleDef{
	Name:  "greenlet",
	Doc:   "Greenlets: coroutines that switch to one another by name.",
	Funcs: greenletFuncs,
	Init: func(c *object.Ctx, m *object.Module) bool {
		x := Of(c).greens
		m.Set(c, "greenlet", x.class.V())
		m.Set(c, "error", x.fault.V())
		m.Set(c, "GreenletExit", x.exit.V())
		m.Set(c, "__version__", object.NewStr("3.2.4"))
		for _, name := range []string{"GREENLET_USE_GC", "GREENLET_USE_TRACING", "GREENLET_USE_CONTEXT_VARS", "GREENLET_USE_STANDARD_THREADING"} {
			m.Set(c, name, object.True)
		}
		m.Set(c, "CLOCKS_PER_SEC", object.Int(1_000_000))
		m.Set(c, "_C_API", object.None)
		return true
	},
}

func (s *Scheduler) installGreenlets(c *object.Ctx) {
	x := &greenlets{trace: object.None}
	x.fault = c.NewClass(object.Spec{Name: "error", Module: "greenlet", Base: object.Exception})
	x.exit = c.NewClass(object.Spec{Name: "GreenletExit", Module: "greenlet", Base: object.BaseException})
	x.class = c.NewClass(s.greenletSpec(x))
	s.greens = x
	s.greensObj = c.NewObj(s.threads.locks, x)
}

func (s *Scheduler) mainGreenlets() int64 {
	n := int64(0)
	for _, v := range s.threads.all {
		for t := range threadOf(v).circle.All {
			if g := asGreenlet(t.Extra().Green); g != nil && g.main {
				n++
			}
		}
	}
	return n
}

func getCurrentGreenlet(c *object.Ctx, a []value) value { return Of(c).currentGreenlet(c) }

func setGreenletTrace(c *object.Ctx, a []value) value {
	s := Of(c)
	old := s.greens.trace
	c.Touch(s.greensObj.Hdr())
	s.greens.trace = a[0]
	return old
}

// newParent checks what is to become the parent of a greenlet.
func (s *Scheduler) newParent(c *object.Ctx, self, parent value) bool {
	p := asGreenlet(parent)
	if p == nil {
		c.Raise(object.TypeError, "GreenletChecker: Expected any type of greenlet, not %s", object.TypeOf(parent).Name)
		return false
	}
	for q := parent; !q.IsNone(); q = asGreenlet(q).parent {
		if q == self {
			c.Raise(object.ValueError, "cyclic parent chain")
			return false
		}
	}
	r := root(p)
	if r == nil {
		c.Raise(object.ValueError, "parent must not be garbage collected")
		return false
	}
	if g := asGreenlet(self); g.task != nil && s.home(g.task) != s.home(r.task) {
		c.Raise(object.ValueError, "parent cannot be on a different thread")
		return false
	}
	c.Touch(self.Hdr())
	asGreenlet(self).parent = parent
	return true
}

// setRun sets the function of a greenlet.
func setRun(c *object.Ctx, self, v value) bool {
	g := asGreenlet(self)
	switch {
	case g.main:
		c.Raise(object.AttributeError, "Main greenlets do not have a run attribute.")
	case g.state != greenPending:
		c.Raise(object.AttributeError, "run cannot be set after the start of the greenlet")
	case v.IsNil() && g.run.IsNil():
		c.Raise(object.AttributeError, "run")
	default:
		c.Touch(self.Hdr())
		g.run = v
		return true
	}
	return false
}

func greenletSwitch(c *object.Ctx, a []value) value {
	self := a[0]
	p := parcel{args: a[1].AsTuple().Items, kwargs: a[2], exc: object.Nil}
	if !p.kwargs.IsNil() && p.kwargs.AsDict().Len() == 0 {
		p.kwargs = object.Nil
	}
	return askSwitch(c, self, p)
}

// askSwitch asks the interpreter for a switch.
func askSwitch(c *object.Ctx, self value, p parcel) value {
	if !Of(c).reachable(c, self) {
		return object.Nil
	}
	return ask(c, func(s *Scheduler, vm *interp.VM, f *interp.Frame) *interp.Frame {
		return s.switchGreenlet(vm, f, self, p, nil)
	})
}

func greenletThrow(c *object.Ctx, a []value) value {
	s := Of(c)
	typ := a[1]
	if typ.IsNil() {
		typ = s.greens.exit.V()
	}
	if tb := a[3]; !tb.IsNil() && !tb.IsNone() && tb.Kind() != object.KTraceback {
		return c.Raise(object.TypeError, "throw() third argument must be a traceback object")
	}
	exc := throwArgs(c, typ, a[2], a[3])
	if exc.IsNil() {
		return exc
	}
	p := parcel{kwargs: object.Nil, exc: exc}
	if g := asGreenlet(a[0]); g.state == greenDead { // what nobody can get any more is a result for its parent
		p = s.greens.returned(object.None, exc)
	}
	return askSwitch(c, a[0], p)
}

func greenletRepr(c *object.Ctx, a []value) value {
	s := Of(c)
	g := asGreenlet(a[0])
	text := "<" + tpName(s, a[0]) + " object at " + c.Address(a[0]) + " (otid=0x" + strconv.FormatInt(s.owner(g), 16) + ")"
	switch {
	case s.greenAlive(g) || g.state == greenPending && !s.gone(g):
		switch {
		case g.task != nil && g.task == s.Current:
			text += " current"
		case g.state == greenActive:
			text += " suspended"
		}
		if g.state == greenActive {
			text += " active started"
		} else {
			text += " pending"
		}
		if g.main {
			text += " main"
		}
	default:
		text += " "
		if s.gone(g) {
			text += "(thread exited) "
		}
		text += "dead"
	}
	return object.NewStr(text + ">")
}

// owner is the number of the thread that a greenlet belongs to; 0 if there is none.
func (s *Scheduler) owner(g *greenlet) int64 {
	if g.task == nil {
		if g = root(g); g == nil {
			return 0
		}
	}
	return s.home(g.task).id
}

func getGreenletContext(c *object.Ctx, o value) value {
	s, g := Of(c), asGreenlet(o)
	if g.task == nil {
		return opt(g.context)
	}
	if s.foreign(g.task) && g.task == s.home(g.task).circle.Current {
		return c.Raise(object.ValueError, "cannot get context of a greenlet that is running in a different thread")
	}
	return s.context(g.task)
}

func setGreenletContext(c *object.Ctx, o, v value) bool {
	s, g := Of(c), asGreenlet(o)
	switch {
	case v.IsNil():
		c.Raise(object.AttributeError, "can't delete context attribute")
		return false
	case !v.IsNone() && object.TypeOf(v) != c.Host.Hosted("Context").AsType():
		c.Raise(object.TypeError, "greenlet context must be a contextvars.Context or None")
		return false
	case g.task != nil && s.foreign(g.task) && g.task == s.home(g.task).circle.Current:
		c.Raise(object.ValueError, "cannot set context of a greenlet that is running in a different thread")
		return false
	}
	if g.task == nil {
		c.Touch(o.Hdr())
		g.context = v
		return true
	}
	c.Touch(&g.task.Hdr)
	g.task.EditExtra().Context = v
	return true
}

func (s *Scheduler) greenletSpec(x *greenlets) object.Spec {
	get := func(name string, f func(s *Scheduler, vm *interp.VM, g *greenlet) value) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return f(Of(c), interp.FromCtx(c), asGreenlet(o)) }}
	}
	static := func(d object.Def) object.Def { d.Kind = object.AsStatic; return d }
	return object.Spec{Name: "greenlet", Module: "greenlet", Flags: object.HasWeakref | object.HasDict,
		Doc: "greenlet(run=None, parent=None)\n\nA coroutine: it runs when another greenlet switches to it.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				if a[0].AsType().Flags&object.Abstract != 0 {
					return c.Self("abstract_error", a[0])
				}
				return c.NewObj(a[0].AsType(), &greenlet{parent: Of(c).currentGreenlet(c), run: object.Nil, context: object.Nil})
			}},
			{Sig: "__init__(self, run=None, parent=None)", Fn: func(c *object.Ctx, a []value) value {
				if !a[1].IsNil() && !setRun(c, a[0], a[1]) {
					return object.Nil
				}
				if !a[2].IsNil() && !a[2].IsNone() && !Of(c).newParent(c, a[0], a[2]) {
					return object.Nil
				}
				return object.None
			}},
			{Sig: "switch(self, /, *args, **kwargs)", Fn: greenletSwitch, Doc: "Go on with this greenlet; returns what is switched back."},
			{Sig: "throw(self, typ=None, val=None, tb=None, /)", Fn: greenletThrow, Doc: "Go on with this greenlet and raise an exception there, GreenletExit if none is given."},
			{Sig: "__getstate__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				return c.Raise(object.TypeError, "cannot serialize '%s' object", tpName(Of(c), a[0]))
			}},
			{Sig: "__bool__(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(Of(c).greenAlive(asGreenlet(a[0]))) }},
			{Sig: "__repr__(self, /)", Fn: greenletRepr},
			static(greenletFuncs[0]), static(greenletFuncs[1]), static(greenletFuncs[2]),
		},
		Attrs: map[string]value{"error": x.fault.V(), "GreenletExit": x.exit.V()},
		Gets: []object.Get{
			{Name: "__dict__", Get: func(c *object.Ctx, o value) value { return c.InstanceDict(o).V() }, Set: setGreenletDict},
			{Name: "run", Get: func(c *object.Ctx, o value) value {
				if g := asGreenlet(o); g.main {
					return c.Raise(object.AttributeError, "Main greenlets do not have a run attribute.")
				} else if !g.run.IsNil() && g.state == greenPending {
					return g.run
				}
				return c.Raise(object.AttributeError, "run")
			}, Set: setRun},
			{Name: "parent", Get: func(c *object.Ctx, o value) value { return asGreenlet(o).parent }, Set: func(c *object.Ctx, o, v value) bool {
				switch {
				case v.IsNil():
					c.Raise(object.AttributeError, "can't delete attribute")
				case asGreenlet(o).main:
					c.Raise(object.AttributeError, "cannot set the parent of a main greenlet")
				default:
					return Of(c).newParent(c, o, v)
				}
				return false
			}},
			get("gr_frame", func(s *Scheduler, vm *interp.VM, g *greenlet) value {
				if g.state != greenActive || s.gone(g) || g.task == s.Current {
					return object.None
				}
				return frameOf(s, vm, g.task)
			}),
			{Name: "gr_context", Get: getGreenletContext, Set: setGreenletContext},
			get("dead", func(s *Scheduler, vm *interp.VM, g *greenlet) value {
				return object.Bool(g.state == greenDead || s.gone(g))
			}),
			get("_stack_saved", func(s *Scheduler, vm *interp.VM, g *greenlet) value { return object.Int(0) }),
		}}
}

// tpName is the name of a greenlet's class as C code says it.
func tpName(s *Scheduler, v value) string {
	if t := object.TypeOf(v); t != s.greens.class {
		return t.Name
	}
	return "greenlet.greenlet"
}

func setGreenletDict(c *object.Ctx, o, v value) bool {
	switch {
	case v.IsNil():
		c.Raise(object.TypeError, "__dict__ may not be deleted")
	case v.AsDict() == nil:
		c.Raise(object.TypeError, "__dict__ must be a dictionary")
	default:
		c.Touch(o.Hdr())
		o.AsObj().Dict = v.AsDict()
		return true
	}
	return false
}
