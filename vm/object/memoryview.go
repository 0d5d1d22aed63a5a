package object

import (
	"math"
	"strings"

	"slp/vm/internal/pyhash"
	"slp/vm/internal/wtf8"
)

// MemoryView is the Go part of a memoryview: a window into the memory of an object, with any number of dimensions.
type MemoryView struct {
	obj      Value  // whose memory it is: bytes, bytearray or an Obj with a Buffer
	owner    Value  // what obj of the view says
	format   string // of the items; as it was given, perhaps with @
	itemSize int
	off      int // of the first item
	shape    []int
	strides  []int
	readOnly bool
	released bool
	size     int   // of the whole memory
	hash     int64 // once it was asked for; hashed tells
	hashed   bool
	custom   Value // the memoryview that a Python __buffer__ returned, to be handed back, or Nil
}

// Walk implements Impl.
func (m *MemoryView) Walk(w *Walker) {
	w.Value(&m.obj)
	w.Value(&m.owner)
	w.Value(&m.custom)
	w.Bool(&m.released)
	w.Bool(&m.hashed)
	Word(w, &m.hash)
	if w.Digesting() {
		w.String(&m.format)
		Word(w, &m.off)
		for i := range m.shape {
			Word(w, &m.shape[i])
			Word(w, &m.strides[i])
		}
	}
}

// NewMemoryView is memoryview(v).
func (c *Ctx) NewMemoryView(v Value) Value {
	m := &MemoryView{obj: v, owner: v, format: "B", itemSize: 1, custom: Nil, strides: []int{1}}
	switch {
	case v.AsBytes() != nil:
		m.obj, m.readOnly = v.AsBytes().V(), true
		m.shape = []int{len(v.AsBytes().S)}
	case v.AsByteArray() != nil:
		m.obj = v.AsByteArray().V()
		m.size = len(v.AsByteArray().B)
		m.shape = []int{m.size}
	default:
		if old, ok := As[*MemoryView](v); ok {
			if old.gone() {
				return old.check(c)
			}
			x := *old
			m = &x
			m.custom = Nil
			break
		}
		if w, ok := As[Wrapper](v); ok {
			if inner := w.View(); !inner.IsNil() {
				return c.NewMemoryView(inner)
			}
		}
		if b, ok := As[Buffer](v); ok {
			mem := b.Memory()
			m.format, m.itemSize, m.readOnly = mem.Format, mem.ItemSize, mem.ReadOnly
			if m.format == "" {
				m.format, m.itemSize = "B", 1
			}
			m.shape = []int{len(mem.Data) / m.itemSize}
			m.strides = []int{m.itemSize}
			break
		}
		d := TypeOf(v).Dunder(DBuffer)
		if d.IsNil() || d.IsNone() {
			return c.Raise(TypeError, "memoryview: a bytes-like object is required, not '%s'", typeName(v))
		}
		r := c.CallMethod(d, v, Int(bufferFullRO))
		if r.IsNil() {
			return Nil
		}
		inner, ok := As[*MemoryView](r)
		if !ok {
			return c.Raise(TypeError, "__buffer__ returned non-memoryview object")
		}
		return c.Once(func() Value {
			if inner.gone() {
				return inner.check(c)
			}
			x := *inner
			x.owner, x.custom = v, r
			return x.new(c)
		})
	}
	return c.Once(func() Value { return m.new(c) })
}

// new makes the object and counts the view.
func (m *MemoryView) new(c *Ctx) Value {
	m.export(c, 1)
	return c.NewObj(MemoryViewType, m)
}

// derive makes a view of the same memory.
func (m *MemoryView) derive(c *Ctx, change func(n *MemoryView)) Value {
	n := *m
	n.custom = Nil
	change(&n)
	return n.new(c)
}

