package picklemod

import (
	"encoding/binary"
	"math"
	"strings"

	"slp/vm/object"
)

// loader is one run of an Unpickler.
type loader struct {
	data     string // what is there of the pickle
	pos      int    // of the next byte
	begin    int    // of the instruction that runs: it begins again when more was read
	peeked   bool   // data is still in the file, too
	stack    []value
	marks    []int
	u        *unpickler
	owner    value // the Unpickler, or Nil
	self     value
	memoV    value
	persLoad value // or Nil
	subclass bool  // find_class may be overridden
	request  value
	wait     wait
	extra    value // what the wait needs
	done     bool
}

// wait says what is to be done with the result of a call.
type wait uint8

const (
	waitNothing wait = iota
	waitPush
	waitFill
	waitLine
	waitExtension
	waitBuffer
	waitEnd
)

// Walk implements object.Impl.
func (l *loader) Walk(w *object.Walker) {
	w.String(&l.data)
	object.Word(w, &l.pos)
	object.Word(w, &l.begin)
	w.Bool(&l.peeked)
	w.Values(&l.stack)
	object.State(w, &l.marks, func(m []int) []int { return append([]int(nil), m...) }, func(m []int, _ func(value), word func(uint64)) {
		for _, n := range m {
			word(uint64(n))
		}
	})
	object.State(w, &l.u, func(u *unpickler) *unpickler { return u }, func(u *unpickler, visit func(value), _ func(uint64)) {
		for _, v := range [...]value{u.read, u.readline, u.peek, u.buffers} {
			if !v.IsNil() {
				visit(v)
			}
		}
	})
	w.Value(&l.owner)
	w.Value(&l.self)
	w.Value(&l.memoV)
	w.Value(&l.persLoad)
	w.Value(&l.request)
	w.Value(&l.extra)
	object.Word(w, &l.wait)
	w.Bool(&l.done)
}

var loaderSpec = object.Spec{Name: "loader", Module: "_pickle", Flags: object.Disallow, Methods: []object.Def{
	{Sig: "step(self, result, /)", Fn: func(c *ctx, a []value) value {
		l, _ := object.As[*loader](a[0])
		c.Touch(a[0].Hdr())
		c.Touch(l.memoV.Hdr())
		l.answer(c, a[1])
		if !c.Raised() {
			l.run(c)
		}
		if c.Raised() {
			return object.Nil
		}
		if l.request.IsNil() {
			return object.None
		}
		return l.request
	}},
	{Sig: "result(self, /)", Fn: func(c *ctx, a []value) value {
		l, _ := object.As[*loader](a[0])
		c.Touch(a[0].Hdr())
		return l.result(c)
	}},
	{Sig: "failed(self, /)", Fn: func(c *ctx, a []value) value {
		l, _ := object.As[*loader](a[0])
		c.Touch(a[0].Hdr())
		l.end(c)
		return object.None
	}},
}}

func newLoader(c *ctx, u *unpickler, owner value) *loader {
	l := &loader{u: u, owner: owner, memoV: u.memo}
	l.self = c.NewObj(state(c).loader, l)
	return l
}

// start loads an object: at once if no Python code is needed, else by the loop pickle_load.
func (l *loader) start(c *ctx) value {
	c.Touch(l.memoV.Hdr())
	l.u.proto = 0
	l.run(c)
	switch {
	case c.Raised():
		l.end(c)
		return object.Nil
	case !l.request.IsNil():
		return c.Self("pickle_load", l.self, l.request)
	}
	return l.result(c)
}

// end lets go of the Unpickler, and leaves to it what was read beyond the pickle.
func (l *loader) end(c *ctx) {
	if !l.owner.IsNil() && l.u.running {
		c.Touch(l.owner.Hdr())
		l.u.running = false
		if !l.peeked {
			l.u.rest = l.data[min(l.pos, len(l.data)):]
		}
		l.u.peeked = false
	}
}

func (l *loader) result(c *ctx) value {
	v := l.stack[len(l.stack)-1]
	l.stack = l.stack[:len(l.stack)-1]
	l.end(c)
	return v
}

// ask hands a call out.
func (l *loader) ask(w wait, fn value, args ...value) {
	l.wait = w
	l.request = object.NewTuple(append([]value{fn}, args...))
}

func (l *loader) hosted(c *ctx, w wait, name string, args ...value) {
	l.ask(w, c.Host.Hosted(name), args...)
}

// answer takes the result of what was handed out.
func (l *loader) answer(c *ctx, v value) {
	l.request = object.Nil
	switch l.wait {
	case waitPush:
		l.push(v)
	case waitFill, waitLine:
		l.filled(c, v)
	case waitExtension:
		cache, ok := table(c, "copyreg", "_extension_cache")
		if !ok || !c.DictSet(cache, l.extra, v) {
			return
		}
		l.extra = object.Nil
		l.push(v)
	case waitBuffer:
		if v.IsNone() {
			l.bad(c, "not enough out-of-band buffers")
			return
		}
		l.push(v.AsTuple().Items[0])
	case waitEnd:
		l.done = true
	}
}

func (l *loader) bad(c *ctx, format string, args ...any) bool {
	c.Raise(state(c).unpicklingError, format, args...)
	return false
}

// ---- input

