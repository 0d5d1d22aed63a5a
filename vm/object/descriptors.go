package object

func defineSingletons() {
	NoneType.Flags |= Final
	fixed := func(v Value) Fn { return func(*Ctx, []Value) Value { return v } }
	only := func(v Value, name string) Def {
		return Def{Sig: "__new__(cls, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
			if len(a[1].AsTuple().Items) > 0 || !a[2].IsNil() {
				return c.Raise(TypeError, "%s takes no arguments", name)
			}
			return v
		}, Kind: AsNew}
	}
	NoneType.define(Spec{Doc: "The type of the None singleton.", Methods: []Def{
		only(None, "NoneType"),
		{Sig: "__repr__(self, /)", Fn: fixed(noneText)},
		{Sig: "__bool__(self, /)", Fn: fixed(False)},
		{Sig: "__hash__(self, /)", Fn: fixed(Int(0xfca86420))},
		{Sig: "__or__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("type_or", a[0], a[1]) }},
		{Sig: "__ror__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("type_or", a[1], a[0]) }},
	}})
	EllipsisType.Flags |= Final
	EllipsisType.define(Spec{Doc: "The type of the Ellipsis singleton.", Methods: []Def{
		only(Ellipsis, "EllipsisType"),
		{Sig: "__repr__(self, /)", Fn: fixed(ConstStr("Ellipsis"))},
		{Sig: "__reduce__(self, /)", Fn: fixed(ConstStr("Ellipsis"))},
	}})
	NotImplementedType.Flags |= Final
	NotImplementedType.define(Spec{Doc: "The type of the NotImplemented singleton.", Methods: []Def{
		only(NotImplemented, "NotImplementedType"),
		{Sig: "__repr__(self, /)", Fn: fixed(ConstStr("NotImplemented"))},
		{Sig: "__reduce__(self, /)", Fn: fixed(ConstStr("NotImplemented"))},
		{Sig: "__bool__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			return c.Raise(TypeError, "NotImplemented should not be used in a boolean context")
		}},
	}})
}

