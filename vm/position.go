package vm

import (
	"cmp"

	"slp/vm/internal/interp"
)

// Instant is a point in the run of a program: before one execution of one instruction or, if Amid, in the middle of
// it (where it raised, or where nothing could run any more). Two different states of one run have different instants.
//
// Tick counts the entries into frames and the turns of loops. Between two ticks one tasklet runs, forward only and
// from inner to outer frames: so tick, depth and place in the code name one instant.
type Instant struct {
	Tick  int64
	Depth int32
	PC    int32
	Amid  bool
}

// Compare orders the instants of one run: negative if a comes before b.
func (a Instant) Compare(b Instant) int {
	if c := cmp.Compare(a.Tick, b.Tick); c != 0 {
		return c
	}
	if c := cmp.Compare(b.Depth, a.Depth); c != 0 {
		return c
	}
	if c := cmp.Compare(a.PC, b.PC); c != 0 {
		return c
	}
	switch {
	case a.Amid == b.Amid:
		return 0
	case b.Amid:
		return -1
	}
	return 1
}

// Before reports that a comes before b.
func (a Instant) Before(b Instant) bool { return a.Compare(b) < 0 }

func instantAt(v *interp.VM, f *interp.Frame) Instant {
	if f == nil {
		return Instant{Tick: v.Ticks()}
	}
	if f.Waits() { // it shares the depth of the frame it waits for, and comes first
		return Instant{Tick: v.Ticks(), Depth: int32(f.Depth()), PC: -1}
	}
	return Instant{Tick: v.Ticks(), Depth: int32(f.Depth()), PC: int32(f.NextPC())}
}

func instantAmid(v *interp.VM, f *interp.Frame) Instant {
	return Instant{Tick: v.Ticks(), Depth: int32(f.Depth()), PC: int32(f.PC()), Amid: true}
}

// Now is the instant at which the machine stands.
func (m *Machine) Now() Instant {
	f := m.vm.Frame()
	if m.vm.Amid() {
		return instantAmid(m.vm, f)
	}
	return instantAt(m.vm, f)
}

// Ended reports that the program has ended: the machine cannot move any more.
func (m *Machine) Ended() bool { return m.ended }

// Step goes on, for at most so many ticks, until stop says so; it is asked before each instruction.
func (m *Machine) Step(ticks int64, stop func(at Instant, f Frame) bool) Stop {
	m.vm.SetStepHook(func(v *interp.VM, f *interp.Frame, pc int) bool {
		return stop(instantAt(v, f), Frame{m: m, f: f, next: true})
	})
	s := m.vm.Run(ticks)
	m.vm.SetStepHook(nil)
	return m.stopped(s)
}

// RunQuietly goes on for at most so many ticks; no trap or hook stops it.
func (m *Machine) RunQuietly(ticks int64) Stop {
	m.quiet = true
	defer func() { m.quiet = false }()
	return m.Run(ticks)
}

// RunTo goes on to an instant that lies ahead, without a stop on the way. It reports whether the machine got there: if
// not, the run is another one than that of the instant, or the program ended before.
func (m *Machine) RunTo(at Instant) bool {
	m.seeking = &at
	defer func() { m.seeking = nil }()
	const far = int64(1) << 40
	for {
		now := m.Now()
		if now == at {
			return true
		}
		if m.ended || at.Before(now) {
			return false
		}
		var s Stop
		if ahead := at.Tick - 1 - now.Tick; ahead > 0 {
			s = m.stopped(m.vm.Run(min(ahead, far)))
		} else {
			m.vm.SetStepHook(func(v *interp.VM, f *interp.Frame, pc int) bool { return !instantAt(v, f).Before(at) })
			s = m.stopped(m.vm.Run(2))
			m.vm.SetStepHook(nil)
		}
		if s.Why == Waiting {
			return false
		}
	}
}

// stopped remembers the end of the program.
func (m *Machine) stopped(s Stop) Stop {
	if s.Why == Exited || s.Why == Raised {
		m.ended = true
		m.end = s
	}
	return s
}

// instantBefore is the instant before the instruction that native code carries out now.
func instantBefore(v *interp.VM) Instant {
	f := v.Executing()
	at := instantAt(v, f)
	if f != nil && !f.Waits() {
		at.PC = int32(f.PC())
	}
	return at
}
