package ide

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// Signatures are the signatures of the call around an offset, with the parameter that is being typed.
func (x *Index) Signatures(f *modules.File, offset int32) []Signature {
	c := x.callAround(f, offset)
	if c == nil {
		return nil
	}
	position, keyword := argumentAt(f, c, offset)
	var out []Signature
	for _, inv := range x.Engine.Invocations(f, c) {
		label, params := parameterLabel(inv.Func)
		name := inv.Func.Name()
		if name == "__init__" && inv.Func.Owner != nil {
			name = inv.Func.Owner.Name()
		}
		if inv.Spawn != nil && name != "lambda" {
			name = "tasklet → " + name
		}
		for i := range params {
			params[i].Start += len(name)
			params[i].End += len(name)
		}
		s := Signature{Label: name + label, Parameters: params, Active: -1}
		if inv.Func.Def != nil {
			s.Doc = docOf(inv.Func.File, inv.Func.Def)
		}
		s.Active = activeParameter(inv.Func, position, keyword)
		out = append(out, s)
	}
	if len(out) == 0 {
		for _, v := range x.Engine.Expr(f, c.Func) {
			if cls, ok := v.(*infer.Class); ok {
				for _, m := range x.Engine.Attr(&infer.Instance{Class: cls}, "__init__") {
					if fn, ok := m.(*infer.Func); ok {
						label, params := parameterLabel(fn)
						for i := range params {
							params[i].Start += len(cls.Name())
							params[i].End += len(cls.Name())
						}
						out = append(out, Signature{Label: cls.Name() + label, Doc: docOf(cls.File, cls.Def), Parameters: params, Active: activeParameter(fn, position, keyword)})
						break
					}
				}
			}
		}
	}
	return out
}

// callAround is the innermost call whose parentheses hold an offset.
func (x *Index) callAround(f *modules.File, offset int32) *syntax.Call {
	path := syntax.Path(f.Tree, offset)
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *syntax.Call:
			closed := n.End > n.Open && f.Source.Text[n.End-1] == ')'
			if offset > n.Open && (offset < n.End || !closed && offset <= n.End) {
				return n
			}
		case *syntax.Lambda, *syntax.FunctionDef, *syntax.ClassDef:
			return nil
		}
	}
	// A call that is not closed may end before the cursor: "f(a, |".
	before := trimSpaceBefore(f.Source.Text, offset)
	if before < offset || before > 0 && (f.Source.Text[before-1] == ',' || f.Source.Text[before-1] == '(') {
		path = syntax.Path(f.Tree, before)
		for i := len(path) - 1; i >= 0; i-- {
			if n, ok := path[i].(*syntax.Call); ok && before > n.Open && f.Source.Text[n.End-1] != ')' {
				return n
			}
		}
	}
	return nil
}

func trimSpaceBefore(text string, offset int32) int32 {
	for offset > 0 && (text[offset-1] == ' ' || text[offset-1] == '\t') {
		offset--
	}
	return offset
}

// argumentAt says which argument of a call the offset is in: its number, and its keyword if it has one.
func argumentAt(f *modules.File, c *syntax.Call, offset int32) (int, string) {
	for _, k := range c.Keywords {
		if k.Name != "" && k.Start <= offset && offset <= k.End {
			return 0, k.Name
		}
	}
	// Count the commas at this level, over strings, comments and brackets.
	n, depth := 0, 0
	text := f.Source.Text
	for i := c.Open + 1; i < offset && int(i) < len(text); i++ {
		switch b := text[i]; b {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				n++
			}
		case '#':
			for int(i) < len(text) && text[i] != '\n' {
				i++
			}
		case '"', '\'':
			i = skipString(text, i)
		}
	}
	return n, ""
}

func skipString(text string, i int32) int32 {
	q := text[i]
	if int(i)+2 < len(text) && text[i+1] == q && text[i+2] == q {
		for i += 3; int(i)+2 < len(text); i++ {
			if text[i] == '\\' {
				i++
			} else if text[i] == q && text[i+1] == q && text[i+2] == q {
				return i + 2
			}
		}
		return int32(len(text))
	}
	for i++; int(i) < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case q, '\n':
			return i
		}
	}
	return i
}

// activeParameter is the index, among the parameters shown, of the one an argument goes to.
func activeParameter(fn *infer.Func, position int, keyword string) int {
	list := modules.Parameters(fn.Arguments())
	if fn.Bound() && len(list) > 0 {
		list = list[1:]
	}
	a := fn.Arguments()
	for i, p := range list {
		if keyword != "" {
			if p.Name == keyword {
				return i
			}
			continue
		}
		if p == a.VarArg && position >= i {
			return i
		}
		if i == position {
			if p == a.KwArg {
				return -1
			}
			return i
		}
	}
	if keyword != "" && a.KwArg != nil {
		return len(list) - 1
	}
	return -1
}
