// Package event describes what happens to tasklets and channels during a run,
// as plain data: the news that a machine gives to whoever observes it.
//
// Events come on slow paths only (a switch, a rendezvous, an exception, a
// start, an end), never with every instruction.
package event

import (
	"fmt"
	"strconv"
	"strings"
)

// Kind says what happened.
type Kind uint8

// The kinds of event. After each: what its String looks like, and which
// fields it has besides Kind, Tick and Tasklet.
const (
	None      Kind = iota
	Created        // created 1             Tasklet was made; Other made it
	Bound          // bound 1               Tasklet got a function and arguments, not yet a place in the queue
	Scheduled      // scheduled 1           Tasklet entered the run queue
	Paused         // paused 1              Tasklet left the run queue and waits for nobody
	Switched       // switch 0 1            from Other to Tasklet
	Waiting        // wait 0 receive c0     Tasklet blocks on Channel; Send tells in which direction
	Sent           // send 1 c0 'value'     Tasklet gave Text to Other, which waited on Channel
	Received       // receive 1 c0 'value'  Tasklet took Text from Other, which waited on Channel
	Woken          // wake 0                Tasklet no longer waits; Other did it
	Raised         // raise 1 ValueError    an exception, its type in Text, left the frame that raised it
	Thrown         // throw 0 1 ValueError  Tasklet gets the exception Text from Other
	Ended          // ended 1               Tasklet's function returned
	Killed         // killed 1              Tasklet ended by TaskletExit
	Failed         // failed 1 ValueError   Tasklet ended by the uncaught exception Text
	Running        // run 0                 Tasklet called run()
	Returned       // ran 0                 its run() came back; Other is the tasklet that was interrupted, or -1
	Opened         // channel c0            Channel was made by Tasklet
	Closed         // close c0              Channel was closed by Tasklet
	Deadlock       // deadlock 0            Tasklet tried to block and nobody was left to run
	Output         // out "text"            Tasklet wrote Text to the standard output
	Errors         // err "text"            Tasklet wrote Text to the standard error
	kindCount
)

var names = [kindCount]string{
	None:      "none",
	Created:   "created",
	Bound:     "bound",
	Scheduled: "scheduled",
	Paused:    "paused",
	Switched:  "switch",
	Waiting:   "wait",
	Sent:      "send",
	Received:  "receive",
	Woken:     "wake",
	Raised:    "raise",
	Thrown:    "throw",
	Ended:     "ended",
	Killed:    "killed",
	Failed:    "failed",
	Running:   "run",
	Returned:  "ran",
	Opened:    "channel",
	Closed:    "close",
	Deadlock:  "deadlock",
	Output:    "out",
	Errors:    "err",
}

// String is the first word of the event's text.
func (k Kind) String() string {
	if k < kindCount {
		return names[k]
	}
	return "event " + strconv.Itoa(int(k))
}

// KindNamed finds a kind by its word.
func KindNamed(word string) (Kind, bool) {
	for k, name := range names {
		if name == word && k != int(None) {
			return Kind(k), true
		}
	}
	return None, false
}

// Nobody stands for a tasklet or channel that there is not.
const Nobody = -1

// Event is one piece of news. Tasklets and channels are told by numbers that
// count from 0 in the order in which they were made; the main tasklet is 0.
type Event struct {
	Kind    Kind
	Send    bool   // of Waiting: blocked in send, not in receive
	Tick    uint64 // when: the machine's count
	Tasklet int
	Other   int
	Channel int
	Text    string // a value as repr shows it, an exception's type, an output
}

// String gives the event in the compact form that the traces in
// tests/stackless have.
func (e Event) String() string {
	b := make([]byte, 0, 32)
	b = append(b, e.Kind.String()...)
	switch e.Kind {
	case Switched, Thrown:
		b = appendNumber(b, e.Other)
		b = appendNumber(b, e.Tasklet)
	case Opened, Closed:
		b = appendChannel(b, e.Channel)
	case Output, Errors:
		return string(append(append(b, ' '), strconv.Quote(e.Text)...))
	default:
		b = appendNumber(b, e.Tasklet)
	}
	switch e.Kind {
	case Waiting:
		if e.Send {
			b = append(b, " send"...)
		} else {
			b = append(b, " receive"...)
		}
		b = appendChannel(b, e.Channel)
	case Sent, Received:
		b = appendChannel(b, e.Channel)
	case Returned:
		if e.Other != Nobody {
			b = appendNumber(b, e.Other)
		}
	}
	if e.Text != "" {
		b = append(append(b, ' '), e.Text...)
	}
	return string(b)
}

func appendNumber(b []byte, n int) []byte { return strconv.AppendInt(append(b, ' '), int64(n), 10) }

func appendChannel(b []byte, n int) []byte {
	return strconv.AppendInt(append(b, " c"...), int64(n), 10)
}

// Set is a choice of kinds.
type Set uint32

// Of makes a set.
func Of(kinds ...Kind) Set {
	var s Set
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

// Has reports whether the kind is in the set.
func (s Set) Has(k Kind) bool { return s>>k&1 != 0 }

// Trace is what a trace shows unless it says otherwise: who was made, who
// waited, what was exchanged, what came out, who ended. Bookkeeping that
// follows from these is left out.
const Trace = Set(1<<Created | 1<<Waiting | 1<<Sent | 1<<Received | 1<<Woken | 1<<Thrown | 1<<Ended | 1<<Killed | 1<<Failed | 1<<Deadlock | 1<<Output)

// Tracer collects events as a trace.
type Tracer struct {
	Show Set
	log  []string
	out  strings.Builder
}

// NewTracer makes a Tracer of the kinds in show.
func NewTracer(show Set) *Tracer { return &Tracer{Show: show} }

// Observe takes an event. Outputs are held until a line is complete, so that a
// trace does not depend on how print splits its writes.
func (t *Tracer) Observe(e Event) {
	if !t.Show.Has(e.Kind) {
		return
	}
	if e.Kind != Output {
		t.log = append(t.log, e.String())
		return
	}
	t.out.WriteString(e.Text)
	text := t.out.String()
	for {
		line, rest, whole := strings.Cut(text, "\n")
		if !whole {
			break
		}
		t.log = append(t.log, fmt.Sprintf("out %q", line))
		text = rest
	}
	t.out.Reset()
	t.out.WriteString(text)
}

// Lines gives the trace, with any unfinished line of output at its end.
func (t *Tracer) Lines() []string {
	if t.out.Len() == 0 {
		return t.log
	}
	return append(t.log[:len(t.log):len(t.log)], fmt.Sprintf("out %q", t.out.String()))
}
