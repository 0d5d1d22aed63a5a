package syntax

import "strings"

func (p *parser) fileInput() []Stmt {
	mark := p.stmts.mark()
	for p.k != EndMarker {
		p.statement()
		if p.k == Dedent { // of a block that nobody opened
			p.next()
		}
	}
	return p.stmts.cut(mark)
}

func (p *parser) singleInput() []Stmt {
	mark := p.stmts.mark()
	if p.k == EndMarker {
		p.errorAt(p.span(), nothingToParse)
	}
	for p.k != EndMarker {
		if p.stmts.mark() > mark {
			switch p.toks[p.i-1].Kind {
			case Semicolon:
			case Newline:
				if compound(p.stmts.stack[p.stmts.mark()-1]) {
					p.errorAt(p.span(), "invalid syntax")
				} else {
					p.errorAt(p.lineEnd(), "multiple statements found while compiling a single statement")
				}
			default:
				p.errorAt(p.span(), "invalid syntax")
			}
		}
		p.statement()
	}
	return p.stmts.cut(mark)
}

func compound(s Stmt) bool {
	switch s.(type) {
	case *If, *For, *While, *Try, *With, *FunctionDef, *ClassDef, *Match:
		return true
	}
	return false
}

// lineEnd is what lies between the token before the line's end and the next line.
func (p *parser) lineEnd() Span {
	start := p.toks[p.i-2].End
	for int(start) < len(p.text) && (p.text[start] == ' ' || p.text[start] == '\t') {
		start++
	}
	end := start
	for int(end) < len(p.text) && p.text[end] != '\n' {
		end++
	}
	return Span{start, min(end+1, int32(len(p.text)))}
}

func (p *parser) evalInput() []Stmt {
	if p.k == Indent { // compile() strips it
		p.next()
	}
	start := p.start()
	value := p.starExpressions()
	s := p.exprStmts.take()
	*s = ExprStmt{Span{start, p.end()}, value}
	for p.k == Newline || p.k == Dedent {
		p.next()
	}
	if p.k != EndMarker {
		p.invalid()
	}
	return []Stmt{s}
}

// statement reads a compound statement or a line of simple ones and pushes what it finds.
func (p *parser) statement() {
	p.panicking = false
	switch p.k {
	case KeywordIf:
		p.push(p.ifStatement())
	case KeywordFor:
		p.push(p.forStatement(p.start(), false))
	case KeywordWhile:
		p.push(p.whileStatement())
	case KeywordDef:
		p.push(p.functionDef(p.start(), false, nil))
	case KeywordClass:
		p.push(p.classDef(nil))
	case KeywordTry:
		p.push(p.tryStatement())
	case KeywordWith:
		p.push(p.withStatement(p.start(), false))
	case At:
		p.push(p.decorated())
	case KeywordAsync:
		p.push(p.asyncStatement())
	case Indent:
		p.unexpectedIndent()
	case KeywordElif, KeywordElse, KeywordExcept, KeywordFinally:
		p.push(p.strayClause())
	case Newline:
		p.next() // a line end without a line: after an error
	default:
		if p.k == NameToken && p.tokenText() == "match" && p.matchFollows() {
			p.push(p.matchStatement())
			return
		}
		p.simpleStatements()
	}
}

func (p *parser) push(s Stmt) {
	p.stmts.push(s)
	if p.panicking {
		p.badLine = true
	}
}

func (p *parser) unexpectedIndent() {
	if !p.badLine {
		p.invalid()
	}
	p.next()
	for p.k != Dedent && p.k != EndMarker {
		p.statement()
	}
	p.accept(Dedent)
}

// strayClause reads an else, except and the like without its statement.
func (p *parser) strayClause() Stmt {
	start := p.start()
	if !p.badLine {
		p.invalid()
	}
	p.panicking = true
	bad := &BadStmt{}
	keyword := p.k
	p.next()
	if keyword == KeywordElif || keyword == KeywordExcept && startsExpression(p.k) {
		bad.Parts = append(bad.Parts, p.namedExpression())
	}
	if p.k != Colon {
		p.skipHeader()
	}
	for _, s := range p.body("", 0, true) {
		bad.Parts = append(bad.Parts, s)
	}
	bad.Span = Span{start, p.bodyEnd()}
	return bad
}

