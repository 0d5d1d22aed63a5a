package interp

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strings"

	"slp/vm/internal/code"
	"slp/vm/object"
)

// Code is pickled as a reference: its file, its qualified name and its fingerprint. Whoever unpickles it compiles the
// file and looks for code of that name and fingerprint; so other parts of the file may have changed meanwhile.

// fingerprint tells code that behaves alike: it covers everything but the places in the source.
func (vm *VM) fingerprint(c *code.Code) string {
	if s, ok := vm.fingerprints[c]; ok {
		return s
	}
	h := sha256.New()
	vm.feed(h, c)
	s := hex.EncodeToString(h.Sum(nil)[:12])
	vm.fingerprints[c] = s
	return s
}

func (vm *VM) feed(h hash.Hash, c *code.Code) {
	num := func(n ...int) {
		for _, x := range n {
			var b [8]byte
			binary.LittleEndian.PutUint64(b[:], uint64(x))
			h.Write(b[:])
		}
	}
	text := func(s ...string) {
		num(len(s))
		for _, x := range s {
			num(len(x))
			h.Write([]byte(x))
		}
	}
	text(c.Name, c.Qualname)
	num(int(c.Flags&^code.IterCoroutine), int(c.ArgCount), int(c.PosOnly), int(c.KwOnly), int(c.NRegs), int(c.ClassCell), len(c.Ins))
	for _, in := range c.Ins {
		num(int(in))
	}
	for _, v := range c.Consts {
		num(int(v.Kind()))
		s, _ := vm.ReprText(v)
		text(s)
	}
	for _, x := range c.ICs {
		text(x.Name)
		text(x.KwNames...)
	}
	for _, l := range c.Locals {
		text(l.Name)
		num(int(l.Reg))
	}
	text(c.CellVars...)
	text(c.FreeVars...)
	for _, x := range c.Handlers {
		num(int(x.Start), int(x.End), int(x.Target))
	}
	for _, k := range c.Children {
		vm.feed(h, k)
	}
}

// find looks for the code of a name and fingerprint in c and all that is inside. known tells that the name is there.
func (vm *VM) find(c *code.Code, qualname, print string) (found *code.Code, known bool) {
	if c.Qualname == qualname {
		if vm.fingerprint(c) == print {
			return c, true
		}
		known = true
	}
	for _, k := range c.Children {
		f, also := vm.find(k, qualname, print)
		if f != nil {
			return f, true
		}
		known = known || also
	}
	return nil, known
}

// base is the code that k is an instance or a variant of.
func (k *Code) base() *Code {
	if k.of != nil {
		return k.of
	}
	return k
}

