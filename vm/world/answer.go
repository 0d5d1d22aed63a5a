package world

import (
	"encoding/binary"
	"errors"
)

// Answer is what a world says to a Question. Errno is 0 if it could be done;
// the other fields hold what the question's constructor promises.
type Answer struct {
	Errno Errno
	N, M  int64
	Text  string
	Data  []byte
	List  []string
	Stat  *Stat
}

// Fail is the answer of a world that could not do what was asked.
func Fail(e Errno) Answer { return Answer{Errno: e} }

// Unanswered is the answer of a world that cannot go on: a replay that ended
// or that was asked something else than before. The machine stops on it.
func Unanswered(why string) Answer { return Answer{Errno: NoAnswer, Text: why} }

// OK reports whether it could be done.
func (a *Answer) OK() bool { return a.Errno == 0 }

// Reason says in words why it could not be done.
func (a *Answer) Reason() string {
	if a.Errno == NoAnswer {
		return a.Text
	}
	return a.Errno.Text()
}

// Stat describes a file. Mode has the POSIX bits, type included; times are
// nanoseconds since 1970.
type Stat struct {
	Mode                        uint32
	UID, GID                    uint32
	Device, Inode, Links        uint64
	RawDevice                   uint64
	Size                        int64
	BlockSize, Blocks           int64
	Accessed, Modified, Changed int64
	Born                        int64 // 0 where the system does not keep it
}

// The type bits in Stat.Mode.
const (
	ModeType      = 0o170000
	ModeFIFO      = 0o010000
	ModeCharacter = 0o020000
	ModeDir       = 0o040000
	ModeBlock     = 0o060000
	ModeFile      = 0o100000
	ModeLink      = 0o120000
	ModeSocket    = 0o140000
)

// IsDir reports whether the file is a directory.
func (s *Stat) IsDir() bool { return s.Mode&ModeType == ModeDir }

// IsFile reports whether it is an ordinary file.
func (s *Stat) IsFile() bool { return s.Mode&ModeType == ModeFile }

// Which fields an encoded answer has, in the order in which they follow.
const (
	hasErrno = 1 << iota
	hasN
	hasM
	hasText
	hasData
	hasList
	hasStat
	hasUnknown
)

// appendAnswer writes an answer in a few bytes: a byte that says which fields
// are not zero, then those.
func appendAnswer(b []byte, a *Answer) []byte {
	at := len(b)
	b = append(b, 0)
	var has byte
	if a.Errno != 0 {
		has |= hasErrno
		b = binary.AppendVarint(b, int64(a.Errno))
	}
	if a.N != 0 {
		has |= hasN
		b = binary.AppendVarint(b, a.N)
	}
	if a.M != 0 {
		has |= hasM
		b = binary.AppendVarint(b, a.M)
	}
	if a.Text != "" {
		has |= hasText
		b = appendString(b, a.Text)
	}
	if len(a.Data) > 0 {
		has |= hasData
		b = binary.AppendUvarint(b, uint64(len(a.Data)))
		b = append(b, a.Data...)
	}
	if len(a.List) > 0 {
		has |= hasList
		b = binary.AppendUvarint(b, uint64(len(a.List)))
		for _, s := range a.List {
			b = appendString(b, s)
		}
	}
	if s := a.Stat; s != nil {
		has |= hasStat
		for _, v := range s.fields() {
			b = binary.AppendVarint(b, v)
		}
	}
	b[at] = has
	return b
}

// answerSize bounds how many bytes appendAnswer adds.
func answerSize(a *Answer) int {
	n := 64 + len(a.Text) + len(a.Data)
	for _, s := range a.List {
		n += len(s) + binary.MaxVarintLen32
	}
	if a.Stat != nil {
		n += 15 * binary.MaxVarintLen64
	}
	return n
}

func (s *Stat) fields() [14]int64 {
	return [14]int64{
		int64(s.Mode), int64(s.UID), int64(s.GID), int64(s.Device), int64(s.Inode), int64(s.Links), int64(s.RawDevice),
		s.Size, s.BlockSize, s.Blocks, s.Accessed, s.Modified, s.Changed, s.Born,
	}
}

func statOf(f [14]int64) *Stat {
	return &Stat{
		Mode: uint32(f[0]), UID: uint32(f[1]), GID: uint32(f[2]), Device: uint64(f[3]), Inode: uint64(f[4]), Links: uint64(f[5]), RawDevice: uint64(f[6]),
		Size: f[7], BlockSize: f[8], Blocks: f[9], Accessed: f[10], Modified: f[11], Changed: f[12], Born: f[13],
	}
}

func appendString(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

var errDamaged = errors.New("damaged")

// decoder reads what the append functions wrote. After the first fault every
// read gives zero and err says so.
type decoder struct {
	b   []byte
	at  int
	err error
}

func (d *decoder) byte() byte {
	if d.at >= len(d.b) {
		d.err = errDamaged
		return 0
	}
	c := d.b[d.at]
	d.at++
	return c
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.b[d.at:])
	if n <= 0 {
		d.err = errDamaged
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) varint() int64 {
	v, n := binary.Varint(d.b[d.at:])
	if n <= 0 {
		d.err = errDamaged
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) bytes() []byte {
	n := d.uvarint()
	if d.err != nil || n > uint64(len(d.b)-d.at) {
		d.err = errDamaged
		return nil
	}
	s := d.b[d.at : d.at+int(n) : d.at+int(n)]
	d.at += int(n)
	return s
}

func (d *decoder) int64() int64 {
	if len(d.b)-d.at < 8 {
		d.err = errDamaged
		return 0
	}
	d.at += 8
	return int64(binary.LittleEndian.Uint64(d.b[d.at-8:]))
}

func (d *decoder) string() string { return string(d.bytes()) }

func (d *decoder) answer() Answer {
	var a Answer
	has := d.byte()
	if has&hasUnknown != 0 {
		d.err = errDamaged
		return a
	}
	if has&hasErrno != 0 {
		a.Errno = Errno(d.varint())
	}
	if has&hasN != 0 {
		a.N = d.varint()
	}
	if has&hasM != 0 {
		a.M = d.varint()
	}
	if has&hasText != 0 {
		a.Text = d.string()
	}
	if has&hasData != 0 {
		a.Data = d.bytes()
	}
	if has&hasList != 0 {
		n := d.uvarint()
		if n > uint64(len(d.b)-d.at) { // each takes at least a byte
			d.err = errDamaged
			return a
		}
		a.List = make([]string, n)
		for i := range a.List {
			a.List[i] = d.string()
		}
	}
	if has&hasStat != 0 {
		var f [14]int64
		for i := range f {
			f[i] = d.varint()
		}
		a.Stat = statOf(f)
	}
	return a
}

// skipAnswer moves over an answer without making it.
func (d *decoder) skipAnswer() {
	has := d.byte()
	if has&hasUnknown != 0 {
		d.err = errDamaged
		return
	}
	if has&hasErrno != 0 {
		d.varint()
	}
	if has&hasN != 0 {
		d.varint()
	}
	if has&hasM != 0 {
		d.varint()
	}
	if has&hasText != 0 {
		d.bytes()
	}
	if has&hasData != 0 {
		d.bytes()
	}
	if has&hasList != 0 {
		for n := d.uvarint(); n > 0 && d.err == nil; n-- {
			d.bytes()
		}
	}
	if has&hasStat != 0 {
		for range 14 {
			d.varint()
		}
	}
}
