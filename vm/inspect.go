package vm

import (
	"slices"
	"strings"

	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
	"slp/vm/stdlib/sys"
)

// Looking never moves a machine: nothing in this file runs program code or changes what a program could see.

// CodeObject is a piece of compiled code that a machine has loaded.
type CodeObject = interp.Code

// Position is a range of source text: lines from 1, columns from 1 in bytes.
type Position struct{ Line, Column, EndLine, EndColumn int }

// Frame is an activation of Python code on the stack of a tasklet.
type Frame struct {
	m    *Machine
	f    *interp.Frame
	next bool // it stands before an instruction; else in the middle of one (a call)
}

// Nil reports that there is no frame.
func (f Frame) Nil() bool { return f.f == nil }

// Same reports that both are one activation.
func (f Frame) Same(o Frame) bool { return f.f == o.f }

// Code is what the frame runs; PC is the instruction at which it stands.
func (f Frame) Code() *CodeObject { return f.f.Code().Base() }
func (f Frame) PC() int {
	if f.next {
		return f.f.NextPC()
	}
	return f.f.PC()
}

// Depth is the number of frames below it, hidden ones included.
func (f Frame) Depth() int { return f.f.Depth() }

// Hidden tells that the frame belongs to a builtin that is written in Python.
func (f Frame) Hidden() bool { return !f.f.Visible() }

// Name and Qualname name the code.
func (f Frame) Name() string     { return f.f.Code().Name }
func (f Frame) Qualname() string { return f.f.Code().Qualname }

// File is the file as tracebacks name it.
func (f Frame) File() string { return f.f.Code().Filename }

// Library tells that the frame runs code of the standard library.
func (f Frame) Library() bool { return Library(f.File()) }

// Library tells that a file name is of the embedded standard library.
func Library(file string) bool { return strings.HasPrefix(file, sys.Library+"/") }

// Position is where in the source the frame stands.
func (f Frame) Position() Position {
	p := f.f.Code().PosAt(f.PC())
	return Position{int(p.Line), int(p.Col) + 1, int(p.EndLine), int(p.EndCol) + 1}
}

// AtStatement tells that the frame stands before a statement.
func (f Frame) AtStatement() bool {
	_, ok := f.Code().StartAt(f.PC())
	return ok && f.next
}

// Outer is the next visible frame outwards.
func (f Frame) Outer() Frame {
	for p := f.f.Prev(); p != nil; p = p.Prev() {
		if p.Visible() {
			return Frame{m: f.m, f: p}
		}
	}
	return Frame{}
}

// Globals is the namespace of the frame's module.
func (f Frame) Globals() object.Value { return f.f.Globals().V() }

// Namespace is the mapping in which code of a module or class body keeps its names; Nil in functions.
func (f Frame) Namespace() object.Value { return f.f.Namespace() }

// AtModule tells that the frame runs the top level of a module.
func (f Frame) AtModule() bool {
	ns := f.f.Namespace()
	return !ns.IsNil() && ns == f.f.Globals().V()
}

// Variable is a name and a value, somewhere in a program.
type Variable struct {
	Name  string
	Value object.Value
	// Item tells that it is an item of a container, not a name.
	Item bool
	// Fixed tells that it cannot be assigned.
	Fixed bool
}

// Locals are the variables of the frame; for code of a module or class body those of its namespace.
func (f Frame) Locals() []Variable {
	var out []Variable
	if ns := f.f.Namespace(); !ns.IsNil() {
		if d := ns.AsDict(); d != nil {
			return names(d, false)
		}
	}
	for n, v := range f.f.OwnLocals {
		out = append(out, Variable{Name: n, Value: v, Fixed: strings.HasPrefix(n, ".")})
	}
	return out
}

// Closure are the variables of enclosing functions that the frame uses.
func (f Frame) Closure() []Variable {
	var out []Variable
	for n, v := range f.f.FreeVariables {
		out = append(out, Variable{Name: n, Value: v})
	}
	return out
}

// names lists the string keys of a namespace; __names__ only if all is set.
func names(d *object.Dict, all bool) []Variable {
	var out []Variable
	for i := d.T.Next(0); i >= 0; i = d.T.Next(i + 1) {
		e := d.T.At(i)
		s := e.Key.AsStr()
		if s == nil || !all && dunder(s.String()) {
			continue
		}
		out = append(out, Variable{Name: s.String(), Value: e.Val})
	}
	return out
}

