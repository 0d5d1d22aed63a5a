package sys

import (
	"slp/vm/object"
	"slp/vm/world"
)

// console is the raw text stream that stands for a standard stream until io makes the real one.
type console struct{ fd int }

// Walk implements object.Impl.
func (s *console) Walk(w *object.Walker) { object.Word(w, &s.fd) }

// NewConsole makes an unbuffered text stream on a descriptor.
func NewConsole(c *object.Ctx, fd int) value {
	t := object.ModuleState(c, "sys", func(c *object.Ctx) *object.Type {
		return c.NewClass(object.Spec{Name: "Console", Module: "sys", Flags: object.Disallow, Methods: []object.Def{
			{Sig: "write(self, text, /)", Fn: func(c *object.Ctx, a []value) value {
				s, _ := object.As[*console](a[0])
				str := a[1].AsStr()
				if str == nil {
					return c.Raise(object.TypeError, "write() argument must be str, not %s", object.TypeOf(a[1]).Name)
				}
				c.Query(world.Write(s.fd, []byte(str.String()), -1))
				return object.Int(int64(str.Len()))
			}},
			{Sig: "flush(self, /)", Fn: func(c *object.Ctx, a []value) value { return object.None }},
		}})
	})
	return c.NewObj(t, &console{fd})
}
