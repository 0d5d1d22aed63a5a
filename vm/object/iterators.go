package object

import (
	"math/big"
	"unsafe"
)

// itemIter iterates over a list or tuple. Seq is Nil once it is exhausted.
type itemIter struct {
	Seq Value
	I   int64
}

// Walk implements Impl.
func (t *itemIter) Walk(w *Walker) {
	w.Value(&t.Seq)
	Word(w, &t.I)
}

// Next implements Iterator.
func (t *itemIter) Next(c *Ctx, self Value) Value {
	if t.Seq.IsNil() {
		return Nil
	}
	var items []Value
	switch t.Seq.p.Kind {
	case KList:
		items = (*List)(unsafe.Pointer(t.Seq.p)).Items
	case KTuple:
		items = (*Tuple)(unsafe.Pointer(t.Seq.p)).Items
	default:
		items = Items(t.Seq)
	}
	c.Touch(self.p)
	if t.I >= int64(len(items)) {
		t.Seq = Nil
		return Nil
	}
	t.I++
	return items[t.I-1]
}

// reverseIter iterates backwards over anything with a length and __getitem__. Seq is Nil once it is exhausted.
type reverseIter struct {
	Seq  Value
	I    int64
	pure bool // Seq is a builtin sequence
}

func newReverse(seq Value, n int) *reverseIter {
	t := &reverseIter{Seq: seq, I: int64(n) - 1}
	switch seq.p.Kind {
	case KList, KTuple, KStr, KBytes, KRange:
		t.pure = true
	}
	return t
}

// Walk implements Impl.
func (t *reverseIter) Walk(w *Walker) {
	w.Value(&t.Seq)
	Word(w, &t.I)
}

// Next implements Iterator.
func (t *reverseIter) Next(c *Ctx, self Value) Value {
	if t.Seq.IsNil() {
		return Nil
	}
	v := Nil
	if TypeOf(self) == ListReverseIterType {
		if items := t.Seq.AsList().Items; t.I >= 0 && t.I < int64(len(items)) {
			v = items[t.I]
		}
	} else if t.I >= 0 {
		if v = c.GetItem(t.Seq, Int(t.I)); v.IsNil() && !c.Catch(IndexError) && !c.Catch(StopIteration) {
			return Nil
		}
	}
	c.Touch(self.p)
	t.I--
	if v.IsNil() {
		t.Seq, t.I = Nil, -1
	}
	return v
}

// rangeIter iterates over a range whose numbers are small.
type rangeIter struct{ At, Step, Len int64 }

// Walk implements Impl.
func (t *rangeIter) Walk(w *Walker) {
	Word(w, &t.At)
	Word(w, &t.Step)
	Word(w, &t.Len)
}

// Next implements Iterator.
func (t *rangeIter) Next(c *Ctx, self Value) Value {
	if t.Len <= 0 {
		return Nil
	}
	c.Touch(self.p)
	v := t.At
	t.At += t.Step
	t.Len--
	return Int(v)
}

// longRangeIter iterates over a range of ints of any size.
type longRangeIter struct{ At, Step, Len Value }

// Walk implements Impl.
func (t *longRangeIter) Walk(w *Walker) {
	w.Value(&t.At)
	w.Value(&t.Step)
	w.Value(&t.Len)
}

// Next implements Iterator.
func (t *longRangeIter) Next(c *Ctx, self Value) Value {
	left := bigOf(t.Len)
	if left.Sign() <= 0 {
		return Nil
	}
	c.Touch(self.p)
	v := t.At
	t.At = NewBig(new(big.Int).Add(bigOf(v), bigOf(t.Step)))
	t.Len = NewBig(new(big.Int).Sub(left, big.NewInt(1)))
	return v
}

// setIter iterates over a set. S is Nil once it is exhausted; Used is -1 after the set was changed.
type setIter struct {
	S             Value
	I, Used, Left int
}

// Walk implements Impl.
func (t *setIter) Walk(w *Walker) {
	w.Value(&t.S)
	Word(w, &t.I)
	Word(w, &t.Used)
	Word(w, &t.Left)
}

