package sre

// attempt goes on with the attempt in progress.
func (m *Matcher[T]) attempt() Status {
	text := m.text
	insts := m.program.insts
	pc, pos := m.pc, m.pos
	if m.failing {
		m.failing = false
		if pc, pos = m.backtrack(); pc < 0 {
			return m.stopped()
		}
	}
	for {
		in := &insts[pc]
		switch in.op {
		case opLiteral:
			if pos < len(text) && uint32(text[pos]) == in.arg {
				pos++
				pc++
				continue
			}
		case opNotLiteral:
			if pos < len(text) && uint32(text[pos]) != in.arg {
				pos++
				pc++
				continue
			}
		case opSet:
			if pos < len(text) && in.set.holds(uint32(text[pos])) {
				pos++
				pc++
				continue
			}
		case opAny:
			if pos < len(text) && text[pos] != '\n' {
				pos++
				pc++
				continue
			}
		case opAnyAll:
			if pos < len(text) {
				pos++
				pc++
				continue
			}
		case opLiteralFold:
			if pos < len(text) && in.folded(uint32(text[pos])) {
				pos++
				pc++
				continue
			}
		case opNotLiteralFold:
			if pos < len(text) && !in.folded(uint32(text[pos])) {
				pos++
				pc++
				continue
			}
		case opMark:
			m.mark(int32(in.arg), pos)
			pc++
			continue
		case opAt:
			if m.isAt(in.arg, pos) {
				pc++
				continue
			}
		case opJump:
			pc = int(in.next)
			continue
		case opBranch:
			if way := m.way(pc, pos); way >= 0 {
				if insts[way].next >= 0 || m.repeat >= 0 {
					m.saveInRepeat(m.push(frameBranch, way, pos, 0))
				}
				pc = way + 1
				continue
			}
		case opRepeatOne:
			if n := m.count(in, pos, in.max); n >= int(in.min) {
				if end := m.retreat(in, pos+int(in.min), pos+n); end >= 0 {
					if end > pos+int(in.min) || m.repeat >= 0 {
						m.saveInRepeat(m.push(frameRepeatOne, pc, end, int32(end-pos)))
					}
					pos = end
					pc = int(in.next)
					continue
				}
			}
		case opMinRepeatOne:
			if n := m.count(in, pos, in.min); n >= int(in.min) {
				pos += n
				m.saveInRepeat(m.push(frameMinRepeatOne, pc, pos, int32(n)))
				pc = int(in.next)
				continue
			}
		case opPossessiveOne:
			if n := m.count(in, pos, in.max); n >= int(in.min) {
				pos += n
				pc = int(in.next)
				continue
			}
		case opRepeat:
			m.push(frameRepeat, pc, pos, 0)
			m.reps = append(m.reps, rep{count: -1, last: -1, prev: m.repeat})
			m.repeat = int32(len(m.reps) - 1)
			pc = int(in.next)
			continue
		case opMaxUntil, opMinUntil:
			if m.steps--; m.steps < 0 || m.full() {
				m.pc, m.pos = pc, pos
				return m.stopped()
			}
			pc = m.until(in, pc, pos)
			continue
		case opGroupRef:
			if n := m.repeated(in, pos); n >= 0 {
				pos += n
				pc++
				continue
			}
		case opIfGroup:
			pc++
			if start, _ := m.group(in.arg); start < 0 {
				pc = int(in.next)
			}
			continue
		case opAssert:
			if back := int(in.arg); pos >= back {
				m.enter(frameAssert, pc, pos, 0)
				pos -= back
				pc++
				continue
			}
		case opAssertNot:
			back := int(in.arg)
			if pos < back {
				pc = int(in.next)
				continue
			}
			m.saveInRepeat(m.enter(frameAssertNot, pc, pos, 0))
			pos -= back
			pc++
			continue
		case opAtomic:
			m.enter(frameAtomic, pc, pos, 0)
			pc++
			continue
		case opPossessive:
			pc, pos = m.possess(pc, pos, 0, -1)
			continue
		case opSuccess:
			if m.barrier < 0 {
				if !m.top || (m.mode != FullMatch || pos == len(text)) && (!m.advance || pos != m.start) {
					m.pos = pos
					return Matched
				}
				break
			}
			if m.steps--; m.steps < 0 || m.full() {
				m.pc, m.pos = pc, pos
				return m.stopped()
			}
			if next, end := m.succeeded(pos); next >= 0 {
				pc, pos = next, end
				continue
			}
		}
		if pc, pos = m.backtrack(); pc < 0 {
			return m.stopped()
		}
	}
}

// stopped returns why the attempt does not go on.
func (m *Matcher[T]) stopped() Status {
	switch {
	case m.full():
		return Exhausted
	case m.failing && len(m.stack) == 0:
		m.failing = false
		return NoMatch
	}
	return Spent
}

