package world

import "strings"

// askName answers the questions about paths.
func (s *Simulation) askName(q *Question) Answer {
	switch q.Kind {
	case KindOpen:
		return s.open(q)
	case KindStat, KindLinkStat:
		n, e := s.lookup(q.Path, q.Kind == KindStat)
		if e != 0 {
			return Fail(e)
		}
		return Answer{Stat: n.stat()}
	case KindList:
		return s.list(q.Path)
	case KindMakeDir:
		return Fail(s.makeDir(q))
	case KindRemoveDir:
		return Fail(s.removeDir(q.Path))
	case KindRemove:
		return Fail(s.remove(q.Path))
	case KindRename:
		return Fail(s.rename(q.Path, q.Other))
	case KindReadLink:
		n, e := s.lookup(q.Path, false)
		if e == 0 && !n.is(ModeLink) {
			e = EINVAL
		}
		if e != 0 {
			return Fail(e)
		}
		return Answer{Text: string(n.data)}
	case KindSymlink:
		return Fail(s.symlink(q.Path, q.Other))
	case KindLink:
		return Fail(s.link(q.Other, q.Path))
	case KindMakeNode:
		return Fail(EPERM)
	}
	n, e := s.lookup(q.Path, q.Kind != KindChangeOwner || q.Other == "")
	if e != 0 {
		return Fail(e)
	}
	return s.askNode(n, q)
}

// askNode answers the questions about one file.
func (s *Simulation) askNode(n *node, q *Question) Answer {
	switch q.Kind {
	case KindDiskSpace:
		return Answer{List: []string{decimal(1 << 40), decimal(1 << 39), decimal(1 << 39)}}
	case KindChangeOwner:
		if st := n.stat(); q.N >= 0 && q.N != int64(st.UID) || q.M >= 0 && q.M != int64(st.GID) {
			return Fail(EPERM)
		}
		return Answer{}
	case KindChangeMode:
		n.mode = n.mode&ModeType | uint32(q.M)&0o7777
		n.changed = Beginning + s.now
		return Answer{}
	case KindSetTimes:
		n.accessed, n.modified = q.N, q.M
		n.changed = Beginning + s.now
		return Answer{}
	case KindAccess:
		if uint32(q.N)&7&^(n.mode>>6&7) != 0 {
			return Fail(EACCES)
		}
		return Answer{}
	case KindChangeDir:
		if !n.is(ModeDir) {
			return Fail(ENOTDIR)
		}
		s.dir = n.path()
		return Answer{}
	}
	return Fail(ENOSYS)
}

// path of a directory, from the root.
func (n *node) path() string {
	var parts []string
	for n.parent != n {
		for _, name := range sortedNames(n.parent.entries) {
			if n.parent.entries[name] == n {
				parts = append([]string{name}, parts...)
				break
			}
		}
		n = n.parent
	}
	return "/" + strings.Join(parts, "/")
}

func (s *Simulation) open(q *Question) Answer {
	flags := q.N
	dir, name, n, e := s.walk(q.Path, flags&OpenNoFollow == 0)
	switch {
	case e != 0:
		return Fail(e)
	case n == nil && flags&OpenCreate == 0:
		return Fail(ENOENT)
	case n == nil && strings.HasSuffix(q.Path, "/"):
		return Fail(EISDIR)
	case n == nil:
		n = s.newNode(ModeFile | uint32(q.M)&0o7777&^s.mask)
		dir.entries[name] = n
		dir.modified = Beginning + s.now
	case flags&OpenCreate != 0 && flags&OpenExclusive != 0:
		return Fail(EEXIST)
	case n.is(ModeLink):
		return Fail(ELOOP)
	case n.is(ModeDir) && flags&OpenAccess != OpenReadOnly:
		return Fail(EISDIR)
	case !n.is(ModeDir) && flags&OpenDirectory != 0:
		return Fail(ENOTDIR)
	}
	if flags&OpenTruncate != 0 && flags&OpenAccess != OpenReadOnly {
		n.data = nil
		n.modified = Beginning + s.now
	}
	return Answer{N: s.install(&descriptor{node: n, flags: flags})}
}

