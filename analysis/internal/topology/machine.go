package topology

import (
	"fmt"
	"maps"
	"sort"
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// A program of tasklets is read as automata: what each does with channels, in which order, with all
// else left out. Branches go both ways, loops any number of times unless the number stands there.
// So the automata do all that the program can do, and more.

// code is the automaton of one function that runs as a tasklet, with what it calls put in its place.
type code struct {
	name  string
	file  *modules.File
	nodes []node
	start int
}

type nodeKind uint8

const (
	atEnd nodeKind = iota
	atChoice
	atSend
	atReceive
	atIterate // receives; next[0] after a value, next[1] after the end message
	atSpawn
	atLost // it ends in a way that is not followed: nothing may be concluded
)

// node is a point of an automaton. A send of an exception is the end message of an iteration.
type node struct {
	kind    nodeKind
	next    []int
	again   bool // the way back of a while loop, which may never stop
	end     bool // atSend: sends an exception
	channel *Channel
	which   int // of the channels that its site makes
	op      *Op
	spawn   *code
}

// compiler makes automata. It gives up, by lost, on what it cannot follow exactly enough.
type compiler struct {
	g        *Graph
	ops      map[syntax.Node][]place
	relevant map[syntax.Node]bool
	made     map[string]*code
	placed   map[*Op]bool  // operations that stand in some automaton
	calls    []syntax.Node // being put in place, outermost first
	size     int
	lost     bool
	tried    bool // some try statement was passed over as if nothing could go wrong
}

type place struct {
	channel *Channel
	op      *Op
}

const (
	maxNodes  = 4000
	maxInline = 12
	maxUnroll = 8
)

func newCompiler(g *Graph) *compiler {
	c := &compiler{g: g, ops: map[syntax.Node][]place{}, relevant: map[syntax.Node]bool{}, made: map[string]*code{}, placed: map[*Op]bool{}}
	for _, ch := range g.Channels {
		for i := range ch.Ops {
			if k := ch.Ops[i].Kind; k != Balance && k != SetPreference {
				c.ops[ch.Ops[i].Node] = append(c.ops[ch.Ops[i].Node], place{ch, &ch.Ops[i]})
			}
		}
	}
	return c
}

// process is the automaton of a function or module with some parameters bound.
func (c *compiler) process(f *modules.File, fn syntax.Node, env bindings) *code {
	key := fmt.Sprintf("%p%s", fn, env.key())
	if p, ok := c.made[key]; ok {
		return p
	}
	p := &code{file: f, name: nameOf(f, fn)}
	c.made[key] = p // a function that starts itself finds itself
	b := &builder{c: c, code: p, f: f, fn: fn, env: env}
	end := b.add(node{kind: atEnd})
	outer := c.calls
	c.calls = []syntax.Node{fn}
	p.start = b.body(fn, flow{ret: end, brk: -1, cont: -1}, end)
	c.calls = outer
	return p
}

func (e bindings) key() string {
	var parts []string
	for s, v := range e {
		parts = append(parts, fmt.Sprintf("%p=%s", s, v.key()))
	}
	sort.Strings(parts)
	return strings.Join(parts, ";")
}

func nameOf(f *modules.File, fn syntax.Node) string {
	switch fn := fn.(type) {
	case *syntax.FunctionDef:
		if c, ok := f.Parent(fn).(*syntax.ClassDef); ok {
			return c.Name + "." + fn.Name
		}
		return fn.Name
	case *syntax.Lambda:
		return "lambda"
	}
	return "main"
}

// matters reports a node with an operation, the start of a tasklet or a call of a function that has one.
func (c *compiler) matters(f *modules.File, n syntax.Node) bool {
	if m, known := c.relevant[n]; known {
		return m
	}
	c.relevant[n] = false // while it is being found out: a circle adds nothing
	found := false
	modules.WalkUntil(n, func(x syntax.Node) bool {
		if found {
			return false
		}
		switch x := x.(type) {
		case *syntax.FunctionDef, *syntax.Lambda:
			return x == n
		case *syntax.Call:
			found = c.callMatters(f, x)
		}
		if len(c.ops[x]) > 0 {
			found = true
		}
		return !found
	})
	c.relevant[n] = found
	return found
}

func (c *compiler) callMatters(f *modules.File, call *syntax.Call) bool {
	for _, v := range c.g.engine.Expr(f, call.Func) {
		if fn, ok := v.(*infer.Func); ok && controls(c.g.engine.Stackless(fn)) {
			return true
		}
	}
	for _, inv := range c.g.engine.Invocations(f, call) {
		if inv.Spawn != nil {
			return true
		}
		if !inv.Func.File.Stub && c.matters(inv.Func.File, inv.Func.Node()) {
			return true
		}
	}
	return false
}

// controls reports a function that changes what tasklets do in a way that automata do not show.
func controls(name string) bool {
	switch name {
	case "tasklet.insert", "tasklet.remove", "tasklet.run", "tasklet.switch", "tasklet.kill", "tasklet.throw", "tasklet.raise_exception",
		"tasklet.bind", "schedule_remove", "set_channel_callback", "set_schedule_callback", "switch_trap", "channel.close", "channel.open",
		"channel.send_sequence", "channel.send_throw":
		return true
	}
	return false
}

// builder writes one automaton, from the end to the beginning: each piece is given the node that
// comes after it and returns the node that it begins with.
type builder struct {
	c    *compiler
	code *code
	f    *modules.File
	fn   syntax.Node
	env  bindings
}

// flow says where return, break and continue go.
type flow struct{ ret, brk, cont int }

func (b *builder) add(n node) int {
	if b.c.size++; b.c.size > maxNodes {
		b.c.lost = true
	}
	b.code.nodes = append(b.code.nodes, n)
	return len(b.code.nodes) - 1
}

func (b *builder) lose() int {
	b.c.lost = true
	return b.add(node{kind: atLost})
}

func (b *builder) body(fn syntax.Node, fl flow, next int) int {
	switch fn := fn.(type) {
	case *syntax.FunctionDef:
		return b.list(fn.Body, fl, next)
	case *syntax.Module:
		return b.list(fn.Body, fl, next)
	case *syntax.Lambda:
		return b.expr(fn.Body, next)
	}
	return b.lose()
}

func (b *builder) list(list []syntax.Stmt, fl flow, next int) int {
	for i := len(list) - 1; i >= 0 && !b.c.lost; i-- {
		next = b.stmt(list[i], fl, next)
	}
	return next
}

func (b *builder) choice(to ...int) int {
	if len(to) == 1 {
		return to[0]
	}
	return b.add(node{kind: atChoice, next: to})
}

// plain reports a statement that has nothing to do with channels and leads nowhere but to the next one.
func (b *builder) plain(s syntax.Stmt) bool {
	if b.c.matters(b.f, s) {
		return false
	}
	jumps := false
	modules.WalkUntil(s, func(n syntax.Node) bool {
		switch n.(type) {
		case *syntax.Return, *syntax.Break, *syntax.Continue, *syntax.Raise, *syntax.Yield, *syntax.YieldFrom:
			jumps = true
		case *syntax.FunctionDef, *syntax.Lambda:
			return false
		}
		return !jumps
	})
	if w, ok := s.(*syntax.While); ok && isTrue(w.Test) {
		return false
	}
	return !jumps
}

func isTrue(x syntax.Expr) bool {
	c, ok := x.(*syntax.Constant)
	return ok && (c.Kind == syntax.True || c.Kind == syntax.Int && c.Int != 0)
}

func (b *builder) stmt(s syntax.Stmt, fl flow, next int) int {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		return next
	case *syntax.ClassDef:
		if b.c.matters(b.f, s) {
			return b.classBody(s, next)
		}
		return next
	case *syntax.Return:
		return b.expr(s.Value, fl.ret)
	case *syntax.Break:
		return fl.brk
	case *syntax.Continue:
		return fl.cont
	case *syntax.Raise:
		return b.add(node{kind: atLost})
	}
	if b.plain(s) {
		return next
	}
	switch s := s.(type) {
	case *syntax.If:
		if isMain(s.Test) {
			return b.list(s.Body, fl, next)
		}
		return b.expr(s.Test, b.choice(b.list(s.Body, fl, next), b.list(s.Orelse, fl, next)))
	case *syntax.While:
		return b.while(s, fl, next)
	case *syntax.For:
		return b.loop(s, fl, next)
	case *syntax.With:
		next = b.list(s.Body, fl, next)
		for i := len(s.Items) - 1; i >= 0; i-- {
			next = b.expr(s.Items[i].Context, next)
		}
		return next
	case *syntax.Match:
		ways := []int{next}
		for _, k := range s.Cases {
			ways = append(ways, b.list(k.Body, fl, next))
		}
		return b.expr(s.Subject, b.choice(ways...))
	case *syntax.Try:
		for _, h := range s.Handlers {
			if b.c.matters(b.f, h) {
				return b.lose()
			}
		}
		b.c.tried = b.c.tried || len(s.Handlers) > 0
		next = b.list(s.Finalbody, fl, next)
		return b.list(s.Body, fl, b.list(s.Orelse, fl, next))
	case *syntax.Assign:
		return b.expr(s.Value, next)
	case *syntax.AnnAssign:
		return b.expr(s.Value, next)
	case *syntax.AugAssign:
		return b.expr(s.Value, next)
	case *syntax.ExprStmt:
		return b.expr(s.Value, next)
	case *syntax.Assert:
		return b.expr(s.Test, next)
	}
	return b.lose()
}

