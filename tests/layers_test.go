package tests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"path"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// layers is the policy of the house: who may import whom. A change of it is a
// change of ARCHITECTURE.md, too.
//
//	a, b < c, d    c and d may import a and b, and what these may import
//	a !< b         b may not import a, not even through others of our packages
//
// {x,y} stands for each of x and y, a final /* for all packages below, ours or
// not. GO is Go's own library. Every package of ours has to be on the right of
// a <. Packages that stand together on the right do not see each other.
const layers = `
# The ground.
GO < syntax, vm/world, vm/event, vm/stdlib/library
GO < vm/internal/{bzip2,expat,expect,hashtable,libm,lzma,mersenne,numtext,pyhash,suggest,timsort,unicodedb,wtf8}
vm/internal/unicodedb < vm/internal/sre
vm/internal/{numtext,wtf8} < vm/internal/format
vm/internal/wtf8 < vm/internal/cjk
syntax < syntax/scope

# The running wing.
vm/world, vm/event, vm/internal/{bzip2,expat,format,hashtable,libm,lzma,mersenne,numtext,pyhash,sre,suggest,timsort,unicodedb,wtf8} < vm/object
vm/object < vm/internal/code
vm/object < vm/internal/sched
syntax/scope, vm/internal/code < vm/internal/compile
vm/internal/compile, vm/internal/sched, vm/stdlib/library < vm/internal/interp
vm/object, vm/stdlib/library < vm/stdlib/*
syntax < vm/stdlib/astmod
syntax/scope < vm/stdlib/symtablemod
vm/internal/cjk < vm/stdlib/cjkmod
vm/stdlib/astmod < vm/stdlib/builtins
vm/stdlib/hashes < vm/stdlib/operator
vm/internal/interp < vm/stdlib/{builtins,stackless,sys}
vm/stdlib/sys < vm/internal/precompile
vm/stdlib/* < vm/stdlib
vm/internal/interp, vm/stdlib < vm
vm < vm/check, vm/explore, dap/timeline
dap/timeline < dap/debug
dap/debug, github.com/google/go-dap < dap

# The reading wing.
syntax/scope < analysis/internal/modules
analysis/internal/modules < analysis/internal/infer
analysis/internal/infer < analysis/internal/topology
analysis/internal/topology < analysis/internal/rules, analysis/internal/ide
analysis/internal/rules, analysis/internal/ide < analysis
analysis, go.lsp.dev/*, github.com/go-json-experiment/* < lsp

# The roof.
lsp, dap, vm/check, vm/explore, github.com/alecthomas/kong < cmd/slp

# What no change may ever do.
analysis, analysis/* !< vm, vm/*, dap, dap/*
vm, vm/*, dap, dap/* !< analysis, analysis/*, lsp
lsp !< dap
vm/internal/* !< vm/explore
encoding/json !< vm/object, vm/internal/*, analysis/internal/*
net/http, os/exec !< syntax/*, vm, vm/object, vm/internal/*, analysis/internal/*
net, os/signal !< syntax/*, analysis/internal/* # in vm they are for vm/world/real*.go, see tidy_test.go
reflect !< vm/object, vm/internal/*
`

// doors are the packages that black-box tests may import: what an embedder
// may use.
var doors = []string{
	"analysis", "cmd/slp", "dap", "dap/debug", "dap/timeline", "lsp", "syntax", "syntax/scope", "tests", "tests/kit",
	"vm", "vm/event", "vm/explore", "vm/object", "vm/stdlib/library", "vm/world",
}

// goPackage is what go list tells about a package.
type goPackage struct {
	ImportPath, Name                   string
	Imports, TestImports, XTestImports []string
}

func TestLayers(t *testing.T) {
	packages := listPackages(t)
	policy, err := parsePolicy(layers, packages)
	require.NoError(t, err)
	report(t, policy.check(packages))
}

func TestBlackBoxTestsImportOnlyDoors(t *testing.T) {
	for name, p := range listPackages(t) {
		if name != "tests" && !strings.HasPrefix(name, "tests/") {
			continue
		}
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if ours, ok := strings.CutPrefix(imported, "slp/"); ok {
				require.Contains(t, doors, ours, "%s is no door: test through one, or beside the code", ours)
			}
		}
	}
}

// TestPolicyIsChecked tests the checker: a rule that cannot fail protects nothing.
func TestPolicyIsChecked(t *testing.T) {
	packages := map[string]goPackage{}
	add := func(name string, imports ...string) { packages[name] = goPackage{Imports: imports} }
	add("a")
	add("b", "slp/a", "fmt")
	add("c", "slp/b", "slp/a", "example.com/lib/x")
	const policy = "GO < a\na < b\nb, example.com/* < c\nencoding/json !< c\n"
	problems := func(text string) string {
		p, err := parsePolicy(text, packages)
		if err != nil {
			return err.Error()
		}
		return strings.Join(p.check(packages), "\n")
	}
	require.Empty(t, problems(policy))

	add("a", "slp/b")
	require.Contains(t, problems(policy), "a may not import b")
	add("a", "encoding/json")
	require.Equal(t, "c may not import encoding/json, not even through a", problems(policy))
	add("a", "example.com/lib/x")
	require.Equal(t, "a may not import example.com/lib/x", problems(policy))
	add("a")
	add("d")
	require.Contains(t, problems(policy), "d is on no layer")
	delete(packages, "d")
	require.Contains(t, problems("a < b\nb < a\n"), "a and b stand on each other")
	require.Contains(t, problems("a > b"), `no rule: "a > b"`)
}

