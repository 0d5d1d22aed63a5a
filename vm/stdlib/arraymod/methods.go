package arraymod

import (
	"bytes"
	"slices"

	"slp/vm/object"
)

var methods = append([]object.Def{
	{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: arrayNew},
	{Sig: "__len__(self, /)", Fn: func(c *ctx, a []value) value { return object.Int(int64(of(a[0]).len())) }},
	{Sig: "__iter__(self, /)", Fn: func(c *ctx, a []value) value { return c.NewObj(stateOf(c).iter, &iterator{of: a[0]}) }},
	{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
		x := of(a[0])
		head := object.TypeOf(a[0]).Name + "('" + string(x.code) + "'"
		if x.len() == 0 {
			return object.NewStr(head + ")")
		}
		v := x.items(c)
		if x.size == 4 && (x.code == 'u' || x.code == 'w') {
			v = x.text(c)
		}
		if v.IsNil() {
			return object.Nil
		}
		s, ok := c.ReprText(v)
		if !ok {
			return object.Nil
		}
		return object.NewStr(head + ", " + s + ")")
	}},
	{Sig: "__getitem__(self, key, /)", Fn: getItem},
	{Sig: "__setitem__(self, key, value, /)", Fn: func(c *ctx, a []value) value { return setItem(c, a[0], a[1], a[2]) }},
	{Sig: "__delitem__(self, key, /)", Fn: func(c *ctx, a []value) value { return setItem(c, a[0], a[1], object.Nil) }},
	{Sig: "__add__(self, value, /)", Fn: func(c *ctx, a []value) value {
		x, y := of(a[0]), of(a[1])
		if y == nil {
			return c.Raise(object.TypeError, "can only append array (not \"%s\") to array", object.TypeOf(a[1]).Said())
		}
		if x.code != y.code {
			return c.Raise(object.TypeError, "bad argument type for built-in operation")
		}
		return x.new(c, append(slices.Clone(x.data), y.data...))
	}},
	{Sig: "__iadd__(self, value, /)", Fn: func(c *ctx, a []value) value {
		if of(a[1]) == nil {
			return c.Raise(object.TypeError, "can only extend with array (not \"%s\")", object.TypeOf(a[1]).Said())
		}
		if extend(c, a).IsNil() {
			return object.Nil
		}
		return a[0]
	}},
	{Sig: "__mul__(self, value, /)", Fn: func(c *ctx, a []value) value { return repeat(c, a, false) }},
	{Sig: "__rmul__(self, value, /)", Fn: func(c *ctx, a []value) value { return repeat(c, a, false) }},
	{Sig: "__imul__(self, value, /)", Fn: func(c *ctx, a []value) value { return repeat(c, a, true) }},
	{Sig: "__contains__(self, key, /)", Fn: func(c *ctx, a []value) value { return c.Self("array_contains", of(a[0]).items(c), a[1]) }},
	{Sig: "append(self, v, /)", Doc: "Append new value v to the end of the array.", Fn: func(c *ctx, a []value) value {
		b, ok := of(a[0]).pack(c, a[1])
		if !ok {
			return object.Nil
		}
		return resize(c, a[0], func(x *array) { x.data = append(x.data, b...) })
	}},
	{Sig: "extend(self, bb, /)", Doc: "Append items to the end of the array.", Fn: extend},
	{Sig: "fromlist(self, list, /)", Doc: "Append items to array from list.", Fn: func(c *ctx, a []value) value {
		if a[1].AsList() == nil {
			return c.Raise(object.TypeError, "arg must be list")
		}
		return extend(c, a)
	}},
	{Sig: "insert(self, i, v, /)", Doc: "Insert a new item v into the array before position i.", Fn: func(c *ctx, a []value) value {
		i, ok := c.IndexInt(a[1], true)
		if !ok {
			return object.Nil
		}
		b, ok := of(a[0]).pack(c, a[2])
		if !ok {
			return object.Nil
		}
		return resize(c, a[0], func(x *array) {
			if i < 0 {
				i = max(i+x.len(), 0)
			}
			x.data = slices.Insert(x.data, min(i, x.len())*x.size, b...)
		})
	}},
	{Sig: "pop(self, i=-1, /)", Doc: "Return the i-th element and delete it from the array.", Fn: func(c *ctx, a []value) value {
		x, i := of(a[0]), -1
		if !a[1].IsNil() {
			var ok bool
			if i, ok = c.IndexInt(a[1], false); !ok {
				return object.Nil
			}
		}
		if x.len() == 0 {
			return c.Raise(object.IndexError, "pop from empty array")
		}
		if i < 0 {
			i += x.len()
		}
		if i < 0 || i >= x.len() {
			return c.Raise(object.IndexError, "pop index out of range")
		}
		v := x.get(i)
		if resize(c, a[0], func(x *array) { x.data = slices.Delete(x.data, i*x.size, (i+1)*x.size) }).IsNil() {
			return object.Nil
		}
		return v
	}},
	{Sig: "clear(self, /)", Doc: "Remove all items from the array.", Fn: func(c *ctx, a []value) value {
		return resize(c, a[0], func(x *array) { x.data = nil })
	}},
	{Sig: "remove(self, v, /)", Doc: "Remove the first occurrence of v in the array.", Fn: func(c *ctx, a []value) value {
		return c.Self("array_remove", a[0], of(a[0]).items(c), a[1])
	}},
	{Sig: "index(self, v, start=0, stop=sys.maxsize, /)", Doc: "Return index of first occurrence of v in the array.", Fn: func(c *ctx, a []value) value {
		lo, hi := object.Int(0), object.Int(1<<62)
		if !a[2].IsNil() {
			lo = a[2]
		}
		if !a[3].IsNil() {
			hi = a[3]
		}
		return c.Self("array_index", of(a[0]).items(c), a[1], lo, hi)
	}},
	{Sig: "count(self, v, /)", Doc: "Return number of occurrences of v in the array.", Fn: func(c *ctx, a []value) value {
		return c.CallAttr(c.Once(func() value { return of(a[0]).items(c) }), "count", a[1])
	}},
	{Sig: "reverse(self, /)", Doc: "Reverse the order of the items in the array.", Fn: func(c *ctx, a []value) value {
		c.Touch(a[0].Hdr())
		x := of(a[0])
		for i, j := 0, x.len()-1; i < j; i, j = i+1, j-1 {
			p, q := x.data[i*x.size:(i+1)*x.size], x.data[j*x.size:(j+1)*x.size]
			for k := range p {
				p[k], q[k] = q[k], p[k]
			}
		}
		return object.None
	}},
	{Sig: "byteswap(self, /)", Doc: "Byteswap all items of the array.", Fn: func(c *ctx, a []value) value {
		c.Touch(a[0].Hdr())
		x := of(a[0])
		for i := range x.len() {
			slices.Reverse(x.data[i*x.size : (i+1)*x.size])
		}
		return object.None
	}},
	{Sig: "tolist(self, /)", Doc: "Convert array to an ordinary list with the same items.", Fn: func(c *ctx, a []value) value {
		list, _ := of(a[0]).list(c)
		return list
	}},
	{Sig: "tobytes(self, /)", Doc: "Convert the array to an array of machine values and return the bytes representation.", Fn: func(c *ctx, a []value) value {
		return object.NewBytes(string(of(a[0]).data))
	}},
	{Sig: "frombytes(self, buffer, /)", Doc: "Appends items from the string, interpreting it as an array of machine values.", Fn: func(c *ctx, a []value) value {
		s, ok, like := c.BytesLike(a[1])
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Said())
		}
		if !ok {
			return object.Nil
		}
		if len(s)%of(a[0]).size != 0 {
			return c.Raise(object.ValueError, "bytes length not a multiple of item size")
		}
		return resize(c, a[0], func(x *array) { x.data = append(x.data, s...) })
	}},
	{Sig: "tounicode(self, /)", Doc: "Convert the array to a unicode string.", Fn: func(c *ctx, a []value) value {
		if x := of(a[0]); x.code == 'u' || x.code == 'w' {
			return x.text(c)
		}
		return c.Raise(object.ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')")
	}},
	{Sig: "fromunicode(self, ustr, /)", Doc: "Extends this array with data from the unicode string ustr.", Fn: func(c *ctx, a []value) value {
		if x := of(a[0]); x.code != 'u' && x.code != 'w' {
			return c.Raise(object.ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
		}
		return extend(c, a)
	}},
	{Sig: "tofile(self, f, /)", Doc: "Write all items (as machine values) to the file object f.", Fn: func(c *ctx, a []value) value {
		if c.CallAttr(a[1], "write", object.NewBytes(string(of(a[0]).data))).IsNil() {
			return object.Nil
		}
		return object.None
	}},
	{Sig: "fromfile(self, f, n, /)", Doc: "Read n objects from the file object f and append them to the end of the array.", Fn: func(c *ctx, a []value) value {
		return c.Self("array_fromfile", a[0], a[1], a[2])
	}},
	{Sig: "buffer_info(self, /)", Doc: "Return a tuple (address, length).", Fn: func(c *ctx, a []value) value {
		return object.TupleOf(object.Int(int64(c.ID(a[0]))), object.Int(int64(of(a[0]).len())))
	}},
	{Sig: "__copy__(self, /)", Fn: func(c *ctx, a []value) value { return of(a[0]).new(c, slices.Clone(of(a[0]).data)) }},
	{Sig: "__deepcopy__(self, unused, /)", Fn: func(c *ctx, a []value) value { return of(a[0]).new(c, slices.Clone(of(a[0]).data)) }},
	{Sig: "__reduce_ex__(self, value, /)", Doc: "Return state information for pickling.", Fn: reduce},
	{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *ctx, a []value) value {
		return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
	}},
}, compares()...)

