package syntax

func (p *parser) badPattern() Pattern {
	p.invalid()
	return &BadPattern{p.gap()}
}

// patterns reads what stands behind case: a pattern, or a sequence without brackets.
func (p *parser) patterns() Pattern {
	start := p.start()
	first := p.maybeStarPattern()
	if p.k != Comma {
		if star, ok := first.(*MatchStar); ok {
			p.invalid()
			return star
		}
		return first
	}
	s := &MatchSequence{Patterns: []Pattern{first}}
	for p.accept(Comma) && p.startsPattern() {
		s.Patterns = append(s.Patterns, p.maybeStarPattern())
	}
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) startsPattern() bool {
	switch p.k {
	case NameToken, NumberToken, StringToken, FStringStart, TStringStart, LeftParen, LeftBracket, LeftBrace, Minus, Star,
		KeywordNone, KeywordTrue, KeywordFalse:
		return true
	}
	return false
}

func (p *parser) maybeStarPattern() Pattern {
	if p.k != Star {
		return p.pattern()
	}
	start := p.start()
	p.next()
	s := &MatchStar{}
	s.Name, s.NameSpan = p.capture()
	s.Span = Span{start, p.end()}
	return s
}

// capture is a name to bind, "" for "_".
func (p *parser) capture() (string, Span) {
	name, span := p.nameOr("")
	if name == "_" {
		name = ""
	}
	return name, span
}

// pattern reads "a | b as c".
func (p *parser) pattern() Pattern {
	if !p.deeper() {
		return p.badPattern()
	}
	defer p.shallower()
	start := p.start()
	first := p.closedPattern()
	if p.k == VerticalBar {
		or := &MatchOr{Patterns: []Pattern{first}}
		for p.accept(VerticalBar) {
			or.Patterns = append(or.Patterns, p.closedPattern())
		}
		or.Span = Span{start, p.end()}
		first = or
	}
	if p.k != KeywordAs {
		return first
	}
	p.next()
	as := &MatchAs{Pattern: first}
	p.asTarget(as)
	as.Span = Span{start, p.end()}
	return as
}

func (p *parser) asTarget(as *MatchAs) {
	if p.k == NameToken && p.tokenText() == "_" {
		p.errorAt(p.span(), "cannot use '_' as a target")
		p.next()
		return
	}
	if p.k == NameToken {
		switch p.peek(1) {
		case Dot, LeftParen, LeftBracket: // no name: an expression
		default:
			as.Name, as.NameSpan = p.identifier()
			return
		}
	}
	if !startsExpression(p.k) {
		p.invalid()
		return
	}
	e := p.expression()
	p.errorf(e.Range(), "cannot use %s as pattern target", exprName(e))
}

func (p *parser) closedPattern() Pattern {
	start := p.start()
	switch p.k {
	case NumberToken, Minus, StringToken, FStringStart, TStringStart:
		return &MatchValue{Value: p.literalPattern(), Span: Span{start, p.end()}}
	case KeywordNone, KeywordTrue, KeywordFalse:
		s := &MatchSingleton{Span: p.span(), Kind: None}
		switch p.k {
		case KeywordTrue:
			s.Kind = True
		case KeywordFalse:
			s.Kind = False
		}
		p.next()
		return s
	case NameToken:
		return p.namePattern()
	case LeftParen:
		return p.groupPattern()
	case LeftBracket:
		level := p.toks[p.i].level
		p.next()
		s := &MatchSequence{Patterns: p.patternList(nil, RightBracket, level)}
		p.closeBracket(RightBracket, level)
		s.Span = Span{start, p.end()}
		return s
	case LeftBrace:
		return p.mappingPattern()
	}
	return p.badPattern()
}

// literalPattern reads a number, with sign and imaginary part, or a string.
func (p *parser) literalPattern() Expr {
	start := p.start()
	if p.k == StringToken || p.k == FStringStart || p.k == TStringStart {
		return p.stringLiterals()
	}
	left := p.signedNumber()
	if p.k != Plus && p.k != Minus {
		return left
	}
	op := Add
	if p.k == Minus {
		op = Sub
	}
	if number, ok := unsigned(left).(*Constant); ok && number.Kind == Imaginary {
		p.errorAt(left.Range(), "real number required in complex literal")
	}
	p.next()
	if p.k != NumberToken {
		p.invalid()
		return left
	}
	right := p.numberLiteral()
	if right.(*Constant).Kind != Imaginary {
		p.errorAt(right.Range(), "imaginary number required in complex literal")
	}
	return &BinOp{Span{start, p.end()}, left, op, right}
}

func unsigned(e Expr) Expr {
	if u, ok := e.(*UnaryOp); ok {
		return u.Operand
	}
	return e
}

