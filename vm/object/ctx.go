package object

import (
	"fmt"
	"maps"
	"sync"

	"slp/vm/world"
)

// Ctx is the machine as native code sees it. There is one for each machine.
type Ctx struct {
	Heap
	World        world.World
	Host         Host
	MaxStrDigits int    // sys.set_int_max_str_digits
	Questions    uint64 // how many the World was asked
	// State of modules implemented in Go, by module name; see ModuleState.
	states map[string]any

	Builtins *Dict // of the module builtins
	Modules  *Dict // sys.modules
	Natives  *Dict // what the modules in Go had when they were first imported, by name

	exc     Value // the exception on its way, when native code returned Nil
	pending Pending

	memo  []memoEntry
	cur   int
	depth int
	args  []Value // arguments of the native functions that run
	nest  int     // depth of native recursion, for RecursionError

	searches uint32 // for views that were dropped, since one was found that was not
	unasked  uint32 // how often none was made since the last one
	patience uint32 // how often none has to be made before the next one

	interned    map[string]*Str
	typeVersion uint32
	lookups     [lookupSize]lookupEntry
	staticIDs   map[*Hdr]uint32
	subs        map[*Type][]*Type // subclasses of shared types made in this machine
}

// Host is what native code can ask of the interpreter.
type Host interface {
	// Hosted returns a function written in Python that implements a builtin.
	Hosted(name string) Value
	// HostedBuiltin is Hosted with the face of the builtin function public of a module.
	HostedBuiltin(module, public, name string) Value
	// Import imports a module by its absolute name as the import statement would; the result is the module itself.
	Import(c *Ctx, name string) Value
	// CallerModule is __name__ of the globals of the Python code that runs, or Nil.
	CallerModule() Value
	// SuperArgs finds the class and object of super() without arguments, or says why not.
	SuperArgs() (class, obj Value, bad string)
	// RecursionLeft tells how many more frames sys.getrecursionlimit() allows.
	RecursionLeft() int
	// PackCode gives a code object as bytes, or nil if v is none or cannot be packed. UnpackCode makes one of them again,
	// or returns Nil if another compiler made them.
	PackCode(v Value) []byte
	UnpackCode(data []byte) Value
}

// Pending is the call that suspended native code waits for.
type Pending struct {
	Kind  PendingKind
	Fn    Value // what to call
	Args  []Value
	Kw    []*Str // names of the last len(Kw) arguments
	Data  any    // for kinds other than PendingCall: what the interpreter is asked to do
	memo  Value  // the callee as the waiting code knows it
	depth int    // of the call in the waiting code; -1: the result is the result of the instruction
	// It was pickled: memo may be a copy of what the code calls.
	copied bool
}

// PendingKind says what native code waits for.
type PendingKind uint8

// The kinds.
const (
	NotPending  PendingKind = iota
	PendingCall             // Fn(*Args): Python code runs
	PendingHost             // the interpreter does Data (resume a generator, switch tasklets ...)
)

type memoEntry struct {
	depth  int
	fn     Value
	result Value // Nil: it raised exc, or (Nil, Nil) an iterator was exhausted
	exc    Value
	copied bool // it was pickled: fn may be a copy of what the code calls
}

// NewCtx makes the native side of a machine.
func NewCtx(w world.World) *Ctx {
	Bootstrap()
	c := &Ctx{World: w, interned: map[string]*Str{}, states: map[string]any{}, staticIDs: map[*Hdr]uint32{},
		subs: map[*Type][]*Type{}, typeVersion: 1 << 20}
	c.Epoch = 1
	c.MaxStrDigits = 4300
	c.Builtins = c.NewDict()
	c.Modules = c.NewDict()
	c.Natives = c.NewDict()
	return c
}

// Query asks the World. Every question carries its running number, so that a recording answers it again.
func (c *Ctx) Query(q world.Question) world.Answer {
	q.Number = c.Questions
	c.Questions++
	return c.World.Ask(q)
}

var (
	staticNames = map[string]*Str{}
	staticMu    sync.Mutex
)

// Static returns the interned name that all machines share. For use in package variables and Bootstrap only.
func Static(s string) *Str {
	staticMu.Lock()
	defer staticMu.Unlock()
	if x := staticNames[s]; x != nil {
		return x
	}
	x := ConstStr(s).AsStr()
	staticNames[s] = x
	return x
}

// Intern returns the machine's one str of this text.
func (c *Ctx) Intern(s string) *Str {
	if x := c.interned[s]; x != nil {
		return x
	}
	x := staticNames[s] // complete and never written once a machine exists
	switch {
	case x != nil:
	case len(s) == 1 && s[0] < 0x80:
		x = latin1[s[0]]
	default:
		x = newStrN(s, len([]rune(s)))
		if !x.IsASCII() {
			x = NewStr(s).AsStr()
		}
		x.Hash()
	}
	c.interned[s] = x
	return x
}

