package syntax

import (
	"fmt"
	"sort"
	"strings"
)

// Options are choices of a parse; the zero value reads a module.
type Options struct {
	Mode Mode

	// NameLookup resolves \N{name} of a string: the text it stands for, and whether there is one.
	// Without it every such name is an error.
	NameLookup func(name string) (text string, ok bool)

	// Normalize is NFKC, for identifiers with letters outside ASCII. Without it they stay as written.
	Normalize func(identifier string) string

	// Barry allows "<>" and forbids "!=" (from __future__ import barry_as_FLUFL).
	Barry bool
}

// Parse reads a file. It always returns a tree. The first error is the one that CPython raises; the
// others follow in the order of the text.
func Parse(file *File, options Options) (*Module, []Error) {
	p := &parser{file: file, text: file.Text, options: options}
	p.scanner.scan(file)
	p.toks = p.scanner.tokens
	p.k = p.toks[0].Kind
	module := &Module{Span: Span{0, int32(len(file.Text))}, File: file, Mode: options.Mode, Comments: p.scanner.comments}
	switch options.Mode {
	case Eval:
		module.Body = p.evalInput()
	case Single:
		module.Body = p.singleInput()
	default:
		module.Body = p.fileInput()
	}
	module.escapes = p.escapes
	errors := p.allErrors()
	if len(errors) > 0 {
		settle(module)
	}
	return module, errors
}

// maxDepth bounds the recursion of the parser, as CPython's MAXSTACK does, and with maxChain the
// height of a tree, so that nobody's walk over it overflows the stack.
const (
	maxDepth  = 6000
	freeChain = 1000
	maxChain  = 200_000
)

const tooComplex = "Parser stack overflowed - Python source too complex to parse"

// parser is a recursive descent over the tokens.
//
// Every method reads what it is named after, starting at the current token, and always returns a
// node: a BadExpr or the like where there is nothing. After an error it is panicking: it says no
// more until the next line, and reads on with what it finds.
type parser struct {
	arena
	scanner scanner
	file    *File
	text    string
	options Options

	toks []Token
	i    int       // the current token
	k    TokenKind // its kind

	errors    []Error
	escapes   []Warning
	panicking bool // an error of this line is reported
	badLine   bool // the line before had an error
	trying    int  // in an attempt: errors are not reported but end it
	failed    bool // the attempt failed
	failedAt  int  // at this token
	special   bool // only errors with words of their own are reported, the general one not
	stopped   bool // too complex: only the end is left
	depth     int
	chain     int
	field     uint8 // level of the innermost replacement field that is being read

	// The last disjunction read, its first token and the one behind it: whether to suggest a comma.
	disj                  Expr
	disjStart, disjBehind int
}

func (p *parser) next() {
	if p.k != EndMarker {
		p.i++
		p.k = p.toks[p.i].Kind
	}
}

// peek is the kind of the n-th token from here.
func (p *parser) peek(n int) TokenKind {
	if p.i+n < len(p.toks) {
		return p.toks[p.i+n].Kind
	}
	return EndMarker
}

func (p *parser) accept(k TokenKind) bool {
	if p.k == k {
		p.next()
		return true
	}
	return false
}

// start is where the current token starts.
func (p *parser) start() int32 { return p.toks[p.i].Start }

// end is where the token before ends.
func (p *parser) end() int32 {
	if p.i == 0 {
		return 0
	}
	return p.toks[p.i-1].End
}

func (p *parser) span() Span { return p.toks[p.i].Range() }

func (p *parser) tokenText() string { t := p.toks[p.i]; return p.text[t.Start:t.End] }

func (p *parser) line(offset int32) int { return p.file.Line(offset) }

// identifier is the current name token's name; it goes on to the next token.
func (p *parser) identifier() (string, Span) {
	t := p.toks[p.i]
	name := p.text[t.Start:t.End]
	if p.options.Normalize != nil {
		for i := 0; i < len(name); i++ {
			if name[i] >= 0x80 {
				name = p.options.Normalize(name)
				break
			}
		}
	}
	p.next()
	return name, t.Range()
}

// nameOr reads a name, or reports what is missing: message, or the general fault if that is "".
func (p *parser) nameOr(message string) (string, Span) {
	if p.k == NameToken {
		return p.identifier()
	}
	p.fault(message)
	return "", p.gap()
}

// since is the span of what began at start and has just been read, if anything has.
func (p *parser) since(start int32) Span {
	if end := p.end(); end > start {
		return Span{start, end}
	}
	return p.gap()
}

