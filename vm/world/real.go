package world

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// Options says what a program sees of the process it runs in. What is left
// out is the process's own.
type Options struct {
	Arguments   []string
	Environment []string // NAME=value each; nil for the process's own
	Dir         string
	Executable  string    // the path by which the binary was called
	Stdin       io.Reader // may return ErrInterrupted
	Stdout      io.Writer
	Stderr      io.Writer

	// Process says that the process is the program's own: signals that it gets are the program's, and the program may
	// say what they do.
	Process bool
}

// ErrInterrupted is what a reader given as Options.Stdin returns to make the
// program's read end with EINTR; the program can ask again.
var ErrInterrupted = errors.New("read interrupted")

// System is the real world: the operating system.
//
// File descriptors are its own numbers, given out as POSIX says, so they do
// not depend on what else the process has open. The current directory and the
// environment are its own, too: two machines in one process do not disturb
// each other.
type System struct {
	options Options
	dir     string
	home    string      // the process's own directory
	files   []*openFile // by descriptor; nil is free
	started time.Time
	zones   map[string]*time.Location

	signals     atomic.Uint64
	interrupted atomic.Bool
	wake        waker

	inherit  map[int]bool // of descriptors from 3 on that started programs get; 0 to 2 are there if they do not
	actions  [65]uint8    // of signals
	timers   *timers
	secure   *secureEngine
	events   systemEvents
	scratch  []byte
	children map[int]bool             // that were started and not waited for
	catch    func(number, action int) // makes an action the process's, if that is the program's own
	heard    bool
	null     *os.File

	actionLock sync.Mutex
}

// openFile is what descriptors share after a Duplicate.
type openFile struct {
	uses     int
	file     *os.File // nil if it is raw, or if the options gave a stream instead
	in       io.Reader
	out      io.Writer
	slow     bool // reading may have to wait: a pipe, a terminal
	owned    bool // closed with the last descriptor
	sort     fileSort
	raw      int         // the system's descriptor, unless sort is plainFile
	nonBlock bool        // what the program said
	shared   bool        // a program that was started has it, too, and it may block there
	watched  map[int]int // of an epoll descriptor: for each of ours, the system's
}

// fileSort is what sort of thing an openFile is.
type fileSort uint8

const (
	plainFile fileSort = iota
	pipeFile
	socketFile
	pollingFile
)

// system is the system's own descriptor, if there is one.
func (f *openFile) system() (int, bool) {
	switch {
	case f.sort != plainFile:
		return f.raw, true
	case f.file != nil:
		return systemFd(f.file)
	}
	return 0, false
}

// stream tells that the options gave it.
func (f *openFile) stream() bool { return f.sort == plainFile && f.file == nil }

// Real gives a program the operating system.
func Real(o Options) *System {
	s := &System{options: o, dir: o.Dir, started: time.Now(), zones: map[string]*time.Location{}, inherit: map[int]bool{}, children: map[int]bool{}}
	s.home, _ = os.Getwd()
	if s.dir == "" {
		s.dir = s.home
	} else if abs, err := filepath.Abs(s.dir); err == nil {
		s.dir = abs
	}
	if s.options.Environment == nil {
		s.options.Environment = os.Environ()
	}
	stdin := &openFile{uses: 1, file: os.Stdin, slow: slow(os.Stdin)}
	if o.Stdin != nil {
		stdin = &openFile{uses: 1, in: o.Stdin}
	}
	s.files = []*openFile{stdin, output(o.Stdout, os.Stdout), output(o.Stderr, os.Stderr)}
	s.timers = newTimers(s)
	s.actions[sigINT], s.actions[sigPIPE], s.actions[sigXFSZ] = SignalCaught, SignalIgnored, SignalIgnored
	if o.Process {
		s.adoptInherited()
		s.ownSignals()
	}
	return s
}

func output(w io.Writer, file *os.File) *openFile {
	if w != nil {
		return &openFile{uses: 1, out: w}
	}
	return &openFile{uses: 1, file: file}
}

