package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// block is something that return, break and continue have to leave properly.
type block struct {
	kind    blockKind
	handler *handler // the handler current outside of the block

	top, next, end *label // loops: where LOOP goes; where continue goes if forward; where break goes
	reg            int    // with: the exit function; handlers: the exception handled before
	final          []syntax.Stmt
	name           string // handler: the name of except ... as
	span           syntax.Span
	async          bool
}

type blockKind uint8

const (
	loopBlock    blockKind = iota
	tryBlock               // body of try: leaving needs nothing
	finallyBlock           // body of try ... finally: leaving runs the finally body
	withBlock              // body of with: leaving calls the exit function
	handlerBlock           // code that handles an exception: leaving restores the one handled before
)

func (u *unit) push(b block) { u.blocks = append(u.blocks, b) }
func (u *unit) pop()         { u.blocks = u.blocks[:len(u.blocks)-1] }

// mustCopy reports that a value to be returned may not stay in a local: a finally body could rebind it, and leaving
// "except ... as name" unbinds one.
func (u *unit) mustCopy() bool {
	for i := range u.blocks {
		if u.blocks[i].kind == finallyBlock || u.blocks[i].name != "" {
			return true
		}
	}
	return false
}

// leaveAll emits what leaving all blocks takes, before a return.
func (u *unit) leaveAll(span syntax.Span) {
	u.leave(0, span)
	u.span = span
}

// leave emits what leaving the blocks from the innermost down to index keep takes. The blocks are still there after
// it, as the code after the jump is in them; the current handler is the one outside, until the caller restores it.
func (u *unit) leave(keep int, span syntax.Span) {
	if u.pendingStart && u.leavingActs(keep) {
		u.emit(code.NOP, 0, 0, 0, 0)
	}
	blocks := u.blocks
	for i := len(blocks) - 1; i >= keep; i-- {
		b := &blocks[i]
		u.blocks = blocks[:i:i]
		u.handler = b.handler
		if !u.dead {
			u.leaveBlock(b, span)
		}
	}
	u.blocks = blocks
}

// leavingActs reports that leaving the blocks takes instructions.
func (u *unit) leavingActs(keep int) bool {
	for _, b := range u.blocks[keep:] {
		if b.kind != loopBlock && b.kind != tryBlock {
			return true
		}
	}
	return false
}

func (u *unit) leaveBlock(b *block, span syntax.Span) {
	switch b.kind {
	case finallyBlock:
		u.stmts(b.final)
		u.span = span
	case withBlock:
		u.statement(b.span)
		u.exitWith(b.reg, b.async)
		u.span = span
	case handlerBlock:
		u.emit(code.EXCLEAVE, 0, b.reg, 0, 0)
		u.unbindName(b.name)
	}
}

// unbindName emits "name = None; del name" after except ... as name.
func (u *unit) unbindName(name string) {
	if name == "" {
		return
	}
	if r := u.fastReg(name); r >= 0 {
		u.wide(code.UNSET, r, 0)
		u.markUnbound(r)
		return
	}
	t := u.temp(1)
	u.loadConst(nil, t)
	u.storeName(name, t)
	u.free = t
	u.deleteName(name)
}

// leaveLoop compiles break and continue.
func (u *unit) leaveLoop(span syntax.Span, again bool) {
	i := len(u.blocks) - 1
	for i >= 0 && u.blocks[i].kind != loopBlock {
		i--
	}
	if i < 0 {
		panic("compile: break or continue outside a loop")
	}
	h := u.handler
	u.leave(i+1, span)
	u.span = span
	b := &u.blocks[i]
	switch {
	case !again:
		u.jmp(b.end)
	case b.next != nil:
		u.jmp(b.next)
	default:
		u.loop(b.top)
	}
	u.handler = h
}
