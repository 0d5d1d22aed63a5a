package minor

import "slp/vm/object"

const bisectDoc = "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n"

// Bisect is the module _bisect.
var Bisect = object.ModuleDef{Name: "_bisect", Doc: bisectDoc, Funcs: []object.Def{
	{Sig: "bisect_left(a, x, lo=0, hi=None, *, key=None)", Fn: func(c *ctx, a []value) value { return place(c, a, false, false) },
		Doc: "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x."},
	{Sig: "bisect_right(a, x, lo=0, hi=None, *, key=None)", Fn: func(c *ctx, a []value) value { return place(c, a, true, false) },
		Doc: "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x."},
	{Sig: "insort_left(a, x, lo=0, hi=None, *, key=None)", Fn: func(c *ctx, a []value) value { return insort(c, a, false) },
		Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x."},
	{Sig: "insort_right(a, x, lo=0, hi=None, *, key=None)", Fn: func(c *ctx, a []value) value { return insort(c, a, true) },
		Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x."},
}}

// place finds where x belongs: behind its equals (right) or before them. It calls only once for each halving, so being
// started again from the top costs little. With keyed, the key function is applied to x, too.
func place(c *ctx, a []value, right, keyed bool) value {
	lo := 0
	var ok bool
	if !a[2].IsNil() {
		if lo, ok = c.IndexInt(a[2], false); !ok {
			if c.Catch(object.IndexError) {
				c.Raise(object.OverflowError, "Python int too large to convert to C ssize_t")
			}
			return object.Nil
		}
	}
	hi := -1
	if !a[3].IsNil() && !a[3].IsNone() {
		if object.TypeOf(a[3]).Dunder(object.DIndex).IsNil() {
			return c.Raise(object.TypeError, "argument should be integer or None, not '%s'", object.TypeOf(a[3]).Name)
		}
		if hi, ok = c.SizeIndex(a[3], object.OverflowError); !ok {
			return object.Nil
		}
	}
	if lo < 0 {
		return c.Raise(object.ValueError, "lo must be non-negative")
	}
	x, key := a[1], a[4]
	hasKey := !key.IsNil() && !key.IsNone()
	if keyed && hasKey {
		if x = c.Call(key, x); x.IsNil() {
			return object.Nil
		}
	}
	if hi == -1 {
		if hi, ok = c.Len(a[0]); !ok {
			return object.Nil
		}
	}
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		item := c.GetItem(a[0], object.Int(int64(mid)))
		if item.IsNil() {
			return object.Nil
		}
		if hasKey {
			if item = c.Call(key, item); item.IsNil() {
				return object.Nil
			}
		}
		first, second := item, x
		if right {
			first, second = x, item
		}
		less := c.Compare(object.CmpLt, first, second)
		if less.IsNil() {
			return object.Nil
		}
		is, ok := c.Truth(less)
		switch {
		case !ok:
			return object.Nil
		case is == right:
			hi = mid
		default:
			lo = mid + 1
		}
	}
	return object.Int(int64(lo))
}

func insort(c *ctx, a []value, right bool) value {
	at := place(c, a, right, true)
	if at.IsNil() {
		return object.Nil
	}
	if l := a[0].AsList(); l != nil && object.TypeOf(a[0]) == object.ListType {
		i := min(int(at.I()), len(l.Items))
		c.Touch(&l.Hdr)
		l.Append(c, object.None)
		copy(l.Items[i+1:], l.Items[i:])
		l.Items[i] = a[1]
		return object.None
	}
	if c.CallAttr(a[0], "insert", at, a[1]).IsNil() {
		return object.Nil
	}
	return object.None
}
