package iomod

import (
	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// view shows hosted code the state of a stream.
type view struct{ of value }

// Walk implements object.Impl.
func (v *view) Walk(w *object.Walker) { w.Value(&v.of) }

// Natives are functions that only hosted code sees.
func Natives(c *ctx) map[string]value {
	return map[string]value{
		"_io_state": c.Func("", &object.Def{Sig: "_io_state(stream, /)", Fn: func(c *ctx, a []value) value {
			return c.NewObj(stateOf(c).view, &view{a[0]})
		}}),
		"_io_settle": c.Func("", &object.Def{Sig: "_io_settle()", Fn: func(c *ctx, a []value) value {
			Settle(c, "")
			return object.None
		}}),
	}
}

func viewSpec() object.Spec {
	onBuffer := func(name string, get func(b *buffered) value, set func(b *buffered, v value)) object.Get {
		return object.Get{Name: name,
			Get: func(c *ctx, o value) value {
				v, _ := object.As[*view](o)
				return get(bufferedOf(v.of))
			},
			Set: func(c *ctx, o, x value) bool {
				v, _ := object.As[*view](o)
				c.Touch(v.of.Hdr())
				set(bufferedOf(v.of), x)
				return true
			}}
	}
	onText := func(name string, get func(t *textIO) value, set func(t *textIO, v value)) object.Get {
		return object.Get{Name: name,
			Get: func(c *ctx, o value) value {
				v, _ := object.As[*view](o)
				return get(textOf(v.of))
			},
			Set: func(c *ctx, o, x value) bool {
				v, _ := object.As[*view](o)
				c.Touch(v.of.Hdr())
				set(textOf(v.of), x)
				return true
			}}
	}
	integer := func(v value) int {
		n, _ := v.AsInt()
		return int(n)
	}
	newline := func(s string) value { return object.NewStr(s) }
	return object.Spec{Name: "_StreamState", Module: "_io", Flags: object.Disallow | object.Final, Gets: []object.Get{
		onBuffer("raw", func(b *buffered) value { return b.raw }, func(b *buffered, v value) { b.raw = v }),
		onBuffer("size", func(b *buffered) value { return object.Int(int64(b.size)) }, func(b *buffered, v value) { b.size = integer(v) }),
		onBuffer("rbuf", func(b *buffered) value { return object.NewBytes(b.rbuf) }, func(b *buffered, v value) { b.rbuf = v.AsBytes().S }),
		onBuffer("rpos", func(b *buffered) value { return object.Int(int64(b.rpos)) }, func(b *buffered, v value) { b.rpos = integer(v) }),
		onBuffer("wbuf", func(b *buffered) value { return object.NewBytes(string(b.wbuf)) }, func(b *buffered, v value) { b.wbuf = []byte(v.AsBytes().S) }),
		onBuffer("reads", func(b *buffered) value { return object.Bool(b.kind != kindWriter) }, func(b *buffered, v value) {}),
		{Name: "file_closed", Get: func(c *ctx, o value) value {
			v, _ := object.As[*view](o)
			p, ok := object.As[*plain](v.of)
			return object.Bool(ok && p.closed)
		}, Set: func(c *ctx, o, x value) bool {
			v, _ := object.As[*view](o)
			if p, ok := object.As[*plain](v.of); ok {
				c.Touch(v.of.Hdr())
				p.closed = x.IsTrue()
			}
			return true
		}},

		onText("buffer", func(t *textIO) value { return t.buffer }, func(t *textIO, v value) { t.buffer = v }),
		onText("encoding", func(t *textIO) value { return object.NewStr(t.encoding) }, func(t *textIO, v value) {}),
		onText("errors", func(t *textIO) value { return object.NewStr(t.errors) }, func(t *textIO, v value) {}),
		onText("decoder", func(t *textIO) value { return t.decoder }, func(t *textIO, v value) { t.decoder = v }),
		onText("encoder", func(t *textIO) value { return t.encoder }, func(t *textIO, v value) { t.encoder = v }),
		onText("decodes", func(t *textIO) value { return object.Bool(t.decodes) }, func(t *textIO, v value) {}),
		onText("encodes", func(t *textIO) value { return object.Bool(t.encodes) }, func(t *textIO, v value) {}),
		onText("universal", func(t *textIO) value { return object.Bool(t.universal) }, func(t *textIO, v value) {}),
		onText("translate", func(t *textIO) value { return object.Bool(t.translate) }, func(t *textIO, v value) {}),
		onText("read_nl", func(t *textIO) value { return newline(t.readNL) }, func(t *textIO, v value) {}),
		onText("write_nl", func(t *textIO) value { return newline(t.writeNL) }, func(t *textIO, v value) {}),
		onText("line_buffering", func(t *textIO) value { return object.Bool(t.lineBuffering) }, func(t *textIO, v value) {}),
		onText("write_through", func(t *textIO) value { return object.Bool(t.writeThrough) }, func(t *textIO, v value) {}),
		onText("chunk", func(t *textIO) value { return object.Int(int64(t.chunk)) }, func(t *textIO, v value) {}),
		onText("seekable", func(t *textIO) value { return object.Bool(t.seekable) }, func(t *textIO, v value) {}),
		onText("telling", func(t *textIO) value { return object.Bool(t.telling) }, func(t *textIO, v value) { t.telling = v.IsTrue() }),
		onText("started", func(t *textIO) value { return object.Bool(t.started) }, func(t *textIO, v value) { t.started = v.IsTrue() }),
		onText("snapshot", func(t *textIO) value { return t.snapshot }, func(t *textIO, v value) { t.snapshot = v }),
		onText("decoded", func(t *textIO) value { return object.NewStr(t.decoded) }, func(t *textIO, v value) { t.decoded, t.used = v.AsStr().String(), 0 }),
		onText("used", func(t *textIO) value { return object.Int(int64(wtf8.Count(t.decoded[:t.used]))) }, func(t *textIO, v value) { t.used = wtf8.Offset(t.decoded, integer(v)) }),
		onText("pending", func(t *textIO) value { return object.NewBytes(string(t.pending)) }, func(t *textIO, v value) { t.pending = []byte(v.AsBytes().S) }),
	}}
}
