package vm

import (
	"strings"

	"slp/syntax"
	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/world"
)

// Evaluation says how to evaluate.
type Evaluation struct {
	Statements bool // statements are allowed, not only an expression
	Keep       bool // what the code changes stays changed; else the machine is as before
	Repr       bool // the text of the result is what the program's own __repr__ says
	Limit      int  // of the text, in bytes
	// Ticks is how long the code may run; Patience, if set, is asked now and then whether to go on.
	Ticks    int64
	Patience func() bool
	// World answers the code's questions, if set, instead of the machine's own.
	World world.World
}

// Result is what came of an evaluation.
type Result struct {
	Value object.Value // Nil after statements, or if it failed
	Text  string       // the value, or the error
	Err   bool         // it failed
	Exc   Exception    // the exception that ended it, if one did
}

const evaluationName = "<debugger>"

// Evaluate runs code in the scope of a frame, on a diversion: a checkpoint is made, the code runs on this very machine,
// and unless its effects are to be kept the machine goes back. Traps do not stop it.
func (m *Machine) Evaluate(f Frame, text string, e Evaluation) Result {
	text = strings.TrimSpace(text)
	if text == "" {
		return Result{Err: true, Text: "there is nothing to evaluate"}
	}
	if m.ended || f.Nil() {
		return m.outside(text)
	}
	run, fail := m.prepare(f, text, e.Statements)
	if fail != "" {
		return Result{Err: true, Text: fail}
	}
	d := m.divert(e)
	defer d.end()
	v, r := d.run(run.begin)
	if r != nil {
		return *r
	}
	if run.end != nil {
		run.end()
		return Result{}
	}
	r = &Result{Value: v}
	if e.Repr {
		text, bad := d.run(func(then func(v, exc object.Value)) {
			m.vm.Begin(m.vm.Builtins.Get("repr"), []object.Value{v}, then)
		})
		if bad == nil && text.AsStr() != nil {
			r.Text = cut(text.AsStr(), e.Limit)
			return *r
		}
	}
	r.Text = m.Text(v, e.Limit)
	return *r
}

func (m *Machine) outside(string) Result {
	return Result{Err: true, Text: "there is no frame to evaluate it in: the program does not stand anywhere"}
}

func cut(s *object.Str, limit int) string {
	if limit > 0 && s.Len() > limit {
		return s.Slice(0, limit) + "..."
	}
	return s.String()
}

// prepared is code ready to run.
type prepared struct {
	begin func(then func(v, exc object.Value))
	end   func() // after statements: stores the changed variables
}

// prepare compiles text for the scope of a frame; the string says why that is not possible.
func (m *Machine) prepare(f Frame, text string, statements bool) (prepared, string) {
	v := m.vm
	k, bad := m.compiled("", text, compile.Eval)
	if bad != "" {
		if !statements {
			return prepared{}, bad
		}
		if k, bad = m.compiled("", text+"\n", compile.Exec); bad != "" {
			return prepared{}, bad
		}
		if ns := f.f.Namespace(); !ns.IsNil() {
			return prepared{func(then func(v, exc object.Value)) { v.BeginCode(k, f.f.Globals(), ns, then) }, func() {}}, ""
		}
		locals := v.NewDict()
		for _, x := range m.scratch {
			locals.SetStr(&v.Ctx, x.Name, x.Value)
		}
		all := append(f.Closure(), f.Locals()...)
		for _, x := range all {
			locals.SetStr(&v.Ctx, x.Name, x.Value)
		}
		return prepared{func(then func(v, exc object.Value)) { v.BeginCode(k, f.f.Globals(), locals.V(), then) },
			func() {
				known := map[string]bool{}
				for _, x := range all {
					known[x.Name] = true
					if now := locals.Get(x.Name); !now.IsNil() && now != x.Value {
						m.SetLocal(f, x.Name, now)
					}
				}
				for _, x := range names(locals, false) { // a function gets no new variables: the debugger keeps them
					if !known[x.Name] {
						m.keep(x)
					}
				}
			}}, ""
	}
	if ns := f.f.Namespace(); !ns.IsNil() {
		return prepared{begin: func(then func(v, exc object.Value)) { v.BeginCode(k, f.f.Globals(), ns, then) }}, ""
	}
	// The expression becomes the body of a function whose parameters are the frame's variables: so what is nested in it
	// sees them too.
	var params []string
	var args []object.Value
	seen := map[string]bool{}
	for _, x := range append(f.Locals(), f.Closure()...) {
		if syntax.IsIdentifier(x.Name) && !seen[x.Name] && strings.Contains(text, x.Name) {
			seen[x.Name] = true
			params = append(params, x.Name)
			args = append(args, x.Value)
		}
	}
	for _, x := range m.scratch {
		if !seen[x.Name] && strings.Contains(text, x.Name) && f.f.Globals().Get(x.Name).IsNil() {
			seen[x.Name] = true
			params = append(params, x.Name)
			args = append(args, x.Value)
		}
	}
	k, bad = m.compiled("lambda "+strings.Join(params, ","), "(\n"+text+"\n)", compile.Eval)
	if bad != "" {
		return prepared{}, bad
	}
	return prepared{begin: func(then func(v, exc object.Value)) {
		v.BeginCode(k, f.f.Globals(), f.Globals(), func(fn, exc object.Value) {
			if exc.IsNil() {
				v.Begin(fn, args, then)
				return
			}
			then(fn, exc)
		})
	}}, ""
}

