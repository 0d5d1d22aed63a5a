package rules

import (
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// SLP112 main-blocks-alone: the main tasklet sends or receives while no tasklet was ever started, so
// there is nobody who could be its partner. Stackless raises RuntimeError "Deadlock: the last
// runnable tasklet cannot be blocked."
//
//	def worker(c): c.send(1)
//	c = stackless.channel()
//	print(c.receive())         # worker was never started
func mainBlocksAlone(p *pass) {
	channels := p.closed()
	if len(channels) == 0 || p.startsAnything() {
		return
	}
	for _, ch := range channels {
		if !ch.Has(topology.OpKind.Sends) || !ch.Has(topology.OpKind.Receives) || p.confidence(ch) == Low {
			continue
		}
		if first, _ := p.oneFunction(ch); first != nil {
			continue // SLP111 says it better
		}
		op := p.mainOp(ch)
		if op == nil || op.File != p.File {
			continue
		}
		confidence := p.confidence(ch)
		d := p.report(op.Span, confidence, "the main tasklet blocks here for ever: no tasklet was started that could be its partner on %s", ch.Title())
		if confidence != High {
			d.Severity = Warning
		}
		d.made(ch)
		for k := range ch.Ops {
			if other := &ch.Ops[k]; other.Kind.Sends() != op.Kind.Sends() && (other.Kind.Sends() || other.Kind.Receives()) && other.Func != op.Func {
				d.related(other.File, other.Span, "the partner, in a function that no tasklet runs")
			}
		}
		d.Hint = "start the partner first: stackless.tasklet(function)(arguments)"
		return
	}
}

// mainOp is an operation of a channel that only the main tasklet does: one in module code, else one
// in a function that it calls.
func (p *pass) mainOp(ch *topology.Channel) *topology.Op {
	var found *topology.Op
	for i := range ch.Ops {
		op := &ch.Ops[i]
		if !p.blocks(op) || op.Spawned {
			continue
		}
		runs := p.Graph().Runs(op.File, op.Func)
		if !runs.Main || len(runs.Spawns) > 0 || runs.Unknown || runs.Caught {
			continue
		}
		if _, module := op.Func.(*syntax.Module); module {
			return op
		}
		if found == nil {
			found = op
		}
	}
	return found
}

// startsAnything reports that some tasklet, or a thread, is started in the project, or might be by
// code that is not seen.
func (p *pass) startsAnything() bool {
	for _, tk := range p.Graph().Tasklets {
		if tk.Open || len(tk.Spawns) > 0 || tk.Killed {
			return true
		}
	}
	for _, ch := range p.Graph().Channels {
		for i := range ch.Ops {
			if ch.Ops[i].Spawned {
				return true
			}
		}
	}
	return len(p.threads()) > 0
}

// threads are the project's files that start threads.
func (p *pass) threads() []*modules.File {
	var out []*modules.File
	for _, word := range []string{"threading", "_thread", "start_new_thread", "uthread"} {
		out = append(out, p.View.Mentioning(word)...)
	}
	return out
}
