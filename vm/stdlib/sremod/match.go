package sremod

import (
	"fmt"
	"strings"

	"slp/vm/internal/sre"
	"slp/vm/object"
)

// match is a match that was found; it never changes.
type match struct {
	pattern  value
	text     text
	pos, end int
	spans    []int32 // of the groups, from 0
	last     int
}

// Walk implements object.Impl.
func (m *match) Walk(w *object.Walker) {
	w.Value(&m.pattern)
	w.Value(&m.text.src)
	for i := range m.spans {
		object.Word(w, &m.spans[i])
	}
}

func matchOf(v value) *match {
	m, _ := object.As[*match](v)
	return m
}

func newMatch(c *ctx, pattern value, t *text, r run, pos, end int) value {
	n := patternOf(pattern).groups + 1
	m := &match{pattern: pattern, text: *t, pos: pos, end: end, spans: make([]int32, 2*n), last: r.lastIndex()}
	for g := range n {
		i, j := r.span(g)
		m.spans[2*g], m.spans[2*g+1] = int32(i), int32(j)
	}
	return c.NewObj(stateOf(c).match, m)
}

func (m *match) span(g int) (int, int) { return int(m.spans[2*g]), int(m.spans[2*g+1]) }

func (m *match) group(g int, def value) value {
	if i, j := m.span(g); i >= 0 {
		return m.text.slice(i, j)
	}
	return def
}

// index returns the number of a group given by number or name.
func (m *match) index(c *ctx, v value) (int, bool) {
	p := patternOf(m.pattern)
	g := v
	if !g.IsAnyInt() {
		if object.TypeOf(g).Dunder(object.DIndex).IsNil() {
			x := c.DictGet(p.groupindex.AsDict(), g)
			if x.IsNil() {
				if c.Suspended() {
					return 0, false
				}
				c.TakeExc()
				c.Raise(object.IndexError, "no such group")
				return 0, false
			}
			g = x
		} else if g = c.Index(g); g.IsNil() {
			return 0, false
		}
	}
	n, ok := g.AsInt()
	if !ok || n < 0 || n > int64(p.groups) {
		c.Raise(object.IndexError, "no such group")
		return 0, false
	}
	return int(n), true
}

