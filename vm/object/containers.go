package object

import (
	"unsafe"

	"slp/vm/internal/hashtable"
	"slp/vm/internal/pyhash"
	"slp/vm/internal/wtf8"
)

// Str is a str: WTF-8 text (a lone surrogate is three bytes ED xx xx).
type Str struct {
	Hdr
	n    uint32 // code points
	hash int64  // 0: not computed yet
	s    string
	ext  *strExt
}

// strExt is what only some strings have: a growing buffer shared with longer strings, and offsets of every 64th
// code point of a text that is not ASCII. Neither can be seen by a program.
type strExt struct {
	buf    []byte
	crumbs []uint32
}

// Bytes is a bytes object.
type Bytes struct {
	Hdr
	hash int64
	S    string
}

// ByteArray is a bytearray. Exports counts the memoryviews that forbid resizing.
type ByteArray struct {
	Hdr
	Exports int32
	B       []byte
}

// Tuple is a tuple; Items is never written once Python has seen it.
type Tuple struct {
	Hdr
	Items []Value
}

// List is a list. Write through the methods or after c.Touch.
type List struct {
	Hdr
	Items []Value
}

// Dict is a dict: a compact hash table in order of insertion.
type Dict struct {
	Hdr
	T hashtable.Dict[Value, Value]
}

// Set is a set or frozenset, by Kind.
type Set struct {
	Hdr
	hash int64
	T    hashtable.Set[Value]
}

// Range is a range object; the bounds are ints of any size (Start, Stop, Step), Small tells that all fit int64 and
// so does the length.
type Range struct {
	Hdr
	Start, Stop, Step Value
	Len               Value
}

// Slice is a slice object.
type Slice struct {
	Hdr
	Start, Stop, Step Value
}

// MappingProxy is a read-only view of a mapping (types.MappingProxyType).
type MappingProxy struct {
	Hdr
	M Value
}

// Method is a bound method.
type Method struct {
	Hdr
	Func, Self Value
}

// Module is a module object; Cls is ModuleType or a subclass.
type Module struct {
	Hdr
	Cls  *Type
	Dict *Dict
}

func (s *Str) V() Value       { return Value{&s.Hdr, 0} }
func (b *Bytes) V() Value     { return Value{&b.Hdr, 0} }
func (b *ByteArray) V() Value { return Value{&b.Hdr, 0} }
func (t *Tuple) V() Value     { return Value{&t.Hdr, 0} }
func (l *List) V() Value      { return Value{&l.Hdr, 0} }
func (d *Dict) V() Value      { return Value{&d.Hdr, 0} }
func (s *Set) V() Value       { return Value{&s.Hdr, 0} }
func (m *Module) V() Value    { return Value{&m.Hdr, 0} }
func (t *Type) V() Value      { return Value{&t.Hdr, 0} }
func (c *Cell) V() Value      { return Value{&c.Hdr, 0} }
func (m *Method) V() Value    { return Value{&m.Hdr, 0} }
func (b *Builtin) V() Value   { return Value{&b.Hdr, 0} }
func (o *Obj) V() Value       { return Value{&o.Hdr, 0} }
func (e *Exc) V() Value       { return Value{&e.Hdr, 0} }
func (i *Inst) V() Value      { return Value{&i.Hdr, 0} }

// ---- str

// String is the text.
func (s *Str) String() string { return s.s }

// Len is the number of code points.
func (s *Str) Len() int { return int(s.n) }

// IsASCII reports that every code point is one byte.
func (s *Str) IsASCII() bool { return int(s.n) == len(s.s) }

// Hash is hash(s).
func (s *Str) Hash() int64 {
	if s.hash == 0 {
		h := pyhash.Str(s.s)
		if s.Flags&FlagStatic != 0 {
			return h
		}
		s.hash = h
	}
	return s.hash
}

// Offset returns the byte offset of code point i (0 <= i <= Len).
func (s *Str) Offset(i int) int {
	if int(s.n) == len(s.s) {
		return i
	}
	const every = 64
	if s.n <= every {
		return wtf8.Offset(s.s, i)
	}
	if s.ext == nil || s.ext.buf != nil { // a buffer is shared with longer and shorter strings, crumbs are not
		s.ext = &strExt{}
	}
	if s.ext.crumbs == nil {
		crumbs := make([]uint32, 0, int(s.n)/every+1)
		n := 0
		for o := 0; o < len(s.s); o++ {
			if s.s[o]&0xC0 != 0x80 {
				if n%every == 0 {
					crumbs = append(crumbs, uint32(o))
				}
				n++
			}
		}
		s.ext.crumbs = crumbs
	}
	if i == int(s.n) {
		return len(s.s)
	}
	o := int(s.ext.crumbs[i/every])
	return o + wtf8.Offset(s.s[o:], i%every)
}

// Slice returns code points i..j as text.
func (s *Str) Slice(i, j int) string {
	if int(s.n) == len(s.s) {
		return s.s[i:j]
	}
	o := s.Offset(i)
	if j-i <= 64 {
		return s.s[o : o+wtf8.Offset(s.s[o:], j-i)]
	}
	return s.s[o:s.Offset(j)]
}

