package compile

import (
	"fmt"
	"strings"

	"slp/syntax"
	"slp/vm/internal/code"
)

var binaryOps = [...]code.Op{
	syntax.Add: code.ADD, syntax.Sub: code.SUB, syntax.Mult: code.MUL, syntax.MatMult: code.MATMUL,
	syntax.Div: code.DIV, syntax.Mod: code.MOD, syntax.Pow: code.POW, syntax.LShift: code.LSHIFT,
	syntax.RShift: code.RSHIFT, syntax.BitOr: code.OR, syntax.BitXor: code.XOR, syntax.BitAnd: code.AND,
	syntax.FloorDiv: code.FLOORDIV,
}

var unaryOps = [...]code.Op{syntax.Invert: code.INVERT, syntax.Not: code.NOT, syntax.UAdd: code.POS, syntax.USub: code.NEG}

var compareOps = [...]code.Op{
	syntax.Eq: code.EQ, syntax.NotEq: code.NE, syntax.Lt: code.LT, syntax.LtE: code.LE, syntax.Gt: code.GT,
	syntax.GtE: code.GE, syntax.Is: code.IS, syntax.IsNot: code.ISNOT, syntax.In: code.IN, syntax.NotIn: code.NOTIN,
}

// expr evaluates e into the temporary dst, which may be written before the end.
func (u *unit) expr(e syntax.Expr, dst int) {
	mark := u.free
	u.eval(e, dst)
	u.free = mark
}

// exprTo evaluates e into any register; a named one is written by the last instruction only.
func (u *unit) exprTo(e syntax.Expr, dst int) {
	if !u.isNamed(dst) || u.direct(e) {
		u.expr(e, dst)
		return
	}
	t := u.temp(1)
	u.expr(e, t)
	u.emit(code.MOVE, 0, dst, t, 0)
	u.free = t
}

// isNamed reports a register that Python code can see.
func (u *unit) isNamed(r int) bool {
	if r < u.named {
		return true
	}
	for o := u.overlay; o != nil; o = o.parent {
		for _, a := range o.vars { // order-free: one that matches is as good as another
			if a.reg == r {
				return true
			}
		}
	}
	return false
}

// direct reports an expression whose evaluation writes its destination once, at the very end.
func (u *unit) direct(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.BinOp, *syntax.UnaryOp, *syntax.Attribute, *syntax.Subscript, *syntax.Constant, *syntax.Name,
		*syntax.Lambda, *syntax.Yield, *syntax.GeneratorExp:
		return true
	case *syntax.Call:
		return true
	case *syntax.Compare:
		return len(e.Ops) == 1
	case *syntax.IfExp:
		return u.direct(e.Body) && u.direct(e.Orelse)
	case *syntax.List:
		return plainElts(e.Elts)
	case *syntax.Tuple:
		return plainElts(e.Elts)
	case *syntax.Set:
		return plainElts(e.Elts)
	case *syntax.Dict:
		return plainElts(e.Values) && plainElts(e.Keys)
	}
	return false
}

// operand evaluates e and returns a register that holds its value: the local itself if e is one that none of the
// expressions evaluated later rebinds, else a temporary.
func (u *unit) operand(e syntax.Expr, later ...syntax.Expr) int {
	switch e := e.(type) {
	case *syntax.Name:
		if r := u.fastReg(e.Id); r >= 0 && !u.rebinds(e.Id, later) {
			u.span = e.Span
			u.check(u.scope.Mangle(e.Id), r)
			return r
		}
	case *syntax.NamedExpr:
		if r := u.fastTarget(e.Target.Id); r >= 0 && !u.rebinds(e.Target.Id, later) {
			u.exprTo(e.Value, r)
			u.markBound(r)
			return r
		}
	}
	t := u.temp(1)
	u.expr(e, t)
	return t
}

// rebinds reports whether evaluating some of the expressions may bind the local again: only := can.
func (u *unit) rebinds(name string, exprs []syntax.Expr) bool {
	if len(exprs) == 0 || !u.c.hasWalrus {
		return false
	}
	for _, e := range exprs {
		if e != nil && bindsName(e, name) {
			return true
		}
	}
	return false
}

