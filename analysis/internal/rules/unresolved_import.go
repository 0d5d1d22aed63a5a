package rules

import (
	"strings"

	"slp/syntax"
)

// SLP003 unresolved-import: a module that is neither in the project, nor in the standard library,
// nor in the project's virtual environment. The message says where it was looked for.
//
// An import under "try: ... except ImportError" is expected to fail sometimes and not reported.
func unresolvedImports(p *pass) {
	if p.File.Stub {
		return
	}
	for _, imp := range p.File.Imports() {
		if p.optional(imp.Stmt) {
			continue
		}
		switch stmt := imp.Stmt.(type) {
		case *syntax.Import:
			name := imp.Alias.Name
			if name == "" || p.View.Resolve(p.File.Path, name, 0).Found() || p.foundAsAttribute(name) {
				continue
			}
			p.unresolved(imp.Alias.NameSpan, name)
		case *syntax.ImportFrom:
			if imp.Alias != stmt.Names[0] || stmt.Module == "" && stmt.Level == 0 {
				continue
			}
			if p.View.Resolve(p.File.Path, stmt.Module, stmt.Level).Found() {
				continue
			}
			span := stmt.ModuleSpan
			if span.Empty() {
				span = imp.Alias.NameSpan
			}
			if stmt.Level > 0 {
				p.report(span, High, "no module named '%s' in this package", strings.Repeat(".", stmt.Level)+stmt.Module)
				continue
			}
			p.unresolved(span, stmt.Module)
		}
	}
}

func (p *pass) unresolved(span syntax.Span, name string) {
	d := p.report(span, Medium, "no module named '%s'", name)
	d.Hint = "it is not in the folder of this file, the workspace, the standard library or the project's virtual environment"
}

// foundAsAttribute reports "import a.b" where a is a stub that is open, or has a name b.
func (p *pass) foundAsAttribute(name string) bool {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return false
	}
	t := p.View.Resolve(p.File.Path, name[:i], 0)
	if t.Opaque {
		return true
	}
	m := p.Engine.Module(t)
	return m != nil && m.File != nil && m.File.Stub && (m.File.Global("__getattr__") != nil || m.File.Global(name[i+1:]) != nil)
}

// optional reports an import that may fail: in a try with a handler for it, or under a condition
// that is only true for a checker.
func (p *pass) optional(s syntax.Node) bool {
	child := s
	for n := p.File.Parent(s); n != nil; child, n = n, p.File.Parent(n) {
		switch n := n.(type) {
		case *syntax.Try:
			for _, h := range n.Handlers {
				if h.Type == nil || mentions(h.Type, "ImportError", "ModuleNotFoundError", "Exception", "BaseException") {
					return true
				}
			}
		case *syntax.With:
			for _, w := range n.Items {
				if mentions(w.Context, "suppress", "raises", "assertRaises") {
					return true
				}
			}
		case *syntax.If:
			if syntax.Node(n.Test) != child && mentions(n.Test, "version_info", "PY2", "PY3", "platform", "name", "TYPE_CHECKING", "hexversion") {
				return true
			}
		}
	}
	return false
}
