package infer

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Member is a place where an attribute is defined.
type Member struct {
	File    *modules.File
	Span    syntax.Span // of the name
	Node    syntax.Node
	Owner   *Class            // of a class's attribute
	Symbol  *scope.Symbol     // in the class body or module, or nil
	Binding *scope.Binding    // with Symbol
	Self    *modules.SelfAttr // "self.name = value" in a method, or nil
	Module  *Module           // a submodule, whose file the member is
}

// MRO is a class and its bases, the class first. It is depth first: near enough for lookups.
func (e *Engine) MRO(c *Class) []*Class {
	if out, known := e.orders[c.Def]; known {
		return out
	}
	key := orderOf{c.Def}
	if !e.enter(key) {
		return []*Class{c}
	}
	out := e.order(c)
	if e.leave(key) {
		e.orders[c.Def] = out
	}
	return out
}

type orderOf struct{ def *syntax.ClassDef }

func (e *Engine) order(c *Class) []*Class {
	var out []*Class
	seen := map[*syntax.ClassDef]bool{}
	var add func(c *Class)
	add = func(c *Class) {
		if seen[c.Def] || len(out) > 60 {
			return
		}
		seen[c.Def] = true
		out = append(out, c)
		for _, b := range e.Bases(c) {
			add(b)
		}
	}
	add(c)
	return out
}

// Bases are the known direct bases of a class.
func (e *Engine) Bases(c *Class) []*Class {
	var out []*Class
	for _, x := range c.Def.Bases {
		if s, ok := x.(*syntax.Subscript); ok {
			x = s.Value
		}
		for _, v := range e.Expr(c.File, x) {
			if b, ok := v.(*Class); ok && b.Def != c.Def {
				out = append(out, b)
			}
		}
	}
	return out
}

// Complete reports a class all of whose bases are known, so that it has no attributes but those seen.
func (e *Engine) Complete(c *Class) bool {
	for _, k := range e.MRO(c) {
		known := 0
		for range e.Bases(k) {
			known++
		}
		if known < len(k.Def.Bases) || len(k.Def.Keywords) > 0 || len(k.Def.Decorators) > 0 {
			return false
		}
	}
	return true
}

// Inherits reports whether c is d or inherits from it.
func (e *Engine) Inherits(c, d *Class) bool {
	for _, k := range e.MRO(c) {
		if k.Def == d.Def {
			return true
		}
	}
	return false
}

// Members are the places that define an attribute of a value, the nearest class first.
func (e *Engine) Members(v Value, name string) []Member {
	switch v := v.(type) {
	case *Module:
		return e.moduleMembers(v, name)
	case *Class:
		return e.classMembers(v, name, false)
	case *Instance:
		return e.classMembers(v.Class, name, true)
	}
	return nil
}

func (e *Engine) moduleMembers(m *Module, name string) []Member {
	if m.File != nil {
		if sym := m.File.Global(name); sym != nil {
			var out []Member
			for _, b := range m.File.GlobalBindings(name) {
				out = append(out, Member{File: m.File, Span: b.Span, Node: b.Node, Symbol: sym, Binding: b})
			}
			return out
		}
		if m.File.Scopes.Module.ImportStar {
			for _, imp := range m.File.Imports() {
				stmt, ok := imp.Stmt.(*syntax.ImportFrom)
				if !ok || imp.Alias.Name != "*" || !e.enter([2]any{imp.Alias, name}) {
					continue
				}
				src := e.Module(e.View.Resolve(m.File.Path, stmt.Module, stmt.Level))
				var found []Member
				if src != nil && src.File != m.File {
					found = e.moduleMembers(src, name)
				}
				e.leave([2]any{imp.Alias, name})
				if len(found) > 0 {
					return found
				}
			}
		}
	}
	if sub := e.Module(e.View.Submodule(m.Target, name)); sub != nil && sub.File != nil {
		return []Member{{File: sub.File, Node: sub.File.Tree, Module: sub}}
	}
	return nil
}

func (e *Engine) classMembers(c *Class, name string, instance bool) []Member {
	for _, k := range e.MRO(c) {
		if out := e.ownMembers(k, name, instance); len(out) > 0 {
			return out
		}
	}
	if obj := e.builtin("object"); obj != nil {
		return e.ownMembers(obj, name, instance)
	}
	return nil
}

