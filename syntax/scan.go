package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxIndents  = 100 // CPython's MAXINDENT
	maxBrackets = 200 // CPython's MAXLEVEL
	maxFStrings = 150 // CPython's MAXFSTRINGLEVEL
	maxFields   = 3   // CPython's MAX_EXPR_NESTING
	tabWidth    = 8
	maxErrors   = 250 // of the scanner, and as many of the parser
)

// scanner turns a text into tokens, all at once: going back in the parser is then one number.
type scanner struct {
	file     *File
	text     string
	pos      int
	tokens   []Token
	comments []Span
	errors   []scanError

	indents  []indent
	brackets []bracket
	fstrings []fstring

	lineIndent int     // column of the logical line's first token
	suspect    bool    // a statement begins inside of brackets
	recovering bool    // a second scan: such a statement ends the brackets
	unclosed   []int32 // brackets that the first scan found without a partner
	gaveUp     bool    // the text is nested beyond CPython's limits
}

// scanError is an Error; a hard one is reported in place of any error of the parser, wherever it
// stands, as CPython scans to the end before it reports.
type scanError struct {
	Error
	hard     bool
	unclosed bool
	at       int32 // where the scanner noticed it
}

// indent is the width of a block's margin, with tabs to columns of 8 and with tabs of 1: text is
// consistent only when both agree.
type indent struct{ column, narrow int }

type bracket struct {
	char   byte
	field  bool // "{" of an f-string's replacement field
	offset int32
	indent int // of the line it stands in
}

// fstring is an f-string or t-string that is being read.
type fstring struct {
	start  int32
	quote  byte
	triple bool
	raw    bool
	kind   byte // 'f' or 't'
	fields int  // open replacement fields; in the text between, more than 0 means a format spec
	spec   bool // the text is that right behind a colon
}

const (
	classOther = iota
	classSpace
	classLetter
	classDigit
	classQuote
	classHigh
)

var charClasses = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c == ' ' || c == '\t' || c == '\f':
			t[c] = classSpace
		case c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			t[c] = classLetter
		case '0' <= c && c <= '9':
			t[c] = classDigit
		case c == '"' || c == '\'':
			t[c] = classQuote
		case c >= utf8.RuneSelf:
			t[c] = classHigh
		}
	}
	return t
}()

func (s *scanner) scan(file *File) {
	s.file = file
	s.text = file.Text
	s.tokens = make([]Token, 0, len(s.text)/4+8)
	s.run()
	if !s.suspect && len(s.brackets) == 0 || s.gaveUp {
		return
	}
	// A bracket has no partner, or a statement stands in brackets. Read again, now ending brackets
	// where a statement begins; what is wrong is known from the first time.
	errors := s.errors
	unclosed := make([]int32, len(s.brackets))
	for i, b := range s.brackets {
		unclosed[i] = b.offset
	}
	*s = scanner{file: file, text: s.text, tokens: s.tokens[:0], comments: s.comments[:0], recovering: true, unclosed: unclosed}
	s.run()
	s.errors = errors
	if len(errors) == 0 && len(unclosed) > 0 {
		s.neverClosed(unclosed[len(unclosed)-1])
	}
}

func (s *scanner) neverClosed(offset int32) {
	s.addError(scanError{
		Error:    Error{Span: Span{offset, offset}, Message: fmt.Sprintf("'%c' was never closed", s.text[offset])},
		unclosed: true,
	})
}

func (s *scanner) run() {
	for s.line() {
	}
	s.finish()
}

// finish ends open blocks and the file.
func (s *scanner) finish() {
	end := int32(len(s.text))
	if n := len(s.tokens); n > 0 && s.tokens[n-1].Kind != Newline && s.tokens[n-1].Kind != Dedent {
		s.tokens = append(s.tokens, Token{Start: end, End: end, Kind: Newline, level: uint8(len(s.brackets))})
	}
	for range s.indents {
		s.tokens = append(s.tokens, Token{Start: end, End: end, Kind: Dedent})
	}
	s.indents = nil
	s.tokens = append(s.tokens, Token{Start: end, End: end, Kind: EndMarker})
}

