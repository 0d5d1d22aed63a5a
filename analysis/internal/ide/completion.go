package ide

import (
	"regexp"
	"sort"
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Completion is what could stand at an offset.
func (x *Index) Completion(f *modules.File, offset int32) *Completions {
	text := f.Source.Text
	word := wordBefore(text, offset)
	end := offset
	for int(end) < len(text) {
		r := []rune(text[end:min(len(text), int(end)+4)])[0]
		if !isIdent(r) {
			break
		}
		end += int32(len(string(r)))
	}
	out := &Completions{Replace: syntax.Span{Start: word.Start, End: end}}
	if word.Start < word.End && text[word.Start] >= '0' && text[word.Start] <= '9' {
		return out
	}
	if x.inText(f, offset) {
		return out
	}
	if x.importCompletion(f, word, out) {
		return out
	}
	if word.Start > 0 && text[word.Start-1] == '.' {
		if x.memberCompletion(f, word.Start-1, out) {
			return out
		}
		return out
	}
	x.nameCompletion(f, word, out)
	return out
}

// inText reports an offset inside a comment or a string.
func (x *Index) inText(f *modules.File, offset int32) bool {
	c := f.Tree.Comments
	i := sort.Search(len(c), func(i int) bool { return c[i].End >= offset })
	if i < len(c) && c[i].Start < offset && offset <= c[i].End {
		return true
	}
	path := syntax.Path(f.Tree, offset)
	for i := len(path) - 1; i >= 0; i-- {
		if k, ok := path[i].(*syntax.Constant); ok && (k.Kind == syntax.Str || k.Kind == syntax.Bytes) {
			return k.Start < offset && offset < k.End
		}
	}
	return false
}

var (
	importLine   = regexp.MustCompile(`^\s*import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*([\w.]*)$`)
	fromLine     = regexp.MustCompile(`^\s*from\s+(\.*)([\w.]*)$`)
	fromNameLine = regexp.MustCompile(`^\s*from\s+(\.*)([\w.]*)\s+import\s+\(?[\w\s,]*$`)
	fromKeyword  = regexp.MustCompile(`^\s*from\s+(\.+|\.*[\w.]+)\s+\w*$`)
)

// importCompletion handles the parts of import statements; they are told by the line's text, for
// while they are typed there is no statement yet.
func (x *Index) importCompletion(f *modules.File, word syntax.Span, out *Completions) bool {
	start := f.Source.LineSpan(f.Source.Line(word.End)).Start
	line := f.Source.Text[start:word.End]
	if m := fromNameLine.FindStringSubmatch(line); m != nil {
		mod := x.Engine.Module(x.View.Resolve(f.Path, m[2], len(m[1])))
		if mod != nil {
			x.addMembers(mod, out, 0)
		}
		return true
	}
	if m := importLine.FindStringSubmatch(line); m != nil {
		x.moduleNames(f, "", m[1], out)
		return true
	}
	if m := fromLine.FindStringSubmatch(line); m != nil {
		x.moduleNames(f, m[1], m[2], out)
		return true
	}
	if fromKeyword.MatchString(line) {
		out.Items = append(out.Items, Completion{Label: "import", Kind: KindKeyword})
		return true
	}
	return false
}

// moduleNames adds the modules that can follow a dotted prefix.
func (x *Index) moduleNames(f *modules.File, dots, prefix string, out *Completions) {
	add := func(name string) {
		out.Items = append(out.Items, Completion{Label: name, Kind: KindModule, Detail: "module"})
	}
	i := strings.LastIndexByte(prefix, '.')
	if i < 0 && dots == "" {
		for _, name := range x.View.Packages(f.Path) {
			add(name)
		}
		return
	}
	parent := ""
	if i >= 0 {
		parent = prefix[:i]
	}
	t := x.View.Resolve(f.Path, parent, len(dots))
	if t.Dir != "" {
		for _, name := range x.View.Submodules(t.Dir) {
			add(name)
		}
		return
	}
	if modules.IsStub(t.Path) {
		for _, name := range modules.StubNames() {
			if rest, ok := strings.CutPrefix(name, parent+"."); ok && !strings.Contains(rest, ".") {
				add(rest)
			}
		}
	}
}

// memberCompletion adds the attributes of what stands before a dot.
func (x *Index) memberCompletion(f *modules.File, dot int32, out *Completions) bool {
	t := x.valueBefore(f, dot)
	for _, v := range t {
		x.addMembers(v, out, 0)
	}
	return len(t) > 0
}

// valueBefore is what the expression that ends before a dot can be.
func (x *Index) valueBefore(f *modules.File, dot int32) infer.Type {
	path := syntax.Path(f.Tree, dot)
	for i := len(path) - 1; i >= 0; i-- {
		if a, ok := path[i].(*syntax.Attribute); ok && a.Value.Range().End <= dot && dot < a.End {
			if t := x.Engine.Expr(f, a.Value); len(t) > 0 {
				return t
			}
			if c, ok := a.Value.(*syntax.Call); ok {
				if t := x.superType(f, c); t != nil {
					return t
				}
			}
		}
	}
	// The tree does not have it: read the dotted name by itself.
	start := dot
	text := f.Source.Text
	for start > 0 {
		r, size := lastRune(text[:start])
		if !isIdent(r) && r != '.' {
			break
		}
		start -= int32(size)
	}
	parts := strings.Split(text[start:dot], ".")
	if parts[0] == "" {
		return nil
	}
	t := x.lookup(f, dot, parts[0])
	for _, p := range parts[1:] {
		var next infer.Type
		for _, v := range t {
			next = append(next, x.Engine.Attr(v, p)...)
		}
		t = next
	}
	return t
}

// lookup is what a name means at an offset.
func (x *Index) lookup(f *modules.File, offset int32, name string) infer.Type {
	first := true
	for s := x.Engine.ScopeAt(f, offset); s != nil; s = s.Parent {
		if s.Kind == scope.Class && !first {
			continue
		}
		first = false
		if sym := s.Lookup(s.Mangle(name)); sym != nil && sym.Bound {
			return x.Engine.Symbol(f, sym)
		}
	}
	return x.Engine.Global(f, name)
}

func (x *Index) addMembers(v infer.Value, out *Completions, rank int) {
	have := map[string]bool{}
	for _, it := range out.Items {
		have[it.Label] = true
	}
	members := x.Engine.MemberNames(v)
	names := make([]string, 0, len(members))
	for n := range members {
		names = append(names, n)
	}
	sort.Strings(names)
	_, isModule := v.(*infer.Module)
	for _, n := range names {
		if have[n] {
			continue
		}
		m := members[n]
		if isModule && m.Binding != nil && m.File.Stub && (m.Binding.Kind == scope.BindImport || strings.HasPrefix(n, "_")) {
			continue
		}
		r := rank
		switch {
		case strings.HasPrefix(n, "__"):
			r += 3
		case strings.HasPrefix(n, "_"):
			r += 2
		case m.Owner != nil && x.Engine.IsBuiltin(m.Owner, "object"):
			r++
		}
		out.Items = append(out.Items, Completion{Label: n, Kind: x.memberKind(m), Detail: x.memberDetail(m), Rank: r, Origin: originOf(m)})
	}
}

func (x *Index) memberKind(m infer.Member) Kind {
	if m.Module != nil {
		return KindModule
	}
	if m.Self != nil {
		return KindProperty
	}
	if m.Binding == nil {
		return KindVariable
	}
	return bindingKind(m.Binding, m.Owner != nil)
}

func bindingKind(b *scope.Binding, inClass bool) Kind {
	switch n := b.Node.(type) {
	case *syntax.FunctionDef:
		if !inClass {
			return KindFunction
		}
		for _, d := range n.Decorators {
			if nm, ok := d.(*syntax.Name); ok && nm.Id == "property" {
				return KindProperty
			}
		}
		return KindMethod
	case *syntax.ClassDef:
		return KindClass
	case *syntax.Alias:
		if b.Kind == scope.BindImport {
			return KindModule
		}
		return KindVariable
	case *syntax.Arg:
		return KindParameter
	case *syntax.TypeVar, *syntax.ParamSpec, *syntax.TypeVarTuple:
		return KindTypeParameter
	}
	if inClass {
		return KindProperty
	}
	return KindVariable
}

func (x *Index) memberDetail(m infer.Member) string {
	if m.Module != nil {
		return "module"
	}
	switch n := m.Node.(type) {
	case *syntax.FunctionDef:
		fn := &infer.Func{File: m.File, Def: n}
		if m.Owner != nil {
			fn.Self = m.Owner
		}
		label, _ := parameterLabel(fn)
		return label
	case *syntax.ClassDef:
		return "class"
	case *syntax.AnnAssign:
		return oneLine(m.File.Source.Slice(n.Annotation.Range()))
	}
	return ""
}

func originOf(m infer.Member) string {
	if m.Module != nil || m.File == nil {
		return ""
	}
	return m.File.Path + "\x00" + itoa(int(m.Span.Start))
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1<<30 {
			return -1
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// Describe is the documentation of a completion, by its origin.
func (x *Index) Describe(origin string) (head, doc string) {
	path, at, ok := strings.Cut(origin, "\x00")
	n := atoi(at)
	if !ok || n < 0 {
		return "", ""
	}
	f := x.View.File(path)
	if f == nil || n > len(f.Source.Text) {
		return "", ""
	}
	e := x.at(f, int32(n))
	if e == nil {
		return "", ""
	}
	return x.describe(e)
}

// nameCompletion adds the names that are visible, the keywords, and what could be imported.
func (x *Index) nameCompletion(f *modules.File, word syntax.Span, out *Completions) {
	offset := word.Start
	have := map[string]bool{}
	rank := 0
	x.argumentNames(f, offset, out, have)
	first := true
	for s := x.Engine.ScopeAt(f, offset); s != nil; s = s.Parent {
		if s.Kind == scope.Class && !first {
			continue
		}
		first = false
		for _, sym := range s.Symbols {
			if !sym.Bound || have[sym.Name] || len(sym.Bindings) == 0 || sym.Name == "" || sym.Name[0] == '.' {
				continue
			}
			b := &sym.Bindings[0]
			if len(sym.Bindings) == 1 && b.Span.Start == word.Start {
				continue // the word that is being typed
			}
			have[sym.Name] = true
			item := Completion{Label: sym.Name, Kind: bindingKind(b, false), Rank: rank, Origin: f.Path + "\x00" + itoa(int(b.Start))}
			if def, ok := b.Node.(*syntax.FunctionDef); ok {
				label, _ := parameterLabel(&infer.Func{File: f, Def: def})
				item.Detail = label
			}
			out.Items = append(out.Items, item)
		}
		rank++
	}
	x.starNames(f, out, have, rank)
	for _, name := range x.Engine.BuiltinNames() {
		if have[name] {
			continue
		}
		have[name] = true
		sym := x.Engine.BuiltinSymbol(name)
		b := &sym.Bindings[0]
		r := rank + 2
		if strings.HasPrefix(name, "_") {
			r++
		}
		item := Completion{Label: name, Kind: bindingKind(b, false), Rank: r, Origin: x.Engine.Builtins().Path + "\x00" + itoa(int(b.Start))}
		if def, ok := b.Node.(*syntax.FunctionDef); ok {
			label, _ := parameterLabel(&infer.Func{File: x.Engine.Builtins(), Def: def})
			item.Detail = label
		}
		out.Items = append(out.Items, item)
	}
	for _, k := range keywordList {
		out.Items = append(out.Items, Completion{Label: k, Kind: KindKeyword, Rank: rank + 3})
	}
	if word.End-word.Start >= 2 {
		x.importable(f, f.Source.Slice(word), out, have, rank+4)
	}
}

// starNames adds what star imports bring.
func (x *Index) starNames(f *modules.File, out *Completions, have map[string]bool, rank int) {
	if !f.Scopes.Module.ImportStar {
		return
	}
	members := x.Engine.MemberNames(&infer.Module{Target: modules.Target{Path: f.Path}, File: f})
	names := make([]string, 0, len(members))
	for n := range members {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if !have[n] && !strings.HasPrefix(n, "_") {
			have[n] = true
			m := members[n]
			out.Items = append(out.Items, Completion{Label: n, Kind: x.memberKind(m), Detail: x.memberDetail(m), Rank: rank, Origin: originOf(m)})
		}
	}
}

// argumentNames adds "name=" for the parameters of the call around the offset.
func (x *Index) argumentNames(f *modules.File, offset int32, out *Completions, have map[string]bool) {
	c := x.callAround(f, offset)
	if c == nil {
		return
	}
	for _, inv := range x.Engine.Invocations(f, c) {
		a := inv.Func.Arguments()
		list := append(append([]*syntax.Arg(nil), a.Args...), a.KwOnly...)
		if inv.Func.Bound() && len(a.PosOnly) == 0 && len(a.Args) > 0 {
			list = list[1:]
		}
		for _, p := range list {
			label := p.Name + "="
			if have[label] {
				continue
			}
			have[label] = true
			out.Items = append(out.Items, Completion{Label: label, Kind: KindParameter, Rank: 0, Detail: "parameter of " + inv.Func.Name()})
		}
	}
}

// maxImportable bounds the names offered from modules that are not imported yet.
const maxImportable = 60

// importable adds names of the project's modules, and stackless, with the import they need.
func (x *Index) importable(f *modules.File, prefix string, out *Completions, have map[string]bool, rank int) {
	add := func(label, line string, kind Kind, detail string) {
		if have[label] {
			return
		}
		have[label] = true
		out.Items = append(out.Items, Completion{Label: label, Kind: kind, Detail: detail, Rank: rank, Edits: []Edit{importEdit(f, line)}})
	}
	if strings.HasPrefix("stackless", prefix) {
		add("stackless", "import stackless", KindModule, "module (import)")
	}
	n := 0
	for _, g := range x.View.Mentioning(prefix) {
		if g == f || g.Stub || x.Done() {
			continue
		}
		module := x.View.ModuleName(g.Path)
		if x.View.Resolve(f.Path, module, 0).Path != g.Path {
			continue
		}
		for _, sym := range g.Scopes.Module.Symbols {
			if !sym.Bound || !strings.HasPrefix(sym.Name, prefix) || len(sym.Bindings) == 0 || strings.HasPrefix(sym.Name, "_") {
				continue
			}
			switch sym.Bindings[0].Node.(type) {
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Assign, *syntax.AnnAssign:
				if n++; n > maxImportable {
					return
				}
				add(sym.Name, "from "+module+" import "+sym.Name, bindingKind(&sym.Bindings[0], false), "from "+module)
			}
		}
	}
}

// importEdit adds an import line after the docstring and the __future__ imports.
func importEdit(f *modules.File, line string) Edit {
	at := int32(0)
	for i, s := range f.Tree.Body {
		_, doc := stringStmt(s)
		from, isFrom := s.(*syntax.ImportFrom)
		if doc && i == 0 || isFrom && from.Module == "__future__" {
			n := f.Source.Line(s.Range().End)
			if n < f.Source.Lines() {
				at = f.Source.LineSpan(n + 1).Start
			} else {
				return Edit{Span: syntax.Span{Start: s.Range().End, End: s.Range().End}, Text: "\n" + line}
			}
			continue
		}
		break
	}
	return Edit{Span: syntax.Span{Start: at, End: at}, Text: line + "\n"}
}

// keywordList is what completion offers besides names.
var keywordList = []string{
	"False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else", "except",
	"finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try",
	"type", "while", "with", "yield",
}
