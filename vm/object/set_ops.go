package object

import "slp/vm/internal/hashtable"

// setFunc makes a new set of s and one other operand, which is a set, frozenset, dict or list; own tells that s is a
// set that nobody has seen, which may be changed instead. known is false if Python code is needed; then nothing that
// can be seen has happened.
type setFunc func(c *Ctx, s *Set, other Value, own bool) (result *Set, known bool)

// setOp applies an operation to v and the others one after the other; hosted does it when Python code is needed.
func (c *Ctx) setOp(hosted string, f setFunc, v Value, others []Value) Value {
	s := v.AsSet()
	if len(others) == 0 {
		return c.copySet(v).V()
	}
	args := append([]Value(nil), others...)
	for i, o := range args {
		if o.AsSet() == nil && o.p.Kind != KDict {
			items, ok := c.Collect(o)
			if !ok {
				return Nil
			}
			args[i] = c.NewList(items)
		}
		r, known := f(c, s, args[i], i > 0)
		if !known {
			return c.Self(hosted, c.copySet(v).V(), NewTuple(args), v.AsSet().V())
		}
		s = r
	}
	return s.V()
}

// setMany is a method that takes any number of iterables.
func setMany(hosted string, f setFunc) Fn {
	return func(c *Ctx, a []Value) Value {
		others := a[1].AsTuple().Items
		if len(others) == 0 && a[0].p.Kind == KFrozenSet {
			return a[0]
		}
		return c.setOp(hosted, f, a[0], others)
	}
}

// setBinary is an operator, which takes sets only.
func setBinary(hosted string, f setFunc) Fn {
	return func(c *Ctx, a []Value) Value {
		if a[0].AsSet() == nil || a[1].AsSet() == nil {
			return NotImplemented
		}
		return c.setOp(hosted, f, a[0], a[1:2])
	}
}

// setInPlace is an augmented operator: the method does it.
func setInPlace(method string) Fn {
	name := Static(method)
	return func(c *Ctx, a []Value) Value {
		if a[1].AsSet() == nil {
			return NotImplemented
		}
		if c.Call(SetType.Dict.GetStr(name), a[0], a[1]).IsNil() {
			return Nil
		}
		return a[0]
	}
}

// like makes an empty set or frozenset.
func (c *Ctx) like(s *Set) *Set { return &Set{Hdr: Hdr{Kind: s.Kind, Epoch: c.Epoch}} }

func setUnion(c *Ctx, s *Set, other Value, own bool) (*Set, bool) {
	r := s
	if !own {
		r = c.like(s)
		r.T = s.T.Copied()
	}
	return r, c.updateNative(r, other)
}

func setIntersection(c *Ctx, s *Set, other Value, _ bool) (*Set, bool) {
	r := c.like(s)
	if o := other.AsSet(); o != nil {
		if o == s {
			r.T = s.T.Copied()
			return r, true
		}
		walked, in := hashtable.IntersectWalked(&s.T, &o.T)
		return r, r.T.AddCommon(walked, in, 0, deepEq) < 0
	}
	known := c.eachHashed(other, func(v Value, h int64) bool {
		i, known := nativeSetFind(s, v, h)
		if !known {
			return false
		}
		return i < 0 || r.T.Add(h, v, deepEq)
	})
	return r, known
}

func setDifference(c *Ctx, s *Set, other Value, own bool) (*Set, bool) {
	if own {
		return s, c.subtractNative(s, other)
	}
	r := c.like(s)
	if o := other.AsSet(); o != nil {
		if !s.T.DifferenceByCopy(o.T.Len()) {
			return r, r.T.AddMissing(&s.T, &o.T, 0, deepEq) < 0
		}
	} else if d := other.AsDict(); d != nil && !s.T.DifferenceByCopy(d.T.Len()) {
		for i := s.T.Next(0); i >= 0; i = s.T.Next(i + 1) {
			j, known := nativeFind(d, s.T.Key(i), s.T.Hash(i))
			if !known || j < 0 && !r.T.Add(s.T.Hash(i), s.T.Key(i), deepEq) {
				return nil, false
			}
		}
		return r, true
	}
	r.T = s.T.Copied()
	return r, c.subtractNative(r, other)
}

func setXor(c *Ctx, s *Set, other Value, _ bool) (*Set, bool) {
	r := c.like(s)
	if !c.updateNative(r, other) {
		return nil, false
	}
	return r, r.T.ToggleAll(&s.T, 0, deepEq) < 0
}

// eachHashed calls f with each key of a dict or list and its hash until f returns false; known is false then or when a
// hash needs Python code.
func (c *Ctx) eachHashed(v Value, f func(key Value, h int64) bool) (known bool) {
	if d := v.AsDict(); d != nil {
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			if e := d.T.At(i); !f(e.Key, e.Hash) {
				return false
			}
		}
		return true
	}
	for _, x := range Items(v) {
		h, known := c.nativeHash(x)
		if !known || !f(x, h) {
			return false
		}
	}
	return true
}

