package object

// The iterators of the text types.
var (
	StrIterType       = declare("str_iterator", KObj)
	StrASCIIIterType  = declare("str_ascii_iterator", KObj)
	BytesIterType     = declare("bytes_iterator", KObj)
	ByteArrayIterType = declare("bytearray_iterator", KObj)
	MemoryIterType    = declare("memory_iterator", KObj)
)

// textIter iterates over a str, bytes, bytearray or memoryview: Seq is Nil once it is exhausted.
type textIter struct {
	Seq Value
	I   int // index of the next item
	off int // of a str: its byte offset
}

// Walk implements Impl.
func (t *textIter) Walk(w *Walker) {
	w.Value(&t.Seq)
	Word(w, &t.I)
	Word(w, &t.off)
}

// Next implements Iterator.
func (t *textIter) Next(c *Ctx, self Value) Value {
	if t.Seq.IsNil() {
		return Nil
	}
	v := Nil
	size := 0
	switch t.Seq.p.Kind {
	case KStr:
		s := t.Seq.AsStr()
		if t.off < len(s.s) {
			size = 1
			for t.off+size < len(s.s) && s.s[t.off+size]&0xC0 == 0x80 {
				size++
			}
			v = charOf(s.s[t.off : t.off+size])
		}
	case KBytes:
		if b := t.Seq.AsBytes(); t.I < len(b.S) {
			v = Int(int64(b.S[t.I]))
		}
	case KByteArray:
		if b := t.Seq.AsByteArray(); t.I < len(b.B) {
			v = Int(int64(b.B[t.I]))
		}
	default:
		m, _ := As[*MemoryView](t.Seq)
		if m.gone() {
			return m.check(c)
		}
		if t.I < m.shape[0] {
			if v = m.item(c, m.off+t.I*m.strides[0]); v.IsNil() {
				return Nil
			}
		}
	}
	c.Touch(self.p)
	if v.IsNil() {
		t.Seq = Nil
		return Nil
	}
	t.I++
	t.off += size
	return v
}

// charOf is the str of the one code point that text is.
func charOf(text string) Value {
	if len(text) <= 2 {
		if len(text) == 1 {
			return latin1[text[0]&0x7f].V()
		}
		if r := rune(text[0]&0x1F)<<6 | rune(text[1]&0x3F); r < 256 {
			return latin1[r].V()
		}
	}
	return newStrN(text, 1).V()
}

func (t *textIter) len() int {
	if t.Seq.IsNil() {
		return 0
	}
	switch t.Seq.p.Kind {
	case KStr:
		return t.Seq.AsStr().Len()
	case KBytes:
		return len(t.Seq.AsBytes().S)
	case KByteArray:
		return len(t.Seq.AsByteArray().B)
	}
	m, _ := As[*MemoryView](t.Seq)
	return m.shape[0]
}

func strIter(c *Ctx, a []Value) Value {
	s := a[0].AsStr()
	t := StrIterType
	if s.IsASCII() {
		t = StrASCIIIterType
	}
	return c.NewObj(t, &textIter{Seq: s.V()})
}

func defineTextIterators() {
	for _, t := range [...]*Type{StrIterType, StrASCIIIterType, BytesIterType, ByteArrayIterType, MemoryIterType} {
		methods := []Def{
			{Sig: "__iter__(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0] }, Doc: "Implement iter(self)."},
			{Sig: "__next__(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.NextOrStop(a[0]) }, Doc: "Implement next(self)."},
		}
		if t != MemoryIterType {
			methods = append(methods,
				Def{Sig: "__length_hint__(self, /)", Fn: textIterHint, Doc: "Private method returning an estimate of len(list(it))."},
				Def{Sig: "__reduce__(self, /)", Fn: textIterReduce, Doc: "Return state information for pickling."},
				Def{Sig: "__setstate__(self, object, /)", Fn: textIterSetState, Doc: "Set state information for unpickling."})
		}
		t.define(Spec{Flags: Disallow | Final, Methods: methods})
	}
}

func textIterHint(c *Ctx, a []Value) Value {
	t, _ := As[*textIter](a[0])
	return Int(int64(max(t.len()-t.I, 0)))
}

func textIterReduce(c *Ctx, a []Value) Value {
	t, _ := As[*textIter](a[0])
	iter := c.BuiltinNamed("iter")
	if iter.IsNil() {
		return Nil
	}
	if t.Seq.IsNil() {
		empty := emptyTuple.V()
		if x := TypeOf(a[0]); x == StrIterType || x == StrASCIIIterType {
			empty = emptyStr.V()
		}
		return TupleOf(iter, TupleOf(empty))
	}
	return TupleOf(iter, TupleOf(t.Seq), Int(int64(t.I)))
}

func textIterSetState(c *Ctx, a []Value) Value {
	if !a[1].IsAnyInt() {
		return c.Raise(TypeError, "an integer is required")
	}
	i, ok := c.IndexInt(a[1], false)
	if !ok {
		return Nil
	}
	t, _ := As[*textIter](a[0])
	if !t.Seq.IsNil() {
		c.Touch(a[0].p)
		t.I = min(max(i, 0), t.len())
		if s := t.Seq.AsStr(); s != nil {
			t.off = s.Offset(t.I)
		}
	}
	return None
}
