package rules

import (
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP111 self-rendezvous: all sends and all receives of a channel are done by one tasklet. A channel
// has no buffer: the first of them waits for a partner that comes only after it.
//
//	c = stackless.channel()
//	c.send(1)                  # waits for the receive below
//	print(c.receive())
func selfRendezvous(p *pass) {
	for _, ch := range p.closed() {
		first, fn := p.waitsForItself(ch)
		if first == nil || first.File != p.File {
			continue
		}
		confidence := p.confidence(ch)
		if confidence == Low {
			continue
		}
		d := p.report(first.Span, confidence, "this tasklet waits for itself: it is the only one that uses %s, and %s waits for a partner", ch.Title(), verb(first.Kind))
		if confidence != High || len(p.Graph().Runs(first.File, fn).Spawns) > 0 {
			d.Severity = Warning
		}
		d.made(ch)
		for i := range ch.Ops {
			if op := &ch.Ops[i]; op != first && op.Kind.Sends() != first.Kind.Sends() && (op.Kind.Sends() || op.Kind.Receives()) {
				d.related(op.File, op.Span, "the other half comes only after it")
			}
		}
		d.Hint = "do one half in a tasklet of its own"
	}
}

// waitsForItself is the first operation of a channel of which one tasklet is both ends, and the
// function that it runs; nil for other channels.
func (p *pass) waitsForItself(ch *topology.Channel) (*topology.Op, syntax.Node) {
	if !ch.Has(topology.OpKind.Sends) || !ch.Has(topology.OpKind.Receives) || ch.Boxed {
		return nil, nil
	}
	first, fn := p.oneFunction(ch)
	if first == nil || !p.blocks(first) {
		return nil, nil
	}
	runs := p.Graph().Runs(first.File, fn)
	private := ch.Func == fn && ch.File == first.File && !topology.InLoop(ch.File, ch.Call)
	if !private && !runs.Once() || runs.Unknown || runs.Caught {
		return nil, nil
	}
	return first, fn
}

// oneFunction is the first blocking operation of a channel all of whose operations stand in the body
// of one function, and the function.
func (p *pass) oneFunction(ch *topology.Channel) (*topology.Op, syntax.Node) {
	var first *topology.Op
	for i := range ch.Ops {
		op := &ch.Ops[i]
		if !op.Kind.Sends() && !op.Kind.Receives() {
			if op.Kind == topology.Balance {
				return nil, nil // it is looked at: somebody thought about it
			}
			continue
		}
		if op.Spawned || op.Maybe || op.Guarded || op.Caught {
			return nil, nil
		}
		if first == nil {
			first = op
			continue
		}
		if op.Func != first.Func || op.File != first.File {
			return nil, nil
		}
		if op.Span.Start < first.Span.Start {
			first = op
		}
	}
	if first == nil {
		return nil, nil
	}
	return first, first.Func
}
