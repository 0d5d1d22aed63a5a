package check

import (
	"fmt"
	"strings"
	"time"

	"slp/vm"
	"slp/vm/world"
)

// Run runs a program and reports. The program sees the real world, with nothing on its standard input.
func Run(o Options) Report {
	done := make(chan Report, 1)
	go func() {
		r := &run{options: o, told: map[int]bool{}, served: map[int]bool{}, loops: map[string]*source{}}
		defer func() {
			if p := recover(); p != nil {
				r.internal(p)
				done <- r.report
			}
		}()
		r.run()
		done <- r.report
	}()
	if o.Timeout <= 0 {
		return <-done
	}
	const grace = 3 * time.Second // for one instruction that takes very long
	select {
	case report := <-done:
		return report
	case <-time.After(o.Timeout + grace):
		r := &run{options: o}
		r.budget(Place{Path: o.Path, Line: 1}, "the program did not end within its budget")
		return r.report
	}
}

// run is one run of a program.
type run struct {
	options   Options
	report    Report
	machine   *vm.Machine
	until     time.Time
	returns   int // of run() in the main tasklet
	told      map[int]bool
	served    map[int]bool // tasklets whose waiting somebody ended before
	deadlocks int
	fatal     bool // a deadlock ended the program
	crashed   bool
	loops     map[string]*source
}

// clock is the real world until the time is over.
type clock struct {
	*world.System
	until time.Time
}

// Ask implements world.World.
func (c clock) Ask(q world.Question) world.Answer {
	if c.until.IsZero() {
		return c.System.Ask(q)
	}
	left := time.Until(c.until)
	if left <= 0 {
		panic(vm.Interrupt{})
	}
	if q.Kind != world.KindWait {
		return c.System.Ask(q)
	}
	t := time.AfterFunc(left, c.Interrupt)
	defer t.Stop()
	a := c.System.Ask(q)
	if time.Until(c.until) <= 0 {
		panic(vm.Interrupt{})
	}
	return a
}

// output hands what the program writes to the options' function.
type output func([]byte)

// Write implements io.Writer.
func (o output) Write(p []byte) (int, error) {
	if o != nil {
		o(p)
	}
	return len(p), nil
}

const (
	slice        = 1 << 17
	mostFindings = 100 // of one run
	mostTold     = 50  // tasklets of one finding
)

func (r *run) run() {
	o := r.options
	real := world.Real(world.Options{Arguments: append([]string{"slp", "run", o.Path}, o.Args...),
		Stdin: strings.NewReader(""), Stdout: output(o.Output), Stderr: output(o.Output)})
	defer real.Shutdown()
	w := clock{System: real}
	if o.Timeout > 0 {
		r.until = time.Now().Add(o.Timeout)
		w.until = r.until
	}
	m := vm.New(&vm.Program{Start: vm.File, Name: o.Path, Text: o.Text, Path0: o.Dir, Args: o.Args}, w)
	r.machine = m
	m.SetHooks(vm.Hooks{Deadlock: func() bool { return true }})
	m.Watch(vm.Watch{Returns: r.returned, Served: func(t, by int) { r.served[t], r.served[by] = true, true }})
	m.CatchUncaught()
	if _, interrupted := m.Guard(r.move); interrupted {
		r.stopped(m.Executing())
	}
	r.judge()
}

// move runs the program to its end or that of its budget.
func (r *run) move() {
	m := r.machine
	for steps := int64(0); ; {
		n := int64(slice)
		if r.options.Steps > 0 {
			n = min(n, r.options.Steps-steps)
		}
		s := m.Run(n)
		switch s.Why {
		case vm.Deadlocked:
			r.deadlock()
		case vm.Trapped:
			if e, ok := m.Uncaught(s); ok {
				r.uncaught(e)
			}
		case vm.Exited, vm.Raised:
			r.report.Status = m.Exit(s)
			r.ended()
			return
		case vm.Spent:
			steps += n
			if r.options.Steps > 0 && steps >= r.options.Steps || !r.until.IsZero() && time.Now().After(r.until) {
				r.stopped(vm.Frame{})
				return
			}
		}
	}
}

// stopped tells that the budget has ended.
func (r *run) stopped(f vm.Frame) {
	if main, ok := r.machine.Tasklet(1); ok && (f.Nil() || f.Library() || f.Hidden()) {
		f = main.Top()
	}
	for o := f; !o.Nil(); o = o.Outer() { // the outermost: where in it the clock strikes is chance
		if !o.Library() {
			f = o
		}
	}
	p := Place{Path: r.options.Path, Line: 1}
	if !f.Nil() {
		p = r.place(f)
		p.Column, p.EndLine, p.EndColumn = 0, 0, 0
	}
	r.budget(p, "the program did not end within its budget; it was still at work in "+p.Function)
}

func (r *run) budget(p Place, text string) {
	r.add(Finding{Rule: ruleBudget, Kind: "timeout", Level: Warning, Confidence: End, Message: strings.TrimSuffix(text, " in "), Place: p})
	r.judge()
}

// internal tells of a fault of the machine.
func (r *run) internal(p any) {
	r.crashed = true
	r.add(Finding{Rule: ruleException, Kind: "internal", Level: Error, Confidence: End, Place: Place{Path: r.options.Path, Line: 1},
		Message: fmt.Sprintf("internal error of slp: %v; this is a bug of slp, not of the program", p)})
	r.judge()
}

// add enters a finding.
func (r *run) add(f Finding) {
	if len(r.report.Findings) >= mostFindings {
		return
	}
	rule := ruleOf(f.Rule)
	f.Name = rule.Name
	if f.Hint == "" {
		f.Hint = rule.Help
	}
	r.report.Findings = append(r.report.Findings, f)
}

// judge finds the verdict.
func (r *run) judge() {
	r.report.Verdict = r.report.verdict(r.crashed)
}

func (r *Report) verdict(crashed bool) Verdict {
	if crashed {
		return Crash
	}
	v, rank := Clean, 0
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Level == Note {
			continue
		}
		switch {
		case f.Rule == ruleException:
			v, rank = Crash, 4
		case f.Rule == ruleDeadlock && rank < 3:
			v, rank = Deadlock, 3
		case f.Rule == ruleLeak && rank < 2:
			v, rank = Leak, 2
		case f.Rule == ruleBudget && rank < 1:
			v, rank = Timeout, 1
		}
	}
	return v
}

// Keep leaves out the findings that keep refuses, and judges anew.
func (r *Report) Keep(keep func(*Finding) bool) {
	out := r.Findings[:0:0]
	for i := range r.Findings {
		if keep(&r.Findings[i]) {
			out = append(out, r.Findings[i])
		}
	}
	r.Findings = out
	r.Verdict = r.verdict(false)
}
