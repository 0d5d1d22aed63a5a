package rules

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP120 exit-not-in-module: TaskletExit is a builtin name. Module stackless does not have it, so
// stackless.TaskletExit raises AttributeError and "from stackless import TaskletExit" ImportError.
func exitNotInModule(p *pass) {
	for _, a := range p.File.Attributes("TaskletExit") {
		t := p.Engine.Expr(p.File, a.Value)
		if len(t) != 1 {
			continue
		}
		if !p.stubModule(a.Value) {
			continue
		}
		d := p.report(a.Span, High, "module 'stackless' has no attribute 'TaskletExit': it is a builtin name")
		d.Hint = "write TaskletExit"
		d.Fixes = append(d.Fixes, Fix{Title: "Use the builtin TaskletExit", Edits: []Edit{{a.Span, "TaskletExit"}}})
	}
	for _, imp := range p.File.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name != "TaskletExit" || stmt.Level > 0 || !p.View.IsAlias(stmt.Module) || p.optional(stmt) {
			continue
		}
		if p.View.Resolve(p.File.Path, stmt.Module, 0).Path != modules.StubPath("stackless") {
			continue
		}
		d := p.report(imp.Alias.Span, High, "module 'stackless' has no name 'TaskletExit': it is a builtin name")
		d.Hint = "remove the import: TaskletExit is always there"
		if imp.Alias.AsName == "" {
			d.Fixes = append(d.Fixes, Fix{Title: "Remove the import", Edits: []Edit{removeAlias(p.File, imp)}})
		}
	}
}
