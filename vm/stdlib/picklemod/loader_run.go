package picklemod

import (
	"math/big"
	"strings"

	"slp/vm/object"
)

// run follows the instructions until the end, an exception or a call that Python code has to make.
func (l *loader) run(c *ctx) {
	for !l.done && l.request.IsNil() && !c.Raised() {
		l.begin = l.pos
		if l.pos >= len(l.data) && !l.need(c, 1) {
			return
		}
		op := l.data[l.pos]
		l.pos++
		l.instruction(c, op)
	}
}

// instruction follows one instruction. An instruction that lacks bytes changes nothing: it begins again.
func (l *loader) instruction(c *ctx, op byte) {
	switch op {
	case opNone:
		l.push(object.None)
	case opBinInt1:
		if l.need(c, 1) {
			l.push(object.Int(int64(l.take(1)[0])))
		}
	case opBinInt2:
		if l.need(c, 2) {
			s := l.take(2)
			l.push(object.Int(int64(s[0]) | int64(s[1])<<8))
		}
	case opBinInt:
		if n, ok := l.size(c, 4, ""); ok {
			l.push(object.Int(int64(int32(n))))
		}
	case opShortBinUnicode:
		l.loadStr(c, 1)
	case opBinUnicode:
		l.loadStr(c, 4)
	case opBinUnicode8:
		l.loadStr(c, 8)
	case opMemoize:
		if l.has(c, 1) {
			m := shelfOf(l.memoV)
			m.put(len(m.items), l.stack[len(l.stack)-1])
		}
	case opBinPut:
		l.loadPut(c, 1)
	case opLongBinPut:
		l.loadPut(c, 4)
	case opBinGet:
		l.loadGet(c, 1)
	case opLongBinGet:
		l.loadGet(c, 4)
	case opMark:
		l.marks = append(l.marks, len(l.stack))
	case opEmptyList:
		l.push(c.NewList(nil))
	case opEmptyDict:
		l.push(c.NewDict().V())
	case opEmptyTuple:
		l.push(object.TupleOf())
	case opEmptySet:
		l.push(c.NewSet().V())
	case opTuple1, opTuple2, opTuple3:
		if n := int(op-opTuple1) + 1; l.has(c, n) {
			at := len(l.stack) - n
			v := object.CopyTuple(l.stack[at:])
			l.cut(at)
			l.push(v)
		}
	case opTuple:
		if at, ok := l.mark(c); ok {
			v := object.CopyTuple(l.stack[at:])
			l.cut(at)
			l.push(v)
		}
	case opAppend:
		l.loadAppends(c, len(l.stack)-1)
	case opAppends:
		if at, ok := l.mark(c); ok {
			l.loadAppends(c, at)
		}
	case opSetItem:
		l.loadSetItems(c, len(l.stack)-2)
	case opSetItems:
		if at, ok := l.mark(c); ok {
			l.loadSetItems(c, at)
		}
	case opAddItems:
		l.loadAddItems(c)
	case opNewTrue:
		l.push(object.True)
	case opNewFalse:
		l.push(object.False)
	case opBinFloat:
		if l.need(c, 8) {
			l.push(object.Float(float64Of(l.take(8))))
		}
	case opLong1:
		l.loadLong(c, 1)
	case opLong4:
		l.loadLong(c, 4)
	case opShortBinBytes:
		l.loadBytes(c, 1)
	case opBinBytes:
		l.loadBytes(c, 4)
	case opBinBytes8:
		l.loadBytes(c, 8)
	case opByteArray8:
		if s, ok := l.text(c, 8, "BYTEARRAY8"); ok {
			l.push(c.NewByteArray([]byte(s)))
		}
	case opFrame:
		l.loadFrame(c)
	case opProto:
		l.loadProto(c)
	case opStop:
		if l.has(c, 1) {
			l.stop(c)
		}
	default:
		l.rare(c, op)
	}
}

