package debug

import (
	"strings"

	"slp/vm"
	"slp/vm/object"
)

// Evaluations may run for so many ticks: a few seconds.
const evaluationTicks = 50_000_000

// Evaluate evaluates code in a frame, without effect on the program. Statements may stand in it if its effects are to be
// kept; then it must be the end of the run, and not its past.
func (d *Debugger) Evaluate(f vm.Frame, text string, limit int) vm.Result {
	world := &aside{under: d.under, console: func(fd int, data []byte) { d.options.Output(Stream(fd), string(data)) }}
	defer world.close()
	return d.m.Evaluate(f, text, vm.Evaluation{Repr: true, Limit: limit, Ticks: evaluationTicks, World: world, Patience: d.patience})
}

func (d *Debugger) patience() bool { return !d.outside.attention.Load() }

// quick evaluates an expression for a breakpoint: nothing that it writes is shown.
func (d *Debugger) quick(f vm.Frame, text string) vm.Result {
	world := &aside{under: d.under, console: func(int, []byte) {}}
	defer world.close()
	return d.m.Evaluate(f, text, vm.Evaluation{Limit: 2000, Ticks: evaluationTicks, World: world})
}

// holds evaluates a condition. One that fails holds: the user wants to see why.
func (d *Debugger) holds(f vm.Frame, condition string) bool {
	if v, ok := d.m.Simple(f, condition); ok {
		if t, ok := vm.Truth(v); ok {
			return t
		}
	}
	r := d.quick(f, "bool(("+condition+"\n))")
	if r.Err {
		if !d.search && d.options.Log != nil {
			d.options.Log("the condition "+condition+" cannot be evaluated: "+r.Text, f)
		}
		return true
	}
	return r.Value.IsTrue()
}

// message fills in the expressions in braces of a log point.
func (d *Debugger) message(f vm.Frame, text string) string {
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		if i+1 < len(text) && text[i+1] == text[i] {
			b.WriteByte(text[i])
			text = text[i+2:]
			continue
		}
		if text[i] == '}' {
			b.WriteByte('}')
			text = text[i+1:]
			continue
		}
		text = text[i+1:]
		end := closing(text)
		if end < 0 {
			b.WriteString("{" + text)
			break
		}
		b.WriteString(d.shownAs(f, text[:end]))
		text = text[end+1:]
	}
	return b.String()
}

// closing finds the brace that closes an expression.
func closing(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{', '[', '(':
			depth++
		case ']', ')':
			depth--
		case '}':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

func (d *Debugger) shownAs(f vm.Frame, expression string) string {
	if v, ok := d.m.Simple(f, expression); ok {
		if s, ok := vm.PlainText(v); ok {
			return s
		}
	}
	r := d.quick(f, "str(("+expression+"\n))")
	if r.Err {
		return "<" + r.Text + ">"
	}
	if s, ok := vm.PlainText(r.Value); ok {
		return s
	}
	return r.Text
}

// Do runs code in a frame and keeps its effects: it becomes part of the run. The program must not stand in its past.
func (d *Debugger) Do(f vm.Frame, text string, limit int) vm.Result {
	var r vm.Result
	at := d.address(f)
	d.t.Change(func(m *vm.Machine) {
		r = m.Evaluate(at(m), text, vm.Evaluation{Statements: true, Keep: true, Repr: true, Limit: limit, Ticks: evaluationTicks})
	})
	return r
}

// Target is where a variable is.
type Target struct {
	Frame  vm.Frame     // of a local variable or a global one
	Global bool         // a name in the frame's module
	Owner  object.Value // or the value that holds it; Nil for variables of a frame
	Index  int          // which of its children
	Name   string
}

// Assign evaluates text in the frame and assigns it, for good. The program must not stand in its past.
func (d *Debugger) Assign(f vm.Frame, to Target, text string, limit int) vm.Result {
	var r vm.Result
	at, owner := d.address(f), d.address(to.Frame)
	d.t.Change(func(m *vm.Machine) {
		r = m.Evaluate(at(m), text, vm.Evaluation{Keep: true, Limit: limit, Ticks: evaluationTicks})
		if r.Err {
			return
		}
		done := true
		switch {
		case !to.Owner.IsNil():
			done = m.SetChild(to.Owner, to.Index, r.Value)
		case to.Global:
			m.SetGlobal(owner(m), to.Name, r.Value)
		default:
			done = m.SetLocal(owner(m), to.Name, r.Value)
		}
		if !done {
			r = vm.Result{Err: true, Text: to.Name + " cannot be assigned"}
		}
	})
	return r
}

// address finds a frame again when the run passes its instant another time.
func (d *Debugger) address(f vm.Frame) func(m *vm.Machine) vm.Frame {
	if f.Nil() {
		return func(*vm.Machine) vm.Frame { return vm.Frame{} }
	}
	for _, t := range d.m.Tasklets() {
		for i, x := range t.Frames() {
			if x.Same(f) {
				return func(m *vm.Machine) vm.Frame {
					if t, ok := m.Tasklet(t.ID); ok {
						if all := t.Frames(); i < len(all) {
							return all[i]
						}
					}
					return vm.Frame{}
				}
			}
		}
	}
	return func(*vm.Machine) vm.Frame { return f }
}
