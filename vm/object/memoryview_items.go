package object

import (
	"encoding/binary"
	"math"
	"math/big"
)

func (m *MemoryView) unsupported(c *Ctx) Value {
	return c.Raise(NotImplementedError, "memoryview: format %s not supported", m.format)
}

// item reads the item at an offset.
func (m *MemoryView) item(c *Ctx, off int) Value {
	code := itemCode(m.format)
	if code == 0 {
		return m.unsupported(c)
	}
	s := m.at(off, m.itemSize)
	var raw [8]byte
	copy(raw[:], s)
	u := binary.LittleEndian.Uint64(raw[:])
	switch code {
	case 'B':
		return Int(int64(s[0]))
	case 'b':
		return Int(int64(int8(s[0])))
	case 'c':
		return NewBytes(s)
	case '?':
		return Bool(s[0] != 0)
	case 'h':
		return Int(int64(int16(u)))
	case 'i':
		return Int(int64(int32(u)))
	case 'l', 'q', 'n':
		return Int(int64(u))
	case 'H', 'I':
		return Int(int64(u))
	case 'L', 'Q', 'N', 'P':
		if u > math.MaxInt64 {
			return NewBig(new(big.Int).SetUint64(u))
		}
		return Int(int64(u))
	case 'f':
		return Float(float64(math.Float32frombits(uint32(u))))
	case 'e':
		return Float(HalfToFloat(uint16(u)))
	}
	return Float(math.Float64frombits(u))
}

// HalfToFloat reads an IEEE 754 half.
func HalfToFloat(h uint16) float64 {
	sign := 1.0
	if h&0x8000 != 0 {
		sign = -1
	}
	exp, frac := int(h>>10&31), float64(h&0x3ff)
	switch exp {
	case 0:
		return sign * math.Ldexp(frac, -24)
	case 31:
		if frac == 0 {
			return math.Inf(int(sign))
		}
		return math.Copysign(math.NaN(), sign)
	}
	return sign * math.Ldexp(1024+frac, exp-25)
}

// FloatToHalf rounds to an IEEE 754 half; ok is false if the number is too large.
func FloatToHalf(f float64) (h uint16, ok bool) {
	if math.Signbit(f) {
		h = 0x8000
	}
	f = math.Abs(f)
	switch {
	case math.IsNaN(f):
		return h | 0x7e00, true
	case math.IsInf(f, 0):
		return h | 0x7c00, true
	case f == 0:
		return h, true
	}
	_, e := math.Frexp(f)
	e = max(e-1, -14)
	n := math.RoundToEven(math.Ldexp(f, 10-e)) // of units of 2**(e-10)
	if n >= 2048 {
		n /= 2
		e++
	}
	if e > 15 {
		return 0, false
	}
	if n < 1024 {
		return h | uint16(n), true
	}
	return h | uint16(e+15)<<10 | uint16(n)&0x3ff, true
}

