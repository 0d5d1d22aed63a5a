// Package xmlmod is the module pyexpat.
package xmlmod

import (
	"slp/vm/internal/expat"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

type state struct {
	err, parser, dtd *object.Type
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "pyexpat", func(c *ctx) *state {
		s := &state{}
		s.err = c.NewClass(object.Spec{Name: "ExpatError", Module: "xml.parsers.expat", Base: object.Exception, Flags: object.HeapType})
		s.parser = c.NewClass(object.Spec{Name: "xmlparser", Module: "pyexpat", Doc: "XML parser", Flags: object.Disallow | object.Final, Methods: parserMethods(), Gets: parserGets()})
		s.dtd = c.NewClass(object.Spec{Name: "dtd", Module: "pyexpat", Flags: object.Disallow | object.Final})
		return s
	})
}

// errorNames are the names of the errors, by number from 1 on.
var errorNames = [...][2]string{
	{"XML_ERROR_NO_MEMORY", "out of memory"}, {"XML_ERROR_SYNTAX", "syntax error"}, {"XML_ERROR_NO_ELEMENTS", "no element found"},
	{"XML_ERROR_INVALID_TOKEN", "not well-formed (invalid token)"}, {"XML_ERROR_UNCLOSED_TOKEN", "unclosed token"},
	{"XML_ERROR_PARTIAL_CHAR", "partial character"}, {"XML_ERROR_TAG_MISMATCH", "mismatched tag"}, {"XML_ERROR_DUPLICATE_ATTRIBUTE", "duplicate attribute"},
	{"XML_ERROR_JUNK_AFTER_DOC_ELEMENT", "junk after document element"}, {"XML_ERROR_PARAM_ENTITY_REF", "illegal parameter entity reference"},
	{"XML_ERROR_UNDEFINED_ENTITY", "undefined entity"}, {"XML_ERROR_RECURSIVE_ENTITY_REF", "recursive entity reference"}, {"XML_ERROR_ASYNC_ENTITY", "asynchronous entity"},
	{"XML_ERROR_BAD_CHAR_REF", "reference to invalid character number"}, {"XML_ERROR_BINARY_ENTITY_REF", "reference to binary entity"},
	{"XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF", "reference to external entity in attribute"},
	{"XML_ERROR_MISPLACED_XML_PI", "XML or text declaration not at start of entity"}, {"XML_ERROR_UNKNOWN_ENCODING", "unknown encoding"},
	{"XML_ERROR_INCORRECT_ENCODING", "encoding specified in XML declaration is incorrect"}, {"XML_ERROR_UNCLOSED_CDATA_SECTION", "unclosed CDATA section"},
	{"XML_ERROR_EXTERNAL_ENTITY_HANDLING", "error in processing external entity reference"}, {"XML_ERROR_NOT_STANDALONE", "document is not standalone"},
	{"XML_ERROR_UNEXPECTED_STATE", "unexpected parser state - please send a bug report"}, {"XML_ERROR_ENTITY_DECLARED_IN_PE", "entity declared in parameter entity"},
	{"XML_ERROR_FEATURE_REQUIRES_XML_DTD", "requested feature requires XML_DTD support in Expat"},
	{"XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING", "cannot change setting once parsing has begun"}, {"XML_ERROR_UNBOUND_PREFIX", "unbound prefix"},
	{"XML_ERROR_UNDECLARING_PREFIX", "must not undeclare prefix"}, {"XML_ERROR_INCOMPLETE_PE", "incomplete markup in parameter entity"},
	{"XML_ERROR_XML_DECL", "XML declaration not well-formed"}, {"XML_ERROR_TEXT_DECL", "text declaration not well-formed"}, {"XML_ERROR_PUBLICID", "illegal character(s) in public id"},
	{"XML_ERROR_SUSPENDED", "parser suspended"}, {"XML_ERROR_NOT_SUSPENDED", "parser not suspended"}, {"XML_ERROR_ABORTED", "parsing aborted"},
	{"XML_ERROR_FINISHED", "parsing finished"}, {"XML_ERROR_SUSPEND_PE", "cannot suspend in external parameter entity"},
	{"XML_ERROR_RESERVED_PREFIX_XML", "reserved prefix (xml) must not be undeclared or bound to another namespace name"},
	{"XML_ERROR_RESERVED_PREFIX_XMLNS", "reserved prefix (xmlns) must not be declared or undeclared"},
	{"XML_ERROR_RESERVED_NAMESPACE_URI", "prefix must not be bound to one of the reserved namespace names"}, {"XML_ERROR_INVALID_ARGUMENT", "invalid argument"},
	{"XML_ERROR_NO_BUFFER", "a successful prior call to function XML_GetBuffer is required"},
	{"XML_ERROR_AMPLIFICATION_LIMIT_BREACH", "limit on input amplification factor (from DTD and entities) breached"}, {"XML_ERROR_NOT_STARTED", "parser not started"},
}

