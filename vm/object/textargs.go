package object

import (
	"math"

	"slp/vm/internal/unicodedb"
)

// Arguments of the text types as CPython's argument parser reads them.

// SizeIndex is operator.index(v) as a Go int; a number beyond the range raises exc, as CPython does for subscripts
// (IndexError) and repetition (OverflowError).
func (c *Ctx) SizeIndex(v Value, exc *Type) (int, bool) {
	if v.IsInt() {
		return int(v.I()), true
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	if i, ok := x.AsInt(); ok {
		return int(i), true
	}
	c.Raise(exc, "cannot fit '%s' into an index-sized integer", typeName(v))
	return 0, false
}

// Long is operator.index(v) as a C long; a number beyond the range raises OverflowError.
func (c *Ctx) Long(v Value) (int64, bool) {
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	if !ok {
		c.Raise(OverflowError, "Python int too large to convert to C long")
	}
	return n, ok
}

// numberText is the text from which int() and float() read a number, every digit an ASCII one; ok is false for what is
// no str, bytes or bytearray.
func numberText(x Value) (text string, ok bool) {
	if s := x.AsStr(); s != nil {
		if s.IsASCII() {
			return s.s, true
		}
		return unicodedb.ASCIINumber(s.s), true
	}
	if b := x.AsBytes(); b != nil {
		return b.S, true
	}
	if b := x.AsByteArray(); b != nil {
		return string(b.B), true
	}
	return "", false
}

// sizeArg is a Py_ssize_t argument; def when it was not given.
func (c *Ctx) sizeArg(v Value, def int) (int, bool) {
	if v.IsNil() {
		return def, true
	}
	return c.IndexInt(v, false)
}

// cIntArg is a C int argument; def when it was not given.
func (c *Ctx) cIntArg(v Value, def int) (int, bool) {
	if v.IsNil() {
		return def, true
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	i, ok := x.AsInt()
	if !ok || i > math.MaxInt32 || i < math.MinInt32 {
		c.Raise(OverflowError, "Python int too large to convert to C int")
		return 0, false
	}
	return int(i), true
}

// sliceArg is a start or stop of find and its like, or a part of a slice: clipped, def for None.
func (c *Ctx) sliceArg(v Value, def int) (int, bool) {
	switch {
	case v.IsNil() || v.IsNone():
		return def, true
	case v.IsInt():
		return int(v.I()), true
	case !v.IsAnyInt() && TypeOf(v).Dunder(DIndex).IsNil():
		c.Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
		return 0, false
	}
	return c.IndexInt(v, true)
}

// window is the start and stop arguments of find and its like.
func (c *Ctx) window(start, stop Value) (i, j int, ok bool) {
	if i, ok = c.sliceArg(start, 0); !ok {
		return
	}
	j, ok = c.sliceArg(stop, math.MaxInt)
	return
}

// Span resolves a slice for a sequence of n items: count items from start on, each step apart. stop is where the
// slice ends, for slice assignment with step 1.
func (s *Slice) Span(c *Ctx, n int) (start, stop, step, count int, ok bool) {
	if step, ok = c.sliceArg(s.Step, 1); !ok {
		return
	}
	if step == 0 {
		c.Raise(ValueError, "slice step cannot be zero")
		return 0, 0, 0, 0, false
	}
	if step < -math.MaxInt {
		step = -math.MaxInt
	}
	lo, hi := 0, n
	first, last := 0, n
	if step < 0 {
		lo, hi = -1, n-1
		first, last = n-1, -1
	}
	clip := func(v Value, def int) (int, bool) {
		if v.IsNil() || v.IsNone() {
			return def, true
		}
		i, ok := c.sliceArg(v, def)
		if !ok {
			return 0, false
		}
		if i < 0 {
			i += n
		}
		return min(max(i, lo), hi), true
	}
	if start, ok = clip(s.Start, first); !ok {
		return
	}
	if stop, ok = clip(s.Stop, last); !ok {
		return
	}
	if step > 0 && start < stop {
		count = (stop-start-1)/step + 1
	} else if step < 0 && stop < start {
		count = (start-stop-1)/-step + 1
	}
	return start, stop, step, count, true
}

// strArg is an argument that must be a str; what starts the message: "find() argument 1".
func (c *Ctx) strArg(v Value, what string) (*Str, bool) {
	s := v.AsStr()
	if s == nil {
		c.Raise(TypeError, "%s must be str, not %s", what, argName(v))
		return nil, false
	}
	return s, true
}

// argName is the class of an argument in a message.
func argName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return typeName(v)
}

// typeName is the class of an object as CPython's messages name it: classes of modules written in C say their module.
func typeName(v Value) string { return TypeOf(v).Said() }

// optStrArg is an optional argument that must be a str: given is false if it was left out.
func (c *Ctx) optStrArg(v Value, what string) (text string, given, ok bool) {
	if v.IsNil() {
		return "", false, true
	}
	s, ok := c.strArg(v, what)
	if !ok {
		return "", true, false
	}
	return s.s, true, true
}

// reflected gives the right operand of + its turn before a sequence refuses: CPython asks both operands' numeric slots
// first. NotImplemented: the right operand does not know either.
func (c *Ctx) reflected(d Dunder, a, b Value) Value {
	t := TypeOf(b)
	if m := t.Dunder(d); t.Flags&HeapType != 0 && !m.IsNil() && m.p.Kind != KBuiltin {
		return c.CallMethod(m, b, a)
	}
	return NotImplemented
}

// repeatArg is the right operand of sequence.__mul__(n), never negative. When ok is false, v is the result.
func (c *Ctx) repeatArg(seq, n Value) (times int, v Value, ok bool) {
	if n.IsInt() {
		return max(int(n.I()), 0), Nil, true
	}
	times, ok = c.SizeIndex(n, OverflowError)
	return max(times, 0), Nil, ok
}

// maxText is the size in bytes beyond which a text is refused with MemoryError.
const maxText = 1 << 30

// fits raises MemoryError for a text of more than maxText bytes: size * times.
func (c *Ctx) fits(size, times int) bool {
	if size > 0 && times > maxText/size {
		c.RaiseArgs(MemoryError)
		return false
	}
	return true
}
