package object

import (
	"math"
	"unsafe"
)

// Cursor walks over a builtin container without running Python code.
//
//	for cur.Next() { use(cur.V) }
type Cursor struct {
	V     Value
	o     *Hdr
	items *[]Value
	s     *Str
	bytes string
	i     int
	n     int
	start int64
	step  int64
	kind  Kind

	c    *Ctx // of an iterator that is consumed
	it   Iterator
	self Value
}

// Modes of a Cursor beside the kinds of the containers.
const (
	loopValues Kind = NumKinds + 1 + iota
	loopItems
	loopIter
)

// Loop returns a Cursor over v if v is a list, tuple, str, dict, set, frozenset, bytes, bytearray, small range or a
// view of a dict, of exactly these classes; ok is false for anything else. It changes nothing, so it may be begun again.
func Loop(v Value) (cur Cursor, ok bool) {
	cur.o, cur.kind = v.p, v.p.Kind
	switch v.p.Kind {
	case KList:
		cur.items = &(*List)(unsafe.Pointer(v.p)).Items
	case KTuple:
		cur.items = &(*Tuple)(unsafe.Pointer(v.p)).Items
	case KStr:
		cur.s = v.AsStr()
	case KDict, KSet, KFrozenSet:
	case KBytes:
		cur.bytes = v.AsBytes().S
	case KByteArray:
		cur.bytes = string(v.AsByteArray().B)
	case KRange:
		r := v.AsRange()
		if !r.small() {
			return cur, false
		}
		cur.start, cur.step, cur.n = r.Start.I(), r.Step.I(), int(r.Len.I())
	case KObj:
		view, isView := v.AsObj().Impl.(*dictView)
		if !isView || view.D.p.Kind != KDict {
			return cur, false
		}
		cur.o = view.D.p
		switch TypeOf(v) {
		case DictKeysType:
			cur.kind = KDict
		case DictValuesType:
			cur.kind = loopValues
		default:
			cur.kind = loopItems
		}
	default:
		return cur, false
	}
	return cur, true
}

// Loop is Loop that also takes iterators over builtin containers, enumerate and zip included, and consumes them. What
// comes after must not be suspended: it would begin again with an exhausted iterator. When the loop has ended, see
// Failed: an iterator may have raised an exception.
func (c *Ctx) Loop(v Value) (cur Cursor, ok bool) {
	if v.p.Kind == KObj && pureIter(v) {
		return Cursor{kind: loopIter, c: c, it: v.AsObj().Impl.(Iterator), self: v}, true
	}
	return Loop(v)
}

// pureIter tells that v is an iterator that never runs Python code. The answer never changes, for native code that is
// started again must take the same way as before.
func pureIter(v Value) bool {
	if v.p.Kind != KObj || v.AsObj().Cls.Flags&HeapType != 0 {
		return false
	}
	switch it := v.AsObj().Impl.(type) {
	case *itemIter, *textIter, *rangeIter, *longRangeIter, *setIter, *dictIter:
		return true
	case *reverseIter:
		return it.pure
	case *enumerateIter:
		return it.pure
	case *zipIter:
		return it.pure
	}
	return false
}

// PureNext is Next of an iterator that never runs Python code; ok is false for others.
func (c *Ctx) PureNext(it Value) (v Value, ok bool) {
	if !pureIter(it) {
		return Nil, false
	}
	return it.AsObj().Impl.(Iterator).Next(c, it), true
}

// NextPair is PureNext of an iterator whose items are pairs, which are not made into tuples: x is Nil when it is exhausted
// or raised. known is false for other iterators.
func (c *Ctx) NextPair(it Value) (x, y Value, known bool) {
	if it.p.Kind != KObj {
		return Nil, Nil, false
	}
	o := (*Obj)(unsafe.Pointer(it.p))
	if o.Cls.Flags&HeapType != 0 {
		return Nil, Nil, false
	}
	switch t := o.Impl.(type) {
	case *enumerateIter:
		if !t.pure || !t.N.IsInt() || t.N.I() == math.MaxInt64 {
			return Nil, Nil, false
		}
		y = t.It.AsObj().Impl.(Iterator).Next(c, t.It)
		if y.IsNil() {
			return Nil, Nil, true
		}
		x = t.N
		c.Touch(it.p)
		t.N.SetInt(x.I() + 1)
		return x, y, true
	case *zipIter:
		if !t.pure || t.Strict || len(t.Its) != 2 {
			return Nil, Nil, false
		}
		if x = c.nextOf(t.Its[0], true); x.IsNil() {
			return Nil, Nil, true
		}
		if y = c.nextOf(t.Its[1], true); y.IsNil() {
			return Nil, Nil, true
		}
		return x, y, true
	case *dictIter:
		if o.Cls != DictItemIterType || t.Back {
			return Nil, Nil, false
		}
		if e := t.next(c, o); e != nil {
			return e.Key, e.Val, true
		}
		return Nil, Nil, true
	}
	return Nil, Nil, false
}

