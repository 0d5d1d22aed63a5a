package world

import (
	"os"
	"sync/atomic"
	"syscall"
	"time"
)

// This system's calls have no such flags.
const (
	openNonBlock  = 0
	openDirectory = 0
	openNoFollow  = 0
	openNoTTY     = 0
)

// wakeup is an event to wait for in place of a poll.
type wakeup struct {
	rung atomic.Pointer[chan struct{}]
}

func (w *wakeup) open() error {
	if w.rung.Load() == nil {
		c := make(chan struct{}, 1)
		w.rung.Store(&c)
	}
	return nil
}

func (w *wakeup) signal() {
	if c := w.rung.Load(); c != nil {
		select {
		case *c <- struct{}{}:
		default:
		}
	}
}

func (w *wakeup) close() {}

// poll takes every file for ready, as this system cannot poll files: the read
// that follows then waits.
func (w *wakeup) poll(files []pollFile, timeout time.Duration) (bool, error) {
	for i, f := range files {
		files[i].ready = interestBits(Interest{Read: f.read, Write: f.write})
	}
	if len(files) > 0 {
		return true, nil
	}
	var over <-chan time.Time
	if timeout >= 0 {
		t := time.NewTimer(timeout)
		defer t.Stop()
		over = t.C
	}
	select {
	case <-over:
	case <-*w.rung.Load():
	}
	return false, nil
}

func systemPoll(files []pollFile, timeout time.Duration) (int, error) { return len(files), nil }

func systemFd(f *os.File) (int, bool) { return int(f.Fd()), true }

func setMask(int) int { return 0o022 }

func access(p string, mode int) error {
	info, err := os.Stat(p)
	if err == nil && mode&2 != 0 && info.Mode()&0o200 == 0 {
		return os.ErrPermission
	}
	return err
}

func rename(from, to string) error { return os.Rename(from, to) }

func removeDir(p string) error { return syscall.Rmdir(p) }

func removeFile(p string) error {
	if info, err := os.Lstat(p); err == nil && info.IsDir() {
		return syscall.EISDIR
	}
	return os.Remove(p)
}

func makeNode(string, uint32, int) error { return syscall.ENOSYS }

func diskSpace(string) Answer { return Fail(ENOSYS) }

func systemStat(info os.FileInfo) *Stat {
	st := &Stat{Mode: ModeFile | uint32(info.Mode().Perm()), Links: 1, Size: info.Size(), Modified: info.ModTime().UnixNano()}
	st.Accessed, st.Changed = st.Modified, st.Modified
	switch m := info.Mode(); {
	case m.IsDir():
		st.Mode = ModeDir | uint32(m.Perm())
	case m&os.ModeSymlink != 0:
		st.Mode = ModeLink | uint32(m.Perm())
	case m&os.ModeCharDevice != 0:
		st.Mode = ModeCharacter | uint32(m.Perm())
	case m&os.ModeNamedPipe != 0:
		st.Mode = ModeFIFO | uint32(m.Perm())
	}
	if d, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		st.Accessed, st.Born = d.LastAccessTime.Nanoseconds(), d.CreationTime.Nanoseconds()
	}
	return st
}

func cpuTime(bool) int64 {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(self, &created, &exited, &kernel, &user); err != nil {
		return 0
	}
	ticks := func(f syscall.Filetime) int64 { return int64(f.HighDateTime)<<32 | int64(f.LowDateTime) }
	return 100 * (ticks(kernel) + ticks(user))
}

func isTerminal(f *os.File) bool {
	var mode uint32
	return syscall.GetConsoleMode(syscall.Handle(f.Fd()), &mode) == nil
}

func terminalSize(*os.File) (columns, lines int, err error) { return 0, 0, syscall.ENOTSUP }

func systemName(fact string) Answer {
	if fact == FactSystem {
		return Answer{Text: "Windows"}
	}
	return Answer{}
}

// portableErrno translates this system's numbers and those that Go made up
// for it.
func portableErrno(e syscall.Errno) Errno {
	for _, row := range windowsErrnos {
		if row.system == e {
			return row.ours
		}
	}
	return EIO
}

var windowsErrnos = [...]struct {
	system syscall.Errno
	ours   Errno
}{
	{syscall.ERROR_FILE_NOT_FOUND, ENOENT}, {syscall.ERROR_PATH_NOT_FOUND, ENOENT}, {syscall.ERROR_ACCESS_DENIED, EACCES},
	{syscall.ERROR_FILE_EXISTS, EEXIST}, {syscall.ERROR_ALREADY_EXISTS, EEXIST}, {syscall.ERROR_DIR_NOT_EMPTY, ENOTEMPTY},
	{syscall.ERROR_BROKEN_PIPE, EPIPE}, {syscall.ERROR_PRIVILEGE_NOT_HELD, EPERM}, {errorDirectory, ENOTDIR},
	{syscall.ENOENT, ENOENT}, {syscall.EEXIST, EEXIST}, {syscall.EISDIR, EISDIR}, {syscall.ENOTDIR, ENOTDIR},
	{syscall.EINVAL, EINVAL}, {syscall.ENOTSUP, ENOTSUP}, {syscall.ENOSYS, ENOSYS}, {syscall.EBADF, EBADF}, {syscall.EPIPE, EPIPE},
	{syscall.EACCES, EACCES}, {syscall.EPERM, EPERM}, {syscall.EINTR, EINTR}, {syscall.ESPIPE, ESPIPE},
}

const errorDirectory = syscall.Errno(267)
