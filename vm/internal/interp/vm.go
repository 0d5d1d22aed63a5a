// Package interp runs bytecode: the loop, frames, calls, generators, exceptions, and the switch between tasklets.
//
// Nothing here recurses in Go for Python code: a call pushes a Frame, a native operation that needs Python code first
// is suspended (see vm/object) and waits in a native frame, and a tasklet switch exchanges one frame pointer.
package interp

import (
	"slp/vm/internal/code"
	"slp/vm/object"
	"slp/vm/world"
)

// VM is the interpreter of one machine. It embeds what native code sees of it.
type VM struct {
	object.Ctx
	budget   int64 // ticks left until the loop leaves by itself
	granted  int64 // what budget was when the slice began
	ticks    int64 // ticks of the slices before
	maxDepth int32 // recursion limit + depth of the current tasklet's bottom frame
	limit    int32 // sys.getrecursionlimit()

	frame *Frame // where to go on; nil while running
	stop  Stop   // why the loop left

	caught    object.Value // handed from unwind to EXCENTER
	resuming  bool         // the next operation has memory of an earlier attempt
	codes     map[*code.Code]*Code
	hostedNS  *object.Dict
	current   *Frame // whose instruction slow executes
	asyncHook object.Value
	names     names
	main      *Func
	Sched     Scheduler
	// Deadlock is asked before the scheduler raises its RuntimeError: the debugger may stop the machine there.
	Deadlock func(vm *VM, f *Frame) (next *Frame, handled bool)
	// Context is the current contextvars context, or Nil.
	Context  object.Value
	hook     func(vm *VM, f *Frame, pc int) bool // stepping: called before each instruction
	traps    map[trapKey]*Trap
	passTrap *Frame // the machine stopped at a trap in this frame and is about to go on
	onTrap   func(vm *VM, f *Frame, t *Trap) bool
	onRaise  func(vm *VM, f *Frame, exc object.Value) bool // the debugger wants to see exceptions as they are raised
	ended    map[*Frame]func(vm *VM, v, exc object.Value) *Frame
}

// Scheduler is what the interpreter asks of the tasklet scheduler.
type Scheduler interface {
	// Ended is told that the bottom frame of the current tasklet got its result (v) or exception (exc); it returns
	// the frame to go on with, or nil with vm.Leave called.
	Ended(vm *VM, bottom *Frame, v, exc object.Value) *Frame
	// Expired is asked when the tick budget that the scheduler itself set (SliceEnd) is used up.
	Expired(vm *VM, f *Frame) *Frame
	// SliceEnd is the tick at which Expired wants to be asked, or a negative number.
	SliceEnd() int64
}

// names are interned names that the interpreter itself looks up.
type names struct {
	name, builtins, file, doc, pkg, spec, path, loader, dict, class, module, qualname, build, importName, send, throw, closeName *object.Str
}

// Stop says why the loop left.
type Stop struct {
	Why   Why
	Frame *Frame       // where
	Exc   object.Value // Raised: the uncaught exception
	Value object.Value // Exited: the result
	Trap  *Trap
}

// Why is the reason of a Stop.
type Why uint8

// The reasons.
const (
	Spent   Why = iota // the budget is used up
	Trapped            // a trap was reached
	Stepped            // the step hook said so
	Raised             // the program's main frame ended with an exception
	Exited             // the program's main frame ended
	Waiting            // nothing can run until the world answers
	Deadlocked
)

// New makes the interpreter of a machine.
func New(w world.World) *VM {
	bootstrap()
	vm := &VM{Ctx: *object.NewCtx(w), codes: map[*code.Code]*Code{}, limit: 1000,
		traps: map[trapKey]*Trap{}, ended: map[*Frame]func(vm *VM, v, exc object.Value) *Frame{}}
	vm.Host = vm
	in := vm.Intern
	vm.names = names{in("__name__"), in("__builtins__"), in("__file__"), in("__doc__"), in("__package__"), in("__spec__"),
		in("__path__"), in("__loader__"), in("__dict__"), in("__class__"), in("__module__"), in("__qualname__"),
		in("__build_class__"), in("__import__"), in("send"), in("throw"), in("close")}
	vm.maxDepth = vm.limit
	return vm
}

// FromCtx gives the interpreter behind native code's view of it.
func FromCtx(c *object.Ctx) *VM { return c.Host.(*VM) }

// Ticks counts backward jumps and calls since the start: with the frame depth and pc it names an instant of the run.
func (vm *VM) Ticks() int64 { return vm.ticks + vm.granted - vm.budget }

// SetTicks sets the tick counter, when a checkpoint is restored.
func (vm *VM) SetTicks(n int64) { vm.ticks, vm.granted, vm.budget = n, 0, 0 }

// Frame is where the machine goes on.
func (vm *VM) Frame() *Frame { return vm.frame }

// SetFrame sets where the machine goes on.
func (vm *VM) SetFrame(f *Frame) { vm.frame = f }

// Run goes on for at most budget ticks.
func (vm *VM) Run(budget int64) Stop {
	vm.ticks += vm.granted - vm.budget
	end := vm.ticks + budget
	for {
		slice := end - vm.ticks
		if vm.Sched != nil {
			if e := vm.Sched.SliceEnd(); e >= 0 && e < end {
				slice = max(e-vm.ticks, 0)
			}
		}
		vm.granted, vm.budget = slice, slice
		vm.stop = Stop{}
		f := vm.frame
		vm.frame = nil
		if vm.hook != nil {
			vm.runStep(f)
		} else {
			vm.run(f)
		}
		vm.ticks += vm.granted - vm.budget
		vm.granted, vm.budget = 0, 0
		if vm.stop.Why == Spent && vm.Sched != nil && vm.ticks < end {
			if e := vm.Sched.SliceEnd(); e >= 0 && vm.ticks >= e {
				vm.frame = vm.Sched.Expired(vm, vm.frame)
				if vm.frame != nil {
					continue
				}
				return vm.stop
			}
		}
		return vm.stop
	}
}

// Leave makes the loop leave with f as the frame to go on with: "return vm.Leave(...)".
func (vm *VM) Leave(f *Frame, s Stop) *Frame {
	vm.frame = f
	if s.Frame == nil {
		s.Frame = f
	}
	vm.stop = s
	return nil
}

// reslice makes the loop look at the scheduler's slice end again at once.
func (vm *VM) Reslice() {
	vm.ticks += vm.granted - vm.budget
	vm.granted, vm.budget = 0, 0
}

// RecursionLeft implements object.Host.
func (vm *VM) RecursionLeft() int { return int(vm.limit) }

// RecursionLimit and SetRecursionLimit are sys.getrecursionlimit and setrecursionlimit.
func (vm *VM) RecursionLimit() int { return int(vm.limit) }
func (vm *VM) SetRecursionLimit(n int) {
	vm.limit = int32(min(n, 1<<30))
	vm.maxDepth = vm.limit
}
