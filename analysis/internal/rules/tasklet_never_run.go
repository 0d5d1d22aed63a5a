package rules

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP116 tasklet-never-run: a tasklet that is made but never gets its arguments, or gets them but is
// never put in the run queue. Nothing happens then, and nobody says so.
//
//	stackless.tasklet(f)            # not run: write stackless.tasklet(f)()
//	stackless.tasklet(f, (1,))      # alive, but not scheduled: .insert() or .run() is missing
//
// The rule is silent when the tasklet is given away or kept where it cannot be followed.
func taskletNeverRun(p *pass) {
	for _, tk := range p.Graph().Tasklets {
		if tk.File != p.File || tk.Open || !tk.Plain || len(tk.Spawns) > 0 || p.Graph().Runs(tk.File, tk.Func).Never() {
			continue
		}
		name := "the tasklet"
		if tk.Name != "" {
			name = "tasklet '" + tk.Name + "'"
		}
		confidence := Medium
		if tk.Dropped && !tk.Boxed {
			confidence = High
		}
		if tk.Boxed {
			continue
		}
		if tk.Exposed && !tk.Dropped {
			confidence = Low
		}
		var d *Diagnostic
		switch {
		case tk.Bound:
			d = p.report(tk.Call.Span, confidence, "%s is bound to its arguments but never scheduled, so it never runs", name)
			d.Hint = "call insert() or run() on it, or write tasklet(f)(arguments)"
			d.Fixes = append(d.Fixes, Fix{Title: "Add .insert()", Edits: []Edit{{Span: endOf(tk.Call.Span), Text: ".insert()"}}})
		case tk.Binds > 0 || len(tk.Entries) > 0 || hasArguments(tk.Call):
			d = p.report(tk.Call.Span, confidence, "%s never gets its arguments, so it never runs", name)
			d.Hint = "call it: stackless.tasklet(f)(arguments)"
			if callableWithout(tk.Entries) {
				d.Fixes = append(d.Fixes, Fix{Title: "Add the missing call ()", Edits: []Edit{{Span: endOf(tk.Call.Span), Text: "()"}}})
			}
		default:
			if tk.Used {
				continue
			}
			d = p.report(tk.Call.Span, confidence, "%s has no function, so it never runs", name)
			d.Hint = "give it one: stackless.tasklet(f)(arguments)"
		}
		if confidence == Low {
			d.Severity = Hint
		}
		for _, fn := range tk.Entries {
			if fn.Def != nil {
				d.related(fn.File, fn.Def.NameSpan, "the function that was to run")
			}
		}
	}
}

func hasArguments(c *syntax.Call) bool { return len(c.Args)+len(c.Keywords) > 0 }

func endOf(s syntax.Span) syntax.Span { return syntax.Span{Start: s.End, End: s.End} }

// callableWithout reports functions that can be called without arguments.
func callableWithout(fns []*infer.Func) bool {
	for _, fn := range fns {
		required := 0
		a := fn.Arguments()
		for _, q := range append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...) {
			if modules.Default(a, q) == nil {
				required++
			}
		}
		if fn.Bound() {
			required--
		}
		if required > 0 {
			return false
		}
	}
	return true
}
