package wtf8_test

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/internal/expect"
	"slp/vm/internal/wtf8"
)

// joined spells a list of texts as testdata/generate.py does.
func joined(parts []string) string {
	hexes := make([]string, len(parts))
	for i, p := range parts {
		hexes[i] = hex.EncodeToString([]byte(p))
		if p == "" {
			hexes[i] = "-"
		}
	}
	return strings.Join(hexes, "|")
}

func TestText(t *testing.T) {
	printable := func(r rune) bool {
		switch r {
		case 0xE9, 0x20AC, 0x1F600:
			return true
		}
		return false
	}
	spaces, breaks := map[rune]bool{}, map[rune]bool{}
	for _, c := range expect.Read(t, "testdata/text.txt") {
		f := c.Fields
		switch f[0] {
		case "find":
			lo, hi := c.Int(t, 3), c.Int(t, 4)
			require.Equal(t, c.Int(t, 5), wtf8.Find(f[1], f[2], lo, hi), "line %d", c.Line)
			require.Equal(t, c.Int(t, 6), wtf8.RFind(f[1], f[2], lo, hi), "line %d", c.Line)
			require.Equal(t, c.Int(t, 7), wtf8.CountSub(f[1], f[2], lo, hi), "line %d", c.Line)
		case "replace":
			require.Equal(t, f[5], wtf8.Replace(f[1], f[2], f[3], c.Int(t, 4)), "line %d", c.Line)
		case "split":
			require.Equal(t, f[4], joined(wtf8.Split(f[1], f[2], c.Int(t, 3))), "line %d", c.Line)
			require.Equal(t, f[5], joined(wtf8.RSplit(f[1], f[2], c.Int(t, 3))), "line %d", c.Line)
		case "strip":
			require.Equal(t, f[3], wtf8.TrimLeft(f[1], f[2]), "line %d", c.Line)
			require.Equal(t, f[4], wtf8.TrimRight(f[1], f[2]), "line %d", c.Line)
		case "space":
			require.Equal(t, f[3], joined(wtf8.SplitSpace(f[1], c.Int(t, 2))), "line %d", c.Line)
			require.Equal(t, f[4], joined(wtf8.RSplitSpace(f[1], c.Int(t, 2))), "line %d", c.Line)
			require.Equal(t, f[5], wtf8.TrimSpace(f[1]), "line %d", c.Line)
		case "lines":
			require.Equal(t, f[2], joined(wtf8.SplitLines(f[1], false)), "line %d", c.Line)
			require.Equal(t, f[3], joined(wtf8.SplitLines(f[1], true)), "line %d", c.Line)
		case "repr":
			require.Equal(t, f[2], wtf8.Repr(f[1], printable), "line %d", c.Line)
			require.Equal(t, f[3], wtf8.ReprASCII(f[1]), "line %d", c.Line)
			require.Equal(t, f[3], wtf8.EscapeNonASCII(wtf8.Repr(f[1], printable)), "line %d", c.Line)
		case "count":
			require.Equal(t, c.Int(t, 2), wtf8.Count(f[1]), "line %d", c.Line)
			require.Equal(t, f[3], wtf8.Reverse(f[1]), "line %d", c.Line)
			require.Equal(t, f[1], wtf8.FromRunes(wtf8.Runes(f[1])), "line %d", c.Line)
		case "slice":
			require.Equal(t, f[4], wtf8.Slice(f[1], c.Int(t, 2), c.Int(t, 3)), "line %d", c.Line)
		case "step":
			require.Equal(t, f[5], wtf8.SliceStep(f[1], c.Int(t, 2), c.Int(t, 3), c.Int(t, 4)), "line %d", c.Line)
		case "tabs":
			require.Equal(t, f[3], wtf8.ExpandTabs(f[1], c.Int(t, 2)), "line %d", c.Line)
		case "isspace":
			spaces[rune(c.Int(t, 1))] = true
		case "islinebreak":
			breaks[rune(c.Int(t, 1))] = true
		case "bytesrepr":
			require.Equal(t, f[2], wtf8.BytesRepr([]byte(f[1])), "line %d", c.Line)
		default:
			t.Fatalf("line %d: unknown case %q", c.Line, f[0])
		}
	}
	for r := rune(0); r <= wtf8.MaxRune; r++ {
		if wtf8.IsSpace(r) != spaces[r] || wtf8.IsLineBreak(r) != breaks[r] {
			t.Fatalf("U+%04X: IsSpace %v, IsLineBreak %v", r, wtf8.IsSpace(r), wtf8.IsLineBreak(r))
		}
	}
}

