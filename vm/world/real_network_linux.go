package world

import (
	"encoding/binary"
	"os"
	"strconv"
	"syscall"
	"unsafe"
)

// Linux has the numbers that questions use.

const noSignal = syscall.MSG_NOSIGNAL

func systemFamily(n int) int                        { return n }
func systemMessageFlags(n int) int                  { return n }
func portableMessageFlags(n int) int                { return n }
func systemLevel(n int) int                         { return n }
func portableLevel(n int) int                       { return n }
func systemOption(level, option int) (int, int)     { return level, option }
func portableOption(level, option, value int) int64 { return int64(value) }

// receivePlain and sendPlain never wait, so Go need not know of them.
func receivePlain(fd int, b []byte, flags int) (int, error) {
	for {
		n, _, e := syscall.RawSyscall6(syscall.SYS_RECVFROM, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), uintptr(flags|syscall.MSG_DONTWAIT), 0, 0)
		switch e {
		case 0:
			return int(n), nil
		case syscall.EINTR:
		default:
			return 0, e
		}
	}
}

func sendPlain(fd int, b []byte, flags int) (int, error) {
	for {
		n, _, e := syscall.RawSyscall6(syscall.SYS_SENDTO, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
			uintptr(flags|syscall.MSG_DONTWAIT|syscall.MSG_NOSIGNAL), 0, 0)
		switch e {
		case 0:
			return int(n), nil
		case syscall.EINTR:
		default:
			return 0, e
		}
	}
}

func receiveMessage(fd int, b, control []byte, flags int) (n, nc, got int, from syscall.Sockaddr, err error) {
	for {
		n, nc, got, from, err = syscall.Recvmsg(fd, b, control, flags|syscall.MSG_CMSG_CLOEXEC)
		got &^= syscall.MSG_CMSG_CLOEXEC
		if err != syscall.EINTR {
			return n, nc, got, from, err
		}
	}
}

func sendMessage(fd int, b, control []byte, to syscall.Sockaddr, flags int) (int, error) {
	for {
		n, err := syscall.SendmsgN(fd, b, control, to, flags)
		if err != syscall.EINTR {
			return n, err
		}
	}
}

func acceptSocket(fd int) (int, syscall.Sockaddr, error) {
	for {
		n, from, err := syscall.Accept4(fd, syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC)
		if err != syscall.EINTR {
			return n, from, err
		}
	}
}

func getOptionBytes(fd, level, option int, b []byte) (int, error) {
	size := uint32(len(b))
	_, _, e := syscall.Syscall6(syscall.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(option), uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(unsafe.Pointer(&size)), 0)
	if e != 0 {
		return 0, e
	}
	return int(size), nil
}

func rawControlMessage(level, kind int, data string) []byte {
	b := make([]byte, syscall.CmsgSpace(len(data)))
	h := (*syscall.Cmsghdr)(unsafe.Pointer(&b[0]))
	h.Level, h.Type = int32(level), int32(kind)
	h.SetLen(syscall.CmsgLen(len(data)))
	copy(b[syscall.CmsgLen(0):], data)
	return b
}

func (s *System) pollMake() Answer {
	fd, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
	if err != nil {
		return failed(err)
	}
	return Answer{N: s.install(&openFile{sort: pollingFile, raw: fd, owned: true, watched: map[int]int{}})}
}

func (s *System) pollChange(f *openFile, q *Question) Answer {
	ours, change := int(int32(q.N)), int(q.N>>32)
	g := s.at(ours)
	if g == nil {
		delete(f.watched, ours)
		return Fail(EBADF)
	}
	fd, ok := g.system()
	if !ok {
		return Fail(EPERM)
	}
	event := syscall.EpollEvent{Events: uint32(q.M), Fd: int32(ours)}
	if err := syscall.EpollCtl(f.raw, change, fd, &event); err != nil {
		return failed(err)
	}
	if change == PollRemove {
		delete(f.watched, ours)
	} else {
		f.watched[ours] = fd
	}
	return Answer{}
}

func (s *System) pollReady(f *openFile, q *Question) Answer {
	const most = 4096
	n := int(min(max(q.N, 1), most))
	if cap(s.events) < n {
		s.events = make([]syscall.EpollEvent, n)
	}
	events := s.events[:n]
	for {
		got, _, e := syscall.RawSyscall6(syscall.SYS_EPOLL_PWAIT, uintptr(f.raw), uintptr(unsafe.Pointer(&events[0])), uintptr(n), 0, 0, 0)
		switch e {
		case 0:
			if got == 0 {
				return Answer{}
			}
			b := make([]byte, 0, 8*got)
			for _, e := range events[:got] {
				b = binary.LittleEndian.AppendUint32(b, uint32(e.Fd))
				b = binary.LittleEndian.AppendUint32(b, e.Events)
			}
			return Answer{N: int64(got), Data: b}
		case syscall.EINTR:
		default:
			return failed(e)
		}
	}
}

// systemEvents is where epoll writes.
type systemEvents = []syscall.EpollEvent

func (s *System) pseudoTerminal() Answer {
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return failed(err)
	}
	fd, err := syscall.Dup(int(master.Fd()))
	master.Close()
	if err != nil {
		return failed(err)
	}
	syscall.CloseOnExec(fd)
	const getNumber, setLock = 0x80045430, 0x40045431
	var number, lock int32
	if err := ioctlFd(fd, getNumber, unsafe.Pointer(&number)); err != nil {
		syscall.Close(fd)
		return failed(err)
	}
	if err := ioctlFd(fd, setLock, unsafe.Pointer(&lock)); err != nil {
		syscall.Close(fd)
		return failed(err)
	}
	slave, err := syscall.Open("/dev/pts/"+strconv.Itoa(int(number)), syscall.O_RDWR|syscall.O_NOCTTY|syscall.O_CLOEXEC, 0)
	if err != nil {
		syscall.Close(fd)
		return failed(err)
	}
	m := s.install(&openFile{sort: pipeFile, raw: fd, slow: true, owned: true})
	return Answer{N: m, M: s.install(&openFile{sort: pipeFile, raw: slave, slow: true, owned: true})}
}

// dieOf ends the process as the signal does by default.
func dieOf(number int) {
	type action struct {
		handler  uintptr
		flags    uint64
		restorer uintptr
		mask     uint64
	}
	var byDefault action
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(number), uintptr(unsafe.Pointer(&byDefault)), 0, 8, 0, 0)
	_ = syscall.Kill(syscall.Getpid(), syscall.Signal(number))
	for range 1000 {
		_ = syscall.Nanosleep(&syscall.Timespec{Nsec: 1e6}, nil)
	}
	os.Exit(128 + number)
}

// Linux has the numbers of signals that questions use.
func systemSignal(n int) syscall.Signal   { return syscall.Signal(n) }
func portableSignal(s syscall.Signal) int { return int(s) }

func duplicateOver(fd, to int) error { return syscall.Dup3(fd, to, 0) }