func compares() (out []object.Def) {
	for op, sig := range []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"} {
		out = append(out, object.Def{Sig: sig + "(self, value, /)", Fn: func(c *ctx, a []value) value {
			x, y := of(a[0]), of(a[1])
			if y == nil {
				return object.NotImplemented
			}
			return compare(c, object.CmpEq+object.CmpOp(op), x, y)
		}})
	}
	return out
}

func arrayNew(c *ctx, a []value) value {
	cls, args := a[0].AsType(), a[1].AsTuple().Items
	if own := stateOf(c).array; !a[2].IsNil() && (cls == own || cls.Dunder(object.DInit) == own.Dunder(object.DInit)) {
		return c.Raise(object.TypeError, "array.array() takes no keyword arguments")
	}
	if n := len(args); n < 1 || n > 2 {
		if n == 0 {
			return c.Raise(object.TypeError, "array() takes at least 1 argument (0 given)")
		}
		return c.Raise(object.TypeError, "array() takes at most 2 arguments (%d given)", n)
	}
	x, ok := newArray(c, args[0])
	if !ok {
		return object.Nil
	}
	if x.code == 'u' && !c.Warn(object.DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16") {
		return object.Nil
	}
	if len(args) == 2 {
		if x.data, ok = x.source(c, args[1]); !ok {
			return object.Nil
		}
	}
	return c.NewObj(cls, x)
}

