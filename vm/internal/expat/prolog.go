package expat

import "strings"

// start reads the XML declaration of a document or the text declaration of an entity, if there is one.
func (p *Parser) start() bool {
	if p.in.coding == byTable && p.in.table == nil {
		if p.in.raws == "" && !p.in.last {
			return false
		}
		p.emit(Event{Kind: UnknownEncoding, Name: p.in.named})
		return false
	}
	s, pos, last := p.view()
	const open = "<?xml"
	rest := s[pos:]
	if !last && len(rest) <= len(open) && strings.HasPrefix(open, rest[:min(len(rest), len(open))]) {
		return false
	}
	p.state = inProlog
	switch {
	case p.external && p.content:
		p.state = inContent
	case p.external:
		p.state = inExternal
	}
	if !strings.HasPrefix(rest, open) || len(rest) > len(open) && !space(rest[len(open)]) && rest[len(open)] != '?' {
		return true
	}
	end := strings.Index(rest, "?>")
	if gt := strings.IndexByte(rest, '>'); end < 0 && gt < 0 && !last {
		p.state = atStart
		return false
	}
	if end < 0 {
		return p.fail(UnclosedToken, p.at(pos))
	}
	return p.declaration(s, pos, pos+end+2)
}

// declaration reads <?xml version="1.0" encoding="..." standalone="..."?>.
func (p *Parser) declaration(s string, pos, end int) bool {
	code := BadXMLDecl
	if p.external {
		code = BadTextDecl
	}
	var got [3]Opt
	next := 0
	names := [3]string{"version", "encoding", "standalone"}
	i := pos + 5
	for {
		j := skipSpace(s, i)
		if j == end-2 {
			break
		}
		if j == i {
			return p.fail(code, p.at(j))
		}
		k := j
		for k < end-2 && !space(s[k]) && s[k] != '=' {
			if s[k] >= 0x80 {
				return p.fail(code, p.at(k))
			}
			k++
		}
		which := -1
		for n := next; n < 3; n++ {
			if s[j:k] == names[n] {
				which = n
				break
			}
		}
		if which < 0 || which == 1 && !p.external && !got[0].OK || which == 2 && (p.external || !got[0].OK) {
			return p.fail(code, p.at(j))
		}
		k = skipSpace(s, k)
		if k >= end-2 || s[k] != '=' {
			return p.fail(code, p.at(k))
		}
		k = skipSpace(s, k+1)
		if k >= end-2 || s[k] != '"' && s[k] != '\'' {
			return p.fail(code, p.at(k))
		}
		close := strings.IndexByte(s[k+1:end-2], s[k])
		if close < 0 {
			return p.fail(code, p.at(k))
		}
		v := s[k+1 : k+1+close]
		for n := range len(v) {
			if c := v[n]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_') {
				return p.fail(code, p.at(k+1+n))
			}
		}
		if which == 1 && (v == "" || !(v[0]|32 >= 'a' && v[0]|32 <= 'z')) || which == 2 && v != "yes" && v != "no" {
			return p.fail(code, p.at(k+1))
		}
		got[which] = some(strings.Clone(v))
		next = which + 1
		i = k + 1 + close + 1
	}
	if !p.external && !got[0].OK || p.external && !got[1].OK {
		return p.fail(code, p.at(end-2))
	}
	p.mark(p.at(pos), p.at(end))
	p.move(end)
	standalone := -1
	if got[2].OK {
		standalone = 0
		if got[2].Text == "yes" {
			standalone = 1
			p.DTD.standalone = true
		}
	}
	p.emit(Event{Kind: XMLDecl, Opts: [4]Opt{got[0], got[1]}, Flag: standalone, Raw: s[pos:end]})
	if got[1].OK && !p.in.forced {
		return p.switchTo(got[1].Text, pos)
	}
	return true
}

func (p *Parser) switchTo(encoding string, pos int) bool {
	c, known := codingOf(encoding)
	wide := p.in.coding == utf16le || p.in.coding == utf16be
	switch {
	case known && c == undecided:
		if !wide {
			return p.fail(IncorrectEncoding, p.at(pos)+strings.Index(p.in.text[pos:], encoding))
		}
		return true
	case known:
		if wide != (c == utf16le || c == utf16be) {
			return p.fail(IncorrectEncoding, p.at(pos)+strings.Index(p.in.raw(p.at(pos)), encoding))
		}
		if c != p.in.coding {
			p.in.restart(c)
		}
		return true
	case wide:
		return true
	}
	p.in.named = encoding
	p.in.restart(byTable)
	p.emit(Event{Kind: UnknownEncoding, Name: encoding})
	return true
}

