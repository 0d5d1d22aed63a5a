package object

import "strings"

// CallsPlainly tells that calling the class is type.__call__.
func (t *Type) CallsPlainly() bool {
	return t.Meta == TypeType || t.Meta.Dunder(DCall) == TypeType.Dunder(DCall)
}

// CallType is type.__call__: cls.__new__ and then __init__.
func (c *Ctx) CallType(t *Type, args []Value, kw []*Str) Value {
	if t == TypeType && len(kw) == 0 && len(args) == 1 {
		return TypeOf(args[0]).V()
	}
	if t == TypeType && len(args)-len(kw) != 3 {
		return c.Raise(TypeError, "type() takes 1 or 3 arguments")
	}
	if t.Flags&Disallow != 0 {
		return c.Raise(TypeError, "cannot create '%s' instances", t.fullName())
	}
	if t.Flags&HeapType == 0 {
		if v, done := c.Construct(t, args, kw); done {
			return v
		}
	}
	m := t.Dunder(DNew)
	f := m
	if w := f.AsWrapped(); w != nil {
		f = w.Func
	}
	base := len(c.args)
	c.args = append(append(c.args, t.V()), args...)
	o := c.CallKw(f, c.args[base:len(c.args):len(c.args)], kw)
	c.drop(base)
	if o.IsNil() {
		return Nil
	}
	ot := TypeOf(o)
	if !ot.IsSubtype(t) {
		return o
	}
	init := ot.Dunder(DInit)
	if init == ObjectType.Dunder(DInit) {
		if len(args) > 0 && m == ObjectType.Dunder(DNew) {
			return c.Raise(TypeError, "%s() takes no arguments", t.Said())
		}
		return o
	}
	var r Value
	if init.BindsPlainly() {
		base := len(c.args)
		c.args = append(append(c.args, o), args...)
		r = c.CallKw(init, c.args[base:len(c.args):len(c.args)], kw)
		c.drop(base)
	} else {
		b := c.BindTo(init, o, ot)
		if b.IsNil() {
			return Nil
		}
		r = c.CallKw(b, args, kw)
	}
	if r.IsNil() {
		return Nil
	}
	if !r.IsNone() {
		return c.Raise(TypeError, "__init__() should return None, not '%s'", TypeOf(r).Said())
	}
	return o
}

func (t *Type) fullName() string {
	if m, ok := t.ModuleName().(string); ok && m != "builtins" {
		return m + "." + t.Name
	}
	return t.Name
}

// NewPayload makes an instance of cls, a class derived from a builtin one, with v as its builtin part; v itself if
// cls is the builtin class.
func (c *Ctx) NewPayload(cls *Type, v Value) Value {
	if cls.Flags&HeapType == 0 {
		return v
	}
	o := c.NewInst(cls)
	o.SetPayload(v)
	return o.V()
}

