package compile

import (
	"fmt"

	"slp/syntax"
	"slp/vm/internal/code"
)

func (u *unit) match(s *syntax.Match) {
	subject := u.temp(1)
	u.expr(s.Subject, subject)
	end := newLabel()
	for _, c := range s.Cases {
		mark := u.free
		next := newLabel()
		u.statement(c.Pattern.Range())
		m := matcher{u: u, fail: next}
		m.pattern(c.Pattern, subject)
		u.span = c.Pattern.Range()
		m.bind()
		if c.Guard != nil {
			u.jumpIf(c.Guard, false, next)
		}
		if u.pendingStart { // nothing was to be tested
			u.emit(code.NOP, 0, 0, 0, 0)
		}
		u.free = mark
		u.stmts(c.Body)
		u.pendingStart = false
		u.jmp(end)
		u.place(next)
		u.free = mark
	}
	u.place(end)
}

// matcher matches one case. Names are bound only when the whole pattern has matched: until then the values wait in
// temporaries.
type matcher struct {
	u        *unit
	fail     *label
	captures []capture
}

type capture struct {
	name string
	reg  int
	span syntax.Span
}

// bind emits the bindings.
func (m *matcher) bind() {
	for _, c := range m.captures {
		m.u.span = c.span
		m.u.storeName(c.name, c.reg)
	}
}

// capture remembers that name is to get R[reg].
func (m *matcher) capture(name string, reg int, span syntax.Span) {
	for i := range m.captures {
		if m.captures[i].name == name { // bound by an earlier alternative
			m.u.emit(code.MOVE, 0, m.captures[i].reg, reg, 0)
			return
		}
	}
	m.captures = append(m.captures, capture{name, reg, span})
}

// pattern tests R[subject], and jumps to the fail label if it does not match. Temporaries that captures use stay taken.
func (m *matcher) pattern(p syntax.Pattern, subject int) {
	u := m.u
	u.span = p.Range()
	switch p := p.(type) {
	case *syntax.MatchValue:
		mark := u.free
		u.jumpCompareOp(syntax.Eq, subject, p.Value, nil, false, m.fail, p.Span)
		u.free = mark
	case *syntax.MatchSingleton:
		if p.Kind == syntax.None {
			u.jump(code.JNOTNONE, subject, 0, m.fail)
			return
		}
		t := u.temp(2)
		u.loadConst(p.Kind == syntax.True, t)
		u.emit(code.IS, 0, t+1, subject, t)
		u.jump(code.JF, t+1, 0, m.fail)
		u.free = t
	case *syntax.MatchAs:
		if p.Pattern != nil {
			m.pattern(p.Pattern, subject)
		}
		if p.Name != "" {
			m.capture(p.Name, subject, p.Span)
		}
	case *syntax.MatchStar:
		if p.Name != "" {
			m.capture(p.Name, subject, p.Span)
		}
	case *syntax.MatchOr:
		m.or(p, subject)
	case *syntax.MatchSequence:
		m.sequence(p, subject)
	case *syntax.MatchMapping:
		m.mapping(p, subject)
	case *syntax.MatchClass:
		m.class(p, subject)
	default:
		panic(fmt.Sprintf("compile: pattern %T cannot be compiled", p))
	}
}

func wildcard(p syntax.Pattern) bool {
	switch p := p.(type) {
	case *syntax.MatchAs:
		return p.Pattern == nil && p.Name == ""
	case *syntax.MatchStar:
		return p.Name == ""
	}
	return false
}

// or tries alternatives. All bind the same names; each copies its values to common registers.
func (m *matcher) or(p *syntax.MatchOr, subject int) {
	u := m.u
	done := newLabel()
	outer, fail := m.captures, m.fail
	var common []capture
	base := u.free
	for i, alt := range p.Patterns {
		next := newLabel()
		m.captures, m.fail = nil, next
		if i == 0 {
			// Registers for the names, in the order of the first alternative.
			for _, name := range patternNames(alt, nil) {
				common = append(common, capture{name: name.Name, span: name.Span, reg: u.temp(1)})
			}
			base = u.free
		}
		m.pattern(alt, subject)
		u.span = alt.Range()
		for _, c := range m.captures {
			for _, k := range common {
				if k.name == c.name {
					u.emit(code.MOVE, 0, k.reg, c.reg, 0)
				}
			}
		}
		u.jmp(done)
		u.place(next)
		u.free = base
	}
	u.span = p.Span
	u.jmp(fail)
	u.place(done)
	m.captures, m.fail = outer, fail
	for _, c := range common {
		m.capture(c.name, c.reg, c.span)
	}
}

