package hashes

import (
	"crypto/pbkdf2"
	"hash"
	"strings"

	"slp/vm/object"
)

// mac is HMAC (RFC 2104) over any hash; unlike crypto/hmac it can be copied.
type mac struct {
	alg          *algorithm
	inner, outer hash.Hash
}

func newMAC(alg *algorithm, key string) *mac {
	m := &mac{alg, alg.make(), alg.make()}
	block := m.inner.BlockSize()
	k := []byte(key)
	if len(k) > block {
		h := alg.make()
		h.Write(k)
		k = h.Sum(nil)
	}
	in, out := make([]byte, block), make([]byte, block)
	copy(in, k)
	copy(out, k)
	for i := range in {
		in[i] ^= 0x36
		out[i] ^= 0x5c
	}
	m.inner.Write(in)
	m.outer.Write(out)
	return m
}

func (m *mac) clone() *mac                 { return &mac{m.alg, cloneHash(m.inner), cloneHash(m.outer)} }
func (m *mac) Write(p []byte) (int, error) { return m.inner.Write(p) }
func (m *mac) Size() int                   { return m.inner.Size() }
func (m *mac) BlockSize() int              { return m.inner.BlockSize() }
func (m *mac) Reset()                      {}
func (m *mac) Sum(b []byte) []byte {
	o := cloneHash(m.outer)
	o.Write(m.inner.Sum(nil))
	return o.Sum(b)
}

// types are the classes of _hashlib.
type types struct{ hash, xof, mac, unsupported *object.Type }

func state(c *ctx) *types {
	return object.ModuleState(c, "_hashlib", func(c *ctx) *types { return &types{} })
}

// Hashlib is the module _hashlib.
var Hashlib = object.ModuleDef{Name: "_hashlib", Doc: "OpenSSL interface for hashlib module", Funcs: hashlibFuncs(), Init: func(c *ctx, m *object.Module) bool {
	st := state(c)
	st.hash = c.NewClass(object.Spec{Name: "HASH", Module: "_hashlib", Flags: object.Disallow, Methods: append(methods(false), object.Def{Sig: "__repr__(self, /)", Fn: reprOf("HASH")}), Gets: gets,
		Doc: "A hash is an object used to calculate a checksum of a string of information."})
	st.xof = c.NewClass(object.Spec{Name: "HASHXOF", Module: "_hashlib", Base: st.hash, Flags: object.Disallow, Methods: append(methods(true), object.Def{Sig: "__repr__(self, /)", Fn: reprOf("HASHXOF")})})
	macGets := append([]object.Get{}, gets...)
	macGets[2].Get = func(c *ctx, o value) value { return object.NewStr("hmac-" + of(o).alg.name) }
	st.mac = c.NewClass(object.Spec{Name: "HMAC", Module: "_hashlib", Flags: object.Disallow, Gets: macGets, Doc: "The object used to calculate HMAC of a message.",
		Methods: append(methods(false), object.Def{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
			return object.NewStr("<" + of(a[0]).alg.name + " HMAC object @ " + addr(c, a[0]) + ">")
		}})})
	st.unsupported = c.NewClass(object.Spec{Name: "UnsupportedDigestmodError", Module: "_hashlib", Base: object.ValueError})
	m.Set(c, "HASH", st.hash.V())
	m.Set(c, "HASHXOF", st.xof.V())
	m.Set(c, "HMAC", st.mac.V())
	m.Set(c, "UnsupportedDigestmodError", st.unsupported.V())
	names := c.NewSet()
	for i := range algorithms {
		c.SetAdd(names, object.NewStr(algorithms[i].name))
	}
	m.Set(c, "openssl_md_meth_names", c.NewFrozenSet(names))
	m.Set(c, "_GIL_MINSIZE", object.Int(2048))
	return true
}}

func addr(c *ctx, v value) string {
	const digits = "0123456789abcdef"
	id := c.ID(v)
	if id == 0 {
		return "0x0"
	}
	s := ""
	for ; id > 0; id >>= 4 {
		s = string(digits[id&15]) + s
	}
	return "0x" + s
}

func reprOf(class string) object.Fn {
	return func(c *ctx, a []value) value {
		return object.NewStr("<" + of(a[0]).alg.name + " _hashlib." + class + " object @ " + addr(c, a[0]) + ">")
	}
}

func open(c *ctx, alg *algorithm, v value) value {
	if alg.any {
		return newDigest(c, state(c).xof, alg, v)
	}
	return newDigest(c, state(c).hash, alg, v)
}

// named finds an algorithm by what digestmod is: a name, or one of the module's own functions.
func named(c *ctx, v value) *algorithm {
	name := ""
	switch {
	case v.AsStr() != nil:
		name = strings.ToLower(v.AsStr().String())
	case v.AsBuiltin() != nil:
		name = strings.TrimPrefix(v.AsBuiltin().Name.String(), "openssl_")
	default:
		return nil
	}
	name = strings.ReplaceAll(name, "-", "_")
	switch name {
	case "sha_1":
		name = "sha1"
	case "sha_224", "sha_256", "sha_384", "sha_512":
		name = "sha" + name[4:]
	case "sha512/224", "sha512/256":
		name = strings.Replace(name, "/", "_", 1)
	}
	return find(name)
}

