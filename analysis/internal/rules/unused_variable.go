package rules

import (
	"strings"

	"slp/syntax"
	"slp/syntax/scope"
)

// SLP005 unused-variable: a local variable of a function that is assigned and never read. Names
// that begin with an underscore, variables of tuple unpacking, loop variables, and functions that
// call locals(), exec() or eval() are left alone.
func unusedVariables(p *pass) {
	if p.File.Stub {
		return
	}
	for _, s := range p.File.Scopes.Scopes {
		if s.Kind != scope.Function || p.readsLocals(s) {
			continue
		}
		for _, sym := range s.Symbols {
			if !sym.Bound || sym.Used || sym.Parameter || sym.Storage != scope.Local || strings.HasPrefix(sym.Name, "_") || p.used(sym) {
				continue
			}
			for i := range sym.Bindings {
				b := &sym.Bindings[i]
				switch n := b.Node.(type) {
				case *syntax.Assign:
					if !plainTarget(n.Targets, b.Span) {
						continue
					}
				case *syntax.AnnAssign:
					if n.Value == nil {
						continue
					}
				case *syntax.ExceptHandler:
				default:
					continue
				}
				d := p.report(b.Span, High, "local variable '%s' is never used", sym.Name)
				d.Unneeded = true
			}
		}
	}
}

func plainTarget(targets []syntax.Expr, span syntax.Span) bool {
	for _, t := range targets {
		if n, ok := t.(*syntax.Name); ok && n.Span == span {
			return true
		}
	}
	return false
}

func (p *pass) readsLocals(s *scope.Scope) bool {
	for _, name := range []string{"locals", "exec", "eval", "vars", "dir"} {
		if sym := s.Lookup(name); sym != nil && sym.Used {
			return true
		}
	}
	return false
}
