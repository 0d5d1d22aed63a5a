package object

// WeakTable knows the machine's weak references and the objects whose __del__ has not run, in order of creation. It
// keeps neither alive in the sense of the language: a collection (module gc) drops what the program cannot reach.
type WeakTable struct {
	self   *Obj
	Refs   []Value // instances of the module _weakref's ref
	Finals []Value
	Target func(ref Value) Value // what a reference refers to, or Nil
	index  map[*Hdr][]int32
	after  int // number of entries after which the next automatic collection is due
}

// autoCollect is the least number of entries for which a collection starts by itself.
const autoCollect = 10_000

// Walk implements Impl.
func (t *WeakTable) Walk(w *Walker) {
	if w.Visiting() || w.Digesting() { // weak: nothing hangs from the table
		return
	}
	w.Values(&t.Refs)
	w.Values(&t.Finals)
	Word(w, &t.after)
	if w.Restoring() {
		t.index = nil
	}
}

// Weak returns the machine's table.
func (c *Ctx) Weak() *WeakTable {
	return ModuleState(c, "_weakref.table", func(c *Ctx) *WeakTable {
		t := &WeakTable{after: autoCollect}
		// It counts as older than the machine, so that going back before the first entry empties it.
		t.self = &Obj{Hdr: Hdr{Kind: KObj}, Cls: ObjectType, Impl: t}
		return t
	})
}

// Add enters a weak reference.
func (t *WeakTable) Add(c *Ctx, ref Value) {
	c.Touch(&t.self.Hdr)
	t.Refs = append(t.Refs, ref)
	if t.index != nil {
		h := t.Target(ref).Hdr()
		t.index[h] = append(t.index[h], int32(len(t.Refs)-1))
	}
}

// Of lists the weak references to an object, oldest first.
func (t *WeakTable) Of(v Value) (refs []Value) {
	if t.index == nil {
		t.index = make(map[*Hdr][]int32, len(t.Refs))
		for i, r := range t.Refs {
			if x := t.Target(r); !x.IsNil() {
				t.index[x.Hdr()] = append(t.index[x.Hdr()], int32(i))
			}
		}
	}
	for _, i := range t.index[v.Hdr()] {
		if r := t.Refs[i]; t.Target(r) == v {
			refs = append(refs, r)
		}
	}
	return refs
}

// Due tells that so many entries came since the last collection that another one should be made.
func (t *WeakTable) Due() bool { return len(t.Refs)+len(t.Finals) >= t.after }

// Replace sets the entries that survived a collection.
func (t *WeakTable) Replace(c *Ctx, refs, finals []Value) {
	c.Touch(&t.self.Hdr)
	t.Refs, t.Finals, t.index = refs, finals, nil
	t.after = max(autoCollect, 2*(len(refs)+len(finals)))
}

// finalizable enters an object whose class has __del__.
func (c *Ctx) finalizable(v Value) {
	t := c.Weak()
	c.Touch(&t.self.Hdr)
	t.Finals = append(t.Finals, v)
}

// CanRefer tells whether there can be weak references to v.
func CanRefer(v Value) bool {
	switch v.p.Kind {
	case KType, KSet, KFrozenSet, KFunc, KBuiltin, KMethod, KGen, KCode, KModule, KMemoryView, KTasklet, KChannel:
		return true
	}
	return v.IsObject() && TypeOf(v).Flags&HasWeakref != 0
}
