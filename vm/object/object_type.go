package object

import "strings"

func defineObject() {
	ObjectType.New = nil
	ObjectType.define(Spec{
		Doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
		Methods: []Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: objectNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: objectInit, Doc: "Initialize self."},
			{Sig: "__repr__(self, /)", Fn: objectRepr, Doc: "Return repr(self)."},
			{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Repr(a[0]) }, Doc: "Return str(self)."},
			{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(c.idHash(a[0])) }, Doc: "Return hash(self)."},
			{Sig: "__eq__(self, value, /)", Fn: func(c *Ctx, a []Value) Value {
				if a[0] == a[1] {
					return True
				}
				return NotImplemented
			}, Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: objectNe, Doc: "Return self!=value."},
			{Sig: "__lt__(self, value, /)", Fn: notImplemented2, Doc: "Return self<value."},
			{Sig: "__le__(self, value, /)", Fn: notImplemented2, Doc: "Return self<=value."},
			{Sig: "__gt__(self, value, /)", Fn: notImplemented2, Doc: "Return self>value."},
			{Sig: "__ge__(self, value, /)", Fn: notImplemented2, Doc: "Return self>=value."},
			{Sig: "__getattribute__(self, name, /)", Fn: objectGetAttribute, Doc: "Return getattr(self, name)."},
			{Sig: "__setattr__(self, name, value, /)", Fn: objectSetAttr, Doc: "Implement setattr(self, name, value)."},
			{Sig: "__delattr__(self, name, /)", Fn: func(c *Ctx, a []Value) Value { return objectSetAttr(c, []Value{a[0], a[1], Nil}) }, Doc: "Implement delattr(self, name)."},
			{Sig: "__format__(self, format_spec, /)", Fn: objectFormat, Doc: "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise."},
			{Sig: "__init_subclass__(cls, /)", Fn: func(c *Ctx, a []Value) Value { return None }, Kind: AsClass, Doc: "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses."},
			{Sig: "__subclasshook__(cls, object, /)", Fn: func(c *Ctx, a []Value) Value { return NotImplemented }, Kind: AsClass, Doc: "Abstract classes can override this to customize issubclass()."},
			{Sig: "__dir__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("object_dir", a[0]) }, Doc: "Default dir() implementation."},
			{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("object_reduce", a[0], Int(0)) }, Doc: "Helper for pickle."},
			{Sig: "__reduce_ex__(self, protocol, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("object_reduce_ex", a[0], a[1]) }, Doc: "Helper for pickle."},
			{Sig: "__getstate__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("object_getstate", a[0]) }, Doc: "Helper for pickle."},
			{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(sizeOf(a[0])) }, Doc: "Size of object in memory, in bytes."},
		},
		Gets: []Get{{Name: "__class__", Get: func(c *Ctx, self Value) Value { return TypeOf(self).V() }, Set: setClass, Doc: "the object's class"}},
	})
}

func notImplemented2(c *Ctx, a []Value) Value { return NotImplemented }

func objectNe(c *Ctx, a []Value) Value {
	m := TypeOf(a[0]).Dunder(DEq)
	if m.IsNil() || m.IsNone() {
		return NotImplemented
	}
	r := c.CallMethod(m, a[0], a[1])
	if r.IsNil() || r == NotImplemented {
		return r
	}
	t, ok := c.Truth(r)
	if !ok {
		return Nil
	}
	return Bool(!t)
}

func objectNew(c *Ctx, a []Value) Value {
	t := a[0].AsType()
	extra := len(a[1].AsTuple().Items) > 0 || !a[2].IsNil()
	if extra {
		if t.Dunder(DNew) != ObjectType.Dunder(DNew) {
			return c.Raise(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if t.Dunder(DInit) == ObjectType.Dunder(DInit) {
			return c.Raise(TypeError, "%s() takes no arguments", t.Said())
		}
	}
	return c.NewBare(t)
}

// NewBare makes an instance of a class whose layout object.__new__ may make.
func (c *Ctx) NewBare(t *Type) Value {
	if t.Flags&Abstract != 0 {
		return c.Self("abstract_error", t.V())
	}
	switch t.Layout {
	case KInst:
		return c.NewInst(t).V()
	}
	b := t
	for b.Base != nil && b.Flags&HeapType != 0 {
		b = b.Base
	}
	return c.Raise(TypeError, "object.__new__(%s) is not safe, use %s.__new__()", t.Said(), b.Name)
}

func objectInit(c *Ctx, a []Value) Value {
	t := TypeOf(a[0])
	if len(a[1].AsTuple().Items) > 0 || !a[2].IsNil() {
		if t.Dunder(DInit) != ObjectType.Dunder(DInit) {
			return c.Raise(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if t.Dunder(DNew) == ObjectType.Dunder(DNew) {
			return c.Raise(TypeError, "%s() takes no arguments", t.Said())
		}
	}
	return None
}

func objectRepr(c *Ctx, a []Value) Value {
	t := TypeOf(a[0])
	name := t.Qualname
	if m, ok := t.ModuleName().(string); ok && m != "builtins" {
		name = m + "." + name
	}
	return NewStr("<" + name + " object at " + c.Address(a[0]) + ">")
}

// Address is id(v) as reprs show it.
func (c *Ctx) Address(v Value) string {
	const digits = "0123456789abcdef"
	id := c.ID(v)
	var b [18]byte
	i := len(b)
	for ; id > 0; id >>= 4 {
		i--
		b[i] = digits[id&15]
	}
	return "0x" + strings.Repeat("0", 0) + string(b[i:])
}

func objectGetAttribute(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "attribute name must be string, not '%s'", TypeOf(a[1]).Said())
	}
	name := c.Name(s)
	v := c.genericGet(a[0], TypeOf(a[0]), name)
	if v.IsNil() && !c.Failed() {
		return c.noAttribute(a[0], name)
	}
	return v
}

func objectSetAttr(c *Ctx, a []Value) Value {
	if a[0].AsType() != nil { // type has a __setattr__ of its own
		what := "__setattr__"
		if a[2].IsNil() {
			what = "__delattr__"
		}
		return c.Raise(TypeError, "can't apply this %s to %s object", what, TypeOf(a[0]).Said())
	}
	return typeSetAttr(c, a)
}

func typeSetAttr(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "attribute name must be string, not '%s'", TypeOf(a[1]).Said())
	}
	if !c.GenericSetAttr(a[0], c.Name(s), a[2]) {
		return Nil
	}
	return None
}

