package object

import (
	"slices"
	"unsafe"
)

func defineList() {
	ListType.Flags |= SeqPattern
	ListType.define(Spec{
		Doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
		Methods: append([]Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return c.NewPayload(a[0].AsType(), c.NewList(nil)) }, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: listInit, Doc: "Initialize self."},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return reprContainer(c, a[0], "list_repr") }, Doc: "Return repr(self)."},
			{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(len(a[0].AsList().Items))) }, Doc: "Return len(self)."},
			{Sig: "__getitem__(self, index, /)", Fn: listGetItem, Doc: "Return self[index]."},
			{Sig: "__setitem__(self, key, value, /)", Fn: listSetItem, Doc: "Set self[key] to value."},
			{Sig: "__delitem__(self, key, /)", Fn: func(c *Ctx, a []Value) Value { return listSetItem(c, []Value{a[0], a[1], Nil}) }, Doc: "Delete self[key]."},
			{Sig: "__contains__(self, key, /)", Fn: seqContains, Doc: "Return bool(key in self)."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewObj(ListIterType, &itemIter{Seq: a[0]}) }, Doc: "Implement iter(self)."},
			{Sig: "__reversed__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				return c.NewObj(ListReverseIterType, newReverse(a[0], len(a[0].AsList().Items)))
			}, Doc: "Return a reverse iterator over the list."},
			{Sig: "__add__(self, value, /)", Fn: listAdd, Doc: "Return self+value."},
			{Sig: "__iadd__(self, value, /)", Fn: func(c *Ctx, a []Value) Value {
				if a[1].p.Kind == KList || a[1].p.Kind == KTuple {
					listExtend(c, a)
					return a[0]
				}
				if v := c.reflected(DRAdd, a[0], a[1]); v != NotImplemented {
					return v
				}
				if c.Call(ListType.Dict.GetStr(nameExtend), a...).IsNil() {
					return Nil
				}
				return a[0]
			}, Doc: "Implement self+=value."},
			{Sig: "__mul__(self, value, /)", Fn: listMul, Doc: "Return self*value."},
			{Sig: "__rmul__(self, value, /)", Fn: listMul, Doc: "Return value*self."},
			{Sig: "__imul__(self, value, /)", Fn: listIMul, Doc: "Implement self*=value."},
			{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(40 + 8*int64(len(a[0].AsList().Items))) }, Doc: "Return the size of the list in memory, in bytes."},
			{Sig: "clear(self, /)", Fn: func(c *Ctx, a []Value) Value {
				l := a[0].AsList()
				c.Touch(&l.Hdr)
				l.Items = nil
				return None
			}, Doc: "Remove all items from list."},
			{Sig: "copy(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewList(slices.Clone(a[0].AsList().Items)) }, Doc: "Return a shallow copy of the list."},
			{Sig: "append(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
				l := a[0].AsList()
				c.Touch(&l.Hdr)
				l.Items = append(l.Items, a[1])
				return None
			}, Doc: "Append object to the end of the list."},
			{Sig: "insert(self, index, object, /)", Fn: listInsert, Doc: "Insert object before index."},
			{Sig: "extend(self, iterable, /)", Fn: listExtend, Doc: "Extend list by appending elements from the iterable."},
			{Sig: "pop(self, index=-1, /)", Fn: listPop, Doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
			{Sig: "remove(self, value, /)", Fn: listRemove, Doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
			{Sig: "index(self, value, start=0, stop=sys.maxsize, /)", Fn: seqIndex("list"), Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Sig: "count(self, value, /)", Fn: seqCount, Doc: "Return number of occurrences of value."},
			{Sig: "reverse(self, /)", Fn: func(c *Ctx, a []Value) Value {
				l := a[0].AsList()
				c.Touch(&l.Hdr)
				slices.Reverse(l.Items)
				return None
			}, Doc: "Reverse *IN PLACE*."},
			{Sig: "sort(self, /, *, key=None, reverse=False)", Fn: listSort, Doc: "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable\n(i.e. the order of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort\nthem, ascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order."},
			classGetItem("lists are generic over the type of their contents"),
		}, compareDefs(func(op CmpOp) Fn { return seqCompare(op, true) })...),
		Attrs: map[string]Value{"__hash__": None},
	})
}