func slow(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// Interrupt makes the Wait or blocking Read that is under way, or else the
// next one, end with EINTR. It may be called from any goroutine.
func (s *System) Interrupt() {
	s.interrupted.Store(true)
	s.wake.ring()
}

// Signal tells the program of a signal and interrupts it. It may be called
// from any goroutine.
func (s *System) Signal(number int) {
	s.signals.Or(1 << (uint(number) & 63))
	s.Interrupt()
}

// Ask does what is asked, at once.
func (s *System) Ask(q Question) Answer {
	switch q.Kind {
	case KindClock:
		return s.clock(q.N)
	case KindWrite:
		return s.write(&q)
	case KindRead:
		return s.read(&q)
	case KindRandom:
		return s.random(q.N)
	case KindChoose:
		return Answer{}
	case KindWait:
		return s.wait(&q)
	case KindSignals:
		return Answer{N: int64(s.signals.Swap(0))}
	case KindZone:
		return s.zone(q.Path, q.N)
	case KindArguments:
		return Answer{List: s.options.Arguments}
	case KindEnvironment:
		return Answer{List: s.options.Environment}
	case KindFact:
		return s.fact(q.Path)
	case KindWorkingDir:
		return Answer{Text: s.dir}
	case KindSetMask:
		return Answer{N: int64(setMask(int(q.N)))}
	}
	switch {
	case q.byDescriptor():
		return s.askFile(&q)
	case q.Kind >= KindChangeOwner:
		return s.askPath(&q)
	case q.Kind >= KindSpawn:
		return s.askProcess(&q)
	case q.Kind >= KindSocket:
		return s.askNetwork(&q)
	}
	return s.askPath(&q)
}

func (q *Question) byDescriptor() bool {
	switch q.Kind {
	case KindClose, KindSeek, KindTruncate, KindFileStat, KindIsTerminal, KindSync, KindPipe, KindDuplicate, KindDuplicateTo, KindTerminalSize:
		return true
	}
	return q.ofFile()
}

func (s *System) clock(which int64) Answer {
	switch which {
	case ClockMonotonic:
		// From 1 on: some programs take 0 for "never".
		return Answer{N: int64(time.Since(s.started)) + 1}
	case ClockWall:
		return Answer{N: time.Now().UnixNano()}
	case ClockProcess, ClockThread:
		return Answer{N: cpuTime(which == ClockThread)}
	}
	return Fail(EINVAL)
}

func (s *System) random(n int64) Answer {
	const most = 1 << 30
	if n < 0 || n > most {
		return Fail(EINVAL)
	}
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		return failed(err)
	}
	return Answer{Data: b}
}

func (s *System) zone(name string, seconds int64) Answer {
	if name == "" {
		name = s.variable("TZ")
	}
	loc, known := s.zones[name]
	if !known {
		loc = time.Local
		if name != "" {
			if named, err := time.LoadLocation(strings.TrimPrefix(name, ":")); err == nil {
				loc = named
			} else {
				loc = time.UTC // as the C library does with a name it does not know
			}
		}
		s.zones[name] = loc
	}
	t := time.Unix(seconds, 0).In(loc)
	abbreviation, offset := t.Zone()
	a := Answer{N: int64(offset), Text: abbreviation}
	if t.IsDST() {
		a.M = 1
	}
	return a
}

