package main

import (
	"os"
	"os/signal"

	"slp/vm/world"
)

// interrupts lets Ctrl-C reach the program as a signal of its world; the second one ends the process.
func interrupts(w *world.System) (stop func()) {
	ch := make(chan os.Signal, 4)
	signal.Notify(ch, os.Interrupt)
	go func() {
		n := 0
		for range ch {
			if n++; n > 2 {
				os.Exit(130)
			}
			w.Signal(2)
		}
	}()
	return func() { signal.Stop(ch); close(ch) }
}
