package ide

import (
	"sort"
	"strings"
	"unicode"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// Symbols are the definitions of a file, nested as the text is.
func (x *Index) Symbols(f *modules.File) []Symbol {
	return x.block(f, f.Tree.Body, nil, true)
}

// block are the definitions of a list of statements. class is the class whose body it is.
func (x *Index) block(f *modules.File, list []syntax.Stmt, class *syntax.ClassDef, variables bool) []Symbol {
	var out []Symbol
	seen := map[string]bool{}
	var visit func(list []syntax.Stmt)
	variable := func(n *syntax.Name, s syntax.Stmt, value syntax.Expr) {
		if !variables || seen[n.Id] || n.Id == "" {
			return
		}
		seen[n.Id] = true
		sym := Symbol{Name: n.Id, Kind: KindVariable, Location: Location{Path: f.Path, File: f.Source, Span: s.Range(), Name: n.Span}}
		switch {
		case class != nil:
			sym.Kind = KindProperty
		case strings.ToUpper(n.Id) == n.Id && len(n.Id) > 1:
			sym.Kind = KindConstant
		}
		x.special(f, &sym, value)
		out = append(out, sym)
	}
	visit = func(list []syntax.Stmt) {
		for _, s := range list {
			switch s := s.(type) {
			case *syntax.FunctionDef:
				if s.Name != "" {
					out = append(out, x.functionSymbol(f, s, class))
				}
			case *syntax.ClassDef:
				if s.Name != "" {
					out = append(out, x.classSymbol(f, s))
				}
			case *syntax.Assign:
				for _, t := range s.Targets {
					x.targets(t, s.Value, func(n *syntax.Name, value syntax.Expr) { variable(n, s, value) })
				}
			case *syntax.AnnAssign:
				x.targets(s.Target, s.Value, func(n *syntax.Name, value syntax.Expr) { variable(n, s, value) })
			case *syntax.TypeAlias:
				variable(s.Name, s, nil)
			case *syntax.If:
				visit(s.Body)
				visit(s.Orelse)
			case *syntax.Try:
				visit(s.Body)
				for _, h := range s.Handlers {
					visit(h.Body)
				}
				visit(s.Orelse)
				visit(s.Finalbody)
			case *syntax.With:
				visit(s.Body)
			case *syntax.For:
				visit(s.Body)
				visit(s.Orelse)
			case *syntax.While:
				visit(s.Body)
				visit(s.Orelse)
			}
		}
	}
	visit(list)
	return out
}

// special marks channels and tasklets.
func (x *Index) special(f *modules.File, sym *Symbol, value syntax.Expr) {
	c, ok := value.(*syntax.Call)
	if !ok {
		return
	}
	switch x.Engine.Kind(x.Engine.Expr(f, c)) {
	case "channel":
		sym.Kind, sym.Detail = KindChannel, "channel"
	case "tasklet":
		sym.Kind, sym.Detail = KindTasklet, "tasklet"
	}
}

func (x *Index) targets(t, value syntax.Expr, visit func(*syntax.Name, syntax.Expr)) {
	switch t := t.(type) {
	case *syntax.Name:
		visit(t, value)
	case *syntax.Tuple:
		for _, e := range t.Elts {
			x.targets(e, nil, visit)
		}
	case *syntax.List:
		for _, e := range t.Elts {
			x.targets(e, nil, visit)
		}
	case *syntax.Starred:
		x.targets(t.Value, nil, visit)
	}
}

func (x *Index) functionSymbol(f *modules.File, def *syntax.FunctionDef, class *syntax.ClassDef) Symbol {
	fn := &infer.Func{File: f, Def: def}
	kind := KindFunction
	if class != nil {
		kind = KindMethod
		for _, d := range def.Decorators {
			if n, ok := d.(*syntax.Name); ok && n.Id == "property" {
				kind = KindProperty
			}
		}
	}
	label, _ := parameterLabel(fn)
	return Symbol{
		Name: def.Name, Kind: kind, Detail: label, Location: location(f, def, def.NameSpan),
		Children: x.block(f, def.Body, nil, false),
	}
}

func (x *Index) classSymbol(f *modules.File, def *syntax.ClassDef) Symbol {
	s := Symbol{Name: def.Name, Kind: KindClass, Location: location(f, def, def.NameSpan), Children: x.block(f, def.Body, def, true)}
	have := map[string]bool{}
	for _, c := range s.Children {
		have[c.Name] = true
	}
	attrs := f.SelfAttrs(def)
	names := make([]string, 0, len(attrs))
	for n := range attrs {
		if !have[n] && n != "" {
			names = append(names, n)
		}
	}
	sort.Slice(names, func(i, j int) bool { return attrs[names[i]][0].Target.Start < attrs[names[j]][0].Target.Start })
	for _, n := range names {
		a := attrs[n][0]
		sym := Symbol{Name: n, Kind: KindProperty, Location: Location{Path: f.Path, File: f.Source, Span: a.Target.Span, Name: a.Target.NameSpan}}
		x.special(f, &sym, a.Value)
		s.Children = append(s.Children, sym)
	}
	return s
}

// maxSymbols bounds the answer to a search in the whole project.
const maxSymbols = 500

// WorkspaceSymbols are the definitions of the project whose names have the letters of a query, in
// order; the best fits come first.
func (x *Index) WorkspaceSymbols(query string) []Symbol {
	type hit struct {
		Symbol
		score int
	}
	var hits []hit
	for _, path := range x.View.Files() {
		if x.Done() {
			return nil
		}
		f := x.View.File(path)
		if f == nil {
			continue
		}
		for _, s := range Outline(f) {
			if score := fuzzy(s.Name, query); score > 0 {
				if s.Container == "" {
					s.Container = x.View.ModuleName(path)
				}
				hits = append(hits, hit{s, score})
			}
		}
	}
	sort.SliceStable(hits, func(i, j int) bool {
		if hits[i].score != hits[j].score {
			return hits[i].score > hits[j].score
		}
		return hits[i].Name < hits[j].Name
	})
	if len(hits) > maxSymbols {
		hits = hits[:maxSymbols]
	}
	out := make([]Symbol, len(hits))
	for i := range hits {
		out[i] = hits[i].Symbol
	}
	return out
}

// Outline are the functions, classes, methods and global variables of a file, flat, without any inference.
func Outline(f *modules.File) []Symbol {
	var out []Symbol
	var visit func(list []syntax.Stmt, class string)
	add := func(name string, kind Kind, class string, n syntax.Node, span syntax.Span) {
		if name != "" {
			out = append(out, Symbol{Name: name, Kind: kind, Container: class, Location: location(f, n, span)})
		}
	}
	visit = func(list []syntax.Stmt, class string) {
		for _, s := range list {
			switch s := s.(type) {
			case *syntax.FunctionDef:
				kind := KindFunction
				if class != "" {
					kind = KindMethod
				}
				add(s.Name, kind, class, s, s.NameSpan)
			case *syntax.ClassDef:
				add(s.Name, KindClass, class, s, s.NameSpan)
				visit(s.Body, s.Name)
			case *syntax.Assign:
				for _, t := range s.Targets {
					if n, ok := t.(*syntax.Name); ok {
						add(n.Id, KindVariable, class, s, n.Span)
					}
				}
			case *syntax.AnnAssign:
				if n, ok := s.Target.(*syntax.Name); ok {
					add(n.Id, KindVariable, class, s, n.Span)
				}
			case *syntax.If:
				visit(s.Body, class)
				visit(s.Orelse, class)
			case *syntax.Try:
				visit(s.Body, class)
			}
		}
	}
	visit(f.Tree.Body, "")
	return out
}

// fuzzy scores how well a name fits a query: 0 for not at all.
func fuzzy(name, query string) int {
	if query == "" {
		return 1
	}
	lower, q := strings.ToLower(name), strings.ToLower(query)
	switch {
	case name == query:
		return 1000
	case lower == q:
		return 900
	case strings.HasPrefix(lower, q):
		return 800 - min(len(name)-len(q), 99)
	case strings.Contains(lower, q):
		return 600 - min(len(name)-len(q), 99)
	}
	score, i := 300, 0
	prev := rune('_')
	for _, r := range name {
		if i < len(q) && unicode.ToLower(r) == rune(q[i]) {
			if prev == '_' || unicode.IsUpper(r) {
				score += 10
			}
			i++
		} else {
			score--
		}
		prev = r
	}
	if i < len(q) {
		return 0
	}
	return max(score, 1)
}

// Folds are the foldable ranges of a file.
func (x *Index) Folds(f *modules.File) []Fold {
	var out []Fold
	src := f.Source
	add := func(start, end int32, kind FoldKind) {
		a, b := src.Line(start), src.Line(end)
		if b > a {
			out = append(out, Fold{a, b, kind})
		}
	}
	body := func(head int32, list []syntax.Stmt) {
		if len(list) > 0 {
			add(head, list[len(list)-1].Range().End, FoldRegion)
		}
	}
	modules.Walk(f.Tree, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.FunctionDef:
			body(n.Start, n.Body)
		case *syntax.ClassDef:
			body(n.Start, n.Body)
		case *syntax.If:
			body(n.Start, n.Body)
			if len(n.Orelse) > 0 {
				if _, elif := n.Orelse[0].(*syntax.If); !elif {
					body(keywordBefore(src.Text, n.Orelse[0].Range().Start, "else"), n.Orelse)
				}
			}
		case *syntax.For:
			body(n.Start, n.Body)
			if len(n.Orelse) > 0 {
				body(keywordBefore(src.Text, n.Orelse[0].Range().Start, "else"), n.Orelse)
			}
		case *syntax.While:
			body(n.Start, n.Body)
			if len(n.Orelse) > 0 {
				body(keywordBefore(src.Text, n.Orelse[0].Range().Start, "else"), n.Orelse)
			}
		case *syntax.With:
			body(n.Start, n.Body)
		case *syntax.Try:
			body(n.Start, n.Body)
			if len(n.Orelse) > 0 {
				body(keywordBefore(src.Text, n.Orelse[0].Range().Start, "else"), n.Orelse)
			}
			if len(n.Finalbody) > 0 {
				body(keywordBefore(src.Text, n.Finalbody[0].Range().Start, "finally"), n.Finalbody)
			}
		case *syntax.ExceptHandler:
			body(n.Start, n.Body)
		case *syntax.Match:
			add(n.Start, n.End, FoldRegion)
		case *syntax.MatchCase:
			body(n.Start, n.Body)
		case *syntax.List, *syntax.Dict, *syntax.Set, *syntax.Tuple, *syntax.Call, *syntax.ListComp, *syntax.DictComp, *syntax.Constant, *syntax.JoinedStr:
			r := n.Range()
			if src.Line(r.End) > src.Line(r.Start)+1 {
				add(r.Start, r.End, FoldRegion)
			}
		}
	})
	out = append(out, importFolds(f)...)
	out = append(out, commentFolds(f)...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].First < out[j].First })
	uniq := out[:0]
	for i, fold := range out {
		if i == 0 || fold.First != uniq[len(uniq)-1].First {
			uniq = append(uniq, fold)
		}
	}
	return uniq
}

