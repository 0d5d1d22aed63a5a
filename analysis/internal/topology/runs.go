package topology

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
	"slp/syntax/scope"
)

// Runs says who executes the body of a function.
type Runs struct {
	Main    bool    // the program's main line: module code, or what it calls
	Spawns  []Spawn // as, or inside, a tasklet that these places start
	Unknown bool    // somebody that is not seen
	Caught  bool    // some call of it expects an exception
	Many    bool    // more than once, by any of them
}

// Never reports a function that nobody is seen to execute.
func (r Runs) Never() bool { return !r.Main && !r.Unknown && len(r.Spawns) == 0 }

// Once reports a function that is executed exactly once, and by whom it is known.
func (r Runs) Once() bool {
	n := len(r.Spawns)
	if r.Main {
		n++
	}
	return n == 1 && !r.Unknown && !r.Many && (len(r.Spawns) == 0 || !r.Spawns[0].Loop)
}

// Runs says who executes a function, lambda, class body or module. It goes back over the calls from
// each function to those that call it, once to each.
func (g *Graph) Runs(f *modules.File, fn syntax.Node) Runs {
	for {
		c, ok := fn.(*syntax.ClassDef)
		if !ok {
			break
		}
		fn = Owner(f, c)
	}
	if _, ok := fn.(*syntax.Module); ok {
		return Runs{Main: true}
	}
	if r, known := g.runs[fn]; known {
		return r
	}
	if g.runsBusy[fn] {
		return Runs{Many: true}
	}
	g.runsBusy[fn] = true
	defer delete(g.runsBusy, fn)
	var r Runs
	type place struct {
		f  *modules.File
		fn syntax.Node
	}
	todo := []place{{f, fn}}
	seen := map[syntax.Node]bool{fn: true}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		c := g.callers(p.f, p.fn)
		r.Unknown = r.Unknown || c.unknown || len(c.reads) > 0
		r.Caught = r.Caught || c.caught
		r.Many = r.Many || len(c.calls) > 1
		for _, k := range c.calls {
			if k.spawn {
				s := Spawn{File: k.f, Call: k.call, Func: Owner(k.f, k.call), Loop: InLoop(k.f, k.call)}
				r.Spawns = addSpawn(r.Spawns, s)
				by := g.Runs(k.f, s.Func)
				r.Many = r.Many || by.Many || len(by.Spawns) > 1
				continue
			}
			r.Caught = r.Caught || tried(k.f, k.call)
			r.Many = r.Many || InLoop(k.f, k.call)
			owner := Owner(k.f, k.call)
			for {
				cls, ok := owner.(*syntax.ClassDef)
				if !ok {
					break
				}
				owner = Owner(k.f, cls)
			}
			switch {
			case isModule(owner):
				r.Main = true
			case seen[owner]:
				r.Many = true
			default:
				seen[owner] = true
				todo = append(todo, place{k.f, owner})
			}
		}
	}
	g.runs[fn] = r
	return r
}

func isModule(n syntax.Node) bool {
	_, ok := n.(*syntax.Module)
	return ok
}

// tried reports a node inside the body of a try with a handler, or of a with that expects an error.
func tried(f *modules.File, n syntax.Node) bool {
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		switch p := p.(type) {
		case *syntax.Try:
			if s, ok := child.(syntax.Stmt); ok && len(p.Handlers) > 0 && holds(p.Body, s) {
				return true
			}
		case *syntax.FunctionDef, *syntax.Lambda:
			return false
		}
	}
	return caught(f, n)
}

func addSpawn(list []Spawn, s Spawn) []Spawn {
	for _, t := range list {
		if t.Call == s.Call {
			return list
		}
	}
	return append(list, s)
}

// caller is a call that leads to a function, or the spawn of a tasklet that runs it.
type caller struct {
	f     *modules.File
	call  *syntax.Call
	spawn bool
}

type propertyRead struct {
	f    *modules.File
	attr *syntax.Attribute
}

type callerSet struct {
	calls   []caller
	reads   []propertyRead
	unknown bool
	caught  bool // given to something that expects an exception from it

	seen    map[syntax.Expr]bool // expressions looked at
	symbols map[*scope.Symbol]bool
}

// callers finds the calls of a function by its mentions: the variable or attribute that holds it.
func (g *Graph) callers(f *modules.File, fn syntax.Node) callerSet {
	if out, known := g.callersOf[fn]; known {
		return out
	}
	out := g.findCallers(f, fn)
	if g.complete {
		g.callersOf[fn] = out
	}
	return out
}

func (g *Graph) findCallers(f *modules.File, fn syntax.Node) callerSet {
	out := callerSet{seen: map[syntax.Expr]bool{}, symbols: map[*scope.Symbol]bool{}}
	switch fn := fn.(type) {
	case *syntax.Lambda:
		g.held(f, fn, fn, &out)
	case *syntax.FunctionDef:
		if fn.Name == "" {
			out.unknown = true
			return out
		}
		for _, d := range fn.Decorators {
			if n, ok := d.(*syntax.Name); ok && (n.Id == "staticmethod" || n.Id == "classmethod" || n.Id == "property") {
				continue
			}
			out.unknown = true
		}
		if cls, ok := f.Parent(fn).(*syntax.ClassDef); ok {
			g.methodMentions(f, cls, fn, &out)
		} else {
			g.functionMentions(f, fn, &out)
		}
	}
	return out
}

