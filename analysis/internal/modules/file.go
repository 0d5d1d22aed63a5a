package modules

import (
	"sort"
	"strings"
	"sync"

	"slp/syntax"
	"slp/syntax/scope"
)

// File is one parsed text.
type File struct {
	Path   string
	Source *syntax.File
	Tree   *syntax.Module
	Errors []syntax.Error // of the parser first, then of scope and check
	Scopes *scope.Table
	Stub   bool // a .pyi: bodies say nothing

	names []nameAt // every binding and use of a name, by offset

	byNameOnce sync.Once
	byName     map[string][]int // indexes into names

	parentsOnce sync.Once
	parents     map[syntax.Node]syntax.Node

	indexOnce sync.Once
	attrs     map[string][]*syntax.Attribute // every attribute expression, by name
	calls     []*syntax.Call
	naming    map[string][]*syntax.Call
	selfAttrs map[*syntax.ClassDef]map[string][]SelfAttr
	imports   []Import
}

type nameAt struct {
	span   syntax.Span
	symbol *scope.Symbol
	bind   *scope.Binding // nil for a use
	use    syntax.Node    // nil for a binding
}

// SelfAttr is "self.name = value" in a method of a class, or an annotation of it.
type SelfAttr struct {
	Target     *syntax.Attribute
	Method     *syntax.FunctionDef
	Value      syntax.Expr // or nil
	Annotation syntax.Expr // or nil
	Unpacked   bool        // the value is what the target is unpacked from
}

// Import is one alias of an import statement.
type Import struct {
	Stmt  syntax.Stmt // *syntax.Import or *syntax.ImportFrom
	Alias *syntax.Alias
}

// Parse makes a File of a text. It never fails.
func Parse(path, text string) *File {
	source := syntax.NewTextFile(path, text)
	tree, errs := syntax.Parse(source, syntax.Options{NameLookup: anyCharacter})
	f := &File{Path: path, Source: source, Tree: tree, Stub: strings.HasSuffix(path, ".pyi")}
	table, more := scope.Check(tree)
	f.Scopes = table
	f.Errors = append(f.Errors, errs...)
	if len(errs) == 0 { // what a broken tree breaks further is noise
		f.Errors = append(f.Errors, more...)
	}
	for _, s := range table.Scopes {
		for _, sym := range s.Symbols {
			for i := range sym.Bindings {
				b := &sym.Bindings[i]
				f.names = append(f.names, nameAt{b.Span, sym, b, nil})
			}
			for _, u := range sym.Uses {
				f.names = append(f.names, nameAt{u.Span, sym, nil, u.Node})
			}
		}
	}
	sort.SliceStable(f.names, func(i, j int) bool { return f.names[i].span.Start < f.names[j].span.Start })
	return f
}

// anyCharacter takes every \N{NAME} that looks like a character's name for one: the names themselves
// are the machine's business.
func anyCharacter(name string) (string, bool) {
	for i := range len(name) {
		c := name[i]
		if c != ' ' && c != '-' && c != '(' && c != ')' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return "", false
		}
	}
	return "\uFFFD", name != ""
}

// NameAt is the symbol named at an offset, the name's span and, when it is bound there, the binding.
// The cursor may stand at the end of the name.
func (f *File) NameAt(offset int32) (*scope.Symbol, syntax.Span, *scope.Binding) {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].span.Start > offset })
	for best := i - 1; best >= 0 && best >= i-4; best-- {
		n := f.names[best]
		if n.span.Contains(offset) && !n.span.Empty() {
			// Prefer a binding to a use of the same span ("x += 1" has both).
			for k := best - 1; k >= 0 && f.names[k].span == n.span; k-- {
				if n.bind == nil && f.names[k].bind != nil {
					n = f.names[k]
				}
			}
			return n.symbol, n.span, n.bind
		}
	}
	return nil, syntax.Span{}, nil
}

// SymbolOf is the symbol that a Name expression refers to, in the scope where it stands; nil when
// the table does not know it.
func (f *File) SymbolOf(name *syntax.Name) *scope.Symbol {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].span.Start >= name.Start })
	for ; i < len(f.names) && f.names[i].span.Start == name.Start; i++ {
		if f.names[i].span.End == name.End {
			return f.names[i].symbol
		}
	}
	return nil
}

// Parent is the node that holds a node; nil for the module.
func (f *File) Parent(n syntax.Node) syntax.Node {
	f.parentsOnce.Do(func() {
		f.parents = map[syntax.Node]syntax.Node{}
		var stack []syntax.Node
		walk(f.Tree, func(n syntax.Node) {
			if len(stack) > 0 {
				f.parents[n] = stack[len(stack)-1]
			}
			stack = append(stack, n)
		}, func(syntax.Node) { stack = stack[:len(stack)-1] })
	})
	return f.parents[n]
}
