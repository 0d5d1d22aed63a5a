package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Expr is what an expression can be.
func (e *Engine) Expr(f *modules.File, x syntax.Expr) Type {
	switch x := x.(type) {
	case nil:
		return nil
	case *syntax.Constant:
		return e.constant(x)
	}
	if t, known := e.exprs[x]; known {
		return t
	}
	if !e.enter(x) {
		return nil
	}
	t := e.expr(f, x)
	if e.leave(x) {
		e.exprs[x] = t
	}
	return t
}

func (e *Engine) constant(x *syntax.Constant) Type {
	switch x.Kind {
	case syntax.True, syntax.False:
		return e.instance("bool")
	case syntax.Int:
		return e.instance("int")
	case syntax.Float:
		return e.instance("float")
	case syntax.Imaginary:
		return e.instance("complex")
	case syntax.Str:
		return e.instance("str")
	case syntax.Bytes:
		return e.instance("bytes")
	}
	return nil
}

func (e *Engine) expr(f *modules.File, x syntax.Expr) Type {
	switch x := x.(type) {
	case *syntax.Name:
		return e.Name(f, x)
	case *syntax.Attribute:
		return e.attribute(f, x)
	case *syntax.Call:
		return e.call(f, x)
	case *syntax.Subscript:
		return e.subscript(f, x)
	case *syntax.NamedExpr:
		return e.Expr(f, x.Value)
	case *syntax.IfExp:
		return union(union(nil, e.Expr(f, x.Body)...), e.Expr(f, x.Orelse)...)
	case *syntax.BoolOp:
		var t Type
		for _, v := range x.Values {
			t = union(t, e.Expr(f, v)...)
		}
		return t
	case *syntax.Compare:
		return e.instance("bool")
	case *syntax.UnaryOp:
		if x.Op == syntax.Not {
			return e.instance("bool")
		}
		return e.Expr(f, x.Operand)
	case *syntax.BinOp:
		return e.binary(f, x)
	case *syntax.Lambda:
		return Type{&Func{File: f, Lam: x}}
	case *syntax.JoinedStr:
		return e.instance("str")
	case *syntax.List:
		return e.instance("list", e.items(f, x.Elts))
	case *syntax.Set:
		return e.instance("set", e.items(f, x.Elts))
	case *syntax.Tuple:
		args := make([]Type, 0, len(x.Elts))
		for _, v := range x.Elts {
			if _, star := v.(*syntax.Starred); star || len(args) == 12 {
				return e.instance("tuple")
			}
			args = append(args, e.Expr(f, v))
		}
		return e.instance("tuple", args...)
	case *syntax.Dict:
		var k, v Type
		for i := range x.Values {
			if i > 20 {
				break
			}
			if x.Keys[i] != nil {
				k = union(k, e.Expr(f, x.Keys[i])...)
				v = union(v, e.Expr(f, x.Values[i])...)
			}
		}
		return e.instance("dict", k, v)
	case *syntax.ListComp:
		return e.instance("list", e.Expr(f, x.Elt))
	case *syntax.SetComp:
		return e.instance("set", e.Expr(f, x.Elt))
	case *syntax.DictComp:
		return e.instance("dict", e.Expr(f, x.Key), e.Expr(f, x.Value))
	case *syntax.GeneratorExp:
		return e.instance("Iterator", e.Expr(f, x.Elt))
	case *syntax.Starred:
		return e.Expr(f, x.Value)
	}
	return nil
}

func (e *Engine) items(f *modules.File, elts []syntax.Expr) Type {
	var t Type
	for i, v := range elts {
		if i > 20 {
			break
		}
		if s, ok := v.(*syntax.Starred); ok {
			t = union(t, e.Elem(f, e.Expr(f, s.Value))...)
			continue
		}
		t = union(t, e.Expr(f, v)...)
	}
	return t
}

