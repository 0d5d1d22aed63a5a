package compile

import (
	"math"
	"math/big"

	"slp/syntax"
)

// constant is the value of an expression that CPython folds: literals, signs before numbers, complex literals, tuples
// of constants, __debug__, and arithmetic on numbers that is safe and short.
func (u *unit) constant(e syntax.Expr) (konst, bool) {
	switch e := e.(type) {
	case *syntax.Constant:
		return literal(e), true
	case *constExpr:
		return e.value, true
	case *syntax.Name:
		if e.Id == "__debug__" && e.Ctx == syntax.Load {
			return u.c.opts.Optimize == 0, true
		}
	case *syntax.Tuple:
		if e.Ctx != syntax.Load {
			return nil, false
		}
		return u.constants(e.Elts)
	case *syntax.UnaryOp:
		switch e.Operand.(type) {
		case *syntax.Constant, *syntax.UnaryOp, *syntax.BinOp:
		default:
			return nil, false
		}
		k, ok := u.constant(e.Operand)
		if !ok {
			return nil, false
		}
		return foldUnary(e.Op, k)
	case *syntax.BinOp:
		right, ok := u.constant(e.Right) // the right operand first: chains lean to the left and end there at once
		if !ok {
			return nil, false
		}
		left, ok := u.constant(e.Left)
		if !ok {
			return nil, false
		}
		return foldBinary(e.Op, left, right)
	}
	return nil, false
}

// constants is the tuple of expressions that are all constant.
func (u *unit) constants(elts []syntax.Expr) (konst, bool) {
	items := make(tupleConst, 0, len(elts))
	for _, x := range elts {
		switch x.(type) {
		case *syntax.Constant, *syntax.UnaryOp, *syntax.BinOp, *syntax.Tuple, *syntax.Name:
		default:
			return nil, false
		}
		k, ok := u.constant(x)
		if !ok {
			return nil, false
		}
		items = append(items, k)
	}
	return items, true
}

func literal(e *syntax.Constant) konst {
	switch e.Kind {
	case syntax.True:
		return true
	case syntax.False:
		return false
	case syntax.Ellipsis:
		return ellipsis{}
	case syntax.Int:
		if e.Big != nil {
			return e.Big
		}
		return e.Int
	case syntax.Float:
		return e.Float
	case syntax.Imaginary:
		return complex(0, e.Float)
	case syntax.Str:
		return e.Str
	case syntax.Bytes:
		return bytesConst(e.Str)
	}
	return nil
}

func foldUnary(op syntax.UnaryOperator, k konst) (konst, bool) {
	if op == syntax.Not {
		switch k := k.(type) {
		case nil:
			return true, true
		case bool:
			return !k, true
		case int64:
			return k == 0, true
		case string:
			return k == "", true
		}
		return nil, false
	}
	switch k := k.(type) {
	case int64, *big.Int:
		i := bigOf(k)
		switch op {
		case syntax.USub:
			return shrink(i.Neg(i)), true
		case syntax.UAdd:
			return k, true
		case syntax.Invert:
			return shrink(i.Not(i)), true
		}
	case float64:
		switch op {
		case syntax.USub:
			return -k, true
		case syntax.UAdd:
			return k, true
		}
	case complex128:
		switch op {
		case syntax.USub:
			return complex(-real(k), -imag(k)), true
		case syntax.UAdd:
			return k, true
		}
	}
	return nil, false
}

func foldBinary(op syntax.Operator, left, right konst) (konst, bool) {
	if isInt(left) && isInt(right) {
		return foldInts(op, bigOf(left), bigOf(right))
	}
	if x, ok := floatOf(left); ok {
		if y, ok := floatOf(right); ok {
			return foldFloats(op, x, y)
		}
		if y, ok := right.(complex128); ok { // 1+2j, 1-2j: a real number adds nothing to the imaginary part
			switch op {
			case syntax.Add:
				return complex(x+real(y), imag(y)), true
			case syntax.Sub:
				return complex(x-real(y), -imag(y)), true
			}
		}
	}
	if x, ok := left.(string); ok {
		if y, ok := right.(string); ok && op == syntax.Add && len(x)+len(y) <= 4096 {
			return x + y, true
		}
	}
	return nil, false
}

func isInt(k konst) bool {
	switch k.(type) {
	case int64, *big.Int:
		return true
	}
	return false
}

// floatOf is the number as a float, if that is exact enough to be what Python computes.
func floatOf(k konst) (float64, bool) {
	switch k := k.(type) {
	case float64:
		return k, true
	case int64:
		if k > -1<<53 && k < 1<<53 {
			return float64(k), true
		}
	}
	return 0, false
}

func bigOf(k konst) *big.Int {
	switch k := k.(type) {
	case int64:
		return big.NewInt(k)
	case *big.Int:
		return new(big.Int).Set(k)
	}
	return new(big.Int)
}

// shrink gives the canonical constant of an integer.
func shrink(i *big.Int) konst {
	if i.IsInt64() {
		return i.Int64()
	}
	return i
}

// foldInts folds what gives at most 128 bits, as CPython limits it; errors are left to the machine.
func foldInts(op syntax.Operator, x, y *big.Int) (konst, bool) {
	switch op {
	case syntax.Add:
		return shrink(x.Add(x, y)), true
	case syntax.Sub:
		return shrink(x.Sub(x, y)), true
	case syntax.Mult:
		if x.BitLen()+y.BitLen() > 128 {
			return nil, false
		}
		return shrink(x.Mul(x, y)), true
	case syntax.BitAnd:
		return shrink(x.And(x, y)), true
	case syntax.BitOr:
		return shrink(x.Or(x, y)), true
	case syntax.BitXor:
		return shrink(x.Xor(x, y)), true
	case syntax.LShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > 128 || x.BitLen()+int(y.Int64()) > 128 {
			return nil, false
		}
		return shrink(x.Lsh(x, uint(y.Int64()))), true
	case syntax.RShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > 1<<20 {
			return nil, false
		}
		return shrink(x.Rsh(x, uint(y.Int64()))), true
	case syntax.Pow:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > 128 || x.BitLen()*int(y.Int64()) > 128 {
			return nil, false
		}
		return shrink(x.Exp(x, y, nil)), true
	case syntax.FloorDiv, syntax.Mod:
		if y.Sign() == 0 {
			return nil, false
		}
		q, m := new(big.Int), new(big.Int)
		q.DivMod(x, y, m) // Euclidean: m >= 0
		if m.Sign() != 0 && y.Sign() < 0 {
			q.Sub(q, big.NewInt(1))
			m.Add(m, y)
		}
		if op == syntax.Mod {
			return shrink(m), true
		}
		return shrink(q), true
	case syntax.Div:
		if y.Sign() != 0 && x.BitLen() <= 53 && y.BitLen() <= 53 {
			return float64(x.Int64()) / float64(y.Int64()), true
		}
	}
	return nil, false
}

func foldFloats(op syntax.Operator, x, y float64) (konst, bool) {
	var r float64
	switch op {
	case syntax.Add:
		r = x + y
	case syntax.Sub:
		r = x - y
	case syntax.Mult:
		r = x * y
	case syntax.Div:
		if y == 0 {
			return nil, false
		}
		r = x / y
	default:
		return nil, false
	}
	return r, !math.IsNaN(r)
}
