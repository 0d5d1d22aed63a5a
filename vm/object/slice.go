package object

import (
	"math"
	"math/big"

	"slp/vm/internal/pyhash"
)

// SliceParts evaluates the bounds of a slice, clipped to what fits: start and stop are still to be adjusted to a length
// by SliceFit, after the last call that may run Python code. ok is false if it raised or was suspended.
func (c *Ctx) SliceParts(s *Slice) (start, stop, step int, ok bool) {
	step = 1
	if !s.Step.IsNone() {
		if step, ok = c.sliceIndex(s.Step); !ok {
			return
		}
		if step == 0 {
			c.Raise(ValueError, "slice step cannot be zero")
			return 0, 0, 0, false
		}
		step = max(step, -math.MaxInt)
	}
	start, stop = 0, math.MaxInt
	if step < 0 {
		start, stop = math.MaxInt, math.MinInt
	}
	if !s.Start.IsNone() {
		if start, ok = c.sliceIndex(s.Start); !ok {
			return
		}
	}
	if !s.Stop.IsNone() {
		if stop, ok = c.sliceIndex(s.Stop); !ok {
			return
		}
	}
	return start, stop, step, true
}

func (c *Ctx) sliceIndex(v Value) (int, bool) {
	if v.IsInt() {
		return int(v.I()), true
	}
	if !v.IsAnyInt() {
		if m := TypeOf(v).Dunder(DIndex); m.IsNil() || m.IsNone() {
			c.Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
			return 0, false
		}
	}
	return c.IndexInt(v, true)
}

// SliceFit adjusts the bounds of a slice to a sequence of n items and returns the number of items it takes.
func SliceFit(start, stop *int, step, n int) (count int) {
	fit := func(p *int) {
		if *p < 0 {
			if *p += n; *p < 0 {
				*p = 0
				if step < 0 {
					*p = -1
				}
			}
		} else if *p >= n {
			*p = n
			if step < 0 {
				*p = n - 1
			}
		}
	}
	fit(start)
	fit(stop)
	switch {
	case step < 0 && *stop < *start:
		return (*start-*stop-1)/-step + 1
	case step > 0 && *start < *stop:
		return (*stop-*start-1)/step + 1
	}
	return 0
}

// Subscript is the index of an item: IndexError if it is too large for any sequence.
func (c *Ctx) subscript(v Value, what string) (int, bool) {
	if v.IsInt() {
		return int(v.I()), true
	}
	if !v.IsAnyInt() {
		if m := TypeOf(v).Dunder(DIndex); m.IsNil() || m.IsNone() {
			c.Raise(TypeError, "%s indices must be integers or slices, not %s", what, TypeOf(v).Said())
			return 0, false
		}
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	if x.p.Kind == KBigInt {
		c.Raise(IndexError, "cannot fit '%s' into an index-sized integer", TypeOf(v).Said())
		return 0, false
	}
	return int(x.I()), true
}

// argCount checks the arguments of a constructor that takes positional ones only.
func (c *Ctx) argCount(name string, args, kwargs Value, least, most int) ([]Value, bool) {
	items := args.AsTuple().Items
	if !kwargs.IsNil() && kwargs.AsDict().Len() > 0 {
		c.Raise(TypeError, "%s() takes no keyword arguments", name)
		return nil, false
	}
	switch n := len(items); {
	case n < least && least == most:
		c.Raise(TypeError, "%s expected %d argument%s, got %d", name, least, plural(least), n)
	case n < least:
		c.Raise(TypeError, "%s expected at least %d argument%s, got %d", name, least, plural(least), n)
	case n > most && least == most:
		c.Raise(TypeError, "%s expected %d argument%s, got %d", name, most, plural(most), n)
	case n > most:
		c.Raise(TypeError, "%s expected at most %d argument%s, got %d", name, most, plural(most), n)
	default:
		return items, true
	}
	return nil, false
}

// readOnly is the setter of an attribute that CPython keeps in the object's layout.
func readOnly(c *Ctx, o, v Value) bool {
	c.Raise(AttributeError, "readonly attribute")
	return false
}

func defineSlice() {
	member := func(name string, f func(s *Slice) Value) Get {
		return Get{Name: name, Get: func(c *Ctx, o Value) Value { return f(o.AsSlice()) }, Set: readOnly}
	}
	SliceType.Flags |= Final
	SliceType.define(Spec{
		Doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.\n\nThis is used for extended slicing (e.g. a[0:10:2]).",
		Methods: []Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: sliceNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__repr__(self, /)", Fn: sliceRepr, Doc: "Return repr(self)."},
			{Sig: "__hash__(self, /)", Fn: sliceHash, Doc: "Return hash(self)."},
			{Sig: "__eq__(self, value, /)", Fn: sliceCompare(CmpEq), Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: sliceCompare(CmpNe), Doc: "Return self!=value."},
			{Sig: "__lt__(self, value, /)", Fn: sliceCompare(CmpLt), Doc: "Return self<value."},
			{Sig: "__le__(self, value, /)", Fn: sliceCompare(CmpLe), Doc: "Return self<=value."},
			{Sig: "__gt__(self, value, /)", Fn: sliceCompare(CmpGt), Doc: "Return self>value."},
			{Sig: "__ge__(self, value, /)", Fn: sliceCompare(CmpGe), Doc: "Return self>=value."},
			{Sig: "indices(self, object, /)", Fn: sliceIndices, Doc: "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices."},
			{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				s := a[0].AsSlice()
				return TupleOf(SliceType.V(), TupleOf(s.Start, s.Stop, s.Step))
			}, Doc: "Return state information for pickling."},
		},
		Gets: []Get{
			member("start", func(s *Slice) Value { return s.Start }),
			member("stop", func(s *Slice) Value { return s.Stop }),
			member("step", func(s *Slice) Value { return s.Step }),
		},
	})
}

