//go:build linux || darwin

package world

import (
	"encoding/binary"
	"net/netip"
	"strings"
	"syscall"
)

// askNetwork answers the questions about sockets.
func (s *System) askNetwork(q *Question) Answer {
	switch q.Kind {
	case KindSocket:
		return s.socket(q)
	case KindSocketPair:
		return s.socketPair(q)
	case KindLookUp:
		return lookUp(q)
	case KindNameOf:
		return nameOf(q.Path)
	case KindInterfaces:
		return interfaces()
	case KindPollMake:
		return s.pollMake()
	case KindControl:
		return s.control(q)
	case KindDevice:
		return s.device(q)
	case KindPseudoTerminal:
		return s.pseudoTerminal()
	}
	f := s.at(q.Fd)
	switch {
	case f == nil:
		return Fail(EBADF)
	case q.Kind == KindPollChange || q.Kind == KindPollReady:
		if f.sort != pollingFile {
			return Fail(EINVAL)
		}
		if q.Kind == KindPollReady {
			return s.pollReady(f, q)
		}
		return s.pollChange(f, q)
	case f.sort != socketFile:
		return s.notSocket(f, q)
	}
	return s.askSocket(f, q)
}

// notSocket looks whether a descriptor that the process got from outside is a socket after all.
func (s *System) notSocket(f *openFile, q *Question) Answer {
	fd, ok := f.system()
	if !ok {
		return Fail(ENOTSOCK)
	}
	if _, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, syscall.SO_TYPE); err != nil {
		return Fail(ENOTSOCK)
	}
	f.sort, f.raw, f.shared, f.slow = socketFile, fd, true, true
	return s.askSocket(f, q)
}

func (s *System) newSocket(fd int, nonBlock bool) int64 {
	return s.install(&openFile{sort: socketFile, raw: fd, slow: true, owned: true, nonBlock: nonBlock})
}

func (s *System) socket(q *Question) Answer {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := syscall.Socket(systemFamily(int(q.N)), int(q.M&socketTypeMask), q.Fd)
	if err != nil {
		return failed(err)
	}
	prepareSocket(fd)
	return Answer{N: s.newSocket(fd, q.M&SocketNonBlock != 0)}
}

func prepareSocket(fd int) {
	syscall.CloseOnExec(fd)
	_ = syscall.SetNonblock(fd, true)
}

func (s *System) socketPair(q *Question) Answer {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	ends, err := syscall.Socketpair(systemFamily(int(q.N)), int(q.M&socketTypeMask), q.Fd)
	if err != nil {
		return failed(err)
	}
	prepareSocket(ends[0])
	prepareSocket(ends[1])
	nonBlock := q.M&SocketNonBlock != 0
	a := s.newSocket(ends[0], nonBlock)
	return Answer{N: a, M: s.newSocket(ends[1], nonBlock)}
}

