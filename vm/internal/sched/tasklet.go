// Package sched knows who runs and who waits: tasklets, the circle of runnable ones, channels with their queues, and
// watchdogs. No bytecode is in sight: a suspended tasklet is a frame that somebody else made.
//
// Its nouns are Stackless's: the circle of runnables whose head is the current tasklet, the channel with its queue of
// blocked tasklets, the tempval that carries a value from one tasklet to another, the bomb, the watchdog.
//
// The rules are those of Stackless Python 3.8.1; vm/stdlib/stackless is their face.
package sched

import (
	"unsafe"

	"slp/vm/object"
)

// Tasklet is a tasklet. Next and Prev are its neighbours in the circle of runnables or, when it is blocked, in the
// channel's queue; nil when it is in neither.
type Tasklet struct {
	object.Hdr
	blocked   int8 // +1 waiting to send, -1 waiting to receive
	Main      bool
	Started   bool // its function has been called
	Preempted bool // it was stopped between two instructions and waits for no value
	Atomic    bool
	IgnoreNesting,
	BlockTrap bool
	ID      int32 // 1 for the main tasklet, then by creation
	Cls     *object.Type
	Dict    *object.Dict
	Frame   object.Value // where it goes on; Nil when it is dead, new, or the current one
	Temp    object.Value // tempval
	Func    object.Value // bound function, before setup
	call    *Call        // the arguments of the call that starts it, until then
	extra   *Extra       // what few tasklets have
	Next    *Tasklet
	Prev    *Tasklet
	Channel *Channel // it is blocked on
	allNext *Tasklet // every tasklet that is alive, by creation
	allPrev *Tasklet
	Origin  *Site // where it was created
	Since   int64 // tick at which it blocked, or last ran
}

// Call is the arguments that a tasklet starts with: a tuple, and a dict or Nil. It is never written.
type Call struct{ Args, Kwargs object.Value }

// Extra is what few tasklets have: a name that the program gave them, a context of their own, trace and profile functions, a thread other than the main
// one, a greenlet.
type Extra struct{ Context, Trace, Profile, Home, Green, Name object.Value }

// SetCall stores the arguments for the start; TakeCall takes them.
func (t *Tasklet) SetCall(args, kwargs object.Value) { t.call = &Call{args, kwargs} }

// TakeCall takes the arguments for the start.
func (t *Tasklet) TakeCall() (args, kwargs object.Value) {
	c := t.call
	t.call = nil
	return c.Args, c.Kwargs
}

// Call returns the arguments for the start, which must be there.
func (t *Tasklet) Call() Call { return *t.call }

// Extra returns the seldom used fields, all Nil if there are none; EditExtra the same to be written.
func (t *Tasklet) Extra() Extra {
	if t.extra == nil {
		return Extra{}
	}
	return *t.extra
}

// EditExtra returns the seldom used fields, to be written after Touch.
func (t *Tasklet) EditExtra() *Extra {
	if t.extra == nil {
		t.extra = &Extra{}
	}
	return t.extra
}

// Site is a place in the source. Sites are shared and never written.
type Site struct {
	File, Function string
	Line           int
}

// V is the tasklet as a Python object.
func (t *Tasklet) V() object.Value { return object.Ref(&t.Hdr) }

// AsTasklet returns the tasklet behind a Python value, or nil.
func AsTasklet(v object.Value) *Tasklet { return (*Tasklet)(v.Pointer(object.KTasklet)) }

// Blocked is +1 if the tasklet waits to send, -1 if it waits to receive, 0 otherwise.
func (t *Tasklet) Blocked() int { return int(t.blocked) }

// Scheduled tells that the tasklet is in the circle or blocked.
func (t *Tasklet) Scheduled() bool { return t.Next != nil || t.blocked != 0 }

