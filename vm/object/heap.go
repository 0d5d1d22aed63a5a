package object

import "unsafe"

// Heap is the memory of one machine as time travel sees it. A checkpoint is a new epoch; before an object is changed
// for the first time in an epoch its fields are saved into the log of that epoch (Touch). Going back writes the saved
// fields back, newest epoch first.
type Heap struct {
	Epoch   uint32
	Logging bool // there is a checkpoint to go back to
	log     []saved
	nextID  uint32
	logged  int64 // size of the log in bytes, roughly
	vals    []Value
	words   []uint64
}

// chunkLen is the length of the pieces of memory into which fields are saved.
const chunkLen = 2048

type saved struct {
	obj   *Hdr
	isID  bool // all that changed is that the object got an id
	epoch uint32
	vals  []Value
	words []uint64
	anys  []any
	shape *Shape // of an Inst
}

// Walker is handed to an object's Walk, which names all the object's fields that may ever change (and the values it
// refers to) in a fixed order. The same walk saves and restores the fields, finds what an object refers to, and
// digests a state.
type Walker struct {
	mode  walkMode
	s     saved
	vi    int
	wi    int
	ai    int
	visit func(Value)
	hash  func(uint64)
}

type walkMode uint8

const (
	walkSave walkMode = iota
	walkRestore
	walkVisit
	walkDigest
)

// Impl is the Go part of an Obj.
type Impl interface{ Walk(w *Walker) }

// Digesting tells whether the walk digests what a program could tell apart, so that dead registers are left out.
func (w *Walker) Digesting() bool { return w.mode == walkDigest }

// Restoring tells whether the walk writes saved fields back.
func (w *Walker) Restoring() bool { return w.mode == walkRestore }

// Visiting tells whether the walk only looks for values.
func (w *Walker) Visiting() bool { return w.mode == walkVisit }

// Value walks over a field that holds a value.
func (w *Walker) Value(p *Value) {
	switch w.mode {
	case walkSave:
		w.s.vals = append(w.s.vals, *p)
	case walkRestore:
		*p = w.s.vals[w.vi]
		w.vi++
	default:
		if !p.IsNil() {
			w.visit(*p)
		} else if w.mode == walkDigest {
			w.hash(0)
		}
	}
}

// Values walks over a slice of values; saving copies it.
func (w *Walker) Values(p *[]Value) {
	switch w.mode {
	case walkSave:
		n := len(*p)
		if *p == nil {
			n = -1 // none and no items are two things
		}
		w.s.words = append(w.s.words, uint64(n))
		w.s.vals = append(w.s.vals, *p...)
	case walkRestore:
		n := int(w.s.words[w.wi])
		w.wi++
		if n < 0 {
			*p = nil
			return
		}
		*p = append(make([]Value, 0, n), w.s.vals[w.vi:w.vi+n]...)
		w.vi += n
	case walkVisit, walkDigest:
		n := len(*p)
		Word(w, &n)
		for i := range *p {
			w.Value(&(*p)[i])
		}
	}
}

// Word walks over a number.
func Word[T ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64](w *Walker, p *T) {
	switch w.mode {
	case walkSave:
		w.s.words = append(w.s.words, uint64(*p))
	case walkRestore:
		*p = T(w.s.words[w.wi])
		w.wi++
	case walkDigest:
		w.hash(uint64(*p))
	}
}

// Bool walks over a flag.
func (w *Walker) Bool(p *bool) {
	n := uint64(0)
	if *p {
		n = 1
	}
	Word(w, &n)
	*p = n != 0
}

// String walks over an immutable Go string.
func (w *Walker) String(p *string) {
	switch w.mode {
	case walkSave:
		w.s.anys = append(w.s.anys, *p)
	case walkRestore:
		*p = w.s.anys[w.ai].(string)
		w.ai++
	case walkDigest:
		w.digestBytes(*p)
	}
}

// Bytes walks over a byte slice; saving copies it.
func (w *Walker) Bytes(p *[]byte) {
	switch w.mode {
	case walkSave:
		w.s.anys = append(w.s.anys, string(*p))
	case walkRestore:
		*p = []byte(w.s.anys[w.ai].(string))
		w.ai++
	case walkDigest:
		w.digestBytes(unsafe.String(unsafe.SliceData(*p), len(*p)))
	}
}