func (m *MemoryView) export(c *Ctx, by int) {
	if b := m.obj.AsByteArray(); b != nil {
		if n := b.Exports&exportCount + int32(by); n >= 0 && n <= exportCount {
			c.Touch(&b.Hdr)
			b.Exports += int32(by)
		}
		return
	}
	if b, ok := As[Buffer](m.obj); ok {
		b.Export(c, m.obj, by)
	}
}

// The low bits of ByteArray.Exports count the views that were not released; the bits above, how many searches in a row
// found none of them in use.
const (
	exportCount  = 1<<20 - 1
	exportSearch = 1 << 20
	alwaysSearch = 4 // this many vain searches before the program is believed
	maxSearches  = 14
)

// memory is the whole memory of the object behind the view.
func (m *MemoryView) memory() []byte {
	switch {
	case m.obj.AsBytes() != nil:
		return []byte(m.obj.AsBytes().S)
	case m.obj.AsByteArray() != nil:
		return m.obj.AsByteArray().B
	}
	b, _ := As[Buffer](m.obj)
	return b.Memory().Data
}

// at reads n bytes at an offset.
func (m *MemoryView) at(off, n int) string {
	if b := m.obj.AsBytes(); b != nil {
		return b.S[off : off+n]
	}
	return string(m.memory()[off : off+n])
}

// gone tells that the view is of no use: it was released, or its bytearray became shorter all the same (see viewed).
func (m *MemoryView) gone() bool {
	if m.released {
		return true
	}
	b := m.obj.AsByteArray()
	return b != nil && len(b.B) < m.size
}

// check raises the error of a released view.
func (m *MemoryView) check(c *Ctx) Value {
	return c.Raise(ValueError, "operation forbidden on released memoryview object")
}

// len is the number of bytes in all items.
func (m *MemoryView) len() int {
	n := m.itemSize
	for _, k := range m.shape {
		n *= k
	}
	return n
}

func (m *MemoryView) contiguous() bool {
	n := m.itemSize
	for i := len(m.shape) - 1; i >= 0; i-- {
		if m.shape[i] > 1 && m.strides[i] != n {
			return false
		}
		n *= m.shape[i]
	}
	return true
}

func (m *MemoryView) fortran() bool {
	n := m.itemSize
	for i := range m.shape {
		if m.shape[i] > 1 && m.strides[i] != n {
			return false
		}
		n *= m.shape[i]
	}
	return true
}

// contents are the bytes of the items in order; perhaps the memory itself.
func (m *MemoryView) contents() []byte {
	mem := m.memory()
	if m.contiguous() {
		return mem[m.off : m.off+m.len()]
	}
	out := make([]byte, 0, m.len())
	m.each(0, m.off, func(off int) { out = append(out, mem[off:off+m.itemSize]...) })
	return out
}

// each calls f with the offset of each item from dimension d on.
func (m *MemoryView) each(d, off int, f func(off int)) {
	if d == len(m.shape) {
		f(off)
		return
	}
	for i := range m.shape[d] {
		m.each(d+1, off+i*m.strides[d], f)
	}
}

func (m *MemoryView) release(c *Ctx, self Value) bool {
	if m.released {
		return true
	}
	if !m.custom.IsNil() {
		if rel := c.Lookup(TypeOf(m.owner), c.Intern("__release_buffer__")); !rel.IsNil() && !rel.IsNone() {
			if c.CallMethod(rel, m.owner, m.custom).IsNil() {
				return false
			}
		}
	}
	c.Touch(self.p)
	m.released = true
	m.export(c, -1)
	return true
}

func releaseBuffer(c *Ctx, v Value) Value {
	m, ok := As[*MemoryView](v)
	if !ok {
		return c.Raise(TypeError, "expected a memoryview object")
	}
	if !m.release(c, v) {
		return Nil
	}
	return None
}