// updateNative adds the elements of a set, dict or list to a new set that nobody has seen.
func (c *Ctx) updateNative(s *Set, v Value) (known bool) {
	if o := v.AsSet(); o != nil {
		return s.T.Merge(&o.T) || s.T.AddAll(&o.T, 0, deepEq) < 0
	}
	if d := v.AsDict(); d != nil {
		s.T.Reserve(d.T.Len())
	}
	return c.eachHashed(v, func(k Value, h int64) bool { return s.T.Add(h, k, deepEq) })
}

// subtractNative removes the elements of a set, dict or list from a new set that nobody has seen.
func (c *Ctx) subtractNative(s *Set, v Value) (known bool) {
	if o := v.AsSet(); o != nil {
		if s.T.DifferenceByIntersection(o.T.Len()) {
			if o, known = setIntersection(c, s, v, false); !known {
				return false
			}
		}
		known = s.T.RemoveAll(&o.T, 0, deepEq) < 0
	} else {
		known = c.eachHashed(v, func(k Value, h int64) bool {
			i, known := nativeSetFind(s, k, h)
			if i >= 0 {
				s.T.Delete(i)
			}
			return known
		})
	}
	s.T.Trim()
	return known
}

// setUpdate is s.update(v), for a native function to return.
func (c *Ctx) setUpdate(s *Set, v Value) Value {
	if o := v.AsSet(); o != nil {
		c.Touch(&s.Hdr)
		if s.T.Merge(&o.T) {
			return None
		}
		if i := s.T.AddAll(&o.T, 0, deepEq); i >= 0 {
			return c.Self("set_add_slots", s.V(), o.V(), Int(int64(i)))
		}
		return None
	}
	if v.p.Kind == KDict {
		d := v.AsDict()
		c.Touch(&s.Hdr)
		s.T.Reserve(d.T.Len())
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			if e := d.T.At(i); !s.T.Add(e.Hash, e.Key, deepEq) {
				return c.Self("set_add_entries", s.V(), d.V(), Int(int64(i)))
			}
		}
		return None
	}
	cur, ok := Loop(v)
	if !ok {
		if !pureIter(v) {
			return c.Self("set_add_iter", s.V(), v)
		}
		items, ok := c.Collect(v)
		if !ok {
			return Nil
		}
		cur, _ = Loop(c.NewList(items))
	}
	c.Touch(&s.Hdr)
	for cur.Next() {
		h, known := c.nativeHash(cur.V)
		if !known || !s.T.Add(h, cur.V, deepEq) {
			rest := []Value{cur.V}
			for cur.Next() {
				rest = append(rest, cur.V)
			}
			return c.Self("set_add_iter", s.V(), c.NewList(rest))
		}
	}
	return None
}

func setUpdateMethod(c *Ctx, a []Value) Value {
	others := a[1].AsTuple().Items
	switch len(others) {
	case 0:
		return None
	case 1:
		return c.setUpdate(a[0].AsSet(), others[0])
	}
	return c.Self("set_update_all", a[0], a[1])
}

func setDifferenceUpdate(c *Ctx, a []Value) Value {
	others := a[1].AsTuple().Items
	if len(others) != 1 {
		return c.Self("set_difference_update_all", a[0], a[1])
	}
	s := a[0].AsSet()
	if o := others[0].AsSet(); o != nil {
		c.Touch(&s.Hdr)
		if o == s {
			s.T.Clear()
			return None
		}
		if s.T.DifferenceByIntersection(o.T.Len()) {
			common, known := setIntersection(c, s, o.V(), false)
			if !known {
				return c.Self("set_subtract_common", s.V(), o.V())
			}
			o = common
		}
		if i := s.T.RemoveAll(&o.T, 0, deepEq); i >= 0 {
			return c.Self("set_remove_slots", s.V(), o.V(), Int(int64(i)))
		}
		s.T.Trim()
		return None
	}
	return c.Self("set_remove_iter", s.V(), others[0])
}

// setToggle is s.symmetric_difference_update(v), for a native function to return.
func (c *Ctx) setToggle(s *Set, v Value, t *Type) Value {
	o := v.AsSet()
	if o == s {
		c.Touch(&s.Hdr)
		s.T.Clear()
		return None
	}
	if o == nil {
		if v.p.Kind == KDict {
			d := v.AsDict()
			// The keys of a dict are toggled in their own order.
			c.Touch(&s.Hdr)
			for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
				e := d.T.At(i)
				j, known := nativeSetFind(s, e.Key, e.Hash)
				if !known {
					return c.Self("set_toggle_entries", s.V(), d.V(), Int(int64(i)))
				}
				if j >= 0 {
					s.T.Delete(j)
				} else {
					s.T.Insert(e.Hash, e.Key)
				}
			}
			return None
		}
		return c.Self("set_toggle_iter", s.V(), v)
	}
	c.Touch(&s.Hdr)
	if i := s.T.ToggleAll(&o.T, 0, deepEq); i >= 0 {
		return c.Self("set_toggle_slots", s.V(), o.V(), Int(int64(i)))
	}
	return None
}
