package zlib

import "slp/vm/object"

// compressor is an object of compressobj().
type compressor struct{ d *deflater }

// Walk implements object.Impl.
func (k *compressor) Walk(w *object.Walker) {
	object.State(w, &k.d, (*deflater).clone, func(d *deflater, _ func(value), word func(uint64)) {
		word(uint64(d.sum))
		word(uint64(d.size))
		word(uint64(adlerUpdate(1, d.pending)))
	})
}

func ofC(v value) *compressor {
	k, _ := object.As[*compressor](v)
	return k
}

func compressObj(c *ctx, a []value) value {
	numbers := [5]int{-1, 8, 15, 8, 0}
	for i := range numbers {
		var ok bool
		if numbers[i], ok = number(c, a[i], numbers[i]); !ok {
			return object.Nil
		}
	}
	dict := ""
	if !a[5].IsNil() && !a[5].IsNone() {
		var ok bool
		if dict, ok = data(c, a[5]); !ok {
			return object.Nil
		}
	}
	f, ok := formatOf(numbers[2])
	if !ok || f == formatAuto || numbers[2] == 0 || numbers[0] < -1 || numbers[0] > 9 || numbers[1] != 8 || numbers[3] < 1 || numbers[3] > 9 || numbers[4] < 0 || numbers[4] > 4 {
		return c.Raise(object.ValueError, "Invalid initialization option")
	}
	return c.NewObj(state(c).compress, &compressor{newDeflater(f, numbers[0], dict)})
}

func compressCopy(c *ctx, a []value) value {
	k := ofC(a[0])
	if k.d.done {
		return c.Raise(object.ValueError, "Inconsistent stream state")
	}
	return c.NewObj(state(c).compress, &compressor{k.d.clone()})
}

var compressDefs = []object.Def{
	{Sig: "compress(self, data, /)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		k := ofC(a[0])
		if k.d.done {
			return c.Raise(state(c).err, "Error -2 while compressing data: inconsistent stream state")
		}
		c.Touch(a[0].Hdr())
		return object.NewBytes(string(k.d.write(b)))
	}, Doc: "Returns a bytes object containing compressed data."},
	{Sig: "flush(self, mode=4, /)", Fn: func(c *ctx, a []value) value {
		mode, ok := number(c, a[1], 4)
		if !ok {
			return object.Nil
		}
		k := ofC(a[0])
		if mode == 0 {
			return object.NewBytes("")
		}
		if k.d.done {
			return c.Raise(state(c).err, "Error -2 while flushing: inconsistent stream state")
		}
		c.Touch(a[0].Hdr())
		switch mode {
		case 4:
			return object.NewBytes(string(k.d.finish()))
		case 1, 2, 3, 5:
			return object.NewBytes(string(k.d.flush(mode == 3)))
		}
		return c.Raise(state(c).err, "Error -2 while flushing: inconsistent stream state")
	}, Doc: "Return a bytes object containing any remaining compressed data."},
	{Sig: "copy(self, /)", Fn: compressCopy, Doc: "Return a copy of the compression object."},
	{Sig: "__copy__(self, /)", Fn: compressCopy},
	{Sig: "__deepcopy__(self, memo, /)", Fn: compressCopy},
}

// decompressor is an object of decompressobj(), or a _ZlibDecompressor.
type decompressor struct {
	s      *stream
	unused string // behind the end
	tail   string // not taken because enough was made
	eof    bool
	full   bool // more can be made without more data
}

// Walk implements object.Impl.
func (d *decompressor) Walk(w *object.Walker) {
	object.State(w, &d.s, (*stream).clone, func(s *stream, _ func(value), word func(uint64)) {
		word(uint64(s.size))
		word(uint64(s.sum))
		word(uint64(len(s.z.in)))
	})
	w.String(&d.unused)
	w.String(&d.tail)
	w.Bool(&d.eof)
	w.Bool(&d.full)
}

func ofD(v value) *decompressor {
	d, _ := object.As[*decompressor](v)
	return d
}