// simpleStatements reads "a; b; c" and the line's end.
func (p *parser) simpleStatements() {
	p.badLine = false
	for {
		at := p.i
		p.stmts.push(p.simpleStatement())
		if p.accept(Semicolon) && p.k != Newline {
			continue
		}
		if p.k == Newline {
			break
		}
		if p.k == EndMarker {
			break
		}
		if p.i > at && p.toks[p.i-1].Kind == Semicolon {
			continue
		}
		p.invalid()
		p.panicking = true
		// What follows on the line may still be worth reading.
		if p.i == at || !startsExpression(p.k) {
			p.next()
			for p.k != Newline && p.k != EndMarker && !startsExpression(p.k) {
				p.next()
			}
		}
		if p.k == Newline || p.k == EndMarker {
			break
		}
	}
	if p.panicking {
		p.badLine = true
	}
	p.accept(Newline)
}

func (p *parser) simpleStatement() Stmt {
	start := p.start()
	switch p.k {
	case KeywordReturn:
		p.next()
		s := p.returns.take()
		if p.k != Newline && p.k != Semicolon && p.k != EndMarker {
			s.Value = p.starExpressions()
		}
		s.Span = Span{start, p.end()}
		return s
	case KeywordImport:
		return p.importStatement()
	case KeywordFrom:
		return p.importFrom()
	case KeywordRaise:
		return p.raiseStatement()
	case KeywordPass:
		p.next()
		return &Pass{Span{start, p.end()}}
	case KeywordBreak:
		p.next()
		return &Break{Span{start, p.end()}}
	case KeywordContinue:
		p.next()
		return &Continue{Span{start, p.end()}}
	case KeywordDel:
		return p.delStatement()
	case KeywordAssert:
		return p.assertStatement()
	case KeywordGlobal:
		p.next()
		names := p.nameList()
		return &Global{Span{start, p.end()}, names}
	case KeywordNonlocal:
		p.next()
		names := p.nameList()
		return &Nonlocal{Span{start, p.end()}, names}
	case NameToken:
		if p.peek(1) == NameToken && p.tokenText() == "type" {
			return p.typeAlias()
		}
	}
	return p.expressionStatement()
}

func (p *parser) nameList() []Ident {
	var names []Ident
	for {
		name, span := p.nameOr("")
		if name != "" {
			names = append(names, Ident{span, name})
		}
		if !p.accept(Comma) {
			return names
		}
	}
}

func (p *parser) typeAlias() Stmt {
	start := p.start()
	p.next()
	s := &TypeAlias{}
	s.Name = p.name(Store)
	s.TypeParams = p.typeParams()
	if !p.accept(EqualSign) {
		p.invalid()
	}
	s.Value = p.expression()
	s.Span = Span{start, p.end()}
	return s
}

// name is a variable; the current token is a name.
func (p *parser) name(ctx ExprContext) *Name {
	n := p.names.take()
	n.Ctx = ctx
	n.Id, n.Span = p.identifier()
	return n
}

func (p *parser) delStatement() Stmt {
	start := p.start()
	p.next()
	mark := p.exprs.mark()
	for {
		if p.k == Star && !startsExpression(p.peek(1)) {
			p.invalid()
		}
		target := p.deleted()
		p.exprs.push(target)
		if !p.accept(Comma) || p.k == Newline || p.k == Semicolon {
			break
		}
	}
	targets := p.exprs.cut(mark)
	s := &Delete{Span{start, p.end()}, targets}
	for _, target := range targets {
		if bad := invalidTarget(target, Del); bad != nil {
			p.errorf(bad.Range(), "cannot delete %s", exprName(bad))
		}
		setContext(target, Del)
	}
	return s
}

// deleted reads what is to be deleted: a target, or an expression that is none, if it is whole.
func (p *parser) deleted() Expr {
	if p.trying == 0 && p.k != Star {
		if _, _, ok := p.try(p.starExpression); !ok {
			if target := p.primary(); invalidTarget(target, Del) != nil || p.panicking {
				return target
			}
			p.invalid()
			return p.badExpr()
		}
	}
	return p.starExpression()
}

