package object

// setDict describes __dict__ of objects that keep one.
var dictAttr = Get{Name: "__dict__", Get: func(c *Ctx, o Value) Value {
	if d := c.InstanceDict(o); d != nil {
		return d.V()
	}
	return c.noAttribute(o, c.Intern("__dict__"))
}, Set: func(c *Ctx, o, v Value) bool {
	if v.IsNil() {
		v = c.NewDict().V()
	}
	d := v.AsDict()
	if d == nil {
		c.Raise(TypeError, "__dict__ must be set to a dictionary, not a '%s'", TypeOf(v).Said())
		return false
	}
	if i := o.AsInst(); i != nil {
		i.SetDict(c, d)
		return true
	}
	p := dictSlot(o)
	if p == nil {
		c.Raise(AttributeError, "attribute '__dict__' of '%s' objects is not writable", TypeOf(o).Said())
		return false
	}
	c.Touch(o.p)
	*p = d
	return true
}}

var weakrefGet = Get{Name: "__weakref__", Get: func(c *Ctx, o Value) Value { return None }, Doc: "list of weak references to the object"}

func defineWrapped() {
	for _, s := range [...]struct {
		t    *Type
		k    Kind
		name string
		doc  string
	}{{ClassMethodType, KClassMethod, "classmethod", "Convert a function to be a class method."},
		{StaticMethodType, KStaticMethod, "staticmethod", "Convert a function to be a static method."}} {
		k, name := s.k, s.name
		methods := []Def{
			{Sig: "__new__(cls, function, /)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
				w := &Wrapped{Hdr: Hdr{Kind: k, Epoch: c.Epoch}, Func: a[1]}
				if t := a[0].AsType(); t.Flags&HeapType != 0 {
					w.Cls = t
				}
				return Ref(&w.Hdr)
			}},
			{Sig: "__init__(self, function, /)", Fn: func(c *Ctx, a []Value) Value {
				return c.Self("wrapped_init", a[0], a[1])
			}},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				r, ok := c.ReprText(a[0].AsWrapped().Func)
				if !ok {
					return Nil
				}
				return NewStr("<" + name + "(" + r + ")>")
			}},
			{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *Ctx, a []Value) Value {
				w := a[0].AsWrapped()
				if k == KStaticMethod {
					return w.Func
				}
				if a[2].IsNil() || a[2].IsNone() {
					return Bind(w.Func, TypeOf(a[1]).V())
				}
				return Bind(w.Func, a[2])
			}},
		}
		if k == KStaticMethod {
			methods = append(methods, Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value {
				args, names := spreadKwargs(c, a[1].AsTuple().Items, a[2])
				return c.TailKw(a[0].AsWrapped().Func, args, names)
			}})
		}
		s.t.define(Spec{Doc: s.doc, Flags: HasDict, Methods: methods, Gets: []Get{
			{Name: "__func__", Get: func(c *Ctx, o Value) Value { return o.AsWrapped().Func }},
			{Name: "__wrapped__", Get: func(c *Ctx, o Value) Value { return o.AsWrapped().Func }},
			{Name: "__isabstractmethod__", Get: func(c *Ctx, o Value) Value { return c.isAbstract(o.AsWrapped().Func) }},
			dictAttr,
		}})
	}
	MappingProxyType.Flags |= Final | MapPattern
	fwd := func(name string) Fn {
		return func(c *Ctx, a []Value) Value {
			m := c.GetAttrName(a[0].AsProxy().M, name)
			if m.IsNil() {
				return Nil
			}
			var args []Value
			for _, x := range a[1:] {
				if !x.IsNil() {
					args = append(args, x)
				}
			}
			return c.Tail(m, args...)
		}
	}
	MappingProxyType.define(Spec{Doc: "Read-only proxy of a mapping.", Methods: []Def{
		{Sig: "__new__(cls, mapping)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			if TypeOf(a[1]).Dunder(DGetItem).IsNil() || a[1].AsList() != nil || a[1].AsTuple() != nil {
				return c.Raise(TypeError, "mappingproxy() argument must be a mapping, not %s", TypeOf(a[1]).Said())
			}
			return NewMappingProxy(a[1])
		}},
		{Sig: "__getitem__(self, key, /)", Fn: func(c *Ctx, a []Value) Value { return c.GetItem(a[0].AsProxy().M, a[1]) }},
		{Sig: "__contains__(self, key, /)", Fn: func(c *Ctx, a []Value) Value {
			in, ok := c.Contains(a[0].AsProxy().M, a[1])
			if !ok {
				return Nil
			}
			return Bool(in)
		}},
		{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			n, ok := c.Len(a[0].AsProxy().M)
			if !ok {
				return Nil
			}
			return Int(int64(n))
		}},
		{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Iter(a[0].AsProxy().M) }},
		{Sig: "__reversed__(self, /)", Fn: fwd("__reversed__")},
		{Sig: "__eq__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Compare(CmpEq, a[0].AsProxy().M, unproxy(a[1])) }},
		{Sig: "__or__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Binary(OpOr, unproxy(a[0]), unproxy(a[1])) }},
		{Sig: "__ror__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Binary(OpOr, unproxy(a[1]), unproxy(a[0])) }},
		{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			h, ok := c.Hash(a[0].AsProxy().M)
			if !ok {
				return Nil
			}
			return Int(h)
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			r, ok := c.ReprText(a[0].AsProxy().M)
			if !ok {
				return Nil
			}
			return NewStr("mappingproxy(" + r + ")")
		}},
		{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Str(a[0].AsProxy().M) }},
		{Sig: "get(self, key, default=None, /)", Fn: fwd("get")},
		{Sig: "keys(self, /)", Fn: fwd("keys")}, {Sig: "values(self, /)", Fn: fwd("values")},
		{Sig: "items(self, /)", Fn: fwd("items")}, {Sig: "copy(self, /)", Fn: fwd("copy")},
	}})
}

