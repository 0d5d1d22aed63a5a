// Package iomod is the module _io: files, streams in memory and the text layer.
//
// Its nouns are CPython's: a FileIO talks to a descriptor, a Buffered* object keeps bytes between it and the program, a
// TextIOWrapper turns bytes into text. While a stream stands on builtin layers only, all of its work is done here; as
// soon as one layer is a class written in Python, or the codec is, the methods leave their work to hosted code
// (hosted/io.py), which sees the same state through a view.
package iomod

import (
	"slp/vm/object"
	"slp/vm/world"
)

type (
	value = object.Value
	ctx   = object.Ctx
)

// defaultBuffer is DEFAULT_BUFFER_SIZE, chunkSize how many bytes a text stream asks for at once.
const (
	defaultBuffer = 128 << 10
	chunkSize     = 8192
	localEncoding = "UTF-8" // of the locale
	maxBuffer     = 8 << 20
)

// Module is the module _io.
var Module = object.ModuleDef{
	Name: "_io",
	Doc:  "The io module provides the Python interfaces to stream handling. The\nbuiltin open function is defined in this module.",
	Funcs: []object.Def{
		{Sig: "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Fn: open,
			Doc: "Open file and return a stream.  Raise OSError upon failure."},
		{Sig: "open_code(path)", Fn: func(c *ctx, a []value) value {
			if a[0].AsStr() == nil {
				return c.Raise(object.TypeError, "open_code() argument 'path' must be str, not %s", object.TypeOf(a[0]).Said())
			}
			return open(c, []value{a[0], object.NewStr("rb"), object.Nil, object.Nil, object.Nil, object.Nil, object.Nil, object.Nil})
		}, Doc: "Opens the provided file with the intent to import the contents."},
		{Sig: "text_encoding(encoding, stacklevel=2, /)", Fn: func(c *ctx, a []value) value {
			if a[0].IsNone() {
				return object.NewStr("locale")
			}
			return a[0]
		}, Doc: "A helper function to choose the text encoding."},
	},
	Init: func(c *ctx, m *object.Module) bool {
		s := stateOf(c)
		m.Set(c, "DEFAULT_BUFFER_SIZE", object.Int(defaultBuffer))
		m.Set(c, "BlockingIOError", object.BlockingIOError.V())
		m.Set(c, "UnsupportedOperation", s.unsupported.V())
		for _, t := range s.all() {
			m.Set(c, t.Name, t.V())
		}
		return true
	},
}

// state is what a machine's _io needs: its classes and the streams with unwritten bytes.
type state struct {
	ioBase, rawBase, bufferedBase, textBase *object.Type
	file, bytes, bytesView                  *object.Type
	reader, writer, random, pair            *object.Type
	newline, text, str                      *object.Type
	view                                    *object.Type // of hosted code's view of a stream
	unsupported                             *object.Type
	unsaved                                 value // Obj with an *unsaved
}

func stateOf(c *ctx) *state {
	return object.ModuleState(c, "_io", func(c *ctx) *state {
		s := &state{unsupported: c.Host.Hosted("UnsupportedOperation").AsType()}
		s.makeBases(c)
		s.file = c.NewClass(s.fileSpec())
		s.bytes = c.NewClass(s.bytesSpec())
		s.bytesView = c.NewClass(object.Spec{Name: "_BytesIOBuffer", Module: "_io", Flags: object.Disallow})
		s.makeBuffered(c)
		s.newline = c.NewClass(newlineSpec())
		s.text = c.NewClass(s.textSpec())
		s.str = c.NewClass(s.stringSpec())
		s.view = c.NewClass(viewSpec())
		s.unsaved = c.NewObj(s.view, &unsaved{})
		return s
	})
}

func (s *state) all() []*object.Type {
	return []*object.Type{s.ioBase, s.rawBase, s.bufferedBase, s.textBase, s.file, s.bytes, s.bytesView, s.reader, s.writer, s.random,
		s.pair, s.newline, s.text, s.str}
}

