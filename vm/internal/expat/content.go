package expat

import (
	"strings"
	"unicode/utf8"
)

// What a look at a token can end with, besides its end.
const (
	more    = -1 // it may go on behind the data that is there
	invalid = -2 // see where
)

// char looks at the character at i: its length, more if it is not complete, or invalid.
func char(s string, i int, last bool) int {
	c := s[i]
	if c < 0x80 {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			return invalid
		}
		return 1
	}
	if !utf8.FullRuneInString(s[i:]) {
		return more
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 || r == 0xfffe || r == 0xffff {
		return invalid
	}
	return n
}

// name finds the end of a name that begins at i: i itself if none does, more if it may go on.
func name(s string, i int) (end int, complete bool) {
	for j := i; j < len(s); {
		c := s[j]
		if c < 0x80 {
			if want := byte(inName); asciiName[c]&want == 0 || j == i && asciiName[c]&startsName == 0 {
				return j, true
			}
			j++
			continue
		}
		if !utf8.FullRuneInString(s[j:]) {
			return j, false
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if r == utf8.RuneError && n == 1 || j == i && !isNameStart(r) || j > i && !isName(r) {
			return j, true
		}
		j += n
	}
	return len(s), false
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipSpace(s string, i int) int {
	for i < len(s) && space(s[i]) {
		i++
	}
	return i
}

// view is the text that is read now, where in it, and whether it is all there is.
func (p *Parser) view() (s string, pos int, last bool) {
	if n := len(p.open); n > 0 {
		src := &p.open[n-1]
		return src.text, src.pos, true
	}
	return p.in.text, p.in.pos, p.in.last && p.in.raws == ""
}

// move goes on to a place in the text that is read.
func (p *Parser) move(pos int) bool {
	if n := len(p.open); n > 0 {
		p.open[n-1].pos = pos
	} else {
		p.in.pos = pos
	}
	return true
}

// at is a place in the text as a position in the document.
func (p *Parser) at(i int) int { return p.in.base + i }

// partial ends a look at a token that is not complete: at the end of the data it is an error.
func (p *Parser) partial(code Code, from int, last bool) bool {
	if !last {
		return false
	}
	return p.fail(code, p.at(from))
}

// step reads one token; false: nothing can be read now.
func (p *Parser) step() bool {
	switch p.state {
	case atStart:
		return p.start()
	case inProlog, afterDTD:
		return p.prolog()
	case inSubset, inExternal:
		return p.subset()
	case afterSub:
		return p.afterSubset()
	case inContent:
		return p.contentStep()
	case inCdata:
		return p.cdata()
	}
	return p.epilog()
}

// noElements tells the end of the data before the document ends.
func (p *Parser) atEnd(pos int, last bool) bool {
	if !last {
		return false
	}
	if p.external && len(p.tags) == 0 {
		p.mark(p.at(pos), p.at(pos))
		p.Ended = true
		return false
	}
	return p.fail(NoElements, p.at(pos))
}

func (p *Parser) contentStep() bool {
	s, pos, last := p.view()
	if pos >= len(s) {
		if n := len(p.open); n > 0 {
			return p.endEntity()
		}
		if last && p.external && len(p.tags) > 0 {
			return p.fail(AsyncEntity, p.at(pos))
		}
		return p.atEnd(pos, last)
	}
	switch s[pos] {
	case '<':
		return p.markup(s, pos, last)
	case '&':
		return p.reference(s, pos, last)
	}
	return p.text(s, pos, last)
}

// text reads character data up to a line end, markup or the end of what is there.
func (p *Parser) text(s string, pos int, last bool) bool {
	i := pos
	for i < len(s) {
		c := s[i]
		if c == '<' || c == '&' || c == '\n' || c == '\r' {
			break
		}
		if c == ']' {
			switch {
			case strings.HasPrefix(s[i:], "]]>"):
				return p.fail(InvalidToken, p.at(i+2))
			case !last && (len(s)-i == 1 || s[i+1] == ']' && len(s)-i == 2):
				if i > pos {
					return p.chars(s, pos, i)
				}
				return false
			}
		}
		if c >= 0x20 && c < 0x80 || c == '\t' {
			i++
			continue
		}
		n := char(s, i, last)
		if n < 0 {
			if i > pos {
				return p.chars(s, pos, i)
			}
			if n == more {
				return p.partial(PartialChar, i, last)
			}
			return p.fail(InvalidToken, p.at(i))
		}
		i += n
	}
	if i > pos {
		return p.chars(s, pos, i)
	}
	return p.newline(s, pos, last)
}

func (p *Parser) chars(s string, from, to int) bool {
	const most = 1024 // of text that had to be decoded
	if len(p.open) == 0 && p.in.coding != utf8Coding && to-from > most {
		for to = from + most; !utf8.RuneStart(s[to]); {
			to--
		}
	}
	p.mark(p.at(from), p.at(to))
	p.emit(Event{Kind: CharData, Text: strings.Clone(s[from:to]), Raw: s[from:to]})
	return p.move(to)
}

// newline reads a line end, which is a line feed for programs.
func (p *Parser) newline(s string, pos int, last bool) bool {
	n := 1
	if s[pos] == '\r' {
		if pos+1 == len(s) && !last {
			return false
		}
		if pos+1 < len(s) && s[pos+1] == '\n' {
			n = 2
		}
	}
	p.mark(p.at(pos), p.at(pos+n))
	p.emit(Event{Kind: CharData, Text: "\n", Raw: s[pos : pos+n]})
	return p.move(pos + n)
}

// reference reads a character reference or the name of an entity.
func (p *Parser) reference(s string, pos int, last bool) bool {
	if strings.HasPrefix(s[pos:], "&#") {
		r, end := charRef(s, pos)
		switch {
		case end == more:
			return p.partial(UnclosedToken, pos, last)
		case end < 0:
			return p.fail(InvalidToken, p.at(-end-10))
		case r < 0:
			return p.fail(BadCharRef, p.at(pos))
		}
		p.mark(p.at(pos), p.at(end))
		p.emit(Event{Kind: CharData, Text: string(r), Raw: s[pos:end]})
		return p.move(end)
	}
	end, complete := name(s, pos+1)
	switch {
	case end >= len(s) || !complete:
		return p.partial(UnclosedToken, pos, last)
	case end == pos+1 || s[end] != ';':
		return p.fail(InvalidToken, p.at(end))
	}
	n := s[pos+1 : end]
	p.mark(p.at(pos), p.at(end+1))
	p.move(end + 1)
	if r := predefined(n); r != "" {
		p.emit(Event{Kind: CharData, Text: r, Raw: s[pos : end+1]})
		return true
	}
	return p.entityInContent(n, s[pos:end+1], pos)
}

func predefined(n string) string {
	switch n {
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "amp":
		return "&"
	case "quot":
		return "\""
	case "apos":
		return "'"
	}
	return ""
}

// charRef reads &#...; at i. The end is more if it is not complete, and -place-10 for a wrong character; the character
// is -1 if XML has none of this number.
func charRef(s string, i int) (r rune, end int) {
	j := i + 2
	hex := j < len(s) && s[j] == 'x'
	if hex {
		j++
	}
	n, first := 0, j
	for ; j < len(s); j++ {
		c := s[j]
		d := 99
		switch {
		case c >= '0' && c <= '9':
			d = int(c - '0')
		case hex && c >= 'a' && c <= 'f':
			d = int(c-'a') + 10
		case hex && c >= 'A' && c <= 'F':
			d = int(c-'A') + 10
		}
		if d == 99 {
			break
		}
		if hex {
			n = n*16 + d
		} else {
			n = n*10 + d
		}
		n = min(n, 0x110000)
	}
	switch {
	case j >= len(s):
		return 0, more
	case j == first || s[j] != ';':
		return 0, -j - 10
	}
	if n >= 0x110000 || n >= 0xd800 && n < 0xe000 || n == 0xfffe || n == 0xffff || n < 0x20 && n != 9 && n != 10 && n != 13 {
		return -1, j + 1
	}
	return rune(n), j + 1
}

// markup reads what begins with <.
func (p *Parser) markup(s string, pos int, last bool) bool {
	if pos+1 >= len(s) {
		return p.partial(UnclosedToken, pos, last)
	}
	switch s[pos+1] {
	case '/':
		return p.endTag(s, pos, last)
	case '?':
		return p.instruction(s, pos, last)
	case '!':
		switch {
		case strings.HasPrefix(s[pos:], "<!--"):
			return p.comment(s, pos, last)
		case strings.HasPrefix(s[pos:], "<![CDATA["):
			p.mark(p.at(pos), p.at(pos+9))
			p.emit(Event{Kind: StartCdata, Raw: s[pos : pos+9]})
			p.state = inCdata
			return p.move(pos + 9)
		}
		for _, open := range [...]string{"<!--", "<![CDATA["} {
			if strings.HasPrefix(open, s[pos:]) {
				return p.partial(UnclosedToken, pos, last)
			}
		}
		for i, c := range []byte("<![CDATA[") {
			if s[pos+i] != c {
				if i == 3 && s[pos+2] == '-' || s[pos+2] == '-' && i == 2 {
					return p.fail(InvalidToken, p.at(pos+3))
				}
				return p.fail(InvalidToken, p.at(pos+i))
			}
		}
	}
	return p.startTag(s, pos, last)
}

// comment reads <!-- -->.
func (p *Parser) comment(s string, pos int, last bool) bool {
	i := pos + 4
	for i < len(s) {
		if s[i] == '-' && i+1 < len(s) && s[i+1] == '-' {
			if i+2 >= len(s) {
				break
			}
			if s[i+2] != '>' {
				return p.fail(InvalidToken, p.at(i+2))
			}
			p.mark(p.at(pos), p.at(i+3))
			p.emit(Event{Kind: Comment, Text: lines(s[pos+4 : i]), Raw: s[pos : i+3]})
			return p.move(i + 3)
		}
		n := char(s, i, last)
		if n == more {
			break
		}
		if n < 0 {
			return p.fail(InvalidToken, p.at(i))
		}
		i += n
	}
	return p.partial(UnclosedToken, pos, last)
}

// lines makes all line ends line feeds.
func lines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return strings.Clone(s)
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// instruction reads <?target data?>.
func (p *Parser) instruction(s string, pos int, last bool) bool {
	end, complete := name(s, pos+2)
	if !complete {
		return p.partial(UnclosedToken, pos, last)
	}
	target := s[pos+2 : end]
	if target == "" || !space(s[end]) && s[end] != '?' {
		return p.fail(InvalidToken, p.at(end))
	}
	if s[end] == '?' && end+1 < len(s) && s[end+1] != '>' {
		return p.fail(InvalidToken, p.at(end+1))
	}
	i := end
	for i < len(s) {
		if s[i] == '?' && i+1 < len(s) && s[i+1] == '>' {
			break
		}
		n := char(s, i, last)
		if n == more {
			i = len(s)
			break
		}
		if n < 0 {
			return p.fail(InvalidToken, p.at(i))
		}
		i += n
	}
	if i+1 >= len(s) {
		return p.partial(UnclosedToken, pos, last)
	}
	if strings.EqualFold(target, "xml") {
		if target == "xml" {
			return p.fail(MisplacedXMLDecl, p.at(pos))
		}
		return p.fail(InvalidToken, p.at(end))
	}
	p.mark(p.at(pos), p.at(i+2))
	p.emit(Event{Kind: PI, Name: strings.Clone(target), Text: lines(s[min(skipSpace(s, end), i):i]), Raw: s[pos : i+2]})
	return p.move(i + 2)
}

// cdata reads a CDATA section line by line.
func (p *Parser) cdata() bool {
	s, pos, last := p.view()
	i := pos
	for i < len(s) && s[i] != '\n' && s[i] != '\r' {
		if s[i] == ']' {
			if strings.HasPrefix(s[i:], "]]>") {
				break
			}
			if len(s)-i < 3 && strings.HasPrefix("]]>", s[i:]) && !last {
				break
			}
		}
		n := char(s, i, last)
		if n < 0 {
			if i > pos {
				return p.chars(s, pos, i)
			}
			if n == more {
				return p.partial(PartialChar, i, last)
			}
			return p.fail(InvalidToken, p.at(i))
		}
		i += n
	}
	switch {
	case i > pos:
		return p.chars(s, pos, i)
	case i >= len(s):
		return p.partial(UnclosedCdata, pos, last)
	case s[i] == ']':
		if len(s)-i < 3 {
			return false
		}
		p.mark(p.at(pos), p.at(pos+3))
		p.emit(Event{Kind: EndCdata, Raw: "]]>"})
		p.state = inContent
		return p.move(pos + 3)
	}
	return p.newline(s, pos, last)
}

// epilog reads what may follow the last element.
func (p *Parser) epilog() bool {
	s, pos, last := p.view()
	if pos >= len(s) {
		if last {
			p.mark(p.at(pos), p.at(pos))
			p.Ended = true
		}
		return false
	}
	if space(s[pos]) {
		return p.blank(s, pos)
	}
	if s[pos] == '<' {
		switch {
		case strings.HasPrefix(s[pos:], "<!--"):
			return p.comment(s, pos, last)
		case strings.HasPrefix(s[pos:], "<?"):
			return p.instruction(s, pos, last)
		case strings.HasPrefix("<!--", s[pos:]) && !last:
			return false
		case len(s) == pos+1 || s[pos+1] == '!' && len(s) <= pos+3:
			return p.partial(UnclosedToken, pos, last)
		case s[pos+1] == '/' || s[pos+1] == '!' && s[pos+2] != '-' && !isNameStart(rune(s[pos+2])) && s[pos+2] != '[':
			return p.fail(InvalidToken, p.at(pos+1))
		}
	}
	if n := char(s, pos, last); n == invalid {
		return p.fail(InvalidToken, p.at(pos))
	}
	return p.fail(JunkAfterElement, p.at(pos))
}

func (p *Parser) blank(s string, pos int) bool {
	i := skipSpace(s, pos)
	p.mark(p.at(pos), p.at(i))
	p.emit(Event{Kind: Other, Raw: s[pos:i]})
	return p.move(i)
}
