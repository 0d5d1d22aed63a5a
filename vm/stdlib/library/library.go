// Package library holds the part of Python's standard library that is written
// in Python, as files inside the binary.
//
// The files come from a zip that the build gathers (see data/README.md). A
// binary that was built without it has no files here, and Missing says so.
//
// Nothing is unpacked before it is asked for: making the index takes well under
// a millisecond, opening a file as long as its decompression.
package library

import (
	"archive/zip"
	"embed"
	"io"
	"sort"
	"strings"
	"sync"
)

//go:generate sh -c "cd ../../../tools && go run ./stdlibzip -o ../vm/stdlib/library/data/stdlib.zip"

// The folder is embedded, not the file, so that the build does not fail
// without it.
//
//go:embed data
var data embed.FS

// own are files of ours beside those of the zip.
//
//go:embed all:own
var own embed.FS

// Hint is what to tell a user whose import fails for want of the library.
const Hint = "the standard library is missing from this build: run make"

// Entry is a name in a folder of the library.
type Entry struct {
	Name string
	Dir  bool
}

type index struct {
	files   map[string]*zip.File
	own     map[string][]byte
	folders map[string][]Entry
}

// load is called once; from then on the index is constant.
var load = sync.OnceValue(func() index {
	ix := index{files: map[string]*zip.File{}, own: map[string][]byte{}, folders: map[string][]Entry{}}
	f, err := data.Open("data/stdlib.zip")
	if err != nil {
		return ix
	}
	info, err := f.Stat()
	if err != nil {
		return ix
	}
	at, ok := f.(io.ReaderAt)
	if !ok {
		return ix
	}
	z, err := zip.NewReader(at, info.Size())
	if err != nil {
		return ix
	}
	for _, file := range z.File {
		ix.files[file.Name] = file
		ix.add(file.Name)
	}
	ix.addOwn("own")
	for _, entries := range ix.folders { // order-free: each is sorted by itself
		sort.Slice(entries, func(i, j int) bool { return entries[i].Name < entries[j].Name })
	}
	return ix
})

// addOwn adds the Python files below a folder of own.
func (ix *index) addOwn(dir string) {
	entries, err := own.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := dir + "/" + e.Name()
		if e.IsDir() {
			ix.addOwn(path)
			continue
		}
		name := strings.TrimPrefix(path, "own/")
		text, err := own.ReadFile(path)
		if err != nil || !strings.HasSuffix(name, ".py") {
			continue
		}
		ix.own[name] = text
		if ix.files[name] == nil {
			ix.add(name)
		}
	}
}

// add makes the folders of a file known.
func (ix *index) add(name string) {
	entry := Entry{Name: name}
	for {
		dir := ""
		if slash := strings.LastIndexByte(entry.Name, '/'); slash >= 0 {
			dir, entry.Name = entry.Name[:slash], entry.Name[slash+1:]
		}
		_, known := ix.folders[dir]
		ix.folders[dir] = append(ix.folders[dir], entry)
		if known || dir == "" {
			return
		}
		entry = Entry{Name: dir, Dir: true}
	}
}

// Missing reports whether this binary was built without the library.
func Missing() bool { return len(load().files) == 0 }

// Open gives the bytes of a file, such as "json/decoder.py".
func Open(path string) ([]byte, bool) {
	if text, ok := load().own[path]; ok {
		return append([]byte(nil), text...), true
	}
	file := load().files[path]
	if file == nil {
		return nil, false
	}
	r, err := file.Open()
	if err != nil {
		return nil, false
	}
	text := make([]byte, file.UncompressedSize64)
	if _, err := io.ReadFull(r, text); err != nil {
		return nil, false
	}
	return text, r.Close() == nil
}

// Exists reports whether there is a file of this path, at no cost.
func Exists(path string) bool { return load().files[path] != nil || load().own[path] != nil }

// List gives the names in a folder in order; "" is the outermost.
func List(dir string) ([]Entry, bool) {
	entries, ok := load().folders[dir]
	return entries, ok
}

// Size is the length of a file in bytes, and whether there is one.
func Size(path string) (int64, bool) {
	if text, ok := load().own[path]; ok {
		return int64(len(text)), true
	}
	file := load().files[path]
	if file == nil {
		return 0, false
	}
	return int64(file.UncompressedSize64), true
}

// Walk calls do with the path of every file, in order, until it returns an
// error, and gives that back.
func Walk(do func(path string) error) error {
	return walk("", do)
}

func walk(dir string, do func(string) error) error {
	entries, _ := List(dir)
	for _, e := range entries {
		path := e.Name
		if dir != "" {
			path = dir + "/" + e.Name
		}
		visit := do
		if e.Dir {
			visit = func(folder string) error { return walk(folder, do) }
		}
		if err := visit(path); err != nil {
			return err
		}
	}
	return nil
}

// License is the text of the licence under which the library is.
func License() string {
	if text, ok := Open("LICENSE.txt"); ok {
		return string(text)
	}
	return ""
}