// eval does expr's work; temporaries are given back by the caller.
func (u *unit) eval(e syntax.Expr, dst int) {
	if k, ok := u.constant(e); ok {
		u.span = e.Range()
		u.loadConst(k, dst)
		return
	}
	switch e := e.(type) {
	case *syntax.Name:
		u.span = e.Span
		u.loadName(e.Id, dst)
	case *syntax.BinOp:
		u.binary(e, dst)
	case *syntax.UnaryOp:
		u.unary(e, dst)
	case *syntax.BoolOp:
		u.boolean(e, dst)
	case *syntax.Compare:
		u.compare(e, dst)
	case *syntax.IfExp:
		orelse, end := newLabel(), newLabel()
		u.jumpIf(e.Test, false, orelse)
		u.expr(e.Body, dst)
		u.jmp(end)
		u.place(orelse)
		u.expr(e.Orelse, dst)
		u.place(end)
	case *syntax.NamedExpr:
		u.named_(e, dst)
	case *syntax.Attribute:
		obj := u.operand(e.Value)
		u.span = u.attrSpan(e.Span, e)
		u.emit(code.GETATTR, 0, dst, obj, u.ic(u.scope.Mangle(e.Name), nil))
	case *syntax.Subscript:
		u.subscript(e, dst)
	case *syntax.Slice:
		u.slice(e, dst)
	case *syntax.Call:
		u.call(e, dst)
	case *syntax.List:
		u.list(e.Elts, dst, e.Span)
	case *syntax.Tuple:
		u.tuple(e.Elts, dst, e.Span)
	case *syntax.Set:
		u.set(e.Elts, dst, e.Span)
	case *syntax.Dict:
		u.dict(e, dst)
	case *syntax.ListComp, *syntax.SetComp, *syntax.DictComp, *syntax.GeneratorExp:
		u.comprehension(e, dst)
	case *syntax.Lambda:
		u.lambda(e, dst)
	case *syntax.JoinedStr:
		u.joined(e.Values, dst, e.Span)
	case *syntax.TemplateStr:
		u.template(e, dst)
	case *syntax.FormattedValue:
		u.formatted(e, dst)
	case *syntax.Interpolation:
		u.interpolation(e, dst)
	case *syntax.Yield:
		u.yield(e, dst)
	case *syntax.YieldFrom:
		v := u.operand(e.Value)
		u.span = e.Span
		it := u.temp(1)
		u.emit(code.GETYFITER, 0, it, v, 0)
		u.delegate(it, dst)
	case *syntax.Await:
		v := u.operand(e.Value)
		u.span = e.Span
		u.await(v, 0, dst)
	case *syntax.Starred:
		u.expr(e.Value, dst)
	default:
		panic(fmt.Sprintf("compile: expression %T cannot be compiled", e))
	}
}

// binary goes down the left spine without recursion: sums of thousands of terms are common in generated code.
func (u *unit) binary(e *syntax.BinOp, dst int) {
	spine := []*syntax.BinOp{e}
	for {
		left, ok := spine[len(spine)-1].Left.(*syntax.BinOp)
		if !ok {
			break
		}
		if _, folded := u.constant(left); folded {
			break
		}
		spine = append(spine, left)
	}
	mark := u.free
	last := len(spine) - 1
	left := u.operand(spine[last].Left, spine[last].Right)
	acc := dst // of the partial results
	if last > 0 && u.isNamed(dst) {
		if acc = left; left < mark {
			acc = u.temp(1)
		}
	}
	for i := last; i >= 0; i-- {
		to := acc
		if i == 0 {
			to = dst
		}
		keep := u.free
		u.binaryOp(spine[i].Op, 0, to, left, spine[i].Right, spine[i].Span)
		u.free = keep
		left = acc
	}
}

// binaryOp emits R[dst] = R[left] op right.
func (u *unit) binaryOp(op syntax.Operator, n uint8, dst, left int, right syntax.Expr, span syntax.Span) {
	if imm, ok := u.immediate(right); ok {
		switch {
		case op == syntax.Add:
			u.span = span
			u.emit(code.ADDI, n, dst, left, imm)
			return
		case op == syntax.Sub:
			u.span = span
			u.emit(code.SUBI, n, dst, left, imm)
			return
		case op == syntax.Mod && imm > 0:
			u.span = span
			u.emit(code.MODI, n, dst, left, imm)
			return
		}
	}
	r := u.operand(right)
	u.span = span
	u.emit(binaryOps[op], n, dst, left, r)
}

// immediate is the value of an integer constant that fits 16 bits.
func (u *unit) immediate(e syntax.Expr) (int, bool) {
	switch e.(type) {
	case *syntax.Constant, *syntax.UnaryOp:
	default:
		return 0, false
	}
	if k, ok := u.constant(e); ok {
		if i, ok := k.(int64); ok && i == int64(int16(i)) {
			return int(i), true
		}
	}
	return 0, false
}

func (u *unit) unary(e *syntax.UnaryOp, dst int) {
	if e.Op == syntax.Not {
		if cmp, ok := e.Operand.(*syntax.Compare); ok && len(cmp.Ops) == 1 {
			switch cmp.Ops[0] { // "not a in b" is "a not in b"; identity likewise
			case syntax.In, syntax.NotIn, syntax.Is, syntax.IsNot:
				u.compareOp(inverse(cmp.Ops[0]), dst, cmp)
				return
			}
		}
	}
	r := u.operand(e.Operand)
	u.span = e.Span
	u.emit(unaryOps[e.Op], 0, dst, r, 0)
}

