// Package lzmamod is the module _lzma.
package lzmamod

import (
	"slp/vm/internal/lzma"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// The formats as Python numbers them.
const (
	formatAuto = iota
	formatXZ
	formatAlone
	formatRaw
)

const extreme = 1 << 31

var constants = [...]struct {
	name string
	n    int64
}{
	{"FORMAT_AUTO", formatAuto}, {"FORMAT_XZ", formatXZ}, {"FORMAT_ALONE", formatAlone}, {"FORMAT_RAW", formatRaw},
	{"CHECK_NONE", lzma.CheckNone}, {"CHECK_CRC32", lzma.CheckCRC32}, {"CHECK_CRC64", lzma.CheckCRC64}, {"CHECK_SHA256", lzma.CheckSHA256},
	{"CHECK_ID_MAX", 15}, {"CHECK_UNKNOWN", lzma.CheckUnknown}, {"FILTER_LZMA1", lzma.IDLzma1}, {"FILTER_LZMA2", lzma.IDLzma2}, {"FILTER_DELTA", lzma.IDDelta},
	{"FILTER_X86", lzma.IDX86}, {"FILTER_IA64", lzma.IDIA64}, {"FILTER_ARM", lzma.IDARM}, {"FILTER_ARMTHUMB", lzma.IDARMThumb}, {"FILTER_SPARC", lzma.IDSparc},
	{"FILTER_POWERPC", lzma.IDPowerPC}, {"MF_HC3", 3}, {"MF_HC4", 4}, {"MF_BT2", 0x12}, {"MF_BT3", 0x13}, {"MF_BT4", 0x14}, {"MODE_FAST", 1}, {"MODE_NORMAL", 2},
	{"PRESET_DEFAULT", 6}, {"PRESET_EXTREME", extreme},
}

type state struct{ err *object.Type }

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "_lzma", func(c *ctx) *state {
		return &state{c.NewClass(object.Spec{Name: "LZMAError", Module: "_lzma", Base: object.Exception, Flags: object.HeapType, Doc: "Call to liblzma failed."})}
	})
}

// Module is the module _lzma.
var Module = object.ModuleDef{Name: "_lzma", Funcs: []object.Def{
	{Sig: "is_check_supported(check_id, /)", Doc: "Test whether the given integrity check is supported.\n\nAlways returns True for CHECK_NONE and CHECK_CRC32.", Fn: func(c *ctx, a []value) value {
		n, ok := c.Long(a[0])
		if !ok {
			return object.Nil
		}
		return object.Bool(supported(int(n)))
	}},
	{Sig: "_encode_filter_properties(filter, /)", Doc: "Return a bytes object encoding the options (properties) of the filter specified by *filter* (a dict).\n\nThe result does not include the filter ID itself, only the options.", Fn: func(c *ctx, a []value) value {
		f, ok := filterOf(c, a[0])
		if !ok {
			return object.Nil
		}
		if (f.ID == lzma.IDLzma1 || f.ID == lzma.IDLzma2) && !f.Props.Valid() {
			return fail(c, lzma.ErrOptions)
		}
		return object.NewBytes(string(f.Properties()))
	}},
	{Sig: "_decode_filter_properties(filter_id, encoded_props, /)", Doc: "Return a bytes object encoding the options (properties) of the filter specified by *filter* (a dict).\n\nThe result does not include the filter ID itself, only the options.", Fn: decodeProperties},
}, Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "LZMAError", stateOf(c).err.V())
	m.Set(c, "LZMACompressor", c.NewClass(compressorSpec).V())
	m.Set(c, "LZMADecompressor", c.NewClass(decompressorSpec).V())
	for _, k := range constants {
		m.Set(c, k.name, object.Int(k.n))
	}
	return true
}}

func supported(check int) bool {
	switch check {
	case lzma.CheckNone, lzma.CheckCRC32, lzma.CheckCRC64, lzma.CheckSHA256:
		return true
	}
	return false
}

func fail(c *ctx, err error) value { return c.Raise(stateOf(c).err, "%s", err.Error()) }

func decodeProperties(c *ctx, a []value) value {
	id, ok := unsigned(c, a[0], 1<<63-1)
	if !ok {
		return object.Nil
	}
	b, ok, like := c.BytesLike(a[1])
	if !like {
		return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[1]).Name)
	}
	if !ok {
		return object.Nil
	}
	f, err := lzma.FilterOf(id, []byte(b))
	if err != nil {
		return fail(c, err)
	}
	d := c.NewDict()
	set := func(name string, n int64) { d.SetStr(c, name, object.Int(n)) }
	set("id", int64(id))
	switch id {
	case lzma.IDLzma1:
		set("dict_size", int64(f.Props.Dict))
		set("lc", int64(f.Props.LC))
		set("lp", int64(f.Props.LP))
		set("pb", int64(f.Props.PB))
	case lzma.IDLzma2:
		set("dict_size", int64(f.Props.Dict))
	case lzma.IDDelta:
		set("dist", int64(f.Dist))
	default:
		if len(b) == 4 {
			set("start_offset", int64(f.Start))
		}
	}
	return d.V()
}

// unsigned reads a number up to most.
func unsigned(c *ctx, v value, most uint64) (uint64, bool) {
	n := c.Index(v)
	if n.IsNil() {
		return 0, false
	}
	i := n.AsBigInt()
	switch {
	case i.Sign() < 0:
		c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		return 0, false
	case !i.IsUint64():
		c.Raise(object.OverflowError, "int too big to convert")
		return 0, false
	case i.Uint64() > most:
		c.Raise(object.OverflowError, "Value too large for uint32_t type")
		return 0, false
	}
	return i.Uint64(), true
}

