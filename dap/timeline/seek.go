package timeline

import "slp/vm"

// GoTo goes to an instant of the run, before or after now. It reports false if the run does not come there.
func (t *Timeline) GoTo(at vm.Instant) bool {
	now := t.m.Now()
	if now == at {
		return true
	}
	if at.Before(now) {
		t.back(t.before(at))
	}
	return t.replay(at, nil)
}

// Segment goes over a part of the past again: from the last checkpoint before the instant up to the instant, which must
// not be after now. Whenever a trap or an exception stops the machine on the way, see is called. It returns the instant
// at which the segment begins, and false if the run did not come to the instant.
//
// Searching backward is going through the segments from the last to the first.
func (t *Timeline) Segment(upto vm.Instant, see func(vm.Stop)) (vm.Instant, bool) {
	i := t.before(upto)
	for i > 0 && t.marks[i].cp.At() == upto {
		i--
	}
	t.back(i)
	return t.marks[i].cp.At(), t.replay(upto, see)
}

// Watch is Segment for whoever wants to see every instruction on the way.
func (t *Timeline) Watch(upto vm.Instant, look func(at vm.Instant, f vm.Frame)) (vm.Instant, bool) {
	t.Segment(upto, nil)
	i := len(t.marks) - 1 // the segment that counts is what lies behind the last checkpoint of the way
	for i > 0 && t.marks[i].cp.At() == upto {
		i--
	}
	t.back(i)
	from := t.marks[i].cp.At()
	for {
		now := t.m.Now()
		if !now.Before(upto) {
			return from, true
		}
		if t.m.Ended() {
			return from, false
		}
		t.Step(upto.Tick-now.Tick+1, func(at vm.Instant, f vm.Frame) bool {
			if !at.Before(upto) {
				return true
			}
			look(at, f)
			return false
		})
	}
}

// Recover takes a machine that was interrupted in the middle of an instruction back to the instant before it.
func (t *Timeline) Recover(at vm.Instant) {
	if t.end.Before(at) {
		t.end = at
	}
	t.rewind(t.before(at))
	t.replay(at, nil)
}

// replay runs to an instant ahead. It lays checkpoints on the way, the denser the nearer it gets: whoever goes back once
// goes back again.
func (t *Timeline) replay(at vm.Instant, see func(vm.Stop)) bool {
	for {
		for t.done < len(t.changes) && !at.Before(t.changes[t.done].at) && t.m.Now() == t.changes[t.done].at {
			t.pass()
		}
		now := t.m.Now()
		if now == at {
			return true
		}
		if t.m.Ended() || at.Before(now) {
			return false
		}
		goal := at
		if t.done < len(t.changes) && t.changes[t.done].at.Before(at) {
			goal = t.changes[t.done].at
			if goal.Before(now) {
				t.done++
				continue
			}
		}
		ahead := goal.Tick - 1 - now.Tick
		if ahead > 2*near {
			if !t.through(ahead/2, see) {
				return false
			}
			t.lay()
			continue
		}
		if see == nil {
			if !t.m.RunTo(goal) {
				return false
			}
			continue
		}
		var s vm.Stop
		if ahead > 0 {
			s = t.m.Run(ahead)
		} else {
			s = t.m.Step(2, func(x vm.Instant, f vm.Frame) bool { return !x.Before(goal) })
		}
		if s.Why != vm.Spent && s.Why != vm.Stepped && !t.m.Ended() {
			see(s)
		}
		if !t.m.Ended() && goal.Amid && !t.m.Now().Before(goal) {
			return true // where it raised: the machine does not stop there again
		}
	}
}

// through runs on for so many ticks, whatever stops it on the way.
func (t *Timeline) through(ticks int64, see func(vm.Stop)) bool {
	end := t.m.Now().Tick + ticks
	for {
		left := end - t.m.Now().Tick
		if left <= 0 {
			return true
		}
		var s vm.Stop
		if see == nil {
			s = t.m.RunQuietly(left)
		} else {
			s = t.m.Run(left)
		}
		if t.m.Ended() {
			return false
		}
		if s.Why != vm.Spent && see != nil {
			see(s)
		}
	}
}
