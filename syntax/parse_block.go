package syntax

import "strconv"

// body reads ":" and a block or the rest of the line. what and line say, for the message, which
// statement it belongs to; forced, that CPython's grammar insists on the colon.
func (p *parser) body(what string, line int, forced bool) []Stmt {
	bad := p.panicking
	mark := p.stmts.mark()
	switch {
	case p.accept(Colon):
	case p.k == Newline || forced:
		p.fault("expected ':'")
		bad = true
		p.skipHeader()
		p.accept(Colon)
	default:
		p.invalid()
		bad = true
		p.skipHeader()
		p.accept(Colon)
	}
	if p.k != Newline {
		if p.k == EndMarker {
			return nil
		}
		p.simpleStatements()
		return p.stmts.cut(mark)
	}
	p.next()
	p.panicking = false
	if p.k != Indent {
		if !bad {
			p.noBlock(what, line)
		}
		p.badLine = bad
		return nil
	}
	p.next()
	for p.k != Dedent && p.k != EndMarker {
		p.statement()
	}
	p.accept(Dedent)
	p.badLine = false
	return p.stmts.cut(mark)
}

func (p *parser) noBlock(what string, line int) {
	at := p.span()
	if at.Empty() && p.k != EndMarker { // a dedent: what follows is meant
		for i := p.i; p.toks[i].Kind == Dedent || p.toks[i].Kind == EndMarker; i++ {
			at = p.toks[i].Range()
			if p.toks[i].Kind == EndMarker {
				break
			}
			at = p.toks[i+1].Range()
		}
	}
	p.report(Error{Span: at, Kind: IndentationError, Message: "expected an indented block after " + what + " on line " + strconv.Itoa(line)})
	p.panicking = false
}

// skipHeader goes on to the colon before a block, or to the line's end.
func (p *parser) skipHeader() {
	for p.k != Newline && p.k != EndMarker {
		if p.k == Colon && p.peek(1) == Newline {
			return
		}
		p.next()
	}
}

// bodyEnd is the end of a statement whose last block has just been read.
func (p *parser) bodyEnd() int32 {
	i := p.i - 1
	for i > 0 && (p.toks[i].Kind == Newline || p.toks[i].Kind == Dedent || p.toks[i].Kind == Indent) {
		i--
	}
	if i < 0 {
		return 0
	}
	return p.toks[i].End
}

func (p *parser) ifStatement() Stmt {
	top := p.ifs.take()
	s := top
	var all []*If
	what := "'if' statement"
	for {
		all = append(all, s)
		s.Start = p.start()
		line := p.line(s.Start)
		p.next()
		s.Test = p.namedExpression()
		s.Body = p.body(what, line, false)
		s.End = p.bodyEnd()
		if p.k != KeywordElif || !p.longer(len(all)) {
			break
		}
		next := p.ifs.take()
		s.Orelse = p.stmts.one(next)
		s = next
		what = "'elif' statement"
		p.panicking = false
	}
	if p.k == KeywordElse {
		s.Orelse = p.elseBlock()
		s.End = p.bodyEnd()
	}
	for _, outer := range all {
		outer.End = s.End
	}
	return top
}

func (p *parser) elseBlock() []Stmt {
	line := p.line(p.start())
	p.panicking = false
	p.next()
	body := p.body("'else' statement", line, true)
	if p.k == KeywordElif && len(p.errors) == 0 {
		p.errorAt(p.span(), "'elif' block follows an 'else' block")
	}
	return body
}

func (p *parser) optionalElse() []Stmt {
	if p.k == KeywordElse {
		return p.elseBlock()
	}
	return nil
}

func (p *parser) whileStatement() Stmt {
	s := &While{}
	start := p.start()
	line := p.line(start)
	p.next()
	s.Test = p.namedExpression()
	s.Body = p.body("'while' statement", line, false)
	end := p.bodyEnd()
	if s.Orelse = p.optionalElse(); s.Orelse != nil {
		end = p.bodyEnd()
	}
	s.Span = Span{start, end}
	return s
}

func (p *parser) forStatement(start int32, async bool) Stmt {
	s := &For{Async: async}
	line := p.line(p.start())
	p.next()
	s.Target = p.forTargets()
	if p.accept(KeywordIn) {
		s.Iter = p.starExpressions()
	} else {
		p.invalid()
		s.Iter = p.badExpr()
	}
	s.Body = p.body("'for' statement", line, false)
	end := p.bodyEnd()
	if s.Orelse = p.optionalElse(); s.Orelse != nil {
		end = p.bodyEnd()
	}
	s.Span = Span{start, end}
	return s
}