// rare follows the instructions of objects, and those that only old protocols have.
func (l *loader) rare(c *ctx, op byte) {
	switch op {
	case opGlobal:
		l.loadGlobal(c)
	case opStackGlobal:
		l.loadStackGlobal(c)
	case opReduce:
		l.loadReduce(c)
	case opNewObj:
		l.loadNew(c, "NEWOBJ", false)
	case opNewObjEx:
		l.loadNew(c, "NEWOBJ_EX", true)
	case opBuild:
		l.loadBuild(c)
	case opFrozenSet:
		l.loadFrozen(c)
	case opList:
		if at, ok := l.mark(c); ok {
			l.push(c.NewList(l.above(at)))
		}
	case opDict:
		l.loadDict(c)
	case opPop:
		switch n := len(l.marks); {
		case n > 0 && l.marks[n-1] == len(l.stack):
			l.marks = l.marks[:n-1]
		case l.has(c, 1):
			l.pop()
		}
	case opPopMark:
		if at, ok := l.mark(c); ok {
			l.cut(at)
		}
	case opDup:
		if l.has(c, 1) {
			l.push(l.stack[len(l.stack)-1])
		}
	case opInt:
		l.loadInt(c)
	case opLong:
		l.loadLongText(c)
	case opFloat:
		l.loadFloat(c)
	case opString:
		l.loadString(c)
	case opBinString:
		l.loadBinString(c, 4)
	case opShortBinString:
		l.loadBinString(c, 1)
	case opUnicode:
		l.loadUnicode(c)
	case opPut:
		l.loadPutText(c)
	case opGet:
		l.loadGetText(c)
	case opPersID:
		l.loadPersID(c)
	case opBinPersID:
		if l.has(c, 1) {
			l.persistent(c, l.pop())
		}
	case opInst:
		l.loadInst(c)
	case opObj:
		l.loadObj(c)
	case opExt1:
		l.loadExtension(c, 1)
	case opExt2:
		l.loadExtension(c, 2)
	case opExt4:
		l.loadExtension(c, 4)
	case opNextBuffer:
		l.loadNextBuffer(c)
	case opReadOnlyBuffer:
		l.loadReadOnly(c)
	default:
		if op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\' {
			l.bad(c, "invalid load key, '%c'.", op)
		} else {
			l.bad(c, "invalid load key, '\\x%02x'.", op)
		}
	}
}

// stop is the end of the pickle. A file that was only looked into is moved behind it.
func (l *loader) stop(c *ctx) {
	if l.peeked && l.pos > 0 {
		n := l.pos
		l.ask(waitEnd, l.u.read, object.Int(int64(n)))
		return
	}
	l.done = true
}

func (l *loader) loadProto(c *ctx) {
	if !l.need(c, 1) {
		return
	}
	n := int(l.take(1)[0])
	if n > highest {
		c.Raise(object.ValueError, "unsupported pickle protocol: %d", n)
		return
	}
	if l.u.proto = n; !l.owner.IsNil() {
		c.Touch(l.owner.Hdr())
	}
}

func (l *loader) loadFrame(c *ctx) {
	if !l.need(c, 8) {
		return
	}
	n, ok := l.size(c, 8, "")
	if !ok {
		c.TakeExc()
		c.Raise(object.OverflowError, "FRAME length exceeds system's maximum of %d bytes", int64(1<<63-1))
		return
	}
	l.need(c, n) // so that the frame is read in one piece
}

func (l *loader) loadStr(c *ctx, width int) {
	s, ok := l.text(c, width, "BINUNICODE")
	if !ok {
		return
	}
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	switch {
	case ascii && len(s) > 1:
		l.push(object.NewASCII(strings.Clone(s)))
	case ascii:
		l.push(object.NewStr(s))
	default:
		l.push(l.decoded(c, s, "utf-8", "surrogatepass"))
	}
}

// decoded decodes bytes natively; Nil if it is left to Python code (then the result will be pushed) or raised.
func (l *loader) decoded(c *ctx, s, encoding, errors string) value {
	b := object.NewBytes(s)
	v, done := c.Attempt(func() value { return c.CallAttr(b, "decode", object.NewStr(encoding), object.NewStr(errors)) })
	if !done {
		l.hosted(c, waitPush, "pickle_decode", b, object.NewStr(encoding), object.NewStr(errors))
	}
	return v
}

func (l *loader) loadBytes(c *ctx, width int) {
	if s, ok := l.text(c, width, "BINBYTES"); ok {
		l.push(object.NewBytes(strings.Clone(s)))
	}
}

func (l *loader) loadLong(c *ctx, width int) {
	n, ok := l.size(c, width, "")
	if !ok {
		return
	}
	if width == 4 && n != int(int32(n)) {
		l.bad(c, "LONG pickle has negative byte count")
		return
	}
	if l.need(c, n) {
		l.push(fromTwosComplement(l.take(n)))
	}
}

func fromTwosComplement(s string) value {
	if len(s) <= 8 {
		n := int64(0)
		for i := range len(s) {
			n |= int64(s[i]) << (8 * i)
		}
		if shift := 64 - 8*len(s); len(s) > 0 {
			n = n << shift >> shift
		}
		return object.Int(n)
	}
	b := make([]byte, len(s))
	for i := range len(s) {
		b[len(s)-1-i] = s[i]
	}
	n := new(big.Int).SetBytes(b)
	if b[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(s))))
	}
	return object.NewBig(n)
}

func (l *loader) loadPut(c *ctx, width int) {
	if n, ok := l.size(c, width, ""); ok && l.has(c, 1) {
		shelfOf(l.memoV).put(n, l.stack[len(l.stack)-1])
	}
}

func (l *loader) loadGet(c *ctx, width int) {
	if n, ok := l.size(c, width, ""); ok {
		l.get(c, n)
	}
}

func (l *loader) get(c *ctx, n int) {
	v := shelfOf(l.memoV).get(n)
	if v.IsNil() {
		l.bad(c, "Memo value not found at index %d", n)
		return
	}
	l.push(v)
}

// ---- containers

