// Package errnomod is the module errno.
package errnomod

import (
	"slp/vm/object"
	"slp/vm/world"
)

// Module is the module errno.
var Module = object.ModuleDef{
	Name: "errno",
	Doc:  "This module makes available standard errno system symbols.",
	Init: func(c *object.Ctx, m *object.Module) bool {
		codes := c.NewDict()
		add := func(e world.Errno, name string) {
			m.Set(c, name, object.Int(int64(e)))
			c.DictSet(codes, object.Int(int64(e)), object.NewStr(name))
		}
		world.Errnos(add)
		for _, x := range [...]struct {
			e    world.Errno
			name string
		}{{11, "EWOULDBLOCK"}, {35, "EDEADLOCK"}, {35, "EDEADLK"}, {95, "EOPNOTSUPP"}, {95, "ENOTSUP"}} {
			m.Set(c, x.name, object.Int(int64(x.e)))
		}
		m.Set(c, "errorcode", codes.V())
		return true
	},
}
