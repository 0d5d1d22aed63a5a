package tests

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
)

// recordRun records a run of main.py and helper.py, takes them away, and gives the folder and the recording.
func recordRun(t *testing.T, main, helper string) (dir, recording string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.py"), []byte(main), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "helper.py"), []byte(helper), 0o644))
	cmd := exec.Command(kit.Binary(t), "record", "-o", "run.slprec", "main.py")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.NoError(t, os.Remove(filepath.Join(dir, "main.py")))
	require.NoError(t, os.Remove(filepath.Join(dir, "helper.py")))
	return dir, filepath.Join(dir, "run.slprec")
}

// A recording is debugged like a program, with sources that are not here any more; nothing of it is done again.
func TestRecordingInTheDebugger(t *testing.T) {
	dir, recording := recordRun(t, "import os, time\nimport helper\nnow = time.time_ns()\nprint(now)\nos.mkdir('made')\nhelper.shows(now)\n",
		"def shows(x):\n    y = x\n    print('helper', y)\n")
	require.NoError(t, os.Remove(filepath.Join(dir, "made")))
	c := serveDAP(t, nil)
	c.Must("launch", map[string]any{"recording": recording, "stopOnEntry": true}, nil)
	c.Event("initialized")
	var set struct{ Breakpoints []struct{ Verified bool } }
	c.Must("setBreakpoints", map[string]any{"source": map[string]any{"path": filepath.Join(dir, "helper.py")}, "breakpoints": []any{map[string]any{"line": 3}}}, &set)
	c.Must("configurationDone", nil, nil)
	c.Event("stopped")
	c.Must("continue", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
	var body struct {
		StackFrames []struct {
			ID, Line int
			Source   struct {
				Name, Path      string
				SourceReference int
			}
		}
	}
	c.Must("stackTrace", map[string]any{"threadId": 1}, &body)
	require.Equal(t, "helper.py", body.StackFrames[0].Source.Name)
	require.Equal(t, 3, body.StackFrames[0].Line)
	require.NotZero(t, body.StackFrames[0].Source.SourceReference, "the file is only in the recording")
	var text struct{ Content string }
	c.Must("source", map[string]any{"sourceReference": body.StackFrames[0].Source.SourceReference}, &text)
	require.Contains(t, text.Content, "def shows(x):")
	var value struct{ Result string }
	c.Must("evaluate", map[string]any{"expression": "x == y", "frameId": body.StackFrames[0].ID, "context": "repl"}, &value)
	require.Equal(t, "True", value.Result)
	c.Must("stepBack", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
	c.Must("stackTrace", map[string]any{"threadId": 1}, &body)
	require.Equal(t, 2, body.StackFrames[0].Line)
	c.Must("setBreakpoints", map[string]any{"source": map[string]any{"path": filepath.Join(dir, "helper.py")}, "breakpoints": []any{}}, nil)
	c.Must("continue", map[string]any{"threadId": 1}, nil)
	c.Event("terminated")
	require.NoDirExists(t, filepath.Join(dir, "made"))
}

// A recording that was cut off stands still where it ends, with its past.
func TestRecordingThatIsCutOff(t *testing.T) {
	_, recording := recordRun(t, "import time\nfor i in range(3000):\n    now = time.time_ns()\n", "")
	whole, err := os.ReadFile(recording)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(recording, whole[:len(whole)*3/4], 0o644))
	c := serveDAP(t, nil)
	c.Must("launch", map[string]any{"recording": recording}, nil)
	c.Event("initialized")
	c.Must("configurationDone", nil, nil)
	stopped := c.Event("stopped")
	require.Contains(t, string(stopped.Body), "the recording ends here")
	c.Must("stepBack", map[string]any{"threadId": 1}, nil)
	c.Event("stopped")
}
