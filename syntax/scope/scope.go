// Package scope says what each name of a tree refers to, as CPython's symtable does.
//
// Its nouns: Table (the answer for one module), Scope (a region with names of its own), Symbol (one
// name in one scope), Binding (a place that gives the name a value), Use (a place that reads it).
//
//	table, errors := scope.Build(module)
//	symbol := table.Of(function).Lookup("x")
//
// Invariant: the tree is not changed; the Table is a side table over it and immutable once built.
package scope

import "slp/syntax"

// Kind is the kind of a region.
type Kind uint8

// Kinds of scopes.
const (
	Module        Kind = iota
	Class              // class body
	Function           // def, async def
	Lambda             // lambda
	Comprehension      // list, set, dict comprehension, generator expression
	Annotations        // deferred annotations of a function, class or module (PEP 649)
	TypeParams         // around a generic def, class or type statement (PEP 695)
	TypeAlias          // value of a type statement
	TypeVarBound       // bound or default of a type parameter
)

// FunctionLike reports a scope whose locals are fast: all but Module and Class.
func (k Kind) FunctionLike() bool { return k != Module && k != Class }

// Storage says where a name lives, seen from one scope.
type Storage uint8

// Storages, as symtable has them.
const (
	Local          Storage = iota // in this scope, not shared
	Cell                          // in this scope, captured by an inner one
	Free                          // in an enclosing function-like scope
	GlobalExplicit                // declared global, here or, for a symbol of the module, anywhere
	GlobalImplicit                // bound nowhere around: module's dict or builtins
)

// Scope is a region of the text with names of its own.
type Scope struct {
	Kind     Kind
	Name     string // the function's or class's name, "<lambda>", "<listcomp>", "top", ...
	Node     syntax.Node
	Parent   *Scope // nil for the module
	Children []*Scope
	Symbols  []*Symbol // in order of first appearance; names mangled

	// Flags of function-like scopes.
	Generator  bool // contains yield (a generator expression too)
	Coroutine  bool // async def, or a comprehension with async parts
	Nested     bool // some enclosing scope is function-like
	VarArgs    bool // has *args
	VarKwds    bool // has **kwargs
	ImportStar bool // has "from x import *" (the module scope)

	// NeedsClassCell: a class whose methods use super() or __class__.
	NeedsClassCell bool
	// NeedsClassDict: a class whose namespace inner annotation scopes look into (__classdict__).
	NeedsClassDict bool
	// ClassVisible: an annotation or type parameter scope directly in a class: globals and free
	// names are first looked up in the class namespace.
	ClassVisible bool
	// Conditional: some annotation of this module or class stands in a conditional block.
	Conditional bool
	// Inlined: a comprehension that CPython runs in its parent's frame (PEP 709). It still is a
	// scope. A Free symbol of it may be a Local of the function around: then no cell is needed.
	Inlined bool

	// ClassCell and ClassDict are the symbols of the cells that a class makes for inner scopes,
	// nil where none needs them. They are not among Symbols.
	ClassCell, ClassDict *Symbol

	class   string          // the innermost class's name, for mangling
	mangled map[string]bool // if not nil, the only names that are mangled
	info    string          // of a TypeVarBound: "TypeVar default" and the like, for messages
	index   map[string]*Symbol
}

// smallScope is how many symbols a scope searches without an index.
const smallScope = 8

// Lookup is the symbol of a name in this very scope, or nil. The name must be mangled; see Mangle.
func (s *Scope) Lookup(name string) *Symbol {
	if s.index != nil {
		return s.index[name]
	}
	for _, sym := range s.Symbols {
		if sym.Name == name {
			return sym
		}
	}
	return nil
}

func (s *Scope) add(sym *Symbol) {
	s.Symbols = append(s.Symbols, sym)
	switch {
	case s.index != nil:
		s.index[sym.Name] = sym
	case len(s.Symbols) > smallScope:
		s.index = make(map[string]*Symbol, 4*smallScope)
		for _, sym := range s.Symbols {
			s.index[sym.Name] = sym
		}
	}
}

