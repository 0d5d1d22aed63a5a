package object

import (
	"math"
	"math/big"

	"slp/vm/internal/pyhash"
)

// small reports that all of a range's numbers fit an int64, the one after the last included.
func (r *Range) small() bool {
	if !r.Start.IsInt() || !r.Step.IsInt() || !r.Len.IsInt() {
		return false
	}
	n, step := r.Len.I(), r.Step.I()
	if n == 0 {
		return true
	}
	if step > math.MaxInt64/4/n || step < math.MinInt64/4/n {
		return false
	}
	end := r.Start.I() + n*step
	return (end >= r.Start.I()) == (step > 0)
}

// newRange makes a range of exact ints; step must not be 0.
func newRange(start, stop, step Value) Value {
	r := &Range{Hdr: Hdr{Kind: KRange}, Start: start, Stop: stop, Step: step}
	if start.IsInt() && stop.IsInt() && step.IsInt() {
		if n, ok := rangeLen(start.I(), stop.I(), step.I()); ok {
			r.Len = Int(n)
			return Ref(&r.Hdr)
		}
	}
	lo, hi, by := bigOf(start), bigOf(stop), bigOf(step)
	if by.Sign() < 0 {
		lo, hi, by = hi, lo, new(big.Int).Neg(by)
	}
	n := new(big.Int).Sub(hi, lo)
	if n.Sign() <= 0 {
		r.Len = Int(0)
		return Ref(&r.Hdr)
	}
	n.Sub(n, big.NewInt(1))
	r.Len = NewBig(n.Add(n.Quo(n, by), big.NewInt(1)))
	return Ref(&r.Hdr)
}

// NewRange is range(start, stop, step) of small ints; step must not be 0.
func NewRange(start, stop, step int64) Value { return newRange(Int(start), Int(stop), Int(step)) }

func rangeLen(lo, hi, step int64) (n int64, ok bool) {
	if step < 0 {
		if step == math.MinInt64 {
			return 0, false
		}
		lo, hi, step = hi, lo, -step
	}
	if lo >= hi {
		return 0, true
	}
	d := uint64(hi) - uint64(lo) - 1
	n = int64(d/uint64(step)) + 1
	return n, n > 0
}

// at is item i of the range, which must be within.
func (r *Range) at(i *big.Int) Value {
	x := new(big.Int).Mul(i, bigOf(r.Step))
	return NewBig(x.Add(x, bigOf(r.Start)))
}

func defineRange() {
	member := func(name string, f func(r *Range) Value) Get {
		return Get{Name: name, Get: func(c *Ctx, o Value) Value { return f(o.AsRange()) }, Set: readOnly}
	}
	RangeType.Flags |= Final | SeqPattern
	RangeType.define(Spec{
		Doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
		Methods: append([]Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: rangeNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__repr__(self, /)", Fn: rangeRepr, Doc: "Return repr(self)."},
			{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(rangeHash(a[0].AsRange())) }, Doc: "Return hash(self)."},
			{Sig: "__bool__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Bool(a[0].AsRange().Len != Int(0)) }, Doc: "True if self else False"},
			{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				if n := a[0].AsRange().Len; n.IsInt() {
					return n
				}
				return c.Raise(OverflowError, "Python int too large to convert to C ssize_t")
			}, Doc: "Return len(self)."},
			{Sig: "__getitem__(self, key, /)", Fn: rangeGetItem, Doc: "Return self[key]."},
			{Sig: "__contains__(self, key, /)", Fn: rangeContains, Doc: "Return bool(key in self)."},
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return rangeIterator(c, a[0].AsRange()) }, Doc: "Implement iter(self)."},
			{Sig: "__reversed__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				r := a[0].AsRange()
				if r.small() {
					n, step := r.Len.I(), r.Step.I()
					return c.NewObj(RangeIterType, &rangeIter{At: r.Start.I() + (n-1)*step, Step: -step, Len: n})
				}
				last := new(big.Int).Sub(bigOf(r.Len), big.NewInt(1))
				return c.NewObj(LongRangeIterType, &longRangeIter{At: r.at(last), Step: NewBig(new(big.Int).Neg(bigOf(r.Step))), Len: r.Len})
			}, Doc: "Return a reverse iterator."},
			{Sig: "__reduce__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				r := a[0].AsRange()
				return TupleOf(RangeType.V(), TupleOf(r.Start, r.Stop, r.Step))
			}},
			{Sig: "count(self, object, /)", Fn: rangeCount, Doc: "rangeobject.count(value) -> integer -- return number of occurrences of value"},
			{Sig: "index(self, object, /)", Fn: rangeIndex, Doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
		}, compareDefs(func(op CmpOp) Fn {
			return func(c *Ctx, a []Value) Value {
				y := a[1].AsRange()
				if y == nil || op > CmpNe {
					return NotImplemented
				}
				return Bool(rangeEq(a[0].AsRange(), y) == (op == CmpEq))
			}
		})...),
		Gets: []Get{
			member("start", func(r *Range) Value { return r.Start }),
			member("stop", func(r *Range) Value { return r.Stop }),
			member("step", func(r *Range) Value { return r.Step }),
		},
	})
}

func rangeNew(c *Ctx, a []Value) Value {
	x, ok := c.argCount("range", a[1], a[2], 1, 3)
	if !ok {
		return Nil
	}
	start, step := Int(0), Int(1)
	var stop Value
	if len(x) == 1 {
		if stop = c.Index(x[0]); stop.IsNil() {
			return Nil
		}
		return newRange(start, stop, step)
	}
	if start = c.Index(x[0]); start.IsNil() {
		return Nil
	}
	if stop = c.Index(x[1]); stop.IsNil() {
		return Nil
	}
	if len(x) == 3 {
		if step = c.Index(x[2]); step.IsNil() {
			return Nil
		}
		if step == Int(0) {
			return c.Raise(ValueError, "range() arg 3 must not be zero")
		}
	}
	return newRange(start, stop, step)
}

