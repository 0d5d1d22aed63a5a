package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

//go:generate go run ./stepgen

// run executes from frame f until the machine has to stop (vm.stop says why).
//
// Invariant: no call is made inside a case. Whatever is not a few inlined lines goes to the one call of slow at the
// bottom: a call inside a case would make the register allocator spill pc, base and frame on every dispatch, which
// costs a factor of two.
func (vm *VM) run(f *Frame) {
	base := f.base
	pc := unsafe.Add(f.code.start, uintptr(f.pc)*8)
	var ins uint64
	for {
		ins = *(*uint64)(pc)
		// STEP
		pc = unsafe.Add(pc, 8)
		switch code.Op(uint8(ins)) {
		case code.NOP:
			continue
		case code.MOVE:
			*reg(base, ins>>16&0xffff) = *reg(base, ins>>32&0xffff)
			continue
		case code.LOADK:
			*reg(base, ins>>16&0xffff) = *reg(f.kp, ins>>32<<4)
			continue
		case code.LOADI:
			reg(base, ins>>16&0xffff).SetInt(int64(int32(ins >> 32)))
			continue
		case code.UNSET:
			*reg(base, ins>>16&0xffff) = object.Nil
			continue
		case code.CHECK:
			if !reg(base, ins>>16&0xffff).IsNil() {
				continue
			}
		case code.LOADCELL:
			cell := (*object.Cell)(unsafe.Pointer(reg(base, ins>>32&0xffff).Hdr()))
			if !cell.Val.IsNil() {
				*reg(base, ins>>16&0xffff) = cell.Val
				continue
			}
		case code.STORECELL:
			cell := (*object.Cell)(unsafe.Pointer(reg(base, ins>>16&0xffff).Hdr()))
			if cell.Epoch == vm.Epoch {
				cell.Val = *reg(base, ins>>32&0xffff)
				continue
			}
		case code.GETFREE:
			*reg(base, ins>>16&0xffff) = object.Ref(&f.fn.closure[ins>>32].Hdr)
			continue
		case code.LOADG:
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>32)*cacheSize))
			g := f.fn.globals
			if ic.kind == icGlobal {
				if int(ic.idx) < g.T.Bound() {
					if e := g.T.At(int(ic.idx)); e.Key.Hdr() == &ic.name.Hdr {
						*reg(base, ins>>16&0xffff) = e.Val
						continue
					}
				}
			} else if ic.kind == icBuiltin && ic.gver == g.T.Version() && ic.ver == f.fn.builtins.T.Version() && ic.off == uintptr(unsafe.Pointer(g)) {
				*reg(base, ins>>16&0xffff) = f.fn.builtins.T.At(int(ic.idx)).Val
				continue
			}
		case code.STOREG:
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>32)*cacheSize))
			g := f.fn.globals
			if ic.kind == icGlobal && g.Epoch == vm.Epoch && int(ic.idx) < g.T.Bound() {
				if e := g.T.At(int(ic.idx)); e.Key.Hdr() == &ic.name.Hdr {
					e.Val = *reg(base, ins>>16&0xffff)
					continue
				}
			}
		case code.GETATTR:
			o := reg(base, ins>>32&0xffff)
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>48)*cacheSize))
			if o.Hdr().Kind == object.KInst {
				if in := (*object.Inst)(unsafe.Pointer(o.Hdr())); in.Shape == ic.shape && ic.cls.Version == ic.ver {
					*reg(base, ins>>16&0xffff) = *(*object.Value)(unsafe.Add(in.Slots, ic.off))
					continue
				}
			}
		case code.SETATTR:
			o := reg(base, ins>>16&0xffff)
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>48)*cacheSize))
			if o.Hdr().Kind == object.KInst {
				in := (*object.Inst)(unsafe.Pointer(o.Hdr()))
				if in.Shape == ic.shape && ic.cls.Version == ic.ver && in.Epoch == vm.Epoch {
					if ic.next == nil {
						*(*object.Value)(unsafe.Add(in.Slots, ic.off)) = *reg(base, ins>>32&0xffff)
						continue
					}
					if ic.idx < in.Cap {
						*(*object.Value)(unsafe.Add(in.Slots, ic.off)) = *reg(base, ins>>32&0xffff)
						in.Shape = ic.next
						continue
					}
				}
			}
		case code.GETIDX:
			k := reg(base, ins>>48)
			if k.IsInt() {
				o := reg(base, ins>>32&0xffff)
				i := k.I()
				switch o.Hdr().Kind {
				case object.KList:
					items := (*object.List)(unsafe.Pointer(o.Hdr())).Items
					if uint64(i) < uint64(len(items)) {
						*reg(base, ins>>16&0xffff) = items[i]
						continue
					}
				case object.KTuple:
					items := (*object.Tuple)(unsafe.Pointer(o.Hdr())).Items
					if uint64(i) < uint64(len(items)) {
						*reg(base, ins>>16&0xffff) = items[i]
						continue
					}
				}
			}
		case code.GETIDXI:
			o := reg(base, ins>>32&0xffff)
			i := int64(ins) >> 48
			switch o.Hdr().Kind {
			case object.KList:
				items := (*object.List)(unsafe.Pointer(o.Hdr())).Items
				if uint64(i) < uint64(len(items)) {
					*reg(base, ins>>16&0xffff) = items[i]
					continue
				}
			case object.KTuple:
				items := (*object.Tuple)(unsafe.Pointer(o.Hdr())).Items
				if uint64(i) < uint64(len(items)) {
					*reg(base, ins>>16&0xffff) = items[i]
					continue
				}
			}
		case code.UNPACK:
			o := reg(base, ins>>32&0xffff)
			if o.Hdr().Kind == object.KTuple {
				items := (*object.Tuple)(unsafe.Pointer(o.Hdr())).Items
				if uint64(len(items)) == ins>>48 {
					to := ins >> 16 & 0xffff
					for i := range items {
						*reg(base, to+uint64(i)*16) = items[i]
					}
					continue
				}
			}
		case code.SETIDX:
			o, k := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if k.IsInt() && o.Hdr().Kind == object.KList {
				l := (*object.List)(unsafe.Pointer(o.Hdr()))
				if i := k.I(); uint64(i) < uint64(len(l.Items)) && l.Epoch == vm.Epoch {
					l.Items[i] = *reg(base, ins>>48)
					continue
				}
			}
		case code.ADD:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				a, b := x.I(), y.I()
				if r := a + b; (a^r)&(b^r) >= 0 {
					reg(base, ins>>16&0xffff).SetInt(r)
					continue
				}
			} else if x.IsFloat() && y.IsFloat() {
				reg(base, ins>>16&0xffff).SetFloat(x.F() + y.F())
				continue
			}
		case code.SUB:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				a, b := x.I(), y.I()
				if r := a - b; (a^b)&(a^r) >= 0 {
					reg(base, ins>>16&0xffff).SetInt(r)
					continue
				}
			} else if x.IsFloat() && y.IsFloat() {
				reg(base, ins>>16&0xffff).SetFloat(x.F() - y.F())
				continue
			}
		case code.MUL:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				a, b := x.I(), y.I()
				if a == int64(int32(a)) && b == int64(int32(b)) {
					reg(base, ins>>16&0xffff).SetInt(a * b)
					continue
				}
			} else if x.IsFloat() && y.IsFloat() {
				reg(base, ins>>16&0xffff).SetFloat(x.F() * y.F())
				continue
			}
		case code.DIV:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsFloat() && y.IsFloat() && y.F() != 0 {
				reg(base, ins>>16&0xffff).SetFloat(x.F() / y.F())
				continue
			}
		case code.ADDI:
			x := reg(base, ins>>32&0xffff)
			if x.IsInt() {
				a, b := x.I(), int64(ins)>>48
				if r := a + b; (a^r)&(b^r) >= 0 {
					reg(base, ins>>16&0xffff).SetInt(r)
					continue
				}
			}
		case code.SUBI:
			x := reg(base, ins>>32&0xffff)
			if x.IsInt() {
				a, b := x.I(), int64(ins)>>48
				if r := a - b; (a^b)&(a^r) >= 0 {
					reg(base, ins>>16&0xffff).SetInt(r)
					continue
				}
			}
		case code.MODI:
			x := reg(base, ins>>32&0xffff)
			if x.IsInt() && uint64(x.I())>>32 == 0 {
				reg(base, ins>>16&0xffff).SetInt(int64(uint32(x.I()) % uint32(ins>>48)))
				continue
			}
		case code.MOD:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() && x.I() >= 0 && y.I() > 0 {
				reg(base, ins>>16&0xffff).SetInt(x.I() % y.I())
				continue
			}
		case code.FLOORDIV:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() && x.I() >= 0 && y.I() > 0 {
				reg(base, ins>>16&0xffff).SetInt(x.I() / y.I())
				continue
			}
		case code.AND:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				reg(base, ins>>16&0xffff).SetInt(x.I() & y.I())
				continue
			}
		case code.OR:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				reg(base, ins>>16&0xffff).SetInt(x.I() | y.I())
				continue
			}
		case code.XOR:
			x, y := reg(base, ins>>32&0xffff), reg(base, ins>>48)
			if x.IsInt() && y.IsInt() {
				reg(base, ins>>16&0xffff).SetInt(x.I() ^ y.I())
				continue
			}
		case code.IS:
			*reg(base, ins>>16&0xffff) = object.Bool(*reg(base, ins>>32&0xffff) == *reg(base, ins>>48))
			continue
		case code.ISNOT:
			*reg(base, ins>>16&0xffff) = object.Bool(*reg(base, ins>>32&0xffff) != *reg(base, ins>>48))
			continue
		case code.NOT:
			if x := reg(base, ins>>32&0xffff); x.IsBool() {
				*reg(base, ins>>16&0xffff) = object.Bool(x.Bits() == 0)
				continue
			}
		case code.JMP:
			pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
			continue
		case code.LOOP:
			if vm.budget > 0 {
				vm.budget--
				pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
				continue
			}
		case code.JT:
			x := reg(base, ins>>16&0xffff)
			if x.IsBool() {
				if x.Bits() != 0 {
					pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
				}
				continue
			}
		case code.JF:
			x := reg(base, ins>>16&0xffff)
			if x.IsBool() {
				if x.Bits() == 0 {
					pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
				}
				continue
			}
		case code.JNONE:
			if reg(base, ins>>16&0xffff).IsNone() {
				pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
			}
			continue
		case code.JNOTNONE:
			if !reg(base, ins>>16&0xffff).IsNone() {
				pc = unsafe.Add(pc, int64(int32(ins>>32))*8)
			}
			continue
		case code.JNLT:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() >= y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			} else if x.IsFloat() && y.IsFloat() {
				if !(x.F() < y.F()) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNLE:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() > y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			} else if x.IsFloat() && y.IsFloat() {
				if !(x.F() <= y.F()) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNGT:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() <= y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			} else if x.IsFloat() && y.IsFloat() {
				if !(x.F() > y.F()) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNGE:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() < y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			} else if x.IsFloat() && y.IsFloat() {
				if !(x.F() >= y.F()) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNEQ:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() != y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNNE:
			x, y := reg(base, ins>>16&0xffff), reg(base, ins>>32&0xffff)
			if x.IsInt() && y.IsInt() {
				if x.I() == y.I() {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNLTI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() >= int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNLEI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() > int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNGTI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() <= int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNGEI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() < int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNEQI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() != int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.JNNEI:
			if x := reg(base, ins>>16&0xffff); x.IsInt() {
				if x.I() == int64(int16(ins>>32)) {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
		case code.FORNEXT:
			s := reg(base, ins>>16&0xffff)
			if s.IsLoop() { // a range: step, next number, numbers left
				n := reg(base, ins>>16&0xffff+32)
				if left := n.I(); left > 0 {
					n.SetInt(left - 1)
					cur := reg(base, ins>>16&0xffff+16)
					i := cur.I()
					cur.SetInt(i + int64(s.Bits()))
					reg(base, ins>>32&0xffff).SetInt(i)
				} else {
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			}
			switch s.Hdr().Kind {
			case object.KList:
				items := (*object.List)(unsafe.Pointer(s.Hdr())).Items
				n := reg(base, ins>>16&0xffff+16)
				if i := n.I(); uint64(i) < uint64(len(items)) {
					n.SetInt(i + 1)
					*reg(base, ins>>32&0xffff) = items[i]
				} else {
					n.SetInt(-1)
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			case object.KTuple:
				items := (*object.Tuple)(unsafe.Pointer(s.Hdr())).Items
				n := reg(base, ins>>16&0xffff+16)
				if i := n.I(); uint64(i) < uint64(len(items)) {
					n.SetInt(i + 1)
					*reg(base, ins>>32&0xffff) = items[i]
				} else {
					n.SetInt(-1)
					pc = unsafe.Add(pc, int64(ins)>>48*8)
				}
				continue
			case object.KGen:
				g := (*Gen)(unsafe.Pointer(s.Hdr()))
				gf := g.frame
				if g.state == genSuspended && gf.Epoch == vm.Epoch && g.Epoch == vm.Epoch && vm.budget > 0 && f.depth < vm.maxDepth {
					vm.budget--
					g.state = genRunning
					f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
					gf.prev = f
					gf.depth = f.depth + 1
					f = gf
					base = f.base
					pc = unsafe.Add(f.code.start, uintptr(f.pc)*8)
					*reg(base, *(*uint64)(unsafe.Add(pc, -8))>>16&0xffff) = object.None
					continue
				}
			}
		case code.CALL:
			fv := reg(base, ins>>32&0xffff)
			if fv.Hdr().Kind == object.KFunc && vm.budget > 0 {
				fn := (*Func)(unsafe.Pointer(fv.Hdr()))
				k := fn.code
				n := ins >> 8 & 0xff
				nf := f.next
				if k.fast == int32(n) && nf != nil && int32(nf.cap) >= k.nregs && nf.native == nil && f.depth < vm.maxDepth {
					vm.budget--
					f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
					if nf.code != k {
						nf.code, nf.kp, nf.icp = k, k.consts, k.caches
					}
					if nf.fn != fn {
						nf.fn = fn
					}
					nf.Epoch = vm.Epoch
					nf.depth = f.depth + 1
					src := unsafe.Add(unsafe.Pointer(fv), 16)
					base = nf.base
					var i uintptr
					for ; i < uintptr(n)*16; i += 16 {
						*(*object.Value)(unsafe.Add(base, i)) = *(*object.Value)(unsafe.Add(src, i))
					}
					for ; i < uintptr(k.nnamed)*16; i += 16 {
						*(*object.Value)(unsafe.Add(base, i)) = object.Nil
					}
					f = nf
					pc = k.start
					continue
				}
			}
		case code.GETMETH:
			ov := reg(base, ins>>32&0xffff)
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>48)*cacheSize))
			if ov.Hdr().Kind == object.KInst {
				if in := (*object.Inst)(unsafe.Pointer(ov.Hdr())); in.Shape == ic.shape && ic.cls.Version == ic.ver && ic.fn != nil {
					to := reg(base, ins>>16&0xffff)
					*(*object.Value)(unsafe.Add(unsafe.Pointer(to), code.RegSize)) = *ov
					*to = object.Ref(&ic.fn.Hdr)
					continue
				}
			}
		case code.CALLMETH:
			fv := reg(base, ins>>32&0xffff)
			src := unsafe.Add(unsafe.Pointer(fv), code.RegSize)
			if fv.Hdr().Kind == object.KFunc && !(*object.Value)(src).IsNil() && vm.budget > 0 && ins>>48 == code.NoReg {
				fn := (*Func)(unsafe.Pointer(fv.Hdr()))
				k := fn.code
				n := ins>>8&0xff + 1
				nf := f.next
				if k.fast == int32(n) && nf != nil && int32(nf.cap) >= k.nregs && nf.native == nil && f.depth < vm.maxDepth {
					vm.budget--
					f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
					if nf.code != k {
						nf.code, nf.kp, nf.icp = k, k.consts, k.caches
					}
					if nf.fn != fn {
						nf.fn = fn
					}
					nf.Epoch = vm.Epoch
					nf.depth = f.depth + 1
					base = nf.base
					var i uintptr
					for ; i < uintptr(n)*16; i += 16 {
						*(*object.Value)(unsafe.Add(base, i)) = *(*object.Value)(unsafe.Add(src, i))
					}
					for ; i < uintptr(k.nnamed)*16; i += 16 {
						*(*object.Value)(unsafe.Add(base, i)) = object.Nil
					}
					f = nf
					pc = k.start
					continue
				}
			}
		case code.CALLM:
			ov := reg(base, ins>>32&0xffff)
			ic := (*cache)(unsafe.Add(f.icp, uintptr(ins>>48)*cacheSize))
			if ov.Hdr().Kind == object.KInst && vm.budget > 0 {
				if in := (*object.Inst)(unsafe.Pointer(ov.Hdr())); in.Shape == ic.shape && ic.cls.Version == ic.ver && ic.fn != nil {
					fn := ic.fn
					k := fn.code
					n := ins>>8&0xff + 1
					nf := f.next
					if k.fast == int32(n) && nf != nil && int32(nf.cap) >= k.nregs && nf.native == nil && f.depth < vm.maxDepth {
						vm.budget--
						f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
						if nf.code != k {
							nf.code, nf.kp, nf.icp = k, k.consts, k.caches
						}
						if nf.fn != fn {
							nf.fn = fn
						}
						nf.Epoch = vm.Epoch
						nf.depth = f.depth + 1
						src := unsafe.Pointer(ov)
						base = nf.base
						var i uintptr
						for ; i < uintptr(n)*16; i += 16 {
							*(*object.Value)(unsafe.Add(base, i)) = *(*object.Value)(unsafe.Add(src, i))
						}
						for ; i < uintptr(k.nnamed)*16; i += 16 {
							*(*object.Value)(unsafe.Add(base, i)) = object.Nil
						}
						f = nf
						pc = k.start
						continue
					}
				}
			} else if ov.Hdr().Kind == object.KList && ic.kind == icAppend && vm.budget > 0 {
				l := (*object.List)(unsafe.Pointer(ov.Hdr()))
				if n := len(l.Items); n < cap(l.Items) && l.Epoch == vm.Epoch {
					l.Items = l.Items[:n+1]
					l.Items[n] = *(*object.Value)(unsafe.Add(unsafe.Pointer(ov), code.RegSize))
					*reg(base, ins>>16&0xffff) = object.None
					continue
				}
			}
		case code.LISTAPPEND:
			l := (*object.List)(unsafe.Pointer(reg(base, ins>>16&0xffff).Hdr()))
			if n := len(l.Items); n < cap(l.Items) && l.Epoch == vm.Epoch {
				l.Items = l.Items[:n+1]
				l.Items[n] = *reg(base, ins>>32&0xffff)
				continue
			}
		case code.RET:
			p := f.prev
			if p.Epoch == vm.Epoch {
				v := *reg(base, ins>>16&0xffff)
				f = p
				base = p.base
				pc = unsafe.Add(p.code.start, uintptr(p.pc)*8)
				*reg(base, *(*uint64)(unsafe.Add(pc, -8))>>16&0xffff) = v
				continue
			}
		case code.RETNONE:
			p := f.prev
			if p.Epoch == vm.Epoch {
				f = p
				base = p.base
				pc = unsafe.Add(p.code.start, uintptr(p.pc)*8)
				*reg(base, *(*uint64)(unsafe.Add(pc, -8))>>16&0xffff) = object.None
				continue
			}
		case code.RETINITNONE:
			p := f.prev
			if p.Epoch == vm.Epoch {
				f = p
				base = p.base
				pc = unsafe.Add(p.code.start, uintptr(p.pc)*8)
				continue
			}
		case code.RETOP:
			p := f.prev
			if p.Epoch == vm.Epoch {
				v := reg(base, ins>>16&0xffff)
				to := unsafe.Add(p.code.start, uintptr(p.pc)*8)
				pi := *(*uint64)(unsafe.Add(to, -8))
				op := code.Op(uint8(pi))
				if op >= code.JNLT && op <= code.JNNE {
					if v.IsBool() {
						if v.Bits() == 0 {
							to = unsafe.Add(to, int64(pi)>>48*8)
						}
						f = p
						base = p.base
						pc = to
						continue
					}
				} else if op >= code.ADD && op <= code.GE && op != code.NOT && v.Hdr().Kind != object.KNotImplemented || op == code.GETATTR || op == code.GETIDX {
					*reg(p.base, pi>>16&0xffff) = *v
					f = p
					base = p.base
					pc = to
					continue
				}
			}
		case code.YIELD:
			g := f.gen
			p := f.prev
			if ins>>8&0xff == 0 && p.Epoch == vm.Epoch && g.Epoch == vm.Epoch && code.Op(uint8(p.code.ins[p.pc-1])) != code.TRAP {
				v := *reg(base, ins>>32&0xffff)
				f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
				g.state = genSuspended
				f.prev = nil
				f = p
				base = p.base
				pc = unsafe.Add(p.code.start, uintptr(p.pc)*8)
				pi := *(*uint64)(unsafe.Add(pc, -8))
				if code.Op(uint8(pi)) == code.FORNEXT {
					*reg(base, pi>>32&0xffff) = v
				} else {
					*reg(base, pi>>16&0xffff) = v
				}
				continue
			}
		}
		f.pc = int32((uintptr(pc) - uintptr(f.code.start)) >> 3)
		f = vm.slow(f, ins)
		if f == nil {
			return
		}
		base = f.base
		pc = unsafe.Add(f.code.start, uintptr(f.pc)*8)
	}
}