func defineDescriptors() {
	builtinGets := []Get{
		{Name: "__name__", Get: func(c *Ctx, o Value) Value { return o.AsBuiltin().Name.V() }},
		{Name: "__qualname__", Get: func(c *Ctx, o Value) Value { return NewStr(o.AsBuiltin().Qualname()) }},
		{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return docOrNone(o.AsBuiltin().Def.Doc) }},
		{Name: "__text_signature__", Get: func(c *Ctx, o Value) Value { return o.AsBuiltin().TextSignature() }},
		{Name: "__objclass__", Get: func(c *Ctx, o Value) Value {
			if t := o.AsBuiltin().Owner; t != nil {
				return t.V()
			}
			return None
		}},
	}
	funcRepr := func(c *Ctx, a []Value) Value {
		b := a[0].AsBuiltin()
		switch {
		case b.Owner == nil:
			return NewStr("<built-in function " + b.Name.s + ">")
		case b.Def.Kind == AsNew:
			return NewStr("<built-in method __new__ of type object at " + c.Address(b.Owner.V()) + ">")
		case b.typ() == WrapperType:
			return NewStr("<slot wrapper '" + b.Name.s + "' of '" + b.Owner.Said() + "' objects>")
		}
		return NewStr("<method '" + b.Name.s + "' of '" + b.Owner.Said() + "' objects>")
	}
	descrGet := Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.descriptorGet(a[0], a[1], a[2])
	}, Doc: "Return an attribute of instance, which is of type owner."}
	callDef := Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
		args, names := spreadKwargs(c, a[1].AsTuple().Items, a[2])
		return c.TailKw(a[0], args, names)
	}, Doc: "Call self as a function."}
	methodGet := func(f func(c *Ctx, o Value) Value) func(c *Ctx, o Value) Value { return f }
	_ = methodGet
	BuiltinType.Flags |= Final | Disallow
	BuiltinType.define(Spec{Methods: []Def{
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			if m := a[0].AsMethod(); m != nil {
				return NewStr("<built-in method " + m.Func.AsBuiltin().Name.s + " of " + TypeOf(m.Self).Said() + " object at " + c.Address(m.Self) + ">")
			}
			return funcRepr(c, a)
		}},
		{Sig: "__eq__(self, value, /)", Fn: methodEq}, {Sig: "__hash__(self, /)", Fn: methodHash}, callDef,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("builtin_reduce", a[0]) }},
	}, Gets: []Get{
		{Name: "__name__", Get: func(c *Ctx, o Value) Value { return builtinOf(o).Name.V() }},
		{Name: "__qualname__", Get: func(c *Ctx, o Value) Value { return NewStr(builtinOf(o).Qualname()) }},
		{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return docOrNone(builtinOf(o).Def.Doc) }},
		{Name: "__module__", Get: func(c *Ctx, o Value) Value {
			if o.AsMethod() != nil {
				return None
			}
			return o.AsBuiltin().Module
		}},
		{Name: "__self__", Get: func(c *Ctx, o Value) Value {
			if m := o.AsMethod(); m != nil {
				return m.Self
			}
			b := o.AsBuiltin()
			if b.Owner != nil {
				return b.Owner.V()
			}
			if s := b.Module.AsStr(); s != nil {
				if m := c.Modules.GetStr(s); !m.IsNil() {
					return m
				}
			}
			return None
		}},
		{Name: "__text_signature__", Get: func(c *Ctx, o Value) Value { return builtinOf(o).TextSignature() }},
	}})
	MethodWrapperType.Flags |= Final | Disallow
	MethodWrapperType.define(Spec{Methods: []Def{
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			m := a[0].AsMethod()
			return NewStr("<method-wrapper '" + m.Func.AsBuiltin().Name.s + "' of " + TypeOf(m.Self).Name + " object at " + c.Address(m.Self) + ">")
		}},
		{Sig: "__eq__(self, value, /)", Fn: methodEq}, {Sig: "__hash__(self, /)", Fn: methodHash}, callDef,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("builtin_reduce", a[0]) }},
	}, Gets: []Get{
		{Name: "__name__", Get: func(c *Ctx, o Value) Value { return builtinOf(o).Name.V() }},
		{Name: "__qualname__", Get: func(c *Ctx, o Value) Value { return NewStr(builtinOf(o).Qualname()) }},
		{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return docOrNone(builtinOf(o).Def.Doc) }},
		{Name: "__self__", Get: func(c *Ctx, o Value) Value { return o.AsMethod().Self }},
		{Name: "__objclass__", Get: func(c *Ctx, o Value) Value { return builtinOf(o).Owner.V() }},
		{Name: "__text_signature__", Get: func(c *Ctx, o Value) Value { return builtinOf(o).TextSignature() }},
	}})
	for _, t := range [...]*Type{MethodDescrType, WrapperType, ClassMethodDescrType} {
		t.Flags |= Final | Disallow
		t.define(Spec{Methods: []Def{{Sig: "__repr__(self, /)", Fn: funcRepr}, descrGet, callDef,
			{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("builtin_reduce", a[0]) }}}, Gets: builtinGets})
	}
	MethodType.Flags |= Final
	MethodType.define(Spec{Doc: "Create a bound instance method object.", Methods: []Def{
		{Sig: "__new__(cls, function, instance, /)", Fn: func(c *Ctx, a []Value) Value {
			if TypeOf(a[1]).Dunder(DCall).IsNil() && a[1].p.Kind != KFunc {
				return c.Raise(TypeError, "first argument must be callable")
			}
			if a[2].IsNone() {
				return c.Raise(TypeError, "instance must not be None")
			}
			return Bind(a[1], a[2])
		}, Kind: AsNew},
		{Sig: "__repr__(self, /)", Fn: methodRepr}, {Sig: "__eq__(self, value, /)", Fn: methodEq}, {Sig: "__hash__(self, /)", Fn: methodHash},
		{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *Ctx, a []Value) Value { return a[0] }}, callDef,
		{Sig: "__getattribute__(self, name, /)", Fn: methodGetAttribute},
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("method_reduce", a[0]) }},
	}, Gets: []Get{
		{Name: "__func__", Get: func(c *Ctx, o Value) Value { return o.AsMethod().Func }},
		{Name: "__self__", Get: func(c *Ctx, o Value) Value { return o.AsMethod().Self }},
		{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return c.GetAttrName(o.AsMethod().Func, "__doc__") }},
	}})
	getRepr := func(what string) Fn {
		return func(c *Ctx, a []Value) Value {
			g := a[0].AsGetSet()
			return NewStr("<" + what + " '" + g.Name.s + "' of '" + g.Owner.Said() + "' objects>")
		}
	}
	for what, t := range map[string]*Type{"attribute": GetSetType, "member": MemberType} { // order-free: each is independent
		t.Flags |= Final | Disallow
		t.define(Spec{Methods: []Def{{Sig: "__repr__(self, /)", Fn: getRepr(what)}, descrGet,
			{Sig: "__set__(self, instance, value, /)", Fn: descriptorSet},
			{Sig: "__delete__(self, instance, /)", Fn: func(c *Ctx, a []Value) Value { return descriptorSet(c, []Value{a[0], a[1], Nil}) }},
		}, Gets: []Get{
			{Name: "__name__", Get: func(c *Ctx, o Value) Value { return o.AsGetSet().Name.V() }},
			{Name: "__qualname__", Get: func(c *Ctx, o Value) Value {
				return NewStr(o.AsGetSet().Owner.Qualname + "." + o.AsGetSet().Name.s)
			}},
			{Name: "__objclass__", Get: func(c *Ctx, o Value) Value { return o.AsGetSet().Owner.V() }},
			{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return docOrNone(o.AsGetSet().G.Doc) }},
		}})
	}
	CellType.Flags |= Final
	CellType.define(Spec{Doc: "Create a new cell object.", Methods: []Def{
		{Sig: "__new__(cls, contents=None, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewCell(a[1]).V() }, Kind: AsNew},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			x := a[0].AsCell()
			if x.Val.IsNil() {
				return NewStr("<cell at " + c.Address(a[0]) + ": empty>")
			}
			return NewStr("<cell at " + c.Address(a[0]) + ": " + TypeOf(x.Val).Name + " object at " + c.Address(x.Val) + ">")
		}},
	}, Gets: []Get{{Name: "cell_contents", Get: func(c *Ctx, o Value) Value {
		if v := o.AsCell().Val; !v.IsNil() {
			return v
		}
		return c.Raise(ValueError, "Cell is empty")
	}, Set: func(c *Ctx, o, v Value) bool {
		c.Touch(o.p)
		o.AsCell().Val = v
		return true
	}}}})
	defineWrapped()
	defineProperty()
	defineSuper()
	defineModuleType()
	SeqIterType.Flags |= Final
	SeqIterType.define(Spec{Methods: []Def{
		{Sig: "__length_hint__(self, /)", Fn: iterHint, Doc: "Private method returning an estimate of len(list(it))."},
		{Sig: "__reduce__(self, /)", Fn: iterReduce, Doc: "Return state information for pickling."},
		{Sig: "__setstate__(self, object, /)", Fn: iterSetState, Doc: "Set state information for unpickling."},
		{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0] }},
		{Sig: "__next__(self, /)", Fn: IteratorNext},
	}})
}

