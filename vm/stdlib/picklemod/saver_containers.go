package picklemod

import (
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// sizedText writes a text behind an opcode with its length, and puts obj into the memo. A long one lies outside of any
// frame, and goes to the file by itself.
func (s *saver) sizedText(op byte, width int, text string, payload, obj value) bool {
	if len(text) < frameTarget {
		s.out.sized(op, width, len(text))
		s.out.buf = append(s.out.buf, text...)
		s.memoize(obj)
		return true
	}
	s.out.closeFrame()
	s.out.framing = false
	s.out.sized(op, width, len(text))
	s.push(task{kind: tMemoize, obj: obj})
	if s.p.write.IsNil() {
		s.out.text(text)
		return false
	}
	if payload.IsNil() {
		payload = object.NewBytes(text)
	}
	s.push(task{kind: tPayload, obj: payload})
	s.flush(task{kind: wIgnore})
	return false
}

func (s *saver) goPayload(c *ctx) {
	t := *s.top()
	s.pop()
	s.ask(task{kind: wIgnore}, s.p.write, t.obj)
}

func (s *saver) saveStr(c *ctx, obj value) bool {
	text := obj.AsStr().String()
	if s.p.bin == 0 {
		s.out.text("V" + rawEscape(text) + "\n")
		s.memoize(obj)
		return true
	}
	switch n := len(text); {
	case n <= 0xff && s.p.proto >= 4:
		return s.sizedText(opShortBinUnicode, 1, text, object.Nil, obj)
	case n <= 0xffffffff:
		return s.sizedText(opBinUnicode, 4, text, object.Nil, obj)
	case s.p.proto >= 4:
		return s.sizedText(opBinUnicode8, 8, text, object.Nil, obj)
	}
	c.Raise(object.OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher")
	return false
}

// rawEscape is the encoding raw-unicode-escape, with escapes for what would end a line, too.
func rawEscape(text string) string {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, len(text)+16)
	for i := 0; i < len(text); {
		r, n := wtf8.DecodeRune(text[i:])
		i += n
		switch {
		case r > 0xffff:
			out = append(out, '\\', 'U')
			for shift := 28; shift >= 0; shift -= 4 {
				out = append(out, digits[r>>shift&15])
			}
		case r > 0xff || r == '\\' || r == 0 || r == '\n' || r == '\r' || r == 0x1a:
			out = append(out, '\\', 'u')
			for shift := 12; shift >= 0; shift -= 4 {
				out = append(out, digits[r>>shift&15])
			}
		default:
			out = append(out, byte(r))
		}
	}
	return string(out)
}

func (s *saver) saveBytes(c *ctx, obj value) bool {
	text := obj.AsBytes().S
	if s.p.proto >= 3 {
		return s.bytesText(c, text, obj, obj)
	}
	if text == "" {
		return s.beginReduce(c, []value{object.BytesType.V(), object.TupleOf()}, obj, false)
	}
	m := c.Modules.Get("codecs").AsModule()
	encode := object.Nil
	if m != nil {
		encode = m.Dict.Get("encode")
	}
	if encode.IsNil() {
		c.Raise(object.AttributeError, "module 'codecs' has no attribute 'encode'")
		return false
	}
	latin := make([]byte, 0, len(text)*2)
	for i := range len(text) {
		latin = wtf8.AppendRune(latin, rune(text[i]))
	}
	return s.beginReduce(c, []value{encode, object.TupleOf(object.NewStr(string(latin)), c.Intern("latin1").V())}, obj, false)
}

func (s *saver) bytesText(c *ctx, text string, payload, obj value) bool {
	switch n := len(text); {
	case n <= 0xff:
		return s.sizedText(opShortBinBytes, 1, text, payload, obj)
	case n <= 0xffffffff:
		return s.sizedText(opBinBytes, 4, text, payload, obj)
	case s.p.proto >= 4:
		return s.sizedText(opBinBytes8, 8, text, payload, obj)
	}
	c.Raise(object.OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher")
	return false
}

func (s *saver) saveByteArray(c *ctx, obj value) bool {
	text := string(obj.AsByteArray().B)
	switch {
	case s.p.proto >= 5:
		return s.sizedText(opByteArray8, 8, text, obj, obj)
	case text == "":
		return s.beginReduce(c, []value{object.ByteArrayType.V(), object.TupleOf()}, obj, false)
	}
	return s.beginReduce(c, []value{object.ByteArrayType.V(), object.TupleOf(object.NewBytes(text))}, obj, false)
}

// cyclic tells, in fast mode, that a container contains itself; without a memo it would never end.
func (s *saver) cyclic(c *ctx, obj value) bool {
	const limit = 50
	if s.p.fast == 0 || len(s.stack) < limit {
		return false
	}
	for i := range s.stack {
		if t := &s.stack[i]; t.obj == obj && t.kind != tSave && t.kind < tPersID {
			c.Raise(object.ValueError, "fast mode: can't pickle cyclic objects including object type %s at %s", object.TypeOf(obj).Name, c.Address(obj))
			return true
		}
	}
	return false
}

func (s *saver) beginList(c *ctx, obj value) bool {
	if s.cyclic(c, obj) {
		return false
	}
	if s.p.bin != 0 {
		s.out.byte(opEmptyList)
	} else {
		s.out.bytes(opMark, opList)
	}
	s.memoize(obj)
	if len(obj.AsList().Items) == 0 {
		return true
	}
	s.push(task{kind: tList, obj: obj})
	return false
}

// Stages of tList.
const (
	listBegin uint8 = iota
	listBatch
	listOne
	listText
)

func (s *saver) goList(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		l := t.obj.AsList().Items
		switch t.stage {
		case listBegin:
			switch {
			case s.p.bin == 0:
				t.stage = listText
				continue
			case len(l) == 1:
				t.stage, t.i, t.note = listOne, 1, noteItem
				if !s.save(c, l[0], false) {
					return
				}
				continue
			}
			s.out.byte(opMark)
			t.stage, t.n = listBatch, 0
		case listBatch:
			if t.i < len(l) && t.n < batch {
				item := l[t.i]
				t.i++
				t.n++
				t.note = noteItem
				if !s.save(c, item, false) {
					return
				}
				continue
			}
			s.out.byte(opAppends)
			if t.i >= len(l) {
				s.pop()
				return
			}
			t.stage = listBegin
			s.out.byte(opMark)
			t.stage, t.n = listBatch, 0
		case listOne:
			s.out.byte(opAppend)
			s.pop()
			return
		case listText:
			if t.n == 1 {
				s.out.byte(opAppend)
				t.n = 0
			}
			if t.i >= len(l) {
				s.pop()
				return
			}
			item := l[t.i]
			t.i++
			t.n, t.note = 1, noteItem
			if !s.save(c, item, false) {
				return
			}
		}
	}
}

func (s *saver) beginTuple(c *ctx, obj value) bool {
	items := obj.AsTuple().Items
	if len(items) == 0 {
		if s.p.bin != 0 {
			s.out.byte(opEmptyTuple)
		} else {
			s.out.bytes(opMark, opTuple)
		}
		return true
	}
	if len(items) > 3 || s.p.proto < 2 {
		s.out.byte(opMark)
	}
	s.push(task{kind: tTuple, obj: obj})
	return false
}

func (s *saver) goTuple(c *ctx) {
	items := s.top().obj.AsTuple().Items
	for {
		t := s.top()
		t.note = noNote
		if t.i == len(items) {
			break
		}
		item := items[t.i]
		t.i++
		t.note = noteItem
		if !s.save(c, item, false) {
			return
		}
	}
	obj := s.top().obj
	s.pop()
	short := len(items) <= 3 && s.p.proto >= 2
	if e := memoOf(s.memoV).find(obj); e != nil { // the tuple contains itself, and is made already
		pops := len(items)
		if !short {
			pops++
		}
		if !short && s.p.bin != 0 {
			s.out.byte(opPopMark)
			pops = 0
		}
		for range pops {
			s.out.byte(opPop)
		}
		s.get(e.idx)
		return
	}
	if short {
		s.out.byte(byte(opTuple1 + len(items) - 1))
	} else {
		s.out.byte(opTuple)
	}
	s.memoize(obj)
}

func (s *saver) beginDict(c *ctx, obj value) bool {
	if s.cyclic(c, obj) {
		return false
	}
	if s.p.bin != 0 {
		s.out.byte(opEmptyDict)
	} else {
		s.out.bytes(opMark, opDict)
	}
	s.memoize(obj)
	if obj.AsDict().Len() == 0 {
		return true
	}
	s.push(task{kind: tDict, obj: obj, size: obj.AsDict().Len()})
	return false
}

// Stages of tDict.
const (
	dictBegin uint8 = iota
	dictKey
	dictValue
	dictEnd // of an item that is not part of a batch
)

func (s *saver) goDict(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		d := t.obj.AsDict()
		switch t.stage {
		case dictBegin:
			t.stage = dictKey
			if s.p.bin != 0 && t.size > 1 {
				s.out.byte(opMark)
			}
		case dictKey:
			alone := s.p.bin == 0 || t.size == 1
			at := -1
			if alone && s.p.bin == 0 && d.Len() != t.size {
				c.Raise(object.RuntimeError, "dictionary changed size during iteration")
				return
			}
			if t.n < batch || alone {
				at = d.T.Next(t.i)
			}
			if at >= 0 {
				e := d.T.At(at)
				t.a, t.b = e.Key, e.Val
				t.i, t.stage = at+1, dictValue
				t.n++
				if !s.save(c, t.a, false) {
					return
				}
				continue
			}
			if !alone {
				s.out.byte(opSetItems)
				if d.Len() != t.size {
					c.Raise(object.RuntimeError, "dictionary changed size during iteration")
					return
				}
				if t.n == batch {
					s.out.byte(opMark)
					t.n = 0
					continue
				}
			}
			s.pop()
			return
		case dictValue:
			t.stage, t.note = dictKey, noteKey
			if s.p.bin == 0 || t.size == 1 {
				t.stage = dictEnd
			}
			v := t.b
			t.b = object.Nil
			if !s.save(c, v, false) {
				return
			}
		case dictEnd:
			s.out.byte(opSetItem)
			if s.p.bin != 0 {
				s.pop()
				return
			}
			t.stage = dictKey
		}
	}
}

