package object

import "unsafe"

// BindTo is the descriptor protocol's read half: what an attribute v found on class t gives for an instance obj
// (Nil: access on the class itself).
func (c *Ctx) BindTo(v, obj Value, t *Type) Value {
	switch v.p.Kind {
	case KFunc:
		if obj.IsNil() {
			return v
		}
		return Bind(v, obj)
	case KBuiltin:
		b := (*Builtin)(unsafe.Pointer(v.p))
		switch {
		case b.Owner == nil || b.Def.Kind == AsStatic || b.Def.Kind == AsNew:
			return v
		case b.Def.Kind == AsClass:
			return Bind(v, t.V())
		case obj.IsNil():
			return v
		}
		return Bind(v, obj)
	case KGetSet:
		if obj.IsNil() {
			return v
		}
		return c.getSet((*GetSet)(unsafe.Pointer(v.p)), obj)
	case KProperty:
		p := v.AsProperty()
		if p.Cls == nil || p.Cls.Dunder(DGet) == PropertyType.Dunder(DGet) {
			if obj.IsNil() {
				return v
			}
			if p.Get.IsNil() || p.Get.IsNone() {
				return c.propertyError(p, obj, "getter")
			}
			return c.Call(p.Get, obj)
		}
	case KStaticMethod:
		if w := v.AsWrapped(); w.Cls == nil {
			return w.Func
		}
	case KClassMethod:
		if w := v.AsWrapped(); w.Cls == nil {
			return c.bindClass(w.Func, t)
		}
	case KInst, KObj:
	default:
		return v
	}
	get := TypeOf(v).Dunder(DGet)
	if get.IsNil() {
		return v
	}
	o := obj
	if o.IsNil() {
		o = None
	}
	return c.CallMethod(get, v, o, t.V())
}

func (c *Ctx) bindClass(f Value, t *Type) Value {
	switch f.p.Kind {
	case KFunc:
		return Bind(f, t.V())
	}
	return Bind(f, t.V())
}

func (c *Ctx) getSet(g *GetSet, obj Value) Value {
	if g.Member {
		if !TypeOf(obj).IsSubtype(g.Owner) {
			return c.Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name.s, g.Owner.Said(), TypeOf(obj).Said())
		}
		var v Value
		if o := obj.AsInst(); o != nil {
			v = *o.Slot(g.Slot)
		} else if d := instanceDict(obj); d != nil {
			v = d.GetStr(c.slotKey(g.Name))
		}
		if v.IsNil() {
			return c.attributeError(obj, g.Name, "'%s' object has no attribute '%s'", TypeOf(obj).Said(), g.Name.s)
		}
		return v
	}
	if !TypeOf(obj).IsSubtype(g.Owner) {
		return c.Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name.s, g.Owner.Said(), TypeOf(obj).Said())
	}
	return g.G.Get(c, obj)
}

func (c *Ctx) propertyError(p *Property, obj Value, what string) Value {
	t := TypeOf(obj)
	if p.Name.IsNil() || p.Name.IsNone() {
		return c.Raise(AttributeError, "property of '%s' object has no %s", t.Qualname, what)
	}
	name := ""
	if s := p.Name.AsStr(); s != nil {
		name = c.ReprStr(s)
	}
	return c.Raise(AttributeError, "property %s of '%s' object has no %s", name, t.Qualname, what)
}

// attributeError raises AttributeError with its name and obj set.
func (c *Ctx) attributeError(obj Value, name *Str, format string, args ...any) Value {
	c.Raise(AttributeError, format, args...)
	e := c.exc.AsExc()
	e.Fields = []Value{name.V(), obj}
	return Nil
}

// isData tells whether a class attribute overrides instance attributes (it has __set__ or __delete__).
func isData(v Value) bool {
	switch v.p.Kind {
	case KFunc, KBuiltin, KStaticMethod, KClassMethod, KInt, KStr, KNone, KBool, KFloat, KTuple, KType, KDict, KList:
		return false
	case KGetSet, KProperty:
		return true
	}
	t := TypeOf(v)
	return !t.Dunder(DSet).IsNil() || !t.Dunder(DDelete).IsNil()
}

// binds tells whether a data descriptor can be read through: one without __get__ gives way to what the instance holds.
func binds(v Value) bool {
	return v.p.Kind == KGetSet || v.p.Kind == KProperty || !TypeOf(v).Dunder(DGet).IsNil()
}

