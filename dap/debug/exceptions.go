package debug

import (
	"strings"

	"slp/vm"
)

// Filters say at which exceptions a program stops.
type Filters struct {
	Raised   bool
	Only     []string // Raised: names of classes; empty for all
	Uncaught bool
	Deadlock bool
}

// SetFilters sets at which exceptions the program stops.
func (d *Debugger) SetFilters(f Filters) { d.catch = f }

// raising sees every exception where it is raised for the first time.
func (d *Debugger) raising(e vm.Exception) bool {
	if len(d.origins) > 1000 {
		clear(d.origins)
	}
	d.origins[e.V()] = e.At
	if !d.catch.Raised || d.stopped && e.At == d.shown {
		return false
	}
	for _, name := range []string{"StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit"} { // a way to end, not to fail
		if e.Is(name) {
			return false
		}
	}
	if f := e.Frame(); f.Nil() || !d.visible(f) {
		return false
	}
	if len(d.catch.Only) == 0 {
		return true
	}
	for _, name := range d.catch.Only {
		if e.Is(strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}

// uncaught is asked when an exception is about to end the program. It takes the program back to where it was raised: its
// frames are there then.
func (d *Debugger) uncaught(e vm.Exception) *Report {
	if !d.catch.Uncaught || d.search {
		return nil
	}
	at, known := d.origins[e.V()]
	if !known || d.stopped && at == d.shown {
		return nil
	}
	if f := e.Traceback(); len(f) == 0 {
		return nil // it never was in the program's own code
	}
	end := d.m.Now()
	text := "uncaught " + e.TypeName() + ": " + e.Message()
	there := false
	d.quietly(func() {
		if there = d.t.GoTo(at); !there {
			d.t.GoTo(end)
		}
	})
	if !there {
		return nil
	}
	return &Report{Reason: AtException, Text: strings.TrimSuffix(text, ": "), Last: true}
}

// deadlocking is asked when nothing can run any more.
func (d *Debugger) deadlocking() bool {
	return d.catch.Deadlock && !(d.stopped && d.deadlock && d.m.Now() == d.shown)
}
