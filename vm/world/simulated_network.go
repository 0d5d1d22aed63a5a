package world

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// A simulation's network is the machine itself: sockets reach each other by 127.0.0.1, ::1, localhost and names of files.

// network is what a simulation knows of its sockets.
type network struct {
	bound map[string]*simSocket
	port  int // the last one that was given out
}

// simSocket is a socket.
type simSocket struct {
	family, kind, proto int
	local, peer         Address
	key                 string // under which it is bound
	listening           bool
	backlog             int
	arrived             []*simSocket // connections that nobody accepted
	in                  []simMessage
	to                  *simSocket // whoever gets what is sent
	ended               bool       // nobody will send any more
	deaf, mute          bool       // shut down for reading, for writing
	options             map[int64]int64
	fault               Errno
}

type simMessage struct {
	data    []byte
	from    Address
	control []string
	files   []*descriptor
}

// mostBuffered is how many bytes wait at a socket before the sender has to.
const mostBuffered = 256 << 10

func (x *simSocket) stream() bool { return x.kind == SocketStream }

func (x *simSocket) size() (n int) {
	for _, m := range x.in {
		n += len(m.data)
	}
	return n
}

func (x *simSocket) ready() (b byte) {
	switch {
	case x.listening:
		if len(x.arrived) > 0 {
			b |= WaitReadable
		}
		return b
	case len(x.in) > 0 || x.ended || x.deaf:
		b |= WaitReadable
	}
	switch {
	case x.stream() && x.to == nil && !x.ended:
		return b | WaitWritable | WaitBroken | WaitHungUp // it was never connected
	case x.to == nil || x.to.size() < mostBuffered:
		b |= WaitWritable
	}
	if x.ended && (x.mute || x.to == nil) {
		b |= WaitBroken | WaitHungUp
	}
	return b
}

func (s *Simulation) newSocket(x *simSocket, flags int64) int64 {
	x.options = map[int64]int64{}
	return s.install(&descriptor{node: s.newNode(ModeSocket | 0o777), flags: OpenReadWrite | flags, socket: x})
}

func (s *Simulation) askNetwork(q *Question) Answer {
	switch q.Kind {
	case KindSocket, KindSocketPair:
		return s.makeSocket(q)
	case KindLookUp:
		return s.lookUp(q)
	case KindNameOf:
		if q.Path == "127.0.0.1" || q.Path == "::1" {
			return Answer{List: []string{"localhost"}}
		}
		return Answer{}
	case KindInterfaces:
		return Answer{List: []string{"1 lo"}}
	case KindPollMake:
		return Answer{N: s.install(&descriptor{node: s.newNode(ModeFile | 0o600), flags: OpenReadWrite, poll: &simPoll{}})}
	case KindPseudoTerminal:
		return Fail(ENOENT)
	}
	d := s.descriptor(q.Fd)
	switch {
	case d == nil:
		return Fail(EBADF)
	case q.Kind == KindControl:
		return s.control(d, q)
	case q.Kind == KindDevice:
		return Fail(ENOTTY)
	case q.Kind == KindPollChange || q.Kind == KindPollReady:
		if d.poll == nil {
			return Fail(EINVAL)
		}
		return s.askPoll(d.poll, q)
	case d.socket == nil:
		return Fail(ENOTSOCK)
	}
	return s.askSocket(d, q)
}

func (s *Simulation) makeSocket(q *Question) Answer {
	kind := int(q.M & socketTypeMask)
	switch {
	case q.N != FamilyUnix && q.N != FamilyInet && q.N != FamilyInet6:
		return Fail(EAFNOSUPPORT)
	case kind == SocketRaw:
		return Fail(EPERM)
	case kind != SocketStream && kind != SocketDatagram && kind != SocketSequenced:
		return Fail(ESOCKTNOSUPPORT)
	}
	proto := q.Fd
	if q.N != FamilyUnix && proto == 0 {
		proto = map[int]int{SocketStream: 6, SocketDatagram: 17}[kind]
	}
	make := func() *simSocket { return &simSocket{family: int(q.N), kind: kind, proto: proto} }
	a, flags := make(), q.M&SocketNonBlock
	if q.Kind == KindSocket {
		return Answer{N: s.newSocket(a, flags)}
	}
	if q.N != FamilyUnix {
		return Fail(EOPNOTSUPP)
	}
	b := make()
	a.to, b.to = b, a
	a.local.Family, b.local.Family, a.peer.Family, b.peer.Family = FamilyUnix, FamilyUnix, FamilyUnix, FamilyUnix
	n := s.newSocket(a, flags)
	return Answer{N: n, M: s.newSocket(b, flags)}
}