// pack makes the bytes of an item.
func (m *MemoryView) pack(c *Ctx, v Value) ([]byte, bool) {
	code := itemCode(m.format)
	if code == 0 {
		m.unsupported(c)
		return nil, false
	}
	badType := func() ([]byte, bool) {
		c.Raise(TypeError, "memoryview: invalid type for format '%s'", m.format)
		return nil, false
	}
	badValue := func() ([]byte, bool) {
		c.Raise(ValueError, "memoryview: invalid value for format '%s'", m.format)
		return nil, false
	}
	var out [8]byte
	switch code {
	case 'c':
		b := v.AsBytes()
		if b == nil {
			return badType()
		}
		if len(b.S) != 1 {
			return badValue()
		}
		return []byte(b.S), true
	case '?':
		t, ok := c.Truth(v)
		if !ok {
			return nil, false
		}
		if t {
			out[0] = 1
		}
		return out[:1], true
	case 'f', 'd', 'e':
		if _, ok := v.AsFloat(); !ok && !v.IsAnyInt() && TypeOf(v).Dunder(DFloat).IsNil() && TypeOf(v).Dunder(DIndex).IsNil() {
			return badType()
		}
		f, ok := c.RealNumber(v)
		if !ok {
			return nil, false
		}
		switch code {
		case 'd':
			binary.LittleEndian.PutUint64(out[:], math.Float64bits(f))
		case 'f':
			binary.LittleEndian.PutUint32(out[:], math.Float32bits(float32(f)))
		default:
			h, ok := FloatToHalf(f)
			if !ok {
				return badValue()
			}
			binary.LittleEndian.PutUint16(out[:], h)
		}
		return out[:m.itemSize], true
	}
	if !v.IsAnyInt() && TypeOf(v).Dunder(DIndex).IsNil() {
		return badType()
	}
	x := c.Index(v)
	if x.IsNil() {
		return nil, false
	}
	b := x.AsBigInt()
	bits := uint(m.itemSize) * 8
	switch code {
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		if b.Sign() < 0 || b.BitLen() > int(bits) {
			return badValue()
		}
	default:
		lo := new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), bits-1))
		if b.Cmp(lo) < 0 || b.Sign() > 0 && b.BitLen() > int(bits-1) {
			return badValue()
		}
	}
	u := b.Uint64()
	if b.Sign() < 0 {
		u = uint64(b.Int64())
	}
	binary.LittleEndian.PutUint64(out[:], u)
	return out[:m.itemSize], true
}

// locate finds the item that the subscripts name.
func (m *MemoryView) locate(c *Ctx, keys []Value) (off int, ok bool) {
	off = m.off
	for d, k := range keys {
		i, ok := c.SizeIndex(k, IndexError)
		if !ok {
			return 0, false
		}
		n := m.shape[d]
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			c.Raise(IndexError, "index out of bounds on dimension %d", d+1)
			return 0, false
		}
		off += i * m.strides[d]
	}
	return off, true
}

func hasIndex(v Value) bool { return v.IsAnyInt() || !TypeOf(v).Dunder(DIndex).IsNil() }

// subscript sorts out what a key means: the item at off, or a slice.
func (m *MemoryView) subscript(c *Ctx, key Value, sub string) (off int, slice *Slice, ok bool) {
	if t := key.AsTuple(); t != nil {
		indices, slices := 0, 0
		for _, k := range t.Items {
			switch {
			case hasIndex(k):
				indices++
			case k.AsSlice() != nil:
				slices++
			}
		}
		switch {
		case indices == len(t.Items) && (indices > 0 || len(m.shape) == 0):
			if len(m.shape) < indices {
				c.Raise(TypeError, "cannot index %d-dimension view with %d-element tuple", len(m.shape), indices)
				return 0, nil, false
			}
			if len(m.shape) > indices {
				c.Raise(NotImplementedError, "sub-views are not implemented")
				return 0, nil, false
			}
			off, ok = m.locate(c, t.Items)
			return off, nil, ok
		case len(t.Items) == 0:
			c.Raise(NotImplementedError, "sub-views are not implemented")
			return 0, nil, false
		case slices == len(t.Items):
			c.Raise(NotImplementedError, "multi-dimensional slicing is not implemented")
			return 0, nil, false
		}
		c.Raise(TypeError, "memoryview: invalid slice key")
		return 0, nil, false
	}
	if len(m.shape) == 0 {
		if key == Ellipsis {
			return m.off, nil, true
		}
		c.Raise(TypeError, "invalid indexing of 0-dim memory")
		return 0, nil, false
	}
	if hasIndex(key) {
		if _, ok := c.SizeIndex(key, IndexError); !ok {
			return 0, nil, false
		}
		if len(m.shape) > 1 {
			c.Raise(NotImplementedError, "%s", sub)
			return 0, nil, false
		}
		off, ok = m.locate(c, []Value{key})
		return off, nil, ok
	}
	if s := key.AsSlice(); s != nil {
		return 0, s, true
	}
	c.Raise(TypeError, "memoryview: invalid slice key")
	return 0, nil, false
}