var nameExtend = Static("extend")

func listInit(c *Ctx, a []Value) Value {
	kwargs := a[2]
	if t := TypeOf(a[0]); t != ListType && c.Lookup(t, c.Intern("__new__")) != c.Lookup(ListType, c.Intern("__new__")) {
		kwargs = Nil // what a __new__ written in Python takes is its own
	}
	x, ok := c.argCount("list", a[1], kwargs, 0, 1)
	if !ok {
		return Nil
	}
	l := a[0].AsList()
	if len(x) == 0 {
		if len(l.Items) > 0 {
			c.Touch(&l.Hdr)
			l.Items = nil
		}
		return None
	}
	if x[0].p == &l.Hdr {
		return None
	}
	if len(l.Items) > 0 {
		c.Once(func() Value {
			c.Touch(&l.Hdr)
			l.Items = nil
			return None
		})
	}
	return listExtend(c, []Value{a[0], x[0]})
}

func listGetItem(c *Ctx, a []Value) Value {
	l := a[0].AsList()
	if s := a[1].AsSlice(); s != nil {
		start, stop, step, ok := c.SliceParts(s)
		if !ok {
			return Nil
		}
		n := SliceFit(&start, &stop, step, len(l.Items))
		return c.NewList(takeSlice(l.Items, start, step, n))
	}
	i, ok := c.subscript(a[1], "list")
	if !ok {
		return Nil
	}
	if i < 0 {
		i += len(l.Items)
	}
	if uint(i) >= uint(len(l.Items)) {
		return c.Raise(IndexError, "list index out of range")
	}
	return l.Items[i]
}

// listSetItem is l[key] = v, or del l[key] if v is Nil.
func listSetItem(c *Ctx, a []Value) Value {
	l, v := a[0].AsList(), a[2]
	if s := a[1].AsSlice(); s != nil {
		return listSetSlice(c, l, s, v)
	}
	i, ok := c.subscript(a[1], "list")
	if !ok {
		return Nil
	}
	if i < 0 {
		i += len(l.Items)
	}
	if uint(i) >= uint(len(l.Items)) {
		return c.Raise(IndexError, "list assignment index out of range")
	}
	c.Touch(&l.Hdr)
	if v.IsNil() {
		l.remove(i, 1)
	} else {
		l.Items[i] = v
	}
	return None
}

// remove takes n items out from place i on; the list must have been touched.
func (l *List) remove(i, n int) {
	if i == 0 { // a queue: the rest stays where it is
		clear(l.Items[:n])
		l.Items = l.Items[n:]
		return
	}
	l.Items = slices.Delete(l.Items, i, i+n)
}

// splice replaces n items from start on.
func (l *List) splice(c *Ctx, start, n int, items []Value) {
	c.Touch(&l.Hdr)
	switch {
	case n == len(items):
		copy(l.Items[start:], items)
	case len(items) > 0:
		l.Items = slices.Replace(l.Items, start, start+n, items...)
	case n == len(l.Items):
		l.Items = nil
	default:
		l.remove(start, n)
	}
}

// SetSlice is o[from:to] = v, or del o[from:to] if v is Nil, for a list, bounds that are ints or None, and v a list or a
// tuple, all of exactly these classes; false: it is something else, and nothing was done.
func (c *Ctx) SetSlice(o, from, to, v Value) bool {
	if o.p.Kind != KList || !v.IsNil() && v.p.Kind != KList && v.p.Kind != KTuple {
		return false
	}
	l := (*List)(unsafe.Pointer(o.p))
	start, stop := 0, len(l.Items)
	if from.IsInt() {
		start = int(from.I())
	}
	if to.IsInt() {
		stop = int(to.I())
	}
	var items []Value
	if !v.IsNil() {
		if items = Items(v); v == o {
			items = slices.Clone(items)
		}
	}
	n := SliceFit(&start, &stop, 1, len(l.Items))
	l.splice(c, start, n, items)
	return true
}

