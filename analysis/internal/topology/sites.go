package topology

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// attribute handles "object.name".
func (t *tracker) attribute(h holder, a *syntax.Attribute) {
	if a.Ctx != syntax.Load {
		if h.boxed == 0 && t.channel != nil && (a.Name == "preference" || a.Name == "schedule_all") {
			t.op(h, SetPreference, a, a.NameSpan, nil)
		} else if t.tasklet != nil {
			t.tasklet.Used = true
			if a.Name == "tempval" {
				t.tasklet.Killed = true
			}
		}
		return
	}
	call, called := h.f.Parent(a).(*syntax.Call)
	called = called && call.Func == syntax.Expr(a)
	switch {
	case h.boxed > 0:
		t.containerMethod(h, a, call, called)
	case t.channel != nil:
		t.channelMethod(h, a, call, called)
	default:
		t.taskletMethod(h, a, call, called)
	}
}

func (t *tracker) channelMethod(h holder, a *syntax.Attribute, call *syntax.Call, called bool) {
	kind, known := channelOps[a.Name]
	switch {
	case !known:
		if a.Name == "balance" || a.Name == "queue" {
			t.op(h, Balance, a, a.NameSpan, nil)
		}
		return
	case called:
		var value syntax.Expr
		if kind == Send && len(call.Args) == 1 {
			value = call.Args[0]
		}
		t.op(h, kind, call, a.NameSpan, value)
		return
	}
	// The method as a value: what a tasklet runs, or gone.
	if c, ok := h.f.Parent(a).(*syntax.Call); ok {
		if t.g.makesTasklet(h.f, c) && Argument(c, 0, "func") == syntax.Expr(a) {
			t.op(h, kind, c, a.NameSpan, nil)
			t.channel.Ops[len(t.channel.Ops)-1].Spawned = true
			return
		}
	}
	t.op(h, kind, a, a.NameSpan, nil)
	t.channel.Ops[len(t.channel.Ops)-1].Maybe = true
	t.open()
}

var channelOps = map[string]OpKind{
	"send": Send, "send_exception": SendException, "send_throw": SendException, "send_sequence": SendSequence,
	"receive": Receive, "next": Receive, "__next__": Receive, "close": Close, "open": Reopen,
}

func (t *tracker) op(h holder, kind OpKind, node syntax.Node, span syntax.Span, value syntax.Expr) {
	if t.tasklet != nil {
		return
	}
	t.channel.Ops = append(t.channel.Ops, Op{
		Kind: kind, File: h.f, Node: node, Span: span, Value: value, Func: Owner(h.f, node), Maybe: h.maybe,
		Guarded: guarded(h.f, node), Caught: caught(h.f, node),
	})
}

// containerMethod handles "container.name" for a container that holds the object.
func (t *tracker) containerMethod(h holder, a *syntax.Attribute, call *syntax.Call, called bool) {
	if !called {
		t.open()
		return
	}
	switch a.Name {
	case "pop", "get", "popleft", "setdefault", "__getitem__":
		t.push(h.f, call, h.boxed-1, h.maybe)
	case "items", "popitem": // pairs of key and value
		t.push(h.f, call, h.boxed+1, h.maybe)
	case "values", "copy", "union", "__iter__":
		t.push(h.f, call, h.boxed, h.maybe)
	case "append", "add", "insert", "extend", "remove", "index", "count", "clear", "keys", "sort", "reverse", "update", "appendleft", "discard":
	default:
		t.open()
	}
}

