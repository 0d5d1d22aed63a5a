package format

import "strings"

// Piece is a literal text of a str.format string and, unless Field is false, the replacement field behind it.
type Piece struct {
	Literal    string
	Field      bool
	Name       string // see ParseName
	Conversion rune   // r, s, a, or whatever stood behind !; 0 when absent
	Spec       string // may hold fields itself when Nested
	Nested     bool
}

// Markup reads a str.format string piece by piece. The zero value of anything but Text is right to begin with, and copying
// it copies the place.
type Markup struct {
	Text string
	at   int
}

// Next returns the next piece; ok is false at the end and on an error.
func (m *Markup) Next() (p Piece, ok bool, err *Error) {
	text := m.Text[m.at:]
	if text == "" {
		return p, false, nil
	}
	i := strings.IndexAny(text, "{}")
	if i < 0 {
		m.at = len(m.Text)
		return Piece{Literal: text}, true, nil
	}
	brace, after := text[i], i+1
	switch {
	case after < len(text) && text[after] == brace: // doubled: one stands for itself
		m.at += after + 1
		return Piece{Literal: text[:after]}, true, nil
	case brace == '}':
		return p, false, valueError("Single '}' encountered in format string")
	case after == len(text):
		return p, false, valueError("Single '{' encountered in format string")
	}
	p.Literal, p.Field = text[:i], true
	n, err := p.field(text[after:])
	m.at += after + n
	return p, err == nil, err
}

// At is how many bytes of Text were read.
func (m *Markup) At() int { return m.at }

// field reads name, conversion and specification behind an opening brace and returns what it took, the closing brace
// included.
func (p *Piece) field(text string) (int, *Error) {
	i := 0
	for ; i < len(text); i++ {
		switch text[i] {
		case '{':
			return 0, valueError("unexpected '{' in field name")
		case '[':
			for i++; i < len(text) && text[i] != ']'; i++ {
			}
			continue
		case '}', ':', '!':
		default:
			continue
		}
		break
	}
	if i >= len(text) {
		return 0, valueError("expected '}' before end of string")
	}
	p.Name = text[:i]
	c := text[i]
	i++
	if c == '}' {
		return i, nil
	}
	if c == '!' {
		if i >= len(text) {
			return 0, valueError("end of string while looking for conversion specifier")
		}
		p.Conversion = decode(text[i:])
		i += runeSize(text[i:])
		if i < len(text) {
			c = text[i]
			i++
			if c == '}' {
				return i, nil
			}
			if c != ':' {
				return 0, valueError("expected ':' after conversion specifier")
			}
		}
	}
	from, depth := i, 1
	for ; i < len(text); i++ {
		switch text[i] {
		case '{':
			p.Nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				p.Spec = text[from:i]
				return i + 1, nil
			}
		}
	}
	return 0, valueError("unmatched '{' in format spec")
}

// UnknownConversion is the error for a conversion other than r, s and a.
func UnknownConversion(c rune) *Error {
	if c > 32 && c < 127 {
		return valueError("Unknown conversion specifier %c", c)
	}
	return valueError("Unknown conversion specifier \\x%x", c)
}

// TooDeep is the error for fields nested in the specification of a nested field.
func TooDeep() *Error { return valueError("Max string recursion exceeded") }

// Name is a parsed field name: "0.a[b]" is First "0", Index 0, then .a and [b].
type Name struct {
	First string
	Index int // -1 when First is no number
	Steps []Step
}

// Step is an attribute or an item of what came before.
type Step struct {
	Attribute bool
	Name      string
	Index     int // for an item: its number, or -1 when Name is a key
}

// ParseName reads a field name. An error of the steps is given with the steps before it: CPython finds it only when it gets
// there.
func ParseName(text string) (Name, *Error) {
	end := strings.IndexAny(text, ".[")
	if end < 0 {
		end = len(text)
	}
	n := Name{First: text[:end]}
	var err *Error
	if n.Index, err = index(n.First); err != nil {
		return n, err
	}
	for at := end; at < len(text); {
		step := Step{Attribute: text[at] == '.', Index: -1}
		from := at + 1
		switch text[at] {
		case '.':
			at = from + strings.IndexAny(text[from:]+".", ".[")
			step.Name = text[from:at]
		case '[':
			k := strings.IndexByte(text[from:], ']')
			if k < 0 {
				return n, valueError("Missing ']' in format string")
			}
			step.Name = text[from : from+k]
			at = from + k + 1
			if step.Index, err = index(step.Name); err != nil {
				return n, err
			}
		default:
			return n, valueError("Only '.' or '[' may follow ']' in format field specifier")
		}
		if step.Name == "" {
			return n, valueError("Empty attribute in format string")
		}
		n.Steps = append(n.Steps, step)
	}
	return n, nil
}

// index is text as a number, -1 when it is none.
func index(text string) (int, *Error) {
	v, end, ok := number(text, 0)
	switch {
	case !ok:
		return -1, valueError("Too many decimal digits in format string")
	case end != len(text):
		return -1, nil
	}
	return v, nil
}

// Numbering gives the fields of one str.format string their positions: {} counts, {0} says so itself, and the two do not mix.
type Numbering struct {
	state uint8
	next  int
}

const (
	numberingOpen = iota
	numberingAutomatic
	numberingManual
)

// Position is the index into the positional arguments, or -1 when the field is looked up by its name.
func (a *Numbering) Position(n Name) (int, *Error) {
	empty := n.First == ""
	if !empty && n.Index < 0 {
		return -1, nil
	}
	want := uint8(numberingManual)
	if empty {
		want = numberingAutomatic
	}
	switch a.state {
	case numberingOpen:
		a.state = want
	case want:
	case numberingManual:
		return -1, valueError("cannot switch from manual field specification to automatic field numbering")
	default:
		return -1, valueError("cannot switch from automatic field numbering to manual field specification")
	}
	if !empty {
		return n.Index, nil
	}
	a.next++
	return a.next - 1, nil
}
