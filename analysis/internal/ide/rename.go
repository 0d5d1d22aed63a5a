package ide

import (
	"errors"
	"fmt"
	"sort"

	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// PrepareRename is the span and text of the name at an offset, if it can be renamed; else why not.
func (x *Index) PrepareRename(f *modules.File, offset int32) (syntax.Span, string, error) {
	e := x.at(f, offset)
	if e == nil {
		return syntax.Span{}, "", errors.New("there is no name here that could be renamed")
	}
	if err := x.renamable(e); err != nil {
		return syntax.Span{}, "", err
	}
	return e.span, f.Source.Slice(e.span), nil
}

func (x *Index) renamable(e *entity) error {
	if e.module != nil && (e.symbol == nil || e.symbol.Imported) && e.home == e.file && e.module.File != nil {
		if e.symbol != nil && boundAs(e) {
			return nil
		}
		return fmt.Errorf("'%s' is a module: rename its file", e.name)
	}
	defs := x.definitions(e)
	if len(defs) == 0 {
		return fmt.Errorf("'%s' is not defined in this project", e.name)
	}
	for _, d := range defs {
		if !x.View.Own(d.Path) {
			return fmt.Errorf("'%s' is defined outside this project", e.name)
		}
	}
	if len(e.name) > 4 && e.name[:2] == "__" && e.name[len(e.name)-2:] == "__" {
		return fmt.Errorf("'%s' has a meaning for the language", e.name)
	}
	return nil
}

// boundAs reports an imported module that has a name of its own here: "import a as b".
func boundAs(e *entity) bool {
	for i := range e.symbol.Bindings {
		if a, ok := e.symbol.Bindings[i].Node.(*syntax.Alias); !ok || a.AsName != e.name {
			return false
		}
	}
	return true
}

// Rename gives the name at an offset a new name, everywhere.
func (x *Index) Rename(f *modules.File, offset int32, name string) ([]FileEdit, error) {
	e := x.at(f, offset)
	if e == nil {
		return nil, errors.New("there is no name here that could be renamed")
	}
	if err := x.renamable(e); err != nil {
		return nil, err
	}
	if !ValidName(name) {
		return nil, fmt.Errorf("'%s' is not a valid name", name)
	}
	old := f.Source.Slice(e.span)
	var places []occurrence
	switch {
	case e.renamed():
		places = mentionsOf(e.file, e.local)
		e = &entity{file: e.file, span: e.span, name: e.name, home: e.file, symbol: e.local}
	case e.module != nil && e.symbol != nil && e.symbol.Imported:
		places = mentionsOf(e.file, e.symbol)
	default:
		places = x.occurrences(e, nil)
	}
	if clash := x.clash(e, name); clash != "" && name != old {
		return nil, errors.New(clash)
	}
	byFile := map[*modules.File][]Edit{}
	seen := map[occurrence]bool{}
	for _, o := range places {
		o.write = false
		if seen[o] || o.file.Source.Slice(o.span) != old {
			continue
		}
		if !x.View.Own(o.file.Path) {
			return nil, fmt.Errorf("'%s' is also named outside this project", old)
		}
		seen[o] = true
		byFile[o.file] = append(byFile[o.file], Edit{o.span, name})
	}
	var out []FileEdit
	for file, edits := range byFile {
		sort.Slice(edits, func(i, j int) bool { return edits[i].Span.Start < edits[j].Span.Start })
		out = append(out, FileEdit{file.Path, file.Source, edits})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out, nil
}

// clash says that the new name is taken where the old one is bound, or "".
func (x *Index) clash(e *entity, name string) string {
	var s *scope.Scope
	switch {
	case len(e.owners) > 0:
		s = e.owners[0].File.Scopes.Of(e.owners[0].Def)
	case e.symbol != nil:
		s = e.symbol.Scope
	}
	if s == nil {
		return ""
	}
	if sym := s.Lookup(name); sym != nil && sym.Bound {
		return fmt.Sprintf("'%s' is already bound in the same scope", name)
	}
	return ""
}

// ValidName reports a text that can be the name of a variable.
func ValidName(name string) bool {
	if name == "" || keywords[name] {
		return false
	}
	for i, r := range name {
		if !isIdent(r) || i == 0 && r >= '0' && r <= '9' {
			return false
		}
	}
	return true
}

// keywords are the reserved words.
var keywords = map[string]bool{
	"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true,
	"break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true,
	"finally": true, "for": true, "from": true, "global": true, "if": true, "import": true, "in": true, "is": true,
	"lambda": true, "nonlocal": true, "not": true, "or": true, "pass": true, "raise": true, "return": true, "try": true,
	"while": true, "with": true, "yield": true,
}
