package object

import (
	"slices"

	"slp/vm/internal/timsort"
)

// listSort is list.sort(*, key=None, reverse=False).
func listSort(c *Ctx, a []Value) Value {
	key, reverse := a[1], false
	if key.IsNil() {
		key = None
	}
	if !a[2].IsNil() {
		var ok bool
		if reverse, ok = c.Truth(a[2]); !ok {
			return Nil
		}
	}
	l := a[0].AsList()
	if key.IsNone() {
		if sorted, ok := sortNative(l.Items, reverse); ok {
			if sorted != nil {
				c.Touch(&l.Hdr)
				l.Items = sorted
			}
			return None
		}
	}
	return c.Self("list_sort", l.V(), key, Bool(reverse))
}

// Sorted is sorted(v, key=key, reverse=reverse), for a native function to return; key may be Nil or None.
func (c *Ctx) Sorted(v, key Value, reverse bool) Value {
	if key.IsNil() {
		key = None
	}
	items, ok := c.Collect(v)
	if !ok {
		return Nil
	}
	if key.IsNone() {
		if sorted, ok := sortNative(items, reverse); ok {
			if sorted == nil {
				sorted = items
			}
			return c.NewList(sorted)
		}
	}
	return c.Self("sorted_list", c.NewList(items), key, Bool(reverse))
}

// sortNative returns the items in order in a new slice, or nil if there is nothing to do; ok is false if Python code
// is needed to compare them (or an error is to be raised).
func sortNative(items []Value, reverse bool) (sorted []Value, ok bool) {
	n := len(items)
	if n < 2 {
		return nil, true
	}
	kind := items[0].p.Kind
	for _, v := range items[1:] {
		if v.p.Kind != kind {
			kind = 0
			break
		}
	}
	switch kind {
	case KInt:
		keys := make([]int64, n)
		for i, v := range items {
			keys[i] = v.I()
		}
		timsort.Ints(keys)
		sorted = make([]Value, n)
		for i, k := range keys {
			sorted[i] = Int(k)
		}
		if reverse {
			slices.Reverse(sorted)
		}
		return sorted, true
	case KFloat:
		keys := make([]float64, n)
		for i, v := range items {
			keys[i] = v.F()
		}
		sorted = ordered(keys, items, reverse)
		return sorted, true
	case KStr:
		keys := make([]string, n)
		for i, v := range items {
			keys[i] = v.AsStr().s
		}
		return ordered(keys, items, reverse), true
	}
	if _, known := nativeLt(items[1], items[0], 0); !known {
		return nil, false
	}
	order, ok := sortOrder(items, reverse)
	if !ok {
		return nil, false
	}
	sorted = make([]Value, n)
	for i, j := range order {
		sorted[i] = items[j]
	}
	if reverse {
		slices.Reverse(sorted)
	}
	return sorted, true
}

func ordered[K float64 | string](keys []K, items []Value, reverse bool) []Value {
	sorted := slices.Clone(items)
	if reverse {
		slices.Reverse(keys)
		slices.Reverse(sorted)
	}
	timsort.Ordered(keys, sorted)
	if reverse {
		slices.Reverse(sorted)
	}
	return sorted
}

// sortOrder returns the order of builtin values as indices into items. With reverse it is that of the reversed items,
// to be reversed once more: equal items keep their order.
func sortOrder(items []Value, reverse bool) (order []int32, ok bool) {
	n := len(items)
	at := func(i int) Value { return items[i] }
	if reverse {
		at = func(i int) Value { return items[n-1-i] }
	}
	m := timsort.New(n)
	for i, j, more := m.Next(); more; i, j, more = m.Next() {
		lt, known := nativeLt(at(i), at(j), 0)
		if !known {
			return nil, false
		}
		m.Answer(lt)
	}
	order = m.Order()
	if reverse {
		for i := range order {
			order[i] = int32(n-1) - order[i]
		}
	}
	return order, true
}

