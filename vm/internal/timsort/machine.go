package timsort

import "slices"

// Machine is a sort in progress: a list of element numbers that it puts in order
// by asking how elements compare. It is plain data; Clone copies it at any time.
type Machine struct {
	order []int32 // the list: numbers of elements
	held  []int32 // the run of a merge that was moved out of the way
	runs  runs
	least int
	state state
	i, j  int32 // the comparison that is asked: is element i less than j?

	gallop int // wins in a row after which to gallop

	// The run that is being counted, and then extended, starts at start.
	start, n, equal, end int
	l, r                 int // binary insertion

	merge  merge
	search search
}

// merge is the merge in progress: na elements from a on with nb from b on, of
// which one stretch lies in held. See ordered_merge.go for the same in plain.
type merge struct {
	lo, a, b, na, nb, dest int
	wonA, wonB             int
	high                   bool
}

// search is a galloping search for the place of element key in n elements from
// base on, of the list or of what is held.
type search struct {
	key                   int32
	held, right, rising   bool
	base, n, hint         int
	last, ofs, limit, mid int
	then                  state
}

// New returns a machine that sorts n elements, which are in the order of their
// numbers, 0 to n-1.
func New(n int) *Machine {
	m := &Machine{order: make([]int32, n), least: minRun(n), gallop: minGallop}
	for i := range m.order {
		m.order[i] = int32(i)
	}
	m.state = beginRun
	if n < 2 {
		m.state = finished
	}
	m.run(false)
	return m
}

// Next returns the comparison to make: whether element i is less than element j.
// When more is false, the list is sorted.
func (m *Machine) Next() (i, j int, more bool) {
	return int(m.i), int(m.j), m.state != finished
}

// Answer takes the result of the comparison that Next returned.
func (m *Machine) Answer(less bool) {
	if m.state != finished {
		m.run(less)
	}
}

// Order returns the numbers of the elements in their present order. Before the
// sort has ended it is what CPython leaves behind when a comparison raises.
func (m *Machine) Order() []int32 {
	order := slices.Clone(m.order)
	g := &m.merge
	switch {
	case !m.merging():
	case g.high:
		copy(order[g.dest-g.nb:g.dest], m.held[:g.nb])
	default:
		copy(order[g.dest:], m.held[g.a:g.a+g.na])
	}
	return order
}

// Clone returns a copy that goes on by itself.
func (m *Machine) Clone() *Machine {
	c := *m
	c.order = slices.Clone(m.order)
	c.held = slices.Clone(m.held)
	c.runs.pending = slices.Clone(m.runs.pending)
	return &c
}

// Func returns the order in which n elements are sorted by less, which compares
// elements by number.
func Func(n int, less func(i, j int) bool) []int32 {
	m := New(n)
	for m.state != finished {
		m.run(less(int(m.i), int(m.j)))
	}
	return m.order
}

// Permute puts items in the given order: item order[i] comes to place i.
func Permute[T any](items []T, order []int32) {
	was := slices.Clone(items)
	for i, from := range order {
		items[i] = was[from]
	}
}
