package syntax

func (p *parser) atom() Expr {
	switch p.k {
	case NameToken:
		return p.name(Load)
	case NumberToken:
		return p.numberLiteral()
	case StringToken, FStringStart, TStringStart:
		return p.stringLiterals()
	case LeftParen:
		return p.parenthesized()
	case LeftBracket:
		return p.listDisplay()
	case LeftBrace:
		return p.braceDisplay()
	case KeywordNone:
		return p.singleton(None)
	case KeywordTrue:
		return p.singleton(True)
	case KeywordFalse:
		return p.singleton(False)
	case EllipsisToken:
		return p.singleton(Ellipsis)
	}
	p.noAtom()
	return p.badExpr()
}

// noAtom reports a missing expression.
func (p *parser) noAtom() {
	if (p.k == KeywordPass || p.k == KeywordBreak || p.k == KeywordContinue) && p.peek(1) == KeywordIf && p.trying == 0 {
		statement := p.i
		p.i += 2
		p.k = p.toks[p.i].Kind
		_, behind, ok := p.probe(p.disjunction)
		p.i, p.k = statement, p.toks[statement].Kind
		if ok && p.toks[behind].Kind == KeywordElse {
			p.errorAt(p.span(), "expected expression before 'if', but statement is given")
			return
		}
	}
	p.invalid()
}

func (p *parser) singleton(kind ConstantKind) Expr {
	c := p.constants.take()
	c.Span, c.Kind = p.span(), kind
	p.next()
	return c
}

// parenthesized reads "()", "(a)", "(a, b)", "(yield)", "(a for ...)".
func (p *parser) parenthesized() Expr {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	if !p.deeper() {
		return p.badExpr()
	}
	defer p.shallower()
	var e Expr
	switch p.k {
	case RightParen:
		p.next()
		t := p.tuples.take()
		t.Span = Span{start, p.end()}
		return t
	case KeywordYield:
		e = p.yieldExpression()
		p.closeBracket(RightParen, level)
		return e
	case DoubleStar:
		at := p.span()
		p.next()
		value := p.expression()
		if p.k == RightParen {
			p.errorAt(at, "cannot use double starred expression here")
		} else {
			p.invalid()
		}
		p.closeBracket(RightParen, level)
		return &BadExpr{Span{start, p.end()}, []Expr{value}}
	}
	e = p.starNamedExpression()
	switch p.k {
	case Comma:
		mark := p.exprs.mark()
		p.exprs.push(e)
		p.elements(RightParen, level)
		t := p.tuples.take()
		t.Elts = p.exprs.cut(mark)
		p.closeBracket(RightParen, level)
		t.Span = Span{start, p.end()}
		return t
	case KeywordFor, KeywordAsync:
		p.noStar(e)
		generators := p.comprehensions()
		p.closeBracket(RightParen, level)
		return &GeneratorExp{Span{start, p.end()}, e, generators}
	}
	if star, ok := e.(*Starred); ok && p.k == RightParen {
		p.errorAt(star.Span, "cannot use starred expression here")
		p.next()
		return &BadExpr{Span{start, p.end()}, []Expr{e}}
	}
	p.closeBracket(RightParen, level)
	return e
}

func (p *parser) shallower() { p.depth-- }

// elements reads ", b, *c" up to the closing bracket and pushes them.
func (p *parser) elements(closer TokenKind, level uint8) {
	for p.k == Comma {
		p.next()
		if p.k == closer {
			return
		}
		p.element(closer, level)
	}
}

// element reads one element, and more where the commas between are missing.
func (p *parser) element(closer TokenKind, level uint8) {
	for {
		at := p.i
		p.exprs.push(p.nextElement())
		if p.k == Comma || p.k == closer {
			return
		}
		p.invalid()
		if !p.startsHere(at) {
			p.skipInside(level)
			return
		}
	}
}

// startsHere reports an expression at the current token, which lies behind another.
func (p *parser) startsHere(at int) bool { return p.i > at && startsExpression(p.k) }

// nextElement reads an element behind the first.
func (p *parser) nextElement() Expr {
	if p.k == Star {
		return p.starred()
	}
	return p.namedExpression()
}

// noStar forbids "*a for ...".
func (p *parser) noStar(e Expr) {
	if _, ok := e.(*Starred); ok {
		if _, _, ok := p.probe(p.tryComprehensions); ok {
			p.errorAt(e.Range(), "iterable unpacking cannot be used in comprehension")
		}
	}
}

func (p *parser) tryComprehensions() Expr {
	p.comprehensions()
	return nil
}

// listDisplay reads "[a, *b]" or "[a for ...]".
func (p *parser) listDisplay() Expr {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	if !p.deeper() {
		return p.badExpr()
	}
	defer p.shallower()
	l := &List{}
	if p.k != RightBracket {
		mark := p.exprs.mark()
		first := p.starNamedExpression()
		if p.k == KeywordFor || p.k == KeywordAsync {
			p.noStar(first)
			generators := p.comprehensions()
			p.closeBracket(RightBracket, level)
			return &ListComp{Span{start, p.end()}, first, generators}
		}
		p.exprs.push(first)
		p.elementsOrTarget(first, RightBracket, level)
		l.Elts = p.exprs.cut(mark)
	}
	p.closeBracket(RightBracket, level)
	l.Span = Span{start, p.end()}
	return l
}

