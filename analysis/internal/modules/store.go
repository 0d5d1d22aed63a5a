package modules

import (
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"

	"slp/syntax"
)

// Store is what all views of a project share: files by path and text. It is safe for concurrent use.
type Store struct {
	mu     sync.Mutex
	parsed map[string][]*parse // the last few texts of a path, newest first
}

// parse is a File being made, once, for whoever wants it first.
type parse struct {
	text string
	once sync.Once
	file *File
}

// keepTexts is how many texts of one path stay parsed: the present one and that of views still in use.
const keepTexts = 3

// NewStore returns an empty store.
func NewStore() *Store { return &Store{parsed: map[string][]*parse{}} }

// File is the parsed file of a path and its text.
func (s *Store) File(path, text string) *File {
	s.mu.Lock()
	var p *parse
	list := s.parsed[path]
	for i, q := range list {
		if q.text == text {
			p = q
			copy(list[1:i+1], list[:i])
			list[0] = p
			break
		}
	}
	if p == nil {
		p = &parse{text: text}
		if len(list) >= keepTexts {
			list = list[:keepTexts-1]
		}
		s.parsed[path] = append([]*parse{p}, list...)
	}
	s.mu.Unlock()
	p.once.Do(func() { p.file = Parse(path, text) })
	return p.file
}

// Forget drops the parsed files of paths that fit.
func (s *Store) Forget(fits func(path string) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for path := range s.parsed {
		if fits(path) {
			delete(s.parsed, path)
		}
	}
}

// Disk is one state of the file system, read as it is asked for and then remembered.
type Disk struct {
	mu    sync.Mutex
	texts map[string]diskText
	kinds map[string]entryKind
	lists map[string][]string
}

type diskText struct {
	text string
	ok   bool
}

type entryKind uint8

const (
	absent entryKind = iota
	regular
	directory
)

// NewDisk returns a view of the file system with nothing read yet.
func NewDisk() *Disk {
	return &Disk{texts: map[string]diskText{}, kinds: map[string]entryKind{}, lists: map[string][]string{}}
}

// Without is a Disk that has forgotten what it knew of some paths, and which files there are.
func (d *Disk) Without(paths []string) *Disk {
	next := NewDisk()
	d.mu.Lock()
	defer d.mu.Unlock()
	changed := map[string]bool{}
	for _, p := range paths {
		changed[p] = true
	}
	for p, t := range d.texts {
		if !changed[p] {
			next.texts[p] = t
		}
	}
	return next
}

// MaxFileBytes is the largest file that is read; a larger one counts as unreadable.
const MaxFileBytes = 16 << 20

// Text is the decoded text of a file, and whether it could be read.
func (d *Disk) Text(path string) (string, bool) {
	d.mu.Lock()
	t, known := d.texts[path]
	d.mu.Unlock()
	if known {
		return t.text, t.ok
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() <= MaxFileBytes {
		if data, err := os.ReadFile(path); err == nil {
			t = diskText{syntax.NewFile(path, data).Text, true}
		}
	}
	d.mu.Lock()
	d.texts[path] = t
	d.mu.Unlock()
	return t.text, t.ok
}

func (d *Disk) kind(path string) entryKind {
	d.mu.Lock()
	k, known := d.kinds[path]
	d.mu.Unlock()
	if known {
		return k
	}
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			k = directory
		} else {
			k = regular
		}
	}
	d.mu.Lock()
	d.kinds[path] = k
	d.mu.Unlock()
	return k
}

// MaxFiles is the largest number of files of one root that are listed.
const MaxFiles = 20000

// List is the Python files below a root, sorted. Folders that hold no sources of the project are
// left out: hidden ones, caches, virtual environments, node_modules.
func (d *Disk) List(root string) []string {
	d.mu.Lock()
	list, known := d.lists[root]
	d.mu.Unlock()
	if known {
		return list
	}
	_ = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir // unreadable: as if it were not there
		}
		if e.IsDir() {
			if path != root && skipFolder(path, e.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if IsPython(path) {
			list = append(list, path)
		}
		if len(list) >= MaxFiles {
			return fs.SkipAll
		}
		return nil
	})
	sort.Strings(list)
	d.mu.Lock()
	d.lists[root] = list
	d.mu.Unlock()
	return list
}

func skipFolder(path, name string) bool {
	if strings.HasPrefix(name, ".") || name == "__pycache__" || name == "node_modules" || name == "site-packages" {
		return true
	}
	_, err := os.Stat(filepath.Join(path, "pyvenv.cfg"))
	return err == nil
}

// IsPython reports a path that names a Python source or stub.
func IsPython(path string) bool {
	return strings.HasSuffix(path, ".py") || strings.HasSuffix(path, ".pyi") || strings.HasSuffix(path, ".pyw")
}