func (e *Engine) binary(f *modules.File, x *syntax.BinOp) Type {
	left := e.Expr(f, x.Left)
	if x.Op == syntax.Div {
		for _, v := range left {
			if in, ok := v.(*Instance); ok && e.IsBuiltin(in.Class, "int") {
				return e.instance("float")
			}
		}
	}
	for _, v := range left {
		in, ok := v.(*Instance)
		if !ok || in.Class.File != e.Builtins() {
			return nil
		}
		switch in.Class.Name() {
		case "bool":
			return e.instance("int")
		case "int":
			if right := e.Expr(f, x.Right); len(right) == 1 {
				return right
			}
		}
	}
	return left
}

func (e *Engine) attribute(f *modules.File, x *syntax.Attribute) Type {
	if c, ok := x.Value.(*syntax.Call); ok && isSuper(c) {
		if cls := e.enclosingClass(f, x); cls != nil {
			var t Type
			for _, b := range e.Bases(cls) {
				t = union(t, e.Attr(&Instance{Class: b}, x.Name)...)
			}
			return t
		}
	}
	var t Type
	for _, v := range e.Expr(f, x.Value) {
		t = union(t, e.Attr(v, x.Name)...)
	}
	return t
}

func isSuper(c *syntax.Call) bool {
	n, ok := c.Func.(*syntax.Name)
	return ok && n.Id == "super"
}

// enclosingClass is the class whose method holds a node, or nil.
func (e *Engine) enclosingClass(f *modules.File, n syntax.Node) *Class {
	for p := f.Parent(n); p != nil; p = f.Parent(p) {
		if def, ok := p.(*syntax.ClassDef); ok {
			return &Class{File: f, Def: def}
		}
	}
	return nil
}

// Param is what a parameter can be: what its annotation says, self or the class, its default, and
// what the calls in the same file give.
func (e *Engine) Param(f *modules.File, p *syntax.Arg) Type {
	if t, known := e.params[p]; known {
		return t
	}
	if !e.enter(p) {
		return nil
	}
	t := e.param(f, p)
	if e.leave(p) {
		e.params[p] = t
	}
	return t
}

func (e *Engine) param(f *modules.File, p *syntax.Arg) Type {
	args, ok := f.Parent(p).(*syntax.Arguments)
	if !ok {
		return nil
	}
	if p == args.VarArg {
		if p.Annotation != nil {
			return e.instance("tuple", e.Annotation(f, p.Annotation))
		}
		return e.instance("tuple")
	}
	if p == args.KwArg {
		return e.instance("dict", e.instance("str"), e.Annotation(f, p.Annotation))
	}
	fn := f.Parent(args)
	if def, ok := fn.(*syntax.FunctionDef); ok {
		if cls, ok := f.Parent(def).(*syntax.ClassDef); ok && modules.FirstParameter(def) == p.Name && p.Annotation == nil {
			c := &Class{File: f, Def: cls}
			if e.methodKind(&Func{File: f, Def: def}) == "classmethod" || def.Name == "__new__" || def.Name == "__init_subclass__" {
				return Type{c}
			}
			return Type{&Instance{Class: c}}
		}
	}
	if p.Annotation != nil {
		t := e.Annotation(f, p.Annotation)
		for _, v := range t {
			if in, ok := v.(*Instance); ok {
				if n, _ := e.StacklessClass(in.Class); n != "" {
					return e.refine(t, e.argumentsFor(f, fn, p))
				}
			}
		}
		return t
	}
	t := e.Expr(f, modules.Default(args, p))
	return union(union(nil, t...), e.argumentsFor(f, fn, p)...)
}

// argumentsFor is what the calls and spawns in the same file pass for a parameter.
func (e *Engine) argumentsFor(f *modules.File, fn syntax.Node, p *syntax.Arg) Type {
	def, ok := fn.(*syntax.FunctionDef)
	if !ok || f.Stub {
		return nil
	}
	name := def.Name
	if cls, ok := f.Parent(def).(*syntax.ClassDef); ok && name == "__init__" {
		name = cls.Name
	}
	var t Type
	for i, c := range f.CallsNaming(name) {
		if i == maxCalls {
			break
		}
		for _, inv := range e.Invocations(f, c) {
			if inv.Func.Def == def {
				if x := inv.Argument(p); x != nil {
					t = union(t, e.Expr(f, x)...)
				}
			}
		}
	}
	return t
}

