package check

import (
	"fmt"
	"math/bits"
	"strings"

	"slp/vm"
)

// returned looks for tasklets that are lost, when run() of the main tasklet returns. A program that calls run() very
// often is looked at more and more seldom.
func (r *run) returned() {
	const often = 16
	if r.returns++; r.returns > often && bits.OnesCount(uint(r.returns)) != 1 {
		return
	}
	lost, sure := r.machine.Lost()
	c := Proven
	if !sure {
		c = Likely
	}
	r.leaks(lost, c)
}

// ended looks at what is left when the program has ended.
func (r *run) ended() {
	if r.fatal || r.crashed {
		return // what waits now waits because of that
	}
	var blocked, left []vm.Tasklet
	for _, t := range r.machine.Tasklets() {
		switch {
		case t.Main:
		case t.State == vm.Blocked:
			blocked = append(blocked, t)
		case t.State == vm.Runnable:
			left = append(left, t)
		}
	}
	r.leaks(blocked, End)
	for _, g := range r.groups(left) {
		t := g[0]
		what := fmt.Sprintf("%s had not come to its end", t.Name())
		if t.Top().Nil() {
			what = fmt.Sprintf("%s never ran", t.Name())
		}
		r.add(Finding{Rule: ruleUnfinished, Kind: "unfinished", Level: Note, Confidence: End, Place: r.where(t), Tasklets: r.tasklets(g),
			Message: what + " when the program ended" + more(len(g))})
	}
	if s := r.report.Status; s != 0 {
		r.add(Finding{Rule: ruleException, Kind: "exit", Level: Error, Confidence: End, Place: Place{Path: r.options.Path, Line: 1},
			Message: fmt.Sprintf("the program ended with exit status %d", s)})
	}
}

func more(n int) string {
	switch n {
	case 1:
		return ""
	case 2:
		return " (and one more like it)"
	}
	return fmt.Sprintf(" (and %d more like it)", n-1)
}

// groups puts tasklets together that stand at one place, were made at one place, and do the same.
func (r *run) groups(all []vm.Tasklet) [][]vm.Tasklet {
	at := map[string]int{}
	var out [][]vm.Tasklet
	for _, t := range all {
		made, _ := t.Created()
		p := r.where(t)
		key := fmt.Sprint(p.Path, p.Line, p.Column, made, t.Sends, t.Name(), r.service(t))
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], t)
	}
	return out
}

// leaks tells of tasklets that wait for ever.
func (r *run) leaks(lost []vm.Tasklet, c Confidence) {
	var fresh []vm.Tasklet
	for _, t := range lost {
		if !r.told[t.ID] {
			r.told[t.ID] = true
			fresh = append(fresh, t)
		}
	}
	if len(fresh) == 0 {
		return
	}
	in := map[int]bool{}
	for _, t := range fresh {
		in[t.ID] = true
	}
	circle := map[int][]string{}
	if cycle := r.machine.WaitCycle(); len(cycle) > 0 {
		var ids []string
		whole := true
		for _, w := range cycle {
			ids = append(ids, title(w.Tasklet))
			whole = whole && in[w.Tasklet.ID]
		}
		for _, w := range cycle {
			if whole {
				circle[w.Tasklet.ID] = ids
			}
		}
	}
	name := r.machine.ChannelNames()
	for _, g := range r.groups(fresh) {
		t := g[0]
		f := Finding{Rule: ruleLeak, Kind: "leak", Level: Error, Confidence: c, Place: r.where(t), Tasklets: r.tasklets(g)}
		for _, x := range g {
			if len(f.Cycle) == 0 {
				f.Cycle = circle[x.ID]
			}
		}
		does, partner := "receive from", "sends to"
		if t.Sends {
			does, partner = "send to", "receives from"
		}
		ch := name(t.Channel)
		f.Message = fmt.Sprintf("%s waits to %s %s for ever: nobody %s it any more", title(t), does, ch, partner)
		if c == End {
			f.Level = Warning
			f.Message = fmt.Sprintf("%s still waited to %s %s when the program ended", title(t), does, ch)
		}
		f.Message += more(len(g))
		f.Hint = leakHint(t, ch)
		switch {
		case len(f.Cycle) > 0:
			f.Level = Error
			f.Hint = "The tasklets of the circle wait for each other: let one of them do its operations in the other order."
		case r.service(t):
			f.Level = Note
			f.Hint = "It looks like a service that has done its work: end it with a last message, send_exception(StopIteration) or kill()."
		}
		r.add(f)
	}
}

