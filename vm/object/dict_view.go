package object

// dictView is what keys, values and items of a dict return, by its class.
type dictView struct{ D Value }

// Walk implements Impl.
func (v *dictView) Walk(w *Walker) { w.Value(&v.D) }

// ViewDict is the dict that a dict view shows.
func ViewDict(v Value) Value { return viewOf(v).D }

func newView(t *Type) Fn {
	return func(c *Ctx, a []Value) Value { return c.NewObj(t, &dictView{D: a[0]}) }
}

func viewOf(v Value) *dictView {
	d, _ := As[*dictView](v)
	return d
}

// setLike returns the view behind v if it can stand for a set, else nil.
func setLike(v Value) *dictView {
	if d := viewOf(v); d != nil && TypeOf(v) != DictValuesType {
		return d
	}
	return nil
}

func defineViews() {
	for _, t := range [...]struct {
		view, iter, back *Type
		doc              string
	}{
		{DictKeysType, DictKeyIterType, DictReverseKeyIterType, "Return a reverse iterator over the dict keys."},
		{DictItemsType, DictItemIterType, DictReverseItemIterType, "Return a reverse iterator over the dict items."},
		{DictValuesType, DictValueIterType, DictReverseValueIterType, "Return a reverse iterator over the dict values."},
	} {
		iter, back := t.iter, t.back
		methods := []Def{
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return newDictIter(c, iter, viewOf(a[0]).D, false) }, Doc: "Implement iter(self)."},
			{Sig: "__reversed__(self, /)", Fn: func(c *Ctx, a []Value) Value { return newDictIter(c, back, viewOf(a[0]).D, true) }, Doc: t.doc},
			{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(viewOf(a[0]).D.AsDict().Len())) }, Doc: "Return len(self)."},
			{Sig: "__repr__(self, /)", Fn: viewRepr, Doc: "Return repr(self)."},
		}
		if t.view != DictValuesType {
			contains := Def{Sig: "__contains__(self, key, /)", Fn: keysContains, Doc: "Return bool(key in self)."}
			if t.view == DictItemsType {
				contains.Fn = itemsContains
			}
			methods = append(methods, contains,
				Def{Sig: "isdisjoint(self, object, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self("view_isdisjoint", a[0], a[1]) }, Doc: "Return True if the view and the given iterable have a null intersection."})
			methods = append(methods, viewOperators()...)
			methods = append(methods, compareDefs(viewCompare)...)
		}
		t.view.define(Spec{Flags: Disallow | Final, Methods: methods, Gets: []Get{
			{Name: "mapping", Get: func(c *Ctx, o Value) Value { return NewMappingProxy(viewOf(o).D) }, Doc: "dictionary that this view refers to"}}})
	}
}

// viewOperators are the set operators; their operands may be any iterables.
func viewOperators() (defs []Def) {
	for _, op := range [...]struct{ name, hosted, sign string }{
		{"and", "view_and", "&"}, {"or", "view_or", "|"}, {"xor", "view_xor", "^"}, {"sub", "view_sub", "-"},
	} {
		hosted := op.hosted
		defs = append(defs,
			Def{Sig: "__" + op.name + "__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self(hosted, a[0], a[1]) }, Doc: "Return self" + op.sign + "value."},
			Def{Sig: "__r" + op.name + "__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return c.Self(hosted, a[1], a[0]) }, Doc: "Return value" + op.sign + "self."})
	}
	return defs
}

func keysContains(c *Ctx, a []Value) Value {
	i, _, ok := c.Find(viewOf(a[0]).D.AsDict(), a[1])
	if !ok {
		return Nil
	}
	return Bool(i >= 0)
}

func itemsContains(c *Ctx, a []Value) Value {
	t := a[1].AsTuple()
	if t == nil || len(t.Items) != 2 {
		return False
	}
	v := c.DictGet(viewOf(a[0]).D.AsDict(), t.Items[0])
	if v.IsNil() {
		if c.Failed() {
			return Nil
		}
		return False
	}
	eq, ok := c.Eq(v, t.Items[1])
	if !ok {
		return Nil
	}
	return Bool(eq)
}

// viewCompare compares views with sets and with each other as sets.
func viewCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0], a[1]
		if y.AsSet() == nil && setLike(y) == nil {
			return NotImplemented
		}
		n, ok := c.Len(x)
		if !ok {
			return Nil
		}
		m, ok := c.Len(y)
		if !ok {
			return Nil
		}
		if !sizesAllow(op, n, m) {
			return Bool(op == CmpNe)
		}
		if op == CmpGt || op == CmpGe {
			x, y = y, x
		}
		return c.Self("view_compare", x, y, Bool(op != CmpNe))
	}
}

func viewRepr(c *Ctx, a []Value) Value {
	r := reprer{c: c, above: c.reprGuards()}
	d := viewOf(a[0]).D.AsDict()
	t := TypeOf(a[0])
	if !r.enter(a[0], "...") {
		return NewStr(r.b.String())
	}
	r.b.WriteString(t.Name + "([")
	sep := ""
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		v := e.Key
		switch t {
		case DictValuesType:
			v = e.Val
		case DictItemsType:
			v = TupleOf(e.Key, e.Val)
		}
		r.b.WriteString(sep)
		sep = ", "
		if !r.value(v) {
			return c.Self("view_repr", a[0])
		}
	}
	r.b.WriteString("])")
	return NewStr(r.b.String())
}
