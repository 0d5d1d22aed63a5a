package vm

import (
	"slices"
	"strings"

	"slp/vm/internal/code"
	"slp/vm/internal/interp"
	"slp/vm/internal/sched"
	"slp/vm/object"
	"slp/vm/stdlib/stackless"
)

// Watch is what a checker wants to be told during a run. None of it may move the machine.
type Watch struct {
	// Returns is told that a run() of the main tasklet is about to return, or that the main tasklet goes on alone.
	Returns func()
	// Served is told that a tasklet has ended the waiting of another one.
	Served func(tasklet, by int)
}

// Watch sets what is told. It has to follow SetHooks, which ends it.
func (m *Machine) Watch(w Watch) {
	before := m.sched.Observe
	m.sched.Observe = func(n stackless.News) {
		if before != nil {
			before(n)
		}
		switch n.Kind {
		case stackless.Woken:
			if w.Served != nil {
				w.Served(int(n.Tasklet), int(n.Other))
			}
		case stackless.Switched:
			if w.Returns != nil && n.Tasklet == m.sched.Main.ID && (len(m.sched.Watchdogs) > 0 || m.sched.Count == 1) {
				w.Returns()
			}
		}
	}
}

// Threads is the number of threads that are alive.
func (m *Machine) Threads() int {
	n := 0
	for range m.sched.Circles {
		n++
	}
	return n
}

// Lost lists the blocked tasklets that nobody can wake any more, by creation: no code that can still run gets at their
// channels, or at them. Of the main program's names only those count that its remaining code mentions; sure is false if
// that code could also get at names that it does not mention, by eval() for instance: then all of them count.
func (m *Machine) Lost() (lost []Tasklet, sure bool) {
	for _, all := range [...]bool{false, true} {
		r := &reach{m: m, seen: map[*object.Hdr]bool{}, codes: map[*code.Code]bool{}, all: all}
		r.everything()
		if r.dynamic && !all {
			continue
		}
		for t := range m.alive {
			if t.Blocked() != 0 && !t.Main && !r.seen[&t.Hdr] {
				lost = append(lost, m.tasklet(t))
			}
		}
		return lost, !r.dynamic
	}
	return nil, false
}

// reach finds what the code that can still run gets at.
type reach struct {
	m       *Machine
	seen    map[*object.Hdr]bool
	codes   map[*code.Code]bool // whose names were followed
	todo    []object.Value
	all     bool // the main program's names all count
	dynamic bool // some code gets at names that it does not mention
}

func (r *reach) everything() {
	m := r.m
	if r.all {
		r.see(m.main.Dict.V())
	}
	for s, frame := range m.sched.Circles {
		for t := range s.All {
			if t.Runnable() || t == m.owner() {
				r.see(t.V())
			}
		}
		r.see(frame)
		for _, v := range [...]object.Value{s.Callback, s.ChannelCB, s.ErrorFn} {
			r.see(v)
		}
	}
	if m.sched.Current != nil && m.sched.Current.Frame.IsNil() {
		if f := m.vm.Frame(); f != nil {
			r.see(f.V())
		}
	}
	m.vm.Roots(func(v object.Value) {
		if v.Kind() == object.KDict { // modules and the like: the others are the frame and the scheduler's own
			r.see(v)
		}
	})
	for len(r.todo) > 0 {
		v := r.todo[len(r.todo)-1]
		r.todo = r.todo[:len(r.todo)-1]
		r.expand(v)
	}
}

func (r *reach) see(v object.Value) {
	if !v.IsObject() || v.IsLoop() || r.seen[v.Hdr()] || !r.all && v.Hdr() == &r.m.main.Dict.Hdr {
		return
	}
	r.seen[v.Hdr()] = true
	r.todo = append(r.todo, v)
}

func (r *reach) expand(v object.Value) {
	switch v.Kind() {
	case object.KChannel: // whoever gets at a channel can wake those who wait there
		ch := sched.AsChannel(v)
		if ch.Dict != nil {
			r.see(ch.Dict.V())
		}
		for _, t := range ch.Waiting() {
			r.see(t.V())
		}
	case object.KTasklet: // its neighbours are no knowledge of its own
		t := sched.AsTasklet(v)
		object.Visit(v.Hdr(), func(x object.Value) {
			if k := x.Kind(); k != object.KTasklet && k != object.KChannel {
				r.see(x)
			}
		})
		r.see(t.Temp)
	case object.KFunc:
		fn := interp.AsFunc(v)
		globals := fn.Globals()
		object.Visit(v.Hdr(), func(x object.Value) {
			if !x.IsObject() || globals == nil || x.Hdr() != &globals.Hdr {
				r.see(x)
			}
		})
		if globals != nil {
			r.names(fn.Code().Base().Code, globals)
		}
	case object.KFrame:
		r.frame(interp.AsFrame(v))
	default:
		object.Visit(v.Hdr(), r.see)
	}
}

