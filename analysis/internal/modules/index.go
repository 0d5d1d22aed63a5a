package modules

import (
	"sort"

	"slp/syntax"
	"slp/syntax/scope"
)

// Attributes are all expressions "x.name" of the file, in order.
func (f *File) Attributes(name string) []*syntax.Attribute {
	f.buildIndex()
	return f.attrs[name]
}

// Calls are all calls of the file, outer before inner, in order.
func (f *File) Calls() []*syntax.Call {
	f.buildIndex()
	return f.calls
}

// CallsNaming are the calls that could lead to a function of a name: those of something so named,
// and those that get something so named as an argument, themselves or in the call that they call
// ("tasklet(f)(x)").
func (f *File) CallsNaming(name string) []*syntax.Call {
	f.buildIndex()
	return f.naming[name]
}

// LastName is the name that a dotted expression ends in, or "".
func LastName(x syntax.Expr) string {
	switch x := x.(type) {
	case *syntax.Name:
		return x.Id
	case *syntax.Attribute:
		return x.Name
	}
	return ""
}

func (x *indexer) naming(c *syntax.Call) {
	seen := map[string]bool{}
	add := func(e syntax.Expr) {
		if n := LastName(e); n != "" && !seen[n] {
			seen[n] = true
			x.f.naming[n] = append(x.f.naming[n], c)
		}
	}
	all := func(c *syntax.Call) {
		add(c.Func)
		for _, a := range c.Args {
			add(a)
		}
		for _, k := range c.Keywords {
			add(k.Value)
		}
	}
	all(c)
	inner, ok := c.Func.(*syntax.Call)
	if at, isAttr := c.Func.(*syntax.Attribute); isAttr {
		inner, ok = at.Value.(*syntax.Call)
	}
	if ok {
		all(inner)
	}
}

// SelfAttrs are the attributes that the methods of a class give to self, by name.
func (f *File) SelfAttrs(c *syntax.ClassDef) map[string][]SelfAttr {
	f.buildIndex()
	return f.selfAttrs[c]
}

// Imports are all aliases of all import statements, in order.
func (f *File) Imports() []Import {
	f.buildIndex()
	return f.imports
}

func (f *File) buildIndex() {
	f.indexOnce.Do(func() {
		f.attrs = map[string][]*syntax.Attribute{}
		f.selfAttrs = map[*syntax.ClassDef]map[string][]SelfAttr{}
		f.naming = map[string][]*syntax.Call{}
		x := indexer{f: f}
		x.walk()
	})
}

// indexer fills the indexes in one walk; it knows the method it is in.
type indexer struct {
	f       *File
	methods []method
	depth   []syntax.Node
}

type method struct {
	class *syntax.ClassDef
	def   *syntax.FunctionDef
	self  string
}

func (x *indexer) walk() {
	walk(x.f.Tree, x.enter, x.leave)
}

func (x *indexer) enter(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		m := method{def: n}
		if c, ok := last(x.depth).(*syntax.ClassDef); ok {
			m.class, m.self = c, FirstParameter(n)
		} else if len(x.methods) > 0 { // a function inside a method sees its self
			outer := x.methods[len(x.methods)-1]
			m.class, m.self = outer.class, outer.self
			if bindsParameter(n.Args, m.self) {
				m.class = nil
			}
		}
		x.methods = append(x.methods, m)
	case *syntax.Attribute:
		x.f.attrs[n.Name] = append(x.f.attrs[n.Name], n)
	case *syntax.Call:
		x.f.calls = append(x.f.calls, n)
		x.naming(n)
	case *syntax.Import:
		for _, a := range n.Names {
			x.f.imports = append(x.f.imports, Import{n, a})
		}
	case *syntax.ImportFrom:
		for _, a := range n.Names {
			x.f.imports = append(x.f.imports, Import{n, a})
		}
	case *syntax.Assign:
		for _, t := range n.Targets {
			x.target(t, n.Value, nil, false)
		}
	case *syntax.AnnAssign:
		x.target(n.Target, n.Value, n.Annotation, false)
	case *syntax.AugAssign:
		x.target(n.Target, nil, nil, true)
	case *syntax.For:
		x.target(n.Target, n.Iter, nil, true)
	case *syntax.WithItem:
		if n.Target != nil {
			x.target(n.Target, n.Context, nil, true)
		}
	}
	x.depth = append(x.depth, n)
}

