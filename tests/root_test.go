package tests

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// root is the folder of the module: go test runs in the folder of the package.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("..")
	require.NoError(t, err)
	return dir
}
