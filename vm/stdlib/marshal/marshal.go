// Package marshal is the module marshal: builtin values as bytes, in CPython's format. Code objects have a format of this machine's own.
package marshal

import (
	"encoding/binary"
	"math"
	"math/big"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module marshal.
var Module = object.ModuleDef{Name: "marshal", Doc: "This module contains functions that can read and write Python values in\na binary format.", Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "version", object.Int(5))
	return true
}, Funcs: []object.Def{
	{Sig: "dumps(value, version=5, /, *, allow_code=True)", Fn: func(c *ctx, a []value) value {
		b, ok := dump(c, a[0], a[2])
		if !ok {
			return object.Nil
		}
		return object.NewBytes(string(b))
	}, Doc: "Return the bytes object that would be written to a file by dump(value, file)."},
	{Sig: "dump(value, file, version=5, /, *, allow_code=True)", Fn: func(c *ctx, a []value) value {
		b, ok := dump(c, a[0], a[3])
		if !ok {
			return object.Nil
		}
		return c.CallAttr(a[1], "write", object.NewBytes(string(b)))
	}, Doc: "Write the value on the open file."},
	{Sig: "loads(bytes, /, *, allow_code=True)", Fn: func(c *ctx, a []value) value {
		b, ok, like := c.BytesLike(a[0])
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[0]).Said())
		}
		if !ok {
			return object.Nil
		}
		return load(c, b, a[1])
	}, Doc: "Convert the bytes-like object to a value."},
	{Sig: "load(file, /, *, allow_code=True)", Fn: func(c *ctx, a []value) value {
		b := c.CallAttr(a[0], "read")
		if b.IsNil() {
			return b
		}
		if b.AsBytes() == nil {
			return c.Raise(object.TypeError, "file.read() returned not bytes but %s", object.TypeOf(b).Said())
		}
		return load(c, b.AsBytes().S, a[1])
	}, Doc: "Read one value from the open file and return it."},
}}

// allowed tells what the argument allow_code says.
func allowed(c *ctx, v value) bool {
	if v.IsNil() {
		return true
	}
	yes, _ := c.Truth(v)
	return yes
}

func dump(c *ctx, v, allow value) ([]byte, bool) {
	w := writer{c: c, code: allowed(c, allow)}
	if c.Failed() {
		return nil, false
	}
	if !w.value(v, 0) {
		if !c.Failed() {
			c.Raise(object.ValueError, "unmarshallable object")
		}
		return nil, false
	}
	return w.out, true
}

const deepest = 2000

type writer struct {
	c    *ctx
	out  []byte
	code bool // code objects are allowed
}

func (w *writer) long(n int) { w.out = binary.LittleEndian.AppendUint32(w.out, uint32(n)) }

func (w *writer) float(f float64) {
	w.out = binary.LittleEndian.AppendUint64(w.out, math.Float64bits(f))
}

func (w *writer) value(v value, depth int) bool {
	if depth > deepest {
		w.c.Raise(object.ValueError, "object too deeply nested to marshal")
		return false
	}
	all := func(items []value) bool {
		for _, x := range items {
			if !w.value(x, depth+1) {
				return false
			}
		}
		return true
	}
	switch v.Kind() {
	case object.KNone:
		w.out = append(w.out, 'N')
	case object.KEllipsis:
		w.out = append(w.out, '.')
	case object.KBool:
		w.out = append(w.out, map[bool]byte{true: 'T', false: 'F'}[v.IsTrue()])
	case object.KInt:
		if n := v.I(); n >= math.MinInt32 && n <= math.MaxInt32 {
			w.out = append(w.out, 'i')
			w.long(int(n))
			return true
		}
		w.big(v.AsBigInt())
	case object.KBigInt:
		w.big(v.AsBigInt())
	case object.KFloat:
		w.out = append(w.out, 'g')
		w.float(v.F())
	case object.KComplex:
		w.out = append(w.out, 'y')
		w.float(real(v.AsComplex().V))
		w.float(imag(v.AsComplex().V))
	case object.KStr:
		s := v.AsStr()
		switch n := len(s.String()); {
		case s.IsASCII() && n < 256:
			w.out = append(w.out, 'z', byte(n))
		case s.IsASCII():
			w.out = append(w.out, 'a')
			w.long(n)
		default:
			w.out = append(w.out, 'u')
			w.long(n)
		}
		w.out = append(w.out, s.String()...)
	case object.KBytes, object.KByteArray:
		b, _, _ := w.c.BytesLike(v)
		w.out = append(w.out, 's')
		w.long(len(b))
		w.out = append(w.out, b...)
	case object.KTuple:
		items := object.Items(v)
		if len(items) < 256 {
			w.out = append(w.out, ')', byte(len(items)))
		} else {
			w.out = append(w.out, '(')
			w.long(len(items))
		}
		return all(items)
	case object.KList:
		items := object.Items(v)
		w.out = append(w.out, '[')
		w.long(len(items))
		return all(items)
	case object.KSet, object.KFrozenSet:
		items, _ := w.c.Collect(v)
		w.out = append(w.out, map[bool]byte{true: '<', false: '>'}[v.Kind() == object.KSet])
		w.long(len(items))
		return all(items)
	case object.KDict:
		w.out = append(w.out, '{')
		d := v.AsDict()
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			if !w.value(d.T.At(i).Key, depth+1) || !w.value(d.T.At(i).Val, depth+1) {
				return false
			}
		}
		w.out = append(w.out, '0')
	case object.KCode:
		if !w.code {
			w.c.Raise(object.ValueError, "marshalling code objects is disallowed")
			return false
		}
		b := w.c.Host.PackCode(v)
		w.out = append(w.out, 'c')
		w.long(len(b))
		w.out = append(w.out, b...)
		return b != nil
	default:
		if v == object.StopIteration.V() {
			w.out = append(w.out, 'S')
			return true
		}
		return false
	}
	return true
}

// big writes an int in digits of 15 bits.
func (w *writer) big(n *big.Int) {
	m := new(big.Int).Abs(n)
	count := (m.BitLen() + 14) / 15
	w.out = append(w.out, 'l')
	w.long(count * n.Sign())
	for i := range count {
		d := uint16(0)
		for b := range 15 {
			d |= uint16(m.Bit(15*i+b)) << b
		}
		w.out = binary.LittleEndian.AppendUint16(w.out, d)
	}
}
