package dap

import (
	"encoding/json"
	"errors"
	"fmt"

	godap "github.com/google/go-dap"

	debugger "slp/dap/debug"
)

// session is a client and its program.
type session struct {
	wire    *wire
	options Options
	table   map[string]row
	kept    *kept
	client  clientArguments
	d       *debugger.Debugger
	awake   current
	launch  *launchArguments

	initialized bool
	configured  bool
	running     bool // the program moves
	ended       bool
	over        bool // the client is gone
	report      *debugger.Report
	handles     handles
	answering   *request
	after       func() // what follows the answer of the request under way
	output      pendingOutput
	sources     sources
	terminal    *terminal
}

// clientArguments is what a client says of itself. What it leaves out is as the protocol has it.
type clientArguments struct {
	LinesStartAt1            *bool  `json:"linesStartAt1"`
	ColumnsStartAt1          *bool  `json:"columnsStartAt1"`
	PathFormat               string `json:"pathFormat"`
	SupportsVariableType     bool   `json:"supportsVariableType"`
	SupportsVariablePaging   bool   `json:"supportsVariablePaging"`
	SupportsInvalidatedEvent bool   `json:"supportsInvalidatedEvent"`
	SupportsRunInTerminal    bool   `json:"supportsRunInTerminalRequest"`
}

func newSession(w *wire, o Options, k *kept) *session {
	return &session{wire: w, options: o, table: table(), kept: k}
}

func (s *session) moving() bool { return s.running && s.d != nil && !s.ended }

// line and column count as the client does; theirs as we do, from 1.
func (s *session) line(n int) int {
	if s.client.LinesStartAt1 != nil && !*s.client.LinesStartAt1 {
		return n - 1
	}
	return n
}

func (s *session) column(n int) int {
	if s.client.ColumnsStartAt1 != nil && !*s.client.ColumnsStartAt1 {
		return n - 1
	}
	return n
}

func (s *session) ourLine(n int) int   { return 2*n - s.line(n) }
func (s *session) ourColumn(n int) int { return 2*n - s.column(n) }

func (s *session) answer(m *request, body any) {
	s.wire.send(func(seq int) any {
		return response{Seq: seq, Type: "response", RequestSeq: m.Seq, Success: true, Command: m.Command, Body: body}
	})
}

// staleError answers a request about something that was there at an earlier stop.
type staleError struct {
	what string
	id   int
	ask  string // the request that tells what is there now
}

func (e staleError) Error() string {
	return fmt.Sprintf("%s %d is of an earlier stop: ask for '%s'", e.what, e.id, e.ask)
}

// fail answers that a request could not be done, in words for the user; but when the program has moved on while the
// client asked, the user has nothing to do about it.
func (s *session) fail(m *request, err error) {
	text := err.Error()
	stale := errors.As(err, new(staleError))
	s.wire.send(func(seq int) any {
		return response{Seq: seq, Type: "response", RequestSeq: m.Seq, Command: m.Command, Message: text,
			Body: godap.ErrorResponseBody{Error: &godap.ErrorMessage{Id: 1, Format: braces(text), ShowUser: !stale}}}
	})
}

// braces keeps a text from being read as one with variables in it.
func braces(text string) string {
	out := make([]rune, 0, len(text))
	for _, r := range text {
		switch r {
		case '{':
			r = '('
		case '}':
			r = ')'
		}
		out = append(out, r)
	}
	return string(out)
}

func (s *session) event(name string, body any) {
	s.wire.send(func(seq int) any { return event{Seq: seq, Type: "event", Event: name, Body: body} })
}

// slice lets the program run for a while.
func (s *session) slice() {
	if r := s.d.Slice(); r != nil {
		s.stopped(r)
	}
}

// stopped tells the client where the program stands.
func (s *session) stopped(r *debugger.Report) {
	s.flushOutput()
	s.running = false
	s.report = r
	s.handles.clear()
	if r.Reason == debugger.Exited {
		s.ended = true
		s.closeTerminal()
		s.event("exited", godap.ExitedEventBody{ExitCode: r.Status})
		s.event("terminated", nil)
		return
	}
	reason, description := string(r.Reason), ""
	switch r.Reason {
	case debugger.AtException:
		description = "Paused on exception"
	case debugger.AtDeadlock:
		reason, description = "exception", "Paused on deadlock"
	case debugger.Paused:
		description = "Paused"
	default:
		description = "Paused on " + reason
	}
	if s.d.Past() && !r.Last {
		description += " in the past"
	}
	s.event("stopped", godap.StoppedEventBody{Reason: reason, Description: description, ThreadId: r.Tasklet, Text: r.Text,
		AllThreadsStopped: true, HitBreakpointIds: r.Hit})
	s.event("slp/changed", ChangedBody{What: []Part{Tasklets, Channels}})
}

func (s *session) invalidated(areas ...string) {
	if !s.client.SupportsInvalidatedEvent {
		return
	}
	list := make([]godap.InvalidatedAreas, len(areas))
	for i, a := range areas {
		list[i] = godap.InvalidatedAreas(a)
	}
	s.event("invalidated", godap.InvalidatedEventBody{Areas: list})
}

// resume lets the program move after the answer.
func (s *session) resume() {
	s.after = func() {
		s.handles.clear()
		s.running = true
	}
}

func (s *session) close() {
	s.awake.p.Store(nil)
	if s.d != nil {
		s.d.Close()
		s.d = nil
	}
	s.closeTerminal()
}

func (s *session) closeTerminal() {
	if s.terminal != nil {
		s.terminal.close()
		s.terminal = nil
	}
}

// ---- output

type outputBody struct {
	Category string          `json:"category"`
	Output   string          `json:"output"`
	Source   *godap.Source   `json:"source,omitempty"`
	Line     int             `json:"line,omitempty"`
	Data     json.RawMessage `json:"data,omitempty"`
}

// pendingOutput is what the program wrote and the client has not been told: text from one line of the source goes out
// in one event.
type pendingOutput struct {
	body outputBody
	file string
	line int
}

const mostOutput = 16 << 10

func (s *session) write(stream debugger.Stream, text string) {
	if s.terminal != nil {
		_, _ = s.terminal.conn.Write([]byte(text))
		return
	}
	category := "stdout"
	if stream == debugger.Stderr {
		category = "stderr"
	}
	file, line := "", 0
	if s.d != nil {
		file, line = s.d.Writing()
	}
	p := &s.output
	if p.body.Output != "" && (p.body.Category != category || p.file != file || p.line != line || len(p.body.Output) > mostOutput) {
		s.flushOutput()
	}
	if p.body.Output == "" {
		p.body = outputBody{Category: category}
		p.file, p.line = file, line
		if file != "" {
			p.body.Source, p.body.Line = s.source(file), s.line(line)
		}
	}
	p.body.Output += text
}

func (s *session) flushOutput() {
	if p := &s.output; p.body.Output != "" {
		s.event("output", p.body)
		*p = pendingOutput{}
	}
}

// idle sends all that there is to say, before the program waits.
func (s *session) idle() {
	s.flushOutput()
	s.wire.flush()
}

// say writes a line of our own to the console.
func (s *session) say(format string, args ...any) {
	s.flushOutput()
	s.event("output", outputBody{Category: "console", Output: fmt.Sprintf(format, args...) + "\n"})
}
