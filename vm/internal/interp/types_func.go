package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

type value = object.Value

func orNone(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

// strAttr is a str attribute of functions.
func strAttr(name string, field func(*Func) **object.Str) object.Get {
	return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return (*field(asFunc(o))).V() },
		Set: func(c *object.Ctx, o, v value) bool {
			if v.IsNil() || v.AsStr() == nil {
				c.Raise(object.TypeError, "%s must be set to a string object", name)
				return false
			}
			c.Touch(o.Hdr())
			*field(asFunc(o)) = c.Name(v.AsStr())
			return true
		}}
}

// readonly refuses to set what CPython has as a read-only member.
func readonly(c *object.Ctx, _, _ value) bool {
	c.Raise(object.AttributeError, "readonly attribute")
	return false
}

func valueAttr(name string, field func(*Func) *value) object.Get {
	return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return orNone(*field(asFunc(o))) },
		Set: func(c *object.Ctx, o, v value) bool {
			c.Touch(o.Hdr())
			*field(asFunc(o)) = orNone(v)
			return true
		}}
}

func defineFunction() {
	FuncType.Define(object.Spec{Flags: object.Final | object.HasDict | object.HasWeakref, Doc: "Create a function object.",
		Methods: []object.Def{
			{Sig: "__new__(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)", Fn: funcNew, Kind: object.AsNew},
			{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				return object.NewStr("<function " + asFunc(a[0]).qualname.String() + " at " + c.Address(a[0]) + ">")
			}},
			{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *object.Ctx, a []value) value {
				if a[1].IsNone() {
					return a[0]
				}
				return object.Bind(a[0], a[1])
			}},
			{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *object.Ctx, a []value) value {
				args, kw := object.SpreadKwargs(c, a[1].AsTuple().Items, a[2])
				return c.TailKw(a[0], args, kw)
			}},
		},
		Gets: []object.Get{
			strAttr("__name__", func(f *Func) **object.Str { return &f.name }),
			strAttr("__qualname__", func(f *Func) **object.Str { return &f.qualname }),
			valueAttr("__doc__", func(f *Func) *value { return &f.doc }),
			valueAttr("__module__", func(f *Func) *value { return &f.module }),
			{Name: "__code__", Get: func(c *object.Ctx, o value) value { return asFunc(o).code.V() }, Set: funcSetCode},
			{Name: "__globals__", Get: func(c *object.Ctx, o value) value { return asFunc(o).globalsValue() }, Set: readonly},
			{Name: "__builtins__", Get: func(c *object.Ctx, o value) value { return asFunc(o).builtins.V() }, Set: readonly},
			{Name: "__defaults__", Get: func(c *object.Ctx, o value) value {
				if d := asFunc(o).defaults; len(d) > 0 {
					return object.NewTuple(d)
				}
				return object.None
			}, Set: func(c *object.Ctx, o, v value) bool {
				v = orNone(v)
				if !v.IsNone() && v.AsTuple() == nil {
					c.Raise(object.TypeError, "__defaults__ must be set to a tuple object")
					return false
				}
				c.Touch(o.Hdr())
				asFunc(o).defaults = object.Items(v)
				return true
			}},
			{Name: "__kwdefaults__", Get: func(c *object.Ctx, o value) value {
				if d := asFunc(o).kwdefaults; d != nil {
					return d.V()
				}
				return object.None
			}, Set: func(c *object.Ctx, o, v value) bool {
				v = orNone(v)
				if !v.IsNone() && v.AsDict() == nil {
					c.Raise(object.TypeError, "__kwdefaults__ must be set to a dict object")
					return false
				}
				c.Touch(o.Hdr())
				asFunc(o).kwdefaults = nil
				if !v.IsNone() {
					asFunc(o).kwdefaults = v.AsDict()
				}
				return true
			}},
			{Name: "__closure__", Get: func(c *object.Ctx, o value) value {
				cl := asFunc(o).closure
				if len(cl) == 0 {
					return object.None
				}
				out := make([]value, len(cl))
				for i, x := range cl {
					out[i] = x.V()
				}
				return object.NewTuple(out)
			}},
			{Name: "__dict__", Get: func(c *object.Ctx, o value) value { return c.InstanceDict(o).V() }, Set: func(c *object.Ctx, o, v value) bool {
				if v.IsNil() || v.AsDict() == nil {
					c.Raise(object.TypeError, "__dict__ must be set to a dictionary, not a '%s'", object.TypeOf(orNone(v)).Said())
					return false
				}
				c.Touch(o.Hdr())
				asFunc(o).dict = v.AsDict()
				return true
			}},
			{Name: "__annotate__", Get: func(c *object.Ctx, o value) value { return orNone(asFunc(o).annotate) }, Set: func(c *object.Ctx, o, v value) bool {
				c.Touch(o.Hdr())
				asFunc(o).annotate, asFunc(o).annots = orNone(v), nil
				return true
			}},
			{Name: "__annotations__", Get: funcAnnotations, Set: func(c *object.Ctx, o, v value) bool {
				v = orNone(v)
				if !v.IsNone() && v.AsDict() == nil {
					c.Raise(object.TypeError, "__annotations__ must be set to a dict object")
					return false
				}
				c.Touch(o.Hdr())
				asFunc(o).annotate = object.None
				asFunc(o).annots = nil
				if !v.IsNone() {
					asFunc(o).annots = v.AsDict()
				}
				return true
			}},
			{Name: "__type_params__", Get: func(c *object.Ctx, o value) value {
				if p := asFunc(o).typeParams; !p.IsNil() {
					return p
				}
				return object.NewTuple(nil)
			}, Set: func(c *object.Ctx, o, v value) bool {
				c.Touch(o.Hdr())
				asFunc(o).typeParams = v
				return true
			}},
		}})
}