// classBody allows what only makes channels: operations in a class body are not followed.
func (b *builder) classBody(def *syntax.ClassDef, next int) int {
	for _, s := range def.Body {
		if _, method := s.(*syntax.FunctionDef); !method && b.c.matters(b.f, s) {
			return b.lose()
		}
	}
	return next
}

func isMain(x syntax.Expr) bool {
	c, ok := x.(*syntax.Compare)
	if !ok || len(c.Comparators) != 1 {
		return false
	}
	return modules.LastName(c.Left) == "__name__" || modules.LastName(c.Comparators[0]) == "__name__"
}

func (b *builder) while(s *syntax.While, fl flow, next int) int {
	head := b.add(node{kind: atChoice, again: true})
	after := b.list(s.Orelse, fl, next)
	inner := flow{ret: fl.ret, brk: next, cont: head}
	body := b.list(s.Body, inner, head)
	if isTrue(s.Test) {
		b.code.nodes[head].next = []int{body}
		return head
	}
	b.code.nodes[head].next = []int{body, after}
	return b.expr(s.Test, head)
}

func (b *builder) loop(s *syntax.For, fl flow, next int) int {
	after := b.list(s.Orelse, fl, next)
	if len(b.c.ops[s]) > 0 {
		n, ok := b.channel(s, s.Iter)
		if !ok {
			return b.lose()
		}
		n.kind = atIterate
		head := b.add(n)
		body := b.list(s.Body, flow{ret: fl.ret, brk: next, cont: head}, head)
		b.code.nodes[head].next = []int{body, after}
		return head
	}
	if items, ok := b.values().items(s.Iter); ok && len(items) <= maxUnroll {
		outer := b.env
		for i := len(items) - 1; i >= 0; i-- {
			b.env = bindTarget(b.f, outer, s.Target, items[i])
			after = b.list(s.Body, flow{ret: fl.ret, brk: next, cont: after}, after)
		}
		b.env = outer
		return b.expr(s.Iter, after)
	}
	head := b.add(node{kind: atChoice})
	body := b.list(s.Body, flow{ret: fl.ret, brk: next, cont: head}, head)
	b.code.nodes[head].next = []int{body, after}
	return b.expr(s.Iter, head)
}

