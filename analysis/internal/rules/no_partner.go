package rules

import "slp/analysis/internal/topology"

// SLP101 no-partner: a receive on a channel on which nobody ever sends, or a send on a channel from
// which nobody ever receives. The tasklet waits for ever; if it is the main one, Stackless raises
// RuntimeError "Deadlock: the last runnable tasklet cannot be blocked."; if it is another one,
// stackless.run() just returns and leaves it blocked.
//
// The rule looks at the whole project. It is silent when the channel goes somewhere that cannot be
// followed, when the operation looks at channel.balance first, when the error is expected, or when
// somebody kills the tasklet.
//
//	c = stackless.channel()
//	c.receive()                # nobody sends
func noPartner(p *pass) {
	for _, ch := range p.closed() {
		sends, receives := ch.Has(topology.OpKind.Sends), ch.Has(topology.OpKind.Receives)
		closes := ch.Has(func(k topology.OpKind) bool { return k == topology.Close })
		if sends == receives || closes {
			continue
		}
		for i := range ch.Ops {
			op := &ch.Ops[i]
			if op.File != p.File || !p.blocks(op) || onTheSpot(ch, op) {
				continue
			}
			runs := p.Graph().Runs(op.File, op.Func)
			confidence := p.confidence(ch)
			if (runs.Unknown || runs.Caught) && confidence == High {
				confidence = Medium
			}
			if runs.Caught && len(runs.Spawns) == 0 {
				continue // whoever calls it expects an error
			}
			if p.killed(runs.Spawns) {
				continue // it waits until somebody ends it
			}
			who := "nobody sends on it"
			if sends {
				who = "nobody receives from it"
			}
			var d *Diagnostic
			if runs.Main && len(runs.Spawns) == 0 && !runs.Unknown && !op.Spawned {
				d = p.report(op.Span, confidence, "the main tasklet blocks here for ever: %s on %s, but %s", verb(op.Kind), ch.Title(), who)
				if confidence == High {
					d.Severity = Error
				}
			} else {
				d = p.report(op.Span, confidence, "this tasklet waits for ever: %s on %s, but %s", verb(op.Kind), ch.Title(), who)
			}
			if confidence == Low {
				d.Severity = Hint
			}
			d.made(ch)
			for _, s := range runs.Spawns {
				d.related(s.File, s.Call.Span, "the tasklet is started here")
			}
			d.Hint = "start a tasklet that does the other half, or look at the channel's balance first"
		}
	}
}

// onTheSpot reports an operation on a channel that is made in the same expression: SLP118 says it better.
func onTheSpot(ch *topology.Channel, op *topology.Op) bool {
	return op.Node.Range().Start <= ch.Call.Start && ch.Call.End <= op.Node.Range().End && ch.Name == ""
}
