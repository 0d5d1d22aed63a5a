package object

import (
	"unsafe"

	"slp/vm/internal/hashtable"
)

type dictTable = hashtable.Dict[Value, Value]
type dictEntry = hashtable.Entry[Value, Value]
type setTable = hashtable.Set[Value]

// TypeFlags describe a class.
type TypeFlags uint32

// The flags.
const (
	HeapType           TypeFlags = 1 << iota // made by a class statement or type(): its attributes may be set
	Final                                    // not an acceptable base type
	HasDict                                  // instances have a __dict__
	HasWeakref                               // instances can be weakly referenced
	Abstract                                 // __abstractmethods__ is set and not empty
	IsException                              // derives from BaseException
	IsTypeSub                                // a metaclass
	SeqPattern                               // matches sequence patterns
	MapPattern                               // matches mapping patterns
	Disallow                                 // cannot be instantiated by calling it
	CustomGetattribute                       // __getattribute__ or __getattr__ is not object's
	CustomSetattr                            // __setattr__ or __delattr__ is not object's
	HasDel                                   // defines __del__
	HasNew                                   // __new__ is not object's
	HasInit                                  // __init__ is not object's
	Sealed                                   // a class of the implementation written in Python: its attributes cannot be set
)

// Type is a class.
type Type struct {
	Hdr
	Name     string // __name__
	Qualname string
	Module   string // of builtin types; heap types keep __module__ in Dict
	Doc      string
	Meta     *Type
	Base     *Type // the base whose layout instances share (__base__)
	Bases    []*Type
	MRO      []*Type
	Dict     *Dict
	Flags    TypeFlags
	Layout   Kind                                                   // of instances: KInst, KExc, KObj or a builtin kind
	Version  uint32                                                 // changes whenever the class or a base changes
	NSlots   uint16                                                 // hidden slots at the start of instances: payload, __slots__ members
	Subs     []*Type                                                // direct subclasses, in order of creation
	New      func(c *Ctx, cls *Type, args []Value, kw []*Str) Value // native __new__ shared by Python subclasses

	root    *Shape
	dunders *[numDunders]Value
	dunVer  uint32
	ann     Value // reserved for lazily evaluated annotations
}

func (t *Type) walk(w *Walker) {
	Object(w, &t.Meta)
	Object(w, &t.Base)
	Object(w, &t.Dict)
	walkTypes(w, &t.Bases)
	walkTypes(w, &t.MRO)
	if w.mode == walkSave || w.mode == walkRestore {
		walkTypes(w, &t.Subs)
		Word(w, &t.Version)
		w.String(&t.Name)
		w.String(&t.Qualname)
		if w.mode == walkRestore {
			t.dunders = nil
		}
	}
	Word(w, &t.Flags)
	Word(w, &t.NSlots)
}

func walkTypes(w *Walker, p *[]*Type) {
	State(w, p, func(s []*Type) []*Type { return append([]*Type(nil), s...) },
		func(s []*Type, value func(Value), _ func(uint64)) {
			for _, t := range s {
				value(t.V())
			}
		})
}

// Shape is the hidden class of instances: their class and the names of their attributes, in order. Shapes form a
// tree that only grows, so it is no state of the program.
type Shape struct {
	Cls   *Type
	Names []*Str // of the slots from Cls.NSlots on
	next  map[*Str]*Shape
	index map[*Str]uint32
	// DictMode: the attributes are in a dict, in the slot after the hidden ones.
	DictMode bool
}

// Root is the shape of an instance without attributes.
func (t *Type) Root() *Shape {
	if t.root == nil {
		t.root = &Shape{Cls: t}
	}
	return t.root
}

// Find returns the slot number of an attribute.
func (s *Shape) Find(name *Str) (uint32, bool) {
	if s.index == nil {
		for i, n := range s.Names {
			if n == name {
				return uint32(i) + uint32(s.Cls.NSlots), true
			}
		}
		return 0, false
	}
	i, ok := s.index[name]
	return i, ok
}