// AsProxy returns a mapping proxy.
func (v Value) AsProxy() *MappingProxy { return (*MappingProxy)(v.exact(KMappingProxy)) }

func unproxy(v Value) Value {
	if p := v.AsProxy(); p != nil {
		return p.M
	}
	return v
}

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(m Value) Value {
	return Ref(&(&MappingProxy{Hdr: Hdr{Kind: KMappingProxy}, M: m}).Hdr)
}

func (c *Ctx) isAbstract(f Value) Value {
	if f.IsNil() || f.IsNone() {
		return False
	}
	v := c.FindAttr(f, c.Intern("__isabstractmethod__"))
	if v.IsNil() {
		if c.Failed() {
			return Nil
		}
		return False
	}
	t, ok := c.Truth(v)
	if !ok {
		return Nil
	}
	return Bool(t)
}

func orNone(v Value) Value {
	if v.IsNil() {
		return None
	}
	return v
}

func defineProperty() {
	with := func(set func(p *Property, v Value)) Fn {
		return func(c *Ctx, a []Value) Value {
			p := *a[0].AsProperty()
			set(&p, a[1])
			if p.Cls != nil {
				return c.Tail(p.Cls.V(), orNone(p.Get), orNone(p.Set), orNone(p.Del), orNone(p.Doc))
			}
			n := &Property{Hdr: Hdr{Kind: KProperty, Epoch: c.Epoch}, Get: p.Get, Set: p.Set, Del: p.Del, Doc: p.Doc, Name: p.Name}
			return Ref(&n.Hdr)
		}
	}
	PropertyType.define(Spec{Doc: "Property attribute.", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			p := &Property{Hdr: Hdr{Kind: KProperty, Epoch: c.Epoch}, Doc: None}
			if t := a[0].AsType(); t.Flags&HeapType != 0 {
				p.Cls = t
			}
			return Ref(&p.Hdr)
		}},
		{Sig: "__init__(self, /, fget=None, fset=None, fdel=None, doc=None)", Fn: propertyInit},
		{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *Ctx, a []Value) Value {
			if a[1].IsNone() {
				return a[0]
			}
			p := a[0].AsProperty()
			if p.Get.IsNil() || p.Get.IsNone() {
				return c.propertyError(p, a[1], "getter")
			}
			return c.Tail(p.Get, a[1])
		}},
		{Sig: "__set__(self, instance, value, /)", Fn: propertySet},
		{Sig: "__delete__(self, instance, /)", Fn: func(c *Ctx, a []Value) Value { return propertySet(c, []Value{a[0], a[1], Nil}) }},
		{Sig: "__set_name__(self, owner, name, /)", Fn: func(c *Ctx, a []Value) Value {
			c.Touch(a[0].p)
			a[0].AsProperty().Name = a[2]
			return None
		}},
		{Sig: "getter(self, fget, /)", Fn: with(func(p *Property, v Value) { p.Get = v })},
		{Sig: "setter(self, fset, /)", Fn: with(func(p *Property, v Value) { p.Set = v })},
		{Sig: "deleter(self, fdel, /)", Fn: with(func(p *Property, v Value) { p.Del = v })},
	}, Gets: []Get{
		{Name: "fget", Get: func(c *Ctx, o Value) Value { return orNone(o.AsProperty().Get) }},
		{Name: "fset", Get: func(c *Ctx, o Value) Value { return orNone(o.AsProperty().Set) }},
		{Name: "fdel", Get: func(c *Ctx, o Value) Value { return orNone(o.AsProperty().Del) }},
		{Name: "__doc__", Get: func(c *Ctx, o Value) Value { return orNone(o.AsProperty().Doc) }, Set: func(c *Ctx, o, v Value) bool {
			c.Touch(o.p)
			o.AsProperty().Doc = orNone(v)
			return true
		}},
		{Name: "__name__", Get: func(c *Ctx, o Value) Value {
			p := o.AsProperty()
			if !p.Name.IsNil() {
				return p.Name
			}
			if !p.Get.IsNil() && !p.Get.IsNone() {
				return c.GetAttrName(p.Get, "__name__")
			}
			return c.noAttribute(o, c.Intern("__name__"))
		}, Set: func(c *Ctx, o, v Value) bool {
			c.Touch(o.p)
			o.AsProperty().Name = v
			return true
		}},
		{Name: "__isabstractmethod__", Get: func(c *Ctx, o Value) Value {
			p := o.AsProperty()
			for _, f := range [...]Value{p.Get, p.Set, p.Del} {
				if v := c.isAbstract(f); v != False {
					return v
				}
			}
			return False
		}},
	}})
}

