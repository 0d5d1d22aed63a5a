package hashtable

// linearEntries is how many entries (removed ones included) a Dict holds
// without an index: up to there, comparing the stored hashes one after the
// other is as fast as probing and takes no memory.
const linearEntries = 8

// Entry is one key and value of a Dict.
type Entry[K comparable, V any] struct {
	Key  K
	Val  V
	Hash int64
}

// Dict is a hash table that keeps its entries in the order of insertion. Its
// zero value is an empty table ready for use.
//
// Entries are numbered from 0 in order of insertion. Removing a key leaves a
// hole, which Next skips; numbers change only when the table is rebuilt, which
// Insert, Reserve, Compact and Clear may do and Layout shows.
type Dict[K comparable, V any] struct {
	entries []Entry[K, V]
	index   index
	used    int32
	first   int32 // no entry below is live
	version uint32
	layout  uint32
}

// Len returns the number of keys.
func (d *Dict[K, V]) Len() int { return int(d.used) }

// Bound returns the number of entries with the holes counted: every entry's
// number is below it.
func (d *Dict[K, V]) Bound() int { return len(d.entries) }

// Version returns a number that changes whenever a key is inserted or removed
// or entries get other numbers. Writing a value does not change it.
func (d *Dict[K, V]) Version() uint32 { return d.version }

// Layout returns a number that changes whenever entries get other numbers.
func (d *Dict[K, V]) Layout() uint32 { return d.layout }

// At returns the entry of number i. The caller may write its Val; the pointer is
// good until Layout changes.
func (d *Dict[K, V]) At(i int) *Entry[K, V] { return &d.entries[i] }

// Live reports whether entry i holds a key, not a hole.
func (d *Dict[K, V]) Live(i int) bool {
	var none K
	return d.entries[i].Key != none
}

// Next returns the number of the first live entry that is i or more, or -1:
//
//	for i := d.Next(0); i >= 0; i = d.Next(i + 1) { ... }
func (d *Dict[K, V]) Next(i int) int {
	var none K
	i = max(i, int(d.first))
	for ; i < len(d.entries); i++ {
		if d.entries[i].Key != none {
			return i
		}
	}
	return -1
}

// Prev returns the number of the last live entry that is i or less, or -1:
//
//	for i := d.Prev(d.Bound() - 1); i >= 0; i = d.Prev(i - 1) { ... }
func (d *Dict[K, V]) Prev(i int) int {
	var none K
	for i = min(i, len(d.entries)-1); i >= int(d.first); i-- {
		if d.entries[i].Key != none {
			return i
		}
	}
	return -1
}

// Find looks for the very key (by ==). It returns its entry, or -1; sure is
// then true when no key of this hash exists, so that nothing needs comparing.
func (d *Dict[K, V]) Find(hash int64, key K) (entry int, sure bool) {
	sure = true
	if d.index.width == 0 {
		var none K
		for i := range d.entries {
			e := &d.entries[i]
			if e.Hash == hash {
				if e.Key == key {
					return i, true
				}
				if e.Key != none {
					sure = false
				}
			}
		}
		return -1, sure
	}
	x := &d.index
	w := x.start(hash)
	for {
		c := x.cell(w.at)
		if c >= cellBias {
			e := &d.entries[c-cellBias]
			if e.Hash == hash {
				if e.Key == key {
					return int(c - cellBias), true
				}
				sure = false
			}
		} else if c == cellEmpty {
			return -1, sure
		}
		w = x.step(w)
	}
}

// First returns the first entry of this hash, or -1: nearly always the one that
// is sought.
func (d *Dict[K, V]) First(hash int64) int {
	if d.index.width == 0 {
		var none K
		for i := range d.entries {
			if e := &d.entries[i]; e.Hash == hash && e.Key != none {
				return i
			}
		}
		return -1
	}
	x := &d.index
	w := x.start(hash)
	for {
		c := x.cell(w.at)
		if c >= cellBias {
			if d.entries[c-cellBias].Hash == hash {
				return int(c - cellBias)
			}
		} else if c == cellEmpty {
			return -1
		}
		w = x.step(w)
	}
}

// FindIdentical returns the entry of the very key (by ==), or -1.
func (d *Dict[K, V]) FindIdentical(hash int64, key K) int {
	entry, _ := d.Find(hash, key)
	return entry
}

// FindFunc returns the first entry of this hash whose key the function accepts,
// or -1. The function must not change the table.
func (d *Dict[K, V]) FindFunc(hash int64, equal func(K) bool) int {
	for p := d.Search(hash); p.entry >= 0; p = d.SearchNext(p) {
		if equal(d.entries[p.entry].Key) {
			return int(p.entry)
		}
	}
	return -1
}

