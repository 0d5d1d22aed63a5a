package modules

import (
	"os"
	"path/filepath"
	"strings"
)

// Target is what an import means. The zero Target is: nothing was found.
type Target struct {
	Path   string // of the module's file, or ""
	Dir    string // of a package: where its submodules are
	Name   string // dotted name as far as known
	Opaque bool   // it exists but cannot be read (a compiled extension)
}

// Found reports an import that means something.
func (t Target) Found() bool { return t.Path != "" || t.Dir != "" || t.Opaque }

type resolveKey struct {
	dir, module string
	level       int
}

// Resolve finds the module that "import module" (level 0) or "from ..module import" (level 2) means
// in the file at a path.
func (v *View) Resolve(from, module string, level int) Target {
	key := resolveKey{filepath.Dir(from), module, level}
	if IsStub(from) {
		key.dir = from
	}
	v.mu.Lock()
	t, known := v.resolved[key]
	v.mu.Unlock()
	if known {
		return t
	}
	t = v.resolve(from, module, level)
	v.mu.Lock()
	v.resolved[key] = t
	v.mu.Unlock()
	return t
}

func (v *View) resolve(from, module string, level int) Target {
	if IsStub(from) {
		return v.resolveFromStub(from, module, level)
	}
	parts := split(module)
	if level > 0 {
		dir := filepath.Dir(from)
		for range level - 1 {
			dir = filepath.Dir(dir)
		}
		return v.inFolder(dir, parts)
	}
	if len(parts) == 0 {
		return Target{}
	}
	if !unshadowable[parts[0]] && filepath.IsAbs(from) { // a text without a file has no folder
		if t := v.inFolder(v.home(from), parts); t.Found() {
			return t
		}
	}
	if module == "__main__" { // whatever program is run
		return Target{Opaque: true, Name: module}
	}
	if v.IsAlias(module) {
		for _, dir := range v.roots {
			if t := v.inFolder(dir, parts); t.Path != "" {
				return t
			}
		}
		return stubTarget("stackless")
	}
	if _, ok := stubText(module); ok {
		return stubTarget(module)
	}
	for _, dir := range v.searchPath() {
		if t := v.inFolder(dir, parts); t.Found() {
			return t
		}
	}
	return Target{}
}

// Submodule is the module "name" inside a package.
func (v *View) Submodule(t Target, name string) Target {
	if t.Dir != "" {
		return v.inFolder(t.Dir, []string{name})
	}
	if IsStub(t.Path) {
		full := t.Name + "." + name
		if _, ok := stubText(full); ok {
			return stubTarget(full)
		}
	}
	return Target{}
}

// home is the folder that Python would put on the path for a file: the one above its outermost package.
func (v *View) home(path string) string {
	dir := filepath.Dir(path)
	for v.isPackage(dir) {
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	return dir
}

func (v *View) searchPath() []string {
	var dirs []string
	for _, r := range v.roots {
		dirs = append(dirs, r)
		if src := filepath.Join(r, "src"); v.isDir(src) {
			dirs = append(dirs, src)
		}
	}
	dirs = append(dirs, v.extra...)
	for _, r := range v.roots {
		for _, env := range []string{".venv", "venv", "env"} {
			lib := filepath.Join(r, env, "lib")
			if !v.isDir(lib) {
				continue
			}
			entries, err := os.ReadDir(lib)
			if err != nil {
				continue
			}
			for _, e := range entries {
				if site := filepath.Join(lib, e.Name(), "site-packages"); v.isDir(site) {
					dirs = append(dirs, site)
				}
			}
		}
	}
	return dirs
}

// Packages are the names of the modules that can be imported by a file at a path without dots: for
// completion.
func (v *View) Packages(from string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(name string) {
		if name != "" && !seen[name] && identifier(name) {
			seen[name] = true
			out = append(out, name)
		}
	}
	for _, dir := range append([]string{v.home(from)}, v.searchPath()...) {
		for _, name := range v.Submodules(dir) {
			add(name)
		}
	}
	for _, name := range StubNames() {
		add(split(name)[0])
	}
	for _, name := range v.aliases {
		if v.Resolve(from, name, 0).Found() && !strings.HasPrefix(name, "_") && name == "stackless" {
			add(name)
		}
	}
	return out
}

// Submodules are the names of the modules directly in a folder.
func (v *View) Submodules(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir() && v.isPackage(filepath.Join(dir, name)):
			out = append(out, name)
		case !e.IsDir() && IsPython(name):
			if stem := name[:strings.LastIndexByte(name, '.')]; stem != "__init__" && stem != "__main__" {
				out = append(out, stem)
			}
		}
	}
	return out
}

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && !(r >= 'a' && r <= 'z') && !(r >= 'A' && r <= 'Z') && r < 0x80 && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// inFolder finds parts as a path of packages below a folder.
func (v *View) inFolder(dir string, parts []string) Target {
	name := strings.Join(parts, ".")
	if len(parts) == 0 {
		return v.packageTarget(dir, filepath.Base(dir))
	}
	for _, p := range parts[:len(parts)-1] {
		dir = filepath.Join(dir, p)
		if !v.isDir(dir) && !v.holdsOverlay(dir) {
			return Target{}
		}
	}
	stem := filepath.Join(dir, parts[len(parts)-1])
	if v.isPackage(stem) {
		return v.packageTarget(stem, name)
	}
	for _, ext := range []string{".py", ".pyi", ".pyw"} {
		if v.exists(stem + ext) {
			return Target{Path: stem + ext, Name: name}
		}
	}
	if v.isDir(stem) {
		return Target{Dir: stem, Name: name}
	}
	if v.compiled(dir, parts[len(parts)-1]) {
		return Target{Opaque: true, Name: name}
	}
	return Target{}
}

func (v *View) packageTarget(dir, name string) Target {
	for _, init := range []string{"__init__.py", "__init__.pyi"} {
		if p := filepath.Join(dir, init); v.exists(p) {
			return Target{Path: p, Dir: dir, Name: name}
		}
	}
	if v.isDir(dir) {
		return Target{Dir: dir, Name: name}
	}
	return Target{}
}

// holdsOverlay reports a folder that exists only in the editor.
func (v *View) holdsOverlay(dir string) bool {
	for p := range v.overlay {
		if within(dir, p) {
			return true
		}
	}
	return false
}

func (v *View) compiled(dir, stem string) bool {
	if !v.isDir(dir) {
		return false
	}
	for _, pattern := range []string{stem + ".*.so", stem + ".so", stem + ".pyd", stem + ".*.pyd"} {
		if found, _ := filepath.Glob(filepath.Join(globQuote(dir), pattern)); len(found) > 0 {
			return true
		}
	}
	return false
}

func globQuote(s string) string {
	return strings.NewReplacer("[", `\[`, "*", `\*`, "?", `\?`).Replace(s)
}

func split(module string) []string {
	if module == "" {
		return nil
	}
	return strings.Split(module, ".")
}

// unshadowable are the modules that the interpreter has before it looks at folders.
var unshadowable = map[string]bool{
	"sys": true, "builtins": true, "time": true, "_thread": true, "gc": true, "marshal": true,
	"errno": true, "posix": true, "itertools": true, "__future__": true,
}