// Next implements Iterator.
func (t *setIter) Next(c *Ctx, self Value) Value {
	if t.S.IsNil() {
		return Nil
	}
	s := t.S.AsSet()
	c.Touch(self.p)
	if t.Used != s.T.Len() {
		t.Used = -1
		return c.Raise(RuntimeError, "Set changed size during iteration")
	}
	i := s.T.Next(t.I)
	if i < 0 {
		t.S = Nil
		return Nil
	}
	t.I = i + 1
	t.Left--
	return s.T.Key(i)
}

func newSetIter(c *Ctx, a []Value) Value {
	n := a[0].AsSet().T.Len()
	return c.NewObj(SetIterType, &setIter{S: a[0], Used: n, Left: n})
}

// dictIter iterates over the keys, values or items of a dict, by its class. D is Nil once it is exhausted.
type dictIter struct {
	D             Value
	I, Used, Left int
	Back          bool
}

// Walk implements Impl.
func (t *dictIter) Walk(w *Walker) {
	w.Value(&t.D)
	Word(w, &t.I)
	Word(w, &t.Used)
	Word(w, &t.Left)
	w.Bool(&t.Back)
}

// Next implements Iterator.
func (t *dictIter) Next(c *Ctx, self Value) Value {
	o := (*Obj)(unsafe.Pointer(self.p))
	e := t.next(c, o)
	if e == nil {
		return Nil
	}
	switch o.Cls {
	case DictKeyIterType, DictReverseKeyIterType:
		return e.Key
	case DictValueIterType, DictReverseValueIterType:
		return e.Val
	}
	return pair(e.Key, e.Val)
}

// next is the next entry, or nil.
func (t *dictIter) next(c *Ctx, self *Obj) *dictEntry {
	if t.D.IsNil() {
		return nil
	}
	d := t.D.AsDict()
	c.Touch(&self.Hdr)
	if t.Used != d.T.Len() {
		t.Used = -1
		c.Raise(RuntimeError, "dictionary changed size during iteration")
		return nil
	}
	i := -1
	if t.Back {
		if t.I >= 0 {
			i = d.T.Prev(t.I)
		}
		t.I = i - 1
	} else {
		i = d.T.Next(t.I)
		t.I = i + 1
	}
	if i < 0 {
		t.D = Nil
		return nil
	}
	if t.Left == 0 {
		t.D = Nil
		c.Raise(RuntimeError, "dictionary keys changed during iteration")
		return nil
	}
	t.Left--
	return d.T.At(i)
}

// newDictIter makes an iterator over a dict (or an instance of a subclass).
func newDictIter(c *Ctx, t *Type, dict Value, back bool) Value {
	d := dict.AsDict()
	it := &dictIter{D: dict, Used: d.T.Len(), Left: d.T.Len(), Back: back}
	if back {
		it.I = d.T.Bound() - 1
	}
	return c.NewObj(t, it)
}

// callableIter is iter(f, sentinel). Fn is Nil once it is exhausted.
type callableIter struct{ Fn, Sentinel Value }

// Walk implements Impl.
func (t *callableIter) Walk(w *Walker) {
	w.Value(&t.Fn)
	w.Value(&t.Sentinel)
}

// Next implements Iterator.
func (t *callableIter) Next(c *Ctx, self Value) Value {
	if t.Fn.IsNil() {
		return Nil
	}
	v := c.Call(t.Fn)
	if v.IsNil() {
		if c.Catch(StopIteration) {
			c.Touch(self.p)
			t.Fn = Nil
		}
		return Nil
	}
	end, ok := c.Eq(t.Sentinel, v)
	if !ok {
		return Nil
	}
	if end {
		c.Touch(self.p)
		t.Fn = Nil
		return Nil
	}
	return v
}

// NewCallableIter is iter(f, sentinel).
func (c *Ctx) NewCallableIter(f, sentinel Value) Value {
	return c.NewObj(CallableIterType, &callableIter{Fn: f, Sentinel: sentinel})
}