func sliceNew(c *Ctx, a []Value) Value {
	x, ok := c.argCount("slice", a[1], a[2], 1, 3)
	if !ok {
		return Nil
	}
	switch len(x) {
	case 1:
		return NewSlice(None, x[0], None)
	case 2:
		return NewSlice(x[0], x[1], None)
	}
	return NewSlice(x[0], x[1], x[2])
}

func sliceRepr(c *Ctx, a []Value) Value {
	s := a[0].AsSlice()
	text := "slice("
	for i, v := range [...]Value{s.Start, s.Stop, s.Step} {
		r, ok := c.ReprText(v)
		if !ok {
			return Nil
		}
		if i > 0 {
			text += ", "
		}
		text += r
	}
	return NewStr(text + ")")
}

func sliceHash(c *Ctx, a []Value) Value {
	s := a[0].AsSlice()
	h := pyhash.NewSequence()
	for _, v := range [...]Value{s.Start, s.Stop, s.Step} {
		x, ok := c.Hash(v)
		if !ok {
			return Nil
		}
		h.Add(x)
	}
	return Int(h.Slice())
}

// sliceCompare compares slices as the tuples of their parts.
func sliceCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0].AsSlice(), a[1].AsSlice()
		if y == nil {
			return NotImplemented
		}
		if x == y {
			return Bool(op == CmpEq || op == CmpLe || op == CmpGe)
		}
		return compareSeq(c, op, TupleOf(x.Start, x.Stop, x.Step), TupleOf(y.Start, y.Stop, y.Step))
	}
}

func sliceIndices(c *Ctx, a []Value) Value {
	s := a[0].AsSlice()
	length := c.Index(a[1])
	if length.IsNil() {
		return Nil
	}
	start, stop, step, ok := c.sliceBig(s, bigOf(length))
	if !ok {
		return Nil
	}
	return TupleOf(NewBig(start), NewBig(stop), NewBig(step))
}

// sliceBig adjusts the bounds of a slice to a length of any size.
func (c *Ctx) sliceBig(s *Slice, n *big.Int) (start, stop, step *big.Int, ok bool) {
	if n.Sign() < 0 {
		c.Raise(ValueError, "length should not be negative")
		return
	}
	part := func(v Value) (*big.Int, bool) {
		if !v.IsAnyInt() {
			if m := TypeOf(v).Dunder(DIndex); m.IsNil() || m.IsNone() {
				c.Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
				return nil, false
			}
		}
		x := c.Index(v)
		if x.IsNil() {
			return nil, false
		}
		return bigOf(x), true
	}
	step = big.NewInt(1)
	if !s.Step.IsNone() {
		if step, ok = part(s.Step); !ok {
			return
		}
		if step.Sign() == 0 {
			c.Raise(ValueError, "slice step cannot be zero")
			return nil, nil, nil, false
		}
	}
	lower, upper := new(big.Int), n
	if step.Sign() < 0 {
		lower, upper = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	fit := func(v Value, none *big.Int) (*big.Int, bool) {
		if v.IsNone() {
			return none, true
		}
		x, ok := part(v)
		if !ok {
			return nil, false
		}
		if x.Sign() < 0 {
			if x = new(big.Int).Add(x, n); x.Cmp(lower) < 0 {
				x = lower
			}
		} else if x.Cmp(upper) > 0 {
			x = upper
		}
		return x, true
	}
	first, last := lower, upper
	if step.Sign() < 0 {
		first, last = upper, lower
	}
	if start, ok = fit(s.Start, first); !ok {
		return
	}
	stop, ok = fit(s.Stop, last)
	return start, stop, step, ok
}
