package tests

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const mostLines = 800

// longFile begins the first comment of a file that is long for a reason; the
// reason follows on the line.
const longFile = "// One long file: "

var (
	generated   = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)
	sourceFile  = regexp.MustCompile(`\.(go|ts|mjs|py|pyi|sh)$`)
	textFile    = regexp.MustCompile(`(\.(go|ts|mjs|js|py|pyi|sh|md|json|ya?ml|toml|txtar|txt|svg)|Makefile|/run)$`)
	vagueName   = regexp.MustCompile(`(?i)(^|[_-])(utils?|common|helpers?|base|misc|manager|impl)([_.-]|$)`)
	unfinished  = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	machinePath = regexp.MustCompile(`(^|[^\w.])/(root|work|Users/runner|home/runner)/|(proxy\.golang|registry\.npmjs|pypi)\.org|` + "crates" + `\.io`)
)

// folders that are not ours to judge: built, fetched, or data of another kind.
var skippedFolders = map[string]bool{
	".git": true, "bin": true, "node_modules": true, "dist": true, "out": true, "coverage": true, "testdata": true, ".vscode-test": true, "__pycache__": true,
}

type file struct {
	name string // from the root, with slashes
	text []byte
}

// files reads the text files of the project.
func files(t *testing.T, want *regexp.Regexp) []file {
	t.Helper()
	top := root(t)
	var found []file
	require.NoError(t, filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if skippedFolders[e.Name()] {
				return filepath.SkipDir
			}
			return nil
		}
		rel, err := filepath.Rel(top, name)
		if err != nil || !want.MatchString(filepath.ToSlash(rel)) || !e.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		found = append(found, file{filepath.ToSlash(rel), text})
		return nil
	}))
	require.NotEmpty(t, found)
	return found
}

func (f file) generated() bool { return generated.Match(f.text) }

// line is the number of the line that holds a byte.
func (f file) line(at int) int { return 1 + bytes.Count(f.text[:at], []byte("\n")) }

// report fails the test with all problems at once.
func report(t *testing.T, problems []string) {
	t.Helper()
	if len(problems) > 0 {
		t.Errorf("%d problems:\n%s", len(problems), strings.Join(problems, "\n"))
	}
}

func TestFilesAreShort(t *testing.T) {
	var problems []string
	for _, f := range files(t, regexp.MustCompile(`\.(go|ts|mjs)$`)) {
		lines := bytes.Count(f.text, []byte("\n"))
		if lines > mostLines && !f.generated() && !bytes.Contains(f.text[:min(len(f.text), 2000)], []byte(longFile)) {
			problems = append(problems, fmt.Sprintf("%s: %d lines: one thing that has become two? (or say why at its top: %q)", f.name, lines, longFile+"..."))
		}
	}
	report(t, problems)
}

func TestFilesAreNamedAfterWhatTheyHold(t *testing.T) {
	var problems []string
	for _, f := range files(t, sourceFile) {
		if strings.HasPrefix(f.name, "tests/") && strings.Count(f.name, "/") > 1 {
			continue // programs under test
		}
		if strings.HasPrefix(f.name, "vm/stdlib/library/own/") {
			continue // Python's names
		}
		for part := range strings.SplitSeq(f.name, "/") {
			if vagueName.MatchString(part) {
				problems = append(problems, f.name+": say what it holds")
			}
		}
	}
	report(t, problems)
}

func TestNothingIsLeftOpen(t *testing.T) {
	var problems []string
	for _, f := range files(t, sourceFile) {
		if f.name == "tests/tidy_test.go" || strings.HasPrefix(f.name, "tests/lang/") {
			continue
		}
		for _, at := range unfinished.FindAllIndex(f.text, -1) {
			problems = append(problems, fmt.Sprintf("%s:%d: %s: finish it", f.name, f.line(at[0]), f.text[at[0]:at[1]]))
		}
	}
	report(t, problems)
}

func TestNoPathsOfOneMachine(t *testing.T) {
	var problems []string
	for _, f := range files(t, textFile) {
		if f.name == "tests/tidy_test.go" {
			continue
		}
		for _, at := range machinePath.FindAllIndex(f.text, -1) {
			problems = append(problems, fmt.Sprintf("%s:%d: %q is of one machine", f.name, f.line(at[0]), f.text[at[0]:at[1]]))
		}
	}
	report(t, problems)
}

// The operating system is reached through vm/world/real*.go alone.
var (
	outsidePackages = regexp.MustCompile(`^(os|os/.*|net|net/.*|syscall|math/rand|math/rand/v2|crypto/rand|runtime/debug|path/filepath|io/ioutil)$`)
	clockFunctions  = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local", "LoadLocation"}
	allowedOutside  = regexp.MustCompile(`^vm/(world/real[a-z_]*\.go|internal/expect/|explore/|check/)`)
)

func TestTheVMDoesNotTouchTheSystem(t *testing.T) {
	var problems []string
	for _, f := range goFiles(t) {
		generator := f.ast.Name.Name == "main"
		if !strings.HasPrefix(f.name, "vm/") || generator || allowedOutside.MatchString(f.name) {
			continue
		}
		for _, imported := range f.ast.Imports {
			if p, _ := strconv.Unquote(imported.Path.Value); outsidePackages.MatchString(p) {
				problems = append(problems, fmt.Sprintf("%s: import of %s: ask the World", f.at(imported.Pos()), p))
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && x.Obj == nil && slices.Contains(clockFunctions, n.Sel.Name) {
					problems = append(problems, fmt.Sprintf("%s: time.%s: ask the World", f.at(n.Pos()), n.Sel.Name))
				}
			case *ast.GoStmt:
				problems = append(problems, f.at(n.Pos())+": no goroutine lives in vm")
			}
			return true
		})
	}
	report(t, problems)
}

func TestNoInitFunctions(t *testing.T) {
	var problems []string
	for _, f := range goFiles(t) {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				problems = append(problems, f.at(fn.Pos())+": func init: list it where one can read it")
			}
		}
	}
	report(t, problems)
}

// goFile is a parsed Go file that is no test.
type goFile struct {
	file
	ast  *ast.File
	fset *token.FileSet
}

func (f goFile) at(p token.Pos) string { return fmt.Sprintf("%s:%d", f.name, f.fset.Position(p).Line) }

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var parsed []goFile
	fset := token.NewFileSet()
	for _, f := range files(t, regexp.MustCompile(`\.go$`)) {
		if strings.HasSuffix(f.name, "_test.go") || strings.HasPrefix(f.name, "tools/") {
			continue
		}
		tree, err := parser.ParseFile(fset, f.name, f.text, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		parsed = append(parsed, goFile{f, tree, fset})
	}
	return parsed
}

// TestReadmeCommandsExist keeps the README true: each make target and each slp
// command that it shows exists.
func TestReadmeCommandsExist(t *testing.T) {
	top := root(t)
	readme, err := os.ReadFile(filepath.Join(top, "README.md"))
	require.NoError(t, err)
	makefile, err := os.ReadFile(filepath.Join(top, "Makefile"))
	require.NoError(t, err)
	targets := regexp.MustCompile(`(?m)(?:^|[\x60$ ])make ([a-z]+)`).FindAllSubmatch(readme, -1)
	require.NotEmpty(t, targets)
	for _, m := range targets {
		require.Regexp(t, `(?m)^`+string(m[1])+`:`, string(makefile), "make %s is in the README", m[1])
	}
	for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllSubmatch(readme, -1) {
		_, err := os.Stat(filepath.Join(top, path.Clean(string(m[1]))))
		require.NoError(t, err, "README.md links to it")
	}
}
