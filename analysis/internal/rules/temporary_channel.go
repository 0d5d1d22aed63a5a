package rules

import (
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/syntax"
)

// SLP118 temporary-channel: an operation on a channel that was made in the same expression. Nobody
// else can know the channel, so there never is a partner.
//
//	stackless.channel().receive()
func temporaryChannel(p *pass) {
	for _, c := range p.File.Calls() {
		at, ok := c.Func.(*syntax.Attribute)
		if !ok {
			continue
		}
		made, ok := at.Value.(*syntax.Call)
		if !ok || !p.isClass(made.Func, "channel") || !p.plainClass(made.Func) {
			continue
		}
		switch at.Name {
		case "send", "receive", "send_exception", "send_throw", "send_sequence", "__next__", "next":
			if p.expectsError(c) {
				continue
			}
			d := p.report(c.Span, High, "%s() on a temporary channel: nobody else can know the channel, so this waits for ever", at.Name)
			d.Hint = "keep the channel in a variable and give it to the tasklet that is the partner"
		}
	}
	modules.Walk(p.File.Tree, func(n syntax.Node) {
		if loop, ok := n.(*syntax.For); ok {
			if made, ok := loop.Iter.(*syntax.Call); ok && p.isClass(made.Func, "channel") && p.plainClass(made.Func) {
				p.report(made.Span, High, "a loop over a temporary channel: nobody else can know the channel, so this waits for ever")
			}
		}
	})
}

func (p *pass) plainClass(x syntax.Expr) bool {
	for _, v := range p.Engine.Expr(p.File, x) {
		if c, ok := v.(*infer.Class); ok {
			if _, plain := p.Engine.StacklessClass(c); !plain {
				return false
			}
		}
	}
	return true
}
