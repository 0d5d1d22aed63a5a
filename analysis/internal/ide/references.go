package ide

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Definition are the places that define the name at an offset.
func (x *Index) Definition(f *modules.File, offset int32) []Location {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	return x.definitions(e)
}

// TypeDefinition are the classes of the value at an offset.
func (x *Index) TypeDefinition(f *modules.File, offset int32) []Location {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	var out []Location
	for _, v := range x.typeOf(e) {
		switch v := v.(type) {
		case *infer.Instance:
			out = append(out, location(v.Class.File, v.Class.Def, v.Class.Def.NameSpan))
			for _, a := range v.Args {
				for _, w := range a {
					if in, ok := w.(*infer.Instance); ok && !in.Class.File.Stub {
						out = append(out, location(in.Class.File, in.Class.Def, in.Class.Def.NameSpan))
					}
				}
			}
		case *infer.Class:
			out = append(out, location(v.File, v.Def, v.Def.NameSpan))
		case *infer.Module:
			if v.File != nil {
				out = append(out, fileLocation(v.File))
			}
		case *infer.Func:
			if v.Def != nil {
				out = append(out, location(v.File, v.Def, v.Def.NameSpan))
			}
		}
	}
	return dedupe(out)
}

// Implementation are the subclasses of the class at an offset, or the methods that override the one there.
func (x *Index) Implementation(f *modules.File, offset int32) []Location {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	if len(e.owners) > 0 {
		var out []Location
		for _, sub := range x.subclasses(e.owners[0], true) {
			s := sub.File.Scopes.Of(sub.Def)
			if s == nil {
				continue
			}
			if sym := s.Lookup(s.Mangle(e.name)); sym != nil && sym.Bound {
				out = append(out, location(sub.File, sym.Bindings[0].Node, sym.Bindings[0].Span))
			}
		}
		if len(out) == 0 {
			return x.definitions(e)
		}
		sortLocations(out)
		return dedupe(out)
	}
	for _, v := range x.typeOf(e) {
		c, ok := v.(*infer.Class)
		if !ok {
			continue
		}
		var out []Location
		for _, sub := range x.subclasses(c, true) {
			out = append(out, location(sub.File, sub.Def, sub.Def.NameSpan))
		}
		if len(out) > 0 {
			sortLocations(out)
			return dedupe(out)
		}
	}
	return x.definitions(e)
}

// References are all occurrences of the name at an offset in the project.
func (x *Index) References(f *modules.File, offset int32, declaration bool) []Location {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	var out []Location
	for _, o := range x.occurrences(e, nil) {
		if declaration || !o.write {
			out = append(out, Location{Path: o.file.Path, File: o.file.Source, Span: o.span, Name: o.span})
		}
	}
	out = dedupe(out)
	sortLocations(out)
	return out
}

// Highlights are the occurrences of the name at an offset in its file.
func (x *Index) Highlights(f *modules.File, offset int32) []Highlight {
	e := x.at(f, offset)
	if e == nil {
		return nil
	}
	var out []Highlight
	seen := map[syntax.Span]bool{}
	for _, o := range x.occurrences(e, f) {
		if o.file == f && !seen[o.span] {
			seen[o.span] = true
			out = append(out, Highlight{Span: o.span, Write: o.write})
		}
	}
	return out
}

// occurrence is one place where an entity is named. A renamed one has another name there ("as").
type occurrence struct {
	file  *modules.File
	span  syntax.Span
	write bool
}

// occurrences are all places that name an entity, in one file or, with only nil, in the project.
func (x *Index) occurrences(e *entity, only *modules.File) []occurrence {
	switch {
	case e.module != nil && (e.symbol == nil || e.symbol.Imported):
		return x.moduleOccurrences(e, only)
	case len(e.owners) > 0:
		return x.attributeOccurrences(e.name, e.owners, only)
	case e.symbol != nil:
		out := x.variableOccurrences(e.home, e.symbol, only)
		if e.renamed() && (only == nil || only == e.file) {
			out = append(out, mentionsOf(e.file, e.local)...)
		}
		return out
	}
	return nil
}