// GetAttr is getattr(o, name); name must be interned.
func (c *Ctx) GetAttr(o Value, name *Str) Value {
	t := TypeOf(o)
	if t.Flags&CustomGetattribute == 0 {
		v := c.genericGet(o, t, name)
		if v.IsNil() && !c.Failed() {
			return c.noAttribute(o, name)
		}
		return v
	}
	var v Value
	if g := t.Dunder(DGetAttribute); g == TypeType.Dunder(DGetAttribute) && o.p.Kind == KType {
		v = c.typeGet((*Type)(unsafe.Pointer(o.p)), name)
		if v.IsNil() && !c.Failed() {
			hook := t.Dunder(DGetAttr)
			if hook.IsNil() {
				return c.noAttribute(o, name)
			}
			return c.CallMethod(hook, o, name.V())
		}
	} else if g == ObjectType.Dunder(DGetAttribute) {
		v = c.genericGet(o, t, name)
		if v.IsNil() && !c.Failed() {
			hook := t.Dunder(DGetAttr)
			if hook.IsNil() {
				return c.noAttribute(o, name)
			}
			return c.CallMethod(hook, o, name.V())
		}
	} else {
		v = c.CallMethod(g, o, name.V())
	}
	if !v.IsNil() || !c.Raised() {
		return v
	}
	hook := t.Dunder(DGetAttr)
	if hook.IsNil() || !c.Catch(AttributeError) {
		return Nil
	}
	return c.CallMethod(hook, o, name.V())
}

func (c *Ctx) noAttribute(o Value, name *Str) Value {
	if t := o.AsType(); t != nil {
		return c.attributeError(o, name, "type object '%s' has no attribute '%s'", t.Said(), name.s)
	}
	if m := o.AsModule(); m != nil {
		if n := m.Dict.Get("__name__"); !n.IsNil() && n.AsStr() != nil {
			return c.attributeError(o, name, "module '%s' has no attribute '%s'", n.AsStr().s, name.s)
		}
		return c.attributeError(o, name, "module has no attribute '%s'", name.s)
	}
	return c.attributeError(o, name, "'%s' object has no attribute '%s'", TypeOf(o).Said(), name.s)
}

// Said is the class's name in most messages: with its module, if it is a class of the implementation.
func (t *Type) Said() string {
	if t.Flags&(HeapType|Sealed) != HeapType {
		return t.fullName()
	}
	return t.Name
}

// GenericGetAttr is object.__getattribute__: Nil without an exception if there is no such attribute.
func (c *Ctx) GenericGetAttr(o Value, name *Str) Value { return c.genericGet(o, TypeOf(o), name) }

func (c *Ctx) genericGet(o Value, t *Type, name *Str) Value {
	if o.p.Kind == KType {
		return c.typeGet((*Type)(unsafe.Pointer(o.p)), name)
	}
	a := c.Lookup(t, name)
	if !a.IsNil() && isData(a) && binds(a) {
		return c.BindTo(a, o, t)
	}
	switch o.p.Kind {
	case KInst:
		if v := (*Inst)(unsafe.Pointer(o.p)).GetSlot(c, name); !v.IsNil() {
			return v
		}
	case KModule:
		m := (*Module)(unsafe.Pointer(o.p))
		if v := m.Dict.GetStr(name); !v.IsNil() {
			return v
		}
		if a.IsNil() {
			if hook := m.Dict.GetStr(DGetAttr.Name()); !hook.IsNil() {
				return c.Call(hook, name.V())
			}
		}
	default:
		if d := instanceDict(o); d != nil {
			if v := d.GetStr(name); !v.IsNil() {
				return v
			}
		}
	}
	if a.IsNil() {
		return Nil
	}
	return c.BindTo(a, o, t)
}

// instanceDict returns the dict of an object that keeps one, if it was made already.
func instanceDict(o Value) *Dict {
	if p := dictSlot(o); p != nil {
		return *p
	}
	return nil
}

// dictSlot returns where an object keeps its __dict__, or nil.
func dictSlot(o Value) **Dict {
	switch o.p.Kind {
	case KExc:
		return &o.AsExc().Dict
	case KObj:
		return &o.AsObj().Dict
	case KProperty:
		return &o.AsProperty().Dict
	case KClassMethod, KStaticMethod:
		return &o.AsWrapped().Dict
	}
	if f := dicts[o.p.Kind]; f != nil {
		return f(o.p)
	}
	return nil
}

var dicts [NumKinds]func(*Hdr) **Dict

// RegisterDict tells where objects of a kind laid out elsewhere keep their __dict__. Once per process.
func RegisterDict(k Kind, f func(*Hdr) **Dict) { dicts[k] = f }

