package tests

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// orderFree marks a range over a Go map whose order cannot reach the program;
// the reason follows.
const orderFree = "// order-free: "

// typedPackage is a package of vm with its types.
type typedPackage struct {
	name  string
	fset  *token.FileSet
	files []*ast.File
	types *types.Package
	info  *types.Info
}

func (p *typedPackage) at(t *testing.T, pos token.Pos) string {
	where := p.fset.Position(pos)
	name, err := filepath.Rel(root(t), where.Filename)
	require.NoError(t, err)
	return fmt.Sprintf("%s:%d", filepath.ToSlash(name), where.Line)
}

// typedPackages checks the packages under vm, their imports taken from the
// build cache.
func typedPackages(t *testing.T) []*typedPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,GoFiles,Export", "./vm/...")
	cmd.Dir = root(t)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s", &stderr)
	type listed struct {
		ImportPath, Dir, Export string
		GoFiles                 []string
	}
	exports := map[string]string{}
	var ours []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			break
		} else {
			require.NoError(t, err)
		}
		exports[p.ImportPath] = p.Export
		if p.ImportPath == "slp/vm" || strings.HasPrefix(p.ImportPath, "slp/vm/") {
			ours = append(ours, p)
		}
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	var checked []*typedPackage
	for _, p := range ours {
		c := &typedPackage{name: strings.TrimPrefix(p.ImportPath, "slp/"), fset: fset}
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			require.NoError(t, err)
			c.files = append(c.files, f)
		}
		c.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
		config := types.Config{Importer: imports}
		c.types, err = config.Check(p.ImportPath, fset, c.files, c.info)
		require.NoError(t, err)
		checked = append(checked, c)
	}
	require.NotEmpty(t, checked)
	return checked
}

// TestNoOrderOfGoMaps finds the ranges over Go maps in vm. Their order is
// chance, so none may reach the program; a range that cannot says why, on its
// line or the one above.
func TestNoOrderOfGoMaps(t *testing.T) {
	var problems []string
	for _, p := range typedPackages(t) {
		for _, f := range p.files {
			marked := map[int]bool{}
			for _, group := range f.Comments {
				for _, c := range group.List {
					if strings.HasPrefix(c.Text, orderFree) {
						line := p.fset.Position(c.Pos()).Line
						marked[line], marked[p.fset.Position(group.End()).Line+1] = true, true
					}
				}
			}
			ast.Inspect(f, func(n ast.Node) bool {
				r, ok := n.(*ast.RangeStmt)
				if !ok || p.info.TypeOf(r.X) == nil {
					return true
				}
				_, overMap := p.info.TypeOf(r.X).Underlying().(*types.Map)
				call, _ := r.X.(*ast.CallExpr) // maps.Keys, maps.Values and maps.All are the same by another name
				if (overMap || p.fromMaps(call)) && !marked[p.fset.Position(r.Pos()).Line] {
					problems = append(problems, fmt.Sprintf("%s: range over a Go map: sort, or say %q", p.at(t, r.Pos()), orderFree+"why"))
				}
				return true
			})
		}
	}
	report(t, problems)
}

func (p *typedPackage) fromMaps(call *ast.CallExpr) bool {
	if call == nil {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	name, ok := p.info.Uses[x].(*types.PkgName)
	return ok && name.Imported().Path() == "maps"
}

// TestNoChangingPackageVariables finds the package variables of vm that
// something assigns to, or increments, or stores an element of: all that a
// program can change hangs from its Machine.
func TestNoChangingPackageVariables(t *testing.T) {
	var problems []string
	for _, p := range typedPackages(t) {
		report := func(e ast.Expr, what string) {
			if v := p.packageVariable(e); v != nil {
				problems = append(problems, fmt.Sprintf("%s: %s the package variable %s", p.at(t, e.Pos()), what, v.Name()))
			}
		}
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					if n.Tok != token.DEFINE {
						for _, e := range n.Lhs {
							report(e, "assigns to")
						}
					}
				case *ast.IncDecStmt:
					report(n.X, "changes")
				case *ast.RangeStmt:
					if n.Tok == token.ASSIGN {
						report(n.Key, "assigns to")
						report(n.Value, "assigns to")
					}
				}
				return true
			})
		}
	}
	report(t, problems)
}

// packageVariable is the package variable that an assigned expression stores
// into directly: v, v.field, v[i]. What lies behind a pointer is not followed.
func (p *typedPackage) packageVariable(e ast.Expr) *types.Var {
	for {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			if v := p.global(x.Sel); v != nil {
				return v
			}
			e = x.X
		case *ast.Ident:
			return p.global(x)
		default:
			return nil
		}
	}
}

func (p *typedPackage) global(id *ast.Ident) *types.Var {
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return v
}
