package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) tryStmt(s *syntax.Try) {
	u.emit(code.NOP, 0, 0, 0, 0)
	if len(s.Finalbody) > 0 {
		u.tryFinally(s)
	} else {
		u.tryExcept(s)
	}
}

func (u *unit) tryFinally(s *syntax.Try) {
	end := newLabel()
	h := u.try()
	u.push(block{kind: finallyBlock, handler: h.parent, final: s.Finalbody})
	if len(s.Handlers) > 0 {
		u.tryExcept(s)
	} else {
		u.stmts(s.Body)
		u.stmts(s.Orelse)
	}
	u.pop()
	u.endTry(h)
	u.stmts(s.Finalbody)
	u.pendingStart = false
	u.jmp(end)

	exc := u.temp(2)
	prev := exc + 1
	u.span = s.Span
	u.span.End = u.span.Start
	if u.catch(h, exc, prev) {
		cleanup := u.try()
		u.push(block{kind: handlerBlock, handler: cleanup.parent, reg: prev})
		u.stmts(s.Finalbody)
		u.pop()
		u.endTry(cleanup)
		u.pendingStart = false
		u.emit(code.EXCLEAVE, 0, prev, 0, 0)
		u.emit(code.RERAISE, 0, exc, 0, 0)
		u.cleanup(cleanup, exc, prev)
	}
	u.place(end)
}

// cleanup emits the handler around a handler's code: the exception handled before is restored, and the new one goes on.
func (u *unit) cleanup(h *handler, exc, prev int) {
	mark := u.free
	if u.catch(h, exc, u.temp(1)) {
		u.emit(code.EXCLEAVE, 0, prev, 0, 0)
		u.emit(code.RERAISE, 0, exc, 0, 0)
	}
	u.free = mark
}

// tryBody compiles the body and the else clause; end is where the statement is left when nothing was raised.
func (u *unit) tryBody(s *syntax.Try) (h *handler, end *label) {
	end = newLabel()
	h = u.try()
	u.push(block{kind: tryBlock, handler: h.parent})
	u.stmts(s.Body)
	u.pop()
	u.endTry(h)
	u.stmts(s.Orelse)
	u.pendingStart = false
	u.jmp(end)
	return h, end
}

func (u *unit) tryExcept(s *syntax.Try) {
	if s.Star {
		u.tryStar(s)
		return
	}
	h, end := u.tryBody(s)

	mark := u.free
	exc := u.temp(2)
	prev := exc + 1
	if u.catch(h, exc, prev) {
		cleanup := u.try()
		for _, clause := range s.Handlers {
			u.exceptClause(clause, cleanup, exc, prev, end)
		}
		if !u.dead { // no clause matches
			u.endTry(cleanup)
			u.emit(code.EXCLEAVE, 0, prev, 0, 0)
			u.emit(code.RERAISE, 0, exc, 0, 0)
		}
		u.endTry(cleanup)
		u.cleanup(cleanup, exc, prev)
	}
	u.free = mark
	u.place(end)
}

func (u *unit) exceptClause(clause *syntax.ExceptHandler, cleanup *handler, exc, prev int, end *label) {
	mark := u.free
	u.statement(clause.Span)
	next := newLabel()
	if clause.Type != nil {
		t := u.operand(clause.Type)
		u.span = clause.Span
		m := u.temp(1)
		u.emit(code.EXCMATCH, 0, m, exc, t)
		u.span = clause.Span
		u.jump(code.JF, m, 0, next)
		u.free = mark
	} else {
		u.emit(code.NOP, 0, 0, 0, 0)
	}
	outer := cleanup.parent
	u.span = clause.Span
	if clause.Name != "" {
		u.storeName(clause.Name, exc)
		h := u.try()
		u.push(block{kind: handlerBlock, handler: outer, reg: prev, name: clause.Name})
		u.stmts(clause.Body)
		u.pop()
		u.handler = outer
		u.leaveHandler(prev, clause.Name, end)
		if u.catch(h, exc, u.temp(1)) {
			u.emit(code.EXCLEAVE, 0, prev, 0, 0)
			u.unbindName(clause.Name)
			u.emit(code.RERAISE, 0, exc, 0, 0)
		}
	} else {
		u.push(block{kind: handlerBlock, handler: outer, reg: prev})
		u.stmts(clause.Body)
		u.pop()
		u.handler = outer
		u.leaveHandler(prev, "", end)
	}
	u.handler = cleanup
	u.free = mark
	u.place(next)
}

// leaveHandler emits the ordinary way out of a handler.
func (u *unit) leaveHandler(prev int, name string, end *label) {
	u.pendingStart = false
	u.emit(code.EXCLEAVE, 0, prev, 0, 0)
	u.unbindName(name)
	u.jmp(end)
}

// tryStar compiles try ... except*. Each clause takes its part of the exception; what the clauses raise and what is
// left over is raised together at the end.
func (u *unit) tryStar(s *syntax.Try) {
	h, end := u.tryBody(s)

	mark := u.free
	orig := u.temp(4)
	prev, raised, rest := orig+1, orig+2, orig+3
	u.span = s.Span
	if u.catch(h, orig, prev) {
		cleanup := u.try()
		u.emit(code.LIST, 0, raised, 0, 0)
		u.emit(code.MOVE, 0, rest, orig, 0)
		for _, clause := range s.Handlers {
			u.starClause(clause, orig, raised, rest)
		}
		done := newLabel()
		none := newLabel()
		u.span = s.Span
		u.pendingStart = false
		u.jump(code.JNONE, rest, 0, none)
		u.emit(code.LISTAPPEND, 0, raised, rest, 0)
		u.place(none)
		t := u.temp(1)
		u.emit(code.EGRAISE, 0, t, orig, raised)
		u.endTry(cleanup)
		u.emit(code.EXCLEAVE, 0, prev, 0, 0)
		u.jump(code.JNONE, t, 0, done)
		u.emit(code.RERAISE, 0, t, 0, 0)
		u.place(done)
		u.jmp(end)
		u.cleanup(cleanup, orig, prev)
	}
	u.free = mark
	u.place(end)
}

func (u *unit) starClause(clause *syntax.ExceptHandler, orig, raised, rest int) {
	mark := u.free
	next := newLabel()
	u.statement(clause.Span)
	m := u.temp(2) // the part that matches, and the rest
	inner := u.free
	t := u.operand(clause.Type)
	u.span = clause.Span
	u.emit(code.EGMATCH, 0, m, rest, t)
	u.emit(code.MOVE, 0, rest, m+1, 0)
	u.jump(code.JNONE, m, 0, next)
	u.free = inner
	u.span = clause.Span
	u.emit(code.EXCLEAVE, 0, m, 0, 0) // the part is what is being handled
	if clause.Name != "" {
		u.storeName(clause.Name, m)
	}
	h := u.try()
	u.push(block{kind: tryBlock, handler: h.parent})
	u.stmts(clause.Body)
	u.pop()
	u.endTry(h)
	u.pendingStart = false
	u.span = clause.Span
	u.emit(code.EXCLEAVE, 0, orig, 0, 0)
	u.unbindName(clause.Name)
	u.jmp(next)
	e := u.temp(2)
	if u.catch(h, e, e+1) {
		u.emit(code.LISTAPPEND, 0, raised, e, 0)
		u.emit(code.EXCLEAVE, 0, orig, 0, 0)
		u.unbindName(clause.Name)
		u.jmp(next)
	}
	u.place(next)
	u.free = mark
}
