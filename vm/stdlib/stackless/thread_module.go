package stackless

import (
	"maps"

	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/world"
)

// threadTypes are the classes of _thread.
type threadTypes struct{ lock, rlock, handle, local, hookArgs *object.Type }

func threadTypesOf(c *object.Ctx) *threadTypes {
	return object.ModuleState(c, "_thread.types", func(c *object.Ctx) *threadTypes {
		t := &threadTypes{lock: c.NewClass(lockSpec("lock", false)), rlock: c.NewClass(lockSpec("RLock", true)), handle: c.NewClass(handleSpec()),
			local: c.NewClass(localSpec())}
		t.hookArgs, _ = c.NewStructSeq(object.StructSeq{Name: "_ExceptHookArgs", Module: "_thread", Visible: 4,
			Fields: []string{"exc_type", "exc_value", "exc_traceback", "thread"}})
		return t
	})
}

// Threads is the module _thread.
var Threads = object.ModuleDef{
	Name:  "_thread",
	Doc:   "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
	Funcs: threadFuncs,
	Init: func(c *object.Ctx, m *object.Module) bool {
		t := threadTypesOf(c)
		m.Set(c, "LockType", t.lock.V())
		m.Set(c, "lock", t.lock.V())
		m.Set(c, "RLock", t.rlock.V())
		m.Set(c, "_ThreadHandle", t.handle.V())
		m.Set(c, "_local", t.local.V())
		m.Set(c, "_ExceptHookArgs", t.hookArgs.V())
		m.Set(c, "error", object.RuntimeError.V())
		m.Set(c, "TIMEOUT_MAX", object.Float(timeoutMax))
		m.Set(c, "_NAME_MAXLEN", object.Int(15))
		return true
	},
}

func allocateLock(c *object.Ctx, a []value) value { return c.NewObj(threadTypesOf(c).lock, &lock{}) }

func ident(c *object.Ctx, a []value) value { return object.Int(Of(c).threads.Ident()) }

func startNew(c *object.Ctx, a []value) value {
	switch {
	case object.TypeOf(a[0]).Dunder(object.DCall).IsNil():
		return c.Raise(object.TypeError, "first arg must be callable")
	case a[1].AsTuple() == nil:
		return c.Raise(object.TypeError, "2nd arg must be a tuple")
	case !a[2].IsNil() && a[2].AsDict() == nil:
		return c.Raise(object.TypeError, "optional 3rd arg must be a dictionary")
	}
	kw := c.NewDict().V()
	if !a[2].IsNil() {
		kw = a[2].AsDict().V()
	}
	t := Of(c).threads
	th := t.start(interp.FromCtx(c), c.Host.Hosted("thread_run"), object.TupleOf(a[0], a[1], kw), object.None, true)
	return object.Int(th.id)
}

func exitThread(c *object.Ctx, a []value) value { return c.RaiseArgs(object.SystemExit) }