// prolog reads what may come before the first element.
func (p *Parser) prolog() bool {
	s, pos, last := p.view()
	if pos >= len(s) {
		return p.atEnd(pos, last)
	}
	if space(s[pos]) {
		return p.blank(s, pos)
	}
	if s[pos] != '<' {
		if n := char(s, pos, last); n == more {
			return p.partial(PartialChar, pos, last)
		} else if n == invalid {
			return p.fail(InvalidToken, p.at(pos))
		}
		return p.stray(s, pos, last)
	}
	if pos+1 >= len(s) {
		return p.partial(UnclosedToken, pos, last)
	}
	switch c := s[pos+1]; {
	case c == '?':
		return p.instruction(s, pos, last)
	case c == '!':
		return p.bang(s, pos, last)
	default:
		end, complete := name(s, pos+1)
		if end == pos+1 {
			if !complete {
				return p.partial(UnclosedToken, pos, last)
			}
			return p.fail(InvalidToken, p.at(end))
		}
		if p.ForeignDTD && !p.doctype.started && p.ParamParsing != 0 && p.HasExternal {
			p.doctype.started = true
			p.mark(p.at(pos), p.at(pos))
			p.DTD.paramRefs = true
			p.emit(Event{Kind: ExternalEntity, Opts: [4]Opt{{}, p.Base, {}, {}}})
			return true
		}
		p.state = inContent
		return true
	}
}

// stray is text where none may stand: some characters are no token at all.
func (p *Parser) stray(s string, pos int, last bool) bool {
	switch c := s[pos]; {
	case c == '&', c == ';', c == '=', c == '/', c == '$', c == '@', c == '!', c == '^', c == '*', c == '?', c == '~', c == '`', c == '{', c == '}', c == '\\':
		return p.fail(InvalidToken, p.at(pos))
	case c == '"' || c == '\'':
		if i := strings.IndexByte(s[pos+1:], c); i < 0 {
			return p.partial(UnclosedToken, pos, last)
		}
	case c >= 0x80 || asciiName[c]&inName != 0:
		end := pos
		for end < len(s) && (s[end] >= 0x80 || asciiName[s[end]]&inName != 0) {
			end++
		}
		if end < len(s) && strings.IndexByte("&;=/$@!^~`{}\\'\"<", s[end]) >= 0 {
			return p.fail(InvalidToken, p.at(end))
		}
	}
	return p.fail(Syntax, p.at(pos))
}

// bang reads what begins with <! before the first element.
func (p *Parser) bang(s string, pos int, last bool) bool {
	rest := s[pos:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return p.comment(s, pos, last)
	case len(rest) < 4 && strings.HasPrefix("<!--", rest), len(rest) < 9 && strings.HasPrefix("<!DOCTYPE", rest):
		return p.partial(UnclosedToken, pos, last)
	case strings.HasPrefix(rest, "<!-"):
		return p.fail(InvalidToken, p.at(pos+3))
	}
	end, complete := name(s, pos+2)
	switch {
	case end == pos+2 && s[end] != '[':
		return p.fail(InvalidToken, p.at(end))
	case !complete:
		return p.partial(UnclosedToken, pos, last)
	case s[pos+2:end] != "DOCTYPE" || p.doctype.started || p.state == afterDTD:
		return p.fail(Syntax, p.at(pos))
	}
	return p.startDoctype(s, pos, end, last)
}

func (p *Parser) startDoctype(s string, pos, i int, last bool) bool {
	toks, end, ok := p.tokens(s, pos, i, last, true)
	if !ok {
		return false
	}
	d := doctype{started: true}
	k := 0
	if len(toks) < 2 || toks[0].kind != 'n' {
		return p.fail(Syntax, p.at(toks[0].from))
	}
	d.name = strings.Clone(toks[0].text(s))
	k = 1
	public, system, next, ok := p.externalID(s, toks, k, false)
	if !ok {
		return false
	}
	d.public, d.system, k = public, system, next
	t := toks[k]
	d.hasSubset = t.kind == '['
	if t.kind != '[' && t.kind != '>' {
		return p.fail(Syntax, p.at(t.from))
	}
	p.mark(p.at(pos), p.at(end))
	p.doctype = d
	if d.system.OK {
		p.DTD.paramRefs = true
		if !p.DTD.standalone && p.ParamParsing == 0 {
			p.emit(Event{Kind: NotStandalone})
		}
	}
	p.mark(p.at(t.from), p.at(t.to))
	flag := 0
	if d.hasSubset {
		flag = 1
		p.state = inSubset
	} else {
		p.state = afterSub
		end-- // the > ends it
	}
	p.emit(Event{Kind: StartDoctype, Name: d.name, Opts: [4]Opt{d.system, d.public}, Flag: flag, Raw: s[pos:end]})
	return p.move(end)
}

// afterSubset reads the > of the DOCTYPE and asks for its external subset.
func (p *Parser) afterSubset() bool {
	s, pos, last := p.view()
	i := skipSpace(s, pos)
	if i >= len(s) {
		return p.partial(UnclosedToken, pos, last)
	}
	if s[i] != '>' {
		return p.fail(Syntax, p.at(i))
	}
	p.mark(p.at(i), p.at(i+1))
	d := &p.doctype
	if d.system.OK || p.ForeignDTD {
		p.DTD.paramRefs = true
		if p.ParamParsing != 0 && p.HasExternal && !(p.ParamParsing == 1 && p.DTD.standalone) {
			p.emit(Event{Kind: ExternalEntity, Opts: [4]Opt{{}, p.Base, d.system, d.public}})
		}
	}
	p.emit(Event{Kind: EndDoctype, Raw: s[pos : i+1]})
	p.state = afterDTD
	return p.move(i + 1)
}
