package posix

import (
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// onPath makes a function of one path; the world's answer says nothing but whether it worked.
func onPath(sig, doc string, ask func(c *ctx, p *path, a []value) (world.Question, bool)) object.Def {
	name := sig[:strings.IndexByte(sig, '(')]
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], name, 0)
		if !ok {
			return object.Nil
		}
		q, ok := ask(c, &p, a)
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(q), p.name)
	}}
}

// onTwo makes a function of two paths.
func onTwo(sig, doc string, ask func(from, to string) world.Question) object.Def {
	name := sig[:strings.IndexByte(sig, '(')]
	return object.Def{Sig: sig, Doc: doc, Fn: func(c *ctx, a []value) value {
		for _, v := range a[2:] {
			if !none(v) && !v.IsBool() && !noDirFD(c, v) {
				return object.Nil
			}
		}
		from, ok := namedPath(c, a[0], name, "src", 0)
		if !ok {
			return object.Nil
		}
		to, ok := namedPath(c, a[1], name, "dst", 0)
		if !ok {
			return object.Nil
		}
		settle(c, from.text)
		settle(c, to.text)
		return done(c, c.Query(ask(from.text, to.text)), from.name, to.name)
	}}
}

func remove(name string) object.Def {
	return onPath(name+"(path, *, dir_fd=None)", "Remove a file (same as unlink()).", func(c *ctx, p *path, a []value) (world.Question, bool) {
		return world.Remove(p.text), noDirFD(c, a[1])
	})
}

var fileFuncs = []object.Def{
	{Sig: "stat(path, *, dir_fd=None, follow_symlinks=True)", Doc: "Perform a stat system call on the given path.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "stat", allowFD)
		if !ok || !noDirFD(c, a[1]) {
			return object.Nil
		}
		follow, ok := truth(c, a[2], true)
		if !ok {
			return object.Nil
		}
		if p.fd >= 0 {
			return statAnswer(c, statPath(c, &p, follow))
		}
		return statAnswer(c, statPath(c, &p, follow), p.name)
	}},
	{Sig: "lstat(path, *, dir_fd=None)", Doc: "Perform a stat system call on the given path, without following symbolic links.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "lstat", 0)
		if !ok || !noDirFD(c, a[1]) {
			return object.Nil
		}
		return statAnswer(c, statPath(c, &p, false), p.name)
	}},
	{Sig: "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Doc: "Use the real uid/gid to test for access to a path.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "access", 0)
		if !ok {
			return object.Nil
		}
		mode, ok := intArg(c, a[1], 0)
		if !ok || !noDirFD(c, a[2]) {
			return object.Nil
		}
		r := c.Query(world.Access(p.text, mode))
		return object.Bool(r.OK())
	}},
	{Sig: "listdir(path=None)", Doc: "Return a list containing the names of the files in the directory.", Fn: func(c *ctx, a []value) value {
		p, r, ok := listed(c, a[0], "listdir")
		if !ok {
			return object.Nil
		}
		items := make([]value, 0, len(r.List))
		for _, n := range r.List {
			items = append(items, p.said(n))
		}
		return c.NewList(items)
	}},
	{Sig: "scandir(path=None)", Doc: "Return an iterator of DirEntry objects for given path.", Fn: scandir},
	onPath("mkdir(path, mode=0o777, *, dir_fd=None)", "Create a directory.", func(c *ctx, p *path, a []value) (world.Question, bool) {
		mode, ok := intArg(c, a[1], 0o777)
		return world.MakeDir(p.text, uint32(mode)), ok && noDirFD(c, a[2])
	}),
	onPath("rmdir(path, *, dir_fd=None)", "Remove a directory.", func(c *ctx, p *path, a []value) (world.Question, bool) {
		return world.RemoveDir(p.text), noDirFD(c, a[1])
	}),
	remove("remove"), remove("unlink"),
	onTwo("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory.", world.Rename),
	onTwo("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory, overwriting the destination.", world.Rename),
	onTwo("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", "Create a hard link to a file.", world.Link),
	onTwo("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", "Create a symbolic link pointing to src named dst.", world.Symlink),
	{Sig: "readlink(path, *, dir_fd=None)", Doc: "Return a string representing the path to which the symbolic link points.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "readlink", 0)
		if !ok || !noDirFD(c, a[1]) {
			return object.Nil
		}
		r := c.Query(world.ReadLink(p.text))
		if !r.OK() {
			return fail(c, &r, p.name)
		}
		return p.said(r.Text)
	}},
	{Sig: "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", Doc: "Change the access permissions of a file.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "chmod", allowFD)
		if !ok {
			return object.Nil
		}
		mode, ok := intArg(c, a[1], 0)
		if !ok || !noDirFD(c, a[2]) {
			return object.Nil
		}
		follow, ok := truth(c, a[3], true)
		if !ok {
			return object.Nil
		}
		if !follow {
			return c.Raise(object.NotImplementedError, "chmod: follow_symlinks unavailable on this platform")
		}
		q := world.ChangeMode(p.text, uint32(mode))
		if p.fd >= 0 {
			return done(c, c.Query(world.OfFile(p.fd, q)))
		}
		return done(c, c.Query(q), p.name)
	}},
	{Sig: "utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", Doc: "Set the access and modified time of path.", Fn: utime},
	{Sig: "chdir(path)", Doc: "Change the current working directory to the specified path.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "chdir", allowFD)
		if !ok {
			return object.Nil
		}
		if p.fd >= 0 {
			return done(c, c.Query(world.OfFile(p.fd, world.ChangeDir(""))))
		}
		return done(c, c.Query(world.ChangeDir(p.text)), p.name)
	}},
	{Sig: "getcwd()", Doc: "Return a unicode string representing the current working directory.", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.WorkingDir())
		if !r.OK() {
			return fail(c, &r)
		}
		return object.FSDecode(r.Text)
	}},
	{Sig: "getcwdb()", Doc: "Return a bytes string representing the current working directory.", Fn: func(c *ctx, a []value) value {
		r := c.Query(world.WorkingDir())
		if !r.OK() {
			return fail(c, &r)
		}
		return object.NewBytes(r.Text)
	}},
	{Sig: "truncate(path, length)", Doc: "Truncate a file, specified by path, to a specific length.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "truncate", allowFD)
		if !ok {
			return object.Nil
		}
		n, ok := c.Long(a[1])
		if !ok {
			return object.Nil
		}
		if p.fd >= 0 {
			return done(c, c.Query(world.Truncate(p.fd, n)))
		}
		settle(c, p.text)
		r := c.Query(world.Open(p.text, world.OpenWriteOnly|world.OpenCloseExec, 0))
		if !r.OK() {
			return fail(c, &r, p.name)
		}
		t := c.Query(world.Truncate(int(r.N), n))
		c.Query(world.Close(int(r.N)))
		return done(c, t, p.name)
	}},
	{Sig: "statvfs(path)", Doc: "Perform a statvfs system call on the given path.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "statvfs", allowFD)
		if !ok {
			return object.Nil
		}
		if p.fd >= 0 {
			return diskAnswer(c, c.Query(world.OfFile(p.fd, world.DiskSpace(""))))
		}
		return diskAnswer(c, c.Query(world.DiskSpace(p.text)), p.name)
	}},
}

