package expat

import "strings"

// declaration is one declaration of the DTD, as tokens.
type declaration struct {
	p    *Parser
	s    string
	toks []dtok
	k    int
	raw  string
}

func (d *declaration) tok() dtok { return d.toks[d.k] }

func (d *declaration) wrong() bool { return d.p.fail(Syntax, d.p.at(d.tok().from)) }

func (d *declaration) name() (string, bool) {
	t := d.tok()
	if t.kind != 'n' || t.quant != 0 {
		return "", d.wrong()
	}
	d.k++
	return strings.Clone(t.text(d.s)), true
}

// entity reads <!ENTITY ...>.
func (d *declaration) entity() bool {
	p := d.p
	param := d.tok().kind == '%'
	if param {
		d.k++
	}
	n, ok := d.name()
	if !ok {
		return false
	}
	at := -1 // of the token that completes the declaration
	e := &Entity{name: n, base: p.Base, inDTD: len(p.open) == 0 && !p.external}
	if d.tok().kind == '"' {
		text, ok := p.entityValue(d.tok().text(d.s), d.tok().from, 0)
		if !ok {
			return false
		}
		e.text, e.internal = text, true
		at = d.tok().from - 1
		d.k++
	} else {
		if d.tok().kind != 'n' {
			return d.wrong()
		}
		e.public, e.system, d.k, ok = p.externalID(d.s, d.toks, d.k, false)
		if !ok {
			return false
		}
		if t := d.tok(); t.kind == 'n' {
			if param || t.text(d.s) != "NDATA" {
				return d.wrong()
			}
			d.k++
			notation, ok := d.name()
			if !ok {
				return false
			}
			e.notation = some(notation)
		}
	}
	if d.tok().kind != '>' {
		return d.wrong()
	}
	table := p.DTD.entities
	if param {
		table = p.DTD.params
	}
	if predefined(n) != "" && !param || table[n] != nil || p.DTD.skipping {
		p.emit(Event{Kind: Other, Raw: d.raw})
		return true
	}
	table[n] = e
	if at < 0 {
		at = d.tok().from
	}
	if e.notation.OK {
		at = d.toks[d.k-1].from
	}
	p.mark(p.at(at), p.at(at+1))
	if e.notation.OK {
		p.emit(Event{Kind: UnparsedEntity, Name: n, Opts: [4]Opt{e.base, e.system, e.public, e.notation}, Raw: d.raw})
		return true
	}
	flag := 0
	if param {
		flag = 1
	}
	p.emit(Event{Kind: EntityDecl, Name: n, Flag: flag, Text: e.text, Specified: boolInt(e.internal), Opts: [4]Opt{e.base, e.system, e.public, e.notation}, Raw: d.raw})
	return true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// entityValue replaces character references and parameter entities in the text of an entity.
func (p *Parser) entityValue(s string, at, depth int) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\r':
			b.WriteByte('\n')
			if i++; i < len(s) && s[i] == '\n' {
				i++
			}
		case c == '&':
			end, ok := checkReference(s, i)
			if !ok {
				return "", p.fail(InvalidToken, p.at(at+max(end, i)))
			}
			if s[i+1] != '#' {
				b.WriteString(s[i:end])
			} else if r, _ := charRef(s, i); r < 0 {
				return "", p.fail(BadCharRef, p.at(at+i))
			} else {
				b.WriteRune(r)
			}
			i = end
		case c == '%':
			end, _ := name(s, i+1)
			if end == i+1 || end >= len(s) || s[end] != ';' {
				return "", p.fail(InvalidToken, p.at(at+end))
			}
			if p.state == inSubset && len(p.open) == 0 {
				return "", p.fail(ParamEntityRef, p.at(at+i))
			}
			e := p.DTD.params[s[i+1:end]]
			if e == nil || !e.internal {
				p.DTD.skipping = !p.DTD.standalone
			} else {
				if depth > 50 || p.DTD.busy[e] {
					return "", p.fail(RecursiveEntityRef, p.at(at+i))
				}
				if !p.grown(len(e.text)) {
					return "", false
				}
				v, ok := p.entityValue(e.text, at, depth+1)
				if !ok {
					return "", false
				}
				b.WriteString(v)
			}
			i = end + 1
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String(), true
}

// notation reads <!NOTATION ...>.
func (d *declaration) notation() bool {
	n, ok := d.name()
	if !ok {
		return false
	}
	if d.tok().kind != 'n' {
		return d.wrong()
	}
	public, system, next, ok := d.p.externalID(d.s, d.toks, d.k, true)
	if !ok {
		return false
	}
	d.k = next
	if d.tok().kind != '>' {
		return d.wrong()
	}
	at := d.toks[d.k-1].from - 1
	if !system.OK {
		at = d.tok().from
	}
	d.p.mark(d.p.at(at), d.p.at(at+1))
	d.p.emit(Event{Kind: NotationDecl, Name: n, Opts: [4]Opt{d.p.Base, system, public}, Raw: d.raw})
	return true
}

// The types and quantifiers of content models.
const (
	modelEmpty = iota + 1
	modelAny
	modelMixed
	modelName
	modelChoice
	modelSeq
)

func quantOf(c byte) int { return strings.IndexByte("?*+", c) + 1 }