func rangeIterator(c *Ctx, r *Range) Value {
	if r.small() {
		return c.NewObj(RangeIterType, &rangeIter{At: r.Start.I(), Step: r.Step.I(), Len: r.Len.I()})
	}
	return c.NewObj(LongRangeIterType, &longRangeIter{At: r.Start, Step: r.Step, Len: r.Len})
}

func rangeRepr(c *Ctx, a []Value) Value {
	r := a[0].AsRange()
	text := "range(" + bigOf(r.Start).String() + ", " + bigOf(r.Stop).String()
	if r.Step != Int(1) {
		text += ", " + bigOf(r.Step).String()
	}
	return NewASCII(text + ")")
}

// rangeEq compares ranges as the sequences they are.
func rangeEq(x, y *Range) bool {
	same := func(a, b Value) bool { eq, _ := plainEq(a, b); return eq }
	if !same(x.Len, y.Len) {
		return false
	}
	if x.Len == Int(0) {
		return true
	}
	return same(x.Start, y.Start) && (x.Len == Int(1) || same(x.Step, y.Step))
}

func rangeHash(r *Range) int64 {
	none, _ := plainHash(None)
	h := [3]int64{0, none, none}
	h[0], _ = plainHash(r.Len)
	if r.Len != Int(0) {
		h[1], _ = plainHash(r.Start)
		if r.Len != Int(1) {
			h[2], _ = plainHash(r.Step)
		}
	}
	return pyhash.Tuple(h[:]...)
}

func rangeGetItem(c *Ctx, a []Value) Value {
	r := a[0].AsRange()
	if s := a[1].AsSlice(); s != nil {
		start, stop, step, ok := c.sliceBig(s, bigOf(r.Len))
		if !ok {
			return Nil
		}
		return newRange(r.at(start), r.at(stop), NewBig(new(big.Int).Mul(step, bigOf(r.Step))))
	}
	if m := TypeOf(a[1]).Dunder(DIndex); !a[1].IsAnyInt() && (m.IsNil() || m.IsNone()) {
		return c.Raise(TypeError, "range indices must be integers or slices, not %s", TypeOf(a[1]).Said())
	}
	x := c.Index(a[1])
	if x.IsNil() {
		return Nil
	}
	if x.IsInt() && r.small() {
		i, n := x.I(), r.Len.I()
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return c.Raise(IndexError, "range object index out of range")
		}
		return Int(r.Start.I() + i*r.Step.I())
	}
	i := bigOf(x)
	if i.Sign() < 0 {
		i = new(big.Int).Add(i, bigOf(r.Len))
	}
	if i.Sign() < 0 || i.Cmp(bigOf(r.Len)) >= 0 {
		return c.Raise(IndexError, "range object index out of range")
	}
	return r.at(i)
}

// find is the index of an exact int in the range, or nil.
func (r *Range) find(v Value) *big.Int {
	if v.p.Kind == KBool {
		v = Int(v.I())
	}
	d := new(big.Int).Sub(bigOf(v), bigOf(r.Start))
	q, rem := d.QuoRem(d, bigOf(r.Step), new(big.Int))
	if rem.Sign() != 0 || q.Sign() < 0 || q.Cmp(bigOf(r.Len)) >= 0 {
		return nil
	}
	return q
}

// isIndex tells that v is searched for by arithmetic: an exact int or bool.
func isIndex(v Value) bool { return v.IsInt() || v.p.Kind == KBool || v.p.Kind == KBigInt }

func rangeContains(c *Ctx, a []Value) Value {
	r, v := a[0].AsRange(), a[1]
	if v.IsInt() && r.small() {
		d, step := v.I()-r.Start.I(), r.Step.I()
		return Bool(d%step == 0 && d/step >= 0 && d/step < r.Len.I() && (d >= 0) == (v.I() >= r.Start.I()))
	}
	if isIndex(v) {
		return Bool(r.find(v) != nil)
	}
	if eqIsNumeric(v) && r.small() {
		return Bool(rangeHas(r, v))
	}
	return c.Self("iter_contains", rangeIterator(c, r), v)
}

// eqIsNumeric tells that v is compared with ints by value without Python code.
func eqIsNumeric(v Value) bool {
	switch v.p.Kind {
	case KFloat, KComplex, KStr, KNone, KTuple, KList, KDict:
		return true
	}
	return false
}

func rangeHas(r *Range, v Value) bool {
	var f float64
	switch v.p.Kind {
	case KFloat:
		f = v.F()
	case KComplex:
		if imag(v.AsComplex().V) != 0 {
			return false
		}
		f = real(v.AsComplex().V)
	default:
		return false
	}
	if f != math.Trunc(f) || math.IsInf(f, 0) {
		return false
	}
	i, _ := new(big.Float).SetFloat64(f).Int(nil)
	return r.find(NewBig(i)) != nil
}

func rangeCount(c *Ctx, a []Value) Value {
	if r := a[0].AsRange(); isIndex(a[1]) {
		return Int(int64(Bool(r.find(a[1]) != nil).bits))
	}
	return c.Self("iter_count", rangeIterator(c, a[0].AsRange()), a[1])
}

func rangeIndex(c *Ctx, a []Value) Value {
	r := a[0].AsRange()
	if isIndex(a[1]) {
		i := r.find(a[1])
		if i == nil {
			return c.Raise(ValueError, "range.index(x): x not in range")
		}
		return NewBig(i)
	}
	return c.Self("iter_index", rangeIterator(c, r), a[1])
}