func funcAnnotations(c *object.Ctx, o value) value {
	fn := asFunc(o)
	if fn.annots != nil {
		return fn.annots.V()
	}
	d := value{}
	if fn.annotate.IsNil() || fn.annotate.IsNone() {
		d = c.NewDict().V()
	} else {
		d = c.Call(fn.annotate, object.Int(1))
		if d.IsNil() {
			return d
		}
		if d.AsDict() == nil {
			return c.Raise(object.TypeError, "__annotate__() must return a dict, not %s", object.TypeOf(d).Said())
		}
	}
	c.Touch(o.Hdr())
	fn.annots = d.AsDict()
	return d
}

func funcSetCode(c *object.Ctx, o, v value) bool {
	k := asCode(v)
	if v.IsNil() || k == nil {
		c.Raise(object.TypeError, "__code__ must be set to a code object")
		return false
	}
	fn := asFunc(o)
	if len(k.FreeVars) != len(fn.closure) {
		c.Raise(object.ValueError, "%s() requires a code object with %d free vars, not %d", fn.name.String(), len(fn.closure), len(k.FreeVars))
		return false
	}
	c.Touch(o.Hdr())
	fn.code = k
	return true
}

func funcNew(c *object.Ctx, a []value) value {
	vm := FromCtx(c)
	k := asCode(a[1])
	if k == nil {
		return c.Raise(object.TypeError, "function() argument 'code' must be code, not %s", object.TypeOf(a[1]).Said())
	}
	if a[2].AsDict() == nil {
		return c.Raise(object.TypeError, "function() argument 'globals' must be dict, not %s", object.TypeOf(a[2]).Said())
	}
	fn := vm.NewFunc(k, a[2], object.None)
	if !a[3].IsNil() && !a[3].IsNone() {
		if a[3].AsStr() == nil {
			return c.Raise(object.TypeError, "arg 3 (name) must be None or string")
		}
		fn.name = c.Name(a[3].AsStr())
	}
	if !a[4].IsNil() && !a[4].IsNone() {
		if a[4].AsTuple() == nil {
			return c.Raise(object.TypeError, "arg 4 (defaults) must be None or tuple")
		}
		fn.defaults = a[4].AsTuple().Items
	}
	closure := orNone(a[5])
	switch {
	case closure.IsNone() && len(k.FreeVars) > 0:
		return c.Raise(object.TypeError, "arg 5 (closure) must be tuple")
	case !closure.IsNone() && closure.AsTuple() == nil:
		return c.Raise(object.TypeError, "arg 5 (closure) must be None or tuple")
	case len(object.Items(closure)) != len(k.FreeVars):
		return c.Raise(object.ValueError, "%s requires closure of length %d, not %d", k.Name, len(k.FreeVars), len(object.Items(closure)))
	}
	for _, x := range object.Items(closure) {
		if x.AsCell() == nil {
			return c.Raise(object.TypeError, "arg 5 (closure) expected cell, found %s", object.TypeOf(x).Said())
		}
		fn.closure = append(fn.closure, x.AsCell())
	}
	if !a[6].IsNil() && !a[6].IsNone() {
		if a[6].AsDict() == nil {
			return c.Raise(object.TypeError, "arg 6 (kwdefaults) must be None or dict")
		}
		fn.kwdefaults = a[6].AsDict()
	}
	return fn.V()
}

