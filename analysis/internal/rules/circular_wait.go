package rules

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
