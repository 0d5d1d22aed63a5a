package tests

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"slp/syntax"
	"slp/syntax/scope"
	"slp/tests/kit"
	"slp/vm/stdlib/library"
)

// names is a table of Unicode names large enough for the tests.
func names(name string) (string, bool) {
	text, ok := map[string]string{"DIGIT ONE": "1", "BULLET": "•"}[strings.ToUpper(name)]
	return text, ok
}

func parse(name, text string) (*syntax.Module, []syntax.Error) {
	return syntax.Parse(syntax.NewFile(name, []byte(text)), syntax.Options{NameLookup: names})
}

// TestSyntaxTrees compares each statement of trees/*.py with the tree that CPython's ast.dump
// gives, spans added, and prints each file back.
func TestSyntaxTrees(t *testing.T) {
	kit.Each(t, "syntax/trees/*.py", func(t *testing.T, name string) {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		module, errors := parse(name, string(text))
		require.Empty(t, errors)
		var b strings.Builder
		for _, s := range module.Body {
			b.WriteString(syntax.DumpSpans(s) + "\n")
		}
		kit.Golden(t, strings.TrimSuffix(name, ".py")+".tree", b.String())
		printsBack(t, module)
		spansNest(t, module)
	})
}

func printsBack(t *testing.T, module *syntax.Module) {
	t.Helper()
	printed := syntax.Print(module)
	again, errors := parse("printed", printed)
	require.Empty(t, errors, "%s printed: %s", module.File.Name, printed)
	require.True(t, syntax.Equal(module, again), "%s prints back to another tree:\n%s", module.File.Name, printed)
}

// spansNest requires that a node lies in the text and its children in it. Decorators stand before
// what they decorate, and an f-string's parts may share their text.
func spansNest(t *testing.T, module *syntax.Module) {
	t.Helper()
	syntax.Inspect(module, func(n syntax.Node) bool {
		outer := n.Range()
		require.True(t, 0 <= outer.Start && outer.Start <= outer.End && int(outer.End) <= len(module.File.Text),
			"%T at %v lies outside of the text", n, outer)
		syntax.Children(n, func(child syntax.Node) {
			inner := child.Range()
			switch n.(type) {
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.JoinedStr:
				return
			}
			require.True(t, outer.Start <= inner.Start && inner.End <= outer.End, "%T %v holds %T %v", n, outer, child, inner)
		})
		return true
	})
}

// cases splits a file at its lines of "---".
func cases(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n---\n")
}

// TestSyntaxErrors reads errors/*.txt. The first line of each case is what CPython says of the rest.
func TestSyntaxErrors(t *testing.T) {
	kit.Each(t, "syntax/errors/*.txt", func(t *testing.T, name string) {
		var got []string
		for _, text := range cases(t, name) {
			_, source, ok := strings.Cut(text, "\n")
			require.True(t, ok, "no source below %q", text)
			got = append(got, firstError(source)+"\n"+source)
		}
		kit.Golden(t, name, strings.Join(got, "\n---\n"))
	})
}

func firstError(source string) string {
	module, errors := parse("f", strings.TrimSuffix(source, "\n")+"\n")
	if len(errors) == 0 {
		_, errors = scope.Check(module)
	}
	if len(errors) == 0 {
		return "# fine"
	}
	line, column, endLine, endColumn := module.File.Location(errors[0])
	return fmt.Sprintf("# %s at %d:%d-%d:%d: %s", errors[0].Kind, line, column, endLine, endColumn, errors[0].Message)
}

// TestSyntaxWarnings reads warnings/*.txt. The first line of each case is what CPython warns of.
func TestSyntaxWarnings(t *testing.T) {
	kit.Each(t, "syntax/warnings/*.txt", func(t *testing.T, name string) {
		var got []string
		for _, text := range cases(t, name) {
			_, source, ok := strings.Cut(text, "\n")
			require.True(t, ok, "no source below %q", text)
			module, errors := parse("f", source)
			require.Empty(t, errors)
			var lines []string
			for _, w := range syntax.Warnings(module) {
				lines = append(lines, fmt.Sprintf("%d %s", module.File.Line(w.Start), w.Message))
			}
			if lines == nil {
				lines = []string{"none"}
			}
			got = append(got, "# "+strings.Join(lines, " / ")+"\n"+source)
		}
		kit.Golden(t, name, strings.Join(got, "\n---\n"))
	})
}