func propertyInit(c *Ctx, a []Value) Value {
	p := a[0].AsProperty()
	doc := a[4]
	if doc.IsNil() || doc.IsNone() {
		doc = None
		if !a[1].IsNil() && !a[1].IsNone() {
			doc = c.FindAttr(a[1], c.Intern("__doc__"))
			if doc.IsNil() {
				if c.Failed() {
					return Nil
				}
				doc = None
			}
		}
	}
	c.Touch(&p.Hdr)
	p.Get, p.Set, p.Del, p.Doc = a[1], a[2], a[3], doc
	return None
}

func propertySet(c *Ctx, a []Value) Value {
	p := a[0].AsProperty()
	f, what := p.Set, "setter"
	if a[2].IsNil() {
		f, what = p.Del, "deleter"
	}
	if f.IsNil() || f.IsNone() {
		return c.propertyError(p, a[1], what)
	}
	if a[2].IsNil() {
		return c.Tail(f, a[1])
	}
	return c.Tail(f, a[1], a[2])
}

// superImpl is a super object.
type superImpl struct {
	typ, obj, objType Value // obj and objType are None when unbound
}

// Walk implements Impl.
func (s *superImpl) Walk(w *Walker) {
	w.Value(&s.typ)
	w.Value(&s.obj)
	w.Value(&s.objType)
}

func defineSuper() {
	SuperType.define(Spec{Doc: "super() -> same as super(__class__, <first argument>)", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			return c.NewObj(a[0].AsType(), &superImpl{None, None, None})
		}},
		{Sig: "__init__(self, type=None, object_or_type=None, /)", Fn: superInit},
		{Sig: "__getattribute__(self, name, /)", Fn: superGetAttribute},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			s, _ := As[*superImpl](a[0])
			name := "NULL"
			if t := s.typ.AsType(); t != nil {
				name = t.Name
			}
			if s.objType.IsNone() {
				return NewStr("<super: <class '" + name + "'>, NULL>")
			}
			return NewStr("<super: <class '" + name + "'>, <" + s.objType.AsType().Name + " object>>")
		}},
		{Sig: "__get__(self, instance, owner=None, /)", Fn: func(c *Ctx, a []Value) Value {
			s, _ := As[*superImpl](a[0])
			if a[1].IsNone() || !s.obj.IsNone() {
				return a[0]
			}
			if TypeOf(a[0]) != SuperType {
				return c.Tail(TypeOf(a[0]).V(), s.typ, a[1])
			}
			ot := c.superCheck(s.typ.AsType(), a[1])
			if ot.IsNil() {
				return Nil
			}
			return c.NewObj(SuperType, &superImpl{s.typ, a[1], ot})
		}},
	}, Gets: []Get{
		{Name: "__thisclass__", Get: func(c *Ctx, o Value) Value { return o.AsObj().Impl.(*superImpl).typ }},
		{Name: "__self__", Get: func(c *Ctx, o Value) Value { return o.AsObj().Impl.(*superImpl).obj }},
		{Name: "__self_class__", Get: func(c *Ctx, o Value) Value { return o.AsObj().Impl.(*superImpl).objType }},
	}})
}

