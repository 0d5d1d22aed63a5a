package compile

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/internal/code"
)

// deferred is an annotation of a module or class variable, evaluated only when __annotate__ is called.
type deferred struct {
	name       string
	annotation syntax.Expr
	index      int // in the set of annotations that were reached, or -1: always there
}

// conditionalName is the set of the annotations in conditional blocks that were reached.
const conditionalName = "__conditional_annotations__"

// collectAnnotations finds the annotations of variables in the body of a module or class.
func (u *unit) collectAnnotations(body []syntax.Stmt) {
	if u.c.future&FutureAnnotations != 0 {
		return
	}
	u.annIndex = map[*syntax.AnnAssign]int{}
	u.walkAnnotations(body, u.scope.Kind == scope.Module)
}

func (u *unit) walkAnnotations(body []syntax.Stmt, conditional bool) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.AnnAssign:
			name, ok := s.Target.(*syntax.Name)
			if !ok || !s.Simple {
				continue
			}
			d := deferred{u.scope.Mangle(name.Id), s.Annotation, -1}
			if conditional {
				d.index = len(u.annotations)
			}
			u.annIndex[s] = d.index
			u.annotations = append(u.annotations, d)
		case *syntax.For:
			u.walkAnnotations(s.Body, true)
			u.walkAnnotations(s.Orelse, true)
		case *syntax.While:
			u.walkAnnotations(s.Body, true)
			u.walkAnnotations(s.Orelse, true)
		case *syntax.If:
			for {
				u.walkAnnotations(s.Body, true)
				if len(s.Orelse) == 1 {
					if next, ok := s.Orelse[0].(*syntax.If); ok {
						s = next
						continue
					}
				}
				u.walkAnnotations(s.Orelse, true)
				break
			}
		case *syntax.With:
			u.walkAnnotations(s.Body, true)
		case *syntax.Match:
			for _, c := range s.Cases {
				u.walkAnnotations(c.Body, true)
			}
		case *syntax.Try:
			u.walkAnnotations(s.Body, true)
			for _, h := range s.Handlers {
				u.walkAnnotations(h.Body, true)
			}
			u.walkAnnotations(s.Orelse, true)
			u.walkAnnotations(s.Finalbody, true)
		}
	}
}

// hasConditional reports annotations that need the set of those that were reached.
func (u *unit) hasConditional() bool {
	for _, d := range u.annotations {
		if d.index >= 0 {
			return true
		}
	}
	return false
}

// bodyPrologue sets up the annotations of a module or class body. A module's __annotate__ is there from the start.
func (u *unit) bodyPrologue(body []syntax.Stmt) {
	future := u.c.future&FutureAnnotations != 0
	t := u.temp(1)
	if u.scope.Kind == scope.Module && len(u.annotations) > 0 {
		u.annotateBody(u.scope.Node, t)
		u.storeName("__annotate__", t)
	}
	if u.scope.Conditional || u.hasConditional() {
		u.emit(code.SET, 0, t, 0, 0)
		u.storeName(conditionalName, t)
	}
	if future && hasAnnotated(body) {
		u.setupAnnotations()
	}
	u.free = t
}

// hasAnnotated reports annotated variables in a body, also in blocks.
func hasAnnotated(body []syntax.Stmt) bool {
	probe := &unit{c: &compiler{}, scope: &scope.Scope{}}
	probe.annIndex = map[*syntax.AnnAssign]int{}
	probe.walkAnnotations(body, false)
	return len(probe.annotations) > 0
}

// setupAnnotations makes the dict __annotations__ unless the namespace has it.
func (u *unit) setupAnnotations() {
	end := newLabel()
	t := u.temp(2)
	u.loadConst("__annotations__", t)
	u.emit(code.IN, 0, t+1, t, 0)
	u.jump(code.JT, t+1, 0, end)
	u.emit(code.DICT, 0, t, 0, 0)
	u.storeName("__annotations__", t)
	u.place(end)
	u.free = t
}

// classAnnotate stores the function of a class's annotations.
func (u *unit) classAnnotate(s *syntax.ClassDef) {
	if len(u.annotations) == 0 {
		return
	}
	t := u.temp(1)
	u.annotateBody(s, t)
	u.storeName("__annotate_func__", t)
	u.free = t
}

// annAssign compiles "target: annotation = value".
func (u *unit) annAssign(s *syntax.AnnAssign) {
	mark := u.free
	if s.Value != nil {
		if name, ok := s.Target.(*syntax.Name); ok {
			if r := u.fastReg(name.Id); r >= 0 {
				u.exprTo(s.Value, r)
				u.markBound(r)
			} else {
				v := u.operand(s.Value)
				u.assignTo(s.Target, v)
			}
		} else {
			v := u.operand(s.Value)
			u.assignTo(s.Target, v)
		}
		u.free = mark
	}
	inBody := !u.functionLike
	future := u.c.future&FutureAnnotations != 0
	switch t := s.Target.(type) {
	case *syntax.Name:
		switch {
		case !s.Simple || !inBody:
		case future:
			w := u.temp(3)
			u.span = s.Annotation.Range()
			u.loadConst(unparse(s.Annotation), w)
			u.span = s.Span
			u.loadName("__annotations__", w+1)
			u.loadConst(u.scope.Mangle(t.Id), w+2)
			u.emit(code.SETIDX, 0, w+1, w+2, w)
		default:
			if i := u.annIndex[s]; i >= 0 {
				w := u.temp(2)
				u.span = s.Span
				u.loadName(conditionalName, w)
				u.loadConst(int64(i), w+1)
				u.emit(code.SETADD, 0, w, w+1, 0)
			}
		}
	case *syntax.Attribute:
		if s.Value == nil {
			u.expr(t.Value, u.temp(1))
		}
	case *syntax.Subscript:
		if s.Value == nil {
			u.expr(t.Value, u.temp(1))
			u.sliceParts(t.Index)
		}
	}
	u.pendingStart = false
	u.free = mark
}

