package world

import (
	"fmt"
	"io"
	"path"
	"strings"
)

// FileWriter writes a recording to a .slprec file while it grows: what was flushed can be read whatever happens then.
type FileWriter struct {
	to   io.Writer
	rec  *Recording
	mask []string
	next uint64 // the first answer that is not written yet
	part int    // the chunk in which it lies
	at   int    // and where
	err  error

	// Drop frees the memory of answers once they are written: the recording can grow on then, but not be replayed.
	Drop bool
}

// NewFileWriter begins a file with what the recording says about itself. The values of environment variables whose names
// match a pattern of mask (as path.Match has them) do not get into the file: a program that uses one goes another way
// when it is replayed, and the replay says so.
func NewFileWriter(to io.Writer, rec *Recording, mask []string) (*FileWriter, error) {
	for _, m := range mask {
		if _, err := path.Match(m, ""); err != nil {
			return nil, fmt.Errorf("mask %q: %w", m, err)
		}
	}
	if _, err := to.Write(append([]byte(magic), formatVersion)); err != nil {
		return nil, fmt.Errorf("save recording: %w", err)
	}
	if err := savePart(to, partHeader, 0, rec.encodeHeader()); err != nil {
		return nil, err
	}
	return &FileWriter{to: to, rec: rec, mask: mask}, nil
}

// Pending is how many bytes of answers are not written yet.
func (f *FileWriter) Pending() int {
	n := -f.at
	for _, c := range f.rec.chunks[min(f.part, len(f.rec.chunks)):] {
		n += len(c.data)
	}
	return n
}

// Flush writes the answers that came since the last time. After an error it writes nothing any more.
func (f *FileWriter) Flush() error {
	for f.err == nil && f.next < f.rec.count {
		c := f.rec.chunks[f.part]
		if n := c.first + uint64(c.count) - f.next; n > 0 {
			f.err = savePart(f.to, partChunk, n, f.masked(c.data[f.at:], int(n)))
			f.next += n
			f.at = len(c.data)
		}
		if f.part+1 < len(f.rec.chunks) {
			if f.Drop {
				c.data = nil
			}
			f.part, f.at = f.part+1, 0
		}
	}
	return f.err
}

// Close writes what is left and the end of the file, which it leaves open.
func (f *FileWriter) Close() error {
	if f.Flush() == nil {
		f.err = savePart(f.to, partEnd, f.rec.count, f.rec.encodeEnd())
	}
	return f.err
}

// masked is so many entries without the values of masked variables.
func (f *FileWriter) masked(data []byte, entries int) []byte {
	if len(f.mask) == 0 {
		return data
	}
	var out []byte
	d := decoder{b: data}
	for range entries {
		from := d.at
		d.at += entryHead
		if Kind(data[from]) != KindEnvironment {
			d.skipAnswer()
			out = append(out, data[from:d.at]...)
			continue
		}
		a := d.answer()
		list := make([]string, len(a.List))
		for i, variable := range a.List {
			list[i] = f.maskedVariable(variable)
		}
		a.List = list
		out = appendAnswer(append(out, data[from:from+entryHead]...), &a)
	}
	return out
}

func (f *FileWriter) maskedVariable(variable string) string {
	name, value, _ := strings.Cut(variable, "=")
	for _, m := range f.mask {
		if hit, _ := path.Match(m, name); hit {
			return name + "=" + strings.Repeat("*", len(value))
		}
	}
	return variable
}
