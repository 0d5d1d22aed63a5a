package debug

import (
	"slp/vm"
)

// StepBack goes to the last instant before now where the tasklet was at the start of a statement, in the same function
// or one around it: back over calls, and over what other tasklets did meanwhile. If the tasklet had no statement before,
// it goes to the last statement of any tasklet.
func (d *Debugger) StepBack(tasklet int) *Report {
	d.goal.clear(d)
	t, ok := d.m.Tasklet(tasklet)
	if !ok {
		t = d.m.Current()
	}
	id, now := t.ID, d.m.Now()
	var to vm.Instant
	there := false
	d.quietly(func() {
		d.t.Segment(now, nil)             // lays checkpoints near now
		if t, ok = d.m.Tasklet(id); !ok { // what was made since the checkpoint has been made anew
			t = d.m.Current()
		}
		if f := t.Top(); !f.Nil() {
			to, there = d.lastOf(t.ID, f, now)
		}
		if !there {
			to, there = d.lastOfAny(now)
		}
	})
	return d.arrive(to, there, Report{Reason: Stepped})
}

// arrive goes to what was found in the past, or to the entry of the program.
func (d *Debugger) arrive(to vm.Instant, there bool, r Report) *Report {
	if !there || to.Before(d.entry) {
		to, r = d.entry, Report{Reason: Entry}
	}
	d.quietly(func() {
		if !d.t.GoTo(to) {
			d.t.GoTo(d.entry)
		}
	})
	d.ended, d.echo = nil, false
	return d.report(r)
}

// lastOf searches the last statement of a tasklet before now in f or in frames around it.
func (d *Debugger) lastOf(tasklet int, f vm.Frame, now vm.Instant) (vm.Instant, bool) {
	depth, line := f.Depth(), -1
	if l, ok := lineOf(f); ok {
		line = l
	}
	startPC := f.PC()
	var sites []*site
	done := map[*vm.CodeObject]bool{}
	place := func(k *vm.CodeObject) {
		if done[k] {
			return
		}
		done[k] = true
		pcs := []int{0}
		for _, s := range k.Starts {
			pcs = append(pcs, int(s.PC))
		}
		for _, pc := range pcs {
			at := d.siteAt(k, pc)
			if !at.step {
				at.step = true
				sites = append(sites, at)
			}
		}
	}
	for x := f; !x.Nil(); x = x.Outer() {
		if d.visible(x) {
			place(x.Code())
		}
	}
	d.loading = func(k *vm.CodeObject) { // the past may be before the import of what runs now
		for old := range done {
			if k.Filename == old.Filename && k.Qualname == old.Qualname && k.FirstLine == old.FirstLine {
				place(k)
				return
			}
		}
	}
	defer func() {
		d.loading = nil
		for _, at := range sites {
			at.step = false
			d.drop(at)
		}
	}()
	// found[k] is the last statement at depth k, forgotten when something happens further out. bound is the depth up to
	// which the frames of a segment can be those of now: a call at a depth later on made another frame there.
	found := make([]*vm.Instant, depth+1)
	bound, called := depth, depth+1
	_, exact := f.Code().StartAt(startPC)
	see := func(s vm.Stop) {
		if s.Why != vm.Trapped || d.m.CurrentID() != tasklet {
			return
		}
		at, ok := s.Trap.Data.(*site)
		here := d.m.Now()
		k := int(here.Depth)
		if !ok || !at.step || k > depth || !here.Before(now) {
			return
		}
		if at.pc == 0 {
			clear(found[k:])
			called = min(called, k)
		}
		if l, starts := at.code.StartAt(at.pc); starts {
			if exact && k == depth && l == line && at.pc < startPC {
				return // an earlier statement in the same line: the step goes over it
			}
			clear(found[k:])
			found[k] = &here
		}
	}
	upto := now
	for {
		from, ok := d.t.Segment(upto, see)
		if !ok {
			return vm.Instant{}, false
		}
		for k := bound; k >= 0; k-- {
			if found[k] != nil {
				return *found[k], true
			}
		}
		clear(found)
		bound = min(bound, called-1)
		if from == d.t.Start() || !from.Before(upto) || bound < 0 {
			return vm.Instant{}, false
		}
		upto = from
	}
}

// lastOfAny searches the last statement before now, of whichever tasklet.
func (d *Debugger) lastOfAny(now vm.Instant) (vm.Instant, bool) {
	upto := now
	for {
		var last vm.Instant
		there := false
		from, ok := d.t.Watch(upto, func(at vm.Instant, f vm.Frame) {
			if f.Hidden() || !d.visible(f) || !at.Before(now) {
				return
			}
			if _, starts := f.Code().StartAt(int(at.PC)); starts {
				last, there = at, true
			}
		})
		if there {
			return last, true
		}
		if !ok || from == d.t.Start() || !from.Before(upto) {
			return vm.Instant{}, false
		}
		upto = from
	}
}

// ReverseContinue goes to the last stop before now: a breakpoint, an exception; or to the entry of the program.
func (d *Debugger) ReverseContinue() *Report {
	d.goal.clear(d)
	now := d.m.Now()
	var to vm.Instant
	var r Report
	there := false
	d.quietly(func() {
		upto := now
		d.t.Segment(now, nil)
		for {
			from, ok := d.t.Segment(upto, func(s vm.Stop) {
				here := d.m.Now()
				if !here.Before(now) {
					return
				}
				switch s.Why {
				case vm.Trapped:
					if at, ok := s.Trap.Data.(*site); ok {
						if hit := d.atBreakpoint(at); hit != nil {
							to, r, there = here, *hit, true
						}
					}
				case vm.Raising:
					if e, ok := d.m.Standing(); ok {
						to, r, there = here, Report{Reason: AtException, Text: e.TypeName() + ": " + e.Message()}, true
					}
				}
			})
			if there || !ok || from == d.t.Start() || !from.Before(upto) {
				return
			}
			upto = from
		}
	})
	return d.arrive(to, there, r)
}
