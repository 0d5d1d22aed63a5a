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

	frame   *Frame // where to go on; nil while running
	running bool   // inside Run
	broken  bool   // Run has to return at the next tick
	stop    Stop   // why the loop left

	caught   object.Value // handed from unwind to EXCENTER
	lookup   bool         // what is about to be raised comes from the attribute lookup of a CALLM
	resuming bool         // the next operation has memory of an earlier attempt
	codes    map[*code.Code]*Code
	hostedNS *object.Dict
	// What code was found to be; never visible to a program.
	fingerprints map[*code.Code]string
	current      *Frame // whose instruction slow executes
	asyncHook    object.Value
	tracing      tracing
	names        names
	lenFunc      object.Value    // the builtin len
	started      *Frame          // of the tasklet that runs, if it has not waited since it began
	spare        *Frame          // for the next tasklet
	alone        [1]object.Value // the receiver of a call without arguments
	Sched        Scheduler
	// Deadlock is asked before the scheduler raises its RuntimeError in f: true stops the machine there.
	Deadlock func(vm *VM, f *Frame) bool
	goOn     func() *Frame // goes on after a stop in the middle of an instruction
	amid     object.Value  // the exception that goOn lets go on, or Nil
	onLoad   func(k *Code)
	// Optimize is the level at which source is compiled that says nothing else: 0, 1 (-O) or 2 (-OO).
	Optimize int
	// Main is the code of the program itself, or nil if it is a module.
	Main *Code
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
	Begun bool // Exited: what Begin began is done, not the program
}

// Why is the reason of a Stop.
type Why uint8

// The reasons.
const (
	Spent      Why = iota // the budget is used up
	Trapped               // a trap was reached
	Stepped               // the step hook said so
	Raised                // the program's main frame ended with an exception
	Exited                // the program's main frame ended
	Waiting               // nothing can run until the world answers
	Deadlocked            // nothing can run any more, and the Deadlock hook said to stop
	Raising               // an exception was raised, and the raise hook said to stop
)

// New makes the interpreter of a machine.
func New(w world.World) *VM {
	bootstrap()
	vm := &VM{Ctx: *object.NewCtx(w), codes: map[*code.Code]*Code{}, fingerprints: map[*code.Code]string{}, limit: 1000,
		traps: map[trapKey]*Trap{}, ended: map[*Frame]func(vm *VM, v, exc object.Value) *Frame{}}
	vm.Host = vm
	in := vm.Intern
	vm.names = names{in("__name__"), in("__builtins__"), in("__file__"), in("__doc__"), in("__package__"), in("__spec__"),
		in("__path__"), in("__loader__"), in("__dict__"), in("__class__"), in("__module__"), in("__qualname__"),
		in("__build_class__"), in("__import__"), in("send"), in("throw"), in("close")}
	vm.maxDepth = vm.limit + belowMain
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

// Run goes on for at most budget ticks. It stops before the instruction that would use one tick more, or right after a
// call that native code made.
func (vm *VM) Run(budget int64) Stop {
	vm.settle()
	end := vm.ticks + budget
	vm.running = true
	defer func() { vm.running = false }()
	if vm.goOn != nil {
		do := vm.goOn
		vm.goOn, vm.frame = nil, nil
		vm.granted, vm.budget = budget, budget
		vm.stop = Stop{}
		f := do()
		if f == nil {
			vm.settle()
			return vm.stop
		}
		vm.frame = f
	}
	for {
		vm.settle()
		slice := end - vm.ticks
		if vm.Sched != nil {
			if e := vm.Sched.SliceEnd(); e >= 0 {
				if vm.ticks > e { // the slice before ended in a call, one tick late
					if !vm.expire() {
						return vm.stop
					}
					continue
				}
				slice = min(slice, e-vm.ticks)
			}
		}
		vm.granted, vm.budget = slice, slice
		vm.stop = Stop{}
		f := vm.frame
		vm.frame = nil
		if vm.hook != nil || vm.tracing.on() {
			vm.runStep(f)
		} else {
			vm.run(f)
		}
		vm.settle()
		if vm.stop.Why != Spent || vm.ticks >= end || vm.Sched == nil || vm.broken {
			vm.broken = false
			return vm.stop
		}
		if e := vm.Sched.SliceEnd(); e >= 0 && vm.ticks >= e && !vm.expire() {
			return vm.stop
		}
	}
}

// Break makes Run return at the next tick, as if its budget had been used up.
func (vm *VM) Break() {
	if vm.running {
		vm.settle()
		vm.broken = true
	}
}

// settle makes ticks count what was used of the budget.
func (vm *VM) settle() {
	vm.ticks += vm.granted - vm.budget
	vm.granted, vm.budget = 0, 0
}

// expire lets the scheduler act on the end of its time slice. It reports false if the machine has to stop.
func (vm *VM) expire() bool {
	vm.stop = Stop{}
	if f := vm.Sched.Expired(vm, vm.frame); f != nil {
		vm.frame = f
		return true
	}
	return vm.stop.Why == Spent && vm.frame != nil // the switch itself used a tick, at which it was held
}

// tick counts a call that has been made: control is at the first instruction of f. When the budget is used up the
// machine stops right there, so that every tick begins at an instant where a run can be held, however it is sliced.
func (vm *VM) tick(f *Frame) *Frame {
	vm.budget--
	return vm.held(f)
}

// Tick counts a switch between tasklets, before it is made; Held ends it.
func (vm *VM) Tick() {
	vm.budget--
	vm.started = nil
}

// Held stops the machine at f if the ticks that led there used the budget up.
func (vm *VM) Held(f *Frame) *Frame { return vm.held(f) }

func (vm *VM) held(f *Frame) *Frame {
	if f != nil && vm.budget < 0 && vm.running {
		return vm.Leave(f, Stop{Why: Spent})
	}
	return f
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

// LeaveAmid makes the loop leave in the middle of an instruction of f; when it runs again goOn says where to go on.
func (vm *VM) LeaveAmid(f *Frame, s Stop, goOn func() *Frame) *Frame {
	vm.goOn, vm.amid = goOn, s.Exc
	return vm.Leave(f, s)
}

// Amid tells that the machine stands in the middle of the running instruction of its frame, not before an instruction.
func (vm *VM) Amid() bool { return vm.goOn != nil }

// OnItsWay is the exception that the instruction amid which the machine stands has raised, or Nil.
func (vm *VM) OnItsWay() object.Value {
	if vm.goOn == nil {
		return object.Nil
	}
	return vm.amid
}

// Reslice makes the loop look at the scheduler's slice end again at once.
func (vm *VM) Reslice() { vm.settle() }

// RecursionLeft implements object.Host.
func (vm *VM) RecursionLeft() int { return int(vm.limit) }

// belowMain is the number of hidden frames between the program's first frame and the bottom.
const belowMain = 2

// RecursionLimit and SetRecursionLimit are sys.getrecursionlimit and setrecursionlimit.
func (vm *VM) RecursionLimit() int { return int(vm.limit) }
func (vm *VM) SetRecursionLimit(n int) {
	vm.limit = int32(min(n, 1<<30))
	vm.maxDepth = vm.limit + belowMain
}