// sorting is the state of a sort whose comparisons run Python code: what hosted code holds between two of them.
type sorting struct {
	keys, items []Value
	m           *timsort.Machine
	given       answers
	reverse     bool
}

var sortingType = declare("_sorting", KObj)

func (s *sorting) Walk(w *Walker) {
	w.Values(&s.keys)
	w.Values(&s.items)
	Word(w, &s.given.n)
	State(w, &s.given.words, slices.Clone[[]uint64], nil)
	State(w, &s.m, (*timsort.Machine).Clone, func(m *timsort.Machine, _ func(Value), word func(uint64)) {
		i, j, _ := m.Next()
		word(uint64(i))
		word(uint64(j))
		for _, x := range m.Order() {
			word(uint64(x))
		}
	})
}

// SortNext answers the comparisons of a sort that need no Python code and returns the next one that does: whether x < y.
// more is false when the sort has ended.
func (c *Ctx) SortNext(sort Value) (x, y Value, more bool) {
	s := sort.AsObj().Impl.(*sorting)
	for {
		i, j, more := s.m.Next()
		if !more {
			return Nil, Nil, false
		}
		x, y := s.keys[i], s.keys[j]
		lt, known := nativeLt(x, y, 0)
		if !known {
			return x, y, true
		}
		c.Touch(sort.p)
		s.m.Answer(lt)
		s.given.add(lt)
	}
}

// SortAnswer answers the comparison that SortNext returned.
func (c *Ctx) SortAnswer(sort Value, lt bool) {
	c.Touch(sort.p)
	s := sort.AsObj().Impl.(*sorting)
	s.m.Answer(lt)
	s.given.add(lt)
}

// sortDefs are the native parts of sorting, for hosted code.
var sortDefs = []Def{
	// _sort_take(list): takes the items out of the list, which is empty meanwhile.
	{Sig: "_sort_take(list, /)", Fn: func(c *Ctx, a []Value) Value {
		l := a[0].AsList()
		c.Touch(&l.Hdr)
		items := c.NewList(l.Items)
		l.Items = nil
		return items
	}},
	// _sort_new(items, keys, reverse): a sort of the items by the keys.
	{Sig: "_sort_new(items, keys, reverse, /)", Fn: func(c *Ctx, a []Value) Value {
		s := &sorting{items: slices.Clone(a[0].AsList().Items), keys: slices.Clone(a[1].AsList().Items), reverse: a[2].IsTrue()}
		if s.reverse {
			slices.Reverse(s.items)
			slices.Reverse(s.keys)
		}
		s.m = timsort.New(len(s.keys))
		return c.NewObj(sortingType, s)
	}},
	// _less(x, y): x < y as a bool.
	{Sig: "_less(x, y, /)", Fn: func(c *Ctx, a []Value) Value {
		v := c.Compare(CmpLt, a[0], a[1])
		if v.IsNil() {
			return Nil
		}
		lt, ok := c.Truth(v)
		if !ok {
			return Nil
		}
		return Bool(lt)
	}},
	{Sig: "_sort_restore(items, keys, reverse, answers, n, /)", Fn: sortRestore},
	// _sort_put(list, items, sort): puts the items back, in the order reached if there is a sort; tells whether the
	// list was changed meanwhile.
	{Sig: "_sort_put(list, items, sort, /)", Fn: func(c *Ctx, a []Value) Value {
		l := a[0].AsList()
		changed := l.Items != nil
		out := a[1].AsList().Items
		if !a[2].IsNone() {
			s := a[2].AsObj().Impl.(*sorting)
			order := s.m.Order()
			out = make([]Value, len(order))
			for i, j := range order {
				out[i] = s.items[j]
			}
			if s.reverse {
				slices.Reverse(out)
			}
		}
		c.Touch(&l.Hdr)
		l.Items = out
		return Bool(changed)
	}},
}
