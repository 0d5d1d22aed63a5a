//go:build linux || darwin

package world

import (
	"errors"
	"io"
	"syscall"
	"unsafe"
)

// Descriptors that Go's own files know nothing of: pipes, sockets, epoll.

// pipeAtomic is how many bytes a pipe that can be written takes without waiting.
const pipeAtomic = 4096

func readRaw(f *openFile, b []byte) (int, error) {
	fd, ok := f.system()
	if !ok {
		return 0, syscall.EBADF
	}
	for {
		var n int
		var err error
		if f.sort == socketFile {
			n, err = receivePlain(fd, b, 0)
		} else {
			n, err = syscall.Read(fd, b)
		}
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case err != nil:
			return 0, err
		case n == 0:
			return 0, io.EOF
		}
		return n, nil
	}
}

func closeRaw(f *openFile) error {
	err := syscall.Close(f.raw)
	if errors.Is(err, syscall.EINTR) || err == syscall.ECONNRESET {
		return nil
	}
	return err
}

func rawPipe() (r, w *openFile, err error) {
	var ends [2]int
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := syscall.Pipe(ends[:]); err != nil {
		return nil, nil, err
	}
	syscall.CloseOnExec(ends[0])
	syscall.CloseOnExec(ends[1])
	return &openFile{sort: pipeFile, raw: ends[0], slow: true, owned: true}, &openFile{sort: pipeFile, raw: ends[1], slow: true, owned: true}, nil
}

// writeSlow writes to what may have to wait. now: it takes only what goes without waiting.
func (s *System) writeSlow(f *openFile, data []byte, now bool) Answer {
	fd, ok := f.system()
	if !ok {
		return Fail(EBADF)
	}
	done := 0
	for {
		part := data[done:]
		if f.slow && !f.nonBlock && len(part) > 0 {
			files := [1]pollFile{{fd: fd, write: true}}
			e := Errno(0)
			if !now {
				e = s.sleep(files[:], -1)
			} else if _, err := systemPoll(files[:], 0); err != nil {
				e = errnoOf(err)
			}
			switch {
			case e != 0 && done > 0:
				return Answer{N: int64(done)}
			case e != 0:
				return Fail(e)
			case now && files[0].ready == 0 && done > 0:
				return Answer{N: int64(done), M: 1}
			case now && files[0].ready == 0:
				return Answer{Errno: EAGAIN, M: 1}
			}
			if f.sort != socketFile {
				part = part[:min(len(part), pipeAtomic)]
			}
		}
		var n int
		var err error
		if f.sort == socketFile {
			n, err = sendPlain(fd, part, 0)
		} else {
			n, err = syscall.Write(fd, part)
		}
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case err != nil && done > 0:
			return Answer{N: int64(done)}
		case errors.Is(err, syscall.EAGAIN) && f.sort == socketFile && !f.nonBlock && !now:
			continue // somebody else was faster
		case err != nil:
			return failed(err)
		}
		done += n
		if done >= len(data) || f.nonBlock || n == 0 {
			return Answer{N: int64(done)}
		}
	}
}

// askRaw answers the questions that every descriptor can be asked.
func askRaw(f *openFile, q *Question) Answer {
	switch q.Kind {
	case KindSeek:
		return Fail(ESPIPE)
	case KindTruncate, KindSync:
		return Fail(EINVAL)
	case KindFileStat:
		var st syscall.Stat_t
		if err := syscall.Fstat(f.raw, &st); err != nil {
			return failed(err)
		}
		return Answer{Stat: statOfSystem(&st)}
	case KindIsTerminal:
		if isTerminalFd(f.raw) {
			return Answer{N: 1}
		}
		return Answer{}
	case KindTerminalSize:
		var size struct{ rows, columns, x, y uint16 }
		if err := ioctlFd(f.raw, syscall.TIOCGWINSZ, unsafe.Pointer(&size)); err != nil {
			return failed(err)
		}
		return Answer{N: int64(size.columns), M: int64(size.rows)}
	}
	return Fail(ENOSYS)
}

func ioctlFd(fd int, request uintptr, arg unsafe.Pointer) error {
	if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), request, uintptr(arg)); e != 0 {
		return e
	}
	return nil
}

