// Package hashtable holds the two hash containers of the machine: Dict, an
// insertion-ordered table, and Set, a table whose iteration order is the one
// CPython's set shows.
//
// A table knows hashes and identity (Go's ==), never Python's equality. Whoever
// looks a key up is handed the candidates of equal hash one at a time and
// decides:
//
//	slot, sure := d.Find(hash, key)       // identical key, or surely absent?
//	if slot < 0 && !sure {
//		p := d.Search(hash)
//		for p.Found() && !equal(d.At(p.Entry()).Key, key) {
//			p = d.SearchNext(p)
//		}
//		slot = p.Entry()              // -1 when no candidate was equal
//	}
//
// The decision may take any time: it may run Python code, switch to another
// tasklet, and even change the table. Afterwards Stale tells whether the probe
// must be made again from Search.
//
// Invariant: the zero value of K is never a key; it marks a free place.
// Invariant: a hash is never -1, as in Python; a Set marks a removed key by it.
// Invariant: no read allocates.
// Invariant: a table that grows never writes to the storage it had before, so
// that a Mark of it stays good.
package hashtable
