package syntax

func (c *checker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

func (c *checker) expr(node Expr) {
	switch n := node.(type) {
	case nil, *Name, *Constant:
	case *Starred:
		c.errorf(n.Span, "can't use starred expression here")
		c.expr(n.Value)
	case *Call:
		c.expr(n.Func)
		c.arguments(n.Args, n.Keywords)
	case *List:
		c.elements(n.Elts)
	case *Tuple:
		c.elements(n.Elts)
	case *Set:
		c.elements(n.Elts)
	case *NamedExpr:
		c.expr(n.Value)
		c.target(n.Target)
	case *Lambda:
		c.exprs(n.Args.Defaults)
		c.exprs(n.Args.KwDefaults)
		c.parameters(n.Args)
		leave := c.enter(&unit{kind: inLambda})
		c.expr(n.Body)
		leave()
	case *ListComp:
		c.comprehension(n, n.Generators, n.Elt, nil)
	case *SetComp:
		c.comprehension(n, n.Generators, n.Elt, nil)
	case *DictComp:
		c.comprehension(n, n.Generators, n.Key, n.Value)
	case *GeneratorExp:
		c.comprehension(n, n.Generators, n.Elt, nil)
	case *Yield:
		if !c.unit.functionLike() {
			c.errorf(n.Span, "'yield' outside function")
		}
		c.expr(n.Value)
	case *YieldFrom:
		switch {
		case !c.unit.functionLike():
			c.errorf(n.Span, "'yield from' outside function")
		case c.unit.kind == inAsync:
			c.errorf(n.Span, "'yield from' inside async function")
		}
		c.expr(n.Value)
	case *Await:
		switch {
		case !c.unit.functionLike():
			c.errorf(n.Span, "'await' outside function")
		case c.unit.kind != inAsync && c.unit.kind != inComprehension:
			c.errorf(n.Span, "'await' outside async function")
		}
		c.expr(n.Value)
	default:
		exprChildren(node, func(child Node) {
			if e, ok := child.(Expr); ok {
				c.expr(e)
			}
		})
	}
}

// elements are those of a display or a tuple: starred ones may stand here.
func (c *checker) elements(list []Expr) {
	for _, e := range list {
		if star, ok := e.(*Starred); ok {
			c.expr(star.Value)
		} else {
			c.expr(e)
		}
	}
}

func (c *checker) arguments(args []Expr, keywords []*Keyword) {
	for i, k := range keywords {
		c.debugName(k.Name, k.Span)
		for _, other := range keywords[:i] {
			if k.Name != "" && k.Name == other.Name {
				c.errorf(k.Span, "keyword argument repeated: %s", k.Name)
				break
			}
		}
	}
	c.elements(args)
	for _, k := range keywords {
		c.expr(k.Value)
	}
}

func (c *checker) comprehension(n Expr, generators []*Comprehension, elt, value Expr) {
	if _, generator := n.(*GeneratorExp); !generator && c.unit.kind != inAsync && c.unit.kind != inComprehension && suspends(n) {
		c.errorf(n.Range(), "asynchronous comprehension outside of an asynchronous function")
	}
	if len(generators) == 0 {
		return
	}
	c.expr(generators[0].Iter)
	leave := c.enter(&unit{kind: inComprehension})
	for i, g := range generators {
		if i > 0 {
			c.expr(g.Iter)
		}
		c.target(g.Target)
		c.exprs(g.Ifs)
	}
	c.expr(elt)
	c.expr(value)
	leave()
}

// suspends reports a comprehension that awaits: async for or await in it, but not in its first
// iterable, which the function around evaluates.
func suspends(n Node) bool {
	var generators []*Comprehension
	switch n := n.(type) {
	case *ListComp:
		generators = n.Generators
	case *SetComp:
		generators = n.Generators
	case *DictComp:
		generators = n.Generators
	case *GeneratorExp:
		return false
	}
	found := false
	visit := func(child Node) bool {
		switch child := child.(type) {
		case *Await:
			found = true
		case *Comprehension:
			found = found || child.Async
		case *Lambda, *GeneratorExp:
			return false
		case *ListComp, *SetComp, *DictComp:
			if child != n {
				found = found || suspends(child)
				return false
			}
		}
		return !found
	}
	Children(n, func(child Node) {
		if len(generators) > 0 && child == Node(generators[0]) {
			g := generators[0]
			found = found || g.Async
			Inspect(g.Target, visit)
			for _, test := range g.Ifs {
				Inspect(test, visit)
			}
			return
		}
		Inspect(child, visit)
	})
	return found
}

// target checks what is assigned to.
func (c *checker) target(e Expr) {
	switch n := e.(type) {
	case *Name:
		c.debugName(n.Id, n.Span)
	case *Attribute:
		c.expr(n.Value)
		c.debugName(n.Name, n.Span)
	case *Starred:
		c.errorf(n.Span, "starred assignment target must be in a list or tuple")
		c.target(n.Value)
	case *List:
		c.unpack(n.Span, n.Elts)
	case *Tuple:
		c.unpack(n.Span, n.Elts)
	default:
		c.expr(e)
	}
}

func (c *checker) unpack(span Span, elts []Expr) {
	stars := 0
	for i, e := range elts {
		if _, ok := e.(*Starred); !ok {
			continue
		}
		switch stars++; {
		case stars > 1:
			c.errorf(span, "multiple starred expressions in assignment")
		case i >= 1<<8 || len(elts)-i-1 >= 1<<23:
			c.errorf(span, "too many expressions in star-unpacking assignment")
		}
	}
	for _, e := range elts {
		if star, ok := e.(*Starred); ok {
			c.target(star.Value)
		} else {
			c.target(e)
		}
	}
}

func (c *checker) deleted(e Expr) {
	switch n := e.(type) {
	case *Name:
		if n.Id == "__debug__" {
			c.errorf(n.Span, "cannot delete __debug__")
		}
	case *Attribute:
		c.expr(n.Value)
		if n.Name == "__debug__" {
			c.errorf(n.Span, "cannot delete __debug__")
		}
	case *List:
		for _, e := range n.Elts {
			c.deleted(e)
		}
	case *Tuple:
		for _, e := range n.Elts {
			c.deleted(e)
		}
	default:
		c.expr(e)
	}
}

func (c *checker) debugName(name string, span Span) {
	if name == "__debug__" {
		c.errorf(span, "cannot assign to __debug__")
	}
}
