package rules

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