// names sees the globals that a code and those nested in it mention.
func (r *reach) names(k *code.Code, globals *object.Dict) {
	if r.codes[k] {
		return
	}
	r.codes[k] = true
	for i := range k.ICs {
		r.name(k, k.ICs[i].Name, globals)
	}
	for _, c := range k.Children {
		r.names(c, globals)
	}
}

func (r *reach) name(k *code.Code, name string, globals *object.Dict) {
	if v := globals.Get(name); !v.IsNil() {
		r.see(v)
	}
	if reflective(name) && !strings.HasPrefix(k.Filename, "<") && !Library(k.Filename) {
		r.dynamic = true
	}
}

// reflective are the names by which code gets at what it does not mention.
func reflective(name string) bool {
	switch name {
	case "globals", "locals", "vars", "eval", "exec", "__import__", "import_module", "get_objects", "get_referrers",
		"get_referents", "_getframe", "_current_frames", "__globals__", "f_globals", "f_locals":
		return true
	}
	return false
}

// frame sees what a frame can still use: registers that an instruction ahead reads, names that one mentions.
func (r *reach) frame(f *interp.Frame) {
	k := f.Code().Base().Code
	if strings.HasPrefix(k.Filename, "<machine>") || f.Waits() {
		object.Visit(f.V().Hdr(), r.see)
		return
	}
	if p := f.Prev(); p != nil {
		r.see(p.V())
	}
	next := max(f.NextPC(), 0)
	ahead := reachableFrom(k, next, k.HandlerAt(max(next-1, 0)))
	globals := f.Globals()
	use := make([]bool, k.NRegs+1)
	for pc, on := range ahead {
		if !on {
			continue
		}
		ins := k.Ins[pc]
		ranges, n := code.Registers(ins)
		for _, x := range ranges[:n] {
			if x.Kind.Reads() {
				for i := x.Reg; i < x.Reg+x.Count && i < len(use); i++ {
					use[i] = true
				}
			}
		}
		r.instruction(f, k, ins, globals, use)
	}
	for i := range int(k.NRegs) {
		if use[i] || r.all && k.Flags&code.Optimized != 0 && i < k.Named() {
			r.see(*f.R(i))
		}
	}
}

// instruction sees what one instruction of a frame gets at beside its registers.
func (r *reach) instruction(f *interp.Frame, k *code.Code, ins uint64, globals *object.Dict, use []bool) {
	ic := -1
	switch code.OpOf(ins) {
	case code.LOADG, code.LOADNAME:
		ic = code.Wide(ins)
	case code.LOADNAMECELL, code.LOADNAMEGLOBAL, code.LOADMAPCELL, code.GETATTR, code.CALLM, code.GETMETH:
		ic = code.C(ins)
	case code.GETFREE:
		if fn := f.Function(); fn != nil && code.Wide(ins) < len(fn.Closure()) {
			if c := fn.Closure()[code.Wide(ins)]; c != nil {
				r.see(c.V())
			}
		}
	case code.MAKEFUNC:
		if c := code.C(ins); c < len(k.Children) && globals != nil {
			r.names(k.Children[c], globals)
		}
	}
	if ic < 0 || ic >= len(k.ICs) || globals == nil {
		return
	}
	r.name(k, k.ICs[ic].Name, globals)
	if k.ICs[ic].Name == "super" { // reads the first argument and __class__ behind the code's back
		for i := range use {
			use[i] = true
		}
	}
}

// reachableFrom tells which instructions control can get to from some of them.
func reachableFrom(k *code.Code, starts ...int) []bool {
	on := make([]bool, len(k.Ins))
	todo := slices.Clone(starts)
	for len(todo) > 0 {
		pc := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if pc < 0 || pc >= len(on) || on[pc] {
			continue
		}
		on[pc] = true
		todo = append(todo, code.Target(k.Ins[pc], pc), k.HandlerAt(pc))
		if !code.Infos[code.OpOf(k.Ins[pc])].NoReturn {
			todo = append(todo, pc+1)
		}
	}
	return on
}