// Name returns the interned str equal to s.
func (c *Ctx) Name(s *Str) *Str {
	if x := c.interned[s.s]; x != nil {
		return x
	}
	return c.Intern(s.s)
}

// ModuleState returns the Go state of a module implemented in Go, made on first use. It must be walkable through the
// module's objects: keep only constants and types in it.
func ModuleState[T any](c *Ctx, name string, make func(c *Ctx) *T) *T {
	if s, ok := c.states[name]; ok {
		return s.(*T)
	}
	s := make(c)
	c.states[name] = s
	return s
}

// ---- raising

// Raise raises an exception of class t with a message and returns Nil.
func (c *Ctx) Raise(t *Type, format string, args ...any) Value {
	if len(args) != 0 {
		format = fmt.Sprintf(format, args...)
	}
	return c.RaiseExc(c.NewExc(t, NewStr(format)))
}

// RaiseArgs raises an exception of class t with the given args.
func (c *Ctx) RaiseArgs(t *Type, args ...Value) Value { return c.RaiseExc(c.NewExc(t, args...)) }

// RaiseExc raises an exception and returns Nil.
func (c *Ctx) RaiseExc(e *Exc) Value {
	c.exc = e.V()
	return Nil
}

// Raised tells whether native code that returned Nil raised an exception (and was not suspended or just exhausted).
func (c *Ctx) Raised() bool { return !c.exc.IsNil() }

// Suspended tells whether native code that returned Nil waits for Python code.
func (c *Ctx) Suspended() bool { return c.pending.Kind != NotPending }

// Failed tells, of a Nil that may also mean "exhausted" or "not there", that the caller must return Nil at once.
func (c *Ctx) Failed() bool { return !c.exc.IsNil() || c.pending.Kind != NotPending }

// Catch takes the exception on its way if it is of class t, and tells whether it was.
func (c *Ctx) Catch(t *Type) bool {
	if c.exc.IsNil() || !Is(c.exc, t) {
		return false
	}
	c.exc = Nil
	return true
}

// TakeExc takes the exception on its way, or Nil.
func (c *Ctx) TakeExc() Value {
	e := c.exc
	c.exc = Nil
	return e
}

// Exc is the exception on its way, or Nil.
func (c *Ctx) Exc() Value { return c.exc }

// ---- calling

// Call calls f. The result is Nil if it raised or if Python code must run first.
func (c *Ctx) Call(f Value, args ...Value) Value {
	base := len(c.args)
	c.args = append(c.args, args...)
	v := c.CallKw(f, c.args[base:len(c.args):len(c.args)], nil)
	c.drop(base)
	return v
}

// drop takes arguments from their stack.
func (c *Ctx) drop(base int) {
	clear(c.args[base:])
	c.args = c.args[:base]
}

// CallKw calls f; the last len(kw) arguments are keyword arguments.
func (c *Ctx) CallKw(f Value, args []Value, kw []*Str) Value {
	if r, done := c.recall(f); done {
		return r
	}
	b, self := f, Nil
	if m := f.AsMethod(); m != nil {
		b, self = m.Func, m.Self
	}
	if b.p.Kind == KBuiltin {
		// Native code that calls native code: the repr of a stream whose name is the stream itself would not end.
		if c.depth > maxNest {
			return c.Raise(RecursionError, "maximum recursion depth exceeded")
		}
		start := c.cur
		c.depth++
		var v Value
		if self.IsNil() {
			v = c.invoke(b.AsBuiltin(), args, kw)
		} else {
			base := len(c.args)
			c.args = append(append(c.args, self), args...)
			v = c.invoke(b.AsBuiltin(), c.args[base:len(c.args):len(c.args)], kw)
			c.drop(base)
		}
		c.depth--
		return c.remember(f, start, v)
	}
	if b.p.Kind == KType && self.IsNil() && b.AsType().CallsPlainly() {
		start := c.cur
		c.depth++
		v := c.CallType(b.AsType(), args, kw)
		c.depth--
		return c.remember(f, start, v)
	}
	c.pending = Pending{Kind: PendingCall, Fn: f, Args: append([]Value(nil), args...), Kw: kw, memo: f, depth: c.depth}
	return Nil
}

