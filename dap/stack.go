package dap

import (
	"fmt"
	"strings"

	godap "github.com/google/go-dap"

	"slp/vm"
)

// mostThreads is how many tasklets are listed one by one; the rest is named in a last row and found in the Tasklets
// view.
const mostThreads = 10_000

func threads(s *session, _ *none) (any, error) {
	m := s.d.Machine()
	body := godap.ThreadsResponseBody{Threads: []godap.Thread{}}
	if s.ended {
		return body, nil
	}
	name := m.ChannelNames()
	all := m.Tasklets()
	for i, t := range all {
		if i == mostThreads {
			body.Threads = append(body.Threads, godap.Thread{Id: moreThreads, Name: fmt.Sprintf("and %d more: see the Tasklets view", len(all)-i)})
			break
		}
		body.Threads = append(body.Threads, godap.Thread{Id: t.ID, Name: threadName(t, name)})
	}
	return body, nil
}

const moreThreads = 1<<31 - 1

// threadName says in a line who a tasklet is and what it does.
func threadName(t vm.Tasklet, channel func(vm.Channel) string) string {
	name := t.Name()
	if !t.Main {
		name = fmt.Sprintf("%s #%d", name, t.ID)
	}
	switch t.State {
	case vm.Blocked:
		does := "receive from"
		if t.Sends {
			does = "send to"
		}
		return fmt.Sprintf("%s (waits to %s %s)", name, does, channel(t.Channel))
	case vm.Running:
		return name
	case vm.Paused:
		if t.InRun() {
			return name + " (in run())"
		}
	}
	return fmt.Sprintf("%s (%s)", name, t.State)
}

func stackTrace(s *session, a *godap.StackTraceArguments) (any, error) {
	m := s.d.Machine()
	body := godap.StackTraceResponseBody{StackFrames: []godap.StackFrame{}}
	t, ok := m.Tasklet(a.ThreadId)
	if !ok {
		if a.ThreadId == moreThreads {
			return body, nil
		}
		return nil, fmt.Errorf("there is no tasklet %d: ask for 'threads'", a.ThreadId)
	}
	frames := t.Frames()
	body.TotalFrames = len(frames)
	if len(frames) == 0 {
		if p, ok := t.Starts(); ok {
			body.TotalFrames = 1
			body.StackFrames = append(body.StackFrames, godap.StackFrame{Id: s.handles.frame(vm.Frame{}), Name: p.Function + " (not started)",
				Source: s.source(p.File), Line: s.line(p.Line), Column: s.column(1), PresentationHint: "label"})
		}
		return body, nil
	}
	from := min(max(a.StartFrame, 0), len(frames))
	to := len(frames)
	if a.Levels > 0 {
		to = min(to, from+a.Levels)
	}
	for _, f := range frames[from:to] {
		body.StackFrames = append(body.StackFrames, s.stackFrame(f))
	}
	return body, nil
}

func (s *session) stackFrame(f vm.Frame) godap.StackFrame {
	p := f.Position()
	out := godap.StackFrame{Id: s.handles.frame(f), Name: f.Qualname(), Source: s.source(f.File()), Line: s.line(p.Line),
		Column: s.column(s.sources.utf16(s, f.File(), p.Line, p.Column))}
	if f.AtStatement() { // the whole statement is to come, not the instruction with which it begins
		text := s.sources.text(s, f.File(), p.Line)
		out.Column = s.column(1 + len(text) - len(strings.TrimLeft(text, " \t\f")))
	} else if p.EndLine >= p.Line && p.EndColumn > 0 {
		out.EndLine, out.EndColumn = s.line(p.EndLine), s.column(s.sources.utf16(s, f.File(), p.EndLine, p.EndColumn))
	}
	if f.Library() {
		out.PresentationHint = "subtle"
	}
	return out
}

func scopes(s *session, a *godap.ScopesArguments) (any, error) {
	f, err := s.frame(a.FrameId)
	if err != nil {
		return nil, err
	}
	body := godap.ScopesResponseBody{Scopes: []godap.Scope{}}
	if f.Nil() {
		return body, nil
	}
	if !f.AtModule() {
		body.Scopes = append(body.Scopes, godap.Scope{Name: "Locals", PresentationHint: "locals", NamedVariables: len(f.Locals()),
			VariablesReference: s.handles.hold(holder{frame: f, scope: locals})})
		if c := f.Closure(); len(c) > 0 {
			body.Scopes = append(body.Scopes, godap.Scope{Name: "Closure", NamedVariables: len(c),
				VariablesReference: s.handles.hold(holder{frame: f, scope: closure})})
		}
	} else {
		body.Scopes = append(body.Scopes, godap.Scope{Name: "Locals", PresentationHint: "locals", NamedVariables: len(f.Locals()),
			VariablesReference: s.handles.hold(holder{frame: f, scope: globals})})
	}
	body.Scopes = append(body.Scopes, godap.Scope{Name: "Globals", PresentationHint: "globals", Expensive: !f.AtModule(),
		VariablesReference: s.handles.hold(holder{frame: f, scope: globals})})
	return body, nil
}

// frame finds the frame that a number of this stop stands for.
func (s *session) frame(id int) (vm.Frame, error) {
	f, ok := s.handles.frames[id]
	if !ok {
		return vm.Frame{}, staleError{"frame", id, "stackTrace"}
	}
	return f, nil
}