// keywordBefore is where the keyword stands that comes before an offset, or the offset.
func keywordBefore(text string, offset int32, word string) int32 {
	if i := strings.LastIndex(text[:offset], word); i >= 0 {
		return int32(i)
	}
	return offset
}

func importFolds(f *modules.File) []Fold {
	var out []Fold
	first, last := int32(-1), int32(0)
	flush := func() {
		if first >= 0 {
			if a, b := f.Source.Line(first), f.Source.Line(last); b > a {
				out = append(out, Fold{a, b, FoldImports})
			}
		}
		first = -1
	}
	for _, s := range f.Tree.Body {
		switch s.(type) {
		case *syntax.Import, *syntax.ImportFrom:
			if first < 0 {
				first = s.Range().Start
			}
			last = s.Range().End
		default:
			flush()
		}
	}
	flush()
	return out
}

func commentFolds(f *modules.File) []Fold {
	var out []Fold
	first, last := 0, 0
	flush := func() {
		if last > first {
			out = append(out, Fold{first, last, FoldComment})
		}
	}
	for _, c := range f.Tree.Comments {
		line := f.Source.Line(c.Start)
		start := f.Source.LineSpan(line).Start
		if strings.TrimSpace(f.Source.Text[start:c.Start]) != "" {
			continue
		}
		if line != last+1 {
			flush()
			first = line
		}
		last = line
	}
	flush()
	return out
}

