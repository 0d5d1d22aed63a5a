package syntax

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Print writes a tree as source text that parses to an equal tree. It does not keep comments or
// layout. Error nodes print as what could be read of them.
func Print(node Node) string {
	p := printer{}
	switch n := node.(type) {
	case *Module:
		p.block(n.Body)
	case Stmt:
		p.stmt(n)
	case Expr:
		p.expr(n, precLowest)
	case Pattern:
		p.pattern(n, false)
	case *Arguments:
		p.arguments(n)
	case TypeParam:
		p.typeParam(n)
	}
	return p.b.String()
}

// Precedences, loosest first; a child that binds looser than its place asks is parenthesized.
const (
	precLowest = iota // a tuple without parentheses, yield
	precNamed
	precTest // conditional, lambda
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

var operatorPrecedence = [...]int{
	Add: precSum, Sub: precSum, Mult: precTerm, MatMult: precTerm, Div: precTerm, Mod: precTerm, Pow: precPower,
	LShift: precShift, RShift: precShift, BitOr: precBitOr, BitXor: precBitXor, BitAnd: precBitAnd, FloorDiv: precTerm,
}

type printer struct {
	b      strings.Builder
	indent int
}

func (p *printer) write(parts ...string) {
	for _, part := range parts {
		p.b.WriteString(part)
	}
}

func (p *printer) line() {
	for range p.indent {
		p.b.WriteString("    ")
	}
}

func (p *printer) block(body []Stmt) {
	for _, s := range body {
		p.stmt(s)
	}
}

// body writes ":" and an indented block.
func (p *printer) body(body []Stmt) {
	p.write(":\n")
	p.indent++
	if len(body) == 0 {
		p.line()
		p.write("pass\n")
	}
	p.block(body)
	p.indent--
}

func (p *printer) clause(word string, body []Stmt) {
	if len(body) > 0 {
		p.line()
		p.write(word)
		p.body(body)
	}
}

func (p *printer) stmt(node Stmt) {
	switch n := node.(type) {
	case *FunctionDef:
		p.decorators(n.Decorators)
		p.line()
		p.async(n.Async)
		p.write("def ", n.Name)
		p.typeParams(n.TypeParams)
		p.write("(")
		p.arguments(n.Args)
		p.write(")")
		if n.Returns != nil {
			p.write(" -> ")
			p.expr(n.Returns, precTest)
		}
		p.body(n.Body)
	case *ClassDef:
		p.decorators(n.Decorators)
		p.line()
		p.write("class ", n.Name)
		p.typeParams(n.TypeParams)
		if len(n.Bases)+len(n.Keywords) > 0 {
			p.callArguments(n.Bases, n.Keywords)
		}
		p.body(n.Body)
	case *For:
		p.line()
		p.async(n.Async)
		p.write("for ")
		p.tuple(n.Target)
		p.write(" in ")
		p.tuple(n.Iter)
		p.body(n.Body)
		p.clause("else", n.Orelse)
	case *While:
		p.line()
		p.write("while ")
		p.expr(n.Test, precNamed)
		p.body(n.Body)
		p.clause("else", n.Orelse)
	case *If:
		p.ifStmt(n)
	case *With:
		p.line()
		p.async(n.Async)
		p.write("with ")
		p.withItems(n.Items)
		p.body(n.Body)
	case *Match:
		p.line()
		p.write("match ")
		p.tuple(n.Subject)
		p.write(":\n")
		p.indent++
		for _, c := range n.Cases {
			p.line()
			p.write("case ")
			p.pattern(c.Pattern, false)
			if c.Guard != nil {
				p.write(" if ")
				p.expr(c.Guard, precNamed)
			}
			p.body(c.Body)
		}
		p.indent--
	case *Try:
		p.try(n)
	case *BadStmt:
		for _, part := range n.Parts {
			switch part := part.(type) {
			case Stmt:
				p.stmt(part)
			case Expr:
				p.line()
				p.expr(part, precLowest)
				p.write("\n")
			}
		}
	default:
		p.line()
		p.simple(node)
		p.write("\n")
	}
}

func (p *printer) async(is bool) {
	if is {
		p.write("async ")
	}
}

func (p *printer) decorators(list []Expr) {
	for _, d := range list {
		p.line()
		p.write("@")
		p.expr(d, precNamed)
		p.write("\n")
	}
}

func (p *printer) ifStmt(n *If) {
	word := "if "
	for {
		p.line()
		p.write(word)
		p.expr(n.Test, precNamed)
		p.body(n.Body)
		if len(n.Orelse) != 1 {
			break
		}
		next, ok := n.Orelse[0].(*If)
		if !ok {
			break
		}
		n, word = next, "elif "
	}
	p.clause("else", n.Orelse)
}

// withItems writes items so that "with (a, b):" stays a tuple and "with a, b:" two items.
func (p *printer) withItems(items []*WithItem) {
	for i, item := range items {
		if i > 0 {
			p.write(", ")
		}
		if tuple, ok := item.Context.(*Tuple); ok && len(items) == 1 && item.Target == nil {
			p.write("(") // a second pair of parentheses: one alone would enclose items
			p.expr(tuple, precTest)
			p.write(")")
		} else {
			p.expr(item.Context, precTest)
		}
		if item.Target != nil {
			p.write(" as ")
			p.expr(item.Target, precTest)
		}
	}
}

func (p *printer) try(n *Try) {
	p.line()
	p.write("try")
	p.body(n.Body)
	for _, h := range n.Handlers {
		p.line()
		p.write("except")
		if n.Star {
			p.write("*")
		}
		if h.Type != nil {
			p.write(" ")
			p.expr(h.Type, precTest)
		}
		if h.Name != "" {
			p.write(" as ", h.Name)
		}
		p.body(h.Body)
	}
	p.clause("else", n.Orelse)
	p.clause("finally", n.Finalbody)
}

func (p *printer) simple(node Stmt) {
	switch n := node.(type) {
	case *Return:
		p.write("return")
		if n.Value != nil {
			p.write(" ")
			p.tuple(n.Value)
		}
	case *Delete:
		p.write("del ")
		p.list(n.Targets, precTest)
	case *Assign:
		for _, t := range n.Targets {
			p.tuple(t)
			p.write(" = ")
		}
		p.value(n.Value)
	case *AugAssign:
		p.expr(n.Target, precTest)
		p.write(" ", n.Op.String(), "= ")
		p.value(n.Value)
	case *AnnAssign:
		if _, name := n.Target.(*Name); name && !n.Simple {
			p.write("(")
			p.expr(n.Target, precTest)
			p.write(")")
		} else {
			p.expr(n.Target, precTest)
		}
		p.write(": ")
		p.expr(n.Annotation, precTest)
		if n.Value != nil {
			p.write(" = ")
			p.value(n.Value)
		}
	case *TypeAlias:
		p.write("type ", n.Name.Id)
		p.typeParams(n.TypeParams)
		p.write(" = ")
		p.expr(n.Value, precTest)
	case *Raise:
		p.write("raise")
		if n.Exc != nil {
			p.write(" ")
			p.expr(n.Exc, precTest)
		}
		if n.Cause != nil {
			p.write(" from ")
			p.expr(n.Cause, precTest)
		}
	case *Assert:
		p.write("assert ")
		p.expr(n.Test, precTest)
		if n.Msg != nil {
			p.write(", ")
			p.expr(n.Msg, precTest)
		}
	case *Import:
		p.write("import ")
		p.aliases(n.Names)
	case *ImportFrom:
		p.write("from ", strings.Repeat(".", n.Level), n.Module, " import ")
		p.aliases(n.Names)
	case *Global:
		p.write("global ")
		p.idents(n.Names)
	case *Nonlocal:
		p.write("nonlocal ")
		p.idents(n.Names)
	case *ExprStmt:
		p.value(n.Value)
	case *Pass:
		p.write("pass")
	case *Break:
		p.write("break")
	case *Continue:
		p.write("continue")
	}
}

func (p *printer) aliases(names []*Alias) {
	for i, a := range names {
		if i > 0 {
			p.write(", ")
		}
		p.write(a.Name)
		if a.AsName != "" {
			p.write(" as ", a.AsName)
		}
	}
}

func (p *printer) idents(names []Ident) {
	for i, id := range names {
		if i > 0 {
			p.write(", ")
		}
		p.write(id.Name)
	}
}

// tuple writes an expression where a tuple needs no parentheses.
func (p *printer) tuple(e Expr) {
	if t, ok := e.(*Tuple); ok && len(t.Elts) > 0 {
		p.list(t.Elts, precTest)
		if len(t.Elts) == 1 {
			p.write(",")
		}
		return
	}
	p.expr(e, precTest)
}

// value is what may stand right of "=": a tuple or a yield without parentheses.
func (p *printer) value(e Expr) {
	switch e.(type) {
	case *Yield, *YieldFrom:
		p.expr(e, precLowest)
	default:
		p.tuple(e)
	}
}

func (p *printer) list(list []Expr, prec int) {
	for i, e := range list {
		if i > 0 {
			p.write(", ")
		}
		p.expr(e, prec)
	}
}

func (p *printer) typeParams(list []TypeParam) {
	if len(list) == 0 {
		return
	}
	p.write("[")
	for i, t := range list {
		if i > 0 {
			p.write(", ")
		}
		p.typeParam(t)
	}
	p.write("]")
}

func (p *printer) typeParam(t TypeParam) {
	var value Expr
	switch n := t.(type) {
	case *TypeVar:
		p.write(n.Name)
		if n.Bound != nil {
			p.write(": ")
			p.expr(n.Bound, precTest)
		}
		value = n.Default
	case *ParamSpec:
		p.write("**", n.Name)
		value = n.Default
	case *TypeVarTuple:
		p.write("*", n.Name)
		value = n.Default
	}
	if value != nil {
		p.write(" = ")
		p.expr(value, precTest)
	}
}

func (p *printer) arguments(a *Arguments) {
	first := true
	comma := func() {
		if !first {
			p.write(", ")
		}
		first = false
	}
	i := len(a.Defaults) - len(a.PosOnly) - len(a.Args)
	positional := func(args []*Arg) {
		for _, arg := range args {
			comma()
			p.arg(arg)
			if i >= 0 && i < len(a.Defaults) {
				p.write("=")
				p.expr(a.Defaults[i], precTest)
			}
			i++
		}
	}
	positional(a.PosOnly)
	if len(a.PosOnly) > 0 {
		comma()
		p.write("/")
	}
	positional(a.Args)
	if a.VarArg != nil || len(a.KwOnly) > 0 {
		comma()
		p.write("*")
		if a.VarArg != nil {
			p.arg(a.VarArg)
		}
	}
	for j, arg := range a.KwOnly {
		comma()
		p.arg(arg)
		if a.KwDefaults[j] != nil {
			p.write("=")
			p.expr(a.KwDefaults[j], precTest)
		}
	}
	if a.KwArg != nil {
		comma()
		p.write("**")
		p.arg(a.KwArg)
	}
}

func (p *printer) arg(a *Arg) {
	p.write(a.Name)
	if a.Annotation != nil {
		p.write(": ")
		p.expr(a.Annotation, precTest)
	}
}

func (p *printer) callArguments(args []Expr, keywords []*Keyword) {
	p.write("(")
	// Where both are mixed the order in the text counts, but any order parses to an equal tree.
	for i, e := range args {
		if i > 0 {
			p.write(", ")
		}
		if s, ok := e.(*Starred); ok {
			p.write("*")
			p.expr(s.Value, precTest)
			continue
		}
		p.expr(e, precNamed)
	}
	for i, k := range keywords {
		if i+len(args) > 0 {
			p.write(", ")
		}
		if k.Name == "" {
			p.write("**")
		} else {
			p.write(k.Name, "=")
		}
		p.expr(k.Value, precTest)
	}
	p.write(")")
}

func (p *printer) pattern(node Pattern, nested bool) {
	switch n := node.(type) {
	case *MatchValue:
		p.expr(n.Value, precTest)
	case *MatchSingleton:
		p.write((&Constant{Kind: n.Kind}).repr())
	case *MatchSequence:
		p.write("[")
		p.patterns(n.Patterns)
		p.write("]")
	case *MatchMapping:
		p.write("{")
		for i, key := range n.Keys {
			if i > 0 {
				p.write(", ")
			}
			p.expr(key, precTest)
			p.write(": ")
			p.pattern(n.Patterns[i], false)
		}
		if n.Rest != "" {
			if len(n.Keys) > 0 {
				p.write(", ")
			}
			p.write("**", n.Rest)
		}
		p.write("}")
	case *MatchClass:
		p.expr(n.Cls, precAtom)
		p.write("(")
		p.patterns(n.Patterns)
		for i, k := range n.KwdAttrs {
			if i+len(n.Patterns) > 0 {
				p.write(", ")
			}
			p.write(k.Name, "=")
			p.pattern(n.KwdPatterns[i], false)
		}
		p.write(")")
	case *MatchStar:
		p.write("*", orUnderscore(n.Name))
	case *MatchAs:
		if n.Pattern == nil {
			p.write(orUnderscore(n.Name))
			return
		}
		p.parens(nested, func() {
			p.pattern(n.Pattern, isMatchAs(n.Pattern))
			p.write(" as ", n.Name)
		})
	case *MatchOr:
		p.parens(nested, func() {
			for i, alternative := range n.Patterns {
				if i > 0 {
					p.write(" | ")
				}
				p.pattern(alternative, true)
			}
		})
	}
}

func isMatchAs(p Pattern) bool {
	as, ok := p.(*MatchAs)
	return ok && as.Pattern != nil
}

func orUnderscore(name string) string {
	if name == "" {
		return "_"
	}
	return name
}

func (p *printer) patterns(list []Pattern) {
	for i, n := range list {
		if i > 0 {
			p.write(", ")
		}
		p.pattern(n, false)
	}
}

func (p *printer) parens(yes bool, write func()) {
	if yes {
		p.write("(")
	}
	write()
	if yes {
		p.write(")")
	}
}

// constant writes a literal that reads back as the same value.
func (p *printer) constant(c *Constant) {
	switch {
	case c.Kind == Ellipsis:
		p.write("...")
	case c.Kind == Int && c.Big != nil:
		p.write("0x", c.Big.Text(16)) // decimal has a limit
	case (c.Kind == Float || c.Kind == Imaginary) && math.IsInf(c.Float, 0):
		p.write("1e309")
		if c.Kind == Imaginary {
			p.write("j")
		}
	case c.Kind == Str && c.U:
		p.write("u", quoteText(c.Str))
	case c.Kind == Str:
		p.write(quoteText(c.Str))
	default:
		p.write(c.repr())
	}
}

// quoteText is quote that leaves what is printable as it is.
func quoteText(text string) string {
	q := byte('\'')
	if strings.IndexByte(text, '\'') >= 0 && strings.IndexByte(text, '"') < 0 {
		q = '"'
	}
	b := append(make([]byte, 0, len(text)+2), q)
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			b = quoteByte(b, text[i], q)
			i++
			continue
		}
		r, n := decodeWTF8(text[i:])
		switch {
		case 0xD800 <= r && r < 0xE000 || n == 1:
			b = appendHex(append(b, `\u`...), uint32(r), 4)
		case strconv.IsPrint(r):
			b = append(b, text[i:i+n]...)
		default:
			b = appendHex(append(b, `\U`...), uint32(r), 8)
		}
		i += n
	}
	return string(append(b, q))
}
