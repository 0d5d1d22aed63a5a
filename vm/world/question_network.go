package world

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// Sockets never wait: where a system call would, the answer is EAGAIN (or
// EINPROGRESS), and the asker says Wait. The numbers of families, types,
// options and flags are Linux's; a world translates them to its system's own.

// The families and types of sockets.
const (
	FamilyUnix  = 1
	FamilyInet  = 2
	FamilyInet6 = 10

	SocketStream    = 1
	SocketDatagram  = 2
	SocketRaw       = 3
	SocketSequenced = 5
	SocketNonBlock  = 0o4000
	SocketCloseExec = 0o2000000
	socketTypeMask  = 0xf
)

// Address is where a socket is, or the peer's.
type Address struct {
	Family      int // 0: none
	Host        string
	Port        int
	Flow, Scope uint32
	Path        string // of FamilyUnix; in the abstract name space it begins with a zero byte
}

// Text writes the address as a question or answer carries it.
func (a Address) Text() string {
	switch a.Family {
	case 0:
		return ""
	case FamilyUnix:
		return "1 " + a.Path
	case FamilyInet:
		return "2 " + a.Host + " " + strconv.Itoa(a.Port)
	}
	return strconv.Itoa(a.Family) + " " + a.Host + " " + strconv.Itoa(a.Port) + " " + strconv.Itoa(int(a.Flow)) + " " + strconv.Itoa(int(a.Scope))
}

// ParseAddress reads what Text wrote.
func ParseAddress(text string) Address {
	family, rest, _ := strings.Cut(text, " ")
	n, _ := strconv.Atoi(family)
	a := Address{Family: n}
	if n == 0 {
		return a
	}
	if n == FamilyUnix {
		a.Path = rest
		return a
	}
	f := append(strings.Split(rest, " "), "0", "0", "0", "0")
	a.Host = f[0]
	a.Port, _ = strconv.Atoi(f[1])
	flow, _ := strconv.ParseUint(f[2], 10, 32)
	scope, _ := strconv.ParseUint(f[3], 10, 32)
	a.Flow, a.Scope = uint32(flow), uint32(scope)
	return a
}

// Socket makes a socket. N: its descriptor.
func Socket(family, kind, protocol int) Question {
	return Question{Kind: KindSocket, Fd: protocol, N: int64(family), M: int64(kind)}
}

// SocketPair makes two sockets that are connected. N and M: their descriptors.
func SocketPair(family, kind, protocol int) Question {
	return Question{Kind: KindSocketPair, Fd: protocol, N: int64(family), M: int64(kind)}
}

// Bind gives a socket an address of its own.
func Bind(fd int, a Address) Question { return Question{Kind: KindBind, Fd: fd, Path: a.Text()} }

// Listen makes a socket accept connections.
func Listen(fd, backlog int) Question { return Question{Kind: KindListen, Fd: fd, N: int64(backlog)} }

// Accept takes a connection. N: its descriptor; Text: the peer's address.
func Accept(fd int) Question { return Question{Kind: KindAccept, Fd: fd} }

// Connect begins to connect a socket. EINPROGRESS: it is done when the socket
// can be written, and the option SO_ERROR tells how it went.
func Connect(fd int, a Address) Question { return Question{Kind: KindConnect, Fd: fd, Path: a.Text()} }

// Shutdown ends a connection: how is 0 for reading, 1 for writing, 2 for both.
func Shutdown(fd, how int) Question { return Question{Kind: KindShutdown, Fd: fd, N: int64(how)} }

// Receive takes up to n bytes that arrived, and up to ancillary bytes of
// control messages. Data: the bytes; N: the flags of the message; M: how many
// bytes the message had, if flags ask for that; Text: where it came from, if
// from is set; List: the control messages, as ControlMessage writes them.
func Receive(fd, n, flags int, from bool, ancillary int) Question {
	q := Question{Kind: KindReceive, Fd: fd, N: int64(n), M: int64(flags)}
	if from {
		q.Path = "from"
	}
	if ancillary > 0 {
		q.Other = strconv.Itoa(ancillary)
	}
	return q
}

// Send hands over bytes, to an address if that has a family, with control
// messages. N: how many were taken.
func Send(fd int, data []byte, flags int, to Address, control []string) Question {
	return Question{Kind: KindSend, Fd: fd, Data: data, M: int64(flags), Path: to.Text(), Other: joinStrings(control)}
}

