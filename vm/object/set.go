package object

import "slp/vm/internal/pyhash"

func defineSet() {
	SetType.define(Spec{
		Doc: "Build an unordered collection of unique elements.",
		Methods: concat([]Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: func(c *Ctx, a []Value) Value { return c.NewPayload(a[0].AsType(), c.NewSet().V()) }, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__init__(self, /, *args, **kwargs)", Fn: setInit, Doc: "Initialize self."},
			{Sig: "__iand__(self, value, /)", Fn: setInPlace("intersection_update"), Doc: "Return self&=value."},
			{Sig: "__ior__(self, value, /)", Fn: setInPlace("update"), Doc: "Return self|=value."},
			{Sig: "__isub__(self, value, /)", Fn: setInPlace("difference_update"), Doc: "Return self-=value."},
			{Sig: "__ixor__(self, value, /)", Fn: setInPlace("symmetric_difference_update"), Doc: "Return self^=value."},
			{Sig: "add(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
				if !c.SetAdd(a[0].AsSet(), a[1]) {
					return Nil
				}
				return None
			}, Doc: "Add an element to a set.\n\nThis has no effect if the element is already present."},
			{Sig: "clear(self, /)", Fn: func(c *Ctx, a []Value) Value {
				s := a[0].AsSet()
				c.Touch(&s.Hdr)
				s.T.Clear()
				return None
			}, Doc: "Remove all elements from this set."},
			{Sig: "copy(self, /)", Fn: func(c *Ctx, a []Value) Value { return c.copySet(a[0]).V() }, Doc: "Return a shallow copy of a set."},
			{Sig: "discard(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
				if _, ok := c.setRemove(a[0].AsSet(), a[1]); !ok {
					return Nil
				}
				return None
			}, Doc: "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set."},
			{Sig: "remove(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
				found, ok := c.setRemove(a[0].AsSet(), a[1])
				if !ok {
					return Nil
				}
				if !found {
					return c.RaiseArgs(KeyError, a[1])
				}
				return None
			}, Doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
			{Sig: "pop(self, /)", Fn: func(c *Ctx, a []Value) Value {
				s := a[0].AsSet()
				if s.T.Len() == 0 {
					return c.RaiseArgs(KeyError, ConstStr("pop from an empty set"))
				}
				c.Touch(&s.Hdr)
				v, _, _ := s.T.Pop()
				return v
			}, Doc: "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."},
			{Sig: "update(self, /, *others)", Fn: setUpdateMethod, Doc: "Update the set, adding elements from all others."},
			{Sig: "intersection_update(self, /, *others)", Fn: func(c *Ctx, a []Value) Value { return c.Self("set_intersection_update", a[0], a[1]) }, Doc: "Update the set, keeping only elements found in it and all others."},
			{Sig: "difference_update(self, /, *others)", Fn: setDifferenceUpdate, Doc: "Update the set, removing elements found in others."},
			{Sig: "symmetric_difference_update(self, other, /)", Fn: func(c *Ctx, a []Value) Value { return c.setToggle(a[0].AsSet(), a[1], SetType) }, Doc: "Update the set, keeping only elements found in either set, but not in both."},
			classGetItem("sets are generic over the type of their elements"),
		}, setMethods(SetType)),
		Attrs: map[string]Value{"__hash__": None},
	})
	FrozenSetType.define(Spec{
		Doc: "Build an immutable unordered collection of unique elements.",
		Methods: concat([]Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Fn: frozenSetNew, Kind: AsNew, Doc: "Create and return a new object."},
			{Sig: "__hash__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(a[0].AsSet().Hash()) }, Doc: "Return hash(self)."},
			{Sig: "copy(self, /)", Fn: func(c *Ctx, a []Value) Value {
				if a[0].p.Kind == KFrozenSet {
					return a[0]
				}
				return c.copySet(a[0]).V()
			}, Doc: "Return a shallow copy of a set."},
			classGetItem("frozensets are generic over the type of their elements"),
		}, setMethods(FrozenSetType)),
	})
}

