// Package posix is the module posix, on which os stands: files, directories and facts about the process, all asked of
// the World.
package posix

import (
	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// Module is the module posix.
var Module = object.ModuleDef{
	Name:  "posix",
	Doc:   "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard.",
	Funcs: concat(fileFuncs, descriptorFuncs, processFuncs, childFuncs, pathFuncs, ownerFuncs, vectorFuncs, idFuncs),
	Init: func(c *ctx, m *object.Module) bool {
		s := stateOf(c)
		for _, k := range constantNames() {
			m.Set(c, k, object.Int(constants[k]))
		}
		m.Set(c, "error", object.OSError.V())
		for _, t := range []*object.Type{s.stat, s.statvfs, s.terminal, s.times, s.uname, s.waitid, s.schedParam, s.entry} {
			m.Set(c, t.Name, t.V())
		}
		m.Set(c, "environ", environ(c))
		var have []value
		for _, n := range [...]string{"HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHOWN", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_LCHOWN", "HAVE_LSTAT"} {
			have = append(have, object.NewStr(n))
		}
		m.Set(c, "_have_functions", c.NewList(have))
		for _, n := range [...]string{"sysconf_names", "confstr_names", "pathconf_names"} {
			m.Set(c, n, names(c, n))
		}
		return true
	},
}

func concat(lists ...[]object.Def) []object.Def {
	var all []object.Def
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// state is the module's classes.
type state struct {
	stat, statvfs, terminal, times, uname, waitid, schedParam, entry, scan *object.Type

	env value // the environment that programs get: a dict of bytes

	newStat, newStatvfs, newTerminal, newTimes, newUname, newSchedParam func(c *ctx, fields ...value) value
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "posix", func(c *ctx) *state {
		s := &state{}
		s.stat, s.newStat = c.NewStructSeq(object.StructSeq{Name: "stat_result", Module: "os", Doc: "stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.",
			Visible: 10, Fields: []string{"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "_unnamed7", "_unnamed8", "_unnamed9",
				"st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"},
			Default: map[string]int{"st_atime": 7, "st_mtime": 8, "st_ctime": 9}})
		s.statvfs, s.newStatvfs = c.NewStructSeq(object.StructSeq{Name: "statvfs_result", Module: "os", Visible: 10,
			Fields: []string{"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid"}})
		s.terminal, s.newTerminal = c.NewStructSeq(object.StructSeq{Name: "terminal_size", Module: "os", Visible: 2, Doc: "A tuple of (columns, lines) for holding terminal window size",
			Fields: []string{"columns", "lines"}})
		s.times, s.newTimes = c.NewStructSeq(object.StructSeq{Name: "times_result", Module: "posix", Visible: 5,
			Fields: []string{"user", "system", "children_user", "children_system", "elapsed"}})
		s.uname, s.newUname = c.NewStructSeq(object.StructSeq{Name: "uname_result", Module: "posix", Visible: 5,
			Fields: []string{"sysname", "nodename", "release", "version", "machine"}})
		s.waitid, _ = c.NewStructSeq(object.StructSeq{Name: "waitid_result", Module: "posix", Visible: 5,
			Fields: []string{"si_pid", "si_uid", "si_signo", "si_status", "si_code"}})
		s.schedParam, s.newSchedParam = c.NewStructSeq(object.StructSeq{Name: "sched_param", Module: "posix", Visible: 1, Fields: []string{"sched_priority"}})
		s.env = environ(c)
		s.entry = c.NewClass(entrySpec())
		s.scan = c.NewClass(scanSpec())
		return s
	})
}

// environ is the environment as a dict of bytes.
func environ(c *ctx) value {
	d := c.NewDict()
	for _, e := range c.Query(world.Environment()).List {
		for i := 1; i < len(e); i++ { // a name has at least one letter
			if e[i] == '=' {
				k := object.NewBytes(e[:i])
				if at, _, _ := c.Find(d, k); at < 0 {
					c.DictSet(d, k, object.NewBytes(e[i+1:]))
				}
				break
			}
		}
	}
	return d.V()
}

// path is a path argument: what the world calls it, and what the program called it.
type path struct {
	text  string
	name  value
	bytes bool // given as bytes: answers are bytes too
	fd    int  // or a descriptor; -1
	none  bool
}

// Further things that pathArg accepts.
const (
	allowFD = 1 << iota
	allowNone
)

// pathArg reads the argument path of the function where.
func pathArg(c *ctx, v value, where string, allow int) (p path, ok bool) {
	return namedPath(c, v, where, "path", allow)
}

// namedPath reads a path argument with a name of its own.
func namedPath(c *ctx, v value, where, arg string, allow int) (p path, ok bool) {
	p.fd = -1
	if none(v) && allow&allowNone != 0 {
		p.none, p.text, p.name = true, ".", object.Nil
		return p, true
	}
	if s := v.AsStr(); s == nil && v.AsBytes() == nil {
		t := object.TypeOf(v)
		switch {
		case allow&allowFD != 0 && (v.IsAnyInt() || !t.Dunder(object.DIndex).IsNil()):
			n, ok := c.IndexInt(v, false)
			if !ok || !noBool(c, v) {
				return p, false
			}
			p.fd, p.name = n, v
			return p, true
		case c.Lookup(t, c.Intern("__fspath__")).IsNil():
			c.Raise(object.TypeError, "%s: %s should be %s, not %s", where, arg, pathKinds(allow), t.Said())
			return p, false
		}
		if v = c.CallHosted("fspath", v); v.IsNil() {
			return p, false
		}
	}
	p.name = v
	p.bytes = v.AsStr() == nil
	p.text, ok = c.FSEncode(v, where, arg)
	return p, ok
}

func pathKinds(allow int) string {
	switch allow {
	case allowFD:
		return "string, bytes, os.PathLike or integer"
	case allowFD | allowNone:
		return "string, bytes, os.PathLike, integer or None"
	case allowNone:
		return "string, bytes, os.PathLike or None"
	}
	return "string, bytes or os.PathLike"
}

// said makes a str or bytes of a path that the world told, as the argument was.
func (p *path) said(text string) value {
	if p.bytes {
		return object.NewBytes(text)
	}
	return object.FSDecode(text)
}

func none(v value) bool { return v.IsNil() || v.IsNone() }

// settle makes files that dropped streams still hold bytes of complete.
func settle(c *ctx, path string) {
	if s, ok := c.States()["_io"].(interface{ Settle(c *ctx, path string) }); ok {
		s.Settle(c, path)
	}
}

// done is None, or the OSError of an answer that says no.
func done(c *ctx, a world.Answer, names ...value) value {
	if !a.OK() {
		return fail(c, &a, names...)
	}
	return object.None
}

func fail(c *ctx, a *world.Answer, names ...value) value {
	return c.RaiseOS(int64(a.Errno), a.Reason(), names...)
}

// noDirFD raises if a dir_fd was given.
func noDirFD(c *ctx, fds ...value) bool {
	for _, fd := range fds {
		if !none(fd) {
			c.Raise(object.NotImplementedError, "dir_fd unavailable on this platform")
			return false
		}
	}
	return true
}

// follow is an optional follow_symlinks argument.
func truth(c *ctx, v value, def bool) (bool, bool) {
	if v.IsNil() {
		return def, true
	}
	return c.Truth(v)
}

func intArg(c *ctx, v value, def int) (int, bool) {
	if v.IsNil() {
		return def, true
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	if !ok || n > 1<<31-1 || n < -1<<31 {
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
		return 0, false
	}
	return int(n), true
}
