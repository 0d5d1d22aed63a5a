package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Name is what a Name expression can be.
func (e *Engine) Name(f *modules.File, name *syntax.Name) Type {
	sym := f.SymbolOf(name)
	if sym == nil {
		return e.Global(f, name.Id)
	}
	def := modules.Definer(sym)
	if def != sym || sym.Scope.Kind == scope.Class && !sym.Bound {
		return e.Symbol(f, sym)
	}
	if !sym.Bound {
		return e.Symbol(f, sym)
	}
	reaching := e.Reaching(f, sym, name)
	if len(reaching) == len(sym.Bindings) {
		return e.Symbol(f, sym)
	}
	var t Type
	for _, b := range reaching {
		t = union(t, e.Binding(f, sym, b)...)
	}
	return t
}

// Global is what a module-level or builtin name can be.
func (e *Engine) Global(f *modules.File, name string) Type {
	if sym := f.Global(name); sym != nil {
		return e.Symbol(f, sym)
	}
	if t := e.starImported(f, name); t != nil {
		return t
	}
	if sym := e.BuiltinSymbol(name); sym != nil {
		return e.Symbol(e.Builtins(), sym)
	}
	return nil
}

// Symbol is the union of all values bound to a symbol.
func (e *Engine) Symbol(f *modules.File, sym *scope.Symbol) Type {
	sym = modules.Definer(sym)
	if t, known := e.symbols[sym]; known {
		return t
	}
	global := sym.Scope.Kind == scope.Module || sym.Storage == scope.GlobalExplicit || sym.Storage == scope.GlobalImplicit
	if !sym.Bound && global && f.Global(sym.Name) == nil {
		if t := e.starImported(f, sym.Name); t != nil {
			return t
		}
		if b := e.BuiltinSymbol(sym.Name); b != nil && f != e.Builtins() {
			return e.Symbol(e.Builtins(), b)
		}
		return nil
	}
	if !e.enter(sym) {
		return nil
	}
	t := e.bound(f, sym, global)
	if e.leave(sym) {
		e.symbols[sym] = t
	}
	return t
}

// bound is the union of what the bindings of a symbol give.
func (e *Engine) bound(f *modules.File, sym *scope.Symbol, global bool) Type {
	var t Type
	if global {
		for _, b := range f.GlobalBindings(sym.Name) {
			t = union(t, e.Binding(f, sym, b)...)
		}
		return t
	}
	for i := range sym.Bindings {
		t = union(t, e.Binding(f, sym, &sym.Bindings[i])...)
	}
	for _, inner := range e.nonlocals(f, sym) {
		t = union(t, e.Binding(f, sym, inner)...)
	}
	return t
}

// nonlocals are the bindings that inner functions make with a nonlocal statement.
func (e *Engine) nonlocals(f *modules.File, sym *scope.Symbol) []*scope.Binding {
	if sym.Storage != scope.Cell {
		return nil
	}
	var out []*scope.Binding
	for _, s := range f.Scopes.Scopes {
		if in := s.Lookup(sym.Name); in != nil && in.Nonlocal && modules.Definer(in) == sym {
			for i := range in.Bindings {
				out = append(out, &in.Bindings[i])
			}
		}
	}
	return out
}

// starImported is what "from x import *" makes of a name.
func (e *Engine) starImported(f *modules.File, name string) Type {
	if !f.Scopes.Module.ImportStar || len(name) > 0 && name[0] == '_' {
		return nil
	}
	for _, imp := range f.Imports() {
		stmt, ok := imp.Stmt.(*syntax.ImportFrom)
		if !ok || imp.Alias.Name != "*" {
			continue
		}
		m := e.Module(e.View.Resolve(f.Path, stmt.Module, stmt.Level))
		if m == nil || m.File == nil || m.File == f || !e.enter([2]any{f, name}) {
			continue
		}
		t := e.moduleAttr(m, name)
		e.leave([2]any{f, name})
		if t != nil {
			return t
		}
	}
	return nil
}