var modelNames = [...]string{"XML_CTYPE_EMPTY", "XML_CTYPE_ANY", "XML_CTYPE_MIXED", "XML_CTYPE_NAME", "XML_CTYPE_CHOICE", "XML_CTYPE_SEQ"}

var quantNames = [...]string{"XML_CQUANT_NONE", "XML_CQUANT_OPT", "XML_CQUANT_REP", "XML_CQUANT_PLUS"}

// Module is the module pyexpat.
var Module = object.ModuleDef{Name: "pyexpat", Doc: "Python wrapper for Expat parser.", Funcs: []object.Def{
	{Sig: "ParserCreate(encoding=None, namespace_separator=None, intern=<unrepresentable>)", Fn: create, Doc: "Return a new XML parser object."},
	{Sig: "ErrorString(code, /)", Doc: "Returns string error for given number.", Fn: func(c *ctx, a []value) value {
		n, ok := c.Long(a[0])
		if !ok {
			return object.Nil
		}
		if n < 1 || int(n) > len(errorNames) {
			return object.None
		}
		return object.NewStr(errorNames[n-1][1])
	}},
}, Init: func(c *ctx, m *object.Module) bool {
	st := stateOf(c)
	m.Set(c, "ExpatError", st.err.V())
	m.Set(c, "error", st.err.V())
	m.Set(c, "XMLParserType", st.parser.V())
	m.Set(c, "EXPAT_VERSION", object.NewStr("expat_2.8.1"))
	m.Set(c, "native_encoding", object.NewStr("UTF-8"))
	m.Set(c, "version_info", object.TupleOf(object.Int(2), object.Int(8), object.Int(1)))
	var features []value
	for _, f := range [...]struct {
		name string
		n    int64
	}{{"sizeof(XML_Char)", 1}, {"sizeof(XML_LChar)", 1}, {"XML_DTD", 0}, {"XML_CONTEXT_BYTES", 1024}, {"XML_NS", 0}, {"XML_BLAP_MAX_AMP", 100},
		{"XML_BLAP_ACT_THRES", 8388608}, {"XML_GE", 0}, {"XML_AT_MAX_AMP", 100}, {"XML_AT_ACT_THRES", 67108864}} {
		features = append(features, object.TupleOf(object.NewStr(f.name), object.Int(f.n)))
	}
	m.Set(c, "features", c.NewList(features))
	for i, n := range [...]string{"NEVER", "UNLESS_STANDALONE", "ALWAYS"} {
		m.Set(c, "XML_PARAM_ENTITY_PARSING_"+n, object.Int(int64(i)))
	}
	errors := c.NewModule("pyexpat.errors", object.NewStr("Constants used to describe error conditions."))
	codes, messages := c.NewDict(), c.NewDict()
	for i, e := range errorNames {
		text, n := object.NewStr(e[1]), object.Int(int64(i+1))
		errors.Set(c, e[0], text)
		c.DictSet(codes, text, n)
		c.DictSet(messages, n, text)
	}
	errors.Set(c, "codes", codes.V())
	errors.Set(c, "messages", messages.V())
	model := c.NewModule("pyexpat.model", object.NewStr("Constants used to interpret content model information."))
	for i, n := range modelNames {
		model.Set(c, n, object.Int(int64(i+1)))
	}
	for i, n := range quantNames {
		model.Set(c, n, object.Int(int64(i)))
	}
	m.Set(c, "errors", errors.V())
	m.Set(c, "model", model.V())
	c.Modules.SetStr(c, "pyexpat.errors", errors.V())
	c.Modules.SetStr(c, "pyexpat.model", model.V())
	return true
}}

