package tests

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"slp/analysis"
	"slp/syntax"
	"slp/tests/kit"
)

// TestAnalysis checks programs alone: every finding is wanted, every "# want" is found. The pattern
// is about the message, followed by "(severity, confidence)".
func TestAnalysis(t *testing.T) {
	kit.Each(t, "analysis/*.py", func(t *testing.T, file string) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		report, err := analysis.Check(context.Background(), []string{file}, analysis.CheckOptions{})
		require.NoError(t, err)
		abs, err := filepath.Abs(file)
		require.NoError(t, err)
		compareFindings(t, map[string]string{abs: string(text)}, report.Diagnostics)
		typeLines(t, abs, string(text))
	})
}

// TestAnalysisProjects checks folders: the files of an archive.
func TestAnalysisProjects(t *testing.T) {
	kit.Each(t, "analysis/*.txtar", func(t *testing.T, file string) {
		archive, err := txtar.ParseFile(file)
		require.NoError(t, err)
		dir, texts := unpack(t, archive)
		report, err := analysis.Check(context.Background(), []string{dir}, analysis.CheckOptions{})
		require.NoError(t, err)
		compareFindings(t, texts, report.Diagnostics)
	})
}

// unpack writes an archive into a new folder.
func unpack(t *testing.T, archive *txtar.Archive) (dir string, texts map[string]string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	texts = map[string]string{}
	for _, f := range archive.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, f.Data, 0o644))
		texts[path] = string(f.Data)
	}
	return dir, texts
}

func compareFindings(t *testing.T, texts map[string]string, found []analysis.Diagnostic) {
	t.Helper()
	wants := map[string]kit.Wants{}
	for path, text := range texts {
		w, err := kit.ParseWants(text, "# want")
		require.NoError(t, err, path)
		wants[path] = w
	}
	var wrong []string
	for i := range found {
		d := &found[i]
		line := d.Position().Line
		message := fmt.Sprintf("%s (%s, %s)", d.Message, d.Severity, d.Confidence)
		if !wants[d.Path].Match(line, d.Rule, message) {
			wrong = append(wrong, fmt.Sprintf("%s:%d: not wanted: %s %s", filepath.Base(d.Path), line, d.Rule, message))
		}
	}
	for path, w := range wants {
		for _, u := range w.Unmet() {
			wrong = append(wrong, filepath.Base(path)+": "+u)
		}
	}
	require.Empty(t, strings.Join(wrong, "\n"))
}

var typeLine = regexp.MustCompile(`^(\s*)(\w+)\s+# type: (.+?)\s*$`)

