package cjk

import "strings"

// The encodings of ISO 2022 switch between character sets with escape sequences. A set has the final byte of its
// escape sequence for a name, with the high bit if its characters take two bytes. The state: the sets designated as
// G0 to G2, and flags.
const (
	g0 = iota
	g1
	g2
	_
	flags
)

const (
	shifted byte = 1 << iota // G1 is in use
	passing                  // an escape sequence that is none of ours goes through
)

const (
	double     = 0x80
	ascii      = 'B'
	latin1     = 'A'
	greek      = 'F'
	jisRoman   = 'J'
	jisKana    = 'I'
	jis0208Old = '@' | double
	jis0208    = 'B' | double
	jis0212    = 'D' | double
	gb2312     = 'A' | double
	ksx1001    = 'C' | double
	jis0213p1  = 'O' | double // of 2000
	jis0213p2  = 'P' | double
	jis0213New = 'Q' | double // of 2004
)

const (
	esc = 0x1b
	so  = 0x0e
	si  = 0x0f
)

// variant is one of the encodings.
type variant struct {
	name  string
	sets  []byte // in the order in which the encoder tries them
	pairs byte   // the set whose pairs of characters are tried first
	shift bool   // SO and SI switch to G1 and back
	third bool   // ESC N takes a character from G2
	old   bool   // ESC & @ ESC $ B is known
}

var variants = [...]variant{
	{name: "iso2022_kr", sets: []byte{ksx1001}, shift: true},
	{name: "iso2022_jp", sets: []byte{jis0208, jisRoman, jis0208Old}, old: true},
	{name: "iso2022_jp_1", sets: []byte{jis0208, jis0212, jisRoman, jis0208Old}, old: true},
	{name: "iso2022_jp_2", sets: []byte{jis0208, jis0212, ksx1001, gb2312, jisRoman, jis0208Old, latin1, greek}, third: true, old: true},
	{name: "iso2022_jp_2004", sets: []byte{jis0208, jis0213New, jis0213p2}, pairs: jis0213New, old: true},
	{name: "iso2022_jp_3", sets: []byte{jis0208, jis0213p1, jis0213p2}, pairs: jis0213p1, old: true},
	{name: "iso2022_jp_ext", sets: []byte{jis0208, jis0212, jisRoman, jisKana, jis0208Old}, old: true},
}

func (v *variant) coding() *Coding {
	return &Coding{Name: v.name, encoder: State{ascii, ascii}, decoder: State{ascii, ascii, ascii}, decode: v.decode, encode: v.encode,
		reset: func(out []byte, s *State) []byte {
			if s[flags]&shifted != 0 {
				s[flags] &^= shifted
				out = append(out, si)
			}
			if s[g0] != ascii {
				s[g0] = ascii
				out = append(out, "\x1b(B"...)
			}
			return out
		}}
}

// encode writes one character.
func (v *variant) encode(out []byte, text []rune, s *State, flush bool) (more []byte, n, bad int) {
	r := text[0]
	if r < 0x80 {
		if s[g0] != ascii {
			s[g0] = ascii
			out = append(out, "\x1b(B"...)
		}
		if s[flags]&shifted != 0 {
			s[flags] &^= shifted
			out = append(out, si)
		}
		return append(out, byte(r)), 1, 0
	}
	if v.pairs != 0 {
		t := pairTable(v.pairs)
		if t.starts[r] {
			if len(text) == 1 && !flush {
				return nil, 0, Incomplete
			}
			if len(text) > 1 {
				if seq, ok := t.pairs[pair(r, text[1])]; ok {
					return v.put(out, v.pairs, seq&0x7f7f, s), 2, 0
				}
			}
		}
	}
	for _, set := range v.sets {
		if seq, ok := lookupSet(set, r); ok {
			return v.put(out, set, seq, s), 1, 0
		}
	}
	return nil, 0, 1
}