var threadFuncs = []object.Def{
	{Sig: "allocate_lock()", Fn: allocateLock, Doc: "Create a new lock object."}, {Sig: "allocate()", Fn: allocateLock},
	{Sig: "start_new_thread(function, args, kwargs={}, /)", Fn: startNew, Doc: "Start a new thread and return its identifier."},
	{Sig: "start_new(function, args, kwargs={}, /)", Fn: startNew},
	{Sig: "start_joinable_thread(function, handle=None, daemon=True)", Fn: func(c *object.Ctx, a []value) value {
		if object.TypeOf(a[0]).Dunder(object.DCall).IsNil() {
			return c.Raise(object.TypeError, "thread function must be callable")
		}
		hv := a[1]
		if hv.IsNil() || hv.IsNone() {
			hv = c.NewObj(threadTypesOf(c).handle, &handle{})
		}
		h := handleOf(hv)
		if h == nil {
			return c.Raise(object.TypeError, "'handle' must be a _ThreadHandle")
		}
		if h.started {
			return c.Raise(object.RuntimeError, "thread already started")
		}
		daemon := true
		if !a[2].IsNil() {
			var ok bool
			if daemon, ok = c.Truth(a[2]); !ok {
				return object.Nil
			}
		}
		th := Of(c).threads.start(interp.FromCtx(c), c.Host.Hosted("thread_run"), object.TupleOf(a[0], object.NewTuple(nil), c.NewDict().V()), hv, daemon)
		c.Touch(hv.Hdr())
		h.started, h.id = true, th.id
		return hv
	}},
	{Sig: "_make_thread_handle(ident, /)", Fn: func(c *object.Ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		h := &handle{started: true, id: int64(n)}
		v := c.NewObj(threadTypesOf(c).handle, h)
		t := Of(c).threads
		if th := t.find(h.id); th == nil {
			h.done = true
		} else if th.handle.IsNone() && th.id != threadID {
			t.touch(c, th)
			th.handle = v
		}
		return v
	}},
	{Sig: "daemon_threads_allowed()", Fn: func(c *object.Ctx, a []value) value { return object.True }},
	{Sig: "_shutdown()", Fn: func(c *object.Ctx, a []value) value { return c.Self("thread_shutdown") }},
	{Sig: "get_ident()", Fn: ident, Doc: "Return a non-zero integer that uniquely identifies the current thread."},
	{Sig: "get_native_id()", Fn: func(c *object.Ctx, a []value) value {
		return object.Int(c.Query(world.Fact(world.FactPID)).N + Of(c).threads.Ident() - threadID)
	}},
	{Sig: "_get_main_thread_ident()", Fn: func(c *object.Ctx, a []value) value { return object.Int(threadID) }},
	{Sig: "_is_main_interpreter()", Fn: func(c *object.Ctx, a []value) value { return object.True }},
	{Sig: "_count()", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(len(Of(c).threads.all) - 1)) }},
	{Sig: "stack_size(size=0, /)", Fn: func(c *object.Ctx, a []value) value {
		if !a[0].IsNil() {
			n, ok := c.IndexInt(a[0], false)
			switch {
			case !ok:
				return object.Nil
			case n < 0:
				return c.Raise(object.ValueError, "size must be 0 or a positive value")
			case n > 0 && n < 32768:
				return c.Raise(object.ValueError, "size not valid: %d bytes", n)
			}
		}
		return object.Int(0)
	}},
	{Sig: "exit()", Fn: exitThread}, {Sig: "exit_thread()", Fn: exitThread},
	{Sig: "interrupt_main(signum=2, /)", Fn: func(c *object.Ctx, a []value) value {
		n := 2
		if !a[0].IsNil() {
			var ok bool
			if n, ok = c.IndexInt(a[0], false); !ok {
				return object.Nil
			}
		}
		if n < 1 || n > 64 {
			return c.Raise(object.ValueError, "signal number out of range")
		}
		return c.Self("interrupt_main", object.Int(int64(n)))
	}},
	{Sig: "set_name(name)", Fn: func(c *object.Ctx, a []value) value {
		t := Of(c).threads
		c.Touch(t.current.Hdr())
		t.now().name = a[0]
		return object.None
	}},
	{Sig: "_get_name()", Fn: func(c *object.Ctx, a []value) value {
		if n := Of(c).threads.now().name; !n.IsNone() {
			return n
		}
		return object.NewStr("")
	}},
	{Sig: "_excepthook(exc_info, /)", Fn: func(c *object.Ctx, a []value) value {
		if object.TypeOf(a[0]) != threadTypesOf(c).hookArgs {
			return c.Raise(object.TypeError, "_thread._excepthook argument type must be ExceptHookArgs")
		}
		return c.Self("thread_excepthook", a[0])
	}},
	{Sig: "_idents()", Fn: func(c *object.Ctx, a []value) value { return object.NewTuple(Of(c).threads.idents()) }},
	{Sig: "_next_to_join()", Fn: func(c *object.Ctx, a []value) value { // hosted code joins what is left at the end
		for _, v := range Of(c).threads.all {
			if th := threadOf(v); !th.daemon && th.id != threadID && v != Of(c).threads.current {
				return th.handle
			}
		}
		return object.None
	}},
}

// local is a _local: attributes that each thread has of its own.
type local struct {
	args, kwargs value
	dicts        []value // pairs: number of the thread, its dict
	shown        int64   // the thread whose dict is the object's own now
}

// Walk implements object.Impl.
func (l *local) Walk(w *object.Walker) {
	w.Value(&l.args)
	w.Value(&l.kwargs)
	w.Values(&l.dicts)
	object.Word(w, &l.shown)
}

// show makes the current thread's dict the object's own.
func (l *local) show(c *object.Ctx, self value) {
	id := Of(c).threads.Ident()
	if l.shown == id {
		return
	}
	o := self.AsObj()
	c.Touch(self.Hdr())
	l.shown = id
	for i := 0; i < len(l.dicts); i += 2 {
		if n, _ := l.dicts[i].AsInt(); n == id {
			o.Dict = l.dicts[i+1].AsDict()
			return
		}
	}
	o.Dict = c.NewDict()
	l.dicts = append(l.dicts[:len(l.dicts):len(l.dicts)], object.Int(id), o.Dict.V())
}

