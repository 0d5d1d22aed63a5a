package decimalmod

import (
	"math/big"
	"math/bits"
)

// kind tells what a number is.
type kind uint8

const (
	finite kind = iota
	infinite
	quietNaN
	signalNaN
)

// number is the value of a Decimal: (-1)**neg * coef * 10**exp. It never changes.
type number struct {
	neg  bool
	kind kind
	lo   uint64   // the coefficient (of a NaN its payload), if hi is nil
	hi   *big.Int // a coefficient that needs more than 64 bits
	exp  int64
}

// pow10 are the powers of ten that fit a word.
var pow10 = makePow10()

func makePow10() (t [20]uint64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * 10
	}
	return t
}

// bigPowers are more of them.
var bigPowers = makeBigPowers()

func makeBigPowers() (t [96]*big.Int) {
	t[0] = big.NewInt(1)
	for i := 1; i < len(t); i++ {
		t[i] = new(big.Int).Mul(t[i-1], big.NewInt(10))
	}
	return t
}

// bigPow10 is 10**n; not to be written.
func bigPow10(n int64) *big.Int {
	if n < int64(len(bigPowers)) {
		return bigPowers[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
}

// powers remembers the powers of ten that were used last: those of a precision are needed again and again.
type powers struct {
	n    [4]int64
	v    [4]*big.Int
	next int
}

// pow is 10**n, remembered; not to be written.
func (l *limits) pow(n int64) *big.Int {
	if n < int64(len(bigPowers)) {
		return bigPowers[n]
	}
	if l.cache == nil {
		l.cache = &powers{}
	}
	for i, m := range l.cache.n {
		if m == n && l.cache.v[i] != nil {
			return l.cache.v[i]
		}
	}
	v := bigPow10(n)
	i := l.cache.next
	l.cache.n[i], l.cache.v[i], l.cache.next = n, v, (i+1)%len(l.cache.n)
	return v
}

func smallDigits(n uint64) int64 {
	if n == 0 {
		return 1
	}
	d := int64(bits.Len64(n)) * 1233 >> 12
	if d < int64(len(pow10)) && n >= pow10[d] {
		d++
	}
	return d
}

// digitsOf is the number of decimal digits; zero has one.
func digitsOf(n *big.Int) int64 {
	if n.IsUint64() {
		return smallDigits(n.Uint64())
	}
	// 2**(bits-1) <= n < 2**bits, and log10(2) is a little more than this fraction
	const log = 1292913986
	b := int64(n.BitLen())
	d := (b-1)>>32*log + (b-1)&0xffffffff*log>>32 + 1
	if most := b>>32*log + b&0xffffffff*log>>32 + 1; most == d && b < 1<<24 {
		return d
	}
	for n.Cmp(bigPow10(d)) >= 0 {
		d++
	}
	return d
}

func (x *number) digits() int64 {
	if x.hi == nil {
		return smallDigits(x.lo)
	}
	return digitsOf(x.hi)
}

func (x *number) zero() bool { return x.kind == finite && x.hi == nil && x.lo == 0 }

func (x *number) nan() bool { return x.kind >= quietNaN }

// adjusted is the exponent of the first digit.
func (x *number) adjusted() int64 { return x.exp + x.digits() - 1 }

// coef is the coefficient; not to be written.
func (x *number) coef() *big.Int {
	if x.hi != nil {
		return x.hi
	}
	return new(big.Int).SetUint64(x.lo)
}

// make1 makes a finite number.
func make1(neg bool, coef *big.Int, exp int64) number {
	if coef.IsUint64() {
		return number{neg: neg, lo: coef.Uint64(), exp: exp}
	}
	return number{neg: neg, hi: coef, exp: exp}
}

func small(neg bool, coef uint64, exp int64) number { return number{neg: neg, lo: coef, exp: exp} }

var nan = number{kind: quietNaN}

func inf(neg bool) number { return number{neg: neg, kind: infinite} }

// compareAbs compares the magnitudes of two finite numbers.
func compareAbs(x, y *number) int {
	switch {
	case x.zero() && y.zero():
		return 0
	case x.zero():
		return -1
	case y.zero():
		return 1
	}
	if a, b := x.adjusted(), y.adjusted(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	if x.exp == y.exp {
		if x.hi == nil && y.hi == nil {
			switch {
			case x.lo < y.lo:
				return -1
			case x.lo > y.lo:
				return 1
			}
			return 0
		}
		return x.coef().Cmp(y.coef())
	}
	a, b := x.coef(), y.coef()
	if x.exp > y.exp {
		a = new(big.Int).Mul(a, bigPow10(x.exp-y.exp))
	} else {
		b = new(big.Int).Mul(b, bigPow10(y.exp-x.exp))
	}
	return a.Cmp(b)
}

// compare compares two numbers that are not NaN.
func compare(x, y *number) int {
	sign := func(x *number) int {
		switch {
		case x.zero():
			return 0
		case x.neg:
			return -1
		}
		return 1
	}
	a, b := sign(x), sign(y)
	switch {
	case a != b:
		if a < b {
			return -1
		}
		return 1
	case a == 0:
		return 0
	case x.kind == infinite && y.kind == infinite:
		return 0
	case x.kind == infinite:
		return a
	case y.kind == infinite:
		return -a
	}
	return a * compareAbs(x, y)
}
