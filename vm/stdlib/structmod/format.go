package structmod

import (
	"encoding/binary"
	"math"
	"math/big"
	"strings"

	"slp/vm/object"
)

// format is a format string that was understood; it never changes.
type format struct {
	text  string
	big   bool
	size  int
	count int // of values
	items []item
}

// item is n values of a code, or one of n bytes for "s" and "p".
type item struct {
	code byte
	off  int
	size int // of one
	n    int
}

var (
	nativeSizes   = [128]int8{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1, 'P': 8, 'F': 8, 'D': 16}
	standardSizes = [128]int8{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1, 'F': 8, 'D': 16}
)

// formatOf reads a format string.
func formatOf(c *ctx, v value) (*format, bool) {
	text := ""
	switch {
	case v.AsStr() != nil:
		text = v.AsStr().String()
	case v.AsBytes() != nil:
		text = v.AsBytes().S
	default:
		c.Raise(object.TypeError, "Struct() argument 1 must be a str or bytes object, not %s", object.TypeOf(v).Said())
		return nil, false
	}
	f := &format{text: text}
	if message := f.parse(text); message != "" {
		c.Raise(stateOf(c).error, "%s", message)
		return nil, false
	}
	return f, true
}

func (f *format) parse(s string) string {
	sizes, native := &nativeSizes, true
	if s != "" && strings.IndexByte("@=<>!", s[0]) >= 0 {
		if s[0] != '@' {
			sizes, native = &standardSizes, false
		}
		f.big = s[0] == '>' || s[0] == '!'
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		ch := s[i]
		if ch == ' ' || '\t' <= ch && ch <= '\r' {
			continue
		}
		n := 1
		if '0' <= ch && ch <= '9' {
			n = 0
			for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
				if n = n*10 + int(s[i]-'0'); n > math.MaxInt64/64 {
					return "overflow in item count"
				}
			}
			if i == len(s) {
				return "repeat count given without format specifier"
			}
			ch = s[i]
		}
		if ch == 0 {
			return "embedded null character"
		}
		if ch >= 128 || sizes[ch] == 0 {
			return "bad char in struct format"
		}
		size := int(sizes[ch])
		if native && ch != 'x' && ch != 's' && ch != 'p' {
			align := size
			if ch == 'F' || ch == 'D' {
				align /= 2
			}
			f.size = (f.size + align - 1) / align * align
		}
		switch ch {
		case 'x':
		case 's', 'p':
			f.items = append(f.items, item{code: ch, off: f.size, size: 1, n: n})
			f.count++
		default:
			if n > 0 {
				f.items = append(f.items, item{code: ch, off: f.size, size: size, n: n})
			}
			f.count += n
		}
		if n > 0 && f.size > math.MaxInt64-n*size {
			return "total struct size too long"
		}
		f.size += n * size
	}
	return ""
}

