// Package operator is the module _operator: the operators as functions.
package operator

import (
	"slp/vm/object"
	"slp/vm/stdlib/hashes"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _operator.
var Module = object.ModuleDef{Name: "_operator", Doc: "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
	Funcs: funcs(), Init: func(c *ctx, m *object.Module) bool {
		for i := range getters {
			m.Set(c, getters[i].Name, c.NewClass(getters[i]).V())
		}
		return true
	}}

func funcs() []object.Def {
	var defs []object.Def
	for _, k := range [...]struct {
		name, sign string
		op         object.BinOp
		in         string
	}{
		{"add", "+", object.OpAdd, "iadd"}, {"sub", "-", object.OpSub, "isub"}, {"mul", "*", object.OpMul, "imul"},
		{"truediv", "/", object.OpTrueDiv, "itruediv"}, {"floordiv", "//", object.OpFloorDiv, "ifloordiv"}, {"mod", "%", object.OpMod, "imod"},
		{"pow", "**", object.OpPow, "ipow"}, {"lshift", "<<", object.OpLShift, "ilshift"}, {"rshift", ">>", object.OpRShift, "irshift"},
		{"and_", "&", object.OpAnd, "iand"}, {"or_", "|", object.OpOr, "ior"}, {"xor", "^", object.OpXor, "ixor"}, {"matmul", "@", object.OpMatMul, "imatmul"},
	} {
		defs = append(defs,
			object.Def{Sig: k.name + "(a, b, /)", Fn: func(c *ctx, a []value) value { return c.Binary(k.op, a[0], a[1]) }, Doc: "Same as a " + k.sign + " b."},
			object.Def{Sig: k.in + "(a, b, /)", Fn: func(c *ctx, a []value) value { return c.Augmented(k.op, a[0], a[1]) }, Doc: "Same as a " + k.sign + "= b."})
	}
	for _, k := range [...]struct {
		name, sign string
		op         object.CmpOp
	}{{"lt", "<", object.CmpLt}, {"le", "<=", object.CmpLe}, {"eq", "==", object.CmpEq}, {"ne", "!=", object.CmpNe}, {"ge", ">=", object.CmpGe}, {"gt", ">", object.CmpGt}} {
		defs = append(defs, object.Def{Sig: k.name + "(a, b, /)", Fn: func(c *ctx, a []value) value { return c.Compare(k.op, a[0], a[1]) }, Doc: "Same as a " + k.sign + " b."})
	}
	for _, k := range [...]struct {
		name, doc string
		d         object.Dunder
	}{{"neg", "Same as -a.", object.DNeg}, {"pos", "Same as +a.", object.DPos}, {"inv", "Same as ~a.", object.DInvert}, {"invert", "Same as ~a.", object.DInvert}, {"abs", "Same as abs(a).", object.DAbs}} {
		defs = append(defs, object.Def{Sig: k.name + "(a, /)", Fn: func(c *ctx, a []value) value { return c.Unary(k.d, a[0]) }, Doc: k.doc})
	}
	test := func(yes bool) object.Fn {
		return func(c *ctx, a []value) value {
			t, ok := c.Truth(a[0])
			if !ok {
				return object.Nil
			}
			return object.Bool(t == yes)
		}
	}
	is := func(f func(a []value) bool) object.Fn {
		return func(c *ctx, a []value) value { return object.Bool(f(a)) }
	}
	return append(defs,
		object.Def{Sig: "truth(a, /)", Fn: test(true), Doc: "Return True if a is true, False otherwise."},
		object.Def{Sig: "not_(a, /)", Fn: test(false), Doc: "Same as not a."},
		object.Def{Sig: "is_(a, b, /)", Fn: is(func(a []value) bool { return a[0] == a[1] }), Doc: "Same as a is b."},
		object.Def{Sig: "is_not(a, b, /)", Fn: is(func(a []value) bool { return a[0] != a[1] }), Doc: "Same as a is not b."},
		object.Def{Sig: "is_none(a, /)", Fn: is(func(a []value) bool { return a[0].IsNone() }), Doc: "Same as a is None."},
		object.Def{Sig: "is_not_none(a, /)", Fn: is(func(a []value) bool { return !a[0].IsNone() }), Doc: "Same as a is not None."},
		object.Def{Sig: "index(a, /)", Fn: func(c *ctx, a []value) value { return c.Index(a[0]) }, Doc: "Same as a.__index__()"},
		object.Def{Sig: "getitem(a, b, /)", Fn: func(c *ctx, a []value) value { return c.GetItem(a[0], a[1]) }, Doc: "Same as a[b]."},
		object.Def{Sig: "setitem(a, b, c, /)", Fn: func(c *ctx, a []value) value { return done(c.SetItem(a[0], a[1], a[2])) }, Doc: "Same as a[b] = c."},
		object.Def{Sig: "delitem(a, b, /)", Fn: func(c *ctx, a []value) value { return done(c.SetItem(a[0], a[1], object.Nil)) }, Doc: "Same as del a[b]."},
		object.Def{Sig: "contains(a, b, /)", Fn: func(c *ctx, a []value) value {
			in, ok := c.Contains(a[0], a[1])
			if !ok {
				return object.Nil
			}
			return object.Bool(in)
		}, Doc: "Same as b in a (note reversed operands)."},
		object.Def{Sig: "concat(a, b, /)", Fn: concat(false), Doc: "Same as a + b, for a and b sequences."},
		object.Def{Sig: "iconcat(a, b, /)", Fn: concat(true), Doc: "Same as a += b, for a and b sequences."},
		object.Def{Sig: "countOf(a, b, /)", Fn: func(c *ctx, a []value) value { return c.Self("operator_count", a[0], a[1]) }, Doc: "Return the number of items in a which are, or which equal, b."},
		object.Def{Sig: "indexOf(a, b, /)", Fn: func(c *ctx, a []value) value { return c.Self("operator_index", a[0], a[1]) }, Doc: "Return the first index of b in a."},
		object.Def{Sig: "length_hint(obj, default=0, /)", Fn: lengthHint, Doc: "Return an estimate of the number of items in obj."},
		object.Def{Sig: "call(obj, /, *args, **kwargs)", Fn: func(c *ctx, a []value) value {
			args, kw := spread(c, object.Items(a[1]), a[2])
			return c.TailKw(a[0], args, kw)
		}, Doc: "Same as obj(*args, **kwargs)."},
		object.Def{Sig: "_compare_digest(a, b, /)", Fn: hashes.CompareDigest, Doc: "Return 'a == b'."})
}

func done(ok bool) value {
	if !ok {
		return object.Nil
	}
	return object.None
}

// spread lists arguments as calls take them: positional ones, then those with names.
func spread(c *ctx, args []value, kwargs value) ([]value, []*object.Str) {
	out := append([]value(nil), args...)
	if kwargs.IsNil() {
		return out, nil
	}
	d := kwargs.AsDict()
	var names []*object.Str
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		names = append(names, c.Name(e.Key.AsStr()))
		out = append(out, e.Val)
	}
	return out, names
}

func concat(in bool) object.Fn {
	return func(c *ctx, a []value) value {
		if object.TypeOf(a[0]).Dunder(object.DGetItem).IsNil() {
			return c.Raise(object.TypeError, "'%s' object can't be concatenated", object.TypeOf(a[0]).Said())
		}
		if in {
			return c.Augmented(object.OpAdd, a[0], a[1])
		}
		return c.Binary(object.OpAdd, a[0], a[1])
	}
}

func lengthHint(c *ctx, a []value) value {
	without := a[1]
	if without.IsNil() {
		without = object.Int(0)
	} else if !without.IsAnyInt() {
		return c.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeOf(without).Said())
	}
	return c.Self("operator_hint", a[0], without)
}