func listSetSlice(c *Ctx, l *List, s *Slice, v Value) Value {
	start, stop, step, ok := c.SliceParts(s)
	if !ok {
		return Nil
	}
	var items []Value
	if !v.IsNil() {
		if t := TypeOf(v); t.Dunder(DIter).IsNone() || t.Dunder(DIter).IsNil() && t.Dunder(DGetItem).IsNil() {
			return c.Raise(TypeError, "must assign iterable to extended slice")
		}
		if items, ok = c.Collect(v); !ok {
			return Nil
		}
	}
	n := SliceFit(&start, &stop, step, len(l.Items))
	if step == 1 {
		l.splice(c, start, n, items)
		return None
	}
	if v.IsNil() {
		if n == 0 {
			return None
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		c.Touch(&l.Hdr)
		to := start
		for i := start; i < len(l.Items); i++ {
			if (i-start)%step == 0 && (i-start)/step < n {
				continue
			}
			l.Items[to] = l.Items[i]
			to++
		}
		clear(l.Items[to:])
		l.Items = l.Items[:to]
		return None
	}
	if len(items) != n {
		return c.Raise(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	c.Touch(&l.Hdr)
	for i, x := range items {
		l.Items[start+i*step] = x
	}
	return None
}

func listAdd(c *Ctx, a []Value) Value {
	x, y := a[0].AsList(), a[1].AsList()
	if y == nil {
		if v := c.reflected(DRAdd, a[0], a[1]); v != NotImplemented {
			return v
		}
		return c.Raise(TypeError, "can only concatenate list (not \"%s\") to list", TypeOf(a[1]).Said())
	}
	out := make([]Value, 0, len(x.Items)+len(y.Items))
	return c.NewList(append(append(out, x.Items...), y.Items...))
}

func listMul(c *Ctx, a []Value) Value {
	n, v, ok := c.repeatArg(a[0], a[1])
	if !ok {
		return v
	}
	out, ok := c.repeat(a[0].AsList().Items, n)
	if !ok {
		return Nil
	}
	return c.NewList(out)
}

func listIMul(c *Ctx, a []Value) Value {
	n, v, ok := c.repeatArg(a[0], a[1])
	if !ok {
		return v
	}
	l := a[0].AsList()
	out, ok := c.repeat(l.Items, n)
	if !ok {
		return Nil
	}
	c.Touch(&l.Hdr)
	l.Items = out
	return a[0]
}

func listInsert(c *Ctx, a []Value) Value {
	i, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	l := a[0].AsList()
	if i < 0 {
		i = max(i+len(l.Items), 0)
	}
	c.Touch(&l.Hdr)
	l.Items = slices.Insert(l.Items, min(i, len(l.Items)), a[2])
	return None
}

func listExtend(c *Ctx, a []Value) Value {
	l := a[0].AsList()
	switch a[1].p.Kind {
	case KList, KTuple:
		c.Touch(&l.Hdr)
		l.Items = append(l.Items, Items(a[1])...)
		return None
	}
	cur, ok := c.Loop(a[1])
	if !ok {
		return c.Self("list_extend", l.V(), a[1])
	}
	c.Touch(&l.Hdr)
	if n := cur.Hint(); n > cap(l.Items)-len(l.Items) && n < maxItems {
		l.Items = slices.Grow(l.Items, n)
	}
	for cur.Next() {
		l.Items = append(l.Items, cur.V)
	}
	if c.Failed() {
		return Nil
	}
	return None
}

func listPop(c *Ctx, a []Value) Value {
	i := -1
	if !a[1].IsNil() {
		var ok bool
		if i, ok = c.IndexInt(a[1], false); !ok {
			return Nil
		}
	}
	l := a[0].AsList()
	n := len(l.Items)
	if n == 0 {
		return c.Raise(IndexError, "pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return c.Raise(IndexError, "pop index out of range")
	}
	v := l.Items[i]
	c.Touch(&l.Hdr)
	if i == n-1 {
		l.Items[i] = Nil
		l.Items = l.Items[:i]
	} else {
		l.remove(i, 1)
	}
	return v
}

func listRemove(c *Ctx, a []Value) Value {
	l := a[0].AsList()
	for i, x := range l.Items {
		eq, known := nativeEq(x, a[1], 0)
		if !known {
			return c.Self("list_remove", l.V(), a[1], Int(int64(i)))
		}
		if eq {
			c.Touch(&l.Hdr)
			l.remove(i, 1)
			return None
		}
	}
	return c.Raise(ValueError, "list.remove(x): x not in list")
}
