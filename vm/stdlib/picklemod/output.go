package picklemod

import "encoding/binary"

// The opcodes of the format.
const (
	opMark           = '('
	opStop           = '.'
	opPop            = '0'
	opPopMark        = '1'
	opDup            = '2'
	opFloat          = 'F'
	opInt            = 'I'
	opBinInt         = 'J'
	opBinInt1        = 'K'
	opLong           = 'L'
	opBinInt2        = 'M'
	opNone           = 'N'
	opPersID         = 'P'
	opBinPersID      = 'Q'
	opReduce         = 'R'
	opString         = 'S'
	opBinString      = 'T'
	opShortBinString = 'U'
	opUnicode        = 'V'
	opBinUnicode     = 'X'
	opAppend         = 'a'
	opBuild          = 'b'
	opGlobal         = 'c'
	opDict           = 'd'
	opEmptyDict      = '}'
	opAppends        = 'e'
	opGet            = 'g'
	opBinGet         = 'h'
	opInst           = 'i'
	opLongBinGet     = 'j'
	opList           = 'l'
	opEmptyList      = ']'
	opObj            = 'o'
	opPut            = 'p'
	opBinPut         = 'q'
	opLongBinPut     = 'r'
	opSetItem        = 's'
	opTuple          = 't'
	opEmptyTuple     = ')'
	opSetItems       = 'u'
	opBinFloat       = 'G'

	opProto    = 0x80
	opNewObj   = 0x81
	opExt1     = 0x82
	opExt2     = 0x83
	opExt4     = 0x84
	opTuple1   = 0x85
	opTuple2   = 0x86
	opTuple3   = 0x87
	opNewTrue  = 0x88
	opNewFalse = 0x89
	opLong1    = 0x8a
	opLong4    = 0x8b

	opBinBytes      = 'B'
	opShortBinBytes = 'C'

	opShortBinUnicode = 0x8c
	opBinUnicode8     = 0x8d
	opBinBytes8       = 0x8e
	opEmptySet        = 0x8f
	opAddItems        = 0x90
	opFrozenSet       = 0x91
	opNewObjEx        = 0x92
	opStackGlobal     = 0x93
	opMemoize         = 0x94
	opFrame           = 0x95
	opByteArray8      = 0x96
	opNextBuffer      = 0x97
	opReadOnlyBuffer  = 0x98
)

const (
	frameHeader = 9       // an opcode and eight bytes of length
	frameMin    = 4       // what is shorter gets no frame
	frameTarget = 1 << 16 // a frame of this length is closed at the next object
	batch       = 1000    // items that one opcode adds to a container
)

// output is the text written so far: since the last flush, when it goes to a file.
type output struct {
	buf     []byte
	frame   int // where the open frame begins, or -1
	framing bool
}

// open begins a frame if there is none and one is wanted.
func (o *output) open() {
	if o.framing && o.frame < 0 {
		o.frame = len(o.buf)
		o.buf = append(o.buf, 0xfe, 0xfe, 0xfe, 0xfe, 0xfe, 0xfe, 0xfe, 0xfe, 0xfe)
	}
}

func (o *output) byte(b byte) {
	o.open()
	o.buf = append(o.buf, b)
}

func (o *output) bytes(b ...byte) {
	o.open()
	o.buf = append(o.buf, b...)
}

func (o *output) text(s string) {
	o.open()
	o.buf = append(o.buf, s...)
}

// closeFrame writes the length of the open frame to its beginning.
func (o *output) closeFrame() {
	if !o.framing || o.frame < 0 {
		return
	}
	n := len(o.buf) - o.frame - frameHeader
	if n >= frameMin {
		o.buf[o.frame] = opFrame
		binary.LittleEndian.PutUint64(o.buf[o.frame+1:], uint64(n))
	} else {
		o.buf = append(o.buf[:o.frame], o.buf[o.frame+frameHeader:]...)
	}
	o.frame = -1
}

// full closes the open frame if it is long enough, and tells whether it did.
func (o *output) full() bool {
	if o.framing && o.frame >= 0 && len(o.buf)-o.frame-frameHeader >= frameTarget {
		o.closeFrame()
		return true
	}
	return false
}

// sized writes an opcode and a length of 1, 4 or 8 bytes.
func (o *output) sized(op byte, width, n int) {
	o.open()
	o.buf = append(o.buf, op)
	for range width {
		o.buf = append(o.buf, byte(n))
		n >>= 8
	}
}