// dtd is what the parsers of a document and its external entities share.
type dtd struct{ d *expat.DTD }

// Walk implements object.Impl.
func (d *dtd) Walk(w *object.Walker) { object.State(w, &d.d, (*expat.DTD).Clone, nil) }

// parser is an xmlparser.
type parser struct {
	p        *expat.Parser
	held     *expat.Event // waits until the buffered text is delivered
	dtd      value
	intern   value // a dict, or None
	base     value
	handlers [numHandlers]value
	text     []byte // buffered
	size     int
	buffer   bool
	ordered  bool
	given    bool // only attributes that stand in the document
	prefixes bool
	running  bool
	last     bool
}

// Walk implements object.Impl.
func (p *parser) Walk(w *object.Walker) {
	object.State(w, &p.p, (*expat.Parser).Clone, func(q *expat.Parser, _ func(value), word func(uint64)) {
		offset, line, column := q.Position()
		word(uint64(offset))
		word(uint64(line))
		word(uint64(column))
	})
	object.State(w, &p.held, func(e *expat.Event) *expat.Event { return e }, nil)
	w.Value(&p.dtd)
	w.Value(&p.intern)
	w.Value(&p.base)
	for i := range p.handlers {
		w.Value(&p.handlers[i])
	}
	w.Bytes(&p.text)
	object.Word(w, &p.size)
	for _, b := range [...]*bool{&p.buffer, &p.ordered, &p.given, &p.prefixes, &p.running, &p.last} {
		w.Bool(b)
	}
}

func of(v value) *parser {
	p, _ := object.As[*parser](v)
	return p
}

// use makes the parser look into the DTD that it shares, which may change from now on.
func (p *parser) use(c *ctx, self value) {
	c.Touch(self.Hdr())
	c.Touch(p.dtd.Hdr())
	d, _ := object.As[*dtd](p.dtd)
	p.p.DTD = d.d
}

func textOrNone(c *ctx, v value, fn, arg string) (o expat.Opt, ok bool) {
	if v.IsNil() || v.IsNone() {
		return o, true
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "%s() argument '%s' must be str or None, not %s", fn, arg, object.TypeOf(v).Name)
		return o, false
	}
	return expat.Opt{Text: s.String(), OK: true}, true
}

func create(c *ctx, a []value) value {
	encoding, ok := textOrNone(c, a[0], "ParserCreate", "encoding")
	if !ok {
		return object.Nil
	}
	sep, ok := textOrNone(c, a[1], "ParserCreate", "namespace_separator")
	if !ok {
		return object.Nil
	}
	if len([]rune(sep.Text)) > 1 {
		return c.Raise(object.ValueError, "namespace_separator must be at most one character, omitted, or None")
	}
	intern := a[2]
	switch {
	case intern.IsNil():
		intern = c.NewDict().V()
	case !intern.IsNone() && intern.AsDict() == nil:
		return c.Raise(object.TypeError, "intern must be a dictionary")
	}
	st := stateOf(c)
	p := &parser{p: expat.New(encoding), intern: intern, base: object.None, size: 8192}
	p.p.Namespaces, p.p.Separator = sep.OK, sep.Text
	p.dtd = c.NewObj(st.dtd, &dtd{p.p.DTD})
	for i := range p.handlers {
		p.handlers[i] = object.None
	}
	return c.NewObj(st.parser, p)
}
