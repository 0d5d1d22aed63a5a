package world

import (
	"path"
	"slices"
	"sort"
	"strings"
)

// node is a file, directory, link or pipe of a simulation.
type node struct {
	mode     uint32
	inode    uint64
	links    uint64
	data     []byte // a file's or pipe's bytes, a link's target
	entries  map[string]*node
	parent   *node // of a directory
	accessed int64
	modified int64
	changed  int64
	writers  int // of a pipe
	readers  int
}

// descriptor is an open file; Duplicate shares it.
type descriptor struct {
	node    *node
	console bool
	at      int64
	flags   int64
	uses    int
	socket  *simSocket
	poll    *simPoll
}

const (
	mostLinksFollowed = 40
	mostNameLen       = 255
	mostSimulated     = 1 << 30 // bytes in one file
)

func (s *Simulation) newNode(mode uint32) *node {
	s.inodes++
	now := Beginning + s.now
	n := &node{mode: mode, inode: s.inodes, links: 1, accessed: now, modified: now, changed: now}
	if mode&ModeType == ModeDir {
		n.entries = map[string]*node{}
		n.links = 2
	}
	return n
}

func (n *node) is(kind uint32) bool { return n.mode&ModeType == kind }

func (n *node) stat() *Stat {
	size := int64(len(n.data))
	if n.is(ModeFIFO) {
		size = 0
	}
	return &Stat{
		Mode: n.mode, UID: 1000, GID: 1000, Device: 1, Inode: n.inode, Links: n.links, Size: size, BlockSize: 4096, Blocks: (size + 511) / 512,
		Accessed: n.accessed, Modified: n.modified, Changed: n.changed,
	}
}

// WriteFile puts a file into the simulation, with the directories it needs.
func (s *Simulation) WriteFile(name string, data []byte) {
	dir := s.root
	parts := strings.Split(strings.Trim(path.Join("/", s.absolute(name)), "/"), "/")
	for _, part := range parts[:len(parts)-1] {
		next := dir.entries[part]
		if next == nil || !next.is(ModeDir) {
			next = s.newNode(ModeDir | 0o755)
			next.parent = dir
			dir.entries[part] = next
		}
		dir = next
	}
	file := s.newNode(ModeFile | 0o644)
	file.data = append([]byte(nil), data...)
	dir.entries[parts[len(parts)-1]] = file
}

// ReadFile gives the bytes of a file of the simulation.
func (s *Simulation) ReadFile(name string) ([]byte, bool) {
	n, e := s.lookup(name, true)
	if e != 0 || !n.is(ModeFile) {
		return nil, false
	}
	return append([]byte(nil), n.data...), true
}

func (s *Simulation) absolute(p string) string {
	if strings.HasPrefix(p, "/") {
		return p
	}
	return s.dir + "/" + p
}

// lookup finds the node at a path; the last part is followed too, if it is a
// link and follow is set.
func (s *Simulation) lookup(p string, follow bool) (*node, Errno) {
	_, _, n, e := s.walk(p, follow)
	if e == 0 && n == nil {
		return nil, ENOENT
	}
	return n, e
}

// walk finds the directory and name that a path means, and the node there, nil
// if there is none.
func (s *Simulation) walk(p string, follow bool) (dir *node, name string, n *node, e Errno) {
	if p == "" {
		return nil, "", nil, ENOENT
	}
	parts := strings.Split(s.absolute(p), "/")
	dir, n, name = s.root, s.root, "/"
	followed := 0
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		last := i == len(parts)-1
		if part == "" {
			if last && n != nil && !n.is(ModeDir) {
				return nil, "", nil, ENOTDIR
			}
			continue
		}
		if len(part) > mostNameLen {
			return nil, "", nil, ENAMETOOLONG
		}
		if n == nil {
			return nil, "", nil, ENOENT
		}
		if !n.is(ModeDir) {
			return nil, "", nil, ENOTDIR
		}
		switch part {
		case ".":
			continue
		case "..":
			n = n.parent
			dir, name = n.parent, ".."
			continue
		}
		dir, name = n, part
		n = dir.entries[part]
		if n != nil && n.is(ModeLink) && (follow || !last) {
			if followed++; followed > mostLinksFollowed {
				return nil, "", nil, ELOOP
			}
			rest := append(strings.Split(string(n.data), "/"), parts[i+1:]...)
			n = dir
			if rest[0] == "" { // the link's target begins at the root
				n = s.root
			}
			parts, i = rest, -1
		}
	}
	return dir, name, n, 0
}

