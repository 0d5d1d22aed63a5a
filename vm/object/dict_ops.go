package object

import (
	"math"
	"math/big"
	"unsafe"

	"slp/vm/internal/pyhash"
)

// GetStr returns the value of a str key, or Nil.
func (d *Dict) GetStr(name *Str) Value {
	h := name.Hash()
	i := d.T.First(h)
	if i < 0 {
		return Nil
	}
	e := d.T.At(i)
	if e.Key.p == &name.Hdr || e.Key.p.Kind == KStr && (*Str)(unsafe.Pointer(e.Key.p)).s == name.s {
		return e.Val
	}
	i = d.T.FindFunc(h, func(k Value) bool { s := k.AsStr(); return s != nil && s.s == name.s })
	if i < 0 {
		return Nil
	}
	return d.T.At(i).Val
}

// Get returns the value of a key given as text, or Nil.
func (d *Dict) Get(name string) Value {
	h := pyhash.Str(name)
	i := d.T.FindFunc(h, func(k Value) bool { s := k.AsStr(); return s != nil && s.s == name })
	if i < 0 {
		return Nil
	}
	return d.T.At(i).Val
}

// SetName sets the value of a str key.
func (d *Dict) SetName(c *Ctx, name *Str, v Value) {
	h := name.Hash()
	i, sure := d.T.Find(h, name.V())
	if i < 0 && !sure {
		i = d.T.FindFunc(h, func(k Value) bool { s := k.AsStr(); return s != nil && s.s == name.s })
	}
	c.Touch(&d.Hdr)
	if i >= 0 {
		d.T.At(i).Val = v
		return
	}
	d.T.Insert(h, name.V(), v)
}

// SetStr sets the value of a key given as text.
func (d *Dict) SetStr(c *Ctx, name string, v Value) { d.SetName(c, c.Intern(name), v) }

// DelStr deletes a str key and tells whether it was there.
func (d *Dict) DelStr(c *Ctx, name *Str) bool {
	h := name.Hash()
	i := d.T.FindFunc(h, func(k Value) bool { s := k.AsStr(); return s != nil && s.s == name.s })
	if i < 0 {
		return false
	}
	c.Touch(&d.Hdr)
	d.T.Delete(i)
	return true
}

// Len is the number of keys.
func (d *Dict) Len() int { return d.T.Len() }

// Clone is d.copy().
func (d *Dict) Clone(c *Ctx) *Dict {
	n := c.NewDict()
	n.T = d.T.Clone()
	return n
}

// Keys lists the keys in order.
func (d *Dict) Keys() []Value {
	out := make([]Value, 0, d.T.Len())
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		out = append(out, d.T.At(i).Key)
	}
	return out
}

// Find returns the entry number of a key: -1 if there is none; ok is false if hashing or comparing raised or was
// suspended.
func (c *Ctx) Find(d *Dict, key Value) (entry int, hash int64, ok bool) {
	switch key.p.Kind {
	case KStr:
		hash = (*Str)(key.exact(KStr)).Hash()
	case KInt:
		hash = pyhash.Int(key.I())
	default:
		var known bool
		if hash, known = c.nativeHash(key); !known {
			if hash, ok = c.Hash(key); !ok {
				c.unhashable(key, "a dict key")
				return -1, 0, false
			}
		}
	}
	i := d.T.First(hash)
	if i < 0 {
		return -1, hash, true
	}
	k := d.T.At(i).Key
	if k == key || k.p.Kind == KStr && key.p.Kind == KStr && (*Str)(unsafe.Pointer(k.p)).s == (*Str)(unsafe.Pointer(key.p)).s {
		return i, hash, true
	}
	entry, ok = c.findHash(d, key, hash)
	return entry, hash, ok
}

// unhashable rewords the TypeError that hashing a key raised.
func (c *Ctx) unhashable(key Value, as string) {
	if c.exc.IsNil() || TypeOf(c.exc) != TypeError {
		return
	}
	e := c.TakeExc()
	text, ok := c.Text(e)
	if !ok {
		return
	}
	c.Raise(TypeError, "cannot use '%s' as %s (%s)", TypeOf(key).qualified(), as, text)
}

// qualified is the class's name with its module, unless that is builtins or __main__.
func (t *Type) qualified() string {
	if m, ok := t.ModuleName().(string); ok && m != "builtins" && m != "__main__" {
		return m + "." + t.Qualname
	}
	return t.Qualname
}

func (c *Ctx) findHash(d *Dict, key Value, hash int64) (int, bool) {
	i, sure := d.T.Find(hash, key)
	if i >= 0 || sure {
		return i, true
	}
	for p := d.T.Search(hash); p.Found(); {
		eq, known := deepEq(p.Key(), key)
		if !known {
			var ok bool
			eq, ok = c.Eq(p.Key(), key)
			if !ok {
				return -1, false
			}
			if d.T.Stale(p) { // __eq__ changed the dict
				if i, _ := d.T.Find(hash, key); i >= 0 {
					return i, true
				}
				p = d.T.Search(hash)
				continue
			}
		}
		if eq {
			return p.Entry(), true
		}
		p = d.T.SearchNext(p)
	}
	return -1, true
}

