package rules

import (
	"slices"

	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
)

// closed are the channels all of whose operations are known and that have one in this file.
func (p *pass) closed() []*topology.Channel {
	var out []*topology.Channel
	for _, ch := range p.Graph().Channels {
		if ch.Open || !ch.Plain {
			continue
		}
		for i := range ch.Ops {
			if ch.Ops[i].File == p.File {
				out = append(out, ch)
				break
			}
		}
	}
	return out
}

// blocks reports an operation that can wait for ever: it is executed, does not look before, does not
// expect the error of a deadlock, and is surely on the channel.
func (p *pass) blocks(op *topology.Op) bool {
	if op.Guarded || op.Caught || op.Maybe || !(op.Kind.Sends() || op.Kind.Receives()) {
		return false
	}
	return !p.Graph().Runs(op.File, op.Func).Never()
}

// confidence of a finding about what is missing for a channel: high when no other program could
// bring it and nobody can be killed out of the wait.
func (p *pass) confidence(ch *topology.Channel) Confidence {
	if ch.Boxed || p.anyMaybe(ch) {
		return Low
	}
	if ch.Exposed && !p.program(ch.File) || p.kills() || p.watched() {
		return Medium
	}
	return High
}

func (p *pass) anyMaybe(ch *topology.Channel) bool {
	for i := range ch.Ops {
		if ch.Ops[i].Maybe {
			return true
		}
	}
	return false
}

// kills reports a project in which tasklets are killed or thrown into: a wait may be meant to end so.
func (p *pass) kills() bool {
	for _, tk := range p.Graph().Tasklets {
		if tk.Killed {
			return true
		}
	}
	return false
}

// killed reports that an exception is raised in a tasklet that one of these places starts.
func (p *pass) killed(spawns []topology.Spawn) bool {
	for _, tk := range p.Graph().Tasklets {
		if tk.Killed && slices.ContainsFunc(tk.Spawns, func(s topology.Spawn) bool {
			return slices.ContainsFunc(spawns, func(o topology.Spawn) bool { return s.Call == o.Call })
		}) {
			return true
		}
	}
	return false
}

// watched reports a project with a channel callback: it gets to know every channel.
func (p *pass) watched() bool {
	return len(p.View.Mentioning("set_channel_callback")) > 0
}

// program reports a file that is run itself: nobody imports it.
func (p *pass) program(f *modules.File) bool { return !p.View.Imported(f.Path) }

// made adds where a channel is made.
func (d *Diagnostic) made(ch *topology.Channel) *Diagnostic {
	return d.related(ch.File, ch.Span, "the channel is made here")
}

// verb is an operation in words.
func verb(k topology.OpKind) string {
	switch k {
	case topology.Receive:
		return "receive()"
	case topology.Iterate:
		return "this loop"
	}
	return k.String() + "()"
}
