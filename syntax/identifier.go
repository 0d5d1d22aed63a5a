package syntax

import (
	"unicode"
	"unicode/utf8"
)

// IsIdentifier reports a word that can be a name but may be a keyword.
func IsIdentifier(word string) bool {
	if word == "" {
		return false
	}
	for i, r := range word {
		if i == 0 && !identifierStart(r) || i > 0 && !identifierPart(r) {
			return false
		}
	}
	return true
}

// identifierStart is XID_Start of Unicode 16, or "_".
func identifierStart(r rune) bool {
	if r < utf8.RuneSelf {
		return charClasses[byte(r)] == classLetter
	}
	return (unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start, newStart)) && !unicode.Is(notStart, r)
}

// identifierPart is XID_Continue of Unicode 16.
func identifierPart(r rune) bool {
	if r < utf8.RuneSelf {
		return charClasses[byte(r)] == classLetter || charClasses[byte(r)] == classDigit
	}
	return identifierStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue, newPart)
}

// notStart are letters that NFKC turns into something else than a letter at the start.
var notStart = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x37a, 0x37a, 1}, {0xe33, 0xe33, 1}, {0xeb3, 0xeb3, 1}, {0x2e2f, 0x2e2f, 1}, {0x309b, 0x309c, 1}, {0xfc5e, 0xfc63, 1},
		{0xfdfa, 0xfdfb, 1}, {0xfe70, 0xfe7e, 2}, {0xff9e, 0xff9f, 1},
	},
}

// newStart are the letters that Unicode 15.1 and 16 added to what Go's tables hold.
var newStart = &unicode.RangeTable{
	R16: []unicode.Range16{{0x1c89, 0x1c8a, 1}, {0xa7cb, 0xa7cd, 1}, {0xa7da, 0xa7dc, 1}},
	R32: []unicode.Range32{
		{0x105c0, 0x105f3, 1}, {0x10d4a, 0x10d65, 1}, {0x10d6f, 0x10d85, 1}, {0x10ec2, 0x10ec4, 1}, {0x11380, 0x11389, 1},
		{0x1138b, 0x1138b, 1}, {0x1138e, 0x1138e, 1}, {0x11390, 0x113b5, 1}, {0x113b7, 0x113b7, 1}, {0x113d1, 0x113d1, 1},
		{0x113d3, 0x113d3, 1}, {0x11bc0, 0x11be0, 1}, {0x13460, 0x143fa, 1}, {0x16100, 0x1611d, 1}, {0x16d40, 0x16d6c, 1},
		{0x18cff, 0x18cff, 1}, {0x1e5d0, 0x1e5ed, 1}, {0x1e5f0, 0x1e5f0, 1}, {0x2ebf0, 0x2ee5d, 1},
	},
}

// newPart are the marks and digits that they added, and those that are parts for other reasons.
var newPart = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x897, 0x897, 1}, {0xe33, 0xe33, 1}, {0xeb3, 0xeb3, 1}, {0x200c, 0x200d, 1}, {0x30fb, 0x30fb, 1}, {0xff65, 0xff65, 1},
		{0xff9e, 0xff9f, 1},
	},
	R32: []unicode.Range32{
		{0x10d40, 0x10d49, 1}, {0x10d69, 0x10d6d, 1}, {0x10efc, 0x10efc, 1}, {0x113b8, 0x113c0, 1}, {0x113c2, 0x113c2, 1},
		{0x113c5, 0x113c5, 1}, {0x113c7, 0x113ca, 1}, {0x113cc, 0x113d0, 1}, {0x113d2, 0x113d2, 1}, {0x113e1, 0x113e2, 1},
		{0x116d0, 0x116e3, 1}, {0x11bf0, 0x11bf9, 1}, {0x11f5a, 0x11f5a, 1}, {0x1611e, 0x16139, 1}, {0x16d70, 0x16d79, 1},
		{0x1ccf0, 0x1ccf9, 1}, {0x1e5ee, 0x1e5ef, 1}, {0x1e5f1, 0x1e5fa, 1},
	},
}