// DictGet returns d[key], or Nil without an exception if there is no such key (see Failed).
func (c *Ctx) DictGet(d *Dict, key Value) Value {
	i, _, ok := c.Find(d, key)
	if !ok || i < 0 {
		return Nil
	}
	return d.T.At(i).Val
}

// DictSet is d[key] = v. It returns false if it raised or was suspended.
func (c *Ctx) DictSet(d *Dict, key, v Value) bool {
	i, h, ok := c.Find(d, key)
	if !ok {
		return false
	}
	c.Touch(&d.Hdr)
	if i >= 0 {
		d.T.At(i).Val = v
	} else {
		d.T.Insert(h, key, v)
	}
	return true
}

// DictDel is del d[key], telling whether the key was there.
func (c *Ctx) DictDel(d *Dict, key Value) (found, ok bool) {
	i, _, ok := c.Find(d, key)
	if !ok || i < 0 {
		return false, ok
	}
	c.Touch(&d.Hdr)
	d.T.Delete(i)
	return true, true
}

// SetFind returns the slot of a key in a set, or -1.
func (c *Ctx) SetFind(s *Set, key Value) (slot int, hash int64, ok bool) {
	if hash, ok = c.hashElement(key); !ok {
		return -1, 0, false
	}
	slot, ok = c.setFindHash(s, key, hash)
	return slot, hash, ok
}

func (c *Ctx) setFindHash(s *Set, key Value, hash int64) (slot int, ok bool) {
	i, sure := s.T.Find(hash, key)
	if i >= 0 || sure {
		return i, true
	}
	for p := s.T.Search(hash); p.Found(); {
		eq, known := deepEq(p.Key(), key)
		if !known {
			if eq, ok = c.Eq(p.Key(), key); !ok {
				return -1, false
			}
			if s.T.Stale(p) { // __eq__ changed the set
				p = s.T.Search(hash)
				continue
			}
		}
		if eq {
			return p.Entry(), true
		}
		p = s.T.SearchNext(p)
	}
	return -1, true
}

// SetAdd is s.add(key); false if it raised or was suspended.
func (c *Ctx) SetAdd(s *Set, key Value) bool {
	i, h, ok := c.SetFind(s, key)
	if ok && i < 0 {
		c.Touch(&s.Hdr)
		s.T.Insert(h, key)
	}
	return ok
}

// PlainEq compares two values that need no Python code: known is false for others.
func PlainEq(a, b Value) (eq, known bool) { return plainEq(a, b) }

// plainEq compares builtin values that need no Python code.
func plainEq(a, b Value) (eq, known bool) {
	if a == b && a.p.Kind != KFloat {
		return true, plainKind(a.p.Kind)
	}
	switch a.p.Kind {
	case KStr:
		switch b.p.Kind {
		case KStr:
			return (*Str)(a.exact(KStr)).s == (*Str)(b.exact(KStr)).s, true
		}
		return false, plainKind(b.p.Kind)
	case KInt, KBool, KFloat, KBigInt, KComplex:
		switch b.p.Kind {
		case KInt, KBool, KFloat, KBigInt, KComplex:
			return numEq(a, b), true
		}
		return false, plainKind(b.p.Kind)
	case KBytes:
		if b.p.Kind == KBytes {
			return a.AsBytes().S == b.AsBytes().S, true
		}
		return false, plainKind(b.p.Kind)
	case KNone, KEllipsis, KNotImplemented:
		return false, plainKind(b.p.Kind)
	case KTuple:
		if b.p.Kind == KTuple {
			x, y := a.AsTuple().Items, b.AsTuple().Items
			if len(x) != len(y) {
				return false, true
			}
			for i := range x {
				if x[i] == y[i] {
					continue
				}
				if eq, known := plainEq(x[i], y[i]); !eq || !known {
					return false, known
				}
			}
			return true, true
		}
		return false, plainKind(b.p.Kind)
	}
	return false, false
}

func plainKind(k Kind) bool {
	switch k {
	case KStr, KInt, KBool, KFloat, KBigInt, KComplex, KBytes, KNone, KEllipsis, KNotImplemented, KTuple:
		return true
	}
	return false
}

