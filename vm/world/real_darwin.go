package world

import (
	"os"
	"syscall"
	"time"
	"unsafe"
)

func systemStat(info os.FileInfo) *Stat {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return &Stat{Mode: ModeFile | uint32(info.Mode().Perm()), Size: info.Size(), Modified: info.ModTime().UnixNano()}
	}
	return statOfSystem(st)
}

func statOfSystem(st *syscall.Stat_t) *Stat {
	return &Stat{
		Mode: uint32(st.Mode), UID: st.Uid, GID: st.Gid, Device: uint64(st.Dev), Inode: st.Ino, Links: uint64(st.Nlink), RawDevice: uint64(st.Rdev),
		Size: st.Size, BlockSize: int64(st.Blksize), Blocks: st.Blocks,
		Accessed: st.Atimespec.Nano(), Modified: st.Mtimespec.Nano(), Changed: st.Ctimespec.Nano(), Born: st.Birthtimespec.Nano(),
	}
}

// cpuTime is the process's: this system's library does not tell the thread's.
func cpuTime(bool) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func systemPoll(files []pollFile, timeout time.Duration) (int, error) {
	var r, w syscall.FdSet
	highest := 0
	for _, f := range files {
		word, bit := f.fd/32, int32(1)<<(f.fd%32)
		if word >= len(r.Bits) {
			return 0, syscall.EINVAL
		}
		if f.read {
			r.Bits[word] |= bit
		}
		if f.write {
			w.Bits[word] |= bit
		}
		highest = max(highest, f.fd)
	}
	var limit *syscall.Timeval
	if timeout >= 0 {
		t := syscall.NsecToTimeval(int64(timeout + time.Microsecond - 1))
		limit = &t
	}
	if err := syscall.Select(highest+1, &r, &w, nil, limit); err != nil {
		return 0, err
	}
	n := 0
	for i := range files {
		f := &files[i]
		word, bit := f.fd/32, int32(1)<<(f.fd%32)
		f.ready = 0
		if r.Bits[word]&bit != 0 {
			f.ready |= WaitReadable
		}
		if w.Bits[word]&bit != 0 {
			f.ready |= WaitWritable
		}
		if f.ready != 0 {
			n++
		}
	}
	return n, nil
}

func ioctl(f *os.File, request uintptr, arg unsafe.Pointer) error {
	fd, ok := systemFd(f)
	if !ok {
		return os.ErrClosed
	}
	return ioctlFd(fd, request, arg)
}

func isTerminal(f *os.File) bool {
	fd, ok := systemFd(f)
	return ok && isTerminalFd(fd)
}

func isTerminalFd(fd int) bool {
	var t syscall.Termios
	return ioctlFd(fd, syscall.TIOCGETA, unsafe.Pointer(&t)) == nil
}

func terminalSize(f *os.File) (columns, lines int, err error) {
	var size struct{ rows, columns, x, y uint16 }
	err = ioctl(f, syscall.TIOCGWINSZ, unsafe.Pointer(&size))
	return int(size.columns), int(size.rows), err
}

func systemName(fact string) Answer {
	name := "kern.ostype"
	switch fact {
	case FactRelease:
		name = "kern.osrelease"
	case FactVersion:
		name = "kern.version"
	}
	text, err := syscall.Sysctl(name)
	return texted(text, err)
}

// portableErrno translates the numbers that differ from Linux.
func portableErrno(e syscall.Errno) Errno {
	for _, row := range darwinErrnos {
		if row.system == e {
			return row.ours
		}
	}
	return Errno(e) // up to 34 both agree, EDEADLK (11) and EAGAIN (35) are in the table
}

var darwinErrnos = [...]struct {
	system syscall.Errno
	ours   Errno
}{
	{syscall.EDEADLK, EDEADLK}, {syscall.EAGAIN, EAGAIN}, {syscall.EINPROGRESS, EINPROGRESS}, {syscall.EALREADY, EALREADY},
	{syscall.ENOTSOCK, ENOTSOCK}, {syscall.EDESTADDRREQ, EDESTADDRREQ}, {syscall.EMSGSIZE, EMSGSIZE}, {syscall.EPROTOTYPE, EPROTOTYPE},
	{syscall.ENOPROTOOPT, ENOPROTOOPT}, {syscall.EPROTONOSUPPORT, EPROTONOSUPPORT}, {syscall.ENOTSUP, ENOTSUP}, {syscall.EOPNOTSUPP, EOPNOTSUPP},
	{syscall.EAFNOSUPPORT, EAFNOSUPPORT}, {syscall.EADDRINUSE, EADDRINUSE}, {syscall.EADDRNOTAVAIL, EADDRNOTAVAIL}, {syscall.ENETDOWN, ENETDOWN},
	{syscall.ENETUNREACH, ENETUNREACH}, {syscall.ENETRESET, ENETRESET}, {syscall.ECONNABORTED, ECONNABORTED}, {syscall.ECONNRESET, ECONNRESET},
	{syscall.ENOBUFS, ENOBUFS}, {syscall.EISCONN, EISCONN}, {syscall.ENOTCONN, ENOTCONN}, {syscall.ESHUTDOWN, ESHUTDOWN},
	{syscall.ETIMEDOUT, ETIMEDOUT}, {syscall.ECONNREFUSED, ECONNREFUSED}, {syscall.ELOOP, ELOOP}, {syscall.ENAMETOOLONG, ENAMETOOLONG},
	{syscall.EHOSTDOWN, EHOSTDOWN}, {syscall.EHOSTUNREACH, EHOSTUNREACH}, {syscall.ENOTEMPTY, ENOTEMPTY}, {syscall.EUSERS, EUSERS},
	{syscall.EDQUOT, EDQUOT}, {syscall.ESTALE, ESTALE}, {syscall.ENOLCK, ENOLCK}, {syscall.ENOSYS, ENOSYS},
	{syscall.EOVERFLOW, EOVERFLOW}, {syscall.EILSEQ, EILSEQ}, {syscall.ECANCELED, ECANCELED}, {syscall.EPROTO, EPROTO},
}
