package stackless

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
)

// bomb is a value that explodes: whoever receives it gets the exception instead.
type bomb struct{ typ, val, tb value }

// Walk implements object.Impl.
func (b *bomb) Walk(w *object.Walker) {
	w.Value(&b.typ)
	w.Value(&b.val)
	w.Value(&b.tb)
}

func asBomb(v value) *bomb {
	if v.IsNil() || v.Kind() != object.KObj {
		return nil
	}
	b, _ := object.As[*bomb](v)
	return b
}

func newBomb(vm *interp.VM, exc value) value {
	e := exc.AsExc()
	return vm.NewObj(Of(&vm.Ctx).bomb, &bomb{e.Cls.V(), exc, e.TB})
}

// exception is what the bomb raises.
func (b *bomb) exception(vm *interp.VM) value {
	if b.val.AsExc() != nil {
		return b.val
	}
	if t := b.typ.AsType(); t != nil && t.Flags&object.IsException != 0 {
		if b.val.IsNone() {
			return vm.NewExc(t).V()
		}
		if tup := b.val.AsTuple(); tup != nil {
			return vm.NewExc(t, tup.Items...).V()
		}
		return vm.NewExc(t, b.val).V()
	}
	return vm.NewExc(object.TypeError, object.NewStr("exceptions must derive from BaseException")).V()
}

func (s *Scheduler) bombSpec() object.Spec {
	field := func(name string, get func(b *bomb) value) object.Get {
		return object.Get{Name: name, Get: func(c *object.Ctx, o value) value { return get(asBomb(o)) }}
	}
	return object.Spec{Name: "bomb", Module: "_stackless", Doc: "A value that raises an exception when it is received.",
		Methods: []object.Def{
			{Sig: "__new__(cls, type=None, value=None, traceback=None, /)", Kind: object.AsNew, Fn: func(c *object.Ctx, a []value) value {
				b := &bomb{object.None, object.None, object.None}
				parts := a[1:]
				if !a[1].IsNil() && a[1].AsTuple() != nil && a[2].IsNil() {
					items := a[1].AsTuple().Items
					if len(items) > 3 {
						return c.Raise(object.TypeError, "bomb expects at most 3 arguments, got %d", len(items))
					}
					parts = append(append([]value(nil), items...), make([]value, 3-len(items))...)
				}
				for i, p := range [...]*value{&b.typ, &b.val, &b.tb} {
					if !parts[i].IsNil() {
						*p = parts[i]
					}
				}
				return c.NewObj(a[0].AsType(), b)
			}},
			{Sig: "__reduce__(self, /)", Fn: func(c *object.Ctx, a []value) value {
				b := asBomb(a[0])
				return object.TupleOf(object.TypeOf(a[0]).V(), object.TupleOf(b.typ, b.val, b.tb))
			}},
		},
		Gets: []object.Get{field("type", func(b *bomb) value { return b.typ }), field("value", func(b *bomb) value { return b.val }),
			field("traceback", func(b *bomb) value { return b.tb })}}
}
