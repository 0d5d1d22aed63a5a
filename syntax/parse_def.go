package syntax

func (p *parser) decorated() Stmt {
	mark := p.exprs.mark()
	bad := false
	for p.k == At {
		p.next()
		p.exprs.push(p.namedExpression())
		if p.k != Newline {
			p.invalid()
			p.skipLine()
		}
		bad = bad || p.panicking
		p.accept(Newline)
		p.panicking = false
	}
	decorators := p.exprs.cut(mark)
	start := p.start()
	switch {
	case p.k == KeywordDef:
		return p.functionDef(start, false, decorators)
	case p.k == KeywordClass:
		return p.classDef(decorators)
	case p.k == KeywordAsync && p.peek(1) == KeywordDef:
		p.next()
		return p.functionDef(start, true, decorators)
	}
	if !bad {
		p.invalid()
	}
	stmt := &BadStmt{Span: Span{decorators[0].Range().Start - 1, decorators[len(decorators)-1].Range().End}}
	for _, d := range decorators {
		stmt.Parts = append(stmt.Parts, d)
	}
	return stmt
}

func (p *parser) functionDef(start int32, async bool, decorators []Expr) Stmt {
	s := &FunctionDef{Async: async, Decorators: decorators}
	line := p.line(p.start())
	p.next()
	s.Name, s.NameSpan = p.nameOr("")
	bracket, errors := p.span(), len(p.errors)
	s.TypeParams = p.typeParams()
	if len(p.errors) > errors && p.errors[errors].Message == "invalid syntax" { // what is no list of parameters is not expected here
		p.errors[errors].Span, p.errors[errors].Message = bracket, "expected '('"
	}
	if p.k == LeftParen {
		level := p.toks[p.i].level
		p.next()
		s.Args = p.parameters(RightParen, level)
		p.closeBracket(RightParen, level)
	} else {
		p.fault("expected '('")
		s.Args = p.arguments.take()
		s.Args.Span = p.gap()
	}
	if p.k == Arrow {
		if !startsExpression(p.peek(1)) {
			p.fault("expected ':'")
		}
		p.next()
		s.Returns = p.expression()
	}
	s.Body = p.body("function definition", line, true)
	s.Span = Span{start, p.bodyEnd()}
	return s
}

func (p *parser) classDef(decorators []Expr) Stmt {
	s := &ClassDef{Decorators: decorators}
	start := p.start()
	line := p.line(start)
	p.next()
	s.Name, s.NameSpan = p.nameOr("")
	s.TypeParams = p.typeParams()
	if p.k == LeftParen {
		s.Bases, s.Keywords = p.callArguments()
	}
	s.Body = p.body("class definition", line, false)
	s.Span = Span{start, p.bodyEnd()}
	return s
}

// typeParams reads "[T: bound = default, *Ts, **P]" if there is one.
func (p *parser) typeParams() []TypeParam {
	if p.k != LeftBracket {
		return nil
	}
	level := p.toks[p.i].level
	p.next()
	if p.k == RightBracket {
		p.errorAt(Span{p.start(), p.start()}, "Type parameter list cannot be empty")
	}
	var params []TypeParam
	for p.k != RightBracket {
		at := p.i
		if param := p.typeParam(); param != nil {
			params = append(params, param)
		}
		if p.k != Comma && p.k != RightBracket {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) || p.i == at {
			break
		}
	}
	p.closeBracket(RightBracket, level)
	return params
}

func (p *parser) typeParam() TypeParam {
	start := p.start()
	switch p.k {
	case Star:
		p.next()
		t := &TypeVarTuple{}
		t.Name, t.NameSpan = p.nameOr("")
		p.noBound("TypeVarTuple")
		if p.accept(EqualSign) {
			t.Default = p.starExpression()
		}
		t.Span = Span{start, p.end()}
		return t
	case DoubleStar:
		p.next()
		t := &ParamSpec{}
		t.Name, t.NameSpan = p.nameOr("")
		p.noBound("ParamSpec")
		if p.accept(EqualSign) {
			t.Default = p.expression()
		}
		t.Span = Span{start, p.end()}
		return t
	case NameToken:
		t := &TypeVar{}
		t.Name, t.NameSpan = p.identifier()
		if p.accept(Colon) {
			t.Bound = p.expression()
		}
		if p.accept(EqualSign) {
			t.Default = p.expression()
		}
		t.Span = Span{start, p.end()}
		return t
	}
	p.invalid()
	return nil
}

func (p *parser) noBound(kind string) {
	if p.k != Colon {
		return
	}
	colon := p.span()
	p.next()
	e := p.expression()
	if _, ok := e.(*Tuple); ok {
		p.errorAt(Span{colon.Start, p.end()}, "cannot use constraints with "+kind)
	} else {
		p.errorAt(Span{colon.Start, p.end()}, "cannot use bound with "+kind)
	}
}

// parameters reads the parameters of a def, up to ")", or of a lambda, up to ":".
func (p *parser) parameters(closer TokenKind, level uint8) *Arguments {
	a := p.arguments.take()
	if p.k == closer {
		a.Span = p.gap()
		return a
	}
	r := paramReader{parser: p, a: a, closer: closer, lambda: closer == Colon}
	a.Start = p.start()
	args, defaults := p.argLists.mark(), p.exprs.mark()
	for p.k != closer && p.k != Newline && p.k != EndMarker {
		at := p.i
		r.param(args, defaults)
		if p.k != Comma && p.k != closer {
			if p.k == EqualSign && r.star == p.i-1 {
				r.starDefault()
			}
			p.invalid()
			if r.lambda {
				break
			}
			p.skipInside(level)
		}
		if !p.accept(Comma) {
			break
		}
		if p.i == at {
			break
		}
	}
	if !r.afterStar {
		a.Args = p.argLists.cut(args)
		a.Defaults = p.exprs.cut(defaults)
	}
	if r.bareStar && len(a.KwOnly) == 0 && !p.panicking {
		p.errorAt(r.starSpan, "named arguments must follow bare *")
	}
	a.Span = p.since(a.Start)
	return a
}

