package vm

// Interrupt is what a World panics with to break off a question that it cannot answer for long: the machine leaves in
// the middle of an instruction, and Guard tells where.
type Interrupt struct{}

// Guard moves the machine by do. If its World interrupts that, Guard returns the instant before the instruction under
// way, and true: the machine is in no good state then and has to be taken back to a checkpoint.
func (m *Machine) Guard(do func()) (at Instant, interrupted bool) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if _, ok := r.(Interrupt); !ok {
			panic(r)
		}
		m.vm.SetStepHook(nil)
		m.seeking, m.quiet, m.diverted = nil, false, false
		at, interrupted = instantBefore(m.vm), true
	}()
	do()
	return Instant{}, false
}
