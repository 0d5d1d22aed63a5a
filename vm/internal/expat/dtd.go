package expat

import (
	"strings"
)

// dtok is a token of a declaration: n name, m name token, # pound name, " literal, % percent, p parameter entity and the
// marks ( ) | , [ ] > themselves.
type dtok struct {
	kind     byte
	quant    byte // ? * + behind a name or )
	from, to int
}

func (t dtok) text(s string) string { return s[t.from:t.to] }

// tokens reads the tokens of a declaration from i on, the > (or, of a DOCTYPE, the [) last; end is behind it.
func (p *Parser) tokens(s string, pos, i int, last, doctype bool) (toks []dtok, end int, ok bool) {
	wrong := func(at int) ([]dtok, int, bool) { return nil, 0, p.fail(InvalidToken, p.at(at)) }
	for {
		j := skipSpace(s, i)
		if j >= len(s) {
			return nil, 0, p.partial(p.unclosed(), pos, last)
		}
		gap := j > i
		c := s[j]
		switch c {
		case '>':
			return append(toks, dtok{kind: '>', from: j, to: j + 1}), j + 1, true
		case '[':
			toks = append(toks, dtok{kind: '[', from: j, to: j + 1})
			if doctype {
				return toks, j + 1, true
			}
			i = j + 1
			continue
		case '(', '|', ',', ']':
			toks = append(toks, dtok{kind: c, from: j, to: j + 1})
			i = j + 1
			continue
		case ')':
			t := dtok{kind: ')', from: j, to: j + 1}
			if i = j + 1; i >= len(s) {
				return nil, 0, p.partial(p.unclosed(), pos, last)
			}
			if strings.IndexByte("?*+", s[i]) >= 0 {
				t.quant = s[i]
				i++
			}
			toks = append(toks, t)
			continue
		case '"', '\'':
			k := j + 1
			for k < len(s) && s[k] != c {
				n := char(s, k, last)
				if n == more {
					break
				}
				if n < 0 {
					return wrong(k)
				}
				k += n
			}
			if k+1 >= len(s) || s[k] != c {
				return nil, 0, p.partial(p.unclosed(), pos, last)
			}
			if n := s[k+1]; !space(n) && n != '>' && n != '%' && n != '[' {
				return wrong(k + 1)
			}
			toks = append(toks, dtok{kind: '"', from: j + 1, to: k})
			i = k + 1
			continue
		case '%':
			if j+1 >= len(s) {
				return nil, 0, p.partial(p.unclosed(), pos, last)
			}
			if space(s[j+1]) || s[j+1] == '%' {
				toks = append(toks, dtok{kind: '%', from: j, to: j + 1})
				i = j + 1
				continue
			}
			k, complete := name(s, j+1)
			switch {
			case !complete:
				return nil, 0, p.partial(p.unclosed(), pos, last)
			case k == j+1 || s[k] != ';':
				return wrong(k)
			}
			toks = append(toks, dtok{kind: 'p', from: j + 1, to: k})
			i = k + 1
			continue
		case '#':
			k, complete := name(s, j+1)
			if !complete {
				return nil, 0, p.partial(p.unclosed(), pos, last)
			}
			if k == j+1 {
				return wrong(k)
			}
			toks = append(toks, dtok{kind: '#', from: j, to: k})
			i = k
			continue
		}
		k, kind := j, byte('n')
		for k < len(s) {
			r, n := rune(s[k]), 1
			if r >= 0x80 {
				if n = char(s, k, last); n == more {
					return nil, 0, p.partial(PartialChar, k, last)
				} else if n == invalid {
					return wrong(k)
				}
				r = []rune(s[k : k+n])[0]
			}
			if !isName(r) {
				break
			}
			if k == j && !isNameStart(r) {
				kind = 'm'
			}
			k += n
		}
		if k >= len(s) {
			return nil, 0, p.partial(p.unclosed(), pos, last)
		}
		if k == j {
			return wrong(j)
		}
		if len(toks) == 0 && !gap {
			return wrong(j)
		}
		t := dtok{kind: kind, from: j, to: k}
		if strings.IndexByte("?*+", s[k]) >= 0 {
			t.quant = s[k]
			k++
		} else if !space(s[k]) && strings.IndexByte(">)|,[%", s[k]) < 0 {
			return wrong(k)
		}
		toks = append(toks, t)
		i = k
	}
}

