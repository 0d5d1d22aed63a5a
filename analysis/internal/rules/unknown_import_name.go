package rules

import (
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP007 unknown-import-name: "from module import name" where the module's file does not define the
// name. Running the line raises ImportError.
func unknownImportNames(p *pass) {
	for _, imp := range p.File.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name == "*" || imp.Alias.Name == "" || p.optional(stmt) {
			continue
		}
		target := p.View.Resolve(p.File.Path, stmt.Module, stmt.Level)
		if target.Path == "" && target.Dir != "" && !target.Opaque && !p.View.Submodule(target, imp.Alias.Name).Found() {
			p.report(imp.Alias.NameSpan, Medium, "there is no module '%s' in '%s'", imp.Alias.Name, strings.Repeat(".", stmt.Level)+stmt.Module)
		}
		if target.Path == "" || target.Path == p.File.Path {
			continue
		}
		f := p.View.File(target.Path)
		name := imp.Alias.Name
		if f == nil || implicit[name] || f.Global(name) != nil || f.Global("__getattr__") != nil || p.View.Submodule(target, name).Found() {
			continue
		}
		if name == "TaskletExit" && p.View.IsAlias(stmt.Module) {
			continue // SLP120 says it better
		}
		if f.Scopes.Module.ImportStar && (p.starHas(f, name, 0)) || len(f.Errors) > 0 || dynamicNames(f) {
			continue
		}
		d := p.report(imp.Alias.NameSpan, High, "module '%s' has no name '%s'", strings.Repeat(".", stmt.Level)+stmt.Module, name)
		for _, s := range f.Scopes.Module.Symbols {
			if s.Bound && oneSlip(s.Name, name) {
				d.Hint = "did you mean '" + s.Name + "'?"
				d.Fixes = append(d.Fixes, Fix{Title: "Change to '" + s.Name + "'", Edits: []Edit{{imp.Alias.NameSpan, s.Name}}})
				break
			}
		}
	}
}

// dynamicNames reports a module that makes global names at run time.
func dynamicNames(f *modules.File) bool {
	if dynamicEnum(f) {
		return true
	}
	for _, c := range f.Calls() {
		if n, ok := c.Func.(*syntax.Name); ok && (n.Id == "globals" || n.Id == "exec" || n.Id == "vars" && len(c.Args) == 0) {
			return true
		}
	}
	for _, a := range f.Attributes("modules") { // sys.modules[__name__] = ...
		if s, ok := f.Parent(a).(*syntax.Subscript); ok && s.Ctx == syntax.Store {
			return true
		}
	}
	return false
}

// dynamicEnum reports a module with an enum whose members become global names.
func dynamicEnum(f *modules.File) bool {
	for _, s := range f.Tree.Body {
		c, ok := s.(*syntax.ClassDef)
		if !ok {
			continue
		}
		for _, d := range c.Decorators {
			if call, ok := d.(*syntax.Call); ok {
				d = call.Func
			}
			if n := lastName(d); n == "global_enum" || n == "_simple_enum" {
				return true
			}
		}
	}
	return false
}
