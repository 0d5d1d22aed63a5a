package syntax

import "strings"

// expr writes an expression, in parentheses if it binds looser than its place asks.
func (p *printer) expr(node Expr, place int) {
	own := precedence(node)
	if own < place {
		p.write("(")
		p.bare(node)
		p.write(")")
		return
	}
	p.bare(node)
}

func precedence(node Expr) int {
	switch n := node.(type) {
	case *Yield, *YieldFrom:
		return precLowest
	case *NamedExpr:
		return precNamed
	case *IfExp, *Lambda:
		return precTest
	case *BoolOp:
		if n.Op == Or {
			return precOr
		}
		return precAnd
	case *UnaryOp:
		if n.Op == Not {
			return precNot
		}
		return precFactor
	case *Compare:
		return precCompare
	case *BinOp:
		return operatorPrecedence[n.Op]
	case *Await:
		return precAwait
	case *Slice:
		return precTest
	}
	return precAtom // a Starred too: where it may stand, it needs no parentheses
}

func (p *printer) bare(node Expr) {
	switch n := node.(type) {
	case *Name:
		p.write(n.Id)
	case *Constant:
		p.constant(n)
	case *Attribute:
		if c, ok := n.Value.(*Constant); ok && c.Kind == Int {
			p.write("(")
			p.constant(c)
			p.write(")")
		} else {
			p.expr(n.Value, precAtom)
		}
		p.write(".", n.Name)
	case *Call:
		p.expr(n.Func, precAtom)
		p.callArguments(n.Args, n.Keywords)
	case *Subscript:
		p.expr(n.Value, precAtom)
		p.write("[")
		if t, ok := n.Index.(*Tuple); ok && len(t.Elts) > 0 {
			p.list(t.Elts, precNamed)
			if len(t.Elts) == 1 {
				p.write(",")
			}
		} else {
			p.expr(n.Index, precNamed)
		}
		p.write("]")
	case *Slice:
		p.slice(n)
	case *Starred:
		p.write("*")
		p.expr(n.Value, precBitOr)
	case *Tuple:
		p.write("(")
		p.list(n.Elts, precNamed)
		if len(n.Elts) == 1 {
			p.write(",")
		}
		p.write(")")
	case *List:
		p.write("[")
		p.list(n.Elts, precNamed)
		p.write("]")
	case *Set:
		p.write("{")
		p.list(n.Elts, precNamed)
		p.write("}")
	case *Dict:
		p.dict(n)
	case *BinOp:
		p.binOp(n)
	case *BoolOp:
		own := precedence(n)
		for i, value := range n.Values {
			if i > 0 {
				p.write(" ", n.Op.String(), " ")
			}
			p.expr(value, own+1)
		}
	case *UnaryOp:
		p.write(n.Op.String())
		p.expr(n.Operand, precedence(n))
	case *Compare:
		p.expr(n.Left, precBitOr)
		for i, op := range n.Ops {
			p.write(" ", op.String(), " ")
			p.expr(n.Comparators[i], precBitOr)
		}
	default:
		p.compound(node)
	}
}

func (p *printer) binOp(n *BinOp) {
	own := operatorPrecedence[n.Op]
	left, right := own, own+1
	if n.Op == Pow {
		left, right = precAwait, precFactor
	}
	p.expr(n.Left, left)
	p.write(" ", n.Op.String(), " ")
	p.expr(n.Right, right)
}

func (p *printer) slice(n *Slice) {
	if n.Lower != nil {
		p.expr(n.Lower, precTest)
	}
	p.write(":")
	if n.Upper != nil {
		p.expr(n.Upper, precTest)
	}
	if n.Step != nil {
		p.write(":")
		p.expr(n.Step, precTest)
	}
}

func (p *printer) dict(n *Dict) {
	p.write("{")
	for i, key := range n.Keys {
		if i > 0 {
			p.write(", ")
		}
		if key == nil {
			p.write("**")
			p.expr(n.Values[i], precBitOr)
			continue
		}
		p.expr(key, precTest)
		p.write(": ")
		p.expr(n.Values[i], precTest)
	}
	p.write("}")
}