// paramReader is the state of one parameter list.
type paramReader struct {
	*parser
	a         *Arguments
	closer    TokenKind
	lambda    bool
	slash     bool // "/" was seen
	afterStar bool // "*" was seen
	bareStar  bool
	starSpan  Span
	star      int // the last token of a starred parameter
}

func (r *paramReader) param(args, defaults int) {
	p, a := r.parser, r.a
	if a.KwArg != nil {
		if p.k == NameToken || p.k == Star || p.k == DoubleStar || p.k == Slash {
			p.errorAt(p.span(), "arguments cannot follow var-keyword argument")
		}
	}
	switch p.k {
	case Slash:
		r.slashMark(args)
	case Star:
		r.starParam(args, defaults)
	case DoubleStar:
		p.next()
		arg := r.arg()
		a.KwArg = arg
		r.star = p.i - 1
	case NameToken:
		arg := r.arg()
		var value Expr
		if p.k == EqualSign {
			equal := p.span()
			p.next()
			if p.k == Comma || p.k == r.closer && !r.lambda || p.k == RightParen {
				p.errorAt(equal, "expected default value expression")
			}
			value = p.expression()
		}
		if r.afterStar {
			a.KwOnly = append(a.KwOnly, arg)
			a.KwDefaults = append(a.KwDefaults, value)
			return
		}
		p.argLists.push(arg)
		if value != nil {
			p.exprs.push(value)
		} else if p.exprs.mark() > defaults && (p.k == Comma || p.k == r.closer) {
			p.errorAt(arg.Span, "parameter without a default follows parameter with a default")
		}
	case LeftParen:
		r.parenthesized()
	default:
		p.invalid()
	}
}

func (r *paramReader) slashMark(args int) {
	p, a := r.parser, r.a
	switch {
	case r.afterStar:
		p.errorAt(p.span(), "/ must be ahead of *")
	case r.slash:
		p.errorAt(p.span(), "/ may appear only once")
	case p.argLists.mark() == args && p.peek(1) == Comma:
		p.errorAt(p.span(), "at least one argument must precede /")
	case p.argLists.mark() == args:
		p.invalid()
	default:
		a.PosOnly = p.argLists.cut(args)
	}
	r.slash = true
	p.next()
	if p.k == Star {
		p.errorAt(p.span(), "expected comma between / and *")
	}
}

func (r *paramReader) starParam(args, defaults int) {
	p, a := r.parser, r.a
	star := p.span()
	if r.afterStar {
		p.errorAt(star, "* argument may appear only once")
	} else {
		a.Args = p.argLists.cut(args)
		a.Defaults = p.exprs.cut(defaults)
	}
	first := !r.afterStar
	r.afterStar = true
	p.next()
	if p.k == NameToken {
		arg := r.starredArg()
		if first {
			a.VarArg = arg
		}
		r.star = p.i - 1
		return
	}
	if first {
		r.bareStar, r.starSpan = true, star
	}
	if p.k == r.closer || p.k == Comma && (p.peek(1) == r.closer || p.peek(1) == DoubleStar) {
		if r.lambda {
			star = p.span()
		}
		p.errorAt(star, "named arguments must follow bare *")
	}
}

func (r *paramReader) starDefault() {
	if r.a.KwArg != nil {
		r.errorAt(r.span(), "var-keyword argument cannot have default value")
	} else {
		r.errorAt(r.span(), "var-positional argument cannot have default value")
	}
}

func (r *paramReader) arg() *Arg {
	p := r.parser
	arg := p.args.take()
	start := p.start()
	arg.Name, arg.NameSpan = p.nameOr("")
	if !r.lambda && p.accept(Colon) {
		arg.Annotation = p.expression()
	}
	arg.Span = p.since(start)
	return arg
}

// starredArg is the parameter behind "*": its annotation may be starred (PEP 646).
func (r *paramReader) starredArg() *Arg {
	p := r.parser
	arg := p.args.take()
	start := p.start()
	arg.Name, arg.NameSpan = p.nameOr("")
	if !r.lambda && p.accept(Colon) {
		arg.Annotation = p.starExpression()
	}
	arg.Span = p.since(start)
	return arg
}

// parenthesized reports the nested parameters of Python 2.
func (r *paramReader) parenthesized() {
	p := r.parser
	level := p.toks[p.i].level
	start := p.start()
	i := p.i + 1
	for p.toks[i].Kind == NameToken && p.toks[i+1].Kind == Comma && p.toks[i].level == level {
		i += 2
	}
	if p.toks[i].Kind == NameToken {
		i++
	}
	if p.toks[i].Kind == RightParen && i > p.i+1 {
		kind := "Function"
		if r.lambda {
			kind = "Lambda expression"
		}
		p.errorAt(Span{start, p.toks[i].End}, kind+" parameters cannot be parenthesized")
	}
	p.invalid()
	for p.k != Newline && p.k != EndMarker && p.toks[p.i].level >= level {
		p.next()
	}
	p.accept(RightParen)
}
