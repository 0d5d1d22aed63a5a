// Package binascii is the module binascii: bytes as text and back.
package binascii

import (
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

type types struct{ err *object.Type }

func state(c *ctx) *types {
	return object.ModuleState(c, "binascii", func(c *ctx) *types { return &types{} })
}

// Module is the module binascii.
var Module = object.ModuleDef{Name: "binascii", Doc: "Conversion between binary data and ASCII", Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	st.err = c.NewClass(object.Spec{Name: "Error", Module: "binascii", Base: object.ValueError})
	m.Set(c, "Error", st.err.V())
	m.Set(c, "Incomplete", c.NewClass(object.Spec{Name: "Incomplete", Module: "binascii", Base: object.Exception}).V())
	return true
}, Funcs: []object.Def{
	{Sig: "a2b_base64(data, /, *, strict_mode=False)", Fn: fromBase64, Doc: "Decode a line of base64 data."},
	{Sig: "b2a_base64(data, /, *, newline=True)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[0])
		if !ok {
			return object.Nil
		}
		out := base64.StdEncoding.AppendEncode(make([]byte, 0, len(b)*4/3+5), []byte(b))
		if line, ok := flag(c, a[1], true); !ok {
			return object.Nil
		} else if line {
			out = append(out, '\n')
		}
		return object.NewBytes(string(out))
	}, Doc: "Base64-code line of data."},
	{Sig: "hexlify(data, sep=None, bytes_per_sep=1)", Fn: toHex, Doc: "Hexadecimal representation of binary data."},
	{Sig: "b2a_hex(data, sep=None, bytes_per_sep=1)", Fn: toHex, Doc: "Hexadecimal representation of binary data."},
	{Sig: "unhexlify(hexstr, /)", Fn: fromHex, Doc: "Binary data of hexadecimal representation."},
	{Sig: "a2b_hex(hexstr, /)", Fn: fromHex, Doc: "Binary data of hexadecimal representation."},
	{Sig: "crc32(data, crc=0, /)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[0])
		if !ok {
			return object.Nil
		}
		crc, ok := word(c, a[1])
		if !ok {
			return object.Nil
		}
		return object.Int(int64(crc32.Update(uint32(crc), crc32.IEEETable, []byte(b))))
	}, Doc: "Compute CRC-32 incrementally."},
	{Sig: "crc_hqx(data, crc, /)", Fn: func(c *ctx, a []value) value {
		b, ok := data(c, a[0])
		if !ok {
			return object.Nil
		}
		n, ok := word(c, a[1])
		if !ok {
			return object.Nil
		}
		crc := uint16(n)
		for i := range len(b) {
			crc ^= uint16(b[i]) << 8
			for range 8 {
				top := crc&0x8000 != 0
				crc <<= 1
				if top {
					crc ^= 0x1021
				}
			}
		}
		return object.Int(int64(crc))
	}, Doc: "Compute CRC-CCITT incrementally."},
	{Sig: "a2b_qp(data, header=False)", Fn: fromQuoted, Doc: "Decode a string of qp-encoded data."},
	{Sig: "b2a_qp(data, quotetabs=False, istext=True, header=False)", Fn: toQuoted, Doc: "Encode a string using quoted-printable encoding."},
	{Sig: "a2b_uu(data, /)", Fn: fromUU, Doc: "Decode a line of uuencoded data."},
	{Sig: "b2a_uu(data, /, *, backtick=False)", Fn: toUU, Doc: "Uuencode line of data."},
}}

// data is a bytes-like argument.
func data(c *ctx, v value) (string, bool) {
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
	}
	return b, ok
}

// ascii is an argument that may also be a str of ASCII characters.
func ascii(c *ctx, v value) (string, bool) {
	if s := v.AsStr(); s != nil {
		if !s.IsASCII() {
			c.Raise(object.ValueError, "string argument should contain only ASCII characters")
			return "", false
		}
		return s.String(), true
	}
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", object.TypeOf(v).Said())
	}
	return b, ok
}

func flag(c *ctx, v value, without bool) (is, ok bool) {
	if v.IsNil() {
		return without, true
	}
	return c.Truth(v)
}

// word is the low part of an int.
func word(c *ctx, v value) (uint64, bool) {
	if v.IsNil() {
		return 0, true
	}
	n := c.Index(v)
	if n.IsNil() {
		return 0, false
	}
	if i, ok := n.AsInt(); ok {
		return uint64(i), true
	}
	n = c.Binary(object.OpAnd, n, object.Int(1<<32-1))
	return uint64(n.I()), true
}

func fail(c *ctx, text string) value { return c.Raise(state(c).err, "%s", text) }

func toHex(c *ctx, a []value) value {
	b, ok := data(c, a[0])
	if !ok {
		return object.Nil
	}
	if a[1].IsNil() || a[1].IsNone() {
		return object.NewBytes(hex.EncodeToString([]byte(b)))
	}
	per := a[2]
	if per.IsNil() {
		per = object.Int(1)
	}
	s := c.CallAttr(object.NewBytes(b), "hex", a[1], per)
	if s.IsNil() {
		return s
	}
	return object.NewBytes(s.AsStr().String())
}

func fromHex(c *ctx, a []value) value {
	s, ok := ascii(c, a[0])
	if !ok {
		return object.Nil
	}
	if len(s)%2 != 0 {
		return fail(c, "Odd-length string")
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return fail(c, "Non-hexadecimal digit found")
	}
	return object.NewBytes(string(b))
}

func sextet(ch byte) (uint32, bool) {
	switch {
	case ch >= 'A' && ch <= 'Z':
		return uint32(ch - 'A'), true
	case ch >= 'a' && ch <= 'z':
		return uint32(ch-'a') + 26, true
	case ch >= '0' && ch <= '9':
		return uint32(ch-'0') + 52, true
	case ch == '+':
		return 62, true
	case ch == '/':
		return 63, true
	}
	return 0, false
}

func fromBase64(c *ctx, a []value) value {
	s, ok := ascii(c, a[0])
	if !ok {
		return object.Nil
	}
	strict, ok := flag(c, a[1], false)
	if !ok {
		return object.Nil
	}
	if strict && s != "" && s[0] == '=' {
		return fail(c, "Leading padding not allowed")
	}
	out := make([]byte, 0, len(s)*3/4)
	quad, pads, padding, left := 0, 0, false, uint32(0)
	for i := range len(s) {
		if s[i] == '=' {
			padding = true
			if strict && quad == 0 {
				return fail(c, "Excess padding not allowed")
			}
			if quad >= 2 {
				if pads++; quad+pads >= 4 {
					if strict && i+1 < len(s) {
						return fail(c, "Excess data after padding")
					}
					return object.NewBytes(string(out))
				}
			}
			continue
		}
		n, ok := sextet(s[i])
		if !ok {
			if strict {
				return fail(c, "Only base64 data is allowed")
			}
			continue
		}
		if strict && padding {
			return fail(c, "Discontinuous padding not allowed")
		}
		pads = 0
		switch quad {
		case 0:
			left = n
		case 1:
			out = append(out, byte(left<<2|n>>4))
			left = n & 15
		case 2:
			out = append(out, byte(left<<4|n>>2))
			left = n & 3
		case 3:
			out = append(out, byte(left<<6|n))
		}
		quad = (quad + 1) % 4
	}
	switch quad {
	case 0:
		return object.NewBytes(string(out))
	case 1:
		return c.Raise(state(c).err, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return fail(c, "Incorrect padding")
}
