package arraymod

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// machineFormat is how a pickle holds the items of an array; its number in formats is the code that the pickle names.
type machineFormat struct {
	kind byte // 'u'nsigned, 's'igned, 'f'loat, 't'ext
	size int
	big  bool
}

var formats = [...]machineFormat{
	{'u', 1, false}, {'s', 1, false}, {'u', 2, false}, {'u', 2, true}, {'s', 2, false}, {'s', 2, true}, {'u', 4, false}, {'u', 4, true},
	{'s', 4, false}, {'s', 4, true}, {'u', 8, false}, {'u', 8, true}, {'s', 8, false}, {'s', 8, true}, {'f', 4, false}, {'f', 4, true},
	{'f', 8, false}, {'f', 8, true}, {'t', 2, false}, {'t', 2, true}, {'t', 4, false}, {'t', 4, true},
}

// formatOf is the format in which this machine holds the items of a type code.
func formatOf(code byte) machineFormat {
	f := machineFormat{kind: 's', size: sizes[code]}
	switch {
	case code == 'u' || code == 'w':
		f.kind = 't'
	case code == 'f' || code == 'd':
		f.kind = 'f'
	case code < 'a':
		f.kind = 'u'
	}
	return f
}

// reconstruct is _array_reconstructor: an array from what a pickle holds, maybe one of another machine.
func reconstruct(c *ctx, a []value) value {
	t, st := a[0].AsType(), stateOf(c)
	if t == nil {
		return c.Raise(object.TypeError, "first argument must be a type object, not %s", object.TypeOf(a[0]).Name)
	}
	if t != st.array && !t.IsSubtype(st.array) {
		return c.Raise(object.TypeError, "%s is not a subtype of array.array", t.Name)
	}
	if s := a[1].AsStr(); s == nil || s.Len() != 1 {
		what := object.TypeOf(a[1]).Name
		if s != nil {
			what = fmt.Sprintf("a string of length %d", s.Len())
		}
		return c.Raise(object.TypeError, "_array_reconstructor(): argument 2 must be a unicode character, not %s", what)
	}
	n, ok := c.IndexInt(a[2], false)
	if !ok {
		return object.Nil
	}
	items := a[3].AsBytes()
	if items == nil {
		return c.Raise(object.TypeError, "fourth argument should be bytes, not %s", object.TypeOf(a[3]).Name)
	}
	s := a[1].AsStr().String()
	if sizes[s[0]] == 0 {
		return c.Raise(object.ValueError, "second argument must be a valid type code")
	}
	if n < 0 || n >= len(formats) {
		return c.Raise(object.ValueError, "third argument must be a valid machine format code.")
	}
	f := formats[n]
	whole, what := f.size, "string"
	if f.kind == 't' {
		whole = 4 // also of UTF-16
	}
	if f == formatOf(s[0]) {
		what = "bytes"
	}
	if len(items.S)%whole != 0 {
		return c.Raise(object.ValueError, "%s length not a multiple of item size", what)
	}
	code := s[0]
	if f != formatOf(code) && (f.kind == 'u' || f.kind == 's') {
		// The type code of this machine that holds such items.
		for i := range len(codes) {
			if g := formatOf(codes[i]); g.kind == f.kind && g.size == f.size {
				code = codes[i]
			}
		}
	}
	x := &array{code: code, size: sizes[code]}
	if f == formatOf(code) {
		x.data = []byte(items.S)
		return c.NewObj(t, x)
	}
	list := c.NewList(f.items(items.S))
	if x.data, ok = x.packAll(c, list); !ok {
		return object.Nil
	}
	return c.NewObj(t, x)
}

// items reads the items of a pickle.
func (f machineFormat) items(data string) (out []value) {
	if f.kind == 't' {
		return f.runes(data)
	}
	for ; data != ""; data = data[f.size:] {
		b := make([]byte, 8)
		copy(b, data[:f.size])
		if f.big {
			slices.Reverse(b[:f.size])
		}
		u := le.Uint64(b)
		switch {
		case f.kind == 'f' && f.size == 4:
			out = append(out, object.Float(float64(math.Float32frombits(uint32(u)))))
		case f.kind == 'f':
			out = append(out, object.Float(math.Float64frombits(u)))
		case f.kind == 'u':
			out = append(out, object.NewBig(new(big.Int).SetUint64(u)))
		default:
			shift := 64 - 8*f.size
			out = append(out, object.Int(int64(u<<shift)>>shift))
		}
	}
	return out
}

func (f machineFormat) runes(data string) (out []value) {
	var text []byte
	lead := rune(0)
	for ; data != ""; data = data[f.size:] {
		b := make([]byte, 4)
		copy(b, data[:f.size])
		if f.big {
			slices.Reverse(b[:f.size])
		}
		r := rune(le.Uint32(b))
		if f.size == 2 && 0xd800 <= r && r < 0xdc00 {
			lead = r
			continue
		}
		if lead != 0 && 0xdc00 <= r && r < 0xe000 {
			r = (lead-0xd800)<<10 + (r - 0xdc00) + 0x10000
		}
		lead = 0
		if r < 0 || r > 0x10ffff {
			r = 0xfffd
		}
		text = wtf8.AppendRune(text, r)
	}
	for i, s := 0, object.NewStr(string(text)).AsStr(); i < s.Len(); i++ {
		out = append(out, object.Char(s.RuneAt(i)))
	}
	return out
}

// reduce is __reduce_ex__: the items as a list, or, from protocol 3, as the bytes of this machine.
func reduce(c *ctx, a []value) value {
	protocol, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	x, dict := of(a[0]), object.None
	if d := a[0].AsObj().Dict; d != nil {
		dict = d.V()
	}
	cls, code := object.TypeOf(a[0]).V(), object.NewASCII(string(x.code))
	if protocol < 3 {
		list, ok := x.list(c)
		if !ok {
			return object.Nil
		}
		return object.TupleOf(cls, object.TupleOf(code, list), dict)
	}
	n := slices.Index(formats[:], formatOf(x.code))
	return object.TupleOf(stateOf(c).reconstructor, object.TupleOf(cls, code, object.Int(int64(n)), object.NewBytes(string(x.data))), dict)
}
