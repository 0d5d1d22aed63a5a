package lsp

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"go.lsp.dev/protocol"

	"slp/syntax"
)

// document is an open text. It is replaced, never changed.
type document struct {
	uri     string // as the client spells it
	path    string
	version int32
	file    *syntax.File
}

// documents are the open texts by path.
type documents struct {
	mu   sync.Mutex
	open map[string]*document
}

func (d *documents) get(path string) *document {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open[path]
}

func (d *documents) set(doc *document) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open[doc.path] = doc
}

func (d *documents) remove(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.open, path)
}

// all are the open documents, in order of path.
func (d *documents) all() []*document {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]*document, 0, len(d.open))
	for _, doc := range d.open {
		out = append(out, doc)
	}
	slices.SortFunc(out, func(a, b *document) int { return strings.Compare(a.path, b.path) })
	return out
}

func didOpen(s *session, p *protocol.DidOpenTextDocumentParams) error {
	if p.TextDocument.URI == "" {
		return invalid("params: textDocument.uri is missing")
	}
	text := strings.Clone(p.TextDocument.Text)
	path := pathOf(string(p.TextDocument.URI))
	s.docs.set(&document{uri: strings.Clone(string(p.TextDocument.URI)), path: path, version: p.TextDocument.Version, file: syntax.NewTextFile(path, text)})
	s.project().Edit(path, text)
	s.publisher.changed(path)
	return nil
}

// didChange applies the changes in order; each one's range is about the text that the ones before it left.
func didChange(s *session, p *protocol.DidChangeTextDocumentParams) error {
	path := pathOf(string(p.TextDocument.URI))
	doc := s.docs.get(path)
	if doc == nil {
		return invalid("%s is not open", p.TextDocument.URI)
	}
	file := doc.file
	for _, change := range p.ContentChanges {
		text := ""
		switch c := change.(type) {
		case *protocol.TextDocumentContentChangeWholeDocument:
			text = strings.Clone(c.Text)
		case *protocol.TextDocumentContentChangePartial:
			span := s.client().encoding.span(file, c.Range)
			text = file.Text[:span.Start] + c.Text + file.Text[span.End:]
		default:
			return invalid("params: a content change of an unknown kind")
		}
		file = syntax.NewTextFile(path, text)
	}
	s.docs.set(&document{uri: doc.uri, path: path, version: p.TextDocument.Version, file: file})
	s.project().Edit(path, file.Text)
	s.publisher.changed(path)
	return nil
}

func didSave(s *session, p *protocol.DidSaveTextDocumentParams) error {
	path := pathOf(string(p.TextDocument.URI))
	if filepath.Base(path) == "pyproject.toml" {
		s.project().Changed([]string{path})
		s.publisher.changedEverywhere()
	}
	return nil
}

func didClose(s *session, p *protocol.DidCloseTextDocumentParams) error {
	path := pathOf(string(p.TextDocument.URI))
	doc := s.docs.get(path)
	if doc == nil {
		return nil
	}
	s.docs.remove(path)
	s.project().Close(path)
	s.tokens.forget(path)
	s.publisher.closed(doc)
	return nil
}

func didChangeWatchedFiles(s *session, p *protocol.DidChangeWatchedFilesParams) error {
	var paths []string
	for _, c := range p.Changes {
		paths = append(paths, pathOf(string(c.URI)))
	}
	s.filesChanged(paths)
	return nil
}

// filesChanged says that something happened on the disk. What is open counts as the editor has it.
func (s *session) filesChanged(paths []string) {
	if len(paths) == 0 {
		return
	}
	s.project().Changed(paths)
	s.publisher.changedEverywhere()
}

func didChangeWorkspaceFolders(s *session, p *protocol.DidChangeWorkspaceFoldersParams) error {
	gone := map[string]bool{}
	for _, f := range p.Event.Removed {
		gone[pathOf(string(f.URI))] = true
	}
	folders := slices.DeleteFunc(slices.Clone(s.folders), func(f string) bool { return gone[f] })
	for _, f := range p.Event.Added {
		if path := pathOf(string(f.URI)); !slices.Contains(folders, path) {
			folders = append(folders, path)
		}
	}
	s.folders = folders
	s.project().SetFolders(folders)
	s.publisher.changedEverywhere()
	return nil
}

func didCreateFiles(s *session, p *protocol.CreateFilesParams) error {
	var paths []string
	for _, f := range p.Files {
		paths = append(paths, pathOf(f.URI))
	}
	s.filesChanged(paths)
	return nil
}

func didRenameFiles(s *session, p *protocol.RenameFilesParams) error {
	var paths []string
	for _, f := range p.Files {
		paths = append(paths, pathOf(f.OldURI), pathOf(f.NewURI))
	}
	s.filesChanged(paths)
	return nil
}

func didDeleteFiles(s *session, p *protocol.DeleteFilesParams) error {
	var paths []string
	for _, f := range p.Files {
		paths = append(paths, pathOf(f.URI))
	}
	s.filesChanged(paths)
	return nil
}

func grantSync(c *protocol.ServerCapabilities, _ *clientInfo) {
	c.TextDocumentSync = &protocol.TextDocumentSyncOptions{
		OpenClose: ptr(true),
		Change:    ptr(protocol.TextDocumentSyncKindIncremental),
		Save:      &protocol.SaveOptions{IncludeText: ptr(false)},
	}
}

func grantFolders(c *protocol.ServerCapabilities, _ *clientInfo) {
	pattern := protocol.FileOperationFilter{Scheme: ptr("file"), Pattern: protocol.FileOperationPattern{Glob: "**/*.{py,pyi,pyw}"}}
	options := protocol.FileOperationRegistrationOptions{Filters: []protocol.FileOperationFilter{pattern}}
	c.Workspace = &protocol.WorkspaceOptions{
		WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{Supported: ptr(true), ChangeNotifications: protocol.Boolean(true)},
		FileOperations:   &protocol.FileOperationOptions{DidCreate: options, DidRename: options, DidDelete: options},
	}
}