// viewed tells whether a view of the bytearray that was not released can still be used. Views that the program
// dropped count no longer, as they would not in CPython, which counts references; here all objects have to be searched.
// A program that drops views again and again before it resizes is believed for twice as many views each time.
func (c *Ctx) viewed(b *ByteArray) bool {
	h, ok := c.Host.(interface{ Reachable(see func(Value)) })
	if !ok {
		return true
	}
	searches := b.Exports / exportSearch
	if searches > alwaysSearch && b.Exports&exportCount < 1<<(searches-alwaysSearch) {
		return false
	}
	if !c.Searches() {
		return false
	}
	n, seen := int32(0), 0
	h.Reachable(func(v Value) {
		seen++
		if m, ok := As[*MemoryView](v); ok && !m.released && m.obj.p == &b.Hdr {
			n++
		}
	})
	if n > 0 {
		searches = 0
	} else {
		searches = min(searches+1, maxSearches)
	}
	c.Searched(n > 0, seen)
	c.Touch(&b.Hdr)
	b.Exports = min(n, exportCount) + searches*exportSearch
	return n > 0
}

// Searches tells whether to search for views that were not released, and Searched what a search found and how many objects
// it saw: a program whose views were all dropped, search after search, is believed for the longer the dearer a search is.
func (c *Ctx) Searches() bool {
	const always = 3
	if c.searches < always {
		return true
	}
	c.unasked++
	return c.unasked > c.patience
}

// Searched is told what a search found.
func (c *Ctx) Searched(found bool, seen int) {
	const perAsk = 32 // objects seen that one view weighs
	c.unasked, c.patience = 0, uint32(seen/perAsk)
	if c.searches++; found {
		c.searches = 0
	}
}