func (t *tracker) taskletMethod(h holder, a *syntax.Attribute, call *syntax.Call, called bool) {
	tk := t.tasklet
	tk.Used = true
	if !called {
		switch a.Name {
		case "alive", "blocked", "scheduled", "paused", "is_main", "is_current", "atomic", "thread_id", "frame", "recursion_depth", "restorable":
		case "__call__", "setup", "insert", "run", "kill", "throw", "raise_exception", "bind", "switch":
			t.open()
			tk.Killed = true
		}
		return
	}
	switch a.Name {
	case "setup", "__call__":
		t.spawn(h.f, call)
		t.push(h.f, call, 0, h.maybe)
	case "insert", "run", "switch":
		t.spawn(h.f, call)
		t.push(h.f, call, 0, h.maybe)
	case "bind":
		if args, kwargs := Argument(call, 1, "args"), Argument(call, 2, "kwargs"); args != nil && !IsNone(args) || kwargs != nil && !IsNone(kwargs) {
			tk.Bound = true
		}
		tk.Binds++
		t.push(h.f, call, 0, h.maybe)
	case "remove", "set_context":
		t.push(h.f, call, 0, h.maybe)
	case "kill", "throw", "raise_exception":
		tk.Killed = true
	case "bind_thread", "__setstate__":
		t.open()
	}
}

func (t *tracker) spawn(f *modules.File, call *syntax.Call) {
	t.tasklet.Spawns = append(t.tasklet.Spawns, Spawn{File: f, Call: call, Func: Owner(f, call), Loop: InLoop(f, call)})
}

// called handles "object(...)".
func (t *tracker) called(h holder, c *syntax.Call) {
	if h.boxed > 0 || t.channel != nil {
		return
	}
	t.tasklet.Used = true
	t.spawn(h.f, c)
	t.push(h.f, c, 0, h.maybe)
}

// argument follows the value into the parameters of what is called.
func (t *tracker) argument(h holder, c *syntax.Call, x syntax.Expr) {
	e := t.g.engine
	known := false
	for _, inv := range e.Invocations(h.f, c) {
		known = true
		if inv.Func.File.Stub {
			if !t.builtinArgument(h, c, inv.Func) {
				t.open()
			}
			continue
		}
		if inv.Func.Def != nil && !harmless(inv.Func.Def) {
			t.open()
			continue
		}
		p := parameterFor(&inv, x)
		if p == nil {
			t.open()
			continue
		}
		args := inv.Func.Arguments()
		switch p {
		case args.VarArg, args.KwArg:
			t.box()
			depth := h.boxed + 1
			if _, star := h.f.Parent(x).(*syntax.Starred); star {
				depth = h.boxed // out of one container, into another
			}
			t.variable(inv.Func.File, p.NameSpan, depth)
		default:
			t.variable(inv.Func.File, p.NameSpan, h.boxed)
		}
	}
	if known {
		return
	}
	for _, v := range e.Expr(h.f, c.Func) {
		cls, ok := v.(*infer.Class)
		if !ok {
			continue
		}
		if cls.File == e.Builtins() {
			switch cls.Name() {
			case "enumerate", "zip": // tuples
				if h.boxed > 0 {
					t.push(h.f, c, h.boxed+1, h.maybe)
				} else if t.channel != nil {
					t.op(h, Iterate, c, h.x.Range(), nil)
				}
				return
			case "map": // the function gets the items
				if h.boxed > 0 {
					t.open()
				} else if t.channel != nil {
					t.op(h, Iterate, c, h.x.Range(), nil)
				}
				return
			case "list", "tuple", "set", "dict", "frozenset", "reversed", "filter":
				if h.boxed > 0 {
					t.push(h.f, c, h.boxed, h.maybe)
				} else if t.channel != nil {
					t.op(h, Iterate, c, h.x.Range(), nil)
				}
				return
			case "str", "bool", "type", "int":
				if t.tasklet != nil {
					t.tasklet.Used = true
				}
				return
			}
		}
		if !cls.File.Stub && !e.Complete(cls) {
			break
		}
		if !cls.File.Stub && len(e.Attr(&infer.Instance{Class: cls}, "__init__")) == 0 {
			return
		}
	}
	if at, ok := c.Func.(*syntax.Attribute); ok {
		// container.append(object)
		switch at.Name {
		case "append", "add", "appendleft", "insert", "setdefault", "put":
			if t.g.builtinContainer(h.f, at.Value) {
				t.box()
				t.push(h.f, at.Value, h.boxed+1, h.maybe)
				t.containerSlot(h.f, at.Value, h.boxed+1)
				return
			}
		}
	}
	t.open()
}

