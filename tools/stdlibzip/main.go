// Stdlibzip gathers the pure-Python standard library into one zip file, which
// vm/stdlib/library embeds.
//
//	go run ./stdlibzip -o ../vm/stdlib/library/data/stdlib.zip
//
// It is run in the folder tools, whose go.mod says which release of the
// library is taken. The same release gives the same bytes.
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

const (
	module = "github.com/kluctl/go-embed-python"
	// Every platform's folder holds the same Python files but for a handful
	// that describe how the interpreter was built.
	folder = "python/internal/data/linux-amd64/lib/python3.14"
)

// dropped are the parts that need C extensions we do not have, that test or
// install CPython itself, or that describe its build.
var dropped = []string{
	"config-*", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "site-packages", "test", "tkinter", "turtle.py", "turtledemo",
	"ctypes/macholib",
}

func main() {
	out := flag.String("o", "stdlib.zip", "file to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "stdlibzip:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	dir, err := moduleDir()
	if err != nil {
		return err
	}
	root := filepath.Join(dir, filepath.FromSlash(folder))
	names, err := gather(root)
	if err != nil {
		return err
	}
	const fewest = 400 // far fewer than there are: something else lies in that folder now
	if len(names) < fewest {
		return fmt.Errorf("%s has only %d Python files: has the layout of %s changed?", root, len(names), module)
	}
	data, err := pack(root, names)
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	// Written beside and renamed, so that a build in parallel never embeds a half.
	temp := out + ".new"
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return err
	}
	if err := os.Rename(temp, out); err != nil {
		return err
	}
	fmt.Printf("stdlibzip: %d files, %d kB\n", len(names), len(data)/1024)
	return nil
}

// moduleDir downloads the module, unless it is there already, and says where.
func moduleDir() (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", module)
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	var m struct{ Dir, Error string }
	if json.Unmarshal(text, &m) == nil && m.Error != "" {
		return "", fmt.Errorf("download of %s: %s", module, m.Error)
	}
	if err != nil {
		return "", fmt.Errorf("go mod download %s: %w", module, err)
	}
	return m.Dir, nil
}

// gather lists the files to take, as sorted slash-separated paths.
func gather(root string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case name != "." && drop(name):
			if e.IsDir() {
				return filepath.SkipDir
			}
		case e.Type().IsRegular() && (strings.HasSuffix(name, ".py") || name == "LICENSE.txt" || strings.HasPrefix(name, "venv/scripts/")):
			names = append(names, name)
		}
		return nil
	})
	sort.Strings(names)
	return names, err
}

func drop(name string) bool {
	for _, pattern := range dropped {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return path.Base(name) == "__pycache__"
}

func pack(root string, names []string) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
