package interp

import (
	"embed"
	"fmt"
	"slices"
	"sync"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
	"slp/vm/object"
	"slp/vm/stdlib/library"
)

// The builtins that have to call Python code in loops are written in Python: their frames are ordinary ones, only
// hidden from tracebacks and debuggers.
//
//go:embed hosted/*.py hosted/modules/*.py
var hostedFiles embed.FS

var (
	hostedOnce  sync.Once
	hostedCodes []*code.Code
)

// compileHosted compiles the hosted files, once per process: code objects are immutable.
func compileHosted() []*code.Code {
	hostedOnce.Do(func() {
		for _, n := range hostedNames() {
			hostedCodes = append(hostedCodes, hostedCode(n))
		}
	})
	return hostedCodes
}

// hostedNames are the hosted files in the order in which they load.
func hostedNames() []string {
	files := []string{"core.py", "generic.py"} // the others use them as they load
	for _, n := range hostedFolder("hosted") {
		if n != files[0] && n != files[1] {
			files = append(files, n)
		}
	}
	return files
}

// hostedFolder are the files in a folder, without those in folders below.
func hostedFolder(folder string) (files []string) {
	entries, err := hostedFiles.ReadDir(folder)
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, e.Name())
		}
	}
	return files
}

func hostedText(file string) []byte {
	text, err := hostedFiles.ReadFile("hosted/" + file)
	if err != nil {
		panic(err)
	}
	return text
}

// hostedCode is the code of a hosted file: what the build compiled, if it did.
func hostedCode(n string) *code.Code {
	if data, ok := library.Compiled(hostedName(n, hostedText(n))); ok {
		if c := Unsealed(data, "<hosted "+n+">"); c != nil {
			return c
		}
	}
	return compileHostedFile(n)
}

func compileHostedFile(n string) *code.Code {
	name := "<hosted " + n + ">"
	file := syntax.NewFile(name, hostedText(n))
	mod, errs := syntax.Parse(file, syntax.Options{})
	if len(errs) > 0 {
		panic(fmt.Sprintf("%s: %v", name, errs[0]))
	}
	c, errs := compile.Compile(mod, file, compile.Options{Filename: name, Hidden: true})
	if len(errs) > 0 {
		panic(fmt.Sprintf("%s: %v", name, errs[0]))
	}
	return c
}

// HostedModule is the code of a hosted module that is compiled only when a program imports it.
func (vm *VM) HostedModule(name string) *Code {
	return vm.load(hostedCode("modules/" + name + ".py"))
}

// LoadHosted runs the hosted files; the builtins must be in place. natives are functions only they see.
func (vm *VM) LoadHosted(natives map[string]object.Value) {
	vm.lenFunc = vm.Builtins.Get("len")
	g := vm.NewDict()
	g.SetStr(&vm.Ctx, "__name__", object.ConstStr("builtins"))
	g.SetStr(&vm.Ctx, "__builtins__", vm.Builtins.Clone(&vm.Ctx).V())
	for _, d := range slices.Concat(object.HostedContainers(), hostDefs, frameDefs, pickleCodeDefs, pickleFrameDefs) {
		g.SetStr(&vm.Ctx, d.Sig[:indexByte(d.Sig, '(')], vm.Func("", &d))
	}
	g.SetStr(&vm.Ctx, "_FrameType", FrameType.V())
	g.SetStr(&vm.Ctx, "_TracebackType", TracebackType.V())
	names := make([]string, 0, len(natives))
	for n := range natives { // order-free: sorted below
		names = append(names, n)
	}
	sortStrings(names)
	for _, n := range names {
		g.SetStr(&vm.Ctx, n, natives[n])
	}
	vm.hostedNS = g
	sched := vm.Sched
	vm.Sched = nil
	for _, c := range compileHosted() {
		k := vm.load(c)
		vm.frame = vm.RunCode(vm.NewBottom(), vm.newFunc(k, g), g.V())
		for {
			s := vm.Run(1 << 40)
			if s.Why == Exited {
				break
			}
			text := ""
			if !s.Exc.IsNil() {
				text = object.TypeOf(s.Exc).Name
				if e := s.Exc.AsExc(); e != nil {
					for _, a := range e.Args.AsTuple().Items {
						if x := a.AsStr(); x != nil {
							text += ": " + x.String()
						}
					}
					if t := AsTraceback(e.TB); t != nil {
						text += fmt.Sprintf(" (line %d)", t.Line)
					}
				}
			}
			panic(fmt.Sprintf("%s did not load: %v %s", c.Filename, s.Why, text))
		}
	}
	vm.Sched = sched
}

