package syntax_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slp/syntax"
)

// BenchmarkParse reads the Python files below SLP_STDLIB, or the tests' own without it.
func BenchmarkParse(b *testing.B) {
	root := os.Getenv("SLP_STDLIB")
	if root == "" {
		root = filepath.Join("..", "tests")
	}
	var files []*syntax.File
	total := 0
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".py") {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files = append(files, syntax.NewFile(path, data))
			total += len(data)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		b.Fatalf("no Python files in %s: %v", root, err)
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			syntax.Parse(f, syntax.Options{})
		}
	}
}
