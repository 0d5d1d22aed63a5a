package object

import (
	"math"
	"math/big"
	"unsafe"

	"slp/vm/internal/numtext"
)

// BinOp numbers the binary operators; its Dunder is DAdd + 3*op.
type BinOp uint8

// The operators, in the order of the Dunders (and of code.ADD ...).
const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpMatMul
	OpDivmod
)

var binSymbols = [...]string{"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@", "divmod()"}
var augSymbols = [...]string{"+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="}

// Binary is a op b.
func (c *Ctx) Binary(op BinOp, a, b Value) Value {
	if v := c.fastBinary(op, a, b); !v.IsNil() || c.Failed() {
		return v
	}
	if v := c.fastSequence(op, a, b); !v.IsNil() || c.Failed() {
		return v
	}
	if v := c.binary(op, a, b); v != NotImplemented {
		return v
	}
	return c.binaryError(binSymbols[op], a, b)
}

func (c *Ctx) binaryError(symbol string, a, b Value) Value {
	return c.Raise(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, TypeOf(a).Said(), TypeOf(b).Said())
}

// Augmented is a op= b: the value to bind.
func (c *Ctx) Augmented(op BinOp, a, b Value) Value {
	if v := c.fastBinary(op, a, b); !v.IsNil() || c.Failed() {
		return v
	}
	if op == OpMul {
		if v := c.repeatOperand(a, b, TypeOf(a).Dunder(DMul), true); !v.IsNil() || c.Failed() {
			return v
		}
	}
	if m := TypeOf(a).Dunder(DIAdd + Dunder(op)*3); !m.IsNil() {
		v := c.CallMethod(m, a, b)
		if v != NotImplemented {
			return v
		}
	}
	if v := c.binary(op, a, b); v != NotImplemented {
		return v
	}
	return c.binaryError(augSymbols[op], a, b)
}

// fastBinary computes the commonest combinations of builtin numbers and strings; Nil: not one of them.
func (c *Ctx) fastBinary(op BinOp, a, b Value) Value {
	switch a.p.Kind {
	case KInt:
		if b.p.Kind == KInt {
			return c.intBinary(op, a.I(), b.I())
		}
		switch b.p.Kind {
		case KFloat:
			return floatBinary(op, float64(a.I()), b.F())
		case KBigInt:
			if op < OpTrueDiv {
				return c.intOp(op, a, b)
			}
		}
	case KBigInt:
		if (b.p.Kind == KInt || b.p.Kind == KBigInt) && op != OpDivmod && op != OpMatMul {
			return c.intOp(op, a, b)
		}
	case KFloat:
		switch b.p.Kind {
		case KFloat:
			if op == OpPow {
				return c.floatPow(a.F(), b.F())
			}
			return floatBinary(op, a.F(), b.F())
		case KInt:
			return floatBinary(op, a.F(), float64(b.I()))
		}
	case KStr:
		if b.p.Kind == KStr && op == OpAdd {
			return Concat((*Str)(unsafe.Pointer(a.p)), (*Str)(unsafe.Pointer(b.p)))
		}
	}
	return Nil
}

// fastSequence computes + and * of builtin sequences of exactly these classes; Nil: something else.
func (c *Ctx) fastSequence(op BinOp, a, b Value) Value {
	x := [2]Value{a, b}
	switch {
	case op == OpAdd && a.p.Kind == b.p.Kind:
		switch a.p.Kind {
		case KList:
			return listAdd(c, x[:])
		case KTuple:
			s, t := (*Tuple)(unsafe.Pointer(a.p)).Items, (*Tuple)(unsafe.Pointer(b.p)).Items
			if len(s) > 0 && len(t) > 0 {
				return NewTuple(append(append(make([]Value, 0, len(s)+len(t)), s...), t...))
			}
		}
	case op == OpMul && b.p.Kind == KInt:
		switch a.p.Kind {
		case KList:
			return listMul(c, x[:])
		case KStr:
			return strMul(c, x[:])
		}
	}
	return Nil
}

