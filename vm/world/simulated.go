package world

import (
	"encoding/binary"
	"time"
)

// Simulation is a world made up from a seed: files in memory, a clock that
// moves when it is asked or waited for, chance and choices from the seed. Two
// simulations of one seed that are asked the same answer the same.
type Simulation struct {
	// What the program finds; set these before the run.
	Arguments   []string
	Environment []string
	Input       []byte // standard input

	// Tick is how much time passes with every look at a clock, in nanoseconds.
	Tick int64
	// Choose, if set, is asked which of n tasklets runs next.
	Choose func(n int) int

	chance    chance
	now       int64
	signals   uint64
	actions   [65]uint8
	timers    [3]struct{ at, interval int64 } // of the process; at 0: it does not run
	network   network
	inherited []int // descriptors that programs would get
	mask      uint32
	dir       string
	root      *node
	inodes    uint64
	fds       []*descriptor
	console   [3][]byte
}

// Beginning is the time at which every simulation starts: 2026-01-01 UTC.
const Beginning = int64(1_767_225_600_000_000_000)

// Simulated makes a world from a seed. It has a console, /dev/null, the directories
// /tmp and /project, which is the current one, and leaves the order of the
// tasklets to Stackless until Choose is set.
func Simulated(seed uint64) *Simulation {
	s := &Simulation{Tick: int64(time.Microsecond), chance: chance{seed}, mask: 0o022, dir: "/project"}
	s.actions[sigINT], s.actions[sigPIPE], s.actions[sigXFSZ] = SignalCaught, SignalIgnored, SignalIgnored
	s.root = s.newNode(ModeDir | 0o755)
	s.root.parent = s.root
	for _, name := range [...]string{"project", "tmp"} {
		dir := s.newNode(ModeDir | 0o755)
		dir.parent = s.root
		s.root.entries[name] = dir
	}
	dev := s.newNode(ModeDir | 0o755)
	dev.parent = s.root
	dev.entries["null"] = s.newNode(ModeCharacter | 0o666)
	s.root.entries["dev"] = dev
	for range 3 {
		s.fds = append(s.fds, &descriptor{console: true})
	}
	return s
}

// ChooseAny makes the seed choose which tasklet runs next.
func (s *Simulation) ChooseAny() {
	s.Choose = func(n int) int { return int(s.chance.next() % uint64(n)) }
}

// Choosing reports whether Choose is set.
func (s *Simulation) Choosing() bool { return s.Choose != nil }

// Output is what the program wrote to its standard output.
func (s *Simulation) Output() string { return string(s.console[1]) }

// Errors is what the program wrote to its standard error.
func (s *Simulation) Errors() string { return string(s.console[2]) }

// Signal tells the program of a signal at its next Signals question.
func (s *Simulation) Signal(number int) { s.signals |= 1 << (uint(number) & 63) }

// Ask makes up an answer.
func (s *Simulation) Ask(q Question) Answer {
	switch q.Kind {
	case KindClock:
		return s.clock(q.N)
	case KindRandom:
		return s.random(q.N)
	case KindChoose:
		return s.choose(q.N)
	case KindWait:
		return s.wait(&q)
	case KindSignals:
		s.ring()
		a := Answer{N: int64(s.signals)}
		s.signals = 0
		return a
	case KindZone:
		return Answer{Text: "UTC"}
	case KindArguments:
		return Answer{List: s.Arguments}
	case KindEnvironment:
		return Answer{List: s.Environment}
	case KindFact:
		return simulatedFact(q.Path)
	case KindWorkingDir:
		return Answer{Text: s.dir}
	case KindSetMask:
		old := s.mask
		s.mask = uint32(q.N) & 0o777
		return Answer{N: int64(old)}
	}
	switch {
	case q.Kind >= KindChangeOwner:
		return s.askFiles(&q)
	case q.Kind >= KindSpawn:
		return s.askProcess(&q)
	case q.Kind >= KindSocket:
		return s.askNetwork(&q)
	}
	return s.askFiles(&q)
}

func (s *Simulation) clock(which int64) Answer {
	s.now += s.Tick
	switch which {
	case ClockMonotonic, ClockProcess, ClockThread:
		return Answer{N: s.now}
	case ClockWall:
		return Answer{N: Beginning + s.now}
	}
	return Fail(EINVAL)
}

func (s *Simulation) random(n int64) Answer {
	const most = 1 << 30
	if n < 0 || n > most {
		return Fail(EINVAL)
	}
	b := make([]byte, 0, n+8)
	for int64(len(b)) < n {
		b = binary.LittleEndian.AppendUint64(b, s.chance.next())
	}
	return Answer{Data: b[:n]}
}

func (s *Simulation) choose(n int64) Answer {
	if s.Choose == nil || n < 1 {
		return Answer{}
	}
	i := int64(s.Choose(int(n)))
	if i < 0 || i >= n {
		i = 0
	}
	return Answer{N: i}
}

// wait lets the time pass at once.
func (s *Simulation) wait(q *Question) Answer {
	ready := make([]byte, len(q.Waits))
	count := int64(0)
	for i, w := range q.Waits {
		d := s.descriptor(w.Fd)
		if d == nil {
			return Fail(EBADF)
		}
		if ready[i] = d.ready(s, w); w.Patient && d.flags&OpenNonBlock != 0 {
			ready[i] |= interestBits(w)
		}
		if ready[i] != 0 {
			count++
		}
	}
	switch {
	case count > 0:
	case s.signals != 0:
		return Fail(EINTR)
	case s.nextTimer() > 0 && (q.N < 0 || s.nextTimer() <= q.N):
		s.now = max(s.now, s.nextTimer())
		s.ring()
		return Fail(EINTR)
	case q.N >= 0:
		s.now = max(s.now, q.N)
	default:
		return Fail(EDEADLK)
	}
	return Answer{N: count, Data: ready}
}

func simulatedFact(name string) Answer {
	switch name {
	case FactPID:
		return Answer{N: 1000}
	case FactParentPID, FactCPUs:
		return Answer{N: 1}
	case FactUID, FactEUID, FactGID, FactEGID:
		return Answer{N: 1000}
	case FactPlatform:
		return Answer{Text: "linux"}
	case FactMachine:
		return Answer{Text: "x86_64"}
	case FactSystem:
		return Answer{Text: "Linux"}
	case FactNode, FactVersion, FactRelease:
		return Answer{Text: "simulated"}
	case FactExecutable, FactBinary:
		return Answer{Text: "/usr/bin/slp"}
	case FactUser:
		return Answer{Text: "user"}
	case FactHome:
		return Answer{Text: "/project"}
	case FactTempDir:
		return Answer{Text: "/tmp"}
	}
	return Fail(EINVAL)
}

// chance is a generator of pseudo-random numbers: a counter that steps by the
// golden ratio, its bits well mixed.
type chance struct{ state uint64 }

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