// line reads one physical line's margin and then the rest of its logical line.
func (s *scanner) line() bool {
	column, narrow, start, ok := s.margin()
	if !ok {
		return s.pos < len(s.text)
	}
	s.lineIndent = column
	s.indentTo(column, narrow, start)
	s.words()
	return s.pos < len(s.text)
}

// margin reads the white space at the start of a line. ok is false when the line is blank.
func (s *scanner) margin() (column, narrow, start int, ok bool) {
	text := s.text
	start = s.pos
	pos := s.pos
	continued := -1
	for ; pos < len(text); pos++ {
		switch text[pos] {
		case ' ':
			column++
			narrow++
		case '\t':
			column = (column/tabWidth + 1) * tabWidth
			narrow++
		case '\f':
			column, narrow = 0, 0
		case '\\':
			n := lineEnd(text, pos+1)
			if n == 0 {
				s.badContinuation(pos, start)
				goto word
			}
			if continued < 0 {
				continued = column
			}
			pos += n
		default:
			goto word
		}
	}
word:
	s.pos = pos
	if continued >= 0 {
		column, narrow = continued, continued
	}
	if pos >= len(text) {
		return 0, 0, 0, false
	}
	switch text[pos] {
	case '#':
		s.comment()
		s.skipLineEnd()
		return 0, 0, 0, false
	case '\n', '\r':
		s.skipLineEnd()
		return 0, 0, 0, false
	}
	return column, narrow, start, true
}

// lineEnd is the length of the line end at pos, 0 if there is none.
func lineEnd(text string, pos int) int {
	if pos >= len(text) {
		return 0
	}
	switch text[pos] {
	case '\n':
		return 1
	case '\r':
		if pos+1 < len(text) && text[pos+1] == '\n' {
			return 2
		}
		return 1
	}
	return 0
}

func (s *scanner) skipLineEnd() { s.pos += lineEnd(s.text, s.pos) }

func (s *scanner) comment() {
	start := s.pos
	pos := start
	for pos < len(s.text) && s.text[pos] != '\n' && s.text[pos] != '\r' {
		if s.text[pos] == 0 {
			s.nullByte(pos)
		}
		pos++
	}
	s.pos = pos
	s.comments = append(s.comments, Span{int32(start), int32(pos)})
}

// indentTo emits the Indent or Dedents that a line's margin asks for.
func (s *scanner) indentTo(column, narrow, start int) {
	top := s.topIndent()
	from, to := int32(start), int32(s.pos)
	switch {
	case column == top.column:
		if narrow != top.narrow {
			s.tabError()
		}
	case column > top.column:
		if narrow <= top.narrow {
			s.tabError()
		}
		if len(s.indents) >= maxIndents-1 {
			s.errorAt(IndentationError, s.pos, "too many levels of indentation")
			s.gaveUp = true
			s.pos = len(s.text)
			return
		}
		s.indents = append(s.indents, indent{column, narrow})
		s.tokens = append(s.tokens, Token{Start: from, End: to, Kind: Indent})
	default:
		for len(s.indents) > 0 && column < s.topIndent().column {
			s.indents = s.indents[:len(s.indents)-1]
			s.tokens = append(s.tokens, Token{Start: to, End: to, Kind: Dedent})
		}
		top = s.topIndent()
		if column != top.column {
			end := s.file.LineSpan(s.file.Line(to)).End
			s.addError(scanError{
				Error: Error{Span: Span{end, end}, Kind: IndentationError, Message: "unindent does not match any outer indentation level"},
				at:    from,
			})
		} else if narrow != top.narrow {
			s.tabError()
		}
	}
}

func (s *scanner) topIndent() indent {
	if n := len(s.indents); n > 0 {
		return s.indents[n-1]
	}
	return indent{}
}

func (s *scanner) tabError() {
	start := s.file.LineSpan(s.file.Line(int32(s.pos))).Start
	s.errorAt(TabError, int(start), "inconsistent use of tabs and spaces in indentation")
}

