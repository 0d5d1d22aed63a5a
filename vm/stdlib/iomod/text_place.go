package iomod

import (
	"math/big"
	"strings"

	"slp/vm/internal/wtf8"
	"slp/vm/object"
)

// A cookie is what tell of a text stream returns: where the decoder was last in a known state, and how to get from
// there to the place: how many bytes to feed it and how many characters to skip.
type cookie struct {
	start, flags, feed, skip int64
	eof                      bool
}

// The parts of a cookie and their widths in bits, from the lowest.
var cookieBits = [...]uint{64, 32, 32, 32, 8}

func (k cookie) value() value {
	if k.flags == 0 && k.feed == 0 && k.skip == 0 && !k.eof {
		return object.Int(k.start)
	}
	parts := [...]int64{k.start, k.flags, k.feed, k.skip, 0}
	if k.eof {
		parts[4] = 1
	}
	n := new(big.Int)
	for i := len(parts) - 1; i >= 0; i-- {
		n.Lsh(n, cookieBits[i])
		n.Or(n, new(big.Int).SetUint64(uint64(parts[i])))
	}
	return object.NewBig(n)
}

func parseCookie(v value) cookie {
	n := new(big.Int).Set(v.AsBigInt())
	var parts [len(cookieBits)]int64
	for i, bits := range cookieBits {
		mask := new(big.Int).Lsh(big.NewInt(1), bits)
		mask.Sub(mask, big.NewInt(1))
		parts[i] = int64(new(big.Int).And(n, mask).Uint64())
		n.Rsh(n, bits)
	}
	return cookie{start: parts[0], flags: parts[1], feed: parts[2], skip: parts[3], eof: parts[4] != 0}
}

// tell is tell of a fast stream.
func (t *textIO) tell(c *ctx) value {
	switch {
	case !t.seekable:
		return unsupported(c, "underlying stream is not seekable")
	case !t.telling:
		return c.Raise(object.OSError, "telling position disabled by next() call")
	}
	if !t.flushForTell(c) {
		return object.Nil
	}
	pos, ok := t.below().place(c)
	switch {
	case !ok:
		return object.Nil
	case !t.decodes || !t.hasSnap:
		return object.Int(pos)
	}
	k := cookie{start: pos - int64(len(t.snapInput))}
	if t.snapCR {
		k.flags = 1
	}
	if t.used == 0 {
		return k.value()
	}
	prefix := t.decoded[:t.used]
	if !t.snapCR && t.enc != wtf8.Latin1 && strings.IndexByte(prefix, '\r') < 0 && strings.HasPrefix(t.snapInput, prefix) {
		k.start += int64(t.used)
		return k.value()
	}
	// Feed a decoder byte by byte until it has given the characters.
	d := &textIO{enc: t.enc, errors: t.errors, universal: t.universal, translate: t.translate, heldCR: t.snapCR, hdr: &object.Hdr{Epoch: c.Epoch}}
	skip, got := int64(wtf8.Count(prefix)), int64(0)
	for i := range len(t.snapInput) {
		text, ok := d.decode(c, t.snapInput[i:i+1], false)
		if !ok {
			return object.Nil
		}
		k.feed++
		got += int64(wtf8.Count(text))
		if d.rest == "" && got <= skip {
			k.start += k.feed
			skip -= got
			k.feed, got, k.flags = 0, 0, 0
			if d.heldCR {
				k.flags = 1
			}
		}
		if got >= skip {
			k.skip = skip
			if skip == 0 {
				k.feed = 0
			}
			return k.value()
		}
	}
	k.skip, k.eof = skip, true
	return k.value()
}

// flushForTell writes what is pending without disturbing what was read ahead.
func (t *textIO) flushForTell(c *ctx) bool {
	if !t.writePending(c) {
		return false
	}
	if b, ok := t.below().(*buffered); ok && len(b.wbuf) > 0 {
		return b.flushFile(c)
	}
	return true
}

// seekText is seek of a fast stream.
func (t *textIO) seekText(c *ctx, target value, whence int) value {
	if !t.seekable {
		return unsupported(c, "underlying stream is not seekable")
	}
	zero := false
	if n, ok := target.AsInt(); ok && n == 0 {
		zero = true
	}
	switch whence {
	case 0:
	case 1:
		if !zero {
			return unsupported(c, "can't do nonzero cur-relative seeks")
		}
		if !t.flush(c) {
			return object.Nil
		}
		if target = t.tell(c); target.IsNil() {
			return target
		}
	case 2:
		if !zero {
			return unsupported(c, "can't do nonzero end-relative seeks")
		}
		if !t.flush(c) {
			return object.Nil
		}
		c.Touch(t.hdr)
		t.forget()
		t.seen = 0
		at, ok := t.below().seekTo(c, 0, 2)
		if !ok {
			return object.Nil
		}
		return object.Int(at)
	default:
		return c.Raise(object.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if target.AsBigInt().Sign() < 0 {
		text, _ := c.ReprText(target)
		return c.Raise(object.ValueError, "negative seek position %s", text)
	}
	if !t.flush(c) {
		return object.Nil
	}
	k := parseCookie(target)
	if _, ok := t.below().seekTo(c, k.start, 0); !ok {
		return object.Nil
	}
	c.Touch(t.hdr)
	t.forget()
	if k.start == 0 && k.flags == 0 {
		t.seen = 0
	}
	t.heldCR = k.flags&1 != 0
	t.hasSnap, t.snapCR, t.snapInput = true, t.heldCR, ""
	if k.skip == 0 {
		return target
	}
	data := ""
	for int64(len(data)) < k.feed {
		part, _, ok := t.below().read1(c, int(k.feed)-len(data))
		if !ok {
			return object.Nil
		}
		if part == "" {
			break
		}
		data += part
	}
	t.snapInput = data
	text, ok := t.decode(c, data, k.eof)
	if !ok {
		return object.Nil
	}
	if int64(wtf8.Count(text)) < k.skip {
		return c.Raise(object.OSError, "can't restore logical file position")
	}
	t.decoded, t.used = text, wtf8.Offset(text, int(k.skip))
	return target
}
