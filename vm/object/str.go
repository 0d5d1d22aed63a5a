package object

import (
	"strings"

	"slp/vm/internal/unicodedb"
	"slp/vm/internal/wtf8"
)

// defineText completes str, bytes, bytearray, memoryview and their iterators.
func defineText() {
	defineStr()
	defineBytes()
	defineByteArray()
	defineMemoryView()
	defineTextIterators()
}

// RuneAt is code point i of the text, 0 <= i < Len.
func (s *Str) RuneAt(i int) rune {
	if s.IsASCII() {
		return rune(s.s[i])
	}
	r, _ := wtf8.DecodeRune(s.s[s.Offset(i):])
	return r
}

// same is the text of a as an exact str: a itself unless it is an instance of a subclass.
func (s *Str) same(a Value) Value {
	if a.p.Kind == KStr {
		return a
	}
	return s.V()
}

// part makes a str of a piece of s.
func (s *Str) part(text string) Value {
	switch {
	case len(text) == len(s.s):
		return s.V()
	case len(text) <= 1 && s.IsASCII():
		return NewStr(text)
	case s.IsASCII():
		return newStrN(text, len(text)).V()
	}
	return NewStr(text)
}

func defineStr() {
	StrType.define(Spec{
		Doc:     "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
		Methods: append(strOperators(), append(strMethods(), strFormatMethods()...)...),
	})
}

func strOperators() []Def {
	return []Def{
		{Sig: "__new__(cls, object='', encoding='utf-8', errors='strict')", Fn: strNew, Kind: AsNew, Doc: "Create and return a new object.  See help(type) for accurate signature."},
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return reprOf(c, a[0].AsStr()) }, Doc: "Return repr(self)."},
		{Sig: "__str__(self, /)", Fn: func(c *Ctx, a []Value) Value { return a[0].AsStr().same(a[0]) }, Doc: "Return str(self)."},
		{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(a[0].AsStr().Hash()) }, Doc: "Return hash(self)."},
		{Sig: "__eq__(self, value, /)", Fn: strCompare(CmpEq), Doc: "Return self==value."},
		{Sig: "__ne__(self, value, /)", Fn: strCompare(CmpNe), Doc: "Return self!=value."},
		{Sig: "__lt__(self, value, /)", Fn: strCompare(CmpLt), Doc: "Return self<value."},
		{Sig: "__le__(self, value, /)", Fn: strCompare(CmpLe), Doc: "Return self<=value."},
		{Sig: "__gt__(self, value, /)", Fn: strCompare(CmpGt), Doc: "Return self>value."},
		{Sig: "__ge__(self, value, /)", Fn: strCompare(CmpGe), Doc: "Return self>=value."},
		{Sig: "__iter__(self, /)", Fn: strIter, Doc: "Implement iter(self)."},
		{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsStr().n)) }, Doc: "Return len(self)."},
		{Sig: "__getitem__(self, key, /)", Fn: strGetItem, Doc: "Return self[key]."},
		{Sig: "__add__(self, value, /)", Fn: strAdd, Doc: "Return self+value."},
		{Sig: "__mul__(self, value, /)", Fn: strMul, Doc: "Return self*value."},
		{Sig: "__rmul__(self, value, /)", Fn: strMul, Doc: "Return value*self."},
		{Sig: "__contains__(self, key, /)", Fn: strContains, Doc: "Return bool(key in self)."},
		{Sig: "__getnewargs__(self, /)", Fn: func(c *Ctx, a []Value) Value { return TupleOf(a[0].AsStr().V()) }},
		{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(strSize(a[0].AsStr())) }, Doc: "Return the size of the string in memory, in bytes."},
	}
}

// strSize is what CPython's layout of the text takes.
func strSize(s *Str) int64 {
	n := int64(s.n) + 1
	switch r := wtf8.MaxCodePoint(s.s); {
	case r < 0x80:
		return 40 + n
	case r < 0x100:
		return 56 + n
	case r < 0x10000:
		return 56 + 2*n
	}
	return 56 + 4*n
}

func strNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	var v Value
	switch {
	case a[1].IsNil() && a[2].IsNil() && a[3].IsNil():
		v = emptyStr.V()
	case a[2].IsNil() && a[3].IsNil():
		if v = c.Str(a[1]); v.IsNil() {
			return Nil
		}
	default:
		encoding, _, ok := c.optStrArg(a[2], "str() argument 'encoding'")
		if !ok {
			return Nil
		}
		errors, _, ok := c.optStrArg(a[3], "str() argument 'errors'")
		if !ok {
			return Nil
		}
		switch {
		case a[1].IsNil():
			v = emptyStr.V()
		case a[1].AsStr() != nil:
			return c.Raise(TypeError, "decoding str is not supported")
		default:
			b, ok, like := c.BytesLike(a[1])
			if !like {
				return c.Raise(TypeError, "decoding to str: need a bytes-like object, %s found", typeName(a[1]))
			}
			if !ok {
				return Nil
			}
			if v = c.Decode(NewBytes(b), encoding, errors); v.IsNil() {
				return Nil
			}
		}
	}
	if cls.Flags&HeapType != 0 {
		return c.NewPayload(cls, v.AsStr().V())
	}
	return v
}

func strCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0].AsStr(), a[1].AsStr()
		if y == nil {
			return NotImplemented
		}
		return Bool(cmpOrdered(op, x.s, y.s))
	}
}

// span is the str of n code points from start on, by step.
func (s *Str) span(start, step, n int) Value {
	switch {
	case n == 0:
		return emptyStr.V()
	case step == 1 && n == int(s.n):
		return s.V()
	case n == 1:
		return s.At(start)
	case step == 1:
		return newStrN(s.Slice(start, start+n), n).V()
	case s.IsASCII():
		b := make([]byte, n)
		for i := range b {
			b[i] = s.s[start+i*step]
		}
		return newStrN(string(b), n).V()
	}
	return newStrN(wtf8.SliceStep(s.s, start, step, n), n).V()
}

func strGetItem(c *Ctx, a []Value) Value {
	s, key := a[0].AsStr(), a[1]
	if sl := key.AsSlice(); sl != nil {
		start, _, step, n, ok := sl.Span(c, int(s.n))
		if !ok {
			return Nil
		}
		return s.span(start, step, n)
	}
	if !key.IsInt() && !key.IsAnyInt() && TypeOf(key).Dunder(DIndex).IsNil() {
		return c.Raise(TypeError, "string indices must be integers, not '%s'", typeName(key))
	}
	i, ok := c.SizeIndex(key, IndexError)
	if !ok {
		return Nil
	}
	if i < 0 {
		i += int(s.n)
	}
	if i < 0 || i >= int(s.n) {
		return c.Raise(IndexError, "string index out of range")
	}
	return s.At(i)
}

func strAdd(c *Ctx, a []Value) Value {
	x, y := a[0].AsStr(), a[1].AsStr()
	if y == nil {
		if v := c.reflected(DRAdd, a[0], a[1]); v != NotImplemented {
			return v
		}
		return c.Raise(TypeError, "can only concatenate str (not \"%s\") to str", typeName(a[1]))
	}
	if !c.fits(len(x.s)+len(y.s), 1) {
		return Nil
	}
	return Concat(x, y)
}

func strMul(c *Ctx, a []Value) Value {
	s := a[0].AsStr()
	n, _, ok := c.repeatArg(a[0], a[1])
	switch {
	case !ok:
		return Nil
	case n == 0 || s.n == 0:
		return emptyStr.V()
	case n == 1:
		return s.same(a[0])
	case !c.fits(len(s.s), n):
		return Nil
	}
	return newStrN(strings.Repeat(s.s, n), int(s.n)*n).V()
}

func strContains(c *Ctx, a []Value) Value {
	sub := a[1].AsStr()
	if sub == nil {
		return c.Raise(TypeError, "'in <string>' requires string as left operand, not %s", typeName(a[1]))
	}
	return Bool(strings.Contains(a[0].AsStr().s, sub.s))
}

// Printable tells whether repr() shows a code point as it is.
func Printable(r rune) bool { return unicodedb.IsPrintable(r) }