func (x *Index) variableOccurrences(home *modules.File, sym *scope.Symbol, only *modules.File) []occurrence {
	var out []occurrence
	sym = modules.Definer(sym)
	name := sym.Name
	builtin := home == x.Engine.Builtins()
	if only == nil || only == home {
		out = append(out, mentionsOf(home, sym)...)
		if sym.Parameter {
			out = append(out, x.keywordOccurrences(home, sym, only)...)
		}
	}
	global := sym.Scope.Kind == scope.Module || sym.Storage == scope.GlobalExplicit || sym.Storage == scope.GlobalImplicit
	if !global {
		if only != nil && only != home && sym.Parameter {
			out = append(out, x.keywordOccurrences(home, sym, only)...)
		}
		return out
	}
	out = append(out, exportStrings(home, name, only)...)
	files := x.View.Mentioning(name)
	if only != nil {
		files = []*modules.File{only}
	}
	for _, f := range files {
		if x.Done() {
			return nil
		}
		if f == home {
			continue
		}
		if builtin {
			out = append(out, builtinUses(f, name)...)
			continue
		}
		out = append(out, x.importedOccurrences(f, home, name)...)
		for _, a := range f.Attributes(name) {
			for _, v := range x.Engine.Expr(f, a.Value) {
				m, ok := v.(*infer.Module)
				if !ok || m.File == nil {
					continue
				}
				if g := m.File.Global(name); g != nil {
					if h, s, _ := x.follow(m.File, g, 0); s != nil && h == home && s == modules.Definer(sym) {
						out = append(out, occurrence{f, a.NameSpan, a.Ctx != syntax.Load})
					}
				}
			}
		}
	}
	return out
}

// mentionsOf are the bindings and uses of a variable in its file.
func mentionsOf(f *modules.File, sym *scope.Symbol) []occurrence {
	var out []occurrence
	for _, m := range f.Mentions(sym) {
		out = append(out, occurrence{f, m.Span, m.Binding != nil})
	}
	return out
}

// exportStrings are the name's strings in __all__.
func exportStrings(f *modules.File, name string, only *modules.File) []occurrence {
	if only != nil && only != f || f.Stub {
		return nil
	}
	var out []occurrence
	for _, s := range f.Tree.Body {
		a, ok := s.(*syntax.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		if n, ok := a.Targets[0].(*syntax.Name); !ok || n.Id != "__all__" {
			continue
		}
		modules.Walk(a.Value, func(n syntax.Node) {
			if c, ok := n.(*syntax.Constant); ok && c.Kind == syntax.Str && c.Str == name && int(c.End-c.Start) == len(name)+2 {
				out = append(out, occurrence{f, syntax.Span{Start: c.Start + 1, End: c.End - 1}, false})
			}
		})
	}
	return out
}

func builtinUses(f *modules.File, name string) []occurrence {
	var out []occurrence
	for _, s := range f.Scopes.Scopes {
		sym := s.Lookup(name)
		if sym == nil || modules.Definer(sym).Bound || f.Global(name) != nil {
			continue
		}
		for _, u := range sym.Uses {
			out = append(out, occurrence{f, u.Span, false})
		}
	}
	return out
}

// importedOccurrences are the occurrences of a global of another file that this one imports.
func (x *Index) importedOccurrences(f, home *modules.File, name string) []occurrence {
	var out []occurrence
	star := false
	for _, imp := range f.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name != name && imp.Alias.Name != "*" {
			continue
		}
		m := x.Engine.Module(x.View.Resolve(f.Path, stmt.Module, stmt.Level))
		if m == nil || m.File == nil || m.File == f {
			continue
		}
		var h *modules.File
		s := m.File.Global(name)
		if s != nil {
			h, s, _ = x.follow(m.File, s, 0)
		} else {
			h, s, _ = x.followStar(m.File, name, 0)
		}
		if s == nil || h != home || s.Name != name {
			continue
		}
		if imp.Alias.Name == "*" {
			star = true
			continue
		}
		out = append(out, occurrence{f, imp.Alias.NameSpan, true})
		if imp.Alias.AsName == "" {
			if sym, _, _ := f.NameAt(imp.Alias.NameSpan.Start); sym != nil {
				out = append(out, mentionsOf(f, sym)...)
			}
		}
	}
	if star && f.Global(name) == nil {
		out = append(out, builtinUses(f, name)...)
	}
	return out
}

// keywordOccurrences are the keywords of calls that name a parameter.
func (x *Index) keywordOccurrences(home *modules.File, sym *scope.Symbol, only *modules.File) []occurrence {
	def, ok := sym.Scope.Node.(*syntax.FunctionDef)
	if !ok {
		return nil
	}
	files := x.View.Mentioning(sym.Name)
	if only != nil {
		files = []*modules.File{only}
	}
	var out []occurrence
	for _, f := range files {
		if x.Done() {
			return nil
		}
		for _, c := range f.Calls() {
			for _, k := range c.Keywords {
				if k.Name != sym.Name {
					continue
				}
				for _, inv := range x.Engine.Invocations(f, c) {
					if inv.Func.Def == def {
						out = append(out, occurrence{f, k.NameSpan, false})
						break
					}
				}
			}
		}
	}
	return out
}

