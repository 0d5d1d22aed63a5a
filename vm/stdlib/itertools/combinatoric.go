package itertools

import "slp/vm/object"

var combinatoric = []spec{
	{sig: "product(*iterables, repeat=1)", doc: "Cartesian product of input iterables. Equivalent to nested for-loops.", make: productNew},
	{sig: "permutations(iterable, r=None)", doc: "Return successive r-length permutations of elements in the iterable.", make: func(c *object.Ctx, a []value) object.Iterator { return pickNew(c, a, permute) }},
	{sig: "combinations(iterable, r)", doc: "Return successive r-length combinations of elements in the iterable.", make: func(c *object.Ctx, a []value) object.Iterator { return pickNew(c, a, combine) }},
	{sig: "combinations_with_replacement(iterable, r)", doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.",
		make: func(c *object.Ctx, a []value) object.Iterator { return pickNew(c, a, combineRep) }},
}

type product struct {
	pools [][]value
	at    []int
	state uint8 // 0 not begun, 1 running, 2 over
}

func (p *product) Walk(w *object.Walker) {
	for i := range p.pools {
		w.Values(&p.pools[i])
	}
	for i := range p.at {
		object.Word(w, &p.at[i])
	}
	object.Word(w, &p.state)
}

func productNew(c *object.Ctx, a []value) object.Iterator {
	n := 1
	if !a[1].IsNil() {
		var ok bool
		if n, ok = c.IndexInt(a[1], false); !ok {
			return nil
		}
		if n < 0 {
			c.Raise(object.ValueError, "repeat argument cannot be negative")
			return nil
		}
	}
	var pools [][]value
	for _, x := range a[0].AsTuple().Items {
		items, ok := c.Collect(x)
		if !ok {
			return nil
		}
		pools = append(pools, items)
	}
	p := &product{}
	for range n {
		p.pools = append(p.pools, pools...)
	}
	p.at = make([]int, len(p.pools))
	return p
}

func (p *product) Next(c *object.Ctx, self value) value {
	if p.state == 2 {
		return object.Nil
	}
	c.Touch(self.Hdr())
	if p.state == 0 {
		p.state = 1
		for _, pool := range p.pools {
			if len(pool) == 0 {
				p.state = 2
				return object.Nil
			}
		}
	} else {
		i := len(p.at) - 1
		for ; i >= 0; i-- {
			if p.at[i]++; p.at[i] < len(p.pools[i]) {
				break
			}
			p.at[i] = 0
		}
		if i < 0 {
			p.state = 2
			return object.Nil
		}
	}
	out := make([]value, len(p.at))
	for i, j := range p.at {
		out[i] = p.pools[i][j]
	}
	return object.NewTuple(out)
}

type pickKind uint8

const (
	permute pickKind = iota
	combine
	combineRep
)

// pick is permutations and combinations: indices into one pool.
type pick struct {
	pool   []value
	at     []int // permutations: all indices; the first r count
	cycles []int
	r      int
	kind   pickKind
	state  uint8
}

func (p *pick) Walk(w *object.Walker) {
	w.Values(&p.pool)
	for i := range p.at {
		object.Word(w, &p.at[i])
	}
	for i := range p.cycles {
		object.Word(w, &p.cycles[i])
	}
	object.Word(w, &p.state)
}

func pickNew(c *object.Ctx, a []value, kind pickKind) object.Iterator {
	pool, ok := c.Collect(a[0])
	if !ok {
		return nil
	}
	n := len(pool)
	r := n
	if !a[1].IsNil() && !(kind == permute && a[1].IsNone()) {
		if kind == permute && !a[1].IsAnyInt() {
			c.Raise(object.TypeError, "Expected int as r")
			return nil
		}
		if r, ok = c.IndexInt(a[1], false); !ok {
			return nil
		}
	}
	if r < 0 {
		c.Raise(object.ValueError, "r must be non-negative")
		return nil
	}
	p := &pick{pool: pool, r: r, kind: kind}
	switch kind {
	case permute:
		if r > n {
			p.state = 2
			break
		}
		for i := range n {
			p.at = append(p.at, i)
		}
		for i := range r {
			p.cycles = append(p.cycles, n-i)
		}
	case combine:
		if r > n {
			p.state = 2
		}
		for i := range r {
			p.at = append(p.at, i)
		}
	case combineRep:
		if n == 0 && r > 0 {
			p.state = 2
		}
		p.at = make([]int, r)
	}
	return p
}

func (p *pick) Next(c *object.Ctx, self value) value {
	if p.state == 2 {
		return object.Nil
	}
	c.Touch(self.Hdr())
	if p.state == 0 {
		p.state = 1
	} else if !p.advance() {
		p.state = 2
		return object.Nil
	}
	out := make([]value, p.r)
	for i := range out {
		out[i] = p.pool[p.at[i]]
	}
	return object.NewTuple(out)
}

func (p *pick) advance() bool {
	n := len(p.pool)
	switch p.kind {
	case permute:
		for i := p.r - 1; i >= 0; i-- {
			if p.cycles[i]--; p.cycles[i] == 0 {
				first := p.at[i]
				copy(p.at[i:], p.at[i+1:])
				p.at[n-1] = first
				p.cycles[i] = n - i
				continue
			}
			j := n - p.cycles[i]
			p.at[i], p.at[j] = p.at[j], p.at[i]
			return true
		}
	case combine:
		for i := p.r - 1; i >= 0; i-- {
			if p.at[i] == i+n-p.r {
				continue
			}
			p.at[i]++
			for j := i + 1; j < p.r; j++ {
				p.at[j] = p.at[j-1] + 1
			}
			return true
		}
	case combineRep:
		for i := p.r - 1; i >= 0; i-- {
			if p.at[i] == n-1 {
				continue
			}
			x := p.at[i] + 1
			for j := i; j < p.r; j++ {
				p.at[j] = x
			}
			return true
		}
	}
	return false
}
