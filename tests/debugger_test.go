package tests

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	debugger "slp/dap/debug"
	"slp/tests/kit"
	"slp/vm"
	"slp/vm/world"
)

// TestRandomSessions debugs programs of tests/stackless and tests/lang in any way: steps, breakpoints, back and forth,
// evaluations. Whatever was done, in the end the program must have written and ended as it does alone.
func TestRandomSessions(t *testing.T) {
	for _, pattern := range []string{"stackless/*.py", "lang/*.py"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.ToSlash(file), ".py"), func(t *testing.T) {
				for i, c := range kit.Chunks(t, file) {
					h := fnv.New64a()
					fmt.Fprint(h, file, i)
					if *long || h.Sum64()%8 == 0 || i == 0 {
						t.Run(c.Name(), func(t *testing.T) { randomSession(t, c, h.Sum64()) })
					}
				}
			})
		}
	}
}

// told is what a program wrote, by stream.
type told [3]strings.Builder

func (w *told) write(s debugger.Stream, text string) { w[s].WriteString(text) }

func (w *told) all() string { return w[1].String() + "--- errors\n" + w[2].String() }

// mostSlices ends a move that takes too long.
const mostSlices = 2_000

func randomSession(t *testing.T, c *kit.Chunk, seed uint64) {
	defer func() {
		if r := recover(); r != nil {
			t.Fatalf("%s:%d: seed %d: the debugger panicked: %v\n%s", c.File, c.Line, seed, r, debug.Stack())
		}
	}()
	dir := t.TempDir()
	options := func(w *told) debugger.Options {
		return debugger.Options{Program: &vm.Program{Name: c.File, Text: []byte(c.Source)}, World: world.Options{Dir: dir}, Output: w.write}
	}
	var alone told
	d := debugger.Open(options(&alone))
	defer d.Close()
	d.Continue()
	first := finish(d)
	if first == nil {
		t.Skip("it runs for too long")
	}
	ended := d.Machine()
	digest := ended.Digest()
	for _, word := range []string{"time.", "import random", "scheduler.", "tempfile"} {
		if strings.Contains(c.Source, word) {
			t.Skip("it asks for the time, or for chance")
		}
	}

	var debugged told
	d = debugger.Open(options(&debugged))
	defer d.Close()
	dice := rand.New(rand.NewPCG(seed, 1))
	lines, _ := d.StartLines(c.File)
	var did []string
	for range 40 {
		if d.Ended() {
			break
		}
		did = append(did, act(t, d, dice, c.File, lines))
	}
	d.SetBreakpoints(c.File, nil)
	d.SetFilters(debugger.Filters{})
	if !d.Ended() {
		d.Continue()
		require.NotNil(t, finish(d), "%s:%d: seed %d: after %v it does not end", c.File, c.Line, seed, did)
	}
	require.Equal(t, alone.all(), debugged.all(), "%s:%d: seed %d: after %v it writes something else", c.File, c.Line, seed, did)
	if d.Machine().Digest() != digest {
		t.Fatalf("%s:%d: seed %d: after %v its last state is another one\n%s", c.File, c.Line, seed, did, differs(ended.Describe(), d.Machine().Describe()))
	}
}

// finish runs a program to its end.
func finish(d *debugger.Debugger) *debugger.Report {
	for range mostSlices {
		switch r := d.Slice(); {
		case r == nil:
		case r.Reason == debugger.Exited:
			return r
		default:
			d.Continue()
		}
	}
	return nil
}

// act does one thing to a program, and says what.
func act(t *testing.T, d *debugger.Debugger, dice *rand.Rand, file string, lines []int) string {
	m := d.Machine()
	id := m.CurrentID()
	if all := m.Tasklets(); dice.IntN(6) == 0 {
		id = all[dice.IntN(len(all))].ID
	}
	before := m.Now()
	what := ""
	switch dice.IntN(12) {
	case 0:
		what = "continue"
		d.Continue()
	case 1, 2, 3:
		what = "next"
		d.StepOver(id)
	case 4, 5:
		what = "in"
		d.StepIn(id)
	case 6:
		what = "out"
		d.StepOut(id)
	case 7, 8:
		d.StepBack(id)
		require.False(t, before.Before(m.Now()), "a step back does not go forward")
		return "back"
	case 9:
		d.ReverseContinue()
		require.False(t, before.Before(m.Now()), "going back does not go forward")
		return "reverse"
	case 10:
		f := m.Current().Top()
		digest := m.Digest()
		for _, text := range []string{"1 + 1", "[x for x in range(3)]", "dir()", "locals().clear()", "exec('import stackless\\nstackless.tasklet(print)(1)')", "nothing"} {
			d.Evaluate(f, text, 1000)
		}
		require.Equal(t, before, m.Now(), "an evaluation does not move the program")
		require.Equal(t, digest, m.Digest(), "an evaluation leaves no trace")
		return "evaluate"
	default:
		var wants []debugger.Want
		for range dice.IntN(3) {
			if len(lines) > 0 {
				wants = append(wants, debugger.Want{Line: lines[dice.IntN(len(lines))]})
			}
		}
		d.SetBreakpoints(file, wants)
		d.SetFilters(debugger.Filters{Raised: dice.IntN(3) == 0, Uncaught: dice.IntN(2) == 0, Deadlock: dice.IntN(2) == 0})
		return fmt.Sprint("breakpoints ", wants)
	}
	for range mostSlices {
		if r := d.Slice(); r != nil {
			return what
		}
	}
	d.Pause()
	d.Slice()
	return what + " (long)"
}
