package object

func defineDict() {
	DictType.Flags |= MapPattern
	DictType.define(Spec{
		Doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
		Methods: []Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return c.NewPayload(a[0].AsType(), c.NewDict().V()) }, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: dictUpdate("dict"), Doc: "Initialize self."},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return reprContainer(c, a[0], "dict_repr") }, Doc: "Return repr(self)."},
			{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsDict().T.Len())) }, Doc: "Return len(self)."},
			{Sig: "__getitem__(self, key, /)", Fn: dictGetItem, Doc: "Return self[key]."},
			{Sig: "__setitem__(self, key, value, /)", Fn: func(c *Ctx, a []Value) Value {
				if !c.DictSet(a[0].AsDict(), a[1], a[2]) {
					return Nil
				}
				return None
			}, Doc: "Set self[key] to value."},
			{Sig: "__delitem__(self, key, /)", Fn: func(c *Ctx, a []Value) Value {
				found, ok := c.DictDel(a[0].AsDict(), a[1])
				if !ok {
					return Nil
				}
				if !found {
					return c.RaiseArgs(KeyError, a[1])
				}
				return None
			}, Doc: "Delete self[key]."},
			{Sig: "__contains__(self, key, /)", Fn: func(c *Ctx, a []Value) Value {
				i, _, ok := c.Find(a[0].AsDict(), a[1])
				if !ok {
					return Nil
				}
				return Bool(i >= 0)
			}, Doc: "True if the dictionary has the specified key, else False."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return newDictIter(c, DictKeyIterType, a[0], false) }, Doc: "Implement iter(self)."},
			{Sig: "__reversed__(self, /)", Fn: func(c *Ctx, a []Value) Value { return newDictIter(c, DictReverseKeyIterType, a[0], true) }, Doc: "Return a reverse iterator over the dict keys."},
			{Sig: "__eq__(self, value, /)", Fn: dictCompare(CmpEq), Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: dictCompare(CmpNe), Doc: "Return self!=value."},
			{Sig: "__lt__(self, value, /)", Fn: notImplemented2, Doc: "Return self<value."},
			{Sig: "__le__(self, value, /)", Fn: notImplemented2, Doc: "Return self<=value."},
			{Sig: "__gt__(self, value, /)", Fn: notImplemented2, Doc: "Return self>value."},
			{Sig: "__ge__(self, value, /)", Fn: notImplemented2, Doc: "Return self>=value."},
			{Sig: "__or__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return dictOr(c, a[0], a[1]) }, Doc: "Return self|value."},
			{Sig: "__ror__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return dictOr(c, a[1], a[0]) }, Doc: "Return value|self."},
			{Sig: "__ior__(self, value, /)", Fn: func(c *Ctx, a []Value) Value {
				if a[1].AsDict() != nil && c.mergeNative(a[0].AsDict(), a[1]) {
					return a[0]
				}
				return c.Self("dict_ior", a[0], a[1])
			}, Doc: "Return self|=value."},
			{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(dictSize(a[0].AsDict())) }, Doc: "Return the size of the dict in memory, in bytes."},
			{Sig: "get(self, key, default=None, /)", Fn: dictGet, Doc: "Return the value for key if key is in the dictionary, else default."},
			{Sig: "setdefault(self, key, default=None, /)", Fn: dictSetDefault, Doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
			{Sig: "pop(self, key, default=<unrepresentable>, /)", Fn: dictPop, Doc: "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."},
			{Sig: "popitem(self, /)", Fn: func(c *Ctx, a []Value) Value {
				d := a[0].AsDict()
				if d.T.Len() == 0 {
					return c.RaiseArgs(KeyError, ConstStr("popitem(): dictionary is empty"))
				}
				c.Touch(&d.Hdr)
				e, _, _ := d.T.PopLast()
				return TupleOf(e.Key, e.Val)
			}, Doc: "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."},
			{Sig: "keys(self, /)", Fn: newView(DictKeysType), Doc: "Return a set-like object providing a view on the dict's keys."},
			{Sig: "items(self, /)", Fn: newView(DictItemsType), Doc: "Return a set-like object providing a view on the dict's items."},
			{Sig: "values(self, /)", Fn: newView(DictValuesType), Doc: "Return an object providing a view on the dict's values."},
			{Sig: "update(self, /, *args, **kwargs)", Fn: dictUpdate("update"), Doc: "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]"},
			{Sig: "fromkeys(cls, iterable, value=None, /)", Fn: dictFromKeys, Kind: AsClass, Doc: "Create a new dictionary with keys from iterable and values set to value."},
			{Sig: "clear(self, /)", Fn: func(c *Ctx, a []Value) Value {
				d := a[0].AsDict()
				c.Touch(&d.Hdr)
				d.T.Clear()
				return None
			}, Doc: "Remove all items from the dict."},
			{Sig: "copy(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0].AsDict().Clone(c).V() }, Doc: "Return a shallow copy of the dict."},
			classGetItem("dicts are generic over two types, signifying (respectively) the types of their keys and values"),
		},
		Attrs: map[string]Value{"__hash__": None},
	})
}

