package hashtable

// Set is a hash table of keys whose slots are visited in the order in which
// CPython 3.14 visits its own: same probe sequence, same growth, same treatment
// of removed keys. Its zero value is an empty table ready for use.
//
// A slot's number is good until Layout changes.
type Set[K comparable] struct {
	slots   []slot[K] // nil stands for minSlots empty ones
	fill    int32     // slots in use, removed ones counted
	used    int32
	finger  int32 // where Pop goes on looking
	version uint32
	layout  uint32
}

// slot holds a key; an empty slot is all zero, a removed one has the zero key
// and removedHash.
type slot[K comparable] struct {
	key  K
	hash int64
}

const (
	minSlots     = 8
	linearProbes = 9
	removedHash  = -1
	largeSet     = 50000 // from here on a set grows by 2, not by 4
)

// Len returns the number of keys.
func (s *Set[K]) Len() int { return int(s.used) }

// Bound returns the number of slots: every slot's number is below it.
func (s *Set[K]) Bound() int { return len(s.slots) }

// Version returns a number that changes whenever a key is inserted or removed or
// keys move to other slots.
func (s *Set[K]) Version() uint32 { return s.version }

// Layout returns a number that changes whenever keys move to other slots.
func (s *Set[K]) Layout() uint32 { return s.layout }

// Key returns the key in live slot i.
func (s *Set[K]) Key(i int) K { return s.slots[i].key }

// Hash returns the hash of the key in live slot i.
func (s *Set[K]) Hash(i int) int64 { return s.slots[i].hash }

// Live reports whether slot i holds a key.
func (s *Set[K]) Live(i int) bool {
	var none K
	return i < len(s.slots) && s.slots[i].key != none
}

// Next returns the number of the first live slot that is i or more, or -1.
func (s *Set[K]) Next(i int) int {
	var none K
	for ; i < len(s.slots); i++ {
		if s.slots[i].key != none {
			return i
		}
	}
	return -1
}

// trail is a position in the probe sequence of one hash: runs of neighbouring
// slots, then a jump.
type trail struct {
	perturb uint64
	base    uint32
	at      uint32
	left    uint32 // slots after at in the present run
}

func (s *Set[K]) start(hash int64) trail {
	t := trail{perturb: uint64(hash), base: uint32(uint64(hash)) & s.mask()}
	return s.enter(t)
}

func (s *Set[K]) enter(t trail) trail {
	t.at, t.left = t.base, 0
	if t.base+linearProbes <= s.mask() {
		t.left = linearProbes
	}
	return t
}

func (s *Set[K]) step(t trail) trail {
	if t.left > 0 {
		t.at++
		t.left--
		return t
	}
	t.perturb >>= perturbShift
	t.base = uint32(uint64(t.base)*5+1+t.perturb) & s.mask()
	return s.enter(t)
}

func (s *Set[K]) mask() uint32 {
	if s.slots == nil {
		return minSlots - 1
	}
	return uint32(len(s.slots) - 1)
}

// Find looks for the very key (by ==). It returns its slot, or -1; sure is then
// true when no key of this hash exists, so that nothing needs comparing.
func (s *Set[K]) Find(hash int64, key K) (at int, sure bool) {
	var none K
	sure = true
	if s.slots == nil {
		return -1, true
	}
	slots := s.slots
	mask := len(slots) - 1
	perturb := uint64(hash)
	i := int(perturb) & mask
	for {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for j := i; j <= last; j++ {
			e := &slots[j]
			if e.hash == hash {
				if e.key == key {
					return j, true
				}
				if e.key != none {
					sure = false
					continue
				}
			}
			if e.hash == 0 && e.key == none {
				return -1, sure
			}
		}
		perturb >>= perturbShift
		i = int(uint64(i)*5+1+perturb) & mask
	}
}