// compound writes the expressions made of keywords, and strings with fields.
func (p *printer) compound(node Expr) {
	switch n := node.(type) {
	case *NamedExpr:
		p.write(n.Target.Id, " := ")
		p.expr(n.Value, precTest)
	case *Lambda:
		p.write("lambda")
		args := printer{}
		args.arguments(n.Args)
		if args.b.Len() > 0 {
			p.write(" ", args.b.String())
		}
		p.write(": ")
		p.expr(n.Body, precTest)
	case *IfExp:
		p.expr(n.Body, precOr)
		p.write(" if ")
		p.expr(n.Test, precOr)
		p.write(" else ")
		p.expr(n.Orelse, precTest)
	case *Await:
		p.write("await ")
		p.expr(n.Value, precAtom)
	case *Yield:
		p.write("yield")
		if n.Value != nil {
			p.write(" ")
			p.tuple(n.Value)
		}
	case *YieldFrom:
		p.write("yield from ")
		p.expr(n.Value, precTest)
	case *ListComp:
		p.write("[")
		p.expr(n.Elt, precNamed)
		p.generators(n.Generators)
		p.write("]")
	case *SetComp:
		p.write("{")
		p.expr(n.Elt, precNamed)
		p.generators(n.Generators)
		p.write("}")
	case *GeneratorExp:
		p.write("(")
		p.expr(n.Elt, precNamed)
		p.generators(n.Generators)
		p.write(")")
	case *DictComp:
		p.write("{")
		p.expr(n.Key, precTest)
		p.write(": ")
		p.expr(n.Value, precTest)
		p.generators(n.Generators)
		p.write("}")
	case *JoinedStr:
		p.write("f'")
		p.fields(n.Values, false)
		p.write("'")
	case *TemplateStr:
		p.write("t'")
		p.fields(n.Values, false)
		p.write("'")
	case *FormattedValue:
		p.fields([]Expr{n}, false)
	case *Interpolation:
		p.fields([]Expr{n}, false)
	case *BadExpr:
		for i, part := range n.Parts {
			if i > 0 {
				p.write(" ")
			}
			p.expr(part, precLowest)
		}
	}
}

func (p *printer) generators(list []*Comprehension) {
	for _, g := range list {
		if g.Async {
			p.write(" async")
		}
		p.write(" for ")
		if t, ok := g.Target.(*Tuple); ok && len(t.Elts) > 0 {
			p.tuple(t)
		} else {
			p.expr(g.Target, precBitOr)
		}
		p.write(" in ")
		p.expr(g.Iter, precOr)
		for _, test := range g.Ifs {
			p.write(" if ")
			p.expr(test, precOr)
		}
	}
}

// fields writes the inside of an f-string or a format spec.
func (p *printer) fields(values []Expr, spec bool) {
	for _, value := range values {
		switch n := value.(type) {
		case *Constant:
			if n.U { // a literal with its own prefix, concatenated
				p.write("' u", quoteText(n.Str), " f'")
			} else {
				p.write(fieldText(n.Str, spec))
			}
		case *FormattedValue:
			p.field(printedField(n.Value), n.Conversion, n.FormatSpec)
		case *Interpolation:
			// Its text is part of the tree, so it stays as it was written.
			p.field(n.Str, n.Conversion, n.FormatSpec)
		}
	}
}

func (p *printer) field(text string, conversion byte, spec *JoinedStr) {
	p.write("{", text)
	if conversion != 0 {
		p.write("!", string(rune(conversion)))
	}
	if spec != nil {
		p.write(":")
		p.fields(spec.Values, true)
	}
	p.write("}")
}

// printedField is the text of an expression in a replacement field: "{" may not come first, nor
// ":" and the like stand outside of brackets.
func printedField(e Expr) string {
	inner := printer{}
	switch e.(type) {
	case *Yield, *YieldFrom:
		inner.expr(e, precLowest)
	case *Lambda, *NamedExpr:
		inner.expr(e, precAtom)
	default:
		inner.tuple(e)
	}
	text := inner.b.String()
	if hasBareLambda(e) {
		return "(" + text + ")"
	}
	if strings.HasPrefix(text, "{") {
		return " " + text
	}
	return text
}

// hasBareLambda reports a lambda whose colon would stand outside of brackets.
func hasBareLambda(e Expr) bool {
	switch n := e.(type) {
	case *Lambda:
		return true
	case *IfExp:
		return hasBareLambda(n.Orelse)
	case *Tuple:
		for _, elt := range n.Elts {
			if hasBareLambda(elt) {
				return true
			}
		}
	case *YieldFrom:
		return hasBareLambda(n.Value)
	case *Yield:
		return n.Value != nil && hasBareLambda(n.Value)
	}
	return false
}

// fieldText is the text of an f-string between fields, escaped. A brace of a format spec, which
// cannot be doubled there, becomes an escape.
func fieldText(text string, spec bool) string {
	quoted := quoteText(text)
	inside := quoted[1 : len(quoted)-1]
	if quoted[0] == '"' {
		inside = strings.ReplaceAll(inside, "'", `\'`)
	}
	if spec {
		return strings.NewReplacer("{", `\x7b`, "}", `\x7d`).Replace(inside)
	}
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(inside)
}
