package sre

import "bytes"

// count returns how many characters from pos on the instruction's unit matches,
// at most most of them, or any number when that is -1. It is -1 when the search
// ends before pos.
func (m *Matcher[T]) count(in *inst, pos int, most int32) int {
	if pos > len(m.text) {
		return -1
	}
	text := m.text[pos:]
	if most >= 0 && int(most) < len(text) {
		text = text[:most]
	}
	n := len(text)
	switch in.unit {
	case unitSet:
		s := in.set
		for i, ch := range text {
			if !s.holds(uint32(ch)) {
				n = i
				break
			}
		}
	case unitAny:
		n = m.index(pos, n, '\n')
	case unitAnyAll:
	case unitLiteral:
		for i, ch := range text {
			if uint32(ch) != in.arg {
				n = i
				break
			}
		}
	case unitNotLiteral:
		n = m.index(pos, n, in.arg)
	default:
		for i, ch := range text {
			if !in.holds(uint32(ch)) {
				n = i
				break
			}
		}
	}
	m.steps -= n >> 6
	return n
}

// index returns how far from pos, at most n, a character is.
func (m *Matcher[T]) index(pos, n int, want uint32) int {
	if m.bytes != nil {
		if want > 255 || n == 0 {
			return n
		}
		if i := bytes.IndexByte(m.bytes[pos:pos+n], byte(want)); i >= 0 {
			return i
		}
		return n
	}
	if n == 0 {
		return 0
	}
	for i, ch := range m.text[pos : pos+n] {
		if uint32(ch) == want {
			return i
		}
	}
	return n
}

// advanceTo returns how many characters more a reluctant repeat takes at pos,
// after count: as many as it needs to get to where what follows may match. It is
// 0 when the repeat cannot go on.
func (m *Matcher[T]) advanceTo(in *inst, pos int, count int32) int {
	n := 0
	for {
		if in.max >= 0 && count+int32(n) >= in.max || pos+n >= len(m.text) || !in.holds(uint32(m.text[pos+n])) {
			m.steps -= n >> 6
			return 0
		}
		n++
		if in.peek == nil || pos+n < len(m.text) && in.peek.holds(uint32(m.text[pos+n])) {
			m.steps -= n >> 6
			return n
		}
	}
}

// group returns what a group matched so far, or -1, -1.
func (m *Matcher[T]) group(group uint32) (start, end int) {
	i := int32(group) * 2
	if i >= m.lastMark || m.marks[i] < 0 || m.marks[i+1] < m.marks[i] {
		return -1, -1
	}
	return int(m.marks[i]), int(m.marks[i+1])
}

// repeated returns the length of what a group matched if it is at pos again, or
// -1.
func (m *Matcher[T]) repeated(in *inst, pos int) int {
	start, end := m.group(in.arg)
	switch {
	case start < 0 || end-start > max(len(m.text)-pos, 0):
		return -1
	case start == end:
		return 0
	}
	for i, ch := range m.text[start:end] {
		if other := m.text[pos+i]; ch != other && in.fold.lower(uint32(ch)) != in.fold.lower(uint32(other)) {
			return -1
		}
	}
	m.steps -= (end - start) >> 6
	return end - start
}

// isAt reports whether a position is such a one.
func (m *Matcher[T]) isAt(where uint32, pos int) bool {
	text := m.text
	switch where {
	case atBeginning, atBeginningString:
		return pos == 0
	case atBeginningLine:
		return pos == 0 || m.whole[pos-1] == '\n'
	case atEnd:
		return pos == len(text) || pos == len(text)-1 && text[pos] == '\n'
	case atEndLine:
		return pos == len(text) || pos < len(text) && text[pos] == '\n'
	case atEndString:
		return pos == len(text)
	case atUniBoundary, atUniNonBoundary:
		boundary := m.wordBefore(pos, isUnicodeWord) != m.wordAt(pos, isUnicodeWord)
		return boundary == (where == atUniBoundary)
	}
	boundary := m.wordBefore(pos, isWord) != m.wordAt(pos, isWord)
	return boundary == (where == atBoundary || where == atLocBoundary)
}

// wordBefore reports whether a word character is before pos, which may lie beyond
// the end of the search when it started there.
func (m *Matcher[T]) wordBefore(pos int, word func(uint32) bool) bool {
	return pos > 0 && word(uint32(m.whole[pos-1]))
}

func (m *Matcher[T]) wordAt(pos int, word func(uint32) bool) bool {
	return pos < len(m.text) && word(uint32(m.text[pos]))
}
