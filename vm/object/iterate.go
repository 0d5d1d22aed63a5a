package object

import "unsafe"

// Iter is iter(v): an iterator, or Nil.
func (c *Ctx) Iter(v Value) Value {
	t := TypeOf(v)
	m := t.Dunder(DIter)
	if m.IsNone() {
		return c.Raise(TypeError, "'%s' object is not iterable", t.Name)
	}
	if m.IsNil() {
		if t.Dunder(DGetItem).IsNil() || v.p.Kind == KType {
			return c.Raise(TypeError, "'%s' object is not iterable", t.Name)
		}
		return c.NewObj(SeqIterType, &SeqIter{Seq: v})
	}
	it := c.CallMethod(m, v)
	if it.IsNil() {
		return Nil
	}
	if TypeOf(it).Dunder(DNext).IsNil() {
		return c.Raise(TypeError, "iter() returned non-iterator of type '%s'", TypeOf(it).Name)
	}
	return it
}

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
}

// Loop returns a Cursor over v if v is a list, tuple, str, dict, set, frozenset, bytes, bytearray or small range of
// exactly these classes; ok is false for anything else, which only code written in Python may iterate.
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
		if !r.Start.IsInt() || !r.Step.IsInt() || !r.Len.IsInt() {
			return cur, false
		}
		cur.start, cur.step, cur.n = r.Start.I(), r.Step.I(), int(r.Len.I())
	default:
		return cur, false
	}
	return cur, true
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
		cur.V = NewStr(cur.s.s[cur.i : cur.i+n])
		cur.i += n
	case KDict:
		d := (*Dict)(unsafe.Pointer(cur.o))
		if cur.i = d.T.Next(cur.i); cur.i < 0 {
			cur.i = d.T.Bound()
			return false
		}
		cur.V = d.T.At(cur.i).Key
		cur.i++
	case KSet, KFrozenSet:
		s := (*Set)(unsafe.Pointer(cur.o))
		if cur.i = s.T.Next(cur.i); cur.i < 0 {
			cur.i = s.T.Bound()
			return false
		}
		cur.V = s.T.Key(cur.i)
		cur.i++
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
	}
	return true
}

// Collect returns the items of any iterable as a new slice. It may not be used where the iterable is likely large and
// not builtin: then it costs one more start of the native code for each item that Python code makes; use c.Self.
func (c *Ctx) Collect(v Value) (items []Value, ok bool) {
	if cur, ok := Loop(v); ok {
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

// SeqIter iterates over an object with __getitem__ only.
type SeqIter struct {
	Seq Value
	I   int64
}

// Walk implements Impl.
func (s *SeqIter) Walk(w *Walker) {
	if !s.Seq.IsNil() || w.mode == walkSave || w.mode == walkRestore {
		w.Value(&s.Seq)
	}
	Word(w, &s.I)
}

// Next implements Iterator.
func (s *SeqIter) Next(c *Ctx, self Value) Value {
	if s.Seq.IsNil() {
		return Nil
	}
	v := c.GetItem(s.Seq, Int(s.I))
	if v.IsNil() {
		if c.Catch(IndexError) || c.Catch(StopIteration) {
			c.Touch(self.p)
			s.Seq = Nil
		}
		return Nil
	}
	c.Touch(self.p)
	s.I++
	return v
}

// NextOrStop is next(it): at the end it raises StopIteration, with the value that the iterator returned.
func (c *Ctx) NextOrStop(it Value) Value {
	if it.p.Kind == KObj {
		if _, ok := it.AsObj().Impl.(Iterator); ok && it.AsObj().Cls.Flags&HeapType == 0 {
			v := c.Next(it)
			if v.IsNil() && !c.Failed() {
				return c.RaiseExc(c.NewExc(StopIteration))
			}
			return v
		}
	}
	m := TypeOf(it).Dunder(DNext)
	if m.IsNil() {
		return c.Raise(TypeError, "'%s' object is not an iterator", TypeOf(it).Name)
	}
	return c.CallMethod(m, it)
}
