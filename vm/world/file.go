package world

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A recording in a file: the magic bytes, a format number, the header, then
// the chunks, each compressed and with a checksum of its own, then an end mark
// with the number of answers. What was written before a program died is
// readable up to the last whole chunk.

const (
	magic         = "\x89slprec\n" // the first byte is no text; the newline shows if a transfer changed it
	formatVersion = 1
	partHeader    = 'H'
	partChunk     = 'C'
	partEnd       = 'E'
	mostPart      = 1 << 31
)

// Faults that Load reports; the text of the error says more.
var (
	ErrForeign   = errors.New("not a recording of slp")
	ErrNewer     = errors.New("recording of a newer slp")
	ErrTruncated = errors.New("recording is cut short")
	ErrDamaged   = errors.New("recording is damaged")
)

var checksumTable = crc32.MakeTable(crc32.Castagnoli)

// Save writes the recording as a .slprec file.
func (r *Recording) Save(to io.Writer) error {
	w, err := NewFileWriter(to, r, nil)
	if err != nil {
		return err
	}
	return w.Close()
}

// savePart writes: type, number of entries, raw length, packed length,
// checksum over type, number and raw bytes, packed bytes.
func savePart(w io.Writer, kind byte, entries uint64, raw []byte) error {
	var packed bytes.Buffer
	z, err := flate.NewWriter(&packed, flate.DefaultCompression)
	if err == nil {
		_, err = z.Write(raw)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return fmt.Errorf("save recording: %w", err)
	}
	head := []byte{kind}
	head = binary.AppendUvarint(head, entries)
	head = binary.AppendUvarint(head, uint64(len(raw)))
	head = binary.AppendUvarint(head, uint64(packed.Len()))
	head = binary.LittleEndian.AppendUint32(head, checksum(kind, entries, raw))
	if _, err = w.Write(append(head, packed.Bytes()...)); err != nil {
		return fmt.Errorf("save recording: %w", err)
	}
	return nil
}

func checksum(kind byte, entries uint64, raw []byte) uint32 {
	var head [9]byte
	head[0] = kind
	binary.LittleEndian.PutUint64(head[1:], entries)
	return crc32.Update(crc32.Checksum(head[:], checksumTable), checksumTable, raw)
}

func (r *Recording) encodeHeader() []byte {
	var b []byte
	b = appendString(b, r.VM)
	b = appendString(b, r.Program.Name)
	b = append(b, r.Program.Hash[:]...)
	b = appendString(b, string(r.Program.Source))
	var flags byte
	if r.Choosing {
		flags = 1
	}
	b = append(b, flags)
	b = binary.AppendUvarint(b, uint64(len(r.Notes)))
	for _, n := range r.Notes {
		b = appendString(b, n.Key)
		b = appendString(b, n.Value)
	}
	return appendString(b, string(r.Start))
}

// encodeEnd says how the run ended.
func (r *Recording) encodeEnd() []byte {
	if !r.Ended {
		return nil
	}
	return binary.AppendVarint(nil, int64(r.Status))
}

func (r *Recording) decodeEnd(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	d := decoder{b: b}
	r.Status, r.Ended = int(d.varint()), true
	return d.err
}

func (r *Recording) decodeHeader(b []byte) error {
	d := decoder{b: b}
	r.VM = d.string()
	r.Program.Name = d.string()
	for i := range r.Program.Hash {
		r.Program.Hash[i] = d.byte()
	}
	if s := d.bytes(); len(s) > 0 {
		r.Program.Source = s
	}
	r.Choosing = d.byte()&1 != 0
	for n := d.uvarint(); n > 0 && d.err == nil; n-- {
		r.Notes = append(r.Notes, Note{d.string(), d.string()})
	}
	if s := d.bytes(); len(s) > 0 {
		r.Start = s
	}
	return d.err
}

