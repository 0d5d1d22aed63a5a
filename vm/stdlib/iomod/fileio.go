package iomod

import (
	"slp/vm/object"
	"slp/vm/world"
)

// fileIO is a FileIO: a descriptor.
type fileIO struct {
	fd       int // -1: closed
	created  bool
	readable bool
	writable bool
	appends  bool
	closefd  bool
	seeks    int8 // 1 seekable, 0 not, -1 not asked yet
	block    int  // st_blksize
	path     string
	stash    string // what a readall that was suspended has read
	hdr      *object.Hdr
}

// Walk implements object.Impl.
func (f *fileIO) Walk(w *object.Walker) {
	object.Word(w, &f.fd)
	w.Bool(&f.created)
	w.Bool(&f.readable)
	w.Bool(&f.writable)
	w.Bool(&f.appends)
	w.Bool(&f.closefd)
	object.Word(w, &f.seeks)
	object.Word(w, &f.block)
	w.String(&f.path)
	w.String(&f.stash)
}

func newFile(c *ctx, cls *object.Type) (value, *fileIO) {
	f := &fileIO{fd: -1, seeks: -1, closefd: true, block: 8192}
	v := c.NewObj(cls, f)
	f.hdr = v.Hdr()
	return v, f
}

func fileOf(v value) *fileIO {
	f, _ := object.As[*fileIO](v)
	return f
}

const badMode = "Must have exactly one of create/read/write/append mode and at most one plus"

// parseMode reads the mode of FileIO: the flags of Open.
func (f *fileIO) parseMode(c *ctx, mode string) (flags int, ok bool) {
	kinds, plus := 0, false
	for i := range len(mode) {
		switch mode[i] {
		case 'x':
			kinds++
			f.created, f.writable = true, true
			flags |= world.OpenExclusive | world.OpenCreate
		case 'r':
			kinds++
			f.readable = true
		case 'w':
			kinds++
			f.writable = true
			flags |= world.OpenCreate | world.OpenTruncate
		case 'a':
			kinds++
			f.writable, f.appends = true, true
			flags |= world.OpenAppend | world.OpenCreate
		case '+':
			if plus {
				kinds = 2
			}
			plus = true
		case 'b':
		default:
			c.Raise(object.ValueError, "invalid mode: %s", mode)
			return 0, false
		}
	}
	if kinds != 1 {
		c.Raise(object.ValueError, "%s", badMode)
		return 0, false
	}
	if plus {
		f.readable, f.writable = true, true
	}
	switch {
	case f.readable && f.writable:
		flags |= world.OpenReadWrite
	case f.writable:
		flags |= world.OpenWriteOnly
	}
	return flags | world.OpenCloseExec, true
}

// openFile makes f a stream on a file: a path or a descriptor. It may call opener, and is then started again, so it
// does everything else in one go after that.
func openFile(c *ctx, self value, f *fileIO, file value, mode string, closefd bool, opener value) bool {
	if file.IsBool() {
		w := c.CallHosted("io_warn", object.RuntimeWarning.V(), object.NewStr("bool is used as a file descriptor"))
		if w.IsNil() {
			return false
		}
	}
	g := &fileIO{fd: -1, seeks: -1, closefd: closefd, block: 8192}
	name := file
	fd := -1
	if n, ok := file.AsInt(); ok {
		if n < 0 {
			c.Raise(object.ValueError, "negative file descriptor")
			return false
		}
		if n > 1<<31-1 {
			c.Raise(object.OverflowError, "Python int too large to convert to C int")
			return false
		}
		fd = int(n)
	} else if file.AsBig() != nil {
		c.Raise(object.OverflowError, "Python int too large to convert to C int")
		return false
	} else if file.AsStr() == nil && file.AsBytes() == nil {
		p := c.CallHosted("fspath", file)
		if p.IsNil() {
			return false
		}
		file = p
	}
	flags, ok := g.parseMode(c, mode)
	if !ok {
		return false
	}
	given := fd >= 0
	if fd < 0 {
		path, ok := c.FSEncode(file, "", "")
		if !ok {
			return false
		}
		if !closefd {
			c.Raise(object.ValueError, "Cannot use closefd=False with file name")
			return false
		}
		g.path = path
		if !none(opener) {
			r := c.Call(opener, name, object.Int(int64(flags)))
			if r.IsNil() {
				return false
			}
			n, isInt := r.AsInt()
			if !isInt {
				c.Raise(object.TypeError, "expected integer from opener")
				return false
			}
			if n < 0 {
				c.Raise(object.ValueError, "opener returned %d", n)
				return false
			}
			fd = int(n)
		}
	}
	return c.Once(func() value {
		if !g.attach(c, self, f, name, fd, flags, given) {
			return object.Nil
		}
		return object.True
	}) == object.True
}

