package interp

import (
	"strings"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// HostedBuiltin gives a function written in Python the face of a builtin one: its type, the way it does not bind, and
// what it says of wrong arguments. Another value of hosted code is returned as it is.
func (vm *VM) HostedBuiltin(module, public, name string) object.Value {
	v := vm.Hosted(name)
	fn := asFunc(v)
	if fn == nil || fn.code.CoFlags&code.AnyGenerator != 0 {
		return v
	}
	d := &object.Def{Sig: public + "(" + fn.parameters() + ")", Fn: fn.passOn()}
	if s := fn.doc.AsStr(); s != nil {
		d.Doc = s.String()
	}
	return vm.Func(module, d)
}

// passOn calls fn with what the binder of its parameters found.
func (fn *Func) passOn() object.Fn {
	k := fn.code
	npos, nkw := int(k.ArgCount), int(k.KwOnly)
	star, starstar := k.CoFlags&code.VarArgs != 0, k.CoFlags&code.VarKeywords != 0
	return func(c *object.Ctx, a []value) value {
		var args, named []value
		var kw []*object.Str
		name := func(i int, v value) {
			kw, named = append(kw, c.Intern(k.Locals[i].Name)), append(named, v)
		}
		gap := false
		for i, v := range a[:npos] {
			switch {
			case v.IsNil():
				gap = true
			case gap:
				name(i, v)
			default:
				args = append(args, v)
			}
		}
		at := npos
		if star {
			args = append(args, a[at].AsTuple().Items...)
			at++
		}
		for i, v := range a[at : at+nkw] {
			if !v.IsNil() {
				name(npos+i, v)
			}
		}
		args = append(args, named...)
		if starstar && !a[at+nkw].IsNil() {
			all, names := object.SpreadKwargs(c, nil, a[at+nkw])
			args, kw = append(args, all...), append(kw, names...)
		}
		return c.TailKw(fn.V(), args, kw)
	}
}

// parameters is the signature of a Python function as text.
func (fn *Func) parameters() string {
	k := fn.code
	var parts []string
	npos := int(k.ArgCount)
	for i := range npos {
		text := k.Locals[i].Name
		if d := i - (npos - len(fn.defaults)); d >= 0 {
			text += "=" + constText(fn.defaults[d])
		}
		parts = append(parts, text)
		if i+1 == int(k.PosOnly) {
			parts = append(parts, "/")
		}
	}
	at := npos + int(k.KwOnly)
	if k.CoFlags&code.VarArgs != 0 {
		parts = append(parts, "*"+k.Locals[at].Name)
		at++
	} else if k.KwOnly > 0 {
		parts = append(parts, "*")
	}
	for i := range int(k.KwOnly) {
		name := k.Locals[npos+i].Name
		if fn.kwdefaults != nil {
			if v := fn.kwdefaults.Get(name); !v.IsNil() {
				name += "=" + constText(v)
			}
		}
		parts = append(parts, name)
	}
	if k.CoFlags&code.VarKeywords != 0 {
		parts = append(parts, "**"+k.Locals[at].Name)
	}
	return strings.Join(parts, ", ")
}

// constText is a default in a signature.
func constText(v value) string {
	switch {
	case v.IsNone():
		return "None"
	case v.IsBool():
		return map[bool]string{true: "True", false: "False"}[v.IsTrue()]
	case v.IsInt():
		return v.String()
	case v.AsStr() != nil:
		return "'" + v.AsStr().String() + "'"
	case v.AsTuple() != nil && len(v.AsTuple().Items) == 0:
		return "()"
	}
	return "<unrepresentable>"
}

// seal gives a class written in Python the face of one written in C: its methods are method descriptors, its properties
// getset descriptors, what it says of wrong arguments is what C functions say, and its attributes cannot be set.
func (vm *VM) seal(t *object.Type) {
	c := &vm.Ctx
	for i := t.Dict.T.Next(0); i >= 0; i = t.Dict.T.Next(i + 1) {
		e := t.Dict.T.At(i)
		name := e.Key.AsStr()
		if name == nil {
			continue
		}
		if v := vm.sealed(t, name.String(), e.Val); !v.IsNil() {
			c.Touch(&t.Dict.Hdr)
			e.Val = v
		}
	}
	c.Touch(&t.Hdr)
	t.Flags |= object.Sealed
	c.Changed(t)
}

// sealed is what an attribute of a sealed class becomes; Nil: it stays.
func (vm *VM) sealed(t *object.Type, name string, v value) value {
	c := &vm.Ctx
	if fn := asFunc(v); fn != nil {
		return c.Method(t, fn.def(name, object.AsMethod))
	}
	if w := v.AsWrapped(); w != nil && asFunc(w.Func) != nil {
		fn := asFunc(w.Func)
		switch {
		case v.Kind() == object.KClassMethod:
			return c.Method(t, fn.def(name, object.AsClass))
		case name == "__new__":
			return c.Method(t, fn.def(name, object.AsNew))
		}
		return object.NewStaticMethod(c.Method(t, fn.def(name, object.AsStatic)))
	}
	p := v.AsProperty()
	if p == nil {
		return object.Nil
	}
	g := &object.Get{Name: name}
	if p.Get.IsNil() || p.Get.IsNone() {
		return object.Nil
	}
	g.Get = func(c *object.Ctx, self value) value { return c.Call(p.Get, self) }
	if s := orNone(p.Doc).AsStr(); s != nil {
		g.Doc = s.String()
	}
	if !p.Set.IsNil() && !p.Set.IsNone() {
		g.Set = func(c *object.Ctx, self, v value) bool {
			if !v.IsNil() {
				return !c.Call(p.Set, self, v).IsNil()
			}
			if p.Del.IsNil() || p.Del.IsNone() {
				c.Raise(object.TypeError, "cannot delete attribute '%s' of '%s' objects", name, t.Said())
				return false
			}
			return !c.Call(p.Del, self).IsNil()
		}
	}
	return c.Attribute(t, g)
}

// def describes a Python function as a native method.
func (fn *Func) def(name string, kind object.DefKind) *object.Def {
	text := fn.parameters()
	if fn.code.PosOnly == 0 && fn.code.ArgCount > 0 && kind != object.AsStatic {
		first, rest, more := strings.Cut(text, ", ")
		if text = first + ", /"; more {
			text += ", " + rest
		}
	}
	d := &object.Def{Sig: name + "(" + text + ")", Fn: fn.passOn(), Kind: kind}
	if s := fn.doc.AsStr(); s != nil {
		d.Doc = s.String()
	}
	return d
}
