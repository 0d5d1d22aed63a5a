package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// Annotation is the type that an annotation means: "Job" is an instance of Job.
func (e *Engine) Annotation(f *modules.File, x syntax.Expr) Type {
	return e.annotation(f, x, nil, false)
}

// annotation evaluates an annotation. env gives the type parameters their values. In a loose one,
// from a string, names are looked up by their text, for they stand nowhere in the file's tables.
func (e *Engine) annotation(f *modules.File, x syntax.Expr, env map[string]Type, loose bool) Type {
	switch x := x.(type) {
	case *syntax.Constant:
		if x.Kind != syntax.Str || loose || len(x.Str) > 500 {
			return nil
		}
		src := syntax.NewTextFile(f.Path, x.Str)
		tree, errs := syntax.Parse(src, syntax.Options{Mode: syntax.Eval})
		if len(errs) > 0 || len(tree.Body) != 1 {
			return nil
		}
		if s, ok := tree.Body[0].(*syntax.ExprStmt); ok {
			return e.annotation(f, s.Value, env, true)
		}
	case *syntax.Name:
		if t, ok := env[x.Id]; ok {
			return t
		}
		if x.Id == "Self" {
			if c := e.enclosingClass(f, x); c != nil && !loose {
				return Type{&Instance{Class: c}}
			}
		}
		return instances(e.annotationValue(f, x, loose))
	case *syntax.Attribute:
		return instances(e.annotationValue(f, x, loose))
	case *syntax.BinOp:
		if x.Op == syntax.BitOr {
			return union(union(nil, e.annotation(f, x.Left, env, loose)...), e.annotation(f, x.Right, env, loose)...)
		}
	case *syntax.Subscript:
		return e.generic(f, x, env, loose)
	}
	return nil
}

// annotationValue is what a name in an annotation refers to.
func (e *Engine) annotationValue(f *modules.File, x syntax.Expr, loose bool) Type {
	switch x := x.(type) {
	case *syntax.Name:
		var t Type
		if loose {
			t = e.Global(f, x.Id)
		} else {
			t = e.Expr(f, x)
		}
		if len(t) == 0 {
			if name, ok := typingAlias[x.Id]; ok {
				if c := e.builtin(name); c != nil {
					return Type{c}
				}
			}
		}
		return t
	case *syntax.Attribute:
		var t Type
		for _, v := range e.annotationValue(f, x.Value, loose) {
			t = union(t, e.Attr(v, x.Name)...)
		}
		if len(t) == 0 {
			if name, ok := typingAlias[x.Name]; ok {
				if c := e.builtin(name); c != nil {
					return Type{c}
				}
			}
		}
		return t
	}
	return nil
}

// typingAlias maps names of typing and collections.abc to the builtin class that behaves so.
var typingAlias = map[string]string{
	"List": "list", "Dict": "dict", "Tuple": "tuple", "Set": "set", "FrozenSet": "frozenset", "Text": "str",
	"Iterable": "Iterable", "Iterator": "Iterator", "Generator": "Iterator", "Sequence": "list", "MutableSequence": "list",
	"Collection": "Iterable", "Mapping": "dict", "MutableMapping": "dict", "DefaultDict": "dict", "OrderedDict": "dict",
	"AbstractSet": "set", "MutableSet": "set", "Counter": "dict", "Deque": "list",
}

func (e *Engine) generic(f *modules.File, x *syntax.Subscript, env map[string]Type, loose bool) Type {
	args := subscripts(x.Index)
	switch lastName(x.Value) {
	case "Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Unpack":
		if len(args) > 0 {
			return e.annotation(f, args[0], env, loose)
		}
		return nil
	case "Union":
		var t Type
		for _, a := range args {
			t = union(t, e.annotation(f, a, env, loose)...)
		}
		return t
	case "type", "Type":
		var t Type
		for _, v := range e.annotation(f, args[0], env, loose) {
			t = union(t, classOf(v))
		}
		return t
	case "Literal":
		if len(args) > 0 {
			return e.Expr(f, args[0])
		}
		return nil
	case "Callable", "Awaitable", "Coroutine":
		return nil
	}
	if name, ok := typingAlias[lastName(x.Value)]; ok {
		if c := e.builtin(name); c != nil {
			return Type{&Instance{Class: c, Args: e.arguments(f, args, env, loose)}}
		}
	}
	var t Type
	for _, v := range e.annotationValue(f, x.Value, loose) {
		if c, ok := v.(*Class); ok {
			t = union(t, &Instance{Class: c, Args: e.arguments(f, args, env, loose)})
		}
	}
	return t
}

func (e *Engine) arguments(f *modules.File, args []syntax.Expr, env map[string]Type, loose bool) []Type {
	var out []Type
	for _, a := range args {
		if c, ok := a.(*syntax.Constant); ok && c.Kind == syntax.Ellipsis {
			continue
		}
		out = append(out, e.annotation(f, a, env, loose))
	}
	return out
}

// subscript is the value of "x[i]".
func (e *Engine) subscript(f *modules.File, x *syntax.Subscript) Type {
	var t Type
	for _, v := range e.Expr(f, x.Value) {
		switch v := v.(type) {
		case *Class: // an annotation, or a class with parameters
			c := *v
			c.Args = e.arguments(f, subscripts(x.Index), nil, false)
			t = union(t, &c)
		case *Instance:
			t = union(t, e.item(f, v, x.Index)...)
		}
	}
	return t
}

func (e *Engine) item(f *modules.File, in *Instance, index syntax.Expr) Type {
	_, slice := index.(*syntax.Slice)
	if in.Class.File == e.Builtins() {
		switch in.Class.Name() {
		case "list":
			if slice {
				return Type{in}
			}
			if len(in.Args) > 0 {
				return in.Args[0]
			}
			return nil
		case "tuple":
			if slice {
				return e.instance("tuple")
			}
			if k, ok := index.(*syntax.Constant); ok && k.Kind == syntax.Int && k.Big == nil && k.Int >= 0 && int(k.Int) < len(in.Args) {
				return in.Args[k.Int]
			}
			return e.elem(f, in)
		case "dict":
			if len(in.Args) > 1 {
				return in.Args[1]
			}
			return nil
		case "str", "bytes":
			if slice || in.Class.Name() == "str" {
				return Type{in}
			}
			return e.instance("int")
		}
	}
	var t Type
	for _, m := range e.Attr(in, "__getitem__") {
		if fn, ok := m.(*Func); ok {
			t = union(t, e.Returned(fn)...)
		}
	}
	return t
}