// WalkTasklet is the walk of KTasklet.
func WalkTasklet(h *object.Hdr, w *object.Walker) {
	t := (*Tasklet)(unsafe.Pointer(h))
	object.Word(w, &t.blocked)
	w.Bool(&t.Main)
	w.Bool(&t.Started)
	w.Bool(&t.Preempted)
	w.Bool(&t.Atomic)
	w.Bool(&t.IgnoreNesting)
	w.Bool(&t.BlockTrap)
	object.Object(w, &t.Cls)
	object.Object(w, &t.Dict)
	for _, v := range [...]*object.Value{&t.Frame, &t.Temp, &t.Func} {
		w.Value(v)
	}
	object.State(w, &t.call, func(c *Call) *Call { return c }, func(c *Call, value func(object.Value), _ func(uint64)) {
		if c != nil {
			value(c.Args)
			if !c.Kwargs.IsNil() {
				value(c.Kwargs)
			}
		}
	})
	object.State(w, &t.extra, func(x *Extra) *Extra {
		if x == nil {
			return nil
		}
		c := *x
		return &c
	}, func(x *Extra, value func(object.Value), _ func(uint64)) {
		if x != nil {
			for _, v := range [...]object.Value{x.Context, x.Trace, x.Profile, x.Home, x.Green, x.Name} {
				if !v.IsNil() {
					value(v)
				}
			}
		}
	})
	object.Object(w, &t.Next)
	object.Object(w, &t.Prev)
	object.Object(w, &t.Channel)
	object.Object(w, &t.allNext)
	object.Object(w, &t.allPrev)
	object.Word(w, &t.Since)
	object.Word(w, &t.ID)
}

// Channel is a channel. Its queue is a circle through the blocked tasklets that begins and ends at the channel.
type Channel struct {
	object.Hdr
	Preference  int8 // -1 receiver, 1 sender, 0 neither
	ScheduleAll bool
	Closing     bool
	Cls         *object.Type
	Dict        *object.Dict
	Head, Tail  *Tasklet
	Balance     int // >0: senders wait; <0: receivers wait
	Origin      *Site
	ID          int32
}

// V is the channel as a Python object.
func (ch *Channel) V() object.Value { return object.Ref(&ch.Hdr) }

// AsChannel returns the channel behind a Python value, or nil.
func AsChannel(v object.Value) *Channel { return (*Channel)(v.Pointer(object.KChannel)) }

// WalkChannel is the walk of KChannel.
func WalkChannel(h *object.Hdr, w *object.Walker) {
	ch := (*Channel)(unsafe.Pointer(h))
	object.Word(w, &ch.Preference)
	w.Bool(&ch.ScheduleAll)
	w.Bool(&ch.Closing)
	object.Object(w, &ch.Cls)
	object.Object(w, &ch.Dict)
	object.Object(w, &ch.Head)
	object.Object(w, &ch.Tail)
	object.Word(w, &ch.Balance)
	object.Word(w, &ch.ID)
}

// Waiting lists the tasklets blocked on the channel, in order.
func (ch *Channel) Waiting() []*Tasklet {
	var out []*Tasklet
	for t := ch.Head; t != nil; t = t.Next {
		out = append(out, t)
		if t == ch.Tail {
			break
		}
	}
	return out
}

// enqueue blocks a tasklet on the channel.
func (s *Thread) enqueue(ch *Channel, t *Tasklet, dir int) {
	s.touch(t)
	s.heap.Touch(&ch.Hdr)
	t.blocked, t.Channel = int8(dir), ch
	t.Prev, t.Next = ch.Tail, nil
	if ch.Tail == nil {
		ch.Head = t
	} else {
		s.touch(ch.Tail)
		ch.Tail.Next = t
	}
	ch.Tail = t
	ch.Balance += dir
}

// Dequeue takes a blocked tasklet off its channel.
func (s *Thread) Dequeue(t *Tasklet) {
	ch := t.Channel
	s.touch(t)
	s.heap.Touch(&ch.Hdr)
	ch.Balance -= int(t.blocked)
	if t.Prev != nil {
		s.touch(t.Prev)
		t.Prev.Next = t.Next
	} else {
		ch.Head = t.Next
	}
	if t.Next != nil {
		s.touch(t.Next)
		t.Next.Prev = t.Prev
	} else {
		ch.Tail = t.Prev
	}
	t.blocked, t.Channel, t.Next, t.Prev = 0, nil, nil, nil
}
