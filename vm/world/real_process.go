package world

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// askProcess answers the questions about processes, signals and timers.
func (s *System) askProcess(q *Question) Answer {
	switch q.Kind {
	case KindSpawn:
		s.hearChildren()
		return s.spawn(q)
	case KindWaitChild:
		return s.waitChild(q)
	case KindKill:
		return s.kill(int(q.N), int(q.M))
	case KindSetSignal:
		return s.setSignal(int(q.N), int(q.M))
	case KindTimer:
		return s.timers.ask(q)
	case KindSecure:
		return s.askSecure(q)
	}
	return Fail(ENOSYS)
}

// ownSignals makes all signals of the process the program's.
func (s *System) ownSignals() {
	ch := make(chan os.Signal, 64)
	s.catch = func(number, action int) {
		sig := systemSignal(number)
		switch {
		case number == sigURG || number == sigKILL || number == 19 || sig < 0:
		case action == SignalIgnored && (number == sigPIPE || number == sigCHLD):
			signal.Notify(ch, sig) // not to be inherited
		case action == SignalIgnored:
			signal.Ignore(sig)
		case action == SignalDefault && harmless&(1<<number) != 0 && number != sigCHLD:
			signal.Reset(sig)
		default:
			signal.Notify(ch, sig)
		}
	}
	for n := 1; n < 65; n++ {
		sig := systemSignal(n)
		switch {
		case sig < 0:
		case n == sigPIPE || n == sigXFSZ:
			s.catch(n, SignalCaught)
		case signal.Ignored(sig):
			s.actions[n] = SignalIgnored
		case n == 4 || n == 5 || n == 7 || n == 8 || n == 11 || n == 27 || n == 32 || n == 33 || n == 34: // faults, and what Go itself uses
		default:
			s.catch(n, int(s.actions[n]))
		}
	}
	go func() {
		for sig := range ch {
			if number, ok := sig.(syscall.Signal); ok {
				s.arrived(portableSignal(number))
			}
		}
	}()
}

// hearChildren makes the end of a process that was started wake whoever waits.
func (s *System) hearChildren() {
	if s.catch != nil || s.heard {
		return
	}
	s.heard = true
	ch := make(chan os.Signal, 4)
	signal.Notify(ch, systemSignal(sigCHLD))
	go func() {
		for range ch {
			s.arrived(sigCHLD)
		}
	}()
}

// arrived is told of a signal, in a goroutine of its own.
func (s *System) arrived(number int) {
	s.actionLock.Lock()
	action := s.actions[number&63]
	s.actionLock.Unlock()
	switch {
	case action == SignalCaught:
		s.Signal(number)
	case number == sigCHLD:
		s.Interrupt()
	case action == SignalDefault && harmless&(1<<number) == 0:
		if s.catch != nil {
			s.die(number)
		}
		s.Signal(number) // the machine ends
	}
}

// die ends the process as the signal does by default.
func (s *System) die(number int) {
	if sig := systemSignal(number); sig > 0 {
		dieOf(int(sig))
	}
	os.Exit(128 + number)
}

// Die ends the process as a signal that nobody catches does.
func (s *System) Die(number int) { s.die(number) }

func (s *System) setSignal(number, action int) Answer {
	if number < 1 || number > 64 {
		return Fail(EINVAL)
	}
	s.actionLock.Lock()
	old := s.actions[number&63]
	if action >= 0 {
		s.actions[number&63] = uint8(action)
	}
	s.actionLock.Unlock()
	if action >= 0 && (number == sigKILL || number == 19) {
		return Fail(EINVAL)
	}
	if action >= 0 && s.catch != nil {
		s.catch(number, action)
	}
	return Answer{N: int64(old)}
}

// kill implements the Kill question.
func (s *System) kill(pid, number int) Answer {
	if pid != os.Getpid() {
		return killOther(pid, number)
	}
	if number < 0 || number > 64 {
		return Fail(EINVAL)
	}
	if number == 0 {
		return Answer{}
	}
	s.actionLock.Lock()
	action := s.actions[number&63]
	s.actionLock.Unlock()
	switch {
	case number == sigKILL || action == SignalDefault && harmless&(1<<number) == 0:
		if s.catch != nil {
			s.die(number)
		}
		return Answer{N: 1}
	case number == 19 || action == SignalDefault && number >= 19 && number <= 22:
		if s.catch != nil {
			return killOther(pid, number)
		}
	case action == SignalCaught:
		s.Signal(number)
	}
	return Answer{}
}

// timers are the three timers of a process.
type timers struct {
	s    *System
	mu   sync.Mutex
	each [3]timer
}

type timer struct {
	at       int64 // on its clock; 0: it does not run
	interval int64
	turn     int // counts the settings: what an earlier one began does nothing
	running  *time.Timer
}

func newTimers(s *System) *timers { return &timers{s: s} }

func (t *timers) now(which int) int64 {
	if which == 0 {
		return int64(time.Since(t.s.started))
	}
	return cpuTime(false)
}

func (t *timers) ask(q *Question) Answer {
	which := q.Fd
	if which < 0 || which > 2 || q.N < 0 || q.M < 0 {
		return Fail(EINVAL)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	x := &t.each[which]
	var a Answer
	if x.at != 0 {
		a.N, a.M = max(x.at-t.now(which), 1), x.interval
	}
	if q.Path != "" {
		return a
	}
	x.turn++
	if x.running != nil {
		x.running.Stop()
	}
	x.at, x.interval = 0, q.M
	if q.N > 0 {
		x.at = t.now(which) + q.N
		t.run(which, q.N)
	}
	return a
}

// run lets a timer ring after a while. The lock is held.
func (t *timers) run(which int, after int64) {
	x := &t.each[which]
	turn := x.turn
	x.running = time.AfterFunc(time.Duration(after), func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		if x.turn != turn || x.at == 0 {
			return
		}
		now := t.now(which)
		if now < x.at { // the program's time goes slower
			t.run(which, max(x.at-now, int64(time.Millisecond)))
			return
		}
		if x.at = 0; x.interval > 0 {
			x.at = now + x.interval
			t.run(which, x.interval)
		}
		go t.s.arrived([...]int{sigALRM, 26, 27}[which])
	})
}

func (t *timers) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.each {
		t.each[i].turn++
		if t.each[i].running != nil {
			t.each[i].running.Stop()
		}
	}
}
