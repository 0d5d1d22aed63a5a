package timsort

import (
	"cmp"
	"slices"
)

// Ordered sorts keys by < and moves the values along; vals is nil or as long as
// keys.
func Ordered[K cmp.Ordered, V any](keys []K, vals []V) {
	if len(keys) < 2 {
		return
	}
	s := sorter[K, V]{keys: keys, vals: vals, gallop: minGallop}
	least := minRun(len(keys))
	for start := 0; start < len(keys); {
		n := s.countRun(start, len(keys))
		if n < least {
			end := min(start+least, len(keys))
			s.insertion(start, start+n, end)
			n = end - start
		}
		for i := s.runs.collapsible(n, len(keys)); i >= 0; i = s.runs.collapsible(n, len(keys)) {
			s.merge(i)
		}
		s.runs.push(start, n)
		start += n
	}
	for i := s.runs.final(); i >= 0; i = s.runs.final() {
		s.merge(i)
	}
}

// Ints sorts integers without values. Equal ones cannot be told apart, so that
// neither the order of comparisons nor stability shows and the faster way is free.
func Ints(keys []int64) { slices.Sort(keys) }

// sorter is one run of Ordered.
type sorter[K cmp.Ordered, V any] struct {
	keys   []K
	vals   []V
	heldK  []K // the run of a merge that was moved out of the way
	heldV  []V
	gallop int
	runs   runs
}

// countRun returns the length of the run at lo and makes it ascend.
func (s *sorter[K, V]) countRun(lo, hi int) int {
	a := s.keys[lo:hi]
	n := 1
	for n < len(a) && !(a[n] < a[n-1]) {
		n++
	}
	if n == len(a) {
		return n
	}
	equal := 0 // how many before the last one are equal to it
	if n > 1 {
		if a[0] < a[n-1] {
			return n
		}
		equal = n - 1
	}
	s.reverseEqual(lo, n, equal)
	equal = 0
	for n++; n < len(a); n++ {
		if a[n] < a[n-1] {
			s.reverseEqual(lo, n, equal)
			equal = 0
		} else if a[n-1] < a[n] {
			break
		} else {
			equal++
		}
	}
	s.reverseEqual(lo, n, equal)
	s.reverse(lo, lo+n)
	for n < len(a) && !(a[n] < a[n-1]) {
		n++
	}
	return n
}

// reverseEqual reverses the last equal+1 of n elements, so that reversing the
// whole descending run leaves them in their order.
func (s *sorter[K, V]) reverseEqual(lo, n, equal int) {
	if equal > 0 {
		s.reverse(lo+n-equal-1, lo+n)
	}
}

func (s *sorter[K, V]) reverse(lo, hi int) {
	for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
		s.keys[i], s.keys[j] = s.keys[j], s.keys[i]
	}
	if s.vals != nil {
		for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
			s.vals[i], s.vals[j] = s.vals[j], s.vals[i]
		}
	}
}

// insertion sorts lo to hi-1, of which the part before mid is sorted.
func (s *sorter[K, V]) insertion(lo, mid, hi int) {
	for ; mid < hi; mid++ {
		pivot := s.keys[mid]
		l, r := lo, mid
		for l < r {
			m := int(uint(l+r) >> 1)
			if pivot < s.keys[m] {
				r = m
			} else {
				l = m + 1
			}
		}
		copy(s.keys[l+1:mid+1], s.keys[l:mid])
		s.keys[l] = pivot
		if s.vals != nil {
			v := s.vals[mid]
			copy(s.vals[l+1:mid+1], s.vals[l:mid])
			s.vals[l] = v
		}
	}
}

// gallopLeft returns where key belongs in the sorted a, before equal elements;
// the search widens from hint.
func gallopLeft[K cmp.Ordered](key K, a []K, hint int) int {
	last, ofs := 0, 1
	if a[hint] < key {
		limit := len(a) - hint
		for ofs < limit && a[hint+ofs] < key {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = last+hint, ofs+hint
	} else {
		limit := hint + 1
		for ofs < limit && !(a[hint-ofs] < key) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if a[m] < key {
			last = m + 1
		} else {
			ofs = m
		}
	}
	return ofs
}

// gallopRight is gallopLeft, but after equal elements.
func gallopRight[K cmp.Ordered](key K, a []K, hint int) int {
	last, ofs := 0, 1
	if key < a[hint] {
		limit := hint + 1
		for ofs < limit && key < a[hint-ofs] {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = hint-ofs, hint-last
	} else {
		limit := len(a) - hint
		for ofs < limit && !(key < a[hint+ofs]) {
			last, ofs = ofs, ofs<<1+1
		}
		ofs = min(ofs, limit)
		last, ofs = last+hint, ofs+hint
	}
	for last++; last < ofs; {
		m := last + (ofs-last)>>1
		if key < a[m] {
			ofs = m
		} else {
			last = m + 1
		}
	}
	return ofs
}

// merge merges pending run i with its successor.
func (s *sorter[K, V]) merge(i int) {
	a, b := s.runs.join(i)
	skip := gallopRight(s.keys[b.start], s.keys[a.start:a.start+a.length], 0)
	lo, na := a.start+skip, a.length-skip
	if na == 0 {
		return
	}
	nb := gallopLeft(s.keys[b.start-1], s.keys[b.start:b.start+b.length], b.length-1)
	switch {
	case nb == 0:
	case na <= nb:
		s.mergeLow(lo, na, b.start, nb)
	default:
		s.mergeHigh(lo, na, b.start, nb)
	}
}

// hold copies n elements from lo out of the way.
func (s *sorter[K, V]) hold(lo, n int) {
	s.heldK = append(s.heldK[:0], s.keys[lo:lo+n]...)
	if s.vals != nil {
		s.heldV = append(s.heldV[:0], s.vals[lo:lo+n]...)
	}
}

// move copies n elements within the list.
func (s *sorter[K, V]) move(to, from, n int) {
	copy(s.keys[to:to+n], s.keys[from:from+n])
	if s.vals != nil {
		copy(s.vals[to:to+n], s.vals[from:from+n])
	}
}

// unhold copies n held elements back.
func (s *sorter[K, V]) unhold(to, from, n int) {
	copy(s.keys[to:to+n], s.heldK[from:from+n])
	if s.vals != nil {
		copy(s.vals[to:to+n], s.heldV[from:from+n])
	}
}
