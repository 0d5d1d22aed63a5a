package weakref

import (
	"slices"

	"slp/vm/object"
)

// reacher is the interpreter, which knows what the program can still get at.
type reacher interface{ Reachable(see func(value)) }

// settings are what gc only keeps for those who ask.
type settings struct {
	disabled  bool
	threshold [3]int64
	debug     int64
	runs      int64
	collected int64
}

// Walk implements object.Impl.
func (s *settings) Walk(w *object.Walker) {
	w.Bool(&s.disabled)
	for i := range s.threshold {
		object.Word(w, &s.threshold[i])
	}
	object.Word(w, &s.debug)
	object.Word(w, &s.runs)
	object.Word(w, &s.collected)
}

type gcState struct{ set value }

func conf(c *ctx) (*settings, value) {
	st := object.ModuleState(c, "gc", func(c *ctx) *gcState {
		v := c.NewObj(object.ObjectType, &settings{threshold: [3]int64{2000, 10, 0}})
		v.Hdr().Epoch = 0 // as it is at the start, should the machine go back beyond now
		return &gcState{v}
	})
	s, _ := object.As[*settings](st.set)
	return s, st.set
}

// reachable is the set of what the program can still get at.
func reachable(c *ctx) map[*object.Hdr]bool {
	live := map[*object.Hdr]bool{}
	c.Host.(reacher).Reachable(func(v value) { live[v.Hdr()] = true })
	return live
}

// collect clears the weak references to what cannot be reached, and leaves callbacks and __del__ to hosted code.
func collect(c *ctx, a []value) value {
	t := table(c)
	if len(t.Refs)+len(t.Finals) == 0 {
		return c.Self("gc_finish", c.NewList(nil), c.NewList(nil), object.Int(0))
	}
	live := reachable(c)
	alive := func(v value) bool { return v.Hdr().Flags&object.FlagStatic != 0 || live[v.Hdr()] }
	var refs, finals, calls, dying []value
	n := 0
	for _, v := range t.Refs {
		r := of(v)
		if r.target.IsNil() {
			continue
		}
		if alive(r.target) {
			if alive(v) {
				refs = append(refs, v)
			}
			continue
		}
		n++
		c.Touch(v.Hdr())
		r.target = object.Nil
		if alive(v) && !r.callback.IsNil() {
			calls = append(calls, object.TupleOf(r.callback, v))
		}
		r.callback = object.Nil
	}
	for _, v := range t.Finals {
		if alive(v) {
			finals = append(finals, v)
		} else {
			n++
			dying = append(dying, v)
		}
	}
	slices.Reverse(calls) // the newest reference hears of it first
	t.Replace(c, refs, finals)
	s, o := conf(c)
	c.Touch(o.Hdr())
	s.runs++
	s.collected += int64(n)
	return c.Self("gc_finish", c.NewList(calls), c.NewList(dying), object.Int(int64(n)))
}