// keep remembers a variable that statements of an evaluation made in a function: later evaluations see it.
func (m *Machine) keep(x Variable) {
	for i := range m.scratch {
		if m.scratch[i].Name == x.Name {
			m.scratch[i] = x
			return
		}
	}
	m.scratch = append(m.scratch, x)
}

// compiled compiles text once; before stands in front of it, with a colon between, unless it is empty.
func (m *Machine) compiled(before, text string, mode compile.Mode) (*interp.Code, string) {
	if before != "" {
		text = before + ":" + text
	}
	key := string(rune('0'+mode)) + text
	if k := m.texts[key]; k != nil {
		return k, ""
	}
	c, bad := interp.CompileShared([]byte("\xef\xbb\xbf"+text), evaluationName, mode, 0, 0)
	if bad != nil {
		return nil, "SyntaxError: " + bad.Message
	}
	k := m.vm.Load(c)
	if m.texts == nil {
		m.texts = map[string]*interp.Code{}
	}
	m.texts[key] = k
	return k, ""
}

// diversion is a branch of the run that leaves no trace, or only what it changed.
type diversion struct {
	m       *Machine
	e       Evaluation
	mark    *interp.Mark
	control interp.Control
	world   world.World
	failed  bool
}

func (m *Machine) divert(e Evaluation) *diversion {
	d := &diversion{m: m, e: e, world: m.vm.World, control: m.vm.Control(), mark: m.vm.Checkpoint()}
	m.diverted = true
	if e.World != nil {
		m.vm.World = e.World
	}
	return d
}

func (d *diversion) end() {
	d.m.vm.World = d.world
	d.m.diverted = false
	if d.e.Keep && !d.failed {
		d.m.vm.SetControl(d.control)
		return
	}
	d.m.vm.Restore(d.mark)
	d.m.vm.SetControl(d.control)
}

const evaluationSlice = 100_000

// run runs what begin begins to its end. The Result, if not nil, says why there is no value.
func (d *diversion) run(begin func(then func(v, exc object.Value))) (object.Value, *Result) {
	var v, exc object.Value
	done := false
	vm := d.m.vm
	begin(func(a, b object.Value) { v, exc, done = a, b, true })
	left := d.e.Ticks
	if left <= 0 {
		left = 1 << 40
	}
	for !done {
		if left <= 0 || d.e.Patience != nil && !d.e.Patience() {
			d.failed = true
			return object.Nil, &Result{Err: true, Text: "the evaluation takes too long and was given up"}
		}
		n := min(left, evaluationSlice)
		left -= n
		if s := vm.Run(n); !done && s.Why != Spent && s.Why != Exited {
			d.failed = true
			return object.Nil, &Result{Err: true, Text: "the evaluation cannot go on: it waits for something that will not happen"}
		} else if !done && s.Why == Exited && !s.Begun {
			d.failed = true
			return object.Nil, &Result{Err: true, Text: "the evaluation let the program run to its end and was undone"}
		}
	}
	if !exc.IsNil() {
		x := Exception{m: d.m, exc: exc}
		text := x.TypeName()
		if msg := x.Message(); msg != "" {
			text += ": " + msg
		}
		return object.Nil, &Result{Err: true, Text: text, Exc: x}
	}
	return v, nil
}

// ---- assigning

// SetLocal assigns a variable of the frame, or of a function around it. It reports false if there is none of that name.
func (m *Machine) SetLocal(f Frame, name string, v object.Value) bool {
	if ns := f.f.Namespace(); !ns.IsNil() {
		d := ns.AsDict()
		if d == nil {
			return false
		}
		d.SetStr(&m.vm.Ctx, name, v)
		return true
	}
	return m.vm.SetFree(f.f, name, v) || m.vm.SetLocal(f.f, name, v)
}

// SetGlobal assigns a name in the frame's module.
func (m *Machine) SetGlobal(f Frame, name string, v object.Value) {
	f.f.Globals().SetStr(&m.vm.Ctx, name, v)
}

// SetChild assigns child i of a value, as Children counts them. It reports false if it cannot be assigned.
func (m *Machine) SetChild(owner object.Value, i int, v object.Value) bool {
	kids := m.Children(owner)
	if i < 0 || i >= kids.Len() || kids.At(i).Fixed {
		return false
	}
	c := &m.vm.Ctx
	kid := kids.At(i)
	if kid.Item {
		n := i - kids.Named()
		inner := owner.Unbox()
		switch inner.Kind() {
		case object.KList:
			l := inner.AsList()
			c.Touch(&l.Hdr)
			l.Items[n] = v
			return true
		case object.KDict:
			return c.DictSet(inner.AsDict(), kids.key(i), v)
		}
		return false
	}
	switch owner.Kind() {
	case object.KInst:
		name := c.Intern(kid.Name)
		o := owner.AsInst()
		if o.GetSlot(c, name).IsNil() {
			return false
		}
		o.SetSlot(c, name, v)
		return true
	case object.KModule:
		owner.AsModule().Dict.SetStr(c, kid.Name, v)
		return true
	case object.KType:
		t := owner.AsType()
		if t.Flags&object.HeapType == 0 {
			return false
		}
		t.Dict.SetStr(c, kid.Name, v)
		c.Changed(t)
		return true
	case object.KExc:
		if d := owner.AsExc().Dict; d != nil {
			d.SetStr(c, kid.Name, v)
			return true
		}
	case object.KGen:
		return m.vm.SetLocal(interp.AsGen(owner).Frame(), kid.Name, v)
	case object.KFrame:
		return m.SetLocal(Frame{m: m, f: interp.AsFrame(owner)}, kid.Name, v)
	}
	return false
}
