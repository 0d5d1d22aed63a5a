package topology

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// tracker follows one site to everything that is done with it.
type tracker struct {
	g       *Graph
	site    *Site
	channel *Channel // one of the two is set
	tasklet *Tasklet
	seen    map[any]bool
	todo    []holder
	steps   int
}

// holder is an expression that evaluates to the object, or to a container that holds it.
type holder struct {
	f     *modules.File
	x     syntax.Expr
	boxed int  // how many containers deep the object is in it
	maybe bool // it may be another object
}

// maxBoxes bounds how deep in containers an object is followed.
const maxBoxes = 4

// maxSteps bounds the work for one site; beyond it the site counts as open.
const maxSteps = 3000

func (t *tracker) run() {
	t.push(t.site.File, t.site.Call, 0, false)
	for len(t.todo) > 0 {
		h := t.todo[len(t.todo)-1]
		t.todo = t.todo[:len(t.todo)-1]
		if t.steps++; t.steps > maxSteps {
			t.site.Open = true
			return
		}
		t.visit(h)
	}
}

// inherited follows the object into the methods of its own class: there it is self.
func (t *tracker) inherited(c *infer.Class) {
	e := t.g.engine
	for _, k := range e.MRO(c) {
		if e.Stackless(k) != "" || k.File.Stub {
			continue
		}
		for _, s := range k.Def.Body {
			def, ok := s.(*syntax.FunctionDef)
			if !ok {
				continue
			}
			for _, p := range modules.Parameters(def.Args) {
				if p.Name == modules.FirstParameter(def) {
					t.variable(k.File, p.NameSpan, 0)
				}
				break
			}
		}
	}
}

type seenExpr struct {
	x     syntax.Expr
	boxed int
}

func (t *tracker) push(f *modules.File, x syntax.Expr, boxed int, maybe bool) {
	if boxed > maxBoxes {
		t.open()
		return
	}
	key := seenExpr{x, boxed}
	if !t.seen[key] {
		t.seen[key] = true
		t.todo = append(t.todo, holder{f, x, boxed, maybe})
	}
}

func (t *tracker) open() { t.site.Open = true }

func (t *tracker) named(name string, span syntax.Span) {
	if t.site.Name == "" {
		t.site.Name, t.site.Span = name, span
	}
}

// visit looks at what the surrounding of an expression does with its value.
func (t *tracker) visit(h holder) {
	f := h.f
	switch p := f.Parent(h.x).(type) {
	case *syntax.ExprStmt:
		if h.x == syntax.Expr(t.site.Call) {
			t.site.Dropped = true
		}
	case *syntax.Assign:
		for _, target := range p.Targets {
			if target == h.x {
				return
			}
			t.bind(h, target, p.Value)
		}
	case *syntax.AnnAssign:
		if p.Value == h.x {
			t.bind(h, p.Target, nil)
		}
	case *syntax.NamedExpr:
		t.bind(h, p.Target, nil)
		t.push(f, p, h.boxed, h.maybe)
	case *syntax.Attribute:
		t.attribute(h, p)
	case *syntax.Call:
		if p.Func == h.x {
			t.called(h, p)
		} else {
			t.argument(h, p, h.x)
		}
	case *syntax.Keyword:
		if c, ok := f.Parent(p).(*syntax.Call); ok && p.Name != "" {
			t.argument(h, c, h.x)
		} else {
			t.open()
		}
	case *syntax.Starred:
		if h.boxed == 0 {
			if t.channel != nil { // all that comes over the channel
				t.op(h, Iterate, p, h.x.Range(), nil)
			}
			return
		}
		if c, ok := f.Parent(p).(*syntax.Call); ok {
			t.argument(h, c, h.x)
		} else {
			t.push(f, p, h.boxed, h.maybe)
		}
	case *syntax.Return:
		t.returned(h, Owner(f, p))
	case *syntax.Lambda:
		if p.Body == h.x {
			t.open()
		}
	case *syntax.List, *syntax.Tuple, *syntax.Set:
		if ctx(p) == syntax.Load {
			if !unpackedAtOnce(f, p) {
				t.box()
			}
			t.push(f, p.(syntax.Expr), h.boxed+1, h.maybe)
		}
	case *syntax.Dict:
		t.box()
		t.push(f, p, h.boxed+1, h.maybe)
	case *syntax.ListComp, *syntax.SetComp, *syntax.GeneratorExp, *syntax.DictComp:
		t.box()
		t.push(f, p.(syntax.Expr), h.boxed+1, h.maybe)
	case *syntax.IfExp:
		if p.Test != h.x {
			t.push(f, p, h.boxed, h.maybe)
		}
	case *syntax.BoolOp:
		t.push(f, p, h.boxed, h.maybe)
	case *syntax.Subscript:
		t.subscript(h, p)
	case *syntax.For:
		if p.Iter == h.x {
			t.iterated(h, p, p.Target)
		}
	case *syntax.Comprehension:
		if p.Iter == h.x {
			t.iterated(h, p, p.Target)
		}
	case *syntax.Arguments: // a default value
		for _, a := range modules.Parameters(p) {
			if modules.Default(p, a) == h.x {
				t.variable(f, a.NameSpan, h.boxed)
			}
		}
	case *syntax.BinOp:
		if h.boxed > 0 {
			t.push(f, p, h.boxed, h.maybe)
		}
	case *syntax.YieldFrom:
		if t.channel != nil && h.boxed == 0 {
			t.op(h, Iterate, p, h.x.Range(), nil)
		} else {
			t.open()
		}
	case *syntax.Compare:
		for i, op := range p.Ops { // "x in channel" takes from it
			if (op == syntax.In || op == syntax.NotIn) && p.Comparators[i] == h.x && t.channel != nil && h.boxed == 0 {
				t.op(h, Iterate, p, h.x.Range(), nil)
			}
		}
	case *syntax.UnaryOp, *syntax.FormattedValue, *syntax.If, *syntax.While, *syntax.Assert, *syntax.Delete, *syntax.Match:
		// looked at only
	default:
		t.open()
	}
}

