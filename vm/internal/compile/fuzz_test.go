package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slp/syntax"
	"slp/vm/internal/code"
	"slp/vm/internal/compile"
)

// FuzzCompile compiles whatever parses, and checks the code: compile may neither panic nor make code that reads what it did
// not write.
func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob(goldens + "/*.py")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds: ", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(text), "\n\n\n") {
			f.Add(part)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		file := syntax.NewTextFile("fuzz", text)
		mod, errors := syntax.Parse(file, syntax.Options{NameLookup: anyName})
		if len(errors) > 0 {
			return
		}
		c, errors := compile.Compile(mod, file, compile.Options{Filename: "fuzz"})
		if len(errors) > 0 {
			return
		}
		if err := code.Check(c); err != nil {
			t.Fatalf("%v\n%s\n%s", err, text, code.Disassemble(c, constText))
		}
		for pc := range c.Ins {
			if c.PosAt(pc).Line < 1 {
				t.Fatalf("no line at %d", pc)
			}
		}
		c.Liveness()
	})
}
