package rules

import (
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

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
