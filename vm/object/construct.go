package object

import "unsafe"

// Construct makes instances of the commonest builtin classes without the way through __new__ and __init__. done is
// false for everything else. It is the end of a native function: iterables that run Python code are left to hosted code.
func (c *Ctx) Construct(t *Type, args []Value, kw []*Str) (v Value, done bool) {
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
		if t == StrType && len(args) > 3 {
			return c.Raise(TypeError, "str expected at most 3 arguments, got %d", len(args)), true
		}
		return Nil, false
	}
	switch t {
	case ListType:
		if len(args) == 0 {
			return c.NewList(nil), true
		}
		if runsCode(args[0]) {
			return c.Self("list_of", args[0]), true
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
		switch {
		case args[0].p.Kind == KList:
			return CopyTuple((*List)(unsafe.Pointer(args[0].p)).Items), true
		case runsCode(args[0]):
			return c.Self("tuple_of", args[0]), true
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
		if len(args) == 1 && runsCode(args[0]) {
			return c.Self("set_of", args[0]), true
		}
		s := c.NewSet()
		if len(args) == 0 || c.fillSet(s, args[0]) {
			return s.V(), true
		}
	case StrType:
		if len(args) == 1 {
			return c.Str(args[0]), true
		}
	case IntType:
		if len(args) == 1 {
			switch args[0].p.Kind {
			case KInt, KBigInt:
				return args[0], true
			case KBool:
				return Int(args[0].I()), true
			case KFloat:
				return c.floatToInt(args[0].F()), true
			}
		}
	case FloatType:
		if len(args) == 1 {
			switch args[0].p.Kind {
			case KFloat:
				return args[0], true
			case KInt:
				return Float(float64(args[0].I())), true
			}
		}
	case BoolType:
		if len(args) == 1 {
			switch args[0].p.Kind {
			case KNone, KBool, KInt, KFloat, KStr, KList, KTuple, KDict, KSet, KFrozenSet:
				b, _ := c.Truth(args[0])
				return Bool(b), true
			}
		}
	case EnumerateType:
		if len(args) == 1 && plainIterable(args[0]) {
			it := c.Iter(args[0])
			return c.NewObj(t, &enumerateIter{It: it, N: Int(0), pure: pureIter(it)}), true
		}
	}
	return Nil, false
}

// plainIterable tells a builtin container whose iterator is made without Python code.
func plainIterable(v Value) bool {
	switch v.p.Kind {
	case KList, KTuple, KStr, KDict, KRange, KSet, KFrozenSet, KBytes:
		return true
	}
	return false
}

// runsCode tells an iterable that is best walked over by Python code.
func runsCode(v Value) bool {
	switch v.p.Kind {
	case KGen:
		return true
	case KObj:
		name, _ := LoopFunc(v)
		return name != ""
	case KInst:
		m := TypeOf(v).Dunder(DIter)
		return !m.IsNil() && m.p.Kind == KFunc
	}
	return false
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
	s := (*Slice)(unsafe.Pointer(key.p))
	return c.GetSlice(o, s.Start, s.Stop, s.Step)
}

// GetSlice is o[start:stop:step] of a builtin sequence of exactly these classes; Nil without an exception: another one.
func (c *Ctx) GetSlice(o, from, to, by Value) Value {
	if k := o.p.Kind; k != KList && k != KTuple && k != KStr && k != KBytes {
		return Nil
	}
	s := Slice{Start: from, Stop: to, Step: by}
	start, stop, step, ok := c.SliceParts(&s)
	if !ok {
		return Nil
	}
	switch o.p.Kind {
	case KList:
		items := (*List)(unsafe.Pointer(o.p)).Items
		n := SliceFit(&start, &stop, step, len(items))
		return c.NewList(takeSlice(items, start, step, n))
	case KTuple:
		items := (*Tuple)(unsafe.Pointer(o.p)).Items
		n := SliceFit(&start, &stop, step, len(items))
		if n == len(items) && step == 1 {
			return o
		}
		if step == 1 {
			return CopyTuple(items[start : start+n])
		}
		return NewTuple(takeSlice(items, start, step, n))
	case KStr:
		x := (*Str)(unsafe.Pointer(o.p))
		n := SliceFit(&start, &stop, step, int(x.n))
		return x.span(start, step, n)
	}
	x := (*Bytes)(unsafe.Pointer(o.p))
	n := SliceFit(&start, &stop, step, len(x.S))
	if step == 1 && n == len(x.S) {
		return o
	}
	return NewBytes(pick(x.S, start, step, n))
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
