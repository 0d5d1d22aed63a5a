package sched

import "slp/vm/object"

// Thread is the scheduler of one thread: a circle of runnable tasklets whose head is the current one.
type Thread struct {
	heap    *object.Heap
	self    *object.Hdr // of the Obj that holds the thread, touched before every change
	Current *Tasklet
	Main    *Tasklet
	first   *Tasklet // of all tasklets that are alive
	last    *Tasklet
	Count   int // length of the circle
	Alive   int // tasklets that are alive
	Trap    int // switch_trap level
	nextID  int32
	nextCh  int32

	Watchdogs []*Watchdog
	Listing   *object.List // who is in run(), once somebody has asked: the first item is the one with a time limit
	Callback  object.Value // schedule callback
	ChannelCB object.Value // channel callback
	ErrorFn   object.Value // error handler
	InChannel bool         // a channel callback runs
	Shown     *Tasklet     // a schedule callback runs: what it sees as the current tasklet, which is being left
	Home      object.Value // what tasklets made here have in Extra.Home; never changes
	Soft      bool         // what enable_softswitch was told
}

// Watchdog is a run() in progress: the tasklet that called it, and when it interrupts.
type Watchdog struct {
	Tasklet *Tasklet
	Timeout int64 // ticks; 0: cooperative
	Soft    bool
	Total   bool
	Ignore  bool  // ignore_nesting
	Until   int64 // tick at which it interrupts, or -1
	Expired bool  // a soft one whose time is over: run() returns at the next switch
	Block   bool  // threadblock
}

// NewThread makes the scheduler of a thread whose main tasklet runs now; it lives in an Obj of class cls.
func NewThread(c *object.Ctx, cls *object.Type) (*Thread, object.Value) {
	s := &Thread{heap: &c.Heap, Callback: object.None, ChannelCB: object.None, ErrorFn: object.None, Soft: true}
	v := c.NewObj(cls, s)
	s.self = v.Hdr()
	return s, v
}

// Walk implements object.Impl.
func (s *Thread) Walk(w *object.Walker) {
	object.Object(w, &s.Current)
	object.Object(w, &s.Main)
	object.Object(w, &s.first)
	object.Object(w, &s.last)
	object.Word(w, &s.Count)
	object.Word(w, &s.Alive)
	object.Word(w, &s.Trap)
	object.Word(w, &s.nextID)
	object.Word(w, &s.nextCh)
	w.Value(&s.Callback)
	w.Value(&s.ChannelCB)
	w.Value(&s.ErrorFn)
	object.Object(w, &s.Listing)
	w.Bool(&s.InChannel)
	object.Object(w, &s.Shown)
	w.Bool(&s.Soft)
	object.State(w, &s.Watchdogs, func(d []*Watchdog) []*Watchdog {
		out := make([]*Watchdog, len(d))
		for i, x := range d {
			c := *x
			out[i] = &c
		}
		return out
	}, func(d []*Watchdog, value func(object.Value), word func(uint64)) {
		for _, x := range d {
			value(x.Tasklet.V())
			word(uint64(x.Until))
		}
	})
}

func (s *Thread) touch(t *Tasklet) { s.heap.Touch(&t.Hdr) }

// Touch must precede every change of the thread's own fields.
func (s *Thread) Touch() { s.heap.Touch(s.self) }

// FirstID is the number below those of the tasklets and channels that are made from now on.
func (s *Thread) FirstID(n int32) {
	s.Touch()
	s.nextID, s.nextCh = n, n
}

// NewTasklet makes a tasklet that is not bound to a function.
func (s *Thread) NewTasklet(cls *object.Type, origin *Site) *Tasklet {
	s.Touch()
	s.nextID++
	t := &Tasklet{Cls: cls, ID: s.nextID, Temp: object.None, Origin: origin}
	t.Kind, t.Epoch = object.KTasklet, s.heap.Epoch
	if !s.Home.IsNil() {
		t.extra = &Extra{Home: s.Home}
	}
	return t
}

// NewChannel makes a channel.
func (s *Thread) NewChannel(cls *object.Type, origin *Site) *Channel {
	s.Touch()
	ch := &Channel{Cls: cls, Preference: -1, ID: s.nextCh, Origin: origin}
	s.nextCh++
	ch.Kind, ch.Epoch = object.KChannel, s.heap.Epoch
	return ch
}

