package expat

import (
	"strings"
	"unicode/utf8"
)

// input is a document as UTF-8, from the first byte that is still needed on, and where that byte was in the document.
type input struct {
	text   string
	pos    int // of what comes next, in text
	base   int // bytes that were given away before text: positions count from the first byte of all
	last   bool
	raws   string // what is not decoded yet
	coding coding
	forced bool // the encoding was given from outside
	table  []rune
	named  string

	// A place whose line and column are known.
	known                int
	offset, line, column int
}

type coding uint8

const (
	undecided coding = iota
	utf8Coding
	latin1
	ascii
	utf16le
	utf16be
	byTable
)

// bad stands for bytes that are no character: it is no UTF-8 either.
const bad = "\xff"

func codingOf(name string) (c coding, ok bool) {
	switch strings.ToUpper(name) {
	case "UTF-8":
		return utf8Coding, true
	case "ISO-8859-1":
		return latin1, true
	case "US-ASCII":
		return ascii, true
	case "UTF-16":
		return undecided, true
	case "UTF-16LE":
		return utf16le, true
	case "UTF-16BE":
		return utf16be, true
	}
	return byTable, false
}

func (in *input) init(encoding Opt) {
	in.line = 1
	if encoding.OK {
		in.forced = true
		in.named = encoding.Text
		c, known := codingOf(encoding.Text)
		if known {
			in.coding = c
		} else {
			in.coding = byTable
		}
	}
}

func (in *input) clone() input { return *in }

func (in *input) feed(data string, last bool) {
	in.raws += data
	in.last = in.last || last
	in.decode()
}

func (in *input) left() int { return len(in.text) - in.pos + len(in.raws) }

// decode makes text of raws as far as whole characters are there.
func (in *input) decode() {
	if in.coding == undecided && !in.sniff() {
		return
	}
	if in.coding == byTable && in.table == nil {
		return
	}
	in.drop()
	if in.coding == utf8Coding {
		in.text += in.raws
		in.raws = ""
		return
	}
	var b strings.Builder
	i := 0
	for i < len(in.raws) {
		c := in.raws[i]
		switch in.coding {
		case latin1:
			b.WriteRune(rune(c))
			i++
		case ascii:
			if c < 128 {
				b.WriteByte(c)
			} else {
				b.WriteString(bad)
			}
			i++
		case byTable:
			if r := in.table[c]; r >= 0 {
				b.WriteRune(r)
			} else {
				b.WriteString(bad)
			}
			i++
		default:
			n := in.utf16(in.raws[i:], &b)
			if n == 0 {
				in.text += b.String()
				in.raws = in.raws[i:]
				return
			}
			i += n
		}
	}
	in.text += b.String()
	in.raws = ""
}

func (in *input) unit(s string) rune {
	if in.coding == utf16le {
		return rune(s[0]) | rune(s[1])<<8
	}
	return rune(s[1]) | rune(s[0])<<8
}

func (in *input) utf16(s string, b *strings.Builder) int {
	if len(s) < 2 {
		return 0
	}
	u := in.unit(s)
	switch {
	case u >= 0xd800 && u < 0xdc00:
		if len(s) < 4 {
			return 0
		}
		if v := in.unit(s[2:]); v >= 0xdc00 && v < 0xe000 {
			b.WriteRune(0x10000 + (u-0xd800)<<10 + (v - 0xdc00))
			return 4
		}
		b.WriteString(bad)
	case u >= 0xdc00 && u < 0xe000:
		b.WriteString(bad)
	default:
		b.WriteRune(u)
	}
	return 2
}

// sniff guesses the encoding from the first bytes; false: too few.
func (in *input) sniff() bool {
	s := in.raws
	if len(s) < 2 && !in.last {
		return false
	}
	skip := 0
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		in.coding, skip = utf16be, 2
	case strings.HasPrefix(s, "\xff\xfe"):
		in.coding, skip = utf16le, 2
	case strings.HasPrefix(s, "<\x00"):
		in.coding = utf16le
	case strings.HasPrefix(s, "\x00"):
		in.coding = utf16be
	case len(s) > 1 && s[1] == 0:
		in.coding = utf16le
	case strings.HasPrefix(s, "\xef\xbb") && len(s) < 3 && !in.last:
		return false
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		in.coding, skip = utf8Coding, 3
	default:
		in.coding = utf8Coding
	}
	in.raws = s[skip:]
	if in.offset += skip; skip > 0 {
		in.column++
	}
	return true
}

// restart decodes what follows the current place anew: the document told its encoding.
func (in *input) restart(c coding) {
	rest := in.text[in.pos:]
	in.text = in.text[:in.pos]
	in.raws = rest + in.raws
	in.coding = c
	in.decode()
}

// drop forgets what was read, but for a little that Context shows.
func (in *input) drop() {
	const keep = 1024
	if in.pos < 4*keep {
		return
	}
	n := in.pos - keep
	for n > 0 && !utf8.RuneStart(in.text[n]) {
		n--
	}
	in.known, in.offset, in.line, in.column = in.advance(in.base + n)
	in.text = strings.Clone(in.text[n:])
	in.pos -= n
	in.base += n
}

// advance counts from the known place to another behind it.
func (in *input) advance(to int) (known, offset, line, column int) {
	offset, line, column = in.offset, in.line, in.column
	s := in.text[in.known-in.base : to-in.base]
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\n':
			line, column = line+1, 0
		case c == '\r':
			line, column = line+1, 0
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
				offset += in.width(s[i:])
			}
		case c < 0x80 || c >= 0xc0:
			column++
		}
		offset += in.width(s[i:])
	}
	return to, offset, line, column
}

// width is how many bytes of the document the byte at the begin of s stands for; that of a whole character is counted
// at its first one.
func (in *input) width(s string) int {
	c := s[0]
	switch in.coding {
	case utf8Coding, undecided:
		return 1
	case utf16le, utf16be:
		switch {
		case c >= 0xf0 && c != 0xff:
			return 4
		case c < 0x80 || c >= 0xc0:
			return 2
		}
		return 0
	}
	if c < 0x80 || c >= 0xc0 {
		return 1
	}
	return 0
}

func (in *input) position(at int) (offset, line, column int) {
	at = min(max(at, in.known), in.base+len(in.text))
	_, offset, line, column = in.advance(at)
	return offset, line, column
}

func (in *input) raw(at int) string { return in.text[at-in.base:] }
