package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// call is the value of a call.
func (e *Engine) call(f *modules.File, c *syntax.Call) Type {
	if n, ok := c.Func.(*syntax.Name); ok && n.Id == "type" && len(c.Args) == 1 {
		var t Type
		for _, v := range e.Expr(f, c.Args[0]) {
			t = union(t, classOf(v))
		}
		return t
	}
	var t Type
	for _, v := range e.Expr(f, c.Func) {
		t = union(t, e.called(f, c, v)...)
	}
	return t
}

func (e *Engine) called(f *modules.File, c *syntax.Call, v Value) Type {
	switch v := v.(type) {
	case *Class:
		in := &Instance{Class: v, Args: v.Args, File: f, Site: c}
		if len(in.Args) == 0 && len(c.Args) == 1 && v.File == e.Builtins() {
			switch v.Name() {
			case "list", "set", "frozenset", "tuple":
				in.Args = []Type{e.Elem(f, e.Expr(f, c.Args[0]))}
			}
		}
		return Type{in}
	case *Func:
		if recv, ok := v.Self.(*Instance); ok {
			switch n := e.Stackless(v); {
			case n == "":
			case returnsSelf(n):
				return Type{recv}
			case len(recv.Args) == 0 && (n == "channel.receive" || n == "channel.__next__"):
				return e.sent(recv)
			}
		}
		if e.IsBuiltinFunc(v, "getattr") && len(c.Args) >= 2 {
			if k, ok := c.Args[1].(*syntax.Constant); ok && k.Kind == syntax.Str {
				var t Type
				for _, w := range e.Expr(f, c.Args[0]) {
					t = union(t, e.Attr(w, k.Str)...)
				}
				return t
			}
		}
		if t := e.passThrough(f, c, v); t != nil {
			return t
		}
		return e.Returned(v)
	case *Instance:
		if n, _ := e.StacklessClass(v.Class); n == "tasklet" {
			return Type{v}
		}
		var t Type
		for _, m := range e.Attr(v, "__call__") {
			if fn, ok := m.(*Func); ok {
				t = union(t, e.Returned(fn)...)
			}
		}
		return t
	}
	return nil
}

// sent is what is sent on a channel in the file that makes it: what a receiver gets, when the
// channel's type parameter is not given.
func (e *Engine) sent(ch *Instance) Type {
	if ch.Site == nil || !e.enter(sentOn{ch.Site}) {
		return nil
	}
	defer e.leave(sentOn{ch.Site})
	var t Type
	for i, at := range ch.File.Attributes("send") {
		if i == maxCalls {
			break
		}
		c, ok := ch.File.Parent(at).(*syntax.Call)
		if !ok || c.Func != syntax.Expr(at) || len(c.Args) != 1 {
			continue
		}
		for _, v := range e.Expr(ch.File, at.Value) {
			if in, ok := v.(*Instance); ok && in.Site == ch.Site {
				t = union(t, e.Expr(ch.File, c.Args[0])...)
				break
			}
		}
	}
	return t
}

type sentOn struct{ site *syntax.Call }

// passThrough handles builtins whose result is of the type of their argument.
func (e *Engine) passThrough(f *modules.File, c *syntax.Call, fn *Func) Type {
	if fn.File != e.Builtins() || len(c.Args) == 0 {
		return nil
	}
	switch fn.Name() {
	case "sorted":
		return e.instance("list", e.Elem(f, e.Expr(f, c.Args[0])))
	case "max", "min":
		if len(c.Args) == 1 {
			return e.Elem(f, e.Expr(f, c.Args[0]))
		}
		return e.Expr(f, c.Args[0])
	case "next", "sum":
		return e.Elem(f, e.Expr(f, c.Args[0]))
	case "abs", "round":
		return e.Expr(f, c.Args[0])
	case "iter":
		return e.instance("Iterator", e.Elem(f, e.Expr(f, c.Args[0])))
	}
	return nil
}

// IsBuiltinFunc reports a builtin function by its name.
func (e *Engine) IsBuiltinFunc(fn *Func, name string) bool {
	return fn.File.Path == modules.StubPath("builtins") && fn.Name() == name
}

// returnsSelf lists the tasklet methods that return the tasklet.
func returnsSelf(name string) bool {
	switch name {
	case "tasklet.__call__", "tasklet.setup", "tasklet.bind", "tasklet.insert", "tasklet.remove", "tasklet.set_context":
		return true
	}
	return false
}

