// Package stringmod is the module _string, which string.Formatter is made of.
package stringmod

import (
	"slp/vm/internal/format"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _string.
var Module = object.ModuleDef{
	Name: "_string",
	Doc:  "string helper module",
	Funcs: []object.Def{
		{Sig: "formatter_parser(string, /)", Fn: parser, Doc: "parse the argument as a format string"},
		{Sig: "formatter_field_name_split(string, /)", Fn: split, Doc: "split the argument as a field name"},
	},
}

// classes are the two iterators, made when first needed.
type classes struct{ pieces, steps *object.Type }

func classesOf(c *ctx) *classes {
	return object.ModuleState(c, "_string", func(c *ctx) *classes {
		methods := []object.Def{
			{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }, Doc: "Implement iter(self)."},
			{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value { return c.NextOrStop(a[0]) }, Doc: "Implement next(self)."},
		}
		return &classes{
			pieces: c.NewClass(object.Spec{Name: "formatteriterator", Module: "builtins", Flags: object.Disallow, Methods: methods}),
			steps:  c.NewClass(object.Spec{Name: "fieldnameiterator", Module: "builtins", Flags: object.Disallow, Methods: methods}),
		}
	})
}

func textArg(c *ctx, v value) (string, bool) {
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "expected str, got %s", object.TypeOf(v).Said())
		return "", false
	}
	return s.String(), true
}

// pieces iterates over the pieces of a format string.
type pieces struct{ m format.Markup }

// Walk implements object.Impl.
func (p *pieces) Walk(w *object.Walker) {
	object.State(w, &p.m, func(m format.Markup) format.Markup { return m }, nil)
}

// Next implements object.Iterator.
func (p *pieces) Next(c *ctx, self value) value {
	m := p.m
	x, ok, err := m.Next()
	c.Touch(self.Hdr())
	p.m = m
	if err != nil {
		return c.RaiseFormat(err)
	}
	if !ok {
		return object.Nil
	}
	if !x.Field {
		return object.TupleOf(object.NewStr(x.Literal), object.None, object.None, object.None)
	}
	conversion := object.None
	if x.Conversion != 0 {
		conversion = object.Char(x.Conversion)
	}
	return object.TupleOf(object.NewStr(x.Literal), object.NewStr(x.Name), object.NewStr(x.Spec), conversion)
}

func parser(c *ctx, a []value) value {
	s, ok := textArg(c, a[0])
	if !ok {
		return object.Nil
	}
	return c.NewObj(classesOf(c).pieces, &pieces{format.Markup{Text: s}})
}

// steps iterates over what follows the first part of a field name.
type steps struct {
	list []format.Step
	err  *format.Error // after the list
	i    int
}

// Walk implements object.Impl.
func (s *steps) Walk(w *object.Walker) { object.Word(w, &s.i) }

// Next implements object.Iterator.
func (s *steps) Next(c *ctx, self value) value {
	if s.i >= len(s.list) {
		if s.err != nil {
			return c.RaiseFormat(s.err)
		}
		return object.Nil
	}
	x := s.list[s.i]
	c.Touch(self.Hdr())
	s.i++
	name := object.NewStr(x.Name)
	if !x.Attribute && x.Index >= 0 {
		name = object.Int(int64(x.Index))
	}
	return object.TupleOf(object.Bool(x.Attribute), name)
}

func split(c *ctx, a []value) value {
	s, ok := textArg(c, a[0])
	if !ok {
		return object.Nil
	}
	n, err := format.ParseName(s)
	if err != nil && n.First == "" && n.Index < 0 && s != "" && s[0] != '.' && s[0] != '[' {
		return c.RaiseFormat(err)
	}
	first := object.NewStr(n.First)
	if n.Index >= 0 {
		first = object.Int(int64(n.Index))
	}
	return object.TupleOf(first, c.NewObj(classesOf(c).steps, &steps{list: n.Steps, err: err}))
}
