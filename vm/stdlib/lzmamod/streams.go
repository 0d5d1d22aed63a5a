package lzmamod

import (
	"slp/vm/internal/lzma"
	"slp/vm/object"
)

// compressor keeps all data until it is flushed.
type compressor struct {
	format  int
	check   int
	filters []lzma.Filter // constant
	data    []byte
	ended   bool
}

// Walk implements object.Impl.
func (k *compressor) Walk(w *object.Walker) {
	w.Bytes(&k.data)
	w.Bool(&k.ended)
}

type decompressor struct {
	d   *lzma.Decoder
	bad error
}

// Walk implements object.Impl.
func (d *decompressor) Walk(w *object.Walker) {
	object.State(w, &d.d, (*lzma.Decoder).Clone, func(z *lzma.Decoder, _ func(value), word func(uint64)) { word(z.Sum()) })
	object.State(w, &d.bad, func(e error) error { return e }, nil)
}

func ofC(v value) *compressor {
	k, _ := object.As[*compressor](v)
	return k
}

func ofD(v value) *decompressor {
	d, _ := object.As[*decompressor](v)
	return d
}

func data(c *ctx, v value) (string, bool) {
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Name)
	}
	return b, ok
}

func integer(c *ctx, v value, without int) (int, bool) {
	if v.IsNil() {
		return without, true
	}
	return c.IndexInt(v, false)
}

func given(v value) bool { return !v.IsNil() && !v.IsNone() }

func noPickle(class string) object.Def {
	return object.Def{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
		return c.Raise(object.TypeError, "cannot pickle '_lzma.%s' object", class)
	}}
}

var compressorSpec = object.Spec{Name: "LZMACompressor", Module: "_lzma", Flags: object.Final, Methods: []object.Def{
	{Sig: "__new__(cls, format=FORMAT_XZ, check=-1, preset=None, filters=None)", Kind: object.AsNew, Fn: newCompressor},
	{Sig: "compress(self, data, /)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		k := ofC(a[0])
		if k.ended {
			return c.Raise(object.ValueError, "Compressor has been flushed")
		}
		c.Touch(a[0].Hdr())
		k.data = append(k.data, b...)
		return object.NewBytes("")
	}, Doc: "Provide data to the compressor object.\n\nReturns a chunk of compressed data if possible, or b'' otherwise.\n\nWhen you have finished providing data to the compressor, call the\nflush() method to finish the compression process."},
	{Sig: "flush(self, /)", Fn: func(c *ctx, a []value) value {
		k := ofC(a[0])
		if k.ended {
			return c.Raise(object.ValueError, "Repeated call to flush()")
		}
		c.Touch(a[0].Hdr())
		k.ended = true
		input := k.data
		k.data = nil
		var out []byte
		switch k.format {
		case formatXZ:
			out = lzma.EncodeXZ(k.filters, k.check, input)
		case formatAlone:
			out = lzma.EncodeAlone(k.filters[0], input)
		default:
			out = lzma.EncodeRaw(k.filters, input)
		}
		return object.NewBytes(string(out))
	}, Doc: "Finish the compression process.\n\nReturns the compressed data left in internal buffers.\n\nThe compressor object may not be used after this method is called."},
	noPickle("LZMACompressor"),
}}

