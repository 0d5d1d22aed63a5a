package world

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
)

// Kind says what is asked. The numbers are part of the recording format: new
// kinds go to the end and none is ever given another meaning.
type Kind uint8

// The kinds of question. The constructors of the same names below say which
// arguments a question has and what its answer holds.
const (
	KindNone Kind = iota
	KindClock
	KindRandom
	KindChoose
	KindWait
	KindSignals
	KindZone
	KindArguments
	KindEnvironment
	KindFact
	KindOpen
	KindClose
	KindRead
	KindWrite
	KindSeek
	KindTruncate
	KindFileStat
	KindStat
	KindLinkStat
	KindList
	KindMakeDir
	KindRemoveDir
	KindRemove
	KindRename
	KindReadLink
	KindSymlink
	KindLink
	KindChangeMode
	KindSetTimes
	KindAccess
	KindWorkingDir
	KindChangeDir
	KindIsTerminal
	KindSync
	KindPipe
	KindDuplicate
	KindDuplicateTo
	KindTerminalSize
	KindSetMask
	KindDiskSpace
	KindSocket
	KindSocketPair
	KindBind
	KindListen
	KindAccept
	KindConnect
	KindShutdown
	KindReceive
	KindSend
	KindSocketName
	KindGetOption
	KindSetOption
	KindLookUp
	KindNameOf
	KindInterfaces
	KindPollMake
	KindPollChange
	KindPollReady
	KindControl
	KindDevice
	KindPseudoTerminal
	KindSpawn
	KindWaitChild
	KindKill
	KindSetSignal
	KindTimer
	KindSecure
	KindChangeOwner
	KindMakeNode
	kindCount
)

var kindNames = [kindCount]string{
	KindNone:         "nothing",
	KindClock:        "clock",
	KindRandom:       "random",
	KindChoose:       "choose",
	KindWait:         "wait",
	KindSignals:      "signals",
	KindZone:         "zone",
	KindArguments:    "arguments",
	KindEnvironment:  "environment",
	KindFact:         "fact",
	KindOpen:         "open",
	KindClose:        "close",
	KindRead:         "read",
	KindWrite:        "write",
	KindSeek:         "seek",
	KindTruncate:     "truncate",
	KindFileStat:     "fstat",
	KindStat:         "stat",
	KindLinkStat:     "lstat",
	KindList:         "listdir",
	KindMakeDir:      "mkdir",
	KindRemoveDir:    "rmdir",
	KindRemove:       "unlink",
	KindRename:       "rename",
	KindReadLink:     "readlink",
	KindSymlink:      "symlink",
	KindLink:         "link",
	KindChangeMode:   "chmod",
	KindSetTimes:     "utime",
	KindAccess:       "access",
	KindWorkingDir:   "getcwd",
	KindChangeDir:    "chdir",
	KindIsTerminal:   "isatty",
	KindSync:         "fsync",
	KindPipe:         "pipe",
	KindDuplicate:    "dup",
	KindDuplicateTo:  "dup2",
	KindTerminalSize: "terminal size",
	KindSetMask:      "umask",
	KindDiskSpace:    "statvfs",

	KindSocket:         "socket",
	KindSocketPair:     "socketpair",
	KindBind:           "bind",
	KindListen:         "listen",
	KindAccept:         "accept",
	KindConnect:        "connect",
	KindShutdown:       "shutdown",
	KindReceive:        "recv",
	KindSend:           "send",
	KindSocketName:     "getsockname",
	KindGetOption:      "getsockopt",
	KindSetOption:      "setsockopt",
	KindLookUp:         "getaddrinfo",
	KindNameOf:         "getnameinfo",
	KindInterfaces:     "if_nameindex",
	KindPollMake:       "epoll_create",
	KindPollChange:     "epoll_ctl",
	KindPollReady:      "epoll_wait",
	KindControl:        "fcntl",
	KindDevice:         "ioctl",
	KindPseudoTerminal: "openpty",
	KindSpawn:          "spawn",
	KindWaitChild:      "waitpid",
	KindKill:           "kill",
	KindSetSignal:      "sigaction",
	KindTimer:          "setitimer",
	KindSecure:         "TLS",
	KindChangeOwner:    "chown",
	KindMakeNode:       "mknod",
}

// String names the kind in a word or two.
func (k Kind) String() string {
	if k < kindCount {
		return kindNames[k]
	}
	return fmt.Sprintf("question of kind %d", uint8(k))
}

// Question is one thing a program wants from outside. The machine fills in
// Number; the other fields mean what the constructor of the kind says.
type Question struct {
	Kind   Kind
	Number uint64 // 0 for the first question of a run
	Fd     int
	N, M   int64
	Path   string
	Other  string
	Data   []byte
	Waits  []Interest
}