func leakHint(t vm.Tasklet, ch string) string {
	if t.Sends {
		return fmt.Sprintf("Receive from %s once more, send once less, or end the tasklet with kill().", ch)
	}
	return fmt.Sprintf("Send to %s once more, receive once less, or end the tasklet with %s.send_exception(TaskletExit) or kill().", ch, ch)
}

// deadlock tells that nothing can run any more.
func (r *run) deadlock() {
	const most = 5 // a program may try it again and again
	if r.deadlocks++; r.deadlocks > most {
		return
	}
	m := r.machine
	t := m.Current()
	f := Finding{Rule: ruleDeadlock, Kind: "deadlock", Level: Warning, Confidence: Proven, Place: r.where(t)}
	first := map[int]bool{}
	for _, w := range m.WaitCycle() {
		f.Cycle = append(f.Cycle, title(w.Tasklet))
		f.Tasklets = append(f.Tasklets, r.tasklet(w.Tasklet))
		first[w.Tasklet.ID] = true
	}
	n := 0
	for _, x := range m.Tasklets() {
		if x.State == vm.Blocked {
			if n++; !first[x.ID] && len(f.Tasklets) < mostTold {
				f.Tasklets = append(f.Tasklets, r.tasklet(x))
			}
		}
	}
	name := m.ChannelNames()
	does := "stop"
	if t.State == vm.Blocked {
		does = "receive from " + name(t.Channel)
		if t.Sends {
			does = "send to " + name(t.Channel)
		}
	}
	who := "all " + fmt.Sprint(n) + " tasklets wait"
	switch {
	case n == 1:
		who = "it is the only tasklet"
	case n == 2:
		who = "both tasklets wait"
	}
	f.Message = fmt.Sprintf("deadlock: %s waits to %s, and nobody is left to end that: %s", title(t), does, who)
	switch {
	case len(f.Cycle) > 0:
		f.Message += fmt.Sprintf(", %d of them for each other", len(f.Cycle))
		f.Hint = "Break the circle: let one of its tasklets receive before it sends, or take what they all want in one fixed order."
	case t.State == vm.Blocked:
		f.Hint = fmt.Sprintf("Start a tasklet that sends to %s before this line is reached.", name(t.Channel))
		if t.Sends {
			f.Hint = fmt.Sprintf("Start a tasklet that receives from %s before this line is reached.", name(t.Channel))
		}
	}
	r.add(f)
}

// uncaught tells of the exception that ends the program.
func (r *run) uncaught(e vm.Exception) {
	text := e.Message()
	if e.TypeName() == "RuntimeError" && r.deadlocks > 0 && (strings.HasPrefix(text, "Deadlock:") || strings.HasPrefix(text, "the main tasklet is ")) {
		r.fatal = true
		for i := len(r.report.Findings) - 1; i >= 0; i-- {
			if f := &r.report.Findings[i]; f.Rule == ruleDeadlock {
				f.Level = Error
				break
			}
		}
		return
	}
	f := Finding{Rule: ruleException, Kind: "exception", Level: Error, Confidence: End, Place: Place{Path: r.options.Path, Line: 1}}
	var stack []Place
	for _, fr := range e.Traceback() {
		if fr.Hidden() {
			continue
		}
		p := r.place(fr)
		stack = append([]Place{p}, stack...)
		if !fr.Library() {
			f.Place = p
		}
	}
	f.Message = "uncaught " + e.TypeName()
	if text != "" {
		f.Message += ": " + text
	}
	t := r.machine.Current()
	f.Tasklets = []Tasklet{{ID: t.ID, Name: title(t), State: "dead", Stack: stack}}
	r.add(f)
	r.crashed = true
}

// title names a tasklet in a sentence.
func title(t vm.Tasklet) string {
	if t.Main {
		return t.Name()
	}
	return fmt.Sprintf("%s#%d", t.Name(), t.ID)
}
