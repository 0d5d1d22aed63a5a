// Package timeline goes to any instant of a run, backward and forward.
//
// A run is recorded: what the world answers is kept by a Recorder, and now and then a checkpoint of the machine is laid.
// Going back restores the checkpoint before the instant and runs on from there, with the recorded answers, to exactly
// the instant. Where the recording ends the run goes on live, without a seam.
//
// Its nouns: Timeline, instant, checkpoint, change (what the debugger itself did to the program at an instant; it
// belongs to the run from then on, and is done again when the run passes there).
//
// Invariant: the run looks the same from every side: whichever way an instant was reached, the machine's state there
// is the same.
package timeline

import (
	"time"

	"slp/vm"
)

// Timeline is a run under way and all that was before.
type Timeline struct {
	m       *vm.Machine
	marks   []mark // by instant; the first is the start of the program
	end     vm.Instant
	changes []change
	done    int // how many of the changes lie behind

	spent    time.Duration
	saved    int // objects saved until then
	bytes    int64
	lastTick int64
	keep     func() any // what of the owner belongs to an instant
	restore  func(any)
}

// mark is a checkpoint and what else there was at its instant.
type mark struct {
	cp    *vm.Checkpoint
	done  int
	owner any
}

type change struct {
	at vm.Instant
	do func(m *vm.Machine)
}

// New begins the timeline of a machine that has not moved yet.
func New(m *vm.Machine) *Timeline {
	t := &Timeline{m: m}
	t.lay()
	return t
}

// Keep makes state of the owner part of every instant: save is asked at checkpoints, restore gets back what it said.
func (t *Timeline) Keep(save func() any, restore func(any)) {
	t.keep, t.restore = save, restore
	t.marks[0].owner = save()
}

// Machine is the machine that moves along the timeline.
func (t *Timeline) Machine() *vm.Machine { return t.m }

// Start is the first instant.
func (t *Timeline) Start() vm.Instant { return t.marks[0].cp.At() }

// End is the last instant that was ever reached.
func (t *Timeline) End() vm.Instant {
	if now := t.m.Now(); t.end.Before(now) {
		t.end = now
	}
	return t.end
}

// Past reports that the machine stands at an instant before the end of the run so far.
func (t *Timeline) Past() bool { return t.m.Now().Before(t.End()) }

// Run goes on for at most so many ticks.
func (t *Timeline) Run(ticks int64) vm.Stop {
	for {
		n := ticks
		if t.done < len(t.changes) {
			next := &t.changes[t.done]
			n = min(n, next.at.Tick-1-t.m.Now().Tick)
			if n <= 0 {
				s, there := t.approach(next.at)
				if !there {
					return s
				}
				t.pass()
				continue
			}
		}
		began := time.Now()
		s := t.m.Run(n)
		t.spent += time.Since(began)
		t.settle()
		return s
	}
}

// Step goes on, for at most so many ticks, until stop says so; it is asked before each instruction.
func (t *Timeline) Step(ticks int64, stop func(at vm.Instant, f vm.Frame) bool) vm.Stop {
	for {
		if t.done == len(t.changes) {
			began := time.Now()
			s := t.m.Step(ticks, stop)
			t.spent += time.Since(began)
			t.settle()
			return s
		}
		at := t.changes[t.done].at
		due := t.m.Now() == at
		s := vm.Stop{}
		if !due {
			s = t.m.Step(ticks, func(now vm.Instant, f vm.Frame) bool {
				if now == at {
					due = true
				}
				return due || stop(now, f)
			})
		}
		if !due {
			return s
		}
		t.pass()
	}
}

// approach runs up to the next change. Traps on the way stop it.
func (t *Timeline) approach(at vm.Instant) (vm.Stop, bool) {
	for {
		now := t.m.Now()
		switch {
		case now == at:
			return vm.Stop{}, true
		case at.Before(now) || t.m.Ended(): // the change was made on a way that the run does not take any more
			t.done++
			return vm.Stop{Why: vm.Spent}, false
		case at.Amid:
			if t.m.RunTo(at) {
				return vm.Stop{}, true
			}
			continue
		}
		s := t.m.Step(at.Tick-now.Tick+1, func(x vm.Instant, f vm.Frame) bool { return !x.Before(at) })
		if s.Why != vm.Stepped && s.Why != vm.Spent {
			return s, false
		}
	}
}

func (t *Timeline) pass() {
	t.done++
	t.changes[t.done-1].do(t.m)
}

// Change does something to the program at the present instant, which must be the end of the run: from now on it belongs
// to the run.
func (t *Timeline) Change(do func(m *vm.Machine)) {
	t.changes = append(t.changes[:t.done:t.done], change{t.m.Now(), do})
	t.pass()
	t.End()
}
