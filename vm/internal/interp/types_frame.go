package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// AsFrame returns the frame behind a Python value, or nil.
func AsFrame(v object.Value) *Frame { return (*Frame)(v.Pointer(object.KFrame)) }

// Back is the next frame outwards that runs Python code, or nil.
func (f *Frame) Back() *Frame {
	for p := f.prev; p != nil; p = p.prev {
		if p.Visible() {
			return p
		}
	}
	return nil
}

// Visible tells that the frame runs Python code that programs and debuggers see.
func (f *Frame) Visible() bool { return f.code.CoFlags&code.Hidden == 0 }

// Code, PC, Line, Func, Globals, Prev and Depth describe a frame. PC is the running instruction.
func (f *Frame) Code() *Code           { return f.code }
func (f *Frame) PC() int               { return f.running() }
func (f *Frame) NextPC() int           { return int(f.pc) }
func (f *Frame) Line() int             { return f.line() }
func (f *Frame) Pos() code.Pos         { return f.code.PosAt(f.running()) }
func (f *Frame) Globals() *object.Dict { return f.fn.globals }
func (f *Frame) Prev() *Frame          { return f.prev }
func (f *Frame) Depth() int            { return int(f.depth) }
func (f *Frame) Gen() *Gen             { return f.gen }

// Waits tells that the frame is not Python code but a native operation that waits for some.
func (f *Frame) Waits() bool { return f.native != nil && f.native.kept == nil }

// Locals calls yield with the name and value of every bound local variable, in order of code.Locals.
func (f *Frame) Locals(yield func(name string, v object.Value) bool) {
	pc := f.pc
	for i := range f.code.Locals {
		l := &f.code.Locals[i]
		if l.Hidden && (pc < l.From || pc >= l.To) {
			continue
		}
		v := *f.R(int(l.Reg))
		if v.IsNil() {
			continue
		}
		if l.Cell {
			if cell := v.AsCell(); cell != nil {
				if v = cell.Val; v.IsNil() {
					continue
				}
			} else if l.Free {
				continue
			}
		}
		if !yield(l.Name, v) {
			return
		}
	}
}

// Namespace is the mapping of module, class and exec code, or Nil for functions.
func (f *Frame) Namespace() object.Value {
	if f.code.CoFlags&code.Optimized != 0 {
		return object.Nil
	}
	return *f.R(0)
}

// SetLocal assigns a local variable by name and tells whether there is one.
func (vm *VM) SetLocal(f *Frame, name string, v object.Value) bool {
	for i := range f.code.Locals {
		l := &f.code.Locals[i]
		if l.Name != name {
			continue
		}
		if l.Cell {
			if cell := f.R(int(l.Reg)).AsCell(); !f.R(int(l.Reg)).IsNil() && cell != nil {
				vm.Touch(&cell.Hdr)
				cell.Val = v
				return true
			}
		}
		vm.Touch(&f.Hdr)
		*f.R(int(l.Reg)) = v
		return true
	}
	return false
}

// LocalsDict is locals() at a frame: the namespace itself, or a fresh dict of the function's variables.
func (vm *VM) LocalsDict(f *Frame) object.Value {
	if ns := f.Namespace(); !ns.IsNil() {
		return ns
	}
	d := vm.NewDict()
	f.Locals(func(name string, v object.Value) bool {
		d.SetStr(&vm.Ctx, name, v)
		return true
	})
	if extra := f.keptAttr(extraKey); !extra.IsNil() {
		x := extra.AsDict()
		for i := x.T.Next(0); i >= 0; i = x.T.Next(i + 1) {
			vm.DictSet(d, x.T.At(i).Key, x.T.At(i).Val)
		}
	}
	return d.V()
}

