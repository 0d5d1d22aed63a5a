package picklemod

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"

	"slp/vm/internal/numtext"
	"slp/vm/object"
)

// saver is one run of a Pickler. Its stack holds the containers and objects that are begun; the innermost is on top.
type saver struct {
	out   output
	stack []task
	p     *pickler
	owner value // the Pickler, or Nil
	self  value

	memoV    value
	override value // reducer_override, or Nil
	persID   value // persistent_id, or Nil
	request  value // what is to be called: a tuple of a function and its arguments, or Nil
	codes    map[*object.Type]*classNote
	ended    bool
}

// task is something begun. What obj, a, b, i and stage are for, the function that goes on with it says.
type task struct {
	kind  taskKind
	stage uint8
	note  note
	bare  bool // of a wait for persistent_id: do not ask for one
	obj   value
	a, b  value
	items []value
	i, n  int
	size  int
	shape *object.Shape
}

type taskKind uint8

const (
	tSave     taskKind = iota // save obj, after a flush
	tList                     // items of a list
	tTuple                    // items of a tuple
	tDict                     // items of a dict
	tPlain                    // an instance whose state is its attributes
	tAttrs                    // attributes of an instance that has no dict yet
	tSet                      // elements of a set
	tFrozen                   // elements of a frozenset
	tReduce                   // what __reduce__ returned
	tGlobal                   // a global by protocol 4: module and name are strings to be saved
	tPath                     // a nested global by older protocols
	tListIter                 // list items from an iterator
	tDictIter                 // dict items from an iterator
	tPersID                   // the persistent id is saved, its opcode is not yet written
	tPayload                  // a long text that goes to the file by itself
	tMemoize                  // obj is written, put it into the memo
	tStop                     // all is written
	tFlushed                  // the last flush of a run is done

	// Waiting for an answer of Python code:
	wIgnore
	wPersID
	wOverride
	wReduced
	wModule
	wNext
	wClassOf
	wFuncName
	wPartial
	wBuffer
)

// note is what an exception that passes a task says about where it happened.
type note uint8

const (
	noNote note = iota
	noteItem
	noteKey
	noteElement
	noteClass
	noteNewArgs
	noteMaker
	noteMakerArgs
	noteState
	noteSetter
)

// Walk implements object.Impl.
func (s *saver) Walk(w *object.Walker) {
	w.Bytes(&s.out.buf)
	object.Word(w, &s.out.frame)
	w.Bool(&s.out.framing)
	object.State(w, &s.stack, func(t []task) []task { return append([]task(nil), t...) },
		func(t []task, visit func(value), word func(uint64)) {
			for i := range t {
				word(uint64(t[i].kind)<<8 | uint64(t[i].stage))
				word(uint64(t[i].i)<<32 | uint64(t[i].n))
				for _, v := range [...]value{t[i].obj, t[i].a, t[i].b} {
					if !v.IsNil() {
						visit(v)
					}
				}
				for _, v := range t[i].items {
					visit(v)
				}
			}
		})
	object.State(w, &s.p, func(p *pickler) *pickler { return p }, func(p *pickler, visit func(value), _ func(uint64)) {
		for _, v := range [...]value{p.write, p.callback, p.table, p.memo} {
			if !v.IsNil() {
				visit(v)
			}
		}
	})
	w.Value(&s.owner)
	w.Value(&s.self)
	w.Value(&s.memoV)
	w.Value(&s.override)
	w.Value(&s.persID)
	w.Value(&s.request)
	w.Bool(&s.ended)
	if w.Restoring() {
		s.codes = nil
	}
}

var saverSpec = object.Spec{Name: "saver", Module: "_pickle", Flags: object.Disallow, Methods: []object.Def{
	{Sig: "step(self, result, /)", Fn: func(c *ctx, a []value) value {
		s, _ := object.As[*saver](a[0])
		c.Touch(a[0].Hdr())
		c.Touch(s.memoV.Hdr())
		s.codes = nil
		s.answer(c, a[1])
		s.run(c)
		if c.Raised() {
			return object.Nil
		}
		if s.request.IsNil() {
			return object.None
		}
		return s.request
	}},
	{Sig: "result(self, /)", Fn: func(c *ctx, a []value) value {
		s, _ := object.As[*saver](a[0])
		return s.result(c)
	}},
	{Sig: "failed(self, /)", Fn: func(c *ctx, a []value) value {
		s, _ := object.As[*saver](a[0])
		s.end(c)
		return s.notes(c)
	}},
}}

func newSaver(c *ctx, p *pickler, owner value) *saver {
	s := &saver{p: p, owner: owner, memoV: p.memo, out: output{frame: -1}}
	s.self = c.NewObj(state(c).saver, s)
	return s
}

// end lets go of the Pickler.
func (s *saver) end(c *ctx) {
	if !s.owner.IsNil() && s.p.running {
		c.Touch(s.owner.Hdr())
		s.p.running = false
	}
}

func (s *saver) result(c *ctx) value {
	s.end(c)
	if s.p.write.IsNil() {
		return object.NewBytes(string(s.out.buf))
	}
	return object.None
}