// Add returns the shape with one more attribute; name must be interned.
func (s *Shape) Add(name *Str) *Shape {
	if n := s.next[name]; n != nil {
		return n
	}
	n := &Shape{Cls: s.Cls, Names: append(append(make([]*Str, 0, len(s.Names)+1), s.Names...), name)}
	if len(n.Names) > 8 {
		n.index = make(map[*Str]uint32, len(n.Names))
		for i, x := range n.Names {
			n.index[x] = uint32(i) + uint32(s.Cls.NSlots)
		}
	}
	if s.next == nil {
		s.next = map[*Str]*Shape{}
	}
	s.next[name] = n
	return n
}

// maxShape is the number of attributes beyond which an instance keeps them in a dict.
const maxShape = 64

// Inst is an instance of a class made by Python code. Its slots hold, in this order: the builtin part (if the class
// derives from a builtin type), the members of __slots__, then the attributes by Shape or, in dict mode, the dict.
type Inst struct {
	Hdr
	Cap   uint32
	Shape *Shape
	Slots unsafe.Pointer // to Cap Values
}

type inst2 struct {
	Inst
	s [2]Value
}
type inst4 struct {
	Inst
	s [4]Value
}
type inst8 struct {
	Inst
	s [8]Value
}

// NewInst makes an instance without attributes; what the class derives from natively goes into payload.
func (c *Ctx) NewInst(t *Type) *Inst {
	shape := t.Root()
	n := int(t.NSlots)
	if shape.next != nil || t.Flags&HasDict != 0 {
		n += 2
	}
	var o *Inst
	switch {
	case n <= 2 && len(shape.next) == 0:
		x := &inst2{}
		o, x.Slots, x.Cap = &x.Inst, unsafe.Pointer(&x.s), 2
	case n <= 4:
		x := &inst4{}
		o, x.Slots, x.Cap = &x.Inst, unsafe.Pointer(&x.s), 4
	case n <= 8:
		x := &inst8{}
		o, x.Slots, x.Cap = &x.Inst, unsafe.Pointer(&x.s), 8
	default:
		s := make([]Value, n)
		o = &Inst{Slots: unsafe.Pointer(&s[0]), Cap: uint32(n)}
	}
	o.Kind = KInst
	o.Epoch = c.Epoch
	o.Shape = shape
	if t.Flags&HasDel != 0 {
		c.finalizable(o.V())
	}
	return o
}

// Slot returns slot i.
func (o *Inst) Slot(i uint32) *Value { return (*Value)(unsafe.Add(o.Slots, uintptr(i)*16)) }

// Payload is the builtin part of an instance whose class derives from a builtin type, else Nil.
func (o *Inst) Payload() Value {
	if o.Shape.Cls.Layout == KInst {
		return Nil
	}
	return *o.Slot(0)
}

// SetPayload stores the builtin part of a new instance.
func (o *Inst) SetPayload(v Value) { *o.Slot(0) = v }

func (o *Inst) used() int {
	n := int(o.Shape.Cls.NSlots) + len(o.Shape.Names)
	if o.Shape.DictMode {
		n++
	}
	return n
}

func (o *Inst) walk(w *Walker) {
	switch w.mode {
	case walkSave:
		w.s.shape = o.Shape
		w.s.vals = append(w.s.vals, unsafe.Slice((*Value)(o.Slots), o.used())...)
	case walkRestore:
		o.Shape = w.s.shape
		n := o.used()
		copy(unsafe.Slice((*Value)(o.Slots), n), w.s.vals)
	default:
		w.visit(o.Shape.Cls.V())
		for i := range o.used() {
			w.Value(o.Slot(uint32(i)))
		}
	}
}

// grow makes room for slot i.
func (o *Inst) grow(i uint32) {
	if i < o.Cap {
		return
	}
	s := make([]Value, max(o.Cap*2, i+1))
	copy(s, unsafe.Slice((*Value)(o.Slots), o.Cap))
	o.Slots, o.Cap = unsafe.Pointer(&s[0]), uint32(len(s))
}