// need tells that n more bytes are there. If not, more is asked for, and the instruction will begin again.
func (l *loader) need(c *ctx, n int) bool {
	if n <= len(l.data)-l.pos && n >= 0 {
		return true
	}
	if l.u.read.IsNil() {
		return l.short(c)
	}
	l.fill(c, waitFill, n)
	return false
}

// short is the end of the pickle where there should be more.
func (l *loader) short(c *ctx) bool {
	if l.pos == l.begin && l.pos >= len(l.data) {
		c.Raise(object.EOFError, "Ran out of input")
		return false
	}
	return l.bad(c, "pickle data was truncated")
}

// fill asks the file for n bytes from here on, or for a line.
func (l *loader) fill(c *ctx, w wait, n int) {
	skip, size := 0, object.Int(int64(n-(len(l.data)-l.pos)))
	if l.peeked {
		skip, size = l.begin, object.Int(int64(n+l.pos-l.begin))
	}
	opt := func(v value) value {
		if v.IsNil() {
			return object.None
		}
		return v
	}
	if w == waitLine {
		size = object.None
	}
	l.hosted(c, w, "pickle_read", l.u.read, l.u.readline, opt(l.u.peek), object.Int(int64(skip)), size)
}

// filled takes what was read: bytes, and whether they are still in the file.
func (l *loader) filled(c *ctx, v value) {
	t := v.AsTuple()
	b := t.Items[0].AsBytes()
	if b == nil {
		l.hosted(c, waitNothing, "pickle_not_bytes", t.Items[0])
		return
	}
	more := b.S
	had := len(l.data) - l.pos
	if l.peeked {
		l.data, l.pos = more, 0
		if len(more) <= had && had > 0 {
			l.peeked = t.Items[1].IsTrue()
			l.atEnd(c)
			return
		}
	} else {
		if more == "" {
			l.atEnd(c)
			return
		}
		l.data, l.pos = l.data[l.begin:]+more, 0
	}
	if more == "" {
		l.atEnd(c)
		return
	}
	l.begin = 0
	l.peeked = t.Items[1].IsTrue()
}

// atEnd is the end of the file where there should be more.
func (l *loader) atEnd(c *ctx) {
	if l.pos == l.begin && l.pos >= len(l.data) || len(l.data) == 0 {
		c.Raise(object.EOFError, "Ran out of input")
		return
	}
	l.bad(c, "pickle data was truncated")
}

func (l *loader) take(n int) string {
	s := l.data[l.pos : l.pos+n]
	l.pos += n
	return s
}

// size reads a length of 1, 2, 4 or 8 bytes. ok is false if it is not there or beyond all measure.
func (l *loader) size(c *ctx, width int, what string) (n int, ok bool) {
	if !l.need(c, width) {
		return 0, false
	}
	s := l.take(width)
	u := uint64(0)
	for i := width - 1; i >= 0; i-- {
		u = u<<8 | uint64(s[i])
	}
	if u > math.MaxInt64 {
		c.Raise(object.OverflowError, "%s exceeds system's maximum size of %d bytes", what, math.MaxInt64)
		return 0, false
	}
	return int(u), true
}

// text reads a length and as many bytes.
func (l *loader) text(c *ctx, width int, what string) (string, bool) {
	n, ok := l.size(c, width, what)
	if !ok || !l.need(c, n) {
		return "", false
	}
	return l.take(n), true
}

// line reads a line; its end is left out.
func (l *loader) line(c *ctx) (string, bool) {
	if i := strings.IndexByte(l.data[l.pos:], '\n'); i >= 0 {
		s := l.data[l.pos : l.pos+i]
		l.pos += i + 1
		return s, true
	}
	if l.u.read.IsNil() {
		return "", l.bad(c, "pickle data was truncated")
	}
	l.fill(c, waitLine, 0)
	return "", false
}

// ---- the stack

func (l *loader) push(v value) { l.stack = append(l.stack, v) }

// fence is the height of the stack at the innermost mark: what is below cannot be popped.
func (l *loader) fence() int {
	if n := len(l.marks); n > 0 {
		return l.marks[n-1]
	}
	return 0
}

func (l *loader) underflow(c *ctx) bool {
	if len(l.marks) > 0 {
		return l.bad(c, "unexpected MARK found")
	}
	return l.bad(c, "unpickling stack underflow")
}

// has tells that n values lie above the fence.
func (l *loader) has(c *ctx, n int) bool {
	if len(l.stack)-n < l.fence() {
		return l.underflow(c)
	}
	return true
}

func (l *loader) pop() value {
	n := len(l.stack) - 1
	v := l.stack[n]
	l.stack[n] = object.Nil
	l.stack = l.stack[:n]
	return v
}

// mark takes the innermost mark away and returns the height of the stack there.
func (l *loader) mark(c *ctx) (int, bool) {
	if len(l.marks) == 0 {
		return 0, l.bad(c, "could not find MARK")
	}
	at := l.fence()
	l.marks = l.marks[:len(l.marks)-1]
	return at, true
}

// above takes what lies above a height off the stack.
func (l *loader) above(at int) []value {
	items := append([]value(nil), l.stack[at:]...)
	l.cut(at)
	return items
}

func (l *loader) cut(at int) {
	clear(l.stack[at:])
	l.stack = l.stack[:at]
}

func float64Of(s string) float64 {
	var b [8]byte
	copy(b[:], s)
	return math.Float64frombits(binary.BigEndian.Uint64(b[:]))
}