func (c *Ctx) intBinary(op BinOp, x, y int64) Value {
	switch op {
	case OpAdd:
		r := x + y
		if (x^r)&(y^r) >= 0 {
			return Int(r)
		}
		return NewBig(new(big.Int).Add(big.NewInt(x), big.NewInt(y)))
	case OpSub:
		r := x - y
		if (x^y)&(x^r) >= 0 {
			return Int(r)
		}
		return NewBig(new(big.Int).Sub(big.NewInt(x), big.NewInt(y)))
	case OpMul:
		r := x * y
		if x == int64(int32(x)) && y == int64(int32(y)) || x != 0 && y != math.MinInt64 && x != math.MinInt64 && r/x == y || x == 0 {
			return Int(r)
		}
		return NewBig(new(big.Int).Mul(big.NewInt(x), big.NewInt(y)))
	case OpFloorDiv:
		if y == 0 || x == math.MinInt64 && y == -1 {
			return Nil
		}
		q := x / y
		if x%y != 0 && (x < 0) != (y < 0) {
			q--
		}
		return Int(q)
	case OpMod:
		if y == 0 {
			return Nil
		}
		if y == -1 {
			return Int(0)
		}
		r := x % y
		if r != 0 && (r^y) < 0 {
			r += y
		}
		return Int(r)
	case OpTrueDiv:
		const exact = 1 << 53
		if y != 0 && x >= -exact && x <= exact && y >= -exact && y <= exact {
			return Float(float64(x) / float64(y))
		}
	case OpPow:
		if y >= 0 && y < 64 {
			if r, ok := numtext.PowInt(x, y); ok {
				return Int(r)
			}
		}
	case OpAnd:
		return Int(x & y)
	case OpOr:
		return Int(x | y)
	case OpXor:
		return Int(x ^ y)
	case OpLShift:
		if y >= 0 && y < 62 && x<<uint(y)>>uint(y) == x {
			return Int(x << uint(y))
		}
	case OpRShift:
		if y >= 0 {
			return Int(x >> uint(min(y, 63)))
		}
	}
	return Nil
}

func floatBinary(op BinOp, x, y float64) Value {
	switch op {
	case OpAdd:
		return Float(x + y)
	case OpSub:
		return Float(x - y)
	case OpMul:
		return Float(x * y)
	case OpTrueDiv:
		if y != 0 {
			return Float(x / y)
		}
	}
	return Nil
}

// binary runs the protocol: NotImplemented if neither operand knows how.
func (c *Ctx) binary(op BinOp, a, b Value) Value {
	ta, tb := TypeOf(a), TypeOf(b)
	d := DAdd + Dunder(op)*3
	if op == OpDivmod {
		d = DDivmod
	}
	l := ta.Dunder(d)
	if op == OpMul {
		if v := c.repeatOperand(a, b, l, false); !v.IsNil() || c.Failed() {
			return v
		}
	}
	var r Value
	if ta != tb {
		r = tb.Dunder(d + 1)
	}
	if !r.IsNil() && tb.IsSubtype(ta) && r != ta.Dunder(d+1) {
		if v := c.CallMethod(r, b, a); v != NotImplemented {
			return v
		}
		r = Nil
	}
	if !l.IsNil() {
		if v := c.CallMethod(l, a, b); v != NotImplemented {
			return v
		}
	}
	if !r.IsNil() {
		return c.CallMethod(r, b, a)
	}
	return NotImplemented
}

// CmpOp numbers the comparisons; its Dunder is DEq + op.
type CmpOp uint8

// The comparisons, in the order of code.EQ ...
const (
	CmpEq CmpOp = iota
	CmpNe
	CmpLt
	CmpLe
	CmpGt
	CmpGe
)

var cmpSymbols = [...]string{"==", "!=", "<", "<=", ">", ">="}
var cmpSwapped = [...]CmpOp{CmpEq, CmpNe, CmpGt, CmpGe, CmpLt, CmpLe}

