package library_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/vm/stdlib/library"
)

func present(t *testing.T) {
	t.Helper()
	require.False(t, library.Missing(), library.Hint)
}

func TestOpen(t *testing.T) {
	present(t)
	for _, path := range []string{"os.py", "json/decoder.py", "importlib/metadata/__init__.py", "asyncio/base_events.py", "encodings/utf_8.py"} {
		text, ok := library.Open(path)
		require.True(t, ok, path)
		require.True(t, bytes.Contains(text, []byte("import ")), path)
		size, ok := library.Size(path)
		require.True(t, ok)
		require.EqualValues(t, len(text), size)
		require.True(t, library.Exists(path))
	}
	for _, path := range []string{"", "json", "nothing.py", "/os.py", "idlelib/idle.py", "tkinter/__init__.py"} {
		_, ok := library.Open(path)
		require.False(t, ok, path)
		require.False(t, library.Exists(path))
	}
}

func TestList(t *testing.T) {
	present(t)
	entries, ok := library.List("json")
	require.True(t, ok)
	require.Equal(t, []library.Entry{{Name: "__init__.py"}, {Name: "__main__.py"}, {Name: "decoder.py"}, {Name: "encoder.py"}, {Name: "scanner.py"}, {Name: "tool.py"}}, entries)
	entries, ok = library.List("")
	require.True(t, ok)
	require.Contains(t, entries, library.Entry{Name: "json", Dir: true})
	require.Contains(t, entries, library.Entry{Name: "abc.py"})
	_, ok = library.List("nowhere")
	require.False(t, ok)
}

func TestWalkFindsEveryFileOnceInOrder(t *testing.T) {
	present(t)
	seen := map[string]bool{}
	require.NoError(t, library.Walk(func(path string) error {
		require.False(t, seen[path])
		seen[path] = true
		text, ok := library.Open(path)
		require.True(t, ok, path)
		_ = text
		return nil
	}))
	require.Greater(t, len(seen), 500)
	require.True(t, seen["xml/dom/minidom.py"])
}

func TestLicense(t *testing.T) {
	present(t)
	require.Contains(t, library.License(), "PYTHON SOFTWARE FOUNDATION LICENSE")
}
