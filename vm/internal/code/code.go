package code

import "slp/vm/object"

// Flags describe a code object; the public ones have CPython's values (inspect.CO_*).
type Flags uint32

// The flags.
const (
	Optimized     Flags = 0x1 // locals are registers (functions); otherwise names live in the mapping in register 0
	NewLocals     Flags = 0x2
	VarArgs       Flags = 0x4
	VarKeywords   Flags = 0x8
	Nested        Flags = 0x10
	Generator     Flags = 0x20
	Coroutine     Flags = 0x80
	IterCoroutine Flags = 0x100
	AsyncGen      Flags = 0x200
	HasDocstring  Flags = 0x4000000
	Method        Flags = 0x8000000
	// Hidden marks code written in Python that implements a builtin: no traceback line, no debugger frame.
	Hidden Flags = 0x10000000

	// AnyGenerator is any kind of code whose call makes an object instead of running.
	AnyGenerator = Generator | Coroutine | AsyncGen
)

// Code is the immutable result of compiling one scope: shared by machines, never written after Finish. A machine
// executes its own instance of it, with its own copy of Ins (breakpoints patch it) and its own inline caches.
type Code struct {
	Name, Qualname string
	Filename       string
	FirstLine      int32
	Flags          Flags
	// Arguments stand in registers 0.. in this order: ArgCount positional (PosOnly of them positional-only), KwOnly
	// keyword-only, then *args if VarArgs, then **kwargs if VarKeywords.
	ArgCount, PosOnly, KwOnly int32
	NRegs                     int32 // size of the register file
	Ins                       []uint64
	Consts                    []object.Value
	ICs                       []IC
	Children                  []*Code
	Locals                    []Local // named registers, arguments first, then in order of first binding
	CellVars, FreeVars        []string
	Handlers                  []Handler // in order of pc; the ranges do not overlap: each names the innermost handler
	Lines                     []PosRange
	Lookups                   []PosRange // for each CALLM, in order of pc: where its attribute lookup stands, which its own position does not tell
	Starts                    []Start    // statement starts in order of pc: where a breakpoint or step may stop
	Doc                       string
	HasDoc                    bool
	Source                    *Source // of code that no file has, or nil
	// ClassCell is the register of the free variable __class__ (for super()), or -1.
	ClassCell int32
	packed    *packedTables // of code that was unpacked: Lines, Lookups and Starts, until Open
}

// IC describes an inline cache: the name it looks up, and keyword names of a CALLM with keywords.
type IC struct {
	Name    string
	KwNames []string
}

// Local is a register with a Python name, valid for pc in [From, To).
type Local struct {
	Name     string
	Reg      int32
	Cell     bool // the register holds a cell (captured here or free)
	Free     bool // a free variable
	Hidden   bool // variable of an inlined comprehension
	From, To int32
}

// Handler says: an exception raised by an instruction in [Start, End) continues at Target.
type Handler struct{ Start, End, Target int32 }

// Pos is a source range as CPython's co_positions gives it: lines from 1, columns from 0 in UTF-8 bytes.
type Pos struct{ Line, EndLine, Col, EndCol int32 }

// PosRange gives the position of the instructions from PC up to the next range.
type PosRange struct {
	PC int32
	Pos
}

// Start is the first instruction of a statement.
type Start struct{ PC, Line int32 }

// Make builds an instruction from register numbers or plain 16-bit operands already in place.
func Make(op Op, n uint8, a, b, c uint16) uint64 {
	return uint64(op) | uint64(n)<<8 | uint64(a)<<16 | uint64(b)<<32 | uint64(c)<<48
}

// MakeWide builds an instruction with a 32-bit operand.
func MakeWide(op Op, n uint8, a uint16, wide int32) uint64 {
	return uint64(op) | uint64(n)<<8 | uint64(a)<<16 | uint64(uint32(wide))<<32
}

// OpOf, N, A, B, C and Wide take an instruction apart.
func OpOf(i uint64) Op  { return Op(uint8(i)) }
func N(i uint64) int    { return int(uint8(i >> 8)) }
func A(i uint64) int    { return int(uint16(i >> 16)) }
func B(i uint64) int    { return int(uint16(i >> 32)) }
func C(i uint64) int    { return int(uint16(i >> 48)) }
func SC(i uint64) int   { return int(int16(i >> 48)) }
func Wide(i uint64) int { return int(int32(i >> 32)) }

// RegSize is the size of a register in bytes: the scale of register operands.
const RegSize = 16

// MaxRegs is the largest register file that operands can address.
const MaxRegs = 4095

// PosAt gives the source range of the instruction at pc, or of what LookupPC names.
func (c *Code) PosAt(pc int) Pos {
	c.Open()
	if i := pc - len(c.Ins); i >= 0 && i < len(c.Lookups) {
		return c.Lookups[i].Pos
	}
	lo, hi := 0, len(c.Lines)
	for lo < hi {
		m := (lo + hi) / 2
		if int(c.Lines[m].PC) <= pc {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == 0 {
		return Pos{Line: c.FirstLine, EndLine: c.FirstLine}
	}
	return c.Lines[lo-1].Pos
}

// LookupPC is the place that stands for the attribute lookup of the CALLM at pc: a pc beyond the code, which PosAt knows. For
// any other instruction it is pc itself.
func (c *Code) LookupPC(pc int) int {
	c.Open()
	lo, hi := 0, len(c.Lookups)
	for lo < hi {
		m := (lo + hi) / 2
		if int(c.Lookups[m].PC) < pc {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(c.Lookups) && int(c.Lookups[lo].PC) == pc {
		return len(c.Ins) + lo
	}
	return pc
}

// HandlerAt gives the target of the handler around pc, or -1.
func (c *Code) HandlerAt(pc int) int {
	lo, hi := 0, len(c.Handlers)
	for lo < hi {
		m := (lo + hi) / 2
		if int(c.Handlers[m].End) <= pc {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(c.Handlers) && int(c.Handlers[lo].Start) <= pc {
		return int(c.Handlers[lo].Target)
	}
	return -1
}
