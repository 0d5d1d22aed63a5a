// Package vm is a stackless Python 3.14 machine that can be embedded, stopped at any instruction, looked into, and taken
// back in time.
//
// Its nouns:
//
//   - Program: what to run and how it is started, as on python's command line.
//   - Machine: one run of a program, in a world (package world: the clock, files, chance, everything outside).
//   - Stop: why a machine came back from Run.
//   - Instant: a point in the run. Checkpoint: one to which the machine can go back.
//   - Frame, Tasklet, Channel, Variable: views of what is inside. Looking never moves the machine.
//   - Trap, Hooks: where it stops. Evaluate: code in the scope of a frame, on a diversion that leaves no trace.
//
// A run, with a look at it every now and then:
//
//	m := vm.New(&vm.Program{Name: "main.py", Text: text}, world.Real(world.Options{}))
//	for {
//		s := m.Run(100_000)
//		switch s.Why {
//		case vm.Spent: // the budget is used up
//			for _, t := range m.Tasklets() {
//				fmt.Println(t.Name(), t.State)
//			}
//		case vm.Exited:
//			return m.Exit(s)
//		}
//	}
//
// And back:
//
//	start := m.Checkpoint()
//	m.Run(1000)
//	there := m.Now()
//	m.Restore(start)
//	m.RunTo(there) // the same state again
//
// Invariant: a machine moves only inside Run, Step, RunTo and Evaluate, by at most the budget it was given. No goroutine
// lives here.
//
// Invariant: a run is a function of the program and the answers of its world. So with a world.Recorder or Replayer it can
// be had again, exactly.
//
// Invariant: everything that a program can change hangs from the machine and is saved before it is changed, so that a
// Checkpoint misses nothing. The tests prove it for every program they run (tests/rewind_test.go).
package vm
