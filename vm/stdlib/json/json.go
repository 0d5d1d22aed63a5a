// Package json is the module _json: what makes the module json fast.
package json

import (
	"math"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

type types struct{ scanner, encoder *object.Type }

func state(c *ctx) *types {
	return object.ModuleState(c, "_json", func(c *ctx) *types { return &types{} })
}

// Module is the module _json.
var Module = object.ModuleDef{Name: "_json", Doc: "json speedups\n", Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	st.scanner = c.NewClass(object.Spec{Name: "Scanner", Module: "_json", Flags: object.Disallow, Doc: "JSON scanner object",
		Methods: []object.Def{{Sig: "__call__(self, string, idx)", Fn: scan}}, Gets: []object.Get{
			{Name: "strict", Get: func(c *ctx, o value) value { s, _ := object.As[*scanner](o); return object.Bool(s.strict) }}}})
	st.encoder = c.NewClass(encoderSpec)
	m.Set(c, "make_encoder", st.encoder.V())
	return true
}, Funcs: []object.Def{
	{Sig: "make_scanner(context)", Fn: makeScanner, Doc: "JSON scanner object"},
	{Sig: "scanstring(string, end, strict=True, /)", Fn: scanString, Doc: "Scan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string."},
	{Sig: "encode_basestring_ascii(string, /)", Fn: quoteFn(true), Doc: "Return an ASCII-only JSON representation of a Python string"},
	{Sig: "encode_basestring(string, /)", Fn: quoteFn(false), Doc: "Return a JSON representation of a Python string"},
}}

func constant(name string) value {
	switch name {
	case "NaN":
		return object.Float(math.NaN())
	case "Infinity":
		return object.Float(math.Inf(1))
	}
	return object.Float(math.Inf(-1))
}

// scanner reads documents for decoders without hooks.
type scanner struct{ strict bool }

// Walk implements object.Impl.
func (s *scanner) Walk(*object.Walker) {}

// makeScanner makes a native scanner, or one written in Python when there are hooks to call.
func makeScanner(c *ctx, a []value) value {
	var attrs [6]value
	for i, n := range [...]string{"strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"} {
		if attrs[i] = c.GetAttrName(a[0], n); attrs[i].IsNil() {
			return object.Nil
		}
	}
	strict, ok := c.Truth(attrs[0])
	if !ok {
		return object.Nil
	}
	standard := func(v value, t *object.Type) bool { return v == t.V() }
	m := c.Modules.Get("json.decoder")
	plain := attrs[1].IsNone() && attrs[2].IsNone() && standard(attrs[3], object.FloatType) && standard(attrs[4], object.IntType)
	if plain && !m.IsNil() && m.AsModule() != nil {
		// The default is the __getitem__ of the decoder's own table.
		own := m.AsModule().Dict.Get("_CONSTANTS")
		if b := attrs[5].AsMethod(); !own.IsNil() && b != nil && b.Self == own {
			return c.NewObj(state(c).scanner, &scanner{strict})
		}
	}
	return c.Self("json_scanner", a[0])
}

func (p *parser) raise(c *ctx) value {
	switch {
	case c.Failed():
		return object.Nil
	case p.bad != "":
		return c.Self("json_error", object.NewStr(p.bad), p.doc.V(), object.Int(int64(p.index(p.at))))
	}
	return c.RaiseArgs(object.StopIteration, object.Int(int64(p.index(p.empty))))
}

// place is the byte of an index given by the program.
func (p *parser) place(i int) int {
	if i > p.doc.Len() {
		return len(p.s) + 1
	}
	return p.doc.Offset(i)
}

func scan(c *ctx, a []value) value {
	sc, _ := object.As[*scanner](a[0])
	doc := a[1].AsStr()
	if doc == nil {
		return c.Raise(object.TypeError, "first argument must be a string, not %s", object.TypeOf(a[1]).Said())
	}
	i, ok := c.IndexInt(a[2], false)
	if !ok {
		return object.Nil
	}
	if i < 0 {
		return c.Raise(object.ValueError, "idx cannot be negative")
	}
	p := &parser{c: c, doc: doc, s: doc.String(), strict: sc.strict, memo: map[string]value{}}
	if i >= doc.Len() {
		return c.RaiseArgs(object.StopIteration, object.Int(int64(i)))
	}
	v, end := p.value(p.place(i))
	if v.IsNil() {
		return p.raise(c)
	}
	return object.TupleOf(v, object.Int(int64(p.index(end))))
}

func scanString(c *ctx, a []value) value {
	doc := a[0].AsStr()
	if doc == nil {
		return c.Raise(object.TypeError, "first argument must be a string, not %s", object.TypeOf(a[0]).Said())
	}
	i, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	strict := true
	if !a[2].IsNil() {
		if strict, ok = c.Truth(a[2]); !ok {
			return object.Nil
		}
	}
	if i < 0 || i > doc.Len() {
		return c.Raise(object.ValueError, "end is out of bounds")
	}
	p := &parser{c: c, doc: doc, s: doc.String(), strict: strict}
	v, end := p.text(p.place(i))
	if v.IsNil() {
		return p.raise(c)
	}
	return object.TupleOf(v, object.Int(int64(p.index(end))))
}
