// Package unicodedata is the module unicodedata.
package unicodedata

import (
	"slp/vm/internal/unicodedb"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module unicodedata. ucd_3_2_0 answers from the same database as the module itself.
var Module = object.ModuleDef{
	Name:  "unicodedata",
	Doc:   "This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters. The data in\nthis database is based on the UnicodeData.txt file version\n16.0.0 which is publicly available from the Unicode Consortium\nat https://www.unicode.org/Public/16.0.0/ucd/UnicodeData.txt.",
	Funcs: functions(""),
	Init: func(c *ctx, m *object.Module) bool {
		cls := c.NewClass(object.Spec{Name: "UCD", Module: "unicodedata", Flags: object.Disallow, Methods: functions("self, "),
			Gets: []object.Get{{Name: "unidata_version", Get: func(c *ctx, self value) value { return object.NewStr("3.2.0") }}}})
		m.Set(c, "UCD", cls.V())
		m.Set(c, "ucd_3_2_0", c.NewObj(cls, database{}))
		m.Set(c, "unidata_version", object.NewStr(unicodedb.Version))
		return true
	},
}

// database is the Go part of a UCD object.
type database struct{}

// Walk implements object.Impl.
func (database) Walk(w *object.Walker) {}

// functions are those of the module, or the methods of UCD when self is "self, ".
func functions(self string) []object.Def {
	skip := 0
	if self != "" {
		skip = 1
	}
	def := func(sig, doc string, fn object.Fn) object.Def {
		name, rest := sig, ""
		for i := range len(sig) {
			if sig[i] == '(' {
				name, rest = sig[:i], sig[i+1:]
				break
			}
		}
		return object.Def{Sig: name + "(" + self + rest, Doc: doc, Fn: func(c *ctx, a []value) value { return fn(c, a[skip:]) }}
	}
	return []object.Def{
		def("category(chr, /)", "Returns the general category assigned to the character chr as string.", text("category", unicodedb.Category)),
		def("bidirectional(chr, /)", "Returns the bidirectional class assigned to the character chr as string.", text("bidirectional", unicodedb.Bidirectional)),
		def("east_asian_width(chr, /)", "Returns the east asian width assigned to the character chr as string.", text("east_asian_width", unicodedb.EastAsianWidth)),
		def("decomposition(chr, /)", "Returns the character decomposition mapping assigned to the character chr as string.", text("decomposition", unicodedb.Decomposition)),
		def("combining(chr, /)", "Returns the canonical combining class assigned to the character chr as integer.", func(c *ctx, a []value) value {
			r, ok := char(c, a[0], "combining", false)
			if !ok {
				return object.Nil
			}
			return object.Int(int64(unicodedb.Combining(r)))
		}),
		def("mirrored(chr, /)", "Returns the mirrored property assigned to the character chr as integer.", func(c *ctx, a []value) value {
			r, ok := char(c, a[0], "mirrored", false)
			if !ok {
				return object.Nil
			}
			if unicodedb.Mirrored(r) {
				return object.Int(1)
			}
			return object.Int(0)
		}),
		def("decimal(chr, default=None, /)", "Converts a Unicode character into its equivalent decimal value.", number("decimal", "not a decimal", func(r rune) (value, bool) {
			n := unicodedb.Decimal(r)
			return object.Int(int64(n)), n >= 0
		})),
		def("digit(chr, default=None, /)", "Converts a Unicode character into its equivalent digit value.", number("digit", "not a digit", func(r rune) (value, bool) {
			n := unicodedb.Digit(r)
			return object.Int(int64(n)), n >= 0
		})),
		def("numeric(chr, default=None, /)", "Converts a Unicode character into its equivalent numeric value.", number("numeric", "not a numeric character", func(r rune) (value, bool) {
			f, ok := unicodedb.Numeric(r)
			return object.Float(f), ok
		})),
		def("name(chr, default=None, /)", "Returns the name assigned to the character chr as a string.", number("name", "no such name", func(r rune) (value, bool) {
			s, ok := unicodedb.Name(r)
			return object.NewStr(s), ok
		})),
		def("lookup(name, /)", "Look up character by name.", lookup),
		def("normalize(form, unistr, /)", "Return the normal form 'form' for the Unicode string unistr.", func(c *ctx, a []value) value {
			f, s, ok := formArgs(c, a, "normalize")
			if !ok {
				return object.Nil
			}
			if s.IsASCII() {
				return s.V()
			}
			return object.NewStr(unicodedb.Normalize(f, s.String()))
		}),
		def("is_normalized(form, unistr, /)", "Return whether the Unicode string unistr is in the normal form 'form'.", func(c *ctx, a []value) value {
			f, s, ok := formArgs(c, a, "is_normalized")
			if !ok {
				return object.Nil
			}
			return object.Bool(unicodedb.IsNormalized(f, s.String()))
		}),
	}
}

// char is an argument of one character; several tells that the function has more arguments.
func char(c *ctx, v value, name string, several bool) (rune, bool) {
	which := ""
	if several {
		which = " 1"
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "%s() argument%s must be a unicode character, not %s", name, which, argName(v))
		return 0, false
	}
	if s.Len() != 1 {
		c.Raise(object.TypeError, "%s(): argument%s must be a unicode character, not a string of length %d", name, which, s.Len())
		return 0, false
	}
	return s.RuneAt(0), true
}

func argName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return object.TypeOf(v).Name
}

func text(name string, f func(rune) string) object.Fn {
	return func(c *ctx, a []value) value {
		r, ok := char(c, a[0], name, false)
		if !ok {
			return object.Nil
		}
		return object.NewStr(f(r))
	}
}

func number(name, missing string, f func(rune) (value, bool)) object.Fn {
	return func(c *ctx, a []value) value {
		r, ok := char(c, a[0], name, true)
		if !ok {
			return object.Nil
		}
		v, ok := f(r)
		switch {
		case ok:
			return v
		case !a[1].IsNil():
			return a[1]
		}
		return c.Raise(object.ValueError, "%s", missing)
	}
}

func lookup(c *ctx, a []value) value {
	var name string
	if s := a[0].AsStr(); s != nil {
		name = s.String()
	} else {
		b, ok, like := c.BytesLike(a[0])
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[0]).Said())
		}
		if !ok {
			return object.Nil
		}
		name = b
	}
	s, ok := unicodedb.Lookup(name)
	if !ok {
		return c.Raise(object.KeyError, "undefined character name '%s'", name)
	}
	return object.NewStr(s)
}

func formArgs(c *ctx, a []value, name string) (f unicodedb.Form, s *object.Str, ok bool) {
	form := a[0].AsStr()
	if form == nil {
		c.Raise(object.TypeError, "%s() argument 1 must be str, not %s", name, argName(a[0]))
		return
	}
	if s = a[1].AsStr(); s == nil {
		c.Raise(object.TypeError, "%s() argument 2 must be str, not %s", name, argName(a[1]))
		return
	}
	if f, ok = unicodedb.ParseForm(form.String()); !ok {
		c.Raise(object.ValueError, "invalid normalization form")
	}
	return
}
