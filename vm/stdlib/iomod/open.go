package iomod

import "slp/vm/object"

// open is the function open.
func open(c *ctx, a []value) value {
	mode := "r"
	if !a[1].IsNil() {
		if a[1].AsStr() == nil {
			return c.Raise(object.TypeError, "open() argument 'mode' must be str, not %s", object.TypeOf(a[1]).Said())
		}
		mode = a[1].AsStr().String()
	}
	for i, what := range [...]string{"encoding", "errors", "newline"} {
		if v := a[3+i]; !none(v) && v.AsStr() == nil {
			return c.Raise(object.TypeError, "open() argument '%s' must be str or None, not %s", what, object.TypeOf(v).Said())
		}
	}
	buffering := -1
	if !a[2].IsNil() {
		var ok bool
		if buffering, ok = c.IndexInt(a[2], false); !ok {
			return object.Nil
		}
	}
	closefd, ok := flag(c, a[6], true)
	if !ok {
		return object.Nil
	}
	file := a[0]
	if !file.IsAnyInt() && file.AsStr() == nil && file.AsBytes() == nil {
		if object.TypeOf(file).Dunder(object.DIndex).IsNil() {
			if file = c.CallHosted("fspath", file); file.IsNil() {
				return file
			}
		} else if file = c.Index(file); file.IsNil() {
			return file
		}
	}
	var creating, reading, writing, appending, updating, text, binary bool
	for i := range len(mode) {
		var p *bool
		switch mode[i] {
		case 'x':
			p = &creating
		case 'r':
			p = &reading
		case 'w':
			p = &writing
		case 'a':
			p = &appending
		case '+':
			p = &updating
		case 't':
			p = &text
		case 'b':
			p = &binary
		}
		if p == nil || *p {
			return c.Raise(object.ValueError, "invalid mode: '%s'", mode)
		}
		*p = true
	}
	kinds := 0
	raw := ""
	for _, k := range [...]struct {
		on   bool
		name string
	}{{creating, "x"}, {reading, "r"}, {writing, "w"}, {appending, "a"}} {
		if k.on {
			kinds++
			raw += k.name
		}
	}
	if updating {
		raw += "+"
	}
	switch {
	case text && binary:
		return c.Raise(object.ValueError, "can't have text and binary mode at once")
	case kinds > 1:
		return c.Raise(object.ValueError, "must have exactly one of create/read/write/append mode")
	case binary && !none(a[3]):
		return c.Raise(object.ValueError, "binary mode doesn't take an encoding argument")
	case binary && !none(a[4]):
		return c.Raise(object.ValueError, "binary mode doesn't take an errors argument")
	case binary && !none(a[5]):
		return c.Raise(object.ValueError, "binary mode doesn't take a newline argument")
	case kinds != 1:
		return c.Raise(object.ValueError, "%s", badMode)
	}
	if binary && buffering == 1 {
		w := c.CallHosted("io_warn", object.RuntimeWarning.V(), object.NewStr("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"))
		if w.IsNil() {
			return w
		}
	}
	// The file is opened once; what may still fail comes after, and closes it.
	st := stateOf(c)
	rawV := c.Once(func() value {
		v, _ := newFile(c, st.file)
		return v
	})
	f := fileOf(rawV)
	if !openFile(c, rawV, f, file, raw, closefd, a[7]) {
		return object.Nil
	}
	fail := func(v value) value {
		if c.Raised() {
			exc := c.TakeExc()
			f.close(c)
			return c.RaiseExc(exc.AsExc())
		}
		return v
	}
	line := buffering == 1
	size := buffering
	if buffering < 0 || line {
		if !line || binary {
			line = false
			if !binary && f.block != 0 && f.isTerminal(c) {
				line = true
			}
		}
		size = max(min(f.block, maxBuffer), defaultBuffer)
	}
	switch {
	case buffering == 0 && !binary:
		return fail(c.Raise(object.ValueError, "can't have unbuffered text I/O"))
	case buffering == 0:
		return rawV
	}
	k, cls := kindWriter, st.writer
	switch {
	case updating:
		k, cls = kindRandom, st.random
		if !f.seekable(c) {
			return fail(unsupported(c, "File or stream is not seekable."))
		}
	case reading:
		k, cls = kindReader, st.reader
	}
	bv, b := newBuffered(c, cls, k)
	b.ok, b.raw, b.size = true, rawV, size
	if binary {
		return bv
	}
	encoding, ok := nameArg(c, a[3], "encoding", localEncoding)
	if !ok {
		return fail(object.Nil)
	}
	if encoding == "locale" {
		encoding = localEncoding
	}
	errors, ok := nameArg(c, a[4], "errors", "strict")
	newline := a[5]
	if newline.IsNil() {
		newline = object.None
	}
	if !ok || !checkTextNewline(c, newline) || !findCodec(c, encoding) {
		return fail(object.Nil)
	}
	tv, t := newText(c, st.text)
	t.ok, t.buffer, t.lineBuffering, t.chunk = true, bv, line, chunkSize
	t.seekable = f.seekable(c)
	t.telling, t.decodes, t.encodes = t.seekable, f.readable, f.writable
	t.setCodec(encoding, errors)
	t.setNewline(newline)
	c.InstanceDict(tv).SetStr(c, "mode", object.NewStr(mode))
	return tv
}

// isTerminal asks whether the file is a terminal; ordinary files are not asked.
func (f *fileIO) isTerminal(c *ctx) bool { return !f.seekable(c) && f.isatty(c) }

// Standard makes the text stream of a standard descriptor, or None if it is closed.
func Standard(c *ctx, fd int, encoding, errors string, unbuffered bool) value {
	c.Start()
	st := stateOf(c)
	rv, f := newFile(c, st.file)
	mode, name, k, cls := "wb", "<stdout>", kindWriter, st.writer
	switch fd {
	case 0:
		mode, name, k, cls = "rb", "<stdin>", kindReader, st.reader
	case 2:
		name = "<stderr>"
	}
	if !openFile(c, rv, f, object.Int(int64(fd)), mode, false, object.Nil) {
		c.TakeExc()
		return object.None
	}
	c.InstanceDict(rv).SetStr(c, "name", object.NewStr(name))
	bv, b := newBuffered(c, cls, k)
	b.ok, b.raw, b.size = true, rv, max(min(f.block, maxBuffer), defaultBuffer)
	if unbuffered && fd != 0 {
		bv = rv
	}
	tv, t := newText(c, st.text)
	t.ok, t.buffer, t.chunk = true, bv, chunkSize
	t.seekable = f.seekable(c)
	t.telling, t.decodes, t.encodes = t.seekable, fd == 0, fd != 0
	t.lineBuffering = fd == 2 || !unbuffered && f.isTerminal(c)
	t.writeThrough = unbuffered
	t.setCodec(encoding, errors)
	t.setNewline(object.None)
	if fd != 0 {
		t.setNewline(object.NewStr("\n"))
	}
	c.InstanceDict(tv).SetStr(c, "mode", object.NewStr(mode[:1]))
	return tv
}