func (s *Simulation) list(p string) Answer {
	n, e := s.lookup(p, true)
	if e == 0 && !n.is(ModeDir) {
		e = ENOTDIR
	}
	if e != 0 {
		return Fail(e)
	}
	a := Answer{List: sortedNames(n.entries)}
	for _, name := range a.List {
		kind := byte(EntryOther)
		switch n.entries[name].mode & ModeType {
		case ModeFile:
			kind = EntryFile
		case ModeDir:
			kind = EntryDir
		case ModeLink:
			kind = EntryLink
		}
		a.Data = append(a.Data, kind)
	}
	return a
}

// vacant finds where a new name goes; it is an error if it is taken.
func (s *Simulation) vacant(p string) (*node, string, Errno) {
	dir, name, n, e := s.walk(p, false)
	switch {
	case e != 0:
		return nil, "", e
	case n != nil:
		return nil, "", EEXIST
	}
	return dir, name, 0
}

func (s *Simulation) makeDir(q *Question) Errno {
	dir, name, e := s.vacant(q.Path)
	if e != 0 {
		return e
	}
	n := s.newNode(ModeDir | uint32(q.M)&0o7777&^s.mask)
	n.parent = dir
	s.enter(dir, name, n)
	dir.links++
	return 0
}

func (s *Simulation) enter(dir *node, name string, n *node) {
	dir.entries[name] = n
	dir.modified = Beginning + s.now
}

func (s *Simulation) leave(dir *node, name string) {
	n := dir.entries[name]
	n.links--
	if n.is(ModeDir) {
		dir.links--
	}
	delete(dir.entries, name)
	dir.modified = Beginning + s.now
}

func (s *Simulation) removeDir(p string) Errno {
	dir, name, n, e := s.walk(p, false)
	switch {
	case e != 0:
		return e
	case n == nil:
		return ENOENT
	case !n.is(ModeDir):
		return ENOTDIR
	case n == s.root || name == "..":
		return EBUSY
	case len(n.entries) > 0:
		return ENOTEMPTY
	}
	s.leave(dir, name)
	return 0
}

func (s *Simulation) remove(p string) Errno {
	dir, name, n, e := s.walk(p, false)
	switch {
	case e != 0:
		return e
	case n == nil:
		return ENOENT
	case n.is(ModeDir):
		return EISDIR
	}
	s.leave(dir, name)
	return 0
}

func (s *Simulation) rename(from, to string) Errno {
	dir, name, n, e := s.walk(from, false)
	if e == 0 && n == nil {
		e = ENOENT
	}
	if e != 0 {
		return e
	}
	toDir, toName, there, e := s.walk(to, false)
	switch {
	case e != 0:
		return e
	case n == there:
		return 0
	case n == s.root || there == s.root || name == ".." || toName == "..":
		return EBUSY
	case n.is(ModeDir) && inside(toDir, n):
		return EINVAL
	case there != nil && there.is(ModeDir) && !n.is(ModeDir):
		return EISDIR
	case there != nil && !there.is(ModeDir) && n.is(ModeDir):
		return ENOTDIR
	case there != nil && len(there.entries) > 0:
		return ENOTEMPTY
	}
	if there != nil {
		s.leave(toDir, toName)
	}
	delete(dir.entries, name)
	dir.modified = Beginning + s.now
	s.enter(toDir, toName, n)
	if n.is(ModeDir) {
		dir.links--
		toDir.links++
		n.parent = toDir
	}
	return 0
}

// inside reports whether dir is n or lies under it.
func inside(dir, n *node) bool {
	for ; dir != dir.parent; dir = dir.parent {
		if dir == n {
			return true
		}
	}
	return dir == n
}

func (s *Simulation) symlink(p, target string) Errno {
	if target == "" {
		return ENOENT
	}
	dir, name, e := s.vacant(p)
	if e != 0 {
		return e
	}
	n := s.newNode(ModeLink | 0o777)
	n.data = []byte(target)
	s.enter(dir, name, n)
	return 0
}

func (s *Simulation) link(existing, p string) Errno {
	n, e := s.lookup(existing, false)
	if e == 0 && n.is(ModeDir) {
		e = EPERM
	}
	if e != 0 {
		return e
	}
	dir, name, e := s.vacant(p)
	if e != 0 {
		return e
	}
	n.links++
	s.enter(dir, name, n)
	return 0
}