// recall answers a call that had finished before the native code was started again.
func (c *Ctx) recall(f Value) (Value, bool) {
	if c.cur < len(c.memo) {
		e := &c.memo[c.cur]
		if e.depth == c.depth && (e.fn == f || sameMethod(e.fn, f) || e.copied && e.fn.Kind() == f.Kind()) {
			c.cur++
			if e.result.IsNil() {
				c.exc = e.exc
			}
			return e.result, true
		}
		if e.depth <= c.depth {
			c.memo = c.memo[:c.cur] // the code took another way than before: what followed no longer holds
		}
	}
	return Nil, false
}

// sameMethod compares bound methods: each look-up makes a new one.
func sameMethod(f, g Value) bool {
	if f.p.Kind != KMethod || g.p.Kind != KMethod {
		return false
	}
	x, y := f.AsMethod(), g.AsMethod()
	return x.Func == y.Func && x.Self == y.Self
}

func (c *Ctx) remember(f Value, start int, v Value) Value {
	if v.IsNil() && c.pending.Kind != NotPending {
		if c.pending.depth == c.depth { // the callee left its result to the code it waits for
			c.memo = c.memo[:start]
			c.pending.memo = f
		}
		return Nil
	}
	c.memo = append(c.memo[:start], memoEntry{depth: c.depth, fn: f, result: v, exc: c.exc})
	c.cur = start + 1
	return v
}

// Once runs make once, however often the native code is started again; it must not call Python code.
func (c *Ctx) Once(make func() Value) Value {
	if r, done := c.recall(Ellipsis); done {
		return r
	}
	start := c.cur
	v := make()
	return c.remember(Ellipsis, start, v)
}

// Next asks an iterator for its next item: Nil without an exception when it is exhausted (see Failed).
func (c *Ctx) Next(it Value) Value {
	if r, done := c.recall(it); done {
		if r.IsNil() {
			c.Catch(StopIteration) // of Python code to which the iterator left its end
		}
		return r
	}
	if it.p.Kind == KObj {
		if n, ok := it.AsObj().Impl.(Iterator); ok && it.AsObj().Cls.Flags&HeapType == 0 {
			start := c.cur
			c.depth++
			v := n.Next(c, it)
			c.depth--
			return c.remember(it, start, v)
		}
	}
	m := TypeOf(it).Dunder(DNext)
	if m.IsNil() {
		return c.Raise(TypeError, "'%s' object is not an iterator", TypeOf(it).Said())
	}
	start := c.cur
	c.depth++
	v := c.CallMethod(m, it)
	c.depth--
	if v.IsNil() && c.Catch(StopIteration) {
		return c.remember(it, start, Nil)
	}
	if v.IsNil() && c.pending.Kind != NotPending {
		return Nil
	}
	return c.remember(it, start, v)
}

// Iterator is an Impl whose __next__ is written in Go. Next returns Nil without an exception at the end.
type Iterator interface {
	Impl
	Next(c *Ctx, self Value) Value
}

// CallMethod calls a function found on a type with self bound to it: f.__get__(self)(*args).
func (c *Ctx) CallMethod(f, self Value, args ...Value) Value {
	if f.BindsPlainly() {
		base := len(c.args)
		c.args = append(append(c.args, self), args...)
		v := c.CallKw(f, c.args[base:len(c.args):len(c.args)], nil)
		c.drop(base)
		return v
	}
	b := c.BindTo(f, self, TypeOf(self))
	if b.IsNil() {
		return Nil
	}
	return c.CallKw(b, args, nil)
}

// Warn issues a warning, as warnings.warn() for the line that runs. ok is false when a filter made an exception of it, or
// if it was suspended.
func (c *Ctx) Warn(category *Type, message string, args ...any) (ok bool) {
	if len(args) > 0 {
		message = fmt.Sprintf(message, args...)
	}
	return !c.Call(c.Host.Hosted("warning_warn"), NewStr(message), category.V()).IsNil()
}

// Self leaves the rest of a native function to a function written in Python: "return c.Self(name, args...)". Only for
// a native function itself, not for code that it calls directly.
func (c *Ctx) Self(name string, args ...Value) Value { return c.Tail(c.Host.Hosted(name), args...) }

// Tail leaves the rest of a native function to a call of f, as Self.
func (c *Ctx) Tail(f Value, args ...Value) Value { return c.TailKw(f, args, nil) }

// TailKw is Tail with keyword arguments.
func (c *Ctx) TailKw(f Value, args []Value, kw []*Str) Value {
	c.pending = Pending{Kind: PendingCall, Fn: f, Args: append([]Value(nil), args...), Kw: kw, depth: c.depth - 1}
	return Nil
}

// Ask leaves the rest of a native function to the interpreter.
func (c *Ctx) Ask(what any) Value {
	c.pending = Pending{Kind: PendingHost, Data: what, depth: c.depth - 1}
	return Nil
}