func (p *parser) assertStatement() Stmt {
	start := p.start()
	p.next()
	s := &Assert{}
	s.Test = p.expression()
	if p.accept(Comma) {
		s.Msg = p.expression()
	}
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) raiseStatement() Stmt {
	start := p.start()
	p.next()
	s := &Raise{}
	if p.k == KeywordFrom {
		p.invalid()
	}
	if p.k != Newline && p.k != Semicolon && p.k != EndMarker && p.k != KeywordFrom {
		s.Exc = p.expression()
	}
	if p.k == KeywordFrom {
		p.next()
		s.Cause = p.expression()
	}
	s.Span = Span{start, p.end()}
	return s
}

const noNames = "Expected one or more names after 'import'"

// noNames marks what stands behind import at the line's end: a comment, or the end itself.
func (p *parser) noNames() {
	at := p.toks[p.i-1].End
	for int(at) < len(p.text) && (p.text[at] == ' ' || p.text[at] == '\t') {
		at++
	}
	p.errorAt(Span{at, p.file.LineSpan(p.line(at)).End}, noNames)
}

func (p *parser) importStatement() Stmt {
	start := p.start()
	p.next()
	s := &Import{}
	if p.k == Newline {
		p.noNames()
	}
	for {
		at := p.start()
		a := &Alias{}
		a.Name, a.NameSpan = p.dotted()
		p.importAs(a, "import target")
		a.Span = p.since(at)
		s.Names = append(s.Names, a)
		if !p.accept(Comma) {
			break
		}
	}
	if p.k == KeywordFrom {
		p.next()
		if p.k == NameToken {
			p.dotted()
			p.errorAt(Span{start, p.end()}, "Did you mean to use 'from ... import ...' instead?")
		} else {
			p.i--
			p.k = KeywordFrom
		}
	}
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) importAs(a *Alias, what string) {
	if !p.accept(KeywordAs) {
		return
	}
	behind := p.peek(1)
	if p.k == NameToken && (behind == Comma || behind == RightParen || behind == Newline || behind == Semicolon || behind == EndMarker) {
		a.AsName, a.AsNameSpan = p.identifier()
		return
	}
	a.AsNameSpan = p.gap()
	if !startsExpression(p.k) {
		p.invalid()
		return
	}
	e := p.expression()
	a.AsNameSpan = e.Range()
	if name, ok := e.(*Name); ok {
		a.AsName = name.Id
	}
	p.errorf(e.Range(), "cannot use %s as %s", exprName(e), what)
}

func (p *parser) importFrom() Stmt {
	start := p.start()
	p.next()
	s := &ImportFrom{}
	for p.k == Dot || p.k == EllipsisToken {
		s.Level += int(p.toks[p.i].End - p.toks[p.i].Start)
		p.next()
	}
	s.ModuleSpan = p.gap()
	if s.Level == 0 || p.k == NameToken {
		s.Module, s.ModuleSpan = p.dotted()
	}
	if !p.accept(KeywordImport) {
		p.invalid()
		s.Span = Span{start, p.end()}
		return s
	}
	s.Names = p.importNames()
	s.Span = Span{start, p.end()}
	return s
}

func (p *parser) importNames() []*Alias {
	if p.k == Star {
		a := &Alias{Span: p.span(), Name: "*", NameSpan: p.span()}
		p.next()
		return []*Alias{a}
	}
	if p.k == Newline {
		p.noNames()
		return nil
	}
	parens := p.k == LeftParen
	level := p.toks[p.i].level
	if parens {
		p.next()
	}
	var names []*Alias
	for p.k != RightParen || len(names) == 0 {
		at := p.start()
		a := &Alias{}
		a.Name, a.NameSpan = p.nameOr("")
		p.importAs(a, "import target")
		a.Span = p.since(at)
		names = append(names, a)
		if parens && p.k != Comma && p.k != RightParen {
			p.invalid()
			p.skipInside(level)
		}
		if !p.accept(Comma) {
			break
		}
		if !parens && p.k == Newline {
			p.errorAt(p.span(), "trailing comma not allowed without surrounding parentheses")
			break
		}
	}
	if parens {
		p.closeBracket(RightParen, level)
	}
	return names
}

