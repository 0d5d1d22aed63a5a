package world

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// at is the open file behind a descriptor, or nil.
func (s *System) at(fd int) *openFile {
	if fd < 0 || fd >= len(s.files) {
		return nil
	}
	return s.files[fd]
}

// install gives an open file the lowest free descriptor.
func (s *System) install(f *openFile) int64 {
	f.uses++
	for fd, there := range s.files {
		if there == nil {
			s.files[fd] = f
			return int64(fd)
		}
	}
	s.files = append(s.files, f)
	return int64(len(s.files) - 1)
}

func (s *System) closeFd(fd int) Errno {
	f := s.at(fd)
	if f == nil {
		return EBADF
	}
	s.files[fd] = nil
	delete(s.inherit, fd)
	f.uses--
	if f.uses == 0 && f.owned {
		if f.sort != plainFile {
			return errnoOf(closeRaw(f))
		}
		return errnoOf(f.file.Close())
	}
	return 0
}

func (s *System) write(q *Question) Answer {
	f := s.at(q.Fd)
	if f == nil {
		return Fail(EBADF)
	}
	var n int
	var err error
	switch {
	case q.M < 0 && (f.sort != plainFile || f.file != nil && (f.slow || q.Fd < 3)):
		return s.writeSlow(f, q.Data, q.N != 0)
	case f.sort != plainFile:
		return Fail(ESPIPE)
	case f.file != nil && q.M >= 0:
		n, err = f.file.WriteAt(q.Data, q.M)
	case f.file != nil:
		n, err = f.file.Write(q.Data)
	case f.out != nil:
		n, err = f.out.Write(q.Data)
	default:
		return Fail(EBADF)
	}
	if err != nil && n == 0 {
		return failed(err)
	}
	return Answer{N: int64(n)}
}

func (s *System) read(q *Question) Answer {
	f := s.at(q.Fd)
	switch {
	case f == nil || (f.stream() && f.in == nil):
		return Fail(EBADF)
	case q.N < 0:
		return Fail(EINVAL)
	case q.N == 0:
		return Answer{}
	}
	const most = 1 << 30 // as the system itself: a read may give less than asked
	b := make([]byte, s.readSize(f, min(q.N, most)))
	if f.slow && q.M < 0 && !f.nonBlock {
		if fd, ok := f.system(); ok && q.Path != "" {
			files := [1]pollFile{{fd: fd, read: true}}
			if n, err := systemPoll(files[:], 0); err != nil || n == 0 {
				return Answer{Errno: EAGAIN, M: 1}
			}
		} else if ok {
			if e := s.sleep([]pollFile{{fd: fd, read: true}}, -1); e != 0 {
				return Fail(e)
			}
		}
	}
	var n int
	var err error
	switch {
	case f.sort != plainFile && q.M >= 0:
		return Fail(ESPIPE)
	case f.sort != plainFile || f.nonBlock:
		n, err = readRaw(f, b)
	case f.file == nil:
		n, err = f.in.Read(b)
	case q.M >= 0:
		n, err = f.file.ReadAt(b, q.M)
	default:
		n, err = f.file.Read(b)
	}
	if n == 0 && err != nil && !errors.Is(err, io.EOF) {
		return failed(err)
	}
	return Answer{Data: b[:n]}
}

// readSize keeps the buffer of a huge read of a small file small.
func (s *System) readSize(f *openFile, n int64) int64 {
	const small = 64 << 10
	if n <= small {
		return n
	}
	if f.file != nil {
		if info, err := f.file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			return min(n, max(small, info.Size()))
		}
	}
	return min(n, 16*small)
}

// askFile answers the questions about descriptors, all but Read and Write.
func (s *System) askFile(q *Question) Answer {
	if q.Kind == KindPipe {
		r, w, err := rawPipe()
		if err != nil {
			return failed(err)
		}
		in := s.install(r)
		return Answer{N: in, M: s.install(w)}
	}
	f := s.at(q.Fd)
	if f == nil {
		return Fail(EBADF)
	}
	switch q.Kind {
	case KindClose:
		return Fail(s.closeFd(q.Fd))
	case KindDuplicate:
		return Answer{N: s.install(f)}
	case KindDuplicateTo:
		return s.duplicateTo(f, q.Fd, int(q.N))
	}
	if f.stream() {
		return askStream(q)
	}
	if f.sort != plainFile {
		return askRaw(f, q)
	}
	switch q.Kind {
	case KindSeek:
		n, err := f.file.Seek(q.N, int(q.M))
		if err != nil {
			return failed(err)
		}
		return Answer{N: n}
	case KindTruncate:
		return failed(f.file.Truncate(q.N))
	case KindChangeOwner:
		return failed(f.file.Chown(int(q.N), int(q.M)))
	case KindChangeMode:
		return failed(f.file.Chmod(goMode(q.M)))
	case KindChangeDir:
		return s.changeDir(f.file.Name())
	case KindDiskSpace:
		return diskSpace(f.file.Name())
	case KindFileStat:
		info, err := f.file.Stat()
		if err != nil {
			return failed(err)
		}
		return Answer{Stat: systemStat(info)}
	case KindSync:
		return failed(f.file.Sync())
	case KindIsTerminal:
		if isTerminal(f.file) {
			return Answer{N: 1}
		}
		return Answer{}
	case KindTerminalSize:
		columns, lines, err := terminalSize(f.file)
		if err != nil {
			return failed(err)
		}
		return Answer{N: int64(columns), M: int64(lines)}
	}
	return Fail(ENOSYS)
}