func inverse(op syntax.CmpOp) syntax.CmpOp {
	switch op {
	case syntax.In:
		return syntax.NotIn
	case syntax.NotIn:
		return syntax.In
	case syntax.Is:
		return syntax.IsNot
	}
	return syntax.Is
}

func (u *unit) boolean(e *syntax.BoolOp, dst int) {
	end := newLabel()
	op := code.JF
	if e.Op == syntax.Or {
		op = code.JT
	}
	for i, v := range e.Values {
		u.expr(v, dst)
		if i < len(e.Values)-1 {
			u.span = e.Span
			u.jump(op, dst, 0, end)
		}
	}
	u.place(end)
}

func (u *unit) compare(e *syntax.Compare, dst int) {
	if len(e.Ops) == 1 {
		u.compareOp(e.Ops[0], dst, e)
		return
	}
	end := newLabel()
	left := u.operand(e.Left, e.Comparators...)
	for i, op := range e.Ops {
		item := e.Comparators[i]
		if i == len(e.Ops)-1 { // the others are operands of the next comparison, too
			item = u.container(op, item)
		}
		right := u.operand(item, e.Comparators[i+1:]...)
		u.span = e.Span
		u.emit(compareOps[op], 0, dst, left, right)
		if i < len(e.Ops)-1 {
			u.jump(code.JF, dst, 0, end)
		}
		left = right
	}
	u.place(end)
}

// compareOp emits R[dst] = left op right of a comparison with one operator.
func (u *unit) compareOp(op syntax.CmpOp, dst int, e *syntax.Compare) {
	left := u.operand(e.Left, e.Comparators[0])
	right := u.operand(u.container(op, e.Comparators[0]))
	u.span = e.Span
	u.emit(compareOps[op], 0, dst, left, right)
}

// constExpr is a constant that the compiler itself put in place of an expression.
type constExpr struct {
	syntax.Expr
	value konst
}

// container makes "x in [1, 2]" and "x in {1, 2}" look into a constant.
func (u *unit) container(op syntax.CmpOp, e syntax.Expr) syntax.Expr {
	if op != syntax.In && op != syntax.NotIn {
		return e
	}
	switch x := e.(type) {
	case *syntax.List:
		if k, ok := u.constants(x.Elts); ok {
			return &constExpr{e, k}
		}
	case *syntax.Set:
		if k, ok := u.constants(x.Elts); ok {
			return &constExpr{e, setConst(k.(tupleConst))}
		}
	}
	return e
}

func (u *unit) named_(e *syntax.NamedExpr, dst int) {
	if r := u.fastTarget(e.Target.Id); r >= 0 {
		u.exprTo(e.Value, r)
		u.markBound(r)
		u.span = e.Span
		u.emit(code.MOVE, 0, dst, r, 0)
		return
	}
	u.expr(e.Value, dst)
	u.span = e.Target.Span
	u.storeTarget(e.Target.Id, dst)
}

// fastTarget is the register of the local that := binds, or -1. In a comprehension that is a local of the function
// around it, which resolve finds, as comprehensions may not rebind their own variables so.
func (u *unit) fastTarget(name string) int { return u.fastReg(name) }

func (u *unit) storeTarget(name string, src int) { u.storeName(name, src) }

func (u *unit) subscript(e *syntax.Subscript, dst int) {
	obj := u.operand(e.Value, e.Index)
	if imm, ok := u.immediate(e.Index); ok {
		u.span = e.Span
		u.emit(code.GETIDXI, 0, dst, obj, imm)
		return
	}
	i := u.operand(e.Index)
	u.span = e.Span
	u.emit(code.GETIDX, 0, dst, obj, i)
}

func (u *unit) slice(e *syntax.Slice, dst int) {
	w := u.temp(3)
	u.free = w
	for _, part := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
		r := u.temp(1)
		if part == nil {
			u.span = e.Span
			u.loadConst(nil, r)
		} else {
			u.expr(part, r)
		}
	}
	u.span = e.Span
	u.emit(code.SLICE, 0, dst, w, 0)
}

// attrSpan is the range that CPython reports for an access to an attribute that stands on another line than the
// beginning of its expression: it begins at the attribute's name.
func (u *unit) attrSpan(span syntax.Span, attr *syntax.Attribute) syntax.Span {
	if u.c.line(span.Start) != u.c.line(attr.End) {
		span.Start = attr.End - int32(len(attr.Name))
	}
	return span
}

