package marshal

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"

	"slp/vm/object"
)

type reader struct {
	c    *ctx
	s    string
	i    int
	refs []value
	code bool // code objects are allowed
}

func load(c *ctx, s string, allow value) value {
	r := &reader{c: c, s: s, code: allowed(c, allow)}
	if c.Failed() {
		return object.Nil
	}
	v := r.value(0)
	if v.IsNil() && !c.Failed() {
		return c.Raise(object.TypeError, "NULL object in marshal data for object")
	}
	return v
}

// take returns the next n bytes.
func (r *reader) take(n int) (string, bool) {
	if n < 0 || n > len(r.s)-r.i {
		r.c.Raise(object.EOFError, "marshal data too short")
		return "", false
	}
	s := r.s[r.i : r.i+n]
	r.i += n
	return s, true
}

func (r *reader) long() (int, bool) {
	s, ok := r.take(4)
	if !ok {
		return 0, false
	}
	return int(int32(binary.LittleEndian.Uint32([]byte(s)))), true
}

func (r *reader) size(short bool) (int, bool) {
	if short {
		s, ok := r.take(1)
		if !ok {
			return 0, false
		}
		return int(s[0]), true
	}
	n, ok := r.long()
	if ok && n < 0 {
		r.bad("size out of range")
		return 0, false
	}
	return n, ok
}

func (r *reader) bad(what string) value {
	return r.c.Raise(object.ValueError, "bad marshal data (%s)", what)
}

func (r *reader) float() (float64, bool) {
	s, ok := r.take(8)
	if !ok {
		return 0, false
	}
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(s))), true
}

// value reads one value; Nil without an exception is the mark that ends a dict.
func (r *reader) value(depth int) value {
	if r.i >= len(r.s) {
		return r.c.Raise(object.EOFError, "EOF read where object expected")
	}
	if depth > deepest {
		return r.c.Raise(object.ValueError, "recursion limit exceeded")
	}
	code := r.s[r.i]
	r.i++
	ref := code&0x80 != 0
	at := len(r.refs)
	if ref {
		r.refs = append(r.refs, object.Nil)
	}
	keep := func(v value) value {
		if ref {
			r.refs[at] = v
		}
		return v
	}
	switch code & 0x7F {
	case '0':
		return object.Nil
	case 'N':
		return object.None
	case '.':
		return object.Ellipsis
	case 'T':
		return object.True
	case 'F':
		return object.False
	case 'S':
		return object.StopIteration.V()
	case 'i':
		n, ok := r.long()
		if !ok {
			return object.Nil
		}
		return keep(object.Int(int64(n)))
	case 'l':
		return keep(r.big())
	case 'g':
		f, ok := r.float()
		if !ok {
			return object.Nil
		}
		return keep(object.Float(f))
	case 'f':
		n, ok := r.size(true)
		if !ok {
			return object.Nil
		}
		s, ok := r.take(n)
		if !ok {
			return object.Nil
		}
		f, err := strconv.ParseFloat(s, 64)
		if err != nil && !math.IsInf(f, 0) {
			return r.bad("float")
		}
		return keep(object.Float(f))
	case 'y':
		re, ok := r.float()
		if !ok {
			return object.Nil
		}
		im, ok := r.float()
		if !ok {
			return object.Nil
		}
		return keep(object.NewComplex(complex(re, im)))
	case 's', 'u', 't', 'a', 'A', 'z', 'Z':
		n, ok := r.size(code&0x7F == 'z' || code&0x7F == 'Z')
		if !ok {
			return object.Nil
		}
		s, ok := r.take(n)
		if !ok {
			return object.Nil
		}
		if code&0x7F == 's' {
			return keep(object.NewBytes(s))
		}
		return keep(object.NewStr(s))
	case ')', '(', '[', '<', '>':
		return r.items(code&0x7F, keep, depth)
	case '{':
		d := r.c.NewDict()
		keep(d.V())
		for {
			k := r.value(depth + 1)
			if k.IsNil() {
				if r.c.Failed() {
					return k
				}
				return d.V()
			}
			v := r.value(depth + 1)
			if v.IsNil() {
				if r.c.Failed() {
					return v
				}
				return d.V()
			}
			if !r.c.DictSet(d, k, v) {
				return object.Nil
			}
		}
	case 'r':
		n, ok := r.long()
		if !ok {
			return object.Nil
		}
		if n < 0 || n >= len(r.refs) || r.refs[n].IsNil() {
			return r.bad("invalid reference")
		}
		return r.refs[n]
	case 'c':
		if !r.code {
			return r.c.Raise(object.ValueError, "unmarshalling code objects is disallowed")
		}
		n, ok := r.size(false)
		if !ok {
			return object.Nil
		}
		b, ok := r.take(n)
		if !ok {
			return object.Nil
		}
		if v := r.c.Host.UnpackCode([]byte(b)); !v.IsNil() {
			return keep(v)
		}
		return r.bad("code of another compiler: use the source instead")
	}
	return r.bad("unknown type code")
}

func (r *reader) items(code byte, keep func(value) value, depth int) value {
	n, ok := r.size(code == ')')
	if !ok {
		return object.Nil
	}
	if n > len(r.s)-r.i {
		return r.c.Raise(object.EOFError, "marshal data too short")
	}
	list := object.Nil
	if code == '[' {
		list = keep(r.c.NewList(nil))
	}
	items := make([]value, n)
	for i := range items {
		if items[i] = r.value(depth + 1); items[i].IsNil() {
			if !r.c.Failed() {
				return r.c.Raise(object.TypeError, "NULL object in marshal data for sequence")
			}
			return object.Nil
		}
	}
	switch code {
	case '[':
		list.AsList().Items = items
		return list
	case '(', ')':
		return keep(object.NewTuple(items))
	}
	s := r.c.NewSet()
	for _, v := range items {
		if !r.c.SetAdd(s, v) {
			return object.Nil
		}
	}
	if code == '>' {
		return keep(r.c.NewFrozenSet(s))
	}
	return keep(s.V())
}

func (r *reader) big() value {
	n, ok := r.long()
	if !ok {
		return object.Nil
	}
	count := max(n, -n)
	s, ok := r.take(2 * count)
	if !ok {
		return object.Nil
	}
	b := new(big.Int)
	for i := count - 1; i >= 0; i-- {
		d := binary.LittleEndian.Uint16([]byte(s[2*i:]))
		if d > 0x7FFF {
			return r.bad("digit out of range in long")
		}
		b.Lsh(b, 15).Or(b, big.NewInt(int64(d)))
	}
	if n < 0 {
		b.Neg(b)
	}
	return object.NewBig(b)
}
