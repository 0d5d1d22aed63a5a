package syntax

// startsExpression reports a token that an expression can begin with.
func startsExpression(k TokenKind) bool {
	switch k {
	case NameToken, NumberToken, StringToken, FStringStart, TStringStart, LeftParen, LeftBracket, LeftBrace, Minus,
		Plus, Tilde, EllipsisToken, KeywordNot, KeywordLambda, KeywordAwait, KeywordNone, KeywordTrue, KeywordFalse:
		return true
	}
	return false
}

func (p *parser) badExpr() Expr { return &BadExpr{Span: p.gap()} }

func isBad(e Expr) bool {
	_, ok := e.(*BadExpr)
	return ok
}

// starExpressions reads "a", or a tuple "a, *b".
func (p *parser) starExpressions() Expr {
	start := p.start()
	first := p.starExpression()
	if p.k != Comma {
		return first
	}
	return p.tupleFrom(start, first, (*parser).starExpression)
}

// tupleFrom reads on behind the first element of a tuple without parentheses.
func (p *parser) tupleFrom(start int32, first Expr, element func(*parser) Expr) Expr {
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.k == Comma {
		p.next()
		if !startsExpression(p.k) && p.k != Star {
			break
		}
		p.exprs.push(element(p))
	}
	t := p.tuples.take()
	t.Span = Span{start, p.end()}
	t.Elts = p.exprs.cut(mark)
	return t
}

// starExpression reads "a" or "*a".
func (p *parser) starExpression() Expr {
	if p.k == Star {
		return p.starred()
	}
	return p.expression()
}

// starred reads "*a" where a binds tighter than a comparison.
func (p *parser) starred() Expr {
	start := p.start()
	p.next()
	at := p.i
	s := &Starred{Value: p.bitwiseOr()}
	p.disj, p.disjStart, p.disjBehind = s.Value, at, p.i
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) starNamedExpression() Expr {
	if p.k == Star {
		if !startsExpression(p.peek(1)) {
			p.next()
			p.invalidStar()
			return p.badExpr()
		}
		return p.starred()
	}
	return p.namedExpression()
}

// invalidStar reports a star with nothing behind it.
func (p *parser) invalidStar() {
	if !startsExpression(p.k) {
		p.fault("Invalid star expression")
	}
}

// namedExpression reads "a" or "a := b".
func (p *parser) namedExpression() Expr {
	e := p.expression()
	switch p.k {
	case ColonEqual:
		return p.walrus(e)
	case EqualSign:
		p.namedAssign(e)
	}
	return e
}

func (p *parser) walrus(target Expr) Expr {
	name, ok := target.(*Name)
	if !ok || p.toks[p.i-1].Start != name.Start {
		if !ok && !isBad(target) && startsExpression(p.peek(1)) {
			p.errorf(target.Range(), "cannot use assignment expressions with %s", exprName(target))
		} else {
			p.invalid()
		}
		p.next()
		value := p.expression()
		return &BadExpr{Span: Span{target.Range().Start, p.end()}, Parts: []Expr{target, value}}
	}
	p.next()
	name.Ctx = Store
	value := p.expression()
	return &NamedExpr{Span: Span{name.Start, p.end()}, Target: name, Value: value}
}

func (p *parser) yieldExpression() Expr {
	start := p.start()
	p.next()
	if p.accept(KeywordFrom) {
		value := p.expression()
		return &YieldFrom{Span{start, p.end()}, value}
	}
	y := &Yield{}
	if startsExpression(p.k) || p.k == Star {
		y.Value = p.starExpressions()
	}
	y.Span = Span{start, p.end()}
	return y
}

// expression reads a lambda, "a if b else c", or less.
func (p *parser) expression() Expr {
	if !p.deeper() {
		return p.badExpr()
	}
	if p.k == KeywordLambda {
		e := p.lambda()
		p.depth--
		return e
	}
	at := p.i
	e := p.disjunction()
	p.disj, p.disjStart, p.disjBehind = e, at, p.i
	if p.k == KeywordIf {
		e = p.conditional(e)
	}
	p.depth--
	return e
}