// InstanceDict returns an object's __dict__, making it if needed; nil if the object has none.
func (c *Ctx) InstanceDict(o Value) *Dict {
	switch o.p.Kind {
	case KInst:
		i := o.AsInst()
		if i.Shape.Cls.Flags&HasDict == 0 {
			return nil
		}
		return i.Dict(c)
	case KModule:
		return o.AsModule().Dict
	case KType:
		return o.AsType().Dict
	}
	p := dictSlot(o)
	if p == nil || TypeOf(o).Flags&HasDict == 0 || o.p.Flags&FlagStatic != 0 {
		return nil
	}
	if *p == nil {
		c.Touch(o.p)
		*p = c.NewDict()
	}
	return *p
}

// typeGet is type.__getattribute__.
func (c *Ctx) typeGet(t *Type, name *Str) Value {
	meta := c.Lookup(t.Meta, name)
	if !meta.IsNil() && isData(meta) && binds(meta) {
		return c.BindTo(meta, t.V(), t.Meta)
	}
	if a := c.Lookup(t, name); !a.IsNil() {
		return c.BindTo(a, Nil, t)
	}
	if meta.IsNil() {
		return Nil
	}
	return c.BindTo(meta, t.V(), t.Meta)
}

// GetAttrName is GetAttr by a Go string.
func (c *Ctx) GetAttrName(o Value, name string) Value { return c.GetAttr(o, c.Intern(name)) }

// FindAttr is GetAttr that returns Nil without an exception when the attribute is missing (see Failed).
func (c *Ctx) FindAttr(o Value, name *Str) Value {
	t := TypeOf(o)
	if t.Flags&CustomGetattribute == 0 {
		v := c.genericGet(o, t, name)
		if v.IsNil() {
			c.Catch(AttributeError)
		}
		return v
	}
	v := c.GetAttr(o, name)
	if v.IsNil() {
		c.Catch(AttributeError)
	}
	return v
}

// CallAttr calls a method by name.
func (c *Ctx) CallAttr(o Value, name string, args ...Value) Value {
	m := c.GetAttr(o, c.Intern(name))
	if m.IsNil() {
		return Nil
	}
	return c.Call(m, args...)
}

// SetAttr is setattr(o, name, v), or delattr(o, name) if v is Nil; false if it raised or was suspended.
func (c *Ctx) SetAttr(o Value, name *Str, v Value) bool {
	t := TypeOf(o)
	if t.Flags&CustomSetattr == 0 {
		return c.GenericSetAttr(o, name, v)
	}
	d := DSetAttr
	if v.IsNil() {
		d = DDelAttr
	}
	m := t.Dunder(d)
	if m == ObjectType.Dunder(d) || m == TypeType.Dunder(d) && o.p.Kind == KType {
		return c.GenericSetAttr(o, name, v)
	}
	if v.IsNil() {
		return !c.CallMethod(m, o, name.V()).IsNil()
	}
	return !c.CallMethod(m, o, name.V(), v).IsNil()
}

