package timsort

// merging reports whether a stretch of the list lies in held, so that the list
// has a gap.
func (m *Machine) merging() bool {
	s := m.state
	if s > gallopedB {
		s = m.search.then
	}
	return s >= mergeOne && s <= gallopedB
}

// merges settles the new run and merges as that calls for. It reports whether it
// asked.
func (m *Machine) merges(less bool) (asked bool) {
	g := &m.merge
	switch m.state {
	case settle:
		m.settle()
	case mergeTop:
		// The first b goes to its place among the a's; what is before it is in
		// its place already.
		return m.find(m.order[g.b], false, true, g.a, g.na, 0, trimmedLeft)
	case trimmedLeft:
		g.a, g.na = g.a+m.search.ofs, g.na-m.search.ofs
		if g.na == 0 {
			m.state = settle
			break
		}
		return m.find(m.order[g.a+g.na-1], false, false, g.b, g.nb, g.nb-1, trimmedRight)
	case trimmedRight:
		g.nb = m.search.ofs
		if g.nb == 0 {
			m.state = settle
			break
		}
		m.beginMerge()
	case mergeOne:
		if g.wonA >= m.gallop || g.wonB >= m.gallop {
			m.gallop++
			m.state = mergeGallop
			break
		}
		a, b := m.nextPair()
		m.ask(mergePair, b, a)
		return true
	case mergePair:
		if less != g.high {
			g.wonA, g.wonB = 0, g.wonB+1
			m.takeB(1)
		} else {
			g.wonA, g.wonB = g.wonA+1, 0
			m.takeA(1)
		}
		m.state = mergeOne
		m.endMerge()
	case mergeGallop:
		m.gallop = max(m.gallop-1, 1)
		_, b := m.nextPair()
		if g.high {
			return m.find(b, false, true, g.lo, g.na, g.na-1, gallopedA)
		}
		return m.find(b, true, true, g.a, g.na, 0, gallopedA)
	case gallopedA:
		g.wonA = m.search.ofs
		if g.high {
			g.wonA = g.na - g.wonA
		}
		m.takeA(g.wonA)
		if g.wonA > 0 && m.endMerge() {
			break
		}
		m.takeB(1)
		if m.endMerge() {
			break
		}
		a, _ := m.nextPair()
		if g.high {
			return m.find(a, true, false, 0, g.nb, g.nb-1, gallopedB)
		}
		return m.find(a, false, false, g.b, g.nb, 0, gallopedB)
	case gallopedB:
		g.wonB = m.search.ofs
		if g.high {
			g.wonB = g.nb - g.wonB
		}
		m.takeB(g.wonB)
		if g.wonB > 0 && m.endMerge() {
			break
		}
		m.takeA(1)
		if m.endMerge() {
			break
		}
		m.state = mergeGallop
		if g.wonA < minGallop && g.wonB < minGallop {
			m.gallop++ // leaving gallop mode is a sign that it pays less
			g.wonA, g.wonB = 0, 0
			m.state = mergeOne
		}
	}
	return false
}

// settle pushes the run that was made, or starts a merge that must come before,
// or ends the sort.
func (m *Machine) settle() {
	i := -1
	if m.n > 0 {
		i = m.runs.collapsible(m.n, len(m.order))
		if i < 0 {
			m.runs.push(m.start, m.n)
			m.start += m.n
			m.n = 0
			if m.start < len(m.order) {
				m.state = beginRun
				return
			}
		}
	}
	if i < 0 {
		if i = m.runs.final(); i < 0 {
			m.state = finished
			return
		}
	}
	a, b := m.runs.join(i)
	m.merge = merge{a: a.start, na: a.length, b: b.start, nb: b.length}
	m.state = mergeTop
}

// beginMerge moves the shorter run out of the way and places the element whose
// place is known.
func (m *Machine) beginMerge() {
	g := &m.merge
	g.lo = g.a
	g.high = g.na > g.nb
	if g.high {
		m.held = append(m.held[:0], m.order[g.b:g.b+g.nb]...)
		g.dest = g.b + g.nb
		m.takeA(1)
	} else {
		m.held = append(m.held[:0], m.order[g.a:g.a+g.na]...)
		g.dest = g.a
		g.a = 0
		m.takeB(1)
	}
	m.state = mergeOne
	m.endMerge()
}

// nextPair returns the two elements of which one comes next.
func (m *Machine) nextPair() (a, b int32) {
	g := &m.merge
	if g.high {
		return m.order[g.lo+g.na-1], m.held[g.nb-1]
	}
	return m.held[g.a], m.order[g.b]
}

// takeA places the next n a's.
func (m *Machine) takeA(n int) {
	g := &m.merge
	g.na -= n
	if g.high {
		g.dest -= n
		copy(m.order[g.dest:g.dest+n], m.order[g.lo+g.na:])
		return
	}
	copy(m.order[g.dest:g.dest+n], m.held[g.a:])
	g.dest += n
	g.a += n
}

// takeB places the next n b's.
func (m *Machine) takeB(n int) {
	g := &m.merge
	g.nb -= n
	if g.high {
		g.dest -= n
		copy(m.order[g.dest:g.dest+n], m.held[g.nb:])
		return
	}
	copy(m.order[g.dest:g.dest+n], m.order[g.b:])
	g.dest += n
	g.b += n
}

// endMerge ends the merge when what is left needs no comparison, and reports
// whether it does.
func (m *Machine) endMerge() bool {
	g := &m.merge
	if g.high {
		if g.na > 0 && g.nb > 1 {
			return false
		}
		m.takeA(g.na)
		m.takeB(g.nb)
	} else {
		if g.nb > 0 && g.na > 1 {
			return false
		}
		m.takeB(g.nb)
		m.takeA(g.na)
	}
	m.state = settle
	return true
}

// find starts a galloping search and goes on in state then, with the result in
// search.ofs: before elements equal to the key, or after them when right is set.
func (m *Machine) find(key int32, held, right bool, base, n, hint int, then state) (asked bool) {
	m.search = search{key: key, held: held, right: right, base: base, n: n, hint: hint, then: then}
	m.askSearch(searchHint, hint)
	return true
}

// askSearch asks how the key compares to the element at i.
func (m *Machine) askSearch(s state, i int) {
	q := &m.search
	other := m.order
	if q.held {
		other = m.held
	}
	if at := other[q.base+i]; q.right {
		m.ask(s, q.key, at)
	} else {
		m.ask(s, at, q.key)
	}
}
