package compile

import (
	"fmt"

	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) assign(s *syntax.Assign) {
	if len(s.Targets) == 1 {
		switch t := s.Targets[0].(type) {
		case *syntax.Name:
			if r := u.fastReg(t.Id); r >= 0 {
				u.exprTo(s.Value, r)
				u.markBound(r)
				return
			}
		case *syntax.Tuple:
			if u.assignParallel(t.Elts, s.Value) {
				return
			}
		case *syntax.List:
			if u.assignParallel(t.Elts, s.Value) {
				return
			}
		}
	}
	v := 0
	if u.targetsAreSimple(s.Targets) {
		v = u.operand(s.Value)
	} else {
		v = u.temp(1)
		u.expr(s.Value, v)
	}
	for _, t := range s.Targets {
		u.assignTo(t, v)
	}
}

// targetsAreSimple reports targets whose assignment cannot change a local that holds the value: one target, or names only.
func (u *unit) targetsAreSimple(targets []syntax.Expr) bool {
	if len(targets) == 1 {
		return true
	}
	for _, t := range targets {
		if _, ok := t.(*syntax.Name); !ok {
			return false
		}
	}
	return true
}

// assignParallel compiles "a, b = x, y" without a tuple. It reports false if the statement is not like that.
func (u *unit) assignParallel(targets []syntax.Expr, value syntax.Expr) bool {
	var values []syntax.Expr
	switch v := value.(type) {
	case *syntax.Tuple:
		values = v.Elts
	case *syntax.List:
		values = v.Elts
	}
	if len(values) != len(targets) || len(values) == 0 || !plainElts(values) || !plainElts(targets) {
		return false
	}
	if _, ok := u.constant(value); ok && len(values) > 3 {
		return false
	}
	regs := make([]int, len(values))
	for i, v := range values {
		if u.isConstant(v) { // loaded when it is stored
			regs[i] = -1
			continue
		}
		if name, ok := v.(*syntax.Name); ok && !u.bindsAny(targets[:i], name.Id) {
			regs[i] = u.operand(v, values[i+1:]...)
			continue
		}
		regs[i] = u.temp(1)
		u.expr(v, regs[i])
	}
	for i, t := range targets {
		if regs[i] >= 0 {
			u.assignTo(t, regs[i])
			continue
		}
		mark := u.free
		if name, ok := t.(*syntax.Name); ok {
			if r := u.fastReg(name.Id); r >= 0 {
				u.expr(values[i], r)
				u.markBound(r)
				continue
			}
		}
		regs[i] = u.operand(values[i])
		u.assignTo(t, regs[i])
		u.free = mark
	}
	return true
}

