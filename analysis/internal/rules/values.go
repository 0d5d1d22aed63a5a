package rules

import (
	"strings"

	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// stubModule reports an expression that is the built-in stub of module stackless.
func (p *pass) stubModule(x syntax.Expr) bool {
	for _, v := range p.Engine.Expr(p.File, x) {
		m, ok := v.(*infer.Module)
		if !ok || m.Target.Path != modules.StubPath("stackless") {
			return false
		}
	}
	return true
}

// isException reports a call that makes an exception.
func (p *pass) isException(c *syntax.Call) bool {
	for _, v := range p.Engine.Expr(p.File, c.Func) {
		cls, ok := v.(*infer.Class)
		if !ok {
			return false
		}
		for _, k := range p.Engine.MRO(cls) {
			if p.Engine.IsBuiltin(k, "BaseException") {
				return true
			}
		}
	}
	return false
}

// SLP122 preference-range: channel.preference is -1 (the receiver goes on), 1 (the sender) or 0. Any
// other number is taken by its sign, which is hardly what was meant.
func preferenceRange(p *pass) {
	for _, a := range p.File.Attributes("preference") {
		if a.Ctx != syntax.Store || p.Engine.Kind(p.Engine.Expr(p.File, a.Value)) != "channel" {
			continue
		}
		assign, ok := p.File.Parent(a).(*syntax.Assign)
		if !ok {
			continue
		}
		value, negative := assign.Value, false
		if u, ok := value.(*syntax.UnaryOp); ok && u.Op == syntax.USub {
			value, negative = u.Operand, true
		}
		c, ok := value.(*syntax.Constant)
		if !ok || c.Kind != syntax.Int || c.Big == nil && c.Int <= 1 {
			continue
		}
		sign := "1"
		if negative {
			sign = "-1"
		}
		d := p.report(assign.Value.Range(), High, "preference %s is taken as %s: it can be -1, 0 or 1", p.File.Source.Slice(assign.Value.Range()), sign)
		d.Fixes = append(d.Fixes, Fix{Title: "Change to " + sign, Edits: []Edit{{assign.Value.Range(), sign}}})
	}
}

// SLP123 spawn-arguments: the arguments that a tasklet is given do not fit its function. The
// TypeError comes only when the tasklet runs, far from the line that is wrong.
//
//	def work(a): ...
//	stackless.tasklet(work)(1, 2)
func spawnArguments(p *pass) {
	for _, c := range p.File.Calls() {
		if p.expectsError(c) {
			continue
		}
		invs := p.Engine.Invocations(p.File, c)
		if len(invs) != 1 || invs[0].Spawn == nil || invs[0].Partial {
			continue
		}
		inv := invs[0]
		if inv.Func.Def != nil && len(inv.Func.Def.Decorators) > 0 && !inv.Func.Bound() || inv.Func.File.Stub {
			continue
		}
		if problem := misfit(&inv); problem != "" && !p.expectsTypeError() {
			d := p.report(c.Span, High, "'%s' cannot be started so: %s", inv.Func.Name(), problem)
			if inv.Func.Def != nil {
				d.related(inv.Func.File, inv.Func.Def.NameSpan, "'%s' is defined here", inv.Func.Name())
			}
		}
	}
}

// expectsTypeError reports a file in which a run of the scheduler is expected to raise TypeError.
func (p *pass) expectsTypeError() bool {
	for _, c := range p.File.Calls() {
		switch lastName(c.Func) {
		case "run", "schedule", "receive", "switch":
		default:
			continue
		}
		child := syntax.Node(c)
		for q := p.File.Parent(c); q != nil; child, q = q, p.File.Parent(q) {
			try, ok := q.(*syntax.Try)
			if !ok {
				continue
			}
			if s, isStmt := child.(syntax.Stmt); isStmt && inList(try.Body, s) {
				for _, h := range try.Handlers {
					if h.Type == nil || mentions(h.Type, "TypeError", "Exception", "BaseException") {
						return true
					}
				}
			}
		}
	}
	return false
}

// misfit says what is wrong with the arguments of an invocation, or "".
func misfit(inv *infer.Invocation) string {
	a := inv.Func.Arguments()
	pos := append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
	posOnly := len(a.PosOnly)
	if inv.Func.Bound() && len(pos) > 0 {
		pos = pos[1:]
		posOnly = max(0, posOnly-1)
	}
	given := map[string]bool{}
	for i, x := range inv.Args {
		if _, star := x.(*syntax.Starred); star {
			return ""
		}
		if i < len(pos) {
			given[pos[i].Name] = true
		} else if a.VarArg == nil {
			return "it takes " + count(len(pos), "positional argument") + " but gets " + itoa(len(inv.Args))
		}
	}
	for _, k := range inv.Keywords {
		if k.Name == "" {
			return ""
		}
		known := a.KwArg != nil
		for i, q := range pos {
			if q.Name == k.Name && i >= posOnly {
				if given[k.Name] {
					return "it gets two values for argument '" + k.Name + "'"
				}
				known = true
			}
		}
		for _, q := range a.KwOnly {
			known = known || q.Name == k.Name
		}
		if !known {
			return "it has no parameter '" + k.Name + "'"
		}
		given[k.Name] = true
	}
	var missing []string
	for _, q := range append(pos, a.KwOnly...) {
		if !given[q.Name] && modules.Default(a, q) == nil {
			missing = append(missing, "'"+q.Name+"'")
		}
	}
	if len(missing) > 0 {
		return "it needs " + strings.Join(missing, ", ")
	}
	return ""
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// SLP124 operation-after-close: a send or receive after close() in the same run of statements, on a
// channel that only this function knows. It raises ValueError, for nobody can be waiting.
func operationAfterClose(p *pass) {
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		for _, list := range lists(n) {
			p.afterClose(list)
		}
	})
}