// put writes a character of a set, and before it what switches to the set.
func (v *variant) put(out []byte, set byte, seq uint32, s *State) []byte {
	if v.shift {
		if s[g1] != set {
			s[g1] = set
			out = append(out, esc, '$', ')', set&0x7f)
		}
		if s[flags]&shifted == 0 {
			s[flags] |= shifted
			out = append(out, so)
		}
		return appendSeq(out, seq)
	}
	if s[g0] != set {
		s[g0] = set
		switch {
		case set < double:
			out = append(out, esc, '(', set)
		case set == jis0208:
			out = append(out, esc, '$', set&0x7f)
		default:
			out = append(out, esc, '$', '(', set&0x7f)
		}
	}
	return appendSeq(out, seq)
}

func pairTable(set byte) *table {
	if set == jis0213New {
		return tableOf("euc_jis_2004")
	}
	return tableOf("euc_jisx0213")
}

// lookupSet is the code of a character in a set.
func lookupSet(set byte, r rune) (seq uint32, ok bool) {
	plain := func(name string) (uint32, bool) {
		seq := tableOf(name).encode[r]
		return seq & 0x7f7f, 0xa1a1 <= seq && seq <= 0xffff && seq&0x80 != 0
	}
	behind8f := func(name string) (uint32, bool) {
		seq := tableOf(name).encode[r]
		return seq & 0x7f7f, seq>>16 == 0x8f
	}
	switch set {
	case jis0208, jis0208Old:
		return plain("euc_jp")
	case jis0212:
		return behind8f("euc_jp")
	case ksx1001:
		return plain("euc_kr")
	case gb2312:
		return plain("gb2312")
	case jis0213p1:
		return plain("euc_jisx0213")
	case jis0213New:
		return plain("euc_jis_2004")
	case jis0213p2:
		seq, ok := behind8f("euc_jis_2004")
		return seq, ok && inPlane2(byte(seq>>8))
	case jisRoman:
		switch r {
		case '\u00a5':
			return 0x5c, true
		case '\u203e':
			return 0x7e, true
		}
	case jisKana:
		return uint32(r-0xff61) + 0x21, 0xff61 <= r && r <= 0xff9f
	}
	return 0, false
}

// inPlane2 tells whether the second plane of JIS X 0213 has a row. In EUC it shares the rest of the plane with JIS X 0212.
func inPlane2(row byte) bool {
	switch {
	case row == 0x21, 0x23 <= row && row <= 0x25, row == 0x28, 0x2c <= row && row <= 0x2f, 0x6e <= row && row <= 0x7e:
		return true
	}
	return false
}

// decode reads one character or one escape sequence.
func (v *variant) decode(data string, s *State) (r text, n, bad int) {
	b := data[0]
	if s[flags]&passing != 0 {
		if isFinal(b) {
			s[flags] &^= passing
		}
		return one(rune(b)), 1, 0
	}
	switch {
	case b == esc:
		if len(data) < 2 {
			return nothing, 0, Incomplete
		}
		if strings.IndexByte("()$.&", data[1]) >= 0 {
			n, bad := v.escape(data, s)
			return nothing, n, bad
		}
		if v.third && data[1] == 'N' {
			return fromG2(data, s)
		}
		s[flags] |= passing
		return one(esc), 1, 0
	case b == si && v.shift:
		s[flags] &^= shifted
		return nothing, 1, 0
	case b == so && v.shift:
		s[flags] |= shifted
		return nothing, 1, 0
	case b == '\n':
		s[flags] &^= shifted
		return one('\n'), 1, 0
	case b < 0x20:
		return one(rune(b)), 1, 0
	case b >= 0x80:
		return nothing, 0, 1
	}
	set := s[g0]
	if s[flags]&shifted != 0 {
		set = s[g1]
	}
	switch {
	case set == ascii:
		return one(rune(b)), 1, 0
	case set == jisRoman:
		switch b {
		case 0x5c:
			return one('\u00a5'), 1, 0
		case 0x7e:
			return one('\u203e'), 1, 0
		}
		return one(rune(b)), 1, 0
	case set == jisKana:
		if b < 0x21 || b > 0x5f {
			return nothing, 0, 1
		}
		return one(rune(b) - 0x21 + 0xff61), 1, 0
	case set < double:
		return nothing, 0, 1
	case len(data) < 2:
		return nothing, 0, Incomplete
	}
	seq := uint32(b)<<8 | uint32(data[1]) | 0x8080
	name := ""
	switch set {
	case jis0208, jis0208Old:
		name = "euc_jp"
	case jis0212:
		name, seq = "euc_jp", seq|0x8f0000
	case ksx1001:
		name = "euc_kr"
	case gb2312:
		name = "gb2312"
	case jis0213p1:
		name = "euc_jisx0213"
	case jis0213New:
		name = "euc_jis_2004"
	case jis0213p2:
		if !inPlane2(b) {
			return nothing, 0, 2
		}
		name, seq = "euc_jis_2004", seq|0x8f0000
	}
	if x, ok := tableOf(name).decode[seq]; ok && data[1] < 0x80 {
		return x, 2, 0
	}
	return nothing, 0, 2
}

