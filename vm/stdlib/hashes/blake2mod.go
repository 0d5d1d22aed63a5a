package hashes

import (
	"math"

	"slp/vm/object"
)

// Blake2 is the module _blake2.
var Blake2 = object.ModuleDef{Name: "_blake2", Doc: "_blake2b provides BLAKE2b for hashlib\n", Init: func(c *ctx, m *object.Module) bool {
	m.Set(c, "blake2b", blakeClass(c, find("blake2b"), false, 64, 16))
	m.Set(c, "blake2s", blakeClass(c, find("blake2s"), true, 32, 8))
	m.Set(c, "_GIL_MINSIZE", object.Int(2048))
	return true
}}

func blakeClass(c *ctx, alg *algorithm, small bool, size, salt int) value {
	n := func(i int) value { return object.Int(int64(i)) }
	return c.NewClass(object.Spec{Name: alg.name, Module: "_blake2", Doc: "Return a new BLAKE2 hash object.", Gets: gets,
		Attrs: map[string]value{"SALT_SIZE": n(salt), "PERSON_SIZE": n(salt), "MAX_KEY_SIZE": n(size), "MAX_DIGEST_SIZE": n(size)},
		Methods: append(methods(false), object.Def{Kind: object.AsNew, Fn: func(c *ctx, a []value) value { return blakeNew(c, a, alg, small, size, salt) },
			Sig: "__new__(cls, data=b'', *, digest_size=0, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)"}),
	}).V()
}

func blakeNew(c *ctx, a []value, alg *algorithm, small bool, most, saltSize int) value {
	src, ok := source(c, a[1], a[13])
	if !ok {
		return object.Nil
	}
	text, ok := data(c, src)
	if !ok {
		return object.Nil
	}
	size := most
	if !a[2].IsNil() {
		if size, ok = c.IndexInt(a[2], false); !ok {
			return object.Nil
		}
		if size <= 0 || size > most {
			return c.Raise(object.ValueError, "digest_size for %s must be between 1 and %d bytes, here it is %d", map[bool]string{false: "Blake2b", true: "Blake2s"}[small], most, size)
		}
	}
	var texts [3]string
	for i, k := range [...]struct {
		name string
		max  int
	}{{"key", most}, {"salt", saltSize}, {"person", saltSize}} {
		v := a[3+i]
		if v.IsNil() {
			continue
		}
		b, ok, like := c.BytesLike(v)
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
		}
		if !ok {
			return object.Nil
		}
		if len(b) > k.max {
			return c.Raise(object.ValueError, "maximum %s length is %d bytes", k.name, k.max)
		}
		texts[i] = b
	}
	numbers := [6]uint64{1, 1}
	for i, k := range [...]struct {
		name     string
		min, max uint64
		text     string
	}{{"fanout", 0, 255, "fanout must be between 0 and 255"}, {"depth", 1, 255, "depth must be between 1 and 255"},
		{"leaf_size", 0, math.MaxUint32, "leaf_size is too large"}, {"node_offset", 0, math.MaxUint64, "node_offset is too large"},
		{"node_depth", 0, 255, "node_depth must be between 0 and 255"}, {"inner_size", 0, uint64(most), "inner_size must be between 0 and is %d"}} {
		v := a[6+i]
		if v.IsNil() {
			continue
		}
		x := c.Index(v)
		if x.IsNil() {
			return x
		}
		b := x.AsBigInt()
		limit := k.max
		if small && i == 3 {
			limit = 1<<48 - 1
		}
		if b.Sign() < 0 && (i == 2 || i == 3) {
			return c.Raise(object.OverflowError, "can't convert negative value to unsigned int")
		}
		if !b.IsUint64() || b.Uint64() < k.min || b.Uint64() > limit {
			switch i {
			case 2, 3:
				return c.Raise(object.OverflowError, "%s", k.text)
			case 5:
				return c.Raise(object.ValueError, k.text, most)
			}
			return c.Raise(object.ValueError, "%s", k.text)
		}
		numbers[i] = b.Uint64()
	}
	last := false
	if !a[12].IsNil() {
		if last, ok = c.Truth(a[12]); !ok {
			return object.Nil
		}
	}
	h := newBlake(small, size, texts[0], texts[1], texts[2], tree{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], last})
	_, _ = h.Write([]byte(text))
	return c.NewObj(a[0].AsType(), &digest{alg, h})
}