// Compare is a op b.
func (c *Ctx) Compare(op CmpOp, a, b Value) Value {
	switch a.p.Kind {
	case KInt:
		if b.p.Kind == KInt {
			return Bool(cmpOrdered(op, a.I(), b.I()))
		}
		if b.p.Kind == KFloat && a.I() < 1<<53 && a.I() > -1<<53 {
			return Bool(cmpOrdered(op, float64(a.I()), b.F()))
		}
	case KFloat:
		if b.p.Kind == KFloat {
			return Bool(cmpOrdered(op, a.F(), b.F()))
		}
		if b.p.Kind == KInt && b.I() < 1<<53 && b.I() > -1<<53 {
			return Bool(cmpOrdered(op, a.F(), float64(b.I())))
		}
	case KStr:
		if b.p.Kind == KStr {
			return Bool(cmpOrdered(op, (*Str)(unsafe.Pointer(a.p)).s, (*Str)(unsafe.Pointer(b.p)).s))
		}
	}
	if op <= CmpNe {
		if eq, known := plainEq(a, b); known {
			return Bool(eq == (op == CmpEq))
		}
		if eq, known := sameContainers(a, b); known {
			return Bool(eq == (op == CmpEq))
		}
	} else if op == CmpLt && a.p.Kind == KTuple && b.p.Kind == KTuple {
		if lt, known := nativeLt(a, b, 0); known {
			return Bool(lt)
		}
	}
	ta, tb := TypeOf(a), TypeOf(b)
	l := ta.Dunder(DEq + Dunder(op))
	var r Value
	swapped := cmpSwapped[op]
	first := false
	if ta != tb {
		r = tb.Dunder(DEq + Dunder(swapped))
		first = tb.IsSubtype(ta)
	} else {
		r = ta.Dunder(DEq + Dunder(swapped))
	}
	if first && !r.IsNil() && !r.IsNone() {
		if v := c.CallMethod(r, b, a); v != NotImplemented {
			return v
		}
		r = Nil
	}
	if !l.IsNil() && !l.IsNone() {
		if v := c.CallMethod(l, a, b); v != NotImplemented {
			return v
		}
	}
	if !r.IsNil() && !r.IsNone() {
		if v := c.CallMethod(r, b, a); v != NotImplemented {
			return v
		}
	}
	switch op {
	case CmpEq:
		return Bool(a == b)
	case CmpNe:
		return Bool(a != b)
	}
	return c.Raise(TypeError, "'%s' not supported between instances of '%s' and '%s'", cmpSymbols[op], ta.Said(), tb.Said())
}

func cmpOrdered[T int64 | float64 | string](op CmpOp, a, b T) bool {
	switch op {
	case CmpEq:
		return a == b
	case CmpNe:
		return a != b
	case CmpLt:
		return a < b
	case CmpLe:
		return a <= b
	case CmpGt:
		return a > b
	}
	return a >= b
}

// Eq is "a is b or a == b" as containers compare. ok is false if it raised or was suspended.
func (c *Ctx) Eq(a, b Value) (eq, ok bool) {
	if a == b {
		return true, true
	}
	if eq, known := plainEq(a, b); known {
		return eq, true
	}
	v := c.Compare(CmpEq, a, b)
	if v.IsNil() {
		return false, false
	}
	return c.Truth(v)
}

// Truth is bool(v). ok is false if it raised or was suspended.
func (c *Ctx) Truth(v Value) (truth, ok bool) {
	switch v.p.Kind {
	case KBool, KInt:
		return v.bits != 0, true
	case KNone:
		return false, true
	case KFloat:
		return v.F() != 0, true
	case KStr:
		return (*Str)(unsafe.Pointer(v.p)).s != "", true
	case KList:
		return len((*List)(unsafe.Pointer(v.p)).Items) > 0, true
	case KDict:
		return (*Dict)(unsafe.Pointer(v.p)).T.Len() > 0, true
	case KTuple:
		return len((*Tuple)(unsafe.Pointer(v.p)).Items) > 0, true
	case KSet, KFrozenSet:
		return (*Set)(unsafe.Pointer(v.p)).T.Len() > 0, true
	}
	t := TypeOf(v)
	if m := t.Dunder(DBool); !m.IsNil() && !m.IsNone() {
		r := c.CallMethod(m, v)
		if r.IsNil() {
			return false, false
		}
		if r.p.Kind != KBool {
			c.Raise(TypeError, "__bool__ should return bool, returned %s", TypeOf(r).Said())
			return false, false
		}
		return r.bits != 0, true
	} else if m.IsNone() {
		c.Raise(TypeError, "'%s' cannot be interpreted as a boolean", t.Name)
		return false, false
	}
	if m := t.Dunder(DLen); !m.IsNil() && !m.IsNone() {
		n, ok := c.Len(v)
		return n != 0, ok
	}
	return true, true
}

// Len is len(v). ok is false if it raised or was suspended.
func (c *Ctx) Len(v Value) (n int, ok bool) {
	switch v.p.Kind {
	case KStr:
		return v.AsStr().Len(), true
	case KList:
		return len(v.AsList().Items), true
	case KTuple:
		return len(v.AsTuple().Items), true
	case KDict:
		return v.AsDict().Len(), true
	case KBytes:
		return len(v.AsBytes().S), true
	}
	t := TypeOf(v)
	m := t.Dunder(DLen)
	if m.IsNil() || m.IsNone() {
		c.Raise(TypeError, "object of type '%s' has no len()", t.Said())
		return 0, false
	}
	r := c.CallMethod(m, v)
	if r.IsNil() {
		return 0, false
	}
	i, ok := r.AsInt()
	if !ok {
		if b := r.AsBig(); b != nil {
			if b.I.Sign() < 0 {
				c.Raise(ValueError, "__len__() should return >= 0")
				return 0, false
			}
			c.Raise(OverflowError, "cannot fit 'int' into an index-sized integer")
			return 0, false
		}
		if r = c.Index(r); r.IsNil() {
			return 0, false
		}
		i, _ = r.AsInt()
	}
	if i < 0 {
		c.Raise(ValueError, "__len__() should return >= 0")
		return 0, false
	}
	return int(i), true
}

