package world

import (
	"os"
	"syscall"
	"unsafe"
)

const noSignal = 0

// systemFamily is this system's number of a family.
func systemFamily(n int) int {
	if n == FamilyInet6 {
		return syscall.AF_INET6
	}
	return n
}

var darwinMessageFlags = [...][2]int{{0x1, syscall.MSG_OOB}, {0x2, syscall.MSG_PEEK}, {0x4, syscall.MSG_DONTROUTE}, {0x8, syscall.MSG_CTRUNC},
	{0x20, syscall.MSG_TRUNC}, {0x40, syscall.MSG_DONTWAIT}, {0x80, syscall.MSG_EOR}, {0x100, syscall.MSG_WAITALL}}

func systemMessageFlags(n int) (out int) {
	for _, f := range darwinMessageFlags {
		if n&f[0] != 0 {
			out |= f[1]
		}
	}
	return out
}

func portableMessageFlags(n int) (out int) {
	for _, f := range darwinMessageFlags {
		if n&f[1] != 0 {
			out |= f[0]
		}
	}
	return out
}

func systemLevel(n int) int {
	if n == 1 {
		return syscall.SOL_SOCKET
	}
	return n
}

func portableLevel(n int) int {
	if n == syscall.SOL_SOCKET {
		return 1
	}
	return n
}

var darwinSocketOptions = [...][2]int{{1, syscall.SO_DEBUG}, {2, syscall.SO_REUSEADDR}, {3, syscall.SO_TYPE}, {4, syscall.SO_ERROR}, {5, syscall.SO_DONTROUTE},
	{6, syscall.SO_BROADCAST}, {7, syscall.SO_SNDBUF}, {8, syscall.SO_RCVBUF}, {9, syscall.SO_KEEPALIVE}, {10, syscall.SO_OOBINLINE}, {13, syscall.SO_LINGER},
	{15, syscall.SO_REUSEPORT}, {18, syscall.SO_RCVLOWAT}, {19, syscall.SO_SNDLOWAT}, {20, syscall.SO_RCVTIMEO}, {21, syscall.SO_SNDTIMEO}, {30, syscall.SO_ACCEPTCONN}}

func systemOption(level, option int) (int, int) {
	switch level {
	case 1:
		for _, o := range darwinSocketOptions {
			if o[0] == option {
				return syscall.SOL_SOCKET, o[1]
			}
		}
		return syscall.SOL_SOCKET, -1
	case syscall.IPPROTO_IPV6:
		if option == 26 {
			return level, syscall.IPV6_V6ONLY
		}
	}
	return level, option
}

// portableOption is the value of an option as Linux tells it.
func portableOption(level, option, value int) int64 {
	switch {
	case level == 1 && option == 4 && value != 0:
		return int64(portableErrno(syscall.Errno(value)))
	case level == 1 && option != 3 && option != 7 && option != 8 && value != 0:
		return 1
	}
	return int64(value)
}

func receivePlain(fd int, b []byte, flags int) (int, error) {
	n, _, err := syscall.Recvfrom(fd, b, flags|syscall.MSG_DONTWAIT)
	return n, err
}

func sendPlain(fd int, b []byte, flags int) (int, error) {
	return syscall.SendmsgN(fd, b, nil, nil, flags|syscall.MSG_DONTWAIT)
}

func receiveMessage(fd int, b, control []byte, flags int) (n, nc, got int, from syscall.Sockaddr, err error) {
	return syscall.Recvmsg(fd, b, control, flags)
}

func sendMessage(fd int, b, control []byte, to syscall.Sockaddr, flags int) (int, error) {
	return syscall.SendmsgN(fd, b, control, to, flags)
}

func acceptSocket(fd int) (int, syscall.Sockaddr, error) {
	n, from, err := syscall.Accept(fd)
	if err == nil {
		prepareSocket(n)
	}
	return n, from, err
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

// This system has no epoll; programs find select and poll.
func (s *System) pollMake() Answer                           { return Fail(ENOSYS) }
func (s *System) pollChange(f *openFile, q *Question) Answer { return Fail(ENOSYS) }
func (s *System) pollReady(f *openFile, q *Question) Answer  { return Fail(ENOSYS) }
func (s *System) pseudoTerminal() Answer                     { return Fail(ENOSYS) }

type systemEvents = []byte

// dieOf ends the process as a shell tells of one that the signal ended.
func dieOf(number int) { os.Exit(128 + number) }

// darwinSignals are the signals whose numbers differ, Linux's first.
var darwinSignals = [...][2]int{{7, 10}, {10, 30}, {12, 31}, {17, 20}, {18, 19}, {19, 17}, {20, 18}, {23, 16}, {29, 23}, {31, 12}}

func systemSignal(n int) syscall.Signal {
	for _, s := range darwinSignals {
		if s[0] == n {
			return syscall.Signal(s[1])
		}
	}
	if n > 31 || n == 16 || n == 30 {
		return -1
	}
	return syscall.Signal(n)
}

func portableSignal(number syscall.Signal) int {
	for _, s := range darwinSignals {
		if s[1] == int(number) {
			return s[0]
		}
	}
	return int(number)
}

func duplicateOver(fd, to int) error { return syscall.Dup2(fd, to) }
