// Package check runs a program within a budget and tells what is wrong with its tasklets: deadlocks, tasklets that wait
// for ever, exceptions that nobody caught.
//
// Its nouns: Options (what to run and for how long), Report (a verdict and findings), Finding (a rule, a place, a
// sentence, the tasklets concerned). Rules is the one list of rules for runs; those for reading programs are package
// analysis's.
//
// Invariant: the same run gives the same report: nothing in it is a time or an address.
package check

import "time"

// Options say what is run.
type Options struct {
	Path    string // of the program, as it is to be named
	Text    []byte
	Dir     string        // sys.path[0]
	Args    []string      // sys.argv[1:]
	Timeout time.Duration // wall time
	Steps   int64         // calls and turns of loops; 0 is no limit
	Output  func(text []byte)
}

// Verdict is the outcome of a run in a word.
type Verdict string

// The verdicts, the best first. A run that deserves several gets the last one.
const (
	Clean    Verdict = "clean"
	Timeout  Verdict = "timeout"
	Leak     Verdict = "leak"
	Deadlock Verdict = "deadlock"
	Crash    Verdict = "crash"
)

// Level says how bad a finding is.
type Level string

// The levels, the worst first.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Note    Level = "note"
)

// Confidence says how a finding is known.
type Confidence string

// The confidences, the surest first.
const (
	Proven Confidence = "proven" // no code that can still run could change it
	End    Confidence = "end"    // it was so when the program ended
	Likely Confidence = "likely" // proven, but for code that gets at names it does not mention
)

// Place is a place in the source: lines and columns from 1, columns in bytes. Column is 0 if only the line is known.
type Place struct {
	Path               string
	Line, Column       int
	EndLine, EndColumn int
	Function           string
}

// Tasklet is a tasklet of a finding.
type Tasklet struct {
	ID        int
	Name      string
	State     string
	Operation string  // "send", "receive" or ""
	Channel   string  // what the program calls it
	Made      *Place  // where the channel was made
	Created   *Place  // where the tasklet was made
	Stack     []Place // innermost first
}

// Finding is something wrong.
type Finding struct {
	Rule, Name, Kind string
	Level            Level
	Confidence       Confidence
	Message, Hint    string
	Place            Place
	Tasklets         []Tasklet
	Cycle            []string // names of tasklets: each waits for the next, the last for the first
}

// Report is the outcome of a run.
type Report struct {
	Verdict  Verdict
	Status   int // the program's exit status
	Findings []Finding
}

// Rule is a row of the table of rules.
type Rule struct{ ID, Name, Summary, Help string }

// The ids of the rules.
const (
	ruleDeadlock   = "SLP201"
	ruleLeak       = "SLP202"
	ruleException  = "SLP203"
	ruleUnfinished = "SLP204"
	ruleBudget     = "SLP205"
)

// Rules is the table of rules for runs, in order of id. An id keeps its meaning for ever.
func Rules() []Rule {
	return []Rule{
		{ruleDeadlock, "global-deadlock", "every tasklet waits, and nobody is left to end that",
			"Let one tasklet of the circle do its operations in the other order, or start a tasklet that does the missing send or receive."},
		{ruleLeak, "leaked-tasklet", "a tasklet waits on a channel that nobody will use any more",
			"Make sure each send meets a receive on every path, or end the tasklet with send_exception() or kill()."},
		{ruleException, "uncaught-exception", "an exception or an exit status other than 0 ended the program",
			"Handle the exception where it can be handled, or mend its cause."},
		{ruleUnfinished, "unfinished-tasklet", "the program ended before a tasklet did",
			"Call stackless.run() before the program ends."},
		{ruleBudget, "budget-ended", "the program did not end within its budget",
			"Give it more with --timeout, give it less to do, or look for a loop that does not end."},
	}
}

func ruleOf(id string) Rule {
	for _, r := range Rules() {
		if r.ID == id {
			return r
		}
	}
	return Rule{ID: id}
}