func hashlibFuncs() []object.Def {
	defs := []object.Def{
		{Sig: "new(name, data=b'', *, usedforsecurity=True, string=None)", Fn: func(c *ctx, a []value) value {
			v, ok := source(c, a[1], a[3])
			if !ok {
				return object.Nil
			}
			if a[0].AsStr() == nil {
				return c.Raise(object.TypeError, "new() argument 'name' must be str, not %s", object.TypeOf(a[0]).Said())
			}
			alg := named(c, a[0])
			if alg == nil {
				return c.Raise(object.ValueError, "unsupported hash type %s", a[0].AsStr().String())
			}
			return open(c, alg, v)
		}, Doc: "Return a new hash object using the named algorithm."},
		{Sig: "get_fips_mode()", Fn: func(c *ctx, a []value) value { return object.Int(0) }},
		{Sig: "compare_digest(a, b, /)", Fn: CompareDigest, Doc: "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography."},
		{Sig: "hmac_new(key, msg=b'', digestmod=None)", Fn: func(c *ctx, a []value) value {
			if a[2].IsNil() || a[2].IsNone() {
				return c.Raise(object.TypeError, "Missing required parameter 'digestmod'.")
			}
			alg := named(c, a[2])
			if alg == nil || alg.any {
				return c.Raise(state(c).unsupported, "Unsupported digestmod %s", text(c, a[2]))
			}
			key, ok, like := c.BytesLike(a[0])
			if !like {
				return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[0]).Said())
			}
			if !ok {
				return object.Nil
			}
			msg := ""
			if !a[1].IsNil() && !a[1].IsNone() {
				if msg, ok = data(c, a[1]); !ok {
					return object.Nil
				}
			}
			m := newMAC(alg, key)
			_, _ = m.Write([]byte(msg))
			return c.NewObj(state(c).mac, &digest{alg, m})
		}, Doc: "Return a new hmac object."},
		{Sig: "hmac_digest(key, msg, digest)", Fn: func(c *ctx, a []value) value {
			alg := named(c, a[2])
			if alg == nil || alg.any {
				return c.Raise(state(c).unsupported, "Unsupported digestmod %s", text(c, a[2]))
			}
			key, ok := data(c, a[0])
			if !ok {
				return object.Nil
			}
			msg, ok := data(c, a[1])
			if !ok {
				return object.Nil
			}
			m := newMAC(alg, key)
			_, _ = m.Write([]byte(msg))
			return object.NewBytes(string(m.Sum(nil)))
		}, Doc: "Single-shot HMAC."},
		{Sig: "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", Fn: pbkdf, Doc: "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."},
		{Sig: "scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64)", Fn: scrypt, Doc: "scrypt password-based key derivation function."},
	}
	for i := range algorithms {
		alg := &algorithms[i]
		if strings.HasPrefix(alg.name, "blake") || strings.HasPrefix(alg.name, "sha512_") {
			continue
		}
		defs = append(defs, object.Def{Sig: "openssl_" + alg.name + "(data=b'', *, usedforsecurity=True, string=None)", Fn: func(c *ctx, a []value) value {
			v, ok := source(c, a[0], a[2])
			if !ok {
				return object.Nil
			}
			return open(c, alg, v)
		}, Doc: "Returns a " + alg.name + " hash object; optionally initialized with a string"})
	}
	return defs
}

func text(c *ctx, v value) string {
	if s := v.AsStr(); s != nil {
		return s.String()
	}
	s, _ := c.ReprText(v)
	return s
}

// CompareDigest is hmac.compare_digest.
func CompareDigest(c *ctx, a []value) value {
	x, y := a[0], a[1]
	if s, t := x.AsStr(), y.AsStr(); s != nil && t != nil {
		if !s.IsASCII() || !t.IsASCII() {
			return c.Raise(object.TypeError, "comparing strings with non-ASCII characters is not supported")
		}
		return object.Bool(s.String() == t.String())
	}
	var texts [2]string
	for i, v := range [...]value{x, y} {
		b, ok, like := c.BytesLike(v)
		if !like {
			if _, _, other := c.BytesLike(y); i == 0 && !other {
				return c.Raise(object.TypeError, "unsupported operand types(s) or combination of types: '%s' and '%s'", object.TypeOf(x).Said(), object.TypeOf(y).Said())
			}
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
		}
		if !ok {
			return object.Nil
		}
		texts[i] = b
	}
	return object.Bool(texts[0] == texts[1])
}

func pbkdf(c *ctx, a []value) value {
	if a[0].AsStr() == nil {
		return c.Raise(object.TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %s", object.TypeOf(a[0]).Said())
	}
	alg := named(c, a[0])
	if alg == nil || alg.any {
		return c.Raise(state(c).unsupported, "unsupported hash type %s", a[0].AsStr().String())
	}
	password, ok := data(c, a[1])
	if !ok {
		return object.Nil
	}
	salt, ok := data(c, a[2])
	if !ok {
		return object.Nil
	}
	rounds, ok := c.IndexInt(a[3], false)
	if !ok {
		return object.Nil
	}
	if rounds < 1 {
		return c.Raise(object.ValueError, "iteration value must be greater than 0.")
	}
	size := alg.make().Size()
	if !a[4].IsNil() && !a[4].IsNone() {
		if size, ok = c.IndexInt(a[4], false); !ok {
			return object.Nil
		}
		if size < 1 {
			return c.Raise(object.ValueError, "key length must be greater than 0.")
		}
	}
	key, err := pbkdf2.Key(alg.make, password, []byte(salt), rounds, size)
	if err != nil {
		return c.Raise(object.ValueError, "%s", err.Error())
	}
	return object.NewBytes(string(key))
}