// Index is operator.index(v): an exact int.
func (c *Ctx) Index(v Value) Value {
	if v.IsInt() || v.p.Kind == KBigInt {
		return v
	}
	if i, ok := v.AsInt(); ok {
		return Int(i)
	}
	if b := v.AsBig(); b != nil {
		return NewBig(b.I)
	}
	m := TypeOf(v).Dunder(DIndex)
	if m.IsNil() || m.IsNone() {
		return c.Raise(TypeError, "'%s' object cannot be interpreted as an integer", TypeOf(v).Said())
	}
	r := c.CallMethod(m, v)
	if r.IsNil() {
		return Nil
	}
	if !r.IsAnyInt() {
		return c.Raise(TypeError, "__index__ returned non-int (type %s)", TypeOf(r).Said())
	}
	if TypeOf(r) != IntType && !c.Warn(DeprecationWarning, "__index__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int is deprecated, "+
		"and may be removed in a future version of Python.", TypeOf(r).Name) {
		return Nil
	}
	if r.p.Kind == KBool {
		return Int(r.I())
	}
	return r.Unbox()
}

// IndexInt is Index for numbers that must fit an int (clip: values beyond the range are clipped to it, as in slices).
func (c *Ctx) IndexInt(v Value, clip bool) (i int, ok bool) {
	if v.IsInt() {
		return int(v.I()), true
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	if x.IsInt() {
		return int(x.I()), true
	}
	if x.p.Kind == KBool {
		return int(x.bits), true
	}
	if clip {
		if x.AsBig().I.Sign() < 0 {
			return math.MinInt, true
		}
		return math.MaxInt, true
	}
	c.Raise(OverflowError, "Python int too large to convert to C ssize_t")
	return 0, false
}

// GetItem is o[key].
func (c *Ctx) GetItem(o, key Value) Value {
	switch o.p.Kind {
	case KList:
		if key.IsInt() {
			l := (*List)(unsafe.Pointer(o.p))
			i := key.I()
			if i < 0 {
				i += int64(len(l.Items))
			}
			if uint64(i) < uint64(len(l.Items)) {
				return l.Items[i]
			}
			return c.Raise(IndexError, "list index out of range")
		}
	case KTuple:
		if key.IsInt() {
			l := (*Tuple)(unsafe.Pointer(o.p))
			i := key.I()
			if i < 0 {
				i += int64(len(l.Items))
			}
			if uint64(i) < uint64(len(l.Items)) {
				return l.Items[i]
			}
			return c.Raise(IndexError, "tuple index out of range")
		}
	case KDict:
		v := c.DictGet((*Dict)(unsafe.Pointer(o.p)), key)
		if v.IsNil() && !c.Failed() {
			return c.RaiseArgs(KeyError, key)
		}
		return v
	case KStr:
		if key.IsInt() {
			s := (*Str)(unsafe.Pointer(o.p))
			i := key.I()
			if i < 0 {
				i += int64(s.n)
			}
			if uint64(i) < uint64(s.n) {
				return s.At(int(i))
			}
			return c.Raise(IndexError, "string index out of range")
		}
	case KType:
		return c.typeGetItem(o.AsType(), key)
	}
	if key.p.Kind == KSlice {
		if v := c.getSlice(o, key); !v.IsNil() || c.Failed() {
			return v
		}
	}
	t := TypeOf(o)
	m := t.Dunder(DGetItem)
	if m.IsNil() || m.IsNone() {
		return c.Raise(TypeError, "'%s' object is not subscriptable", t.Said())
	}
	return c.CallMethod(m, o, key)
}

func (c *Ctx) typeGetItem(t *Type, key Value) Value {
	if m := t.Meta.Dunder(DGetItem); !m.IsNil() && !m.IsNone() {
		return c.CallMethod(m, t.V(), key)
	}
	if t == TypeType {
		return c.Call(c.Host.Hosted("GenericAlias"), t.V(), key)
	}
	m := c.FindAttr(t.V(), DClassGetItem.Name())
	if m.IsNil() {
		if c.Failed() {
			return Nil
		}
		return c.Raise(TypeError, "type '%s' is not subscriptable", t.Said())
	}
	if m.IsNone() {
		return c.Raise(TypeError, "type '%s' is not subscriptable", t.Said())
	}
	return c.Call(m, key)
}

// SetItem is o[key] = v, or del o[key] if v is Nil; false if it raised or was suspended.
func (c *Ctx) SetItem(o, key, v Value) bool {
	switch o.p.Kind {
	case KList:
		if key.IsInt() && !v.IsNil() {
			l := (*List)(unsafe.Pointer(o.p))
			i := key.I()
			if i < 0 {
				i += int64(len(l.Items))
			}
			if uint64(i) < uint64(len(l.Items)) {
				c.Touch(&l.Hdr)
				l.Items[i] = v
				return true
			}
			c.Raise(IndexError, "list assignment index out of range")
			return false
		}
	case KDict:
		d := (*Dict)(unsafe.Pointer(o.p))
		if !v.IsNil() {
			return c.DictSet(d, key, v)
		}
		found, ok := c.DictDel(d, key)
		if ok && !found {
			c.RaiseArgs(KeyError, key)
			return false
		}
		return ok
	}
	t := TypeOf(o)
	d := DSetItem
	if v.IsNil() {
		d = DDelItem
	}
	m := t.Dunder(d)
	if m.IsNil() || m.IsNone() {
		if v.IsNil() {
			not := "does not"
			if t.Flags&HeapType != 0 || !t.Dunder(DLen).IsNil() { // where CPython's type has slots of a sequence
				not = "doesn't"
			}
			c.Raise(TypeError, "'%s' object %s support item deletion", t.Said(), not)
		} else {
			c.Raise(TypeError, "'%s' object does not support item assignment", t.Said())
		}
		return false
	}
	if v.IsNil() {
		return !c.CallMethod(m, o, key).IsNil()
	}
	return !c.CallMethod(m, o, key, v).IsNil()
}

// Contains is "v in o". ok is false if it raised or was suspended.
func (c *Ctx) Contains(o, v Value) (in, ok bool) {
	switch o.p.Kind {
	case KDict:
		i, _, ok := c.Find((*Dict)(unsafe.Pointer(o.p)), v)
		return i >= 0, ok
	case KSet, KFrozenSet:
		return c.setContains((*Set)(unsafe.Pointer(o.p)), v)
	case KList, KTuple:
		items := Items(o)
		known := true
		for _, x := range items {
			if x == v {
				return true, true
			}
			eq, k := plainEq(x, v)
			if !k {
				known = false
				break
			}
			if eq {
				return true, true
			}
		}
		if known {
			return false, true
		}
	}
	t := TypeOf(o)
	m := t.Dunder(DContains)
	if m.IsNone() {
		c.Raise(TypeError, "'%s' object is not a container", t.Said())
		return false, false
	}
	var r Value
	if m.IsNil() {
		if t.Dunder(DIter).IsNil() && t.Dunder(DGetItem).IsNil() {
			c.Raise(TypeError, "argument of type '%s' is not a container or iterable", t.Said())
			return false, false
		}
		r = c.Call(c.Host.Hosted("contains"), o, v)
	} else {
		r = c.CallMethod(m, o, v)
	}
	if r.IsNil() {
		return false, false
	}
	return c.Truth(r)
}

// Items returns the items of a list or tuple (or of an instance of a subclass), not to be written; nil for others.
func Items(v Value) []Value {
	if t := v.AsTuple(); t != nil {
		return t.Items
	}
	if l := v.AsList(); l != nil {
		return l.Items
	}
	return nil
}

// Unary applies __neg__, __pos__, __invert__ or __abs__.
func (c *Ctx) Unary(d Dunder, v Value) Value {
	switch {
	case v.IsInt():
		i := v.I()
		switch {
		case d == DNeg && i != math.MinInt64:
			return Int(-i)
		case d == DPos:
			return v
		case d == DInvert:
			return Int(^i)
		case d == DAbs && i != math.MinInt64:
			return Int(max(i, -i))
		}
	case v.IsFloat() && d == DNeg:
		return Float(-v.F())
	case v.IsFloat() && d == DAbs:
		return Float(math.Abs(v.F()))
	}
	m := TypeOf(v).Dunder(d)
	if m.IsNil() || m.IsNone() {
		name := map[Dunder]string{DNeg: "unary -", DPos: "unary +", DInvert: "unary ~", DAbs: "abs()"}[d]
		return c.Raise(TypeError, "bad operand type for %s: '%s'", name, TypeOf(v).Said())
	}
	return c.CallMethod(m, v)
}
