package lsp

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"slp/analysis"
	"slp/syntax"
)

// encoding is what the client counts columns in.
type encoding uint8

const (
	utf16 encoding = iota
	utf8
	utf32
)

func (e encoding) String() string { return [...]string{"utf-16", "utf-8", "utf-32"}[e] }

// chooseEncoding takes the cheapest that the client offers; without an offer it is UTF-16.
func chooseEncoding(offers []string) encoding {
	for _, e := range []encoding{utf8, utf16, utf32} {
		if slices.Contains(offers, e.String()) {
			return e
		}
	}
	return utf16
}

// position is the client's position of an offset.
func (e encoding) position(f *syntax.File, offset int32) protocol.Position {
	p := f.Position(offset)
	column := p.Column - 1
	switch e {
	case utf16:
		column = f.UTF16Column(offset)
	case utf32:
		column = f.RuneColumn(offset)
	}
	return protocol.Position{Line: uint32(p.Line - 1), Character: uint32(column)}
}

// offset is the offset of a client's position. Beyond a line's end it means the end; beyond the last
// line, the end of the text.
func (e encoding) offset(f *syntax.File, p protocol.Position) int32 {
	const most = 1 << 30
	line, column := int(min(p.Line, most))+1, int(min(p.Character, most))
	if line > f.Lines() {
		return int32(len(f.Text))
	}
	switch e {
	case utf16:
		return f.OffsetUTF16(line, column)
	case utf32:
		return f.OffsetRune(line, column)
	}
	at := f.Offset(syntax.Position{Line: line, Column: column + 1})
	for at > 0 && int(at) < len(f.Text) && f.Text[at]&0xC0 == 0x80 { // inside a character
		at--
	}
	return at
}

func (e encoding) rangeOf(f *syntax.File, s syntax.Span) protocol.Range {
	return protocol.Range{Start: e.position(f, s.Start), End: e.position(f, s.End)}
}

func (e encoding) span(f *syntax.File, r protocol.Range) syntax.Span {
	a, b := e.offset(f, r.Start), e.offset(f, r.End)
	if b < a {
		a, b = b, a
	}
	return syntax.Span{Start: a, End: b}
}

// pathOf is the path of a document: of a file its path, else the URI itself.
func pathOf(u string) string {
	parsed, err := uri.Parse(u)
	if err != nil || parsed.Scheme() != "file" {
		return strings.Clone(u)
	}
	return filepath.Clean(strings.Clone(parsed.FsPath()))
}

// uriOf is the URI of a path, as the client spells it when it has the document open. A stub that is
// part of the program becomes a file in the user's cache; without one it has no URI.
func (s *session) uriOf(path string) (uri.URI, bool) {
	if d := s.docs.get(path); d != nil {
		return uri.URI(d.uri), true
	}
	if name, text, ok := s.project().Snapshot().BuiltIn(path); ok {
		file := s.stubs.write(path, name, text)
		return uri.File(file), file != ""
	}
	if !filepath.IsAbs(path) {
		return uri.URI(path), strings.Contains(path, ":")
	}
	return uri.File(path), true
}

// stubFiles are the stubs written out for the editor to show.
type stubFiles struct {
	mu    sync.Mutex
	paths map[string]string
}

func (c *stubFiles) write(path, name, text string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if file, done := c.paths[path]; done {
		return file
	}
	file := ""
	if dir, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(dir, "slp", "stubs")
		target := filepath.Join(dir, name)
		if old, err := os.ReadFile(target); err == nil && string(old) == text {
			file = target
		} else if os.MkdirAll(dir, 0o755) == nil {
			tmp, err := os.CreateTemp(dir, name+".*")
			if err == nil {
				_, err = tmp.WriteString(text)
				if err2 := tmp.Close(); err == nil {
					err = err2
				}
				if err == nil && os.Chmod(tmp.Name(), 0o444) == nil && os.Rename(tmp.Name(), target) == nil {
					file = target
				} else {
					_ = os.Remove(tmp.Name())
				}
			}
		}
	}
	c.paths[path] = file
	return file
}

func (a *ask) enc() encoding { return a.client.encoding }

// place is the path and offset of a request about a position. ok is false for a document that does
// not exist: the answer is then null.
func (a *ask) place(p protocol.TextDocumentPositionParams) (path string, offset int32, ok bool, err error) {
	path, file, err := a.file(p.TextDocument)
	if err != nil || file == nil {
		return path, 0, false, err
	}
	return path, a.enc().offset(file, p.Position), true, nil
}

func (a *ask) file(d protocol.TextDocumentIdentifier) (string, *syntax.File, error) {
	if d.URI == "" {
		return "", nil, invalid("params: textDocument.uri is missing")
	}
	path := pathOf(string(d.URI))
	return path, a.snapshot.Source(path), nil
}

// location converts a place to select: the name of a definition.
func (a *ask) location(l analysis.Location) (protocol.Location, bool) {
	u, ok := a.session.uriOf(l.Path)
	if !ok {
		return protocol.Location{}, false
	}
	return protocol.Location{URI: u, Range: a.enc().rangeOf(l.File, l.Name)}, true
}

func (a *ask) locations(list []analysis.Location) protocol.LocationSlice {
	out := protocol.LocationSlice{}
	for _, l := range list {
		if p, ok := a.location(l); ok {
			out = append(out, p)
		}
	}
	return out
}

// edits converts edits of files to one workspace edit.
func (a *ask) edits(files []analysis.FileEdit) *protocol.WorkspaceEdit {
	out := &protocol.WorkspaceEdit{}
	for _, f := range files {
		u, ok := a.session.uriOf(f.Path)
		if !ok {
			continue
		}
		list := make([]protocol.TextEdit, len(f.Edits))
		for i, e := range f.Edits {
			list[i] = protocol.TextEdit{Range: a.enc().rangeOf(f.File, e.Span), NewText: e.Text}
		}
		if !a.client.documentChanges {
			if out.Changes == nil {
				out.Changes = map[uri.URI][]protocol.TextEdit{}
			}
			out.Changes[u] = list
			continue
		}
		change := &protocol.TextDocumentEdit{TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: u}}}
		if d := a.session.docs.get(f.Path); d != nil {
			version := d.version
			change.TextDocument.Version = &version
		}
		for i := range list {
			change.Edits = append(change.Edits, &list[i])
		}
		out.DocumentChanges = append(out.DocumentChanges, change)
	}
	return out
}

// symbolKind is the protocol's kind of a symbol. A channel is an event.
func symbolKind(k analysis.Kind) protocol.SymbolKind {
	return symbolKinds[k]
}

func ptr[T any](v T) *T { return &v }