// numEq compares two numbers of builtin kinds exactly.
func numEq(a, b Value) bool {
	ka, kb := a.p.Kind, b.p.Kind
	if ka == KComplex || kb == KComplex {
		x, y := toComplex(a), toComplex(b)
		if ka != KComplex && ka != KFloat || kb != KComplex && kb != KFloat { // an int beside a complex: exact
			if imag(x) != 0 || imag(y) != 0 {
				return false
			}
			if ka == KComplex {
				return numEq(Float(real(x)), b)
			}
			return numEq(a, Float(real(y)))
		}
		return x == y
	}
	if ka == KFloat || kb == KFloat {
		if ka == KFloat && kb == KFloat {
			return a.F() == b.F()
		}
		f, i := a, b
		if kb == KFloat {
			f, i = b, a
		}
		x := f.F()
		if math.IsInf(x, 0) || math.IsNaN(x) || x != math.Trunc(x) {
			return false
		}
		if i.p.Kind != KBigInt {
			return math.Abs(x) < 1<<63 && int64(x) == i.I() || x == -(1<<63) && i.I() == math.MinInt64
		}
		bf, _ := new(big.Float).SetFloat64(x).Int(nil)
		return bf.Cmp(i.AsBig().I) == 0
	}
	if ka == KBigInt || kb == KBigInt {
		return ka == kb && a.AsBig().I.Cmp(b.AsBig().I) == 0
	}
	return a.bits == b.bits
}

func toComplex(v Value) complex128 {
	switch v.p.Kind {
	case KComplex:
		return v.AsComplex().V
	case KFloat:
		return complex(v.F(), 0)
	case KBigInt:
		f, _ := new(big.Float).SetInt(v.AsBig().I).Float64()
		return complex(f, 0)
	}
	return complex(float64(v.I()), 0)
}

// plainHash hashes builtin values that need no Python code: known is false for others.
func plainHash(v Value) (h int64, known bool) {
	switch v.p.Kind {
	case KStr:
		return (*Str)(v.exact(KStr)).Hash(), true
	case KInt, KBool:
		return pyhash.Int(v.I()), true
	case KFloat:
		f := v.F()
		if math.IsNaN(f) {
			return pyhash.Int(int64(v.bits >> 1)), true
		}
		return pyhash.Float(f), true
	case KBigInt:
		return pyhash.Big(v.AsBig().I), true
	case KComplex:
		return pyhash.Complex(real(v.AsComplex().V), imag(v.AsComplex().V)), true
	case KBytes:
		return v.AsBytes().Hash(), true
	case KNone:
		return 0xfca86420, true
	case KEllipsis:
		return 0xfca86421, true
	case KNotImplemented:
		return 0xfca86422, true
	case KTuple:
		items := v.AsTuple().Items
		t := pyhash.NewSequence()
		for _, x := range items {
			h, known := plainHash(x)
			if !known {
				return 0, false
			}
			t.Add(h)
		}
		return t.Tuple(), true
	}
	return 0, false
}

// Hash is hash(v). ok is false if it raised or was suspended.
func (c *Ctx) Hash(v Value) (h int64, ok bool) {
	if h, known := plainHash(v); known {
		return h, true
	}
	t := TypeOf(v)
	m := t.Dunder(DHash)
	if m.IsNil() || m.IsNone() {
		c.Raise(TypeError, "unhashable type: '%s'", t.Said())
		return 0, false
	}
	if m == objectHash {
		return c.idHash(v), true
	}
	r := c.CallMethod(m, v)
	if r.IsNil() {
		return 0, false
	}
	if i, ok := r.AsInt(); ok {
		if i == -1 {
			i = -2
		}
		return i, true
	}
	if b := r.AsBig(); b != nil {
		return pyhash.Big(b.I), true
	}
	c.Raise(TypeError, "__hash__ method should return an integer")
	return 0, false
}

// objectHash is object.__hash__, set by Bootstrap.
var objectHash Value

func (c *Ctx) idHash(v Value) int64 {
	if h, known := plainHash(v); known && v.IsFloat() && math.IsNaN(v.F()) {
		return h
	}
	return int64(c.ID(v) >> 4)
}

// ID is id(v): a number that counts up in the order in which programs ask, so that runs repeat.
func (c *Ctx) ID(v Value) uint64 {
	const base, step = 0x7f0000000000, 0x10
	if v.p.Kind <= KNotImplemented {
		switch v.p.Kind {
		case KInt:
			return 0x600000000000 + v.bits*32
		case KFloat:
			return 0x610000000000 + (v.bits>>4)&^0xf
		}
		return 0x5f0000000000 + uint64(v.p.Kind)*64 + v.bits*32
	}
	if v.p.Flags&FlagStatic != 0 {
		id, ok := c.staticIDs[v.p]
		if !ok {
			id = uint32(len(c.staticIDs)) + 1
			c.staticIDs[v.p] = id
		}
		return 0x5e0000000000 + uint64(id)*step
	}
	if v.p.id == 0 {
		c.nextID++
		v.p.id = c.nextID
		if c.Logging {
			c.log = append(c.log, saved{obj: v.p, isID: true})
		}
	}
	return base + uint64(v.p.id)*step
}
