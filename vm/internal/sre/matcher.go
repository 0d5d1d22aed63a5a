package sre

import (
	"math"
	"slices"
)

// Mode is where a match may be.
type Mode uint8

const (
	Match     Mode = iota // at the start
	FullMatch             // from the start to the end
	Search                // anywhere
)

// Status is how far a Matcher got.
type Status uint8

const (
	Spent     Status = iota // the budget is used up: Run again
	Matched                 // Span and LastIndex tell what
	NoMatch                 //
	Exhausted               // the match needs more memory than there should be
)

// Char is an element of a text.
type Char interface{ byte | int32 }

// Matcher is a match in progress, or its result.
type Matcher[T Char] struct {
	program *Program
	whole   []T
	text    []T    // whole up to the end of the search
	bytes   []byte // the same, when it is that
	mode    Mode

	status  Status
	trying  bool // an attempt at start is in progress
	failing bool // and is about to backtrack
	top     bool // it is the first one, on which mustAdvance bears
	advance bool // an empty match at start does not count
	start   int  // where the attempt began
	from    int  // where the next one may
	pc, pos int  // where it is now; pos is the end of a match

	marks     []int32
	lastMark  int32 // the highest mark that is set, or -1
	lastIndex int32 // the group that was closed last, or -1

	stack   []frame
	barrier int32 // the frame that a subpattern on its own ends at, or -1
	saved   []int32
	reps    []rep
	repeat  int32 // the innermost repeat that the attempt is in, or -1
	steps   int
}

// rep is an execution of a repeat.
type rep struct {
	count int32 // complete items, less one while there is no item yet
	last  int32 // where the last item began, or -1
	prev  int32 // the repeat around it
}

// New returns a matcher of text from start to end, which are cut to the text.
// What is before start can be looked back at; what is after end cannot be seen.
func New[T Char](p *Program, text []T, start, end int, mode Mode) *Matcher[T] {
	length := min(len(text), math.MaxInt32-1)
	start = min(max(start, 0), length)
	end = min(max(end, 0), length)
	m := &Matcher[T]{program: p, whole: text, text: text[:end], mode: mode, from: start, start: start}
	m.bytes, _ = any(m.text).([]byte)
	if p.groups > 0 {
		m.marks = make([]int32, 2*p.groups)
	}
	m.reset()
	m.top = true
	return m
}

// reset forgets all groups.
func (m *Matcher[T]) reset() {
	m.lastMark, m.lastIndex = -1, -1
	m.stack, m.saved, m.reps = m.stack[:0], m.saved[:0], m.reps[:0]
	m.barrier, m.repeat = -1, -1
}

// Again makes a matcher that matched look for the next match, which begins where
// the last one ended and, if that was empty, is not empty there. It is the rule
// of finditer, findall, sub, split and scanners.
func (m *Matcher[T]) Again() {
	if m.status != Matched {
		return
	}
	m.advance = m.pos == m.start
	m.from, m.start = m.pos, m.pos
	m.status, m.trying, m.failing = Spent, false, false
	m.top = true
	m.reset()
}

// Clone returns a copy that goes on by itself.
func (m *Matcher[T]) Clone() *Matcher[T] {
	c := *m
	c.marks = slices.Clone(m.marks)
	c.stack = slices.Clone(m.stack)
	c.saved = slices.Clone(m.saved)
	c.reps = slices.Clone(m.reps)
	return &c
}

// Span returns the part of the text that a group matched, or -1, -1. Group 0 is
// the whole match.
func (m *Matcher[T]) Span(group int) (start, end int) {
	if m.status != Matched || group < 0 || group > m.program.groups {
		return -1, -1
	}
	if group == 0 {
		return m.start, m.pos
	}
	i := 2 * (group - 1)
	if i+1 > int(m.lastMark) || m.marks[i] < 0 || m.marks[i+1] < m.marks[i] {
		return -1, -1
	}
	return int(m.marks[i]), int(m.marks[i+1])
}

// LastIndex returns the number of the group that was closed last, or -1.
func (m *Matcher[T]) LastIndex() int { return int(m.lastIndex) }

// Run goes on for about budget steps, of which backtracking takes one each time.
func (m *Matcher[T]) Run(budget int) Status {
	if m.status != Spent {
		return m.status
	}
	m.steps = max(budget, 1)
	for m.steps > 0 {
		if !m.trying {
			if !m.next() {
				m.status = NoMatch
				break
			}
			if m.status == Matched {
				break
			}
			m.trying = true
		}
		if m.status = m.attempt(); m.status == Spent {
			break
		}
		m.trying, m.failing = false, false
		if m.status != NoMatch {
			break
		}
		if m.mode != Search || m.program.anchored {
			break
		}
		m.status = Spent
		m.from = m.start + 1
		m.top = false
		m.reset()
	}
	return m.status
}