// Born enters a tasklet among those that are alive.
func (s *Thread) Born(t *Tasklet) {
	s.Touch()
	s.touch(t)
	t.allPrev, t.allNext = s.last, nil
	if s.last != nil {
		s.touch(s.last)
		s.last.allNext = t
	} else {
		s.first = t
	}
	s.last = t
	s.Alive++
}

// Died removes a tasklet from those that are alive; false: it was not among them.
func (s *Thread) Died(t *Tasklet) bool {
	if t.allPrev == nil && s.first != t {
		return false
	}
	s.Touch()
	s.touch(t)
	if t.allPrev != nil {
		s.touch(t.allPrev)
		t.allPrev.allNext = t.allNext
	} else {
		s.first = t.allNext
	}
	if t.allNext != nil {
		s.touch(t.allNext)
		t.allNext.allPrev = t.allPrev
	} else {
		s.last = t.allPrev
	}
	t.allPrev, t.allNext = nil, nil
	s.Alive--
	return true
}

// All calls yield with every tasklet that is alive, in order of creation.
func (s *Thread) All(yield func(*Tasklet) bool) {
	for t := s.first; t != nil; t = t.allNext {
		if !yield(t) {
			return
		}
	}
}

// Insert appends a tasklet to the circle, just before the current one.
func (s *Thread) Insert(t *Tasklet) {
	s.Touch()
	s.touch(t)
	s.Count++
	if s.Current == nil {
		t.Next, t.Prev = t, t
		s.Current = t
		return
	}
	s.link(t, s.Current.Prev)
}

// InsertAfter puts a tasklet right after the current one.
func (s *Thread) InsertAfter(t *Tasklet) {
	s.Touch()
	s.touch(t)
	s.Count++
	if s.Current == nil {
		t.Next, t.Prev = t, t
		s.Current = t
		return
	}
	s.link(t, s.Current)
}

func (s *Thread) link(t, after *Tasklet) {
	next := after.Next
	s.touch(after)
	s.touch(next)
	t.Prev, t.Next = after, next
	after.Next = t
	next.Prev = t
}

// Remove takes a tasklet out of the circle; if it was the current one the next becomes it.
func (s *Thread) Remove(t *Tasklet) {
	s.Touch()
	s.touch(t)
	s.Count--
	if t.Next == t {
		s.Current = nil
	} else {
		s.touch(t.Prev)
		s.touch(t.Next)
		t.Prev.Next, t.Next.Prev = t.Next, t.Prev
		if s.Current == t {
			s.Current = t.Next
		}
	}
	t.Next, t.Prev = nil, nil
}

// Runnable tells that the tasklet is in the circle.
func (t *Tasklet) Runnable() bool { return t.Next != nil && t.blocked == 0 }

// InQueue tells that the tasklet is blocked on a channel.
func (t *Tasklet) InQueue() bool { return t.blocked != 0 }

// Innermost is the innermost run() in progress, or nil.
func (s *Thread) Innermost() *Watchdog {
	if n := len(s.Watchdogs); n > 0 {
		return s.Watchdogs[n-1]
	}
	return nil
}

// SetWatchdogs sets who is in run(), the outermost first.
func (s *Thread) SetWatchdogs(d []*Watchdog) {
	s.Touch()
	s.Watchdogs = d
	if s.Listing != nil {
		s.list()
	}
}

// List is a Python list of who is in run(); it is kept up to date.
func (s *Thread) List(c *object.Ctx) object.Value {
	if s.Listing == nil {
		s.Touch()
		v := c.NewList(nil)
		s.Listing = v.AsList()
		s.list()
		return v
	}
	return s.Listing.V()
}

func (s *Thread) list() {
	s.heap.Touch(&s.Listing.Hdr)
	items := []object.Value{object.None}
	for _, d := range s.Watchdogs {
		if d.Timeout > 0 {
			items[0] = d.Tasklet.V()
		}
		items = append(items, d.Tasklet.V())
	}
	s.Listing.Items = items
}

// Enqueue blocks a tasklet on a channel: +1 to send, -1 to receive.
func (s *Thread) Enqueue(ch *Channel, t *Tasklet, dir int) { s.enqueue(ch, t, dir) }
