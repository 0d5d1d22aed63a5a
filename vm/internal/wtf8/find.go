package wtf8

import "strings"

// Clamp turns the start and end of a Python slice without a step into real positions of a sequence of n items:
// negative ones count from the end, and both are cut to 0..n. start may still be above end.
func Clamp(start, end, n int) (int, int) {
	if end > n {
		end = n
	} else if end < 0 {
		end = max(end+n, 0)
	}
	if start < 0 {
		start = max(start+n, 0)
	}
	return start, end
}

// Window returns the part of s between two code points given as in str.find(sub, start, end), and the real code point
// where it begins. ok is false when start lies behind end: nothing is found there, not even the empty text.
func Window(s string, start, end int) (part string, begin int, ok bool) {
	if start == 0 && end >= len(s) {
		return s, 0, true
	}
	start, end = Clamp(start, end, Count(s))
	if start > end {
		return "", start, false
	}
	return Slice(s, start, end), start, true
}

// Find is str.find: the code point where sub first stands inside the window, or -1.
func Find(s, sub string, start, end int) int {
	part, begin, ok := Window(s, start, end)
	if !ok {
		return -1
	}
	i := strings.Index(part, sub)
	if i < 0 {
		return -1
	}
	return begin + Count(part[:i])
}

// RFind is str.rfind: the code point where sub last stands inside the window, or -1.
func RFind(s, sub string, start, end int) int {
	part, begin, ok := Window(s, start, end)
	if !ok {
		return -1
	}
	i := strings.LastIndex(part, sub)
	if i < 0 {
		return -1
	}
	return begin + Count(part[:i])
}

// CountSub is str.count: how often sub stands inside the window without overlapping.
func CountSub(s, sub string, start, end int) int {
	part, _, ok := Window(s, start, end)
	switch {
	case !ok:
		return 0
	case sub == "":
		return Count(part) + 1
	}
	return strings.Count(part, sub)
}

// Replace is str.replace: at most limit occurrences, all of them when limit is negative.
func Replace(s, old, with string, limit int) string {
	if old != "" {
		return strings.Replace(s, old, with, limit)
	}
	if limit == 0 || with == "" {
		return s
	}
	n := Count(s) + 1
	if limit > 0 {
		n = min(n, limit)
	}
	b := make([]byte, 0, len(s)+n*len(with))
	at := 0
	for ; n > 0; n-- {
		b = append(b, with...)
		_, size := DecodeRune(s[at:])
		b = append(b, s[at:at+size]...)
		at += size
	}
	return text(append(b, s[at:]...))
}