// unclosed is the error of a token without end.
func (p *Parser) unclosed() Code {
	if len(p.open) > 0 || p.external && !p.content {
		return IncompletePE
	}
	return UnclosedToken
}

// externalID reads PUBLIC "id" "system" or SYSTEM "system" from token k on.
func (p *Parser) externalID(s string, toks []dtok, k int, publicOnly bool) (public, system Opt, next int, ok bool) {
	if toks[k].kind != 'n' {
		return public, system, k, true
	}
	wrong := func() (Opt, Opt, int, bool) { return public, system, k, p.fail(Syntax, p.at(toks[k].from)) }
	switch toks[k].text(s) {
	case "PUBLIC":
		k++
		if toks[k].kind != '"' {
			return wrong()
		}
		id := toks[k].text(s)
		for i := range len(id) {
			if c := id[i]; c == '\t' || c >= 0x80 || strings.IndexByte("\"<>[\\]^`{|}~&", c) >= 0 {
				return public, system, k, p.fail(BadPublicID, p.at(toks[k].from-1))
			}
		}
		public = some(strings.Join(strings.Fields(id), " "))
		k++
		if publicOnly && toks[k].kind != '"' {
			return public, system, k, true
		}
	case "SYSTEM":
		k++
	default:
		return wrong()
	}
	if toks[k].kind != '"' {
		return wrong()
	}
	system = some(strings.Clone(toks[k].text(s)))
	return public, system, k + 1, true
}

// subset reads one declaration of the DTD.
func (p *Parser) subset() bool {
	s, pos, last := p.view()
	if pos >= len(s) {
		if len(p.open) > 0 {
			return p.endEntity()
		}
		if p.state == inExternal && last {
			if p.include > 0 {
				return p.fail(Syntax, p.at(pos))
			}
			p.mark(p.at(pos), p.at(pos))
			p.Ended = true
			return false
		}
		return p.atEnd(pos, last)
	}
	switch c := s[pos]; {
	case space(c):
		return p.blank(s, pos)
	case c == ']' && p.state == inSubset && len(p.open) == 0:
		p.mark(p.at(pos), p.at(pos+1))
		p.emit(Event{Kind: Other, Raw: "]"})
		p.state = afterSub
		return p.move(pos + 1)
	case c == ']' && p.include > 0:
		if len(s) < pos+3 {
			return p.partial(UnclosedToken, pos, last)
		}
		if strings.HasPrefix(s[pos:], "]]>") {
			p.include--
			return p.move(pos + 3)
		}
		return p.fail(Syntax, p.at(pos))
	case c == '%':
		end, complete := name(s, pos+1)
		switch {
		case !complete:
			return p.partial(p.unclosed(), pos, last)
		case end == pos+1 || s[end] != ';':
			return p.fail(InvalidToken, p.at(end))
		}
		p.mark(p.at(pos), p.at(end+1))
		p.move(end + 1)
		return p.paramEntity(s[pos+1:end], s[pos:end+1], pos)
	case c != '<':
		if char(s, pos, last) == invalid {
			return p.fail(InvalidToken, p.at(pos))
		}
		return p.stray(s, pos, last)
	}
	if pos+1 >= len(s) {
		return p.partial(p.unclosed(), pos, last)
	}
	switch {
	case s[pos+1] == '?':
		return p.instruction(s, pos, last)
	case strings.HasPrefix(s[pos:], "<!--"):
		return p.comment(s, pos, last)
	case strings.HasPrefix("<!--", s[pos:]):
		return p.partial(p.unclosed(), pos, last)
	case strings.HasPrefix(s[pos:], "<!["):
		if p.state != inExternal {
			return p.fail(Syntax, p.at(pos))
		}
		return p.conditional(s, pos, last)
	case s[pos+1] != '!':
		if end, _ := name(s, pos+1); end == pos+1 {
			return p.fail(InvalidToken, p.at(end))
		}
		return p.fail(Syntax, p.at(pos))
	}
	end, complete := name(s, pos+2)
	if !complete {
		return p.partial(p.unclosed(), pos, last)
	}
	if end == pos+2 {
		return p.fail(InvalidToken, p.at(end))
	}
	toks, next, ok := p.tokens(s, pos, end, last, false)
	if !ok {
		return false
	}
	if replaced, done := p.replaceParams(s, pos, toks, s[pos+2:end] == "ENTITY"); done {
		return replaced
	}
	p.mark(p.at(pos), p.at(next))
	d := declaration{p: p, s: s, toks: toks, raw: s[pos:next]}
	switch s[pos+2 : end] {
	case "ENTITY":
		ok = d.entity()
	case "ELEMENT":
		ok = d.element()
	case "ATTLIST":
		ok = d.attlist()
	case "NOTATION":
		ok = d.notation()
	default:
		return p.fail(Syntax, p.at(pos))
	}
	if !ok {
		return false
	}
	return p.move(next)
}