func asCode(v value) *Code { return (*Code)(v.Pointer(object.KCode)) }

// AsCode returns the code object behind a Python value, or nil.
func AsCode(v object.Value) *Code { return asCode(v) }

// FuncCode returns the code of a Python function, or nil.
func FuncCode(v object.Value) *Code {
	if fn := asFunc(v); fn != nil {
		return fn.code
	}
	return nil
}

func strTuple(c *object.Ctx, names []string) value {
	out := make([]value, len(names))
	for i, n := range names {
		out[i] = c.Intern(n).V()
	}
	return object.NewTuple(out)
}

func defineCode() {
	num := func(name string, f func(k *Code) int) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return object.Int(int64(f(asCode(o)))) }}
	}
	CodeType.Define(object.Spec{Flags: object.Final | object.HasWeakref, Doc: "Create a code object.  Not for mere mortals.", Methods: []object.Def{
		{Sig: "__repr__(self, /)", Fn: func(c *object.Ctx, a []value) value {
			k := asCode(a[0])
			return object.NewStr("<code object " + k.Name + " at " + c.Address(a[0]) + ", file \"" + k.Filename + "\", line " + object.Int(int64(k.FirstLine)).String() + ">")
		}},
		{Sig: "co_positions(self, /)", Fn: func(c *object.Ctx, a []value) value {
			k := asCode(a[0])
			k.Open()
			first := object.Int(int64(k.FirstLine))
			out := []value{object.TupleOf(first, first, object.Int(0), object.Int(0))}
			for pc := range len(k.Ins) + len(k.Lookups) { // tb_lasti may name a lookup
				p := k.PosAt(pc)
				out = append(out, object.TupleOf(object.Int(int64(p.Line)), object.Int(int64(p.EndLine)), object.Int(int64(p.Col)), object.Int(int64(p.EndCol))))
			}
			return c.Iter(c.NewList(out))
		}},
		{Sig: "co_lines(self, /)", Fn: func(c *object.Ctx, a []value) value {
			k := asCode(a[0])
			out := []value{object.TupleOf(object.Int(0), object.Int(lasti(0)), object.Int(int64(k.FirstLine)))}
			k.Open()
			for i := range k.Lines {
				end := len(k.Ins)
				if i+1 < len(k.Lines) {
					end = int(k.Lines[i+1].PC)
				}
				out = append(out, object.TupleOf(object.Int(lasti(int(k.Lines[i].PC))), object.Int(lasti(end)), object.Int(int64(k.Lines[i].Line))))
			}
			return c.Iter(c.NewList(out))
		}},
		{Sig: "replace(self, /, **changes)", Fn: func(c *object.Ctx, a []value) value { return FromCtx(c).codeReplace(asCode(a[0]), a[1]) }},
		{Sig: "__eq__(self, value, /)", Fn: func(c *object.Ctx, a []value) value {
			if asCode(a[1]) == nil {
				return object.NotImplemented
			}
			return object.Bool(asCode(a[0]).Code == asCode(a[1]).Code)
		}},
		{Sig: "__hash__(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.Int(int64(c.ID(a[0]) >> 4)) }},
	}, Gets: []object.Get{
		num("co_argcount", func(k *Code) int { return int(k.ArgCount) }), num("co_posonlyargcount", func(k *Code) int { return int(k.PosOnly) }),
		num("co_kwonlyargcount", func(k *Code) int { return int(k.KwOnly) }), num("co_nlocals", func(k *Code) int { return len(k.varNames()) }),
		num("co_stacksize", func(k *Code) int { return int(k.NRegs) }), num("co_flags", func(k *Code) int { return int(k.CoFlags &^ code.Hidden) }),
		num("co_firstlineno", func(k *Code) int { return int(k.FirstLine) }),
		{Name: "co_name", Get: func(c *object.Ctx, o value) value { return c.Intern(asCode(o).Name).V() }},
		{Name: "co_qualname", Get: func(c *object.Ctx, o value) value { return c.Intern(asCode(o).Qualname).V() }},
		{Name: "co_filename", Get: func(c *object.Ctx, o value) value { return c.Intern(asCode(o).Filename).V() }},
		{Name: "co_varnames", Get: func(c *object.Ctx, o value) value { return strTuple(c, asCode(o).varNames()) }},
		{Name: "co_cellvars", Get: func(c *object.Ctx, o value) value { return strTuple(c, asCode(o).CellVars) }},
		{Name: "co_freevars", Get: func(c *object.Ctx, o value) value { return strTuple(c, asCode(o).FreeVars) }},
		{Name: "co_names", Get: func(c *object.Ctx, o value) value {
			var names []string
			seen := map[string]bool{}
			for _, ic := range asCode(o).ICs {
				if !seen[ic.Name] {
					seen[ic.Name] = true
					names = append(names, ic.Name)
				}
			}
			return strTuple(c, names)
		}},
		{Name: "co_consts", Get: func(c *object.Ctx, o value) value {
			k := asCode(o)
			out := append([]value(nil), k.Consts...)
			for i := range k.Children {
				out = append(out, k.child(FromCtx(c), i).V())
			}
			return object.NewTuple(out)
		}},
		{Name: "co_code", Get: func(c *object.Ctx, o value) value {
			k := asCode(o)
			b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(k.Ins))), len(k.Ins)*8)
			return object.NewBytes(string(b))
		}},
		{Name: "co_exceptiontable", Get: func(c *object.Ctx, o value) value { return object.NewBytes("") }},
		{Name: "co_linetable", Get: func(c *object.Ctx, o value) value { return object.NewBytes("") }},
	}})
}

// varNames are the arguments and other local variables that are not only cells of outer functions.
func (k *Code) varNames() []string {
	var out []string
	for i := range k.Locals {
		if l := &k.Locals[i]; !l.Free && !l.Hidden && (!l.Cell || l.Reg < k.nargs) {
			out = append(out, l.Name)
		}
	}
	return out
}

// codeReplace is code.replace() for what has no influence on the instructions.
func (vm *VM) codeReplace(k *Code, changes value) value {
	c := *k.Code
	if changes.IsNil() {
		return vm.load(&c).V()
	}
	d := changes.AsDict()
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		n, _ := e.Val.AsInt()
		text := ""
		if s := e.Val.AsStr(); s != nil {
			text = s.String()
		}
		switch name := e.Key.AsStr().String(); name {
		case "co_name":
			c.Name = text
		case "co_qualname":
			c.Qualname = text
		case "co_filename":
			c.Filename = text
		case "co_firstlineno":
			c.FirstLine = int32(n)
		case "co_flags":
			c.Flags = code.Flags(n) | c.Flags&code.Hidden
		default:
			return vm.Raise(object.ValueError, "code.replace() cannot change %s on this machine: its instructions are not CPython's", name)
		}
	}
	return vm.load(&c).V()
}