func (p *parser) asyncStatement() Stmt {
	start := p.start()
	p.next()
	switch p.k {
	case KeywordDef:
		return p.functionDef(start, true, nil)
	case KeywordFor:
		return p.forStatement(start, true)
	case KeywordWith:
		return p.withStatement(start, true)
	}
	p.invalid()
	bad := &BadStmt{Span: Span{start, p.end()}}
	p.skipLine()
	p.accept(Newline)
	return bad
}

func (p *parser) withStatement(start int32, async bool) Stmt {
	s := &With{Async: async}
	line := p.line(p.start())
	p.next()
	if p.k == LeftParen && p.parenthesizedItems() {
		level := p.toks[p.i].level
		p.next()
		for p.k != RightParen {
			at := p.i
			s.Items = append(s.Items, p.withItem())
			if p.k != Comma && p.k != RightParen {
				p.invalid()
				p.skipInside(level)
			}
			if !p.accept(Comma) || p.i == at {
				break
			}
		}
		p.closeBracket(RightParen, level)
	} else {
		for {
			s.Items = append(s.Items, p.withItem())
			if !p.accept(Comma) {
				break
			}
		}
	}
	s.Body = p.body("'with' statement", line, false)
	s.Span = Span{start, p.bodyEnd()}
	return s
}

// parenthesizedItems reports that the parenthesis here encloses with items, not an expression. It
// does if it ends before the colon and holds what a list of items can.
func (p *parser) parenthesizedItems() bool {
	level := p.toks[p.i].level
	i := p.i + 1
	lambdas := 0
	as, odd := false, p.toks[i].Kind == RightParen || p.toks[i].Kind == KeywordYield
	for ; p.toks[i].level >= level; i++ {
		t := p.toks[i]
		if t.Kind == EndMarker || t.Kind == Newline {
			return as
		}
		if t.level != level {
			continue
		}
		switch t.Kind {
		case KeywordAs:
			as = true
		case KeywordLambda:
			lambdas++
		case Colon:
			lambdas--
		case KeywordFor, ColonEqual:
			odd = true
		case Star:
			if before := p.toks[i-1].Kind; lambdas == 0 && (before == Comma || before == LeftParen) {
				odd = true
			}
		}
	}
	behind := p.toks[i+1].Kind
	return as || behind == Colon && !odd
}

func (p *parser) withItem() *WithItem {
	start := p.start()
	item := &WithItem{Context: p.expression()}
	if p.accept(KeywordAs) {
		item.Target = p.starTarget()
		if p.k != Comma && p.k != RightParen && p.k != Colon && p.k != Newline && !p.panicking {
			p.invalid()
		}
		if bad := invalidTarget(item.Target, Store); bad != nil {
			p.errorf(bad.Range(), "cannot assign to %s", exprName(bad))
		}
		setContext(item.Target, Store)
	}
	item.Span = p.since(start)
	return item
}

func (p *parser) tryStatement() Stmt {
	s := &Try{}
	start := p.start()
	line := p.line(start)
	p.next()
	s.Body = p.body("'try' statement", line, true)
	end := p.bodyEnd()
	clauses := false
	for i := 0; p.k == KeywordExcept; i++ {
		keywordEnd := p.toks[p.i].End
		if p.peek(1) == Star {
			keywordEnd = p.toks[p.i+1].End
		}
		handler, star := p.exceptHandler()
		if i == 0 {
			s.Star = star
		} else if star != s.Star {
			p.panicking = false
			p.errorAt(Span{handler.Start, keywordEnd}, "cannot have both 'except' and 'except*' on the same 'try'")
		}
		s.Handlers = append(s.Handlers, handler)
		end = handler.End
		clauses = true
	}
	if clauses {
		if s.Orelse = p.optionalElse(); s.Orelse != nil {
			end = p.bodyEnd()
		}
	}
	if p.k == KeywordFinally {
		line := p.line(p.start())
		p.panicking = false
		p.next()
		s.Finalbody = p.body("'finally' statement", line, true)
		end = p.bodyEnd()
		clauses = true
	}
	if !clauses && !p.badLine {
		at := p.span()
		if p.k == Dedent {
			at = p.toks[p.i].Range()
		}
		p.panicking = false
		p.errorAt(at, "expected 'except' or 'finally' block")
		p.panicking = false
	}
	s.Span = Span{start, end}
	return s
}

