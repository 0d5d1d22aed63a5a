package hashtable

// Equal compares two keys of equal hash that are not identical. When the answer
// needs Python code, known is false.
type Equal[K comparable] func(a, b K) (equal, known bool)

// The operations below walk over the slots of one table from a given slot on, as
// CPython's set operations do. Each returns the first slot it could not handle
// because Equal did not know the answer, or -1 when it is through. Nothing has
// been done for that slot: the caller handles its key with Search and Insert or
// Delete and goes on with the slot after it.

// lookup finds a key: its slot or -1, and whether that is known.
func (s *Set[K]) lookup(hash int64, key K, equal Equal[K]) (at int, known bool) {
	at, sure := s.Find(hash, key)
	if at >= 0 || sure {
		return at, true
	}
	for p := s.Search(hash); p.entry >= 0; p = s.SearchNext(p) {
		switch same, known := equal(p.key, key); {
		case !known:
			return -1, false
		case same:
			return int(p.entry), true
		}
	}
	return -1, true
}

// Add inserts a key unless an equal one is there. It does nothing and returns
// false when that is not known.
func (s *Set[K]) Add(hash int64, key K, equal Equal[K]) (known bool) {
	at, known := s.lookup(hash, key, equal)
	if known && at < 0 {
		s.Insert(hash, key)
	}
	return known
}

// Reserve prepares for adding n keys from a set or a dict, some of which may be
// present already. Adding from any other iterable must not call it.
func (s *Set[K]) Reserve(n int) {
	if int64(int(s.fill)+n)*5 >= int64(s.mask())*3 {
		s.resize((int(s.used) + n) * 2)
	}
}

// Merge starts adding the keys of o. It returns true when that was all, which is
// so when s was empty; otherwise AddAll(o, 0, ...) adds them. With AddAll it is
// what update, union, the copy of a set and set(s) do.
func (s *Set[K]) Merge(o *Set[K]) (done bool) {
	if o == s || o.used == 0 {
		return true
	}
	s.Reserve(int(o.used))
	if s.fill != 0 {
		return false
	}
	if s.mask() == o.mask() && o.fill == o.used {
		s.slots = append([]slot[K](nil), o.slots...)
	} else {
		if s.slots == nil {
			s.slots = make([]slot[K], minSlots)
		}
		s.placeAll(o.slots)
	}
	s.fill, s.used = o.used, o.used
	s.version++
	s.layout++
	return true
}

// Copied returns the table that Python's copy() makes: the same keys, but
// without the removed ones and with only the room they need.
func (s *Set[K]) Copied() Set[K] {
	var c Set[K]
	c.Merge(s)
	return c
}

// AddAll adds the keys of o from slot from on.
func (s *Set[K]) AddAll(o *Set[K], from int, equal Equal[K]) int {
	for i := o.Next(from); i >= 0; i = o.Next(i + 1) {
		if !s.Add(o.slots[i].hash, o.slots[i].key, equal) {
			return i
		}
	}
	return -1
}

// AddCommon adds the keys of walked, from slot from on, that other holds.
func (s *Set[K]) AddCommon(walked, other *Set[K], from int, equal Equal[K]) int {
	return s.addWhere(walked, other, true, from, equal)
}

// AddMissing adds the keys of walked, from slot from on, that other lacks.
func (s *Set[K]) AddMissing(walked, other *Set[K], from int, equal Equal[K]) int {
	return s.addWhere(walked, other, false, from, equal)
}

func (s *Set[K]) addWhere(walked, other *Set[K], held bool, from int, equal Equal[K]) int {
	for i := walked.Next(from); i >= 0; i = walked.Next(i + 1) {
		e := &walked.slots[i]
		at, known := other.lookup(e.hash, e.key, equal)
		if !known {
			return i
		}
		if (at >= 0) == held && !s.Add(e.hash, e.key, equal) {
			return i
		}
	}
	return -1
}

// RemoveAll removes the keys of o, from slot from on. Trim follows it.
func (s *Set[K]) RemoveAll(o *Set[K], from int, equal Equal[K]) int {
	for i := o.Next(from); i >= 0; i = o.Next(i + 1) {
		at, known := s.lookup(o.slots[i].hash, o.slots[i].key, equal)
		if !known {
			return i
		}
		if at >= 0 {
			s.Delete(at)
		}
	}
	return -1
}

// ToggleAll removes the keys of o, from slot from on, that s holds and adds
// those that it lacks.
func (s *Set[K]) ToggleAll(o *Set[K], from int, equal Equal[K]) int {
	for i := o.Next(from); i >= 0; i = o.Next(i + 1) {
		e := &o.slots[i]
		at, known := s.lookup(e.hash, e.key, equal)
		switch {
		case !known:
			return i
		case at >= 0:
			s.Delete(at)
		default:
			s.Insert(e.hash, e.key)
		}
	}
	return -1
}

// Trim ends an in-place difference: it makes the table smaller when more than a
// quarter of its slots belong to removed keys.
func (s *Set[K]) Trim() {
	if uint32(s.fill-s.used) > s.mask()/4 {
		s.resize(s.grown())
	}
}

// The choices between two ways to one result, which show in the order of keys:

// IntersectWalked returns the set whose keys a & b walks over, and the one in
// which it looks them up.
func IntersectWalked[K comparable](a, b *Set[K]) (walked, other *Set[K]) {
	if b.used > a.used {
		return a, b
	}
	return b, a
}

// DifferenceByCopy reports whether s minus a set or dict of otherLen keys is made
// by removing from a copy of s, not by AddMissing to an empty set.
func (s *Set[K]) DifferenceByCopy(otherLen int) bool {
	return int(s.used)>>2 > otherLen
}

// DifferenceByIntersection reports whether an in-place s -= other walks over
// s & other instead of other, a set of otherLen keys.
func (s *Set[K]) DifferenceByIntersection(otherLen int) bool {
	return otherLen>>3 > int(s.used)
}

// Become gives s the keys of o, storage and all, and leaves o empty: the end of
// an in-place intersection. Where Pop goes on looking stays as it was.
func (s *Set[K]) Become(o *Set[K]) {
	s.slots, s.fill, s.used = o.slots, o.fill, o.used
	s.version++
	s.layout++
	o.Clear()
}