func (s *Simulation) descriptor(fd int) *descriptor {
	if fd < 0 || fd >= len(s.fds) {
		return nil
	}
	return s.fds[fd]
}

func (s *Simulation) install(d *descriptor) int64 {
	d.uses++
	for fd, there := range s.fds {
		if there == nil {
			s.fds[fd] = d
			return int64(fd)
		}
	}
	s.fds = append(s.fds, d)
	return int64(len(s.fds) - 1)
}

func (s *Simulation) closeFd(fd int) Errno {
	d := s.descriptor(fd)
	if d == nil {
		return EBADF
	}
	s.fds[fd] = nil
	s.inherited = slices.DeleteFunc(s.inherited, func(n int) bool { return n == fd })
	if d.uses--; d.uses == 0 && d.socket != nil {
		s.closeSocket(d.socket)
	} else if d.uses == 0 && d.node != nil && d.node.is(ModeFIFO) {
		if d.flags&OpenAccess == OpenWriteOnly {
			d.node.writers--
		} else {
			d.node.readers--
		}
	}
	return 0
}

// waits adds to an answer that one has to wait that one would.
func (d *descriptor) waits(a Answer) Answer {
	if a.Errno == EAGAIN && d.flags&OpenNonBlock == 0 {
		a.M = 1
	}
	return a
}

func (d *descriptor) readable() bool { return d.flags&OpenAccess != OpenWriteOnly }
func (d *descriptor) writable() bool { return d.flags&OpenAccess != OpenReadOnly }

// ready says which of the Wait bits hold.
func (d *descriptor) ready(s *Simulation, w Interest) byte {
	var b byte
	if d.socket != nil {
		return d.socket.ready() & (interestBits(w) | WaitBroken | WaitHungUp | WaitFailed)
	}
	if d.poll != nil {
		for i := range d.poll.watched {
			if w.Read && d.poll.watched[i].ready(s) != 0 {
				return WaitReadable
			}
		}
		return 0
	}
	pipe := d.node != nil && d.node.is(ModeFIFO)
	if w.Read && (!pipe || len(d.node.data) > 0 || d.node.writers == 0) {
		b |= WaitReadable
	}
	if w.Write {
		b |= WaitWritable
	}
	if pipe && ((w.Read && d.node.writers == 0) || (w.Write && d.node.readers == 0)) {
		b |= WaitBroken
		if w.Read {
			b |= WaitHungUp
		} else {
			b |= WaitFailed
		}
	}
	return b
}

// askFiles answers all that is about files.
func (s *Simulation) askFiles(q *Question) Answer {
	if q.Kind == KindPipe {
		n := s.newNode(ModeFIFO | 0o600)
		n.readers, n.writers = 1, 1
		in := s.install(&descriptor{node: n})
		return Answer{N: in, M: s.install(&descriptor{node: n, flags: OpenWriteOnly})}
	}
	if q.Kind == KindRead || q.Kind == KindWrite || q.byDescriptor() {
		d := s.descriptor(q.Fd)
		if d == nil {
			return Fail(EBADF)
		}
		return s.askDescriptor(d, q)
	}
	return s.askName(q)
}

