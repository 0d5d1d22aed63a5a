package analysis

import (
	"context"
	"sync"

	"slp/analysis/internal/ide"
	"slp/analysis/internal/infer"
	"slp/analysis/internal/modules"
	"slp/analysis/internal/topology"
	"slp/syntax"
)

// Snapshot is one state of all files. Its methods are safe for concurrent use; those that infer
// something take turns.
type Snapshot struct {
	view     *modules.View
	config   Config
	problems []Diagnostic

	mu     sync.Mutex // guards the engine and graph for questions
	engine *infer.Engine
	graph  *topology.Graph

	// The rules have an engine of their own: a finding never depends on what was asked meanwhile, and
	// questions do not wait for rules.
	checkMu    sync.Mutex
	checker    *infer.Engine
	checkGraph *topology.Graph
}

func newSnapshot(view *modules.View, config Config, problems []Diagnostic) *Snapshot {
	return &Snapshot{view: view, config: config, problems: problems}
}

// The answers for editors are plain data of package ide.
type (
	Location    = ide.Location
	Hover       = ide.Hover
	Kind        = ide.Kind
	Symbol      = ide.Symbol
	Highlight   = ide.Highlight
	Completions = ide.Completions
	Completion  = ide.Completion
	Edit        = ide.Edit
	FileEdit    = ide.FileEdit
	Signature   = ide.Signature
	Token       = ide.Token
	Fold        = ide.Fold
	Lens        = ide.Lens
	Inlay       = ide.Inlay
	Action      = ide.Action
	CallItem    = ide.CallItem
	Call        = ide.Call
	TypeItem    = ide.TypeItem
	Topology    = ide.Topology
)

// Source is the text of a file with its line table; nil when there is no such file.
func (s *Snapshot) Source(path string) *syntax.File {
	f := s.view.File(path)
	if f == nil {
		return nil
	}
	return f.Source
}

// Files are the paths of the project's Python files, sorted.
func (s *Snapshot) Files() []string { return s.view.Files() }

// Own reports a file of the project, not of a library.
func (s *Snapshot) Own(path string) bool { return s.view.Own(path) }

// BuiltIn reports the path of a stub that is part of the program, and gives its text and a name for a file.
func (s *Snapshot) BuiltIn(path string) (name, text string, ok bool) {
	if !modules.IsStub(path) {
		return "", "", false
	}
	text, ok = s.view.Text(path)
	return s.view.ModuleName(path) + ".pyi", text, ok
}

// Config is the settings in force.
func (s *Snapshot) Config() Config { return s.config }

// ask runs a question on a file while it has the engine for itself. Without such a file, or when
// the context is over, the answer is nothing.
func ask[T any](ctx context.Context, s *Snapshot, path string, question func(*ide.Index, *modules.File) T) (answer T) {
	f := s.view.File(path)
	if f == nil {
		return answer
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx.Err() != nil {
		return answer
	}
	return question(s.index(ctx), f)
}

// index makes the tool for questions; the caller holds mu.
func (s *Snapshot) index(ctx context.Context) *ide.Index {
	if s.engine == nil {
		s.engine = infer.New(s.view)
	}
	return &ide.Index{View: s.view, Engine: s.engine, Graph: s.topology, Done: func() bool { return ctx.Err() != nil }}
}

// topology is the graph, built when first asked for; the caller holds mu.
func (s *Snapshot) topology() *topology.Graph {
	if s.graph == nil {
		s.graph = topology.Build(s.engine)
	}
	return s.graph
}

// askAt is ask about an offset; one outside the text means its end.
func askAt[T any](ctx context.Context, s *Snapshot, path string, offset int32, question func(*ide.Index, *modules.File, int32) T) T {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) T {
		return question(x, f, max(0, min(offset, int32(len(f.Source.Text)))))
	})
}

// Hover is what to show about the name at an offset, or nil.
func (s *Snapshot) Hover(ctx context.Context, path string, offset int32) *Hover {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) *Hover { return x.Hover(f, at) })
}

// Definition are the places that define the name at an offset.
func (s *Snapshot) Definition(ctx context.Context, path string, offset int32) []Location {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Location { return x.Definition(f, at) })
}

// TypeDefinition are the classes of the value at an offset.
func (s *Snapshot) TypeDefinition(ctx context.Context, path string, offset int32) []Location {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Location { return x.TypeDefinition(f, at) })
}

// Implementation are the subclasses or overriding methods of the name at an offset.
func (s *Snapshot) Implementation(ctx context.Context, path string, offset int32) []Location {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Location { return x.Implementation(f, at) })
}

// References are all occurrences in the project of the name at an offset.
func (s *Snapshot) References(ctx context.Context, path string, offset int32, declaration bool) []Location {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Location { return x.References(f, at, declaration) })
}