func (p *parser) signedNumber() Expr {
	start := p.start()
	if p.accept(Minus) {
		if p.k != NumberToken {
			p.invalid()
			return p.badExpr()
		}
		operand := p.numberLiteral()
		return &UnaryOp{Span{start, p.end()}, USub, operand}
	}
	if p.k != NumberToken {
		p.invalid()
		return p.badExpr()
	}
	return p.numberLiteral()
}

// namePattern reads a capture, "_", a dotted value or a class pattern.
func (p *parser) namePattern() Pattern {
	start := p.start()
	if next := p.peek(1); next != Dot && next != LeftParen {
		as := &MatchAs{}
		as.Name, as.NameSpan = p.capture()
		as.Span = Span{start, p.end()}
		return as
	}
	value := p.dottedName()
	if p.k == LeftParen {
		return p.classPattern(start, value)
	}
	return &MatchValue{Span{start, p.end()}, value}
}

// dottedName reads "a.b.c" as an expression.
func (p *parser) dottedName() Expr {
	start := p.start()
	var e Expr = p.name(Load)
	for n := 0; p.k == Dot && p.longer(n); n++ {
		p.next()
		a := &Attribute{Value: e}
		a.Name, a.NameSpan = p.nameOr("")
		a.Span = Span{start, p.end()}
		e = a
	}
	return e
}

// patternList reads patterns up to the closing bracket, behind those already read.
func (p *parser) patternList(list []Pattern, closer TokenKind, level uint8) []Pattern {
	for p.k != closer && p.k != Newline && p.k != EndMarker {
		at := p.i
		list = append(list, p.maybeStarPattern())
		if p.k != Comma && p.k != closer {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) || p.i == at {
			break
		}
	}
	return list
}

// groupPattern reads "()", "(a)", "(a, b)".
func (p *parser) groupPattern() Pattern {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	s := &MatchSequence{}
	if p.k != RightParen {
		first := p.maybeStarPattern()
		_, star := first.(*MatchStar)
		if p.k == RightParen && !star {
			p.next()
			return first
		}
		if p.k != Comma {
			p.closeBracket(RightParen, level)
			return first
		}
		p.next()
		s.Patterns = p.patternList([]Pattern{first}, RightParen, level)
	}
	p.closeBracket(RightParen, level)
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) mappingPattern() Pattern {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	m := &MatchMapping{}
	for p.k != RightBrace && p.k != Newline && p.k != EndMarker {
		at := p.i
		if m.Rest != "" {
			p.invalid() // "**rest" is the last
		}
		if p.accept(DoubleStar) {
			if p.k == NameToken && p.tokenText() == "_" {
				p.invalid()
			}
			m.Rest, m.RestSpan = p.nameOr("")
		} else {
			m.Keys = append(m.Keys, p.patternKey())
			if !p.accept(Colon) {
				p.invalid()
			}
			m.Patterns = append(m.Patterns, p.pattern())
		}
		if p.k != Comma && p.k != RightBrace {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) || p.i == at {
			break
		}
	}
	p.closeBracket(RightBrace, level)
	m.Span = Span{start, p.end()}
	return m
}

// patternKey reads a literal or a dotted name.
func (p *parser) patternKey() Expr {
	switch p.k {
	case NumberToken, Minus, StringToken, FStringStart, TStringStart:
		return p.literalPattern()
	case KeywordNone:
		return p.singleton(None)
	case KeywordTrue:
		return p.singleton(True)
	case KeywordFalse:
		return p.singleton(False)
	case NameToken:
		if p.peek(1) == Dot {
			return p.dottedName()
		}
	}
	p.invalid()
	if p.k == NameToken {
		return p.name(Load)
	}
	return p.badExpr()
}

func (p *parser) classPattern(start int32, cls Expr) Pattern {
	c := &MatchClass{Cls: cls}
	level := p.toks[p.i].level
	p.next()
	var positional Span // of those behind keywords
	for p.k != RightParen && p.k != Newline && p.k != EndMarker {
		at := p.i
		if p.k == NameToken && p.peek(1) == EqualSign {
			name, span := p.identifier()
			p.next()
			c.KwdAttrs = append(c.KwdAttrs, Ident{span, name})
			c.KwdPatterns = append(c.KwdPatterns, p.pattern())
		} else {
			pattern := p.pattern()
			c.Patterns = append(c.Patterns, pattern)
			if len(c.KwdAttrs) > 0 {
				if positional.Empty() {
					positional = pattern.Range()
				}
				positional.End = pattern.Range().End
			}
		}
		if p.k != Comma && p.k != RightParen {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) || p.i == at {
			break
		}
	}
	if !positional.Empty() {
		p.errorAt(positional, "positional patterns follow keyword patterns")
	}
	p.closeBracket(RightParen, level)
	c.Span = Span{start, p.end()}
	return c
}
