package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
)

// run is stackless.run(): the caller leaves the circle until it is empty.
func (s *Scheduler) run(vm *interp.VM, f *interp.Frame, d *sched.Watchdog) *interp.Frame {
	t := s.Current
	d.Tasklet, d.Until = t, -1
	await := d.Block && !s.threads.single()
	if t.Next == t && !await {
		return vm.Deliver(f, object.None)
	}
	if x, bad := s.trapped(vm, f); bad {
		return x
	}
	s.Touch()
	if d.Timeout > 0 && s.timed() != nil {
		d.Timeout = 0 // only the outermost time limit counts
	}
	if d.Timeout > 0 {
		d.Until = vm.Ticks() + d.Timeout
	}
	s.SetWatchdogs(append(s.Watchdogs[:len(s.Watchdogs):len(s.Watchdogs)], d))
	s.Remove(t)
	vm.Touch(&t.Hdr)
	t.Temp = object.None
	s.park(vm, t, f)
	if s.Current == nil {
		return s.threads.idle(vm, f, t)
	}
	return s.switchTo(vm, t, s.Current, f)
}

// popWatchdog removes the run() of w, which returns now, and deeper ones, whose tasklets become runnable.
func (s *Scheduler) popWatchdog(w *sched.Tasklet) {
	for i := len(s.Watchdogs) - 1; i >= 0; i-- {
		if s.Watchdogs[i].Tasklet == w {
			deeper := s.Watchdogs[i+1:]
			s.SetWatchdogs(s.Watchdogs[:i:i])
			for k := len(deeper) - 1; k >= 0; k-- { // the innermost first
				if t := deeper[k].Tasklet; !t.Scheduled() && !t.Frame.IsNil() {
					s.Insert(t)
				}
			}
			return
		}
	}
}

// timed is the watchdog whose time limit counts, or nil.
func (s *Scheduler) timed() *sched.Watchdog {
	for _, d := range s.Watchdogs {
		if d.Timeout > 0 {
			return d
		}
	}
	return nil
}

// softDue tells that a soft time limit is over and run() returns at the next switch.
func (s *Scheduler) softDue() bool {
	d := s.timed()
	return d != nil && d.Expired
}

// softEnd is who really runs next instead of t, when a soft time limit is over: the tasklet whose run() returns now. It
// comes before t, which stays runnable like everybody else.
func (s *Scheduler) softEnd(vm *interp.VM, prev, t *sched.Tasklet) *sched.Tasklet {
	d := s.timed()
	if d == nil || !d.Expired {
		return t
	}
	w := d.Tasklet
	if w == prev || w == t || w.Scheduled() {
		return t
	}
	s.Touch()
	s.Current = t
	s.Insert(w)
	s.Current = w
	vm.Touch(&w.Hdr)
	w.Temp = object.None
	return w
}

// slice starts the time slice of the tasklet that runs now.
func (s *Scheduler) slice(vm *interp.VM) {
	if d := s.timed(); d != nil && !d.Total {
		s.Touch()
		s.timed().Until = vm.Ticks() + d.Timeout
		vm.Reslice()
	} else if d != nil {
		vm.Reslice()
	}
}

// SliceEnd implements interp.Scheduler.
func (s *Scheduler) SliceEnd() int64 {
	end := int64(-1)
	if !s.threads.single() {
		end = s.threads.until
	}
	if d := s.timed(); d != nil && !d.Expired && (end < 0 || d.Until < end) {
		end = d.Until
	}
	if look := s.threads.signals.look; end < 0 || look < end {
		end = look
	}
	return end
}

// Expired implements interp.Scheduler: the current tasklet's time is over.
func (s *Scheduler) Expired(vm *interp.VM, f *interp.Frame) *interp.Frame {
	d := s.timed()
	if t := s.threads; vm.Ticks() >= t.signals.look {
		return t.lookForSignals(vm, f)
	}
	if t := s.threads; !t.single() && vm.Ticks() >= t.until && (d == nil || d.Expired || vm.Ticks() < d.Until) {
		if s.Current != nil && s.Current.Atomic {
			t.extend(vm)
			return f
		}
		return t.sliced(vm, f)
	}
	s.Touch()
	d = s.timed()
	t := s.Current
	if d.Soft {
		d.Expired = true
		return f
	}
	if t.Atomic || s.Trap != 0 || s.Shown != nil {
		d.Until = vm.Ticks() + 1
		return f
	}
	w := d.Tasklet
	s.Remove(t)
	vm.Touch(&t.Hdr)
	t.Preempted = true
	s.park(vm, t, f)
	if w.InQueue() {
		s.Dequeue(w)
	}
	if !w.Runnable() {
		s.Insert(w)
	}
	s.popWatchdog(w) // before the one that would have been next
	s.Touch()
	s.Current = w
	vm.Touch(&w.Hdr)
	w.Temp = t.V()
	return s.switchTo(vm, t, w, f)
}
