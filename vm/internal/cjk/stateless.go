package cjk

import "strings"

// stateless makes a coding of a table.
func stateless(name string, number int) *Coding {
	c := &Coding{Name: name}
	t := func() *table { return all().of[number] }
	kind := kindOf(name)
	c.decode = func(data string, _ *State) (text, int, int) { return t().read(kind, data) }
	c.encode = func(out []byte, text []rune, _ *State, flush bool) ([]byte, int, int) {
		return t().write(kind, out, text, flush)
	}
	return c
}

// kind tells encodings apart whose sequences have a shape of their own.
type kind uint8

const (
	twoBytes  kind = iota // every byte beyond ASCII leads a sequence of two
	shiftJIS              // some bytes beyond ASCII stand alone, some for nothing
	wideJIS               // the same with more rows
	threeJP               // 0x8f leads three bytes
	composed              // Korean syllables without a code of their own take eight bytes
	fourBytes             // gb18030
)

func kindOf(name string) kind {
	switch {
	case name == "shift_jis":
		return shiftJIS
	case name == "cp932" || strings.HasPrefix(name, "shift_"):
		return wideJIS
	case strings.HasPrefix(name, "euc_j"):
		return threeJP
	case name == "euc_kr":
		return composed
	case name == "gb18030":
		return fourBytes
	}
	return twoBytes
}

// read reads one character.
func (t *table) read(k kind, data string) (r text, n, bad int) {
	b := uint32(data[0])
	if x, ok := t.decode[b]; ok {
		return x, 1, 0
	}
	if b < 0x80 {
		return one(rune(b)), 1, 0
	}
	if k == shiftJIS && b > 0xea || (k == shiftJIS || k == wideJIS) && (b == 0x80 || b == 0xa0 || b > 0xfc) {
		return nothing, 0, 1
	}
	n = 2
	switch {
	case k == threeJP && b == 0x8f:
		n = 3
	case k == fourBytes && len(data) > 1 && '0' <= data[1] && data[1] <= '9':
		return fourByte(data)
	case k == composed && strings.HasPrefix(data, "\xa4\xd4"):
		return syllable(data)
	}
	if len(data) < n {
		return nothing, 0, Incomplete
	}
	seq := uint32(0)
	for i := range n {
		seq = seq<<8 | uint32(data[i])
	}
	if x, ok := t.decode[seq]; ok {
		return x, n, 0
	}
	if t.long[seq] {
		return nothing, 0, 2
	}
	return nothing, 0, 1
}

// write writes one character.
func (t *table) write(k kind, out []byte, text []rune, flush bool) (more []byte, n, bad int) {
	r := text[0]
	if t.starts[r] {
		if len(text) == 1 && !flush {
			return nil, 0, Incomplete
		}
		if len(text) > 1 {
			if seq, ok := t.pairs[pair(r, text[1])]; ok {
				return appendSeq(out, seq), 2, 0
			}
		}
	}
	seq, ok := t.encode[r]
	switch {
	case ok && seq != 0:
		return appendSeq(out, seq), 1, 0
	case r < 0x80 && (!ok || r == 0):
		return append(out, byte(r)), 1, 0
	case k == fourBytes:
		return writeFour(out, r)
	case k == composed && 0xac00 <= r && r <= 0xd7a3:
		return append(out, spell(r)...), 1, 0
	}
	return nil, 0, 1
}

func pair(a, b rune) text { return text{a, b} }

func appendSeq(out []byte, seq uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		if b := byte(seq >> shift); b != 0 || seq>>shift != 0 {
			out = append(out, b)
		}
	}
	return out
}

// fourByte reads a sequence of four bytes of gb18030.
func fourByte(data string) (r text, n, bad int) {
	if len(data) < 4 {
		return nothing, 0, Incomplete
	}
	if data[0] < 0x81 || data[0] > 0xfe || data[2] < 0x81 || data[2] > 0xfe || data[3] < '0' || data[3] > '9' {
		return nothing, 0, 1
	}
	lead := int(data[0]) - 0x81
	rest := (int(data[1]-'0')*126+int(data[2])-0x81)*10 + int(data[3]-'0')
	const plane1 = 0x90 - 0x81
	if lead >= plane1 {
		if cp := 0x10000 + (lead-plane1)*12600 + rest; cp <= 0x10ffff {
			return one(rune(cp)), 4, 0
		}
		return nothing, 0, 1
	}
	at := lead*12600 + rest
	for _, s := range all().gb18030 {
		if s.at <= at && at < s.at+s.count {
			return one(rune(s.first + at - s.at)), 4, 0
		}
	}
	return nothing, 0, 1
}

func writeFour(out []byte, r rune) (more []byte, n, bad int) {
	at := -1
	if r >= 0x10000 {
		at = int(r) - 0x10000 + (0x90-0x81)*12600
	} else {
		for _, s := range all().gb18030 {
			if s.first <= int(r) && int(r) < s.first+s.count {
				at = s.at + int(r) - s.first
				break
			}
		}
	}
	if at < 0 {
		return nil, 0, 1
	}
	return append(out, byte(0x81+at/12600), byte('0'+at/1260%10), byte(0x81+at/10%126), byte('0'+at%10)), 1, 0
}

// The letters of a Korean syllable as the second bytes of the row 0xa4.
const (
	choseong  = "\xa1\xa2\xa4\xa7\xa8\xa9\xb1\xb2\xb3\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe"
	jungseong = "\xbf\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3"
	jongseong = "\xd4\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb4\xb5\xb6\xb7\xb8\xba\xbb\xbc\xbd\xbe"
)

// syllable reads a Korean syllable that is spelt out: a filler and three letters.
func syllable(data string) (r text, n, bad int) {
	if len(data) < 8 {
		return nothing, 0, Incomplete
	}
	if data[2] != 0xa4 || data[4] != 0xa4 || data[6] != 0xa4 {
		return nothing, 0, 1
	}
	i, j, k := strings.IndexByte(choseong, data[3]), strings.IndexByte(jungseong, data[5]), strings.IndexByte(jongseong, data[7])
	if i < 0 || j < 0 || k < 0 {
		return nothing, 0, 1
	}
	return one(rune(0xac00 + (i*len(jungseong)+j)*len(jongseong) + k)), 8, 0
}

func spell(r rune) []byte {
	at := int(r) - 0xac00
	return []byte{0xa4, 0xd4, 0xa4, choseong[at/588], 0xa4, jungseong[at/28%21], 0xa4, jongseong[at%28]}
}
