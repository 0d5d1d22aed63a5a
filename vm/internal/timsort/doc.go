// Package timsort sorts as CPython 3.14's list.sort does: a stable merge sort
// over natural runs, with the powersort merge order, binary insertion for short
// runs and galloping merges. It asks for the very same comparisons in the very
// same order, so that a program whose __lt__ has effects, or whose values have no
// total order, sees what it would see there.
//
// Machine is the algorithm turned inside out: it asks one comparison at a time
// and may wait for the answer as long as it takes. Ordered is the fast way when
// the keys are Go numbers or strings, Func when a Go function compares.
//
//	m := timsort.New(len(keys))
//	for i, j, more := m.Next(); more; i, j, more = m.Next() {
//		m.Answer(lessThan(keys[i], keys[j]))
//	}
//	timsort.Permute(keys, m.Order())
//
// Invariant: Machine.Order is a permutation at every moment, so that a sort which
// ends early by an exception loses and doubles nothing.
package timsort