// gap is the place of what is missing here: behind the token before, but on the same line.
func (p *parser) gap() Span {
	at := p.start()
	if p.i > 0 {
		switch before := p.toks[p.i-1]; before.Kind {
		case Newline, Indent, Dedent:
		default:
			at = before.End
		}
	}
	return Span{at, at}
}

// fault reports a message at the current token, or the general fault if that is "".
func (p *parser) fault(message string) {
	if message == "" {
		p.invalid()
		return
	}
	p.errorAt(p.span(), message)
}

func (p *parser) errorAt(span Span, message string) { p.report(Error{Span: span, Message: message}) }

func (p *parser) errorf(span Span, format string, args ...any) {
	p.report(Error{Span: span, Message: fmt.Sprintf(format, args...)})
}

func (p *parser) report(e Error) {
	if p.trying > 0 {
		p.fail()
		return
	}
	if p.panicking || p.stopped || p.special && p.failed {
		return
	}
	if len(p.errors) >= maxErrors && e.Message != tooComplex {
		p.panicking = true
		return
	}
	p.panicking = true
	p.errors = append(p.errors, e)
}

// fail ends an attempt.
func (p *parser) fail() {
	if !p.failed {
		p.failed, p.failedAt = true, p.i
	}
}

// try attempts to read something, then comes back. It reports whether that went without a fault,
// and the token behind it.
func (p *parser) try(read func() Expr) (Expr, int, bool) {
	i, k, failed, disj, from, behind := p.i, p.k, p.failed, p.disj, p.disjStart, p.disjBehind
	depth, chain := p.depth, p.chain
	p.trying++
	p.failed = false
	e := read()
	ok, at := !p.failed, p.i
	p.trying--
	p.i, p.k, p.failed, p.disj, p.disjStart, p.disjBehind = i, k, failed, disj, from, behind
	p.depth, p.chain = depth, chain
	return e, at, ok
}

// probe is try where there is an error in any case, and only its words depend on what follows. It
// does not nest: what is tried twice at each level takes for ever.
func (p *parser) probe(read func() Expr) (Expr, int, bool) {
	if p.trying > 0 {
		p.fail()
	}
	if p.trying > 0 || p.panicking {
		return nil, p.i, false
	}
	return p.try(read)
}

// deeper counts a level of nesting. When it reports false the text is too complex and the parser
// has gone to the end of it.
func (p *parser) deeper() bool {
	p.depth++
	if p.depth <= maxDepth {
		return true
	}
	p.tooComplex()
	return false
}

// longer counts a step of a chain: a.b.c, a + b + c, elif.
func (p *parser) longer(n int) bool {
	if n > freeChain {
		p.chain++
		if p.chain > maxChain {
			p.tooComplex()
			return false
		}
	}
	return true
}

func (p *parser) tooComplex() {
	if p.trying > 0 {
		p.fail()
	} else {
		p.panicking = false
		p.errorAt(p.span(), tooComplex)
		p.stopped = true
	}
	p.i = len(p.toks) - 1
	p.k = EndMarker
}

// invalid reports that the current token fits nowhere, with CPython's guess at what was meant.
func (p *parser) invalid() {
	if p.trying > 0 || p.special {
		p.fail()
		return
	}
	if p.panicking || p.stopped {
		return
	}
	switch p.k {
	case Indent:
		p.report(Error{Span: p.indentSpan(), Kind: IndentationError, Message: "unexpected indent"})
		return
	case Dedent:
		p.report(Error{Span: p.span(), Kind: IndentationError, Message: "unexpected unindent"})
		return
	}
	if p.suggestString() || p.disjBehind == p.i && p.disj != nil && (p.suggestComma() || p.suggestParentheses()) {
		return
	}
	at := p.span()
	switch {
	case p.k == KeywordNot && p.disjBehind == p.i:
		at = p.toks[p.i+1].Range() // it looked for "not in"
	case p.k == Newline && p.toks[p.i].level > 0:
		if len(p.scanner.unclosed) > 0 && len(p.scanner.errors) > 0 {
			p.panicking = true // it is said already that a bracket was never closed
			return
		}
		at = p.behindBrackets()
	}
	p.errorAt(at, invalidSyntax)
}

// behindBrackets is the first token of the statement that begins inside of brackets.
func (p *parser) behindBrackets() Span {
	i := p.i + 1
	for p.toks[i].Kind == Indent || p.toks[i].Kind == Dedent {
		i++
	}
	return p.toks[i].Range()
}

func (p *parser) indentSpan() Span { return Span{p.toks[p.i].End - 1, p.toks[p.i].End - 1} }

