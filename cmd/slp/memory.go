package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// generous is the growth, in percent of the live heap, after which a small heap is collected.
const generous = 400

// tuneCollector makes the collector generous while the heap is small, where collections cost more than they give back,
// and careful when it is large. Nothing of it can be seen by a program.
func tuneCollector() {
	debug.SetGCPercent(generous)
	watchCollections(generous)
}

// sentinel is garbage at once: each collection finds it and makes the next one.
type sentinel struct{ _ [16]byte }

// watchCollections looks at the live heap after every collection.
func watchCollections(percent int) {
	runtime.AddCleanup(&sentinel{}, func(old int) {
		const small, large = 96 << 20, 192 << 20
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		now := generous
		switch live := sample[0].Value.Uint64(); {
		case live > large:
			now = 50
		case live > small:
			now = 150
		}
		if now != old {
			debug.SetGCPercent(now)
		}
		watchCollections(now)
	}, percent)
}
