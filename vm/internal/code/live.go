package code

// Bits is a set of registers.
type Bits []uint64

// NewBits makes an empty set for n registers.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has reports whether register r is in the set.
func (b Bits) Has(r int) bool { return b[r>>6]>>(r&63)&1 != 0 }

// Set and Clear add and remove registers r..r+n-1.
func (b Bits) Set(r, n int) {
	for ; n > 0; r, n = r+1, n-1 {
		b[r>>6] |= 1 << (r & 63)
	}
}
func (b Bits) Clear(r, n int) {
	for ; n > 0; r, n = r+1, n-1 {
		b[r>>6] &^= 1 << (r & 63)
	}
}

// Count is the number of registers in the set.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		for ; w != 0; w &= w - 1 {
			n++
		}
	}
	return n
}

// or adds o and reports whether that added anything.
func (b Bits) or(o Bits) bool {
	changed := false
	for i, w := range o {
		if w&^b[i] != 0 {
			b[i] |= w
			changed = true
		}
	}
	return changed
}

// and keeps what is in o too and reports whether that removed anything.
func (b Bits) and(o Bits) bool {
	changed := false
	for i, w := range o {
		if b[i]&^w != 0 {
			b[i] &= w
			changed = true
		}
	}
	return changed
}

func (b Bits) clone() Bits { return append(Bits(nil), b...) }

// Liveness has the registers that may still be read, before each instruction.
type Liveness struct{ before []Bits }

// At is the set before the instruction at pc: what a frame that is about to execute it needs; nothing after the last.
func (l *Liveness) At(pc int) Bits {
	if pc >= len(l.before) {
		return make(Bits, len(l.before[0]))
	}
	return l.before[pc]
}

// Live computes which registers are live before the instruction at pc: registers with a name always are where the name is
// valid, temporaries from their writing to their last use. It computes the whole function anew: callers that ask
// often keep Liveness.
func (c *Code) Live(pc int) Bits { return c.Liveness().At(pc) }

// Liveness computes the live registers of every instruction by data flow from the end.
func (c *Code) Liveness() *Liveness {
	n := max(1, int(c.NRegs)) // frames have a register or two even where the code names none
	l := &Liveness{before: make([]Bits, len(c.Ins))}
	words := (n + 63) / 64
	store := make(Bits, words*len(c.Ins))
	handler := make([]int32, len(c.Ins))
	for pc := range l.before {
		l.before[pc] = store[pc*words : (pc+1)*words : (pc+1)*words]
		handler[pc] = int32(c.HandlerAt(pc))
	}
	if c.Flags&Optimized == 0 {
		for pc := range l.before {
			l.before[pc].Set(0, 1) // the namespace
		}
	}
	for _, x := range c.Locals {
		for pc := x.From; pc < x.To; pc++ {
			l.before[pc].Set(int(x.Reg), 1)
		}
	}
	live := NewBits(n)
	for changed := true; changed; {
		changed = false
		for pc := len(c.Ins) - 1; pc >= 0; pc-- {
			ins := c.Ins[pc]
			clear(live)
			if !Infos[OpOf(ins)].NoReturn && pc+1 < len(c.Ins) {
				live.or(l.before[pc+1])
			}
			target := Target(ins, pc)
			ranges, k := Registers(ins)
			for _, r := range ranges[:k] {
				if r.Kind.Writes() && !(OpOf(ins) == FORNEXT && r.Kind == Def) {
					live.Clear(r.Reg, r.Count)
				}
			}
			if target >= 0 {
				live.or(l.before[target])
			}
			if h := handler[pc]; h >= 0 {
				live.or(l.before[h])
			}
			for _, r := range ranges[:k] {
				if r.Kind.Reads() {
					live.Set(r.Reg, r.Count)
				}
			}
			if l.before[pc].or(live) {
				changed = true
			}
		}
	}
	l.withoutUnset(c)
	return l
}

// withoutUnset takes out temporaries that may be read, as far as the flow backward tells, but have not been set on every
// way there: what lies in such a register is of another call.
func (l *Liveness) withoutUnset(c *Code) {
	k := &checker{c: c}
	if k.flow() != nil {
		return
	}
	for pc, set := range k.states {
		for r := c.Named(); set != nil && r < int(c.NRegs); r++ {
			if !set.Has(r) {
				l.before[pc].Clear(r, 1)
			}
		}
	}
}
