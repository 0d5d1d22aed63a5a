// Package codecs is the module _codecs: the codecs that CPython writes in C, and the registry behind the module codecs.
package codecs

import (
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _codecs.
var Module = object.ModuleDef{Name: "_codecs", Funcs: append(append(registry(), builtinCodecs()...), otherCodecs()...)}

func registry() []object.Def {
	return []object.Def{
		{Sig: "register(search_function, /)", Fn: func(c *ctx, a []value) value { return c.Self("codec_register", a[0]) }, Doc: "Register a codec search function."},
		{Sig: "unregister(search_function, /)", Fn: func(c *ctx, a []value) value { return c.Self("codec_unregister", a[0]) }, Doc: "Unregister a codec search function and clear the registry's cache."},
		{Sig: "lookup(encoding, /)", Fn: func(c *ctx, a []value) value {
			if a[0].AsStr() == nil {
				return c.Raise(object.TypeError, "lookup() argument must be str, not %s", argName(a[0]))
			}
			return c.Self("codec_lookup", a[0], key(a[0]))
		}, Doc: "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."},
		{Sig: "encode(obj, encoding='utf-8', errors='strict')", Fn: transcode("encode"), Doc: "Encodes obj using the codec registered for encoding."},
		{Sig: "decode(obj, encoding='utf-8', errors='strict')", Fn: transcode("decode"), Doc: "Decodes obj using the codec registered for encoding."},
		{Sig: "register_error(errors, handler, /)", Fn: func(c *ctx, a []value) value {
			if a[0].AsStr() == nil {
				return c.Raise(object.TypeError, "register_error() argument 1 must be str, not %s", argName(a[0]))
			}
			return c.Self("codec_register_error", a[0], a[1])
		}, Doc: "Register the specified error handler under the name errors."},
		{Sig: "_unregister_error(errors, /)", Fn: func(c *ctx, a []value) value {
			s := a[0].AsStr()
			if s == nil {
				return c.Raise(object.TypeError, "_unregister_error() argument must be str, not %s", argName(a[0]))
			}
			if wtf8.HasHandler(s.String()) {
				return c.Raise(object.ValueError, "cannot un-register built-in error handler '%s'", s.String())
			}
			return c.Self("codec_unregister_error", a[0])
		}, Doc: "Un-register the specified error handler for the error handling `errors'."},
		{Sig: "lookup_error(name, /)", Fn: func(c *ctx, a []value) value {
			if a[0].AsStr() == nil {
				return c.Raise(object.TypeError, "lookup_error() argument must be str, not %s", argName(a[0]))
			}
			return c.Self("codec_lookup_error", a[0])
		}, Doc: "lookup_error(errors) -> handler"},
		{Sig: "_handlers()", Fn: handlers, Doc: "The names and functions of the built-in error handlers."},
	}
}

func argName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return object.TypeOf(v).Name
}

// key is the name under which an encoding is looked up.
func key(name value) value { return object.NewStr(object.NormalEncoding(name.AsStr().String())) }

func transcode(name string) object.Fn {
	return func(c *ctx, a []value) value {
		encoding, errors := object.NewStr("utf-8"), object.None
		if !a[1].IsNil() {
			if encoding = a[1]; encoding.AsStr() == nil {
				return c.Raise(object.TypeError, "%s() argument 'encoding' must be str, not %s", name, argName(encoding))
			}
		}
		if !a[2].IsNil() {
			if errors = a[2]; errors.AsStr() == nil {
				return c.Raise(object.TypeError, "%s() argument 'errors' must be str, not %s", name, argName(errors))
			}
		}
		return c.Self("codec_"+name, a[0], encoding, key(encoding), errors)
	}
}

// errorsArg is the argument that names the error handler.
func errorsArg(c *ctx, v value, function string) (string, bool) {
	if v.IsNil() || v.IsNone() {
		return "strict", true
	}
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "%s() argument 2 must be str or None, not %s", function, argName(v))
		return "", false
	}
	return s.String(), true
}

// textArg is the str that a codec encodes.
func textArg(c *ctx, v value, function string) (*object.Str, bool) {
	s := v.AsStr()
	if s == nil {
		c.Raise(object.TypeError, "%s() argument 1 must be str, not %s", function, argName(v))
	}
	return s, s != nil
}

// dataArg is the bytes that a codec decodes.
func dataArg(c *ctx, v value) (string, bool) {
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
	}
	return b, ok
}

