package rules

import (
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

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
