package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// Frames, generators and what waits in them, taken apart into tuples that pickle understands and put together again.

// registers appends the number and the value of each register of a set; what hides in a for loop goes to loops.
func (f *Frame) registers(in func(i int) bool) (regs, loops value) {
	var r, l []value
	for i := range int(f.code.nregs) {
		v := *f.R(i)
		switch {
		case v.IsNil() || !in(i):
		case v.IsLoop():
			l = append(l, object.Int(int64(i)), object.Int(int64(v.Bits())))
		default:
			r = append(r, object.Int(int64(i)), v)
		}
	}
	return object.NewTuple(r), object.NewTuple(l)
}

// fill is the opposite of registers.
func (f *Frame) fill(regs, loops value) bool {
	r, l := object.Items(regs), object.Items(loops)
	for i := 0; i+1 < len(r); i += 2 {
		n, ok := r[i].AsInt()
		if !ok || n < 0 || n >= int64(f.cap) {
			return false
		}
		*f.R(int(n)) = r[i+1]
	}
	for i := 0; i+1 < len(l); i += 2 {
		n, ok := l[i].AsInt()
		bits, ok2 := l[i+1].AsInt()
		if !ok || !ok2 || n < 0 || n >= int64(f.cap) {
			return false
		}
		*f.R(int(n)) = object.LoopMark(uint64(bits))
	}
	return true
}

// pack takes a frame apart. To one that will make the instruction of the frame below run again belong the operands of
// that, too, and to __init__ the object: they lie in the frame below, where nobody else needs them.
func (vm *VM) pack(f *Frame) value {
	if f.Waits() && f.code == nativePad {
		return vm.packNative(f)
	}
	live, before, from, to := f.live(), code.Bits(nil), 0, 0
	if f.pc > 0 { // it waits for what the running instruction will write; some of that it also reads
		from, to = f.code.results(int(f.pc) - 1)
		before = f.code.liveAt(int(f.pc) - 1)
	}
	named := int(f.code.nnamed)
	regs, loops := f.registers(func(i int) bool { return i < named || live.Has(i) && (i < from || i >= to || before.Has(i)) })
	cells := make([]value, len(f.fn.closure))
	for i, x := range f.fn.closure {
		cells[i] = x.V()
	}
	variant := variantNone
	below, belowLoops, special := object.TupleOf(), object.TupleOf(), object.None
	if k := f.code; k.of != nil {
		variant = variantInit
		if k == k.of.special {
			variant, special = variantSpecial, f.fn.V() // by which the instruction knows that it has been called
		}
		if p := f.prev; p != nil && p.pc > 0 {
			before := p.code.liveAt(int(p.pc) - 1)
			from, to := p.code.results(int(p.pc) - 1)
			below, belowLoops = p.registers(func(i int) bool { return before.Has(i) || i >= from && i < to })
		}
	}
	gen, exc := object.None, object.None
	if f.gen != nil {
		gen = f.gen.V()
	}
	if f.exc != nil {
		exc = object.Ref(f.exc)
	}
	return object.TupleOf(object.Int(0), f.code.base().V(), object.Int(int64(variant)), object.Int(int64(f.pc)), exc, gen, f.fn.globals.V(),
		f.fn.name.V(), f.fn.qualname.V(), object.NewTuple(cells), regs, loops, below, belowLoops, special)
}

// How the code of a frame returns.
const (
	variantNone    = 0
	variantInit    = 1 // as __init__ called by a class: the object is already where the result belongs
	variantSpecial = 2 // as a special method called by an instruction, which may be executed again
)

func (vm *VM) packNative(f *Frame) value {
	n := f.native
	if n.then != nil && n.kind == thenUnknown {
		return vm.Raise(object.RuntimeError, "cannot pickle a tasklet that waits in a callback of the machine")
	}
	regs, loops := object.TupleOf(), object.TupleOf()
	fn := object.TupleOf()
	switch {
	case n.then != nil || !n.sort.IsNil():
	case !n.fn.IsNil():
		fn = object.TupleOf(n.fn)
	case f.prev != nil && f.prev.pc > 0:
		live := f.prev.code.liveAt(int(f.prev.pc) - 1)
		regs, loops = f.prev.registers(live.Has)
	}
	kw := make([]value, len(n.kw))
	for i, s := range n.kw {
		kw[i] = s.V()
	}
	return object.TupleOf(object.Int(1), object.Int(int64(n.kind)), object.CopyTuple(n.data), fn, object.CopyTuple(n.args), object.NewTuple(kw),
		n.mem.Pack(), n.pending.Pack(), regs, loops, orNone(n.sort))
}

