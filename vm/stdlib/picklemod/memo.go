package picklemod

import (
	"unsafe"

	"slp/vm/object"
)

// memo tells which objects were pickled already, by identity, and under which number.
type memo struct {
	entries []memoEntry
	slots   []int32 // numbers of entries plus one, by hash of the object
}

type memoEntry struct {
	obj value
	idx int
}

// Walk implements object.Impl.
func (m *memo) Walk(w *object.Walker) {
	object.State(w, &m.entries, func(e []memoEntry) []memoEntry { return append([]memoEntry(nil), e...) },
		func(e []memoEntry, visit func(value), word func(uint64)) {
			for i := range e {
				visit(e[i].obj)
				word(uint64(e[i].idx))
			}
		})
	if w.Restoring() {
		size := 32
		for size*2 < len(m.entries)*3 {
			size *= 2
		}
		m.rebuild(size)
	}
}

func newMemo(c *ctx) value { return c.NewObj(state(c).memo, &memo{}) }

func memoOf(v value) *memo {
	m, _ := object.As[*memo](v)
	return m
}

func slotHash(v value) uint64 {
	return (uint64(uintptr(unsafe.Pointer(v.Hdr())))>>3 ^ v.Bits()) * 0x9E3779B97F4A7C15 >> 20
}

// find returns the entry of an object, or nil.
func (m *memo) find(v value) *memoEntry {
	if len(m.slots) == 0 {
		return nil
	}
	mask := uint64(len(m.slots) - 1)
	for i := slotHash(v) & mask; ; i = (i + 1) & mask {
		n := m.slots[i]
		if n == 0 {
			return nil
		}
		if e := &m.entries[n-1]; e.obj == v {
			return e
		}
	}
}

// skip uses up a number for what nothing else can refer to.
func (m *memo) skip(idx int) { m.entries = append(m.entries, memoEntry{object.None, idx}) }

// put adds an object that is not there yet.
func (m *memo) put(v value, idx int) {
	m.entries = append(m.entries, memoEntry{v, idx})
	if len(m.entries)*3 > len(m.slots)*2 {
		m.rebuild(max(32, len(m.slots)*2))
		return
	}
	m.place(len(m.entries))
}

func (m *memo) place(n int) {
	mask := uint64(len(m.slots) - 1)
	i := slotHash(m.entries[n-1].obj) & mask
	for m.slots[i] != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = int32(n)
}

func (m *memo) rebuild(size int) {
	m.slots = make([]int32, size)
	for n := range m.entries {
		if !m.entries[n].obj.IsNone() {
			m.place(n + 1)
		}
	}
}

// picklerMemo is the memo as the attribute memo of a Pickler shows it.
type picklerMemo struct{ pickler value }

// Walk implements object.Impl.
func (p *picklerMemo) Walk(w *object.Walker) { w.Value(&p.pickler) }

var picklerMemoSpec = object.Spec{Name: "PicklerMemoProxy", Module: "_pickle", Flags: object.Disallow, Attrs: map[string]value{"__hash__": object.None}, Methods: []object.Def{
	{Sig: "clear(self, /)", Doc: "Remove all items from memo.", Fn: func(c *ctx, a []value) value {
		p, _ := object.As[*picklerMemo](a[0])
		return clearMemo(c, p.pickler)
	}},
	{Sig: "copy(self, /)", Doc: "Copy the memo to a new object.", Fn: func(c *ctx, a []value) value {
		return picklerMemoDict(c, a[0]).V()
	}},
	{Sig: "__reduce__(self, /)", Doc: "Implement pickle support.", Fn: func(c *ctx, a []value) value {
		return object.TupleOf(object.DictType.V(), object.TupleOf(picklerMemoDict(c, a[0]).V()))
	}},
}}

func picklerMemoDict(c *ctx, proxy value) *object.Dict {
	p, _ := object.As[*picklerMemo](proxy)
	d := c.NewDict()
	for _, e := range memoOf(picklerOf(p.pickler).memo).entries {
		if e.obj.IsNone() {
			continue
		}
		c.DictSet(d, object.Int(int64(c.ID(e.obj))), object.TupleOf(object.Int(int64(e.idx)), e.obj))
	}
	return d
}

func clearMemo(c *ctx, pickler value) value {
	m := picklerOf(pickler).memo
	if m.IsNil() {
		return object.None
	}
	c.Touch(m.Hdr())
	*memoOf(m) = memo{}
	return object.None
}

// setPicklerMemo is the attribute memo being set: to the memo of another Pickler, or to a dict as copy() gives it.
func setPicklerMemo(c *ctx, self, v value) bool {
	p := picklerOf(self)
	if v.IsNil() {
		c.Raise(object.TypeError, "attribute deletion is not supported")
		return false
	}
	fresh := &memo{}
	if other, ok := object.As[*picklerMemo](v); ok {
		from := memoOf(picklerOf(other.pickler).memo)
		fresh.entries = append([]memoEntry(nil), from.entries...)
		fresh.rebuild(len(from.slots))
	} else if d := v.AsDict(); d != nil {
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			t := d.T.At(i).Val.AsTuple()
			if t == nil || len(t.Items) != 2 {
				c.Raise(object.TypeError, "'memo' values must be 2-item tuples")
				return false
			}
			idx, ok := c.IndexInt(t.Items[0], false)
			if !ok {
				return false
			}
			if e := fresh.find(t.Items[1]); e != nil {
				e.idx = idx
				continue
			}
			fresh.put(t.Items[1], idx)
		}
	} else {
		c.Raise(object.TypeError, "'memo' attribute must be a PicklerMemoProxy object or dict, not %s", object.TypeOf(v).Name)
		return false
	}
	c.Touch(p.memo.Hdr())
	*memoOf(p.memo) = *fresh
	return true
}
