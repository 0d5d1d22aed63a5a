package debug

import (
	"io"
	"sync/atomic"

	"slp/vm"
	"slp/vm/world"
)

// outside is the real world of a program under the debugger: it can be interrupted while the program waits.
type outside struct {
	*world.System
	attention atomic.Bool
	idle      func()
}

// Ask asks the system. A wait that the user does not want to sit out is broken off.
func (o *outside) Ask(q world.Question) world.Answer {
	if q.Kind == world.KindWait || q.Kind == world.KindRead && q.Fd == 0 {
		o.idle()
	}
	for {
		a := o.System.Ask(q)
		if a.Errno != world.EINTR || q.Kind != world.KindWait && q.Kind != world.KindRead {
			return a
		}
		if o.attention.Load() {
			panic(vm.Interrupt{})
		}
	}
}

// nothing is the standard input of a program under the debugger: it has none.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, io.EOF }

// writer is a standard stream of the program.
type writer struct {
	d      *Debugger
	stream Stream
}

func (w writer) Write(p []byte) (int, error) {
	w.d.options.Output(w.stream, string(p))
	return len(p), nil
}

// aside is the world of an evaluation: it may look at what is outside, and write to the console, but not change
// anything.
type aside struct {
	under   world.World
	console func(fd int, data []byte)
	opened  map[int]bool
}

// Ask answers what has no effect.
func (a *aside) Ask(q world.Question) world.Answer {
	const harmless = world.OpenReadOnly | world.OpenNonBlock | world.OpenDirectory | world.OpenNoFollow | world.OpenCloseExec | world.OpenNoTTY
	switch q.Kind {
	case world.KindWrite:
		if q.Fd == 1 || q.Fd == 2 {
			a.console(q.Fd, q.Data)
			return world.Answer{N: int64(len(q.Data))}
		}
		return world.Fail(world.EROFS)
	case world.KindOpen:
		if q.N&^harmless != 0 {
			return world.Fail(world.EROFS)
		}
		answer := a.under.Ask(q)
		if answer.OK() {
			if a.opened == nil {
				a.opened = map[int]bool{}
			}
			a.opened[int(answer.N)] = true
		}
		return answer
	case world.KindRead, world.KindSeek:
		if !a.opened[q.Fd] && !(q.Kind == world.KindRead && q.M != world.AtCursor) {
			return world.Fail(world.EROFS)
		}
	case world.KindClose:
		if !a.opened[q.Fd] {
			return world.Answer{} // the program's own files stay open
		}
		delete(a.opened, q.Fd)
	case world.KindWait:
		return world.Answer{Data: make([]byte, len(q.Waits))}
	case world.KindTruncate, world.KindMakeDir, world.KindRemoveDir, world.KindRemove, world.KindRename, world.KindSymlink,
		world.KindLink, world.KindChangeMode, world.KindSetTimes, world.KindChangeDir, world.KindSetMask, world.KindPipe,
		world.KindDuplicate, world.KindDuplicateTo:
		return world.Fail(world.EROFS)
	}
	return a.under.Ask(q)
}

// close closes what the evaluation left open.
func (a *aside) close() {
	for fd := range a.opened {
		a.under.Ask(world.Close(fd))
	}
}