// Load reads what Save wrote. If the file is cut short, it gives the answers
// before the cut together with ErrTruncated; after any other fault, none.
func Load(from io.Reader) (*Recording, error) {
	in := bufio.NewReaderSize(from, 1<<16)
	start := make([]byte, len(magic)+1)
	n, err := io.ReadFull(in, start)
	switch {
	case n == 0:
		return nil, fmt.Errorf("load recording: %w: the file is empty", ErrForeign)
	case !bytes.HasPrefix([]byte(magic), start[:min(n, len(magic))]):
		return nil, fmt.Errorf("load recording: %w: it begins with %q", ErrForeign, start[:min(n, len(magic))])
	case err != nil:
		return nil, fmt.Errorf("load recording: %w: it ends after %d bytes", ErrTruncated, n)
	case start[len(magic)] > formatVersion:
		return nil, fmt.Errorf("load recording: %w: format %d, this slp reads up to %d", ErrNewer, start[len(magic)], formatVersion)
	case start[len(magic)] == 0:
		return nil, fmt.Errorf("load recording: %w: format 0", ErrDamaged)
	}
	rec := new(Recording)
	for part := 0; ; part++ {
		kind, entries, raw, err := loadPart(in)
		switch {
		case err != nil && part == 0:
			return nil, fmt.Errorf("load recording: header: %w", err)
		case errors.Is(err, ErrTruncated):
			return rec, fmt.Errorf("load recording: %w after question %d", ErrTruncated, rec.count)
		case err != nil:
			return nil, fmt.Errorf("load recording: after question %d: %w", rec.count, err)
		case part == 0:
			if kind != partHeader || rec.decodeHeader(raw) != nil {
				return nil, fmt.Errorf("load recording: header: %w", ErrDamaged)
			}
		case kind == partChunk:
			if !wellFormed(raw, entries) {
				return nil, fmt.Errorf("load recording: after question %d: %w", rec.count, ErrDamaged)
			}
			rec.chunks = append(rec.chunks, &chunk{first: rec.count, count: int(entries), data: raw[:len(raw):len(raw)]})
			rec.count += entries
		case kind == partEnd:
			if entries != rec.count || rec.decodeEnd(raw) != nil {
				return nil, fmt.Errorf("load recording: %w: it has %d answers and should have %d", ErrDamaged, rec.count, entries)
			}
			return rec, nil
		default:
			return nil, fmt.Errorf("load recording: after question %d: %w: part of unknown type %d", rec.count, ErrDamaged, kind)
		}
	}
}

func loadPart(in *bufio.Reader) (kind byte, entries uint64, raw []byte, err error) {
	if kind, err = in.ReadByte(); err != nil {
		return 0, 0, nil, cut(err)
	}
	var numbers [3]uint64
	for i := range numbers {
		if numbers[i], err = binary.ReadUvarint(in); err != nil {
			return 0, 0, nil, cut(err)
		}
	}
	var sum [4]byte
	if _, err = io.ReadFull(in, sum[:]); err != nil {
		return 0, 0, nil, cut(err)
	}
	entries, rawLen, packedLen := numbers[0], numbers[1], numbers[2]
	if rawLen > mostPart || packedLen > mostPart {
		return 0, 0, nil, fmt.Errorf("%w: a part of %d bytes", ErrDamaged, max(rawLen, packedLen))
	}
	// The lengths are not to be trusted yet, so nothing is allocated by them.
	packed := io.LimitedReader{R: in, N: int64(packedLen)}
	z := flate.NewReader(&packed)
	raw, err = io.ReadAll(io.LimitReader(z, int64(rawLen)+1))
	if err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) && packed.N > 0 {
			return 0, 0, nil, ErrTruncated
		}
		return 0, 0, nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if _, err = io.Copy(io.Discard, &packed); err != nil {
		return 0, 0, nil, cut(err)
	}
	if packed.N > 0 {
		return 0, 0, nil, ErrTruncated
	}
	if uint64(len(raw)) != rawLen || checksum(kind, entries, raw) != binary.LittleEndian.Uint32(sum[:]) {
		return 0, 0, nil, fmt.Errorf("%w: a checksum is wrong", ErrDamaged)
	}
	return kind, entries, raw, nil
}

// cut tells the end of the file, which came too early, from other faults.
func cut(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrTruncated
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// wellFormed reports whether raw is exactly so many entries.
func wellFormed(raw []byte, entries uint64) bool {
	if entries == 0 || entries > uint64(len(raw))/(entryHead+1) {
		return false
	}
	d := decoder{b: raw}
	for range entries {
		if len(raw)-d.at < entryHead {
			return false
		}
		d.at += entryHead
		d.skipAnswer()
		if d.err != nil {
			return false
		}
	}
	return d.at == len(raw)
}