// GetSlot returns the attribute that the instance itself holds, or Nil. name must be interned.
func (o *Inst) GetSlot(c *Ctx, name *Str) Value {
	if o.Shape.DictMode {
		return o.dict().GetStr(name)
	}
	if i, ok := o.Shape.Find(name); ok {
		return *o.Slot(i)
	}
	return Nil
}

// SetSlot sets an attribute of the instance itself. name must be interned.
func (o *Inst) SetSlot(c *Ctx, name *Str, v Value) {
	if o.Shape.DictMode {
		o.dict().SetName(c, name, v)
		return
	}
	c.Touch(&o.Hdr)
	i, ok := o.Shape.Find(name)
	if !ok {
		if len(o.Shape.Names) >= maxShape {
			o.Dict(c).SetName(c, name, v)
			return
		}
		i = uint32(o.Shape.Cls.NSlots) + uint32(len(o.Shape.Names))
		o.grow(i)
		o.Shape = o.Shape.Add(name)
	}
	*o.Slot(i) = v
}

// DelSlot deletes an attribute of the instance itself and tells whether it was there.
func (o *Inst) DelSlot(c *Ctx, name *Str) bool {
	if !o.Shape.DictMode {
		if _, ok := o.Shape.Find(name); !ok {
			return false
		}
		n := len(o.Shape.Names)
		if o.Shape.Names[n-1] == name { // the last one: go back to the shape before
			c.Touch(&o.Hdr)
			s := o.Shape.Cls.Root()
			for _, x := range o.Shape.Names[:n-1] {
				s = s.Add(x)
			}
			*o.Slot(uint32(o.Shape.Cls.NSlots) + uint32(n-1)) = Nil
			o.Shape = s
			return true
		}
	}
	return o.Dict(c).DelStr(c, name)
}

func (o *Inst) dict() *Dict { return (*Dict)(unsafe.Pointer(o.Slot(uint32(o.Shape.Cls.NSlots)).p)) }

// Dict returns the instance's __dict__; from then on its attributes live there.
func (o *Inst) Dict(c *Ctx) *Dict {
	if o.Shape.DictMode {
		return o.dict()
	}
	d := c.NewDict()
	base := uint32(o.Shape.Cls.NSlots)
	for i, name := range o.Shape.Names {
		d.SetName(c, name, *o.Slot(base + uint32(i)))
	}
	o.SetDict(c, d)
	return d
}

// SetDict replaces the instance's __dict__.
func (o *Inst) SetDict(c *Ctx, d *Dict) {
	c.Touch(&o.Hdr)
	base := uint32(o.Shape.Cls.NSlots)
	for i := range o.Shape.Names {
		*o.Slot(base + uint32(i)) = Nil
	}
	o.grow(base)
	*o.Slot(base) = d.V()
	o.Shape = o.Shape.Cls.dictShape()
}

func (t *Type) dictShape() *Shape {
	r := t.Root()
	if n := r.next[nil]; n != nil {
		return n
	}
	if r.next == nil {
		r.next = map[*Str]*Shape{}
	}
	n := &Shape{Cls: t, DictMode: true}
	r.next[nil] = n
	return n
}

// SetClass changes the instance's class to one of the same layout.
func (o *Inst) SetClass(c *Ctx, t *Type) {
	c.Touch(&o.Hdr)
	if o.Shape.DictMode {
		o.Shape = t.dictShape()
		return
	}
	s := t.Root()
	for _, n := range o.Shape.Names {
		s = s.Add(n)
	}
	o.Shape = s
}

// Obj is an instance of a class implemented in Go, or of a Python class derived from it.
type Obj struct {
	Hdr
	Cls  *Type
	Dict *Dict // or nil
	Impl Impl
	Weak Value // reserved
}

// NewObj makes an instance of a class implemented in Go.
func (c *Ctx) NewObj(t *Type, impl Impl) Value {
	v := (&Obj{Hdr: Hdr{Kind: KObj, Epoch: c.Epoch}, Cls: t, Impl: impl}).V()
	if t.Flags&(HasDel|HeapType) == HasDel|HeapType {
		c.finalizable(v)
	}
	return v
}