// HostedBuiltins is the copy of the builtins that hosted code sees: programs cannot change it.
func (vm *VM) HostedBuiltins() *object.Dict { return vm.hostedNS.Get("__builtins__").AsDict() }

// Hosted implements object.Host.
func (vm *VM) Hosted(name string) object.Value {
	v := vm.hostedNS.GetStr(vm.Intern(name))
	if v.IsNil() {
		panic("no hosted function " + name)
	}
	return v
}

func indexByte(s string, b byte) int {
	for i := range len(s) {
		if s[i] == b {
			return i
		}
	}
	return -1
}

func sortStrings(s []string) {
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && s[j] < s[j-1]; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

// CallerModule implements object.Host.
func (vm *VM) CallerModule() object.Value {
	for f := vm.current; f != nil; f = f.prev {
		if f.fn != nil && f.Visible() {
			return f.fn.globals.GetStr(vm.names.name)
		}
	}
	return object.Nil
}

// SuperArgs implements object.Host.
func (vm *VM) SuperArgs() (class, obj object.Value, bad string) {
	f := vm.current
	for f != nil && (f.fn == nil || !f.Visible()) {
		f = f.prev
	}
	if f == nil {
		return class, obj, "no current frame"
	}
	k := f.code
	if k.ArgCount == 0 && k.CoFlags&code.VarArgs == 0 {
		return class, obj, "no arguments"
	}
	first := int32(0)
	if k.ArgCount == 0 {
		first = k.KwOnly
	}
	obj = *f.R(int(first))
	if !obj.IsNil() {
		if cell := obj.AsCell(); cell != nil {
			obj = cell.Val
		}
		if k.ArgCount == 0 && !obj.IsNil() {
			if t := obj.AsTuple(); t != nil && len(t.Items) > 0 {
				obj = t.Items[0]
			} else {
				obj = object.Nil
			}
		}
	}
	if obj.IsNil() {
		return class, obj, "arg[0] deleted"
	}
	if k.ClassCell < 0 {
		return class, obj, "__class__ cell not found"
	}
	cell := f.R(int(k.ClassCell)).AsCell()
	if cell == nil || cell.Val.IsNil() {
		return class, obj, "empty __class__ cell"
	}
	if cell.Val.AsType() == nil {
		return class, obj, "__class__ is not a type (" + object.TypeOf(cell.Val).Name + ")"
	}
	return cell.Val, obj, ""
}

// Current is the frame whose instruction runs: the caller, for native code. Hidden frames are skipped.
func (vm *VM) Current() *Frame {
	for f := vm.current; f != nil; f = f.prev {
		if f.fn != nil && f.Visible() {
			return f
		}
	}
	return nil
}

// AsyncGenHook is the firstiter hook of sys.set_asyncgen_hooks, or Nil.
func (vm *VM) AsyncGenHook() object.Value { return vm.asyncHook }

// SetAsyncGenHook sets it.
func (vm *VM) SetAsyncGenHook(h object.Value) { vm.asyncHook = h }

// Capture keeps a frame from being reused after it returned, because Python code refers to it.
func (f *Frame) Capture() object.Value {
	f.capture()
	return f.V()
}

// hostDefs are native functions that only hosted code sees.
var hostDefs = []object.Def{
	{Sig: "_run_class_body(func, ns, /)", Fn: func(c *object.Ctx, a []value) value {
		fn := asFunc(a[0])
		return c.Ask(HostFunc(func(vm *VM, f *Frame) *Frame { return vm.RunCode(f, fn, a[1]) }))
	}},
	{Sig: "_sort_run(sort, /)", Fn: func(c *object.Ctx, a []value) value {
		sort := a[0]
		return c.Ask(HostFunc(func(vm *VM, f *Frame) *Frame { return vm.sortRun(f, sort) }))
	}},
	{Sig: "_throw_direct(gen, exc, /)", Fn: func(c *object.Ctx, a []value) value { return FromCtx(c).askThrow(asGen(a[0]), a[1]) }},
	{Sig: "_is_func(f, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(a[0].Kind() == object.KFunc) }},
	{Sig: "_append(list, item, /)", Fn: func(c *object.Ctx, a []value) value {
		a[0].AsList().Append(c, a[1])
		return object.None
	}},
	{Sig: "_dict_set(dict, key, value, /)", Fn: func(c *object.Ctx, a []value) value {
		if !c.DictSet(a[0].AsDict(), a[1], a[2]) {
			return object.Nil
		}
		return object.None
	}},
	{Sig: "_lookup(obj, name, /)", Fn: func(c *object.Ctx, a []value) value { // special method lookup: bound, or None
		t := object.TypeOf(a[0])
		m := c.Lookup(t, c.Name(a[1].AsStr()))
		if m.IsNil() {
			return object.None
		}
		return c.BindTo(m, a[0], t)
	}},
	{Sig: "_seq_flags(cls, /)", Fn: func(c *object.Ctx, a []value) value {
		return object.Int(a[0].AsType().PatternFlags())
	}},
	{Sig: "_exec_module(code, ns, /)", Fn: func(c *object.Ctx, a []value) value {
		k, ns := asCode(a[0]), a[1].AsDict()
		if ns.Get("__builtins__").IsNil() {
			ns.SetStr(c, "__builtins__", FromCtx(c).Builtins.V())
		}
		return c.Ask(HostFunc(func(vm *VM, f *Frame) *Frame { return vm.RunCode(f, vm.newFunc(k, ns), ns.V()) }))
	}},
	{Sig: "_instance_dict(obj, /)", Fn: func(c *object.Ctx, a []value) value {
		if d := c.InstanceDict(a[0]); d != nil {
			return d.V()
		}
		return object.None
	}},
	{Sig: "_set_tb(exc, tb, /)", Fn: func(c *object.Ctx, a []value) value {
		c.Touch(a[0].Hdr())
		a[0].AsExc().TB = a[1]
		return object.None
	}},
	{Sig: "_group_new(cls, msg, excs, /)", Fn: func(c *object.Ctx, a []value) value { return c.Call(a[0], a[1], a[2]) }},
	{Sig: "_set_seq_flag(cls, flag, /)", Fn: func(c *object.Ctx, a []value) value {
		t := a[0].AsType()
		n, _ := a[1].AsInt()
		if t.Flags2Static() { // builtin classes have their flags from the start
			return object.None
		}
		c.Touch(&t.Hdr)
		t.SetPatternFlags(n)
		return object.None
	}},
	{Sig: "_given_repr(group, /)", Fn: func(c *object.Ctx, a []value) value { return a[0].AsExc().Fields[object.FieldGroupGiven] }},
	{Sig: "_allows_new(cls, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(a[0].AsType().Flags&object.Disallow == 0) }},
	{Sig: "_seal(cls, final, /)", Fn: func(c *object.Ctx, a []value) value {
		t := a[0].AsType()
		FromCtx(c).seal(t)
		if a[1].IsTrue() {
			t.Flags |= object.Final
		}
		return object.None
	}},
	{Sig: "_bare(cls, /)", Fn: func(c *object.Ctx, a []value) value { return c.NewBare(a[0].AsType()) }}, // object.__new__ of sealed classes
	{Sig: "_said(obj, /)", Fn: func(c *object.Ctx, a []value) value { return object.NewStr(object.TypeOf(a[0]).Said()) }},
	{Sig: "_readonly(cls, /, *names)", Fn: func(c *object.Ctx, a []value) value { // slots that only _slot_set sets
		for _, n := range object.Items(a[1]) {
			a[0].AsType().Dict.GetStr(n.AsStr()).AsGetSet().Field = true
		}
		return object.None
	}},
	{Sig: "_slot_set(obj, name, value, /)", Fn: func(c *object.Ctx, a []value) value {
		c.SetMember(a[0], a[1].AsStr().String(), a[2])
		return object.None
	}},
	{Sig: "_in_slots(obj, /)", Fn: func(c *object.Ctx, a []value) value { return object.Bool(a[0].Kind() == object.KInst) }},
	{Sig: "_type_dict(cls, /)", Fn: func(c *object.Ctx, a []value) value { return a[0].AsType().Dict.V() }},
	{Sig: "_payload(obj, /)", Fn: func(c *object.Ctx, a []value) value { return a[0].Unbox() }},
}
