//go:build linux || darwin

package world

import (
	"os"
	"os/signal"
	"slices"
	"strconv"
	"syscall"
)

// inherits tells that programs that are started get a descriptor.
func (s *System) inherits(fd int) bool {
	if yes, said := s.inherit[fd]; said {
		return yes
	}
	return fd < 3
}

// spawn implements the Spawn question.
func (s *System) spawn(q *Question) Answer {
	start := parseStart(q)
	dir := s.dir
	if start.Dir != "" {
		dir = s.path(start.Dir)
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			a := failed(err)
			a.Text = "chdir"
			return a
		case !info.IsDir():
			return Answer{Errno: ENOTDIR, Text: "chdir"}
		}
		if err := access(dir, 1); err != nil {
			a := failed(err)
			a.Text = "chdir"
			return a
		}
	}
	env := start.Environment
	if env == nil {
		env = s.options.Environment
	}
	files, e := s.childFiles(start)
	if e != 0 {
		return Answer{Errno: e, Text: "fork"}
	}
	attr := &syscall.ProcAttr{Dir: dir, Env: env, Files: files, Sys: &syscall.SysProcAttr{Setsid: start.Session}}
	if start.Group >= 0 {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, start.Group
	}
	if start.UID >= 0 || start.GID >= 0 || start.SetGroups {
		c := &syscall.Credential{Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid()), NoSetGroups: !start.SetGroups}
		if start.UID >= 0 {
			c.Uid = uint32(start.UID)
		}
		if start.GID >= 0 {
			c.Gid = uint32(start.GID)
		}
		for _, g := range start.Groups {
			c.Groups = append(c.Groups, uint32(g))
		}
		attr.Sys.Credential = c
	}
	if start.Mask >= 0 {
		defer setMask(setMask(start.Mask))
	}
	if s.catch != nil && s.actions[sigPIPE] == SignalIgnored && !slices.Contains(start.Default, sigPIPE) {
		signal.Ignore(syscall.SIGPIPE)
		defer s.catch(sigPIPE, SignalCaught)
	}
	if s.catch != nil {
		for n := range s.actions {
			if s.actions[n] == SignalIgnored && n != sigPIPE && slices.Contains(start.Default, n) {
				s.catch(n, SignalDefault)
				defer s.catch(n, SignalIgnored)
			}
		}
	}
	errno := ENOENT
	for _, p := range start.Paths {
		if e := s.startable(p, dir); e != 0 {
			if e != ENOENT && e != ENOTDIR {
				errno = e
			}
			continue
		}
		if start.Replace {
			if err := s.replace(p, start, env, files, dir); err != nil {
				errno = errnoOf(err)
			}
			continue
		}
		pid, err := syscall.ForkExec(p, start.Arguments, attr)
		if err == nil {
			s.children[pid] = true
			return Answer{N: int64(pid)}
		}
		if e := errnoOf(err); e != ENOENT && e != ENOTDIR {
			errno = e
		}
	}
	return Answer{Errno: errno, Text: "exec"}
}

// startable looks whether there is a program at a path, as seen from dir.
func (s *System) startable(p, dir string) Errno {
	if p == "" {
		return ENOENT
	}
	if p[0] != '/' {
		p = dir + "/" + p
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return errnoOf(err)
	case info.IsDir():
		return EACCES
	}
	return errnoOf(access(p, 1))
}

const notThere = ^uintptr(0)

// childFiles are the system's descriptors that a program gets, by its numbers.
func (s *System) childFiles(start *Start) ([]uintptr, Errno) {
	var files []uintptr
	inherit, numbers := start.Inherit, start.Numbers
	if start.All {
		for fd := 3; fd < len(s.files); fd++ {
			if s.files[fd] != nil && s.inherits(fd) && !slices.Contains(numbers, fd) && !slices.Contains(start.Without, fd) {
				inherit, numbers = append(inherit, fd), append(numbers, fd)
			}
		}
	}
	for i, fd := range inherit {
		f := s.at(fd)
		if f == nil {
			return nil, EBADF
		}
		system, ok := f.system()
		if !ok {
			if system, ok = s.throughStream(fd); !ok {
				return nil, EBADF
			}
		}
		to := fd
		if i < len(numbers) {
			to = numbers[i]
		}
		for len(files) <= to {
			files = append(files, notThere)
		}
		files[to] = uintptr(system)
		if f.sort == socketFile && !f.nonBlock && !f.shared {
			f.shared = true
			_ = syscall.SetNonblock(f.raw, false)
		}
	}
	return files, 0
}