func listPackages(t *testing.T) map[string]goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-pgo=off", "-e", "-json=ImportPath,Name,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = root(t)
	out, err := cmd.Output()
	require.NoError(t, err, "go list")
	packages := map[string]goPackage{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := d.Decode(&p); err == io.EOF {
			break
		} else {
			require.NoError(t, err)
		}
		packages[strings.TrimPrefix(p.ImportPath, "slp/")] = p
	}
	return packages
}

// policy holds, for each package, whom it may import directly (the patterns on
// the left of its rules), and the pairs that are forbidden.
type policy struct {
	below     map[string][]string
	forbidden [][2]string // pattern imported, pattern importing
	memo      map[string]map[string]bool
}

func parsePolicy(text string, packages map[string]goPackage) (*policy, error) {
	p := &policy{below: map[string][]string{}, memo: map[string]map[string]bool{}}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		left, right, forbids := strings.Cut(line, " !< ")
		if !forbids {
			var ok bool
			if left, right, ok = strings.Cut(line, " < "); !ok {
				return nil, fmt.Errorf("no rule: %q", line)
			}
		}
		for _, upper := range expand(right) {
			for _, lower := range expand(left) {
				if forbids {
					p.forbidden = append(p.forbidden, [2]string{lower, upper})
					continue
				}
				for _, name := range matching(upper, packages) {
					p.below[name] = append(p.below[name], lower)
				}
			}
		}
	}
	for name := range p.below {
		for other := range p.reach(name, packages) {
			if other != name && p.reach(other, packages)[name] {
				a, b := min(name, other), max(name, other)
				return nil, fmt.Errorf("%s and %s stand on each other", a, b)
			}
		}
	}
	return p, nil
}

// expand splits at commas outside of braces, and multiplies the braces out.
func expand(list string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range list + "," {
		switch {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == ',' && depth == 0:
			item := strings.TrimSpace(list[start:i])
			start = i + 1
			before, rest, braces := strings.Cut(item, "{")
			if !braces {
				out = append(out, item)
				continue
			}
			inner, after, _ := strings.Cut(rest, "}")
			for _, each := range strings.Split(inner, ",") {
				out = append(out, before+strings.TrimSpace(each)+after)
			}
		}
	}
	return out
}

func matches(pattern, name string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(name, prefix+"/")
	}
	return pattern == name
}

func matching(pattern string, packages map[string]goPackage) []string {
	if !strings.HasSuffix(pattern, "/*") {
		return []string{pattern}
	}
	var names []string
	for name := range packages {
		if matches(pattern, name) {
			names = append(names, name)
		}
	}
	return names
}

// reach is all that a package may import: the patterns below it, and what the
// packages they match may import.
func (p *policy) reach(name string, packages map[string]goPackage) map[string]bool {
	if done, ok := p.memo[name]; ok {
		return done
	}
	all := map[string]bool{}
	p.memo[name] = all // a circle ends here, and is found by parsePolicy
	for _, pattern := range p.below[name] {
		all[pattern] = true
		for _, lower := range matching(pattern, packages) {
			if lower == name {
				continue
			}
			all[lower] = true
			for further := range p.reach(lower, packages) {
				all[further] = true
			}
		}
	}
	return all
}

func (p *policy) check(packages map[string]goPackage) []string {
	var problems []string
	for name, pkg := range packages {
		generator := pkg.Name == "main" && name != "cmd/slp"
		if generator || strings.HasPrefix(name, "tests") {
			continue
		}
		if p.below[name] == nil {
			problems = append(problems, name+" is on no layer: say in tests/layers_test.go where it stands")
			continue
		}
		allowed := p.reach(name, packages)
		for _, imported := range pkg.Imports {
			if !allows(allowed, strings.TrimPrefix(imported, "slp/"), isStandard(imported)) {
				problems = append(problems, fmt.Sprintf("%s may not import %s", name, strings.TrimPrefix(imported, "slp/")))
			}
		}
		for _, rule := range p.forbidden {
			if !matches(rule[1], name) {
				continue
			}
			if through := finds(rule[0], name, packages, map[string]bool{}); through != "" {
				problems = append(problems, fmt.Sprintf("%s may not import %s%s", name, rule[0], via(through, name)))
			}
		}
	}
	sort.Strings(problems)
	return problems
}

func allows(allowed map[string]bool, imported string, standard bool) bool {
	if standard && imported != "C" {
		return true // GO is below everybody; what of it is unwanted, a !< says
	}
	if allowed[imported] {
		return true
	}
	for pattern := range allowed {
		if matches(pattern, imported) {
			return true
		}
	}
	return false
}

func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return first != "slp" && !strings.Contains(first, ".")
}

// finds tells which of our packages, from name downward, imports the pattern.
func finds(pattern, name string, packages map[string]goPackage, seen map[string]bool) string {
	if seen[name] {
		return ""
	}
	seen[name] = true
	imports := slices.Clone(packages[name].Imports)
	sort.Strings(imports)
	for _, imported := range imports {
		if matches(pattern, strings.TrimPrefix(imported, "slp/")) {
			return name
		}
	}
	for _, imported := range imports {
		if ours, ok := strings.CutPrefix(imported, "slp/"); ok {
			if through := finds(pattern, ours, packages, seen); through != "" {
				return through
			}
		}
	}
	return ""
}

func via(through, name string) string {
	if through == name {
		return ""
	}
	return ", not even through " + path.Clean(through)
}
