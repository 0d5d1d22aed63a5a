package dap

import (
	"fmt"
	"strings"

	godap "github.com/google/go-dap"

	debugger "slp/dap/debug"
	"slp/vm"
)

func exceptionInfo(s *session, _ *threadArguments) (any, error) {
	m := s.d.Machine()
	if s.d.Deadlocked() {
		text := m.Deadlock()
		first, _, _ := strings.Cut(text, "\n")
		return godap.ExceptionInfoResponseBody{ExceptionId: "Deadlock", Description: text, BreakMode: "unhandled",
			Details: &godap.ExceptionDetails{Message: first, TypeName: "Deadlock", FullTypeName: "Deadlock", StackTrace: s.stacks()}}, nil
	}
	e, ok := m.Standing()
	if !ok {
		return nil, fmt.Errorf("the program does not stand at an exception")
	}
	mode := godap.ExceptionBreakMode("always")
	if s.report != nil && s.report.Reason == debugger.AtException && strings.HasPrefix(s.report.Text, "uncaught ") {
		mode = "unhandled"
	}
	description := e.TypeName()
	if msg := e.Message(); msg != "" {
		description += ": " + msg
	}
	return godap.ExceptionInfoResponseBody{ExceptionId: e.FullTypeName(), Description: description, BreakMode: mode, Details: s.details(e, m.Current().Frames(), 0)}, nil
}

// details describes an exception and what it came from. frames are where it is raised now, innermost first.
func (s *session) details(e vm.Exception, frames []vm.Frame, depth int) *godap.ExceptionDetails {
	d := &godap.ExceptionDetails{Message: e.Message(), TypeName: e.TypeName(), FullTypeName: e.FullTypeName()}
	if frames == nil {
		for _, f := range e.Traceback() {
			frames = append([]vm.Frame{f}, frames...)
		}
	}
	d.StackTrace = s.traceback(frames) + e.TypeName()
	if d.Message != "" {
		d.StackTrace += ": " + d.Message
	}
	if c, _, ok := e.Cause(); ok && depth < 20 {
		d.InnerException = []godap.ExceptionDetails{*s.details(c, nil, depth+1)}
	}
	return d
}

// traceback writes frames as Python does, outermost first.
func (s *session) traceback(frames []vm.Frame) string {
	var b strings.Builder
	b.WriteString("Traceback (most recent call last):\n")
	for i := len(frames) - 1; i >= 0; i-- {
		f := frames[i]
		line := f.Position().Line
		fmt.Fprintf(&b, "  File \"%s\", line %d, in %s\n", f.File(), line, f.Name())
		if text := strings.TrimSpace(s.sources.text(s, f.File(), line)); text != "" {
			fmt.Fprintf(&b, "    %s\n", text)
		}
	}
	return b.String()
}

// stacks writes the stack of every tasklet that waits.
func (s *session) stacks() string {
	var b strings.Builder
	for i, t := range s.d.Machine().Tasklets() {
		if i == 50 {
			fmt.Fprintf(&b, "and more\n")
			break
		}
		if t.State == vm.Blocked {
			fmt.Fprintf(&b, "tasklet %d, %s: %s", t.ID, t.Name(), s.traceback(t.Frames()))
		}
	}
	return b.String()
}
