package object

import (
	"encoding/binary"
	"slices"

	"slp/vm/internal/timsort"
)

// A sort in progress is pickled as what it sorts and the answers it has had: whoever restores it gives them again.

// answers are the results of the comparisons that were made, 64 in a word.
type answers struct {
	words []uint64
	n     int
}

func (a *answers) add(less bool) {
	if a.n%64 == 0 {
		a.words = append(a.words, 0)
	}
	if less {
		a.words[a.n/64] |= 1 << (a.n % 64)
	}
	a.n++
}

func reduceSorting(c *Ctx, a []Value) Value {
	s := a[0].AsObj().Impl.(*sorting)
	var bits []byte
	for _, w := range s.given.words {
		bits = binary.LittleEndian.AppendUint64(bits, w)
	}
	return TupleOf(c.Host.Hosted("restore_sort"), TupleOf(c.NewList(slices.Clone(s.items)), c.NewList(slices.Clone(s.keys)), Bool(s.reverse),
		NewBytes(string(bits)), Int(int64(s.given.n))))
}

// sortRestore is _sort_restore(items, keys, reverse, answers, n).
func sortRestore(c *Ctx, a []Value) Value {
	items, keys, bits := a[0].AsList(), a[1].AsList(), a[3].AsBytes()
	n, ok := a[4].AsInt()
	if items == nil || keys == nil || bits == nil || !ok || n < 0 || int(n) > len(bits.S)*8 || len(items.Items) != len(keys.Items) {
		return c.Raise(ValueError, "invalid state of a sort")
	}
	s := &sorting{items: slices.Clone(items.Items), keys: slices.Clone(keys.Items), reverse: a[2].IsTrue(), m: timsort.New(len(keys.Items))}
	for i := range int(n) {
		less := bits.S[i/8]>>(i%8)&1 != 0
		s.m.Answer(less)
		s.given.add(less)
	}
	return c.NewObj(sortingType, s)
}