// TestSyntaxRecovery reads recovery/*.txt: what is left of broken programs, and all their errors.
func TestSyntaxRecovery(t *testing.T) {
	kit.Each(t, "syntax/recovery/*.txt", func(t *testing.T, name string) {
		var b strings.Builder
		for _, text := range cases(t, name) {
			module, errors := parse("f", text)
			require.NotEmpty(t, errors, "no error in:\n%s", text)
			spansNest(t, module)
			b.WriteString(text + "\n-->\n")
			for _, e := range errors {
				line, column, _, _ := module.File.Location(e)
				fmt.Fprintf(&b, "%d:%d %s\n", line, column, e.Message)
			}
			for _, s := range module.Body {
				b.WriteString(syntax.Dump(s) + "\n")
			}
			b.WriteString("---\n")
		}
		kit.Golden(t, strings.TrimSuffix(name, ".txt")+".golden", b.String())
	})
}

// TestSyntaxScopes compares the table of scopes/*.py: each scope with its names, how they are
// stored, and the lines that bind and use them. The storage is that of CPython's symtable.
func TestSyntaxScopes(t *testing.T) {
	kit.Each(t, "syntax/scopes/*.py", func(t *testing.T, name string) {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		module, errors := parse(name, string(text))
		require.Empty(t, errors)
		table, errors := scope.Build(module)
		require.Empty(t, errors)
		var b strings.Builder
		writeScope(&b, module.File, table.Module, "")
		kit.Golden(t, strings.TrimSuffix(name, ".py")+".scopes", b.String())
	})
}

func writeScope(b *strings.Builder, file *syntax.File, s *scope.Scope, indent string) {
	kinds := [...]string{"module", "class", "function", "lambda", "comprehension", "annotations", "type parameters", "type alias", "bound"}
	storages := [...]string{"local", "cell", "free", "global", "implicit"}
	fmt.Fprintf(b, "%s%s %s", indent, kinds[s.Kind], s.Name)
	for _, flag := range []struct {
		is   bool
		text string
	}{
		{s.Inlined, "inlined"}, {s.Generator, "generator"}, {s.Coroutine, "coroutine"}, {s.NeedsClassCell, "needs __class__"},
		{s.NeedsClassDict, "needs __classdict__"}, {s.ClassVisible, "sees class"}, {s.Conditional, "conditional annotations"},
	} {
		if flag.is {
			b.WriteString(", " + flag.text)
		}
	}
	b.WriteString("\n")
	for _, sym := range s.Symbols {
		fmt.Fprintf(b, "%s  %s %s", indent, sym.Name, storages[sym.Storage])
		if sym.Definer != nil && sym.Definer != sym {
			fmt.Fprintf(b, " of %s", sym.Definer.Scope.Name)
		}
		for _, binding := range sym.Bindings {
			fmt.Fprintf(b, " =%d", file.Line(binding.Start))
		}
		for _, use := range sym.Uses {
			fmt.Fprintf(b, " %d", file.Line(use.Start))
		}
		b.WriteString("\n")
	}
	for _, child := range s.Children {
		writeScope(b, file, child, indent+"    ")
	}
}

// TestSyntaxOfStandardLibrary parses every Python file at hand without error and prints it back to
// an equal tree: the standard library of the build, or that in SLP_STDLIB, and the tests' own programs.
func TestSyntaxOfStandardLibrary(t *testing.T) {
	files := map[string][]byte{}
	collect := func(root string, skip func(string) bool) {
		require.NoError(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".py") || skip(filepath.ToSlash(path)) {
				return err
			}
			text, err := os.ReadFile(path)
			files[path] = text
			return err
		}))
	}
	never := func(string) bool { return false }
	collect("syntax/trees", never)
	collect("syntax/scopes", never)
	if dir := os.Getenv("SLP_STDLIB"); dir != "" {
		collect(dir, func(path string) bool { return strings.Contains(path, "/test/") || strings.Contains(path, "lib2to3") })
	}
	if !library.Missing() {
		require.NoError(t, library.Walk(func(path string) error {
			if text, ok := library.Open(path); ok && strings.HasSuffix(path, ".py") {
				files[path] = text
			}
			return nil
		}))
	}
	var order []string
	for path := range files {
		order = append(order, path)
	}
	sort.Strings(order)
	for _, path := range order {
		module, errors := parse(path, string(files[path]))
		require.Empty(t, errors, "%s", path)
		if !strings.HasPrefix(path, "syntax") { // ours hold what no compiler takes
			_, errors = scope.Check(module)
			require.Empty(t, errors, "%s", path)
		}
		printsBack(t, module)
	}
	t.Logf("%d files", len(order))
}