func defineMemoryView() {
	view := func(f func(c *Ctx, m *MemoryView, a []Value) Value) Fn {
		return func(c *Ctx, a []Value) Value {
			m, _ := As[*MemoryView](a[0])
			if m.gone() {
				return m.check(c)
			}
			return f(c, m, a)
		}
	}
	get := func(name, doc string, f func(c *Ctx, m *MemoryView) Value) Get {
		return Get{Name: name, Doc: doc, Get: func(c *Ctx, self Value) Value {
			m, _ := As[*MemoryView](self)
			if m.gone() {
				return m.check(c)
			}
			return f(c, m)
		}}
	}
	MemoryViewType.define(Spec{
		Doc:   "Create a new memoryview object which references the given object.",
		Flags: Final | SeqPattern | HasWeakref,
		Methods: []Def{
			{Sig: "__new__(cls, object)", Fn: func(c *Ctx, a []Value) Value { return c.NewMemoryView(a[1]) }, Kind: AsNew, Doc: "Create and return a new object.  See help(type) for accurate signature."},
			{Sig: "_from_flags(cls, object, flags)", Fn: func(c *Ctx, a []Value) Value { return c.NewMemoryView(a[1]) }, Kind: AsClass},
			{Sig: "__class_getitem__(cls, item, /)", Fn: func(c *Ctx, a []Value) Value { return c.Call(c.Host.Hosted("GenericAlias"), a[0], a[1]) }, Kind: AsClass, Doc: "See PEP 585"},
			{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value {
				if m, _ := As[*MemoryView](a[0]); m.released {
					return NewASCII("<released memory at " + c.Address(a[0]) + ">")
				}
				return NewASCII("<memory at " + c.Address(a[0]) + ">")
			}, Doc: "Return repr(self)."},
			{Sig: "__len__(self, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				if len(m.shape) == 0 {
					return c.Raise(TypeError, "0-dim memory has no length")
				}
				return Int(int64(m.shape[0]))
			}), Doc: "Return len(self)."},
			{Sig: "__hash__(self, /)", Fn: memoryHash, Doc: "Return hash(self)."},
			{Sig: "__eq__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return memoryEq(c, a, true) }, Doc: "Return self==value."},
			{Sig: "__ne__(self, value, /)", Fn: func(c *Ctx, a []Value) Value { return memoryEq(c, a, false) }, Doc: "Return self!=value."},
			{Sig: "__getitem__(self, key, /)", Fn: view(memoryGetItem), Doc: "Return self[key]."},
			{Sig: "__setitem__(self, key, value, /)", Fn: view(memorySetItem), Doc: "Set self[key] to value."},
			{Sig: "__delitem__(self, key, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				if m.readOnly {
					return c.Raise(TypeError, "cannot modify read-only memory")
				}
				return c.Raise(TypeError, "cannot delete memory")
			}), Doc: "Delete self[key]."},
			{Sig: "__iter__(self, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				switch {
				case len(m.shape) == 0:
					return c.Raise(TypeError, "invalid indexing of 0-dim memory")
				case len(m.shape) > 1:
					return c.Raise(NotImplementedError, "multi-dimensional sub-views are not implemented")
				case itemCode(m.format) == 0:
					return m.unsupported(c)
				}
				return c.NewObj(MemoryIterType, &textIter{Seq: a[0]})
			}), Doc: "Implement iter(self)."},
			{Sig: "__enter__(self, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value { return a[0] })},
			{Sig: "__exit__(self, /, *exc_info)", Fn: func(c *Ctx, a []Value) Value { return releaseBuffer(c, a[0]) }, Doc: "Release the underlying buffer exposed by the memoryview object."},
			{Sig: "__buffer__(self, flags, /)", Fn: func(c *Ctx, a []Value) Value { return c.NewMemoryView(a[0]) }, Doc: "Return a buffer object that exposes the underlying memory of the object."},
			{Sig: "__release_buffer__(self, buffer, /)", Fn: func(c *Ctx, a []Value) Value { return releaseBuffer(c, a[1]) }, Doc: "Release the buffer object that exposes the underlying memory of the object."},
			{Sig: "release(self, /)", Fn: func(c *Ctx, a []Value) Value { return releaseBuffer(c, a[0]) }, Doc: "Release the underlying buffer exposed by the memoryview object."},
			{Sig: "tobytes(self, /, order='C')", Fn: view(memoryToBytes), Doc: "Return the data in the buffer as a byte string."},
			{Sig: "tolist(self, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				if itemCode(m.format) == 0 {
					return m.unsupported(c)
				}
				return m.list(c, 0, m.off)
			}), Doc: "Return the data in the buffer as a list of elements."},
			{Sig: "hex(self, /, sep=_NULL, bytes_per_sep=1)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				return c.hexText(string(m.contents()), a[1], a[2])
			}), Doc: "Return the data in the buffer as a str of hexadecimal numbers."},
			{Sig: "cast(self, /, format, shape=_NULL)", Fn: view(memoryCast), Doc: "Cast a memoryview to a new format or shape."},
			{Sig: "toreadonly(self, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value {
				return m.derive(c, func(n *MemoryView) { n.readOnly = true })
			}), Doc: "Return a readonly version of the memoryview."},
			{Sig: "count(self, value, /)", Fn: view(func(c *Ctx, m *MemoryView, a []Value) Value { return c.Self("memory_count", a[0], a[1]) }), Doc: "Count the number of occurrences of a value."},
			{Sig: "index(self, value, start=0, stop=sys.maxsize, /)", Fn: view(memoryIndex), Doc: "Return the index of the first occurrence of a value."},
		},
		Gets: []Get{
			get("obj", "The underlying object of the memoryview.", func(c *Ctx, m *MemoryView) Value { return m.owner }),
			get("nbytes", "The amount of space in bytes that the array would use in\n a contiguous representation.", func(c *Ctx, m *MemoryView) Value { return Int(int64(m.len())) }),
			get("itemsize", "The size in bytes of each element of the memoryview.", func(c *Ctx, m *MemoryView) Value { return Int(int64(m.itemSize)) }),
			get("format", "A string containing the format (in struct module style)\n for each element in the view.", func(c *Ctx, m *MemoryView) Value { return NewStr(m.format) }),
			get("ndim", "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.", func(c *Ctx, m *MemoryView) Value { return Int(int64(len(m.shape))) }),
			get("shape", "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.", func(c *Ctx, m *MemoryView) Value { return intTuple(m.shape) }),
			get("strides", "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.", func(c *Ctx, m *MemoryView) Value { return intTuple(m.strides) }),
			get("suboffsets", "A tuple of integers used internally for PIL-style arrays.", func(c *Ctx, m *MemoryView) Value { return emptyTuple.V() }),
			get("readonly", "A bool indicating whether the memory is read only.", func(c *Ctx, m *MemoryView) Value { return Bool(m.readOnly) }),
			get("c_contiguous", "A bool indicating whether the memory is C contiguous.", func(c *Ctx, m *MemoryView) Value { return Bool(m.contiguous()) }),
			get("f_contiguous", "A bool indicating whether the memory is Fortran contiguous.", func(c *Ctx, m *MemoryView) Value { return Bool(m.fortran()) }),
			get("contiguous", "A bool indicating whether the memory is contiguous.", func(c *Ctx, m *MemoryView) Value { return Bool(m.contiguous() || m.fortran()) }),
		},
	})
}