// presetFilter is the LZMA filter of a preset.
func presetFilter(c *ctx, id, preset uint64) (f lzma.Filter, ok bool) {
	level := preset &^ extreme
	if level > 9 {
		c.Raise(stateOf(c).err, "Invalid compression preset: %d", preset)
		return f, false
	}
	dict := [10]uint{18, 20, 21, 22, 22, 23, 23, 24, 25, 26}[level]
	f = lzma.Filter{ID: id, Props: lzma.Props{LC: 3, PB: 2, Dict: 1 << dict}, Depth: [10]int{4, 8, 16, 24, 32, 40, 48, 64, 96, 128}[level], Nice: 64}
	if level < 4 {
		f.Nice = 32
	}
	if preset&extreme != 0 {
		f.Depth, f.Nice = 512, 273
	}
	return f, true
}

// option looks a name of a filter specifier up; Nil without an exception if it is missing.
func option(c *ctx, spec value, name string) (v value, ok bool) {
	v = c.GetItem(spec, object.NewStr(name))
	if v.IsNil() && !c.Catch(object.KeyError) {
		return v, false
	}
	return v, true
}

// known tells whether a filter specifier has no other names than these.
func known(c *ctx, spec value, kind string, names ...string) bool {
	d := spec.AsDict()
	if d == nil {
		return true
	}
next:
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		if s := d.T.At(i).Key.AsStr(); s != nil {
			for _, n := range names {
				if n == s.String() {
					continue next
				}
			}
		}
		c.Raise(object.ValueError, "Invalid filter specifier for %s filter", kind)
		return false
	}
	return true
}

// filterOf reads a filter specifier.
func filterOf(c *ctx, spec value) (f lzma.Filter, ok bool) {
	if spec.AsDict() == nil && object.TypeOf(spec).Dunder(object.DGetItem).IsNil() {
		c.Raise(object.TypeError, "Filter specifier must be a dict or dict-like object")
		return f, false
	}
	v, ok := option(c, spec, "id")
	if !ok {
		return f, false
	}
	if v.IsNil() {
		c.Raise(object.ValueError, "Filter specifier must have an \"id\" entry")
		return f, false
	}
	id, ok := unsigned(c, v, 1<<63-1)
	if !ok {
		return f, false
	}
	number := func(name string, without uint64) uint64 {
		if !ok {
			return 0
		}
		if v, ok = option(c, spec, name); !ok || v.IsNil() {
			return without
		}
		var n uint64
		n, ok = unsigned(c, v, 1<<32-1)
		return n
	}
	switch id {
	case lzma.IDLzma1, lzma.IDLzma2:
		preset := number("preset", 6)
		if !ok {
			return f, false
		}
		if f, ok = presetFilter(c, id, preset); !ok {
			return f, false
		}
		if !known(c, spec, "LZMA", "id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth") {
			return f, false
		}
		p := &f.Props
		p.Dict = uint32(number("dict_size", uint64(p.Dict)))
		p.LC, p.LP, p.PB = int(number("lc", uint64(p.LC))), int(number("lp", uint64(p.LP))), int(number("pb", uint64(p.PB)))
		f.Nice = int(number("nice_len", uint64(f.Nice)))
		if depth := number("depth", 0); depth > 0 {
			f.Depth = int(depth)
		}
		if mode := number("mode", 2); ok && mode != 1 && mode != 2 {
			fail(c, lzma.ErrOptions)
			return f, false
		}
		switch mf := number("mf", 0x14); mf {
		case 3, 4, 0x12, 0x13, 0x14:
		default:
			if ok {
				fail(c, lzma.ErrOptions)
			}
			return f, false
		}
		return f, ok
	case lzma.IDDelta:
		if !known(c, spec, "delta", "id", "dist") {
			return f, false
		}
		f = lzma.Filter{ID: id, Dist: int(number("dist", 1))}
		if ok && (f.Dist < 1 || f.Dist > 256) {
			fail(c, lzma.ErrOptions)
			return f, false
		}
		return f, ok
	case lzma.IDX86, lzma.IDPowerPC, lzma.IDIA64, lzma.IDARM, lzma.IDARMThumb, lzma.IDSparc:
		if !known(c, spec, "BCJ", "id", "start_offset") {
			return f, false
		}
		return lzma.Filter{ID: id, Start: uint32(number("start_offset", 0))}, ok
	}
	c.Raise(object.ValueError, "Invalid filter ID: %d", id)
	return f, false
}

// chainOf reads a chain of filter specifiers.
func chainOf(c *ctx, v value) (filters []lzma.Filter, ok bool) {
	if object.TypeOf(v).Dunder(object.DGetItem).IsNil() || v.AsDict() != nil || v.AsSet() != nil {
		c.Raise(object.TypeError, "Filter chain must be a sequence of filter specifiers")
		return nil, false
	}
	items, ok := c.Collect(v)
	if !ok {
		return nil, false
	}
	if len(items) > 4 {
		c.Raise(object.ValueError, "Too many filters - liblzma supports a maximum of 4")
		return nil, false
	}
	for _, spec := range items {
		f, ok := filterOf(c, spec)
		if !ok {
			return nil, false
		}
		filters = append(filters, f)
	}
	return filters, true
}

// checkChain raises for what XZ Utils refuse.
func checkChain(c *ctx, filters []lzma.Filter) bool {
	bad := !lzma.ValidChain(filters)
	for i := range filters {
		f := &filters[i]
		bad = bad || (f.ID == lzma.IDLzma1 || f.ID == lzma.IDLzma2) && (!f.Props.Valid() || f.Nice < 2 || f.Nice > 273)
	}
	if bad {
		fail(c, lzma.ErrOptions)
	}
	return !bad
}