func (s *System) variable(name string) string {
	for _, e := range s.options.Environment {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}

func (s *System) fact(name string) Answer {
	if which, ok := strings.CutPrefix(name, FactLimit); ok {
		return resourceLimit(which)
	}
	if who, ok := strings.CutPrefix(name, FactUsage); ok {
		return resourceUsage(who)
	}
	switch name {
	case FactPID:
		return Answer{N: int64(os.Getpid())}
	case FactParentPID:
		return Answer{N: int64(os.Getppid())}
	case FactUID:
		return Answer{N: int64(os.Getuid())}
	case FactEUID:
		return Answer{N: int64(os.Geteuid())}
	case FactGID:
		return Answer{N: int64(os.Getgid())}
	case FactEGID:
		return Answer{N: int64(os.Getegid())}
	case FactCPUs:
		return Answer{N: int64(runtime.NumCPU())}
	case FactPlatform:
		if runtime.GOOS == "windows" {
			return Answer{Text: "win32"}
		}
		return Answer{Text: runtime.GOOS}
	case FactMachine:
		return Answer{Text: machineName()}
	case FactSystem, FactRelease, FactVersion:
		return systemName(name)
	case FactNode:
		text, err := os.Hostname()
		return texted(text, err)
	case FactExecutable, FactBinary:
		if name == FactExecutable && s.options.Executable != "" {
			return Answer{Text: s.options.Executable}
		}
		text, err := os.Executable()
		return texted(text, err)
	case FactTempDir:
		return Answer{Text: os.TempDir()}
	case FactHome:
		text, err := os.UserHomeDir()
		return texted(text, err)
	case FactUser:
		u, err := user.Current()
		if err != nil {
			return failed(err)
		}
		return Answer{Text: u.Username}
	}
	return Fail(EINVAL)
}

func machineName() string {
	switch {
	case runtime.GOARCH == "amd64" && runtime.GOOS == "windows":
		return "AMD64"
	case runtime.GOARCH == "amd64":
		return "x86_64"
	case runtime.GOARCH == "arm64" && runtime.GOOS == "linux":
		return "aarch64"
	}
	return runtime.GOARCH
}

func texted(text string, err error) Answer {
	if err != nil {
		return failed(err)
	}
	return Answer{Text: text}
}

// wait implements the Wait question over the system's poll.
func (s *System) wait(q *Question) Answer {
	ready := make([]byte, len(q.Waits))
	polled := make([]pollFile, 0, len(q.Waits)+1)
	index := make([]int, 0, len(q.Waits))
	count := int64(0)
	for i, w := range q.Waits {
		f := s.at(w.Fd)
		if f == nil {
			return Fail(EBADF)
		}
		if f.stream() || w.Patient && f.nonBlock { // a stream of the options: nobody knows, so trying is right
			ready[i] = interestBits(w)
			count++
			continue
		}
		fd, ok := f.system()
		if !ok {
			return Fail(EBADF)
		}
		polled = append(polled, pollFile{fd: fd, read: w.Read, write: w.Write})
		index = append(index, i)
	}
	timeout := time.Duration(-1)
	switch {
	case count > 0:
		timeout = 0
	case q.N >= 0:
		timeout = max(0, time.Duration(q.N)-time.Since(s.started)-1)
	}
	if timeout == 0 { // who only looks is not disturbed
		if len(polled) > 0 {
			if _, err := systemPoll(polled, 0); err != nil && !errors.Is(err, syscall.EINTR) {
				return failed(err)
			}
		}
	} else if e := s.sleep(polled, timeout); e != 0 {
		return Fail(e)
	}
	for i, p := range polled {
		if p.ready != 0 {
			ready[index[i]] = p.ready
			count++
		}
	}
	return Answer{N: count, Data: ready}
}

func interestBits(w Interest) byte {
	var b byte
	if w.Read {
		b |= WaitReadable
	}
	if w.Write {
		b |= WaitWritable
	}
	return b
}

// sleep polls until a file is ready, the time is over (never, if negative) or
// somebody calls Interrupt.
func (s *System) sleep(files []pollFile, timeout time.Duration) Errno {
	var deadline time.Time
	if timeout >= 0 {
		deadline = time.Now().Add(timeout)
	}
	for {
		if err := s.wake.prepare(); err != nil {
			return errnoOf(err)
		}
		if s.interrupted.Swap(false) {
			return EINTR
		}
		ready, err := s.wake.poll(files, timeout)
		if err != nil && !errors.Is(err, syscall.EINTR) {
			return errnoOf(err)
		}
		if s.interrupted.Swap(false) {
			return EINTR
		}
		if ready {
			return 0
		}
		if timeout >= 0 {
			if timeout = time.Until(deadline); timeout <= 0 {
				return 0
			}
		}
	}
}

// pollFile is a file to poll and, afterwards, the Wait bits it is ready for.
type pollFile struct {
	fd          int
	read, write bool
	ready       byte
}

// waker lets another goroutine end a poll. It is made at the first poll.
type waker struct {
	mu sync.Mutex
	wakeup
}

func (w *waker) prepare() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.open()
}

func (w *waker) ring() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.signal()
}

// Shutdown closes all that the program left open, except the console.
func (s *System) Shutdown() {
	for fd := range s.files {
		s.closeFd(fd)
	}
	s.timers.stop()
	s.wake.mu.Lock()
	defer s.wake.mu.Unlock()
	s.wake.close()
}

// failed turns a Go error into an answer.
func failed(err error) Answer { return Fail(errnoOf(err)) }

func errnoOf(err error) Errno {
	var number syscall.Errno
	switch {
	case err == nil:
		return 0
	case errors.As(err, &number):
		return portableErrno(number)
	case errors.Is(err, os.ErrNotExist):
		return ENOENT
	case errors.Is(err, os.ErrExist):
		return EEXIST
	case errors.Is(err, os.ErrPermission):
		return EACCES
	case errors.Is(err, os.ErrClosed):
		return EBADF
	case errors.Is(err, os.ErrInvalid):
		return EINVAL
	case errors.Is(err, ErrInterrupted):
		return EINTR
	case errors.Is(err, io.ErrClosedPipe):
		return EPIPE
	case errors.Is(err, os.ErrDeadlineExceeded):
		return EAGAIN
	}
	return EIO
}

func decimal(n uint64) string { return strconv.FormatUint(n, 10) }
