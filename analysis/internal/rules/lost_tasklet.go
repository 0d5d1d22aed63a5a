package rules

import (
	"slp/analysis/internal/topology"
	"slp/syntax"
)

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
