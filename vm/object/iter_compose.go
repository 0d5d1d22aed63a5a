package object

import "math"

// The iterators over iterators: enumerate, zip, map, filter, and reversed over any sequence.

// enumerateIter is an enumerate object; N is the next number.
type enumerateIter struct {
	It, N Value
	pure  bool // It never runs Python code
}

// Walk implements Impl.
func (t *enumerateIter) Walk(w *Walker) {
	w.Value(&t.It)
	w.Value(&t.N)
}

// Next implements Iterator.
func (t *enumerateIter) Next(c *Ctx, self Value) Value {
	v := c.nextOf(t.It, t.pure)
	if v.IsNil() {
		return Nil
	}
	n := t.N
	c.Touch(self.p)
	if n.IsInt() && n.I() < math.MaxInt64 {
		t.N.SetInt(n.I() + 1)
	} else {
		t.N = c.Binary(OpAdd, n, Int(1))
	}
	return pair(n, v)
}

// nextOf is Next of an iterator inside another one; a pure one is never asked again for the same item.
func (c *Ctx) nextOf(it Value, pure bool) Value {
	if pure {
		return it.AsObj().Impl.(Iterator).Next(c, it)
	}
	return c.Next(it)
}

func enumerateNew(c *Ctx, a []Value) Value {
	args := a[1].AsTuple().Items
	n := len(args)
	iterable, start := Nil, Nil
	if n > 0 {
		iterable = args[0]
	}
	if n > 1 {
		start = args[1]
	}
	if kw := a[2]; !kw.IsNil() {
		d := kw.AsDict()
		if n+d.Len() > 2 {
			return c.Raise(TypeError, "enumerate() takes at most 2 arguments (%d given)", n+d.Len())
		}
		for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
			e := d.T.At(i)
			switch name := e.Key.AsStr().s; {
			case name == "iterable" && iterable.IsNil():
				iterable = e.Val
			case name == "start" && start.IsNil() && (n > 0 || d.Len() > 1):
				start = e.Val
			default:
				return c.Raise(TypeError, "'%s' is an invalid keyword argument for enumerate()", name)
			}
		}
	}
	if n > 2 {
		return c.Raise(TypeError, "enumerate() takes at most 2 arguments (%d given)", n)
	}
	if iterable.IsNil() {
		return c.Raise(TypeError, "enumerate() missing required argument 'iterable'")
	}
	if start.IsNil() {
		start = Int(0)
	} else if start = c.Index(start); start.IsNil() {
		return Nil
	}
	it := c.Iter(iterable)
	if it.IsNil() {
		return Nil
	}
	return c.NewObj(a[0].AsType(), &enumerateIter{It: it, N: start, pure: pureIter(it)})
}

// LoopFunc names the hosted generator that a for loop may walk over in place of an iterator, because calls in it cost
// less, and its arguments; the name is "" if there is none.
func LoopFunc(it Value) (name string, args [2]Value) {
	if it.p.Kind != KObj || it.AsObj().Cls.Flags&HeapType != 0 {
		return "", args
	}
	switch t := it.AsObj().Impl.(type) {
	case *mapIter:
		if len(t.Its) == 1 {
			return "map_loop", [2]Value{t.Fn, t.Its[0]}
		}
	case *filterIter:
		if !t.Fn.IsNone() {
			return "filter_loop", [2]Value{t.Fn, t.It}
		}
	case *enumerateIter:
		if t.It.p.Kind == KGen {
			return "enumerate_loop", [2]Value{it, t.It}
		}
	}
	return "", args
}

// iterDefs are the native parts of iterators, for hosted code.
var iterDefs = []Def{
	// _count(enumerate): the next number.
	{Sig: "_count(enumerate, /)", Fn: func(c *Ctx, a []Value) Value {
		t := a[0].AsObj().Impl.(*enumerateIter)
		n := t.N
		c.Touch(a[0].p)
		t.N = c.Binary(OpAdd, n, Int(1))
		return n
	}},
}

// zipIter is a zip object.
type zipIter struct {
	Its    []Value
	Strict bool
	pure   bool // none of Its ever runs Python code
}

// Walk implements Impl.
func (t *zipIter) Walk(w *Walker) {
	w.Values(&t.Its)
	w.Bool(&t.Strict)
}

// Next implements Iterator.
func (t *zipIter) Next(c *Ctx, self Value) Value {
	switch len(t.Its) {
	case 0:
		return Nil
	case 2:
		if !t.Strict {
			x := c.nextOf(t.Its[0], t.pure)
			if x.IsNil() {
				return Nil
			}
			y := c.nextOf(t.Its[1], t.pure)
			if y.IsNil() {
				return Nil
			}
			return pair(x, y)
		}
	}
	items, ok := c.nextOfAll(t.Its, t.Strict, "zip")
	if !ok {
		return Nil
	}
	return NewTuple(items)
}

// nextOfAll takes one item from each iterator; ok is false when one is exhausted, or raised, or was suspended.
func (c *Ctx) nextOfAll(its []Value, strict bool, what string) (items []Value, ok bool) {
	items = make([]Value, len(its))
	for i, it := range its {
		v := c.Next(it)
		if !v.IsNil() {
			items[i] = v
			continue
		}
		if c.Failed() || !strict {
			return nil, false
		}
		if i > 0 {
			c.unequal(what, i, "shorter")
			return nil, false
		}
		for j := 1; j < len(its); j++ {
			if v := c.Next(its[j]); !v.IsNil() {
				c.unequal(what, j, "longer")
				return nil, false
			} else if c.Failed() {
				return nil, false
			}
		}
		return nil, false
	}
	return items, true
}

