package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Binding is the value that one binding gives to a symbol.
func (e *Engine) Binding(f *modules.File, sym *scope.Symbol, b *scope.Binding) Type {
	switch n := b.Node.(type) {
	case *syntax.ClassDef:
		return Type{&Class{File: f, Def: n}}
	case *syntax.FunctionDef:
		return e.function(f, n)
	case *syntax.Alias:
		return e.alias(f, b, n)
	case *syntax.Arg:
		return e.Param(f, n)
	case *syntax.Assign:
		var t Type
		for _, target := range n.Targets {
			if target.Range().Contains(b.Start) && target.Range().Contains(b.End) {
				t = e.unpack(f, target, b.Span, given{f: f, expr: n.Value})
			}
		}
		return t
	case *syntax.AnnAssign:
		t := e.Annotation(f, n.Annotation)
		if n.Value == nil {
			return t
		}
		return e.refine(t, e.Expr(f, n.Value))
	case *syntax.AugAssign:
		return nil // of the same type as what it adds to
	case *syntax.NamedExpr:
		return e.Expr(f, n.Value)
	case *syntax.For:
		return e.unpack(f, n.Target, b.Span, given{f: f, types: e.Elem(f, e.Expr(f, n.Iter))})
	case *syntax.Comprehension:
		return e.unpack(f, n.Target, b.Span, given{f: f, types: e.Elem(f, e.Expr(f, n.Iter))})
	case *syntax.WithItem:
		return e.unpack(f, n.Target, b.Span, given{f: f, types: e.entered(f, e.Expr(f, n.Context))})
	case *syntax.With:
		for _, item := range n.Items {
			if item.Target != nil && item.Target.Range().Contains(b.Start) && item.Target.Range().Contains(b.End) {
				return e.unpack(f, item.Target, b.Span, given{f: f, types: e.entered(f, e.Expr(f, item.Context))})
			}
		}
	case *syntax.ExceptHandler:
		return e.caught(f, n.Type)
	case *syntax.MatchAs:
		if c, ok := n.Pattern.(*syntax.MatchClass); ok {
			return instances(e.Expr(f, c.Cls))
		}
		if mc, ok := f.Parent(n).(*syntax.MatchCase); ok {
			if m, ok := f.Parent(mc).(*syntax.Match); ok {
				return e.Expr(f, m.Subject)
			}
		}
	case *syntax.MatchStar:
		return e.instance("list")
	case *syntax.MatchMapping:
		return e.instance("dict")
	}
	return nil
}

// function is the value of a def: the function, or what a known decorator makes of it.
func (e *Engine) function(f *modules.File, def *syntax.FunctionDef) Type {
	return Type{&Func{File: f, Def: def}}
}

// given is a value to unpack: an expression, or only its type.
type given struct {
	f     *modules.File
	expr  syntax.Expr
	types Type
}

func (e *Engine) typeOf(g given) Type {
	if g.expr != nil {
		return e.Expr(g.f, g.expr)
	}
	return g.types
}

// unpack is the type of the name at span in a target that is assigned a value.
func (e *Engine) unpack(f *modules.File, target syntax.Expr, span syntax.Span, g given) Type {
	var elts []syntax.Expr
	switch t := target.(type) {
	case *syntax.Name:
		return e.typeOf(g)
	case *syntax.Starred:
		return e.instance("list", e.Elem(f, e.typeOf(g)))
	case *syntax.Tuple:
		elts = t.Elts
	case *syntax.List:
		elts = t.Elts
	default:
		return nil
	}
	star := -1
	for i, x := range elts {
		if _, ok := x.(*syntax.Starred); ok {
			star = i
		}
	}
	for i, x := range elts {
		if !x.Range().Contains(span.Start) || !x.Range().Contains(span.End) {
			continue
		}
		if s, ok := x.(*syntax.Starred); ok {
			return e.unpack(f, s.Value, span, given{f: f, types: e.instance("list", e.Elem(f, e.typeOf(g)))})
		}
		if g.expr != nil && star < 0 {
			var values []syntax.Expr
			switch v := g.expr.(type) {
			case *syntax.Tuple:
				values = v.Elts
			case *syntax.List:
				values = v.Elts
			}
			if len(values) == len(elts) {
				return e.unpack(f, x, span, given{f: g.f, expr: values[i]})
			}
		}
		whole := e.typeOf(g)
		for _, v := range whole {
			if in, ok := v.(*Instance); ok && e.IsBuiltin(in.Class, "tuple") && len(in.Args) == len(elts) && star < 0 {
				return e.unpack(f, x, span, given{f: f, types: in.Args[i]})
			}
		}
		return e.unpack(f, x, span, given{f: f, types: e.Elem(f, whole)})
	}
	return nil
}

