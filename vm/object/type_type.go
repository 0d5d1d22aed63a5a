package object

func defineType() {
	TypeType.Flags |= HasDict | IsTypeSub
	TypeType.define(Spec{
		Doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
		Methods: []Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: typeNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: typeInit, Doc: "Initialize self."},
			{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
				args, names := spreadKwargs(c, a[1].AsTuple().Items, a[2])
				return c.CallType(a[0].AsType(), args, names)
			}, Doc: "Call self as a function."},
			{Sig: "__repr__(self, /)", Fn: typeRepr, Doc: "Return repr(self)."},
			{Sig: "__getattribute__(self, name, /)", Fn: objectGetAttribute, Doc: "Return getattr(self, name)."},
			{Sig: "__setattr__(self, name, value, /)", Fn: typeSetAttr, Doc: "Implement setattr(self, name, value)."},
			{Sig: "__delattr__(self, name, /)", Fn: func(c *Ctx, a []Value) Value { return typeSetAttr(c, []Value{a[0], a[1], Nil}) }, Doc: "Implement delattr(self, name)."},
			{Sig: "mro(self, /)", Fn: typeMRO, Doc: "Return a type's method resolution order."},
			{Sig: "__subclasses__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				var out []Value
				for _, t := range c.Subclasses(a[0].AsType()) {
					out = append(out, t.V())
				}
				return c.NewList(out)
			}, Doc: "Return a list of immediate subclasses."},
			{Sig: "__instancecheck__(self, instance, /)", Fn: func(c *Ctx, a []Value) Value { return c.plainInstance(a[1], a[0]) }, Doc: "Check if an object is an instance."},
			{Sig: "__subclasscheck__(self, subclass, /)", Fn: func(c *Ctx, a []Value) Value { return c.plainSubclass(a[1], a[0]) }, Doc: "Check if a class is a subclass."},
			{Sig: "__prepare__(cls, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return c.NewDict().V() }, Kind: AsClass, Doc: "Create the namespace for the class statement"},
			{Sig: "__dir__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("type_dir", a[0]) }, Doc: "Specialized __dir__ implementation for types."},
			{Sig: "__or__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("type_or", a[0], a[1]) }, Doc: "Return self|value."},
			{Sig: "__ror__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("type_or", a[1], a[0]) }, Doc: "Return value|self."},
			{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(1064) }, Doc: "Return memory consumption of the type object."},
		},
		Gets: []Get{
			{Name: "__name__", Get: func(c *Ctx, o Value) Value { return NewStr(o.AsType().Name) }, Set: typeSetName(func(t *Type, s string) { t.Name = s }, "__name__")},
			{Name: "__qualname__", Get: func(c *Ctx, o Value) Value { return NewStr(o.AsType().Qualname) }, Set: typeSetName(func(t *Type, s string) { t.Qualname = s }, "__qualname__")},
			{Name: "__module__", Get: typeModule, Set: typeSetEntry("__module__")},
			{Name: "__doc__", Get: typeDoc, Set: typeSetEntry("__doc__")},
			{Name: "__mro__", Get: func(c *Ctx, o Value) Value {
				if o.AsType().MRO == nil { // its metaclass's mro() runs
					return None
				}
				return typeTuple(o.AsType().MRO)
			}},
			{Name: "__bases__", Get: func(c *Ctx, o Value) Value { return typeTuple(o.AsType().Bases) }, Set: typeSetBases},
			{Name: "__base__", Get: func(c *Ctx, o Value) Value {
				if b := o.AsType().Base; b != nil {
					return b.V()
				}
				return None
			}},
			{Name: "__dict__", Get: func(c *Ctx, o Value) Value { return NewMappingProxy(o.AsType().Dict.V()) }},
			{Name: "__abstractmethods__", Get: func(c *Ctx, o Value) Value {
				if v := o.AsType().Dict.Get("__abstractmethods__"); !v.IsNil() && o.AsType() != TypeType {
					return v
				}
				return c.attributeError(o, c.Intern("__abstractmethods__"), "type object '%s' has no attribute '__abstractmethods__'", o.AsType().Name)
			}, Set: typeSetAbstract},
			{Name: "__text_signature__", Get: func(c *Ctx, o Value) Value { return o.AsType().textSignature() }},
			{Name: "__flags__", Get: func(c *Ctx, o Value) Value { return Int(typeFlags(o.AsType())) }},
			{Name: "__basicsize__", Get: func(c *Ctx, o Value) Value { return Int(16 + 8*int64(o.AsType().NSlots)) }},
			{Name: "__itemsize__", Get: func(c *Ctx, o Value) Value { return Int(0) }},
			{Name: "__dictoffset__", Get: func(c *Ctx, o Value) Value { return Int(int64(o.AsType().Flags & HasDict)) }},
			{Name: "__weakrefoffset__", Get: func(c *Ctx, o Value) Value { return Int(int64(o.AsType().Flags & HasWeakref)) }},
			{Name: "__type_params__", Get: func(c *Ctx, o Value) Value {
				if v := o.AsType().Dict.Get("__type_params__"); !v.IsNil() {
					return v
				}
				return emptyTuple.V()
			}, Set: typeSetEntry("__type_params__")},
			{Name: "__annotations__", Get: typeAnnotations, Set: typeSetAnnotations},
			{Name: "__annotate__", Get: func(c *Ctx, o Value) Value {
				d := o.AsType().Dict
				for _, n := range [...]string{"__annotate_func__", "__annotate__"} {
					if v := d.Get(n); !v.IsNil() {
						return v
					}
				}
				return None
			}, Set: typeSetAnnotate},
		},
	})
}

