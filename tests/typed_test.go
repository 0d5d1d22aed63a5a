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
	"regexp"
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
			sorted := sortedAfterwards(f)
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
				if (overMap || p.fromMaps(call)) && !sorted[r] && !storesOnly(r) && !marked[p.fset.Position(r.Pos()).Line] {
					problems = append(problems, fmt.Sprintf("%s: range over a Go map: sort, or say %q", p.at(t, r.Pos()), orderFree+"why"))
				}
				return true
			})
		}
	}
	report(t, problems)
}

// sortedAfterwards finds the loops that only collect and whose next statement
// sorts.
func sortedAfterwards(f *ast.File) map[*ast.RangeStmt]bool {
	found := map[*ast.RangeStmt]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		block, ok := n.(*ast.BlockStmt)
		if !ok {
			return true
		}
		for i, s := range block.List[:max(0, len(block.List)-1)] {
			if r, ok := s.(*ast.RangeStmt); ok && onlyAppends(r) && isSort(block.List[i+1]) {
				found[r] = true
			}
		}
		return true
	})
	return found
}

func onlyAppends(r *ast.RangeStmt) bool {
	if len(r.Body.List) != 1 {
		return false
	}
	assign, ok := r.Body.List[0].(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return false
	}
	call, ok := assign.Rhs[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := call.Fun.(*ast.Ident)
	return ok && fn.Name == "append"
}

func isSort(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := e.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := sel.X.(*ast.Ident)
	return ok && (x.Name == "sort" || x.Name == "slices")
}

// storesOnly reports whether the loop copies the map: it stores under its own
// keys and does nothing else.
func storesOnly(r *ast.RangeStmt) bool {
	key, ok := r.Key.(*ast.Ident)
	if !ok || len(r.Body.List) != 1 {
		return false
	}
	assign, ok := r.Body.List[0].(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || assign.Tok != token.ASSIGN {
		return false
	}
	at, ok := assign.Lhs[0].(*ast.IndexExpr)
	if !ok {
		return false
	}
	index, ok := at.Index.(*ast.Ident)
	if !ok || index.Name != key.Name {
		return false
	}
	value := assign.Rhs[0]
	if v, ok := r.Value.(*ast.Ident); ok {
		id, ok := value.(*ast.Ident)
		return ok && (id.Name == v.Name || id.Name == "true")
	}
	id, ok := value.(*ast.Ident)
	return ok && id.Name == "true"
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

// fillers name the functions that fill package variables once in a process,
// before the first machine; a function literal given to a sync.Once is one, too.
var fillers = regexp.MustCompile(`^([dD]efine|Bootstrap|Register)`)

// sharedByAll are the package variables that change later, and why that cannot
// reach a program.
var sharedByAll = map[string]string{
	"vm/object.staticNames": "interned names: each text has one for ever, whoever asks first",
}

// TestNoChangingPackageVariables finds the package variables of vm that
// something assigns to, or increments, or stores an element of: all that a
// program can change hangs from its Machine.
func TestNoChangingPackageVariables(t *testing.T) {
	var problems []string
	for _, p := range typedPackages(t) {
		for _, f := range p.files {
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Body == nil || fillers.MatchString(fn.Name.Name) {
					continue
				}
				for _, e := range p.stores(fn.Body) {
					if v := p.packageVariable(e); v != nil && sharedByAll[p.name+"."+v.Name()] == "" {
						problems = append(problems, fmt.Sprintf("%s: stores into the package variable %s", p.at(t, e.Pos()), v.Name()))
					}
				}
			}
		}
	}
	report(t, problems)
}

// stores collects what is assigned to, outside of what a sync.Once does.
func (p *typedPackage) stores(body ast.Node) []ast.Expr {
	var found []ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			return !p.isOnce(n)
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				found = append(found, n.Lhs...)
			}
		case *ast.IncDecStmt:
			found = append(found, n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				found = append(found, n.Key, n.Value)
			}
		}
		return true
	})
	return found
}

func (p *typedPackage) isOnce(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Do" {
		return false
	}
	t := p.info.TypeOf(sel.X)
	return t != nil && strings.TrimPrefix(t.String(), "*") == "sync.Once"
}

// packageVariable is the package variable that an assigned expression stores
// into: v, v.field, v[i], however deep.
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
