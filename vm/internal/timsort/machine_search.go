package timsort

// searches goes on with a galloping search: from the hint in ever wider steps,
// then by halves. It reports whether it asked.
func (m *Machine) searches(less bool) (asked bool) {
	q := &m.search
	switch m.state {
	case searchHint:
		q.rising = less != q.right
		q.last, q.ofs = 0, 1
		q.limit = q.hint + 1
		if q.rising {
			q.limit = q.n - q.hint
		}
		return m.widen()
	case searchWiden:
		if less == (q.rising != q.right) {
			q.last, q.ofs = q.ofs, q.ofs<<1+1
			return m.widen()
		}
		return m.narrow()
	}
	if less != q.right { // searchMiddle
		q.last = q.mid + 1
	} else {
		q.ofs = q.mid
	}
	return m.halve()
}

func (m *Machine) widen() bool {
	q := &m.search
	if q.ofs >= q.limit {
		q.ofs = q.limit
		return m.narrow()
	}
	if q.rising {
		m.askSearch(searchWiden, q.hint+q.ofs)
	} else {
		m.askSearch(searchWiden, q.hint-q.ofs)
	}
	return true
}

// narrow turns from steps around the hint to places in the stretch.
func (m *Machine) narrow() bool {
	q := &m.search
	if q.rising {
		q.last, q.ofs = q.hint+q.last, q.hint+q.ofs
	} else {
		q.last, q.ofs = q.hint-q.ofs, q.hint-q.last
	}
	q.last++
	return m.halve()
}

func (m *Machine) halve() bool {
	q := &m.search
	if q.last >= q.ofs {
		m.state = q.then
		return false
	}
	q.mid = q.last + (q.ofs-q.last)>>1
	m.askSearch(searchMiddle, q.mid)
	return true
}
