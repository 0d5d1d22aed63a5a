package picklemod

import (
	"strconv"

	"slp/vm/object"
)

func decimal(n int) string { return strconv.Itoa(n) }

// Stages of tListIter and tDictIter: what comes next. items[0] is the iterator; a and b are items that were fetched.
const (
	iterFirst   uint8 = iota // fetch the first item of a batch
	iterSecond               // fetch the second one: whether there is one decides on the opcode
	iterSave                 // save b
	iterNext                 // fetch a further one
	iterClose                // close the batch
	iterOne                  // close an item that stands alone
	iterText                 // by protocol 0: fetch an item
	iterTextOne              // by protocol 0: close it
	iterValue                // save the value of the item in a: the key is saved
)

// fetch asks the iterator on top of the stack for its next item, and tells whether the answer is there already.
func (s *saver) fetch(c *ctx) bool {
	it := s.top().items[0]
	v, native := c.PureNext(it)
	if !native {
		return s.hosted(c, task{kind: wNext}, "pickle_next", it)
	}
	if c.Raised() {
		return false
	}
	s.fetched(c, v)
	return !c.Raised() && s.request.IsNil()
}

// gotNext takes the next item as Python code fetched it: in a tuple, or None at the end.
func (s *saver) gotNext(c *ctx, v value) {
	if v.IsNone() {
		s.fetched(c, object.Nil)
		return
	}
	s.fetched(c, v.AsTuple().Items[0])
}

// fetched takes the next item, Nil at the end.
func (s *saver) fetched(c *ctx, item value) {
	t := s.top()
	end := item.IsNil()
	if !end && t.kind == tDictIter {
		if p := item.AsTuple(); p == nil || len(p.Items) != 2 {
			c.Raise(object.TypeError, "dict items iterator must return 2-tuples")
			return
		}
	}
	switch t.stage {
	case iterFirst:
		if end {
			s.pop()
			return
		}
		t.a, t.stage = item, iterSecond
	case iterSecond:
		first := t.a
		if end {
			t.stage = iterOne
		} else {
			t.b, t.stage, t.n = item, iterSave, 1
			s.out.byte(opMark)
		}
		s.saveItem(c, first)
	case iterNext:
		if end {
			t.n, t.stage = 0, iterClose
			return
		}
		t.b, t.stage = item, iterSave
	case iterText:
		if end {
			s.pop()
			return
		}
		t.stage = iterTextOne
		s.saveItem(c, item)
	}
}

// saveItem begins to save an item: a value, or a key and a value.
func (s *saver) saveItem(c *ctx, item value) {
	t := s.top()
	if t.kind == tListIter {
		t.i++
		if !t.obj.IsNil() {
			t.note = noteItem
		}
		s.save(c, item, false)
		return
	}
	t.a, t.i, t.stage = item, int(t.stage), iterValue
	s.save(c, item.AsTuple().Items[0], false)
}

func (s *saver) goListIter(c *ctx) { s.goIter(c, opAppend, opAppends) }
func (s *saver) goDictIter(c *ctx) { s.goIter(c, opSetItem, opSetItems) }

func (s *saver) goIter(c *ctx, one, many byte) {
	t := s.top()
	t.note = noNote
	switch t.stage {
	case iterFirst, iterSecond, iterNext, iterText:
		if s.p.bin == 0 {
			t.stage = iterText
		}
		s.fetch(c)
	case iterSave:
		item := t.b
		t.b = object.Nil
		t.n++
		t.stage = iterNext
		if t.n == batch {
			t.stage = iterClose
		}
		s.saveItem(c, item)
	case iterClose:
		s.out.byte(many)
		if t.n != batch {
			s.pop()
			return
		}
		t.n, t.stage = 0, iterFirst
	case iterOne:
		s.out.byte(one)
		s.pop()
	case iterTextOne:
		s.out.byte(one)
		t.stage = iterText
	case iterValue:
		pair := t.a.AsTuple()
		t.stage = uint8(t.i)
		t.a, t.note = pair.Items[0], noteKey
		s.save(c, pair.Items[1], false)
	}
}