// attach opens the file, unless there is a descriptor already, and makes f what g is prepared to be.
func (g *fileIO) attach(c *ctx, self value, f *fileIO, name value, fd, flags int, given bool) bool {
	if fd < 0 {
		Settle(c, g.path)
		a := query(c, world.Open(g.path, flags, 0o666))
		if !a.OK() {
			osError(c, &a, name)
			return false
		}
		fd = int(a.N)
	}
	fail := func(a *world.Answer) bool {
		if !given {
			c.Query(world.Close(fd))
		}
		osError(c, a, name)
		return false
	}
	st := query(c, world.FileStat(fd))
	if !st.OK() && st.Errno == world.EBADF {
		osError(c, &st)
		return false
	}
	if st.Stat != nil {
		if st.Stat.IsDir() {
			return fail(&world.Answer{Errno: world.EISDIR})
		}
		if st.Stat.BlockSize > 1 {
			g.block = int(st.Stat.BlockSize)
		}
	}
	if g.appends {
		a := query(c, world.Seek(fd, 0, 2))
		if !a.OK() && a.Errno != world.ESPIPE {
			return fail(&a)
		}
	}
	c.Touch(self.Hdr())
	hdr := f.hdr
	*f = *g
	f.fd, f.hdr = fd, hdr
	if d := c.InstanceDict(self); d != nil {
		d.SetStr(c, "name", name)
	}
	return true
}

func closedFD(c *ctx) value { return c.Raise(object.ValueError, "I/O operation on closed file") }

// read asks for up to n bytes. again: there are none at the moment.
func (f *fileIO) read(c *ctx, n int) (data string, again, ok bool) {
	a, ok := f.ask(c, n)
	switch {
	case !ok:
		return "", false, false
	case a.Errno == world.EAGAIN:
		return "", true, true
	case !a.OK():
		osError(c, &a)
		return "", false, false
	}
	return string(a.Data), false, true
}

// ask reads up to n bytes, and lets other threads run and signals be handled while there are none. false: it was
// suspended; the caller gives back what it has read until then.
func (f *fileIO) ask(c *ctx, n int) (world.Answer, bool) {
	for {
		q := world.Read(f.fd, n, world.AtCursor)
		if many(c) && !f.seekable(c) {
			q = world.ReadNow(f.fd, n)
		}
		a := c.Query(q)
		switch {
		case a.Errno == world.EINTR:
			if c.CallHosted("signals_settle").IsNil() {
				return a, false
			}
		case a.Errno == world.EAGAIN && a.M == 1:
			if c.CallHosted("await_input", object.Int(int64(f.fd))).IsNil() {
				return a, false
			}
		default:
			return a, true
		}
	}
}

// many tells that there are several threads.
func many(c *ctx) bool {
	t, ok := c.States()["_thread"].(interface{ Single() bool })
	return ok && !t.Single()
}

// awaitRoom lets other threads run until a pipe takes something. false: it raised or was suspended.
func (f *fileIO) awaitRoom(c *ctx) bool {
	return f.fd < 0 || !many(c) || !c.CallHosted("await_output", object.Int(int64(f.fd))).IsNil()
}

// await lets other threads run until a pipe or terminal has something to read. It must be called before anything is
// changed: the method is started again when the time has come. false: it raised or was suspended.
func (f *fileIO) await(c *ctx) bool {
	if f.fd < 0 || f.seekable(c) {
		return true
	}
	return !c.CallHosted("await_input", object.Int(int64(f.fd))).IsNil()
}