func newCompressor(c *ctx, a []value) value {
	format, ok := integer(c, a[1], formatXZ)
	if !ok {
		return object.Nil
	}
	check, ok := integer(c, a[2], -1)
	if !ok {
		return object.Nil
	}
	if given(a[3]) && given(a[4]) {
		return c.Raise(object.ValueError, "Cannot specify both preset and filter chain")
	}
	preset := uint64(6)
	if given(a[3]) {
		if preset, ok = unsigned(c, a[3], 1<<32-1); !ok {
			return object.Nil
		}
	}
	if format != formatXZ && check != -1 && check != lzma.CheckNone {
		return c.Raise(object.ValueError, "Integrity checks are only supported by FORMAT_XZ")
	}
	k := &compressor{format: format, check: check}
	switch format {
	case formatXZ, formatAlone, formatRaw:
	default:
		return c.Raise(object.ValueError, "Invalid container format: %d", format)
	}
	switch {
	case given(a[4]):
		if k.filters, ok = chainOf(c, a[4]); !ok {
			return object.Nil
		}
	case format == formatRaw:
		return c.Raise(object.ValueError, "Must specify filters for FORMAT_RAW")
	default:
		id := uint64(lzma.IDLzma2)
		if format == formatAlone {
			id = lzma.IDLzma1
		}
		if format == formatXZ && preset&^extreme > 9 {
			return fail(c, lzma.ErrOptions)
		}
		f, ok := presetFilter(c, id, preset)
		if !ok {
			return object.Nil
		}
		k.filters = []lzma.Filter{f}
	}
	if format == formatAlone && (len(k.filters) != 1 || k.filters[0].ID != lzma.IDLzma1) {
		return c.Raise(object.ValueError, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter")
	}
	if !checkChain(c, k.filters) {
		return object.Nil
	}
	if format == formatXZ {
		if k.filters[len(k.filters)-1].ID != lzma.IDLzma2 {
			return fail(c, lzma.ErrOptions)
		}
		if k.check == -1 {
			k.check = lzma.CheckCRC64
		}
		if !supported(k.check) {
			if k.check < 0 || k.check > 15 {
				return c.Raise(stateOf(c).err, "Internal error")
			}
			return c.Raise(stateOf(c).err, "Unsupported integrity check")
		}
	}
	return c.NewObj(a[0].AsType(), k)
}

var decompressorSpec = object.Spec{Name: "LZMADecompressor", Module: "_lzma", Flags: object.Final, Methods: []object.Def{
	{Sig: "__new__(cls, format=FORMAT_AUTO, memlimit=None, filters=None)", Kind: object.AsNew, Fn: newDecompressor},
	{Sig: "decompress(self, data, max_length=-1)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		limit, ok := integer(c, a[2], -1)
		if !ok {
			return object.Nil
		}
		d := ofD(a[0])
		switch {
		case d.d.Ended():
			return c.Raise(object.EOFError, "Already at end of stream")
		case d.bad != nil:
			return fail(c, d.bad)
		}
		c.Touch(a[0].Hdr())
		out, err := d.d.Write(b, max(limit, -1))
		if err != nil {
			d.bad = err
			return fail(c, err)
		}
		return object.NewBytes(string(out))
	}, Doc: "Decompress *data*, returning uncompressed data as bytes."},
	noPickle("LZMADecompressor"),
}, Gets: []object.Get{
	{Name: "check", Get: func(c *ctx, o value) value { return object.Int(int64(ofD(o).d.Check)) }, Doc: "ID of the integrity check used by the input stream."},
	{Name: "eof", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).d.Ended()) }, Doc: "True if the end-of-stream marker has been reached."},
	{Name: "needs_input", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).d.Starving()) }, Doc: "True if more input is needed before more decompressed data can be produced."},
	{Name: "unused_data", Get: func(c *ctx, o value) value { return object.NewBytes(string(ofD(o).d.Unused)) }, Doc: "Data found after the end of the compressed stream."},
}}

func newDecompressor(c *ctx, a []value) value {
	format, ok := integer(c, a[1], formatAuto)
	if !ok {
		return object.Nil
	}
	memory := uint64(0)
	if given(a[2]) {
		if format == formatRaw {
			return c.Raise(object.ValueError, "Cannot specify memory limit with FORMAT_RAW")
		}
		if memory, ok = unsigned(c, a[2], 1<<63-1); !ok {
			return object.Nil
		}
		memory = max(memory, 1)
	}
	if format == formatRaw && !given(a[3]) {
		return c.Raise(object.ValueError, "Must specify filters for FORMAT_RAW")
	}
	if format != formatRaw && given(a[3]) {
		return c.Raise(object.ValueError, "Cannot specify filters except with FORMAT_RAW")
	}
	if format < formatAuto || format > formatRaw {
		return c.Raise(object.ValueError, "Invalid container format: %d", format)
	}
	var filters []lzma.Filter
	if format == formatRaw {
		if filters, ok = chainOf(c, a[3]); !ok || !checkChain(c, filters) {
			return object.Nil
		}
	}
	d, err := lzma.NewDecoder(lzma.Format(format), memory, filters)
	if err != nil {
		return fail(c, err)
	}
	return c.NewObj(a[0].AsType(), &decompressor{d: d})
}
