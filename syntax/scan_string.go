package syntax

// prefixed reads a string whose prefix is text[start:quote], if that is one.
func (s *scanner) prefixed(start, quote int) bool {
	var b, r, u, f, t bool
	for _, c := range s.text[start:quote] {
		var seen *bool
		switch c {
		case 'b', 'B':
			seen = &b
		case 'r', 'R':
			seen = &r
		case 'u', 'U':
			seen = &u
		case 'f', 'F':
			seen = &f
		case 't', 'T':
			seen = &t
		}
		if seen == nil || *seen {
			return false
		}
		*seen = true
	}
	if first, second := conflict(b, r, u, f, t); first != "" {
		s.hardError(start, quote, "'%s' and '%s' prefixes are incompatible", first, second)
		f, t = false, false // read on as a plain string
	}
	switch {
	case f:
		s.fstr(start, quote, r, 'f')
	case t:
		s.fstr(start, quote, r, 't')
	default:
		s.str(start, quote)
	}
	return true
}

// conflict names two prefixes that may not stand together, in the order CPython looks for them.
func conflict(b, r, u, f, t bool) (string, string) {
	switch {
	case u && b:
		return "u", "b"
	case u && r:
		return "u", "r"
	case u && f:
		return "u", "f"
	case u && t:
		return "u", "t"
	case b && f:
		return "b", "f"
	case b && t:
		return "b", "t"
	case f && t:
		return "f", "t"
	}
	return "", ""
}

// str reads a string literal whose opening quote is at quote.
func (s *scanner) str(start, quote int) {
	text := s.text
	q := text[quote]
	pos := quote + 1
	if pos+1 < len(text) && text[pos] == q && text[pos+1] == q {
		s.tripleStr(start, quote)
		return
	}
	for pos < len(text) {
		switch c := text[pos]; c {
		case q:
			s.pos = pos + 1
			s.emit(StringToken, start)
			return
		case '\\':
			pos++
			if n := lineEnd(text, pos); n > 0 {
				pos += n
				continue
			}
			pos++
			continue
		case '\n', '\r':
			s.unterminated(start, quote, pos)
			return
		case 0:
			s.nullByte(pos)
		}
		pos++
	}
	s.unterminated(start, quote, min(pos, len(text)))
}

// unterminated reports a string without closing quote; its line is its end.
func (s *scanner) unterminated(start, quote, end int) {
	if n := len(s.fstrings); n > 0 {
		f := s.fstrings[n-1]
		if f.quote == s.text[quote] && !f.triple {
			// The quote rather ends the f-string around: a "}" is missing.
			s.softError(start, start, "%c-string: expecting '}'", f.kind)
			s.abandonFields()
			s.pos = quote + 1
			s.emit(FStringEnd, start)
			s.fstrings = s.fstrings[:n-1]
			return
		}
	}
	// The string began maybe lines above, with backslashes at their ends.
	line := s.file.Line(int32(end))
	hint := ""
	if s.escapedEnd(quote, end) {
		hint = "; perhaps you escaped the end quote?"
	}
	s.hardError(start, start, "unterminated string literal (detected at line %d)%s", line, hint)
	s.pos = end
	s.emit(StringToken, start)
}

// escapedEnd reports a string that has its quote only behind a backslash.
func (s *scanner) escapedEnd(quote, end int) bool {
	q := s.text[quote]
	for i := quote + 1; i+1 < end; i++ {
		if s.text[i] == '\\' {
			i++
			if s.text[i] == q {
				return true
			}
		}
	}
	return false
}

func (s *scanner) tripleStr(start, quote int) {
	text := s.text
	q := text[quote]
	for pos := quote + 3; pos < len(text); pos++ {
		switch text[pos] {
		case q:
			if pos+2 < len(text) && text[pos+1] == q && text[pos+2] == q {
				s.pos = pos + 3
				s.emit(StringToken, start)
				return
			}
		case '\\':
			pos++
		case 0:
			s.nullByte(pos)
		}
	}
	if n := len(s.fstrings); n > 0 {
		f := s.fstrings[n-1]
		if f.quote == q && f.triple {
			s.softError(start, start, "%c-string: expecting '}'", f.kind)
			s.abandonFields()
			s.pos = quote + 3
			s.emit(FStringEnd, start)
			s.fstrings = s.fstrings[:n-1]
			return
		}
	}
	s.hardError(start, start, "unterminated triple-quoted string literal (detected at line %d)", s.lastLine())
	s.pos = len(text)
	s.emit(StringToken, start)
}

// lastLine is the number of the last line that holds anything.
func (s *scanner) lastLine() int {
	n := s.file.Lines()
	if n > 1 && s.file.LineSpan(n).Empty() {
		n--
	}
	return n
}

