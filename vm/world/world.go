// Package world is everything outside a running program: the clock, chance,
// the console, files, the environment, and who runs next.
//
// A machine never reaches out by itself. It asks a [World] one [Question] at a
// time and goes on with the [Answer]. So a run is a function of the program
// and the answers, and whoever supplies the answers owns the run:
//
//   - [Real] asks the operating system,
//   - [Recorder] asks another world and keeps what it said in a [Recording],
//   - [Replayer] answers from a recording,
//   - [Simulation] makes everything up from a seed.
//
// Invariant: every question carries its running number, so a replayed answer
// is a plain function of that number, and a machine that was taken back to an
// earlier state has no cursor to rewind.
//
// Invariant: only the files real*.go touch the operating system.
package world

// World answers the questions of one machine.
//
// Ask is called from one goroutine. The slices and lists in an answer belong
// to the world: the asker reads them and does not change them.
type World interface {
	Ask(Question) Answer
}

// Chooser is a World that wants to be asked which tasklet runs next. A world
// that is no Chooser, or whose Choosing says false, leaves the order to
// Stackless and never sees a Choose question.
type Chooser interface {
	World
	Choosing() bool
}

// Choosing reports whether w wants Choose questions. A machine looks once,
// when it is made.
func Choosing(w World) bool {
	c, ok := w.(Chooser)
	return ok && c.Choosing()
}