// elementsOrTarget reads the elements of a list or set, and knows "[a, b for ...]" for what it is.
func (p *parser) elementsOrTarget(first Expr, closer TokenKind, level uint8) {
	if p.k != Comma && p.k != closer {
		p.invalid()
		if startsExpression(p.k) && !isBad(first) {
			p.element(closer, level)
		} else {
			p.skipInside(level)
		}
	}
	for p.k == Comma {
		end := p.toks[p.i].End
		p.next()
		if p.k == closer {
			return
		}
		if p.k != KeywordFor && p.k != KeywordAsync {
			at := p.i
			e := p.nextElement()
			p.exprs.push(e)
			end = e.Range().End
			if p.k != KeywordFor && p.k != KeywordAsync && p.k != Comma && p.k != closer {
				p.invalid()
				if p.startsHere(at) {
					p.element(closer, level)
				} else {
					p.skipInside(level)
				}
			}
		}
		if p.k == KeywordFor || p.k == KeywordAsync {
			if _, _, ok := p.probe(p.tryComprehensions); ok {
				p.errorAt(Span{first.Range().Start, end}, "did you forget parentheses around the comprehension target?")
			}
			p.invalid()
			p.skipInside(level)
		}
	}
}

// braceDisplay reads a dict, a set, or a comprehension of either.
func (p *parser) braceDisplay() Expr {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	if !p.deeper() {
		return p.badExpr()
	}
	defer p.shallower()
	if p.k == RightBrace {
		p.next()
		return &Dict{Span: Span{start, p.end()}}
	}
	if p.k == DoubleStar {
		return p.dict(start, level, nil)
	}
	first := p.starNamedExpression()
	if p.k == Colon {
		if _, ok := first.(*Starred); ok {
			p.invalid()
		}
		return p.dict(start, level, first)
	}
	if p.k == KeywordFor || p.k == KeywordAsync {
		p.noStar(first)
		generators := p.comprehensions()
		p.closeBracket(RightBrace, level)
		return &SetComp{Span{start, p.end()}, first, generators}
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	p.elementsOrTarget(first, RightBrace, level)
	s := &Set{Elts: p.exprs.cut(mark)}
	p.closeBracket(RightBrace, level)
	s.Span = Span{start, p.end()}
	return s
}

// dict reads on at the ":" behind the first key, or at "**".
func (p *parser) dict(start int32, level uint8, key Expr) Expr {
	d := &Dict{}
	mark := p.exprs.mark()
	first := true
	for {
		at := p.i
		if key == nil && p.k == DoubleStar {
			star := p.span()
			p.next()
			value := p.bitwiseOr()
			if first && (p.k == KeywordFor || p.k == KeywordAsync) {
				if _, _, ok := p.probe(p.tryComprehensions); ok {
					p.errorAt(star, "dict unpacking cannot be used in dict comprehension")
				}
			}
			p.exprs.push(nil)
			p.exprs.push(value)
		} else {
			if key == nil {
				key = p.expression()
			}
			value := p.dictValue(key)
			if first && (p.k == KeywordFor || p.k == KeywordAsync) {
				generators := p.comprehensions()
				p.exprs.cut(mark)
				p.closeBracket(RightBrace, level)
				return &DictComp{Span{start, p.end()}, key, value, generators}
			}
			p.exprs.push(key)
			p.exprs.push(value)
		}
		key, first = nil, false
		if p.k != Comma && p.k != RightBrace {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) || p.k == RightBrace || p.i == at {
			break
		}
	}
	pairs := p.exprs.cut(mark)
	both := p.exprs.room(len(pairs))
	n := len(pairs) / 2
	d.Keys, d.Values = both[:n:n], both[n:]
	for i := range n {
		d.Keys[i], d.Values[i] = pairs[2*i], pairs[2*i+1]
	}
	p.closeBracket(RightBrace, level)
	d.Span = Span{start, p.end()}
	return d
}

// dictValue reads ": value" behind a key.
func (p *parser) dictValue(key Expr) Expr {
	if p.k != Colon {
		if !isBad(key) && p.k != Newline && !(p.disjBehind == p.i && startsExpression(p.k)) {
			at := p.toks[p.i-1].Start
			p.errorAt(Span{at, at}, "':' expected after dictionary key")
		} else {
			p.invalid()
		}
		return p.badExpr()
	}
	colon := p.span()
	p.next()
	switch p.k {
	case RightBrace, Comma:
		p.errorAt(colon, "expression expected after dictionary key and ':'")
		return p.badExpr()
	case Star:
		star := p.span()
		p.next()
		if value, _, ok := p.probe(p.bitwiseOr); ok {
			p.errorAt(Span{star.Start, value.Range().End}, "cannot use a starred expression in a dictionary value")
		}
		return p.bitwiseOr()
	}
	return p.expression()
}

// comprehensions reads "for a in b if c for ...".
func (p *parser) comprehensions() []*Comprehension {
	var all []*Comprehension
	for p.k == KeywordFor || p.k == KeywordAsync {
		c := &Comprehension{}
		start := p.start()
		if p.k == KeywordAsync {
			c.Async = true
			p.next()
			if p.k != KeywordFor {
				p.invalid()
				break
			}
		}
		p.next()
		before := len(p.errors)
		c.Target = p.forTargets()
		if len(p.errors) > before && p.errors[before].Message == invalidSyntax && !isBad(c.Target) {
			p.errors[before].Message = "'in' expected after for-loop variables"
		}
		if p.accept(KeywordIn) {
			c.Iter = p.disjunctionIter()
		} else {
			if !isBad(c.Target) && p.trying == 0 {
				p.errorAt(p.span(), "'in' expected after for-loop variables")
			} else {
				p.invalid()
			}
			c.Iter = p.badExpr()
		}
		for p.k == KeywordIf {
			p.next()
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		c.Span = Span{start, p.end()}
		all = append(all, c)
	}
	return all
}

func (p *parser) disjunctionIter() Expr { return p.disjunction() }
