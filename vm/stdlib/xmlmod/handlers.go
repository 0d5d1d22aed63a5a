package xmlmod

import (
	"strings"

	"slp/vm/internal/expat"
	"slp/vm/object"
)

// The handlers.
const (
	hStartElement = iota
	hEndElement
	hPI
	hCharData
	hUnparsed
	hNotation
	hStartNS
	hEndNS
	hComment
	hStartCdata
	hEndCdata
	hDefault
	hDefaultExpand
	hNotStandalone
	hExternal
	hStartDoctype
	hEndDoctype
	hEntityDecl
	hXMLDecl
	hElementDecl
	hAttlistDecl
	hSkipped
	numHandlers
)

var handlerNames = [numHandlers]string{"StartElementHandler", "EndElementHandler", "ProcessingInstructionHandler", "CharacterDataHandler", "UnparsedEntityDeclHandler",
	"NotationDeclHandler", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "CommentHandler", "StartCdataSectionHandler", "EndCdataSectionHandler", "DefaultHandler",
	"DefaultHandlerExpand", "NotStandaloneHandler", "ExternalEntityRefHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "EntityDeclHandler", "XmlDeclHandler",
	"ElementDeclHandler", "AttlistDeclHandler", "SkippedEntityHandler"}

// handlerOf is the handler of a kind of event.
var handlerOf = [...]int{expat.Other: -1, expat.StartElement: hStartElement, expat.EndElement: hEndElement, expat.CharData: hCharData, expat.PI: hPI,
	expat.Comment: hComment, expat.StartCdata: hStartCdata, expat.EndCdata: hEndCdata, expat.StartNamespace: hStartNS, expat.EndNamespace: hEndNS,
	expat.XMLDecl: hXMLDecl, expat.StartDoctype: hStartDoctype, expat.EndDoctype: hEndDoctype, expat.ElementDecl: hElementDecl, expat.AttlistDecl: hAttlistDecl,
	expat.EntityDecl: hEntityDecl, expat.UnparsedEntity: hUnparsed, expat.NotationDecl: hNotation, expat.ExternalEntity: hExternal, expat.SkippedEntity: hSkipped,
	expat.NotStandalone: hNotStandalone, expat.UnknownEncoding: -1}

func (p *parser) has(h int) bool { return h >= 0 && !p.handlers[h].IsNone() }

// defaultHandler is the one that gets what no other handler wants.
func (p *parser) defaultHandler() int {
	if p.has(hDefaultExpand) {
		return hDefaultExpand
	}
	if p.has(hDefault) {
		return hDefault
	}
	return -1
}

// name is an interned str.
func (p *parser) name(c *ctx, s string) value {
	if p.intern.IsNone() {
		return object.NewStr(s)
	}
	d := p.intern.AsDict()
	v := object.NewStr(s)
	if old := d.GetStr(v.AsStr()); !old.IsNil() {
		return old
	}
	d.SetStr(c, s, v)
	return d.Get(s)
}

func (p *parser) optName(c *ctx, o expat.Opt) value {
	if !o.OK {
		return object.None
	}
	return p.name(c, o.Text)
}

func opt(o expat.Opt) value {
	if !o.OK {
		return object.None
	}
	return object.NewStr(o.Text)
}

func orNone(c *ctx, p *parser, s string) value {
	if s == "" {
		return object.None
	}
	return p.name(c, s)
}

func (p *parser) model(c *ctx, m *expat.Model) value {
	kids := make([]value, len(m.Kids))
	for i := range m.Kids {
		kids[i] = p.model(c, &m.Kids[i])
	}
	return object.TupleOf(object.Int(int64(m.Type)), object.Int(int64(m.Quant)), p.optName(c, m.Name), object.NewTuple(kids))
}

