package syntax

// forTargets reads the targets of a for: "a", "a, *b".
func (p *parser) forTargets() Expr {
	start := p.start()
	var target Expr
	if p.k == KeywordIn || !startsExpression(p.k) && p.k != Star {
		p.invalid()
		return p.badExpr()
	}
	target = p.forTarget()
	if p.k == Comma {
		target = p.tupleFrom(start, target, (*parser).forTarget)
	}
	if bad := invalidTarget(target, Store); bad != nil {
		p.errorf(bad.Range(), "cannot assign to %s", exprName(bad))
	}
	setContext(target, Store)
	return target
}

func (p *parser) forTarget() Expr {
	if p.k == Star {
		return p.starred()
	}
	return p.bitwiseOr()
}

// starTarget reads the target of "as" in a with statement.
func (p *parser) starTarget() Expr {
	if p.k == Star {
		return p.starred()
	}
	return p.expression()
}

// setContext makes an expression a target.
func setContext(e Expr, ctx ExprContext) {
	switch n := e.(type) {
	case *Name:
		n.Ctx = ctx
	case *Attribute:
		n.Ctx = ctx
	case *Subscript:
		n.Ctx = ctx
	case *Starred:
		n.Ctx = ctx
		setContext(n.Value, ctx)
	case *List:
		n.Ctx = ctx
		for _, e := range n.Elts {
			setContext(e, ctx)
		}
	case *Tuple:
		n.Ctx = ctx
		for _, e := range n.Elts {
			setContext(e, ctx)
		}
	}
}

// invalidTarget is the first part of e that cannot be assigned (or deleted), or nil.
func invalidTarget(e Expr, ctx ExprContext) Expr {
	var elts []Expr
	switch n := e.(type) {
	case *Name, *Attribute, *Subscript, *BadExpr:
		return nil
	case *Starred:
		if ctx == Del {
			return n
		}
		return invalidTarget(n.Value, ctx)
	case *List:
		elts = n.Elts
	case *Tuple:
		elts = n.Elts
	default:
		return e
	}
	for _, elt := range elts {
		if bad := invalidTarget(elt, ctx); bad != nil {
			return bad
		}
	}
	return nil
}

// exprName is what CPython's messages call an expression.
func exprName(e Expr) string {
	switch n := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *TemplateStr, *Interpolation:
		return "t-string expression"
	case *Constant:
		switch n.Kind {
		case None:
			return "None"
		case True:
			return "True"
		case False:
			return "False"
		case Ellipsis:
			return "ellipsis"
		}
		return "literal"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}
