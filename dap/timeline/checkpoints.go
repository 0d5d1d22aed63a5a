package timeline

import (
	"time"

	"slp/vm"
)

// Where checkpoints are laid, and which are kept.
const (
	// interval is the least time that a program runs between two checkpoints: what going back costs at most, at first.
	interval = 12 * time.Millisecond
	// costOfObject is what saving an object costs; overhead how much slower a program may get by it: an interval lasts at
	// least as long as makes the saving that it caused small.
	costOfObject = 300 * time.Nanosecond
	costOfByte   = 1.2 // nanoseconds
	overhead     = 10
	// mostMarks and mostBytes bound what is kept.
	mostMarks = 48
	mostBytes = 160 << 20
	// near is the distance in ticks below which running again costs less than a checkpoint.
	near = 400
)

// lay makes a checkpoint here.
func (t *Timeline) lay() {
	k := mark{cp: t.m.Checkpoint(), done: t.done}
	if t.keep != nil {
		k.owner = t.keep()
	}
	t.marks = append(t.marks, k)
	t.spent, t.saved, t.bytes = 0, t.m.SavedObjects(), t.m.Saved()
	t.lastTick = t.m.Now().Tick
	t.thin()
}

// settle lays a checkpoint if the last one is far enough behind.
func (t *Timeline) settle() {
	if t.spent < interval || t.m.Ended() {
		return
	}
	cost := time.Duration(t.m.SavedObjects()-t.saved)*costOfObject + time.Duration(float64(t.m.Saved()-t.bytes)*costOfByte)
	if t.spent >= overhead*cost {
		t.lay()
	}
}

// Rest lays a checkpoint at a place where the user looks around, and so will soon go back from: unless one is near.
func (t *Timeline) Rest() {
	if !t.m.Ended() && t.m.Now().Tick-t.lastTick > near {
		t.lay()
	}
}

// thin gives up checkpoints so that those left lie dense near the present and ever wider apart in the past.
func (t *Timeline) thin() {
	for len(t.marks) > mostMarks || len(t.marks) > 8 && t.m.Saved() > mostBytes {
		now := t.m.Now().Tick
		best, least := -1, 0.0
		for i := 1; i < len(t.marks)-1; i++ {
			gap := t.marks[i+1].cp.At().Tick - t.marks[i-1].cp.At().Tick
			age := now - t.marks[i].cp.At().Tick + 1
			if r := float64(gap) / float64(age); best < 0 || r < least {
				best, least = i, r
			}
		}
		t.m.Forget(t.marks[best].cp)
		t.marks = append(t.marks[:best], t.marks[best+1:]...)
	}
}

// before is the number of the last checkpoint that is not after an instant.
func (t *Timeline) before(at vm.Instant) int {
	i := len(t.marks) - 1
	for i > 0 && at.Before(t.marks[i].cp.At()) {
		i--
	}
	return i
}

// back restores checkpoint i; those after it are gone.
func (t *Timeline) back(i int) {
	t.End()
	t.rewind(i)
}

func (t *Timeline) rewind(i int) {
	k := t.marks[i]
	t.marks = t.marks[:i+1]
	t.m.Restore(k.cp)
	t.done = k.done
	if t.restore != nil {
		t.restore(k.owner)
	}
	t.spent, t.saved, t.bytes = 0, t.m.SavedObjects(), t.m.Saved()
	t.lastTick = t.m.Now().Tick
}