func (b *builder) values() evaluator { return evaluator{c: b.c, f: b.f, env: b.env} }

// expr puts the operations of an expression before next, in the order of evaluation.
func (b *builder) expr(x syntax.Expr, next int) int {
	if x == nil || b.c.lost || !b.c.matters(b.f, x) {
		return next
	}
	switch x := x.(type) {
	case *syntax.Lambda:
		return next
	case *syntax.Call:
		next = b.call(x, next)
		for i := len(x.Keywords) - 1; i >= 0; i-- {
			next = b.expr(x.Keywords[i].Value, next)
		}
		for i := len(x.Args) - 1; i >= 0; i-- {
			next = b.expr(x.Args[i], next)
		}
		return b.expr(x.Func, next)
	case *syntax.IfExp:
		return b.expr(x.Test, b.choice(b.expr(x.Body, next), b.expr(x.Orelse, next)))
	case *syntax.BoolOp:
		rest := next
		for i := len(x.Values) - 1; i > 0; i-- {
			rest = b.choice(b.expr(x.Values[i], rest), next)
		}
		return b.expr(x.Values[0], rest)
	case *syntax.ListComp:
		return b.comprehension(x.Elt, x.Generators, next)
	case *syntax.SetComp:
		return b.comprehension(x.Elt, x.Generators, next)
	case *syntax.GeneratorExp, *syntax.DictComp, *syntax.Yield, *syntax.YieldFrom, *syntax.Await:
		return b.lose()
	}
	if len(b.c.ops[x]) > 0 {
		return b.lose()
	}
	parts := modules.Children(x)
	for i := len(parts) - 1; i >= 0; i-- {
		if p, ok := parts[i].(syntax.Expr); ok {
			next = b.expr(p, next)
		}
	}
	return next
}