// bindingKey is where an address is found; the wildcard addresses are one.
func (s *Simulation) bindingKey(x *simSocket, a Address) string {
	if a.Family == FamilyUnix {
		if a.Path != "" && a.Path[0] != 0 {
			return "unix " + s.absolute(a.Path)
		}
		return "unix " + a.Path
	}
	return strconv.Itoa(x.kind) + " " + strconv.Itoa(a.Port)
}

func local(host string) bool {
	return strings.HasPrefix(host, "127.") || host == "0.0.0.0" || host == "::" || host == "::1" || host == "::ffff:127.0.0.1"
}

func (s *Simulation) bind(x *simSocket, a Address) Errno {
	switch {
	case x.key != "":
		return EINVAL
	case a.Family != x.family:
		return EAFNOSUPPORT
	case a.Family != FamilyUnix && !local(a.Host):
		return EADDRNOTAVAIL
	}
	if s.network.bound == nil {
		s.network = network{bound: map[string]*simSocket{}, port: 40000}
	}
	if a.Family != FamilyUnix && a.Port == 0 {
		for a.Port = s.network.port + 1; s.network.bound[s.bindingKey(x, a)] != nil; a.Port++ {
		}
		s.network.port = a.Port
	}
	if a.Family == FamilyUnix && a.Path != "" && a.Path[0] != 0 {
		dir, name, there, e := s.walk(a.Path, true)
		switch {
		case e != 0:
			return e
		case there != nil:
			return EADDRINUSE
		}
		dir.entries[name] = s.newNode(ModeSocket | 0o755)
	}
	key := s.bindingKey(x, a)
	if s.network.bound[key] != nil {
		return EADDRINUSE
	}
	s.network.bound[key] = x
	x.key, x.local = key, a
	return 0
}

func (s *Simulation) partner(x *simSocket, a Address) (*simSocket, Errno) {
	if a.Family != FamilyUnix && !local(a.Host) {
		return nil, ENETUNREACH
	}
	if y := s.network.bound[s.bindingKey(x, a)]; y != nil {
		return y, 0
	}
	if a.Family == FamilyUnix && a.Path != "" && a.Path[0] != 0 {
		if _, e := s.lookup(a.Path, true); e != 0 {
			return nil, e
		}
	}
	return nil, ECONNREFUSED
}

func (s *Simulation) connect(x *simSocket, a Address) Errno {
	if a.Family != x.family {
		return EAFNOSUPPORT
	}
	if x.stream() && (x.to != nil || x.ended) {
		return EISCONN
	}
	if a.Family != FamilyUnix && (a.Host == "0.0.0.0" || a.Host == "::") {
		a.Host = map[int]string{FamilyInet: "127.0.0.1", FamilyInet6: "::1"}[a.Family]
	}
	y, e := s.partner(x, a)
	if e != 0 {
		return e
	}
	if x.local.Port == 0 && x.family != FamilyUnix {
		if e := s.bind(x, Address{Family: x.family, Host: a.Host}); e != 0 {
			return e
		}
	}
	if x.kind == SocketDatagram {
		x.to, x.peer = y, a
		return 0
	}
	switch {
	case !y.listening:
		return ECONNREFUSED
	case len(y.arrived) > y.backlog:
		return EAGAIN
	}
	served := &simSocket{family: x.family, kind: x.kind, proto: x.proto, local: a, peer: x.local, to: x}
	if x.local.Family == 0 {
		served.peer.Family = x.family
	}
	x.to, x.peer = served, a
	y.arrived = append(y.arrived, served)
	return 0
}

