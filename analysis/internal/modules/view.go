package modules

import (
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"slp/syntax"
)

// View is one state of all files: the editor's texts over the disk. It is immutable and safe for
// concurrent use.
type View struct {
	store   *Store
	disk    *Disk
	overlay map[string]string // open texts by path
	roots   []string
	extra   []string // further folders to find modules in (site-packages, PYTHONPATH)
	aliases []string // names of modules with the interface of stackless

	mu       sync.Mutex
	resolved map[resolveKey]Target
	files    map[string]*File
	names    map[string]string
	words    map[string][]*File
	imported map[string]bool
	all      []string
}

// Setting is what a view is made of besides texts.
type Setting struct {
	Roots   []string
	Extra   []string
	Aliases []string
}

// NewView makes a view. The overlay must not be changed afterwards.
func NewView(store *Store, disk *Disk, overlay map[string]string, set Setting) *View {
	return &View{
		store: store, disk: disk, overlay: overlay,
		roots: set.Roots, extra: set.Extra, aliases: set.Aliases,
		resolved: map[resolveKey]Target{}, files: map[string]*File{}, names: map[string]string{}, words: map[string][]*File{}, imported: map[string]bool{},
	}
}

// Program is the view of one program: a file with what it imports from the project, and nothing else
// of the project.
func (v *View) Program(path string) *View {
	texts := map[string]string{}
	v.collect(path, texts)
	return NewView(v.store, v.disk, texts, Setting{Extra: v.searchPath(), Aliases: v.aliases})
}

// maxProgramFiles bounds the files of one program.
const maxProgramFiles = 2000

// collect adds the texts of a file and of what it imports, libraries not counted.
func (v *View) collect(path string, out map[string]string) {
	if _, have := out[path]; have || len(out) > maxProgramFiles {
		return
	}
	f := v.File(path)
	if f == nil {
		return
	}
	out[path] = f.Source.Text
	for _, imp := range f.Imports() {
		for _, t := range v.Targets(f, imp) {
			if t.Path != "" && !IsStub(t.Path) && !inLibrary(t.Path) {
				v.collect(t.Path, out)
			}
		}
	}
}

// Targets are the modules that an import loads: with "import a.b" also a, with "from a import b" also
// b if it is a module.
func (v *View) Targets(f *File, imp Import) []Target {
	var out []Target
	switch s := imp.Stmt.(type) {
	case *syntax.Import:
		for name := imp.Alias.Name; name != ""; {
			out = append(out, v.Resolve(f.Path, name, 0))
			i := strings.LastIndexByte(name, '.')
			if i < 0 {
				break
			}
			name = name[:i]
		}
	case *syntax.ImportFrom:
		t := v.Resolve(f.Path, s.Module, s.Level)
		out = append(out, t, v.Submodule(t, imp.Alias.Name))
	}
	return out
}

// Imported reports a file that some other file of the project imports.
func (v *View) Imported(path string) bool {
	v.mu.Lock()
	is, known := v.imported[path]
	v.mu.Unlock()
	if known {
		return is
	}
	is = v.isImported(path)
	v.mu.Lock()
	v.imported[path] = is
	v.mu.Unlock()
	return is
}

func (v *View) isImported(path string) bool {
	name := v.ModuleName(path)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	for _, other := range v.Mentioning(name) {
		if other.Path == path {
			continue
		}
		for _, imp := range other.Imports() {
			for _, t := range v.Targets(other, imp) {
				if t.Path == path {
					return true
				}
			}
		}
	}
	return false
}

// Text is the text of a path, and whether there is one.
func (v *View) Text(path string) (string, bool) {
	if text, ok := v.overlay[path]; ok {
		return text, true
	}
	if IsStub(path) {
		return stubText(strings.TrimSuffix(strings.TrimPrefix(path, stubRoot), ".pyi"))
	}
	return v.disk.Text(path)
}

// File is the parsed file of a path, or nil when there is none.
func (v *View) File(path string) *File {
	v.mu.Lock()
	f, known := v.files[path]
	v.mu.Unlock()
	if known {
		return f
	}
	if text, ok := v.Text(path); ok {
		f = v.store.File(path, text)
	}
	v.mu.Lock()
	v.files[path] = f
	v.mu.Unlock()
	return f
}

// Open reports a path whose text is the editor's.
func (v *View) Open(path string) bool {
	_, ok := v.overlay[path]
	return ok
}

// Roots are the folders of the workspace.
func (v *View) Roots() []string { return v.roots }

// Files are the paths of the project: all Python files below the roots, and the open ones, sorted.
func (v *View) Files() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.all == nil {
		seen := map[string]bool{}
		v.all = []string{}
		add := func(p string) {
			if !seen[p] {
				seen[p] = true
				v.all = append(v.all, p)
			}
		}
		for _, r := range v.roots {
			for _, p := range v.disk.List(r) {
				add(p)
			}
		}
		for p := range v.overlay {
			add(p)
		}
		sort.Strings(v.all)
	}
	return v.all
}

// Own reports a file that belongs to the project: not a stub of ours, not a library's.
func (v *View) Own(path string) bool {
	if IsStub(path) {
		return false
	}
	if v.Open(path) {
		return true
	}
	return v.rootOf(path) != "" && !inLibrary(path)
}

func inLibrary(path string) bool {
	return strings.Contains(path, string(filepath.Separator)+"site-packages"+string(filepath.Separator))
}

func (v *View) rootOf(path string) string {
	best := ""
	for _, r := range v.roots {
		if within(r, path) && len(r) > len(best) {
			best = r
		}
	}
	return best
}

func within(dir, path string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// Mentioning are the project's files whose text contains a word, in order of path. Only these are
// parsed: looking for bytes costs a hundredth of reading.
func (v *View) Mentioning(word string) []*File {
	v.mu.Lock()
	out, known := v.words[word]
	v.mu.Unlock()
	if known {
		return out
	}
	for _, p := range v.Files() {
		if text, ok := v.Text(p); ok && strings.Contains(text, word) {
			out = append(out, v.File(p))
		}
	}
	v.mu.Lock()
	v.words[word] = out
	v.mu.Unlock()
	return out
}

// IsAlias reports the name of a module that has the interface of stackless.
func (v *View) IsAlias(module string) bool { return slices.Contains(v.aliases, module) }

// ModuleName is the dotted name under which a path would be imported.
func (v *View) ModuleName(path string) string {
	if IsStub(path) {
		return strings.TrimSuffix(strings.TrimPrefix(path, stubRoot), ".pyi")
	}
	v.mu.Lock()
	name, known := v.names[path]
	v.mu.Unlock()
	if !known {
		name = v.moduleName(path)
		v.mu.Lock()
		v.names[path] = name
		v.mu.Unlock()
	}
	return name
}

func (v *View) moduleName(path string) string {
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".pyi"), ".pyw"), ".py")
	dir := filepath.Dir(path)
	var parts []string
	if stem != "__init__" {
		parts = append(parts, stem)
	}
	for v.isPackage(dir) {
		parts = append(parts, filepath.Base(dir))
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	slices.Reverse(parts)
	return strings.Join(parts, ".")
}

func (v *View) isPackage(dir string) bool {
	return v.exists(filepath.Join(dir, "__init__.py")) || v.exists(filepath.Join(dir, "__init__.pyi"))
}

func (v *View) exists(path string) bool {
	if _, ok := v.overlay[path]; ok {
		return true
	}
	return v.disk.kind(path) == regular
}

func (v *View) isDir(path string) bool { return v.disk.kind(path) == directory }
