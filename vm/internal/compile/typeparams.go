package compile

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// newTypeParams starts the unit around something generic, in which its type parameters are variables.
func (u *unit) newTypeParams(node syntax.Node, name string, span syntax.Span, p params, cells []string) *unit {
	sc := u.c.table.TypeParams(node)
	if sc == nil {
		panic("compile: the type parameters of " + name + " have no scope")
	}
	full := "<generic parameters of " + name + ">"
	t := newUnit(u.c, u, sc, full, u.qualify(full), span)
	t.out.Flags |= u.c.future
	var free []string
	if sc.ClassVisible {
		if _, ok := u.cellReg("__classdict__"); ok {
			free = append(free, "__classdict__")
		}
	}
	t.setup(p, cells, free)
	t.statement(t.span)
	return t
}

// genericFunction makes a generic function: its defaults are evaluated here, everything else inside of the scope of
// the type parameters.
func (u *unit) genericFunction(s *syntax.FunctionDef, start syntax.Span, dst int) {
	var p params
	hasDefaults, hasKw := len(s.Args.Defaults) > 0, false
	for _, d := range s.Args.KwDefaults {
		hasKw = hasKw || d != nil
	}
	if hasDefaults {
		p.names = append(p.names, ".defaults")
	}
	if hasKw {
		p.names = append(p.names, ".kwdefaults")
	}
	p.argCount = len(p.names)
	base := u.temp(1)
	u.span = s.Span
	if hasDefaults {
		u.defaults(s.Args, u.temp(1))
	}
	if hasKw {
		u.span = s.Span
		u.kwDefaults(s.Args, u.temp(1))
	}
	t := u.newTypeParams(s, s.Name, start, p, nil)
	list := t.temp(1)
	t.typeParams(s.TypeParams, list)
	defaults, kw := absent, absent
	if hasDefaults {
		defaults = 0
	}
	if hasKw {
		kw = p.argCount - 1
	}
	fn := t.temp(1)
	t.function(s, start, fn, defaults, kw)
	t.span = s.Span
	t.emit(code.INTRIN2, code.IntrinSetTypeParams, fn, fn, list)
	t.emit(code.RET, 0, fn, 0, 0)
	inner := t.finish()
	u.span = s.Span
	u.makePlain(inner, false, base)
	u.emit(code.CALL, uint8(p.argCount), dst, base, 0)
}

// genericClass makes a generic class inside of the scope of its type parameters.
func (u *unit) genericClass(s *syntax.ClassDef, start syntax.Span, dst int) {
	t := u.newTypeParams(s, s.Name, start, params{}, []string{typeParamsName})
	list := t.temp(1)
	t.typeParams(s.TypeParams, list)
	t.emit(code.STORECELL, 0, t.cells[typeParamsName], list, 0)
	generic := t.temp(1)
	t.emit(code.INTRIN1, code.IntrinGeneric, generic, list, 0)
	out := t.temp(1)
	t.class(s, start, out, generic)
	t.emit(code.RET, 0, out, 0, 0)
	inner := t.finish()
	u.span = s.Span
	base := u.temp(1)
	u.makePlain(inner, false, base)
	u.emit(code.CALL, 0, dst, base, 0)
}

// typeAlias compiles "type Name[T] = value".
func (u *unit) typeAlias(s *syntax.TypeAlias) {
	dst := u.temp(1)
	if len(s.TypeParams) == 0 {
		u.aliasValue(s, -1, dst)
	} else {
		t := u.newTypeParams(s, s.Name.Id, s.Span, params{}, nil)
		list := t.temp(1)
		t.typeParams(s.TypeParams, list)
		out := t.temp(1)
		t.aliasValue(s, list, out)
		t.emit(code.RET, 0, out, 0, 0)
		inner := t.finish()
		u.span = s.Span
		base := u.temp(1)
		u.makePlain(inner, false, base)
		u.emit(code.CALL, 0, dst, base, 0)
	}
	u.span = s.Span
	u.storeName(s.Name.Id, dst)
}

func (u *unit) aliasValue(s *syntax.TypeAlias, list, dst int) {
	w := u.temp(3)
	u.span = s.Span
	u.loadConst(s.Name.Id, w)
	if list < 0 {
		u.loadConst(nil, w+1)
	} else {
		u.emit(code.MOVE, 0, w+1, list, 0)
	}
	u.evaluator(u.c.table.Of(s), s.Name.Id, s.Value, s.Span, w+2)
	u.span = s.Span
	u.emit(code.TUPLE, 0, dst, w, 3)
	u.emit(code.INTRIN1, code.IntrinTypeAlias, dst, dst, 0)
	u.free = w
}

// evaluator makes the function that evaluates a deferred expression of a type parameter or alias.
func (u *unit) evaluator(sc *scope.Scope, name string, value syntax.Expr, span syntax.Span, dst int) {
	if sc == nil {
		panic("compile: the deferred value of " + name + " has no scope")
	}
	f := u.newEvaluator(sc, name, ".format", span)
	r := f.temp(1)
	f.statement(value.Range())
	f.annotation(value, r)
	f.span = value.Range()
	f.emit(code.RET, 0, r, 0, 0)
	inner := f.finish()
	u.span = value.Range()
	u.makePlain(inner, true, dst)
}

// typeParams makes type parameters, binds their names and leaves their tuple in R[dst].
func (u *unit) typeParams(list []syntax.TypeParam, dst int) {
	w := u.free
	for _, p := range list {
		t := u.temp(1)
		fn := u.temp(1)
		u.span = p.Range()
		var name string
		var fallback syntax.Expr
		switch p := p.(type) {
		case *syntax.TypeVar:
			name, fallback = p.Name, p.Default
			u.loadConst(name, t)
			if p.Bound == nil {
				u.emit(code.INTRIN1, code.IntrinTypeVar, t, t, 0)
				break
			}
			how := uint8(code.IntrinTypeVarBound)
			if _, ok := p.Bound.(*syntax.Tuple); ok {
				how = code.IntrinTypeVarConstraints
			}
			u.evaluator(u.c.table.Bound(p), name, p.Bound, p.Span, fn)
			u.span = p.Span
			u.emit(code.INTRIN2, how, t, t, fn)
		case *syntax.ParamSpec:
			name, fallback = p.Name, p.Default
			u.loadConst(name, t)
			u.emit(code.INTRIN1, code.IntrinParamSpec, t, t, 0)
		case *syntax.TypeVarTuple:
			name, fallback = p.Name, p.Default
			u.loadConst(name, t)
			u.emit(code.INTRIN1, code.IntrinTypeVarTuple, t, t, 0)
		}
		if fallback != nil {
			u.evaluator(u.c.table.Default(p), name, fallback, p.Range(), fn)
			u.span = p.Range()
			u.emit(code.INTRIN2, code.IntrinTypeParamDefault, t, t, fn)
		}
		u.storeName(name, t)
		u.free = t + 1
	}
	u.emit(code.TUPLE, 0, dst, w, len(list))
	u.free = w
}
