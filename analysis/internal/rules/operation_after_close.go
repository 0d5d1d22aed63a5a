package rules

import (
	"slp/analysis/internal/modules"
	"slp/syntax"
)

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