func concat(lists ...[]Def) (out []Def) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// setMethods are the methods that set and frozenset share.
func setMethods(t *Type) []Def {
	return concat([]Def{
		{Sig: "__repr__(self, /)", Fn: func(c *Ctx, a []Value) Value { return reprContainer(c, a[0], "set_repr") }, Doc: "Return repr(self)."},
		{Sig: "__len__(self, /)", Fn: func(c *Ctx, a []Value) Value { return Int(int64(a[0].AsSet().T.Len())) }, Doc: "Return len(self)."},
		{Sig: "__iter__(self, /)", Fn: newSetIter, Doc: "Implement iter(self)."},
		{Sig: "__contains__(self, object, /)", Fn: func(c *Ctx, a []Value) Value {
			in, ok := c.setContains(a[0].AsSet(), a[1])
			if !ok {
				return Nil
			}
			return Bool(in)
		}, Doc: "x.__contains__(y) <==> y in x."},
		{Sig: "__reduce__(self, /)", Fn: setReduce, Doc: "Return state information for pickling."},
		{Sig: "__sizeof__(self, /)", Fn: func(c *Ctx, a []Value) Value {
			n := int64(a[0].AsSet().T.Bound())
			if n <= 8 {
				return Int(200)
			}
			return Int(200 + 16*n)
		}, Doc: "S.__sizeof__() -> size of S in memory, in bytes."},
		{Sig: "__and__(self, value, /)", Fn: setBinary("set_intersection", setIntersection), Doc: "Return self&value."},
		{Sig: "__rand__(self, value, /)", Fn: swapped(setBinary("set_intersection", setIntersection)), Doc: "Return value&self."},
		{Sig: "__or__(self, value, /)", Fn: setBinary("set_union", setUnion), Doc: "Return self|value."},
		{Sig: "__ror__(self, value, /)", Fn: swapped(setBinary("set_union", setUnion)), Doc: "Return value|self."},
		{Sig: "__sub__(self, value, /)", Fn: setBinary("set_difference", setDifference), Doc: "Return self-value."},
		{Sig: "__rsub__(self, value, /)", Fn: swapped(setBinary("set_difference", setDifference)), Doc: "Return value-self."},
		{Sig: "__xor__(self, value, /)", Fn: setBinary("set_xor", setXor), Doc: "Return self^value."},
		{Sig: "__rxor__(self, value, /)", Fn: swapped(setBinary("set_xor", setXor)), Doc: "Return value^self."},
		{Sig: "difference(self, /, *others)", Fn: setMany("set_difference", setDifference), Doc: "Return a new set with elements in the set that are not in the others."},
		{Sig: "intersection(self, /, *others)", Fn: setMany("set_intersection", setIntersection), Doc: "Return a new set with elements common to the set and all others."},
		{Sig: "union(self, /, *others)", Fn: setMany("set_union", setUnion), Doc: "Return a new set with elements from the set and all others."},
		{Sig: "symmetric_difference(self, other, /)", Fn: func(c *Ctx, a []Value) Value {
			return c.setOp("set_xor", setXor, a[0], a[1:2])
		}, Doc: "Return a new set with elements in either the set or other but not both."},
		{Sig: "isdisjoint(self, other, /)", Fn: setIsDisjoint, Doc: "Return True if two sets have a null intersection."},
		{Sig: "issubset(self, other, /)", Fn: func(c *Ctx, a []Value) Value {
			if a[1].AsSet() == nil {
				return c.Self("set_issubset", a[0], a[1])
			}
			return setCompare(CmpLe)(c, a)
		}, Doc: "Report whether another set contains this set."},
		{Sig: "issuperset(self, other, /)", Fn: func(c *Ctx, a []Value) Value {
			if a[1].AsSet() == nil {
				return c.Self("set_issuperset", a[0].AsSet().V(), a[1])
			}
			return setCompare(CmpGe)(c, a)
		}, Doc: "Report whether this set contains another set."},
	}, compareDefs(setCompare))
}

func swapped(f Fn) Fn {
	return func(c *Ctx, a []Value) Value { return f(c, []Value{a[1], a[0]}) }
}

// Hash is hash of a frozenset.
func (s *Set) Hash() int64 {
	if s.hash != 0 && s.Kind == KFrozenSet {
		return s.hash
	}
	var h pyhash.Set
	for i := s.T.Next(0); i >= 0; i = s.T.Next(i + 1) {
		h.Add(s.T.Hash(i))
	}
	x := h.Frozenset()
	if s.Kind == KFrozenSet && s.Flags&FlagStatic == 0 {
		s.hash = x
	}
	return x
}

func setInit(c *Ctx, a []Value) Value {
	name := "set"
	if TypeOf(a[0]) != SetType {
		name = TypeOf(a[0]).Name
	}
	if t := TypeOf(a[0]); !c.noKeywords(t, SetType, a[2]) {
		return Nil
	}
	args, ok := c.argCount(name, a[1], Nil, 0, 1)
	if !ok {
		return Nil
	}
	s := a[0].AsSet()
	if s.T.Len() > 0 {
		c.Once(func() Value {
			c.Touch(&s.Hdr)
			s.T.Clear()
			return None
		})
	}
	if len(args) == 0 {
		return None
	}
	return c.setUpdate(s, args[0])
}

func frozenSetNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	if !c.noKeywords(cls, FrozenSetType, a[2]) {
		return Nil
	}
	args, ok := c.argCount(cls.Name, a[1], Nil, 0, 1)
	if !ok {
		return Nil
	}
	s := c.NewSet()
	if len(args) == 1 {
		if args[0].p.Kind == KFrozenSet {
			return c.NewPayload(cls, args[0])
		}
		items := args[0]
		if items.AsSet() == nil && items.p.Kind != KDict {
			list, ok := c.Collect(items)
			if !ok {
				return Nil
			}
			items = c.NewList(list)
		}
		if !c.updateNative(s, items) {
			return c.Self("frozenset_new", cls.V(), items)
		}
	}
	return c.NewPayload(cls, c.NewFrozenSet(s))
}

// hashElement is hash(v) for a set, with CPython's message for what is not hashable.
func (c *Ctx) hashElement(v Value) (int64, bool) {
	if h, known := c.nativeHash(v); known {
		return h, true
	}
	h, ok := c.Hash(v)
	if !ok {
		c.unhashable(v, "a set element")
	}
	return h, ok
}

// searchHash is hashElement for a search, where a set stands for the frozenset of its elements.
func (c *Ctx) searchHash(v Value) (int64, bool) {
	if s := v.AsSet(); s != nil && s.Kind == KSet && TypeOf(v).Dunder(DHash).IsNone() {
		return s.Hash(), true
	}
	return c.hashElement(v)
}

func (c *Ctx) setContains(s *Set, v Value) (in, ok bool) {
	h, ok := c.searchHash(v)
	if !ok {
		return false, false
	}
	i, ok := c.setFindHash(s, v, h)
	return i >= 0, ok
}

func (c *Ctx) setRemove(s *Set, v Value) (found, ok bool) {
	h, ok := c.searchHash(v)
	if !ok {
		return false, false
	}
	i, ok := c.setFindHash(s, v, h)
	if !ok || i < 0 {
		return false, ok
	}
	c.Touch(&s.Hdr)
	s.T.Delete(i)
	return true, true
}

// copySet is a set or frozenset of the elements of v, a set or frozenset, of v's builtin class.
func (c *Ctx) copySet(v Value) *Set {
	s := v.AsSet()
	n := &Set{Hdr: Hdr{Kind: s.Kind, Epoch: c.Epoch}}
	n.T = s.T.Copied()
	return n
}

func setReduce(c *Ctx, a []Value) Value {
	s := a[0].AsSet()
	state := None
	if a[0].p.Kind == KInst {
		if state = c.CallAttr(a[0], "__getstate__"); state.IsNil() {
			return Nil
		}
	}
	return TupleOf(TypeOf(a[0]).V(), TupleOf(c.NewList(s.keys())), state)
}

func (s *Set) keys() []Value {
	out := make([]Value, 0, s.T.Len())
	for i := s.T.Next(0); i >= 0; i = s.T.Next(i + 1) {
		out = append(out, s.T.Key(i))
	}
	return out
}

// sizesAllow tells whether sets of n and m keys can be in the relation op, or equal if it is CmpNe.
func sizesAllow(op CmpOp, n, m int) bool {
	return cmpOrdered(op, int64(n), int64(m)) != (op == CmpNe)
}

// setCompare compares sets by inclusion.
func setCompare(op CmpOp) Fn {
	return func(c *Ctx, a []Value) Value {
		x, y := a[0].AsSet(), a[1].AsSet()
		if y == nil {
			return NotImplemented
		}
		n, m := x.T.Len(), y.T.Len()
		otherHash := (op == CmpEq || op == CmpNe) && x.hash != 0 && y.hash != 0 && x.hash != y.hash
		if otherHash || !sizesAllow(op, n, m) {
			return Bool(op == CmpNe)
		}
		if op == CmpGt || op == CmpGe {
			x, y = y, x
		}
		sub, known := nativeSubset(x, y)
		if !known {
			return c.Self("set_subset", x.V(), y.V(), Bool(op != CmpNe))
		}
		return Bool(sub == (op != CmpNe))
	}
}

func setIsDisjoint(c *Ctx, a []Value) Value {
	x, y := a[0].AsSet(), a[1].AsSet()
	if y == nil {
		return c.Self("set_isdisjoint_iter", x.V(), a[1])
	}
	if x == y {
		return Bool(x.T.Len() == 0)
	}
	if y.T.Len() > x.T.Len() {
		x, y = y, x
	}
	for i := y.T.Next(0); i >= 0; i = y.T.Next(i + 1) {
		j, known := nativeSetFind(x, y.T.Key(i), y.T.Hash(i))
		if !known {
			return c.Self("set_isdisjoint", x.V(), y.V())
		}
		if j >= 0 {
			return False
		}
	}
	return True
}