// At returns code point i as a str.
func (s *Str) At(i int) Value {
	if int(s.n) == len(s.s) {
		return latin1[s.s[i]].V()
	}
	o := s.Offset(i)
	r, size := wtf8.DecodeRune(s.s[o:])
	if r < 256 {
		return latin1[r].V()
	}
	return newStrN(s.s[o:o+size], 1).V()
}

func newStrN(s string, n int) *Str { return &Str{Hdr: Hdr{Kind: KStr}, s: s, n: uint32(n)} }

// NewStr makes a str of WTF-8 text.
func NewStr(s string) Value {
	if len(s) <= 1 {
		if s == "" {
			return emptyStr.V()
		}
		return latin1[s[0]&0x7f].V()
	}
	return newStrN(s, wtf8.Count(s)).V()
}

// NewASCII makes a str of text known to be ASCII.
func NewASCII(s string) Value { return newStrN(s, len(s)).V() }

// NewStrCount makes a str of text whose number of code points is known.
func NewStrCount(s string, n int) Value { return newStrN(s, n).V() }

// ConstStr makes a str constant that machines may share.
func ConstStr(s string) Value {
	switch len(s) {
	case 0:
		return emptyStr.V()
	case 1, 2:
		if r, n := wtf8.DecodeRune(s); n == len(s) && r < 256 {
			return latin1[r].V()
		}
	}
	return staticStr(s).V()
}

// KnownStr is ConstStr of a text whose number of code points and hash are known.
func KnownStr(s string, n int, hash int64) Value {
	return (&Str{Hdr: Hdr{Kind: KStr, Flags: FlagStatic}, s: s, n: uint32(n), hash: hash}).V()
}

func staticStr(s string) *Str {
	x := newStrN(s, wtf8.Count(s))
	x.hash = pyhash.Str(s)
	x.Flags = FlagStatic
	return x
}

var (
	emptyStr = staticStr("")
	latin1   = makeLatin1()
)

func makeLatin1() (t [256]*Str) {
	for i := range t {
		t[i] = staticStr(string(rune(i)))
	}
	return
}

// Char makes the str of one code point.
func Char(r rune) Value {
	if r < 256 {
		return latin1[r].V()
	}
	return newStrN(wtf8.String(r), 1).V()
}

// Concat is a + b. Text that grows at its end shares one buffer, so that building a long text piece by piece takes
// linear time.
func Concat(a, b *Str) Value {
	if len(a.s) == 0 && a.Kind == KStr {
		return b.V()
	}
	if len(b.s) == 0 {
		return a.V()
	}
	size, n := len(a.s)+len(b.s), uint32(int(a.n)+int(b.n))
	switch { // a short one lies in one piece with its text
	case size <= 16:
		x := &str16{Str: Str{Hdr: Hdr{Kind: KStr}, n: n}}
		x.s = join(x.b[:size], a.s, b.s)
		return x.V()
	case size <= 32:
		x := &str32{Str: Str{Hdr: Hdr{Kind: KStr}, n: n}}
		x.s = join(x.b[:size], a.s, b.s)
		return x.V()
	case size <= 64:
		x := &str64{Str: Str{Hdr: Hdr{Kind: KStr}, n: n}}
		x.s = join(x.b[:size], a.s, b.s)
		return x.V()
	}
	ext := a.ext
	if ext == nil || len(ext.buf) != len(a.s) { // only the longest text may grow in its buffer
		ext = &strExt{buf: append(make([]byte, 0, 2*size), a.s...)}
	}
	ext.buf = append(ext.buf, b.s...)
	return (&Str{Hdr: Hdr{Kind: KStr}, s: unsafe.String(&ext.buf[0], size), n: n, ext: ext}).V()
}

type (
	str16 struct {
		Str
		b [16]byte
	}
	str32 struct {
		Str
		b [32]byte
	}
	str64 struct {
		Str
		b [64]byte
	}
)

// join fills buf, which is never written again, with two texts.
func join(buf []byte, a, b string) string {
	copy(buf[copy(buf, a):], b)
	return unsafe.String(&buf[0], len(buf))
}

// ---- bytes, tuple, list, dict, set, slice

// NewBytes makes a bytes object.
func NewBytes(s string) Value {
	if len(s) <= 1 {
		if s == "" {
			return oneByte[256].V()
		}
		return oneByte[s[0]].V()
	}
	return (&Bytes{Hdr: Hdr{Kind: KBytes}, S: s}).V()
}

// oneByte are the bytes objects of length 1, and the empty one at the end: they are always the same, as CPython's.
var oneByte = makeOneByte()

func makeOneByte() (t [257]*Bytes) {
	for i := range t {
		s := ""
		if i < 256 {
			s = string([]byte{byte(i)})
		}
		t[i] = &Bytes{Hdr: Hdr{Kind: KBytes, Flags: FlagStatic}, S: s, hash: pyhash.Bytes([]byte(s))}
	}
	return t
}