// Enter guards native recursion over nested objects; every Enter that returned true needs a Leave.
func (c *Ctx) Enter(where string) bool {
	if c.nest++; c.nest > maxNest {
		c.nest--
		c.Raise(RecursionError, "maximum recursion depth exceeded%s", where)
		return false
	}
	return true
}

// Leave ends what Enter began.
func (c *Ctx) Leave() { c.nest-- }

const maxNest = 3000

// ---- for the interpreter

// Start prepares a native operation that remembers nothing yet; Resume one with the memory of its earlier attempts.
func (c *Ctx) Start() {
	c.memo, c.cur, c.depth = c.memo[:0], 0, 0
}

// Recall is what finished calls of a suspended native operation returned.
type Recall struct{ entries []memoEntry }

// Walk walks over the remembered values.
func (m *Recall) Walk(w *Walker) {
	State(w, &m.entries, func(e []memoEntry) []memoEntry { return append([]memoEntry(nil), e...) },
		func(e []memoEntry, value func(Value), word func(uint64)) {
			for i := range e {
				word(uint64(e[i].depth))
				for _, v := range [...]Value{e[i].fn, e[i].result, e[i].exc} {
					if !v.IsNil() {
						value(v)
					}
				}
			}
		})
}

// Resume prepares the next attempt of a suspended operation.
func (c *Ctx) Resume(m *Recall) {
	c.memo, c.cur, c.depth = append(c.memo[:0], m.entries...), 0, 0
}

// ResumeWith prepares the next attempt of an operation whose first call, of f, has returned v.
// copied tells that f may be a copy of what the operation calls.
func (c *Ctx) ResumeWith(f, v Value, copied bool) {
	c.memo, c.cur, c.depth = append(c.memo[:0], memoEntry{fn: f, result: v, copied: copied}), 0, 0
}

// TakePending takes what the operation that returned Nil waits for. direct tells that the result of the pending call
// is the result of the operation, which needs no further attempt; otherwise m remembers what the next attempt needs,
// and Deliver adds the result to it.
func (c *Ctx) TakePending(m *Recall) (p Pending, direct bool) {
	p = c.pending
	c.pending = Pending{}
	if p.depth < 0 {
		return p, true
	}
	n := min(c.cur, len(c.memo))
	m.entries = append(m.entries[:0], c.memo[:n]...)
	return p, false
}

// TakeDirect takes what the operation waits for if the result of that is the result of the operation.
func (c *Ctx) TakeDirect() (p Pending, ok bool) {
	if c.pending.depth >= 0 {
		return p, false
	}
	p = c.pending
	c.pending = Pending{}
	return p, true
}

// Deliver adds the result of the pending call: a value, or an exception, or neither for an exhausted iterator.
func (m *Recall) Deliver(p *Pending, v, exc Value) {
	m.entries = append(m.entries, memoEntry{p.depth, p.memo, v, exc, p.copied})
}

// CallTop calls f with the arguments as the body of the current native operation: its result is the operation's.
func (c *Ctx) CallTop(b *Builtin, args []Value, kw []*Str) Value { return c.invoke(b, args, kw) }

// Clone returns a copy that shares nothing.
func (m *Recall) Clone() Recall { return Recall{append([]memoEntry(nil), m.entries...)} }

// Aside is what belongs to the state of a machine and is no object of it.
type Aside struct {
	subs      map[*Type][]*Type
	states    map[string]any
	staticIDs map[*Hdr]uint32

	searches, unasked, patience uint32
}

// SaveAside and RestoreAside save what is no object: subclasses of shared classes, which modules have Go state, ids of
// shared constants.
func (c *Ctx) SaveAside() *Aside {
	a := &Aside{subs: make(map[*Type][]*Type, len(c.subs)), states: maps.Clone(c.states), staticIDs: maps.Clone(c.staticIDs),
		searches: c.searches, unasked: c.unasked, patience: c.patience}
	for t, s := range c.subs { // order-free: a copy of a map
		a.subs[t] = s[:len(s):len(s)]
	}
	return a
}

// RestoreAside brings back what SaveAside saved.
func (c *Ctx) RestoreAside(a *Aside) {
	c.subs = maps.Clone(a.subs)
	c.states = maps.Clone(a.states)
	c.staticIDs = maps.Clone(a.staticIDs)
	c.searches, c.unasked, c.patience = a.searches, a.unasked, a.patience
}

// Forget empties the method cache: what it remembers may be of a future that is undone.
func (c *Ctx) Forget() { c.lookups = [lookupSize]lookupEntry{} }

// States is where modules keep Go state that is not part of the program's: constants and types of this machine.
func (c *Ctx) States() map[string]any { return c.states }