func (s *saver) beginSet(c *ctx, obj value) bool {
	if s.p.proto < 4 {
		return s.reduceSet(c, obj, object.SetType)
	}
	s.out.byte(opEmptySet)
	s.memoize(obj)
	n := obj.AsSet().T.Len()
	if n == 0 {
		return true
	}
	s.out.byte(opMark)
	s.push(task{kind: tSet, obj: obj, size: n})
	return false
}

func (s *saver) reduceSet(c *ctx, obj value, t *object.Type) bool {
	items := setItems(obj.AsSet())
	return s.beginReduce(c, []value{t.V(), object.TupleOf(c.NewList(items))}, obj, false)
}

func setItems(set *object.Set) []value {
	items := make([]value, 0, set.T.Len())
	for i := set.T.Next(0); i >= 0; i = set.T.Next(i + 1) {
		items = append(items, set.T.Key(i))
	}
	return items
}

func (s *saver) goSet(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		set := t.obj.AsSet()
		at := -1
		if t.n < batch {
			at = set.T.Next(t.i)
		}
		if at >= 0 {
			t.i = at + 1
			t.n++
			t.note = noteElement
			if !s.save(c, set.T.Key(at), false) {
				return
			}
			continue
		}
		s.out.byte(opAddItems)
		if set.T.Len() != t.size {
			c.Raise(object.RuntimeError, "set changed size during iteration")
			return
		}
		if t.n != batch {
			s.pop()
			return
		}
		s.out.byte(opMark)
		t.n = 0
	}
}

func (s *saver) beginFrozen(c *ctx, obj value) bool {
	if s.cyclic(c, obj) {
		return false
	}
	if s.p.proto < 4 {
		return s.reduceSet(c, obj, object.FrozenSetType)
	}
	s.out.byte(opMark)
	s.push(task{kind: tFrozen, obj: obj})
	return false
}

func (s *saver) goFrozen(c *ctx) {
	for {
		t := s.top()
		t.note = noNote
		set := t.obj.AsSet()
		at := set.T.Next(t.i)
		if at < 0 {
			break
		}
		t.i, t.note = at+1, noteElement
		if !s.save(c, set.T.Key(at), false) {
			return
		}
	}
	obj := s.top().obj
	s.pop()
	if e := memoOf(s.memoV).find(obj); e != nil { // it contains itself
		s.out.byte(opPopMark)
		s.get(e.idx)
		return
	}
	s.out.byte(opFrozenSet)
	s.memoize(obj)
}