// expressionStatement reads an expression, an assignment of any kind, or an annotation.
func (p *parser) expressionStatement() Stmt {
	start, at := p.start(), p.i
	value := p.annotatedValue()
	if p.k == ColonEqual {
		p.bareWalrus(value)
	}
	switch {
	case p.k == EqualSign:
		return p.assignment(start, at, value)
	case p.k == Colon:
		return p.annotation(start, at, value)
	case augmented[p.k] != 0:
		op := Operator(augmented[p.k] - 1)
		switch value.(type) {
		case *Name, *Attribute, *Subscript:
		default:
			if !isBad(value) {
				p.errorf(value.Range(), "'%s' is an illegal expression for augmented assignment", exprName(value))
			}
		}
		setContext(value, Store)
		p.next()
		s := &AugAssign{Target: value, Op: op, Value: p.annotatedValue()}
		s.Span = Span{start, p.end()}
		return s
	}
	s := p.exprStmts.take()
	*s = ExprStmt{p.since(start), value}
	return s
}

// bareWalrus reports "a.b := c" where a statement is.
func (p *parser) bareWalrus(value Expr) {
	if t, ok := value.(*Tuple); ok && len(t.Elts) > 0 && t.Elts[0].Range().Start == t.Start {
		value = t.Elts[len(t.Elts)-1]
	}
	if _, ok := value.(*Name); !ok && !isBad(value) && startsExpression(p.peek(1)) {
		p.errorf(value.Range(), "cannot use assignment expressions with %s", exprName(value))
	}
}

var augmented = [tokenKinds]uint8{
	PlusEqual: 1 + uint8(Add), MinusEqual: 1 + uint8(Sub), StarEqual: 1 + uint8(Mult), AtEqual: 1 + uint8(MatMult),
	SlashEqual: 1 + uint8(Div), PercentEqual: 1 + uint8(Mod), DoubleStarEqual: 1 + uint8(Pow),
	LeftShiftEqual: 1 + uint8(LShift), RightShiftEqual: 1 + uint8(RShift), VerticalBarEqual: 1 + uint8(BitOr),
	CaretEqual: 1 + uint8(BitXor), AmpersandEqual: 1 + uint8(BitAnd), DoubleSlashEqual: 1 + uint8(FloorDiv),
}

// annotatedValue is what may stand right of "=": a yield or expressions, stars among them.
func (p *parser) annotatedValue() Expr {
	if p.k == KeywordYield {
		return p.yieldExpression()
	}
	return p.starExpressions()
}

func (p *parser) assignment(start int32, at int, first Expr) Stmt {
	mark, equal := p.exprs.mark(), p.i
	value := first
	for p.k == EqualSign {
		p.checkTarget(value, first, at, equal)
		setContext(value, Store)
		p.exprs.push(value)
		p.next()
		at = p.i
		if p.exprs.mark() > mark+1 && !startsExpression(p.k) && p.k != Star && p.k != KeywordYield {
			p.checkFirst(first, equal)
		}
		value = p.annotatedValue()
	}
	s := p.assigns.take()
	s.Targets = p.exprs.cut(mark)
	s.Value = value
	s.Span = Span{start, p.end()}
	return s
}

// checkTarget reports what cannot stand left of "="; the current token is that, at is the
// target's first token, equal the statement's first "=", and first what stands left of that.
func (p *parser) checkTarget(target, first Expr, at, equal int) {
	if p.panicking {
		return
	}
	if p.toks[at].Kind == KeywordYield {
		p.errorAt(target.Range(), "assignment to yield expression not possible")
		return
	}
	bad := invalidTarget(target, Store)
	if bad == nil {
		return
	}
	if !p.checkFirst(first, equal) {
		p.errorf(bad.Range(), "cannot assign to %s", exprName(bad))
	}
}

// checkFirst reads the first target of a broken assignment anew, as CPython does: as an expression,
// where a "==" may have been meant.
func (p *parser) checkFirst(first Expr, equal int) bool {
	last := first
	if t, ok := first.(*Tuple); ok && len(t.Elts) > 0 && t.Elts[0].Range().Start == t.Start {
		last = t.Elts[len(t.Elts)-1]
	}
	i, k := p.i, p.k
	p.i, p.k = equal, EqualSign
	named := p.namedAssign(last)
	p.i, p.k = i, k
	return named
}

