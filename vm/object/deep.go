package object

import "math/big"

// Operations on builtin containers that hold builtin values all the way down: no Python code is needed for them, so
// they are plain Go recursion. They answer "unknown" as soon as Python code would have to run; the caller then leaves
// the work to code written in Python, from where they stopped.

// maxDeep is how deep they recurse; what is nested deeper is left to Python code, whose depth is limited properly.
const maxDeep = 200

// NativeEq is "a is b or a == b" without running Python code: known is false if that is needed.
func NativeEq(a, b Value) (eq, known bool) { return nativeEq(a, b, 0) }

// deepEq is NativeEq as the hash tables want it.
func deepEq(a, b Value) (eq, known bool) {
	if a == b {
		return true, true
	}
	return nativeEq(a, b, 0)
}

func nativeEq(a, b Value, depth int) (eq, known bool) {
	if a == b {
		return true, true
	}
	if eq, known = plainEq(a, b); known {
		return eq, true
	}
	ka, kb := a.p.Kind, b.p.Kind
	if depth > maxDeep {
		return false, false
	}
	switch {
	case ka == KList && kb == KList:
		return nativeSeqEq(a.AsList().Items, b.AsList().Items, depth)
	case ka == KTuple && kb == KTuple:
		return nativeSeqEq(a.AsTuple().Items, b.AsTuple().Items, depth)
	case ka == KDict && kb == KDict:
		return nativeDictEq(a.AsDict(), b.AsDict(), depth)
	case (ka == KSet || ka == KFrozenSet) && (kb == KSet || kb == KFrozenSet):
		x, y := a.AsSet(), b.AsSet()
		if x.T.Len() != y.T.Len() {
			return false, true
		}
		return nativeSubset(x, y)
	case ka == KRange && kb == KRange:
		return rangeEq(a.AsRange(), b.AsRange()), true
	case ka == KSlice && kb == KSlice:
		x, y := a.AsSlice(), b.AsSlice()
		return nativeSeqEq([]Value{x.Start, x.Stop, x.Step}, []Value{y.Start, y.Stop, y.Step}, depth)
	}
	return false, simpleEq(a) && simpleEq(b)
}

// simpleEq tells that v never equals a value of another kind: it is a builtin value, or compares by identity.
func simpleEq(v Value) bool {
	switch v.p.Kind {
	case KList, KDict, KSet, KFrozenSet, KRange, KSlice, KFunc, KModule:
		return true
	case KBytes: // may equal a bytearray
		return false
	}
	if plainKind(v.p.Kind) {
		return true
	}
	return TypeOf(v).Dunder(DEq) == objectEq
}

// objectEq is object.__eq__, set by Bootstrap.
var objectEq Value

func nativeSeqEq(x, y []Value, depth int) (eq, known bool) {
	if len(x) != len(y) {
		return false, true
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if eq, known := nativeEq(x[i], y[i], depth+1); !eq || !known {
			return false, known
		}
	}
	return true, true
}

func nativeDictEq(x, y *Dict, depth int) (eq, known bool) {
	if x.T.Len() != y.T.Len() {
		return false, true
	}
	for i := x.T.Next(0); i >= 0; i = x.T.Next(i + 1) {
		e := x.T.At(i)
		j, known := nativeFind(y, e.Key, e.Hash)
		if !known {
			return false, false
		}
		if j < 0 {
			return false, true
		}
		if eq, known := nativeEq(e.Val, y.T.At(j).Val, depth+1); !eq || !known {
			return false, known
		}
	}
	return true, true
}

// nativeFind looks a key up without running Python code.
func nativeFind(d *Dict, key Value, hash int64) (entry int, known bool) {
	i, sure := d.T.Find(hash, key)
	if i >= 0 || sure {
		return i, true
	}
	for p := d.T.Search(hash); p.Found(); p = d.T.SearchNext(p) {
		eq, known := deepEq(p.Key(), key)
		if !known {
			return -1, false
		}
		if eq {
			return p.Entry(), true
		}
	}
	return -1, true
}

// nativeSetFind is nativeFind in a set.
func nativeSetFind(s *Set, key Value, hash int64) (slot int, known bool) {
	i, sure := s.T.Find(hash, key)
	if i >= 0 || sure {
		return i, true
	}
	for p := s.T.Search(hash); p.Found(); p = s.T.SearchNext(p) {
		eq, known := deepEq(p.Key(), key)
		if !known {
			return -1, false
		}
		if eq {
			return p.Entry(), true
		}
	}
	return -1, true
}

// nativeSubset tells whether every key of x is in y.
func nativeSubset(x, y *Set) (sub, known bool) {
	for i := x.T.Next(0); i >= 0; i = x.T.Next(i + 1) {
		j, known := nativeSetFind(y, x.T.Key(i), x.T.Hash(i))
		if !known {
			return false, false
		}
		if j < 0 {
			return false, true
		}
	}
	return true, true
}

// nativeHash hashes without running Python code: known is false if that is needed or v is not hashable.
func (c *Ctx) nativeHash(v Value) (h int64, known bool) {
	if h, known = plainHash(v); known {
		return h, true
	}
	switch v.p.Kind {
	case KFrozenSet:
		return v.AsSet().Hash(), true
	case KList, KDict, KSet, KTuple:
		return 0, false
	}
	if TypeOf(v).Dunder(DHash) == objectHash {
		return c.idHash(v), true
	}
	return 0, false
}

// nativeLt is a < b for builtin values: known is false if Python code is needed or they have no order.
func nativeLt(a, b Value, depth int) (lt, known bool) {
	ka, kb := a.p.Kind, b.p.Kind
	switch ka {
	case KInt, KBool:
		switch kb {
		case KInt, KBool:
			return a.I() < b.I(), true
		case KFloat:
			if i := a.I(); i < 1<<53 && i > -1<<53 {
				return float64(i) < b.F(), true
			}
		case KBigInt:
			return b.AsBig().I.Sign() > 0, true
		}
	case KFloat:
		switch kb {
		case KFloat:
			return a.F() < b.F(), true
		case KInt, KBool:
			if i := b.I(); i < 1<<53 && i > -1<<53 {
				return a.F() < float64(i), true
			}
		}
	case KBigInt:
		switch kb {
		case KInt, KBool:
			return a.AsBig().I.Sign() < 0, true
		case KBigInt:
			return a.AsBig().I.Cmp(b.AsBig().I) < 0, true
		}
	case KStr:
		if kb == KStr {
			return a.AsStr().s < b.AsStr().s, true
		}
	case KBytes:
		if kb == KBytes {
			return a.AsBytes().S < b.AsBytes().S, true
		}
	case KTuple:
		if kb == KTuple {
			return nativeSeqLt(a.AsTuple().Items, b.AsTuple().Items, depth)
		}
	case KList:
		if kb == KList {
			return nativeSeqLt(a.AsList().Items, b.AsList().Items, depth)
		}
	}
	return false, false
}

func nativeSeqLt(x, y []Value, depth int) (lt, known bool) {
	if depth > maxDeep {
		return false, false
	}
	for i := range min(len(x), len(y)) {
		if x[i] == y[i] && x[i].p.Kind != KFloat {
			continue
		}
		eq, known := nativeEq(x[i], y[i], depth)
		if !known {
			return false, false
		}
		if !eq {
			return nativeLt(x[i], y[i], depth+1)
		}
	}
	return len(x) < len(y), true
}

// bigOf is the big.Int of an exact int.
func bigOf(v Value) *big.Int {
	if v.p.Kind == KBigInt {
		return v.AsBig().I
	}
	return big.NewInt(v.I())
}
