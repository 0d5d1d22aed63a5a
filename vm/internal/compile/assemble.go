package compile

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// finish lays out the instructions and fills in the code object.
func (u *unit) finish() *code.Code {
	o := u.out
	if u.nregs == 0 {
		u.nregs = 1
	}
	if u.nregs > code.MaxRegs {
		u.tooMany("variables and intermediate values")
	}
	o.NRegs = int32(u.nregs)
	if len(u.c.errors) > 0 {
		return o
	}
	if !u.dead {
		u.emit(code.RETNONE, 0, 0, 0, 0)
	}
	u.thread()
	u.renumber()
	if len(u.c.errors) > 0 {
		return o
	}
	l := u.layout()
	o.Ins = l.encode()
	o.Consts = make([]object.Value, len(u.consts))
	for i, k := range u.consts {
		o.Consts[i] = constValue(k)
	}
	o.ICs = u.ics
	l.tables()
	return o
}

// renumber puts the constants and inline caches that 16-bit operands name first, when there are more than those can name.
func (u *unit) renumber() {
	short := func(kind code.Kind) map[int32]bool {
		used := map[int32]bool{}
		for i := range u.ins {
			if in := &u.ins[i]; shortIndex(in) == kind && in.c != code.NoReg {
				used[in.c] = true
			}
		}
		return used
	}
	if len(u.consts) > maxIndex {
		order, to := u.order(len(u.consts), short(code.Const), "constants")
		old := u.consts
		u.consts = make([]konst, len(old))
		for i, k := range order {
			u.consts[i] = old[k]
		}
		u.relabel(code.Const, to)
	}
	if len(u.ics) > maxIndex {
		order, to := u.order(len(u.ics), short(code.Name), "attribute accesses")
		old := u.ics
		u.ics = make([]code.IC, len(old))
		for i, k := range order {
			u.ics[i] = old[k]
		}
		u.relabel(code.Name, to)
	}
}

// shortIndex is the kind of table that operand C of an instruction is an index into.
func shortIndex(in *instr) code.Kind {
	info := &code.Infos[in.op]
	switch {
	case info.Wide:
		return code.NoOperand
	case info.C == code.ConstOpt:
		return code.Const
	}
	return info.C
}

// order lists the indexes 0..n-1 with those of a set first, and says where each went.
func (u *unit) order(n int, first map[int32]bool, what string) (order, to []int32) {
	if len(first) > maxIndex {
		u.tooMany(what)
	}
	to = make([]int32, n)
	for _, want := range []bool{true, false} {
		for i := range to {
			if first[int32(i)] == want {
				to[i] = int32(len(order))
				order = append(order, int32(i))
			}
		}
	}
	return order, to
}

func (u *unit) relabel(kind code.Kind, to []int32) {
	for i := range u.ins {
		in := &u.ins[i]
		switch info := &code.Infos[in.op]; {
		case info.Wide && info.B == kind:
			in.b = to[in.b]
		case shortIndex(in) == kind && in.c != code.NoReg:
			in.c = to[in.c]
		}
	}
}

// thread lets jumps to unconditional jumps go straight to the end.
func (u *unit) thread() {
	for i := range u.ins {
		in := &u.ins[i]
		if in.target == nil || in.op == code.LOOP {
			continue
		}
		for hops := 0; hops < 100; hops++ {
			at := u.ins[in.target.at]
			if at.op == code.JMP && at.target != in.target {
				if at.start {
					break // a statement of its own (break, continue): a debugger stops there
				}
				in.target = at.target
				continue
			}
			if at.op == code.LOOP && in.op == code.JMP && !in.start {
				in.op, in.target, in.start, in.startAt, in.span = code.LOOP, at.target, at.start, at.startAt, at.span
			}
			break
		}
	}
}

// layout places the instructions: each gets a pc, and a jump that 16 bits cannot hold gets a long form.
type layout struct {
	u    *unit
	pc   []int32 // of instruction i; the last entry is the size
	skip []bool  // instruction is not emitted
	long []bool  // jump takes its long form of 3 instructions
}

func (u *unit) layout() *layout {
	n := len(u.ins)
	l := &layout{u: u, pc: make([]int32, n+1), skip: make([]bool, n), long: make([]bool, n)}
	l.dropDead()
	l.place()
	if int(l.pc[n]) > 0x7000 {
		for changed := true; changed; {
			changed = false
			for i := range u.ins {
				in := &u.ins[i]
				if l.skip[i] || l.long[i] || in.target == nil || code.Infos[in.op].Wide {
					continue
				}
				if d := l.pc[in.target.at] - l.pc[i] - 1; d > 0x7ff0 {
					l.long[i], changed = true, true
				}
			}
			l.place()
		}
	}
	return l
}