func ctx(n syntax.Node) syntax.ExprContext {
	switch n := n.(type) {
	case *syntax.List:
		return n.Ctx
	case *syntax.Tuple:
		return n.Ctx
	}
	return syntax.Load
}

// unpackedAtOnce reports the right side of "a, b = x, y".
func unpackedAtOnce(f *modules.File, display syntax.Node) bool {
	a, ok := f.Parent(display).(*syntax.Assign)
	if !ok || syntax.Node(a.Value) != display {
		return false
	}
	for _, target := range a.Targets {
		if len(elements(target)) != len(elements(a.Value)) {
			return false
		}
	}
	return true
}

// box notes that the site may stand for several objects.
func (t *tracker) box() { t.site.Boxed = true }

// bind follows the value into an assignment's target.
func (t *tracker) bind(h holder, target, value syntax.Expr) {
	switch x := target.(type) {
	case *syntax.Name:
		t.named(x.Id, x.Span)
		t.variable(h.f, x.Span, h.boxed)
	case *syntax.Attribute:
		t.named(x.Name, x.NameSpan)
		t.attributeSlot(h.f, x, h.boxed)
	case *syntax.Subscript: // d[k] = value
		t.box()
		t.push(h.f, x.Value, h.boxed+1, h.maybe)
	case *syntax.Tuple:
		t.bindAll(h, x.Elts, value)
	case *syntax.List:
		t.bindAll(h, x.Elts, value)
	case *syntax.Starred:
		t.bind(h, x.Value, value)
	}
}

// bindAll unpacks a container. When it is written out on the other side, each value goes to its own target.
func (t *tracker) bindAll(h holder, targets []syntax.Expr, value syntax.Expr) {
	if h.boxed == 0 {
		if value == h.x && t.channel != nil { // a, b = channel
			t.op(h, Iterate, h.f.Parent(h.x), h.x.Range(), nil)
			return
		}
		t.open()
		return
	}
	values := elements(value)
	if value == h.x && len(values) == len(targets) {
		for i, v := range values {
			if t.seen[seenExpr{v, h.boxed - 1}] {
				t.bind(holder{f: h.f, x: v, boxed: h.boxed - 1, maybe: h.maybe}, targets[i], nil)
			}
		}
		return
	}
	for _, target := range targets {
		t.bind(holder{f: h.f, x: h.x, boxed: h.boxed - 1, maybe: h.maybe}, target, nil)
	}
}