// Interest is a file descriptor that a Wait watches.
type Interest struct {
	Fd    int
	Read  bool
	Write bool
	// Patient: a descriptor that the program made non-blocking counts as ready.
	Patient bool
}

// The clocks. Values are nanoseconds.
const (
	ClockMonotonic = iota // since some moment before the run; never goes back
	ClockWall             // since 1970-01-01 UTC
	ClockProcess          // CPU time of the process
	ClockThread           // CPU time of the thread
)

// The facts about the process and its machine: the argument of Fact. Those
// marked N answer with a number, the others with a text.
const (
	FactPID        = "pid"        // N
	FactParentPID  = "ppid"       // N
	FactUID        = "uid"        // N
	FactEUID       = "euid"       // N
	FactGID        = "gid"        // N
	FactEGID       = "egid"       // N
	FactCPUs       = "cpus"       // N
	FactPlatform   = "platform"   // as sys.platform: linux, darwin, win32
	FactMachine    = "machine"    // as platform.machine(): x86_64, aarch64, arm64
	FactSystem     = "system"     // as os.uname().sysname
	FactNode       = "node"       // host name
	FactRelease    = "release"    // kernel release
	FactVersion    = "version"    // kernel version
	FactExecutable = "executable" // path by which the running binary was called
	FactBinary     = "binary"     // its path after links were followed
	FactUser       = "user"       // login name
	FactHome       = "home"       // home directory
	FactTempDir    = "tempdir"    // directory for temporary files
	FactLimit      = "limit:"     // and a number of Linux's: List of two numbers, what getrlimit says
	FactUsage      = "usage:"     // and a number: List of 16 numbers, what getrusage says, times in microseconds
)

// Flags of Open, with the numbers that Python shows on Linux. A world
// translates them to its system's own.
const (
	OpenReadOnly  = 0o0
	OpenWriteOnly = 0o1
	OpenReadWrite = 0o2
	OpenAccess    = 0o3 // mask of the three above
	OpenCreate    = 0o100
	OpenExclusive = 0o200
	OpenNoTTY     = 0o400
	OpenTruncate  = 0o1000
	OpenAppend    = 0o2000
	OpenNonBlock  = 0o4000
	OpenDirectory = 0o200000
	OpenNoFollow  = 0o400000
	OpenCloseExec = 0o2000000
)

// Clock asks for the time of one of the clocks. N: nanoseconds.
func Clock(which int) Question { return Question{Kind: KindClock, N: int64(which)} }

// Random asks for n bytes that nobody can guess. Data: the bytes.
func Random(n int) Question { return Question{Kind: KindRandom, N: int64(n)} }

// Choose asks which of n tasklets runs next; 0 is the one Stackless would
// take. N: an index below n.
func Choose(n int) Question { return Question{Kind: KindChoose, N: int64(n)} }

// Forever is the deadline of a Wait that only files can end.
const Forever = int64(-1)

// Wait asks to wait until the monotonic clock reaches deadline (nanoseconds,
// or Forever) or one of the files is ready. Data: a byte for each interest, of
// the bits WaitReadable, WaitWritable and WaitBroken; N: how many are not 0.
// EINTR: somebody wants the program's attention; ask again.
// EDEADLK: nothing can ever end this wait.
func Wait(deadline int64, interests ...Interest) Question {
	return Question{Kind: KindWait, N: deadline, Waits: interests}
}

// The bits in the answer to a Wait.
const (
	WaitReadable = 1 << iota
	WaitWritable
	WaitBroken // one of the next two, or another fault
	WaitHungUp
	WaitFailed
)

// Signals asks which signals arrived since it was last asked. N: the bit
// 1<<number for each.
func Signals() Question { return Question{Kind: KindSignals} }

// Zone asks for the time zone called name (as in the variable TZ; "" for the
// local one) at a time in seconds since 1970. N: seconds east of UTC; M: 1 in
// summer time; Text: the zone's abbreviation.
func Zone(name string, seconds int64) Question {
	return Question{Kind: KindZone, Path: name, N: seconds}
}

// Arguments asks for the program's arguments. List: they, without the
// program's own name.
func Arguments() Question { return Question{Kind: KindArguments} }

// Environment asks for the environment variables. List: NAME=value each.
func Environment() Question { return Question{Kind: KindEnvironment} }

// Fact asks for one of the facts above. N or Text, as noted there.
func Fact(name string) Question { return Question{Kind: KindFact, Path: name} }

// Open opens a file. N: its descriptor, the lowest free number.
func Open(path string, flags int, mode uint32) Question {
	return Question{Kind: KindOpen, Path: path, N: int64(flags), M: int64(mode)}
}

