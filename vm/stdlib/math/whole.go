package math

import (
	"math"
	"math/big"
	"math/bits"

	"slp/vm/internal/numtext"
	"slp/vm/object"
)

// frexpBig splits a positive int into a fraction in [0.5, 1) and a power of two.
func frexpBig(n *big.Int) (m float64, e int) {
	e = n.BitLen()
	if cut := e - 64; cut > 0 {
		high := new(big.Int).Rsh(n, uint(cut))
		if new(big.Int).Lsh(high, uint(cut)).Cmp(n) != 0 {
			high.SetBit(high, 0, 1) // what was cut off decides between halves
		}
		m, _ = new(big.Float).SetInt(high).Float64()
		m = math.Ldexp(m, -64)
	} else {
		m, _ = new(big.Float).SetInt(n).Float64()
		m = math.Ldexp(m, -e)
	}
	if m == 1 {
		return 0.5, e + 1
	}
	return m, e
}

var wholeFuncs = []object.Def{
	{Sig: "floor(x, /)", Fn: rounded("__floor__", math.Floor), Doc: "Return the floor of x as an Integral.\n\nThis is the largest integer <= x."},
	{Sig: "ceil(x, /)", Fn: rounded("__ceil__", math.Ceil), Doc: "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x."},
	{Sig: "trunc(x, /)", Fn: func(c *ctx, a []value) value {
		if a[0].IsFloat() {
			return c.ToInt(a[0])
		}
		m := c.Lookup(object.TypeOf(a[0]), c.Intern("__trunc__"))
		if m.IsNil() {
			return c.Raise(object.TypeError, "type %s doesn't define __trunc__ method", object.TypeOf(a[0]).Said())
		}
		return c.CallMethod(m, a[0])
	}, Doc: "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method."},
	{Sig: "gcd(*integers)", Fn: func(c *ctx, a []value) value {
		return fold(c, a[0], 0, func(x, y *big.Int) *big.Int { return numtext.Gcd(x, y) })
	}, Doc: "Greatest Common Divisor."},
	{Sig: "lcm(*integers)", Fn: func(c *ctx, a []value) value {
		return fold(c, a[0], 1, func(x, y *big.Int) *big.Int {
			if x.Sign() == 0 || y.Sign() == 0 {
				return new(big.Int)
			}
			r := new(big.Int).Quo(x, numtext.Gcd(x, y))
			r.Mul(r, y)
			return r.Abs(r)
		})
	}, Doc: "Least Common Multiple."},
	{Sig: "isqrt(n, /)", Fn: func(c *ctx, a []value) value {
		n := c.Index(a[0])
		if n.IsNil() {
			return n
		}
		b := n.AsBigInt()
		if b.Sign() < 0 {
			return c.Raise(object.ValueError, "isqrt() argument must be nonnegative")
		}
		return object.NewBig(numtext.Isqrt(b))
	}, Doc: "Return the integer part of the square root of the input."},
	{Sig: "factorial(n, /)", Fn: factorial, Doc: "Find n!."},
	{Sig: "comb(n, k, /)", Fn: comb, Doc: "Number of ways to choose k items from n items without repetition and without order."},
	{Sig: "perm(n, k=None, /)", Fn: perm, Doc: "Number of ways to choose k items from n items without repetition and with order."},
}

func rounded(method string, f func(float64) float64) object.Fn {
	return func(c *ctx, a []value) value {
		if !a[0].IsFloat() {
			if a[0].IsInt() {
				return a[0]
			}
			if m := c.Lookup(object.TypeOf(a[0]), c.Intern(method)); !m.IsNil() {
				return c.CallMethod(m, a[0])
			}
		}
		x, ok := c.ToFloat(a[0])
		if !ok {
			return object.Nil
		}
		return c.ToInt(object.Float(f(x)))
	}
}

func fold(c *ctx, args value, start int64, f func(x, y *big.Int) *big.Int) value {
	items := object.Items(args)
	ints := make([]value, len(items))
	for i, v := range items {
		if ints[i] = c.Index(v); ints[i].IsNil() {
			return object.Nil
		}
	}
	if start == 0 {
		if v, ok := gcdSmall(ints); ok {
			return v
		}
	}
	r := big.NewInt(start)
	for i, v := range ints {
		b := v.AsBigInt()
		if i == 0 {
			r = new(big.Int).Abs(b)
			continue
		}
		r = f(r, b)
	}
	return object.NewBig(r)
}

func gcdSmall(ints []value) (value, bool) {
	r := int64(0)
	for _, v := range ints {
		if !v.IsInt() {
			return object.Nil, false
		}
		g := numtext.GcdInt(r, v.I())
		if g > math.MaxInt64 {
			return object.Nil, false
		}
		r = int64(g)
	}
	return object.Int(r), true
}

func factorial(c *ctx, a []value) value {
	v := c.Index(a[0])
	if v.IsNil() {
		return v
	}
	if v.AsBigInt().Sign() < 0 {
		return c.Raise(object.ValueError, "factorial() not defined for negative values")
	}
	n, ok := v.AsInt()
	if !ok {
		return c.Raise(object.OverflowError, "factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	if n < 2 {
		return object.Int(1)
	}
	return object.NewBig(new(big.Int).MulRange(2, n))
}

// counts takes the two arguments of comb and perm.
func counts(c *ctx, a []value) (n, k *big.Int, ok bool) {
	x := c.Index(a[0])
	if x.IsNil() {
		return nil, nil, false
	}
	y := c.Index(a[1])
	if y.IsNil() {
		return nil, nil, false
	}
	n, k = x.AsBigInt(), y.AsBigInt()
	if n.Sign() < 0 {
		c.Raise(object.ValueError, "n must be a non-negative integer")
		return nil, nil, false
	}
	if k.Sign() < 0 {
		c.Raise(object.ValueError, "k must be a non-negative integer")
		return nil, nil, false
	}
	return n, k, true
}

// falling is n * (n-1) * ... of k factors, by halves so that the factors are of one size.
func falling(n *big.Int, k int64) *big.Int {
	switch k {
	case 0:
		return big.NewInt(1)
	case 1:
		return n
	}
	half := k / 2
	low := new(big.Int).Sub(n, big.NewInt(half))
	return new(big.Int).Mul(falling(n, half), falling(low, k-half))
}

func comb(c *ctx, a []value) value {
	n, k, ok := counts(c, a)
	if !ok {
		return object.Nil
	}
	if k.Cmp(n) > 0 {
		return object.Int(0)
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return c.Raise(object.OverflowError, "min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	i := k.Int64()
	if n.IsInt64() {
		if bits.Len64(uint64(n.Int64())) <= 31 {
			return object.NewBig(new(big.Int).Binomial(n.Int64(), i))
		}
	}
	if i < 2 {
		return object.NewBig(falling(n, i))
	}
	return object.NewBig(new(big.Int).Quo(falling(n, i), new(big.Int).MulRange(2, i)))
}

func perm(c *ctx, a []value) value {
	if a[1].IsNil() || a[1].IsNone() {
		return factorial(c, a[:1])
	}
	n, k, ok := counts(c, a)
	if !ok {
		return object.Nil
	}
	if k.Cmp(n) > 0 {
		return object.Int(0)
	}
	if !k.IsInt64() {
		return c.Raise(object.OverflowError, "k must not exceed %d", int64(math.MaxInt64))
	}
	return object.NewBig(falling(n, k.Int64()))
}
