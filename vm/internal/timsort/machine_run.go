package timsort

// state says what the machine does next, or which comparison it waits for.
type state uint8

const (
	finished state = iota

	// Counting a run.
	beginRun
	countRising  // is order[n] less than the one before?
	countEqual   // is the first of the run less than the last?
	countFalling // is order[n] less than the one before?
	countTie     // or greater?
	countTail    // after reversing: is order[n] less than the one before?
	endRun

	// Extending it by binary insertion.
	insertNext
	insertProbe // is the pivot less than the middle one?

	// Merging.
	settle       // push the run after the merges it calls for
	mergeTop     // merge run i, then settle again
	trimmedLeft  // the search for the first b among the a's is done
	trimmedRight // the search for the last a among the b's is done
	mergeOne     // ask for the next pair
	mergePair    // is the next b less than the next a?
	mergeGallop
	gallopedA
	gallopedB

	// Searching.
	searchHint   // on which side of the hint is the key?
	searchWiden  // is it further away?
	searchMiddle // which half?
)

// ask asks whether element i is less than element j and goes on in state s.
func (m *Machine) ask(s state, i, j int32) {
	m.state, m.i, m.j = s, i, j
}

// run goes on with the answer to the comparison asked until it needs another.
func (m *Machine) run(less bool) {
	for {
		switch s := m.state; {
		case s == finished:
			return
		case s <= endRun:
			if m.count(less) {
				return
			}
		case s <= insertProbe:
			if m.insert(less) {
				return
			}
		case s <= gallopedB:
			if m.merges(less) {
				return
			}
		default:
			if m.searches(less) {
				return
			}
		}
	}
}

// at returns the element at place i of the run that is being counted.
func (m *Machine) at(i int) int32 { return m.order[m.start+i] }

// askPair asks whether place i of the run is less than the place before, or the
// other way around. It reports that it asked, or goes on at the end of the list.
func (m *Machine) askPair(s state) bool {
	if m.start+m.n == len(m.order) {
		m.state = endRun
		return false
	}
	m.ask(s, m.at(m.n), m.at(m.n-1))
	return true
}

// count finds the run at start and makes it ascend. It reports whether it asked.
func (m *Machine) count(less bool) (asked bool) {
	switch m.state {
	case beginRun:
		m.n, m.equal = 1, 0
		return m.askPair(countRising)
	case countRising:
		if !less {
			m.n++
			return m.askPair(countRising)
		}
		if m.n > 1 {
			m.ask(countEqual, m.at(0), m.at(m.n-1))
			return true
		}
		m.n++
		return m.askFalling()
	case countEqual:
		if less {
			m.state = endRun
			return false
		}
		m.equal = m.n - 1
		m.reverseEqual()
		m.n++
		return m.askFalling()
	case countFalling:
		if !less {
			m.ask(countTie, m.at(m.n-1), m.at(m.n))
			return true
		}
		m.reverseEqual()
		m.n++
		return m.askFalling()
	case countTie:
		if less {
			return m.turn()
		}
		m.equal++
		m.n++
		return m.askFalling()
	case countTail:
		if less {
			m.state = endRun
			return false
		}
		m.n++
		return m.askPair(countTail)
	}
	m.end = m.start + m.n // endRun
	if m.n < m.least {
		m.end = min(m.start+m.least, len(m.order))
	}
	m.state = insertNext
	return false
}

func (m *Machine) askFalling() bool {
	if m.start+m.n == len(m.order) {
		return m.turn()
	}
	return m.askPair(countFalling)
}

// turn reverses the descending run and looks how far it now ascends.
func (m *Machine) turn() bool {
	m.reverseEqual()
	m.reverse(m.start, m.start+m.n)
	return m.askPair(countTail)
}

func (m *Machine) reverseEqual() {
	if m.equal > 0 {
		m.reverse(m.start+m.n-m.equal-1, m.start+m.n)
		m.equal = 0
	}
}

func (m *Machine) reverse(lo, hi int) {
	for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
		m.order[i], m.order[j] = m.order[j], m.order[i]
	}
}

// insert extends the run up to end. It reports whether it asked.
func (m *Machine) insert(less bool) (asked bool) {
	at := m.start + m.n // the pivot's place
	if m.state == insertNext {
		if at >= m.end {
			m.state = settle
			return false
		}
		m.l, m.r = m.start, at
	} else if mid := int(uint(m.l+m.r) >> 1); less {
		m.r = mid
	} else {
		m.l = mid + 1
	}
	pivot := m.order[at]
	if m.l < m.r {
		m.ask(insertProbe, pivot, m.order[int(uint(m.l+m.r)>>1)])
		return true
	}
	copy(m.order[m.l+1:at+1], m.order[m.l:at])
	m.order[m.l] = pivot
	m.n++
	m.state = insertNext
	return false
}
