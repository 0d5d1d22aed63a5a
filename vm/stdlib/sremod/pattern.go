package sremod

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"slp/vm/internal/sre"
	"slp/vm/object"
)

// pattern is a compiled regular expression; it never changes.
type pattern struct {
	source     value // str, bytes or None
	flags      int64
	groups     int
	groupindex value // dict
	indexgroup value // tuple
	code       []uint32
	program    *sre.Program
	isBytes    bool
	any        bool // made without a source: matches both kinds of text
}

// Walk implements object.Impl.
func (p *pattern) Walk(w *object.Walker) {
	w.Value(&p.source)
	w.Value(&p.groupindex)
	w.Value(&p.indexgroup)
	object.Word(w, &p.flags)
}

func patternOf(v value) *pattern {
	p, _ := object.As[*pattern](v)
	return p
}

func compile(c *ctx, a []value) value {
	flags, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	list := a[2].AsList()
	if list == nil {
		return c.Raise(object.TypeError, "compile() argument 'code' must be list, not %s", object.TypeOf(a[2]).Said())
	}
	groups, ok := c.IndexInt(a[3], false)
	if !ok {
		return object.Nil
	}
	if a[4].AsDict() == nil {
		return c.Raise(object.TypeError, "compile() argument 'groupindex' must be dict, not %s", object.TypeOf(a[4]).Said())
	}
	if a[5].AsTuple() == nil {
		return c.Raise(object.TypeError, "compile() argument 'indexgroup' must be tuple, not %s", object.TypeOf(a[5]).Said())
	}
	code := make([]uint32, len(list.Items))
	for i, v := range list.Items {
		n, isInt := v.AsInt()
		if !isInt || n < 0 || n > math.MaxUint32 {
			return c.Raise(object.OverflowError, "regular expression code size limit exceeded")
		}
		code[i] = uint32(n)
	}
	program, err := sre.Compile(code, groups)
	if err != nil {
		return c.Raise(object.RuntimeError, "invalid SRE code")
	}
	p := &pattern{source: a[0], flags: int64(flags), groups: groups, groupindex: a[4], indexgroup: a[5], code: code, program: program}
	switch {
	case a[0].IsNone():
		p.any = true
	case a[0].AsStr() == nil:
		if _, ok, like := c.BytesLike(a[0]); !like {
			return c.Raise(object.TypeError, "expected string or bytes-like object, got '%s'", object.TypeOf(a[0]).Said())
		} else if !ok {
			return object.Nil
		}
		p.isBytes = true
	}
	return c.NewObj(stateOf(c).pattern, p)
}

// subject returns the text to match, of the kind the pattern is for.
func (p *pattern) subject(c *ctx, v value) (t text, ok bool) {
	if t, ok = textOf(c, v); !ok || p.any {
		return t, ok
	}
	switch {
	case p.isBytes && t.str != nil:
		c.Raise(object.TypeError, "cannot use a bytes pattern on a string-like object")
		return t, false
	case !p.isBytes && t.str == nil:
		c.Raise(object.TypeError, "cannot use a string pattern on a bytes-like object")
		return t, false
	}
	return t, true
}

// window returns the subject and the limits that methods take.
func (p *pattern) window(c *ctx, a []value) (t text, pos, end int, ok bool) {
	if t, ok = p.subject(c, a[1]); !ok {
		return
	}
	end = t.len()
	if len(a) > 2 && !a[2].IsNil() {
		if pos, ok = c.IndexInt(a[2], true); !ok {
			return
		}
	}
	if len(a) > 3 && !a[3].IsNil() {
		var e int
		if e, ok = c.IndexInt(a[3], true); !ok {
			return
		}
		end = min(max(e, 0), end)
	}
	pos = min(max(pos, 0), t.len())
	return t, pos, end, true
}

func (p *pattern) method(mode sre.Mode) object.Fn {
	return func(c *ctx, a []value) value {
		p := patternOf(a[0])
		t, pos, end, ok := p.window(c, a)
		if !ok {
			return object.Nil
		}
		if pos > end {
			return object.None
		}
		r := newRun(p.program, &t, pos, end, mode)
		if !r.find() {
			return object.None
		}
		return newMatch(c, a[0], &t, r, pos, end)
	}
}