func intTuple(n []int) Value {
	items := make([]Value, len(n))
	for i, x := range n {
		items[i] = Int(int64(x))
	}
	return NewTuple(items)
}

// memoryHash is the hash of the bytes, which a view keeps when it is released.
func memoryHash(c *Ctx, a []Value) Value {
	m, _ := As[*MemoryView](a[0])
	if m.hashed {
		return Int(m.hash)
	}
	if m.gone() {
		return m.check(c)
	}
	if !m.readOnly {
		return c.Raise(ValueError, "cannot hash writable memoryview object")
	}
	switch itemCode(m.format) {
	case 'B', 'b', 'c':
	default:
		return c.Raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if _, ok := c.Hash(m.owner); !ok {
		return Nil
	}
	c.Touch(a[0].p)
	m.hash, m.hashed = pyhash.Bytes(m.contents()), true
	return Int(m.hash)
}

func memoryToBytes(c *Ctx, m *MemoryView, a []Value) Value {
	order := "C"
	if !a[1].IsNil() && !a[1].IsNone() {
		s := a[1].AsStr()
		if s == nil {
			return c.Raise(TypeError, "tobytes() argument 'order' must be str or None, not %s", typeName(a[1]))
		}
		order = s.s
	}
	switch {
	case order == "C" || order == "A" && !m.fortran():
		return NewBytes(string(m.contents()))
	case order != "F" && order != "A":
		return c.Raise(ValueError, "order must be 'C', 'F' or 'A'")
	}
	mem := m.memory()
	f := *m
	f.shape, f.strides = reversed(m.shape), reversed(m.strides)
	out := make([]byte, 0, m.len())
	f.each(0, m.off, func(off int) { out = append(out, mem[off:off+m.itemSize]...) })
	return NewBytes(string(out))
}

func reversed(s []int) []int {
	out := make([]int, len(s))
	for i, x := range s {
		out[len(s)-1-i] = x
	}
	return out
}

// list is the items from dimension d on as nested lists.
func (m *MemoryView) list(c *Ctx, d, off int) Value {
	if d == len(m.shape) {
		return m.item(c, off)
	}
	items := make([]Value, m.shape[d])
	for i := range items {
		if items[i] = m.list(c, d+1, off+i*m.strides[d]); items[i].IsNil() {
			return Nil
		}
	}
	return c.NewList(items)
}

func memoryCast(c *Ctx, m *MemoryView, a []Value) Value {
	f := a[1].AsStr()
	if f == nil {
		return c.Raise(TypeError, "cast() argument 'format' must be str, not %s", argName(a[1]))
	}
	if !f.IsASCII() {
		return c.EncodeWith(wtf8.ASCII, f, "strict")
	}
	var dims []Value
	hasShape := !a[2].IsNil() && !a[2].IsNone()
	if hasShape {
		if a[2].AsTuple() == nil && a[2].AsList() == nil {
			return c.Raise(TypeError, "shape must be a list or a tuple")
		}
		dims = Items(a[2])
		if len(dims) > 64 {
			return c.Raise(ValueError, "memoryview: number of dimensions must not exceed 64")
		}
		if len(m.shape) != 1 && len(dims) != 1 {
			return c.Raise(TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
		}
	}
	if !m.contiguous() {
		return c.Raise(TypeError, "memoryview: casts are restricted to C-contiguous views")
	}
	if len(m.shape) > 0 && (hasShape || len(m.shape) != 1) {
		for _, n := range m.shape {
			if n == 0 {
				return c.Raise(TypeError, "memoryview: cannot cast view with zeros in shape or strides")
			}
		}
	}
	code := itemCode(f.s)
	if code == 0 {
		return c.Raise(ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	old := itemCode(m.format)
	if old == 0 {
		return c.Raise(ValueError, "memoryview: source format must be a native single character format prefixed with an optional '@'")
	}
	if !isByteCode(old) && !isByteCode(code) {
		return c.Raise(TypeError, "memoryview: cannot cast between two non-byte formats")
	}
	size := itemSizes[code]
	total := m.len()
	if total%size != 0 {
		return c.Raise(TypeError, "memoryview: length is not a multiple of itemsize")
	}
	shape := []int{total / size}
	if hasShape {
		shape = make([]int, len(dims))
		n := size
		for i, d := range dims {
			if !d.IsAnyInt() {
				return c.Raise(TypeError, "memoryview.cast(): elements of shape must be integers")
			}
			k, ok := d.AsInt()
			if !ok || k <= 0 {
				return c.Raise(ValueError, "memoryview.cast(): elements of shape must be integers > 0")
			}
			if int64(n) > maxText/k+1 {
				return c.Raise(ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX")
			}
			shape[i] = int(k)
			n *= int(k)
		}
		if n != total {
			return c.Raise(TypeError, "memoryview: product(shape) * itemsize != buffer size")
		}
	}
	return m.derive(c, func(n *MemoryView) {
		n.format, n.itemSize, n.shape = f.s, size, shape
		n.strides = make([]int, len(shape))
		k := size
		for i := len(shape) - 1; i >= 0; i-- {
			n.strides[i] = k
			k *= shape[i]
		}
	})
}

func memoryIndex(c *Ctx, m *MemoryView, a []Value) Value {
	var at [2]int
	for k, def := range [...]int{0, math.MaxInt} {
		v := a[2+k]
		if v.IsNone() || !v.IsNil() && !hasIndex(v) {
			return c.Raise(TypeError, "slice indices must be integers or have an __index__ method")
		}
		var ok bool
		if at[k], ok = c.sliceArg(v, def); !ok {
			return Nil
		}
	}
	switch {
	case len(m.shape) == 0:
		return c.Raise(TypeError, "invalid lookup on 0-dim memory")
	case len(m.shape) > 1:
		return c.Raise(NotImplementedError, "multi-dimensional lookup is not implemented")
	}
	i, j := wtf8.Clamp(at[0], at[1], m.shape[0])
	return c.Self("memory_index", a[0], a[1], Int(int64(i)), Int(int64(j)))
}

// itemCode is the letter of a format of one native item, 0 for any other format.
func itemCode(f string) byte {
	f = strings.TrimPrefix(f, "@")
	if len(f) != 1 || f[0] >= 0x80 || itemSizes[f[0]] == 0 {
		return 0
	}
	return f[0]
}

func isByteCode(b byte) bool { return b == 'B' || b == 'b' || b == 'c' }

var itemSizes = [128]int{'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8,
	'n': 8, 'N': 8, 'f': 4, 'd': 8, 'e': 2, 'P': 8}
