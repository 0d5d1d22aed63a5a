package syntax

import "fmt"

// Check finds what CPython's compiler rejects in a tree that parses: return outside a function,
// break outside a loop, and the like, in the compiler's order. Errors of names are scope.Build's.
func Check(module *Module) []Error {
	c := checker{}
	c.futures(module)
	c.unit = &unit{kind: inModule}
	c.stmts(module.Body)
	return c.errors
}

// maxBlocks is CPython's CO_MAXBLOCKS: how deep loops, with and try statements nest.
const maxBlocks = 21

type unitKind uint8

const (
	inModule unitKind = iota
	inClass
	inFunction
	inAsync
	inLambda
	inComprehension
)

// unit is a code object to be: what return, yield and await ask about.
type unit struct {
	kind      unitKind
	generator bool // an async function that yields
	blocks    []blockKind
}

func (u *unit) functionLike() bool { return u.kind >= inFunction }

type blockKind uint8

const (
	loopBlock blockKind = iota
	starBlock           // an except* handler
	otherBlock
)

type checker struct {
	errors []Error
	unit   *unit
}

func (c *checker) errorf(span Span, format string, args ...any) {
	c.errors = append(c.errors, Error{Span: span, Message: fmt.Sprintf(format, args...)})
}

// futureFeatures are the names of __future__.
var futureFeatures = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true, "with_statement": true,
	"print_function": true, "unicode_literals": true, "barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

// futures checks the imports from __future__: known ones, before all else.
func (c *checker) futures(module *Module) {
	early := true
	for i, s := range module.Body {
		from, ok := s.(*ImportFrom)
		if ok && from.Module == "__future__" && from.Level == 0 {
			c.future(from, early)
			continue
		}
		if e, ok := s.(*ExprStmt); ok && i == 0 {
			if text, ok := e.Value.(*Constant); ok && text.Kind == Str {
				continue
			}
		}
		early = false
	}
}

func (c *checker) future(from *ImportFrom, early bool) {
	if !early {
		c.lateFuture(from)
		return
	}
	for _, a := range from.Names {
		switch {
		case a.Name == "braces":
			c.errorf(a.Span, "not a chance")
		case !futureFeatures[a.Name]:
			c.errorf(a.Span, "future feature %s is not defined", a.Name)
		}
	}
}

func (c *checker) lateFuture(from *ImportFrom) {
	c.errorf(from.Span, "from __future__ imports must occur at the beginning of the file")
}

// enter begins a unit; the result ends it.
func (c *checker) enter(u *unit) func() {
	outer := c.unit
	c.unit = u
	return func() { c.unit = outer }
}

func (c *checker) push(kind blockKind, span Span) {
	c.unit.blocks = append(c.unit.blocks, kind)
	if len(c.unit.blocks) == maxBlocks+1 {
		c.errorf(span, "too many statically nested blocks")
	}
}

func (c *checker) pop() { c.unit.blocks = c.unit.blocks[:len(c.unit.blocks)-1] }

func (c *checker) stmts(list []Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *checker) stmt(node Stmt) {
	switch n := node.(type) {
	case *FunctionDef:
		c.function(n)
	case *ClassDef:
		c.exprs(n.Decorators)
		c.typeParams(n.TypeParams)
		c.debugName(n.Name, n.Span)
		leave := c.enter(&unit{kind: inClass})
		c.stmts(n.Body)
		leave()
		c.arguments(n.Bases, n.Keywords)
	case *Return:
		c.returns(n)
	case *Delete:
		for _, t := range n.Targets {
			c.deleted(t)
		}
	case *Assign:
		c.expr(n.Value)
		for _, t := range n.Targets {
			c.target(t)
		}
	case *AugAssign:
		c.target(n.Target)
		c.expr(n.Value)
	case *AnnAssign:
		if n.Value != nil {
			c.expr(n.Value)
			c.target(n.Target)
		} else if _, name := n.Target.(*Name); !name {
			c.expr(n.Target)
		} else {
			c.target(n.Target)
		}
		c.inAnnotation(n.Annotation)
	case *TypeAlias:
		c.typeParams(n.TypeParams)
		c.target(n.Name)
		c.inAnnotation(n.Value)
	case *ExprStmt:
		c.expr(n.Value)
	case *Raise:
		c.expr(n.Exc)
		c.expr(n.Cause)
	case *Assert:
		c.expr(n.Test)
		c.expr(n.Msg)
	case *Import:
		c.aliases(n.Names)
	case *ImportFrom:
		if n.Module == "__future__" && n.Level == 0 && c.unit.kind != inModule {
			c.lateFuture(n)
		}
		c.aliases(n.Names)
	case *Break:
		c.jump(n.Span, "'break' outside loop")
	case *Continue:
		c.jump(n.Span, "'continue' not properly in loop")
	case *BadStmt:
		for _, part := range n.Parts {
			switch part := part.(type) {
			case Stmt:
				c.stmt(part)
			case Expr:
				c.expr(part)
			}
		}
	default:
		c.compound(node)
	}
}

