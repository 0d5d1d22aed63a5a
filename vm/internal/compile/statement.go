package compile

import (
	"fmt"

	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) stmts(body []syntax.Stmt) {
	for _, s := range body {
		if len(u.c.errors) > 0 {
			return
		}
		u.stmt(s)
	}
}

func (u *unit) stmt(s syntax.Stmt) {
	mark := u.free
	u.statement(s.Range())
	switch s := s.(type) {
	case *syntax.ExprStmt:
		u.exprStmt(s)
	case *syntax.Assign:
		u.assign(s)
	case *syntax.AugAssign:
		u.augAssign(s)
	case *syntax.AnnAssign:
		u.annAssign(s)
	case *syntax.If:
		u.ifStmt(s)
	case *syntax.While:
		u.while(s)
	case *syntax.For:
		u.forStmt(s)
	case *syntax.FunctionDef:
		u.functionDef(s)
	case *syntax.ClassDef:
		u.classDef(s)
	case *syntax.Return:
		u.returnStmt(s)
	case *syntax.Delete:
		for _, t := range s.Targets {
			u.delete(t)
		}
	case *syntax.Raise:
		u.raise(s)
	case *syntax.Assert:
		u.assert(s)
	case *syntax.Import:
		u.importStmt(s)
	case *syntax.ImportFrom:
		u.importFrom(s)
	case *syntax.Pass:
		u.emit(code.NOP, 0, 0, 0, 0)
	case *syntax.Break:
		u.leaveLoop(s.Span, false)
	case *syntax.Continue:
		u.leaveLoop(s.Span, true)
	case *syntax.Global, *syntax.Nonlocal:
		u.pendingStart = false
	case *syntax.Try:
		u.tryStmt(s)
	case *syntax.With:
		u.with(s, 0)
	case *syntax.Match:
		u.match(s)
	case *syntax.TypeAlias:
		u.typeAlias(s)
	default:
		panic(fmt.Sprintf("compile: statement %T cannot be compiled", s))
	}
	if u.pendingStart && !u.dead { // it needs no instruction, as x = x
		u.emit(code.NOP, 0, 0, 0, 0)
	}
	u.free = mark
}

func (u *unit) exprStmt(s *syntax.ExprStmt) {
	if u.interactive && u.parent == nil {
		r := u.operand(s.Value)
		u.span = s.Span
		t := u.temp(1)
		u.emit(code.INTRIN1, code.IntrinPrint, t, r, 0)
		return
	}
	if _, ok := s.Value.(*syntax.Constant); ok {
		u.emit(code.NOP, 0, 0, 0, 0)
		return
	}
	if n, ok := s.Value.(*syntax.NamedExpr); ok {
		if r := u.fastTarget(n.Target.Id); r >= 0 {
			u.exprTo(n.Value, r)
			u.markBound(r)
			return
		}
	}
	u.expr(s.Value, u.temp(1))
}

func (u *unit) ifStmt(s *syntax.If) {
	end := newLabel()
	for {
		orelse := end
		if len(s.Orelse) > 0 {
			orelse = newLabel()
		}
		if _, ok := u.constant(s.Test); ok { // nothing to test, but the line is shown
			u.emit(code.NOP, 0, 0, 0, 0)
		}
		u.jumpIf(s.Test, false, orelse)
		u.stmts(s.Body)
		if len(s.Orelse) == 0 {
			break
		}
		u.span = s.Test.Range()
		u.jmp(end)
		u.place(orelse)
		if len(s.Orelse) == 1 {
			if next, ok := s.Orelse[0].(*syntax.If); ok {
				s = next
				u.statement(s.Span)
				continue
			}
		}
		u.stmts(s.Orelse)
		break
	}
	u.place(end)
}

func (u *unit) returnStmt(s *syntax.Return) {
	h := u.handler
	defer func() { u.handler = h }()
	if s.Value == nil {
		u.leaveAll(s.Span)
		u.emit(code.RETNONE, 0, 0, 0, 0)
		return
	}
	if k, ok := u.constant(s.Value); ok { // loaded after the blocks are left
		u.leaveAll(s.Span)
		if k == nil {
			u.emit(code.RETNONE, 0, 0, 0, 0)
			return
		}
		t := u.temp(1)
		u.loadConst(k, t)
		u.emit(code.RET, 0, t, 0, 0)
		return
	}
	if !u.leavingActs(0) {
		u.returnValue(s.Value, s.Span)
		return
	}
	r := 0
	if u.mustCopy() {
		r = u.temp(1)
		u.expr(s.Value, r)
	} else {
		r = u.operand(s.Value)
	}
	u.leaveAll(s.Span)
	u.emit(code.RET, 0, r, 0, 0)
}