// dictGetItem is d[key], which asks __missing__ of a subclass.
func dictGetItem(c *Ctx, a []Value) Value {
	v := c.DictGet(a[0].AsDict(), a[1])
	if !v.IsNil() || c.Failed() {
		return v
	}
	if a[0].p.Kind != KDict {
		if m := TypeOf(a[0]).Dunder(DMissing); !m.IsNil() {
			return c.CallMethod(m, a[0], a[1])
		}
	}
	return c.RaiseArgs(KeyError, a[1])
}

func dictGet(c *Ctx, a []Value) Value {
	v := c.DictGet(a[0].AsDict(), a[1])
	if !v.IsNil() || c.Failed() {
		return v
	}
	if a[2].IsNil() {
		return None
	}
	return a[2]
}

func dictSetDefault(c *Ctx, a []Value) Value {
	d := a[0].AsDict()
	i, h, ok := c.Find(d, a[1])
	if !ok {
		return Nil
	}
	if i >= 0 {
		return d.T.At(i).Val
	}
	v := a[2]
	if v.IsNil() {
		v = None
	}
	c.Touch(&d.Hdr)
	d.T.Insert(h, a[1], v)
	return v
}

func dictPop(c *Ctx, a []Value) Value {
	d := a[0].AsDict()
	i := -1
	if d.T.Len() > 0 {
		var ok bool
		if i, _, ok = c.Find(d, a[1]); !ok {
			return Nil
		}
	}
	if i < 0 {
		if a[2].IsNil() {
			return c.RaiseArgs(KeyError, a[1])
		}
		return a[2]
	}
	v := d.T.At(i).Val
	c.Touch(&d.Hdr)
	d.T.Delete(i)
	return v
}

func dictCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0].AsDict(), a[1].AsDict()
		if y == nil {
			return NotImplemented
		}
		eq, known := nativeDictEq(x, y, 0)
		if !known {
			return c.Self("dict_compare", x.V(), y.V(), Bool(op == CmpEq))
		}
		return Bool(eq == (op == CmpEq))
	}
}

// dictOr is a | b: a new dict, of the class dict.
func dictOr(c *Ctx, a, b Value) Value {
	x, y := a.AsDict(), b.AsDict()
	if x == nil || y == nil {
		return NotImplemented
	}
	d := x.Clone(c)
	if c.mergeNative(d, b) {
		return d.V()
	}
	return c.Self("dict_or", x.Clone(c).V(), b)
}

// plainDict returns the dict behind v if iterating over v gives its keys and v[key] the values beside them.
func plainDict(v Value) *Dict {
	if v.p.Kind == KDict {
		return (*Dict)(v.exact(KDict))
	}
	d := v.AsDict()
	if d == nil {
		return nil
	}
	if t := TypeOf(v); t.Dunder(DIter) != DictType.Dunder(DIter) {
		return nil
	}
	return d
}

// mergeNative copies the entries of a dict into d. It returns false, with nothing done, if Python code is needed.
func (c *Ctx) mergeNative(d *Dict, v Value) bool {
	src := plainDict(v)
	if src == nil {
		return false
	}
	if src == d || src.T.Len() == 0 {
		return true
	}
	c.Touch(&d.Hdr)
	if d.T.Len() == 0 {
		d.T = src.T.Clone()
		return true
	}
	// Where each entry goes: known before the first is written.
	at := make([]int32, 0, src.T.Len())
	fresh := 0
	for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
		e := src.T.At(i)
		j, known := nativeFind(d, e.Key, e.Hash)
		if !known {
			return false
		}
		if j < 0 {
			fresh++
		}
		at = append(at, int32(j))
	}
	n := 0
	for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
		if at[n] >= 0 {
			d.T.At(int(at[n])).Val = src.T.At(i).Val
		}
		n++
	}
	if fresh == 0 {
		return true
	}
	n = 0
	for i := src.T.Next(0); i >= 0; i = src.T.Next(i + 1) {
		if at[n] < 0 {
			e := src.T.At(i)
			d.T.Insert(e.Hash, e.Key, e.Val)
		}
		n++
	}
	return true
}

// dictUpdate is update(*args, **kwargs) and dict.__init__.
func dictUpdate(name string) Fn {
	return func(c *Ctx, a []Value) Value {
		args, ok := c.argCount(name, a[1], Nil, 0, 1)
		if !ok {
			return Nil
		}
		d, kw := a[0].AsDict(), a[2]
		if kw.IsNil() {
			if len(args) == 0 {
				return None
			}
			return c.dictUpdate(d, args[0])
		}
		if len(args) == 0 {
			if c.mergeNative(d, kw) {
				return None
			}
		} else if args[0].p.Kind == KDict && c.mergeNative(d, args[0]) {
			if c.mergeNative(d, kw) {
				return None
			}
		}
		return c.Self("dict_update_all", a[0], NewTuple(args), kw)
	}
}

