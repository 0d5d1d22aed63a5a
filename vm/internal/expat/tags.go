package expat

import "strings"

// XMLNamespace and xmlnsNamespace are bound for ever.
const (
	xmlNamespace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsNamespace = "http://www.w3.org/2000/xmlns/"
)

// rawAttr is an attribute as it stands in a tag: places in the text.
type rawAttr struct{ from, to, value, valueEnd int }

// startTag reads <name attributes>.
func (p *Parser) startTag(s string, pos int, last bool) bool {
	end, complete := name(s, pos+1)
	if !complete {
		return p.partial(UnclosedToken, pos, last)
	}
	if end == pos+1 {
		return p.fail(InvalidToken, p.at(end))
	}
	var attrs []rawAttr
	i := end
	for {
		j := skipSpace(s, i)
		if j >= len(s) {
			return p.partial(UnclosedToken, pos, last)
		}
		if s[j] == '>' {
			return p.element(s, pos, end, attrs, j+1, false)
		}
		if s[j] == '/' {
			if j+1 >= len(s) {
				return p.partial(UnclosedToken, pos, last)
			}
			if s[j+1] != '>' {
				return p.fail(InvalidToken, p.at(j+1))
			}
			return p.element(s, pos, end, attrs, j+2, true)
		}
		if j == i {
			return p.fail(InvalidToken, p.at(j))
		}
		var a rawAttr
		at, ok := attribute(s, j, last, &a)
		if !ok {
			if at == more {
				return p.partial(UnclosedToken, pos, last)
			}
			return p.fail(InvalidToken, p.at(at))
		}
		attrs = append(attrs, a)
		i = at
	}
}

// attribute reads name="value" at j; if it is wrong, at is where.
func attribute(s string, j int, last bool, a *rawAttr) (at int, ok bool) {
	end, complete := name(s, j)
	if !complete {
		return more, false
	}
	if end == j {
		return j, false
	}
	a.from, a.to = j, end
	i := skipSpace(s, end)
	if i >= len(s) {
		return more, false
	}
	if s[i] != '=' {
		return i, false
	}
	i = skipSpace(s, i+1)
	if i >= len(s) {
		return more, false
	}
	quote := s[i]
	if quote != '"' && quote != '\'' {
		return i, false
	}
	i++
	a.value = i
	for i < len(s) {
		switch c := s[i]; {
		case c == quote:
			a.valueEnd = i
			return i + 1, true
		case c == '<':
			return i, false
		case c == '&':
			end, ok := checkReference(s, i)
			if !ok {
				return end, false
			}
			i = end
		default:
			n := char(s, i, last)
			if n == more {
				return more, false
			}
			if n < 0 {
				return i, false
			}
			i += n
		}
	}
	return more, false
}

// checkReference looks whether a reference in a value is written well.
func checkReference(s string, i int) (end int, ok bool) {
	if i+1 >= len(s) {
		return more, false
	}
	if s[i+1] == '#' {
		_, end := charRef(s, i)
		switch {
		case end == more:
			return more, false
		case end < 0:
			return -end - 10, false
		}
		return end, true
	}
	end, complete := name(s, i+1)
	switch {
	case !complete:
		return more, false
	case end == i+1 || s[end] != ';':
		return end, false
	}
	return end + 1, true
}

// element tells the begin of an element, and its end if it is empty.
func (p *Parser) element(s string, pos, nameEnd int, raw []rawAttr, end int, empty bool) bool {
	p.mark(p.at(pos), p.at(end))
	tagName := strings.Clone(s[pos+1 : nameEnd])
	typ := p.DTD.elements[tagName]
	attrs := make([]Attr, 0, len(raw))
	for k, r := range raw {
		n := s[r.from:r.to]
		for _, before := range attrs {
			if before.Name == n {
				if len(p.open) == 0 {
					p.event = p.at(raw[k].from)
				}
				return p.fail(DuplicateAttribute, p.event)
			}
		}
		cdata := true
		if typ != nil {
			cdata = typ.isCdata(n)
		}
		v, ok := p.attrValue(s[r.value:r.valueEnd], cdata, p.at(r.value))
		if !ok {
			return false
		}
		attrs = append(attrs, Attr{strings.Clone(n), v})
	}
	specified := len(attrs)
	p.mark(p.at(pos), p.at(end))
	if typ != nil {
	defaults:
		for _, d := range typ.defaults {
			if !d.hasValue {
				continue
			}
			for _, a := range attrs {
				if a.Name == d.name {
					continue defaults
				}
			}
			attrs = append(attrs, Attr{d.name, d.value})
		}
	}
	t := tag{raw: tagName, name: tagName, bindings: len(p.bindings)}
	if p.Namespaces {
		var ok bool
		if attrs, specified, ok = p.namespaces(&t, attrs, specified); !ok {
			return false
		}
	}
	p.move(end)
	p.emit(Event{Kind: StartElement, Name: t.name, Attrs: attrs, Specified: specified, Raw: s[pos:end]})
	if !empty {
		p.tags = append(p.tags, t)
		return true
	}
	p.mark(p.at(end), p.at(end))
	p.emit(Event{Kind: EndElement, Name: t.name, Raw: ""})
	p.unbind(t.bindings)
	return p.left()
}

