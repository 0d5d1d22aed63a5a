package itertools

import "slp/vm/object"

type groupby struct {
	it, key            value
	tgt, cur, curValue value // keys and value, Nil when there is none yet
	grouper            value // the grouper given out last
}

func (k *groupby) Walk(w *object.Walker) {
	for _, v := range [...]*value{&k.it, &k.key, &k.tgt, &k.cur, &k.curValue, &k.grouper} {
		w.Value(v)
	}
}

func groupbyNew(c *object.Ctx, a []value) object.Iterator {
	it, ok := iterOf(c, a[0])
	if !ok {
		return nil
	}
	return &groupby{it: it, key: optional(a[1])}
}

// step reads one item: its key and value.
func (k *groupby) step(c *object.Ctx) (key, v value, ok bool) {
	v = c.Next(k.it)
	if v.IsNil() {
		return v, v, false
	}
	if k.key.IsNone() {
		return v, v, true
	}
	key = c.Call(k.key, v)
	return key, v, !key.IsNil()
}

func (k *groupby) Next(c *object.Ctx, self value) value {
	cur, v := k.cur, k.curValue
	for {
		if !cur.IsNil() {
			if k.tgt.IsNil() {
				break
			}
			eq, ok := c.Eq(k.tgt, cur)
			if !ok {
				return object.Nil
			}
			if !eq {
				break
			}
		}
		var ok bool
		if cur, v, ok = k.step(c); !ok {
			if !c.Failed() {
				c.Touch(self.Hdr())
				k.grouper = object.Nil
			}
			return object.Nil
		}
	}
	g := c.Once(func() value { return c.NewObj(state(c).grouper, &grouper{self, cur}) })
	c.Touch(self.Hdr())
	k.cur, k.curValue, k.tgt, k.grouper = cur, v, cur, g
	return object.TupleOf(cur, g)
}

type grouper struct{ parent, key value }

func (g *grouper) Walk(w *object.Walker) { w.Value(&g.parent); w.Value(&g.key) }

func (g *grouper) Next(c *object.Ctx, self value) value {
	k, _ := object.As[*groupby](g.parent)
	if k.grouper != self {
		return object.Nil
	}
	cur, v := k.cur, k.curValue
	if v.IsNil() {
		var ok bool
		if cur, v, ok = k.step(c); !ok {
			return object.Nil
		}
	}
	eq, ok := c.Eq(g.key, cur)
	if !ok {
		return object.Nil
	}
	c.Touch(g.parent.Hdr())
	k.cur = cur
	if !eq {
		k.curValue = v
		return object.Nil
	}
	k.curValue = object.Nil
	return v
}

// teeNode is one item of the queue that the iterators of a tee share.
type teeNode struct {
	it, v, next value
}

func (n *teeNode) Walk(w *object.Walker) { w.Value(&n.it); w.Value(&n.v); w.Value(&n.next) }

type tee struct{ node value }

func (t *tee) Walk(w *object.Walker) { w.Value(&t.node) }

func (t *tee) Next(c *object.Ctx, self value) value {
	n, _ := object.As[*teeNode](t.node)
	if n.next.IsNil() {
		v := c.Next(n.it)
		if v.IsNil() {
			return v
		}
		next := c.Once(func() value { return c.NewObj(object.ObjectType, &teeNode{it: n.it}) })
		c.Touch(t.node.Hdr())
		n.v, n.next = v, next
	}
	c.Touch(self.Hdr())
	t.node = n.next
	return n.v
}

func teeNew(c *object.Ctx, a []value) value {
	n := 2
	if !a[1].IsNil() {
		var ok bool
		if n, ok = c.IndexInt(a[1], false); !ok {
			return object.Nil
		}
		if n < 0 {
			return c.Raise(object.ValueError, "n must be >= 0")
		}
	}
	it, ok := iterOf(c, a[0])
	if !ok {
		return object.Nil
	}
	st := state(c)
	var node value
	if t, is := object.As[*tee](it); is {
		node = t.node
	} else {
		node = c.NewObj(object.ObjectType, &teeNode{it: it})
	}
	out := make([]value, n)
	for i := range out {
		out[i] = c.NewObj(st.tee, &tee{node})
	}
	return object.NewTuple(out)
}