// bindsAny reports targets that may bind a name.
func (u *unit) bindsAny(targets []syntax.Expr, name string) bool {
	for _, t := range targets {
		found := false
		walkExpr(t, func(x syntax.Expr) bool {
			switch x := x.(type) {
			case *syntax.Name:
				found = found || x.Id == name && x.Ctx != syntax.Load
			case *syntax.NamedExpr:
				found = found || x.Target.Id == name
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// assignTo emits target = R[v].
func (u *unit) assignTo(target syntax.Expr, v int) {
	mark := u.free
	defer func() { u.free = mark }()
	switch t := target.(type) {
	case *syntax.Name:
		u.span = t.Span
		u.storeName(t.Id, v)
	case *syntax.Attribute:
		obj := u.operand(t.Value)
		u.span = u.attrSpan(t.Span, t)
		u.emit(code.SETATTR, 0, obj, v, u.ic(u.scope.Mangle(t.Name), nil))
		u.noteStatic(t)
	case *syntax.Subscript:
		obj := u.operand(t.Value, t.Index)
		i := u.operand(t.Index)
		u.span = t.Span
		u.emit(code.SETIDX, 0, obj, i, v)
	case *syntax.Tuple:
		u.unpack(t.Elts, v, t.Span)
	case *syntax.List:
		u.unpack(t.Elts, v, t.Span)
	case *syntax.Starred:
		u.assignTo(t.Value, v)
	default:
		panic(fmt.Sprintf("compile: cannot assign to %T", target))
	}
}

// noteStatic remembers self.x = ... in a method for the class's __static_attributes__.
func (u *unit) noteStatic(t *syntax.Attribute) {
	name, ok := t.Value.(*syntax.Name)
	if !ok || name.Id != "self" {
		return
	}
	for p := u.parent; p != nil; p = p.parent {
		if p.staticAttrs != nil {
			p.staticAttrs[t.Name] = true
			return
		}
	}
}

func (u *unit) unpack(targets []syntax.Expr, v int, span syntax.Span) {
	star := -1
	for i, t := range targets {
		if _, ok := t.(*syntax.Starred); ok {
			star = i
		}
	}
	n := len(targets)
	u.span = span
	if r := u.consecutive(targets); r >= 0 && star < 0 {
		u.emit(code.UNPACK, 0, r, v, n) // it writes all or nothing
		for i := range targets {
			u.markBound(r + i)
		}
		return
	}
	w := u.temp(max(n, 1))
	if star < 0 {
		u.emit(code.UNPACK, 0, w, v, n)
	} else if after := n - star - 1; star > 255 {
		u.c.fail(span, "too many expressions in star-unpacking assignment")
		return
	} else {
		u.emit(code.UNPACKEX, uint8(star), w, v, after)
	}
	for i, t := range targets {
		u.assignTo(t, w+i)
	}
}

// consecutive is the first of the registers of targets that are plain locals with one register after the other, or -1.
func (u *unit) consecutive(targets []syntax.Expr) int {
	first := -1
	for i, t := range targets {
		name, ok := t.(*syntax.Name)
		if !ok {
			return -1
		}
		r := u.fastReg(name.Id)
		if i == 0 {
			first = r
		}
		if r < 0 || r != first+i {
			return -1
		}
	}
	return first
}

func (u *unit) augAssign(s *syntax.AugAssign) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		if r := u.fastReg(t.Id); r >= 0 && !u.rebinds(t.Id, []syntax.Expr{s.Value}) {
			u.span = t.Span
			u.check(u.scope.Mangle(t.Id), r)
			u.binaryOp(s.Op, 1, r, r, s.Value, s.Span)
			u.markBound(r)
			return
		}
		v := u.temp(1)
		u.span = t.Span
		u.loadName(t.Id, v)
		u.binaryOp(s.Op, 1, v, v, s.Value, s.Span)
		u.span = t.Span
		u.storeName(t.Id, v)
	case *syntax.Attribute:
		obj := u.operand(t.Value, s.Value)
		u.span = u.attrSpan(t.Span, t)
		v := u.temp(1)
		name := u.scope.Mangle(t.Name)
		u.emit(code.GETATTR, 0, v, obj, u.ic(name, nil))
		u.binaryOp(s.Op, 1, v, v, s.Value, s.Span)
		u.span = u.attrSpan(t.Span, t)
		u.emit(code.SETATTR, 0, obj, v, u.ic(name, nil))
	case *syntax.Subscript:
		obj := u.operand(t.Value, t.Index, s.Value)
		i := u.operand(t.Index, s.Value)
		v := u.temp(1)
		u.span = t.Span
		u.emit(code.GETIDX, 0, v, obj, i)
		u.binaryOp(s.Op, 1, v, v, s.Value, s.Span)
		u.span = t.Span
		u.emit(code.SETIDX, 0, obj, i, v)
	default:
		panic(fmt.Sprintf("compile: cannot assign to %T", s.Target))
	}
}

func (u *unit) delete(target syntax.Expr) {
	mark := u.free
	defer func() { u.free = mark }()
	switch t := target.(type) {
	case *syntax.Name:
		u.span = t.Span
		u.deleteName(t.Id)
	case *syntax.Attribute:
		obj := u.operand(t.Value)
		u.span = u.attrSpan(t.Span, t)
		u.emit(code.DELATTR, 0, obj, 0, u.ic(u.scope.Mangle(t.Name), nil))
	case *syntax.Subscript:
		obj := u.operand(t.Value, t.Index)
		i := u.operand(t.Index)
		u.span = t.Span
		u.emit(code.DELIDX, 0, obj, i, 0)
	case *syntax.Tuple:
		for _, x := range t.Elts {
			u.delete(x)
		}
	case *syntax.List:
		for _, x := range t.Elts {
			u.delete(x)
		}
	default:
		panic(fmt.Sprintf("compile: cannot delete %T", target))
	}
}
