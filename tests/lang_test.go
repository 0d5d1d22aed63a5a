package tests

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
	"slp/vm"
	"slp/vm/world"
)

// TestLang runs the language programs of tests/lang: asserts hold, and an expected exception is raised where it stands.
func TestLang(t *testing.T) { runChunks(t, "lang/*.py") }

// TestStdlib runs the programs of tests/stdlib.
func TestStdlib(t *testing.T) { runChunks(t, "stdlib/*.py") }

// TestStackless runs the programs of tests/stackless: their output is the expectation, recorded from Stackless 3.8.1.
func TestStackless(t *testing.T) { runChunks(t, "stackless/*.py") }

// budget is how many ticks a chunk may take.
const budget = 200_000_000

func runChunks(t *testing.T, pattern string) {
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files, "no programs match %s", pattern)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(name, func(t *testing.T) {
			for _, c := range kit.Chunks(t, file) {
				t.Run(c.Name(), func(t *testing.T) { runChunk(t, c) })
			}
		})
	}
}

// knownGap tells whether gaps.txt names the chunk.
func knownGap(t *testing.T, c *kit.Chunk) bool {
	gaps, err := os.ReadFile("gaps.txt")
	require.NoError(t, err)
	return strings.Contains(string(gaps), fmt.Sprintf("\n%s:%d\n", filepath.ToSlash(c.File), c.Line))
}

func runChunk(t *testing.T, c *kit.Chunk) {
	problem := chunkProblem(c)
	switch {
	case knownGap(t, c):
		if problem == "" {
			t.Errorf("%s:%d passes now: take it out of gaps.txt", c.File, c.Line)
		}
	case problem != "":
		t.Error(problem)
	}
}

// chunkProblem runs a chunk and tells how it differs from what it expects; "": not at all.
func chunkProblem(c *kit.Chunk) (problem string) {
	defer func() {
		if r := recover(); r != nil {
			problem = fmt.Sprintf("%s:%d: the machine panicked: %v", c.File, c.Line, r)
		}
	}()
	w := world.Simulated(1)
	m := vm.New(&vm.Program{Name: c.File, Text: []byte(c.Source)}, w)
	end := m.RunFor(budget)
	if end.Stopped {
		return fmt.Sprintf("%s:%d: still running after %d ticks", c.File, c.Line, int64(budget))
	}
	if c.Raises != nil {
		text := "no exception"
		if end.Raised {
			text = end.Type + ": " + end.Message
		}
		if !end.Raised || !c.Raises.Pattern.MatchString(text) || end.Line != c.Raises.Line {
			return fmt.Sprintf("%s:%d: want %q, got %q at line %d", c.File, c.Raises.Line, c.Raises.Pattern, text, end.Line)
		}
	} else if end.Status != 0 {
		return fmt.Sprintf("%s:%d: exit status %d\n%s", c.File, c.Line, end.Status, indent(w.Errors()))
	}
	if c.Prints() && c.Output != w.Output() {
		return fmt.Sprintf("%s:%d: output\n%s", c.File, c.Line, indent(w.Output()))
	}
	return ""
}

func indent(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if len(lines) > 24 {
		lines = lines[len(lines)-24:]
	}
	return fmt.Sprint("    ", strings.Join(lines, "\n    "))
}
