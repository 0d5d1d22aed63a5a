package ide

import (
	"sort"
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
	"slp/syntax/scope"
)

// Index answers questions about one view.
type Index struct {
	View   *modules.View
	Engine *infer.Engine
	Graph  func() *topology.Graph
	Done   func() bool // the asker does not want the answer any more
}

// entity is what a name stands for: a variable, an attribute of classes, a parameter named at a
// call, or a module.
type entity struct {
	file *modules.File // where the name was met
	span syntax.Span
	name string
	expr syntax.Expr // the name as an expression, or nil

	local  *scope.Symbol // the name itself, where it was met
	home   *modules.File // of symbol
	symbol *scope.Symbol // a variable
	owners []*infer.Class
	module *infer.Module
	param  *syntax.Arg   // with home: a keyword of a call
	value  []infer.Value // of an attribute: what it was looked up in
}

// at is what the name at an offset stands for, or nil.
func (x *Index) at(f *modules.File, offset int32) *entity {
	path := syntax.Path(f.Tree, offset)
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *syntax.Attribute:
			if n.NameSpan.Contains(offset) && n.Name != "" {
				return x.attributeEntity(f, n)
			}
		case *syntax.Alias:
			return x.aliasEntity(f, n, path[i-1], offset)
		case *syntax.ImportFrom:
			if n.ModuleSpan.Contains(offset) && !n.ModuleSpan.Empty() {
				return x.moduleEntity(f, n.ModuleSpan, n.Module, n.Level, offset)
			}
		case *syntax.Keyword:
			if n.NameSpan.Contains(offset) && n.Name != "" {
				if c, ok := path[i-1].(*syntax.Call); ok {
					return x.keywordEntity(f, c, n)
				}
				return nil
			}
		case *syntax.Constant:
			if n.Kind != syntax.Str {
				return nil
			}
		}
	}
	sym, span, bind := f.NameAt(offset)
	if sym == nil {
		return nil
	}
	e := &entity{file: f, span: span, name: f.Source.Slice(span), symbol: sym, home: f}
	for i := len(path) - 1; i >= 0; i-- {
		if n, ok := path[i].(*syntax.Name); ok && n.Span == span {
			e.expr = n
		}
	}
	return x.canonical(e, bind)
}

// canonical follows imports to the variable or module that is meant, and class variables to their class.
func (x *Index) canonical(e *entity, bind *scope.Binding) *entity {
	def := modules.Definer(e.symbol)
	e.symbol, e.local = def, def
	if def.Scope.Kind == scope.Class {
		if c, ok := def.Scope.Node.(*syntax.ClassDef); ok {
			e.owners = []*infer.Class{{File: e.home, Def: c}}
			e.symbol = nil
			return e
		}
	}
	home, sym, module := x.follow(e.home, def, 0)
	e.home, e.symbol, e.module = home, sym, module
	if sym == nil && module == nil { // a builtin, or nothing
		if b := x.Engine.BuiltinSymbol(e.name); b != nil {
			e.home, e.symbol = x.Engine.Builtins(), b
		}
	}
	return e
}

// follow goes through imports of single names. It returns a variable, or a module, or neither.
func (x *Index) follow(f *modules.File, sym *scope.Symbol, depth int) (*modules.File, *scope.Symbol, *infer.Module) {
	sym = modules.Definer(sym)
	if depth > 12 {
		return f, sym, nil
	}
	var bindings []*scope.Binding
	if sym.Scope.Kind == scope.Module || sym.Storage == scope.GlobalExplicit || sym.Storage == scope.GlobalImplicit {
		bindings = f.GlobalBindings(sym.Name)
	} else {
		for i := range sym.Bindings {
			if k := sym.Bindings[i].Kind; k != scope.BindDeclaration {
				bindings = append(bindings, &sym.Bindings[i])
			}
		}
	}
	if len(bindings) == 0 {
		if g, s, m := x.followStar(f, sym.Name, depth); s != nil || m != nil {
			return g, s, m
		}
		return f, nil, nil
	}
	for _, b := range bindings {
		if b.Kind != scope.BindImport && b.Kind != scope.BindImportFrom {
			return f, sym, nil
		}
	}
	a, ok := bindings[0].Node.(*syntax.Alias)
	if !ok {
		return f, sym, nil
	}
	switch stmt := f.Parent(a).(type) {
	case *syntax.Import:
		name := a.Name
		if a.AsName == "" {
			name, _, _ = strings.Cut(name, ".")
		}
		if m := x.Engine.Module(x.View.Resolve(f.Path, name, 0)); m != nil {
			return f, sym, m
		}
	case *syntax.ImportFrom:
		t := x.View.Resolve(f.Path, stmt.Module, stmt.Level)
		m := x.Engine.Module(t)
		if m != nil && m.File != nil && m.File != f {
			if g := m.File.Global(a.Name); g != nil {
				home, s, mod := x.follow(m.File, g, depth+1)
				if s != nil || mod != nil {
					return home, s, mod
				}
			}
			if g, s, mod := x.followStar(m.File, a.Name, depth+1); s != nil || mod != nil {
				return g, s, mod
			}
		}
		if sub := x.Engine.Module(x.View.Submodule(t, a.Name)); sub != nil {
			return f, sym, sub
		}
	}
	return f, sym, nil
}