func dunder(s string) bool {
	return len(s) > 4 && strings.HasPrefix(s, "__") && strings.HasSuffix(s, "__")
}

// ---- tasklets

// State says what a tasklet does.
type State string

// The states.
const (
	Running  State = "running"
	Runnable State = "runnable"
	Blocked  State = "blocked"
	Paused   State = "paused"
	Dead     State = "dead"
	Fresh    State = "new"
)

// Place is a line of the source.
type Place struct {
	File, Function string
	Line           int
}

// Tasklet is a tasklet as a debugger sees it.
type Tasklet struct {
	ID        int
	State     State
	Sends     bool // it waits to send (else to receive), if Blocked
	Channel   Channel
	Main      bool
	Current   bool
	SinceTick int64 // when it came into its state
	m         *Machine
	t         *sched.Tasklet
}

// Channel is a channel as a debugger sees it.
type Channel struct {
	m  *Machine
	ch *sched.Channel
}

// Current is the tasklet that runs; in a deadlock the one that was the last to run.
func (m *Machine) Current() Tasklet { return m.tasklet(m.owner()) }

// owner is the tasklet whose frame the machine stands in.
func (m *Machine) owner() *sched.Tasklet {
	s := m.sched
	if s.Current != nil {
		return s.Current
	}
	for t := range s.All {
		if t.Blocked() != 0 && t.Frame.IsNil() {
			return t
		}
	}
	return s.Main
}

// CurrentID is the ID of Current.
func (m *Machine) CurrentID() int { return int(m.owner().ID) }

// Tasklets lists the tasklets that are alive: the current one, those that can run in the order in which they will,
// then the others by creation.
func (m *Machine) Tasklets() []Tasklet {
	cur := m.owner()
	out := append(make([]Tasklet, 0, m.sched.Alive), m.tasklet(cur))
	for s := range m.sched.Circles {
		if s.Current != nil {
			for t := s.Current; t != nil; t = t.Next {
				if t != cur {
					out = append(out, m.tasklet(t))
				}
				if t.Next == s.Current {
					break
				}
			}
		}
		for t := range s.All {
			if t != cur && !t.Runnable() {
				out = append(out, m.tasklet(t))
			}
		}
	}
	return out
}

// alive calls yield with every tasklet that is alive, of all threads.
func (m *Machine) alive(yield func(*sched.Tasklet) bool) {
	for s := range m.sched.Circles {
		for t := range s.All {
			if !yield(t) {
				return
			}
		}
	}
}

// Tasklet finds a tasklet that is alive.
func (m *Machine) Tasklet(id int) (Tasklet, bool) {
	if o := m.owner(); int(o.ID) == id {
		return m.tasklet(o), true
	}
	for t := range m.alive {
		if int(t.ID) == id {
			return m.tasklet(t), true
		}
	}
	return Tasklet{}, false
}

func (m *Machine) tasklet(t *sched.Tasklet) Tasklet {
	x := Tasklet{ID: int(t.ID), Main: t.Main, SinceTick: t.Since, m: m, t: t}
	switch {
	case t.Blocked() != 0:
		x.State, x.Sends, x.Channel = Blocked, t.Blocked() > 0, Channel{m, t.Channel}
		x.Current = t == m.owner()
	case t == m.owner() && !m.ended:
		x.State, x.Current = Running, true
	case t.Runnable():
		x.State = Runnable
	case t.Frame.IsNil():
		x.State = Dead
	case !t.Started:
		x.State = Fresh
	default:
		x.State = Paused
	}
	return x
}

// V is the tasklet as a Python value.
func (t Tasklet) V() object.Value { return t.t.V() }

// Name is what the program or its function calls it.
func (t Tasklet) Name() string {
	if t.t.Main && t.ID > 1 {
		return "main of a thread"
	}
	if t.t.Main {
		return "main"
	}
	if n := t.t.Extra().Name; !n.IsNil() && n.AsStr() != nil {
		return n.AsStr().String()
	}
	if fn := t.t.Func; !fn.IsNil() && !fn.IsNone() {
		return callableName(fn)
	}
	name := ""
	for f := t.Top(); !f.Nil(); f = f.Outer() {
		name = f.Qualname()
	}
	if name == "" {
		return "tasklet"
	}
	return name
}

// InRun tells that the tasklet waits in stackless.run() for others to end.
func (t Tasklet) InRun() bool {
	for s := range t.m.sched.Circles {
		for _, d := range s.Watchdogs {
			if d.Tasklet == t.t {
				return true
			}
		}
	}
	return false
}

