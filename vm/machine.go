package vm

import (
	"slp/syntax"
	"slp/vm/internal/compile"
	"slp/vm/internal/interp"
	"slp/vm/object"
	"slp/vm/stdlib/builtins"
	"slp/vm/stdlib/stackless"
	"slp/vm/world"
)

// Machine runs one program. It moves only inside Run.
type Machine struct {
	vm      *interp.VM
	main    *object.Module
	sched   *stackless.Scheduler
	program *Program
	flags   *Flags // the program's, with what the environment says

	hooks    Hooks
	seeking  *Instant                // the instant that RunTo goes to, or nil
	diverted bool                    // an evaluation runs
	quiet    bool                    // nothing stops the machine but its budget
	ended    bool                    // the program has ended
	end      Stop                    // how
	newest   *Checkpoint             // that is kept
	texts    map[string]*interp.Code // compiled for evaluations
	scratch  []Variable              // that evaluations made
	trees    map[string]syntax.Expr  // parsed for them
}

// New makes a machine that is about to run the program in a world.
func New(p *Program, w world.World) *Machine {
	v, flags := boot(w, p)
	m := &Machine{vm: v, program: p, flags: flags, sched: stackless.Of(&v.Ctx)}
	c := &v.Ctx
	m.main = c.NewModule("__main__", object.None)
	m.main.Dict.SetStr(c, "__builtins__", c.Modules.Get("builtins"))
	c.Modules.SetStr(c, "__main__", m.main.V())
	m.begin()
	return m
}

// begin makes the first frames: a hidden one that ends the program properly, and the program's own.
func (m *Machine) begin() {
	v, c, p := m.vm, &m.vm.Ctx, m.program
	d := m.main.Dict
	setArgv(c, p)
	bottom := v.NewBottom()
	args := []value{v.Hosted("run_code"), object.None, d.V()}
	switch p.Start {
	case Interactive:
		args = []value{v.Hosted("run_interactive")}
	case Module:
		args = []value{v.Hosted("run_module_as_main"), object.NewStr(p.Name)}
	case Folder:
		args = []value{v.Hosted("run_path"), object.NewStr(p.Name)}
	default:
		name := p.Name
		switch p.Start {
		case Code:
			name = "<string>"
		case Stdin:
			name = "<stdin>"
		default:
			d.SetStr(c, "__file__", object.NewStr(p.Name))
			d.SetStr(c, "__cached__", object.None)
			loader := c.NewInst(v.Hosted("SourceFileLoader").AsType())
			loader.SetSlot(c, c.Intern("name"), object.NewStr("__main__"))
			loader.SetSlot(c, c.Intern("path"), object.NewStr(p.Name))
			d.SetStr(c, "__loader__", loader.V())
		}
		k, e := v.CompileText(p.Text, name, compile.Exec, 0, v.Optimize)
		if e != nil {
			builtins.RaiseSyntax(c, e, name, p.Text, compile.Exec)
			args = []value{v.Hosted("raise_"), c.TakeExc()}
			break
		}
		args[1] = k.V()
		v.Main = k
		if p.Start == Code { // tracebacks show its lines
			args = append(args, object.NewStr(string(p.Text)))
		}
	}
	v.SetFrame(v.CallFrom(bottom, v.Hosted("run_main"), args, nil))
	if v.Frame() == nil { // a machine is made without moving: the call itself needs no tick
		panic("the program could not be started")
	}
}

func setArgv(c *object.Ctx, p *Program) {
	d := c.Modules.Get("sys").AsModule().Dict
	first := p.Name
	switch {
	case p.Argv0 != "":
		first = p.Argv0
	case p.Start == Module || p.Start == Code:
		first = map[Start]string{Module: "-m", Code: "-c"}[p.Start]
	case p.Start == Stdin:
		first = "-"
	}
	texts := func(list []string) (out []value) {
		for _, x := range list {
			out = append(out, object.NewStr(x))
		}
		return out
	}
	d.SetStr(c, "argv", c.NewList(append([]value{object.NewStr(first)}, texts(p.Args)...)))
	d.SetStr(c, "orig_argv", c.NewList(texts(p.Original)))
}

// Run goes on for at most so many ticks.
func (m *Machine) Run(ticks int64) Stop {
	if m.ended {
		return m.end
	}
	return m.stopped(m.vm.Run(ticks))
}

// VM is the interpreter.
func (m *Machine) VM() *interp.VM { return m.vm }

// RunToEnd runs the program to its end and returns its exit status.
func (m *Machine) RunToEnd() int {
	const slice = 1 << 20
	for {
		switch s := m.vm.Run(slice); s.Why {
		case interp.Spent:
		case interp.Exited:
			if n, ok := s.Value.AsInt(); ok {
				return int(n)
			}
			return 0
		default:
			return 1
		}
	}
}

// End tells how a program ended.
type End struct {
	Stopped       bool // it did not: the budget is used up
	Status        int  // exit status
	Raised        bool // an uncaught exception ended it
	Type, Message string
	Line          int // in the program's own file: the innermost line of the traceback there
}

// RunFor runs the program to its end, for at most so many ticks.
func (m *Machine) RunFor(ticks int64) End {
	s := m.vm.Run(ticks)
	if s.Why == interp.Spent {
		return End{Stopped: true}
	}
	end := End{}
	if n, ok := s.Value.AsInt(); !s.Value.IsNil() && ok {
		end.Status = int(n)
	}
	last := m.vm.Modules.Get("sys").AsModule().Dict.Get("last_exc")
	if !last.IsNil() && last.AsExc() != nil {
		end.Raised = true
		end.Type = last.AsExc().Cls.Name
		end.Message = m.exceptionText(last)
		for tb := interp.AsTraceback(last.AsExc().TB); tb != nil; tb = interp.AsTraceback(tb.Next) {
			if tb.Frame.Code().Filename == m.program.Name {
				end.Line = int(tb.Line)
			}
		}
	}
	return end
}

// exceptionText is str(exc), computed by the machine itself after the program's end.
func (m *Machine) exceptionText(exc value) string {
	v := m.vm
	v.SetFrame(v.CallFrom(v.NewBottom(), object.StrType.V(), []value{exc}, nil))
	if v.Frame() == nil {
		return ""
	}
	old := v.Sched
	v.Sched = nil
	s := v.Run(1 << 20)
	v.Sched = old
	if s.Why == interp.Exited && !s.Value.IsNil() && s.Value.AsStr() != nil {
		return s.Value.AsStr().String()
	}
	return ""
}
