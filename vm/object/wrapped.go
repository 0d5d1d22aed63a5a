package object

// Wrapped is a classmethod or staticmethod object, by Kind.
type Wrapped struct {
	Hdr
	Cls  *Type // a subclass of classmethod or staticmethod, or nil
	Func Value
	Dict *Dict // __dict__, nil until used
}

func (x *Wrapped) walk(w *Walker) {
	Object(w, &x.Cls)
	w.Value(&x.Func)
	Object(w, &x.Dict)
}

func newWrapped(k Kind, f Value, static bool) Value {
	x := &Wrapped{Hdr: Hdr{Kind: k}, Func: f}
	if static {
		x.Flags = FlagStatic
	}
	return Ref(&x.Hdr)
}

// NewStaticMethod and NewClassMethod wrap a function.
func NewStaticMethod(f Value) Value { return newWrapped(KStaticMethod, f, false) }
func NewClassMethod(f Value) Value  { return newWrapped(KClassMethod, f, false) }

// AsWrapped returns a classmethod or staticmethod object.
func (v Value) AsWrapped() *Wrapped {
	if p := v.exact(KClassMethod); p != nil {
		return (*Wrapped)(p)
	}
	return (*Wrapped)(v.exact(KStaticMethod))
}

// Property is a property object; its functions are Nil or None when absent.
type Property struct {
	Hdr
	Cls                *Type // a subclass of property, or nil
	Get, Set, Del, Doc Value
	Name               Value // or Nil
	Dict               *Dict
}

func (p *Property) walk(w *Walker) {
	Object(w, &p.Cls)
	w.Value(&p.Get)
	w.Value(&p.Set)
	w.Value(&p.Del)
	w.Value(&p.Doc)
	w.Value(&p.Name)
	Object(w, &p.Dict)
}

// AsProperty returns a property object.
func (v Value) AsProperty() *Property { return (*Property)(v.exact(KProperty)) }

// subclassOf returns the class of an object whose builtin layout has room for a Python subclass.
func subclassOf(v Value) *Type {
	switch v.p.Kind {
	case KProperty:
		return v.AsProperty().Cls
	case KClassMethod, KStaticMethod:
		return v.AsWrapped().Cls
	}
	if f := subclasses[v.p.Kind]; f != nil {
		return f(v.p)
	}
	return nil
}

var subclasses [NumKinds]func(*Hdr) *Type

// RegisterClassOf tells how objects of a kind laid out elsewhere name their class (nil: the kind's class). Once per
// process.
func RegisterClassOf(k Kind, f func(*Hdr) *Type) { subclasses[k] = f }