func (x *Index) attributeOccurrences(name string, owners []*infer.Class, only *modules.File) []occurrence {
	files := x.View.Mentioning(name)
	if only != nil {
		files = []*modules.File{only}
	}
	var out []occurrence
	for _, f := range files {
		if x.Done() {
			return nil
		}
		for _, s := range f.Scopes.Scopes {
			def, ok := s.Node.(*syntax.ClassDef)
			if !ok || s.Kind != scope.Class {
				continue
			}
			sym := s.Lookup(s.Mangle(name))
			if sym == nil || !sym.Bound || !x.related(&infer.Class{File: f, Def: def}, owners) {
				continue
			}
			out = append(out, mentionsOf(f, sym)...)
		}
		for _, a := range f.Attributes(name) {
			base := x.Engine.Expr(f, a.Value)
			if c, ok := a.Value.(*syntax.Call); ok && len(base) == 0 {
				base = x.superType(f, c)
			}
			for _, v := range base {
				var c *infer.Class
				switch v := v.(type) {
				case *infer.Instance:
					c = v.Class
				case *infer.Class:
					c = v
				}
				if c != nil && x.related(c, owners) {
					out = append(out, occurrence{f, a.NameSpan, a.Ctx != syntax.Load})
					break
				}
			}
		}
	}
	return out
}

func (x *Index) related(c *infer.Class, owners []*infer.Class) bool {
	for _, o := range owners {
		if x.Engine.Inherits(c, o) || x.Engine.Inherits(o, c) {
			return true
		}
	}
	return false
}

// moduleOccurrences are the imports of a module and the names that imports bind to it.
func (x *Index) moduleOccurrences(e *entity, only *modules.File) []occurrence {
	if e.module.File == nil {
		return nil
	}
	last := x.View.ModuleName(e.module.File.Path)
	for i := len(last) - 1; i >= 0; i-- {
		if last[i] == '.' {
			last = last[i+1:]
			break
		}
	}
	files := x.View.Mentioning(last)
	if only != nil {
		files = []*modules.File{only}
	}
	same := func(m *infer.Module) bool { return m != nil && m.File == e.module.File }
	var out []occurrence
	for _, f := range files {
		if x.Done() {
			return nil
		}
		for _, imp := range f.Imports() {
			a := imp.Alias
			switch s := imp.Stmt.(type) {
			case *syntax.Import:
				if !same(x.Engine.Module(x.View.Resolve(f.Path, a.Name, 0))) {
					continue
				}
				out = append(out, occurrence{f, a.NameSpan, true})
				if sym, _, _ := f.NameAt(bindSpan(a).Start); sym != nil && (a.AsName != "" || sym.Name == a.Name) {
					out = append(out, mentionsOf(f, sym)...)
				}
			case *syntax.ImportFrom:
				t := x.View.Resolve(f.Path, s.Module, s.Level)
				if same(x.Engine.Module(t)) && !s.ModuleSpan.Empty() {
					out = append(out, occurrence{f, s.ModuleSpan, false})
				}
				if a.Name != "*" && same(x.Engine.Module(x.View.Submodule(t, a.Name))) {
					out = append(out, occurrence{f, a.NameSpan, true})
					if sym, _, _ := f.NameAt(bindSpan(a).Start); sym != nil {
						out = append(out, mentionsOf(f, sym)...)
					}
				}
			}
		}
	}
	return out
}

func bindSpan(a *syntax.Alias) syntax.Span {
	if a.AsName != "" {
		return a.AsNameSpan
	}
	return a.NameSpan
}

// subclasses are the classes of the project that inherit from a class, directly or, with deep, at all.
func (x *Index) subclasses(c *infer.Class, deep bool) []*infer.Class {
	var out []*infer.Class
	for _, f := range x.View.Mentioning("class") {
		if x.Done() {
			return nil
		}
		for _, s := range f.Scopes.Scopes {
			def, ok := s.Node.(*syntax.ClassDef)
			if !ok || s.Kind != scope.Class || def == c.Def || len(def.Bases) == 0 {
				continue
			}
			k := &infer.Class{File: f, Def: def}
			if deep && x.Engine.Inherits(k, c) {
				out = append(out, k)
				continue
			}
			if !deep {
				for _, b := range x.Engine.Bases(k) {
					if b.Def == c.Def {
						out = append(out, k)
						break
					}
				}
			}
		}
	}
	return out
}