// unpack puts a frame together.
func (vm *VM) unpackFrame(f *Frame, state []value) bool {
	if f == nil || f.prev != nil || f.fn != nil || f.native != nil || len(state) < 10 {
		return false
	}
	vm.Touch(&f.Hdr)
	if n, _ := state[0].AsInt(); n == 1 {
		return vm.unpackNative(f, state)
	}
	k, globals, gen := asCode(state[1]), state[6].AsDict(), asGen(state[5])
	pc, ok := state[3].AsInt()
	if k == nil || globals == nil || !ok || pc < 0 || int(pc) > len(k.Code.Ins) || len(state) != 15 || state[7].AsStr() == nil || state[8].AsStr() == nil {
		return false
	}
	fn := vm.newFunc(k, globals)
	fn.name, fn.qualname = vm.Name(state[7].AsStr()), vm.Name(state[8].AsStr())
	for _, x := range object.Items(state[9]) {
		fn.closure = append(fn.closure, x.AsCell())
	}
	f.room(k)
	f.setCode(k)
	if !f.fill(state[10], state[11]) {
		return false
	}
	variant, _ := state[2].AsInt()
	switch {
	case k.CoFlags&code.Optimized == 0:
		f.setCode(vm.inNamespace(k, fn, *f.R(0)))
	case variant == variantInit:
		f.setCode(k.initVariant())
	case variant == variantSpecial:
		f.setCode(k.specialVariant())
	}
	if variant != variantNone {
		f.native = &native{below: [2]value{state[12], state[13]}}
	}
	if special := asFunc(state[14]); special != nil {
		fn = special
	}
	f.fn, f.gen, f.pc = fn, gen, int32(pc)
	if !state[4].IsNone() {
		f.exc = state[4].Hdr()
	}
	return true
}

// room gives a frame the registers of code.
func (f *Frame) room(k *Code) {
	n := max(int(k.nregs), 2)
	g := allocFrame(n + 1)
	f.base, f.cap = g.base, uint16(n)
}

func (vm *VM) unpackNative(f *Frame, s []value) bool {
	kind, ok := s[1].AsInt()
	if !ok || len(s) != 11 || kind < 0 || kind > int64(thenThrown) {
		return false
	}
	n := &native{kind: thenKind(kind), data: object.Items(s[2]), args: object.Items(s[4])}
	if fn := object.Items(s[3]); len(fn) > 0 {
		n.fn = fn[0]
	}
	for _, x := range object.Items(s[5]) {
		n.kw = append(n.kw, vm.Name(x.AsStr()))
	}
	if !n.mem.Unpack(s[6]) || !n.pending.Unpack(s[7]) {
		return false
	}
	n.again()
	f.pc, f.native = 1, n
	n.below = [2]value{s[8], s[9]}
	if !s[10].IsNone() {
		n.sort = s[10]
	}
	return true
}

