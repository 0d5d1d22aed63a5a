package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
)

// deflater compresses. What was not compressed yet and the last 32 KiB are all it keeps, so that a copy goes on alone:
// every piece is compressed by a writer of its own that knows what came before.
type deflater struct {
	form    format
	level   int
	pending []byte
	window  []byte
	sum     uint32
	size    uint32
	begun   bool
	dict    []byte
	done    bool
}

// pieceSize is how much is gathered before it is compressed.
const pieceSize = 1 << 20

func newDeflater(f format, level int, dict string) *deflater {
	d := &deflater{form: f, level: level, dict: []byte(dict), window: tail([]byte(dict))}
	if f == formatZlib {
		d.sum = 1
	}
	return d
}

func tail(p []byte) []byte {
	if n := len(p) - windowSize; n > 0 {
		p = p[n:]
	}
	return append([]byte(nil), p...)
}

func (d *deflater) clone() *deflater {
	c := *d
	c.pending = append([]byte(nil), d.pending...)
	return &c
}

// head is what comes before the data.
func (d *deflater) head() []byte {
	if d.begun {
		return nil
	}
	d.begun = true
	switch d.form {
	case formatZlib:
		h := []byte{0x78, 0}
		switch {
		case d.level >= 0 && d.level < 2:
		case d.level >= 2 && d.level < 6:
			h[1] = 1 << 6
		case d.level < 0 || d.level == 6:
			h[1] = 2 << 6
		default:
			h[1] = 3 << 6
		}
		if len(d.dict) > 0 {
			h[1] |= 0x20
		}
		if r := (int(h[0])<<8 | int(h[1])) % 31; r != 0 {
			h[1] += byte(31 - r)
		}
		if len(d.dict) > 0 {
			h = binary.BigEndian.AppendUint32(h, adler32.Checksum(d.dict))
		}
		return h
	case formatGzip:
		x := byte(0)
		switch d.level {
		case 9:
			x = 2
		case 1:
			x = 4
		}
		return []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, x, 3}
	}
	return nil
}

// write takes data and returns what is compressed of it already.
func (d *deflater) write(data string) []byte {
	out := d.head()
	d.pending = append(d.pending, data...)
	if len(d.pending) >= pieceSize {
		out = append(out, d.piece(false)...)
	}
	return out
}

func (d *deflater) piece(last bool) []byte {
	var buf bytes.Buffer
	w, err := flate.NewWriterDict(&buf, d.level, d.window)
	if err != nil { // levels are checked before
		return nil
	}
	_, _ = w.Write(d.pending)
	if last {
		w.Close()
	} else {
		w.Flush()
	}
	switch d.form {
	case formatZlib:
		d.sum = adlerUpdate(d.sum, d.pending)
	case formatGzip:
		d.sum = crc32.Update(d.sum, crc32.IEEETable, d.pending)
	}
	d.size += uint32(len(d.pending))
	d.window = tail(append(d.window, d.pending...))
	d.pending = nil
	return buf.Bytes()
}

// flush compresses all there is, up to a byte's end; forget: what follows does not refer to it.
func (d *deflater) flush(forget bool) []byte {
	out := append(d.head(), d.piece(false)...)
	if forget {
		d.window = nil
	}
	return out
}

// finish ends the stream.
func (d *deflater) finish() []byte {
	out := append(d.head(), d.piece(true)...)
	switch d.form {
	case formatZlib:
		out = binary.BigEndian.AppendUint32(out, d.sum)
	case formatGzip:
		out = binary.LittleEndian.AppendUint32(out, d.sum)
		out = binary.LittleEndian.AppendUint32(out, d.size)
	}
	d.done = true
	return out
}
