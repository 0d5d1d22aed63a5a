package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
)

// What debuggers see of functions, generators and code. Nothing here runs program code.

// AsFunc returns the function behind a value, or nil.
func AsFunc(v object.Value) *Func { return asFunc(v) }

// AsGen returns the generator behind a value, or nil.
func AsGen(v object.Value) *Gen { return asGen(v) }

// Code, Qualname, Closure, Defaults and Globals describe a function.
func (fn *Func) Code() *Code              { return fn.code }
func (fn *Func) Qualname() string         { return fn.qualname.String() }
func (fn *Func) Closure() []*object.Cell  { return fn.closure }
func (fn *Func) Defaults() []object.Value { return fn.defaults }
func (fn *Func) Globals() *object.Dict    { return fn.globals }
func (fn *Func) Dict() *object.Dict       { return fn.dict }

// Frame is where a generator waits, or nil when it is done; Qualname its name, State what it is doing.
func (g *Gen) Frame() *Frame    { return g.frame }
func (g *Gen) Qualname() string { return g.qualname.String() }
func (g *Gen) State() string {
	return [...]string{genCreated: "created", genRunning: "running", genSuspended: "suspended", genDone: "finished"}[g.state]
}

// HiddenCode tells that programs and debuggers do not see the code.
func (k *Code) HiddenCode() bool { return k.CoFlags&code.Hidden != 0 }

// StartAt reports whether a statement starts at pc, and in which line. What the body of a class does before its first
// statement, in the line of the class statement, is none.
func (k *Code) StartAt(pc int) (line int, ok bool) {
	k.Open()
	s := k.Starts
	lo, hi := 0, len(s)
	for lo < hi {
		m := (lo + hi) / 2
		if int(s[m].PC) < pc {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(s) && int(s[lo].PC) == pc {
		if lo == 0 && len(s) > 1 && k.CoFlags&code.Optimized == 0 && s[0].Line == k.FirstLine && k.Name != "<module>" {
			return 0, false
		}
		return int(s[lo].Line), true
	}
	return 0, false
}

// Base is the code itself if k is a variant of it.
func (k *Code) Base() *Code {
	if k.of != nil {
		return k.of
	}
	return k
}

// Function is the function that the frame runs, or nil.
func (f *Frame) Function() *Func { return f.fn }

// FreeVariables calls yield with the variables of enclosing functions that the frame's code uses.
func (f *Frame) FreeVariables(yield func(name string, v object.Value) bool) {
	if f.fn == nil {
		return
	}
	for i, c := range f.fn.closure {
		if i < len(f.code.FreeVars) && c != nil && !c.Val.IsNil() && !yield(f.code.FreeVars[i], c.Val) {
			return
		}
	}
}

// SetFree assigns a variable of an enclosing function and tells whether there is one of that name.
func (vm *VM) SetFree(f *Frame, name string, v object.Value) bool {
	for i, n := range f.code.FreeVars {
		if n == name && f.fn != nil && i < len(f.fn.closure) {
			vm.Touch(&f.fn.closure[i].Hdr)
			f.fn.closure[i].Val = v
			return true
		}
	}
	return false
}

// OwnLocals are the frame's variables without those of enclosing functions. Hidden variables of comprehensions come
// last.
func (f *Frame) OwnLocals(yield func(name string, v object.Value) bool) {
	pc := f.pc
	seen := map[string]bool{}
	for i := len(f.code.Locals) - 1; i >= 0; i-- { // an inner comprehension's variable hides the function's
		l := &f.code.Locals[i]
		if l.Free || l.Hidden && (pc < l.From || pc > l.To) {
			continue
		}
		if l.Hidden {
			seen[l.Name] = true
		}
	}
	for i := range f.code.Locals {
		l := &f.code.Locals[i]
		if l.Free || l.Hidden && (pc < l.From || pc > l.To) || !l.Hidden && seen[l.Name] {
			continue
		}
		v := *f.R(int(l.Reg))
		if v.IsNil() {
			continue
		}
		if l.Cell {
			cell := v.AsCell()
			if cell == nil || cell.Val.IsNil() {
				continue
			}
			v = cell.Val
		}
		if !yield(l.Name, v) {
			return
		}
	}
}

// Begin makes a frame that runs code as if fn had been called with args from nowhere: when it is done, then is told,
// and may Begin something else.
func (vm *VM) Begin(fn object.Value, args []object.Value, then func(v, exc object.Value)) {
	bottom := vm.begin(then)
	if f := vm.CallFrom(bottom, fn, args, nil); f != nil {
		vm.frame = f
	}
}

// BeginCode is Begin for code with a namespace of its own.
func (vm *VM) BeginCode(k *Code, globals *object.Dict, ns object.Value, then func(v, exc object.Value)) {
	bottom := vm.begin(then)
	if f := vm.RunCode(bottom, vm.newFunc(k, globals), ns); f != nil {
		vm.frame = f
	}
}

func (vm *VM) begin(then func(v, exc object.Value)) *Frame {
	vm.goOn = nil
	bottom := vm.NewBottom()
	vm.ended[bottom] = func(vm *VM, v, exc object.Value) *Frame {
		delete(vm.ended, bottom)
		vm.frame = nil
		then(v, exc)
		if f := vm.frame; f != nil {
			vm.frame = nil
			return f
		}
		return vm.Leave(bottom, Stop{Why: Exited, Value: v, Exc: exc, Begun: true})
	}
	return bottom
}

// Control is where the machine stands, apart from its objects.
type Control struct {
	frame    *Frame
	goOn     func() *Frame
	ticks    int64
	amid     object.Value
	caught   object.Value
	passTrap *Frame
}

// Control and SetControl save where the machine stands and go back there; objects keep what changed meanwhile.
func (vm *VM) Control() Control {
	return Control{vm.frame, vm.goOn, vm.Ticks(), vm.amid, vm.caught, vm.passTrap}
}

// SetControl goes back to where the machine stood.
func (vm *VM) SetControl(c Control) {
	vm.frame, vm.goOn, vm.amid, vm.caught, vm.passTrap = c.frame, c.goOn, c.amid, c.caught, c.passTrap
	vm.SetTicks(c.ticks)
	if vm.frame != nil {
		vm.Touch(&vm.frame.Hdr)
	}
}

// Executing is the frame whose instruction native code carries out, hidden or not.
func (vm *VM) Executing() *Frame { return vm.current }

// EachStart calls yield with the line of every start of a statement in a code object and those nested in it.
func EachStart(c *code.Code, yield func(line int)) {
	c.Open()
	for _, s := range c.Starts {
		yield(int(s.Line))
	}
	for _, k := range c.Children {
		EachStart(k, yield)
	}
}
