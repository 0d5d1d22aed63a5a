// Package debug is a debugger without a protocol: a program, where it may stop, and how it is moved, forward and
// backward.
//
// Its nouns: Debugger, breakpoint, goal (what the program is moving to), Report (where and why it stopped).
//
// Invariant: the program moves only inside Slice, StepBack, ReverseContinue, Restart and Evaluate; one goroutine calls
// them all. Only Attend may be called from another.
package debug

import (
	"io"
	"os"
	"time"

	"slp/dap/timeline"
	"slp/vm"
	"slp/vm/world"
)

// Options say how a program is started under the debugger.
type Options struct {
	Program *vm.Program
	World   world.Options // of the real world; streams are taken from Output
	// Recording is what the program is run from, instead of the real world; nil for none.
	Recording *world.Recording
	// Output gets what the program writes; line is where it does.
	Output func(stream Stream, text string)
	// Input is the program's standard input; nil for none. Attend ends a Read of it that is under way, with ErrInterrupted.
	Input  io.Reader
	Attend func()
	// Idle is told that the program is about to wait for something outside.
	Idle func()
	// Log gets the messages of log points.
	Log func(text string, at vm.Frame)
	// Entry stops the program before its first statement.
	Entry bool
	// Mine steps over the code of the standard library.
	Mine bool
}

// Stream is where a program writes.
type Stream int

// The streams.
const (
	Stdout Stream = 1
	Stderr Stream = 2
)

// Reason says why a program stopped.
type Reason string

// The reasons.
const (
	Entry       Reason = "entry"
	Stepped     Reason = "step"
	AtBreak     Reason = "breakpoint"
	AtFunction  Reason = "function breakpoint"
	Paused      Reason = "pause"
	AtException Reason = "exception"
	AtDeadlock  Reason = "deadlock"
	Exited      Reason = "exited"
)

// Report says where and why a program stopped.
type Report struct {
	Reason  Reason
	Tasklet int
	Hit     []int  // ids of the breakpoints
	Text    string // of an exception or deadlock
	Last    bool   // the program has nothing to show after this: the exception ends it
	Status  int    // Exited: the exit status
}

// Debugger is a program under control.
type Debugger struct {
	m       *vm.Machine
	t       *timeline.Timeline
	rec     *world.Recorder
	system  *world.System
	options Options

	breaks   breakpoints
	catch    Filters
	goal     goal
	pause    bool
	shown    vm.Instant // where the program stopped last
	stopped  bool       // shown holds
	entry    vm.Instant // before the first statement of the program
	origins  map[any]vm.Instant
	loading  func(k *vm.CodeObject) // is told of code that is loaded while the past is searched, if it is not nil
	search   bool                   // the past is searched: nothing is written, nothing stops
	echo     bool                   // what the program wrote before is shown again
	slice    int64
	outside  *outside
	under    world.World // what evaluations may look at
	retold   *recorded   // the world of a recording, or nil
	over     string      // why the program cannot go on, which it was about to
	deadlock bool        // the program stands in a deadlock
	ended    *Report
}

// Open makes the debugger of a program, which stands before its first statement then.
func Open(o Options) *Debugger {
	d := &Debugger{options: o, slice: 20_000}
	d.breaks.sites = map[*vm.CodeObject]map[int]*site{}
	d.start()
	return d
}

func (d *Debugger) start() {
	o := d.options.World
	o.Stdin = d.options.Input
	if o.Stdin == nil {
		o.Stdin = nothing{}
	}
	o.Stdout, o.Stderr = writer{d, Stdout}, writer{d, Stderr}
	d.system = world.Real(o)
	d.outside = &outside{System: d.system, idle: func() {
		if d.options.Idle != nil {
			d.options.Idle()
		}
	}}
	d.rec = world.Record(d.outside, world.Header{Program: world.Program{Name: d.options.Program.Name}})
	d.rec.Console = func(fd int, data []byte) {
		if d.echo && !d.search {
			d.options.Output(Stream(fd), string(data))
		}
	}
	d.under, d.retold, d.over = d.system, nil, ""
	if d.options.Recording != nil {
		d.retold = d.openRecording(d.options.Recording)
		d.rec, d.under = d.retold.Recorder, nowhere{}
		d.m = vm.New(d.options.Program, d.retold)
	} else {
		d.m = vm.New(d.options.Program, d.rec)
	}
	d.origins = map[any]vm.Instant{}
	d.ended, d.stopped, d.deadlock, d.search, d.echo, d.pause = nil, false, false, false, false, false
	d.goal = goal{}
	d.breaks.loaded = nil
	d.breaks.sites = map[*vm.CodeObject]map[int]*site{}
	d.m.SetHooks(vm.Hooks{Raise: d.raising, Deadlock: d.deadlocking, Load: d.load, Ended: d.taskletEnded})
	for _, k := range d.m.Codes() {
		d.load(k)
	}
	d.m.CatchUncaught()
	d.t = timeline.New(d.m)
	d.t.Keep(d.breaks.counts, d.breaks.setCounts)
	d.toEntry()
}

