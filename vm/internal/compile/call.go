package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// maxArgs is the most arguments of CALL and its kin; more go through CALLEX.
const maxArgs = 250

func (u *unit) call(e *syntax.Call, dst int) {
	attr, isMethod := e.Func.(*syntax.Attribute)
	if u.wantsExpansion(e.Args, e.Keywords) {
		base := u.temp(1)
		u.expr(e.Func, base)
		u.callEx(e.Args, e.Keywords, nil, base, dst, e.Span)
		return
	}
	if isMethod {
		u.callMethod(e, attr, dst)
		return
	}
	if len(e.Args)+len(e.Keywords) == 0 {
		base := u.operand(e.Func)
		u.span = e.Span
		u.emit(code.CALL, 0, dst, base, 0)
		return
	}
	base := u.temp(1)
	u.expr(e.Func, base)
	u.callPlain(e.Args, e.Keywords, base, dst, e.Span)
}

// wantsExpansion reports arguments that CALL cannot carry: with stars, or too many.
func (u *unit) wantsExpansion(args []syntax.Expr, keywords []*syntax.Keyword) bool {
	if len(args)+len(keywords) > maxArgs {
		return true
	}
	for _, a := range args {
		if _, ok := a.(*syntax.Starred); ok {
			return true
		}
	}
	for _, k := range keywords {
		if k.Name == "" {
			return true
		}
	}
	return false
}

// callPlain evaluates the arguments after the callee in R[base], the newest temporary, and calls.
func (u *unit) callPlain(args []syntax.Expr, keywords []*syntax.Keyword, base, dst int, span syntax.Span) {
	u.arguments(args, keywords)
	u.span = span
	n := len(args) + len(keywords)
	if len(keywords) > 0 {
		u.emit(code.CALLK, uint8(n), dst, base, u.konst(u.keywordNames(keywords)))
		return
	}
	u.emit(code.CALL, uint8(n), dst, base, 0)
}

// arguments evaluates arguments into the next temporaries.
func (u *unit) arguments(args []syntax.Expr, keywords []*syntax.Keyword) {
	for _, a := range args {
		u.expr(a, u.temp(1))
	}
	for _, k := range keywords {
		u.expr(k.Value, u.temp(1))
	}
}

func (u *unit) keywordNames(keywords []*syntax.Keyword) tupleConst {
	names := make(tupleConst, len(keywords))
	for i, k := range keywords {
		names[i] = u.scope.Mangle(k.Name)
	}
	return names
}

// callMethod calls obj.name(...). CPython looks the method up before it evaluates the arguments. CALLM looks it up
// after them, which is the same when they can neither fail nor have effects.
func (u *unit) callMethod(e *syntax.Call, attr *syntax.Attribute, dst int) {
	span := u.attrSpan(e.Span, attr)
	name := u.scope.Mangle(attr.Name)
	n := len(e.Args) + len(e.Keywords)
	if u.inert(e.Args, e.Keywords) {
		base := 0
		if n == 0 {
			base = u.operand(attr.Value)
		} else {
			base = u.temp(1)
			u.expr(attr.Value, base)
		}
		u.arguments(e.Args, e.Keywords)
		u.span = span
		var names []string
		for _, k := range e.Keywords {
			names = append(names, u.scope.Mangle(k.Name))
		}
		u.emit(code.CALLM, uint8(n), dst, base, u.ic(name, names))
		u.lookupAt(u.attrSpan(attr.Span, attr))
		return
	}
	base := u.temp(2)
	u.free = base
	obj := u.operand(attr.Value)
	u.span = u.attrSpan(attr.Span, attr)
	u.free = base
	u.temp(2)
	u.emit(code.GETMETH, 0, base, obj, u.ic(name, nil))
	u.arguments(e.Args, e.Keywords)
	u.span = span
	names := code.NoReg
	if len(e.Keywords) > 0 {
		names = u.konst(u.keywordNames(e.Keywords))
	}
	u.emit(code.CALLMETH, uint8(n), dst, base, names)
}

