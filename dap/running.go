package dap

import (
	"fmt"

	godap "github.com/google/go-dap"
)

type threadArguments struct {
	ThreadID int `json:"threadId"`
}

// tasklet checks the thread of a request.
func (s *session) tasklet(a *threadArguments) (int, error) {
	if a.ThreadID == 0 {
		return s.d.Machine().CurrentID(), nil
	}
	if _, ok := s.d.Machine().Tasklet(a.ThreadID); !ok {
		return 0, fmt.Errorf("there is no tasklet %d: ask for 'threads'", a.ThreadID)
	}
	return a.ThreadID, nil
}

func continueForward(s *session, _ *threadArguments) (any, error) {
	s.d.Continue()
	s.resume()
	return godap.ContinueResponseBody{AllThreadsContinued: true}, nil
}

func (s *session) step(a *threadArguments, begin func(tasklet int)) (any, error) {
	id, err := s.tasklet(a)
	if err != nil {
		return nil, err
	}
	begin(id)
	s.resume()
	return nil, nil
}

func next(s *session, a *threadArguments) (any, error)    { return s.step(a, s.d.StepOver) }
func stepIn(s *session, a *threadArguments) (any, error)  { return s.step(a, s.d.StepIn) }
func stepOut(s *session, a *threadArguments) (any, error) { return s.step(a, s.d.StepOut) }

func stepBack(s *session, a *threadArguments) (any, error) {
	id, err := s.tasklet(a)
	if err != nil {
		return nil, err
	}
	s.after = func() { s.stopped(s.d.StepBack(id)) }
	return nil, nil
}

func reverseContinue(s *session, _ *threadArguments) (any, error) {
	s.after = func() { s.stopped(s.d.ReverseContinue()) }
	return nil, nil
}

func pause(s *session, _ *threadArguments) (any, error) {
	if s.moving() {
		s.d.Pause()
	}
	return nil, nil
}
