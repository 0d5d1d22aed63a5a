package dap

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// when says in which state of the session a request makes sense.
type when uint8

const (
	anytime     when = iota
	first            // before anything else
	fresh            // before a program is launched
	launched         // a program is there
	whenStopped      // and it stands still
	resumes          // as whenStopped; afterwards it moves
	whenRunning
)

// row is a request that the adapter knows.
type row struct {
	when   when
	handle func(s *session, args json.RawMessage) (body any, err error)
}

// table lists all requests.
func table() map[string]row {
	return map[string]row{
		"initialize":              {anytime, with(initialize)},
		"launch":                  {fresh, with(launch)},
		"attach":                  {fresh, with(attach)},
		"configurationDone":       {launched, with(configurationDone)},
		"disconnect":              {anytime, with(disconnect)},
		"terminate":               {launched, with(terminate)},
		"restart":                 {launched, with(restart)},
		"setBreakpoints":          {launched, with(setBreakpoints)},
		"setFunctionBreakpoints":  {launched, with(setFunctionBreakpoints)},
		"setExceptionBreakpoints": {launched, with(setExceptionBreakpoints)},
		"breakpointLocations":     {launched, with(breakpointLocations)},
		"continue":                {resumes, with(continueForward)},
		"next":                    {resumes, with(next)},
		"stepIn":                  {resumes, with(stepIn)},
		"stepOut":                 {resumes, with(stepOut)},
		"stepBack":                {resumes, with(stepBack)},
		"reverseContinue":         {resumes, with(reverseContinue)},
		"pause":                   {launched, with(pause)},
		"threads":                 {launched, with(threads)},
		"stackTrace":              {whenStopped, with(stackTrace)},
		"scopes":                  {whenStopped, with(scopes)},
		"variables":               {whenStopped, with(variables)},
		"setVariable":             {whenStopped, with(setVariable)},
		"setExpression":           {whenStopped, with(setExpression)},
		"evaluate":                {whenStopped, with(evaluate)},
		"completions":             {whenStopped, with(completions)},
		"exceptionInfo":           {whenStopped, with(exceptionInfo)},
		"loadedSources":           {launched, with(loadedSources)},
		"source":                  {launched, with(source)},
		"slp/tasklets":            {launched, with(tasklets)},
		"slp/channels":            {launched, with(channels)},
		"slp/deadlock":            {launched, with(deadlock)},
	}
}

// with reads the arguments of a request into the type that its handler wants.
func with[A any](do func(s *session, a *A) (any, error)) func(s *session, args json.RawMessage) (any, error) {
	return func(s *session, args json.RawMessage) (any, error) {
		a := new(A)
		if len(args) > 0 {
			if err := json.Unmarshal(args, a); err != nil {
				return nil, fmt.Errorf("arguments: %s", plainJSON(err))
			}
		}
		return do(s, a)
	}
}

// plainJSON says a fault of JSON in words that name the field.
func plainJSON(err error) string {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		if t.Field == "" {
			return "an object is expected, not a JSON " + t.Value
		}
		return fmt.Sprintf("%q cannot be a %s", t.Field, t.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

type none struct{}

// handle answers one message.
func (s *session) handle(m *request) {
	if m.Type == "response" {
		return
	}
	if m.err != nil {
		s.fail(m, m.err)
		return
	}
	r, known := s.table[m.Command]
	if !known {
		s.fail(m, fmt.Errorf("the request %q is not known to slp", m.Command))
		return
	}
	if err := s.may(r.when, m.Command); err != nil {
		s.fail(m, err)
		return
	}
	s.answering = m
	s.after = nil
	body, err := r.handle(s, m.Arguments)
	s.answering = nil
	s.flushOutput()
	if err != nil {
		s.fail(m, err)
	} else {
		s.answer(m, body)
	}
	if after := s.after; after != nil {
		s.after = nil
		after()
	}
}

// may says why a request makes no sense now.
func (s *session) may(w when, command string) error {
	switch {
	case w == anytime:
		return nil
	case !s.initialized:
		return fmt.Errorf("%q came before 'initialize'", command)
	case w == fresh && s.d != nil:
		return fmt.Errorf("a program is launched already: end it with 'disconnect' or start it anew with 'restart'")
	case w == fresh || w == first:
		return nil
	case s.d == nil:
		return errNoProgram
	case w == launched:
		return nil
	case s.ended:
		return fmt.Errorf("the program has ended: restart it to go on")
	case s.moving():
		return fmt.Errorf("the program is running: pause it first")
	case !s.configured:
		return fmt.Errorf("the program has not started yet: send 'configurationDone' first")
	}
	return nil
}
