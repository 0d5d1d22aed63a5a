package json

import (
	"slp/vm/internal/numtext"
	"slp/vm/object"
)

// parser reads a JSON document of builtin values.
type parser struct {
	c      *ctx
	doc    *object.Str
	s      string
	strict bool
	memo   map[string]value // the keys seen: equal keys are one str

	bad   string // what JSONDecodeError says, at byte at
	at    int
	empty int // where a value was expected and nothing was, or -1: StopIteration
}

// fail notes what is wrong.
func (p *parser) fail(text string, at int) (value, int) {
	p.bad, p.at = text, at
	return object.Nil, 0
}

// index is the number of code points before a byte.
func (p *parser) index(at int) int {
	if p.doc.IsASCII() {
		return at
	}
	n := 0
	for i := range at {
		if p.s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func (p *parser) space(i int) int {
	for i < len(p.s) && (p.s[i] == ' ' || p.s[i] == '\t' || p.s[i] == '\n' || p.s[i] == '\r') {
		i++
	}
	return i
}

func (p *parser) has(i int, word string) bool {
	return len(p.s)-i >= len(word) && p.s[i:i+len(word)] == word
}

// value reads one value from byte i on, and returns where it ends.
func (p *parser) value(i int) (value, int) {
	if i >= len(p.s) {
		p.empty = i
		return object.Nil, 0
	}
	switch ch := p.s[i]; {
	case ch == '"':
		return p.text(i + 1)
	case ch == '{' || ch == '[':
		what := " while decoding a JSON object from a unicode string"
		if ch == '[' {
			what = " while decoding a JSON array from a unicode string"
		}
		if !p.c.Enter(what) {
			return object.Nil, 0
		}
		defer p.c.Leave()
		if ch == '{' {
			return p.object(i + 1)
		}
		return p.array(i + 1)
	case p.has(i, "null"):
		return object.None, i + 4
	case p.has(i, "true"):
		return object.True, i + 4
	case p.has(i, "false"):
		return object.False, i + 5
	case p.has(i, "NaN"):
		return constant("NaN"), i + 3
	case p.has(i, "Infinity"):
		return constant("Infinity"), i + 8
	case p.has(i, "-Infinity"):
		return constant("-Infinity"), i + 9
	}
	return p.number(i)
}

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func (p *parser) number(start int) (value, int) {
	s, i := p.s, start
	if s[i] == '-' {
		i++
	}
	switch {
	case !isDigit(s, i):
		p.empty = start
		return object.Nil, 0
	case s[i] == '0':
		i++
	default:
		for isDigit(s, i) {
			i++
		}
	}
	float := false
	if i < len(s) && s[i] == '.' && isDigit(s, i+1) {
		float = true
		for i++; isDigit(s, i); i++ {
		}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if isDigit(s, j) {
			float = true
			for i = j; isDigit(s, i); i++ {
			}
		}
	}
	if float {
		f, _ := numtext.ParseFloat(s[start:i])
		return object.Float(f), i
	}
	n, big, err := numtext.ParseInt(s[start:i], 10, p.c.MaxStrDigits)
	if err != nil {
		return p.c.Raise(object.ValueError, "%s", err.Message(p.c.ReprStr(object.NewStr(s[start:i]).AsStr()))), 0
	}
	if big != nil {
		return object.NewBig(big), i
	}
	return object.Int(n), i
}

func (p *parser) array(i int) (value, int) {
	var items []value
	i = p.space(i)
	if i < len(p.s) && p.s[i] == ']' {
		return p.c.NewList(nil), i + 1
	}
	for {
		v, end := p.value(i)
		if v.IsNil() {
			return v, 0
		}
		items = append(items, v)
		i = p.space(end)
		if i < len(p.s) && p.s[i] == ']' {
			return p.c.NewList(items), i + 1
		}
		if i >= len(p.s) || p.s[i] != ',' {
			return p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		if i = p.space(i + 1); i < len(p.s) && p.s[i] == ']' {
			return p.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (p *parser) object(i int) (value, int) {
	d := p.c.NewDict()
	i = p.space(i)
	if i < len(p.s) && p.s[i] == '}' {
		return d.V(), i + 1
	}
	for {
		if i >= len(p.s) || p.s[i] != '"' {
			return p.fail("Expecting property name enclosed in double quotes", i)
		}
		key, end := p.text(i + 1)
		if key.IsNil() {
			return key, 0
		}
		text := key.AsStr().String()
		if k, ok := p.memo[text]; ok {
			key = k
		} else {
			p.memo[text] = key
		}
		i = p.space(end)
		if i >= len(p.s) || p.s[i] != ':' {
			return p.fail("Expecting ':' delimiter", i)
		}
		v, end := p.value(p.space(i + 1))
		if v.IsNil() {
			return v, 0
		}
		p.c.DictSet(d, key, v)
		i = p.space(end)
		if i < len(p.s) && p.s[i] == '}' {
			return d.V(), i + 1
		}
		if i >= len(p.s) || p.s[i] != ',' {
			return p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		if i = p.space(i + 1); i < len(p.s) && p.s[i] == '}' {
			return p.fail("Illegal trailing comma before end of object", comma)
		}
	}
}

// text reads a string whose quote ended before byte i.
func (p *parser) text(i int) (value, int) {
	s, begin := p.s, i-1
	start := i
	ascii := true
	for ; i < len(s); i++ {
		switch ch := s[i]; {
		case ch == '"':
			if ascii {
				return object.NewASCII(s[start:i]), i + 1
			}
			return object.NewStr(s[start:i]), i + 1
		case ch == '\\':
			return p.escaped(begin, start, i)
		case ch < 0x20 && p.strict:
			return p.fail("Invalid control character at", i)
		case ch >= 0x80:
			ascii = false
		}
	}
	return p.fail("Unterminated string starting at", begin)
}

func (p *parser) hex4(i int) (rune, bool) {
	if i+4 > len(p.s) {
		return 0, false
	}
	r := rune(0)
	for _, ch := range []byte(p.s[i : i+4]) {
		switch {
		case ch >= '0' && ch <= '9':
			ch -= '0'
		case ch >= 'a' && ch <= 'f':
			ch -= 'a' - 10
		case ch >= 'A' && ch <= 'F':
			ch -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(ch)
	}
	return r, true
}

func (p *parser) escaped(begin, start, i int) (value, int) {
	s := p.s
	out := append(make([]byte, 0, i-start+32), s[start:i]...)
	for i < len(s) {
		ch := s[i]
		switch {
		case ch == '"':
			return object.NewStr(string(out)), i + 1
		case ch < 0x20 && p.strict:
			return p.fail("Invalid control character at", i)
		case ch != '\\':
			out = append(out, ch)
			i++
			continue
		}
		if i++; i >= len(s) {
			return p.fail("Unterminated string starting at", begin)
		}
		switch s[i] {
		case '"', '\\', '/':
			out = append(out, s[i])
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := p.hex4(i + 1)
			if !ok {
				return p.fail("Invalid \\uXXXX escape", i)
			}
			i += 4
			if r >= 0xD800 && r < 0xDC00 && p.has(i+1, "\\u") {
				if low, ok := p.hex4(i + 3); ok && low >= 0xDC00 && low < 0xE000 {
					r = (r-0xD800)<<10 + (low - 0xDC00) + 0x10000
					i += 6
				}
			}
			out = append(out, object.Char(r).AsStr().String()...)
		default:
			return p.fail("Invalid \\escape", i-1)
		}
		i++
	}
	return p.fail("Unterminated string starting at", begin)
}
