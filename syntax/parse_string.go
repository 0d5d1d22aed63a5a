package syntax

import "strings"

// stringLiterals reads one literal or several in a row, which are one.
func (p *parser) stringLiterals() Expr {
	if next := p.peek(1); p.k == StringToken && next != StringToken && next != FStringStart && next != TStringStart {
		c := p.constants.take()
		p.plainString(c)
		return c
	}
	j := joiner{parser: p}
	start := p.start()
	for {
		switch p.k {
		case StringToken:
			c := p.constants.take()
			p.plainString(c)
			if c.Kind == Bytes {
				j.bytes++
			} else {
				j.strs++
			}
			j.add(c)
			continue
		case FStringStart, TStringStart:
			j.interpolated(p.k == TStringStart)
			continue
		}
		break
	}
	return j.result(Span{start, p.end()})
}

// joiner collects the parts of adjacent literals.
type joiner struct {
	*parser
	values      []Expr // Constants, FormattedValues, Interpolations
	merge       *Constant
	parts       []string // texts of merge, when more than one
	strs, bytes int
	fs, ts      int
	u           bool
	any         bool
	kind        string // "f" or "t", for messages
}

func (j *joiner) result(span Span) Expr {
	j.flush()
	switch {
	case j.bytes > 0 && j.strs+j.fs+j.ts > 0:
		j.errorAt(j.span(), "cannot mix bytes and nonbytes literals")
	case j.ts > 0 && j.strs+j.fs > 0:
		j.errorAt(span, "cannot mix t-string literals with string or bytes literals")
	}
	if j.ts > 0 {
		return &TemplateStr{span, j.values}
	}
	if j.fs > 0 {
		return &JoinedStr{span, j.values}
	}
	c := j.constants.take()
	c.Kind, c.Span, c.U = Str, span, j.u
	if j.bytes > 0 {
		c.Kind = Bytes
	}
	if len(j.values) > 0 {
		c.Str = j.values[0].(*Constant).Str
	}
	return c
}

// add takes a piece of text; neighbours become one Constant.
func (j *joiner) add(c *Constant) {
	if !j.any {
		j.u, j.any = c.U, true
	}
	if c.Str == "" {
		return
	}
	if j.merge == nil {
		m := *c
		j.merge = &m
		j.values = append(j.values, j.merge)
		return
	}
	if len(j.parts) == 0 {
		j.parts = append(j.parts, j.merge.Str)
	}
	j.parts = append(j.parts, c.Str)
	j.merge.End = c.End
}

// flush ends the run of text.
func (j *joiner) flush() {
	if j.merge != nil && len(j.parts) > 0 {
		j.merge.Str = strings.Join(j.parts, "")
	}
	j.merge, j.parts = nil, j.parts[:0]
}

// value takes what a replacement field makes.
func (j *joiner) value(e Expr) {
	j.any = true
	if c, ok := e.(*Constant); ok {
		j.add(c)
		return
	}
	j.flush()
	j.values = append(j.values, e)
}

// plainString reads a string or bytes literal into c.
func (p *parser) plainString(c *Constant) {
	span := p.span()
	text := p.text[span.Start:span.End]
	c.Span, c.Kind = span, Str
	quote := 0
	raw := false
	for ; quote < len(text) && text[quote] != '"' && text[quote] != '\''; quote++ {
		switch text[quote] {
		case 'b', 'B':
			c.Kind = Bytes
		case 'r', 'R':
			raw = true
		case 'u':
			c.U = true
		}
	}
	inside := unquote(text[quote:])
	open := quote + 1
	if len(inside)+2 < len(text)-quote {
		open = quote + 3
	}
	c.Str = p.decodeLiteral(inside, span.Start+int32(open), span, raw, c.Kind == Bytes, false)
	p.next()
}

// unquote takes the quotes off; the closing ones may be missing.
func unquote(text string) string {
	q := text[:1]
	if strings.HasPrefix(text, q+q+q) && len(text) > 3 {
		text = text[3:]
		return strings.TrimSuffix(text, q+q+q)
	}
	return strings.TrimSuffix(text[1:], q)
}

// interpolated reads an f-string or t-string.
func (j *joiner) interpolated(template bool) {
	p := j.parser
	if template {
		j.ts++
		j.kind = "t"
	} else {
		j.fs++
		j.kind = "f"
	}
	j.any = true
	start := p.span()
	prefix := p.text[start.Start:start.End]
	raw := strings.ContainsAny(prefix, "rR")
	p.next()
	j.pieces(template, raw)
	if !p.accept(FStringEnd) {
		p.invalid()
	}
}

// pieces reads text and replacement fields, of an f-string or a format spec.
func (j *joiner) pieces(template, raw bool) {
	p := j.parser
	for {
		switch p.k {
		case FStringMiddle:
			span := p.span()
			c := p.constants.take()
			c.Kind, c.Span = Str, span
			c.Str = p.decodeLiteral(p.text[span.Start:span.End], span.Start, p.toks[p.i+1].Range(), raw, false, true)
			p.next()
			j.add(c)
		case LeftBrace:
			j.replacement(template, raw)
		default:
			return
		}
	}
}