func decimal(s string) (n int64) {
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
	}
	return n
}

func utime(c *ctx, a []value) value {
	p, ok := pathArg(c, a[0], "utime", 0)
	if !ok || !noDirFD(c, a[3]) {
		return object.Nil
	}
	if !none(a[1]) && !a[2].IsNil() {
		return c.Raise(object.ValueError, "utime: you may specify either 'times' or 'ns' but not both")
	}
	var at [2]int64
	switch {
	case !none(a[1]):
		t := a[1].AsTuple()
		if t == nil || len(t.Items) != 2 {
			return c.Raise(object.TypeError, "utime: 'times' must be either a tuple of two ints or None")
		}
		for i, v := range t.Items {
			if f, ok := v.AsFloat(); ok {
				at[i] = int64(f * 1e9)
				continue
			}
			n, ok := c.Long(v)
			if !ok {
				return object.Nil
			}
			at[i] = n * 1e9
		}
	case !a[2].IsNil():
		t := a[2].AsTuple()
		if t == nil || len(t.Items) != 2 {
			return c.Raise(object.TypeError, "utime: 'ns' must be a tuple of two ints")
		}
		for i, v := range t.Items {
			if at[i], ok = c.Long(v); !ok {
				return object.Nil
			}
		}
	default:
		now := c.Query(world.Clock(world.ClockWall)).N
		at = [2]int64{now, now}
	}
	settle(c, p.text)
	return done(c, c.Query(world.SetTimes(p.text, at[0], at[1])), p.name)
}

// diskAnswer makes a statvfs_result.
func diskAnswer(c *ctx, r world.Answer, names ...value) value {
	if !r.OK() || len(r.List) < 3 {
		return fail(c, &r, names...)
	}
	const block = 4096
	blocks := func(i int) value { return object.Int(decimal(r.List[i]) / block) }
	zero := object.Int(0)
	return stateOf(c).newStatvfs(c, object.Int(block), object.Int(block), blocks(0), blocks(1), blocks(2), zero, zero, zero, zero, object.Int(255), zero)
}
