package sremod

import (
	"strings"

	"slp/vm/internal/sre"
	"slp/vm/object"
)

// template is a replacement: literals[0] group literals[1] group ...
type template struct {
	literals []value
	groups   []int
}

// Walk implements object.Impl.
func (t *template) Walk(w *object.Walker) { w.Values(&t.literals) }

func newTemplate(c *ctx, a []value) value {
	p := patternOf(a[0])
	list := a[1].AsList()
	if p == nil || list == nil || len(list.Items)%2 == 0 {
		return c.Raise(object.TypeError, "invalid template")
	}
	t := &template{}
	for i, v := range list.Items {
		if i%2 == 0 {
			t.literals = append(t.literals, v)
			continue
		}
		n, ok := v.AsInt()
		if !ok || n < 0 {
			return c.Raise(object.TypeError, "invalid template")
		}
		t.groups = append(t.groups, int(n))
	}
	return c.NewObj(stateOf(c).template, t)
}

// literal is the text of a str or bytes-like object.
func literal(c *ctx, v value) (string, bool) {
	if s := v.AsStr(); s != nil {
		return s.String(), true
	}
	s, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "decoding to str: need a bytes-like object, %s found", object.TypeOf(v).Said())
		return "", false
	}
	return s, ok
}

// expand writes the template with the groups of a match. span tells where a group is.
func (x *template) expand(c *ctx, b *strings.Builder, t *text, groups int, span func(g int) (int, int)) bool {
	for i, l := range x.literals {
		s, ok := literal(c, l)
		if !ok {
			return false
		}
		b.WriteString(s)
		if i < len(x.groups) {
			if x.groups[i] > groups {
				c.Raise(object.IndexError, "no such group")
				return false
			}
			if from, to := span(x.groups[i]); from >= 0 {
				t.write(b, from, to)
			}
		}
	}
	return true
}

// write writes a part of the subject.
func (t *text) write(b *strings.Builder, i, j int) {
	switch {
	case i >= j:
	case t.str == nil:
		b.WriteString(t.bytes[i:j])
	case t.str.IsASCII():
		b.WriteString(t.str.String()[i:j])
	default:
		b.WriteString(t.str.Slice(i, j))
	}
}

// result makes the str or bytes that b holds.
func (t *text) result(b *strings.Builder) value {
	if t.str == nil {
		return object.NewBytes(b.String())
	}
	return object.NewStr(b.String())
}

// compileTemplate returns the template of a replacement text.
func compileTemplate(c *ctx, pattern, repl value) (*template, bool) {
	s, isText := "", false
	if x := repl.AsStr(); x != nil {
		s, isText = x.String(), true
	} else if x := repl.AsBytes(); x != nil {
		s, isText = x.S, true
	}
	if isText && strings.IndexByte(s, '\\') < 0 {
		return &template{literals: []value{repl}}, true
	}
	mod := c.Host.Import(c, "re")
	if mod.IsNil() {
		return nil, false
	}
	f := c.GetAttr(mod, c.Intern("_compile_template"))
	if f.IsNil() {
		return nil, false
	}
	v := c.Call(f, pattern, repl)
	if v.IsNil() {
		return nil, false
	}
	if x, ok := object.As[*template](v); ok {
		return x, true
	}
	return &template{literals: []value{v}}, true
}

func callable(v value) bool {
	return !object.TypeOf(v).Dunder(object.DCall).IsNil()
}

func substitute(c *ctx, a []value, counted bool) value {
	p := patternOf(a[0])
	count := 0
	if !a[3].IsNil() {
		var ok bool
		if count, ok = c.IndexInt(a[3], false); !ok {
			return object.Nil
		}
	}
	if callable(a[1]) {
		t, ok := p.subject(c, a[2])
		if !ok {
			return object.Nil
		}
		return substituteCalls(c, a, &t, count, counted)
	}
	x, ok := compileTemplate(c, a[0], a[1])
	if !ok {
		return object.Nil
	}
	t, ok := p.subject(c, a[2])
	if !ok {
		return object.Nil
	}
	var b strings.Builder
	last, n := 0, 0
	for r := newRun(p.program, &t, 0, t.len(), sre.Search); (count == 0 || n < count) && r.find(); r.again() {
		i, j := r.span(0)
		if n == 0 && !sameKind(c, x, &t) {
			return object.Nil
		}
		t.write(&b, last, i)
		if !x.expand(c, &b, &t, p.groups, r.span) {
			return object.Nil
		}
		last = j
		n++
	}
	out := t.slice(0, t.len())
	if n > 0 {
		t.write(&b, last, t.len())
		out = t.result(&b)
	}
	if counted {
		return object.TupleOf(out, object.Int(int64(n)))
	}
	return out
}

// sameKind checks that a replacement is str for a str and bytes for bytes.
func sameKind(c *ctx, x *template, t *text) bool {
	isStr := x.literals[0].AsStr() != nil
	if isStr == (t.str != nil) {
		return true
	}
	if t.str != nil {
		c.Raise(object.TypeError, "sequence item 0: expected str instance, %s found", object.TypeOf(x.literals[0]).Said())
	} else {
		c.Raise(object.TypeError, "sequence item 0: expected a bytes-like object, %s found", object.TypeOf(x.literals[0]).Said())
	}
	return false
}

// substituteCalls finds all matches and leaves the calls to hosted code.
func substituteCalls(c *ctx, a []value, t *text, count int, counted bool) value {
	p := patternOf(a[0])
	var parts []value // text, match, text, match ... text
	last, n := 0, 0
	for r := newRun(p.program, t, 0, t.len(), sre.Search); (count == 0 || n < count) && r.find(); r.again() {
		i, j := r.span(0)
		parts = append(parts, t.slice(last, i), newMatch(c, a[0], t, r, 0, t.len()))
		last = j
		n++
	}
	if n == 0 {
		out := t.slice(0, t.len())
		if counted {
			return object.TupleOf(out, object.Int(0))
		}
		return out
	}
	return c.Self("sre_sub", a[1], c.NewList(parts), t.slice(last, t.len()), t.slice(0, 0), object.Bool(counted))
}