func (x *Index) followStar(f *modules.File, name string, depth int) (*modules.File, *scope.Symbol, *infer.Module) {
	if !f.Scopes.Module.ImportStar || depth > 12 {
		return f, nil, nil
	}
	for _, imp := range f.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name != "*" {
			continue
		}
		m := x.Engine.Module(x.View.Resolve(f.Path, stmt.Module, stmt.Level))
		if m == nil || m.File == nil || m.File == f {
			continue
		}
		if g := m.File.Global(name); g != nil {
			return x.follow(m.File, g, depth+1)
		}
		if h, s, mod := x.followStar(m.File, name, depth+1); s != nil || mod != nil {
			return h, s, mod
		}
	}
	return f, nil, nil
}

func (x *Index) attributeEntity(f *modules.File, a *syntax.Attribute) *entity {
	e := &entity{file: f, span: a.NameSpan, name: a.Name, expr: a, home: f}
	base := x.Engine.Expr(f, a.Value)
	if c, ok := a.Value.(*syntax.Call); ok && len(base) == 0 {
		base = x.superType(f, c)
	}
	for _, v := range base {
		switch v := v.(type) {
		case *infer.Module:
			if v.File != nil {
				if sym := v.File.Global(a.Name); sym != nil {
					e.home, e.symbol, e.module = x.follow(v.File, sym, 0)
					return e
				}
				if h, s, m := x.followStar(v.File, a.Name, 0); s != nil || m != nil {
					e.home, e.symbol, e.module = h, s, m
					return e
				}
			}
			if sub := x.Engine.Module(x.View.Submodule(v.Target, a.Name)); sub != nil {
				e.module = sub
				return e
			}
		case *infer.Class, *infer.Instance:
			ms := x.Engine.Members(v, a.Name)
			if len(ms) > 0 && ms[0].Owner != nil {
				e.owners = append(e.owners, ms[0].Owner)
				e.value = append(e.value, v)
			}
		}
	}
	return e
}

// superType is what super() stands for: the base classes of the class around it.
func (x *Index) superType(f *modules.File, c *syntax.Call) infer.Type {
	if n, ok := c.Func.(*syntax.Name); !ok || n.Id != "super" {
		return nil
	}
	for p := f.Parent(c); p != nil; p = f.Parent(p) {
		if def, ok := p.(*syntax.ClassDef); ok {
			var t infer.Type
			for _, b := range x.Engine.Bases(&infer.Class{File: f, Def: def}) {
				t = append(t, &infer.Instance{Class: b})
			}
			return t
		}
	}
	return nil
}

func (x *Index) aliasEntity(f *modules.File, a *syntax.Alias, stmt syntax.Node, offset int32) *entity {
	if a.AsName != "" && a.AsNameSpan.Contains(offset) {
		if sym, span, b := f.NameAt(a.AsNameSpan.Start); sym != nil {
			return x.canonical(&entity{file: f, span: span, name: a.AsName, symbol: sym, home: f}, b)
		}
		return nil
	}
	switch s := stmt.(type) {
	case *syntax.Import:
		return x.moduleEntity(f, a.NameSpan, a.Name, 0, offset)
	case *syntax.ImportFrom:
		e := &entity{file: f, span: a.NameSpan, name: a.Name, home: f}
		t := x.View.Resolve(f.Path, s.Module, s.Level)
		m := x.Engine.Module(t)
		if m != nil && m.File != nil && a.Name != "*" {
			if g := m.File.Global(a.Name); g != nil {
				e.home, e.symbol, e.module = x.follow(m.File, g, 0)
				return e
			}
			if h, sym, mod := x.followStar(m.File, a.Name, 0); sym != nil || mod != nil {
				e.home, e.symbol, e.module = h, sym, mod
				return e
			}
		}
		if sub := x.Engine.Module(x.View.Submodule(t, a.Name)); sub != nil {
			e.module = sub
			return e
		}
		if a.Name == "*" && m != nil {
			e.module = m
			return e
		}
		if sym, span, _ := f.NameAt(a.NameSpan.Start); sym != nil { // what cannot be found is still a local name
			e.symbol, e.span = modules.Definer(sym), span
			return e
		}
	}
	return nil
}