// element reads <!ELEMENT ...>.
func (d *declaration) element() bool {
	n, ok := d.name()
	if !ok {
		return false
	}
	var m Model
	switch t := d.tok(); {
	case t.kind == 'n' && t.text(d.s) == "EMPTY":
		m.Type = modelEmpty
		d.k++
	case t.kind == 'n' && t.text(d.s) == "ANY":
		m.Type = modelAny
		d.k++
	case t.kind == '(':
		d.k++
		if t := d.tok(); t.kind == '#' {
			if t.text(d.s) != "#PCDATA" {
				return d.wrong()
			}
			m, ok = d.mixed()
		} else {
			m, ok = d.group(0)
		}
		if !ok {
			return false
		}
	default:
		return d.wrong()
	}
	if d.tok().kind != '>' {
		return d.wrong()
	}
	last := d.toks[d.k-1]
	d.p.mark(d.p.at(last.from), d.p.at(last.to))
	d.p.emit(Event{Kind: ElementDecl, Name: n, Model: m, Raw: d.raw})
	return true
}

func (d *declaration) mixed() (m Model, ok bool) {
	m.Type = modelMixed
	d.k++
	for d.tok().kind == '|' {
		d.k++
		n, ok := d.name()
		if !ok {
			return m, false
		}
		m.Kids = append(m.Kids, Model{Type: modelName, Name: some(n)})
	}
	t := d.tok()
	if t.kind != ')' || t.quant != 0 && t.quant != '*' || len(m.Kids) > 0 && t.quant != '*' {
		return m, d.wrong()
	}
	m.Quant = quantOf(t.quant)
	d.k++
	return m, true
}

func (d *declaration) group(depth int) (m Model, ok bool) {
	if depth > 1000 {
		return m, d.wrong()
	}
	var sep byte
	for {
		switch t := d.tok(); t.kind {
		case 'n':
			m.Kids = append(m.Kids, Model{Type: modelName, Quant: quantOf(t.quant), Name: some(strings.Clone(t.text(d.s)))})
			d.k++
		case '(':
			d.k++
			kid, ok := d.group(depth + 1)
			if !ok {
				return m, false
			}
			m.Kids = append(m.Kids, kid)
		default:
			return m, d.wrong()
		}
		t := d.tok()
		switch {
		case t.kind == ')':
			m.Type = modelSeq
			if sep == '|' {
				m.Type = modelChoice
			}
			m.Quant = quantOf(t.quant)
			d.k++
			return m, true
		case (t.kind == '|' || t.kind == ',') && (sep == 0 || sep == t.kind):
			sep = t.kind
			d.k++
		default:
			return m, d.wrong()
		}
	}
}

// attlist reads <!ATTLIST ...>.
func (d *declaration) attlist() bool {
	p := d.p
	element, ok := d.name()
	if !ok {
		return false
	}
	var events []Event
	for d.tok().kind != '>' {
		att, ok := d.name()
		if !ok {
			return false
		}
		typ, ok := d.attType()
		if !ok {
			return false
		}
		required, fixed := 0, false
		var def Opt
		if t := d.tok(); t.kind == '#' {
			switch t.text(d.s) {
			case "#REQUIRED":
				required = 1
			case "#IMPLIED":
			case "#FIXED":
				fixed = true
				required = 1
			default:
				return d.wrong()
			}
			d.k++
		} else {
			fixed = true
		}
		if fixed {
			t := d.tok()
			if t.kind != '"' {
				return d.wrong()
			}
			v, ok := p.attrValue(t.text(d.s), typ == "CDATA", p.at(t.from))
			if !ok {
				return false
			}
			def = some(v)
			d.k++
		}
		if p.DTD.skipping {
			continue
		}
		at := d.toks[d.k-1].from
		if def.OK {
			at--
		}
		et := p.DTD.elements[element]
		if et == nil {
			et = &elementType{}
			p.DTD.elements[element] = et
		}
		known := false
		for _, a := range et.defaults {
			known = known || a.name == att
		}
		if !known {
			et.defaults = append(et.defaults, attrDefault{name: att, value: def.Text, hasValue: def.OK, cdata: typ == "CDATA"})
		}
		events = append(events, Event{Kind: AttlistDecl, Name: element, Text: att, Opts: [4]Opt{some(typ), def}, Flag: required, at: at})
	}
	if len(events) == 0 {
		events = []Event{{Kind: Other}}
	}
	events[0].Raw = d.raw
	for _, e := range events {
		if e.Kind == AttlistDecl {
			p.mark(p.at(e.at), p.at(e.at+1))
		}
		p.emit(e)
	}
	return true
}

func (d *declaration) attType() (string, bool) {
	t := d.tok()
	if t.kind == '(' {
		return d.choices("(")
	}
	if t.kind != 'n' {
		return "", d.wrong()
	}
	n := t.text(d.s)
	switch n {
	case "CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS":
		d.k++
		return n, true
	case "NOTATION":
		d.k++
		if d.tok().kind != '(' {
			return "", d.wrong()
		}
		return d.choices("NOTATION(")
	}
	return "", d.wrong()
}

func (d *declaration) choices(open string) (string, bool) {
	out := open
	for {
		d.k++
		t := d.tok()
		if t.kind != 'n' && t.kind != 'm' || t.quant != 0 {
			return "", d.wrong()
		}
		out += t.text(d.s)
		d.k++
		switch t := d.tok(); {
		case t.kind == ')' && t.quant == 0:
			d.k++
			return out + ")", true
		case t.kind != '|':
			return "", d.wrong()
		}
		out += "|"
	}
}