// SpreadKwargs appends the values of a kwargs dict (or Nil) to the arguments and lists its names.
func SpreadKwargs(c *Ctx, args []Value, kwargs Value) (all []Value, names []*Str) {
	return spreadKwargs(c, args, kwargs)
}

// spreadKwargs appends the values of a kwargs dict (or Nil) to the arguments and lists its names.
func spreadKwargs(c *Ctx, args []Value, kwargs Value) (all []Value, names []*Str) {
	all = append([]Value(nil), args...)
	if kwargs.IsNil() {
		return all, nil
	}
	d := kwargs.AsDict()
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		names = append(names, c.Name(e.Key.AsStr()))
		all = append(all, e.Val)
	}
	return all, names
}

func typeInit(c *Ctx, a []Value) Value {
	n := len(a[1].AsTuple().Items)
	if n != 1 && n != 3 {
		return c.Raise(TypeError, "type.__init__() takes 1 or 3 arguments")
	}
	if n == 1 && !a[2].IsNil() {
		return c.Raise(TypeError, "type.__init__() takes no keyword arguments")
	}
	return None
}

func typeRepr(c *Ctx, a []Value) Value {
	t := a[0].AsType()
	name := t.Qualname
	if m, ok := t.ModuleName().(string); ok && m != "builtins" {
		name = m + "." + name
	}
	return NewStr("<class '" + name + "'>")
}

func typeTuple(ts []*Type) Value {
	out := make([]Value, len(ts))
	for i, t := range ts {
		out[i] = t.V()
	}
	return NewTuple(out)
}

func typeModule(c *Ctx, o Value) Value {
	t := o.AsType()
	if t.Flags&HeapType != 0 {
		if v := t.Dict.Get("__module__"); !v.IsNil() {
			return v
		}
	}
	if t.Module == "" {
		return NewStr("builtins")
	}
	return NewStr(t.Module)
}

func typeDoc(c *Ctx, o Value) Value {
	t := o.AsType()
	if t.Flags&HeapType == 0 && t.Doc != "" {
		return NewStr(t.Doc)
	}
	if v := t.Dict.Get("__doc__"); !v.IsNil() {
		if t.Flags&HeapType != 0 {
			return c.BindTo(v, Nil, t)
		}
		return v
	}
	return None
}

func mutableType(c *Ctx, t *Type, name string) bool {
	if t.Flags&(HeapType|Sealed) != HeapType {
		c.Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, t.Said())
		return false
	}
	return true
}

func typeSetEntry(name string) func(c *Ctx, o, v Value) bool {
	return func(c *Ctx, o, v Value) bool {
		t := o.AsType()
		if !mutableType(c, t, name) {
			return false
		}
		if v.IsNil() {
			return c.cannotDelete(t, name)
		}
		t.Dict.SetStr(c, name, v)
		c.Changed(t)
		return true
	}
}