// moduleEntity is the module that a part of a dotted name means: in "a.b.c", at b it is a.b.
func (x *Index) moduleEntity(f *modules.File, span syntax.Span, name string, level int, offset int32) *entity {
	end := int(offset - span.Start)
	if end < 0 || end > len(name) {
		end = len(name)
	}
	if i := strings.IndexByte(name[end:], '.'); i >= 0 {
		name = name[:end+i]
	}
	start := strings.LastIndexByte(name, '.') + 1
	m := x.Engine.Module(x.View.Resolve(f.Path, name, level))
	return &entity{file: f, span: syntax.Span{Start: span.Start + int32(start), End: span.Start + int32(len(name))}, name: name, home: f, module: m}
}

func (x *Index) keywordEntity(f *modules.File, c *syntax.Call, k *syntax.Keyword) *entity {
	for _, inv := range x.Engine.Invocations(f, c) {
		for _, p := range modules.Parameters(inv.Func.Arguments()) {
			if p.Name == k.Name {
				sym, _, _ := inv.Func.File.NameAt(p.NameSpan.Start)
				return &entity{file: f, span: k.NameSpan, name: k.Name, home: inv.Func.File, symbol: sym, param: p}
			}
		}
	}
	return nil
}

// renamed reports a name that an import gave to something of another name: "import a as b".
func (e *entity) renamed() bool {
	return e.local != nil && e.symbol != nil && e.local != e.symbol && e.local.Name != e.symbol.Name
}

// definitions are the places that define an entity, the likeliest first.
func (x *Index) definitions(e *entity) []Location {
	var out []Location
	switch {
	case e.module != nil && (e.symbol == nil || e.symbol.Imported || len(e.owners) == 0):
		if e.module.File != nil {
			out = append(out, fileLocation(e.module.File))
		}
	case len(e.owners) > 0:
		for i, owner := range e.owners {
			var v infer.Value = &infer.Instance{Class: owner}
			if i < len(e.value) {
				v = e.value[i]
			}
			for _, m := range x.Engine.Members(v, e.name) {
				out = append(out, location(m.File, m.Node, m.Span))
			}
		}
	case e.symbol != nil:
		bindings := x.bindingsFor(e)
		for _, b := range bindings {
			if b.Kind != scope.BindDelete && b.Kind != scope.BindAugAssign || len(bindings) == 1 {
				out = append(out, location(e.home, b.Node, b.Span))
			}
		}
	}
	return dedupe(out)
}

func (x *Index) bindingsFor(e *entity) []*scope.Binding {
	if n, ok := e.expr.(*syntax.Name); ok && e.home == e.file {
		if sym := e.file.SymbolOf(n); sym != nil && modules.Definer(sym) == sym && sym == e.symbol {
			return x.Engine.Reaching(e.file, sym, n)
		}
	}
	if e.symbol.Scope.Kind == scope.Module || e.symbol.Storage == scope.GlobalExplicit || e.symbol.Storage == scope.GlobalImplicit {
		return e.home.GlobalBindings(e.symbol.Name)
	}
	var out []*scope.Binding
	for i := range e.symbol.Bindings {
		if e.symbol.Bindings[i].Kind != scope.BindDeclaration {
			out = append(out, &e.symbol.Bindings[i])
		}
	}
	return out
}

// typeOf is what an entity can be.
func (x *Index) typeOf(e *entity) infer.Type {
	if e.expr != nil {
		if t := x.Engine.Expr(e.file, e.expr); len(t) > 0 {
			return t
		}
	}
	switch {
	case e.module != nil:
		return infer.Type{e.module}
	case len(e.owners) > 0:
		if len(e.value) > 0 {
			return x.Engine.Attr(e.value[0], e.name)
		}
		return x.Engine.Attr(&infer.Instance{Class: e.owners[0]}, e.name)
	case e.symbol != nil:
		return x.Engine.Symbol(e.home, e.symbol)
	}
	return nil
}

// location is a definition: the statement or part that a node is, and its name.
func location(f *modules.File, n syntax.Node, name syntax.Span) Location {
	span := name
	if n != nil {
		if r := modules.Cover(n); r.Start <= name.Start && name.End <= r.End {
			span = r
		}
	}
	return Location{Path: f.Path, File: f.Source, Span: span, Name: name}
}

func fileLocation(f *modules.File) Location {
	return Location{Path: f.Path, File: f.Source}
}

func dedupe(list []Location) []Location {
	seen := map[Location]bool{}
	out := list[:0]
	for _, l := range list {
		if !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	return out
}

func sortLocations(list []Location) {
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Path != list[j].Path {
			return list[i].Path < list[j].Path
		}
		return list[i].Name.Start < list[j].Name.Start
	})
}
