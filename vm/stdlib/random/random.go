// Package random is the module _random: the Mersenne Twister behind random.Random.
package random

import (
	"encoding/binary"
	"math/big"

	"slp/vm/internal/mersenne"
	"slp/vm/object"
	"slp/vm/world"
)

type (
	ctx   = object.Ctx
	value = object.Value
)

// Module is the module _random.
var Module = object.ModuleDef{Name: "_random", Doc: "Module implements the Mersenne Twister random number generator.",
	Init: func(c *ctx, m *object.Module) bool {
		m.Set(c, "Random", c.NewClass(object.Spec{Name: "Random", Module: "_random", Methods: methods,
			Doc: "Random() -> create a random number generator with its own internal state."}).V())
		return true
	}}

type generator struct{ g *mersenne.Generator }

// Walk implements object.Impl.
func (r *generator) Walk(w *object.Walker) {
	object.State(w, &r.g, (*mersenne.Generator).Clone, func(g *mersenne.Generator, _ func(value), word func(uint64)) {
		for _, x := range g.State() {
			word(uint64(x))
		}
	})
}

func of(c *ctx, v value) *mersenne.Generator {
	r, _ := object.As[*generator](v)
	c.Touch(v.Hdr())
	return r.g
}

const stateLen = 625

var methods = []object.Def{
	{Sig: "__new__(cls, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
		return c.NewObj(a[0].AsType(), &generator{mersenne.New(nil)})
	}},
	{Sig: "__init__(self, x=None, /)", Fn: seed},
	{Sig: "seed(self, n=None, /)", Fn: seed, Doc: "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier."},
	{Sig: "random(self, /)", Fn: func(c *ctx, a []value) value { return object.Float(of(c, a[0]).Float64()) }, Doc: "random() -> x in the interval [0, 1)."},
	{Sig: "getrandbits(self, k, /)", Fn: func(c *ctx, a []value) value {
		k, ok := c.IndexInt(a[1], false)
		if !ok {
			return object.Nil
		}
		if k < 0 {
			return c.Raise(object.ValueError, "Cannot convert negative int")
		}
		if k > 1<<31 {
			return c.Raise(object.OverflowError, "Python int too large to convert to C int")
		}
		g := of(c, a[0])
		if k < 64 {
			return object.Int(int64(g.Bits(k)))
		}
		return object.NewBig(g.BigBits(k))
	}, Doc: "getrandbits(k) -> x.  Generates an int with k random bits."},
	{Sig: "getstate(self, /)", Fn: func(c *ctx, a []value) value {
		r, _ := object.As[*generator](a[0])
		s := r.g.State()
		items := make([]value, len(s))
		for i, x := range s {
			items[i] = object.Int(int64(x))
		}
		return object.NewTuple(items)
	}, Doc: "getstate() -> tuple containing the current state."},
	{Sig: "setstate(self, state, /)", Fn: setState, Doc: "setstate(state) -> None.  Restores generator state."},
}

func seed(c *ctx, a []value) value {
	n := new(big.Int)
	switch v := a[1]; {
	case v.IsNil() || v.IsNone():
		r := c.Query(world.Random(4 * (stateLen - 1)))
		key := make([]uint32, len(r.Data)/4)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(r.Data[4*i : 4*i+4])
		}
		of(c, a[0]).Seed(key)
		return object.None
	case v.IsAnyInt():
		n = v.AsBigInt()
	default:
		h, ok := c.Hash(v)
		if !ok {
			return object.Nil
		}
		n.SetUint64(uint64(h))
	}
	of(c, a[0]).SeedInt(n)
	return object.None
}

func setState(c *ctx, a []value) value {
	t := a[1].AsTuple()
	if t == nil {
		return c.Raise(object.TypeError, "state vector must be a tuple")
	}
	if len(t.Items) != stateLen {
		return c.Raise(object.ValueError, "state vector is the wrong size")
	}
	var s [stateLen]uint32
	for i, v := range t.Items {
		n := c.Index(v)
		if n.IsNil() {
			return n
		}
		b := n.AsBigInt()
		if b.Sign() < 0 {
			return c.Raise(object.ValueError, "Cannot convert negative int")
		}
		if !b.IsUint64() {
			return c.Raise(object.OverflowError, "Python int too large to convert to C unsigned long")
		}
		s[i] = uint32(b.Uint64())
		if i == stateLen-1 && b.Uint64() >= stateLen {
			return c.Raise(object.ValueError, "invalid state")
		}
	}
	if of(c, a[0]).SetState(s) != nil {
		return c.Raise(object.ValueError, "invalid state")
	}
	return object.None
}