// cannotDelete says so, in the words that CPython has for every class.
func (c *Ctx) cannotDelete(t *Type, name string) bool {
	c.Raise(TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, t.Said())
	return false
}

func typeSetAnnotations(c *Ctx, o, v Value) bool {
	t := o.AsType()
	if !mutableType(c, t, "__annotations__") {
		return false
	}
	there := false
	for _, n := range [...]string{"__annotations__", "__annotations_cache__"} {
		if !v.IsNil() && t.Dict.Get(n).IsNil() {
			continue
		}
		if v.IsNil() {
			there = t.Dict.DelStr(c, c.Intern(n)) || there
			continue
		}
		t.Dict.SetStr(c, n, v)
		there = true
		break
	}
	switch {
	case v.IsNil() && !there:
		c.Raise(AttributeError, "__annotations__")
		return false
	case !there:
		t.Dict.SetStr(c, "__annotations_cache__", v)
	}
	t.Dict.DelStr(c, c.Intern("__annotate_func__"))
	t.Dict.DelStr(c, c.Intern("__annotate__"))
	c.Changed(t)
	return true
}

func typeSetAnnotate(c *Ctx, o, v Value) bool {
	t := o.AsType()
	switch {
	case v.IsNil():
		c.Raise(TypeError, "cannot delete __annotate__ attribute")
		return false
	case !mutableType(c, t, "__annotate__"):
		return false
	case !v.IsNone() && TypeOf(v).Dunder(DCall).IsNil() && v.p.Kind != KFunc:
		c.Raise(TypeError, "__annotate__ must be callable or None")
		return false
	}
	t.Dict.SetStr(c, "__annotate_func__", v)
	if !v.IsNone() {
		t.Dict.DelStr(c, c.Intern("__annotations__"))
		t.Dict.DelStr(c, c.Intern("__annotations_cache__"))
	}
	c.Changed(t)
	return true
}

func typeSetName(set func(*Type, string), name string) func(c *Ctx, o, v Value) bool {
	return func(c *Ctx, o, v Value) bool {
		t := o.AsType()
		if !mutableType(c, t, name) {
			return false
		}
		if v.IsNil() {
			return c.cannotDelete(t, name)
		}
		s := v.AsStr()
		if s == nil {
			c.Raise(TypeError, "can only assign string to %s.%s, not '%s'", t.Said(), name, TypeOf(v).Said())
			return false
		}
		c.Touch(&t.Hdr)
		set(t, s.s)
		return true
	}
}

func typeSetAbstract(c *Ctx, o, v Value) bool {
	t := o.AsType()
	if v.IsNil() {
		if !t.Dict.DelStr(c, c.Intern("__abstractmethods__")) {
			c.Raise(AttributeError, "__abstractmethods__")
			return false
		}
		c.Changed(t)
		t.Flags &^= Abstract
		return true
	}
	truth, ok := c.Truth(v)
	if !ok {
		return false
	}
	t.Dict.SetStr(c, "__abstractmethods__", v)
	c.Changed(t)
	if truth {
		t.Flags |= Abstract
	} else {
		t.Flags &^= Abstract
	}
	return true
}

