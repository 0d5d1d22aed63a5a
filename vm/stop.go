package vm

import (
	"slp/vm/internal/interp"
	"slp/vm/stdlib/stackless"
)

// Stop says why and where a machine stopped.
type Stop = interp.Stop

// Why is the reason of a Stop.
type Why = interp.Why

// The reasons.
const (
	Spent      = interp.Spent      // the budget is used up
	Trapped    = interp.Trapped    // a trap was reached
	Stepped    = interp.Stepped    // the stepping function said so
	Raised     = interp.Raised     // an exception left the program
	Exited     = interp.Exited     // the program ended
	Waiting    = interp.Waiting    // nothing can run until the world answers
	Deadlocked = interp.Deadlocked // nothing can run any more
	Raising    = interp.Raising    // an exception was raised
)

// Hooks are what a debugger hangs into a machine. All of them may be nil; none may move the machine.
type Hooks struct {
	// Raise sees each exception as it is raised for the first time; true stops the machine there.
	Raise func(exc Exception) bool
	// Deadlock is asked when nothing can run any more, before the program gets its RuntimeError; true stops the machine
	// there, and the program gets it when the machine goes on.
	Deadlock func() bool
	// Load sees code before it runs.
	Load func(c *CodeObject)
	// Ended is told that a tasklet has ended; true makes Run return at once.
	Ended func(tasklet int) bool
}

// SetHooks sets the hooks.
func (m *Machine) SetHooks(h Hooks) {
	m.vm.SetLoadHook(h.Load)
	m.hooks = h
	m.arm()
}

// arm installs the hooks, or those that a seek needs.
func (m *Machine) arm() {
	v := m.vm
	v.SetRaiseHook(func(vm *interp.VM, f *interp.Frame, exc value) bool {
		if m.seeking != nil {
			return m.seeking.Amid && instantAmid(vm, f) == *m.seeking
		}
		if m.diverted || m.quiet || m.hooks.Raise == nil {
			return false
		}
		return m.hooks.Raise(Exception{m: m, exc: exc, frame: f, At: instantAmid(vm, f)})
	})
	v.Deadlock = func(vm *interp.VM, f *interp.Frame) bool {
		if m.seeking != nil {
			return m.seeking.Amid && instantAmid(vm, f) == *m.seeking
		}
		return !m.diverted && !m.quiet && m.hooks.Deadlock != nil && m.hooks.Deadlock()
	}
	m.sched.Observe = nil
	if m.hooks.Ended != nil {
		m.sched.Observe = func(n stackless.News) {
			switch n.Kind {
			case stackless.Ended, stackless.Killed, stackless.Failed:
				if m.seeking == nil && !m.diverted && !m.quiet && m.hooks.Ended(int(n.Tasklet)) {
					v.Break()
				}
			}
		}
	}
	v.SetTrapHook(func(vm *interp.VM, f *interp.Frame, t *interp.Trap) bool {
		return m.seeking == nil && !m.diverted && !m.quiet
	})
}

// Exit is the exit status of a program that ended with the stop s.
func (m *Machine) Exit(s Stop) int {
	if s.Why == interp.Raised {
		return 1
	}
	if !s.Value.IsNil() {
		if n, ok := s.Value.AsInt(); ok {
			return int(n)
		}
	}
	return 0
}
