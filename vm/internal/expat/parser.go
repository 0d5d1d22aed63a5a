// Package expat reads XML as the C library of that name does: the same events in the same order, the same errors at the
// same places, data in pieces of any size. It does not call back: Next gives one event after the other.
package expat

// Kind says what an event tells.
type Kind uint8

// The kinds of events.
const (
	Other Kind = iota // nothing but Raw
	StartElement
	EndElement
	CharData
	PI
	Comment
	StartCdata
	EndCdata
	StartNamespace
	EndNamespace
	XMLDecl
	StartDoctype
	EndDoctype
	ElementDecl
	AttlistDecl
	EntityDecl
	UnparsedEntity
	NotationDecl
	ExternalEntity // waits for Reply
	SkippedEntity
	NotStandalone // waits for Reply
	UnknownEncoding
)

// Opt is a text that may be absent.
type Opt struct {
	Text string
	OK   bool
}

func some(s string) Opt { return Opt{s, true} }

// Attr is an attribute of an element.
type Attr struct{ Name, Value string }

// Model is the content model of an element.
type Model struct {
	Type, Quant int
	Name        Opt
	Kids        []Model
}

// Event is something that the document says.
type Event struct {
	Kind      Kind
	Raw       string // as it stands in the document
	Name      string // of the element, target, entity, notation, prefix ...
	Text      string // data
	Attrs     []Attr
	Specified int // how many of Attrs stand in the document
	Opts      [4]Opt
	Flag      int
	Model     Model
	at, end   int
}

// Code is the number of an error.
type Code int

// The errors, with expat's numbers.
const (
	OK                 Code = 0
	Syntax             Code = 2
	NoElements         Code = 3
	InvalidToken       Code = 4
	UnclosedToken      Code = 5
	PartialChar        Code = 6
	TagMismatch        Code = 7
	DuplicateAttribute Code = 8
	JunkAfterElement   Code = 9
	ParamEntityRef     Code = 10
	UndefinedEntity    Code = 11
	RecursiveEntityRef Code = 12
	AsyncEntity        Code = 13
	BadCharRef         Code = 14
	BinaryEntityRef    Code = 15
	AttributeExternal  Code = 16
	MisplacedXMLDecl   Code = 17
	UnknownEncodingErr Code = 18
	IncorrectEncoding  Code = 19
	UnclosedCdata      Code = 20
	ExternalHandling   Code = 21
	NotStandaloneErr   Code = 22
	EntityInPE         Code = 24
	CannotChange       Code = 26
	UnboundPrefix      Code = 27
	UndeclaringPrefix  Code = 28
	IncompletePE       Code = 29
	BadXMLDecl         Code = 30
	BadTextDecl        Code = 31
	BadPublicID        Code = 32
	Finished           Code = 36
	ReservedPrefixXML  Code = 38
	ReservedXMLNS      Code = 39
	ReservedNamespace  Code = 40
	Amplification      Code = 43
)

// state is where in a document the parser is.
type state uint8

const (
	atStart    state = iota // an XML or text declaration may come
	inProlog                // before the DOCTYPE
	inSubset                // between [ and ] of the DOCTYPE
	afterSub                // between ] and > of the DOCTYPE
	afterDTD                // before the first element
	inContent               // within an element
	inCdata                 // within a CDATA section
	inEpilog                // after the last element
	inExternal              // declarations of an external subset or parameter entity
)

// Parser reads one document or external entity. The exported fields are settings.
type Parser struct {
	DTD            *DTD
	Namespaces     bool
	Separator      string
	Triplets       bool // names carry their prefix
	Expand         bool // internal entities are replaced though there is a default handler
	ParamParsing   int
	ForeignDTD     bool
	HasExternal    bool // somebody handles external entities
	HasSkipped     bool
	Base           Opt
	Deferral       bool
	Code           Code
	Started, Ended bool

	in       input
	state    state
	content  bool // an external general entity
	tags     []tag
	bindings []binding
	open     []source // entities that are being replaced, innermost last
	event    int      // where the current event begins in the document
	eventEnd int
	queue    []Event
	next     int
	waiting  Kind // an answer is waited for
	doctype  doctype
	external bool
	include  int // open INCLUDE sections
	direct   int // bytes of the document itself
	indirect int // bytes of entities
	before   int // bytes that were there in vain
	fed      int // where the text began that was there when data came last
}

type tag struct {
	raw, name string
	bindings  int // how many bindings were there before
}

type binding struct {
	prefix, uri string
}

// source is an entity that is being replaced.
type source struct {
	entity *Entity
	param  bool
	text   string
	pos    int
	level  int // number of open tags at its begin
}

type doctype struct {
	name      string
	system    Opt
	public    Opt
	hasSubset bool
	started   bool
}

// New makes a parser of a document. encoding is the one that counts whatever the document says.
func New(encoding Opt) *Parser {
	p := &Parser{DTD: newDTD(), Deferral: true, Expand: true}
	p.in.init(encoding)
	return p
}

