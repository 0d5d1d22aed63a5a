package hashtable

// Probe is a position in the search for one hash: a candidate whose key must be
// compared, or the end. It is plain data and may be kept and copied.
type Probe[K comparable] struct {
	key    K // the candidate's key, to see whether it is still there
	hash   int64
	walk   walk
	layout uint32
	entry  int32
}

// Entry returns the number of the candidate, or -1 at the end.
func (p Probe[K]) Entry() int { return int(p.entry) }

// Found reports whether there is a candidate.
func (p Probe[K]) Found() bool { return p.entry >= 0 }

// Key returns the candidate's key as it was when the probe reached it.
func (p Probe[K]) Key() K { return p.key }

// Hash returns the hash that is sought.
func (p Probe[K]) Hash() int64 { return p.hash }

// Search starts the search for a hash: it returns the first candidate.
func (d *Dict[K, V]) Search(hash int64) Probe[K] {
	p := Probe[K]{hash: hash, layout: d.layout, entry: -1}
	if d.index.width == 0 {
		return d.scan(p)
	}
	p.walk = d.index.start(hash)
	return d.advance(p)
}

// SearchNext returns the next candidate after p. The probe must not be stale.
func (d *Dict[K, V]) SearchNext(p Probe[K]) Probe[K] {
	if p.entry < 0 {
		return p
	}
	if d.index.width == 0 {
		return d.scan(p)
	}
	p.walk = d.index.step(p.walk)
	return d.advance(p)
}

// Stale reports whether the table changed under the probe such that the search
// must start again: entries were renumbered or the candidate is gone.
func (d *Dict[K, V]) Stale(p Probe[K]) bool {
	if p.layout != d.layout {
		return true
	}
	return p.entry >= 0 && (int(p.entry) >= len(d.entries) || d.entries[p.entry].Key != p.key)
}

// scan goes on in a table without an index.
func (d *Dict[K, V]) scan(p Probe[K]) Probe[K] {
	var none K
	for i := int(p.entry) + 1; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.Hash == p.hash && e.Key != none {
			p.entry, p.key = int32(i), e.Key
			return p
		}
	}
	p.entry = -1
	return p
}

// advance goes on at the walk's cell.
func (d *Dict[K, V]) advance(p Probe[K]) Probe[K] {
	for {
		c := d.index.cell(p.walk.at)
		if c >= cellBias {
			if e := &d.entries[c-cellBias]; e.Hash == p.hash {
				p.entry, p.key = int32(c-cellBias), e.Key
				return p
			}
		} else if c == cellEmpty {
			p.entry = -1
			return p
		}
		p.walk = d.index.step(p.walk)
	}
}
