package vm

import (
	"slp/vm/internal/interp"
	"slp/vm/object"
)

// Exception is an exception as a debugger sees it.
type Exception struct {
	m     *Machine
	exc   object.Value
	frame *interp.Frame // where it is raised, if it just was
	At    Instant       // where it is raised
}

// V is the exception as a Python value.
func (e Exception) V() object.Value { return e.exc }

// TypeName and FullTypeName name its class.
func (e Exception) TypeName() string     { return e.exc.AsExc().Cls.Name }
func (e Exception) FullTypeName() string { return qualified(e.exc.AsExc().Cls) }

// Is reports that the exception's class, or a base of it, has a name.
func (e Exception) Is(name string) bool {
	for _, t := range e.exc.AsExc().Cls.MRO {
		if t.Name == name || qualified(t) == name {
			return true
		}
	}
	return false
}

// Frame is the visible frame in which it was raised.
func (e Exception) Frame() Frame {
	if e.frame == nil {
		return Frame{}
	}
	f := Frame{m: e.m, f: e.frame}
	if f.Hidden() {
		return f.Outer()
	}
	return f
}

// Message is what str() says of it, as far as that needs no program code.
func (e Exception) Message() string {
	args := e.exc.AsExc().Args.AsTuple()
	switch {
	case args == nil || len(args.Items) == 0:
		return ""
	case len(args.Items) == 1:
		if s := args.Items[0].AsStr(); s != nil && e.TypeName() != "KeyError" {
			return s.String()
		}
		return e.m.Text(args.Items[0], 400)
	}
	if e.Is("OSError") && len(args.Items) >= 2 {
		return "[Errno " + e.m.Text(args.Items[0], 40) + "] " + plain(e.m, args.Items[1])
	}
	return e.m.Text(e.exc.AsExc().Args, 400)
}

func plain(m *Machine, v object.Value) string {
	if s := v.AsStr(); s != nil {
		return s.String()
	}
	return m.Text(v, 400)
}

// Cause is the exception that this one came from, and whether the program said so itself (raise ... from).
func (e Exception) Cause() (cause Exception, explicit, ok bool) {
	x := e.exc.AsExc()
	if !x.Cause.IsNil() && x.Cause.AsExc() != nil {
		return Exception{m: e.m, exc: x.Cause}, true, true
	}
	if !x.Suppress && !x.Context.IsNil() && x.Context.AsExc() != nil {
		return Exception{m: e.m, exc: x.Context}, false, true
	}
	return Exception{}, false, false
}

// Traceback lists where the exception passed, outermost first.
func (e Exception) Traceback() []Frame {
	var out []Frame
	for t := interp.AsTraceback(e.exc.AsExc().TB); t != nil; t = interp.AsTraceback(t.Next) {
		out = append(out, Frame{m: e.m, f: t.Frame})
	}
	return out
}

// CatchUncaught makes the machine stop (Trapped, with Uncaught) when an exception is about to end the program, before
// anything is printed of it.
func (m *Machine) CatchUncaught() {
	k := interp.AsFunc(m.vm.Hosted("_uncaught")).Code()
	m.vm.SetTrap(k, 0, uncaught{})
}

type uncaught struct{}

// Uncaught is the exception that is about to end the program, if the stop s came of one.
func (m *Machine) Uncaught(s Stop) (Exception, bool) {
	if s.Why != Trapped || s.Trap == nil {
		return Exception{}, false
	}
	if _, ok := s.Trap.Data.(uncaught); !ok {
		return Exception{}, false
	}
	return Exception{m: m, exc: *m.vm.Frame().R(0)}, true
}

// Standing is the exception amid whose raising the machine stands.
func (m *Machine) Standing() (Exception, bool) {
	exc := m.vm.OnItsWay()
	if exc.IsNil() {
		return Exception{}, false
	}
	return Exception{m: m, exc: exc, frame: m.vm.Frame(), At: m.Now()}, true
}
