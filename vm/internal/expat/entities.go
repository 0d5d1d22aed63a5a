package expat

import "strings"

// DTD is what the declarations of a document said. Parsers of external entities share that of their document.
type DTD struct {
	entities   map[string]*Entity
	params     map[string]*Entity
	elements   map[string]*elementType
	notations  map[string]bool
	standalone bool
	paramRefs  bool // there are parameter entities that may declare anything
	skipping   bool // declarations do not count any more
	paramRead  bool
	busy       map[*Entity]bool // being replaced now
}

// Entity is a declared entity; it never changes.
type Entity struct {
	name     string
	text     string
	internal bool
	system   Opt
	public   Opt
	base     Opt
	notation Opt
	inDTD    bool // declared in the document's own subset
}

type elementType struct {
	defaults []attrDefault
}

type attrDefault struct {
	name, value     string
	hasValue, cdata bool
}

func newDTD() *DTD {
	return &DTD{entities: map[string]*Entity{}, params: map[string]*Entity{}, elements: map[string]*elementType{}, notations: map[string]bool{}, busy: map[*Entity]bool{}}
}

// Clone gives a copy that shares nothing that changes.
func (d *DTD) Clone() *DTD {
	e := newDTD()
	for k, v := range d.entities { // order-free: a copy of a map
		e.entities[k] = v
	}
	for k, v := range d.params { // order-free: a copy of a map
		e.params[k] = v
	}
	for k, v := range d.elements { // order-free: a copy of a map
		e.elements[k] = &elementType{append([]attrDefault(nil), v.defaults...)}
	}
	for k := range d.notations { // order-free: a copy of a map
		e.notations[k] = true
	}
	for k := range d.busy { // order-free: a copy of a map
		e.busy[k] = true
	}
	e.standalone, e.paramRefs, e.skipping, e.paramRead = d.standalone, d.paramRefs, d.skipping, d.paramRead
	return e
}

func (t *elementType) isCdata(name string) bool {
	for _, d := range t.defaults {
		if d.name == name {
			return d.cdata
		}
	}
	return true
}

// lookup finds a general entity. A missing one is an error unless it may be declared where nobody looked.
func (p *Parser) lookup(n string) (e *Entity, code Code) {
	e = p.DTD.entities[n]
	if !p.DTD.paramRefs || p.DTD.standalone {
		switch {
		case e == nil:
			return nil, UndefinedEntity
		case !e.inDTD:
			return nil, EntityInPE
		}
	}
	if e != nil && p.DTD.busy[e] {
		return nil, RecursiveEntityRef
	}
	if e != nil && e.notation.OK {
		return nil, BinaryEntityRef
	}
	return e, OK
}

// grown counts the text of entities, which may not outgrow the document out of all measure.
func (p *Parser) grown(n int) bool {
	const most, fromBytes = 100, 8 << 20
	p.indirect += n
	all := p.direct + p.indirect
	if all > fromBytes && all/max(p.direct, 1) >= most {
		return p.fail(Amplification, p.event)
	}
	return true
}

func (p *Parser) entityInContent(n, raw string, pos int) bool {
	e, code := p.lookup(n)
	switch {
	case code != OK:
		return p.fail(code, p.at(pos))
	case e == nil:
		p.emit(Event{Kind: SkippedEntity, Name: strings.Clone(n), Raw: raw})
	case e.internal && !p.Expand:
		p.emit(Event{Kind: SkippedEntity, Name: strings.Clone(n), Raw: raw})
	case e.internal:
		if !p.grown(len(e.text)) {
			return false
		}
		p.DTD.busy[e] = true
		p.open = append(p.open, source{entity: e, text: e.text, level: len(p.tags)})
	default:
		p.emit(Event{Kind: ExternalEntity, Name: p.context(e), Opts: [4]Opt{some(""), e.base, e.system, e.public}, Raw: raw})
	}
	return true
}

// context tells a parser of an external entity what is bound and open.
func (p *Parser) context(e *Entity) string {
	var parts []string
	for _, b := range p.bindings {
		if b.prefix == "" {
			parts = append(parts, "="+b.uri)
		} else {
			parts = append(parts, b.prefix+"="+b.uri)
		}
	}
	for _, s := range p.open {
		parts = append(parts, s.entity.name)
	}
	return strings.Join(append(parts, e.name), "\f")
}

// endEntity goes on behind the reference to an entity.
func (p *Parser) endEntity() bool {
	n := len(p.open)
	src := &p.open[n-1]
	if src.level != len(p.tags) && !src.param {
		return p.fail(AsyncEntity, p.event)
	}
	delete(p.DTD.busy, src.entity)
	p.open[n-1] = source{}
	p.open = p.open[:n-1]
	if src.param {
		return true
	}
	return p.left()
}

// attrValue replaces the references in the value of an attribute and makes white space blanks.
func (p *Parser) attrValue(s string, cdata bool, at int) (string, bool) {
	if cdata && !strings.ContainsAny(s, "&\t\n\r") {
		return strings.Clone(s), true
	}
	var b strings.Builder
	if !p.attrInto(&b, s, cdata, at, true) {
		return "", false
	}
	v := b.String()
	if !cdata {
		v = strings.TrimSuffix(v, " ")
	}
	return v, true
}

func (p *Parser) attrInto(b *strings.Builder, s string, cdata bool, at int, outermost bool) bool {
	blank := func() {
		if cdata || b.Len() > 0 && b.String()[b.Len()-1] != ' ' {
			b.WriteByte(' ')
		}
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n':
			blank()
			i++
		case c == '\r':
			blank()
			if i++; i < len(s) && s[i] == '\n' {
				i++
			}
		case c == '<':
			return p.fail(InvalidToken, p.event)
		case c != '&':
			j := i + 1
			for j < len(s) && !space(s[j]) && s[j] != '&' && s[j] != '<' {
				j++
			}
			b.WriteString(s[i:j])
			i = j
		case strings.HasPrefix(s[i:], "&#"):
			r, end := charRef(s, i)
			if end < 0 {
				return p.fail(InvalidToken, p.event)
			}
			if r < 0 {
				if outermost && len(p.open) == 0 {
					p.event = at + i
				}
				return p.fail(BadCharRef, p.event)
			}
			if r == ' ' && !cdata {
				blank()
			} else {
				b.WriteRune(r)
			}
			i = end
		default:
			end, _ := name(s, i+1)
			if end >= len(s) || s[end] != ';' {
				return p.fail(InvalidToken, p.event)
			}
			n, place := s[i+1:end], p.event
			if outermost && len(p.open) == 0 {
				place = at + i
			}
			i = end + 1
			if r := predefined(n); r != "" {
				b.WriteString(r)
				continue
			}
			e, code := p.lookup(n)
			switch {
			case code == UndefinedEntity || code == EntityInPE:
				return p.fail(code, p.event)
			case code != OK:
				return p.fail(code, place)
			case e == nil:
			case !e.internal:
				return p.fail(AttributeExternal, place)
			default:
				if !p.grown(len(e.text)) {
					return false
				}
				p.DTD.busy[e] = true
				ok := p.attrInto(b, e.text, cdata, at, false)
				delete(p.DTD.busy, e)
				if !ok {
					return false
				}
			}
		}
	}
	return true
}