// left looks whether the document's element is over.
func (p *Parser) left() bool {
	if len(p.tags) == 0 && !p.external && len(p.open) == 0 {
		p.state = inEpilog
	}
	return true
}

// endTag reads </name>.
func (p *Parser) endTag(s string, pos int, last bool) bool {
	end, complete := name(s, pos+2)
	if !complete {
		return p.partial(UnclosedToken, pos, last)
	}
	if end == pos+2 {
		return p.fail(InvalidToken, p.at(end))
	}
	i := skipSpace(s, end)
	if i >= len(s) {
		return p.partial(UnclosedToken, pos, last)
	}
	if s[i] != '>' {
		return p.fail(InvalidToken, p.at(i))
	}
	level := 0
	if n := len(p.open); n > 0 {
		level = p.open[n-1].level
	}
	p.mark(p.at(pos), p.at(i+1))
	if len(p.tags) == level {
		return p.fail(AsyncEntity, p.at(pos))
	}
	t := p.tags[len(p.tags)-1]
	if t.raw != s[pos+2:end] {
		return p.fail(TagMismatch, p.at(pos+2))
	}
	p.tags = p.tags[:len(p.tags)-1]
	p.emit(Event{Kind: EndElement, Name: t.name, Raw: s[pos : i+1]})
	p.unbind(t.bindings)
	p.move(i + 1)
	return p.left()
}

// unbind ends the bindings of an element, the last one first.
func (p *Parser) unbind(n int) {
	for len(p.bindings) > n {
		b := p.bindings[len(p.bindings)-1]
		p.bindings = p.bindings[:len(p.bindings)-1]
		p.emit(Event{Kind: EndNamespace, Name: b.prefix})
	}
}

// namespaces takes the declarations out of the attributes and replaces prefixes by what they stand for.
func (p *Parser) namespaces(t *tag, attrs []Attr, specified int) (left []Attr, spec int, ok bool) {
	for i, a := range attrs {
		prefix, isDecl := "", a.Name == "xmlns"
		if !isDecl {
			prefix, isDecl = strings.CutPrefix(a.Name, "xmlns:")
		}
		if !isDecl {
			left = append(left, a)
			if i < specified {
				spec++
			}
			continue
		}
		if code := p.bind(prefix, a.Value, a.Name != "xmlns"); code != OK {
			return nil, 0, p.fail(code, p.event)
		}
	}
	for i := range left {
		a := &left[i]
		prefix, local, has := strings.Cut(a.Name, ":")
		if !has {
			continue
		}
		uri, bound := p.bound(prefix)
		if !bound {
			return nil, 0, p.fail(UnboundPrefix, p.event)
		}
		a.Name = p.expanded(uri, local, prefix)
		for _, before := range left[:i] {
			if before.Name == a.Name {
				return nil, 0, p.fail(DuplicateAttribute, p.event)
			}
		}
	}
	prefix, local, has := strings.Cut(t.raw, ":")
	if !has {
		prefix, local = "", t.raw
	}
	uri, bound := p.bound(prefix)
	switch {
	case bound && uri != "":
		t.name = p.expanded(uri, local, prefix)
	case has:
		return nil, 0, p.fail(UnboundPrefix, p.event)
	}
	return left, spec, true
}

func (p *Parser) expanded(uri, local, prefix string) string {
	if p.Triplets && prefix != "" {
		return uri + p.Separator + local + p.Separator + prefix
	}
	return uri + p.Separator + local
}

func (p *Parser) bound(prefix string) (uri string, ok bool) {
	for i := len(p.bindings) - 1; i >= 0; i-- {
		if p.bindings[i].prefix == prefix {
			return p.bindings[i].uri, true
		}
	}
	if prefix == "xml" {
		return xmlNamespace, true
	}
	return "", prefix == ""
}

func (p *Parser) bind(prefix, uri string, named bool) Code {
	switch {
	case named && uri == "":
		return UndeclaringPrefix
	case prefix == "xmlns":
		return ReservedXMLNS
	case prefix == "xml" && uri != xmlNamespace:
		return ReservedPrefixXML
	case prefix != "xml" && uri == xmlNamespace, uri == xmlnsNamespace:
		return ReservedNamespace
	case p.Separator != "" && strings.Contains(uri, p.Separator) && !strings.Contains("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%-._~:/?#[]@!$&'()*+,;=", p.Separator):
		return Syntax
	}
	p.bindings = append(p.bindings, binding{prefix, uri})
	p.emit(Event{Kind: StartNamespace, Name: prefix, Text: uri})
	return OK
}