// readAll reads to the end of the file.
func (f *fileIO) truncate(c *ctx, size value) value {
	var n int64
	var ok bool
	if none(size) {
		n, ok = f.seek(c, 0, 1)
	} else {
		n, ok = c.Long(size)
	}
	if !ok {
		return object.Nil
	}
	if r := query(c, world.Truncate(f.fd, n)); !r.OK() {
		return osError(c, &r)
	}
	return object.Int(n)
}

func (f *fileIO) readAll(c *ctx) (data string, again, ok bool) {
	all := []byte(f.stash)
	n := 64 << 10
	if st := query(c, world.FileStat(f.fd)); st.OK() && st.Stat != nil && st.Stat.IsFile() {
		if at := query(c, world.Seek(f.fd, 0, 1)); at.OK() {
			n = int(max(1, min(st.Stat.Size-at.N+1, 1<<30)))
		}
	}
	for {
		a, asked := f.ask(c, n)
		if len(all) > 0 || f.stash != "" {
			c.Touch(f.hdr)
			f.stash = ""
		}
		switch {
		case !asked:
			c.Touch(f.hdr)
			f.stash = string(all)
			return "", false, false
		case a.Errno == world.EAGAIN:
			return string(all), len(all) == 0, true
		case !a.OK():
			osError(c, &a)
			return "", false, false
		case len(a.Data) == 0:
			return string(all), false, true
		}
		all = append(all, a.Data...)
		n = max(64<<10, min(len(all), 1<<24))
	}
}

// write hands over data. again: nothing could be taken at the moment.
func (f *fileIO) write(c *ctx, data []byte) (n int, again, ok bool) {
	const most = 1 << 30
	a := query(c, world.Write(f.fd, data[:min(len(data), most)], world.AtCursor))
	if !a.OK() {
		if a.Errno == world.EAGAIN {
			return 0, true, true
		}
		osError(c, &a)
		return 0, false, false
	}
	return int(a.N), false, true
}

func (f *fileIO) seek(c *ctx, offset int64, whence int) (int64, bool) {
	a := query(c, world.Seek(f.fd, offset, whence))
	if !a.OK() {
		osError(c, &a)
		return 0, false
	}
	return a.N, true
}

func (f *fileIO) seekable(c *ctx) bool {
	if f.seeks < 0 {
		a := query(c, world.Seek(f.fd, 0, 1))
		c.Touch(f.hdr)
		f.seeks = 0
		if a.OK() {
			f.seeks = 1
		}
	}
	return f.seeks == 1
}

// close closes the descriptor.
func (f *fileIO) close(c *ctx) bool {
	fd := f.fd
	if fd < 0 {
		return true
	}
	c.Touch(f.hdr)
	f.fd = -1
	if !f.closefd {
		return true
	}
	if a := c.Query(world.Close(fd)); !a.OK() && a.Errno != world.EINTR {
		osError(c, &a)
		return false
	}
	return true
}

func (f *fileIO) mode() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appends && f.readable:
		return "ab+"
	case f.appends:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

// fileMethod makes a method of an open file.
func fileMethod(do func(c *ctx, f *fileIO, a []value) value) object.Fn {
	return func(c *ctx, a []value) value {
		f := fileOf(a[0])
		if f.fd < 0 {
			return closedFD(c)
		}
		return do(c, f, a)
	}
}

func optBytes(data string, again, ok bool) value {
	switch {
	case !ok:
		return object.Nil
	case again:
		return object.None
	}
	return object.NewBytes(data)
}