// patternNames lists the names that a pattern binds in the order of their binding.
func patternNames(p syntax.Pattern, names []syntax.Ident) []syntax.Ident {
	add := func(name string, span syntax.Span) {
		for _, n := range names {
			if n.Name == name {
				return
			}
		}
		if name != "" {
			names = append(names, syntax.Ident{Span: span, Name: name})
		}
	}
	switch p := p.(type) {
	case *syntax.MatchAs:
		if p.Pattern != nil {
			names = patternNames(p.Pattern, names)
		}
		add(p.Name, p.Span)
	case *syntax.MatchStar:
		add(p.Name, p.Span)
	case *syntax.MatchOr:
		names = patternNames(p.Patterns[0], names)
	case *syntax.MatchSequence:
		for _, x := range p.Patterns {
			names = patternNames(x, names)
		}
	case *syntax.MatchMapping:
		for _, x := range p.Patterns {
			names = patternNames(x, names)
		}
		add(p.Rest, p.Span)
	case *syntax.MatchClass:
		for _, x := range p.Patterns {
			names = patternNames(x, names)
		}
		for _, x := range p.KwdPatterns {
			names = patternNames(x, names)
		}
	}
	return names
}

func (m *matcher) sequence(p *syntax.MatchSequence, subject int) {
	u := m.u
	star := -1
	onlyWild, starWild := true, false
	for i, x := range p.Patterns {
		if _, ok := x.(*syntax.MatchStar); ok {
			star = i
			starWild = wildcard(x)
		}
		onlyWild = onlyWild && wildcard(x)
	}
	n := len(p.Patterns)
	t := u.temp(1)
	u.emit(code.MATCHSEQ, 0, t, subject, 0)
	u.jump(code.JF, t, 0, m.fail)
	switch {
	case star < 0:
		u.emit(code.GETLEN, 0, t, subject, 0)
		u.jump(code.JNEQI, t, n, m.fail)
	case n > 1:
		u.emit(code.GETLEN, 0, t, subject, 0)
		u.jump(code.JNGEI, t, n-1, m.fail)
	}
	u.free = t
	switch {
	case onlyWild:
	case starWild:
		m.items(p, subject, star)
	default:
		w := u.temp(n)
		if star < 0 {
			u.emit(code.UNPACK, 0, w, subject, n)
		} else {
			u.emit(code.UNPACKEX, uint8(star), w, subject, n-star-1)
		}
		for i, x := range p.Patterns {
			m.pattern(x, w+i)
		}
	}
}

// items matches a sequence whose star is not bound, item by item.
func (m *matcher) items(p *syntax.MatchSequence, subject, star int) {
	u := m.u
	n := len(p.Patterns)
	for i, x := range p.Patterns {
		if wildcard(x) {
			continue
		}
		u.span = p.Span
		t := u.temp(1)
		if i < star {
			u.emit(code.GETIDXI, 0, t, subject, i)
		} else {
			u.emit(code.GETLEN, 0, t, subject, 0)
			u.emit(code.SUBI, 0, t, t, n-i)
			u.emit(code.GETIDX, 0, t, subject, t)
		}
		m.pattern(x, t)
	}
}

func (m *matcher) mapping(p *syntax.MatchMapping, subject int) {
	u := m.u
	t := u.temp(1)
	n := len(p.Keys)
	u.emit(code.MATCHMAP, 0, t, subject, 0)
	u.jump(code.JF, t, 0, m.fail)
	if n == 0 && p.Rest == "" {
		u.free = t
		return
	}
	if n > 0 {
		u.emit(code.GETLEN, 0, t, subject, 0)
		u.jump(code.JNGEI, t, n, m.fail)
	}
	keys := u.temp(1)
	u.tuple(p.Keys, keys, p.Span)
	u.free = keys + 1
	values := u.temp(1)
	u.span = p.Span
	u.emit(code.MATCHKEYS, 0, values, subject, keys)
	u.jump(code.JNONE, values, 0, m.fail)
	rest := -1
	if p.Rest != "" {
		rest = u.temp(1)
	}
	if n > 0 {
		w := u.temp(n)
		u.emit(code.UNPACK, 0, w, values, n)
		for i, x := range p.Patterns {
			m.pattern(x, w+i)
		}
	}
	if rest >= 0 {
		u.span = p.Span
		mark := u.free
		u.emit(code.DICT, 0, rest, 0, 0)
		u.emit(code.DICTUPDATE, 0, rest, subject, 0)
		if n > 0 {
			w := u.temp(n)
			u.emit(code.UNPACK, 0, w, keys, n)
			for i := 0; i < n; i++ {
				u.emit(code.DELIDX, 0, rest, w+i, 0)
			}
		}
		u.free = mark
		m.capture(p.Rest, rest, p.Span)
	}
}

func (m *matcher) class(p *syntax.MatchClass, subject int) {
	u := m.u
	if len(p.Patterns) > 255 {
		u.c.fail(p.Span, "too many sub-patterns in class pattern")
		return
	}
	w := u.temp(2)
	u.expr(p.Cls, w)
	names := make(tupleConst, len(p.KwdAttrs))
	for i, a := range p.KwdAttrs {
		names[i] = a.Name
	}
	u.span = p.Span
	u.loadConst(names, w+1)
	values := u.temp(1)
	u.emit(code.MATCHCLASS, uint8(len(p.Patterns)), values, subject, w)
	u.jump(code.JNONE, values, 0, m.fail)
	all := append(append([]syntax.Pattern(nil), p.Patterns...), p.KwdPatterns...)
	if len(all) == 0 {
		return
	}
	items := u.temp(len(all))
	u.emit(code.UNPACK, 0, items, values, len(all))
	for i, x := range all {
		m.pattern(x, items+i)
	}
}
