package vm

import (
	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib/builtins"
	"slp/vm/world"
)

// Machine runs one program. It moves only inside Run.
type Machine struct {
	vm   *interp.VM
	main *object.Module
}

// New makes a machine that is about to run the program in a world.
func New(p *Program, w world.World) *Machine {
	v := boot(w)
	m := &Machine{vm: v}
	c := &v.Ctx
	m.main = c.NewModule("__main__", object.None)
	m.main.Dict.SetStr(c, "__builtins__", c.Modules.Get("builtins"))
	c.Modules.SetStr(c, "__main__", m.main.V())
	start(v, p, m.main)
	return m
}

// Program is what a machine runs: Python source and how to start it.
type Program struct {
	Name string // of the file, for tracebacks
	Text []byte
	Args []string // sys.argv
	Path []string // sys.path, without the standard library
}

func start(v *interp.VM, p *Program, main *object.Module) {
	c := &v.Ctx
	bottom := v.NewBottom()
	k, e := v.CompileText(p.Text, p.Name, compile.Exec, 0, 0)
	if e != nil {
		builtins.RaiseSyntax(c, e, p.Name, p.Text)
		v.SetFrame(v.Throw(bottom, c.TakeExc()))
		return
	}
	v.SetFrame(v.RunCode(bottom, v.NewFunc(k, main.Dict, object.None), main.Dict.V()))
}

// Run goes on for at most so many ticks.
func (m *Machine) Run(ticks int64) interp.Stop { return m.vm.Run(ticks) }

// VM is the interpreter.
func (m *Machine) VM() *interp.VM { return m.vm }
