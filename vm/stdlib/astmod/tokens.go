package astmod

import (
	"strings"
	"unicode/utf8"

	"slp/syntax"
	"slp/vm/object"
)

// Tokenize is the module _tokenize.
var Tokenize = object.ModuleDef{Name: "_tokenize", Funcs: []object.Def{
	{Sig: "_tokens(text, extra, /)", Fn: func(c *ctx, a []value) value {
		return tokens(c, a[0].AsStr().String(), a[1] == object.True)
	}},
}, Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "TokenizerIter", c.Host.Hosted("TokenizerIter"))
	return true
}}

// Numbers of the module token.
const (
	tokEnd     = 0
	tokName    = 1
	tokNumber  = 2
	tokString  = 3
	tokNewline = 4
	tokIndent  = 5
	tokDedent  = 6
	tokOp      = 55
	tokFStart  = 59
	tokFMiddle = 60
	tokFEnd    = 61
	tokTStart  = 62
	tokTMiddle = 63
	tokTEnd    = 64
	tokComment = 65
	tokNL      = 66
)

// exact are the numbers of operators in the module token.
var exact = map[string]int64{"(": 7, ")": 8, "[": 9, "]": 10, ":": 11, ",": 12, ";": 13, "+": 14, "-": 15, "*": 16, "/": 17,
	"|": 18, "&": 19, "<": 20, ">": 21, "=": 22, ".": 23, "%": 24, "{": 25, "}": 26, "==": 27, "!=": 28, "<>": 28, "<=": 29,
	">=": 30, "~": 31, "^": 32, "<<": 33, ">>": 34, "**": 35, "+=": 36, "-=": 37, "*=": 38, "/=": 39, "%=": 40, "&=": 41,
	"|=": 42, "^=": 43, "<<=": 44, ">>=": 45, "**=": 46, "//": 47, "//=": 48, "@": 49, "@=": 50, "->": 51, "...": 52,
	":=": 53, "!": 54}

// lister makes the tuples of tokens.
type lister struct {
	c     *ctx
	file  *syntax.File
	extra bool
	out   []value
	lines map[int]value
}

func (l *lister) place(offset int32) (value, int) {
	n := l.file.Line(offset)
	s := l.file.LineSpan(n)
	if offset > s.End { // behind the line's end
		return pairOf(n, utf8.RuneCountInString(l.file.Text[s.Start:s.End])+int(offset-s.End)), n
	}
	return pairOf(n, utf8.RuneCountInString(l.file.Text[s.Start:offset])), n
}

func pairOf(i, j int) value { return object.TupleOf(object.Int(int64(i)), object.Int(int64(j))) }

// text is the lines from one to another with their ends.
func (l *lister) text(from, to int) value {
	if from == to {
		if v, ok := l.lines[from]; ok {
			return v
		}
	}
	a, z := l.file.LineSpan(from).Start, l.file.LineSpan(to).End
	t := l.file.Text
	if int(z) < len(t) && t[z] == '\r' {
		z++
	}
	if int(z) < len(t) && t[z] == '\n' {
		z++
	}
	v := object.NewStr(t[a:z])
	if from == to {
		l.lines[from] = v
	}
	return v
}

func (l *lister) add(kind int64, s syntax.Span, text string) {
	p1, n1 := l.place(s.Start)
	p2, n2 := l.place(s.End)
	if kind == tokNL || kind == tokNewline {
		n2 = n1
		p2 = object.TupleOf(p1.AsTuple().Items[0], object.Int(p1.AsTuple().Items[1].I()+int64(len(text))))
		if text == "" {
			p2 = object.TupleOf(p1.AsTuple().Items[0], object.Int(p1.AsTuple().Items[1].I()+1))
		}
	}
	l.out = append(l.out, object.TupleOf(object.Int(kind), object.NewStr(text), p1, p2, l.text(n1, n2)))
}

// gap adds the NL tokens of the text between two tokens: the ends of lines that end no statement.
func (l *lister) gap(from, to int32) {
	t := l.file.Text
	for i := from; i < to; i++ {
		switch t[i] {
		case '\\':
			for i+1 < to && t[i+1] != '\n' {
				i++
			}
			i++
		case '\n':
			start := i
			if i > 0 && t[i-1] == '\r' && i-1 >= from {
				start--
			}
			l.add(tokNL, syntax.Span{Start: start, End: i + 1}, t[start:i+1])
		}
	}
}