// External makes a parser of an external entity; without context it is a parameter entity or the external subset.
func (p *Parser) External(context, encoding Opt) *Parser {
	q := &Parser{DTD: p.DTD, Deferral: p.Deferral, Expand: p.Expand, Namespaces: p.Namespaces, Separator: p.Separator, Triplets: p.Triplets,
		ParamParsing: p.ParamParsing, HasExternal: p.HasExternal, HasSkipped: p.HasSkipped, Base: p.Base, external: true}
	q.in.init(encoding)
	if context.OK {
		q.content = true
		q.bindings = append(q.bindings, p.bindings...)
	} else {
		q.DTD.paramRead = true
	}
	return q
}

// Clone gives a copy with the same DTD.
func (p *Parser) Clone() *Parser {
	q := *p
	q.in = p.in.clone()
	q.tags = append([]tag(nil), p.tags...)
	q.bindings = append([]binding(nil), p.bindings...)
	q.open = append([]source(nil), p.open...)
	q.queue = append([]Event(nil), p.queue...)
	return &q
}

// Feed adds data; last tells that no more will come. It must not be called before Next has given nil.
func (p *Parser) Feed(data string, last bool) {
	p.Started = true
	p.in.feed(data, last)
	p.direct += len(data)
	p.fed = p.at(p.in.pos)
}

// Ready tells whether it is worth looking at what there is: after a token that was not complete only when there is
// twice as much.
func (p *Parser) Ready() bool {
	if !p.Deferral || p.in.last || p.before == 0 {
		return true
	}
	return p.in.left() >= 2*p.before
}

// Next gives the next event, or nil when more data is wanted, when the document is at its end or when Code tells of
// an error.
func (p *Parser) Next() *Event {
	for {
		if p.next < len(p.queue) {
			p.next++
			e := &p.queue[p.next-1]
			p.event, p.eventEnd = e.at, e.end
			if e.Kind == ExternalEntity || e.Kind == NotStandalone || e.Kind == UnknownEncoding {
				p.waiting = e.Kind
			}
			return e
		}
		p.queue, p.next = p.queue[:0], 0
		if p.waiting != 0 {
			p.Reply(true) // nobody answered
		}
		if p.Code != OK || p.Ended {
			return nil
		}
		if !p.Ready() {
			return nil
		}
		if !p.step() {
			if len(p.queue) > 0 {
				continue
			}
			if p.Code == OK && !p.Ended {
				p.mark(p.at(p.in.pos), p.at(p.in.pos))
				if p.at(p.in.pos) == p.fed {
					p.before = p.in.left()
				}
				if p.in.last && p.in.coding != byTable {
					p.fail(UnclosedToken, p.at(p.in.pos)) // half a character
				}
			}
			return nil
		}
		if p.at(p.in.pos) != p.fed {
			p.before = 0
		}
	}
}

// Reply answers an event of the kinds that wait.
func (p *Parser) Reply(ok bool) {
	kind := p.waiting
	p.waiting = 0
	if ok || kind == UnknownEncoding && p.in.table != nil {
		return
	}
	switch kind {
	case NotStandalone:
		p.fail(NotStandaloneErr, p.event)
	default:
		p.fail(ExternalHandling, p.event)
	}
}

// fail stops at an error at a place of the document, or of the entity that is being replaced.
func (p *Parser) fail(code Code, at int) bool {
	if p.Code == OK {
		p.Code = code
		if len(p.open) == 0 {
			p.event = at
		}
	}
	return false
}

func (p *Parser) emit(e Event) {
	e.at, e.end = p.event, p.eventEnd
	p.queue = append(p.queue, e)
}

// mark tells where the events to come stand.
func (p *Parser) mark(from, to int) {
	if len(p.open) == 0 {
		p.event, p.eventEnd = from, to
	}
}

// Position is where the current event or error is: byte, line (from 1) and column (from 0).
func (p *Parser) Position() (offset, line, column int) {
	if !p.Started {
		return -1, 1, 0
	}
	return p.in.position(p.event)
}

// Context is the text of the current event in the document, and what follows it.
func (p *Parser) Context() (string, bool) {
	if !p.Started || p.event < p.in.base {
		return "", false
	}
	return p.in.raw(p.event), true
}

// Declared tells what the encoding is called and asks for a table of its 256 characters, after UnknownEncoding; nil
// refuses it.
func (p *Parser) Table(chars []rune) {
	p.waiting = 0
	if chars == nil {
		p.fail(UnknownEncodingErr, p.event)
		return
	}
	p.in.table = chars
	p.in.decode()
}

// ForceUTF8 says that the data is UTF-8, whatever the document says.
func (p *Parser) ForceUTF8() {
	p.in.forced = true
	p.in.coding = utf8Coding
}

// Over takes away what is left: the parser has come to its end before.
func (p *Parser) Over() { p.queue, p.next, p.waiting = nil, 0, 0 }

// Stop ends the parsing behind the current event.
func (p *Parser) Stop() {
	p.Over()
	p.event = p.eventEnd
	p.Ended = true
}
