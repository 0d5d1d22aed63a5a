// Package bz2mod is the module _bz2.
package bz2mod

import (
	"slp/vm/internal/bzip2"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _bz2.
var Module = object.ModuleDef{Name: "_bz2", Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "BZ2Compressor", c.NewClass(object.Spec{Name: "BZ2Compressor", Module: "_bz2", Flags: object.Final, Methods: compressorDefs,
		Doc: "Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead."}).V())
	m.Set(c, "BZ2Decompressor", c.NewClass(object.Spec{Name: "BZ2Decompressor", Module: "_bz2", Flags: object.Final, Methods: decompressorDefs, Gets: decompressorGets,
		Doc: "Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the decompress() function instead."}).V())
	return true
}}

type compressor struct {
	z     *bzip2.Compressor
	ended bool
}

// Walk implements object.Impl.
func (k *compressor) Walk(w *object.Walker) {
	object.State(w, &k.z, (*bzip2.Compressor).Clone, func(z *bzip2.Compressor, _ func(value), word func(uint64)) { word(z.Sum()) })
	w.Bool(&k.ended)
}

type decompressor struct {
	z      *bzip2.Decompressor
	broken bool
}

// Walk implements object.Impl.
func (d *decompressor) Walk(w *object.Walker) {
	object.State(w, &d.z, (*bzip2.Decompressor).Clone, func(z *bzip2.Decompressor, _ func(value), word func(uint64)) { word(z.Sum()) })
	w.Bool(&d.broken)
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

func noPickle(class string) object.Def {
	return object.Def{Sig: "__reduce__(self, /)", Fn: func(c *ctx, a []value) value {
		return c.Raise(object.TypeError, "cannot pickle '_bz2.%s' object", class)
	}}
}

var compressorDefs = []object.Def{
	{Sig: "__new__(cls, compresslevel=9, /)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		level := 9
		if !a[1].IsNil() {
			var ok bool
			if level, ok = c.IndexInt(a[1], false); !ok {
				return object.Nil
			}
		}
		if level < 1 || level > 9 {
			return c.Raise(object.ValueError, "compresslevel must be between 1 and 9")
		}
		return c.NewObj(a[0].AsType(), &compressor{z: bzip2.NewCompressor(level)})
	}},
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
		return object.NewBytes(string(k.z.Write(b)))
	}, Doc: "Provide data to the compressor object.\n\nReturns a chunk of compressed data if possible, or b'' otherwise.\n\nWhen you have finished providing data to the compressor, call the\nflush() method to finish the compression process."},
	{Sig: "flush(self, /)", Fn: func(c *ctx, a []value) value {
		k := ofC(a[0])
		if k.ended {
			return c.Raise(object.ValueError, "Repeated call to flush()")
		}
		c.Touch(a[0].Hdr())
		k.ended = true
		return object.NewBytes(string(k.z.Finish()))
	}, Doc: "Finish the compression process.\n\nReturns the compressed data left in internal buffers.\n\nThe compressor object may not be used after this method is called."},
	noPickle("BZ2Compressor"),
}

var decompressorDefs = []object.Def{
	{Sig: "__new__(cls)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		return c.NewObj(a[0].AsType(), &decompressor{z: &bzip2.Decompressor{}})
	}},
	{Sig: "decompress(self, data, max_length=-1)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[1])
		if !ok {
			return object.Nil
		}
		limit := -1
		if !a[2].IsNil() {
			if limit, ok = c.IndexInt(a[2], false); !ok {
				return object.Nil
			}
		}
		d := ofD(a[0])
		switch {
		case d.z.Ended():
			return c.Raise(object.EOFError, "End of stream already reached")
		case d.broken:
			return c.Raise(object.OSError, "%s", bzip2.ErrData.Error())
		}
		c.Touch(a[0].Hdr())
		out, err := d.z.Write(b, max(limit, -1))
		if err != nil {
			d.broken = true
			return c.Raise(object.OSError, "%s", err.Error())
		}
		return object.NewBytes(string(out))
	}, Doc: "Decompress *data*, returning uncompressed data as bytes."},
	noPickle("BZ2Decompressor"),
}

var decompressorGets = []object.Get{
	{Name: "eof", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).z.Ended()) }, Doc: "True if the end-of-stream marker has been reached."},
	{Name: "unused_data", Get: func(c *ctx, o value) value { return object.NewBytes(string(ofD(o).z.Unused)) }, Doc: "Data found after the end of the compressed stream."},
	{Name: "needs_input", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).z.Starving()) }, Doc: "True if more input is needed before more decompressed data can be produced."},
}
