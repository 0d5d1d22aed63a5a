package dap

import (
	"fmt"
	"slices"
	"strings"

	godap "github.com/google/go-dap"

	debugger "slp/dap/debug"
	"slp/vm"
)

func setBreakpoints(s *session, a *godap.SetBreakpointsArguments) (any, error) {
	file, err := s.fileOf(&a.Source)
	if err != nil {
		return nil, err
	}
	var wants []debugger.Want
	for _, b := range a.Breakpoints {
		wants = append(wants, debugger.Want{Line: s.ourLine(b.Line), Condition: b.Condition, Hits: b.HitCondition, Log: b.LogMessage})
	}
	if len(a.Breakpoints) == 0 {
		for _, l := range a.Lines {
			wants = append(wants, debugger.Want{Line: s.ourLine(l)})
		}
	}
	body := godap.SetBreakpointsResponseBody{Breakpoints: []godap.Breakpoint{}}
	for _, b := range s.d.SetBreakpoints(file, wants) {
		body.Breakpoints = append(body.Breakpoints, s.breakpoint(b, s.source(file)))
	}
	return body, nil
}

func (s *session) breakpoint(b *debugger.Breakpoint, in *godap.Source) godap.Breakpoint {
	out := godap.Breakpoint{Id: b.ID, Verified: b.Verified, Message: b.Message, Source: in}
	if b.Line > 0 {
		out.Line = s.line(b.Line)
	}
	return out
}

func setFunctionBreakpoints(s *session, a *godap.SetFunctionBreakpointsArguments) (any, error) {
	var wants []debugger.Want
	for _, b := range a.Breakpoints {
		wants = append(wants, debugger.Want{Function: strings.TrimSuffix(strings.TrimSpace(b.Name), "()"), Condition: b.Condition, Hits: b.HitCondition})
	}
	body := godap.SetFunctionBreakpointsResponseBody{Breakpoints: []godap.Breakpoint{}}
	for _, b := range s.d.SetFunctionBreakpoints(wants) {
		body.Breakpoints = append(body.Breakpoints, s.breakpoint(b, nil))
	}
	return body, nil
}

func setExceptionBreakpoints(s *session, a *godap.SetExceptionBreakpointsArguments) (any, error) {
	var f debugger.Filters
	var body struct {
		Breakpoints []godap.Breakpoint `json:"breakpoints"`
	}
	body.Breakpoints = []godap.Breakpoint{}
	set := func(name, condition string) {
		b := godap.Breakpoint{Verified: true}
		switch name {
		case "raised":
			f.Raised = true
			if condition != "" {
				f.Only = append(f.Only, strings.Split(condition, ",")...)
			}
		case "uncaught":
			f.Uncaught = true
		case "deadlock":
			f.Deadlock = true
		default:
			b = godap.Breakpoint{Message: fmt.Sprintf("there is no exception filter %q: use raised, uncaught or deadlock", name)}
		}
		body.Breakpoints = append(body.Breakpoints, b)
	}
	for _, name := range a.Filters {
		set(name, "")
	}
	for _, o := range a.FilterOptions {
		set(o.FilterId, o.Condition)
	}
	if s.launch != nil && s.launch.NoDebug {
		f = debugger.Filters{}
	}
	s.d.SetFilters(f)
	return body, nil
}

func breakpointLocations(s *session, a *godap.BreakpointLocationsArguments) (any, error) {
	file, err := s.fileOf(&a.Source)
	if err != nil {
		return nil, err
	}
	lines, why := s.d.StartLines(file)
	if why != "" {
		return nil, fmt.Errorf("%s: %s", file, why)
	}
	from, to := s.ourLine(a.Line), s.ourLine(a.Line)
	if a.EndLine != 0 {
		to = s.ourLine(a.EndLine)
	}
	body := godap.BreakpointLocationsResponseBody{Breakpoints: []godap.BreakpointLocation{}}
	i, _ := slices.BinarySearch(lines, from)
	for ; i < len(lines) && lines[i] <= to; i++ {
		body.Breakpoints = append(body.Breakpoints, godap.BreakpointLocation{Line: s.line(lines[i])})
	}
	return body, nil
}

// logPoint shows the message of a log point.
func (s *session) logPoint(text string, at vm.Frame) {
	s.flushOutput()
	b := outputBody{Category: "console", Output: text + "\n"}
	if !at.Nil() {
		b.Source, b.Line = s.source(at.File()), s.line(at.Position().Line)
	}
	s.event("output", b)
}
