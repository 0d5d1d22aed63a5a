package itertools

import "slp/vm/object"

var chainSpec = spec{sig: "chain(*iterables)", doc: "Return a chain object whose .__next__() method returns elements from the first iterable until it is exhausted, then the next.",
	make: func(c *object.Ctx, a []value) object.Iterator {
		it, ok := iterOf(c, a[0])
		if !ok {
			return nil
		}
		return &chain{outer: it, inner: object.None}
	}, more: []object.Def{
		{Sig: "from_iterable(cls, iterable, /)", Kind: object.AsClass, Fn: func(c *object.Ctx, a []value) value {
			it, ok := iterOf(c, a[1])
			if !ok {
				return object.Nil
			}
			return c.NewObj(a[0].AsType(), &chain{outer: it, inner: object.None})
		}},
		{Sig: "__class_getitem__(cls, item, /)", Kind: object.AsClass, Fn: func(c *object.Ctx, a []value) value {
			return c.Tail(c.Host.Hosted("GenericAlias"), a[0], a[1])
		}},
	}}

var finite = []spec{
	{sig: "accumulate(iterable, func=None, *, initial=None)", doc: "Return series of accumulated sums.", make: accumulateNew},
	{sig: "batched(iterable, n, *, strict=False)", doc: "Batch data into tuples of length n.", make: batchedNew},
	{sig: "compress(data, selectors)", doc: "Return data elements corresponding to true selector elements.", make: func(c *object.Ctx, a []value) object.Iterator {
		x, ok := iterOf(c, a[0])
		if !ok {
			return nil
		}
		y, ok := iterOf(c, a[1])
		if !ok {
			return nil
		}
		return &compress{x, y}
	}},
	{sig: "dropwhile(predicate, iterable, /)", doc: "Drop items from the iterable while predicate(item) is true.", make: filterNew(dropWhile)},
	{sig: "takewhile(predicate, iterable, /)", doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.", make: filterNew(takeWhile)},
	{sig: "filterfalse(function, iterable, /)", doc: "Return those items of iterable for which function(item) is false.", make: filterNew(filterFalse)},
	{sig: "groupby(iterable, key=None)", doc: "make an iterator that returns consecutive keys and groups from the iterable", make: groupbyNew},
	{sig: "islice(*args)", doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object", make: isliceNew},
	{sig: "pairwise(iterable, /)", doc: "Return an iterator of overlapping pairs taken from the input iterator.", make: func(c *object.Ctx, a []value) object.Iterator {
		it, ok := iterOf(c, a[0])
		if !ok {
			return nil
		}
		return &pairwise{it: it}
	}},
	{sig: "starmap(function, iterable, /)", doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.", make: func(c *object.Ctx, a []value) object.Iterator {
		it, ok := iterOf(c, a[1])
		if !ok {
			return nil
		}
		return &starmap{a[0], it}
	}},
	{sig: "zip_longest(*iterables, fillvalue=None)", doc: "Return a zip_longest object whose .__next__() method returns a tuple where the i-th element comes from the i-th iterable argument.", make: zipLongestNew},
}

type chain struct{ outer, inner value }

func (k *chain) Walk(w *object.Walker) { w.Value(&k.outer); w.Value(&k.inner) }

// Next asks the inner iterator, or the outer for the next one. The inner one is kept only by the call that got it, so
// that each call makes all its calls before it changes anything.
func (k *chain) Next(c *object.Ctx, self value) value {
	inner := k.inner
	for {
		if inner.IsNil() {
			return object.Nil
		}
		if !inner.IsNone() {
			v := c.Next(inner)
			if !v.IsNil() {
				if inner != k.inner {
					c.Touch(self.Hdr())
					k.inner = inner
				}
				return v
			}
			if c.Failed() {
				return v
			}
		}
		seq := c.Next(k.outer)
		if seq.IsNil() {
			if !c.Failed() {
				c.Touch(self.Hdr())
				k.inner = object.Nil
			}
			return object.Nil
		}
		var ok bool
		if inner, ok = iterOf(c, seq); !ok {
			return object.Nil
		}
	}
}

type accumulate struct{ it, fn, total, initial value }

func (k *accumulate) Walk(w *object.Walker) {
	w.Value(&k.it)
	w.Value(&k.fn)
	w.Value(&k.total)
	w.Value(&k.initial)
}

func accumulateNew(c *object.Ctx, a []value) object.Iterator {
	it, ok := iterOf(c, a[0])
	if !ok {
		return nil
	}
	return &accumulate{it: it, fn: optional(a[1]), initial: optional(a[2])}
}

func (k *accumulate) Next(c *object.Ctx, self value) value {
	if !k.initial.IsNone() {
		c.Touch(self.Hdr())
		k.total, k.initial = k.initial, object.None
		return k.total
	}
	v := c.Next(k.it)
	if v.IsNil() {
		return v
	}
	if !k.total.IsNil() {
		if k.fn.IsNone() {
			v = c.Binary(object.OpAdd, k.total, v)
		} else {
			v = c.Call(k.fn, k.total, v)
		}
		if v.IsNil() {
			return v
		}
	}
	c.Touch(self.Hdr())
	k.total = v
	return v
}

type batched struct {
	it     value
	n      int
	strict bool
	done   bool
}

func (k *batched) Walk(w *object.Walker) { w.Value(&k.it); w.Bool(&k.done) }

func batchedNew(c *object.Ctx, a []value) object.Iterator {
	n, ok := c.IndexInt(a[1], false)
	if !ok {
		return nil
	}
	if n < 1 {
		c.Raise(object.ValueError, "n must be at least one")
		return nil
	}
	strict := false
	if !a[2].IsNil() {
		if strict, ok = c.Truth(a[2]); !ok {
			return nil
		}
	}
	it, ok := iterOf(c, a[0])
	if !ok {
		return nil
	}
	return &batched{it: it, n: n, strict: strict}
}

func (k *batched) Next(c *object.Ctx, self value) value {
	if k.done {
		return object.Nil
	}
	var items []value
	for len(items) < k.n {
		v := c.Next(k.it)
		if v.IsNil() {
			if c.Failed() {
				return v
			}
			c.Touch(self.Hdr())
			k.done = true
			if len(items) == 0 {
				return object.Nil
			}
			if k.strict {
				return c.Raise(object.ValueError, "batched(): incomplete batch")
			}
			break
		}
		items = append(items, v)
	}
	return object.NewTuple(items)
}

type compress struct{ data, selectors value }

func (k *compress) Walk(w *object.Walker) { w.Value(&k.data); w.Value(&k.selectors) }

func (k *compress) Next(c *object.Ctx, self value) value {
	for {
		v := c.Next(k.data)
		if v.IsNil() {
			return v
		}
		s := c.Next(k.selectors)
		if s.IsNil() {
			return s
		}
		t, ok := c.Truth(s)
		if !ok {
			return object.Nil
		}
		if t {
			return v
		}
	}
}

type filterKind uint8

const (
	dropWhile filterKind = iota
	takeWhile
	filterFalse
)

type filter struct {
	fn, it value
	kind   filterKind
	flag   bool // dropwhile: items pass now; takewhile: over
}

func (k *filter) Walk(w *object.Walker) { w.Value(&k.fn); w.Value(&k.it); w.Bool(&k.flag) }

func filterNew(kind filterKind) func(c *object.Ctx, a []value) object.Iterator {
	return func(c *object.Ctx, a []value) object.Iterator {
		it, ok := iterOf(c, a[1])
		if !ok {
			return nil
		}
		return &filter{fn: a[0], it: it, kind: kind}
	}
}

func (k *filter) Next(c *object.Ctx, self value) value {
	if k.kind == takeWhile && k.flag {
		return object.Nil
	}
	for {
		v := c.Next(k.it)
		if v.IsNil() || k.kind == dropWhile && k.flag {
			return v
		}
		r := v
		if !(k.kind == filterFalse && k.fn.IsNone()) {
			if r = c.Call(k.fn, v); r.IsNil() {
				return r
			}
		}
		t, ok := c.Truth(r)
		if !ok {
			return object.Nil
		}
		switch {
		case k.kind == takeWhile && !t:
			c.Touch(self.Hdr())
			k.flag = true
			return object.Nil
		case k.kind == takeWhile:
			return v
		case !t:
			if k.kind == dropWhile {
				c.Touch(self.Hdr())
				k.flag = true
			}
			return v
		}
	}
}

type islice struct {
	it         value
	next, stop int // stop -1: none
	step, at   int
}

func (k *islice) Walk(w *object.Walker) {
	w.Value(&k.it)
	object.Word(w, &k.next)
	object.Word(w, &k.at)
}

func isliceNew(c *object.Ctx, a []value) object.Iterator {
	args := a[0].AsTuple().Items
	if len(args) < 2 || len(args) > 4 {
		if len(args) < 2 {
			c.Raise(object.TypeError, "islice expected at least 2 arguments, got %d", len(args))
		} else {
			c.Raise(object.TypeError, "islice expected at most 4 arguments, got %d", len(args))
		}
		return nil
	}
	k := &islice{stop: -1, step: 1}
	index := func(v value, what string) (int, bool) {
		n, ok := 0, false
		if object.TypeOf(v).Dunder(object.DIndex).IsNil() {
			ok = false
		} else if n, ok = c.IndexInt(v, false); !ok && c.Suspended() {
			return 0, false
		}
		if !ok || n < 0 {
			c.TakeExc()
			c.Raise(object.ValueError, "%s", what)
			return 0, false
		}
		return n, true
	}
	var ok bool
	stop := args[1]
	if len(args) > 2 {
		if !args[1].IsNone() {
			if k.next, ok = index(args[1], "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."); !ok {
				return nil
			}
		}
		stop = args[2]
	}
	if !stop.IsNone() {
		what := "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
		if len(args) == 2 {
			what = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
		}
		if k.stop, ok = index(stop, what); !ok {
			return nil
		}
	}
	if len(args) == 4 && !args[3].IsNone() {
		if k.step, ok = index(args[3], "Step for islice() must be a positive integer or None."); !ok {
			return nil
		}
		if k.step < 1 {
			c.Raise(object.ValueError, "Step for islice() must be a positive integer or None.")
			return nil
		}
	}
	if k.it, ok = iterOf(c, args[0]); !ok {
		return nil
	}
	return k
}

func (k *islice) Next(c *object.Ctx, self value) value {
	if k.it.IsNil() {
		return object.Nil
	}
	at := k.at
	if k.stop >= 0 && k.next >= k.stop {
		for at < k.stop { // what comes before the end is consumed all the same
			if v := c.Next(k.it); v.IsNil() {
				if c.Failed() {
					return v
				}
				break
			}
			at++
		}
		c.Touch(self.Hdr())
		k.at, k.it = at, object.Nil
		return object.Nil
	}
	var v value
	for at <= k.next {
		if v = c.Next(k.it); v.IsNil() {
			if !c.Failed() {
				c.Touch(self.Hdr())
				k.it = object.Nil
			}
			return v
		}
		at++
	}
	c.Touch(self.Hdr())
	k.at = at
	k.next += k.step
	if k.stop >= 0 && k.next > k.stop || k.next < 0 {
		k.next = k.stop
	}
	return v
}

type pairwise struct{ it, old value }

func (k *pairwise) Walk(w *object.Walker) { w.Value(&k.it); w.Value(&k.old) }

func (k *pairwise) Next(c *object.Ctx, self value) value {
	old := k.old
	if old.IsNil() {
		if old = c.Next(k.it); old.IsNil() {
			return old
		}
	}
	v := c.Next(k.it)
	if v.IsNil() {
		return v
	}
	c.Touch(self.Hdr())
	k.old = v
	return object.TupleOf(old, v)
}

type starmap struct{ fn, it value }

func (k *starmap) Walk(w *object.Walker) { w.Value(&k.fn); w.Value(&k.it) }

func (k *starmap) Next(c *object.Ctx, self value) value {
	v := c.Next(k.it)
	if v.IsNil() {
		return v
	}
	args, ok := c.Collect(v)
	if !ok {
		return object.Nil
	}
	return c.Call(k.fn, args...)
}

type zipLongest struct {
	its  []value // Nil: exhausted
	fill value
	left int
}

func (k *zipLongest) Walk(w *object.Walker) { w.Values(&k.its); object.Word(w, &k.left) }

func zipLongestNew(c *object.Ctx, a []value) object.Iterator {
	k := &zipLongest{fill: optional(a[1])}
	for _, x := range a[0].AsTuple().Items {
		it, ok := iterOf(c, x)
		if !ok {
			return nil
		}
		k.its = append(k.its, it)
	}
	k.left = len(k.its)
	return k
}

func (k *zipLongest) Next(c *object.Ctx, self value) value {
	if k.left == 0 {
		return object.Nil
	}
	out := make([]value, len(k.its))
	var ended []int
	for i, it := range k.its {
		if it.IsNil() {
			out[i] = k.fill
			continue
		}
		v := c.Next(it)
		if v.IsNil() {
			if c.Failed() {
				return v
			}
			ended = append(ended, i)
			if k.left-len(ended) == 0 {
				c.Touch(self.Hdr())
				k.left = 0
				return object.Nil
			}
			v = k.fill
		}
		out[i] = v
	}
	if ended != nil {
		c.Touch(self.Hdr())
		k.left -= len(ended)
		for _, i := range ended {
			k.its[i] = object.Nil
		}
	}
	return object.NewTuple(out)
}
