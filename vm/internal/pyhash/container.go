package pyhash

import "math/bits"

const (
	prime1 = 11400714785074694791
	prime2 = 14029467366897019727
	prime5 = 2870177450012600261
)

// Sequence combines the hashes of the items of a tuple, one after the other, so that the caller may stop between two of them.
// Begin with NewSequence.
type Sequence struct {
	acc uint64
	n   uint64
}

// NewSequence is the state before the first item.
func NewSequence() Sequence { return Sequence{acc: prime5} }

// Add takes the hash of the next item.
func (s *Sequence) Add(h int64) {
	s.acc = bits.RotateLeft64(s.acc+uint64(h)*prime2, 31) * prime1
	s.n++
}

// Tuple is the hash of the tuple of the items added.
func (s *Sequence) Tuple() int64 {
	acc := s.acc + (s.n ^ (prime5 ^ 3527539))
	if acc == 1<<64-1 {
		return 1546275796
	}
	return int64(acc)
}

// Slice is the hash of the slice whose start, stop and step were added.
func (s *Sequence) Slice() int64 {
	if s.acc == 1<<64-1 {
		return 1546275796
	}
	return int64(s.acc)
}

// Tuple is the hash of a tuple from the hashes of its items.
func Tuple(items ...int64) int64 {
	s := NewSequence()
	for _, h := range items {
		s.Add(h)
	}
	return s.Tuple()
}

// Set combines the hashes of the items of a frozenset, in any order. The zero value is the empty set.
type Set struct {
	acc uint64
	n   uint64
}

// Add takes the hash of one item.
func (s *Set) Add(h int64) {
	u := uint64(h)
	s.acc ^= (u ^ 89869747 ^ u<<16) * 3644798167
	s.n++
}

// Frozenset is the hash of the frozenset of the items added.
func (s *Set) Frozenset() int64 {
	h := s.acc ^ (s.n+1)*1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		return 590923713
	}
	return int64(h)
}
