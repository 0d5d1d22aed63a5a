package rules

import (
	"slp/analysis/internal/topology"
)

// SLP106 circular-wait: tasklets wait for each other in a circle, whatever the order in which they
// run: each would be the next one's partner, but only after its own wait is over.
//
//	def f(): a.receive(); b.send(1)
//	def g(): b.receive(); a.send(1)
//
// The rule reads the program as automata of channel operations and goes through all their states. It
// reports only what happens in every run: branches may go either way and loops may run any number of
// times. It is silent when something cannot be followed exactly (kill(), insert(), callbacks, handlers
// with operations in them) or when there are too many states.
func circularWait(p *pass) {
	if s := p.mustBlock(); s != nil && s.Cycle {
		d := p.stuck(s, "tasklets wait for each other in a circle, in every run: ")
		d.Hint = "let one of them do its operations in the other order"
	}
}

// SLP103 left-waiting: in every run of the program some tasklet is left waiting at an operation for
// which no partner comes any more, for instance because the consumer has left its loop. When all that
// waits are services in a loop, it is only information.
func leftWaiting(p *pass) {
	if s := p.mustBlock(); s != nil && !s.Cycle {
		d := p.stuck(s, "in every run a tasklet is left waiting: ")
		if s.Idle { // a service that is meant to run as long as the program looks the same
			d.Severity, d.Confidence = Info, Medium
		}
		d.Hint = "see that each send has its receive: count them, or end the loop with send_exception(StopIteration)"
	}
}

// mustBlock is the state in which this file's program gets stuck, unless a simpler rule says it already.
func (p *pass) mustBlock() *topology.Stuck {
	if len(p.Graph().Channels) == 0 || len(p.File.Errors) > 0 || !p.program(p.File) {
		return nil
	}
	s := p.Graph().MustBlock(p.File)
	if s == nil || s.Waits[0].Op.File != p.File {
		return nil
	}
	for _, w := range s.Waits {
		ch := w.Channel
		if ch.Has(topology.OpKind.Sends) != ch.Has(topology.OpKind.Receives) {
			return nil // SLP101
		}
		if first, _ := p.oneFunction(ch); first != nil {
			return nil // SLP111
		}
		if sends, receives, exact := p.counts(ch); exact && sends != receives {
			return nil // SLP102
		}
	}
	if !p.startsAnything() || len(p.threads()) > 0 {
		return nil // SLP112; or other threads may be partners
	}
	return s
}

// stuck reports a state: the main tasklet's wait if it is in it, else the first.
func (p *pass) stuck(s *topology.Stuck, text string) *Diagnostic {
	confidence := High
	if !s.Sure {
		confidence = Medium
	}
	first := s.Waits[0]
	for i, w := range s.Waits {
		if i > 0 {
			text += ", "
		}
		text += "'" + w.Name + "' at " + verb(w.Op.Kind) + " on " + w.Channel.Title()
		if w.Main && w.Op.File == p.File {
			first = w
		}
	}
	d := p.report(first.Op.Span, confidence, "%s", text)
	if first.Main && confidence == High {
		d.Severity = Error
	}
	for _, w := range s.Waits {
		d.related(w.Op.File, w.Op.Span, "'%s' waits here, on %s", w.Name, w.Channel.Title())
		d.made(w.Channel)
	}
	return d
}