func (s *System) askSocket(f *openFile, q *Question) Answer {
	switch q.Kind {
	case KindReceive:
		return s.receive(f, q)
	case KindSend:
		return s.send(f, q)
	case KindAccept:
		if f.shared && !readyNow(f.raw) {
			return Fail(EAGAIN)
		}
		fd, from, err := acceptSocket(f.raw)
		if err != nil {
			return failed(err)
		}
		return Answer{N: s.newSocket(fd, false), Text: portableAddress(from).Text()}
	case KindBind, KindConnect:
		a := ParseAddress(q.Path)
		if a.Family == FamilyUnix && a.Path != "" && a.Path[0] != 0 && a.Path[0] != '/' && s.dir != s.home {
			a.Path = s.path(a.Path)
		}
		to, e := systemAddress(a)
		if e != 0 {
			return Fail(e)
		}
		if q.Kind == KindBind {
			return failed(syscall.Bind(f.raw, to))
		}
		return failed(syscall.Connect(f.raw, to))
	case KindListen:
		return failed(syscall.Listen(f.raw, int(q.N)))
	case KindShutdown:
		return failed(syscall.Shutdown(f.raw, int(q.N)))
	case KindSocketName:
		name := syscall.Getsockname
		if q.N == 1 {
			name = syscall.Getpeername
		}
		a, err := name(f.raw)
		if err != nil {
			return failed(err)
		}
		return Answer{Text: portableAddress(a).Text()}
	case KindGetOption:
		level, option := systemOption(int(q.N>>32), int(int32(q.N)))
		if q.M == 0 {
			n, err := syscall.GetsockoptInt(f.raw, level, option)
			if err != nil {
				return failed(err)
			}
			return Answer{N: portableOption(int(q.N>>32), int(int32(q.N)), n)}
		}
		b := make([]byte, min(q.M, 1<<16))
		n, err := getOptionBytes(f.raw, level, option, b)
		if err != nil {
			return failed(err)
		}
		return Answer{Data: b[:n]}
	case KindSetOption:
		level, option := systemOption(int(q.N>>32), int(int32(q.N)))
		if len(q.Data) == 0 && q.M != noOptionValue {
			return failed(syscall.SetsockoptInt(f.raw, level, option, int(q.M)))
		}
		return failed(syscall.SetsockoptString(f.raw, level, option, string(q.Data)))
	}
	return Fail(ENOSYS)
}

func (s *System) receive(f *openFile, q *Question) Answer {
	const most = 1 << 30
	n := int(min(max(q.N, 0), most))
	b := s.buffer(min(n, s.receiveSize(f, n)))
	flags := systemMessageFlags(int(q.M)) | syscall.MSG_DONTWAIT
	if q.Path == "" && q.Other == "" {
		n, err := receivePlain(f.raw, b, flags)
		if err != nil {
			return failed(err)
		}
		return Answer{Data: append([]byte(nil), b[:n]...)}
	}
	var control []byte
	if q.Other != "" {
		size := 0
		for _, c := range q.Other {
			size = size*10 + int(c-'0')
		}
		control = make([]byte, size)
	}
	n, nc, got, from, err := receiveMessage(f.raw, b, control, flags)
	if err != nil {
		return failed(err)
	}
	a := Answer{Data: append([]byte(nil), b[:min(n, len(b))]...), N: int64(portableMessageFlags(got)), M: int64(n)}
	if from != nil {
		a.Text = portableAddress(from).Text()
	}
	if nc > 0 {
		a.List = s.controlMessages(control[:nc])
	}
	return a
}

// buffer is memory to receive into, used again and again: little of it is ever filled.
func (s *System) buffer(n int) []byte {
	if cap(s.scratch) < n {
		s.scratch = make([]byte, n)
	}
	return s.scratch[:n]
}

// receiveSize keeps the buffer for a huge receive small: what arrived is seldom more.
func (s *System) receiveSize(f *openFile, n int) int {
	const small = 256 << 10
	if n <= small {
		return n
	}
	if kind, err := syscall.GetsockoptInt(f.raw, syscall.SOL_SOCKET, syscall.SO_TYPE); err == nil && kind == SocketStream {
		return small
	}
	return n
}

func (s *System) controlMessages(control []byte) (list []string) {
	messages, err := syscall.ParseSocketControlMessage(control)
	if err != nil {
		return nil
	}
	for _, m := range messages {
		data := string(m.Data)
		if m.Header.Level == syscall.SOL_SOCKET && m.Header.Type == syscall.SCM_RIGHTS {
			var b []byte
			for i := 0; i+4 <= len(m.Data); i += 4 {
				fd := int(int32(binary.NativeEndian.Uint32(m.Data[i:])))
				syscall.CloseOnExec(fd)
				b = binary.NativeEndian.AppendUint32(b, uint32(s.adopt(fd)))
			}
			data = string(b)
		}
		list = append(list, ControlMessage(portableLevel(int(m.Header.Level)), int(m.Header.Type), data))
	}
	return list
}

