package object

import (
	"math/big"
)

func defineIterators() {
	iterSelf := Def{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0] }, Doc: "Implement iter(self)."}
	next := Def{Sig: "__next__(self, /)", Fn: IteratorNext, Doc: "Implement next(self)."}
	const (
		hintDoc   = "Private method returning an estimate of len(list(it))."
		reduceDoc = "Return state information for pickling."
		stateDoc  = "Set state information for unpickling."
	)
	hint := Def{Sig: "__length_hint__(self, /)", Fn: iterHint, Doc: hintDoc}
	reduce := Def{Sig: "__reduce__(self, /)", Fn: iterReduce, Doc: reduceDoc}
	setState := Def{Sig: "__setstate__(self, object, /)", Fn: iterSetState, Doc: stateDoc}
	for _, t := range [...]*Type{ListIterType, ListReverseIterType, TupleIterType, RangeIterType, LongRangeIterType} {
		t.define(Spec{Flags: Disallow | Final, Methods: []Def{iterSelf, next, hint, reduce, setState}})
	}
	for _, t := range [...]*Type{SetIterType, DictKeyIterType, DictValueIterType, DictItemIterType, DictReverseKeyIterType,
		DictReverseValueIterType, DictReverseItemIterType} {
		t.define(Spec{Flags: Disallow | Final, Methods: []Def{iterSelf, next, hint, reduce}})
	}
	CallableIterType.define(Spec{Flags: Disallow | Final, Methods: []Def{iterSelf, next,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			t := a[0].AsObj().Impl.(*callableIter)
			iter := c.BuiltinNamed("iter")
			if iter.IsNil() {
				return Nil
			}
			if t.Fn.IsNil() {
				return TupleOf(iter, TupleOf(emptyTuple.V()))
			}
			return TupleOf(iter, TupleOf(t.Fn, t.Sentinel))
		}, Doc: reduceDoc}}})
	ReversedType.define(Spec{Doc: "Return a reverse iterator over the values of the given sequence.", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: reversedNew, Kind: AsNew, Doc: "Create and return a new object."},
		iterSelf, next, hint, reduce, setState}})
	EnumerateType.define(Spec{Doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: enumerateNew, Kind: AsNew, Doc: "Create and return a new object."},
		iterSelf, next,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			t := a[0].AsObj().Impl.(*enumerateIter)
			return TupleOf(TypeOf(a[0]).V(), TupleOf(t.It, t.N))
		}, Doc: reduceDoc},
		classGetItem("'enumerate' objects are generic over the type of their values")}})
	ZipType.define(Spec{Doc: "The zip object yields n-length tuples, where n is the number of\niterables passed as positional arguments to zip().  The i-th element\nin every tuple comes from the i-th iterable argument to zip().  This\ncontinues until the shortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the\nothers, raise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: zipNew, Kind: AsNew, Doc: "Create and return a new object."},
		iterSelf, next,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			t := a[0].AsObj().Impl.(*zipIter)
			return reduceStrict(TypeOf(a[0]), append([]Value(nil), t.Its...), t.Strict)
		}, Doc: reduceDoc},
		{Sig: "__setstate__(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
			return setStrict(c, a, &a[0].AsObj().Impl.(*zipIter).Strict)
		}, Doc: stateDoc}}})
	MapType.define(Spec{Doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the\nothers, raise a ValueError.", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: mapNew, Kind: AsNew, Doc: "Create and return a new object."},
		iterSelf, next,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			t := a[0].AsObj().Impl.(*mapIter)
			return reduceStrict(TypeOf(a[0]), append([]Value{t.Fn}, t.Its...), t.Strict)
		}, Doc: reduceDoc},
		{Sig: "__setstate__(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
			return setStrict(c, a, &a[0].AsObj().Impl.(*mapIter).Strict)
		}, Doc: stateDoc}}})
	FilterType.define(Spec{Doc: "Return an iterator yielding those items of iterable for which\nfunction(item) is true.  If function is None, return the items that\nare true.", Methods: []Def{
		{Sig: "__new__(cls, /, *args, **kwargs)", Fn: filterNew, Kind: AsNew, Doc: "Create and return a new object."},
		iterSelf, next,
		{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			t := a[0].AsObj().Impl.(*filterIter)
			return TupleOf(TypeOf(a[0]).V(), TupleOf(t.Fn, t.It))
		}, Doc: reduceDoc}}})
}

// BuiltinNamed is what the builtins have under a name, as pickles ask for iter and reversed. A program may have put a
// key of its own there, whose __eq__ is asked and may exhaust the iterator: ask first, look at the iterator then.
func (c *Ctx) BuiltinNamed(name string) Value {
	if v := c.Builtins.Get(name); !v.IsNil() {
		return v
	}
	v := c.GetItem(c.Builtins.V(), NewASCII(name))
	if v.IsNil() && c.Catch(KeyError) {
		return c.Raise(AttributeError, "%s", name)
	}
	return v
}

func reduceStrict(t *Type, args []Value, strict bool) Value {
	if strict {
		return TupleOf(t.V(), NewTuple(args), True)
	}
	return TupleOf(t.V(), NewTuple(args))
}

func setStrict(c *Ctx, a []Value, strict *bool) Value {
	t, ok := c.Truth(a[1])
	if !ok {
		return Nil
	}
	c.Touch(a[0].p)
	*strict = t
	return None
}

