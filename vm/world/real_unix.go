//go:build linux || darwin

package world

import (
	"os"
	"syscall"
	"time"
)

const (
	openNonBlock  = syscall.O_NONBLOCK
	openDirectory = syscall.O_DIRECTORY
	openNoFollow  = syscall.O_NOFOLLOW
	openNoTTY     = syscall.O_NOCTTY
)

// wakeup is a pipe to oneself, polled along with the files.
type wakeup struct {
	in, out int
	made    bool
}

func (w *wakeup) open() error {
	if w.made {
		return nil
	}
	var ends [2]int
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := syscall.Pipe(ends[:]); err != nil {
		return os.NewSyscallError("pipe", err)
	}
	for _, fd := range ends {
		syscall.CloseOnExec(fd)
		if err := syscall.SetNonblock(fd, true); err != nil {
			return os.NewSyscallError("fcntl", err)
		}
	}
	w.in, w.out, w.made = ends[0], ends[1], true
	return nil
}

func (w *wakeup) signal() {
	if w.made {
		_, _ = syscall.Write(w.out, []byte{1}) // a full pipe wakes as well
	}
}

func (w *wakeup) close() {
	if w.made {
		_ = syscall.Close(w.in)
		_ = syscall.Close(w.out)
		w.made = false
	}
}

// poll reports whether a file is ready; false after the time or a signal.
func (w *wakeup) poll(files []pollFile, timeout time.Duration) (bool, error) {
	all := append(files[:len(files):len(files)], pollFile{fd: w.in, read: true})
	n, err := systemPoll(all, timeout)
	if err != nil {
		return false, err
	}
	copy(files, all)
	if all[len(files)].ready != 0 {
		n--
		w.drain()
	}
	return n > 0, nil
}

// drain takes out what signal wrote; the pipe does not block.
func (w *wakeup) drain() {
	var b [64]byte
	for {
		if n, err := syscall.Read(w.in, b[:]); n < len(b) || err != nil {
			return
		}
	}
}

func systemFd(f *os.File) (int, bool) {
	raw, err := f.SyscallConn()
	if err != nil {
		return 0, false
	}
	fd := -1
	if err := raw.Control(func(p uintptr) { fd = int(p) }); err != nil {
		return 0, false
	}
	return fd, fd >= 0
}

func setMask(mask int) int { return syscall.Umask(mask) }

func access(p string, mode int) error {
	return syscall.Access(p, uint32(mode))
}

func rename(from, to string) error { return syscall.Rename(from, to) }

func removeDir(p string) error { return syscall.Rmdir(p) }

func removeFile(p string) error { return syscall.Unlink(p) }

func makeNode(p string, mode uint32, device int) error { return syscall.Mknod(p, mode, device) }

func diskSpace(p string) Answer {
	var f syscall.Statfs_t
	if err := syscall.Statfs(p, &f); err != nil {
		return failed(err)
	}
	size := uint64(f.Bsize)
	return Answer{List: []string{decimal(f.Blocks * size), decimal(f.Bfree * size), decimal(f.Bavail * size)}}
}