func (u *unit) yield(e *syntax.Yield, dst int) {
	v := 0
	if e.Value == nil {
		v = u.temp(1)
		u.span = e.Span
		u.loadConst(nil, v)
	} else {
		v = u.operand(e.Value)
	}
	u.span = e.Span
	u.emit(code.YIELD, u.yieldFlag(), dst, v, 0)
}

// yieldFlag is n of a YIELD that the source asked for.
func (u *unit) yieldFlag() uint8 {
	if u.out.Flags&code.AsyncGen != 0 {
		return 2
	}
	return 0
}

// await waits for R[v]; mode is n of AWAITABLE.
func (u *unit) await(v int, mode uint8, dst int) {
	mark := u.free
	it := u.temp(1)
	u.emit(code.AWAITABLE, mode, it, v, 0)
	u.delegate(it, dst)
	u.free = mark
}

// delegate runs the iterator in R[it] to its end, passing values through; its result goes to the temporary dst.
func (u *unit) delegate(it, dst int) {
	u.loadConst(nil, dst)
	top, done := u.top(nil), newLabel()
	u.jump(code.SEND, dst, it, done)
	u.emit(code.YIELD, 1, dst, dst, it)
	u.loop(top)
	u.place(done)
}

// bindsName reports whether evaluating e runs "name := ...", as far as that can bind a plain local: not in a lambda
// or generator expression, which would need a cell.
func bindsName(e syntax.Expr, name string) bool {
	found := false
	walkExpr(e, func(x syntax.Expr) bool {
		if n, ok := x.(*syntax.NamedExpr); ok && n.Target.Id == name {
			found = true
		}
		return !found
	})
	return found
}

// walkExpr visits e and the expressions in it, in no particular order; bodies of lambdas too.
func walkExpr(e syntax.Expr, visit func(syntax.Expr) bool) {
	if e == nil || !visit(e) {
		return
	}
	all := func(list []syntax.Expr) {
		for _, x := range list {
			if x != nil {
				walkExpr(x, visit)
			}
		}
	}
	gens := func(list []*syntax.Comprehension) {
		for _, g := range list {
			all([]syntax.Expr{g.Target, g.Iter})
			all(g.Ifs)
		}
	}
	switch e := e.(type) {
	case *constExpr:
	case *syntax.BoolOp:
		all(e.Values)
	case *syntax.NamedExpr:
		all([]syntax.Expr{e.Target, e.Value})
	case *syntax.BinOp:
		all([]syntax.Expr{e.Left, e.Right})
	case *syntax.UnaryOp:
		walkExpr(e.Operand, visit)
	case *syntax.Lambda:
		all(e.Args.Defaults)
		all(e.Args.KwDefaults)
		walkExpr(e.Body, visit)
	case *syntax.IfExp:
		all([]syntax.Expr{e.Test, e.Body, e.Orelse})
	case *syntax.Dict:
		all(e.Keys)
		all(e.Values)
	case *syntax.Set:
		all(e.Elts)
	case *syntax.List:
		all(e.Elts)
	case *syntax.Tuple:
		all(e.Elts)
	case *syntax.ListComp:
		walkExpr(e.Elt, visit)
		gens(e.Generators)
	case *syntax.SetComp:
		walkExpr(e.Elt, visit)
		gens(e.Generators)
	case *syntax.GeneratorExp:
		walkExpr(e.Elt, visit)
		gens(e.Generators)
	case *syntax.DictComp:
		all([]syntax.Expr{e.Key, e.Value})
		gens(e.Generators)
	case *syntax.Await:
		walkExpr(e.Value, visit)
	case *syntax.Yield:
		all([]syntax.Expr{e.Value})
	case *syntax.YieldFrom:
		walkExpr(e.Value, visit)
	case *syntax.Compare:
		walkExpr(e.Left, visit)
		all(e.Comparators)
	case *syntax.Call:
		walkExpr(e.Func, visit)
		all(e.Args)
		for _, k := range e.Keywords {
			walkExpr(k.Value, visit)
		}
	case *syntax.FormattedValue:
		walkExpr(e.Value, visit)
		if e.FormatSpec != nil {
			all(e.FormatSpec.Values)
		}
	case *syntax.Interpolation:
		walkExpr(e.Value, visit)
		if e.FormatSpec != nil {
			all(e.FormatSpec.Values)
		}
	case *syntax.JoinedStr:
		all(e.Values)
	case *syntax.TemplateStr:
		all(e.Values)
	case *syntax.Attribute:
		walkExpr(e.Value, visit)
	case *syntax.Subscript:
		all([]syntax.Expr{e.Value, e.Index})
	case *syntax.Starred:
		walkExpr(e.Value, visit)
	case *syntax.Slice:
		all([]syntax.Expr{e.Lower, e.Upper, e.Step})
	}
}

// textHasWalrus reports whether a source can contain := at all.
func textHasWalrus(text string) bool { return strings.Contains(text, ":=") }
