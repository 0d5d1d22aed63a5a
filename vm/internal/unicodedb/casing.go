package unicodedb

import "strings"

// The mappings, in the order of a record's deltas.
const (
	toUpper = iota
	toLower
	toTitle
	toFold
)

const capitalSigma = 0x3A3

// ToLower is the simple lower case of r: one code point, as the re module compares without case.
func ToLower(r rune) rune {
	if r < 0x80 {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return r + of(r).deltas[toLower]
}

// appendCase appends the full mapping of r, which may be several code points.
func appendCase(dst []byte, r rune, to int) []byte {
	t := of(r)
	if t.flags&flagSpecial != 0 {
		return append(dst, specials[t.deltas[0]][to]...)
	}
	return appendRune(dst, r+t.deltas[to])
}

// appendLower appends the lower case of the code point at s[i:]; a capital sigma at the end of a word becomes final.
func appendLower(dst []byte, s string, i int, r rune) []byte {
	if r == capitalSigma {
		if finalSigma(s, i) {
			return appendRune(dst, 0x3C2)
		}
		return appendRune(dst, 0x3C3)
	}
	return appendCase(dst, r, toLower)
}

// finalSigma reports whether the sigma at s[i:] has a cased letter before it and none behind, ignorable ones skipped.
func finalSigma(s string, i int) bool {
	before := false
	for k := i; k > 0; {
		j := k - 1
		for j > 0 && s[j]&0xC0 == 0x80 {
			j--
		}
		r, _ := decode(s[j:k])
		k = j
		if !has(r, flagIgnorable) {
			before = IsCased(r)
			break
		}
	}
	if !before {
		return false
	}
	for k := i + 2; k < len(s); {
		r, n := decode(s[k:])
		if !has(r, flagIgnorable) {
			return !IsCased(r)
		}
		k += n
	}
	return true
}

// mapped applies one mapping to all of s.
func mapped(s string, to int) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if to == toLower {
			b = appendLower(b, s, i, r)
		} else {
			b = appendCase(b, r, to)
		}
		i += n
	}
	return string(b)
}

// Upper is s.upper().
func Upper(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	return mapped(s, toUpper)
}

// Lower is s.lower().
func Lower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return mapped(s, toLower)
}

// Casefold is s.casefold().
func Casefold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return mapped(s, toFold)
}

// Title is s.title(): what follows a cased code point is lower case, all else title case.
func Title(s string) string {
	b := make([]byte, 0, len(s)+8)
	inside := false
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if inside {
			b = appendLower(b, s, i, r)
		} else {
			b = appendCase(b, r, toTitle)
		}
		inside = IsCased(r)
		i += n
	}
	return string(b)
}

// Capitalize is s.capitalize().
func Capitalize(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if i == 0 {
			b = appendCase(b, r, toTitle)
		} else {
			b = appendLower(b, s, i, r)
		}
		i += n
	}
	return string(b)
}

// SwapCase is s.swapcase().
func SwapCase(s string) string {
	b := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		switch {
		case IsUpper(r):
			b = appendLower(b, s, i, r)
		case IsLower(r):
			b = appendCase(b, r, toUpper)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(b)
}

// AllLower is s.islower(): something is lower case and nothing upper or title case.
func AllLower(s string) bool { return allCase(s, flagLower, flagUpper|flagTitle) }

// AllUpper is s.isupper().
func AllUpper(s string) bool { return allCase(s, flagUpper, flagLower|flagTitle) }

func allCase(s string, want, never uint32) bool {
	found := false
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		f := of(r).flags
		if f&never != 0 {
			return false
		}
		found = found || f&want != 0
		i += n
	}
	return found
}

// AllTitle is s.istitle(): upper or title case only behind what has no case, lower case only behind what has.
func AllTitle(s string) bool {
	found, inside := false, false
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		switch f := of(r).flags; {
		case f&(flagUpper|flagTitle) != 0:
			if inside {
				return false
			}
			inside, found = true, true
		case f&flagLower != 0:
			if !inside {
				return false
			}
		default:
			inside = false
		}
		i += n
	}
	return found
}

// All reports whether s is not empty and every code point of it satisfies is: str.isalpha and its family.
func All(s string, is func(rune) bool) bool {
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if !is(r) {
			return false
		}
		i += n
	}
	return s != ""
}
