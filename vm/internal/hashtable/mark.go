package hashtable

// Mark is what a large Dict was at one instant, taken in constant time: it
// shares the table's storage. It stays good as long as whoever took it saves,
// before an entry below Bound is written or removed, the chunk of entries
// around it (Chunk), and gives the saved chunks back to Restore.
//
// Entries appended later lie beyond the Mark's bound and need no saving; a table
// that is rebuilt or cleared gets fresh storage and leaves the Mark's alone.
type Mark[K comparable, V any] struct {
	entries []Entry[K, V]
	used    int32
	first   int32
	size    uint32 // cells of the index, 0 for none
}

// Bound returns the number of entries the table had, holes counted.
func (m *Mark[K, V]) Bound() int { return len(m.entries) }

// Chunk is a copy of the entries from number Lo on.
type Chunk[K comparable, V any] struct {
	Lo      int
	Entries []Entry[K, V]
}

// Mark returns the table's present state, to be kept beside saved chunks.
func (d *Dict[K, V]) Mark() Mark[K, V] {
	m := Mark[K, V]{entries: d.entries, used: d.used, first: d.first}
	if d.index.width != 0 {
		m.size = d.index.mask + 1
	}
	return m
}

// Chunk returns a copy of the entries lo to hi-1; hi is cut to Bound.
func (d *Dict[K, V]) Chunk(lo, hi int) Chunk[K, V] {
	hi = min(hi, len(d.entries))
	lo = min(lo, hi)
	return Chunk[K, V]{Lo: lo, Entries: append([]Entry[K, V](nil), d.entries[lo:hi]...)}
}

// Restore brings the table back to the instant of m. The chunks are those saved
// since, of the storage that m shares; when two cover one entry, the first is
// the older one and wins. The cost grows with the size of the table, for its
// index is made anew.
func (d *Dict[K, V]) Restore(m Mark[K, V], chunks []Chunk[K, V]) {
	var none K
	d.version++
	d.layout++
	d.entries, d.used, d.first = m.entries, m.used, m.first
	for i := len(chunks) - 1; i >= 0; i-- {
		c := chunks[i]
		if c.Lo < len(d.entries) {
			copy(d.entries[c.Lo:], c.Entries)
		}
	}
	d.index = index{}
	if m.size == 0 {
		return
	}
	d.index = newIndex(int(m.size))
	for i := range d.entries {
		if d.entries[i].Key != none {
			d.index.put(d.entries[i].Hash, i)
		}
	}
}
