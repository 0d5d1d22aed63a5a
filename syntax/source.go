package syntax

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// File is a source text and its line table. It is immutable.
//
// Text is UTF-8 whatever the encoding of the bytes was, without a byte order mark; line ends are
// as they were. All positions of the tree are byte offsets into Text.
type File struct {
	Name     string // as it appears in messages
	Text     string
	Encoding string // "utf-8", or what the coding cookie says
	BOM      bool   // the bytes began with a byte order mark

	lines []int32 // offset of each line's start
	err   *Error  // the bytes could not be decoded
}

// Position is a line and column, both from 1. The column counts bytes.
type Position struct{ Line, Column int }

// NewFile decodes bytes: byte order mark, coding cookie (PEP 263), else UTF-8. It never fails;
// what cannot be decoded becomes U+FFFD and an Error of Parse.
func NewFile(name string, data []byte) *File {
	f := &File{Name: name}
	f.decode(data)
	f.lines = lineStarts(f.Text)
	return f
}

// NewTextFile makes a File of text that is already decoded, as compile(str) and an editor have it:
// a coding cookie is not looked at.
func NewTextFile(name, text string) *File {
	f := &File{Name: name, Text: text, Encoding: "utf-8"}
	f.lines = lineStarts(text)
	return f
}

func lineStarts(text string) []int32 {
	lines := make([]int32, 1, len(text)/32+1)
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			lines = append(lines, int32(i+1))
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			lines = append(lines, int32(i+1))
		}
	}
	return lines
}

// Lines is the number of lines; an empty text has one.
func (f *File) Lines() int { return len(f.lines) }

// Line is the number, from 1, of the line that holds offset.
func (f *File) Line(offset int32) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset })
}

// LineSpan is the text of a line without its line end. A line out of range is clamped.
func (f *File) LineSpan(line int) Span {
	if line < 1 {
		line = 1
	}
	if line > len(f.lines) {
		return Span{int32(len(f.Text)), int32(len(f.Text))}
	}
	start, end := f.lines[line-1], int32(len(f.Text))
	if line < len(f.lines) {
		end = f.lines[line]
	}
	if end > start && f.Text[end-1] == '\n' {
		end--
	}
	if end > start && f.Text[end-1] == '\r' {
		end--
	}
	return Span{start, end}
}

// Slice is the text of a span.
func (f *File) Slice(s Span) string { return f.Text[s.Start:s.End] }

// Position is the line and byte column of an offset.
func (f *File) Position(offset int32) Position {
	offset = f.clamp(offset)
	line := f.Line(offset)
	return Position{line, int(offset-f.lines[line-1]) + 1}
}

// Offset is the inverse of Position; positions beyond a line's end mean its end.
func (f *File) Offset(p Position) int32 {
	s := f.LineSpan(p.Line)
	return max(s.Start, min(s.Start+int32(p.Column)-1, s.End))
}

// RuneColumn is the column of an offset in code points, from 0 (UTF-32; what SyntaxError counts, from 1).
func (f *File) RuneColumn(offset int32) int {
	offset = f.clamp(offset)
	start := f.lines[f.Line(offset)-1]
	return utf8.RuneCountInString(f.Text[start:offset])
}

// UTF16Column is the column of an offset in UTF-16 code units, from 0.
func (f *File) UTF16Column(offset int32) int {
	offset = f.clamp(offset)
	start := f.lines[f.Line(offset)-1]
	n := 0
	for _, r := range f.Text[start:offset] {
		n += utf16Width(r)
	}
	return n
}

// OffsetUTF16 is the offset of a UTF-16 column, from 0, of a line, from 1. A column inside a
// surrogate pair means its start; one beyond the line's end means the end.
func (f *File) OffsetUTF16(line, column int) int32 {
	return f.offsetBy(line, column, utf16Width)
}

// OffsetRune is the offset of a code point column, from 0, of a line, from 1.
func (f *File) OffsetRune(line, column int) int32 {
	return f.offsetBy(line, column, func(rune) int { return 1 })
}

func (f *File) offsetBy(line, column int, width func(rune) int) int32 {
	s := f.LineSpan(line)
	for i, r := range f.Text[s.Start:s.End] {
		column -= width(r)
		if column < 0 {
			return s.Start + int32(i)
		}
	}
	return s.End
}

func (f *File) clamp(offset int32) int32 {
	return max(0, min(offset, int32(len(f.Text))))
}

func utf16Width(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// Location is where CPython says an error is: lines, and columns in code points, both from 1. An
// error at a line's end does not go on to the next line.
func (f *File) Location(e Error) (line, column, endLine, endColumn int) {
	if e.Message == nothingToParse && f.blank() {
		line = f.Lines()
		if strings.HasSuffix(f.Text, "\n") || f.Text == "" {
			line--
		}
		return line, 0, line, 0
	}
	line, column = f.Line(e.Start), f.RuneColumn(e.Start)+1
	endLine, endColumn = f.Line(e.End), f.RuneColumn(e.End)+1
	if endColumn == 1 && endLine == line+1 {
		endLine, endColumn = line, f.RuneColumn(f.LineSpan(line).End)+2
	}
	if e.Start == e.End {
		endColumn = f.emptyEnd(e, endColumn)
	}
	return line, column, endLine, endColumn
}

const nothingToParse = "invalid syntax"

// blank tells that there is no token in the text.
func (f *File) blank() bool {
	for line := range strings.Lines(f.Text) {
		if text := strings.TrimSpace(line); text != "" && text[0] != '#' {
			return false
		}
	}
	return true
}

// emptyEnd is the end column of an error without extent: CPython has none for some (-1 or 0, which
// programs see), and gives the newline that a last line lacks the width of one.
func (f *File) emptyEnd(e Error, column int) int {
	switch {
	case e.Kind == IndentationError, strings.HasPrefix(e.Message, "expected 'except' or 'finally'"),
		e.Message == "unexpected EOF while parsing":
		return -1
	case e.Kind == TabError, strings.HasSuffix(e.Message, "was never closed"),
		e.Message == "unexpected character after line continuation character",
		e.Message == "':' expected after dictionary key":
		return 0
	case int(e.End) == len(f.Text) && e.Message != noNames:
		return column + 1
	}
	return column
}