func (x *indexer) leave(n syntax.Node) {
	x.depth = x.depth[:len(x.depth)-1]
	if _, ok := n.(*syntax.FunctionDef); ok {
		x.methods = x.methods[:len(x.methods)-1]
	}
}

func (x *indexer) target(t, value, annotation syntax.Expr, unpacked bool) {
	switch t := t.(type) {
	case *syntax.Tuple:
		x.targets(t.Elts, value)
	case *syntax.List:
		x.targets(t.Elts, value)
	case *syntax.Starred:
		x.target(t.Value, value, nil, true)
	case *syntax.Attribute:
		if len(x.methods) == 0 {
			return
		}
		m := x.methods[len(x.methods)-1]
		if n, ok := t.Value.(*syntax.Name); !ok || m.class == nil || n.Id != m.self || m.self == "" {
			return
		}
		table := x.f.selfAttrs[m.class]
		if table == nil {
			table = map[string][]SelfAttr{}
			x.f.selfAttrs[m.class] = table
		}
		table[t.Name] = append(table[t.Name], SelfAttr{t, m.def, value, annotation, unpacked})
	}
}

// targets pairs "a, b = x, y" when both sides are displays of the same length.
func (x *indexer) targets(elts []syntax.Expr, value syntax.Expr) {
	values := displayed(value)
	for i, e := range elts {
		if len(values) == len(elts) && !hasStar(values) && !hasStar(elts) {
			x.target(e, values[i], nil, false)
		} else {
			x.target(e, value, nil, true)
		}
	}
}

func displayed(e syntax.Expr) []syntax.Expr {
	switch e := e.(type) {
	case *syntax.Tuple:
		return e.Elts
	case *syntax.List:
		return e.Elts
	}
	return nil
}