func callableName(fn object.Value) string {
	if m := fn.AsMethod(); m != nil {
		fn = m.Func
	}
	if f := interp.AsFunc(fn); f != nil {
		return f.Qualname()
	}
	if b := fn.AsBuiltin(); b != nil {
		return b.Name.String()
	}
	return object.TypeOf(fn).Name
}

// Top is the tasklet's innermost visible frame; Nil if it never ran.
func (t Tasklet) Top() Frame {
	f, next := t.m.innermost(t.t)
	if f == nil {
		return Frame{}
	}
	if f.Visible() {
		return Frame{t.m, f, next}
	}
	return Frame{m: t.m, f: f}.Outer()
}

// innermost is the innermost frame of a tasklet, hidden or not, and whether it stands before an instruction.
func (m *Machine) innermost(t *sched.Tasklet) (*interp.Frame, bool) {
	if t == m.owner() && t.Frame.IsNil() {
		return m.vm.Frame(), !m.vm.Amid()
	}
	if t.Frame.IsNil() {
		for s, frame := range m.sched.Circles {
			if s.Current == t && !frame.IsNil() { // the one that runs in a thread whose turn it is not
				return interp.AsFrame(frame), false
			}
		}
		return nil, false
	}
	return interp.AsFrame(t.Frame), t.Preempted
}

// Frames lists the visible frames of the tasklet, innermost first.
func (t Tasklet) Frames() []Frame {
	var out []Frame
	for f := t.Top(); !f.Nil(); f = f.Outer() {
		out = append(out, f)
	}
	return out
}

// Starts is where the function of a tasklet that never ran begins.
func (t Tasklet) Starts() (Place, bool) {
	fn := t.t.Func
	if fn.IsNil() || fn.IsNone() {
		return Place{}, false
	}
	if m := fn.AsMethod(); m != nil {
		fn = m.Func
	}
	if f := interp.AsFunc(fn); f != nil {
		k := f.Code()
		return Place{k.Filename, k.Qualname, int(k.FirstLine)}, true
	}
	return Place{}, false
}

// Created is where the tasklet was made.
func (t Tasklet) Created() (Place, bool) { return place(t.t.Origin) }

func place(s *sched.Site) (Place, bool) {
	if s == nil {
		return Place{}, false
	}
	return Place{s.File, s.Function, s.Line}, true
}

// ---- channels

// Nil reports that there is no channel.
func (c Channel) Nil() bool { return c.ch == nil }

// V is the channel as a Python value.
func (c Channel) V() object.Value { return c.ch.V() }

// ID, Balance, Preference, ScheduleAll, Closing and Closed are what the channel says of itself.
func (c Channel) ID() int           { return int(c.ch.ID) }
func (c Channel) Balance() int      { return c.ch.Balance }
func (c Channel) Preference() int   { return int(c.ch.Preference) }
func (c Channel) ScheduleAll() bool { return c.ch.ScheduleAll }
func (c Channel) Closing() bool     { return c.ch.Closing }
func (c Channel) Closed() bool      { return c.ch.Closing && c.ch.Balance == 0 }

// Waiting lists the tasklets that wait, first come first.
func (c Channel) Waiting() []Tasklet {
	var out []Tasklet
	for _, t := range c.ch.Waiting() {
		out = append(out, c.m.tasklet(t))
	}
	return out
}

// Created is where the channel was made.
func (c Channel) Created() (Place, bool) { return place(c.ch.Origin) }

// mostSearched bounds how many objects are looked through for channels.
const mostSearched = 200_000

// Channels lists channels of the program, by creation: those on which somebody waits, and those that are found from the
// names of the main program, the frames of the tasklets and the modules, in the first mostSearched objects.
func (m *Machine) Channels() []Channel {
	found := map[int32]*sched.Channel{}
	seen := map[*object.Hdr]bool{}
	var todo []object.Value
	note := func(v object.Value) {
		if !v.IsObject() || seen[v.Hdr()] || len(seen) >= mostSearched {
			return
		}
		seen[v.Hdr()] = true
		todo = append(todo, v)
		if ch := sched.AsChannel(v); ch != nil {
			found[ch.ID] = ch
		}
	}
	for t := range m.alive {
		if t.Channel != nil {
			found[t.Channel.ID] = t.Channel
		}
	}
	note(m.main.Dict.V())
	m.vm.Roots(note)
	for i := 0; i < len(todo); i++ {
		object.Visit(todo[i].Hdr(), note)
	}
	ids := make([]int32, 0, len(found))
	for id := range found { // order-free: sorted below
		ids = append(ids, id)
	}
	slices.Sort(ids)
	out := make([]Channel, len(ids))
	for i, id := range ids {
		out[i] = Channel{m, found[id]}
	}
	return out
}

