package rules

import (
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// SLP004 unused-import: an imported name that is never used in the module. Imports in __init__.py,
// names in __all__, "import x as x", "from __future__" and imports under "except ImportError" are
// meant for others and not reported.
func unusedImports(p *pass) {
	if p.File.Stub || strings.HasSuffix(p.File.Path, "__init__.py") {
		return
	}
	all := p.exported()
	quoted := p.stringAnnotations()
	for _, imp := range p.File.Imports() {
		a := imp.Alias
		span, name := a.NameSpan, a.Name
		if a.AsName != "" {
			span, name = a.AsNameSpan, a.AsName
		} else if _, plain := imp.Stmt.(*syntax.Import); plain {
			name, _, _ = strings.Cut(name, ".")
		}
		if stmt, ok := imp.Stmt.(*syntax.ImportFrom); ok && stmt.Module == "__future__" {
			continue
		}
		if name == "*" || name == "" || a.AsName == a.Name || all[name] || quoted[name] || p.optional(imp.Stmt) {
			continue
		}
		sym, _, _ := p.File.NameAt(span.Start)
		if sym == nil || p.used(sym) || sym.Scope.Kind == scope.Class {
			continue
		}
		d := p.report(a.Span, High, "import '%s' is not used", shown(a))
		d.Unneeded = true
		d.Fixes = append(d.Fixes, Fix{Title: "Remove unused import", Edits: []Edit{removeAlias(p.File, imp)}})
	}
}

func shown(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	return a.Name
}

// used reports a symbol that is read somewhere.
func (p *pass) used(sym *scope.Symbol) bool {
	for _, m := range p.File.Mentions(sym) {
		if m.Use != nil || m.Declaration {
			return true
		}
		if m.Binding != nil && (m.Binding.Kind == scope.BindAugAssign || m.Binding.Kind == scope.BindDelete) {
			return true
		}
	}
	return false
}

// exported are the names in __all__.
func (p *pass) exported() map[string]bool {
	out := map[string]bool{}
	for _, s := range p.File.Tree.Body {
		var value syntax.Expr
		switch s := s.(type) {
		case *syntax.Assign:
			if len(s.Targets) == 1 && lastName(s.Targets[0]) == "__all__" {
				value = s.Value
			}
		case *syntax.AugAssign:
			if lastName(s.Target) == "__all__" {
				value = s.Value
			}
		}
		if value == nil {
			continue
		}
		modules.Walk(value, func(n syntax.Node) {
			if c, ok := n.(*syntax.Constant); ok && c.Kind == syntax.Str {
				out[c.Str] = true
			}
		})
	}
	return out
}

// stringAnnotations are the names in annotations that are written as strings.
func (p *pass) stringAnnotations() map[string]bool {
	out := map[string]bool{}
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Arg:
			quotedNames(n.Annotation, out)
		case *syntax.FunctionDef:
			quotedNames(n.Returns, out)
		case *syntax.AnnAssign:
			quotedNames(n.Annotation, out)
		case *syntax.Call:
			if f := lastName(n.Func); f == "cast" || f == "TypeVar" {
				for _, a := range n.Args {
					quotedNames(a, out)
				}
			}
		}
	})
	return out
}

func quotedNames(x syntax.Expr, out map[string]bool) {
	if x == nil {
		return
	}
	modules.Walk(x, func(n syntax.Node) {
		c, ok := n.(*syntax.Constant)
		if !ok || c.Kind != syntax.Str {
			return
		}
		word := ""
		for _, r := range c.Str + " " {
			if r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 0x7f {
				word += string(r)
				continue
			}
			if word != "" {
				out[word] = true
			}
			word = ""
		}
	})
}

// removeAlias is the edit that takes an alias out of its statement, or the whole statement.
func removeAlias(f *modules.File, imp modules.Import) Edit {
	var names []*syntax.Alias
	switch s := imp.Stmt.(type) {
	case *syntax.Import:
		names = s.Names
	case *syntax.ImportFrom:
		names = s.Names
	}
	if len(names) == 1 {
		return removeStatement(f, imp.Stmt)
	}
	for i, a := range names {
		if a != imp.Alias {
			continue
		}
		if i+1 < len(names) {
			return Edit{Span: syntax.Span{Start: a.Start, End: names[i+1].Start}}
		}
		return Edit{Span: syntax.Span{Start: names[i-1].End, End: a.End}}
	}
	return Edit{Span: imp.Alias.Span}
}