func defineFrame() {
	FrameType.Define(object.Spec{Flags: object.Final | object.Disallow, Methods: []object.Def{
		{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
			f := AsFrame(a[0])
			return object.NewStr("<frame at " + c.Address(a[0]) + ", file '" + f.code.Filename + "', line " + object.Int(int64(f.line())).String() + ", code " + f.code.Name + ">")
		}},
		{Sig: "clear(self, /)", Fn: func(c *object.Ctx, a []value) value {
			f := AsFrame(a[0])
			if f.gen != nil && f.gen.state == genSuspended || FromCtx(c).onStack(f) {
				return c.Raise(object.RuntimeError, "cannot clear %s frame", map[bool]string{true: "a suspended", false: "an executing"}[f.gen != nil && f.gen.state == genSuspended])
			}
			c.Touch(&f.Hdr)
			for i := range int(f.code.nregs) {
				*f.R(i) = object.Nil
			}
			return object.None
		}},
	}, Gets: []object.Get{
		{Name: "f_back", Get: func(c *object.Ctx, o value) value {
			if b := AsFrame(o).Back(); b != nil {
				b.capture()
				return b.V()
			}
			return object.None
		}},
		{Name: "f_code", Get: func(c *object.Ctx, o value) value { return AsFrame(o).code.Base().V() }},
		{Name: "f_globals", Get: func(c *object.Ctx, o value) value { return AsFrame(o).fn.globalsValue() }},
		{Name: "f_builtins", Get: func(c *object.Ctx, o value) value { return AsFrame(o).fn.builtins.V() }},
		{Name: "f_locals", Get: localsProxy},
		{Name: "f_lineno", Get: func(c *object.Ctx, o value) value {
			if v := AsFrame(o).keptAttr("line"); !v.IsNil() && !v.IsNone() {
				return v
			}
			return object.Int(int64(AsFrame(o).line()))
		}, Set: setLine},
		{Name: "f_lasti", Get: func(c *object.Ctx, o value) value {
			if v := AsFrame(o).keptAttr("at"); !v.IsNil() && !v.IsNone() {
				return v
			}
			if f := AsFrame(o); f.pc > 0 {
				return object.Int(lasti(f.running()))
			}
			return object.Int(0)
		}},
		{Name: "f_generator", Get: func(c *object.Ctx, o value) value {
			if g := AsFrame(o).gen; g != nil {
				return g.V()
			}
			return object.None
		}},
		frameAttr("f_trace", object.None), frameAttr("f_trace_lines", object.True), frameAttr("f_trace_opcodes", object.False),
	}})
	TracebackType.Define(object.Spec{Flags: object.Final, Methods: []object.Def{
		{Sig: "__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
			f := AsFrame(a[2])
			last, ok1 := a[3].AsInt()
			line, ok2 := a[4].AsInt()
			if f == nil || !ok1 || !ok2 || !a[1].IsNone() && AsTraceback(a[1]) == nil {
				return c.Raise(object.TypeError, "expected traceback object or None, frame, int, int")
			}
			t := &Traceback{Next: a[1], Frame: f, Lasti: int32(max(last/2-1, 0)), Line: int32(line)}
			t.Kind, t.Epoch = object.KTraceback, c.Epoch
			return object.Ref(&t.Hdr)
		}},
	}, Gets: []object.Get{
		{Name: "tb_next", Get: func(c *object.Ctx, o value) value { return AsTraceback(o).Next }, Set: func(c *object.Ctx, o, v value) bool {
			if v.IsNil() || !v.IsNone() && AsTraceback(v) == nil {
				c.Raise(object.TypeError, "expected traceback object or None, got '%s'", object.TypeOf(orNone(v)).Said())
				return false
			}
			for t := AsTraceback(v); t != nil; t = AsTraceback(t.Next) {
				if object.Ref(&t.Hdr) == o {
					c.Raise(object.ValueError, "traceback loop detected")
					return false
				}
			}
			c.Touch(o.Hdr())
			AsTraceback(o).Next = v
			return true
		}},
		{Name: "tb_frame", Get: func(c *object.Ctx, o value) value { return AsTraceback(o).Frame.V() }},
		{Name: "tb_lasti", Get: func(c *object.Ctx, o value) value { return object.Int(lasti(int(AsTraceback(o).Lasti))) }},
		{Name: "tb_lineno", Get: func(c *object.Ctx, o value) value { return object.Int(int64(AsTraceback(o).Line)) }},
	}})
}