// Close closes a descriptor.
func Close(fd int) Question { return Question{Kind: KindClose, Fd: fd} }

// AtCursor as the offset of a Read or Write means the descriptor's own place,
// which then moves on.
const AtCursor = int64(-1)

// Read reads up to n bytes at an offset, or AtCursor. Data: the bytes, none at
// the end of the file.
func Read(fd, n int, offset int64) Question {
	return Question{Kind: KindRead, Fd: fd, N: int64(n), M: offset}
}

// ReadNow reads what is there without waiting. EAGAIN: nothing is; M is 1 if
// the descriptor is one whose reader waits.
func ReadNow(fd, n int) Question {
	return Question{Kind: KindRead, Fd: fd, N: int64(n), M: AtCursor, Path: "now"}
}

// Write writes data at an offset, or AtCursor. N: how many bytes were taken.
// The console is descriptor 1 and, for errors, 2.
func Write(fd int, data []byte, offset int64) Question {
	return Question{Kind: KindWrite, Fd: fd, Data: data, M: offset}
}

// WriteNow writes what goes without waiting. EAGAIN: nothing does. M is 1 if
// the descriptor is one whose writer waits.
func WriteNow(fd int, data []byte) Question {
	return Question{Kind: KindWrite, Fd: fd, Data: data, M: AtCursor, N: 1}
}

// Seek moves a descriptor's place; whence is 0 from the start, 1 from the
// place, 2 from the end. N: the new place.
func Seek(fd int, offset int64, whence int) Question {
	return Question{Kind: KindSeek, Fd: fd, N: offset, M: int64(whence)}
}

// Truncate cuts or extends an open file to size bytes.
func Truncate(fd int, size int64) Question {
	return Question{Kind: KindTruncate, Fd: fd, N: size}
}

// FileStat asks about an open file. Stat.
func FileStat(fd int) Question { return Question{Kind: KindFileStat, Fd: fd} }

// PathStat asks about the file that a path leads to. Stat.
func PathStat(path string) Question { return Question{Kind: KindStat, Path: path} }

// LinkStat asks about the file at a path, and about a symbolic link itself. Stat.
func LinkStat(path string) Question { return Question{Kind: KindLinkStat, Path: path} }

// List asks for the names in a directory, without . and .. List: the names in
// the system's order; Data: for each a byte of the Entry kinds.
func List(path string) Question { return Question{Kind: KindList, Path: path} }

// What a List tells about each name.
const (
	EntryFile  = 'f'
	EntryDir   = 'd'
	EntryLink  = 'l'
	EntryOther = 'o'
)

// MakeDir makes a directory.
func MakeDir(path string, mode uint32) Question {
	return Question{Kind: KindMakeDir, Path: path, M: int64(mode)}
}

// RemoveDir removes an empty directory.
func RemoveDir(path string) Question { return Question{Kind: KindRemoveDir, Path: path} }

// Remove removes a file or a link, never a directory.
func Remove(path string) Question { return Question{Kind: KindRemove, Path: path} }

// Rename moves a file or directory, over an existing file if there is one.
func Rename(from, to string) Question {
	return Question{Kind: KindRename, Path: from, Other: to}
}

// ReadLink asks where a symbolic link points. Text.
func ReadLink(path string) Question { return Question{Kind: KindReadLink, Path: path} }

// Symlink makes a symbolic link at path that points to target.
func Symlink(target, path string) Question {
	return Question{Kind: KindSymlink, Path: path, Other: target}
}

// Link gives an existing file a second name.
func Link(existing, path string) Question {
	return Question{Kind: KindLink, Path: path, Other: existing}
}

// ChangeMode sets the permission bits of the file that a path leads to.
func ChangeMode(path string, mode uint32) Question {
	return Question{Kind: KindChangeMode, Path: path, M: int64(mode)}
}

// SetTimes sets when a file was last read and last changed, in nanoseconds
// since 1970.
func SetTimes(path string, accessed, modified int64) Question {
	return Question{Kind: KindSetTimes, Path: path, N: accessed, M: modified}
}

// Access asks whether the process may use a path; mode is made of 4 read,
// 2 write, 1 execute, 0 exists. Errno 0 if so.
func Access(path string, mode int) Question {
	return Question{Kind: KindAccess, Path: path, N: int64(mode)}
}

// WorkingDir asks for the current directory. Text.
func WorkingDir() Question { return Question{Kind: KindWorkingDir} }

// ChangeDir changes the current directory.
func ChangeDir(path string) Question { return Question{Kind: KindChangeDir, Path: path} }