// Selections are the nested ranges around an offset, the smallest first.
func (x *Index) Selections(f *modules.File, offset int32) []syntax.Span {
	var out []syntax.Span
	add := func(s syntax.Span) {
		if s.Empty() {
			return
		}
		if len(out) > 0 {
			prev := out[len(out)-1]
			if s == prev || s.Start > prev.Start || s.End < prev.End {
				return
			}
		}
		out = append(out, s)
	}
	word := wordBefore(f.Source.Text, offset)
	for int(word.End) < len(f.Source.Text) && isIdent(rune(f.Source.Text[word.End])) {
		word.End++
	}
	add(word)
	path := syntax.Path(f.Tree, offset)
	for i := len(path) - 1; i >= 0; i-- {
		for _, list := range bodies(path[i]) {
			if len(list) > 0 {
				s := syntax.Span{Start: modules.Cover(list[0]).Start, End: list[len(list)-1].Range().End}
				if s.Contains(offset) {
					add(s)
				}
			}
		}
		add(modules.Cover(path[i]))
	}
	add(syntax.Span{Start: 0, End: int32(len(f.Source.Text))})
	if len(out) == 0 {
		out = append(out, syntax.Span{Start: offset, End: offset})
	}
	return out
}

func bodies(n syntax.Node) [][]syntax.Stmt {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ClassDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.If:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.For:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.While:
		return [][]syntax.Stmt{n.Body, n.Orelse}
	case *syntax.With:
		return [][]syntax.Stmt{n.Body}
	case *syntax.Try:
		return [][]syntax.Stmt{n.Body, n.Orelse, n.Finalbody}
	}
	return nil
}

// owned are the channels made in a file.
func (x *Index) owned(f *modules.File) []*topology.Channel {
	var out []*topology.Channel
	for _, ch := range x.Graph().Channels {
		if ch.File == f {
			out = append(out, ch)
		}
	}
	return out
}
