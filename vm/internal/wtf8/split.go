package wtf8

import (
	"slices"
	"strings"
)

// IsSpace reports whether str.isspace holds for r: white space for split and strip.
func IsSpace(r rune) bool {
	switch {
	case r <= 0x20:
		return r >= 0x09 && r <= 0x0D || r >= 0x1C
	case r < 0x1680:
		return r == 0x85 || r == 0xA0
	case r >= 0x2000 && r <= 0x200A:
		return true
	}
	switch r {
	case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return false
}

// IsLineBreak reports whether str.splitlines ends a line at r.
func IsLineBreak(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// Split is str.split with a separator that is not empty: at most limit cuts, any number when limit is negative.
func Split(s, sep string, limit int) []string {
	if limit < 0 {
		return strings.Split(s, sep)
	}
	var parts []string
	for ; limit > 0; limit-- {
		i := strings.Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

// RSplit is str.rsplit with a separator that is not empty.
func RSplit(s, sep string, limit int) []string {
	var parts []string
	for ; limit != 0; limit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[i+len(sep):])
		s = s[:i]
	}
	parts = append(parts, s)
	slices.Reverse(parts)
	return parts
}

// SplitSpace is str.split without a separator: runs of white space cut and the text's edges do not count.
// What is left after limit cuts keeps its trailing white space, as in CPython.
func SplitSpace(s string, limit int) []string {
	var parts []string
	s = TrimLeftSpace(s)
	for s != "" {
		if limit == 0 {
			return append(parts, s)
		}
		limit--
		end := 0
		for end < len(s) {
			r, n := DecodeRune(s[end:])
			if IsSpace(r) {
				break
			}
			end += n
		}
		parts = append(parts, s[:end])
		s = TrimLeftSpace(s[end:])
	}
	return parts
}

// RSplitSpace is str.rsplit without a separator: SplitSpace's mirror.
func RSplitSpace(s string, limit int) []string {
	var parts []string
	s = TrimRightSpace(s)
	for s != "" {
		if limit == 0 {
			parts = append(parts, s)
			break
		}
		limit--
		begin := len(s)
		for begin > 0 {
			r, n := DecodeLastRune(s[:begin])
			if IsSpace(r) {
				break
			}
			begin -= n
		}
		parts = append(parts, s[begin:])
		s = TrimRightSpace(s[:begin])
	}
	slices.Reverse(parts)
	return parts
}

// SplitLines is str.splitlines; keepEnds leaves the line breaks in place.
func SplitLines(s string, keepEnds bool) []string {
	var lines []string
	begin := 0
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if !IsLineBreak(r) {
			i += n
			continue
		}
		end := i
		i += n
		if r == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		if keepEnds {
			end = i
		}
		lines = append(lines, s[begin:end])
		begin = i
	}
	if begin < len(s) {
		lines = append(lines, s[begin:])
	}
	return lines
}

// TrimLeftSpace is str.lstrip().
func TrimLeftSpace(s string) string {
	for s != "" {
		r, n := DecodeRune(s)
		if !IsSpace(r) {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRightSpace is str.rstrip().
func TrimRightSpace(s string) string {
	for s != "" {
		r, n := DecodeLastRune(s)
		if !IsSpace(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// TrimSpace is str.strip().
func TrimSpace(s string) string { return TrimRightSpace(TrimLeftSpace(s)) }

// TrimLeft is str.lstrip(chars): it drops leading code points that stand in chars.
func TrimLeft(s, chars string) string {
	for s != "" {
		_, n := DecodeRune(s)
		if !strings.Contains(chars, s[:n]) {
			break
		}
		s = s[n:]
	}
	return s
}

// TrimRight is str.rstrip(chars).
func TrimRight(s, chars string) string {
	for s != "" {
		_, n := DecodeLastRune(s)
		if !strings.Contains(chars, s[len(s)-n:]) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// ExpandTabs is str.expandtabs(size).
func ExpandTabs(s string, size int) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	column := 0
	for i := 0; i < len(s); {
		_, n := DecodeRune(s[i:])
		switch s[i] {
		case '\t':
			if size > 0 {
				pad := size - column%size
				for range pad {
					b = append(b, ' ')
				}
				column += pad
			}
		case '\n', '\r':
			column = 0
			b = append(b, s[i])
		default:
			column++
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return text(b)
}