func elements(x syntax.Expr) []syntax.Expr {
	switch x := x.(type) {
	case *syntax.Tuple:
		return x.Elts
	case *syntax.List:
		return x.Elts
	}
	return nil
}

// variable follows the value to every use of a variable, in this file and, for a global, in others.
func (t *tracker) variable(f *modules.File, span syntax.Span, boxed int) {
	sym, _, b := f.NameAt(span.Start)
	if sym == nil {
		t.open()
		return
	}
	def := modules.Definer(sym)
	key := seenSymbol{def, boxed}
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	if def.Scope.Kind == scope.Class {
		t.classVariable(f, def, boxed)
	}
	parameter := b != nil && b.Kind == scope.BindParameter
	for _, m := range f.Mentions(sym) {
		name, ok := m.Use.(*syntax.Name)
		if !ok {
			continue
		}
		if !parameter && len(def.Bindings) > 1 && boxed == 0 && !t.possible(f, name) {
			continue
		}
		t.push(f, name, boxed, false)
	}
	global := def.Scope.Kind == scope.Module || sym.Storage == scope.GlobalExplicit
	if global {
		t.global(f, def.Name, boxed)
	}
}

type seenSymbol struct {
	sym   *scope.Symbol
	boxed int
}

// possible reports whether a name can be the object, as far as inference knows.
func (t *tracker) possible(f *modules.File, name *syntax.Name) bool {
	types := t.g.engine.Expr(f, name)
	for _, v := range types {
		in, ok := v.(*infer.Instance)
		if !ok || in.Site == nil || in.Site == t.site.Call {
			return true
		}
	}
	return len(types) == 0
}

// global follows a module-level variable into the modules that import it.
func (t *tracker) global(f *modules.File, name string, boxed int) {
	if name != "" && name[0] != '_' {
		t.site.Exposed = true
	}
	view := t.g.engine.View
	for _, other := range view.Mentioning(name) {
		for _, imp := range other.Imports() {
			stmt, ok := imp.Stmt.(*syntax.ImportFrom)
			if !ok || imp.Alias.Name != name && imp.Alias.Name != "*" {
				continue
			}
			if view.Resolve(other.Path, stmt.Module, stmt.Level).Path != f.Path {
				continue
			}
			switch {
			case imp.Alias.Name == "*":
				t.starred(other, name, boxed)
			case imp.Alias.AsName != "":
				t.variable(other, imp.Alias.AsNameSpan, boxed)
			default:
				t.variable(other, imp.Alias.NameSpan, boxed)
			}
		}
		for _, a := range other.Attributes(name) {
			if a.Ctx != syntax.Load {
				continue
			}
			for _, v := range t.g.engine.Expr(other, a.Value) {
				if m, ok := v.(*infer.Module); ok && m.File != nil && m.File.Path == f.Path {
					t.push(other, a, boxed, false)
				}
			}
		}
	}
}

// starred follows a global into a file that imports all names.
func (t *tracker) starred(f *modules.File, name string, boxed int) {
	for _, s := range f.Scopes.Scopes {
		sym := s.Lookup(name)
		if sym == nil || modules.Definer(sym).Bound {
			continue
		}
		for _, u := range sym.Uses {
			if n, ok := u.Node.(*syntax.Name); ok {
				t.push(f, n, boxed, false)
			}
		}
	}
}

// classVariable follows "x = channel()" in a class body to the attributes named x.
func (t *tracker) classVariable(f *modules.File, sym *scope.Symbol, boxed int) {
	if def, ok := sym.Scope.Node.(*syntax.ClassDef); ok {
		t.attributeUses(sym.Name, []*infer.Class{{File: f, Def: def}}, boxed)
	}
}

// attributeSlot follows "x.name = value" to the uses of the attribute.
func (t *tracker) attributeSlot(f *modules.File, a *syntax.Attribute, boxed int) {
	var owners []*infer.Class
	for _, v := range t.g.engine.Expr(f, a.Value) {
		switch v := v.(type) {
		case *infer.Instance:
			owners = append(owners, v.Class)
		case *infer.Class:
			owners = append(owners, v)
		case *infer.Module:
			if v.File != nil {
				t.global(v.File, a.Name, boxed)
				if sym := v.File.Global(a.Name); sym != nil {
					t.variable(v.File, sym.Bindings[0].Span, boxed)
				}
				return
			}
		}
	}
	t.attributeUses(a.Name, owners, boxed)
}