// GenericSetAttr is object.__setattr__ (type.__setattr__ for classes).
func (c *Ctx) GenericSetAttr(o Value, name *Str, v Value) bool {
	t := TypeOf(o)
	if o.p.Kind == KType {
		return c.typeSet(o.AsType(), name, v)
	}
	a := c.Lookup(t, name)
	if !a.IsNil() {
		switch a.p.Kind {
		case KFunc, KBuiltin:
		default:
			if done, ok := c.setDescr(a, o, name, v); done {
				return ok
			}
		}
	}
	if o.p.Kind == KInst {
		i := (*Inst)(unsafe.Pointer(o.p))
		if t.Flags&HasDict != 0 {
			if v.IsNil() {
				if !i.DelSlot(c, name) {
					return c.noAttribute(o, name) != Nil
				}
				return true
			}
			i.SetSlot(c, name, v)
			return true
		}
	} else if d := c.InstanceDict(o); d != nil {
		if v.IsNil() {
			if !d.DelStr(c, name) {
				c.noAttribute(o, name)
				return false
			}
			return true
		}
		d.SetName(c, name, v)
		return true
	}
	switch {
	case a.IsNil() && t.Flags&HasDict == 0:
		c.attributeError(o, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", t.Said(), name.s)
	case a.IsNil():
		c.noAttribute(o, name)
	default:
		c.attributeError(o, name, "'%s' object attribute '%s' is read-only", t.Said(), name.s)
	}
	return false
}

// setDescr stores through a data descriptor; done is false if a is none.
func (c *Ctx) setDescr(a, o Value, name *Str, v Value) (done, ok bool) {
	switch a.p.Kind {
	case KGetSet:
		g := (*GetSet)(unsafe.Pointer(a.p))
		if g.Member {
			if !TypeOf(o).IsSubtype(g.Owner) {
				c.Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name.s, g.Owner.Said(), TypeOf(o).Said())
				return true, false
			}
			if g.Field {
				c.Raise(AttributeError, "readonly attribute")
				return true, false
			}
			i := o.AsInst()
			if i == nil {
				return true, c.setSlotMember(o, g, v)
			}
			if v.IsNil() && i.Slot(g.Slot).IsNil() {
				c.Raise(AttributeError, "%s", g.Name.s)
				return true, false
			}
			c.Touch(&i.Hdr)
			*i.Slot(g.Slot) = v
			return true, true
		}
		if g.G.Set == nil && g.Field {
			c.Raise(AttributeError, "readonly attribute")
			return true, false
		}
		if g.G.Set == nil {
			c.attributeError(o, name, "attribute '%s' of '%s' objects is not writable", name.s, g.Owner.Said())
			return true, false
		}
		return true, g.G.Set(c, o, v)
	case KProperty:
		p := a.AsProperty()
		if p.Cls == nil || p.Cls.Dunder(DSet) == PropertyType.Dunder(DSet) {
			f, what := p.Set, "setter"
			if v.IsNil() {
				f, what = p.Del, "deleter"
			}
			if f.IsNil() || f.IsNone() {
				c.propertyError(p, o, what)
				return true, false
			}
			if v.IsNil() {
				return true, !c.Call(f, o).IsNil()
			}
			return true, !c.Call(f, o, v).IsNil()
		}
	}
	at := TypeOf(a)
	if v.IsNil() {
		if d := at.Dunder(DDelete); !d.IsNil() {
			return true, !c.CallMethod(d, a, o).IsNil()
		}
		if !at.Dunder(DSet).IsNil() {
			c.Raise(AttributeError, "__delete__")
			return true, false
		}
		return false, false
	}
	if s := at.Dunder(DSet); !s.IsNil() {
		return true, !c.CallMethod(s, a, o, v).IsNil()
	}
	if !at.Dunder(DDelete).IsNil() {
		c.Raise(AttributeError, "__set__")
		return true, false
	}
	return false, false
}

// SetMember fills a slot of an instance, also one that programs cannot set.
func (c *Ctx) SetMember(o Value, name string, v Value) {
	g := c.Lookup(TypeOf(o), c.Intern(name)).AsGetSet()
	c.Touch(o.p)
	*o.AsInst().Slot(g.Slot) = v
}

func (c *Ctx) typeSet(t *Type, name *Str, v Value) bool {
	if t.Flags&(HeapType|Sealed) != HeapType {
		c.Raise(TypeError, "cannot set '%s' attribute of immutable type '%s'", name.s, t.Said())
		return false
	}
	if a := c.Lookup(t.Meta, name); !a.IsNil() && isData(a) {
		if done, ok := c.setDescr(a, t.V(), name, v); done {
			return ok
		}
	}
	if v.IsNil() {
		if !t.Dict.DelStr(c, name) {
			c.noAttribute(t.V(), name)
			return false
		}
	} else {
		t.Dict.SetName(c, name, v)
	}
	c.Changed(t)
	return true
}

// PeekDict returns the dict of an object that keeps one, if it was made already; nil otherwise.
func PeekDict(o Value) *Dict {
	if o.p.Kind == KInst {
		return nil
	}
	return instanceDict(o)
}

// slotKey is where an object that is no Inst keeps a member of __slots__ in its dict: under a name that no attribute has.
func (c *Ctx) slotKey(name *Str) *Str { return c.Intern("\x00" + name.s) }

func (c *Ctx) setSlotMember(o Value, g *GetSet, v Value) bool {
	p := dictSlot(o)
	if p == nil {
		c.Raise(AttributeError, "'%s' object attribute '%s' is read-only", TypeOf(o).Said(), g.Name.s)
		return false
	}
	key := c.slotKey(g.Name)
	if v.IsNil() {
		if *p == nil || !(*p).DelStr(c, key) {
			c.Raise(AttributeError, "%s", g.Name.s)
			return false
		}
		return true
	}
	if *p == nil {
		c.Touch(o.p)
		*p = c.NewDict()
	}
	(*p).SetName(c, key, v)
	return true
}
