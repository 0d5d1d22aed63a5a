package unicodedb

import "slices"

// Form is a normal form.
type Form uint8

// The normal forms.
const (
	NFC Form = iota
	NFD
	NFKC
	NFKD
)

// ParseForm finds a form by its name; when ok is false the caller raises "invalid normalization form".
func ParseForm(name string) (f Form, ok bool) {
	switch name {
	case "NFC":
		return NFC, true
	case "NFD":
		return NFD, true
	case "NFKC":
		return NFKC, true
	case "NFKD":
		return NFKD, true
	}
	return 0, false
}

// flags are the properties that may break the form: surely, and only perhaps.
func (f Form) flags() (no, maybe uint32) {
	switch f {
	case NFC:
		return flagNotNFC, flagComposes
	case NFD:
		return flagNotNFD, 0
	case NFKC:
		return flagNotNFKC, flagComposes
	}
	return flagNotNFKD, 0
}

// quick reports whether s is surely normal (yes) or surely not (no).
func (f Form) quick(s string) (yes, no bool) {
	bad, unsure := f.flags()
	yes = true
	last := uint8(0)
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			last = 0
			i++
			continue
		}
		r, n := decode(s[i:])
		t := of(r)
		if t.flags&bad != 0 || t.combining != 0 && t.combining < last {
			return false, true
		}
		if t.flags&unsure != 0 {
			yes = false
		}
		last = t.combining
		i += n
	}
	return yes, false
}

// IsNormalized is unicodedata.is_normalized.
func IsNormalized(f Form, s string) bool {
	yes, no := f.quick(s)
	return yes || !no && f.normalize(s) == s
}

// Normalize is unicodedata.normalize.
func Normalize(f Form, s string) string {
	if yes, _ := f.quick(s); yes {
		return s
	}
	return f.normalize(s)
}

func (f Form) normalize(s string) string {
	rs := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		r, n := decode(s[i:])
		rs = appendDecomposed(rs, r, f == NFKC || f == NFKD)
		i += n
	}
	reorder(rs)
	if f == NFC || f == NFKC {
		rs = compose(rs)
	}
	b := make([]byte, 0, len(s))
	for _, r := range rs {
		b = appendRune(b, r)
	}
	return string(b)
}

// Hangul syllables are arithmetic: lead, vowel and tail.
const (
	syllableBase = 0xAC00
	leadBase     = 0x1100
	vowelBase    = 0x1161
	tailBase     = 0x11A7
	leads        = 19
	vowels       = 21
	tails        = 28
	syllables    = leads * vowels * tails
)

func hangul(r rune) bool { return r >= syllableBase && r < syllableBase+syllables }

func appendHangul(rs []rune, r rune) []rune {
	r -= syllableBase
	rs = append(rs, leadBase+r/(vowels*tails), vowelBase+r%(vowels*tails)/tails)
	if t := r % tails; t != 0 {
		rs = append(rs, tailBase+t)
	}
	return rs
}

// decomposition is one step: the number of its tag (0: canonical) and the text; empty where there is none.
func decomposition(r rune) (tag int, text string) {
	if uint32(r) > maxRune {
		return 0, ""
	}
	block := u16(atDecompositionStage1 + 2*int(r>>decompositionShift))
	at := u16(atDecompositionStage2 + 2*(block<<decompositionShift+int(r&(1<<decompositionShift-1))))
	if at == 0 {
		return 0, ""
	}
	at = atDecompositionData + 2*at
	return int(blob[at]), blob[at+2 : at+2+int(blob[at+1])]
}

// appendDecomposed appends r taken apart to the end, by compatibility too if asked.
func appendDecomposed(rs []rune, r rune, compatibility bool) []rune {
	if r < 0x80 {
		return append(rs, r)
	}
	if hangul(r) {
		return appendHangul(rs, r)
	}
	if !has(r, flagDecomposes) {
		return append(rs, r)
	}
	tag, text := decomposition(r)
	if tag != 0 && !compatibility {
		return append(rs, r)
	}
	for i := 0; i < len(text); {
		c, n := decode(text[i:])
		rs = appendDecomposed(rs, c, compatibility)
		i += n
	}
	return rs
}

// reorder puts each run of combining code points into canonical order.
func reorder(rs []rune) {
	for i := 0; i < len(rs); i++ {
		if rs[i] < 0x80 || Combining(rs[i]) == 0 {
			continue
		}
		from := i
		for i < len(rs) && Combining(rs[i]) != 0 {
			i++
		}
		slices.SortStableFunc(rs[from:i], func(a, b rune) int { return Combining(a) - Combining(b) })
	}
}

// compose joins in place what has a composite and is not blocked.
func compose(rs []rune) []rune {
	out := rs[:0]
	starter := -1
	last := -1 // class of what stands between the starter and here; -1: nothing does
	for _, r := range rs {
		t := of(r)
		class := int(t.combining)
		if starter >= 0 && last < class && t.flags&flagComposes != 0 {
			if c := composite(out[starter], r); c != 0 {
				out[starter] = c
				continue
			}
		}
		if class == 0 {
			starter, last = len(out), -1
		} else {
			last = class
		}
		out = append(out, r)
	}
	return out
}

// composite is what two code points make together, 0 when they stay apart.
func composite(a, b rune) rune {
	if a >= leadBase && a < leadBase+leads && b >= vowelBase && b < vowelBase+vowels {
		return syllableBase + ((a-leadBase)*vowels+(b-vowelBase))*tails
	}
	if hangul(a) && (a-syllableBase)%tails == 0 && b > tailBase && b < tailBase+tails {
		return a + (b - tailBase)
	}
	lo, hi := 0, compositionCount
	for lo < hi {
		mid := (lo + hi) / 2
		at := atCompositions + 12*mid
		x, y := rune(u32(at)), rune(u32(at+4))
		switch {
		case x == a && y == b:
			return rune(u32(at + 8))
		case x < a || x == a && y < b:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}