// abandonFields drops the brackets of the innermost f-string.
func (s *scanner) abandonFields() {
	f := &s.fstrings[len(s.fstrings)-1]
	for n := len(s.brackets); f.fields > 0 && n > 0; n-- {
		if s.brackets[n-1].field {
			f.fields--
		}
		s.brackets = s.brackets[:n-1]
	}
	f.fields = 0
}

// fstr reads the start of an f-string or t-string, and its text up to the first replacement field.
func (s *scanner) fstr(start, quote int, raw bool, kind byte) {
	if len(s.fstrings) >= maxFStrings {
		s.hardError(start, start, "too many nested f-strings or t-strings")
		s.gaveUp = true
		s.brackets = s.brackets[:0]
		s.fstrings = s.fstrings[:0]
		s.pos = len(s.text)
		return
	}
	q := s.text[quote]
	f := fstring{start: int32(start), quote: q, raw: raw, kind: kind}
	s.pos = quote + 1
	if s.pos+1 < len(s.text) && s.text[s.pos] == q && s.text[s.pos+1] == q {
		f.triple = true
		s.pos += 2
	}
	s.fstrings = append(s.fstrings, f)
	if kind == 't' {
		s.emit(TStringStart, start)
	} else {
		s.emit(FStringStart, start)
	}
	s.middle()
}

// middle reads the text of an f-string, or of a format spec in it, up to the next "{", "}" or the
// closing quotes, and that one too.
func (s *scanner) middle() {
	f := &s.fstrings[len(s.fstrings)-1]
	// As in CPython, "{{" is a brace again behind a nested field.
	spec := f.spec
	text, start := s.text, s.pos
	named := false // inside \N{...}
	for pos := start; pos < len(text); pos++ {
		switch c := text[pos]; c {
		case f.quote:
			if f.triple && !(pos+2 < len(text) && text[pos+1] == c && text[pos+2] == c) {
				continue
			}
			s.literal(start, pos)
			s.abandonFields() // the parser misses the "}"
			end := pos + 1
			if f.triple {
				end = pos + 3
			}
			s.pos = end
			s.fstrings = s.fstrings[:len(s.fstrings)-1]
			s.emit(FStringEnd, pos)
			return
		case '\\':
			if pos+1 >= len(text) {
				continue
			}
			switch next := text[pos+1]; {
			case next == '{' || next == '}':
				continue
			case next == '\r' && pos+2 < len(text) && text[pos+2] == '\n':
				pos += 2
			case next == 'N' && !f.raw && pos+2 < len(text) && text[pos+2] == '{':
				named = true
				pos += 2
			default:
				pos++
			}
		case '{':
			if pos+1 < len(text) && text[pos+1] == '{' && !spec {
				pos++
				continue
			}
			s.literal(start, pos)
			s.pos = pos
			if f.fields == maxFields {
				s.softError(pos-1, pos-1, "%c-string: expressions nested too deeply", f.kind)
			}
			s.open('{')
			if s.gaveUp {
				return
			}
			s.brackets[len(s.brackets)-1].field = true
			f.fields++
			return
		case '}':
			if named {
				named = false
				continue
			}
			if f.fields > 0 {
				s.literal(start, pos)
				s.pos = pos
				s.close('}')
				return
			}
			if pos+1 < len(text) && text[pos+1] == '}' {
				pos++
				continue
			}
			s.softError(pos, pos, "%c-string: single '}' is not allowed", f.kind)
		case '\n', '\r':
			if f.triple {
				continue
			}
			s.literal(start, pos)
			if spec {
				s.softError(pos, pos, "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings", f.kind, f.kind)
			} else {
				s.softError(int(f.start), pos, "unterminated %c-string literal (detected at line %d)", f.kind, s.file.Line(int32(pos)))
			}
			s.abandonFields()
			s.pos = pos
			s.fstrings = s.fstrings[:len(s.fstrings)-1]
			s.emit(FStringEnd, pos)
			return
		case 0:
			s.nullByte(pos)
		}
	}
	s.literal(start, len(text))
	triple := ""
	if f.triple {
		triple = "triple-quoted "
	}
	s.softError(int(f.start), len(text), "unterminated %s%c-string literal (detected at line %d)", triple, f.kind, s.lastLine())
	s.abandonFields()
	s.pos = len(text)
	s.fstrings = s.fstrings[:len(s.fstrings)-1]
	s.emit(FStringEnd, len(text))
}

// literal emits text of an f-string.
func (s *scanner) literal(start, end int) {
	if end > start {
		s.pos = end
		s.emit(FStringMiddle, start)
	}
}
