package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// instr is an instruction before layout: registers are numbers, jumps go to labels.
type instr struct {
	op      code.Op
	n       uint8
	start   bool  // first instruction of a statement
	startAt int32 // offset of that statement
	a, b, c int32
	target  *label
	span    syntax.Span
	lookup  syntax.Span // of a CALLM: its attribute
	handler *handler
}

// maxInstructions ends what would go on for ever: finally bodies are copied for every way out, so that their nesting
// doubles the code with each level.
const maxInstructions = 1 << 20

// label is a place to jump to.
type label struct {
	at    int    // index of the instruction, -1 before it is placed
	bound bitset // locals certainly bound, over all jumps so far; nil: none so far
}

// handler catches what the instructions emitted under it raise.
type handler struct {
	parent *handler
	entry  label
	bound  bitset // locals certainly bound all through the protected region
	used   bool   // some instruction is protected
}

func newLabel() *label { return &label{at: -1} }

// emit appends an instruction unless the place cannot be reached.
func (u *unit) emit(op code.Op, n uint8, a, b, c int) {
	if u.dead {
		return
	}
	if len(u.ins) == maxInstructions {
		u.tooMany("instructions")
	}
	u.ins = append(u.ins, instr{op: op, n: n, start: u.pendingStart, startAt: u.startAt, a: int32(a), b: int32(b), c: int32(c), span: u.span, handler: u.handler})
	u.pendingStart = false
	if u.handler != nil {
		u.handler.used = true
	}
	if code.Infos[op].NoReturn {
		u.dead = true
	}
}

// lookupAt gives the last instruction, a CALLM, the position of its attribute.
func (u *unit) lookupAt(span syntax.Span) {
	if !u.dead {
		u.ins[len(u.ins)-1].lookup = span
	}
}

// wide emits an instruction with one wide operand.
func (u *unit) wide(op code.Op, a, b int) { u.emit(op, 0, a, b, 0) }

// jump emits a jump to a label; for the fused comparisons a and b are what is compared.
func (u *unit) jump(op code.Op, a, b int, l *label) {
	if u.dead {
		return
	}
	if l.bound == nil {
		l.bound = u.bound.clone()
	} else {
		l.bound.intersect(u.bound)
	}
	u.emit(op, 0, a, b, 0)
	u.ins[len(u.ins)-1].target = l
}

// jmp emits an unconditional forward jump.
func (u *unit) jmp(l *label) { u.jump(code.JMP, 0, 0, l) }

// loop emits the jump back to a placed label.
func (u *unit) loop(l *label) {
	if !u.dead {
		u.emit(code.LOOP, 0, 0, 0, 0)
		u.ins[len(u.ins)-1].target = l
	}
}

// place puts a label here. The place is reachable if the instruction before falls through or something jumped.
func (u *unit) place(l *label) {
	l.at = len(u.ins)
	switch {
	case l.bound == nil:
	case u.dead:
		u.bound = l.bound.clone()
		u.dead = false
	default:
		u.bound.intersect(l.bound)
	}
}

// top places the label of a loop. Locals that the loop may delete are not certainly bound there.
func (u *unit) top(deleted []int) *label {
	for _, r := range deleted {
		u.bound.clear(r)
	}
	return &label{at: len(u.ins)}
}

// try makes a handler current.
func (u *unit) try() *handler {
	h := &handler{parent: u.handler, entry: label{at: -1}, bound: u.bound.clone()}
	u.handler = h
	return h
}

// endTry makes the handler around h current again.
func (u *unit) endTry(h *handler) { u.handler = h.parent }

// catch starts the code of a handler: exc receives the exception, prev the one handled before. It reports false, and
// emits nothing, if nothing is protected.
func (u *unit) catch(h *handler, exc, prev int) bool {
	if !h.used {
		return false
	}
	u.dead = false
	u.bound = h.bound.clone()
	h.entry.at = len(u.ins)
	u.pendingStart = false
	u.emit(code.EXCENTER, 0, exc, prev, 0)
	return true
}

// markBound and markUnbound note what is known of a local.
func (u *unit) markBound(r int) { u.bound.set(r) }
func (u *unit) markUnbound(r int) {
	u.bound.clear(r)
	for h := u.handler; h != nil; h = h.parent {
		h.bound.clear(r)
	}
}

// statement marks the next instruction as the start of a statement.
func (u *unit) statement(span syntax.Span) {
	u.span = span
	u.header(span.Start)
}

// header marks the next instruction as a place to stop at on the line of an offset.
func (u *unit) header(offset int32) { u.pendingStart, u.startAt = true, offset }

// temp takes n consecutive temporaries and returns the first.
func (u *unit) temp(n int) int {
	r := u.free
	u.free += n
	if u.free > u.nregs {
		u.nregs = u.free
	}
	return r
}

// bitset is a set of registers.
type bitset []uint64

func (s bitset) has(r int) bool { return r>>6 < len(s) && s[r>>6]>>(r&63)&1 != 0 }

func (s *bitset) set(r int) {
	for r>>6 >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[r>>6] |= 1 << (r & 63)
}

func (s bitset) clear(r int) {
	if r>>6 < len(s) {
		s[r>>6] &^= 1 << (r & 63)
	}
}

// clone returns a copy that is not nil even when empty.
func (s bitset) clone() bitset { return append(make(bitset, 0, max(len(s), 1)), s...) }

func (s *bitset) intersect(o bitset) {
	if len(*s) > len(o) {
		*s = (*s)[:len(o)]
	}
	for i := range *s {
		(*s)[i] &= o[i]
	}
}