func (s *Simulation) askDescriptor(d *descriptor, q *Question) Answer {
	switch q.Kind {
	case KindRead:
		if d.socket != nil {
			return d.waits(s.receive(d, &Question{N: q.N}))
		}
		return s.read(d, q)
	case KindWrite:
		if d.socket != nil {
			return d.waits(s.send(d, &Question{Data: q.Data}))
		}
		return s.write(d, q)
	case KindClose:
		return Fail(s.closeFd(q.Fd))
	case KindDuplicate:
		return Answer{N: s.install(d)}
	case KindDuplicateTo:
		to := int(q.N)
		if to < 0 || to >= 1<<16 {
			return Fail(EBADF)
		}
		if to != q.Fd {
			s.closeFd(to)
			for len(s.fds) <= to {
				s.fds = append(s.fds, nil)
			}
			d.uses++
			s.fds[to] = d
		}
		return Answer{N: int64(to)}
	case KindFileStat:
		if d.console {
			return Answer{Stat: &Stat{Mode: ModeFIFO | 0o600, Links: 1, BlockSize: 4096}}
		}
		return Answer{Stat: d.node.stat()}
	case KindIsTerminal, KindSync:
		return Answer{}
	case KindChangeOwner, KindChangeMode, KindChangeDir, KindDiskSpace:
		if d.console || d.node == nil {
			return Fail(EINVAL)
		}
		return s.askNode(d.node, q)
	case KindTerminalSize:
		return Fail(ENOTTY)
	}
	if d.console || d.node.is(ModeFIFO) || d.socket != nil || d.poll != nil {
		if q.Kind == KindSeek {
			return Fail(ESPIPE)
		}
		return Fail(EINVAL)
	}
	if q.Kind == KindTruncate {
		switch {
		case !d.writable() || q.N < 0:
			return Fail(EINVAL)
		case q.N > mostSimulated:
			return Fail(EFBIG)
		}
		d.node.resize(q.N)
		d.node.modified = Beginning + s.now
		return Answer{}
	}
	return d.seek(q)
}

func (d *descriptor) seek(q *Question) Answer {
	at := q.N
	switch q.M {
	case 0:
	case 1:
		at += d.at
	case 2:
		at += int64(len(d.node.data))
	default:
		return Fail(EINVAL)
	}
	if at < 0 {
		return Fail(EINVAL)
	}
	d.at = at
	return Answer{N: at}
}

func (n *node) resize(size int64) {
	if size <= int64(len(n.data)) {
		n.data = n.data[:size:size]
		return
	}
	n.data = append(n.data, make([]byte, size-int64(len(n.data)))...)
}

func (s *Simulation) read(d *descriptor, q *Question) Answer {
	if q.N < 0 {
		return Fail(EINVAL)
	}
	if d.console {
		n := min(q.N, int64(len(s.Input)))
		b := s.Input[:n:n]
		s.Input = s.Input[n:]
		return Answer{Data: b}
	}
	switch {
	case !d.readable():
		return Fail(EBADF)
	case d.node.is(ModeDir):
		return Fail(EISDIR)
	case d.node.is(ModeCharacter):
		return Answer{}
	case d.node.is(ModeFIFO):
		if len(d.node.data) == 0 && d.node.writers > 0 {
			switch {
			case d.flags&OpenNonBlock != 0:
				return Fail(EAGAIN)
			case q.Path != "":
				return Answer{Errno: EAGAIN, M: 1}
			}
			return Fail(EDEADLK) // the only process that could write is the one that waits
		}
		n := min(q.N, int64(len(d.node.data)))
		b := d.node.data[:n:n]
		d.node.data = d.node.data[n:]
		return Answer{Data: b}
	}
	at := q.M
	if at < 0 {
		at = d.at
	}
	size := int64(len(d.node.data))
	from := min(at, size)
	to := from + min(q.N, size-from)
	if q.M < 0 {
		d.at = at + (to - from)
	}
	return Answer{Data: append([]byte(nil), d.node.data[from:to]...)}
}

func (s *Simulation) write(d *descriptor, q *Question) Answer {
	n := int64(len(q.Data))
	if d.console {
		for i, there := range s.fds[:min(3, len(s.fds))] {
			if there == d {
				s.console[i] = append(s.console[i], q.Data...)
				return Answer{N: n}
			}
		}
		return Answer{N: n}
	}
	switch {
	case !d.writable():
		return Fail(EBADF)
	case d.node.is(ModeCharacter):
		return Answer{N: n}
	case d.node.is(ModeFIFO):
		if d.node.readers == 0 {
			return Fail(EPIPE)
		}
		d.node.data = append(d.node.data, q.Data...)
		return Answer{N: n}
	}
	at := q.M
	if at < 0 {
		at = d.at
	}
	if d.flags&OpenAppend != 0 {
		at = int64(len(d.node.data))
	}
	if at+n > mostSimulated {
		return Fail(EFBIG)
	}
	if at+n > int64(len(d.node.data)) {
		d.node.resize(at + n)
	}
	copy(d.node.data[at:], q.Data)
	if q.M < 0 {
		d.at = at + n
	}
	d.node.modified = Beginning + s.now
	return Answer{N: n}
}

func sortedNames(entries map[string]*node) []string {
	names := make([]string, 0, len(entries))
	for name := range entries { // order-free: sorted below
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
