package topology

import (
	"fmt"
	"sort"
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
)

// Stuck is a state that every run of a program comes to, in this form or a like one: some tasklets
// wait for ever.
type Stuck struct {
	Waits []Wait
	Cycle bool // each of Waits waits for what the next would do after its own wait, round in a circle
	Sure  bool // no try statement was passed over as if nothing could go wrong
	Idle  bool // some run leaves services only: tasklets that wait in an endless loop for the next partner
}

// Wait is a tasklet that waits at an operation.
type Wait struct {
	Name    string // of the function
	Main    bool
	Channel *Channel
	Which   int // of the channels that its site makes
	Op      *Op
}

// Title is the channel's name for a message.
func (w *Wait) Title() string {
	if !w.Channel.Boxed || w.Channel.Name == "" {
		return w.Channel.Title()
	}
	return fmt.Sprintf("channel '%s[%d]'", w.Channel.Name, w.Which)
}

// MustBlock reads a module as a program and reports how it gets stuck whatever the order in which
// its tasklets run. It is nil when some run ends well, may go on for ever, or cannot be followed.
func (g *Graph) MustBlock(f *modules.File) *Stuck {
	c := newCompiler(g)
	if !c.matters(f, f.Tree) {
		return nil
	}
	for _, other := range candidates(g.engine.View) {
		if other != f && c.mattersOutside(other) {
			return nil
		}
	}
	main := c.process(f, f.Tree, bindings{})
	if c.lost || !c.complete() {
		return nil
	}
	e := &explorer{ids: map[*code]int{}, seen: map[string]int{}}
	if !e.run(main) {
		return nil
	}
	stuck := e.report(main)
	if stuck != nil {
		stuck.Sure = !c.tried
	}
	return stuck
}

// mattersOutside reports operations in the module code of a file that is not the program.
func (c *compiler) mattersOutside(f *modules.File) bool {
	for _, s := range f.Tree.Body {
		switch s := s.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef:
			continue
		case *syntax.If:
			if isMain(s.Test) {
				continue
			}
		}
		if c.matters(f, s) {
			return true
		}
	}
	return false
}

// process is where a tasklet stands.
type process struct {
	code *code
	at   int
}

// explorer goes through all states of a program. Steps that concern one tasklet alone are taken
// first, for their order does not matter.
type explorer struct {
	ids   map[*code]int
	seen  map[string]int
	edges [][]edge
	stuck [][]process
}

type edge struct {
	to    int
	again bool
}

const (
	maxStates    = 6000
	maxProcesses = 14
)

// run explores from the start of main; false when nothing may be concluded.
func (e *explorer) run(main *code) bool {
	todo := [][]process{{{main, main.start}}}
	e.number(todo[0])
	for len(todo) > 0 {
		state := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		from := e.seen[e.key(state)]
		steps, ok := e.steps(state)
		if !ok {
			return false
		}
		if len(steps) == 0 {
			if over(state) {
				return false // a run that ends well
			}
			e.stuck = append(e.stuck, state)
			continue
		}
		for _, s := range steps {
			to, isNew := e.number(s.state)
			e.edges[from] = append(e.edges[from], edge{to, s.again})
			if isNew {
				if len(e.seen) > maxStates {
					return false
				}
				todo = append(todo, s.state)
			}
		}
	}
	return len(e.stuck) > 0 && !e.endless()
}

func over(state []process) bool {
	for _, p := range state {
		if p.code.nodes[p.at].kind != atEnd {
			return false
		}
	}
	return true
}

type step struct {
	state []process
	again bool
}

// steps are the next states of a state.
func (e *explorer) steps(state []process) ([]step, bool) {
	for i, p := range state {
		n := &p.code.nodes[p.at]
		switch n.kind {
		case atLost:
			return nil, false
		case atChoice:
			var out []step
			for _, to := range n.next {
				out = append(out, step{moved(state, i, to), n.again})
			}
			return out, true
		case atSpawn:
			if len(state) >= maxProcesses {
				return nil, false
			}
			next := moved(state, i, n.next[0])
			return []step{{append(next, process{n.spawn, n.spawn.start}), false}}, true
		}
	}
	var out []step
	for i, p := range state {
		s := &p.code.nodes[p.at]
		if s.kind != atSend {
			continue
		}
		for k, q := range state {
			r := &q.code.nodes[q.at]
			if k == i || r.channel != s.channel || r.which != s.which || r.kind != atReceive && r.kind != atIterate {
				continue
			}
			to := r.next[0]
			if s.end {
				if r.kind == atReceive {
					return nil, false // an exception at a plain receive: where it goes is not followed
				}
				to = r.next[1]
			}
			next := moved(state, i, s.next[0])
			next[k].at = to
			out = append(out, step{next, false})
		}
	}
	return out, true
}

func moved(state []process, i, to int) []process {
	next := append(make([]process, 0, len(state)+1), state...)
	next[i].at = to
	return next
}