// Highlights are the occurrences in the file of the name at an offset.
func (s *Snapshot) Highlights(ctx context.Context, path string, offset int32) []Highlight {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Highlight { return x.Highlights(f, at) })
}

// Symbols are the definitions of a file, nested.
func (s *Snapshot) Symbols(ctx context.Context, path string) []Symbol {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) []Symbol { return x.Symbols(f) })
}

// WorkspaceSymbols are the definitions of the project that fit a query, the best first.
func (s *Snapshot) WorkspaceSymbols(ctx context.Context, query string) []Symbol {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.index(ctx).WorkspaceSymbols(query)
}

// Completion is what could stand at an offset.
func (s *Snapshot) Completion(ctx context.Context, path string, offset int32) *Completions {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) *Completions { return x.Completion(f, at) })
}

// DescribeCompletion is the head line and documentation of a completion, by its Origin.
func (s *Snapshot) DescribeCompletion(ctx context.Context, origin string) (head, doc string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.index(ctx).Describe(origin)
}

// Signatures are the signatures of the call around an offset.
func (s *Snapshot) Signatures(ctx context.Context, path string, offset int32) []Signature {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []Signature { return x.Signatures(f, at) })
}

// PrepareRename is the span and text of the name at an offset; the error says why it cannot be renamed.
func (s *Snapshot) PrepareRename(ctx context.Context, path string, offset int32) (syntax.Span, string, error) {
	type answer struct {
		span syntax.Span
		name string
		err  error
	}
	a := askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) (a answer) {
		a.span, a.name, a.err = x.PrepareRename(f, at)
		return a
	})
	return a.span, a.name, a.err
}

// Rename are the edits that give the name at an offset a new name; the error says why there are none.
func (s *Snapshot) Rename(ctx context.Context, path string, offset int32, name string) ([]FileEdit, error) {
	type answer struct {
		edits []FileEdit
		err   error
	}
	a := askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) (a answer) {
		a.edits, a.err = x.Rename(f, at, name)
		return a
	})
	return a.edits, a.err
}

// Tokens are the semantic tokens of a span of a file.
func (s *Snapshot) Tokens(ctx context.Context, path string, within syntax.Span) []Token {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) []Token { return x.Tokens(f, within) })
}

// Folds are the foldable ranges of a file.
func (s *Snapshot) Folds(ctx context.Context, path string) []Fold {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) []Fold { return x.Folds(f) })
}

// Selections are the nested ranges around an offset, the smallest first.
func (s *Snapshot) Selections(ctx context.Context, path string, offset int32) []syntax.Span {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []syntax.Span { return x.Selections(f, at) })
}

// Lenses are the lines above the channels and tasklet functions of a file.
func (s *Snapshot) Lenses(ctx context.Context, path string) []Lens {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) []Lens { return x.Lenses(f) })
}

// Inlays are the hints inside a span of a file.
func (s *Snapshot) Inlays(ctx context.Context, path string, within syntax.Span) []Inlay {
	return ask(ctx, s, path, func(x *ide.Index, f *modules.File) []Inlay { return x.Inlays(f, within) })
}

// CallItems are the nodes of the call hierarchy for the name at an offset.
func (s *Snapshot) CallItems(ctx context.Context, path string, offset int32) []CallItem {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []CallItem { return x.CallItems(f, at) })
}

// Incoming are the callers of a function or the senders of a channel.
func (s *Snapshot) Incoming(ctx context.Context, item CallItem) []Call {
	return ask(ctx, s, item.At.Path, func(x *ide.Index, _ *modules.File) []Call { return x.Incoming(item) })
}

// Outgoing are the callees of a function or the receivers of a channel.
func (s *Snapshot) Outgoing(ctx context.Context, item CallItem) []Call {
	return ask(ctx, s, item.At.Path, func(x *ide.Index, _ *modules.File) []Call { return x.Outgoing(item) })
}

// TypeItems are the classes that the name at an offset stands for.
func (s *Snapshot) TypeItems(ctx context.Context, path string, offset int32) []TypeItem {
	return askAt(ctx, s, path, offset, func(x *ide.Index, f *modules.File, at int32) []TypeItem { return x.TypeItems(f, at) })
}

// Supertypes are the bases of a class.
func (s *Snapshot) Supertypes(ctx context.Context, item TypeItem) []TypeItem {
	return ask(ctx, s, item.At.Path, func(x *ide.Index, _ *modules.File) []TypeItem { return x.Supertypes(item) })
}

// Subtypes are the classes that inherit directly from a class.
func (s *Snapshot) Subtypes(ctx context.Context, item TypeItem) []TypeItem {
	return ask(ctx, s, item.At.Path, func(x *ide.Index, _ *modules.File) []TypeItem { return x.Subtypes(item) })
}

// Topology is the picture of the project's channels and tasklets, or of a file's part in it.
func (s *Snapshot) Topology(ctx context.Context, path string) Topology {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.index(ctx).Topology(path)
}
