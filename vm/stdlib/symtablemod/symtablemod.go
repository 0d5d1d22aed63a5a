// Package symtablemod is the module _symtable: what syntax/scope knows of the names of a program, as CPython's compiler
// tells it.
package symtablemod

import (
	"slp/syntax"
	"slp/syntax/scope"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Flags of names, and where the storage stands in them.
const (
	defGlobal    = 1
	defLocal     = 2
	defParam     = 4
	defNonlocal  = 8
	use          = 16
	defFreeClass = 64
	defImport    = 128
	defAnnot     = 256
	defCompIter  = 512
	defTypeParam = 1024
	defCompCell  = 2048
	scopeShift   = 12
)

var constants = [...]struct {
	name string
	n    int64
}{
	{"USE", use}, {"DEF_GLOBAL", defGlobal}, {"DEF_NONLOCAL", defNonlocal}, {"DEF_LOCAL", defLocal}, {"DEF_PARAM", defParam}, {"DEF_TYPE_PARAM", defTypeParam},
	{"DEF_FREE_CLASS", defFreeClass}, {"DEF_IMPORT", defImport}, {"DEF_BOUND", defLocal | defParam | defImport}, {"DEF_ANNOT", defAnnot}, {"DEF_COMP_ITER", defCompIter},
	{"DEF_COMP_CELL", defCompCell}, {"TYPE_FUNCTION", 0}, {"TYPE_CLASS", 1}, {"TYPE_MODULE", 2}, {"TYPE_ANNOTATION", 3}, {"TYPE_TYPE_ALIAS", 4},
	{"TYPE_TYPE_PARAMETERS", 5}, {"TYPE_TYPE_VARIABLE", 6}, {"LOCAL", 1}, {"GLOBAL_EXPLICIT", 2}, {"GLOBAL_IMPLICIT", 3}, {"FREE", 4}, {"CELL", 5}, {"SCOPE_OFF", scopeShift},
	{"SCOPE_MASK", 15},
}

var storages = map[scope.Storage]int64{scope.Local: 1, scope.GlobalExplicit: 2, scope.GlobalImplicit: 3, scope.Free: 4, scope.Cell: 5}

var kinds = map[scope.Kind]int64{scope.Module: 2, scope.Class: 1, scope.Function: 0, scope.Lambda: 0, scope.Comprehension: 0, scope.Annotations: 3, scope.TypeParams: 5,
	scope.TypeAlias: 4, scope.TypeVarBound: 6}

// Module is the module _symtable.
var Module = object.ModuleDef{Name: "_symtable", Funcs: []object.Def{
	{Sig: "symtable(source, filename, startstr, /)", Doc: "Return symbol and scope dictionaries used internally by compiler.", Fn: symtable},
}, Init: func(c *ctx, m *object.Module) bool {
	for _, k := range constants {
		m.Set(c, k.name, object.Int(k.n))
	}
	return true
}}

func class(c *ctx) *object.Type {
	return *object.ModuleState(c, "_symtable", func(c *ctx) **object.Type {
		t := c.NewClass(object.Spec{Name: "symtable entry", Flags: object.Disallow | object.Final, Gets: gets, Methods: []object.Def{
			{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
				e := of(a[0])
				line, _ := e.number["lineno"].AsInt()
				return object.NewStr("<symtable entry " + e.name.AsStr().String() + "(" + text(c, e.number["id"]) + "), line " + text(c, object.Int(line)) + ">")
			}},
		}})
		return &t
	})
}

func text(c *ctx, v value) string {
	s, _ := c.Text(c.Str(v))
	return s
}

// entry is one scope.
type entry struct {
	name     value
	symbols  value
	children value
	varnames value
	number   map[string]value // constant
}

// Walk implements object.Impl.
func (e *entry) Walk(w *object.Walker) {
	w.Value(&e.name)
	w.Value(&e.symbols)
	w.Value(&e.children)
	w.Value(&e.varnames)
}

func of(v value) *entry {
	e, _ := object.As[*entry](v)
	return e
}

func number(name string) object.Get {
	return object.Get{Name: name, Get: func(c *ctx, o value) value { return of(o).number[name] }}
}

var gets = []object.Get{
	{Name: "name", Get: func(c *ctx, o value) value { return of(o).name }}, {Name: "symbols", Get: func(c *ctx, o value) value { return of(o).symbols }},
	{Name: "children", Get: func(c *ctx, o value) value { return of(o).children }}, {Name: "varnames", Get: func(c *ctx, o value) value { return of(o).varnames }},
	number("id"), number("lineno"), number("type"), number("nested"),
}