// lasti is how programs number the instruction at pc: with two units a instruction, behind one that stands for the call.
func lasti(pc int) int64 { return int64(pc+1) * 2 }

// frameAttr is a writable frame attribute kept beside the frame.
func frameAttr(name string, initial value) object.Get {
	return object.Get{Name: name, Get: func(c *object.Ctx, o value) value {
		if v := AsFrame(o).keptAttr(name); !v.IsNil() {
			return v
		}
		return initial
	}, Set: func(c *object.Ctx, o, v value) bool {
		AsFrame(o).keep(c, name, orNone(v))
		return true
	}}
}

// onStack tells whether f is a frame of the running tasklet.
func (vm *VM) onStack(f *Frame) bool {
	for x := vm.current; x != nil; x = x.prev {
		if x == f {
			return true
		}
	}
	return false
}

// live gives the registers whose values the frame may still read.
func (f *Frame) live() code.Bits { return f.code.liveAt(int(f.pc)) }

func (k *Code) liveAt(pc int) code.Bits {
	if k.liveness == nil {
		k.liveness = k.Liveness()
	}
	if pc >= len(k.Code.Ins) { // it has ended
		return make(code.Bits, (k.nregs+63)/64)
	}
	return k.liveness.At(pc)
}

// localsProxy is f_locals: the namespace itself, or a view of the function's variables that writes through.
func localsProxy(c *object.Ctx, o value) value {
	f := AsFrame(o)
	if ns := f.Namespace(); !ns.IsNil() {
		return ns
	}
	f.capture()
	p := c.NewInst(c.Host.Hosted("FrameLocalsProxy").AsType())
	*p.Slot(0) = o
	return p.V()
}

// frameLocal finds a local variable by name; declared tells that the code has one, whether it is bound or not.
func (f *Frame) frameLocal(key value) (v value, declared bool) {
	s := key.AsStr()
	if s == nil {
		return v, false
	}
	name := s.String()
	f.Locals(func(n string, x value) bool {
		if n == name {
			v = x
		}
		return n != name
	})
	if !v.IsNil() {
		return v, true
	}
	for i := range f.code.Locals {
		if l := &f.code.Locals[i]; l.Name == name && !l.Hidden {
			return v, true
		}
	}
	return v, false
}

const extraKey = "extra locals"

// extraLocals holds what was stored into f_locals and is no variable of the code.
func (f *Frame) extraLocals(c *object.Ctx) *object.Dict {
	if d := f.keptAttr(extraKey); !d.IsNil() {
		return d.AsDict()
	}
	d := c.NewDict()
	f.keep(c, extraKey, d.V())
	return d
}

// frameDefs are the native functions behind FrameLocalsProxy.
var frameDefs = []object.Def{
	{Sig: "_frame_get(frame, key, /)", Fn: func(c *object.Ctx, a []value) value {
		if v, _ := AsFrame(a[0]).frameLocal(a[1]); !v.IsNil() {
			return v
		}
		return c.Host.Hosted("_frame_none")
	}},
	{Sig: "_frame_has(frame, key, /)", Fn: func(c *object.Ctx, a []value) value {
		_, declared := AsFrame(a[0]).frameLocal(a[1])
		return object.Bool(declared)
	}},
	{Sig: "_frame_set(frame, key, value, /)", Fn: func(c *object.Ctx, a []value) value {
		f := AsFrame(a[0])
		if _, declared := f.frameLocal(a[1]); !declared {
			return object.False
		}
		return object.Bool(FromCtx(c).SetLocal(f, a[1].AsStr().String(), a[2]))
	}},
	{Sig: "_frame_names(frame, /)", Fn: func(c *object.Ctx, a []value) value {
		var names []value
		AsFrame(a[0]).Locals(func(n string, _ value) bool {
			names = append(names, c.Intern(n).V())
			return true
		})
		return object.NewTuple(names)
	}},
	{Sig: "_frame_extra(frame, /)", Fn: func(c *object.Ctx, a []value) value { return AsFrame(a[0]).extraLocals(c).V() }},
}