var pickleCodeDefs = []object.Def{
	// _code_ref names code: (file, qualified name, fingerprint[, text, mode, flags, optimize]).
	{Sig: "_code_ref(code, /)", Fn: func(c *object.Ctx, a []value) value {
		vm, k := FromCtx(c), asCode(a[0]).base()
		print := vm.fingerprint(k.Code)
		if k.CoFlags&code.IterCoroutine != 0 { // types.coroutine() made it from the code in the file
			print += "+"
		}
		ref := []value{c.Intern(k.Filename).V(), c.Intern(k.Qualname).V(), object.NewStr(print)}
		if s := k.Source; s != nil {
			ref = append(ref, object.NewBytes(s.Text), object.Int(int64(s.Mode)), object.Int(int64(s.Flags)), object.Int(int64(s.Optimize)))
		}
		return object.NewTuple(ref)
	}},
	// _code_find looks in code for code of a name and fingerprint: the code, or True if there is one of the name, or False.
	{Sig: "_code_find(code, qualname, print, /)", Fn: func(c *object.Ctx, a []value) value {
		vm := FromCtx(c)
		print, iter := strings.CutSuffix(a[2].AsStr().String(), "+")
		k, known := vm.find(asCode(a[0]).Code, a[1].AsStr().String(), print)
		if k == nil {
			return object.Bool(known)
		}
		if iter {
			d := *k
			d.Flags |= code.IterCoroutine
			k = &d
		}
		return vm.load(k).V()
	}},
	// _code_known is the code of a file that need not be read: of the implementation itself, of the program; or None.
	{Sig: "_code_known(name, /)", Fn: func(c *object.Ctx, a []value) value {
		if m := FromCtx(c).Main; m != nil && m.Filename == a[0].AsStr().String() {
			return m.V()
		}
		for _, k := range compileHosted() {
			if k.Filename == a[0].AsStr().String() {
				return FromCtx(c).load(k).V()
			}
		}
		return object.None
	}},
	// _hosted_name is the name under which the implementation has an object, or None.
	{Sig: "_hosted_name(obj, name, /)", Fn: func(c *object.Ctx, a []value) value {
		if s := a[1].AsStr(); s != nil {
			if v := FromCtx(c).hostedNS.GetStr(c.Name(s)); !v.IsNil() && v == a[0] {
				return a[1]
			}
		}
		return object.None
	}},
	{Sig: "_hosted_get(name, /)", Fn: func(c *object.Ctx, a []value) value {
		if v := FromCtx(c).hostedNS.GetStr(c.Name(a[0].AsStr())); !v.IsNil() {
			return v
		}
		return c.Raise(object.AttributeError, "this machine has no '%s'", a[0].AsStr().String())
	}},
	{Sig: "_is_hosted_namespace(dict, /)", Fn: func(c *object.Ctx, a []value) value {
		return object.Bool(a[0].AsDict() == FromCtx(c).hostedNS)
	}},
	{Sig: "_hosted_namespace()", Fn: func(c *object.Ctx, a []value) value { return FromCtx(c).hostedNS.V() }},
	// _func_get takes a function apart; _func_new makes an empty one, which _func_set fills.
	{Sig: "_func_get(func, /)", Fn: func(c *object.Ctx, a []value) value {
		fn := asFunc(a[0])
		dict := func(d *object.Dict) value {
			if d == nil {
				return object.None
			}
			return d.V()
		}
		cells := make([]value, len(fn.closure))
		for i, x := range fn.closure {
			cells[i] = x.V()
		}
		return object.TupleOf(fn.code.base().V(), fn.globals.V(), fn.name.V(), fn.qualname.V(), object.CopyTuple(fn.defaults), dict(fn.kwdefaults),
			object.NewTuple(cells), fn.doc, fn.module, dict(fn.dict), orNone(fn.annotate), dict(fn.annots), orNone(fn.typeParams))
	}},
	{Sig: "_func_new(cls=None, /)", Fn: func(c *object.Ctx, a []value) value {
		vm := FromCtx(c)
		return vm.newFunc(nativePad, vm.hostedNS).V()
	}},
	{Sig: "_func_set(func, state, /)", Fn: func(c *object.Ctx, a []value) value {
		vm, fn, s := FromCtx(c), asFunc(a[0]), object.Items(a[1])
		if fn == nil || len(s) != 13 || asCode(s[0]) == nil || s[1].AsDict() == nil || fn.code != nativePad {
			return c.Raise(object.ValueError, "invalid state of a function")
		}
		dict := func(v value) *object.Dict {
			if v.IsNone() {
				return nil
			}
			return v.AsDict()
		}
		orNil := func(v value) value {
			if v.IsNone() {
				return object.Nil
			}
			return v
		}
		c.Touch(&fn.Hdr)
		fn.code, fn.globals, fn.builtins = asCode(s[0]), s[1].AsDict(), vm.builtinsOf(s[1].AsDict())
		fn.name, fn.qualname = c.Name(s[2].AsStr()), c.Name(s[3].AsStr())
		fn.defaults, fn.kwdefaults = object.Items(s[4]), dict(s[5])
		fn.closure = nil
		for _, x := range object.Items(s[6]) {
			fn.closure = append(fn.closure, x.AsCell())
		}
		fn.doc, fn.module, fn.dict = s[7], s[8], dict(s[9])
		fn.annotate, fn.annots, fn.typeParams = orNil(s[10]), dict(s[11]), orNil(s[12])
		return a[0]
	}},
	{Sig: "_view_dict(view, /)", Fn: func(c *object.Ctx, a []value) value { return object.ViewDict(a[0]) }},
	// _cell_get is (contents,) or (); _cell_set its opposite.
	{Sig: "_cell_get(cell, /)", Fn: func(c *object.Ctx, a []value) value {
		if v := a[0].AsCell().Val; !v.IsNil() {
			return object.TupleOf(v)
		}
		return object.TupleOf()
	}},
	{Sig: "_cell_new()", Fn: func(c *object.Ctx, a []value) value { return c.NewCell(object.Nil).V() }},
	{Sig: "_cell_set(cell, state, /)", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		a[0].AsCell().Val = object.Nil
		if s := object.Items(a[1]); len(s) > 0 {
			a[0].AsCell().Val = s[0]
		}
		return a[0]
	}},
}
