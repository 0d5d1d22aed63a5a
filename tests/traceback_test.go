package tests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm"
	"slp/vm/world"
)

// TestTraceback runs programs that end with an exception: what they print on stderr is CPython's text to the letter.
func TestTraceback(t *testing.T) {
	files, err := filepath.Glob("traceback/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".err")
			require.NoError(t, err)
			w := world.Simulated(1)
			w.WriteFile(name+".py", text)
			m := vm.New(&vm.Program{Name: name + ".py", Text: text}, w)
			end := m.RunFor(budget)
			require.False(t, end.Stopped, "still running")
			require.Equal(t, string(want), w.Errors())
			require.NotZero(t, end.Status)
		})
	}
}
