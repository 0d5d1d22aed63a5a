package code

import "fmt"

// Check verifies code and that of its inner functions: operands are in range, jumps and handlers land on instructions, and no
// register is read that may be unset or left over from something else. Tests and fuzzing run it on all that compile
// makes.
func Check(c *Code) error {
	c.Open()
	k := checker{c: c}
	if err := k.run(); err != nil {
		return err
	}
	for _, child := range c.Children {
		if err := Check(child); err != nil {
			return err
		}
	}
	return nil
}

type checker struct {
	c      *Code
	states []Bits // registers that are certainly set before each instruction; nil where the code is not reached
}

func (k *checker) errorf(pc int, format string, args ...any) error {
	where := fmt.Sprintf("%s (%s:%d)", k.c.Qualname, k.c.Filename, k.c.FirstLine)
	if pc >= 0 && pc < len(k.c.Ins) {
		where += fmt.Sprintf(": pc %d line %d %s", pc, k.c.PosAt(pc).Line, OpOf(k.c.Ins[pc]))
	}
	return fmt.Errorf("%s: %s", where, fmt.Sprintf(format, args...))
}

func (k *checker) run() error {
	c := k.c
	if c.NRegs < 1 || c.NRegs > MaxRegs {
		return k.errorf(-1, "register file of %d", c.NRegs)
	}
	if c.ArgCount < 0 || c.KwOnly < 0 || c.PosOnly < 0 || c.PosOnly > c.ArgCount || c.Args() > int(c.NRegs) {
		return k.errorf(-1, "%d+%d parameters in %d registers", c.ArgCount, c.KwOnly, c.NRegs)
	}
	if len(c.Ins) == 0 {
		return k.errorf(-1, "no instructions")
	}
	for pc := range c.Ins {
		if err := k.instruction(pc); err != nil {
			return err
		}
	}
	if last := len(c.Ins) - 1; !Infos[OpOf(c.Ins[last])].NoReturn {
		return k.errorf(last, "control runs off the end")
	}
	if err := k.tables(); err != nil {
		return err
	}
	return k.flow()
}

// instruction checks the operands of one instruction.
func (k *checker) instruction(pc int) error {
	c, ins := k.c, k.c.Ins[pc]
	op := OpOf(ins)
	if op >= TRAP {
		return k.errorf(pc, "operation %d is not for compiled code", op)
	}
	info := &Infos[op]
	check := func(name string, kind Kind, v int) error {
		switch {
		case kind.Register():
			count := Extent(kind, ins)
			if count == 0 {
				return nil
			}
			if v%RegSize != 0 || v/RegSize+count > int(c.NRegs) {
				return k.errorf(pc, "operand %s names registers %d..+%d of %d", name, v/RegSize, count, c.NRegs)
			}
		case kind == Const && (v < 0 || v >= len(c.Consts)),
			kind == ConstOpt && v != NoReg && v >= len(c.Consts),
			kind == Name && (v < 0 || v >= len(c.ICs)),
			kind == Child && (v < 0 || v >= len(c.Children)):
			return k.errorf(pc, "operand %s is index %d, out of range", name, v)
		case kind == Jump || kind == JumpBack:
			target := Target(ins, pc)
			if target < 0 || target >= len(c.Ins) || (kind == Jump) != (target > pc) {
				return k.errorf(pc, "jump to %d of %d", target, len(c.Ins))
			}
		}
		return nil
	}
	if err := check("A", info.A, A(ins)); err != nil {
		return err
	}
	if info.Wide {
		return check("B", info.B, Wide(ins))
	}
	if err := check("B", info.B, B(ins)); err != nil {
		return err
	}
	v := C(ins)
	if info.C == Imm {
		v = SC(ins)
	}
	if err := check("C", info.C, v); err != nil {
		return err
	}
	if op == YIELD && N(ins)&1 != 0 {
		if pc == 0 || OpOf(c.Ins[pc-1]) != SEND || B(c.Ins[pc-1]) != C(ins) {
			return k.errorf(pc, "delegating yield without its SEND before it")
		}
	}
	return nil
}