// way returns the first way of a branch, from the one at pc on, that may match
// at pos, or -1.
func (m *Matcher[T]) way(pc, pos int) int {
	for pc >= 0 {
		in := &m.program.insts[pc]
		if in.peek == nil || pos < len(m.text) && in.peek.holds(uint32(m.text[pos])) {
			break
		}
		pc = int(in.next)
	}
	return pc
}

// retreat returns the last position from end down to least where what comes
// after a repeat of one character may match, or -1.
func (m *Matcher[T]) retreat(in *inst, least, end int) int {
	if in.peek == nil {
		return end
	}
	end = min(end, len(m.text)-1)
	if in.peek.op == opLiteral {
		for ; end >= least; end-- {
			if uint32(m.text[end]) == in.peek.arg {
				return end
			}
		}
		return -1
	}
	for ; end >= least; end-- {
		if in.peek.holds(uint32(m.text[end])) {
			return end
		}
	}
	return -1
}

// until goes on after an item of a repeat, or before the first one.
func (m *Matcher[T]) until(in *inst, pc, pos int) int {
	r := &m.reps[m.repeat]
	count := r.count + 1
	switch {
	case count < in.min:
		m.push(frameCount, pc, pos, count)
		r.count = count
		return int(in.next)
	case in.op == opMinUntil:
		repeat := m.repeat
		m.repeat = r.prev
		f := m.push(frameMin, pc, pos, count)
		f.repeat = repeat
		m.saveInRepeat(f)
		return pc + 1
	case (count < in.max || in.max < 0) && int32(pos) != r.last:
		f := m.push(frameMax, pc, pos, count)
		m.save(f)
		f.extra = r.last
		r.count, r.last = count, int32(pos)
		return int(in.next)
	}
	m.push(frameMaxRest, pc, pos, count)
	m.repeat = r.prev
	return pc + 1
}

// backtrack goes back to the last frame from which the attempt can go on. It
// returns pc -1 when there is none or the budget is spent.
func (m *Matcher[T]) backtrack() (pc, pos int) {
	insts := m.program.insts
	for {
		top := len(m.stack) - 1
		if m.steps--; top < 0 || m.steps < 0 {
			m.failing = true
			return -1, 0
		}
		f := &m.stack[top]
		in := &insts[f.pc]
		pos = int(f.pos)
		switch f.kind {
		case frameBranch:
			m.restore(f)
			way := m.way(int(in.next), pos)
			if way < 0 {
				break
			}
			f.pc = int32(way)
			if insts[way].next < 0 && !f.saved {
				m.pop()
			}
			return way + 1, pos
		case frameRepeatOne:
			m.restore(f)
			least := pos - int(f.count-in.min)
			if pos == least {
				break
			}
			end := m.retreat(in, least, pos-1)
			if end < 0 {
				break
			}
			f.count -= int32(pos - end)
			f.pos = int32(end)
			if end == least && !f.saved {
				m.pop()
			}
			return int(in.next), end
		case frameMinRepeatOne:
			m.restore(f)
			n := m.advanceTo(in, pos, f.count)
			if n == 0 {
				break
			}
			f.count += int32(n)
			f.pos += int32(n)
			return int(in.next), pos + n
		case frameRepeat:
			m.repeat = f.repeat
			m.reps = m.reps[:f.reps]
		case frameCount:
			m.reps[f.repeat].count = f.count - 1
		case frameMax:
			r := &m.reps[f.repeat]
			r.count, r.last = f.count-1, f.extra
			m.restore(f)
			m.saved = m.saved[:f.saves]
			f.saved = false
			f.kind = frameMaxRest
			m.repeat = r.prev
			return int(f.pc) + 1, pos
		case frameMaxRest:
			m.repeat = f.repeat
		case frameMin:
			m.repeat = f.repeat
			m.restore(f)
			r := &m.reps[f.repeat]
			if f.count >= in.max && in.max >= 0 || f.pos == r.last {
				break
			}
			m.saved = m.saved[:f.saves]
			f.saved = false
			f.kind = frameMinItem
			f.extra = r.last
			r.count, r.last = f.count, f.pos
			return int(in.next), pos
		case frameMinItem:
			r := &m.reps[f.repeat]
			r.count, r.last = f.count-1, f.extra
		case frameAssertNot:
			m.restore(f)
			m.leave()
			return int(in.next), pos
		case framePossessiveMay:
			m.restore(f)
			m.leave()
			return int(in.next), pos
		default: // frameAssert, frameAtomic, framePossessiveMust
			m.leave()
			continue
		}
		m.pop()
	}
}
