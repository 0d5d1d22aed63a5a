package decimalmod

import (
	"math/big"
	"math/bits"
)

// nanOf gives the result of an operation with a NaN among its operands; ok is false if there is none.
func nanOf(l *limits, status *uint32, xs ...*number) (r number, ok bool) {
	for _, x := range xs {
		if x.kind == signalNaN {
			*status |= sInvalidOperation
			r = *x
			r.kind = quietNaN
			return l.finish(r, status), true
		}
	}
	for _, x := range xs {
		if x.kind == quietNaN {
			return l.finish(*x, status), true
		}
	}
	return r, false
}

func invalid(status *uint32, what uint32) number {
	*status |= what
	return nan
}

// rescaled is x with another, not higher exponent.
func rescaled(x *number, exp int64) number {
	if x.zero() {
		return small(x.neg, 0, exp)
	}
	n := x.exp - exp
	if n == 0 {
		return *x
	}
	if x.hi == nil && n < int64(len(pow10)) {
		if hi, lo := bits.Mul64(x.lo, pow10[n]); hi == 0 {
			return small(x.neg, lo, exp)
		}
	}
	return make1(x.neg, new(big.Int).Mul(x.coef(), bigPow10(n)), exp)
}

func (l *limits) add(x, y *number, status *uint32) number {
	if x.kind != finite || y.kind != finite {
		if r, ok := nanOf(l, status, x, y); ok {
			return r
		}
		if x.kind == infinite {
			if y.kind == infinite && x.neg != y.neg {
				return invalid(status, sInvalidOperation)
			}
			return *x
		}
		return *y
	}
	exp := min(x.exp, y.exp)
	if x.zero() || y.zero() {
		if x.zero() && y.zero() {
			neg := x.neg && y.neg || x.neg != y.neg && l.round == roundFloor
			return l.finish(small(neg, 0, exp), status)
		}
		other := x
		if x.zero() {
			other = y
		}
		exp = max(exp, other.exp-l.prec-1)
		if huge(other.exp-exp, status) {
			return nan
		}
		return l.finish(rescaled(other, exp), status)
	}
	if x.exp == y.exp && x.hi == nil && y.hi == nil {
		return l.finish(addSmall(x, y, l), status)
	}
	a, b := *x, *y
	if a.exp < b.exp {
		a, b = b, a
	}
	if a.exp > b.exp { // bring a down, or let b stand for what it rounds
		digits := a.digits()
		e := a.exp + min(-1, digits-l.prec-2)
		if b.adjusted() < e {
			b = small(b.neg, 1, e)
		}
		if huge(a.exp-b.exp, status) {
			return nan
		}
		a = rescaled(&a, b.exp)
		if a.hi == nil && b.hi == nil {
			return l.finish(addSmall(&a, &b, l), status)
		}
	}
	if a.neg == b.neg {
		return l.finish(make1(a.neg, new(big.Int).Add(a.coef(), b.coef()), a.exp), status)
	}
	d := new(big.Int).Sub(a.coef(), b.coef())
	switch d.Sign() {
	case 0:
		return l.finish(small(l.round == roundFloor, 0, a.exp), status)
	case -1:
		return l.finish(make1(b.neg, d.Neg(d), a.exp), status)
	}
	return l.finish(make1(a.neg, d, a.exp), status)
}

func addSmall(x, y *number, l *limits) number {
	if x.neg == y.neg {
		if sum, carry := bits.Add64(x.lo, y.lo, 0); carry == 0 {
			return small(x.neg, sum, x.exp)
		}
		return make1(x.neg, new(big.Int).Add(x.coef(), y.coef()), x.exp)
	}
	switch {
	case x.lo == y.lo:
		return small(l.round == roundFloor, 0, x.exp)
	case x.lo > y.lo:
		return small(x.neg, x.lo-y.lo, x.exp)
	}
	return small(y.neg, y.lo-x.lo, x.exp)
}

func negated(x *number) *number {
	y := *x
	if !x.nan() {
		y.neg = !y.neg
	}
	return &y
}

func (l *limits) sub(x, y *number, status *uint32) number { return l.add(x, negated(y), status) }

// exactMul is the product of two finite numbers.
func exactMul(x, y *number) number {
	neg := x.neg != y.neg
	if x.hi == nil && y.hi == nil {
		if hi, lo := bits.Mul64(x.lo, y.lo); hi == 0 {
			return small(neg, lo, x.exp+y.exp)
		}
	}
	return make1(neg, new(big.Int).Mul(x.coef(), y.coef()), x.exp+y.exp)
}

func (l *limits) mul(x, y *number, status *uint32) number {
	if x.kind != finite || y.kind != finite {
		if r, ok := nanOf(l, status, x, y); ok {
			return r
		}
		if x.zero() || y.zero() {
			return invalid(status, sInvalidOperation)
		}
		return inf(x.neg != y.neg)
	}
	return l.finish(exactMul(x, y), status)
}