func hasStar(es []syntax.Expr) bool {
	for _, e := range es {
		if _, ok := e.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

func last(nodes []syntax.Node) syntax.Node {
	if len(nodes) == 0 {
		return nil
	}
	return nodes[len(nodes)-1]
}

// FirstParameter is the name of a method's first parameter ("self"), or "" when it takes none or
// is a static method.
func FirstParameter(def *syntax.FunctionDef) string {
	for _, d := range def.Decorators {
		if n, ok := d.(*syntax.Name); ok && n.Id == "staticmethod" {
			return ""
		}
	}
	if len(def.Args.PosOnly) > 0 {
		return def.Args.PosOnly[0].Name
	}
	if len(def.Args.Args) > 0 {
		return def.Args.Args[0].Name
	}
	return ""
}

func bindsParameter(a *syntax.Arguments, name string) bool {
	for _, p := range Parameters(a) {
		if p.Name == name {
			return true
		}
	}
	return false
}

// Parameters are all parameters of a function in the order of the signature.
func Parameters(a *syntax.Arguments) []*syntax.Arg {
	out := make([]*syntax.Arg, 0, len(a.PosOnly)+len(a.Args)+len(a.KwOnly)+2)
	out = append(append(out, a.PosOnly...), a.Args...)
	if a.VarArg != nil {
		out = append(out, a.VarArg)
	}
	out = append(out, a.KwOnly...)
	if a.KwArg != nil {
		out = append(out, a.KwArg)
	}
	return out
}

// Default is the default value of a parameter, or nil.
func Default(a *syntax.Arguments, p *syntax.Arg) syntax.Expr {
	n := len(a.PosOnly) + len(a.Args)
	for i := range n {
		var q *syntax.Arg
		if i < len(a.PosOnly) {
			q = a.PosOnly[i]
		} else {
			q = a.Args[i-len(a.PosOnly)]
		}
		if q == p {
			if k := i - (n - len(a.Defaults)); k >= 0 && k < len(a.Defaults) {
				return a.Defaults[k]
			}
			return nil
		}
	}
	for i, q := range a.KwOnly {
		if q == p && i < len(a.KwDefaults) {
			return a.KwDefaults[i]
		}
	}
	return nil
}

// PathTo are the nodes that hold an offset, the module first, the smallest last. At the border of
// two nodes the one that begins there is preferred to the one that ends there.
func (f *File) PathTo(offset int32) []syntax.Node {
	path := []syntax.Node{f.Tree}
	for {
		var next syntax.Node
		for _, c := range Children(path[len(path)-1]) {
			r := c.Range()
			if !Cover(c).Contains(offset) {
				continue
			}
			if next == nil || r.Start <= offset && offset < r.End || next.Range().End == offset && r.Start == offset {
				next = c
			}
		}
		if next == nil {
			return path
		}
		path = append(path, next)
	}
}

// Cover is the span of a node with its decorators, which stand before it.
func Cover(n syntax.Node) syntax.Span {
	r := n.Range()
	var decorators []syntax.Expr
	switch n := n.(type) {
	case *syntax.FunctionDef:
		decorators = n.Decorators
	case *syntax.ClassDef:
		decorators = n.Decorators
	}
	for _, d := range decorators {
		r.Start = min(r.Start, d.Range().Start)
	}
	return r
}

// Mentions are all bindings and uses in this file that mean the same variable as sym, by offset.
func (f *File) Mentions(sym *scope.Symbol) []Mention {
	want := Definer(sym)
	global := isGlobal(want)
	var out []Mention
	var prev syntax.Span
	f.byNameOnce.Do(func() {
		f.byName = map[string][]int{}
		for i, n := range f.names {
			f.byName[n.symbol.Name] = append(f.byName[n.symbol.Name], i)
		}
	})
	for _, i := range f.byName[want.Name] {
		n := f.names[i]
		d := Definer(n.symbol)
		if d != want && !(global && isGlobal(d)) {
			continue
		}
		if n.bind != nil && n.bind.Kind == scope.BindDeclaration {
			if n.span != prev {
				out = append(out, Mention{Span: n.span, Symbol: n.symbol, Declaration: true})
				prev = n.span
			}
			continue
		}
		if n.span == prev { // a use and a binding of one name: "x += 1"
			m := &out[len(out)-1]
			if n.bind != nil {
				m.Binding = n.bind
			}
			if n.use != nil {
				m.Use = n.use
			}
			continue
		}
		prev = n.span
		out = append(out, Mention{Span: n.span, Symbol: n.symbol, Binding: n.bind, Use: n.use})
	}
	return out
}

// Mention is one occurrence of a variable.
type Mention struct {
	syntax.Span
	Symbol      *scope.Symbol
	Binding     *scope.Binding // nil for a use
	Use         syntax.Node    // the *syntax.Name that is read, or nil
	Declaration bool           // in a global or nonlocal statement
}

// Definer is the symbol that holds the value of a symbol.
func Definer(sym *scope.Symbol) *scope.Symbol {
	if sym.Definer != nil {
		return sym.Definer
	}
	return sym
}

// isGlobal reports a symbol that lives in the module's dict.
func isGlobal(sym *scope.Symbol) bool {
	return sym.Scope.Kind == scope.Module || sym.Storage == scope.GlobalExplicit || sym.Storage == scope.GlobalImplicit
}

// Global is the symbol of a module-level name: the module scope's, or, when only functions with a
// global statement bind it, one of theirs. It is nil when nothing binds the name.
func (f *File) Global(name string) *scope.Symbol {
	if sym := f.Scopes.Module.Lookup(name); sym != nil && sym.Bound {
		return sym
	}
	for _, s := range f.Scopes.Scopes {
		if sym := s.Lookup(name); sym != nil && sym.Storage == scope.GlobalExplicit && sym.Bound {
			return sym
		}
	}
	return nil
}

// GlobalBindings are all bindings of a module-level name, also those in functions.
func (f *File) GlobalBindings(name string) []*scope.Binding {
	var out []*scope.Binding
	for _, s := range f.Scopes.Scopes {
		sym := s.Lookup(name)
		if sym == nil || s.Kind != scope.Module && sym.Storage != scope.GlobalExplicit {
			continue
		}
		for i := range sym.Bindings {
			if sym.Bindings[i].Kind != scope.BindDeclaration {
				out = append(out, &sym.Bindings[i])
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
