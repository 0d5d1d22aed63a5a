package minor

import (
	"math/big"
	"strconv"

	"slp/vm/object"
	"slp/vm/world"
)

// Device is the module _device: what the modules termios and resource of the library ask the World.
var Device = object.ModuleDef{Name: "_device", Doc: "What termios and resource ask of the system.", Funcs: []object.Def{
	{Sig: "ioctl(fd, request, argument, buffer, /)", Fn: func(c *ctx, a []value) value {
		fd, ok := c.IndexInt(a[0], false)
		if !ok {
			return object.Nil
		}
		request, ok := c.Long(a[1])
		if !ok {
			return object.Nil
		}
		argument, ok := c.Long(a[2])
		if !ok {
			return object.Nil
		}
		b, ok, like := c.BytesLike(a[3])
		if !like {
			return c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(a[3]).Name)
		}
		if !ok {
			return object.Nil
		}
		r := c.Query(world.Device(fd, uint64(request), argument, []byte(b)))
		if !r.OK() {
			return c.RaiseOS(int64(r.Errno), r.Reason())
		}
		return object.NewBytes(string(r.Data))
	}},
	{Sig: "limit(which, /)", Fn: func(c *ctx, a []value) value { return numbers(c, world.FactLimit, a[0]) }},
	{Sig: "usage(who, /)", Fn: func(c *ctx, a []value) value { return numbers(c, world.FactUsage, a[0]) }},
	{Sig: "platform()", Fn: func(c *ctx, a []value) value { return object.NewStr(c.Query(world.Fact(world.FactPlatform)).Text) }},
}}

// numbers asks for a fact that is a list of numbers.
func numbers(c *ctx, fact string, which value) value {
	n, ok := c.IndexInt(which, false)
	if !ok {
		return object.Nil
	}
	r := c.Query(world.Fact(fact + strconv.Itoa(n)))
	if !r.OK() {
		return c.RaiseOS(int64(r.Errno), r.Reason())
	}
	items := make([]value, len(r.List))
	for i, s := range r.List {
		v, ok := new(big.Int).SetString(s, 10)
		if !ok {
			return c.RaiseOS(int64(world.EINVAL), world.EINVAL.Text())
		}
		items[i] = object.NewBig(v)
	}
	return object.NewTuple(items)
}