func (p *pass) afterClose(list []syntax.Stmt) {
	closed := map[string]*syntax.Call{}
	made := map[string]bool{}
	for _, s := range list {
		if a, ok := s.(*syntax.Assign); ok && len(a.Targets) == 1 {
			if n, ok := a.Targets[0].(*syntax.Name); ok {
				delete(closed, n.Id)
				c, isCall := a.Value.(*syntax.Call)
				made[n.Id] = isCall && p.isClass(c.Func, "channel") && p.plainClass(c.Func)
				continue
			}
		}
		x, ok := s.(*syntax.ExprStmt)
		var c *syntax.Call
		if ok {
			c, _ = x.Value.(*syntax.Call)
		}
		if c == nil {
			modules.Walk(s, func(n syntax.Node) { // anything else that has the channel may open it again
				if nm, ok := n.(*syntax.Name); ok {
					delete(closed, nm.Id)
					delete(made, nm.Id)
				}
			})
			continue
		}
		at, isAttr := c.Func.(*syntax.Attribute)
		name := ""
		if isAttr {
			if n, ok := at.Value.(*syntax.Name); ok {
				name = n.Id
			}
		}
		if !isAttr || name == "" || !made[name] {
			modules.Walk(s, func(n syntax.Node) {
				if nm, ok := n.(*syntax.Name); ok {
					delete(closed, nm.Id)
					delete(made, nm.Id)
				}
			})
			continue
		}
		switch at.Name {
		case "close":
			closed[name] = c
		case "open":
			delete(closed, name)
		case "send", "receive", "send_exception", "send_throw":
			if by := closed[name]; by != nil && !p.expectsError(c) {
				d := p.report(c.Span, High, "%s() on a closed channel raises ValueError", at.Name)
				d.related(p.File, by.Span, "'%s' is closed here", name)
			}
		}
	}
}