func tokens(c *ctx, text string, extra bool) value {
	file := syntax.NewTextFile("<string>", text)
	l := &lister{c: c, file: file, extra: extra, lines: map[int]value{}}
	all := syntax.Tokens(file)
	at := int32(0)
	var strings_ []int64 // the kinds of open f- and t-strings
	var open nest
	broken := scanError(file)
	cut := int32(len(text)) + 1 // where the error ends the tokens
	if broken != nil {
		if cut = broken.Start; strings.HasPrefix(broken.Message, "unindent") {
			cut = file.LineSpan(file.Line(cut)).Start
		}
	}
	for _, t := range all {
		s := t.Range()
		if broken != nil && (s.End > cut || s.Start >= cut) {
			if extra {
				l.gap(at, min(s.Start, cut))
			}
			return l.fail(broken)
		}
		word := ""
		if s.Start < s.End {
			word = file.Text[s.Start:s.End]
		}
		kind := int64(tokOp)
		switch {
		case t.Kind == syntax.EndMarker:
			if extra {
				l.gap(at, int32(len(file.Text)))
				l.lastLine(all)
			}
			n := file.Lines()
			if sp := file.LineSpan(n); sp.Start < sp.End || strings.HasSuffix(file.Text, "\n") && sp.Start != int32(len(file.Text)) {
				n++
			}
			p := pairOf(n, 0)
			if len(file.Text) == 0 {
				p = pairOf(1, 0)
			}
			l.out = append(l.out, object.TupleOf(object.Int(tokEnd), object.NewASCII(""), p, p, object.NewASCII("")))
			continue
		case t.Kind == syntax.Newline && open.brackets() && int(s.Start) >= len(strings.TrimRight(file.Text, "\n")):
			if extra {
				l.gap(at, int32(len(file.Text)))
				if !strings.HasSuffix(file.Text, "\n") {
					l.add(tokNL, syntax.Span{Start: int32(len(file.Text)), End: int32(len(file.Text))}, "")
				}
			}
			last := file.Line(int32(len(strings.TrimSuffix(file.Text, "\n"))))
			l.out = append(l.out, object.TupleOf(object.Int(-1), object.NewStr("unexpected EOF in multi-line statement"), object.Int(int64(last)), object.Int(0), l.text(last, last)))
			return c.NewList(l.out)
		case t.Kind == syntax.Newline && open.brackets():
			continue // the line goes on: its end is found as a gap
		case t.Kind == syntax.Newline:
			kind = tokNewline
			if s.Start >= int32(len(file.Text)) || word == "" && file.Text[s.Start] != '\n' && file.Text[s.Start] != '\r' {
				word = ""
			} else if word == "" {
				word = "\n"
			}
			if !strings.HasSuffix(word, "\n") {
				word = strings.TrimRight(word, " \t")
			}
			l.add(kind, s, word)
			at = max(at, s.End)
			if int(at) < len(file.Text) && s.Start == s.End && file.Text[at] == '\n' {
				at++
			}
			continue
		case t.Kind == syntax.Dedent:
			kind, word = tokDedent, ""
		case t.Kind == syntax.Indent:
			kind = tokIndent
		}
		if extra {
			l.gap(at, s.Start)
		}
		switch {
		case kind == tokDedent || kind == tokIndent:
		case t.Kind == syntax.NameToken || t.Kind.Keyword():
			kind = tokName
		case t.Kind == syntax.NumberToken:
			kind = tokNumber
		case t.Kind == syntax.StringToken:
			kind = tokString
		case t.Kind == syntax.FStringStart:
			kind = tokFStart
			strings_ = append(strings_, tokFStart)
		case t.Kind == syntax.TStringStart:
			kind = tokTStart
			strings_ = append(strings_, tokTStart)
		case t.Kind == syntax.FStringMiddle, t.Kind == syntax.FStringEnd:
			open := int64(tokFStart)
			if n := len(strings_); n > 0 {
				open = strings_[n-1]
			}
			kind = open + 1
			if t.Kind == syntax.FStringEnd {
				kind = open + 2
				strings_ = strings_[:max(len(strings_)-1, 0)]
			}
		case t.Kind == syntax.CommentToken:
			if !extra {
				continue
			}
			kind = tokComment
		case t.Kind == syntax.ErrorToken && (word == "$" || word == "?" || word == "`"):
			// CPython's tokenizer lets them pass for operators; no rule of the grammar wants them.
		case t.Kind == syntax.ErrorToken:
			_, errs := syntax.Parse(file, syntax.Options{})
			message, where := "invalid non-printable character", s.Start
			if len(errs) > 0 {
				message, where = errs[0].Message, errs[0].Start
			}
			if message == "unexpected EOF while parsing" {
				last := file.Lines()
				l.out = append(l.out, object.TupleOf(object.Int(-1), object.NewStr("unexpected EOF in multi-line statement"), object.Int(int64(last)), object.Int(0), l.text(last, last)))
				return c.NewList(l.out)
			}
			p, n := l.place(where)
			items := p.AsTuple().Items
			l.out = append(l.out, object.TupleOf(object.Int(-1), object.NewStr(message), items[0], object.Int(items[1].I()+1), l.text(n, n)))
			return c.NewList(l.out)
		default:
			if !extra {
				if n, ok := exact[word]; ok {
					kind = n
				}
			}
		}
		if kind == tokDedent && int(s.Start) >= len(file.Text) && file.Text != "" && !strings.HasSuffix(file.Text, "\n") {
			p := pairOf(file.Lines()+1, 0)
			l.out = append(l.out, object.TupleOf(object.Int(kind), object.NewASCII(""), p, p, object.NewASCII("")))
			continue
		}
		if kind == tokFMiddle || kind == tokTMiddle {
			l.middle(kind, s, word)
		} else {
			l.add(kind, s, word)
		}
		at = max(at, s.End)
		if open.token(kind, word) && int(at) < len(file.Text) && file.Text[at] == '}' {
			l.add(strings_[len(strings_)-1]+1, syntax.Span{Start: at, End: at}, "")
		}
	}
	return c.NewList(l.out)
}