// Mangle is what a name in this scope is really called: "__x" in class C is "_C__x".
func (s *Scope) Mangle(name string) string {
	if s.class == "" || s.mangled != nil && !s.mangled[name] {
		return name
	}
	return Mangle(s.class, name)
}

// Symbol is one name in one scope.
type Symbol struct {
	Name    string // mangled
	Scope   *Scope
	Storage Storage

	Bound       bool // assigned, imported, defined, parameter, ... here
	Used        bool // read here
	Parameter   bool
	Imported    bool
	Annotated   bool // "x: int"
	Declared    bool // in a global or nonlocal statement
	Nonlocal    bool // in a nonlocal statement
	TypeParam   bool
	CompIter    bool // bound by a comprehension's for
	FreeInClass bool // Local of a class; functions in it see one of the same name further out

	global bool // in a global statement

	// Definer is the symbol that holds the value: of an enclosing scope for Free, of the module for
	// globals (nil when the module does not bind it: a builtin or unknown), itself otherwise.
	Definer *Symbol

	Bindings []Binding
	Uses     []Use
}

// BindingKind is how a name gets its value.
type BindingKind uint8

// Kinds of bindings.
const (
	BindAssign BindingKind = iota // =, for target, unpacking, with ... as
	BindAugAssign
	BindAnnotation // "x: int" without a value
	BindWalrus
	BindParameter
	BindFunction
	BindClass
	BindImport
	BindImportFrom
	BindExcept // except ... as
	BindMatch  // capture pattern
	BindTypeParam
	BindTypeAlias
	BindComprehension // target of a comprehension's for
	BindDelete        // del x
	BindDeclaration   // named in global or nonlocal
	BindFor           // target of a for statement
	BindWith          // target of a with statement
)

// Binding is a place that gives (or takes) a name's value. Span is the name's own.
type Binding struct {
	syntax.Span
	Kind BindingKind
	Node syntax.Node // the statement, parameter, alias, handler or pattern that binds
}

// Use is a place that reads a name. Span is the name's own.
type Use struct {
	syntax.Span
	Node syntax.Node // the *syntax.Name, or the call of super() that needs __class__
}

// Table holds the scopes of one module.
type Table struct {
	Module *Scope
	Scopes []*Scope // all, outer before inner, in order of the text

	body        map[syntax.Node]*Scope
	typeParams  map[syntax.Node]*Scope
	annotations map[syntax.Node]*Scope
	bounds      map[syntax.TypeParam]*Scope
	defaults    map[syntax.TypeParam]*Scope
}

// Of is the scope of a Module, FunctionDef, ClassDef, Lambda, TypeAlias (its value) or comprehension.
func (t *Table) Of(node syntax.Node) *Scope { return t.body[node] }

// TypeParams is the scope around a generic FunctionDef, ClassDef or TypeAlias; nil when it has no type parameters.
func (t *Table) TypeParams(node syntax.Node) *Scope { return t.typeParams[node] }

// Annotations is the scope of the deferred annotations of a FunctionDef, ClassDef or Module; nil when it has none.
func (t *Table) Annotations(node syntax.Node) *Scope { return t.annotations[node] }

// Bound is the scope of a type parameter's bound, or nil.
func (t *Table) Bound(p syntax.TypeParam) *Scope { return t.bounds[p] }

// Default is the scope of a type parameter's default, or nil.
func (t *Table) Default(p syntax.TypeParam) *Scope { return t.defaults[p] }

// Mangle is the name that "name" stands for in the body of a class: __x becomes _Class__x. The
// class "" leaves it alone.
func Mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[0] != '_' || name[1] != '_' {
		return name
	}
	if name[len(name)-1] == '_' && name[len(name)-2] == '_' {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for class != "" && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}