func localSpec() object.Spec {
	of := func(v value) *local { l, _ := object.As[*local](v); return l }
	fresh := func(c *object.Ctx, l *local) bool { // a thread that meets the object for the first time
		id := Of(c).threads.Ident()
		for i := 0; i < len(l.dicts); i += 2 {
			if n, _ := l.dicts[i].AsInt(); n == id {
				return false
			}
		}
		return true
	}
	// ready shows the thread's dict, and runs __init__ of a subclass in a thread that is new to the object.
	ready := func(c *object.Ctx, self value) bool {
		l := of(self)
		isNew := c.Once(func() value {
			n := fresh(c, l)
			l.show(c, self)
			return object.Bool(n)
		})
		l.show(c, self)
		if !isNew.IsTrue() {
			return true
		}
		init := object.TypeOf(self).Dunder(object.DInit)
		if init == object.ObjectType.Dunder(object.DInit) {
			return true
		}
		return !c.CallDict(object.Bind(init, self), l.args.AsTuple().Items, l.kwargs).IsNil()
	}
	name := func(c *object.Ctx, v value) (*object.Str, bool) {
		if v.AsStr() == nil {
			c.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeOf(v).Said())
			return nil, false
		}
		return c.Name(v.AsStr()), true
	}
	set := func(c *object.Ctx, self, key, v value) value {
		n, ok := name(c, key)
		if !ok || !ready(c, self) {
			return object.Nil
		}
		if n.String() == "__dict__" {
			return c.Raise(object.AttributeError, "'%s' object attribute '__dict__' is read-only", object.TypeOf(self).Said())
		}
		if !c.GenericSetAttr(self, n, v) {
			return object.Nil
		}
		return object.None
	}
	return object.Spec{Name: "_local", Module: "_thread", Flags: object.HasDict | object.HasWeakref, Doc: "Thread-local data",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				cls := a[0].AsType()
				if cls.Dunder(object.DInit) == object.ObjectType.Dunder(object.DInit) && (len(a[1].AsTuple().Items) > 0 || !a[2].IsNil() && a[2].AsDict().Len() > 0) {
					return c.Raise(object.TypeError, "Initialization arguments are not supported")
				}
				kw := a[2]
				if kw.IsNil() {
					kw = c.NewDict().V()
				}
				l := &local{args: a[1], kwargs: kw}
				v := c.NewObj(cls, l)
				l.show(c, v)
				return v
			}},
			{Sig: "__getattribute__(self, name, /)", Fn: func(c *object.Ctx, a []value) value {
				n, ok := name(c, a[1])
				if !ok || !ready(c, a[0]) {
					return object.Nil
				}
				if n.String() == "__dict__" {
					return a[0].AsObj().Dict.V()
				}
				v := c.GenericGetAttr(a[0], n)
				if v.IsNil() && !c.Failed() {
					return c.Raise(object.AttributeError, "'%s' object has no attribute '%s'", object.TypeOf(a[0]).Said(), n.String())
				}
				return v
			}},
			{Sig: "__setattr__(self, name, value, /)", Fn: func(c *object.Ctx, a []value) value { return set(c, a[0], a[1], a[2]) }},
			{Sig: "__delattr__(self, name, /)", Fn: func(c *object.Ctx, a []value) value { return set(c, a[0], a[1], object.Nil) }},
		}}
}

// Natives are functions that only hosted code sees.
func Natives(c *object.Ctx) map[string]value {
	natives := signalNatives(c)
	maps.Copy(natives, contextNatives(c))
	maps.Copy(natives, map[string]value{
		"_scheduler_natives": c.Func("", &object.Def{Sig: "_scheduler_natives()", Fn: schedulerNatives}),
		"_hosted_module": c.Func("", &object.Def{Sig: "_hosted_module(name, /)", Fn: func(c *object.Ctx, a []value) value {
			return interp.FromCtx(c).HostedModule(a[0].AsStr().String()).V()
		}}),
		"await_input": c.Func("", &object.Def{Sig: "await_input(fd, /)", Fn: func(c *object.Ctx, a []value) value {
			n, _ := a[0].AsInt()
			return Of(c).threads.Await(c, []world.Interest{{Fd: int(n), Read: true, Patient: true}}, -1, nil)
		}}),
		"await_output": c.Func("", &object.Def{Sig: "await_output(fd, /)", Fn: func(c *object.Ctx, a []value) value {
			n, _ := a[0].AsInt()
			return Of(c).threads.Await(c, []world.Interest{{Fd: int(n), Write: true, Patient: true}}, -1, nil)
		}}),
		"signals_settle": c.Func("", &object.Def{Sig: "signals_settle()", Fn: func(c *object.Ctx, a []value) value {
			return Of(c).threads.Disturb(c, object.None)
		}}),
		"_await_files": c.Func("", &object.Def{Sig: "_await_files(files, until, /)", Fn: func(c *object.Ctx, a []value) value {
			n, _ := a[1].AsInt()
			return Of(c).threads.Await(c, interestsOf(a[0]), n, nil)
		}}),
		"_exit_now": c.Func("", &object.Def{Sig: "_exit_now(status, /)", Fn: func(c *object.Ctx, a []value) value {
			status := a[0]
			return c.Ask(interp.HostFunc(func(vm *interp.VM, f *interp.Frame) *interp.Frame {
				return vm.Leave(f, interp.Stop{Why: interp.Exited, Value: status})
			}))
		}}),
	})
	return natives
}
