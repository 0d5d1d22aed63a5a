package debug

import "slp/vm"

// kind is what a move ends with.
type kind uint8

const (
	anything kind = iota // a breakpoint, an exception, the end
	over                 // the next statement of the same function or one around it
	into                 // the next statement, wherever
	out                  // the function has returned
	found                // it is reached
)

// goal is what the program moves to.
type goal struct {
	kind    kind
	tasklet int
	depth   int // of the frame where the step began
	line    int
	pc      int
	anyone  bool // the tasklet has ended: the next statement of whichever comes
	quick   bool // instruction by instruction, while that is likely to end soon
	limit   int  // the depth of the frame that counts: less than depth when it has returned
	sites   []*site
}

// quickly is how many instructions a step looks at one by one before it runs at full speed to traps.
const quickly = 3000

func (g *goal) stepping() bool { return g.kind != anything && g.quick }

// aim sets the goal of a step of a tasklet, which begins where it stands.
func (d *Debugger) aim(k kind, tasklet int) {
	d.goal.clear(d)
	t, ok := d.m.Tasklet(tasklet)
	if !ok {
		t = d.m.Current()
	}
	g := goal{kind: k, tasklet: t.ID, quick: true}
	if f := t.Top(); !f.Nil() {
		g.depth, g.line, g.pc = f.Depth(), f.Position().Line, f.PC()
		if s, ok := lineOf(f); ok {
			g.line = s
		}
	}
	g.limit = g.depth
	d.goal = g
}

// lineOf is the line of the statement at which a frame stands, or in which it is.
func lineOf(f vm.Frame) (int, bool) {
	pc := f.PC()
	line, ok := 0, false
	for _, s := range f.Code().Starts {
		if int(s.PC) > pc {
			break
		}
		line, ok = int(s.Line), true
	}
	return line, ok
}

// Continue moves the program on until something stops it.
func (d *Debugger) Continue() { d.goal.clear(d); d.goal = goal{} }

// StepOver, StepIn and StepOut begin a step of a tasklet.
func (d *Debugger) StepOver(tasklet int) { d.aim(over, tasklet) }
func (d *Debugger) StepIn(tasklet int)   { d.aim(into, tasklet) }
func (d *Debugger) StepOut(tasklet int)  { d.aim(out, tasklet) }

// watch looks at every instruction for the end of a step.
func (g *goal) watch(d *Debugger) func(at vm.Instant, f vm.Frame) bool {
	seen := 0
	return func(at vm.Instant, f vm.Frame) bool {
		seen++
		if seen > quickly && (g.kind != into || seen > 100*quickly) {
			return true
		}
		if g.arrived(d, at, f) {
			g.kind = found
			return true
		}
		return false
	}
}

func (g *goal) arrived(d *Debugger, at vm.Instant, f vm.Frame) bool {
	if d.stopped && at == d.shown {
		return false
	}
	if g.anyone {
		_, starts := f.Code().StartAt(int(at.PC))
		return starts && d.visible(f)
	}
	if d.m.CurrentID() != g.tasklet {
		return false
	}
	depth := f.Depth()
	if f.Hidden() {
		g.limit = min(g.limit, depth)
		return false
	}
	returned := depth < g.depth || g.limit < g.depth
	g.limit = min(g.limit, depth)
	if !d.visible(f) {
		return false
	}
	if g.kind == out {
		return depth < g.depth
	}
	line, starts := f.Code().StartAt(int(at.PC))
	switch {
	case !starts:
		return false
	case depth > g.limit:
		return g.kind == into
	}
	return returned || line != g.line || int(at.PC) <= g.pc
}

// hurry goes on at full speed: traps at all places where the step may end.
func (g *goal) hurry(d *Debugger) {
	if g.kind == anything || !g.quick || g.anyone {
		return
	}
	if g.kind == into {
		return // it goes on looking at every instruction, in portions
	}
	g.quick = false
	t, ok := d.m.Tasklet(g.tasklet)
	if !ok {
		return
	}
	done := map[*vm.CodeObject]bool{}
	for f := t.Top(); !f.Nil(); f = f.Outer() {
		if f.Depth() > g.limit || !d.visible(f) {
			continue
		}
		if g.kind == out {
			if f.Depth() >= g.depth {
				continue
			}
			g.trap(d, f.Code(), f.PC()+1)
		}
		if k := f.Code(); !done[k] {
			done[k] = true
			for _, s := range k.Starts {
				g.trap(d, k, int(s.PC))
			}
			g.trap(d, k, 0)
		}
	}
}

func (g *goal) trap(d *Debugger, k *vm.CodeObject, pc int) {
	if pc >= len(k.Ins) {
		return
	}
	at := d.siteAt(k, pc)
	if !at.step {
		at.step = true
		g.sites = append(g.sites, at)
	}
}

// reached says whether a trap of the step is its end.
func (g *goal) reached(d *Debugger, at *site) bool {
	if g.kind == anything || d.m.CurrentID() != g.tasklet {
		return false
	}
	f := d.m.Current().Top()
	if f.Nil() || f.Code() != at.code {
		return false
	}
	now := d.m.Now()
	depth := int(now.Depth)
	if at.pc == 0 && depth <= g.limit { // another call at the depth of the frame that counted: that one is gone
		g.limit = depth - 1
	}
	if depth > g.limit {
		return false
	}
	if g.kind == out {
		return depth < g.depth
	}
	line, starts := at.code.StartAt(at.pc)
	if !starts {
		return false
	}
	returned := depth < g.depth || g.limit < g.depth
	g.limit = min(g.limit, depth)
	return returned || line != g.line || at.pc <= g.pc
}

// clear forgets the goal.
func (g *goal) clear(d *Debugger) {
	for _, at := range g.sites {
		at.step = false
		d.drop(at)
	}
	*g = goal{}
}

// taskletEnded turns a step of a tasklet that ends into one to the next statement of whichever tasklet comes.
func (d *Debugger) taskletEnded(id int) bool {
	g := &d.goal
	if g.kind == anything || g.kind == found || id != g.tasklet || g.anyone {
		return false
	}
	for _, at := range g.sites {
		at.step = false
	}
	g.anyone, g.quick = true, true
	return true
}
