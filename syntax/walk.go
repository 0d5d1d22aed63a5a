package syntax

// Inspect visits a node and what is below it, outer before inner, in order of evaluation of the
// grammar's fields (decorators of a function before its parameters, a loop's target before its
// iterable). Below a node for which visit returns false it does not go.
func Inspect(node Node, visit func(Node) bool) {
	if !visit(node) {
		return
	}
	Children(node, func(child Node) { Inspect(child, visit) })
}

// Path is the nodes around an offset, from node inwards; a node that ends at the offset counts. Of
// two that touch there, the one that starts there wins.
func Path(node Node, offset int32) []Node {
	path := []Node{node}
	for {
		var best Node
		Children(path[len(path)-1], func(child Node) {
			span := withDecorators(child)
			if span.Contains(offset) && (best == nil || span.Start >= best.Range().Start) {
				best = child
			}
		})
		if best == nil {
			return path
		}
		path = append(path, best)
	}
}

// withDecorators is the span of a node, from its first decorator on.
func withDecorators(node Node) Span {
	span := node.Range()
	var decorators []Expr
	switch n := node.(type) {
	case *FunctionDef:
		decorators = n.Decorators
	case *ClassDef:
		decorators = n.Decorators
	}
	if len(decorators) > 0 {
		span.Start = min(span.Start, decorators[0].Range().Start)
	}
	return span
}

// Children visits the nodes right below a node.
func Children(node Node, visit func(Node)) {
	switch n := node.(type) {
	case Stmt:
		stmtChildren(n, visit)
	case Expr:
		exprChildren(n, visit)
	case Pattern:
		patternChildren(n, visit)
	case *Module:
		each(n.Body, visit)
	case *TypeVar:
		one(n.Bound, visit)
		one(n.Default, visit)
	case *ParamSpec:
		one(n.Default, visit)
	case *TypeVarTuple:
		one(n.Default, visit)
	case *Arguments:
		n.children(visit)
	case *Arg:
		one(n.Annotation, visit)
	case *Keyword:
		one(n.Value, visit)
	case *WithItem:
		one(n.Context, visit)
		one(n.Target, visit)
	case *MatchCase:
		visit(n.Pattern)
		one(n.Guard, visit)
		each(n.Body, visit)
	case *ExceptHandler:
		one(n.Type, visit)
		each(n.Body, visit)
	case *Comprehension:
		one(n.Target, visit)
		one(n.Iter, visit)
		each(n.Ifs, visit)
	}
}

func each[T Node](list []T, visit func(Node)) {
	for _, n := range list {
		visit(n)
	}
}

func one(e Expr, visit func(Node)) {
	if e != nil {
		visit(e)
	}
}

func stmtChildren(node Stmt, visit func(Node)) {
	switch n := node.(type) {
	case *FunctionDef:
		each(n.Decorators, visit)
		each(n.TypeParams, visit)
		visit(n.Args)
		one(n.Returns, visit)
		each(n.Body, visit)
	case *ClassDef:
		each(n.Decorators, visit)
		each(n.TypeParams, visit)
		each(n.Bases, visit)
		each(n.Keywords, visit)
		each(n.Body, visit)
	case *Return:
		one(n.Value, visit)
	case *Delete:
		each(n.Targets, visit)
	case *Assign:
		each(n.Targets, visit)
		one(n.Value, visit)
	case *AugAssign:
		one(n.Target, visit)
		one(n.Value, visit)
	case *AnnAssign:
		one(n.Target, visit)
		one(n.Annotation, visit)
		one(n.Value, visit)
	case *TypeAlias:
		visit(n.Name)
		each(n.TypeParams, visit)
		one(n.Value, visit)
	case *For:
		one(n.Target, visit)
		one(n.Iter, visit)
		each(n.Body, visit)
		each(n.Orelse, visit)
	case *While:
		one(n.Test, visit)
		each(n.Body, visit)
		each(n.Orelse, visit)
	case *If:
		one(n.Test, visit)
		each(n.Body, visit)
		each(n.Orelse, visit)
	case *With:
		each(n.Items, visit)
		each(n.Body, visit)
	case *Match:
		one(n.Subject, visit)
		each(n.Cases, visit)
	case *Raise:
		one(n.Exc, visit)
		one(n.Cause, visit)
	case *Try:
		each(n.Body, visit)
		each(n.Handlers, visit)
		each(n.Orelse, visit)
		each(n.Finalbody, visit)
	case *Assert:
		one(n.Test, visit)
		one(n.Msg, visit)
	case *Import:
		each(n.Names, visit)
	case *ImportFrom:
		each(n.Names, visit)
	case *ExprStmt:
		one(n.Value, visit)
	case *BadStmt:
		each(n.Parts, visit)
	}
}

