package object

import (
	"slices"

	"slp/vm/internal/pyhash"
)

func defineTuple() {
	TupleType.Flags |= SeqPattern
	TupleType.define(Spec{
		Doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
		Methods: append([]Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: tupleNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return reprContainer(c, a[0], "tuple_repr") }, Doc: "Return repr(self)."},
			{Sig: "__hash__(self, /)", Fn: tupleHash, Doc: "Return hash(self)."},
			{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(len(a[0].AsTuple().Items))) }, Doc: "Return len(self)."},
			{Sig: "__getitem__(self, key, /)", Fn: tupleGetItem, Doc: "Return self[key]."},
			{Sig: "__contains__(self, key, /)", Fn: seqContains, Doc: "Return bool(key in self)."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewObj(TupleIterType, &itemIter{Seq: a[0]}) }, Doc: "Implement iter(self)."},
			{Sig: "__add__(self, value, /)", Fn: tupleAdd, Doc: "Return self+value."},
			{Sig: "__mul__(self, value, /)", Fn: tupleMul, Doc: "Return self*value."},
			{Sig: "__rmul__(self, value, /)", Fn: tupleMul, Doc: "Return value*self."},
			{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(exactTuple(a[0])) }},
			{Sig: "index(self, value, start=0, stop=sys.maxsize, /)", Fn: seqIndex("tuple"), Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Sig: "count(self, value, /)", Fn: seqCount, Doc: "Return number of occurrences of value."},
			classGetItem("Tuples are generic over the types of their contents.\n\nFor example, use ``tuple[int, str]`` for a pair whose first element is an int and second element is a string.\n\nTuples also support the form ``tuple[T, ...]`` to indicate an arbitrary length tuple of elements of type T."),
		}, compareDefs(func(op CmpOp) Fn { return seqCompare(op, false) })...),
	})
}

// exactTuple is the tuple itself, of an instance of a subclass its builtin part.
func exactTuple(v Value) Value { return v.AsTuple().V() }

// noKeywords checks that a constructor of base got none; a subclass with its own __init__ may take them.
func (c *Ctx) noKeywords(cls, base *Type, kwargs Value) bool {
	if kwargs.IsNil() || cls != base && cls.Dunder(DInit) != base.Dunder(DInit) {
		return true
	}
	c.Raise(TypeError, "%s() takes no keyword arguments", base.Name)
	return false
}

func tupleNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	if !c.noKeywords(cls, TupleType, a[2]) {
		return Nil
	}
	x, ok := c.argCount("tuple", a[1], Nil, 0, 1)
	if !ok {
		return Nil
	}
	if len(x) == 0 {
		return c.NewPayload(cls, emptyTuple.V())
	}
	t := c.TupleFrom(x[0])
	if t.IsNil() {
		return Nil
	}
	return c.NewPayload(cls, t)
}

// TupleFrom is tuple(v).
func (c *Ctx) TupleFrom(v Value) Value {
	if v.p.Kind == KTuple {
		return v
	}
	items, ok := c.Collect(v)
	if !ok {
		return Nil
	}
	return NewTuple(items)
}

func tupleHash(c *Ctx, a []Value) Value {
	h := pyhash.NewSequence()
	for _, x := range a[0].AsTuple().Items {
		y, known := c.nativeHash(x)
		if !known {
			var ok bool
			if y, ok = c.Hash(x); !ok {
				return Nil
			}
		}
		h.Add(y)
	}
	return Int(h.Tuple())
}

func tupleGetItem(c *Ctx, a []Value) Value {
	items := a[0].AsTuple().Items
	if s := a[1].AsSlice(); s != nil {
		start, stop, step, ok := c.SliceParts(s)
		if !ok {
			return Nil
		}
		n := SliceFit(&start, &stop, step, len(items))
		if n == len(items) && step == 1 {
			return exactTuple(a[0])
		}
		return NewTuple(takeSlice(items, start, step, n))
	}
	i, ok := c.subscript(a[1], "tuple")
	if !ok {
		return Nil
	}
	if i < 0 {
		i += len(items)
	}
	if uint(i) >= uint(len(items)) {
		return c.Raise(IndexError, "tuple index out of range")
	}
	return items[i]
}

func tupleAdd(c *Ctx, a []Value) Value {
	x, y := a[0].AsTuple(), a[1].AsTuple()
	if y == nil {
		if v := c.reflected(DRAdd, a[0], a[1]); v != NotImplemented {
			return v
		}
		return c.Raise(TypeError, "can only concatenate tuple (not \"%s\") to tuple", TypeOf(a[1]).Said())
	}
	switch {
	case len(x.Items) == 0:
		return y.V()
	case len(y.Items) == 0:
		return x.V()
	}
	return NewTuple(slices.Concat(x.Items, y.Items))
}

func tupleMul(c *Ctx, a []Value) Value {
	n, v, ok := c.repeatArg(a[0], a[1])
	if !ok {
		return v
	}
	x := a[0].AsTuple()
	if n == 1 {
		return x.V()
	}
	out, ok := c.repeat(x.Items, n)
	if !ok {
		return Nil
	}
	return NewTuple(out)
}
