package decimalmod

import (
	"math/big"

	"slp/vm/object"
)

// The conditions, as bits of a status.
const (
	sClamped uint32 = 1 << iota
	sConversionSyntax
	sDivisionByZero
	sDivisionImpossible
	sDivisionUndefined
	sFPUError
	sInexact
	sInvalidContext
	sInvalidOperation
	sMallocError
	sNotImplemented
	sOverflow
	sRounded
	sSubnormal
	sUnderflow
	sFloatOperation

	sAnyInvalid = sConversionSyntax | sDivisionImpossible | sDivisionUndefined | sFPUError | sInvalidContext | sInvalidOperation | sMallocError
)

// The rounding modes, in the order of libmpdec.
const (
	roundUp = iota
	roundDown
	roundCeiling
	roundFloor
	roundHalfUp
	roundHalfDown
	roundHalfEven
	round05Up
)

var roundings = [...]string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

const (
	maxPrec  = 999999999999999999
	maxEmax  = 999999999999999999
	minEmin  = -999999999999999999
	minEtiny = minEmin - (maxPrec - 1)
)

// limits are what decides on a result.
type limits struct {
	prec, emin, emax int64
	round            int
	clamp            int
	cache            *powers // no state of the program's
}

// context is the Go part of a Context.
type context struct {
	limits
	capitals      int
	traps, status uint32
}

// Walk implements object.Impl.
func (x *context) Walk(w *object.Walker) {
	object.Word(w, &x.prec)
	object.Word(w, &x.emin)
	object.Word(w, &x.emax)
	object.Word(w, &x.round)
	object.Word(w, &x.clamp)
	object.Word(w, &x.capitals)
	object.Word(w, &x.traps)
	object.Word(w, &x.status)
}

func (l *limits) etiny() int64 { return l.emin - (l.prec - 1) }
func (l *limits) etop() int64  { return l.emax - (l.prec - 1) }

// up tells whether a coefficient that was cut goes up: cmp compares what was cut with a half, odd and last describe the
// last digit that is left.
func (l *limits) up(neg bool, cmp int, last uint64) bool {
	switch l.round {
	case roundUp:
		return true
	case roundCeiling:
		return !neg
	case roundFloor:
		return neg
	case roundHalfUp:
		return cmp >= 0
	case roundHalfDown:
		return cmp > 0
	case roundHalfEven:
		return cmp > 0 || cmp == 0 && last&1 == 1
	case round05Up:
		return last == 0 || last == 5
	}
	return false
}

// cut drops n digits and rounds; inexact tells that they were not all zero.
func (l *limits) cut(x *number, n int64) (y number, inexact bool) {
	y = *x
	y.exp += n
	if x.hi == nil {
		if n >= int64(len(pow10)) {
			y.lo = 0
			if x.lo != 0 && l.up(x.neg, -1, 0) {
				y.lo = 1
			}
			return y, x.lo != 0
		}
		p := pow10[n]
		q, r := x.lo/p, x.lo%p
		if r != 0 {
			cmp := -1
			if h := p / 2; r == h {
				cmp = 0
			} else if r > h {
				cmp = 1
			}
			if l.up(x.neg, cmp, q%10) {
				q++
			}
		}
		y.lo = q
		return y, r != 0
	}
	if n > x.digits()+1 { // nothing is left, and it is less than a half
		y.hi, y.lo = nil, 0
		if l.up(x.neg, -1, 0) {
			y.lo = 1
		}
		return y, true
	}
	p := l.pow(n)
	q, r := new(big.Int).QuoRem(x.hi, p, new(big.Int))
	inexact = r.Sign() != 0
	if inexact {
		cmp := r.Lsh(r, 1).Cmp(p)
		last := new(big.Int).Mod(q, big.NewInt(10)).Uint64()
		if l.up(x.neg, cmp, last) {
			q.Add(q, big.NewInt(1))
		}
	}
	y = make1(x.neg, q, y.exp)
	return y, inexact
}

// finish fits an exact result to the limits.
func (l *limits) finish(x number, status *uint32) number {
	switch x.kind {
	case infinite:
		return x
	case quietNaN, signalNaN:
		if n := l.prec - int64(l.clamp); x.digits() > n {
			if n <= 0 {
				x.lo, x.hi = 0, nil
			} else {
				m := new(big.Int).Mod(x.coef(), bigPow10(n))
				y := make1(x.neg, m, 0)
				y.kind = x.kind
				return y
			}
		}
		return x
	}
	if x.zero() {
		top := l.emax
		if l.clamp == 1 {
			top = l.etop()
		}
		if tiny := l.etiny(); x.exp < tiny {
			x.exp = tiny
			*status |= sClamped
		} else if x.exp > top {
			x.exp = top
			*status |= sClamped
		}
		return x
	}
	digits := x.digits()
	adj := x.exp + digits - 1
	tiny := l.etiny()
	subnormal := adj < l.emin
	drop := max(digits-l.prec, 0)
	if subnormal {
		*status |= sSubnormal
		drop = max(drop, tiny-x.exp)
	}
	if drop > 0 {
		var inexact bool
		x, inexact = l.cut(&x, drop)
		*status |= sRounded
		if inexact {
			*status |= sInexact
			if subnormal {
				*status |= sUnderflow
			}
		}
		if x.zero() {
			*status |= sClamped
			return x
		}
		if x.digits() > l.prec { // 999 became 1000
			x, _ = l.cut(&x, 1)
		}
	}
	adj = x.adjusted()
	if adj > l.emax {
		*status |= sOverflow | sInexact | sRounded
		return l.overflow(x.neg, status)
	}
	if l.clamp == 1 && x.exp > l.etop() {
		n := x.exp - l.etop()
		if huge(n, status) {
			return nan
		}
		x = make1(x.neg, new(big.Int).Mul(x.coef(), bigPow10(n)), x.exp-n)
		*status |= sClamped
	}
	return x
}

// longest is how many digits a result may have before memory is said to be at its end.
const longest = 100_000_000

// huge tells that a result would have too many digits.
func huge(n int64, status *uint32) bool {
	if n > longest {
		*status |= sMallocError
		return true
	}
	return false
}

// overflow is the result of an operation whose result is too large.
func (l *limits) overflow(neg bool, status *uint32) number {
	switch {
	case l.round == roundDown, l.round == round05Up, l.round == roundCeiling && neg, l.round == roundFloor && !neg:
		if huge(l.prec, status) {
			return nan
		}
		return make1(neg, new(big.Int).Sub(bigPow10(l.prec), big.NewInt(1)), l.etop())
	}
	return inf(neg)
}
