// Package hashes has the modules behind hashlib and hmac: _md5, _sha1, _sha2, _sha3, _blake2 and _hashlib.
package hashes

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"hash"

	"slp/vm/object"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// algorithm is one hash function.
type algorithm struct {
	name  string
	class string // of the module that has only this family
	make  func() hash.Hash
	bits  int // of the security margin of SHA-3: its capacity
	any   bool
}

// shake makes an extendable function a hash whose digest has the length that was asked for.
type shake struct{ *sha3.SHAKE }

func (s shake) Size() int           { return 0 }
func (s shake) Sum(b []byte) []byte { return b }
func (s shake) output(length int) []byte {
	c := *s.SHAKE
	out := make([]byte, length)
	c.Read(out)
	return out
}

var algorithms = []algorithm{
	{name: "md5", class: "md5", make: md5.New},
	{name: "sha1", class: "sha1", make: sha1.New},
	{name: "sha224", class: "SHA224Type", make: sha256.New224},
	{name: "sha256", class: "SHA256Type", make: sha256.New},
	{name: "sha384", class: "SHA384Type", make: sha512.New384},
	{name: "sha512", class: "SHA512Type", make: sha512.New},
	{name: "sha512_224", make: sha512.New512_224},
	{name: "sha512_256", make: sha512.New512_256},
	{name: "sha3_224", class: "sha3_224", bits: 448, make: func() hash.Hash { return sha3.New224() }},
	{name: "sha3_256", class: "sha3_256", bits: 512, make: func() hash.Hash { return sha3.New256() }},
	{name: "sha3_384", class: "sha3_384", bits: 768, make: func() hash.Hash { return sha3.New384() }},
	{name: "sha3_512", class: "sha3_512", bits: 1024, make: func() hash.Hash { return sha3.New512() }},
	{name: "shake_128", class: "shake_128", bits: 256, any: true, make: func() hash.Hash { return shake{sha3.NewSHAKE128()} }},
	{name: "shake_256", class: "shake_256", bits: 512, any: true, make: func() hash.Hash { return shake{sha3.NewSHAKE256()} }},
	{name: "blake2b", make: func() hash.Hash { return newBlake(false, 64, "", "", "", plainTree) }},
	{name: "blake2s", make: func() hash.Hash { return newBlake(true, 32, "", "", "", plainTree) }},
}

var plainTree = tree{fanout: 1, depth: 1}

func find(name string) *algorithm {
	for i := range algorithms {
		if algorithms[i].name == name {
			return &algorithms[i]
		}
	}
	return nil
}

// digest is a hash object.
type digest struct {
	alg *algorithm
	h   hash.Hash
}

func cloneHash(h hash.Hash) hash.Hash {
	switch x := h.(type) {
	case *blake:
		c := *x
		return &c
	case shake:
		c := *x.SHAKE
		return shake{&c}
	case *mac:
		return x.clone()
	case hash.Cloner:
		if c, err := x.Clone(); err == nil {
			return c
		}
	}
	return h
}

func (d *digest) output() []byte { return d.h.Sum(nil) }

// Walk implements object.Impl.
func (d *digest) Walk(w *object.Walker) {
	object.State(w, &d.h, cloneHash, func(h hash.Hash, _ func(value), word func(uint64)) {
		out := h.Sum(nil)
		if s, ok := h.(shake); ok {
			out = s.output(32)
		}
		for _, b := range out {
			word(uint64(b))
		}
	})
}

func of(v value) *digest {
	d, _ := object.As[*digest](v)
	return d
}

// data is what is hashed.
func data(c *ctx, v value) (string, bool) {
	if v.IsNil() {
		return "", true
	}
	if v.AsStr() != nil {
		c.Raise(object.TypeError, "Strings must be encoded before hashing")
		return "", false
	}
	b, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "object supporting the buffer API required")
	}
	return b, ok
}

// source is the data argument of a constructor, by either of its names.
func source(c *ctx, data, text value) (value, bool) {
	if !data.IsNil() && !text.IsNil() {
		c.Raise(object.TypeError, "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.")
		return object.Nil, false
	}
	if data.IsNil() {
		return text, true
	}
	return data, true
}

// newDigest makes a hash object of a class.
func newDigest(c *ctx, t *object.Type, alg *algorithm, v value) value {
	text, ok := data(c, v)
	if !ok {
		return object.Nil
	}
	d := &digest{alg, alg.make()}
	d.h.Write([]byte(text))
	return c.NewObj(t, d)
}

func length(c *ctx, v value) (int, bool) {
	n, ok := c.IndexInt(v, false)
	if !ok {
		return 0, false
	}
	if n < 0 {
		c.Raise(object.ValueError, "value must be positive")
		return 0, false
	}
	if n >= 1<<29 {
		c.Raise(object.ValueError, "length is too large")
		return 0, false
	}
	return n, true
}

