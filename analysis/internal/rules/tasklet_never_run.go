package rules

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
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

// SLP125 never-scheduled: the program's main line starts tasklets and ends without stackless.run(),
// schedule() or an operation that would let them run. They are dropped at the end, silently.
//
//	stackless.tasklet(work)()
//	print("done")                   # work never ran
func neverScheduled(p *pass) {
	if len(p.Graph().Tasklets) == 0 || len(p.File.Errors) > 0 || !p.program(p.File) {
		return
	}
	var first *topology.Spawn
	for _, tk := range p.Graph().Tasklets {
		if tk.Open {
			return
		}
		for i := range tk.Spawns {
			s := &tk.Spawns[i]
			if s.File != p.File || p.expectsError(s.Call) {
				continue
			}
			runs := p.Graph().Runs(s.File, s.Func)
			if runs.Unknown {
				return
			}
			if runs.Main && (first == nil || s.Call.Start < first.Call.Start) {
				first = s
			}
		}
	}
	if first == nil || p.yields() {
		return
	}
	d := p.report(first.Call.Span, Medium, "tasklets are started here, but the program ends without letting them run")
	d.Hint = "call stackless.run() at the end"
}

// yields reports anything in the file, or in what it imports from the project, that could run tasklets.
func (p *pass) yields() bool {
	words := []string{"run", "schedule", "schedule_remove", "receive", "send", "send_exception", "send_throw", "send_sequence", "switch",
		"kill", "throw", "raise_exception", "remove", "next", "loop", "main", "mainloop", "run_forever", "dispatch", "start"}
	seen := map[*modules.File]bool{}
	var look func(f *modules.File) bool
	look = func(f *modules.File) bool {
		if f == nil || seen[f] || f.Stub {
			return false
		}
		seen[f] = true
		for _, c := range f.Calls() {
			n := lastName(c.Func)
			for _, w := range words {
				if n == w {
					return true
				}
			}
		}
		for _, imp := range f.Imports() { // what cannot be read may do it
			var t modules.Target
			switch s := imp.Stmt.(type) {
			case *syntax.Import:
				t = p.View.Resolve(f.Path, imp.Alias.Name, 0)
			case *syntax.ImportFrom:
				t = p.View.Resolve(f.Path, s.Module, s.Level)
				if p.View.IsAlias(s.Module) && (imp.Alias.Name == "run" || imp.Alias.Name == "schedule" || imp.Alias.Name == "*") {
					return true
				}
			}
			if !t.Found() || t.Opaque {
				return true
			}
			if t.Path != "" && p.View.Own(t.Path) && look(p.View.File(t.Path)) {
				return true
			}
		}
		return false
	}
	if look(p.File) {
		return true
	}
	for _, ch := range p.Graph().Channels {
		for i := range ch.Ops {
			if k := ch.Ops[i].Kind; (k.Sends() || k.Receives()) && ch.Ops[i].File == p.File {
				return true
			}
		}
	}
	return false
}
