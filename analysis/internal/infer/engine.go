package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Engine answers for one view. It is not safe for concurrent use; a snapshot guards it.
type Engine struct {
	View *modules.View

	exprs   map[syntax.Expr]Type
	symbols map[*scope.Symbol]Type
	results map[syntax.Node]Type
	busy    map[any]int // the depth of each question that is being asked
	saved   []int       // low of the questions further out
	low     int         // the outermost question that the present one came back to
	steps   int
	modules map[string]*Module
	params  map[*syntax.Arg]Type
	aliases map[*modules.File]bool
	orders  map[*syntax.ClassDef][]*Class
	basics  map[string]*Class
	stub    *modules.File // of the builtins
}

// New returns an engine for a view.
func New(view *modules.View) *Engine {
	return &Engine{
		View:    view,
		exprs:   map[syntax.Expr]Type{},
		symbols: map[*scope.Symbol]Type{},
		results: map[syntax.Node]Type{},
		busy:    map[any]int{},
		modules: map[string]*Module{},
		params:  map[*syntax.Arg]Type{},
		aliases: map[*modules.File]bool{},
		orders:  map[*syntax.ClassDef][]*Class{},
		basics:  map[string]*Class{},
	}
}

// maxDepth bounds how far one answer may lean on others: a chain that is longer is not looked at.
const maxDepth = 200

// maxSteps bounds the work for one answer: circles of classes that build on each other can be large.
const maxSteps = 20000

// enter begins a question; ok is false when it is being asked already, or when the work is too much:
// its answer is then nothing.
func (e *Engine) enter(key any) (ok bool) {
	depth := len(e.saved)
	if depth == 0 {
		e.steps, e.low = 0, whole
	}
	e.steps++
	if at, busy := e.busy[key]; busy {
		e.low = min(e.low, at)
		return false
	}
	if depth > maxDepth || e.steps > maxSteps {
		e.low = -1
		return false
	}
	e.busy[key] = depth
	e.saved = append(e.saved, e.low)
	e.low = whole
	return true
}

// leave ends a question. It reports whether the answer is whole: nothing that it leans on came back
// to a question further out, so that it may be remembered.
func (e *Engine) leave(key any) (isWhole bool) {
	delete(e.busy, key)
	depth := len(e.saved) - 1
	outer := e.saved[depth]
	e.saved = e.saved[:depth]
	isWhole = e.low >= depth || depth == 0
	if isWhole {
		e.low = outer
	} else {
		e.low = min(e.low, outer)
	}
	return isWhole
}

// whole is the depth that no question has.
const whole = 1 << 30

// Module is the module of a resolved import; nil when nothing was found.
func (e *Engine) Module(t modules.Target) *Module {
	if !t.Found() {
		return nil
	}
	key := t.Path + "\x00" + t.Dir + "\x00" + t.Name
	m := e.modules[key]
	if m == nil {
		m = &Module{Target: t}
		if t.Path != "" {
			m.File = e.View.File(t.Path)
		}
		e.modules[key] = m
	}
	return m
}

// Builtins is the module of builtin names.
func (e *Engine) Builtins() *modules.File {
	if e.stub == nil {
		e.stub = e.View.File(modules.StubPath("builtins"))
	}
	return e.stub
}

// builtin is the class of a builtin name, or nil.
func (e *Engine) builtin(name string) *Class {
	if c, known := e.basics[name]; known {
		return c
	}
	c := e.findBuiltin(name)
	e.basics[name] = c
	return c
}

func (e *Engine) findBuiltin(name string) *Class {
	f := e.Builtins()
	sym := f.Scopes.Module.Lookup(name)
	if sym == nil {
		return nil
	}
	for _, b := range sym.Bindings {
		if def, ok := b.Node.(*syntax.ClassDef); ok {
			return &Class{File: f, Def: def}
		}
	}
	return nil
}

func (e *Engine) instance(name string, args ...Type) Type {
	if c := e.builtin(name); c != nil {
		return Type{&Instance{Class: c, Args: args}}
	}
	return nil
}

// IsBuiltin reports a class of the builtins by its name.
func (e *Engine) IsBuiltin(c *Class, name string) bool {
	return c != nil && c.File.Path == modules.StubPath("builtins") && c.Def.Name == name
}

// hidden are names of the builtins stub that no program can use.
func hidden(name string) bool {
	return name == "Iterator" || name == "Iterable" || name == "TextFile"
}

// BuiltinSymbol is the symbol of a builtin name, or nil.
func (e *Engine) BuiltinSymbol(name string) *scope.Symbol {
	if hidden(name) {
		return nil
	}
	return e.Builtins().Scopes.Module.Lookup(name)
}

// BuiltinNames are the builtin names, in the order of the stub.
func (e *Engine) BuiltinNames() []string {
	var out []string
	for _, s := range e.Builtins().Scopes.Module.Symbols {
		if s.Bound && !hidden(s.Name) {
			out = append(out, s.Name)
		}
	}
	return out
}

// Stackless is the name under which a class or function belongs to the stackless interface
// ("channel", "tasklet.insert", "run"), or "".
func (e *Engine) Stackless(v Value) string {
	switch v := v.(type) {
	case *Class:
		if e.aliasFile(v.File) {
			if p := v.File.Parent(v.Def); p == v.File.Tree {
				return v.Name()
			}
		}
	case *Func:
		if !e.aliasFile(v.File) || v.Def == nil {
			return ""
		}
		switch p := v.File.Parent(v.Def).(type) {
		case *syntax.Module:
			return v.Def.Name
		case *syntax.ClassDef:
			return p.Name + "." + v.Def.Name
		}
	}
	return ""
}

func (e *Engine) aliasFile(f *modules.File) bool {
	is, known := e.aliases[f]
	if !known {
		is = f.Path == modules.StubPath("stackless") || e.View.IsAlias(e.View.ModuleName(f.Path))
		e.aliases[f] = is
	}
	return is
}

// StacklessClass is the class of the stackless interface that c is or inherits from: "channel",
// "tasklet", or "". Plain is false when some class in between overrides a method that the rules
// rely on.
func (e *Engine) StacklessClass(c *Class) (name string, plain bool) {
	plain = true
	for _, k := range e.MRO(c) {
		if n := e.Stackless(k); n == "channel" || n == "tasklet" {
			return n, plain
		}
		if overrides(k.Def) {
			plain = false
		}
	}
	return "", false
}

func overrides(def *syntax.ClassDef) bool {
	for _, s := range def.Body {
		if f, ok := s.(*syntax.FunctionDef); ok {
			switch f.Name {
			case "send", "receive", "send_exception", "send_throw", "send_sequence", "close", "open", "__iter__", "__next__",
				"__new__", "__call__", "setup", "bind", "insert", "run", "kill", "__getattribute__", "__getattr__":
				return true
			}
		}
	}
	return false
}

// Kind is "channel" or "tasklet" when every known value of a type is one, else "".
func (e *Engine) Kind(t Type) string {
	kind := ""
	for _, v := range t {
		i, ok := v.(*Instance)
		if !ok {
			return ""
		}
		if e.IsBuiltin(i.Class, "NoneType") {
			continue
		}
		n, _ := e.StacklessClass(i.Class)
		if n == "" || kind != "" && n != kind {
			return ""
		}
		kind = n
	}
	return kind
}