func symtable(c *ctx, a []value) value {
	var source []byte
	if s := a[0].AsStr(); s != nil {
		source = []byte(s.String())
	} else {
		b, ok, like := c.BytesLike(a[0])
		if !like {
			return c.Raise(object.TypeError, "symtable() arg 1 must be a string, bytes or AST object")
		}
		if !ok {
			return object.Nil
		}
		source = []byte(b)
	}
	path := a[1]
	if path.AsStr() == nil && path.AsBytes() == nil {
		if c.FindAttr(path, c.Intern("__fspath__")).IsNil() {
			if c.Failed() {
				return object.Nil
			}
			return c.Raise(object.TypeError, "path should be string, bytes or os.PathLike, not %s", object.TypeOf(path).Name)
		}
		if path = c.CallAttr(path, "__fspath__"); path.IsNil() {
			return object.Nil
		}
		if path.AsStr() == nil && path.AsBytes() == nil {
			return c.Raise(object.TypeError, "expected %s.__fspath__() to return str or bytes, not %s", object.TypeOf(a[1]).Name, object.TypeOf(path).Name)
		}
	}
	filename, ok := c.FSEncode(path, "symtable", "filename")
	if !ok {
		return object.Nil
	}
	start := a[2].AsStr()
	if start == nil {
		return c.Raise(object.TypeError, "symtable() argument 3 must be str, not %s", object.TypeOf(a[2]).Name)
	}
	options := syntax.Options{}
	switch start.String() {
	case "exec", "single":
	case "eval":
		options.Mode = syntax.Eval
	default:
		return c.Raise(object.ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
	}
	file := syntax.NewFile(filename, source)
	tree, errs := syntax.Parse(file, options)
	var table *scope.Table
	if len(errs) == 0 {
		table, errs = scope.Build(tree)
	}
	if len(errs) > 0 {
		// The compiler has the very words.
		return c.Tail(c.Builtins.Get("compile"), a[0], a[1], a[2])
	}
	ids := int64(0)
	return build(c, file, table.Module, &ids)
}

func build(c *ctx, file *syntax.File, s *scope.Scope, ids *int64) value {
	*ids++
	e := &entry{name: object.NewStr(s.Name), number: map[string]value{}}
	e.number["id"] = object.Int(*ids)
	line := 0
	if s.Kind != scope.Module && s.Node != nil {
		line = file.Line(s.Node.Range().Start)
	}
	if s.Kind == scope.Annotations {
		line = firstUse(file, s, line)
	}
	e.number["lineno"] = object.Int(int64(line))
	e.number["type"] = object.Int(kinds[s.Kind])
	nested := int64(0)
	if s.Nested {
		nested = 1
	}
	e.number["nested"] = object.Int(nested)
	symbols := c.NewDict()
	var varnames []value
	if s.Kind == scope.Annotations || s.Kind == scope.TypeAlias || s.Kind == scope.TypeVarBound {
		symbols.SetStr(c, ".format", object.Int(storages[scope.Local]<<scopeShift|defParam|use))
		varnames = append(varnames, object.NewStr(".format"))
	}
	for _, sym := range s.Symbols {
		symbols.SetStr(c, sym.Name, object.Int(flags(sym)))
		if sym.Parameter {
			varnames = append(varnames, object.NewStr(sym.Name))
		}
	}
	children := inner(c, file, s, symbols, ids)
	e.symbols, e.children, e.varnames = symbols.V(), c.NewList(children), c.NewList(varnames)
	return c.NewObj(class(c), e)
}

// inner builds the scopes within a scope. The names of a comprehension that runs in its parent's frame are the parent's.
func inner(c *ctx, file *syntax.File, s *scope.Scope, symbols *object.Dict, ids *int64) (children []value) {
	for _, k := range s.Children {
		if !k.Inlined {
			children = append(children, build(c, file, k, ids))
			continue
		}
		for _, sym := range k.Symbols {
			if symbols.Get(sym.Name).IsNil() && !sym.Parameter {
				symbols.SetStr(c, sym.Name, object.Int(flags(sym)))
			}
		}
		children = append(children, inner(c, file, k, symbols, ids)...)
	}
	return children
}

// firstUse is the first line on which the names of a scope are read.
func firstUse(file *syntax.File, s *scope.Scope, line int) int {
	found := 0
	for _, sym := range s.Symbols {
		for _, u := range sym.Uses {
			if n := file.Line(u.Start); found == 0 || n < found {
				found = n
			}
		}
	}
	if found > 0 {
		return found
	}
	return line
}

func flags(s *scope.Symbol) int64 {
	f := storages[s.Storage] << scopeShift
	for _, x := range [...]struct {
		on  bool
		bit int64
	}{{s.Used, use}, {s.Parameter, defParam}, {s.Imported, defImport}, {s.Annotated, defAnnot}, {s.Nonlocal, defNonlocal}, {s.Declared && !s.Nonlocal, defGlobal},
		{s.TypeParam, defTypeParam}, {s.CompIter, defCompIter}, {s.FreeInClass, defFreeClass}} {
		if x.on {
			f |= x.bit
		}
	}
	if bound(s) {
		f |= defLocal
	}
	return f
}

// bound tells a name that is given a value here by anything but a parameter or an import.
func bound(s *scope.Symbol) bool {
	for _, b := range s.Bindings {
		switch b.Kind {
		case scope.BindParameter, scope.BindImport, scope.BindImportFrom, scope.BindDeclaration, scope.BindDelete:
		default:
			return true
		}
	}
	return false
}