// middle adds the text of an f-string: a brace that is written twice ends a token, and its second half is none.
func (l *lister) middle(kind int64, s syntax.Span, word string) {
	from := 0
	for i := 0; i+1 < len(word); i++ {
		if (word[i] == '{' || word[i] == '}') && word[i+1] == word[i] {
			l.add(kind, syntax.Span{Start: s.Start + int32(from), End: s.Start + int32(i) + 1}, word[from:i+1])
			i++
			from = i + 1
		}
	}
	if from < len(word) || from == 0 {
		l.add(kind, syntax.Span{Start: s.Start + int32(from), End: s.End}, word[from:])
	}
}

// lastLine ends a comment that is the last line and has no end of its own.
func (l *lister) lastLine(all []syntax.Token) {
	end := int32(len(l.file.Text))
	for i := len(all) - 1; i >= 0; i-- {
		switch {
		case all[i].Kind == syntax.EndMarker || all[i].Kind == syntax.Dedent:
			continue
		case all[i].Kind == syntax.CommentToken && all[i].Range().End == end:
			l.add(tokNL, syntax.Span{Start: end, End: end}, "")
		}
		return
	}
}

// nest is what is open: brackets, f-strings and their fields.
type nest []opened

type opened struct {
	text  bool // an f-string
	field bool // a replacement field
	spec  bool // the format of the field has begun
}

// brackets tells whether brackets are open, and no f-string.
func (n nest) brackets() bool {
	for _, o := range n {
		if o.text {
			return false
		}
	}
	return len(n) > 0
}

// token takes note of a token. It tells that a field within the format of another one was closed.
func (n *nest) token(kind int64, word string) bool {
	top := opened{}
	if len(*n) > 0 {
		top = (*n)[len(*n)-1]
	}
	pop := func() { *n = (*n)[:max(len(*n)-1, 0)] }
	switch {
	case kind == tokFStart || kind == tokTStart:
		*n = append(*n, opened{text: true})
	case kind == tokFEnd || kind == tokTEnd:
		for len(*n) > 0 && !(*n)[len(*n)-1].text {
			pop()
		}
		pop()
	case kind == tokFMiddle || kind == tokTMiddle || kind == tokString:
	case word == "{":
		*n = append(*n, opened{field: top.text || top.spec})
	case word == "(" || word == "[":
		*n = append(*n, opened{})
	case word == ":" && top.field:
		(*n)[len(*n)-1].spec = true
	case word == ")" || word == "]":
		if len(*n) > 0 && !top.text {
			pop()
		}
	case word == "}" && len(*n) > 0 && !top.text:
		pop()
		return top.field && len(*n) > 0 && (*n)[len(*n)-1].spec
	}
	return false
}

// scanError is the first error that CPython's tokenizer finds by itself, or nil.
func scanError(file *syntax.File) *syntax.Error {
	_, errs := syntax.Parse(file, syntax.Options{})
	for i := range errs {
		e := &errs[i]
		if e.Kind == syntax.TabError || strings.HasPrefix(e.Message, "unindent does not match") || strings.HasPrefix(e.Message, "unterminated string literal") ||
			strings.HasPrefix(e.Message, "unterminated triple-quoted string") {
			return e
		}
	}
	return nil
}

// fail adds the error at which the tokens end.
func (l *lister) fail(e *syntax.Error) value {
	p, n := l.place(e.Start)
	line, column := p.AsTuple().Items[0], p.AsTuple().Items[1].I()+1
	text := l.text(n, n)
	if !strings.HasPrefix(e.Message, "unterminated") {
		s := strings.TrimRight(text.AsStr().String(), "\r\n")
		text, column = object.NewStr(s), int64(utf8.RuneCountInString(s))+1
	}
	l.out = append(l.out, object.TupleOf(object.Int(-1), object.NewStr(e.Message), line, object.Int(column), text))
	return l.c.NewList(l.out)
}
