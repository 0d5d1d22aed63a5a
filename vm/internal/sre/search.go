package sre

import "bytes"

// next finds where the next attempt may begin, from m.from on, and sets it up.
// A pattern that is all literal matches at once.
func (m *Matcher[T]) next() bool {
	p := m.program
	at := m.from
	if at > len(m.text) {
		// A search that ends before it starts finds nothing, but an empty
		// pattern still matches there.
		if m.mode == Search {
			return false
		}
	} else if len(m.text)-at < p.minWidth {
		return false
	}
	skip := 0
	if m.mode == Search {
		switch {
		case p.prefix != nil:
			at = m.findPrefix(at)
			skip = p.skip
		case p.first != nil:
			at = m.findFirst(at)
		}
		if at < 0 || len(m.text)-at < p.minWidth {
			return false
		}
		m.steps -= (at - m.from) >> 6
	}
	m.start = at
	m.pc, m.pos = skip, at+skip
	if p.prefix != nil && p.literal && m.mode == Search {
		m.status = Matched
	}
	return true
}

// findPrefix returns where the literal prefix is next, or -1.
func (m *Matcher[T]) findPrefix(at int) int {
	p := m.program
	if m.bytes != nil {
		if p.bytes == nil {
			return -1
		}
		i := bytes.Index(m.bytes[at:], p.bytes)
		if i < 0 {
			return -1
		}
		return at + i
	}
	prefix := p.prefix
	first := T(prefix[0])
	if uint32(first) != prefix[0] {
		return -1
	}
	text := m.text
search:
	for last := len(text) - len(prefix); at <= last; at++ {
		if text[at] != first {
			continue
		}
		for i := 1; i < len(prefix); i++ {
			if uint32(text[at+i]) != prefix[i] {
				continue search
			}
		}
		return at
	}
	return -1
}

// findFirst returns where a character is next that a match can start with.
func (m *Matcher[T]) findFirst(at int) int {
	first := m.program.first
	for i, ch := range m.text[at:] {
		if first.holds(uint32(ch)) {
			return at + i
		}
	}
	return -1
}