// suggestComma: two expressions in a row, in brackets.
func (p *parser) suggestComma() bool {
	first := p.toks[p.disjStart]
	if first.Kind == NameToken && (p.toks[p.disjStart+1].Kind == StringToken || IsSoftKeyword(p.text[first.Start:first.End])) {
		return false
	}
	if !startsExpression(p.k) {
		return false
	}
	a := p.disj
	b, behind, ok := p.try(p.expression)
	if end := p.toks[p.failedAt]; !ok && p.meetsScanner(end) || ok && p.meetsScanner(p.toks[behind]) {
		p.panicking = true // CPython meets what its scanner reports
		return true
	}
	if !ok || p.toks[behind-1].level == 0 || legacyStatement(p.disj) {
		return false
	}
	p.errorAt(Span{a.Range().Start, b.Range().End}, "invalid syntax. Perhaps you forgot a comma?")
	return true
}

// meetsScanner reports a token where the scanner has an error: a misplaced backslash, or the end of
// the text inside of brackets.
func (p *parser) meetsScanner(t Token) bool {
	if t.Kind == ErrorToken {
		return p.text[t.Start] == '\\'
	}
	if t.Kind != Newline && t.Kind != EndMarker || len(p.scanner.unclosed) == 0 {
		return false
	}
	return t.level > 0
}

// suggestParentheses: print "text" of Python 2. CPython reads what follows any name like that, and
// an error in it comes first.
func (p *parser) suggestParentheses() bool {
	name, ok := p.disj.(*Name)
	if !ok || p.disjStart != p.i-1 || !startsExpression(p.k) && p.k != Star || p.k == LeftParen {
		return false
	}
	i, k, failed, special := p.i, p.k, p.failed, p.special
	disj, from, behind := p.disj, p.disjStart, p.disjBehind
	p.failed, p.special = false, true
	b := p.starExpressions()
	ok = !p.failed
	if p.depth++; ok && !p.panicking && p.disjBehind == p.i && p.depth < maxDepth {
		p.suggestParentheses() // a row of names: in Python 2, or in prose
	}
	p.depth--
	p.i, p.k, p.failed, p.special = i, k, failed, special
	p.disj, p.disjStart, p.disjBehind = disj, from, behind
	if p.panicking {
		return true
	}
	if !ok && p.meetsScanner(p.toks[p.failedAt]) {
		p.panicking = true
		return true
	}
	if !ok || !legacyStatement(name) {
		return false
	}
	p.errorf(Span{name.Start, b.Range().End}, "Missing parentheses in call to '%s'. Did you mean %s(...)?", name.Id, name.Id)
	return true
}

// suggestString: a string, expressions and a string in a row: quotes inside of quotes.
func (p *parser) suggestString() bool {
	from := p.i
	for from > 0 && p.toks[from-1].Kind != Newline {
		from--
	}
	attempts := 0
	for j := from; j < p.i && attempts < 50; j++ {
		if p.toks[j].Kind != StringToken || j > 0 && p.toks[j-1].Kind == StringToken || !startsExpression(p.toks[j+1].Kind) {
			continue
		}
		attempts++
		var span Span
		behind := j + 1
		for startsExpression(p.toks[behind].Kind) && p.toks[behind].Kind != StringToken {
			i, k := p.i, p.k
			p.i, p.k = behind, p.toks[behind].Kind
			e, next, ok := p.try(p.expression)
			p.i, p.k = i, k
			if !ok {
				break
			}
			if span.End == 0 {
				span.Start = e.Range().Start
			}
			span.End = e.Range().End
			behind = next
		}
		if span.End > 0 && p.toks[behind].Kind == StringToken {
			p.errorAt(span, "invalid syntax. Is this intended to be part of the string?")
			return true
		}
	}
	return false
}

func legacyStatement(e Expr) bool {
	name, ok := e.(*Name)
	return ok && (name.Id == "print" || name.Id == "exec")
}

// skipLine goes to the end of the logical line.
func (p *parser) skipLine() {
	for p.k != Newline && p.k != EndMarker {
		p.next()
	}
}

// skipInside goes to the next comma of the bracket that was opened at level, to its end or the line's.
func (p *parser) skipInside(level uint8) {
	for p.k != Newline && p.k != EndMarker {
		l := p.toks[p.i].level
		if l < level || l == level && p.k == Comma {
			return
		}
		p.next()
	}
}

