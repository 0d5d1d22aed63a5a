// Package sys is the module sys.
package sys

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/world"
)

type value = object.Value

// Module is the module sys.
var Module = object.ModuleDef{
	Name:  "sys",
	Doc:   "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
	Funcs: funcs,
	Init:  setup,
}

var funcs = []object.Def{
	{Sig: "exit(status=None, /)", Fn: func(c *object.Ctx, a []value) value {
		switch {
		case a[0].IsNil():
			return c.RaiseArgs(object.SystemExit)
		case a[0].AsTuple() != nil:
			return c.RaiseArgs(object.SystemExit, a[0].AsTuple().Items...)
		}
		return c.RaiseArgs(object.SystemExit, a[0])
	}, Doc: "Exit the interpreter by raising SystemExit(status)."},
	{Sig: "getrecursionlimit()", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(interp.FromCtx(c).RecursionLimit())) }},
	{Sig: "setrecursionlimit(limit, /)", Fn: func(c *object.Ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		if n < 1 {
			return c.Raise(object.ValueError, "recursion limit must be greater or equal than 1")
		}
		vm := interp.FromCtx(c)
		if f := vm.Current(); f != nil && f.Depth() >= n {
			return c.Raise(object.RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, f.Depth())
		}
		vm.SetRecursionLimit(n)
		return object.None
	}},
	{Sig: "_getframe(depth=0, /)", Fn: getframe},
	{Sig: "_getframemodulename(depth=0)", Fn: func(c *object.Ctx, a []value) value {
		f := frameAt(c, a[0])
		if f == nil {
			return object.None
		}
		if v := f.Globals().Get("__name__"); !v.IsNil() {
			return v
		}
		return object.None
	}},
	{Sig: "exc_info()", Fn: func(c *object.Ctx, a []value) value {
		v := interp.FromCtx(c).Handled()
		if v.IsNil() {
			return object.TupleOf(object.None, object.None, object.None)
		}
		e := v.AsExc()
		return object.TupleOf(e.Cls.V(), v, e.TB)
	}},
	{Sig: "exception()", Fn: func(c *object.Ctx, a []value) value {
		if v := interp.FromCtx(c).Handled(); !v.IsNil() {
			return v
		}
		return object.None
	}},
	{Sig: "intern(string, /)", Fn: func(c *object.Ctx, a []value) value {
		if a[0].Kind() != object.KStr {
			return c.Raise(object.TypeError, "can't intern %s", object.TypeOf(a[0]).Said())
		}
		return c.Name(a[0].AsStr()).V()
	}},
	{Sig: "_is_interned(string, /)", Fn: func(c *object.Ctx, a []value) value { return object.True }},
	{Sig: "getsizeof(object, default=None)", Fn: func(c *object.Ctx, a []value) value { return c.CallAttr(a[0], "__sizeof__") }},
	{Sig: "getrefcount(object, /)", Fn: func(c *object.Ctx, a []value) value { return object.Int(2) }},
	{Sig: "getdefaultencoding()", Fn: func(c *object.Ctx, a []value) value { return object.NewStr("utf-8") }},
	{Sig: "getfilesystemencoding()", Fn: func(c *object.Ctx, a []value) value { return object.NewStr("utf-8") }},
	{Sig: "getfilesystemencodeerrors()", Fn: func(c *object.Ctx, a []value) value { return object.NewStr("surrogateescape") }},
	{Sig: "getswitchinterval()", Fn: func(c *object.Ctx, a []value) value { return c.Modules.Get("sys").AsModule().Dict.Get(switchInterval) }},
	{Sig: "setswitchinterval(interval, /)", Fn: func(c *object.Ctx, a []value) value {
		f, ok := a[0].AsFloat()
		if !ok {
			n, isInt := a[0].AsInt()
			if !isInt {
				return c.Raise(object.TypeError, "must be real number, not %s", object.TypeOf(a[0]).Said())
			}
			f = float64(n)
		}
		if f <= 0 {
			return c.Raise(object.ValueError, "switch interval must be strictly positive")
		}
		c.Modules.Get("sys").AsModule().Set(c, switchInterval, object.Float(f))
		return object.None
	}},
	{Sig: "get_int_max_str_digits()", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(c.MaxStrDigits)) }},
	{Sig: "set_int_max_str_digits(maxdigits)", Fn: func(c *object.Ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		if n != 0 && n < 640 {
			return c.Raise(object.ValueError, "maxdigits must be 0 or larger than 640")
		}
		c.MaxStrDigits = n
		return object.None
	}},
	{Sig: "is_finalizing()", Fn: func(c *object.Ctx, a []value) value { return object.False }},
	{Sig: "is_stack_trampoline_active()", Fn: func(c *object.Ctx, a []value) value { return object.False }},
	{Sig: "_get_cpu_count_config()", Fn: func(c *object.Ctx, a []value) value { return object.Int(-1) }},
	{Sig: "_is_gil_enabled()", Fn: func(c *object.Ctx, a []value) value { return object.True }},
	{Sig: "_is_immortal(op, /)", Fn: func(c *object.Ctx, a []value) value { return object.False }},
	{Sig: "_clear_type_descriptors(type, /)", Fn: func(c *object.Ctx, a []value) value {
		t := a[0].AsType()
		if t == nil {
			return c.Raise(object.TypeError, "argument must be type, not %s", object.TypeOf(a[0]).Said())
		}
		for _, name := range []string{"__dict__", "__weakref__"} {
			t.Dict.DelStr(c, c.Intern(name))
		}
		c.Changed(t)
		return object.None
	}},
	{Sig: "_current_exceptions()", Fn: func(c *object.Ctx, a []value) value {
		d := c.NewDict()
		v := interp.FromCtx(c).Handled()
		if v.IsNil() {
			v = object.None
		}
		c.DictSet(d, object.Int(1), v)
		return d.V()
	}},
	{Sig: "_setprofileallthreads(function, /)", Fn: func(c *object.Ctx, a []value) value { return interp.FromCtx(c).SetProfileFunc(noneToNil(a[0])) }},
	{Sig: "_settraceallthreads(function, /)", Fn: func(c *object.Ctx, a []value) value { return interp.FromCtx(c).SetTraceFunc(noneToNil(a[0])) }},
	{Sig: "_git()", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "_clear_type_cache()", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "_clear_internal_caches()", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "audit(event, /, *args)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "addaudithook(hook)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "settrace(function, /)", Fn: func(c *object.Ctx, a []value) value { return interp.FromCtx(c).SetTraceFunc(noneToNil(a[0])) }},
	{Sig: "gettrace()", Fn: func(c *object.Ctx, a []value) value { return nilToNone(interp.FromCtx(c).TraceFunc()) }},
	{Sig: "setprofile(function, /)", Fn: func(c *object.Ctx, a []value) value { return interp.FromCtx(c).SetProfileFunc(noneToNil(a[0])) }},
	{Sig: "getprofile()", Fn: func(c *object.Ctx, a []value) value { return nilToNone(interp.FromCtx(c).ProfileFunc()) }},
	{Sig: "get_asyncgen_hooks()", Fn: func(c *object.Ctx, a []value) value { return c.CallHosted("asyncgen_hooks") }},
	{Sig: "set_asyncgen_hooks(firstiter=None, finalizer=None)", Fn: func(c *object.Ctx, a []value) value {
		if !a[0].IsNil() {
			interp.FromCtx(c).SetAsyncGenHook(a[0])
		}
		return object.None
	}},
	{Sig: "get_coroutine_origin_tracking_depth()", Fn: func(c *object.Ctx, a []value) value { return object.Int(0) }},
	{Sig: "set_coroutine_origin_tracking_depth(depth)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
	{Sig: "call_tracing(func, args, /)", Fn: func(c *object.Ctx, a []value) value { return c.Tail(a[0], object.Items(a[1])...) }},
	{Sig: "displayhook(object, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("sys_displayhook", a[0]) }},
	{Sig: "excepthook(exctype, value, traceback, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("sys_excepthook", a[0], a[1], a[2]) }},
	{Sig: "unraisablehook(unraisable, /)", Fn: func(c *object.Ctx, a []value) value { return c.Self("sys_unraisablehook", a[0]) }},
	{Sig: "breakpointhook(*args, **kws)", Fn: func(c *object.Ctx, a []value) value { return c.Self("sys_breakpointhook", a[0]) }},
	{Sig: "_baserepl()", Fn: func(c *object.Ctx, a []value) value { return c.Self("sys_baserepl") }, Doc: "Private function for getting the base REPL"},
	{Sig: "_current_frames()", Fn: func(c *object.Ctx, a []value) value {
		d := c.NewDict()
		if f := interp.FromCtx(c).Current(); f != nil {
			c.DictSet(d, object.Int(1), f.Capture())
		}
		return d.V()
	}},
}

func frameAt(c *object.Ctx, depth value) *interp.Frame {
	n := 0
	if !depth.IsNil() {
		var ok bool
		if n, ok = c.IndexInt(depth, false); !ok {
			return nil
		}
	}
	f := interp.FromCtx(c).Current()
	for ; f != nil && n > 0; n-- {
		f = f.Back()
	}
	return f
}

func getframe(c *object.Ctx, a []value) value {
	f := frameAt(c, a[0])
	if f == nil {
		if c.Failed() {
			return object.Nil
		}
		return c.Raise(object.ValueError, "call stack is not deep enough")
	}
	return f.Capture()
}

func setup(c *object.Ctx, m *object.Module) bool {
	str := func(name, text string) { m.Set(c, name, object.NewStr(text)) }
	fact := func(name string) string { a := c.Query(world.Fact(name)); return a.Text }
	m.Set(c, "modules", c.Modules.V())
	str("version", "3.14.6 (slp) [Go]")
	m.Set(c, "hexversion", object.Int(0x030e06f0))
	m.Set(c, "api_version", object.Int(1013))
	str("copyright", "Copyright (c) 2001 Python Software Foundation.")
	platform := fact("platform")
	if platform == "" {
		platform = "linux"
	}
	str("platform", platform)
	str("platlibdir", "lib")
	str("byteorder", "little")
	m.Set(c, "maxsize", object.Int(1<<63-1))
	m.Set(c, "maxunicode", object.Int(0x10ffff))
	m.Set(c, "dont_write_bytecode", object.True)
	m.Set(c, "pycache_prefix", object.None)
	str("float_repr_style", "short")
	str("abiflags", "")
	for _, n := range [...]string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		str(n, "/usr")
	}
	str("executable", fact(world.FactExecutable))
	str("_base_executable", fact(world.FactBinary))
	str("_stdlib_dir", Library)
	str("_framework", "")
	m.Set(c, "_home", object.None)
	m.Set(c, "_git", object.TupleOf(object.NewStr("CPython"), object.NewStr(""), object.NewStr("")))
	setInfo(c, m)
	m.Set(c, switchInterval, object.Float(0.005))
	m.Set(c, "monitoring", monitoring(c))
	m.Set(c, "argv", c.NewList(nil))
	m.Set(c, "orig_argv", c.NewList(nil))
	m.Set(c, "path", c.NewList(nil))
	m.Set(c, "path_importer_cache", c.NewDict().V())
	m.Set(c, "meta_path", c.NewList(nil))
	for _, n := range [...]string{"displayhook", "excepthook", "unraisablehook", "breakpointhook"} {
		m.Set(c, "__"+n+"__", m.Dict.Get(n))
	}
	return true
}

// switchInterval is where sys keeps what sys.setswitchinterval set: threads here switch by ticks, so it is only told back.
const switchInterval = "_switch_interval"

// Library is the entry of sys.path that stands for the embedded standard library.
const Library = "<stdlib>"

func noneToNil(v value) value {
	if v.IsNone() {
		return object.Nil
	}
	return v
}

func nilToNone(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}