// Insert appends a key that the table does not hold and returns its entry.
func (d *Dict[K, V]) Insert(hash int64, key K, val V) int {
	if len(d.entries) == cap(d.entries) {
		d.grow()
	}
	i := len(d.entries)
	d.entries = append(d.entries, Entry[K, V]{Key: key, Val: val, Hash: hash})
	if d.index.width != 0 {
		d.index.put(hash, i)
	}
	d.used++
	d.version++
	return i
}

// Delete removes live entry i, leaving a hole.
func (d *Dict[K, V]) Delete(i int) {
	e := &d.entries[i]
	if d.index.width != 0 {
		d.index.remove(e.Hash, i)
	}
	*e = Entry[K, V]{}
	d.used--
	d.version++
	if i != int(d.first) {
		return
	}
	var none K
	for int(d.first) < len(d.entries) && d.entries[d.first].Key == none {
		d.first++
	}
}

// PopLast removes the entry inserted last and returns it and the number it had;
// ok is false when the table is empty. The numbers from it on are free again.
func (d *Dict[K, V]) PopLast() (e Entry[K, V], i int, ok bool) {
	i = d.Prev(len(d.entries) - 1)
	if i < 0 {
		return e, -1, false
	}
	e = d.entries[i]
	d.Delete(i)
	d.entries = d.entries[:i]
	d.first = min(d.first, int32(i))
	return e, i, true
}

// Clear removes every key and drops the storage.
func (d *Dict[K, V]) Clear() {
	*d = Dict[K, V]{version: d.version + 1, layout: d.layout + 1}
}

// Clone returns a table of the same keys and values in the same order. Holes
// are left out when they are many.
func (d *Dict[K, V]) Clone() Dict[K, V] {
	c := Dict[K, V]{version: d.version, layout: d.layout}
	if int(d.used) < len(d.entries)*2/3 {
		c.rebuild(d.entries, int(d.used))
		return c
	}
	if d.used == 0 {
		return c
	}
	c.entries = make([]Entry[K, V], len(d.entries), max(len(d.entries), d.room()))
	copy(c.entries, d.entries)
	c.index = d.index.clone()
	c.used, c.first = d.used, d.first
	return c
}

// room is the number of entries the present index has cells for.
func (d *Dict[K, V]) room() int {
	if d.index.width == 0 {
		return min(cap(d.entries), linearEntries)
	}
	return usable(int(d.index.mask) + 1)
}

// Reserve makes room for n keys in all, so that inserting up to there does not
// rebuild the table.
func (d *Dict[K, V]) Reserve(n int) {
	holes := len(d.entries) - int(d.used)
	if n > int(d.used) && n+holes > cap(d.entries) {
		d.rebuild(d.entries, n)
	}
}

// Compact rebuilds the table without its holes.
func (d *Dict[K, V]) Compact() {
	d.rebuild(d.entries, int(d.used))
}

// usable is how many entries a table of size cells may hold: two thirds.
func usable(size int) int { return size * 2 / 3 }

// grow rebuilds a full table for three times as many cells as it has keys, so
// that one full of holes shrinks.
func (d *Dict[K, V]) grow() {
	switch n := int(d.used) + 1; {
	case n <= 2:
		d.rebuild(d.entries, 2)
	case n <= 4:
		d.rebuild(d.entries, 4)
	case n <= linearEntries:
		d.rebuild(d.entries, linearEntries)
	default:
		d.rebuild(d.entries, usable(ceilPow2(3*int(d.used))))
	}
}

// rebuild gives the table fresh storage with room for n entries and moves the
// live ones of old there. It never writes to old.
func (d *Dict[K, V]) rebuild(old []Entry[K, V], n int) {
	var none K
	d.index = index{}
	if n > linearEntries {
		size := 16
		for usable(size) < n {
			size *= 2
		}
		n = usable(size)
		d.index = newIndex(size)
	}
	entries := make([]Entry[K, V], 0, n)
	for i := range old {
		if old[i].Key != none {
			if d.index.width != 0 {
				d.index.put(old[i].Hash, len(entries))
			}
			entries = append(entries, old[i])
		}
	}
	d.entries = entries
	d.used = int32(len(entries))
	d.first = 0
	d.version++
	d.layout++
}

func ceilPow2(n int) int {
	size := 8
	for size < n {
		size *= 2
	}
	return size
}
