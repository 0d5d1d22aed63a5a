package iomod

import (
	"strings"

	"slp/vm/object"
	"slp/vm/world"
)

// buffered is a BufferedReader, BufferedWriter or BufferedRandom: bytes between the program and a raw stream.
type buffered struct {
	kind     kind
	ok       bool // __init__ has run
	detached bool
	raw      value
	size     int
	rbuf     string // read ahead; what lies behind rpos the program has not had yet
	rpos     int
	wbuf     []byte // written, not yet handed over
	hdr      *object.Hdr
}

// kind tells the buffered classes apart.
type kind uint8

const (
	kindReader kind = iota
	kindWriter
	kindRandom
)

// Walk implements object.Impl.
func (b *buffered) Walk(w *object.Walker) {
	object.Word(w, &b.kind)
	w.Bool(&b.ok)
	w.Bool(&b.detached)
	w.Value(&b.raw)
	object.Word(w, &b.size)
	w.String(&b.rbuf)
	object.Word(w, &b.rpos)
	w.Bytes(&b.wbuf)
}

func bufferedOf(v value) *buffered {
	b, _ := object.As[*buffered](v)
	return b
}

func newBuffered(c *ctx, cls *object.Type, k kind) (value, *buffered) {
	b := &buffered{kind: k, raw: object.None}
	v := c.NewObj(cls, b)
	b.hdr = v.Hdr()
	return v, b
}

// file is the raw stream if it is a FileIO proper: then no Python code has a say.
func (b *buffered) file() *fileIO {
	if b.raw.Kind() != object.KObj || b.raw.AsObj().Cls.Flags&object.HeapType != 0 {
		return nil
	}
	return fileOf(b.raw)
}

// usable raises if the stream was not initialized or has been detached.
func (b *buffered) usable(c *ctx) bool {
	switch {
	case b.detached:
		c.Raise(object.ValueError, "raw stream has been detached")
	case !b.ok:
		c.Raise(object.ValueError, "I/O operation on uninitialized object")
	}
	return b.ok && !b.detached
}

// open is usable for a stream on a file that must not be closed; what: "read of".
func (b *buffered) open(c *ctx, what string) bool {
	if !b.usable(c) {
		return false
	}
	if f := b.file(); f != nil && f.fd < 0 {
		c.Raise(object.ValueError, "%s closed file", what)
		return false
	}
	return true
}

// ready implements lines.
func (b *buffered) ready(c *ctx) bool { return b.open(c, "readline of") }

// ---- native work; the raw stream is a FileIO

// prepare makes a stream that was written to ready to be read.
func (b *buffered) prepare(c *ctx) bool { return len(b.wbuf) == 0 || b.flushFile(c) }

func (b *buffered) ahead() string { return b.rbuf[b.rpos:] }

// await is await of the file, if nothing has been read ahead.
func (b *buffered) await(c *ctx) bool {
	return b.kind == kindWriter || b.ahead() != "" || b.file().await(c)
}

func (b *buffered) setAhead(c *ctx, buf string, pos int) {
	c.Touch(b.hdr)
	b.rbuf, b.rpos = buf, pos
}

// fill reads the next bytes ahead.
func (b *buffered) fill(c *ctx) (again, ok bool) {
	data, again, ok := b.file().read(c, b.size)
	if ok {
		b.setAhead(c, data, 0)
	}
	return again, ok
}

// giveBack makes what a reader took already ahead again, as the reader was suspended.
func (b *buffered) giveBack(c *ctx, taken []byte) {
	if c.Suspended() {
		b.setAhead(c, string(taken), 0)
	}
}