// methods of hash objects; those of extendable functions say how long a digest they want.
func methods(any bool) []object.Def {
	defs := []object.Def{
		{Sig: "update(self, obj, /)", Fn: func(c *ctx, a []value) value {
			text, ok := data(c, a[1])
			if !ok {
				return object.Nil
			}
			c.Touch(a[0].Hdr())
			of(a[0]).h.Write([]byte(text))
			return object.None
		}, Doc: "Update this hash object's state with the provided string."},
		{Sig: "copy(self, /)", Fn: func(c *ctx, a []value) value {
			d := of(a[0])
			return c.NewObj(object.TypeOf(a[0]), &digest{d.alg, cloneHash(d.h)})
		}, Doc: "Return a copy of the hash object."},
	}
	if any {
		return append(defs,
			object.Def{Sig: "digest(self, length)", Fn: func(c *ctx, a []value) value {
				n, ok := length(c, a[1])
				if !ok {
					return object.Nil
				}
				return object.NewBytes(string(of(a[0]).h.(shake).output(n)))
			}, Doc: "Return the digest value as a bytes object."},
			object.Def{Sig: "hexdigest(self, length)", Fn: func(c *ctx, a []value) value {
				n, ok := length(c, a[1])
				if !ok {
					return object.Nil
				}
				return object.NewASCII(hex.EncodeToString(of(a[0]).h.(shake).output(n)))
			}, Doc: "Return the digest value as a string of hexadecimal digits."})
	}
	return append(defs,
		object.Def{Sig: "digest(self, /)", Fn: func(c *ctx, a []value) value { return object.NewBytes(string(of(a[0]).output())) },
			Doc: "Return the digest value as a bytes object."},
		object.Def{Sig: "hexdigest(self, /)", Fn: func(c *ctx, a []value) value { return object.NewASCII(hex.EncodeToString(of(a[0]).output())) },
			Doc: "Return the digest value as a string of hexadecimal digits."})
}

var gets = []object.Get{
	{Name: "digest_size", Get: func(c *ctx, o value) value { return object.Int(int64(of(o).h.Size())) }},
	{Name: "block_size", Get: func(c *ctx, o value) value { return object.Int(int64(of(o).h.BlockSize())) }},
	{Name: "name", Get: func(c *ctx, o value) value { return object.NewStr(of(o).alg.name) }},
}

// family makes a module of some algorithms, each with a class of its own.
func family(module string, names ...string) object.ModuleDef {
	return object.ModuleDef{Name: module, Init: func(c *ctx, m *object.Module) bool {
		for _, n := range names {
			alg := find(n)
			spec := object.Spec{Name: alg.class, Module: module, Methods: methods(alg.any), Gets: gets}
			if alg.bits == 0 {
				spec.Flags = object.Disallow | object.Final
				t := c.NewClass(spec)
				if alg.class == n {
					m.Set(c, map[string]string{"md5": "MD5Type", "sha1": "SHA1Type"}[n], t.V())
				} else {
					m.Set(c, alg.class, t.V())
				}
				m.Set(c, n, c.Func(module, &object.Def{Sig: n + "(data=b'', *, usedforsecurity=True, string=None)", Fn: func(c *ctx, a []value) value {
					v, ok := source(c, a[0], a[2])
					if !ok {
						return object.Nil
					}
					return newDigest(c, t, alg, v)
				}}))
				continue
			}
			fixed := func(n int) func(c *ctx, o value) value {
				return func(c *ctx, o value) value { return object.Int(int64(n)) }
			}
			spec.Gets = append(append([]object.Get{}, gets...), object.Get{Name: "_capacity_bits", Get: fixed(alg.bits)}, object.Get{Name: "_rate_bits", Get: fixed(1600 - alg.bits)},
				object.Get{Name: "_suffix", Get: func(c *ctx, o value) value {
					if alg.any {
						return object.NewBytes("\x1f")
					}
					return object.NewBytes("\x06")
				}})
			spec.Methods = append(spec.Methods, object.Def{Sig: "__new__(cls, data=b'', *, usedforsecurity=True, string=None)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				v, ok := source(c, a[1], a[3])
				if !ok {
					return object.Nil
				}
				return newDigest(c, a[0].AsType(), alg, v)
			}})
			m.Set(c, n, c.NewClass(spec).V())
		}
		if module != "_md5" && module != "_sha1" && module != "_sha2" {
			m.Set(c, "implementation", object.NewStr("HACL"))
		}
		m.Set(c, "_GIL_MINSIZE", object.Int(2048))
		return true
	}}
}

// The modules of one family each.
var (
	MD5  = family("_md5", "md5")
	SHA1 = family("_sha1", "sha1")
	SHA2 = family("_sha2", "sha224", "sha256", "sha384", "sha512")
	SHA3 = family("_sha3", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")
)