func (b *builder) comprehension(elt syntax.Expr, gens []*syntax.Comprehension, next int) int {
	if len(gens) != 1 || len(gens[0].Ifs) > 0 || b.c.matters(b.f, gens[0].Iter) || len(b.c.ops[gens[0]]) > 0 {
		return b.lose()
	}
	if items, ok := b.values().items(gens[0].Iter); ok && len(items) <= maxUnroll {
		outer := b.env
		for i := len(items) - 1; i >= 0; i-- {
			b.env = bindTarget(b.f, outer, gens[0].Target, items[i])
			next = b.expr(elt, next)
		}
		b.env = outer
		return next
	}
	head := b.add(node{kind: atChoice})
	b.code.nodes[head].next = []int{b.expr(elt, head), next}
	return head
}

// call is what a call does itself, after its arguments.
func (b *builder) call(c *syntax.Call, next int) int {
	if places := b.c.ops[c]; len(places) > 0 {
		return b.operation(c, places, next)
	}
	e := b.c.g.engine
	for _, v := range e.Expr(b.f, c.Func) {
		if fn, ok := v.(*infer.Func); ok && controls(e.Stackless(fn)) {
			return b.lose()
		}
	}
	var ways []int
	for _, inv := range e.Invocations(b.f, c) {
		switch {
		case inv.Spawn != nil && inv.Func.File.Stub:
			if b.c.g.spawnsMethod(b.f, c) {
				return next // it stands where the tasklet is made
			}
			ways = append(ways, next)
		case inv.Spawn != nil:
			if directly(e, b.f, c) {
				ways = append(ways, b.start(&inv, next))
			} else {
				return b.lose()
			}
		case inv.Func.File.Stub || !b.c.matters(inv.Func.File, inv.Func.Node()):
			ways = append(ways, next)
		default:
			ways = append(ways, b.inline(&inv, next))
		}
	}
	if len(ways) == 0 {
		return next
	}
	return b.choice(ways...)
}

// directly reports "tasklet(f)(x)" or "tasklet(f).setup(x)", also through a variable: the call that
// gives the arguments puts the tasklet in the queue. tasklet(f, args) does not.
func directly(e *infer.Engine, f *modules.File, c *syntax.Call) bool {
	for _, v := range e.Expr(f, c.Func) {
		if cls, ok := v.(*infer.Class); ok {
			if n, _ := e.StacklessClass(cls); n == "tasklet" {
				return false
			}
		}
	}
	return true
}

// spawnsMethod reports a call that starts a tasklet whose function is a channel's method.
func (g *Graph) spawnsMethod(f *modules.File, c *syntax.Call) bool {
	for _, v := range g.engine.Expr(f, c.Func) {
		in, ok := v.(*infer.Instance)
		if !ok || in.Site == nil {
			continue
		}
		for _, fn := range g.engine.Entry(in) {
			if n := g.engine.Stackless(fn); n == "channel.send" || n == "channel.receive" || n == "channel.send_exception" {
				return true
			}
		}
	}
	return false
}

func (b *builder) operation(c *syntax.Call, places []place, next int) int {
	op := places[0].op
	var on syntax.Expr
	if at, ok := c.Func.(*syntax.Attribute); ok {
		on = at.Value
	}
	if op.Spawned { // tasklet(c.send)(x)
		at, ok := Argument(c, 0, "func").(*syntax.Attribute)
		if !ok {
			return b.lose()
		}
		on = at.Value
		if outer, ok := b.f.Parent(c).(*syntax.Call); !ok || outer.Func != syntax.Expr(c) {
			return b.lose()
		}
	}
	n, ok := b.channel(c, on)
	if !ok {
		return b.lose()
	}
	op = n.op
	n.next = []int{next}
	switch op.Kind {
	case Send:
		n.kind = atSend
	case SendException:
		n.kind, n.end = atSend, true
	case Receive:
		n.kind = atReceive
	default:
		return b.lose()
	}
	if !op.Spawned {
		return b.add(n)
	}
	p := &code{name: op.Kind.String(), file: b.f}
	inner := &builder{c: b.c, code: p, f: b.f, fn: b.fn, env: b.env}
	n.next = []int{inner.add(node{kind: atEnd})}
	p.start = inner.add(n)
	return b.add(node{kind: atSpawn, spawn: p, next: []int{next}})
}