// ownMembers are the definitions of an attribute in one class, without its bases.
func (e *Engine) ownMembers(k *Class, name string, instance bool) []Member {
	var out []Member
	if s := k.File.Scopes.Of(k.Def); s != nil {
		if sym := s.Lookup(s.Mangle(name)); sym != nil && sym.Bound {
			for i := range sym.Bindings {
				b := &sym.Bindings[i]
				if b.Kind != scope.BindDeclaration && b.Kind != scope.BindDelete {
					out = append(out, Member{File: k.File, Span: b.Span, Node: b.Node, Owner: k, Symbol: sym, Binding: b})
				}
			}
		}
	}
	if instance || len(out) == 0 {
		attrs := k.File.SelfAttrs(k.Def)[name]
		for i := range attrs {
			out = append(out, Member{File: k.File, Span: attrs[i].Target.NameSpan, Node: attrs[i].Target, Owner: k, Self: &attrs[i]})
		}
	}
	return out
}

// memberType is the value of an attribute of v that m defines.
func (e *Engine) memberType(v Value, m Member) Type {
	switch {
	case m.Module != nil:
		return Type{m.Module}
	case m.Self != nil:
		return e.selfAttr(m.File, m.Self)
	case m.Owner == nil:
		return e.Binding(m.File, m.Symbol, m.Binding)
	}
	env := e.environment(v, m.Owner)
	if ann, ok := m.Binding.Node.(*syntax.AnnAssign); ok {
		t := e.annotation(m.File, ann.Annotation, env, false)
		if ann.Value == nil {
			return t
		}
		return e.refine(t, e.Expr(m.File, ann.Value))
	}
	var out Type
	for _, t := range e.Binding(m.File, m.Symbol, m.Binding) {
		fn, ok := t.(*Func)
		if !ok || fn.Def == nil || fn.Self != nil {
			out = union(out, t)
			continue
		}
		switch e.methodKind(fn) {
		case "property":
			bound := *fn
			bound.Self, bound.Owner = v, m.Owner
			out = union(out, e.Returned(&bound)...)
		case "staticmethod":
			out = union(out, fn)
		case "classmethod":
			bound := *fn
			bound.Self, bound.Owner = classOf(v), m.Owner
			out = union(out, &bound)
		default:
			bound := *fn
			bound.Owner = m.Owner
			if in, ok := v.(*Instance); ok {
				bound.Self = in
			}
			out = union(out, &bound)
		}
	}
	return out
}

func classOf(v Value) Value {
	if in, ok := v.(*Instance); ok {
		return in.Class
	}
	return v
}

// methodKind is "property", "staticmethod", "classmethod" or "".
func (e *Engine) methodKind(fn *Func) string {
	for _, d := range fn.Def.Decorators {
		switch d := d.(type) {
		case *syntax.Name:
			switch d.Id {
			case "property", "cached_property":
				return "property"
			case "staticmethod", "classmethod":
				return d.Id
			}
		case *syntax.Attribute:
			switch d.Name {
			case "setter", "getter", "deleter", "cached_property", "abstractproperty":
				return "property"
			}
		}
	}
	return ""
}

// slot is the place that an assignment to an attribute fills.
type slot struct{ target *syntax.Attribute }

func (e *Engine) selfAttr(f *modules.File, a *modules.SelfAttr) Type {
	key := slot{a.Target} // not the expression itself, which may be what is being asked about
	if !e.enter(key) {
		return nil
	}
	defer e.leave(key)
	var t Type
	if a.Annotation != nil {
		t = e.Annotation(f, a.Annotation)
	}
	if a.Value == nil {
		return t
	}
	if a.Unpacked {
		return t
	}
	return e.refine(t, e.Expr(f, a.Value))
}

// Attr is the value of an attribute of a value.
func (e *Engine) Attr(v Value, name string) Type {
	if m, ok := v.(*Module); ok {
		return e.moduleAttr(m, name)
	}
	var t Type
	for _, m := range e.Members(v, name) {
		t = union(t, e.memberType(v, m)...)
	}
	return t
}

