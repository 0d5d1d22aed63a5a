package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// unlessOps are the jumps taken unless the comparison holds, with a register and with a number.
var unlessOps = [...][2]code.Op{
	syntax.Eq: {code.JNEQ, code.JNEQI}, syntax.NotEq: {code.JNNE, code.JNNEI}, syntax.Lt: {code.JNLT, code.JNLTI},
	syntax.LtE: {code.JNLE, code.JNLEI}, syntax.Gt: {code.JNGT, code.JNGTI}, syntax.GtE: {code.JNGE, code.JNGEI},
}

// jumpIf jumps to l if the truth of e is what is asked for, else goes on.
func (u *unit) jumpIf(e syntax.Expr, truth bool, l *label) {
	mark := u.free
	defer func() { u.free = mark }()
	if k, ok := u.constant(e); ok {
		if known, is := constTruth(k); is {
			if known == truth {
				u.span = e.Range()
				u.jmp(l)
			}
			return
		}
	}
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			u.jumpIf(e.Operand, !truth, l)
			return
		}
	case *syntax.BoolOp:
		u.jumpBoolean(e, truth, l)
		return
	case *syntax.IfExp:
		orelse, end := newLabel(), newLabel()
		u.jumpIf(e.Test, false, orelse)
		u.jumpIf(e.Body, truth, l)
		u.jmp(end)
		u.place(orelse)
		u.jumpIf(e.Orelse, truth, l)
		u.place(end)
		return
	case *syntax.Compare:
		u.jumpCompare(e, truth, l)
		return
	}
	r := u.operand(e)
	u.span = e.Range()
	u.jump(jumpOp(truth), r, 0, l)
}

func jumpOp(truth bool) code.Op {
	if truth {
		return code.JT
	}
	return code.JF
}

// constTruth is the truth of a constant.
func constTruth(k konst) (truth, known bool) {
	switch k := k.(type) {
	case nil:
		return false, true
	case bool:
		return k, true
	case int64:
		return k != 0, true
	case float64:
		return k != 0, true
	case string:
		return k != "", true
	case bytesConst:
		return k != "", true
	case tupleConst:
		return len(k) > 0, true
	case ellipsis:
		return true, true
	}
	return false, false
}

func (u *unit) jumpBoolean(e *syntax.BoolOp, truth bool, l *label) {
	last := len(e.Values) - 1
	if (e.Op == syntax.Or) == truth {
		for _, v := range e.Values {
			u.jumpIf(v, truth, l)
		}
		return
	}
	end := newLabel()
	for _, v := range e.Values[:last] {
		u.jumpIf(v, !truth, end)
	}
	u.jumpIf(e.Values[last], truth, l)
	u.place(end)
}

func (u *unit) jumpCompare(e *syntax.Compare, truth bool, l *label) {
	last := len(e.Ops) - 1
	if last == 0 {
		left := u.operand(e.Left, e.Comparators[0])
		u.jumpCompareOp(e.Ops[0], left, e.Comparators[0], nil, truth, l, e.Span)
		return
	}
	end := l
	if truth {
		end = newLabel()
	}
	left := u.operand(e.Left, e.Comparators...)
	for i := 0; i < last; i++ {
		left = u.jumpCompareOp(e.Ops[i], left, e.Comparators[i], e.Comparators[i+1:], false, end, e.Span)
	}
	u.jumpCompareOp(e.Ops[last], left, e.Comparators[last], nil, truth, l, e.Span)
	if truth {
		u.place(end)
	}
}

// jumpCompareOp evaluates the right side of a comparison and jumps to l if its truth is the one asked for. It returns the
// register of the right side, which the next comparison of a chain needs.
func (u *unit) jumpCompareOp(op syntax.CmpOp, left int, right syntax.Expr, later []syntax.Expr, truth bool, l *label, span syntax.Span) int {
	switch op {
	case syntax.Is, syntax.IsNot:
		if k, ok := right.(*syntax.Constant); ok && k.Kind == syntax.None && later == nil {
			u.span = span
			if (op == syntax.Is) == truth {
				u.jump(code.JNONE, left, 0, l)
			} else {
				u.jump(code.JNOTNONE, left, 0, l)
			}
			return -1
		}
		fallthrough
	case syntax.In, syntax.NotIn:
		if len(later) == 0 {
			right = u.container(op, right)
		}
		r := u.operand(right, later...)
		t := u.temp(1)
		u.span = span
		u.emit(compareOps[op], 0, t, left, r)
		u.jump(jumpOp(truth), t, 0, l)
		return r
	}
	ops, operandB, r := unlessOps[op], 0, -1
	jop := ops[0]
	if imm, ok := u.immediate(right); ok && later == nil {
		jop, operandB = ops[1], imm
	} else {
		r = u.operand(right, later...)
		operandB = r
	}
	u.span = span
	if !truth {
		u.jump(jop, left, operandB, l)
		return r
	}
	over := newLabel()
	u.jump(jop, left, operandB, over)
	u.jmp(l)
	u.place(over)
	return r
}