func (p *parser) conditional(body Expr) Expr {
	start := p.toks[p.disjStart].Start
	p.next()
	s := &IfExp{Body: body}
	s.Test = p.disjunction()
	if p.k != KeywordElse {
		if p.k != Colon && !isBad(s.Test) {
			p.errorAt(Span{body.Range().Start, s.Test.Range().End}, "expected 'else' after 'if' expression")
		} else {
			p.invalid()
		}
		s.Orelse = p.badExpr()
		s.Span = Span{start, p.end()}
		return s
	}
	p.next()
	if !startsExpression(p.k) {
		p.errorAt(p.span(), "expected expression after 'else', but statement is given")
	}
	s.Orelse = p.expression()
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) lambda() Expr {
	start := p.start()
	level := p.toks[p.i].level
	p.next()
	s := &Lambda{Args: p.parameters(Colon, level)}
	if p.k == Colon {
		colon := p.i
		p.next()
		if p.field > 0 && p.toks[colon].level == p.field { // it began a format spec
			p.errorAt(Span{start, p.toks[colon].End}, "f-string: lambda expressions are not allowed without parentheses")
			p.i, p.k = colon, Colon
			s.Body = p.badExpr()
			s.Span = Span{start, p.end()}
			return s
		}
	} else {
		p.invalid()
	}
	s.Body = p.expression()
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) disjunction() Expr {
	at := p.i
	first := p.conjunction()
	if p.k != KeywordOr {
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(KeywordOr) {
		p.exprs.push(p.conjunction())
	}
	return &BoolOp{Span{p.toks[at].Start, p.end()}, Or, p.exprs.cut(mark)}
}

func (p *parser) conjunction() Expr {
	at := p.i
	first := p.inversion()
	if p.k != KeywordAnd {
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(KeywordAnd) {
		p.exprs.push(p.inversion())
	}
	return &BoolOp{Span{p.toks[at].Start, p.end()}, And, p.exprs.cut(mark)}
}

func (p *parser) inversion() Expr {
	if p.k != KeywordNot {
		return p.comparison()
	}
	start := p.start()
	if !p.deeper() {
		return p.badExpr()
	}
	p.next()
	operand := p.inversion()
	p.depth--
	return &UnaryOp{Span{start, p.end()}, Not, operand}
}

func (p *parser) comparison() Expr {
	at := p.i
	left := p.bitwiseOr()
	if _, ok := p.comparisonOp(); !ok {
		return left
	}
	ops, operands := p.cmpOps.mark(), p.exprs.mark()
	for {
		op, ok := p.comparisonOp()
		if !ok {
			break
		}
		if op == NotEq {
			p.checkNotEqual()
		}
		p.next()
		if op == NotIn || op == IsNot {
			p.next()
		}
		p.cmpOps.push(op)
		p.exprs.push(p.bitwiseOr())
	}
	c := p.compares.take()
	*c = Compare{Span{p.toks[at].Start, p.end()}, left, p.cmpOps.cut(ops), p.exprs.cut(operands)}
	return c
}

// comparisonOp is the comparison that starts at the current token.
func (p *parser) comparisonOp() (CmpOp, bool) {
	switch p.k {
	case Less:
		return Lt, true
	case Greater:
		return Gt, true
	case DoubleEqual:
		return Eq, true
	case NotEqual:
		return NotEq, true
	case LessEqual:
		return LtE, true
	case GreaterEqual:
		return GtE, true
	case KeywordIn:
		return In, true
	case KeywordIs:
		if p.peek(1) == KeywordNot {
			return IsNot, true
		}
		return Is, true
	case KeywordNot:
		return NotIn, p.peek(1) == KeywordIn
	}
	return 0, false
}

// checkNotEqual allows "!=", or "<>" where that is asked for (PEP 401).
func (p *parser) checkNotEqual() {
	old := p.tokenText() == "<>"
	switch {
	case p.options.Barry && !old:
		p.errorAt(p.span(), "with Barry as BDFL, use '<>' instead of '!='")
	case old && !p.options.Barry:
		p.disj = nil
		p.invalid()
	}
}

// binaryOps has the precedence of each binary operator, from 1, and which it is.
var binaryOps = [tokenKinds]struct {
	precedence int8
	op         Operator
}{
	VerticalBar: {1, BitOr}, Caret: {2, BitXor}, Ampersand: {3, BitAnd}, LeftShift: {4, LShift}, RightShift: {4, RShift},
	Plus: {5, Add}, Minus: {5, Sub}, Star: {6, Mult}, Slash: {6, Div}, DoubleSlash: {6, FloorDiv}, Percent: {6, Mod},
	At: {6, MatMult},
}

// bitwiseOr reads what binds tighter than a comparison.
func (p *parser) bitwiseOr() Expr { return p.binary(1) }

func (p *parser) binary(lowest int8) Expr {
	at := p.i
	left := p.factor()
	for n := 0; ; n++ {
		op := &binaryOps[p.k]
		if op.precedence < lowest || op.precedence == 0 {
			return left
		}
		if !p.longer(n) {
			return left
		}
		p.next()
		if p.k == KeywordNot && op.precedence >= 5 {
			p.misplacedNot(op.precedence >= 5)
		}
		right := p.binary(op.precedence + 1)
		b := p.binOps.take()
		*b = BinOp{Span{p.toks[at].Start, p.end()}, left, op.op, right}
		left = b
	}
}

// misplacedNot reports "a + not b".
func (p *parser) misplacedNot(arithmetic bool) {
	start := p.start()
	e, _, ok := p.probe(p.inversion)
	if ok && arithmetic {
		p.errorAt(Span{start, e.Range().End}, "'not' after an operator must be parenthesized")
	}
}

func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.k {
	case Minus:
		op = USub
	case Plus:
		op = UAdd
	case Tilde:
		op = Invert
	default:
		return p.power()
	}
	start := p.start()
	if !p.deeper() {
		return p.badExpr()
	}
	p.next()
	if p.k == KeywordNot {
		p.misplacedNot(true)
	}
	operand := p.factor()
	p.depth--
	return &UnaryOp{Span{start, p.end()}, op, operand}
}

func (p *parser) power() Expr {
	at := p.i
	base := p.awaited()
	if p.k != DoubleStar {
		return base
	}
	if !p.deeper() {
		return base
	}
	p.next()
	right := p.factor()
	p.depth--
	b := p.binOps.take()
	*b = BinOp{Span{p.toks[at].Start, p.end()}, base, Pow, right}
	return b
}

func (p *parser) awaited() Expr {
	if p.k != KeywordAwait {
		return p.primary()
	}
	start := p.start()
	p.next()
	value := p.primary()
	return &Await{Span{start, p.end()}, value}
}

// primary reads an atom and the attributes, calls and subscripts behind it.
func (p *parser) primary() Expr {
	at := p.i
	e := p.atom()
	for n := 0; p.longer(n); n++ {
		switch p.k {
		case Dot:
			p.next()
			a := p.attributes.take()
			a.Value = e
			a.Name, a.NameSpan = p.nameOr("")
			if a.Name == "" {
				a.NameSpan = Span{p.end(), p.end()}
			}
			a.Span = Span{p.toks[at].Start, p.end()}
			e = a
		case LeftParen:
			c := p.calls.take()
			c.Func = e
			c.Open = p.start()
			c.Args, c.Keywords = p.callArguments()
			c.Span = Span{p.toks[at].Start, p.end()}
			e = c
		case LeftBracket:
			s := p.subscripts.take()
			s.Value = e
			s.Index = p.index()
			s.Span = Span{p.toks[at].Start, p.end()}
			e = s
		default:
			return e
		}
	}
	return e
}

// index reads "[a]", "[a:b, c]".
func (p *parser) index() Expr {
	level := p.toks[p.i].level
	p.next()
	if !p.deeper() {
		return p.badExpr()
	}
	start := p.start()
	e := p.slice()
	if _, star := e.(*Starred); p.k == Comma || star {
		mark := p.exprs.mark()
		p.exprs.push(e)
		for p.k == Comma {
			p.next()
			if p.k == RightBracket {
				break
			}
			at := p.i
			p.exprs.push(p.slice())
			if p.k != Comma && p.k != RightBracket {
				p.invalid()
				p.skipInside(level)
			}
			if p.i == at {
				break
			}
		}
		t := p.tuples.take()
		*t = Tuple{Span: Span{start, p.end()}, Elts: p.exprs.cut(mark)}
		e = t
	}
	p.closeBracket(RightBracket, level)
	p.depth--
	return e
}

// slice reads "a", "*a", "a:b:c".
func (p *parser) slice() Expr {
	start := p.start()
	s := Slice{}
	if p.k != Colon {
		e := p.starNamedExpression()
		if _, named := e.(*NamedExpr); p.k != Colon || named && e.Range().Start == start {
			return e // "a := 1:" must have parentheses, which no expression's range has
		}
		s.Lower = e
	}
	p.next()
	if p.k != Colon && p.k != Comma && p.k != RightBracket {
		s.Upper = p.expression()
	}
	if p.accept(Colon) && p.k != Comma && p.k != RightBracket {
		s.Step = p.expression()
	}
	s.Span = Span{start, p.end()}
	return &s
}
