package object

// What lists and tuples have in common.

// maxItems is the largest number of items that one operation may make; beyond it is MemoryError.
const maxItems = 1 << 28

// compareSeq compares two lists, or two tuples, item by item.
func compareSeq(c *Ctx, op CmpOp, a, b Value) Value {
	x, y := Items(a), Items(b)
	n := min(len(x), len(y))
	for i := range n {
		if x[i] == y[i] {
			continue
		}
		eq, known := nativeEq(x[i], y[i], 0)
		if !known {
			return c.Self("seq_compare", a.Unbox(), b.Unbox(), Int(int64(i)), Int(int64(op)))
		}
		if eq {
			continue
		}
		switch op {
		case CmpEq:
			return False
		case CmpNe:
			return True
		}
		return c.Compare(op, x[i], y[i])
	}
	return Bool(cmpOrdered(op, int64(len(x)), int64(len(y))))
}

// seqCompare is a comparison method of lists (or tuples).
func seqCompare(op CmpOp, list bool) Fn {
	return func(c *Ctx, a []Value) Value {
		if list {
			x, y := a[0].AsList(), a[1].AsList()
			if y == nil {
				return NotImplemented
			}
			if op <= CmpNe && len(x.Items) != len(y.Items) {
				return Bool(op == CmpNe)
			}
		} else if a[1].AsTuple() == nil {
			return NotImplemented
		}
		return compareSeq(c, op, a[0], a[1])
	}
}

// compareDefs are the six comparison methods.
func compareDefs(f func(op CmpOp) Fn) []Def {
	return []Def{
		{Sig: "__lt__(self, value, /)", Fn: f(CmpLt), Doc: "Return self<value."},
		{Sig: "__le__(self, value, /)", Fn: f(CmpLe), Doc: "Return self<=value."},
		{Sig: "__eq__(self, value, /)", Fn: f(CmpEq), Doc: "Return self==value."},
		{Sig: "__ne__(self, value, /)", Fn: f(CmpNe), Doc: "Return self!=value."},
		{Sig: "__gt__(self, value, /)", Fn: f(CmpGt), Doc: "Return self>value."},
		{Sig: "__ge__(self, value, /)", Fn: f(CmpGe), Doc: "Return self>=value."},
	}
}

func seqContains(c *Ctx, a []Value) Value {
	v := a[1]
	for i, x := range Items(a[0]) {
		eq, known := nativeEq(x, v, 0)
		if !known {
			return c.Self("seq_contains", a[0].Unbox(), v, Int(int64(i)))
		}
		if eq {
			return True
		}
	}
	return False
}

func seqCount(c *Ctx, a []Value) Value {
	v, n := a[1], int64(0)
	for i, x := range Items(a[0]) {
		eq, known := nativeEq(x, v, 0)
		if !known {
			return c.Self("seq_count", a[0].Unbox(), v, Int(int64(i)), Int(n))
		}
		if eq {
			n++
		}
	}
	return Int(n)
}

// seqIndex is index(self, value, start=0, stop=sys.maxsize, /).
func seqIndex(what string) Fn {
	return func(c *Ctx, a []Value) Value {
		bound := func(v Value, none int) (int, bool) {
			if v.IsNil() {
				return none, true
			}
			if !v.IsAnyInt() {
				if m := TypeOf(v).Dunder(DIndex); m.IsNil() || m.IsNone() {
					c.Raise(TypeError, "slice indices must be integers or have an __index__ method")
					return 0, false
				}
			}
			return c.IndexInt(v, true)
		}
		start, ok := bound(a[2], 0)
		if !ok {
			return Nil
		}
		stop, ok := bound(a[3], len(Items(a[0])))
		if !ok {
			return Nil
		}
		items := Items(a[0])
		if start < 0 {
			start = max(start+len(items), 0)
		}
		if stop < 0 {
			stop = max(stop+len(items), 0)
		}
		for i := start; i < min(stop, len(items)); i++ {
			eq, known := nativeEq(items[i], a[1], 0)
			if !known {
				return c.Self("seq_index", a[0].Unbox(), a[1], Int(int64(i)), Int(int64(stop)), ConstStr(what))
			}
			if eq {
				return Int(int64(i))
			}
		}
		return c.Raise(ValueError, "%s.index(x): x not in %s", what, what)
	}
}

// repeat returns n copies of the items in a new slice; ok is false if that is too much.
func (c *Ctx) repeat(items []Value, n int) (out []Value, ok bool) {
	if n <= 0 || len(items) == 0 {
		return nil, true
	}
	if n > maxItems/len(items) {
		c.RaiseArgs(MemoryError)
		return nil, false
	}
	out = make([]Value, len(items)*n)
	if len(items) == 1 {
		v := items[0]
		for i := range out {
			out[i] = v
		}
		return out, true
	}
	for i := copy(out, items); i < len(out); i *= 2 {
		copy(out[i:], out[:i])
	}
	return out, true
}

// takeSlice returns the items that a slice selects, in a new slice.
func takeSlice(items []Value, start, step, count int) []Value {
	if count == 0 {
		return nil
	}
	out := make([]Value, count)
	if step == 1 {
		copy(out, items[start:start+count])
		return out
	}
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out
}

func genericAlias(c *Ctx, a []Value) Value { return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1]) }

// classGetItem is the __class_getitem__ of the generic builtin classes.
func classGetItem(doc string) Def {
	return Def{Sig: "__class_getitem__(cls, object, /)", Fn: genericAlias, Kind: AsClass, Doc: doc}
}

// isSeqSlot tells that f is the * of a builtin sequence.
func isSeqSlot(f Value) bool {
	if f.p == nil || f.p.Kind != KBuiltin {
		return false
	}
	o := f.AsBuiltin().Owner
	if o == nil {
		return false
	}
	switch o.Layout {
	case KList, KTuple, KStr, KBytes, KByteArray:
		return true
	}
	return false
}

// repeatOperand refuses a * b for a builtin sequence and something that is no number, in the operator's words; Nil
// without an exception: go on. l is a's __mul__.
func (c *Ctx) repeatOperand(a, b, l Value, inPlace bool) Value {
	seq, n, other := a, b, TypeOf(b).Dunder(DRMul)
	if !isSeqSlot(l) {
		if !isSeqSlot(other) {
			return Nil
		}
		if inPlace && l.IsNil() && TypeOf(a).Dunder(DIMul).IsNil() && (a.p.Kind == KInst || !TypeOf(a).Dunder(DLen).IsNil()) {
			return c.binaryError("*=", a, b) // CPython lets only the left operand be the sequence, if it could be one
		}
		seq, n, other = b, a, l
	} else if isSeqSlot(other) {
		other = Nil
	}
	if n.IsAnyInt() {
		return Nil
	}
	if m := TypeOf(n).Dunder(DIndex); !m.IsNil() && !m.IsNone() {
		return Nil
	}
	if !other.IsNil() && !other.IsNone() {
		v := c.CallMethod(other, n, seq)
		if v != NotImplemented {
			return v
		}
	}
	return c.Raise(TypeError, "can't multiply sequence by non-int of type '%s'", TypeOf(n).Said())
}
