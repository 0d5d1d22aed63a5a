package rules

import (
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP102 count-mismatch: on a channel that is known completely, all sends and receives happen a
// fixed number of times, and the numbers differ. Somebody is left waiting.
//
//	def work(c): c.send(1); c.send(2)
//	stackless.tasklet(work)(c)
//	c.receive()                     # the second send waits for ever
//
// The rule is silent as soon as one of the operations stands in a loop, under a condition, or in a
// function that runs an unknown number of times.
func countMismatch(p *pass) {
	for _, ch := range p.closed() {
		if ch.Boxed || p.confidence(ch) == Low || ch.File != p.File || topology.InLoop(ch.File, ch.Call) {
			continue
		}
		sends, receives, exact := p.counts(ch)
		if !exact || sends == receives || sends == 0 || receives == 0 {
			continue
		}
		more, less := "send", "receive"
		a, b := sends, receives
		if receives > sends {
			more, less, a, b = less, more, b, a
		}
		d := p.report(ch.Span, p.confidence(ch), "%s: %s but %s, so a tasklet is left waiting", ch.Title(), count(a, more), count(b, less))
		for i := range ch.Ops {
			if op := &ch.Ops[i]; op.Kind.Sends() || op.Kind.Receives() {
				d.related(op.File, op.Span, "%s", op.Kind)
			}
		}
	}
}

// counts are the numbers of sends and receives of a channel, when they are fixed.
func (p *pass) counts(ch *topology.Channel) (sends, receives int, exact bool) {
	owner := p.Graph().Runs(ch.File, ch.Func)
	if owner.Many || owner.Unknown || len(owner.Spawns) > 1 {
		return 0, 0, false
	}
	for i := range ch.Ops {
		op := &ch.Ops[i]
		switch op.Kind {
		case topology.Send, topology.SendException, topology.Receive:
		case topology.SetPreference:
			continue
		default:
			return 0, 0, false
		}
		if op.Guarded || op.Caught || op.Maybe || p.conditional(op) {
			return 0, 0, false
		}
		n := 1
		if !op.Spawned {
			var ok bool
			if n, ok = p.times(op, ch); !ok {
				return 0, 0, false
			}
		} else if topology.InLoop(op.File, op.Node) {
			return 0, 0, false
		}
		if op.Kind.Sends() {
			sends += n
		} else {
			receives += n
		}
	}
	return sends, receives, true
}

// times is how often the function of an operation runs.
func (p *pass) times(op *topology.Op, ch *topology.Channel) (int, bool) {
	if op.Func == ch.Func {
		return 1, true
	}
	if _, module := op.Func.(*syntax.Module); module {
		return 1, true
	}
	n := 0
	g := p.Graph()
	runs := g.Runs(op.File, op.Func)
	if runs.Unknown || runs.Never() {
		return 0, false
	}
	for _, s := range append(g.SpawnsOf(op.File, op.Func), g.CallsOf(op.File, op.Func)...) {
		switch p.gets(s, op, ch) {
		case no:
			continue
		case perhaps:
			return 0, false
		}
		if s.Loop || topology.InLoop(s.File, s.Call) || p.under(s.File.Parent, s.Call) {
			return 0, false
		}
		if s.Func != ch.Func {
			if _, module := s.Func.(*syntax.Module); !module {
				by := g.Runs(s.File, s.Func)
				if by.Many || by.Unknown || len(by.Spawns) > 1 {
					return 0, false
				}
			}
		}
		n++
	}
	return n, n > 0
}

// answer is yes, no, or not known.
type answer uint8

const (
	no answer = iota
	yes
	perhaps
)

// gets says whether a call of an operation's function makes it work on the channel: when it works on
// a parameter, the call must pass the channel for it.
func (p *pass) gets(s topology.Spawn, op *topology.Op, ch *topology.Channel) answer {
	c, ok := op.Node.(*syntax.Call)
	if !ok {
		return perhaps
	}
	at, ok := c.Func.(*syntax.Attribute)
	if !ok {
		return perhaps
	}
	name, ok := at.Value.(*syntax.Name)
	if !ok {
		return yes
	}
	sym := op.File.SymbolOf(name)
	if sym == nil || !sym.Parameter || sym.Scope.Node != op.Func {
		return yes
	}
	def, ok := op.Func.(*syntax.FunctionDef)
	if !ok {
		return perhaps
	}
	for _, inv := range p.Engine.Invocations(s.File, s.Call) {
		if inv.Func.Def != def {
			continue
		}
		for _, q := range modules.Parameters(def.Args) {
			if q.Name != name.Id {
				continue
			}
			x := inv.Argument(q)
			if x == nil {
				return perhaps
			}
			made := p.Graph().ChannelsOf(p.Engine.Expr(s.File, x))
			if len(made) != 1 {
				return perhaps
			}
			if made[0] == ch {
				return yes
			}
			return no
		}
	}
	return perhaps
}

// conditional reports an operation that is not executed exactly once each time its function runs.
func (p *pass) conditional(op *topology.Op) bool {
	if topology.InLoop(op.File, op.Node) || p.under(op.File.Parent, op.Node) {
		return true
	}
	leaves := false
	body := []syntax.Stmt(nil)
	switch fn := op.Func.(type) {
	case *syntax.FunctionDef:
		body = fn.Body
	case *syntax.Module:
		body = fn.Body
	}
	for _, s := range body { // a return before it
		if s.Range().Start < op.Span.Start && mayLeave(s) {
			leaves = true
		}
	}
	return leaves
}

func mayLeave(s syntax.Stmt) bool {
	for _, list := range lists(s) {
		for _, t := range list {
			switch t.(type) {
			case *syntax.Return, *syntax.Raise:
				return true
			case *syntax.FunctionDef, *syntax.ClassDef:
				continue
			}
			if mayLeave(t) {
				return true
			}
		}
	}
	if t, ok := s.(*syntax.Try); ok {
		for _, h := range t.Handlers {
			if listLeaves(h.Body) {
				return true
			}
		}
	}
	return false
}

// under reports a node inside an if, try, match, with or conditional expression of its function.
func (p *pass) under(parent func(syntax.Node) syntax.Node, n syntax.Node) bool {
	child := n
	for q := parent(n); q != nil; child, q = q, parent(q) {
		switch q := q.(type) {
		case *syntax.If:
			if syntax.Node(q.Test) != child && !isMainTest(q.Test) {
				return true
			}
		case *syntax.IfExp, *syntax.BoolOp, *syntax.Try, *syntax.Match, *syntax.With, *syntax.ListComp, *syntax.GeneratorExp, *syntax.SetComp, *syntax.DictComp:
			return true
		case *syntax.FunctionDef, *syntax.Lambda, *syntax.ClassDef:
			return false
		}
	}
	return false
}

// isMainTest reports __name__ == "__main__".
func isMainTest(x syntax.Expr) bool {
	c, ok := x.(*syntax.Compare)
	return ok && len(c.Comparators) == 1 && (lastName(c.Left) == "__name__" || lastName(c.Comparators[0]) == "__name__")
}
