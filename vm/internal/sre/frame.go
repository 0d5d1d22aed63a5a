package sre

// frame is a place to come back to when what follows fails.
type frame struct {
	kind      frameKind
	saved     bool  // the marks were saved, from saves on
	pc        int32 // the instruction that pushed it
	pos       int32
	count     int32
	lastMark  int32
	lastIndex int32
	repeat    int32 // Matcher.repeat, or the repeat that the frame is of
	extra     int32 // repeats: rep.last as it was; subpatterns: the outer barrier
	saves     int32 // len(saved) before
	reps      int32 // len(reps) before
}

type frameKind uint8

const (
	frameBranch       frameKind = iota // try the next way
	frameRepeatOne                     // give one back
	frameMinRepeatOne                  // take one more
	frameRepeat                        // leave the repeat
	frameCount                         // an item that must be: none was found
	frameMax                           // an item too many: go on with the rest
	frameMaxRest                       // the rest failed: back in the repeat
	frameMin                           // the rest failed: take one item more
	frameMinItem                       // that failed, too

	// Subpatterns on their own; these are barriers.
	frameAssert
	frameAssertNot
	frameAtomic
	framePossessiveMust
	framePossessiveMay
)

// The memory of one match is bounded at some 3 GB.
const (
	maxFrames = 1 << 26
	maxSaved  = 1 << 28
)

// full reports whether the bound is reached.
func (m *Matcher[T]) full() bool { return len(m.stack) > maxFrames || len(m.saved) > maxSaved }

// push adds a frame.
func (m *Matcher[T]) push(kind frameKind, pc, pos int, count int32) *frame {
	m.stack = append(m.stack, frame{
		kind: kind, pc: int32(pc), pos: int32(pos), count: count, lastMark: m.lastMark, lastIndex: m.lastIndex,
		repeat: m.repeat, saves: int32(len(m.saved)), reps: int32(len(m.reps)),
	})
	return &m.stack[len(m.stack)-1]
}

// save saves the marks with a frame.
func (m *Matcher[T]) save(f *frame) {
	if m.lastMark >= 0 {
		f.saved = true
		m.saved = append(m.saved, m.marks[:m.lastMark+1]...)
	}
}

// saveInRepeat saves the marks if the attempt is in a repeat. Elsewhere a mark is
// set anew before it is looked at.
func (m *Matcher[T]) saveInRepeat(f *frame) {
	if m.repeat >= 0 {
		m.save(f)
	}
}

// restore brings the marks back to what they were at the frame.
func (m *Matcher[T]) restore(f *frame) {
	m.lastMark, m.lastIndex = f.lastMark, f.lastIndex
	if f.saved {
		copy(m.marks, m.saved[f.saves:f.saves+f.lastMark+1])
	}
}

// pop drops the topmost frame and its marks.
func (m *Matcher[T]) pop() {
	top := len(m.stack) - 1
	m.saved = m.saved[:m.stack[top].saves]
	m.stack = m.stack[:top]
}

// mark sets a mark.
func (m *Matcher[T]) mark(i int32, pos int) {
	if i&1 != 0 {
		m.lastIndex = i/2 + 1
	}
	for m.lastMark < i {
		m.lastMark++
		m.marks[m.lastMark] = -1
	}
	m.marks[i] = int32(pos)
}

// enter begins a subpattern on its own: success in it ends at the frame.
func (m *Matcher[T]) enter(kind frameKind, pc, pos int, count int32) *frame {
	f := m.push(kind, pc, pos, count)
	f.extra = m.barrier
	m.barrier = int32(len(m.stack) - 1)
	return f
}

// leave ends the subpattern and forgets all ways back into it.
func (m *Matcher[T]) leave() frame {
	f := m.stack[m.barrier]
	m.stack = m.stack[:m.barrier]
	m.saved = m.saved[:f.saves]
	m.reps = m.reps[:f.reps]
	m.repeat = f.repeat
	m.barrier = f.extra
	return f
}

// succeeded goes on after the innermost subpattern on its own, which matched up
// to pos. It returns pc -1 when that is a failure.
func (m *Matcher[T]) succeeded(pos int) (pc, end int) {
	f := m.leave()
	in := &m.program.insts[f.pc]
	switch f.kind {
	case frameAssert:
		return int(in.next), int(f.pos)
	case frameAtomic:
		return int(in.next), pos
	case framePossessiveMust:
		return m.possess(int(f.pc), pos, f.count+1, -1)
	case framePossessiveMay:
		return m.possess(int(f.pc), pos, f.count+1, int(f.pos))
	}
	return -1, pos // frameAssertNot
}

// possess goes on with a possessive repeat after count items, of which the last
// began at last.
func (m *Matcher[T]) possess(pc, pos int, count int32, last int) (next, end int) {
	in := &m.program.insts[pc]
	switch {
	case count < in.min:
		m.enter(framePossessiveMust, pc, pos, count)
	case (count < in.max || in.max < 0) && pos != last:
		m.save(m.enter(framePossessiveMay, pc, pos, count))
	default:
		return int(in.next), pos
	}
	// The item is in a repeat: its marks are saved, too.
	m.reps = append(m.reps, rep{count: -1, last: -1, prev: m.repeat})
	m.repeat = int32(len(m.reps) - 1)
	return pc + 1, pos
}