func (s *scanner) addError(e scanError) {
	if !e.unclosed {
		e.Stage = InScanner
	}
	// The first says it; a flood helps nobody.
	if len(s.errors) >= maxErrors {
		return
	}
	for _, other := range s.errors {
		if other.Kind == e.Kind && other.Message == e.Message && (other.Start == e.Start || e.Kind == TabError) {
			return
		}
	}
	s.errors = append(s.errors, e)
}

func (s *scanner) errorAt(kind ErrorKind, pos int, message string) {
	s.addError(scanError{Error: Error{Span: Span{int32(pos), int32(pos)}, Kind: kind, Message: message}, at: int32(pos)})
}

// softError is one in an f-string, or of a backslash: it counts for less than what the parser finds before it.
func (s *scanner) softError(pos, at int, format string, args ...any) {
	s.addError(scanError{
		Error: Error{Span: Span{int32(pos), int32(pos)}, Message: fmt.Sprintf(format, args...)},
		at:    int32(at),
	})
}

// hardError is a syntax error that CPython's tokenizer raises itself.
func (s *scanner) hardError(start, end int, format string, args ...any) {
	s.addError(scanError{
		Error: Error{Span: Span{int32(start), int32(end)}, Message: fmt.Sprintf(format, args...)},
		hard:  true,
		at:    int32(start),
	})
}

func (s *scanner) nullByte(pos int) {
	s.hardError(pos, pos, "source code cannot contain null bytes")
}

func (s *scanner) emit(kind TokenKind, start int) {
	s.tokens = append(s.tokens, Token{
		Start: int32(start), End: int32(s.pos), Kind: kind, level: uint8(len(s.brackets)),
	})
}

// words reads tokens to the end of the logical line.
func (s *scanner) words() {
	text := s.text
	for s.pos < len(text) {
		pos := s.pos
		c := text[pos]
		switch charClasses[c] {
		case classSpace:
			s.pos++
		case classLetter:
			end := pos + 1
			for end < len(text) && (charClasses[text[end]] == classLetter || charClasses[text[end]] == classDigit) {
				end++
			}
			if end < len(text) {
				if next := text[end]; next >= utf8.RuneSelf {
					s.wideName(pos)
					continue
				} else if (next == '"' || next == '\'') && end-pos <= 4 && s.prefixed(pos, end) {
					continue
				}
			}
			s.pos = end
			kind := NameToken
			if n := end - pos; n >= 2 && n <= 8 {
				kind = keywordKind(text[pos:end])
			}
			s.tokens = append(s.tokens, Token{int32(pos), int32(end), kind, uint8(len(s.brackets))})
		case classDigit:
			s.number()
		case classQuote:
			s.str(pos, pos)
		case classHigh:
			s.wideName(pos)
		default:
			if s.operator(c) {
				return
			}
		}
	}
}

// wideName reads an identifier with letters beyond ASCII.
func (s *scanner) wideName(start int) {
	pos := start
	for pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[pos:])
		if pos == start && !identifierStart(r) || !identifierPart(r) {
			if r >= utf8.RuneSelf {
				if unicode.IsPrint(r) || r == utf8.RuneError {
					s.hardError(pos, pos, "invalid character '%c' (U+%04X)", r, r)
				} else {
					s.hardError(pos, pos, "invalid non-printable character U+%04X", r)
				}
				if pos == start {
					s.pos = pos + n
					s.emit(ErrorToken, start)
					return
				}
			}
			break
		}
		pos += n
	}
	s.pos = pos
	s.emit(keywordKind(s.text[start:pos]), start)
}

