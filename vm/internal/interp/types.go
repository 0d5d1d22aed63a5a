package interp

import (
	"sync"
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// The classes of what the interpreter lays out itself.
var (
	FuncType       = object.Declare("function", object.KFunc)
	CodeType       = object.Declare("code", object.KCode)
	FrameType      = object.Declare("frame", object.KFrame)
	TracebackType  = object.Declare("traceback", object.KTraceback)
	GeneratorType  = object.Declare("generator", object.KGen)
	CoroutineType  = object.Declare("coroutine", object.KGen)
	AsyncGenType   = object.Declare("async_generator", object.KGen)
	asyncSendType  = object.Declare("async_generator_asend", object.KObj)
	asyncThrowType = object.Declare("async_generator_athrow", object.KObj)
	coroWrapType   = object.Declare("coroutine_wrapper", object.KObj)
)

var bootOnce sync.Once

func bootstrap() {
	bootOnce.Do(func() {
		object.Bootstrap()
		object.RegisterKind(object.KFunc, FuncType, walkFunc)
		object.RegisterKind(object.KCode, CodeType, func(*object.Hdr, *object.Walker) {})
		object.RegisterKind(object.KFrame, FrameType, walkFrame)
		object.RegisterKind(object.KTraceback, TracebackType, walkTraceback)
		object.RegisterKind(object.KGen, GeneratorType, walkGen)
		object.RegisterClassOf(object.KGen, func(h *object.Hdr) *object.Type {
			switch f := (*Gen)(unsafe.Pointer(h)).flags(); {
			case f&code.Coroutine != 0:
				return CoroutineType
			case f&code.AsyncGen != 0:
				return AsyncGenType
			}
			return GeneratorType
		})
		object.RegisterDict(object.KFunc, func(h *object.Hdr) **object.Dict { return &(*Func)(unsafe.Pointer(h)).dict })
		defineFunction()
		defineCode()
		defineFrame()
		defineGenerators()
	})
}

func self(c *object.Ctx, a []object.Value) object.Value { return a[0] }

func defineGenerators() {
	common := func(prefix string) []object.Get {
		return []object.Get{
			{Name: "__name__", Get: func(c *object.Ctx, o object.Value) object.Value { return asGen(o).name.V() }, Set: genSetName(func(g *Gen, s *object.Str) { g.name = s }, "__name__")},
			{Name: "__qualname__", Get: func(c *object.Ctx, o object.Value) object.Value { return asGen(o).qualname.V() }, Set: genSetName(func(g *Gen, s *object.Str) { g.qualname = s }, "__qualname__")},
			{Name: prefix + "_running", Get: func(c *object.Ctx, o object.Value) object.Value {
				g := asGen(o)
				if g.flags()&code.AsyncGen != 0 {
					return object.Bool(!g.running.IsNil() && !g.running.IsNone())
				}
				return object.Bool(g.state == genRunning)
			}},
			{Name: prefix + "_suspended", Get: func(c *object.Ctx, o object.Value) object.Value { return object.Bool(asGen(o).state == genSuspended) }},
			{Name: prefix + "_code", Get: func(c *object.Ctx, o object.Value) object.Value { return asGen(o).code.V() }},
			{Name: prefix + "_frame", Get: func(c *object.Ctx, o object.Value) object.Value {
				if f := asGen(o).frame; f != nil {
					return f.V()
				}
				return object.None
			}},
		}
	}
	delegate := func(name string) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o object.Value) object.Value {
			if d := asGen(o).Delegate(); !d.IsNil() {
				return d
			}
			return object.None
		}}
	}
	repr := object.Def{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value {
		g := asGen(a[0])
		return object.NewStr("<" + object.TypeOf(a[0]).Name + " object " + g.qualname.String() + " at " + c.Address(a[0]) + ">")
	}}
	protocol := []object.Def{repr,
		{Sig: "send(self, value, /)", Fn: genSend, Doc: "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration."},
		{Sig: "throw(self, type, value=None, traceback=None, /)", Fn: genThrowMethod},
		{Sig: "close(self, /)", Fn: genClose, Doc: "close() -> raise GeneratorExit inside generator."},
	}
	GeneratorType.Define(object.Spec{Flags: object.Final | object.HasWeakref | object.Disallow, Methods: append([]object.Def{
		{Sig: "__iter__(self, /)", Fn: self}, {Sig: "__next__(self, /)", Fn: genNext},
		{Sig: "__class_getitem__(cls, item, /)", Fn: genericAlias, Kind: object.AsClass}}, protocol...),
		Gets: append(common("gi"), delegate("gi_yieldfrom"))})
	CoroutineType.Define(object.Spec{Flags: object.Final | object.HasWeakref | object.Disallow, Methods: append([]object.Def{
		{Sig: "__await__(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value {
			return c.NewObj(coroWrapType, &coroWrapper{a[0]})
		}}, {Sig: "__class_getitem__(cls, item, /)", Fn: genericAlias, Kind: object.AsClass}}, protocol...),
		Gets: append(common("cr"), delegate("cr_await"), object.Get{Name: "cr_origin", Get: func(c *object.Ctx, o object.Value) object.Value { return object.None }})})
	AsyncGenType.Define(object.Spec{Flags: object.Final | object.HasWeakref | object.Disallow, Methods: []object.Def{repr,
		{Sig: "__aiter__(self, /)", Fn: self},
		{Sig: "__anext__(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return asyncCall(c, a[0], asyncSend, object.Nil) }},
		{Sig: "asend(self, value, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return asyncCall(c, a[0], asyncSend, a[1]) }},
		{Sig: "athrow(self, type, value=None, traceback=None, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value {
			exc := FromCtx(c).throwArgs(a[1], a[2], a[3])
			if exc.IsNil() {
				return exc
			}
			return asyncCall(c, a[0], asyncThrow, exc)
		}},
		{Sig: "aclose(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return asyncCall(c, a[0], asyncClose, object.Nil) }},
		{Sig: "__class_getitem__(cls, item, /)", Fn: genericAlias, Kind: object.AsClass},
	}, Gets: append(common("ag"), delegate("ag_await"))})
	for _, t := range [...]*object.Type{asyncSendType, asyncThrowType} {
		t.Define(object.Spec{Flags: object.Final | object.Disallow, Methods: []object.Def{
			{Sig: "__await__(self, /)", Fn: self}, {Sig: "__iter__(self, /)", Fn: self},
			{Sig: "__next__(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return asyncOpSend(c, a[0], object.None) }},
			{Sig: "send(self, value, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return asyncOpSend(c, a[0], a[1]) }},
			{Sig: "throw(self, type, value=None, traceback=None, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value {
				exc := FromCtx(c).throwArgs(a[1], a[2], a[3])
				if exc.IsNil() {
					return exc
				}
				return asyncOpThrow(c, a[0], exc)
			}},
			{Sig: "close(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value {
				o, _ := object.As[*asyncOp](a[0])
				if o.state == 2 {
					return object.None
				}
				if o.state == 0 {
					c.Touch(a[0].Hdr())
					o.state = 2
					return object.None
				}
				return c.Self("gen_close", a[0])
			}},
		}})
	}
	coroWrapType.Define(object.Spec{Flags: object.Final | object.Disallow, Methods: []object.Def{
		{Sig: "__iter__(self, /)", Fn: self}, {Sig: "__await__(self, /)", Fn: self},
		{Sig: "__next__(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return genNext(c, wrapped(a)) }},
		{Sig: "send(self, value, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return genSend(c, wrapped(a)) }},
		{Sig: "throw(self, type, value=None, traceback=None, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return genThrowMethod(c, wrapped(a)) }},
		{Sig: "close(self, /)", Fn: func(c *object.Ctx, a []object.Value) object.Value { return genClose(c, wrapped(a)) }},
	}})
}

// coroWrapper is what a coroutine's __await__ returns.
type coroWrapper struct{ coro object.Value }

// Walk implements object.Impl.
func (w *coroWrapper) Walk(k *object.Walker) { k.Value(&w.coro) }

func wrapped(a []object.Value) []object.Value {
	w, _ := object.As[*coroWrapper](a[0])
	return append([]object.Value{w.coro}, a[1:]...)
}

func genericAlias(c *object.Ctx, a []object.Value) object.Value {
	return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
}

func genSetName(set func(*Gen, *object.Str), what string) func(c *object.Ctx, o, v object.Value) bool {
	return func(c *object.Ctx, o, v object.Value) bool {
		if v.IsNil() || v.AsStr() == nil {
			c.Raise(object.TypeError, "%s must be set to a string object", what)
			return false
		}
		c.Touch(o.Hdr())
		set(asGen(o), c.Name(v.AsStr()))
		return true
	}
}

// asyncCall makes the awaitable of an async generator method, calling the first-iteration hook once.
func asyncCall(c *object.Ctx, gv object.Value, kind asyncKind, val object.Value) object.Value {
	vm := FromCtx(c)
	g := asGen(gv)
	if !g.hooked {
		if h := vm.AsyncGenHook(); !h.IsNil() && !h.IsNone() {
			if c.Call(h, gv).IsNil() {
				return object.Nil
			}
		}
		c.Touch(&g.Hdr)
		g.hooked = true
	}
	return vm.newAsyncOp(g, kind, val)
}
