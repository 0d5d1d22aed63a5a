package tests

import (
	"flag"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
	"slp/vm"
	"slp/vm/world"
)

var long = flag.Bool("long", false, "also what takes minutes: every program, more seeds")

// TestRewind proves that the past is what it was: it takes programs of tests/lang, tests/stackless and tests/stdlib,
// runs each once to the end, then again with checkpoints, goes to instants in any order, and compares the digest of the
// machine's whole state there with what it was the first time. Nothing has to be written for a program to be tested:
// every program is.
//
// What it finds is a field that was changed without being saved first, or something that gets into a run beside the
// answers of its world.
func TestRewind(t *testing.T) {
	for _, pattern := range []string{"lang/*.py", "stackless/*.py", "stdlib/*.py"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.ToSlash(file), ".py"), func(t *testing.T) {
				for i, c := range kit.Chunks(t, file) {
					if !*long && !sampled(file, i) {
						continue
					}
					t.Run(c.Name(), func(t *testing.T) {
						seeks := 4
						if *long {
							seeks = 12
						}
						rewind(t, c, seeks)
					})
				}
			})
		}
	}
}

// sampled chooses the first program of a file and every sixth of the others.
func sampled(file string, i int) bool {
	h := fnv.New32a()
	fmt.Fprint(h, file, i)
	return i == 0 || h.Sum32()%6 == 0
}

// moment is an instant and the state there.
type moment struct {
	at     vm.Instant
	digest uint64
	cp     *vm.Checkpoint
}

const rewindBudget = 3_000_000

func rewind(t *testing.T, c *kit.Chunk, seeks int) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%s:%d: the machine panicked: %v\n%s", c.File, c.Line, r, debug.Stack())
		}
	}()
	program := &vm.Program{Name: c.File, Text: []byte(c.Source)}

	// Once without a checkpoint: what the run is.
	plain := vm.New(program, world.Simulated(1))
	s := plain.Run(rewindBudget)
	if s.Why == vm.Spent && !plain.Ended() {
		t.Skip("it runs for too long")
	}
	ticks := plain.Now().Tick
	end := plain.Digest()
	finish := plain.Describe

	// Once with checkpoints, recorded.
	rec := world.Record(world.Simulated(1), world.Header{})
	m := vm.New(program, rec)
	const marks = 5
	var moments []moment
	for i := range marks {
		if ahead := ticks*int64(i)/marks - m.Now().Tick; ahead > 0 {
			m.Run(ahead)
		}
		if m.Ended() {
			break
		}
		moments = append(moments, moment{m.Now(), m.Digest(), m.Checkpoint()})
	}
	toEnd(m)
	if end != m.Digest() {
		t.Fatalf("%s:%d: checkpoints change what the program does\n%s", c.File, c.Line, differs(finish(), m.Describe()))
	}

	// Back and forth. Going back to a checkpoint voids those after it.
	dice := rand.New(rand.NewPCG(uint64(c.Line), 7))
	kept := len(moments)
	for n := range seeks {
		to := moments[dice.IntN(len(moments))]
		i := min(kept-1, dice.IntN(len(moments)))
		for i > 0 && to.at.Before(moments[i].at) {
			i--
		}
		from := moments[i]
		kept = i + 1
		m.Restore(from.cp)
		require.Equal(t, from.at, m.Now(), "%s:%d: seek %d: the instant of the checkpoint", c.File, c.Line, n)
		if from.digest != m.Digest() {
			t.Fatalf("%s:%d: seek %d: going back to tick %d of %d does not bring back the state there\n%s", c.File, c.Line, n, from.at.Tick, ticks,
				differs(stateAt(program, from.at), m.Describe()))
		}
		if from.at.Before(to.at) {
			require.True(t, m.RunTo(to.at), "%s:%d: seek %d: tick %d is not reached again from tick %d", c.File, c.Line, n, to.at.Tick, from.at.Tick)
			if to.digest != m.Digest() {
				t.Fatalf("%s:%d: seek %d: from tick %d to tick %d of %d the run is another one\n%s", c.File, c.Line, n, from.at.Tick, to.at.Tick, ticks,
					differs(stateAt(program, to.at), m.Describe()))
			}
		}
	}
	toEnd(m)
	if end != m.Digest() {
		t.Fatalf("%s:%d: replayed, the program ends otherwise\n%s", c.File, c.Line, differs(finish(), m.Describe()))
	}
}

// stateAt runs the program anew, straight to an instant, and tells the state there.
func stateAt(program *vm.Program, at vm.Instant) []string {
	m := vm.New(program, world.Simulated(1))
	m.RunTo(at)
	return m.Describe()
}

// differs shows the first place in which two states differ.
func differs(want, got []string) string {
	for i := range min(len(want), len(got)) {
		if want[i] == got[i] {
			continue
		}
		a, b := strings.Fields(want[i]), strings.Fields(got[i])
		n := 0
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		from := max(0, n-3)
		return fmt.Sprintf("%s, word %d\nfirst: %s\nnow:   %s\n%s", strings.Join(a[:min(len(a), 3)], " "), n, excerpt(a, from), excerpt(b, from), referred(want, got, a, b, n))
	}
	return fmt.Sprintf("%d objects first, now %d", len(want), len(got))
}

func excerpt(words []string, from int) string {
	return strings.Join(words[from:min(len(words), from+8)], " ")
}

// referred shows the objects whose numbers differ.
func referred(want, got, a, b []string, n int) string {
	var out string
	for k, list := range [][]string{want, got} {
		words := [][]string{a, b}[k]
		for _, w := range words[max(0, n-2):min(len(words), n+2)] {
			for _, line := range list {
				if strings.HasPrefix(line, w+" ") {
					out += "   " + line[:min(len(line), 100)] + "\n"
				}
			}
		}
		out += "   --\n"
	}
	return out
}

func toEnd(m *vm.Machine) {
	for !m.Ended() {
		m.Run(1 << 40)
	}
}