func (s *Simulation) askSocket(d *descriptor, q *Question) Answer {
	x := d.socket
	switch q.Kind {
	case KindBind:
		return Fail(s.bind(x, ParseAddress(q.Path)))
	case KindConnect:
		return Fail(s.connect(x, ParseAddress(q.Path)))
	case KindListen:
		if x.kind == SocketDatagram {
			return Fail(EOPNOTSUPP)
		}
		if x.key == "" {
			if e := s.bind(x, Address{Family: x.family, Host: map[int]string{FamilyInet: "0.0.0.0", FamilyInet6: "::"}[x.family]}); e != 0 {
				return Fail(e)
			}
		}
		x.listening, x.backlog = true, int(q.N)
		return Answer{}
	case KindAccept:
		switch {
		case !x.listening:
			return Fail(EINVAL)
		case len(x.arrived) == 0:
			return Fail(EAGAIN)
		}
		y := x.arrived[0]
		x.arrived = x.arrived[1:]
		return Answer{N: s.newSocket(y, 0), Text: y.peer.Text()}
	case KindShutdown:
		return Fail(x.shutdown(int(q.N)))
	case KindReceive:
		return s.receive(d, q)
	case KindSend:
		return s.send(d, q)
	case KindSocketName:
		a := x.local
		if q.N == 1 {
			if a = x.peer; a.Family == 0 {
				return Fail(ENOTCONN)
			}
		}
		if a.Family == 0 {
			a = Address{Family: x.family, Host: map[int]string{FamilyInet: "0.0.0.0", FamilyInet6: "::"}[x.family]}
		}
		return Answer{Text: a.Text()}
	case KindGetOption:
		n := x.options[q.N]
		switch q.N {
		case 1<<32 | 3:
			n = int64(x.kind)
		case 1<<32 | 4:
			n, x.fault = int64(x.fault), 0
		case 1<<32 | 30:
			n = 0
			if x.listening {
				n = 1
			}
		case 1<<32 | 38:
			n = int64(x.proto)
		case 1<<32 | 39:
			n = int64(x.family)
		case 1<<32 | 7, 1<<32 | 8:
			if n == 0 {
				n = mostBuffered
			}
		}
		if q.M > 0 {
			return Answer{Data: binary.LittleEndian.AppendUint32(nil, uint32(n))[:min(q.M, 4)]}
		}
		return Answer{N: n}
	case KindSetOption:
		n := q.M
		if len(q.Data) >= 4 {
			n = int64(int32(binary.LittleEndian.Uint32(q.Data)))
		}
		x.options[q.N] = n
		return Answer{}
	}
	return Fail(ENOSYS)
}

func (x *simSocket) shutdown(how int) Errno {
	switch {
	case how < 0 || how > 2:
		return EINVAL
	case x.to == nil && !x.ended && !x.listening:
		return ENOTCONN
	}
	x.deaf = x.deaf || how != 1
	if how != 0 && !x.mute {
		x.mute = true
		if x.to != nil {
			x.to.ended = true
		}
	}
	return 0
}

func (s *Simulation) receive(d *descriptor, q *Question) Answer {
	x := d.socket
	const peek, truncated = 2, 0x20
	switch {
	case x.stream() && x.to == nil && !x.ended:
		return Fail(ENOTCONN)
	case x.fault != 0:
		e := x.fault
		x.fault = 0
		return Fail(e)
	case len(x.in) == 0 && (x.ended || x.deaf):
		return Answer{}
	case len(x.in) == 0:
		return Fail(EAGAIN)
	case q.N == 0 && x.stream():
		return Answer{}
	}
	n := int(max(q.N, 0))
	m := x.in[0]
	a := Answer{Data: append([]byte(nil), m.data[:min(n, len(m.data))]...), M: int64(len(m.data))}
	if q.Path != "" && !x.stream() {
		a.Text = m.from.Text()
	}
	if q.M&peek != 0 {
		return a
	}
	if q.Other != "" {
		a.List = m.control
		for _, f := range m.files {
			fd := s.install(f)
			f.uses--
			a.List = append(a.List, ControlMessage(1, 1, string(binary.NativeEndian.AppendUint32(nil, uint32(fd)))))
		}
	}
	if x.stream() {
		x.in[0] = simMessage{data: m.data[len(a.Data):]}
		for len(a.Data) < n && len(x.in) > 1 && len(x.in[0].data) == 0 && len(x.in[1].files) == 0 {
			x.in = x.in[1:]
			more := min(n-len(a.Data), len(x.in[0].data))
			a.Data = append(a.Data, x.in[0].data[:more]...)
			x.in[0].data = x.in[0].data[more:]
		}
		if len(x.in[0].data) == 0 {
			x.in = x.in[1:]
		}
		a.M = int64(len(a.Data))
		return a
	}
	x.in = x.in[1:]
	if len(m.data) > n {
		a.N = truncated
	}
	return a
}