// As returns the Go part of an Obj if it has type T.
func As[T Impl](v Value) (t T, ok bool) {
	if v.p.Kind == KObj {
		t, ok = (*Obj)(unsafe.Pointer(v.p)).Impl.(T)
	}
	return
}

var typeOfKind [NumKinds]*Type

// TypeOf is type(v).
func TypeOf(v Value) *Type {
	switch v.p.Kind {
	case KInst:
		return (*Inst)(unsafe.Pointer(v.p)).Shape.Cls
	case KObj:
		return (*Obj)(unsafe.Pointer(v.p)).Cls
	case KExc:
		return (*Exc)(unsafe.Pointer(v.p)).Cls
	case KType:
		return (*Type)(unsafe.Pointer(v.p)).Meta
	case KModule:
		return (*Module)(unsafe.Pointer(v.p)).Cls
	case KMethod:
		if f := (*Method)(unsafe.Pointer(v.p)).Func; f.p.Kind == KBuiltin {
			if (*Builtin)(unsafe.Pointer(f.p)).typ() == WrapperType {
				return MethodWrapperType
			}
			return BuiltinType
		}
		return MethodType
	case KBuiltin:
		return (*Builtin)(unsafe.Pointer(v.p)).typ()
	case KGetSet:
		return (*GetSet)(unsafe.Pointer(v.p)).typ()
	case KProperty, KClassMethod, KStaticMethod, KTasklet, KChannel, KGen:
		if t := subclassOf(v); t != nil {
			return t
		}
	}
	return typeOfKind[v.p.Kind]
}

// IsSubtype reports that t is u or derives from it.
func (t *Type) IsSubtype(u *Type) bool {
	if t == u {
		return true
	}
	for _, m := range t.MRO {
		if m == u {
			return true
		}
	}
	return t.MRO == nil && t.derives(u)
}

// derives follows the chain of the bases that give the layout.
func (t *Type) derives(u *Type) bool {
	for ; t != nil; t = t.Base {
		if t == u {
			return true
		}
	}
	return false
}

// Is reports that v is an instance of t, by its type alone.
func Is(v Value, t *Type) bool { return TypeOf(v).IsSubtype(t) }

// Lookup finds an attribute in the class and its bases, without binding; Nil if there is none. name must be interned.
func (c *Ctx) Lookup(t *Type, name *Str) Value {
	e := &c.lookups[(uintptr(unsafe.Pointer(t))>>5^uintptr(unsafe.Pointer(name))>>4)%lookupSize]
	if e.t == t && e.name == name && e.version == t.Version {
		return e.v
	}
	v := t.lookup(name)
	*e = lookupEntry{t, name, t.Version, v}
	return v
}

type lookupEntry struct {
	t       *Type
	name    *Str
	version uint32
	v       Value
}

const lookupSize = 4096

func (t *Type) lookup(name *Str) Value {
	for _, m := range t.MRO {
		if v := m.Dict.GetStr(name); !v.IsNil() {
			return v
		}
	}
	return Nil
}

// Dunder returns the special method of the class, unbound, or Nil.
func (t *Type) Dunder(d Dunder) Value {
	if t.dunders == nil || t.dunVer != t.Version {
		t.fillDunders()
	}
	return t.dunders[d]
}

func (t *Type) fillDunders() {
	x := new([numDunders]Value)
	for i := len(t.MRO) - 1; i >= 0; i-- {
		d := t.MRO[i].Dict
		for k, name := range dunderNames {
			if name != nil {
				if v := d.GetStr(name); !v.IsNil() {
					x[k] = v
				}
			}
		}
	}
	t.dunders, t.dunVer = x, t.Version
}

// Changed must be called after the class's dict or bases changed.
func (c *Ctx) Changed(t *Type) {
	c.typeVersion++
	c.Touch(&t.Hdr)
	t.Version = c.typeVersion
	t.dunders = nil
	t.deriveFlags()
	for _, s := range t.Subs {
		c.Changed(s)
	}
}