// tables checks handlers, positions, starts and locals.
func (k *checker) tables() error {
	c := k.c
	n := int32(len(c.Ins))
	end := int32(0)
	for _, h := range c.Handlers {
		if h.Start < end || h.Start >= h.End || h.End > n || h.Target < 0 || h.Target >= n {
			return k.errorf(-1, "handler [%d, %d) -> %d is out of order or range", h.Start, h.End, h.Target)
		}
		if OpOf(c.Ins[h.Target]) != EXCENTER {
			return k.errorf(int(h.Target), "handler does not start with EXCENTER")
		}
		end = h.End
	}
	for i, l := range c.Lines {
		if l.PC < 0 || l.PC >= n || i > 0 && l.PC <= c.Lines[i-1].PC || l.Line < 1 || l.EndLine < l.Line {
			return k.errorf(int(l.PC), "position %d is out of order or range: %+v", i, l)
		}
	}
	if len(c.Lines) == 0 || c.Lines[0].PC != 0 {
		return k.errorf(0, "the first instruction has no position")
	}
	for i, s := range c.Starts {
		if s.PC < 0 || s.PC >= n || i > 0 && s.PC <= c.Starts[i-1].PC {
			return k.errorf(int(s.PC), "start %d is out of order or range", i)
		}
	}
	for _, x := range c.Locals {
		if x.Reg < 0 || x.Reg >= c.NRegs || x.From < 0 || x.To > n || x.From > x.To {
			return k.errorf(-1, "local %s has register %d in [%d, %d)", x.Name, x.Reg, x.From, x.To)
		}
	}
	return nil
}

// Args is the number of registers that a call fills: the parameters, or the namespace of a module or class body.
func (c *Code) Args() int {
	n := int(c.ArgCount + c.KwOnly)
	if c.Flags&VarArgs != 0 {
		n++
	}
	if c.Flags&VarKeywords != 0 {
		n++
	}
	if c.Flags&Optimized == 0 {
		n = 1
	}
	return n
}

// Named is the number of registers that have names all through the code, arguments included: those from Args to Named
// are unset when the code starts.
func (c *Code) Named() int {
	n := c.Args()
	for i := range c.Locals {
		if x := &c.Locals[i]; !x.Hidden && int(x.Reg) >= n {
			n = int(x.Reg) + 1
		}
	}
	return n
}

// flow follows the code from its start with the registers that are certainly set.
func (k *checker) flow() error {
	c := k.c
	states := make([]Bits, len(c.Ins))
	k.states = states
	first := NewBits(int(c.NRegs))
	first.Set(0, c.Args())
	states[0] = first
	work := []int{0}
	queued := make([]bool, len(c.Ins))
	reach := func(pc int, s Bits) {
		if states[pc] == nil {
			states[pc] = s.clone()
		} else if !states[pc].and(s) {
			return
		}
		if !queued[pc] {
			queued[pc] = true
			work = append(work, pc)
		}
	}
	for len(work) > 0 {
		pc := work[len(work)-1]
		work = work[:len(work)-1]
		queued[pc] = false
		s := states[pc].clone()
		ins := c.Ins[pc]
		if h := c.HandlerAt(pc); h >= 0 {
			reach(h, s)
		}
		op := OpOf(ins)
		target := Target(ins, pc)
		ranges, n := Registers(ins)
		for _, r := range ranges[:n] {
			for i := r.Reg; r.Kind.Reads() && !r.Kind.MaybeUnset() && i < r.Reg+r.Count; i++ {
				if !s.Has(i) {
					return k.errorf(pc, "register %d is read, which may be unset", i)
				}
			}
		}
		if op == FORNEXT {
			reach(target, s)
			target = -1
		}
		if op == CHECK {
			s.Set(A(ins)/RegSize, 1)
		}
		for _, r := range ranges[:n] {
			switch {
			case op == UNSET || op == EXCENTER && r.Kind == DefMaybe:
				s.Clear(r.Reg, r.Count)
			case r.Kind.Writes():
				s.Set(r.Reg, r.Count)
			}
		}
		if target >= 0 {
			reach(target, s)
		}
		if !Infos[op].NoReturn {
			reach(pc+1, s)
		}
	}
	return nil
}