// toEntry runs to the first statement of the program.
func (d *Debugger) toEntry() {
	if d.options.Program.Start == vm.Module || d.options.Program.Start == vm.Folder {
		// What finds the module is in the library: the first statement is the first outside of it.
		d.guard(func() {
			for !d.m.Ended() && d.goal.kind != found {
				d.t.Step(1<<30, func(at vm.Instant, f vm.Frame) bool {
					if d.visible(f) && !f.Library() {
						if _, ok := f.Code().StartAt(f.PC()); ok {
							d.goal.kind = found
						}
					}
					return d.goal.kind == found
				})
			}
		})
	} else if main := d.mainCode(); main != nil && len(main.Starts) > 0 {
		first := int(main.Starts[0].PC)
		d.guard(func() { // other code may come before: what the environment's packages ask for
			for there := false; !there && !d.m.Ended(); {
				d.t.Step(1<<30, func(at vm.Instant, f vm.Frame) bool {
					there = f.Code() == main && f.PC() == first
					return there
				})
			}
		})
	}
	d.goal = goal{}
	d.entry = d.m.Now()
	d.t.Rest()
}

// mainCode is the code of the program's own file, or nil if that does not compile.
func (d *Debugger) mainCode() *vm.CodeObject {
	for _, k := range d.m.Codes() {
		if k.Name == "<module>" && !vm.Library(k.Filename) {
			return k
		}
	}
	return nil
}

// Entry is the report for a program that is to stop before its first statement.
func (d *Debugger) Entry() *Report {
	if d.m.Ended() {
		return d.exited()
	}
	return d.report(Report{Reason: Entry})
}

// Machine is the machine that runs the program; it must not be moved.
func (d *Debugger) Machine() *vm.Machine { return d.m }

// Past reports that the program stands somewhere in its past.
func (d *Debugger) Past() bool { return d.t.Past() }

// Deadlocked reports that the program stands in a deadlock.
func (d *Debugger) Deadlocked() bool { return d.deadlock && d.m.Now().Amid }

// Ended reports that the program has ended.
func (d *Debugger) Ended() bool { return d.ended != nil }

// Close ends the program.
func (d *Debugger) Close() { d.system.Shutdown() }

// Attend makes a program that waits for something outside stand still soon, so that Slice returns. It may be called
// from any goroutine.
func (d *Debugger) Attend() {
	d.outside.attention.Store(true)
	d.system.Interrupt()
	if d.options.Attend != nil {
		d.options.Attend()
	}
}

// Attended ends what Attend began.
func (d *Debugger) Attended() { d.outside.attention.Store(false) }

// guard moves the program. If the world interrupted it, the program is taken back to where it was before it asked.
func (d *Debugger) guard(do func()) {
	at, broken := d.m.Guard(do)
	if broken {
		d.t.Recover(at)
	}
}

// Pause makes the program stop at the end of the slice.
func (d *Debugger) Pause() { d.pause = true }

const sliceTime = 3 * time.Millisecond

// Slice moves the program a little, towards its goal. It reports nil while there is nothing to tell.
func (d *Debugger) Slice() *Report {
	if d.ended != nil {
		return d.ended
	}
	if d.pause {
		d.pause = false
		return d.report(Report{Reason: Paused})
	}
	var s vm.Stop
	s.Why = vm.Spent
	began := time.Now()
	stepping := d.goal.stepping()
	d.guard(func() {
		if stepping {
			s = d.t.Step(1<<40, d.goal.watch(d))
		} else {
			s = d.t.Run(d.slice)
		}
	})
	if d.over != "" {
		r := Report{Reason: Paused, Text: d.over}
		d.over = ""
		return d.report(r)
	}
	if !stepping && s.Why == vm.Spent {
		switch took := time.Since(began); {
		case took < sliceTime/2:
			d.slice = min(d.slice*2, 1<<32)
		case took > sliceTime:
			d.slice = max(d.slice/2, 16)
		}
	}
	if r := d.judge(s); r != nil {
		return d.report(*r)
	}
	return nil
}