// arguments are those of the handler of an event.
func (p *parser) arguments(c *ctx, e *expat.Event) []value {
	o := &e.Opts
	switch e.Kind {
	case expat.StartElement:
		attrs := e.Attrs
		if p.given {
			attrs = attrs[:e.Specified]
		}
		if p.ordered {
			list := make([]value, 0, 2*len(attrs))
			for _, a := range attrs {
				list = append(list, p.name(c, a.Name), object.NewStr(a.Value))
			}
			return []value{p.name(c, e.Name), c.NewList(list)}
		}
		d := c.NewDict()
		for _, a := range attrs {
			c.DictSet(d, p.name(c, a.Name), object.NewStr(a.Value))
		}
		return []value{p.name(c, e.Name), d.V()}
	case expat.EndElement:
		return []value{p.name(c, e.Name)}
	case expat.CharData, expat.Comment:
		return []value{object.NewStr(e.Text)}
	case expat.PI:
		return []value{p.name(c, e.Name), object.NewStr(e.Text)}
	case expat.StartCdata, expat.EndCdata, expat.EndDoctype, expat.NotStandalone:
		return nil
	case expat.StartNamespace:
		return []value{orNone(c, p, e.Name), orNone(c, p, e.Text)}
	case expat.EndNamespace:
		return []value{orNone(c, p, e.Name)}
	case expat.XMLDecl:
		return []value{opt(o[0]), opt(o[1]), object.Int(int64(e.Flag))}
	case expat.StartDoctype:
		return []value{p.name(c, e.Name), p.optName(c, o[0]), p.optName(c, o[1]), object.Int(int64(e.Flag))}
	case expat.ElementDecl:
		return []value{p.name(c, e.Name), p.model(c, &e.Model)}
	case expat.AttlistDecl:
		return []value{p.name(c, e.Name), p.name(c, e.Text), opt(o[0]), opt(o[1]), object.Int(int64(e.Flag))}
	case expat.EntityDecl:
		text := object.None
		if e.Specified == 1 {
			text = object.NewStr(e.Text)
		}
		return []value{p.name(c, e.Name), object.Int(int64(e.Flag)), text, p.optName(c, o[0]), p.optName(c, o[1]), p.optName(c, o[2]), p.optName(c, o[3])}
	case expat.UnparsedEntity:
		return []value{p.name(c, e.Name), p.optName(c, o[0]), p.optName(c, o[1]), p.optName(c, o[2]), p.optName(c, o[3])}
	case expat.NotationDecl:
		return []value{p.name(c, e.Name), p.optName(c, o[0]), p.optName(c, o[1]), p.optName(c, o[2])}
	case expat.ExternalEntity:
		context := object.None
		if o[0].OK {
			context = object.NewStr(e.Name)
		}
		return []value{context, p.optName(c, o[1]), p.optName(c, o[2]), p.optName(c, o[3])}
	case expat.SkippedEntity:
		return []value{p.name(c, e.Name), object.Int(int64(e.Flag))}
	}
	return nil
}

// flush takes the buffered text: a call of its handler, or Nil if there is nothing to tell.
func (p *parser) flush(c *ctx) value {
	if len(p.text) == 0 {
		return object.Nil
	}
	text := object.NewStr(string(p.text))
	p.text = p.text[:0]
	if !p.has(hCharData) {
		return object.Nil
	}
	return call(p.handlers[hCharData], object.False, text)
}

func call(f, reply value, args ...value) value {
	return object.TupleOf(f, object.CopyTuple(args), reply)
}

// step goes on to the next call of a handler: (handler, arguments, whether its result matters), or None when there is no
// more now. It raises the parser's error.
func step(c *ctx, a []value) value {
	self := a[0]
	p := of(self)
	p.use(c, self)
	for {
		e := p.held
		p.held = nil
		if e == nil {
			e = p.p.Next()
		}
		if e == nil {
			break
		}
		if v := p.deliver(c, e, self); !v.IsNil() {
			return v
		}
	}
	if p.p.Code != expat.OK {
		p.running = false
		return p.fail(c)
	}
	if v := p.flush(c); !v.IsNil() {
		return v
	}
	p.running = false
	return object.None
}

func (p *parser) deliver(c *ctx, e *expat.Event, self value) value {
	h := handlerOf[e.Kind]
	if e.Kind == expat.UnknownEncoding {
		return call(c.Host.Hosted("expat_encoding"), object.False, self, object.NewStr(e.Name))
	}
	if !p.has(h) {
		d := p.defaultHandler()
		if d < 0 || e.Raw == "" {
			return object.Nil
		}
		if v := p.before(c, e); !v.IsNil() {
			return v
		}
		raw := e.Raw
		if n := piece(e); n < len(raw) {
			p.held = &expat.Event{Kind: expat.Other, Flag: inDeclaration, Raw: raw[n:]}
			raw = raw[:n]
		}
		return call(p.handlers[d], object.False, object.NewStr(raw))
	}
	if e.Kind == expat.CharData && p.buffer {
		if len(p.text)+len(e.Text) > p.size {
			if v := p.before(c, e); !v.IsNil() {
				return v
			}
			if len(e.Text) > p.size {
				return call(p.handlers[hCharData], object.False, object.NewStr(e.Text))
			}
		}
		p.text = append(p.text, e.Text...)
		return object.Nil
	}
	if v := p.before(c, e); !v.IsNil() {
		return v
	}
	reply := object.Bool(e.Kind == expat.ExternalEntity || e.Kind == expat.NotStandalone)
	return call(p.handlers[h], reply, p.arguments(c, e)...)
}