func (g *Graph) functionMentions(f *modules.File, fn *syntax.FunctionDef, out *callerSet) {
	sym, _, _ := f.NameAt(fn.NameSpan.Start)
	if sym == nil {
		out.unknown = true
		return
	}
	g.symbolMentions(f, sym, fn, out)
	def := modules.Definer(sym)
	if def.Scope.Kind != scope.Module {
		return
	}
	for _, other := range g.engine.View.Mentioning(fn.Name) {
		for _, imp := range other.Imports() {
			stmt, ok := imp.Stmt.(*syntax.ImportFrom)
			if !ok || imp.Alias.Name != fn.Name || other == f {
				continue
			}
			if g.engine.View.Resolve(other.Path, stmt.Module, stmt.Level).Path != f.Path {
				continue
			}
			span := imp.Alias.NameSpan
			if imp.Alias.AsName != "" {
				span = imp.Alias.AsNameSpan
			}
			if s, _, _ := other.NameAt(span.Start); s != nil {
				g.symbolMentions(other, s, fn, out)
			}
		}
		for _, a := range other.Attributes(fn.Name) {
			for _, v := range g.engine.Expr(other, a.Value) {
				if m, ok := v.(*infer.Module); ok && m.File != nil && m.File.Path == f.Path {
					g.held(other, a, fn, out)
				}
			}
		}
	}
}

func (g *Graph) symbolMentions(f *modules.File, sym *scope.Symbol, fn syntax.Node, out *callerSet) {
	for _, m := range f.Mentions(sym) {
		if n, ok := m.Use.(*syntax.Name); ok {
			g.held(f, n, fn, out)
		}
	}
}

// methodMentions finds the calls of a method: every "x.name" where x can be of the class.
func (g *Graph) methodMentions(f *modules.File, cls *syntax.ClassDef, fn *syntax.FunctionDef, out *callerSet) {
	owner := &infer.Class{File: f, Def: cls}
	property := g.property(fn)
	if fn.Name == "__init__" || fn.Name == "__new__" {
		g.constructions(f, cls, out)
		return
	}
	if len(fn.Name) > 4 && fn.Name[:2] == "__" && fn.Name[len(fn.Name)-2:] == "__" {
		out.unknown = true // called by the language
		return
	}
	if !g.engine.Complete(owner) {
		out.unknown = true // a base class that is not seen may call it
	}
	for _, other := range g.engine.View.Mentioning(fn.Name) {
		for _, a := range other.Attributes(fn.Name) {
			if a.Ctx != syntax.Load {
				continue
			}
			base := g.engine.Expr(other, a.Value)
			if len(base) == 0 {
				if c, ok := a.Value.(*syntax.Call); ok {
					if n, ok := c.Func.(*syntax.Name); ok && n.Id == "super" {
						if k := g.enclosing(other, a); k != nil && g.engine.Inherits(k, owner) {
							g.held(other, a, fn, out)
						}
						continue
					}
				}
				g.held(other, a, fn, out)
				continue
			}
			for _, v := range base {
				var c *infer.Class
				switch v := v.(type) {
				case *infer.Instance:
					c = v.Class
				case *infer.Class:
					c = v
				}
				if c != nil && (g.engine.Inherits(c, owner) || g.engine.Inherits(owner, c)) {
					if property {
						out.reads = append(out.reads, propertyRead{other, a})
					} else {
						g.held(other, a, fn, out)
					}
					break
				}
			}
		}
	}
	out.unknown = out.unknown || g.reflected([]*infer.Class{owner})
}

// reflected reports that somewhere attributes of one of the classes are looked up by a computed name.
func (g *Graph) reflected(owners []*infer.Class) bool {
	for _, o := range owners {
		is, known := g.getattrs[o.Def]
		if !known {
			for _, f := range g.engine.View.Mentioning("getattr") {
				is = is || dynamicGetattr(g.engine, f, []*infer.Class{o})
			}
			g.getattrs[o.Def] = is
		}
		if is {
			return true
		}
	}
	return false
}

func (g *Graph) property(fn *syntax.FunctionDef) bool {
	for _, d := range fn.Decorators {
		if n, ok := d.(*syntax.Name); ok && n.Id == "property" {
			return true
		}
	}
	return false
}

func (g *Graph) enclosing(f *modules.File, n syntax.Node) *infer.Class {
	for p := f.Parent(n); p != nil; p = f.Parent(p) {
		if def, ok := p.(*syntax.ClassDef); ok {
			return &infer.Class{File: f, Def: def}
		}
	}
	return nil
}

