package object

import "unsafe"

// construct makes instances of the builtin container classes without the way through __new__ and __init__. done is
// false for everything else.
func (c *Ctx) construct(t *Type, args []Value, kw []*Str) (v Value, done bool) {
	if len(kw) > 0 {
		if t != DictType || len(args) != len(kw) {
			return Nil, false
		}
		d := c.NewDict()
		d.T.Reserve(len(kw))
		for i, name := range kw {
			d.T.Insert(name.Hash(), name.V(), args[i])
		}
		return d.V(), true
	}
	if len(args) > 1 {
		return Nil, false
	}
	switch t {
	case ListType:
		if len(args) == 0 {
			return c.NewList(nil), true
		}
		items, ok := c.Collect(args[0])
		if !ok {
			return Nil, true
		}
		return c.NewList(items), true
	case TupleType:
		if len(args) == 0 {
			return emptyTuple.V(), true
		}
		return c.TupleFrom(args[0]), true
	case DictType:
		if len(args) == 0 {
			return c.NewDict().V(), true
		}
		if args[0].p.Kind == KDict {
			return args[0].AsDict().Clone(c).V(), true
		}
	case SetType:
		s := c.NewSet()
		if len(args) == 0 || c.fillSet(s, args[0]) {
			return s.V(), true
		}
	case StrType:
		if len(args) == 1 {
			return c.Str(args[0]), true
		}
	}
	return Nil, false
}

// fillSet adds the elements of a builtin container to a new set; false if it is no such thing or Python code is needed.
func (c *Ctx) fillSet(s *Set, v Value) bool {
	switch v.p.Kind {
	case KSet, KFrozenSet, KList, KTuple, KDict:
		return c.updateNative(s, v)
	}
	cur, ok := Loop(v)
	if !ok {
		return false
	}
	for cur.Next() {
		h, known := c.nativeHash(cur.V)
		if !known || !s.T.Add(h, cur.V, deepEq) {
			return false
		}
	}
	return true
}

// A tuple of few items and its items in one piece of memory.
type (
	tuple1 struct {
		Tuple
		s [1]Value
	}
	tuple2 struct {
		Tuple
		s [2]Value
	}
	tuple3 struct {
		Tuple
		s [3]Value
	}
	tuple4 struct {
		Tuple
		s [4]Value
	}
)

// CopyTuple makes a tuple of a copy of the items.
func CopyTuple(items []Value) Value {
	switch len(items) {
	case 0:
		return emptyTuple.V()
	case 1:
		t := &tuple1{Tuple: Tuple{Hdr: Hdr{Kind: KTuple}}, s: [1]Value{items[0]}}
		t.Items = t.s[:]
		return t.V()
	case 2:
		return pair(items[0], items[1])
	case 3:
		t := &tuple3{Tuple: Tuple{Hdr: Hdr{Kind: KTuple}}, s: [3]Value(items)}
		t.Items = t.s[:]
		return t.V()
	case 4:
		t := &tuple4{Tuple: Tuple{Hdr: Hdr{Kind: KTuple}}, s: [4]Value(items)}
		t.Items = t.s[:]
		return t.V()
	}
	return NewTuple(append([]Value(nil), items...))
}

func pair(a, b Value) Value {
	t := &tuple2{Tuple: Tuple{Hdr: Hdr{Kind: KTuple}}, s: [2]Value{a, b}}
	t.Items = t.s[:]
	return t.V()
}

// getSlice is o[key] for a slice of a builtin sequence of exactly this class; Nil without an exception: another one.
func (c *Ctx) getSlice(o, key Value) Value {
	a := [2]Value{o, key}
	switch o.p.Kind {
	case KList:
		return listGetItem(c, a[:])
	case KTuple:
		return tupleGetItem(c, a[:])
	case KStr:
		return strGetItem(c, a[:])
	}
	return Nil
}

// sameContainers compares two builtin containers of exactly these classes if that needs no Python code.
func sameContainers(a, b Value) (eq, known bool) {
	switch a.p.Kind {
	case KList:
		if b.p.Kind == KList {
			return nativeSeqEq((*List)(unsafe.Pointer(a.p)).Items, (*List)(unsafe.Pointer(b.p)).Items, 0)
		}
	case KTuple, KDict, KSet, KFrozenSet:
		if b.p.Kind == a.p.Kind {
			return nativeEq(a, b, 0)
		}
	}
	return false, false
}