// Returned is what a call of a function gives.
func (e *Engine) Returned(fn *Func) Type {
	if fn.Lam != nil {
		return e.Expr(fn.File, fn.Lam.Body)
	}
	if fn.Def.Returns != nil {
		var env map[string]Type
		if fn.Self != nil && fn.Owner != nil {
			env = e.environment(fn.Self, fn.Owner)
		}
		if fn.Def.Async {
			return nil
		}
		return e.annotation(fn.File, fn.Def.Returns, env, false)
	}
	if fn.File.Stub || fn.Def.Async {
		return nil
	}
	if t, known := e.results[fn.Def]; known {
		return t
	}
	if !e.enter(fn.Def) {
		return nil
	}
	t := e.returns(fn)
	if e.leave(fn.Def) {
		e.results[fn.Def] = t
	}
	return t
}

// returns is the union of what a function's return and yield statements give.
func (e *Engine) returns(fn *Func) Type {
	var t Type
	generator := false
	Own(fn.Def, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.Return:
			t = union(t, e.Expr(fn.File, n.Value)...)
		case *syntax.Yield:
			if !generator {
				generator, t = true, nil
			}
			t = union(t, e.Expr(fn.File, n.Value)...)
		case *syntax.YieldFrom:
			if !generator {
				generator, t = true, nil
			}
			t = union(t, e.Elem(fn.File, e.Expr(fn.File, n.Value))...)
		}
	})
	if generator {
		t = e.instance("Iterator", t)
	}
	for _, d := range fn.Def.Decorators {
		if n := lastName(d); n != "property" && n != "staticmethod" && n != "classmethod" && n != "wraps" {
			if _, isCall := d.(*syntax.Call); isCall || !e.transparent(fn.File, d) {
				t = nil // what the decorator makes of it is not known
			}
		}
	}
	return t
}

// transparent reports a decorator that is known to leave the result alone.
func (e *Engine) transparent(f *modules.File, d syntax.Expr) bool {
	switch lastName(d) {
	case "abstractmethod", "cache", "override", "final", "cached_property", "setter":
		return true
	}
	return false
}

// Own calls visit for what stands in a function's body but not in a function or class inside it.
func Own(def syntax.Node, visit func(syntax.Node)) {
	var body []syntax.Stmt
	switch d := def.(type) {
	case *syntax.FunctionDef:
		body = d.Body
	case *syntax.Module:
		body = d.Body
	case *syntax.ClassDef:
		body = d.Body
	case *syntax.Lambda:
		modules.WalkUntil(d.Body, func(n syntax.Node) bool {
			visit(n)
			_, inner := n.(*syntax.Lambda)
			return !inner
		})
		return
	}
	for _, s := range body {
		modules.WalkUntil(s, func(n syntax.Node) bool {
			visit(n)
			switch n.(type) {
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
				return false
			}
			return true
		})
	}
}

// Invocation is a function that a call leads to, now or as a tasklet, with the arguments it gets.
type Invocation struct {
	Func     *Func
	Args     []syntax.Expr
	Keywords []*syntax.Keyword
	Spawn    *Instance // the tasklet, when the function runs as one
	Partial  bool      // there are arguments that are not seen (*args, a variable tuple)
}

// Argument is what is passed for a parameter, or nil.
func (i *Invocation) Argument(p *syntax.Arg) syntax.Expr {
	if i.Partial {
		return nil
	}
	for _, k := range i.Keywords {
		if k.Name == p.Name {
			return k.Value
		}
	}
	a := i.Func.Arguments()
	pos := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	if i.Func.Bound() && len(pos) > 0 {
		pos = pos[1:]
	}
	for k, q := range pos {
		if q == p && k < len(i.Args) {
			for _, x := range i.Args[:k+1] {
				if _, star := x.(*syntax.Starred); star {
					return nil
				}
			}
			return i.Args[k]
		}
	}
	return nil
}

// Invocations are the functions that a call leads to: the called ones, the constructors of called
// classes, and what a tasklet runs when the call is the one that gives it its arguments.
func (e *Engine) Invocations(f *modules.File, c *syntax.Call) []Invocation {
	var out []Invocation
	for _, v := range e.Expr(f, c.Func) {
		switch v := v.(type) {
		case *Func:
			if sp := e.spawned(f, c, v); sp != nil {
				out = append(out, sp...)
				continue
			}
			out = append(out, Invocation{Func: v, Args: c.Args, Keywords: c.Keywords})
		case *Class:
			if n, _ := e.StacklessClass(v); n == "tasklet" {
				out = append(out, e.boundTasklet(f, c, c)...)
				continue
			}
			for _, m := range e.Attr(&Instance{Class: v}, "__init__") {
				if fn, ok := m.(*Func); ok && fn.File != e.Builtins() {
					out = append(out, Invocation{Func: fn, Args: c.Args, Keywords: c.Keywords})
				}
			}
		case *Instance:
			if n, _ := e.StacklessClass(v.Class); n == "tasklet" {
				for _, fn := range e.Entry(v) {
					out = append(out, Invocation{Func: fn, Args: c.Args, Keywords: c.Keywords, Spawn: v})
				}
				continue
			}
			for _, m := range e.Attr(v, "__call__") {
				if fn, ok := m.(*Func); ok {
					out = append(out, Invocation{Func: fn, Args: c.Args, Keywords: c.Keywords})
				}
			}
		}
	}
	return out
}