// ChannelNames finds what the program calls its channels: the shortest way from a name in the main program, or in a
// frame of a tasklet, to the channel.
func (m *Machine) ChannelNames() func(Channel) string {
	found := map[*sched.Channel]string{}
	note := func(name string, v object.Value) {
		if ch := sched.AsChannel(v); ch != nil {
			if _, known := found[ch]; !known {
				found[ch] = name
			}
		}
	}
	main := names(m.main.Dict, false)
	for _, v := range main {
		note(v.Name, v.Value)
	}
	inner := func(vars []Variable) {
		for _, v := range vars {
			if k := v.Value.Kind(); k == object.KInst || k == object.KList || k == object.KDict || k == object.KTuple {
				kids := m.Children(v.Value)
				for i := range min(kids.Len(), 64) {
					if kid := kids.At(i); kid.Item {
						note(v.Name+"["+strings.Trim(kid.Name, "[]")+"]", kid.Value)
					} else {
						note(v.Name+"."+kid.Name, kid.Value)
					}
				}
			}
		}
	}
	inner(main)
	searched := false
	return func(c Channel) string {
		if n, ok := found[c.ch]; ok {
			return n
		}
		if !searched {
			searched = true
			seen := 0
			for t := range m.alive {
				if seen++; seen > 1000 {
					break
				}
				for _, f := range m.tasklet(t).Frames() {
					if !f.AtModule() {
						vars := f.Locals()
						for _, v := range vars {
							note(v.Name, v.Value)
						}
						inner(vars)
					}
				}
			}
		}
		if n, ok := found[c.ch]; ok {
			return n
		}
		return "channel " + object.Int(int64(c.ch.ID)).String()
	}
}

// Executing is the visible frame whose instruction is carried out now, for a World that is being asked.
func (m *Machine) Executing() Frame {
	f := m.vm.Current()
	if f == nil {
		return Frame{}
	}
	return Frame{m: m, f: f}
}

// GlobalsModule is the namespace of the frame's module, to look into.
func (f Frame) GlobalsModule() object.Value {
	mod := f.m.vm.NewModule("", object.None)
	mod.Dict = f.f.Globals()
	return mod.V()
}

// Attributes are what can stand behind a dot after the value: its own attributes and those of its class, by name.
func (m *Machine) Attributes(v object.Value) map[string]object.Value {
	out := map[string]object.Value{}
	if v.IsNil() {
		return out
	}
	t := object.TypeOf(v)
	for i := len(t.MRO) - 1; i >= 0; i-- {
		for _, x := range names(t.MRO[i].Dict, true) {
			out[x.Name] = x.Value
		}
	}
	if c := v.AsType(); c != nil {
		for i := len(c.MRO) - 1; i >= 0; i-- {
			for _, x := range names(c.MRO[i].Dict, true) {
				out[x.Name] = x.Value
			}
		}
	}
	if mod := v.AsModule(); mod != nil {
		for _, x := range names(mod.Dict, true) {
			out[x.Name] = x.Value
		}
	}
	if v.Kind() == object.KInst || v.Kind() == object.KExc {
		kids := m.Children(v)
		for i := range kids.Named() {
			out[kids.At(i).Name] = kids.At(i).Value
		}
	}
	return out
}

// Names are the names that code in the frame can use: variables, globals, builtins and keywords (with no value).
func (m *Machine) Names(f Frame) map[string]object.Value {
	out := map[string]object.Value{}
	for _, k := range [...]string{"False", "None", "True", "and", "await", "for", "if", "in", "is", "lambda", "not", "or", "yield"} {
		out[k] = object.Nil
	}
	for _, x := range names(m.vm.Builtins, false) {
		out[x.Name] = x.Value
	}
	for _, x := range names(f.f.Globals(), true) {
		out[x.Name] = x.Value
	}
	for _, x := range append(f.Closure(), f.Locals()...) {
		out[x.Name] = x.Value
	}
	return out
}