// control implements the Control question.
func (s *System) control(q *Question) Answer {
	f := s.at(q.Fd)
	if f == nil {
		return Fail(EBADF)
	}
	switch q.N {
	case ControlGetDescriptor:
		if s.inherits(q.Fd) {
			return Answer{}
		}
		return Answer{N: 1}
	case ControlSetDescriptor:
		s.inherit[q.Fd] = q.M&1 == 0
		return Answer{}
	case ControlDuplicate, ControlDuplicateClose:
		fd := int(q.M)
		if fd < 0 || fd >= 1<<16 {
			return Fail(EINVAL)
		}
		for s.at(fd) != nil {
			fd++
		}
		for len(s.files) <= fd {
			s.files = append(s.files, nil)
		}
		f.uses++
		s.files[fd] = f
		s.inherit[fd] = q.N == ControlDuplicate
		return Answer{N: int64(fd)}
	}
	fd, ok := f.system()
	if !ok {
		return Answer{}
	}
	switch q.N {
	case ControlGetFlags:
		n, err := fcntl(fd, syscall.F_GETFL, 0)
		if err != nil {
			return failed(err)
		}
		flags := portableFlags(n) &^ OpenNonBlock
		if f.nonBlock {
			flags |= OpenNonBlock
		}
		return Answer{N: flags}
	case ControlSetFlags:
		f.nonBlock = q.M&OpenNonBlock != 0
		if f.sort == socketFile && !f.shared {
			return Answer{}
		}
		n, err := fcntl(fd, syscall.F_GETFL, 0)
		if err != nil {
			return failed(err)
		}
		n &^= syscall.O_NONBLOCK | syscall.O_APPEND
		if f.nonBlock {
			n |= syscall.O_NONBLOCK
		}
		if q.M&OpenAppend != 0 {
			n |= syscall.O_APPEND
		}
		_, err = fcntl(fd, syscall.F_SETFL, n)
		return failed(err)
	case ControlLock:
		for {
			if err := syscall.Flock(fd, int(q.M)); err != syscall.EINTR {
				return failed(err)
			}
		}
	case ControlRecordLock:
		d := decoder{b: q.Data}
		lock := syscall.Flock_t{Type: [...]int16{syscall.F_RDLCK, syscall.F_WRLCK, syscall.F_UNLCK}[min(q.M>>8&3, 2)], Whence: int16(q.M & 0xff), Start: d.int64(), Len: d.int64()}
		return failed(syscall.FcntlFlock(uintptr(fd), syscall.F_SETLK, &lock))
	}
	n, err := fcntl(fd, int(q.N), int(q.M))
	if err != nil {
		return failed(err)
	}
	return Answer{N: int64(n)}
}

func fcntl(fd, command, argument int) (int, error) {
	n, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), uintptr(command), uintptr(argument))
	if e != 0 {
		return 0, e
	}
	return int(n), nil
}

func portableFlags(n int) int64 {
	flags := int64(n & syscall.O_ACCMODE)
	for _, f := range [...]struct {
		system int
		ours   int64
	}{{syscall.O_APPEND, OpenAppend}, {syscall.O_NONBLOCK, OpenNonBlock}, {syscall.O_SYNC, 0o4010000}} {
		if n&f.system == f.system {
			flags |= f.ours
		}
	}
	return flags
}

// device implements the Device question.
func (s *System) device(q *Question) Answer {
	f := s.at(q.Fd)
	if f == nil {
		return Fail(EBADF)
	}
	fd, ok := f.system()
	if !ok {
		return Fail(ENOTTY)
	}
	const setNonBlock = 0x5421
	if q.N == setNonBlock && f.sort == socketFile {
		on := q.M != 0
		for _, b := range q.Data {
			on = on || b != 0
		}
		f.nonBlock = on
		return Answer{}
	}
	var n uintptr
	var e syscall.Errno
	buffer := append([]byte(nil), q.Data...)
	if len(buffer) > 0 {
		n, _, e = syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), uintptr(q.N), uintptr(unsafe.Pointer(&buffer[0])))
	} else {
		n, _, e = syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), uintptr(q.N), uintptr(q.M))
	}
	if e != 0 {
		return failed(e)
	}
	return Answer{N: int64(n), Data: buffer}
}
