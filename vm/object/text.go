package object

import (
	"strconv"

	"slp/vm/internal/numtext"
	"slp/vm/internal/wtf8"
)

// Repr is repr(v): a str, or Nil.
func (c *Ctx) Repr(v Value) Value {
	switch v.p.Kind {
	case KInt:
		return NewASCII(strconv.FormatInt(v.I(), 10))
	case KNone:
		return noneText
	case KBool:
		if v.bits != 0 {
			return trueText
		}
		return falseText
	case KStr:
		return reprOf(c, v.AsStr())
	case KFloat:
		return NewASCII(numtext.FloatRepr(v.F()))
	}
	m := TypeOf(v).Dunder(DRepr)
	r := c.CallMethod(m, v)
	if r.IsNil() {
		return Nil
	}
	if r.AsStr() == nil {
		return c.Raise(TypeError, "__repr__ returned non-string (type %s)", typeName(r))
	}
	return r
}

// ReprStr is repr of a str.
func (c *Ctx) ReprStr(s *Str) string { return wtf8.Repr(s.s, Printable) }

// reprOf is repr of a str; ASCII text without anything to escape only gets its quotes.
func reprOf(c *Ctx, s *Str) Value {
	if s.IsASCII() {
		for i := range len(s.s) {
			if b := s.s[i]; b < ' ' || b == '\'' || b == '\\' || b == 0x7f {
				return NewStr(c.ReprStr(s))
			}
		}
		return newStrN("'"+s.s+"'", len(s.s)+2).V()
	}
	return NewStr(c.ReprStr(s))
}

// Str is str(v): a str, or Nil.
func (c *Ctx) Str(v Value) Value {
	switch v.p.Kind {
	case KStr:
		return v
	case KInt, KNone, KBool, KFloat:
		return c.Repr(v)
	}
	m := TypeOf(v).Dunder(DStr)
	if m == ObjectType.Dunder(DStr) {
		return c.Repr(v)
	}
	r := c.CallMethod(m, v)
	if r.IsNil() {
		return Nil
	}
	if r.AsStr() == nil {
		return c.Raise(TypeError, "__str__ returned non-string (type %s)", typeName(r))
	}
	return r
}

// Text is Str as a Go string; ok is false if it raised or was suspended.
func (c *Ctx) Text(v Value) (string, bool) {
	s := c.Str(v)
	if s.IsNil() {
		return "", false
	}
	return s.AsStr().s, true
}

// ReprText is Repr as a Go string; ok is false if it raised or was suspended.
func (c *Ctx) ReprText(v Value) (string, bool) {
	s := c.Repr(v)
	if s.IsNil() {
		return "", false
	}
	return s.AsStr().s, true
}

var (
	noneText  = ConstStr("None")
	trueText  = ConstStr("True")
	falseText = ConstStr("False")
)