var matchMethods = []object.Def{
	{Sig: "group(self, /, *args)", Doc: "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match.", Fn: func(c *ctx, a []value) value {
		m, args := matchOf(a[0]), a[1].AsTuple().Items
		switch len(args) {
		case 0:
			return m.group(0, object.None)
		case 1:
			g, ok := m.index(c, args[0])
			if !ok {
				return object.Nil
			}
			return m.group(g, object.None)
		}
		out := make([]value, len(args))
		for i, x := range args {
			g, ok := m.index(c, x)
			if !ok {
				return object.Nil
			}
			out[i] = m.group(g, object.None)
		}
		return object.NewTuple(out)
	}},
	{Sig: "__getitem__(self, key, /)", Doc: "Return self[key].", Fn: func(c *ctx, a []value) value {
		m := matchOf(a[0])
		g, ok := m.index(c, a[1])
		if !ok {
			return object.Nil
		}
		return m.group(g, object.None)
	}},
	{Sig: "groups(self, /, default=None)", Doc: "Return a tuple containing all the subgroups of the match, from 1.", Fn: func(c *ctx, a []value) value {
		m := matchOf(a[0])
		out := make([]value, len(m.spans)/2-1)
		for i := range out {
			out[i] = m.group(i+1, defaultOf(a[1]))
		}
		return object.NewTuple(out)
	}},
	{Sig: "groupdict(self, /, default=None)", Doc: "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.", Fn: func(c *ctx, a []value) value {
		m := matchOf(a[0])
		d := c.NewDict()
		cur, _ := object.Loop(patternOf(m.pattern).groupindex)
		for cur.Next() {
			g, ok := m.index(c, cur.V)
			if !ok || !c.DictSet(d, cur.V, m.group(g, defaultOf(a[1]))) {
				return object.Nil
			}
		}
		return d.V()
	}},
	{Sig: "start(self, group=0, /)", Doc: "Return index of the start of the substring matched by group.", Fn: place(func(i, j int) value { return object.Int(int64(i)) })},
	{Sig: "end(self, group=0, /)", Doc: "Return index of the end of the substring matched by group.", Fn: place(func(i, j int) value { return object.Int(int64(j)) })},
	{Sig: "span(self, group=0, /)", Doc: "For match object m, return the 2-tuple (m.start(group), m.end(group)).", Fn: place(pair)},
	{Sig: "expand(self, /, template)", Doc: "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.", Fn: func(c *ctx, a []value) value {
		m := matchOf(a[0])
		x, ok := compileTemplate(c, m.pattern, a[1])
		if !ok {
			return object.Nil
		}
		if len(x.groups) == 0 {
			return x.literals[0]
		}
		var b strings.Builder
		if !sameKind(c, x, &m.text) || !x.expand(c, &b, &m.text, len(m.spans)/2-1, m.span) {
			return object.Nil
		}
		return m.text.result(&b)
	}},
	{Sig: "__copy__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
	{Sig: "__deepcopy__(self, memo, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
	{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Doc: "See PEP 585", Fn: func(c *ctx, a []value) value {
		return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
	}},
	{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
		m := matchOf(a[0])
		text, ok := c.ReprText(m.group(0, object.None))
		if !ok {
			return object.Nil
		}
		if s := object.NewStr(text).AsStr(); s.Len() > 50 {
			text = s.Slice(0, 50)
		}
		i, j := m.span(0)
		return object.NewStr(fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", i, j, text))
	}},
}

func pair(i, j int) value { return object.TupleOf(object.Int(int64(i)), object.Int(int64(j))) }

func defaultOf(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

func place(f func(i, j int) value) object.Fn {
	return func(c *ctx, a []value) value {
		m := matchOf(a[0])
		if a[1].IsNil() {
			return f(m.span(0))
		}
		g, ok := m.index(c, a[1])
		if !ok {
			return object.Nil
		}
		return f(m.span(g))
	}
}

var matchGets = []object.Get{
	{Name: "string", Get: func(c *ctx, o value) value { return matchOf(o).text.src }, Doc: "The string passed to match() or search()."},
	{Name: "re", Get: func(c *ctx, o value) value { return matchOf(o).pattern }, Doc: "The regular expression object."},
	{Name: "pos", Get: func(c *ctx, o value) value { return object.Int(int64(matchOf(o).pos)) }, Doc: "The index into the string at which the RE engine started looking for a match."},
	{Name: "endpos", Get: func(c *ctx, o value) value { return object.Int(int64(matchOf(o).end)) }, Doc: "The index into the string beyond which the RE engine will not go."},
	{Name: "lastindex", Get: func(c *ctx, o value) value {
		if m := matchOf(o); m.last >= 0 {
			return object.Int(int64(m.last))
		}
		return object.None
	}, Doc: "The integer index of the last matched capturing group."},
	{Name: "lastgroup", Get: func(c *ctx, o value) value {
		m := matchOf(o)
		names := patternOf(m.pattern).indexgroup.AsTuple().Items
		if m.last >= 0 && m.last < len(names) {
			return names[m.last]
		}
		return object.None
	}, Doc: "The name of the last matched capturing group."},
	{Name: "regs", Get: func(c *ctx, o value) value {
		m := matchOf(o)
		out := make([]value, len(m.spans)/2)
		for g := range out {
			out[g] = pair(m.span(g))
		}
		return object.NewTuple(out)
	}},
}

// scanner finds one match after the other.
type scanner struct {
	pattern  value
	text     text
	pos, end int
	mode     sre.Mode
	run      run
	begun    bool
	over     bool
}

// Walk implements object.Impl.
func (s *scanner) Walk(w *object.Walker) {
	w.Value(&s.pattern)
	w.Value(&s.text.src)
	object.Word(w, &s.pos)
	object.Word(w, &s.mode)
	w.Bool(&s.begun)
	w.Bool(&s.over)
	object.State(w, &s.run, run.clone, nil)
}

func scannerOf(v value) *scanner {
	s, _ := object.As[*scanner](v)
	return s
}

func newScanner(c *ctx, a []value) *scanner {
	t, pos, end, ok := patternOf(a[0]).window(c, a)
	if !ok {
		return nil
	}
	return &scanner{pattern: a[0], text: t, pos: pos, end: end, over: pos > end}
}

// next returns the next match, or Nil.
func (s *scanner) next(c *ctx, self value, mode sre.Mode) value {
	if s.over {
		return object.Nil
	}
	c.Touch(self.Hdr())
	at := s.pos
	switch {
	case !s.begun || mode != s.mode:
		if s.begun {
			if _, j := s.run.span(0); j >= 0 {
				at = j
			}
		}
		s.run = newRun(patternOf(s.pattern).program, &s.text, at, s.end, mode)
	default:
		s.run.again()
	}
	s.begun, s.mode = true, mode
	if !s.run.find() {
		s.over = true
		return object.Nil
	}
	return newMatch(c, s.pattern, &s.text, s.run, s.pos, s.end)
}

var scannerMethods = []object.Def{
	{Sig: "match(self, /)", Fn: func(c *ctx, a []value) value { return defaultOf(scannerOf(a[0]).next(c, a[0], sre.Match)) }},
	{Sig: "search(self, /)", Fn: func(c *ctx, a []value) value { return defaultOf(scannerOf(a[0]).next(c, a[0], sre.Search)) }},
}

// Next implements object.Iterator for finditer.
func (s *scanner) Next(c *ctx, self value) value { return s.next(c, self, sre.Search) }

var iteratorMethods = []object.Def{
	{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
	{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value { return c.NextOrStop(a[0]) }},
}
