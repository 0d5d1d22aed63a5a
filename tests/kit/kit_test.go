package kit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/tests/kit"
)

func TestChunks(t *testing.T) {
	chunks, err := kit.ParseChunks("f.py", `# first
x = 1
---
---
s = "#####", "#"
y = 1 / 0     ### "ZeroDivisionError: division"
---
#trace: created 1 / wait 0 receive c0
#trace: ended 1
#: hello
#:
z = 1
`)
	require.NoError(t, err)
	require.Len(t, chunks, 3)
	require.Equal(t, "# first\nx = 1\n", chunks[0].Source)
	require.Nil(t, chunks[0].Raises)
	require.False(t, chunks[0].Traced())

	require.Equal(t, 5, chunks[1].Line)
	require.Equal(t, "\n\n\n\ns", strings.SplitAfter(chunks[1].Source, "s")[0])
	require.Equal(t, 6, chunks[1].Raises.Line)
	require.True(t, chunks[1].Raises.Pattern.MatchString("ZeroDivisionError: division by zero"))

	require.True(t, chunks[2].Traced())
	require.Equal(t, []string{"created 1", "wait 0 receive c0", "ended 1"}, chunks[2].Trace)
	require.True(t, chunks[2].Prints())
	require.Equal(t, "hello\n\n", chunks[2].Output)
}

func TestChunksExplainBadExpectations(t *testing.T) {
	for text, want := range map[string]string{
		"x ### nonsense":      `f.py:1: after ###: a pattern in quotes expected, not " nonsense"`,
		"x ###":               "f.py:1: after ###: a pattern in quotes expected",
		"x ### \"(\"":         "missing closing )",
		"x ### \"\\d\"":       "is no Go string: use back quotes",
		"x ### \"a\" \"b\"":   "only one ###",
		"x ### `\\d` ### `b`": "a pattern in quotes expected, not",
	} {
		_, err := kit.ParseChunks("f.py", text)
		require.ErrorContains(t, err, want, text)
	}
}

func TestWants(t *testing.T) {
	wants, err := kit.ParseWants("a\nb  # want SLP201 \"nobody\" SLP202 `x|y`\nc # want \"any\"\n", "# want")
	require.NoError(t, err)
	require.Len(t, wants, 3)
	require.False(t, wants.Match(1, "SLP201", "nobody"))
	require.False(t, wants.Match(2, "SLP201", "somebody else"))
	require.True(t, wants.Match(2, "SLP201", "nobody receives"))
	require.False(t, wants.Match(2, "SLP201", "nobody receives"), "each is met once")
	require.True(t, wants.Match(3, "SLP999", "anything"))
	require.Equal(t, []string{`line 2: nothing like SLP202 "x|y"`}, wants.Unmet())
}

func TestMarked(t *testing.T) {
	m, err := kit.ParseMarked("def gr<<eet>>():     #@ rename(eet, \"hail, you\", after)\n    x = 1 << 2 <<end|>>\n")
	require.NoError(t, err)
	require.Equal(t, "def greet():\n    x = 1 << 2 \n", m.Text)
	require.Equal(t, map[string]kit.Span{"eet": {6, 9}, "end": {28, 28}}, m.Spans)
	require.Equal(t, []kit.Action{{Line: 1, Name: "rename", Args: []string{"eet", "hail, you", "after"}}}, m.Actions)

	for _, text := range []string{"<<a>> <<a>>", "<<>>", "x #@ rename", `x #@ f("a)`, `x #@ f("a" b)`} {
		_, err := kit.ParseMarked(text)
		require.Error(t, err, text)
	}
}
