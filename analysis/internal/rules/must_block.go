package rules

import "slp/analysis/internal/topology"

// mustBlock is the state in which this file's program gets stuck, unless a simpler rule says it already.
func (p *pass) mustBlock() *topology.Stuck {
	if len(p.Graph().Channels) == 0 || len(p.File.Errors) > 0 || !p.program(p.File) || p.kills() || p.watched() {
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
		if first, _ := p.waitsForItself(ch); first != nil {
			return nil // SLP111
		}
		if sends, receives, exact := p.counts(ch); !ch.Boxed && exact && sends != receives {
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
		text += "'" + w.Name + "' at " + verb(w.Op.Kind) + " on " + w.Title()
		if w.Main && w.Op.File == p.File {
			first = w
		}
	}
	d := p.report(first.Op.Span, confidence, "%s", text)
	if first.Main && confidence == High {
		d.Severity = Error
	}
	for _, w := range s.Waits {
		d.related(w.Op.File, w.Op.Span, "'%s' waits here, on %s", w.Name, w.Title())
		d.made(w.Channel)
	}
	return d
}