func (p *parser) exceptHandler() (*ExceptHandler, bool) {
	h := &ExceptHandler{}
	p.panicking = false
	start := p.start()
	line := p.line(start)
	p.next()
	star := p.accept(Star)
	what := "'except' statement"
	if star {
		what = "'except*' statement"
		if p.k == Colon || p.k == Newline {
			p.errorAt(p.span(), "expected one or more exception types")
		}
	}
	if p.k != Colon && p.k != Newline {
		h.Type = p.exceptTypes()
	}
	if p.k == KeywordAs {
		p.next()
		if p.k == NameToken && (p.peek(1) == Colon || p.peek(1) == Newline) {
			h.Name, h.NameSpan = p.identifier()
		} else if startsExpression(p.k) {
			e := p.expression()
			if p.k == Colon {
				p.errorf(e.Range(), "cannot use except%s statement with %s", [...]string{"", "*"}[flag(star)], exprName(e))
			} else {
				p.invalid()
			}
		} else {
			p.invalid()
		}
	}
	h.Body = p.body(what, line, false)
	h.Span = Span{start, p.bodyEnd()}
	return h, star
}

// exceptTypes reads "A" or, without parentheses (PEP 758), "A, B".
func (p *parser) exceptTypes() Expr {
	start := p.start()
	first := p.expression()
	if p.k != Comma {
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(Comma) && startsExpression(p.k) {
		p.exprs.push(p.expression())
	}
	t := p.tuples.take()
	*t = Tuple{Span: Span{start, p.end()}, Elts: p.exprs.cut(mark)}
	if p.k == KeywordAs {
		end := p.toks[p.i].End
		if p.peek(1) == NameToken {
			end = p.toks[p.i+1].End
		}
		p.errorAt(Span{start, end}, "multiple exception types must be parenthesized when using 'as'")
	}
	return t
}

func (p *parser) matchStatement() Stmt {
	s := &Match{}
	start := p.start()
	line := p.line(start)
	p.next()
	s.Subject = p.subject()
	bad := false
	if !p.accept(Colon) {
		if p.k == Newline {
			p.errorAt(p.span(), "expected ':'")
		} else {
			p.invalid()
		}
		bad = true
		p.skipHeader()
		p.accept(Colon)
	}
	if p.k != Newline {
		p.invalid()
		p.skipLine()
		bad = true
	}
	p.accept(Newline)
	p.panicking = false
	if p.k != Indent {
		if !bad {
			p.noBlock("'match' statement", line)
		}
		s.Span = Span{start, p.bodyEnd()}
		return s
	}
	p.next()
	mark := p.stmts.mark()
	for p.k != Dedent && p.k != EndMarker {
		if p.k == NameToken && p.tokenText() == "case" {
			p.panicking = false
			s.Cases = append(s.Cases, p.matchCase())
			continue
		}
		p.panicking = false
		p.invalid()
		before := p.errors
		p.statement() // kept out of the tree: it has no place in a match
		p.errors = before
	}
	p.stmts.cut(mark)
	p.accept(Dedent)
	s.Span = Span{start, p.bodyEnd()}
	if n := len(s.Cases); n > 0 {
		s.End = s.Cases[n-1].End
	}
	return s
}

// subject is what a match statement looks at: "a", or a tuple "a, *b".
func (p *parser) subject() Expr {
	start := p.start()
	first := p.starNamedExpression()
	if p.k != Comma {
		if star, ok := first.(*Starred); ok {
			p.invalid()
			return star
		}
		return first
	}
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(Comma) && p.k != Colon && p.k != Newline {
		p.exprs.push(p.starNamedExpression())
	}
	t := p.tuples.take()
	*t = Tuple{Span: Span{start, p.end()}, Elts: p.exprs.cut(mark)}
	return t
}

func (p *parser) matchCase() *MatchCase {
	c := &MatchCase{}
	start := p.start()
	line := p.line(start)
	p.next()
	c.Pattern = p.patterns()
	if p.accept(KeywordIf) {
		c.Guard = p.namedExpression()
	}
	c.Body = p.body("'case' statement", line, false)
	c.Span = Span{start, p.bodyEnd()}
	return c
}
