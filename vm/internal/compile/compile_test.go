package compile_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
)

var update = flag.Bool("update", false, "rewrite the expected disassemblies; review the diff like code")

// goldens are the programs whose disassembly is committed beside them.
const goldens = "../../../tests/compile"

func parse(t testing.TB, name, text string, o syntax.Options) (*syntax.Module, *syntax.File) {
	t.Helper()
	file := syntax.NewTextFile(name, text)
	mod, errors := syntax.Parse(file, o)
	require.Empty(t, errors, "%s", name)
	return mod, file
}

// build compiles a text and checks the code.
func build(t testing.TB, name, text string, o compile.Options) *code.Code {
	t.Helper()
	mode := syntax.Options{Mode: syntax.Mode(o.Mode)}
	mod, file := parse(t, name, text, mode)
	o.Filename = name
	c, errors := compile.Compile(mod, file, o)
	require.Empty(t, errors, "%s", name)
	require.NoError(t, code.Check(c))
	return c
}

func TestGoldens(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(goldens, "*.py"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".py"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			got := code.Disassemble(build(t, filepath.Base(file), string(text), compile.Options{}), constText)
			golden := strings.TrimSuffix(file, ".py") + ".dis"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
				return
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "no golden yet? go test -update writes it")
			require.Equal(t, string(want), got, "%s; go test -update, if it is meant to change", golden)
		})
	}
}

// TestCorpus compiles every Python file below SLP_STDLIB (a copy of CPython's Lib), or the tests' own without it.
func TestCorpus(t *testing.T) {
	root := os.Getenv("SLP_STDLIB")
	if root == "" {
		root = "../../../tests"
	}
	n := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, text := range strings.Split("\n"+string(data), "\n---\n") {
			file := syntax.NewFile(path, []byte(text))
			mod, errors := syntax.Parse(file, syntax.Options{NameLookup: anyName})
			if len(errors) > 0 {
				continue // not for us
			}
			for optimize := 0; optimize <= 2; optimize += 2 {
				c, errors := compile.Compile(mod, file, compile.Options{Filename: path, Optimize: optimize})
				if len(errors) == 0 {
					require.NoError(t, code.Check(c))
					n++
				}
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, n, 100)
}

func anyName(string) (string, bool) { return "x", true }

// TestLarge compiles programs that are long in one direction each.
func TestLarge(t *testing.T) {
	repeat := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	list := func(n int, format string) string {
		return repeat(n, func(i int) string { return strings.ReplaceAll(format, "#", fmt.Sprint(i)) })
	}
	for name, text := range map[string]string{
		"sum":        "def f(a): return a" + list(10000, " + a"),
		"elif":       "def f(a):\n  if a: pass\n" + list(10000, "  elif a == #: a = 1\n"),
		"args":       "f(" + list(700, "x, ") + ")\nf(" + list(700, "k# = x, ") + ")\nf(" + list(300, "x, ") + "*a, " + list(300, "k# = x, ") + "**b)",
		"displays":   "[" + list(1000, "x, ") + "]; (" + list(1000, "x, ") + "); {" + list(1000, "x, ") + "}; {" + list(1000, "x: #, ") + "}; [" + list(70000, "#, ") + "]",
		"far jumps":  "def f(a, b):\n  for i in a:\n    while a < b:\n      if a < b or b == 3:\n" + list(20000, "        a.x# = f(b, #)\n") + "      else: b += 1\n  return b\n",
		"constants":  list(70000, "f('s#')\n") + "import late\n",
		"names":      list(70000, "n# = n#\n"),
		"attributes": "def f(x):\n" + list(70000, "  x.a\n"),
		"f-string":   "f'" + list(1000, "{x}a") + "'",
		"booleans":   "x = a" + list(5000, " and a") + "\nif a < b" + list(5000, " or a < b") + ": pass\nx = a" + list(1000, " < a"),
		"locals":     "def f():\n" + list(3000, "  a# = 1\n") + "  return a1\n",
		"targets":    list(300, "a#, ") + " = x",
		"nested":     list(1, "x = ") + strings.Repeat("[", 90) + strings.Repeat("]", 90),
	} {
		t.Run(name, func(t *testing.T) { build(t, name, text, compile.Options{}) })
	}
}

// TestTooLarge has what does not fit into one code object.
func TestTooLarge(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"locals", "def f():\n" + numbered(5000, "  a# = 1\n"), "too many variables and intermediate values in f"},
		{"functions", numbered(66000, "def f#(): pass\n"), "too many inner functions in <module>"},
		{"finally", "def f():\n" + nested(30, "try: pass", "finally:") + strings.Repeat(" ", 31) + "x()\n", "too many instructions in f"},
		{"dots", "from " + strings.Repeat(".", 300) + " import x", "too many leading dots"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mod, file := parse(t, c.name, c.text, syntax.Options{})
			_, errors := compile.Compile(mod, file, compile.Options{Filename: c.name})
			require.Len(t, errors, 1)
			require.Contains(t, errors[0].Message, c.want)
		})
	}
}

// nested is a chain of two-line statements, each in the last line of the one before.
func nested(n int, lines ...string) string {
	var b strings.Builder
	for i := range n {
		for _, l := range lines {
			b.WriteString(strings.Repeat(" ", i+1) + l + "\n")
		}
	}
	return b.String()
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// TestOptions has what the options change.
func TestOptions(t *testing.T) {
	dis := func(text string, o compile.Options) string {
		return code.Disassemble(build(t, "t", text, o), constText)
	}
	require.NotContains(t, dis("assert x, y", compile.Options{Optimize: 1}), "LOADASSERT")
	require.Contains(t, dis("x = __debug__", compile.Options{Optimize: 1}), "False")
	require.True(t, build(t, "t", "'doc'", compile.Options{Optimize: 1}).HasDoc)
	require.False(t, build(t, "t", "'doc'", compile.Options{Optimize: 2}).HasDoc)
	require.Contains(t, dis("x + 1", compile.Options{Mode: compile.Eval}), "RET ")
	require.Contains(t, dis("x + 1", compile.Options{Mode: compile.Single}), "INTRIN1")
	require.Contains(t, dis("def f(a: int): pass", compile.Options{Flags: compile.FutureAnnotations}), `'int'`)
	require.NotZero(t, build(t, "t", "x", compile.Options{Hidden: true}).Flags&code.Hidden)
}