// SLP126 late-binding: a lambda that a loop starts as a tasklet looks up the loop's variable when it
// runs, and that is after the loop: all of them see the last value.
//
//	for i in range(3):
//	    stackless.tasklet(lambda: show(i))()     # write stackless.tasklet(show)(i)
func lateBinding(p *pass) {
	for _, c := range p.File.Calls() {
		lam, ok := topology.Argument(c, 0, "func").(*syntax.Lambda)
		if !ok || !p.isClass(c.Func, "tasklet") {
			continue
		}
		loop, ok := p.loopAround(c).(*syntax.For)
		if !ok || p.runsInside(loop) {
			continue
		}
		params := map[string]bool{}
		for _, q := range modules.Parameters(lam.Args) {
			params[q.Name] = true
		}
		bound := targetNames(loop.Target)
		var seen *syntax.Name
		modules.Walk(lam.Body, func(n syntax.Node) {
			if nm, ok := n.(*syntax.Name); ok && bound[nm.Id] && !params[nm.Id] && seen == nil {
				seen = nm
			}
		})
		if seen == nil {
			continue
		}
		d := p.report(seen.Span, High, "all these tasklets see the last value of '%s': the lambda reads it when it runs, after the loop", seen.Id)
		d.related(p.File, loop.Target.Range(), "the loop's variable")
		d.Hint = "give it as an argument: tasklet(function)(" + seen.Id + ")"
		if len(params) == 0 {
			at := lam.Start + int32(len("lambda"))
			d.Fixes = append(d.Fixes, Fix{Title: "Keep the value: lambda " + seen.Id + "=" + seen.Id, Edits: []Edit{{
				Span: syntax.Span{Start: at, End: at}, Text: " " + seen.Id + "=" + seen.Id,
			}}})
		}
	}
}

func targetNames(x syntax.Expr) map[string]bool {
	out := map[string]bool{}
	modules.Walk(x, func(n syntax.Node) {
		if nm, ok := n.(*syntax.Name); ok {
			out[nm.Id] = true
		}
	})
	return out
}

// runsInside reports a loop whose body lets tasklets run before its variable changes.
func (p *pass) runsInside(loop *syntax.For) bool {
	found := false
	for _, s := range loop.Body {
		modules.Walk(s, func(n syntax.Node) {
			if c, ok := n.(*syntax.Call); ok {
				switch lastName(c.Func) {
				case "run", "schedule", "receive", "send", "switch", "send_exception":
					found = true
				}
			}
		})
	}
	return found
}

// SLP128 lost-tasklet: run(timeout) takes the tasklet that used up its time out of the run queue and
// returns it. When the result is dropped, that tasklet never runs again.
//
//	stackless.run(1000)             # t = stackless.run(1000); if t: t.insert()
func lostTasklet(p *pass) {
	for _, c := range p.File.Calls() {
		if _, dropped := p.File.Parent(c).(*syntax.ExprStmt); !dropped || lastName(c.Func) != "run" || p.stackless(c.Func) != "run" {
			continue
		}
		if p.insideTasklet(c) {
			continue // only the outermost timeout counts
		}
		timeout := topology.Argument(c, 0, "timeout")
		k, ok := timeout.(*syntax.Constant)
		if !ok || k.Kind != syntax.Int || k.Big == nil && k.Int <= 0 {
			continue
		}
		if s := topology.Argument(c, 2, "soft"); s != nil {
			if v, ok := s.(*syntax.Constant); !ok || v.Kind != syntax.False {
				continue
			}
		}
		d := p.report(c.Span, Medium, "the tasklet that run(%s) interrupts is lost: it is out of the run queue, and the result is dropped", p.File.Source.Slice(k.Span))
		d.Hint = "keep the result and insert() it when it is not None"
	}
}

// insideTasklet reports a node in a function of this file that is given to a tasklet here.
func (p *pass) insideTasklet(n syntax.Node) bool {
	fn, ok := topology.Owner(p.File, n).(*syntax.FunctionDef)
	if !ok {
		return false
	}
	for _, c := range p.File.Calls() {
		if p.isClass(c.Func, "tasklet") && lastName(topology.Argument(c, 0, "func")) == fn.Name {
			return true
		}
	}
	return false
}

// funcHome is the path of the file that defines a function, and its name.
func funcHome(v infer.Value) (path, name string) {
	if fn, ok := v.(*infer.Func); ok {
		return fn.File.Path, fn.Name()
	}
	return "", ""
}
