package tests

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"slp/tests/kit"
)

func TestMain(m *testing.M) {
	code := m.Run()
	kit.RemoveBinary()
	os.Exit(code)
}

// TestCLI runs the scripts in cli: commands as in a shell, each with what it
// prints and how it ends. $EXAMPLES is the folder examples.
func TestCLI(t *testing.T) {
	binary := kit.Binary(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "cli",
		UpdateScripts:       kit.Updating(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", filepath.Dir(binary)+string(filepath.ListSeparator)+e.Getenv("PATH"))
			e.Setenv("EXAMPLES", filepath.Join(root(t), "examples"))
			return nil
		},
	})
}
