package world

import "encoding/binary"

// The commands of Control, with Linux's numbers.
const (
	ControlDuplicate      = 0
	ControlGetDescriptor  = 1 // bit 0: closed in programs that are started
	ControlSetDescriptor  = 2
	ControlGetFlags       = 3 // as the flags of Open
	ControlSetFlags       = 4
	ControlDuplicateClose = 1030
	ControlSetPipeSize    = 1031
	ControlGetPipeSize    = 1032
	ControlLock           = 2000 // flock; the argument is its operation
	ControlRecordLock     = 2001 // lockf: Data in the Question is not used; see RecordLock
)

// Control asks a descriptor something, or sets it, as fcntl does. N: the result.
func Control(fd, command int, argument int64) Question {
	return Question{Kind: KindControl, Fd: fd, N: int64(command), M: argument}
}

// RecordLock locks a part of a file: kind 0 shared, 1 exclusive, 2 unlocked.
// It does not wait: EAGAIN.
func RecordLock(fd, kind int, start, length int64, whence int) Question {
	b := binary.LittleEndian.AppendUint64(nil, uint64(start))
	b = binary.LittleEndian.AppendUint64(b, uint64(length))
	return Question{Kind: KindControl, Fd: fd, N: ControlRecordLock, M: int64(kind)<<8 | int64(whence), Data: b}
}

// Device asks a device something, or sets it, as ioctl does with a buffer that
// it reads and writes, or with a number if there is none. N: the result; Data:
// the buffer afterwards.
func Device(fd int, request uint64, argument int64, buffer []byte) Question {
	return Question{Kind: KindDevice, Fd: fd, N: int64(request), M: argument, Data: buffer}
}

// PseudoTerminal makes a pair of terminals. N: the master; M: the slave.
func PseudoTerminal() Question { return Question{Kind: KindPseudoTerminal} }

// Start says how a Spawn starts a program.
type Start struct {
	Paths       []string // tried one after the other
	Arguments   []string
	Environment []string // nil: the process's own
	Dir         string
	Inherit     []int // the descriptors that it gets, each as in Numbers or by its own number
	Numbers     []int // as what it gets them
	Session     bool  // in a session of its own
	Group       int   // in a process group: -1 no change, 0 its own
	UID, GID    int   // -1: no change
	Groups      []int // supplementary groups, if SetGroups
	SetGroups   bool
	Mask        int // umask; -1: no change
	Default     []int
	All         bool // also the other descriptors that are inherited, but Without these
	Without     []int
	Replace     bool // in place of this process: it does not come back
}

// Spawn starts a program. N: the process's number. Text, if it fails: what
// failed: "exec", "chdir" or "fork".
func Spawn(s *Start) Question {
	b := appendString(nil, joinStrings(s.Paths))
	b = appendString(b, joinStrings(s.Arguments))
	flags := uint64(0)
	for i, set := range [...]bool{s.Environment != nil, s.Session, s.SetGroups, s.Replace, s.All} {
		if set {
			flags |= 1 << i
		}
	}
	b = binary.AppendUvarint(b, flags)
	b = appendString(b, joinStrings(s.Environment))
	b = appendString(b, s.Dir)
	for _, n := range [...]int{s.Group, s.UID, s.GID, s.Mask} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, l := range [...][]int{s.Inherit, s.Numbers, s.Groups, s.Default, s.Without} {
		b = binary.AppendUvarint(b, uint64(len(l)))
		for _, n := range l {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	q := Question{Kind: KindSpawn, Data: b}
	if len(s.Paths) > 0 {
		q.Path = s.Paths[0]
	}
	return q
}

func parseStart(q *Question) *Start {
	d := decoder{b: q.Data}
	s := &Start{Paths: splitStrings(d.string()), Arguments: splitStrings(d.string())}
	flags := d.uvarint()
	s.Session, s.SetGroups, s.Replace = flags&2 != 0, flags&4 != 0, flags&8 != 0
	s.All = flags&16 != 0
	if env := d.string(); flags&1 != 0 {
		s.Environment = append([]string{}, splitStrings(env)...)
	}
	s.Dir = d.string()
	for _, n := range [...]*int{&s.Group, &s.UID, &s.GID, &s.Mask} {
		*n = int(d.varint())
	}
	for _, l := range [...]*[]int{&s.Inherit, &s.Numbers, &s.Groups, &s.Default, &s.Without} {
		for n := d.uvarint(); n > 0 && d.err == nil; n-- {
			*l = append(*l, int(d.varint()))
		}
	}
	return s
}

// The options of WaitChild.
const (
	WaitNoHang  = 1
	WaitStopped = 2
)

// WaitChild asks how a process that was started has ended: pid as for waitpid.
// It does not wait: N is 0 while none has. N: its number; M: its status; List:
// user and system time in nanoseconds and the greatest size in kilobytes.
func WaitChild(pid, options int) Question {
	return Question{Kind: KindWaitChild, N: int64(pid), M: int64(options)}
}

// Kill sends a signal to a process. To the machine's own process: it has
// arrived when the answer comes, unless its action ends the process.
// N is 1 if it would, in a world that does not own the process.
func Kill(pid, signal int) Question { return Question{Kind: KindKill, N: int64(pid), M: int64(signal)} }

// The actions of signals.
const (
	SignalDefault = iota
	SignalIgnored
	SignalCaught
)

// SetSignal says what a signal does to the process. N: what it did before.
func SetSignal(number, action int) Question {
	return Question{Kind: KindSetSignal, N: int64(number), M: int64(action)}
}

// Timer sets a timer: which is 0 for real time (SIGALRM), 1 for the program's
// time (SIGVTALRM), 2 for all its time (SIGPROF); first and interval are
// nanoseconds, 0 to stop it. With get nothing is set. N, M: what was left, and
// the interval.
func Timer(which int, first, interval int64, get bool) Question {
	q := Question{Kind: KindTimer, Fd: which, N: first, M: interval}
	if get {
		q.Path = "get"
	}
	return q
}

// The numbers of signals are Linux's.
const (
	sigINT  = 2
	sigKILL = 9
	sigPIPE = 13
	sigALRM = 14
	sigCHLD = 17
	sigURG  = 23
	sigXFSZ = 25
)

// harmless are the signals whose default is that nothing happens, or that the process stops or goes on.
const harmless = 1<<sigCHLD | 1<<18 | 1<<19 | 1<<20 | 1<<21 | 1<<22 | 1<<sigURG | 1<<28
