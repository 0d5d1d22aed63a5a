package sre

import (
	"unicode/utf8"

	"slp/vm/internal/unicodedb"
)

// folding is a way to make characters comparable without regard to case.
type folding uint8

const (
	exact folding = iota
	foldASCII
	foldLocale // the C locale: ASCII, and nothing above
	foldUnicode
)

// lower maps a character to lower case.
func (f folding) lower(ch uint32) uint32 {
	if ch < 128 {
		if f != exact && 'A' <= ch && ch <= 'Z' {
			return ch + 'a' - 'A'
		}
		return ch
	}
	if f == foldUnicode {
		return UnicodeToLower(ch)
	}
	return ch
}

// maxChar is the last code point.
const maxChar = 0x10FFFF

// UnicodeToLower is _sre.unicode_tolower.
func UnicodeToLower(ch uint32) uint32 {
	if ch > maxChar {
		return ch
	}
	return uint32(unicodedb.ToLower(rune(ch)))
}

// unicodeToUpper maps a character to the first one of its upper case.
func unicodeToUpper(ch uint32) uint32 {
	if ch > maxChar || 0xD800 <= ch && ch < 0xE000 {
		return ch
	}
	up, _ := utf8.DecodeRuneInString(unicodedb.Upper(string(rune(ch))))
	return uint32(up)
}

// UnicodeIsCased is _sre.unicode_iscased.
func UnicodeIsCased(ch uint32) bool {
	return ch != UnicodeToLower(ch) || ch != unicodeToUpper(ch)
}

// ASCIIToLower is _sre.ascii_tolower.
func ASCIIToLower(ch uint32) uint32 { return foldASCII.lower(ch) }

// ASCIIIsCased is _sre.ascii_iscased.
func ASCIIIsCased(ch uint32) bool {
	return ch < 128 && 'a' <= ch|0x20 && ch|0x20 <= 'z'
}

// Lower is _sre.getlower: the lower case under the flags of a pattern.
func Lower(ch uint32, flags int) uint32 {
	switch {
	case flags&FlagLocale != 0:
		return foldLocale.lower(ch)
	case flags&FlagUnicode != 0:
		return foldUnicode.lower(ch)
	}
	return foldASCII.lower(ch)
}

func isWord(ch uint32) bool {
	return ch < 128 && ('a' <= ch|0x20 && ch|0x20 <= 'z' || '0' <= ch && ch <= '9' || ch == '_')
}

func isUnicodeWord(ch uint32) bool {
	if ch < 128 {
		return isWord(ch)
	}
	return ch <= maxChar && unicodedb.IsAlnum(rune(ch))
}

func isSpace(ch uint32) bool { return ch == ' ' || '\t' <= ch && ch <= '\r' }

// isCategory reports whether a character is in a category.
func isCategory(category, ch uint32) bool {
	switch category {
	case categoryDigit:
		return '0' <= ch && ch <= '9'
	case categoryNotDigit:
		return ch < '0' || '9' < ch
	case categorySpace:
		return isSpace(ch)
	case categoryNotSpace:
		return !isSpace(ch)
	case categoryWord, categoryLocWord:
		return isWord(ch)
	case categoryNotWord, categoryLocNotWord:
		return !isWord(ch)
	case categoryLinebreak:
		return ch == '\n'
	case categoryNotLinebreak:
		return ch != '\n'
	case categoryUniDigit:
		return ch <= maxChar && unicodedb.IsDecimal(rune(ch))
	case categoryUniNotDigit:
		return !isCategory(categoryUniDigit, ch)
	case categoryUniSpace:
		return isUnicodeSpace(ch)
	case categoryUniNotSpace:
		return !isUnicodeSpace(ch)
	case categoryUniWord:
		return isUnicodeWord(ch)
	case categoryUniNotWord:
		return !isUnicodeWord(ch)
	case categoryUniLinebreak:
		return isUnicodeLinebreak(ch)
	case categoryUniNotLinebreak:
		return !isUnicodeLinebreak(ch)
	}
	return false
}

func isUnicodeSpace(ch uint32) bool { return ch <= maxChar && unicodedb.IsSpace(rune(ch)) }

func isUnicodeLinebreak(ch uint32) bool { return ch <= maxChar && unicodedb.IsLineBreak(rune(ch)) }