// spawned handles the methods of a tasklet that give it arguments.
func (e *Engine) spawned(f *modules.File, c *syntax.Call, fn *Func) []Invocation {
	recv, ok := fn.Self.(*Instance)
	if !ok {
		return nil
	}
	switch e.Stackless(fn) {
	case "tasklet.setup", "tasklet.__call__":
		var out []Invocation
		for _, entry := range e.Entry(recv) {
			out = append(out, Invocation{Func: entry, Args: c.Args, Keywords: c.Keywords, Spawn: recv})
		}
		return out
	case "tasklet.bind":
		return e.boundTasklet(f, c, recv.Site)
	}
	return nil
}

// boundTasklet handles tasklet(f, (args), {keywords}) and t.bind(f, (args), {keywords}).
func (e *Engine) boundTasklet(f *modules.File, c, site *syntax.Call) []Invocation {
	fnExpr, args, kwargs := argument(c, 0, "func"), argument(c, 1, "args"), argument(c, 2, "kwargs")
	if args == nil && kwargs == nil {
		return nil
	}
	inv := Invocation{}
	switch a := args.(type) {
	case nil:
	case *syntax.Tuple:
		inv.Args = a.Elts
	default:
		if !isNone(args) {
			inv.Partial = true
		}
	}
	if kwargs != nil && !isNone(kwargs) {
		inv.Partial = true
	}
	var out []Invocation
	for _, v := range e.Expr(f, fnExpr) {
		if fn := e.callable(v); fn != nil {
			i := inv
			i.Func = fn
			i.Spawn = &Instance{Class: e.taskletClass(f, c), File: f, Site: site}
			if i.Spawn.Class != nil {
				out = append(out, i)
			}
		}
	}
	return out
}

func (e *Engine) taskletClass(f *modules.File, c *syntax.Call) *Class {
	for _, v := range e.Expr(f, c) {
		if in, ok := v.(*Instance); ok {
			return in.Class
		}
	}
	return nil
}

// callable is the function that calling a value runs, or nil.
func (e *Engine) callable(v Value) *Func {
	switch v := v.(type) {
	case *Func:
		return v
	case *Instance:
		for _, m := range e.Attr(v, "__call__") {
			if fn, ok := m.(*Func); ok {
				return fn
			}
		}
	}
	return nil
}

// Entry are the functions that a tasklet runs, from the call that made it and the bind calls on it.
func (e *Engine) Entry(t *Instance) []*Func {
	if t.Site == nil {
		return nil
	}
	var out []*Func
	if x := argument(t.Site, 0, "func"); x != nil {
		for _, v := range e.Expr(t.File, x) {
			if fn := e.callable(v); fn != nil {
				out = append(out, fn)
			}
		}
		return out
	}
	for _, at := range t.File.Attributes("bind") {
		c, ok := t.File.Parent(at).(*syntax.Call)
		if !ok || c.Func != syntax.Expr(at) || !e.enter(at) {
			continue
		}
		for _, v := range e.Expr(t.File, at.Value) {
			if in, ok := v.(*Instance); ok && in.Site == t.Site {
				for _, v := range e.Expr(t.File, argument(c, 0, "func")) {
					if fn := e.callable(v); fn != nil {
						out = append(out, fn)
					}
				}
			}
		}
		e.leave(at)
	}
	return out
}

// argument is the i-th positional argument of a call or the one of that name; nil when it is not
// there or comes out of a star.
func argument(c *syntax.Call, i int, name string) syntax.Expr {
	for _, k := range c.Keywords {
		if k.Name == name {
			return k.Value
		}
	}
	if i >= len(c.Args) {
		return nil
	}
	for _, a := range c.Args[:i+1] {
		if _, star := a.(*syntax.Starred); star {
			return nil
		}
	}
	return c.Args[i]
}

func isNone(x syntax.Expr) bool {
	c, ok := x.(*syntax.Constant)
	return ok && c.Kind == syntax.None
}