func (s *System) duplicateTo(f *openFile, from, to int) Answer {
	const most = 1 << 16
	if to < 0 || to >= most {
		return Fail(EBADF)
	}
	if from != to {
		s.closeFd(to)
		for len(s.files) <= to {
			s.files = append(s.files, nil)
		}
		f.uses++
		s.files[to] = f
	}
	return Answer{N: int64(to)}
}

// askStream answers about a console stream that the options gave: it looks
// like a pipe.
func askStream(q *Question) Answer {
	switch q.Kind {
	case KindSeek:
		return Fail(ESPIPE)
	case KindFileStat:
		return Answer{Stat: &Stat{Mode: ModeFIFO | 0o600, Links: 1, BlockSize: 4096}}
	case KindIsTerminal:
		return Answer{}
	case KindTerminalSize:
		return Fail(ENOTTY)
	}
	return Fail(EINVAL)
}

// path makes a program's path the process's.
func (s *System) path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	// Not filepath.Join: it would take a/.. away, which is wrong if a is a link.
	return strings.TrimSuffix(s.dir, string(filepath.Separator)) + string(filepath.Separator) + p
}

// askPath answers the questions about paths.
func (s *System) askPath(q *Question) Answer {
	if q.Path == "" {
		return Fail(ENOENT)
	}
	p := s.path(q.Path)
	switch q.Kind {
	case KindOpen:
		return s.open(p, q)
	case KindStat, KindLinkStat:
		look := os.Stat
		if q.Kind == KindLinkStat {
			look = os.Lstat
		}
		info, err := look(p)
		if err != nil {
			return failed(err)
		}
		return Answer{Stat: systemStat(info)}
	case KindList:
		return list(p)
	case KindMakeDir:
		return failed(os.Mkdir(p, goMode(q.M)))
	case KindRemoveDir:
		return failed(removeDir(p))
	case KindRemove:
		return failed(removeFile(p))
	case KindRename:
		return failed(rename(p, s.path(q.Other)))
	case KindReadLink:
		text, err := os.Readlink(p)
		return texted(text, err)
	case KindSymlink:
		return failed(os.Symlink(q.Other, p))
	case KindLink:
		return failed(os.Link(s.path(q.Other), p))
	case KindChangeMode:
		return failed(os.Chmod(p, goMode(q.M)))
	case KindSetTimes:
		return failed(os.Chtimes(p, time.Unix(0, q.N), time.Unix(0, q.M)))
	case KindAccess:
		return failed(access(p, int(q.N)))
	case KindChangeDir:
		return s.changeDir(p)
	case KindDiskSpace:
		return diskSpace(p)
	case KindChangeOwner:
		change := os.Chown
		if q.Other != "" {
			change = os.Lchown
		}
		return failed(change(p, int(q.N), int(q.M)))
	case KindMakeNode:
		return failed(makeNode(p, uint32(q.N), int(q.M)))
	}
	return Fail(ENOSYS)
}

func (s *System) open(p string, q *Question) Answer {
	flags := os.O_RDONLY
	switch q.N & OpenAccess {
	case OpenWriteOnly:
		flags = os.O_WRONLY
	case OpenReadWrite:
		flags = os.O_RDWR
	}
	for _, f := range [...]struct {
		ours   int64
		system int
	}{
		{OpenCreate, os.O_CREATE}, {OpenExclusive, os.O_EXCL}, {OpenTruncate, os.O_TRUNC}, {OpenAppend, os.O_APPEND},
		{OpenNonBlock, openNonBlock}, {OpenDirectory, openDirectory}, {OpenNoFollow, openNoFollow}, {OpenNoTTY, openNoTTY},
	} {
		if q.N&f.ours != 0 {
			flags |= f.system
		}
	}
	file, err := os.OpenFile(p, flags, goMode(q.M))
	if err != nil {
		return failed(err)
	}
	return Answer{N: s.install(&openFile{file: file, slow: slow(file), owned: true})}
}

func list(p string) Answer {
	dir, err := os.OpenFile(p, os.O_RDONLY|openDirectory|openNonBlock, 0) // a pipe with a name would wait for a writer
	if err != nil {
		return failed(err)
	}
	defer dir.Close()
	entries, err := dir.ReadDir(-1)
	if err != nil {
		return failed(err)
	}
	a := Answer{List: make([]string, len(entries)), Data: make([]byte, len(entries))}
	for i, e := range entries {
		a.List[i] = e.Name()
		switch t := e.Type(); {
		case t.IsDir():
			a.Data[i] = EntryDir
		case t.IsRegular():
			a.Data[i] = EntryFile
		case t&os.ModeSymlink != 0:
			a.Data[i] = EntryLink
		default:
			a.Data[i] = EntryOther
		}
	}
	return a
}

func (s *System) changeDir(p string) Answer {
	info, err := os.Stat(p)
	if err == nil && !info.IsDir() {
		return Fail(ENOTDIR)
	}
	if err == nil {
		err = access(p, 1)
	}
	if err == nil {
		p, err = filepath.EvalSymlinks(p)
	}
	if err != nil {
		return failed(err)
	}
	s.dir = p
	return Answer{}
}

// goMode turns permission bits into Go's.
func goMode(posix int64) os.FileMode {
	m := os.FileMode(posix & 0o777)
	if posix&0o4000 != 0 {
		m |= os.ModeSetuid
	}
	if posix&0o2000 != 0 {
		m |= os.ModeSetgid
	}
	if posix&0o1000 != 0 {
		m |= os.ModeSticky
	}
	return m
}
