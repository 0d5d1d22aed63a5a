package scope

import (
	"fmt"

	"slp/syntax"
)

// Build makes the table of a module. The errors are those of CPython's symtable: misplaced global
// and nonlocal statements, duplicate parameters, walrus and yield where they may not stand. They
// come in the order of the text but for those that need the whole of it, which follow.
func Build(module *syntax.Module) (*Table, []syntax.Error) {
	t := &Table{
		body:        map[syntax.Node]*Scope{},
		typeParams:  map[syntax.Node]*Scope{},
		annotations: map[syntax.Node]*Scope{},
		bounds:      map[syntax.TypeParam]*Scope{},
		defaults:    map[syntax.TypeParam]*Scope{},
	}
	b := &binder{table: t, postponed: futureAnnotations(module)}
	t.Module = b.enter(Module, "top", module)
	t.body[module] = t.Module
	b.stmts(module.Body)
	b.leave()
	r := resolver{binder: b}
	r.resolve()
	return t, b.errors
}

// Check is Build and syntax.Check together, the errors in CPython's order: what stands between a
// tree without syntax errors and its compilation.
func Check(module *syntax.Module) (*Table, []syntax.Error) {
	table, errors := Build(module)
	return table, append(errors, syntax.Check(module)...)
}

// futureAnnotations reports "from __future__ import annotations".
func futureAnnotations(module *syntax.Module) bool {
	for _, s := range module.Body {
		if from, ok := s.(*syntax.ImportFrom); ok && from.Module == "__future__" && from.Level == 0 {
			for _, a := range from.Names {
				if a.Name == "annotations" {
					return true
				}
			}
		}
	}
	return false
}

// binder walks the tree once and notes who binds and uses what where.
type binder struct {
	table  *Table
	errors []syntax.Error
	cur    *Scope

	class       string // the innermost class's name
	postponed   bool   // annotations are not evaluated at all
	conditional int    // depth of conditional blocks in the current scope
	iterable    int    // inside the iterable of a comprehension
	target      bool   // inside the target of a comprehension
	weak        bool   // inside an annotation that is not evaluated
	weakUses    []weakUse
	directives  []directive
	free        []Symbol // block of symbols to hand out
}

// weakUse is a name in an annotation that is not evaluated: it means something to a reader only.
type weakUse struct {
	scope *Scope
	name  string
	use   Use
}

// directive is a name of a global or nonlocal statement.
type directive struct {
	scope *Scope
	name  string
	span  syntax.Span
}

func (b *binder) enter(kind Kind, name string, node syntax.Node) *Scope {
	s := &Scope{Kind: kind, Name: name, Node: node, Parent: b.cur, class: b.class}
	if p := b.cur; p != nil {
		s.Nested = p.Nested || p.Kind.FunctionLike()
		p.Children = append(p.Children, s)
		s.mangled = p.mangled
	}
	b.cur = s
	b.table.Scopes = append(b.table.Scopes, s)
	return s
}

func (b *binder) leave() { b.cur = b.cur.Parent }

func (b *binder) errorf(span syntax.Span, format string, args ...any) {
	b.errors = append(b.errors, syntax.Error{Span: span, Message: fmt.Sprintf(format, args...)})
}

// symbol is the current scope's symbol of a mangled name, made if need be.
func (b *binder) symbol(s *Scope, name string) *Symbol {
	if sym := s.Lookup(name); sym != nil {
		return sym
	}
	if len(b.free) == 0 {
		b.free = make([]Symbol, 32)
	}
	sym := &b.free[0]
	b.free = b.free[1:]
	sym.Name, sym.Scope = name, s
	s.add(sym)
	return sym
}