// replacement reads "{value = !r : spec}".
func (j *joiner) replacement(template, raw bool) {
	p := j.parser
	kind := j.kind
	start := p.start()
	outer := p.field
	level := p.toks[p.i].level
	p.field = level
	defer func() { p.field = outer }()
	p.next()
	if !p.deeper() {
		return
	}
	defer p.shallower()
	switch p.k {
	case RightBrace, EqualSign, Exclamation, Colon:
		p.errorAt(p.span(), kind+"-string: valid expression required before '"+p.tokenText()+"'")
	default:
		if !startsExpression(p.k) && p.k != KeywordYield && !(p.k == Star && startsExpression(p.peek(1))) {
			p.fault(kind + "-string: expecting a valid expression after '{'")
		}
	}
	errorsBefore, first := len(p.errors), p.i
	value := p.annotatedValue()
	if len(p.errors) > errorsBefore {
		p.fieldFault(first, level, kind)
	}
	textEnd := p.end()
	debugEnd := int32(0)
	after := "-string: expecting '=', or '!', or ':', or '}'"
	if p.k == EqualSign {
		p.next()
		debugEnd = p.start()
		after = "-string: expecting '!', or ':', or '}'"
	}
	valueEnd := p.start()
	conversion := byte(0)
	if p.k == Exclamation {
		bang := p.toks[p.i]
		p.next()
		after = "-string: expecting ':' or '}'"
		switch {
		case p.k == NameToken && p.start() != bang.End:
			p.errorAt(Span{bang.Start, p.toks[p.i].End}, kind+"-string: conversion type must come right after the exclamation mark")
			p.next()
		case p.k == NameToken:
			name := p.tokenText()
			if name == "s" || name == "r" || name == "a" {
				conversion = name[0]
			} else {
				p.errorf(p.span(), "%s-string: invalid conversion character '%s': expected 's', 'r', or 'a'", kind, name)
			}
			p.next()
		case p.k == Colon || p.k == RightBrace:
			p.errorAt(p.span(), kind+"-string: missing conversion character")
		default:
			p.errorAt(p.span(), kind+"-string: invalid conversion character")
		}
	}
	hasSpec := p.k == Colon
	var spec *JoinedStr
	if hasSpec {
		colon := p.i
		p.next()
		inner := joiner{parser: p, kind: kind}
		inner.pieces(false, raw) // in a t-string's spec too, fields are formatted
		inner.flush()
		spec = &JoinedStr{Span{p.toks[colon].Start, p.end()}, inner.values}
	}
	if p.k != RightBrace {
		switch {
		case hasSpec:
			p.fault(kind + "-string: expecting '}', or format specs")
		case p.k == EndMarker || p.k == Newline || p.k == FStringEnd:
			p.fault(kind + "-string: expecting '}'")
		case p.disjBehind == p.i && p.suggestInField():
		default:
			p.fault(kind + after)
		}
		for p.k != Newline && p.k != EndMarker && p.k != FStringEnd && p.toks[p.i].level >= level {
			p.next()
		}
	}
	p.accept(RightBrace)
	end := p.end()
	if debugEnd > 0 {
		if conversion == 0 && !hasSpec {
			conversion = 'r'
		}
		j.debugText(Span{start + 1, debugEnd}, Span{start + 1, max(start+1, valueEnd)})
	}
	if template {
		text := p.expressionText(start+1, textEnd)
		j.value(&Interpolation{Span{start, end}, value, text, conversion, spec})
		return
	}
	j.value(&FormattedValue{Span{start, end}, value, conversion, spec})
}

// fieldFault reports the general error anew, if that is the last one: CPython says what it would
// expect where the longest expression ends that it can read.
func (p *parser) fieldFault(first int, level uint8, kind string) {
	e := &p.errors[len(p.errors)-1]
	if e.Message != invalidSyntax {
		return
	}
	at := first
	for p.toks[at].Kind != EndMarker && p.toks[at].Start < e.Start {
		at++
	}
	// Go back to the operator, or the bracket, that what is wrong belongs to.
	if p.toks[at].level > level {
		for at > first && !(p.toks[at].level == level+1 && opens(p.toks[at].Kind)) {
			at--
		}
	} else {
		at--
	}
	for at > first && !endsOperand(p.toks[at-1].Kind) {
		at--
	}
	if at <= first || p.toks[first].Kind == KeywordLambda {
		e.Span, e.Message = p.toks[first].Range(), kind+"-string: expecting a valid expression after '{'"
		return
	}
	e.Span, e.Message = p.toks[at].Range(), kind+"-string: expecting '=', or '!', or ':', or '}'"
}

func opens(k TokenKind) bool { return k == LeftParen || k == LeftBracket || k == LeftBrace }

// endsOperand reports a token that a complete expression can end with.
func endsOperand(k TokenKind) bool {
	switch k {
	case NameToken, NumberToken, StringToken, FStringEnd, RightParen, RightBracket, RightBrace, EllipsisToken,
		KeywordNone, KeywordTrue, KeywordFalse:
		return true
	}
	return false
}

func (p *parser) suggestInField() bool {
	if p.trying > 0 || p.panicking || p.disj == nil {
		return false
	}
	return p.suggestComma()
}

// debugText adds the text of "{value=}".
func (j *joiner) debugText(text, span Span) {
	c := j.constants.take()
	c.Kind, c.Span = Str, span
	c.Str = normalizeLines(j.withoutComments(text))
	j.add(c)
}

// expressionText is the text of a t-string's expression.
func (p *parser) expressionText(start, end int32) string {
	return strings.TrimRight(normalizeLines(p.withoutComments(Span{start, max(start, end)})), " \t\n\f")
}

// withoutComments is the text of a span less its comments.
func (p *parser) withoutComments(s Span) string {
	text := p.text[s.Start:s.End]
	if strings.IndexByte(text, '#') < 0 {
		return text
	}
	var b strings.Builder
	at := s.Start
	for _, c := range p.scanner.comments {
		if c.Start >= at && c.End <= s.End {
			b.WriteString(p.text[at:c.Start])
			at = c.End
		}
	}
	b.WriteString(p.text[at:s.End])
	return b.String()
}

func normalizeLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