// Chain are the frames of a suspended tasklet, the outermost first, without the one at the bottom.
func (vm *VM) Chain(top *Frame) []*Frame {
	var out []*Frame
	for f := top; f != nil; f = f.prev {
		if f.code == endPad || f.code.Filename == "<hosted main.py>" {
			break
		}
		out = append(out, f)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// Link makes restored frames the frames of a tasklet, the outermost first; the innermost is returned, or nil if they
// cannot be that.
func (vm *VM) Link(bottom *Frame, frames []*Frame) *Frame {
	below := bottom
	for _, f := range frames {
		if f == nil || f.prev != nil || f.fn == nil && f.native == nil {
			return nil
		}
	}
	for _, f := range frames {
		vm.Touch(&f.Hdr)
		f.prev = below
		f.depth = below.depth
		if f.code != nativePad {
			f.depth++
		}
		if n := f.native; n != nil && !n.below[0].IsNil() {
			vm.Touch(&below.Hdr)
			if !below.fill(n.below[0], n.below[1]) {
				return nil
			}
			n.below = [2]value{}
			if f.code != nativePad {
				f.native = nil
			}
		}
		below = f
	}
	return below
}

var pickleFrameDefs = []object.Def{
	{Sig: "_frame_pack(frame, /)", Fn: func(c *object.Ctx, a []value) value { return FromCtx(c).pack(AsFrame(a[0])) }},
	{Sig: "_frame_make()", Fn: func(c *object.Ctx, a []value) value {
		f := FromCtx(c).newFrame(nativePad)
		f.captured = true
		return f.V()
	}},
	{Sig: "_frame_unpack(frame, state, /)", Fn: func(c *object.Ctx, a []value) value {
		if !FromCtx(c).unpackFrame(AsFrame(a[0]), object.Items(a[1])) {
			return c.Raise(object.ValueError, "invalid state of a frame")
		}
		return a[0]
	}},
	// _gen_get takes a generator, coroutine or async generator apart.
	{Sig: "_gen_get(gen, /)", Fn: func(c *object.Ctx, a []value) value {
		g := asGen(a[0])
		frame := object.None
		if g.frame != nil {
			frame = g.frame.V()
		}
		return object.TupleOf(g.code.base().V(), object.Int(int64(g.state)), frame, g.name.V(), g.qualname.V(), orNone(g.running),
			object.Bool(g.closed), object.Bool(g.hooked))
	}},
	{Sig: "_gen_new(code, /)", Fn: func(c *object.Ctx, a []value) value {
		k := asCode(a[0])
		if k == nil || k.CoFlags&code.AnyGenerator == 0 {
			return c.Raise(object.ValueError, "invalid state of a generator")
		}
		g := &Gen{code: k, name: c.Intern(k.Name), qualname: c.Intern(k.Qualname), state: genDone}
		g.Kind, g.Epoch = object.KGen, c.Epoch
		return g.V()
	}},
	{Sig: "_gen_set(gen, state, /)", Fn: func(c *object.Ctx, a []value) value {
		g, s := asGen(a[0]), object.Items(a[1])
		var n int64
		ok := g != nil && len(s) == 8
		if ok {
			n, ok = s[1].AsInt()
		}
		if !ok || n < 0 || n > int64(genDone) || s[3].AsStr() == nil || s[4].AsStr() == nil {
			return c.Raise(object.ValueError, "invalid state of a generator")
		}
		c.Touch(&g.Hdr)
		g.state, g.frame = genState(n), AsFrame(s[2])
		g.name, g.qualname, g.running = c.Name(s[3].AsStr()), c.Name(s[4].AsStr()), s[5]
		g.closed, g.hooked = s[6].IsTrue(), s[7].IsTrue()
		return a[0]
	}},
	// The awaitables of async generators, and what a coroutine's __await__ returns.
	{Sig: "_await_get(op, /)", Fn: func(c *object.Ctx, a []value) value {
		if w, ok := object.As[*coroWrapper](a[0]); ok {
			return object.TupleOf(w.coro)
		}
		o, _ := object.As[*asyncOp](a[0])
		v := object.TupleOf()
		if !o.val.IsNil() {
			v = object.TupleOf(o.val)
		}
		return object.TupleOf(o.gen.V(), object.Int(int64(o.kind)), object.Int(int64(o.state)), v)
	}},
	{Sig: "_await_new(kind, /)", Fn: func(c *object.Ctx, a []value) value {
		n, _ := a[0].AsInt()
		if n < 0 {
			return c.NewObj(coroWrapType, &coroWrapper{object.None})
		}
		t := asyncSendType
		if asyncKind(n) != asyncSend {
			t = asyncThrowType
		}
		return c.NewObj(t, &asyncOp{kind: asyncKind(n)})
	}},
	{Sig: "_await_set(op, state, /)", Fn: func(c *object.Ctx, a []value) value {
		s := object.Items(a[1])
		if w, ok := object.As[*coroWrapper](a[0]); ok && len(s) == 1 {
			c.Touch(a[0].Hdr())
			w.coro = s[0]
			return a[0]
		}
		o, ok := object.As[*asyncOp](a[0])
		if !ok || len(s) != 4 || asGen(s[0]) == nil {
			return c.Raise(object.ValueError, "invalid state of an awaitable")
		}
		c.Touch(a[0].Hdr())
		n, _ := s[2].AsInt()
		o.gen, o.state = asGen(s[0]), uint8(n)
		if v := object.Items(s[3]); len(v) > 0 {
			o.val = v[0]
		}
		return a[0]
	}},
}
