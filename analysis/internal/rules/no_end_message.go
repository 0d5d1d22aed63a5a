package rules

import (
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP109 no-end-message: a tasklet loops over a channel, and nobody ever closes the channel or sends
// StopIteration, while the senders come to an end. The loop then waits for ever: at the end of the
// program the tasklet is left blocked.
//
// It is only information: a service that is meant to run as long as the program looks the same.
func noEndMessage(p *pass) {
	for _, ch := range p.closed() {
		if ch.Boxed || p.confidence(ch) != High || !ch.Has(topology.OpKind.Sends) {
			continue
		}
		if ch.Has(func(k topology.OpKind) bool {
			return k == topology.Close || k == topology.SendException
		}) || !p.finiteSenders(ch) {
			continue
		}
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.Kind != topology.Iterate || op.File != p.File || !p.blocks(op) || p.breaksOut(op) {
				continue
			}
			d := p.report(op.Span, Medium, "this loop never ends: nobody closes %s or sends StopIteration on it", ch.Title())
			d.made(ch)
			for k := range ch.Ops {
				if ch.Ops[k].Kind.Sends() {
					d.related(ch.Ops[k].File, ch.Ops[k].Span, "the last message may come from here")
				}
			}
			d.Hint = "after the last message: channel.send_exception(StopIteration)"
		}
	}
}

func (p *pass) breaksOut(op *topology.Op) bool {
	loop, ok := op.Node.(*syntax.For)
	if !ok {
		return false
	}
	leaves := breaks(loop.Body)
	for _, s := range loop.Body {
		leaves = leaves || mayLeave(s)
		switch s.(type) {
		case *syntax.Return, *syntax.Raise:
			leaves = true
		}
	}
	return leaves
}

// finiteSenders reports a channel none of whose sends stands in an endless loop.
func (p *pass) finiteSenders(ch *topology.Channel) bool {
	for i := range ch.Ops {
		op := &ch.Ops[i]
		if !op.Kind.Sends() {
			continue
		}
		for q := op.File.Parent(op.Node); q != nil; q = op.File.Parent(q) {
			if _, while := q.(*syntax.While); while {
				return false
			}
		}
		if p.Graph().Runs(op.File, op.Func).Unknown {
			return false
		}
	}
	return true
}
