// Package unicodedb is the Unicode database of Python's str and unicodedata: properties, predicates, case, normal forms and
// names of code points, as in Unicode 16.0.
//
// The tables come from CPython (tools/unicodegen): tables.bin is read in place, nothing is decoded at start.
//
// Texts are WTF-8: a surrogate is an ordinary code point of category Cs. A rune outside 0..0x10FFFF has the properties of an
// unassigned one.
package unicodedb

import (
	_ "embed"
	"strconv"
	"unicode/utf8"
)

//go:embed tables.bin
var blob string

// record holds what many code points have in common.
type record struct {
	category, bidirectional, combining, width uint8
	decimal, digit                            int8
	numeric                                   uint8
	flags                                     uint32
	deltas                                    [4]int32 // upper, lower, title, fold; flagged special: number in specials, simple lower
}

const maxRune = 0x10FFFF

func u16(at int) int { return int(blob[at]) | int(blob[at+1])<<8 }

func u32(at int) int { return u16(at) | u16(at+2)<<16 }

// of finds the record of a code point.
func of(r rune) *record {
	if uint32(r) > maxRune {
		r = maxRune
	}
	block := u16(atRecordStage1 + 2*int(r>>recordShift))
	return &records[u16(atRecordStage2+2*(block<<recordShift+int(r&(1<<recordShift-1))))]
}

func has(r rune, flags uint32) bool { return of(r).flags&flags != 0 }

// Category is unicodedata.category: two letters.
func Category(r rune) string { return categories[of(r).category] }

// Bidirectional is unicodedata.bidirectional, empty where there is none.
func Bidirectional(r rune) string { return bidirectionals[of(r).bidirectional] }

// Combining is the canonical combining class.
func Combining(r rune) int { return int(of(r).combining) }

// EastAsianWidth is unicodedata.east_asian_width: F, H, W, Na, A or N.
func EastAsianWidth(r rune) string { return widths[of(r).width] }

// Mirrored is unicodedata.mirrored.
func Mirrored(r rune) bool { return has(r, flagMirrored) }

// Decimal is the value of a decimal digit (str.isdecimal), -1 when r is none.
func Decimal(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	return int(of(r).decimal)
}

// Digit is the value of a digit (str.isdigit), -1 when r is none.
func Digit(r rune) int { return int(of(r).digit) }

// Numeric is the value of a numeric character (str.isnumeric).
func Numeric(r rune) (v float64, ok bool) {
	t := of(r)
	if t.flags&flagNumeric == 0 {
		return 0, false
	}
	return numerics[t.numeric], true
}

// Decomposition is unicodedata.decomposition: "<compat> 0020 0308", empty where there is none.
func Decomposition(r rune) string {
	if hangul(r) {
		s := ""
		for _, j := range appendHangul(nil, r) {
			s += " " + hex4(j)
		}
		return s[1:]
	}
	tag, text := decomposition(r)
	s := tags[tag]
	for i := 0; i < len(text); {
		c, n := decode(text[i:])
		if s != "" {
			s += " "
		}
		s += hex4(c)
		i += n
	}
	return s
}

// ASCIINumber rewrites a text as int, float and complex read it: decimal digits of any script become ASCII ones and white
// space becomes spaces; at anything else above ASCII it ends with a question mark, which no number holds.
func ASCIINumber(s string) string {
	if isASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		i += n
		switch d := Decimal(r); {
		case r < 0x80:
			b = append(b, byte(r))
		case IsSpace(r):
			b = append(b, ' ')
		case d >= 0:
			b = append(b, '0'+byte(d))
		default:
			return string(append(b, '?'))
		}
	}
	return string(b)
}

// hex4 writes at least four capital hexadecimal digits.
func hex4(r rune) string {
	const digits = "0123456789ABCDEF"
	s := ""
	for ; r != 0 || len(s) < 4; r >>= 4 {
		s = string(digits[r&15]) + s
	}
	return s
}

// IsAlpha is str.isalpha of one code point; the other predicates likewise.
func IsAlpha(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return has(r, flagAlpha)
}

// IsDecimal is str.isdecimal.
func IsDecimal(r rune) bool { return Decimal(r) >= 0 }

// IsDigit is str.isdigit.
func IsDigit(r rune) bool { return has(r, flagDigit) }

// IsNumeric is str.isnumeric.
func IsNumeric(r rune) bool { return has(r, flagNumeric) }

// IsAlnum is str.isalnum.
func IsAlnum(r rune) bool { return has(r, flagAlpha|flagDecimal|flagDigit|flagNumeric) }

// IsSpace is str.isspace.
func IsSpace(r rune) bool { return has(r, flagSpace) }

// IsLineBreak reports whether str.splitlines ends a line at r.
func IsLineBreak(r rune) bool { return has(r, flagLineBreak) }

// IsPrintable is str.isprintable.
func IsPrintable(r rune) bool {
	if r < 0x7F {
		return r >= 0x20
	}
	return has(r, flagPrintable)
}

// IsLower is str.islower.
func IsLower(r rune) bool { return has(r, flagLower) }

// IsUpper is str.isupper.
func IsUpper(r rune) bool { return has(r, flagUpper) }

// IsTitle reports a titlecase letter (category Lt).
func IsTitle(r rune) bool { return has(r, flagTitle) }

// IsCased reports whether r has a case in the sense of str.title.
func IsCased(r rune) bool { return has(r, flagCased) }

// IsXIDStart reports whether r may begin an identifier; the underscore is not counted.
func IsXIDStart(r rune) bool { return has(r, flagXidStart) }

// IsXIDContinue reports whether r may stand inside an identifier.
func IsXIDContinue(r rune) bool { return has(r, flagXidContinue) }

// IsIdentifier is s.isidentifier().
func IsIdentifier(s string) bool {
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		if r != '_' && !(i == 0 && IsXIDStart(r)) && !(i > 0 && IsXIDContinue(r)) {
			return false
		}
		i += n
	}
	return s != ""
}

// decode is the first code point of s, surrogates included; s is not empty.
func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 1 && s[0] == 0xED && len(s) >= 3 {
		return rune(s[0]&15)<<12 | rune(s[1]&63)<<6 | rune(s[2]&63), 3
	}
	return r, n
}

// appendRune appends a code point, surrogates included.
func appendRune(dst []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(dst, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(dst, r)
}

// isASCII reports whether s holds nothing above 0x7F.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// number parses capital hexadecimal digits, -1 when text is anything else.
func number(text string) rune {
	v, err := strconv.ParseUint(text, 16, 21)
	if err != nil {
		return -1
	}
	return rune(v)
}