// FindIdentical returns the slot of the very key (by ==), or -1.
func (s *Set[K]) FindIdentical(hash int64, key K) int {
	at, _ := s.Find(hash, key)
	return at
}

// FindFunc returns the first slot of this hash whose key the function accepts,
// or -1. The function must not change the table.
func (s *Set[K]) FindFunc(hash int64, equal func(K) bool) int {
	for p := s.Search(hash); p.entry >= 0; p = s.SearchNext(p) {
		if equal(p.key) {
			return int(p.entry)
		}
	}
	return -1
}

// Insert adds a key that the table does not hold.
func (s *Set[K]) Insert(hash int64, key K) {
	if s.slots == nil {
		s.slots = make([]slot[K], minSlots)
	}
	at := &s.slots[s.vacant(hash)]
	reused := at.hash == removedHash
	*at = slot[K]{key: key, hash: hash}
	s.used++
	s.version++
	if reused {
		return
	}
	s.fill++
	if int64(s.fill)*5 >= int64(s.mask())*3 {
		s.resize(s.grown())
	}
}

// vacant returns the slot that a new key of this hash goes to: the last one of a
// removed key before the first empty one of its sequence, or else that one.
func (s *Set[K]) vacant(hash int64) int {
	var none K
	slots := s.slots
	mask := len(slots) - 1
	perturb := uint64(hash)
	i := int(perturb) & mask
	removed := -1
	for {
		last := i
		if i+linearProbes <= mask {
			last = i + linearProbes
		}
		for j := i; j <= last; j++ {
			e := &slots[j]
			if e.key != none {
				continue
			}
			if e.hash == removedHash {
				removed = j
				continue
			}
			if removed >= 0 {
				return removed
			}
			return j
		}
		perturb >>= perturbShift
		i = int(uint64(i)*5+1+perturb) & mask
	}
}

// grown is the number of keys that a table which got too full is resized for.
func (s *Set[K]) grown() int {
	if s.used > largeSet {
		return int(s.used) * 2
	}
	return int(s.used) * 4
}

// resize moves the keys to fresh storage of more than n slots.
func (s *Set[K]) resize(n int) {
	size := minSlots
	for size <= n {
		size *= 2
	}
	old := s.slots
	s.slots = make([]slot[K], size)
	s.placeAll(old)
	s.fill = s.used
	s.version++
	s.layout++
}

// placeAll places the live keys of old, in their order.
func (s *Set[K]) placeAll(old []slot[K]) {
	var none K
	for i := range old {
		if old[i].key != none {
			s.slots[s.vacant(old[i].hash)] = old[i]
		}
	}
}

// Delete removes the key in live slot i.
func (s *Set[K]) Delete(i int) {
	var none K
	s.slots[i] = slot[K]{key: none, hash: removedHash}
	s.used--
	s.version++
}

// Pop removes the key that CPython's set.pop would and returns it; ok is false
// when the table is empty.
func (s *Set[K]) Pop() (key K, hash int64, ok bool) {
	i := s.PopSlot()
	if i < 0 {
		return key, 0, false
	}
	key, hash = s.slots[i].key, s.slots[i].hash
	s.Delete(i)
	s.finger = int32(i + 1)
	return key, hash, true
}

// PopSlot returns the slot whose key Pop would remove, or -1.
func (s *Set[K]) PopSlot() int {
	if s.used == 0 {
		return -1
	}
	i := int(uint32(s.finger) & s.mask())
	for !s.Live(i) {
		if i++; i >= len(s.slots) {
			i = 0
		}
	}
	return i
}

// Clear removes every key and drops the storage.
func (s *Set[K]) Clear() {
	*s = Set[K]{finger: s.finger, version: s.version + 1, layout: s.layout + 1}
}

// Clone returns an exact copy, slot for slot: what a snapshot needs. Python's
// copy() is Copied.
func (s *Set[K]) Clone() Set[K] {
	c := *s
	c.slots = append([]slot[K](nil), s.slots...)
	return c
}