// containerSlot follows a container that something is put into, from the variable or attribute it is in.
func (t *tracker) containerSlot(f *modules.File, x syntax.Expr, boxed int) {
	switch x := x.(type) {
	case *syntax.Name:
		t.variable(f, x.Span, boxed)
	case *syntax.Attribute:
		t.attributeSlot(f, x, boxed)
	case *syntax.Subscript:
		t.containerSlot(f, x.Value, boxed+1)
	default:
		t.open()
	}
}

// builtinContainer reports a value that is a list, set, dict or deque.
func (g *Graph) builtinContainer(f *modules.File, x syntax.Expr) bool {
	for _, v := range g.engine.Expr(f, x) {
		in, ok := v.(*infer.Instance)
		if !ok {
			continue
		}
		switch in.Class.Name() {
		case "list", "set", "dict", "deque", "defaultdict", "OrderedDict":
			return in.Class.File.Stub
		}
	}
	return false
}

// builtinArgument handles a value given to a function of the library; false means it may be kept.
func (t *tracker) builtinArgument(h holder, c *syntax.Call, fn *infer.Func) bool {
	e := t.g.engine
	if fn.File.Path != modules.StubPath("builtins") {
		n := e.Stackless(fn)
		switch n {
		case "channel.send":
			return false // it travels
		case "":
			return false
		}
		return true
	}
	owner, method := h.f.Parent(fn.Def), fn.Name()
	if owner == nil {
		if p, ok := fn.File.Parent(fn.Def).(*syntax.ClassDef); ok {
			owner = p
		}
	}
	if cls, ok := owner.(*syntax.ClassDef); ok {
		at, isAttr := c.Func.(*syntax.Attribute)
		switch cls.Name {
		case "str", "bytes":
			if method == "join" && t.channel != nil && h.boxed == 0 {
				t.op(h, Iterate, c, h.x.Range(), nil)
				return true
			}
		case "list", "set", "dict":
			switch method {
			case "append", "add", "insert", "setdefault", "extend":
				if method == "extend" && h.boxed == 0 && t.channel != nil {
					t.op(h, Iterate, c, h.x.Range(), nil)
					return true
				}
				t.box()
				if isAttr {
					depth := h.boxed + 1
					if method == "extend" {
						depth = h.boxed
					}
					t.push(h.f, at.Value, depth, h.maybe)
					t.containerSlot(h.f, at.Value, depth)
				}
				return isAttr
			case "remove", "index", "count", "discard", "get", "pop":
				return true
			}
			if method == "__init__" {
				if h.boxed > 0 {
					t.push(h.f, c, h.boxed, h.maybe)
				}
				return true
			}
		}
		return false
	}
	switch method {
	case "any", "all", "sum", "sorted", "max", "min":
		if t.channel != nil && h.boxed == 0 {
			t.op(h, Iterate, c, h.x.Range(), nil)
			return true
		}
		if h.boxed > 0 {
			depth := h.boxed - 1
			if method == "sorted" {
				depth = h.boxed
			}
			t.push(h.f, c, depth, h.maybe)
		}
		return true
	case "print", "repr", "id", "len", "isinstance", "hash", "callable", "hasattr", "format", "ascii":
		if t.tasklet != nil {
			t.tasklet.Used = true
		}
		return true
	case "next":
		if t.channel != nil && h.boxed == 0 {
			t.op(h, Receive, c, h.x.Range(), nil)
			return true
		}
		if h.boxed > 0 {
			t.push(h.f, c, h.boxed-1, h.maybe)
		}
		return true
	case "iter":
		t.push(h.f, c, h.boxed, h.maybe)
		return true
	case "getattr":
		if k := Argument(c, 1, "name"); k != nil {
			if s, ok := k.(*syntax.Constant); ok && s.Kind == syntax.Str {
				if kind, isOp := channelOps[s.Str]; isOp && t.channel != nil {
					t.op(h, kind, c, c.Span, nil)
				}
				return s.Str == "balance" || s.Str == "closed"
			}
		}
	}
	return false
}

