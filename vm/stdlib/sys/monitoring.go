package sys

import "slp/vm/object"

// monitoring is sys.monitoring: tools may register and say what they want to see, so that programs which offer
// themselves to debuggers run; this machine is watched from outside and reports no events to them.
func monitoring(c *object.Ctx) value {
	m := c.NewModule("sys.monitoring", object.None)
	tools := c.NewDict()
	id := func(c *object.Ctx, v value) (value, bool) {
		n, ok := c.IndexInt(v, false)
		if ok && (n < 0 || n > 5) {
			c.Raise(object.ValueError, "invalid tool %d (must be between 0 and 5)", n)
			return object.Nil, false
		}
		return object.Int(int64(n)), ok
	}
	used := func(c *object.Ctx, v value) (value, bool) {
		n, ok := id(c, v)
		if !ok {
			return n, false
		}
		if c.DictGet(tools, n).IsNil() {
			c.Raise(object.ValueError, "tool %d is not in use", n.I())
			return object.Nil, false
		}
		return n, true
	}
	with := func(find func(c *object.Ctx, v value) (value, bool), f func(c *object.Ctx, n value, a []value) value) object.Fn {
		return func(c *object.Ctx, a []value) value {
			n, ok := find(c, a[0])
			if !ok {
				return object.Nil
			}
			return f(c, n, a)
		}
	}
	nothing := func(c *object.Ctx, n value, a []value) value { return object.None }
	zero := func(c *object.Ctx, n value, a []value) value { return object.Int(0) }
	defs := []object.Def{
		{Sig: "use_tool_id(tool_id, name, /)", Fn: with(id, func(c *object.Ctx, n value, a []value) value {
			if a[1].AsStr() == nil {
				return c.Raise(object.ValueError, "tool name must be a str")
			}
			if !c.DictGet(tools, n).IsNil() {
				return c.Raise(object.ValueError, "tool %d is already in use", n.I())
			}
			c.DictSet(tools, n, a[1])
			return object.None
		})},
		{Sig: "free_tool_id(tool_id, /)", Fn: with(id, func(c *object.Ctx, n value, a []value) value {
			c.DictDel(tools, n)
			return object.None
		})},
		{Sig: "clear_tool_id(tool_id, /)", Fn: with(id, nothing)},
		{Sig: "get_tool(tool_id, /)", Fn: with(id, func(c *object.Ctx, n value, a []value) value {
			if v := c.DictGet(tools, n); !v.IsNil() {
				return v
			}
			return object.None
		})},
		{Sig: "register_callback(tool_id, event, func, /)", Fn: with(id, nothing)},
		{Sig: "get_events(tool_id, /)", Fn: with(used, zero)},
		{Sig: "set_events(tool_id, event_set, /)", Fn: with(used, nothing)},
		{Sig: "get_local_events(tool_id, code, /)", Fn: with(used, zero)},
		{Sig: "set_local_events(tool_id, code, event_set, /)", Fn: with(used, nothing)},
		{Sig: "restart_events()", Fn: func(c *object.Ctx, a []value) value { return object.None }},
		{Sig: "_all_events()", Fn: func(c *object.Ctx, a []value) value { return c.NewDict().V() }},
	}
	for i := range defs {
		f := c.Func("sys.monitoring", &defs[i])
		m.Dict.SetName(c, f.AsBuiltin().Name, f)
	}
	for _, k := range [...]struct {
		name string
		id   int64
	}{{"DEBUGGER_ID", 0}, {"COVERAGE_ID", 1}, {"PROFILER_ID", 2}, {"OPTIMIZER_ID", 5}} {
		m.Set(c, k.name, object.Int(k.id))
	}
	m.Set(c, "DISABLE", c.NewObj(object.ObjectType, marker{}))
	m.Set(c, "MISSING", c.NewObj(object.ObjectType, marker{}))
	events := c.NewModule("sys.monitoring.events", object.None)
	for i, n := range [...]string{"PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT",
		"STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH"} {
		events.Set(c, n, object.Int(1<<i))
	}
	events.Set(c, "NO_EVENTS", object.Int(0))
	m.Set(c, "events", events.V())
	m.Set(c, "_tools", tools.V())
	return m.V()
}

type marker struct{}

func (marker) Walk(*object.Walker) {}