// dropDead leaves out what threading made unreachable, and jumps to the next instruction.
func (l *layout) dropDead() {
	u := l.u
	n := len(u.ins)
	reach := make([]bool, n)
	var work []int
	push := func(i int) {
		if i < n && !reach[i] {
			reach[i] = true
			work = append(work, i)
		}
	}
	push(0)
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		for {
			in := &u.ins[i]
			if in.target != nil {
				push(in.target.at)
			}
			if in.handler != nil {
				push(in.handler.entry.at)
			}
			if code.Infos[in.op].NoReturn {
				break
			}
			i++
			if i >= n || reach[i] {
				break
			}
			reach[i] = true
		}
	}
	for i := range u.ins {
		l.skip[i] = !reach[i]
	}
	for i := range u.ins {
		in := &u.ins[i]
		if in.op != code.JMP || l.skip[i] || in.target.at <= i {
			continue
		}
		next := i + 1
		for next < in.target.at && l.skip[next] {
			next++
		}
		if next == in.target.at {
			if in.start {
				in.op, in.target = code.NOP, nil
			} else {
				l.skip[i] = true
			}
		}
	}
}

func (l *layout) place() {
	pc := int32(0)
	for i := range l.u.ins {
		l.pc[i] = pc
		if l.skip[i] {
			continue
		}
		pc++
		if l.long[i] {
			pc += 2
		}
	}
	l.pc[len(l.u.ins)] = pc
}

func (l *layout) encode() []uint64 {
	out := make([]uint64, 0, l.pc[len(l.u.ins)])
	for i := range l.u.ins {
		if l.skip[i] {
			continue
		}
		in := &l.u.ins[i]
		if !l.long[i] {
			distance := 0
			if in.target != nil {
				distance = int(l.pc[in.target.at] - l.pc[i] - 1)
			}
			out = append(out, encode(in, distance))
			continue
		}
		// The jump goes over an ordinary jump: taken, it lands on the long one.
		far := int(l.pc[in.target.at] - l.pc[i] - 3)
		out = append(out, encode(in, 1), code.MakeWide(code.JMP, 0, 0, 1), code.MakeWide(code.JMP, 0, 0, int32(far)))
	}
	return out
}

func encode(in *instr, distance int) uint64 {
	info := &code.Infos[in.op]
	a := operand(info.A, in.a)
	if info.Wide {
		wide := in.b
		if in.target != nil {
			wide = int32(distance)
		}
		return code.MakeWide(in.op, in.n, a, wide)
	}
	c := operand(info.C, in.c)
	if in.target != nil {
		c = uint16(int16(distance))
	}
	return code.Make(in.op, in.n, a, operand(info.B, in.b), c)
}

func operand(k code.Kind, v int32) uint16 {
	if k.Register() && v != code.NoReg {
		return uint16(v * code.RegSize)
	}
	return uint16(v)
}

// tables makes the position, handler, start and locals tables.
func (l *layout) tables() {
	u, o := l.u, l.u.out
	var last code.Pos
	for i := range u.ins {
		if l.skip[i] {
			continue
		}
		in := &u.ins[i]
		pc := l.pc[i]
		end := pc + 1
		if l.long[i] {
			end += 2
		}
		pos := u.c.pos(in.span)
		if len(o.Lines) == 0 || pos != last {
			o.Lines = append(o.Lines, code.PosRange{PC: pc, Pos: pos})
			last = pos
		}
		if in.op == code.CALLM {
			o.Lookups = append(o.Lookups, code.PosRange{PC: pc, Pos: u.c.pos(in.lookup)})
		}
		if in.start {
			o.Starts = append(o.Starts, code.Start{PC: pc, Line: int32(u.c.line(in.startAt))})
		}
		if h := in.handler; h != nil {
			target := l.pc[h.entry.at]
			if n := len(o.Handlers); n > 0 && o.Handlers[n-1].End == pc && o.Handlers[n-1].Target == target {
				o.Handlers[n-1].End = end
			} else {
				o.Handlers = append(o.Handlers, code.Handler{Start: pc, End: end, Target: target})
			}
		}
	}
	for _, x := range u.locals {
		x.From = l.pc[x.from]
		x.To = l.pc[len(u.ins)]
		if x.to >= 0 {
			x.To = l.pc[x.to]
		}
		if x.From < x.To || x.Name != "" && !x.Hidden {
			o.Locals = append(o.Locals, x.Local)
		}
	}
}