// maxCalls bounds the calls of a function that are looked at for a parameter.
const maxCalls = 40

// Elem is what iterating over a value gives.
func (e *Engine) Elem(f *modules.File, t Type) Type {
	var out Type
	for _, v := range t {
		in, ok := v.(*Instance)
		if !ok {
			continue
		}
		out = union(out, e.elem(f, in)...)
	}
	return out
}

func (e *Engine) elem(f *modules.File, in *Instance) Type {
	if in.Class.File == e.Builtins() {
		switch in.Class.Name() {
		case "list", "set", "frozenset", "Iterator", "Iterable", "dict":
			if len(in.Args) > 0 {
				return in.Args[0]
			}
			return nil
		case "tuple":
			var t Type
			for _, a := range in.Args {
				t = union(t, a...)
			}
			return t
		case "str":
			return e.instance("str")
		case "bytes", "bytearray", "range":
			return e.instance("int")
		case "TextFile":
			return e.instance("str")
		case "enumerate", "zip", "reversed", "map", "filter":
			return e.iterated(in)
		}
		return nil
	}
	if n, _ := e.StacklessClass(in.Class); n == "channel" {
		if len(in.Args) > 0 {
			return in.Args[0]
		}
		return e.sent(in)
	}
	if !e.enter(in.Class.Def) {
		return nil
	}
	defer e.leave(in.Class.Def)
	var t Type
	for _, v := range e.Attr(in, "__iter__") {
		if fn, ok := v.(*Func); ok {
			for _, r := range e.Returned(fn) {
				if it, ok := r.(*Instance); ok && it.Class.Def != in.Class.Def {
					t = union(t, e.elem(f, it)...)
				}
			}
		}
	}
	if len(t) == 0 {
		for _, name := range []string{"__next__", "__getitem__"} {
			for _, v := range e.Attr(in, name) {
				if fn, ok := v.(*Func); ok {
					t = union(t, e.Returned(fn)...)
				}
			}
		}
	}
	return t
}

// iterated is what the iterator made by a builtin class gives, by the arguments of its call.
func (e *Engine) iterated(in *Instance) Type {
	if in.Site == nil || len(in.Site.Args) == 0 {
		return nil
	}
	arg := func(i int) Type {
		if i >= len(in.Site.Args) {
			return nil
		}
		return e.Elem(in.File, e.Expr(in.File, in.Site.Args[i]))
	}
	switch in.Class.Name() {
	case "enumerate":
		return e.instance("tuple", e.instance("int"), arg(0))
	case "reversed":
		return arg(0)
	case "filter":
		return arg(1)
	case "zip":
		args := make([]Type, min(len(in.Site.Args), 8))
		for i := range args {
			args[i] = arg(i)
		}
		return e.instance("tuple", args...)
	case "map":
		var t Type
		for _, v := range e.Expr(in.File, in.Site.Args[0]) {
			switch v := v.(type) {
			case *Func:
				t = union(t, e.Returned(v)...)
			case *Class:
				t = union(t, &Instance{Class: v})
			}
		}
		return t
	}
	return nil
}

// ScopeAt is the innermost scope whose text holds an offset.
func (e *Engine) ScopeAt(f *modules.File, offset int32) *scope.Scope {
	best := f.Scopes.Module
	for _, n := range f.PathTo(offset) {
		switch n := n.(type) {
		case *syntax.FunctionDef:
			if len(n.Body) > 0 && offset < n.Args.Start || offset < n.NameSpan.End {
				continue
			}
		case *syntax.ClassDef:
			if offset <= n.NameSpan.End {
				continue
			}
		}
		if s := f.Scopes.Of(n); s != nil {
			best = s
		}
	}
	return best
}
