package hashtable

// Placed makes a set of so many slots with keys in given ones: what Bound, Next, Key and Hash told of another set. It
// reports whether such a set can be.
func Placed[K comparable](bound int, at []int, hashes []int64, keys []K) (s Set[K], ok bool) {
	var none K
	if bound < minSlots && (bound != 0 || len(at) > 0) || bound&(bound-1) != 0 || len(at) > bound*3/5 {
		return s, false
	}
	if bound > 0 {
		s.slots = make([]slot[K], bound)
	}
	for i, n := range at {
		if n >= bound || keys[i] == none || s.slots[n].key != none {
			return Set[K]{}, false
		}
		s.slots[n] = slot[K]{keys[i], hashes[i]}
	}
	s.fill, s.used = int32(len(at)), int32(len(at))
	return s, true
}
