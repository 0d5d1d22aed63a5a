package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) while(s *syntax.While) {
	end, exit := newLabel(), newLabel()
	always, never := false, false
	if k, ok := u.constant(s.Test); ok {
		truth, known := constTruth(k)
		always, never = known && truth, known && !truth
	}
	if always || never {
		u.span = s.Test.Range()
		u.emit(code.NOP, 0, 0, 0, 0) // the line of the header, shown once; each turn shows it by LOOP
	}
	if !never {
		top := u.top(u.deletedIn(s.Body))
		if !always {
			u.statement(s.Span)
			u.jumpIf(s.Test, false, exit)
		}
		u.push(block{kind: loopBlock, handler: u.handler, top: top, end: end})
		if always {
			// continue goes to the LOOP that shows the header
			u.blocks[len(u.blocks)-1].next = newLabel()
		}
		next := u.blocks[len(u.blocks)-1].next
		u.stmts(s.Body)
		u.pop()
		if next != nil {
			u.place(next)
			u.span = s.Test.Range()
			u.header(s.Start)
		}
		u.loop(top)
		u.pendingStart = false
		u.dead = true
	}
	if !always {
		u.place(exit)
		u.stmts(s.Orelse)
	}
	u.place(end)
}

func (u *unit) forStmt(s *syntax.For) {
	if s.Async {
		u.asyncFor(s)
		return
	}
	end, exit := newLabel(), newLabel()
	state := u.temp(3)
	u.iterate(s.Iter, state)
	top := u.top(u.deletedIn(s.Body))
	u.header(s.Start)
	u.next(state, s.Target, s.Iter.Range(), exit)
	u.push(block{kind: loopBlock, handler: u.handler, top: top, end: end})
	u.stmts(s.Body)
	u.pop()
	u.span = s.Iter.Range()
	u.pendingStart = false
	u.loop(top)
	u.dead = true
	u.place(exit)
	u.stmts(s.Orelse)
	u.place(end)
}

// iterate starts a for loop over e in the registers from state.
func (u *unit) iterate(e syntax.Expr, state int) {
	mark := u.free
	it := 0
	switch x := e.(type) {
	case *syntax.List: // nobody sees the list: a constant tuple does
		if k, ok := u.constants(x.Elts); ok {
			it = u.temp(1)
			u.span = e.Range()
			u.loadConst(k, it)
			break
		}
		it = u.operand(e)
	default:
		it = u.operand(e)
	}
	u.span = e.Range()
	u.emit(code.ITER, 0, state, it, 0)
	u.free = mark
}

// next emits the head of a loop: the next item goes to the target, or the loop ends at exit.
func (u *unit) next(state int, target syntax.Expr, span syntax.Span, exit *label) {
	mark := u.free
	u.span = span
	if n, ok := target.(*syntax.Name); ok {
		if r := u.fastReg(n.Id); r >= 0 {
			u.forNext(state, r, exit)
			u.markBound(r)
			return
		}
	}
	item := u.temp(1)
	u.forNext(state, item, exit)
	u.assignTo(target, item)
	u.free = mark
}

func (u *unit) forNext(state, item int, exit *label) {
	u.jump(code.FORNEXT, state, item, exit)
}

func (u *unit) asyncFor(s *syntax.For) {
	end, exit := newLabel(), newLabel()
	it := u.asyncIterate(s.Iter)
	top := u.top(u.deletedIn(s.Body))
	u.header(s.Start)
	h := u.asyncNext(it, s.Target, s.Span)
	u.push(block{kind: loopBlock, handler: u.handler, top: top, end: end})
	u.stmts(s.Body)
	u.pop()
	u.span = s.Iter.Range()
	u.pendingStart = false
	u.loop(top)
	u.dead = true
	u.asyncEnd(h, exit, s.Iter.Range())
	u.place(exit)
	u.stmts(s.Orelse)
	u.place(end)
}

// asyncIterate puts the asynchronous iterator of e into a new temporary.
func (u *unit) asyncIterate(e syntax.Expr) int {
	it := u.temp(1)
	mark := u.free
	v := u.operand(e)
	u.span = e.Range()
	u.emit(code.AITER, 0, it, v, 0)
	u.free = mark
	return it
}

// asyncNext emits the head of an asynchronous loop and returns the handler that its end goes to.
func (u *unit) asyncNext(it int, target syntax.Expr, span syntax.Span) *handler {
	mark := u.free
	item := u.temp(1)
	h := u.try()
	u.span = span
	u.emit(code.ANEXT, 0, item, it, 0)
	u.await(item, 3, item)
	u.endTry(h)
	u.assignTo(target, item)
	u.free = mark
	return h
}

// asyncEnd emits the handler of an asynchronous loop's head: StopAsyncIteration ends it.
func (u *unit) asyncEnd(h *handler, exit *label, span syntax.Span) {
	mark := u.free
	exc := u.temp(3)
	u.span = span
	if u.catch(h, exc, exc+1) {
		u.emit(code.INTRIN1, code.IntrinIsStopAsync, exc+2, exc, 0)
		u.emit(code.EXCLEAVE, 0, exc+1, 0, 0)
		u.jump(code.JT, exc+2, 0, exit)
		u.emit(code.RERAISE, 0, exc, 0, 0)
	}
	u.free = mark
}