func (c *checker) compound(node Stmt) {
	switch n := node.(type) {
	case *If:
		c.expr(n.Test)
		c.stmts(n.Body)
		c.stmts(n.Orelse)
	case *While:
		c.push(loopBlock, n.Span)
		c.expr(n.Test)
		c.stmts(n.Body)
		c.pop()
		c.stmts(n.Orelse)
	case *For:
		c.needAsync(n.Async, n.Span, "'async for'")
		c.push(loopBlock, n.Span)
		c.expr(n.Iter)
		c.target(n.Target)
		c.stmts(n.Body)
		c.pop()
		c.stmts(n.Orelse)
	case *With:
		c.needAsync(n.Async, n.Span, "'async with'")
		for _, item := range n.Items {
			c.expr(item.Context)
			c.push(otherBlock, item.Context.Range())
			if item.Target != nil {
				c.target(item.Target)
			}
		}
		c.stmts(n.Body)
		for range n.Items {
			c.pop()
		}
	case *Try:
		c.try(n)
	case *Match:
		c.expr(n.Subject)
		for i, m := range n.Cases {
			c.topPattern(m.Pattern, i == len(n.Cases)-1 || m.Guard != nil)
			c.expr(m.Guard)
			c.stmts(m.Body)
		}
	}
}

func (c *checker) aliases(names []*Alias) {
	for _, a := range names {
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		c.debugName(name, a.Span)
	}
}

func (c *checker) needAsync(async bool, span Span, what string) {
	if async && c.unit.kind != inAsync {
		c.errorf(span, "%s outside async function", what)
	}
}

func (c *checker) function(n *FunctionDef) {
	c.exprs(n.Decorators)
	c.exprs(n.Args.Defaults)
	c.exprs(n.Args.KwDefaults)
	c.typeParams(n.TypeParams)
	c.debugName(n.Name, n.Span)
	c.parameters(n.Args)
	if n.Returns != nil {
		c.inAnnotation(n.Returns)
	}
	u := &unit{kind: inFunction}
	if n.Async {
		u.kind = inAsync
		u.generator = yields(n.Body)
	}
	leave := c.enter(u)
	c.stmts(n.Body)
	leave()
}

func (c *checker) parameters(a *Arguments) {
	all := append(append(append([]*Arg(nil), a.PosOnly...), a.Args...), a.KwOnly...)
	for _, arg := range append(all, a.VarArg, a.KwArg) {
		if arg == nil {
			continue
		}
		c.debugName(arg.Name, arg.Span)
		if star, ok := arg.Annotation.(*Starred); ok && arg == a.VarArg {
			c.inAnnotation(star.Value)
		} else if arg.Annotation != nil {
			c.inAnnotation(arg.Annotation)
		}
	}
}

// inAnnotation checks an expression that is evaluated in a function of its own.
func (c *checker) inAnnotation(e Expr) {
	leave := c.enter(&unit{kind: inFunction})
	c.expr(e)
	leave()
}

func (c *checker) typeParams(list []TypeParam) {
	var withDefault bool
	for _, p := range list {
		var name string
		var value Expr
		switch n := p.(type) {
		case *TypeVar:
			name, value = n.Name, n.Default
			if n.Bound != nil {
				c.inAnnotation(n.Bound)
			}
		case *ParamSpec:
			name, value = n.Name, n.Default
		case *TypeVarTuple:
			name, value = n.Name, n.Default
		}
		if star, ok := value.(*Starred); ok {
			c.inAnnotation(star.Value)
		} else if value != nil {
			c.inAnnotation(value)
		}
		if value == nil && withDefault {
			c.errorf(p.Range(), "non-default type parameter '%s' follows default type parameter", name)
		}
		withDefault = withDefault || value != nil
	}
}

// yields reports a yield among statements, not in functions within.
func yields(body []Stmt) bool {
	found := false
	for _, s := range body {
		Inspect(s, func(n Node) bool {
			switch n.(type) {
			case *Yield:
				found = true
			case *FunctionDef, *ClassDef, *Lambda, *GeneratorExp, *ListComp, *SetComp, *DictComp:
				return false
			}
			return !found
		})
	}
	return found
}

func (c *checker) returns(n *Return) {
	switch {
	case c.unit.kind != inFunction && c.unit.kind != inAsync:
		c.errorf(n.Span, "'return' outside function")
	case n.Value != nil && c.unit.generator:
		c.errorf(n.Span, "'return' with value in async generator")
	}
	c.expr(n.Value)
	for _, b := range c.unit.blocks {
		if b == starBlock {
			c.errorf(n.Span, starJump)
			return
		}
	}
}

const starJump = "'break', 'continue' and 'return' cannot appear in an except* block"

func (c *checker) jump(span Span, outside string) {
	for i := len(c.unit.blocks) - 1; i >= 0; i-- {
		switch c.unit.blocks[i] {
		case loopBlock:
			return
		case starBlock:
			c.errorf(span, starJump)
			return
		}
	}
	c.errorf(span, "%s", outside)
}

func (c *checker) try(n *Try) {
	if len(n.Finalbody) > 0 {
		c.push(otherBlock, n.Span)
	}
	if len(n.Handlers) > 0 {
		c.push(otherBlock, n.Span)
	}
	c.stmts(n.Body)
	if len(n.Handlers) > 0 {
		c.pop()
	}
	for i, h := range n.Handlers {
		if h.Type == nil && i < len(n.Handlers)-1 {
			c.errorf(h.Span, "default 'except:' must be last")
		}
		c.expr(h.Type)
		c.debugName(h.Name, h.Span)
		kind := otherBlock
		if n.Star {
			kind = starBlock
		}
		c.push(kind, h.Span)
		c.stmts(h.Body)
		c.pop()
	}
	c.stmts(n.Orelse)
	if len(n.Finalbody) > 0 {
		c.pop()
	}
	c.stmts(n.Finalbody)
}
