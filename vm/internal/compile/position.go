package compile

import (
	"slp/syntax"
	"slp/vm/internal/code"
)

// pos turns a span into lines and columns.
func (c *compiler) pos(s syntax.Span) code.Pos {
	start, end := c.file.Position(s.Start), c.file.Position(max(s.Start, s.End))
	return code.Pos{
		Line: int32(start.Line), Col: int32(start.Column - 1),
		EndLine: int32(end.Line), EndCol: int32(end.Column - 1),
	}
}

// lineStart is the empty range at the beginning of the line of an offset.
func (c *compiler) lineStart(offset int32) syntax.Span {
	at := c.file.LineSpan(c.line(offset)).Start
	return syntax.Span{Start: at, End: at}
}