// closeBracket reads the bracket that ends what was opened at level.
func (p *parser) closeBracket(kind TokenKind, level uint8) {
	if p.k == kind {
		p.next()
		return
	}
	p.invalid()
	for p.k != Newline && p.k != EndMarker && p.toks[p.i].level >= level {
		p.next()
	}
	if p.k == RightParen || p.k == RightBracket || p.k == RightBrace {
		p.next()
	}
}

// allErrors is what the scanner and the parser found, without the consequences of other errors.
func (p *parser) allErrors() []Error {
	if len(p.errors) == 0 && len(p.scanner.errors) == 0 && p.file.err == nil {
		return nil
	}
	var all []Error
	for _, e := range p.scanner.errors {
		all = append(all, e.Error)
	}
	for _, e := range p.errors {
		if !p.consequence(e) {
			all = append(all, e)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	if len(all) > 0 {
		first := p.firstError(all)
		all = append([]Error{first}, remove(all, first)...)
	}
	for i := range all {
		if int(all[i].Start) == len(p.text) { // what is missing at the end is missing on the last line
			end := int32(len(strings.TrimRight(p.text, "\r\n")))
			all[i].Start, all[i].End = end, end
		}
	}
	if p.file.err != nil {
		all = append([]Error{*p.file.err}, all...)
	}
	return all
}

func remove(all []Error, e Error) []Error {
	var rest []Error
	for _, other := range all {
		if other != e {
			rest = append(rest, other)
		}
	}
	return rest
}

// consequence reports an error of the parser that follows from one of the scanner: in the same
// logical line.
func (p *parser) consequence(e Error) bool {
	for _, other := range p.scanner.errors {
		from := other.Start
		if !other.unclosed {
			from = p.file.LineSpan(p.file.Line(from)).Start
		}
		if e.Start < from || e == p.errors[0] && other.unclosed {
			continue
		}
		if e.Start <= p.lineBehind(other.Start) {
			return true
		}
	}
	return false
}

// firstError chooses the error that CPython raises. It scans the whole text before it reports an
// error of the grammar, so the first error of the scanner comes before, if it is a hard one; so
// does a bracket without partner, if the other error is on a later line.
func (p *parser) firstError(all []Error) Error {
	if len(p.errors) == 0 {
		return all[0]
	}
	first := p.errors[0]
	if len(p.scanner.errors) == 0 {
		return first
	}
	e := p.scanner.errors[0]
	indent := first.Kind == IndentationError && strings.HasPrefix(first.Message, "unexpected")
	earlier := e.at <= first.Start
	switch {
	case e.unclosed:
		earlier = first.Start >= p.lineBehind(e.Start) || p.line(first.Start) > p.line(e.Start) || p.readsOn(first)
		if indent {
			earlier = earlier && first.Start >= e.Start
		}
	case e.hard:
		earlier = !indent || first.Start >= e.at
	}
	if earlier {
		return e.Error
	}
	return first
}

// readsOn tells that CPython looks behind the token of an error before it reports it, and finds that the line ends there: it
// does so at a pass, break or continue where an expression could stand.
func (p *parser) readsOn(e Error) bool {
	i := sort.Search(len(p.toks), func(i int) bool { return p.toks[i].Start >= e.Start })
	for i < len(p.toks) && p.toks[i].Kind == Newline {
		i++
	}
	if i == 0 || i+1 >= len(p.toks) {
		return false
	}
	switch p.toks[i].Kind {
	case KeywordPass, KeywordBreak, KeywordContinue:
	default:
		return false
	}
	before := i - 1
	if p.toks[before].Kind == Newline {
		before--
	}
	switch k := p.toks[before].Kind; k {
	case NameToken, NumberToken, StringToken, LeftParen, LeftBracket, LeftBrace, Comma, Colon, RightParen, RightBracket, RightBrace:
	default:
		return false
	}
	return p.toks[i+1].Kind == Newline || p.toks[i+1].Kind == EndMarker
}

// lineBehind is where the logical line that holds an offset ends.
func (p *parser) lineBehind(offset int32) int32 {
	i := sort.Search(len(p.toks), func(i int) bool { return p.toks[i].Start >= offset })
	for i < len(p.toks)-1 && p.toks[i].Kind != Newline {
		i++
	}
	return p.toks[i].Start
}

// dotted is the text of names with dots from here: "a.b.c".
func (p *parser) dotted() (string, Span) {
	start := p.start()
	name, span := p.nameOr("")
	if p.k != Dot {
		return name, span
	}
	var b strings.Builder
	b.WriteString(name)
	for p.accept(Dot) {
		part, _ := p.nameOr("")
		b.WriteByte('.')
		b.WriteString(part)
	}
	return b.String(), Span{start, p.end()}
}
