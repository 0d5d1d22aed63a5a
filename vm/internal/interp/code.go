package interp

import (
	"unsafe"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// Code is a machine's instance of a code object: its own copy of the instructions (breakpoints patch it) and its own
// inline caches.
type Code struct {
	object.Hdr
	*code.Code
	CoFlags  code.Flags // co_flags
	ins      []uint64
	start    unsafe.Pointer // &ins[0]
	consts   unsafe.Pointer // &Consts[0]
	caches   unsafe.Pointer // &ics[0]
	ics      []cache
	children []*Code
	fast     int32 // number of arguments of a call that needs no binding, or -1
	nargs    int32 // registers filled by a call
	nnamed   int32 // registers with a Python name: cleared at entry from nargs on
	nregs    int32
	init     *Code // the variant that type.__call__ runs: RET is RETINIT
	special  *Code // the variant that runs as a special method for an instruction: RET is RETOP
	of       *Code // what this is the variant of, or nil
	twin     *Code // the instance that runs with the other kind of namespace, or nil
	traps    map[int32]uint64
	names    uint8 // how names are looked up; see inNamespace
	liveness *code.Liveness
}

// cache is an inline cache. What it remembers is never visible to a program.
type cache struct {
	name  *object.Str
	shape *object.Shape
	next  *object.Shape // SETATTR that adds an attribute
	cls   *object.Type
	ver   uint32
	idx   uint32
	off   uintptr
	fn    *Func
	val   object.Value
	kw    []*object.Str
	gver  uint32
	kind  uint8
}

const cacheSize = unsafe.Sizeof(cache{})

// load makes the machine's instance of a code object.
func (vm *VM) load(c *code.Code) *Code {
	if k := vm.codes[c]; k != nil {
		return k
	}
	k := vm.instance(c)
	vm.codes[c] = k
	return k
}

// internConsts replaces the constants that read like names by the machine's one str of that text: programs can tell, as
// by pickling them.
func (vm *VM) internConsts(consts []value) []value {
	own := false
	for i, v := range consts {
		if v.IsNil() || v.Kind() != object.KStr || !likeName(v.AsStr().String()) {
			continue
		}
		// Never the constant itself: code that is loaded again, after going back, has others.
		if x := vm.Intern(v.AsStr().String()).V(); x != v {
			if !own {
				consts, own = append([]value(nil), consts...), true
			}
			consts[i] = x
		}
	}
	return consts
}

// likeName tells that a text consists of ASCII letters, digits and underscores: CPython shares such constants.
func likeName(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// instance makes a new instance of a code object.
func (vm *VM) instance(c *code.Code) *Code {
	k := &Code{Hdr: object.Hdr{Kind: object.KCode}, Code: c, CoFlags: c.Flags}
	k.ins = append(make([]uint64, 0, len(c.Ins)+1), c.Ins...)
	k.ins = append(k.ins, uint64(code.HALT))
	gen := c.Flags&code.AnyGenerator != 0
	for i, in := range k.ins {
		op := code.OpOf(in)
		switch {
		case gen && op == code.RET:
			k.ins[i] = in&^0xff | uint64(code.RETGEN)
		case gen && op == code.RETNONE:
			k.ins[i] = in&^0xff | uint64(code.RETGENNONE)
		}
	}
	k.start = unsafe.Pointer(&k.ins[0])
	if len(c.Consts) > 0 {
		k.consts = unsafe.Pointer(&vm.internConsts(c.Consts)[0])
	}
	k.ics = make([]cache, len(c.ICs))
	for i := range c.ICs {
		k.ics[i].name = vm.Intern(c.ICs[i].Name)
		for _, n := range c.ICs[i].KwNames {
			k.ics[i].kw = append(k.ics[i].kw, vm.Intern(n))
		}
	}
	if len(k.ics) > 0 {
		k.caches = unsafe.Pointer(&k.ics[0])
	}
	k.children = make([]*Code, len(c.Children))
	k.nargs = c.ArgCount + c.KwOnly
	if c.Flags&code.VarArgs != 0 {
		k.nargs++
	}
	if c.Flags&code.VarKeywords != 0 {
		k.nargs++
	}
	k.nnamed = k.nargs
	for i := range c.Locals {
		if r := c.Locals[i].Reg + 1; r > k.nnamed && !c.Locals[i].Hidden {
			k.nnamed = r
		}
	}
	k.nregs = max(c.NRegs, k.nnamed, 1)
	k.fast = -1
	if c.KwOnly == 0 && c.Flags&(code.VarArgs|code.VarKeywords|code.AnyGenerator) == 0 && c.Flags&code.Optimized != 0 {
		k.fast = c.ArgCount
	}
	if vm.onLoad != nil {
		vm.onLoad(k)
	}
	return k
}

// child returns the instance of a nested code object.
func (k *Code) child(vm *VM, i int) *Code {
	if k.children[i] == nil {
		k.children[i] = vm.load(k.Children[i])
	}
	return k.children[i]
}

// initVariant returns the code that runs as __init__ under type.__call__.
func (k *Code) initVariant() *Code {
	if k.init == nil {
		k.init = k.variant(code.RETINIT, code.RETINITNONE)
	}
	return k.init
}

// specialVariant returns the code that runs as a special method for an instruction.
func (k *Code) specialVariant() *Code {
	if k.special == nil {
		k.special = k.variant(code.RETOP, code.RETOPNONE)
	}
	return k.special
}

// variant makes a variant of k that returns by other instructions.
func (k *Code) variant(ret, retNone code.Op) *Code {
	v := *k
	v.of, v.init, v.special = k, nil, nil
	v.ins = append([]uint64(nil), k.ins...)
	for pc, in := range k.traps { // order-free: each is put in its own place
		v.ins[pc] = in
	}
	for i, in := range v.ins {
		switch code.OpOf(in) {
		case code.RET:
			v.ins[i] = in&^0xff | uint64(ret)
		case code.RETNONE:
			v.ins[i] = in&^0xff | uint64(retNone)
		}
	}
	v.traps = nil
	for pc := range k.traps { // order-free: each is put in its own place
		v.patch(int(pc))
	}
	v.start = unsafe.Pointer(&v.ins[0])
	return &v
}

// forms are k itself and its variants; those that were not made are nil.
func (k *Code) forms() [3]*Code { return [3]*Code{k, k.init, k.special} }

// V is the code as a Python object.
func (k *Code) V() object.Value { return object.Ref(&k.Hdr) }

// pad makes the code of a bottom or native frame: a call whose result lands in register 0, then op.
func pad(name string, op code.Op) *Code {
	c := &code.Code{Name: name, Qualname: name, Filename: "<machine>", Flags: code.Hidden, NRegs: 1,
		Ins: []uint64{code.Make(code.CALL, 0, 0, 0, 0), uint64(op)}}
	k := &Code{Hdr: object.Hdr{Kind: object.KCode}, Code: c, CoFlags: c.Flags, ins: append(append([]uint64(nil), c.Ins...), uint64(code.HALT)), nregs: 1, fast: -1}
	k.start = unsafe.Pointer(&k.ins[0])
	return k
}
