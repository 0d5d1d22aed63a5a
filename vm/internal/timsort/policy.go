package timsort

const (
	maxMinRun = 64 // runs shorter than about half of this are extended
	minGallop = 7  // wins in a row after which a merge starts to gallop
)

// run is a sorted stretch that waits to be merged. Its power is that of the
// boundary to the run after it.
type run struct {
	start, length, power int
}

// minRun returns the least length of runs for a list of n elements, such that a
// list without any order is cut into a power of two runs, or slightly less.
func minRun(n int) int {
	odd := 0
	for n >= maxMinRun {
		odd |= n & 1
		n >>= 1
	}
	return n + odd
}

// power returns the depth, in the ideal merge tree over n elements, of the
// boundary between a run and its successor of length next.
func power(r run, next, n int) int {
	a := 2*r.start + r.length // twice the middle of the first run
	b := a + r.length + next  // and of the second
	for depth := 1; ; depth++ {
		if a >= n {
			a -= n
			b -= n
		} else if b >= n {
			return depth
		}
		a <<= 1
		b <<= 1
	}
}

// runs is the stack of pending runs.
type runs struct {
	pending []run
}

// collapsible returns which run to merge with its successor before a new run of
// the given length is pushed, or -1 when none is left to merge.
func (s *runs) collapsible(length, n int) int {
	last := len(s.pending) - 1
	if last < 0 {
		return -1
	}
	p := power(s.pending[last], length, n)
	if last > 0 && s.pending[last-1].power > p {
		return last - 1
	}
	s.pending[last].power = p
	return -1
}

// final returns which run to merge with its successor at the end of the list, or
// -1 when one run is left.
func (s *runs) final() int {
	i := len(s.pending) - 2
	if i > 0 && s.pending[i-1].length < s.pending[i+1].length {
		i--
	}
	return i
}

func (s *runs) push(start, length int) {
	s.pending = append(s.pending, run{start: start, length: length})
}

// join enters the merger of run i with its successor.
func (s *runs) join(i int) (a, b run) {
	a, b = s.pending[i], s.pending[i+1]
	s.pending[i].length += b.length
	if i == len(s.pending)-3 {
		s.pending[i+1] = s.pending[i+2]
	}
	s.pending = s.pending[:len(s.pending)-1]
	return a, b
}