// Hint is the number of items to come if that is known, else 0.
func (cur *Cursor) Hint() int {
	switch cur.kind {
	case KList, KTuple:
		return len(*cur.items) - cur.i
	case KStr:
		return cur.s.Len()
	case KDict, loopValues, loopItems:
		return (*Dict)(unsafe.Pointer(cur.o)).T.Len()
	case KSet, KFrozenSet:
		return (*Set)(unsafe.Pointer(cur.o)).T.Len()
	case KBytes, KByteArray:
		return len(cur.bytes)
	case KRange:
		return cur.n
	}
	return 0
}

// Next advances to the next item in V.
func (cur *Cursor) Next() bool {
	switch cur.kind {
	case KList, KTuple:
		if cur.i >= len(*cur.items) {
			return false
		}
		cur.V = (*cur.items)[cur.i]
		cur.i++
	case KStr:
		if cur.i >= len(cur.s.s) {
			return false
		}
		if b := cur.s.s[cur.i]; b < 0x80 {
			cur.V = latin1[b].V()
			cur.i++
			return true
		}
		n := 1
		for cur.i+n < len(cur.s.s) && cur.s.s[cur.i+n]&0xC0 == 0x80 {
			n++
		}
		cur.V = charOf(cur.s.s[cur.i : cur.i+n])
		cur.i += n
	case KDict, loopValues, loopItems:
		d := (*Dict)(unsafe.Pointer(cur.o))
		i := d.T.Next(cur.i)
		if i < 0 {
			cur.i = d.T.Bound()
			return false
		}
		e := d.T.At(i)
		switch cur.kind {
		case KDict:
			cur.V = e.Key
		case loopValues:
			cur.V = e.Val
		default:
			cur.V = pair(e.Key, e.Val)
		}
		cur.i = i + 1
	case KSet, KFrozenSet:
		s := (*Set)(unsafe.Pointer(cur.o))
		i := s.T.Next(cur.i)
		if i < 0 {
			cur.i = s.T.Bound()
			return false
		}
		cur.V = s.T.Key(i)
		cur.i = i + 1
	case KBytes, KByteArray:
		if cur.i >= len(cur.bytes) {
			return false
		}
		cur.V = Int(int64(cur.bytes[cur.i]))
		cur.i++
	case KRange:
		if cur.i >= cur.n {
			return false
		}
		cur.V = Int(cur.start + int64(cur.i)*cur.step)
		cur.i++
	case loopIter:
		at := cur.c.cur
		cur.V = cur.it.Next(cur.c, cur.self)
		cur.c.memo, cur.c.cur = cur.c.memo[:at], at // nothing here is ever suspended
		return !cur.V.IsNil()
	}
	return true
}

// Collect returns the items of any iterable as a new slice. It may not be used where the iterable is likely large and
// not builtin: then it costs one more start of the native code for each item that Python code makes; use c.Self.
func (c *Ctx) Collect(v Value) (items []Value, ok bool) {
	switch v.p.Kind {
	case KList, KTuple:
		return append([]Value(nil), Items(v)...), true
	case KObj:
		if pureIter(v) {
			l := c.Once(func() Value {
				cur, _ := c.Loop(v)
				var out []Value
				for cur.Next() {
					out = append(out, cur.V)
				}
				if c.Failed() {
					return Nil
				}
				return c.NewList(out)
			})
			if l.IsNil() {
				return nil, false
			}
			return append([]Value(nil), l.AsList().Items...), true
		}
	}
	if cur, ok := Loop(v); ok {
		if n := cur.Hint(); n < maxItems {
			items = make([]Value, 0, n)
		}
		for cur.Next() {
			items = append(items, cur.V)
		}
		return items, true
	}
	l := c.Call(c.Host.Hosted("list_of"), v)
	if l.IsNil() {
		return nil, false
	}
	return append([]Value(nil), l.AsList().Items...), true
}