// compare compares item by item, as numbers: a NaN equals nothing, not even itself. No item runs Python code.
func compare(c *ctx, op object.CmpOp, x, y *array) value {
	for i := range min(x.len(), y.len()) {
		v, w := x.get(i), y.get(i)
		if c.Compare(object.CmpEq, v, w) == object.True {
			continue
		}
		if op == object.CmpEq || op == object.CmpNe {
			return object.Bool(op == object.CmpNe)
		}
		return c.Compare(op, v, w)
	}
	return c.Compare(op, object.Int(int64(x.len())), object.Int(int64(y.len())))
}

func (x *array) new(c *ctx, data []byte) value {
	return c.NewObj(stateOf(c).array, &array{code: x.code, size: x.size, data: data})
}

// source is the bytes that an initializer stands for.
func (x *array) source(c *ctx, src value) ([]byte, bool) {
	wide := x.code == 'u' || x.code == 'w'
	switch {
	case src.AsStr() != nil && !wide:
		c.Raise(object.TypeError, "cannot use a str to initialize an array with typecode '%c'", x.code)
		return nil, false
	case src.AsBytes() != nil || src.AsByteArray() != nil:
		s, ok, _ := c.BytesLike(src)
		if ok && len(s)%x.size != 0 {
			c.Raise(object.ValueError, "bytes length not a multiple of item size")
			return nil, false
		}
		return []byte(s), ok
	case of(src) != nil && of(src).code == x.code:
		return slices.Clone(of(src).data), true
	case of(src) != nil && !wide && (of(src).code == 'u' || of(src).code == 'w'):
		c.Raise(object.TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", x.code)
		return nil, false
	}
	return x.packAll(c, src)
}

// resize changes an array of which there are no views.
func resize(c *ctx, v value, change func(x *array)) value {
	x := of(v)
	if x.exports > 0 {
		return c.Raise(object.BufferError, "cannot resize an array that is exporting buffers")
	}
	c.Touch(v.Hdr())
	change(x)
	return object.None
}

func extend(c *ctx, a []value) value {
	x := of(a[0])
	var data []byte
	if y := of(a[1]); y != nil {
		if y.code != x.code {
			return c.Raise(object.TypeError, "can only extend with array of same kind")
		}
		data = slices.Clone(y.data)
	} else {
		var ok bool
		if data, ok = x.packAll(c, a[1]); !ok {
			return object.Nil
		}
	}
	return resize(c, a[0], func(x *array) { x.data = append(x.data, data...) })
}

func repeat(c *ctx, a []value, inPlace bool) value {
	n, ok := c.IndexInt(a[1], false)
	if !ok {
		return object.Nil
	}
	x := of(a[0])
	if len(x.data) > 0 && n > (1<<40)/len(x.data) {
		return c.Raise(object.MemoryError, "")
	}
	data := bytes.Repeat(x.data, max(n, 0))
	if !inPlace {
		return x.new(c, data)
	}
	if resize(c, a[0], func(x *array) { x.data = data }).IsNil() {
		return object.Nil
	}
	return a[0]
}

func getItem(c *ctx, a []value) value {
	x := of(a[0])
	if s := a[1].AsSlice(); s != nil {
		start, _, step, n, ok := s.Span(c, x.len())
		if !ok {
			return object.Nil
		}
		out := make([]byte, 0, n*x.size)
		for i := range n {
			at := (start + i*step) * x.size
			out = append(out, x.data[at:at+x.size]...)
		}
		return x.new(c, out)
	}
	i, ok := x.index(c, a[1], "array index out of range")
	if !ok {
		return object.Nil
	}
	if (x.code == 'u' || x.code == 'w') && le.Uint32(x.data[4*i:]) > 0x10ffff {
		return c.Raise(object.ValueError, "chr() arg not in range(0x110000)")
	}
	return x.get(i)
}

func (x *array) index(c *ctx, key value, outside string) (int, bool) {
	if !key.IsAnyInt() && object.TypeOf(key).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "array indices must be integers")
		return 0, false
	}
	i, ok := c.IndexInt(key, false)
	if !ok {
		return 0, false
	}
	if i < 0 {
		i += x.len()
	}
	if i < 0 || i >= x.len() {
		c.Raise(object.IndexError, "%s", outside)
		return 0, false
	}
	return i, true
}