func decompressObj(c *ctx, a []value) value {
	s, ok := openStream(c, a[0], a[1])
	if !ok {
		return object.Nil
	}
	return c.NewObj(state(c).decompress, &decompressor{s: s})
}

func openStream(c *ctx, wbits, zdict value) (*stream, bool) {
	n, ok := number(c, wbits, 15)
	if !ok {
		return nil, false
	}
	dict := ""
	if !zdict.IsNil() {
		if _, _, like := c.BytesLike(zdict); !like {
			c.Raise(object.TypeError, "zdict argument must support the buffer protocol")
			return nil, false
		}
		if dict, ok = data(c, zdict); !ok {
			return nil, false
		}
	}
	f, ok := formatOf(n)
	if !ok {
		c.Raise(object.ValueError, "Invalid initialization option")
		return nil, false
	}
	return newStream(f, dict), true
}

// more takes data; what is not taken, because limit bytes were made, is the tail.
func (d *decompressor) more(data string, limit int) (out []byte, bad string) {
	if d.eof {
		d.unused += data
		return nil, ""
	}
	out, bad = d.s.write(data, limit)
	if bad != "" {
		return out, bad
	}
	d.tail, d.full = "", false
	switch {
	case d.s.stage == stageEnd:
		d.eof = true
		d.unused = string(d.s.unused())
	case limit >= 0 && len(out) >= limit:
		d.tail = string(d.s.unused())
		d.full = true
	}
	return out, ""
}

func decompressCopy(c *ctx, a []value) value {
	d := *ofD(a[0])
	d.s = d.s.clone()
	return c.NewObj(object.TypeOf(a[0]), &d)
}

var decompressDefs = []object.Def{
	{Sig: "decompress(self, data, /, max_length=0)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		limit, ok := number(c, a[2], 0)
		if !ok {
			return object.Nil
		}
		if limit < 0 {
			return c.Raise(object.ValueError, "max_length must be non-negative")
		}
		if limit == 0 {
			limit = -1
		}
		c.Touch(a[0].Hdr())
		out, bad := ofD(a[0]).more(b, limit)
		if bad != "" {
			return broken(c, bad)
		}
		return object.NewBytes(string(out))
	}, Doc: "Return a bytes object containing the decompressed version of the data."},
	{Sig: "flush(self, length=16384, /)", Fn: func(c *ctx, a []value) value {
		n, ok := number(c, a[1], 16384)
		if !ok {
			return object.Nil
		}
		if n <= 0 {
			return c.Raise(object.ValueError, "length must be greater than zero")
		}
		d := ofD(a[0])
		if d.eof {
			return object.NewBytes("")
		}
		c.Touch(a[0].Hdr())
		out, bad := d.more(d.tail, -1)
		if bad != "" {
			return broken(c, bad)
		}
		return object.NewBytes(string(out))
	}, Doc: "Return a bytes object containing any remaining decompressed data."},
	{Sig: "copy(self, /)", Fn: decompressCopy, Doc: "Return a copy of the decompression object."},
	{Sig: "__copy__(self, /)", Fn: decompressCopy},
	{Sig: "__deepcopy__(self, memo, /)", Fn: decompressCopy},
}

var plainDefs = []object.Def{
	{Sig: "__new__(cls, wbits=15, zdict=b'')", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		s, ok := openStream(c, a[1], a[2])
		if !ok {
			return object.Nil
		}
		return c.NewObj(a[0].AsType(), &decompressor{s: s})
	}},
	{Sig: "decompress(self, data, max_length=-1)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		limit, ok := number(c, a[2], -1)
		if !ok {
			return object.Nil
		}
		d := ofD(a[0])
		if d.eof {
			return c.Raise(object.EOFError, "End of stream already reached")
		}
		c.Touch(a[0].Hdr())
		out, bad := d.more(d.tail+b, max(limit, -1))
		if bad != "" {
			return broken(c, bad)
		}
		return object.NewBytes(string(out))
	}, Doc: "Decompress *data*, returning uncompressed data as bytes."},
}