// environment maps the type parameters of a class to what an instance has for them.
func (e *Engine) environment(v Value, owner *Class) map[string]Type {
	var args []Type
	switch v := v.(type) {
	case *Instance:
		if v.Class.Def == owner.Def {
			args = v.Args
		}
	case *Class:
		if v.Def == owner.Def {
			args = v.Args
		}
	}
	if len(args) == 0 {
		return nil
	}
	env := map[string]Type{}
	for i, name := range TypeParameters(owner.Def) {
		if i < len(args) {
			env[name] = args[i]
		}
	}
	if e.IsBuiltin(owner, "tuple") { // one parameter stands for all items
		var all Type
		for _, a := range args {
			all = union(all, a...)
		}
		env["T"] = all
	}
	return env
}

// TypeParameters are the names of a class's type parameters: "class C[T]" or "class C(Generic[T])".
func TypeParameters(def *syntax.ClassDef) []string {
	var out []string
	for _, p := range def.TypeParams {
		switch p := p.(type) {
		case *syntax.TypeVar:
			out = append(out, p.Name)
		case *syntax.ParamSpec:
			out = append(out, p.Name)
		case *syntax.TypeVarTuple:
			out = append(out, p.Name)
		}
	}
	for _, b := range def.Bases {
		s, ok := b.(*syntax.Subscript)
		if !ok {
			continue
		}
		if n := lastName(s.Value); n != "Generic" && n != "Protocol" {
			continue
		}
		for _, x := range subscripts(s.Index) {
			if n := lastName(x); n != "" {
				out = append(out, n)
			}
		}
	}
	return out
}

func lastName(x syntax.Expr) string { return modules.LastName(x) }

func subscripts(index syntax.Expr) []syntax.Expr {
	if t, ok := index.(*syntax.Tuple); ok {
		return t.Elts
	}
	return []syntax.Expr{index}
}

// MemberNames are the attributes of a value, by name, with one definition each.
func (e *Engine) MemberNames(v Value) map[string]Member {
	out := map[string]Member{}
	switch v := v.(type) {
	case *Module:
		e.moduleNames(v, out, 0)
	case *Class:
		e.classNames(v, out)
	case *Instance:
		e.classNames(v.Class, out)
	}
	return out
}

func (e *Engine) moduleNames(m *Module, out map[string]Member, depth int) {
	if m.File != nil {
		for _, s := range m.File.Scopes.Module.Symbols {
			if !s.Bound || m.File.Path == modules.StubPath("builtins") && hidden(s.Name) {
				continue
			}
			for i := range s.Bindings {
				if b := &s.Bindings[i]; b.Kind != scope.BindDelete && b.Kind != scope.BindDeclaration {
					if _, have := out[s.Name]; !have {
						out[s.Name] = Member{File: m.File, Span: b.Span, Node: b.Node, Symbol: s, Binding: b}
					}
					break
				}
			}
		}
		if m.File.Scopes.Module.ImportStar && depth < 4 {
			for _, imp := range m.File.Imports() {
				if stmt, ok := imp.Stmt.(*syntax.ImportFrom); ok && imp.Alias.Name == "*" {
					if src := e.Module(e.View.Resolve(m.File.Path, stmt.Module, stmt.Level)); src != nil && src.File != m.File {
						e.moduleNames(src, out, depth+1)
					}
				}
			}
		}
	}
	if m.Target.Dir != "" {
		for _, name := range e.View.Submodules(m.Target.Dir) {
			if _, have := out[name]; !have {
				if sub := e.Module(e.View.Submodule(m.Target, name)); sub != nil && sub.File != nil {
					out[name] = Member{File: sub.File, Node: sub.File.Tree, Module: sub}
				}
			}
		}
	}
}

func (e *Engine) classNames(c *Class, out map[string]Member) {
	classes := e.MRO(c)
	if obj := e.builtin("object"); obj != nil {
		classes = append(classes, obj)
	}
	for _, k := range classes {
		if s := k.File.Scopes.Of(k.Def); s != nil {
			for _, sym := range s.Symbols {
				if _, have := out[sym.Name]; !have && sym.Bound && len(sym.Bindings) > 0 {
					b := &sym.Bindings[0]
					out[sym.Name] = Member{File: k.File, Span: b.Span, Node: b.Node, Owner: k, Symbol: sym, Binding: b}
				}
			}
		}
		for name, attrs := range k.File.SelfAttrs(k.Def) {
			if _, have := out[name]; !have {
				out[name] = Member{File: k.File, Span: attrs[0].Target.NameSpan, Node: attrs[0].Target, Owner: k, Self: &attrs[0]}
			}
		}
	}
}
