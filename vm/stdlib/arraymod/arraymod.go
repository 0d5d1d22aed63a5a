// Package arraymod is the module array: numbers of one C type, packed.
package arraymod

import (
	"strings"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

const codes = "bBuwhHiIlLqQfd"

var sizes = map[byte]int{'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}

// array is an instance of array.array.
type array struct {
	code    byte
	size    int
	data    []byte
	exports int
}

// Walk implements object.Impl.
func (x *array) Walk(w *object.Walker) {
	w.Bytes(&x.data)
	object.Word(w, &x.code)
	object.Word(w, &x.size)
	object.Word(w, &x.exports)
}

// Memory implements object.Buffer.
func (x *array) Memory() object.Memory {
	format := string(x.code)
	if x.code == 'u' {
		format = "w"
	}
	return object.Memory{Data: x.data, Format: format, ItemSize: x.size}
}

// Export implements object.Buffer.
func (x *array) Export(c *ctx, self value, by int) {
	c.Touch(self.Hdr())
	x.exports += by
}

func of(v value) *array {
	x, _ := object.As[*array](v)
	return x
}

func (x *array) len() int { return len(x.data) / x.size }

type state struct {
	array, iter   *object.Type
	reconstructor value // the function _array_reconstructor, as pickles name it
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "array", func(*ctx) *state { return &state{} })
}

// Module is the module array.
var Module = object.ModuleDef{Name: "array", Doc: "This module defines an object type which can efficiently represent an array of basic values.", Funcs: []object.Def{
	{Sig: "_array_reconstructor(arraytype, typecode, mformat_code, items, /)", Doc: "Internal. Used for pickling support.", Fn: reconstruct},
}, Init: func(c *ctx, m *object.Module) bool {
	st := stateOf(c)
	st.array = c.NewClass(object.Spec{Name: "array", Module: "array", Flags: object.HasWeakref | object.SeqPattern, Methods: methods, Gets: []object.Get{
		{Name: "typecode", Get: func(c *ctx, o value) value { return object.NewASCII(string(of(o).code)) }, Doc: "the typecode character used to create the array"},
		{Name: "itemsize", Get: func(c *ctx, o value) value { return object.Int(int64(of(o).size)) }, Doc: "the size, in bytes, of one array item"},
	}})
	st.iter = c.NewClass(object.Spec{Name: "arrayiterator", Module: "array", Flags: object.Disallow | object.Final, Methods: []object.Def{
		{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return a[0] }},
		{Sig: "__next__(self, /)", Fn: func(c *ctx, a []value) value { return c.NextOrStop(a[0]) }},
		{Sig: "__reduce__(self, /)", Doc: "Return state information for pickling.", Fn: func(c *ctx, a []value) value {
			iter := c.BuiltinNamed("iter")
			if iter.IsNil() {
				return object.Nil
			}
			it, _ := object.As[*iterator](a[0])
			if it.of.IsNil() {
				return object.TupleOf(iter, object.TupleOf(object.TupleOf()))
			}
			return object.TupleOf(iter, object.TupleOf(it.of), object.Int(int64(it.at)))
		}},
		{Sig: "__setstate__(self, state, /)", Doc: "Set state information for unpickling.", Fn: func(c *ctx, a []value) value {
			i, ok := c.IndexInt(a[1], false)
			if !ok {
				return object.Nil
			}
			if it, _ := object.As[*iterator](a[0]); !it.of.IsNil() {
				c.Touch(a[0].Hdr())
				it.at = min(max(i, 0), of(it.of).len())
			}
			return object.None
		}},
	}})
	st.reconstructor = m.Dict.Get("_array_reconstructor")
	m.Set(c, "array", st.array.V())
	m.Set(c, "ArrayType", st.array.V())
	m.Set(c, "typecodes", object.NewASCII(codes))
	return true
}}

func newArray(c *ctx, code value) (*array, bool) {
	s := code.AsStr()
	if s == nil || s.Len() != 1 {
		what := object.TypeOf(code).Name
		if s != nil {
			c.Raise(object.TypeError, "array() argument 1 must be a unicode character, not a string of length %d", s.Len())
			return nil, false
		}
		c.Raise(object.TypeError, "array() argument 1 must be a unicode character, not %s", what)
		return nil, false
	}
	if !s.IsASCII() || strings.IndexByte(codes, s.String()[0]) < 0 {
		c.Raise(object.ValueError, "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
		return nil, false
	}
	ch := s.String()[0]
	return &array{code: ch, size: sizes[ch]}, true
}

// iterator walks over an array that may change meanwhile.
type iterator struct {
	of value // Nil at the end
	at int
}

// Walk implements object.Impl.
func (it *iterator) Walk(w *object.Walker) {
	w.Value(&it.of)
	object.Word(w, &it.at)
}

// Next implements object.Iterator.
func (it *iterator) Next(c *ctx, self value) value {
	if it.of.IsNil() {
		return object.Nil
	}
	c.Touch(self.Hdr())
	x := of(it.of)
	if it.at >= x.len() {
		it.of = object.Nil
		return object.Nil
	}
	it.at++
	return x.get(it.at - 1)
}
