package unicodedb

import (
	"sort"
	"strings"
	"sync"
)

// nameRule makes the names of a range: stem and code point.
type nameRule struct {
	first, last rune
	stem        string
}

const syllablePrefix = "HANGUL SYLLABLE "

var (
	leadNames  = [leads]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowelNames = [vowels]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI",
		"YU", "EU", "YI", "I"}
	tailNames = [tails]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS",
		"S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

// Name is unicodedata.name; ok is false where there is none ("no such name").
func Name(r rune) (name string, ok bool) {
	if hangul(r) {
		i := r - syllableBase
		return syllablePrefix + leadNames[i/(vowels*tails)] + vowelNames[i%(vowels*tails)/tails] + tailNames[i%tails], true
	}
	for _, rule := range nameRules {
		if r >= rule.first && r <= rule.last {
			return rule.stem + hex4(r), true
		}
	}
	k := sort.Search(len(nameRuns), func(k int) bool { return nameRuns[k][0] > r }) - 1
	if k < 0 || r >= nameRuns[k][0]+nameRuns[k][1] {
		return "", false
	}
	return spelledName(int(nameRuns[k][2] + r - nameRuns[k][0])), true
}

// words is the list that spelled names draw on.
var words = sync.OnceValue(func() *[wordCount]string {
	list := new([wordCount]string)
	at := atWordText
	for i := range list {
		n := int(blob[atWordLengths+i])
		list[i] = blob[at : at+n]
		at += n
	}
	return list
})

// readWord reads the number of one word of a name at an offset, and whether it is the last.
func readWord(at int) (word, next int, last bool) {
	c := int(blob[at])
	last = c&0x80 != 0
	c &= 0x7F
	if c < shortWords {
		return c, at + 1, last
	}
	return shortWords + (c-shortWords)*256 + int(blob[at+1]), at + 2, last
}

// spelledName is the name with the given number.
func spelledName(i int) string {
	at := atNameData + u32(atNameMarks+4*(i/nameStride))
	for range i % nameStride {
		for last := false; !last; {
			_, at, last = readWord(at)
		}
	}
	name, _ := readName(at)
	return name
}

// readName reads a name at an offset and returns what lies behind it.
func readName(at int) (string, int) {
	list := words()
	var b strings.Builder
	for last := false; !last; {
		var w int
		w, at, last = readWord(at)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(list[w])
	}
	return b.String(), at
}

// alias is another name of a code point, or the name of a sequence of them.
type alias struct{ name, text string }

// index finds spelled names and aliases by their text.
type index struct {
	buckets []int32 // 1 + number of the name (aliases behind the spelled names); 0 is free
	aliases []alias
	runes   []rune // of the spelled names
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// names is built at the first look-up by name: a few milliseconds and half a megabyte.
var names = sync.OnceValue(func() *index {
	x := &index{buckets: make([]int32, 1<<16), runes: make([]rune, 0, nameCount), aliases: make([]alias, 0, aliasCount)}
	put := func(name string, number int) {
		at := hash(name) % uint32(len(x.buckets))
		for x.buckets[at] != 0 {
			at = (at + 1) % uint32(len(x.buckets))
		}
		x.buckets[at] = int32(number + 1)
	}
	at := atNameData
	for _, run := range nameRuns {
		for k := range run[1] {
			var name string
			name, at = readName(at)
			put(name, len(x.runes))
			x.runes = append(x.runes, run[0]+k)
		}
	}
	at = atAliasData
	for i := range aliasCount {
		var name string
		name, at = readName(at)
		n := int(blob[at])
		x.aliases = append(x.aliases, alias{name, blob[at+1 : at+1+n]})
		at += 1 + n
		put(name, nameCount+i)
	}
	return x
})

func (x *index) find(name string) (string, bool) {
	at := hash(name) % uint32(len(x.buckets))
	for ; x.buckets[at] != 0; at = (at + 1) % uint32(len(x.buckets)) {
		i := int(x.buckets[at] - 1)
		if i >= nameCount {
			if a := x.aliases[i-nameCount]; a.name == name {
				return a.text, true
			}
			continue
		}
		if spelledName(i) == name {
			return string(appendRune(nil, x.runes[i])), true
		}
	}
	return "", false
}

// Lookup is unicodedata.lookup: the code point, or the named sequence, with a name or alias; case does not matter. When ok is
// false the caller raises KeyError "undefined character name %r".
func Lookup(name string) (text string, ok bool) {
	const longest = 256
	if len(name) > longest || !isASCII(name) {
		return "", false
	}
	name = strings.ToUpper(name)
	if rest, is := strings.CutPrefix(name, syllablePrefix); is {
		return lookupSyllable(rest)
	}
	for _, rule := range nameRules {
		rest, is := strings.CutPrefix(name, rule.stem)
		if !is {
			continue
		}
		if r := number(rest); r >= rule.first && r <= rule.last && hex4(r) == rest {
			return string(appendRune(nil, r)), true
		}
	}
	return names().find(name)
}

// lookupSyllable reads the parts of a Hangul syllable's name, the longest first.
func lookupSyllable(rest string) (string, bool) {
	lead, rest := longestPrefix(leadNames[:], rest)
	vowel, rest := longestPrefix(vowelNames[:], rest)
	tail, rest := longestPrefix(tailNames[:], rest)
	if lead < 0 || vowel < 0 || tail < 0 || rest != "" {
		return "", false
	}
	return string(rune(syllableBase + (lead*vowels+vowel)*tails + tail)), true
}

// longestPrefix is the number of the longest part that text begins with, -1 when there is none, and what is left.
func longestPrefix(parts []string, text string) (int, string) {
	best := -1
	for i, p := range parts {
		if strings.HasPrefix(text, p) && (best < 0 || len(p) > len(parts[best])) {
			best = i
		}
	}
	if best < 0 {
		return best, text
	}
	return best, text[len(parts[best]):]
}