func superInit(c *Ctx, a []Value) Value {
	s, _ := As[*superImpl](a[0])
	typ, obj := a[1], a[2]
	if typ.IsNil() {
		var bad string
		typ, obj, bad = c.Host.SuperArgs()
		if bad != "" {
			return c.Raise(RuntimeError, "super(): %s", bad)
		}
	}
	t := typ.AsType()
	if t == nil {
		return c.Raise(TypeError, "super() argument 1 must be a type, not %s", TypeOf(typ).Said())
	}
	ot := None
	if obj.IsNil() || obj.IsNone() {
		obj = None
	} else if ot = c.superCheck(t, obj); ot.IsNil() {
		return Nil
	}
	c.Touch(a[0].p)
	s.typ, s.obj, s.objType = typ, obj, ot
	return None
}

// superCheck finds the class whose MRO super(t, obj) walks.
func (c *Ctx) superCheck(t *Type, obj Value) Value {
	if x := obj.AsType(); x != nil && x.IsSubtype(t) {
		return obj
	}
	if ot := TypeOf(obj); ot.IsSubtype(t) {
		return ot.V()
	}
	k := c.FindAttr(obj, c.Intern("__class__"))
	if k.IsNil() && c.Failed() {
		return Nil
	}
	if !k.IsNil() && k.AsType() != nil && k.AsType().IsSubtype(t) {
		return k
	}
	what := "instance of " + TypeOf(obj).Name
	if x := obj.AsType(); x != nil {
		what = "type " + x.Name
	}
	return c.Raise(TypeError, "super(type, obj): obj (%s) is not an instance or subtype of type (%s).", what, t.Said())
}

func superGetAttribute(c *Ctx, a []Value) Value {
	s, _ := As[*superImpl](a[0])
	n := a[1].AsStr()
	if n == nil {
		return c.Raise(TypeError, "attribute name must be string, not '%s'", TypeOf(a[1]).Said())
	}
	name := c.Name(n)
	if ot := s.objType.AsType(); ot != nil && name.s != "__class__" {
		mro := ot.MRO
		i := 0
		for i < len(mro) && mro[i].V() != s.typ {
			i++
		}
		for i++; i < len(mro); i++ {
			v := mro[i].Dict.GetStr(name)
			if v.IsNil() {
				continue
			}
			if s.obj == s.objType {
				return c.BindTo(v, Nil, ot)
			}
			return c.BindTo(v, s.obj, ot)
		}
	}
	v := c.genericGet(a[0], TypeOf(a[0]), name)
	if v.IsNil() && !c.Failed() {
		return c.attributeError(a[0], name, "'super' object has no attribute '%s'", name.s)
	}
	return v
}

func defineModuleType() {
	ModuleType.Flags |= HasDict | HasWeakref
	ModuleType.define(Spec{Doc: "Create a module object.", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Kind: AsNew, Fn: func(c *Ctx, a []Value) Value {
			m := &Module{Hdr: Hdr{Kind: KModule, Epoch: c.Epoch}, Cls: a[0].AsType(), Dict: c.NewDict()}
			return m.V()
		}},
		{Sig: "__init__(self, name, doc=None)", Fn: func(c *Ctx, a []Value) Value {
			if a[1].AsStr() == nil {
				return c.Raise(TypeError, "module.__init__() argument 'name' must be str, not %s", TypeOf(a[1]).Said())
			}
			d := a[0].AsModule().Dict
			d.SetStr(c, "__name__", a[1])
			d.SetStr(c, "__doc__", orNone(a[2]))
			for _, n := range [...]string{"__package__", "__loader__", "__spec__"} {
				if d.Get(n).IsNil() {
					d.SetStr(c, n, None)
				}
			}
			return None
		}},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("module_repr", a[0]) }},
		{Sig: "__dir__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("module_dir", a[0]) }},
	}, Gets: []Get{
		{Name: "__dict__", Get: func(c *Ctx, o Value) Value { return o.AsModule().Dict.V() }},
		{Name: "__annotations__", Get: func(c *Ctx, o Value) Value { return c.CallHosted("module_annotations", o) }, Set: func(c *Ctx, o, v Value) bool {
			if v.IsNil() {
				o.AsModule().Dict.DelStr(c, c.Intern("__annotations__"))
			} else {
				o.AsModule().Dict.SetStr(c, "__annotations__", v)
			}
			return true
		}},
	}})
}

// CallHosted calls a function written in Python that implements part of a builtin.
func (c *Ctx) CallHosted(name string, args ...Value) Value {
	return c.Call(c.Host.Hosted(name), args...)
}