// sliceParts evaluates the parts of a subscript without making slices.
func (u *unit) sliceParts(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Slice:
		for _, x := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
			if x != nil {
				u.expr(x, u.temp(1))
			}
		}
	case *syntax.Tuple:
		for _, x := range e.Elts {
			u.sliceParts(x)
		}
	default:
		u.expr(e, u.temp(1))
	}
}

// newEvaluator starts the unit of a function with the parameter format, which evaluates something deferred. Formats
// that compiled code does not support raise NotImplementedError.
func (u *unit) newEvaluator(sc *scope.Scope, name, param string, span syntax.Span) *unit {
	f := newUnit(u.c, u, sc, name, u.qualify(name), span)
	f.out.Flags |= u.c.future
	var free []string
	if sc.ClassVisible {
		if _, ok := u.cellReg("__classdict__"); ok {
			free = append(free, "__classdict__")
		}
	}
	if _, ok := u.cellReg(conditionalName); ok && sc.Kind == scope.Annotations && u.scope.Kind == scope.Class {
		free = append(free, conditionalName)
	}
	f.setup(params{names: []string{param}, argCount: 1, posOnly: 1}, nil, free)
	supported := newLabel()
	f.statement(span)
	f.jump(code.JNGTI, 0, 2, supported)
	t := f.temp(1)
	f.emit(code.LOADASSERT, 1, t, 0, 0)
	f.emit(code.RAISE, 1, t, 0, 0)
	f.place(supported)
	f.free = t
	return f
}

// annotateBody makes the function __annotate__ of a module or class in R[dst].
func (u *unit) annotateBody(node syntax.Node, dst int) {
	sc := u.c.table.Annotations(node)
	if sc == nil {
		panic("compile: the annotations of " + u.out.Qualname + " have no scope")
	}
	f := u.newEvaluator(sc, "__annotate__", "format", u.span)
	d := f.temp(1)
	f.emit(code.DICT, 0, d, 0, 0)
	for _, a := range u.annotations {
		mark := f.free
		skip := newLabel()
		f.span = a.annotation.Range()
		if a.index >= 0 {
			w := f.temp(3)
			f.loadConst(int64(a.index), w)
			f.loadPlain(conditionalName, w+1)
			f.emit(code.IN, 0, w+2, w, w+1)
			f.jump(code.JF, w+2, 0, skip)
			f.free = mark
		}
		k := f.temp(2)
		f.annotation(a.annotation, k+1)
		f.loadConst(a.name, k)
		f.emit(code.DICTSET, 0, d, k, k+1)
		f.free = mark
		f.place(skip)
	}
	f.emit(code.RET, 0, d, 0, 0)
	u.makePlain(f.finish(), false, dst)
}

// loadPlain loads a variable of the compiler's own, which no class namespace hides.
func (u *unit) loadPlain(name string, dst int) {
	if r, ok := u.cells[name]; ok {
		u.emit(code.LOADCELL, 1, dst, r, u.konst(name))
		return
	}
	u.wide(code.LOADG, dst, u.sharedIC("g", name))
}

// annotation evaluates an annotation; "*Ts" stands for the one item of the iterable.
func (u *unit) annotation(e syntax.Expr, dst int) {
	if s, ok := e.(*syntax.Starred); ok {
		v := u.operand(s.Value)
		u.span = e.Range()
		u.emit(code.UNPACK, 0, dst, v, 1)
		return
	}
	u.expr(e, dst)
}

// eachAnnotation calls f for the annotations of a function, in the order CPython has them.
func eachAnnotation(s *syntax.FunctionDef, f func(name string, e syntax.Expr)) {
	args := func(list ...*syntax.Arg) {
		for _, a := range list {
			if a != nil && a.Annotation != nil {
				f(a.Name, a.Annotation)
			}
		}
	}
	args(s.Args.PosOnly...)
	args(s.Args.Args...)
	args(s.Args.VarArg)
	args(s.Args.KwOnly...)
	args(s.Args.KwArg)
	if s.Returns != nil {
		f("return", s.Returns)
	}
}

func hasAnnotations(s *syntax.FunctionDef) bool {
	any := false
	eachAnnotation(s, func(string, syntax.Expr) { any = true })
	return any
}

// annotateFunction makes the function __annotate__ of a def in R[dst].
func (u *unit) annotateFunction(s *syntax.FunctionDef, sc *scope.Scope, dst int) {
	f := u.newEvaluator(sc, "__annotate__", "format", s.Span)
	d := f.temp(1)
	f.emit(code.DICT, 0, d, 0, 0)
	eachAnnotation(s, func(name string, e syntax.Expr) {
		k := f.temp(2)
		f.span = e.Range()
		f.loadConst(f.scope.Mangle(name), k)
		if f.c.future&FutureAnnotations != 0 {
			f.loadConst(unparse(e), k+1)
		} else {
			f.annotation(e, k+1)
		}
		f.emit(code.DICTSET, 0, d, k, k+1)
		f.free = k
	})
	f.emit(code.RET, 0, d, 0, 0)
	inner := f.finish()
	u.span = s.Span
	u.makePlain(inner, false, dst)
}
