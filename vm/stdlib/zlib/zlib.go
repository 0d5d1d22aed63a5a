// Package zlib is the module zlib.
package zlib

import (
	"hash/crc32"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

type types struct{ err, compress, decompress, plain *object.Type }

func state(c *ctx) *types {
	return object.ModuleState(c, "zlib", func(c *ctx) *types { return &types{} })
}

var constants = [...]struct {
	name string
	n    int64
}{{"MAX_WBITS", 15}, {"DEFLATED", 8}, {"DEF_MEM_LEVEL", 8}, {"DEF_BUF_SIZE", 16384}, {"Z_BEST_SPEED", 1}, {"Z_BEST_COMPRESSION", 9},
	{"Z_DEFAULT_COMPRESSION", -1}, {"Z_NO_COMPRESSION", 0}, {"Z_FILTERED", 1}, {"Z_HUFFMAN_ONLY", 2}, {"Z_RLE", 3}, {"Z_FIXED", 4},
	{"Z_DEFAULT_STRATEGY", 0}, {"Z_NO_FLUSH", 0}, {"Z_PARTIAL_FLUSH", 1}, {"Z_SYNC_FLUSH", 2}, {"Z_FULL_FLUSH", 3}, {"Z_FINISH", 4}, {"Z_BLOCK", 5}, {"Z_TREES", 6}}

// Module is the module zlib.
var Module = object.ModuleDef{Name: "zlib", Doc: "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.", Init: setup, Funcs: []object.Def{
	{Sig: "compress(data, /, level=-1, wbits=15)", Fn: compress, Doc: "Returns a bytes object containing compressed data."},
	{Sig: "decompress(data, /, wbits=15, bufsize=16384)", Fn: decompress, Doc: "Returns a bytes object containing the uncompressed data."},
	{Sig: "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", Fn: compressObj, Doc: "Return a compressor object."},
	{Sig: "decompressobj(wbits=15, zdict=b'')", Fn: decompressObj, Doc: "Return a decompressor object."},
	{Sig: "crc32(data, value=0, /)", Fn: checksum(0, func(sum uint32, b []byte) uint32 { return crc32.Update(sum, crc32.IEEETable, b) }), Doc: "Compute a CRC-32 checksum of data."},
	{Sig: "adler32(data, value=1, /)", Fn: checksum(1, adlerUpdate), Doc: "Compute an Adler-32 checksum of data."},
}}

func setup(c *ctx, m *object.Module) bool {
	st := state(c)
	st.err = c.NewClass(object.Spec{Name: "error", Module: "zlib", Base: object.Exception})
	st.compress = c.NewClass(object.Spec{Name: "Compress", Module: "zlib", Flags: object.Disallow | object.Final, Methods: compressDefs})
	st.decompress = c.NewClass(object.Spec{Name: "Decompress", Module: "zlib", Flags: object.Disallow | object.Final, Methods: decompressDefs, Gets: []object.Get{
		{Name: "unused_data", Get: func(c *ctx, o value) value { return object.NewBytes(ofD(o).unused) }},
		{Name: "unconsumed_tail", Get: func(c *ctx, o value) value { return object.NewBytes(ofD(o).tail) }},
		{Name: "eof", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).eof) }}}})
	st.plain = c.NewClass(object.Spec{Name: "_ZlibDecompressor", Module: "zlib", Flags: object.Final, Methods: plainDefs, Gets: []object.Get{
		{Name: "unused_data", Get: func(c *ctx, o value) value { return object.NewBytes(ofD(o).unused) }},
		{Name: "needs_input", Get: func(c *ctx, o value) value { d := ofD(o); return object.Bool(d.tail == "" && !d.eof && !d.full) }},
		{Name: "eof", Get: func(c *ctx, o value) value { return object.Bool(ofD(o).eof) }}}})
	m.Set(c, "error", st.err.V())
	m.Set(c, "_ZlibDecompressor", st.plain.V())
	for _, k := range constants {
		m.Set(c, k.name, object.Int(k.n))
	}
	m.Set(c, "ZLIB_VERSION", object.NewStr("1.3.1"))
	m.Set(c, "ZLIB_RUNTIME_VERSION", object.NewStr("1.3.1"))
	m.Set(c, "__version__", object.NewStr("1.0"))
	return true
}

func data(c *ctx, v value) (string, bool) {
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
	}
	return b, ok
}

func number(c *ctx, v value, without int) (int, bool) {
	if v.IsNil() {
		return without, true
	}
	return c.IndexInt(v, false)
}

func checksum(start uint32, update func(sum uint32, b []byte) uint32) object.Fn {
	return func(c *ctx, a []value) value {
		b, ok := data(c, a[0])
		if !ok {
			return object.Nil
		}
		sum := start
		if !a[1].IsNil() {
			n := c.Index(a[1])
			if n.IsNil() {
				return n
			}
			sum = uint32(c.Binary(object.OpAnd, n, object.Int(1<<32-1)).I())
		}
		return object.Int(int64(update(sum, []byte(b))))
	}
}

func compress(c *ctx, a []value) value {
	b, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	level, ok := number(c, a[1], -1)
	if !ok {
		return object.Nil
	}
	wbits, ok := number(c, a[2], 15)
	if !ok {
		return object.Nil
	}
	f, ok := formatOf(wbits)
	if level < -1 || level > 9 {
		return c.Raise(state(c).err, "Bad compression level")
	}
	if !ok || f == formatAuto || wbits == 0 {
		return c.Raise(object.ValueError, "Invalid initialization option")
	}
	d := newDeflater(f, level, "")
	d.pending = []byte(b)
	return object.NewBytes(string(d.finish()))
}

// broken raises what is wrong with data.
func broken(c *ctx, bad string) value {
	switch bad {
	case needDict:
		return c.Raise(state(c).err, "Error 2 while decompressing data")
	case "incorrect dictionary":
		return c.Raise(state(c).err, "Error -3 while setting zdict")
	}
	return c.Raise(state(c).err, "Error -3 while decompressing data: %s", bad)
}

func decompress(c *ctx, a []value) value {
	b, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	wbits, ok := number(c, a[1], 15)
	if !ok {
		return object.Nil
	}
	size, ok := number(c, a[2], 16384)
	if !ok {
		return object.Nil
	}
	if size <= 0 {
		return c.Raise(object.ValueError, "bufsize must be positive")
	}
	f, ok := formatOf(wbits)
	if !ok {
		return c.Raise(state(c).err, "Error -2 while preparing to decompress data: inconsistent stream state")
	}
	s := newStream(f, "")
	out, bad := s.write(b, -1)
	if bad != "" {
		return broken(c, bad)
	}
	if s.stage != stageEnd {
		return c.Raise(state(c).err, "Error -5 while decompressing data: incomplete or truncated stream")
	}
	return object.NewBytes(string(out))
}
