package posix

import (
	"math/big"

	"slp/vm/object"
	"slp/vm/world"
)

// idArg is a user or group: -1 leaves it as it is.
func idArg(c *ctx, v value, what string) (int64, bool) {
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "%s should be integer, not %s", what, object.TypeOf(v).Said())
		return 0, false
	}
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	n, ok := x.AsInt()
	switch {
	case !ok && x.AsBigInt().Sign() < 0 || ok && n < -1:
		c.Raise(object.OverflowError, "%s is less than minimum", what)
		return 0, false
	case !ok || n > 1<<32-1:
		c.Raise(object.OverflowError, "%s is greater than maximum", what)
		return 0, false
	}
	if n == 1<<32-1 {
		n = -1
	}
	return n, true
}

// owners are the arguments uid and gid.
func owners(c *ctx, a []value) (user, group int64, ok bool) {
	if user, ok = idArg(c, a[0], "uid"); !ok {
		return 0, 0, false
	}
	group, ok = idArg(c, a[1], "gid")
	return user, group, ok
}

func makeNode(c *ctx, where string, a value, mode uint32, device int64) value {
	p, ok := pathArg(c, a, where, 0)
	if !ok {
		return object.Nil
	}
	return done(c, c.Query(world.MakeNode(p.text, mode, device)), p.name)
}

// ownerFuncs are about who owns a file, and about files that are none.
var ownerFuncs = []object.Def{
	{Sig: "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", Doc: "Change the owner and group id of path to the numeric uid and gid.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "chown", allowFD)
		if !ok {
			return object.Nil
		}
		user, group, ok := owners(c, a[1:])
		if !ok || !noDirFD(c, a[3]) {
			return object.Nil
		}
		follow, ok := truth(c, a[4], true)
		if !ok {
			return object.Nil
		}
		q := world.ChangeOwner(p.text, user, group, follow)
		if p.fd >= 0 {
			if !follow {
				return c.Raise(object.ValueError, "chown: cannot use fd and follow_symlinks together")
			}
			return done(c, c.Query(world.OfFile(p.fd, q)))
		}
		return done(c, c.Query(q), p.name)
	}},
	{Sig: "lchown(path, uid, gid)", Doc: "Change the owner and group id of path to the numeric uid and gid.\n\nThis function will not follow symbolic links.", Fn: func(c *ctx, a []value) value {
		p, ok := pathArg(c, a[0], "lchown", 0)
		if !ok {
			return object.Nil
		}
		user, group, ok := owners(c, a[1:])
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.ChangeOwner(p.text, user, group, false)), p.name)
	}},
	onFD("fchown(fd, uid, gid)", "Change the owner and group id of the file specified by file descriptor.", func(c *ctx, fd int, a []value) value {
		user, group, ok := owners(c, a[1:])
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.OfFile(fd, world.ChangeOwner("", user, group, true))))
	}),
	onFD("fchmod(fd, mode)", "Change the access permissions of the file given by file descriptor fd.", func(c *ctx, fd int, a []value) value {
		mode, ok := intArg(c, a[1], 0)
		if !ok {
			return object.Nil
		}
		return done(c, c.Query(world.OfFile(fd, world.ChangeMode("", uint32(mode)))))
	}),
	onFD("fchdir(fd)", "Change to the directory of the given file descriptor.", func(c *ctx, fd int, a []value) value {
		if !noBool(c, a[0]) {
			return object.Nil
		}
		return done(c, c.Query(world.OfFile(fd, world.ChangeDir(""))))
	}),
	onFD("fstatvfs(fd, /)", "Perform an fstatvfs system call on the given fd.", func(c *ctx, fd int, a []value) value {
		return diskAnswer(c, c.Query(world.OfFile(fd, world.DiskSpace(""))))
	}),
	{Sig: "mkfifo(path, mode=0o666, *, dir_fd=None)", Doc: "Create a \"fifo\" (a POSIX named pipe).", Fn: func(c *ctx, a []value) value {
		mode, ok := intArg(c, a[1], 0o666)
		if !ok || !noDirFD(c, a[2]) {
			return object.Nil
		}
		return makeNode(c, "mkfifo", a[0], uint32(mode)&0o7777|world.ModeFIFO, 0)
	}},
	{Sig: "mknod(path, mode=0o600, device=0, *, dir_fd=None)", Doc: "Create a node in the file system.", Fn: func(c *ctx, a []value) value {
		mode, ok := intArg(c, a[1], 0o600)
		if !ok {
			return object.Nil
		}
		device := int64(0)
		if !a[2].IsNil() {
			if device, ok = c.Long(a[2]); !ok {
				return object.Nil
			}
		}
		if !noDirFD(c, a[3]) {
			return object.Nil
		}
		return makeNode(c, "mknod", a[0], uint32(mode), device)
	}},
	{Sig: "major(device, /)", Doc: "Extracts a device major number from a raw device number.", Fn: func(c *ctx, a []value) value {
		d, ok := deviceArg(c, a[0])
		if !ok {
			return object.Nil
		}
		return object.Int(int64(d>>8&0xfff | d>>32&^0xfff))
	}},
	{Sig: "minor(device, /)", Doc: "Extracts a device minor number from a raw device number.", Fn: func(c *ctx, a []value) value {
		d, ok := deviceArg(c, a[0])
		if !ok {
			return object.Nil
		}
		return object.Int(int64(d&0xff | d>>12&0xffffff00))
	}},
	{Sig: "makedev(major, minor, /)", Doc: "Composes a raw device number from the major and minor device numbers.", Fn: func(c *ctx, a []value) value {
		major, ok := deviceArg(c, a[0])
		if !ok {
			return object.Nil
		}
		minor, ok := deviceArg(c, a[1])
		if !ok {
			return object.Nil
		}
		return object.NewBig(new(big.Int).SetUint64(major&0xfff<<8 | major>>12<<44 | minor&0xff | minor&0xffffff00<<12))
	}},
}

func deviceArg(c *ctx, v value) (uint64, bool) {
	x := c.Index(v)
	if x.IsNil() {
		return 0, false
	}
	b := x.AsBigInt()
	if b.BitLen() > 64 || b.Sign() < 0 && !(b.IsInt64() && b.Int64() == -1) {
		c.Raise(object.OverflowError, "Python int too large to convert to C unsigned long")
		return 0, false
	}
	if b.Sign() < 0 {
		return uint64(b.Int64()), true
	}
	return b.Uint64(), true
}

// noBool warns of a bool that stands for a descriptor.
func noBool(c *ctx, v value) bool {
	return !v.IsBool() || c.Warn(object.RuntimeWarning, "bool is used as a file descriptor")
}
