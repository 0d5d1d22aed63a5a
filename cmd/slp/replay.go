package main

import (
	"fmt"
	"os"
	"sort"

	"slp/vm"
	"slp/vm/world"
)

type replayCmd struct {
	Info  bool   `help:"Say what is in the recording instead of running it."`
	Force bool   `help:"Run it although another version of slp made it."`
	File  string `arg:"" help:"A recording: the file that slp record wrote."`
}

// Help is shown below the summary.
func (*replayCmd) Help() string {
	return `The program runs as it did: it is told what it was told then, and nothing outside is touched. What it wrote is
written again, and the exit status is the same. A recording that was cut off, by a crash or a full disk, is replayed up
to there; then, or when the program goes another way than recorded, the exit status is 3.`
}

// Run replays.
func (r *replayCmd) Run() error {
	rec, p, cut, err := loadRecording(r.File)
	if err != nil {
		fmt.Fprintln(os.Stderr, "slp replay:", err)
		return exitCode(exitUsage)
	}
	if r.Info {
		return describe(r.File, rec, p, cut)
	}
	if rec.VM != version && !r.Force {
		fmt.Fprintf(os.Stderr, "slp replay: %s was made by slp %s, this is slp %s: the program might go another way; --force tries it\n", r.File, rec.VM, version)
		return exitCode(exitUsage)
	}
	w := &replayed{Replayer: world.Replay(rec)}
	w.Console = func(fd int, data []byte) {
		if fd == 2 {
			_, _ = os.Stderr.Write(data)
		} else {
			_, _ = os.Stdout.Write(data)
		}
	}
	m := vm.New(p, w)
	status := 0
	if _, broken := m.Guard(func() { status = m.RunToEnd() }); broken {
		why := w.Divergence()
		if w.ended && cut {
			why = "the recording ends here: it was cut off"
		}
		fmt.Fprintln(os.Stderr, "slp replay:", why)
		return exitCode(exitCrash)
	}
	if rec.Ended && status != rec.Status {
		fmt.Fprintf(os.Stderr, "slp replay: the program ended with exit status %d, in the recording with %d\n", status, rec.Status)
		return exitCode(exitCrash)
	}
	if status < 0 { // a signal ended it
		status = 128 - status
	}
	return exitCode(status)
}

// replayed is the world of a replay. A machine that asks for more than there is stops.
type replayed struct {
	*world.Replayer
	ended bool // it asked for more than was recorded, not for something else
}

// Ask gives what was recorded.
func (w *replayed) Ask(q world.Question) world.Answer {
	a := w.Replayer.Ask(q)
	if a.Errno == world.NoAnswer {
		w.ended = q.Number >= w.Recording().Len()
		panic(vm.Interrupt{})
	}
	return a
}

// describe says what is in a recording.
func describe(name string, rec *world.Recording, p *vm.Program, cut bool) error {
	fmt.Println("recording ", name)
	for _, n := range rec.Notes {
		fmt.Printf("%-10s %s\n", n.Key, n.Value)
	}
	fmt.Println("made by    slp", rec.VM)
	switch {
	case cut:
		fmt.Println("end        none: it was cut off")
	case rec.Ended:
		fmt.Println("end        exit status", rec.Status)
	}
	fmt.Printf("answers    %d, %d bytes\n", rec.Len(), rec.Size())
	counts := map[world.Kind]int{}
	rec.Each(func(_ uint64, k world.Kind, _ world.Answer) bool { counts[k]++; return true })
	kinds := make([]world.Kind, 0, len(counts))
	for k := range counts {
		kinds = append(kinds, k)
	}
	sort.Slice(kinds, func(i, j int) bool {
		return counts[kinds[i]] > counts[kinds[j]] || counts[kinds[i]] == counts[kinds[j]] && kinds[i] < kinds[j]
	})
	for _, k := range kinds {
		fmt.Printf("  %8d %s\n", counts[k], k)
	}
	return nil
}