// throughStream is what a program that is started gets in place of a stream of the options.
func (s *System) throughStream(fd int) (int, bool) {
	if fd < 0 || fd > 2 {
		return 0, false
	}
	if s.null == nil {
		f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
		if err != nil {
			return 0, false
		}
		s.null = f
	}
	return systemFd(s.null)
}

// replace runs a program in place of this process.
func (s *System) replace(p string, start *Start, env []string, files []uintptr, dir string) error {
	const above = 200
	moved := make([]int, len(files))
	for i, fd := range files {
		if moved[i] = -1; fd != notThere {
			n, err := fcntl(int(fd), syscall.F_DUPFD, above)
			if err != nil {
				return err
			}
			syscall.CloseOnExec(n)
			moved[i] = n
		}
	}
	if err := syscall.Chdir(dir); err != nil {
		return err
	}
	for i, fd := range moved {
		if fd < 0 {
			if i < 3 {
				syscall.CloseOnExec(i)
			}
			continue
		}
		if err := duplicateOver(fd, i); err != nil {
			return err
		}
	}
	return syscall.Exec(p, start.Arguments, env)
}

// waitChild implements the WaitChild question.
func (s *System) waitChild(q *Question) Answer {
	pid := int(q.N)
	if pid > 0 {
		if !s.children[pid] {
			return Fail(ECHILD)
		}
		return s.waitOne(pid, int(q.M))
	}
	if len(s.children) == 0 {
		return Fail(ECHILD)
	}
	pids := make([]int, 0, len(s.children))
	for pid := range s.children {
		pids = append(pids, pid)
	}
	slices.Sort(pids)
	for _, child := range pids {
		if pid == 0 || pid < -1 {
			want := -pid
			if pid == 0 {
				want = syscall.Getpgrp()
			}
			if group, err := syscall.Getpgid(child); err == nil && group != want {
				continue
			}
		}
		if a := s.waitOne(child, int(q.M)); a.N != 0 || a.Errno != 0 {
			return a
		}
	}
	return Answer{}
}

func (s *System) waitOne(pid, options int) Answer {
	const known = syscall.WNOHANG | syscall.WUNTRACED | syscall.WCONTINUED
	for {
		var status syscall.WaitStatus
		var usage syscall.Rusage
		got, err := syscall.Wait4(pid, &status, options&known|syscall.WNOHANG, &usage)
		switch {
		case err == syscall.EINTR:
			continue
		case err != nil:
			delete(s.children, pid)
			return failed(err)
		case got == 0:
			return Answer{}
		}
		if status.Exited() || status.Signaled() {
			delete(s.children, pid)
		}
		return Answer{N: int64(got), M: int64(status), List: []string{strconv.FormatInt(usage.Utime.Nano(), 10), strconv.FormatInt(usage.Stime.Nano(), 10),
			strconv.FormatInt(int64(usage.Maxrss), 10)}}
	}
}

func killOther(pid, number int) Answer {
	sig := systemSignal(number)
	if number == 0 {
		sig = 0
	}
	if sig < 0 {
		return Fail(EINVAL)
	}
	return failed(syscall.Kill(pid, sig))
}

// adoptInherited gives the descriptors that whoever started the process left open for it their numbers.
func (s *System) adoptInherited() {
	const gap = 64 // of numbers that are free: behind it nothing is looked for
	for fd, last := 3, 3; fd < last+gap; fd++ {
		flags, err := fcntl(fd, syscall.F_GETFD, 0)
		if err != nil || flags&syscall.FD_CLOEXEC != 0 {
			continue // closed, or of Go itself
		}
		last = fd
		syscall.CloseOnExec(fd)
		for len(s.files) <= fd {
			s.files = append(s.files, nil)
		}
		f := &openFile{sort: pipeFile, raw: fd, owned: true, uses: 1}
		var st syscall.Stat_t
		if err := syscall.Fstat(fd, &st); err == nil {
			switch uint32(st.Mode) & ModeType {
			case ModeSocket:
				f.sort, f.shared, f.slow = socketFile, true, true
			case ModeFile, ModeDir:
				f = adoptFile(fd)
				f.uses = 1
			default:
				f.slow = true
			}
		}
		if n, err := fcntl(fd, syscall.F_GETFL, 0); err == nil {
			f.nonBlock = n&syscall.O_NONBLOCK != 0
		}
		s.files[fd], s.inherit[fd] = f, true
	}
}

func adoptFile(fd int) *openFile { return &openFile{file: os.NewFile(uintptr(fd), ""), owned: true} }