func (f *format) order() binary.ByteOrder {
	if f.big {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func getUint(o binary.ByteOrder, s []byte) uint64 {
	switch len(s) {
	case 1:
		return uint64(s[0])
	case 2:
		return uint64(o.Uint16(s))
	case 4:
		return uint64(o.Uint32(s))
	}
	return o.Uint64(s)
}

func putUint(o binary.ByteOrder, s []byte, u uint64) {
	switch len(s) {
	case 1:
		s[0] = byte(u)
	case 2:
		o.PutUint16(s, uint16(u))
	case 4:
		o.PutUint32(s, uint32(u))
	default:
		o.PutUint64(s, u)
	}
}

// values unpacks a record.
func (f *format) values(s string) value {
	out := make([]value, 0, f.count)
	o := f.order()
	for _, it := range f.items {
		switch it.code {
		case 's':
			out = append(out, object.NewBytes(s[it.off:it.off+it.n]))
			continue
		case 'p':
			n := 0
			if it.n > 0 {
				n = min(int(s[it.off]), it.n-1)
			}
			out = append(out, object.NewBytes(s[min(it.off+1, len(s)):][:n]))
			continue
		}
		for i := range it.n {
			at := it.off + i*it.size
			out = append(out, getItem(o, it.code, []byte(s[at:at+it.size])))
		}
	}
	return object.NewTuple(out)
}

func getItem(o binary.ByteOrder, code byte, b []byte) value {
	switch code {
	case 'c':
		return object.NewBytes(string(b))
	case '?':
		return object.Bool(b[0] != 0)
	case 'e':
		return object.Float(object.HalfToFloat(o.Uint16(b)))
	case 'f':
		return object.Float(float64(math.Float32frombits(o.Uint32(b))))
	case 'd':
		return object.Float(math.Float64frombits(o.Uint64(b)))
	case 'F':
		return object.NewComplex(complex(float64(math.Float32frombits(o.Uint32(b))), float64(math.Float32frombits(o.Uint32(b[4:])))))
	case 'D':
		return object.NewComplex(complex(math.Float64frombits(o.Uint64(b)), math.Float64frombits(o.Uint64(b[8:]))))
	}
	u := getUint(o, b)
	switch code {
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*len(b)
		return object.Int(int64(u<<shift) >> shift)
	}
	if u > math.MaxInt64 {
		return object.NewBig(new(big.Int).SetUint64(u))
	}
	return object.Int(int64(u))
}

// pack writes the values; out is a zeroed record.
func (f *format) pack(c *ctx, vals []value, out []byte) bool {
	o := f.order()
	k := 0
	for _, it := range f.items {
		if it.code == 's' || it.code == 'p' {
			s := ""
			switch v := vals[k]; {
			case v.AsBytes() != nil:
				s = v.AsBytes().S
			case v.AsByteArray() != nil:
				s = string(v.AsByteArray().B)
			default:
				c.Raise(stateOf(c).error, "argument for '%c' must be a bytes object", it.code)
				return false
			}
			k++
			switch {
			case it.code == 's':
				copy(out[it.off:it.off+it.n], s)
			case it.n > 0:
				n := copy(out[it.off+1:it.off+it.n], s)
				out[it.off] = byte(min(n, 255))
			}
			continue
		}
		for i := range it.n {
			at := it.off + i*it.size
			if !f.putItem(c, o, it.code, out[at:at+it.size], vals[k]) {
				return false
			}
			k++
		}
	}
	return true
}

func (f *format) putItem(c *ctx, o binary.ByteOrder, code byte, b []byte, v value) bool {
	fail := func(format string, args ...any) bool {
		c.Raise(stateOf(c).error, format, args...)
		return false
	}
	switch code {
	case 'c':
		x := v.AsBytes()
		if x == nil || len(x.S) != 1 {
			return fail("char format requires a bytes object of length 1")
		}
		b[0] = x.S[0]
		return true
	case '?':
		t, ok := c.Truth(v)
		if t {
			b[0] = 1
		}
		return ok
	case 'e', 'f', 'd':
		x, ok := v.AsFloat()
		if !ok {
			if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DFloat).IsNil() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
				return fail("required argument is not a float")
			}
			if x, ok = c.RealNumber(v); !ok {
				return false
			}
		}
		switch code {
		case 'e':
			h, ok := object.FloatToHalf(x)
			if !ok {
				c.Raise(object.OverflowError, "float too large to pack with e format")
				return false
			}
			o.PutUint16(b, h)
		case 'f':
			y := float32(x)
			if math.IsInf(float64(y), 0) && !math.IsInf(x, 0) {
				c.Raise(object.OverflowError, "float too large to pack with f format")
				return false
			}
			o.PutUint32(b, math.Float32bits(y))
		default:
			o.PutUint64(b, math.Float64bits(x))
		}
		return true
	case 'F', 'D':
		z, ok := c.ToComplex(v, "", true)
		if !ok {
			if c.Suspended() {
				return false
			}
			c.TakeExc()
			return fail("required argument is not a complex")
		}
		if code == 'F' {
			o.PutUint32(b, math.Float32bits(float32(real(z))))
			o.PutUint32(b[4:], math.Float32bits(float32(imag(z))))
		} else {
			o.PutUint64(b, math.Float64bits(real(z)))
			o.PutUint64(b[8:], math.Float64bits(imag(z)))
		}
		return true
	}
	if !v.IsAnyInt() {
		if object.TypeOf(v).Dunder(object.DIndex).IsNil() {
			return fail("required argument is not an integer")
		}
		if v = c.Index(v); v.IsNil() {
			return false
		}
	}
	bits := uint(8 * len(b))
	signed := strings.IndexByte("bhilqn", code) >= 0
	x := v.AsBigInt()
	lo, hi := new(big.Int), new(big.Int)
	if signed {
		hi.Lsh(big.NewInt(1), bits-1)
		lo.Neg(hi)
	} else {
		hi.Lsh(big.NewInt(1), bits)
	}
	hi.Sub(hi, big.NewInt(1))
	if code == 'P' {
		lo.Neg(lo.Lsh(big.NewInt(1), bits-1)) // an address may be given as a negative number, too
	}
	if x.Cmp(lo) < 0 || x.Cmp(hi) > 0 {
		native := f.text == "" || strings.IndexByte("=<>!", f.text[0]) < 0
		switch {
		case code == 'P':
			return fail("int too large to convert")
		case native && bits == 64 && signed:
			return fail("int too large to convert")
		case native && bits == 64 && x.Sign() < 0:
			return fail("argument out of range")
		case native && bits == 64:
			return fail("int too large to convert")
		case bits == 64 && x.BitLen() > 64:
			return fail("int too large to convert")
		}
		return fail("'%c' format requires %s <= number <= %s", code, lo, hi)
	}
	u := x.Uint64()
	if x.Sign() < 0 {
		u = uint64(x.Int64())
	}
	putUint(o, b, u)
	return true
}