// channel is a node on the one channel that an operation is on, here; ok is false when that is not sure.
func (b *builder) channel(at syntax.Node, on syntax.Expr) (n node, ok bool) {
	if on == nil {
		return n, false
	}
	v := b.values().eval(on)
	if v.kind != aChannel {
		return n, false
	}
	ch := v.channel
	for _, p := range b.c.ops[at] {
		if p.channel == ch && !ch.Open && ch.Plain && !p.op.Guarded && !p.op.Caught && !p.op.Maybe && b.c.single(ch) {
			b.c.placed[p.op] = true
			return node{channel: ch, which: v.number, op: p.op}, true
		}
	}
	return n, false
}

// complete reports that all operations that anybody can do on the channels stand in the automata: none
// is in a function that is called in a way that was not followed.
func (c *compiler) complete() bool {
	used := map[*Channel]bool{}
	for _, list := range c.ops {
		for _, p := range list {
			used[p.channel] = used[p.channel] || c.placed[p.op]
		}
	}
	for ch := range used {
		if !used[ch] {
			continue
		}
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.Kind == SetPreference || op.Kind == Balance {
				continue
			}
			runs := c.g.Runs(op.File, op.Func)
			if runs.Unknown || !c.placed[op] && !runs.Never() {
				return false
			}
		}
	}
	return true
}

// single reports a site that is passed once in a run of the program. (It may be in a list
// comprehension: then its channels are numbered.)
func (c *compiler) single(ch *Channel) bool {
	for p := ch.File.Parent(ch.Call); p != nil; p = ch.File.Parent(p) {
		switch p.(type) {
		case *syntax.For, *syntax.While:
			return false
		case *syntax.FunctionDef, *syntax.Lambda:
			return c.g.Runs(ch.File, ch.Func).Once()
		}
	}
	if isModule(ch.Func) {
		return true
	}
	return c.g.Runs(ch.File, ch.Func).Once()
}

// bound are the bindings inside a function that is called or started.
func (b *builder) bound(inv *infer.Invocation) bindings {
	env := maps.Clone(b.env)
	for _, p := range modules.Parameters(inv.Func.Arguments()) {
		sym, _, _ := inv.Func.File.NameAt(p.NameSpan.Start)
		if sym == nil {
			continue
		}
		sym = modules.Definer(sym)
		delete(env, sym)
		if x := inv.Argument(p); x != nil {
			if v := b.values().eval(x); v.kind == aChannel || v.kind == aNumber {
				env[sym] = v
			}
		}
	}
	return env
}

// start is the node that starts a tasklet.
func (b *builder) start(inv *infer.Invocation, next int) int {
	if inv.Partial || inv.Func.Def != nil && (!harmless(inv.Func.Def) || inv.Func.Def.Async || yields(inv.Func.Def)) {
		return b.lose()
	}
	p := b.c.process(inv.Func.File, inv.Func.Node(), b.bound(inv))
	return b.add(node{kind: atSpawn, spawn: p, next: []int{next}})
}

// inline puts a called function in the place of its call.
func (b *builder) inline(inv *infer.Invocation, next int) int {
	fn := inv.Func.Node()
	for _, outer := range b.c.calls {
		if outer == fn {
			return b.lose() // it calls itself
		}
	}
	if len(b.c.calls) >= maxInline || inv.Partial || inv.Func.Def != nil && (!harmless(inv.Func.Def) || inv.Func.Def.Async || yields(inv.Func.Def)) {
		return b.lose()
	}
	b.c.calls = append(b.c.calls, fn)
	inner := &builder{c: b.c, code: b.code, f: inv.Func.File, fn: fn, env: b.bound(inv)}
	start := inner.body(fn, flow{ret: next, brk: -1, cont: -1}, next)
	b.c.calls = b.c.calls[:len(b.c.calls)-1]
	return start
}

func yields(def *syntax.FunctionDef) bool {
	found := false
	infer.Own(def, func(n syntax.Node) {
		switch n.(type) {
		case *syntax.Yield, *syntax.YieldFrom:
			found = true
		}
	})
	return found
}