// take reads n bytes, or all for a negative number.
func (b *buffered) take(c *ctx, n int) (data string, again, ok bool) {
	if !b.prepare(c) {
		return "", false, false
	}
	have := b.ahead()
	if n >= 0 && n <= len(have) {
		if n > 0 {
			b.setAhead(c, b.rbuf, b.rpos+n)
		}
		return have[:n], false, true
	}
	if n < 0 {
		rest, again, ok := b.file().readAll(c)
		if !ok {
			return "", false, false
		}
		b.setAhead(c, "", 0)
		if again && have == "" {
			return "", true, true
		}
		if have == "" {
			return rest, false, true
		}
		return have + rest, false, true
	}
	out := []byte(have)
	b.setAhead(c, "", 0)
	for len(out) < n {
		missing := n - len(out)
		if missing >= b.size {
			got, again, ok := b.file().read(c, missing-missing%b.size)
			if !ok {
				b.giveBack(c, out)
				return "", false, false
			}
			if got == "" {
				return string(out), again && len(out) == 0, true
			}
			out = append(out, got...)
			continue
		}
		again, ok := b.fill(c)
		if !ok {
			b.giveBack(c, out)
			return "", false, false
		}
		if b.rbuf == "" {
			return string(out), again && len(out) == 0, true
		}
		k := min(missing, len(b.rbuf))
		out = append(out, b.rbuf[:k]...)
		b.rpos = k
	}
	return string(out), false, true
}

// read1 reads with at most one call of the raw stream.
func (b *buffered) read1(c *ctx, n int) (data string, again, ok bool) {
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return "", false, true
	}
	if !b.prepare(c) {
		return "", false, false
	}
	if have := b.ahead(); have != "" {
		n = min(n, len(have))
		b.setAhead(c, b.rbuf, b.rpos+n)
		return have[:n], false, true
	}
	b.setAhead(c, "", 0)
	return b.file().read(c, n)
}

func (b *buffered) line(c *ctx, limit int) (string, bool) {
	if !b.prepare(c) {
		return "", false
	}
	var out []byte
	for {
		have := b.ahead()
		if limit >= 0 && len(have) > limit-len(out) {
			have = have[:limit-len(out)]
		}
		if i := strings.IndexByte(have, '\n'); i >= 0 {
			have = have[:i+1]
			b.setAhead(c, b.rbuf, b.rpos+len(have))
			if out == nil {
				return have, true
			}
			return string(append(out, have...)), true
		}
		out = append(out, have...)
		if limit >= 0 && len(out) >= limit {
			b.setAhead(c, b.rbuf, b.rpos+len(have))
			return string(out), true
		}
		if _, ok := b.fill(c); !ok {
			b.giveBack(c, out)
			return "", false
		}
		if b.rbuf == "" {
			return string(out), true
		}
	}
}

// nextLine implements lines.
func (b *buffered) nextLine(c *ctx) value {
	s, ok := b.line(c, -1)
	if !ok || s == "" {
		return object.Nil
	}
	return object.NewBytes(s)
}

// Next implements object.Iterator.
func (b *buffered) Next(c *ctx, self value) value {
	if b.kind != kindWriter && b.file() != nil {
		if !b.ready(c) || !b.await(c) {
			return object.Nil
		}
		return b.nextLine(c)
	}
	v := c.CallAttr(self, "readline")
	if v.IsNil() {
		return v
	}
	if n, ok := c.Len(v); !ok || n == 0 {
		return object.Nil
	}
	return v
}

// rewind gives bytes that were read ahead back to the file.
func (b *buffered) rewind(c *ctx) bool {
	if n := len(b.ahead()); n > 0 {
		if _, ok := b.file().seek(c, -int64(n), 1); !ok {
			return false
		}
	}
	if b.rbuf != "" {
		b.setAhead(c, "", 0)
	}
	return true
}

// put writes data.
func (b *buffered) put(c *ctx, data []byte) bool {
	if !b.rewind(c) {
		return false
	}
	if len(data) == 0 {
		return true
	}
	c.Touch(b.hdr)
	if len(b.wbuf)+len(data) <= b.size {
		if len(b.wbuf) == 0 {
			stateOf(c).noteUnsaved(c, object.Ref(b.hdr))
		}
		b.wbuf = append(b.wbuf, data...)
		return true
	}
	if !b.flushFile(c) {
		if c.Raised() && c.Exc().AsExc().Cls == object.BlockingIOError && len(b.wbuf)+len(data) <= b.size {
			c.TakeExc()
			c.Touch(b.hdr)
			b.wbuf = append(b.wbuf, data...)
			return true
		}
		return false
	}
	written := 0
	for len(data)-written > b.size {
		n, again, ok := b.file().write(c, data[written:])
		if !ok {
			return false
		}
		if again {
			if len(data)-written > b.size {
				c.Touch(b.hdr)
				b.wbuf = append(b.wbuf, data[written:written+b.size]...)
				stateOf(c).noteUnsaved(c, object.Ref(b.hdr))
				return wouldBlock(c, written+b.size)
			}
			break
		}
		written += n
	}
	if written < len(data) {
		stateOf(c).noteUnsaved(c, object.Ref(b.hdr))
		c.Touch(b.hdr)
		b.wbuf = append(b.wbuf, data[written:]...)
	}
	return true
}