// namedAssign reports "e = b" where "e == b" was meant; the current token is "=".
func (p *parser) namedAssign(e Expr) bool {
	if p.trying > 0 || p.panicking {
		return false
	}
	p.next()
	b, behind, ok := p.try(p.bitwiseOr)
	p.i--
	p.k = p.toks[p.i].Kind
	if ok && p.meetsScanner(p.toks[behind]) {
		p.panicking = true
		return true
	}
	if !ok || p.toks[behind].Kind == EqualSign || p.toks[behind].Kind == ColonEqual {
		return false
	}
	if name, ok := e.(*Name); ok && p.toks[p.i-1].Start == name.Start {
		p.errorAt(Span{e.Range().Start, b.Range().End}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		return true
	}
	switch e.(type) {
	case *Compare, *BoolOp, *IfExp, *Lambda, *NamedExpr, *Starred, *BadExpr:
		return false
	}
	if u, ok := e.(*UnaryOp); ok && u.Op == Not {
		return false
	}
	switch l := leftmost(e).(type) {
	case *List, *Tuple, *GeneratorExp:
		return false
	case *Constant:
		if l.Kind == True || l.Kind == False || l.Kind == None {
			return false
		}
	}
	p.errorf(e.Range(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", exprName(e))
	return true
}

// leftmost is the expression that e's text starts with.
func leftmost(e Expr) Expr {
	for {
		var left Expr
		switch n := e.(type) {
		case *BinOp:
			left = n.Left
		case *Attribute:
			left = n.Value
		case *Subscript:
			left = n.Value
		case *Call:
			left = n.Func
		}
		if left == nil || left.Range().Start != e.Range().Start {
			return e
		}
		e = left
	}
}

func (p *parser) annotation(start int32, at int, target Expr) Stmt {
	simple := false
	switch t := target.(type) {
	case *Name:
		simple = p.toks[at].Start == t.Start
	case *Attribute, *Subscript:
	case *List, *Tuple:
		if p.annotationFollows() {
			kind := "tuple"
			if _, ok := t.(*List); ok {
				kind = "list"
			}
			span := target.Range()
			if tuple, ok := t.(*Tuple); ok && len(tuple.Elts) > 0 && tuple.Elts[0].Range().Start == tuple.Start {
				span = tuple.Elts[0].Range()
			}
			p.errorf(span, "only single target (not %s) can be annotated", kind)
		}
	default:
		if p.annotationFollows() && !isBad(target) {
			p.errorAt(target.Range(), "illegal target for annotation")
		}
	}
	switch target.(type) {
	case *Name, *Attribute, *Subscript, *List, *Tuple:
	default:
		if !p.panicking {
			p.invalid()
		}
		s := p.exprStmts.take()
		*s = ExprStmt{p.since(start), target}
		if p.k == Colon && p.peek(1) != Newline {
			p.next()
		}
		return s
	}
	if p.peek(1) == Newline {
		// "word:" and a block: a statement that is not.
		p.next()
		p.disj = nil
		p.invalid()
		s := p.exprStmts.take()
		*s = ExprStmt{Span{start, p.end()}, target}
		return s
	}
	setContext(target, Store)
	p.next()
	s := &AnnAssign{Target: target, Simple: simple}
	s.Annotation = p.expression()
	if p.accept(EqualSign) {
		s.Value = p.annotatedValue()
	}
	s.Span = Span{start, p.end()}
	return s
}

// annotationFollows reports an expression behind the current colon.
func (p *parser) annotationFollows() bool {
	p.next()
	_, _, ok := p.probe(p.expression)
	p.i--
	p.k = p.toks[p.i].Kind
	return ok
}

// matchFollows reports that the word match here begins a statement.
func (p *parser) matchFollows() bool {
	switch p.peek(1) {
	case NameToken, NumberToken, StringToken, FStringStart, TStringStart, LeftBrace, Tilde, KeywordLambda,
		KeywordNone, KeywordTrue, KeywordFalse, KeywordAwait, EllipsisToken, KeywordYield:
		return true
	case KeywordNot:
		return p.peek(2) != KeywordIn
	case LeftParen, LeftBracket, Minus, Plus, Star:
		// match (x): a statement if the line ends with a colon and a case follows.
		i := p.i + 1
		for p.toks[i].Kind != Newline && p.toks[i].Kind != EndMarker {
			i++
		}
		return p.toks[i-1].Kind == Colon && i+2 < len(p.toks) && p.toks[i+1].Kind == Indent &&
			strings.HasPrefix(p.text[p.toks[i+2].Start:], "case")
	}
	return false
}