// adopt gives a descriptor of the system's that came in from outside a number.
func (s *System) adopt(fd int) int64 {
	f := &openFile{sort: pipeFile, raw: fd, owned: true}
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err == nil {
		mode := uint32(st.Mode) & ModeType
		if mode == ModeSocket {
			f.sort, f.shared = socketFile, true
		}
		f.slow = mode != ModeFile && mode != ModeDir
		if mode == ModeFile || mode == ModeDir {
			return s.install(adoptFile(fd))
		}
	}
	return s.install(f)
}

func (s *System) send(f *openFile, q *Question) Answer {
	flags := systemMessageFlags(int(q.M)) | syscall.MSG_DONTWAIT | noSignal
	if q.Path == "" && q.Other == "" {
		n, err := sendPlain(f.raw, q.Data, flags)
		if err != nil {
			return failed(err)
		}
		return Answer{N: int64(n)}
	}
	var to syscall.Sockaddr
	if q.Path != "" {
		var e Errno
		if to, e = systemAddress(ParseAddress(q.Path)); e != 0 {
			return Fail(e)
		}
	}
	var control []byte
	for _, text := range splitStrings(q.Other) {
		level, kind, data := ParseControlMessage(text)
		if level == 1 && kind == syscall.SCM_RIGHTS {
			var fds []int
			for i := 0; i+4 <= len(data); i += 4 {
				g := s.at(int(int32(binary.NativeEndian.Uint32([]byte(data[i : i+4])))))
				if g == nil {
					return Fail(EBADF)
				}
				fd, ok := g.system()
				if !ok {
					return Fail(EBADF)
				}
				fds = append(fds, fd)
			}
			control = append(control, syscall.UnixRights(fds...)...)
			continue
		}
		control = append(control, rawControlMessage(systemLevel(level), kind, data)...)
	}
	n, err := sendMessage(f.raw, q.Data, control, to, flags)
	if err != nil {
		return failed(err)
	}
	return Answer{N: int64(n)}
}

func readyNow(fd int) bool {
	files := [1]pollFile{{fd: fd, read: true}}
	n, err := systemPoll(files[:], 0)
	return err == nil && n > 0
}

func systemAddress(a Address) (syscall.Sockaddr, Errno) {
	switch a.Family {
	case FamilyUnix:
		name := a.Path
		if strings.HasPrefix(name, "\x00") {
			name = "@" + name[1:]
		}
		return &syscall.SockaddrUnix{Name: name}, 0
	case FamilyInet:
		ip, err := netip.ParseAddr(a.Host)
		if err != nil || !ip.Is4() {
			return nil, EINVAL
		}
		return &syscall.SockaddrInet4{Port: a.Port, Addr: ip.As4()}, 0
	case FamilyInet6:
		ip, err := netip.ParseAddr(a.Host)
		if err != nil {
			return nil, EINVAL
		}
		return &syscall.SockaddrInet6{Port: a.Port, ZoneId: a.Scope, Addr: ip.WithZone("").As16()}, 0
	}
	return nil, EAFNOSUPPORT
}

func portableAddress(from syscall.Sockaddr) Address {
	switch from := from.(type) {
	case *syscall.SockaddrInet4:
		return Address{Family: FamilyInet, Host: netip.AddrFrom4(from.Addr).String(), Port: from.Port}
	case *syscall.SockaddrInet6:
		return Address{Family: FamilyInet6, Host: netip.AddrFrom16(from.Addr).String(), Port: from.Port, Scope: from.ZoneId}
	case *syscall.SockaddrUnix:
		name := from.Name
		switch {
		case name == "@":
			name = ""
		case strings.HasPrefix(name, "@"):
			name = "\x00" + name[1:]
		}
		return Address{Family: FamilyUnix, Path: name}
	}
	return Address{}
}
