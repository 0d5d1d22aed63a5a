package hashtable

// SetProbe is a position in the search of a Set for one hash: a candidate whose
// key must be compared, or the end. It is plain data and may be kept and copied.
type SetProbe[K comparable] struct {
	key    K // the candidate's key, to see whether it is still there
	hash   int64
	trail  trail
	layout uint32
	entry  int32
}

// Entry returns the slot of the candidate, or -1 at the end.
func (p SetProbe[K]) Entry() int { return int(p.entry) }

// Found reports whether there is a candidate.
func (p SetProbe[K]) Found() bool { return p.entry >= 0 }

// Key returns the candidate's key as it was when the probe reached it.
func (p SetProbe[K]) Key() K { return p.key }

// Hash returns the hash that is sought.
func (p SetProbe[K]) Hash() int64 { return p.hash }

// Search starts the search for a hash: it returns the first candidate.
func (s *Set[K]) Search(hash int64) SetProbe[K] {
	p := SetProbe[K]{hash: hash, layout: s.layout, entry: -1}
	if s.slots == nil {
		return p
	}
	p.trail = s.start(hash)
	return s.advance(p)
}

// SearchNext returns the next candidate after p. The probe must not be stale.
func (s *Set[K]) SearchNext(p SetProbe[K]) SetProbe[K] {
	if p.entry < 0 {
		return p
	}
	p.trail = s.step(p.trail)
	return s.advance(p)
}

// Stale reports whether the table changed under the probe such that the search
// must start again: keys moved or the candidate is gone.
func (s *Set[K]) Stale(p SetProbe[K]) bool {
	if p.layout != s.layout {
		return true
	}
	return p.entry >= 0 && (int(p.entry) >= len(s.slots) || s.slots[p.entry].key != p.key)
}

// advance goes on at the trail's slot.
func (s *Set[K]) advance(p SetProbe[K]) SetProbe[K] {
	var none K
	for {
		e := &s.slots[p.trail.at]
		switch {
		case e.hash == p.hash && e.key != none:
			p.entry, p.key = int32(p.trail.at), e.key
			return p
		case e.hash == 0 && e.key == none:
			p.entry = -1
			return p
		}
		p.trail = s.step(p.trail)
	}
}
