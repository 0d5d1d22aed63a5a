package world

import (
	"os"
	"syscall"
	"time"
	"unsafe"
)

// Linux has the numbers that Errno uses.
func portableErrno(e syscall.Errno) Errno { return Errno(e) }

func systemStat(info os.FileInfo) *Stat {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return &Stat{Mode: ModeFile | uint32(info.Mode().Perm()), Size: info.Size(), Modified: info.ModTime().UnixNano()}
	}
	return statOfSystem(st)
}

func statOfSystem(st *syscall.Stat_t) *Stat {
	return &Stat{
		Mode: st.Mode, UID: st.Uid, GID: st.Gid, Device: uint64(st.Dev), Inode: st.Ino, Links: uint64(st.Nlink), RawDevice: uint64(st.Rdev),
		Size: st.Size, BlockSize: int64(st.Blksize), Blocks: st.Blocks,
		Accessed: st.Atim.Nano(), Modified: st.Mtim.Nano(), Changed: st.Ctim.Nano(),
	}
}

const (
	clockProcessCPU = 2
	clockThreadCPU  = 3
	ioctlGetTermios = 0x5401
	ioctlGetSize    = 0x5413
)

func cpuTime(thread bool) int64 {
	id := uintptr(clockProcessCPU)
	if thread {
		id = clockThreadCPU
	}
	var t syscall.Timespec
	_, _, _ = syscall.Syscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&t)), 0)
	return t.Nano()
}

type linuxPoll struct {
	fd              int32
	events, revents int16
}

const (
	pollIn   = 0x1
	pollOut  = 0x4
	pollErr  = 0x8
	pollHup  = 0x10
	pollNval = 0x20
)

func systemPoll(files []pollFile, timeout time.Duration) (int, error) {
	fds := make([]linuxPoll, len(files))
	for i, f := range files {
		fds[i].fd = int32(f.fd)
		if f.read {
			fds[i].events |= pollIn
		}
		if f.write {
			fds[i].events |= pollOut
		}
	}
	var limit *syscall.Timespec
	if timeout >= 0 {
		t := syscall.NsecToTimespec(int64(timeout))
		limit = &t
	}
	n, _, e := syscall.Syscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&fds[0])), uintptr(len(fds)), uintptr(unsafe.Pointer(limit)), 0, 0, 0)
	if e != 0 {
		return 0, e
	}
	for i, p := range fds {
		files[i].ready = 0
		if p.revents&pollIn != 0 || (p.revents&pollHup != 0 && files[i].read) {
			files[i].ready |= WaitReadable
		}
		if p.revents&pollOut != 0 {
			files[i].ready |= WaitWritable
		}
		if p.revents&(pollErr|pollHup|pollNval) != 0 {
			files[i].ready |= WaitBroken
		}
		if p.revents&pollHup != 0 {
			files[i].ready |= WaitHungUp
		}
		if p.revents&pollErr != 0 {
			files[i].ready |= WaitFailed
		}
	}
	return int(n), nil
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
	return ioctlFd(fd, ioctlGetTermios, unsafe.Pointer(&t)) == nil
}

func terminalSize(f *os.File) (columns, lines int, err error) {
	var size struct{ rows, columns, x, y uint16 }
	err = ioctl(f, ioctlGetSize, unsafe.Pointer(&size))
	return int(size.columns), int(size.rows), err
}

func systemName(fact string) Answer {
	var u syscall.Utsname
	if err := syscall.Uname(&u); err != nil {
		return failed(err)
	}
	field := &u.Sysname
	switch fact {
	case FactRelease:
		field = &u.Release
	case FactVersion:
		field = &u.Version
	}
	var b []byte
	for _, c := range field {
		if c == 0 {
			break
		}
		b = append(b, byte(c))
	}
	return Answer{Text: string(b)}
}