// dictUpdate is d.update(v), for a native function to return.
func (c *Ctx) dictUpdate(d *Dict, v Value) Value {
	if c.mergeNative(d, v) {
		return None
	}
	switch v.p.Kind {
	case KList, KTuple, KObj:
		if _, view := As[*dictView](v); !view && (v.p.Kind != KObj || pureIter(v)) {
			items, ok := c.Collect(v)
			if !ok {
				return Nil
			}
			if c.updatePairs(d, items) {
				return None
			}
			return c.Self("dict_update_pairs", d.V(), c.NewList(items))
		}
	}
	return c.Self("dict_update", d.V(), v)
}

// updatePairs sets d's entries from pairs. It returns false, with nothing done, if that is not plain sailing.
func (c *Ctx) updatePairs(d *Dict, pairs []Value) bool {
	for _, p := range pairs {
		if p.p.Kind != KTuple && p.p.Kind != KList {
			return false
		}
		items := Items(p)
		if len(items) != 2 {
			return false
		}
		if _, plain := plainHash(items[0]); !plain {
			return false
		}
	}
	// Keys already there may need Python code to be compared with.
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		if !plainKind(d.T.At(i).Key.p.Kind) {
			return false
		}
	}
	c.Touch(&d.Hdr)
	for _, p := range pairs {
		items := Items(p)
		if !c.DictSet(d, items[0], items[1]) {
			c.TakeExc() // cannot be: the keys are plain
			return false
		}
	}
	return true
}

// dictFromKeys is dict.fromkeys(iterable, value=None).
func dictFromKeys(c *Ctx, a []Value) Value {
	v := a[2]
	if v.IsNil() {
		v = None
	}
	if a[0].AsType() != DictType {
		return c.Self("dict_fromkeys", a[0], a[1], v)
	}
	items, ok := c.Collect(a[1])
	if !ok {
		return Nil
	}
	d := c.NewDict()
	for _, k := range items {
		h, known := c.nativeHash(k)
		if !known {
			return c.Self("dict_fromkeys", a[0], c.NewList(items), v)
		}
		i, known := nativeFind(d, k, h)
		if !known {
			return c.Self("dict_fromkeys", a[0], c.NewList(items), v)
		}
		if i < 0 {
			d.T.Insert(h, k, v)
		}
	}
	return d.V()
}

// dictSize is the size that CPython's dict would have.
func dictSize(d *Dict) int64 {
	n := int64(d.T.Len())
	if n == 0 && d.T.Bound() == 0 {
		return 48
	}
	size := int64(8)
	for size*2/3 < n {
		size *= 2
	}
	entry, width := int64(16), int64(1)
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		if d.T.At(i).Key.p.Kind != KStr {
			entry = 24
			break
		}
	}
	switch {
	case size > 1<<16:
		width = 4
	case size > 1<<8:
		width = 2
	}
	return 48 + 32 + size*width + size*2/3*entry
}

// dictDefs are the native parts of dict operations, for hosted code.
var dictDefs = []Def{
	// _dict_next(dict, i): the number of the first entry from i on, or -1.
	{Sig: "_dict_next(dict, i, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsDict().T.Next(int(a[1].I())))) }},
	// _dict_key(dict, i), _dict_value(dict, i): of entry i.
	{Sig: "_dict_key(dict, i, /)", Fn: func(c *Ctx, a []Value) Value {
		if t := &a[0].AsDict().T; int(a[1].I()) < t.Bound() && t.Live(int(a[1].I())) {
			return t.At(int(a[1].I())).Key
		}
		return None
	}},
	{Sig: "_dict_value(dict, i, /)", Fn: func(c *Ctx, a []Value) Value {
		if t := &a[0].AsDict().T; int(a[1].I()) < t.Bound() && t.Live(int(a[1].I())) {
			return t.At(int(a[1].I())).Val
		}
		return None
	}},
	// _dict_find(dict, other, i): the number in dict of the entry whose key is that of entry i of other, or -1.
	{Sig: "_dict_find(dict, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		d, o, i := a[0].AsDict(), a[1].AsDict(), int(a[2].I())
		if i >= o.T.Bound() || !o.T.Live(i) {
			return Int(-1)
		}
		j, ok := c.findHash(d, o.T.At(i).Key, o.T.At(i).Hash)
		if !ok {
			return Nil
		}
		return Int(int64(j))
	}},
	// _dict_put(dict, other, i): sets in dict the key and value of entry i of other.
	{Sig: "_dict_put(dict, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		d, o, i := a[0].AsDict(), a[1].AsDict(), int(a[2].I())
		if i >= o.T.Bound() || !o.T.Live(i) {
			return None
		}
		key, h, v := o.T.At(i).Key, o.T.At(i).Hash, o.T.At(i).Val
		j, ok := c.findHash(d, key, h)
		if !ok {
			return Nil
		}
		c.Touch(&d.Hdr)
		if j >= 0 {
			d.T.At(j).Val = v
		} else {
			d.T.Insert(h, key, v)
		}
		return None
	}},
	// _plain_dict(v): the dict behind v if it may be read directly, else None.
	{Sig: "_plain_dict(v, /)", Fn: func(c *Ctx, a []Value) Value {
		if d := plainDict(a[0]); d != nil {
			return d.V()
		}
		return None
	}},
	{Sig: "_dict_merge(dict, v, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(c.mergeNative(a[0].AsDict(), a[1])) }},
}
