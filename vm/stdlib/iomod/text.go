package iomod

import (
	"strings"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// textIO is a TextIOWrapper.
type textIO struct {
	ok, detached      bool
	buffer            value
	encoding, errors  string
	enc               wtf8.Encoding
	native            bool // the codec and the error handler are built in
	lineBuffering     bool
	writeThrough      bool
	universal         bool // lines end at \n, \r and \r\n
	translate         bool // and all of them become \n
	readNL, writeNL   string
	decodes, encodes  bool
	seekable, telling bool
	chunk             int
	decoded           string // text read ahead; what lies behind used the program has not had yet
	used              int
	rest              string // bytes that are not a whole character yet
	heldCR            bool
	hasSnap, snapCR   bool   // how the decoder stood before it read snapInput
	snapInput         string // the bytes behind decoded
	pending           []byte // encoded text that the buffer has not got yet
	seen              int8
	started           bool  // something was read
	decoder, encoder  value // of hosted code, or None
	snapshot          value // of hosted code
	hdr               *object.Hdr
}

// Walk implements object.Impl.
func (t *textIO) Walk(w *object.Walker) {
	for _, b := range [...]*bool{&t.ok, &t.detached, &t.native, &t.lineBuffering, &t.writeThrough, &t.universal, &t.translate, &t.decodes,
		&t.encodes, &t.seekable, &t.telling, &t.heldCR, &t.hasSnap, &t.snapCR, &t.started} {
		w.Bool(b)
	}
	for _, s := range [...]*string{&t.encoding, &t.errors, &t.readNL, &t.writeNL, &t.decoded, &t.rest, &t.snapInput} {
		w.String(s)
	}
	object.Word(w, &t.enc)
	object.Word(w, &t.chunk)
	object.Word(w, &t.used)
	object.Word(w, &t.seen)
	w.Bytes(&t.pending)
	w.Value(&t.buffer)
	w.Value(&t.decoder)
	w.Value(&t.encoder)
	w.Value(&t.snapshot)
}

func textOf(v value) *textIO {
	t, _ := object.As[*textIO](v)
	return t
}

func newText(c *ctx, cls *object.Type) (value, *textIO) {
	t := &textIO{buffer: object.None, decoder: object.None, encoder: object.None, snapshot: object.None}
	v := c.NewObj(cls, t)
	t.hdr = v.Hdr()
	return v, t
}

// setCodec sets encoding and errors; the encoding exists.
func (t *textIO) setCodec(encoding, errors string) {
	t.encoding, t.errors = encoding, errors
	e, ok := wtf8.LookupEncoding(encoding)
	t.enc = e
	t.native = ok && (e == wtf8.UTF8 || e == wtf8.ASCII || e == wtf8.Latin1) && wtf8.HasHandler(errors)
}

// setNewline sets what newline=v means; v was checked.
func (t *textIO) setNewline(v value) {
	t.universal, t.translate, t.readNL, t.writeNL = false, false, "", ""
	if none(v) {
		t.universal, t.translate = true, true
		return
	}
	switch s := v.AsStr().String(); s {
	case "":
		t.universal = true
	default:
		t.readNL = s
		if s != "\n" {
			t.writeNL = s
		}
	}
}

// below is the buffer under a text stream whose every layer is native.
type below interface {
	isClosed() bool
	read1(c *ctx, n int) (data string, again, ok bool)
	readRest(c *ctx) (string, bool)
	putBytes(c *ctx, data []byte) bool
	sync(c *ctx) bool
	seekTo(c *ctx, pos int64, whence int) (int64, bool)
	place(c *ctx) (int64, bool)
	shut(c *ctx) bool
}

func (b *buffered) isClosed() bool { return b.file().fd < 0 }
func (b *buffered) readRest(c *ctx) (string, bool) {
	s, _, ok := b.take(c, -1)
	return s, ok
}
func (b *buffered) putBytes(c *ctx, data []byte) bool { return b.put(c, data) }
func (b *buffered) sync(c *ctx) bool {
	if b.kind == kindRandom && b.file().seekable(c) && !b.rewind(c) {
		return false
	}
	return b.flushFile(c)
}

func (b *bytesIO) isClosed() bool { return b.closed }
func (b *bytesIO) read1(c *ctx, n int) (string, bool, bool) {
	return b.take(c, n), false, true
}
func (b *bytesIO) readRest(c *ctx) (string, bool)    { return b.take(c, -1), true }
func (b *bytesIO) putBytes(c *ctx, data []byte) bool { return b.write(c, string(data)) }
func (b *bytesIO) sync(c *ctx) bool                  { return true }
func (b *bytesIO) seekTo(c *ctx, pos int64, whence int) (int64, bool) {
	return b.seek(c, pos, whence)
}
func (b *bytesIO) place(c *ctx) (int64, bool) { return int64(b.pos), true }
func (b *bytesIO) shut(c *ctx) bool {
	if !b.resizable(c) {
		return false
	}
	c.Touch(b.hdr)
	b.closed, b.buf = true, nil
	return true
}

// below returns the native buffer, or nil.
func (t *textIO) below() below {
	if t.buffer.Kind() != object.KObj || t.buffer.AsObj().Cls.Flags&object.HeapType != 0 {
		return nil
	}
	switch b := t.buffer.AsObj().Impl.(type) {
	case *bytesIO:
		return b
	case *buffered:
		if b.ok && b.file() != nil {
			return b
		}
	case *fileIO:
		return b
	}
	return nil
}

// fast tells that no Python code has a say.
func (t *textIO) fast(c *ctx) bool { return t.native && t.below() != nil }

// usable raises if the stream was not initialized or has been detached.
func (t *textIO) usable(c *ctx) bool {
	switch {
	case t.detached:
		c.Raise(object.ValueError, "underlying buffer has been detached")
	case !t.ok:
		c.Raise(object.ValueError, "I/O operation on uninitialized object")
	}
	return t.ok && !t.detached
}

// ready implements lines.
func (t *textIO) ready(c *ctx) bool {
	if !t.usable(c) {
		return false
	}
	if b := t.below(); b != nil && b.isClosed() {
		closedFile(c)
		return false
	}
	return true
}

// ---- writing

// put writes text; the stream is fast and open for writing.
func (t *textIO) put(c *ctx, s *object.Str) bool {
	text := s.String()
	flush := t.lineBuffering && strings.ContainsAny(text, "\n\r")
	if t.writeNL != "" && strings.IndexByte(text, '\n') >= 0 {
		s = object.NewStr(strings.ReplaceAll(text, "\n", t.writeNL)).AsStr()
		text = s.String()
	}
	if !s.IsASCII() && !(t.enc == wtf8.UTF8 && !wtf8.HasSurrogate(text)) {
		b := c.EncodeWith(t.enc, s, t.errors)
		if b.IsNil() {
			return false
		}
		text = b.AsBytes().S
	}
	c.Touch(t.hdr)
	if len(t.pending)+len(text) > t.chunk && len(t.pending) > 0 && !t.writePending(c) {
		return false
	}
	if len(t.pending) == 0 && len(text) > 0 {
		stateOf(c).noteUnsaved(c, object.Ref(t.hdr))
	}
	t.pending = append(t.pending, text...)
	if (len(t.pending) >= t.chunk || flush || t.writeThrough) && !t.writePending(c) {
		return false
	}
	if flush && !t.below().sync(c) {
		return false
	}
	t.forget()
	t.seen = 0
	return true
}

// forget drops what was read ahead.
func (t *textIO) forget() {
	t.decoded, t.used, t.rest, t.heldCR, t.hasSnap, t.snapInput, t.started = "", 0, "", false, false, "", false
}

// writePending hands the encoded text to the buffer.
func (t *textIO) writePending(c *ctx) bool {
	if len(t.pending) == 0 {
		return true
	}
	c.Touch(t.hdr)
	data := t.pending
	t.pending = nil
	stateOf(c).noteSaved(c, t.hdr)
	if !t.below().putBytes(c, data) {
		return false
	}
	t.pending = data[:0]
	return true
}

// PrintText implements object.TextSink: the whole of print to a stream that no Python code has a say in.
func (t *textIO) PrintText(c *ctx, self, text value) (done, native bool) {
	if !t.ok || t.detached || !t.encodes || !t.fast(c) || t.below().isClosed() {
		return false, false
	}
	return t.put(c, text.AsStr()), true
}

func (t *textIO) flush(c *ctx) bool {
	if t.telling != t.seekable {
		c.Touch(t.hdr)
		t.telling = t.seekable
	}
	return t.writePending(c) && t.below().sync(c)
}

// ---- reading

// await lets other threads run until there is something to read, if nothing has been read ahead.
func (t *textIO) await(c *ctx) bool {
	if t.ahead() != "" {
		return true
	}
	switch b := t.below().(type) {
	case *buffered:
		return b.await(c)
	case *fileIO:
		return b.await(c)
	}
	return true
}

// decode turns the next bytes into text.
func (t *textIO) decode(c *ctx, data string, final bool) (string, bool) {
	input := data
	if t.rest != "" {
		input = t.rest + data
	}
	v := c.DecodeWith(t.enc, input, t.errors, final)
	if v.IsNil() {
		return "", false
	}
	items := v.AsTuple().Items
	c.Touch(t.hdr)
	n, _ := items[1].AsInt()
	t.rest = input[n:]
	text := items[0].AsStr().String()
	if t.universal {
		text, t.heldCR = translateNewlines(text, t.translate, t.heldCR, final, &t.seen)
	}
	return text, true
}

// more reads a chunk ahead; eof: there was none.
func (t *textIO) more(c *ctx) (eof, ok bool) {
	rest, cr := t.rest, t.heldCR
	data, again, ok := t.below().read1(c, t.chunk)
	if !ok {
		return false, false
	}
	if again {
		c.Raise(object.TypeError, "underlying read1() should have returned a bytes-like object, not 'NoneType'")
		return false, false
	}
	c.Touch(t.hdr)
	t.started = true
	text, ok := t.decode(c, data, data == "")
	if !ok {
		return false, false
	}
	t.decoded, t.used = text, 0
	if data != "" && t.telling {
		t.hasSnap, t.snapCR, t.snapInput = true, cr, rest+data
	}
	return data == "" && text == "", true
}

// giveBack makes what a reader took already ahead again, as the reader was suspended.
func (t *textIO) giveBack(c *ctx, taken []byte) {
	if c.Suspended() {
		c.Touch(t.hdr)
		t.decoded, t.used = string(taken), 0
	}
}

func (t *textIO) ahead() string { return t.decoded[t.used:] }

func (t *textIO) use(c *ctx, n int) {
	c.Touch(t.hdr)
	t.used += n
}

// take reads n characters, or all for a negative number.
func (t *textIO) take(c *ctx, n int) (string, bool) {
	if !t.writePending(c) {
		return "", false
	}
	if n < 0 {
		data, ok := t.below().readRest(c)
		if !ok {
			return "", false
		}
		text, ok := t.decode(c, data, true)
		if !ok {
			return "", false
		}
		out := t.ahead() + text
		t.decoded, t.used, t.hasSnap, t.snapInput, t.started = "", 0, false, "", false
		return out, true
	}
	var out []byte
	for n > 0 {
		have := t.ahead()
		if have == "" {
			eof, ok := t.more(c)
			if !ok {
				t.giveBack(c, out)
				return "", false
			}
			if eof {
				break
			}
			continue
		}
		bytes := len(have)
		if n < len(have) {
			bytes = 0
			for left := n; left > 0 && bytes < len(have); left-- {
				bytes++
				for bytes < len(have) && have[bytes]&0xc0 == 0x80 {
					bytes++
				}
			}
		}
		part := have[:bytes]
		t.use(c, bytes)
		if out == nil && bytes < len(have) {
			return part, true
		}
		out = append(out, part...)
		n -= wtf8.Count(part)
	}
	return string(out), true
}

func (t *textIO) line(c *ctx, limit int) (string, bool) {
	if !t.writePending(c) {
		return "", false
	}
	var out []byte
	for {
		have := t.ahead()
		search, back := have, 0
		if k := len(t.readNL); k > 1 && len(out) > 0 { // the newline may lie across two chunks
			back = min(k-1, len(out))
			search = string(out[len(out)-back:]) + have
		}
		end := lineEnd(search, t.universal && !t.translate, t.readNL) - back
		found := end+back >= 0 && end >= 0
		if found {
			have = have[:end]
		}
		if limit >= 0 {
			if room := limit - wtf8.Count(viewString(out)); room < len(have) {
				if k := wtf8.Count(have); k > room {
					have = have[:wtf8.Offset(have, room)]
					found = true
				} else if k == room {
					found = true
				}
			} else if room == len(have) && wtf8.Count(have) == room {
				found = true
			}
		}
		if len(have) > 0 {
			t.use(c, len(have))
		}
		if found {
			if out == nil {
				return have, true
			}
			return string(append(out, have...)), true
		}
		out = append(out, have...)
		eof, ok := t.more(c)
		if !ok {
			t.giveBack(c, out)
			return "", false
		}
		if eof {
			c.Touch(t.hdr)
			t.hasSnap, t.snapInput = false, ""
			return string(out), true
		}
	}
}

// nextLine implements lines.
func (t *textIO) nextLine(c *ctx) value {
	if t.telling {
		c.Touch(t.hdr)
		t.telling = false
	}
	s, ok := t.line(c, -1)
	if !ok {
		return object.Nil
	}
	if s == "" {
		c.Touch(t.hdr)
		t.telling, t.hasSnap = t.seekable, false
		return object.Nil
	}
	return object.NewStr(s)
}

// Next implements object.Iterator.
func (t *textIO) Next(c *ctx, self value) value {
	if t.decodes && t.ok && t.fast(c) {
		if !t.ready(c) || !t.await(c) {
			return object.Nil
		}
		return t.nextLine(c)
	}
	if !t.usable(c) {
		return object.Nil
	}
	v := c.CallHosted("textio_next", self)
	if v.IsNil() || v.IsNone() {
		return object.Nil
	}
	return v
}
