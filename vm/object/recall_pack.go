package object

// What a suspended operation remembers, taken apart into tuples that pickle understands.

// packEntry is (depth, what is there, callee, result or exception): bit 0 a result, bit 1 an exception, bit 2 a callee.
func packEntry(depth int, fn, result, exc Value) Value {
	bits := 0
	items := []Value{Int(int64(depth)), None, None, None}
	if !fn.IsNil() {
		bits |= 4
		items[2] = fn
	}
	switch {
	case !result.IsNil():
		bits |= 1
		items[3] = result
	case !exc.IsNil():
		bits |= 2
		items[3] = exc
	}
	items[1] = Int(int64(bits))
	return NewTuple(items)
}

func unpackEntry(v Value) (e memoEntry, ok bool) {
	items := Items(v)
	if len(items) != 4 {
		return e, false
	}
	depth, ok := items[0].AsInt()
	bits, ok2 := items[1].AsInt()
	e.depth, e.copied = int(depth), true
	if bits&4 != 0 {
		e.fn = items[2]
	}
	if bits&1 != 0 {
		e.result = items[3]
	}
	if bits&2 != 0 {
		e.exc = items[3]
	}
	return e, ok && ok2
}

// Pack is the memory as a tuple; Unpack reads it and tells whether it is one.
func (m *Recall) Pack() Value {
	out := make([]Value, len(m.entries))
	for i, e := range m.entries {
		out[i] = packEntry(e.depth, e.fn, e.result, e.exc)
	}
	return NewTuple(out)
}

// Unpack is the opposite of Pack.
func (m *Recall) Unpack(v Value) bool {
	for _, x := range Items(v) {
		e, ok := unpackEntry(x)
		if !ok {
			return false
		}
		m.entries = append(m.entries, e)
	}
	return true
}

// Pack is what Deliver needs of a pending call that has been started, as a tuple; Unpack reads it.
func (p *Pending) Pack() Value { return packEntry(p.depth, p.memo, Nil, Nil) }

// Unpack is the opposite of Pack.
func (p *Pending) Unpack(v Value) bool {
	e, ok := unpackEntry(v)
	p.depth, p.memo, p.copied = e.depth, e.fn, true
	return ok
}
