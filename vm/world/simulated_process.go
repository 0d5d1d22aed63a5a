package world

// A simulation has one process: there are no programs to start, but signals that it sends itself and its timers.

func (s *Simulation) askProcess(q *Question) Answer {
	switch q.Kind {
	case KindSpawn:
		return Answer{Errno: ENOENT, Text: "exec"}
	case KindWaitChild:
		return Fail(ECHILD)
	case KindKill:
		return s.kill(q.N, q.M)
	case KindSetSignal:
		if q.N < 1 || q.N > 64 || (q.M >= 0 && (q.N == sigKILL || q.N == 19)) {
			return Fail(EINVAL)
		}
		old := s.actions[q.N]
		if q.M >= 0 {
			s.actions[q.N] = uint8(q.M)
		}
		return Answer{N: int64(old)}
	case KindTimer:
		return s.timer(q)
	}
	return Fail(ENOSYS)
}

func (s *Simulation) kill(pid, number int64) Answer {
	switch {
	case number < 0 || number > 64:
		return Fail(EINVAL)
	case pid != 1000:
		return Fail(ESRCH)
	case number == 0:
		return Answer{}
	case number == sigKILL || s.actions[number] == SignalDefault && harmless&(1<<number) == 0:
		return Answer{N: 1}
	case s.actions[number] == SignalCaught:
		s.Signal(int(number))
	}
	return Answer{}
}

func (s *Simulation) timer(q *Question) Answer {
	if q.Fd < 0 || q.Fd > 2 || q.N < 0 || q.M < 0 {
		return Fail(EINVAL)
	}
	t := &s.timers[q.Fd]
	var a Answer
	if t.at > 0 {
		a.N, a.M = max(t.at-s.now, 1), t.interval
	}
	if q.Path == "" {
		t.at, t.interval = 0, q.M
		if q.N > 0 {
			t.at = s.now + q.N
		}
	}
	return a
}

// nextTimer is when the next timer rings, 0 if none runs.
func (s *Simulation) nextTimer() int64 {
	at := int64(0)
	for _, t := range s.timers {
		if t.at > 0 && (at == 0 || t.at < at) {
			at = t.at
		}
	}
	return at
}

// ring makes the signals of the timers whose time has come.
func (s *Simulation) ring() {
	for i := range s.timers {
		t := &s.timers[i]
		if t.at == 0 || t.at > s.now {
			continue
		}
		if t.at = 0; t.interval > 0 {
			t.at = s.now + t.interval
		}
		if n := [...]int{sigALRM, 26, 27}[i]; s.actions[n] != SignalIgnored {
			s.Signal(n)
		}
	}
}