func memoryGetItem(c *Ctx, m *MemoryView, a []Value) Value {
	if itemCode(m.format) == 0 && a[1].AsSlice() == nil {
		return m.unsupported(c)
	}
	if len(m.shape) == 0 && a[1] == Ellipsis {
		return a[0]
	}
	off, s, ok := m.subscript(c, a[1], "multi-dimensional sub-views are not implemented")
	if !ok {
		return Nil
	}
	if s == nil {
		return m.item(c, off)
	}
	return m.slice(c, s, func(n *MemoryView) Value { return n.new(c) })
}

// slice makes the view of a slice of the first dimension.
func (m *MemoryView) slice(c *Ctx, s *Slice, use func(n *MemoryView) Value) Value {
	start, _, step, count, ok := s.Span(c, m.shape[0])
	if !ok {
		return Nil
	}
	n := *m
	n.custom = Nil
	n.shape = append([]int(nil), m.shape...)
	n.strides = append([]int(nil), m.strides...)
	n.off += m.strides[0] * start
	n.shape[0] = count
	n.strides[0] *= step
	return use(&n)
}

func memorySetItem(c *Ctx, m *MemoryView, a []Value) Value {
	if itemCode(m.format) == 0 {
		return m.unsupported(c)
	}
	if m.readOnly {
		return c.Raise(TypeError, "cannot modify read-only memory")
	}
	off, s, ok := m.subscript(c, a[1], "sub-views are not implemented")
	if !ok {
		return Nil
	}
	if s == nil {
		b, ok := m.pack(c, a[2])
		if !ok {
			return Nil
		}
		if m.gone() {
			return m.check(c)
		}
		c.Touch(m.obj.p)
		copy(m.memory()[off:], b)
		return None
	}
	if len(m.shape) > 1 {
		return c.Raise(NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	if !hasBuffer(a[2]) {
		return c.Raise(TypeError, "a bytes-like object is required, not '%s'", typeName(a[2]))
	}
	src := c.NewMemoryView(a[2])
	if src.IsNil() {
		return Nil
	}
	from, _ := As[*MemoryView](src)
	return m.slice(c, s, func(n *MemoryView) Value {
		code := itemCode(from.format)
		if len(from.shape) != 1 || from.shape[0] != n.shape[0] || code != itemCode(n.format) || code == 0 {
			from.release(c, src)
			return c.Raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		data := string(from.contents())
		if !from.release(c, src) {
			return Nil
		}
		c.Touch(m.obj.p)
		mem := m.memory()
		for i := range n.shape[0] {
			copy(mem[n.off+i*n.strides[0]:], data[i*n.itemSize:(i+1)*n.itemSize])
		}
		return None
	})
}

func memoryEq(c *Ctx, a []Value, want bool) Value {
	m, _ := As[*MemoryView](a[0])
	if m.gone() {
		return Bool((a[0] == a[1]) == want)
	}
	if !hasBuffer(a[1]) {
		return NotImplemented
	}
	if o, ok := As[*MemoryView](a[1]); ok && o.gone() {
		return Bool((a[0] == a[1]) == want)
	}
	v := c.NewMemoryView(a[1])
	if v.IsNil() {
		return Nil
	}
	o, _ := As[*MemoryView](v)
	eq := len(m.shape) == len(o.shape)
	for i := 0; eq && i < len(m.shape); i++ {
		eq = m.shape[i] == o.shape[i]
	}
	x, y := itemCode(m.format), itemCode(o.format)
	switch {
	case !eq:
	case x == y && x != 0 && x != 'f' && x != 'd' && x != 'e' && x != '?':
		eq = string(m.contents()) == string(o.contents())
	case x == 0 || y == 0:
		eq = m.format == o.format && string(m.contents()) == string(o.contents())
	default:
		var p, q []int
		m.each(0, m.off, func(off int) { p = append(p, off) })
		o.each(0, o.off, func(off int) { q = append(q, off) })
		for i := 0; eq && i < len(p); i++ {
			eq, _ = plainEq(m.item(c, p[i]), o.item(c, q[i]))
		}
	}
	if !o.release(c, v) {
		return Nil
	}
	return Bool(eq == want)
}
