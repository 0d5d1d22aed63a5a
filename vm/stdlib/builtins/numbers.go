package builtins

import (
	"math/big"

	"slp/vm/internal/numtext"
	"slp/vm/object"
)

func pow(c *object.Ctx, a []value) value {
	if a[2].IsNil() || a[2].IsNone() {
		return c.Binary(object.OpPow, a[0], a[1])
	}
	for i, d := range [...]object.Dunder{object.DPow, object.DRPow} {
		m := object.TypeOf(a[i]).Dunder(d)
		if m.IsNil() || m.IsNone() {
			continue
		}
		if v := c.CallMethod(m, a[i], a[1-i], a[2]); v != object.NotImplemented {
			return v
		}
	}
	switch a[2].Kind() {
	case object.KFloat:
		return c.Raise(object.TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
	case object.KComplex:
		return c.Raise(object.ValueError, "complex modulo")
	}
	return c.Raise(object.TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", object.TypeOf(a[0]).Said(), object.TypeOf(a[1]).Said(), object.TypeOf(a[2]).Said())
}

func round(c *object.Ctx, a []value) value {
	m := object.TypeOf(a[0]).Dunder(object.DRound)
	if m.IsNil() {
		return c.Raise(object.TypeError, "type %s doesn't define __round__ method", object.TypeOf(a[0]).Said())
	}
	if a[1].IsNil() || a[1].IsNone() {
		return c.CallMethod(m, a[0])
	}
	return c.CallMethod(m, a[0], a[1])
}

func chr(c *object.Ctx, a []value) value {
	i := c.Index(a[0])
	if i.IsNil() {
		return i
	}
	n, ok := i.AsInt()
	if !ok || n < 0 || n > 0x10ffff {
		return c.Raise(object.ValueError, "chr() arg not in range(0x110000)")
	}
	return object.Char(rune(n))
}

func ord(c *object.Ctx, a []value) value {
	var n int
	switch {
	case a[0].AsStr() != nil:
		s := a[0].AsStr()
		if n = s.Len(); n == 1 {
			return object.Int(int64(s.RuneAt(0)))
		}
		return c.Raise(object.TypeError, "ord() expected a character, but string of length %d found", n)
	case a[0].AsBytes() != nil:
		if n = len(a[0].AsBytes().S); n == 1 {
			return object.Int(int64(a[0].AsBytes().S[0]))
		}
	case a[0].AsByteArray() != nil:
		if n = len(a[0].AsByteArray().B); n == 1 {
			return object.Int(int64(a[0].AsByteArray().B[0]))
		}
	default:
		return c.Raise(object.TypeError, "ord() expected string of length 1, but %s found", object.TypeOf(a[0]).Said())
	}
	return c.Raise(object.TypeError, "ord() expected a character, but string of length %d found", n)
}

func radix(base int, prefix string) object.Fn {
	return func(c *object.Ctx, a []value) value {
		i := c.Index(a[0])
		if i.IsNil() {
			return i
		}
		if n, ok := i.AsInt(); ok {
			return object.NewASCII(numtext.FormatInt(n, base, true))
		}
		return object.NewASCII(numtext.FormatBig(i.AsBigInt(), base, true))
	}
}

// sum adds ints exactly and floats with compensation, as CPython does; anything else in Python code.
func sum(c *object.Ctx, a []value) value {
	start := a[1]
	if start.IsNil() {
		start = object.Int(0)
	}
	switch {
	case start.AsStr() != nil:
		return c.Raise(object.TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case start.AsBytes() != nil:
		return c.Raise(object.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case start.AsByteArray() != nil:
		return c.Raise(object.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	cur, ok := object.Loop(a[0])
	if !ok || !start.IsInt() && !start.IsFloat() {
		return c.Self("sum_", a[0], start)
	}
	total := start
	var bigTotal *big.Int
	var f, comp float64
	isFloat := start.IsFloat()
	if isFloat {
		f = start.F()
	}
	for cur.Next() {
		v := cur.V
		if !isFloat {
			switch {
			case v.IsInt() || v.IsBool():
				n := v.I()
				if bigTotal != nil {
					bigTotal.Add(bigTotal, big.NewInt(n))
					continue
				}
				t := total.I()
				r := t + n
				if (t^r)&(n^r) < 0 {
					bigTotal = new(big.Int).Add(big.NewInt(t), big.NewInt(n))
					continue
				}
				total = object.Int(r)
				continue
			case v.Kind() == object.KBigInt:
				if bigTotal == nil {
					bigTotal = big.NewInt(total.I())
				}
				bigTotal.Add(bigTotal, v.AsBig().I)
				continue
			case v.IsFloat():
				isFloat = true
				if bigTotal != nil {
					x, ok := numtext.BigToFloat(bigTotal)
					if !ok {
						return c.Raise(object.OverflowError, "int too large to convert to float")
					}
					f = x
				} else {
					f = float64(total.I())
				}
			default:
				return c.Self("sum_", a[0], start)
			}
		}
		x := 0.0
		switch {
		case v.IsFloat():
			x = v.F()
		case v.IsInt() || v.IsBool():
			x = float64(v.I())
		default:
			return c.Self("sum_", a[0], start)
		}
		t := f + x
		if abs(f) >= abs(x) {
			comp += (f - t) + x
		} else {
			comp += (x - t) + f
		}
		f = t
	}
	if isFloat {
		if comp-comp == 0 {
			f += comp
		}
		return object.Float(f)
	}
	if bigTotal != nil {
		return object.NewBig(bigTotal)
	}
	return total
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

func minmax(name string, op object.CmpOp) object.Fn {
	return func(c *object.Ctx, a []value) value {
		args := a[0].AsTuple().Items
		if len(args) == 0 {
			return c.Raise(object.TypeError, "%s expected at least 1 argument, got 0", name)
		}
		seq, dflt := a[0], a[2]
		if len(args) == 1 {
			seq = args[0]
		} else if !dflt.IsNil() {
			return c.Raise(object.TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
		}
		key := a[1]
		if key.IsNil() {
			key = object.None
		}
		if key.IsNone() {
			if cur, ok := object.Loop(seq); ok {
				best := object.Nil
				plain := true
				for cur.Next() {
					v := cur.V
					if best.IsNil() {
						best = v
						continue
					}
					if v.IsInt() && best.IsInt() {
						if v.I() < best.I() == (op == object.CmpLt) && v.I() != best.I() {
							best = v
						}
						continue
					}
					if !comparable(v, best) {
						plain = false
						break
					}
					if c.Compare(op, v, best).IsTrue() {
						best = v
					}
				}
				if plain {
					if !best.IsNil() {
						return best
					}
					if !dflt.IsNil() {
						return dflt
					}
					return c.Raise(object.ValueError, "%s() iterable argument is empty", name)
				}
			}
		}
		if dflt.IsNil() {
			return c.Self(name+"_", seq, key)
		}
		return c.Self(name+"_", seq, key, dflt)
	}
}

// comparable tells whether comparing two values needs no Python code and cannot fail.
func comparable(a, b value) bool {
	num := func(v value) bool {
		switch v.Kind() {
		case object.KInt, object.KBool, object.KFloat, object.KBigInt:
			return true
		}
		return false
	}
	return num(a) && num(b) || a.Kind() == object.KStr && b.Kind() == object.KStr
}

func anyall(hosted string, stop bool) object.Fn {
	return func(c *object.Ctx, a []value) value {
		cur, ok := object.Loop(a[0])
		if ok {
			plain := true
			for plain && cur.Next() {
				switch cur.V.Kind() {
				case object.KInst, object.KObj, object.KModule:
					plain = false
				default:
					t, ok := c.Truth(cur.V)
					if !ok {
						return object.Nil
					}
					if t == stop {
						return object.Bool(stop)
					}
				}
			}
			if plain {
				return object.Bool(!stop)
			}
		}
		return c.Self(hosted, a[0])
	}
}

func sorted(c *object.Ctx, a []value) value {
	reverse := false
	if !a[2].IsNil() {
		var ok bool
		if reverse, ok = c.Truth(a[2]); !ok {
			return object.Nil
		}
	}
	return c.Sorted(a[0], a[1], reverse)
}
