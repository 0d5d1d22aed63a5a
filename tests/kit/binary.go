package kit

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

var binary struct {
	once sync.Once
	dir  string
	err  error
	text []byte
}

// Binary builds slp, once for all tests of a package, and gives its path.
// RemoveBinary takes it away at the end.
func Binary(t testing.TB) string {
	t.Helper()
	name := "slp"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	binary.once.Do(func() {
		if binary.dir, binary.err = os.MkdirTemp("", "slp-test-"); binary.err != nil {
			return
		}
		cmd := exec.Command("go", "build", "-ldflags", "-X main.version=test", "-o", filepath.Join(binary.dir, name), "slp/cmd/slp")
		binary.text, binary.err = cmd.CombinedOutput()
	})
	require.NoError(t, binary.err, "go build slp/cmd/slp: %s", binary.text)
	return filepath.Join(binary.dir, name)
}

// RemoveBinary removes what Binary built; TestMain calls it.
func RemoveBinary() {
	if binary.dir != "" {
		_ = os.RemoveAll(binary.dir)
	}
}