// typeNew is type.__new__(metatype, name, bases, namespace, **kwargs).
func typeNew(c *Ctx, a []Value) Value {
	meta := a[0].AsType()
	args, kwargs := a[1].AsTuple().Items, a[2]
	if len(args) == 1 && meta == TypeType && kwargs.IsNil() {
		return TypeOf(args[0]).V()
	}
	if len(args) != 3 {
		return c.Raise(TypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(args))
	}
	name, bases, ns := args[0].AsStr(), args[1].AsTuple(), args[2].AsDict()
	switch {
	case name == nil:
		return c.Raise(TypeError, "type.__new__() argument 1 must be str, not %s", TypeOf(args[0]).Said())
	case bases == nil:
		return c.Raise(TypeError, "type.__new__() argument 2 must be tuple, not %s", TypeOf(args[1]).Said())
	case ns == nil:
		return c.Raise(TypeError, "type.__new__() argument 3 must be dict, not %s", TypeOf(args[2]).Said())
	}
	if strings.IndexByte(name.s, 0) >= 0 {
		return c.Raise(ValueError, "type name must not contain null characters")
	}
	// The most derived metaclass of the bases.
	winner := meta
	for _, b := range bases.Items {
		bt := TypeOf(b)
		if b.AsType() == nil {
			if m := c.FindAttr(b, DMroEntries.Name()); !m.IsNil() {
				return c.Raise(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
			} else if c.Failed() {
				return Nil
			}
		}
		switch {
		case winner.IsSubtype(bt):
		case bt.IsSubtype(winner):
			winner = bt
		default:
			return c.Raise(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	if winner != meta {
		if n := winner.Dunder(DNew); n != TypeType.Dunder(DNew) {
			if w := n.AsWrapped(); w != nil {
				n = w.Func
			}
			return c.callWithKwargs(n, append([]Value{winner.V()}, args...), kwargs)
		}
		meta = winner
	}
	// The class itself is made once; then __set_name__ and __init_subclass__ may run Python code.
	v := c.Once(func() Value { return c.makeType(meta, name, bases, ns) })
	if v.IsNil() {
		return Nil
	}
	t := v.AsType()
	if c.ownMRO(meta) {
		if c.Call(c.Host.Hosted("type_first_mro"), v).IsNil() {
			return Nil
		}
	}
	for i := ns.T.Next(0); i >= 0; i = ns.T.Next(i + 1) {
		e := ns.T.At(i)
		x := e.Val
		switch x.p.Kind {
		case KFunc, KInt, KStr, KNone, KBool, KFloat, KTuple, KBuiltin, KStaticMethod, KClassMethod, KList, KDict:
			continue
		}
		m := TypeOf(x).Dunder(DSetName)
		if m.IsNil() {
			continue
		}
		if c.CallMethod(m, x, v, e.Key).IsNil() {
			if e := c.exc; !e.IsNil() && c.pending.Kind == NotPending {
				c.addNote(e.AsExc(), "Error calling __set_name__ on '"+TypeOf(x).Name+"' instance '"+ns.T.At(i).Key.AsStr().s+"' in '"+t.Name+"'")
			}
			return Nil
		}
	}
	// super(cls, cls).__init_subclass__(**kwargs)
	var hook Value
	behind := false
	for _, b := range t.MRO { // that a metaclass's mro() made: it need not begin with the class
		if behind {
			if hook = b.Dict.GetStr(DInitSubclass.Name()); !hook.IsNil() {
				break
			}
		}
		behind = behind || b == t
	}
	if hook.IsNil() || hook == ObjectType.Dict.GetStr(DInitSubclass.Name()) {
		if !kwargs.IsNil() && kwargs.AsDict().Len() > 0 {
			return c.Raise(TypeError, "%s.__init_subclass__() takes no keyword arguments", t.Qualname)
		}
		return v
	}
	b := c.BindTo(hook, Nil, t)
	if b.IsNil() {
		return Nil
	}
	if c.callWithKwargs(b, nil, kwargs).IsNil() {
		return Nil
	}
	return v
}

func (c *Ctx) addNote(e *Exc, text string) {
	c.Touch(&e.Hdr)
	if e.Dict == nil {
		e.Dict = c.NewDict()
	}
	n := e.Dict.Get("__notes__")
	if n.IsNil() || n.AsList() == nil {
		n = c.NewList(nil)
		e.Dict.SetStr(c, "__notes__", n)
	}
	n.AsList().Append(c, NewStr(text))
}

// callWithKwargs calls f with keyword arguments from a dict (or Nil).
func (c *Ctx) callWithKwargs(f Value, args []Value, kwargs Value) Value {
	if kwargs.IsNil() {
		return c.CallKw(f, args, nil)
	}
	var names []*Str
	all := append([]Value(nil), args...)
	d := kwargs.AsDict()
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		s := e.Key.AsStr()
		if s == nil {
			return c.Raise(TypeError, "keywords must be strings")
		}
		names = append(names, c.Name(s))
		all = append(all, e.Val)
	}
	return c.CallKw(f, all, names)
}

// CallDict is f(*args, **kwargs) with a dict or Nil.
func (c *Ctx) CallDict(f Value, args []Value, kwargs Value) Value {
	return c.callWithKwargs(f, args, kwargs)
}

// makeType makes a class without running Python code.
func (c *Ctx) makeType(meta *Type, name *Str, bases *Tuple, ns *Dict) Value {
	list := bases.Items
	if len(list) == 0 {
		list = []Value{ObjectType.V()}
	}
	t := &Type{Hdr: Hdr{Kind: KType, Epoch: c.Epoch}, Name: name.s, Qualname: name.s, Meta: meta, Flags: HeapType}
	for _, b := range list {
		bt := b.AsType()
		if bt == nil {
			return c.Raise(TypeError, "bases must be types")
		}
		t.Bases = append(t.Bases, bt)
		t.Flags |= bt.Flags & (IsException | HasDict | HasWeakref | IsTypeSub)
		if t.Flags&(SeqPattern|MapPattern) == 0 { // the first base that is a sequence or a mapping decides
			t.Flags |= bt.Flags & (SeqPattern | MapPattern)
		}
	}
	best := c.bestBase(t.Bases)
	if best == nil {
		return Nil
	}
	t.Base = best
	t.Layout = best.Layout
	t.New = best.New
	t.NSlots = best.NSlots
	if t.Layout != KInst && t.Layout != KObj && t.Layout != KExc && t.Layout != KType && t.Layout != KModule && t.NSlots == 0 && payloadKind(t.Layout) {
		t.NSlots = 1
	}
	t.Dict = ns.Clone(c)
	if t.Dict.Get("__module__").IsNil() {
		if m := c.Host.CallerModule(); !m.IsNil() {
			t.Dict.SetStr(c, "__module__", m)
		}
	}
	if q := t.Dict.Get("__qualname__"); !q.IsNil() {
		s := q.AsStr()
		if s == nil {
			return c.Raise(TypeError, "type __qualname__ must be a str, not %s", TypeOf(q).Said())
		}
		t.Qualname = s.s
		t.Dict.DelStr(c, c.Intern("__qualname__"))
	}
	if !c.slots(t) {
		return Nil
	}
	if t.Dict.Get("__doc__").IsNil() {
		t.Dict.SetStr(c, "__doc__", None)
	}
	if t.Flags&HasDict != 0 && best.Flags&HasDict == 0 {
		g := &GetSet{Hdr: Hdr{Kind: KGetSet, Epoch: c.Epoch}, Owner: t, Name: c.Intern("__dict__"), G: &dictAttr}
		t.Dict.SetName(c, g.Name, Ref(&g.Hdr))
	}
	if t.Flags&HasWeakref != 0 && best.Flags&HasWeakref == 0 {
		g := &GetSet{Hdr: Hdr{Kind: KGetSet, Epoch: c.Epoch}, Owner: t, Name: c.Intern("__weakref__"), G: &weakrefGet}
		t.Dict.SetName(c, g.Name, Ref(&g.Hdr))
	}
	for _, n := range [...]Dunder{DInitSubclass, DClassGetItem} {
		if f := t.Dict.GetStr(n.Name()); !f.IsNil() && f.p.Kind == KFunc {
			t.Dict.SetName(c, n.Name(), NewClassMethod(f))
		}
	}
	if f := t.Dict.GetStr(DNew.Name()); !f.IsNil() && f.p.Kind == KFunc {
		t.Dict.SetName(c, DNew.Name(), NewStaticMethod(f))
	}
	if !t.Dict.GetStr(DEq.Name()).IsNil() && t.Dict.GetStr(DHash.Name()).IsNil() {
		t.Dict.SetName(c, DHash.Name(), None)
	}
	if cell := t.Dict.Get("__classcell__"); !cell.IsNil() {
		x := cell.AsCell()
		if x == nil {
			return c.Raise(TypeError, "__classcell__ must be a nonlocal cell, not <class '%s'>", TypeOf(cell).Said())
		}
		c.Touch(&x.Hdr)
		x.Val = t.V()
		t.Dict.DelStr(c, c.Intern("__classcell__"))
	}
	if cell := t.Dict.Get("__classdictcell__"); !cell.IsNil() {
		if x := cell.AsCell(); x != nil {
			c.Touch(&x.Hdr)
			x.Val = t.Dict.V()
		}
		t.Dict.DelStr(c, c.Intern("__classdictcell__"))
	}
	c.typeVersion++
	t.Version = c.typeVersion
	if c.ownMRO(meta) {
		return t.V()
	}
	for _, b := range t.Bases {
		c.addSub(b, t)
	}
	mro, bad := linearize(t)
	if mro == nil {
		return c.Raise(TypeError, "%s", bad)
	}
	t.MRO = mro
	t.deriveFlags()
	return t.V()
}

func payloadKind(k Kind) bool {
	switch k {
	case KInt, KFloat, KComplex, KStr, KBytes, KByteArray, KTuple, KList, KDict, KSet, KFrozenSet:
		return true
	}
	return false
}

// solid is the nearest base that decides the layout of instances.
func solid(t *Type) *Type {
	for t.Base != nil {
		b := t.Base
		extra := int(t.NSlots) - int(b.NSlots)
		if payloadKind(t.Layout) && b.NSlots == 0 && t.NSlots > 0 && b.Flags&HeapType == 0 {
			extra--
		}
		if t.Layout != b.Layout || t.Flags&HeapType == 0 && t != ObjectType && t.Layout != KExc && t.Layout != KInst || extra > 0 {
			return t
		}
		t = b
	}
	return t
}

// slots handles __slots__.
func (c *Ctx) slots(t *Type) bool {
	s := t.Dict.Get("__slots__")
	if s.IsNil() {
		if t.Layout != KType && t.Layout != KModule {
			t.Flags |= HasDict | HasWeakref
		}
		return true
	}
	var names []*Str
	if one := s.AsStr(); one != nil {
		names = []*Str{one}
	} else {
		items, ok := c.Collect(s)
		if !ok {
			return false
		}
		for _, x := range items {
			n := x.AsStr()
			if n == nil {
				c.Raise(TypeError, "__slots__ items must be strings, not '%s'", TypeOf(x).Said())
				return false
			}
			names = append(names, n)
		}
	}
	if t.Layout == KBigInt || t.Layout == KTuple || t.Layout == KBytes || t.Layout == KInt {
		if len(names) > 0 && !(len(names) == 1 && (names[0].s == "__dict__")) {
			c.Raise(TypeError, "nonempty __slots__ not supported for subtype of '%s'", t.Base.Said())
			return false
		}
	}
	for _, n := range names {
		if !isIdentifier(n.s) {
			c.Raise(TypeError, "__slots__ must be identifiers")
			return false
		}
		switch n.s {
		case "__dict__":
			if t.Base.Flags&HasDict != 0 {
				c.Raise(TypeError, "__dict__ slot disallowed: we already got one")
				return false
			}
			t.Flags |= HasDict
			continue
		case "__weakref__":
			if t.Base.Flags&HasWeakref != 0 {
				c.Raise(TypeError, "__weakref__ slot disallowed: we already got one")
				return false
			}
			t.Flags |= HasWeakref
			continue
		}
		name := c.Name(mangle(c, t.Name, n))
		if !t.Dict.GetStr(name).IsNil() && name.s != "__qualname__" && name.s != "__classcell__" {
			c.Raise(ValueError, "'%s' in __slots__ conflicts with class variable", n.s)
			return false
		}
		g := &GetSet{Hdr: Hdr{Kind: KGetSet, Epoch: c.Epoch}, Owner: t, Member: true, Slot: uint32(t.NSlots), Name: name, G: &Get{Name: name.s}}
		t.NSlots++
		t.Dict.SetName(c, name, Ref(&g.Hdr))
	}
	return true
}

func mangle(c *Ctx, class string, n *Str) *Str {
	s := n.s
	if len(s) < 3 || s[:2] != "__" || s[len(s)-2:] == "__" {
		return n
	}
	for class != "" && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return n
	}
	return c.Intern("_" + class + s)
}

func isIdentifier(s string) bool {
	if s == "" {
		return false
	}
	for i, r := range s {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// linearize computes the C3 order; bad says why there is none.
func linearize(t *Type) (mro []*Type, bad string) {
	for i, b := range t.Bases {
		for _, o := range t.Bases[i+1:] {
			if b == o {
				return nil, "duplicate base class " + b.Name
			}
		}
	}
	var lists [][]*Type
	for _, b := range t.Bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, t.Bases)
	mro = []*Type{t}
	pos := make([]int, len(lists))
	for {
		var pick *Type
		empty := true
	search:
		for i, l := range lists {
			if pos[i] >= len(l) {
				continue
			}
			empty = false
			cand := l[pos[i]]
			for j, m := range lists {
				for k := pos[j] + 1; k < len(m); k++ {
					if m[k] == cand {
						continue search
					}
				}
			}
			pick = cand
			break
		}
		if empty {
			return mro, ""
		}
		if pick == nil {
			bad = "Cannot create a consistent method resolution order (MRO) for bases "
			seen, n := map[*Type]bool{}, 0
			for i, l := range lists {
				if pos[i] < len(l) && !seen[l[pos[i]]] {
					seen[l[pos[i]]] = true
					if n > 0 {
						bad += ", "
					}
					bad += l[pos[i]].Name
					n++
				}
			}
			return nil, bad
		}
		mro = append(mro, pick)
		for i, l := range lists {
			if pos[i] < len(l) && l[pos[i]] == pick {
				pos[i]++
			}
		}
	}
}