func exprChildren(node Expr, visit func(Node)) {
	switch n := node.(type) {
	case *BoolOp:
		each(n.Values, visit)
	case *NamedExpr:
		visit(n.Target)
		one(n.Value, visit)
	case *BinOp:
		one(n.Left, visit)
		one(n.Right, visit)
	case *UnaryOp:
		one(n.Operand, visit)
	case *Lambda:
		visit(n.Args)
		one(n.Body, visit)
	case *IfExp:
		one(n.Test, visit)
		one(n.Body, visit)
		one(n.Orelse, visit)
	case *Dict:
		for i := range n.Keys {
			one(n.Keys[i], visit)
			one(n.Values[i], visit)
		}
	case *Set:
		each(n.Elts, visit)
	case *ListComp:
		one(n.Elt, visit)
		each(n.Generators, visit)
	case *SetComp:
		one(n.Elt, visit)
		each(n.Generators, visit)
	case *DictComp:
		one(n.Key, visit)
		one(n.Value, visit)
		each(n.Generators, visit)
	case *GeneratorExp:
		one(n.Elt, visit)
		each(n.Generators, visit)
	case *Await:
		one(n.Value, visit)
	case *Yield:
		one(n.Value, visit)
	case *YieldFrom:
		one(n.Value, visit)
	case *Compare:
		one(n.Left, visit)
		each(n.Comparators, visit)
	case *Call:
		one(n.Func, visit)
		each(n.Args, visit)
		each(n.Keywords, visit)
	case *FormattedValue:
		one(n.Value, visit)
		if n.FormatSpec != nil {
			visit(n.FormatSpec)
		}
	case *Interpolation:
		one(n.Value, visit)
		if n.FormatSpec != nil {
			visit(n.FormatSpec)
		}
	case *JoinedStr:
		each(n.Values, visit)
	case *TemplateStr:
		each(n.Values, visit)
	case *Attribute:
		one(n.Value, visit)
	case *Subscript:
		one(n.Value, visit)
		one(n.Index, visit)
	case *Starred:
		one(n.Value, visit)
	case *List:
		each(n.Elts, visit)
	case *Tuple:
		each(n.Elts, visit)
	case *Slice:
		one(n.Lower, visit)
		one(n.Upper, visit)
		one(n.Step, visit)
	case *BadExpr:
		each(n.Parts, visit)
	}
}

func patternChildren(node Pattern, visit func(Node)) {
	switch n := node.(type) {
	case *MatchValue:
		one(n.Value, visit)
	case *MatchSequence:
		each(n.Patterns, visit)
	case *MatchMapping:
		for i := range n.Patterns {
			one(n.Keys[i], visit)
			visit(n.Patterns[i])
		}
	case *MatchClass:
		one(n.Cls, visit)
		each(n.Patterns, visit)
		each(n.KwdPatterns, visit)
	case *MatchAs:
		if n.Pattern != nil {
			visit(n.Pattern)
		}
	case *MatchOr:
		each(n.Patterns, visit)
	}
}

// children visits the parameters and their defaults in order of the text.
func (a *Arguments) children(visit func(Node)) {
	i := len(a.Defaults) - len(a.PosOnly) - len(a.Args)
	positional := func(args []*Arg) {
		for _, arg := range args {
			visit(arg)
			if i >= 0 && i < len(a.Defaults) {
				one(a.Defaults[i], visit)
			}
			i++
		}
	}
	positional(a.PosOnly)
	positional(a.Args)
	if a.VarArg != nil {
		visit(a.VarArg)
	}
	for j, arg := range a.KwOnly {
		visit(arg)
		one(a.KwDefaults[j], visit)
	}
	if a.KwArg != nil {
		visit(a.KwArg)
	}
}