// inDeclaration marks what is left of a declaration whose first tokens went to the default handler.
const inDeclaration = -2

// piece is how much of the text of an event the default handler gets at once: of a declaration one token.
func piece(e *expat.Event) int {
	raw := e.Raw
	if e.Flag != inDeclaration && !(len(raw) > 2 && raw[0] == '<' && raw[1] == '!' && raw[2] >= 'A' && raw[2] <= 'Z') {
		return len(raw)
	}
	end := func(i int, in func(b byte) bool) int {
		for i < len(raw) && in(raw[i]) {
			i++
		}
		return i
	}
	blank := func(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
	word := func(b byte) bool { return !blank(b) && strings.IndexByte("<>()|,[]\"'%;", b) < 0 }
	switch first := raw[0]; {
	case blank(first):
		return end(0, blank)
	case first == '"' || first == '\'':
		return min(strings.IndexByte(raw[1:], first)+2, len(raw))
	case first == '<':
		return end(2, word)
	case first == '%' && len(raw) > 1 && word(raw[1]):
		return min(end(1, word)+1, len(raw))
	case word(first):
		return end(0, word)
	case first == ')' && len(raw) > 1 && strings.IndexByte("?*+", raw[1]) >= 0:
		return 2
	}
	return 1
}

// before delivers buffered text before an event, which is held back.
func (p *parser) before(c *ctx, e *expat.Event) value {
	v := p.flush(c)
	if !v.IsNil() {
		held := *e
		p.held = &held
	}
	return v
}

// fail raises the parser's error.
func (p *parser) fail(c *ctx) value {
	offset, line, column := p.p.Position()
	_ = offset
	text := ""
	if n := int(p.p.Code); n >= 1 && n <= len(errorNames) {
		text = errorNames[n-1][1]
	}
	return raise(c, int(p.p.Code), text, line, column)
}

func raise(c *ctx, code int, text string, line, column int) value {
	e := c.NewExc(stateOf(c).err, object.NewStr(text+": line "+itoa(line)+", column "+itoa(column)))
	c.GenericSetAttr(e.V(), c.Intern("code"), object.Int(int64(code)))
	c.GenericSetAttr(e.V(), c.Intern("offset"), object.Int(int64(column)))
	c.GenericSetAttr(e.V(), c.Intern("lineno"), object.Int(int64(line)))
	return c.RaiseExc(e)
}

// Natives are functions that only hosted code sees.
func Natives(c *ctx) map[string]value {
	f := func(sig string, fn object.Fn) value { return c.Func("", &object.Def{Sig: sig, Fn: fn}) }
	return map[string]value{
		"_expat_step": f("_expat_step(parser, /)", step),
		"_expat_abort": f("_expat_abort(parser, /)", func(c *ctx, a []value) value {
			p := of(a[0])
			p.use(c, a[0])
			for i := range p.handlers {
				p.handlers[i] = object.None
			}
			p.held, p.text, p.running = nil, nil, false
			p.p.Stop()
			p.last = true
			return object.None
		}),
		"_expat_reply": f("_expat_reply(parser, result, /)", func(c *ctx, a []value) value {
			n, ok := c.Long(a[1])
			if !ok {
				return object.Nil
			}
			p := of(a[0])
			p.use(c, a[0])
			p.p.Reply(n != 0)
			return object.None
		}),
		"_expat_table": f("_expat_table(parser, text, /)", func(c *ctx, a []value) value {
			p := of(a[0])
			p.use(c, a[0])
			table := []rune(a[1].AsStr().String())
			for i, r := range table {
				if r == 0xfffd {
					table[i] = -1
				}
			}
			p.p.Table(table)
			return object.None
		}),
		"_expat_feed": f("_expat_feed(parser, data, final, /)", func(c *ctx, a []value) value {
			if !feed(c, a[0], a[1], a[2].IsTrue()) {
				return object.Nil
			}
			return object.None
		}),
	}
}