func typeSetBases(c *Ctx, o, v Value) bool {
	t := o.AsType()
	if !mutableType(c, t, "__bases__") {
		return false
	}
	if v.IsNil() {
		return c.cannotDelete(t, "__bases__")
	}
	tup := v.AsTuple()
	if tup == nil {
		c.Raise(TypeError, "can only assign tuple to %s.__bases__, not %s", t.Said(), TypeOf(v).Said())
		return false
	}
	if len(tup.Items) == 0 {
		c.Raise(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", t.Said())
		return false
	}
	var bases []*Type
	for _, x := range tup.Items {
		b := x.AsType()
		if b == nil {
			c.Raise(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", t.Said(), TypeOf(x).Said())
			return false
		}
		if b.IsSubtype(t) || b.derives(t) {
			c.Raise(TypeError, "a __bases__ item causes an inheritance cycle")
			return false
		}
		bases = append(bases, b)
	}
	best := c.bestBase(bases)
	if best == nil {
		return false
	}
	if solid(best) != solid(t.Base) {
		c.Raise(TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", best.Said(), t.Base.Said())
		return false
	}
	return !c.Call(c.Host.Hosted("type_set_bases"), o, v).IsNil()
}

func (c *Ctx) removeSub(base, t *Type) {
	list := base.Subs
	if base.Flags2Static() {
		list = c.subs[base]
	}
	var out []*Type
	for _, s := range list {
		if s != t {
			out = append(out, s)
		}
	}
	if base.Flags2Static() {
		c.subs[base] = out
		return
	}
	c.Touch(&base.Hdr)
	base.Subs = out
}

func typeMRO(c *Ctx, a []Value) Value {
	mro, bad := linearize(a[0].AsType())
	if mro == nil {
		return c.Raise(TypeError, "%s", bad)
	}
	return c.NewList(typeTuple(mro).AsTuple().Items)
}

func typeAnnotations(c *Ctx, o Value) Value {
	t := o.AsType()
	if t.Flags&HeapType == 0 {
		return c.attributeError(o, c.Intern("__annotations__"), "type object '%s' has no attribute '__annotations__'", t.Said())
	}
	for _, n := range [...]string{"__annotations_cache__", "__annotations__"} {
		if v := t.Dict.Get(n); !v.IsNil() {
			return v
		}
	}
	var v Value
	if f := t.Dict.Get("__annotate_func__"); !f.IsNil() && !f.IsNone() {
		v = c.Call(f, Int(1))
		if v.IsNil() {
			return v
		}
	} else if f := t.Dict.Get("__annotate__"); !f.IsNil() && !f.IsNone() {
		v = c.Call(f, Int(1))
		if v.IsNil() {
			return v
		}
	} else {
		v = c.NewDict().V()
	}
	t.Dict.SetStr(c, "__annotations_cache__", v)
	return v
}

// PatternFlags are Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING: which patterns of match statements take the instances.
func (t *Type) PatternFlags() (n int64) {
	if t.Flags&SeqPattern != 0 {
		n |= 1 << 5
	}
	if t.Flags&MapPattern != 0 {
		n |= 1 << 6
	}
	return n
}

// SetPatternFlags sets what PatternFlags tells.
func (t *Type) SetPatternFlags(n int64) {
	t.Flags &^= SeqPattern | MapPattern
	if n&(1<<5) != 0 {
		t.Flags |= SeqPattern
	}
	if n&(1<<6) != 0 {
		t.Flags |= MapPattern
	}
}

func typeFlags(t *Type) int64 {
	n := int64(1<<12|1<<10) | t.PatternFlags()
	if t.Flags&Disallow != 0 {
		n |= 1 << 7
	}
	if t.Flags&(HeapType|Sealed) == HeapType {
		n |= 1 << 9
	} else {
		n |= 1 << 8
	}
	if t.Flags&Final != 0 {
		n &^= 1 << 10
	}
	if t.Flags&Abstract != 0 {
		n |= 1 << 20
	}
	for i, u := range [...]*Type{IntType, ListType, TupleType, BytesType, StrType, DictType, BaseException, TypeType} {
		if t.IsSubtype(u) {
			n |= 1 << (24 + i)
		}
	}
	return n
}

// plainInstance is type.__instancecheck__: isinstance without hooks.
func (c *Ctx) plainInstance(o, t Value) Value {
	u := t.AsType()
	if u == nil {
		return c.Raise(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
	}
	ot := TypeOf(o)
	if ot.IsSubtype(u) {
		return True
	}
	if o.p.Kind == KInst || o.p.Kind == KObj {
		k := c.FindAttr(o, c.Intern("__class__"))
		if k.IsNil() {
			if c.Failed() {
				return Nil
			}
			return False
		}
		if kt := k.AsType(); kt != nil && kt != ot {
			return Bool(kt.IsSubtype(u))
		}
	}
	return False
}

func (c *Ctx) plainSubclass(o, t Value) Value {
	x, u := o.AsType(), t.AsType()
	if x != nil && u != nil {
		return Bool(x.IsSubtype(u))
	}
	return c.Self("plain_issubclass", o, t)
}

// PlainInstance is isinstance(o, t) without hooks: a bool, or Nil.
func (c *Ctx) PlainInstance(o, t Value) Value { return c.plainInstance(o, t) }