func (w *Walker) digestBytes(s string) {
	w.hash(uint64(len(s)))
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	w.hash(h)
}

// Object walks over a typed pointer to an object (whose first field is its Hdr).
func Object[T any](w *Walker, p **T) {
	v := Nil
	if *p != nil {
		v = Ref((*Hdr)(unsafe.Pointer(*p)))
	}
	w.Value(&v)
	if w.mode == walkRestore {
		*p = (*T)(unsafe.Pointer(v.p))
	}
}

// State walks over Go data that is neither a value nor a number. clone must give a copy that shares nothing writable;
// digest, which may be nil, feeds what a program could tell apart.
func State[T any](w *Walker, p *T, clone func(T) T, digest func(t T, value func(Value), word func(uint64))) {
	switch w.mode {
	case walkSave:
		w.s.anys = append(w.s.anys, clone(*p))
	case walkRestore:
		*p = clone(w.s.anys[w.ai].(T))
		w.ai++
	case walkVisit:
		if digest != nil {
			digest(*p, w.visit, func(uint64) {})
		}
	case walkDigest:
		if digest != nil {
			digest(*p, w.visit, w.hash)
		}
	}
}

// Touch must be called before a field of the object that its Walk names is changed.
func (h *Heap) Touch(o *Hdr) {
	if o.Epoch != h.Epoch {
		h.Save(o)
	}
}

// Save logs the fields of an object; Touch calls it for the first change in an epoch.
func (h *Heap) Save(o *Hdr) {
	if o.Flags&FlagStatic != 0 {
		panic("a shared constant was about to be changed")
	}
	if !h.Logging {
		o.Epoch = h.Epoch
		return
	}
	if cap(h.vals)-len(h.vals) < 16 {
		h.vals = make([]Value, 0, chunkLen)
	}
	if cap(h.words)-len(h.words) < 16 {
		h.words = make([]uint64, 0, chunkLen)
	}
	w := Walker{mode: walkSave, s: saved{obj: o, epoch: o.Epoch, vals: h.vals[len(h.vals):], words: h.words[len(h.words):]}}
	walk(o, &w)
	h.vals, w.s.vals = keepIn(h.vals, w.s.vals)
	h.words, w.s.words = keepIn(h.words, w.s.words)
	o.Epoch = h.Epoch
	h.log = append(h.log, w.s)
	h.logged += w.s.size()
}

// keepIn closes what was written behind the end of a chunk; what did not fit there has memory of its own.
func keepIn[T any](chunk, written []T) (rest, kept []T) {
	n := len(written)
	if n <= cap(chunk)-len(chunk) {
		chunk = chunk[:len(chunk)+n]
	}
	return chunk, written[:n:n]
}

// LogLen and LogBytes tell the size of the log since the oldest mark.
func (h *Heap) LogLen() int     { return len(h.log) }
func (h *Heap) LogBytes() int64 { return h.logged }

// Undo goes back to the instant when LogLen was n.
func (h *Heap) Undo(n int) {
	for i := len(h.log) - 1; i >= n; i-- {
		s := h.log[i]
		if s.isID {
			s.obj.id = 0
			h.log[i] = saved{}
			continue
		}
		w := Walker{mode: walkRestore, s: s}
		walk(s.obj, &w)
		s.obj.Epoch = s.epoch
		h.logged -= s.size()
		h.log[i] = saved{}
	}
	h.log = h.log[:n]
}

// Drop removes the log's entries in [from, to) that unneeded accepts: it is told whether only an id was given, and the
// epoch of the object before it was saved. Drop returns how many entries are gone.
func (h *Heap) Drop(from, to int, unneeded func(id bool, saved uint32) bool) int {
	kept := h.log[:from]
	for _, s := range h.log[from:to] {
		if unneeded(s.isID, s.epoch) {
			h.logged -= s.size()
			continue
		}
		kept = append(kept, s)
	}
	gone := to - len(kept)
	kept = append(kept, h.log[to:]...)
	clear(h.log[len(kept):])
	h.log = kept
	return gone
}

func (s *saved) size() int64 {
	n := int64(len(s.vals))*16 + int64(len(s.words))*8 + int64(len(s.anys))*64 + 96
	for _, a := range s.anys {
		switch t := a.(type) {
		case dictTable:
			n += int64(t.Bound()) * 56
		case setTable:
			n += int64(t.Bound()) * 32
		case string:
			n += int64(len(t))
		}
	}
	return n
}

