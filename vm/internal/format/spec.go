// Package format holds Python's three little formatting languages over plain Go values: format specifications
// (format(v, "+10.2f")), the markup of str.format ("{0.a[b]!r:{w}}") and the directives of % ("%-10s").
//
// Text is WTF-8: widths and precisions count code points.
//
// Invariant: results and messages are CPython 3.14's in the C locale.
package format

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// Error is an exception to raise.
type Error struct {
	Kind    Kind
	Message string
}

// Kind is the class of an exception.
type Kind uint8

// The exceptions that formatting raises.
const (
	ValueError Kind = iota
	OverflowError
	MemoryError
)

func valueError(format string, args ...any) *Error {
	return &Error{ValueError, fmt.Sprintf(format, args...)}
}

// Type says what is formatted: it decides defaults and what a specification may hold.
type Type uint8

// The builtin types that have a format specification.
const (
	Int Type = iota
	Float
	Complex
	Str
)

// Spec is a parsed format specification. It is immutable and may be kept.
type Spec struct {
	Fill         rune // ' ' unless given
	Align        byte // '<', '>', '=' or '^'
	Sign         byte // '+', '-', ' ', or 0
	NoNegZero    bool // z
	Alternate    bool // #
	Width        int  // -1 when absent
	Grouping     byte // ',', '_', or 0
	Precision    int  // -1 when absent
	FracGrouping byte // ',', '_', or 0
	Code         rune // the presentation type; 0 when absent

	typeName string // for messages
}

// maxSize bounds widths and precisions: a longer text is a MemoryError.
const maxSize = 1 << 31

var errTooLong = Error{MemoryError, ""}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// Parse reads the specification of a value of type t; typeName is the name of the value's class, for messages.
func Parse(text string, t Type, typeName string) (Spec, *Error) {
	s := Spec{Fill: ' ', Align: '>', Width: -1, Precision: -1, typeName: typeName}
	switch t {
	case Str:
		s.Align, s.Code = '<', 's'
	case Int:
		s.Code = 'd'
	}
	at := 0
	next := func(c byte) bool {
		if at < len(text) && text[at] == c {
			at++
			return true
		}
		return false
	}
	first := runeSize(text)
	filled, aligned := false, false
	switch {
	case first > 0 && first < len(text) && isAlign(text[first]):
		s.Fill, s.Align, at = decode(text), text[first], first+1
		filled, aligned = true, true
	case first > 0 && isAlign(text[0]):
		s.Align, at, aligned = text[0], 1, true
	}
	if at < len(text) && (text[at] == '+' || text[at] == '-' || text[at] == ' ') {
		s.Sign = text[at]
		at++
	}
	s.NoNegZero = next('z')
	s.Alternate = next('#')
	if !filled && next('0') {
		s.Fill = '0'
		if !aligned && t != Str {
			s.Align = '='
		}
	}
	var ok bool
	if s.Width, at, ok = number(text, at); !ok {
		return s, valueError("Too many decimal digits in format string")
	}
	if s.Grouping, at, ok = grouping(text, at); !ok {
		return s, valueError("Cannot specify both ',' and '_'.")
	}
	if next('.') {
		from := at
		if s.Precision, at, ok = number(text, at); !ok {
			return s, valueError("Too many decimal digits in format string")
		}
		if s.FracGrouping, at, ok = grouping(text, at); !ok {
			return s, valueError("Cannot specify both ',' and '_'.")
		}
		if at == from {
			return s, valueError("Format specifier missing precision")
		}
	}
	if rest := text[at:]; rest != "" {
		if runeSize(rest) < len(rest) {
			return s, valueError("Invalid format specifier '%s' for object of type '%.200s'", text, typeName)
		}
		s.Code = decode(rest)
	}
	if s.Grouping != 0 {
		switch s.Code {
		case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		case 'b', 'o', 'x', 'X':
			if s.Grouping != '_' {
				return s, badGrouping(s.Grouping, s.Code)
			}
		default:
			return s, badGrouping(s.Grouping, s.Code)
		}
	}
	if s.FracGrouping != 0 && s.Code == 'n' {
		return s, badGrouping(s.FracGrouping, s.Code)
	}
	return s, nil
}

func badGrouping(separator byte, code rune) *Error {
	if code > 32 && code < 128 {
		return valueError("Cannot specify '%c' with '%c'.", separator, code)
	}
	return valueError("Cannot specify '%c' with '\\x%x'.", separator, code)
}

// grouping reads an optional separator; both of them is wrong.
func grouping(text string, at int) (byte, int, bool) {
	var g byte
	for at < len(text) && (text[at] == ',' || text[at] == '_') {
		if g == text[at] {
			break // the same once more is left for the type, which then is wrong
		}
		if g != 0 {
			return 0, at, false
		}
		g = text[at]
		at++
	}
	return g, at, true
}

// number reads a run of digits: -1 when there is none.
func number(text string, at int) (v, end int, ok bool) {
	v = -1
	for ; at < len(text) && text[at] >= '0' && text[at] <= '9'; at++ {
		d := int(text[at] - '0')
		if v > (math.MaxInt-d)/10 {
			return 0, at, false
		}
		v = max(v, 0)*10 + d
	}
	return v, at, true
}

// unknownCode is the error for a presentation type that the value does not have.
func (s *Spec) unknownCode() *Error {
	if s.Code > 32 && s.Code < 128 {
		return valueError("Unknown format code '%c' for object of type '%.200s'", s.Code, s.typeName)
	}
	return valueError("Unknown format code '\\x%x' for object of type '%.200s'", s.Code, s.typeName)
}

// decode is the first code point of text, surrogates included; text is not empty.
func decode(text string) rune {
	r, n := utf8.DecodeRuneInString(text)
	if n == 1 && r == utf8.RuneError && len(text) >= 3 && text[0] == 0xED {
		return rune(text[0]&15)<<12 | rune(text[1]&63)<<6 | rune(text[2]&63)
	}
	return r
}

// runeSize is the length in bytes of the first code point of text.
func runeSize(text string) int {
	if text == "" {
		return 0
	}
	switch c := text[0]; {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return min(2, len(text))
	case c < 0xF0:
		return min(3, len(text))
	}
	return min(4, len(text))
}

// length counts the code points of text.
func length(text string) int {
	n := 0
	for i := range len(text) {
		if text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// prefix is the first n code points of text.
func prefix(text string, n int) string {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		at += runeSize(text[at:])
	}
	return text[:at]
}

// appendRune appends a code point, surrogates included.
func appendRune(dst []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(dst, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(dst, r)
}

// appendFill appends n times the fill.
func appendFill(dst []byte, fill rune, n int) []byte {
	for range n {
		if fill < 0x80 {
			dst = append(dst, byte(fill))
		} else {
			dst = appendRune(dst, fill)
		}
	}
	return dst
}
