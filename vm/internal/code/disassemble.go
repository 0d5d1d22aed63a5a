package code

import (
	"fmt"
	"strings"

	"slp/vm/object"
)

// Disassemble writes code as text, inner functions after the outer one. repr writes constants.
func Disassemble(c *Code, repr func(object.Value) string) string {
	var b strings.Builder
	d := disassembler{&b, repr}
	d.code(c)
	return b.String()
}

type disassembler struct {
	b    *strings.Builder
	repr func(object.Value) string
}

func (d *disassembler) code(c *Code) {
	fmt.Fprintf(d.b, "%s: line %d, %d registers", c.Qualname, c.FirstLine, c.NRegs)
	if f := flagNames(c.Flags); f != "" {
		fmt.Fprintf(d.b, ", %s", f)
	}
	d.b.WriteByte('\n')
	if c.HasDoc {
		fmt.Fprintf(d.b, "  doc %q\n", c.Doc)
	}
	if len(c.Locals) > 0 {
		d.b.WriteString("  locals")
		for _, x := range c.Locals {
			fmt.Fprintf(d.b, " %s:%d", x.Name, x.Reg)
			switch {
			case x.Free:
				d.b.WriteString("f")
			case x.Cell:
				d.b.WriteString("c")
			}
			if x.Hidden {
				d.b.WriteString("h")
			}
			if x.From > 0 || int(x.To) < len(c.Ins) {
				fmt.Fprintf(d.b, "[%d,%d)", x.From, x.To)
			}
		}
		d.b.WriteByte('\n')
	}
	targets := map[int]bool{}
	for pc, ins := range c.Ins {
		if t := Target(ins, pc); t >= 0 {
			targets[t] = true
		}
	}
	for _, h := range c.Handlers {
		targets[int(h.Target)] = true
	}
	line, start := int32(-1), 0
	for pc, ins := range c.Ins {
		pos := c.PosAt(pc)
		mark, number := ' ', ""
		if start < len(c.Starts) && int(c.Starts[start].PC) == pc {
			mark = '*'
			start++
		}
		if pos.Line != line || mark == '*' {
			line = pos.Line
			number = fmt.Sprint(line)
		}
		arrow := "  "
		if targets[pc] {
			arrow = ">>"
		}
		text := fmt.Sprintf("%5s%c %s %4d  %-11s %s", number, mark, arrow, pc, OpOf(ins), d.operands(c, pc, ins))
		d.b.WriteString(strings.TrimRight(text, " "))
		d.b.WriteByte('\n')
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(d.b, "  raised in [%d, %d) -> %d\n", h.Start, h.End, h.Target)
	}
	for _, child := range c.Children {
		d.b.WriteByte('\n')
		d.code(child)
	}
}

var flagText = []struct {
	flag Flags
	name string
}{
	{VarArgs, "*args"}, {VarKeywords, "**kwargs"}, {Nested, "nested"}, {Generator, "generator"}, {Coroutine, "coroutine"},
	{AsyncGen, "async generator"}, {Method, "method"}, {Hidden, "hidden"},
}

func flagNames(f Flags) string {
	var names []string
	for _, x := range flagText {
		if f&x.flag != 0 {
			names = append(names, x.name)
		}
	}
	return strings.Join(names, ", ")
}

// register names a register as Python code knows it at pc.
func (d *disassembler) register(c *Code, pc, r int) string {
	for i := range c.Locals {
		if x := &c.Locals[i]; int(x.Reg) == r && int(x.From) <= pc && pc < int(x.To) {
			return x.Name
		}
	}
	return fmt.Sprintf("r%d", r)
}

func (d *disassembler) operands(c *Code, pc int, ins uint64) string {
	info := &Infos[OpOf(ins)]
	var parts []string
	add := func(kind Kind, v int) {
		switch kind {
		case NoOperand:
		case Const, ConstOpt:
			if v < len(c.Consts) {
				parts = append(parts, d.repr(c.Consts[v]))
			}
		case Name:
			ic := &c.ICs[v]
			parts = append(parts, "."+ic.Name)
			if len(ic.KwNames) > 0 {
				parts = append(parts, "("+strings.Join(ic.KwNames, "= ")+"=)")
			}
		case Child:
			parts = append(parts, "<"+c.Children[v].Qualname+">")
		case Jump, JumpBack:
			parts = append(parts, fmt.Sprintf("-> %d", Target(ins, pc)))
		case Imm, Count:
			parts = append(parts, fmt.Sprint(v))
		default:
			r, n := v/RegSize, Extent(kind, ins)
			switch {
			case n == 0:
				parts = append(parts, "-")
			case n == 1:
				parts = append(parts, d.register(c, pc, r))
			default:
				parts = append(parts, fmt.Sprintf("%s..%d", d.register(c, pc, r), r+n-1))
			}
		}
	}
	add(info.A, A(ins))
	switch {
	case info.Wide:
		add(info.B, Wide(ins))
	default:
		b, v := B(ins), C(ins)
		if info.B == Imm {
			b = int(int16(b))
		}
		if info.C == Imm {
			v = SC(ins)
		}
		add(info.B, b)
		add(info.C, v)
	}
	if n := N(ins); n != 0 {
		parts = append(parts, fmt.Sprintf("n=%d", n))
	}
	return strings.Join(parts, " ")
}
