package ide

import (
	"strings"
	"unicode"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

func isIdent(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordBefore is the beginning of the name that ends at an offset.
func wordBefore(text string, offset int32) syntax.Span {
	start := offset
	for start > 0 {
		r, size := lastRune(text[:start])
		if !isIdent(r) {
			break
		}
		start -= int32(size)
	}
	return syntax.Span{Start: start, End: offset}
}

func lastRune(s string) (rune, int) {
	i := len(s) - 1
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	for _, r := range s[i:] {
		return r, len(s) - i
	}
	return 0, 1
}

// docOf is the documentation of a definition, cleaned of its indentation; "" without any.
func docOf(f *modules.File, n syntax.Node) string {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		return docString(n.Body)
	case *syntax.ClassDef:
		return docString(n.Body)
	case *syntax.Module:
		return docString(n.Body)
	case *syntax.AnnAssign, *syntax.Assign:
		return docAfter(f, n.(syntax.Stmt))
	}
	return ""
}

func docString(body []syntax.Stmt) string {
	if len(body) == 0 {
		return ""
	}
	if s, ok := stringStmt(body[0]); ok {
		return cleanDoc(s)
	}
	return ""
}

func stringStmt(s syntax.Stmt) (string, bool) {
	x, ok := s.(*syntax.ExprStmt)
	if !ok {
		return "", false
	}
	c, ok := x.Value.(*syntax.Constant)
	if !ok || c.Kind != syntax.Str {
		return "", false
	}
	return c.Str, true
}

// docAfter is the string that stands right after an assignment, as attributes are documented.
func docAfter(f *modules.File, s syntax.Stmt) string {
	var list []syntax.Stmt
	switch p := f.Parent(s).(type) {
	case *syntax.Module:
		list = p.Body
	case *syntax.ClassDef:
		list = p.Body
	}
	for i, t := range list {
		if t == s && i+1 < len(list) {
			if text, ok := stringStmt(list[i+1]); ok {
				return cleanDoc(text)
			}
		}
	}
	return ""
}

// cleanDoc takes the common indentation off a docstring.
func cleanDoc(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\t", "        "), "\n")
	indent := -1
	for _, l := range lines[1:] {
		if t := strings.TrimLeft(l, " "); t != "" {
			if n := len(l) - len(t); indent < 0 || n < indent {
				indent = n
			}
		}
	}
	for i := range lines {
		if i > 0 && indent > 0 && len(lines[i]) >= indent {
			lines[i] = lines[i][indent:]
		}
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// oneLine is a piece of source without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// signatureText is "def name(parameters) -> result" of a function, as it is called: without self.
func signatureText(fn *infer.Func) string {
	var b strings.Builder
	if fn.Def != nil && fn.Def.Async {
		b.WriteString("async ")
	}
	b.WriteString("def " + fn.Name())
	label, _ := parameterLabel(fn)
	b.WriteString(label)
	return b.String()
}

// parameterLabel is "(a, b=1) -> int", and where each parameter stands in it.
func parameterLabel(fn *infer.Func) (string, []Parameter) {
	a := fn.Arguments()
	src := fn.File.Source
	var b strings.Builder
	var params []Parameter
	b.WriteByte('(')
	first := true
	add := func(text string, isParam bool) {
		if !first {
			b.WriteString(", ")
		}
		first = false
		start := b.Len()
		b.WriteString(text)
		if isParam {
			params = append(params, Parameter{Start: start, End: b.Len()})
		}
	}
	show := func(p *syntax.Arg, stars string) string {
		text := stars + oneLine(src.Slice(p.Span))
		if d := modules.Default(a, p); d != nil {
			if p.Annotation != nil {
				text += " = " + oneLine(src.Slice(d.Range()))
			} else {
				text += "=" + oneLine(src.Slice(d.Range()))
			}
		}
		return text
	}
	skip := fn.Bound()
	for i, p := range a.PosOnly {
		if skip {
			skip = false
		} else {
			add(show(p, ""), true)
		}
		if i == len(a.PosOnly)-1 && !first {
			add("/", false)
		}
	}
	for _, p := range a.Args {
		if skip {
			skip = false
			continue
		}
		add(show(p, ""), true)
	}
	if a.VarArg != nil {
		add(show(a.VarArg, "*"), true)
	} else if len(a.KwOnly) > 0 {
		add("*", false)
	}
	for _, p := range a.KwOnly {
		add(show(p, ""), true)
	}
	if a.KwArg != nil {
		add(show(a.KwArg, "**"), true)
	}
	b.WriteByte(')')
	if fn.Def != nil && fn.Def.Returns != nil {
		b.WriteString(" -> " + oneLine(src.Slice(fn.Def.Returns.Range())))
	}
	return b.String(), params
}

// classText is "class Name(bases)".
func classText(c *infer.Class) string {
	var bases []string
	for _, b := range c.Def.Bases {
		bases = append(bases, oneLine(c.File.Source.Slice(b.Range())))
	}
	if len(bases) == 0 {
		return "class " + c.Name()
	}
	return "class " + c.Name() + "(" + strings.Join(bases, ", ") + ")"
}
