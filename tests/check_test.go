package tests

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
)

// TestCheck runs slp check on programs: every finding of a run is wanted, every "# want" is found. The pattern is about
// the message, followed by "(level, confidence)". What reading alone finds is TestAnalysis's business.
func TestCheck(t *testing.T) {
	binary := kit.Binary(t)
	kit.Each(t, "check/*.py", func(t *testing.T, file string) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		wants, err := kit.ParseWants(string(text), "# want")
		require.NoError(t, err)
		first := checkJSON(t, binary, file)
		require.Equal(t, string(first), string(checkJSON(t, binary, file)), "two reports of one program differ")
		var report struct {
			Version  int
			Programs []struct {
				Path, Verdict string
				Findings      []struct {
					Rule, Level, Confidence, Message string
					Line                             int
				}
			}
		}
		require.NoError(t, json.Unmarshal(first, &report))
		require.Equal(t, 1, report.Version)
		require.Len(t, report.Programs, 1)
		var wrong []string
		for _, f := range report.Programs[0].Findings {
			message := fmt.Sprintf("%s (%s, %s)", f.Message, f.Level, f.Confidence)
			if strings.HasPrefix(f.Rule, "SLP2") && !wants.Match(f.Line, f.Rule, message) {
				wrong = append(wrong, fmt.Sprintf("%s:%d: not wanted: %s %s", filepath.Base(file), f.Line, f.Rule, message))
			}
		}
		require.Empty(t, strings.Join(append(wrong, wants.Unmet()...), "\n"))
	})
}

func checkJSON(t *testing.T, binary, file string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command(binary, "check", "--format", "json", file)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		var exit *exec.ExitError
		require.True(t, errors.As(err, &exit), "%v", err)
	}
	require.Empty(t, errs.String())
	return out.Bytes()
}