// parameterFor is the parameter that an argument expression goes to, or nil.
func parameterFor(inv *infer.Invocation, x syntax.Expr) *syntax.Arg {
	args := inv.Func.Arguments()
	if inv.Partial {
		return nil
	}
	for _, k := range inv.Keywords {
		if k.Value == x {
			if k.Name == "" {
				return nil
			}
			for _, p := range append(append([]*syntax.Arg(nil), args.Args...), args.KwOnly...) {
				if p.Name == k.Name {
					return p
				}
			}
			return args.KwArg
		}
	}
	pos := append(append([]*syntax.Arg(nil), args.PosOnly...), args.Args...)
	if inv.Func.Bound() && len(pos) > 0 {
		pos = pos[1:]
	}
	for i, a := range inv.Args {
		if s, star := a.(*syntax.Starred); star {
			if s.Value == x {
				if i == len(pos) && args.VarArg != nil {
					return args.VarArg
				}
				return nil
			}
			return nil
		}
		if a == x {
			if i < len(pos) {
				return pos[i]
			}
			return args.VarArg
		}
	}
	return nil
}

// makesTasklet reports a call of the class tasklet, or of bind.
func (g *Graph) makesTasklet(f *modules.File, c *syntax.Call) bool {
	for _, v := range g.engine.Expr(f, c.Func) {
		switch v := v.(type) {
		case *infer.Class:
			if n, _ := g.engine.StacklessClass(v); n == "tasklet" {
				return true
			}
		case *infer.Func:
			if g.engine.Stackless(v) == "tasklet.bind" {
				return true
			}
		}
	}
	return false
}

// guarded reports a node under an if, while or conditional that looks at a channel's balance or at
// whether a tasklet is blocked.
func guarded(f *modules.File, n syntax.Node) bool {
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		var test syntax.Expr
		switch p := p.(type) {
		case *syntax.If:
			test = p.Test
		case *syntax.While:
			test = p.Test
		case *syntax.IfExp:
			test = p.Test
		case *syntax.BoolOp:
			for _, v := range p.Values {
				if syntax.Node(v) != child && looks(v) {
					return true
				}
			}
		case *syntax.FunctionDef, *syntax.Lambda:
			return false
		}
		if test != nil && syntax.Node(test) != child && looks(test) {
			return true
		}
	}
	return false
}

func looks(x syntax.Expr) bool {
	found := false
	modules.Walk(x, func(n syntax.Node) {
		if a, ok := n.(*syntax.Attribute); ok && (a.Name == "balance" || a.Name == "queue" || a.Name == "blocked" || a.Name == "closed" || a.Name == "closing") {
			found = true
		}
	})
	return found
}

// caught reports a node inside a try that handles the RuntimeError of a deadlock.
func caught(f *modules.File, n syntax.Node) bool {
	child := n
	for p := f.Parent(n); p != nil; child, p = p, f.Parent(p) {
		switch p := p.(type) {
		case *syntax.Try:
			s, ok := child.(syntax.Stmt)
			if !ok || !holds(p.Body, s) {
				continue
			}
			for _, h := range p.Handlers {
				if h.Type == nil || names(h.Type, "RuntimeError", "Exception", "BaseException", "ValueError") {
					return true
				}
			}
		case *syntax.With:
			for _, w := range p.Items { // with self.assertRaises(RuntimeError):
				if c, ok := w.Context.(*syntax.Call); ok && names(c.Func, "assertRaises", "assertRaisesRegex", "raises", "suppress") {
					return true
				}
			}
		case *syntax.FunctionDef, *syntax.Lambda:
			return false
		}
	}
	return false
}

func holds(list []syntax.Stmt, s syntax.Stmt) bool {
	for _, t := range list {
		if t == s {
			return true
		}
	}
	return false
}

// names reports an expression, or a tuple of them, that ends in one of some names.
func names(x syntax.Expr, wanted ...string) bool {
	last := ""
	switch x := x.(type) {
	case *syntax.Tuple:
		for _, v := range x.Elts {
			if names(v, wanted...) {
				return true
			}
		}
		return false
	case *syntax.Name:
		last = x.Id
	case *syntax.Attribute:
		last = x.Name
	}
	for _, w := range wanted {
		if last == w {
			return true
		}
	}
	return false
}