// iterHint is __length_hint__ of the iterators of containers.
func iterHint(c *Ctx, a []Value) Value {
	n := int64(0)
	switch t := a[0].AsObj().Impl.(type) {
	case *SeqIter:
		if !t.Seq.IsNil() {
			size, ok := c.Len(t.Seq)
			if !ok {
				if c.Catch(TypeError) { // the sequence has no length
					return NotImplemented
				}
				return Nil
			}
			n = max(int64(size)-t.I, 0)
		}
	case *itemIter:
		if !t.Seq.IsNil() {
			n = max(int64(len(Items(t.Seq)))-t.I, 0)
		}
	case *reverseIter:
		if !t.Seq.IsNil() {
			size, ok := c.Len(t.Seq)
			if !ok {
				return Nil
			}
			if n = t.I + 1; int64(size) < n {
				n = 0
			}
		}
	case *rangeIter:
		n = t.Len
	case *longRangeIter:
		return t.Len
	case *setIter:
		if !t.S.IsNil() && t.Used == t.S.AsSet().T.Len() {
			n = int64(t.Left)
		}
	case *dictIter:
		if !t.D.IsNil() && t.Used == t.D.AsDict().T.Len() {
			n = int64(t.Left)
		}
	}
	return Int(n)
}

// iterReduce is __reduce__ of the iterators of containers.
func iterReduce(c *Ctx, a []Value) Value {
	name := "iter"
	if t, ok := a[0].AsObj().Impl.(*reverseIter); ok && TypeOf(a[0]) == ListReverseIterType && !t.Seq.IsNil() {
		name = "reversed"
	}
	iter := c.BuiltinNamed(name)
	if iter.IsNil() {
		return Nil
	}
	switch t := a[0].AsObj().Impl.(type) {
	case *SeqIter:
		if t.Seq.IsNil() {
			return TupleOf(iter, TupleOf(emptyTuple.V()))
		}
		return TupleOf(iter, TupleOf(t.Seq), Int(t.I))
	case *itemIter:
		if t.Seq.IsNil() {
			if TypeOf(a[0]) == TupleIterType {
				return TupleOf(iter, TupleOf(emptyTuple.V()))
			}
			return TupleOf(iter, TupleOf(c.NewList(nil)))
		}
		return TupleOf(iter, TupleOf(t.Seq), Int(t.I))
	case *reverseIter:
		if t.Seq.IsNil() {
			if TypeOf(a[0]) == ListReverseIterType {
				return TupleOf(iter, TupleOf(c.NewList(nil)))
			}
			return TupleOf(TypeOf(a[0]).V(), TupleOf(emptyTuple.V()))
		}
		if TypeOf(a[0]) == ListReverseIterType {
			return TupleOf(iter, TupleOf(t.Seq), Int(t.I))
		}
		return TupleOf(TypeOf(a[0]).V(), TupleOf(t.Seq), Int(t.I))
	case *rangeIter:
		r := newRange(Int(t.At), c.intBinary(OpAdd, t.At, t.Len*t.Step), Int(t.Step))
		return TupleOf(iter, TupleOf(r), None)
	case *longRangeIter:
		stop := new(big.Int).Mul(bigOf(t.Len), bigOf(t.Step))
		r := newRange(t.At, NewBig(stop.Add(stop, bigOf(t.At))), t.Step)
		return TupleOf(iter, TupleOf(r), None)
	case *setIter:
		copied := *t
		return c.reduceItems(iter, c.NewObj(SetIterType, &copied))
	case *dictIter:
		copied := *t
		return c.reduceItems(iter, c.NewObj(TypeOf(a[0]), &copied))
	}
	return None
}

// reduceItems reduces an iterator to one over the list of the items to come.
func (c *Ctx) reduceItems(iter, it Value) Value {
	items, ok := c.Collect(it)
	if !ok {
		return Nil
	}
	return TupleOf(iter, TupleOf(c.NewList(items)))
}

// iterSetState is __setstate__ of the iterators of containers: the index to go on from.
func iterSetState(c *Ctx, a []Value) Value {
	if !a[1].IsAnyInt() {
		return c.Raise(TypeError, "an integer is required")
	}
	n := bigOf(a[1].Unbox())
	switch t := a[0].AsObj().Impl.(type) {
	case *longRangeIter:
		n = clampBig(n, bigOf(t.Len))
		c.Touch(a[0].p)
		t.At = NewBig(new(big.Int).Add(bigOf(t.At), new(big.Int).Mul(n, bigOf(t.Step))))
		t.Len = NewBig(new(big.Int).Sub(bigOf(t.Len), n))
		return None
	case *rangeIter:
		i := clampBig(n, big.NewInt(t.Len)).Int64()
		c.Touch(a[0].p)
		t.At += i * t.Step
		t.Len -= i
		return None
	}
	i, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	switch t := a[0].AsObj().Impl.(type) {
	case *SeqIter:
		if !t.Seq.IsNil() {
			c.Touch(a[0].p)
			t.I = int64(max(i, 0))
		}
	case *itemIter:
		if !t.Seq.IsNil() {
			c.Touch(a[0].p)
			t.I = int64(min(max(i, 0), len(Items(t.Seq))))
		}
	case *reverseIter:
		if !t.Seq.IsNil() {
			size, ok := c.Len(t.Seq)
			if !ok {
				return Nil
			}
			c.Touch(a[0].p)
			t.I = int64(min(max(i, -1), size-1))
		}
	}
	return None
}

func clampBig(n, most *big.Int) *big.Int {
	if n.Sign() < 0 {
		return new(big.Int)
	}
	if n.Cmp(most) > 0 {
		return most
	}
	return n
}