// constructions are the calls of a class.
func (g *Graph) constructions(f *modules.File, cls *syntax.ClassDef, out *callerSet) {
	for _, other := range g.engine.View.Mentioning(cls.Name) {
		for _, c := range other.Calls() {
			for _, v := range g.engine.Expr(other, c.Func) {
				if k, ok := v.(*infer.Class); ok && k.Def == cls {
					out.calls = append(out.calls, caller{f: other, call: c})
				}
			}
		}
	}
}

// held looks at what is done with an expression that is the function.
func (g *Graph) held(f *modules.File, x syntax.Expr, fn syntax.Node, out *callerSet) {
	if out.seen[x] {
		return
	}
	out.seen[x] = true
	if len(out.seen) > maxSteps {
		out.unknown = true
		return
	}
	switch p := f.Parent(x).(type) {
	case *syntax.Call:
		if p.Func == x {
			out.calls = append(out.calls, caller{f: f, call: p})
			return
		}
		g.passed(f, p, x, fn, out)
	case *syntax.Keyword:
		if c, ok := f.Parent(p).(*syntax.Call); ok {
			g.passed(f, c, x, fn, out)
			return
		}
		out.unknown = true
	case *syntax.Assign:
		for _, target := range p.Targets {
			g.stored(f, target, fn, out)
		}
	case *syntax.AnnAssign:
		g.stored(f, p.Target, fn, out)
	case *syntax.Lambda, *syntax.Return:
		out.unknown = true
	case *syntax.ExprStmt, *syntax.Compare, *syntax.Attribute, *syntax.Delete:
	default:
		out.unknown = true
	}
}

func (g *Graph) stored(f *modules.File, target syntax.Expr, fn syntax.Node, out *callerSet) {
	n, ok := target.(*syntax.Name)
	if !ok {
		out.unknown = true
		return
	}
	sym := f.SymbolOf(n)
	if sym == nil || modules.Definer(sym).Scope.Kind == scope.Class {
		out.unknown = true
		return
	}
	for _, m := range f.Mentions(sym) {
		if use, ok := m.Use.(*syntax.Name); ok {
			g.held(f, use, fn, out)
		}
	}
}

// passed handles the function as an argument: of tasklet(), or of a function that takes it.
func (g *Graph) passed(f *modules.File, c *syntax.Call, x syntax.Expr, fn syntax.Node, out *callerSet) {
	if g.makesTasklet(f, c) && Argument(c, 0, "func") == x {
		found := false
		for _, tk := range g.taskletsAt(f, c) {
			found = true
			for _, s := range tk.Spawns {
				out.calls = append(out.calls, caller{f: s.File, call: s.Call, spawn: true})
			}
			if tk.Open {
				out.unknown = true
			}
		}
		if !found {
			out.calls = append(out.calls, caller{f: f, call: c, spawn: true})
		}
		return
	}
	if names(c.Func, "assertRaises", "assertRaisesRegex", "raises", "failUnlessRaises") {
		out.caught = true
	}
	invs := g.engine.Invocations(f, c)
	if len(invs) == 0 {
		out.unknown = true
		return
	}
	for _, inv := range invs {
		p := parameterFor(&inv, x)
		if p == nil || inv.Func.File.Stub || inv.Func.Def == nil || p == inv.Func.Def.Args.VarArg || p == inv.Func.Def.Args.KwArg {
			out.unknown = true
			continue
		}
		sym, _, _ := inv.Func.File.NameAt(p.NameSpan.Start)
		if sym == nil {
			out.unknown = true
			continue
		}
		if out.symbols[sym] {
			continue
		}
		out.symbols[sym] = true
		for _, m := range inv.Func.File.Mentions(sym) {
			if use, ok := m.Use.(*syntax.Name); ok {
				g.held(inv.Func.File, use, fn, out)
			}
		}
	}
}

// taskletsAt are the tasklets that a call makes, or binds.
func (g *Graph) taskletsAt(f *modules.File, c *syntax.Call) []*Tasklet {
	var out []*Tasklet
	for _, tk := range g.Tasklets {
		if tk.Call == c {
			return []*Tasklet{tk}
		}
	}
	for _, v := range g.engine.Expr(f, c) {
		if in, ok := v.(*infer.Instance); ok && in.Site != nil {
			for _, tk := range g.Tasklets {
				if tk.Call == in.Site {
					out = append(out, tk)
				}
			}
		}
	}
	return out
}

// SpawnsOf are the places where a function is started as a tasklet itself.
func (g *Graph) SpawnsOf(f *modules.File, fn syntax.Node) []Spawn {
	var out []Spawn
	for _, c := range g.callers(f, fn).calls {
		if c.spawn {
			out = append(out, Spawn{File: c.f, Call: c.call, Func: Owner(c.f, c.call), Loop: InLoop(c.f, c.call)})
		}
	}
	return out
}

// CallsOf are the places where a function is called directly.
func (g *Graph) CallsOf(f *modules.File, fn syntax.Node) []Spawn {
	var out []Spawn
	for _, c := range g.callers(f, fn).calls {
		if !c.spawn {
			out = append(out, Spawn{File: c.f, Call: c.call, Func: Owner(c.f, c.call)})
		}
	}
	return out
}