func TestCodecs(t *testing.T) {
	for _, c := range expect.Read(t, "testdata/codec.txt") {
		f := c.Fields
		e, ok := wtf8.LookupEncoding(f[1])
		require.True(t, ok, f[1])
		require.True(t, f[3] == "xmlcharrefreplace" || wtf8.HasHandler(f[3]))
		var got, name string
		var fault wtf8.Fault
		if f[0] == "decode" {
			var used wtf8.Encoding
			got, used, fault = wtf8.Decode(e, []byte(f[2]), f[3])
			name = used.Name()
		} else {
			var b []byte
			b, fault = wtf8.Encode(e, f[2], f[3], nil)
			got, name = string(b), e.Name()
			fault.Start, fault.End = wtf8.Count(f[2][:fault.Start]), wtf8.Count(f[2][:fault.End])
		}
		if len(f) == 5 {
			require.Equal(t, "", fault.Reason, "line %d: %q", c.Line, f)
			require.Equal(t, f[4], got, "line %d: %q", c.Line, f)
			continue
		}
		require.Equal(t, wtf8.Fault{Start: c.Int(t, 6), End: c.Int(t, 7), Reason: f[8]}, fault, "line %d: %q", c.Line, f)
		require.Equal(t, f[5], name, "line %d: %q", c.Line, f)
	}
}

// Decoding in pieces must give what decoding at once gives.
func TestDecodeIncremental(t *testing.T) {
	const s = "a\u00e9\u20ac\U0001F600\u0400z"
	for _, e := range []wtf8.Encoding{wtf8.UTF8, wtf8.UTF16LE, wtf8.UTF16BE, wtf8.UTF32LE, wtf8.UTF32BE, wtf8.UnicodeEscape} {
		whole, fault := wtf8.Encode(e, s, "strict", nil)
		require.True(t, fault.None())
		var out, kept []byte
		for _, b := range whole {
			kept = append(kept, b)
			var next int
			out, next, fault = wtf8.DecodeFrom(e, out, kept, 0, false)
			require.True(t, fault.None(), e.Name())
			kept = kept[next:]
		}
		require.Empty(t, kept)
		require.Equal(t, s, string(out), e.Name())
	}
}

func TestIndex(t *testing.T) {
	s := strings.Repeat("ab\u00e9\u20ac\xed\xa0\x80\U0001F600", 100)
	x := wtf8.NewIndex(s)
	require.Equal(t, 600, x.Count())
	for i := -1; i < 602; i++ {
		require.Equal(t, wtf8.Offset(s, i), x.Offset(s, i), i)
	}
	at := 0
	for i := 0; at < len(s); i++ {
		require.Equal(t, at, x.Offset(s, i))
		r, n := wtf8.DecodeRune(s[at:])
		require.Equal(t, r, wtf8.At(s, i))
		last, m := wtf8.DecodeLastRune(s[:at+n])
		require.Equal(t, r, last)
		require.Equal(t, n, m)
		require.Equal(t, s[at:at+n], wtf8.String(r))
		at += n
	}
}

func TestUnicodeEscapeNames(t *testing.T) {
	names := func(n string) (string, bool) { return "1", n == "DIGIT ONE" }
	var odd wtf8.Unknown
	out, _, fault := wtf8.DecodeUnicodeEscape(nil, []byte(`\N{DIGIT ONE}\q\777`), 0, true, names, &odd)
	require.True(t, fault.None())
	require.Equal(t, "1\\q\u01ff", string(out))
	require.Equal(t, wtf8.Unknown{Offset: 13, Text: `\q`}, odd)
	_, _, fault = wtf8.DecodeUnicodeEscape(nil, []byte(`a\N{DIGIT TWO}`), 0, true, names, nil)
	require.Equal(t, wtf8.Fault{Start: 1, End: 14, Reason: "unknown Unicode character name"}, fault)
}

func TestNameReplace(t *testing.T) {
	name := func(r rune) string {
		if r == 0x20AC {
			return "EURO SIGN"
		}
		return ""
	}
	b, fault := wtf8.Encode(wtf8.ASCII, "a\u20ac\u00e9", "namereplace", name)
	require.True(t, fault.None())
	require.Equal(t, `a\N{EURO SIGN}\xe9`, string(b))
}