func (s *state) fileSpec() object.Spec {
	notFor := func(c *ctx, what string) value { return unsupported(c, "File not open for "+what) }
	return object.Spec{Name: "FileIO", Module: "_io", Base: s.rawBase, Flags: streamFlags, Doc: "Open a file.",
		Methods: []object.Def{
			{Sig: "__new__(cls, /, *args, **kwargs)", Kind: object.AsNew, Fn: func(c *ctx, a []value) value {
				v, _ := newFile(c, a[0].AsType())
				return v
			}},
			{Sig: "__init__(self, file, mode='r', closefd=True, opener=None)", Fn: func(c *ctx, a []value) value {
				mode := "r"
				if !a[2].IsNil() {
					if a[2].AsStr() == nil {
						return c.Raise(object.TypeError, "FileIO() argument 'mode' must be str, not %s", object.TypeOf(a[2]).Said())
					}
					mode = a[2].AsStr().String()
				}
				closefd, ok := flag(c, a[3], true)
				if !ok {
					return object.Nil
				}
				if c.Once(func() value {
					if !fileOf(a[0]).close(c) {
						return object.Nil
					}
					return object.True
				}).IsNil() {
					return object.Nil
				}
				if !openFile(c, a[0], fileOf(a[0]), a[1], mode, closefd, a[4]) {
					return object.Nil
				}
				return object.None
			}},
			{Sig: "__repr__(self, /)", Fn: func(c *ctx, a []value) value {
				f, cls := fileOf(a[0]), "<"+shownName(object.TypeOf(a[0]))
				if f.fd < 0 {
					return object.NewStr(cls + " [closed]>")
				}
				tail := " mode='" + f.mode() + "' closefd=False>"
				if f.closefd {
					tail = " mode='" + f.mode() + "' closefd=True>"
				}
				name := c.FindAttr(a[0], c.Intern("name"))
				if name.IsNil() {
					if c.Failed() {
						return name
					}
					return object.NewStr(cls + " fd=" + itoa(f.fd) + tail)
				}
				text, ok := c.ReprText(name)
				if !ok {
					return object.Nil
				}
				return object.NewStr(cls + " name=" + text + tail)
			}},
			{Sig: "read(self, size=-1, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				if !f.readable {
					return notFor(c, "reading")
				}
				n, ok := size(c, a[1])
				switch {
				case !ok:
					return object.Nil
				case !f.await(c):
					return object.Nil
				case n < 0:
					return optBytes(f.readAll(c))
				}
				return optBytes(f.read(c, n))
			}), Doc: "Read at most size bytes, returned as bytes."},
			{Sig: "readall(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				if !f.readable {
					return notFor(c, "reading")
				}
				return optBytes(f.readAll(c))
			}), Doc: "Read all data from the file, returned as bytes."},
			{Sig: "readinto(self, buffer, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				if !f.readable {
					return notFor(c, "reading")
				}
				mem, ok := c.Writable(a[1], "readinto()")
				if !ok || !f.await(c) {
					return object.Nil
				}
				data, again, ok := f.read(c, len(mem))
				switch {
				case !ok:
					return object.Nil
				case again:
					return object.None
				}
				return object.Int(int64(copy(mem, data)))
			}), Doc: "Same as RawIOBase.readinto()."},
			{Sig: "write(self, b, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				if !f.writable {
					return notFor(c, "writing")
				}
				data, ok := bytesArg(c, a[1])
				if !ok {
					return object.Nil
				}
				n, again, ok := f.write(c, []byte(data))
				switch {
				case !ok:
					return object.Nil
				case again:
					return object.None
				}
				return object.Int(int64(n))
			}), Doc: "Write buffer b to file, return number of bytes written."},
			{Sig: "seek(self, pos, whence=0, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				pos, whence, ok := seekArgs(c, a[1], a[2])
				if !ok {
					return object.Nil
				}
				at, ok := f.seek(c, pos, whence)
				if !ok {
					return object.Nil
				}
				return object.Int(at)
			}), Doc: "Move to new file position and return the file position."},
			{Sig: "tell(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				at, ok := f.seek(c, 0, 1)
				if !ok {
					return object.Nil
				}
				return object.Int(at)
			}), Doc: "Current file position."},
			{Sig: "truncate(self, size=None, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value {
				if !f.writable {
					return notFor(c, "writing")
				}
				return f.truncate(c, a[1])
			}), Doc: "Truncate the file to at most size bytes and return the truncated size."},
			{Sig: "close(self, /)", Fn: func(c *ctx, a []value) value {
				f := fileOf(a[0])
				if object.TypeOf(a[0]).Flags&object.HeapType != 0 && f.fd >= 0 {
					return c.Self("file_close", a[0], c.Func("", &fileShut))
				}
				if !f.close(c) {
					return object.Nil
				}
				return object.None
			}, Doc: "Close the file."},
			{Sig: "seekable(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Bool(f.seekable(c)) }), Doc: "True if file supports random-access."},
			{Sig: "readable(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Bool(f.readable) }), Doc: "True if file was opened in a read mode."},
			{Sig: "writable(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Bool(f.writable) }), Doc: "True if file was opened in a write mode."},
			{Sig: "fileno(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Int(int64(f.fd)) }), Doc: "Return the underlying file descriptor (an integer)."},
			{Sig: "isatty(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Bool(f.isatty(c)) }), Doc: "True if the file is connected to a TTY device."},
			{Sig: "_isatty_open_only(self, /)", Fn: fileMethod(func(c *ctx, f *fileIO, a []value) value { return object.Bool(f.isatty(c)) })},
			{Sig: "_dealloc_warn(self, source, /)", Fn: func(c *ctx, a []value) value { return object.None }},
			{Sig: "__getstate__(self, /)", Fn: noPickle},
		},
		Gets: []object.Get{
			{Name: "closed", Get: func(c *ctx, o value) value { return object.Bool(fileOf(o).fd < 0) }, Doc: "True if the file is closed"},
			{Name: "closefd", Get: func(c *ctx, o value) value { return object.Bool(fileOf(o).closefd) }, Doc: "True if the file descriptor will be closed by close()."},
			{Name: "mode", Get: func(c *ctx, o value) value { return object.NewStr(fileOf(o).mode()) }, Doc: "String giving the file mode"},
			{Name: "_blksize", Get: func(c *ctx, o value) value { return object.Int(int64(fileOf(o).block)) }},
			{Name: "_finalizing", Get: func(c *ctx, o value) value { return object.False }},
		}}
}

func (f *fileIO) isatty(c *ctx) bool {
	a := query(c, world.IsTerminal(f.fd))
	return a.OK() && a.N == 1
}

// fileShut closes the descriptor behind an instance of a subclass.
var fileShut = object.Def{Sig: "shut(file, /)", Fn: func(c *ctx, a []value) value {
	if !fileOf(a[0]).close(c) {
		return object.Nil
	}
	return object.None
}}

func noPickle(c *ctx, a []value) value {
	return c.Raise(object.TypeError, "cannot pickle '%s' instances", "_io."+object.TypeOf(a[0]).Said())
}

func itoa(n int) string { return string(appendInt(nil, n)) }

func appendInt(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	if n >= 10 {
		b = appendInt(b, n/10)
	}
	return append(b, byte('0'+n%10))
}

// seekArgs are the arguments of seek; the whence is not checked.
func seekArgs(c *ctx, pos, whence value) (int64, int, bool) {
	n, ok := c.Long(pos)
	if !ok {
		return 0, 0, false
	}
	if whence.IsNil() {
		return n, 0, true
	}
	w, ok := c.IndexInt(whence, false)
	return n, w, ok
}

// A FileIO is what a text stream stands on when it is not buffered.

func (f *fileIO) isClosed() bool { return f.fd < 0 }

func (f *fileIO) read1(c *ctx, n int) (data string, again, ok bool) { return f.read(c, n) }

func (f *fileIO) readRest(c *ctx) (string, bool) {
	data, _, ok := f.readAll(c)
	return data, ok
}

func (f *fileIO) putBytes(c *ctx, data []byte) bool {
	for len(data) > 0 {
		n, again, ok := f.write(c, data)
		if !ok || again {
			return ok && wouldBlock(c, 0)
		}
		data = data[n:]
	}
	return true
}

func (f *fileIO) sync(c *ctx) bool { return true }

func (f *fileIO) seekTo(c *ctx, pos int64, whence int) (int64, bool) { return f.seek(c, pos, whence) }

func (f *fileIO) place(c *ctx) (int64, bool) { return f.seek(c, 0, 1) }

func (f *fileIO) shut(c *ctx) bool { return f.close(c) }
