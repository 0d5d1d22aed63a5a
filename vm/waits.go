package vm

import (
	"fmt"
	"strings"

	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// Wait says that a tasklet waits on a channel and who could end that: a tasklet that waits itself.
type Wait struct {
	Tasklet Tasklet
	For     Tasklet // the next one of the circle
	Closed  bool    // there is such a tasklet
}

// WaitCycle finds tasklets that wait for each other in a circle: each on a channel that the next one knows. The
// shortest circle is told, one without the main tasklet if there is one. It is empty if there is none.
func (m *Machine) WaitCycle() []Wait {
	const most = 2000
	var blocked []*sched.Tasklet
	for t := range m.alive {
		if t.Blocked() != 0 && t.Channel != nil && len(blocked) < most {
			blocked = append(blocked, t)
		}
	}
	knows := map[*sched.Channel][]int{} // who knows the channel
	for i, t := range blocked {
		m.knownChannels(t, func(ch *sched.Channel) {
			if l := knows[ch]; len(l) == 0 || l[len(l)-1] != i {
				knows[ch] = append(l, i)
			}
		})
	}
	var best []int
	better := func(c []int) bool {
		if best == nil {
			return true
		}
		a, b := m.withMain(blocked, c), m.withMain(blocked, best)
		if a != b {
			return !a
		}
		return len(c) < len(best)
	}
	for _, main := range [...]bool{false, true} { // a circle through the main tasklet is the second choice
		if best != nil {
			break
		}
		for start := range blocked {
			if blocked[start].Main && !main {
				continue
			}
			from := map[int]int{start: -1}
			todo := []int{start}
			for len(todo) > 0 {
				i := todo[0]
				todo = todo[1:]
				for _, j := range knows[blocked[i].Channel] {
					if j == i || blocked[j].Main && !main || blocked[j].Channel == blocked[i].Channel {
						continue
					}
					if j == start {
						var c []int
						for k := i; k >= 0; k = from[k] {
							c = append([]int{k}, c...)
						}
						if better(c) {
							best = c
						}
						continue
					}
					if _, seen := from[j]; !seen {
						from[j] = i
						todo = append(todo, j)
					}
				}
			}
			if len(best) == 2 && !m.withMain(blocked, best) {
				break
			}
		}
	}
	var out []Wait
	for n, i := range best {
		out = append(out, Wait{m.tasklet(blocked[i]), m.tasklet(blocked[best[(n+1)%len(best)]]), true})
	}
	return out
}

func (m *Machine) withMain(blocked []*sched.Tasklet, c []int) bool {
	for _, i := range c {
		if blocked[i].Main {
			return true
		}
	}
	return false
}

// knownChannels calls yield with the channels that a tasklet's frames refer to, directly or through a few objects.
func (m *Machine) knownChannels(t *sched.Tasklet, yield func(*sched.Channel)) {
	const reach, most = 3, 5000
	seen := map[*object.Hdr]bool{}
	var look func(v object.Value, depth int)
	look = func(v object.Value, depth int) {
		if !v.IsObject() || seen[v.Hdr()] || len(seen) > most {
			return
		}
		switch v.Kind() {
		case object.KChannel:
			seen[v.Hdr()] = true
			yield(sched.AsChannel(v))
		case object.KList, object.KTuple, object.KDict, object.KSet, object.KFrozenSet, object.KInst, object.KCell, object.KMethod, object.KObj:
			seen[v.Hdr()] = true
			if depth > 0 {
				object.Visit(v.Hdr(), func(x object.Value) { look(x, depth-1) })
			}
		}
	}
	f, _ := m.innermost(t)
	for ; f != nil; f = f.Prev() {
		if !f.Visible() {
			continue
		}
		if f.Namespace().IsNil() {
			for _, v := range f.OwnLocals {
				look(v, reach)
			}
			for _, v := range f.FreeVariables {
				look(v, reach)
			}
		}
		m.globalsUsed(f, func(v object.Value) { look(v, reach) })
	}
}

// globalsUsed calls yield with the values of the global names that occur in a frame's code.
func (m *Machine) globalsUsed(f *interp.Frame, yield func(object.Value)) {
	g := f.Globals()
	for i := range f.Code().ICs {
		if v := g.Get(f.Code().ICs[i].Name); !v.IsNil() {
			yield(v)
		}
	}
}

// Deadlock explains why nothing can run any more: who waits for what, and the circle if there is one.
func (m *Machine) Deadlock() string {
	name := m.ChannelNames()
	var b strings.Builder
	say := func(t Tasklet) string {
		does := "receive from"
		if t.Sends {
			does = "send to"
		}
		s := fmt.Sprintf("%s waits to %s %s", t.title(), does, name(t.Channel))
		if f := t.Top(); !f.Nil() {
			s += fmt.Sprintf(" (%s, line %d)", f.Name(), f.Position().Line)
		}
		return s
	}
	cycle := m.WaitCycle()
	in := map[int]bool{}
	if len(cycle) > 0 {
		b.WriteString("Deadlock: tasklets wait for each other.\n")
		for _, w := range cycle {
			in[w.Tasklet.ID] = true
			fmt.Fprintf(&b, "  %s, for %s\n", say(w.Tasklet), w.For.title())
		}
	} else {
		b.WriteString("Deadlock: every tasklet waits, and nobody is left to end that.\n")
	}
	more := 0
	for t := range m.alive {
		if t.Blocked() == 0 || in[int(t.ID)] {
			continue
		}
		if more++; more > 20 {
			continue
		}
		fmt.Fprintf(&b, "  %s\n", say(m.tasklet(t)))
	}
	if more > 20 {
		fmt.Fprintf(&b, "  and %d more\n", more-20)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// title names a tasklet in a sentence.
func (t Tasklet) title() string {
	if t.Main {
		return "main"
	}
	return fmt.Sprintf("%s (tasklet %d)", t.Name(), t.ID)
}
