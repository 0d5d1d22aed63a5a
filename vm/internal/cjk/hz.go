package cjk

// hz is GB 2312 in seven bits: ~{ begins Chinese and ~} ends it. State byte 0 tells which it is.

func hzDecode(data string, s *State) (r text, n, bad int) {
	b := data[0]
	switch {
	case b == '~':
		if len(data) < 2 {
			return nothing, 0, Incomplete
		}
		switch next := data[1]; {
		case next == '~' && s[0] == 0:
			return one('~'), 2, 0
		case next == '{' && s[0] == 0:
			s[0] = 1
		case next == '}' && s[0] == 1:
			s[0] = 0
		case next == '\n' && s[0] == 0: // the line goes on
		default:
			return nothing, 0, 1
		}
		return nothing, 2, 0
	case b >= 0x80:
		return nothing, 0, 1
	case s[0] == 0:
		return one(rune(b)), 1, 0
	case len(data) < 2:
		return nothing, 0, Incomplete
	}
	if x, ok := tableOf("gb2312").decode[uint32(b)<<8|uint32(data[1])|0x8080]; ok && data[1] < 0x80 {
		return x, 2, 0
	}
	return nothing, 0, 1
}

func hzEncode(out []byte, text []rune, s *State, _ bool) (more []byte, n, bad int) {
	r := text[0]
	if r < 0x80 {
		out = append(hzReset(out, s), byte(r))
		if r == '~' {
			out = append(out, '~')
		}
		return out, 1, 0
	}
	seq := tableOf("gb2312").encode[r]
	if seq == 0 {
		return nil, 0, 1
	}
	if s[0] == 0 {
		out = append(out, "~{"...)
		s[0] = 1
	}
	return appendSeq(out, seq&0x7f7f), 1, 0
}

func hzReset(out []byte, s *State) []byte {
	if s[0] != 0 {
		s[0] = 0
		out = append(out, "~}"...)
	}
	return out
}
