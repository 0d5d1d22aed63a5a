package code

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"math/big"
	"sync"
	"unsafe"

	"slp/vm/object"
)

// packedTables are the tables of positions that nobody asked for yet.
type packedTables struct {
	once sync.Once
	data string
}

var errPacked = errors.New("this is not packed code")

// Unpack makes code of what Pack made, for a file of that name. Data that Pack did not make is an error, or code that
// Check refuses.
func Unpack(data, filename string) (c *Code, err error) {
	u := &unpacker{data: data, filename: filename}
	defer func() {
		if r := recover(); r != nil {
			c, err = nil, errPacked
		}
	}()
	u.texts = make([]string, u.count())
	ends := make([]int, len(u.texts))
	at := 0
	for i := range ends {
		at += u.count()
		ends[i] = at
	}
	all := u.take(at)
	at = 0
	for i, end := range ends {
		u.texts[i] = all[at:end]
		at = end
	}
	c = u.code()
	if u.at != len(data) {
		return nil, errPacked
	}
	return c, nil
}

// unpacker reads packed code; it panics where the data ends too early.
type unpacker struct {
	data     string
	at       int
	texts    []string
	filename string
}

func (u *unpacker) uint() uint64 {
	b := u.data[u.at]
	if b < 0x80 {
		u.at++
		return uint64(b)
	}
	n, shift := uint64(0), 0
	for {
		b := u.data[u.at]
		u.at++
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

func (u *unpacker) int() int64 {
	n := u.uint()
	return int64(n>>1) ^ -int64(n&1)
}

func (u *unpacker) i32() int32 { return int32(u.uint()) }

// count is a length: never more than there are bytes left, so that broken data asks for no memory.
func (u *unpacker) count() int {
	n := u.uint()
	if n > uint64(len(u.data)) {
		panic(errPacked)
	}
	return int(n)
}

func (u *unpacker) take(n int) string {
	s := u.data[u.at : u.at+n]
	u.at += n
	return s
}

func (u *unpacker) word() uint64 {
	s := u.take(8)
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (u *unpacker) text() string { return u.texts[u.uint()] }

func (u *unpacker) list() []string {
	n := u.count()
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = u.text()
	}
	return out
}

func (u *unpacker) code() *Code {
	c := &Code{Filename: u.filename}
	c.Name, c.Qualname = u.text(), u.text()
	c.FirstLine, c.Flags = u.i32(), Flags(u.uint())
	c.ArgCount, c.PosOnly, c.KwOnly, c.NRegs, c.ClassCell = u.i32(), u.i32(), u.i32(), u.i32(), int32(u.int())
	if c.HasDoc = u.uint() == 1; c.HasDoc {
		c.Doc = u.text()
	}
	c.Ins = make([]uint64, u.count())
	for i := range c.Ins {
		c.Ins[i] = u.word()
	}
	c.Consts = u.values()
	if n := u.count(); n > 0 {
		c.ICs = make([]IC, n)
		for i := range c.ICs {
			c.ICs[i] = IC{Name: u.text(), KwNames: u.list()}
		}
	}
	if n := u.count(); n > 0 {
		c.Locals = make([]Local, n)
		for i := range c.Locals {
			l := &c.Locals[i]
			l.Name, l.Reg = u.text(), u.i32()
			bits := u.uint()
			l.Cell, l.Free, l.Hidden = bits&1 != 0, bits&2 != 0, bits&4 != 0
			l.From, l.To = u.i32(), u.i32()
		}
	}
	c.CellVars, c.FreeVars = u.list(), u.list()
	if n := u.count(); n > 0 {
		c.Handlers = make([]Handler, n)
		for i := range c.Handlers {
			c.Handlers[i] = Handler{u.i32(), u.i32(), u.i32()}
		}
	}
	c.packed = &packedTables{data: u.take(u.count())}
	if n := u.count(); n > 0 {
		c.Children = make([]*Code, n)
		for i := range c.Children {
			c.Children[i] = u.code()
		}
	}
	return c
}

func (u *unpacker) values() []object.Value {
	n := u.count()
	if n == 0 {
		return nil
	}
	out := make([]object.Value, n)
	for i := range out {
		out[i] = u.value()
	}
	return out
}

func (u *unpacker) value() object.Value {
	tag := u.data[u.at]
	u.at++
	switch tag {
	case tagNone:
		return object.None
	case tagFalse:
		return object.False
	case tagTrue:
		return object.True
	case tagEllipsis:
		return object.Ellipsis
	case tagInt:
		return object.Int(u.int())
	case tagBig:
		return object.NewBig(new(big.Int).SetBytes([]byte(u.text())))
	case tagNegativeBig:
		n := new(big.Int).SetBytes([]byte(u.text()))
		return object.NewBig(n.Neg(n))
	case tagFloat:
		return object.Float(math.Float64frombits(u.word()))
	case tagComplex:
		re, im := math.Float64frombits(u.word()), math.Float64frombits(u.word())
		return object.ConstComplex(complex(re, im))
	case tagStr:
		s, n, hash := u.text(), u.count(), u.word()
		return object.KnownStr(s, n, int64(hash))
	case tagBytes:
		return object.ConstBytes(u.text())
	case tagTuple:
		return object.ConstTuple(u.values())
	case tagFrozenSet:
		bound, n := u.count(), u.count()
		at, items := make([]int, n), make([]object.Value, n)
		for i := range at {
			at[i], items[i] = u.count(), u.value()
		}
		v, ok := object.PlacedFrozenSet(bound, at, items)
		if !ok {
			panic(errPacked)
		}
		return v
	}
	panic(errPacked)
}

// Open unpacks the tables of positions (Lines, Lookups and Starts), which code that was unpacked has only then. It may be
// called at any time, from any goroutine.
func (c *Code) Open() {
	if c.packed != nil {
		c.packed.once.Do(c.openTables)
	}
}

func (c *Code) openTables() {
	u := &unpacker{data: c.packed.data}
	defer func() {
		if recover() != nil { // broken data: no positions are better than no program
			c.Lines, c.Lookups, c.Starts = nil, nil, nil
		}
	}()
	var lists [2][]PosRange
	for i := range lists {
		n := u.count()
		if n == 0 {
			continue
		}
		list := make([]PosRange, n)
		pc, line := int32(0), c.FirstLine
		for j := range list {
			r := &list[j]
			r.PC = pc + int32(u.int())
			r.Line = line + int32(u.int())
			r.EndLine = r.Line + int32(u.int())
			r.Col = u.i32()
			r.EndCol = r.Col + int32(u.int())
			pc, line = r.PC, r.Line
		}
		lists[i] = list
	}
	starts := make([]Start, u.count())
	pc, line := int32(0), c.FirstLine
	for i := range starts {
		starts[i] = Start{PC: pc + int32(u.int()), Line: line + int32(u.int())}
		pc, line = starts[i].PC, starts[i].Line
	}
	c.Lines, c.Lookups, c.Starts = lists[0], lists[1], starts
}

// mark begins code that is kept in files.
const mark = "slp code 1\n"

// Seal puts a mark and a checksum before packed code, made by the compiler of that identity.
func Seal(packed []byte, identity uint64) []byte {
	out := make([]byte, 0, len(mark)+16+len(packed))
	out = append(out, mark...)
	out = binary.LittleEndian.AppendUint64(out, identity)
	out = binary.LittleEndian.AppendUint64(out, checksum(packed))
	return append(out, packed...)
}

// Unseal gives packed code back if nothing happened to it and the same compiler made it. It keeps data.
func Unseal(data []byte, identity uint64) (packed string, ok bool) {
	if len(data) <= len(mark)+16 || string(data[:len(mark)]) != mark {
		return "", false
	}
	head := data[len(mark):]
	packed = unsafe.String(&head[16], len(head)-16)
	return packed, binary.LittleEndian.Uint64(head) == identity && binary.LittleEndian.Uint64(head[8:]) == checksum(head[16:])
}

// checksum tells broken data from whole: both sums are made by the processor itself.
func checksum(data []byte) uint64 {
	return uint64(crc32.ChecksumIEEE(data))<<32 | uint64(crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)))
}
