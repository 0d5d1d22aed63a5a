package code

import (
	"encoding/binary"
	"fmt"
	"math"

	"slp/vm/object"
)

// Packed code is the form in which code is kept between runs: all of it but the name of the file, which whoever unpacks
// it knows. Names and texts stand once, in front; what only tracebacks and debuggers ask for is left packed until they do.

// The tags of packed constants.
const (
	tagNone = iota
	tagFalse
	tagTrue
	tagEllipsis
	tagInt
	tagBig
	tagNegativeBig
	tagFloat
	tagComplex
	tagStr
	tagBytes
	tagTuple
	tagFrozenSet
)

// packer writes packed code.
type packer struct {
	out   []byte
	index map[string]uint64
	texts []string
}

// Pack packs code and all that is nested in it. It fails for code with constants that no source has.
func Pack(c *Code) ([]byte, error) {
	p := &packer{index: map[string]uint64{}}
	if err := p.code(c); err != nil {
		return nil, err
	}
	body := p.out
	p.out = nil
	p.uint(uint64(len(p.texts)))
	for _, s := range p.texts {
		p.uint(uint64(len(s)))
	}
	for _, s := range p.texts {
		p.out = append(p.out, s...)
	}
	return append(p.out, body...), nil
}

func (p *packer) uint(n uint64) { p.out = binary.AppendUvarint(p.out, n) }
func (p *packer) int(n int64)   { p.out = binary.AppendVarint(p.out, n) }
func (p *packer) word(n uint64) { p.out = binary.LittleEndian.AppendUint64(p.out, n) }

func (p *packer) text(s string) {
	i, ok := p.index[s]
	if !ok {
		i = uint64(len(p.texts))
		p.index[s] = i
		p.texts = append(p.texts, s)
	}
	p.uint(i)
}

func (p *packer) list(texts []string) {
	p.uint(uint64(len(texts)))
	for _, s := range texts {
		p.text(s)
	}
}

func (p *packer) code(c *Code) error {
	p.text(c.Name)
	p.text(c.Qualname)
	p.uint(uint64(c.FirstLine))
	p.uint(uint64(c.Flags))
	p.uint(uint64(c.ArgCount))
	p.uint(uint64(c.PosOnly))
	p.uint(uint64(c.KwOnly))
	p.uint(uint64(c.NRegs))
	p.int(int64(c.ClassCell))
	if c.HasDoc {
		p.uint(1)
		p.text(c.Doc)
	} else {
		p.uint(0)
	}
	p.uint(uint64(len(c.Ins)))
	for _, i := range c.Ins {
		p.word(i)
	}
	p.uint(uint64(len(c.Consts)))
	for _, v := range c.Consts {
		if err := p.value(v); err != nil {
			return err
		}
	}
	p.uint(uint64(len(c.ICs)))
	for i := range c.ICs {
		p.text(c.ICs[i].Name)
		p.list(c.ICs[i].KwNames)
	}
	p.uint(uint64(len(c.Locals)))
	for i := range c.Locals {
		l := &c.Locals[i]
		p.text(l.Name)
		p.uint(uint64(l.Reg))
		bits := uint64(0)
		for b, on := range [...]bool{l.Cell, l.Free, l.Hidden} {
			if on {
				bits |= 1 << b
			}
		}
		p.uint(bits)
		p.uint(uint64(l.From))
		p.uint(uint64(l.To))
	}
	p.list(c.CellVars)
	p.list(c.FreeVars)
	p.uint(uint64(len(c.Handlers)))
	for _, h := range c.Handlers {
		p.uint(uint64(h.Start))
		p.uint(uint64(h.End))
		p.uint(uint64(h.Target))
	}
	p.tables(c)
	p.uint(uint64(len(c.Children)))
	for _, k := range c.Children {
		if err := p.code(k); err != nil {
			return err
		}
	}
	return nil
}

// tables packs the tables of positions, with their length before them.
func (p *packer) tables(c *Code) {
	c.Open()
	t := packer{}
	for _, list := range [...][]PosRange{c.Lines, c.Lookups} {
		t.uint(uint64(len(list)))
		pc, line := int32(0), c.FirstLine
		for _, r := range list {
			t.int(int64(r.PC - pc))
			t.int(int64(r.Line - line))
			t.int(int64(r.EndLine - r.Line))
			t.uint(uint64(r.Col))
			t.int(int64(r.EndCol - r.Col))
			pc, line = r.PC, r.Line
		}
	}
	t.uint(uint64(len(c.Starts)))
	pc, line := int32(0), c.FirstLine
	for _, s := range c.Starts {
		t.int(int64(s.PC - pc))
		t.int(int64(s.Line - line))
		pc, line = s.PC, s.Line
	}
	p.uint(uint64(len(t.out)))
	p.out = append(p.out, t.out...)
}

func (p *packer) value(v object.Value) error {
	tag := func(t byte) { p.out = append(p.out, t) }
	switch v.Kind() {
	case object.KNone:
		tag(tagNone)
	case object.KBool:
		if v.IsTrue() {
			tag(tagTrue)
		} else {
			tag(tagFalse)
		}
	case object.KEllipsis:
		tag(tagEllipsis)
	case object.KInt:
		tag(tagInt)
		p.int(v.I())
	case object.KBigInt:
		n := v.AsBigInt()
		if n.Sign() < 0 {
			tag(tagNegativeBig)
		} else {
			tag(tagBig)
		}
		p.text(string(n.Bytes()))
	case object.KFloat:
		tag(tagFloat)
		p.word(math.Float64bits(v.F()))
	case object.KComplex:
		tag(tagComplex)
		p.word(math.Float64bits(real(v.AsComplex().V)))
		p.word(math.Float64bits(imag(v.AsComplex().V)))
	case object.KStr:
		tag(tagStr)
		s := v.AsStr()
		p.text(s.String())
		p.uint(uint64(s.Len()))
		p.word(uint64(s.Hash()))
	case object.KBytes:
		tag(tagBytes)
		p.text(v.AsBytes().S)
	case object.KTuple:
		list := v.AsTuple().Items
		tag(tagTuple)
		p.uint(uint64(len(list)))
		for _, x := range list {
			if err := p.value(x); err != nil {
				return err
			}
		}
	case object.KFrozenSet:
		bound, at, list := object.FrozenSetLayout(v)
		tag(tagFrozenSet)
		p.uint(uint64(bound))
		p.uint(uint64(len(list)))
		for i, x := range list {
			p.uint(uint64(at[i]))
			if err := p.value(x); err != nil {
				return err
			}
		}
	default:
		return fmt.Errorf("a constant of the type %s cannot be kept", object.TypeOf(v).Name)
	}
	return nil
}