// setItem sets an item or slice; v Nil deletes.
func setItem(c *ctx, self, key, v value) value {
	x := of(self)
	if s := key.AsSlice(); s != nil {
		return setSlice(c, self, s, v)
	}
	i, ok := x.index(c, key, "array assignment index out of range")
	if !ok {
		return object.Nil
	}
	if v.IsNil() {
		return resize(c, self, func(x *array) { x.data = slices.Delete(x.data, i*x.size, (i+1)*x.size) })
	}
	b, ok := x.pack(c, v)
	if !ok {
		return object.Nil
	}
	c.Touch(self.Hdr())
	copy(x.data[i*x.size:], b)
	return object.None
}

func setSlice(c *ctx, self value, s *object.Slice, v value) value {
	x := of(self)
	start, stop, step, n, ok := s.Span(c, x.len())
	if !ok {
		return object.Nil
	}
	var data []byte
	if !v.IsNil() {
		y := of(v)
		if y == nil {
			return c.Raise(object.TypeError, "can only assign array (not \"%s\") to array slice", object.TypeOf(v).Said())
		}
		if y.code != x.code {
			return c.Raise(object.TypeError, "bad argument type for built-in operation")
		}
		data = slices.Clone(y.data)
	}
	if step == 1 {
		stop = max(stop, start)
		if len(data) == (stop-start)*x.size {
			c.Touch(self.Hdr())
			copy(x.data[start*x.size:], data)
			return object.None
		}
		return resize(c, self, func(x *array) { x.data = slices.Replace(x.data, start*x.size, stop*x.size, data...) })
	}
	if v.IsNil() {
		gone := map[int]bool{}
		for i := range n {
			gone[start+i*step] = true
		}
		return resize(c, self, func(x *array) {
			var kept []byte
			for i := range x.len() {
				if !gone[i] {
					kept = append(kept, x.data[i*x.size:(i+1)*x.size]...)
				}
			}
			x.data = kept
		})
	}
	if len(data) != n*x.size {
		return c.Raise(object.ValueError, "attempt to assign array of size %d to extended slice of size %d", len(data)/x.size, n)
	}
	c.Touch(self.Hdr())
	for i := range n {
		copy(x.data[(start+i*step)*x.size:], data[i*x.size:(i+1)*x.size])
	}
	return object.None
}