// ConstBytes makes a bytes constant.
func ConstBytes(s string) Value {
	if len(s) <= 1 {
		return NewBytes(s)
	}
	return (&Bytes{Hdr: Hdr{Kind: KBytes, Flags: FlagStatic}, S: s, hash: pyhash.Bytes([]byte(s))}).V()
}

// Hash is hash(b).
func (b *Bytes) Hash() int64 {
	if b.hash == 0 {
		h := pyhash.Bytes([]byte(b.S))
		if b.Flags&FlagStatic != 0 {
			return h
		}
		b.hash = h
	}
	return b.hash
}

// NewByteArray makes a bytearray that owns b.
func (c *Ctx) NewByteArray(b []byte) Value {
	return (&ByteArray{Hdr: Hdr{Kind: KByteArray, Epoch: c.Epoch}, B: b}).V()
}

var emptyTuple = &Tuple{Hdr: Hdr{Kind: KTuple, Flags: FlagStatic}}

// NewTuple makes a tuple that owns items.
func NewTuple(items []Value) Value {
	if len(items) == 0 {
		return emptyTuple.V()
	}
	return (&Tuple{Hdr: Hdr{Kind: KTuple}, Items: items}).V()
}

// TupleOf makes a tuple.
func TupleOf(items ...Value) Value { return CopyTuple(items) }

// ConstTuple makes a tuple constant.
func ConstTuple(items []Value) Value {
	return (&Tuple{Hdr: Hdr{Kind: KTuple, Flags: FlagStatic}, Items: items}).V()
}

// NewList makes a list that owns items.
func (c *Ctx) NewList(items []Value) Value {
	return (&List{Hdr: Hdr{Kind: KList, Epoch: c.Epoch}, Items: items}).V()
}

// Append adds a value to a list.
func (l *List) Append(c *Ctx, v Value) {
	c.Touch(&l.Hdr)
	l.Items = append(l.Items, v)
}

// NewDict makes an empty dict.
func (c *Ctx) NewDict() *Dict { return &Dict{Hdr: Hdr{Kind: KDict, Epoch: c.Epoch}} }

// NewSet makes an empty set.
func (c *Ctx) NewSet() *Set { return &Set{Hdr: Hdr{Kind: KSet, Epoch: c.Epoch}} }

// NewFrozenSet makes a frozenset of the set's table; it owns s.
func (c *Ctx) NewFrozenSet(s *Set) Value {
	return (&Set{Hdr: Hdr{Kind: KFrozenSet, Epoch: c.Epoch}, T: s.T}).V()
}

// ConstFrozenSet makes a frozenset constant of plain values (numbers, strings, bytes, None, tuples of them).
func ConstFrozenSet(items []Value) Value {
	s := &Set{Hdr: Hdr{Kind: KFrozenSet, Flags: FlagStatic}}
	for _, v := range items {
		h, _ := plainHash(v)
		s.T.Add(h, v, plainEq)
	}
	return s.V()
}

// FrozenSetLayout tells where the items of a frozenset lie, which its order follows from: the number of places, and for
// each item which one it has.
func FrozenSetLayout(v Value) (bound int, at []int, items []Value) {
	s := v.AsSet()
	for i := s.T.Next(0); i >= 0; i = s.T.Next(i + 1) {
		at, items = append(at, i), append(items, s.T.Key(i))
	}
	return s.T.Bound(), at, items
}

// PlacedFrozenSet makes a frozenset constant of what FrozenSetLayout told, or reports that there can be none.
func PlacedFrozenSet(bound int, at []int, items []Value) (v Value, ok bool) {
	hashes := make([]int64, len(items))
	for i, x := range items {
		hashes[i], _ = plainHash(x)
	}
	s := &Set{Hdr: Hdr{Kind: KFrozenSet, Flags: FlagStatic}}
	s.T, ok = hashtable.Placed(bound, at, hashes, items)
	return s.V(), ok
}

// NewSlice makes a slice.
func NewSlice(start, stop, step Value) Value {
	return Ref(&(&Slice{Hdr: Hdr{Kind: KSlice}, Start: start, Stop: stop, Step: step}).Hdr)
}

// NewCell makes a cell.
func (c *Ctx) NewCell(v Value) *Cell { return &Cell{Hdr: Hdr{Kind: KCell, Epoch: c.Epoch}, Val: v} }

// Bind makes a bound method.
func Bind(fn, self Value) Value {
	return (&Method{Hdr: Hdr{Kind: KMethod}, Func: fn, Self: self}).V()
}

// NewModule makes a module with an empty dict but its name and doc.
func (c *Ctx) NewModule(name string, doc Value) *Module {
	m := &Module{Hdr: Hdr{Kind: KModule, Epoch: c.Epoch}, Cls: ModuleType, Dict: c.NewDict()}
	m.Dict.SetStr(c, "__name__", c.Intern(name).V())
	m.Dict.SetStr(c, "__doc__", doc)
	m.Dict.SetStr(c, "__package__", None)
	m.Dict.SetStr(c, "__loader__", None)
	m.Dict.SetStr(c, "__spec__", None)
	return m
}