func (l *limits) fma(x, y, z *number, status *uint32) number {
	p := number{}
	switch {
	case x.kind == signalNaN || y.kind == signalNaN:
		r, _ := nanOf(l, status, x, y)
		return r
	case x.nan():
		p = *x
	case y.nan():
		p = *y
	case x.kind == infinite && y.zero() || x.zero() && y.kind == infinite:
		return invalid(status, sInvalidOperation)
	case x.kind == infinite || y.kind == infinite:
		p = inf(x.neg != y.neg)
	default:
		p = exactMul(x, y)
	}
	return l.add(&p, z, status)
}

func (l *limits) div(x, y *number, status *uint32) number {
	neg := x.neg != y.neg
	if x.kind != finite || y.kind != finite {
		if r, ok := nanOf(l, status, x, y); ok {
			return r
		}
		switch {
		case x.kind == infinite && y.kind == infinite:
			return invalid(status, sInvalidOperation)
		case x.kind == infinite:
			return inf(neg)
		}
		*status |= sClamped
		return small(neg, 0, l.etiny())
	}
	if y.zero() {
		if x.zero() {
			return invalid(status, sDivisionUndefined)
		}
		*status |= sDivisionByZero
		return inf(neg)
	}
	if x.zero() {
		return l.finish(small(neg, 0, x.exp-y.exp), status)
	}
	shift := y.digits() - x.digits() + l.prec + 1
	if huge(max(shift, -shift), status) {
		return nan
	}
	exp := x.exp - y.exp - shift
	a, b := x.coef(), y.coef()
	if shift >= 0 {
		a = new(big.Int).Mul(a, l.pow(shift))
	} else {
		b = new(big.Int).Mul(b, l.pow(-shift))
	}
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 {
		if new(big.Int).Mod(q, big.NewInt(5)).Sign() == 0 {
			q.Add(q, big.NewInt(1)) // so that it rounds right
		}
		return l.finish(make1(neg, q, exp), status)
	}
	return l.finish(stripped(make1(neg, q, exp), x.exp-y.exp), status)
}

// stripped takes zeros off the end of a finite number until the exponent is ideal.
func stripped(x number, ideal int64) number {
	if x.zero() {
		return x
	}
	for x.hi != nil && x.exp < ideal {
		q, r := new(big.Int).QuoRem(x.hi, big.NewInt(10), new(big.Int))
		if r.Sign() != 0 {
			return x
		}
		x = make1(x.neg, q, x.exp+1)
	}
	for x.hi == nil && x.exp < ideal && x.lo%10 == 0 {
		x.lo /= 10
		x.exp++
	}
	return x
}

// divide gives quotient and remainder of finite numbers, y not zero; ok is false if the quotient is too long.
func (l *limits) divide(x, y *number) (q, r number, ok bool) {
	neg := x.neg != y.neg
	exp := min(x.exp, y.exp)
	if y.kind == infinite {
		return small(neg, 0, 0), *x, true
	}
	if x.zero() {
		return small(neg, 0, 0), small(x.neg, 0, exp), true
	}
	diff := x.adjusted() - y.adjusted()
	if diff <= -2 {
		return small(neg, 0, 0), rescaled(x, max(exp, x.exp-l.prec-1)), true // finish cuts what is too long
	}
	if diff > l.prec || diff > longest || x.exp-exp > longest || y.exp-exp > longest {
		return q, r, false
	}
	a, b := rescaled(x, exp), rescaled(y, exp)
	if a.hi == nil && b.hi == nil {
		q, r = small(neg, a.lo/b.lo, 0), small(x.neg, a.lo%b.lo, exp)
	} else {
		d, m := new(big.Int).QuoRem(a.coef(), b.coef(), new(big.Int))
		q, r = make1(neg, d, 0), make1(x.neg, m, exp)
	}
	return q, r, q.digits() <= l.prec
}

func (l *limits) floorDiv(x, y *number, status *uint32) number {
	q, _ := l.divmod(x, y, status, true, false)
	return q
}

func (l *limits) rem(x, y *number, status *uint32) number {
	_, r := l.divmod(x, y, status, false, true)
	return r
}

// divmod computes quotient and remainder; wantQ and wantR say which are asked for.
func (l *limits) divmod(x, y *number, status *uint32, wantQ, wantR bool) (q, r number) {
	if x.nan() || y.nan() {
		n, _ := nanOf(l, status, x, y)
		return n, n
	}
	neg := x.neg != y.neg
	both := wantQ && wantR
	if x.kind == infinite {
		if y.kind == infinite || both && y.kind == infinite {
			n := invalid(status, sInvalidOperation)
			return n, n
		}
		if wantR {
			*status |= sInvalidOperation
		}
		return inf(neg), nan
	}
	if y.zero() {
		switch {
		case x.zero():
			n := invalid(status, sDivisionUndefined)
			return n, n
		case both:
			*status |= sDivisionByZero | sInvalidOperation
		case wantQ:
			*status |= sDivisionByZero
		default:
			*status |= sInvalidOperation
		}
		return inf(neg), nan
	}
	q, r, ok := l.divide(x, y)
	if !ok {
		n := invalid(status, sDivisionImpossible)
		return n, n
	}
	if wantQ && y.kind == finite {
		q = l.finish(q, status)
	}
	if wantR {
		r = l.finish(r, status)
	}
	return q, r
}