func objectFormat(c *Ctx, a []Value) Value {
	s := a[1].AsStr()
	if s == nil {
		return c.Raise(TypeError, "__format__() argument must be str, not %s", TypeOf(a[1]).Said())
	}
	if s.s != "" {
		return c.Raise(TypeError, "unsupported format string passed to %s.__format__", TypeOf(a[0]).Said())
	}
	return c.Str(a[0])
}

func setClass(c *Ctx, self, v Value) bool {
	if v.IsNil() {
		c.Raise(TypeError, "can't delete __class__ attribute")
		return false
	}
	t := v.AsType()
	if t == nil {
		c.Raise(TypeError, "__class__ must be set to a class, not '%s' object", TypeOf(v).Said())
		return false
	}
	old := TypeOf(self)
	if m := self.AsModule(); m != nil && t.IsSubtype(ModuleType) {
		c.Touch(&m.Hdr)
		m.Cls = t
		return true
	}
	if t.Flags&HeapType == 0 || old.Flags&HeapType == 0 {
		c.Raise(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
		return false
	}
	if t.Layout != old.Layout || t.NSlots != old.NSlots || t.Flags&HasDict != old.Flags&HasDict || !sameMembers(t, old) {
		c.Raise(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", t.Said(), old.Said())
		return false
	}
	switch self.p.Kind {
	case KInst:
		self.AsInst().SetClass(c, t)
	case KObj:
		c.Touch(self.p)
		self.AsObj().Cls = t
	case KExc:
		c.Touch(self.p)
		self.AsExc().Cls = t
	case KType:
		c.Touch(self.p)
		self.AsType().Meta = t
		c.Changed(self.AsType())
	default:
		c.Raise(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", t.Said(), old.Said())
		return false
	}
	return true
}

func sameMembers(a, b *Type) bool {
	x, y := a.memberNames(), b.memberNames()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// memberNames lists the names of __slots__ members by slot.
func (t *Type) memberNames() []string {
	names := make([]string, t.NSlots)
	for _, m := range t.MRO {
		for i := m.Dict.T.Next(0); i >= 0; i = m.Dict.T.Next(i + 1) {
			if g := m.Dict.T.At(i).Val.AsGetSet(); g != nil && g.Member && int(g.Slot) < len(names) {
				names[g.Slot] = g.Name.s
			}
		}
	}
	return names
}

// AsGetSet returns a native attribute descriptor.
func (v Value) AsGetSet() *GetSet { return (*GetSet)(v.exact(KGetSet)) }

// ModuleName is __module__: a string for builtin types, the value of the class dict (Go string if it is a str) else.
func (t *Type) ModuleName() any {
	if t.Flags&HeapType == 0 {
		return t.Module
	}
	v := t.Dict.Get("__module__")
	if v.IsNil() {
		return "builtins"
	}
	if s := v.AsStr(); s != nil {
		return s.s
	}
	return v
}

func sizeOf(v Value) int64 {
	switch v.p.Kind {
	case KStr:
		s := v.AsStr()
		if s.IsASCII() {
			return int64(40 + s.n + 1)
		}
		return int64(64 + 2*s.n)
	case KInt, KBool:
		return 28
	case KFloat:
		return 24
	case KBigInt:
		return int64(24 + (v.AsBig().I.BitLen()+29)/30*4)
	case KList:
		return int64(56 + 8*len(v.AsList().Items))
	case KTuple:
		return int64(32 + 8*len(v.AsTuple().Items))
	case KDict:
		return int64(64 + 104*((v.AsDict().T.Len()+4)/5))
	case KSet, KFrozenSet:
		return int64(216 + 16*v.AsSet().T.Len())
	case KBytes:
		return int64(33 + len(v.AsBytes().S))
	case KInst:
		return 48
	}
	return 48
}
