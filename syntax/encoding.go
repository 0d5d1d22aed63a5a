package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// decode sets Text, Encoding and BOM from bytes (PEP 263).
func (f *File) decode(data []byte) {
	text := string(data)
	if strings.HasPrefix(text, "\xef\xbb\xbf") {
		f.BOM = true
		text = text[3:]
	}
	cookie := codingCookie(text)
	name := strings.ReplaceAll(strings.ToLower(cookie), "_", "-")
	f.Encoding = "utf-8"
	switch {
	case name == "" || name == "utf-8" || name == "utf8" || name == "u8" || name == "utf" || name == "cp65001" ||
		strings.HasPrefix(name, "utf-8-"):
		f.decodeUTF8(text, cookie != "")
		return
	case f.BOM:
		f.Text = strings.ToValidUTF8(text, "\uFFFD")
		if isLatin1(name) {
			cookie = "iso-8859-1"
		}
		f.err = &Error{Message: fmt.Sprintf("encoding problem: %s with BOM", cookie)}
		return
	case isLatin1(name):
		f.Encoding = "iso-8859-1"
		f.decodeTable(text, nil)
	case asciiNames[name]:
		f.Encoding = "ascii"
		f.decodeASCII(text)
	case name == "cp1252" || name == "1252" || name == "windows-1252":
		f.Encoding = "cp1252"
		f.decodeTable(text, cp1252)
	case name == "iso-8859-15" || name == "latin-9" || name == "latin9" || name == "l9" || name == "iso8859-15":
		f.Encoding = "iso-8859-15"
		f.decodeTable(text, latin9)
	default:
		f.Text = strings.ToValidUTF8(text, "\uFFFD")
		f.err = &Error{Message: "encoding problem: " + cookie}
	}
}

func isLatin1(name string) bool {
	return latin1Names[name] || strings.HasPrefix(name, "latin-1-") || strings.HasPrefix(name, "iso-8859-1-") ||
		strings.HasPrefix(name, "iso-latin-1-")
}

var latin1Names = map[string]bool{
	"latin-1": true, "latin1": true, "latin": true, "l1": true, "iso-8859-1": true, "iso8859-1": true,
	"iso8859": true, "8859": true, "cp819": true, "iso-latin-1": true,
}

var asciiNames = map[string]bool{
	"ascii": true, "us-ascii": true, "646": true, "ansi-x3.4-1968": true, "iso646-us": true, "us": true,
}

// codingCookie is the encoding that a comment of the first two lines names, or "".
// The second line counts only when the first is blank or a comment.
func codingCookie(text string) string {
	for range 2 {
		end := strings.IndexAny(text, "\r\n")
		line := text
		if end >= 0 {
			line = text[:end]
		}
		body := strings.TrimLeft(line, " \t\f")
		if body != "" && body[0] != '#' {
			return ""
		}
		if name := cookieOfComment(body); name != "" {
			return name
		}
		if end < 0 {
			return ""
		}
		if strings.HasPrefix(text[end:], "\r\n") {
			end++
		}
		text = text[end+1:]
	}
	return ""
}

// cookieOfComment finds coding[:=]\s*([-\w.]+).
func cookieOfComment(comment string) string {
	for {
		i := strings.Index(comment, "coding")
		if i < 0 {
			return ""
		}
		comment = comment[i+len("coding"):]
		if comment == "" || comment[0] != ':' && comment[0] != '=' {
			continue
		}
		rest := strings.TrimLeft(comment[1:], " \t")
		n := 0
		for n < len(rest) && (isAlnum(rest[n]) || rest[n] == '-' || rest[n] == '_' || rest[n] == '.') {
			n++
		}
		if n > 0 {
			return rest[:n]
		}
	}
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func (f *File) decodeUTF8(text string, declared bool) {
	f.Text = text
	if utf8.ValidString(text) {
		return
	}
	bad := 0
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				bad = i
				break
			}
		}
	}
	f.Text = strings.ToValidUTF8(text, "\uFFFD")
	message := fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s",
		text[bad], bad-(strings.LastIndexByte(text[:bad], '\n')+1), utf8Fault(text[bad:]))
	if !declared && !f.BOM {
		line := 1 + strings.Count(text[:bad], "\n")
		message = fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "+
			"see https://peps.python.org/pep-0263/ for details", text[bad], f.Name, line)
	}
	f.err = &Error{Span: Span{int32(bad), int32(bad)}, Message: message}
}

func utf8Fault(s string) string {
	c := s[0]
	need := 0
	switch {
	case 0xc2 <= c && c <= 0xdf:
		need = 1
	case 0xe0 <= c && c <= 0xef:
		need = 2
	case 0xf0 <= c && c <= 0xf4:
		need = 3
	default:
		return "invalid start byte"
	}
	if len(s) <= need {
		return "unexpected end of data"
	}
	return "invalid continuation byte"
}

func (f *File) decodeASCII(text string) {
	f.Text = text
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			f.Text = strings.ToValidUTF8(text, "\uFFFD")
			f.err = &Error{Span: Span{int32(i), int32(i)}, Message: "encoding problem: ascii"}
			return
		}
	}
}

// decodeTable decodes one byte a character: Latin-1 but for the given exceptions.
func (f *File) decodeTable(text string, exceptions map[byte]rune) {
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for i := 0; i < len(text); i++ {
		r := rune(text[i])
		if exceptions != nil {
			if other, ok := exceptions[text[i]]; ok && other == utf8.RuneError && f.err == nil {
				f.err = &Error{Message: "encoding problem: " + f.Encoding}
			}
			if other, ok := exceptions[text[i]]; ok {
				r = other
			}
		}
		b.WriteRune(r)
	}
	f.Text = b.String()
}

var cp1252 = map[byte]rune{
	0x80: '€', 0x82: '‚', 0x83: 'ƒ', 0x84: '„', 0x85: '…', 0x86: '†', 0x87: '‡', 0x88: 'ˆ', 0x89: '‰', 0x8a: 'Š',
	0x8b: '‹', 0x8c: 'Œ', 0x8e: 'Ž', 0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”', 0x95: '•', 0x96: '–', 0x97: '—',
	0x98: '˜', 0x99: '™', 0x9a: 'š', 0x9b: '›', 0x9c: 'œ', 0x9e: 'ž', 0x9f: 'Ÿ',
	0x81: utf8.RuneError, 0x8d: utf8.RuneError, 0x8f: utf8.RuneError, 0x90: utf8.RuneError, 0x9d: utf8.RuneError,
}

var latin9 = map[byte]rune{
	0xa4: '€', 0xa6: 'Š', 0xa8: 'š', 0xb4: 'Ž', 0xb8: 'ž', 0xbc: 'Œ', 0xbd: 'œ', 0xbe: 'Ÿ',
}