// inert reports arguments whose evaluation can neither fail nor be noticed: constants and bound locals.
func (u *unit) inert(args []syntax.Expr, keywords []*syntax.Keyword) bool {
	for _, a := range args {
		if !u.inertExpr(a) {
			return false
		}
	}
	for _, k := range keywords {
		if !u.inertExpr(k.Value) {
			return false
		}
	}
	return true
}

func (u *unit) inertExpr(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Constant:
		return true
	case *syntax.Name:
		r := u.fastReg(e.Id)
		return r >= 0 && u.bound.has(r)
	case *syntax.Lambda:
		return len(e.Args.Defaults) == 0 && len(e.Args.KwDefaults) == 0
	}
	_, ok := u.constant(e)
	return ok
}

// callEx calls R[base], the newest temporary, with starred or very many arguments. extra is an argument after the
// positional ones that is in a register already (the generic base of a class), or nil; head are arguments that are
// in the registers after base already.
func (u *unit) callEx(args []syntax.Expr, keywords []*syntax.Keyword, extra *int, base, dst int, span syntax.Span) {
	u.callExHead(0, args, keywords, extra, base, dst, span)
}

// callExHead is callEx with the first head arguments in R[base+1...] already.
func (u *unit) callExHead(head int, args []syntax.Expr, keywords []*syntax.Keyword, extra *int, base, dst int, span syntax.Span) {
	positional := base + 1
	list := positional
	if head == 0 {
		u.temp(1)
	}
	star, only := singleStar(args)
	switch {
	case head == 0 && extra == nil && only:
		u.expr(star.Value, list)
	default:
		only = false
		if head > 0 {
			u.span = span
			u.emit(code.LIST, 0, list, list, head)
			u.free = list + 1
		}
		u.sequence(args, list, head > 0, span)
		u.span = span
		if extra != nil {
			u.emit(code.LISTAPPEND, 0, list, *extra, 0)
		}
		u.emit(code.LISTTUPLE, 0, list, list, 0)
	}
	kw := uint8(0)
	if len(keywords) > 0 {
		kw = 1
		d := u.temp(1)
		u.keywordDict(keywords, d, base, span)
	}
	u.span = span
	if only { // it is iterated last of all
		items := u.temp(1)
		u.emit(code.LIST, 0, items, items, 0)
		u.emit(code.LISTEXTEND, 1, items, list, base)
		u.emit(code.LISTTUPLE, 0, list, items, 0)
	}
	u.emit(code.CALLEX, kw, dst, base, 0)
}

// singleStar reports arguments that are one starred iterable.
func singleStar(args []syntax.Expr) (*syntax.Starred, bool) {
	if len(args) != 1 {
		return nil, false
	}
	s, ok := args[0].(*syntax.Starred)
	return s, ok
}

// keywordDict builds the dict of keyword arguments in R[d]: runs of plain keywords become dicts that are merged, as
// each ** is, so that duplicates are found.
func (u *unit) keywordDict(keywords []*syntax.Keyword, d, callee int, span syntax.Span) {
	started := false
	for i := 0; i < len(keywords); {
		k := keywords[i]
		if k.Name == "" {
			if !started {
				u.span = span
				u.emit(code.DICT, 0, d, d, 0)
				started = true
			}
			mark := u.free
			r := u.operand(k.Value)
			u.span = span
			u.emit(code.DICTMERGE, 0, d, r, callee)
			u.free = mark
			i++
			continue
		}
		j := i
		for j < len(keywords) && keywords[j].Name != "" && j-i < batchPairs {
			j++
		}
		mark := u.free
		to := d
		if started {
			to = u.temp(1)
		}
		w := u.free
		for _, k := range keywords[i:j] {
			pair := u.temp(2)
			u.span = k.Span
			u.loadConst(u.scope.Mangle(k.Name), pair)
			u.expr(k.Value, pair+1)
		}
		u.span = span
		u.emit(code.DICT, 0, to, w, j-i)
		if started {
			u.emit(code.DICTMERGE, 0, d, to, callee)
		}
		started = true
		u.free = mark
		i = j
	}
}
