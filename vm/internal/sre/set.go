package sre

import "errors"

// set is a class of characters. The first 256 are looked up in a bitmap that has
// everything in it: negation, categories, case; the others are tested by the
// set's code.
type set struct {
	low  [8]uint32
	code []uint32
	fold folding
}

// holds reports whether a character is in the set.
func (s *set) holds(ch uint32) bool {
	if ch < 256 {
		return s.low[ch>>5]>>(ch&31)&1 != 0
	}
	return s.test(ch)
}

// newSet returns the set of checked code, in which characters are folded before
// they are looked up.
func newSet(code []uint32, fold folding) *set {
	s := &set{code: code, fold: fold}
	for ch := range uint32(256) {
		if s.test(ch) {
			s.low[ch>>5] |= 1 << (ch & 31)
		}
	}
	return s
}

// test runs the set's code.
func (s *set) test(ch uint32) bool {
	lower := s.fold.lower(ch)
	if inSet(s.code, lower) {
		return true
	}
	if s.fold == foldLocale && 'a' <= lower && lower <= 'z' {
		return inSet(s.code, lower-'a'+'A')
	}
	return false
}

func inSet(code []uint32, ch uint32) bool {
	in := true
	for i := 0; ; {
		op := code[i]
		i++
		switch op {
		case codeFailure:
			return !in
		case codeNegate:
			in = !in
		case codeLiteral:
			if ch == code[i] {
				return in
			}
			i++
		case codeCategory:
			if isCategory(code[i], ch) {
				return in
			}
			i++
		case codeRange, codeRangeUniIgnore:
			lo, hi := code[i], code[i+1]
			if lo <= ch && ch <= hi {
				return in
			}
			if op == codeRangeUniIgnore {
				if up := unicodeToUpper(ch); lo <= up && up <= hi {
					return in
				}
			}
			i += 2
		case codeCharset:
			if ch < 256 && code[i+int(ch>>5)]>>(ch&31)&1 != 0 {
				return in
			}
			i += 8
		case codeBigCharset:
			blocks := code[i]
			i++
			if ch < 1<<16 {
				block := code[i+int(ch>>10)] >> (ch >> 8 & 3 * 8) & 0xff
				if code[i+64+int(block*8+ch>>5&7)]>>(ch&31)&1 != 0 {
					return in
				}
			}
			i += 64 + int(blocks)*8
		}
	}
}

// checkSet checks a set's code, which must end with FAILURE and hold no other.
func checkSet(code []uint32) error {
	for i := 0; i < len(code); {
		need := 0
		switch code[i] {
		case codeFailure:
			if i != len(code)-1 {
				return errors.New("a set goes on after its end")
			}
			return nil
		case codeNegate:
		case codeLiteral:
			need = 1
		case codeCategory:
			need = 1
			if i+1 < len(code) && code[i+1] >= categoryCount {
				return errors.New("unknown category in a set")
			}
		case codeRange, codeRangeUniIgnore:
			need = 2
		case codeCharset:
			need = 8
		case codeBigCharset:
			if len(code)-i < 66 || code[i+1] > 256 {
				return errors.New("a big set is cut off")
			}
			blocks := code[i+1]
			for _, word := range code[i+2 : i+66] {
				for ; word != 0; word >>= 8 {
					if word&0xff >= blocks {
						return errors.New("a big set names a block that it does not have")
					}
				}
			}
			if blocks == 0 {
				return errors.New("a big set has no blocks")
			}
			need = 65 + int(blocks)*8
		default:
			return errors.New("unknown operator in a set")
		}
		if len(code)-i-1 <= need {
			return errors.New("a set is cut off")
		}
		i += 1 + need
	}
	return errors.New("a set is empty")
}
