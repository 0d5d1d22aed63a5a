package rules

import "slp/syntax"

// SLP001 syntax-error: the source is not Python 3.14. The message is CPython's. Only the first
// error is sure to be one; the others are found after recovery and may follow from it.
func syntaxErrors(p *pass) {
	for i, err := range p.File.Errors {
		confidence := High
		if i > 0 {
			confidence = Medium
		}
		span := err.Span
		if span.Empty() { // mark something: the character there, or the one before it
			text := p.File.Source.Text
			if int(span.Start) < len(text) && text[span.Start] != '\n' && text[span.Start] != '\r' {
				span.End = span.Start + width(text[span.Start])
			} else if span.Start > 0 && text[span.Start-1] != '\n' {
				span = lastRune(text, span.Start)
			}
		}
		p.report(span, confidence, "%s", err.Error())
	}
}

// width is the number of bytes of the rune that a byte begins.
func width(b byte) int32 {
	switch {
	case b < 0xC0:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

func lastRune(text string, end int32) syntax.Span {
	start := end - 1
	for start > 0 && text[start]&0xC0 == 0x80 {
		start--
	}
	return syntax.Span{Start: start, End: end}
}