// refine joins an annotation and the value assigned: the annotation's parameters, the value's site.
func (e *Engine) refine(annotated, assigned Type) Type {
	if len(annotated) == 0 {
		return assigned
	}
	var t Type
	for _, v := range annotated {
		a, ok := v.(*Instance)
		if !ok {
			t = union(t, v)
			continue
		}
		found := false
		for _, w := range assigned {
			b, ok := w.(*Instance)
			if ok && (b.Class.Def == a.Class.Def || e.Inherits(b.Class, a.Class)) {
				c := *b
				if len(a.Args) > 0 {
					c.Args = a.Args
				}
				t = union(t, &c)
				found = true
			}
		}
		if !found {
			t = union(t, v)
		}
	}
	return t
}

// entered is what "with x as y" binds to y.
func (e *Engine) entered(f *modules.File, t Type) Type {
	var out Type
	for _, v := range t {
		in, ok := v.(*Instance)
		if !ok {
			continue
		}
		before := len(out)
		for _, m := range e.Members(in, "__enter__") {
			for _, fn := range e.memberType(in, m) {
				if fn, ok := fn.(*Func); ok {
					out = union(out, e.Returned(fn)...)
				}
			}
		}
		if len(out) == before {
			out = union(out, v)
		}
	}
	return out
}

// caught is what "except x as y" binds to y.
func (e *Engine) caught(f *modules.File, x syntax.Expr) Type {
	switch x := x.(type) {
	case nil:
		return nil
	case *syntax.Tuple:
		var t Type
		for _, c := range x.Elts {
			t = union(t, e.caught(f, c)...)
		}
		return t
	}
	return instances(e.Expr(f, x))
}

func instances(t Type) Type {
	var out Type
	for _, v := range t {
		if c, ok := v.(*Class); ok {
			out = union(out, &Instance{Class: c, Args: c.Args})
		}
	}
	return out
}

// alias is what an import binds.
func (e *Engine) alias(f *modules.File, b *scope.Binding, a *syntax.Alias) Type {
	switch stmt := f.Parent(a).(type) {
	case *syntax.Import:
		name := a.Name
		if a.AsName == "" {
			name = firstPart(name)
		}
		if m := e.Module(e.View.Resolve(f.Path, name, 0)); m != nil {
			return Type{m}
		}
	case *syntax.ImportFrom:
		return e.Imported(f, stmt, a.Name)
	}
	return nil
}

// Imported is what "from module import name" binds.
func (e *Engine) Imported(f *modules.File, stmt *syntax.ImportFrom, name string) Type {
	target := e.View.Resolve(f.Path, stmt.Module, stmt.Level)
	m := e.Module(target)
	if m == nil || !e.enter([2]any{stmt, name}) {
		return nil
	}
	defer e.leave([2]any{stmt, name})
	if m.File == f {
		if sub := e.Module(e.View.Submodule(target, name)); sub != nil {
			return Type{sub}
		}
		return nil
	}
	return e.moduleAttr(m, name)
}

func firstPart(name string) string {
	for i := range len(name) {
		if name[i] == '.' {
			return name[:i]
		}
	}
	return name
}

// moduleAttr is an attribute of a module: a global name of its file, or a submodule.
func (e *Engine) moduleAttr(m *Module, name string) Type {
	if m.File != nil {
		if sym := m.File.Global(name); sym != nil {
			return e.Symbol(m.File, sym)
		}
		if t := e.starImported(m.File, name); t != nil {
			return t
		}
	}
	if sub := e.Module(e.View.Submodule(m.Target, name)); sub != nil {
		return Type{sub}
	}
	return nil
}
