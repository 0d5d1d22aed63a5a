package unicodedb_test

import (
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/unicodedb"
)

// text is one code point as WTF-8.
func text(r rune) string {
	if r >= 0xD800 && r < 0xE000 {
		return string([]byte{0xED, 0x80 | byte(r>>6&0x3F), 0x80 | byte(r&0x3F)})
	}
	return string(r)
}

func digits(flags ...bool) string {
	s := ""
	for _, f := range flags {
		if f {
			s += "1"
		} else {
			s += "0"
		}
	}
	return s
}

// properties mirrors PROPERTIES of testdata/generate.py.
var properties = map[string]func(r rune) string{
	"category":      unicodedb.Category,
	"bidirectional": unicodedb.Bidirectional,
	"combining":     func(r rune) string { return fmt.Sprint(unicodedb.Combining(r)) },
	"width":         unicodedb.EastAsianWidth,
	"mirrored":      func(r rune) string { return digits(unicodedb.Mirrored(r)) },
	"decimal":       func(r rune) string { return fmt.Sprint(unicodedb.Decimal(r)) },
	"digit":         func(r rune) string { return fmt.Sprint(unicodedb.Digit(r)) },
	"numeric": func(r rune) string {
		v, ok := unicodedb.Numeric(r)
		if !ok {
			v = -1
		}
		return fmt.Sprintf("%.17g", v)
	},
	"decomposition": unicodedb.Decomposition,
	"name": func(r rune) string {
		if n, ok := unicodedb.Name(r); ok {
			return n
		}
		return "-"
	},
	"upper":       func(r rune) string { return unicodedb.Upper(text(r)) },
	"lower":       func(r rune) string { return unicodedb.Lower(text(r)) },
	"title":       func(r rune) string { return unicodedb.Title(text(r)) },
	"casefold":    func(r rune) string { return unicodedb.Casefold(text(r)) },
	"swapcase":    func(r rune) string { return unicodedb.SwapCase(text(r)) },
	"capitalize":  func(r rune) string { return unicodedb.Capitalize(text(r)) },
	"simplelower": func(r rune) string { return text(unicodedb.ToLower(r)) },
	"NFC":         func(r rune) string { return unicodedb.Normalize(unicodedb.NFC, text(r)) },
	"NFD":         func(r rune) string { return unicodedb.Normalize(unicodedb.NFD, text(r)) },
	"NFKC":        func(r rune) string { return unicodedb.Normalize(unicodedb.NFKC, text(r)) },
	"NFKD":        func(r rune) string { return unicodedb.Normalize(unicodedb.NFKD, text(r)) },
	"predicates": func(r rune) string {
		s := text(r)
		return digits(unicodedb.IsAlpha(r), unicodedb.IsDecimal(r), unicodedb.IsDigit(r), unicodedb.IsNumeric(r), unicodedb.IsAlnum(r),
			unicodedb.IsSpace(r), unicodedb.IsPrintable(r), unicodedb.AllLower(s), unicodedb.AllUpper(s), unicodedb.AllTitle(s),
			unicodedb.IsIdentifier(s), unicodedb.IsIdentifier("a"+s), unicodedb.IsLineBreak(r))
	},
	"normalized": func(r rune) string { return normalized(text(r)) },
	"sigma": func(r rune) string {
		return unicodedb.Lower("a"+text(r)+"\u03a3"+text(r)) + unicodedb.Lower("\u03a3"+text(r)+"a")
	},
	"titleafter": func(r rune) string { return unicodedb.Title("a" + text(r) + "B") },
}

func normalized(s string) string {
	out := ""
	for _, name := range []string{"NFC", "NFD", "NFKC", "NFKD"} {
		f, _ := unicodedb.ParseForm(name)
		out += digits(unicodedb.IsNormalized(f, s))
	}
	return out
}

func TestUnicode(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/unicode.txt") {
		f := c.Fields
		switch f[0] {
		case "every":
			get := properties[f[1]]
			require.NotNil(t, get, f[1])
			sum := crc32.NewIEEE()
			plane := rune(c.Int(t, 2)) << 16
			for r := plane; r < plane+1<<16; r++ {
				sum.Write([]byte(get(r)))
				sum.Write([]byte("\n"))
			}
			require.Equal(t, uint32(c.Int(t, 3)), sum.Sum32(), "%s of plane %s", f[1], f[2])
		case "text":
			for k, name := range []string{"NFC", "NFD", "NFKC", "NFKD"} {
				form, ok := unicodedb.ParseForm(name)
				require.True(t, ok)
				require.Equal(t, f[2+k], unicodedb.Normalize(form, f[1]), "%s of %q", name, f[1])
			}
			require.Equal(t, f[6], normalized(f[1]), "%q", f[1])
		case "case":
			got := []string{unicodedb.Upper(f[1]), unicodedb.Lower(f[1]), unicodedb.Title(f[1]), unicodedb.Casefold(f[1]),
				unicodedb.SwapCase(f[1]), unicodedb.Capitalize(f[1]), digits(unicodedb.AllLower(f[1]), unicodedb.AllUpper(f[1]),
					unicodedb.AllTitle(f[1]), unicodedb.IsIdentifier(f[1]))}
			require.Equal(t, f[2:], got, "%q", f[1])
		case "lookup":
			s, ok := unicodedb.Lookup(f[1])
			if !ok {
				s = "-"
			}
			require.Equal(t, f[2], s, "%q", f[1])
		default:
			t.Fatalf("unknown case %q", f)
		}
	}
}

func TestNamesReadBack(t *testing.T) {
	for r := rune(0); r <= 0x10FFFF; r++ {
		name, ok := unicodedb.Name(r)
		if !ok {
			continue
		}
		s, ok := unicodedb.Lookup(strings.ToLower(name))
		if !ok || s != text(r) {
			t.Fatalf("U+%04X: %q is looked up as %q", r, name, s)
		}
	}
}

func TestASCIINumber(t *testing.T) {
	require.Equal(t, " 12.5e3", unicodedb.ASCIINumber("\u3000\u0661\u0e52.5e\uff13"))
	require.Equal(t, "1?", unicodedb.ASCIINumber("1\u00b22"))
	require.Equal(t, "x", unicodedb.ASCIINumber("x"))
}

func TestOutsideUnicode(t *testing.T) {
	for _, r := range []rune{-1, 0x110000, 0x7FFFFFFF} {
		require.Equal(t, "Cn", unicodedb.Category(r))
		require.Equal(t, "", unicodedb.Decomposition(r))
		_, ok := unicodedb.Name(r)
		require.False(t, ok)
	}
}

func BenchmarkIsPrintable(b *testing.B) {
	for b.Loop() {
		unicodedb.IsPrintable(0x20AC)
	}
}

func BenchmarkNFC(b *testing.B) {
	s := strings.Repeat("e\u0301", 50)
	for b.Loop() {
		unicodedb.Normalize(unicodedb.NFC, s)
	}
}