// IsTerminal asks whether a descriptor is a terminal. N: 1 if so.
func IsTerminal(fd int) Question { return Question{Kind: KindIsTerminal, Fd: fd} }

// Sync sends a file's written bytes to the disk.
func Sync(fd int) Question { return Question{Kind: KindSync, Fd: fd} }

// Pipe makes a pipe. N: the descriptor to read from; M: the one to write to.
func Pipe() Question { return Question{Kind: KindPipe} }

// Duplicate makes another descriptor of the same open file. N: it.
func Duplicate(fd int) Question { return Question{Kind: KindDuplicate, Fd: fd} }

// DuplicateTo makes the descriptor to another name of fd, closing what it was.
func DuplicateTo(fd, to int) Question {
	return Question{Kind: KindDuplicateTo, Fd: fd, N: int64(to)}
}

// TerminalSize asks for the size of a terminal. N: columns; M: lines.
func TerminalSize(fd int) Question { return Question{Kind: KindTerminalSize, Fd: fd} }

// SetMask sets the permission bits that new files do not get. N: the old mask.
func SetMask(mask uint32) Question { return Question{Kind: KindSetMask, N: int64(mask)} }

// DiskSpace asks about the file system that holds a path. List: total, free
// and available bytes as decimal numbers, in this order.
func DiskSpace(path string) Question { return Question{Kind: KindDiskSpace, Path: path} }

// String writes the question in one short line, for people.
func (q Question) String() string {
	var b strings.Builder
	b.WriteString(q.Kind.String())
	switch q.Kind {
	case KindClose, KindFileStat, KindIsTerminal, KindSync, KindDuplicate, KindTerminalSize:
		fmt.Fprintf(&b, " of descriptor %d", q.Fd)
	case KindRead:
		fmt.Fprintf(&b, " of %d bytes from descriptor %d", q.N, q.Fd)
	case KindWrite:
		fmt.Fprintf(&b, " of %q to descriptor %d", shorten(q.Data), q.Fd)
	case KindSeek, KindTruncate, KindDuplicateTo:
		fmt.Fprintf(&b, " of descriptor %d to %d", q.Fd, q.N)
	case KindClock, KindRandom, KindChoose, KindZone:
		fmt.Fprintf(&b, " %d", q.N)
	case KindWait:
		fmt.Fprintf(&b, " until %d on %d files", q.N, len(q.Waits))
	default:
		if q.Path != "" {
			fmt.Fprintf(&b, " %q", q.Path)
		}
		if q.Other != "" {
			fmt.Fprintf(&b, ", %q", q.Other)
		}
	}
	return b.String()
}

func shorten(data []byte) []byte {
	const most = 40
	if len(data) > most {
		return append(append([]byte(nil), data[:most]...), "..."...)
	}
	return data
}

// digest condenses all arguments (not the number) into 16 bits: enough to
// notice that a replayed program asks something else than it did before.
func (q *Question) digest() uint16 {
	h := mix(uint64(q.Kind)<<32^uint64(q.Fd), uint64(q.N))
	h = mix(h, uint64(q.M))
	if q.Path != "" {
		h = mixString(h, q.Path)
	}
	if q.Other != "" {
		h = mixString(h, q.Other)
	}
	if len(q.Data) > 0 {
		h = mixBytes(h, q.Data)
	}
	for _, w := range q.Waits {
		v := uint64(w.Fd) << 2
		if w.Read {
			v |= 1
		}
		if w.Write {
			v |= 2
		}
		if w.Patient {
			v |= 1 << 62
		}
		h = mix(h, v)
	}
	h ^= h >> 32
	return uint16(h ^ h>>16)
}

// mix folds a word into a hash by one full-width multiplication.
func mix(h, v uint64) uint64 {
	hi, lo := bits.Mul64(h^0x9e3779b97f4a7c15, v^0xd6e8feb86659fd93)
	return hi ^ lo
}

func mixBytes(h uint64, b []byte) uint64 {
	h = mix(h, uint64(len(b)))
	for len(b) >= 8 {
		h = mix(h, binary.LittleEndian.Uint64(b))
		b = b[8:]
	}
	if len(b) > 0 {
		var v uint64
		for i, c := range b {
			v |= uint64(c) << (8 * i)
		}
		h = mix(h, v)
	}
	return h
}

func mixString(h uint64, s string) uint64 {
	h = mix(h, uint64(len(s)))
	for len(s) >= 8 {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = mix(h, v)
		s = s[8:]
	}
	if s != "" {
		var v uint64
		for i := range len(s) {
			v |= uint64(s[i]) << (8 * i)
		}
		h = mix(h, v)
	}
	return h
}
