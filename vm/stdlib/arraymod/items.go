package arraymod

import (
	"encoding/binary"
	"math"
	"math/big"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

var le = binary.LittleEndian

// get is an item. A code unit beyond Unicode becomes U+FFFD here: text and list say that it is none.
func (x *array) get(i int) value {
	b := x.data[i*x.size : (i+1)*x.size]
	switch x.code {
	case 'b':
		return object.Int(int64(int8(b[0])))
	case 'B':
		return object.Int(int64(b[0]))
	case 'h':
		return object.Int(int64(int16(le.Uint16(b))))
	case 'H':
		return object.Int(int64(le.Uint16(b)))
	case 'i':
		return object.Int(int64(int32(le.Uint32(b))))
	case 'I':
		return object.Int(int64(le.Uint32(b)))
	case 'l', 'q':
		return object.Int(int64(le.Uint64(b)))
	case 'f':
		return object.Float(float64(math.Float32frombits(le.Uint32(b))))
	case 'd':
		return object.Float(math.Float64frombits(le.Uint64(b)))
	case 'u', 'w':
		if u := le.Uint32(b); u <= 0x10ffff {
			return object.Char(rune(u))
		}
		return object.Char(0xfffd)
	}
	return object.NewBig(new(big.Int).SetUint64(le.Uint64(b)))
}

var intNames = map[byte]string{'b': "signed char", 'B': "unsigned byte integer", 'h': "signed short", 'H': "unsigned short", 'i': "signed int", 'I': "unsigned int", 'l': "long", 'L': "unsigned long", 'q': "long long", 'Q': "unsigned long long"}

// pack makes the bytes of an item.
func (x *array) pack(c *ctx, v value) ([]byte, bool) {
	out := make([]byte, 8)
	switch x.code {
	case 'u', 'w':
		s := v.AsStr()
		if s == nil {
			c.Raise(object.TypeError, "array item must be a unicode character, not %s", object.TypeOf(v).Said())
			return nil, false
		}
		if s.Len() != 1 {
			c.Raise(object.TypeError, "array item must be a string of length 1, not a string of length %d", s.Len())
			return nil, false
		}
		le.PutUint32(out, uint32(s.RuneAt(0)))
		return out[:4], true
	case 'f', 'd':
		f, ok := c.RealNumber(v)
		if !ok {
			return nil, false
		}
		if x.code == 'f' {
			le.PutUint32(out, math.Float32bits(float32(f)))
		} else {
			le.PutUint64(out, math.Float64bits(f))
		}
		return out[:x.size], true
	}
	n := c.Index(v)
	if n.IsNil() {
		return nil, false
	}
	b := n.AsBigInt()
	bits := uint(8 * x.size)
	lo, hi := new(big.Int), new(big.Int).Lsh(big.NewInt(1), bits)
	if x.code >= 'a' {
		hi.Rsh(hi, 1)
		lo.Neg(hi)
	}
	if b.Cmp(lo) < 0 || b.Cmp(hi) >= 0 {
		how := "greater than maximum"
		if b.Cmp(lo) < 0 {
			how = "less than minimum"
		}
		if bits == 64 && x.code < 'a' && b.Sign() < 0 {
			c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
			return nil, false
		}
		if bits == 64 {
			c.Raise(object.OverflowError, "int too large to convert to C %s", intNames[x.code])
			return nil, false
		}
		c.Raise(object.OverflowError, "%s is %s", intNames[x.code], how)
		return nil, false
	}
	u := b.Uint64()
	if b.Sign() < 0 {
		u = uint64(b.Int64())
	}
	le.PutUint64(out, u)
	return out[:x.size], true
}

// packAll makes the bytes of all items of an iterable.
func (x *array) packAll(c *ctx, v value) ([]byte, bool) {
	items, ok := c.Collect(v)
	if !ok {
		return nil, false
	}
	out := make([]byte, 0, len(items)*x.size)
	for _, i := range items {
		b, ok := x.pack(c, i)
		if !ok {
			return nil, false
		}
		out = append(out, b...)
	}
	return out, true
}

// valid raises the ValueError of a code unit that is no character.
func (x *array) valid(c *ctx) bool {
	if x.code != 'u' && x.code != 'w' {
		return true
	}
	for i := range x.len() {
		if u := le.Uint32(x.data[4*i:]); u > 0x10ffff {
			if x.code == 'u' {
				c.Raise(object.ValueError, "character U+%x is not in range [U+0000; U+10ffff]", u)
				return false
			}
			c.RaiseArgs(object.UnicodeDecodeError, object.NewASCII("utf-32-le"), object.NewBytes(string(x.data)), object.Int(int64(4*i)), object.Int(int64(4*i+4)),
				object.NewASCII("code point not in range(0x110000)"))
			return false
		}
	}
	return true
}

func (x *array) text(c *ctx) value {
	if !x.valid(c) {
		return object.Nil
	}
	var out []byte
	for i := range x.len() {
		out = wtf8.AppendRune(out, rune(le.Uint32(x.data[4*i:])))
	}
	return object.NewStr(string(out))
}

// list is the items as a list; ok is false when one of them is no character.
func (x *array) list(c *ctx) (list value, ok bool) {
	if x.code == 'u' || x.code == 'w' {
		for i := range x.len() {
			if le.Uint32(x.data[4*i:]) > 0x10ffff {
				c.Raise(object.ValueError, "chr() arg not in range(0x110000)")
				return object.Nil, false
			}
		}
	}
	return x.items(c), true
}

// items is list for what only compares.
func (x *array) items(c *ctx) value {
	out := make([]value, x.len())
	for i := range out {
		out[i] = x.get(i)
	}
	return c.NewList(out)
}