// operator reads an operator, delimiter, comment or line end. It reports the end of the logical line.
func (s *scanner) operator(c byte) bool {
	text, pos := s.text, s.pos
	var next, third byte
	if pos+1 < len(text) {
		next = text[pos+1]
		if pos+2 < len(text) {
			third = text[pos+2]
		}
	}
	kind, n := ErrorToken, 1
	switch c {
	case '\n', '\r':
		return s.newline()
	case '#':
		s.comment()
		return false
	case '\\':
		s.continuation()
		return false
	case '(', '[', '{':
		s.open(c)
		return false
	case ')', ']', '}':
		s.close(c)
		return false
	case ':':
		if n := len(s.brackets); n > 0 && s.brackets[n-1].field {
			s.pos++
			s.emit(Colon, pos)
			s.fstrings[len(s.fstrings)-1].spec = true
			s.middle()
			return false
		}
		kind = Colon
		if next == '=' {
			kind, n = ColonEqual, 2
		}
	case ',':
		kind = Comma
	case ';':
		kind = Semicolon
	case '.':
		switch {
		case next == '.' && third == '.':
			kind, n = EllipsisToken, 3
		case '0' <= next && next <= '9':
			s.number()
			return false
		default:
			kind = Dot
		}
	case '=':
		kind = EqualSign
		if next == '=' {
			kind, n = DoubleEqual, 2
		}
	case '+':
		kind, n = withEqual(next, Plus, PlusEqual)
	case '-':
		kind, n = withEqual(next, Minus, MinusEqual)
		if next == '>' {
			kind, n = Arrow, 2
		}
	case '*':
		kind, n = doubled(c, next, third, Star, StarEqual, DoubleStar, DoubleStarEqual)
	case '/':
		kind, n = doubled(c, next, third, Slash, SlashEqual, DoubleSlash, DoubleSlashEqual)
	case '%':
		kind, n = withEqual(next, Percent, PercentEqual)
	case '@':
		kind, n = withEqual(next, At, AtEqual)
	case '&':
		kind, n = withEqual(next, Ampersand, AmpersandEqual)
	case '|':
		kind, n = withEqual(next, VerticalBar, VerticalBarEqual)
	case '^':
		kind, n = withEqual(next, Caret, CaretEqual)
	case '~':
		kind = Tilde
	case '<':
		kind, n = doubled(c, next, third, Less, LessEqual, LeftShift, LeftShiftEqual)
		if next == '>' {
			kind, n = NotEqual, 2
		}
	case '>':
		kind, n = doubled(c, next, third, Greater, GreaterEqual, RightShift, RightShiftEqual)
	case '!':
		kind = Exclamation
		if next == '=' {
			kind, n = NotEqual, 2
		}
	case '$', '?', '`':
	case 0:
		s.nullByte(pos)
	default:
		s.hardError(pos, pos, "invalid non-printable character U+%04X", c)
	}
	s.pos += n
	s.emit(kind, pos)
	return false
}

func withEqual(next byte, plain, equal TokenKind) (TokenKind, int) {
	if next == '=' {
		return equal, 2
	}
	return plain, 1
}

func doubled(c, next, third byte, plain, equal, double, doubleEqual TokenKind) (TokenKind, int) {
	switch {
	case next == c && third == '=':
		return doubleEqual, 3
	case next == c:
		return double, 2
	}
	return withEqual(next, plain, equal)
}

// newline ends the logical line, unless brackets are open. With a level, the token tells that the
// line ended inside of them.
func (s *scanner) newline() bool {
	start := s.pos
	s.skipLineEnd()
	if len(s.brackets) == 0 {
		s.emit(Newline, start)
		return true
	}
	if !s.statementFollows() {
		return false
	}
	if !s.recovering {
		s.suspect = true
		return false
	}
	s.emit(Newline, start)
	s.brackets = s.brackets[:0]
	s.fstrings = s.fstrings[:0]
	return true
}

// statementFollows reports that the line at pos cannot belong to an open bracket: it begins with a
// word that only statements begin with, or the bracket is known to have no partner and its block ends.
func (s *scanner) statementFollows() bool {
	if s.blockEnds() {
		return true
	}
	rest := strings.TrimLeft(s.text[s.pos:], " \t\f")
	n := 0
	for n < len(rest) && n < 9 && 'a' <= rest[n] && rest[n] <= 'z' {
		n++
	}
	if n < len(rest) && (charClasses[rest[n]] == classLetter || charClasses[rest[n]] >= classDigit) {
		return false
	}
	switch rest[:n] {
	case "def", "class", "return", "import", "while", "with", "try", "raise", "pass", "break", "continue", "del",
		"global", "nonlocal", "assert", "except", "finally", "elif":
		return true
	case "async":
		return strings.HasPrefix(strings.TrimLeft(rest[n:], " "), "def ")
	}
	return false
}

