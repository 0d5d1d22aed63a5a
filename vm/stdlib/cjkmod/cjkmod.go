// Package cjkmod is the module _cjk, on which _multibytecodec stands: the East Asian encodings.
package cjkmod

import (
	"encoding/binary"
	"math/big"

	"slp/vm/internal/cjk"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _cjk. A state is an int of eight bytes.
var Module = object.ModuleDef{Name: "_cjk", Doc: "East Asian encodings, as far as they get in one go.", Funcs: []object.Def{
	{Sig: "states(name, /)", Doc: "The states in which the encoder and the decoder begin; None if there is no such encoding.", Fn: func(c *ctx, a []value) value {
		coding := codingOf(a[0])
		if coding == nil {
			return object.None
		}
		return object.TupleOf(stateInt(coding.Encoder()), stateInt(coding.Decoder()))
	}},
	{Sig: "decode(name, data, at, state, /)", Doc: "(text, where it stopped, the length of what is illegal there, state).", Fn: func(c *ctx, a []value) value {
		coding, s := codingOf(a[0]), stateOf(a[3])
		text, next, bad := coding.Decode(a[1].AsBytes().S, int(a[2].I()), &s)
		return object.TupleOf(object.NewStr(string(text)), object.Int(int64(next)), object.Int(int64(bad)), stateInt(s))
	}},
	{Sig: "encode(name, text, at, state, flush, /)", Doc: "(bytes, where it stopped, the length of what is illegal there, state).", Fn: func(c *ctx, a []value) value {
		coding, s := codingOf(a[0]), stateOf(a[3])
		text := a[1].AsStr()
		runes := make([]rune, 0, text.Len())
		for i := range text.Len() {
			runes = append(runes, text.RuneAt(i))
		}
		data, next, bad := coding.Encode(runes, int(a[2].I()), &s, a[4] == object.True)
		return object.TupleOf(object.NewBytes(string(data)), object.Int(int64(next)), object.Int(int64(bad)), stateInt(s))
	}},
	{Sig: "reset(name, state, /)", Doc: "(the bytes that bring a decoder back to its first state, state).", Fn: func(c *ctx, a []value) value {
		coding, s := codingOf(a[0]), stateOf(a[1])
		return object.TupleOf(object.NewBytes(string(coding.Reset(&s))), stateInt(s))
	}},
}}

func codingOf(name value) *cjk.Coding { return cjk.Lookup(name.AsStr().String()) }

func stateInt(s cjk.State) value {
	return object.NewBig(new(big.Int).SetUint64(binary.LittleEndian.Uint64(s[:])))
}

func stateOf(v value) (s cjk.State) {
	binary.LittleEndian.PutUint64(s[:], v.AsBigInt().Uint64())
	return s
}
