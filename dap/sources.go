package dap

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	godap "github.com/google/go-dap"

	"slp/vm"
)

// sources are the texts that the client cannot read from disk, by number, and the lines of files that were shown.
type sources struct {
	byName map[string]int
	names  []string
	lines  map[string][]string
	same   map[string]bool // of recorded files: they are on disk as they were
}

// source describes a file to the client.
func (s *session) source(file string) *godap.Source {
	if !strings.HasPrefix(file, "<") {
		path := file
		if !filepath.IsAbs(path) {
			path = filepath.Join(s.d.Dir(), path)
		}
		if text, ok := s.d.Recorded(path); !ok || s.sources.onDisk(path, text) {
			return &godap.Source{Name: filepath.Base(path), Path: path}
		}
		file = path // it is not here any more as it was recorded
	}
	r := &s.sources
	if r.byName == nil {
		r.byName = map[string]int{}
	}
	n, ok := r.byName[file]
	if !ok {
		r.names = append(r.names, file)
		n = len(r.names)
		r.byName[file] = n
	}
	out := &godap.Source{Name: file, Path: file, SourceReference: n}
	if filepath.IsAbs(file) {
		out.Name, out.Origin = filepath.Base(file), "recording"
	}
	if vm.Library(file) {
		out.Name, out.Origin, out.PresentationHint = filepath.Base(file), "standard library", "deemphasize"
	}
	return out
}

// onDisk tells whether a file still is as it was recorded.
func (r *sources) onDisk(path string, recorded []byte) bool {
	same, known := r.same[path]
	if !known {
		text, err := os.ReadFile(path)
		same = err == nil && bytes.Equal(text, recorded)
		if r.same == nil {
			r.same = map[string]bool{}
		}
		r.same[path] = same
	}
	return same
}

// fileOf is the file that the client means.
func (s *session) fileOf(x *godap.Source) (string, error) {
	if x.SourceReference > 0 && x.SourceReference <= len(s.sources.names) {
		return s.sources.names[x.SourceReference-1], nil
	}
	if x.Path == "" {
		return "", fmt.Errorf("the source has no \"path\"")
	}
	return x.Path, nil
}

func loadedSources(s *session, _ *none) (any, error) {
	body := godap.LoadedSourcesResponseBody{Sources: []godap.Source{}}
	for _, file := range s.d.Files() {
		body.Sources = append(body.Sources, *s.source(file))
	}
	return body, nil
}

func source(s *session, a *godap.SourceArguments) (any, error) {
	if a.Source == nil {
		a.Source = &godap.Source{}
	}
	if a.SourceReference > 0 {
		a.Source.SourceReference = a.SourceReference
	}
	if a.Source.SourceReference > len(s.sources.names) {
		return nil, fmt.Errorf("there is no source %d", a.Source.SourceReference)
	}
	file, err := s.fileOf(a.Source)
	if err != nil {
		return nil, err
	}
	text, err := s.d.Source(file)
	if err != nil {
		return nil, err
	}
	return godap.SourceResponseBody{Content: strings.ToValidUTF8(string(text), "\uFFFD"), MimeType: "text/x-python"}, nil
}

// text is a line of a file, from 1 on; "" if it is not known.
func (r *sources) text(s *session, file string, line int) string {
	l, ok := r.lines[file]
	if !ok {
		if text, err := s.d.Source(file); err == nil {
			l = slices.Collect(strings.Lines(strings.TrimPrefix(string(text), "\ufeff")))
		}
		if r.lines == nil {
			r.lines = map[string][]string{}
		}
		r.lines[file] = l
	}
	if line < 1 || line > len(l) {
		return ""
	}
	return strings.TrimRight(l[line-1], "\r\n")
}

// utf16 turns a column that counts bytes into one that counts UTF-16 units, both from 1.
func (r *sources) utf16(s *session, file string, line, column int) int {
	text := r.text(s, file, line)
	if column-1 > len(text) {
		return column
	}
	return 1 + units(text[:max(column-1, 0)])
}

// units is the length of a text in UTF-16 units, as clients count.
func units(text string) int {
	n := 0
	for _, c := range text {
		n++
		if c >= 0x10000 {
			n++
		}
	}
	return n
}

// bytesOf is the length in bytes of the first n UTF-16 units of a text.
func bytesOf(text string, n int) int {
	for i, c := range text {
		if n <= 0 {
			return i
		}
		n--
		if c >= 0x10000 {
			n--
		}
	}
	return len(text)
}