func (c *Ctx) unequal(what string, i int, how string) {
	before := "s 1-"
	if i == 1 {
		before = " "
	}
	c.Raise(ValueError, "%s() argument %d is %s than argument%s%d", what, i+1, how, before, i)
}

// strictArg takes the keyword argument strict; other ones are only for subclasses with their own __init__.
func (c *Ctx) strictArg(cls, base *Type, kwargs Value) (strict, ok bool) {
	if kwargs.IsNil() || cls != base && cls.Dunder(DInit) != base.Dunder(DInit) {
		return false, true
	}
	d := kwargs.AsDict()
	if d.Len() > 1 {
		c.Raise(TypeError, "%s() takes at most 1 keyword argument (%d given)", base.Name, d.Len())
		return false, false
	}
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		if name := d.T.At(i).Key.AsStr().s; name != "strict" {
			c.RaiseUnexpected(base.Name, name, "strict")
			return false, false
		}
	}
	if v := d.Get("strict"); !v.IsNil() {
		return c.Truth(v)
	}
	return false, true
}

func (c *Ctx) iterAll(args []Value) (its []Value, ok bool) {
	its = make([]Value, len(args))
	for i, v := range args {
		if its[i] = c.Iter(v); its[i].IsNil() {
			return nil, false
		}
	}
	return its, true
}

func zipNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	strict, ok := c.strictArg(cls, ZipType, a[2])
	if !ok {
		return Nil
	}
	its, ok := c.iterAll(a[1].AsTuple().Items)
	if !ok {
		return Nil
	}
	z := &zipIter{Its: its, Strict: strict, pure: true}
	for _, it := range its {
		z.pure = z.pure && pureIter(it)
	}
	return c.NewObj(cls, z)
}

// mapIter is a map object.
type mapIter struct {
	Fn     Value
	Its    []Value
	Strict bool
}

// Walk implements Impl.
func (t *mapIter) Walk(w *Walker) {
	w.Value(&t.Fn)
	w.Values(&t.Its)
	w.Bool(&t.Strict)
}

// Next implements Iterator.
func (t *mapIter) Next(c *Ctx, self Value) Value {
	items, ok := c.nextOfAll(t.Its, t.Strict, "map")
	if !ok {
		return Nil
	}
	if t.Fn.p.Kind == KFunc || t.Fn.p.Kind == KMethod && t.Fn.AsMethod().Func.p.Kind == KFunc {
		return c.Tail(t.Fn, items...)
	}
	v := c.Call(t.Fn, items...)
	if v.IsNil() {
		c.Catch(StopIteration)
	}
	return v
}

func mapNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	strict, ok := c.strictArg(cls, MapType, a[2])
	if !ok {
		return Nil
	}
	args := a[1].AsTuple().Items
	if len(args) < 2 {
		return c.Raise(TypeError, "map() must have at least two arguments.")
	}
	its, ok := c.iterAll(args[1:])
	if !ok {
		return Nil
	}
	return c.NewObj(cls, &mapIter{Fn: args[0], Its: its, Strict: strict})
}

// filterIter is a filter object.
type filterIter struct{ Fn, It Value }

// Walk implements Impl.
func (t *filterIter) Walk(w *Walker) {
	w.Value(&t.Fn)
	w.Value(&t.It)
}

// Next implements Iterator.
func (t *filterIter) Next(c *Ctx, self Value) Value {
	truth := t.Fn.IsNone() || t.Fn == BoolType.V()
	if !truth || !pureIter(t.It) {
		return c.Self("filter_next", t.Fn, t.It)
	}
	for {
		start := c.cur
		v := c.Next(t.It)
		if v.IsNil() {
			return Nil
		}
		switch v.p.Kind {
		case KInst, KObj:
			ok, done := c.Truth(v)
			if !done {
				return Nil
			}
			if ok {
				return v
			}
			continue
		}
		if ok, _ := c.Truth(v); ok {
			return v
		}
		c.memo, c.cur = c.memo[:start], start // nothing of this was suspended
	}
}

func filterNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	if !c.noKeywords(cls, FilterType, a[2]) {
		return Nil
	}
	args, ok := c.argCount("filter", a[1], Nil, 2, 2)
	if !ok {
		return Nil
	}
	it := c.Iter(args[1])
	if it.IsNil() {
		return Nil
	}
	return c.NewObj(cls, &filterIter{Fn: args[0], It: it})
}

func reversedNew(c *Ctx, a []Value) Value {
	cls := a[0].AsType()
	if !c.noKeywords(cls, ReversedType, a[2]) {
		return Nil
	}
	args, ok := c.argCount("reversed", a[1], Nil, 1, 1)
	if !ok {
		return Nil
	}
	seq := args[0]
	t := TypeOf(seq)
	m := t.Dunder(DReversed)
	if m.IsNone() || m.IsNil() && t.Dunder(DGetItem).IsNil() {
		return c.Raise(TypeError, "'%s' object is not reversible", t.Said())
	}
	if !m.IsNil() {
		return c.CallMethod(m, seq)
	}
	n, ok := c.Len(seq)
	if !ok {
		return Nil
	}
	return c.NewObj(cls, newReverse(seq, n))
}
