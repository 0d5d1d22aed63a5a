package object

import (
	"strconv"
	"strings"
)

// Short ways for what programs do most with ASCII text.

// strBlock makes many small strs with few allocations; they share blocks, so they must be of one origin.
type strBlock struct {
	free []Str
	next int // size of the next block
}

// add makes a str of n code points.
func (b *strBlock) add(text string, n int) Value {
	if len(text) <= 1 {
		return NewStr(text)
	}
	if len(b.free) == 0 {
		b.next = min(max(2*b.next, 2), 32)
		b.free = make([]Str, b.next)
	}
	s := &b.free[0]
	b.free = b.free[1:]
	s.Kind, s.s, s.n = KStr, text, uint32(n)
	return s.V()
}

// isASCIISpace tells what str.split takes for white space below 128.
func isASCIISpace(b byte) bool { return b == ' ' || b >= '\t' && b <= '\r' || b >= 0x1c && b <= 0x1f }

// splitASCII is s.split(None, limit) of an ASCII text.
func splitASCII(s string, limit int) []Value {
	var block strBlock
	var out []Value
	for i := 0; i < len(s); {
		if isASCIISpace(s[i]) {
			i++
			continue
		}
		if limit >= 0 && len(out) >= limit {
			return append(out, block.add(s[i:], len(s)-i))
		}
		j := i + 1
		for j < len(s) && !isASCIISpace(s[j]) {
			j++
		}
		if out == nil {
			out = make([]Value, 0, 8)
		}
		out = append(out, block.add(s[i:j], j-i))
		i = j
	}
	return out
}

// splitASCIIAt is s.split(sep, limit) of an ASCII text.
func splitASCIIAt(s, sep string, limit int) []Value {
	i := strings.Index(s, sep)
	if i < 0 || limit == 0 {
		return []Value{newStrN(s, len(s)).V()}
	}
	var block strBlock
	out := make([]Value, 0, 8)
	for i >= 0 && limit != 0 {
		out = append(out, block.add(s[:i], i))
		s = s[i+len(sep):]
		limit--
		i = strings.Index(s, sep)
	}
	return append(out, block.add(s, len(s)))
}

// mapASCII is a str method that maps the letters of ASCII text one by one, and others with f.
func mapASCII(each func(byte) byte, f func(string) string) Fn {
	return func(c *Ctx, a []Value) Value {
		s := a[0].AsStr()
		if !s.IsASCII() {
			return NewStr(f(s.s))
		}
		for i := 0; i < len(s.s); i++ {
			if each(s.s[i]) != s.s[i] {
				b := make([]byte, len(s.s))
				copy(b, s.s[:i])
				for ; i < len(b); i++ {
					b[i] = each(s.s[i])
				}
				if len(b) == 1 {
					return latin1[b[0]].V()
				}
				return newStrN(string(b), len(b)).V()
			}
		}
		return s.same(a[0])
	}
}

// appendPlain appends str(v) of an exact str or int, which need no Python code; ok is false for others.
func appendPlain(dst []byte, v Value) (out []byte, ok bool) {
	switch v.p.Kind {
	case KStr:
		return append(dst, v.AsStr().s...), true
	case KInt:
		return strconv.AppendInt(dst, v.I(), 10), true
	}
	return dst, false
}

// plain appends str(v) of an exact str or int.
func (b *StrBuilder) plain(v Value) bool {
	n := len(b.b)
	out, ok := appendPlain(b.b, v)
	if !ok {
		return false
	}
	b.b = out
	if s := v.AsStr(); s != nil {
		b.n += int(s.n)
	} else {
		b.n += len(out) - n
	}
	return true
}

// peek is the next argument of a % operation, Nil when there is none or it is a matter for next.
func (p *percentArgs) peek() Value {
	switch {
	case p.one:
		return p.v
	case len(p.rest) > 0:
		return p.rest[0]
	}
	return Nil
}

// drop takes the argument that peek showed.
func (p *percentArgs) drop() {
	if p.one {
		p.one = false
		return
	}
	p.rest = p.rest[1:]
}

// short renders the directives %s and %d at the start of text where their argument is an exact str or int, and %%: n is
// what it read, 0 if nothing.
func (p *percentArgs) short(dst []byte, text string, bytes bool) (out []byte, n int) {
	if len(text) < 2 {
		return dst, 0
	}
	code := text[1]
	if code == '%' {
		return append(dst, '%'), 2
	}
	if code != 's' && code != 'd' || code == 's' && bytes {
		return dst, 0
	}
	v := p.peek()
	if v.IsNil() || code == 'd' && !v.IsInt() {
		return dst, 0
	}
	out, ok := appendPlain(dst, v)
	if !ok {
		return dst, 0
	}
	p.drop()
	return out, 2
}