// judge says whether a stop of the machine is one for the user.
func (d *Debugger) judge(s vm.Stop) *Report {
	switch s.Why {
	case vm.Exited, vm.Raised:
		return d.exited()
	case vm.Stepped:
		if d.goal.kind == found {
			return d.landed()
		}
		d.goal.hurry(d)
	case vm.Trapped:
		if e, ok := d.m.Uncaught(s); ok {
			return d.uncaught(e)
		}
		if d.stopped && d.m.Now() == d.shown {
			return nil // it stopped here before: now it goes on
		}
		at := s.Trap.Data.(*site)
		if r := d.atBreakpoint(at); r != nil {
			return r
		}
		if at.step && d.goal.reached(d, at) {
			return d.landed()
		}
	case vm.Raising:
		if e, ok := d.m.Standing(); ok {
			return &Report{Reason: AtException, Text: e.TypeName() + ": " + e.Message()}
		}
	case vm.Deadlocked:
		d.deadlock = true
		return &Report{Reason: AtDeadlock, Text: d.m.Deadlock()}
	}
	return nil
}

// landed reports the end of a step, which may be at a breakpoint too.
func (d *Debugger) landed() *Report {
	r := &Report{Reason: Stepped}
	f := d.m.Current().Top()
	if !f.Nil() {
		if t := d.m.TrapAt(f.Code(), f.PC()); t != nil {
			if at, ok := t.Data.(*site); ok {
				if b := d.atBreakpoint(at); b != nil {
					r.Hit = b.Hit
				}
			}
		}
	}
	return r
}

// report ends a move.
func (d *Debugger) report(r Report) *Report {
	d.goal.clear(d)
	d.pause = false
	d.shown, d.stopped = d.m.Now(), true
	if r.Reason != AtDeadlock {
		d.deadlock = false
	}
	if r.Reason != Exited {
		r.Tasklet = d.m.CurrentID()
		d.t.Rest()
	}
	return &r
}

func (d *Debugger) exited() *Report {
	d.goal.clear(d)
	s := d.m.Run(0)
	d.ended = &Report{Reason: Exited, Status: d.m.Exit(s)}
	return d.ended
}

// visible reports that a user wants to see the frame.
func (d *Debugger) visible(f vm.Frame) bool {
	return !f.Hidden() && (!d.options.Mine || !f.Library())
}

// Restart takes the program back to its beginning. If its source has changed since, the new one is started. The program
// goes through what it did before, with the same answers of the world, and writes it again.
func (d *Debugger) Restart() {
	d.goal.clear(d)
	if p, changed := d.changed(); changed {
		d.Close()
		d.options.Program = p
		d.start()
		return
	}
	d.quietly(func() { d.t.GoTo(d.entry) })
	d.ended, d.stopped, d.deadlock, d.echo = nil, false, false, true
}

// changed rereads the program.
func (d *Debugger) changed() (*vm.Program, bool) {
	p := d.options.Program
	if p.Start != vm.File || d.options.Recording != nil {
		return p, false
	}
	text, err := os.ReadFile(d.absolute(p.Name))
	if err != nil || string(text) == string(p.Text) {
		return p, false
	}
	q := *p
	q.Text = text
	return &q, true
}

// quietly searches the past.
func (d *Debugger) quietly(do func()) {
	d.search, d.breaks.last = true, passed{}
	do()
	d.search, d.breaks.last = false, passed{}
}

// Redirect sends what the program writes elsewhere from now on.
func (d *Debugger) Redirect(output func(stream Stream, text string), log func(text string, at vm.Frame)) {
	d.options.Output, d.options.Log = output, log
}

// Again is a report for a program that stood still and still does.
func (d *Debugger) Again(r *Report) *Report { return d.report(*r) }

// Dir is the folder in which the program was started.
func (d *Debugger) Dir() string { return d.options.World.Dir }

// Writing is where in its own source the program is while it writes.
func (d *Debugger) Writing() (file string, line int) {
	if d.m == nil {
		return "", 0
	}
	f := d.m.Executing()
	for !f.Nil() && f.Library() {
		f = f.Outer()
	}
	if f.Nil() {
		return "", 0
	}
	return f.File(), f.Position().Line
}
