package object

import "slp/vm/internal/hashtable"

// setDefs are the native parts of set operations, for hosted code: each handles one slot of a set and may have to run
// Python code to compare its key.
var setDefs = []Def{
	// _set_next(set, i): the number of the first slot in use from i on, or -1.
	{Sig: "_set_next(set, i, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsSet().T.Next(int(a[1].I())))) }},
	// _set_has(set, other, i): whether the key in slot i of other is in set.
	{Sig: "_set_has(set, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.atSlot(a, func(s *Set, j int, key Value, h int64) Value { return Bool(j >= 0) })
	}},
	// _set_add_slot(set, other, i): adds the key in slot i of other.
	{Sig: "_set_add_slot(set, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.atSlot(a, func(s *Set, j int, key Value, h int64) Value {
			if j < 0 {
				c.Touch(&s.Hdr)
				s.T.Insert(h, key)
			}
			return None
		})
	}},
	// _set_remove_slot(set, other, i): removes it.
	{Sig: "_set_remove_slot(set, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.atSlot(a, func(s *Set, j int, key Value, h int64) Value {
			if j >= 0 {
				c.Touch(&s.Hdr)
				s.T.Delete(j)
			}
			return None
		})
	}},
	// _set_toggle_slot(set, other, i): removes it if it is there, else adds it.
	{Sig: "_set_toggle_slot(set, other, i, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.atSlot(a, func(s *Set, j int, key Value, h int64) Value {
			c.Touch(&s.Hdr)
			if j >= 0 {
				s.T.Delete(j)
			} else {
				s.T.Insert(h, key)
			}
			return None
		})
	}},
	// _set_entry(set, dict, i): the slot of the set from which entry i of the dict may be handled like one.
	{Sig: "_set_entry(dict, i, /)", Fn: func(c *Ctx, a []Value) Value { // a set of this one key
		s, d, i := c.NewSet(), a[0].AsDict(), int(a[1].I())
		if i < d.T.Bound() && d.T.Live(i) {
			s.T.Insert(d.T.At(i).Hash, d.T.At(i).Key)
		}
		return s.V()
	}},
	{Sig: "_set_add(set, key, /)", Fn: func(c *Ctx, a []Value) Value {
		if !c.SetAdd(a[0].AsSet(), a[1]) {
			return Nil
		}
		return None
	}},
	{Sig: "_set_discard(set, key, /)", Fn: func(c *Ctx, a []Value) Value {
		h, ok := c.hashElement(a[1])
		if !ok {
			return Nil
		}
		s := a[0].AsSet()
		i, ok := c.setFindHash(s, a[1], h)
		if !ok {
			return Nil
		}
		if i >= 0 {
			c.Touch(&s.Hdr)
			s.T.Delete(i)
		}
		return None
	}},
	// _set_add_if(result, set, key): adds the key to result if it is in set.
	{Sig: "_set_add_if(result, set, key, /)", Fn: func(c *Ctx, a []Value) Value {
		h, ok := c.Hash(a[2])
		if !ok {
			return Nil
		}
		i, ok := c.setFindHash(a[1].AsSet(), a[2], h)
		if !ok {
			return Nil
		}
		if i < 0 {
			return False
		}
		r := a[0].AsSet()
		j, ok := c.setFindHash(r, a[2], h)
		if !ok {
			return Nil
		}
		if j < 0 {
			c.Touch(&r.Hdr)
			r.T.Insert(h, a[2])
		}
		return True
	}},
	// _set_merge(set, other): begins s.update(other); True if that was all.
	{Sig: "_set_merge(set, other, /)", Fn: func(c *Ctx, a []Value) Value {
		s := a[0].AsSet()
		c.Touch(&s.Hdr)
		return Bool(s.T.Merge(&a[1].AsSet().T))
	}},
	// _set_walked(a, b): (walked, other): how CPython intersects two sets.
	{Sig: "_set_walked(a, b, /)", Fn: func(c *Ctx, a []Value) Value {
		if x, _ := hashtable.IntersectWalked(&a[0].AsSet().T, &a[1].AsSet().T); x == &a[0].AsSet().T {
			return TupleOf(a[0], a[1])
		}
		return TupleOf(a[1], a[0])
	}},
	// _set_by_copy(set, n): whether set - other is made by removing from a copy when other has n keys.
	{Sig: "_set_by_copy(set, n, /)", Fn: func(c *Ctx, a []Value) Value {
		return Bool(a[0].AsSet().T.DifferenceByCopy(int(a[1].I())))
	}},
	// _set_by_common(set, n): whether set -= other goes over the common keys when other has n keys.
	{Sig: "_set_by_common(set, n, /)", Fn: func(c *Ctx, a []Value) Value {
		return Bool(a[0].AsSet().T.DifferenceByIntersection(int(a[1].I())))
	}},
	// _set_reserve(set, n): makes room for n more keys, as an update from a dict does.
	{Sig: "_set_reserve(set, n, /)", Fn: func(c *Ctx, a []Value) Value {
		s := a[0].AsSet()
		c.Touch(&s.Hdr)
		s.T.Reserve(int(a[1].I()))
		return None
	}},
	{Sig: "_set_trim(set, /)", Fn: func(c *Ctx, a []Value) Value {
		s := a[0].AsSet()
		c.Touch(&s.Hdr)
		s.T.Trim()
		return None
	}},
	// _set_become(set, other): gives set the keys of other, which is emptied.
	{Sig: "_set_become(set, other, /)", Fn: func(c *Ctx, a []Value) Value {
		s, o := a[0].AsSet(), a[1].AsSet()
		c.Touch(&s.Hdr)
		c.Touch(&o.Hdr)
		s.T.Become(&o.T)
		return None
	}},
	// _set_like(set): an empty set of the same builtin class; _set_copy(set): a copy of that class.
	{Sig: "_set_like(set, /)", Fn: func(c *Ctx, a []Value) Value { return c.like(a[0].AsSet()).V() }},
	{Sig: "_set_copy(set, /)", Fn: func(c *Ctx, a []Value) Value { return c.copySet(a[0]).V() }},
	// _frozen(cls, set): a frozenset of class cls that takes over the set.
	{Sig: "_frozen(cls, set, /)", Fn: func(c *Ctx, a []Value) Value {
		return c.NewPayload(a[0].AsType(), c.NewFrozenSet(a[1].AsSet()))
	}},
	// _exact_set(v): the set or frozenset behind v, or None.
	{Sig: "_exact_set(v, /)", Fn: func(c *Ctx, a []Value) Value {
		if s := a[0].AsSet(); s != nil {
			return s.V()
		}
		return None
	}},
}

// atSlot looks the key in slot i of another set up and calls f with its slot in s (or -1).
func (c *Ctx) atSlot(a []Value, f func(s *Set, j int, key Value, h int64) Value) Value {
	s, o, i := a[0].AsSet(), a[1].AsSet(), int(a[2].I())
	if !o.T.Live(i) {
		return False
	}
	key, h := o.T.Key(i), o.T.Hash(i)
	j, ok := c.setFindHash(s, key, h)
	if !ok {
		return Nil
	}
	return f(s, j, key, h)
}

// HostedContainers lists the native functions that only the hosted code of the containers sees.
func HostedContainers() []Def { return concat(sortDefs, dictDefs, setDefs, iterDefs, typeDefs) }