func isFinal(b byte) bool { return 'A' <= b && b <= 'Z' || b == '@' }

const longestEscape = 16

// escape reads an escape sequence that designates a set.
func (v *variant) escape(data string, s *State) (n, bad int) {
	for i := 1; i < longestEscape; i++ {
		if i >= len(data) {
			return 0, Incomplete
		}
		if isFinal(data[i]) {
			n = i + 1
			break
		}
		if v.old && i+1 < len(data) && data[i] == '&' && data[i+1] == '@' {
			i += 2
		}
	}
	set, to := byte(0), g0
	switch n {
	case 0:
		return 0, 1
	case 3:
		set = data[2]
		switch {
		case data[1] == '$':
			set |= double
		case data[1] == '(':
		case data[1] == ')':
			to = g1
		case data[1] == '.' && v.third:
			to = g2
		default:
			return 0, 3
		}
	case 4:
		set = data[3] | double
		switch {
		case data[1] != '$' || data[2] != '(' && data[2] != ')':
			return 0, 4
		case data[2] == ')':
			to = g1
		}
	case 6:
		if !v.old || data[3:6] != "\x1b$B" {
			return 0, 6
		}
		set = jis0208
	default:
		return 0, n
	}
	if set != ascii && strings.IndexByte(string(v.sets), set) < 0 {
		return 0, n
	}
	s[to] = set
	return n, 0
}

// greekRows is the upper half of ISO 8859-7 where it is not U+0370 plus the byte's low bits.
var greekRows = map[byte]rune{0x20: 0xa0, 0x21: 0x2018, 0x22: 0x2019, 0x23: 0xa3, 0x24: 0x20ac, 0x25: 0x20af, 0x26: 0xa6, 0x27: 0xa7, 0x28: 0xa8,
	0x29: 0xa9, 0x2a: 0x37a, 0x2b: 0xab, 0x2c: 0xac, 0x2d: 0xad, 0x2f: 0x2015, 0x30: 0xb0, 0x31: 0xb1, 0x32: 0xb2, 0x33: 0xb3, 0x34: 0x384, 0x35: 0x385,
	0x36: 0x386, 0x37: 0xb7, 0x3b: 0xbb, 0x3d: 0xbd}

// fromG2 reads a character behind ESC N.
func fromG2(data string, s *State) (r text, n, bad int) {
	if len(data) < 3 {
		return nothing, 0, Incomplete
	}
	b := data[2]
	switch s[g2] {
	case latin1:
		if b >= 0x80 {
			return nothing, 0, 3
		}
		return one(rune(b) + 0x80), 3, 0
	case greek:
		if b >= 0x80 || b < 0x20 { // the byte's high bit is turned over
			return one(rune(b ^ 0x80)), 3, 0
		}
		if x, ok := greekRows[b]; ok {
			return one(x), 3, 0
		}
		if b == 0x2e || b == 0x52 || b == 0x7f {
			return nothing, 0, 3
		}
		return one(rune(b) - 0x40 + 0x390), 3, 0
	}
	if b >= 0x80 {
		return nothing, 0, 3
	}
	return one(rune(b)), 3, 0
}