// Reaching are the bindings of sym that can have given the value read at a use in the same scope:
// those before it up to one in a block around it, and those later in a loop around it.
func (e *Engine) Reaching(f *modules.File, sym *scope.Symbol, use *syntax.Name) []*scope.Binding {
	all := make([]*scope.Binding, 0, len(sym.Bindings))
	for i := range sym.Bindings {
		if k := sym.Bindings[i].Kind; k != scope.BindDeclaration {
			all = append(all, &sym.Bindings[i])
		}
	}
	if len(all) < 2 || sym.Scope.Kind == scope.Comprehension {
		return all
	}
	around := blocksAround(f, use)
	last := -1
	stmt := statementOf(f, use)
	for i, b := range all {
		before := b.Start < use.Start
		if before && stmt != nil && stmt.Range().Contains(b.Start) && b.Kind != scope.BindWalrus && !isCompound(stmt) {
			before = false // "x = f(x)": the binding comes after its value
		}
		if before {
			last = i
		}
	}
	var out []*scope.Binding
	for i := last; i >= 0; i-- {
		b := all[i]
		out = append(out, b)
		if b.Kind == scope.BindAugAssign || b.Kind == scope.BindAnnotation {
			continue
		}
		if _, sure := around[blockOf(f, b)]; sure && b.Kind != scope.BindFor && b.Kind != scope.BindExcept {
			break
		}
	}
	// In a loop, what stands below the use comes round to it.
	for i := last + 1; i < len(all); i++ {
		for loop := range around {
			if isLoop(loop.owner) && loop.owner.Range().Contains(all[i].Start) {
				out = append(out, all[i])
				break
			}
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// block is a list of statements: its owner and which of the owner's lists.
type block struct {
	owner syntax.Node
	list  int
}

// blocksAround are the blocks that hold a node, inside its function or class.
func blocksAround(f *modules.File, n syntax.Node) map[block]bool {
	out := map[block]bool{}
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		if s, ok := child.(syntax.Stmt); ok {
			out[block{p, listOf(p, s)}] = true
		}
		switch p.(type) {
		case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
			return out
		}
	}
	return out
}

func blockOf(f *modules.File, b *scope.Binding) block {
	n := b.Node
	if p, ok := n.(*syntax.Arg); ok {
		if fn := enclosing(f, p); fn != nil {
			return block{fn, 0}
		}
	}
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		if s, ok := child.(syntax.Stmt); ok {
			return block{p, listOf(p, s)}
		}
	}
	return block{}
}

func enclosing(f *modules.File, n syntax.Node) syntax.Node {
	for p := f.Parent(n); p != nil; p = f.Parent(p) {
		switch p.(type) {
		case *syntax.FunctionDef, *syntax.Lambda:
			return p
		}
	}
	return nil
}

// listOf says in which list of p the statement s stands: 0 is the body.
func listOf(p syntax.Node, s syntax.Stmt) int {
	in := func(list []syntax.Stmt) bool {
		return len(list) > 0 && list[0].Range().Start <= s.Range().Start && s.Range().End <= list[len(list)-1].Range().End
	}
	switch p := p.(type) {
	case *syntax.If:
		if in(p.Orelse) {
			return 1
		}
	case *syntax.For:
		if in(p.Orelse) {
			return 1
		}
	case *syntax.While:
		if in(p.Orelse) {
			return 1
		}
	case *syntax.Try:
		if in(p.Orelse) {
			return 1
		}
		if in(p.Finalbody) {
			return 2
		}
	}
	return 0
}

func isLoop(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.For, *syntax.While:
		return true
	}
	return false
}

func isCompound(s syntax.Stmt) bool {
	switch s.(type) {
	case *syntax.If, *syntax.For, *syntax.While, *syntax.With, *syntax.Try, *syntax.Match, *syntax.FunctionDef, *syntax.ClassDef:
		return true
	}
	return false
}

func statementOf(f *modules.File, n syntax.Node) syntax.Stmt {
	for n != nil {
		if s, ok := n.(syntax.Stmt); ok {
			return s
		}
		n = f.Parent(n)
	}
	return nil
}