// bind notes that the current scope binds a name, and checks it against what is known of it.
func (b *binder) bind(name string, span syntax.Span, kind BindingKind, node syntax.Node) *Symbol {
	if name == "" {
		return nil // left out in a broken text
	}
	sym := b.symbol(b.cur, b.cur.Mangle(name))
	switch kind {
	case BindParameter:
		if sym.Parameter {
			b.errorf(span, "duplicate argument '%s' in function definition", name)
		}
		sym.Parameter = true
	case BindTypeParam:
		if sym.TypeParam {
			b.errorf(span, "duplicate type parameter '%s'", name)
		}
		sym.TypeParam = true
	case BindImport, BindImportFrom:
		sym.Imported = true
	}
	if b.target {
		if sym.Declared {
			b.errorf(span, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		sym.CompIter = true
		kind = BindComprehension
	}
	sym.Bound = true
	sym.Bindings = append(sym.Bindings, Binding{span, kind, node})
	return sym
}

// use notes that the current scope reads a name.
func (b *binder) use(name string, span syntax.Span, node syntax.Node) {
	if name == "" {
		return
	}
	name = b.cur.Mangle(name)
	if b.weak {
		b.weakUses = append(b.weakUses, weakUse{b.cur, name, Use{span, node}})
		return
	}
	sym := b.symbol(b.cur, name)
	sym.Used = true
	sym.Uses = append(sym.Uses, Use{span, node})
}

func (b *binder) stmts(list []syntax.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

// block is statements that may not run.
func (b *binder) block(list []syntax.Stmt) {
	b.conditional++
	b.stmts(list)
	b.conditional--
}

func (b *binder) stmt(node syntax.Stmt) {
	switch n := node.(type) {
	case *syntax.FunctionDef:
		b.function(n)
	case *syntax.ClassDef:
		b.classDef(n)
	case *syntax.TypeAlias:
		b.typeAlias(n)
	case *syntax.Return:
		b.expr(n.Value)
	case *syntax.Delete:
		b.targets(n.Targets, BindDelete, n)
	case *syntax.Assign:
		b.targets(n.Targets, BindAssign, n)
		b.expr(n.Value)
	case *syntax.AugAssign:
		b.augTarget(n)
		b.expr(n.Value)
	case *syntax.AnnAssign:
		b.annAssign(n)
	case *syntax.For:
		b.bindTarget(n.Target, BindFor, n)
		b.expr(n.Iter)
		b.block(n.Body)
		b.block(n.Orelse)
	case *syntax.While:
		b.expr(n.Test)
		b.block(n.Body)
		b.block(n.Orelse)
	case *syntax.If:
		b.expr(n.Test)
		b.block(n.Body)
		b.block(n.Orelse)
	case *syntax.With:
		for _, item := range n.Items {
			b.expr(item.Context)
			if item.Target != nil {
				b.bindTarget(item.Target, BindWith, n)
			}
		}
		b.block(n.Body)
	case *syntax.Match:
		b.expr(n.Subject)
		b.conditional++
		for _, c := range n.Cases {
			b.pattern(c.Pattern)
			b.expr(c.Guard)
			b.stmts(c.Body)
		}
		b.conditional--
	case *syntax.Raise:
		b.expr(n.Exc)
		b.expr(n.Cause)
	case *syntax.Try:
		b.tryStmt(n)
	case *syntax.Assert:
		b.expr(n.Test)
		b.expr(n.Msg)
	case *syntax.Import:
		for _, a := range n.Names {
			b.importName(a, BindImport)
		}
	case *syntax.ImportFrom:
		for _, a := range n.Names {
			b.importName(a, BindImportFrom)
		}
	case *syntax.Global:
		for _, id := range n.Names {
			b.declare(id, false, n)
		}
	case *syntax.Nonlocal:
		for _, id := range n.Names {
			b.declare(id, true, n)
		}
	case *syntax.ExprStmt:
		b.expr(n.Value)
	case *syntax.BadStmt:
		for _, part := range n.Parts {
			b.part(part)
		}
	}
}

func (b *binder) part(node syntax.Node) {
	switch n := node.(type) {
	case syntax.Stmt:
		b.stmt(n)
	case syntax.Expr:
		b.expr(n)
	}
}

func (b *binder) tryStmt(n *syntax.Try) {
	b.block(n.Body)
	b.conditional++
	for _, h := range n.Handlers {
		b.expr(h.Type)
		if h.Name != "" {
			b.bind(h.Name, h.NameSpan, BindExcept, h)
		}
		b.stmts(h.Body)
	}
	b.conditional--
	b.block(n.Orelse)
	b.block(n.Finalbody)
}

func (b *binder) importName(a *syntax.Alias, kind BindingKind) {
	name, span := a.AsName, a.AsNameSpan
	if name == "" {
		name, span = a.Name, a.NameSpan
		if name == "*" {
			if b.cur.Kind != Module {
				b.errorf(a.Span, "import * only allowed at module level")
			}
			b.cur.ImportStar = true
			return
		}
		if kind == BindImport {
			for i := 0; i < len(name); i++ {
				if name[i] == '.' {
					name = name[:i]
					span.End = min(span.End, span.Start+int32(i))
					break
				}
			}
		}
	}
	b.bind(name, span, kind, a)
}

// declare reads one name of a global or nonlocal statement.
func (b *binder) declare(id syntax.Ident, nonlocal bool, stmt syntax.Node) {
	word := "global"
	if nonlocal {
		word = "nonlocal"
	}
	sym := b.symbol(b.cur, b.cur.Mangle(id.Name))
	switch {
	case sym.Parameter:
		b.errorf(stmt.Range(), "name '%s' is parameter and %s", id.Name, word)
	case sym.Used:
		b.errorf(stmt.Range(), "name '%s' is used prior to %s declaration", id.Name, word)
	case sym.Annotated:
		b.errorf(stmt.Range(), "annotated name '%s' can't be %s", id.Name, word)
	case sym.Bound:
		b.errorf(stmt.Range(), "name '%s' is assigned to before %s declaration", id.Name, word)
	}
	b.directives = append(b.directives, directive{b.cur, sym.Name, stmt.Range()})
	if nonlocal {
		sym.Nonlocal = true
	} else {
		sym.global = true
		b.symbol(b.table.Module, sym.Name).global = true
	}
	sym.Declared = true
	sym.Bindings = append(sym.Bindings, Binding{id.Span, BindDeclaration, stmt})
}

func (b *binder) targets(list []syntax.Expr, kind BindingKind, node syntax.Node) {
	for _, e := range list {
		b.bindTarget(e, kind, node)
	}
}

// bindTarget binds the names of a target; the rest of it is read.
func (b *binder) bindTarget(e syntax.Expr, kind BindingKind, node syntax.Node) {
	switch n := e.(type) {
	case *syntax.Name:
		b.bind(n.Id, n.Span, kind, node)
	case *syntax.Starred:
		b.bindTarget(n.Value, kind, node)
	case *syntax.List:
		b.targets(n.Elts, kind, node)
	case *syntax.Tuple:
		b.targets(n.Elts, kind, node)
	default:
		b.expr(e)
	}
}

// augTarget: the name of "x += 1" is bound; that it is read too matters to readers, not to scopes.
func (b *binder) augTarget(n *syntax.AugAssign) {
	if name, ok := n.Target.(*syntax.Name); ok {
		b.bind(name.Id, name.Span, BindAugAssign, n)
		return
	}
	b.expr(n.Target)
}

func (b *binder) annAssign(n *syntax.AnnAssign) {
	name, ok := n.Target.(*syntax.Name)
	switch {
	case !ok:
		b.expr(n.Target)
	case n.Simple:
		sym := b.symbol(b.cur, b.cur.Mangle(name.Id))
		if sym.Declared && b.cur.Kind != Module {
			word := "global"
			if sym.Nonlocal {
				word = "nonlocal"
			}
			b.errorf(n.Span, "annotated name '%s' can't be %s", name.Id, word)
		}
		sym.Annotated = true
		kind := BindAssign
		if n.Value == nil {
			kind = BindAnnotation
		}
		b.bind(name.Id, name.Span, kind, n)
	case n.Value != nil:
		b.bind(name.Id, name.Span, BindAssign, n)
	}
	b.variableAnnotation(n.Annotation)
	b.expr(n.Value)
}

func (b *binder) pattern(p syntax.Pattern) {
	switch n := p.(type) {
	case *syntax.MatchValue:
		b.expr(n.Value)
	case *syntax.MatchSequence:
		b.patterns(n.Patterns)
	case *syntax.MatchMapping:
		for _, key := range n.Keys {
			b.expr(key)
		}
		b.patterns(n.Patterns)
		if n.Rest != "" {
			b.bind(n.Rest, n.RestSpan, BindMatch, n)
		}
	case *syntax.MatchClass:
		b.expr(n.Cls)
		b.patterns(n.Patterns)
		b.patterns(n.KwdPatterns)
	case *syntax.MatchStar:
		if n.Name != "" {
			b.bind(n.Name, n.NameSpan, BindMatch, n)
		}
	case *syntax.MatchAs:
		if n.Pattern != nil {
			b.pattern(n.Pattern)
		}
		if n.Name != "" {
			b.bind(n.Name, n.NameSpan, BindMatch, n)
		}
	case *syntax.MatchOr:
		b.patterns(n.Patterns)
	}
}

func (b *binder) patterns(list []syntax.Pattern) {
	for _, p := range list {
		b.pattern(p)
	}
}