// GC is the module gc.
var GC = object.ModuleDef{Name: "gc", Doc: "This module provides access to the garbage collector for reference cycles.", Funcs: []object.Def{
	{Sig: "collect(generation=2)", Doc: "Run the garbage collector.\n\nReturns the number of objects whose weak references or finalizers were taken care of.", Fn: func(c *ctx, a []value) value {
		if !a[0].IsNil() {
			n, ok := c.IndexInt(a[0], false)
			if !ok {
				return object.Nil
			}
			if n < 0 || n > 2 {
				return c.Raise(object.ValueError, "invalid generation")
			}
		}
		return collect(c, a)
	}},
	{Sig: "_exit()", Fn: func(c *ctx, a []value) value { // what is left to finalize when the program ends
		t := table(c)
		finals := append([]value(nil), t.Finals...)
		t.Replace(c, t.Refs, nil)
		return c.NewList(finals)
	}},
	{Sig: "enable()", Doc: "Enable automatic garbage collection.", Fn: func(c *ctx, a []value) value {
		s, o := conf(c)
		c.Touch(o.Hdr())
		s.disabled = false
		return object.None
	}},
	{Sig: "disable()", Doc: "Disable automatic garbage collection.", Fn: func(c *ctx, a []value) value {
		s, o := conf(c)
		c.Touch(o.Hdr())
		s.disabled = true
		return object.None
	}},
	{Sig: "isenabled()", Doc: "Returns true if automatic garbage collection is enabled.", Fn: func(c *ctx, a []value) value {
		s, _ := conf(c)
		return object.Bool(!s.disabled)
	}},
	{Sig: "get_objects(generation=None)", Doc: "Return a list of objects tracked by the collector (excluding the list returned).", Fn: func(c *ctx, a []value) value {
		var out []value
		c.Host.(reacher).Reachable(func(v value) {
			if tracked(v) {
				out = append(out, v)
			}
		})
		return c.NewList(out)
	}},
	{Sig: "get_referrers(*objs)", Doc: "Return the list of objects that directly refer to any of 'objs'.", Fn: func(c *ctx, a []value) value {
		want := map[value]bool{}
		for _, v := range a[0].AsTuple().Items {
			want[v] = true
		}
		var out []value
		c.Host.(reacher).Reachable(func(v value) {
			if !tracked(v) || v == a[0] {
				return
			}
			found := false
			object.Visit(v.Hdr(), func(x value) { found = found || want[x] })
			if found {
				out = append(out, v)
			}
		})
		return c.NewList(out)
	}},
	{Sig: "get_referents(*objs)", Doc: "Return the list of objects that are directly referred to by 'objs'.", Fn: func(c *ctx, a []value) value {
		var out []value
		for _, v := range a[0].AsTuple().Items {
			if v.IsObject() && tracked(v) {
				object.Visit(v.Hdr(), func(x value) {
					if !x.IsLoop() {
						out = append(out, x)
					}
				})
			}
		}
		return c.NewList(out)
	}},
	{Sig: "is_tracked(obj, /)", Doc: "Returns true if the object is tracked by the garbage collector.", Fn: func(c *ctx, a []value) value { return object.Bool(tracked(a[0])) }},
	{Sig: "is_finalized(obj, /)", Doc: "Returns true if the object has been already finalized by the GC.", Fn: func(c *ctx, a []value) value {
		if object.TypeOf(a[0]).Flags&object.HasDel == 0 {
			return object.False
		}
		for _, v := range table(c).Finals {
			if v == a[0] {
				return object.False
			}
		}
		return object.True
	}},
	{Sig: "freeze()", Doc: "Freeze all current tracked objects and ignore them for future collections.", Fn: none},
	{Sig: "unfreeze()", Doc: "Unfreeze all objects in the permanent generation.", Fn: none},
	{Sig: "get_freeze_count()", Doc: "Return the number of objects in the permanent generation.", Fn: func(c *ctx, a []value) value { return object.Int(0) }},
	{Sig: "get_count()", Doc: "Return a three-tuple of the current collection counts.", Fn: func(c *ctx, a []value) value {
		t := table(c)
		return object.TupleOf(object.Int(int64(len(t.Refs)+len(t.Finals))), object.Int(0), object.Int(0))
	}},
	{Sig: "get_threshold()", Doc: "Return the current collection thresholds.", Fn: func(c *ctx, a []value) value {
		s, _ := conf(c)
		return object.TupleOf(object.Int(s.threshold[0]), object.Int(s.threshold[1]), object.Int(s.threshold[2]))
	}},
	{Sig: "set_threshold(threshold0, threshold1=10, threshold2=0, /)", Doc: "Set the collection thresholds (the collection frequency).", Fn: func(c *ctx, a []value) value {
		s, o := conf(c)
		now := s.threshold
		for i, v := range a {
			if !v.IsNil() {
				n, ok := c.IndexInt(v, false)
				if !ok {
					return object.Nil
				}
				now[i] = int64(n)
			}
		}
		c.Touch(o.Hdr())
		s.threshold = now
		return object.None
	}},
	{Sig: "get_stats()", Doc: "Return a list of dictionaries containing per-generation statistics.", Fn: func(c *ctx, a []value) value {
		s, _ := conf(c)
		var out []value
		for i := range 3 {
			d := c.NewDict()
			runs, collected := int64(0), int64(0)
			if i == 2 {
				runs, collected = s.runs, s.collected
			}
			d.SetStr(c, "collections", object.Int(runs))
			d.SetStr(c, "collected", object.Int(collected))
			d.SetStr(c, "uncollectable", object.Int(0))
			out = append(out, d.V())
		}
		return c.NewList(out)
	}},
	{Sig: "get_debug()", Doc: "Get the garbage collection debugging flags.", Fn: func(c *ctx, a []value) value {
		s, _ := conf(c)
		return object.Int(s.debug)
	}},
	{Sig: "set_debug(flags, /)", Doc: "Set the garbage collection debugging flags.", Fn: func(c *ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		s, o := conf(c)
		c.Touch(o.Hdr())
		s.debug = int64(n)
		return object.None
	}},
}, Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "garbage", c.NewList(nil))
	m.Set(c, "callbacks", c.NewList(nil))
	for i, n := range []string{"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE"} {
		m.Set(c, n, object.Int(1<<i))
	}
	m.Set(c, "DEBUG_SAVEALL", object.Int(32))
	m.Set(c, "DEBUG_LEAK", object.Int(38))
	return true
}}

func none(*ctx, []value) value { return object.None }

// tracked tells whether an object is of a kind that can be part of a cycle.
func tracked(v value) bool {
	if !v.IsObject() || v.IsLoop() {
		return false
	}
	switch v.Kind() {
	case object.KBigInt, object.KComplex, object.KStr, object.KBytes, object.KByteArray, object.KRange, object.KCode, object.KGetSet:
		return false
	}
	return true
}
