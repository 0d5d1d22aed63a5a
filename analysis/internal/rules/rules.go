// Package rules holds the findings: one file a rule, whose comment is the rule's manual, and the
// table of all of them.
//
// A finding is an error only when nothing was approximated on the way to it; what could be right in
// a program that is not seen completely is a warning or less. When in doubt a rule is silent.
package rules

import (
	"fmt"
	"sort"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// Rule is a row of the table.
type Rule struct {
	ID       string
	Name     string
	Summary  string
	Severity Severity
	Deep     bool // it needs the whole project's topology

	check func(*pass)
}

// All is the table of rules, in order of id. An id keeps its meaning for ever.
func All() []Rule {
	return []Rule{
		{"SLP001", "syntax-error", "the source is not Python 3.14", Error, false, syntaxErrors},
		{"SLP002", "undefined-name", "a name that nothing defines", Error, false, undefinedNames},
		{"SLP003", "unresolved-import", "a module that cannot be found", Warning, false, unresolvedImports},
		{"SLP004", "unused-import", "an import that is not used", Hint, false, unusedImports},
		{"SLP005", "unused-variable", "a local variable that is never read", Hint, false, unusedVariables},
		{"SLP006", "unreachable-code", "code that cannot be reached", Hint, false, unreachableCode},
		{"SLP007", "unknown-import-name", "a name that the imported module does not have", Warning, false, unknownImportNames},
		{"SLP008", "unused-suppression", "a suppression that suppresses nothing", Info, true, nil},
		{"SLP009", "bad-configuration", "a setting that cannot be understood", Warning, false, nil},
		{"SLP101", "no-partner", "a channel operation for which there is no partner in the whole program", Warning, true, noPartner},
		{"SLP102", "count-mismatch", "more sends than receives on a channel, or the reverse", Warning, true, countMismatch},
		{"SLP103", "left-waiting", "in every run a tasklet is left waiting", Warning, true, leftWaiting},
		{"SLP106", "circular-wait", "tasklets that wait for each other in a circle, in every run", Warning, true, circularWait},
		{"SLP109", "no-end-message", "a loop over a channel that nobody ever ends", Info, true, noEndMessage},
		{"SLP111", "self-rendezvous", "a tasklet that waits for itself on a channel", Error, true, selfRendezvous},
		{"SLP112", "main-blocks-alone", "the main tasklet blocks and no tasklet was started", Error, true, mainBlocksAlone},
		{"SLP116", "tasklet-never-run", "a tasklet that is made but never bound or scheduled", Warning, true, taskletNeverRun},
		{"SLP117", "tasklet-of-result", "tasklet(f()) runs f at once and makes a tasklet of its result", Error, false, taskletOfResult},
		{"SLP118", "temporary-channel", "an operation on a channel that nobody else can know", Error, false, temporaryChannel},
		{"SLP119", "swallowed-exit", "a handler that swallows TaskletExit and goes on", Warning, false, swallowedExit},
		{"SLP120", "exit-not-in-module", "TaskletExit is a builtin, not a name of module stackless", Error, false, exitNotInModule},
		{"SLP121", "exception-instance", "send_exception() and raise_exception() take a class, not an instance", Error, false, exceptionInstance},
		{"SLP122", "preference-range", "a channel's preference is -1, 0 or 1", Warning, false, preferenceRange},
		{"SLP123", "spawn-arguments", "arguments that do not fit the function that the tasklet runs", Error, false, spawnArguments},
		{"SLP124", "operation-after-close", "a send or receive after close() on the same path", Error, false, operationAfterClose},
		{"SLP125", "never-scheduled", "tasklets are started, but the main line never lets them run", Warning, true, neverScheduled},
		{"SLP126", "late-binding", "a lambda in a loop that sees only the loop variable's last value", Warning, false, lateBinding},
		{"SLP127", "blocking-call", "a call in a tasklet that stops all tasklets", Warning, true, blockingCall},
		{"SLP128", "lost-tasklet", "the tasklet that run(timeout) interrupted is dropped", Warning, false, lostTasklet},
	}
}

// Lookup is the rule of an id or name.
func Lookup(key string) (Rule, bool) {
	for _, r := range All() {
		if r.ID == key || r.Name == key {
			return r, true
		}
	}
	return Rule{}, false
}

// Input is what rules look at.
type Input struct {
	File   *modules.File
	View   *modules.View
	Engine *infer.Engine
	Graph  func() *topology.Graph // built when the first deep rule asks
}

// Which rules to run.
type Which uint8

// Choices.
const (
	Local Which = iota // those that need one file and its imports
	Deep               // those that need the whole project
	Every
)

// Run applies rules to a file. The findings come in order of place, then of rule.
func Run(in Input, which Which, enabled func(Rule) bool) []Diagnostic {
	var out []Diagnostic
	for _, r := range All() {
		if r.check == nil || which == Local && r.Deep || which == Deep && !r.Deep || !enabled(r) {
			continue
		}
		p := &pass{Input: in, rule: r}
		r.check(p)
		out = append(out, p.out...)
	}
	Sort(out)
	return out
}

// Sort puts findings in order of path, place and rule.
func Sort(ds []Diagnostic) {
	sort.SliceStable(ds, func(i, j int) bool {
		a, b := &ds[i], &ds[j]
		if a.Path != b.Path {
			return a.Path < b.Path
		}
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		return a.Rule < b.Rule
	})
}

// pass is one rule at work on one file.
type pass struct {
	Input
	rule Rule
	out  []Diagnostic
}

// report adds a finding and returns it, to be completed.
func (p *pass) report(span syntax.Span, confidence Confidence, format string, args ...any) *Diagnostic {
	p.out = append(p.out, Diagnostic{
		Rule: p.rule.ID, Name: p.rule.Name, Severity: p.rule.Severity, Confidence: confidence,
		Path: p.File.Path, File: p.File.Source, Span: span, Message: fmt.Sprintf(format, args...),
	})
	return &p.out[len(p.out)-1]
}

func (d *Diagnostic) related(f *modules.File, span syntax.Span, format string, args ...any) *Diagnostic {
	if len(d.Related) < 20 {
		d.Related = append(d.Related, Related{Path: f.Path, File: f.Source, Span: span, Message: fmt.Sprintf(format, args...)})
	}
	return d
}

func lastName(x syntax.Expr) string { return modules.LastName(x) }

// stackless is the name of the stackless function, method or class that an expression is for sure,
// or "": "run", "channel", "channel.send".
func (p *pass) stackless(x syntax.Expr) string {
	name := ""
	for _, v := range p.Engine.Expr(p.File, x) {
		n := p.Engine.Stackless(v)
		if n == "" || name != "" && n != name {
			return ""
		}
		name = n
	}
	return name
}