// plainKey tells that a key needs no Python code to be hashed.
func plainKey(v value) bool {
	switch v.Kind() {
	case object.KStr, object.KInt, object.KBool, object.KFloat, object.KNone, object.KBytes, object.KBigInt:
		return true
	}
	return false
}

func (l *loader) loadAppends(c *ctx, at int) {
	if at < 1 || at-1 < l.fence() {
		l.underflow(c)
		return
	}
	if at == len(l.stack) {
		return
	}
	target := l.stack[at-1]
	if target.Kind() == object.KList {
		list := target.AsList()
		c.Touch(&list.Hdr)
		list.Items = append(list.Items, l.stack[at:]...)
		l.cut(at)
		return
	}
	items := c.NewList(l.above(at))
	l.hosted(c, waitNothing, "pickle_extend", target, items)
}

func (l *loader) loadSetItems(c *ctx, at int) {
	if at < 1 || at-1 < l.fence() {
		l.underflow(c)
		return
	}
	if at == len(l.stack) {
		return
	}
	if (len(l.stack)-at)%2 != 0 {
		l.bad(c, "odd number of items for SETITEMS")
		return
	}
	target := l.stack[at-1]
	if d := target.AsDict(); d != nil && target.Kind() == object.KDict {
		next := at
		if d.Len() == 0 {
			c.Touch(&d.Hdr)
			d.T.Reserve((len(l.stack) - at) / 2)
		}
		for next < len(l.stack) && l.store(c, d, l.stack[next], l.stack[next+1]) {
			next += 2
		}
		if c.Raised() {
			return
		}
		if next < len(l.stack) {
			l.hosted(c, waitNothing, "pickle_set_items", target, c.NewList(append([]value(nil), l.stack[next:]...)))
		}
		l.cut(at)
		return
	}
	items := c.NewList(l.above(at))
	l.hosted(c, waitNothing, "pickle_set_items", target, items)
}

// store is d[key] = v; false if Python code is needed for that, or it raised.
func (l *loader) store(c *ctx, d *object.Dict, key, v value) bool {
	if s := key.AsStr(); s != nil && key.Kind() == object.KStr {
		h := s.Hash()
		i, sure := d.T.Find(h, key)
		if i < 0 && !sure {
			i = d.T.FindFunc(h, func(k value) bool { x := k.AsStr(); return x != nil && x.String() == s.String() })
		}
		if i < 0 {
			if j := d.T.First(h); j >= 0 && !plainKey(d.T.At(j).Key) {
				return l.tryStore(c, d, key, v)
			}
			c.Touch(&d.Hdr)
			d.T.Insert(h, key, v)
			return true
		}
		c.Touch(&d.Hdr)
		d.T.At(i).Val = v
		return true
	}
	return l.tryStore(c, d, key, v)
}

func (l *loader) tryStore(c *ctx, d *object.Dict, key, v value) bool {
	r, done := c.Attempt(func() value {
		if !c.DictSet(d, key, v) {
			return object.Nil
		}
		return object.True
	})
	return done && !r.IsNil()
}

func (l *loader) loadDict(c *ctx) {
	at, ok := l.mark(c)
	if !ok {
		return
	}
	if (len(l.stack)-at)%2 != 0 {
		l.bad(c, "odd number of items for DICT")
		return
	}
	items := l.above(at)
	d := c.NewDict()
	l.push(d.V())
	for i := 0; i < len(items); i += 2 {
		if !l.store(c, d, items[i], items[i+1]) {
			if !c.Raised() {
				l.hosted(c, waitNothing, "pickle_set_items", d.V(), c.NewList(items[i:]))
			}
			return
		}
	}
}

func (l *loader) loadAddItems(c *ctx) {
	at, ok := l.mark(c)
	if !ok {
		return
	}
	if at < 1 || at-1 < l.fence() {
		l.underflow(c)
		return
	}
	if at == len(l.stack) {
		return
	}
	target, items := l.stack[at-1], l.above(at)
	if s := target.AsSet(); s != nil && target.Kind() == object.KSet {
		if i := l.addAll(c, s, items); i >= 0 && !c.Raised() {
			l.hosted(c, waitNothing, "pickle_add_items", target, c.NewList(items[i:]))
		}
		return
	}
	l.hosted(c, waitNothing, "pickle_add_items", target, c.NewList(items))
}

// addAll adds items to a set as long as that needs no Python code; it returns the number of the first one left, or -1.
func (l *loader) addAll(c *ctx, s *object.Set, items []value) int {
	for i, v := range items {
		r, done := c.Attempt(func() value {
			if !c.SetAdd(s, v) {
				return object.Nil
			}
			return object.True
		})
		if !done || r.IsNil() {
			return i
		}
	}
	return -1
}

func (l *loader) loadFrozen(c *ctx) {
	at, ok := l.mark(c)
	if !ok {
		return
	}
	items := l.above(at)
	s := c.NewSet()
	switch i := l.addAll(c, s, items); {
	case i < 0:
		l.push(c.NewFrozenSet(s))
	case !c.Raised():
		l.ask(waitPush, object.FrozenSetType.V(), c.NewList(items))
	}
}