func builtinCodecs() []object.Def {
	var defs []object.Def
	for _, k := range [...]struct {
		name  string
		e     wtf8.Encoding
		final string // the parameter of decode: none when there is no state
	}{
		{"utf_8", wtf8.UTF8, ", final=False"},
		{"ascii", wtf8.ASCII, ""},
		{"latin_1", wtf8.Latin1, ""},
		{"utf_16_le", wtf8.UTF16LE, ", final=False"},
		{"utf_16_be", wtf8.UTF16BE, ", final=False"},
		{"utf_32_le", wtf8.UTF32LE, ", final=False"},
		{"utf_32_be", wtf8.UTF32BE, ", final=False"},
		{"utf_16", wtf8.UTF16, ", final=False"},
		{"utf_32", wtf8.UTF32, ", final=False"},
		{"unicode_escape", wtf8.UnicodeEscape, ", final=True"},
		{"raw_unicode_escape", wtf8.RawUnicodeEscape, ", final=True"},
	} {
		order := ""
		if k.e == wtf8.UTF16 || k.e == wtf8.UTF32 {
			order = ", byteorder=0"
		}
		defs = append(defs,
			object.Def{Sig: k.name + "_encode(str, errors=None" + order + ", /)", Fn: encoder(k.name+"_encode", k.e)},
			object.Def{Sig: k.name + "_decode(data, errors=None" + k.final + ", /)", Fn: decoder(k.name+"_decode", k.e, k.final != ", final=False")})
	}
	return append(defs,
		object.Def{Sig: "utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)", Fn: exDecoder("utf_16_ex_decode", wtf8.UTF16, wtf8.UTF16LE, wtf8.UTF16BE)},
		object.Def{Sig: "utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)", Fn: exDecoder("utf_32_ex_decode", wtf8.UTF32, wtf8.UTF32LE, wtf8.UTF32BE)})
}

// ordered is the encoding with the byte order that a caller asks for: negative is little endian.
func ordered(e wtf8.Encoding, order int) wtf8.Encoding {
	switch {
	case order < 0:
		return e + 1
	case order > 0:
		return e + 2
	}
	return e
}

func encoder(name string, e wtf8.Encoding) object.Fn {
	return func(c *ctx, a []value) value {
		s, ok := textArg(c, a[0], name)
		if !ok {
			return object.Nil
		}
		errors, ok := errorsArg(c, a[1], name)
		if !ok {
			return object.Nil
		}
		k := e
		if len(a) > 2 && !a[2].IsNil() {
			n, ok := c.IndexInt(a[2], false)
			if !ok {
				return object.Nil
			}
			k = ordered(e, n)
		}
		b := c.EncodeWith(k, s, errors)
		if b.IsNil() {
			return object.Nil
		}
		return object.TupleOf(b, object.Int(int64(s.Len())))
	}
}

func decoder(name string, e wtf8.Encoding, final bool) object.Fn {
	return func(c *ctx, a []value) value {
		var data string
		var ok bool
		if s := a[0].AsStr(); s != nil && e >= wtf8.UnicodeEscape {
			data = s.String()
		} else if data, ok = dataArg(c, a[0]); !ok {
			return object.Nil
		}
		errors, ok := errorsArg(c, a[1], name)
		if !ok {
			return object.Nil
		}
		final := final
		if len(a) > 2 && !a[2].IsNil() {
			if final, ok = c.Truth(a[2]); !ok {
				return object.Nil
			}
		}
		return c.DecodeWith(e, data, errors, final)
	}
}

func exDecoder(name string, e, little, big wtf8.Encoding) object.Fn {
	return func(c *ctx, a []value) value {
		data, ok := dataArg(c, a[0])
		if !ok {
			return object.Nil
		}
		errors, ok := errorsArg(c, a[1], name)
		if !ok {
			return object.Nil
		}
		order := 0
		if !a[2].IsNil() {
			if order, ok = c.IndexInt(a[2], false); !ok {
				return object.Nil
			}
		}
		final := false
		if !a[3].IsNil() {
			if final, ok = c.Truth(a[3]); !ok {
				return object.Nil
			}
		}
		k := ordered(e, order)
		if order == 0 {
			switch found, n := wtf8.SkipBOM(e, []byte(data)); {
			case n > 0 && found == little:
				order = -1
			case n > 0:
				order = 1
			}
		}
		r := c.DecodeWith(k, data, errors, final)
		if r.IsNil() {
			return object.Nil
		}
		pair := r.AsTuple().Items
		return object.TupleOf(pair[0], pair[1], object.Int(int64(order)))
	}
}
