// Package kit holds what the black-box tests share: goldens, programs in
// chunks, marks in source text. It judges nothing by itself.
package kit

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the expected outputs; review the diff like code")

// Updating reports whether the tests run with -update.
func Updating() bool { return *update }

// Golden compares got with the file, or writes it with -update.
func Golden(t *testing.T, file, got string) {
	t.Helper()
	if Updating() {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "no golden yet? go test -update writes it")
	require.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), got, "%s; go test -update, if it is meant to change", file)
}

// Each runs a subtest for every file that matches the pattern, named after it.
// It fails if there is none.
func Each(t *testing.T, pattern string, test func(t *testing.T, file string)) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, names, "no file matches %s", pattern)
	for _, name := range names {
		base := filepath.Base(name)
		t.Run(strings.TrimSuffix(base, filepath.Ext(base)), func(t *testing.T) { test(t, name) })
	}
}
