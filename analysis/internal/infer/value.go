package infer

import (
	"strings"

	"slp/analysis/internal/modules"
	"slp/syntax"
)

// Value is one thing that an expression can be: *Module, *Class, *Func or *Instance.
type Value interface{ value() }

// Type is a union of values. Empty means that nothing is known.
type Type []Value

// Module is an imported module or package.
type Module struct {
	Target modules.Target
	File   *modules.File // nil for a namespace package or an extension
}

// Class is a class by its definition. Args are its parameters in an annotation: channel[Job].
type Class struct {
	File *modules.File
	Def  *syntax.ClassDef
	Args []Type
}

// Func is a function, method or lambda. Self is what it is bound to: an *Instance or *Class, or nil.
type Func struct {
	File  *modules.File
	Def   *syntax.FunctionDef // or nil
	Lam   *syntax.Lambda      // or nil
	Self  Value
	Owner *Class // the class whose body holds it, or nil
}

// Instance is an object of a class. Site is the call that makes it, when that is known.
type Instance struct {
	Class *Class
	Args  []Type
	File  *modules.File // of Site
	Site  *syntax.Call
}

func (*Module) value()   {}
func (*Class) value()    {}
func (*Func) value()     {}
func (*Instance) value() {}

// maxUnion bounds a union: what has more alternatives is as good as unknown.
const maxUnion = 8

// union adds the values of more that t does not have yet.
func union(t Type, more ...Value) Type {
	for _, v := range more {
		if len(t) >= maxUnion {
			return t
		}
		if !t.has(v) {
			t = append(t, v)
		}
	}
	return t
}

func (t Type) has(v Value) bool {
	for _, w := range t {
		if same(w, v) {
			return true
		}
	}
	return false
}

func same(a, b Value) bool {
	switch a := a.(type) {
	case *Module:
		b, ok := b.(*Module)
		return ok && a.Target == b.Target
	case *Class:
		b, ok := b.(*Class)
		return ok && a.Def == b.Def && sameArgs(a.Args, b.Args)
	case *Func:
		b, ok := b.(*Func)
		return ok && a.Def == b.Def && a.Lam == b.Lam
	case *Instance:
		b, ok := b.(*Instance)
		return ok && a.Class.Def == b.Class.Def && a.Site == b.Site && sameArgs(a.Args, b.Args)
	}
	return false
}

func sameArgs(a, b []Type) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if len(a[i]) != len(b[i]) {
			return false
		}
		for _, v := range b[i] {
			if !a[i].has(v) {
				return false
			}
		}
	}
	return true
}

// Name is the class's name.
func (c *Class) Name() string { return c.Def.Name }

// Name is the function's name; "lambda" for a lambda.
func (f *Func) Name() string {
	if f.Def != nil {
		return f.Def.Name
	}
	return "lambda"
}

// Arguments are the parameters as written.
func (f *Func) Arguments() *syntax.Arguments {
	if f.Def != nil {
		return f.Def.Args
	}
	return f.Lam.Args
}

// Node is the definition.
func (f *Func) Node() syntax.Node {
	if f.Def != nil {
		return f.Def
	}
	return f.Lam
}

// Bound reports whether the first parameter is taken by what the function is bound to.
func (f *Func) Bound() bool { return f.Self != nil }

// Describe is a type as a reader would write it: "list[Job]", "Job | None"; "" when nothing is known.
func (e *Engine) Describe(t Type) string { return e.describe(t, 0) }

func (e *Engine) describe(t Type, depth int) string {
	var parts []string
	seen := map[string]bool{}
	for _, v := range t {
		s := e.describeValue(v, depth)
		if s != "" && !seen[s] {
			seen[s] = true
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " | ")
}

func (e *Engine) describeValue(v Value, depth int) string {
	switch v := v.(type) {
	case *Module:
		return "module " + v.Target.Name
	case *Class:
		return "type[" + v.Name() + "]"
	case *Func:
		if v.Lam != nil {
			return "lambda"
		}
		return "def " + v.Name()
	case *Instance:
		name := v.Class.Name()
		if name == "NoneType" {
			return "None"
		}
		if depth < 3 && len(v.Args) > 0 {
			var args []string
			for _, a := range v.Args {
				s := e.describe(a, depth+1)
				if s == "" {
					return name
				}
				args = append(args, s)
			}
			return name + "[" + strings.Join(args, ", ") + "]"
		}
		return name
	}
	return ""
}