// typeLines compares the hover of a name alone on its line with what "# type:" says, a text or a pattern.
func typeLines(t *testing.T, path, text string) {
	t.Helper()
	project := analysis.Open(analysis.Options{})
	snapshot := project.Edit(path, text)
	offset := 0
	for i, line := range strings.Split(text, "\n") {
		if m := typeLine.FindStringSubmatch(line); m != nil {
			hover := snapshot.Hover(context.Background(), path, int32(offset+len(m[1])))
			require.NotNil(t, hover, "line %d", i+1)
			head, _, _ := strings.Cut(strings.TrimPrefix(hover.Markdown, "```python\n"), "\n")
			_, got, _ := strings.Cut(head, ": ")
			want := strings.ReplaceAll(m[3], `\`, "")
			require.Equal(t, want, got, "line %d: %s", i+1, line)
		}
		offset += len(line) + 1
	}
}

// TestCorrectProgramsHaveNoSureErrors: what the language and Stackless tests run without an expected
// exception has no error that is sure. (What is Python and what not is the syntax tests' business.)
func TestCorrectProgramsHaveNoSureErrors(t *testing.T) {
	for _, pattern := range []string{"lang/*.py", "stackless/*.py"} {
		kit.Each(t, pattern, func(t *testing.T, file string) {
			if kit.Updating() {
				t.Skip("nothing to update")
			}
			for _, chunk := range kit.Chunks(t, file) {
				if chunk.Raises != nil {
					continue
				}
				project := analysis.Open(analysis.Options{})
				path := filepath.Join(t.TempDir(), "chunk.py")
				snapshot := project.Edit(path, chunk.Source)
				for _, d := range snapshot.Check(path) {
					if d.Severity == analysis.SeverityError && d.Confidence == analysis.ConfidenceHigh && d.Rule != "SLP001" {
						t.Errorf("%s, %s: line %d: %s %s", file, chunk.Name(), d.Position().Line, d.Rule, d.Message)
					}
				}
			}
		})
	}
}

// TestOddInput: no text makes the analysis fail, hang or panic.
func TestOddInput(t *testing.T) {
	deep := strings.Repeat("(", 3000) + strings.Repeat(")", 3000)
	odd := map[string]string{
		"empty":         "",
		"only newline":  "\n",
		"nul":           "x = 1\x00\ny = x\n",
		"no newline":    "c.",
		"open brackets": "f(a, [b, {c: (",
		"deep":          deep,
		"deep calls":    "x = " + strings.Repeat("f(", 2000) + "\n",
		"deep attrs":    "x" + strings.Repeat(".a", 20000) + "\n",
		"deep blocks":   nestedBlocks(90),
		"long line":     "x = [" + strings.Repeat("1, ", 200000) + "]\n",
		"many names":    manyNames(5000),
		"many channels": manyChannels(400),
		"dense calls":   denseCalls(60),
		"dense methods": denseMethods(35),
		"crlf":          "import stackless\r\nc = stackless.channel()\r\nc.receive()\r\n",
		"lone cr":       "a = 1\rb = a\rprint(c)\r",
		"form feed":     "\fimport os\n\f\nprint(os)\n",
		"surrogates":    "s = '\U0001F600\U0001F600'; undefined\n",
		"tabs":          "if 1:\n\tx = 1\n        y = 2\n",
		"self import":   "import odd\nfrom odd import *\nfrom odd import thing\nprint(thing, odd.odd.odd)\n",
		"class circle":  "class A(B): pass\nclass B(A): pass\nA().x.y.z\nB.q\n",
		"keywords":      "import\nfrom\nfrom . import\nfrom x import (\nclass\ndef\nlambda\n",
		"star":          "from stackless import *\nc = channel()\ntasklet(c.receive)()\nrun()\n",
		"latin":         "# -*- coding: latin-1 -*-\nprint('\xe9')\n",
		"decorators":    "@\ndef f(): pass\n@x.\nclass C: pass\n",
		"match":         "match x:\n case\n case [\n case {**\n",
	}
	for name, text := range odd {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			project := analysis.Open(analysis.Options{})
			path := filepath.Join(t.TempDir(), "odd.py")
			snapshot := project.Edit(path, text)
			snapshot.Check(path)
			ctx := context.Background()
			for _, at := range []int{0, 1, len(text) / 2, len(text) - 1, len(text), len(text) + 10} {
				offset := int32(max(0, at))
				snapshot.Hover(ctx, path, offset)
				snapshot.Definition(ctx, path, offset)
				snapshot.Completion(ctx, path, min(offset, int32(len(snapshot.Source(path).Text))))
				snapshot.Signatures(ctx, path, offset)
				snapshot.Selections(ctx, path, min(offset, int32(len(snapshot.Source(path).Text))))
				snapshot.References(ctx, path, offset, true)
				snapshot.CallItems(ctx, path, offset)
				_, _ = snapshot.Rename(ctx, path, offset, "renamed")
			}
			snapshot.Symbols(ctx, path)
			snapshot.Folds(ctx, path)
			snapshot.Lenses(ctx, path)
			snapshot.Topology(ctx, path)
			t.Log(time.Since(start))
			require.Less(t, time.Since(start), 20*time.Second)
		})
	}
}

func nestedBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	b.WriteString(strings.Repeat(" ", n) + "pass\n")
	return b.String()
}

func manyNames(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "def f%d(a):\n    return f%d(a)\n", i, (i+1)%n)
	}
	return b.String()
}

// denseCalls are functions that each call, return and start all the others.
func denseCalls(n int) string {
	var b strings.Builder
	b.WriteString("import stackless\nc = stackless.channel()\n")
	for i := range n {
		fmt.Fprintf(&b, "def f%d(a, g=None):\n    c.send(a)\n    x = g or a\n", i)
		for k := range n {
			fmt.Fprintf(&b, "    x = f%d(x, f%d)\n    stackless.tasklet(f%d)(x, g)\n", k, (k+i)%n, k)
		}
		b.WriteString("    return x\n")
	}
	b.WriteString("f0(1)\nc.receive()\n")
	return b.String()
}

// denseMethods are methods of related classes that each call all the others and set attributes of self.
func denseMethods(n int) string {
	var b strings.Builder
	b.WriteString("import stackless\n")
	for cls := range 4 {
		base := ""
		if cls > 0 {
			base = fmt.Sprintf("(C%d)", cls-1)
		}
		fmt.Fprintf(&b, "class C%d%s:\n", cls, base)
		for i := range n {
			fmt.Fprintf(&b, "    def m%d(self, a=None):\n        self.x%d = stackless.channel()\n", i, i)
			for k := range n {
				fmt.Fprintf(&b, "        self.y%d = self.m%d(self.x%d)\n", (i+k)%n, k, k)
			}
			fmt.Fprintf(&b, "        self.x%d.send(self.y%d)\n        return self.y%d\n", (i+1)%n, i, i)
		}
	}
	b.WriteString("c = C3()\nc.m0().q\n")
	return b.String()
}

func manyChannels(n int) string {
	var b strings.Builder
	b.WriteString("import stackless\ndef w(a, b):\n    b.send(a.receive())\n")
	for i := range n {
		fmt.Fprintf(&b, "c%d = stackless.channel()\nstackless.tasklet(w)(c%d, c%d)\n", i, max(0, i-1), i)
	}
	return b.String()
}

// TestCheckRefusesMissingPaths: a path that is not there is an error, not a clean program.
func TestCheckRefusesMissingPaths(t *testing.T) {
	_, err := analysis.Check(context.Background(), []string{filepath.Join(t.TempDir(), "none.py")}, analysis.CheckOptions{})
	require.ErrorContains(t, err, "no such file or folder")
}

// TestRulesAreOrdered: ids ascend, names are unique, every rule says what it is about.
func TestRulesAreOrdered(t *testing.T) {
	seen := map[string]bool{}
	last := ""
	for _, r := range analysis.Rules() {
		require.Greater(t, r.ID, last)
		require.False(t, seen[r.Name], r.Name)
		require.NotEmpty(t, r.Summary)
		seen[r.Name], last = true, r.ID
	}
}

// TestSuppressionsForRuns: what a run finds can be suppressed by the same comments.
func TestSuppressionsForRuns(t *testing.T) {
	s := analysis.SuppressionsOf("x.py", "a()  # slp: ignore[SLP201, leak] reason\nb()\n# slp: ignore\n\nc()\n")
	require.True(t, s.Covers("SLP201", "deadlock", 1))
	require.True(t, s.Covers("SLP202", "leak", 1))
	require.False(t, s.Covers("SLP203", "crash", 1))
	require.False(t, s.Covers("SLP201", "deadlock", 2))
	require.True(t, s.Covers("SLP203", "crash", 5))
}

// FuzzAnalysis: no text makes a rule or a question fail.
func FuzzAnalysis(f *testing.F) {
	names, err := filepath.Glob("analysis/*.py")
	require.NoError(f, err)
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(string(text), uint(len(text)/2))
	}
	f.Fuzz(func(t *testing.T, text string, at uint) {
		project := analysis.Open(analysis.Options{})
		const path = "/nowhere/fuzz.py"
		snapshot := project.Edit(path, text)
		ctx := context.Background()
		for _, d := range snapshot.Check(path) {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || int(d.Span.End) > len(text) {
				t.Errorf("%s: %v is outside the text", d.Rule, d.Span)
			}
		}
		offset := int32(at % uint(len(text)+1))
		snapshot.Hover(ctx, path, offset)
		snapshot.Completion(ctx, path, offset)
		snapshot.Signatures(ctx, path, offset)
		snapshot.References(ctx, path, offset, true)
		snapshot.CallItems(ctx, path, offset)
		snapshot.Selections(ctx, path, offset)
		snapshot.Tokens(ctx, path, syntax.Span{Start: 0, End: int32(len(text))})
		snapshot.Symbols(ctx, path)
		snapshot.Folds(ctx, path)
		snapshot.Lenses(ctx, path)
		snapshot.Actions(ctx, path, syntax.Span{Start: 0, End: int32(len(text))})
		_, _ = snapshot.Rename(ctx, path, offset, "renamed")
	})
}