func wouldBlock(c *ctx, written int) bool {
	c.RaiseArgs(object.BlockingIOError, object.Int(int64(world.EAGAIN)), object.NewStr("write could not complete without blocking"), object.Int(int64(written)))
	return false
}

// offer is put for a file that may be a pipe: while that takes nothing other threads run. false: it raised or was suspended.
func (b *buffered) offer(c *ctx, data []byte) bool {
	shared := c.Once(func() value {
		if b.file().seekable(c) || !many(c) {
			return object.False
		}
		c.Touch(b.hdr)
		if len(b.wbuf) == 0 {
			stateOf(c).noteUnsaved(c, object.Ref(b.hdr))
		}
		b.wbuf = append(b.wbuf[:len(b.wbuf):len(b.wbuf)], data...)
		return object.True
	})
	if !shared.IsTrue() {
		return b.put(c, data)
	}
	if len(b.wbuf) <= b.size {
		return true
	}
	return b.drain(c)
}

// drain is flushFile that lets other threads run while the file takes nothing.
func (b *buffered) drain(c *ctx) bool {
	if !many(c) || b.file().seekable(c) {
		return b.flushFile(c)
	}
	for len(b.wbuf) > 0 {
		a := c.Query(world.WriteNow(b.file().fd, b.wbuf))
		switch {
		case a.OK():
			c.Touch(b.hdr)
			b.wbuf = append([]byte(nil), b.wbuf[a.N:]...)
		case a.Errno == world.EINTR:
			if c.CallHosted("signals_settle").IsNil() {
				return false
			}
		case a.Errno == world.EAGAIN && a.M == 1:
			if !b.file().awaitRoom(c) {
				return false
			}
		case a.Errno == world.EAGAIN:
			return wouldBlock(c, 0)
		default:
			osError(c, &a)
			return false
		}
	}
	stateOf(c).noteSaved(c, b.hdr)
	return true
}

// flushFile hands everything written to the file.
func (b *buffered) flushFile(c *ctx) bool {
	if len(b.wbuf) == 0 {
		return true
	}
	c.Touch(b.hdr)
	for done := 0; ; {
		n, again, ok := b.file().write(c, b.wbuf[done:])
		if !ok || again {
			b.wbuf = append([]byte(nil), b.wbuf[done:]...)
			if again {
				return wouldBlock(c, 0)
			}
			return false
		}
		if done += n; done >= len(b.wbuf) {
			break
		}
	}
	b.wbuf = b.wbuf[:0]
	stateOf(c).noteSaved(c, b.hdr)
	return true
}

func (b *buffered) seekTo(c *ctx, pos int64, whence int) (int64, bool) {
	if len(b.wbuf) > 0 && !b.flushFile(c) {
		return 0, false
	}
	if whence == 1 {
		pos -= int64(len(b.ahead()))
	}
	at, ok := b.file().seek(c, pos, whence)
	if ok && b.rbuf != "" {
		b.setAhead(c, "", 0)
	}
	return at, ok
}

func (b *buffered) place(c *ctx) (int64, bool) {
	at, ok := b.file().seek(c, 0, 1)
	return at - int64(len(b.ahead())) + int64(len(b.wbuf)), ok
}

// shut flushes and closes.
func (b *buffered) shut(c *ctx) bool {
	f := b.file()
	if f.fd < 0 {
		return true
	}
	flushed := b.flushFile(c)
	exc := c.TakeExc()
	if !flushed && len(b.wbuf) > 0 {
		c.Touch(b.hdr)
		b.wbuf = nil
		stateOf(c).noteSaved(c, b.hdr)
	}
	if !f.close(c) {
		return false
	}
	if !exc.IsNil() {
		c.RaiseExc(exc.AsExc())
		return false
	}
	return flushed
}
