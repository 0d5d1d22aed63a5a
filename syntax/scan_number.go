package syntax

// number reads a number literal. A malformed one is an error, and a token all the same.
func (s *scanner) number() {
	start := s.pos
	text := s.text
	if text[start] == '0' && start+1 < len(text) {
		switch text[start+1] {
		case 'x', 'X':
			s.radix(start, "hexadecimal", 16)
			return
		case 'o', 'O':
			s.radix(start, "octal", 8)
			return
		case 'b', 'B':
			s.radix(start, "binary", 2)
			return
		}
	}
	kind := "decimal"
	pos, ok := s.digits(start)
	if !ok {
		s.endNumber(start, pos)
		return
	}
	integer := true
	if pos < len(text) && text[pos] == '.' {
		integer = false
		pos++
		if pos < len(text) && charClasses[text[pos]] == classDigit {
			if pos, ok = s.digits(pos); !ok {
				s.endNumber(start, pos)
				return
			}
		}
	}
	if pos < len(text) && (text[pos] == 'e' || text[pos] == 'E') {
		exponent := pos + 1
		signed := exponent < len(text) && (text[exponent] == '+' || text[exponent] == '-')
		if signed {
			exponent++
		}
		if exponent < len(text) && charClasses[text[exponent]] == classDigit {
			integer = false
			if pos, ok = s.digits(exponent); !ok {
				s.endNumber(start, pos)
				return
			}
		} else if signed {
			s.hardError(exponent-1, exponent-1, "invalid decimal literal")
			s.endNumber(start, exponent)
			return
		}
	}
	if pos < len(text) && (text[pos] == 'j' || text[pos] == 'J') {
		integer = false
		kind = "imaginary"
		pos++
	}
	if integer && text[start] == '0' && pos-start > 1 {
		s.leadingZeros(start, pos)
	}
	s.checkEnd(start, pos, kind)
}

// digits reads digits with single underscores between.
func (s *scanner) digits(pos int) (int, bool) {
	text := s.text
	for {
		for pos < len(text) && charClasses[text[pos]] == classDigit {
			pos++
		}
		if pos >= len(text) || text[pos] != '_' {
			return pos, true
		}
		if pos+1 >= len(text) || charClasses[text[pos+1]] != classDigit {
			s.hardError(pos, pos, "invalid decimal literal")
			return pos, false
		}
		pos++
	}
}

func (s *scanner) leadingZeros(start, end int) {
	zeros := start
	for zeros < end && (s.text[zeros] == '0' || s.text[zeros] == '_') {
		zeros++
	}
	if zeros < end {
		s.hardError(start, zeros, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	}
}

// radix reads 0x, 0o and 0b literals.
func (s *scanner) radix(start int, kind string, base int) {
	text := s.text
	pos := start + 2
	for {
		if pos < len(text) && text[pos] == '_' {
			pos++
		}
		if pos >= len(text) || digitValue(text[pos]) >= base {
			if pos < len(text) && charClasses[text[pos]] == classDigit {
				s.hardError(pos, pos, "invalid digit '%c' in %s literal", text[pos], kind)
			} else {
				s.hardError(pos-1, pos-1, "invalid %s literal", kind)
			}
			s.endNumber(start, pos)
			return
		}
		for pos < len(text) && digitValue(text[pos]) < base {
			pos++
		}
		if pos >= len(text) || text[pos] != '_' {
			break
		}
	}
	if pos < len(text) && charClasses[text[pos]] == classDigit {
		s.hardError(pos, pos, "invalid digit '%c' in %s literal", text[pos], kind)
		s.endNumber(start, pos)
		return
	}
	s.checkEnd(start, pos, kind)
}

func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return 99
}

// checkEnd forbids a word right behind a number, but for those keywords that valid programs put there.
func (s *scanner) checkEnd(start, pos int, kind string) {
	if pos < len(s.text) && (charClasses[s.text[pos]] == classLetter || charClasses[s.text[pos]] == classHigh) {
		rest := s.text[pos:min(pos+4, len(s.text))]
		for _, word := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
			if len(rest) >= len(word) && rest[:len(word)] == word {
				s.pos = pos
				s.emit(NumberToken, start)
				return
			}
		}
		if charClasses[s.text[pos]] == classLetter {
			s.hardError(pos-1, pos-1, "invalid %s literal", kind)
			s.endNumber(start, pos)
			return
		}
	}
	s.pos = pos
	s.emit(NumberToken, start)
}

// endNumber makes a token of a malformed number and the word that hangs on it.
func (s *scanner) endNumber(start, pos int) {
	for pos < len(s.text) && (charClasses[s.text[pos]] == classLetter || charClasses[s.text[pos]] == classDigit) {
		pos++
	}
	s.pos = pos
	s.emit(NumberToken, start)
}
