package object

import "slp/vm/internal/wtf8"

// Ascii is ascii(v).
func (c *Ctx) Ascii(v Value) Value {
	r := c.Repr(v)
	if r.IsNil() || r.AsStr().IsASCII() {
		return r
	}
	return NewStr(wtf8.EscapeNonASCII(r.AsStr().s))
}

// Format is format(v, spec); spec Nil is the empty string.
func (c *Ctx) Format(v, spec Value) Value {
	empty := spec.IsNil() || spec.AsStr() != nil && spec.AsStr().s == ""
	if empty {
		switch v.p.Kind {
		case KStr:
			return v
		case KInt, KFloat, KNone:
			return c.Repr(v)
		}
		spec = emptyStr.V()
	}
	switch v.p.Kind { // builtin classes whose __format__ is known
	case KInt:
		return intFormat(c, []Value{v, spec})
	case KFloat:
		return floatFormat(c, []Value{v, spec})
	case KStr:
		return strDunderFormat(c, []Value{v, spec})
	}
	m := TypeOf(v).Dunder(DFormat)
	if m.IsNil() {
		return c.Raise(TypeError, "Type %s doesn't define __format__", typeName(v))
	}
	r := c.CallMethod(m, v, spec)
	if r.IsNil() {
		return Nil
	}
	if r.AsStr() == nil {
		return c.Raise(TypeError, "__format__ must return a str, not %s", typeName(r))
	}
	return r
}
