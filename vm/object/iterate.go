package object

import "math"

// Iter is iter(v): an iterator, or Nil.
func (c *Ctx) Iter(v Value) Value {
	t := TypeOf(v)
	m := t.Dunder(DIter)
	if m.IsNone() {
		return c.Raise(TypeError, "'%s' object is not iterable", t.Said())
	}
	if m.IsNil() {
		if t.Dunder(DGetItem).IsNil() || v.p.Kind == KType {
			return c.Raise(TypeError, "'%s' object is not iterable", t.Said())
		}
		return c.NewObj(SeqIterType, &SeqIter{Seq: v})
	}
	it := c.CallMethod(m, v)
	if it.IsNil() {
		return Nil
	}
	if TypeOf(it).Dunder(DNext).IsNil() {
		return c.Raise(TypeError, "iter() returned non-iterator of type '%s'", TypeOf(it).Said())
	}
	return it
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
	if s.I == math.MaxInt64 {
		return c.Raise(OverflowError, "iter index too large")
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
		return c.Raise(TypeError, "'%s' object is not an iterator", TypeOf(it).Said())
	}
	return c.CallMethod(m, it)
}