func (l *limits) plus(x *number, status *uint32) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	y := *x
	if y.zero() {
		y.neg = y.neg && l.round == roundFloor
	}
	return l.finish(y, status)
}

func (l *limits) minus(x *number, status *uint32) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	y := *x
	y.neg = !y.neg
	if y.zero() && l.round != roundFloor {
		y.neg = false
	}
	return l.finish(y, status)
}

func (l *limits) abs(x *number, status *uint32) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	y := *x
	y.neg = false
	return l.finish(y, status)
}

// quantize gives x the exponent of y.
func (l *limits) quantize(x, y *number, status *uint32) number {
	if x.nan() || y.nan() {
		r, _ := nanOf(l, status, x, y)
		return r
	}
	if x.kind == infinite || y.kind == infinite {
		if x.kind == y.kind {
			return *x
		}
		return invalid(status, sInvalidOperation)
	}
	if y.exp > l.emax || y.exp < l.etiny() {
		return invalid(status, sInvalidOperation)
	}
	if x.zero() {
		return l.finish(small(x.neg, 0, y.exp), status)
	}
	var r number
	var cut uint32
	n := x.exp - y.exp
	if n >= 0 {
		if x.digits()+n > l.prec {
			return invalid(status, sInvalidOperation)
		}
		if huge(n, status) {
			return nan
		}
		r = rescaled(x, y.exp)
	} else {
		var inexact bool
		r, inexact = l.cut(x, -n)
		if r.digits() > l.prec {
			return invalid(status, sInvalidOperation)
		}
		cut = sRounded
		if inexact {
			cut |= sInexact
		}
	}
	if !r.zero() && r.adjusted() > l.emax {
		return invalid(status, sInvalidOperation)
	}
	var extra uint32
	r = l.finish(r, &extra)
	*status |= cut | extra&(sSubnormal|sClamped)
	return r
}

// toIntegral rounds to an integer; exact says that Inexact and Rounded are signalled.
func (l *limits) toIntegral(x *number, status *uint32, exact bool) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	if x.kind == infinite || x.exp >= 0 {
		return *x
	}
	if x.zero() {
		return small(x.neg, 0, 0)
	}
	r, inexact := l.cut(x, -x.exp)
	if exact {
		*status |= sRounded
		if inexact {
			*status |= sInexact
		}
	}
	return r
}

func (l *limits) reduce(x *number, status *uint32) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	y := l.finish(*x, status)
	if y.kind == infinite {
		return y
	}
	if y.zero() {
		return small(y.neg, 0, 0)
	}
	top := l.emax
	if l.clamp == 1 {
		top = l.etop()
	}
	return stripped(y, top)
}

func (l *limits) sqrt(x *number, status *uint32) number {
	if r, ok := nanOf(l, status, x); ok {
		return r
	}
	switch {
	case x.zero():
		return l.finish(small(x.neg, 0, (x.exp-x.exp&1)/2), status)
	case x.neg:
		return invalid(status, sInvalidOperation)
	case x.kind == infinite:
		return *x
	}
	prec := l.prec + 1
	e := x.exp >> 1
	c := x.coef()
	n := x.digits()
	var length int64
	if x.exp&1 != 0 {
		c = new(big.Int).Mul(c, big.NewInt(10))
		length = n>>1 + 1
	} else {
		length = (n + 1) >> 1
	}
	shift := prec - length
	if huge(2*shift, status) {
		return nan
	}
	exact := true
	if shift >= 0 {
		c = new(big.Int).Mul(c, l.pow(2*shift))
	} else {
		q, r := new(big.Int).QuoRem(c, bigPow10(-2*shift), new(big.Int))
		c, exact = q, r.Sign() == 0
	}
	e -= shift
	root := new(big.Int).Sqrt(c)
	exact = exact && new(big.Int).Mul(root, root).Cmp(c) == 0
	half := *l
	half.round = roundHalfEven
	if exact {
		if shift >= 0 {
			root.Quo(root, bigPow10(shift))
		} else {
			root.Mul(root, bigPow10(-shift))
		}
		return half.finish(make1(false, root, e+shift), status)
	}
	if new(big.Int).Mod(root, big.NewInt(5)).Sign() == 0 {
		root.Add(root, big.NewInt(1))
	}
	return half.finish(make1(false, root, e), status)
}