func (s *Simulation) send(d *descriptor, q *Question) Answer {
	x := d.socket
	to := x.to
	if q.Path != "" && !x.stream() {
		var e Errno
		if to, e = s.partner(x, ParseAddress(q.Path)); e != 0 {
			if e == ECONNREFUSED && x.family != FamilyUnix {
				return Answer{N: int64(len(q.Data))} // nobody hears it
			}
			return Fail(e)
		}
		if x.key == "" && x.family != FamilyUnix {
			s.bind(x, Address{Family: x.family, Host: ParseAddress(q.Path).Host})
		}
	}
	switch {
	case x.mute:
		return Fail(EPIPE)
	case to == nil && x.ended:
		return Fail(EPIPE)
	case to == nil && !x.stream():
		return Fail(EDESTADDRREQ)
	case to == nil:
		return Fail(ENOTCONN)
	case to.size() >= mostBuffered:
		return Fail(EAGAIN)
	}
	data := q.Data
	if x.stream() {
		data = data[:min(len(data), mostBuffered-to.size())]
	}
	m := simMessage{data: append([]byte(nil), data...), from: x.local}
	for _, text := range splitStrings(q.Other) {
		level, kind, control := ParseControlMessage(text)
		if level != 1 || kind != 1 {
			m.control = append(m.control, text)
			continue
		}
		for i := 0; i+4 <= len(control); i += 4 {
			f := s.descriptor(int(int32(binary.NativeEndian.Uint32([]byte(control[i : i+4])))))
			if f == nil {
				return Fail(EBADF)
			}
			f.uses++
			m.files = append(m.files, f)
		}
	}
	if len(data) > 0 || !x.stream() {
		to.in = append(to.in, m)
	}
	return Answer{N: int64(len(data))}
}

// closeSocket is told that nobody has the socket any more.
func (s *Simulation) closeSocket(x *simSocket) {
	if x.key != "" && s.network.bound[x.key] == x {
		delete(s.network.bound, x.key)
	}
	if x.to != nil && x.kind != SocketDatagram {
		if len(x.in) > 0 {
			x.to.fault = ECONNRESET
		}
		x.to.ended, x.to.to = true, nil
	}
	for _, y := range x.arrived {
		s.closeSocket(y)
	}
}

func (s *Simulation) lookUp(q *Question) Answer {
	family, kind, protocol := int(q.N>>32), int(int32(q.N)), int(q.M)
	no := func(n int64) Answer { return Answer{N: n} }
	port := 0
	if q.Other != "" {
		n, err := strconv.Atoi(q.Other)
		if err != nil {
			known := map[string]int{"http": 80, "https": 443, "ftp": 21, "ssh": 22, "smtp": 25, "domain": 53, "echo": 7}
			if n = known[q.Other]; n == 0 {
				return no(-8)
			}
		}
		port = n & 0xffff
	}
	var hosts []string
	switch {
	case q.Path == "" && q.Fd&1 != 0:
		hosts = []string{"0.0.0.0", "::"}
	case q.Path == "":
		hosts = []string{"::1", "127.0.0.1"}
	case q.Path == "localhost" && q.Fd&4 == 0:
		hosts = []string{"127.0.0.1", "::1"}
	default:
		if ip, ok := ParseIP4(q.Path); ok {
			hosts = []string{FormatIP4(ip)}
		} else if ip, ok := ParseIP6(q.Path); ok {
			hosts = []string{FormatIP6(ip)}
		} else {
			return no(-2)
		}
	}
	var a Answer
	for _, host := range hosts {
		at := Address{Family: FamilyInet, Host: host, Port: port}
		if strings.Contains(host, ":") {
			at.Family = FamilyInet6
		}
		if family != 0 && family != at.Family {
			continue
		}
		for _, t := range [...][2]int{{SocketStream, 6}, {SocketDatagram, 17}, {SocketRaw, 0}} {
			if (kind&socketTypeMask == 0 || kind&socketTypeMask == t[0]) && (protocol == 0 || t[1] == 0 || protocol == t[1]) {
				a.List = append(a.List, Found{Type: t[0], Protocol: t[1], Address: at}.Text())
			}
		}
	}
	if len(a.List) == 0 {
		return no(-9)
	}
	return a
}