// start saves an object: at once if no Python code is needed, else by the loop pickle_run.
func (s *saver) start(c *ctx, obj value) value {
	if s.p.proto >= 2 {
		s.out.bytes(opProto, byte(s.p.proto))
	}
	s.out.framing = s.p.proto >= 4
	s.push(task{kind: tStop})
	c.Touch(s.memoV.Hdr())
	s.save(c, obj, false)
	s.run(c)
	switch {
	case c.Raised():
		return c.Self("pickle_failed", s.self, c.TakeExc())
	case !s.request.IsNil():
		return c.Self("pickle_run", s.self, s.request)
	}
	return s.result(c)
}

func (s *saver) push(t task) { s.stack = append(s.stack, t) }

func (s *saver) top() *task { return &s.stack[len(s.stack)-1] }

func (s *saver) pop() { s.stack[len(s.stack)-1] = task{}; s.stack = s.stack[:len(s.stack)-1] }

// ask hands a call out; what is to be done with its result is t.
func (s *saver) ask(t task, fn value, args ...value) bool {
	s.push(t)
	s.request = object.NewTuple(append([]value{fn}, args...))
	return false
}

// hosted is ask for a function of hosted/pickle.py.
func (s *saver) hosted(c *ctx, t task, name string, args ...value) bool {
	return s.ask(t, c.Host.Hosted(name), args...)
}

// maxDepth is how deep objects may be nested. It guards the memory, not a stack: only what never ends gets there.
const maxDepth = 500_000

// run goes on until all is done, something raised or something is to be called.
func (s *saver) run(c *ctx) {
	for s.request.IsNil() && len(s.stack) > 0 && !c.Raised() {
		s.advance(c)
	}
}

func (s *saver) advance(c *ctx) {
	switch s.top().kind {
	case tSave:
		t := *s.top()
		s.pop()
		s.save(c, t.obj, t.bare)
	case tList:
		s.goList(c)
	case tTuple:
		s.goTuple(c)
	case tDict:
		s.goDict(c)
	case tPlain:
		s.goPlain(c)
	case tAttrs:
		s.goAttrs(c)
	case tSet:
		s.goSet(c)
	case tFrozen:
		s.goFrozen(c)
	case tReduce:
		s.goReduce(c)
	case tGlobal:
		s.goGlobal(c)
	case tPath:
		s.goPath(c)
	case tListIter:
		s.goListIter(c)
	case tDictIter:
		s.goDictIter(c)
	case tPersID:
		s.pop()
		s.out.byte(opBinPersID)
	case tPayload:
		s.goPayload(c)
	case tMemoize:
		t := *s.top()
		s.pop()
		s.out.framing = s.p.proto >= 4
		s.memoize(t.obj)
	case tStop:
		s.pop()
		s.out.byte(opStop)
		s.out.closeFrame()
		s.out.framing = false
		if !s.p.write.IsNil() {
			s.flush(task{kind: wIgnore})
		}
	default:
		panic("a task waits for an answer that nobody was asked for")
	}
}

// answer takes the result of what was handed out.
func (s *saver) answer(c *ctx, v value) {
	s.request = object.Nil
	t := *s.top()
	s.pop()
	switch t.kind {
	case wIgnore:
	case wPersID:
		s.gotPersID(c, t.obj, v)
	case wOverride:
		if v == object.NotImplemented {
			s.saveByClass(c, t.obj)
			return
		}
		s.reduced(c, t.obj, v)
	case wReduced:
		s.reduced(c, t.obj, v)
	case wModule:
		s.gotModule(c, t.obj, v)
	case wNext:
		s.gotNext(c, v)
	case wClassOf, wFuncName, wPartial:
		s.gotReduce(c, t, v)
	case wBuffer:
		s.gotBuffer(c, t.obj, v)
	}
}

// flush hands the text written so far to the file.
func (s *saver) flush(then task) {
	text := object.NewBytes(string(s.out.buf))
	s.out.buf = s.out.buf[:0]
	s.ask(then, s.p.write, text)
}

// memoize gives an object the next number.
func (s *saver) memoize(obj value) {
	if s.p.fast != 0 {
		return
	}
	m := memoOf(s.memoV)
	idx := len(m.entries)
	m.put(obj, idx)
	s.put(idx)
}

func (s *saver) put(idx int) {
	switch {
	case s.p.proto >= 4:
		s.out.byte(opMemoize)
	case s.p.bin == 0:
		s.out.text("p" + strconv.Itoa(idx) + "\n")
	case idx < 256:
		s.out.bytes(opBinPut, byte(idx))
	default:
		s.out.sized(opLongBinPut, 4, idx)
	}
}

func (s *saver) get(idx int) {
	switch {
	case s.p.bin == 0:
		s.out.text("g" + strconv.Itoa(idx) + "\n")
	case idx < 256:
		s.out.bytes(opBinGet, byte(idx))
	default:
		s.out.sized(opLongBinGet, 4, idx)
	}
}

