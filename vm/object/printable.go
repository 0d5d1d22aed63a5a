package object

import "unicode"

// Printable tells whether repr() shows a code point as it is.
func Printable(r rune) bool { return unicode.IsPrint(r) }