// returnValue returns an expression with no block to leave: either side of a conditional expression at once.
func (u *unit) returnValue(e syntax.Expr, span syntax.Span) {
	mark := u.free
	if c, ok := e.(*syntax.IfExp); ok {
		orelse := newLabel()
		u.jumpIf(c.Test, false, orelse)
		u.returnValue(c.Body, span)
		u.place(orelse)
		u.returnValue(c.Orelse, span)
		u.free = mark
		return
	}
	r := u.operand(e)
	u.span = span
	u.emit(code.RET, 0, r, 0, 0)
	u.free = mark
}

func (u *unit) raise(s *syntax.Raise) {
	switch {
	case s.Exc == nil:
		u.emit(code.RAISE, 0, 0, 0, 0)
	case s.Cause == nil:
		r := u.operand(s.Exc)
		u.span = s.Span
		u.emit(code.RAISE, 1, r, 0, 0)
	default:
		r := u.operand(s.Exc, s.Cause)
		cause := u.operand(s.Cause)
		u.span = s.Span
		u.emit(code.RAISE, 2, r, cause, 0)
	}
}

func (u *unit) assert(s *syntax.Assert) {
	if u.c.opts.Optimize > 0 {
		u.pendingStart = false
		return
	}
	end := newLabel()
	u.jumpIf(s.Test, true, end)
	u.span = s.Test.Range()
	t := u.temp(1)
	u.emit(code.LOADASSERT, 0, t, 0, 0)
	if s.Msg != nil {
		u.expr(s.Msg, u.temp(1))
		u.span = s.Span
		u.emit(code.CALL, 1, t, t, 0)
	}
	u.span = s.Test.Range()
	u.emit(code.RAISE, 1, t, 0, 0)
	u.place(end)
}

func (u *unit) importStmt(s *syntax.Import) {
	for _, a := range s.Names {
		mark := u.free
		u.span = s.Span
		t := u.temp(1)
		u.importName(a.Name, 0, nil, t)
		first, rest := cutDot(a.Name)
		switch {
		case a.AsName == "":
			u.storeName(first, t)
		case rest == "":
			u.storeName(a.AsName, t)
		default:
			for rest != "" {
				var part string
				part, rest = cutDot(rest)
				next := u.temp(1)
				u.emit(code.IMPORTFROM, 0, next, t, u.konst(part))
				t = next
			}
			u.storeName(a.AsName, t)
		}
		u.free = mark
	}
}

func cutDot(name string) (first, rest string) {
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name[:i], name[i+1:]
		}
	}
	return name, ""
}

// importName emits the import of a module into R[dst].
func (u *unit) importName(name string, level int, from konst, dst int) {
	if level > 255 {
		u.c.fail(u.span, "too many leading dots in a relative import")
		return
	}
	list := u.temp(1)
	u.loadConst(from, list)
	u.emit(code.IMPORT, uint8(level), dst, list, u.konst(name))
}

func (u *unit) importFrom(s *syntax.ImportFrom) {
	names := make(tupleConst, len(s.Names))
	for i, a := range s.Names {
		names[i] = a.Name
	}
	t := u.temp(1)
	u.importName(s.Module, s.Level, names, t)
	u.free = t + 1
	if len(s.Names) == 1 && s.Names[0].Name == "*" {
		u.emit(code.IMPORTSTAR, 0, t, 0, 0)
		return
	}
	for _, a := range s.Names {
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		if r := u.fastReg(name); r >= 0 {
			u.emit(code.IMPORTFROM, 0, r, t, u.konst(a.Name))
			u.markBound(r)
			continue
		}
		v := u.temp(1)
		u.emit(code.IMPORTFROM, 0, v, t, u.konst(a.Name))
		u.storeName(name, v)
		u.free = v
	}
}
