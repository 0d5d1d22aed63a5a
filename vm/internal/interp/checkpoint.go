package interp

import (
	"slp/vm/object"
)

// Mark is an instant to which the machine can go back: what is not an object, and the length of the log.
type Mark struct {
	log       int
	epoch     uint32 // that began with the mark
	ticks     int64
	frame     *Frame
	nextID    uint32
	questions uint64
	limit     int32
	maxDepth  int32
	digits    int
	caught    object.Value
	asyncHook object.Value
	tracing   tracing
	sched     any
	aside     *object.Aside
	goOn      func() *Frame
	amid      object.Value
}

// Ticks is the tick count of the instant.
func (m *Mark) Ticks() int64 { return m.ticks }

// Checkpoint starts a new epoch: from now on the first change of every object is logged. It must be called while the
// machine is stopped.
func (vm *VM) Checkpoint() *Mark {
	vm.Logging = true
	m := &Mark{log: vm.LogLen(), ticks: vm.Ticks(), frame: vm.frame, nextID: vm.NextID(), questions: vm.Questions,
		limit: vm.limit, maxDepth: vm.maxDepth, digits: vm.MaxStrDigits, caught: vm.caught, asyncHook: vm.asyncHook, tracing: vm.tracing, aside: vm.SaveAside(), goOn: vm.goOn, amid: vm.amid}
	if s, ok := vm.Sched.(Saver); ok {
		m.sched = s.Save()
	}
	vm.Epoch++
	m.epoch = vm.Epoch
	if vm.frame != nil {
		vm.Touch(&vm.frame.Hdr)
	}
	return m
}

// Saver is a Scheduler with state of its own that is not an object.
type Saver interface {
	Save() any
	Restore(any)
}

// Restore goes back to a mark. Marks made later than it are void; it may be gone back to again.
func (vm *VM) Restore(m *Mark) {
	vm.Undo(m.log)
	vm.SetTicks(m.ticks)
	vm.frame = m.frame
	vm.SetNextID(m.nextID)
	vm.Questions = m.questions
	vm.limit, vm.maxDepth, vm.MaxStrDigits = m.limit, m.maxDepth, m.digits
	vm.caught, vm.asyncHook, vm.goOn, vm.amid = m.caught, m.asyncHook, m.goOn, m.amid
	vm.tracing = m.tracing
	vm.RestoreAside(m.aside)
	if s, ok := vm.Sched.(Saver); ok {
		s.Restore(m.sched)
	}
	vm.resuming, vm.passTrap, vm.current, vm.started, vm.spare = false, nil, nil, nil, nil
	vm.Forget()
	for _, k := range vm.codes { // order-free: every cache is emptied
		k.forget()
		if k.twin != nil {
			k.twin.forget()
		}
	}
	vm.Epoch++
	if vm.frame != nil {
		vm.Touch(&vm.frame.Hdr)
	}
}

// forget empties the inline caches: what they remember may be of a future that is undone.
func (k *Code) forget() {
	for i := range k.ics {
		c := &k.ics[i]
		*c = cache{name: c.name, kw: c.kw}
	}
}

// Digest hashes the whole state of the machine: equal states have equal digests.
func (vm *VM) Digest() uint64 { return object.DigestAll(vm.state) }

// Describe tells the whole state of the machine, an object a line.
func (vm *VM) Describe() []string { return object.DescribeAll(vm.state) }

func (vm *VM) state(value func(object.Value), word func(uint64)) {
	word(uint64(vm.Ticks()))
	word(vm.Questions)
	word(uint64(vm.NextID()))
	word(uint64(vm.limit))
	value(vm.caught)
	value(vm.asyncHook)
	vm.tracing.digest(value, word)
	vm.Roots(value)
}

// Roots calls value with everything from which the program's objects hang.
func (vm *VM) Roots(value func(object.Value)) {
	if vm.frame != nil {
		value(vm.frame.V())
	}
	value(vm.Modules.V())
	value(vm.Natives.V())
	value(vm.Builtins.V())
	if vm.hostedNS != nil {
		value(vm.hostedNS.V())
	}
	if r, ok := vm.Sched.(interface{ Roots(func(object.Value)) }); ok {
		r.Roots(value)
	}
}

// Merge gives up mark m: what was saved between prev, the mark before it (or nil), and the mark after it serves prev
// alone. later are the marks after m.
func (vm *VM) Merge(prev, m *Mark, later []*Mark) {
	from, since := 0, uint32(0)
	if prev != nil {
		from, since = prev.log, prev.epoch
	}
	end := vm.LogLen()
	if len(later) > 0 {
		end = later[0].log
	}
	gone := 0
	if prev == nil { // nobody can go back beyond the next mark
		gone = vm.Drop(from, end, func(bool, uint32) bool { return true })
	} else { // an object that was saved since prev has its older state in the log already
		gone = vm.Drop(m.log, end, func(id bool, saved uint32) bool { return !id && saved >= since })
	}
	for _, x := range later {
		x.log -= gone
	}
}