// control answers fcntl.
func (s *Simulation) control(d *descriptor, q *Question) Answer {
	switch q.N {
	case ControlDuplicate, ControlDuplicateClose:
		for int64(len(s.fds)) <= q.M && len(s.fds) < 1<<16 {
			s.fds = append(s.fds, nil)
		}
		for fd := max(q.M, 0); fd < int64(len(s.fds)); fd++ {
			if s.fds[fd] == nil {
				d.uses++
				s.fds[fd] = d
				return Answer{N: fd}
			}
		}
		return Answer{N: s.install(d)}
	case ControlGetDescriptor:
		if slices.Contains(s.inherited, q.Fd) || q.Fd < 3 {
			return Answer{}
		}
		return Answer{N: 1}
	case ControlSetDescriptor:
		s.inherited = slices.DeleteFunc(s.inherited, func(fd int) bool { return fd == q.Fd })
		if q.M&1 == 0 {
			s.inherited = append(s.inherited, q.Fd)
		}
	case ControlGetFlags:
		return Answer{N: d.flags & (OpenAccess | OpenAppend | OpenNonBlock)}
	case ControlSetFlags:
		d.flags = d.flags&^(OpenNonBlock|OpenAppend) | q.M&(OpenNonBlock|OpenAppend)
	case ControlGetPipeSize, ControlSetPipeSize:
		return Answer{N: 65536}
	}
	return Answer{}
}

// simPoll is an epoll descriptor: what it watches, in order.
type simPoll struct{ watched []simWatch }

type simWatch struct {
	fd     int
	d      *descriptor
	events uint32
}

func (s *Simulation) askPoll(p *simPoll, q *Question) Answer {
	const oneShot, always = 1 << 30, 0x18
	if q.Kind == KindPollReady {
		var a Answer
		for i := range p.watched {
			w := &p.watched[i]
			if events := w.ready(s); events != 0 && a.N < q.N {
				a.N++
				a.Data = binary.LittleEndian.AppendUint32(a.Data, uint32(w.fd))
				a.Data = binary.LittleEndian.AppendUint32(a.Data, events)
				if w.events&oneShot != 0 {
					w.events = 0
				}
			}
		}
		return a
	}
	fd, change := int(int32(q.N)), int(q.N>>32)
	d := s.descriptor(fd)
	if d == nil {
		return Fail(EBADF)
	}
	if d.socket == nil && d.poll == nil && !d.console && (d.node.is(ModeFile) || d.node.is(ModeDir)) {
		return Fail(EPERM)
	}
	at := slices.IndexFunc(p.watched, func(w simWatch) bool { return w.fd == fd && w.d == d })
	switch {
	case change == PollAdd && at >= 0:
		return Fail(EEXIST)
	case change != PollAdd && at < 0:
		return Fail(ENOENT)
	case change == PollAdd:
		p.watched = append(p.watched, simWatch{fd, d, uint32(q.M)})
	case change == PollModify:
		p.watched[at].events = uint32(q.M)
	default:
		p.watched = slices.Delete(p.watched, at, at+1)
	}
	return Answer{}
}

// ready is the events that are there and wanted.
func (w *simWatch) ready(s *Simulation) (events uint32) {
	if w.d.uses == 0 {
		return 0
	}
	b := w.d.ready(s, Interest{Read: true, Write: true})
	if b&WaitReadable != 0 {
		events |= 1
	}
	if b&WaitWritable != 0 {
		events |= 4
	}
	events &= w.events
	if b&WaitHungUp != 0 && w.events != 0 {
		events |= 0x10
	}
	if b&WaitFailed != 0 && w.events != 0 {
		events |= 8
	}
	return events
}