// ControlMessage writes a control message as Receive and Send carry it.
// Descriptors in it are the program's own.
func ControlMessage(level, kind int, data string) string {
	b := binary.AppendVarint(nil, int64(level))
	b = binary.AppendVarint(b, int64(kind))
	return string(b) + data
}

// ParseControlMessage reads what ControlMessage wrote.
func ParseControlMessage(text string) (level, kind int, data string) {
	b := []byte(text)
	l, n := binary.Varint(b)
	if n <= 0 {
		return 0, 0, ""
	}
	k, m := binary.Varint(b[n:])
	if m <= 0 {
		return 0, 0, ""
	}
	return int(l), int(k), text[n+m:]
}

// SocketName asks for a socket's own address, or for its peer's. Text: it.
func SocketName(fd int, peer bool) Question {
	q := Question{Kind: KindSocketName, Fd: fd}
	if peer {
		q.N = 1
	}
	return q
}

// GetOption asks for an option of a socket. N: its value, if size is 0; else
// Data: up to size bytes.
func GetOption(fd, level, option, size int) Question {
	return Question{Kind: KindGetOption, Fd: fd, N: int64(level)<<32 | int64(uint32(option)), M: int64(size)}
}

// noOptionValue as the number of a SetOption means that its bytes count, even if there are none.
const noOptionValue = -1 << 63

// SetOptionBytes sets an option of a socket to bytes.
func SetOptionBytes(fd, level, option int, data []byte) Question {
	return SetOption(fd, level, option, noOptionValue, data)
}

// SetOption sets an option of a socket to a number, or to bytes if there are any.
func SetOption(fd, level, option int, number int64, data []byte) Question {
	return Question{Kind: KindSetOption, Fd: fd, N: int64(level)<<32 | int64(uint32(option)), M: number, Data: data}
}

// LookUp asks for the addresses of a host and service, each of which may be
// empty. List: an entry for each, as ParseFound reads them; Errno is 0 even if
// there are none: then N is a number of the EAI_ errors.
func LookUp(host, service string, family, kind, protocol, flags int) Question {
	return Question{Kind: KindLookUp, Path: host, Other: service, Fd: flags, N: int64(family)<<32 | int64(uint32(kind)), M: int64(protocol)}
}

// Found is an address that a LookUp found.
type Found struct {
	Type, Protocol int
	Canonical      string
	Address        Address
}

// Text writes the entry as an answer carries it.
func (f Found) Text() string {
	return strconv.Itoa(f.Type) + "\n" + strconv.Itoa(f.Protocol) + "\n" + f.Canonical + "\n" + f.Address.Text()
}

// ParseFound reads what Text wrote.
func ParseFound(text string) Found {
	p := append(strings.SplitN(text, "\n", 4), "", "", "", "")
	var f Found
	f.Type, _ = strconv.Atoi(p[0])
	f.Protocol, _ = strconv.Atoi(p[1])
	f.Canonical, f.Address = p[2], ParseAddress(p[3])
	return f
}

// NameOf asks for the names of an address's host. List: the names, the
// official one first; none if nobody knows.
func NameOf(host string) Question { return Question{Kind: KindNameOf, Path: host} }

// Interfaces asks for the network interfaces. List: number, space, name each.
func Interfaces() Question { return Question{Kind: KindInterfaces} }

// PollMake makes an epoll descriptor. N: it.
func PollMake() Question { return Question{Kind: KindPollMake} }

// What a PollChange does.
const (
	PollAdd    = 1
	PollRemove = 2
	PollModify = 3
)

// PollChange changes what an epoll descriptor watches fd for.
func PollChange(poll, change, fd int, events uint32) Question {
	return Question{Kind: KindPollChange, Fd: poll, N: int64(change)<<32 | int64(uint32(fd)), M: int64(events)}
}

// PollReady asks which descriptors are ready, at most so many; it does not
// wait: an epoll descriptor can be waited for as any other. Data: for each the
// descriptor and the events, four bytes each, little endian.
func PollReady(poll, most int) Question {
	return Question{Kind: KindPollReady, Fd: poll, N: int64(most)}
}

func joinStrings(list []string) string {
	if len(list) == 0 {
		return ""
	}
	var b []byte
	for _, s := range list {
		b = appendString(b, s)
	}
	return string(b)
}

func splitStrings(s string) (list []string) {
	d := decoder{b: []byte(s)}
	for d.at < len(d.b) && d.err == nil {
		list = append(list, d.string())
	}
	return list
}