// save writes an object, or begins to. It returns true when the object is written and nothing stands in the way of the
// next; otherwise the caller returns to run.
func (s *saver) save(c *ctx, obj value, bare bool) bool {
	if s.out.full() && !s.p.write.IsNil() {
		s.push(task{kind: tSave, obj: obj, bare: bare})
		s.flush(task{kind: wIgnore})
		return false
	}
	if !bare && !s.persID.IsNil() {
		return s.ask(task{kind: wPersID, obj: obj}, s.persID, obj)
	}
	return s.saveKnown(c, obj)
}

// saveKnown is save of an object that has no persistent id.
func (s *saver) saveKnown(c *ctx, obj value) bool {
	switch obj.Kind() {
	case object.KNone:
		s.out.byte(opNone)
		return true
	case object.KBool:
		s.saveBool(obj.IsTrue())
		return true
	case object.KInt:
		s.saveInt(obj.I())
		return true
	case object.KBigInt:
		return s.saveBig(c, obj)
	case object.KFloat:
		s.saveFloat(obj.F())
		return true
	}
	if e := memoOf(s.memoV).find(obj); e != nil {
		s.get(e.idx)
		return true
	}
	switch obj.Kind() {
	case object.KStr:
		return s.saveStr(c, obj)
	case object.KBytes:
		return s.saveBytes(c, obj)
	}
	if len(s.stack) > maxDepth {
		c.Raise(object.RecursionError, "maximum recursion depth exceeded while pickling an object")
		return false
	}
	switch obj.Kind() {
	case object.KDict:
		return s.beginDict(c, obj)
	case object.KSet:
		return s.beginSet(c, obj)
	case object.KFrozenSet:
		return s.beginFrozen(c, obj)
	case object.KList:
		return s.beginList(c, obj)
	case object.KTuple:
		return s.beginTuple(c, obj)
	case object.KByteArray:
		return s.saveByteArray(c, obj)
	}
	if b, ok := object.As[*pickleBuffer](obj); ok {
		return s.saveBuffer(c, obj, b)
	}
	if !s.override.IsNil() {
		return s.ask(task{kind: wOverride, obj: obj}, s.override, obj)
	}
	return s.saveByClass(c, obj)
}

func (s *saver) gotPersID(c *ctx, obj, pid value) {
	switch {
	case pid.IsNone():
		s.saveKnown(c, obj)
	case s.p.bin != 0:
		s.push(task{kind: tPersID})
		s.save(c, pid, true)
	default:
		text, done := c.Attempt(func() value { return c.Str(pid) })
		if !done {
			s.hosted(c, task{kind: wPersID, obj: obj}, "pickle_str", pid)
			return
		}
		if text.IsNil() {
			return
		}
		if !text.AsStr().IsASCII() {
			c.Raise(state(c).picklingError, "persistent IDs in protocol 0 must be ASCII strings")
			return
		}
		s.out.text("P" + text.AsStr().String() + "\n")
	}
}

func (s *saver) saveBool(b bool) {
	switch {
	case s.p.proto >= 2 && b:
		s.out.byte(opNewTrue)
	case s.p.proto >= 2:
		s.out.byte(opNewFalse)
	case b:
		s.out.text("I01\n")
	default:
		s.out.text("I00\n")
	}
}

func (s *saver) saveInt(n int64) {
	if n != int64(int32(n)) {
		s.saveLong(big.NewInt(n), strconv.FormatInt(n, 10))
		return
	}
	switch {
	case s.p.bin == 0:
		s.out.text("I" + strconv.FormatInt(n, 10) + "\n")
	case uint64(n) < 1<<8:
		s.out.bytes(opBinInt1, byte(n))
	case uint64(n) < 1<<16:
		s.out.bytes(opBinInt2, byte(n), byte(n>>8))
	default:
		s.out.sized(opBinInt, 4, int(n))
	}
}

func (s *saver) saveBig(c *ctx, obj value) bool {
	text := ""
	if s.p.proto < 2 {
		var ok bool
		if text, ok = c.ReprText(obj); !ok {
			return false
		}
	}
	s.saveLong(obj.AsBig().I, text)
	return true
}

func (s *saver) saveLong(n *big.Int, text string) {
	if s.p.proto < 2 {
		s.out.text("L" + text + "L\n")
		return
	}
	b := twosComplement(n)
	if len(b) < 256 {
		s.out.sized(opLong1, 1, len(b))
	} else {
		s.out.sized(opLong4, 4, len(b))
	}
	s.out.bytes(b...)
}

// twosComplement gives the shortest little-endian form.
func twosComplement(n *big.Int) []byte {
	x := n
	if n.Sign() < 0 {
		x = new(big.Int).Not(n)
	}
	b := make([]byte, x.BitLen()/8+1)
	x.FillBytes(b)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	if n.Sign() < 0 {
		for i := range b {
			b[i] = ^b[i]
		}
	}
	return b
}

func (s *saver) saveFloat(f float64) {
	if s.p.bin == 0 {
		s.out.text("F" + numtext.FloatRepr(f) + "\n")
		return
	}
	s.out.byte(opBinFloat)
	s.out.buf = binary.BigEndian.AppendUint64(s.out.buf, math.Float64bits(f))
}