// conditional reads <![INCLUDE[ or a whole <![IGNORE[ section.
func (p *Parser) conditional(s string, pos int, last bool) bool {
	i := skipSpace(s, pos+3)
	if i < len(s) && s[i] == '%' {
		if end, complete := name(s, i+1); complete && s[end] == ';' {
			e := p.DTD.params[s[i+1:end]]
			if e == nil || !e.internal {
				return p.fail(Syntax, p.at(i))
			}
			return p.replace(s, i, end+1, e.text)
		}
	}
	end, complete := name(s, i)
	j := skipSpace(s, end)
	if !complete || j >= len(s) {
		return p.partial(p.unclosed(), pos, last)
	}
	if s[j] != '[' {
		return p.fail(Syntax, p.at(j))
	}
	switch s[i:end] {
	case "INCLUDE":
		p.include++
		return p.move(j + 1)
	case "IGNORE":
		depth := 1
		for k := j + 1; k < len(s); k++ {
			switch {
			case strings.HasPrefix(s[k:], "<!["):
				depth++
				k += 2
			case strings.HasPrefix(s[k:], "]]>"):
				if depth--; depth == 0 {
					return p.move(k + 3)
				}
				k += 2
			}
		}
		return p.partial(Syntax, pos, last)
	}
	return p.fail(Syntax, p.at(i))
}

// paramEntity reads a reference to a parameter entity between declarations.
func (p *Parser) paramEntity(n, raw string, pos int) bool {
	d := p.DTD
	d.paramRefs = true
	if p.ParamParsing == 0 {
		d.skipping = !d.standalone
		p.emit(Event{Kind: SkippedEntity, Name: strings.Clone(n), Flag: 1, Raw: raw})
		p.queue[len(p.queue)-1].Kind = Other
	} else {
		e := d.params[n]
		switch {
		case e == nil:
			d.skipping = !d.standalone
			p.emit(Event{Kind: SkippedEntity, Name: strings.Clone(n), Flag: 1, Raw: raw})
			return true
		case d.busy[e]:
			return p.fail(RecursiveEntityRef, p.at(pos))
		case e.internal:
			if !p.grown(len(e.text)) {
				return false
			}
			d.busy[e] = true
			p.open = append(p.open, source{entity: e, text: e.text, param: true, level: len(p.tags)})
			return true
		default:
			p.emit(Event{Kind: ExternalEntity, Opts: [4]Opt{{}, e.base, e.system, e.public}, Raw: raw})
		}
	}
	if !d.standalone {
		p.emit(Event{Kind: NotStandalone})
	}
	return true
}

// replaceParams replaces the first parameter entity within a declaration by its text.
func (p *Parser) replaceParams(s string, pos int, toks []dtok, entity bool) (result, done bool) {
	for _, t := range toks {
		if t.kind != 'p' {
			continue
		}
		if p.state == inSubset && len(p.open) == 0 {
			return p.fail(ParamEntityRef, p.at(t.from-1)), true
		}
		e := p.DTD.params[t.text(s)]
		if e == nil || !e.internal {
			return p.fail(UndefinedEntity, p.at(t.from-1)), true
		}
		if !p.grown(len(e.text)) {
			return false, true
		}
		return p.replace(s, t.from-1, t.to+1, " "+e.text+" "), true
	}
	return false, false
}

func (p *Parser) replace(s string, from, to int, text string) bool {
	s = s[:from] + text + s[to:]
	if n := len(p.open); n > 0 {
		p.open[n-1].text = s
	} else {
		p.in.text = s
	}
	return true
}