// NextID and SetNextID give and restore the counter behind id().
func (h *Heap) NextID() uint32      { return h.nextID }
func (h *Heap) SetNextID(id uint32) { h.nextID = id }

// Visit calls f with every value that the object refers to.
func Visit(o *Hdr, f func(Value)) {
	w := Walker{mode: walkVisit, visit: f}
	walk(o, &w)
}

// Digest feeds an object's own state to word and what it refers to to value.
func Digest(o *Hdr, value func(Value), word func(uint64)) {
	w := Walker{mode: walkDigest, visit: value, hash: word}
	walk(o, &w)
}

// Walkers of the kinds that other packages lay out; filled once by their Bootstrap.
var walkers [NumKinds]func(*Hdr, *Walker)

// RegisterKind tells the layout of a kind beyond KFunc: its walk and its type. Called once per process, before the
// first machine.
func RegisterKind(k Kind, t *Type, walk func(*Hdr, *Walker)) {
	walkers[k] = walk
	typeOfKind[k] = t
}

func cloneTable(t dictTable) dictTable { return t.Clone() }

func digestTable(t dictTable, value func(Value), word func(uint64)) {
	for i := t.Next(0); i >= 0; i = t.Next(i + 1) {
		e := t.At(i)
		value(e.Key)
		value(e.Val)
	}
}

func cloneSet(t setTable) setTable { return t.Clone() }

func digestSet(t setTable, value func(Value), word func(uint64)) {
	for i := t.Next(0); i >= 0; i = t.Next(i + 1) {
		value(t.Key(i))
	}
}

func walk(o *Hdr, w *Walker) {
	p := unsafe.Pointer(o)
	switch o.Kind {
	case KTuple:
		w.Values(&(*Tuple)(p).Items)
	case KList:
		w.Values(&(*List)(p).Items)
	case KDict:
		State(w, &(*Dict)(p).T, cloneTable, digestTable)
	case KSet, KFrozenSet:
		State(w, &(*Set)(p).T, cloneSet, digestSet)
	case KByteArray:
		b := (*ByteArray)(p)
		w.Bytes(&b.B)
		Word(w, &b.Exports)
	case KInst:
		(*Inst)(p).walk(w)
	case KCell:
		w.Value(&(*Cell)(p).Val)
	case KExc:
		(*Exc)(p).walk(w)
	case KObj:
		ob := (*Obj)(p)
		Object(w, &ob.Cls)
		Object(w, &ob.Dict)
		if ob.Impl != nil {
			ob.Impl.Walk(w)
		}
	case KType:
		(*Type)(p).walk(w)
	case KModule:
		m := (*Module)(p)
		Object(w, &m.Cls)
		Object(w, &m.Dict)
	case KMethod:
		m := (*Method)(p)
		w.Value(&m.Func)
		w.Value(&m.Self)
	case KSlice:
		s := (*Slice)(p)
		w.Value(&s.Start)
		w.Value(&s.Stop)
		w.Value(&s.Step)
	case KRange:
		r := (*Range)(p)
		w.Value(&r.Start)
		w.Value(&r.Stop)
		w.Value(&r.Step)
	case KMappingProxy:
		w.Value(&(*MappingProxy)(p).M)
	case KProperty:
		(*Property)(p).walk(w)
	case KClassMethod, KStaticMethod:
		(*Wrapped)(p).walk(w)
	case KBuiltin:
		b := (*Builtin)(p)
		w.Value(&b.Module)
	case KStr:
		if w.mode == walkDigest {
			w.digestBytes((*Str)(p).s)
		}
	case KBytes:
		if w.mode == walkDigest {
			w.digestBytes((*Bytes)(p).S)
		}
	case KBigInt:
		if w.mode == walkDigest {
			b := (*Big)(p).I
			w.hash(uint64(b.Sign()))
			for _, x := range b.Bits() {
				w.hash(uint64(x))
			}
		}
	case KComplex:
		if w.mode == walkDigest {
			c := (*Complex)(p).V
			w.visit(Float(real(c)))
			w.visit(Float(imag(c)))
		}
	case KGetSet, KMemoryView:
		// nothing that changes
	default:
		if f := walkers[o.Kind]; f != nil {
			f(o, w)
		}
	}
}
