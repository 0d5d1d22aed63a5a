package itertools

import "slp/vm/object"

var infinite = []spec{
	{sig: "count(start=0, step=1)", doc: "Return a count object whose .__next__() method returns consecutive values.", make: countNew, more: []object.Def{{Sig: "__repr__(self, /)", Fn: countRepr}}},
	{sig: "cycle(iterable, /)", doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.", make: cycleNew},
	{sig: "repeat(object, times=None)", doc: "repeat(object [,times]) -> create an iterator which returns the object for the specified number of times.", make: repeatNew,
		more: []object.Def{{Sig: "__repr__(self, /)", Fn: repeatRepr}, {Sig: "__length_hint__(self, /)", Fn: func(c *object.Ctx, a []value) value {
			r, _ := object.As[*repeat](a[0])
			if r.left < 0 {
				return c.Raise(object.TypeError, "len() of unsized object")
			}
			return object.Int(r.left)
		}}}},
}

type count struct{ n, step value }

func (k *count) Walk(w *object.Walker) { w.Value(&k.n); w.Value(&k.step) }

func countNew(c *object.Ctx, a []value) object.Iterator {
	k := &count{a[0], a[1]}
	if k.n.IsNil() {
		k.n = object.Int(0)
	}
	if k.step.IsNil() {
		k.step = object.Int(1)
	}
	for _, v := range [...]value{k.n, k.step} {
		if v.IsInt() || v.IsFloat() {
			continue
		}
		t := object.TypeOf(v)
		if t.Dunder(object.DIndex).IsNil() && t.Dunder(object.DFloat).IsNil() && t.Dunder(object.DComplex).IsNil() && v.AsComplex() == nil {
			c.Raise(object.TypeError, "a number is required")
			return nil
		}
	}
	return k
}

func (k *count) Next(c *object.Ctx, self value) value {
	v := k.n
	n := c.Binary(object.OpAdd, k.n, k.step)
	if n.IsNil() {
		return n
	}
	c.Touch(self.Hdr())
	k.n = n
	return v
}

func countRepr(c *object.Ctx, a []value) value {
	k, _ := object.As[*count](a[0])
	n, ok := c.ReprText(k.n)
	if !ok {
		return object.Nil
	}
	if k.step == object.Int(1) {
		return object.NewStr("count(" + n + ")")
	}
	s, ok := c.ReprText(k.step)
	if !ok {
		return object.Nil
	}
	return object.NewStr("count(" + n + ", " + s + ")")
}

type cycle struct {
	it    value
	saved []value
	i     int
	done  bool
}

func (k *cycle) Walk(w *object.Walker) {
	w.Value(&k.it)
	w.Values(&k.saved)
	object.Word(w, &k.i)
	w.Bool(&k.done)
}

func cycleNew(c *object.Ctx, a []value) object.Iterator {
	it, ok := iterOf(c, a[0])
	if !ok {
		return nil
	}
	return &cycle{it: it}
}

func (k *cycle) Next(c *object.Ctx, self value) value {
	if !k.done {
		v := c.Next(k.it)
		if !v.IsNil() {
			c.Touch(self.Hdr())
			k.saved = append(k.saved, v)
			return v
		}
		if c.Failed() {
			return v
		}
		c.Touch(self.Hdr())
		k.done = true
	}
	if len(k.saved) == 0 {
		return object.Nil
	}
	c.Touch(self.Hdr())
	v := k.saved[k.i]
	k.i = (k.i + 1) % len(k.saved)
	return v
}

type repeat struct {
	v    value
	left int64 // -1: for ever
}

func (k *repeat) Walk(w *object.Walker) { w.Value(&k.v); object.Word(w, &k.left) }

func repeatNew(c *object.Ctx, a []value) object.Iterator {
	r := &repeat{a[0], -1}
	if !a[1].IsNil() {
		n, ok := c.IndexInt(a[1], false)
		if !ok {
			return nil
		}
		r.left = int64(max(n, 0))
	}
	return r
}

func (k *repeat) Next(c *object.Ctx, self value) value {
	if k.left == 0 {
		return object.Nil
	}
	if k.left > 0 {
		c.Touch(self.Hdr())
		k.left--
	}
	return k.v
}

func repeatRepr(c *object.Ctx, a []value) value {
	k, _ := object.As[*repeat](a[0])
	s, ok := c.ReprText(k.v)
	if !ok {
		return object.Nil
	}
	if k.left >= 0 {
		s += ", " + object.Int(k.left).String()
	}
	return object.NewStr("repeat(" + s + ")")
}
