package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// Modes of SPECIAL.
const (
	specialEnter = iota
	specialExit
	specialAenter
	specialAexit
)

// Modes of AWAITABLE.
const (
	awaitEnter = 1
	awaitExit  = 2
)

// with compiles the items from index i on, and the body.
func (u *unit) with(s *syntax.With, i int) {
	item := s.Items[i]
	span := item.Context.Range()
	end := newLabel()
	exit := u.temp(1)
	mark := u.free
	manager := u.operand(item.Context)
	u.span = span
	entered := u.temp(1)
	if s.Async {
		u.emit(code.SPECIAL, specialAexit, exit, manager, 0)
		u.emit(code.SPECIAL, specialAenter, entered, manager, 0)
		u.emit(code.CALL, 0, entered, entered, 0)
		u.await(entered, awaitEnter, entered)
	} else {
		u.emit(code.SPECIAL, specialExit, exit, manager, 0)
		u.emit(code.SPECIAL, specialEnter, entered, manager, 0)
		u.emit(code.CALL, 0, entered, entered, 0)
	}
	h := u.try()
	u.push(block{kind: withBlock, handler: h.parent, reg: exit, span: span, async: s.Async})
	if item.Target != nil {
		u.assignTo(item.Target, entered)
	}
	u.free = mark
	if i+1 < len(s.Items) {
		u.with(s, i+1)
	} else {
		u.stmts(s.Body)
	}
	u.pop()
	u.endTry(h)
	u.statement(span)
	u.exitWith(exit, s.Async)
	u.pendingStart = false
	u.jmp(end)

	exc := u.temp(3)
	prev, t := exc+1, exc+2
	u.span = span
	if u.catch(h, exc, prev) {
		cleanup := u.try()
		swallow := newLabel()
		u.statement(span)
		u.emit(code.WITHEXC, 0, t, exit, exc)
		if s.Async {
			u.await(t, awaitExit, t)
		}
		u.jump(code.JT, t, 0, swallow)
		u.endTry(cleanup)
		u.emit(code.EXCLEAVE, 0, prev, 0, 0)
		u.emit(code.RERAISE, 0, exc, 0, 0)
		u.place(swallow)
		u.emit(code.EXCLEAVE, 0, prev, 0, 0)
		u.jmp(end)
		u.cleanup(cleanup, exc, prev)
	}
	u.place(end)
}

// exitWith calls the exit function in R[exit] with three Nones.
func (u *unit) exitWith(exit int, async bool) {
	mark := u.free
	base := exit
	if u.free != exit+1 {
		base = u.temp(1)
		u.emit(code.MOVE, 0, base, exit, 0)
	}
	for i := 0; i < 3; i++ {
		u.loadConst(nil, u.temp(1))
	}
	t := base + 1
	u.emit(code.CALL, 3, t, base, 0)
	if async {
		u.await(t, awaitExit, t)
	}
	u.free = mark
}

// wrapGenerator compiles the body of a generator or coroutine: a StopIteration that leaves it becomes a RuntimeError.
func (u *unit) wrapGenerator(body func()) {
	if u.out.Flags&code.AnyGenerator == 0 {
		body()
		return
	}
	h := u.try()
	body()
	if !u.dead {
		u.emit(code.RETNONE, 0, 0, 0, 0)
	}
	u.endTry(h)
	mark := u.free
	exc := u.temp(2)
	if u.catch(h, exc, exc+1) {
		u.emit(code.INTRIN1, code.IntrinStopIterErr, exc, exc, 0)
		u.emit(code.EXCLEAVE, 0, exc+1, 0, 0)
		u.emit(code.RERAISE, 0, exc, 0, 0)
	}
	u.free = mark
}