// unsaved lists the buffered streams that hold bytes which the program wrote and which have not left yet. A program
// that drops a file without closing it expects the bytes to be there, as they are when references are counted.
type unsaved struct{ list []value }

// Walk implements object.Impl.
func (u *unsaved) Walk(w *object.Walker) { w.Values(&u.list) }

func (s *state) unsavedList() *unsaved {
	u, _ := object.As[*unsaved](s.unsaved)
	return u
}

func (s *state) noteUnsaved(c *ctx, stream value) {
	c.Touch(s.unsaved.Hdr())
	u := s.unsavedList()
	u.list = append(u.list, stream)
}

func (s *state) noteSaved(c *ctx, stream *object.Hdr) {
	u := s.unsavedList()
	for i, x := range u.list {
		if x.Hdr() == stream {
			c.Touch(s.unsaved.Hdr())
			u.list = append(u.list[:i:i], u.list[i+1:]...)
			return
		}
	}
}

// Settle writes out what streams on a file still hold, so that whoever looks at the path sees it; "" means all files.
// Streams that the program still holds keep their bytes, except at the end of the program.
func Settle(c *ctx, path string) {
	if !c.Failed() {
		stateOf(c).Settle(c, path)
	}
}

// Settle is the function Settle, for modules that find this one by its state.
func (s *state) Settle(c *ctx, path string) {
	list := s.unsavedList().list
	if len(list) == 0 {
		return
	}
	for _, x := range append([]value(nil), list...) {
		t := textOf(x)
		b := bufferedOf(x)
		if t != nil {
			if t.detached || !t.fast(c) {
				continue
			}
			if b = bufferedOf(t.buffer); b == nil { // unbuffered: nothing stays behind
				continue
			}
		}
		if b == nil || b.detached || b.file() == nil || b.file().fd < 0 || path != "" && (b.file().path != path || held(c, x)) {
			continue
		}
		if t == nil || t.writePending(c) {
			b.flushFile(c)
		}
		c.TakeExc()
	}
}

// held tells whether the program can still get at a stream, or may be able to.
func held(c *ctx, stream value) bool {
	h, ok := c.Host.(interface{ Reachable(see func(value)) })
	if !ok {
		return true
	}
	found := false
	h.Reachable(func(v value) {
		if v.Hdr() == stream.Hdr() {
			found = true
		}
	})
	return found
}

// ---- helpers

func none(v value) bool { return v.IsNil() || v.IsNone() }

func closedFile(c *ctx) value { return c.Raise(object.ValueError, "I/O operation on closed file.") }

func unsupported(c *ctx, what string) value { return c.Raise(stateOf(c).unsupported, "%s", what) }

// osError raises the OSError of an answer that says no.
func osError(c *ctx, a *world.Answer, name ...value) value {
	return c.RaiseOS(int64(a.Errno), a.Reason(), name...)
}

// query asks the world and asks again when a signal came between.
func query(c *ctx, q world.Question) world.Answer {
	for range 100 {
		a := c.Query(q)
		if a.Errno != world.EINTR {
			return a
		}
	}
	return c.Query(q)
}

// size is an optional size argument: -1 for None.
func size(c *ctx, v value) (int, bool) {
	if none(v) {
		return -1, true
	}
	if !v.IsAnyInt() && object.TypeOf(v).Dunder(object.DIndex).IsNil() {
		c.Raise(object.TypeError, "argument should be integer or None, not '%s'", object.TypeOf(v).Said())
		return 0, false
	}
	return c.IndexInt(v, false)
}

// flag is an optional truth argument.
func flag(c *ctx, v value, def bool) (bool, bool) {
	if v.IsNil() {
		return def, true
	}
	return c.Truth(v)
}

// bytesArg are the bytes of a bytes-like argument.
func bytesArg(c *ctx, v value) (string, bool) {
	if v.AsStr() != nil {
		c.Raise(object.TypeError, "a bytes-like object is required, not 'str'")
		return "", false
	}
	s, ok, like := c.BytesLike(v)
	if !like {
		c.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeOf(v).Said())
		return "", false
	}
	return s, ok
}