type seenAttr struct {
	name  string
	owner *syntax.ClassDef
	boxed int
}

// attributeUses visits all expressions "x.name" where x can be of one of the classes. Without known
// classes, x can be anything.
func (t *tracker) attributeUses(name string, owners []*infer.Class, boxed int) {
	if name == "" {
		t.open()
		return
	}
	if name[0] != '_' {
		t.site.Exposed = true
	}
	key := seenAttr{name: name, boxed: boxed}
	if len(owners) > 0 {
		key.owner = owners[0].Def
	}
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	e := t.g.engine
	for _, f := range e.View.Mentioning(name) {
		for _, a := range f.Attributes(name) {
			if a.Ctx != syntax.Load {
				continue
			}
			fits, sure := t.related(e.Expr(f, a.Value), owners)
			if fits {
				t.push(f, a, boxed, !sure)
			}
		}
	}
	if t.g.reflected(owners) {
		t.open()
	}
}

// related says whether a value can hold an attribute of one of the owners, and whether that is sure.
func (t *tracker) related(base infer.Type, owners []*infer.Class) (fits, sure bool) {
	if len(base) == 0 || len(owners) == 0 {
		return true, false
	}
	for _, v := range base {
		var c *infer.Class
		switch v := v.(type) {
		case *infer.Instance:
			c = v.Class
		case *infer.Class:
			c = v
		default:
			continue
		}
		for _, o := range owners {
			if t.g.engine.Inherits(c, o) || t.g.engine.Inherits(o, c) {
				return true, true
			}
		}
	}
	return false, false
}

// dynamicGetattr reports a getattr with a computed name on something that can be of one of the classes.
func dynamicGetattr(e *infer.Engine, f *modules.File, owners []*infer.Class) bool {
	for _, c := range f.Calls() {
		n, ok := c.Func.(*syntax.Name)
		if !ok || n.Id != "getattr" || len(c.Args) < 2 {
			continue
		}
		if k, ok := c.Args[1].(*syntax.Constant); ok && k.Kind == syntax.Str {
			continue
		}
		base := e.Expr(f, c.Args[0])
		for _, v := range base {
			in, ok := v.(*infer.Instance)
			if !ok {
				continue
			}
			for _, o := range owners {
				if e.Inherits(in.Class, o) || e.Inherits(o, in.Class) {
					return true
				}
			}
		}
	}
	return false
}

// iterated handles a loop over the object (an operation of a channel) or over its container.
func (t *tracker) iterated(h holder, loop syntax.Node, target syntax.Expr) {
	if h.boxed == 0 {
		t.op(h, Iterate, loop, h.x.Range(), nil)
		return
	}
	t.bind(holder{f: h.f, x: h.x, boxed: h.boxed - 1, maybe: h.maybe}, target, nil)
}

func (t *tracker) subscript(h holder, p *syntax.Subscript) {
	if p.Value != h.x { // used as a key
		t.open()
		return
	}
	if h.boxed == 0 || p.Ctx != syntax.Load {
		return
	}
	if _, slice := p.Index.(*syntax.Slice); slice {
		t.push(h.f, p, h.boxed, h.maybe)
	} else {
		t.push(h.f, p, h.boxed-1, h.maybe)
	}
}

// returned follows the value out of a function to its calls.
func (t *tracker) returned(h holder, fn syntax.Node) {
	def, ok := fn.(*syntax.FunctionDef)
	if !ok || len(def.Decorators) > 0 && !harmless(def) || def.Async {
		t.open()
		return
	}
	key := seenResult{def, h.boxed}
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	r := t.g.callers(h.f, def)
	if r.unknown {
		t.open()
	}
	for _, c := range r.calls {
		if !c.spawn {
			t.push(c.f, c.call, h.boxed, false)
		}
	}
	for _, a := range r.reads { // a property
		t.push(a.f, a.attr, h.boxed, false)
	}
}

type seenResult struct {
	def   *syntax.FunctionDef
	boxed int
}

func harmless(def *syntax.FunctionDef) bool {
	for _, d := range def.Decorators {
		n, ok := d.(*syntax.Name)
		if !ok || n.Id != "staticmethod" && n.Id != "classmethod" && n.Id != "property" {
			return false
		}
	}
	return true
}