// key is equal for states that differ only in which of two like tasklets stands where.
func (e *explorer) key(state []process) string {
	parts := make([]string, 0, len(state))
	for _, p := range state {
		if p.code.nodes[p.at].kind == atEnd {
			continue
		}
		id, ok := e.ids[p.code]
		if !ok {
			id = len(e.ids)
			e.ids[p.code] = id
		}
		parts = append(parts, fmt.Sprintf("%d.%d", id, p.at))
	}
	sort.Strings(parts)
	return strings.Join(parts, " ")
}

func (e *explorer) number(state []process) (int, bool) {
	k := e.key(state)
	if n, ok := e.seen[k]; ok {
		return n, false
	}
	n := len(e.seen)
	e.seen[k] = n
	e.edges = append(e.edges, nil)
	return n, true
}

// endless reports a circle of states through the way back of a while loop: the program may go on for
// ever. Loops over things that end do not count.
func (e *explorer) endless() bool {
	for from := range e.edges {
		for _, ed := range e.edges[from] {
			if ed.again && e.reaches(ed.to, from) {
				return true
			}
		}
	}
	return false
}

func (e *explorer) reaches(from, to int) bool {
	seen := map[int]bool{from: true}
	todo := []int{from}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n == to {
			return true
		}
		for _, ed := range e.edges[n] {
			if !seen[ed.to] {
				seen[ed.to] = true
				todo = append(todo, ed.to)
			}
		}
	}
	return false
}

// report says what is common to all ways to get stuck: a circle of waits in each, or somebody left
// who is no service, or, if some run leaves services only, that. It shows the state with the fewest
// waiting tasklets of that sort.
func (e *explorer) report(main *code) *Stuck {
	var states, circles, idle [][]process
	for _, s := range e.stuck {
		var blocked []process
		service := true
		for _, p := range s {
			if k := p.code.nodes[p.at].kind; k == atSend || k == atReceive || k == atIterate {
				blocked = append(blocked, p)
				service = service && p.code != main && comesRound(p)
			}
		}
		states = append(states, blocked)
		if service {
			idle = append(idle, blocked)
		}
		if ring := circle(blocked); ring != nil {
			circles = append(circles, ring)
		}
	}
	out := &Stuck{}
	show := states
	switch {
	case len(circles) == len(states):
		out.Cycle, show = true, circles
	case len(idle) > 0:
		out.Idle, show = true, idle
	}
	best := show[0]
	for _, s := range show[1:] {
		if len(s) < len(best) {
			best = s
		}
	}
	for _, p := range best {
		n := &p.code.nodes[p.at]
		out.Waits = append(out.Waits, Wait{Name: p.code.name, Main: p.code == main, Channel: n.channel, Which: n.which, Op: n.op})
	}
	// Begin where the text does, whatever the order of the states was.
	first := 0
	for i, w := range out.Waits {
		if before(w.Op, out.Waits[first].Op) {
			first = i
		}
	}
	out.Waits = append(append([]Wait(nil), out.Waits[first:]...), out.Waits[:first]...)
	return out
}

func before(a, b *Op) bool {
	if a.File != b.File {
		return a.File.Path < b.File.Path
	}
	return a.Span.Start < b.Span.Start
}

// comesRound reports a tasklet that stands in a while loop or in a loop over a channel: one that
// serves as long as somebody asks.
func comesRound(p process) bool {
	type point struct {
		at      int
		service bool
	}
	start := &p.code.nodes[p.at]
	seen := map[point]bool{}
	var todo []point
	for _, to := range start.next {
		todo = append(todo, point{to, start.kind == atIterate})
	}
	for len(todo) > 0 {
		q := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if q.at == p.at && q.service {
			return true
		}
		if seen[q] {
			continue
		}
		seen[q] = true
		n := &p.code.nodes[q.at]
		for _, to := range n.next {
			todo = append(todo, point{to, q.service || n.again || n.kind == atIterate})
		}
	}
	return false
}

// circle finds tasklets each of which waits for an operation that the next would do later.
func circle(blocked []process) []process {
	n := len(blocked)
	for start := range n {
		path := []int{start}
		used := map[int]bool{start: true}
		var walk func(at int) []int
		walk = func(at int) []int {
			for k := range n {
				if !awaits(blocked[at], blocked[k]) {
					continue
				}
				if k == start && len(path) > 1 {
					return path
				}
				if used[k] {
					continue
				}
				used[k] = true
				path = append(path, k)
				if found := walk(k); found != nil {
					return found
				}
				path = path[:len(path)-1]
			}
			return nil
		}
		if found := walk(start); found != nil {
			out := make([]process, len(found))
			for i, k := range found {
				out[i] = blocked[k]
			}
			return out
		}
	}
	return nil
}

// awaits reports that q, once it could go on, might be the partner of p.
func awaits(p, q process) bool {
	if p == q {
		return false
	}
	want := &p.code.nodes[p.at]
	seen := map[int]bool{q.at: true}
	todo := append([]int(nil), q.code.nodes[q.at].next...)
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		n := &q.code.nodes[at]
		if n.channel == want.channel && n.which == want.which && n.channel != nil && (n.kind == atSend) != (want.kind == atSend) {
			return true
		}
		todo = append(todo, n.next...)
	}
	return false
}
