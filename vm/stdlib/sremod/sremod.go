// Package sremod is the module _sre: what the module re does its matching with.
package sremod

import (
	"unsafe"

	"slp/vm/internal/sre"
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _sre.
var Module = object.ModuleDef{Name: "_sre", Funcs: []object.Def{
	{Sig: "compile(pattern, flags, code, groups, groupindex, indexgroup)", Fn: compile},
	{Sig: "template(pattern, template, /)", Fn: newTemplate},
	{Sig: "getcodesize()", Fn: func(c *ctx, a []value) value { return object.Int(sre.CodeSize) }},
	{Sig: "ascii_iscased(character, /)", Fn: ofChar(func(ch uint32) value { return object.Bool(sre.ASCIIIsCased(ch)) })},
	{Sig: "unicode_iscased(character, /)", Fn: ofChar(func(ch uint32) value { return object.Bool(sre.UnicodeIsCased(ch)) })},
	{Sig: "ascii_tolower(character, /)", Fn: ofChar(func(ch uint32) value { return object.Int(int64(sre.ASCIIToLower(ch))) })},
	{Sig: "unicode_tolower(character, /)", Fn: ofChar(func(ch uint32) value { return object.Int(int64(sre.UnicodeToLower(ch))) })},
}, Init: func(c *ctx, m *object.Module) bool {
	st := stateOf(c)
	st.pattern = c.NewClass(object.Spec{Name: "Pattern", Module: "re", Doc: "Compiled regular expression object.",
		Flags: object.HasWeakref | object.Disallow | object.Final, Methods: patternMethods, Gets: patternGets})
	st.match = c.NewClass(object.Spec{Name: "Match", Module: "re", Doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
		Flags: object.Disallow | object.Final, Methods: matchMethods, Gets: matchGets})
	st.scanner = c.NewClass(object.Spec{Name: "SRE_Scanner", Module: "_sre", Flags: object.Disallow | object.Final, Methods: scannerMethods,
		Gets: []object.Get{{Name: "pattern", Get: func(c *ctx, o value) value { return scannerOf(o).pattern }}}})
	st.template = c.NewClass(object.Spec{Name: "SRE_Template", Module: "_sre", Flags: object.Disallow | object.Final})
	st.iterator = c.NewClass(object.Spec{Name: "callable_iterator", Module: "builtins", Flags: object.Disallow | object.Final, Methods: iteratorMethods})
	m.Set(c, "MAGIC", object.Int(sre.Magic))
	m.Set(c, "CODESIZE", object.Int(sre.CodeSize))
	m.Set(c, "MAXREPEAT", object.Int(sre.MaxRepeat))
	m.Set(c, "MAXGROUPS", object.Int(sre.MaxGroups))
	return true
}}

type state struct {
	pattern, match, scanner, template, iterator *object.Type
	last                                        [2]text // the texts that were made of strings last
	next                                        int
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "_sre", func(*ctx) *state { return &state{} })
}

func ofChar(f func(uint32) value) object.Fn {
	return func(c *ctx, a []value) value {
		n, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		return f(uint32(n))
	}
}

// text is a subject as the matcher reads it.
type text struct {
	src   value // the object itself
	str   *object.Str
	bytes string // of bytes-like objects
	b     []byte
	w     []int32
}

func (t *text) len() int {
	if t.w != nil {
		return len(t.w)
	}
	return len(t.b)
}

// slice returns a part of the subject.
func (t *text) slice(i, j int) value {
	if i >= j {
		if t.str != nil {
			return object.NewASCII("")
		}
		return object.NewBytes("")
	}
	if t.str != nil {
		if i == 0 && j == t.str.Len() && t.src.Kind() == object.KStr {
			return t.src
		}
		if t.str.IsASCII() {
			return object.NewASCII(t.str.String()[i:j])
		}
		return object.NewStr(t.str.Slice(i, j))
	}
	if i == 0 && j == len(t.bytes) && t.src.Kind() == object.KBytes {
		return t.src
	}
	return object.NewBytes(t.bytes[i:j])
}

// textOf returns a subject as text; ok is false if it raised or was suspended.
func textOf(c *ctx, v value) (t text, ok bool) {
	if s := v.AsStr(); s != nil {
		return strText(c, v, s), true
	}
	s, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "expected string or bytes-like object, got '%s'", object.TypeOf(v).Said())
		return text{}, false
	}
	return text{src: v, bytes: s, b: bytesOf(s)}, ok
}

func strText(c *ctx, v value, s *object.Str) text {
	if s.IsASCII() {
		return text{src: v, str: s, b: bytesOf(s.String())}
	}
	st := stateOf(c)
	for i := range st.last {
		if t := &st.last[i]; t.str == s && t.src == v {
			return *t
		}
	}
	t := text{src: v, str: s}
	w := make([]int32, 0, s.Len())
	narrow := true
	for text := s.String(); len(text) > 0; {
		r, n := wtf8.DecodeRune(text)
		text = text[n:]
		w = append(w, r)
		narrow = narrow && r < 256
	}
	if narrow {
		t.b = make([]byte, len(w))
		for i, r := range w {
			t.b[i] = byte(r)
		}
	} else {
		t.w = w
	}
	st.last[st.next] = t
	st.next = 1 - st.next
	return t
}

// run is a matcher of either kind of text.
type run struct {
	b *sre.Matcher[byte]
	w *sre.Matcher[int32]
}

func newRun(p *sre.Program, t *text, pos, end int, mode sre.Mode) run {
	if t.w != nil {
		return run{w: sre.New(p, t.w, pos, end, mode)}
	}
	return run{b: sre.New(p, t.b, pos, end, mode)}
}

// find tells whether there is a match.
func (r run) find() bool {
	for {
		var st sre.Status
		if r.w != nil {
			st = r.w.Run(1 << 20)
		} else {
			st = r.b.Run(1 << 20)
		}
		if st != sre.Spent {
			return st == sre.Matched
		}
	}
}

func (r run) again() {
	if r.w != nil {
		r.w.Again()
		return
	}
	r.b.Again()
}

func (r run) span(g int) (int, int) {
	if r.w != nil {
		return r.w.Span(g)
	}
	return r.b.Span(g)
}

func (r run) lastIndex() int {
	if r.w != nil {
		return r.w.LastIndex()
	}
	return r.b.LastIndex()
}

func (r run) clone() run {
	if r.w != nil {
		return run{w: r.w.Clone()}
	}
	if r.b != nil {
		return run{b: r.b.Clone()}
	}
	return r
}

// bytesOf is the memory of a string, to be read only.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