// blockEnds reports that the line at pos is no further in than the line of a bracket without partner.
func (s *scanner) blockEnds() bool {
	if s.unclosed == nil {
		return false
	}
	inner := s.brackets[len(s.brackets)-1]
	found := false
	for _, offset := range s.unclosed {
		found = found || offset == inner.offset
	}
	if !found {
		return false
	}
	column := 0
	for pos := s.pos; pos < len(s.text); pos++ {
		switch s.text[pos] {
		case ' ', '\f':
			column++
		case '\t':
			column = (column/tabWidth + 1) * tabWidth
		case '#', '\n', '\r', ')', ']', '}':
			return false
		default:
			return column <= inner.indent
		}
	}
	return false
}

// continuation reads a backslash between tokens.
func (s *scanner) continuation() {
	n := lineEnd(s.text, s.pos+1)
	if n > 0 {
		s.pos += 1 + n
		if s.pos >= len(s.text) && len(s.brackets) == 0 {
			s.errorAt(SyntaxError, s.pos-n, "unexpected EOF while parsing")
		}
		return
	}
	start := s.pos
	s.badContinuation(start, start)
	s.pos++
	s.emit(ErrorToken, start)
}

func (s *scanner) badContinuation(pos, at int) {
	if pos+1 < len(s.text) {
		s.softError(pos+1, at, "unexpected character after line continuation character")
	} else if len(s.brackets) == 0 {
		s.softError(pos+1, at, "unexpected EOF while parsing")
	}
}

func (s *scanner) open(c byte) {
	start := s.pos
	if len(s.brackets) >= maxBrackets {
		s.hardError(start, start, "too many nested parentheses")
		s.gaveUp = true
		s.brackets = s.brackets[:0]
		s.fstrings = s.fstrings[:0]
		s.pos = len(s.text)
		return
	}
	s.pos++
	s.brackets = append(s.brackets, bracket{char: c, offset: int32(start), indent: s.lineIndent})
	s.emit(openKind(c), start)
}

func openKind(c byte) TokenKind {
	switch c {
	case '(':
		return LeftParen
	case '[':
		return LeftBracket
	}
	return LeftBrace
}

func closeKind(c byte) TokenKind {
	switch c {
	case ')':
		return RightParen
	case ']':
		return RightBracket
	}
	return RightBrace
}

func partner(c byte) byte {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// close reads a closing bracket. One that fits no open bracket is an error; one that fits an outer
// bracket closes the inner ones too.
func (s *scanner) close(c byte) {
	start := s.pos
	s.pos++
	n := len(s.brackets)
	if n > 0 && partner(s.brackets[n-1].char) == c {
		field := s.brackets[n-1].field
		s.brackets = s.brackets[:n-1]
		s.emit(closeKind(c), start)
		if field {
			s.fieldEnd()
			s.middle()
		}
		return
	}
	s.unmatched(c, start)
	for i := n - 1; i >= 0; i-- {
		if s.brackets[i].field && partner(s.brackets[i].char) != c {
			break // an f-string's text follows only its own brace
		}
		if partner(s.brackets[i].char) == c {
			field := s.brackets[i].field
			s.brackets = s.brackets[:i]
			s.emit(closeKind(c), start)
			if field {
				s.fieldEnd()
				s.middle()
			}
			return
		}
	}
	s.emit(closeKind(c), start)
}

func (s *scanner) fieldEnd() {
	f := &s.fstrings[len(s.fstrings)-1]
	f.fields--
	f.spec = false
}

func (s *scanner) unmatched(c byte, pos int) {
	n := len(s.brackets)
	if n == 0 {
		s.hardError(pos, pos, "unmatched '%c'", c)
		return
	}
	open := s.brackets[n-1]
	if open.field {
		f := s.fstrings[len(s.fstrings)-1]
		s.hardError(pos, pos, "%c-string: unmatched '%c'", f.kind, c)
		return
	}
	where := ""
	if line := s.file.Line(open.offset); line != s.file.Line(int32(pos)) {
		where = fmt.Sprintf(" on line %d", line)
	}
	s.hardError(pos, pos, "closing parenthesis '%c' does not match opening parenthesis '%c'%s", c, open.char, where)
}