// IteratorNext is __next__ of every class whose Impl is an Iterator.
func IteratorNext(c *Ctx, a []Value) Value {
	it := a[0].AsObj().Impl.(Iterator)
	v := it.Next(c, a[0])
	if v.IsNil() && !c.Failed() {
		return c.RaiseExc(c.NewExc(StopIteration))
	}
	return v
}

func docOrNone(doc string) Value {
	if doc != "" {
		return NewStr(doc)
	}
	return None
}

func builtinOf(o Value) *Builtin {
	if m := o.AsMethod(); m != nil {
		return m.Func.AsBuiltin()
	}
	return o.AsBuiltin()
}

// BindsPlainly tells that v, found on a class, is a function that takes the instance as its first argument.
func (v Value) BindsPlainly() bool {
	switch v.p.Kind {
	case KFunc:
		return true
	case KBuiltin:
		b := v.AsBuiltin()
		return b.Owner != nil && b.Def.Kind == AsMethod
	}
	return false
}

// Qualname is __qualname__.
func (b *Builtin) Qualname() string {
	if b.Owner != nil {
		return b.Owner.Qualname + "." + b.Name.s
	}
	return b.Name.s
}

// descriptorGet is __get__(instance, owner) of native descriptors.
func (c *Ctx) descriptorGet(d, obj, owner Value) Value {
	if obj.IsNone() {
		if owner.IsNil() || owner.IsNone() {
			return c.Raise(TypeError, "__get__(None, None) is invalid")
		}
		obj = Nil
	}
	t := (*Type)(nil)
	if !owner.IsNil() && owner.AsType() != nil {
		t = owner.AsType()
	} else {
		t = TypeOf(obj)
	}
	return c.BindTo(d, obj, t)
}

func descriptorSet(c *Ctx, a []Value) Value {
	g := a[0].AsGetSet()
	if !TypeOf(a[1]).IsSubtype(g.Owner) {
		return c.Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name.s, g.Owner.Said(), TypeOf(a[1]).Said())
	}
	if _, ok := c.setDescr(a[0], a[1], g.Name, a[2]); !ok {
		return Nil
	}
	return None
}

func methodRepr(c *Ctx, a []Value) Value {
	m := a[0].AsMethod()
	q := c.FindAttr(m.Func, c.Intern("__qualname__"))
	if q.IsNil() {
		if c.Failed() {
			return Nil
		}
		if q = c.FindAttr(m.Func, c.Intern("__name__")); q.IsNil() && c.Failed() {
			return Nil
		}
	}
	name := "?"
	if !q.IsNil() && q.AsStr() != nil {
		name = q.AsStr().s
	}
	r, ok := c.ReprText(m.Self)
	if !ok {
		return Nil
	}
	return NewStr("<bound method " + name + " of " + r + ">")
}

func methodEq(c *Ctx, a []Value) Value {
	x, y := a[0].AsMethod(), a[1].AsMethod()
	if x == nil || y == nil {
		if a[0].p.Kind == KBuiltin && a[1].p.Kind == KBuiltin {
			return Bool(a[0] == a[1])
		}
		return NotImplemented
	}
	return Bool(x.Self == y.Self && x.Func == y.Func)
}

func methodHash(c *Ctx, a []Value) Value {
	m := a[0].AsMethod()
	if m == nil {
		return Int(c.idHash(a[0]))
	}
	h := c.idHash(m.Self) ^ c.idHash(m.Func)
	if h == -1 {
		h = -2
	}
	return Int(h)
}

func methodGetAttribute(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "attribute name must be string, not '%s'", TypeOf(a[1]).Said())
	}
	name := c.Name(s)
	if v := c.Lookup(MethodType, name); !v.IsNil() {
		return c.BindTo(v, a[0], MethodType)
	}
	return c.GetAttr(a[0].AsMethod().Func, name)
}
