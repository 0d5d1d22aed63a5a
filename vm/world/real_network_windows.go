package world

import (
	"io"
	"os"
	"syscall"
)

// What this system does in a way of its own, and a program does not get: sockets, processes and signals.

type systemEvents = []byte

func (s *System) askNetwork(q *Question) Answer {
	switch q.Kind {
	case KindLookUp:
		return lookUp(q)
	case KindNameOf:
		return nameOf(q.Path)
	case KindInterfaces:
		return interfaces()
	case KindControl:
		if s.at(q.Fd) == nil {
			return Fail(EBADF)
		}
		return Answer{}
	}
	return Fail(ENOSYS)
}

func (s *System) adoptInherited() {}

func readRaw(f *openFile, b []byte) (int, error) {
	if f.file == nil {
		return 0, io.EOF
	}
	return f.file.Read(b)
}

func closeRaw(f *openFile) error { return nil }

func rawPipe() (r, w *openFile, err error) {
	in, out, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	return &openFile{file: in, slow: true, owned: true}, &openFile{file: out, owned: true}, nil
}

func (s *System) writeSlow(f *openFile, data []byte, now bool) Answer {
	n, err := f.file.Write(data)
	if err != nil && n == 0 {
		return failed(err)
	}
	return Answer{N: int64(n)}
}

func askRaw(f *openFile, q *Question) Answer { return Fail(ENOSYS) }

func (s *System) spawn(q *Question) Answer     { return Answer{Errno: ENOSYS, Text: "fork"} }
func (s *System) waitChild(q *Question) Answer { return Fail(ECHILD) }
func killOther(pid, number int) Answer         { return Fail(ENOSYS) }
func dieOf(number int)                         { os.Exit(128 + number) }

// systemSignal knows the signals that Go makes up for this system.
func systemSignal(n int) syscall.Signal {
	if n == sigINT || n == 15 {
		return syscall.Signal(n)
	}
	return -1
}

func portableSignal(s syscall.Signal) int { return int(s) }
