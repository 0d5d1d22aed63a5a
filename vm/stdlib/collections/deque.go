// Package collections is the module _collections: deque and defaultdict.
package collections

import "slp/vm/object"

type value = object.Value

// Module is the module _collections.
var Module = object.ModuleDef{Name: "_collections", Doc: "High performance data structures.", Init: func(c *object.Ctx, m *object.Module) bool {
	st := object.ModuleState(c, "_collections", func(c *object.Ctx) *types { return &types{} })
	st.iter = c.NewClass(object.Spec{Name: "_deque_iterator", Module: "collections", Flags: object.Disallow, Methods: iterDefs})
	st.deque = c.NewClass(object.Spec{Name: "deque", Module: "collections", Doc: "A list-like sequence optimized for data accesses near its endpoints.",
		Flags: object.HasWeakref | object.SeqPattern, Methods: dequeDefs, Gets: []object.Get{{Name: "maxlen", Get: func(c *object.Ctx, o value) value {
			if d := of(o); d.max >= 0 {
				return object.Int(int64(d.max))
			}
			return object.None
		}, Doc: "maximum size of a deque or None if unbounded"}}})
	m.Set(c, "deque", st.deque.V())
	m.Set(c, "_deque_iterator", st.iter.V())
	m.Set(c, "_tuplegetter", c.NewClass(getterSpec).V())
	m.Set(c, "defaultdict", c.Host.Hosted("defaultdict"))
	m.Set(c, "_count_elements", c.Host.Hosted("_count_elements"))
	return true
}}

type types struct{ deque, iter *object.Type }

func state(c *object.Ctx) *types {
	return object.ModuleState(c, "_collections", func(c *object.Ctx) *types { return &types{} })
}

// deque keeps its items in items[head:]; the room before head is for appendleft.
type deque struct {
	items   []value
	head    int
	max     int // -1: no limit
	version int // changes with every insertion or removal
}

// Walk implements object.Impl.
func (d *deque) Walk(w *object.Walker) {
	live := d.items[d.head:]
	w.Values(&live)
	if w.Restoring() {
		d.items, d.head = live, 0
	}
	object.Word(w, &d.max)
	object.Word(w, &d.version)
}

// Buffered tells Loop how to walk over a deque natively: by its items.
func (d *deque) all() []value { return d.items[d.head:] }

func of(v value) *deque {
	d, _ := object.As[*deque](v)
	return d
}

func (d *deque) append(v value) {
	d.items = append(d.items, v)
	d.version++
	if d.max >= 0 && len(d.all()) > d.max {
		d.popLeft()
	}
}

func (d *deque) appendLeft(v value) {
	if d.head == 0 {
		n := len(d.items)
		room := max(n, 8)
		items := make([]value, room+n, 2*(room+n))
		copy(items[room:], d.items)
		d.items, d.head = items, room
	}
	d.head--
	d.items[d.head] = v
	d.version++
	if d.max >= 0 && len(d.all()) > d.max {
		d.pop()
	}
}

func (d *deque) pop() value {
	n := len(d.items) - 1
	v := d.items[n]
	d.items[n] = object.Nil
	d.items = d.items[:n]
	d.version++
	return v
}

func (d *deque) popLeft() value {
	v := d.items[d.head]
	d.items[d.head] = object.Nil
	d.head++
	d.version++
	if d.head > 32 && d.head > len(d.items)*3/4 {
		d.items = append([]value(nil), d.items[d.head:]...)
		d.head = 0
	}
	return v
}

// extend appends the items of a builtin container; others are walked by Python code.
func extend(c *object.Ctx, self, it value, left bool) value {
	if it == self {
		it = c.NewList(append([]value(nil), of(self).all()...))
	}
	if src, ok := object.As[*deque](it); ok {
		it = c.NewList(append([]value(nil), src.all()...))
	}
	cur, ok := object.Loop(it)
	if !ok {
		name := "deque_extend"
		if left {
			name = "deque_extendleft"
		}
		return c.Self(name, self, it)
	}
	c.Touch(self.Hdr())
	d := of(self)
	for cur.Next() {
		if left {
			d.appendLeft(cur.V)
		} else {
			d.append(cur.V)
		}
	}
	return object.None
}

func newLike(c *object.Ctx, self value, items []value, max int) value {
	return c.NewObj(object.TypeOf(self), &deque{items: items, max: max})
}

var iterDefs = []object.Def{
	{Sig: "__iter__(self, /)", Fn: func(c *object.Ctx, a []value) value { return a[0] }},
	{Sig: "__next__(self, /)", Fn: object.IteratorNext},
	{Sig: "__length_hint__(self, /)", Fn: func(c *object.Ctx, a []value) value {
		it, _ := object.As[*iter](a[0])
		return object.Int(int64(it.left))
	}},
}

type iter struct {
	d       value
	version int
	left    int
	reverse bool
}

// Walk implements object.Impl.
func (it *iter) Walk(w *object.Walker) {
	w.Value(&it.d)
	object.Word(w, &it.left)
}

// Next implements object.Iterator.
func (it *iter) Next(c *object.Ctx, self value) value {
	d := of(it.d)
	if d.version != it.version {
		c.Touch(self.Hdr())
		it.left = 0
		return c.Raise(object.RuntimeError, "deque mutated during iteration")
	}
	if it.left == 0 {
		return object.Nil
	}
	c.Touch(self.Hdr())
	items := d.all()
	i := len(items) - it.left
	if it.reverse {
		i = it.left - 1
	}
	it.left--
	return items[i]
}
