package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// decodeLiteral is the value of a literal's text, which stands at an offset; span is for errors.
func (p *parser) decodeLiteral(text string, at int32, span Span, raw, bytes, braces bool) string {
	plain := true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' || c == '\r':
			plain = false
		case c == '{' || c == '}':
			plain = plain && !braces
		case c >= utf8.RuneSelf && bytes:
			p.errorAt(span, "bytes can only contain ASCII literal characters")
			return ""
		}
	}
	if plain {
		return text
	}
	text = normalizeLines(text)
	if raw || strings.IndexByte(text, '\\') < 0 {
		if braces {
			return undouble(text)
		}
		return text
	}
	u := unescaper{text: text, bytes: bytes, braces: braces, lookup: p.options.NameLookup}
	value := u.run()
	if u.fault != "" {
		p.errorAt(span, u.fault)
	}
	if u.badEscape != "" && p.trying == 0 {
		at += int32(u.badAt)
		if original := p.text[at-int32(u.badAt) : span.End]; strings.IndexByte(original, '\r') >= 0 {
			at = at - int32(u.badAt) + int32(max(0, strings.Index(original, u.badEscape)))
		}
		p.escapes = append(p.escapes, escapeWarning(Span{at, at + int32(len(u.badEscape))}, u.badEscape, u.badOctal))
	}
	return value
}

// undouble makes "{{" one brace and "}}" too.
func undouble(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "{{", "{"), "}}", "}")
}

// unescaper replaces the escapes of a literal.
type unescaper struct {
	text   string
	bytes  bool
	braces bool
	lookup func(string) (string, bool)

	b         strings.Builder
	fault     string
	badEscape string // the first escape that means nothing, and where
	badAt     int
	badOctal  bool

	wide int // what CPython's positions count beyond ours: it spells a wide character \UXXXXXXXX
}

func (u *unescaper) run() string {
	text := u.text
	u.b.Grow(len(text))
	for i := 0; i < len(text) && u.fault == ""; {
		c := text[i]
		switch {
		case c == '\\':
			i = u.escape(i)
		case u.braces && (c == '{' || c == '}') && i+1 < len(text) && text[i+1] == c:
			u.b.WriteByte(c)
			i += 2
		case c < utf8.RuneSelf:
			u.b.WriteByte(c)
			i++
		default:
			_, n := utf8.DecodeRuneInString(text[i:])
			u.b.WriteString(text[i : i+n])
			u.wide += 10 - n
			i += n
		}
	}
	return u.b.String()
}

// escape replaces the escape at i and returns what follows it.
func (u *unescaper) escape(i int) int {
	text := u.text
	if i+1 >= len(text) {
		u.b.WriteByte('\\') // before a replacement field, or of an unterminated literal
		if u.braces {
			u.warn(i, i+1, "\\{")
		}
		return i + 1
	}
	c := text[i+1]
	switch c {
	case '\n':
	case '\\', '\'', '"':
		u.b.WriteByte(c)
	case 'a':
		u.b.WriteByte('\a')
	case 'b':
		u.b.WriteByte('\b')
	case 'f':
		u.b.WriteByte('\f')
	case 'n':
		u.b.WriteByte('\n')
	case 'r':
		u.b.WriteByte('\r')
	case 't':
		u.b.WriteByte('\t')
	case 'v':
		u.b.WriteByte('\v')
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return u.octal(i)
	case 'x':
		return u.hex(i, 2, "truncated \\xXX escape")
	case 'u':
		if !u.bytes {
			return u.hex(i, 4, "truncated \\uXXXX escape")
		}
		u.b.WriteString("\\u")
	case 'U':
		if !u.bytes {
			return u.hex(i, 8, "truncated \\UXXXXXXXX escape")
		}
		u.b.WriteString("\\U")
	case 'N':
		if !u.bytes {
			return u.named(i)
		}
		u.b.WriteString("\\N")
	default:
		_, n := utf8.DecodeRuneInString(text[i+1:])
		u.warn(i, i+1+n, "")
		u.b.WriteByte('\\')
		return i + 1 // the character itself is read on its own: it may be wide, or a brace
	}
	return i + 2
}

// warn notes an escape without meaning, if it is the first; text is how to name it, if not as it is.
func (u *unescaper) warn(start, end int, text string) {
	if u.badEscape != "" {
		return
	}
	u.badAt, u.badEscape = start, text
	if text == "" {
		u.badEscape = u.text[start:end]
	}
}

func (u *unescaper) octal(i int) int {
	value := 0
	end := i + 1
	for end < len(u.text) && end < i+4 && '0' <= u.text[end] && u.text[end] <= '7' {
		value = value*8 + int(u.text[end]-'0')
		end++
	}
	if value > 0o377 {
		u.warn(i, end, "")
		u.badOctal = u.badAt == i
	}
	if u.bytes {
		u.b.WriteByte(byte(value))
	} else {
		u.b.WriteRune(rune(value))
	}
	return end
}

func (u *unescaper) hex(i, digits int, fault string) int {
	value := rune(0)
	end := i + 2
	for end < len(u.text) && end < i+2+digits && digitValue(u.text[end]) < 16 {
		value = value<<4 | rune(digitValue(u.text[end]))
		end++
	}
	switch {
	case end < i+2+digits && u.bytes:
		u.fault = fmt.Sprintf("(value error) invalid \\x escape at position %d", i+u.wide)
	case end < i+2+digits:
		u.bad(i, end, fault)
	case u.bytes:
		u.b.WriteByte(byte(value))
	case value < 0 || value > utf8.MaxRune:
		u.bad(i, end, "illegal Unicode character")
	case 0xD800 <= value && value < 0xE000:
		u.b.Write([]byte{0xE0 | byte(value>>12), 0x80 | byte(value>>6)&0x3F, 0x80 | byte(value)&0x3F})
	default:
		u.b.WriteRune(value)
	}
	return end
}

func (u *unescaper) named(i int) int {
	text := u.text
	if i+2 >= len(text) || text[i+2] != '{' {
		u.bad(i, i+2, "malformed \\N character escape")
		return i + 2
	}
	end := strings.IndexByte(text[i:], '}')
	if end < 0 || end == 3 {
		if end < 0 {
			end = len(text) - i - 1
			u.bad(i, i+end+1, "malformed \\N character escape")
			return len(text)
		}
		u.bad(i, i+end, "malformed \\N character escape")
		return i + end
	}
	if u.lookup != nil {
		if value, ok := u.lookup(text[i+3 : i+end]); ok {
			u.b.WriteString(value)
			return i + end + 1
		}
	}
	u.bad(i, i+end+1, "unknown Unicode character name")
	return i + end + 1
}

// bad reports a malformed escape in CPython's words; its last position is included.
func (u *unescaper) bad(start, end int, fault string) {
	if end-start == 1 {
		u.fault = fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", start+u.wide, fault)
		return
	}
	u.fault = fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s",
		start+u.wide, end-1+u.wide, fault)
}
