package rules

import (
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
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

// removeStatement takes out a statement with its line; where it is the only one of its block, "pass" stays.
func removeStatement(f *modules.File, s syntax.Stmt) Edit {
	src := f.Source
	if block := blockWith(f, s); len(block) == 1 {
		if _, module := f.Parent(s).(*syntax.Module); !module {
			return Edit{Span: s.Range(), Text: "pass"}
		}
	}
	first, last := src.Line(s.Range().Start), src.Line(s.Range().End)
	start, end := src.LineSpan(first).Start, src.LineSpan(last).End
	alone := strings.TrimSpace(src.Text[start:s.Range().Start]) == "" && strings.TrimSpace(stripComment(src.Text[s.Range().End:end])) == ""
	if !alone {
		span := s.Range()
		for int(span.End) < len(src.Text) && (src.Text[span.End] == ';' || src.Text[span.End] == ' ') {
			span.End++
		}
		return Edit{Span: span}
	}
	if last < src.Lines() {
		end = src.LineSpan(last + 1).Start
	}
	return Edit{Span: syntax.Span{Start: start, End: end}}
}

func stripComment(s string) string {
	if i := strings.IndexByte(s, '#'); i >= 0 {
		return s[:i]
	}
	return s
}

func blockWith(f *modules.File, s syntax.Stmt) []syntax.Stmt {
	for _, list := range lists(f.Parent(s)) {
		if inList(list, s) {
			return list
		}
	}
	return nil
}

// lists are the blocks of statements of a node.
func lists(n syntax.Node) [][]syntax.Stmt {
	switch n := n.(type) {
	case *syntax.Module:
		return [][]syntax.Stmt{n.Body}
	case *syntax.FunctionDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ClassDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.For:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.While:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.If:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.With:
		return [][]syntax.Stmt{n.Body}
	case *syntax.MatchCase:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ExceptHandler:
		return [][]syntax.Stmt{n.Body}
	case *syntax.Try:
		return [][]syntax.Stmt{n.Body, n.Orelse, n.Finalbody}
	}
	return nil
}

// importEdit is the edit that adds an import after the docstring and the imports that are there.
func importEdit(f *modules.File, line string) Edit {
	at := int32(0)
	body := f.Tree.Body
	if len(body) > 0 {
		at = modules.Cover(body[0]).Start
		at = f.Source.LineSpan(f.Source.Line(at)).Start
	}
	for i, s := range body {
		isDoc := false
		if x, ok := s.(*syntax.ExprStmt); ok && i == 0 {
			c, isConst := x.Value.(*syntax.Constant)
			isDoc = isConst && c.Kind == syntax.Str
		}
		future := false
		if from, ok := s.(*syntax.ImportFrom); ok && from.Module == "__future__" {
			future = true
		}
		if !isDoc && !future {
			break
		}
		at = afterLine(f, s.Range().End)
	}
	text := line + "\n"
	if int(at) == len(f.Source.Text) && at > 0 && f.Source.Text[at-1] != '\n' {
		text = "\n" + text
	}
	return Edit{Span: syntax.Span{Start: at, End: at}, Text: text}
}

func afterLine(f *modules.File, offset int32) int32 {
	line := f.Source.Line(offset)
	if line < f.Source.Lines() {
		return f.Source.LineSpan(line + 1).Start
	}
	return int32(len(f.Source.Text))
}
