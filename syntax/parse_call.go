package syntax

// callArguments reads "(a, *b, k=v, **m)"; the current token is the parenthesis.
func (p *parser) callArguments() ([]Expr, []*Keyword) {
	open := p.start()
	level := p.toks[p.i].level
	p.next()
	if p.k == RightParen {
		p.next()
		return nil, nil
	}
	if !p.deeper() {
		return nil, nil
	}
	args, keywords := p.exprs.mark(), p.keywordLists.mark()
	var unpackAt Span
	var misplaced Expr // a positional argument behind a keyword
	var misplacedText string
	comma := open // the last one
	for p.k != RightParen && p.k != Newline && p.k != EndMarker {
		at := p.i
		switch p.k {
		case Star:
			start := p.start()
			p.next()
			p.invalidStar()
			s := &Starred{Value: p.expression()}
			s.Span = Span{start, p.end()}
			if p.k == EqualSign {
				p.starredAssign(s)
			}
			if p.k == KeywordFor || p.k == KeywordAsync {
				p.noStar(s)
			}
			if p.unpacked(keywords) && misplaced == nil {
				unpackAt = Span{comma, s.End}
				misplaced, misplacedText = s, "iterable argument unpacking follows keyword argument unpacking"
			}
			p.exprs.push(s)
		case DoubleStar:
			start := p.start()
			p.next()
			k := p.keywords.take()
			k.Value = p.expression()
			k.Span = Span{start, p.end()}
			k.NameSpan = Span{start, start}
			if p.k == EqualSign {
				p.errorAt(Span{start, p.toks[p.i+1].End}, "cannot assign to keyword argument unpacking")
			}
			p.keywordLists.push(k)
		case NameToken:
			if p.peek(1) == EqualSign {
				p.keywordLists.push(p.keywordArgument())
				break
			}
			fallthrough
		default:
			e := p.argument(open, level, p.exprs.mark() == args && p.keywordLists.mark() == keywords)
			if misplaced == nil && p.keywordLists.mark() > keywords {
				misplaced, misplacedText = e, "positional argument follows keyword argument"
				if p.unpacked(keywords) {
					misplacedText = "positional argument follows keyword argument unpacking"
				}
			}
			p.exprs.push(e)
		}
		if p.k != Comma && p.k != RightParen {
			p.invalid()
			if p.startsHere(at) {
				continue
			}
			p.skipInside(level)
		}
		comma = p.start()
		if !p.accept(Comma) || p.i == at {
			break
		}
	}
	if misplaced != nil && p.k == RightParen {
		span := p.span()
		if misplacedText[0] == 'i' {
			span = unpackAt
		}
		p.errorAt(span, misplacedText)
	}
	p.closeBracket(RightParen, level)
	p.depth--
	return p.exprs.cut(args), p.keywordLists.cut(keywords)
}

// unpacked reports a "**m" among the keywords since mark.
func (p *parser) unpacked(mark int) bool {
	for _, k := range p.keywordLists.stack[mark:] {
		if k.Name == "" {
			return true
		}
	}
	return false
}

func (p *parser) starredAssign(s *Starred) {
	p.next()
	value, _, ok := p.probe(p.expression)
	p.i--
	p.k = p.toks[p.i].Kind
	if ok {
		p.errorAt(Span{s.Start, value.Range().End}, "cannot assign to iterable argument unpacking")
	}
}

// keywordArgument reads "name=value".
func (p *parser) keywordArgument() *Keyword {
	k := p.keywords.take()
	k.Name, k.NameSpan = p.identifier()
	equal := p.span()
	p.next()
	if p.k == Comma || p.k == RightParen {
		p.errorAt(Span{k.NameSpan.Start, equal.End}, "expected argument value expression")
		k.Value = p.badExpr()
	} else {
		k.Value = p.expression()
		if p.k == KeywordFor || p.k == KeywordAsync {
			if _, _, ok := p.probe(p.tryComprehensions); ok {
				p.errorAt(Span{k.NameSpan.Start, equal.End}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			}
		}
	}
	k.Span = Span{k.NameSpan.Start, p.end()}
	return k
}

// argument reads a positional argument, which may be a generator expression without parentheses of
// its own if it is the only one.
func (p *parser) argument(open int32, level uint8, first bool) Expr {
	e := p.expression()
	switch p.k {
	case ColonEqual:
		if _, ok := e.(*Name); !ok {
			p.invalid()
		}
		e = p.walrus(e)
	case EqualSign:
		if c, ok := e.(*Constant); ok && c.Kind <= False && p.toks[p.i-1].Start == c.Start {
			p.errorf(Span{c.Start, p.toks[p.i].End}, "cannot assign to %s", exprName(c))
		} else if !isBad(e) {
			p.errorAt(Span{e.Range().Start, p.toks[p.i].End}, "expression cannot contain assignment, perhaps you meant \"==\"?")
		}
	}
	if p.k != KeywordFor && p.k != KeywordAsync {
		return e
	}
	start := e.Range().Start
	generators := p.comprehensions()
	g := &GeneratorExp{Span{start, p.end()}, e, generators}
	if first && p.k == RightParen {
		g.Span = Span{open, p.toks[p.i].End}
		return g
	}
	if p.k == RightParen || p.k == Comma {
		p.errorAt(g.Span, "Generator expression must be parenthesized")
	}
	return g
}
