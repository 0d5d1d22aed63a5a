package tests

import (
	"bytes"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
	"slp/vm"
	"slp/vm/world"
)

// TestRecord runs the programs of tests/record in the real world, with real sockets, processes, signals and clocks, and
// records them. Replayed, each writes the same and ends in the same state, without touching the world again.
func TestRecord(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("sockets and processes are not there")
	}
	files, err := filepath.Glob("record/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".py"), func(t *testing.T) {
			for _, c := range kit.Chunks(t, file) {
				t.Run(c.Name(), func(t *testing.T) { record(t, c) })
			}
		})
	}
}

func record(t *testing.T, c *kit.Chunk) {
	const budget = 50_000_000
	program := &vm.Program{Name: c.File, Text: []byte(c.Source)}
	var out, errs bytes.Buffer
	real := world.Real(world.Options{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Dir: t.TempDir()})
	defer real.Shutdown()
	rec := world.Record(real, world.Header{})
	m := vm.New(program, rec)
	end := m.RunFor(budget)
	require.False(t, end.Stopped, "%s:%d: it does not end", c.File, c.Line)
	require.Zero(t, end.Status, "%s:%d: %s", c.File, c.Line, errs.String())
	require.Equal(t, c.Output, out.String(), "%s:%d: %s", c.File, c.Line, errs.String())
	digest := m.Digest()

	var again bytes.Buffer
	replay := world.Replay(rec.Recording())
	replay.Console = func(fd int, data []byte) {
		if fd == 1 {
			again.Write(data)
		}
	}
	r := vm.New(program, replay)
	require.Equal(t, end, r.RunFor(budget), "%s:%d: %s", c.File, c.Line, replay.Divergence())
	require.Equal(t, out.String(), again.String(), "%s:%d: replayed it writes something else", c.File, c.Line)
	require.Equal(t, digest, r.Digest(), "%s:%d: replayed it ends in another state", c.File, c.Line)
}
