package syntax_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"slp/syntax"
	"slp/syntax/scope"
)

// FuzzParse: no text makes the parser panic or hang; spans lie in the text; what parses without an
// error prints back to an equal tree.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"trees/*.py", "scopes/*.py", "errors/*.txt", "recovery/*.txt"} {
		names, err := filepath.Glob(filepath.Join("..", "tests", "syntax", filepath.FromSlash(pattern)))
		if err != nil || len(names) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for _, text := range strings.Split(string(data), "\n---\n") {
				f.Add([]byte(text))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		file := syntax.NewFile("fuzz", data)
		options := syntax.Options{NameLookup: func(name string) (string, bool) { return "x", name == "X" }}
		module, errors := syntax.Parse(file, options)
		size := int32(len(file.Text))
		for _, e := range errors {
			if e.Start < 0 || e.Start > e.End || e.End > size || e.Message == "" {
				t.Fatalf("error %q at %v of %d", e.Message, e.Span, size)
			}
			file.Location(e)
		}
		syntax.Inspect(module, func(n syntax.Node) bool {
			if s := n.Range(); s.Start < 0 || s.Start > s.End || s.End > size {
				t.Fatalf("%T at %v of %d", n, s, size)
			}
			return true
		})
		syntax.Tokens(file)
		scope.Check(module)
		printed := syntax.Print(module)
		if len(errors) == 0 {
			again, errors := syntax.Parse(syntax.NewTextFile("printed", printed), options)
			if len(errors) > 0 || !syntax.Equal(module, again) {
				t.Fatalf("prints back to another tree: %v\n%s\n%s", errors, printed, syntax.Dump(module))
			}
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(data), took)
		}
	})
}