var patternMethods = []object.Def{
	{Sig: "match(self, /, string, pos=0, endpos=sys.maxsize)", Doc: "Matches zero or more characters at the beginning of the string.", Fn: (*pattern)(nil).method(sre.Match)},
	{Sig: "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)", Doc: "Matches against all of the string.", Fn: (*pattern)(nil).method(sre.FullMatch)},
	{Sig: "search(self, /, string, pos=0, endpos=sys.maxsize)", Doc: "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.", Fn: (*pattern)(nil).method(sre.Search)},
	{Sig: "findall(self, /, string, pos=0, endpos=sys.maxsize)", Doc: "Return a list of all non-overlapping matches of pattern in string.", Fn: findAll},
	{Sig: "finditer(self, /, string, pos=0, endpos=sys.maxsize)", Doc: "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.", Fn: func(c *ctx, a []value) value {
		s := newScanner(c, a)
		if s == nil {
			return object.Nil
		}
		return c.NewObj(stateOf(c).iterator, s)
	}},
	{Sig: "scanner(self, /, string, pos=0, endpos=sys.maxsize)", Fn: func(c *ctx, a []value) value {
		s := newScanner(c, a)
		if s == nil {
			return object.Nil
		}
		return c.NewObj(stateOf(c).scanner, s)
	}},
	{Sig: "split(self, /, string, maxsplit=0)", Doc: "Split string by the occurrences of pattern.", Fn: split},
	{Sig: "sub(self, /, repl, string, count=0)", Doc: "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.", Fn: func(c *ctx, a []value) value { return substitute(c, a, false) }},
	{Sig: "subn(self, /, repl, string, count=0)", Doc: "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.", Fn: func(c *ctx, a []value) value { return substitute(c, a, true) }},
	{Sig: "__copy__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
	{Sig: "__deepcopy__(self, memo, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
	{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Doc: "See PEP 585", Fn: func(c *ctx, a []value) value {
		return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
	}},
	{Sig: "__repr__(self, /)", Fn: patternRepr},
	{Sig: "__hash__(self, /)", Fn: func(c *ctx, a []value) value {
		p := patternOf(a[0])
		h, ok := c.Hash(p.source)
		if !ok {
			return object.Nil
		}
		for _, w := range p.code {
			h = h*1000003 ^ int64(w)
		}
		return object.Int(h ^ p.flags ^ int64(p.groups))
	}},
	{Sig: "__eq__(self, value, /)", Fn: func(c *ctx, a []value) value { return samePattern(c, a, true) }},
	{Sig: "__ne__(self, value, /)", Fn: func(c *ctx, a []value) value { return samePattern(c, a, false) }},
}

func samePattern(c *ctx, a []value, want bool) value {
	p, q := patternOf(a[0]), patternOf(a[1])
	if q == nil {
		return object.NotImplemented
	}
	if p == q {
		return object.Bool(want)
	}
	if p.flags != q.flags || p.isBytes != q.isBytes || p.groups != q.groups || !slices.Equal(p.code, q.code) {
		return object.Bool(!want)
	}
	eq, ok := c.Eq(p.source, q.source)
	if !ok {
		return object.Nil
	}
	return object.Bool(eq == want)
}

var patternGets = []object.Get{
	{Name: "pattern", Get: func(c *ctx, o value) value { return patternOf(o).source }, Doc: "The pattern string from which the RE object was compiled."},
	{Name: "flags", Get: func(c *ctx, o value) value { return object.Int(patternOf(o).flags) }, Doc: "The regex matching flags."},
	{Name: "groups", Get: func(c *ctx, o value) value { return object.Int(int64(patternOf(o).groups)) }, Doc: "The number of capturing groups in the pattern."},
	{Name: "groupindex", Get: func(c *ctx, o value) value { return object.NewMappingProxy(patternOf(o).groupindex) }, Doc: "A dictionary mapping group names to group numbers."},
}

var flagNames = []struct {
	bit  int64
	name string
}{{2, "IGNORECASE"}, {4, "LOCALE"}, {8, "MULTILINE"}, {16, "DOTALL"}, {32, "UNICODE"}, {64, "VERBOSE"}, {128, "DEBUG"}, {256, "ASCII"}}

func patternRepr(c *ctx, a []value) value {
	p := patternOf(a[0])
	text, ok := c.ReprText(p.source)
	if !ok {
		return object.Nil
	}
	flags := p.flags
	if !p.isBytes && flags&(4|256|32) == 32 {
		flags &^= 32
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.bit != 0 {
			names = append(names, "re."+f.name)
			flags &^= f.bit
		}
	}
	if flags != 0 {
		names = append(names, fmt.Sprintf("0x%x", flags))
	}
	if s := object.NewStr(text).AsStr(); s.Len() > 200 {
		text = s.Slice(0, 200)
	}
	if len(names) > 0 {
		text += ", " + strings.Join(names, "|")
	}
	return object.NewStr("re.compile(" + text + ")")
}

func findAll(c *ctx, a []value) value {
	p := patternOf(a[0])
	t, pos, end, ok := p.window(c, a)
	if !ok {
		return object.Nil
	}
	var out []value
	if pos > end {
		return c.NewList(out)
	}
	for r := newRun(p.program, &t, pos, end, sre.Search); r.find(); r.again() {
		switch p.groups {
		case 0, 1:
			i, j := r.span(p.groups)
			out = append(out, t.slice(max(i, 0), j))
		default:
			items := make([]value, p.groups)
			for g := range items {
				i, j := r.span(g + 1)
				items[g] = t.slice(max(i, 0), j)
			}
			out = append(out, object.NewTuple(items))
		}
	}
	return c.NewList(out)
}

func split(c *ctx, a []value) value {
	p := patternOf(a[0])
	most := 0
	if !a[2].IsNil() {
		var ok bool
		if most, ok = c.IndexInt(a[2], false); !ok {
			return object.Nil
		}
	}
	t, ok := p.subject(c, a[1])
	if !ok {
		return object.Nil
	}
	var out []value
	last, n := 0, 0
	for r := newRun(p.program, &t, 0, t.len(), sre.Search); most <= 0 || n < most; r.again() {
		if most < 0 || !r.find() {
			break
		}
		i, j := r.span(0)
		out = append(out, t.slice(last, i))
		for g := 1; g <= p.groups; g++ {
			if x, y := r.span(g); x >= 0 {
				out = append(out, t.slice(x, y))
			} else {
				out = append(out, object.None)
			}
		}
		last = j
		n++
	}
	return c.NewList(append(out, t.slice(last, t.len())))
}
